"""Deal the lines of a page back to their columns: one search over the queues of open columns.

Where an extractor gives a page row by row, the lines of its columns come in strict turn: the next
line belongs to the column that has waited longest (99 % on one typesetter's pages, 85 to 92 % on
another's). The order within a row never changes; what changes is which columns are open. So a
state of the search is the queue of open columns, the one that has waited longest first, each with
its last line, its width, and whether that last line was set in from the margin. A line

    goes on in a column: the one that waited longest, or a later one (those before it are closed
        then, or skipped at a price);
    opens a column;
    is a headline, or stands apart (a byline, a page head).

Each has a cost in nats: how likely events follow each other, whether the text goes on across the
cut (`joins`), whether the line has the width that its place in the paragraph and the column ask
for, what the page's blank lines tell (`gaps`), whether the line looks like a headline (`heads`).
The cheapest states are kept (a beam), so the time is linear in the lines.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from cleaner.layout import CLOSE, COLON, COMMA, END, TAIL
from cleaner.order.heads import NEVER
from cleaner.order.rows import INDENT, Row

# What a line was: on from another line (its number), or one of these.
OPENED, APART, TITLE = -1, -2, -3

# Events: a line goes on in the column whose turn it is; in the column served last; in one between;
# opens a column; is a headline. Some extractors give two or three lines of each column in turn, so
# that a column is served again more often where one just was: such events are named apart. The
# costs of one after the other began as -log of how often it did in pages of three kinds (two
# typesetters, two extractors); to open a column and to leave the turn were then made dearer by
# trial on half of the pages, as what opens must end too: as counted, a third more links are wrong.
ON, ON_BLOCK, AGAIN, AGAIN_NEW, OTHER, NEW, NEW_BLOCK, HEAD = range(8)
AFTER = (
    # on, again, other, opens, headline
    (0.06, 4.0, 4.6, 4.5, 3.5),
    (1.3, 0.4, 4.6, 4.2, 3.5),  # on, after one that was served again
    (0.4, 1.3, 3.7, 4.0, 3.8),
    (1.0, 1.0, 3.5, 2.2, 4.0),  # again, after one that opened
    (0.6, 3.0, 1.5, 4.5, 4.5),  # a column waits while the others go on
    (0.7, 2.6, 4.2, 2.0, 4.0),  # they open in runs
    (2.5, 0.3, 4.0, 3.0, 3.5),  # opens, after one that was served again
    (2.0, 5.0, 6.5, 0.7, 1.5),
)
BLOCKS = (AGAIN, AGAIN_NEW)
OPENS = (NEW, NEW_BLOCK, AGAIN_NEW)

# From where the odds of `heads.odds` count (tried -3 to 0: above, headlines are lost; below, lines
# of columns are taken for some).
EVEN_HEAD = -1.0

# The second line of a headline: no wider than the first, and it goes on.
REST = 2.5

# Columns that waited longer than the one that goes on may be closed: the first, each further;
# next to a headline they end for nothing.
CLOSE_FIRST, CLOSE_MORE, CLOSE_AT_HEAD = 2.5, 0.5, 0.2
# The first column that goes on past a headline below it: a headline as a rule ends what
# is above it, but where one does not, it is another article's, and none of them ends.
OVER_HEAD = 4.0

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
# A full line that ends its paragraph, by how it ends.
FULL_ENDS = {END: 0.8, COLON: 1.5, CLOSE: 2.5}
FULL_ENDS_OTHER = 4.0
FIRST_TAIL = 4.0  # a first line that opens with a mark that opens none

# Of the ways in which a line goes on in a column those are tried that cost so much more at most.
BOTH = 3.0

MAX_OPEN = 10
BEAM = 30
ROUNDING = 1e-6  # of sums whose terms are added in another order
MAX_BEHIND = 7.0  # nats behind the best state


class Column(NamedTuple):
    """An open column: its last line, its width (0: not known), the indent of its last line."""

    last: int
    width: int
    indent: int


Queue = tuple[Column, ...]
State = tuple[Queue, int, int]  # the queue, the last event, the last headline
Trace = tuple[int, int, "Trace | None"] | None
States = dict[State, tuple[float, Trace]]
Link = tuple[float, list[tuple[float, Column]]]  # the least of the costs, and all


class Page(NamedTuple):
    """What the search asks: rows, the widths common near each, how each looks like a headline.

    `goes_on(i, j)`: the log-likelihood ratio that line j is what comes after line i. `gaps`: the
    costs of the blank line, or of none, before each line, if the line before it is what it goes
    on from, and if not.
    """

    rows: Sequence[Row]
    widths: Sequence[tuple[int, ...]]
    odds: Sequence[float]
    goes_on: Callable[[int, int], float]
    gaps: Sequence[tuple[float, float]]


def deal(page: Page) -> list[int]:
    """Return for each line the line that it goes on from, or OPENED, APART, TITLE. Linear.

    The second line of a headline goes on from the first.
    """
    states: States = {((), HEAD, 0): (0.0, None)}
    links = _Links(page)
    for at, row in enumerate(page.rows):
        if row.apart:
            states = {key: (cost, (at, APART, trace)) for key, (cost, trace) in states.items()}
            continue
        links.turn_to(at)
        states = _pruned(_after(page, states, at, links))
    _, trace = min(states.values(), key=lambda value: value[0])
    found = [APART] * len(page.rows)
    while trace is not None:
        at, before, trace = trace
        found[at] = before
    return found


class _Found:
    """The states after line `at`, the cheapest way to each; what is too far behind is not taken."""

    def __init__(self, at: int) -> None:
        self.at = at
        self.states: States = {}
        self.limit = math.inf

    def put(self, state: State, cost: float, trace: Trace) -> None:
        """Take a state, if no way to it is known that is as cheap."""
        known = self.states.get(state)
        if known is None or cost < known[0]:
            self.states[state] = (cost, trace)
            self.limit = min(self.limit, cost + MAX_BEHIND)


class _Links:
    """The costs of one line as the next of columns, and what each column is then.

    What a column's last line says is worked out once for all lines that come after it, what this
    line says once for all columns of a width.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._ends: dict[Column, tuple[float, float]] = {}
        self._firsts: dict[tuple[int, int], tuple[float, Column]] = {}
        self._at = 0
        self._fits: dict[int, tuple[float, float, float]] = {}
        self.known: dict[Column, Link] = {}

    def turn_to(self, at: int) -> None:
        """Ask for the line `at` from now on."""
        self._at = at
        self._fits = {}
        self.known = {}

    def of(self, column: Column) -> Link:
        """Return the least of the costs, and those that are not far from it."""
        goes_on = self._page.goes_on(column.last, self._at)
        ways = self._ways(column, goes_on) if column.width else self._first_ways(column, goes_on)
        limit = min(ways)[0] + BOTH
        self.known[column] = limit - BOTH, [way for way in ways if way[0] <= limit]
        return self.known[column]

    def _first_ways(self, column: Column, goes_on: float) -> list[tuple[float, Column]]:
        """Do the same as `_ways` for each width that a column can have, where one line is known."""
        page, at, last = self._page, self._at, column.last
        before, row, widths = page.rows[last], page.rows[at], page.widths[at]
        own = (before.cells, before.cells + INDENT, row.cells, row.cells + INDENT)
        ways: list[tuple[float, Column]] = []
        # A way costs no less than this besides the price of its column.
        least, limit = -max(goes_on, 0.0) - ROUNDING, math.inf
        for width in {*widths, *own}:
            first = self._firsts.get((last, width))
            if first is None:
                first = self._firsts[last, width] = _first(before, last, width)
            price = _strange(width, widths) + first[0]
            if price + least <= limit:
                ways += [(price + cost, after) for cost, after in self._ways(first[1], goes_on)]
                limit = min(limit, ways[-2][0] + BOTH, ways[-1][0] + BOTH)
        return ways

    def _ways(self, column: Column, goes_on: float) -> list[tuple[float, Column]]:
        """Return the costs of a line on in a paragraph, and as the first of another."""
        at, width = self._at, column.width
        ends = self._ends.get(column)
        if ends is None:
            ends = self._ends[column] = _ends(self._page.rows[column.last], column)
        fits = self._fits.get(width)
        if fits is None:
            fits = self._fits[width] = _fits(self._page.rows[at], width)
        inside, first, plain = fits
        on = min(ends[0] - goes_on + inside, ends[1] + plain)
        return [(on, Column(at, width, 0)), (ends[1] + first, Column(at, width, INDENT))]


