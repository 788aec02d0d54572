"""Headlines above columns whose gutters are known: which rows they take, which column each begins.

A row of headlines of articles side by side looks like one of text until the columns are known:

     走向深蓝的科考船队 平原大地开镰
        再添新成员      收麦忙
      昨日上午，在市 成功后，船上人 今天，全市夏收
    里最大的船厂，一 员将先到港口整 全面开始。据了

Then it is told by what a line of text does and it does not: fill its column from its edge, end in a
mark, or have a clause. Such rows are a zone of headlines where text follows, and none stands open
above. Each article takes the words over its columns, in their order: letters of headlines are
larger, so their offsets say little. A first column opens a paragraph, the one before it has ended
a text, and the text says again what its headline says (`paper/headmatch.py` has the figures).
"""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from cleaner.document import Edit
from cleaner.layout import is_han
from cleaner.order.cellheads import (
    ENDED_RE,
    MAX_INDENT,
    MAX_PAUSE,
    PROSE_RE,
    Column,
    Row,
    Word,
    cells_of,
    edge_of,
    joined,
    over_columns,
    width_in_cells,
)
from cleaner.order.cellways import CELL_STEP, MAX_WORDS

# Rows of a zone: kicker, headline of two rows, subtitle, byline.
MAX_ZONE = 5
# Blank rows in it that follow each other: larger letters take more of them.
MAX_BLANK = 2
# Han characters of a zone, at least.
MIN_ZONE_HAN = 4
# A full line lacks so many cells of its column's width at most, or has so many more.
UNDER, OVER = 5, 3
# A cell begins so far from the edge of its column: the indent of a first line, and what figures
# before it move it by.
BEFORE, BEHIND = 1, 6
# Rows of a block in which a column that stands beside the others begins.
FIRST_ROWS = 6
# Articles over columns, in nats (chosen): what each more costs; a first column that opens no
# paragraph; one that follows a column that stands open; a pair of characters that the text says
# again; headlines parted at one space; a headline with a gap inside; one that begins before
# MIN_REACH of its column's offset.
MORE, NOT_OPEN, NOT_ENDED, SAID, NARROW, WIDE, OFF_PLACE = -1.0, -3.0, -2.0, 0.6, -0.5, -1.5, -2.0
LEAD_CHARS = 200
MIN_REACH = 0.5
# More words in a row than this are no headlines; columns that are looked at.
MAX_HEADS, MAX_COLUMNS = 12, 6


class Zone(NamedTuple):
    """Rows [first, last) of headlines."""

    first: int
    last: int


class Dealt(NamedTuple):
    """Columns side by side: where each begins, how wide a line of text is in cells."""

    edges: tuple[int, ...]
    width: int


class Parted(NamedTuple):
    """Words of a row parted among articles in order: what that gains, and where each ends."""

    score: float
    cuts: tuple[int, ...]


NEVER = Parted(float("-inf"), (0,))


def measured(columns: Sequence[Column], text: str) -> Dealt:
    """Return the edges of columns and the commonest width of their lines."""
    edges: set[int] = set()
    widths: Counter[int] = Counter()
    for column in columns:
        edges.add(edge_of(column))
        widths.update(width_in_cells(text[row[0].start : row[-1].end]) for row in column if row)
    width = max(widths, key=lambda w: (widths[w - 1] + widths[w] + widths[w + 1], w), default=0)
    return Dealt(tuple(sorted(edges)), width)


def zones(rows: Column, text: str, first: int, last: int, dealt: Dealt) -> list[Zone]:
    """Return the zones of headlines in rows [first, last), and the one that ends at `first`."""
    found: list[Zone] = []
    at = _top(rows, text, first, dealt)
    rightmost, ended = dealt.edges[0], True  # of the columns since the last zone
    begun = -1
    while at < last:
        row = rows[at]
        if row and _may_head(row, text, dealt):
            begun = at if begun < 0 else begun
        elif row:
            if begun >= 0 and ended and _is_zone(rows[begun:at], text):
                found.append(Zone(begun, at))
                rightmost, ended = dealt.edges[0], True
            begun = -1
            rightmost = max(rightmost, row[-1].left)
            if row[-1].left >= rightmost - MAX_INDENT:
                ended = bool(ENDED_RE.search(text, row[-1].start, row[-1].end))
        at += 1
    return found


