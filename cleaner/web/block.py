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

from collections.abc import Sequence
from itertools import accumulate

from cleaner import late as re
from cleaner.web import labels
from cleaner.web.bulletins import under_masthead
from cleaner.web.edges import is_issuer, is_unlabelled, last_lines, to_last_sentence, without_titles
from cleaner.web.front import with_posts
from cleaner.web.further import with_articles, with_parts
from cleaner.web.headline import headline_copies, is_apart
from cleaner.web.headrows import find_headline
from cleaner.web.notices import without_notices
from cleaner.web.opening import (
    back_to_entry,
    back_to_headline,
    back_to_lead,
    back_to_needs,
    back_to_opening,
    back_to_parts,
    back_to_sentence,
    grow,
)
from cleaner.web.page import LEAST_SHARE, WebLine
from cleaner.web.pieces import over_pieces, pieces, with_pieces
from cleaner.web.runs import (
    SENTENCE_CHARS,
    ZONE,
    ZONE_CHARS,
    Block,
    best_run,
    is_picture,
    longest_stretch,
    score,
)
from cleaner.web.short import short_body
from cleaner.web.thread import is_post, whole_thread, with_answers, with_question

# Labels that end an article.
BARRIERS = frozenset({labels.COMMENT, labels.LINKS, labels.NEXT, labels.TAGS})

TIE = 1.0  # of two copies whose blocks are worth nearly the same the later is nearer
SURE = 2  # paragraphs of a run beside which broken sentences do not count; chosen
REST_SHARE = 0.25  # what follows a barrier inside the block is cut below this share of the sum
SHORT_BODY_CHARS = 16  # a stretch between headline and barrier with fewer is no body
WHOLE_SHARE = 0.9  # of the paragraphs, in the block of a text that has few labels; chosen
SENTENCES = 3  # of a run that no lines below a later stamp replace; chosen
MAX_STAMPS, LONG_BODY = 6, 8  # stamps of one article; lines of a body beside more; chosen
PAGED_REACH = 12  # lines between 上一章 and the chapter's first paragraph
STAMP_REACH = 8  # lines between an article's date and its text: buttons, a picture's caption
AMBIGUOUS_CHARS = 2  # a word as short may be a subhead
ITEMS = 3  # of a list whose summaries are text; chosen
PARTING, PARTED = 12, 2  # lines between parts of a text; paragraphs above a box of links; chosen
ISSUER_REACH = 6  # lines between two copies of a headline
WRAPPED_CHARS, WRAPPED_LEAST = 40, 400  # of a printed line in Latin letters; of ten such; chosen
PROMO_REACH = 5  # lines behind a call in which text shows that it is no call; chosen
LABEL_MOST = 32  # a label in the block is dropped below this

# The day under a letter.
LETTER_DAY_RE = re.compile(r"(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日")

# 玉峰道路, 美樹營地, 控溪吊橋, 石磊部落: names with commas and spaces, as blogs print their tags;
# no tags where a text goes on behind them.
TAG_LIST_RE = re.compile(r"[^，。,、]{1,12}(?:[,，] [^，。,、]{1,12}){3,12}")


def find_block(lines: Sequence[WebLine]) -> Block | None:
    """Return the article's lines, or None where the page has none. Linear in the lines."""
    scores = [score(line) for line in lines]
    barriers = [is_barrier(line) for line in lines]
    stretches = pieces(lines)
    copies = headline_copies(lines)
    chosen, total, headline = _best(lines, scores, barriers, with_pieces(scores, stretches), copies)
    start, end = _cut_at_barrier(lines, scores, barriers, chosen)
    end = without_titles(lines, start, end)
    if headline >= 0:
        start, end = _own_body(lines, scores, barriers, headline, (start, end))
    elif (short := short_body(lines, barriers, start, end)) is not None:
        start, end = short
    elif not any(line.good for line in lines[start:end]):
        start, end = _below_stamp(lines, (start, end) if total > 0 else (0, 0))
    if start == end:
        start, end = longest_stretch(lines)
    if start == end or _is_wrapped(lines, start, end):
        return None
    start, end = over_pieces(stretches, start, end)
    start = _parted_above(lines, start, headline + 1)
    block = _grown(lines, barriers, Block(start, end, headline))
    block = with_parts(lines, whole_thread(lines, under_masthead(lines, block)))
    block = with_question(lines, with_answers(lines, scores, _with_issuer(lines, block)))
    block = with_posts(lines, _with_listed(lines, block), copies)
    return None if _is_scattered(lines, block) else with_articles(lines, barriers, block)


