"""Which lines are headings, and which of the headings begin an article.

A heading is a short line without an end mark; but so are subheads, list items, verses and the
last words of a paragraph that a page cut. That a heading begins an article is shown by what stands
round it, not by itself: a byline or a dateline after it (96 of 100 such headings are titles), a
closing credit before it, 【…】 round its first words, the first place in the document, a blank line
before it in a document that puts none elsewhere. Each sign has a weight, and the sum decides.

A blank line says nothing by itself: one extractor puts it after every line, one never, one just
before headings. So the document's own habit is counted first (`Habits`).

The weights were set by hand on newspaper pages, booklets and web pages, as odds in nats: what
makes a heading three times as likely to be a title weighs 1.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.document import Document
from cleaner.layout import BULLET, CLOSE, END, Line, read_lines
from cleaner.lexicon import cuts_word
from cleaner.paper.earlier import items_of_old
from cleaner.paper.headshape import (
    MAX_CLAUSES_EM,
    MIN_HEADING_CHARS,
    PAUSE_RE,
    closed_up,
    is_heading,
)
from cleaner.paper.jumps import JUMP_CHARS, is_note, jump_line
from cleaner.paper.labels import ABSTRACT_RE, CONNECTIVES, DATE_RE, MARKED_CAPTION_RE
from cleaner.paper.letters import is_salutation, is_signature
from cleaner.paper.listrows import cell_rows, form_lines, rows_of
from cleaner.paper.names import is_byline, is_lone_byline, names_in_brackets, names_one, signs_off
from cleaner.paper.press import closing_credit, credit_line, masthead, names_line
from cleaner.paper.rubrics import is_notice, is_record, is_rubric, is_tag
from cleaner.paper.signs import dateline_ends

# What a block is.
TEXT = "text"
HEADING = "heading"
CREDIT = "credit"
CLOSING = "closing"  # a credit in brackets: (新华社开罗5月29日电)
JUMP = "jump"  # 上接第2版; or the head of a page that is left
ITEM = "item"  # a bullet item
TAG = "tag"  # the name of a section: 资讯, 国际新闻
RECORD = "record"  # above each article of a database: 专栏：, under the number of the page
RUBRIC = "rubric"  # the name of a column above a heading: 权威发布

# Where its writers work stands in fewer lines between their names and the abstract of a paper.
NEAR_ABSTRACT = 3
# So many pictures may stand between a headline and its text.
MAX_CAPTIONS = 2
# A paragraph below a writer's name.
MIN_BELOW_CHARS = 30
# A subhead has two to thirteen characters in four of five cases; a title rarely has.
SHORT_HEADING_EM = 13
TINY_HEADING_EM = 6
LONG_HEADING_EM = 20
# A longer line is no jump line, which alone of lines that are not text may end in a full stop.
MAX_JUMP_CHARS = 2 * JUMP_CHARS
# Body blocks from which a text in columns is held to be several articles; a leaflet has fewer.
MANY_BLOCKS = 8

# The name of a house begins so; so many articles open with it where all do. There a heading over
# text without it is a subhead or an item of a digest: of 170 headings of such pages 6 are titles,
# of 609 on other pages with datelines 377. Articles of three paragraphs without one, half as many,
# say that not all do.
HOUSE_CHARS, MIN_DATED = 2, 3

# A share of lines under which blank lines are accidents.
SOME_BLANKS = 0.1

# Weights of the signs.
BASE = -1.0
FIRST = 3.0
BYLINE_AFTER = 2.5
BEFORE = {CLOSING: 2.5, RECORD: 2.5, RUBRIC: 1.5, TAG: 1.5}  # by what stands there
BRACKETED = 2.0  # with more behind: 【一荤两素只卖十二元】 alone is a subhead
JUMP_AFTER = 1.5
LONG = 0.7
CLAUSES = 0.8
PAIR = 0.8  # two headings in a row: a title and its subtitle
ECHO = 0.5  # the paragraph after it repeats words of it
ECHO_IN_COLUMNS = 1.3  # there of 229 that it repeats 187 are titles, of 421 others 126
UNDATED = -4.0  # where every article opens with a dateline
TINY = -3.0  # in columns, up to six characters; `cleaner.paper.around` asks what stands round it
NOTICE = 3.0  # such a heading, if it names a notice
PRESS = 0.7
NO_PRESS = -1.5
BLANK_TELLS, NO_BLANK_TELLS = 1.2, -2.2
BLANK_EVERYWHERE = 1.2
NO_BLANKS = -1.5  # in text that kept its paragraphs; in columns some extractors never put one
DATE_START = -6.0
COMMA = -0.8
COMMA_IN_COLUMNS = -2.5  # there it is oftener a line of text: 0 of 728 titles set so have one
SHORT = -0.7
CONNECTIVE = -1.5
AFTER_COLON = -2.0
NOTHING_AFTER = -4.0
QUOTED = -1.5  # the whole heading is one quotation: a subhead
EXCLAMATION = -1.0  # an exclamation is oftener spoken: 谢谢大家！
CUT = -4.0  # the heading and the text after it make a word: the line was cut, not headed
PLAIN_HEADING = -1.5  # no other sign, in text that kept its paragraphs: a subhead
SUBHEADS = -1.0  # short, in a document with three or more such headings

# A quotation, or the name of a series.
QUOTES = frozenset(("“”", "「」", "【】"))


class Block(NamedTuple):
    """A line of the document with what it is."""

    line: Line
    kind: str
    dated: bool  # it opens with a dateline: 新华社日内瓦5月28日电, 本报讯
    text: str  # the line's: a property would take a fiftieth of all the time for clean text

    @property
    def has_ended(self) -> bool:
        """Whether it is text that ends in an end mark or a closing bracket."""
        return self.kind == TEXT and self.line.ending in (END, CLOSE)


class Habits(NamedTuple):
    """What the document's blank lines, columns and signs of a newspaper say of its headings."""

    blank_heading: float  # share of headings with a blank line before
    blank_other: float  # share of other blocks with one
    wrapped: bool  # it was set in columns
    press: int  # bylines, closing credits and datelines
    body: int  # text blocks
    short: int  # short headings
    dated: bool  # every article opens with the dateline of one house


