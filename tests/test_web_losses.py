"""Pages that lost text by what one line of it looked like; all are synthetic."""

import pytest

from cleaner.document import Document
from cleaner.stages.boilerplate import WEB_EDGE, WEB_PAGE
from cleaner.web.opening import back_to_lead
from cleaner.web.page import web_lines

HEAD = "竹乡在线\n首页\n新闻\n财经\n体育\n首页 > 老手艺 > 正文\n"
TOP = "后山的篾匠\n2019-12-03 21:10 来源：竹乡在线\n"
FIRST = "入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个篾匠天天忙到天黑。\n"
LAST = "“一根竹子从头到尾都有用处。”老篾匠指着墙角的竹篮说，最细的那种，一天只能编一个。\n"
# Lines as writers for phones set them: no mark at the end of any, one of them long.
PLAIN = "天亮以前\n山里先听见竹子裂开的声音\n再听见狗叫\n"
UNENDED = (
    "沿着河往上走两里路就能看见那间只剩下半堵墙的老作坊墙上还挂着三十年前编的竹匾"
    "和一顶没有编完的斗笠\n"
)
FOOT = "相关阅读\n山里的邮路\n版权所有 竹乡在线\n"
SENTENCE = "去年的雪压断了后山的毛竹，三天没有车。\n"  # the title of a link
LIST = f"{SENTENCE}腌菜的缸要放在北屋，晒不得太阳。\n一把油纸伞有七十二根骨头，断一根都不行。\n"


def clean(text: str) -> str:
    (page,) = WEB_PAGE(Document("case", text))
    (edge,) = WEB_EDGE(page)
    return edge.text


@pytest.mark.parametrize(
    ("inside", "stays"),
    [
        # one long line without its end
        (FIRST + PLAIN + UNENDED + PLAIN + LAST, True),
        # two blurbs that a site cut off, each under its title
        (FIRST + f"山里的邮路\n{UNENDED}腌菜的缸\n{UNENDED[2:]}" + LAST, False),
        (FIRST + f"山里的邮路\n{UNENDED}2019-12-01\n" + LAST, False),
    ],
)
def test_line_without_its_end(inside: str, *, stays: bool) -> None:
    found = clean(HEAD + TOP + inside + FOOT)
    assert found == TOP.partition("\n")[0] + "\n" + (inside if stays else FIRST)


def test_list_that_a_page_has_in_three_places_is_no_text() -> None:
    lists = "".join(f"{name}\n{LIST}" for name in ("热点", "竹乡", "都在看"))
    short = "入冬以来，后山的毛竹进入采伐期，\n村里的竹器厂重新开了工，\n天天忙到天黑。\n"
    found = clean(HEAD + TOP + short + lists + FOOT)
    assert short in found
    assert SENTENCE not in found
    # A refrain comes back as often.
    verse = (short + LIST) * 3
    assert clean(HEAD + TOP + verse + FOOT).endswith(verse)


NAMES = "".join(f"* {name}\n" for name in ("山里的邮路", "腌菜的缸", "油纸伞", "断桥", "雪夜"))
MARKED_HEAD = "竹乡在线\n* 首页\n* 新闻\n* 财经\n* 体育\n首页 > 老手艺 > 正文\n"
ROWS = "材质  毛竹\n产地  后山\n重量  约三百克\n颜色  青、黄\n"


