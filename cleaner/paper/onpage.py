"""Which headings of a paper's page begin an article, by small signs summed.

Bylines, datelines and names under the text say it of some (`cleaner.paper.headings`), the signs of
the neighbours of a few more (`cleaner.paper.between`). The most of what is left are headlines of
short pieces without any sign: two paragraphs of news, an essay, a letter, a notice. Where a text
has a byline or another sign of a paper twice, it is a page, most of whose headings are headlines.
Then much smaller things tell them from subheads than in a text of which nothing is known: whether
the text below speaks of what the heading says and of the day, and the text above does not; whether
two paragraphs stand on both sides.

The weights are log-odds, fitted by a logistic regression over 1,200 headings and rounded: pages
made of articles in three ways, the seeds, pages and single articles of the web that were typed. Of
296 headings of pages on whose kind nothing was fitted the other weights found 180 of 226 headlines,
118 without them, and took 13 others for one, 11 without them. In columns more is asked.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from cleaner import late as re
from cleaner.layout import CLOSE, END
from cleaner.paper.apart import built_alike, has_number, heads_of_briefs, speak_apart
from cleaner.paper.around import goes_on_elsewhere, heads_picture
from cleaner.paper.headings import (
    CLOSING,
    CREDIT,
    HEADING,
    ITEM,
    JUMP,
    QUOTES,
    RUBRIC,
    SHORT_HEADING_EM,
    TAG,
    TEXT,
    Block,
    Habits,
    blanks_tell,
    names_series,
)
from cleaner.paper.headmatch import START_CHARS, share_of
from cleaner.paper.listrows import has_numbers
from cleaner.paper.names import signs_off
from cleaner.paper.pairs import cohesion, pairs_of
from cleaner.paper.rubrics import is_notice
from cleaner.paper.subject import (
    LITTLE,
    MAX_VERSE,
    MOST_CHARS,
    MOST_COHESION,
    NEAR,
    RECENT_CHARS,
    RECENT_RE,
    counted_heads,
    section,
    texts_of,
)

# Signs of a paper from which a text is a page of one: an article alone has its byline.
MIN_PRESS = 2
# So many times as many headings as headlines are the chapters of a book. Chosen.
MOST_HEADS = 8

BIAS = -1.5
# What stands above: text that ends nothing, the end of an article, its writer's name in the text
# or on a line, where it goes on; the name of a column. The last three are chosen.
ABOVE_OPEN, ABOVE_CLOSING, ABOVE_SIGNED = -0.6, 1.6, 1.0
ABOVE_CREDIT, ABOVE_JUMP, ABOVE_RUBRIC = 0.8, 1.5, 1.5
# What stands below: a byline (chosen; subheads have none), a dateline, a picture's text and credit,
# a short line, no text.
BYLINE, DATED, PICTURE, SCRAP, NOTHING = 2.0, 2.1, 1.0, -1.5, -1.6
SCRAP_CHARS = 25
# In columns lines of text look like headings, and other signs have been asked already. Chosen.
IN_COLUMNS, BLANK = 2.0, 1.5  # a blank line before it, where blank lines tell
# It speaks of its own text and of no other, and all do (`cleaner.paper.apart`). Chosen.
APART = 3.0
# What the heading looks like.
SERIES, NOTICE, QUOTED, COLON, SHORT = 1.9, 1.7, -1.2, -0.9, 0.3
# An instalment of a novel: 大院（连载·42）.
SERIAL_RE = re.compile("[（(·][^（）()]{0,4}连载")
# What stands in brackets behind a paragraph's last sentence; so often. Chosen.
SENT_RE, SENT_CHARS, MIN_SENT = re.compile("[。！？”][（(][^（()）。！？，]{2,16}[）)]$"), 20, 2
# So many verses below it: no subhead has them.
VERSES, MIN_VERSES = 3.5, 4
# What no title of a poem has, and no verse: 2 本周事项, 检查人：, 审判长 王明; 2.1 预算, □合格.
NO_POEM_RE, NO_VERSE_RE = re.compile("[0-9：: \u3000]"), re.compile("[0-9A-Za-z：:□☑|]")
# Times the share of it that is said below, above.
SAID, SAID_ABOVE = 1.9, -0.4
# The first paragraph says when; two paragraphs at least below and above.
RECENT, TWO_BELOW, TWO_ABOVE = 1.1, 1.5, 0.5
# Times what both sides have in common; and if they have anything.
COHESION, SOMETHING = -2.6, -1.6
MOST_COMMON = COHESION * MOST_COHESION + SOMETHING  # at most

ABOVE = {CLOSING: ABOVE_CLOSING, RUBRIC: ABOVE_RUBRIC, TAG: ABOVE_RUBRIC}


def heads_of_page(
    blocks: Sequence[Block], habits: Habits, known: AbstractSet[int], *, page: bool
) -> frozenset[int]:
    """Return the headings of a page, each the first of a run, that begin an article.

    `page`: furniture of a paper was found. `known`: headings that begin one by other signs. Of them
    no more are returned than it takes to say that enough of all begin one.
    """
    heads = [
        at
        for at in range(1, len(blocks))
        if blocks[at].kind == HEADING and blocks[at - 1].kind != HEADING
    ]
    if not heads:
        return frozenset()
    press = page or habits.press >= MIN_PRESS
    apart = frozenset[int]()
    if not habits.wrapped:
        numbered = has_number(blocks)
        if press or numbered or blocks[0].kind == TAG:
            apart = heads_of_briefs(blocks)
        if not (press or apart) and (habits.press > 0 or numbered or built_alike(blocks)):
            apart = speak_apart(blocks)
    if not (press or apart) or not _is_prose(blocks, page=page):
        return frozenset()
    counted = counted_heads(blocks)  # 1 种子处理, 2 播种: the sections of an article
    heads = [at for at in heads if at not in counted]
    least = IN_COLUMNS if habits.wrapped else 0.0
    ends = _signed_ends(blocks)
    telling = habits.wrapped and blanks_tell(habits)
    found: list[int] = []
    for at in (*(at for at in heads if at not in known), *(at for at in heads if at in known)):
        if at in known and found and MOST_HEADS * len(found) >= len(heads):
            break
        more = BLANK if telling and blocks[at].line.blanks else 0.0
        more += ABOVE_SIGNED if at - 1 in ends else 0.0
        more += APART if at in apart else 0.0
        if _begins(blocks, at, more, least):
            found.append(at)
    if MOST_HEADS * len(found) < len(heads):
        return frozenset()
    first = next((at for at, one in enumerate(blocks) if one.kind in {HEADING, TEXT, ITEM}), 0)
    opens = found and blocks[first].kind == HEADING  # above the first of several stands nothing
    return frozenset((first, *found) if opens else found)


def _signed_ends(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the paragraphs that end in brackets, where all that do end an article.

    Who sent it in, in whatever words: （岩口县委宣传部通讯组）.
    """
    found = [
        at
        for at, one in enumerate(blocks)
        if one.kind == TEXT and one.line.ending == CLOSE and SENT_RE.search(one.text[-SENT_CHARS:])
    ]
    last = len(blocks) - 1
    above = [at for at in found if at == last or blocks[at + 1].kind in {HEADING, CREDIT}]
    known = any(signs_off(blocks[at].line) for at in found)  # these are asked already
    return frozenset(above if len(above) == len(found) >= MIN_SENT and not known else ())


