"""Where one article of a page ends and the next begins, and what their heads are.

The text of a newspaper page, a booklet or a digest holds several articles. `cleaner.paper.headings`
says which headings begin one; here the pieces are put together. Worked on a page of a paper:

    呼和浩特形成引才聚才“强磁场”         a head: title,
    ——全市推动高质量发展系列综述之三       subtitle,
    ●本报记者 苗青                      byline; its text does not come yet
    ■ 研究强化通道之间的衔接。           a box: bullet items,
    国务院关于推动内蒙古发展的意见         the box's own head in their midst,
    ■ 聚焦优势领域。                    more items
    今年以来，市人社部门……               the text of the first head

A run of bullet items with a head in it is one box, wherever in the run its head was printed; the
article before the box goes on behind it. An open end of a paragraph (`累计开`) whose other half
(`展技能培训`) begins the text before its article's head, where both halves make a word, takes that
text back. After a closing credit `(新华社开罗5月29日电)` text without a heading is another article.

A text that is one article keeps its id; its title is lifted only where it is sure to be one, since
the first line of a law, a poem or a list is a line of it. What was in columns, or has bylines and
datelines, or turns to another subject at a third of its headings (`cleaner.paper.subject`), is a
paper; other text is not divided, whatever headings it has: chapters, numbered sections and subheads
are parts of one document.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from cleaner.chars.asread import as_read
from cleaner.chars.scripts import CHINESE, script_of
from cleaner.document import Document, Piece, Span
from cleaner.layout import END
from cleaner.paper.belongs import brought_home
from cleaner.paper.beside import field_spans, read_page
from cleaner.paper.between import heads_between
from cleaner.paper.doctitle import came_from_page, in_rows, is_official, said_by_heads, title_of
from cleaner.paper.headings import CREDIT, HEADING, TEXT, Block, Habits, habits_of
from cleaner.paper.headmatch import Article
from cleaner.paper.headshape import DASHES
from cleaner.paper.onpage import heads_of_page
from cleaner.paper.pieces import Start, articles_of, starts_of
from cleaner.paper.plain import has_text, plain_text
from cleaner.paper.sections import is_sectioned
from cleaner.paper.subject import (
    columns_of,
    is_booklet,
    is_serial,
    is_set_as_book,
    turns_of,
    without_subheads,
)
from cleaner.paper.wires import under_one_head
from cleaner.stage import Split

# Heads of a page of which one has a sign that only articles have. Chosen.
MANY_STARTS = 3
# Verses are no wider; an article has a paragraph that is, in every second one at least. Chosen.
VERSE_EM = 24
MIN_INDENT_EM = 1.0  # a single space is a slip


def article(document: Document) -> Iterator[Piece]:
    """Divide a page into its articles and lift their titles, subtitles and kickers.

    Leaves text alone that has no sign of a newspaper: laws, reports, novels, poems, lists, and
    whatever has a title already. Bylines and credits stay for the stage `credit`.
    """
    web = document.meta.get("web")
    is_web = isinstance(web, Mapping)  # a reader's own field of this name may hold anything
    chinese = script_of(document) in CHINESE | {"mixed"}
    if document.meta.get("title") or not (is_web or chinese):
        return
    blocks, briefs, page, signatures = read_page(document)
    if not blocks:
        return
    if isinstance(web, Mapping):
        articles = _web_page(blocks, web) or plain_text(blocks, (), wrapped=False)
    else:
        columns = columns_of(document)
        habits = habits_of(blocks, wrapped=bool(columns))
        turns = frozenset[int]() if habits.wrapped else turns_of(blocks, press=habits.press)
        turns |= heads_between(blocks) if habits.press > 1 else frozenset()
        turns |= heads_of_page(blocks, habits, turns, page=page) | briefs
        habits = habits._replace(press=habits.press + len(turns))
        starts = starts_of(blocks, habits, turns)
        starts = without_subheads(document, blocks, starts, turns) if habits.wrapped else starts
        said = said_by_heads(document, blocks)
        titled = _document(
            blocks, said or title_of(blocks, mended=habits.wrapped or came_from_page(document))
        )
        official = titled and (is_official(blocks) or (said and habits.press <= 1))
        if not official and _is_paper(blocks, starts, habits, turns, columns):
            articles = articles_of(blocks, starts, wrapped=habits.wrapped)
            articles = under_one_head(blocks, articles, wrapped=habits.wrapped)
            articles = brought_home(blocks, articles) if habits.wrapped else articles
            articles = [_signed(one, signatures) for one in articles]
        else:
            articles = titled or plain_text(blocks, starts, wrapped=habits.wrapped)
    if len(articles) > 1 or any(one.fields for one in articles):
        yield from (_piece(document.text, blocks, one) for one in articles)


def _is_paper(
    blocks: Sequence[Block],
    starts: Sequence[Start],
    habits: Habits,
    turns: AbstractSet[int],
    columns: Sequence[float],
) -> bool:
    """Say whether the document may hold several articles.

    Columns with signs of a newspaper or several heads do, the one column of a book where these are
    no chapters, but no work in numbered sections with one byline at most; text that kept its
    paragraphs where two heads, or one that is not the first thing in it, have what only articles
    have, or turn to another subject. A page with more loose headings than sentences is of links.
    """
    if habits.wrapped:
        one_work = is_serial(blocks) or is_sectioned(blocks)
        if habits.press > (1 if one_work else 0):  # a paper has its writers, one work one at most
            return True
        several = len(starts) > 1 and not one_work
        return several and (not is_set_as_book(columns) or is_booklet(blocks, columns))
    sure = [one for one in starts if not one.fields or has_text(blocks, one) or one.first in turns]
    several = len(sure) > 1 or any(one.first > 0 for one in sure)
    if not several and not (habits.press and sure and len(starts) >= MANY_STARTS):
        return False
    if 2 * sum(b.kind == TEXT and b.line.width > VERSE_EM for b in blocks) < len(sure):
        return False  # 《静夜思》, 作者：李白, verses: a collection
    loose = sum(block.kind == HEADING for block in blocks) - _verses(blocks)
    loose -= sum(one.body - one.first for one in sure)
    return loose <= sum(block.line.ending == END for block in blocks)


def _verses(blocks: Sequence[Block]) -> int:
    """Return how many lines that look like headings stand under a byline: a poem."""
    verses, under = 0, False
    for block in blocks:
        under = block.kind == CREDIT or (under and block.kind == HEADING)
        verses += under and block.kind == HEADING
    return verses


def _web_page(blocks: Sequence[Block], web: Mapping[str, object]) -> list[Article]:
    """Take the headline of a web page, which is one article, and a `——…` under it; or a work's."""
    if not web.get("headline") or len(blocks) == 1:
        return _document(blocks, title_of(blocks))
    rows = min(in_rows(blocks, 0) or 1, len(blocks) - 1)
    fields = [("title", at) for at in range(rows)]
    if blocks[rows].text.startswith(DASHES) and blocks[rows].line.ending != END:
        fields.append(("subtitle", rows))
    return [Article(tuple(fields), tuple(range(len(fields), len(blocks))))]


