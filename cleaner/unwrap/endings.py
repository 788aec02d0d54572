"""What a line costs in each place of a paragraph by how it ends.

The end of a line says more than its width where no column is: a paragraph ends in a full stop, a
heading has no mark and is short, a line inside a paragraph ends anywhere.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from cleaner import late as re
from cleaner.late import np
from cleaner.layout import CLOSE, COLON, COMMA, DIGIT, END, HAN, LATIN, OTHER, Line, Lines
from cleaner.unwrap.habits import NEVER
from cleaner.unwrap.measure import Costs

# How likely a line ends so, given its place. Counted over newspapers, booklets and manuals.
ENDS_OPEN = {END: 0.045, COMMA: 0.10, HAN: 0.80, LATIN: 0.03, DIGIT: 0.03, COLON: 0.004}
ENDS_OPEN |= {CLOSE: 0.012, OTHER: 0.012}
ENDS_LAST = {END: 0.93, COMMA: 0.001, HAN: 0.016, LATIN: 0.005, DIGIT: 0.005, COLON: 0.015}
ENDS_LAST |= {CLOSE: 0.025, OTHER: 0.005}
ENDS_SINGLE = {END: 0.45, COMMA: 0.002, HAN: 0.41, LATIN: 0.02, DIGIT: 0.02, COLON: 0.03}
ENDS_SINGLE |= {CLOSE: 0.06, OTHER: 0.02}
OPEN_COSTS, LAST_COSTS, SINGLE_COSTS = (
    {ending: -math.log(share) for ending, share in shares.items()}
    for shares in (ENDS_OPEN, ENDS_LAST, ENDS_SINGLE)
)
# A line that ends so is no heading that has to be short.
CLOSED, CLOSED_SHORT = frozenset({END, COLON}), frozenset({END, COLON, CLOSE})

# A line of its own without an end mark is a heading, and headings are short: the longest of
# newspapers have 30 characters, of two clauses 40. Costs past these widths, em.
LONG_EM, LONG_CLAUSES_EM, TOO_LONG_EM = 34.0, 42.0, 45.0
LONG_COST, TOO_LONG_COST = 3.0, 9.0
# Evidence at a break up to which a text may be torn there; where long lines without an end mark
# are common (a share of all long lines), only a cut word or a function word shows it.
TORN, TORN_IF_COMMON, COMMON = 0.0, -1.0, 0.2
# A heading has no open quote, and no comma when it is long.
OPEN_QUOTE_COST, LONG_COMMA_COST, LONG_COMMA_EM = 2.5, 1.5, 26.0


# Newspapers of the twenties and thirties have one mark for clause and sentence: so many of them, so
# many full lines that end in no mark, a line so much narrower that ends its paragraph. Chosen.
STOP, STOPS_RE = "、", re.compile("[。！？!?.]")
MIN_STOPS, MIN_FULL_LINES, FULL, SHORT = 10, 3, 0.9, 0.9


def with_stops(lines: Sequence[Line]) -> Sequence[Line]:
    """Return lines of which those that end in 、 short of the column's width end their sentences.

    In text whose only mark it is: 略謂烟毒之害、甚於洪水猛獸、始攝影散會、
    """
    if not isinstance(lines, Lines) or lines.source.count(STOP) < MIN_STOPS:
        return lines
    if STOPS_RE.search(lines.source):
        return lines
    widths = sorted(line.width for line in lines)
    wide = widths[-MIN_FULL_LINES] if len(widths) >= MIN_FULL_LINES else 0.0
    full = sum(line.ending == HAN and line.width >= FULL * wide for line in lines)
    if full < MIN_FULL_LINES:
        return lines
    short = (line.text[-1] == STOP and line.width < SHORT * wide for line in lines)
    return lines.replaced(
        [line._replace(ending=END) if one else line for line, one in zip(lines, short, strict=True)]
    )


def with_endings(
    costs: Costs, lines: Sequence[Line], fixed: Sequence[bool], evidence: Sequence[float]
) -> Costs:
    """Add what the lines' ends cost in each place; a fixed line is single and nothing else."""
    endings = [line.ending for line in lines]
    ends_open = np.array([OPEN_COSTS[ending] for ending in endings], dtype=np.float32)
    ends_last = np.array([LAST_COSTS[ending] for ending in endings], dtype=np.float32)
    single = np.array([single_cost(line) for line in lines], dtype=np.float32)
    long = np.array([long_cost(line) for line in lines], dtype=np.float32)
    # Outside columns every line may be long: only where the break itself looks torn, that counts.
    torn = np.array([*evidence, 0.0]) <= (TORN_IF_COMMON if are_common(lines) else TORN)
    single = np.repeat((single + long)[:, None], costs.single.shape[1], axis=1)
    single[:, -1] -= np.where(torn, 0.0, long)
    is_fixed = np.array(fixed)
    single[is_fixed] = 0.0
    never = np.where(is_fixed, NEVER, 0.0).astype(np.float32)
    return Costs(
        costs.single + single,
        costs.first + (ends_open + never)[:, None],
        costs.middle + (ends_open + never)[:, None],
        costs.last + (ends_last + never)[:, None],
    )


def are_common(lines: Sequence[Line]) -> bool:
    """Say whether many of the long lines have no end mark, so that one alone shows nothing."""
    too_long = [line.ending for line in lines if line.width > TOO_LONG_EM]
    return len(too_long) - too_long.count(END) > COMMON * len(too_long)


def single_cost(line: Line) -> float:
    """Return what it costs that a line stands alone, by how it ends."""
    cost = SINGLE_COSTS[line.ending]
    if line.ending in CLOSED:
        return cost
    opened = line.text.partition("“")[2]
    # A scanner writes ” now as ", now as '".
    if line.text.count("“") > line.text.count("”") + opened.count('"'):
        cost += OPEN_QUOTE_COST
    if line.width > LONG_COMMA_EM and "，" in line.text:
        cost += LONG_COMMA_COST
    return cost


def long_cost(line: Line) -> float:
    """Return what it costs that a line alone without an end mark is long."""
    if line.width <= LONG_EM or line.ending in CLOSED_SHORT:
        return 0.0
    if line.width > TOO_LONG_EM:
        return TOO_LONG_COST
    clauses = " " in line.text or "——" in line.text or line.text[0] == "【"
    return LONG_COST if line.width > LONG_CLAUSES_EM or not clauses else 0.0
