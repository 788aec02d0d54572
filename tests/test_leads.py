"""Headlines that a scanner gave behind the start of their text; every text here is synthetic."""

import pytest

from cleaner.document import Document
from cleaner.stages.columns import MISPLACED_BLOCK

ROADS = (
    "全市农村公路养护工作会议召开\n"
    "\n"
    "昨天上午，全市农村公路养护工\n"
    "作会议在市政府礼堂召开。会议要求，\n"
    "各县区要把养护资金列入年度预算。\n"
    "\n"
    "会议强调，要加强农村公路巡查，\n"
    "及时处理路面病害，对超限超载车辆\n"
    "要严格管理，依法处罚。\n"
    "\n"
)
LEAD = (
    "今年秋季开学前，全市将新建和\n"
    "改扩建三十所中小学校，增加学位两\n"
    "万个，进一步缓解城区学校大班额\n"
    "\n"
)
HEADLINE = "今秋开学前全市新建改扩建三十所中小学校\n\n"
REST = (
    "问题。市教育局负责人表示，中小学\n"
    "校的建设资金已经全部到位，学位今\n"
    "年秋季就能用上。\n"
    "\n"
    "市教育局还将加强教师队伍建设，\n"
    "提高农村学校教学质量，让孩子们在\n"
    "家门口就能享受到优质教育资源。\n"
)
BEHIND = ROADS + LEAD + HEADLINE + REST
BEFORE = ROADS + HEADLINE + LEAD + REST


def lines_of(text: str) -> list[str]:
    document = MISPLACED_BLOCK(Document("page", text, {"scanned": True}))[0]
    return [line for line in document.text.split("\n") if line]


def printed(text: str) -> list[str]:
    return [line for line in text.split("\n") if line]


def test_a_headline_moves_before_its_lead():
    assert printed(BEFORE) == lines_of(BEHIND)


def test_a_headline_that_stands_right_stays():
    assert printed(BEFORE) == lines_of(BEFORE)


def test_a_line_read_as_traditional_goes_on_as_well():
    turn = str.maketrans("问题。市教育局负责人", "問題。市教育局負責人")
    rest = REST[:20].translate(turn) + REST[20:]
    assert printed(ROADS + HEADLINE + LEAD + rest) == lines_of(ROADS + LEAD + HEADLINE + rest)


@pytest.mark.parametrize(
    "headline",
    [
        pytest.param("学校\n\n", id="a section"),
        pytest.param("本报讯（记者李青）：\n\n", id="a dateline"),
        pytest.param("记者从市交通局获悉：\n\n", id="a label"),
        pytest.param("要闻\n\n", id="a tag"),
    ],
)
def test_what_is_no_headline_stays(headline):
    text = ROADS + LEAD + headline + REST
    assert printed(text) == lines_of(text)


def test_a_headline_between_two_articles_stays():
    text = ROADS + HEADLINE + LEAD.replace("大班额\n", "大班额问题。\n") + REST[4:]
    assert printed(text) == lines_of(text)


def test_a_subhead_of_one_article_stays():
    text = (
        HEADLINE
        + LEAD.replace("大班额\n", "大班额问题。\n")
        + "让孩子们享受优质教育资源\n\n"
        + REST[3:]
        + "\n"
        + "各县区要把资金列入年度预算。\n\n市交通局负责人表示，要加强巡查。\n"
    )
    assert printed(text) == lines_of(text)


def test_of_text_that_was_not_scanned_none_moves() -> None:
    assert MISPLACED_BLOCK(Document("page", BEHIND))[0].text == BEHIND
