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

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain
from operator import add

from cleaner import late as re
from cleaner.layout import COLON
from cleaner.paper.official import OFFICE_RE
from cleaner.web import labels
from cleaner.web.page import WebLine
from cleaner.web.passing import (
    BYLINE_RE,
    COUNT_RE,
    DOCUMENTS_OWN_RE,
    FULL_CHARS,
    HEADLINE_LEAST,
    PRICE_RE,
    READING_RE,
    SUBTITLE,
    in_passing,
    is_boxed,
    is_fact,
    is_keyed,
    names_account,
    passable,
    unmarked,
)
from cleaner.web.rows import CUT_CHARS, dotted
from cleaner.web.stamps import HOUR_FIRST_RE
from cleaner.web.titles import is_headline

MAX_COPIES = 10  # copies of the headline that are tried; a bound on time, pages have up to 6

# A headline without a copy has so many characters at most, and stands so many lines above the text
# (buttons, who posted, facts). What lies within HEADLINE_REACH is read for its date.
HEADLINE_MOST, HEADLINE_REACH, FAR_REACH = 60, 20, 40

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
SHARED_LEAST = 0.25  # of such a line's pairs of characters; chosen
UNDER = -2.0  # a date above it that has what may be a headline right above
INSIDE = 1.5  # of a headline in the block: it shares half of its pairs with the text
CRUMBED = 2.0  # the path above it
AGAIN = 1.5  # it stands in another line: with the site's name, in a link, 原标题：…
ASKED = 1.5  # a question
LONGEST = 1.0  # the longest of the lines that could be it
NAMED = 4.0  # its name above it in the catalogue of an office: 标题：
MARKED = 2.0  # a heading, as html2text marks it (# …) or lynx sets it: left of the text
LABELLED, PASSABLE = -2.0, -3.0
SHORT, TINY, LONG, NUMBERS = -1.5, -0.5, -1.0, -1.5
FIRST, BARRED, FACT, FACTS = -1.0, -1.0, -1.0, -2.0
PAUSED, PAUSES = -2.0, 2  # a paragraph without its end mark, with so many pauses; chosen
BEYOND = -0.5  # above the path, or above the channels
FAR = -0.05  # a line
LEAST_WORTH = -1.0  # of a headline; below it the page has none

# What the cues ask for: characters of a headline, share of digits, pieces of a bar and the mean of
# their length, names of channels, lines above the text of a whole page.
LONG_CHARS, NUMBERS_SHARE, BAR_LEAST, BAR_CHARS = 40, 0.3, 3, 5
SHORT_FACT = 12  # IP属地: 湖北; 江苏：快慢之间的春耕时节 is longer
MANY_BARS, FRAMED = 3, 5
PATH_REACH = 3  # lines between a path and the headline that it ends in; chosen
COUNTED_CHARS = 4  # 做过, 被浏览, 关注者: what a number under it counts
FEW_PAIRS = 4  # a word shared is less than a sentence
BODY, BODY_CHARS, KEPT = 60, 400, 128  # lines of the text, characters of each; lines kept

UNITS_RE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,}")
WORD_RE = re.compile("[a-z]{4,}")
PAUSE_RE = re.compile("，|(?<=[\u3400-\u9fff]),(?=[\u3400-\u9fff])")
COLON_RE = re.compile("[:：]")
NUMERAL_RE = re.compile(r"\d[\d,.]{0,9}[万亿kKwW]?\+?")

# The page's title stands in one of the first lines; what parts the site's name from the headline.
TITLE_REACH = 12
TITLE_PARTS_RE = re.compile(r"[^\s]\s?[-_|–—丨]\s?[^\s]")

TITLE_NAMES_RE = re.compile("(?:文件|公文|信息)?(?:标题|题名):|(?:文件|公文|信息)名称:")
# The link with a thread's address stands behind its title, in the line or below it.
COPIED_RE = re.compile(r"[\[【](?:复制|複製)(?:链接|連結|鏈接)[\]】]$")
# A site's name stands in the line of the source too.
SOURCES = ("来源:", "出处:", "稿源:")

NO_HEADLINES = frozenset({labels.COMMENT, labels.CRUMB, labels.FOOTER, labels.LOGIN, labels.SHARE})
PLACES = frozenset({labels.COMMENT, labels.CREDIT, labels.META, labels.SHARE})

