"""Decide which line breaks stand inside a paragraph: one decode over the lines of a text.

No rule judges a break alone. Every line gets a column (see `measure`) and a place in its
paragraph: single, first, middle or last. After a single or a last line a paragraph ends; after a
first or a middle one it goes on. The decode finds the cheapest course of columns and places
(Viterbi); a cost is minus the logarithm of a probability. What counts:

- how wide the line is, for its place in its column;
- how it ends: `。` ends most last lines and few middle ones;
- what the break would do: cut a word of the list or a number in two, leave `，` to open a line,
  stand before a bullet or a dateline;
- blank lines. Extractors put them between paragraphs, after each first line, after every line, or
  nowhere; so what they mean is learned from the text itself: decode, count how often a blank line
  stands at a paragraph's end and inside, decode again. The share of paragraph ends is learned with
  it: in clean text it goes to .96, and joins die out;
- a change of column, a paragraph that stops unfinished or starts in the middle: dear, not
  impossible, since pages interleave.

Two guards. Lines that are blocks of their own (credits, datelines apart, jump lines) are fixed.
And where most joins would stand at lines with an end mark, the text is a poem or a list of equal
lines: those joins are undone.

Worked: `推动国家高速公路主线内蒙古段` / `全部贯通。` in a column of 14 em: joined, the first
line is full and has no end mark. `完善设施。` / `支持机场建设。`: two paragraphs, neither is full.
`奥比昂总统在28` / `日的会谈中` with a blank line between, in text that is not wrapped: joined,
for 28 and 日 belong together.
"""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.cuts import cut_evidence
from cleaner.decode import FIRST, MIDDLE, SINGLE, Price, cheapest
from cleaner.layout import (
    BULLET,
    CLOSE,
    COLON,
    COMMA,
    DIGIT,
    END,
    HAN,
    LATIN,
    NUMBER,
    OTHER,
    Line,
    display_width,
)
from cleaner.measure import Array, Columns, Costs, columns_of, costs_of

# How likely a line ends so, given its place. Counted over newspapers, booklets and manuals.
ENDS_OPEN = {END: 0.045, COMMA: 0.10, HAN: 0.80, LATIN: 0.03, DIGIT: 0.03, COLON: 0.004}
ENDS_OPEN |= {CLOSE: 0.012, OTHER: 0.012}
ENDS_LAST = {END: 0.93, COMMA: 0.001, HAN: 0.016, LATIN: 0.005, DIGIT: 0.005, COLON: 0.015}
ENDS_LAST |= {CLOSE: 0.025, OTHER: 0.005}
ENDS_SINGLE = {END: 0.45, COMMA: 0.002, HAN: 0.41, LATIN: 0.02, DIGIT: 0.02, COLON: 0.03}
ENDS_SINGLE |= {CLOSE: 0.06, OTHER: 0.02}

# A line of its own without an end mark is a heading, and headings are short: the longest of
# newspapers have 30 characters, of two clauses 40. Costs past these widths, em.
LONG_EM, LONG_CLAUSES_EM, TOO_LONG_EM = 34.0, 42.0, 45.0
LONG_COST, TOO_LONG_COST = 3.0, 9.0
# Evidence at a break up to which a text may be torn there; where long lines without an end mark
# are common (a share of all long lines), only a cut word or a function word shows it.
TORN, TORN_IF_COMMON, COMMON = 0.0, -1.0, 0.2
# Evidence from which a break is worth a look though an end mark stands before it.
LEANS = -2.0
# A heading has no open quote, and no comma when it is long.
OPEN_QUOTE_COST, LONG_COMMA_COST, LONG_COMMA_EM = 2.5, 1.5, 26.0

# A paragraph that stops unfinished, or starts in the middle; and at a new page or a fixed line.
CUT, CUT_AT_PAGE = 6.0, 3.0
# Marks of prose, and the evidence from which a word or a number was cut.
MARK_RE = re.compile("[，。、；：！？…]|[,.;:!?](?![0-9])")
CUT_WORD = -2.5
# Ends of lines where a clause ends.
PAUSES = frozenset({END, COMMA, COLON})
# From so many joins in prose on, two lines without a mark may be one heading.
MIN_PROSE_JOINS = 5
# A cost that forbids.
NEVER = 1e4