def _after(page: Page, states: States, at: int, links: _Links) -> States:
    """Return the states after line `at`, the cheapest way to each."""
    row = page.rows[at]
    head = EVEN_HEAD - page.odds[at]
    rest = _rest(page, at)
    opened = _openings(row, at, page.widths[at])
    found = _Found(at)
    apart = page.gaps[at][1]
    for state, (cost, trace) in states.items():
        queue, event, title = state
        _go_on(page, state, (cost, trace), links, found)
        after = AFTER[event]
        price = cost + apart + after[-1] + head
        if price <= found.limit:
            found.put((queue, HEAD, at), price, (at, TITLE, trace))
        if rest is not None and event == HEAD and title == at - 1:
            found.put((queue, HEAD, at), cost + apart + rest, (at, at - 1, trace))
        room = queue[1:] if len(queue) >= MAX_OPEN else queue
        new = NEW_BLOCK if event in BLOCKS else NEW
        for opening, column in opened:
            price = cost + apart + after[-2] + opening
            if price <= found.limit:
                found.put(((*room, column), new, title), price, (at, OPENED, trace))
    return found.states


def _rest(page: Page, at: int) -> float | None:
    """Return what it costs that a line is the rest of the headline before it, None if it cannot."""
    if not at or page.odds[at] <= NEVER or page.rows[at].cells > page.rows[at - 1].cells:
        return None
    return REST - page.goes_on(at - 1, at)