def read_blocks(document: Document) -> tuple[Block, ...]:
    """Return the lines of a document, each with what it is."""
    lines = read_lines(document.text)
    kinds = [_kind(line) for line in lines]
    wrapped = bool(document.meta.get("columns"))
    if wrapped:
        items = items_of_old(document)
        kinds = [ITEM if at in items else kind for at, kind in enumerate(kinds)]
    kinds = _with_names(lines, kinds, wrapped=wrapped)
    heads = [line.text if kind == HEADING else "" for line, kind in zip(lines, kinds, strict=True)]
    rows = cell_rows([line.text for line in lines], [at for at, head in enumerate(heads) if head])
    for at in (*form_lines(lines, wrapped=wrapped), *rows_of(heads), *rows):
        kinds[at] = TEXT if kinds[at] == HEADING else kinds[at]
    for at, (line, below) in enumerate(zip(lines, kinds[1:], strict=False)):
        if below == HEADING and is_rubric(line.text):
            kinds[at] = RUBRIC
        elif kinds[at] == CLOSING and below == TEXT and at and kinds[at - 1] == HEADING:
            kinds[at] = CREDIT  # between a headline and its text: （記者 王平報導）
        elif at and is_record(line.text) and masthead(lines[at - 1].text):
            kinds[at] = RECORD
            if below == TAG:
                kinds[at + 1] = HEADING  # of the record: 简讯
    dated = [
        kind == TEXT and end > 0 for kind, end in zip(kinds, dateline_ends(lines), strict=True)
    ]
    brief = [is_dated or kind == ITEM for is_dated, kind in zip(dated, kinds, strict=True)]
    for at, (one, other) in enumerate(pairwise(brief[1:])):
        if one and other and kinds[at] == TAG:
            kinds[at] = HEADING  # of a digest: 国内要闻
    return tuple(map(Block, lines, kinds, dated, (line.text for line in lines)))


