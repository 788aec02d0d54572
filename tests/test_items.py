"""Items whose numbers count up, below lines as wide as the column. All texts synthetic."""

import pytest

from cleaner.document import Document, undo
from cleaner.layout import read_lines
from cleaner.stages.paragraphs import WRAPPED_LINE
from cleaner.unwrap.items import with_counted_items

# Lines of 20 em; a paragraph of two of them and a rest.
WIDE = "河道管理单位应当按照批准的计划清理淤积并"
REST = "公布结果。"
FULL = "沿岸各村在每年汛期之前把堤坝检查两遍以上"


def lines_of(text: str) -> list[str]:
    document = Document("case", text)
    (document,) = WRAPPED_LINE(document)
    assert undo(document) == text
    return document.text.split("\n")


def page(*marks: str, before: str = "。") -> str:
    """Return items of which each ends in a full line, but the last."""
    items = []
    for mark in marks:
        start = f"{mark}{WIDE}"
        items += [start[:20], start[20:] + FULL[: 19 - len(start[20:])] + before]
    return "\n".join([*items, WIDE, REST])


@pytest.mark.parametrize(
    ("marks", "before"),
    [
        (("第四条　", "第五条　", "第六条　"), "。"),
        (("第九条　", "第十条　", "第十一条　"), "："),
        (("（三）", "（四）", "（五）"), "；"),
        (("(九)", "(十)", "(十一)"), "。"),
        (("9 ", "10 ", "11 ", "12 "), "，"),
        (("1　", "2　", "3　", "4　"), "。"),
    ],
)
def test_counted_items_begin_a_paragraph(marks: tuple[str, ...], before: str) -> None:
    lines = lines_of(page(*marks, before=before))
    for mark in marks:
        assert sum(line.startswith(mark) for line in lines) == 1


@pytest.mark.parametrize(
    "text",
    [
        "依照本法第五条、\n第六条 的规定，\n第七条 也适用。",  # cited, behind no full stop
        "第五条 甲。\n依照本法，应当由\n第六条 规定的机关",
        "第五条 甲。\n第七条 乙。",  # counts on from none
        "（一）甲；\n（一）乙；",
        "截止本月，\n12 日，\n13 日，\n14 日，\n15 日",  # days, sums, a number alone
        "另外，\n12 座水闸，\n13 座桥，\n15 座闸，\n16 座坝",
    ],
)
def test_numbers_that_begin_no_item(text: str) -> None:
    evidence = [0.0] * text.count("\n")
    assert with_counted_items(read_lines(text), evidence) == evidence


@pytest.mark.parametrize("line", ["（一）", "1 一", "第一条 一。", "1" * 200, "（" * 200])
def test_time_is_linear(line: str) -> None:
    # By the square of the lines this would take an hour.
    lines = read_lines("\n".join([line] * 100_000))
    assert with_counted_items(lines, [0.0] * len(lines)) == [0.0] * len(lines)


# Broken at 20 em, words are cut.
GAUGE = (
    "水文站的记录从一九五二年开始，每天早晚各读一次水位，由值班人员写在蓝皮本子上，月底送到县里汇总，"
    "一年装订成一本，谁要看都可以。"
)
BROKEN = "".join(f"{GAUGE[at : at + 20]}\n" for at in range(0, len(GAUGE), 20))


@pytest.mark.parametrize(
    "signs",
    [
        # typed
        "* 修好东边的闸门\n* 换掉量水的竹竿",
        "- [x] 补栽柳树\n- [ ] 挖开水沟",
        "+ 加固堤坝。\n+ 清理河道。",
        # rows of signs
        "■□□□■\n□■□■□\n□□□□□",
        "★★★☆☆ 东闸\n★★☆☆☆ 西闸",
    ],
)
def test_the_writer_s_own_signs_stay(signs: str) -> None:
    assert lines_of(f"{BROKEN}{signs}\n{BROKEN}") == [GAUGE, *signs.split("\n"), GAUGE, ""]


@pytest.mark.parametrize(
    "signs",
    [
        # a page drew them, or set them in
        "■ 修好东边的闸门\n■ 换掉量水的竹竿",
        "• 修好东边的闸门\n• 换掉量水的竹竿",
        "  * 修好东边的闸门\n  * 换掉量水的竹竿",
        # it broke an item of the list
        "- 附近村庄的居民都要到堤上检查，发现问\n题立即报告。\n- 修好东边的闸门",
    ],
)
def test_signs_of_the_page_go(signs: str) -> None:
    assert "修好东边的闸门" in lines_of(f"{BROKEN}{signs}\n{BROKEN}")


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("• 修好东边的闸门。", "修好东边的闸门。"),  # an excerpt of a list
        ("▪ 修好东边的闸门。", "修好东边的闸门。"),
        # who made the page; a row of signs; what is typed
        ("■ 本站记者 李小河", "■ 本站记者 李小河"),
        ("•••", "•••"),
        ("* 修好东边的闸门。", "* 修好东边的闸门。"),
        ("– 修好东边的闸门。", "– 修好东边的闸门。"),
    ],
)
def test_a_dot_alone_is_a_sign(line: str, left: str) -> None:
    assert lines_of(f"{BROKEN}{line}\n{BROKEN}") == [GAUGE, left, GAUGE, ""]


def test_dashes_before_han_are_signs_where_there_are_two() -> None:
    items = "– 修好东边的闸门。\n– 换掉量水的竹竿。"
    assert lines_of(f"{BROKEN}{items}\n{BROKEN}")[1:3] == ["修好东边的闸门。", "换掉量水的竹竿。"]
    talk = "– 你修好了东边的闸门没有？\n– 换掉了量水的竹竿。"
    assert lines_of(f"{BROKEN}{talk}\n{BROKEN}")[1:3] == talk.split("\n")