def _go_on(
    page: Page, state: State, value: tuple[float, Trace], links: _Links, found: _Found
) -> None:
    """Let a line go on in each of a state's columns."""
    queue, event, title = state
    cost, trace = value
    at = found.at
    next_on, next_again, next_other, _, _ = AFTER[event]
    on = ON_BLOCK if event in BLOCKS else ON
    glued, apart = page.gaps[at]
    closing, end = 0.0, len(queue) - 1
    for place, column in enumerate(queue):
        known = links.known.get(column) or links.of(column)
        over = column.last < title
        base = cost + OVER_HEAD * over + (glued if column.last == at - 1 else apart)
        turn = next_again if place == end else next_other
        cheapest = next_on + closing
        if place and turn < cheapest:
            cheapest = turn
        # Nearly always it is too dear; then nothing is made.
        if base + known[0] + cheapest <= found.limit + ROUNDING:
            past = 0 if over else title
            way = (at, column.last, trace)
            for price, after in known[1]:
                if base + price + next_on + closing <= found.limit:
                    rest = (*queue[place + 1 :], after)
                    found.put((rest, on, past), base + price + next_on + closing, way)
                if place and base + price + turn <= found.limit:
                    kind = OTHER if place < end else AGAIN_NEW if event in OPENS else AGAIN
                    rest = (*queue[:place], *queue[place + 1 :], after)
                    found.put((rest, kind, past), base + price + turn, way)
        if over or event == HEAD:
            closing += CLOSE_AT_HEAD
        else:
            closing += CLOSE_MORE if place else CLOSE_FIRST


def _pruned(states: States) -> States:
    best = sorted(states.items(), key=_cost)[:BEAM]
    limit = _cost(best[0]) + MAX_BEHIND
    return {state: value for state, value in best if value[0] <= limit}


def _cost(one: tuple[State, tuple[float, Trace]]) -> float:
    return one[1][0]


def _openings(row: Row, at: int, widths: tuple[int, ...]) -> list[tuple[float, Column]]:
    """Return the ways in which a line can be the first of a column, with their costs."""
    found = []
    tail = OPEN_TAIL * (row.opening == TAIL)
    for width in widths:
        shadow = SHADOW * _is_shadow(width, widths)
        for indent, price in ((0, OPEN_FULL), (INDENT, OPEN_INDENTED)):
            off = misfit(row, width - indent)
            if off < OPEN_ODD:
                found.append((price + off + shadow + tail, Column(at, width, indent)))
    found.append((tail + (OPEN_AS_WELL if found else OPEN_ODD), Column(at, 0, 0)))
    return found


@lru_cache(maxsize=4096)
def _is_shadow(width: int, widths: tuple[int, ...]) -> bool:
    """Say whether a width may be that of the first lines of a column's paragraphs."""
    return any(abs(width + INDENT - other) <= 1 for other in widths)


@lru_cache(maxsize=4096)
def _strange(width: int, widths: tuple[int, ...]) -> float:
    """Return what it costs that a column has a width."""
    if all(abs(width - common) > 1 for common in widths):
        return UNCOMMON
    return SHADOW * _is_shadow(width, widths)


def _first(before: Row, last: int, width: int) -> tuple[float, Column]:
    """Return what it costs that a column of which one line is known has a width."""
    full, indented = misfit(before, width), OPEN_INDENTED + misfit(before, width - INDENT)
    short = SHORT.get(before.ending, SHORT_OTHER) if before.cells < width else full
    indent = INDENT if indented < min(full, short) else 0
    return min(full, indented, short), Column(last, width, indent)


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


def _ends(before: Row, column: Column) -> tuple[float, float]:
    """Return what it costs that the paragraph of a column's last line goes on, that it ends."""
    room = before.cells + column.indent - column.width
    if before.slim != before.cells:
        room = min(room, before.slim + column.indent - column.width, key=abs)
    ended = before.ending == END
    if room >= -3:
        # Of the full lines that end in a full stop about half end their paragraph.
        return 0.8 if ended else 0.05, FULL_ENDS.get(before.ending, FULL_ENDS_OTHER)
    return (3.5, 0.05) if ended else (4.0, 0.3)


def _fits(row: Row, width: int) -> tuple[float, float, float]:
    """Return what a line's width costs inside a paragraph, as a first line, as one not set in."""
    over = min(row.cells, row.slim) - width
    fits = misfit(row, width)
    last = SHORT.get(row.ending, SHORT_OTHER) if over < 0 else fits
    indented = misfit(row, width - INDENT)
    # A paragraph of one line, a crosshead.
    single = SHORT.get(row.ending, SHORT_HEAD) if over < -INDENT else indented
    tail = FIRST_TAIL * (row.opening == TAIL)
    return min(fits, last), tail + min(indented, single), tail + NO_INDENT + fits
