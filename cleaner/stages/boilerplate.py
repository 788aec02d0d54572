"""Boilerplate: what a web page has round its article, in text that once was a web page.

A saved page is often a tenth article and nine tenths frame: a path, bars of channels, share
buttons, related and popular lists, tags, comments, filing numbers. Three questions in this order:

1. Is it a page at all? Kinds of evidence are counted (cleaner/web/page.py); a newspaper, a manual,
   a poem have at most two, and nothing is touched.
2. Where is the article? One block of lines between headline and barrier (cleaner/web/block.py).
3. What inside it is the site's? Only lines that are labels by themselves.

Worked:

    疫情防控常态化下，长春市的新经济之路_凤凰网      the <title>: goes, it is a copy
    疫情防控常态化下，长春市的新经济之路             the headline: first line of what is left
    2020年09月11日 18:05                             to meta.source_line
    分享到：                                         goes
    2020年，因为疫情影响，各地政府的首要任务…        stays
    [责任编辑：刘斌]                                 to meta.credits
    标签：长春 景甜                                  the barrier: from here on everything goes

A page whose frame was cut off before it came here has little evidence; there only a tail that
opens with a barrier and consists of labels goes (`web_edge`).
"""

from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.document import Document, Edit, Note
from cleaner.layout import COLON, COMMA, END, PLAIN, read_lines
from cleaner.programs import is_said, program_lines
from cleaner.stage import Rewrite
from cleaner.web import labels
from cleaner.web.block import dropped_inside, find_block, is_barrier
from cleaner.web.chapters import inserted
from cleaner.web.contents import blog_contents, contents
from cleaner.web.deletions import deletions
from cleaner.web.headline import HEADLINE_MOST, HEADLINE_REACH, ems
from cleaner.web.headrows import headline_rows, mends, rows_of_head
from cleaner.web.margins import margins, show_page
from cleaner.web.notices import without_notices
from cleaner.web.page import PAGE, TRIMMED, WebLine, evidence, web_lines
from cleaner.web.passing import HEADLINE_LEAST, field_of
from cleaner.web.runs import Block
from cleaner.web.tails import tail
from cleaner.web.titles import title_span
from cleaner.web.trimmed import body, edge_lines, head, proof
from cleaner.web.twin import as_page
from cleaner.web.wrapped import mended

# Lines above and below the block whose date, source and editor are the article's; counted: 6, 4.
ABOVE, BELOW = 12, 5

# Code that its writer marked up; files: fields in front, none a crawler's, three comments, or one
# of reStructuredText.
FENCE = "\n```"
FILE_RE = re.compile(
    r"---\n(?!(?:.*\n){0,19}?(?:url|source|hostname|link):)(?:.*\n){1,20}?---\n"
    r"|(?:(?:#|//|;;|%)(?: .*)?\n){3}|\.\. (?:[\w-]{1,40}::|[A-Z_])"
)
MOST_CODED = 0.4  # of the lines that are a program's: of pages at most .03, of sources .44 and more

LEAST_LINES = 4  # whole texts of fewer lines are no page: the shortest frame has more


def web_page(document: Document) -> Iterator[Edit | Note]:
    """Keep the article of a web page, its headline first; delete the lines round it.

    Date, source, author and editor lines go to metadata (source_line, byline, credits). What is
    found is noted as `web`: the sum of the evidence, its kinds, and whether the first line is the
    headline. Text without enough evidence is left alone, however short its lines are.
    """
    text = document.text
    if text.count("\n") < LEAST_LINES or FILE_RE.match(text):
        return
    found = evidence(text)
    total = sum(found.values())
    if total < PAGE or _is_source(text):
        return
    lines = web_lines(text)
    block = find_block(lines)
    if block is None:
        return
    fates = mended(read_lines(text), _fates(lines, block))
    if fates is None:
        return
    headed = block.headline >= 0 or _headed(lines, fates)
    yield Note("web", {"score": total, "evidence": list(found), "headline": headed})
    yield from deletions(text, lines, fates, mends(lines, block.headline))


