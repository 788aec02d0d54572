"""Show, without the decode, that nothing in a text is to be joined.

Texts that were never wrapped need no decode as a rule: their lines are paragraphs, wider than any
column, with a heading here and there. What stands here is a bound on what the decode would find,
no rule of its own: it says yes only where each course of columns and places that joins a break
costs more than the one in which all lines stand alone, outside columns. Worked: a heading of 20 em
before a paragraph might be the first, full line of a column of 20 em, 3.4 nats cheaper than alone;
but the paragraph is in no such column, and to change columns inside a paragraph costs 6.

A line is whole that ends a sentence and is wider than all columns. Each stretch of other lines is
held, with the whole lines at its ends, against the course in which they stand alone. In place of
all columns there is one, at each line as cheap as the cheapest. A course may come into a stretch in
a column and leave it in one: to stand outside costs it a change of column at each end. What a
whole line costs that two stretches share is halved.

The decode goes several rounds, with what it learned of blank lines and indents: where nothing was
joined these are the counts of the breaks themselves, so the lesser of two prices is taken. But a
line alone may have been taken for a paragraph that stops unfinished, which is learned as a first
line: such lines are counted; whole ones never are. To stop costs a line CUT_AT_PAGE at least, and
what it costs more as a first line than alone in the same column. Where that is more than nothing in
each column it does not stop: alone it would be cheaper, and no other line the dearer.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple

from cleaner.layout import END, TAIL, Line
from cleaner.unwrap.counted import filled_of
from cleaner.unwrap.cuts import FUNCTION_WORD, FUNCTION_WORDS, cut_evidence
from cleaner.unwrap.endings import (
    LAST_COSTS,
    OPEN_COSTS,
    SINGLE_COSTS,
    are_common,
    long_cost,
    single_cost,
)
from cleaner.unwrap.habits import CUT, CUT_AT_PAGE, join_prices
from cleaner.unwrap.measure import (
    FREE_END,
    FREE_OPEN,
    FREE_OPEN_ENDED,
    FREE_SHORT,
    FREE_SHORT_EM,
    MAX_EM,
    MIN_EM,
    OVER_FAR,
    OVER_LAST,
    SHORT_COST,
    flat_cost,
    least_in,
    widths_of,
)
from cleaner.unwrap.viterbi import CHANGE_END, CHANGE_INSIDE

# A whole line is wider than the widest column by this, em, as in `decision`.
CLEARLY_WIDER = 3.0
# Texts of which a smaller share of lines ends a sentence are decoded, if there may be columns.
MIN_ENDED = 0.5
# A bound nearer than this is none: the decode reckons in single precision.
ROUNDING = 0.05

# What a whole line costs outside columns, more than alone: as the last, as one that goes on.
WHOLE_LAST = LAST_COSTS[END] - SINGLE_COSTS[END]
WHOLE_OPEN = FREE_OPEN_ENDED - FREE_END + OPEN_COSTS[END] - SINGLE_COSTS[END]
# And in a column: alone; as the last and as one that goes on, the excess to be added.
WHOLE_ALONE_IN = OVER_FAR - FREE_END
WHOLE_LAST_IN = OVER_LAST - FREE_END + WHOLE_LAST
WHOLE_OPEN_IN = float(SHORT_COST[0]) - FREE_END + OPEN_COSTS[END] - SINGLE_COSTS[END]

# The cheapest ways up to a break: outside columns, in one.
Ways = tuple[float, float]
# What a line costs alone, going on, as the last.
Places = tuple[float, float, float]
NO_WAY = (math.inf, math.inf)


class Stretch(NamedTuple):
    """The ways through a stretch so far, each as far as it is dearer than all lines alone."""

    alone: Ways  # nothing joined yet
    joined: Ways  # something joined before
    on: Ways  # going on across the break


class Columns(NamedTuple):
    """The widths that may be columns, and the least that a line costs in one: infinite for none.

    `unended`: many long lines have no end mark, so that the text's last may be one.
    """

    widths: tuple[float, ...]
    quotes_narrow: bool
    widest: float
    flat: float
    unended: bool


class Costs(NamedTuple):
    """What a line that is not whole costs outside columns and in one; whether it may stop.

    `evidence`: what stands at the break after it.
    """

    outside: Places
    inside: Places
    may_stop: bool
    evidence: float


def is_quiet(lines: Sequence[Line]) -> bool:
    """Say whether the decode of these lines joins nothing for sure, whichever of them are fixed."""
    if len(lines) < 2:
        return True
    endings = [line.ending for line in lines]
    ended = endings.count(END)
    if ended < MIN_ENDED * len(lines) and any(MIN_EM <= line.width <= 2 * MAX_EM for line in lines):
        return False
    if [line for line in lines if line.page or line.opening == TAIL] or filled_of(lines):
        return False
    widths, narrow = widths_of(lines)
    flat = flat_cost(min(widths)) if widths else math.inf
    columns = Columns(tuple(widths), narrow, max(widths, default=0.0), flat, are_common(lines))
    costs: list[Costs | None] = [None] * len(lines)
    if not _costs_more(lines, columns, costs, 0):
        return False
    stops = sum(cost.may_stop for cost in costs if cost)
    return not stops or _costs_more(lines, columns, costs, stops)


def _costs_more(
    lines: Sequence[Line], columns: Columns, costs: list[Costs | None], stops: int
) -> bool:
    """Say whether each course that joins something costs more than all lines alone.

    So many lines at most may stop unfinished. `costs` of lines that are not whole are filled in.
    """
    flat = columns.flat
    prices = join_prices(lines, stops)
    # Between any two whole lines.
    sure = _out_of(CLEARLY_WIDER, flat, min(prices) + FUNCTION_WORD)
    is_sure = _least(sure, CLEARLY_WIDER, flat) >= ROUNDING
    excesses = [line.narrow - columns.widest if line.ending == END else 0.0 for line in lines]
    prices.append(math.inf)
    ways = Stretch((0.0, 0.0 if columns.widths else math.inf), NO_WAY, NO_WAY)
    was_whole = False
    for at, excess in enumerate(excesses):
        is_whole = excess > CLEARLY_WIDER
        if was_whole and not (is_whole and is_sure):
            price = prices[at - 1] + _evidence(lines[at - 1], lines[at])
            ways = _out_of(excesses[at - 1], flat, price)
        if is_whole:
            if not (was_whole and is_sure) and _least(ways, excess, flat) < ROUNDING:
                return False
        else:
            after = lines[at + 1] if at + 1 < len(lines) else None
            cost = costs[at] = costs[at] or _costs(lines[at], after, columns)
            ways = _through(ways, cost, prices[at] + cost.evidence)
        was_whole = is_whole
    return was_whole or min(ways.joined) >= ROUNDING


def _evidence(line: Line, after: Line) -> float:
    """Return what `cut_evidence` does, or less."""
    if line.ending != END:
        return cut_evidence(line, after)
    return FUNCTION_WORD if after.text[0] in FUNCTION_WORDS else 0.0


def _changed(ways: Ways, change: float) -> Ways:
    """Return the ways to a line from those to the break before it: the column may change there."""
    outside, inside = ways
    return min(outside, inside + change), min(inside, outside + change)


def _least(ways: Stretch, excess: float, flat: float) -> float:
    """Return what the cheapest course that joined something costs, up to a whole line."""
    outside, inside = _changed(ways.on, CHANGE_INSIDE)
    return min(
        _changed(ways.joined, CHANGE_END)[0],
        min(ways.joined[1], ways.joined[0] + CHANGE_END) + WHOLE_ALONE_IN + flat - CHANGE_END,
        outside + WHOLE_LAST,
        inside + WHOLE_LAST_IN + excess + flat - CHANGE_END,
    )


def _out_of(excess: float, flat: float, price: float) -> Stretch:
    """Return the ways from a whole line on, to a break of that price."""
    alone = WHOLE_ALONE_IN + flat - CHANGE_END
    inside = min((WHOLE_OPEN_IN + excess) / 2 - CHANGE_END, alone + CUT)
    on = min(WHOLE_OPEN / 2, CUT) + price, (inside if flat < math.inf else flat) + price
    return Stretch((0.0, alone), NO_WAY, on)


def _through(ways: Stretch, costs: Costs, price: float) -> Stretch:
    """Return the ways through a line that is not whole, to a break of that price."""
    alone, joined = _changed(ways.alone, CHANGE_END), _changed(ways.joined, CHANGE_END)
    on = _changed(ways.on, CHANGE_INSIDE)
    found = []
    for column, (single, going_on, last) in enumerate((costs.outside, costs.inside)):
        new, old = alone[column], joined[column]
        # A paragraph may stop unfinished, or start in the middle.
        found.append(
            (
                new + min(single, going_on + CUT_AT_PAGE),
                min(
                    old + min(single, going_on + CUT_AT_PAGE),
                    on[column] + min(last, going_on + CUT_AT_PAGE),
                ),
                price
                + min(
                    min(new, old) + min(going_on, single + CUT),
                    on[column] + min(going_on, last + CUT),
                ),
            )
        )
    outside, inside = found
    return Stretch(*zip(outside, inside, strict=True))


def _costs(line: Line, after: Line | None, columns: Columns) -> Costs:
    """Return the least that a line costs, as far as it is more than alone outside columns."""
    ending = line.ending
    ends, long = single_cost(line), long_cost(line)
    opens = OPEN_COSTS[ending]
    base = FREE_END + ends + (0.0 if after is None and columns.unended else long)
    extent = line.narrow if columns.quotes_narrow else line.width
    extent += line.indent if line.indent >= 1 else 0.0
    free = FREE_OPEN_ENDED if ending == END else FREE_OPEN
    free += FREE_SHORT if extent < FREE_SHORT_EM else 0.0
    # Being long costs a line alone, in columns always.
    stop = CUT_AT_PAGE + opens - ends - long
    least = least_in(line, after, columns.widths, narrow=columns.quotes_narrow)
    lasts = LAST_COSTS[ending] - base
    # A line left out of the decode costs nothing at all.
    alone = min(least.single + ends - base, 0.0) if columns.widths else math.inf
    return Costs(
        (FREE_END + ends - base, free + opens - base, FREE_END + lasts),
        (alone, least.full + opens - base, least.last + lasts),
        stop + min(free - FREE_END, least.first) < ROUNDING,
        _evidence(line, after) if after else 0.0,
    )