def _signed(one: Article, signatures: AbstractSet[int]) -> Article:
    """Lift who signed an article from its text."""
    fields = tuple(("credits", at) for at in one.body if at in signatures)
    body = tuple(at for at in one.body if at not in signatures)
    return one._replace(fields=one.fields + fields, body=body) if body else one


def _document(blocks: Sequence[Block], title: range) -> list[Article]:
    """Take the title of a document that is one work."""
    if not title:
        return []
    body = tuple(at for at in range(len(blocks)) if at not in title)
    return [Article(tuple(("title", at) for at in title), body)]


def _piece(text: str, blocks: Sequence[Block], one: Article) -> Piece:
    """Turn blocks into spans; neighbours are one span, the indent of the first is kept."""
    paragraphs: list[list[Span]] = []
    last = -2
    for at in one.body:
        line = blocks[at].line
        if at in one.glued:
            paragraphs[-1].append(Span(line.start, line.end))
        elif at == last + 1:
            start, _ = paragraphs[-1].pop()
            paragraphs[-1].append(Span(start, line.end))
        else:
            indented = line.indent >= MIN_INDENT_EM
            start = text.rfind("\n", 0, line.start) + 1 if indented else line.start
            paragraphs.append([Span(start, line.end)])
        last = at
    return Piece(
        tuple(tuple(paragraph) for paragraph in paragraphs),
        field_spans(blocks, one),
    )