def _is_source(text: str) -> bool:
    """Say whether a text is a program, or what one says: asked last, since each line is read."""
    return sum(coded := program_lines(read_lines(text))) > MOST_CODED * len(coded) or is_said(text)


def web_edge(document: Document) -> Iterator[Edit | Note]:
    """Delete what is left of a page's frame at the end and the head of an article.

    For pages that were trimmed before: a barrier soon after the text, or labels before it.
    """
    text = document.text
    if not _may_be_trimmed(text):
        return
    found = evidence(text)
    if not TRIMMED <= sum(found.values()) < PAGE or _is_source(text):
        return
    lines = edge_lines(text)
    if found.keys() in ({"chapter"}, {"title"}):  # proves no frame round it
        yield from _unframed(text, lines, title="title" in found)
        return
    named = title_span([line.line.text for line in lines])[1] > 0
    if not (goods := body(lines)):
        return
    shown = proof(lines, goods[0])
    (dropped, headline), below = head(lines, goods, shown), tail(lines, goods[-1], shown)
    notices = without_notices(lines, goods[0], len(lines))[1]
    listed = {*blog_contents(texts := [line.line.text for line in lines]), *inserted(texts)}
    gone = sorted({*dropped, *below, *listed, *range(notices, len(lines))})
    site, best = margins(lines, goods[0], goods[-1])
    if not gone and ("paper" in found or not show_page(lines, goods[0], site)):
        if named:
            yield from _unframed(text, lines, title=True)
        return
    headline = headline if headline >= 0 else best
    rows = headline_rows(lines, headline, goods[-1] + 1)
    gone = sorted({*gone, *site}.difference(rows))
    given: list[str | None] = [None] * len(lines)
    end = next((i for i in gone if i > goods[-1]), len(lines))
    for i in gone:
        given[i] = field_of(lines[i]) if i < end + BELOW else ""
    if shown.stamp in gone:
        given[shown.stamp] = given[shown.stamp] or "source_line"
    fates = mended(read_lines(text), given)
    if fates is None:
        return
    first = next(i for i, fate in enumerate(fates) if fate is None)
    named = named and first == 0
    headed = first in rows or first + 1 in listed or named or _headed(lines, fates)
    yield Note("web", {"score": sum(found.values()), "evidence": list(found), "headline": headed})
    yield from deletions(text, lines, fates, mends(lines, 0) if named else ())


def _may_be_trimmed(text: str) -> bool:
    """Say whether a text is no file, and has a frame's lines or a <title> over one or two."""
    if FENCE in text or FILE_RE.match(text):
        return False
    if text.count("\n") >= LEAST_LINES:
        return True
    return title_span([line.text for line in read_lines(text)])[1] > 0


def _unframed(text: str, lines: Sequence[WebLine], *, title: bool) -> Iterator[Edit | Note]:
    """Take the notes of a chapter, or the site's names from a title over text (no table)."""
    if not title:
        yield from deletions(text, lines, ["" if x.label == labels.NOTE else None for x in lines])
    elif (goods := sum(x.good for x in lines[1:])) and goods >= sum(
        "|" in x.line.text for x in lines[1:]
    ):
        yield Note("web", {"score": 1, "evidence": ["title"], "headline": True})
        yield from deletions(text, lines, [None] * len(lines), mends(lines, 0))


def _fates(lines: Sequence[WebLine], block: Block) -> list[str | None]:
    """Return for each line None (it stays), a field of metadata, or "" (it goes)."""
    fates: list[str | None] = [""] * len(lines)
    above = HEADLINE_REACH if block.headline >= 0 else ABOVE
    top = max(block.headline + 1, block.start - above)
    for i in range(top, min(block.end + BELOW, len(lines))):
        if i >= block.end and is_barrier(lines[i]):
            break
        fates[i] = field_of(lines[i])
    for i in range(block.start, block.end):
        if lines[i].label in (labels.META, labels.CREDIT):
            continue
        fates[i] = "" if dropped_inside(lines, i, block) else None
    for first, last in block.whole:
        for i in (*range(first, min(last, block.start)), *range(max(first, block.end), last)):
            fates[i] = None if first < block.start or not dropped_inside(lines, i, block) else ""
    # The name of the contents is short: it may stand right above the block.
    top = max(block.start - 1, 0)
    for i in contents([line.line.text for line in lines[top:]]):
        fates[top + i] = ""
    for i, fate in rows_of_head(lines, block).items():
        fates[i] = fate
    return fates


