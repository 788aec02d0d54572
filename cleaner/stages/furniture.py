"""Take out what belongs to the page and not to the text: its number, its head and foot, its staff.

A page's end stands in the middle of a paragraph as often as not, so furniture must go before lines
are joined; and the blank lines round it are the page's, not the text's. So a line that is taken
out leaves a form feed, the old mark of a page's end: the decode of paragraphs treats the blank
lines there as saying nothing. `form_feed` takes the marks away in the end.

By itself no line is furniture. `3` is a page number, or a chapter of a novel, or a cell of a
table; `2024年5月1日 星期三` heads a page of a newspaper, or an entry of a diary. What tells them
apart is the page: furniture stands at a page's edge (a form feed, other furniture), comes back
page after page, counts up with the pages, and does not care whether it cuts a sentence in two,
where a chapter's number never does. One shape needs no more: a newspaper's head that ends in its
page, `云岭晨报 2025年5月15日 星期四 要闻 第2版`.

Left alone for that reason: bare numbers in tables and lists, numbered poems and chapters, refrains,
days of a diary, entries of a bibliography (《哲学研究》2020年第1期).
"""

from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.chars.asread import as_read
from cleaner.document import Document, Edit
from cleaner.layout import Line, kept_with_lines, read_lines
from cleaner.paper import jumps, press
from cleaner.paper.mastheads import mastheads
from cleaner.paper.pagebreaks import PAGE_END, left_of
from cleaner.paper.pagecount import is_edge, numbered_heads, page_numbers
from cleaner.paper.pagehead import guide_lines, may_head_pages, page_lines
from cleaner.paper.rubrics import is_record
from cleaner.paper.runninghead import returning_heads
from cleaner.paper.sheets import sheet_lines
from cleaner.paper.signs import STAFF, TRADITIONAL_STAFF, having
from cleaner.stage import Rewrite

STAFF_GATE_RE, STAFF_CHARS = re.compile(f"[{STAFF}]"), 12  # near the start of each staff line


def page_number(document: Document) -> Iterator[Edit]:
    """Take page numbers out: 第 3 页, - 3 -, 〔三〕, and a bare 3 or iii where the page shows it.

    Left alone: numbers of chapters, verses, rows and items, and whatever was cleaned before.
    """
    lines = read_lines(document.text)
    for at in page_numbers(lines, _heads(lines)):
        yield Edit(lines[at].start, lines[at].text, PAGE_END)


def running_head(document: Document) -> Iterator[Edit]:
    """Take the heads and feet of pages out: mastheads by their shape, others by coming back.

    Left alone: refrains, dates of a diary, references, headings that several chapters share, what
    each of several forms has, and whatever was cleaned before: it is no page any more.
    """
    lines = read_lines(document.text)
    for line, left in left_of(document.text, lines, _heads(lines)):
        yield Edit(line.start, line.text, left)


def staff_line(document: Document) -> Iterator[Edit]:
    """Lift the line that names who made the page, to the credits: 责编：张三 版式：李四.

    Left alone: such words in a sentence, and a list of a film's staff that has other roles.
    """
    lines = read_lines(document.text)
    staff = {at for at, one in enumerate(having(lines, STAFF)) if one and _is_staff(lines[at].text)}
    for line, left in left_of(document.text, lines, staff):
        yield Edit(line.start, line.text, left, field="credits")


def _is_staff(text: str) -> bool:
    gate = len(text) <= press.CREDIT_CHARS and STAFF_GATE_RE.search(text, 0, STAFF_CHARS)
    return bool(gate) and press.staff_line(text)


def jump_line(document: Document) -> Iterator[Edit]:
    """Take out where an article goes on: （下转第4版）, on a line or at its ends; a line （待续）.

    Stands after the articles: a jump line under a heading shows that an article begins there. Such
    a line as （待续） or （附图） goes from an article of a page; elsewhere the author may say so.
    """
    text = document.text
    noted = "parent" in document.meta
    if not noted and "版" not in text:
        return
    for line in read_lines(text):
        paged = "版" in line.text
        if (noted and jumps.is_note(line.text)) or (paged and jumps.jump_line(line.text)):
            yield Edit(line.start, line.text, "")
            continue
        for found in jumps.GLUED_RE.finditer(line.text) if paged else ():
            if found.start() == 0 or found.end() == len(line.text):
                yield Edit(line.start + found.start(), found[0], "")


