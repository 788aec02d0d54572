"""Text that a program broke at so many characters; all texts are synthetic."""

import textwrap

import pytest

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.stages.paragraphs import WRAPPED_LINE
from cleaner.unwrap.counted import are_counted

TEXT = """
守闸人把 water-level recorder 装在老闸的下游，每天早上用 telegraph 报一次水位，报完了
再去看 sluice gate 的铁链有没有生锈，生锈了就写在本子上，等 maintenance crew 来的时候一起修。

蓝皮本子是县里发的，封面上印着 Hydrological Survey 的字样，里面每一页有三十行，他把 upstream
 和 downstream 的读数分开写，写满一本就送到 county archive 去，四十五年一共送了九十多本。

后来自动站建成了，读数由 automatic gauging station 直接送到省里，可是他还是每天去看一次，说
 machine readings 也有错的时候，总要有一个人用眼睛看着才放心，小山听了以后没有说话。

去年冬天闸上的 warning lights 坏了，他打着手电筒在闸上站了一夜，第二天 engineers 来了才知道是
 power supply 的问题，换了一根线就好了，他说这样的事情以前也有过，不算什么大事。
"""
PARAGRAPHS = [one.replace("\n", "") for one in TEXT.split("\n\n")] * 2


@pytest.mark.parametrize("size", [30, 40, 48, 60])
def test_paragraphs_come_back(size: int) -> None:
    text = "\n\n".join("\n".join(textwrap.wrap(one, size)) for one in PARAGRAPHS)
    assert are_counted(read_lines(text))
    (after,) = WRAPPED_LINE(Document("case", text))
    found = [line for line in after.text.split("\n") if line]
    # The text has a space at each boundary of Han and Latin, so at most joints, too.
    assert [line.replace(" ", "") for line in found] == [one.replace(" ", "") for one in PARAGRAPHS]


def in_columns(paragraph: str, em: float) -> list[str]:
    """Break a paragraph at a width, Latin words whole."""
    lines, room = [""], em
    for word in textwrap.wrap(paragraph, 1_000)[0].split(" "):
        units = [word] if word.isascii() else list(word)
        for unit in units:
            width = sum(0.5 if char.isascii() else 1 for char in unit)
            if width > room:
                lines.append("")
                room = em
            lines[-1] += unit
            room -= width
    return lines


KEPT = {
    "a column": "\n\n".join("\n".join(in_columns(one, 22)) for one in PARAGRAPHS),
    "no blank lines": "\n".join(line for one in PARAGRAPHS for line in textwrap.wrap(one, 40)),
    "paragraphs in one line": "\n\n".join(PARAGRAPHS),
    "verse": "\n\n".join(
        ["老闸的 lamp 亮了，\n守闸的人 came down，\n看水尺，\n写 blue book。"] * 5
    ),
    "headlines": "\n\n".join(
        ["守闸人四十五年写满九十本\n自动站 station 建成\n春汛将至 crews 上堤"] * 5
    ),
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_other_text(text: str) -> None:
    assert not are_counted(read_lines(text))
