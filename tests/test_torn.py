"""Paragraphs that a page tore in two, in text that kept its paragraphs. The texts are made up."""

import pytest

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.stages.paragraphs import WRAPPED_LINE
from cleaner.unwrap.breaks import Break
from cleaner.unwrap.cuts import evidence_of
from cleaner.unwrap.torn import join_torn

PROSE = [
    "台风过境之后，镇上的人先去看了河堤，再去看自家的屋顶，最后才想起地里的庄稼还没有人去收。",
    "河堤上的缺口有两丈宽，几十个人连夜装了三千只沙袋，天亮的时候水才慢慢退到了堤脚以下。",
    "学校停了三天课，老师们把湿了的课本一本一本摊在操场上晒，风一来纸页就哗啦啦地响个不停。",
    "到了第五天，供销社重新开了门，门口排着长长的队，买得最多的是蜡烛、火柴和治感冒的药。",
]
DELAYED = "供电所的人说，线路要分三段抢修。目前，倒下的电线杆一共有六十七根，其中一半"
REST = "立在水田中间，车开不进去，只能靠人抬，所以最快也要到下个星期才能全部通电。"


def cleaned(lines: list[str], blank: str) -> list[str]:
    document = Document("page", blank.join(lines))
    (result,) = WRAPPED_LINE(document)
    return result.text.split(blank)


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("first", "second"),
    [
        # a sentence ended in the first piece, nothing at its end
        (DELAYED, REST),
        # no item of a list
        (f"{DELAYED[:-4]}，以及", f"两台变压器，{REST}"),
        # a clause, and what was done without who did it
        ("沿河新修的二十七座小型泵站更是为下游三个镇的早稻", f"提供了充足的水源。{PROSE[1]}"),
    ],
)  # fmt: skip
def test_a_torn_paragraph_is_whole_again(first: str, second: str, blank: str) -> None:
    lines = [*PROSE[:2], first, second, *PROSE[2:]]
    assert cleaned(lines, blank) == [*PROSE[:2], first + second, *PROSE[2:]]


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "lines",
    [
        # a caption, a heading with a comma, a heading below a torn end
        [*PROSE, "台风过后，书店门口晾满了书。受访者供图", REST],
        [*PROSE, "台风过境，全镇老少连夜上堤装沙袋堵住缺口", PROSE[0]],
        [*PROSE, DELAYED, "下个星期全部通电", PROSE[0]],
        # a headline above who learnt what
        [*PROSE, "沿河新修的二十七座小型泵站为下游三个镇供水", f"记者了解到，{PROSE[1]}"],
        [*PROSE, "沿河新修的二十七座小型泵站为下游三个镇供水", f"为了不误农时，{PROSE[1]}"],
        [*PROSE, "沿河新修的二十七座小型泵站为下游三个镇供水", f"他除了修渠，还会看天，{PROSE[1]}"],
        # a headline without such a word, above a clause that its subject follows
        [*PROSE, "沿河新修二十七座小型泵站本月底全部完工通水", f"结束了一天的工作，他{PROSE[1]}"],
        # the name of a section with commas, of which the n-grams say that it goes on
        [*PROSE, "（五）继续深化改革开放，进一步完善有利于发展的体制机制", PROSE[0]],
        # a list's rows, small ads
        [*PROSE, "旺铺转让，临街，面积四十五平，可做餐饮。电话同微信", "寻物 三月五日遗失黑包。"],
        [*PROSE, "张三，男，三十二岁，会计，住河东。李四", "王五，女，二十八岁，教师，住河西"],
        # the last item but one of a list
        [
            "1. 一种织机的踏板装置，其特征在于，包括：",
            "机架（1）；",
            "踏板（3），一端与所述机架（1）铰接，另一端与绳轮（4）相连；以及",
            "绳轮（4），用于提升所述踏板（3）。",
            "2. 根据权利要求1所述的踏板装置，其特征在于，所述踏板（3）上设有限位块（31）。",
        ],
        # verses: no prose of long paragraphs
        ["风从北边吹来，吹过河。吹过田", "吹过没有门的屋子，屋里没有人。", "雨从南边落下。"],
        # a program's comment
        [*PROSE, "# 读入一行文字，去掉首尾的空格。返回", "line = sys.stdin.readline().strip()"],
    ],
)  # fmt: skip
def test_lines_of_their_own_stay(lines: list[str], blank: str) -> None:
    assert cleaned(lines, blank) == lines


GUESTS = [
    "房间不错,就是离码头远了一点,走路要十几分钟,下次还会再来",
    "看门的人很热情,早餐也丰富,小孩子很喜欢楼下的水池",
    "床很舒服,晚上很安静,就是水管有一点响,别的都没有话说",
    "交通也方便,附近有很多吃饭的地方,可以走着去看河堤",
    "这次住的是八楼,窗子对着河,早上可以看见人在河边打拳",
]
LINK = "必要な位置から適切なリンクを作成してください。例えば"
RIVER = "На рассвете вода поднялась на двенадцать локтей, а к вечеру она стояла уже на 15."


