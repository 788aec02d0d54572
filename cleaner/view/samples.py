"""The examples of a report: changes, pages, drops, clusters, pairs that were kept apart."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from cleaner.textdiff import compared
from cleaner.view.explained import ending, place, reordered
from cleaner.view.gather import COPIES, MAX_TEXT, Change, Cluster, Dropped, Gathered
from cleaner.view.markup import Child, Element, beside, h, language, table
from cleaner.visible import clipped, counted

# Characters shown of a text that was dropped; chosen.
LONGEST = 300


def changes(found: Sequence[Change]) -> Iterator[Child]:
    """Yield the examples of a stage."""
    if not found:
        yield h("p", "No example.", class_="soft")
    for one in found:
        lang = language(one.script)
        if one.hunk:
            yield from place(one.hunk, lang, f"{one.id}, line {one.hunk.line:,}")
        elif one.step:
            yield h("p", f"{one.id}, put into another order", class_="place")
            yield reordered(one.text, one.step, lang)


def pages(found: Gathered) -> Iterator[Child]:
    """Yield pages that were split, with the articles that they became."""
    for past in found.pages:
        page = past.documents[-1]
        yield h(
            "details", h("summary", h("strong", page.id)), h("div", ending(page), class_="inside")
        )


def drops(found: Gathered) -> Iterator[Child]:
    """Yield the drops by stage, with examples."""
    dropped = found.figures["dropped"]
    if not dropped:
        yield h("p", "Nothing was dropped.")
    for stage, count in dropped.items():
        yield h(
            "details",
            h(
                "summary",
                h("strong", stage),
                h("span", counted(count, "document"), class_="figures"),
            ),
            h("div", map(_drop, found.drops.get(stage, ())), class_="inside"),
            id=f"drop-{stage}",
        )


def _drop(one: Dropped) -> Element:
    instead = (" Kept instead: ", h("code", one.kept), ".") if one.kept else ()
    text = clipped(one.text, LONGEST)
    return h(
        "div",
        h("p", h("code", one.id), f": {one.reason}.", *instead, class_="place"),
        h("blockquote", text, lang=language(one.script)) if text else None,
    )


def clusters(found: Gathered) -> Iterator[Child]:
    """Yield what was kept beside its copies, with the differences marked."""
    yield h(
        "p",
        f"Of each the first {COPIES} copies, of long texts the first {MAX_TEXT:,} characters.",
        class_="soft",
    )
    for cluster in found.clusters:
        yield h(
            "details",
            h(
                "summary",
                h("strong", cluster.id),
                h("span", f"stands for {cluster.size:,} documents", class_="figures"),
                h("span", clipped(cluster.text, 80).replace("\n", " "), class_="says"),
            ),
            h("div", _copies(cluster), class_="inside"),
        )


def _copies(cluster: Cluster) -> Iterator[Child]:
    lang = language(cluster.script)
    for copy in cluster.copies:
        if copy.text == cluster.text:
            yield h("p", h("code", copy.id), ": the same, letter by letter", class_="place")
            continue
        yield h("p", copy.reason, class_="place")
        parts = compared(cluster.text, copy.text)
        yield beside(parts, lang, f"kept: {cluster.id}", f"dropped: {copy.id}")
    more = cluster.size - 1 - len(cluster.copies)
    if more > 0:
        yield h("p", f"and {more:,} more", class_="soft")


def spared(pairs: Iterable[Mapping[str, Any]]) -> Iterator[Child]:
    """Yield the nearest pairs that are no duplicates, and why."""
    yield table(
        ("similarity", "points", "documents", "why they are two"),
        (
            (
                f"{pair['similarity']:.3f}",
                "" if pair["points"] is None else f"{pair['points']:g}",
                " and ".join(map(str, pair["ids"])),
                str(pair["reason"]),
            )
            for pair in pairs
        ),
    )
