"""Find the cheapest course of columns and places through the lines of a text (Viterbi).

What is followed from line to line are the courses up to each break: in every column one that ends
a paragraph there (the next line is new) and one that goes on. A line stands between two breaks,
and its place follows from both: new and ended is single, new and going on first, and so forth; so
all that a line can cost is worked out for all lines at once, and the loop over the lines has five
steps of numpy. The time grows with the number of lines, whatever they hold.
"""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.unwrap.measure import Array, Costs

# Places of a line in its paragraph.
SINGLE, FIRST, MIDDLE, LAST = range(4)

# The line after a break: it opens a paragraph, or goes on.
NEW, ON = range(2)

# Another column: at a paragraph's end, inside.
CHANGE_END, CHANGE_INSIDE = 4.0, 6.0
CHANGE = np.array([[CHANGE_END], [CHANGE_INSIDE]], dtype=np.float32)
NEVER = np.float32(np.inf)

Flags = npt.NDArray[np.bool_]


class Prices(NamedTuple):
    """What each line break costs, shape (breaks,): as a paragraph's end, inside one.

    Inside: after a first line, after a middle one. `cut` comes on top where a paragraph stops
    unfinished, or starts in the middle.
    """

    end: Array
    first: Array
    middle: Array
    cut: Array


def cheapest(costs: Costs, prices: Prices, indent: Array) -> list[tuple[int, int]]:
    """Return (place, column) of each line; there is one price fewer than there are lines.

    `indent`, shape (columns,): what a paragraph's first line costs more in each column.
    """
    steps, second = _steps(costs, prices, indent)
    ways, courses = _forward(steps)
    return _back(ways, courses, second)


def _steps(costs: Costs, prices: Prices, indent: Array) -> tuple[Array, Flags]:
    """Return what each line costs with the break after it, and where its second place is cheaper.

    Both have the shape (lines, 2, 2, columns), by the break before the line and the one after it.
    """
    # A text may stop unfinished, as anywhere, but there it ends.
    end = np.append(prices.end, np.float32(0.0))[:, None]
    first = np.append(prices.first, NEVER)[:, None]
    middle = np.append(prices.middle, NEVER)[:, None]
    cut = np.append(prices.cut, prices.cut[-1:] if len(prices.cut) else np.float32(0.0))[:, None]
    opening, last = costs.first + indent, costs.last.copy()
    last[0] = NEVER
    shape = (len(end), 2, 2, costs.single.shape[1])
    one, two = np.empty(shape, np.float32), np.empty(shape, np.float32)
    one[:, NEW, NEW], two[:, NEW, NEW] = costs.single + end, opening + (end + cut)
    one[:, NEW, ON], two[:, NEW, ON] = costs.single + (middle + cut), opening + first
    one[:, ON, NEW], two[:, ON, NEW] = last + end, costs.middle + (end + cut)
    one[:, ON, ON], two[:, ON, ON] = last + (middle + cut), costs.middle + middle
    return np.minimum(one, two), two < one


def _forward(steps: Array) -> tuple[Array, Array]:
    """Return the cheapest courses up to each break, by column of the line before it.

    The first, shape (lines, 2, 2, columns), by the break before that line too; the second, shape
    (lines, 2, columns), has the cheaper of the two.
    """
    lines, _, _, columns = steps.shape
    ways, courses = np.empty_like(steps), np.empty((lines, 2, columns), dtype=np.float32)
    add, least, lowest = np.add, np.minimum, np.minimum.reduce
    # With a change of column, less than which no course need cost.
    change, start = np.empty((2, 1), np.float32), np.zeros((2, 1, columns), dtype=np.float32)
    flat = start[:, 0]
    for step, way, new, on, course in zip(
        steps, ways, ways[:, NEW], ways[:, ON], courses, strict=True
    ):
        add(start, step, out=way)
        least(new, on, out=course)
        lowest(course, axis=1, out=change, keepdims=True)
        add(change, CHANGE, out=change)
        least(course, change, out=flat)
    return ways, courses


def _back(ways: Array, courses: Array, second: Flags) -> list[tuple[int, int]]:
    """Walk back along the cheapest course."""
    going_on = ways[:, ON] < ways[:, NEW]
    places = np.where(
        going_on,
        np.where(second[:, ON], MIDDLE, LAST),
        np.where(second[:, NEW], FIRST, SINGLE),
    )
    best = courses.argmin(axis=2).tolist()
    changed = courses > courses.min(axis=2, keepdims=True) + CHANGE
    # Flat, as bytes: one line's kinds and columns after the other's.
    placed, moved, width = places.astype(np.uint8).tobytes(), changed.tobytes(), courses.shape[2]
    path: list[tuple[int, int]] = []
    kind, column = NEW, best[-1][NEW]
    for at in range(len(ways) - 1, -1, -1):
        place = placed[(2 * at + kind) * width + column]
        path.append((place, column))
        kind = ON if place >= MIDDLE else NEW
        if at and moved[(2 * at - 2 + kind) * width + column]:
            column = best[at - 1][kind]
    return path[::-1]
