"""Find the cheapest course of columns and places through the lines of a text (Viterbi).

A state is a column and one of three ways to stand in it: a paragraph has ended here (after a
single or a last line), its first line was here, a middle one. The arithmetic of all columns is
done at once in numpy; the time grows with the number of lines, whatever they hold.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

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


def cheapest(costs: Costs, prices: Sequence[Price]) -> list[tuple[int, int]]:
    """Return (place, column) of each line; `prices` has one fewer than there are lines."""
    end, first, middle = costs.single[0], costs.first[0], costs.middle[0]
    trail: list[tuple[Array, Array, Array, Array, Array]] = []
    for at, price in enumerate(prices, 1):
        new = np.minimum(end, np.minimum(first, middle) + price.cut) + price.end
        on = np.minimum(first + price.first, middle + price.middle)
        on = np.minimum(on, end + (price.middle + price.cut))
        trail.append((end, first, middle, new, on))
        new = np.minimum(new, new.min() + CHANGE_END)
        on = np.minimum(on, on.min() + CHANGE_INSIDE)
        end = np.minimum(new + costs.single[at], on + costs.last[at])
        first = new + costs.first[at]
        middle = on + costs.middle[at]
    # A text may stop unfinished, as anywhere.
    cut = prices[-1].cut if prices else 0.0
    heads = (float(end.min()), float(first.min()) + cut, float(middle.min()) + cut)
    kind = heads.index(min(heads))
    column = int((end, first, middle)[kind].argmin())
    return _trace(costs, prices, trail, kind, column)


def _trace(
    costs: Costs,
    prices: Sequence[Price],
    trail: Sequence[tuple[Array, Array, Array, Array, Array]],
    kind: int,
    column: int,
) -> list[tuple[int, int]]:
    """Walk back along the cheapest course; `kind` is 0 for ended, 1 for first, 2 for middle."""
    path: list[tuple[int, int]] = []
    for at in range(len(prices), 0, -1):
        price, (end, first, middle, new, on) = prices[at - 1], trail[at - 1]
        if kind == 0:
            alone = min(new[column], new.min() + CHANGE_END) + costs.single[at][column]
            goes_on = min(on[column], on.min() + CHANGE_INSIDE) + costs.last[at][column]
            place = SINGLE if alone <= goes_on else LAST
        else:
            place = FIRST if kind == 1 else MIDDLE
        path.append((place, column))
        if place in {SINGLE, FIRST}:
            if new[column] > new.min() + CHANGE_END:
                column = int(new.argmin())
            ways = (end[column], first[column] + price.cut, middle[column] + price.cut)
        else:
            if on[column] > on.min() + CHANGE_INSIDE:
                column = int(on.argmin())
            inside = middle[column] + price.middle
            ways = (end[column] + price.middle + price.cut, first[column] + price.first, inside)
        kind = ways.index(min(ways))
    path.append(((SINGLE, FIRST, MIDDLE)[kind], column))
    return path[::-1]
