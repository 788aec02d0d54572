"""Find the headline of an article on a web page: its copies, or the line that is most like one.

A page often says its headline twice: in the first line with the site's name, and above the text.
Where it does not, each of the lines above the text is weighed by many weak cues: what it shares
with the text, what stands above and below it (the path; a date, a button, the author), whether it
is said again, its form. A line that is right above the date and shares its words with the first
paragraphs is the headline though nothing in it is known:

    竹乡在线                             a name: short, nothing shared
    首页 > 老手艺 > 正文                 a label
    后山的篾匠                           under the path, above the date, shares 篾匠: taken
    夜话君                               above the date, but short and nothing shared
    2019-12-03 21:10                     a date
    入冬以来，…二十几个篾匠天天忙到天黑。
"""

import re
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain
from operator import add

from cleaner.layout import COLON
from cleaner.web import labels
from cleaner.web.page import WebLine, is_headline

MAX_COPIES = 10  # copies of the headline that are tried; a bound on time, pages have up to 6

# A headline without a copy has so many characters, and stands so many lines above the text at most
# (buttons, who posted, a table of facts). What lies within HEADLINE_REACH is read for its date.
HEADLINE_LEAST, HEADLINE_MOST, HEADLINE_REACH, FAR_REACH = 6, 60, 20, 40

# What a line above the text is worth as its headline, cue by cue. No cue decides: each is right on
# most pages and wrong on some, and the sum is right where a word is not known. Fitted by logistic
# regression over the lines above the text of 360 labelled pages, with a third and a half of the
# known labels taken for unknown too; rounded, and FACT to FACTS set by hand. With the weights of
# the other sets it found .91, .96 and .97 of the headlines of three sets; rules that took the first
# line which they did not reject found .88, .91 and .80.
SHARED = 3.0  # times the share of its pairs of characters that the text has too
PLACED, STAMPED = 2.0, 0.75  # a button, a count, the author under it; the date
PRICED = 1.0  # and a price or wage even more
NEAR = 1.0  # the date two or three lines below
INSIDE = 1.5  # of a headline in the block: it shares half of its pairs with the text
CRUMBED = 2.0  # the path above it
AGAIN = 1.5  # it stands in another line: with the site's name, in a link, 原标题：…
ASKED = 1.5  # a question
LONGEST = 1.0  # the longest of the lines that could be it
MARKED = 2.0  # the mark of a first heading, as html2text writes it
LABELLED, PASSABLE = -2.0, -3.0
SHORT, TINY, LONG, NUMBERS = -1.5, -0.5, -1.0, -1.5
FIRST, BARRED, FACT, FACTS = -1.0, -1.0, -1.0, -2.0
BEYOND = -0.5  # above the path, or above the channels
FAR = -0.05  # a line
LEAST_WORTH = -1.0  # of a headline; below it the page has none

# What the cues ask for: characters of a headline, share of digits, pieces of a bar and the mean of
# their length, names of channels, lines above the text of a whole page.
FULL_CHARS, LONG_CHARS, NUMBERS_SHARE, BAR_LEAST, BAR_CHARS = 9, 40, 0.3, 3, 5
SHORT_FACT = 12  # IP属地: 湖北; 江苏：快慢之间的春耕时节 is longer
MANY_BARS, FRAMED = 3, 5
COUNTED_CHARS = 4  # 做过, 被浏览, 关注者: what a number under it counts
FEW_PAIRS = 4  # a word shared is less than a sentence
BODY, BODY_CHARS = 60, 400  # lines of the text that are looked at, and characters of each

UNITS_RE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,}")
WORD_RE = re.compile("[a-z]{4,}")
NUMERAL_RE = re.compile(r"\d[\d,.]{0,9}[万亿kKwW]?\+?")

# The page's title stands in one of the first lines; what parts the site's name from the headline.
TITLE_REACH = 12
TITLE_PARTS_RE = re.compile(r"[^\s]\s?[-_|–—丨]\s?[^\s]")

SUBTITLE = ("——", "--")