def _with_names(lines: Sequence[Line], kinds: Sequence[str], *, wrapped: bool) -> list[str]:
    """Return what lines are with the names on lines of their own; in columns notices have such.

    Several names stand so over the abstract of a paper of a journal, too.
    """
    found = list(kinds)
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if wrapped and (names_in_brackets(line) or is_signature(line.text)):
            found[at] = CLOSING
        elif (
            kind == TEXT
            and len(line.text) <= MIN_HEADING_CHARS
            and is_notice(line.text, lines[at + 1].text if at + 1 < len(lines) else "")
        ):
            found[at] = HEADING if at or wrapped else kind  # 致歉, 征婚: shorter than others
        elif at and kinds[at - 1] == HEADING and kind in (HEADING, ITEM, TEXT):
            above, below = lines[at - 1], lines[at + 1] if at + 1 < len(lines) else None
            named = wrapped and kind == ITEM and names_line(line.text)  # ◎张小山
            alone = kind == ITEM and kinds[at + 1 : at + 2] == [TEXT]
            named = named or (
                alone and len(lines[at + 1].text) >= MIN_BELOW_CHARS and names_one(line.text)
            )
            near = lines[at + 1 : at + 1 + NEAR_ABSTRACT]
            scholar = wrapped or any(ABSTRACT_RE.match(one.text) for one in near)
            named = named or (scholar and is_byline(above.text, line.text))
            over = below and (wrapped or len(below.text) >= MIN_BELOW_CHARS)
            if named or (over and is_lone_byline(above, line, below)):
                found[at] = CREDIT
    return found


def habits_of(blocks: Sequence[Block], *, wrapped: bool) -> Habits:
    """Count what the document does with blank lines, and the signs of a newspaper in it."""
    heads = blank_heads = others = blank_others = press = short = 0
    for number, (line, kind, dated, _) in enumerate(blocks):
        press += dated
        told = number > 0 and not line.page  # a blank line between pages says nothing
        if kind == HEADING:
            short += line.width <= SHORT_HEADING_EM
            heads += told
            blank_heads += told and line.blanks > 0
        elif kind in (TEXT, ITEM):
            press += (
                not wrapped and kind == TEXT and (signs_off(line) or opens_letter(blocks, number))
            )
            others += told
            blank_others += told and line.blanks > 0
        else:
            press += kind in (CREDIT, CLOSING)
    return Habits(
        blank_heads / max(heads, 1),
        blank_others / max(others, 1),
        wrapped,
        press,
        others,
        short,
        _are_dated(blocks, press),
    )


def _are_dated(blocks: Sequence[Block], press: int) -> bool:
    """Say whether every article opens with the dateline of one house, and none has a byline."""
    houses = [block.text[:HOUSE_CHARS] for block in blocks if block.dated]
    if not press == len(houses) >= MIN_DATED or len(set(houses)) > 1:
        return False
    undated = sum(
        block.kind == HEADING
        and all(one.kind == TEXT and not one.dated for one in blocks[at + 1 : at + 4])
        for at, block in enumerate(blocks[:-3])
    )
    return 2 * undated <= len(houses)


def names_series(block: Block, size: int) -> bool:
    """Say whether a heading opens with the name of a series; alone 【…】 is a subhead."""
    return block.text[0] == "【" and (block.text[-1] != "】" or size > 1)


def signed(blocks: Sequence[Block], first: int, end: int) -> bool:
    """Say whether a group of headings has a sign beside it that only titles have."""
    before = blocks[first - 1].kind if first else ""
    end_of_captions = past_captions(blocks, end)
    after = blocks[end_of_captions] if end_of_captions < len(blocks) else None
    return (
        before in (CLOSING, RECORD)
        or any(names_series(block, end - first) for block in blocks[first:end])
        or (after is not None and (after.kind in (CREDIT, JUMP) or _opens(after)))
    )


def past_captions(blocks: Sequence[Block], at: int) -> int:
    """Return where the text begins behind the captions that stand below a heading."""
    end = at
    while end < min(at + MAX_CAPTIONS, len(blocks)) and MARKED_CAPTION_RE.match(blocks[end].text):
        end += 1
    return end


def _opens(block: Block) -> bool:
    """Say whether a text opens as only articles do: with a dateline, a letter's salutation."""
    return block.dated or is_salutation(block.text)


