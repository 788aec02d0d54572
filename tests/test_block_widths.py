"""What the widths of a page's blocks say; every text here is synthetic."""

import pytest

from cleaner.model import SHIPPED
from cleaner.order.blockread import FULL, SHORT, Block
from cleaner.order.blockwidths import read_widths
from cleaner.order.regroup import regrouped
from cleaner.order.topics import read_topics

ROADS = (
    "农村公路养护工作会议召开",
    "昨天上午，全市农村公路养护工作会议在市政府礼堂召开。",
    "会议要求，各县区要把农村公路的养护资金列入年度预算。",
    "农村公路养护工作要落实专人负责，确保群众出行安全。",
)
SCHOOLS = (
    "三十所中小学校将新建改扩建",
    "今年秋季开学前，中小学校将增加两万个学位。",
    "中小学校的大班额问题将进一步得到缓解。",
    "教师队伍建设将继续加强，中小学校受益最多。",
)
# What it says is of the first article; by that alone it would stay where it stands.
LAST = "各县区的年度预算要公开，养护资金要用好。"
TEXTS = (*ROADS, *SCHOOLS, LAST)
HEADINGS = (0, 4)


def blocks_of(widths: list[int]) -> list[Block]:
    """Return blocks of a line each; what has no width is a heading."""
    return [
        Block(at, at + 1, width, FULL, FULL, title=False, dateline=False, start=at, stop=at + 1)
        if width
        else Block(at, at + 1, 0, SHORT, SHORT, title=True, dateline=False, start=at, stop=at + 1)
        for at, width in enumerate(widths)
    ]


def test_columns_of_one_width_tell_nothing() -> None:
    widths = read_widths(blocks_of([0, 30, 31, 30, 0, 30, 30, 31, 30]))
    assert widths.of_one_article([1, 2], [5, 6]) == pytest.approx(0, abs=0.2)


def test_where_each_article_has_its_own_they_tell_much() -> None:
    widths = read_widths(blocks_of([0, 40, 40, 41, 0, 22, 22, 22, 40]))
    assert widths.of_one_article([8], [1, 2, 3]) > 0.4
    assert widths.of_one_article([8], [5, 6, 7]) < -2


def test_headings_and_blocks_too_short_to_show_a_width_say_nothing() -> None:
    widths = read_widths(blocks_of([0, 40, 40, 0, 22, 22]))
    assert widths.of_one_article([0], [1, 2]) == widths.of_one_article([4], [0, 3]) == 0


def order(last: int) -> list[int]:
    widths = [0, 40, 40, 40, 0, 22, 22, 22, last]
    return regrouped(range(9), blocks_of(widths), read_topics(TEXTS, SHIPPED), frozenset())


def test_a_part_comes_to_the_article_whose_matter_and_width_it_has() -> None:
    assert order(40) == [0, 1, 2, 3, 8, 4, 5, 6, 7]


def test_it_stays_where_it_has_the_width_of_the_article_before_it() -> None:
    assert order(22) == list(range(9))
