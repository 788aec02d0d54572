"""What a text is known to be scanned for; every text here is synthetic."""

import pytest

from cleaner.document import Document
from cleaner.order.scanned import is_scanned
from cleaner.pipeline import Pipeline
from cleaner.stages.punctuation import ASCII_ELLIPSIS, HALF_WIDTH_MARK
from cleaner.stages.quotes import STRAIGHT_QUOTE

BRACKETS = "全市农村公路养护工作(二期)昨天启动，市交通局负责人表示:将加大投入;各地也在行动。"
FULL = "全市农村公路养护工作（二期）昨天启动，市交通局负责人表示：将加大投入；各地也在行动。"


def marks(text: str, **meta: object) -> str:
    return HALF_WIDTH_MARK(Document("page", text, meta))[0].text


def test_the_marks_of_a_scan_are_full_width() -> None:
    assert marks(BRACKETS, scanned=True) == FULL


def test_those_of_other_text_need_the_commas_as_witness() -> None:
    assert marks(BRACKETS) == BRACKETS


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("比赛在12:30开始，比分为105-86，约3,500人到场。", id="numbers"),
        pytest.param("see also (a) and b: all of it; no more", id="Latin"),
        pytest.param("函数f(x+1)的值与a[1]相同。", id="a formula"),
        pytest.param("農村公路養護工作(二期)昨天啟動，負責人表示:將加大投入。", id="traditional"),
    ],
)
def test_in_a_scan_too_these_stay(text: str) -> None:
    assert marks(text, scanned=True) == text


def test_a_scan_needs_no_comma_for_its_ellipses_and_quotes() -> None:
    text = '他想了很久，说："天黑了，该走了。"她没说话...天亮了。'
    (found,) = Pipeline((STRAIGHT_QUOTE, ASCII_ELLIPSIS))(Document("page", text, {"scanned": True}))
    assert found.text == "他想了很久，说：“天黑了，该走了。”她没说话……天亮了。"


PROSE = (
    "全市农村公路养护工作会议昨天在市政府礼堂召开会议要求各县区把养护资金列入年度预算落实专人负责"
    "做到有路必养养必到位今年以来全市新建和改造农村公路一百二十公里解决了三十个村的出行难题群众的"
    "生产生活条件得到明显改善市交通运输局负责人表示下一步将继续加大投入力度完善管理制度推动农村公"
    "路高质量发展为乡村振兴提供有力支撑对超限超载车辆要严格管理依法处罚保护好来之不易的建设成果"
)


def page(*ends: str) -> str:
    """Return the prose in lines of 14 characters, the first of which end so."""
    lines = [PROSE[at : at + 14] for at in range(0, len(PROSE) - 14, 14)]
    rest = [""] * (len(lines) - len(ends))
    return "\n".join(line + end for line, end in zip(lines, [*ends, *rest], strict=True))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(page("|", " |", "|"), id="at the edge"),
        pytest.param(page("| 养护", " |会议", " | 资金"), id="the next column's start behind"),
        pytest.param(page("|", " ，", "|"), id="with a mark set off"),
        pytest.param(page(*["| 养护"] * 12), id="in every line"),
    ],
)
def test_uprights_beside_columns_show_a_scan(text: str) -> None:
    assert is_scanned(Document("page", text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(page("|", "|"), id="too few"),
        pytest.param(page("|养护", "|会议", "|资金"), id="columns run together"),
        pytest.param(page(" || ", " || ", " || "), id="of a program"),
        pytest.param(page("| a", "| b", "| c"), id="before Latin"),
        pytest.param("\n".join(["首页|新闻|体育|财经|教育|房产"] * 12), id="a menu"),
        pytest.param("养护 | 道路\n-----+-----\n" + page(*["| 养护"] * 12), id="a program's table"),
        pytest.param("\n".join(f"|{PROSE[at : at + 12]}|" for at in range(0, 160, 12)), id="a box"),
        pytest.param(page().replace("\n", "。|\n"), id="lines that are sentences"),
        pytest.param(PROSE + "|" + PROSE + "|" + PROSE + "|" + PROSE, id="no lines"),
    ],
)
def test_these_uprights_do_not(text: str) -> None:
    assert not is_scanned(Document("page", text))