# What is known before the text itself is read, at a paragraph's end, after a first line, after a
# middle one. Of blank lines, (none, one, more): nearly flat, only the text can tell. Of the next
# line's indent, (the same, deeper, less): a kept indent of first lines, or of a list's second.
BLANKS = ((0.5, 0.4, 0.1), (0.7, 0.27, 0.03), (0.75, 0.23, 0.02))
INDENTS = ((0.45, 0.45, 0.1), (0.55, 0.15, 0.3), (0.9, 0.05, 0.05))
# Before anything is learned no indent is the same as none; fewer than two say nothing at all.
INDENT_COSTS = ((0.0, 0.0, 1.5), (0.0, 1.5, 0.0), (0.0, 2.0, 1.5))
FLAT = ((0.0, 0.0, 0.0),) * 3
MIN_INDENTS = 2
# An item's sign and the space after it: `• `, `12. `, `（一）`, `^ [3] `.
HANGING_RE = re.compile(r"[^\s]{1,8}\s+(?:\[[0-9]+\]\s+)?|.")
# A smaller difference is a stray space, em.
INDENT_EM = 1.0
PRIOR = 0.5
PRIOR_BOUNDS = (0.3, 0.96)
ROUNDS = 3

# Rounds end early when so small a share of the lines changed.
SETTLED = 0.02
# Wider than the widest column by this, em, a line is in none.
CLEARLY_WIDER = 3.0

# A section is decoded at once: bounds memory. Sections overlap, and a decision is taken from the
# middle of the overlap: paths that differ at one end meet within some tens of lines.
SECTION_LINES, OVERLAP_LINES = 1500, 120


# Shares or costs, three rows of three.
Table = tuple[tuple[float, ...], ...]


class Break(NamedTuple):
    """A line break and what was decided. `margin` > 0: how much dearer the other choice looked."""

    line: int  # the break stands after this line
    joined: bool
    margin: float  # evidence at the break alone, nats; > 0 speaks for a paragraph's end
    place: int  # of the line before it
    column: float  # the width of its column, 0 for none


class Habits(NamedTuple):
    """What a text does with blank lines and indents, and its prior log-odds of a paragraph's end.

    Costs by (at an end, after a first line, after a middle one) and (none, one, more blank lines),
    (the same, a deeper, a lesser indent).
    """

    blanks: Table
    indents: Table
    odds: float


def decide(lines: Sequence[Line], fixed: Sequence[bool] | None = None) -> tuple[Break, ...]:
    """Return one decision a line break. Linear in the number of lines.

    `fixed` marks the lines that are blocks of their own.
    """
    fixed = [False] * len(lines) if fixed is None else fixed
    found: list[Break] = []
    step = SECTION_LINES - OVERLAP_LINES
    for at in range(0, max(len(lines) - OVERLAP_LINES, 1), step):
        part = _decide(lines[at : at + SECTION_LINES], fixed[at : at + SECTION_LINES])
        begin = len(found) - at
        is_final = at + SECTION_LINES >= len(lines)
        stop = len(part) if is_final else SECTION_LINES - OVERLAP_LINES // 2
        found += [one._replace(line=one.line + at) for one in part[begin:stop]]
        if is_final:
            break
    return tuple(found)


def _decide(lines: Sequence[Line], fixed: Sequence[bool]) -> list[Break]:
    if len(lines) < 2:
        return []
    columns = columns_of(lines)
    evidence = [cut_evidence(a, b) for a, b in pairwise(lines)]
    costs = _with_endings(costs_of(lines, columns), lines, fixed, evidence)
    kept = _uncertain(lines, fixed, evidence, float(columns.widths.max(initial=0.0)))
    costs = Costs(*(cost[kept] for cost in costs))
    habits = _habits_of(BLANKS, INDENTS, PRIOR)._replace(indents=FLAT)
    indented = sum(_indent_sign(pair) > 0 for pair in pairwise(lines)) >= MIN_INDENTS
    if indented:
        habits = habits._replace(indents=INDENT_COSTS)
    indent = np.zeros(len(columns.widths) + 1, dtype=np.float32)
    path = [(SINGLE, len(columns.widths))] * len(lines)
    for _ in range(ROUNDS):
        prices = [
            _price(
                lines[b - 1 : b + 1],
                evidence[b - 1],
                habits,
                apart=fixed[a] or fixed[b] or b > a + 1,
            )
            for a, b in pairwise(kept)
        ]
        changed = 0
        for at, state in zip(kept, cheapest(costs, prices, indent), strict=True):
            changed += path[at] != state
            path[at] = state
        if changed <= SETTLED * len(kept):
            break
        habits = _learn(lines, path)
        if not indented:
            habits = habits._replace(indents=FLAT)
        indent = _indent_habit(path, columns)
    return _guard(lines, _breaks(path, evidence, columns))


