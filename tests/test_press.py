"""Lines of a newspaper that are not its text. Names and days of cases that are not in the seeds are
made up."""

import re

import pytest

from cleaner.layout import read_lines
from cleaner.paper.headshape import NOT_IN_HEADING_RE, PAUSE_RE
from cleaner.paper.jumps import jump_line
from cleaner.paper.names import is_byline, is_lone_byline
from cleaner.paper.press import (
    CREDIT_OR_STAFF_RE,
    CREDIT_WORD_RE,
    DATELINE_WORD_RE,
    PAGE_WORD_RE,
    closing_credit,
    credit_line,
    dateline_end,
    masthead,
    names_line,
    staff_line,
)

CREDITS = (
    "●本报记者 苗青",
    "□新华社记者 王泽 吕诚成 陈杉",
    "(参与记者 曾维 曾涛 韩旭)",
    "（参与记者 曾维、曾涛、韩旭）",
    "(新华社马拉博5月29日电)",
    "新华社记者 杨世尧 摄",
    "河北日报记者刘冰洋 通讯员王新文",
    "本报记者 李力 通讯员 魏桂建",
    "■ 新华社记者 韩勇",
    "鲜本报记者 李力",  # recognition made 鲜 of a mark
    "本报通讯员 赵强 摄影报道",
    "□本报记者孙艳国通讯员雷佳刚",  # no space before the next role
    "赵强摄影报道",
    "本报通讯员 向远 摄",
    "口述 盛长林 整理 本报记者 余洁",
    "学生记者 尤佳 杜若飞",
    "责编陈雪组版戴新",
    "王平/文 李四/图",
    "记者 王晓",
    "本报评论员",
    "据新华社",
    "□王小雨",
    "●李立 赵强",
    "作者 王小雨",
    "责编：李 华",  # a name of two characters set apart
    "本版编辑 李思 版式 王武",
    "新华社记者 阿卜杜勒·穆赫 摄",
    "文/图记者黄小英",  # no space behind the slash
    "囗记者杨小梅",  # recognition made 囗 of □
    "{本报记者林立文)",  # and other brackets of one
    "【记者李春文)",
    "【据新华社)",
    "（记者林英雨赵海桐）",  # and no spaces between names
    "本报通讯员王建国李晓梅",
)

NO_CREDITS = (
    "记者会 张三主持",
    "本报记者在现场看到",
    "记者提问 王毅回答",
    "记者：什么时候开始的？",
    "摄影大赛",
    "文/图图图强",
    "图文记者的文章",
    "老照片摄影报道",
    "高原通讯员培训班",
    "责任编辑张三在会上说",
    "编辑部",
    "图书馆",
    "图 1 系统结构",
    "文章 来源",
    "评论员",
    "据统计",
    "□安徽 □江苏",
    "■方言",
    "□王小雨在家",
    "李白",
    "王文 图书",
    "“记者王平”",
    "新华社消息，今天",
    "",
)


@pytest.mark.parametrize("line", CREDITS)
def test_credit_line(line: str) -> None:
    assert credit_line(line)


@pytest.mark.parametrize("line", NO_CREDITS)
def test_no_credit_line(line: str) -> None:
    assert not credit_line(line)


@pytest.mark.parametrize(
    ("line", "closes"),
    [
        ("(参与记者 曾维 曾涛 韩旭)", True),
        ("（新华社开罗5月29日电）", True),
        ("（作者系清华大学教授）", True),
        ("（据《大公报》报道）", True),
        ("新华社记者 杨世尧 摄", False),
        ("（一）经济平稳运行", False),
        ("（据统计，去年有三百人。）", False),
    ],
)
def test_closing_credit(line: str, closes: bool) -> None:
    assert closing_credit(line) == closes


