"""Find what is left of the frame of a page that was trimmed: a few lines at its head.

Extractors of articles leave the path, the headline twice, the line with date and source; and of
what follows the text the first heading (tails.py). There is too little evidence for a page, so only
lines go that are labels by themselves, and names above a path.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile
from typing import NamedTuple

from cleaner import late as re
from cleaner.web import labels
from cleaner.web.block import is_barrier
from cleaner.web.composed import composed
from cleaner.web.edges import is_issuer
from cleaner.web.ends import both, is_stamp, printed
from cleaner.web.foot import Foot, foot
from cleaner.web.headline import BODY, headline_above, units
from cleaner.web.page import WebLine, web_lines
from cleaner.web.passing import (
    BYLINE_RE,
    COUNT_RE,
    HEADLINE_LEAST,
    SITE_FACT_RE,
    SLASHED_RE,
    is_keyed,
)
from cleaner.web.rows import head_bar
from cleaner.web.stamps import ROW_RE, STAMP_DAY_RE
from cleaner.web.titles import TWICE_TEXT, second_copy

HEAD_LABELS = frozenset(
    {
        labels.CRUMB,
        labels.LOGIN,
        labels.META,
        labels.NAV,
        labels.NEXT,
        labels.NOTE,
        labels.SHARE,
        labels.SKIP,
    }
)
STOCK_CHARS = 9  # (相关资料图) and no more

# A stamp that only a site prints: a day with its hour, two facts with their names, a count. The day
# and source of a report in a paper are no such (2018年4月12日 来源：江城日报).
HOUR_RE = re.compile(r"\d{1,2}[:：]\d{2}")
SECONDS_RE = re.compile(r"\d{1,2}[-/.月]\d{1,2}日?\d\d:\d\d:\d\d")
NAMED_RE = re.compile(r"[^\s\d:：|]{2,6}[:：]")
VIEWS_RE = re.compile(r"(?:阅读|浏览|点击|人气)(?:次数|[量数])?:\d")
NAMED_FACTS = 2
# A fact without its value: only a program prints 2015-03-26 来源:
EMPTY_RE = re.compile("(?:来源|作者|编辑|出处|点击|阅读|浏览):$")
# The issue that a journal's article is from: 云岭文史 2015年2期.
ISSUE_RE = re.compile(r"[^，。；：]{2,14}\s?(?:19|20)\d\d年第?\d{1,2}期")
MOST_NAMES = 12  # lines of a site above its path or stamp; chosen
BAR_NAMES = 3  # 首页 目录 下一章
POEM_LEAST = 3  # characters of a title right above a stamp beyond doubt; chosen
VERSE = 4  # lines of a text without a paragraph; chosen
TOOL_CHARS = 4  # of a button; chosen
OTHER_SHARE = 0.25  # of its pairs of characters that a kicker shares with the text; chosen
TOLD, TOLD_SHARE = 3, 0.5  # pairs of characters of a line that the text has; chosen
SITE_ENDS = ("网", "網", "在线", "在線", "频道", "頻道", "新闻", "新聞")
STAMP_REACH, STAMPS = 5, 2  # lines above it; stamps of one article: more are a log's
MINUTES_RE = re.compile(
    r"(?:会议)?(?:主持|记录|出席|列席|缺席|参会|参加|与会|到会)(?:人员?|者|单位)?\s?[：:]"
)
MAIL_RE = re.compile(r"(?:发件人|收件人|抄送|主题|地点|From|To|Subject)\s?[：:]")
BOOK_RE = re.compile(r"第?[\d一二三四五六七八九十百]{1,4}[章节節回部卷]|.{0,16}第\d{1,2}[版次]")
NAMES_ABOVE = 2  # names of a section above the headline
FACT_CHARS = 4  # of a fact's name; 陈某专文：… is a headline
NAMES_BELOW = 2  # lines between the stamp and the first paragraph


class Head(NamedTuple):
    """The lines of a head that go, and the index of the headline or -1."""

    dropped: list[int]
    headline: int = -1


class Above(NamedTuple):
    """What stands above the first paragraph of a trimmed page."""

    found: list[int]  # labels of the site
    path: int  # the last path among them, or -1
    stamp: int  # or -1
    sure: bool  # the stamp is one that only a site prints, or that the tail proves
    framed: bool  # a bar stands above the text, or a foot below it


class Proof(NamedTuple):
    """What shows by itself that a text is a trimmed page."""

    stamp: int  # a stamp under the headline, sure by itself or by the tail; or -1
    tail: int  # the first of the site's labels below the last sentence, or the number of lines
    foot: Foot  # what stands below the last sentence of whole paragraphs


def edge_lines(text: str) -> tuple[WebLine, ...]:
    """Return the lines of a trimmed page: a label at its ends need be in no table. Linear."""
    lines = web_lines(text)
    goods = [i for i, line in enumerate(lines) if line.good] or [len(lines)]
    return tuple(
        line._replace(label=labels.NAV, cut=False)
        if not (line.label or goods[0] <= i <= goods[-1]) and composed(line.line.text)
        else line
        for i, line in enumerate(lines)
    )


def proof(lines: Sequence[WebLine], first: int) -> Proof:
    """Return the stamp above the first paragraph that shows a page, and where the tail begins."""
    texts, marks = [line.line.text for line in lines], [line.label for line in lines]
    at, tail = both(texts, marks)
    if at < 0:
        at = _stamp(lines, first)
        at = at if at >= 0 and _is_sure(lines, at) else printed(texts, marks)
    return Proof(at, tail, foot(texts))


def body(lines: Sequence[WebLine]) -> list[int]:
    """Return the paragraphs beyond doubt of a text, or its first line and its last; or nothing.

    Two paragraphs are enough. A text of one, or of verse, is looked at where the stamp over it is
    one that only a site prints or that the tail proves, or a filing number stands below it.
    Minutes are the writer's to their last line (下一篇：…, 标签：…), unless a site stamped them.
    """
    goods = [i for i, line in enumerate(lines) if line.good]
    if len(goods) > 1:
        return [] if _are_minutes(lines, goods[0]) else goods
    dated = [i for i, line in enumerate(lines) if _is_dated(line)]
    if dated and dated[-1] - dated[0] >= len(dated):
        return []  # apart: a log, a list
    if goods:
        filed = any(labels.FOOTER_STRONG_RE.search(x.line.text) for x in lines[goods[0] :])
        return goods if filed or proof(lines, goods[0]).stamp >= 0 else []
    at = dated[0] if dated else MOST_NAMES
    if at >= MOST_NAMES or not _is_sure(lines, at):
        return []
    end = next((i for i in range(at + 1, len(lines)) if is_barrier(lines[i])), len(lines))
    verse = [i for i in range(at + 1, end) if not lines[i].label and not lines[i].day]
    return [verse[0], verse[-1]] if len(verse) >= VERSE else []


def _are_minutes(lines: Sequence[WebLine], first: int) -> bool:
    """Say whether those present stand above the text, and no stamp of a site does."""
    if not any(MINUTES_RE.match(line.line.text) for line in lines[:first]):
        return False
    at = _stamp(lines, first)
    return at < 0 or not _is_sure(lines, at)


def head(lines: Sequence[WebLine], goods: Sequence[int], shown: Proof) -> Head:
    """Return the lines above the first paragraph that are the site's, and the headline.

    A path, or two kinds of label. One kind is not enough: 设置 > 通用 stands twice in a manual,
    and 更新时间： with 版权所有 in a policy. A stamp by its form is, with a headline above it;
    or one that the tail has proven.
    """
    first = goods[0]
    above = _above(lines, first, shown)
    twice = _twice(lines, first, above.found)
    if twice:
        return twice
    if not _is_enough(lines, above):
        return Head([i for i in above.found if _is_stock(lines[i])])
    headline = _headline(lines, goods, above)
    if not _leads(lines, headline, first, above):
        gone = above.stamp < 0 or above.stamp == 0 > headline
        return Head(above.found if gone else [], headline if above.stamp < 0 else -1)
    if above.stamp >= 0 and above.path < 0 and not _is_near(lines, headline, above):
        return Head(above.found if above.stamp == 0 else [])
    sure = above.sure or above.framed or above.path >= 0
    return _cleared(lines, Head(above.found, headline), first, sure=sure)


def _above(lines: Sequence[WebLine], first: int, shown: Proof) -> Above:
    """Return what stands above the first paragraph, up to a sentence.

    What stands under a sentence is in a text of short lines: [图片] in a chat.
    """
    texts, marks = [line.line.text for line in lines], [line.label for line in lines]
    framed = shown.foot.shown or head_bar(texts, marks) >= 0
    top = next((i for i in range(first) if _is_sentence(lines[i])), first)
    own = units(lines[first : first + BODY])
    found = [
        i
        for i in range(top)
        if i == shown.stamp or (lines[i].label in HEAD_LABELS and not is_told(lines[i], own))
    ]
    path = max((i for i in found if _is_path(lines[i])), default=-1)
    if shown.stamp >= 0:
        return Above(found, path, shown.stamp, sure=True, framed=framed)
    stamp = _stamp(lines, first)
    return Above(found, path, stamp, sure=stamp >= 0 and _is_sure(lines, stamp), framed=framed)


def is_told(line: WebLine, own: AbstractSet[str]) -> bool:
    """Say whether the text speaks of what a line says, though in words of bars: 打印标签和名片."""
    if line.label not in ("", labels.NAV) or line.line.text.endswith(SITE_ENDS):
        return False
    told = len((pairs := units([line])) & own)
    return told >= TOLD and told >= TOLD_SHARE * len(pairs)


def _is_enough(lines: Sequence[WebLine], above: Above) -> bool:
    """Say whether what stands above the text shows a page."""
    kinds = {lines[i].label for i in above.found} - {labels.CRUMB}
    sure = above.stamp >= 0 or above.path >= 0 or above.framed
    return sure or len(kinds) > 1 or labels.SKIP in kinds


def _headline(lines: Sequence[WebLine], goods: Sequence[int], above: Above) -> int:
    """Return the headline: the line above the stamp, and no caption below it; or -1."""
    found, at = headline_above(lines, goods[0], goods[-1] + 1), above.stamp - 1
    if not 0 <= at < found or lines[at].label:
        return found
    return found if _is_other(lines[at], units(lines[goods[0] : goods[0] + BODY])) else at


def _leads(lines: Sequence[WebLine], headline: int, first: int, above: Above) -> bool:
    """Say whether the headline stands below the path, or is no sentence and no chapter.

    A chapter's book and its author stand above it.
    """
    said = lines[headline].line.text
    chapter = BOOK_RE.match(said) is not None and not above.sure
    return above.path < headline < first and (
        above.path >= 0 or not (said.endswith("。") or chapter)
    )


def _is_near(lines: Sequence[WebLine], headline: int, above: Above) -> bool:
    """Say whether the headline is long enough and close above the stamp, or below a sure one.

    A poem's name is short.
    """
    near = above.stamp - NAMES_ABOVE <= headline < above.stamp
    poem = above.sure and headline == above.stamp - 1
    least = POEM_LEAST if poem else HEADLINE_LEAST
    return (near or (above.sure and above.stamp < headline)) and lines[headline].chars >= least


def _is_stock(line: WebLine) -> bool:
    """Say whether a line is (相关资料图) and no more."""
    return "资料图" in line.line.text and line.chars < STOCK_CHARS


def _cleared(lines: Sequence[WebLine], head: Head, first: int, *, sure: bool) -> Head:
    """Return the head with all that stands above its headline, and what repeats the headline.

    `sure`: a path, a bar or a stamp beyond doubt shows whose lines stand below it.
    """
    found, headline = head
    said = labels.fold(lines[headline].line.text)
    for i in range(headline + 1, first):
        line = lines[i]
        own = line.label in (labels.CREDIT, labels.TAGS) or _is_tool(lines, i) or _goes(lines, i)
        if (sure and own) or labels.fold(line.line.text) == said:
            found.append(i)
    # A manual's title stands over those of its sections; a site's repeats the headline.
    spoken = units(lines[first : first + BODY]) - units([lines[headline]])
    above = [i for i in range(headline) if not is_told(lines[i], spoken)]
    return Head(sorted({*above, *found} - {headline}), headline)


def _twice(lines: Sequence[WebLine], first: int, found: Sequence[int]) -> Head | None:
    """Return the head of a page that has its headline twice, an extractor's and its own."""
    above = [i for i in range(first) if not (lines[i].label or lines[i].day or _is_bar(lines[i]))]
    title = above[0] if above else first
    again = title + second_copy([line.line.text for line in lines[title : first + TWICE_TEXT]])
    parted = lines[title + 1 : again]
    # Of the site, or other headlines under its bar; not a speaker's name.
    facts = not parted or title > 0 or any(line.label for line in parted)
    if not title < again <= first or not facts or any(map(_is_sentence, parted)):
        return None
    between = {i for i in range(title + 1, again + 1) if not is_issuer(lines[i])}
    return Head(sorted({*found, *range(title)} | between), title)