def barred(rows: Column, heads: Sequence[int]) -> Column:
    """Make each row of headlines over columns one word, which no gutter passes."""
    found = list(rows)
    for at in heads:
        row = rows[at]
        found[at] = (Word(0, MAX_WORDS * CELL_STEP, row[0].start, row[-1].end),)
    return found


def headlines(
    text: str, rows: Column, above_it: range, columns: Sequence[Column], heads: Sequence[int]
) -> tuple[list[Edit], int, dict[int, str]]:
    """Give the headlines of rows above a block to its columns.

    Returned are edits that set headlines of one row, where they stand over no column or further
    up, below each other, the first row with headlines of the block, and what goes above each
    column. `above_it`: the rows above the block that no other has; `heads`: those of headlines.
    """
    first = above_it.stop
    top = max(above_it.start, _top(rows, text, first, measured(columns, text)))
    # What begins in the block's first rows stands side by side there, not one below the other.
    limit = max((row[0].start for row in rows[first : first + FIRST_ROWS] if row), default=0)
    sides = [
        at
        for at, column in enumerate(columns)
        if any(row and row[0].start <= limit for row in column)
    ]
    found = given(text, rows[top:first], [columns[at] for at in sides])
    if len(found) > 1:
        lines = {sides[at]: "\n".join(one) + "\n" for at, one in found.items()}
        return [], top, {at: "\n" + said if at else said for at, said in lines.items()}
    edits: list[Edit] = []
    above = dict[int, str]()
    for at in reversed(heads):
        cells = cells_of(rows[at], text)
        over = over_columns(cells, columns)
        if over and at == first - 1:
            first = at
            for column, cell in zip(over, cells, strict=True):
                above[column] = f"{text[cell.start : cell.end]}\n{above.get(column, '')}"
        else:
            # Headlines of articles side by side, at whatever offset their larger letters have.
            gaps = [
                (a.end, b.start) for a, b in pairwise(cells) if over or b.start - a.end > MAX_PAUSE
            ]
            edits = [*(Edit(start, text[start:end], "\n\n") for start, end in gaps), *edits]
    return edits, first, {at: "\n" + lines if at else lines for at, lines in above.items()}


def _top(rows: Column, text: str, first: int, dealt: Dealt) -> int:
    """Return the first row of the zone that ends at a row, or this row; blank rows may part it."""
    top = first
    for at in range(first - 1, max(-1, first - 1 - MAX_ZONE * (1 + MAX_BLANK)), -1):
        if _may_head(rows[at], text, dealt):
            top = at
        elif rows[at] or top - at > MAX_BLANK:
            break
    return top


def _may_head(row: Row, text: str, dealt: Dealt) -> bool:
    """Say whether no word of a row is a line of a column, nor words with figures between them.

    A clause tells prose where not all columns were found, so that no line of theirs looks full.
    """
    if not row or len(row) > MAX_HEADS:
        return False
    for piece in _pieces(row, text):
        said = text[piece.start : piece.end]
        if PROSE_RE.search(said) or "，" in said:
            return False
        near = any(-BEFORE <= piece.left - edge <= BEHIND for edge in dealt.edges)
        if near and -UNDER <= width_in_cells(said) - dealt.width <= OVER:
            return False
    return True


def _pieces(row: Row, text: str) -> list[Word]:
    """Return the words of a row, those at the space beside a figure or a letter as one."""
    found: list[Word] = []
    for word in row:
        if found and word.start - found[-1].end == 1:
            before = found[-1]
            if text[before.end - 1].isascii() or text[word.start].isascii():
                found[-1] = Word(before.left, word.right, before.start, word.end)
                continue
        found.append(word)
    return found


def _is_zone(rows: Column, text: str) -> bool:
    filled = [row for row in rows if row]
    han = sum(map(is_han, "".join(text[row[0].start : row[-1].end] for row in filled)))
    return len(filled) <= MAX_ZONE and han >= MIN_ZONE_HAN


