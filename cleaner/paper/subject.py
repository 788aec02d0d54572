"""Whether a heading turns to another subject, in text that kept its paragraphs.

A page without bylines, datelines or columns has nothing but its text to tell a headline from a
subhead. An article says its names again and again, above a subhead as below it; another article
has hardly one of them (`cohesion`, after M. Hearst's TextTiling, of pairs of characters weighed by
how rare they are). And a report says in its first sentences again what its headline says, while a
subhead is said by the whole of its section. Both together tell 305 of 363 headlines of pages that
were put together from news, and take 3 of 533 other headings for one. The sections of a long report
have little in common, too: they are long, they open without the day and the place of news, and
most of their headings turn to nothing new (of 285 in 88 reports of governments one is taken).

In columns headlines have other signs, and a subhead over a sentence or two looks like one of them.
There the same question is put the other way round (`without_subheads`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from cleaner import late as re
from cleaner.document import Document
from cleaner.paper.headings import HEADING, ITEM, JUMP, TEXT, TINY_HEADING_EM, Block, signed
from cleaner.paper.headmatch import START_CHARS, share_of
from cleaner.paper.headshape import PAUSE_RE
from cleaner.paper.labels import DOCUMENT_RE
from cleaner.paper.pairs import cohesion, pairs_of
from cleaner.paper.pieces import Start
from cleaner.paper.rubrics import is_notice
from cleaner.paper.setheads import set_as_text

# Log-odds, fitted by a logistic regression and rounded; the bias is 1 lower than fitted.
BIAS = -8.0
SAID_AGAIN, MOST_SAID = 2.7, 0.8  # times the share of the heading that the text below repeats
COHESION, MOST_COHESION = -3.8, 1.0  # times what is said above and below
SOMETHING, LITTLE = -1.0, 0.15  # if anything is; in full from so much on
HAPPENED = 1.0  # the first sentence says where something was held, whom somebody met
TIMELESS = -1.0  # nor when; chosen, as is LONG
LONG, LONG_CHARS = -2.0, 1600  # for each side that is a section of more than so many
PARAGRAPH, MOST_PARAGRAPHS = 3.0, 3  # each that follows
TINY, COMMA, PAUSE = -1.6, -1.5, 1.9
RARE_BLANK = 1.5  # chosen: pages differ in it
SHORT, FEW_PAIRS = -1.7, 60  # too little text on one side to tell
MOST_COMMON = COHESION * MOST_COHESION + SOMETHING + SHORT  # what both sides take away at most

# A short text in columns that speaks of what the short one above it does, and of that one's head,
# is a part of it: of 626 neighbours that were taken for two articles 16, of which 13 were one; of
# the 585 that are two 3. Longer neighbours have much in common oftener.
MAX_PART_ABOVE, MAX_PART_CHARS = 300, 260
PART_COHESION, PART_OF_HEAD = 0.4, 0.1
# Where the part says its own heading again, less tells it: what stands under another's heading in
# a wrong order does not. Of 16 such neighbours 14 were one article, 1 was two, 1 was mixed up;
# from .12 to .2 as well five of six, but texts that share nothing come to .18 by chance.
MAX_SAID_ABOVE, MAX_SAID_CHARS = 400, 160
SAID_COHESION, PART_SAID = 0.2, 0.4
# A heading that is set as its text is (`setheads`), and not behind a jump line, is a subhead where
# the text below has so much in common with that above, so many characters of each being asked
# (on 201 pages 35 of 37 so found; with 1 em for half an em 43 of 47).
SET_COHESION, MIN_SET_CHARS, MAX_SET_ABOVE, MAX_SET_CHARS = 0.1, 30, 400, 650

# A head has at most so many headings.
MAX_HEADINGS = 3
# Blocks and characters of each side that are held against each other.
NEAR, MOST_CHARS = 6, 1500
# A paragraph has so many characters, a piece of one that ends nothing so many.
MIN_CHARS, MIN_TORN_CHARS = 15, 20
# What a headline opens with: no line of a program, number of a record, chapter, 【…】 as a subhead.
HEADLINE_RE = re.compile(
    "(?!第[0-9一二三四五六七八九十百零〇]{1,5}[章节回篇部卷集课讲条，、：])(?!【[^】]*】$)"
    "[“‘《【]?[0-9]{0,4}[\u4e00-\u9fff].*(?<![！!])$"
)
# A chapter of a serial, whatever it is called: 山中来信（7）——雪夜.
INSTALMENT_RE = re.compile(
    "(?P<work>.{2,20}?)[ \u3000]?[（(](?P<number>[0-9一二三四五六七八九十]{1,3})[）)]"
)
CHAPTER_RE = re.compile(r"([0-9]{1,3})[ \u3000]+(?=[\u4e00-\u9fff])")
# Two verses have equally many characters, up to so many.
MAX_VERSE = 24
HAPPENED_RE = re.compile(
    "[在于从对向][^。]{1,20}(?:举行|召开|出席|会见|发布|开幕|启动|闭幕|举办|考察|表示)"
)
# 一日 alone is said in stories: 忽一日.
NUMERAL = "[一二三四五六七八九十]"
RECENT_RE = re.compile(
    f"[0-9][月日]|{NUMERAL}{{2,3}}日|{NUMERAL}月[份{NUMERAL[1:-1]}]"
    "|今天|今日|昨天|昨日|日前|近日|连日|眼下|本月|今年|当地时间|记者"
)
HAPPENED_CHARS, RECENT_CHARS = 80, 40
# Of a text without a byline or a dateline, this share of the headings inside must turn; and in the
# one column of a book, where lines that were cut look like headings: in 20 booklets of articles at
# least 4 of 15 do, in 126 wrapped novels, manuals and reports at most 1 of 24.
MIN_TURNS, MIN_BOOK_TURNS = 1 / 3, 1 / 5
# Wider than most columns of a paper, where all are; than any; and of lines of one column the widest
# against the narrowest. Of 460 pages two have one column of 16 to 23 em and no sign of a press, and
# one of them turns to other subjects; of 120 wrapped books 8 have.
MIN_BOOK_EM, SURE_BOOK_EM, ONE_COLUMN = 16, 30, 1.25
# A paper may have columns up to this width: there it is enough that so many of some headings
# look like headlines, whatever the texts on both sides have in common. Of 22 such books none has.
MAX_PAPER_EM, MIN_HEADLINES, MIN_LIKELY = 23, 2, 1 / 2
# Notices, or documents with a number of their own (江政发〔2019〕14号), that are several.
MANY_DOCUMENTS = 2


def turns_of(blocks: Sequence[Block], *, press: int) -> frozenset[int]:
    """Return the headings, each the first of a run, that turn to another subject.

    `press`: the bylines and datelines of the text.
    """
    if not press and is_serial(blocks):
        return frozenset()
    return _turning(blocks, 0.0 if press else MIN_TURNS)


def columns_of(document: Document) -> Sequence[float]:
    """Return the widths in em of the columns that a text was set in, as `wrapped-line` noted them.

    A reader's own field of this name may hold anything.
    """
    found = document.meta.get("columns")
    if not isinstance(found, list | tuple):
        return ()
    return found if all(isinstance(em, int | float) and em > 0 for em in found) else ()


def is_set_as_book(columns: Sequence[float]) -> bool:
    """Say whether a text was set in one column, too wide for a paper's.

    `columns`: their widths in em, the commonest first.
    """
    one = max(columns) <= ONE_COLUMN * min(columns)
    return columns[0] >= (MIN_BOOK_EM if one else SURE_BOOK_EM)


def is_booklet(blocks: Sequence[Block], columns: Sequence[float]) -> bool:
    """Say whether a text that was set as a book holds several articles, notices or documents.

    Chapters of a novel and sections of a manual are headings, too, and no sign of a paper.
    `columns`: as of `is_set_as_book`.
    """
    if columns[0] < MAX_PAPER_EM:
        scores = _scores(blocks).values()
        likely = sum(score > 0 for score in scores)
        if len(scores) >= MIN_HEADLINES and likely >= MIN_LIKELY * len(scores):
            return True
    if _turning(blocks, MIN_BOOK_TURNS):
        return True
    documents = sum(
        is_notice(one.text) if one.kind == HEADING else DOCUMENT_RE.fullmatch(one.text) is not None
        for one in blocks
    )
    return documents >= MANY_DOCUMENTS


def _turning(blocks: Sequence[Block], share: float) -> frozenset[int]:
    """Return the headings that turn to another subject; none where fewer than a share of all do."""
    scores = _scores(blocks)
    # What the texts on both sides have in common only takes away, and is asked last.
    maybe = [at for at in scores if scores[at] > 0]
    least = share * len(scores)
    if len(maybe) < least:
        return frozenset()
    turns = frozenset(
        at
        for at in maybe
        if scores[at] + MOST_COMMON > 0 or scores[at] + _sides_score(blocks, at) > 0
    )
    return turns if len(turns) >= least else frozenset()


def _scores(blocks: Sequence[Block]) -> dict[int, float]:
    """Return the odds of the headings inside a text, by their places."""
    usual = _usual_blanks(blocks)
    return {
        at: _score(blocks, at, rare=one.line.blanks > usual)
        for at, one in enumerate(blocks)
        if one.kind == HEADING and _is_inside(blocks, at)
    }


def without_subheads(
    document: Document, blocks: Sequence[Block], starts: Sequence[Start], turns: AbstractSet[int]
) -> list[Start]:
    """Return the heads of articles in columns without those that go on with the article above.

    A byline or a dateline shows an article of its own, whatever it speaks of; under a heading that
    is not set as the text is, so does a day. `turns`: headings that seem to turn to something else.
    """
    ends = [*(one.first for one in starts), len(blocks)][1:]
    asked = [
        (above, one, end)
        for above, one, end in zip(starts, starts[1:], ends[1:], strict=False)
        if one.fields and not signed(blocks, one.first, one.body)
    ]
    akin = {
        one.first: _head_of(blocks, one)
        for above, one, end in asked
        if _shares(blocks, above, one, end)
    }
    as_text = set_as_text(document, akin.values())
    going = {
        one.first
        for above, one, end in asked
        if akin.get(one.first) in as_text
        or (
            one.first not in turns
            and not _opens_with_day(blocks, one, end)
            and _goes_on(blocks, above, one, end)
        )
    }
    return [one for one in starts if one.first not in going]


def _head_of(blocks: Sequence[Block], one: Start) -> str:
    return "".join(b.text for b in blocks[one.first : one.body] if b.kind == HEADING)


def _opens_with_day(blocks: Sequence[Block], one: Start, end: int) -> bool:
    """Say whether the text below a heading opens with a day, as that of an article does."""
    return one.body < end and RECENT_RE.match(blocks[one.body].text) is not None


def _shares(blocks: Sequence[Block], above: Start, one: Start, end: int) -> bool:
    """Say whether the text below a heading has something in common with that above it."""
    parts = (above.first, one.first), (one.body, end)
    text, part = ("\n".join(b.text for b in blocks[first:last]) for first, last in parts)
    if len(part) < MIN_SET_CHARS or blocks[one.first - 1].kind == JUMP:
        return False
    near = pairs_of(text[-MAX_SET_ABOVE:]), pairs_of(part[:MAX_SET_CHARS])
    return cohesion(*near) >= SET_COHESION


def _goes_on(blocks: Sequence[Block], above: Start, one: Start, end: int) -> bool:
    if not above.fields:
        return False
    parts = (above.first, above.body), (above.first, one.first), (one.first, end)
    head, text, part = ("\n".join(b.text for b in blocks[first:last]) for first, last in parts)
    if len(text) > MAX_SAID_ABOVE or len(part) > MAX_PART_CHARS:
        return False
    in_common = cohesion(pairs_of(text), pairs_of(part))
    heading = blocks[one.first]
    told = heading.line.width > TINY_HEADING_EM and len(part) <= MAX_SAID_CHARS
    said = share_of(heading.text, part[len(heading.text) :]) if told else 0
    if in_common >= SAID_COHESION and said >= PART_SAID:
        return True
    of_head = cohesion(pairs_of(head), pairs_of(part))
    return len(text) <= MAX_PART_ABOVE and in_common >= PART_COHESION and of_head >= PART_OF_HEAD


def is_serial(blocks: Sequence[Block]) -> bool:
    """Say whether two headings count the chapters of one work, or three count: 01 名, 02 名, 03."""
    heads = [one.text for one in blocks if one.kind == HEADING]
    if len(heads) < 2:
        return False
    counted = {(one["work"], one["number"]) for one in map(INSTALMENT_RE.match, heads) if one}
    if len(counted) > len({work for work, _ in counted}):
        return True
    found = map(CHAPTER_RE.match, heads)
    numbers = [int(one[1]) for one in found if one]
    thrice = zip(numbers, numbers[1:], numbers[2:], strict=False)
    return any(a + 2 == b + 1 == c for a, b, c in thrice)


def counted_heads(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the headings that open with a number that other lines go on from: 1 名, 2 名."""
    found = ((at, CHAPTER_RE.match(one.text)) for at, one in enumerate(blocks))
    numbers = {at: int(one[1]) for at, one in found if one}
    said = set(numbers.values())
    return frozenset(at for at, number in numbers.items() if said & {number - 1, number + 1})


