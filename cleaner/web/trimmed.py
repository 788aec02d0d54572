"""Find what is left of the frame of a page that was trimmed: a few lines at its head and tail.

Extractors of articles leave the path, the headline twice, the line with date and source; and of
what follows the text the first heading. There is too little evidence for a page, so only lines go
that are labels by themselves, and names above a path.
"""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from cleaner.layout import display_width
from cleaner.web import labels
from cleaner.web.block import is_barrier
from cleaner.web.frame import NAME_EM
from cleaner.web.headline import HEADLINE_LEAST, headline_above
from cleaner.web.page import TWICE_TEXT, WebLine, second_copy

# A tail is the site's when it has so many labels, and this share of its lines are labels.
TAIL_LABELS, TAIL_SHARE, TAIL_REACH = 2, 0.3, 8
TAIL_TITLES = 3  # link titles under their heading that are enough
HEAD_LABELS = frozenset(
    {labels.CRUMB, labels.LOGIN, labels.META, labels.NAV, labels.NOTE, labels.SHARE}
)
STOCK_CHARS = 9  # (相关资料图) and no more
LAST_LABELS = frozenset({labels.LEGAL, labels.TAGS})

# A stamp that only a site prints: a day with its hour, two facts with their names, a count. The day
# and source of a report in a paper are no such (2018年4月12日 来源：江城日报).
HOUR_RE = re.compile(r"\d{1,2}[:：]\d{2}")
NAMED_RE = re.compile(r"[^\s\d:：|]{2,6}[:：]")
VIEWS_RE = re.compile(r"(?:阅读|浏览|点击|人气)(?:次数|[量数])?:\d")
NAMED_FACTS = 2
STAMP_REACH, STAMPS = 5, 2  # lines above it; stamps of one article: more are a log's
NAMES_ABOVE = 2  # names of a section above the headline
FACT_CHARS = 4  # of a fact's name; 陈某专文：… is a headline
NAMES_BELOW = 2  # lines between the stamp and the first paragraph


class Head(NamedTuple):
    """The lines of a head that go, and the index of the headline or -1."""

    dropped: list[int]
    headline: int = -1


def head(lines: Sequence[WebLine], goods: Sequence[int]) -> Head:
    """Return the lines above the first paragraph that are the site's, and the headline.

    A path, or two kinds of label. One kind is not enough: 设置 > 通用 stands twice in a manual,
    and 更新时间： with 版权所有 in a policy. A stamp by its form is, with a headline above it.
    """
    first = goods[0]
    found = [i for i in range(first) if lines[i].label in HEAD_LABELS]
    kinds = {lines[i].label for i in found} - {labels.CRUMB}
    paths = [i for i in found if lines[i].label == labels.CRUMB and _is_path(lines[i].line.text)]
    headline = headline_above(lines, first, goods[-1] + 1)
    stamp = _stamp(lines, first)
    title = next((i for i in range(first) if not lines[i].label), first)
    again = title + second_copy([line.line.text for line in lines[title : first + TWICE_TEXT]])
    between = lines[title + 1 : again]
    facts = not between or any(line.label for line in between)  # of the site; not a speaker's name
    if title < again <= first and facts and not any(map(_is_sentence, between)):
        return Head(sorted({*found, *range(title + 1, again + 1)}), title)
    if stamp < 0 and len(kinds) <= 1 and not paths:
        stock = [i for i in found if "资料图" in lines[i].line.text]
        return Head([i for i in stock if lines[i].chars < STOCK_CHARS])
    if 0 < stamp <= headline and not lines[stamp - 1].label:
        headline = stamp - 1  # no caption below it
    path = max(paths, default=-1)
    if not path < headline < first or lines[headline].line.text.endswith("。"):
        return Head(found if stamp < 0 else [])
    near = stamp - NAMES_ABOVE <= headline < stamp and lines[headline].chars >= HEADLINE_LEAST
    if stamp >= 0 and not near and not paths:
        return Head([])
    above = range(path) if path >= 0 else range(headline)
    names = [i for i in above if not lines[i].label]
    if all(_is_name(lines[i]) for i in names) and (path >= 0 or len(names) <= NAMES_ABOVE):
        found += names
    said = labels.fold(lines[headline].line.text)
    found += [i for i in range(headline + 1, first) if labels.fold(lines[i].line.text) == said]
    return Head(sorted({*found} - {headline}), headline)


