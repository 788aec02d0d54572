"""What the line model must hold of every line, and a region's width. All texts synthetic."""

import pytest

from cleaner.layout import (
    BULLET,
    END,
    NUMBER,
    PLAIN,
    TAIL,
    as_printed,
    display_width,
    read_lines,
)
from cleaner.unwrap.decision import decide
from cleaner.unwrap.measure import columns_of

PROSE = (
    "那条路很长，从镇上一直通到山里，路的两边种着白杨，风一吹叶子就哗哗地响，像有人在远处拍手。"
    "走在路上的人有的挑着担子，有的赶着驴车，有的什么也不带，只是一个人慢慢地走到看不见为止。"
)


def column(em: int, chars: int = 400) -> list[str]:
    text = (PROSE * (chars // len(PROSE) + 1))[:chars]
    return [text[at : at + em] for at in range(0, chars, em)]


def widths(text: str) -> set[float]:
    """The columns that the decode puts lines in."""
    return {one.column for one in decide(read_lines(text)) if one.joined}


# Of a line: width, indent, start, end, what stands round it


@pytest.mark.parametrize(
    ("text", "width", "narrow"),
    [
        ("中文，标点。", 6, 6),
        ("ＡＢＣ１２３", 6, 6),
        ("abc 123", 3.5, 3.5),
        ("“引号”", 4, 3),
        ('"引号"', 4, 3),
        ('的"a b"，"c"', 7.5, 6),
        ('say "a b", "c"', 7, 7),
        ("カタカナ", 4, 4),
        ("ｶﾀｶﾅ", 2, 2),
        ("한글", 2, 2),
        ("①㎡…—·", 5, 5),
        ("𠮷野家", 3, 3),
        ("é·ü", 2, 2),
    ],
)
def test_display_width(text: str, width: float, narrow: float) -> None:
    (line,) = read_lines(text)
    assert (line.width, line.narrow) == (width, narrow)


@pytest.mark.parametrize(
    ("space", "em"),
    [
        ("", 0),
        ("\u3000\u3000", 2),
        ("    ", 2),
        ("\t", 2),
        ("\xa0\xa0\xa0\xa0", 2),
        ("\u3000 ", 1.5),
        ("\f\u3000\u3000", 2),
        ("\u2003\u2003", 2),
        ("\u200b", 0),
    ],
)
def test_indent(space: str, em: float) -> None:
    (line,) = read_lines(f"{space}正文")
    assert line.indent == em


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("■ 条目", BULLET),
        ("• item", BULLET),
        ("- item", BULLET),
        ("-5 ℃", PLAIN),
        ("*注", PLAIN),
        ("一、总则", NUMBER),
        ("（一）总则", NUMBER),
        ("(1) 总则", NUMBER),
        ("①总则", NUMBER),
        ("第一条 总则", NUMBER),
        ("1.5倍", PLAIN),
        ("，但是", TAIL),
        ("”他说", TAIL),
        ("“他说", PLAIN),
        ("", None),
    ],
)
def test_bullet_number_first_character(text: str, opening: str | None) -> None:
    assert [line.opening for line in read_lines(text)] == ([] if opening is None else [opening])


def test_blank_lines_and_form_feeds_round_a_line() -> None:
    text = "一\n二\n\n三\n \n\t\n四\n\f五\n\n\f\n六"
    lines = read_lines(text)
    assert [line.blanks for line in lines] == [0, 0, 1, 2, 0, 2]
    assert [line.page for line in lines] == [False, False, False, False, True, True]


def test_carriage_returns_are_no_text() -> None:
    assert [line.text for line in read_lines("一\r\n二\r\n")] == ["一", "二"]


# Open quotes and brackets: what the break between two lines would cut


@pytest.mark.parametrize(
    ("left", "right", "is_held"),
    [
        ("大会提出了“就业优先", "的战略”，各地要落实", True),
        ("根据《农村公路养护", "管理办法》的规定", True),
        ("市政府（含各县", "区政府）负责", True),
        ("他说“就业优先”是", "各地的任务", False),
        ("“第一段的开头没有收", "“第二段又开", False),
    ],
)
def test_open_quotes_and_brackets(left: str, right: str, is_held: bool) -> None:
    from cleaner.unwrap.cuts import PAIR_RUNS_ON, _held

    assert (_held(*read_lines(f"{left}\n{right}")) == PAIR_RUNS_ON) is is_held


# Of a region: the width of its column


@pytest.mark.parametrize("em", [11, 14, 19, 25, 38])
def test_a_column_has_its_width(em: int) -> None:
    assert em in set(columns_of(read_lines("\n".join(column(em)))).widths.tolist())
    assert widths("\n".join(column(em))) == {em}


def test_regions_have_widths_of_their_own() -> None:
    """A narrow column, a headline wider than both, a box."""
    parts = [
        *column(12),
        "",
        "我市农村公路养护工作会议昨天召开 部署下半年重点任务",
        "",
        *column(20),
    ]
    assert {12, 20} <= widths("\n".join(parts))


@pytest.mark.parametrize(
    "odd",
    [["短"], ["短行。", "又一行。"], [PROSE[:40]], ["a" * 70], ["https://example.com/" + "x" * 90]],
    ids=["short", "two short", "long", "Latin", "address"],
)
def test_a_few_short_or_long_lines_change_nothing(odd: list[str]) -> None:
    lines = column(16)
    assert 16 in widths("\n".join([*lines[:12], *odd, *lines[12:]]))


