"""Find the article on a web page: one block of lines between the headline and the first barrier.

The structure decides, not the single line. Comments, cookie notices and the blurbs of links look
like prose, so lines cannot be judged one by one; but an article is one stretch that follows the
page's headline (which stands again in the first line, with the site's name behind it) and ends
before the first label of what comes after: related articles, comments, tags, the next page.
Each line gets a score, from -1 for a line of which nothing is known to +5 for a paragraph; the
block is the run with the largest sum. Inside it only labels go: a caption, a subhead, a line of
dialogue or of a poem stays, however short.

The weights were set by hand. Halved or doubled, they give the same figures on 23 labelled pages,
and most can be 0 one at a time: without the headline recall falls from .997 to .954, without the
zone bonus to .980, with a base of -2 to .980. On 19 made-up pages of other kinds (short bodies,
trimmed frames) the base price, the worth of a sure paragraph and the barriers matter too.
"""

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from cleaner.layout import COLON, NUMBER
from cleaner.web import labels
from cleaner.web.page import WebLine, is_headline

# Labels that end an article.
BARRIERS = frozenset({labels.COMMENT, labels.LINKS, labels.NEXT, labels.TAGS})

# Scores of a line; see above where they come from.
BASE, GOOD, SENTENCE, LABEL, DAY, CUT, TEASER, COPY = -1.0, 3.0, 1.5, -2.5, -1.5, -2.0, -3.0, -1.0
LONG, LONGER, COMMA, TINY, ZONE = 1.0, 1.0, 0.5, -0.5, 1.0
LONG_CHARS, LONGER_CHARS, TINY_CHARS, SENTENCE_CHARS, ZONE_CHARS = 25, 50, 4, 8, 6

DISTANCE = 0.05  # price of each line between the headline and the block
MAX_COPIES = 10  # copies of the headline that are tried; a bound on time, pages have up to 6
TIE = 1.0  # of two copies whose blocks are worth nearly the same the later is nearer
REST_SHARE = 0.25  # what follows a barrier inside the block is cut below this share of the sum
SHORT_BODY_CHARS = 16  # a stretch between headline and barrier with fewer is no body

HEADLINE_LEAST, HEADLINE_MOST, HEADLINE_REACH = 6, 60, 8  # a headline without a copy
MAX_STAMPS, LONG_BODY = 6, 8  # stamps of one article; lines of a body beside more; chosen
# Pages have .73 to 1 of their sure paragraphs in the block, and at most 4 outside it.
THREAD_GOODS, THREAD_SHARE = 12, 0.3
STAMP_REACH = 8  # lines between an article's date and its text: buttons, a picture's caption
KEY_CHARS, KEY_VALUE_CHARS = 5, 12  # chosen
PLAIN_CHARS = 10  # a line before the block that is no name and no count
CREDIT_CHARS = 40  # of a credit behind a paragraph's last sentence; chosen
SIGNATURE_REACH = 8  # lines after the block in which a signature and its day stand
DAY_CHARS = 8  # 2024-3-2; a link list has 03-12
AMBIGUOUS_CHARS = 2  # a word as short may be a subhead
LABEL_MOST = 32  # a label in the block is dropped below this


# 玉峰道路, 美樹營地, 控溪吊橋, 石磊部落: names with commas and spaces, as blogs print their tags;
# no tags where a text goes on behind them.
TAG_LIST_RE = re.compile(r"[^，。,、]{1,12}(?:, [^，。,、]{1,12}){3,12}")


class Block(NamedTuple):
    """An article on a page: lines [start, end), and the index of its headline or -1."""

    start: int
    end: int
    headline: int