@pytest.mark.parametrize(
    ("inside", "gone"),
    [
        (FIRST + LAST + "尺寸和材料\n" + ROWS, ""),
        (FIRST + LAST + "曾得的奖\n县手艺比赛一等奖\n省竹编展银奖\n", ""),
        (FIRST + LAST + "| 材质 | 毛竹 |\n| 产地 | 后山 |\n", ""),
        (FIRST + LAST + ROWS, "加入清单 马上购买 联系店家\n"),
        # the heading over a list, one line, the names of buttons
        (FIRST + LAST, "同乡的人\n"),
        (FIRST + LAST, "竹乡小店\n同乡的人\n"),
        (FIRST + LAST, "加入清单 马上购买 联系店家\n同乡的人\n"),
        (FIRST + LAST, "2019-12-04 08:15\n竹乡小店\n山里客\n同乡的人\n"),
    ],
)
def test_what_stands_in_no_list_below_the_text(inside: str, gone: str) -> None:
    heading = "" if gone.endswith("同乡的人\n") else "同乡的人\n"
    page = MARKED_HEAD + TOP + inside + gone + heading + NAMES + "版权所有 竹乡在线\n"
    assert clean(page) == TOP.partition("\n")[0] + "\n" + inside


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("墙角的竹篮。（竹乡在线记者阿梅摄）\n", True),
        ("墙角的竹篮，编了三天。（阿梅摄）\n", True),
        ("竹篮装得下一头猪吗？（图）\n", False),
        ("竹篮进了博物馆！（组图）\n", False),
        ("墙角的竹篮（阿梅摄）\n", False),
    ],
)
def test_last_picture_above_a_call_that_no_table_knows(line: str, *, stays: bool) -> None:
    call = "不用抽 不用抢 现在用竹乡看新闻 天天中奖 点我\n"
    found = clean(HEAD + TOP + FIRST + LAST + line + call + FOOT)
    assert found == TOP.partition("\n")[0] + "\n" + FIRST + LAST + (line if stays else "")


def test_last_paragraph_of_two_sentences_may_end_in_a_call() -> None:
    last = "竹子年年发新笋，手艺也要有人接。愿后山的竹篮，一直编下去！\n"
    gap = "竹篮\n竹匾\n"
    body = FIRST + LAST + gap + last
    assert clean(HEAD + TOP + body + FOOT) == TOP.partition("\n")[0] + "\n" + body
    assert clean(HEAD + TOP + FIRST + LAST + gap + "竹篮编好了！\n" + FOOT).endswith(LAST)


def test_lists_without_marks_show_no_end_of_a_text() -> None:
    assert clean(HEAD + TOP + FIRST + LAST + "县里来的人\n省里来的人\n" + FOOT).endswith(LAST)


@pytest.mark.parametrize(
    ("above", "stays"),
    [
        (ROWS, True),
        (ROWS + "怎样编成\n", True),
        ("材质| 毛竹\n---|---\n产地| 后山\n重量| 约三百克\n颜色| 青、黄\n", True),
        (ROWS.replace("颜色", "点击"), False),
        ("材质  毛竹\n产地  后山\n", False),
        ("1  山里的邮路\n2  腌菜的缸\n3  油纸伞\n4  断桥\n", False),
        ("怎样编成\n", False),
    ],
)
def test_rows_of_a_table_above_the_text(above: str, *, stays: bool) -> None:
    found = clean(HEAD + TOP.partition("\n")[0] + "\n" + above + FIRST + LAST + FOOT)
    assert found == TOP.partition("\n")[0] + "\n" + (above if stays else "") + FIRST + LAST


def test_facts_of_each_day_are_no_feet_of_posts() -> None:
    days = "".join(
        f"第{at}天\n{FIRST if at == '一' else LAST}路线：乘{n}路公交车到终点\n"
        for at, n in (("一", 57), ("二", 63), ("三", 8))
    )
    assert clean(HEAD + TOP + days + FOOT) == TOP.partition("\n")[0] + "\n" + days


SECOND = (
    "腌菜的缸要放在北屋，晒不得太阳，也不能挪来挪去，挪一次味道就要差一分。\n"
    "立冬以后的白菜最好，先在院子里晒上三天，叶子软了再洗，洗完沥干。\n"
    "一层菜一层盐，最上面压一块从河里捡来的青石头，过半个月就能吃了。\n"
)


