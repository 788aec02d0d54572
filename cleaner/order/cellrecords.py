"""Tell the rows of a table, whose cells are wrapped prose, from columns that stand side by side.

A plan of lessons, a law before and after, questions and answers, terms of two parties: each side of
a gutter is prose that was broken at a width, as a column is. But the cells of a row begin together,
below the longest cell of the row before, and a paragraph of a column ends where it will.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from cleaner.order.cellheads import Column, width_in_cells

# Cells that surely begin, at least, and the share of them beside which others do (measured: .67 at
# most of columns that have so many, .8 and more of nearly all tables).
MIN_BEGUN, MIN_TOGETHER = 3, 0.75
# A column of prose in cells, and what a line that is not full lacks at least.
MIN_WIDTH, SHORT = 14, 6
END_MARKS = frozenset("。！？；：）")


def are_records(rows: Column, columns: Sequence[Column], text: str) -> bool:
    """Say whether the cells of columns begin together, as those of a table's rows do."""
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
    return len(gaps) >= MIN_BEGUN and together >= MIN_TOGETHER * len(gaps)
