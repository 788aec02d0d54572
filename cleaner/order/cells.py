"""Find columns by position: lines whose cells stand at one offset, or behind tabs or wide gaps.

`pdftotext -layout`, readers that sort by position, and what is copied from a page give a row of the
page as one line: `cell   cell   cell`, each padded to where its column begins. No word need be
known to pull such columns apart: a gutter is an offset that is blank over a run of rows and at
which text begins in many. A page is cut as a typesetter would: at the gutter that the most rows
show, then what is left and right of it, and what is above and below.

Offsets are counted three ways, and the way that explains most text is taken: in characters
(Poppler and MuPDF let a Han character be one), in cells (a Han character is two, as in a terminal),
or by the number of the cell, where only tabs or runs of spaces stand between.

A table, a list in columns, a form, verse have gutters as well. What a column has and they have not
is prose that was broken at a width: lines mostly Han and mostly full, with marks in them, that
mostly do not end in one. Both sides of a gutter must be such.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.document import Edit
from cleaner.layout import display_width, is_han
from cleaner.paper.press import masthead

WORD_RE = re.compile(r"\S+")
CELL_RE = re.compile(r"\S+(?: \S+)*")
LINE_RE = re.compile(r"[^\n\f]*[\n\f]?")
WIDE_GAP_RE = re.compile(r"\S(?:[ \u3000]{2,}|\t+)\S")
# What each such gap has; begins with a character, so that the search skips to the next of them.
GAP_RE = re.compile("\t|  |\u3000\u3000| \u3000|\u3000 ")

# Rows that are cut at once: more than the longest page has; keeps the search linear.
MAX_ROWS = 300
# A row of six columns of 24 characters, with gaps; a longer line is a paragraph.
MAX_ROW_CHARS, MAX_WORDS = 300, 24
# Rows in which text begins at a gutter, at least; gutters tried in one region.
MIN_ROWS, MAX_TRIED = 3, 8
# Rows with a wide gap in a text, at least.
MIN_WIDE = 4
# Where cells are only numbered, a cell begins at its number times this.
CELL_STEP = 1000

# A column of prose: its width in cells (chosen: 7 characters), shares of its lines (chosen on
# generated pages; tables and lists fail several at once).
MIN_WIDTH, MIN_LINES = 14, 3
MIN_FULL, MIN_HAN, MAX_ENDED, MAX_SPACED = 0.6, 0.7, 0.45, 0.34
# Share of the lines of columns that are prose; the others are headlines.
MIN_PROSE = 0.75
# Marks a line: prose has one in 12 characters or so.
MIN_MARKS = 0.25
MARKS, END_MARKS = frozenset("，。、；：！？,;"), frozenset("，。、；：！？”）!?,;:")
# A line is full from so many cells under the width (the first one is set in by 4) to so many over.
UNDER, OVER = 5, 3
# Rows around a headline with the lines of its column; Han characters of a headline, at least.
NEAR, MIN_HEAD = 8, 4
# Cells that a first line is set in by; that a full line lacks, where a mark could not begin the next.
INDENT, SHORT = 4, 3
# A text has ended; and what no headline has: a full stop, a mark at its end.
ENDED_RE = re.compile(r"[。！？][”’）」]*$")
PROSE_RE = re.compile(r"[。；]|[，、：]$")
# Indents of more cells than this are no first line's.
MAX_INDENT = 8


class Word(NamedTuple):
    """A run of text in a row: where it is on the page [left, right), where in the text."""

    left: int
    right: int
    start: int
    end: int


Row = tuple[Word, ...]  # of a region: () for a blank row, or one that is blank there
Column = list[Row]


class Block(NamedTuple):
    """Rows [first, last) of a page, cut in columns at gutters."""

    first: int
    last: int
    columns: tuple[Column, ...]
    gutters: tuple[int, ...]


def deal_cells(text: str) -> Iterator[Edit]:
    """Return the edits that set columns given side by side one below the other."""
    bare = text.strip()
    if len(GAP_RE.findall(bare)) < MIN_WIDE or len(WIDE_GAP_RE.findall(bare)) < MIN_WIDE:
        return
    page: list[tuple[int, str]] = []
    for line in LINE_RE.finditer(text):
        page.append((line.start(), line[0]))
        if line[0].endswith("\f") or len(page) >= MAX_ROWS:
            yield from _deal_page(text, page)
            page = []
    yield from _deal_page(text, page)


def _deal_page(text: str, page: Sequence[tuple[int, str]]) -> Iterator[Edit]:
    if sum(_shows_gap(line[:MAX_ROW_CHARS]) for _, line in page) < MIN_WIDE:
        return
    ways = [[_row(way, start, line) for start, line in page] for way in WAYS]
    dealt = [(rows, _blocks(_barred(rows, text), text)) for rows in ways]
    rows, best = max(dealt, key=lambda one: _aligned(one[1]))  # the first of equals
    for block in best:
        first, over = _headlines(rows, block, text)
        start = page[first][0]
        last, line = page[block.last - 1]
        end = last + len(line.rstrip("\n\f"))
        columns = [_column_text(column, text) for column in block.columns]
        new = "\n".join(over.get(at, "") + column for at, column in enumerate(columns))
        # A headline below columns is told by a blank line above it, which such readers leave out.
        new += "\n" * (block.last in _head_rows(rows, text))
        if new != text[start:end]:
            yield Edit(start, text[start:end], new)


def _barred(rows: Column, text: str) -> Column:
    """Make each row of headlines over columns one word, so that no gutter passes it."""
    found = list(rows)
    heads = _head_rows(rows, text)
    for at in heads:
        row = rows[at]
        found[at] = (Word(row[0].left, MAX_WORDS * CELL_STEP, row[0].start, row[-1].end),)
    return found


def _head_rows(rows: Column, text: str) -> list[int]:
    """Return the rows that are headlines with columns above and below.

    A line of prose fills its column or ends in a mark; and where a headline stands below columns,
    the last of these has ended its text.
    """
    cells = [[] if _is_head(row, text) else _cells(row) for row in rows]
    edge = min((row[0].left for row in rows if row), default=0)
    found: list[int] = []
    rightmost, ended, wide = edge, True, 0  # of the rows since the last headline
    for at, row in enumerate(cells):
        if not row:
            continue
        if ended and row[0][0].left == edge and _are_heads(cells, at, edge, text):
            found.append(at)
            rightmost = edge
            continue
        rightmost = max(rightmost, row[-1][0].left)
        last = row[-1][-1]
        if last.left >= rightmost - MAX_INDENT:
            ended = bool(ENDED_RE.search(text, last.start, last.end))
    return found


def _are_heads(cells: Sequence[Sequence[Row]], at: int, edge: int, text: str) -> bool:
    """Say whether no cell of a row ends a paragraph, and one opens below or does not fill it."""
    for cell in cells[at]:
        han = sum(map(is_han, text[cell[0].start : cell[-1].end]))
        if han < MIN_HEAD or PROSE_RE.search(text, cell[0].start, cell[-1].end):
            return False
    below = cells[at + 1] if at + 1 < len(cells) else []
    if below and edge < below[0][0].left <= edge + MAX_INDENT:
        return True
    near = [
        cell
        for row in (*cells[max(0, at - NEAR) : at], *cells[at + 1 : at + 1 + NEAR])
        for cell in row
        if text[cell[-1].end - 1] not in END_MARKS
    ]
    full = [any(_is_like(cell, other, text) for other in near) for cell in cells[at]]
    row = cells[at]
    whole = text[row[0][0].start : row[-1][-1].end]
    return not any(full) or (not all(full) and "，" not in whole)


def _is_like(cell: Row, other: Row, text: str) -> bool:
    """Say whether a cell may be a line of the column of another, which is full there."""
    shift = other[0].left - cell[0].left
    more = _cells_of(other, text) - _cells_of(cell, text) + INDENT * ((shift > 1) - (shift < -1))
    return abs(shift) <= MAX_INDENT and -1 <= more <= SHORT


def _cells_of(cell: Row, text: str) -> int:
    return int(2 * display_width(text[cell[0].start : cell[-1].end]) + 0.5)


def _headlines(rows: Column, block: Block, text: str) -> tuple[int, dict[int, str]]:
    """Return the first row of headlines just above a block, and those of each column.

    A headline's letters are larger, so its offset falls short of that of its column.
    """
    first, over = block.first, dict[int, str]()
    heads = set(_head_rows(rows[: block.last], text))
    edges = [min((row[0].left for row in column if row), default=0) for column in block.columns]
    while first - 1 in heads and len(cells := _cells(rows[first - 1])) > 1:
        places = [
            next((at for at, edge in enumerate(edges) if edge >= cell[0].left), -1)
            for cell in cells
        ]
        if -1 in places or len({*places}) < len(places):
            break
        for at, cell in zip(places, cells, strict=True):
            over[at] = _joined(cell, text) + "\n" + over.get(at, "")
        first -= 1
    return first, {at: "\n" + lines if at else lines for at, lines in over.items()}


def _cells(row: Row) -> list[Row]:
    """Return the cells of a row: words with one space between them are one."""
    found: list[list[Word]] = []
    for number, word in enumerate(row):
        if number and word.start - row[number - 1].end < 2:
            found[-1].append(word)
        else:
            found.append([word])
    return [tuple(cell) for cell in found]


def _shows_gap(line: str) -> bool:
    """Say whether a line has a wide gap, and Han enough for two columns."""
    return bool(WIDE_GAP_RE.search(line)) and sum(map(is_han, line)) >= MIN_WIDTH


def _aligned(blocks: Sequence[Block]) -> int:
    """Return how many rows begin just where most of their column do."""
    return sum(
        max(Counter(row[0].left for row in column if row).values(), default=0)
        for block in blocks
        for column in block.columns
    )


def _by_characters(start: int, line: str) -> Row:
    return tuple(
        Word(word.start(), word.end(), start + word.start(), start + word.end())
        for word in WORD_RE.finditer(line)
    )


def _by_cells(start: int, line: str) -> Row:
    found, at, before = [], 0, 0
    for word in WORD_RE.finditer(line):
        left = before + int(2 * display_width(line[at : word.start()]))
        before, at = left + int(2 * display_width(word[0])), word.end()
        found.append(Word(left, before, start + word.start(), start + word.end()))
    return tuple(found)


def _by_number(start: int, line: str) -> Row:
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


def _row(way: Callable[[int, str], Row], start: int, line: str) -> Row:
    """Return the row of a line; a line of too many words is one word, which no gutter passes."""
    if len(line) <= MAX_ROW_CHARS:
        row = way(start, line)
        if len(row) <= MAX_WORDS:
            return row
    bare = line.rstrip()
    return (Word(0, MAX_WORDS * CELL_STEP, start, start + len(bare)),) if bare else ()


WAYS: tuple[Callable[[int, str], Row], ...] = (_by_characters, _by_cells, _by_number)


def _blocks(rows: Column, text: str) -> list[Block]:
    """Return the blocks of a page that stand in several columns.

    A gutter that was found once holds for the whole page, in however few rows it shows.
    """
    sure = _search(rows, text, frozenset())
    known = frozenset(x for block in sure for x in block.gutters)
    return _search(rows, text, known) if known else []


def _search(rows: Column, text: str, known: frozenset[int]) -> list[Block]:
    found: list[Block] = []
    regions = _stretches(rows) if _is_numbered(rows) else [(0, len(rows))]
    while regions:
        first, last = regions.pop()
        cut = _best_cut(rows[first:last], text, known)
        if not cut:
            continue
        top, end = first + cut[0], first + cut[1]
        columns, gutters = _columns(rows[top:end], text, known)
        if len(columns) > 1:
            found.append(Block(top, end, tuple(columns), tuple(gutters)))
        regions += [(first, top), (end, last)]
    return sorted(found)


def _is_numbered(rows: Column) -> bool:
    """Say whether offsets are the numbers of cells."""
    return all(word.left % CELL_STEP == 0 for row in rows for word in row)


def _stretches(rows: Column) -> list[tuple[int, int]]:
    """Return the runs of rows in which cells of one number may be one column's.

    A blank row ends a run, and one with more cells than the row before.
    """
    found, first = [], 0
    for number in range(1, len(rows) + 1):
        if number == len(rows) or not rows[number] or len(rows[number]) > len(rows[number - 1]):
            found.append((first, number))
            first = number
    return found


def _columns(rows: Column, text: str, known: frozenset[int]) -> tuple[list[Column], list[int]]:
    """Return the columns of a region and the gutters between them; one column for none."""
    cut = _best_cut(rows, text, known)
    if not cut:
        return [rows], []
    top, end, x = cut
    left, right = _sides(rows[top:end], x)
    before, lower = _columns(left, text, known)
    after, upper = _columns(right, text, known)
    inner = [*before, *after]
    if not _are_prose(inner, text):
        return [rows], []
    above = [rows[:top]] if any(rows[:top]) else []
    below, others = _columns(rows[end:], text, known) if any(rows[end:]) else ([], [])
    return [*above, *inner, *below], [*lower, x, *upper, *others]


def _sides(rows: Column, x: int) -> tuple[Column, Column]:
    left = [tuple(word for word in row if word.left < x) for row in rows]
    return left, [tuple(word for word in row if word.left >= x) for row in rows]


def _best_cut(rows: Column, text: str, known: frozenset[int]) -> tuple[int, int, int] | None:
    """Return the run of rows [first, last) and the offset of the gutter that most of them show."""
    begins = Counter(word.left for row in rows for word in row[1:])
    tried = sorted(begins, key=lambda x: (-begins[x], x))[:MAX_TRIED]
    tried += sorted(known & begins.keys() - {*tried})
    best, shown = None, 0
    for x in tried:
        least = shown if x in known else max(shown, MIN_ROWS - 1)
        if begins[x] <= least:
            continue
        for first, last in _runs(rows, x, text):
            count = sum(any(word.left == x for word in row[1:]) for row in rows[first:last])
            if count > least and (x in known or _is_wide(rows[first:last], x)):
                best, shown = (first, last, x), count
                least = count
    return best


def _is_wide(rows: Column, x: int) -> bool:
    """Say whether a gutter is wider than one space in some row."""
    pairs = ((a, b) for row in rows for a, b in pairwise(row) if b.left == x)
    return any(b.start - a.end > 1 or x % CELL_STEP == 0 for a, b in pairs)


def _runs(rows: Column, x: int, text: str) -> Iterator[tuple[int, int]]:
    """Return the runs of rows that are blank before an offset, from their first row of two cells.

    A headline over the left column alone, after a blank row, opens another article.
    """
    first, last, after_blank = -1, -1, False
    for number, row in enumerate(rows):
        crossed = any(word.left < x <= word.right for word in row) or _is_head(row, text)
        is_left = bool(row) and row[-1].left < x
        opens = is_left and after_blank and text[row[-1].end - 1] not in END_MARKS
        if crossed or opens:
            if first >= 0:
                yield first, last
            first = -1
        elif row and not is_left:
            first = number if first < 0 else first
            last = number + 1
        elif is_left and first >= 0 and not after_blank:
            last = number + 1
        after_blank = not row
    if first >= 0:
        yield first, last


def _is_head(row: Row, text: str) -> bool:
    """Say whether a row is the head of a page."""
    return len(row) > 1 and masthead(" ".join(text[word.start : word.end] for word in row))


def _are_prose(columns: Sequence[Column], text: str) -> bool:
    """Say whether columns are prose, most by themselves or, of one width, all together."""
    read = [[text[row[0].start : row[-1].end] for row in column if row] for column in columns]
    every = [line for lines in read for line in lines]
    prose = sum(len(lines) for lines in read if _is_prose(lines))
    return prose >= MIN_PROSE * len(every) or _is_prose(every)


def _is_prose(lines: Sequence[str]) -> bool:
    """Say whether lines are prose that was broken at one width."""
    if len(lines) < MIN_LINES:
        return False
    cells = [int(2 * display_width(line) + 0.5) for line in lines]
    counts = Counter(cells)
    width = max(cells, key=lambda w: (counts[w] + counts[w - 1] + counts[w + 1], w))
    full = [
        line for line, w in zip(lines, cells, strict=True) if width - UNDER <= w <= width + OVER
    ]
    whole = "".join(lines)
    bare = "".join(whole.split())
    return (
        width >= MIN_WIDTH
        and len(full) >= MIN_FULL * len(lines)
        and sum(map(is_han, bare)) >= MIN_HAN * len(bare)
        and sum(char in MARKS for char in bare) >= MIN_MARKS * len(lines)
        and sum(line[-1] in END_MARKS for line in full) <= MAX_ENDED * len(full)
        and sum(" " in line or "\t" in line for line in lines) <= MAX_SPACED * len(lines)
    )


def _column_text(column: Column, text: str) -> str:
    """Return a column's lines; the indents of first lines stay."""
    lefts = Counter(row[0].left for row in column if row)
    edge = max(lefts, key=lambda x: (lefts[x], -x), default=0)
    parts: list[str] = []
    for row in column:
        if row:
            indent = row[0].left - edge
            parts.append(" " * (indent if 0 < indent <= MAX_INDENT else 0) + _joined(row, text))
    return "\n".join(parts)


def _joined(row: Row, text: str) -> str:
    """Return the words of a row with the space between them as it stands."""
    parts = [text[row[0].start : row[0].end]]
    for before, word in pairwise(row):
        parts += [text[before.end : word.start], text[word.start : word.end]]
    return "".join(parts)
