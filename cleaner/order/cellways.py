"""Read a line of a page as a row of words with offsets, in each way that readers count them.

In characters (Poppler and MuPDF let a Han character be one), in cells (a Han character is two, as
in a terminal), or by the number of the cell, where only tabs or runs of spaces stand between.
"""

import math
from collections.abc import Callable

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
