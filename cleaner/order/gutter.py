"""Find the gutters in lines that hold several columns, one behind the other.

Where columns stand close (a mark that hangs out of the left one is enough), an extractor that goes
by the white space on the page gives a row of them as one line, a space or several between. Such a
line falls into parts that are as wide as the columns of the page; which spaces are inside a part
and which between two is found for the whole line at once (`_together`), so that a headline or a
byline among the parts hides no gutter behind it. That alone fits one headline in ten too; so the
space must also be one that nobody writes, or more than one part of the line must say so:

- a full-width comma, colon or stop before it: Chinese has no space after these; or
- two spaces, or two more parts that are columns; or
- a column of one width on both sides, and the two parts go on better in the lines around than
  across the space; or
- lines near by with a space at the same width: a headline stands alone, columns go on.

And the cut must be wanted: the lines, once cut, are given to the search for columns, and a cut
stands only if the search then sets its two parts apart.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache, partial
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner import ngram
from cleaner.late import np
from cleaner.layout import Line, as_printed, display_width, ending_of
from cleaner.model import Model
from cleaner.order.columns import MAX_MEAN_CHARS, NOTHING_TOLD, Told, is_set
from cleaner.order.cuts import Gap, Gutters, Kind, wanted
from cleaner.order.rows import INDENT, MIN_CELLS, STEP, closed, fills, widths_near
from cleaner.paper.press import dateline_end
from cleaner.paper.signs import is_apart

SPACE_RE, WORD_RE = re.compile(r"\s"), re.compile(r"\S+")
# Marks after which nobody writes a space; quotes and brackets are left out, some do.
HANGING = "，。、；：！？"

# Behind a closing quote or bracket some do: so only where it ends the column to the cell, or hangs
# out of it by so much, and the lines around go on better.
CLOSERS, HANGING_CELLS = "”’）》】", 2

# A line of three columns of 22 characters has 132 cells; nothing longer is asked.
MAX_CELLS = 240
MAX_GAPS = 24

# Lines this near with a space at the same width (cells; first lines are set in 4) make a run.
RUN_REACH, SAME_WIDTH = 6, 5
# Gain, in nats, of the lines around over the other part, on average in a run. Two lines are no run:
# two headlines of two parts each stand side by side.
MIN_RUN, MIN_RUN_GAIN = 3, 1.0
# Of two parts as wide as one column, if neither has a mark: clauses of a headline are often alike.
MIN_BARE_GAIN = 3.0
# On average, where no space of a text is one that nobody writes. (Pages of columns have 1.3 or 2.8
# and more; of 150 tables, lists and books of verse with such spaces half have 1.8 and less.)
MIN_PAGE_GAIN = 2.0
# The same where there is no space, only a mark that hangs into the gutter. (On odd pages those of
# three sets are right from 4 on.)
MIN_HUNG_GAIN, QUOTES = 4.0, "“”‘’"
# Of so many lines of a text is the width of its narrowest column; chosen, try .02 to .1.
MIN_SHARE = 0.05
# Lines before and after in which a part may go on.
AROUND = 8

# What parts of a line between two gutters may be: as wide as a column (to so many cells over it),
# set in, the end of a paragraph, something else; and what a space inside takes away, one or more.
# Chosen; of 5,126 gutters of odd pages it finds 4,929 and takes 544 other spaces for one.
FULL, SET_IN, ENDED, OTHER, OVER = 2.0, 1.0, 0.5, -1.5, 2
SPACE_INSIDE, WIDE_INSIDE = -1.0, -3.0
ENDS = frozenset("。！？”")
MAX_TOGETHER = 4
# A mark that hangs into the gutter may stand so far before it; columns of one width, in cells.
HANGS, ALIKE = -3, 2
# After these names stand behind a space.
ROLES = ("记者", "通讯员")


class Part(NamedTuple):
    """A part of a line, and how wide it is in cells."""

    start: int
    end: int
    cells: int


def gutters(text: str, lines: Sequence[Line], model: Model, told: Told = NOTHING_TOLD) -> Gutters:
    """Return the spaces in lines at which two columns meet."""
    spaces = text.count(" ") + text.count("\N{IDEOGRAPHIC SPACE}")
    chars = sum(len(line.text) for line in lines)
    if chars > MAX_MEAN_CHARS * (len(lines) + spaces):
        return Gutters([])
    lines = as_printed(lines)
    parted = [
        _parts(line.text) if SPACE_RE.search(line.text) else [(0, len(line.text))] for line in lines
    ]
    broken = [
        [line.text[start:end] for start, end in parts]
        for line, parts in zip(lines, parted, strict=True)
    ]
    # A line that is one part has its width already.
    widths = [
        line.width if len(parts) == 1 else display_width(closed(part))
        for line, parts in zip(lines, broken, strict=True)
        for part in parts
    ]
    if not is_set(widths, sum(len(part) for parts in broken for part in parts)):
        return Gutters([])
    found = _spaces(lines, parted, [int(2 * width + 0.5) for width in widths])
    if len(found) < MIN_RUN and not any(gap.kind.sure for gap in found):
        return Gutters([])  # as in `_likely`, without the scores
    # What stands across a gutter without a space is no word of the page.
    hung = {gap.line for gap in found if gap.start == gap.end}
    broken = [parts for number, parts in enumerate(broken) if number not in hung]
    likely = _likely(found, _gains(lines, broken, found, model), scanned=told.scanned)
    return wanted(text, lines, likely, model, told)


def _spaces(
    lines: Sequence[Line], parted: Sequence[Sequence[tuple[int, int]]], cells: Sequence[int]
) -> list[Gap]:
    """Return the spaces for which anything but a score speaks; `cells`: the parts' widths."""
    # Only what is wider than a column is asked for a gutter without a space.
    shares = Counter(cells).items()
    narrowest = min(
        (em for em, count in shares if em >= MIN_CELLS and count >= MIN_SHARE * len(cells)),
        default=MAX_CELLS,
    )
    near = cache(partial(widths_near, cells))  # the same for all lines of a step
    found: list[Gap] = []
    at = 0
    for number, (line, parts) in enumerate(zip(lines, parted, strict=True)):
        end = at + len(parts)
        if len(parts) == 1 and narrowest + MIN_CELLS <= cells[at] <= MAX_CELLS:
            found += _hung(number, line.text, near(at - at % STEP))
        elif len(parts) > 1:
            widths = near(at - at % STEP)
            cut = _together(line.text, parts, cells[at:end], widths)
            found += _gaps(number, line.text, cut, widths)
        at = end
    return [one for one in found if any(one.kind) or one.end - one.start > 1 or _closes(one)]


