"""Cuts of lines that hold several columns: only those whose sides the search then sets apart."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from cleaner.document import Edit, apply
from cleaner.layout import Line, read_lines
from cleaner.model import Model
from cleaner.order.columns import Reading, Told, reading_order


class Kind(NamedTuple):
    """What shows that a space is a gutter."""

    sure: bool  # nobody writes a space there
    full: bool  # the left part is as wide as a column
    alike: bool  # both parts are, of one width
    beside: bool  # of three parts of the line two are


class Gap(NamedTuple):
    """A space that may be a gutter: line, where in its text, the column's width, what is beside."""

    line: int
    start: int
    end: int
    width: int
    left: str
    right: str
    kind: Kind


class Gutters(NamedTuple):
    """Where lines are cut, and the order in which they then read, if the search has told."""

    gaps: list[Gap]
    reading: Reading | None = None


def cut(text: str, lines: Sequence[Line], gaps: Sequence[Gap]) -> list[Edit]:
    """Return the edits that cut lines at gutters."""
    found = []
    for gap in gaps:
        start = lines[gap.line].start + gap.start
        found.append(Edit(start, text[start : start + gap.end - gap.start], "\n"))
    return found


def wanted(
    text: str, lines: Sequence[Line], gaps: Sequence[Gap], model: Model, told: Told
) -> Gutters:
    """Return the gutters whose two sides the search for columns sets apart.

    The search need not be asked again without the others: what it sets together is one line.
    """
    if not gaps:
        return Gutters([])
    reading = reading_order(read_lines(apply(text, cut(text, lines, gaps))), model, told)
    if reading is None:
        return Gutters([])
    place = {at: number for number, at in enumerate(reading.order)}
    # The cuts before a gap move the lines behind it down by one each.
    rights = [gap.line + number for number, gap in enumerate(gaps, 1)]
    found: list[Gap] = []
    joined: list[int] = []
    for gap, right in zip(gaps, rights, strict=True):
        if gap.kind.sure or place[right] != place[right - 1] + 1:
            found.append(gap)
        else:
            joined.append(right)
    return Gutters(found, _with_joined(reading, joined))


def _with_joined(reading: Reading, joined: Sequence[int]) -> Reading:
    """Return the order of lines of which some are joined to the one right before them."""
    parts = frozenset(joined)
    number = list(accumulate(at not in parts for at in range(len(reading.order))))
    order = tuple(number[at] - 1 for at in reading.order if at not in parts)
    return Reading(order, *(frozenset(number[at] - 1 for at in some) for some in reading[1:]))