NO_HEADLINES = frozenset({labels.COMMENT, labels.CRUMB, labels.FOOTER, labels.LOGIN, labels.SHARE})
PLACES = frozenset({labels.COMMENT, labels.CREDIT, labels.META, labels.SHARE})

# An entry's headword: the first paragraph opens with it. 青檀（学名：…）是…, 双龙桥，又称…
HEADWORD_LEAST, HEADWORD_MOST, HEADWORD_REACH = 2, 20, 40
HEADWORD_AFTER = (
    "（",
    "(",
    "，",
    ",",
    "是",
    "为",
    "指",
    "又",
    "位于",
    "原名",
    "とは",
    "は、",
    " is ",
    " was ",
    " (",
)
SENTENCE_REACH = 5  # lines of the block in which its first sure paragraph stands

# A list of links, one a line: * [归档](/archives), * [参观]
LINK_ITEM_RE = re.compile(r"[*+-]\s+\[[^\[\]]{1,24}\](?:\([^()\s]{0,300}\))?")

# A document's number under its headline: 财税〔2021〕9号. It is the document's own.
NUMBER_RE = re.compile(r"\S{1,14}[〔\[（(【](?:19|20)\d\d[〕\]）)】]第?\d{1,5}[号號]")
# A path whose names are not known: 江城文史 → 人物春秋 → 浏览文章; and 摄影 | 阿达.
PATH_RE = re.compile(r"[^>»›→]{1,16}(?:[>»›→]{1,2}[^>»›→]{1,24}){2,6}|\S{1,4}\s?[|｜丨]\s?\S{2,6}")
SLASHED_RE = re.compile(r"[^\s/:：]{2,5}\s?/\s?[^/]{1,24}")
KEY_CHARS, KEY_VALUE_CHARS = 5, 30  # chosen

# 128 人赞同了该回答, 1.2万次播放, 4.5综合评分, #热点 33个, (某县石拱桥), 字数 1,024; leaves
# 3人涉嫌诈骗被捕, 2023年工作要点.
COUNT_RE = re.compile(
    r"[\d.,]+\s?[万千亿]?[+\s]?(?:[次个人条篇位]?\s?(?:赞|喜欢|阅读|评论|播放|回答|回复|关注|收藏|转发|分享"
    r"|浏览|观看|做过|综合|评分|粉丝).{0,12}|人.{0,2}(?:赞|喜欢|关注|收藏|做过).{0,8})"
    r"|[\[(【]?(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}.{0,24}|.{0,8}(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|#[^\s#].*|[(（].*[)）]|\S{2,4}[:：]?\s?[\d.,]+[万kKwW]?"
    r"|\d[\d.,万千亿kKwW+/\s]{0,24}|.{0,40}[★☆]{3,9}.{0,40}|\S{2,12} 评论 .{2,20}"
    r"|(?:Viewed|Asked|Modified|Active|Answered|Edited) \d.{2,30}"
    r"|\d{1,3}[- ]min(?:ute)?s? read|.{0,6}\d{1,3}\s?分钟阅读"
)

# What is asked or paid, under what is sold or offered: ￥ 89.00, 8-12K·13薪, 6000-8000元/月, 面议.
PRICE_RE = re.compile(
    r"(?:[￥¥$€£]|NT\$|HK\$|US\$)\s?\d[\d,.]*(?:\s?[-–~]\s?\d[\d,.]*)?\S{0,6}"
    r"|\d[\d,.]*(?:\s?[-–~]\s?\d[\d,.]*)?\s?(?:[kK千万]|元/).{0,10}|(?:薪资)?面议"
)

# How a headword is read: jié gāo, ㄐㄧㄝˊ ㄍㄠ.
READING_RE = re.compile(
    "(?=.{0,40}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜㄅ-ㄩ])"
    r"[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜㄅ-ㄩˊˇˋ˙'’\s\[\]【】/()（）]{2,60}"
)