def find_block(lines: Sequence[WebLine]) -> Block | None:
    """Return the article's lines, or None where the page has none. Linear in the lines."""
    scores = [score(line) for line in lines]
    barriers = [is_barrier(line) for line in lines]
    free, free_sum = _best_run(scores, 0)
    chosen, chosen_sum, headline = free, free_sum, -1
    anchored = -1.0
    for copy in headline_copies(lines):
        zone = _zone_end(lines, barriers, copy)
        lifted = [
            value + ZONE
            if copy < i < zone and not line.label and line.chars >= ZONE_CHARS
            else value
            for i, (value, line) in enumerate(zip(scores, lines, strict=True))
        ]
        run, total = _best_run(lifted, copy + 1)
        if total >= anchored - TIE and total > 0:
            anchored = max(anchored, total)
            if 2 * total >= free_sum:
                chosen, chosen_sum, headline = run, total, copy
    start, end = _cut_at_barrier(lines, scores, barriers, chosen)
    if headline >= 0:
        start, end = _own_body(lines, scores, barriers, headline, (start, end))
    elif not any(line.good for line in lines[start:end]):
        start, end = _below_stamp(lines, (start, end) if chosen_sum > 0 else (0, 0))
    if start == end:
        return None
    start, end = _grow(lines, headline, start, end)
    if headline < 0:
        headline = _headline_above(lines, start)
    start = _back_to_headline(lines, start, headline)
    end = _last_lines(lines, barriers, start, end)
    if end < len(lines) and barriers[end] and TAG_LIST_RE.fullmatch(lines[end - 1].line.text):
        end -= end - 1 > start
    return _whole_thread(lines, Block(start, end, headline))


def score(line: WebLine) -> float:
    """Return what a line is worth as a line of an article."""
    value = BASE
    value += LONG * (line.chars >= LONG_CHARS) + LONGER * (line.chars >= LONGER_CHARS)
    if line.good:
        value += GOOD
    elif line.end and line.chars >= SENTENCE_CHARS:
        value += SENTENCE
    value += COMMA * any(mark in line.line.text for mark in "，、,")
    value += LABEL * bool(line.label) + LABEL * (line.label == labels.NAV) * 0.8
    value += DAY * line.day + CUT * line.cut + TEASER * line.teaser + COPY * line.copy
    return value + TINY * (line.chars <= TINY_CHARS)


def is_barrier(line: WebLine) -> bool:
    """Say whether an article ends before the line."""
    if line.teaser or line.label == labels.TAGS:
        return True
    if line.label == labels.FOOTER:
        return labels.FOOTER_STRONG_RE.search(line.line.text[:480]) is not None
    if line.label == labels.LEGAL:
        return line.line.text[:12].find("声明") >= 0 or line.line.text[:12].find("聲明") >= 0
    return line.label in BARRIERS and line.chars < LABEL_MOST and not line.end


def headline_copies(lines: Sequence[WebLine]) -> list[int]:
    """Return where the headline stands, the first line without the site's name, in order.

    Not in a list of links, where the most read article may well be this one; unless there is no
    other, since a site may have a tab 相关文章 above the headline.
    """
    first = lines[0].line.text
    copies = [i for i, line in enumerate(lines) if i and is_headline(line.line.text, first)]
    apart = [
        i
        for i in copies
        if not any(line.label == labels.LINKS for line in lines[max(0, i - 2) : i])
    ]
    return (apart or copies)[:MAX_COPIES]


def _content(line: WebLine) -> bool:
    return line.good or (not line.label and not line.cut and line.chars >= SENTENCE_CHARS)


def _zone_end(lines: Sequence[WebLine], barriers: Sequence[bool], headline: int) -> int:
    """Return the first barrier after the headline with a paragraph or two lines between them."""
    content = 0
    for i in range(headline + 1, len(lines)):
        if barriers[i] and content >= 2:
            return i
        content += 2 if lines[i].good else _content(lines[i])
    return len(lines)


def _best_run(scores: Sequence[float], first: int) -> tuple[tuple[int, int], float]:
    """Return the run [start, end) from `first` on with the largest sum, distance paid."""
    best, best_sum = (first, first), 0.0
    start, total = first, 0.0
    for i in range(first, len(scores)):
        fresh = -DISTANCE * (i - first)
        if total <= fresh:
            start, total = i, fresh
        total += scores[i]
        if total > best_sum:
            best, best_sum = (start, i + 1), total
    return best, best_sum


def _cut_at_barrier(
    lines: Sequence[WebLine],
    scores: Sequence[float],
    barriers: Sequence[bool],
    run: tuple[int, int],
) -> tuple[int, int]:
    """Cut the run at the first barrier behind which hardly anything stands. Linear."""
    start, end = run
    sums = list(accumulate(scores, initial=0.0))
    goods = list(accumulate((line.good for line in lines), initial=0))
    for i in range(start + 1, end):
        if not barriers[i]:
            continue
        before, after = sums[i] - sums[start], sums[end] - sums[i]
        if before > 0 and goods[end] - goods[i] <= 1 and after < REST_SHARE * before:
            return start, i
    return run


