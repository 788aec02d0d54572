"""Rows of tables among the headings of a page, and headings that are counted. All made up."""

import pytest
from made import titles

from cleaner.paper.listrows import cell_rows, has_numbers

SEED = (
    "近日，农技站把育秧的要点印成一页纸，贴在各村的村口，种子要晒两天再浸。\n"
    "床土取自菜园，过筛以后堆闷半个月，播下去的芽谷出得又齐又快。"
)
BOAT = (
    "昨天，北岸的渡口换了一条新船，船身刷成绿色，能坐二十个人，过河只要五分钟。\n"
    "撑船的老人说，旧船他撑了三十年，哪块板子漏水，闭着眼睛也摸得着。"
)


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (["白菜　1.20　1.15　持平", "黄瓜　3.50　3.10　下跌"], [0, 1]),
        (["品名　上周　本周　涨跌", "黄瓜　3.50　3.10　下跌"], [0, 1]),
        (["江城队 2:1 青石队", "柳园队 3:3 渡口队（点球4:2）"], [0, 1]),
        # three clauses of a headline over a subtitle of three; one row alone; cells of other counts
        (["稳增长 促改革 惠民生", "抓项目 优环境 强作风"], []),
        (["白菜　1.20　1.15　持平", "昨日菜价"], []),
        (["白菜　1.20　1.15　持平", "昨日菜价　3.50　3.10"], []),
        (["2023 年 工作 总结", "2024 年 工作 打算"], []),
    ],
)
def test_rows_of_cells(rows: list[str], found: list[int]) -> None:
    assert cell_rows(rows, range(len(rows))) == found


def test_a_row_has_three_cells_and_numbers() -> None:
    assert has_numbers("草鱼　14.00　14.00　持平")
    assert not has_numbers("2023 2024")
    assert not has_numbers("草鱼　涨　涨　持平")


def test_the_last_row_of_a_table_is_no_kicker() -> None:
    table = "品名　上周　本周　涨跌\n白菜　1.20　1.15　下跌\n草鱼　14.00　14.00　持平"
    text = f"育秧要点上了村口\n本报记者 苏琴\n{SEED}\n{table}\n渡口换上新船\n本报记者 葛梅\n{BOAT}"
    assert titles(text) == ["育秧要点上了村口", "渡口换上新船"]


def test_counted_sections_stay_in_their_article() -> None:
    text = (
        f"机插秧育苗要点\n苏琴\n{SEED}\n1 种子处理\n{SEED}\n2 床土准备\n{SEED}\n"
        f"渡口换上新船\n葛梅\n{BOAT}"
    )
    assert titles(text) == ["机插秧育苗要点", "渡口换上新船"]


def test_a_headline_may_open_with_a_number() -> None:
    text = f"机插秧育苗要点\n苏琴\n{SEED}\n20 人的渡船下水了\n葛梅\n{BOAT}"
    assert titles(text) == ["机插秧育苗要点", "20 人的渡船下水了"]
