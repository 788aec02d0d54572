"""Columns by the ems of what they say, as MuPDF sorts the text of a page; what must stay."""

from itertools import zip_longest
from time import process_time

import pytest

from cleaner.document import apply
from cleaner.layout import display_width
from cleaner.order.cells import deal_cells

# Synthetic. Lines of 17 em at most.
LEFT = (
    "  入冬以来，北塘镇修好了12.5公里",
    "水渠，比去年多出3公里，总投资1460",
    "万元，受益的农田有23800亩，每亩可",
    "以少用水40立方米，多收粮食55公斤。",
    "  镇里的水管员说，过去浇一遍地",
    "要等上十来天，如今轮到哪家，扫码开",
    "闸就行，水费也算得清楚，2023年谁家",
    "用了多少，手机上看得见，不用再跑路",
    "到镇上去问，也不会为几方水吵起来。",
    "  入春后还要再修6公里，把河西的",
    "3个村子连起来，工程队已经进场，预",
    "计5月底完工，赶得上插秧。",
)
RIGHT = (
    "  清明前后，云岭乡3000亩高山茶",
    "园陆续开采，外出的人也赶了回来，一",
    "天能采2斤鲜叶，按去年的价钱算，一",
    "个人1天能挣180元，比在城里做零工还",
    "要多，又能照看家里的老人和孩子。",
    "  乡里请来的炒茶师傅在村口支起",
    "了大锅，边炒边教，年轻人学得很快，",
    "26个人里已有14个能自己上手，最小的",
    "那个才19岁，是今年刚从学校回来的。",
    "  合作社负责人说，今年的春茶已",
    "经订出去一半，价钱比去年高出10%，",
    "大家的劲头更足了。",
)
WIDTH, GUTTER = 17, 1.3


def bare(line: str) -> tuple[float, str]:
    """Return where a line begins in its column, in em, and what it says."""
    return 1.0 * (len(line) - len(line.lstrip())), line.strip()


def as_sorted(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """Return columns as MuPDF sorts them: a gap in the mean width of the characters behind it."""
    rows = []
    for one, other in zip_longest(left, right, fillvalue=""):
        row, end = "", 0.0
        for edge, (indent, said) in ((0.0, bare(one)), (WIDTH + GUTTER, bare(other))):
            if said:
                width = display_width(said)
                spaces = round((edge + indent - end) / width * len(said))
                row += " " * max(spaces, 1 if row else 0) + said
                full = indent + width > WIDTH - 2
                end = edge + (WIDTH if full else indent + width)
        rows.append(row + "\n")
    return "".join(rows)


def dealt(text: str) -> str:
    return apply(text, list(deal_cells(text)))


def test_columns_behind_one_space_are_dealt_by_ems() -> None:
    left, right = LEFT + RIGHT, RIGHT[5:] + LEFT + RIGHT[:5]
    found = [line.strip() for line in dealt(as_sorted(left, right)).splitlines()]
    assert found == [line.strip() for line in left + right]


def test_an_estimate_needs_rows() -> None:
    text = as_sorted(LEFT[2:8], RIGHT[2:8])
    assert dealt(text) == text


TERMS = tuple(f"{count}、{name}" for count, name in enumerate(("水渠", "茶园", "公交", "食堂"), 1))
NAMES = TERMS * 4
KEPT = {
    "names": as_sorted(NAMES, (LEFT + RIGHT)[: len(NAMES)]),
    "lists": as_sorted(NAMES, NAMES),
    "sums": as_sorted(
        tuple(f"第{n}村" for n in range(16)), tuple(f"{n * 37}.5亩" for n in range(16))
    ),
    "contents": as_sorted(
        tuple(line.strip()[:11] for line in RIGHT), tuple(map(str, range(1, 60, 5)))
    ),
    "one column": "".join(f"{line}\n" for line in LEFT + RIGHT),
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_is_no_column_stays(text: str) -> None:
    assert dealt(text) == text


ENGLISH = (
    (
        "The ferry makes four trips a day",
        "and stops in thick fog; ask the",
        "guard when it will sail again.",
    ),
    (
        "The guard walks round the yard",
        "every two hours. What he sees he",
        "writes into the book by the door.",
    ),
    (
        "Keep the store dry and the goods",
        "away from the wall, so that the",
        "air can pass behind and below.",
    ),
    (
        "Nobody may stand in the bow while",
        "the ferry is on its way. Take the",
        "children to the bench at the back.",
    ),
)
CHINESE = (
    ("渡船每天往返四趟，遇到大雾就停", "航，什么时候复航，可以去问值班", "员。"),
    ("值班员每两小时巡查一次院子，看", "见了什么都要写在门口的本子上，", "不要漏。"),
    ("仓库要保持通风干燥，货物应当离", "墙离地堆放，好让后面和下面都能", "通风。"),
    ("渡船开动以后，谁也不得站在船头", "，带着孩子的，请坐到后面的长凳", "上去。"),
)


def test_a_text_beside_its_translation_stays() -> None:
    text = "".join(
        f"{chinese}{' ' * (18 - len(chinese))}{english}\n"
        for pair in zip(CHINESE, ENGLISH, strict=True)
        for chinese, english in zip(*pair, strict=True)
    )
    assert dealt(text) == text


@pytest.mark.parametrize(
    "line",
    ["（" * 99 + "  " + "）" * 99, "甲 " * 99, "甲  乙1" * 40, " " * 299 + "甲", "年1 " * 60],
)
def test_many_equal_lines_take_linear_time(line: str) -> None:
    times = []
    for count in (300, 600):
        text = f"{line}\n" * count
        begin = process_time()
        list(deal_cells(text))
        times.append(process_time() - begin)
    assert times[1] < 4 * times[0] + 0.2
