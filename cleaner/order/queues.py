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
cut (`follow`), whether the line has the width that its place in the paragraph and the column ask
for, what the page's blank lines tell (`gaps`), whether the line looks like a headline (`heads`).
The cheapest states are kept (a beam, narrower where it would take long), so the time is linear in
the lines.
"""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from cleaner.layout import END
from cleaner.order.fit import ends, first, fits, openings, strange
from cleaner.order.heads import NEVER
from cleaner.order.rows import INDENT, Row
from cleaner.order.traces import APART, OPENED, TITLE, Dealt, Trace, Value, dealt_by, is_open_head

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
# A page with no more blank lines than this share was read box by box, each row from left to right:
# no column has two lines in turn. By trial on half of 113 such pages (skipping, closing and opening
# at less or more: worse, also at papers; a wider beam: more true links, fewer true articles).
MAX_GAPS, AGAIN_IN_ROWS = 0.02, 1.0
IN_ROWS = tuple((on, again + AGAIN_IN_ROWS, *rest) for on, again, *rest in AFTER)
BLOCKS = (AGAIN, AGAIN_NEW)
OPENS = (NEW, NEW_BLOCK, AGAIN_NEW)

# From where `heads.odds` count (tried -3 to 0: above, headlines are lost; below, lines are taken).
EVEN_HEAD = -1.0

# The next line of a headline: no wider than the one before, and it goes on.
REST = 2.5
# Where headlines stand side by side it comes in its turn, so many lines on at most. Then the words
# must say that it goes on (of 200 such lines 141 say so, of 43 that were taken wrongly 11); so many
# headlines are asked.
REST_REACH, CUT, MAX_HEADS = 12, 1.5, 6

# Columns that waited longer than the one that goes on may be closed: the first, each further;
# next to a headline they end for nothing. In mid-sentence a column ends less often.
CLOSE_FIRST, CLOSE_MORE, CLOSE_AT_HEAD, OPEN_FOOT = 2.5, 0.5, 0.2, 0.4
# The first column that goes on past a headline below it, each further: if one does, most do.
OVER_HEAD, OVER_MORE = 5.0, 1.5

# Of the ways in which a line goes on in a column those are tried that cost so much more at most.
BOTH = 3.0

# The second line of a block, where blank lines are rare: it opens a column; it goes on in one in
# turn. (One extractor sets a blank line where the columns side by side change: of its second lines
# 214 opened a column, 2 at most went on in turn; of those of two others 43 and 23. Elsewhere there
# are six and more that go on in turn for each that opens one.)
BLOCK_OPENS, BLOCK_IN_TURN = -1.0, 3.0

# Another way to the same state that costs no more than so much more is remembered (of the changes
# that `forks` makes nine in ten cost less).
NEAR = 3.0

MAX_OPEN, BEAM = 10, 30
# Open columns in all states together that a line may cost on average, and so many more in all; when
# they are spent, the beam is narrower until they are saved again. Pages of newspapers have 45 to 60
# a line; texts in which everything goes on in everything 200 and more.
WORK, SPARE, NARROW_BEAM = 60, 30_000, 6
ROUNDING = 1e-6  # of sums whose terms are added in another order
MAX_BEHIND = 7.0  # nats behind the best state


class Column:
    """An open column: its last line, its width (0: not known), the indent of its last line.

    There is one object for each, so that states are compared without a look inside. It keeps what
    was worked out for it: what it costs that it is closed in mid-sentence (`foot`); that its
    paragraph goes on and that it ends (`ends`); the line that was last asked for; how well the text
    goes on in that line, what the line costs in it at least, and the ways in which it goes on
    there, none as long as the least is enough.
    """

    __slots__ = ("asked", "ends", "foot", "goes_on", "indent", "last", "least", "ways", "width")

    def __init__(self, last: int, width: int, indent: int, foot: float) -> None:
        self.last, self.width, self.indent, self.foot = last, width, indent, foot
        self.ends: tuple[float, float] | None = None
        self.asked = -1
        self.goes_on = self.least = 0.0
        self.ways: Ways = []


Queue = tuple[Column, ...]
State = tuple[Queue, int, int]  # the queue, the last event and headline (< 0: gone on past)
States = dict[State, Value]
Turns = tuple[tuple[float, ...], ...]  # as AFTER
NOWHERE: Value = -math.inf, None
Ways = list[tuple[float, Column]]


class Page(NamedTuple):
    """What the search asks: rows, the widths common near each, how each looks like a headline.

    `goes_on(i, j)`: the log-likelihood ratio that line j is what comes after line i. `gaps`: the
    costs of the blank line, or of none, before each line, if the line before it is what it goes
    on from, and if not. `seconds`: the second lines of blocks (`gaps.seconds`). `whole`: headlines
    that have all their lines.
    """

    rows: Sequence[Row]
    widths: Sequence[tuple[int, ...]]
    odds: Sequence[float]
    goes_on: Callable[[int, int], float]
    gaps: Sequence[tuple[float, float]]
    seconds: Sequence[bool]
    turns: Turns = AFTER
    whole: frozenset[int] = frozenset()


def turns_of(rows: Sequence[Row]) -> Turns:
    """Return what one event after another costs on a page: whether its lines are boxes in rows."""
    return IN_ROWS if sum(row.gap for row in rows[1:]) <= MAX_GAPS * len(rows) else AFTER


def deal(page: Page) -> Dealt:
    """Return what each line of a page goes on from. Linear."""
    states: States = {((), HEAD, 0): (0.0, None)}
    costs = _Links(page)
    heads: list[int] = []
    spare = SPARE
    for at, row in enumerate(page.rows):
        if row.apart:
            states = {key: (cost, (at, APART, trace, ())) for key, (cost, trace) in states.items()}
            continue
        costs.turn_to(at)
        found = _after(page, states, at, costs)
        _rest_in_turn(page, states, heads, found)
        states = _pruned(found, BEAM if spare > 0 else NARROW_BEAM)
        spare = min(SPARE, spare + WORK - sum([len(queue) for queue, _, _ in states]))
        if any(event == HEAD for _, event, _ in states):
            heads = [*heads[1 - MAX_HEADS :], at]
    return dealt_by(list(states.values()), len(page.rows), NEAR)


class _Found:
    """The states after a line, the cheapest way to each; what is too far behind is not taken.

    `glued`, `apart`: what the blank line before it costs where it goes on in the line before, and
    where in another. `others`: the ways to states that are dearer, but near.
    """

    __slots__ = ("apart", "at", "glued", "limit", "others", "states")

    def __init__(self, at: int, glued: float, apart: float) -> None:
        self.at, self.glued, self.apart = at, glued, apart
        self.states: States = {}
        self.others: list[tuple[State, Value]] = []
        self.limit = math.inf

    def put(self, state: State, cost: float, trace: Trace) -> None:
        """Take a state, if no way to it is known that is as cheap."""
        value = (cost, trace)
        known = self.states.setdefault(state, value)
        if known is not value:
            if cost >= known[0]:
                if cost <= known[0] + NEAR:
                    self.others.append((state, value))
                return
            self.states[state] = value
            if known[0] <= cost + NEAR:
                self.others.append((state, known))
        self.limit = min(self.limit, cost + MAX_BEHIND)


class _Links:
    """The costs of one line as the next of columns, and what each column is then.

    What a column's last line says is worked out once for all lines that come after it, what this
    line says once for all columns of a width.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._firsts: dict[tuple[int, int], tuple[float, Column]] = {}
        self._at = 0
        self._foot = 0.0
        self._fits: dict[int, tuple[float, float, float, Column, Column]] = {}
        self._mine: dict[tuple[int, int], Column] = {}

    def turn_to(self, at: int) -> None:
        """Ask for the line `at` from now on."""
        self._at = at
        self._foot = OPEN_FOOT * (self._page.rows[at].ending != END)
        self._fits = {}
        self._mine = {}

    def column(self, width: int, indent: int) -> Column:
        """Return the column of a width whose last line is this one."""
        found = self._mine.get((width, indent))
        if found is None:
            found = self._mine[width, indent] = Column(self._at, width, indent, self._foot)
        return found

    def ask(self, column: Column) -> None:
        """Note for a column what this line costs in it at least: what the words say, or nothing."""
        column.asked = self._at
        column.goes_on = self._page.goes_on(column.last, self._at)
        column.least = -max(column.goes_on, 0.0)
        column.ways = []

    def work_out(self, column: Column) -> None:
        """Note for a column the ways in which this line goes on in it, those not far dearer."""
        goes_on = column.goes_on
        if column.width:
            ways = inside, opening = self._ways(column, goes_on)
            least = min(inside[0], opening[0])
        else:
            ways = self._first_ways(column, goes_on)
            least = min([cost for cost, _ in ways])
        limit = least + BOTH
        column.least, column.ways = limit - BOTH, [way for way in ways if way[0] <= limit]

    def _first_ways(self, column: Column, goes_on: float) -> Ways:
        """Do the same as `_ways` for each width that a column can have, where one line is known."""
        page, at, last = self._page, self._at, column.last
        before, row, widths = page.rows[last], page.rows[at], page.widths[at]
        own = (before.cells, before.cells + INDENT, row.cells, row.cells + INDENT)
        ways: Ways = []
        # A way costs no less than this besides the price of its column.
        least, limit = -max(goes_on, 0.0) - ROUNDING, math.inf
        for width in {*widths, *own}:
            known = self._firsts.get((last, width))
            if known is None:
                price, indent = first(before, width)
                new = Column(last, width, indent, column.foot)
                known = self._firsts[last, width] = price, new
            price = strange(width, widths) + known[0]
            if price + least <= limit:
                ways += [(price + cost, after) for cost, after in self._ways(known[1], goes_on)]
                limit = min(limit, ways[-2][0] + BOTH, ways[-1][0] + BOTH)
        return ways

    def _ways(self, column: Column, goes_on: float) -> Ways:
        """Return the costs of a line on in a paragraph, and as the first of another."""
        width = column.width
        known = self._fits.get(width)
        if known is None:
            known = self._fits[width] = (
                *fits(self._page.rows[self._at], width),
                self.column(width, 0),
                self.column(width, INDENT),
            )
        inside, opening, plain, full, indented = known
        if column.ends is None:
            column.ends = ends(self._page.rows[column.last], width, column.indent)
        on, end = column.ends
        return [(min(on - goes_on + inside, end + plain), full), (end + opening, indented)]


