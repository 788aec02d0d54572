"""What a text does with its blank lines and indents: assumed first, then learned from itself.

Extractors put blank lines between paragraphs, after each first line, after every line, or nowhere;
they keep the indent of first lines, or take it away. So no rule holds for two texts, but one text
does the same throughout. The decode begins with nearly flat assumptions, counts what stands at the
paragraphs' ends and inside them, and decodes again with what it has counted.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.late import NDArray, np
from cleaner.layout import BULLET, NUMBER, Line, display_width, kept_with_lines
from cleaner.unwrap.measure import Array, Columns
from cleaner.unwrap.viterbi import FIRST, LAST, MIDDLE, SINGLE, Prices

# A paragraph that stops unfinished, or starts in the middle; and at a new page or a fixed line.
CUT, CUT_AT_PAGE = 6.0, 3.0
# A cost that forbids.
NEVER = 1e4

# What is known before the text itself is read, at a paragraph's end, after a first line, after a
# middle one. Of blank lines, (none, one, more): nearly flat, only the text can tell. Of the next
# line's indent, (the same, deeper, less): a kept indent of first lines, or of a list's second.
BLANKS = ((0.5, 0.4, 0.1), (0.7, 0.27, 0.03), (0.75, 0.23, 0.02))
INDENTS = ((0.45, 0.45, 0.1), (0.55, 0.15, 0.3), (0.9, 0.05, 0.05))
# Of blank lines in a text that shows at once that they part its paragraphs.
PARTED = ((0.04, 0.86, 0.1), (0.97, 0.025, 0.005), (0.97, 0.025, 0.005))
# Before anything is learned no indent is the same as none; fewer than two say nothing at all.
INDENT_COSTS = ((0.0, 0.0, 1.5), (0.0, 1.5, 0.0), (0.0, 2.0, 1.5))
FLAT = ((0.0, 0.0, 0.0),) * 3
MIN_INDENTS = 2
# An item's sign and the space after it: `• `, `12. `, `（一）`, `^ [3] `.
HANGING_RE = re.compile(r"[^\s]{1,8}\s+(?:\[[0-9]+\]\s+)?|.")
# A smaller difference is a stray space, em.
INDENT_EM = 1.0
PRIOR = 0.5
PRIOR_BOUNDS = (0.3, 0.96)

# The row of a table by the place of the line before the break.
KINDS = {SINGLE: 0, LAST: 0, FIRST: 1, MIDDLE: 2}

# Shares or costs, three rows of three.
Table = tuple[tuple[float, ...], ...]


class Habits(NamedTuple):
    """What a text does with blank lines and indents, and its prior log-odds of a paragraph's end.

    Costs by (at an end, after a first line, after a middle one) and (none, one, more blank lines),
    (the same, a deeper, a lesser indent).
    """

    blanks: Table
    indents: Table
    odds: float


class Breaks(NamedTuple):
    """What stands at each line break, shape (breaks,)."""

    blanks: NDArray[np.intp]  # none, one, more
    indents: NDArray[np.intp]  # of the next line: the same, deeper, less
    pages: NDArray[np.bool_]


def breaks_of(lines: Sequence[Line]) -> Breaks:
    """Return what stands between the lines."""
    return Breaks(
        np.array(_blank_kinds(lines)),
        np.array(_indent_signs(lines)),
        np.array([line.page for line in lines[1:]]),
    )


def assumed(breaks: Breaks, *, parted: bool) -> Habits:
    """Return what is assumed of a text before it is decoded; `parted`: by blank lines, surely."""
    indented = np.count_nonzero(breaks.indents) >= MIN_INDENTS
    habits = ASSUMED_PARTED if parted else ASSUMED
    return habits._replace(indents=INDENT_COSTS if indented else FLAT)


def prices_of(
    breaks: Breaks, evidence: NDArray[np.float64], apart: NDArray[np.bool_], habits: Habits
) -> Prices:
    """Return what the breaks cost; `apart` says where a join is forbidden."""
    odds = habits.odds + evidence
    to_end = np.logaddexp(0.0, -odds)
    go_on = odds + to_end
    marks = np.array(habits.indents)[:, breaks.indents]
    # The blank lines round a page's end are the page's.
    marks += np.where(breaks.pages, 0.0, np.array(habits.blanks)[:, breaks.blanks])
    end, first, middle = np.where(apart, ((0.0,), (NEVER,), (NEVER,)), marks)
    cut = np.where(breaks.pages | apart, CUT_AT_PAGE, CUT)
    return Prices(
        *(c.astype(np.float32) for c in (to_end + end, go_on + first, go_on + middle, cut))
    )


def join_prices(lines: Sequence[Line], stops: int) -> list[float]:
    """Return the least that each break costs inside a paragraph more than at an end, by its place.

    By what is assumed, and by what is learned where nothing was joined: so many lines at most were
    taken for paragraphs that `stops` unfinished. There is no page's end among the breaks.
    """
    kinds = list(zip(_blank_kinds(lines), _indent_signs(lines), strict=True))
    prices = _join_prices(tuple(sorted(Counter(kinds).items())), stops)
    return [prices[kind] for kind in kinds]


@lru_cache(maxsize=256)  # most texts have no blank lines and no indents
def _join_prices(
    counts: tuple[tuple[tuple[int, int], int], ...], stops: int
) -> dict[tuple[int, int], float]:
    """Return these prices for so many breaks of each kind: blank lines and indents."""
    size = sum(count for _, count in counts)
    shown = sum(count for (_, indent), count in counts if indent) >= MIN_INDENTS
    before = ASSUMED._replace(indents=INDENT_COSTS if shown else FLAT)
    ends = [[2 * share for share in table[0]] for table in (BLANKS, INDENTS)]
    for kind, count in counts:
        for row, at in zip(ends, kind, strict=True):
            row[at] += count
    blanks, indents = (
        [-math.log(max(share - stops, 2 * least) / (size + 2)) for share, least in pairs]
        for pairs in (
            zip(row, table[0], strict=True)
            for row, table in zip(ends, (BLANKS, INDENTS), strict=True)
        )
    )
    low, high = PRIOR_BOUNDS
    prior = min(max((size + 1 - stops) / (size + 2), low), high)
    odds = math.log(prior / (1 - prior))
    prices = {}
    for (blank, indent), _ in counts:
        rows = [before.blanks[row][blank] + before.indents[row][indent] for row in range(3)]
        # What goes on after a first line may be learned too, from those that stop: it costs >= 0.
        after = odds - blanks[blank] - (indents[indent] if shown else 0.0)
        if not stops:
            after += min(
                ASSUMED.blanks[row][blank] + (ASSUMED.indents[row][indent] if shown else 0.0)
                for row in (1, 2)
            )
        prices[blank, indent] = min(min(rows[1:]) - rows[0], after)
    return prices


def learned(breaks: Breaks, path: Sequence[tuple[int, int]], before: Habits) -> Habits:
    """Return what the decoded text does, smoothed by what was assumed before."""
    kinds = np.array([KINDS[place] for place, _ in path[:-1]])
    indents = np.bincount(3 * kinds + breaks.indents, minlength=9).reshape(3, 3)
    within = ~breaks.pages
    blanks = np.bincount((3 * kinds + breaks.blanks)[within], minlength=9).reshape(3, 3)
    habits = _habits_of(
        _shares(blanks, BLANKS),
        _shares(indents, INDENTS),
        (float(indents[0].sum()) + 1) / (len(path) + 1),
    )
    return habits._replace(indents=FLAT) if before.indents is FLAT else habits


def _shares(counts: NDArray[np.intp], assumed: Table) -> Table:
    """Return shares; what was assumed weighs as much as two lines: learned fast, never certain."""
    rows = (counts + 2 * np.array(assumed)) / (counts.sum(axis=1, keepdims=True) + 2)
    return tuple(map(tuple, rows.tolist()))


def shadow_habit(path: Sequence[tuple[int, int]], columns: Columns) -> Array:
    """Return what a first line costs in each column: one text indents its paragraphs or does not.

    Cheap for the kind of column that the decoded first lines are in, dear for the other.
    """
    shadows = [
        columns.shadows[column] > 0
        for place, column in path
        if place == FIRST and column < len(columns.widths)
    ]
    share = (sum(shadows) + 1) / (len(shadows) + 2)
    cost = np.where(columns.shadows > 0, -math.log(share), -math.log(1 - share))
    return np.append(cost, 0.0).astype(np.float32)


def _habits_of(blanks: Table, indents: Table, prior: float) -> Habits:
    low, high = PRIOR_BOUNDS
    prior = min(max(prior, low), high)
    costs = [
        tuple(tuple(-math.log(share) for share in row) for row in table)
        for table in (blanks, indents)
    ]
    return Habits(costs[0], costs[1], math.log(prior / (1 - prior)))


ASSUMED = _habits_of(BLANKS, INDENTS, PRIOR)
ASSUMED_PARTED = _habits_of(PARTED, INDENTS, PRIOR)


@kept_with_lines
def _blank_kinds(lines: Sequence[Line]) -> list[int]:
    """Return 0, 1, 2 for no blank line before each line but the first, one, more."""
    return [min(line.blanks, 2) for line in lines[1:]]


@kept_with_lines
def _indent_signs(lines: Sequence[Line]) -> list[int]:
    """Return what `_indent_sign` says of each line and the one before it."""
    if not any(line.indent for line in lines):
        return [0] * (len(lines) - 1)
    return [_indent_sign(pair) for pair in pairwise(lines)]


def _indent_sign(pair: Sequence[Line]) -> int:
    """Return 0 where two lines stand in one line, 1 where the second is set deeper, 2 for less."""
    first, second = pair
    more = second.indent - first.indent
    if not more:
        return 0
    if more > 0 and first.opening in {BULLET, NUMBER}:
        # The text of an item hangs beside its sign.
        sign = HANGING_RE.match(first.text)
        hanging = display_width(sign[0]) if sign else 0.0
        more = 0.0 if abs(more - hanging) < INDENT_EM else more
    return 1 if more >= INDENT_EM else 2 if more <= -INDENT_EM else 0