def given(text: str, heads: Sequence[Row], columns: Sequence[Column]) -> dict[int, list[str]]:
    """Give the words of rows of headlines to the columns that their articles begin with.

    `columns` stand side by side, at most MAX_COLUMNS are looked at. Returned are the lines above
    each column that an article begins. Time grows with columns and words in a row, both bounded.
    """
    columns = columns[:MAX_COLUMNS]
    heads = [row for row in heads if row]
    edges = [min(row[0].left for row in column if row) for column in columns]
    said = [_said(text, heads, _lead(column, text)) for column in columns]
    costs = [0.0] + [
        MORE + NOT_OPEN * (not _opens(right)) + NOT_ENDED * (not _ended(left, text))
        for left, right in pairwise(columns)
    ]
    best, found = float("-inf"), dict[int, list[str]]()
    most = max((len(row) for row in heads), default=0)
    # How the rows are best parted among articles that begin at some columns: with one more of
    # them, what is known of the others holds.
    parted: dict[tuple[int, ...], list[list[Parted]]] = {
        (): [[Parted(0.0, (0,))] + [NEVER] * len(row) for row in heads]
    }
    for count in range(min(most, len(columns))):
        for others in combinations(range(1, len(columns)), count):
            starts = (0, *others)
            at = starts[-1]
            parted[starts] = [
                _with_one(row, ways, gains, edges[at])
                for row, ways, gains in zip(heads, parted[starts[:-1]], said[at], strict=True)
            ]
            ends = [ways[-1] for ways in parted[starts]]
            score = sum(costs[at] for at in others) + sum(end.score for end in ends)
            if score <= best:
                continue
            rows = [
                [row[a:b] for a, b in pairwise(end.cuts)]
                for row, end in zip(heads, ends, strict=True)
            ]
            lines = [
                [joined(part, text) for part in mine if part] for mine in zip(*rows, strict=True)
            ]
            if all(lines):
                best, found = score, dict(zip(starts, lines, strict=True))
    return found


def _with_one(row: Row, before: Sequence[Parted], said: Sequence[float], edge: int) -> list[Parted]:
    """Return how the first so many words of a row are best parted with one article more.

    `before`: the same without it; `said`: what each word gains in it; `edge`: of its first column.
    """
    gaps = [b.start - a.end for a, b in pairwise(row)]
    wide = [WIDE * (gap > 1) for gap in gaps]
    first = [
        OFF_PLACE * (word.left < MIN_REACH * edge) + NARROW * (at > 0 and gaps[at - 1] == 1)
        for at, word in enumerate(row)
    ]
    after = list[Parted]()
    for last in range(len(row) + 1):
        gain, best, cut = 0.0, before[last].score, last
        for at in range(last - 1, -1, -1):
            gain += said[at]
            if at < last - 1:
                gain += wide[at]
            score = before[at].score + gain + first[at]
            if score > best:
                best, cut = score, at
        after.append(Parted(best, (*before[cut].cuts, last)))
    return after


def _said(text: str, heads: Sequence[Row], lead: str) -> list[list[float]]:
    """Return what each word of headlines gains by the pairs that the start of a text says again."""
    pairs = {a + b for a, b in pairwise(lead) if is_han(a) and is_han(b)}
    return [
        [
            SAID * sum(a + b in pairs for a, b in pairwise(text[word.start : word.end]))
            for word in row
        ]
        for row in heads
    ]


def _lead(column: Column, text: str) -> str:
    said = ""
    for row in column:
        if row:
            said += text[row[0].start : row[-1].end]
        if len(said) >= LEAD_CHARS:
            break
    return said


def _opens(column: Column) -> bool:
    """Say whether a column's first line is set in, or none of its lines is."""
    edge, lefts = edge_of(column), [row[0].left for row in column if row]
    return lefts[0] > edge or not any(edge < left <= edge + MAX_INDENT for left in lefts)


def _ended(column: Column, text: str) -> bool:
    last = next(row for row in reversed(column) if row)
    return bool(ENDED_RE.search(text, last[-1].start, last[-1].end))
