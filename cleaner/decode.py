"""Find the cheapest course of columns and places through the lines of a text (Viterbi).

A state is a column and one of three ways to stand in it: a paragraph has ended here (after a
single or a last line), its first line was here, a middle one. The arithmetic of all columns is
done at once in numpy; the time grows with the number of lines, whatever they hold.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.measure import Array, Costs

# Places of a line in its paragraph.
SINGLE, FIRST, MIDDLE, LAST = range(4)

# Another column: at a paragraph's end, inside.
CHANGE_END, CHANGE_INSIDE = 4.0, 6.0


class Price(NamedTuple):
    """What a line break costs: as a paragraph's end, inside after a first or a middle line.

    `cut` comes on top where a paragraph stops unfinished, or starts in the middle.
    """

    end: float
    first: float
    middle: float
    cut: float


def cheapest(costs: Costs, prices: Sequence[Price], indent: Array) -> list[tuple[int, int]]:
    """Return (place, column) of each line; `prices` has one fewer than there are lines.

    `indent`, shape (columns,): what a paragraph's first line costs more in each column.
    """
    costs = costs._replace(first=costs.first + indent)
    walk = _forward(costs, prices)
    # A text may stop unfinished, as anywhere.
    cut = prices[-1].cut if prices else 0.0
    heads = (walk.end[-1].min(), walk.first[-1].min() + cut, walk.middle[-1].min() + cut)
    kind = heads.index(min(heads))
    return _back(walk, kind, int(walk[kind][-1].argmin()))


class Walk(NamedTuple):
    """The cheapest courses, shape (lines, columns): up to a line that ends, opens, continues.

    `new` and `on` are the courses up to the break before a line, which ends a paragraph or stands
    in one, less its price. `alone` says where a line that ends a paragraph is all of it.
    """

    end: Array
    first: Array
    middle: Array
    new: Array
    on: Array
    alone: npt.NDArray[np.bool_]
    prices: Array  # (lines, 2): after a first line more than after a middle one; the cut


def _forward(costs: Costs, prices: Sequence[Price]) -> Walk:
    # The inner loop adds arrays to arrays in place: a Python number costs twice as much to add.
    lines, columns = costs.single.shape
    end, first, middle, new, on = np.empty((5, lines, columns), dtype=np.float32)
    end[0], first[0], middle[0] = costs.single[0], costs.first[0], costs.middle[0]
    new[0] = on[0] = 0.0
    price = np.array([(0.0, 0.0, 0.0, 0.0), *prices], dtype=np.float32)
    ends, inside = price[:, :1], price[:, 2:3]
    more = np.stack([price[:, 1] - price[:, 2], price[:, 3]], axis=1)
    wide = np.repeat(more[:, :, None], columns, axis=2)
    rows = zip(
        *(costs.single + ends, costs.first + ends, costs.middle + inside, costs.last + inside),
        *(end, first, middle, new, on, wide),
        strict=True,
    )
    add, least, lowest = np.add, np.minimum, np.minimum.reduce
    a, b, last = np.empty((3, columns), dtype=np.float32)
    next(rows)
    e, f, m = end[0], first[0], middle[0]
    for single_cost, first_cost, middle_cost, last_cost, e2, f2, m2, n, o, (later, cut) in rows:
        add(least(f, m, out=a), cut, out=a)
        least(e, a, out=n)
        least(add(f, later, out=a), m, out=a)
        least(add(e, cut, out=b), a, out=o)
        least(n, lowest(n) + CHANGE_END, out=a)
        least(o, lowest(o) + CHANGE_INSIDE, out=b)
        least(add(a, single_cost, out=e2), add(b, last_cost, out=last), out=e2)
        add(a, first_cost, out=f2)
        add(b, middle_cost, out=m2)
        e, f, m = e2, f2, m2
    alone = end >= np.minimum(new, new.min(axis=1, keepdims=True) + CHANGE_END) + (
        costs.single + ends
    )
    return Walk(end, first, middle, new, on, alone, more)


def _back(walk: Walk, kind: int, column: int) -> list[tuple[int, int]]:
    """Walk back along the cheapest course; `kind` is 0 for ended, 1 for first, 2 for middle."""
    path: list[tuple[int, int]] = []
    best_new, best_on = walk.new.argmin(axis=1).tolist(), walk.on.argmin(axis=1).tolist()
    for at in range(len(walk.end) - 1, 0, -1):
        later, cut = walk.prices[at]
        if kind == 0:
            place = SINGLE if walk.alone[at, column] else LAST
        else:
            place = FIRST if kind == 1 else MIDDLE
        path.append((place, column))
        if place in {SINGLE, FIRST}:
            best = best_new[at]
            if walk.new[at, column] > walk.new[at, best] + CHANGE_END:
                column = best
            before = (0.0, cut, cut)
        else:
            best = best_on[at]
            if walk.on[at, column] > walk.on[at, best] + CHANGE_INSIDE:
                column = best
            before = (cut, later, 0.0)
        ways = [row[at - 1, column] + price for row, price in zip(walk, before, strict=False)]
        kind = ways.index(min(ways))
    path.append(((SINGLE, FIRST, MIDDLE)[kind], column))
    return path[::-1]