def _own_body(
    lines: Sequence[WebLine],
    scores: Sequence[float],
    barriers: Sequence[bool],
    headline: int,
    run: tuple[int, int],
) -> tuple[int, int]:
    """Take what stands between headline and barrier when the best run lies behind the barrier.

    A comment policy or a cookie notice is longer than a short report: the report wins when it has
    a sure paragraph, unless the run behind has its own date and the report has none (then the
    headline and a summary stood above the navigation). And a poem, a list of names or a recipe has
    no line that scores, while the teasers behind it have.
    """
    barrier = _zone_end(lines, barriers, headline)
    start, end = run
    if start < barrier:
        return run
    zone, total = _best_run(scores[:barrier], headline + 1)
    if total > 0 and any(line.good for line in lines[slice(*zone)]):
        return zone if _stamped(lines, zone[0]) or not _stamped(lines, start) else run
    if sum(line.good for line in lines[start:end]) >= 2:
        return run
    first = headline + 1
    for i in range(first, min(first + 8, barrier)):
        if lines[i].day or lines[i].label:
            first = i + 1
    body = [line for line in lines[first:barrier] if not line.label]
    chars = sum(line.chars for line in body)
    copies = sum(line.copy for line in body)
    return (first, barrier) if chars >= SHORT_BODY_CHARS and 5 * copies <= 2 * len(body) else run


def _stamped(lines: Sequence[WebLine], start: int) -> bool:
    """Say whether a date or source line stands close above."""
    return any(line.label == labels.META for line in lines[max(0, start - STAMP_REACH) : start])


def _whole_thread(lines: Sequence[WebLine], block: Block) -> Block:
    """Widen the block over all sure paragraphs when it holds few of them.

    A thread of long posts, or several pages in one file: no one block is the article, and a lost
    text is worse than a frame left in it. Labels inside still go.
    """
    goods = [i for i, line in enumerate(lines) if line.good]
    inside = [i for i in goods if block.start <= i < block.end]
    share = sum(lines[i].chars for i in inside) / max(sum(lines[i].chars for i in goods), 1)
    if len(goods) - len(inside) < THREAD_GOODS or share >= THREAD_SHARE:
        return block
    start, end = min(block.start, goods[0]), max(block.end, goods[-1] + 1)
    return Block(start, end, block.headline if block.headline < start else -1)


def _below_stamp(lines: Sequence[WebLine], run: tuple[int, int]) -> tuple[int, int]:
    """Take the lines under the date and source, on a page without a sure paragraph or headline.

    A poem or a list in a page's frame: unlabelled lines between the article's own stamp and the
    next label.
    """
    stamps = [i for i, one in enumerate(lines[:-1]) if one.label in (labels.META, labels.CREDIT)]
    # In a list of links each has its own day: a body is longer than a link there.
    least = 2 if len(stamps) <= MAX_STAMPS else LONG_BODY
    for i in stamps:
        if lines[i + 1].label:
            continue
        end = i + 1
        while end < len(lines) and not lines[end].label:
            end += 1
        if end - i > least and sum(one.chars for one in lines[i + 1 : end]) >= SHORT_BODY_CHARS:
            return i + 1, end
    return run


def _grow(lines: Sequence[WebLine], headline: int, start: int, end: int) -> tuple[int, int]:
    """Grow a poor block over its unlabelled neighbours, and any block over its salutation.

    A block without a sure paragraph is verse or a list, whose lines score by chance. 各有关单位：
    opens a notice.
    """
    goods = sum(line.good for line in lines[start:end])
    while start - 1 > headline and goods < 2 and _unlabelled(lines[start - 1]) and headline >= 0:
        start -= 1
    while end < len(lines) and goods == 0 and _unlabelled(lines[end]):
        end += 1
    if start - 1 > headline and _unlabelled(lines[start - 1]):
        start -= lines[start - 1].line.ending == COLON
    return start, end


def _unlabelled(line: WebLine) -> bool:
    return not (line.label or line.day or line.copy or line.cut)


