"""What goes on behind a column's foot: pieces below each other, a second look (synthetic)."""

from collections.abc import Sequence
from itertools import product

from column_rows import FULL, LAST, feet_of, page_of, rows_of

from cleaner.order.groups import groups_of
from cleaner.order.rows import Row
from cleaner.order.stacks import in_order
from cleaner.order.tails import settled
from cleaner.order.traces import OPENED, TITLE

# A headline, two columns of three lines, and below each the rest of it, which opened anew.
PIECES = rows_of("头条", *[FULL] * 6, *[FULL, FULL, LAST, LAST])
DEALT = [TITLE, OPENED, OPENED, 1, 2, 3, 4, OPENED, OPENED, 7, 8]


def tops(dealt: Sequence[int], rows: Sequence[Row], on: set[tuple[int, int]]) -> list[int]:
    (group,) = in_order(groups_of(dealt), feet_of(rows, on))
    return [column[0] for column in group.columns]


def test_the_rest_of_a_column_stands_below_it() -> None:
    assert tops(DEALT, PIECES, {(5, 7), (6, 8)}) == [1, 7, 2, 8]


def test_where_no_word_tells_columns_stand_by_their_tops() -> None:
    assert tops(DEALT, PIECES, set()) == [1, 2, 7, 8]


# Two columns; after row 6 one of them ends, and rows 7 to 9 go on in the other.
TWO = rows_of("头条", *[FULL] * 4, FULL + "。", FULL + "。", *[FULL] * 2, LAST)
LEFT_GOES_ON = [TITLE, OPENED, OPENED, 1, 2, 3, 4, 5, 7, 8]
RIGHT_GOES_ON = [*LEFT_GOES_ON[:7], 6, 7, 8]


def test_the_foot_says_which_of_two_columns_ended() -> None:
    rows = (*TWO[:5], TWO[1], *TWO[6:])  # the left column's foot is half a sentence
    inside = {pair for pair in product(range(3, 10), range(3, 10)) if pair[1] - pair[0] == 2}
    page, feet = page_of(rows, inside - {(5, 7)}), feet_of(rows, {(5, 2)})
    assert settled(page, LEFT_GOES_ON, feet) == RIGHT_GOES_ON


def test_without_such_a_sign_a_column_stays_as_dealt() -> None:
    for dealt in (LEFT_GOES_ON, RIGHT_GOES_ON):
        assert settled(page_of(TWO, set()), dealt, feet_of(TWO, set())) == dealt