def _headed(lines: Sequence[WebLine], fates: Sequence[str | None]) -> bool:
    """Say whether the first line that stays has a headline's shape, and text under it."""
    first, *rest = [line for line, fate in zip(lines, fates, strict=True) if fate is None]
    below = [line for line in rest[:2] if not line.line.text.startswith("——")]
    return (
        first.chars >= HEADLINE_LEAST
        and ems(first) <= HEADLINE_MOST
        and first.line.ending not in (END, COMMA, COLON)
        and first.line.opening == PLAIN
        and not first.label
        and bool(below)
        and below[0].end
    )


# ---- stages: cases from the seeds, and synthetic ones --------------------------------------------

_PARAGRAPHS = (
    "记者昨天从市交通运输局获悉，截至五月底，本市新能源公交车辆已达四千二百辆，占比突破八成。",
    "据介绍，今年还将更新三百辆老旧车辆，并在十二个公交场站增设充电桩，满足日常运营的需要。",
)
_BODY = "\n".join(_PARAGRAPHS)

WEB_PAGE = Rewrite(
    web_page,
    gate="\n",
    once=True,
    shown=as_page,
    examples={
        # synthetic: when a law was passed is a day of the text's own
        "首页 > 法规 > 正文\n分享到：\n车辆管理办法\n（2022年6月8日市人民代表大会第五次会议通过）\n"
        f"{_BODY}\n上一篇：公交车辆八成用电\n下一篇：五号线年内开工\n": (
            f"车辆管理办法\n（2022年6月8日市人民代表大会第五次会议通过）\n{_BODY}\n"
        ),
        # seed 002, shortened: path, empty date line, lists of related articles
        "服务粉丝\n\n我们一直在努力\n当前位置:首页 > 情感 > 故事 >\n\n"
        "携手共商高技能合作 同心共谋新通道发展\n\n日期: 来源:智汇八方收集编辑:智汇八方\n\n"
        " 11月22日,陆海新通道技术技能人才国际发展联盟成立。近年来,重庆人社持续深化合作。\n\n"
        "重庆市人力资源和社会保障局党组书记、局长黎勇讲话\n\n"
        "向海而兴万物生,向新而行天地阔。市人力社保局将继续深化交流、助力发展,不断谱写“新篇章”。\n\n"
        "相关阅读\n\n  • 重庆上线人才创新创业“一件事一次办”服务\n\n热门文章\n\n最新文章\n": (
            "携手共商高技能合作 同心共谋新通道发展\n\n"
            " 11月22日,陆海新通道技术技能人才国际发展联盟成立。近年来,重庆人社持续深化合作。\n\n"
            "重庆市人力资源和社会保障局党组书记、局长黎勇讲话\n\n"
            "向海而兴万物生,向新而行天地阔。市人力社保局将继续深化交流、助力发展,不断谱写“新篇章”。\n"
        ),
        # seed 004, shortened: a stock picture's note, and a tail of teasers after the tag line
        "冀疆情深满天山\n——河北省第九批对口援疆工作综述\n(相关资料图)\n"
        "山川一脉同风雨,冀疆何曾是两乡。\n"
        "如今,在辽阔的巴州大地,“河北援建”印记随处可见,越来越多的产业从河北转移到巴州、兵团二师。\n"
        "产业援疆强经济促就业\n"
        "援疆产业不仅促进经济发展,也增加了就业机会,让受援地各族群众不离土不离乡、家门口就业奔小康。\n"
        "标签:\n原标题:一季度干了啥|屯昌推动多个重点项目落地深化政务服务改革优...\n"
        "挖贝网4月20日,武汉深蓝(430709)近日发布2022年年度报告,报告期...\n"
        "1、是的。2、恭喜了。3、在预录取状态下,是已经把考生录取了,这是...\n"
        "CPA注册会计师考试是最具权威性的会计考试之一,成为注册会计师需要...\n": (
            "冀疆情深满天山\n——河北省第九批对口援疆工作综述\n山川一脉同风雨,冀疆何曾是两乡。\n"
            "如今,在辽阔的巴州大地,“河北援建”印记随处可见,越来越多的产业从河北转移到巴州、兵团二师。\n"
            "产业援疆强经济促就业\n"
            "援疆产业不仅促进经济发展,也增加了就业机会,让受援地各族群众不离土不离乡、家门口就业奔小康。\n"
        ),
        # synthetic: the headline stands in the <title>, above the text and in a list of links
        "公交车辆八成用电_晨光网\n首页|新闻|财经|体育\n首页 > 财经 > 正文\n公交车辆八成用电\n"
        f"2022-06-08 08:12　来源：晚报\n分享到：\n{_BODY}\n责任编辑：吴敏\n"
        "相关新闻\n公交车辆八成用电\n轨道交通五号线年内开工\n京ICP备00000000号": (
            f"公交车辆八成用电\n{_BODY}"
        ),
    },
    keeps=[
        # synthetic: what a site is made from
        (
            "---\nsummary: 安装指南\n---\n\n# 安装网关\n\n最后更新：2026-01-01\n\n## 概述\n\n"
            "网关在停止服务以后不再运行，请按下面的步骤启用它。\n"
            "对于始终在线的服务器，请考虑使用系统服务，不要用用户服务，参见 [手册](/gateway)。\n\n"
            "## 相关文档\n\n- [网关](/gateway)（标志、端口）\n- [配置](/gateway/config)\n"
            "- [助手](/start/a)\n- [应用](/platforms/macos)\n"
        ),
        # synthetic: the fields of a file above a licence that a program broke, and below it
        (
            "Name: ferry\nComment:\nThis package was put together by Jo\nHale, who took the\n"
            "sources\nfrom the place that is named above.\nFiles: *\nLicense: GPL\n"
            "Some files are not here, since\ntheir licence allows only verbatim\n"
            "copying, and nobody else may\nchange what is in them.\n"
            "This program is free software; see the text of the licence that comes with it.\n"
            "Files: crane\nLicense: own licence\nThis list of questions may be put\n"
            "into other tongues, made into\nother formats, and kept up to date\n"
            "with what is new in it.\n"
        ),
        # synthetic: a table whose rules stand at both ends of its rows; keys of a keyboard
        (
            "表一 编译器\n|包      |大小 |语言      |\n|ferry   |102 K|English   |\n"
            "|crane   |97 K |中文      |\n用这些包可以编译上面的程序，大小是装好以后的。\n"
            "按下面的键可以换到别的窗口，按两次就回到原来的窗口。\nCtrlAlt→\nShiftSuper→\n"
            "版权所有\n打印\n"
        ),
        # synthetic: source with the rights of its writers, and an end that is none of a page
        (
            "Copyright © 2021 Crane\nfunction gauge(a, b)\n  if a > b:\n    return a;\nEND\n"
            "function gate(a) {\n  return a > 2;\n}\ncall(gauge, gate);\nprint(x > y);\nEND\n"
            "The water was higher that morning, and he wrote it down, as always.\n上一篇 下一篇\n"
        ),
        # synthetic: a privacy policy has rights and a day of change, a web page's kinds but few
        (
            "隐私政策\n更新时间：2021-03-01\n版权所有\n我们非常重视您的个人信息，会尽力保护您的隐私。\n"
            "一、我们如何收集信息\n您注册时，我们会收集您的手机号码，用于登录和找回密码。\n联系我们\n"
        ),
        # synthetic: a phone's manual
        (
            "更改语言\n设置 > 通用\n设置 > 通用 > 语言\n设置 > 显示\n设置 > 显示 > 亮度\n"
            "轻点一种语言，然后轻点“完成”，屏幕会变暗片刻。\n下载\n版权所有\n"
        ),
        # synthetic: a poem of buttons
        "分享\n注册\n登录\n我把日子分享给你\n像注册一个名字\n登录\n一个没有密码的春天\n",
        # synthetic: a table of contents
        "目录\n第一章 总论......1\n第二章 方法......15\n第三章 结果......42\n参考文献......77\n",
        # seed 000: a newspaper with credits and a jump line
        (
            "新华社马拉博5月29日电 （记者 张兆卿）\n（上接第2版）\n(参与记者 韩旭)\n"
            "责编：李 华\n资讯\n（下转第6版）\n□新华社记者 王泽 吕诚成 陈杉\n"
        ),
    ],
)