def _is_tool(lines: Sequence[WebLine], i: int) -> bool:
    """Say whether a line right above the stamp is a button: 字数."""
    line = lines[i]
    return line.chars <= TOOL_CHARS and not line.end and lines[i + 1].label == labels.META


def _goes(lines: Sequence[WebLine], i: int) -> bool:
    """Say whether a line under a sure stamp's headline is no text: a count, 人物/情侣."""
    text = lines[i].line.text
    return (
        COUNT_RE.fullmatch(text) is not None
        or BYLINE_RE.fullmatch(text) is not None
        or (SLASHED_RE.fullmatch(text) is not None and is_keyed(lines, i))
        or ISSUE_RE.fullmatch(text) is not None
        or is_stamp(text)
    )


def _is_bar(line: WebLine) -> bool:
    return labels.bar_shaped(line.line.text)


def _is_other(line: WebLine, own: AbstractSet[str]) -> bool:
    """Say whether a line above the headline is of another article: it shares little with this."""
    pairs = units([line])
    return len(pairs & own) < OTHER_SHARE * len(pairs)


def _is_path(line: WebLine) -> bool:
    """Say whether a line is a path on a site, or a bar of chapters with its first page."""
    text = line.line.text
    home = labels.fold(text.partition(" ")[0]) in labels.HOMES
    bar = line.label == labels.NEXT and len(text.split()) >= BAR_NAMES
    crumb = line.label == labels.CRUMB
    return (crumb and (home or labels.strong_crumb(text))) or (bar and home)


