"""Read the blocks of a page: the lines between two blank lines, and how they fill a column.

A block that shows no width of its own (one or two lines) takes that of a block near by which its
first line would fill. Lines that are no text of a column (a byline, a jump line, a page head) stay
in their block but do not speak for it: a byline printed over the third column is not what the
sentence at the foot of the second goes on in.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.layout import COLON, COMMA, END, TAIL, is_han
from cleaner.order.rows import INDENT, Row
from cleaner.paper.press import dateline_end

# Blocks before and after whose widths tell that of a block too short to show one.
NEAR = 12

# A heading has at most three lines.
MAX_TITLE_LINES = 3

# A line of fewer characters, one of them Han at most, is what a scanner makes of a rule.
DEBRIS_CHARS = 6

# A line that stands so often on one page is the head of a chapter or page, no headline.
MIN_HEADS = 3

# How a block's first and last line fill the column.
FULL = "full"
STANDS_BACK = "stands back"  # by two characters: a paragraph begins
WIDE = "wide"
SHORT = "short"


class Block(NamedTuple):
    """Rows [first, end) of a block without those set apart; with them it is [start, stop).

    `width`: of its column in cells, 0 if not known.
    """

    first: int
    end: int
    width: int
    top: str
    foot: str
    title: bool
    dateline: bool
    start: int
    stop: int


def read_blocks(rows: Sequence[Row], starts: Sequence[bool]) -> list[Block]:
    """Return the blocks of rows; `starts` tells which rows begin one.

    A block of lines that are all set apart (a byline, debris) is the end of the block before it.
    """
    firsts = [at for at, start in enumerate(starts) if start]
    counts = Counter(row.text for row in rows)
    apart = [_is_apart(row) or counts[row.text] >= MIN_HEADS for row in rows]
    bounds: list[list[int]] = []
    for start, stop in pairwise([*firsts, len(rows)]):
        first, end = start, stop
        while first < end and apart[first]:
            first += 1
        while first < end and apart[end - 1]:
            end -= 1
        if first == end and bounds:
            bounds[-1][3] = stop
        else:
            bounds.append([first, end, start, stop] if first < end else [start, stop, start, stop])
    titles = [is_title(rows[a:b]) for a, b, _, _ in bounds]
    known = [
        0 if title else _inner_width([row.cells for row in rows[a:b]])
        for (a, b, _, _), title in zip(bounds, titles, strict=True)
    ]
    return [
        _block(rows, bound, titles[n], known[n], known[max(0, n - NEAR) : n + NEAR + 1])
        for n, bound in enumerate(bounds)
    ]


def breaks_off(rows: Sequence[Row], block: Block) -> bool:
    """Say whether a block ends in a full line without an end mark."""
    ended = rows[block.end - 1].ending in (END, COLON)
    return block.foot == FULL and not ended


def place(cells: int, width: int) -> str:
    """Say how a line fills a column, give or take a space that the scanner saw."""
    over = cells - width
    if abs(over) <= 2:
        return FULL
    if over > 0:
        return WIDE
    return STANDS_BACK if over >= -INDENT - 2 else SHORT


def is_title(rows: Sequence[Row]) -> bool:
    """Say whether a block may be a heading: few lines, no dateline, no mark of a sentence."""
    last = rows[-1]
    if (
        dateline_end(rows[0].text)
        or len(rows) > MAX_TITLE_LINES
        or last.ending in (END, COMMA)
        or rows[0].opening == TAIL
    ):
        return False
    return last.apart or not any(mark in row.text for row in rows for mark in "，。；")


def _is_apart(row: Row) -> bool:
    few = len(row.text) < DEBRIS_CHARS and row.ending != END
    return row.apart or (few and sum(map(is_han, row.text)) <= 1)


def _block(
    rows: Sequence[Row],
    bound: Sequence[int],
    title: bool,
    width: int,
    near: Sequence[int],
) -> Block:
    first, end, start, stop = bound
    top, foot, indent = rows[first].cells, rows[end - 1].cells, 0
    if not width and not (title and (end - first > 1 or rows[first].apart)):
        # Too short to show a width: a full line of a column near by, or one that stands back.
        counts = Counter(one for one in near if one)
        widths = sorted(counts, key=lambda one: (-counts[one], one))
        width = next((one for one in widths if place(top, one) == FULL), 0)
        if not width and not title:
            width = next((one for one in widths if abs(top + INDENT - one) <= 1), 0)
            indent = INDENT if end - first == 1 else 0
        if foot > width + 2:
            width = 0
    return Block(
        first,
        end,
        width,
        place(top, width) if width else SHORT,
        FULL if width and foot + indent >= width - 3 else SHORT,
        title,
        dateline_end(rows[first].text) > 0,
        start,
        stop,
    )


def _inner_width(cells: Sequence[int]) -> int:
    """Return the width that the inner lines of a block agree on, or 0."""
    inner = cells[1:-1]
    if not inner:
        return 0
    counts = Counter(inner)
    best = max(counts, key=lambda w: (counts[w - 1] + counts[w] + counts[w + 1], w))
    return best if 2 * sum(counts[best + d] for d in range(-2, 3)) >= len(inner) else 0
