"""Rows of tables whose cells are wrapped prose: lines with a gutter that stands still.

    导入    老师先讲例题，再让学    学生自读课文，划出不懂
            生分组讨论。            的词语，同桌互相提问。
    新授    通过朗读体会作者的感    孩子们轮流朗读。
            情，注意停顿。

Each line is as full as one of a column, and the next one goes on, but in cells: put together they
read across. A gutter is a place at which cells begin, behind a gap, in several rows, and into which
no row between them reaches; gaps that a formatter spread stand anywhere. What stands left of a
gutter may be prose itself, then no row is joined to any; or names, items' numbers, options of a
program, and beside them what they mean: then no row is joined to one that has such a name, and how
the meaning goes on is the decode's to say.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count, pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import Line, display_width, has_cell_tab, kept_with_lines

# What stands between two cells: spaces, or a bar; a tab by itself.
GAP_RE = re.compile("(?:\u3000| {2,}|[ \u3000]+[|│┃║](?= |$))[ \u3000|│┃║]*|\t")
BARS = str.maketrans("|│┃║", "    ")
BAR_RE = re.compile("[│┃║]")
# A rule between rows; it has no cells.
RULE_RE = re.compile("[-=_+|─━═┄│┼├┤┌┬┐└┴┘*~ ]+")
# Rows that have text on both sides of a gutter, at least; so many others may stand between two.
MIN_ROWS, MAX_BETWEEN = 3, 14
# Such a share of the gaps in these rows stand at gutters. Of lines that a formatter spread .3.
MIN_AT_GUTTERS = 0.7
# Cells that are prose: so wide, three in four, such a share as wide as the widest but for RAGGED
# or a quarter, and such a share with another one in the row below.
MIN_PROSE, RAGGED, MIN_FULL, MIN_GOING_ON = 10, 7, 0.4, 0.4
# The lines above rows, and below them, that show whether they are a column's. Of 100 and 300 the
# same; it bounds what a gutter costs.
AROUND = 100
# How much the lines of one column differ in width: a mark.
SAME = 2
# Cells of a line with tabs are numbered: one begins at its number times this.
CELL_STEP = 1000
# A row of so many cells is none of prose, but a string of words: it bounds the time a line takes.
MOST_CELLS = 24
# What it says that a row begins with a name.
ROW = 8.0


class Cell(NamedTuple):
    """Where a cell of a row begins and ends, in columns of a terminal or in characters."""

    left: int
    right: int


@dataclass
class Gutter:
    """Rows beside which a gutter stands: those with text on both sides, on one, on the other."""

    left: int
    both: list[int] = field(default_factory=list)
    before: list[int] = field(default_factory=list)  # text left of it alone
    behind: list[int] = field(default_factory=list)  # cells that begin there alone


class Rows(NamedTuple):
    """Which lines are rows whose cells are prose, and which begin a row beside what they mean."""

    prose: Sequence[bool]
    named: Sequence[bool]


@kept_with_lines
def table_rows(lines: Sequence[Line]) -> Rows:
    """Return which lines of a text are rows of tables."""
    prose, named = [False] * len(lines), [False] * len(lines)
    gapped = [at for at, line in enumerate(lines) if _has_gap(line.text)]
    for first, last in _stretches(gapped, len(lines)):
        part = lines[first:last]
        for cells in _ways(part):
            for gutter in _sure(_gutters(cells), cells):
                if _is_prose(gutter, cells):
                    rows = _rows(gutter, part, cells)
                    if _is_column(gutter, cells, rows):
                        continue
                    for at in rows:
                        prose[first + at] = True
                else:
                    for at in gutter.both:
                        named[first + at] = True
    return Rows(prose, named)


def _ways(lines: Sequence[Line]) -> list[list[list[Cell]]]:
    """Return the cells of rows in each way to count that tells them apart."""
    ways = list[list[list[Cell]]]()
    for size in (_wide, _slim, len):
        cells = [_cells(line, size) for line in lines]
        ways += [cells] * (cells not in ways)
    return ways


def _wide(text: str) -> int:
    """Return how many columns of a terminal a text takes where curly quotes take two."""
    return round(2 * display_width(text))


def _slim(text: str) -> int:
    """Return the same where curly quotes take one."""
    return _wide(text) - sum(map(text.count, "“”‘’"))


def _has_gap(text: str) -> bool:
    signs = "  " in text or "\u3000" in text or " |" in text or BAR_RE.search(text)
    if "\t" in text and not signs:
        return has_cell_tab(text)
    return bool(signs and GAP_RE.search(text))


def _stretches(gapped: Sequence[int], end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of lines in which gaps stand near each other, enough for a gutter."""
    run: list[int] = []
    for at in (*gapped, end + 2 * MAX_BETWEEN):
        if run and at - run[-1] > MAX_BETWEEN:
            if len(run) >= MIN_ROWS:
                yield max(run[0] - MAX_BETWEEN, 0), min(run[-1] + MAX_BETWEEN, end)
            run = []
        run.append(at)


def with_tables(lines: Sequence[Line], evidence: Sequence[float]) -> list[float]:
    """Return what speaks for a paragraph's end, with rows that begin with a name."""
    named = table_rows(lines).named
    return [ROW + found if row else found for found, row in zip(evidence, named[1:], strict=True)]


