"""Is a text the text of a web page? Count the kinds of evidence, not the lines.

A newspaper has 来源：, a privacy policy 版权所有 and 更新时间, a phone manual 设置 > 通用 on each
page, a table of contents lines that end in dots, a poem a line 分享. Each of them has one kind of
evidence or two, however often. A page that was saved with its frame has many kinds at once: a
path, a bar of channels, share buttons, related articles, a filing number. So each kind counts once,
with a weight of 1 to 3, and a text is a page from a sum of 3 (`PAGE`). On 371 texts that are no
pages the sum was 0 but for 9 that had 1; on whole pages 4 to 14. With 1 or 2 (`TRIMMED`) it may be
a page whose frame was cut off before: only its edges are looked at.

Evidence from words counts only from a line in the form of a label: short, no end mark, no comma.
"""

from collections.abc import Mapping
from typing import NamedTuple

from cleaner import weblabels as labels
from cleaner.layout import END, Line, display_width, read_lines

PAGE = 3  # from this sum on a text is a page; 371 other texts have at most 1
TRIMMED = 1  # from this sum on its edges are looked at

# A label that counts is shorter. Chosen, try 24 to 40.
EVIDENCE_CHARS = 32

# A bar of navigation: so many lines in a row of at most so many characters, so many of them known.
NAV_RUN, NAV_CHARS, NAV_KNOWN = 6, 8, 3

# A teaser ends in dots and is shorter than a paragraph; its neighbours are cut at the same width.
# Chosen: the longest seen has 41 characters.
TEASER_CHARS = 60
TEASER_REACH, TEASER_WIDTH = 3, 3.0  # lines; em

# A prose line without an end, comma or bracket is cut: from so many characters. At 35 it takes
# bodies that are written without end marks for teasers.
CUT_CHARS = 48

# A copy of the headline in the first line, the page's <title>, has at least so many characters
# and this share of the line.
HEADLINE_CHARS, HEADLINE_SHARE = 6, 0.3
TITLE_SEPARATORS = "_-|｜–—丨－＿/ 　·:：(（"

# Kinds of label that are evidence by themselves, with the lines needed.
KIND_LINES = {
    labels.COMMENT: 1,
    labels.LINKS: 1,
    labels.LOGIN: 1,
    labels.META: 1,
    labels.NEXT: 1,
    labels.NOTE: 1,
    labels.SHARE: 2,
    labels.TAGS: 1,
}

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


def evidence(text: str) -> Mapping[str, int]:
    """Return the kinds of evidence that the text is a web page, each with its weight. Linear."""
    counts: dict[str, int] = {}
    strong_crumb = strong_footer = False
    nav_run = nav_known = longest_nav = 0
    teasers: list[tuple[int, float]] = []
    lines = text.split("\n")
    for number, raw in enumerate(lines):
        line = raw.strip()
        size = len(line)
        if not size:
            continue
        if size < EVIDENCE_CHARS and not labels.PROSE_RE.search(line):
            label = labels.label_of(line)
            if label:
                counts[label] = counts.get(label, 0) + 1
                strong_crumb = strong_crumb or (label == labels.CRUMB and labels.strong_crumb(line))
            nav_run, nav_known = (
                (nav_run + 1, nav_known + (label == labels.NAV)) if size <= NAV_CHARS else (0, 0)
            )
            if nav_known >= NAV_KNOWN:
                longest_nav = max(longest_nav, nav_run)
        else:
            nav_run = nav_known = 0
        if size < 4 * labels.LONG_CHARS and not strong_footer:
            strong_footer = labels.FOOTER_STRONG_RE.search(line) is not None
        if size < TEASER_CHARS and dotted(line):
            teasers.append((number, display_width(line)))
    found = {kind: 1 for kind, least in KIND_LINES.items() if counts.get(kind, 0) >= least}
    if strong_crumb or 0 < counts.get(labels.CRUMB, 0) < MANY_CRUMBS:
        found[labels.CRUMB] = 2 if strong_crumb else 1
    if strong_footer or counts.get(labels.FOOTER, 0) or counts.get(labels.LEGAL, 0):
        found[labels.FOOTER] = 2 if strong_footer else 1
    if longest_nav >= NAV_RUN:
        found[labels.NAV] = 2
    run = _teaser_run(teasers)
    if run >= 3:
        found["teasers"] = 3 if run >= 8 else 2
    if found and page_title(lines):
        found["headline"] = 2
    return dict(sorted(found.items()))


def dotted(line: str) -> bool:
    """Say whether a line ends in the dots of a cut."""
    return line.endswith(("..", "…", "…）", "...)"))


def _teaser_run(teasers: list[tuple[int, float]]) -> int:
    """Return the longest run of teasers: lines apart by few lines, alike in width."""
    longest = run = 0
    before = (-TEASER_REACH - 1, 0.0)
    for teaser in teasers:
        near = teaser[0] - before[0] <= TEASER_REACH and abs(teaser[1] - before[1]) <= TEASER_WIDTH
        run = run + 1 if near else 1
        longest = max(longest, run)
        before = teaser
    return longest


def page_title(lines: list[str]) -> bool:
    """Say whether the first line is a later line and a site's name: 标题_网易财经."""
    first = next((line.strip() for line in lines if line.strip()), "")
    if not HEADLINE_CHARS < len(first) <= labels.LONG_CHARS:
        return False
    return any(
        line != first and is_headline(line, first)
        for line in map(str.strip, lines)
        if HEADLINE_CHARS <= len(line) < len(first)
    )


def is_headline(line: str, first: str) -> bool:
    """Say whether a line is the headline in the first line of the page, without the site's name."""
    if line == first:
        return True
    if not HEADLINE_CHARS <= len(line) < len(first) or len(line) < HEADLINE_SHARE * len(first):
        return False
    return first.startswith(line) and first[len(line)] in TITLE_SEPARATORS


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
    return tuple(found)


def _features(line: Line, copy: bool) -> WebLine:
    """Return the line with what it shows by itself."""
    text = line.text
    chars = sum(map(len, text.split()))
    label = labels.label_of(text)
    end = line.ending == END and not text.endswith("..")
    if label and end and label not in (labels.META, labels.LEGAL, labels.FOOTER, labels.COMMENT):
        label = "" if text[-1] in "。！？" else label
    cut = (dotted(text) and chars < TEASER_CHARS) or (
        chars >= CUT_CHARS and line.ending not in (END, "comma", "colon", "close")
    )
    sentences = any(mark in text for mark in "。！？")
    clauses = any(mark in text for mark in "，、；,")
    good = chars >= 30 and sentences and clauses and not cut and not label
    day = label in (labels.META, labels.CREDIT) or labels.is_day(text)
    return WebLine(line, chars, label, end, good, cut, False, day, copy)
