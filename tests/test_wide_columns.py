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
    "旧格式的表，读数的人还要把新格式的表填好，再由站里的人把它送到县里，县里的人看完了，",
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
    "entries of two sentences": (
        "周守诚：《老闸水位百年记录》，一九八七年版。书后附有历任守闸人的姓名，以及读数的影印件",
        "刘怀玉：《人工观测与自动测报》，一九九九年版。此书是在讲义的基础上写成的，附有例题四十道",
        "陈立本：《水尺零点考》，一九八一年刻印本。书中所引用的档案现在藏于县档案馆二楼，编号不全",
    ),
    "entries that end in a number": (
        "青花缠枝莲纹碗，高六厘米，口径十五厘米。口沿有一处小磕，底有六字款，原为秦家的旧物 12",
        "粉彩花蝶纹盘，高三厘米，口径二十一厘米。盘心略有磨损，边饰一圈金彩，没有款识，完好 15",
        "霁蓝釉小瓶，高十二厘米，口径三厘米。釉面十分匀净，颈部有一道冲线，长约二厘米，无款 18",
    ),
    "a line of a program": (
        '<string name="tip">请<b>先保存</b>再退出。<font color="#ff0000">否则丢失</font></string>',
        "写好以后用 getText 取出来，后者会把样式丢掉。",
    ),
    "who wrote": (
        "入秋以后，青山湖边的步道全部修好了，老人们吃过晚饭就来走上一圈，孩子们趴在栏",
        "（秦水生供稿）",
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
