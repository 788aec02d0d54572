"""Headlines over columns that stand side by side in one row, as cells.

Readers that keep the places of a page leave out the blank lines around a headline, so that it looks
like one more line of the column that it begins at: columns above and below would be read through
it. It is told by what prose never does: a line of prose fills its column, or ends in a mark; above
a line that is set in, the one before has ended its paragraph. And it stands where the last column
above has ended its text. Of headlines in one row, each goes on top of the column below it.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import display_width, is_han
from cleaner.paper.press import PAGE_WORD_RE, masthead

# Indents of more cells than this are no first line's.
MAX_INDENT = 8
# Rows around a headline with the lines of its column; Han characters of a headline, at least.
NEAR, MIN_HEAD = 8, 4
# Cells that a first line is set in by; that a full line may lack, as a mark cannot begin the next.
INDENT, SHORT = 4, 3
# A headline's offset is this much of its column's, at least (measured: .79 at twice the size of the
# text). Spaces that a headline of two parts has between them, at most.
MIN_REACH, MAX_PAUSE = 0.75, 4
# A text has ended; and what no headline has: a full stop, a mark at its end, a section's number.
ENDED_RE = re.compile(r"[。！？][”’）」]*$|）$")
PROSE_RE = re.compile(r"[。；]|[，、：]$|^[0-9.．]+\s|^[（(]?[一二三四五六七八九十0-9]+[、）)]")
END_MARKS = frozenset("，。、；：！？”）!?,;:")


class Word(NamedTuple):
    """A run of text in a row: where it is on the page [left, right), where in the text."""

    left: int
    right: int
    start: int
    end: int


Row = tuple[Word, ...]  # of a region: () for a blank row, or one that is blank there
Column = list[Row]


class Cell(NamedTuple):
    """Words of a row that belong together: where they begin on the page, how wide they are."""

    left: int
    width: int
    start: int
    end: int


def commonest(counts: Mapping[int, int], default: int = 0) -> int:
    """Return what is counted most often, of equals the least."""
    return max(counts, key=lambda one: (counts[one], -one), default=default)


def edge_of(column: Column) -> int:
    """Return where most lines of a column begin."""
    return commonest(Counter(row[0].left for row in column if row))


def head_rows(rows: Column, text: str) -> list[int]:
    """Return the rows that are headlines of columns, from the top."""
    heads = mastheads(rows, text)
    cells = [[] if head else cells_of(row, text) for row, head in zip(rows, heads, strict=True)]
    edge = min((row[0].left for row in rows if row), default=0)
    found: list[int] = []
    rightmost, ended = edge, True  # of the columns since the last headline
    for at, row in enumerate(cells):
        if not row:
            continue
        around = [len(cells[n]) for n in (at - 1, at + 1) if 0 <= n < len(cells)]
        fewer = len(around) == 2 and min(around) > len(row)
        if (ended or fewer) and row[0].left == edge and _are_heads(cells, at, text):
            found.append(at)
            rightmost = edge
            continue
        rightmost = max(rightmost, row[-1].left)
        last = rows[at][-1]
        if last.left >= rightmost - MAX_INDENT:
            ended = bool(ENDED_RE.search(text, last.start, last.end))
    return found


def _are_heads(cells: Sequence[Sequence[Cell]], at: int, text: str) -> bool:
    """Say whether no cell of a row ends as prose does, and they do not fill their columns."""
    row = cells[at]
    if any(PROSE_RE.search(text[cell.start : cell.end]) for cell in row):
        return False
    if sum(map(is_han, text[row[0].start : row[-1].end])) < MIN_HEAD:
        return False
    below = cells[at + 1] if at + 1 < len(cells) else []
    if below and row[0].left < below[0].left <= row[0].left + MAX_INDENT:
        return True  # a paragraph begins below, and none has ended here
    full = [
        other
        for near in (*cells[max(0, at - NEAR) : at], *cells[at + 1 : at + 1 + NEAR])
        for other in near
        if text[other.end - 1] not in END_MARKS
    ]
    alike = [any(_is_like(cell, other) for other in full) for cell in row]
    return not any(alike) or (not all(alike) and "，" not in text[row[0].start : row[-1].end])


def _is_like(cell: Cell, other: Cell) -> bool:
    """Say whether a cell is as wide as another, which fills its column."""
    shift = other.left - cell.left
    if abs(shift) > MAX_INDENT:
        shift = 0  # of another column
    more = other.width - cell.width + INDENT * ((shift > 1) - (shift < -1))
    return -1 <= more <= SHORT


def is_masthead(row: Row, text: str) -> bool:
    """Say whether a row is the head of a page."""
    if len(row) < 2:
        return False
    starts, ends = _page_words(text)
    at = bisect_left(starts, row[0].start)
    if at == len(starts) or ends[at] > row[-1].end:
        return False  # nearly all
    return masthead(" ".join(text[word.start : word.end] for word in row))


def mastheads(rows: Column, text: str) -> list[bool]:
    """Say of each row of a region whether it is the head of a page: most regions have no such."""
    starts, _ = _page_words(text)
    filled = [row for row in rows if row]
    if not filled or bisect_left(starts, filled[0][0].start) == bisect_left(
        starts, filled[-1][-1].end
    ):
        return [False] * len(rows)
    return [is_masthead(row, text) for row in rows]


@lru_cache(maxsize=4096)  # the words of a page are measured in several ways
def width_in_cells(text: str) -> int:
    """Return how many cells a text takes: a Han character two, as in a terminal."""
    return int(2 * display_width(text))


@lru_cache(maxsize=1)
def _page_words(text: str) -> tuple[list[int], list[int]]:
    """Return where the words that heads of pages have start, and end; a row is asked often."""
    words = list(PAGE_WORD_RE.finditer(text))
    return [word.start() for word in words], [word.end() for word in words]


def over_columns(cells: Sequence[Cell], columns: Sequence[Column]) -> list[int]:
    """Return the column that each headline of a row stands over; nothing where that is not plain.

    A headline's letters are larger, so its offset falls short of that of its column; not by much,
    or it is a part of the headline before.
    """
    edges = [min((row[0].left for row in column if row), default=0) for column in columns]
    found = [
        next((at for at, edge in enumerate(edges) if MIN_REACH * edge <= cell.left <= edge), -1)
        for cell in cells
    ]
    plain = len(cells) > 1 and -1 not in found and len({*found}) == len(found)
    return found if plain else []


def cells_of(row: Row, text: str) -> list[Cell]:
    """Return the cells of a row: words with one space between them are one."""
    found: list[Cell] = []
    for word in row:
        if found and text[found[-1].end : word.start] == " ":
            cell = found.pop()
            left, start = cell.left, cell.start
        else:
            left, start = word.left, word.start
        found.append(Cell(left, width_in_cells(text[start : word.end]), start, word.end))
    return found


def joined(row: Row, text: str) -> str:
    """Return the words of a row with the space between them as it stands."""
    parts = [text[row[0].start : row[0].end]]
    for before, word in pairwise(row):
        parts += [text[before.end : word.start], text[word.start : word.end]]
    return "".join(parts)
