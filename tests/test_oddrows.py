"""The few rows of a scan that were read across two columns; every text here is synthetic."""

from itertools import pairwise

import pytest
import test_scanrows as scanrows

from cleaner.layout import read_lines
from cleaner.model import SHIPPED
from cleaner.order.oddrows import odd_rows

LEFT = (
    *scanrows.LEFT[:3],
    "实专人负责，确保群众出行安全。会",
    "议强调，要加强道路巡查，及时处理",
    "路面病害，对超限超载的车辆要严格",
    "管理，依法处罚，保护好来之不易的",
    "建设成果。市交通运输局负责人表示，",
    "下一步将继续加大投入力度，推动农",
    "村公路高质量发展。",
)
RIGHT = (
    *scanrows.MIDDLE,
    "各地要严格执行国家课程标准，减轻",
    "学生过重的课业负担，丰富课后服务",
    "的内容和形式，促进学生全面发展，",
    "办好人民满意的教育。",
)


def found(lines: list[str]) -> list[tuple[int, int, list[list[str]]]]:
    return list(odd_rows(read_lines("\n".join(lines)), (), SHIPPED))


def page(*across: int, gutter: str = " ") -> list[str]:
    """Return both columns, read one after the other, but some rows across."""
    left = [f"{LEFT[at]}{gutter}{RIGHT[at]}" if at in across else LEFT[at] for at in range(10)]
    return [*left, "", *(RIGHT[at] for at in range(10) if at not in across), "", *RIGHT]


@pytest.mark.parametrize("gutter", [" ", " ”", "   ", " | "])
def test_one_row_across_is_cut(gutter: str) -> None:
    assert found(page(3, gutter=gutter)) == [(3, 4, [[LEFT[3]], [RIGHT[3]]])]


def test_rows_below_each_other_are_cut_at_one_place() -> None:
    assert found(page(4, 5)) == [(4, 6, [list(LEFT[4:6]), list(RIGHT[4:6])])]


def test_three_columns_are_cut_in_turn() -> None:
    line = f"{LEFT[4]} ”{RIGHT[4]} ”各界人士踊跃参加志愿服务活动，为"
    lines = page(4)
    lines[4] = line
    lines += ["城市增添了一道亮丽的风景线。志愿", "者们走进社区，看望独居的老人。"]
    assert [len(columns) for _, _, columns in found(lines)] == [3]


KEPT = {
    "columns read one by one": page(),
    "a headline of two parts": [
        "全市农村公路养护工作会议召开 部署下半年重点任务推进",
        "",
        *page(),
    ],
    "a column as wide as the rows": [*page(), "", *(a + " " + b for a, b in pairwise(LEFT))],
    "a wide line that reads on across": [
        *page(),
        "",
        "会议指出，要全面贯彻落实党中央的决策部署，坚持“绿水青山就是 金山银山”的理念。",
    ],
    "a wide line without a gutter": [*page(), "", LEFT[4] + RIGHT[4]],
    "too few lines to tell what is wide": [*LEFT[:3], f"{LEFT[3]} {RIGHT[3]}", *RIGHT[4:7]],
    "a row of names": [
        *page(),
        "",
        "王小明    李建国    张海燕    赵志强    周文静    孙立新    陈思远",
    ],
}


@pytest.mark.parametrize("lines", KEPT.values(), ids=KEPT)
def test_is_kept(lines: list[str]) -> None:
    assert not found(lines)


def test_lines_that_are_known_to_be_rows_are_not_asked() -> None:
    lines = read_lines("\n".join(page(3)))
    assert not list(odd_rows(lines, {3}, SHIPPED))
