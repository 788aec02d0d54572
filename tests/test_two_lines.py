"""Headlines set over several lines, and what stands like them. All text is synthetic."""

import pytest

from cleaner import Document, Pipeline
from cleaner.layout import read_lines
from cleaner.unwrap.goingon import ratios

PARAGRAPHS = (
    "从上周起，城南的三条老街开始换装路\n灯，新灯比旧灯省电一半，到了深夜还会自\n动调暗，住户不再嫌它晃眼。",
    "施工队每天晚上九点以后进场，天亮前\n收工，不影响商铺做生意。街坊们说，晚上\n出门散步心里踏实多了。",
    "负责人介绍，换下来的旧灯杆不会扔掉，\n刷漆以后送到乡下的村道上接着用，预计年\n底前全部装完，覆盖二十个村。",
)
BODY = "\n".join(PARAGRAPHS)


def outcome(between: str) -> str:
    """Return all that comes of a page with something between two texts, titles included."""
    page = f"{BODY}\n{between}\n{BODY}\n"
    return "\n".join(
        "\n".join((one.meta.get("title") or "", one.meta.get("subtitle") or "", one.text))
        for one in Pipeline()(Document("a", page, {}))
    )


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        pytest.param("\n城南新建三座\n口袋公园\n", "城南新建三座口袋公园", id="blank lines"),
        pytest.param("城南新建三座\n口袋公园", "城南新建三座口袋公园", id="no blank lines"),
        pytest.param(
            "\n城南新建三\n座口袋公园\n年内开放\n", "城南新建三座口袋公园年内开放", id="three lines"
        ),
        pytest.param(
            "\n城南新建三座\n口袋公园\n\n本报记者 王小雨",
            "城南新建三座口袋公园",
            id="a byline below",
        ),
        # the byline makes the line above it a headline, however short
        pytest.param(
            "城南新建三座口袋\n公园\n本报记者 王小雨", "城南新建三座口袋公园", id="a rest of a word"
        ),
        pytest.param(
            "\n周市长出席全国\n城市公园建设工作会议并讲话\n\n"
            "　　本报讯 周市长昨天出席全国城市公\n园建设工作会议并讲话，公园要建在门口。",
            "周市长出席全国城市公园建设工作会议并讲话",
            id="the second the wider, the n-grams go on",
        ),
        pytest.param(
            "\n城南新建口袋公\n园明年春天开放迎来附近居民\n",
            "城南新建口袋公园明年春天开放迎来附近居民",
            id="the second the wider, a word is cut",
        ),
        pytest.param(
            "城南三条老街开始换装路\n灯\n本报记者 王小雨",
            "城南三条老街开始换装路灯",
            id="a rest too short for a subtitle",
        ),
        pytest.param(
            "\n【老街 换新颜\n城南系列报道】口袋公园年内开放\n",
            "【老街 换新颜城南系列报道】口袋公园年内开放",
            id="the second the wider, brackets are cut",
        ),
        pytest.param(
            "\n【老街换新颜系列报道】\n城南新建三座口袋公园年内开放\n本报记者 王小雨",
            "【老街换新颜系列报道】城南新建三座口袋公园年内开放",
            id="a series",
        ),
        pytest.param(
            "\n【权威发布】\n城南新建三座口袋公园年内开放\n本报记者 王小雨",
            "城南新建三座口袋公园年内开放",
            id="the name of a column stays apart",
        ),
        pytest.param(
            "\n便民新闻\n城南新建三座\n口袋公园\n街坊出门三百米见绿\n本报记者 王小雨",
            "城南新建三座口袋公园",
            id="kicker, headline, subtitle, byline: five without a mark",
        ),
    ],
)
def test_lines_of_a_headline_come_together(lines: str, title: str) -> None:
    assert title in outcome(lines).split("\n")


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("东城区\n西城区\n南城区", id="a list of equals"),
        pytest.param("获奖的单位是：\n\n柳园街道办\n城关图书馆", id="a list behind a colon"),
        pytest.param(
            "出门要带的东西：\n羽绒服一件\n防晒霜、唇膏\n墨镜、帽子\n保温杯",
            id="things behind a colon",
        ),
        pytest.param("材料\n五花肉 500克\n冰糖 30克\n酱油 2大勺\n做法", id="how much of each"),
        pytest.param("\n城南街道办事处\n2024年5月6日\n", id="an office and a day"),
        pytest.param("老街夜谈\n老街夜谈", id="one line twice"),
        pytest.param("老街换灯大事记\n1991年", id="a year"),
        pytest.param("老街换灯工作报告\n2015年4月", id="a month"),
        pytest.param("老街夜谈\n12", id="a number"),
        pytest.param("路灯使用说明书\n1　安装", id="a section"),
        pytest.param("老街夜谈\n王小雨　编著", id="who wrote"),
        pytest.param("江城大学硕士学位论文\n老街路灯研究", id="a cover"),
        pytest.param("\n国内联播快讯\n国际联播快讯\n\n本报记者 王小雨", id="two rubrics"),
        pytest.param("\n花开\n城南新建三座口袋公园\n本报记者 王小雨", id="the longer one below"),
        pytest.param("\n春风吹过小巷\n\n灯火照着旧墙\n", id="blank lines between"),
        pytest.param("城南换灯三千盏\n街坊夜里不怕黑\n本报记者 王小雨", id="title and subtitle"),
        pytest.param(
            "旧灯杆下乡入村道\n街坊出门心踏实\n本报记者 王小雨", id="a subtitle that pauses nowhere"
        ),
        pytest.param("城南换灯三千盏\n街坊夜里不怕黑\n本报讯 ", id="a dateline below the subtitle"),
        pytest.param("灯亮了，人来了\n路宽了，车慢了", id="clauses with commas"),
        pytest.param("一、换灯\n二、修路", id="numbered headings"),
        pytest.param(
            "清晨的渡口没有船\n雾\n从芦苇里走出来\n我想起外婆的蓝布围裙\n灶膛\n一声不响地亮着\n"
            "后来桥修好了\n渡船翻在岸上",
            id="free verse",
        ),
        pytest.param(
            "测量水位的三种办法\n看水尺\n用浮子和压力计记录\n问守闸人\n记录本的格式\n每天三次\n"
            "交给站里存档",
            id="a list without signs",
        ),
    ],
)
def test_lines_that_are_no_headline_stay_apart(lines: str) -> None:
    parts = [line for line in lines.split("\n") if line]
    glued = ["".join(parts[i : i + 2]) for i in range(len(parts) - 1)]
    assert not [one for one in glued if one in outcome(lines)]


