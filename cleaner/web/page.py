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

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from cleaner.layout import (
    CLOSE,
    COLON,
    COMMA,
    DIGIT,
    END,
    HAN,
    LATIN,
    Line,
    display_width,
    ending_of,
    read_lines,
)
from cleaner.web import labels
from cleaner.web.frame import frame, glued_names, is_sure

PAGE = 3  # from this sum on a text is a page; 355 other texts have 0
TRIMMED = 1  # from this sum on its edges are looked at

# Share of the lines that are labels or teasers. On pages .11 to .60, on other texts at most .01; a
# long book has one of each kind in some place. Below this nothing is evidence.
LEAST_SHARE = 0.02

# A label that counts is shorter. Chosen, try 24 to 40.
EVIDENCE_CHARS = 32
NOTICE_CHARS = 8  # of a disclaimer's name at the start of its line

# A bar of navigation: so many lines in a row of at most so many characters, so many of them known.
NAV_RUN, NAV_CHARS, NAV_KNOWN = 6, 8, 3
NAV_ALL = 5  # known names in a row that are a bar by themselves
NAV_BAR = 4  # known names in one line
FOOTER_BAR = 2  # names of a site's foot in one line

# A teaser ends in dots and is shorter than a paragraph; its neighbours are cut at the same width.
# Chosen: the longest seen has 41 characters.
TEASER_CHARS = 60
TEASER_REACH, TEASER_WIDTH = 3, 3.0  # lines; em
TEASER_RUN, LONG_TEASER_RUN = 3, 8  # a poem of lines that trail off has fewer

# A prose line without an end, comma or bracket is cut: from so many characters. At 35 it takes
# bodies that are written without end marks for teasers.
CUT_CHARS = 48

# A copy of the headline in the first line, the page's <title>, has at least so many characters
# and this share of the line.
HEADLINE_CHARS, HEADLINE_SHARE = 6, 0.3
TITLE_SEPARATORS = "_-|–—丨/·:(@"

# A link from the site's root, as html2text writes it: * [归档](/archives). A manual's have none.
ROOT_LINK_RE = re.compile(r"^(?:[*+-]\s{1,4})?\[[^\[\]]{1,40}\]\(/[^()\s]{0,200}\)")
ROOT_LINKS = 3

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
        labels.PROMO,
        labels.SHARE,
    }
)

# A newspaper has 相关链接, 新闻热线：…, 广告 and its staff too: where it sends to another
# page more is asked of it.
JUMP_RE = re.compile(r"(?:下转|上接)第?\s?[A-Z0-9一二三四五六七八九十]{1,4}\s?版")
# A crumb that is enough by itself: 当前位置：…
STRONG_CRUMB = "strong-crumb"

# The number of a picture in a series, 2/6: several stand inside the text, one is a page's.
SLIDE_RE = re.compile(r"\d{1,3}\s?/\s?\d{1,3}")

# What stands between the names of a path, in a line of its own.
PATH_ARROWS = frozenset({">", ">>", "->", "»", "›", "/", "＞"})

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
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    marks = [_mark(line) for line in lines]
    counts = Counter(marks)
    teasers: list[str] = []
    if "…" in text or ".." in text:
        teasers = [line for line in lines if len(line) < TEASER_CHARS and dotted(line)]
    if len(marks) - counts[""] + len(teasers) < LEAST_SHARE * len(lines):
        return MappingProxyType({})
    found = {kind: 1 for kind, least in KIND_LINES.items() if counts[kind] >= least}
    found |= {kind: 2 for kind, least in HEAVY_LINES.items() if counts[kind] >= least}
    if 0 < counts[labels.CRUMB] + counts[STRONG_CRUMB] < MANY_CRUMBS or counts[STRONG_CRUMB]:
        found[labels.CRUMB] = 2 if counts[STRONG_CRUMB] else 1
    if _split_path(lines):
        found[labels.CRUMB] = 2
    bars = [line for line, mark in zip(lines, marks, strict=True) if mark == labels.NAV]
    rights = _rights(text, counts, bars)
    if rights:
        found[labels.FOOTER] = rights
    bar = _bar(lines, marks)
    if bar:
        found[labels.NAV] = bar
    run = _teaser_run(lines) if len(teasers) >= TEASER_RUN else 0
    if run >= TEASER_RUN:
        found["teasers"] = 3 if run >= LONG_TEASER_RUN else 2
    if _cut_run(lines) >= TEASER_RUN:
        found["cuts"] = 2
    if found:
        found.update(_whole(text, lines, found))
    return MappingProxyType(dict(sorted(found.items())))