def _likely(found: Sequence[Gap], gains: Mapping[Gap, float], *, scanned: bool) -> list[Gap]:
    """Return the spaces that are likely gutters; none where they are few and gain little."""
    by_line: dict[int, list[Gap]] = {}
    for gap in found:
        by_line.setdefault(gap.line, []).append(gap)
    likely = [gap for gap in found if _is_likely(gap, by_line, gains, scanned=scanned)]
    if any(gap.kind.sure for gap in likely):
        return likely
    gained = sum(gains[gap] for gap in likely)
    return likely if len(likely) >= MIN_RUN and gained >= MIN_PAGE_GAIN * len(likely) else []


def _is_likely(
    gap: Gap, by_line: Mapping[int, Sequence[Gap]], gains: Mapping[Gap, float], *, scanned: bool
) -> bool:
    """Say whether a space is asked for as a gutter: nobody writes it, or both its sides say so.

    In a scan spaces stand anywhere, and two or more of them as well.
    """
    if gap.start == gap.end:
        return not scanned and gains[gap] >= MIN_HUNG_GAIN
    if gap.kind.sure or (not scanned and (gap.kind.beside or gap.end - gap.start > 1)):
        return True
    if gains[gap] >= MIN_RUN_GAIN and (_closes(gap) or (gap.kind.alike and _is_prose(gap, gains))):
        return True
    return _runs(gap, by_line, gains)


def _is_prose(gap: Gap, gains: Mapping[Gap, float]) -> bool:
    """Say whether a space is none between two clauses of a headline, or beside a number."""
    left, right = gap.left, gap.right
    if left[-1].isascii() or (right[0].isascii() and left[-1] not in HANGING):
        return False
    return gains[gap] >= MIN_BARE_GAIN or any(mark in left or mark in right for mark in HANGING)


def _closes(gap: Gap) -> bool:
    """Say whether the left part ends in a closing mark, just where its column does."""
    return gap.left[-1] in CLOSERS and 0 <= _cells(gap.left) - gap.width <= HANGING_CELLS


def _cells(text: str) -> int:
    return int(2 * display_width(text) + 0.5)


def _parts(text: str) -> list[tuple[int, int]]:
    """Return where the parts of a line at its spaces begin and end; a line without any is one part.

    So is one that has a kind of its own. Characters that were set apart one by one, as a justified
    line has them, are one part of it, and so are words of ASCII.
    """
    whole = [(0, len(text))]
    if len(text) - text.count(" ") > MAX_CELLS or text[0] == "【" or is_apart(text):
        return whole
    found: list[tuple[int, int]] = []
    is_run = False
    for word in WORD_RE.finditer(text):
        start, end = word.span()
        if found and start - found[-1][1] == 1:
            is_ascii = text[start].isascii()
            if (is_ascii and text[start - 2].isascii()) or (
                is_run and (is_ascii or end == start + 1)
            ):
                found[-1] = found[-1][0], end
                continue
        found.append((start, end))
        is_run = end == start + 1
    return found if 1 < len(found) <= MAX_GAPS else whole


