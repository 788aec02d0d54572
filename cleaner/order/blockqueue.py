"""Deal the blocks of a page to its columns: a search over queues (see `cleaner.order.blocks`).

A state is the row of open columns, the one that has waited longest first, each by its last blocks,
the newest first. Costs are nats. The best states are kept at each block, as in
`cleaner.order.queues`.
"""

from itertools import groupby, pairwise
from operator import itemgetter
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
# The same by the numbers of columns.
BlockQueue = tuple[int, ...]
States = dict[BlockQueue, tuple[float, Trace]]


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
    """What it costs that a block goes on a column, less what the column's topic speaks for it."""

    def __init__(self, costs: Costs) -> None:
        self.costs = costs

    def __call__(self, column: Column, at: int) -> float:
        """Return the cost for a column and a block."""
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


class _Grown(dict[int, int]):
    """The columns that columns become with a block: their numbers, each made when it is asked."""

    def __init__(self, search: "_Search", at: int) -> None:
        self._search, self._at = search, at

    def __missing__(self, number: int) -> int:
        before = self._search.columns[number]
        self[number] = grown = self._search.column((self._at, *before[: REMEMBERED - 1]))
        return grown


class _Search:
    """The states of a search. A column has a number: many states share it."""

    def __init__(self, costs: Costs) -> None:
        self._costs, self._links = costs, Links(costs)
        self._numbers: dict[Column, int] = {}
        self.columns: list[Column] = []  # by their numbers
        # What it costs that a column is closed, by its number.
        self._closing: list[float] = []

    def column(self, blocks: Column) -> int:
        """Return the number of a column, given by its last blocks."""
        number = self._numbers.setdefault(blocks, len(self.columns))
        if number == len(self.columns):
            self.columns.append(blocks)
            self._closing.append(CLOSE + self._costs.ending[blocks[0]])
        return number

    def blocks_of(self, queue: BlockQueue) -> State:
        """Return a queue's columns as their last blocks."""
        return tuple(self.columns[number] for number in queue)

    def after(self, states: States, at: int) -> States:
        """Return the states after block `at`, the cheapest way to each."""
        costs, columns, close = self._costs, self.columns, self._closing
        found: States = {}
        opening, is_text = costs.opening[at], not costs.titles[at]
        dearest = min(cost for cost, _ in states.values()) + opening + WIDTH
        # Of each open column: what the block costs in it, and more if it is turned to.
        link, heading = {}, {}
        for number in {one for queue in states for one in queue}:
            blocks = columns[number]
            link[number] = self._links(blocks, at)
            heading[number] = AFTER_HEADING if is_text and costs.titles[blocks[0]] else 0.0
        grown = _Grown(self, at)
        least, new = min(link.values()), self.column((at,))
        for queue, (cost, trace) in states.items():
            last = queue[-1]
            price = cost + link[last]
            dearest = min(dearest, price + WIDTH)
            ways: list[tuple[BlockQueue, float, int]] = []
            if price <= dearest:
                ways.append(((*queue[:-1], grown[last]), price, last))
            full = len(queue) >= MAX_OPEN
            price = cost + opening + (costs.ending[columns[queue[0]][0]] if full else 0.0)
            if price <= dearest:
                ways.append(((*queue[full:], new), price, FIRST))
            closing, turned = 0.0, cost + TURN
            # What is too dear in any column is not looked at in each.
            for place, number in enumerate(queue[:-1] if turned + least <= dearest else ()):
                price = turned + link[number] + heading[number]
                if price + closing <= dearest:
                    ways.append(((*queue[place + 1 :], grown[number]), price + closing, number))
                if place and price + SKIP <= dearest:
                    rest = (*queue[:place], *queue[place + 1 :], grown[number])
                    ways.append((rest, price + SKIP, number))
                closing += close[number]
            for state, price, number in ways:
                known = found.get(state)
                if known is None or price < known[0]:
                    before = columns[number][0] if number != FIRST else FIRST
                    found[state] = price, (at, before, trace)
        return found

    def pruned(self, found: States) -> States:
        """Return the cheapest states, in order; of two as cheap the one of earlier blocks first."""
        ranked = sorted((cost, number) for number, (cost, _) in enumerate(found.values()))
        queues = list(found)
        limit = ranked[:BEAM][-1][0]
        kept: list[BlockQueue] = []
        for cost, equal in groupby(ranked, key=itemgetter(0)):
            if cost > limit:
                break
            some = [queues[number] for _, number in equal]
            kept += sorted(some, key=self.blocks_of) if len(some) > 1 else some
        return {queue: found[queue] for queue in kept[:BEAM]}


def deal(costs: Costs) -> list[int]:
    """Return for each block the one before it in its column, or FIRST."""
    size = len(costs.opening)
    search = _Search(costs)
    states: States = {(search.column((0,)),): (0.0, (0, FIRST, None))}
    for at in range(1, size):
        states = search.pruned(search.after(states, at))
    ways = []
    for queue, (cost, trace) in states.items():
        dealt = _read(trace, size)
        ways.append((cost, search.blocks_of(queue), dealt, columns_of(dealt)))
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
