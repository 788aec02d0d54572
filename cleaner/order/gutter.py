"""Find the gutter in lines that hold two columns, one behind the other.

Where two columns stand close (a mark that hangs out of the left one is enough), an extractor that
goes by the white space on the page gives both as one line, a space or several between. Such a
line is wider than any column near it, and a space in it stands where a column of a common width
ends. That alone fits one headline in ten too; so the space must also be one that nobody writes:

- a full-width comma, colon or stop before it: Chinese has no space after these; or
- lines near by with a space at the same width: a headline stands alone, columns go on; and the
  two parts go on better in the lines around than across the space.

And the cut must be wanted: the lines, once cut, are given to the search for columns, and a cut
stands only if the search then sets its two parts apart.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from cleaner import late as re
from cleaner import ngram
from cleaner.document import Edit, apply
from cleaner.layout import Line, as_printed, display_width, ending_of, read_lines
from cleaner.model import Model
from cleaner.order.columns import MAX_MEAN_CHARS, is_set, reading_order
from cleaner.order.rows import closed, fills, widths_near
from cleaner.paper.press import dateline_end
from cleaner.paper.signs import is_apart

SPACE_RE, GAP_RE = re.compile(r"\s"), re.compile(r"\s+")
# Marks after which nobody writes a space; quotes and brackets are left out, some do.
HANGING = "，。、；：！？"

# Behind a closing quote or bracket some do: so only where it ends the column to the cell, or hangs
# out of it by so much, and the lines around go on better.
CLOSERS, HANGING_CELLS = "”’）》】", 2

# A line of three columns of 22 characters has 132 cells; nothing longer is asked.
MAX_CELLS = 240
MAX_GAPS = 24

# The left part is as wide as a column, the whole line wider than that by more than this.
MIN_MORE = 4
# Lines this near with a space at the same width (cells; first lines are set in 4) make a run.
RUN_REACH, SAME_WIDTH = 6, 5
# Gain, in nats, of the lines around over the other part, on average in a run. Two lines are no run:
# two headlines of two parts each stand side by side.
MIN_RUN, MIN_RUN_GAIN = 3, 1.0
# Lines before and after in which a part may go on.
AROUND = 8


class Gap(NamedTuple):
    """A space that may be a gutter: line, where in its text, the column's width, is it sure."""

    line: int
    start: int
    end: int
    width: int
    sure: bool
    left: str
    right: str


def gutters(text: str, lines: Sequence[Line], model: Model, *, scanned: bool = False) -> list[Gap]:
    """Return the spaces in lines at which two columns meet."""
    spaces = text.count(" ") + text.count("\N{IDEOGRAPHIC SPACE}")
    chars = sum(len(line.text) for line in lines)
    if not spaces or chars > MAX_MEAN_CHARS * (len(lines) + spaces):
        return []
    lines = as_printed(lines)
    broken = [_parts(line.text) if SPACE_RE.search(line.text) else [line.text] for line in lines]
    if max(map(len, broken), default=0) < 2:
        return []
    flat_parts = [part for parts in broken for part in parts]
    # A line that is one part has its width already.
    widths = [
        line.width if len(parts) == 1 else display_width(part)
        for line, parts in zip(lines, broken, strict=True)
        for part in parts
    ]
    if not is_set(widths, sum(map(len, flat_parts))):
        return []
    cells = [int(2 * width + 0.5) for width in widths]
    found: list[Gap] = []
    at = 0
    for number, line in enumerate(lines):
        if len(broken[number]) > 1:
            found += _gaps(number, line.text, widths_near(cells, at))
        at += len(broken[number])
    gains = _gains(lines, broken, found, model)
    by_line: dict[int, list[Gap]] = {}
    for gap in found:
        by_line.setdefault(gap.line, []).append(gap)
    likely = [
        gap
        for gap in found
        if gap.sure or _runs(gap, by_line, gains) or (_closes(gap) and gains[gap] >= MIN_RUN_GAIN)
    ]
    return _wanted(text, lines, likely, model, scanned=scanned)


def _closes(gap: Gap) -> bool:
    """Say whether the left part ends in a closing mark, just where its column does."""
    return gap.left[-1] in CLOSERS and 0 <= _cells(gap.left) - gap.width <= HANGING_CELLS


def _cells(text: str) -> int:
    return int(2 * display_width(text) + 0.5)


def _parts(text: str) -> list[str]:
    """Return the parts of a line at its spaces; a line set apart or without text is one part."""
    parts = text.split() if len(text) <= MAX_CELLS else []
    if not 1 < len(parts) <= MAX_GAPS or closed(text) != text or text[0] == "【":
        return [text]
    return [text] if is_apart(text) else parts


