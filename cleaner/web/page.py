"""Is a text the text of a web page? Count the kinds of evidence, not the lines.

A newspaper has 来源：, a privacy policy 版权所有 and 更新时间, a phone manual 设置 > 通用 on each
page, a table of contents lines that end in dots, a poem a line 分享. Each of them has one kind of
evidence or two, however often. A page that was saved with its frame has many kinds at once: a
path, a bar of channels, share buttons, related articles, a filing number. So each kind counts once,
with a weight of 1 to 3, and a text is a page from a sum of 3 (`PAGE`). On 355 texts that are no
pages the sum was 0; on whole pages 5 to 15. With 1 or 2 (`TRIMMED`) it may be
a page whose frame was cut off before: only its edges are looked at.

Evidence from words counts only from a line in the form of a label: short, no end mark, no comma.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from cleaner import late as re
from cleaner.kept import kept_of_short
from cleaner.layout import CLOSE, COLON, COMMA, END, Line, read_lines
from cleaner.programs import FENCE, fenced_lines, is_manual, program_lines
from cleaner.web import labels, rows
from cleaner.web.chapters import inserted
from cleaner.web.composed import composed_end
from cleaner.web.contents import blog_contents
from cleaner.web.ends import both, printed
from cleaner.web.foot import foot
from cleaner.web.frame import frame, framed_day, glued_facts, glued_names, is_sure, round_text
from cleaner.web.rows import CUT_CHARS, TEASER_CHARS, TEASER_REACH, TEASER_WIDTH, dotted
from cleaner.web.shownframe import are_records, are_subheads, is_shown, skips_shown
from cleaner.web.stamps import STAMP_DAY_RE
from cleaner.web.titles import (
    LEAD_REACH,
    PATH_BELOW,
    PATH_REACH,
    TWICE_LABELS,
    is_above,
    page_title,
    said_again,
    second_copy,
    split_path,
    title_path,
    titled,
)

PAGE, TRIMMED = 3, 1  # sums of a page, and of one whose edges are looked at; 355 other texts have 0

# Share of the lines that are labels or teasers. On pages .11 to .60, on other texts at most .01; a
# long book has one of each kind in some place. Below this only what stands round the paragraphs is
# evidence: of a law on the page of an office. In many lines few kinds are a manual's contents.
LEAST_SHARE, ROUND_LINES, BOOK_KINDS = 0.02, 120, 2
EVIDENCE_CHARS = 32  # a label that counts is shorter; chosen, try 24 to 40
# Keys: Ctrl→; a row of a table; a section that its writer named: ### 相关, ## 反馈; what a feed
# calls its entry (RFC 4151): tag:example.com,2005:blog-17.
NO_LABEL_RE = re.compile(r"[A-Za-z][←→]$|^\|..+\|$|^#{1,6} \S{2}$|^tag:\S+,\d{4}[:-]")
NO_LABEL_FIRSTS, NO_LABEL_LASTS = frozenset("|#t"), frozenset("←→")
FULL_STOP_RE = re.compile("[。！？]")
SKIP_CHARS, NOTICE_CHARS = 16, 8  # of a link past the navigation; of a disclaimer's name

LICENCE_RE = re.compile("GPL|[Ff]ree software|自由软件|WARRANTY|(?:MIT|BSD) |may be distributed")
LICENCE = 300
# Lines that say whose the rights are: a page has two or three, a program's licences one a file.
MOST_RIGHTS = 4
RIGHTS = 2  # a filing number in a form that only sites have
FOOTER_BAR = 2  # names of a site's foot in one line
SPACES = 5  # of an English sentence that ends in a number; chosen

FRAMED_LINES = 300  # of a page that its form alone tells; a bound on time

# Kinds of label that are evidence by themselves, with the lines needed.
KIND_LINES = {
    labels.COMMENT: 1,
    labels.LINKS: 1,
    labels.LOGIN: 1,
    labels.META: 1,
    labels.NEXT: 1,
    labels.NOTE: 1,
    labels.PROMO: 2,
    labels.SHARE: 2,
    labels.TAGS: 1,
}

# Kinds that other texts have in a line: beside rows of names one of them alone proves nothing.
SLIGHT = (labels.CRUMB, labels.FOOTER, labels.NOTE, labels.TAGS)

# Kinds that weigh 2 from so many lines on.
HEAVY_LINES = {labels.NEXT: 2, labels.SKIP: 1}

# Labels that may end in a full stop.
END_LABELS = frozenset(
    {
        labels.COMMENT,
        labels.FOOTER,
        labels.LEGAL,
        labels.META,
        labels.NEXT,  # 下一篇：体检报告怎么看？
        labels.NOTE,
        labels.PROMO,
        labels.SHARE,
    }
)

# A newspaper has 相关链接, 新闻热线：…, 广告 and its staff too: where it sends to another
# page more is asked of it.
JUMP_RE = re.compile(r"(?:下转|上接)第?\s?[A-Z0-9一二三四五六七八九十]{1,4}\s?版")
# What the site of a paper has round its page, which may begin with a jump line too.
EPAPER_RE = re.compile(
    r"^.{0,24}(?:上一[版期篇]\s?\d?\s{0,3}\d?下一[版期篇]|标题导航|版面导航|放大\s{0,3}缩小).{0,24}$"
)
# A crumb that is enough by itself: 当前位置：…
STRONG_CRUMB = "strong-crumb"

# What Discuz!, the program of most Chinese forums, sets round each post.
THREAD_RE = re.compile(
    r"使用道具\s{0,4}举报|\[复制链接\]|.{1,60}\|\s?(?:只看该作者|显示全部楼层)(?:\s?\|.{0,20}|\s.{0,24})?"
)
THREAD_LINES = 2

# What stands for a line of a program: no label, no name, no text.
CODE = "；"

# A path of this many lines is a manual's: 设置 > 通用 > 语言 on each page.
MANY_CRUMBS = 5


class WebLine(NamedTuple):
    """A line of a page with what the block's decision asks of it."""

    line: Line
    chars: int  # without white space
    label: str  # its class, or ""
    end: bool  # ends a sentence
    good: bool  # a paragraph beyond doubt
    cut: bool  # a teaser or a title cut off
    teaser: bool  # cut like its neighbours
    day: bool  # a day, or a stamp
    copy: bool  # the same line stands elsewhere on the page