def _after(page: Page, states: States, at: int, links: _Links) -> _Found:
    """Return the states after line `at`."""
    row = page.rows[at]
    head = EVEN_HEAD - page.odds[at]
    rest = _rest(page, at - 1, at) if at else None
    opened = [
        (price, links.column(width, indent))
        for price, width, indent in openings(row, page.widths[at])
    ]
    glued, apart = page.gaps[at]
    found = _Found(at, glued, apart + BLOCK_IN_TURN * page.seconds[at])
    opens = apart + BLOCK_OPENS * page.seconds[at]
    for state, (cost, trace) in states.items():
        queue, event, title = state
        _go_on(state, (cost, trace), links, found, page.turns)
        after = page.turns[event]
        price = cost + apart + after[-1] + head
        if price <= found.limit:
            found.put((queue, HEAD, at), price, (at, TITLE, trace, ()))
        if rest is not None and event == HEAD and title == at - 1:
            found.put((queue, HEAD, at), cost + apart + rest, (at, at - 1, trace, ()))
        room = queue[1:] if len(queue) >= MAX_OPEN else queue
        new = NEW_BLOCK if event in BLOCKS else NEW
        for opening, column in opened:
            price = cost + opens + after[-2] + opening
            if price <= found.limit:
                found.put(((*room, column), new, title), price, (at, OPENED, trace, ()))
    return found


