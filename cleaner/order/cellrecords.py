"""Tell the rows of a table, whose cells are wrapped prose, from columns that stand side by side.

A plan of lessons, a law before and after, questions and answers, terms of two parties: each side of
a gutter is prose that was broken at a width, as a column is. But the cells of a row begin together,
below the longest cell of the row before, and a paragraph of a column ends where it will. A block of
such rows may be one row of the table: all that stands beside its gutters is asked as well. Or the
rows are numbered, or there are rules between.
"""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.order.cellheads import Column, Row, width_in_cells

# Cells that surely begin, at least, in a block and in all that stands beside its gutters; and the
# share of them beside which others do (measured: .67 at most of columns that have so many, .8 and
# more of nearly all tables).
MIN_BEGUN, MIN_BEGUN_AROUND, MIN_TOGETHER = 3, 2, 0.75
# Rules round rows, numbers that count up at their left, at least.
MIN_RULES, MIN_NUMBERS = 2, 3
RULE_RE, NUMBER_RE = re.compile(r"[-=_+|─━═┄│┼├┤ ]{4,}"), re.compile(r"([0-9]{1,3})[.、)]?")
# Blank rows that end what stands beside a gutter; how far before it a cell may stand.
MAX_BLANK, OFF = 2, 1
# A column of prose in cells, and what a line that is not full lacks at least.
MIN_WIDTH, SHORT = 14, 6
END_MARKS = frozenset("。！？；：）.!?")


def in_table(rows: Column, first: int, last: int, gutters: Sequence[int], text: str) -> bool:
    """Say whether rows [first, last) and those around beside the same gutters are a table's."""
    rules = [bool(row) and _is_rule(row, text) for row in rows]
    open_ = [
        not rule and not any(crosses(row, x) for x in gutters)
        for row, rule in zip(rows, rules, strict=True)
    ]
    top, end = first, last
    for at in _beside(rows, open_, rules, range(first - 1, -1, -1)):
        top = at
    for at in _beside(rows, open_, rules, range(last, len(rows))):
        end = at + 1
    within = [row for row, rule in zip(rows[top:end], rules[top:end], strict=True) if not rule]
    if sum(rules[top:end]) >= MIN_RULES or _count_up(within, text):
        return True
    bounds = (-1, *sorted(gutters), math.inf)
    columns = [
        [tuple(w for w in row if left - OFF <= w.left < right - OFF) for row in within]
        for left, right in pairwise(bounds)
    ]
    return are_records(within, columns, text, least=MIN_BEGUN_AROUND)


def _beside(
    rows: Column, open_: Sequence[bool], rules: Sequence[bool], way: Iterable[int]
) -> Iterator[int]:
    """Yield the rows beside a gutter one way, through blank rows and rules."""
    blank = 0
    for at in way:
        if rows[at] and not rules[at] and not open_[at]:
            return
        blank = 0 if rows[at] else blank + 1
        if blank >= MAX_BLANK:
            return
        if rows[at]:
            yield at


def _is_rule(row: Row, text: str) -> bool:
    return RULE_RE.fullmatch(text[row[0].start : row[-1].end]) is not None


def crosses(row: Row, x: int) -> bool:
    """Say whether a word begins before an offset and reaches it."""
    for word in row:  # no any(...): each row is asked of each gutter
        if word.left >= x - OFF:
            return False
        if word.right > x:
            return True
    return False


def _count_up(rows: Column, text: str) -> bool:
    """Say whether a number that counts up opens some rows, set apart, and nothing the others."""
    opened = [row for row in rows if row]
    left = min(row[0].left for row in opened)
    numbers = [row for row in opened if row[0].left == left]
    found = [NUMBER_RE.fullmatch(text[row[0].start : row[0].end]) for row in numbers]
    apart = all(len(row) > 1 and row[1].start > row[0].end + 1 for row in numbers)
    counts = [int(one[1]) for one in found if one]
    # But for the head of the column, which is no number.
    return (
        apart
        and len(counts) >= max(MIN_NUMBERS, len(found) - 1)
        and all(b == a + 1 for a, b in pairwise(counts))
    )


def are_records(
    rows: Column, columns: Sequence[Column], text: str, *, least: int = MIN_BEGUN
) -> bool:
    """Say whether the cells of columns begin together, as those of a table's rows do.

    `least`: how many surely begin, at least.
    """
    filled = [row[0].start for row in rows if row]
    inside, begun = Counter[int](), Counter[int]()  # columns that go on, or begin, in each row
    gaps = list[range]()  # the rows of which one begins a cell, for certain
    for column in columns:
        lines = [
            (bisect_right(filled, row[0].start), text[row[0].start : row[-1].end])
            for row in column
            if row
        ]
        widths = sorted(width_in_cells(line) for _, line in lines)
        full = widths[len(widths) * 3 // 4] if widths else 0
        if full < MIN_WIDTH:
            continue  # names, which stand in the middle of their rows too
        begun[lines[0][0]] += 1
        for (last, line), (at, _) in pairwise(lines):
            ended, short = line[-1] in END_MARKS, width_in_cells(line) <= full - SHORT
            between = range(last + 1, at + 1)
            if ended or short:
                begun[at] += 1
            else:
                inside.update(between)
            if len(between) > 1 or (ended and short):
                gaps.append(between)
    # Where one stands in the middle of its row, the row began in the gap above it.
    together = sum(
        any(not inside[at] and begun[at] > (at == gap[-1]) for at in gap) for gap in gaps
    )
    return len(gaps) >= least and together >= MIN_TOGETHER * len(gaps)