@pytest.mark.parametrize(
    ("line", "dateline"),
    [
        (
            "新华社日内瓦5月28日电 (记者 张兆卿 陈俊侠)国际电联",
            "新华社日内瓦5月28日电 (记者 张兆卿 陈俊侠)",
        ),
        ("本报讯 （记者王晓颖 通讯员钟承骏）近日，", "本报讯 （记者王晓颖 通讯员钟承骏）"),
        # figures set apart by an extractor
        ("新华社江城 4 月 8 日电（记者王小雨）近日，", "新华社江城 4 月 8 日电（记者王小雨）"),
        ("本报江城 11 月 2 日电 记者王小雨报道：近", "本报江城 11 月 2 日电 记者王小雨报道："),
        ("渡口新闻网 5 月 3 日讯 近日，", "渡口新闻网 5 月 3 日讯 "),
        ("新华社江城 4 月 8 日消息，近日", ""),
        ("本报 4 月 8 日起改版，", ""),
        ("渡口新闻网 4 月 8 日电量", ""),
        ("央视网消息（新闻联播）：春节假期里", "央视网消息（新闻联播）："),
        ("新华社北京5月15日电福建在开展", "新华社北京5月15日电"),
        # a reader took the space for none
        ("据新华社渡口5月15日电江城在开展", "据新华社渡口5月15日电"),
        ("据新华社渡口5月15日电’26江城书展", "据新华社渡口5月15日电"),
        ("据新华社渡口5月15日电（记者王小雨）江城", "据新华社渡口5月15日电（记者王小雨）"),
        ("据新华社渡口5月15日电，江城", ""),
        ("据新华社渡口5月15日电报道，江城", ""),
        ("据新华社5月15日电称，江城", ""),
        ("据新华社电江城在开展", ""),
        ("据新华社消息人士说，江城", ""),
        ("据本报5月15日的报道，江城", ""),
        ("河北新闻网讯(曹瑞宁)4月19日下午", "河北新闻网讯(曹瑞宁)"),
        ("红网时刻新闻4月20日讯(通讯员刘依)4月", "红网时刻新闻4月20日讯(通讯员刘依)"),
        ("（记者 王小雨）近日，", "（记者 王小雨）"),
        ("江城讯 （记者王小雨、李立）近日，", "江城讯 （记者王小雨、李立）"),
        ("记者王小雨报道：近日，", "记者王小雨报道："),
        ("【专讯】元宵灯会", "【专讯】"),
        ("【江城日报专讯】元宵灯会", "【江城日报专讯】"),
        ("柳园融媒讯 近日，", "柳园融媒讯 "),
        ("渡口发布讯（王小雨 李立）近日，", "渡口发布讯（王小雨 李立）"),
        ("村民们闻讯 赶来", ""),
        ("渡口简讯（第三期）", ""),
        ("渡口资讯 近日", ""),
        ("本周展讯 三个画展开幕", ""),
        ("新书书讯 近日出版两种", ""),
        ("渡口学会会讯（第三期）", ""),
        ("一封家讯 妈妈的话", ""),
        ("柳园融媒讯", ""),
        ("[记者戚小雪石桥报导]历经", "[记者戚小雪石桥报导]"),
        ("【本报记者温建报道】历经", "【本报记者温建报道】"),
        ("【记者在现场报道】人群散去", ""),
        ("【记者观察】人群散去", ""),
        ("[通讯]人群散去", ""),
        ("【石桥記者溫建報導】歷經", "【石桥記者溫建報導】"),
        ("（记者注：当时在场的有二十人）近日，", ""),
        ("（记者 王小雨）", ""),
        ("记者连夜报道，", ""),
        ("据新华社消息，今天", ""),
        ("新华社消息，今天", ""),
        ("新华社电讯稿", ""),
        ("本报记者报道", ""),
        ("他说，本报讯 的样式没有变。", ""),
    ],
)
def test_dateline(line: str, dateline: str) -> None:
    assert line[: dateline_end(line)] == dateline


@pytest.mark.parametrize(
    ("line", "way"),
    [
        ("（上接第2版）", "from"),
        ("(紧接第一版)", "from"),
        ("上接A1版", "from"),
        ("（下转第6版）", "to"),
        ("（上接一版）", "from"),
        ("(上接01版)", "from"),
        ("（上接第２版）", "from"),
        ("■上接第1版", "from"),
        ("◀◀上接1版", "from"),
        ("（文接A1版）", "from"),
        ("（接第一版）", "from"),
        ("【上接第四版】", "from"),
        ("▶▶下转第二版", "to"),
        ("→下转第3版", "to"),
        ("［下转第2版］", "to"),
        ("（下轉第4版）", "to"),
        ("（文轉A3版）", "to"),
        ("（下转3版·要闻）", "to"),
        ("（下转第4、5版）", "to"),
        ("（转第三版）", "to"),
        ("（未完，下转第4版）", "to"),
        ("（相关报道见第3版）", "to"),
        ("（详见第2版）", "to"),
        ("▲详见第3版", "to"),
        ("（转）", ""),
        ("列车上接驳车辆", ""),
        ("他转第三中学", ""),
        ("上接天，下接地", ""),
        ("接第1版", ""),
        ("这本书的第2版", ""),
        ("（见第3页）", ""),
        ("（详见附件2）", ""),
        ("（未完待续）", ""),
        ("（见本书第2版）", ""),
        ("（接到第一版书稿）", ""),
    ],
)
def test_jump_line(line: str, way: str) -> None:
    assert jump_line(line) == way


