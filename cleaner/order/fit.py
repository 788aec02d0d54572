"""What it costs that a line stands in a column of a width: as its first, inside, as last.

The search over open columns (`queues`) adds these up. Widths are in cells. A line inside a
paragraph is full; the first of a paragraph is set in, or narrower by its indent where that was
dropped; a last line is anything shorter, and so is a heading. Where a page's first lines are not
set in (`rows.indent_of`), they are full as well, and no width is another's less an indent.
"""

from collections.abc import Mapping
from functools import lru_cache

from cleaner.layout import CLOSE, COLON, COMMA, END, TAIL
from cleaner.order.rows import Row

# A column's first line: as wide as the columns near it; as the first of their paragraphs; as none.
OPEN_FULL, OPEN_INDENTED, OPEN_ODD, OPEN_AS_WELL = 0.0, 0.7, 1.2, 2.0
OPEN_TAIL = 3.0  # with a mark that opens no line
# A width that is common because a column's first lines have it; a column of a width that is not.
SHADOW, UNCOMMON = 1.0, 2.5

# By how many cells a line inside a paragraph is wider than its column, -log of how often against
# the commonest: of 6,500 lines of Han and marks only, of 1,400 with digits or Latin letters, whose
# widths are as the font has them. A line that ends in a mark may let it hang out.
FULL_HAN = {0: 0.0, -2: 2.2, -1: 4.0, 1: 4.0, 2: 4.0}
FULL_MIXED = {0: 0.0, -1: 0.4, 1: 1.4, -2: 1.5, -3: 2.8, 2: 3.5, -4: 4.0}
NOT_FULL, MOST_OVER, TOO_WIDE, WIDER_YET = 5.0, 2, 5.0, 0.3
HANGING, HANGS = 2, 0.8
HANGERS = frozenset({END, COMMA, COLON, CLOSE})
# The same for all widths that cost what no other does, by (mixed, may hang).
WIDEST = 12
FAR_TOO_WIDE = TOO_WIDE + WIDER_YET * WIDEST


def _misfits(full: Mapping[int, float], *, hangs: bool) -> dict[int, float]:
    wider = {over: TOO_WIDE + WIDER_YET * over for over in range(MOST_OVER + 1, WIDEST + 1)}
    near = {over: full.get(over, NOT_FULL) for over in range(min(full), MOST_OVER + 1)}
    return near | wider | ({HANGING: HANGS} if hangs else {})


MISFITS = {
    (mixed, hangs): _misfits(FULL_MIXED if mixed else FULL_HAN, hangs=hangs)
    for mixed in (False, True)
    for hangs in (False, True)
}
# A paragraph's last line, or one of one line, is anything shorter, by how it ends.
SHORT = {END: 1.0, COLON: 2.0, CLOSE: 2.0}
SHORT_OTHER, SHORT_HEAD = 4.0, 2.5
NO_INDENT = 2.0
# Where first lines are not set in, any line may open a paragraph, and most do not. By trial, 0 to 4
# (for nothing, columns that have ended take lines of others).
NOT_SET_IN = 2.5
# A full line that ends its paragraph, by how it ends.
FULL_ENDS = {END: 0.8, COLON: 1.5, CLOSE: 2.5}
FULL_ENDS_OTHER = 4.0
FIRST_TAIL = 4.0  # a first line with a mark that opens none


def openings(row: Row, widths: tuple[int, ...], indent: int) -> list[tuple[float, int, int]]:
    """Return the ways in which a line can be the first of a column: cost, width, indent."""
    found = []
    tail = OPEN_TAIL * (row.opening == TAIL)
    tops = ((0, OPEN_FULL), (indent, OPEN_INDENTED)) if indent else ((0, OPEN_FULL),)
    for width in widths:
        shadow = SHADOW * _is_shadow(width, widths, indent)
        for set_in, price in tops:
            off = misfit(row, width - set_in)
            if off < OPEN_ODD:
                found.append((price + off + shadow + tail, width, set_in))
    found.append((tail + (OPEN_AS_WELL if found else OPEN_ODD), 0, 0))
    return found


@lru_cache(maxsize=4096)
def _is_shadow(width: int, widths: tuple[int, ...], indent: int) -> bool:
    """Say whether a width may be that of the first lines of a column's paragraphs."""
    return indent > 0 and any(abs(width + indent - other) <= 1 for other in widths)


@lru_cache(maxsize=4096)
def strange(width: int, widths: tuple[int, ...], indent: int) -> float:
    """Return what it costs that a column has a width."""
    if all(abs(width - common) > 1 for common in widths):
        return UNCOMMON
    return SHADOW * _is_shadow(width, widths, indent)


def first(before: Row, width: int, indent: int) -> tuple[float, int]:
    """Return what it costs that a column of which one line is known has a width; its indent."""
    full = misfit(before, width)
    short = SHORT.get(before.ending, SHORT_OTHER) if before.cells < width else full
    indented = OPEN_INDENTED + misfit(before, width - indent)
    return min(full, indented, short), indent if indented < min(full, short) else 0


def misfit(row: Row, width: int) -> float:
    """Return what it costs that a line which should fill a width has the one it has.

    Of quotes, as wide as fits better: fonts mix on a page.
    """
    table = MISFITS[row.mixed, row.ending in HANGERS]
    over = row.cells - width
    cost = table.get(over)
    if cost is None:
        cost = NOT_FULL if over < 0 else FAR_TOO_WIDE
    if row.slim == row.cells:
        return cost
    over = row.slim - width
    other = table.get(over)
    if other is None:
        other = NOT_FULL if over < 0 else FAR_TOO_WIDE
    return min(cost, other)


def ends(before: Row, width: int, indent: int) -> tuple[float, float]:
    """Return what it costs that the paragraph of a column's last line goes on, that it ends."""
    room = before.cells + indent - width
    if before.slim != before.cells:
        room = min(room, before.slim + indent - width, key=abs)
    ended = before.ending == END
    if room >= -3:
        # Of the full lines that end in a full stop about half end their paragraph.
        return 0.8 if ended else 0.05, FULL_ENDS.get(before.ending, FULL_ENDS_OTHER)
    return (3.5, 0.05) if ended else (4.0, 0.3)


def fits(row: Row, width: int, indent: int) -> tuple[float, float, float]:
    """Return what a line's width costs inside a paragraph, as a first line, as one not set in.

    `indent`: of the page's first lines; where it is none, no first line is set in.
    """
    over = min(row.cells, row.slim) - width
    full = misfit(row, width)
    last = SHORT.get(row.ending, SHORT_OTHER) if over < 0 else full
    indented = misfit(row, width - indent)
    # A paragraph of one line, a crosshead.
    single = SHORT.get(row.ending, SHORT_HEAD) if over < -indent else indented
    tail = FIRST_TAIL * (row.opening == TAIL)
    if not indent:
        tail += NOT_SET_IN
    return min(full, last), tail + min(indented, single), tail + NO_INDENT * (indent > 0) + full