@pytest.mark.parametrize(
    ("further", "stays"),
    [
        ("腌菜的缸要放在北屋\n2019-12-04 08:15 来源：竹乡在线\n" + SECOND, True),
        ("腌菜的缸要放在北屋\n2019-12-04\n阅读 218\n" + SECOND, True),
        ("腌菜的缸要放在北屋\n作者：阿梅\n2019-12-04\n来源：竹乡在线\n" + SECOND, True),
        # a comment, a summary, links with their days, a link's text
        ("山里客\n2019-12-04 08:15\n" + SECOND, False),
        ("腌菜的缸要放在北屋\n2019-12-04\n" + SECOND.partition("\n")[0] + "\n", False),
        ("腌菜的缸要放在北屋\n2019-12-04\n油纸伞有七十二根骨头\n2019-12-03\n", False),
        ("* 腌菜的缸要放在北屋\n2019-12-04 08:15\n" + SECOND, False),
    ],
)
def test_another_article_in_the_file(further: str, *, stays: bool) -> None:
    head = TOP.partition("\n")[0] + "\n"
    first = FIRST + LAST + "去年他编了四百只，都是给城里的茶馆订做的，今年又多了两家。\n" + LAST[2:]
    below = clean(HEAD + TOP + first + "相关阅读\n山里的邮路\n" + further + FOOT)
    assert below.startswith(head + FIRST + LAST)
    assert (SECOND in below) == stays
    if stays:
        title = further.partition("\n")[0] + "\n"
        assert title in below
        assert "山里的邮路" not in below
        above = clean(HEAD + further + "相关阅读\n山里的邮路\n" + TOP + first * 3 + FOOT)
        assert title in above
        assert SECOND in above


@pytest.mark.parametrize(
    ("above", "first"),
    [
        ("天亮以前，\n山里先听见，\n竹子裂开的声音，\n再听见狗叫。\n", 1),
        ("天亮以前，\n山里\n先听见，\n竹子裂开的声音，\n再\n听见狗叫。\n", 1),
        # links that call and ask; names
        ("山里还有邮路吗？\n腌菜的缸裂了！\n油纸伞要涨价，快买！\n断桥通了！\n", 5),
        ("天亮以前，\n山里的邮路\n腌菜的缸\n先听见，\n油纸伞\n狗叫，\n断桥\n竹子裂开，\n", 9),
    ],
)
def test_clauses_above_a_text_whose_headline_is_not_known(above: str, first: int) -> None:
    lines = web_lines(f"分享到\n{above}{FIRST}")
    assert back_to_lead(lines, len(lines) - 1, -1) == first


# A page of a manual's help: its title over the head of its first section.
HELP = (
    "打印标签和名片\n对话框里的样式\n"
    "选择“文件”里的“名片”，对话框打开以后，可以选名片的样式，也可以把标签和名片一起打印出来。\n"
    "打印标签以前，请在“格式”里选好标签的大小，并确认纸已经放好，再按“确定”开始打印。\n"
    "相关主题\n打印地址\n建立资料库\n名片\n"
)


def test_title_stays_where_the_text_speaks_of_it_in_words_of_bars() -> None:
    assert clean(HELP).startswith("打印标签和名片\n对话框里的样式\n")
    # but not what repeats the headline, nor the name of a site
    copy = HELP.replace("打印标签和名片", "对话框里的样式_竹乡在线", 1)
    assert clean(copy).startswith("对话框里的样式\n选择")
    named = HELP.replace("打印标签和名片", "竹乡打印网", 1)
    assert clean(named).startswith("对话框里的样式\n选择")


def test_a_file_of_restructuredtext_is_no_page() -> None:
    text = (
        ".. SPDX-License-Identifier: GPL-2.0\n\n.. include:: 水尺.rst\n\n:From: gauge.rst\n\n"
        "translated by Hale<hale@example.org>\n\n=====\nGauge\n=====\n\n"
        f"{FIRST}\n{LAST}\n:作者:\n   R. Crane <rc@example.org>\n:更新:\n   Hale, 4 June 2007\n"
        ":更新:\n   秦水生, 16 Mar 2010\n"
    )
    assert clean(text) == text