# An entry's headword: the first paragraph opens with it. 青檀（学名：…）是…, 双龙桥，又称…
HEADWORD_LEAST, HEADWORD_MOST, HEADWORD_REACH = 2, 20, 40
HEADWORD_AFTER = (
    *("（", "(", "，", ",", "是", "为", "指", "又", "位于", "原名"),
    *("とは", "は、", " is ", " was ", " ("),
)
SENTENCE_REACH = 5  # lines of the block in which its first sure paragraph stands


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
    # Right above the date it is the headline, and a shorter line is a caption.
    whole = lines[title + 1 : title + 2]
    placed = bool(whole) and whole[0].day
    no_title = lines[title].label in NO_HEADLINES or lines[title].label == labels.META
    if no_title or lines[title].chars <= HEADLINE_LEAST:  # a site's name
        return []
    return [
        i
        for i, line in enumerate(lines)
        if i != title
        and line.label != labels.NOTE  # 维基百科，自由的百科全书
        and is_headline(line.line.text, first)
        and (not placed or labels.fold(line.line.text) == labels.fold(first))
    ]


def is_apart(lines: Sequence[WebLine], copy: int, run: tuple[int, int]) -> bool:
    """Say whether a line said twice is the frame's: no word of the text, and far above it: 登录."""
    start, end = run
    if start - copy <= HEADLINE_REACH:
        return False
    return not units([lines[copy]]) & units(lines[start : min(end, start + BODY)])


def ems(line: WebLine) -> float:
    """Return the length of a line in Han characters: one in Latin letters has twice as many."""
    return min(line.chars, line.line.width)


def headline_above(lines: Sequence[WebLine], start: int, end: int) -> int:
    """Return the headline of the block [start, end) on a page that does not repeat it, or -1.

    It may be the block's first line, under facts of the document.
    """
    entry = _headword(lines, start)
    entry = _end_of_path(lines, start) if entry < 0 else entry
    if entry >= 0:
        return entry
    top = max(0, start - FAR_REACH)
    body = units(lines[start : min(end, start + BODY)])
    near = lines[top : min(end, start + BODY)], lines[end : end + BODY]
    folded = [labels.fold(x.line.text) for x in chain(*near) if x.chars <= labels.LONG_CHARS]
    folded = [text for text in folded if not text.startswith(SOURCES)]
    longest = max((lines[i].chars for i in range(top, start) if not passable(lines, i)), default=0)
    best, most, crumbs, bars = -1, LEAST_WORTH, 0, 0
    margin = min((line.line.indent for line in lines[start:end] if line.good), default=0.0)
    under, over = _under(lines, top, start, body), _over(lines, start, body)
    first = _first_inside(lines, start, end)
    if first >= 0:
        rest = units(lines[first + 1 : min(end, start + BODY)])
        over = max(over, _over(lines, first + 1, rest))
        worth = _form_worth(lines, first) + _shared_worth(lines[first], rest, folded)
        worth += STAMPED * (first > 0 and lines[first - 1].day)
        if worth >= INSIDE:
            best, most = first, worth
    for i in range(start - 1, top - 1, -1):
        crumbs += lines[i].label == labels.CRUMB
        bars += lines[i].label == labels.NAV
        # 标题：关于…的通知, where the headline stands alone too, is a fact.
        value = labels.fold(lines[i].line.text).partition(":")[2]
        if not _fits(lines[i], lines[i + 1]) or (value and value in folded):
            continue
        worth = _form_worth(lines, i) + _place_worth(lines, i)
        worth += _shared_worth(lines[i], body, folded) + MARKED * (lines[i].line.indent < margin)
        worth += LONGEST * (lines[i].chars == longest and not passable(lines, i))
        worth += FIRST * (i == 0 and start >= FRAMED) + FAR * (start - i)
        worth += UNDER * (i > under or i < over)
        worth += BEYOND * (crumbs > 0) + BEYOND * (bars >= MANY_BARS)
        if worth > most:
            best, most = i, worth
    return best


def _under(lines: Sequence[WebLine], top: int, start: int, body: AbstractSet[str]) -> int:
    """Return where the date stands that has a line of the text's words right above, or `start`.

    What stands below it is a question, a caption, a summary.
    """
    for i in range(max(top, 1), start):
        above = lines[i - 1]
        if lines[i].day and _fits(above) and not passable(lines, i - 1):
            own = units([above])
            return i if len(own & body) >= max(SHARED_LEAST * len(own), 1) else start
    return start


