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
import sys
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from cleaner.web import labels
from cleaner.web.edges import (
    back_to_entry,
    back_to_headline,
    back_to_lead,
    back_to_sentence,
    grow,
    last_lines,
    to_last_sentence,
    without_titles,
)
from cleaner.web.headline import headline_above, headline_copies
from cleaner.web.notices import without_notices
from cleaner.web.page import WebLine

# Labels that end an article.
BARRIERS = frozenset({labels.COMMENT, labels.LINKS, labels.NEXT, labels.TAGS})

# Scores of a line; see above where they come from.
BASE, GOOD, SENTENCE, LABEL, DAY, NAV, CUT, TEASER, COPY = (
    -1.0,
    3.0,
    1.5,
    -2.5,
    -1.5,
    -2.0,
    -2.0,
    -3.0,
    -1.0,
)
LONG, LONGER, COMMA, TINY, ZONE = 1.0, 1.0, 0.5, -0.5, 1.0
LONG_CHARS, LONGER_CHARS, TINY_CHARS, SENTENCE_CHARS, ZONE_CHARS = 25, 50, 4, 8, 6

DISTANCE = 0.05  # price of each line between the headline and the block
TIE = 1.0  # of two copies whose blocks are worth nearly the same the later is nearer
REST_SHARE = 0.25  # what follows a barrier inside the block is cut below this share of the sum
SHORT_BODY_CHARS = 16  # a stretch between headline and barrier with fewer is no body

MAX_STAMPS, LONG_BODY = 6, 8  # stamps of one article; lines of a body beside more; chosen
# Pages have .73 to 1 of their sure paragraphs in the block, and at most 4 outside it.
THREAD_GOODS, THREAD_SHARE = 12, 0.3
STRETCH = 8  # lines of a text without a sentence; chosen
PAGED_REACH = 12  # lines between 上一章 and the chapter's first paragraph
STAMP_REACH = 8  # lines between an article's date and its text: buttons, a picture's caption
AMBIGUOUS_CHARS = 2  # a word as short may be a subhead
PROMO_REACH = 5  # lines behind a call in which text shows that it is no call; chosen
LABEL_MOST = 32  # a label in the block is dropped below this


# 玉峰道路, 美樹營地, 控溪吊橋, 石磊部落: names with commas and spaces, as blogs print their tags;
# no tags where a text goes on behind them.
TAG_LIST_RE = re.compile(r"[^，。,、]{1,12}(?:, [^，。,、]{1,12}){3,12}")


class Block(NamedTuple):
    """An article on a page: lines [start, end), and the index of its headline or -1."""

    start: int
    end: int
    headline: int
    posts: int = sys.maxsize  # from this line on only sentences stay


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
    end = without_titles(lines, start, end)
    if headline >= 0:
        start, end = _own_body(lines, scores, barriers, headline, (start, end))
    elif not any(line.good for line in lines[start:end]):
        start, end = _below_stamp(lines, (start, end) if chosen_sum > 0 else (0, 0))
    if start == end:
        start, end = _longest_stretch(lines)
    if start == end:
        return None
    start, end = grow(lines, headline, back_to_entry(lines, start), end)
    if headline < 0:
        start = back_to_lead(lines, start, headline)
        headline = headline_above(lines, start, end)
        start = max(start, headline + 1)
    start = back_to_headline(lines, start, headline)
    start = back_to_lead(lines, start, headline)
    start = back_to_sentence(lines, start, headline)
    end = to_last_sentence(lines, barriers, end)
    end = last_lines(lines, barriers, start, end)
    if end < len(lines) and barriers[end] and TAG_LIST_RE.fullmatch(lines[end - 1].line.text):
        end -= end - 1 > start
    start, end = without_notices(lines, start, end)
    return _whole_thread(lines, Block(start, end, headline))


