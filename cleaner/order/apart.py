"""Lines that hold two columns, cut in two, and the order that was found with it.

The search that tells which cuts are wanted has found the order of the lines as well. It is kept
for the stage that sets them in order; where it is not kept any more, it is found in the same way,
so that what comes out hangs on the text alone.
"""

from functools import lru_cache

from cleaner.document import Edit, Step, apply, undo_step
from cleaner.layout import read_lines
from cleaner.model import Model
from cleaner.order.columns import Reading, Told
from cleaner.order.cuts import cut
from cleaner.order.gutter import gutters
from cleaner.order.merged import merged


@lru_cache(maxsize=1)
def cut_up(text: str, model: Model, told: Told) -> tuple[tuple[Edit, ...], Reading | None]:
    """Return the edits that cut lines at gutters, and the order of the lines then, if it is known.

    The last answer is kept: the stage that sets the lines in order asks again.
    """
    lines = read_lines(text)
    asked = text, lines, model, told
    found = gutters(*asked)
    # Told by a mark alone: one of many, or none.
    if all(gap.start == gap.end for gap in found.gaps):
        found = max(merged(*asked), found, key=lambda one: len(one.gaps))
    return tuple(cut(text, lines, found.gaps)), found.reading


def order_when_cut(text: str, step: Step, model: Model, told: Told) -> Reading | None:
    """Return the order that was found as a step cut lines, None where it is to be searched."""
    before = undo_step(text, step)
    edits, reading = cut_up(before, model, told)
    return reading if apply(before, edits) == text else None
