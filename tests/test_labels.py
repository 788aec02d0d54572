"""Labels on lines of their own: numbers of sections and items. All texts synthetic."""

import pytest

from cleaner.document import Document, undo
from cleaner.layout import read_lines
from cleaner.stages.paragraphs import WRAPPED_LINE
from cleaner.unwrap.labels import with_sections

# A paragraph in lines of 16 em, its first two em short.
PROSE = (
    "今年以来，我市坚持把就业摆在",
    "首位，完善政策体系，拓宽就业渠道，",
    "让更多人在家门口就业，把岗位送到",
    "群众家门口。",
)
JOINED = "".join(PROSE)
WIDE = (JOINED[:28], JOINED[28:] + JOINED[:2])
FOOT = "请务必阅读封底的声明"


def cleaned(text: str) -> list[str]:
    document = Document("case", text)
    (document,) = WRAPPED_LINE(document)
    assert undo(document) == text
    return [line for line in document.text.split("\n") if line]


def text_of(*labelled: tuple[str, str], gap: str = "\n\n") -> str:
    return "\n\n".join(gap.join([*pair, "\n".join(PROSE)]) for pair in labelled)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "labels",
    [
        ["1.2", "1.3", "1.4"],
        ["1.2.9", "1.2.10", "1.3"],
        ["2", "2.1", "2.1.1"],
        ["A.1", "A.2", "A.3"],
        ["4", "5", "6"],
    ],
)
def test_numbers_of_sections(labels: list[str], gap: str) -> None:
    names = ["工具箱", "“支架”的安装", "Linux 内核"]
    text = text_of(*zip(labels, names, strict=True), gap=gap)
    want = [f"{label} {name}" for label, name in zip(labels, names, strict=True)]
    assert cleaned(text)[::2] == want
    assert cleaned(text)[1::2] == [JOINED] * 3


def test_numbers_in_han() -> None:
    text = text_of(("一、", "总体情况"), ("二、", "主要工作"))
    assert cleaned(text) == ["一、总体情况", JOINED, "二、主要工作", JOINED]


def test_articles_of_a_law() -> None:
    text = "\n".join("\n".join([label, *PROSE]) for label in ("第九条", "第十条"))
    assert cleaned(text) == [f"第九条 {JOINED}", f"第十条 {JOINED}"]


def test_parts_and_captions() -> None:
    labels, names = ["第二章", "第一节", "图2-1", "图2-2"], ["总则", "招聘", "工具箱", "支架"]
    want = [f"{label} {name}" for label, name in zip(labels, names, strict=True)]
    assert cleaned(text_of(*zip(labels, names, strict=True)))[::2] == want


@pytest.mark.parametrize(
    "lines",
    [
        # chapters of a novel, numbers without a name; the only one of its kind
        ["第一章\n\n风雪\n", *PROSE, "\n第二章\n\n归人\n", *PROSE],
        ["第一节", *PROSE, "第二节", *PROSE],
        ["图3", "工具箱", *PROSE],
        # a timetable, stanzas
        [
            *PROSE,
            "第一节",
            "语文",
            "数学",
            "第二节",
            "英语",
            "体育",
            "第三节",
            "美术",
            "音乐",
            *PROSE,
        ],
        [*PROSE, "第一节", "江水慢慢地走", "没有声音", "第二节", "你没有敲门", "呵了口气", *PROSE],
        # cells, what a picture shows
        ["图1", "图2", "表3", "合格。", "表4", "不合格。", *PROSE],
    ],
)
def test_ordinals_that_label_nothing(lines: list[str]) -> None:
    labels = {line.strip().split("\n")[0] for line in lines if line.strip()[0] in "第图表"}
    assert labels <= {*cleaned("\n".join([*lines, *PROSE]))}


def test_a_number_of_a_page_may_have_stood_between() -> None:
    text = text_of(("1.2.7", "\f\n\n链接"), ("1.2.8", "命名管道"))
    assert cleaned(text) == ["1.2.7 链接", JOINED, "1.2.8 命名管道", JOINED]