def _gaps(number: int, text: str, widths: Sequence[int]) -> list[Gap]:
    """Return the spaces of a line that stand where a column ends, from the left."""
    found = []
    start, first = 0, dateline_end(text)
    for gap in GAP_RE.finditer(text):
        left, right = text[start : gap.start()], text[gap.end() :]
        if gap.start() < first or (left[-1].isascii() and right[0].isascii()):
            continue
        cells, rest = _cells(left), _cells(right)
        width = _column(left, cells, widths)
        if width and cells + rest + 1 > width + MIN_MORE:
            sure = left[-1] in HANGING and cells - width >= -3 and not right[0].isascii()
            found.append(Gap(number, gap.start(), gap.end(), width, sure, left, right))
            start = gap.end()
    return found


def _column(left: str, cells: int, widths: Sequence[int]) -> int:
    """Return the width of the column that a left part fills, or ends a paragraph in; 0 for none."""
    near = [width for width in widths if fills(cells, (width,))]
    if near:
        return min(near, key=lambda width: abs(cells - width))
    return widths[0] if widths and left[-1] in "。！？" and cells < widths[0] else 0


def _gains(
    lines: Sequence[Line], broken: Sequence[Sequence[str]], gaps: Sequence[Gap], model: Model
) -> dict[Gap, float]:
    """Return how much better the lines around go on from the parts at a space than they do."""
    if not gaps:
        return {}
    folded = ngram.fold_all([part for parts in broken for part in parts])
    counts = ngram.with_own(model.table, folded)
    texts: list[str] = []
    left: list[int] = []
    right: list[int] = []
    starts: list[int] = []
    for gap in gaps:
        after = [line.text for line in lines[gap.line + 1 : gap.line + 1 + AROUND]]
        before = [line.text for line in lines[max(0, gap.line - AROUND) : gap.line]]
        mine, other = len(texts), len(texts) + 1
        starts.append(len(left))
        texts += [gap.left, gap.right, *after, *before]
        # The two parts; the left one and what is below it; what is above and the right one.
        afters = range(other + 1, other + 1 + len(after))
        befores = range(afters.stop, len(texts))
        left += [mine, *[mine] * len(after), *befores]
        right += [other, *afters, *[other] * len(before)]
    pairs = np.array(left, np.intp), np.array(right, np.intp)
    ends = ngram.ends_of(counts, ngram.fold_all(texts))
    classes = ngram.classes_of(ending_of(text) for text in texts)
    ratios = ngram.calibrated(ngram.continuations(counts, ends, *pairs), classes[pairs[0]])
    found = {}
    for gap, own in zip(gaps, np.split(ratios, starts[1:]), strict=True):
        found[gap] = float(own[1:].max(initial=0.0) - own[0])
    return found


def _runs(gap: Gap, by_line: Mapping[int, Sequence[Gap]], gains: Mapping[Gap, float]) -> bool:
    """Say whether lines near by have a space at the same width, and the parts go on elsewhere."""
    near = {
        other.line: gains[other]
        for line in range(gap.line - RUN_REACH, gap.line + RUN_REACH + 1)
        for other in by_line.get(line, ())
        if abs(other.width - gap.width) <= SAME_WIDTH
    }
    return len(near) >= MIN_RUN and sum(near.values()) >= MIN_RUN_GAIN * len(near)


def cut(text: str, lines: Sequence[Line], gaps: Sequence[Gap]) -> list[Edit]:
    """Return the edits that cut lines at gutters."""
    found = []
    for gap in gaps:
        start = lines[gap.line].start + gap.start
        found.append(Edit(start, text[start : start + gap.end - gap.start], "\n"))
    return found


def _wanted(
    text: str, lines: Sequence[Line], gaps: Sequence[Gap], model: Model, *, scanned: bool
) -> list[Gap]:
    """Return the gutters whose two sides the search for columns sets apart."""
    if not gaps:
        return []
    cut_up = read_lines(apply(text, cut(text, lines, gaps)))
    reading = reading_order(cut_up, model, scanned=scanned)
    if reading is None:
        return []
    place = {at: number for number, at in enumerate(reading.order)}
    # The cuts before a gap move the lines behind it down by one each.
    lefts = [gap.line + before for before, gap in enumerate(gaps)]
    return [
        gap
        for gap, left in zip(gaps, lefts, strict=True)
        if gap.sure or place[left + 1] != place[left] + 1
    ]
