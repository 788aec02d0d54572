"""Deal the blocks of a page to its columns: a search over queues (see `cleaner.order.blocks`).

A state is the row of open columns, the one that has waited longest first, each by its last blocks,
the newest first. Costs are nats. The best states are kept at each block, as in
`cleaner.order.queues`.
"""

from itertools import pairwise
from typing import NamedTuple

from cleaner.order.blockcosts import Junctions
from cleaner.order.topics import likelihood

# States kept at each block (150 find no more, 24 miss some), how many nats dearer than the cheapest
# they may be, and columns open at once.
BEAM, WIDTH, MAX_OPEN = 60, 9.0, 10

# To turn from the column served last to the one that has waited longest, to one behind it, and to
# end a column for good. (Turning: .8 takes books apart, 2.2 misses every tenth row.)
TURN, SKIP, CLOSE = 1.5, 4.0, 0.3

# A column that ends in the middle of a sentence.
BREAKS_OFF = 4.0

# A heading stands by its text: what comes after it seldom comes a row later.
AFTER_HEADING = 1.0

# What a column's top costs beyond this is given back where the foot before it goes on there.
OPEN = 4.0

# The blocks of a column that say what it speaks of, and what their likelihood to speak of the same
# as a block weighs: less than it says, as a page's articles may be of one matter; more behind a
# heading, whose text says it again (.5 to 1 and 1.5 to 2.5 alike).
REMEMBERED = 3
TOPIC, HEADING_TOPIC = 0.8, 2.0

FIRST = -1

Column = tuple[int, ...]
State = tuple[Column, ...]
# How a state was reached: block, the block before it in its column or FIRST, the way to there.
Trace = tuple[int, int, "Trace"] | None
States = dict[State, tuple[float, Trace]]


class Costs(NamedTuple):
    """Of blocks: that one follows another, opening a column, ending one; headings.

    shared[i][j], sizes[i]: what two blocks have in common, and what a block has
    (`cleaner.order.topics`).
    """

    junctions: Junctions
    opening: list[float]
    ending: list[float]
    titles: list[bool]
    shared: list[list[float]]
    sizes: list[float]


class Links:
    """What it costs that a block goes on a column; each asked once."""

    def __init__(self, costs: Costs) -> None:
        self.costs = costs
        self.known: dict[tuple[Column, int], float] = {}

    def __call__(self, column: Column, at: int) -> float:
        """Return the cost of the junction, less what the column's topic speaks for it."""
        key = column, at
        cost = self.known.get(key)
        if cost is None:
            cost = self.known[key] = self._cost(column, at)
        return cost

    def _cost(self, column: Column, at: int) -> float:
        costs, last = self.costs, column[0]
        mine, sizes = costs.shared[at], costs.sizes
        weight = mine[last]
        size = sizes[last]
        for one in column[1:]:
            weight += mine[one]
            size += sizes[one]
        size = min(size, sizes[at])
        heads = costs.titles[last] and not costs.titles[at]
        topic = (HEADING_TOPIC if heads else TOPIC) * likelihood(weight, size)
        return costs.junctions.cost(last, at) - topic


def deal(costs: Costs) -> list[int]:
    """Return for each block the one before it in its column, or FIRST."""
    size = len(costs.opening)
    links = Links(costs)
    states: States = {((0,),): (0.0, (0, FIRST, None))}
    for at in range(1, size):
        found = _after(costs, links, states, at)
        best = sorted(found.items(), key=lambda one: (one[1][0], one[0]))[:BEAM]
        states = dict(best)
    ways = []
    for queue, (cost, trace) in states.items():
        dealt = _read(trace, size)
        ways.append((cost, queue, dealt, columns_of(dealt)))
    # Nearly all other junctions are of a block and one behind it.
    costs.junctions.learn(
        [(one[-1], two[0]) for _, _, _, columns in ways for one, two in pairwise(columns)]
    )
    return min(ways, key=lambda way: (way[0] + _whole(costs, way[1], way[3]), way[1]))[2]


def columns_of(dealt: list[int]) -> list[list[int]]:
    """Return the columns in the order of their tops."""
    columns: list[list[int]] = []
    column_of: dict[int, list[int]] = {}
    for at, before in enumerate(dealt):
        if before == FIRST:
            columns.append([])
        column = columns[-1] if before == FIRST else column_of[before]
        column.append(at)
        column_of[at] = column
    return columns


def _after(costs: Costs, links: Links, states: States, at: int) -> States:
    """Return the states after block `at`, the cheapest way to each."""
    found: States = {}
    dearest = min(cost for cost, _ in states.values()) + costs.opening[at] + WIDTH
    ending, titles, is_text = costs.ending, costs.titles, not costs.titles[at]

    def put(queue: State, cost: float, before: int, trace: Trace) -> None:
        known = found.get(queue)
        if known is None or cost < known[0]:
            found[queue] = (cost, (at, before, trace))

    for queue, (cost, trace) in states.items():
        last = queue[-1]
        price = cost + links(last, at)
        dearest = min(dearest, price + WIDTH)
        if price <= dearest:
            put((*queue[:-1], (at, *last[: REMEMBERED - 1])), price, last[0], trace)
        full = len(queue) >= MAX_OPEN
        price = cost + costs.opening[at] + (ending[queue[0][0]] if full else 0.0)
        if price <= dearest:
            put((*queue[full:], (at,)), price, FIRST, trace)
        closing = 0.0
        for number, column in enumerate(queue[:-1]):
            price = cost + TURN + links(column, at)
            if is_text and titles[column[0]]:
                price += AFTER_HEADING
            if price + closing <= dearest:
                grown = (at, *column[: REMEMBERED - 1])
                put((*queue[number + 1 :], grown), price + closing, column[0], trace)
            if number and price + SKIP <= dearest:
                grown = (at, *column[: REMEMBERED - 1])
                rest = (*queue[:number], *queue[number + 1 :], grown)
                put(rest, price + SKIP, column[0], trace)
            closing += CLOSE + ending[column[0]]
    return found


def _read(trace: Trace, size: int) -> list[int]:
    dealt = [FIRST] * size
    while trace is not None:
        at, before, trace = trace
        dealt[at] = before
    return dealt


def _whole(costs: Costs, queue: State, columns: list[list[int]]) -> float:
    """Return what shows only at the end: columns that break off, feet that go on in tops."""
    cost = sum(costs.ending[column[0]] for column in queue)
    for one, two in pairwise(columns):
        foot, top = one[-1], two[0]
        broken = costs.ending[foot] + costs.opening[top] - OPEN
        cost += min(0.0, costs.junctions.cost(foot, top) - broken)
    return cost