def _headline_above(lines: Sequence[WebLine], start: int) -> int:
    """Return the headline of a block on a page that does not repeat it, or -1.

    The nearest line above that is no label, no day, no number and no subtitle.
    """
    for i in range(start - 1, max(-1, start - 1 - HEADLINE_REACH), -1):
        line = lines[i]
        text = line.line.text
        if line.label or line.day or text.startswith("——") or _keyed(lines, i):
            continue
        if line.chars < HEADLINE_LEAST:
            if i and lines[i - 1].label == labels.CRUMB and lines[i + 1].label:
                return i  # 秋夜, between the path and the author
            continue
        fits = HEADLINE_LEAST <= line.chars <= HEADLINE_MOST
        return i if fits and not text.endswith(("。", "，", "：", ":")) and not line.cut else -1
    return -1


def _keyed(lines: Sequence[WebLine], i: int) -> bool:
    """Say whether a line is one more fact under the date: テーマ：旅行, 栏目：生活."""
    name, colon, value = lines[i].line.text.partition("：")
    short = 0 < len(name) <= KEY_CHARS and 0 < len(value) <= KEY_VALUE_CHARS
    return bool(colon) and short and i > 0 and lines[i - 1].label == labels.META


def _back_to_headline(lines: Sequence[WebLine], start: int, headline: int) -> int:
    """Extend the block upwards over plain lines to the headline."""
    if headline < 0:
        return start
    while start - 1 > headline:
        line = lines[start - 1]
        if line.label or line.day or not (line.chars >= PLAIN_CHARS or line.end):
            break
        start -= 1
    return start


def _last_lines(lines: Sequence[WebLine], barriers: Sequence[bool], start: int, end: int) -> int:
    """Extend the block downwards over a last short line before a barrier, and over a signature."""
    block = lines[start:end]
    unmarked = sum(1 for line in block if not line.label and not line.end)
    for reach in (1, 2):
        if end + reach >= len(lines):
            break
        # A bracket that closes the text needs no barrier, any label will do: （实习生亦有贡献）
        bracket = lines[end].line.text[0] in "（(" and lines[end].line.text[-1] in "）)"
        if not barriers[end + reach] and not (reach == 1 and bracket and lines[end + 1].label):
            continue
        tail = lines[end : end + reach]
        if all(
            not line.label
            and not line.day
            and not line.copy
            and (line.end or line.line.text[0] in "（(【[" or unmarked >= 2 or _credited(line))
            for line in tail
        ):
            return end + reach
    return _signature(lines, end)


def _credited(line: WebLine) -> bool:
    """Say whether a paragraph lacks its end mark because a credit is glued to it: 。(c)AFP/…."""
    return line.cut and "。" in line.line.text[-CREDIT_CHARS:]


def _signature(lines: Sequence[WebLine], end: int) -> int:
    """Extend over what closes a notice: 附件：…, and a name with a bare day under it.

    The day is the proof: between it and the block there may be a few short lines (the office, who
    to ask), none of them a label.
    """
    for i in range(end, min(end + SIGNATURE_REACH, len(lines))):
        line = lines[i]
        if labels.is_day(line.line.text) and line.chars >= DAY_CHARS and i > end:
            return i + 1
        if line.label or line.chars > LABEL_MOST:
            break
    if end < len(lines) and lines[end].line.text.startswith(("附件", "附：", "附:")):
        end += 1
        while end < len(lines) and lines[end].line.opening == NUMBER and not lines[end].label:
            end += 1
    return end


def dropped_inside(lines: Sequence[WebLine], i: int) -> bool:
    """Say whether a line inside the block is a label that the site set there."""
    line = lines[i]
    if line.end and line.label not in (labels.LEGAL, labels.NOTE):
        return False
    if line.label == labels.LEGAL:
        return True
    if line.chars >= LABEL_MOST or not line.label or labels.PROSE_RE.search(line.line.text):
        return False
    if line.label == labels.NAV or line.chars <= AMBIGUOUS_CHARS:
        # 文化 or 微信 alone may be a subhead; two labels in a row are a bar.
        return lines[i - 1].label != "" or (i + 1 < len(lines) and lines[i + 1].label != "")
    return line.label not in (labels.LINKS, labels.FOOTER)
