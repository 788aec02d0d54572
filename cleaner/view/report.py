"""`report.html`: what a run did, for people, from the files of its output alone."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from cleaner.figures import STAGE_FIELDS
from cleaner.io.sources import REPORT_HTML_NAME, check_output
from cleaner.io.writers import write_whole
from cleaner.stage import Stage
from cleaner.stages import ORDER
from cleaner.view import samples
from cleaner.view.flow import flow
from cleaner.view.gather import Gathered, bins, gather
from cleaner.view.markup import Child, Element, h, table
from cleaner.view.page import page
from cleaner.view.plots import EXTRA, has_plots, plot
from cleaner.visible import counted

# Sources named; a run may have a million.
SOURCES = 10
# Stages named with what they took; chosen: the others take little.
SLOWEST = 12


def write_report(folder: Path) -> Path:
    """Write the page of a finished output into its folder and return where it stands.

    Raises InputError where the folder is no output, OutputError where it cannot be written.
    """
    check_output(folder)
    text = report(gather(folder))
    path = folder / REPORT_HTML_NAME
    write_whole(path, text.encode("utf-8", "backslashreplace"))
    return path


def report(found: Gathered) -> str:
    """Return the page."""
    sections = tuple(_sections(found))
    links = (h("a", name, href=f"#{at}") for at, name, _ in sections)
    body = [
        h("a", "Skip to the figures", href="#figures", class_="skip"),
        h(
            "header",
            h("h1", "What the run did"),
            h("button", "Theme: system", type="button", hidden="", data_theme_button=""),
        ),
        _said(found.about),
        h("nav", links, aria_label="Sections"),
        h(
            "main",
            (
                h("section", h("h2", name), parts, id=at, aria_label=name)
                for at, name, parts in sections
            ),
        ),
    ]
    return page("What the run did", body)


def _sections(found: Gathered) -> Iterator[tuple[str, str, Iterable[Child]]]:
    """Yield the sections: their place in the page, their name, what they hold."""
    figures = found.figures
    way = h("h3", "From documents to the corpus")
    yield "figures", "Figures", [_cards(figures), way, flow(figures)]
    yield "stages", "What the stages changed", _stages(found)
    yield "plots", "The corpus", _plots(found)
    if found.pages:
        yield "pages", "Pages that were split", samples.pages(found)
    yield "drops", "What was dropped", samples.drops(found)
    if found.clusters:
        yield "clusters", "The largest clusters of duplicates", samples.clusters(found)
    if figures["spared"]:
        yield "spared", "Alike, and kept apart", samples.spared(figures["spared"])
    if found.about:
        yield "run", "The run", _run(figures, found.about)


def _said(about: Mapping[str, Any]) -> Element | None:
    if not about:
        return None
    return h(
        "p",
        f"cleaner {about['cleaner']}, Python {about['python']}, recipe ",
        h("code", about["recipe_sha256"][:12]),
        class_="soft",
    )


def _cards(figures: Mapping[str, Any]) -> Element:
    documents, characters = figures["documents"], figures["characters"]
    share = characters["kept"] / characters["in"] if characters["in"] else 0
    kept = f"{characters['kept']:,} characters, {share:.1%} of what came in"
    cards = (
        ("files", figures["input"]["files"], f"{figures['input']['bytes']:,} bytes"),
        ("documents in", documents["in"], f"{characters['in']:,} characters"),
        ("pages split", documents["split"], f"into {counted(documents['born'], 'article')}"),
        ("dropped", documents["dropped"], counted(len(figures["dropped"]), "reason")),
        ("kept", documents["kept"], kept),
    )
    return h(
        "dl",
        (
            h(
                "div",
                h("dt", name),
                h("dd", f"{count:,}", data_figure=name),
                h("dd", said, class_="small"),
                class_="card",
            )
            for name, count, said in cards
        ),
        class_="cards",
    )


def _stages(found: Gathered) -> Iterator[Child]:
    stages = found.figures["stages"]
    if not stages:
        yield h("p", "No stage changed a text.")
        return
    if not found.has_edits:
        yield h("p", "There is no edits.jsonl (--no-edits), so no examples.", class_="soft")
    known = {stage.name: stage for stage in ORDER}
    families = dict.fromkeys(known[name].family for name in stages if name in known)
    orders = (("rank", "as they ran"), *((name, f"most {name}") for name in STAGE_FIELDS))
    yield _filters(
        "stage-list",
        h("label", "Words", h("input", type="search", name="words", placeholder="name or text")),
        _choice("Family", "kind", (("", "all"), *((one, one) for one in families))),
        _choice("Order", "order", orders),
        h("button", "Open all", type="button", data_open=""),
        h("button", "Close all", type="button", data_close=""),
    )
    yield h(
        "div",
        (_stage(name, known.get(name), len(stages) - at, found) for at, name in enumerate(stages)),
        id="stage-list",
    )


def _stage(name: str, stage: Stage | None, rank: int, found: Gathered) -> Element:
    """Return what a stage did; one of the user's own, or of an older version, is not known."""
    counts = found.figures["stages"][name]
    figures = (
        f"{counted(counts['documents'], 'document')} · {counted(counts['edits'], 'edit')} · "
        f"−{counts['removed']:,} +{counts['added']:,} characters"
    )
    return h(
        "details",
        h(
            "summary",
            h("strong", name),
            h("span", figures, class_="figures"),
            h("span", stage.doc.partition("\n")[0], class_="says") if stage else None,
        ),
        h("div", samples.changes(found.changes.get(name, ())), class_="inside"),
        id=f"stage-{name}",
        data_kind=stage.family if stage else "",
        data_rank=str(rank),
        **{f"data_{key}": str(counts[key]) for key in STAGE_FIELDS},
    )


