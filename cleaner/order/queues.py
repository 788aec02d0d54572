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
cut (`ngram`), whether the line has the width that its place in the paragraph and the column ask
for. The cheapest states are kept (a beam), so the time is linear in the lines.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from cleaner.layout import CLOSE, COLON, END, TAIL
from cleaner.order.rows import INDENT, Row

# What a line was: on from another line (its number), or one of these.
OPENED, APART, TITLE = -1, -2, -3

# Events. The costs of one after the other are -log of how often it did in pages of two
# newspapers' typesetters, the move to a headline raised: else all lines are headlines.
ON, NEW, HEAD = 0, 1, 2
AFTER = (
    # on, opens a column, headline
    (0.06, 4.5, 3.4),  # after a line that went on
    (0.7, 2.2, 3.4),  # after one that opened a column: they come in runs
    (2.0, 0.7, 1.5),  # after a headline
)

# A headline by its points (rows.title_points), 0 to 6; NO_TITLE is what ends like a sentence.
HEAD_COSTS = (6.0, 3.0, 0.0, -4.0, -5.0, -6.0, -6.0)
NO_HEAD = 9.0

# Out of turn: any column, the column served last. Columns that waited longer are closed instead:
# the first, each further; next to a headline they end for nothing.
SKIP, SKIP_TO_LAST = 4.5, 3.0
CLOSE_FIRST, CLOSE_MORE, CLOSE_AT_HEAD = 3.0, 0.5, 0.2
OVER_HEAD = 6.0  # a column that goes on past a headline below it: as a rule that ends what is above

# A column's first line: as wide as the columns near it; as the first of their paragraphs; as none.
OPEN_FULL, OPEN_INDENTED, OPEN_ODD, OPEN_AS_WELL = 0.0, 0.7, 1.2, 2.0

TOO_WIDE = 4.0  # a line wider than its column, and .5 a cell

MAX_OPEN = 10
BEAM = 40
MAX_BEHIND = 9.0  # nats behind the best state
MAX_SKIPS = 12.0


class Column(NamedTuple):
    """An open column: its last line, its width (0: not known), the indent of its last line."""

    last: int
    width: int
    indent: int


Queue = tuple[Column, ...]
State = tuple[Queue, int, int]  # the queue, the last event, the last headline
Trace = tuple[int, int, "Trace | None"] | None
States = dict[State, tuple[float, Trace]]


class Page(NamedTuple):
    """What the search asks: rows, the widths common near each, how much each looks like a title.

    `goes_on(i, j)`: the log-likelihood ratio that line j is what comes after line i.
    """

    rows: Sequence[Row]
    widths: Sequence[tuple[int, ...]]
    points: Sequence[int]
    goes_on: Callable[[int, int], float]


def deal(page: Page) -> list[int]:
    """Return for each line the line that it goes on from, or OPENED, APART, TITLE. Linear."""
    states: States = {((), HEAD, 0): (0.0, None)}
    links: dict[tuple[Column, int], tuple[float, Column]] = {}
    for at, row in enumerate(page.rows):
        if row.apart:
            states = {key: (cost, (at, APART, trace)) for key, (cost, trace) in states.items()}
            continue
        states = _pruned(_after(page, states, at, links))
    _, trace = min(states.values(), key=lambda value: value[0])
    found = [APART] * len(page.rows)
    while trace is not None:
        at, before, trace = trace
        found[at] = before
    return found


def _after(
    page: Page, states: States, at: int, links: dict[tuple[Column, int], tuple[float, Column]]
) -> States:
    """Return the states after line `at`, the cheapest way to each."""
    row, points = page.rows[at], page.points[at]
    head = HEAD_COSTS[min(points, 6)] if points >= 0 else NO_HEAD
    opened = _openings(row, at, page.widths[at])
    tail = 3.0 if row.opening == TAIL else 0.0
    found: States = {}

    def put(state: State, cost: float, before: int, trace: Trace) -> None:
        known = found.get(state)
        if known is None or cost < known[0]:
            found[state] = (cost, (at, before, trace))

    for (queue, event, title), (cost, trace) in states.items():
        next_on, next_new, next_head = AFTER[event]
        put((queue, HEAD, at), cost + next_head + head, TITLE, trace)
        room = queue[1:] if len(queue) >= MAX_OPEN else queue
        for price, column in opened:
            put(((*room, column), NEW, title), cost + next_new + price + tail, OPENED, trace)
        closing = 0.0
        for place, column in enumerate(queue):
            known = links.get((column, at))
            if known is None:
                ratio = page.goes_on(column.last, at)
                known = link(page.rows[column.last], row, column, ratio)
                known = links[column, at] = (known[0], known[1]._replace(last=at))
            price, after = cost + next_on + known[0], known[1]
            over = column.last < title
            price += OVER_HEAD * over
            rest = (*queue[place + 1 :], after)
            put((rest, ON, title), price + closing, column.last, trace)
            if place:
                skip = SKIP_TO_LAST if place == len(queue) - 1 else SKIP
                put((queue[:place] + rest, ON, title), price + skip, column.last, trace)
            if over or event == HEAD:
                closing += CLOSE_AT_HEAD
            else:
                closing += CLOSE_MORE if place else CLOSE_FIRST
            if closing > MAX_SKIPS:
                break
    return found


