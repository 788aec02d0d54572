"""The second line of a headline that stood beside another. All text is synthetic."""

import pytest

from cleaner import Document
from cleaner.layout import read_lines
from cleaner.model import SHIPPED
from cleaner.order.columns import reading_order
from cleaner.stages.columns import INTERLEAVED_COLUMNS

BODY = (
    "　　昨天上午，全市农村公路养护工作会\n议在市政府礼堂召开。会议要求，各县区要\n"
    "把养护资金列入年度预算，落实专人负责，\n做到有路必养、养必到位，确保群众出行安\n全。\n"
    "　　会议指出，今年以来，全市新建和改\n造农村公路一百二十公里，解决了三十个村\n"
    "的出行难题，群众的生产生活条件得到明显\n改善。\n"
    "　　会议强调，要加强道路巡查，及时处\n理路面病害，对超限超载车辆要严格管理，\n"
    "依法处罚，保护好来之不易的建设成果。\n"
)
FIRST = "全市召开农村公路养护工作会议 部署下半年重点任\n"
OTHER = "秋季学期中小学校如期开学 市民代表走进课堂\n"


def ordered(page: str) -> str:
    (found,) = INTERLEAVED_COLUMNS(Document("a", page, {}))
    return found.text


@pytest.mark.parametrize(
    "between",
    [
        pytest.param(OTHER, id="behind the headline beside it"),
        pytest.param(f"{OTHER}\n本报记者 王宁\n\n", id="a byline between"),
    ],
)
def test_a_rest_goes_behind_its_headline(between: str) -> None:
    page = f"{BODY}\n{FIRST}{between}务\n\n本报记者 李青\n{BODY}"
    found = ordered(page)
    assert f"{FIRST}务\n" in found
    assert sorted(found) == sorted(page)
    assert ordered(found) == found


def test_each_rest_goes_behind_its_own_headline() -> None:
    # No word is cut in the first; the second has a bracket that its rest closes, and a third line.
    heads = ["各地多措并举助力高校\n", "【新思想 强党\n"]
    rests = ["毕业生就业\n", "性】全面推进乡村\n", "振兴\n"]
    page = f"{BODY}\n{''.join((*heads, *rests))}\n本报记者 李青\n{BODY}"
    found = ordered(page)
    for parts in ((heads[0], rests[0]), (heads[1], *rests[1:])):
        assert "".join(parts) in found
    assert sorted(found) == sorted(page)


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(f"{FIRST}务\n{OTHER}", id="it stands there"),
        pytest.param(
            f"全市召开农村公路养护工作会议\n{OTHER}周末天气晴好\n", id="it goes on in none"
        ),
        pytest.param(f"{FIRST}{OTHER}务必把养护资金用好，确保出行\n", id="a clause"),
        pytest.param(
            f"{FIRST}{OTHER}务工人员返乡创业服务中心今天上午正式挂牌成立并开放\n", id="wider"
        ),
        pytest.param(
            f"全市召开农村公路养护\n{OTHER}工作人员走进三十个村的村民家中征求\n意见，及时办理。\n",
            id="text that goes on in a clause",
        ),
        pytest.param("语文 九十五分\n数学 九十八分\n分数\n", id="cells"),
        pytest.param("白日依山尽\n黄河入海流\n欲穷千里目\n更上一层楼\n", id="verse"),
    ],
)
def test_other_lines_stay(lines: str) -> None:
    page = f"{BODY}\n{lines}\n本报记者 李青\n{BODY}"
    assert ordered(page) == page


def test_a_page_without_headlines_is_in_order() -> None:
    assert reading_order(tuple(read_lines(BODY)), SHIPPED) is None
