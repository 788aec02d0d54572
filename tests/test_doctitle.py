"""Titles of documents that are no newspapers, and what looks so. All made up."""

import pytest

from cleaner.document import Document
from cleaner.paper.doctitle import title_of
from cleaner.paper.headings import read_blocks
from cleaner.paper.official import rows_of_title
from cleaner.recipe import Recipe

PROSE = "为了加强城市供水管理，保障生活、生产用水和其他各项建设用水，根据有关法律，制定本条例。"

TITLED = (
    # what the document is, and the text right below
    f"江城市城市供水条例\n第一章 总则\n第一条 {PROSE}",
    f"青河县人民法院刑事判决书\n{PROSE}",
    f"关于做好汛期房屋安全检查的通知\n各区建设局：\n{PROSE}",
    # the day in brackets, the number, who, when and where
    f"在全市教师节庆祝大会上的话\n（1998年9月10日）\n罗大同\n{PROSE}",
    f"局务会议情况\n（2012）第9号\n时 间：2012年5月21日\n地 点：三楼会议室\n{PROSE}",
    f"老船工陈水根访谈\n采访时间：2009年10月14日\n问：您是哪一年上船的？\n答：{PROSE}",
    f"社区防火知识讲座\n东湖街道办公室\n2011年11月\n一、火灾是怎样发生的\n{PROSE}",
    # the contents come first
    f"江城市城市供水条例\n（1996年8月30日通过）\n目 录\n第一章 总则\n第二章 水源\n第一条 {PROSE}",
    # what a line above says of the office
    f"江城市人民政府文件\n江政发〔2019〕14号\n关于加强供水管理的意见\n各县人民政府：\n{PROSE}",
    # a label says what it is
    f"书名：长河\n作者：罗大同\n\n第一章 雨夜\n{PROSE}\n第二章 来客\n{PROSE}",
    f"长河夜话\n作者：罗大同\n\n第一章 雨夜\n{PROSE}\n第二章 来客\n{PROSE}",
    # the abstract, the preface; below what a cover says
    f"软件包依赖关系的分析\n摘 要\n{PROSE}",
    f"GB/T 5389—2011\n网络设备 安全技术要求\n前　言\n{PROSE}",
    f"GB/T 5389—2011\nICS 35.040\nL 80\n网络设备 安全技术要求\n前　言\n{PROSE}",
    f"江城大学硕士学位论文\n软件包依赖关系的分析\n摘要\n{PROSE}",
    # its letters set apart; a court above it, the number with spaces
    f"江城市东湖区人民法院\n\n刑 事 判 决 书\n\n（2020）江 01 刑初 4095 号\n{PROSE}",
    # its judges sign
    f"江城市人民法院\n民事判决书\n（2014）江民初13号\n{PROSE}\n审判员 何 平\n代理审判员 宋小梅",
    # below a company's number at the exchange; above a section and its items
    f"证券代码：600991 公告编号：2017-026\n江源机械公司\n关于股份质押的公告\n{PROSE}",
    f"便携水尺使用说明书\n安全须知\n1．请勿浸入水中。\n2．{PROSE}",
    # in two lines
    f"江城市人民法院\n民事判决书\n{PROSE}",
)
UNTITLED = (
    # a day, a salutation, a speaker, a chapter
    f"2017年8月25日市人大常委会通过\n第一章 总则\n{PROSE}",
    f"各位代表：\n{PROSE}",
    f"记者：学校是什么时候办起来的？\n王平：{PROSE}",
    f"第一章 雨夜\n{PROSE}",
    # a heading and text: nothing shows that it heads all of it
    f"供水管理的难处\n{PROSE}\n水源保护的办法很多\n{PROSE}",
    # verses, a list, a table
    "登高望远\n王之涣\n白日依山尽，\n黄河入海流。\n欲穷千里目，\n更上一层楼。",
    "江城市城市供水条例\n江城市物业管理办法\n江城市养犬规定",
    "一季度工作计划\n重点关注\n安全生产\n工作动态",
    "值班安排\n星期一 李明\n星期二 王芳\n星期三 赵强",
    # two pieces of a collection, each with its writer
    f"端午的艾草\n舒月\n{PROSE}\n棋友老白\n宋平\n{PROSE}",
    f"端午的艾草\n清代：舒月\n{PROSE}\n棋友老白\n明代：宋平\n{PROSE}",
    # no title between a cover or a page's head and the text
    f"江城大学硕士学位论文\n摘要\n{PROSE}",
    f"GB/T 5389—2011\n前言\n{PROSE}",
    f"摘要\n{PROSE}\n关键词：供水；管理",
    f"供水管理的难处\n目录\n{PROSE}",
    # such a number in a table; titles in a row, of which one has a number
    f"证券代码：600991\n证券代码：600992\n{PROSE}",
    f"便携水尺使用说明书\n便携水准仪使用说明书\n1．{PROSE}",
    # a label of a record, of a question, of nothing
    f"书名：长河\n作者：罗大同\n{PROSE}\n书名：短河\n作者：宋平\n{PROSE}",
    f"题目：请谈谈你对供水管理的看法。\n要求：不少于八百字\n{PROSE}",
    f"题目：渡口\n要求：不少于八百字\n{PROSE}",
    f"书名：\n作者：罗大同\n{PROSE}",
    # a flight is no standard that heads what stands below it
    f"MH370\n失踪十年\n2019年5月3日\n{PROSE}",
    f"标题：今天的几件事\n{PROSE}",
    # what ends so and is a sentence
    f"他们等了很久，才等来一个通知。\n{PROSE}",
)