def _is_fact(line: WebLine) -> bool:
    """Say whether a line is a fact as minutes and letters have them: 地点：厂部, 主题: 回复."""
    name, colon, _ = labels.fold(line.line.text).partition(":")
    return colon != "" and len(name) <= FACT_CHARS


def _is_sentence(line: WebLine) -> bool:
    return line.end and not line.label and line.line.text[-1] in "。."


def _is_dated(line: WebLine) -> bool:
    """Say whether a line is a stamp, be it one that begins with who wrote."""
    named = line.label == labels.CREDIT and STAMP_DAY_RE.search(line.line.text) is not None
    return line.label == labels.META or named


def _is_row(line: WebLine) -> bool:
    """Say whether a line is a row of a document's catalogue: 索引号 … 主题分类 …."""
    return ROW_RE.fullmatch(labels.fold(line.line.text)) is not None


def _is_sure(lines: Sequence[WebLine], at: int) -> bool:
    """Say whether a stamp has a day and two facts that only sites print, or its hour and one.

    Lines one below the other are one stamp.
    """
    if _is_row(lines[at]):
        return True
    rest = takewhile(_is_dated, lines[at + 1 : at + STAMP_REACH])
    text = "|".join(labels.fold(line.line.text) for line in (lines[at], *rest))
    facts = len(set(SITE_FACT_RE.findall(text))) + (HOUR_RE.search(text) is not None)
    # Nobody writes seconds by hand; a mail's head has them beside who sent it.
    near = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
    seconds = SECONDS_RE.search(text) is not None
    facts += seconds and not any(MAIL_RE.match(line.line.text) for line in near)
    facts += EMPTY_RE.search(text) is not None
    return facts >= NAMED_FACTS and (
        STAMP_DAY_RE.search(text) is not None or VIEWS_RE.search(text) is not None
    )