def form_feed(document: Document) -> Iterator[Edit]:
    """Take form feeds out; one inside a line was a line break.

    Stands after all that asks where pages end.
    """
    text = document.text
    if PAGE_END not in text:
        return
    for found in re.finditer(r"\f+", text):
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        alone = before in ("", "\n") or after in ("", "\n")
        yield Edit(found.start(), found[0], "" if alone else "\n")


@kept_with_lines
def _heads(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that are heads or feet of pages."""
    sheet = frozenset(sheet_lines(lines))
    if not may_head_pages(lines):
        return sheet
    edges = [is_edge(lines, at) for at in range(len(lines))]
    heads = mastheads(lines) | sheet
    heads |= page_lines(lines, edges, heads) | set(guide_lines(lines))
    for chain in numbered_heads(lines, [True, *edges[1:-1], True] if any(edges) else edges):
        heads.update(head.line for head in chain)
    heads.update(returning_heads(lines, edges, heads, page_numbers(lines, heads)))
    # Above each article of a database they show the stage `article` where one begins: 专栏：
    records = [at for at in range(1, len(lines)) if is_record(lines[at].text)]
    return frozenset(heads.difference(records, (at - 1 for at in records)))


# Synthetic, as are all below.
_DAY = "各地完善政策，强化服务。\n" * 9
_PAGE = "会议指出，各地要把就业摆在突出位置，\n完善政策，强化服务，把好事办实办好，\n" * 5
# In lines, none of which ends in a mark but the last.
_PARAGRAPH = (
    "街道把闲置的门面房改成社区食堂，每\n天中午供应四十种饭菜，六十岁以上的\n老人八折，行动不便的由志愿者送饭到\n"
    "家，饭钱从一张卡里扣除，子女可以在\n手机上给老人充值，也可以看到每天吃\n了什么。\n"
)

PAGE_NUMBER = Rewrite(
    page_number,
    once=True,
    shown=as_read,
    examples={
        "会议指出，各地要把\n\n- 3 -\n\n\f就业摆在突出位置。": (
            "会议指出，各地要把\n\n\f\n\n\f就业摆在突出位置。"
        ),
        f"{_PAGE}1\n{_PAGE}2\n{_PAGE}3\n完。": f"{_PAGE}\f\n{_PAGE}\f\n{_PAGE}\f\n完。",
        "完善政策。\n第 7 页 共 12 页\n\f强化服务。": "完善政策。\n\f\n\f强化服务。",
        # pages that end with a paragraph
        "".join(f"{_PAGE}会议结束。\n{at} / 25\n" for at in (1, 2, 3)): (
            f"{_PAGE}会议结束。\n\f\n" * 3
        ),
        # the last page is short; there is but one page
        "会议指出，各地要把\n- 3 -\n\f就业摆在突出位置。\n- 4 -": (
            "会议指出，各地要把\n\f\n\f就业摆在突出位置。\n\f"
        ),
        "会议指出，各地要把就业摆在突出位置。\n— 15 —": "会议指出，各地要把就业摆在突出位置。\n\f",
        # what a program sets between pages, and a field of Word's
        "===== 第 1 页 =====\n会议指出，各地要把\n===== 第 2 页 =====\n就业摆在突出位置。": (
            "\f\n会议指出，各地要把\n\f\n就业摆在突出位置。"
        ),
        "--- Page 7 ---\n[Page 7]\nPAGE   \\* MERGEFORMAT 2\n会议结束。": "\f\n\f\n\f\n会议结束。",
        # beside the name of the book, in text that no page cuts
        "".join(f"江城县议会议事录\n{at}\n" + "谢谢主席。\n" * 8 for at in (47, 48, 49)): (
            ("江城县议会议事录\n\f\n" + "谢谢主席。\n" * 8) * 3
        ),
    },
    keeps=[
        "产量\n1\n2\n3\n980\n1203",
        "春眠不觉晓。\n1\n他走了。\n" * 3,
        # chapters: never inside a sentence
        "1\n" + "他走进屋里。\n" * 9 + "2\n" + "天黑了。\n" * 9 + "3\n门开了。",
        "第 3 页\n他翻到这一页，读了起来。",
        # numbers of questions, of steps; scores
        "".join(f"{at}/3\n" + "他走进屋里。\n" * 9 for at in (1, 2, 3)),
        "腌菜的做法\n" + "".join(f"{at}/4\n" + "撒一层盐。\n" * 9 for at in (1, 2, 3, 4)),
        "".join("天黑了。\n" * 9 + f"{won}/5\n" for won in (1, 3, 4)),
        "".join("天黑了。\n" * 9 + f"{at}/{at + 2}\n" for at in (1, 2, 3)),
        "1\n00:00:01 --> 00:00:03\n你好\n\n2\n00:00:04 --> 00:00:06\n再见",
        # parts of a song, of a book, whose names differ or are short
        "".join(f"副歌\n{at}\n" + "风吹过来\n" * 8 for at in (1, 2, 3)),
        "".join(
            f"第{name}辑 江边的旧事\n{at}\n" + "天黑了。\n" * 8 for at, name in enumerate("一二三")
        ),
        # seconds to wait, of which some count up
        "".join(
            f"江上的船慢慢靠岸，\n{n}\n" for n in (1, 9, 9, 9, 9, 2, 9, 9, 9, 9, 3, 9, 9, 9, 9, 4)
        ),
        # the last line: a cell, an answer, a year, a verse's number with the verse below
        "产量\n980\n1203",
        "问：七乘六等于多少？\n42",
        "他在笔记的最后写下了那一年。\n1984",
        "他走进屋里，坐了下来。\n- 2 -\n天黑了",
        # rules, and headings between them
        "他走了。\n==========\n天黑了。\n----------\n门开了。",
        "=== 第三章 ===\n他走进屋里。\n=== 第四章 ===\n天黑了。",
        "--- 2 页的说明 ---\n他走进屋里。",
    ],
)

RUNNING_HEAD = Rewrite(
    running_head,
    once=True,
    shown=as_read,
    examples={
        "云岭晨报 2025年5月15日 星期四 要闻 第2版\n近日，大会召开。": "\f\n近日，大会召开。",
        "工作通讯 2020年第1期\n会议召开，各地完善\n\f工作通讯 2020年第1期\n政策。": (
            "\f\n会议召开，各地完善\n\f\f\n政策。"
        ),
        "总论\n\f第一章 总论\n会议召开，各地完善\n\f第一章 总论\n政策。\n\f第一章 总论\n完。": (
            "总论\n\f第一章 总论\n会议召开，各地完善\n\f\f\n政策。\n\f\f\n完。"
        ),
        # as a reader of scans gives it: without a space, with a speck, with the page's number
        "老闸年鉴 水利\n会议召开，各地完善\n\f老闸年鉴水利\n政策。\n\f` 老闸年鉴 水利\n其三。\n"
        "\f”21. 老闸年鉴 水利\n其四。": (
            "\f\n会议召开，各地完善\n\f\f\n政策。\n\f\f\n其三。\n\f\f\n其四。"
        ),
        # in pieces, each on a line
        "江城晚报\n综合 2018年5月6日 星期日\n\n社区食堂开进老旧小区\n中午，队伍排到了门口。": (
            "\f\n\f\n\n社区食堂开进老旧小区\n中午，队伍排到了门口。"
        ),
        "3 经济\n2018-5-6 星期日 责编 王芳 视觉 李燕\n菜价连跌三周。": "\f\n\f\n菜价连跌三周。",
        "A03｜城事\n2018.05.06 星期日\n编辑：王芳 美编：李燕\n菜价连跌三周。": (
            "\f\n\f\n编辑：王芳 美编：李燕\n菜价连跌三周。"
        ),
        # the front page: what is printed under the name, and the guide
        "江城晚报\n中共江城市委主管主办\n国内统一连续出版物号 CN 42-0035\n第7277期\n今日8版\n"
        "今日导读\n老区新貌看山村…3版\n菜价连跌三周 →5版\n社区食堂开进老旧小区": (
            "\f\n\f\n\f\n\f\n\f\n\f\n\f\n\f\n社区食堂开进老旧小区"
        ),
        "江城晚报\n综合 2018年5月6日 星期日\n导读\n老区新貌看山村（见3版）\n"
        "菜价连跌三周 ▶A10\n社区食堂开进老旧小区\n公益广告\n"
        "本报地址：江城市人民路5号 电话：65432101 印刷：江城晚报社印刷厂": (
            "\f\n\f\n\f\n\f\n\f\n社区食堂开进老旧小区\n\f\n\f"
        ),
        "完。\n新闻热线：0471-6512345 电子信箱：news@example.cn": "完。\n\f",
        # its staff, its weekday, its English name, where to send and to point a telephone
        "完。\n\n2018-05-06\n星期日\n一版责编：王芳\n视觉：李燕\n电话：0471—6512345\n"
        "E-mail:jcwb@example.cn": ("完。\n\n\f\n\f\n一版责编：王芳\n视觉：李燕\n\f\n\f"),
        "江城矿工报\nJIANGCHENG MINERS DAILY\n二〇一五年七月二十日\n菜价": "\f\n\f\n\f\n菜价",
        "完。\n编辑：王芳\n扫一扫，关注江城晚报公众号": "完。\n编辑：王芳\n\f",
        # a journal's first page; a gazette's
        "第38卷 第2期\n2014年4月\n江城大学学报（自然科学版）\nJournal of Jiangcheng University\n"
        "Vol.38 No.2\nApr. 2014\n文章编号：1006-4710（2014）02-0145-05": (
            "\f\n\f\n\f\n\f\n\f\n\f\n文章编号：1006-4710（2014）02-0145-05"
        ),
        "江城市人民政府公报\n2017年第4号（总第88号）\n关于做好零工市场建设的通知": (
            "\f\n\f\n关于做好零工市场建设的通知"
        ),
        # under a notice with its day
        "报名从速。\n2017年3月10日\n\n民生 | 03\n2024年9月3日\n主编 王芳　责编 李燕": (
            "报名从速。\n2017年3月10日\n\n\f\n\f\n主编 王芳　责编 李燕"
        ),
        # without the spaces between its pieces
        "B5 民生周刊 2008/9/23责编/王芳美编/李燕\n菜价连跌三周。\n"
        "社址：江城市人民路53号邮编：432297本报印刷厂印刷": "\f\n菜价连跌三周。\n\f",
        # names that no table knows
        "水手周报\n4/5/2019 星期六\nB07 码头\n菜价连跌三周": "\f\n\f\n\f\n菜价连跌三周",
        "第2版:乡镇·部门\n2019年10月9日\n我与老报\n我读了它。": "\f\n\f\n我与老报\n我读了它。",
        # a journal's, with its number behind a gap
        "江城大学学报　　　　第35卷\n结果如下。\n\f第3期　　　　赵明等：茶园土壤的特征\n完。": (
            "\f\n结果如下。\n\f\f\n完。"
        ),
        # the number in the head, on the outer side
        f"{_PAGE}102    江城地方志    2011年\n{_PAGE}李明：水利志札记    103\n"
        f"{_PAGE}104    江城地方志    2011年\n完。": f"{_PAGE}\f\n{_PAGE}\f\n{_PAGE}\f\n完。",
        # each page's of its own, even ones on the left; of pages that end with their sentences
        f"一、引言 1\n{_DAY}2 水利志\n{_DAY}二、方法 3\n完。": f"\f\n{_DAY}\f\n{_DAY}\f\n完。",
        # inside a sentence that goes on behind it, in a text of two pages; both go
        f"农业年鉴\n{_PAGE}会议指出，今年兴修水利，把灌溉设\n\f农业年鉴\n施的管护摆在突出位置。": (
            f"\f\n{_PAGE}会议指出，今年兴修水利，把灌溉设\n\f\f\n施的管护摆在突出位置。"
        ),
        "会议指出，要把灌溉设\n\f水利志稿\n施的管护摆在突出位置。": (
            "会议指出，要把灌溉设\n\f\f\n施的管护摆在突出位置。"
        ),
        # two pieces that come back together
        "".join(f"学习与研究\n专题研究\n第{at}章讲的是事实，\n\f" for at in "一二三"): (
            "".join(f"\f\n\f\n第{at}章讲的是事实，\n\f" for at in "一二三")
        ),
    },
    keeps=[
        # the head of a database's record: the stage `article` asks for it
        "第1版（要闻）\n专栏：\n\n水渠通水\n全村人都来看。\n\n第1版（要闻）\n专栏：\n\n麦子熟了\n今年收得早。",
        # headings that a writer marked
        "".join(f"{_PAGE}#### ■ 过渡段（第{at}章）\n" for at in range(4)),
        # a diary, a refrain, a reference, a law's first line
        '.TH FERRY 8 "2001年3月9日星期五"\n.SH NAME\nferry \\- 渡船\n.SH 版本\n第一版\n.br\n渡人。',
        "日记\n2024年5月1日 星期三 晴\n去了公园。\n2024年5月2日 星期四 雨\n在家。",
        "风吹过来\n啦啦啦\n花开了\n啦啦啦\n雪落下\n啦啦啦\n天亮了",
        "参考文献\n张三《论语言》，《哲学研究》2020年第1期\n李四《再论》，《哲学研究》2021年第3期",
        "2017年8月25日 市人大常委会第一次会议通过\n第一条 为了保障安全，制定本办法。",
        # sections that count up, and end with their paragraphs
        "".join(f"{at} 会议决定\n" + "各地完善政策，强化服务。\n" * 9 for at in (1, 2, 3)),
        "引言\n方法\n" + "".join(f"{at} {one}\n{_DAY}" for at, one in ((1, "引言"), (2, "方法"))),
        "".join(f"{_PAGE}date: {at}\n" for at in (1919, 1920, 1921)),
        # rows; entries of a contents
        "".join(f"甲区，{at}\n" * 8 + f"乙区    {at}\n" for at in (1, 2, 3)),
        "".join(f"第{at}章 总论 {at}\n" for at in range(1, 30)),
        # pieces that are the text: a signature, a notice, a table, a list of papers, of sections
        "请于月底前报名。\n联系电话：0471-6512345\n江城市图书馆\n2018年5月6日",
        "工作简报\n第15期\n2020年5月6日\n一季度工作小结",
        "日期\n2020年5月6日\n12\n2020年5月7日\n15\n2020年5月8日\n9",
        # a list of journals, of years' parts; a notice, a letter, a byline under the staff
        "他投过三家刊物：\n江城大学学报\n青河师范学报\n都没有登。",
        "第1卷 第2期\n第1卷 第3期\n第2卷 第1期",
        "馆藏\n江城时报 第482期 学校要闻\n江城时报 第483期 校园生活\n江城时报 第484期 学校要闻",
        "渡口\n江城大学学报 2014年第4期\n茶\n江城大学学报 2015年第1期\n江城大学学报 2014年第4期",
        "渡口的变迁\n江城大学学报\n2014年4月\n北岭的茶\n江城师范学院学报 2015年2月 第31卷第4期",
        "渡口的变迁\n江城大学学报 2014年4月\n第31卷第4期\n船工号子\n江城日报\n2013年5月12日",
        "登机时间\n2019年10月9日 星期三\nB07 登机口\n请提前到达。",
        "墙上的旧报\n2019年10月9日 星期三\n来了一条船。",
        "工作汇报\n2019年10月9日 星期三\n第2期\n一、收购情况",
        "2014年4月\n江边的树绿了。\n2014年5月\n麦子黄了。",
        "请扫码，关注开课时间。\n扫一扫，关注江城图书馆",
        "他每天读报：\nDaily News\n然后散步。",
        "二〇一五年七月二十日\n星期一\n晴，去了公园。",
        "责任编辑：王芳　校对：李燕\n\f\n社区食堂开张\n文/王平　图/李明\n中午，排起了队。",
        "他订了三份报：\n江城晚报\n北岭日报\n滨海日报\n每天都看。",
        "要闻\n经济\n体育\n这几个栏目都要改版。",
        "生活周记\n2024年5月1日 星期三\n去了公园。",
        "考场安排见第3版，名单见第5版。\n第3版：考场……\n第5版：名单……",
        "电话 12345\n邮箱 a@b.cn\n地址 科技路18号",
        "报社社址搬到了人民路53号。\n印刷厂印刷了三千份。",
        "他写了一则：\n节约用水 公益广告\n贴在墙上。",
        "考场安排（见3版）\n没有考场的学校在家自习。",
        # chapters and forms that each have a page, and end on it
        "\f".join(f"荣誉证书\n{at}号\n特发此证，以资鼓励。\n江城县\n" for at in range(4)),
        "\f".join(f"{name}\n{_DAY}" for name in ("秀兰", "建国", "秀兰", "建国", "秀兰")),
        "\f".join(f"{at} {name}法\n{_PAGE}完。\n" for at, name in enumerate("读量记算", 1)),
        # what a report says of each office
        "".join(f"{at}街道\n{_PARAGRAPH}第{at}家人多。\n第{at}家远。\n" for at in "一二三四五"),
        # books with their editions
        "看水尺的人（第2版）\n渡口的船（第3版）\n请自行购买。",
        "高等水文 7版\n这本书讲的是河流怎样流，流多少，什么时候流。\n水文有什么用，也讲了。",
        "这本书讲的是河流怎样流，流多少，什么时候流。\n江城大学学报 2014年4月 第31卷第4期",
        "老闸水文词典 第7版\n古代水利教程 第3版\n高等水文 7版\n人民广场 → B2\n市图书馆 → A1",
        "第3期　培训班　周一开课\n第4期　培训班　周五开课\n报名从速。",
        "第一讲 新闻写作……1\n第二讲 版面编辑……5",
        # at the top of a page: a heading over its text, the sentence's own words, an item
        "会议指出，要办好社区食堂。\n\f社区食堂开进老旧小区\n中午，队伍排到了门口。",
        "会议指出，要把灌溉设\n\f施的管护摆在突出位置\n并且一抓到底。",
        "会议指出，要做到：\n\f管护到位\n责任到人，一抓到底。",
        "会议指出，要把灌溉设\n\f社区食堂开进老旧小区\n　　中午，队伍排到了门口。",
        "他站在船头，望着远处的\n\f一盏孤灯\n忽明忽暗，心里想着家。",
    ],
)

STAFF_LINE = Rewrite(
    staff_line,
    gate=STAFF + TRADITIONAL_STAFF,
    shown=as_read,
    by_line=True,
    examples={
        "会议结束。\n责编：张三 版式：李四": "会议结束。\n\f",
        "会议结束。\n本版责编：王芳 电话：67654321": "会议结束。\n\f",
        "会议结束。\n□本版编辑 王芳 □版式设计 李燕": "会议结束。\n\f",
        "会议结束。\n责编/王芳 版式/李燕 校读/王伟 电话/0471—6512345": "会议结束。\n\f",
        "会议结束。\n本版编辑：王芳　电话：0471—6512345　邮箱：jcwb@example.cn": "会议结束。\n\f",
        "会议结束。\n视觉：李燕": "会议结束。\n\f",
        "会议结束。\n本版责任编辑 王芳 新闻热线 6543210": "会议结束。\n\f",
        "会议结束。\n□责任编辑 王芳 □版面设计 李燕": "会议结束。\n\f",
        "会议结束。\n美编：李燕": "会议结束。\n\f",
        "会议结束。\n编辑 王芳 美術 李燕": "会议结束。\n\f",
        "会议结束。\n值班主任/王伟 责编/李明 图编/李燕": "会议结束。\n\f",
        "会议结束。\n值班编委：王伟 责任编辑：李明 电子版：www.example.cn": "会议结束。\n\f",
    },
    keeps=[
        "责任编辑张三在会上说，稿件要讲事实。",
        "编辑部的故事",
        "编辑部 电话：67654321",
        "□设计新颖 □编辑简单",
        "视觉 听觉 嗅觉",
        "视觉：眼睛",
        "二版责任重大",
        "本版责任 编辑负责",
        "审校一遍 电话通知",
        "主任：王伟",
        "美术：李燕",
        "值班主任：王伟",
    ],
)

JUMP_LINE = Rewrite(
    jump_line,
    shown=as_read,
    gate="版附待未续續",
    examples={
        "迎接新发展\n（上接第2版）\n未来五年，": "迎接新发展\n\n未来五年，",
        "他说，前景广阔。（下转第4版）\n别处": "他说，前景广阔。\n别处",
    },
    keeps=[
        "列车上接驳车辆转运旅客。",
        "请见（下转第4版）一文和（待续）的更正。（完）",
        "第三章\n\n水又涨了。\n\n（待续）\n\n第四章\n\n附件如下。\n\n（附图）",  # no page
    ],
)

FORM_FEED = Rewrite(
    form_feed,
    gate=PAGE_END,
    examples={"前页\n\f次页": "前页\n次页", "前页\f次页": "前页\n次页", "终。\n\f\f": "终。\n"},
    keeps=["前页\n次页", "a\tb", ""],
)
