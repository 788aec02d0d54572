"""Find columns by position: lines whose cells stand at one offset, or behind tabs or wide gaps.

`pdftotext -layout`, readers that sort by position, and what is copied from a page give a row of the
page as one line: `cell   cell   cell`, each padded to where its column begins. No word need be
known to pull such columns apart: a gutter is an offset that is blank over a run of rows and at
which text begins in many. A page is cut as a typesetter would: at the gutter that the most rows
show, then what is left and right of it, and what is above and below.

Offsets are counted two ways (`cellways.py`), and the way that explains most text is taken; where
neither finds columns the cells are only numbered.

A table, a list in columns, a form, verse have gutters as well. What a column has and they have not
is prose that was broken at a width: lines mostly Han and mostly full, with marks in them, that
mostly do not end in one. Both sides of a gutter must be such, and no records (`cellrecords.py`).
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.document import Edit
from cleaner.order.cellfits import rows_by_width
from cleaner.order.cellheads import (
    END_MARKS,
    MAX_INDENT,
    NEAR,
    Column,
    edge_of,
    head_rows,
    joined,
    mastheads,
)
from cleaner.order.cellprose import MIN_WIDTH, are_prose, han_in, have_prose
from cleaner.order.cellrecords import are_records, crosses, in_table
from cleaner.order.cellways import (
    CELL_STEP,
    MAX_ROW_CHARS,
    OFFSETS,
    by_number,
    is_numbered,
    rows_by_ems,
    rows_of,
    stretches,
)
from cleaner.order.headzones import barred, headlines, measured, zones

LINE_RE = re.compile(r"[^\n\f]*[\n\f]?")
WIDE_GAP_RE = re.compile(r"\S(?:[ \u3000]{2,}|\t+)\S")
# What each such gap has; begins with a character, so that the search skips to the next of them.
GAP_RE = re.compile("\t|  |\u3000\u3000| \u3000|\u3000 ")

# Rows that are cut at once: more than the longest page has; keeps the search linear.
MAX_ROWS = 300
# Rows in which text begins at a gutter, at least; gutters tried in one region.
MIN_ROWS, MAX_TRIED = 3, 8
# Gutters of a region that may fail before the rows around are looked at (4: no better, slower).
MAX_FAILED = 1
# Rows with a wide gap in a text, at least.
MIN_WIDE = 4
# Ems are an estimate: rows that they align must be so many times those that offsets do (measured:
# 1.3 and more of pages that MuPDF sorted, 1.2 at most of others), and so many.
MUCH_MORE, MIN_EMS = 1.2, 20
# The same of places by the width of columns (measured: equal from 1 to 1.2).
FIT_MORE = 1.1
# A cell may stand so far before its column, in which others begin (measured: half a figure).
OFF = 1

# Spaces that a justified line has between words, and the share of a page's gaps that are such and
# stand at no gutter (measured: .13 at most of pages in columns, .2 to .7 of manuals).
STRETCHED = frozenset({2, 3})
MAX_STRETCHED = 0.15


class CellBlock(NamedTuple):
    """Rows [first, last) of a page, cut in columns at gutters."""

    first: int
    last: int
    columns: tuple[Column, ...]
    gutters: tuple[int, ...]


class Reading(NamedTuple):
    """A page counted one way: its rows, which of them are headlines, its blocks."""

    rows: Column
    heads: list[int]
    blocks: list[CellBlock]


def deal_cells(text: str) -> Iterator[Edit]:
    """Return the edits that set columns given side by side one below the other."""
    if "  " not in text and "\t" not in text and "\u3000" not in text:
        return
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
    rows, heads, blocks = _dealt(page, text)
    before, below = 0, frozenset(heads)
    for block in blocks:
        records = are_records(rows[block.first : block.last], block.columns, text)
        if records or in_table(rows, block.first, block.last, block.gutters, text):
            continue
        nearest = bisect_left(heads, max(before, block.first - NEAR))
        known = heads[nearest : bisect_left(heads, block.first)]
        free = range(before, block.first)
        edits, first, above = headlines(text, rows, free, block.columns, known)
        yield from edits
        start = page[first][0]
        last, line = page[block.last - 1]
        end = last + len(line.rstrip("\n\f"))
        columns = [_column_text(column, text) for column in block.columns]
        new = "\n".join(above.get(at, "") + column for at, column in enumerate(columns))
        # A headline below columns is told by a blank line above it, which such readers leave out.
        new += "\n" * (block.last in below)
        if new != text[start:end]:
            yield Edit(start, text[start:end], new)
        before = block.last


def _dealt(page: Sequence[tuple[int, str]], text: str) -> Reading:
    """Return the rows, headlines and blocks of a page, counted the way that explains most of it.

    Ems are taken only for much more. The numbers of cells are asked last: they misplace each row
    below a column that ended.
    """
    found = [_read(rows_of(way, page), text) for way in OFFSETS]
    best = max(found, key=lambda one: _aligned(one.blocks))  # the first of equals
    kept = best._replace(blocks=[]) if _is_justified(best) else best
    ems = _read(rows_by_ems(page), text)
    much = max(MIN_EMS, MUCH_MORE * _aligned(kept.blocks))
    if _aligned(ems.blocks) > much:  # its gaps may be narrow, and off the gutter
        kept = ems
    fits = _read(rows_by_width(page), text)
    if _aligned(fits.blocks) > max(MIN_EMS, FIT_MORE * _aligned(kept.blocks)):
        kept = fits
    if kept is ems or kept is fits:
        return _with_zones(kept, text)
    if best.blocks:
        return _with_zones(kept, text)
    # Numbers show no indent: the headlines are those of the first way.
    numbers = _read(rows_of(by_number, page), text, found[0].heads)
    return kept if _is_justified(numbers) else numbers


def _read(rows: Column, text: str, heads: list[int] | None = None) -> Reading:
    heads = head_rows(rows, text) if heads is None else heads
    return Reading(rows, heads, _blocks(barred(rows, heads), text))


def _with_zones(found: Reading, text: str) -> Reading:
    """Cut the page again with the rows of headlines that show once its columns are known."""
    rows, heads, blocks = found
    more = {
        at
        for block in blocks
        for zone in zones(rows, text, block.first, block.last, measured(block.columns, text))
        for at in range(zone.first, zone.last)
        if rows[at]
    }
    if more <= {*heads}:
        return found
    again = _read(rows, text, sorted(more.union(heads)))
    return again if again.blocks else again._replace(blocks=blocks)


def _shows_gap(line: str) -> bool:
    """Say whether a line has a wide gap, and Han enough for two columns."""
    return bool(WIDE_GAP_RE.search(line)) and han_in(line) >= MIN_WIDTH


def _aligned(blocks: Sequence[CellBlock]) -> int:
    """Return how many rows begin just where most of their column do."""
    return sum(
        max(Counter(row[0].left for row in column if row).values(), default=0)
        for block in blocks
        for column in block.columns
    )


def _is_justified(page: Reading) -> bool:
    """Say whether gaps stand anywhere: lines were stretched to one width, as in a manual."""
    gutters = {x + off for block in page.blocks for x in block.gutters for off in (-OFF, 0, OFF)}
    gaps = [(b.start - a.end, b.left) for row in page.rows for a, b in pairwise(row)]
    stretched = sum(width in STRETCHED and left not in gutters for width, left in gaps)
    all_wide = sum(width > 1 for width, _ in gaps)
    return stretched >= MIN_ROWS and stretched > MAX_STRETCHED * all_wide


def _blocks(rows: Column, text: str) -> list[CellBlock]:
    """Return the blocks of a page that stand in several columns.

    A gutter that was found once holds for the whole page, in however few rows it shows.
    """
    sure = _search(rows, text, frozenset())
    known = frozenset(x for block in sure for x in block.gutters)
    return _search(rows, text, known) if known else []


def _search(rows: Column, text: str, known: frozenset[int]) -> list[CellBlock]:
    found: list[CellBlock] = []
    none = frozenset[int]()
    whole = stretches(rows) if is_numbered(rows) else [(0, len(rows))]
    regions = [(first, last, none) for first, last in whole]
    while regions:
        first, last, failed = regions.pop()
        cut = _best_cut(rows[first:last], text, known, failed)
        if not cut:
            continue
        top, end = first + cut[0], first + cut[1]
        columns, gutters = _columns(rows[top:end], text, known, failed)
        if len(columns) > 1:
            found.append(CellBlock(top, end, tuple(columns), tuple(gutters)))
        elif len(failed) < MAX_FAILED:
            regions.append((first, last, failed | {cut[2]}))
            continue
        regions += [(first, top, none), (end, last, none)]
    return sorted(found)


def _columns(
    rows: Column, text: str, known: frozenset[int], failed: frozenset[int] = frozenset()
) -> tuple[list[Column], list[int]]:
    """Return the columns of a region and the gutters between them; one column for none."""
    cut = _best_cut(rows, text, known, failed)
    if not cut:
        return [rows], []
    top, end, x = cut
    left, right = _sides(rows[top:end], x)
    before, lower = _columns(left, text, known)
    after, upper = _columns(right, text, known)
    inner = [*before, *after]
    if not are_prose(inner, text) or not (have_prose(before, text) and have_prose(after, text)):
        return [rows], []
    above = [rows[:top]] if any(rows[:top]) else []
    below, others = _columns(rows[end:], text, known) if any(rows[end:]) else ([], [])
    return [*above, *inner, *below], [*lower, x, *upper, *others]


def _sides(rows: Column, x: int) -> tuple[Column, Column]:
    left = [tuple(word for word in row if word.left < x - OFF) for row in rows]
    return left, [tuple(word for word in row if word.left >= x - OFF) for row in rows]


def _best_cut(
    rows: Column, text: str, known: frozenset[int], failed: frozenset[int]
) -> tuple[int, int, int] | None:
    """Return the run of rows [first, last) and the offset of the gutter that most of them show."""
    # The rows in which a word, not the first, begins at an offset.
    begins: dict[int, list[int]] = {}
    for number, row in enumerate(rows):
        for at, word in enumerate(row):
            if (at or word.left > MAX_INDENT) and word.left not in failed:
                begins.setdefault(word.left, []).append(number)
    tried = sorted(begins, key=lambda x: (-len(begins[x]), x))[:MAX_TRIED]
    tried += sorted(known & begins.keys() - {*tried})
    best, shown, heads = None, 0, list[bool]()
    for x in tried:
        least = shown if x in known else max(shown, MIN_ROWS - 1)
        mine = begins[x]
        if len(mine) <= least:
            continue
        heads = heads or mastheads(rows, text)
        for first, last in _runs(rows, x, text, heads):
            count = bisect_left(mine, last) - bisect_left(mine, first)
            if count > least and _parts(rows[first:last], x, is_known=x in known):
                best, shown = (first, last, x), count
                least = count
    return best


def _parts(rows: Column, x: int, *, is_known: bool) -> bool:
    """Say whether text stands left of a gutter, which is wider than one space in some row."""
    beside = sum(bool(row) and row[0].left < x - OFF for row in rows)
    if is_known or beside < MIN_ROWS:
        return is_known and beside > 0
    pairs = ((a, b) for row in rows for a, b in pairwise(row) if b.left == x)
    return any(b.start - a.end > 1 or x % CELL_STEP == 0 for a, b in pairs)


def _runs(rows: Column, x: int, text: str, heads: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Return the runs of rows that are blank before an offset, from their first row of two cells.

    A headline over the left column alone, after a blank row, opens another article. `heads`: of
    each row whether it is the head of a page.
    """
    first, last, after_blank = -1, -1, False
    for number, row in enumerate(rows):
        crossed = heads[number] or crosses(row, x)
        is_left = bool(row) and row[-1].left < x - OFF
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


def _column_text(column: Column, text: str) -> str:
    """Return a column's lines; the indents of first lines stay."""
    edge = edge_of(column)
    parts: list[str] = []
    for row in column:
        if row:
            indent = row[0].left - edge
            parts.append(" " * (indent if 0 < indent <= MAX_INDENT else 0) + joined(row, text))
    return "\n".join(parts)