def _is_inside(blocks: Sequence[Block], at: int) -> bool:
    return at > 0 and blocks[at - 1].has_ended


def _score(blocks: Sequence[Block], first: int, *, rare: bool) -> float:
    """Return the odds, in nats, that the headings from `first` on begin an article.

    But for what the texts above and below have in common. `rare`: more blank lines stand before
    them than before the paragraphs.
    """
    heads, body = section(blocks, first)
    head = max(heads, key=lambda block: block.line.width)
    if len(heads) > MAX_HEADINGS or not HEADLINE_RE.match(head.text):
        return BIAS
    if not (body and _is_paragraph(body[0]) and _may_be_paragraph(body[min(1, len(body) - 1)])):
        return BIAS  # verses, rows, code
    if len(body) > 1 and len(body[0].text) == len(body[1].text) <= MAX_VERSE:
        return BIAS
    below = texts_of(body)
    score = BIAS + SAID_AGAIN * min(share_of(head.text, below[0][:START_CHARS]), MOST_SAID)
    if HAPPENED_RE.search(below[0][:HAPPENED_CHARS]):
        score += HAPPENED
    elif not RECENT_RE.search(below[0][:RECENT_CHARS]):
        score += TIMELESS
    score += PARAGRAPH * min(len(below), MOST_PARAGRAPHS)
    score += TINY if head.line.width <= TINY_HEADING_EM else 0.0
    score += COMMA if "，" in head.text or "," in head.text else 0.0
    score += PAUSE if PAUSE_RE.search(head.text) else 0.0
    score += RARE_BLANK if rare else 0.0
    if score > 0:
        score += LONG if _is_long(blocks, range(first + len(heads), len(blocks))) else 0.0
        score += LONG if _is_long(blocks, range(first - 1, -1, -1)) else 0.0
    return score