@pytest.mark.parametrize("text", TITLED)
def test_a_title_is_found(text: str) -> None:
    assert title_of(read_blocks(Document("a", text)))


@pytest.mark.parametrize("text", UNTITLED)
def test_no_title_is_found(text: str) -> None:
    assert not title_of(read_blocks(Document("a", text)))


def test_the_title_of_a_text_that_was_mended() -> None:
    head = "江城市城市供水条例"
    text = f"{head}\n第一章 总则\n第一条 {PROSE}\n- 1 -"
    (document,) = Recipe().pipeline()(Document("a", text))
    assert document.meta["title"] == head


@pytest.mark.parametrize(
    "text",
    [
        f"江城市城市供水条例\n第一章 总则\n第一条 {PROSE}",
        f"关于做好房屋安全检查的通知\n各区建设局：\n{PROSE}",
    ],
)
# What is put right there is nothing that a page did.
@pytest.mark.parametrize("stray", ["", "\u200b", "\ufeff"])
def test_the_first_line_of_a_text_in_which_nothing_is_broken_stays(text: str, stray: str) -> None:
    (document,) = Recipe().pipeline()(Document("a", stray + text))
    assert document.text == text


def test_there_more_than_a_salutation_shows_the_title() -> None:
    text = f"局务会议纪要\n（2012）第9号\n时间：2012年5月21日\n{PROSE}"
    (document,) = Recipe().pipeline()(Document("a", text))
    assert document.meta["title"] == "局务会议纪要"


OFFICE = "青河县人民政府"
ABOUT = "关于加强汛期供水管理的通告"
BELOW = "当前位置：首页 > 政务公开 > 通知公告"
FOOT = "【打印】【关闭】\n主办：青河县人民政府办公室  备案号：滇ICP备05001234号"


@pytest.mark.parametrize(
    "rows",
    [
        (OFFICE, ABOUT),
        ("青河县教育局 青河县财政局", "关于做好资助工作的通知"),
        ("江城市人民政府办公室关于印发", "城市供水管理办法（试行）的通知"),
        ("江城市人民政府办公室", "关于印发江城市老旧管网", "改造实施方案的通知"),
        ("江城市人民政府办公室关于印发", "江城市老旧管网改造", "实施方案的通知"),
    ],
)
def test_the_title_of_an_office_is_set_in_rows(rows: tuple[str, ...]) -> None:
    """Alone, and on a page whose site has the office's name, too."""
    text = "\n".join((*rows, "各区人民政府：", PROSE, "特此通知。", rows[0], "2021年11月8日"))
    for page in (text, f"{BELOW}\n{text}\n{FOOT}"):
        (document,) = Recipe().pipeline()(Document("a", page))
        assert document.meta["title"] == "".join(rows)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        # the site's name: another has signed
        (f"{BELOW}\n{OFFICE}\n{ABOUT}\n{PROSE}\n青河县水务局\n2021年11月8日\n{FOOT}", ABOUT),
        # a list under its office; what does not go on
        (f"{OFFICE}\n{ABOUT}\n关于做好汛期房屋检查的通知\n{PROSE}", None),
        (f"{ABOUT}\n房屋检查的通知\n{PROSE}", None),
        (f"供水管理的难处\n城市供水的办法\n{PROSE}", None),
        (f"青河县水务局关于供水\n城市管网改造\n供水方案的通知\n{PROSE}", None),
    ],
)
def test_not_each_line_above_is_a_row_of_it(text: str, title: str | None) -> None:
    (document,) = Recipe().pipeline()(Document("a", text))
    assert document.meta.get("title") == title


def test_a_long_row_of_words_that_tell_of_an_office_is_done_with() -> None:
    """Quadratic, it would take hours."""
    assert rows_of_title(["关于" * 500_000 + "。", "供水改造方案的通知"]) == 0
    assert rows_of_title(["青河县水务局关于", "供水改造方案的通知"]) == 2


POEMS = (
    (
        "《感遇・其一》\n作者：张九龄\n兰叶春葳蕤，桂华秋皎洁。\n欣欣此生意，自尔为佳节。\n"
        "谁知林栖者，闻风坐相悦。\n草木有本心，何求美人折。"
    ),
    (
        "《望岳》\n作者：杜甫\n岱宗夫如何，齐鲁青未了。\n造化钟神秀，阴阳割昏晓。\n"
        "荡胸生层云，决眦入归鸟。\n会当凌绝顶，一览众山小。"
    ),
)


