"""What an extractor gave twice goes once; what people repeat stays. All texts are synthetic."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.document import Document, undo
from cleaner.pipeline import Pipeline
from cleaner.stages.repetition import REPEATED_PARAGRAPH

LONG = [
    f"{name}乡的公路修了三年，今年秋天终于通车；从前去一趟县城要走大半天，现在坐车只要四十分钟，"
    "山里的核桃、板栗、木耳都能当天卖到城里去，年轻人也愿意回来了，村里的学校又多开了两个班，"
    f"孩子们再也不用翻山去上学。村里人说，{name}的好日子还在后头。"
    for name in "甲乙丙"
]
MIDDLE = [
    "“路通了，人心就通了。”他说，“从前种出来的东西烂在地里，现在城里人开车上门来收。”",
    "后来呢？",
]
SHORT = ["他没有说话。", "归去来兮，", "田园将芜胡不归？", "（一）"]


def cleaned(lines: list[str]) -> list[str]:
    (document,) = REPEATED_PARAGRAPH(Document("x", "\n".join(lines)))
    assert undo(document) == "\n".join(lines)
    return document.text.split("\n")


def test_a_whole_text_that_comes_twice() -> None:
    text = [SHORT[0], LONG[0], MIDDLE[0], SHORT[3], LONG[1], SHORT[1]]
    assert cleaned([*text, *text]) == text
    assert cleaned(["题", *text, *text, *text, "完"]) == ["题", *text, "完"]


def test_white_space_makes_no_difference() -> None:
    assert cleaned([LONG[0], "一", "\u3000\u3000" + LONG[0].replace("；", "； ")]) == [
        LONG[0],
        "一",
    ]


def test_a_digit_makes_a_difference() -> None:
    other = LONG[0].replace("三年", "五年")
    assert cleaned([LONG[0], other]) == [LONG[0], other]


def test_a_song_keeps_its_chorus() -> None:
    chorus = ["我们走在大路上，意气风发斗志昂扬。", "山也高来水也长，一路歌声向前方。"] * 2
    song = [*chorus, "第一段", *chorus, "第二段", *chorus]
    assert cleaned(song) == song


def test_it_runs_in_the_default_order() -> None:
    text = f"{LONG[0]}\n\n{LONG[0]}\n\n{MIDDLE[0]}\n\n{LONG[1]}"
    (document,) = Pipeline()(Document("x", text))
    assert document.text.split("\n") == [LONG[0], MIDDLE[0], LONG[1]]


LINES = st.lists(st.sampled_from([*LONG, *MIDDLE, *SHORT]), max_size=40)


@settings(max_examples=300, deadline=None)
@given(LINES)
def test_the_first_of_each_stays_and_twice_is_once(lines: list[str]) -> None:
    once = cleaned(lines)
    if lines:
        assert list(dict.fromkeys(once)) == list(dict.fromkeys(lines))
    assert cleaned(once) == once


@pytest.mark.parametrize("unit", [LONG[0], MIDDLE[0], SHORT[0], "a", "，。"])
@pytest.mark.parametrize("period", [1, 2, 3, 7])
def test_a_hostile_text_is_done_with(unit: str, period: int) -> None:
    """Quadratic, it would not end; how long it takes is for benchmarks/hostile.py."""
    lines = [unit + str(number % period) + "。" for number in range(100_000 // len(unit))]
    (found,) = REPEATED_PARAGRAPH(Document("x", "\n".join(lines)))
    assert set(found.text.split("\n")) == set(lines)