def _over(lines: Sequence[WebLine], start: int, body: AbstractSet[str]) -> int:
    """Return where the date stands that has one line of the text's words below it, or -1.

    What stands above it is the site's name: of a blog, a day's page.
    """
    day = start - 2
    if day < 1 or not lines[day].day or not _fits(lines[start - 1]) or passable(lines, start - 1):
        return -1
    own, above = units([lines[start - 1]]), units([lines[day - 1]])
    shares = len(own & body) >= max(SHARED_LEAST * len(own), 1)
    return day if shares and not above & body else -1


def _first_inside(lines: Sequence[WebLine], start: int, end: int) -> int:
    """Return the block's first line, where it could be the headline, or -1."""
    first = start + (DOCUMENTS_OWN_RE.fullmatch(lines[start].line.text) is not None)
    inside = first + 1 < end and _fits(lines[first]) and not passable(lines, first)
    return first if inside and not lines[first].end else -1


def _shared_worth(line: WebLine, body: AbstractSet[str], folded: Iterable[str]) -> float:
    """Return what a line is worth as a headline by what it shares with the text and the page."""
    own, name = units([line]), labels.fold(line.line.text)
    # The same line is in a list of the site's as often as the headline is.
    told = FEW_PAIRS <= len(own) <= 2 * len(own & body)
    again = line.chars >= HEADLINE_LEAST and any(
        name in other and (len(other) > len(name) or (told and line.copy)) for other in folded
    )
    return SHARED * len(own & body) / max(len(own), FEW_PAIRS) + AGAIN * again


def _form_worth(lines: Sequence[WebLine], i: int) -> float:
    """Return what a line is worth as a headline by its own form."""
    line, text = lines[i], lines[i].line.text
    letters = sum(map(str.isalnum, text))
    pieces = [piece for piece in labels.PIECES_RE.split(text) if piece]
    barred = len(pieces) >= BAR_LEAST and sum(map(len, pieces)) <= BAR_CHARS * len(pieces)
    return (
        LABELLED * (line.label != "")
        + PASSABLE * in_passing(line)
        + TINY * (letters < HEADLINE_LEAST)
        + SHORT * (line.chars < FULL_CHARS)
        + LONG * (ems(line) > LONG_CHARS)
        + ASKED * text.endswith(("？", "?"))
        + MARKED * text.startswith(("# ", "## "))
        + FACT * is_fact(text) * (1 + (line.chars < SHORT_FACT))
        + FACTS * (is_keyed(lines, i) or is_boxed(lines, i) or len(COLON_RE.findall(text)) > 1)
        + NUMBERS * (sum(map(str.isdigit, text)) > NUMBERS_SHARE * max(letters, 1))
        + BARRED * barred
        + PAUSED * (len(PAUSE_RE.findall(text)) >= PAUSES)
    )


def _place_worth(lines: Sequence[WebLine], i: int) -> float:
    """Return what a line is worth as a headline by what stands above and below it."""
    under_path = i > 0 and lines[i - 1].label == labels.CRUMB
    under_name = i > 0 and lines[i - 1].line.ending == COLON and lines[i - 1].chars < FULL_CHARS
    if under_name and TITLE_NAMES_RE.fullmatch(labels.fold(lines[i - 1].line.text)):
        return NAMED
    below = lines[i + 1]
    if COPIED_RE.search(lines[i].line.text) or COPIED_RE.fullmatch(below.line.text):
        return 2 * NAMED  # it stands nowhere else
    if lines[i].chars <= COUNTED_CHARS and NUMERAL_RE.fullmatch(below.line.text):
        return 0.0  # 做过 above 342: what is counted
    counted = i + 2 < len(lines) and below.chars <= COUNTED_CHARS
    counted = counted and NUMERAL_RE.fullmatch(lines[i + 2].line.text) is not None
    stamped = below.day or below.label in (labels.CREDIT, labels.META)
    # A short line between the headline and the date is the source's name as often as not.
    full = lines[i].chars >= (HEADLINE_LEAST if below.chars < lines[i].chars else FULL_CHARS)
    near = full and any(x.day for x in lines[i + 2 : i + 4])
    placed = counted or _is_place(below) or is_boxed(lines, i + 1) or names_account(lines, i + 1)
    worth = PLACED * placed + STAMPED * stamped + CRUMBED * under_path
    office = under_name and OFFICE_RE.fullmatch(lines[i].line.text) is not None
    worth += FACTS * under_name * (1 + office)  # it has signed the text, so it is said again
    return worth + _price_worth(lines, i) + NEAR * near