# 澎湃新闻记者 周琳, 文/观察者网 张菁娟, 原创 小禾 禾田笔记; leaves 记者手记：…, 原创音乐剧上演.
# And the name of a medium that stands alone: 江城新闻客户端; a poem's [唐] 王维.
BYLINE_RE = re.compile(
    r"[(（【]?\S{0,12}(?:记者|記者|通讯员|通訊員|编辑|編輯|作者|文)[\s:：/／]\s?\S{2,10}(?:\s\S{2,6}){0,4}"
    r"|原创\s.{2,24}|\S{2,10}(?:客户端|新闻网|[日晚晨早]报|融媒体中心|广播电视台)"
    r"|[Bb][Yy][ :]+(?:[A-Z]\S+(?: [A-Z]\S+){0,4}|[^\sA-Za-z]{2,12})"
    r"|[〔\[(（【][先秦两汉魏晋南北朝隋唐五代十国宋辽金元明清近现当民國]{1,4}[〕\])）】]\s?[一-鿿]{2,5}"
)


def headline_copies(lines: Sequence[WebLine]) -> list[int]:
    """Return where the headline stands, the first line without the site's name, in order.

    Not in a list of links, where the most read article may well be this one; unless there is no
    other, since a site may have a tab 相关文章 above the headline.
    """
    copies = _copies(lines, 0)
    for i in range(1, min(TITLE_REACH, len(lines))):
        text = lines[i].line.text
        # Under a bar of channels the title stands with the site's name, or it is a headline itself.
        if not copies and not lines[i].label and TITLE_PARTS_RE.search(text):
            copies = [k for k in _copies(lines, i) if len(lines[k].line.text) < len(text)]
    apart = [
        i
        for i in copies
        if not any(line.label == labels.LINKS for line in lines[max(0, i - 2) : i])
    ]
    return (apart or copies)[:MAX_COPIES]


def _copies(lines: Sequence[WebLine], title: int) -> list[int]:
    first = lines[title].line.text
    no_title = lines[title].label in NO_HEADLINES or lines[title].label == labels.META
    if no_title or lines[title].chars <= HEADLINE_LEAST:  # a site's name
        return []
    return [i for i, line in enumerate(lines) if i != title and is_headline(line.line.text, first)]


def headline_above(lines: Sequence[WebLine], start: int, end: int) -> int:
    """Return the headline of the block [start, end) on a page that does not repeat it, or -1.

    It may be the block's first line, under facts of the document.
    """
    entry = _headword(lines, start)
    if entry >= 0:
        return entry
    top = max(0, start - FAR_REACH)
    body = units(lines[start : min(end, start + BODY)])
    near = lines[top : min(end, start + BODY)], lines[end : end + BODY]
    folded = [labels.fold(x.line.text) for x in chain(*near) if x.chars <= labels.LONG_CHARS]
    longest = max((lines[i].chars for i in range(top, start) if not passable(lines, i)), default=0)
    best, most, crumbs, bars = -1, LEAST_WORTH, 0, 0
    first = _first_inside(lines, start, end)
    if first >= 0:
        rest = units(lines[first + 1 : min(end, start + BODY)])
        worth = _form_worth(lines, first) + _shared_worth(lines[first], rest, folded)
        if worth >= INSIDE:
            best, most = first, worth
    for i in range(start - 1, top - 1, -1):
        crumbs += lines[i].label == labels.CRUMB
        bars += lines[i].label == labels.NAV
        # 标题：关于…的通知, where the headline stands alone too, is a fact.
        value = labels.fold(lines[i].line.text).partition(":")[2]
        if not _fits(lines[i]) or (value and value in folded):
            continue
        worth = _form_worth(lines, i) + _place_worth(lines, i)
        worth += _shared_worth(lines[i], body, folded)
        worth += LONGEST * (lines[i].chars == longest and not passable(lines, i))
        worth += FIRST * (i == 0 and start >= FRAMED) + FAR * (start - i)
        worth += BEYOND * (crumbs > 0) + BEYOND * (bars >= MANY_BARS)
        if worth > most:
            best, most = i, worth
    return best


