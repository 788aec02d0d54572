"""Rows of columns of which a test says what goes on in what (synthetic)."""

from collections.abc import Collection, Sequence

from cleaner.layout import read_lines
from cleaner.order.feet import Feet
from cleaner.order.links import Page
from cleaner.order.queues import AFTER
from cleaner.order.rows import INDENT, Row, read_rows

FULL = "甲乙丙丁戊己庚辛壬癸子丑"
LAST = "寅卯辰巳。"
NOTHING = (0.0, 0.0)


def rows_of(*texts: str) -> tuple[Row, ...]:
    return read_rows(tuple(read_lines("\n".join(texts))))


def feet_of(rows: Sequence[Row], on: Collection[tuple[int, int]] = ()) -> Feet:
    """Return feet of which only these pairs of rows go on, and surely."""
    return Feet(
        rows,
        lambda before, after: [
            6.0 if one in on else -1.2 for one in zip(before, after, strict=True)
        ],
        INDENT,
    )


def page_of(
    rows: Sequence[Row], on: Collection[tuple[int, int]], odds: Sequence[float] = ()
) -> Page:
    """Return a page on which only these pairs of rows go on; `odds`: that each is a headline."""
    size = len(rows)
    return Page(
        rows,
        [(24,)] * size,
        odds or [-5.0] * size,
        lambda before, after: 6.0 if (before, after) in on else -1.2,
        lambda *_: None,
        [NOTHING] * size,
        [False] * size,
        AFTER,
        INDENT,
    )