def _is_path(text: str) -> bool:
    return labels.strong_crumb(text) or labels.fold(text.partition(" ")[0]) in labels.HOMES


def _is_fact(line: WebLine) -> bool:
    """Say whether a line is a fact as minutes and letters have them: 地点：厂部, 主题: 回复."""
    name, colon, _ = labels.fold(line.line.text).partition(":")
    return colon != "" and len(name) <= FACT_CHARS


def _is_sentence(line: WebLine) -> bool:
    return line.end and not line.label and line.line.text[-1] in "。."


def _is_name(line: WebLine) -> bool:
    return not line.end and display_width(line.line.text) <= NAME_EM


def _stamp(lines: Sequence[WebLine], first: int) -> int:
    """Return where the one stamp of a site stands close under a headline, or -1."""
    stamps = [i for i, line in enumerate(lines) if line.label == labels.META]
    at = stamps[0] if stamps else -1
    if not 0 < at <= min(STAMP_REACH, first) or len(stamps) > STAMPS:
        return -1
    # Below the date of minutes stand those present.
    if len({line.line.text for line in lines[at + 1 : first] if not line.label}) > NAMES_BELOW:
        return -1
    text = labels.fold(lines[at].line.text)
    dated = labels.STAMP_DAY_RE.search(text) is not None
    named = len(NAMED_RE.findall(text)) >= NAMED_FACTS
    sure = (dated and (HOUR_RE.search(text) is not None or named)) or VIEWS_RE.search(text)
    below = lines[at + 1]
    facts = (_is_fact(line) for line in (lines[at - 1], below) if not line.good and not line.label)
    plain = not any(facts)
    return at if sure and plain else -1


def tail_start(lines: Sequence[WebLine], last_good: int) -> int:
    """Return where a tail of labels or of link titles begins, or the number of lines."""
    end = len(lines)
    for i in range(last_good + 1, min(last_good + 1 + TAIL_REACH, end)):
        if is_barrier(lines[i]):
            above = reversed(range(last_good + 1, i))
            start = i - sum(1 for _ in takewhile(lambda k: lines[k].label != "", above))
            sure = _link_titles(lines[i:]) or _labels_prevail(lines, start, i)
            return start if sure else end
    return end


def _labels_prevail(lines: Sequence[WebLine], start: int, barrier: int) -> bool:
    """Say whether enough of what begins at `start` is labels to be the site's."""
    rest = lines[start:]
    count = sum(1 for line in rest if line.label or line.teaser)
    cuts = sum(1 for line in rest if line.cut and not line.teaser)
    # A tag line or a disclaimer that is all there is needs no second label.
    alone = barrier == len(lines) - 1 and lines[barrier].label in LAST_LABELS
    if (count < TAIL_LABELS and not alone) or count < TAIL_SHARE * len(rest):
        return False
    short = sum(line.chars for line in rest) < sum(line.chars for line in lines[:start])
    return short or 2 * (count + cuts) >= len(rest)


def _link_titles(rest: Sequence[WebLine]) -> bool:
    """Say whether a tail is the heading of a link list and titles: no sentence, no book's name."""
    heading, *titles = rest
    if heading.label != labels.LINKS or heading.line.text.endswith(labels.ARROWS):
        return False
    return len(titles) >= TAIL_TITLES and not any(
        line.good or line.line.text.endswith("。") or line.line.text.startswith("《")
        for line in titles
    )