def _split_path(lines: Sequence[str]) -> bool:
    """Say whether a path stands in lines of its own, as get_text() leaves it: 首页, ->, 动物."""
    return any(
        arrow in PATH_ARROWS and labels.fold(home) in labels.HOMES
        for home, arrow in pairwise(lines)
    )


def _rights(text: str, counts: Mapping[str, int], bars: Sequence[str]) -> int:
    """Return what filing numbers and rights weigh: 2 in a form that only sites have."""
    found = labels.FOOTER_STRONG_RE.search(text)
    # “京ICP备…号” in quotes is what a text says of sites.
    if found and not any(
        mark in '“「"' for mark in text[max(0, found.start() - 2) : found.start()]
    ):
        return 2
    if counts[labels.FOOTER] or counts[labels.LEGAL]:
        return 1
    return int(any(labels.footers_in_bar(line) >= FOOTER_BAR for line in bars))


def _mark(line: str) -> str:
    """Return the label that a line counts for as evidence: only in the form of a label."""
    if len(line) > labels.LONG_CHARS:
        return ""
    if labels.PROSE_RE.search(line):
        return (
            labels.LEGAL
            if labels.NOTICE_WORD_RE.search(line, 0, NOTICE_CHARS)
            and labels.site_label(line) == labels.LEGAL
            else ""
        )
    if len(line) >= EVIDENCE_CHARS and not (line.isascii() and len(line) < 2 * EVIDENCE_CHARS):
        if labels.STAMP_DAY_RE.search(line):
            return labels.META if labels.site_label(line) == labels.META else ""
        if labels.strong_crumb(line):
            return STRONG_CRUMB
        is_bar = labels.PIECES_RE.search(line) and labels.site_label(line) == labels.NAV
        return labels.NAV if is_bar else ""
    label = labels.site_label(line)
    return STRONG_CRUMB if label == labels.CRUMB and labels.strong_crumb(line) else label


def _whole(text: str, lines: Sequence[str], before: Mapping[str, int]) -> dict[str, int]:
    """Return what is only asked of a text that has some evidence: it costs more."""
    found = {}
    if page_title(lines):
        found["headline"] = 2
    if JUMP_RE.search(text):
        found["paper"] = -2
    if "](/" in text and sum(ROOT_LINK_RE.match(line) is not None for line in lines) >= ROOT_LINKS:
        found["root-links"] = 2
    # Minutes have a date, names of those present and of those who get a copy: no proof. And a bar
    # of channels is one side of the frame: what it says is said.
    if before.keys() - {labels.META}:
        weight = frame(lines) - (labels.NAV in before)
        if weight > 0:
            found["frame"] = weight
    return found


def _bar(lines: Sequence[str], marks: Sequence[str]) -> int:
    """Return what the bars of navigation weigh: 2 where their names are known, 1 by their form."""
    if not any(marks):  # alone a bar proves nothing
        return 0
    bars = [line for line, mark in zip(lines, marks, strict=True) if mark == labels.NAV]
    if any(labels.names_in_bar(line) >= NAV_BAR for line in bars):
        return 2
    if len(bars) >= NAV_KNOWN and _nav_run(lines, [mark == labels.NAV for mark in marks]):
        return 2
    homes = [len(labels.PIECES_RE.split(bar)) for bar in bars if labels.home_bar(bar)]
    if homes:
        return 2 if max(homes) >= NAV_RUN else 1
    return int(_nav_run(lines, [line.endswith(labels.NAV_ENDS) for line in lines]))


def _nav_run(lines: Sequence[str], known: Sequence[bool]) -> bool:
    """Say whether short lines without marks stand in a row and enough of them are known."""
    run = hits = 0
    for line, is_known in zip(lines, known, strict=True):
        if len(line) > NAV_CHARS or labels.PROSE_RE.search(line):
            run = hits = 0
            continue
        run, hits = run + 1, hits + is_known
        if (hits >= NAV_KNOWN and run >= NAV_RUN) or hits >= NAV_ALL:
            return True
    return False


def dotted(line: str) -> bool:
    """Say whether a line ends in the dots of a cut."""
    return line.endswith(("..", "…", "…）", "...)"))