def _price_worth(lines: Sequence[WebLine], i: int) -> float:
    """Return what a line is worth as the name of what is sold or offered: its price or wage below.

    A short name stands right above it (仓储主管, 8-12K); between a long one and it a call may.
    """
    priced = [PRICE_RE.fullmatch(x.line.text) is not None for x in lines[i + 1 : i + 4]]
    return PRICED * priced[0] if lines[i].chars < FULL_CHARS else PLACED * any(priced[1:])


def units(lines: Iterable[WebLine]) -> set[str]:
    """Return what two texts on one subject share: pairs of Han, kana, Hangul; Latin words."""
    return units_of(line.line.text for line in lines)


def units_of(texts: Iterable[str]) -> set[str]:
    """Return what `units` does, of lines of text."""
    return set[str]().union(*(_units_of_line(text[:BODY_CHARS]) for text in texts))


@lru_cache(maxsize=KEPT)
def _units_of_line(text: str) -> frozenset[str]:
    pairs = (map(add, run, run[1:]) for run in UNITS_RE.findall(labels.fold(text)))
    return frozenset(chain(WORD_RE.findall(text.lower()), *pairs))


def said(units: AbstractSet[str], texts: Iterable[str]) -> int:
    """Return how many units the lines of text have, too; to look for a few is faster than all."""
    if any(map(str.isascii, units)):
        return len(units & units_of(texts))
    text = "\n".join(labels.fold(whole[:BODY_CHARS]) for whole in texts)
    return sum(unit in text for unit in units)


def _is_place(below: WebLine) -> bool:
    """Say whether a headline stands above such a line: date, button, author, count."""
    text = below.line.text
    return (
        below.label in PLACES
        or below.day
        or text == "原创"
        or text.startswith(SUBTITLE)
        or (is_fact(text) and below.label != labels.CRUMB)  # 当前位置：…
        or COUNT_RE.fullmatch(text) is not None
        or PRICE_RE.fullmatch(text) is not None
        or READING_RE.fullmatch(text) is not None
        or BYLINE_RE.fullmatch(text) is not None
        or DOCUMENTS_OWN_RE.fullmatch(text) is not None
    )


def _end_of_path(lines: Sequence[WebLine], start: int) -> int:
    """Return the line below a path that it ends in: 位置: 首页 - 文史 - 一张旧车票。; or -1."""
    for i in range(max(0, start - HEADLINE_REACH), start):
        path = labels.fold(lines[i].line.text) if lines[i].label == labels.CRUMB else ""
        for k in range(i + 1, min(i + 1 + PATH_REACH, start)):
            name = lines[k].label or lines[k].chars < FULL_CHARS
            if not name and path.endswith(labels.fold(lines[k].line.text)):
                return k
    return -1


def _headword(lines: Sequence[WebLine], start: int) -> int:
    """Return the line that the first sure paragraph opens with, as an entry does; or -1."""
    goods = (line.line.text for line in lines[start : start + SENTENCE_REACH] if line.good)
    firsts = next(goods, ""), lines[start].line.text  # a program may have broken it
    for i in range(max(0, start - HEADWORD_REACH), start):
        word = unmarked(lines[i].line.text)
        if any(opens_entry(word, first) for first in firsts):
            return i
    return -1


def opens_entry(word: str, paragraph: str) -> bool:
    """Say whether a paragraph opens with the headword: 青檀（学名：…）是…."""
    short = HEADWORD_LEAST <= len(word) <= HEADWORD_MOST
    return short and paragraph.startswith(word) and paragraph.startswith(HEADWORD_AFTER, len(word))


def _fits(line: WebLine, below: WebLine | None = None) -> bool:
    """Say whether a line could be a headline: not long, no sentence, not cut, no subtitle.

    Dots above the date, in `below`, are its own, unless the lines near it are cut alike.
    """
    text = line.line.text
    # A caption: ….（某某摄）; ； ends an item.
    apart = "。" in text or text.startswith(SUBTITLE) or text.endswith(tuple("，：:、,；;"))
    name = (line.label or text.endswith("|")) and line.chars < FULL_CHARS  # 12楼, 综合, 设为首页 |
    path = labels.fold(text.partition(" ")[0]) in labels.HOMES  # 首页 文史 …
    file = text.isascii() and ("_" in text or (text.islower() and " " not in text))  # jclib
    blank = HOUR_FIRST_RE.match(text) or not any(map(str.isalnum, text))  # ·
    never = name or path or file or blank or line.label in NO_HEADLINES
    own = below is not None and below.day and not line.teaser
    cut = line.cut and (ems(line) >= CUT_CHARS or (dotted(text) and not own))
    return ems(line) <= HEADLINE_MOST and not (apart or cut or never)
