"""Deal the rows of a scan into columns of known widths, as the lines of each column go on.

`scanrows` peels columns off by the width at which most rows can be cut, each row by itself. But a
row may have nothing in a column, where a paragraph ended above a blank or a column is short; its
first part then stands in another column, and little in the row says so:

    第一段的末句到此。           栏里的一行，接着在下面
    继续读下去，左边没有字

What tells is what the parts go on from. So each row is parted in all ways that the widths and its
gutters allow, and a search over the rows takes those in which the lines of each column go on in
each other.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, product
from typing import NamedTuple

from cleaner import late as re
from cleaner import ngram
from cleaner.late import np
from cleaner.layout import END, display_width, ending_of
from cleaner.model import Model
from cleaner.order.topics import simplified

# What may stand between two columns: spaces, and what a reader makes of the rule between them.
GAP_RE = re.compile(r"[ \u3000]*[”“\"'|丨。·，、][”“\"'|丨。·，、 \u3000]*|[ \u3000]+")
HALF_MARKS = frozenset(",:;!?()\"'")
QUOTES = frozenset("“”\"'‘’")
# Marks that hang over a column's edge; of a gutter, those that may be a line's own.
HANGING, OWN = "，。、；：！？”》）」,.;:!?)", frozenset("，、。")
MAX_HANGING = 2

# Cells: by which a full line may miss its column's width, an indent, a gutter.
OFF, INDENT, GUTTER = 3.0, 4.0, 2.0
# Cells that one of many spaces stands for; from so many on they are many.
SPACE_CELLS, WIDE = 0.9, 4
# Costs of a part: a cell that it misses; an indented line; a short line at a row's end, and
# before a part that no gap sets off; a gap of many spaces inside, a mark and a space inside.
MISS, INDENTED, SHORT, UNSET = 0.1, 0.4, 0.3, 6.0
HOLE, SLIT = 2.5, 1.5
# Costs of what parts two: an upright rule or many spaces, a mark and a space, a space, a mark that
# a line may have, nothing.
SURE, MARKED, PLAIN, MARK, NONE = 0.0, 0.3, 0.8, 1.0, 3.0
# Costs of columns without text: to the left, to the right; a cell that a gap is too wide or narrow.
LEFT, LEFT_MORE, RIGHT, GAP_CELL, MOST_GAP = 0.8, 0.4, 0.3, 0.1, 3.0
UNSURE, FREE_CELLS, FREE_SPACE = 0.4, 2.0, 8.0
# Costs of a column that goes on below nothing, where its sentence ended and where it did not.
PAUSE, BROKEN_PAUSE = 0.2, 2.0
# What a junction weighs at most.
MOST_LLR = 5.0
# Ways of a row, steps to find them, what they may cost more than the cheapest; states.
MAX_WAYS, MAX_STEPS, MOST_MORE, BEAM = 8, 300, 6.0, 8

# Of the lines of a column, the shortest first, one that is full.
FULL = 0.75
# What a row has in its columns, "" for nothing, and what it costs to part it so.
Way = tuple[float, tuple[str, ...]]


class Gap(NamedTuple):
    """Where a row may be parted, what that costs, and the cells of blank that it shows."""

    start: int
    end: int
    cost: float
    space: float


class State(NamedTuple):
    """What the rows cost so far; the last line in each column (-1: none), its row; the last way."""

    cost: float
    last: tuple[tuple[int, int], ...]
    parts: tuple[str, ...] = ()
    before: "State | None" = None


def line_cells(text: str) -> float:
    """Return the width of a text in cells, without its spaces, quotes as wide as Han."""
    bare = "".join(text.split())
    return 2.0 * display_width(bare) + sum(map(bare.count, HALF_MARKS))


def widths_of(columns: Sequence[Sequence[str]], first: float) -> list[float]:
    """Return how wide columns are, by their full lines: as the first is, or nearly."""
    widths: list[float] = []
    for column in columns:
        cells = sorted(line_cells(text) for text in column if text)
        full = cells[int(FULL * len(cells))]
        widths.append(first if abs(full - first) <= OFF else full)
    return widths


def dealt(rows: Sequence[str], widths: Sequence[float], model: Model) -> list[list[str]]:
    """Return the columns of rows, "" where a row has nothing there; none where a row fits none."""
    ways = [GridRow(text, widths).ways() for text in rows]
    if not all(ways):
        return []
    pieces = sorted({part for row in ways for _, parts in row for part in parts if part})
    number = {text: at for at, text in enumerate(pieces)}
    numbered = [[[number.get(part, -1) for part in parts] for _, parts in row] for row in ways]
    columns = [[set(column) for column in zip(*parts, strict=True)] for parts in numbered]
    junctions = _Junctions(rows, pieces, model)
    junctions.learn(_near(columns))
    beam = [State(0.0, ((-1, -1),) * len(widths))]
    for at, (row, asked) in enumerate(zip(ways, numbered, strict=True)):
        lasts = zip(*(state.last for state in beam), strict=True)
        junctions.learn(
            (above, part)
            for last, parts in zip(map(set, lasts), columns[at], strict=True)
            for above, _ in last
            for part in parts
        )
        found: dict[tuple[tuple[int, int], ...], State] = {}
        for state in beam:
            for (cost, texts), parts in zip(row, asked, strict=True):
                more, last = _put(state.last, parts, at, junctions.gains, junctions.stops)
                total = state.cost + cost + more
                if last not in found or found[last].cost > total:
                    found[last] = State(total, last, texts, state)
        beam = sorted(found.values(), key=lambda state: state.cost)[:BEAM]
    return [list(column) for column in zip(*_ways_to(beam[0]), strict=True)]


def _near(columns: Sequence[Sequence[set[int]]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of parts of rows next to each other, or but one row apart.

    The latter where the row between may have nothing there (-1). Nearly all that are asked are
    such: all at once is many times as fast.
    """
    nothing: list[set[int]] = [set()] * len(columns[0])
    for first, second, third in zip([nothing, *columns], columns, columns[1:], strict=False):
        for far, near, belows in zip(first, second, third, strict=True):
            yield from product(near | far if -1 in near else near, belows)


