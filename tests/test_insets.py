"""Verse, lists and rows that prose takes in, between its broken lines; all text is synthetic."""

import pytest

from cleaner.document import Document, undo
from cleaner.stages.paragraphs import WRAPPED_LINE

# Broken at 30 em, words are cut.
GAUGE = (
    "水文站的记录从一九五二年开始，每天早晚各读一次水位，由值班人员写在蓝皮本子上，月底送到县里汇总，"
    "一年装订成一本，放在二楼的铁柜里，谁要看都可以。"
)
DYKE = (
    "汛期之前，附近村庄的居民都要到堤上检查一遍，把松动的石头重新砌好，把水沟里的淤泥挖开，"
    "工作人员走在最前面，手里拿着量水的竹竿，一直走到下游的渡口才回来。"
)
RIVER = (
    "今年的情况和往年不同，上游的水库提前放水，河道管理部门要求各村组织人员昼夜巡查，发现问题立即报告，"
    "任何单位不得拖延。"
)
BOX = "渡口新添了一台自动水尺，每小时读数一次，坏了会自己报警，工作人员都说好用。"


def broken(*paragraphs: str, width: int = 30) -> str:
    return "".join(
        f"{text[at : at + width]}\n" for text in paragraphs for at in range(0, len(text), width)
    )


def cleaned(inset: str, between: str = "") -> list[str]:
    """Return the lines of the prose with an inset in it, joined."""
    text = broken(GAUGE, DYKE) + between + inset + between + broken(RIVER)
    document = Document("case", text)
    (after,) = WRAPPED_LINE(document)
    assert undo(after) == text
    return [line.strip() for line in after.text.split("\n") if line.strip()]


INSETS = {
    "counted verses": (
        "1 愿你领我过此江，\n风浪虽大不惊惶；\n黑夜将尽灯渐亮，\n渡到彼岸歌声扬。\n"
        "2 船身虽小水虽长，\n仰望灯塔有力量。\n"
    ),
    "a proof": (
        "解：(1)当 a<0 时，f(a)=3；\n(2)当 a>2 时，f(a)=7．\n综上，\n3，a<0\n7，a>2\n"
        "∵ 两线平行，\n∴ 两角相等．\n证毕．\n"
    ),
    "names with sums": "周大有捐石二十方\n李长生捐石十五方\n王小川捐石十方整\n方守义捐石八方整\n",
    # no headline of two lines: both would fit in one
    "who signed": "看　闸　人　　周守义\n一九六二年十一月三日\n抄　写　人　　李长生\n",
    "two words each": "自我评价\n做事认真\n乐于沟通\n",
    "titles": "下期要目\n《堤上的柳树》\n《量水的竹竿》\n敬请留意\n",
    "a couplet": "闸口水初平\n柳色上堤青\n",
    "a word cut by chance": "看闸人某\n年六十九\n",
}


@pytest.mark.parametrize("between", ["", "\n"], ids=["close", "apart"])
@pytest.mark.parametrize("inset", INSETS.values(), ids=INSETS)
def test_an_inset_stays_as_it_is(inset: str, between: str) -> None:
    assert cleaned(inset, between) == [GAUGE, DYKE, *inset.splitlines(), RIVER]


JOINED = {
    "a narrow box of prose": (broken(BOX, width=9), BOX),
    "a headline too long for its column": (
        "\n沿岸各村组织人员昼夜巡查发现问\n题立即报告\n\n",
        "沿岸各村组织人员昼夜巡查发现问题立即报告",
    ),
}


@pytest.mark.parametrize(("inset", "line"), JOINED.values(), ids=JOINED)
def test_what_the_page_broke_or_drew_in_an_inset_goes(inset: str, line: str) -> None:
    assert line in cleaned(inset)


@pytest.mark.parametrize("line", ["孤舟载月过横塘", "两岸芦花，", "一"])
def test_time_is_linear(line: str) -> None:
    # By the square of the lines this would take minutes.
    cleaned(f"{line}\n" * 10_000)