def _teaser_run(lines: Sequence[str]) -> int:
    """Return the longest run of teasers: lines apart by few lines, alike in width."""
    longest = run = last = 0
    width_before = 0.0
    for i, line in enumerate(lines):
        if len(line) >= TEASER_CHARS or not dotted(line):
            continue
        width = display_width(line)
        near = i - last <= TEASER_REACH and abs(width - width_before) <= TEASER_WIDTH
        run = run + 1 if near else 1
        longest, last, width_before = max(longest, run), i, width
    return longest


def _cut_run(lines: Sequence[str]) -> int:
    """Return how many lines are blurbs cut off in mid-sentence at one width, each under its title.

    Lines that were wrapped are cut at one width too, but follow each other.
    """
    widths = [
        display_width(line)
        for above, line in pairwise(lines)
        if CUT_CHARS <= len(line) <= labels.LONG_CHARS
        and len(above) < CUT_CHARS
        and ending_of(line) in (HAN, LATIN, DIGIT)
        and ending_of(above) != COMMA
        and labels.PROSE_RE.search(line)
    ]
    widths.sort()
    reach = TEASER_RUN - 1
    alike = [b - a <= TEASER_WIDTH for a, b in zip(widths, widths[reach:], strict=False)]
    return TEASER_RUN if any(alike) else 0


def page_title(lines: Sequence[str]) -> bool:
    """Say whether the first line is a later line and a site's name: 标题_网易财经."""
    first = lines[0]
    return HEADLINE_CHARS < len(first) <= labels.LONG_CHARS and any(
        line != first and is_headline(line, first) for line in lines
    )


def is_headline(line: str, first: str) -> bool:
    """Say whether a line is the headline in the first line of the page, without the site's name.

    标题_网易财经, 标题 - 中国日报网, 新华网-标题; blind to width and white space.
    """
    if line == first:
        return True
    if not HEADLINE_CHARS <= len(line) < len(first) or len(line) < HEADLINE_SHARE * len(first):
        return False
    if line[0] != first[0] and line[-1] != first[-1]:
        return False
    part, whole = labels.fold(line), labels.fold(first)
    rest = len(whole) - len(part)
    if rest <= 0:
        return part == whole
    if whole.startswith(part):
        return whole[len(part)] in TITLE_SEPARATORS or first[len(line)].isspace()
    # The shorter end is the site's name.
    return whole.endswith(part) and whole[rest - 1] in TITLE_SEPARATORS and len(part) > 2 * rest


def web_lines(text: str) -> tuple[WebLine, ...]:
    """Return the lines of a page with their features. Linear."""
    lines = read_lines(text)
    seen: dict[str, int] = {}
    for line in lines:
        seen[line.text] = seen.get(line.text, 0) + 1
    found = [_features(line, seen[line.text] > 1) for line in lines]
    cuts = [i for i, one in enumerate(found) if one.chars < TEASER_CHARS and dotted(one.line.text)]
    for k, i in enumerate(cuts):
        near = [
            j
            for j in cuts[max(0, k - TEASER_REACH) : k + TEASER_REACH + 1]
            if 0 < abs(j - i) <= TEASER_REACH
            and abs(lines[j].width - lines[i].width) <= TEASER_WIDTH
        ]
        if len(near) >= 2:
            found[i] = found[i]._replace(teaser=True)
    slides = [i for i, one in enumerate(found) if SLIDE_RE.fullmatch(one.line.text)]
    if len({found[i].line.text for i in slides}) > 1:
        for i in slides:
            found[i] = found[i]._replace(label=labels.NOTE)
    return tuple(found)


def _features(line: Line, copy: bool) -> WebLine:
    """Return the line with what it shows by itself."""
    text = line.text
    chars = sum(map(len, text.split()))
    label = labels.label_of(text) or (labels.NAV if glued_names(text) else "")
    end = line.ending == END and not text.endswith("..")
    if label and end and label not in END_LABELS:
        label = "" if text[-1] in "。！？" else label
    cut = not label and (
        (dotted(text) and chars < TEASER_CHARS)
        or (chars >= CUT_CHARS and line.ending not in (END, COMMA, COLON, CLOSE))
    )
    good = not cut and not label and is_sure(text, chars)
    day = label in (labels.META, labels.CREDIT) or labels.is_day(text)
    return WebLine(line, chars, label, end, good, cut, False, day, copy)