# Two articles of a paper, a subhead and closing credits among their paragraphs.
_PAPER = """元首外交的丰硕成果“正惠及两国人民”

□新华社记者 王泽 吕诚成 陈杉

看到新华社记者手中的照片，总统脸上露出了笑容。

友谊的种子播在心里

中国和赤道几内亚建交已逾半个世纪，传统友谊深厚。

(新华社马拉博5月29日电)

中国企业获国际电联年度大奖

新华社日内瓦5月28日电 (记者 张兆卿 陈俊侠)国际电联28日公布各奖项归属。"""

# A box of items that was printed round its head, within another article.
_BOX = """呼和浩特形成引才聚才“强磁场”
——全市推动高质量发展系列综述之三

●本报记者 苗青

■ 支持重点旗县运输和通用机场建设。
■ 开展低空空域改革，发展低空经济。

国务院关于推动内蒙古高质量发展奋力书写新篇章的意见
七个方面主要任务②

■ 聚焦新能源、稀土新材料等优势领域，布局建设创新平台。
■ 培育发展银发经济。

今年以来，市人社部门进一步拓宽留呼渠道，吸引大学生就业创业4.51万人。

中国企业获国际电联年度大奖

新华社日内瓦5月28日电 国际电联28日公布各奖项归属。"""

# The second half of a cut paragraph was printed before its article's head.
_HALF = """江西信丰货运司机以赛促练强技能

本报讯 (记者王晓颖)近日，江西省赣州市信丰县举办劳动和技能竞赛，重点考察车辆起步与停车规范。

展技能培训100万人次，全面建成高水平技能城市。

“羊城技能加油站”提供精准技能培训服务

本报讯 (记者赖志凯)广州市计划自2025年至2027年，在全市建成350家“羊城技能加油站”，累计开"""

_WALK = (  # synthetic
    "入秋以后，青山湖边的步道修好了。步道全长六公里，沿途有四座木桥，老人们吃过晚饭就来走上一圈，"
    "孩子们在桥上看鱼。"
)

# Two articles between whose paragraphs nothing but the subject turns. Synthetic.
_TURN = (
    (
        "入冬以来，市供热公司对全市供热管网进行了全面检查和维修，更换老旧管道十二公里，保证居民家中温度达标。\n"
        "供热公司负责人介绍，今年新增锅炉两台，供热面积比去年增加一成，抢修队伍昼夜值班，随时处理故障。"
    ),
    (
        "昨天上午，县图书馆新馆开放，新馆藏书三十万册，设有儿童阅览室和自习室，吸引许多读者前来借书。\n"
        "图书馆馆长说，新馆每天开放十二小时，读者凭身份证就能办理借书证，周末还将举办讲座和展览。"
    ),
)

