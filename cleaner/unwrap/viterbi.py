"""Find the cheapest course of columns and places through the lines of a text (Viterbi).

What is followed from line to line are the courses up to each break: in every column one that ends
a paragraph there (the next line is new) and one that goes on. A line stands between two breaks,
and its place follows from both: new and ended is single, new and going on first, and so forth; so
all that a line can cost is worked out for all lines at once, and the loop over the lines has five
steps of numpy. The time grows with the number of lines, whatever they hold.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from cleaner.late import NDArray, np
from cleaner.unwrap.measure import Array, Costs

# Places of a line in its paragraph.
SINGLE, FIRST, MIDDLE, LAST = range(4)

# The line after a break: it opens a paragraph, or goes on.
NEW, ON = range(2)

# Another column: at a paragraph's end, inside.
CHANGE_END, CHANGE_INSIDE = 4.0, 6.0

# Lines of a part at least, and how often the parts are followed before the text is as a whole.
# What courses cost into a part, as far as one is dearer than another, is the same within this.
PART_LINES, MAX_PASSES = 24, 4
SAME = 1e-3

Flags: TypeAlias = "NDArray[np.bool_]"


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
    join, nothing, endless = np.concatenate, np.zeros(1, np.float32), np.full(1, np.inf, np.float32)
    end = join((prices.end, nothing))[:, None]
    first, middle = (join((price, endless))[:, None] for price in (prices.first, prices.middle))
    cut = join((prices.cut, prices.cut[-1:] if len(prices.cut) else nothing))[:, None]
    opening, last = costs.first + indent, costs.last.copy()
    last[0] = np.inf
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
    (lines, 2, columns), has the cheaper of the two. In each line all may be off by the same.

    Many lines are cut into parts that are followed side by side, which takes fewer steps. What the
    courses into a part cost is not known before the part before it is done, but hardly matters
    behind some tens of lines: so the parts are followed again from what the first pass gives, until
    that changes nothing.
    """
    lines, _, _, columns = steps.shape
    if lines >= 2 * PART_LINES:
        size = -(-lines // (lines // PART_LINES))
        parts = -(-lines // size)
        padded = np.zeros((parts * size, 2, 2, columns), dtype=np.float32)
        padded[:lines] = steps
        side = np.moveaxis(padded.reshape(parts, size, 2, 2, columns), 0, -1)
        side = np.ascontiguousarray(side)
        start = np.zeros((2, columns, parts), dtype=np.float32)
        for _ in range(MAX_PASSES):
            ways, courses, flat = _follow(side, start)
            after = flat[..., :-1] - flat[..., :-1].min(axis=(0, 1))
            if (np.abs(after - start[..., 1:]) <= SAME).all():
                return (
                    np.moveaxis(ways, -1, 0).reshape(padded.shape)[:lines],
                    np.moveaxis(courses, -1, 0).reshape(-1, 2, columns)[:lines],
                )
            start[..., 1:] = after
    ways, courses, _ = _follow(steps[..., None], np.zeros((2, columns, 1), dtype=np.float32))
    return ways[..., 0], courses[..., 0]


def _follow(steps: Array, start: Array) -> tuple[Array, Array, Array]:
    """Follow the courses of parts, shape (lines, 2, 2, columns, parts), from what they cost before.

    Return the ways, the courses, and what they cost at each part's end, with a change of column.
    """
    lines, _, _, columns, parts = steps.shape
    ways = np.empty(steps.shape, dtype=np.float32)
    courses = np.empty((lines, 2, columns, parts), dtype=np.float32)
    add, least, lowest = np.add, np.minimum, np.minimum.reduce
    # With a change of column, less than which no course need cost.
    change, flat, more = np.empty((2, 1, parts), np.float32), start.copy(), _change()
    before = flat[:, None]
    for step, way, new, on, course in zip(
        steps, ways, ways[:, NEW], ways[:, ON], courses, strict=True
    ):
        add(before, step, out=way)
        least(new, on, out=course)
        lowest(course, axis=1, out=change, keepdims=True)
        add(change, more, out=change)
        least(course, change, out=flat)
    return ways, courses, flat


def _change() -> Array:
    """Return what another column costs at a paragraph's end, and inside, shape (2, 1, 1)."""
    return np.array([[[CHANGE_END]], [[CHANGE_INSIDE]]], dtype=np.float32)


def _back(ways: Array, courses: Array, second: Flags) -> list[tuple[int, int]]:
    """Walk back along the cheapest course."""
    going_on = ways[:, ON] < ways[:, NEW]
    places = np.where(
        going_on,
        np.where(second[:, ON], MIDDLE, LAST),
        np.where(second[:, NEW], FIRST, SINGLE),
    )
    best = courses.argmin(axis=2).tolist()
    changed = courses > courses.min(axis=2, keepdims=True) + _change()[..., 0]
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
