"""The columns of a page that was dealt, and the headlines that they stand under."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from cleaner.order.rows import Row
from cleaner.order.traces import APART, TITLE


class Group(NamedTuple):
    """Headlines above columns: lines of each headline, of what stands apart, and of each column."""

    titles: list[list[int]]
    aparts: list[int]
    columns: list[list[int]]


class Order(NamedTuple):
    """Rows in reading order, those that open an article, and of these the ones of a pile.

    The headlines of articles that stand side by side come in one pile: of the blank line before
    it, if there is one, the first alone has it.
    """

    rows: list[int]
    opening: list[int]
    piled: list[int]


def columns_of(links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the lines of each column, headline and line apart, in the order of their tops.

    `links`: lines, in their order, and what each goes on from (`traces.Dealt`).
    """
    columns: list[list[int]] = []
    column_of: dict[int, int] = {}
    for at, before in links:
        if before >= 0:
            column_of[at] = column_of[before]
            columns[column_of[at]].append(at)
        else:
            column_of[at] = len(columns)
            columns.append([at])
    return columns


def groups_of(dealt: Sequence[int], lines: Iterable[int] | None = None) -> list[Group]:
    """Cut the columns, by their tops, at the headlines that stand below some of them.

    `lines`: those that are asked for, in their order, if not all; whole columns.
    """
    links = enumerate(dealt) if lines is None else ((at, dealt[at]) for at in lines)
    groups = [Group([], [], [])]
    for column in columns_of(links):
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