@pytest.mark.parametrize("between", ["\n", "\n\n", "\n%\n"], ids=["below", "blank", "parted"])
def test_the_title_of_the_first_of_several_poems_is_none_of_all(between: str) -> None:
    """The first one alone has it; old verse."""
    assert titles(POEMS[0]) == ["《感遇・其一》"]
    assert titles(between.join(POEMS)) == [None]


PARAGRAPH = "老闸的水位今年比往年高出一成，看水人每天早晚各量一次，记在蓝皮本子里，木尺已经很旧。"


@pytest.mark.parametrize(
    ("below", "title"),
    [("望岳\n作者：杜甫\n岱宗夫如何，齐鲁青未了。", None), (PARAGRAPH, "山中送别")],
)
def test_percent_parts_works(below: str, title: str | None) -> None:
    poem = "山中送别\n作者：王维\n山中相送罢，日暮掩柴扉。\n春草明年绿，王孙归不归。"
    assert titles(poem) == ["山中送别"]
    assert titles(f"{poem}\n%\n{below}") == [title]


def titles(text: str) -> list[object]:
    return [one.meta.get("title") for one in Recipe().pipeline()(Document("a", text))]


def test_a_label_is_no_part_of_the_title_that_it_names() -> None:
    (book,) = Recipe().pipeline()(
        Document("a", f"书名：长河\n作者：罗大同\n\n第一章 雨夜\n{PROSE}\n第二章 来客\n{PROSE}")
    )
    assert (book.meta["title"], book.text.count("书名")) == ("长河", 0)


@pytest.mark.parametrize(
    ("first", "title"),
    [
        *((one, None) for one in ("2019年5月6日 发布", "江水发〔2015〕12 号", "期刊：水利学报")),
        *((one, None) for one in ("（2015）江01民终10号", "江城大学毕业论文", "2019年5月6日")),
        ("难忘的运动会", "难忘的运动会"),
        ("在水一方：我的三十年", "在水一方：我的三十年"),
        ("2019年的夏天", "2019年的夏天"),
    ],
)
def test_a_fact_that_was_left_above_a_text_is_no_title(first: str, title: str | None) -> None:
    assert titles(f"{first}\n\n{PARAGRAPH}\n\n看水的人换过四个，都住在闸边。") == [title]


def test_a_title_of_two_lines_that_the_heads_of_pages_say_as_one() -> None:
    head, page = "江城水务股份有限公司2014年年度报告", "\n".join([PARAGRAPH] * 4)
    (report,) = Recipe().pipeline()(
        Document("a", f"{head[:10]}\n{head[10:]}\n{page}\n- 1 -\n" + f"\f{head}\n{page}\n" * 4)
    )
    assert report.meta["title"] == f"{head[:10]} {head[10:]}"


GAUGE = (
    "老闸的水尺立在下游，每天早晚各读一次，读数写在一本蓝皮的本子里，本子用完了就放进木箱。\n\n"
    "看水尺的人换过四个，他们都住在老闸边的小屋里，屋里只有一张床、一盏灯和一只装本子的木箱。"
)


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("城中小学 习作园地", ["老闸边的水尺"]),
        ("http://example.com/laozha", [None]),
    ],
)
def test_an_address_above_a_text_is_no_name_of_a_class(above: str, title: list[str | None]) -> None:
    assert titles(f"小学五年级 - 记叙文 阅读指导\n\n老闸边的水尺\n\n{above}\n\n{GAUGE}") == title


WATER = "\n\n".join(
    f"渡口的第{n}天，上下游的村民改走铁桥，水务站每天两次报水位，站长把读数写在墙上。"
    for n in "一二三四"
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"# 渡口停航一周 村民改走铁桥\n\n{WATER}\n", "渡口停航一周 村民改走铁桥"),
        (f"# 渡口停航一周：铁桥怎么走？\n\n## 水位\n\n{WATER}\n", "渡口停航一周：铁桥怎么走？"),
        # notes under a name, several parts of one rank, a sentence, no prose, code
        (f"# 渡口\n\n{WATER}\n", None),
        (f"# 渡口停航一周 村民改走铁桥\n\n{WATER}\n\n# 铁桥夜里限行的几点说明\n\n{WATER}\n", None),
        (f"# 渡口停航一周，村民都改走铁桥。\n\n{WATER}\n", None),
        ("# 渡口停航一周 村民改走铁桥\n\n- 铁桥\n- 水位\n- 船工\n- 站长\n", None),
        (f"# 渡口停航一周 村民改走铁桥\n\n```\ncross(4)\n```\n\n{WATER}\n", None),
        (f"## 渡口停航一周 村民改走铁桥\n\n{WATER}\n", None),
    ],
)
def test_the_one_heading_of_the_first_rank_is_the_title(text: str, title: str | None) -> None:
    assert titles(text) == [title]