@pytest.mark.parametrize(
    "indent",
    ["\u3000\u3000", "    ", "\t", "\xa0\xa0\xa0\xa0"],
    ids=["wide", "spaces", "tab", "nbsp"],
)
def test_indented_first_lines_are_of_the_column(indent: str) -> None:
    """The indent is measured with the line: 14 em and 2 make 16."""
    paragraph = [indent + PROSE[:14], *column(16, 160)[:-1], "走到看不见了为止。"]
    lines = paragraph * 3
    breaks = decide(read_lines("\n".join(lines)))
    assert [one.joined for one in breaks] == ([True] * (len(paragraph) - 1) + [False]) * 2 + [
        True
    ] * (len(paragraph) - 1)
    assert {one.column for one in breaks if one.joined} == {16}


def test_the_shadow_of_an_indent_that_was_taken_away() -> None:
    """A full line that ends a sentence: only the next line, 14 em of 16, shows a new paragraph."""
    paragraph = [PROSE[46:60], *column(16, 144), "一直走到大家再也看不见了才肯停。"]
    assert read_lines(paragraph[-1])[0].ending == END
    breaks = decide(read_lines("\n".join(paragraph * 4)))
    assert [one.line for one in breaks if not one.joined] == [10, 21, 32]


# Synthetic: prose that is set in columns, and typed with half-width marks.
MARKED_PROSE = (
    "水尺立在老闸的下游，每天早晚各读一次，读数写在一本蓝皮的本子里（本子是县里发的），用完了就放进"
    "木箱。看水的人换过四个，字迹各不相同：有的写得大，有的写得小；可是没有一天空着，连发大水的那一年"
    "也没有。去年县里装了自动的水位计，数字直接传到局里的屏幕上，老赵还是照旧去看，局里也就由他去了。"
)
NARROW = str.maketrans("，：；！？（）", ",:;!?()")


def test_half_width_marks_are_as_wide_as_they_were_printed() -> None:
    text = MARKED_PROSE * 4
    column = "\n".join(text[at : at + 12] for at in range(0, len(text), 12))
    as_printed = read_lines(column)
    narrowed = read_lines(column.translate(NARROW))
    # But for a mark that stands between a line's edge and another mark.
    assert {line.width for line in narrowed[:-1]} <= {12, 11.5}
    assert sum(line.width == 12 for line in narrowed) > 0.9 * len(narrowed)
    assert narrowed.wide
    assert not as_printed.wide


def test_half_width_marks_that_were_typed_are_half_as_wide() -> None:
    lines = of_width(MARKED_PROSE.translate(NARROW) * 4, 12)
    found = read_lines("\n".join(lines))
    assert [line.width for line in found] == list(map(display_width, lines))
    assert not found.wide


def test_straight_quotes_are_measured_as_curly_ones() -> None:
    curly = read_lines("他说“就业优先”是\n各地的任务，\n即“任务”。")
    straight = read_lines('他说"就业优先"是\n各地的任务，\n即"任务"。')
    assert straight.straight
    assert not read_lines('他说“就业优先”，他说"任务"。').straight
    for one, other in zip(curly, as_printed(straight), strict=True):
        assert (one.width, one.narrow) == (other.width, other.narrow)
        assert display_width(other.text) == one.width


# Synthetic: digits as a page has them, half an em each.
COUNTED_PROSE = (
    "去年全县修了312公里村道，架了27座桥，花了4800万元，其中1900万元是各村自己凑的。今年还要修255公"
    "里，到2031年底，全县186个村都能通班车，最远的村离县城88公里，坐车2个多小时就能到，票价15元。"
)
WIDENED = {ord(digit): chr(ord(digit) + 0xFEE0) for digit in "0123456789"}


def of_width(text: str, em: float) -> list[str]:
    lines, width = [""], 0.0
    for char in text:
        width += display_width(char)
        if width > em:
            lines.append("")
            width = display_width(char)
        lines[-1] += char
    return lines


def test_widened_digits_are_as_wide_as_they_were_printed() -> None:
    column = of_width(COUNTED_PROSE * 4, 14)
    as_it_was = read_lines("\n".join(column))
    widened = read_lines("\n".join(column).translate(WIDENED))
    assert widened.slim
    assert [line.width for line in widened] == [line.width for line in as_it_was]
    for line, printed in zip(as_it_was, as_printed(widened), strict=True):
        assert printed.text == line.text


def test_digits_that_were_set_wide_are_wide() -> None:
    column = of_width((COUNTED_PROSE * 4).translate(WIDENED), 14)
    found = read_lines("\n".join(column))
    assert not found.slim
    assert [line.width for line in found] == list(map(display_width, column))


def test_a_column_beside_many_short_lines_of_other_widths() -> None:
    """Rows of a table, lines of a program: what is highest is not what the text stands in."""
    prose = [(4 * PROSE)[at : at + 42] for at in range(0, 4 * 42, 42)]
    rows = ["值" * em for em in range(6, 24) for _ in range(5)]
    assert 42 in columns_of(read_lines("\n".join([*prose, *rows]))).widths.tolist()
    # Of the rows alone none but the rows' widths.
    alone = columns_of(read_lines("\n".join(rows))).widths.tolist()
    assert {*alone} <= {*range(6, 24)}
