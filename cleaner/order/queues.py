"""Deal the lines of a page back to their columns: one search over the queues of open columns.

Where an extractor gives a page row by row, the lines of its columns come in strict turn: the next
line belongs to the column that has waited longest (99 % on one typesetter's pages, 85 to 92 % on
another's). The order within a row never changes; what changes is which columns are open. So a
state of the search is the queue of open columns, the one that has waited longest first, each with
its last line, its width, and whether that last line was set in from the margin. A line

    goes on in a column: the one that waited longest, or a later one (those before it are closed
        then, or skipped at a price);
    goes on in one that was closed, as below a picture or a box, or opens a column;
    is a headline, or stands apart (a byline, a page head).

Each has a cost in nats: how likely events follow each other, whether the text goes on across the
cut (`follow`), whether the line has the width that its place in the paragraph and the column ask
for, what the page's blank lines tell (`gaps`), whether the line looks like a headline (`heads`).
The cheapest states are kept (a beam, narrower where it would take long), so the time is linear in
the lines.
"""

import math
from collections.abc import Sequence

from cleaner.order.fit import openings
from cleaner.order.heads import NEVER
from cleaner.order.links import ROUNDING, Column, Links, Page, Turns
from cleaner.order.rows import Row
from cleaner.order.traces import APART, OPENED, TITLE, Dealt, Trace, dealt_by, is_open_head

# Events: a line goes on in the column whose turn it is; in the column served last; in one between;
# opens a column; is a headline. Some extractors give two or three lines of each column in turn, so
# that a column is served again more often where one just was: such events are named apart. The
# costs of one after the other began as -log of how often it did in pages of three kinds (two
# typesetters, two extractors); to open a column and to leave the turn were then made dearer by
# trial on half of the pages, as what opens must end too: as counted, a third more links are wrong.
# So with waiting: as counted a column in turn is passed over for 3.3 nats, one that waits for .1 to
# .4 a line. At .4 for one that waits 612 links of 51 pages run into another article, for 265; with
# `other` one nat cheaper 396: any column may wait, and words tell too little which does.
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
# next to a headline they end for nothing.
CLOSE_FIRST, CLOSE_MORE, CLOSE_AT_HEAD = 2.5, 0.5, 0.2
# A closed column may go on after all, at the price of one that opens and so much more; of those
# closed last so many are asked.
RESUME, MAX_PARKED = 1.0, 3
# The first column that goes on past a headline below it, each further: if one does, most do.
OVER_HEAD, OVER_MORE = 5.0, 1.5

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
MAX_BEHIND = 7.0  # nats behind the best state


Queue = tuple[Column, ...]
State = tuple[Queue, int, int]  # the queue, the last event and headline (< 0: gone on past)
Way = tuple[float, Trace, Queue]  # what it costs, how it came there, the columns closed last
States = dict[State, Way]
NOWHERE: Way = -math.inf, None, ()


def turns_of(rows: Sequence[Row]) -> Turns:
    """Return what one event after another costs on a page: whether its lines are boxes in rows."""
    return IN_ROWS if sum(row.gap for row in rows[1:]) <= MAX_GAPS * len(rows) else AFTER


def deal(page: Page) -> Dealt:
    """Return what each line of a page goes on from. Linear."""
    states: States = {((), HEAD, 0): (0.0, None, ())}
    costs = Links(page)
    heads: list[int] = []
    spare = SPARE
    for at, row in enumerate(page.rows):
        if row.apart:
            states = {
                key: (cost, (at, APART, trace, ()), parked)
                for key, (cost, trace, parked) in states.items()
            }
            continue
        costs.turn_to(at)
        page.learn({one.last for _, _, parked in states.values() for one in parked}, at)
        found = _after(page, states, at, costs)
        _rest_in_turn(page, states, heads, found)
        states = _pruned(found, BEAM if spare > 0 else NARROW_BEAM)
        spare = min(SPARE, spare + WORK - sum([len(queue) for queue, _, _ in states]))
        if any(event == HEAD for _, event, _ in states):
            heads = [*heads[1 - MAX_HEADS :], at]
    return dealt_by([way[:2] for way in states.values()], len(page.rows), NEAR)