@pytest.mark.parametrize(
    ("lines", "margin", "joined"),
    [
        # a command below what is said of it, and above; the rest of such a sentence has kana
        ([LINK, "ln -s /bin/gauge /usr/bin/gauge"], 0.0, False),
        ([LINK, "gauge という名前で作成できます。"], 0.0, True),
        (
            ["gauge --read level --account stock 100000", "等水位稳了，本子上会多一行。"],
            -1.0,
            False,
        ),
        # a number ends a sentence, and the next begins with a capital; one that goes on
        ([RIVER, "Лодки ушли к мосту, и к ночи на берегу никого не осталось."], 0.0, False),
        ([RIVER[:-4], "пятнадцать, и лодки ушли к мосту."], 0.0, True),
        # guests, each of whom leaves the end off: a word must be cut
        ([GUESTS[0], "房间较小,但挺干净.", *GUESTS[1:]], 0.0, False),
        ([GUESTS[0], "房间较小,但挺干净.", *GUESTS[1:]], -4.0, True),
        ([GUESTS[0], "房间较小,但挺干净."], 0.0, True),
    ],
)
def test_where_no_column_tells(lines: list[str], margin: float, *, joined: bool) -> None:
    breaks = [Break(at, at == 0, margin, 1, 0.0) for at in range(len(lines) - 1)]
    found = join_torn(read_lines("\n".join(lines)), breaks, [False] * len(lines))
    assert [one.joined for one in found] == [joined, *[False] * (len(lines) - 2)]


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_recitals_stay_apart(blank: str) -> None:
    """Three paragraphs running end in a comma: a page tears one."""
    recitals = [
        "鉴于对全镇所有住户的家园和田地的重视，是今后本镇的安宁、富足与和睦的基础，",
        "鉴于为使人们不致在洪水面前束手无策，有必要使堤防受到章程的保护，",
        "鉴于有必要促进各村之间友好往来的发展，",
        "鉴于各村居民已在章程中重申他们对家园的信念，并决心促成更好的生活，",
        "大会发布这一章程，作为所有村庄努力实现的共同标准，以期每一个人经常铭念本章程。",
    ]
    assert cleaned(recitals + PROSE[:1], blank) == recitals + PROSE[:1]


@pytest.mark.parametrize("blank", ["\n", "\n\n"])
def test_a_paragraph_that_was_torn_thrice_is_whole_again(blank: str) -> None:
    """Pieces that end in a comma and have sentences in them are no recitals."""
    pieces = [
        "供电所把全镇的线路分成三个等级。双方因修理发生争议的，应当协商解决；协商不成的，",
        "提交仲裁。河水退了以后，",
        "田里留下一层厚厚的泥。阅览室上午八点开门，晚上九点关门。学员到校后先领教材，",
        "再到教务处登记住宿。",
    ]
    assert cleaned(PROSE + pieces, blank) == [*PROSE, "".join(pieces)]


def test_the_headline_of_a_text_stays() -> None:
    # a seed's, over its article, with which its n-grams go on
    headline = "迎接共建“一带一路”更高质量、更高水平的新发展"
    text = "中国国家开发银行、中国进出口银行将各设立3500亿元人民币融资窗口，丝路基金新增资金。"
    assert cleaned([headline, text, *PROSE], "\n") == [headline, text, *PROSE]


def test_a_salutation_stays() -> None:
    lines = [*PROSE, "尊敬的各位老师，各位同学，各位来宾，亲爱的朋友们，", "大家好！今天的风停了。"]
    assert cleaned(lines, "\n\n") == lines


def test_commas_of_damaged_prose_make_no_records() -> None:
    """As many half-width commas in two pieces say nothing; in two records they do."""
    first, second = DELAYED.replace("，", ","), REST.replace("，", ",")
    assert first.count(",") == second.count(",") == 3
    more, other = "灯灭了,水冷,", "雪停了,风静,"
    alike, fewer = (read_lines(f"{more}{first}\n{one}{second}") for one in (other, other[4:]))
    assert evidence_of(alike) == evidence_of(fewer)
    row, short = "a1,b2,c3,d4,e5", "a6,b7,c8,d9"
    assert evidence_of(read_lines(f"{row}\n{row}")) > evidence_of(read_lines(f"{row}\n{short}"))


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        (".. autofunction:: get_water_level", "river.get_gauge - 水位", True),
        ("http://example.com/bamboo", "bamboo 的日志", True),
        (
            "cyl: a cylinder that stands or lies, with radial leads",
            "outline: a box of one height",
            True,
        ),
        (
            "it can be called with the name of the gauge and the",
            "river.get_level() then says",
            False,
        ),
        (
            "the river is said to be high at the gauge of the",
            "old bridge, and low elsewhere",
            False,
        ),
    ],
)
def test_a_name_of_a_program_and_a_label_below_a_blank_line_begin_anew(
    first: str, second: str, *, apart: bool
) -> None:
    (parted,) = evidence_of(read_lines(f"{first}\n\n{second}"))
    (close,) = evidence_of(read_lines(f"{first}\n{second}"))
    assert (parted > 0) == apart
    assert close < 0


@pytest.mark.parametrize(("second", "apart"), [("您也可以自己写。", True), ("    写好。", False)])
def test_what_stands_left_of_an_item_below_a_blank_line_is_another_paragraph(
    second: str, *, apart: bool
) -> None:
    (found,) = evidence_of(read_lines(f"    * 先把参数写进文件\n\n{second}"))
    assert (found > 0) == apart
    assert evidence_of(read_lines(f"    * 先把参数写进文件\n{second}")) == [0.0]
