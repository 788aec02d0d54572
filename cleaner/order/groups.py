"""The columns of a page that was dealt, and the headlines that they stand under."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from cleaner.order.queues import APART, TITLE
from cleaner.order.rows import Row


class Group(NamedTuple):
    """Headlines above columns: lines of each headline, of what stands apart, and of each column."""

    titles: list[list[int]]
    aparts: list[int]
    columns: list[list[int]]


def columns_of(dealt: Sequence[int]) -> list[list[int]]:
    """Return the lines of each column, headline and line apart, in the order of their tops."""
    columns: list[list[int]] = []
    column_of: dict[int, int] = {}
    for at, before in enumerate(dealt):
        if before >= 0:
            column_of[at] = column_of[before]
            columns[column_of[at]].append(at)
        else:
            column_of[at] = len(columns)
            columns.append([at])
    return columns


def groups_of(dealt: Sequence[int]) -> list[Group]:
    """Cut the columns, by their tops, at the headlines that stand below some of them."""
    groups = [Group([], [], [])]
    for column in columns_of(dealt):
        kind = dealt[column[0]]
        if kind == TITLE and groups[-1].columns:
            groups.append(Group([], [], []))
        if kind == TITLE:
            groups[-1].titles.append(column)
        elif kind == APART:
            groups[-1].aparts.extend(column)
        else:
            groups[-1].columns.append(column)
    return groups


def width_of(rows: Sequence[Row], column: Sequence[int]) -> int:
    """Return the width that most lines of a column have, in cells."""
    counts = Counter(rows[at].cells for at in column)
    return max(counts, key=lambda cells: (counts[cells], cells))