def _best(
    lines: Sequence[WebLine],
    scores: Sequence[float],
    barriers: Sequence[bool],
    pieced: Sequence[float],
    copies: Sequence[int],
) -> tuple[tuple[int, int], float, int]:
    """Return the best run, its sum, and the copy of the headline that it follows or -1.

    Clauses in lines of their own count below a headline, and where no paragraph is sure: else the
    comments of others might be worth more than a short article.
    """
    free, free_sum = best_run(scores, 0)
    chosen, chosen_sum, headline = free, free_sum, -1
    anchored = -1.0
    for copy in copies:
        zone = _zone_end(lines, barriers, copy)
        lifted = [
            max(value + ZONE * (line.chars >= ZONE_CHARS), pieced[i])
            if copy < i < zone and (not line.label or is_picture(line))
            else value
            for i, (value, line) in enumerate(zip(scores, lines, strict=True))
        ]
        run, total = best_run(lifted, copy + 1)
        if is_apart(lines, copy, run):
            continue
        if total >= anchored - TIE and total > 0:
            anchored = max(anchored, total)
            if 2 * total >= free_sum:
                chosen, chosen_sum, headline = run, total, copy
    if anchored < 0 and sum(line.good for line in lines[slice(*free)]) < SURE:
        chosen, chosen_sum = best_run(pieced, 0)
    return chosen, chosen_sum, headline


def _is_scattered(lines: Sequence[WebLine], block: Block) -> bool:
    """Say whether paragraphs stand outside the block in a long text of few labels: its parts."""
    if sum(line.label != "" for line in lines) >= LEAST_SHARE * len(lines):
        return False
    goods = [i for i, line in enumerate(lines) if line.good]
    return sum(block.start <= i < block.end for i in goods) < WHOLE_SHARE * len(goods)


def _with_listed(lines: Sequence[WebLine], block: Block) -> Block:
    """Take all the items where the block is one item of a list: headline, day, a whole paragraph.

    No item is the page's article, and each of them is text, up to 相关阅读.
    """
    above = (i for i in range(block.start - 1, -1, -1) if is_barrier(lines[i]))
    below = (i for i in range(block.end, len(lines)) if is_barrier(lines[i]))
    items = [
        i
        for i in range(next(above, -1) + 3, next(below, len(lines)))
        if lines[i].good
        and lines[i - 1].day
        and not any(one.cut or one.teaser for one in lines[i - 2 : i + 1])
        and not (lines[i - 2].label or lines[i - 2].day or lines[i - 2].end)
    ]
    inside = {i for i in range(block.start, block.end) if lines[i].good}
    if len(items) < ITEMS or not inside or not inside.issubset(items):
        return block
    return block._replace(start=items[0] - 2, end=items[-1] + 1, headline=-1)


def _with_issuer(lines: Sequence[WebLine], block: Block) -> Block:
    """Keep the office and the number that stand between copies of a document's headline."""
    said = labels.fold(lines[block.headline].line.text)
    near = range(max(block.headline - ISSUER_REACH, 0), min(block.start + ISSUER_REACH, block.end))
    copies = [i for i in near if labels.fold(lines[i].line.text) == said]
    if block.headline < 0 or len(copies) < 2:
        return block
    first, last = copies[0], copies[-1]
    own = [i for i in range(first + 1, last) if is_issuer(lines[i])]
    if not own or any(lines[i].good for i in range(first, last)):
        return block
    whole = (*block.whole, *((i, i + 1) for i in own))
    return block._replace(start=max(block.start, last + 1), headline=first, whole=whole)


def _grown(lines: Sequence[WebLine], barriers: Sequence[bool], block: Block) -> Block:
    """Return the block with its headline, grown at both edges over what is text."""
    headline = block.headline
    start, end = grow(lines, headline, back_to_entry(lines, block.start, headline), block.end)
    start = back_to_parts(lines, start, headline)
    if headline < 0:
        start = back_to_lead(lines, start, headline)
        top = back_to_needs(lines, start, headline)
        headline = find_headline(lines, top, to_last_sentence(lines, barriers, end))
        start = max(start, headline + 1)
        if headline < 0 and 0 < top < start:  # 葱油饼 is too short for a headline
            start = top - is_unlabelled(lines[top - 1])
    start = back_to_headline(lines, start, headline)
    start = back_to_lead(lines, start, headline)
    start = back_to_sentence(lines, start, headline)
    start = back_to_opening(lines, start, headline)
    end = to_last_sentence(lines, barriers, end)
    end = last_lines(lines, barriers, start, end)
    if end < len(lines) and barriers[end] and TAG_LIST_RE.fullmatch(lines[end - 1].line.text):
        end -= end - 1 > start
    if start + 1 < end and headline >= 0 and lines[start].line.text == lines[headline].line.text:
        start += 1  # the headline again
    start, end = without_notices(lines, start, end)
    return Block(start, end, headline)