def _put(
    last: tuple[tuple[int, int], ...],
    parts: Sequence[int],
    row: int,
    gains: Mapping[tuple[int, int], float],
    stops: Sequence[bool],
) -> tuple[float, tuple[tuple[int, int], ...]]:
    """Return what it costs that parts of a row go on below the last lines, and the last then."""
    cost, now = 0.0, list(last)
    for column, part in enumerate(parts):
        if part < 0:
            continue
        above, its_row = last[column]
        cost -= gains.get((above, part), 0.0)
        if 0 <= its_row < row - 1:
            cost += PAUSE if stops[above] else BROKEN_PAUSE
        now[column] = part, row
    return cost, tuple(now)


def _ways_to(state: State) -> list[tuple[str, ...]]:
    """Return what the rows have in their columns on the way to a state, the first row first."""
    found = []
    while state.before:
        found.append(state.parts)
        state = state.before
    return found[::-1]


class _Junctions:
    """How well parts of rows go on in each other; `stops`: which end a sentence."""

    def __init__(self, rows: Sequence[str], pieces: Sequence[str], model: Model) -> None:
        # Not the rows themselves: what stands in one across a gutter goes on in nothing.
        known = [part for text in rows for part in GAP_RE.split(text) if part]
        self.counts = ngram.with_own(model.table, ngram.fold_all(list(map(simplified, known))))
        self.ends = ngram.ends_of(self.counts, ngram.fold_all(list(map(simplified, pieces))))
        self.classes = ngram.classes_of(ending_of(text) for text in pieces)
        self.stops: list[bool] = (self.classes == ngram.CLASSES[END]).tolist()

        self.gains: dict[tuple[int, int], float] = {}

    def learn(self, asked: Iterable[tuple[int, int]]) -> None:
        """Learn for pairs of pieces the log-likelihood ratio that one goes on in the other."""
        gains = self.gains
        pairs = sorted({pair for pair in asked if pair not in gains and min(pair) >= 0})
        if not pairs:
            return
        before, after = np.array(pairs, np.intp).T
        ratios = ngram.ratios(self.counts, self.ends, self.classes, before, after)
        ratios = ratios.clip(-MOST_LLR, MOST_LLR)
        gains.update(zip(pairs, ratios.tolist(), strict=True))


