"""Pages of words that the table does not know: dealt back, and text in order never moved."""

from __future__ import annotations

import random
from itertools import pairwise, zip_longest
from typing import cast

import pytest

from cleaner.document import Document, undo
from cleaner.late import NDArray, np
from cleaner.layout import read_lines
from cleaner.order.rows import read_rows
from cleaner.order.scores import Scores
from cleaner.order.verdict import accepted
from cleaner.stages.columns import INTERLEAVED_COLUMNS

# Synthetic.
TEXT = (
    "从今年春天起，柳园街道把三间闲置的门面房改成了社区食堂。中午十一点半，队伍已经排到了门口。",
    "一荤两素的套餐卖十二元，七十岁以上的居民再减三元。开业两个月，每天卖出三百多份。",
    "历时九十天的北塘河清淤工程昨天完工，比原计划早了半个月。施工队一共运走淤泥四万方。",
    "沿河住了三十年的居民老郑说，以前夏天不敢开窗，现在傍晚带着孙子在河边散步成了每天的功课。",
    "记者昨天从县图书馆了解到，从下周一起，阅览室的开放时间延长到晚上九点，寒暑假也照常开放。",
    "清明前后，海拔八百米的云雾山茶园迎来了头采季。采茶工背着竹篓上了山，手指在茶垄间上下翻飞。",
    "合作社去年修通了机耕路，鲜叶两小时就能运到山下的加工厂。今年的订单比去年多了三成。",
    "为方便城北新区居民出行，从本月十五日起新增三条公交线路，末班车到晚上九点半。",
    "茶农周大姐算了一笔账：一亩茶园一年能收一万二千元，比种玉米多出好几倍。",
    "三条线路沿途经过两所学校、一家医院和四个商圈，全部使用纯电动车，老年卡照常享受优惠。",
)
WIDTH = 12


def wrapped(width: int) -> list[str]:
    """Lines of a column, first lines set in by two."""
    lines = []
    for paragraph in TEXT:
        lines.append(paragraph[: width - 2])
        rest = paragraph[width - 2 :]
        lines += [rest[at : at + width] for at in range(0, len(rest), width)]
    return lines


def changed(lines: list[str]) -> bool:
    return bool(INTERLEAVED_COLUMNS(Document("page", "\n".join(lines) + "\n"))[0].history)


@pytest.mark.parametrize("columns", [2, 3])
def test_dealt_back(columns: int) -> None:
    lines = wrapped(WIDTH)
    height = -(-len(lines) // columns)
    parts = [lines[at : at + height] for at in range(0, len(lines), height)]
    source = "\n".join(line for row in zip_longest(*parts) for line in row if line) + "\n"
    (after,) = INTERLEAVED_COLUMNS(Document("page", source))
    wanted = list(pairwise(lines))
    found = set(pairwise(after.text.split("\n")))
    assert sum(pair in found for pair in wanted) >= 0.8 * len(wanted)
    assert undo(after) == source
    assert INTERLEAVED_COLUMNS(Document("page", after.text))[0].text == after.text


@pytest.mark.parametrize("width", [9, 12, 15, 20])
def test_in_order_stays(width: int) -> None:
    assert not changed(wrapped(width))


@pytest.mark.parametrize("seed", range(8))
def test_teasers_cut_at_one_width_stay(seed: int) -> None:
    """Each is cut inside a clause, often inside a word, and none goes on in any other."""
    chosen = random.Random(seed)
    starts = [text[at : at + WIDTH] for text in TEXT for at in (0, 7, 15)]
    chosen.shuffle(starts)
    assert not changed(starts)


@pytest.mark.parametrize("seed", range(8))
def test_verse_stays(seed: int) -> None:
    chosen = random.Random(seed)
    halves = ("春风吹过", "老树开花", "江水东流", "月照空山", "白云归去", "故人不来", "雨打芭蕉")
    assert not changed(["".join(chosen.sample(halves, 2)) for _ in range(48)])


def test_list_stays() -> None:
    things = ("电动汽车", "图书馆", "自行车", "公共食堂", "茶叶加工", "河道清淤", "纯电公交")
    places = ("柳园街道", "北塘河", "云雾山", "城北新区", "河西小区", "南门老街")
    assert not changed([f"{place}{thing}" for place in places for thing in things])


class Ratios:
    """The ratios of lines as given: so much of each and the next of its column, low of others."""

    def __init__(self, places: list[int], ratio: float) -> None:
        self.places, self.ratio = np.array(places), ratio
        self.telling = np.ones(len(places), bool)

    def of(self, before: NDArray[np.intp], after: NDArray[np.intp]) -> NDArray[np.float64]:
        is_next = self.places[after] == self.places[before] + 1
        return np.where(is_next, self.ratio, -0.7)


@pytest.mark.parametrize(
    ("size", "ratio", "stands"),
    [(2, 0.5, True), (2, 0.2, False), (4, 0.5, False)],
)
def test_neighbours_that_stay_say_nothing(size: int, ratio: float, *, stands: bool) -> None:
    """Two columns, of which so many lines come in turn."""
    lines = wrapped(WIDTH)
    half = len(lines) // 2 // size * size
    tops = [top + below for top in range(0, half, size) for below in (0, half)]
    given = [at for top in tops for at in range(top, top + size)]
    order = sorted(range(len(given)), key=given.__getitem__)
    read = read_rows(read_lines("\n".join(lines[at] for at in given)))
    scores = cast("Scores", Ratios(given, ratio))
    assert bool(accepted(read, scores, 0, order)) is stands
