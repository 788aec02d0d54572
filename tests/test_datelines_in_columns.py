"""Datelines that fill a line of a column, or are cut by its end. The texts are made up."""

import pytest

from cleaner.document import Document
from cleaner.paper.press import credit_line
from cleaner.pipeline import Pipeline

FIRST = (
    "近日，镇上的三条老街换了新路灯，新灯比旧灯省电一半，到了深夜还会自动调暗，住户不再嫌它晃眼，"
    "晚上出门散步的人也多了起来。"
)
REST = (
    "施工队每天晚上九点以后进场，天亮前收工，不影响商铺做生意，街坊们都说这样安排得好，心里踏实。",
    "负责人介绍，换下来的旧灯杆不会扔掉，刷漆以后送到乡下的村道上接着用，预计年底前全部装完。",
)


def column(text: str, em: int = 16) -> str:
    return "\n".join(text[at : at + em] for at in range(0, len(text), em))


BELOW = "\n".join(column(one) for one in REST)


def cleaned(text: str) -> Document:
    (document,) = Pipeline()(Document("page", text))
    return document


@pytest.mark.parametrize(
    "head",
    [
        "本报讯 （记者钱国雨 通讯员张秀华）",  # the column's end cuts the name
        "本报讯（记者钱国雨 通讯员张秀）",  # the bracket fills the line
    ],
)
def test_a_dateline_opens_its_paragraph(head: str) -> None:
    document = cleaned(f"{column(head + FIRST)}\n{BELOW}")
    assert document.text.split("\n")[0] == head + FIRST
    assert "byline" not in document.meta


def test_a_dateline_is_cut_before_its_bracket() -> None:
    head, bracket = "据新华社南河湾江城12月21日电", "（记者钱国雨）"
    document = cleaned(f"{head}\n{column(bracket + FIRST)}\n{BELOW}")
    assert document.text.split("\n")[0] == head + bracket + FIRST
    assert "credits" not in document.meta


@pytest.mark.parametrize(
    "head",
    [
        "新华社南河湾12月\n21日电（记者钱国雨）",  # in its day
        "新华社江城 12 月 21 日电（记\n者钱国雨）",  # in its bracket, figures set apart
        "本报江城12月21日电（记者钱\n国雨 通讯员张秀华）",
        "新华社南河湾\n12月21日电\n（记者钱国雨、\n张秀华）",  # three times
        "据新华社江城12月21\n日电（江城广播电台\n记者钱国雨、新华社记者\n张秀华）",
        "本报江城12月21日讯\n记者钱国雨报道：",  # no bracket
    ],
)
def test_a_dateline_is_cut_anywhere(head: str) -> None:
    whole = head.replace("\n", "")
    document = cleaned(f"{head}{FIRST[:4]}\n{column(FIRST[4:])}\n{BELOW}")
    assert document.text.split("\n")[0] == whole + FIRST
    assert "credits" not in document.meta


def test_what_stands_above_a_cut_dateline_is_not_of_it() -> None:
    head = "老街换上新路灯\n新华社江城12月21\n日电（记者钱国雨）"
    document = cleaned(f"{head}{FIRST[:4]}\n{column(FIRST[4:])}\n{BELOW}")
    assert document.text.split("\n")[0] == head.split("\n", 1)[1].replace("\n", "") + FIRST


def test_a_headline_as_wide_as_a_first_line_stands_above_a_cut_dateline() -> None:
    headline, head = "老街换上新路灯家家户户都说好", "新华社江城 12 月 21 日电（记\n者钱国雨）"
    lines = f"{head}{FIRST[:11]}\n{column(FIRST[11:])}"
    found = Pipeline()(Document("page", f"{BELOW}\n{headline}\n{lines}\n{BELOW}"))
    assert found[-1].meta["title"] == headline
    assert found[-1].text.split("\n")[0] == head.replace("\n", "") + FIRST


@pytest.mark.parametrize("indent", ["　　", ""])
def test_a_wire_mark_that_fills_its_line_opens_the_paragraph(indent: str) -> None:
    head = "新华社江城十二月三十一日电" if indent else "新华社柳园镇一九七五年四月六日电"
    document = cleaned(f"{indent}{head}\n{column(FIRST)}\n{BELOW}")
    assert document.text.split("\n")[0] == head + FIRST
    assert "credits" not in document.meta


def test_a_wire_mark_above_a_bracket_stays_one() -> None:
    document = cleaned(f"新华社12月21日电\n{column('（老街新事）' + FIRST)}\n{BELOW}")
    assert document.text.split("\n")[0] == "（老街新事）" + FIRST


@pytest.mark.parametrize(
    "head",
    [
        "本报讯（记者钱国雨）\n",  # it ends before the column does
        "本报讯（记者钱国雨 通讯员张秀）\n\n",  # a blank line
        "●本报记者 钱国雨 张秀华\n",  # no dateline
    ],
)
def test_a_credit_stays_one(head: str) -> None:
    document = cleaned(f"{head}{column(FIRST)}\n{BELOW}")
    assert document.text.split("\n")[0] == FIRST
    assert document.meta["byline"] == [head.strip()]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("本报讯 （记者孔平 通讯员张秀", False),
        ("本报讯 （记者孔平 通讯员张秀）", True),
        ("本报讯 记者 李立 摄影报道", True),
        ("●本报记者 杜琪红 汪勇", True),
        ("（本报记者 李立 赵强", True),
    ],
)
def test_a_cut_dateline_is_no_credit(line: str, *, expected: bool) -> None:
    assert credit_line(line) is expected