@lru_cache(maxsize=2)
def evidence(text: str) -> Mapping[str, int]:
    """Return the kinds of evidence that the text is a web page, each with its weight. Linear.

    Two stages ask for the same text one after the other: the last two texts' are kept.
    """
    read = read_lines(text)
    if is_manual(read):
        return MappingProxyType({})
    # A program's `end` is no label, its `a > b` no path, its short lines no names of channels.
    coded = program_lines(read)
    lines = [CODE if code else line.text for line, code in zip(read, coded, strict=True)]
    if FENCE in text:
        fenced = fenced_lines(lines)
        lines = [CODE if code else line for line, code in zip(lines, fenced, strict=True)]
    marks = [_mark(line) for line in lines]
    told = next((i for i, line in enumerate(lines) if line.endswith("。")), len(lines))
    for i in (*rows.of_series(lines), *skips_shown(marks, told)):
        marks[i] = ""
    path = title_path(lines)
    if path >= 0:
        marks[path] = STRONG_CRUMB
    found = _known(text, lines, marks)
    chapter = {"chapter": 1} if inserted(lines) else {}  # alone it makes no page
    shown = found and "headline" not in found and is_shown(lines, marks)
    if shown or are_records(lines, marks, found) or are_subheads(lines, marks):
        return MappingProxyType(chapter or titled(lines))
    if sum(found.values()) < PAGE and len(lines) <= FRAMED_LINES and framed_day(lines):
        found |= {"day": 1, "frame": 2}
    heads = enumerate(zip(lines, marks, strict=True))
    start = next((i for i, (line, mark) in heads if not (mark or is_above(line))), len(lines))
    if not found and start <= TWICE_LABELS and second_copy(lines[start:]):
        found["twice"] = 1  # its edges are looked at; no page for it
    if blog_contents(lines):
        found["contents"] = 1
    found |= chapter
    found = found or _by_ends(lines, marks)  # no page for it either
    return MappingProxyType(dict(sorted(found.items())))


def _by_ends(lines: Sequence[str], marks: Sequence[str]) -> dict[str, int]:
    """Return what the head and the foot of a text without other evidence show."""
    if any(marks) and both(lines, marks)[0] >= 0:
        return {"ends": 1}
    if printed(lines, marks) >= 0:
        return {"stamp": 1}
    if any(marks) and rows.head_bar(lines, marks) >= 0:
        return {"bar": 1}
    if foot(lines).shown:
        return {"foot": 1}
    return titled(lines) or ({"words": 1} if composed_end(lines) else {})


def _known(text: str, lines: Sequence[str], marks: Sequence[str]) -> dict[str, int]:
    """Return the kinds in the whole text, or round the paragraphs of one with few labels."""
    teasers = sum(len(line) < TEASER_CHARS and dotted(line) for line in lines)
    if len(marks) - marks.count("") + teasers >= LEAST_SHARE * len(lines):
        return _kinds(text, lines, marks)
    near = round_text(lines)
    ends, labelled = [lines[i] for i in near], [marks[i] for i in near]
    found = _kinds("\n".join(ends), ends, labelled) if any(labelled) else {}
    few = len(found) <= BOOK_KINDS and len(near) > ROUND_LINES
    return {} if few or sum(found.values()) < PAGE else found


