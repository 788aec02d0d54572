"""Paragraphs of columns that are wider than a verse, in which no word was cut. All synthetic."""

import pytest

from cleaner.document import Document, undo
from cleaner.stages.paragraphs import WRAPPED_LINE


def joined(*lines: str) -> list[str]:
    text = "\n".join(lines)
    (document,) = WRAPPED_LINE(Document("case", text))
    assert undo(document) == text
    return document.text.split("\n")


# Of 33 and 34 em.
NO_WORD_CUT = (
    "如果闸上的人收到一份水位报告，它的编号是 654321，报告里说的就是",
    "在 tools/gauge 目录里那份表格的旧格式，那么读数的人还要把新格式的表",
)
# Of 43 em.
WIDE = (
    "收到水位报告以后先看编号。如果它的编号是 654321，那么报告里说的是老闸上游现在还在用着",
    "旧格式的表，读数的人还要把新格式的表填好，再由站里的人把它送到县里，县里的人看过以后",
)

GOES_ON = {
    "a label ends the sentence": (*NO_WORD_CUT, "填好："),
    "it ends in a bracket": (*WIDE, "会写信 (参看 gauge(8))"),
    "it ends in nothing": (*WIDE, "会写信到 10.0.2.15"),
    "it breaks off": WIDE,
}
STAYS = {
    "lines of a list, as wide as a page of a book": (
        "守闸人住在老闸的上面他每天早上都要去看一次",
        "水尺立在闸的上游和下游每天要读两次并且写好",
        "图纸放在县里的档案馆二楼谁都可以随时去看",
    ),
    "fields of a form": (
        "申请人的姓名和住址，由本人用钢笔填写",
        "电话：",
        "本人的签名，以及填写这份表格的日期，",
        "备注：",
    ),
    "titles": (
        "江城县水文站关于一九五二年以来老闸上游水位记录整理情况的若干说明（草案），以及附件",
        "江城县水文站关于新建自动测报系统以后人工观测读数如何衔接的若干意见，征求意见之用",
    ),
}


@pytest.mark.parametrize("lines", GOES_ON.values(), ids=GOES_ON)
def test_it_goes_on(lines: tuple[str, ...]) -> None:
    assert joined(*lines) == ["".join(lines)]


@pytest.mark.parametrize("lines", STAYS.values(), ids=STAYS)
def test_it_stays(lines: tuple[str, ...]) -> None:
    assert joined(*lines) == list(lines)