WEB_EDGE = Rewrite(
    web_edge,
    gate="\n",
    once=True,
    shown=as_page,
    examples={
        # synthetic: what a copy-and-paste leaves behind an article
        f"公交车辆八成用电\n{_BODY}\n责任编辑：吴敏\n相关新闻\n热门文章\n五号线年内开工\n": (
            f"公交车辆八成用电\n{_BODY}\n"
        ),
        # synthetic: a day at the head, a button or a neighbour at the foot
        f"公交车辆八成用电\n小周 2022-06-08\n{_BODY}\n【打印】 【关闭】\n": (
            f"公交车辆八成用电\n{_BODY}\n"
        ),
        f"财经\n公交车辆八成用电\n2022/06/08 文／吴敏\n{_BODY}\n上一篇：五号线年内开工\n": (
            f"公交车辆八成用电\n{_BODY}\n"
        ),
        # synthetic: a day that a program printed, one end alone
        f"公交车辆八成用电\n2022-06-08 财经吴敏\n{_BODY}\n明年还要再加。": (
            f"公交车辆八成用电\n{_BODY}\n明年还要再加。"
        ),
        # synthetic: names that no table knows, round what a stamp has shown
        f"竹溪观察\n公交车辆八成用电\n2022-06-08 08:12 来源：晚报\n小吴有话说\n{_BODY}\n分享到：\n"
        "五号线年内开工\n看看大家怎么想\n": f"公交车辆八成用电\n{_BODY}\n",
        # synthetic: credits and buttons whose values a site left out; together they show it
        f"公交车辆八成用电\n供稿：吴敏\n{_BODY}\n来源：\n责任编辑：\n点击数：\n": (
            f"公交车辆八成用电\n{_BODY}\n"
        ),
        # synthetic: a reader's text below the page's <title>, plain and in Markdown
        f"公交车辆八成用电|站台_社会_晨光网\n{_BODY}\n站台还要再建。\n明年": (
            f"公交车辆八成用电\n{_BODY}\n站台还要再建。\n明年"
        ),
        f"# 公交车辆八成用电 - 晨光晚报\n\n{_BODY}\n\n## 站台\n\n**明年**还要再建。": (
            f"公交车辆八成用电\n\n{_BODY}\n\n## 站台\n\n**明年**还要再建。"
        ),
        # synthetic: a neighbour or two tools at the foot of prose
        f"公交车辆八成用电\n{_BODY}\n上一篇：五号线年内开工\n": f"公交车辆八成用电\n{_BODY}\n",
        f"公交车辆八成用电\n{_BODY}\n关闭\n分享到：\n": f"公交车辆八成用电\n{_BODY}\n",
        # synthetic: an hour and a source prove the head; one label at the foot is enough
        f"公交车辆八成用电\n2022-06-08 08:12 来源：晚报\n{_BODY}\n分享到：\n五号线年内开工\n": (
            f"公交车辆八成用电\n{_BODY}\n"
        ),
    },
    keeps=[
        f"{_BODY}\n（以下无正文）\n甲方（盖章）：\n乙方（盖章）：\n",  # synthetic: a contract
        # synthetic: a heading that could be a link list's, and text behind it
        f"{_BODY}\n相关链接\n新能源公交车是指以电力为动力的车辆，我国从2009年开始推广。\n",
        # synthetic: a notice with its names at the end
        f"各单位：\n{_BODY}\n附件：车辆明细表\n市交通运输局\n2022年6月8日\n",
        # synthetic: a day at the head and nothing of a site at the foot; a diary; a law
        f"公交车辆八成用电\n小周 2022-06-08\n{_BODY}\n附件：车辆明细表\n",
        f"雨中记事\n2022年6月8日 星期三 小雨\n{_BODY}\n分享给明天的自己\n",
        f"车辆管理办法\n（2022年6月8日市人民代表大会第五次会议通过）\n{_BODY}\n收藏\n",
        # synthetic: a day with an edition, an office, weather, facts of a meeting beside it
        f"公交车辆八成用电\n2022-06-08 第3版\n{_BODY}\n附件：车辆明细表\n",
        f"车辆管理办法\n2022-06-08 市人民代表大会常务委员会\n{_BODY}\n第一条\n",
        f"北行记之三\n2022-06-08 于旅馆\n{_BODY}\n",
        f"北行记之三\n2022-06-08 晚 旅馆\n{_BODY}\n",
        f"公交年度报告\n2022-06-08 吴敏\n{_BODY}\n",
        f"公交车辆八成用电\n{_BODY}\n延伸阅读：《公交史》\n",
        f"公交车辆八成用电\n{_BODY}\n相关链接：见附录二\n",
        f"公交车辆八成用电\n{_BODY}\n关键词：公交；电车\n",
        f"雨中记事\n2022-06-08 小雨转阴\n{_BODY}\n分享给明天的自己\n",
        f"公交例会\n2022-06-08 08:30\n地点：二楼\n{_BODY}\n参会：吴敏\n",
        # synthetic: a diagram in a block of code
        (
            "```\n    C --> D[结果]\n    C -.->|重试| P\n  end\n```\n支持接入工作流，实现流水线。 "
            "示例：[w/a.py](https://github.com/x/y/blob/main/w/a.py)\n"
            "支持与上下游传递内容、编排任务。 "
            "示例：[w/b.py](https://github.com/x/y/blob/main/w/b.py)"
        ),
        # synthetic: one tool's name, a reading list, a column's cut lines, a part's heading
        f"公交车辆八成用电\n{_BODY}\n收藏\n",
        f"公交车辆八成用电\n{_BODY}\n推荐阅读\n[1] 吴敏. 公交史[M]. 2021.\n",
        f"# 车辆\n{_BODY}\n相关链接\n车辆明细表\n",
        f"{_PARAGRAPHS[0][:30]}\n{_PARAGRAPHS[0][30:]}\n{_PARAGRAPHS[1][:30]}\n编辑：吴敏\n",
        # synthetic: a title over a table; a file's name, a subtitle, a series; titles of pages
        f"公交车辆八成用电_晨光网\n站名 | 辆数\n--- | ---\n车站 | 三百\n站台 | 一千\n{_BODY}\n",
        f"公交车辆八成用电_吴敏\n{_BODY}\n站台还要再建。\n",
        f"公交车辆八成用电--记晨光网\n{_BODY}\n站台还要再建。\n",
        f"公交车辆八成用电-城市经济\n{_BODY}\n站台还要再建。\n",
        f"公交车辆八成用电_晨光网\n{_BODY}\n五号线年内开工_晨光网\n{_BODY}\n",
        "公交车辆八成用电_晨光网\n五号线开工\n站台还要再建\n车票不涨\n",
        # synthetic: text goes on below what could be a label
        f"公交车辆八成用电\n2022-06-08\n{_PARAGRAPHS[0]}\n往期推荐\n{_PARAGRAPHS[1]}\n",
    ],
)