def _first_inside(lines: Sequence[WebLine], start: int, end: int) -> int:
    """Return the block's first line, where it could be the headline, or -1."""
    first = start + (NUMBER_RE.fullmatch(lines[start].line.text) is not None)
    inside = first + 1 < end and _fits(lines[first]) and not passable(lines, first)
    return first if inside and not lines[first].end else -1


def _shared_worth(line: WebLine, body: AbstractSet[str], folded: Iterable[str]) -> float:
    """Return what a line is worth as a headline by what it shares with the text and the page."""
    own, name = units([line]), labels.fold(line.line.text)
    again = line.chars >= HEADLINE_LEAST and any(
        len(other) > len(name) and name in other for other in folded
    )
    return SHARED * len(own & body) / max(len(own), FEW_PAIRS) + AGAIN * again


def _form_worth(lines: Sequence[WebLine], i: int) -> float:
    """Return what a line is worth as a headline by its own form."""
    line, text = lines[i], lines[i].line.text
    letters = max(sum(map(str.isalnum, text)), 1)
    pieces = [piece for piece in labels.PIECES_RE.split(text) if piece]
    barred = len(pieces) >= BAR_LEAST and sum(map(len, pieces)) <= BAR_CHARS * len(pieces)
    return (
        LABELLED * (line.label != "")
        + PASSABLE * _in_passing(line)
        + TINY * (sum(map(str.isalnum, text)) < HEADLINE_LEAST)
        + SHORT * (line.chars < FULL_CHARS)
        + LONG * (line.chars > LONG_CHARS)
        + ASKED * text.endswith(("？", "?"))
        + MARKED * text.startswith("# ")
        + FACT * _is_fact(text) * (1 + (line.chars < SHORT_FACT))
        + FACTS * (_keyed(lines, i) or text.count("：") + text.count(":") > 1)
        + NUMBERS * (sum(map(str.isdigit, text)) > NUMBERS_SHARE * letters)
        + BARRED * barred
    )


def _place_worth(lines: Sequence[WebLine], i: int) -> float:
    """Return what a line is worth as a headline by what stands above and below it."""
    under_path = i > 0 and lines[i - 1].label == labels.CRUMB
    under_name = i > 0 and lines[i - 1].line.ending == COLON and lines[i - 1].chars < FULL_CHARS
    below = lines[i + 1]
    if lines[i].chars <= COUNTED_CHARS and NUMERAL_RE.fullmatch(below.line.text):
        return 0.0  # 做过 above 342: what is counted
    counted = i + 2 < len(lines) and below.chars <= COUNTED_CHARS
    counted = counted and NUMERAL_RE.fullmatch(lines[i + 2].line.text) is not None
    stamped = below.day or below.label in (labels.CREDIT, labels.META)
    # A short line between the headline and the date is the source's name as often as not.
    near = lines[i].chars >= FULL_CHARS and any(x.day for x in lines[i + 2 : i + 4])
    worth = PLACED * (_is_place(below) or counted) + STAMPED * stamped + CRUMBED * under_path
    return worth + _price_worth(lines, i) + FACTS * under_name + NEAR * near


def _price_worth(lines: Sequence[WebLine], i: int) -> float:
    """Return what a line is worth as the name of what is sold or offered: its price or wage below.

    A short name stands right above it (仓储主管, 8-12K); between a long one and it a call may.
    """
    priced = [PRICE_RE.fullmatch(x.line.text) is not None for x in lines[i + 1 : i + 4]]
    if lines[i].chars < FULL_CHARS:
        return PRICED * priced[0]
    return PLACED * any(priced[1:])


def units(lines: Iterable[WebLine]) -> set[str]:
    """Return what two texts on one subject share: pairs of Han, kana, Hangul; Latin words."""
    found: set[str] = set()
    for line in lines:
        text = line.line.text[:BODY_CHARS]
        for run in UNITS_RE.findall(labels.fold(text)):
            found.update(map(add, run, run[1:]))
        found.update(WORD_RE.findall(text.lower()))
    return found


