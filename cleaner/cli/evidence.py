"""What `clean explain` tells of layout: each line break's decision, and what moved lines.

Both are asked anew of the text as it stood before the stage; a rule gives the same answer twice.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

import click

from cleaner.cli.terminal import more, safe

if TYPE_CHECKING:
    from cleaner.document import Document, Span, Step
    from cleaner.model import Model

# The stages whose decisions are told.
BREAKS, ORDERS = "wrapped-line", ("interleaved-columns", "misplaced-block")

# Characters shown on either side of a break; chosen for 80 columns.
AROUND = 7
# The places of a line in its paragraph, by `unwrap.viterbi`.
PLACES = ("single", "first", "middle", "last")


def breaks(document: "Document", limit: int) -> Iterator[str]:
    """Yield a line for each line break of a text: what stands round it, what was decided, why.

    The evidence is what the two sides say alone, nats: over 0 for a paragraph's end. The column and
    the line's place in its paragraph are what the decode over the whole text found.
    """
    from cleaner.stages.paragraphs import decisions

    lines, _, found = decisions(document)
    if not found:
        return
    joined = sum(one.joined for one in found)
    yield f"    {len(found):,} line breaks: {joined:,} joined, {len(found) - joined:,} kept"
    yield f"     line  {_wide('break', 2 * (2 * AROUND + 1))} decision evidence place  column"
    at, number = 0, 1
    for one in found[:limit] if limit else found:
        left, right = lines[one.line], lines[one.line + 1]
        number += document.text.count("\n", at, left.end)
        at = left.end
        shown = safe(f"{left.text[-AROUND:]}⏎{right.text[:AROUND]}".replace("\t", " "))
        column = f"{one.column:4g} em" if one.column else "none"
        decision = click.style("joined  ", fg="green") if one.joined else "kept    "
        yield (
            f"    {number:>5}  {_wide(shown, 2 * (2 * AROUND + 1))} {decision} {one.margin:+8.1f} "
            f"{PLACES[one.place]:6} {column}"
        )
    yield from more(len(found), limit)


def order(text: str, step: "Step", model: "Model", limit: int) -> Iterator[str]:
    """Yield a line for each place where lines that did not stand together now do.

    The evidence is the log-likelihood ratio that the second line goes on from the first, by the
    characters at the cut, nats; beside it that of the line which it stood behind before.
    """
    import numpy as np

    from cleaner.layout import read_lines
    from cleaner.order.rows import common_widths, read_rows
    from cleaner.order.scores import Scores

    lines = read_lines(text)
    found = _line_order([line.start for line in lines], step.spans)
    moved = [(a, b) for a, b in pairwise(found) if b != a + 1]
    if not moved:
        return
    rows = read_rows(lines)
    scores = Scores(rows, common_widths([row.cells for row in rows]), model)
    before, after = (np.array(side) for side in zip(*moved, strict=True))
    new = scores.of(before, after)
    old = scores.of(np.maximum(after - 1, 0), after)
    inside = scores.telling[before]
    what = "columns" if step.stage == ORDERS[0] else "blocks"
    yield f"    {len(moved):,} lines of {len(lines):,} stand behind another one, as {what} read on"
    if inside.any():
        yield (
            f"    evidence where a clause runs on, mean: {new[inside].mean():+.1f} nats, "
            f"before {old[inside].mean():+.1f}"
        )
    yield f"    line after  {_wide('cut', 2 * (2 * AROUND + 1))} evidence before"
    for (a, b), now, then in list(zip(moved, new, old, strict=True))[: limit or None]:
        shown = safe(f"{rows[a].text[-AROUND:]}⏎{rows[b].text[:AROUND]}".replace("\t", " "))
        was = f"{then:+6.1f}" if b else "     -"
        numbers = (text.count("\n", 0, lines[at].start) + 1 for at in (b, a))
        yield (
            "    {:>4} {:>5}  ".format(*numbers)
            + f"{_wide(shown, 2 * (2 * AROUND + 1))} {now:+8.1f} {was}"
        )
    yield from more(len(moved), limit)


def _line_order(starts: Sequence[int], spans: Sequence["Span"]) -> list[int]:
    """Return the numbers of lines, which start at `starts`, in the order of spans."""
    place = {span.start: number for number, span in enumerate(spans)}
    firsts = sorted(place)
    found, at = [], 0
    for number, start in enumerate(starts):
        while at + 1 < len(firsts) and firsts[at + 1] <= start:
            at += 1
        found.append((place[firsts[at]], number))
    return [number for _, number in sorted(found)]


def _wide(text: str, cells: int) -> str:
    """Return a text padded to so many cells of a terminal."""
    from cleaner.layout import display_width

    return text + " " * max(0, cells - int(2 * display_width(text)))