def score(line: WebLine) -> float:
    """Return what a line is worth as a line of an article."""
    value = BASE
    value += LONG * (line.chars >= LONG_CHARS) + LONGER * (line.chars >= LONGER_CHARS)
    if line.good:
        value += GOOD
    elif (line.end or line.line.text.endswith("；")) and line.chars >= SENTENCE_CHARS:
        value += SENTENCE  # the items of a list end in ；
    value += COMMA * any(mark in line.line.text for mark in "，、,")
    # A note stands inside an article as often as not; a channel's name never.
    value += LABEL * (line.label not in ("", labels.NOTE)) + NAV * (line.label == labels.NAV)
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
    if line.label == labels.NEXT and line.chars < 2 * LABEL_MOST:
        return True
    return line.label in BARRIERS and line.chars < LABEL_MOST and not line.end


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
    paged = any(line.label == labels.NEXT for line in lines[max(0, start - PAGED_REACH) : start])
    sums = list(accumulate(scores, initial=0.0))
    goods = list(accumulate((line.good for line in lines), initial=0))
    for i in range(start + 1, end):
        if not barriers[i]:
            continue
        if paged and lines[i].label == labels.NEXT:
            return start, i  # 上一章 目录 下一章, above the chapter and below it
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
    text is worse than a frame left in it. Labels inside still go. Where a forum marks its posts,
    the answers are its text, and of them only sentences stay.
    """
    if sum(labels.POST_RE.search(line.line.text) is not None for line in lines) > 1:
        return _from_first_post(lines, block)._replace(end=_last_post(lines, block.end))
    goods = [i for i, line in enumerate(lines) if line.good]
    inside = [i for i in goods if block.start <= i < block.end]
    share = sum(lines[i].chars for i in inside) / max(sum(lines[i].chars for i in goods), 1)
    if len(goods) - len(inside) < THREAD_GOODS or share >= THREAD_SHARE:
        return block
    start, end = min(block.start, goods[0]), max(block.end, goods[-1] + 1)
    return Block(start, end, block.headline if block.headline < start else -1)


def _from_first_post(lines: Sequence[WebLine], block: Block) -> Block:
    """Begin the thread with the question where an answer was the best run."""
    good = next((i for i, line in enumerate(lines[: block.start]) if line.good), block.start)
    between = lines[good : block.start]
    if not any(labels.POST_RE.search(line.line.text) for line in between):
        return block._replace(posts=block.end)
    posts = next(i for i in range(good, block.start) if not _is_post(lines[i]))
    headline = block.headline if block.headline < good else headline_above(lines, good, block.end)
    return Block(good, block.end, headline, posts)


def _last_post(lines: Sequence[WebLine], end: int) -> int:
    """Return where the last sentence ends before the forum's own frame."""
    last = end
    for i in range(end, len(lines)):
        line = lines[i]
        if line.label in (labels.FOOTER, labels.LINKS, labels.LOGIN):
            break
        if _is_post(line):
            last = i + 1
    return last


def _is_post(line: WebLine) -> bool:
    return line.end and not line.label and line.chars >= SENTENCE_CHARS


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


def _longest_stretch(lines: Sequence[WebLine]) -> tuple[int, int]:
    """Return the one long stretch without a label on a page where nothing scores: a song's lines.

    Where a second is half as long neither is the text: a page of links.
    """
    best, second, first = (0, 0), 0, 0
    for i in range(len(lines) + 1):
        if i < len(lines) and not (lines[i].label or lines[i].day or lines[i].cut):
            continue
        if i - first > best[1] - best[0]:
            best, second = (first, i), best[1] - best[0]
        else:
            second = max(second, i - first)
        first = i + 1
    long = best[1] - best[0] >= STRETCH and 2 * second <= best[1] - best[0]
    return best if long else (0, 0)


def dropped_inside(lines: Sequence[WebLine], i: int, block: Block) -> bool:
    """Say whether a line inside the block is a label that the site set there."""
    line = lines[i]
    if line.label in (labels.LEGAL, labels.NOTE) or (i >= block.posts and not _is_post(line)):
        return True
    if line.label == labels.PROMO:
        # 打开微信，点击“发现” is a step of a manual where text goes on below.
        below = lines[i + 1 : min(i + 1 + PROMO_REACH, block.end)]
        return all(one.label for one in below)
    if (
        line.end
        or line.chars >= LABEL_MOST
        or not line.label
        or labels.PROSE_RE.search(line.line.text)
    ):
        return False
    if line.label == labels.NAV or line.chars <= AMBIGUOUS_CHARS:
        # 文化 or 微信 alone may be a subhead; two labels in a row are a bar. Not 历史 above the
        # tools that stand at each section.
        near = (lines[k] for k in (i - 1, i + 1) if k < len(lines))
        return any(one.label != "" and (line.copy or not one.copy) for one in near)
    return line.label not in (labels.LINKS, labels.FOOTER)
