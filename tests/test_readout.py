"""Columns that were dealt, read out under the headlines they stand under (synthetic)."""

from collections.abc import Sequence

import pytest
from column_rows import FULL, LAST, feet_of, rows_of

from cleaner.order.readout import read_out
from cleaner.order.traces import OPENED, TITLE

TITLES = ("农村公路养护会议召开", "城东小学举行运动会")
PLAIN = "午未申酉戌亥天地玄黄"
ROAD, SCHOOL = "记者从农村公路养护会", "昨天城东小学举行运动"


def articles(tops: Sequence[str], titles: Sequence[str] = TITLES) -> list[list[int]]:
    """Return the columns, by number, of each article; columns of a top, a full and a last line."""
    count, heads = len(tops), len(titles)
    texts = [*titles, *tops, *[FULL] * count, *[LAST] * count]
    rows = rows_of(*texts)
    dealt = [TITLE] * heads + [OPENED] * count
    dealt += [at - count for at in range(heads + count, len(texts))]
    found: list[list[int]] = []
    for at in read_out(rows, dealt, feet_of(rows)).rows:
        if at < heads:
            found.append([])
        elif at < heads + count:
            found[-1].append(at - heads)
    return found


@pytest.mark.parametrize(
    ("tops", "wanted"),
    [
        ((ROAD, SCHOOL, PLAIN, PLAIN), [[0], [1, 2, 3]]),
        ((ROAD, PLAIN, SCHOOL, PLAIN), [[0, 1], [2, 3]]),
        ((ROAD, PLAIN, PLAIN, SCHOOL), [[0, 1, 2], [3]]),
    ],
)
def test_an_article_begins_where_the_top_says_its_headline_again(
    tops: Sequence[str], wanted: list[list[int]]
) -> None:
    assert articles(tops) == wanted


def test_under_one_headline_nothing_is_cut() -> None:
    assert articles([ROAD, SCHOOL, PLAIN], [TITLES[0]]) == [[0, 1, 2]]


def test_two_characters_that_come_again_tell_nothing() -> None:
    # The first of places that are alike.
    assert articles([ROAD, PLAIN, "学校午未申酉戌亥天地", PLAIN]) == [[0], [1, 2, 3]]


def test_a_full_line_that_says_a_headline_again_begins_nothing() -> None:
    tops = [ROAD, PLAIN, SCHOOL + "会上", PLAIN]
    assert articles(tops)[0] == [0]