TWO_WRAPPED = (
    ("城南老街路灯换装工程开始", "街坊晚上出门散步更踏实"),
    (
        "旧灯杆下乡 照亮二十个村",
        "村民夜里出门走路都方便",
    ),
)


@pytest.mark.parametrize(
    ("first", "second", "together"),
    [
        pytest.param(*TWO_WRAPPED, True, id="both wrap at twelve"),
        pytest.param(TWO_WRAPPED[0], ("旧灯杆送到村道上", "年底装完"), False, id="one by itself"),
        pytest.param(
            ("城南换灯三千盏", "街坊夜里不怕黑"),
            ("旧灯杆送到村道", "乡亲夜里好走路"),
            False,
            id="narrower than a box: balanced lines",
        ),
        pytest.param(
            ("城南老街路灯换装工程开始", "街坊晚上出门散步心里都说更踏实"),
            ("旧灯杆刷漆以后送到二十村", "村道上的灯也要在今年年底前装完"),
            False,
            id="subtitles in smaller type",
        ),
        pytest.param(
            ("城南老街路灯换装工程A02", "街坊晚上出门散步更踏实"),
            ("旧灯杆刷漆以后送到村A03", "村道上接着亮年底装完"),
            False,
            id="contents with their pages",
        ),
        pytest.param(
            ("城南街道办事处老街社区居委", "城北街道办事处新街社区服务站"),
            ("城东街道办事处柳园社区居委", "城西街道办事处桃园社区服务站"),
            False,
            id="names in a list",
        ),
    ],
)
def test_headlines_that_wrap_at_one_width(
    first: tuple[str, str], second: tuple[str, str], *, together: bool
) -> None:
    byline = "本报记者 王小雨"
    page = "\n".join((BODY, *first, byline, BODY, *second, byline, BODY, BODY))
    found = "\n".join(
        "\n".join((one.meta.get("title") or "", one.text))
        for one in Pipeline()(Document("a", page, {}))
    ).split("\n")
    assert ("".join(first) in found) is together


def test_a_line_that_opens_as_no_headline_does_is_the_rest_of_one() -> None:
    head = "城南三条老街开始换装路灯 施工队每天晚上进场\n并公布完工时间"
    page = f"{BODY}\n{head}\n本报记者 王小雨\n{BODY}\n"
    titles = [one.meta.get("title") for one in Pipeline()(Document("a", page, {}))]
    assert head.replace("\n", "") in titles


def test_the_text_tells_which_line_goes_on() -> None:
    page = f"{BODY}\n旧灯杆刷漆以后送到乡\n下村道\n施工队晚上九点\n老街散步\n{BODY}\n"
    lines = read_lines(page)
    first = next(at for at, line in enumerate(lines) if line.text.startswith("旧灯杆"))
    goes_on, apart = ratios(lines, [first, first + 2])
    assert goes_on > 1
    assert apart < 0


@pytest.mark.parametrize("day", ["（2019年9月10日）\n", ""])
def test_who_speaks_and_when_stand_apart_from_the_title_of_a_speech(day: str) -> None:
    page = f"在全市路灯工作会议上的讲话\n{day}罗大同\n各位代表，同志们：\n{BODY}\n{BODY}\n"
    (speech,) = Pipeline()(Document("a", page, {}))
    assert speech.meta["title"] == "在全市路灯工作会议上的讲话"


def narrow(paragraph: str, em: int = 15) -> str:
    """Set a paragraph in a column that has taken its indent away."""
    rest = paragraph[em - 2 :]
    lines = [paragraph[: em - 2], *(rest[at : at + em] for at in range(0, len(rest), em))]
    return "\n".join(lines)


def test_a_headline_behind_a_colon_cuts_a_word() -> None:
    """News in brief opens with who sends it; of a list no entry cuts a word (above)."""
    body = "\n".join(narrow(one.replace("\n", "")) for one in PARAGRAPHS)
    lead = "截至目前，江城家电以旧换新补贴申请量突破1万份，其中空调三千份，都已经发到住户手里。"
    brief = f"江城网消息（新闻联播）：\n江城家电以旧换新补贴申\n请量突破1万份\n{narrow(lead)}"
    page = f"{body}\n国内快讯\n{brief}\n{body}\n{body}"
    found = "\n".join(one.text for one in Pipeline()(Document("a", page, {}))).split("\n")
    assert "江城家电以旧换新补贴申请量突破1万份" in found