def _is_prose(blocks: Sequence[Block], *, page: bool) -> bool:
    """Say whether half of the paragraphs are longer than verses: no anthology with poets' names.

    On a page with a paper's furniture poems stand among the prose, and where reports open with
    datelines or are signed at their end there are none: there a third of the text will do.
    """
    page = page or sum(one.dated or one.kind == CLOSING for one in blocks) >= MIN_PRESS
    texts = (block.text for block in blocks if block.kind == TEXT)
    sizes = sorted(len(text) for text in texts if not has_numbers(text))  # rows are no verses
    if page and 3 * sum(size for size in sizes if size > MAX_VERSE) > sum(sizes):
        return True
    return bool(sizes) and sizes[len(sizes) // 2] > MAX_VERSE


def _begins(blocks: Sequence[Block], first: int, more: float, least: float) -> bool:
    """Say whether the odds, in nats, that the headings from `first` on begin an article are enough.

    `more`: what the page's blank lines and signatures add; with it the odds must be over `least`.
    """
    heads, body = section(blocks, first)
    end = first + len(heads)
    head = max(heads, key=lambda block: block.line.width)
    above = []
    for block in reversed(blocks[max(0, first - NEAR) : first]):
        if block.kind == HEADING:
            break
        above.append(block)
    over, under = texts_of(above), texts_of(body)
    verses = 0
    if not NO_POEM_RE.search(head.text):
        verses = len(list(takewhile(_may_be_verse, under)))
    if (
        verses < MIN_VERSES
        and len(body) > 1
        and len(body[0].text) == len(body[1].text) <= MAX_VERSE
    ):
        return BIAS + more > least
    score = (
        BIAS
        + (VERSES if verses >= MIN_VERSES else 0.0)
        + _shape_score(head, heads, under[0] if under else "")
        + _beside_score(blocks, first, end)
    )
    score += (TWO_BELOW if len(under) > 1 else 0.0) + (TWO_ABOVE if len(over) > 1 else 0.0)
    if not under:
        return score + NOTHING + more > least
    texts = "".join(over)[:MOST_CHARS], "\n".join(under)[:MOST_CHARS]
    said_above, said = (share_of(head.text, text[:START_CHARS]) for text in texts)
    score += SAID * said + SAID_ABOVE * said_above
    score += RECENT if RECENT_RE.search(under[0][:RECENT_CHARS]) else 0.0
    # What both sides have in common only takes away, and is asked where that may decide.
    if texts[0] and score > 0 and score + more > least and score + MOST_COMMON + more <= least:
        found = cohesion(pairs_of(texts[0]), pairs_of(texts[1]))
        score += COHESION * min(found, MOST_COHESION) + SOMETHING * min(found / LITTLE, 1.0)
    return score + more > least


def _may_be_verse(text: str) -> bool:
    return len(text) <= MAX_VERSE and not NO_VERSE_RE.search(text)


def _shape_score(head: Block, heads: Sequence[Block], below: str) -> float:
    """Score what a heading looks like."""
    text = head.text
    score = QUOTED if text[0] + text[-1] in QUOTES else 0.0
    serial = names_series(heads[0], len(heads)) or SERIAL_RE.search(text)
    score += SERIES if serial else 0.0
    score += NOTICE if is_notice(text, below) else 0.0
    score += COLON if "：" in text[1:-1] else 0.0
    return score + (SHORT if head.line.width <= SHORT_HEADING_EM else 0.0)


def _beside_score(blocks: Sequence[Block], first: int, end: int) -> float:
    """Score what stands right above and right below headings."""
    above = blocks[first - 1]
    score = ABOVE.get(above.kind, 0.0)
    if above.kind == CREDIT:
        score = ABOVE_CREDIT if first > 1 and blocks[first - 2].kind == TEXT else 0.0
    elif above.kind == JUMP:
        score = ABOVE_JUMP if goes_on_elsewhere(above) else 0.0
    elif above.kind == TEXT:
        score += 0.0 if above.line.ending in {END, CLOSE} else ABOVE_OPEN
        score += ABOVE_SIGNED if signs_off(above.line) else 0.0
    if end == len(blocks):
        return score
    below = blocks[end]
    score += BYLINE if below.kind == CREDIT and "摄" not in below.text else 0.0
    score += DATED if below.dated else 0.0
    score += PICTURE if heads_picture(blocks, end) else 0.0
    text = next((one for one in blocks[end : end + NEAR] if one.kind in {TEXT, ITEM}), None)
    brief = text and text.kind == ITEM and text.line.ending == END  # △自来水公司十三日停水。
    return score + (SCRAP if text and not brief and len(text.text) < SCRAP_CHARS else 0.0)