def _together(
    text: str, parts: Sequence[tuple[int, int]], cells: Sequence[int], widths: tuple[int, ...]
) -> list[Part]:
    """Put the parts of a line together to what the columns of the page hold, the likeliest way."""
    widest = max(widths, default=0)
    best: list[tuple[float, int, int]] = [(0.0, 0, 0)]
    for end in range(1, len(parts) + 1):
        ways = []
        size, inside = 0, 0.0
        is_ended = text[parts[end - 1][1] - 1] in ENDS
        for start in range(end - 1, max(-1, end - 1 - MAX_TOGETHER), -1):
            size += cells[start]
            if start < end - 1:
                gap = parts[start + 1][0] - parts[start][1]
                size += gap
                inside += WIDE_INSIDE if gap > 1 else SPACE_INSIDE
            if any(-1 <= size - width <= OVER for width in widths):
                fit = FULL
            elif fills(size, widths):
                fit = SET_IN
            else:
                fit = ENDED if is_ended and size < widest else OTHER
            ways.append((best[start][0] + fit + inside, start, size))
        best.append(max(ways))
    found: list[Part] = []
    end = len(parts)
    while end:
        _, start, size = best[end]
        found.append(Part(parts[start][0], parts[end - 1][1], size))
        end = start
    return found[::-1]


def _gaps(number: int, text: str, cut: Sequence[Part], widths: Sequence[int]) -> list[Gap]:
    """Return the spaces between what the columns of a page hold of a line, from the left."""
    columns = [_column(text[one.start : one.end], one.cells, widths) for one in cut]
    beside = len(cut) > len(("left", "right")) and sum(map(bool, columns)) > 1
    dated = dateline_end(text)
    found = []
    for (one, width), (two, other) in pairwise(zip(cut, columns, strict=True)):
        left, right = text[one.start : one.end], text[two.start :]
        if one.end < dated or left.endswith(ROLES):
            continue
        hangs = width > 0 and left[-1] in HANGING and one.cells - width >= HANGS
        alike = width > 0 and other > 0 and abs(width - other) <= ALIKE
        alike = alike or _are_alike(one.cells, two.cells, text[two.end - 1] in ENDS, widths)
        kind = Kind(hangs and not right[0].isascii(), width > 0, alike, beside)
        found.append(Gap(number, one.end, two.start, width or one.cells, left, right, kind))
    return found


def _hung(number: int, text: str, widths: Sequence[int]) -> list[Gap]:
    """Return where a mark ends a column in a line that holds two of one width, without a space.

    The mark hangs into the gutter. Quotes are wide or narrow, as the font has them.
    """
    found = []
    for at in range(1, len(text)):
        if text[at - 1] not in HANGING or text[at] in CLOSERS or text[at] in HANGING:
            continue
        left, right = text[:at], text[at:]
        for width in widths:
            if _fits_wide_or_narrow(left, (width,), 0) and (
                _fits_wide_or_narrow(right, (width,), -INDENT)
                or (text[-1] in ENDS and MIN_CELLS <= _cells(right) < width)
            ):
                kind = Kind(sure=False, full=True, alike=False, beside=False)
                found.append(Gap(number, at, at, width, left, right, kind))
                break
    return found


def _fits_wide_or_narrow(text: str, widths: Sequence[int], least: int) -> bool:
    """Say whether a part is as wide as a column, or more by what may hang."""
    cells = _cells(text)
    narrow = cells - sum(map(text.count, QUOTES))
    return any(least <= one - width <= OVER for one in (cells, narrow) for width in widths)


def _column(left: str, cells: int, widths: Sequence[int]) -> int:
    """Return the width of the column that a left part fills, or ends a paragraph in; 0 for none."""
    near = [width for width in widths if fills(cells, (width,))]
    if near:
        return min(near, key=lambda width: abs(cells - width))
    return widths[0] if widths and left[-1] in "。！？" and cells < widths[0] else 0


def _are_alike(left: int, right: int, ended: bool, widths: Sequence[int]) -> bool:
    return any(
        fills(left, (width,)) and (fills(right, (width,)) or (ended and right < width))
        for width in widths
    )


def _gains(
    lines: Sequence[Line], broken: Sequence[Sequence[str]], gaps: Sequence[Gap], model: Model
) -> dict[Gap, float]:
    """Return how much better the lines around go on from the parts at a space than they do."""
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
    ratios = ngram.ratios(counts, ends, classes, *pairs)
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
        if other.kind.full and abs(other.width - gap.width) <= SAME_WIDTH
    }
    return gap.kind.full and len(near) >= MIN_RUN and sum(near.values()) >= MIN_RUN_GAIN * len(near)