def _cells(line: Line, size: Callable[[str], int]) -> list[Cell]:
    """Return the cells of a row; none of a rule."""
    text, start = line.text, round(2 * line.indent)
    if not _has_gap(text):
        is_rule = not text[0].isalnum() and RULE_RE.fullmatch(text)
        return [] if is_rule else [Cell(start, start + size(text))]
    if RULE_RE.fullmatch(text):
        return []
    text = text.translate(BARS)
    cells, at = list[Cell](), start
    if "\t" in text:
        for at, cell in zip(count(0, CELL_STEP), text.split("\t"), strict=False):
            if cell.strip():
                cells.append(Cell(at, at + len(cell)))
    else:
        done = 0
        for gap in GAP_RE.finditer(text):
            at = _after(at, text[done : gap.start()], size, cells)
            at += size(gap[0])
            done = gap.end()
        _after(at, text[done:], size, cells)
    return cells if len(cells) <= MOST_CELLS else [Cell(start, cells[-1].right)]


def _after(at: int, text: str, size: Callable[[str], int], cells: list[Cell]) -> int:
    """Add a cell that begins there, if it has text, and return where it ends."""
    end = at + size(text)
    if text:
        cells.append(Cell(at, end))
    return end


def _gutters(rows: Sequence[Sequence[Cell]]) -> Iterator[Gutter]:
    """Yield the gutters that enough rows show, from their first row with two cells to their last.

    Linear: a gutter that rows do not show again is soon closed.
    """
    open_: dict[int, Gutter] = {}
    for at, row in enumerate(rows):
        if not row:
            continue
        closed = []
        for left, gutter in open_.items():
            if at - gutter.both[-1] > MAX_BETWEEN or any(a < left - 1 < b for a, b in row):
                closed.append(left)
            elif row[-1].right < left:
                gutter.before.append(at)
            elif row[0].left >= left:
                gutter.behind.append(at)
            else:
                gutter.both.append(at)
        for left in closed:
            yield open_.pop(left)
        for cell in row[1:]:
            if cell.left not in open_:
                open_[cell.left] = Gutter(cell.left, [at])
    yield from open_.values()


def _sure(found: Iterator[Gutter], cells: Sequence[Sequence[Cell]]) -> list[Gutter]:
    """Return the gutters at which most gaps of their rows stand, or at one that comes again."""
    shown = [
        (gutter, [at for at in gutter.both if any(gutter.left == a for a, _ in cells[at][1:])])
        for gutter in found
    ]
    places: dict[int, set[int]] = {}
    for gutter, rows in shown:
        for at in rows if len(rows) > 1 else ():
            places.setdefault(at, set()).add(gutter.left)
    sure = []
    for gutter, rows in shown:
        if len(rows) < MIN_ROWS:
            continue
        gaps = [cell.left in places.get(at, ()) for at in gutter.both for cell in cells[at][1:]]
        if sum(gaps) >= MIN_AT_GUTTERS * len(gaps):
            sure.append(gutter)
    return sure


def _left_cells(gutter: Gutter, cells: Sequence[Sequence[Cell]]) -> dict[int, Cell]:
    found = {}
    for at in sorted((*gutter.both, *gutter.before)):
        before = [cell for cell in cells[at] if cell.right < gutter.left]
        if before:
            found[at] = before[-1]
    return found


def _is_prose(gutter: Gutter, cells: Sequence[Sequence[Cell]]) -> bool:
    """Say whether what stands left of a gutter is prose, no names."""
    left = _left_cells(gutter, cells)
    full = _full(left.values())
    if full < MIN_PROSE:
        return False
    on = sum(b == a + 1 and left[a].left == left[b].left for a, b in pairwise(left))
    near = sum(b - a >= full - max(RAGGED, full // 4) for a, b in left.values())
    return near >= MIN_FULL * len(left) and on >= MIN_GOING_ON * len(left)


def _is_column(gutter: Gutter, cells: Sequence[Sequence[Cell]], rows: range) -> bool:
    """Say whether what stands left of a gutter is a piece of the lines above and below.

    Most begin where it does, and they are as wide: a column of a page, of whose rows some were left
    side by side when the others were dealt.
    """
    above = cells[max(rows.start - AROUND, 0) : rows.start]
    near = [*above, *cells[rows.stop : rows.stop + AROUND]]
    around = [row[0] for row in near if len(row) == 1]
    left = [cell for at, cell in _left_cells(gutter, cells).items() if at in rows]
    if len(around) < min(len(gutter.both), AROUND) or _begin(around) != _begin(left):
        return False
    return abs(_full(around) - _full(left)) <= SAME


def _begin(cells: Sequence[Cell]) -> int:
    """Return where most cells begin."""
    return sorted(cell.left for cell in cells)[len(cells) // 2]


def _full(cells: Iterable[Cell]) -> int:
    """Return how wide three in four cells are at most."""
    widths = sorted(cell.right - cell.left for cell in cells)
    return widths[len(widths) * 3 // 4]


def _rows(gutter: Gutter, lines: Sequence[Line], cells: Sequence[Sequence[Cell]]) -> range:
    """Return the rows of a gutter, with those above and below that have cells on one side alone.

    Not many more than between two that have both: what is left of columns has their text around.
    """
    first, last = gutter.both[0], gutter.both[-1]
    most = 2 * max(b - a for a, b in pairwise(gutter.both))
    top, end = max(first - most, 0), min(last + 1 + most, len(lines))
    widest = max(cell.right for cell in _left_cells(gutter, cells).values())

    def belongs(at: int) -> bool:
        row = cells[at]
        return not row or row[0].left == gutter.left or row[-1].right <= widest

    while first > top and not lines[first].blanks and belongs(first - 1):
        first -= 1
    while last + 1 < end and not lines[last + 1].blanks and belongs(last + 1):
        last += 1
    return range(first, last + 1)
