"""Columns that a reader ran together in one line, with nothing between. All text is synthetic."""

from collections.abc import Iterator

import pytest

from cleaner import Document
from cleaner.layout import read_lines
from cleaner.model import SHIPPED
from cleaner.order import apart
from cleaner.order.cuts import Gutters
from cleaner.order.merged import merged
from cleaner.stages.columns import TWO_COLUMN_LINE


@pytest.fixture(autouse=True)
def asked_anew() -> Iterator[None]:
    """No answer is kept that a test put in another's place."""
    apart.cut_up.cache_clear()
    yield
    apart.cut_up.cache_clear()


HEAD = "全市农村公路养护工作会议昨天召开 各县区部署下半年重点任务\n"
LEFT = """本报讯（记者王宁）昨天上
午，全市农村公路养护工作会议
在市政府礼堂召开。会议要求，
各县区要把养护资金列入年度预
算，落实专人负责，做到有路必
养、养必到位。
会议指出，今年以来，全市
新建和改造农村公路一百二十公
里，解决了三十个村的出行难题，
群众的生产生活条件得到明显改
善。""".splitlines()
RIGHT = """会议强调，要加强道路巡查，
及时处理路面病害，确保群众出
行安全。对超限超载车辆要严格
管理，依法处罚，保护好来之不
易的建设成果。
市交通运输局负责人表示，
下一步将继续加大投入力度，完
善管理制度，推动农村公路高质
量发展，为乡村振兴提供有力支
撑。""".splitlines()


def page(merged: tuple[int, ...]) -> str:
    """Return the page row by row; in these rows the columns are one line."""
    rows = []
    for at, left in enumerate(LEFT):
        right = RIGHT[at] if at < len(RIGHT) else ""
        rows.append(left + ("" if at in merged else "\n") + right)
    return HEAD + "\n".join(rows).replace("\n\n", "\n") + "\n"


# An article over two columns.
WIDE = """
全市秋粮收购工作进展顺利。市粮食和物资储备局昨天发布的
消息说，截至本月中旬，各收购点累计入库稻谷三十万吨，比
去年同期多出两成。今年雨水充足，田间管理到位，稻谷的品
质普遍好于往年，农民卖粮的价格也有所提高。为方便农户售
粮，各县增设了四十个临时收购点，延长了营业时间，并派出
技术人员到村里指导晾晒和储存，减少粮食损失，让农民种粮
""".strip().splitlines()


def cut(text: str) -> str:
    (found,) = TWO_COLUMN_LINE(Document("a", text, {}))
    return found.text


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param((1, 2, 3), id="some"),
        pytest.param((1, 2, 3, 7, 8), id="most"),
        # The rows round it tell which column its pieces are of, and so that it is set in.
        pytest.param((1, 3, 6, 8), id="one of them set in"),
        pytest.param((1, 3, 4, 6, 7), id="one of them set in, its neighbour run together, too"),
    ],
)
def test_columns_run_together_are_cut(rows: tuple[int, ...]) -> None:
    assert cut(page(rows)) == page(())


def test_one_gutter_told_by_a_hanging_mark_keeps_no_other_line_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = page((1, 2, 3, 7, 8))
    one = merged(rows, read_lines(rows), SHIPPED).gaps[:1]
    monkeypatch.setattr(apart, "gutters", lambda *_: Gutters(one))
    assert cut(rows) == page(())


def test_gutters_of_spaces_are_all_of_their_page(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = page((1, 2, 3, 7, 8))
    (one,) = merged(rows, read_lines(rows), SHIPPED).gaps[:1]
    apart.cut_up.cache_clear()
    moved = one._replace(start=one.start - 1)
    monkeypatch.setattr(apart, "gutters", lambda *_: Gutters([moved]))
    assert cut(rows) != page(())


@pytest.mark.parametrize("width", [24, 26, 28])
def test_a_column_of_twice_the_others_width_stays(width: int) -> None:
    text = "".join([*WIDE, *LEFT])
    wide = [text[at : at + width] for at in range(0, len(text), width)]
    rows = zip(LEFT, wide, RIGHT, strict=False)
    beside = "".join(f"{line}\n" for row in rows for line in row)
    assert cut(beside) == beside


def test_a_headline_in_brackets_is_one_beside_them() -> None:
    wide = "【农村公路养护】市交通运输局负责人下半年道路巡查要求\n"
    assert cut(wide + page((1, 2, 3, 7, 8))) == wide + page(())


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(page(()), id="none is run together"),
        pytest.param(page((1,)), id="one row"),
        pytest.param(
            page(()).replace(HEAD, "全市农村公路养护工作会议昨天召开部署下半年重点任务\n" * 3),
            id="wide headlines",
        ),
        pytest.param(HEAD + "\n".join(LEFT + RIGHT) + "\n", id="columns in order"),
        pytest.param(
            "\n".join(map("".join, zip(LEFT[:10:2], LEFT[1:10:2], strict=True))) + "\n" + page(()),
            id="a lead over two columns",
        ),
        pytest.param("\n".join([*WIDE, page((1, 2, 3))]), id="most are of a wider column"),
        pytest.param(("短行一共十四个字没有标点呀\n" * 2 + "长" * 26 + "\n") * 20, id="no columns"),
    ],
)
def test_other_lines_stay(text: str) -> None:
    assert cut(text) == text
