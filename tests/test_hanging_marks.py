"""Columns whose marks hang out, or are drawn in. All texts are synthetic."""

import pytest

from cleaner.document import Document
from cleaner.pipeline import Pipeline
from cleaner.stages.paragraphs import WRAPPED_LINE

# At 18 em the first paragraph fills its last line, and the mark that ends it hangs out; so does the
# comma that ends the first line of the second.
PARAGRAPHS = (
    (
        "镇上的老街有三百年历史，青石板路两边开着茶馆、药铺和杂货店，逢到赶集的日子，四乡的人都挑着"
        "担子来，天不亮就把路口站满了，热闹得好像过年一样。"
    ),
    (
        "街口的石桥是清朝年间修起来的旧桥，桥洞下面常年泊着几条小船，人在船上住，做饭、补网、洗衣都在"
        "船头，孩子们趴在桥栏上看他们，谁也舍不得走。"
    ),
    (
        "去年开春，镇里请人量了老屋，画出图纸以后，打算一间一间地把它们修好了，再把水电接进去，让年轻人"
        "也愿意住回来，把老手艺一样一样传下去。"
    ),
    (
        "木匠老周带着三个徒弟，先修临河的那几间，椽子换了新的，门窗还用旧的料，刷上桐油，远远看去和从"
        "前一样，走近了才闻得出新木头的香。"
    ),
)
MARKS = "，。、；："


def column(paragraphs: tuple[str, ...], em: int, *, hangs: bool) -> str:
    """Break paragraphs in lines, the first of each short by its indent; no mark opens a line."""
    lines = []
    for paragraph in paragraphs:
        rest, width = paragraph, em - 2
        while rest:
            size = width
            if rest[size : size + 1] and rest[size] in MARKS:
                size += 1 if hangs else -1
            lines.append(rest[:size])
            rest, width = rest[size:], em
    return "\n".join(lines)


def cleaned(text: str) -> list[str]:
    (document,) = Pipeline([WRAPPED_LINE])(Document("page", text))
    return document.text.split("\n")


@pytest.mark.parametrize("em", [17, 18, 19, 20, 21, 22, 23])
@pytest.mark.parametrize("hangs", [True, False])
def test_paragraphs_come_back(em: int, hangs: bool) -> None:
    assert cleaned(column(PARAGRAPHS * 2, em, hangs=hangs)) == [*PARAGRAPHS * 2]


def test_a_first_line_whose_comma_hangs() -> None:
    one, two, three, four = PARAGRAPHS
    paragraphs = (four + three, one, two + four + three)
    assert cleaned(column(paragraphs, 18, hangs=True)) == [*paragraphs]
