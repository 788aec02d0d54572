"""Reports under one headline, each with a dateline of its own. All text is synthetic."""

import pytest

from cleaner import Document, Pipeline

RIVER = (
    (
        "本报江城1月13日电 连日暴雨，柳江水位昨夜涨过警戒线，沿江三个镇的渡口全部停航，两千多名住户"
        "搬到了高处的学校里。"
    ),
    "江城防汛办说，柳江上游的水库正在错峰放水，下一次洪峰预计明天中午到达江城，堤上日夜有人巡查。",
)
FLOOD = (
    (
        "新华社石桥1月12日电 受连日暴雨影响，柳江石桥段水位涨过警戒线，沿江渡口停航，石桥防汛办已请"
        "下游各镇的住户搬到高处，水库正在错峰放水。"
    ),
)
CHESS = (
    (
        "新华社北港1月12日电 少年象棋赛昨天在北港收官，来自九所学校的八十名棋手下了三天，十二岁的"
        "选手周小满拿下冠军，奖品是一副木刻棋盘。"
    ),
)
LAMPS = (
    (
        "本报讯 从上周起，城南的三条老街开始换装路灯，新灯比旧灯省电一半，到了深夜还会自动调暗，"
        "住户不再嫌它晃眼，施工队每天晚上九点以后进场。"
    ),
)
HEAD = "柳江水位涨过警戒线 沿江渡口停航"


def column(paragraph: str, em: int = 18) -> str:
    """Set a paragraph in a column with its indent."""
    text = "\u3000\u3000" + paragraph
    return "\n".join(text[at : at + em] for at in range(0, len(text), em))


def titles(*sections: tuple[str, ...]) -> list[tuple[str | None, int]]:
    """Return title and number of paragraphs of what a page is divided into."""
    head = "城南三条老街换装路灯"
    parts = [HEAD, *map(column, sum(sections, ())), head, *map(column, LAMPS)]
    found = Pipeline()(Document("a", "\n".join(parts) + "\n", {}))
    return [
        (one.meta.get("title"), len(one.text.split("\n"))) for one in found if "parent" in one.meta
    ]


def test_a_report_of_the_same_goes_under_the_head_above() -> None:
    assert titles(RIVER, FLOOD) == [(HEAD, 3), ("城南三条老街换装路灯", 1)]


@pytest.mark.parametrize(
    "sections",
    [
        pytest.param((RIVER, CHESS), id="another subject"),
        pytest.param((RIVER[1:], CHESS), id="no dateline above"),
    ],
)
def test_a_report_of_something_else_stays_alone(sections: tuple[tuple[str, ...], ...]) -> None:
    assert (None, 1) in titles(*sections)