@pytest.mark.parametrize("labels", [["1.", "2."], ["(3)", "(4)"], ["1)", "2)"]])
def test_numbers_of_items(labels: list[str]) -> None:
    text = "\n".join("\n".join([label, *PROSE]) for label in labels)
    assert cleaned(text) == [f"{label} {JOINED}" for label in labels]


def test_signs_of_items_go() -> None:
    text = "\n".join("\n".join(["•", *PROSE]) for _ in range(2))
    assert cleaned(text) == [JOINED, JOINED]


def test_the_dash_of_a_list_in_a_list_goes_with_the_bullets() -> None:
    items = ["• " + PROSE[0], *PROSE[1:], "– " + PROSE[0], *PROSE[1:], "– 工具箱", "• 支架"]
    assert cleaned("\n".join(items)) == [JOINED, JOINED, "工具箱", "支架"]


def test_the_dash_of_a_sentence_stays() -> None:
    lines = [*PROSE, "– 这是后来的事", *PROSE]
    assert "– 这是后来的事" in cleaned("\n".join(lines))


@pytest.mark.parametrize(
    "lines",
    [
        # rows of a table
        ["1", "中国", "51", "2", "美国", "48", "3", "日本", "27", *PROSE, *PROSE],
        # verses and chapters without a name
        ["1", "春天来了。", *PROSE, "2", "他走进屋里，", *PROSE],
        # pages: the line above each number stands above another, or the one below
        [*WIDE, FOOT, "1", "盈利预测", *WIDE, FOOT, "2", "风险提示", *WIDE],
        [*PROSE, "1", "渡口校志", *PROSE, "沿革", *PROSE, "2", "渡口校志", *PROSE],
    ],
)
def test_numbers_that_label_nothing(lines: list[str]) -> None:
    numbers = {line for line in lines if line[0].isdigit()}
    assert numbers <= {*cleaned("\n".join(lines))}


def test_text_that_kept_its_paragraphs() -> None:
    text = f"1.\n{JOINED}\n2.\n{JOINED}\n•\n{JOINED}\n•\n{JOINED}"
    assert cleaned(text) == text.split("\n")


@pytest.mark.parametrize("opener", ["昨天上午，", "近日，", "今天（3月7日），", "连日来，"])
def test_a_line_that_opens_a_report_ends_a_headline_as_wide_as_the_column(opener: str) -> None:
    headline = "东门菜市场改造以后摊位宽了一尺生意"
    below = f"{opener}东门菜市场的灯亮了，卖豆腐的夫妻把木板一块块卸下来。"
    lines = [below[:15], *(below[at : at + 17] for at in range(15, len(below), 17))]
    page = "\n".join([*PROSE * 3, headline, *lines, *PROSE])
    assert headline in cleaned(page)


def test_a_day_behind_a_comma_or_inside_a_clause_opens_nothing() -> None:
    text = "工程师用锤子敲，用雷达扫，把桥看了，昨天上午，报告写完了，县里近日安排施工。"
    lines = [text[at : at + 17] for at in range(0, len(text), 17)]
    assert text in cleaned("\n".join([*PROSE * 3, *lines, *PROSE]))


def test_lines_of_a_listing_that_are_numbered() -> None:
    lines = [f"{at}  {line}" for at, line in enumerate([*WIDE, *WIDE, *WIDE], 8)]
    assert cleaned("\n".join(lines)) == lines


@pytest.mark.parametrize(("size", "apart"), [(3, False), (4, True)])
def test_numbers_that_open_three_lines_running_may_be_those_of_prose(
    size: int, *, apart: bool
) -> None:
    lines = read_lines("\n".join(f"{at} 户人家搬进了新居" for at in range(7, 7 + size)))
    found = with_sections(lines, [0.0] * (size - 1))
    assert [one > 0 for one in found] == [apart] * (size - 1)