def is_barrier(line: WebLine) -> bool:
    """Say whether an article ends before the line."""
    if line.teaser or line.label == labels.TAGS:
        return True
    if line.label == labels.FOOTER:
        return labels.FOOTER_STRONG_RE.search(line.line.text[:480]) is not None
    if line.label == labels.LEGAL:
        return labels.NOTICE_WORD_RE.search(line.line.text, 0, 12) is not None
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
    zone, total = best_run(scores[:barrier], headline + 1)
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


def _below_stamp(lines: Sequence[WebLine], run: tuple[int, int]) -> tuple[int, int]:
    """Take the lines under the date and source, on a page without a sure paragraph or headline.

    A poem or a list in a page's frame: unlabelled lines between the article's own stamp and the
    next label. Below the sentences of a text its stamp is its foot: 该菜谱创建于 2019-04-12.
    """
    sentences = sum(line.end for line in lines[slice(*run)])
    stamps = [i for i, one in enumerate(lines[:-1]) if one.label in (labels.META, labels.CREDIT)]
    # In a list of links each has its own day: a body is longer than a link there.
    least = 2 if len(stamps) <= MAX_STAMPS else LONG_BODY
    for i in stamps:
        if lines[i + 1].label:
            continue
        end = i + 1
        while end < len(lines) and not lines[end].label:
            end += 1
        below = lines[i + 1 : end]
        is_foot = i >= run[1] and sentences >= SENTENCES > sum(one.end for one in below)
        if end - i > least and not is_foot and sum(x.chars for x in below) >= SHORT_BODY_CHARS:
            return i + 1, end
    return run


def _is_wrapped(lines: Sequence[WebLine], start: int, end: int) -> bool:
    """Say whether a block without a paragraph stands beside a text whose lines a program wrapped.

    No line of it is a paragraph by itself, so what the block was taken for is the frame's.
    """
    if any(line.good for line in lines[start:end]):
        return False
    run = most = 0
    for i, line in enumerate(lines):
        plain = not (start <= i < end or line.label or line.chars < WRAPPED_CHARS)
        run = run + line.chars if plain else 0
        most = max(most, run)
    return most > sum(line.chars for line in lines[start:end]) and most >= WRAPPED_LEAST


def _parted_above(lines: Sequence[WebLine], start: int, top: int) -> int:
    """Return where the text begins that goes on in the block, parted from it by lines of few marks.

    A box of related articles inside an article; the signature and the day of a letter, with the
    heading of what it sends out (现予印发 …, 2019年1月17日, 第一章). Other lines may be a frame's.
    """
    signed = False
    for at in range(start - 1, max(top, start - 1 - PARTING), -1):
        line = lines[at]
        boxed = line.label == labels.LINKS
        if boxed or line.end or line.good:
            first = last = at + (not boxed)
            while first > top and (lines[first - 1].end or lines[first - 1].good):
                first -= 1
            goods = sum(one.good for one in lines[first:last])
            if signed:
                letter = first < last and back_to_opening(lines, first, top - 1) < first
                return first if goods or letter else start
            return first if boxed and goods >= PARTED else start
        if line.label not in ("", labels.META):
            return start
        signed = signed or LETTER_DAY_RE.fullmatch(line.line.text) is not None
    return start


def dropped_inside(lines: Sequence[WebLine], i: int, block: Block) -> bool:
    """Say whether a line inside the block is a label that the site set there."""
    line = lines[i]
    post = i >= block.posts and not any(start <= i < end for start, end in block.whole)
    if line.label in (labels.LEGAL, labels.NOTE) or i in block.feet or (post and not is_post(line)):
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
    text = line.line.text
    if line.copy and text[0] in "[［【" and text[-1] in "]］】":
        return True  # [edit], 【编辑】 at each section
    if line.label == labels.NAV or line.chars <= AMBIGUOUS_CHARS:
        # 文化 or 微信 alone may be a subhead; two labels in a row are a bar. Not 历史 above the
        # tools that stand at each section.
        near = (lines[k] for k in (i - 1, i + 1) if k < len(lines))
        return any(one.label != "" and (line.copy or not one.copy) for one in near)
    return line.label not in (labels.LINKS, labels.FOOTER)
