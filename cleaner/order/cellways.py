"""Read a line of a page as a row of words with offsets, in each way that readers count them.

In characters (Poppler and MuPDF let a Han character be one), in cells (a Han character is two, as
in a terminal), in ems (MuPDF's text in the order of the page), or by the number of the cell, where
only tabs or runs of spaces stand between.
"""

import math
from collections import Counter
from collections.abc import Callable, Container, Sequence

from cleaner import late as re
from cleaner.layout import display_width
from cleaner.order.cellheads import MAX_INDENT, Column, Row, Word, width_in_cells

WORD_RE = re.compile(r"\S+")
CELL_RE = re.compile(r"\S+(?: \S+)*")
HALF_RE = re.compile("[!-~]")

# A row of six columns of 24 characters, with gaps; a longer line is a paragraph.
MAX_ROW_CHARS, MAX_WORDS = 300, 24
# Where cells are only numbered, a cell begins at its number times this.
CELL_STEP = 1000
# By ems: rows that show where a column begins, how much a first line is set in, how far off a word
# may begin, the nearest first (measured: 1 behind a gutter, more behind blank columns).
MIN_ROWS, FIRST, DRIFTS = 4, 2, (0, -1, 1, -2, 2, 3)


def _by_characters(start: int, line: str) -> Row:
    if line.isascii() or not HALF_RE.search(line):
        return tuple(
            Word(word.start(), word.end(), start + word.start(), start + word.end())
            for word in WORD_RE.finditer(line)
        )
    # A letter or figure takes half of what it counts: a cell reaches as far as it is wide.
    found = list[Word]()
    for cell in CELL_RE.finditer(line):
        first = cell.start()
        for word in WORD_RE.finditer(line, first, cell.end()):
            at, end = word.span()
            right = first + math.ceil(display_width(line[first:end]))
            left = at
            if at > first and (line[at].isascii() or line[at - 2].isascii()):
                left = first + math.ceil(display_width(line[first:at]))
            found.append(Word(left, right, start + at, start + end))
    return tuple(found)


def _by_cells(start: int, line: str) -> Row:
    found, at, before = [], 0, 0
    for word in WORD_RE.finditer(line):
        left = before + width_in_cells(line[at : word.start()])
        before, at = left + width_in_cells(word[0]), word.end()
        found.append(Word(left, before, start + word.start(), start + word.end()))
    return tuple(found)


def by_number(start: int, line: str) -> Row:
    """Return the row of a line whose cells are only numbered."""
    if line.startswith(" " * (MAX_INDENT + 1)):  # padded to where its first cell stands
        bare = line.strip()
        at = start + line.find(bare)
        return (Word(0, MAX_WORDS * CELL_STEP, at, at + len(bare)),) if bare else ()
    return tuple(
        Word(
            number * CELL_STEP,
            number * CELL_STEP + len(cell[0]),
            start + cell.start(),
            start + cell.end(),
        )
        for number, cell in enumerate(CELL_RE.finditer(line))
    )


def row_of(way: Callable[[int, str], Row], start: int, line: str) -> Row:
    """Return the row of a line; a line of too many words is one word, which no gutter passes."""
    if len(line) <= MAX_ROW_CHARS and not line.lstrip().startswith("|"):  # a table in Markdown
        row = way(start, line)
        if len(row) <= MAX_WORDS:
            return row
    bare = line.rstrip()
    return (Word(0, MAX_WORDS * CELL_STEP, start, start + len(bare)),) if bare else ()


def rows_of(way: Callable[[int, str], Row], page: Sequence[tuple[int, str]]) -> Column:
    """Return the rows of the lines of a page."""
    return [row_of(way, start, line) for start, line in page]


def rows_by_ems(page: Sequence[tuple[int, str]]) -> Column:
    """Return the rows of the lines of a page as MuPDF sorts them: by the ems of what they say.

    MuPDF gives a gap in the mean width of the characters behind it, rounded, at least one space,
    so that a word begins an em or two off its column: it is set where many begin. Where two lines
    were joined, the gap is counted from the edge of the page.
    """
    rows = rows_of(by_ems, page)
    begun = Counter(word.left for row in rows for word in row if word.left > MAX_INDENT)
    edges = {x for x, rows in begun.items() if rows >= max(MIN_ROWS, begun[x - 1], begun[x + 1])}
    places = edges | {x + FIRST for x in edges}
    found = []
    for row in rows:
        before, words = 0, list[Word]()
        for word in row:
            gap, end = word.left - before, words[-1].right if words else 0
            before = word.right
            left = _near(end + gap, places)
            if left is None and gap > end:
                left = _near(gap, places)
            if left is None:
                left = end + gap
            if left < end:
                words[-1] = words[-1]._replace(right=left)
            words.append(word._replace(left=left, right=left + word.right - word.left))
        found.append(tuple(words))
    return found


def by_ems(start: int, line: str) -> Row:
    """Return the row of a line, each gap in the mean width of the characters behind it."""
    found, at, before = [], 0, 0.0
    for word in WORD_RE.finditer(line):
        width = display_width(word[0])
        left = before + (word.start() - at) * width / len(word[0])
        before, at = left + width, word.end()
        found.append(Word(round(left), round(before), start + word.start(), start + word.end()))
    return tuple(found)


def _near(x: int, places: Container[int]) -> int | None:
    return next((x + off for off in DRIFTS if x + off in places), None)


def is_numbered(rows: Column) -> bool:
    """Say whether offsets are the numbers of cells."""
    return all(word.left % CELL_STEP == 0 for row in rows for word in row)


def stretches(rows: Column) -> list[tuple[int, int]]:
    """Return the runs of rows in which cells of one number may be one column's.

    A blank row ends a run, and one with more cells than the row before.
    """
    found, first = [], 0
    for number in range(1, len(rows) + 1):
        if number == len(rows) or not rows[number] or len(rows[number]) > len(rows[number - 1]):
            found.append((first, number))
            first = number
    return found


OFFSETS: tuple[Callable[[int, str], Row], ...] = (_by_characters, _by_cells)