def _sides_score(blocks: Sequence[Block], first: int) -> float:
    """Return what it takes away from these odds that both sides speak of the same."""
    above = texts_of(reversed(blocks[max(0, first - NEAR) : first]))
    _, body = section(blocks, first)
    return _apart("".join(above)[:MOST_CHARS], "\n".join(texts_of(body))[:MOST_CHARS])


def section(blocks: Sequence[Block], first: int) -> tuple[list[Block], list[Block]]:
    """Return the headings from `first` on, and the text up to the next heading."""
    heads = list(takewhile(lambda block: block.kind == HEADING, blocks[first : first + NEAR]))
    rest = blocks[first + len(heads) : first + len(heads) + NEAR]
    return heads, list(takewhile(lambda block: block.kind != HEADING, rest))


def _is_paragraph(block: Block) -> bool:
    """Say whether a block is a sentence and more."""
    return block.has_ended and len(block.text) >= MIN_CHARS


def _may_be_paragraph(block: Block) -> bool:
    """Say whether a block is a paragraph, or a piece of one that the page tore."""
    return _is_paragraph(block) or (block.kind == TEXT and len(block.text) >= MIN_TORN_CHARS)


def _usual_blanks(blocks: Sequence[Block]) -> int:
    """Return how many blank lines stand at most before nine of ten paragraphs."""
    blanks = sorted(block.line.blanks for block in blocks[1:] if block.kind == TEXT)
    return blanks[len(blanks) * 9 // 10] if blanks else 0


def _is_long(blocks: Sequence[Block], places: range) -> bool:
    """Say whether more than an article's section of text comes before the next heading."""
    chars = 0
    for at in places:
        if blocks[at].kind == HEADING:
            return False
        chars += len(blocks[at].text)
        if chars > LONG_CHARS:
            return True
    return False


def texts_of(blocks: Iterable[Block]) -> list[str]:
    """Return what blocks say, without headings and credits."""
    return [block.text for block in blocks if block.kind in (TEXT, ITEM)]


def _apart(above: str, below: str) -> float:
    """Score what two texts have in common: the less, the better."""
    one, other = pairs_of(above), pairs_of(below)
    fewest = min(len(one), len(other))
    found = cohesion(one, other)
    score = COHESION * min(found, MOST_COHESION) + SOMETHING * min(found / LITTLE, 1.0)
    return score + (SHORT if fewest < FEW_PAIRS else 0.0)