def _kinds(text: str, lines: Sequence[str], marks: Sequence[str]) -> dict[str, int]:
    """Return the kinds of evidence that are known by their words or their form, weighed."""
    counts = Counter(marks)
    found = {kind: 1 for kind, least in KIND_LINES.items() if counts[kind] >= least}
    found |= {kind: 2 for kind, least in HEAVY_LINES.items() if counts[kind] >= least}
    if 0 < counts[labels.CRUMB] + counts[STRONG_CRUMB] < MANY_CRUMBS or counts[STRONG_CRUMB]:
        found[labels.CRUMB] = 2 if counts[STRONG_CRUMB] else 1
    if split_path(lines):
        found[labels.CRUMB] = 2
    bars = [line for line, mark in zip(lines, marks, strict=True) if mark == labels.NAV]
    rights = _rights(text, lines, marks, bars)
    if rights:
        found[labels.FOOTER] = rights
    if sum(THREAD_RE.fullmatch(line) is not None for line in lines) >= THREAD_LINES:
        found["thread"] = 2
    bar = rows.bar(lines, marks)
    if bar or (bars and found.get(labels.FOOTER) == RIGHTS):
        found[labels.NAV] = max(bar, 1)
    run = rows.teaser_run(lines)
    if run >= rows.TEASER_RUN:
        found["teasers"] = 3 if run >= rows.LONG_TEASER_RUN else 2
    if rows.cut_run(lines) >= rows.TEASER_RUN:
        found["cuts"] = 2
    if found:
        found.update(_whole(text, lines, found))
    return found


def _rights(text: str, lines: Sequence[str], marks: Sequence[str], bars: Sequence[str]) -> int:
    """Return what filing numbers and rights weigh: 2 in a form that only sites have.

    Copyright © 2022 above a paragraph or a licence is a manual's, a program's, a book's.
    """
    found = labels.FOOTER_STRONG_RE.search(text)
    many = len(labels.COPYRIGHT_RE.findall(text)) > MOST_RIGHTS
    if many and sum(bool(labels.COPYRIGHT_RE.search(line)) for line in lines) > MOST_RIGHTS:
        return 0
    own = (
        found
        and labels.COPYRIGHT_RE.match(found.group())
        and (_goes_on_below(lines) or LICENCE_RE.search(text, found.end(), found.end() + LICENCE))
    )
    # “京ICP备…号” in quotes is what a text says of sites.
    if found and not own:
        before = text[max(0, found.start() - 2) : found.start()]
        if not any(mark in '“「"' for mark in before):
            return RIGHTS
    if any(
        mark == labels.LEGAL
        or (mark == labels.FOOTER and not (own and labels.FOOTER_STRONG_RE.search(line)))
        for line, mark in zip(lines, marks, strict=True)
    ):
        return 1
    return int(any(labels.footers_in_bar(line) >= FOOTER_BAR for line in bars))


def _goes_on_below(lines: Sequence[str]) -> bool:
    """Say whether a paragraph stands below the last line of rights."""
    for line in reversed(lines):
        if labels.FOOTER_STRONG_RE.search(line):
            return False
        if is_sure(line, len(line)):
            return True
    return False


@kept_of_short
def _mark(line: str) -> str:
    """Return the label that a line counts for as evidence: only in the form of a label."""
    # A line of pictures is none: a program's README has badges.
    pictured = "![" in line and not labels.plain(line)
    odd = line[:1] in NO_LABEL_FIRSTS or line[-1:] in NO_LABEL_LASTS
    if len(line) > labels.LONG_CHARS or pictured or (odd and NO_LABEL_RE.search(line)):
        return ""
    if "，" in line or "。" in line or labels.PROSE_RE.search(line):
        return _mark_of_prose(line)
    if len(line) >= EVIDENCE_CHARS and not (line.isascii() and len(line) < 2 * EVIDENCE_CHARS):
        if STAMP_DAY_RE.search(line):
            return labels.META if _is_stamp(line, labels.site_label(line)) else ""
        if labels.strong_crumb(line):
            return STRONG_CRUMB
        is_bar = labels.PIECES_RE.search(line) and labels.site_label(line) == labels.NAV
        return labels.NAV if is_bar else ""
    label = labels.site_label(line)
    if label and labels.fold(line).strip(labels.DECORATION) in labels.PLAIN:
        label = ""  # a heading as well
    strong = label == labels.CRUMB and labels.strong_crumb(line)
    return STRONG_CRUMB if strong else labels.META if _is_stamp(line, label) else label