class _Found:
    """The states after a line, the cheapest way to each; what is too far behind is not taken.

    `glued`, `apart`: what the blank line before it costs where it goes on in the line before, and
    where in another. `others`: the ways to states that are dearer, but near.
    """

    __slots__ = ("apart", "at", "glued", "limit", "others", "states")

    def __init__(self, at: int, glued: float, apart: float) -> None:
        self.at, self.glued, self.apart = at, glued, apart
        self.states: States = {}
        self.others: list[tuple[State, Way]] = []
        self.limit = math.inf

    def put(self, state: State, cost: float, trace: Trace, parked: Queue) -> None:
        """Take a state, if no way to it is known that is as cheap."""
        value = (cost, trace, parked)
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


def _after(page: Page, states: States, at: int, links: Links) -> _Found:
    """Return the states after line `at`."""
    row = page.rows[at]
    head = EVEN_HEAD - page.odds[at]
    rest = _rest(page, at - 1, at) if at else None
    opened = [
        (price, links.column(width, indent))
        for price, width, indent in openings(row, page.widths[at], page.indent)
    ]
    glued, apart = page.gaps[at]
    found = _Found(at, glued, apart + BLOCK_IN_TURN * page.seconds[at])
    opens = apart + BLOCK_OPENS * page.seconds[at]
    for state, way in states.items():
        queue, event, title = state
        cost, trace, parked = way
        _go_on(state, way, links, found, page.turns)
        if parked:
            _resume(state, way, links, found, page.turns)
        after = page.turns[event]
        price = cost + apart + after[-1] + head
        if price <= found.limit:
            found.put((queue, HEAD, at), price, (at, TITLE, trace, ()), parked)
        if rest is not None and event == HEAD and title == at - 1:
            found.put((queue, HEAD, at), cost + apart + rest, (at, at - 1, trace, ()), parked)
        room = queue[1:] if len(queue) >= MAX_OPEN else queue
        new = NEW_BLOCK if event in BLOCKS else NEW
        for opening, column in opened:
            price = cost + opens + after[-2] + opening
            if price <= found.limit:
                found.put(((*room, column), new, title), price, (at, OPENED, trace, ()), parked)
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
        for (queue, event, title), (cost, trace, parked) in states.items():
            price = cost + page.gaps[at][1] + rest
            at_once = event == HEAD and title == head == at - 1  # known already
            if not at_once and price <= found.limit and is_open_head(trace, head):
                found.put((queue, HEAD, title), price, (at, head, trace, ()), parked)


def _go_on(state: State, value: Way, links: Links, found: _Found, turns: Turns) -> None:
    """Let a line go on in each of a state's columns."""
    queue, event, title = state
    cost, trace, parked = value
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
                    shut = (*queue[:place], *parked)[:MAX_PARKED] if place else parked
                    found.put((rest, on, past), base + price + next_on + closing, way, shut)
                if place and base + price + turn <= found.limit:
                    kind = OTHER if place < end else AGAIN_NEW if event in OPENS else AGAIN
                    rest = (*queue[:place], *queue[place + 1 :], after)
                    found.put((rest, kind, past), base + price + turn, way, parked)
        if over or event == HEAD:
            closing += CLOSE_AT_HEAD
        else:
            closing += CLOSE_MORE if place else CLOSE_FIRST
            closing += column.foot


def _resume(state: State, value: Way, links: Links, found: _Found, turns: Turns) -> None:
    """Let a line go on in a column that was closed."""
    queue, event, title = state
    cost, trace, parked = value
    at, head = found.at, abs(title)
    opens = turns[event][-2]
    over_head = OVER_HEAD if title > 0 else OVER_MORE
    for place, column in enumerate(parked):
        if column.asked != at:
            links.ask(column)
        last = column.last
        over = last < head
        base = cost + over_head * over + opens + RESUME
        base += found.glued if last == at - 1 else found.apart
        most = found.limit + ROUNDING - base
        if column.least <= most and not column.ways:
            links.work_out(column)
        if column.least <= most:
            new = NEW_BLOCK if event in BLOCKS else NEW
            room = queue[1:] if len(queue) >= MAX_OPEN else queue
            left = (*parked[:place], *parked[place + 1 :])
            past = -head if over else title
            way = (at, last, trace, ())
            for price, after in column.ways:
                if base + price <= found.limit:
                    found.put(((*room, after), new, past), base + price, way, left)


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
    for state, (dearer, other, _) in found.others:
        cost, trace, parked = states.get(state, NOWHERE)
        if dearer <= cost + NEAR and trace is not None and other is not trace:
            others = (*trace[3], (dearer - cost, other))
            states[state] = cost, (*trace[:3], others), parked
    return states
