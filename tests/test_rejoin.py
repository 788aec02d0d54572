"""Halves of sentences put together across a page (`order/rejoin.py`). All texts are synthetic."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from cleaner.late import np
from cleaner.layout import read_lines
from cleaner.model import SHIPPED
from cleaner.order.feet import Feet
from cleaner.order.rejoin import MAX_PAIRS, Torn, _pairs, rejoined
from cleaner.order.rows import INDENT, common_widths, read_rows
from cleaner.order.scores import Scores
from cleaner.order.traces import OPENED, TITLE

# Columns of 14 em: the first of each pair breaks off inside a word.
ROAD = (
    "会议要求，各县区要把养护资金",
    "列入年度预算，落实专人负责，",
    "做到有路必养、养必到位，让农",
    "村公路越走越宽，群众出行越来",
)
ROAD_ON = (
    "越方便。今年全市将新建和改造",
    "农村公路六百公里，解决三百个",
    "行政村的出行问题，带动沿线的",
    "产业发展起来。",
)
TEA = (
    "合作社去年修通了机耕路，鲜叶",
    "两小时就能运到山下的加工厂，",
    "今年的订单比去年多了三成，茶",
    "农的收入明显提高，大家的积极",
)
TEA_ON = (
    "性更高了。县里计划再建两座加",
    "工厂，发展茶叶深加工，把茶园",
    "的风光和旅游结合起来，让更多",
    "的人留在家乡。",
)
# Both end with their sentence; the second begins one.
WATER = ("历时九十天的清淤工程昨天完工，", "比原计划早了半个月。")
WATER_ON = ("　　施工队一共运走淤泥四万方，", "河道恢复了行洪能力。")


def read(*columns: Sequence[str], title: int = -1) -> list[Sequence[str]]:
    """Return the columns of a page in the order in which a reading order has them, rejoined."""
    lines = [line for column in columns for line in column]
    rows = read_rows(read_lines("\n".join(lines)))
    tops = [sum(map(len, columns[:at])) for at in range(len(columns) + 1)]
    dealt = [at - 1 for at in range(len(lines))]
    for at, top in enumerate(tops[:-1]):
        dealt[top] = TITLE if at == title else OPENED
    scores = Scores(rows, common_widths([row.cells for row in rows]), SHIPPED)

    def follows(before: Sequence[int], after: Sequence[int]) -> list[float]:
        found: list[float] = scores.of(np.array(before), np.array(after)).tolist()
        return found

    feet = Feet(rows, follows, INDENT)
    page = Torn(rows, dealt, scores.telling.tolist(), scores.starts(0, len(rows)))
    order = rejoined(page, range(len(lines)), feet)
    assert sorted(order) == [*range(len(lines))]
    now = [lines[at] for at in order]
    starts = sorted(now.index(column[0]) for column in columns)
    return [now[a:b] for a, b in pairwise([*starts, len(now)])]


def expect(found: list[Sequence[str]], *columns: Sequence[str]) -> None:
    assert found == [[*column] for column in columns]


def test_halves_are_put_together() -> None:
    expect(read(ROAD, WATER, ROAD_ON), ROAD, ROAD_ON, WATER)
    expect(read(ROAD, TEA_ON, TEA, ROAD_ON), ROAD, ROAD_ON, TEA, TEA_ON)
    expect(read(TEA, WATER, WATER_ON, ROAD, TEA_ON), TEA, TEA_ON, WATER, WATER_ON, ROAD)


def test_what_stands_under_its_headline_stays() -> None:
    head = ("农村公路越走越宽",)
    expect(read(ROAD_ON, head, ROAD, title=1), head, ROAD, ROAD_ON)


@pytest.mark.parametrize(
    "columns",
    [
        # in order; a byline between; nothing goes on; feet that end, tops that begin
        (ROAD, ROAD_ON, TEA, TEA_ON),
        (ROAD, ("□本报记者 王小雨",), ROAD_ON, WATER),
        (ROAD, WATER, TEA, WATER_ON),
        (WATER, ROAD, ROAD_ON, WATER_ON),
    ],
)
def test_what_is_whole_stays(columns: Sequence[Sequence[str]]) -> None:
    expect(read(*columns), *columns)


def test_pairs_are_bounded() -> None:
    """The lines of a page of which nearly none goes on in the next."""
    assert sum(1 for _ in _pairs(range(5000), range(5000))) <= MAX_PAIRS
