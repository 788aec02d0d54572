"""How wide the columns of a text are, and what each line costs in each place of a paragraph.

A typeset column makes lines of one width W, so the widths of a text's lines pile up in peaks. But
a text may have several columns, or none, and no single figure (the widest line, a quantile, the
commonest width) finds them: so every peak is a candidate, and the decode in `unwrap` chooses one
a line. What a line costs in a place is minus the logarithm of how likely its width is there:

- in the middle of a paragraph a line is full: W wide, or short by less than what comes next;
- a first line is full at W - 2 where the extractor took the indent of two characters away (the
  indent's shadow: nothing else tells a full line that ends in 。 inside a paragraph from a
  paragraph's end), at W where it is there to be measured, or there is none;
- a last line has any width up to W; a line on its own (a heading, a short paragraph) too;
- outside any column (`FREE`, the last candidate) all widths are alike and joining is dear.

The figures were set by hand over newspapers, booklets and manuals from several extractors; the
decode is not sensitive to them.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from cleaner import late as re
from cleaner.late import NDArray, np
from cleaner.layout import END, Line, kept_with_lines
from cleaner.unwrap.counted import Filled, filled_of

Array: TypeAlias = "NDArray[np.float32]"
Flags: TypeAlias = "NDArray[np.bool_]"
# How many lines have a width.
Counts = dict[float, int]

# Columns narrower than 5 em are lists, wider than 82 em are no columns. Chosen: newspapers have 8
# to 30, booklets to 42, text of 72 or 80 columns 36 and 40, of 120 columns 60; where a program
# counted characters (`textwrap`, lynx) 80 columns are 80 em.
MIN_EM, MAX_EM = 5.0, 82.0
# At most so many candidates: the decode's time grows with them.
MAX_WIDTHS, MAX_WIDER = 14, 3
# A short text has few full lines; there the two widest are candidates too, but for paragraphs.
SHORT_TEXT_LINES, SHORT_TEXT_EM = 30, 64.0

# Of the full lines of a column, six in seven have no end mark; of paragraphs, few.
MIN_UNFINISHED = 1 / 2

# The first-line indent of Chinese print, two characters.
SHADOW_EM = 2.0

# A line that may have any width of some costs so much a nat of their number.
FLAT = 0.8

# Cost of a full line by how much it falls short of W, em: the upper bounds and the costs there.
# Up to .75: a stray half-width character. To 1.3: a mark that may not open a line was drawn in.
# Beyond: one or two such, a word that would not divide.
SHORT_BY_EM = (-1.3, -0.75, 0.75, 1.3, 2.6, 4.0)
SHORT_COST = (6.0, 2.5, 0.25, 1.6, 3.2, 5.0, 6.0)
OVER_BY_ONE, FITS, BY_ONE = 1, 2, 3
# A full line whose next unit (a Latin word, a number, a character with the marks that follow it)
# would not have fitted, up to 2 em short and beyond.
FORCED_NEAR, FORCED_FAR = 1.0, 1.6
# Wider than the column by more than .75 em, 1.3 em: a line of its own at W - 2 .. W, above W.
OVER_NEAR, OVER_FAR = 4.0, 7.0
# A last line that is wider by more than 1.3 em, besides the excess.
OVER_LAST = 5.0
# Outside columns: a line on its own or last; first or middle; the same with an end mark.
FREE_END, FREE_OPEN, FREE_OPEN_ENDED = 3.0, 6.5, 9.0
# What a page cuts outside columns is a long paragraph; short lines there are meant (亲爱的读者，).
FREE_SHORT_EM, FREE_SHORT = 10.0, 4.0
# A line to which a program that breaks at spaces could have added a word.
NOT_FULL = 6.0

# Marks hang out of a column where so many lines show it, such a share of its full ones (in print
# one in ten), and of the lines that are wider by one hardly any ends otherwise. None is drawn in
# there: a line that is short by one for no other reason opens a paragraph, and its mark hangs.
HANGING = "，。、；：！？"
MIN_HUNG, MIN_HUNG_SHARE, MAX_OVER = 3, 0.04, 1.15
DRAWN_IN = 3.2

# The first unit of a line that the line before would have had to take whole; in a reply it comes
# behind the sign that stands before each line.
REPLY_RE = re.compile(r"(?:> ?){1,9}")
UNIT_RE = re.compile(
    r"[“‘（《〈「『【〔(\[\"']*(?:[!-~\u00c0-\u06ff\u1e00-\u1fff]+|.)[，。、；：！？”’）》〉」』】〕…,.;:!?)\]]*"
)
UNIT_CLOSERS = frozenset("，。、；：！？”’）》〉」』】〕…,.;:!?)]")
# Nothing longer than the widest column can be a unit: an address of 300 characters divides.
UNIT_CHARS = 128


class Columns(NamedTuple):
    """Candidate columns: pairs of a width and the shadow of its first lines, then FREE."""

    widths: Array  # (candidates,)
    shadows: Array  # (candidates,)
    quotes_narrow: bool
    hangs: list[bool]  # of each width, whether marks hang out


class Costs(NamedTuple):
    """What each line costs in each place, shape (lines, candidates + 1), FREE last."""

    single: Array
    first: Array
    middle: Array
    last: Array


class Least(NamedTuple):
    """The least that a line costs in columns: as a full one, alone, as the last.

    `first`: as a first line, as far as it is more than alone in the same column.
    """

    full: float
    single: float
    last: float
    first: float


def columns_of(lines: Sequence[Line]) -> Columns:
    """Return the candidate columns of a text, no width twice, the narrow ones first.

    Behind them, where a program filled the lines word by word, that of its page: of any width.
    """
    found, quotes_narrow = widths_of(lines)
    if filled := filled_of(lines):
        found = [*found, filled.size / 2]
    widths = np.array(found, dtype=np.float32)
    return Columns(
        np.concatenate([widths, widths]),
        np.repeat(np.array([0.0, SHADOW_EM], dtype=np.float32), len(widths)),
        quotes_narrow,
        _marks_hang(lines, found, narrow=quotes_narrow),
    )


def _marks_hang(lines: Sequence[Line], widths: Sequence[float], *, narrow: bool) -> list[bool]:
    """Say of each column whether a mark that comes behind a full line hangs out of it."""
    if 2 * sum(line.ending == END for line in lines) > len(lines):
        return [False] * len(widths)
    every, hung = Counter[float](), Counter[float]()
    for line, extent in zip(lines, _extents(lines, narrow=narrow), strict=True):
        em = round(2 * extent) / 2
        every[em] += 1
        hung[em] += line.text[-1] in HANGING
    return [
        hung[em + 1] >= max(MIN_HUNG, MIN_HUNG_SHARE * every[em])
        and every[em] >= every[em + SHADOW_EM]  # else these are first lines
        and every[em + 1] <= MAX_OVER * hung[em + 1]
        for em in widths
    ]


@kept_with_lines
def widths_of(lines: Sequence[Line]) -> tuple[list[float], bool]:
    """Return the widths of the candidate columns, and whether curly quotes are .5 em wide."""
    # Wider lines, in clean text most of them, are in no column however wide their quotes are.
    near = [line for line in lines if line.narrow <= MAX_EM + 1]
    extents = _extents(near, narrow=False)
    counts, quotes_narrow = _histogram(extents), False
    if any(line.narrow != line.width for line in near):
        slim = _extents(near, narrow=True)
        narrow = _histogram(slim)
        # The true width of the quotes makes the peaks sharp. Han text has them 1 em: on a draw too.
        if quotes_narrow := _sharpness(narrow) > _sharpness(counts):
            extents, counts = slim, narrow
    peaks = _peaks(counts)
    if len(lines) < SHORT_TEXT_LINES:
        near_em = {em for em in extents if MIN_EM <= em <= SHORT_TEXT_EM}
        largest = sorted(near_em, reverse=True)[:2]
        peaks = sorted({*peaks, *largest})
    if not peaks:
        return [], quotes_narrow
    unfinished = _histogram(
        [em for em, line in zip(extents, near, strict=True) if line.ending != END]
    )
    found = [em for em in peaks if _goes_on(em, counts, unfinished)] if unfinished else []
    return found, quotes_narrow


def flat_cost(width: float) -> float:
    """Return what a column costs a line that may have any width in it: a last line, one alone."""
    return FLAT * math.log(width)


def least_in(line: Line, after: Line | None, widths: tuple[float, ...], *, narrow: bool) -> Least:
    """Return the least of what `costs_of` says of a line in columns of these widths."""
    (extent,) = _extents((line,), narrow=narrow)
    unit = unit_of(after, narrow=narrow) if after else 0.0
    return _least_in(extent, unit, 0.0 if line.indent >= 1 else SHADOW_EM, widths)


@lru_cache(maxsize=1024)  # many lines of a text are of one width
def _least_in(extent: float, unit: float, shadow: float, widths: tuple[float, ...]) -> Least:
    """Return what `least_in` does, of a line that ends there, before a unit of that width."""
    full = single = last = first = math.inf
    for em in widths:
        over, flat = extent - em, flat_cost(em)
        alone = flat if over <= 0.75 else flat + OVER_FAR
        opens = _full_cost(-over, unit)
        full, first, single = min(full, opens), min(first, opens - alone), min(single, alone)
        last = min(last, flat + (0.0 if over <= 0.75 else 2.5 if over <= 1.3 else OVER_LAST + over))
        if shadow:
            opens = _full_cost(-over - shadow, unit)
            if over <= 0.75 < over + shadow:
                alone = flat + OVER_NEAR
            full, first = min(full, opens), min(first, opens - alone)
    return Least(full, single, last, first)


def _full_cost(short: float, unit: float) -> float:
    """Return what `_full` does, of one line in one column."""
    cost = float(_short_cost()[bisect_right(SHORT_BY_EM, short)])
    if short > SHORT_BY_EM[-1]:
        cost += short / 8
    elif short < SHORT_BY_EM[0]:
        cost -= short
    if SHORT_BY_EM[2] < short < unit:
        cost = min(cost, FORCED_NEAR if short <= 2 else FORCED_FAR)
    return cost


def costs_of(lines: Sequence[Line], columns: Columns) -> Costs:
    """Return what each line costs, by its width alone, in each place of each column."""
    narrow = columns.quotes_narrow
    extent = np.array(_extents(lines, narrow=narrow), dtype=np.float32)[:, None]
    hangs = np.array(columns.hangs, dtype=bool)
    unit = np.array([unit_of(line, narrow=narrow) for line in lines[1:]] + [0.0], dtype=np.float32)
    ended = np.array([line.ending == END for line in lines])
    free = np.where(ended, FREE_OPEN_ENDED, FREE_OPEN)
    free += np.where(extent[:, 0] < FREE_SHORT_EM, FREE_SHORT, 0.0)
    # The second half of the columns are those of the first, with a shadow.
    half = len(columns.widths) // 2
    width = columns.widths[None, :half]
    costs = np.empty((4, len(lines), 2 * half + 1), dtype=np.float32)
    single, first, middle, last = costs
    single[:, -1], first[:, -1], middle[:, -1], last[:, -1] = FREE_END, free, free, FREE_END
    if half:
        indented = np.array([line.indent >= 1 for line in lines])[:, None]
        # An indent that can be measured casts no shadow.
        inset = width - np.where(indented, np.float32(0.0), columns.shadows[None, half:])
        flat = FLAT * np.log(width)
        over = np.where(extent <= width + 0.75, OVER_NEAR, OVER_FAR)
        single[:, :half] = flat + np.where(extent <= width + 0.75, 0.0, OVER_FAR)
        single[:, half:-1] = flat + np.where(extent <= inset + 0.75, 0.0, over)
        middle[:, :half] = middle[:, half:-1] = first[:, :half] = _full(width - extent, unit)
        first[:, half:-1] = _full(inset - extent, unit)
        last[:, :half] = last[:, half:-1] = flat + _over(extent - width)
        if hangs.any():
            hung = np.array([[line.text[-1] in HANGING] for line in lines]) & hangs
            _let_hang(hung, extent, inset, costs)
    if filled := filled_of(lines):
        _fill(filled, costs, half)
    return Costs(single, first, middle, last)


def _fill(filled: Filled, costs: Array, half: int) -> None:
    """Set what the lines cost in the last column, which a program filled word by word."""
    flat = flat_cost(filled.size / 2)
    over = np.array(filled.sizes) > filled.size
    # A full line is as wide as the page less any part of the word that comes next.
    words = np.array([*filled.words[1:], 0.0]).clip(2.0, filled.size)
    opens = np.where(filled.full, _short_cost()[FITS] + FLAT / 2 * np.log(words / 2), NOT_FULL)
    ends = flat + np.where(over & ~np.array(filled.full), OVER_FAR, 0.0)
    for place, cost in zip(costs, (ends, opens, opens, ends), strict=True):
        place[:, half - 1] = cost
        place[:, 2 * half - 1] = cost + NOT_FULL  # it takes no indent away


def _let_hang(hung: Flags, extent: Array, inset: Array, costs: Array) -> None:
    """Make a first line with a mark that hangs cost what it does without; `hung`: (lines, widths).

    Inside a paragraph its mark would have been followed by a character.
    """
    half = hung.shape[1]
    _, first, middle, _ = costs
    out = hung & (_short_by(inset - extent) == OVER_BY_ONE)
    first[:, half:-1][out] = _short_cost()[FITS]
    for place in (middle[:, :half], middle[:, half:-1]):
        place[out & (place == _short_cost()[BY_ONE])] = DRAWN_IN


def _full(short: Array, unit: Array) -> Array:
    """Return what being short by so much costs a full line, given the unit that came next."""
    cost = _short_cost()[_short_by(short)] + np.where(short > 4.0, short / 8, 0.0)
    cost = cost + np.where(short < -1.3, -short, 0.0)
    # A unit that would have fitted to the half em proves nothing: the slack must be negative.
    forced = (short > 0.75) & (short < unit[:, None] - 0.2)
    cost = np.where(forced, np.minimum(cost, np.where(short <= 2.0, FORCED_NEAR, FORCED_FAR)), cost)
    return cost.astype(np.float32)


def _short_by(short: Array) -> NDArray[np.intp]:
    """Return the place in SHORT_COST of being short by so much."""
    return np.digitize(short, np.array(SHORT_BY_EM, dtype=np.float32))


@lru_cache(maxsize=1)
def _short_cost() -> Array:
    return np.array(SHORT_COST, dtype=np.float32)


def _over(excess: Array) -> Array:
    """Return what being wider than its column costs a last line."""
    cost = np.where(excess <= 0.75, 0.0, np.where(excess <= 1.3, 2.5, OVER_LAST + excess))
    return cost.astype(np.float32)


def _extents(lines: Sequence[Line], *, narrow: bool) -> list[float]:
    """Return where each line ends, em from the margin: an indent that is there counts."""
    if narrow:
        return [line.narrow + line.indent if line.indent >= 1 else line.narrow for line in lines]
    return [line.width + line.indent if line.indent >= 1 else line.width for line in lines]


def unit_of(line: Line, *, narrow: bool) -> float:
    """Return the width of what the line before would have had to take whole."""
    if "一" <= line.text[0] <= "鿿" and line.text[1:2] not in UNIT_CLOSERS:
        return 1.0
    text = line.text
    signs = REPLY_RE.match(text) if text[0] == ">" else None
    unit = UNIT_RE.match(text[signs.end() :][:UNIT_CHARS] if signs else text[:UNIT_CHARS])
    if not unit:
        return 1.0
    text = unit[0]
    width = len(text) - 0.5 * len(text.encode("ascii", "ignore"))
    return width - 0.5 * sum(map(text.count, "“”‘’")) if narrow else width


def _histogram(extents: Sequence[float]) -> Counts:
    """Count the lines of each width, in steps of half an em."""
    counts = Counter(map(round, [2 * em for em in extents if MIN_EM - 1 < em < MAX_EM + 1]))
    return {at / 2: count for at, count in counts.items() if MIN_EM <= at / 2 <= MAX_EM}


def _sharpness(counts: Counts) -> int:
    return sum(count * count for count in counts.values())


def _goes_on(em: float, counts: Counts, unfinished: Counts) -> bool:
    """Say whether the full lines of a column go on: whole paragraphs of one width make none."""
    near = [round(2 * (em + step / 2)) / 2 for step in (-2, -1, 0, 1)]
    most, seen = sum(counts.get(at, 0) for at in near), unfinished.get
    return sum(seen(at, 0) for at in near) >= MIN_UNFINISHED * most


def _peaks(counts: Counts) -> list[float]:
    """Return the peaks of a histogram, at least 1 em apart: the highest MAX_WIDTHS of them.

    And a few that hold most text, where short lines of programs and tables are highest.
    """
    seen = counts.get
    height = {em: n + 0.7 * (seen(em - 0.5, 0) + seen(em + 0.5, 0)) for em, n in counts.items()}
    peaks: list[float] = []
    for em in sorted(height, key=lambda em: (-height[em], -em)):
        # One line is no column.
        if counts[em] + seen(em - 0.5, 0) + seen(em + 0.5, 0) < 2:
            break
        if all(abs(em - peak) >= 1 for peak in peaks):
            peaks.append(em)
    widest = sorted(peaks[MAX_WIDTHS:], key=lambda em: -em * height[em])
    return sorted(peaks[:MAX_WIDTHS] + widest[:MAX_WIDER])