def _mark_of_prose(line: str) -> str:
    """Return the mark of a line with marks of its own: a path, a disclaimer, a site's note."""
    if labels.parted_path(line):
        return STRONG_CRUMB
    if labels.NOTICE_WORD_RE.search(line, 0, NOTICE_CHARS):
        return labels.LEGAL if labels.site_label(line) == labels.LEGAL else ""
    if len(line) < SKIP_CHARS and labels.site_label(line) == labels.SKIP:
        return labels.SKIP  # 跳转至： 导航、 搜索
    named = any(name in line for name in labels.OWN_NAMES)
    return labels.NOTE if named and labels.site_label(line) == labels.NOTE else ""


def _is_stamp(line: str, label: str) -> bool:
    """Say whether a line is date and source, be it 作者: … | 来源:发表于2019-04-11 or glued."""
    dated = label == labels.CREDIT and STAMP_DAY_RE.search(line) is not None
    return label == labels.META or dated or (label == "" and glued_facts(line))


def _whole(text: str, lines: Sequence[str], before: Mapping[str, int]) -> dict[str, int]:
    """Return what is only asked of a text that has some evidence: it costs more."""
    found = {}
    if page_title(lines):
        found["headline"] = 2
    if JUMP_RE.search(text) and not any(map(EPAPER_RE.search, lines)):
        found["paper"] = -2
    # Minutes have a date, names of those present and of those who get a copy: no proof. A novel
    # ends in （未完待续）. And a bar of channels is one side of the frame: what it says is said.
    slight = {kind for kind in SLIGHT if before.get(kind) == 1}
    if before.keys() - slight - {labels.META} or len(before) > 1:
        weight = frame(lines) - (labels.NAV in before)
        if weight > 0:
            found["frame"] = weight
    return found


def web_lines(text: str) -> tuple[WebLine, ...]:
    """Return the lines of a page with their features. Linear."""
    lines = read_lines(text)
    seen = Counter(line.text for line in lines)
    coded = program_lines(lines)
    found = [
        _features(line, seen[line.text] > 1, coded=code)
        for line, code in zip(lines, coded, strict=True)
    ]
    texts = [line.text for line in lines]
    for i in rows.listed(texts, seen):
        found[i] = found[i]._replace(good=False, end=False)
    path = title_path(texts[: PATH_REACH + PATH_BELOW])
    if path >= 0:
        found[path] = found[path]._replace(label=labels.CRUMB)
    _mark_teasers(found)
    for i, one in enumerate(found):
        below = found[i + 1 : i + 1 + LEAD_REACH]
        if not one.label and said_again(one.line.text, [x.line.text for x in below]):
            found[i] = one._replace(label=labels.NOTE, good=False, end=False, cut=False)
        elif one.good:
            break  # a paragraph that comes twice inside a text is its own
    for i in rows.unended(texts, [i for i, one in enumerate(found) if one.cut]):
        found[i] = found[i]._replace(cut=False, good=True)
    for i in (*rows.of_series(texts), *inserted(texts)):
        found[i] = found[i]._replace(label=labels.NOTE, good=False, end=False)
    return tuple(found)


def _mark_teasers(lines: list[WebLine]) -> None:
    """Mark lines that are cut off by dots like two others near them."""
    cuts = [i for i, one in enumerate(lines) if one.chars < TEASER_CHARS and dotted(one.line.text)]
    for k, i in enumerate(cuts):
        near = [
            j
            for j in cuts[max(0, k - TEASER_REACH) : k + TEASER_REACH + 1]
            if 0 < abs(j - i) <= TEASER_REACH
            and abs(lines[j].line.width - lines[i].line.width) <= TEASER_WIDTH
        ]
        if len(near) >= 2:
            lines[i] = lines[i]._replace(teaser=True)


def _features(line: Line, copy: bool, *, coded: bool) -> WebLine:
    """Return the line with what it shows by itself; a line of a program is no label."""
    text = line.text
    chars = sum(map(len, text.split()))
    label = "" if coded else _label(text)
    end = line.ending == END and not text.endswith("..")
    end = end or (text[-1] == "." and text.isascii() and text.count(" ") >= SPACES)  # in 1881.
    path = label == labels.CRUMB and labels.parted_path(text)  # … > 江城的桥为何老了？
    if label and end and not path and label not in END_LABELS:
        label = "" if text[-1] in "。！？" else label
    # Of what is cut off after so many characters few have two sentences.
    whole = chars < CUT_CHARS or end or line.ending in (END, COMMA, COLON, CLOSE)
    whole = whole or len(FULL_STOP_RE.findall(text)) > 1
    cut = not label and ((dotted(text) and chars < TEASER_CHARS) or not whole)
    good = not cut and not label and is_sure(text, chars)
    day = label in (labels.META, labels.CREDIT) or labels.is_day(text)
    return WebLine(line, chars, label, end, good, cut, False, day, copy)


@kept_of_short
def _label(text: str) -> str:
    return labels.label_of(text) or (
        labels.NAV if glued_names(text) else labels.META if glued_facts(text) else ""
    )
