"""Heads and feet that stand inside a sentence at a page's end; all texts are synthetic."""

import pytest

from cleaner.document import Document
from cleaner.stages.furniture import FORM_FEED, PAGE_NUMBER, RUNNING_HEAD

FIRST = [
    "老闸建成四十五年，看闸的人换了三个，水尺换了五",
    "把，只有上游那一座石桥没有动过。县里每年都要派",
    "人来量一次水位，量完了把读数抄在本子上，按照政",
]
SECOND = [
    "策的要求同省里的自动站对一遍，差得多的都要写明",
    "原因，例如上游放水、水尺被船撞歪，或者那天根本",
    "没有人去看。这样的话在本子里一共有十七处。",
]
ENDED = [*FIRST, "策同去年的比一比，没有出入才签字。"]


def left_of(*pages: list[str]) -> list[str]:
    document = Document("case", "\n\f".join("\n".join(page) for page in pages))
    for stage in (PAGE_NUMBER, RUNNING_HEAD, FORM_FEED):
        (document,) = stage(document)
    return [line for line in document.text.split("\n") if line]


@pytest.mark.parametrize("head", ["水文志稿", "二、看闸的人", "第三章、老闸的水尺", "水尺札记 12"])
@pytest.mark.parametrize("number", ["", "12", "12 / 71"])
def test_one_head_or_foot_inside_a_sentence(head: str, number: str) -> None:
    edge = [head, number] if number else [head]
    assert left_of(FIRST, [*edge, *SECOND]) == [*FIRST, *SECOND]
    assert left_of([*FIRST, *edge], SECOND) == [*FIRST, *SECOND]


def test_a_foot_whose_like_ends_another_page() -> None:
    foot = "一、老闸的水尺 {}"
    pages = ([*FIRST, foot.format(3)], [*SECOND, foot.format(4)], ENDED)
    assert left_of(*pages) == [*FIRST, *SECOND, *ENDED]


@pytest.mark.parametrize(
    "pages",
    [
        # a heading, a slide's title: the page before it is finished
        (ENDED, ["二、看闸的人", *SECOND]),
        ([*ENDED, "二、看闸的人"], SECOND),
        (["老闸的水尺", "共有五把，三把在上游", "每年都要校一次"], ["看闸的人", "换了三个"]),
        # the last line of a paragraph, the first of the next page
        ([*FIRST, "对一遍"], ["第二年春天，水尺换成了铁的，看闸的人也换了。", *SECOND]),
        # an item, a byline, an indented paragraph behind it
        (FIRST, ["水尺的校正", "• 上游三把，每年一次", "• 下游两把，两年一次"]),
        (FIRST, ["看闸人的一天", "　　" + SECOND[0], *SECOND[1:]]),
        ([*FIRST, "水尺的校正"], ["　　" + SECOND[0], *SECOND[1:]]),
        # verses
        (["落叶满街，", "风也停了，", "而你还在说，"], ["冬天", "的事情，", "我没有听见，"]),
    ],
)
def test_what_stands_at_a_page_s_end_and_is_text(pages: tuple[list[str], ...]) -> None:
    assert left_of(*pages) == [line for page in pages for line in page]