def _stamp(lines: Sequence[WebLine], first: int) -> int:
    """Return where the one stamp of a site stands close under a headline, or -1."""
    # Lines one below the other are one stamp; the rows of a catalogue and what is near are one.
    dated = [_is_dated(line) for line in lines]
    stamps = [i for i, one in enumerate(dated) if one and not (i and dated[i - 1])]
    rows = [i for i in stamps if _is_row(lines[i])]
    stamps = rows[:1] or stamps
    at = stamps[0] if stamps else -1
    if not 0 <= at <= first or len(stamps) > STAMPS:
        return -1
    if _is_sure(lines, at) and at <= MOST_NAMES:
        return at
    # Below the date of minutes stand those present.
    below = {line.line.text for line in lines[at + 1 : first] if not line.label}
    if not 0 < at <= STAMP_REACH or len(below) > NAMES_BELOW:
        return -1
    text = labels.fold(lines[at].line.text)
    day = STAMP_DAY_RE.search(text) is not None
    named = len(NAMED_RE.findall(text)) >= NAMED_FACTS
    shown = (day and (HOUR_RE.search(text) is not None or named)) or VIEWS_RE.search(text)
    near = (lines[at - 1], lines[at + 1])
    facts = (_is_fact(line) for line in near if not line.good and not line.label)
    plain = not any(facts)
    return at if shown and plain else -1