def _rest(page: Page, head: int, at: int) -> float | None:
    """Return what it costs that a line is the next of a headline, None if it cannot."""
    if head in page.whole or at in page.whole:
        return None
    if page.odds[at] <= NEVER or page.rows[at].cells > page.rows[head].cells:
        return None
    return REST - page.goes_on(head, at)


def _rest_in_turn(page: Page, states: States, heads: Sequence[int], found: _Found) -> None:
    """Let a line be the next of a headline that stands some lines above.

    `heads`: lines that are the last of a headline in one of the states at least.
    """
    at = found.at
    for head in heads:
        rest = _rest(page, head, at) if at - head <= REST_REACH else None
        if rest is None or rest > REST - CUT:
            continue
        for (queue, event, title), (cost, trace) in states.items():
            price = cost + page.gaps[at][1] + rest
            at_once = event == HEAD and title == head == at - 1  # known already
            if not at_once and price <= found.limit and is_open_head(trace, head):
                found.put((queue, HEAD, title), price, (at, head, trace, ()))


def _go_on(state: State, value: Value, links: _Links, found: _Found, turns: Turns) -> None:
    """Let a line go on in each of a state's columns."""
    queue, event, title = state
    cost, trace = value
    at, head = found.at, abs(title)
    next_on, next_again, next_other, _, _ = turns[event]
    on = ON_BLOCK if event in BLOCKS else ON
    over_head = cost + (OVER_HEAD if title > 0 else OVER_MORE)
    closing, end = 0.0, len(queue) - 1
    for place, column in enumerate(queue):
        if column.asked != at:
            links.ask(column)
        last = column.last
        over = last < head
        base = (over_head if over else cost) + (found.glued if last == at - 1 else found.apart)
        turn = next_other if place < end else next_again
        cheapest = next_on + closing
        if place and turn < cheapest:
            cheapest = turn
        # Nearly always it is too dear; then nothing is made.
        most = found.limit + ROUNDING - base - cheapest
        if column.least <= most and not column.ways:
            links.work_out(column)
        if column.least <= most:
            past = -head if over else title
            way = (at, last, trace, ())
            for price, after in column.ways:
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
            closing += column.foot


def _pruned(found: _Found, beam: int) -> States:
    """Return the `beam` cheapest states in order; other ways to each noted where they meet."""
    ranked = [
        (value[0], number, state)
        for number, (state, value) in enumerate(found.states.items())
        if value[0] <= found.limit
    ]
    # No two numbers are the same: states are never compared.
    ranked.sort()
    states = {state: found.states[state] for _, _, state in ranked[:beam]}
    for state, (dearer, other) in found.others:
        cost, trace = states.get(state, NOWHERE)
        if dearer <= cost + NEAR and trace is not None and other is not trace:
            others = (*trace[3], (dearer - cost, other))
            states[state] = cost, (*trace[:3], others)
    return states