ARTICLE = Split(
    article,
    gate="\n",
    shown=as_read,
    examples={
        "\n县图书馆新馆开放\n".join(_TURN): [*_TURN],
        _PAPER: [
            (
                "□新华社记者 王泽 吕诚成 陈杉\n\n看到新华社记者手中的照片，总统脸上露出了笑容。\n\n"
                "友谊的种子播在心里\n\n中国和赤道几内亚建交已逾半个世纪，传统友谊深厚。\n\n"
                "(新华社马拉博5月29日电)"
            ),
            "新华社日内瓦5月28日电 (记者 张兆卿 陈俊侠)国际电联28日公布各奖项归属。",
        ],
        _BOX: [
            (
                "●本报记者 苗青\n"
                "今年以来，市人社部门进一步拓宽留呼渠道，吸引大学生就业创业4.51万人。"
            ),
            (
                "■ 支持重点旗县运输和通用机场建设。\n■ 开展低空空域改革，发展低空经济。\n"
                "■ 聚焦新能源、稀土新材料等优势领域，布局建设创新平台。\n■ 培育发展银发经济。"
            ),
            "新华社日内瓦5月28日电 国际电联28日公布各奖项归属。",
        ],
        _HALF: [
            (
                "本报讯 (记者王晓颖)近日，江西省赣州市信丰县举办劳动和技能竞赛，"
                "重点考察车辆起步与停车规范。"
            ),
            (
                "本报讯 (记者赖志凯)广州市计划自2025年至2027年，"
                "在全市建成350家“羊城技能加油站”，累计开展技能培训100万人次，"
                "全面建成高水平技能城市。"
            ),
        ],
        # Markdown's marks are no part of a title. synthetic
        f"# **青山湖边修起了新步道**\n\n{_WALK}\n\n## 白鹭回来了\n\n{_WALK}": [
            f"{_WALK}\n\n## 白鹭回来了\n\n{_WALK}"
        ],
        # A short heading, and nothing but paragraphs below it. synthetic
        (
            "老闸的水尺\n\n水尺立在老闸的下游，每天早晚各读一次，读数写在一本蓝皮的本子里，"
            "本子用完了就放进木箱。\n\n看水的人换过四个。"
        ): [
            (
                "水尺立在老闸的下游，每天早晚各读一次，读数写在一本蓝皮的本子里，本子用完了就放进木箱。"
                "\n\n看水的人换过四个。"
            )
        ],
        # Who wrote and when stand between the two, and stay. synthetic
        (
            "老闸的水尺与看水人\n\n陈小红 2025-03-01\n\n水尺立在老闸的下游，每天早晚各读一次，读数"
            "写在一本蓝皮的本子里，本子用完了就放进木箱。\n\n看水的人换过四个。"
        ): [
            (
                "陈小红 2025-03-01\n\n水尺立在老闸的下游，每天早晚各读一次，读数写在一本蓝皮的本子"
                "里，本子用完了就放进木箱。\n\n看水的人换过四个。"
            )
        ],
        # Names of a site and of a class round a title, which shares words with the text. synthetic
        (
            "小学五年级 - 记叙文 阅读指导\n\n老闸边的水尺\n\n城中小学 习作园地\n\n"
            "老闸的水尺立在下游，每天早晚各读一次，读数写在一本蓝皮的本子里，本子用完了就放进木箱。\n\n看水尺的人换过四个，他们"
            "都住在老闸边的小屋里，屋里只有一张床、一盏灯和一只装本子的木箱。"
        ): [
            (
                "小学五年级 - 记叙文 阅读指导\n城中小学 习作园地\n\n老闸的水尺立在下游，每天早"
                "晚各读一次，读数写在一本蓝皮的本子里，本子用完了就放进木箱。\n\n看水尺的人换过四个，他们都住在"
                "老闸边的小屋里，屋里只有一张床、一盏灯和一只装本子的木箱。"
            )
        ],
    },
    keeps=(
        # Names above a text that share nothing with it. synthetic
        (
            "城中小学五年级三班\n\n李小欣的习作本\n\n老闸的水尺立在下游，每天早晚各读一次，读数写在一本蓝皮"
            "的本子里，用完了就放进木箱。\n\n看水尺的人换过四个，他们都住在老闸边的小屋里，屋里只有一张床、"
            "一盏灯和一只装本子的木箱。"
        ),
        # A day above the text, and no title; a section above the title. synthetic
        "2025-03-01\n\n水尺立在老闸的下游，每天早晚各读一次，读数写在一本蓝皮的本子里，用完就放进木箱。",
        (
            "本地新闻\n\n老闸的水尺与看水的四个人\n\n水尺立在老闸的下游，每天早晚各读一次，读数写在一本"
            "蓝皮的本子里，本子用完了就放进木箱。\n\n看水的人换过四个。"
        ),
        # An interview: the speakers are no bylines.
        "记者：学校是什么时候办起来的？\n王平：一九八五年。\n记者：有多少学生？\n王平：三百多人。",
        # A law: chapters and articles, and a first line that is no title.
        (
            "2017年8月25日 国务院第183次常务会议通过\n第一章 总则\n"
            "第一条 为了规范管理，制定本条例。\n第二条 本条例适用于境内的活动。\n"
            "第二章 监督\n第三条 县级以上人民政府负责监督。"
        ),
        # A report: numbered headings, a salutation.
        (
            "各位代表：\n\n我代表人民政府，向大会作工作报告。\n\n一、过去一年的工作\n\n"
            "（一）经济平稳运行\n\n生产总值增长百分之五，粮食总产量创下新高。"
        ),
        # A novel. synthetic
        "第一章 雨夜\n\n雨下了一夜，屋檐下的灯没有熄。\n\n第二章 来客\n\n有人敲门。",
        # One heading and a list, or a line that goes on below it. synthetic
        "老闸的水尺\n\n水位每天早晚各读一次\n读数写在蓝皮的本子里\n本子放进木箱",
        "他走到窗前\n外面的雨还在下，街上一个人也没有，远处的灯一盏一盏地灭了，天快亮的时候，\n雨停了。",
        # Verse.
        "月亮爬上了屋檐\n风把门轻轻推开\n你在灯下写信\n写给一个没有去过的地方",
        # A list of places, a table of contents: synthetic.
        "北京市朝阳区\n上海市浦东新区\n广东省广州市\n四川省成都市",
        "目录\n前言……1\n系统的安装……5\n网络的设置……12\n常见的问题……30",
        # A recipe.
        "番茄炒蛋\n用料\n番茄 2个\n鸡蛋 3个\n做法\n1. 番茄切块。\n2. 热锅下油，先炒鸡蛋。",
        # A notice with its salutation, office and day.
        (
            "关于调整作息时间的通知\n各部门：\n自下周一起，上午上班时间调整为8时30分。\n"
            "附件：夏季作息时间表\n行政办公室\n2024年5月6日"
        ),
        # Minutes, synthetic.
        "时间：5月6日下午\n主持：王平\n记录：李明\n会议讨论了下半年的工作安排。",
        # Names of columns and brackets that are subheads of a report, synthetic.
        (
            "各地动态\n\n【加快建设】\n\n东部各县今年新修公路三百公里，明年还要再修两百公里。\n\n"
            "【强化管护】\n\n西部各县为每个村配了一名管护员，负责巡查路面。"
        ),
        (
            "本月工作小结\n\n重点关注\n安全生产\n\n开展检查十二次，整改隐患三十处，没有发生事故。\n\n"
            "工作动态\n教育培训\n\n举办培训班两期，有一百二十人参加。"
        ),
        # A digest that a dateline announces: one document with subheads.
        (
            "央视网消息（新闻联播）：\n工业和信息化部部署号码保护服务业务试点\n"
            "我国将开展号码保护服务业务试点，使用700号段。\n2025上合组织国家电影节开幕\n"
            "电影节7月3日在重庆开幕。"
        ),
        # A digest without a name of its own: its headings are equals, synthetic.
        (
            "上半年外贸进出口总值再创新高\n海关总署昨天发布数据，上半年外贸进出口总值同比增长百分之六，"
            "规模创历史同期新高，结构也在优化。\n首条跨海高速铁路今天正式通车\n铁路部门今天宣布通车。"
        ),
        # English, Japanese, code.
        "A Short History\n\nThe town was founded in 1820.\n\nTrade\n\nIt lived on wool.",
        "東京の天気\n\n今日は朝から雨が降っています。\n\n大阪の天気\n\n大阪は曇りです。",
        "def main():\n    # 打印一行文字\n    print('你好，世界')\n\nmain()",
    ),
)