def _is_place(below: WebLine) -> bool:
    """Say whether a headline stands above such a line: date, button, author, count."""
    text = below.line.text
    return (
        below.label in PLACES
        or below.day
        or text == "原创"
        or text.startswith(SUBTITLE)
        or _is_fact(text)
        or COUNT_RE.fullmatch(text) is not None
        or PRICE_RE.fullmatch(text) is not None
        or READING_RE.fullmatch(text) is not None
        or BYLINE_RE.fullmatch(text) is not None
    )


def _headword(lines: Sequence[WebLine], start: int) -> int:
    """Return the line that the first sure paragraph opens with, as an entry does; or -1."""
    goods = (line.line.text for line in lines[start : start + SENTENCE_REACH] if line.good)
    first = next(goods, "")
    for i in range(max(0, start - HEADWORD_REACH), start):
        text = lines[i].line.text
        if opens_entry(text, first):
            return i
    return -1


def opens_entry(word: str, paragraph: str) -> bool:
    """Say whether a paragraph opens with the headword: 青檀（学名：…）是…."""
    return (
        HEADWORD_LEAST <= len(word) <= HEADWORD_MOST
        and paragraph.startswith(word)
        and paragraph.startswith(HEADWORD_AFTER, len(word))
    )


def passable(lines: Sequence[WebLine], i: int) -> bool:
    """Say whether a line may stand between headline and text."""
    line = lines[i]
    return (
        line.label != ""
        or sum(map(str.isalnum, line.line.text)) < HEADLINE_LEAST
        or _keyed(lines, i)
        or _in_passing(line)
    )


def _in_passing(line: WebLine) -> bool:
    """Say whether a line has the form of what stands between headline and text."""
    text = line.line.text
    return (
        line.day
        or text.startswith(SUBTITLE)
        or COUNT_RE.fullmatch(text) is not None
        or READING_RE.fullmatch(text) is not None
        or BYLINE_RE.fullmatch(text) is not None
        or NUMBER_RE.fullmatch(text) is not None
        or PATH_RE.fullmatch(text) is not None
        or (line.line.ending == COLON and line.chars < FULL_CHARS)
        or labels.site_label(text.partition("：")[0]) == labels.LINKS
        or labels.bar_shaped(text)
        or LINK_ITEM_RE.fullmatch(text) is not None
    )


def _fits(line: WebLine) -> bool:
    """Say whether a line could be a headline: not long, no sentence, not cut, no subtitle."""
    text = line.line.text
    apart = text.endswith(("。", "，", "：", ":", "、", ",")) or text.startswith(SUBTITLE)
    name = line.label != "" and line.chars < FULL_CHARS  # 12楼, 综合
    path = labels.fold(text.partition(" ")[0]) in labels.HOMES  # 首页 文史 …
    file = text.isascii() and "_" in text  # top_nav_01
    never = name or path or file or line.label in NO_HEADLINES
    return line.chars <= HEADLINE_MOST and not (apart or line.cut or never)


def _keyed(lines: Sequence[WebLine], i: int) -> bool:
    """Say whether a line is one of several facts: テーマ：旅行 under the date, 时效性：有效."""
    if not _is_fact(lines[i].line.text):
        # 出发时间/2017-10-02, 人物/和朋友
        near = (lines[k].line.text for k in (i - 1, i, i + 1) if 0 <= k < len(lines))
        return sum(SLASHED_RE.fullmatch(text) is not None for text in near) > 1
    above = lines[i - 1] if i else None
    if above and (above.label == labels.META or _is_fact(above.line.text)):
        return True
    below = lines[i + 1]
    return not below.label and _is_fact(below.line.text)


def _is_fact(text: str) -> bool:
    name, colon, value = text.replace(":", "：", 1).partition("：")
    chars = len("".join(name.split()))
    return bool(colon) and 0 < chars <= KEY_CHARS and 0 < len(value) <= KEY_VALUE_CHARS