class GridRow:
    """A row of columns of known widths, and how it may be parted."""

    def __init__(self, text: str, widths: Sequence[float]) -> None:
        self.text, self.widths = text, widths
        self.starts = [0.0]
        for width in widths:
            self.starts.append(self.starts[-1] + width + GUTTER)
        # What is left of a row in a column and those behind it, at most.
        self.most = [
            sum(width + OFF + 2.0 * MAX_HANGING for width in widths[column:])
            for column in range(len(widths))
        ]
        self.cells = [0.0, *accumulate(map(_cells, text))]
        self.quotes = [0, *accumulate(char in QUOTES for char in text)]
        gaps = [gap for gap in GAP_RE.finditer(text) if gap.start() and gap.end() < len(text)]
        self.gaps = [Gap(gap.start(), gap.end(), *_said(gap[0])) for gap in gaps]
        self.begins = [gap.start for gap in self.gaps]
        marks = [self.cells[gap.end] - self.cells[gap.start] for gap in self.gaps]
        self.marks = [0.0, *accumulate(marks)]
        # For each place where a part may end, and the row's end: where its last character ends, and
        # the marks there that may hang out; for each gap, what it costs inside a part.
        self.ends = {end: _end_of(text[:end]) for end in (*self.begins, len(text))}
        self.inside = [
            HOLE if gap.space else SLIT if gap.cost == MARKED else 0.0 for gap in self.gaps
        ]
        self.found: list[Way] = []
        self.steps, self.best = 0, MOST_MORE

    def ways(self) -> list[Way]:
        """Return the ways to part the row, the cheapest first."""
        for column in range(len(self.widths)):
            cost = LEFT + LEFT_MORE * (column - 1) if column else 0.0
            self._follow(0, column, cost, ("",) * column)
        most = min(self.found)[0] + MOST_MORE if self.found else 0.0
        return [way for way in sorted(self.found)[:MAX_WAYS] if way[0] <= most]

    def _follow(self, at: int, column: int, cost: float, parts: tuple[str, ...]) -> None:
        """Find the ways in which the text from a place on begins in a column."""
        self.steps += 1
        text, size, width = self.text, len(self.widths), self.widths[column]
        least, most = self._room(at, len(text))
        first = bisect_right(self.begins, at)
        if self.steps > MAX_STEPS or least - self.marks[-1] + self.marks[first] > self.most[column]:
            return
        behind = size - column - 1
        if least <= width + OFF:
            whole = cost + sum(self.inside[first:]) + RIGHT * behind
            whole += SHORT * (most < width - OFF - INDENT)
            self.best = min(self.best, whole)
            self.found.append((whole, (*parts, text[at:].strip(), *[""] * behind)))
        if not behind:
            return
        holes = 0.0
        for number in range(first, len(self.gaps)):
            gap = self.gaps[number]
            least, most = self._room(at, gap.start)
            if least > width + OFF:
                break
            said = cost + holes + gap.cost
            holes += self.inside[number]
            if said > self.best + MOST_MORE:
                continue
            under = max(0.0, width - most)
            mark = _own(text[at : gap.start], text[gap.start : gap.end], under <= INDENT)
            piece = text[at : gap.start].rstrip() + mark
            start = gap.end - _opens_quote(text, gap)
            for after in range(column + 1, size):
                blank = self.starts[after] - self.starts[column] - most
                more = said + _gap_cost(blank, gap.space, under, after - column - 1)
                if more <= self.best + MOST_MORE:
                    skipped = [""] * (after - column - 1)
                    self._follow(start, after, more, (*parts, piece, *skipped))
        if cost + NONE <= self.best + MOST_MORE and (cut := self._unmarked(at, width)):
            self._follow(cut, column + 1, cost + NONE, (*parts, text[at:cut].strip()))

    def _unmarked(self, at: int, width: float) -> int:
        """Return where a part is full that nothing sets off, 0 for nowhere."""
        text = self.text
        cut = bisect_left(self.cells, self.cells[at] + width - 0.5, at + 1)
        while cut < len(text) and text[cut] in HANGING:
            cut += 1
        if cut >= len(text) or text[cut - 1].isspace() or text[cut].isspace():
            return 0
        return cut

    def _room(self, start: int, end: int) -> tuple[float, float]:
        """Return the least and the most cells that a part may have taken."""
        cells = self.cells[end] - self.cells[start]
        stop, marks = self.ends[end]
        hanging = min(MAX_HANGING, marks, max(0, stop - start))
        return cells - (self.quotes[end] - self.quotes[start]) - 2.0 * hanging, cells


def _end_of(text: str) -> tuple[int, int]:
    """Return where a text's last character ends, and how many marks that may hang out end it."""
    bare = text.rstrip()
    return len(bare), len(bare) - len(bare.rstrip(HANGING))


@lru_cache(maxsize=8192)  # as many as a page has
def _cells(char: str) -> float:
    return 0.0 if char.isspace() else 2.0 * display_width(char) + (char in HALF_MARKS)


def _said(gap: str) -> tuple[float, float]:
    """Return what a gap costs as a gutter, and how many cells of blank it shows."""
    marks = "".join(gap.split())
    spaces = len(gap) - len(marks)
    if spaces >= WIDE or "|" in marks or "丨" in marks:
        return SURE, SPACE_CELLS * spaces
    if marks and not set(marks) - OWN and not spaces:
        return MARK, 0.0
    return (MARKED if marks and spaces else PLAIN), 0.0


def _opens_quote(text: str, gap: Gap) -> bool:
    """Say whether the last mark of a gap opens a quotation that the text behind it closes."""
    behind = text[gap.end :]
    return text[gap.end - 1] == "“" and "”" in behind and "“" not in behind.partition("”")[0]


def _gap_cost(blank: float, space: float, under: float, empty: int) -> float:
    """Return what it costs that a part is so much too short and such a gap stands behind it."""
    if not empty and under <= OFF:
        return MISS * under + min(MOST_GAP, GAP_CELL * max(0.0, space - FREE_SPACE))
    if not space:
        if empty or under > INDENT + OFF:
            return UNSET * (1 + empty)
        return INDENTED + MISS * under
    return min(MOST_GAP, GAP_CELL * max(0.0, abs(blank - space) - UNSURE * space - FREE_CELLS))


def _own(left: str, gap: str, is_full: bool) -> str:
    """Return what of the marks in a gap ends the line to its left.

    A full line's marks stand at it; what stands behind a space is the rule between the columns.
    """
    marks = gap.lstrip()
    if len(gap) - len(marks) == 0 and gap.endswith(" " * WIDE):
        return gap.rstrip()
    if marks[:1] in OWN and not (is_full and gap[0].isspace()):
        return marks[0]
    return "”" if marks[:1] == "”" and left.count("“") > left.count("”") else ""