def opens_letter(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a line is the salutation of a letter to the paper, under its headline."""
    if not 0 < at < len(blocks) - 1 or blocks[at - 1].kind != HEADING:
        return False
    # 编辑部： over a question is who asks.
    return is_salutation(blocks[at].text) and blocks[at + 1].text[-1] not in "？?"


def title_score(blocks: Sequence[Block], first: int, end: int, habits: Habits) -> float:
    """Return the odds, in nats, that the headings [first, end) begin an article."""
    before = blocks[first - 1] if first else None
    at = past_captions(blocks, end)
    after = blocks[at] if at < len(blocks) else None
    head = max(blocks[first:end], key=lambda block: block.line.width)
    blank = _blank_score(before if before and before.kind == RUBRIC else blocks[first], habits)
    score = BASE + _shape_score(head, blocks[first], habits) + blank
    score += PRESS if habits.wrapped and habits.body >= MANY_BLOCKS else 0
    score += 0 if habits.wrapped or habits.press else NO_PRESS
    score += BRACKETED if names_series(blocks[first], end - first) else 0
    sure = signed(blocks, first, end)
    score += _tiny_score(head, habits, sure=sure)
    score += UNDATED if habits.dated and not sure else 0
    score += PAIR if end - first == 2 else 0
    if not (habits.wrapped or sure or end - first == 2 or first == 0):
        tagged = before is not None and before.kind == TAG
        score += 0 if tagged else PLAIN_HEADING
    if before is None or (first == 1 and before.kind == JUMP):  # nothing or the page's head
        score += FIRST
    elif before.kind in BEFORE:
        score += BEFORE[before.kind]
    elif before.line.text.endswith(("：", ":")):
        score += AFTER_COLON
    if after is None:
        score += NOTHING_AFTER
    elif after.kind in (CREDIT, JUMP) or _opens(after):
        score += BYLINE_AFTER if after.kind != JUMP else JUMP_AFTER
    elif after.kind == TEXT and score > -ECHO_IN_COLUMNS:  # else it is no title anyhow
        if cuts_word(blocks[end - 1].text, after.text):
            score += CUT
        elif echoes(head.text, after.text):
            score += ECHO_IN_COLUMNS if habits.wrapped and blank >= 0 else ECHO
    return score


def echoes(heading: str, text: str) -> bool:
    """Say whether the start of a text repeats four runs of two characters of a heading."""
    start = text[:200]
    pairs = {heading[i : i + 2] for i in range(len(heading) - 1)}
    return sum(pair in start for pair in pairs) >= 4


def _kind(line: Line) -> str:
    text = line.text
    # Most lines of clean text: of all that is asked below, this end leaves a jump line at most.
    if text[-1] == "。" and len(text) > MAX_JUMP_CHARS:
        return ITEM if line.opening == BULLET else TEXT
    kind = _credit_kind(text) if len(text) <= 120 else ""
    if kind:
        return kind
    if line.opening == BULLET:
        return ITEM
    short = line.width <= MAX_CLAUSES_EM
    return HEADING if short and is_heading(closed_up(line)) else TEXT


def _credit_kind(text: str) -> str:
    if closing_credit(text):
        return CLOSING
    if credit_line(text):
        return CREDIT
    if jump_line(text) or is_note(text) or masthead(text):
        return JUMP
    return TAG if is_tag(text) else ""


def _shape_score(head: Block, first: Block, habits: Habits) -> float:
    """Score what the heading itself looks like."""
    text, width = head.text, head.line.width
    score = LONG if width >= LONG_HEADING_EM else 0
    score += CLAUSES if PAUSE_RE.search(text) else 0
    if "，" in text or "," in text:
        score += COMMA_IN_COLUMNS if habits.wrapped else COMMA
    score += DATE_START if DATE_RE.match(first.text) else 0
    score += CONNECTIVE if first.text.startswith(CONNECTIVES) else 0
    score += EXCLAMATION if text[-1] in "！!" else 0
    score += QUOTED if text[0] + text[-1] in QUOTES else 0
    if width <= SHORT_HEADING_EM:
        score += SHORT
        score += SUBHEADS if habits.short >= 3 and not habits.wrapped else 0
    return score


def _tiny_score(head: Block, habits: Habits, *, sure: bool) -> float:
    """Score a heading of columns that is as short as the name of a section or a paper."""
    if not habits.wrapped or sure or head.line.width > TINY_HEADING_EM:
        return 0
    return NOTICE if is_notice(head.text) else TINY


def _blank_score(first: Block, habits: Habits) -> float:
    """Score the blank line before a heading, or its want, by the document's habit."""
    if first.line.start == 0 or first.line.page:
        return 0  # nothing can stand before it, or the end of a page
    if blanks_tell(habits):
        return BLANK_TELLS if first.line.blanks else NO_BLANK_TELLS
    if habits.blank_other < SOME_BLANKS:
        return 0 if habits.wrapped else NO_BLANKS
    return BLANK_EVERYWHERE if first.line.blanks else 0


def blanks_tell(habits: Habits) -> bool:
    """Say whether headings have a blank line before them much oftener than paragraphs."""
    return habits.blank_heading > 2 * habits.blank_other + SOME_BLANKS
