"""Set the columns under a headline in order: below each other first, then from left to right.

As dealt, columns stand in the order of their tops. That is from left to right where each is one
piece. But a column is in pieces where a box or a neighbour's headline interrupts it, or where the
search took the rest of it for another column:

    A1 B1 C1  C's text      the tops say A1 B1 C1 A2 B2; what reads on is A1 A2 B1 B2 C1
    A2 B2

So each piece stands either to the right of all before it or below one that has ended, of the same
width; pieces that open in one row stand below others from left to right, as a row is read. Of all
such orders the cheapest is looked for by a beam over the pieces, by what foot and top say (`feet`).
It stands if the words themselves say so: where the paragraph ends at the foot of a column, any top
will do, and then the order of the tops is as good as any.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaner.order.feet import Feet, Strip
from cleaner.order.groups import Group

# Columns under one headline; where there are more, most are no columns.
MAX_COLUMNS = 12
# An order is better by so much, nats, of which so much is what the words say at feet and tops.
MARGIN, WORDS = 3.0, 2.0
# Pieces below others side by side: what one does its neighbour does. Lines from top to top.
SIDE_BY_SIDE, NEXT_TOP = 1.0, 6
BEAM = 4

# Pieces of each stack, from left to right; what was added for stacking; where the last was put.
Stacks = tuple[tuple[int, ...], ...]
State = tuple[float, Stacks, float, int, bool]


def in_order(groups: Sequence[Group], feet: Feet) -> list[Group]:
    """Return the groups of a page, the columns of each in reading order."""
    columns = {column[0]: column for group in groups for column in group.columns}
    strips = [[feet.strip(column) for column in group.columns] for group in groups]
    found = [
        stacked(mine, feet, len(group.titles)) for mine, group in zip(strips, groups, strict=True)
    ]
    return [
        group._replace(columns=[columns[one.top] for one in mine])
        for group, mine in zip(groups, found, strict=True)
    ]


def stacked(strips: Sequence[Strip], feet: Feet, articles: int) -> list[Strip]:
    """Return columns, given by their tops, in reading order."""
    found = list(strips)
    above = _above(strips, feet)
    if not any(above):
        return found
    feet.learn((one.foot, two.top) for one in strips for two in strips)
    if _said(strips, feet) < WORDS:
        return found
    states: list[State] = [(0.0, ((0,),), 0.0, 0, False)]
    for k in range(1, len(strips)):
        lines = strips[k].top - strips[k - 1].top
        now = [one for state in states for one in _placed(state, k, above[k], lines)]
        plain = tuple((i,) for i in range(k + 1))
        # What is still to come counts for all the same, but for the last foot.
        costed = [
            (feet.cost([strips[i] for stack in one[1] for i in stack], articles) - one[2], *one[1:])
            for one in now
        ]
        costed.sort(key=lambda one: one[0])
        states = costed[:BEAM] + [one for one in costed[BEAM:] if one[1] == plain]
    best = states[0]
    order = [strips[i] for stack in best[1] for i in stack]
    if best[0] > feet.cost(found, articles) - MARGIN or _gain(found, order, feet) < WORDS:
        return found
    return order


def _above(strips: Sequence[Strip], feet: Feet) -> list[set[int]]:
    """Return for each column those that it may stand below."""
    if len(strips) > MAX_COLUMNS:
        return []
    return [
        {at for at, one in enumerate(strips[:k]) if one.foot < two.top and feet.alike(one, two)}
        for k, two in enumerate(strips)
    ]


def _placed(state: State, k: int, above: set[int], lines: int) -> list[State]:
    """Return the states after piece k; `lines`: from the top of the piece before to its own."""
    _, stacks, bonus, last, below = state
    found: list[State] = [(0.0, (*stacks, (k,)), bonus, len(stacks), False)]
    for number, stack in enumerate(stacks):
        if stack[-1] not in above:
            continue
        beside = below and lines <= NEXT_TOP
        if number <= last and (beside or lines == 1):
            continue
        more = bonus + SIDE_BY_SIDE * beside
        put = (*stacks[:number], (*stack, k), *stacks[number + 1 :])
        found.append((0.0, put, more, number, True))
    return found


def _said(strips: Sequence[Strip], feet: Feet) -> float:
    """Return what the words say for other neighbours than the tops give, all together."""
    return sum(
        max(0.0, -feet.junction(one, two))
        for i, one in enumerate(strips)
        for j, two in enumerate(strips)
        if i != j and j != i + 1
    )


def _gain(old: Sequence[Strip], new: Sequence[Strip], feet: Feet) -> float:
    """Return how much more the words say for the neighbours in a new order."""
    one, two = set(pairwise(old)), set(pairwise(new))
    gained = sum(max(0.0, -feet.junction(*pair)) for pair in two - one)
    return gained - sum(max(0.0, -feet.junction(*pair)) for pair in one - two)
