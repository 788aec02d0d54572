"""Place the words of a page by the width of its columns, where offsets say little.

Poppler counts in characters what was set in ems: a figure takes as much room as a Han character, a
narrow gutter one space, so that a column begins at another offset in each row:

    里最大的船厂，一员将先到港口整 今天，全市夏收
    20米的船。    理，3天后再出海 全面开始。据了

What holds is that a full line is as wide as its column: whatever follows it begins
the next one. So the columns of a page, where they are of one width, are counted from word to word;
an offset that full lines show to be a column's is one where nothing stands before it, too.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.order.cellheads import Column, Row, commonest
from cleaner.order.cellprose import MIN_WIDTH
from cleaner.order.cellways import by_ems, rows_of

# Ems: what a full line may have too much,
# what may be missing of a column and its gutter, the indent of a first line and the most that
# readers make of it, the widest word of a line of spread letters, what a full first line lacks. And
# the spaces of a gutter so narrow that columns drift, the least full lines on a page.
OVER, SLACK, FIRST, MAX_FIRST, SPREAD = 1, 2, 2, 5, 3
FIRSTS = (2, 3)
GUTTER, MIN_FULL = 1, 20


class Grid(NamedTuple):
    """Columns of one width in ems, and the ems from one to the next."""

    width: int
    pitch: int


class Seen(NamedTuple):
    """The column that an offset is known to be of; the offset at which most of a column begin."""

    columns: Mapping[int, int]
    edges: Mapping[int, int]


class Placed(NamedTuple):
    """A word: its column, how far in that it begins, its width; at what offset, behind what gap."""

    column: int
    indent: int
    width: int
    offset: int
    gap: int


def rows_by_width(page: Sequence[tuple[int, str]]) -> Column:
    """Return the rows of the lines of a page by its columns' width; none where it shows none."""
    rows = rows_of(by_ems, page)
    grid = _measured(rows)
    if not grid:
        return []
    seen = Seen({}, {})
    for _ in range(2):
        seen = _seen(_all_placed(page, rows, grid, seen), grid)
    return [
        tuple(
            word._replace(
                left=one.column * grid.pitch + one.indent,
                right=one.column * grid.pitch + one.indent + one.width,
            )
            for word, one in zip(row, placed, strict=True)
        )
        for row, placed in zip(rows, _all_placed(page, rows, grid, seen), strict=True)
    ]


def _measured(rows: Column) -> Grid | None:
    """Return the columns that the widths of words show, and the gaps behind full lines."""
    widths = Counter(word.right - word.left for row in rows for word in row)
    wide = [width for width in widths if 2 * width >= MIN_WIDTH]
    about = max(
        wide, key=lambda w: (widths[w - 1] + widths[w] + widths[w + 1], w), default=MIN_WIDTH // 2
    )
    near = range(about - 1, about + 2)
    if sum(widths[w] for w in near) < MIN_FULL:
        return None
    width = max(near, key=lambda w: (widths[w], w))
    gaps = Counter(
        b.start - a.end
        for row in rows
        for a, b in pairwise(row)
        if width - 1 <= a.right - a.left <= width + 1
    )
    if commonest(gaps, GUTTER) != GUTTER:
        return None  # wider gutters stand at one offset
    return Grid(width, width + GUTTER)


def _all_placed(
    page: Sequence[tuple[int, str]], rows: Column, grid: Grid, seen: Seen
) -> Iterator[list[Placed]]:
    for (start, _), row in zip(page, rows, strict=True):
        yield _placed(row, start, grid, seen)


def _seen(rows: Iterator[list[Placed]], grid: Grid) -> Seen:
    """Return the column of each offset behind a gap, and each column's commonest of full lines."""
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    full: dict[int, Counter[int]] = defaultdict(Counter)
    for row in rows:
        for number, word in enumerate(row):
            if number and word.gap <= GUTTER:
                continue
            if number and word.column:
                votes[word.offset][word.column] += 1 + (word.width >= grid.width - 1)
            if abs(word.width - grid.width) <= 1:
                full[word.column][word.offset] += 1
    columns = {offset: commonest(found) for offset, found in votes.items()}
    edges = {column: commonest(found) for column, found in full.items()}
    # Of lines that are set in, and of those with nothing before them.
    for more in range(MAX_FIRST + 1):
        for column, edge in edges.items():
            columns.setdefault(edge + more, column)
    return Seen(columns, edges)


def _placed(row: Row, start: int, grid: Grid, seen: Seen) -> list[Placed]:
    """Return where the words of a row stand, from its first one to its last."""
    found: list[Placed] = []
    column, end = 0, 0  # of the word before: where it ended, in ems from its column's edge
    for number, word in enumerate(row):
        width = word.right - word.left
        gap = word.start - (row[number - 1].end if number else start)
        offset = word.start - start
        is_padded = gap > GUTTER
        indent = end + gap
        steps = (indent + SLACK) // grid.pitch if number else 0
        to = column + steps
        if not number:
            to = seen.columns.get(offset, offset // grid.pitch if offset >= MAX_FIRST else 0)
            indent = offset - seen.edges.get(to, to * grid.pitch)
        elif is_padded and seen.columns.get(offset, -1) >= column + (steps > 0):
            to = seen.columns[offset]
        elif gap == 1 and to == column and SPREAD < width <= grid.width + OVER < indent + width:
            to = column + 1  # behind a headline, whose larger letters fill the column
        if number and to > column:
            indent = gap - GUTTER
            if is_padded and to in seen.edges:
                indent = offset - seen.edges[to]
        if not number or to > column:
            indent = _indent(indent, grid.width - width)
        if width <= grid.width + OVER:
            indent = min(indent, grid.width - width)
        least = found[-1].indent + 1 if number and to == column else 0
        indent = max(indent, least)
        found.append(Placed(to, indent, width, offset, gap))
        column, end = to, indent + width
    return found


def _indent(indent: int, lack: int) -> int:
    """Return how far in a line begins, of what its offset says and what it lacks to be full."""
    if indent and lack in FIRSTS:
        return FIRST  # a full first line, whatever figures made of its offset
    if indent <= MAX_FIRST:
        return FIRST if indent >= FIRST <= lack else 0
    return indent