def _filters(target: str, *controls: Child) -> Element:
    return h(
        "form", *controls, h("output", aria_live="polite"), data_list=target, class_="filters",
        hidden="", role="search",
    )  # fmt: skip


def _choice(name: str, field: str, options: Iterable[tuple[str, str]]) -> Element:
    choices = (h("option", said, value=one) for one, said in options)
    return h("label", name, h("select", choices, name=field))


def _plots(found: Gathered) -> Iterator[Child]:
    if not has_plots():
        yield h("p", f"Plots need an extra: {EXTRA}. Here are their tables.", class_="soft")
    lengths = list(bins(found.lengths))
    scripts, charsets, drops = (
        sorted(counts.items(), key=lambda one: (-one[1], one[0]))
        for counts in (found.figures["scripts"], found.charsets, found.figures["dropped"])
    )
    plots = (
        ("Lengths", lengths, "characters of the documents that are kept"),
        ("Scripts", scripts, "of the documents that are kept"),
        ("Charsets", charsets, "that the documents which are kept were read in"),
        ("Drops", drops, "what the documents were dropped by"),
    )
    yield h(
        "div",
        (
            plot(title, [name for name, _ in rows], [count for _, count in rows], said)
            for title, rows, said in plots
            if rows
        ),
        class_="plots",
    )


def _run(figures: Mapping[str, Any], about: Mapping[str, Any]) -> Iterator[Child]:
    """Yield what the run took, the one part of the page that differs from run to run."""
    seconds = about["seconds"]
    size, count = figures["input"]["bytes"], figures["documents"]["in"]
    rate = max(seconds, 0.001)  # as it is rounded
    said = f"{size / 1e6 / rate:.2f} MB and {count / rate:.1f} documents a second"
    yield h("p", f"{seconds:.1f} s: {said}.", id="throughput")
    yield from _times(about.get("stages", {}))  # an output of an older version has none
    sources = sorted(about["sources"], key=lambda one: (-one["bytes"], one["name"]))
    rows = ((one["name"], f"{one['bytes']:,}") for one in sources[:SOURCES])
    is_long = len(sources) > SOURCES
    yield h("h3", f"The largest {SOURCES} of {len(sources):,} sources" if is_long else "Sources")
    yield table(("source", "bytes"), rows)
    recipe = {key: value for key, value in about["recipe"].items() if value}
    yield h("h3", "Recipe and libraries")
    yield table(("setting", "value"), ((key, str(value)) for key, value in recipe.items()))
    yield table(("library", "version"), about["libraries"].items())


def _times(stages: Mapping[str, float]) -> Iterator[Child]:
    """Yield what the stages took, the slowest first."""
    total = sum(stages.values())
    slowest = sorted(stages.items(), key=lambda one: -one[1])[:SLOWEST]
    if total:
        yield h("h3", "What the stages took")
        yield h(
            "div",
            h("p", f"{total:.1f} s in all processes together; the slowest {len(slowest)}."),
            table(
                ("stage", "seconds", "share"),
                ((name, f"{took:.3f}", f"{took / total:.1%}") for name, took in slowest),
            ),
            id="stage-times",
        )