def _pruned(states: States) -> States:
    best = sorted(states.items(), key=lambda one: one[1][0])[:BEAM]
    limit = best[0][1][0] + MAX_BEHIND
    return {state: value for state, value in best if value[0] <= limit}


def _openings(row: Row, at: int, widths: Sequence[int]) -> list[tuple[float, Column]]:
    """Return the ways in which a line can be the first of a column, with their costs."""
    found = []
    full = next((w for w in widths if -1 <= row.cells - w <= 2), 0)
    if full:
        found.append((OPEN_FULL, Column(at, full, 0)))
    indented = next((w for w in widths if -1 <= row.cells + INDENT - w <= 1), 0)
    if indented:
        found.append((OPEN_INDENTED, Column(at, indented, INDENT)))
    found.append((OPEN_AS_WELL if found else OPEN_ODD, Column(at, 0, 0)))
    return found


def link(before: Row, row: Row, column: Column, goes_on: float) -> tuple[float, Column]:
    """Return the cost of a row as the next of a column that ends in `before`, and what it gives.

    `goes_on`: the log-likelihood ratio that it follows; the column returned has no last line yet.
    """
    if not column.width:
        ways = _first_link(before, row, goes_on)
    else:
        ways = _next_link(before, row, column, goes_on)
    cost, width, indent = min(ways, key=lambda way: way[0])
    return cost, Column(-1, width, indent)


def _next_link(
    before: Row, row: Row, column: Column, goes_on: float
) -> tuple[tuple[float, int, int], ...]:
    """Return (cost, width, indent) of a line on in a paragraph, and as the first of another."""
    room = before.cells + column.indent - column.width
    over = row.cells - column.width
    full = room >= -3
    wide = TOO_WIDE + 0.5 * min(over, 12)
    ended = before.ending == END
    if full:
        # Of the full lines that end in a full stop about half end their paragraph.
        on = -goes_on + (0.8 if ended else 0.05) + 0.5 * (room < -1)
        end = 0.8 if ended else {COLON: 1.5, CLOSE: 2.5}.get(before.ending, 4.0)
    else:
        on = -goes_on + (3.5 if ended else 4.0)
        end = 0.05 if ended else 0.3
    if over > 2:
        on += wide
    elif -3 <= over < -1:
        on += 0.5  # the next character or number did not fit
    elif over < -3:
        on += {END: 0.6, COLON: 1.5, CLOSE: 1.5}.get(row.ending, 3.0)
    if row.opening == TAIL:
        end += 4.0
    indent = INDENT
    if over > 2:
        end, indent = end + wide, 0
    elif over > -2:
        end, indent = end + 2.0, 0  # a paragraph without an indent
    elif over < -7:
        end += 1.2 if row.ending == END else 2.2  # a paragraph of one line, a crosshead
    elif over < -5:
        end += 0.7
    return (on, column.width, 0), (end, column.width, indent)


def _first_link(before: Row, row: Row, goes_on: float) -> tuple[tuple[float, int, int], ...]:
    """Do the same for a column of which one line is known, and find its width."""
    more = row.cells - before.cells
    on = 0.5 - goes_on + (1.2 if before.ending == END else 0.1)
    if abs(more) <= 2:
        width = max(before.cells, row.cells)
    elif 3 <= more <= 5:
        on, width = on + 0.3, row.cells
    elif more < 0:
        on, width = on + (0.8 if row.ending == END else 3.0), before.cells
    else:
        on, width = on + 5.0, row.cells
    end = {END: 0.5, COLON: 2.5, CLOSE: 2.5}.get(before.ending, 3.5)
    if more + INDENT <= -2:
        return (on, width, 0), (end + 1.5, 0, 0)
    known = row.cells + INDENT if more >= 0 or abs(more + INDENT) <= 2 else 0
    end += 1.0 + 4.0 * (row.opening == TAIL)
    return (on, width, 0), (end, known, INDENT if known else 0)