@pytest.mark.parametrize(
    ("line", "heads"),
    [
        ("云岭晨报 2025年5月15日 星期四 要闻 第2版", True),
        ("第3版(国际)", True),
        ("第3版()", True),
        ("第3版(作者又作了增补，改正了错字)", False),
        ("新闻选编 2019年第6期", True),
        ("8日 要闻 04版”责编 : 赵建国", True),
        ("云岭晨报 2025-05-15 星期四 A2", True),
        ("国内统一刊号：CN13-0001 邮发代号：17-1", True),
        ("总第12345期 今日8版", True),
        ("渡口時報 第482期 學校要聞", True),
        ("C0007版：科教·新教育 2008年2月19日", True),
        ("A04版：要闻", True),
        ("第3版：科教 2008-02-19", True),
        ("港口工会工作通讯　第19期（总第143期）", True),
        ("校友通讯 第7期", True),
        ("《江城晚报》1992年12月26日", True),
        ("《渡口週刊》（2019.3.5）", True),
        ("《江城晚报》1992年12月26日刊登的启事", False),
        ("《渡口的灯》1992年12月26日", False),
        ("《江城晚报》", False),
        ("防汛简报 第15期 雨情通报", False),
        ("防汛简报 第15期（总第98期）", False),
        ("收到校友通讯 第7期的读者", False),
        ("渡口时报 第482期", False),
        ("3版：油价今起下调", False),
        ("A4版：渡口的船工把撑了三十年的船交给了儿子", False),
        ("邮发的代号", False),
        ("今日8版本上线", False),
        ("2017年8月25日 市人大常委会第一次会议通过", False),
        ("打击盗版", False),
        ("会议于5月15日星期四召开，时间半天。", False),
    ],
)
def test_masthead(line: str, heads: bool) -> None:
    assert masthead(line) == heads


GATES = {
    "credit": CREDIT_WORD_RE,
    "credit or staff": CREDIT_OR_STAFF_RE,
    "dateline": DATELINE_WORD_RE,
    "no heading": NOT_IN_HEADING_RE,
    "page": PAGE_WORD_RE,
    "pause": PAUSE_RE,
}


@pytest.mark.parametrize("gate", GATES.values(), ids=GATES)
def test_a_gate_skips_to_characters(gate: re.Pattern[str]) -> None:
    # One branch that begins with a class or ^ and the search looks at every character.
    branches = gate.pattern.replace(r"\|", "x").split("|")
    assert [one for one in branches if one[0] in "^[.("] == []


@pytest.mark.parametrize("line", ["（林海志徐轩）", "（王小雨李立陈思远）", "（徐强新胡志强）"])
def test_names_without_spaces(line: str) -> None:
    assert names_line(line)


@pytest.mark.parametrize(
    "line",
    ["（周易全解）", "（安徽合肥）", "（司法解释）", "（文史资料）", "（程度副词）", "林海志徐轩"],
)
def test_a_word_is_no_two_names(line: str) -> None:
    assert not names_line(line)


@pytest.mark.parametrize("line", ["王克勤", "周志平", "刘立军"])
def test_a_name_of_the_list(line: str) -> None:
    assert names_line(line)


@pytest.mark.parametrize(
    "line", ["许可证", "贡献者", "胡萝卜", "杜鹃花", "花岗岩", "莫斯科", "刘先生", "安全检查"]
)
def test_what_the_list_takes_for_a_name(line: str) -> None:
    assert not names_line(line)


def test_staff_line_wants_names() -> None:
    assert staff_line("责编：张三 版式：李四")
    assert staff_line("主　编：张　平　副主编：李　四")
    assert staff_line("总编辑 王武")
    assert not staff_line("编辑部的故事")
    # of a book's board, a film's staff
    assert not staff_line("主　编：张　平")
    assert not staff_line("副主编：张　平　李　四")
    assert not staff_line("总策划：张平")
    assert not staff_line("副主编张平主持会议")
    assert not staff_line("总编辑部署工作")


@pytest.mark.parametrize(
    "line", ["记者" * 500_000, "（" * 500_000, "本报记者" + " 王平" * 300_000, "新华社" * 300_000]
)
def test_a_hostile_line_is_nothing(line: str) -> None:
    """Quadratic, it would not end; how long it takes is for benchmarks/hostile.py."""
    for ask in (credit_line, closing_credit, staff_line, jump_line, masthead, dateline_end):
        assert not ask(line)


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("〔記者陳小華／高雄報導〕昨日下午下雨。", 12),
        ("（中央社記者林一中台北5日電）行政院今天開會。", 15),
        ("本報訊（記者王大明）昨日下雨。", 10),
        ("新華社北京5月3日電 昨日下雨。", 11),
        ("電影明星昨日抵達。", 0),
        ("央视网消息 〈新闻联播) : 当前下雨。", 15),  # recognition
    ],
)
def test_traditional_datelines(line: str, end: int) -> None:
    assert end == dateline_end(line)


@pytest.mark.parametrize("line", ["記者王大明／台北報導", "本報記者 李國強", "王大明 攝"])
def test_traditional_credits(line: str) -> None:
    assert credit_line(line)


