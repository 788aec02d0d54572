"""The articles of a page, put together from its blocks.

`cleaner.paper.headings` weighs each heading; here heads are read (title, subtitle, kicker), every
block is given to an article, and what the page tore apart is brought together again: a box of
items that was printed round its head, and the second half of a paragraph that was printed before
its article. Nothing is decided here about whether the document is a page of a paper at all.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from cleaner.layout import COLON, COMMA, END, HAN
from cleaner.lexicon import cuts_word
from cleaner.paper.around import is_editors_note, round_score
from cleaner.paper.headings import (
    CLOSING,
    CREDIT,
    HEADING,
    ITEM,
    JUMP,
    RECORD,
    RUBRIC,
    TAG,
    TEXT,
    TINY_HEADING_EM,
    Block,
    Habits,
    blanks_tell,
    signed,
    title_score,
)
from cleaner.paper.headlines import goes_on, is_one_headline, is_rest
from cleaner.paper.headmatch import (
    Article,
    join_leads,
    kickers_of_empty,
    match_headlines,
    share_of,
    split_at_leads,
    split_at_strays,
)
from cleaner.paper.headshape import DASHES
from cleaner.paper.kickers import (
    MAX_HEAD,
    has_kicker,
    names_column,
    start_of,
)
from cleaner.paper.labels import CAPTION_RE
from cleaner.paper.rubrics import is_notice

# A dateline that ends in a colon and holds no text announces items: 央视网消息（新闻联播）：
MAX_ANNOUNCEMENT_EM = 20
ANNOUNCED = -3.0
# A paragraph whose end is open and was cut by the page is at least a line and a half; a teaser
# or a list item is shorter. Chosen; try 30 to 60.
MIN_OPEN_CHARS = 40
# The other half has a sentence at least; from reading-order trials.
MIN_HALF_CHARS = 8
# Text behind a closing credit that makes an article of its own; less is a rest.
MIN_UNTITLED_CHARS = 80


# Two headings of which the text below repeats the second by so much more, and of the first next to
# nothing, are two headlines: of 20 pairs none was a title with its subtitle.
MIN_TWO_GAIN, MAX_STRANGE_FIRST = 0.3, 0.15

# Paragraphs between a headline and the dateline: each says what happened and ends without a mark.
# The dateline's text says so much of the headline, as in `cleaner.paper.wires`.
MAX_DECKS, MIN_DECK_SAID = 3, 0.3

# Signs of a paper from which three headings over a dateline are its kicker, title and subtitle.
MIN_THREE_PRESS = 2


class Start(NamedTuple):
    """The head of an article: its blocks [first, body) and the fields of some of them."""

    first: int
    body: int
    fields: tuple[tuple[str, int], ...]


def starts_of(blocks: Sequence[Block], habits: Habits, turns: AbstractSet[int]) -> list[Start]:
    """Find the heads of the articles, and the places where one begins without a head.

    `turns`: headings that turn to another subject (`cleaner.paper.subject`).
    """
    starts: list[Start] = []
    announced, at, title = False, 0, ""
    while at < len(blocks):
        listed, at = at, _past_list(blocks, at, habits)
        kind = blocks[at].kind
        end = _head_end(blocks, at, habits) if kind == HEADING else at + 1
        if kind == HEADING:
            sure = signed(blocks, at, end)
            score = title_score(blocks, at, end, habits) + round_score(blocks, at, end, habits)
            score += ANNOUNCED if announced and not sure else 0
            below = blocks[end].text if end < len(blocks) else ""
            repeated = blocks[at].text in title and not is_notice(blocks[at].text, below)
            recorded = at > 0 and blocks[at - 1].kind == RECORD
            decks = _end_of_decks(blocks, at, end) if habits.wrapped else end
            likely = score > 0 or (at in turns and not announced) or at > listed or decks > end
            if recorded or (likely and (sure or not repeated)):
                fields = _fields(blocks, at, end, habits)
                if habits.wrapped and _are_two(blocks, fields):
                    starts.append(Start(at, at + 1, (("title", at),)))
                    fields = (("title", at + 1),)
                elif at and blocks[at - 1].kind == RUBRIC and fields[0][0] == "title":
                    fields = (("kicker", at - 1), *fields)
                starts.append(Start(fields[0][1], end, fields))
                title = "".join(block.text for block in blocks[at:end])
                announced = False
                end = decks + 1 if decks > end else _end_of_leads(blocks, end)
            else:
                end = at + 1
        elif kind in (TEXT, ITEM) and at and _begins_untitled(blocks, at, habits):
            starts.append(Start(at, at, ()))
            title, announced = "", False
        if kind == TEXT and blocks[at].dated and blocks[at].text.endswith(("：", ":")):
            announced = blocks[at].line.width <= MAX_ANNOUNCEMENT_EM
        at = end
    records = [one for one in starts if one.first and blocks[one.first - 1].kind == RECORD]
    return records or starts  # a database has divided the page, and set each head over its text


def _end_of_decks(blocks: Sequence[Block], first: int, end: int) -> int:
    """Return where the dateline stands below the decks of the headings [first, end), else `end`.

    A deck ends in mid-air, as a headline does; so does a column that the page cut, but what it
    cuts is not gone on with by a report that says the headline over it.
    """
    at = end
    while at < min(end + MAX_DECKS, len(blocks)) and _may_be_deck(blocks[at]):
        at += 1
    if at == len(blocks) or not blocks[at].dated:
        return end
    head = "".join(block.text for block in blocks[first:end])
    return at if share_of(head, start_of(blocks, at)) >= MIN_DECK_SAID else end


def _may_be_deck(block: Block) -> bool:
    return block.kind == TEXT and not block.dated and block.line.ending == HAN


def _end_of_leads(blocks: Sequence[Block], end: int) -> int:
    """Return where the leads of an article end: headings below its head without text between.

    Below its byline too: 本报记者 王平, and the first subhead.
    """
    at = end
    while at < len(blocks) and blocks[at].kind in (CREDIT, HEADING):
        if blocks[at].kind == HEADING:
            if signed(blocks, at, at + 1):
                break
            end = at + 1
        at += 1
    return end


def _head_end(blocks: Sequence[Block], first: int, habits: Habits) -> int:
    """Return the end of the headings of one head that begin at `first`."""
    end = first + 1
    if is_rest(blocks, first, end, habits):
        return end + 1
    while end < len(blocks) and end - first < MAX_HEAD and blocks[end].kind == HEADING:
        if blocks[end].text.startswith("【"):
            break
        if _opens_anew(blocks, end, habits):
            break
        # Where nothing speaks for a newspaper a second heading is the first subhead.
        if not (habits.press or blocks[end].text.startswith(DASHES)):
            while end - first < MAX_HEAD and goes_on(blocks, first, end, habits):
                end += 1
            break
        end += 1
    # Three headings are kicker, title and subtitle only where the first is a kicker, the second a
    # subtitle by its dashes, or two of them one line; else the third belongs to the text below.
    if end - first == MAX_HEAD and not (
        has_kicker(blocks, first, end)
        or _are_three(blocks, end, habits)
        or any(is_one_headline(blocks, at, wrapped=habits.wrapped) for at in (first, first + 1))
    ):
        end -= 1
    return end


def _opens_anew(blocks: Sequence[Block], at: int, habits: Habits) -> bool:
    """Say whether a heading begins a head though one stands above it: by blank line and dateline.

    Where all articles open with one house's dateline and blank lines stand before headlines.
    """
    told = habits.dated and blanks_tell(habits) and blocks[at].line.blanks
    return bool(told) and not blocks[at - 1].line.blanks and signed(blocks, at, at + 1)


def _are_three(blocks: Sequence[Block], end: int, habits: Habits) -> bool:
    """Say whether three headings that end at `end` are kicker, title, subtitle: over a dateline."""
    if habits.wrapped or habits.press < MIN_THREE_PRESS or end >= len(blocks):
        return False
    return blocks[end].dated or blocks[end].kind == CREDIT


def _are_others(blocks: Sequence[Block], firsts: Sequence[int], last: int) -> bool:
    """Say whether the text below the last of some headings speaks of it, and not of `firsts`."""
    start = start_of(blocks, last + 1)
    own = share_of(blocks[last].text, start)
    other = max(share_of(blocks[at].text, start) for at in firsts)
    return other < MAX_STRANGE_FIRST and own - other >= MIN_TWO_GAIN


def _past_list(blocks: Sequence[Block], first: int, habits: Habits) -> int:
    """Return where a head begins below a list of headlines: the text speaks of the last alone.

    No headline of the list is short, as the name of a column is.
    """
    end = first
    if blocks[first].kind == HEADING and (first == 0 or blocks[first - 1].kind != HEADING):
        while end < len(blocks) and _may_be_listed(blocks[end]):
            end += 1
    is_list = end - first >= MAX_HEAD and _are_three(blocks, end, habits)
    return end - 1 if is_list and _are_others(blocks, range(first, end - 1), end - 1) else first


def _may_be_listed(block: Block) -> bool:
    is_plain = block.kind == HEADING and not block.text.startswith(DASHES)
    return is_plain and block.line.width > TINY_HEADING_EM


def _fields(
    blocks: Sequence[Block], first: int, end: int, habits: Habits
) -> tuple[tuple[str, int], ...]:
    """Name the headings of a head."""
    ones = [is_one_headline(blocks, at, wrapped=habits.wrapped) for at in range(first, end - 1)]
    if all(ones) or (end - first < MAX_HEAD and is_rest(blocks, first, first + 1, habits)):
        return tuple(("title", at) for at in range(first, end))
    if ones == [False, True]:
        return (("kicker", first), ("title", first + 1), ("title", first + 2))
    if blocks[first].line.ending in {COLON, COMMA} or ones[0]:  # 临河区：
        rest = (("subtitle", first + 2),) if end - first == MAX_HEAD else ()
        return (("title", first), ("title", first + 1), *rest)
    three = end - first == MAX_HEAD and _are_three(blocks, end, habits)
    if three or has_kicker(blocks, first, end):
        rest = (("subtitle", first + 2),) if end - first == MAX_HEAD else ()
        return (("kicker", first), ("title", first + 1), *rest)
    return (("title", first), ("subtitle", first + 1))


def _are_two(blocks: Sequence[Block], fields: Sequence[tuple[str, int]]) -> bool:
    """Say whether the first of two headings is no part of the head of the text below.

    Where articles stand side by side, so do their headlines. The text speaks of the second only. A
    kicker of several things and a subtitle by its dashes stay.
    """
    if len(fields) != len(("title", "subtitle")) or fields[0][0] == fields[1][0]:
        return False
    (name, first), (_, second) = fields
    if blocks[second].text.startswith(DASHES) or (name == "kicker" and "、" in blocks[first].text):
        return False
    if name == "kicker" and names_column(blocks, first, second + 1):
        return False
    return _are_others(blocks, (first,), second)


def _begins_untitled(blocks: Sequence[Block], at: int, habits: Habits) -> bool:
    """Say whether text that has no heading begins an article.

    Behind a closing credit it does, though a picture's caption stands between, which is of the
    article above, and under a record's head; and with a dateline, in columns,
    where the heading was printed elsewhere on the page; not behind an editor's note on it.
    """
    if habits.wrapped and blocks[at].dated and blocks[at - 1].kind in (TEXT, ITEM):
        return not is_editors_note(blocks[at - 1])
    if blocks[at - 1].kind == RECORD:
        return True
    before = at - 1
    while before and CAPTION_RE.match(blocks[before].text):
        before -= 1
    if blocks[before].kind != CLOSING or CAPTION_RE.match(blocks[at].text):
        return False
    chars = 0
    for block in blocks[at:]:
        if block.kind in (CREDIT, CLOSING):
            break
        chars += len(block.text)
        if chars >= MIN_UNTITLED_CHARS:
            return True
    return False


def articles_of(
    blocks: Sequence[Block], starts: Sequence[Start], *, wrapped: bool
) -> list[Article]:
    """Give every block to an article; `wrapped`: the page was set in columns."""
    if not starts:
        return []
    bounds = [one.first for one in starts[1:]] + [len(blocks)]
    found = [
        Article(one.fields, _body(blocks, one.body, end))
        for one, end in zip(starts, bounds, strict=True)
    ]
    found = _boxes(blocks, found)
    lead = _body(blocks, 0, starts[0].first)
    if any(char.isalnum() for at in lead for char in blocks[at].text):
        found.insert(0, Article((), lead))
    elif lead:  # a rule above the first head
        found[0] = found[0]._replace(body=lead + found[0].body)
    if any(block.kind == RECORD for block in blocks):
        return found
    found = match_headlines(blocks, _rejoin(blocks, found))
    found = split_at_leads(blocks, join_leads(blocks, found) if wrapped else found)
    found = split_at_strays(blocks, found) if wrapped else found
    return kickers_of_empty(blocks, [one for one in found if one.body or one.fields])


def _body(blocks: Sequence[Block], first: int, end: int) -> tuple[int, ...]:
    """Return the blocks of a body; names of sections and jump lines are not text.

    Nor is the name of a column right before the next head, whose kicker it is.
    """
    if first < end and blocks[end - 1].kind == RUBRIC:
        end -= 1
    return tuple(at for at in range(first, end) if blocks[at].kind not in (TAG, JUMP, RECORD))


def _boxes(blocks: Sequence[Block], found: Sequence[Article]) -> list[Article]:
    """Give the items before a box's head to the box, and the text behind it to the article before.

    A box: the article before ends in items, and the body of the next begins with some.
    """
    articles = list(found)
    for number in range(1, len(articles)):
        before, box = articles[number - 1], articles[number]
        tail = _items_at_end(blocks, before.body)
        first, end = _items(blocks, box.body)
        if not tail or not first < end:
            continue
        articles[number] = Article(box.fields, before.body[tail:] + box.body[:end])
        articles[number - 1] = Article(before.fields, before.body[:tail] + box.body[end:])
    return articles


def _items(blocks: Sequence[Block], body: Sequence[int]) -> tuple[int, int]:
    """Return where the items at the start of a body begin and end; a lead may come before them."""
    first = next((i for i, at in enumerate(body[:2]) if blocks[at].kind == ITEM), len(body))
    end = first
    while end < len(body) and blocks[body[end]].kind == ITEM:
        end += 1
    return first, end


def _items_at_end(blocks: Sequence[Block], body: Sequence[int]) -> int:
    """Return where the items at the end of a body begin; 0 where all or none of it are items."""
    at = len(body)
    while at and blocks[body[at - 1]].kind == ITEM:
        at -= 1
    return at if at < len(body) else 0


def _rejoin(blocks: Sequence[Block], found: list[Article]) -> list[Article]:
    """Bring the second half of a cut paragraph, printed before its article's head, to the first."""
    for number in range(1, len(found)):
        before, cut = found[number - 1], found[number]
        if not cut.body or not _is_open(blocks[cut.body[-1]]):
            continue
        tail = blocks[cut.body[-1]].text
        halves = [
            i
            for i in range(1, len(before.body))
            if _is_half(blocks[before.body[i]], blocks[before.body[i - 1]], tail)
        ]
        if len(halves) == 1:
            moved = before.body[halves[0] :]
            found[number - 1] = before._replace(body=before.body[: halves[0]])
            found[number] = cut._replace(body=cut.body + moved, glued=cut.glued | {moved[0]})
    return found


def _is_open(block: Block) -> bool:
    return block.kind == TEXT and block.line.ending == HAN and len(block.text) >= MIN_OPEN_CHARS


def _is_half(block: Block, before: Block, tail: str) -> bool:
    """Say whether a paragraph is the other half of an open end: the two make a word."""
    return (
        block.kind == TEXT
        and before.line.ending == END
        and len(block.text) >= MIN_HALF_CHARS
        and "\u4e00" <= block.text[0] <= "\u9fff"
        and cuts_word(tail, block.text)
    )