def _uncertain(
    lines: Sequence[Line], fixed: Sequence[bool], evidence: Sequence[float], widest: float
) -> list[int]:
    """Return the lines to decode: those inside a stretch of whole paragraphs are left out.

    A line with an end mark that is wider than all columns is a paragraph, as are those next to it:
    most lines of clean text.
    """
    whole = [
        line.ending == END
        and line.narrow > widest + CLEARLY_WIDER
        and not is_fixed
        and found > LEANS
        for line, is_fixed, found in zip(lines, fixed, [*evidence, 0.0], strict=True)
    ]
    last = len(lines) - 1
    return [
        at
        for at in range(len(lines))
        if at in {0, last} or not (whole[at - 1] and whole[at] and whole[at + 1])
    ]


def _breaks(
    path: Sequence[tuple[int, int]], evidence: Sequence[float], columns: Columns
) -> list[Break]:
    widths = [*columns.widths.tolist(), 0.0]
    return [
        Break(at, place in (FIRST, MIDDLE), evidence[at], place, widths[column])
        for at, (place, column) in enumerate(path[:-1])
    ]


def _with_endings(
    costs: Costs, lines: Sequence[Line], fixed: Sequence[bool], evidence: Sequence[float]
) -> Costs:
    """Add what the lines' ends cost in each place; a fixed line is single and nothing else."""
    ends_open = np.array([-math.log(ENDS_OPEN[line.ending]) for line in lines], dtype=np.float32)
    ends_last = np.array([-math.log(ENDS_LAST[line.ending]) for line in lines], dtype=np.float32)
    single = np.array([_single_cost(line) for line in lines], dtype=np.float32)
    long = np.array([_long_cost(line) for line in lines], dtype=np.float32)
    # Outside columns every line may be long: only where the break itself looks torn, that counts.
    unfinished = sum(line.width > TOO_LONG_EM and line.ending != END for line in lines)
    common = unfinished > COMMON * sum(line.width > TOO_LONG_EM for line in lines)
    torn = np.array([*evidence, 0.0]) <= (TORN_IF_COMMON if common else TORN)
    single = np.repeat((single + long)[:, None], costs.single.shape[1], axis=1)
    single[:, -1] -= np.where(torn, 0.0, long)
    never = np.where(np.array(fixed), NEVER, 0.0).astype(np.float32)
    return Costs(
        costs.single + np.where(np.array(fixed)[:, None], 0.0, single).astype(np.float32),
        costs.first + (ends_open + never)[:, None],
        costs.middle + (ends_open + never)[:, None],
        costs.last + (ends_last + never)[:, None],
    )


def _single_cost(line: Line) -> float:
    """Return what it costs that a line stands alone, by how it ends."""
    cost = -math.log(ENDS_SINGLE[line.ending])
    if line.ending in {END, COLON}:
        return cost
    if line.text.count("“") > line.text.count("”"):
        cost += OPEN_QUOTE_COST
    if line.width > LONG_COMMA_EM and "，" in line.text:
        cost += LONG_COMMA_COST
    return cost


def _long_cost(line: Line) -> float:
    """Return what it costs that a line alone without an end mark is long."""
    if line.width <= LONG_EM or line.ending in {END, COLON, CLOSE}:
        return 0.0
    if line.width > TOO_LONG_EM:
        return TOO_LONG_COST
    clauses = " " in line.text or "——" in line.text or line.text[0] == "【"
    return LONG_COST if line.width > LONG_CLAUSES_EM or not clauses else 0.0


def _price(pair: Sequence[Line], evidence: float, habits: Habits, *, apart: bool) -> Price:
    """Return what the break between two lines costs; `apart` forbids a join."""
    line = pair[1]
    odds = habits.odds + evidence
    to_end = math.log1p(math.exp(-odds)) if odds > -30 else -odds
    go_on = odds + to_end
    if apart:
        return Price(to_end, go_on + NEVER, go_on + NEVER, CUT_AT_PAGE)
    sign = _indent_sign(pair)
    indents = [row[sign] for row in habits.indents]
    if line.page:
        # The blank lines round a page's end are the page's.
        return Price(to_end + indents[0], go_on + indents[1], go_on + indents[2], CUT_AT_PAGE)
    blanks = [row[min(line.blanks, 2)] for row in habits.blanks]
    return Price(
        to_end + blanks[0] + indents[0],
        go_on + blanks[1] + indents[1],
        go_on + blanks[2] + indents[2],
        CUT,
    )


def _indent_sign(pair: Sequence[Line]) -> int:
    """Return 0 where two lines stand in one line, 1 where the second is set deeper, 2 for less."""
    first, second = pair
    more = second.indent - first.indent
    if more > 0 and first.opening in {BULLET, NUMBER}:
        # The text of an item hangs beside its sign.
        sign = HANGING_RE.match(first.text)
        hanging = display_width(sign[0]) if sign else 0.0
        more = 0.0 if abs(more - hanging) < INDENT_EM else more
    return 1 if more >= INDENT_EM else 2 if more <= -INDENT_EM else 0