@pytest.mark.parametrize("line", ["記者會今天舉行", "記者發現", "本報記者在現場看到"])
def test_traditional_text(line: str) -> None:
    assert not credit_line(line)


@pytest.mark.parametrize(
    ("above", "line", "expected"),
    [
        ("历史街区步行环境评价指标的构建", "孙晓岚，董宇琪", True),
        ("山地茶园土壤酸化的空间分异特征", "赵明远 1，高慧 2", True),
        # the rest of a heading, of a credit; words
        ("新技术新设备助力春", "季田管", False),
        ("◎本报记者 蒋平磊 郝", "瑞东 唐兰新", False),
        ("各地动态", "安徽 方言", False),
        ("社区食堂开进老旧小区", "居民 点赞", False),
    ],
)
def test_names_under_a_title(above: str, line: str, *, expected: bool) -> None:
    assert is_byline(above, line) is expected


# A heading, one line, the paragraph below; all made up.
BELOW = "江城之有电灯，始于民国八年，厂址设在西门外。"
LONE = (
    ("回忆江城第一家电灯公司", "鲍家麟", True),
    ("江城光复前后", "韩国栋", True),
    ("端午的艾", "舒 月", True),
    ("初冬麦田管理要抓紧", "农技员 贺永年", True),
    ("县委工作报告", "县委书记　郑志远", True),
    # the rest of a heading
    ("新设备助力春", "季田管", False),
    ("女排姑娘三比零开", "门红", False),
    ("代表就河道问题举行双", "边会谈", False),
    # words, a place, a sentence's end above, a name that goes on
    ("社区食堂", "安徽", False),
    ("本期话题", "方言", False),
    ("他终于说出了那个名字：", "鲍家麟", False),
    ("渡口的船都停了。", "鲍家麟", False),
    ("演员", "鲍家麟", False),
    ("江城光复前后", "负责人 已经离开", False),
)


@pytest.mark.parametrize(("above", "line", "expected"), LONE)
def test_one_name_under_a_title_is_its_writer(above: str, line: str, expected: bool) -> None:
    lines = read_lines(f"{above}\n{line}\n{BELOW}")
    assert is_lone_byline(lines[0], lines[1], lines[2]) is expected


@pytest.mark.parametrize("below", ["李立", "1946年", ""])
def test_one_name_over_no_paragraph_is_none(below: str) -> None:
    lines = read_lines(f"江城光复前后\n鲍家麟\n{below}")
    assert not is_lone_byline(lines[0], lines[1], lines[2] if below else None)


OLD_DATELINES = (
    ("【昆明八日專電】省府議決籌修公路。", True),
    ("（南京十二日电）昨日会议议决。", True),
    ("徐州三日電　津浦路橋梁竣工。", True),
    # brackets and days that are none
    ("【用电】注意安全。", False),
    ("他三日電告家中，说一切都好。", False),
    ("徐州三日電話不通。", False),
)


@pytest.mark.parametrize(("line", "expected"), OLD_DATELINES)
def test_datelines_of_older_papers(line: str, expected: bool) -> None:
    assert (dateline_end(line) > 0) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("【記者林秀英／台中報導】", True),
        ("【記者林秀英台中報導】", True),
        ("（本報記者林秀英台中校園報導）", True),
        ("【記者林秀英在現場報導】", False),
        ("【記者深入災區一線報導】", False),
        ("【記者連夜趕往災區報導】", False),
        ("記者林秀英台中報導", False),
        ("【台南訊】", True),
        ("【本報高雄訊】", True),
        ("【資訊】", False),
        ("【加快建设】", False),
        ("【一荤两素只卖十二元】", False),
    ],
)
def test_credits_in_heavy_brackets(line: str, expected: bool) -> None:
    assert credit_line(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("【記者王小明台北報導】", True),
        ("【記者王平高雄報導】", True),
        ("【記者王小明板橋市報導】", True),
        ("【记者王小明老校园报道】", True),
        ("【记者陈立综合报导】", True),
        ("（本报记者王小明编译报道）", True),
        ("（记者李兰独家报道）", True),
        ("【记者王小明连续三年报道】", False),
        ("【记者王小明全程跟踪报道】", False),
        ("【记者王平在现场报道】", False),
        ("【记者高层授意报道】", False),
    ],
)
def test_in_brackets_name_and_place_in_one(line: str, *, expected: bool) -> None:
    assert credit_line(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("采访者：陈小雨", True),
        ("受訪者：李蘭", True),
        ("采访人：陈小雨 受访人：赵小平", True),
        ("受访者：方便", False),
        ("受访者：平常", False),
        ("受访者供图", False),
        ("受访者马上回答", False),
        ("采访者何时来", False),
        ("采访者说", False),
    ],
)
def test_who_asked_and_who_was_asked(line: str, *, expected: bool) -> None:
    assert credit_line(line) is expected
