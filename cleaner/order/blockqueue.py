"""Deal the blocks of a page to its columns: a search over queues (see `cleaner.order.blocks`).

A state is the row of open columns, each named by its last block, the one that has waited longest
first. Costs are nats. The best states are kept at each block, as in `cleaner.order.queues`.
"""

from itertools import pairwise
from typing import NamedTuple

# States kept at each block (150 find no more), and columns open at once.
BEAM, MAX_OPEN = 60, 10

# To turn from the column served last to the one that has waited longest (.4 to .8 alike), to one
# behind it, and to end a column for good.
TURN, SKIP, CLOSE = 0.8, 4.0, 0.3

# A column that ends in the middle of a sentence.
BREAKS_OFF = 4.0

# A heading stands by its text: what comes after it seldom comes a row later.
AFTER_HEADING = 2.5

# What a column's top costs beyond this is given back where the foot before it goes on there.
OPEN = 4.0

FIRST = -1

State = tuple[int, ...]
# How a state was reached: block, the block before it in its column or FIRST, the way to there.
Trace = tuple[int, int, "Trace"] | None
States = dict[State, tuple[float, Trace]]


class Costs(NamedTuple):
    """Of blocks: junctions[i][j] of j after i, of opening a column, of ending one; headings."""

    junctions: list[list[float]]
    opening: list[float]
    ending: list[float]
    titles: list[bool]


def deal(costs: Costs) -> list[int]:
    """Return for each block the one before it in its column, or FIRST."""
    size = len(costs.opening)
    states: States = {(0,): (0.0, (0, FIRST, None))}
    for at in range(1, size):
        found = _after(costs, states, at)
        best = sorted(found.items(), key=lambda one: (one[1][0], one[0]))[:BEAM]
        states = dict(best)
    ways = [(cost, queue, _read(trace, size)) for queue, (cost, trace) in states.items()]
    return min(ways, key=lambda way: (way[0] + _whole(costs, way[1], way[2]), way[1]))[2]


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


def _after(costs: Costs, states: States, at: int) -> States:
    """Return the states after block `at`, the cheapest way to each."""
    found: States = {}

    def put(queue: State, cost: float, before: int, trace: Trace) -> None:
        known = found.get(queue)
        if known is None or cost < known[0]:
            found[queue] = (cost, (at, before, trace))

    for queue, (cost, trace) in states.items():
        last = queue[-1]
        put((*queue[:-1], at), cost + costs.junctions[last][at], last, trace)
        full = len(queue) >= MAX_OPEN
        opened = cost + costs.opening[at] + (costs.ending[queue[0]] if full else 0.0)
        put((*queue[full:], at), opened, FIRST, trace)
        closing = 0.0
        for place, column in enumerate(queue[:-1]):
            price = cost + TURN + costs.junctions[column][at]
            if costs.titles[column] and not costs.titles[at]:
                price += AFTER_HEADING
            put((*queue[place + 1 :], at), price + closing, column, trace)
            if place:
                rest = (*queue[:place], *queue[place + 1 :], at)
                put(rest, price + SKIP, column, trace)
            closing += CLOSE + costs.ending[column]
    return found


def _read(trace: Trace, size: int) -> list[int]:
    dealt = [FIRST] * size
    while trace is not None:
        at, before, trace = trace
        dealt[at] = before
    return dealt


def _whole(costs: Costs, queue: State, dealt: list[int]) -> float:
    """Return what shows only at the end: columns that break off, feet that go on in tops."""
    columns = columns_of(dealt)
    cost = sum(costs.ending[at] for at in queue)
    for one, two in pairwise(columns):
        foot, top = one[-1], two[0]
        broken = costs.ending[foot] + costs.opening[top] - OPEN
        cost += min(0.0, costs.junctions[foot][top] - broken)
    return cost