def _learn(lines: Sequence[Line], path: Sequence[tuple[int, int]]) -> Habits:
    """Return what the decoded text does, smoothed by what was assumed before."""
    blanks, indents = np.zeros((3, 3)), np.zeros((3, 3))
    for (place, _), *pair in zip(path, lines, lines[1:], strict=False):
        kind = 1 if place == FIRST else 2 if place == MIDDLE else 0
        indents[kind, _indent_sign(pair)] += 1
        if not pair[1].page:
            blanks[kind, min(pair[1].blanks, 2)] += 1
    return _habits_of(
        _shares(blanks, BLANKS),
        _shares(indents, INDENTS),
        (float(indents[0].sum()) + 1) / (len(lines) + 1),
    )


def _shares(counts: npt.NDArray[np.float64], assumed: Table) -> Table:
    """Return shares; what was assumed weighs as much as two lines: learned fast, never certain."""
    rows = (counts + 2 * np.array(assumed)) / (counts.sum(axis=1, keepdims=True) + 2)
    return tuple(map(tuple, rows.tolist()))


def _indent_habit(path: Sequence[tuple[int, int]], columns: Columns) -> Array:
    """Return what a first line costs in each column: one text indents its paragraphs or does not.

    Cheap for the kind of column that the decoded first lines are in, dear for the other.
    """
    shadows = [
        columns.shadows[column] > 0
        for place, column in path
        if place == FIRST and column < len(columns.widths)
    ]
    share = (sum(shadows) + 1) / (len(shadows) + 2)
    cost = np.where(columns.shadows > 0, -math.log(share), -math.log(1 - share))
    return np.append(cost, 0.0).astype(np.float32)


def _habits_of(blanks: Table, indents: Table, prior: float) -> Habits:
    low, high = PRIOR_BOUNDS
    prior = min(max(prior, low), high)
    costs = [
        tuple(tuple(-math.log(share) for share in row) for row in table)
        for table in (blanks, indents)
    ]
    return Habits(costs[0], costs[1], math.log(prior / (1 - prior)))


def _guard(lines: Sequence[Line], breaks: list[Break]) -> list[Break]:
    """Undo the joins that make no paragraph; where a word or a number was cut they stay."""
    undone = {*_verse(lines, breaks), *_markless(lines, breaks), *_before_headings(lines, breaks)}
    return [
        one._replace(joined=False) if one.joined and one.line in undone else one for one in breaks
    ]


def _verse(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins of a poem, or a list of equal lines.

    Where most joins stand at end marks, those. In columns where most joins stand at marks of any
    kind, all: a page breaks one line in seven there, verse every line.
    """
    joins = [one for one in breaks if one.joined]
    ended = {one.line for one in joins if lines[one.line].ending == END}
    if 2 * len(ended) > len(joins):
        yield from ended
    inside = [one for one in joins if one.column]
    if 2 * sum(lines[one.line].ending in PAUSES for one in inside) > len(inside):
        yield from (
            one.line for one in inside if one.margin > CUT_WORD or lines[one.line].ending in PAUSES
        )


def _markless(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins in paragraphs without any mark: lists, tables, stanzas; prose has marks.

    Two such lines may be a heading, in a text that has joined enough prose.
    """
    bare = [run for run in _runs(breaks) if not any(MARK_RE.search(lines[i].text) for i in run)]
    prose = sum(one.joined for one in breaks) - sum(len(run) - 1 for run in bare)
    for run in bare:
        if len(run) > 2 or prose < MIN_PROSE_JOINS:
            yield from (i for i in run[:-1] if breaks[i].margin > CUT_WORD)


def _before_headings(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins outside columns that would glue a cut paragraph to a heading.

    A second half ends the sentence that the page cut: what ends in a bare word
    (累计开 | 建好“菜园子” 保障“菜篮子”) is a heading.
    """
    for run in _runs(breaks):
        if not breaks[run[-2]].column and lines[run[-1]].ending in {CLOSE, HAN}:
            yield run[-2]


def _runs(breaks: Sequence[Break]) -> Iterator[range]:
    """Yield the paragraphs of more than one line, as ranges of lines."""
    start = 0
    for at in range(len(breaks) + 1):
        if at < len(breaks) and breaks[at].joined:
            continue
        if at > start:
            yield range(start, at + 1)
        start = at + 1
