"""A page of what two outputs do not have in common: in sum, then document by document."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cleaner.compare import (
    KINDS,
    Change,
    Comparison,
    fields_between,
    figures_between,
    settings_between,
)
from cleaner.textdiff import compared
from cleaner.view.markup import Child, Element, beside, h, language, table
from cleaner.view.page import page


def differences(comparison: Comparison, first: Path, second: Path, limit: int) -> str:
    """Return the page. `limit`: documents shown, 0 for all; all are counted."""
    names = _names(first, second)
    shown: list[Element] = []
    for number, change in enumerate(comparison.changes()):
        if not limit or number < limit:
            shown.append(_change(comparison, change, names))
    counts = comparison.counts
    left = counts.total() - len(shown)
    rows = [("the same", f"{comparison.same:,}")]
    rows += [(kind, f"{counts[kind]:,}") for kind in KINDS if counts[kind]]
    title = f"What changed from {names[0]} to {names[1]}"
    body: list[Child] = [
        h(
            "header",
            h("h1", title),
            h("button", "Theme: system", type="button", hidden="", data_theme_button=""),
        ),
        h("p", h("del", f"only in {names[0]}"), " ", h("ins", f"only in {names[1]}")),
        h("h2", "In sum"),
        table(("documents", "how many"), rows),
    ]
    body += _table("Made with", ("setting", *names), list(settings_between(first, second)))
    body += _table("report.json", ("figure", *names), list(figures_between(first, second)))
    if shown:
        body += [h("h2", "Document by document"), _filters(counts)]
        body.append(h("div", shown, id="changes"))
    if left:
        body.append(h("p", f"and {left:,} more (--limit 0 shows all)", class_="soft"))
    return page(title, [h("main", body)])


def _names(first: Path, second: Path) -> tuple[str, str]:
    """Return what the outputs are called: the names of their folders, where these differ."""
    if first.name != second.name:
        return first.name, second.name
    return first.as_posix(), second.as_posix()


def _table(
    title: str, head: Sequence[str], rows: Sequence[tuple[str, Any, Any]]
) -> Iterator[Element]:
    """Yield what differs, under a title; nothing where nothing does."""
    if rows:
        yield h("h2", title)
        yield table(head, ([name, *map(_shown, values)] for name, *values in rows))


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return f"{value:,}" if isinstance(value, int) else "" if value is None else str(value)


def _filters(counts: dict[str, int]) -> Element:
    """Return the form that filters the documents, by words and by what changed."""
    kinds = [("", "all"), *((kind, kind) for kind in KINDS if counts[kind])]
    choices = (h("option", said, value=kind) for kind, said in kinds)
    return h(
        "form",
        h("label", "Words", h("input", type="search", name="words", placeholder="id or text")),
        h("label", "Change", h("select", choices, name="kind")),
        h("button", "Open all", type="button", data_open=""),
        h("button", "Close all", type="button", data_close=""),
        h("output", aria_live="polite"),
        data_list="changes",
        class_="filters",
        hidden="",
        role="search",
    )


def _change(comparison: Comparison, change: Change, names: tuple[str, str]) -> Element:
    """Return what became of a document in the one output and in the other."""
    before, after = change.first, change.second
    side = after or before
    assert side is not None
    inside: list[Child] = []
    if before and after and before.name != after.name:
        inside.append(h("p", "id: ", h("del", before.name), " ", h("ins", after.name)))
    told = [one.outcome for one in (before, after) if one]
    if len(set(told)) > 1 or not (before and after):
        inside.append(h("p", " → ".join(told)))
    if stages := comparison.stages(change):
        inside.append(h("p", "by ", ", ".join(stages)))
    if before and after:
        fields = list(fields_between(before, after))
        if fields:
            rows = ([name, *map(_shown, values)] for name, *values in fields)
            inside.append(table(("field", *names), rows))
        if before.text != after.text:
            meta = side.record.get("meta")
            lang = language(meta.get("script") if isinstance(meta, dict) else None)
            parts = compared(before.text, after.text)
            inside.append(beside(parts, lang, *names))
    return h(
        "details",
        h("summary", h("strong", side.name), h("span", change.kind, class_="figures")),
        h("div", inside, class_="inside"),
        open="",
        data_kind=change.kind,
    )
