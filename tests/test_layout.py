"""What a line looks like. All texts synthetic unless a seed is named."""

import pytest

from cleaner.layout import display_width, ending_of, opening_of, read_lines


@pytest.mark.parametrize(
    ("text", "em"),
    [
        ("中文", 2),
        ("PDF", 1.5),
        ("９月", 2),
        ("9月 13日", 4),
        ("café", 2),
        ("мост", 2),
        ("Mẹ", 1),
        ("", 0),
    ],
)
def test_width(text: str, em: float) -> None:
    assert display_width(text) == em


@pytest.mark.parametrize(
    ("text", "ending"),
    [
        ("他走了。", "end"),
        ("他走了。①", "end"),
        ("他走了〔12〕", "han"),
        ("他说：“走吧。”", "end"),
        ("（新华社电）", "close"),
        ("北京、", "comma"),
        ("如下：", "colon"),
        ("奥比昂总统在28", "digit"),
        ("就业", "han"),
        ("the end.", "end"),
        ("هل تذكر ذلك؟", "end"),
        ("他说：“水是不会骗人的...”", "end"),
        ("1.", "other"),
        ("Debian", "latin"),
    ],
)
def test_ending(text: str, ending: str) -> None:
    assert ending_of(text) == ending


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("■ 支持", "bullet"),
        ("* item", "bullet"),
        ("*注", ""),
        ("一、总则", "number"),
        ("（一）总则", "number"),
        ("第十二条 国家", "number"),
        ("1. 总则", "number"),
        ("1.5倍", ""),
        ("10月1日", ""),
        ("，但是", "tail"),
        ("一切", ""),
    ],
)
def test_opening(text: str, opening: str) -> None:
    assert opening_of(text) == opening


def test_lines_hold_their_places() -> None:
    text = "\n　　首行 \n\n次行\n\f\n末行“引”"
    first, second, third = read_lines(text)
    assert [text[line.start : line.end] for line in (first, second, third)] == [
        "首行",
        "次行",
        "末行“引”",
    ]
    assert (first.blanks, first.indent, first.space, first.page) == (1, 2, True, False)
    assert (second.blanks, second.page) == (1, False)
    assert (third.blanks, third.page, third.width, third.narrow) == (1, True, 5, 4)


def test_a_zero_width_space_alone_is_a_blank_line() -> None:
    first, second = read_lines("\u200b\n通知\n\n\u200b\n\n各部门：")
    assert (first.blanks, second.blanks) == (1, 3)
