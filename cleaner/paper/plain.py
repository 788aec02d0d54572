"""The title of a text that is no paper: one article, a report, a page without its frame.

It is lifted only where it is sure to be one, since the first line of a law, a poem or a list is a
line of it.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.layout import COLON, COMMA, END, HAN, NUMBER, PLAIN
from cleaner.paper.around import goes_on_elsewhere
from cleaner.paper.doctitle import NAMED_RE, PROSE_RE, is_no_title
from cleaner.paper.facts import may_be_fact
from cleaner.paper.headings import (
    CLOSING,
    CREDIT,
    HEADING,
    RECORD,
    SHORT_HEADING_EM,
    TEXT,
    Block,
)
from cleaner.paper.headmatch import Article
from cleaner.paper.headshape import DASHES, MAX_HEADING_EM
from cleaner.paper.names import signs_off
from cleaner.paper.pieces import Start
from cleaner.web.headline import BODY, said, units_of

# Of a text that is no paper the title is lifted where a paragraph of this length follows.
MIN_PARAGRAPH_CHARS = 40
MAX_PLAIN_TITLE_EM = 30
# Paragraphs that are enough under a heading that is short, where no other heading stands. Chosen.
MIN_PARAGRAPHS = 2
# Lines of facts between a title and its text, and of such a title. Chosen.
MAX_FACTS, MIN_TITLE_EM = 3, 4
# Of a title that is told by its words: the share of its pairs of characters that the text has too,
# of so many at least; lines above the text; its width in em. Chosen.
SHARED_LEAST, FEW_PAIRS, MAX_ABOVE, TITLE_EM = 0.4, 4, 20, 6
# Marks inside a paragraph that has none at its end; characters of one that will do alone. Chosen.
MIN_CLAUSES, MUCH_CHARS = 2, 400
# A title that is said twice: characters, share of the longer line, lines to a paragraph. Chosen.
TWICE_CHARS, TWICE_SHARE, NEAR = 8, 0.6, 12
# A first sentence that is shorter than a paragraph: a lead. Chosen.
LEAD_CHARS = 15
# A later heading that is nearly as wide as the first, and no subhead, is its equal: the text is a
# digest, whose headings are all lines of it. Subheads have under 13 em, half of a title's width.
# Of short ones, which subheads are as often, so many are: chapters, a collection. Chosen.
EQUAL_WIDTH, MANY_EQUAL = 0.75, 3
# Names in a row are a list's: 黄瓜、面筋、绿豆芽、小葱. Chosen.
MANY_NAMES = 3
# A work's title by itself, and what parts the texts of a file of them.
WORK_RE, PARTED = re.compile("《[^《》]{1,40}》"), "%"
# Markdown's mark of a quotation.
QUOTE = ">＞"
# A fact with its name, as a form, a play, an invitation lists them.
FIELD_RE = re.compile("[\u4e00-\u9fff]{2,4}[:：]")


def plain_text(blocks: Sequence[Block], starts: Sequence[Start], *, wrapped: bool) -> list[Article]:
    """Take the title of a text that is no paper, where a paragraph of some length follows it.

    In columns, the first of its numbered sections will do: a printed report.
    """
    if sum(blocks[one.body].kind == CREDIT for one in starts if one.body < len(blocks)) > 1:
        return []  # each of several has its writer: a collection
    if _are_works(blocks):
        return []
    found = _titled(blocks, starts, wrapped=wrapped)
    titles = [at for one in found for field, at in one.fields if field == "title"]
    return [] if any(is_no_title(blocks[at].text) for at in titles) else found


def _titled(blocks: Sequence[Block], starts: Sequence[Start], *, wrapped: bool) -> list[Article]:
    if not wrapped and (twice := _said_twice(blocks)) >= 0:
        rest = tuple(i for i in range(len(blocks)) if i != twice)
        return [Article((("title", twice),), rest)]
    alone = not starts and _is_the_only_heading(blocks)
    if not wrapped and (alone or _is_above_facts(blocks)):
        return [Article((("title", 0),), tuple(range(1, len(blocks))))]
    if starts and starts[0].first == 0 and starts[0].fields:
        head = starts[0]
        below = blocks[head.body : head.body + 2]
        numbered = wrapped and head.body == 1 and any(b.line.opening == NUMBER for b in below)
        if numbered or has_text(blocks, head) or _is_plain(blocks, head):
            return [Article(head.fields, tuple(range(head.body, len(blocks))))]
    title = -1 if wrapped or len(starts) > 1 else _by_words(blocks)
    rest = tuple(i for i in range(len(blocks)) if i != title)
    return [Article((("title", title),), rest)] if title >= 0 else []


def _are_works(blocks: Sequence[Block]) -> bool:
    """Say whether the first title is one of several: 《…》 stands alone again, or % between two."""
    quoted = (block.text for block in blocks if block.text[0] == "《")
    alone = sum(WORK_RE.fullmatch(text) is not None for text in quoted)
    works = alone > 1 and WORK_RE.fullmatch(blocks[0].text) is not None
    parted = (below for at, below in pairwise(blocks) if at.text == PARTED)
    return works or not all(map(_is_paragraph, parted))  # % over a paragraph may be a unit


def _is_plain(blocks: Sequence[Block], head: Start) -> bool:
    """Say whether a paragraph follows right below a heading that is the only one of its kind."""
    after = blocks[head.body] if head.body < len(blocks) else None
    return (
        after is not None
        and not _has_equal(blocks, head.body)
        and (head.body == 1 or blocks[1].text.startswith(DASHES))
        and after.kind == TEXT
        and after.line.ending == END
        and len(after.text) >= MIN_PARAGRAPH_CHARS
        and blocks[0].line.width <= MAX_PLAIN_TITLE_EM
    )


def _has_equal(blocks: Sequence[Block], body: int, title: int = 0) -> bool:
    """Say whether a later heading is as much of one as the title: a digest has none."""
    wide = EQUAL_WIDTH * blocks[title].line.width
    equal = [b.line.width for b in blocks[body:] if b.kind == HEADING and b.line.width > wide]
    return len(equal) >= MANY_EQUAL or any(width > SHORT_HEADING_EM for width in equal)


def _is_above_facts(blocks: Sequence[Block]) -> bool:
    """Say whether the first line is a title above what a site says of its text, and the text.

    A day, a stamp, a source, who wrote, with its day or without; they stay, only the title is sure.
    """
    title = blocks[0]
    if title.kind != HEADING or not MIN_TITLE_EM <= title.line.width <= MAX_PLAIN_TITLE_EM:
        return False
    body = 1
    while body < min(len(blocks), MAX_FACTS + 1) and _says_of(blocks[body]):
        body += 1
    if body == 1 or body == len(blocks) or _has_equal(blocks, body):
        return False
    first, rest = blocks[body], blocks[body + 1 :]
    text = first.kind == TEXT and first.line.ending == END
    prose = sum(block.line.ending == END for block in rest) * 2 > len(rest)
    return text and prose and len(first.text) >= MIN_PARAGRAPH_CHARS


def _said_twice(blocks: Sequence[Block]) -> int:
    """Return which of the first two lines is the title, since the other says it too, or -1.

    Readers of pages write the page's title over its headline; the shorter is without the site's
    name, 原标题：, 原创. Who wrote, and when, may stand below.
    """
    if len(blocks) <= 2 or not any(map(_is_paragraph, blocks[2 : 2 + NEAR])):
        return -1
    if any(map(_opens_other, blocks[:2])):
        return -1
    one, other = ("".join(filter(str.isalnum, block.text)) for block in blocks[:2])
    short, long = sorted((one, other), key=len)
    if len(short) < TWICE_CHARS or len(short) < TWICE_SHARE * len(long) or short not in long:
        return -1
    return int(len(other) < len(one))


def _by_words(blocks: Sequence[Block]) -> int:
    """Return which of the short lines above a text is its title by the words it shares, or -1.

    A site's names, a day, who wrote stand round it, and stay. A digest, a notice, a list has none.
    """
    prose = [len(block.text) for block in blocks if _is_prose(block)]
    many = len(prose) >= MIN_PARAGRAPHS or sum(prose) >= MUCH_CHARS
    first = next((i for i, b in enumerate(blocks) if many and (_is_lead(b) or _is_prose(b))), 0)
    if not 0 < first <= MAX_ABOVE or any(map(_opens_other, blocks[:first])):
        return -1
    if sum(b.line.ending == END or _is_prose(b) for b in blocks[first:]) * 2 <= len(blocks) - first:
        return -1
    maybe = [
        i
        for i, block in enumerate(blocks[:first])
        if TITLE_EM <= block.line.width <= MAX_HEADING_EM
        and not (_says_of(block) or _is_field(blocks, i) or block.text[0] in QUOTE)
        and not (i and NAMED_RE.fullmatch(block.text))
        and block.text.count("、") < MANY_NAMES
    ]
    body = [block.text for block in blocks[first : first + BODY]]
    best, most = -1, SHARED_LEAST
    for i in maybe:
        own = units_of([blocks[i].text])
        share = said(own, body) / max(len(own), FEW_PAIRS)
        if share > most:
            best, most = i, share
    return best if best >= 0 and _is_of_all(blocks, first, best) else -1


def _is_of_all(blocks: Sequence[Block], first: int, title: int) -> bool:
    """Say whether a title is that of the whole text: below its equals, too, its words are said.

    Of a digest, those of the first headline are not. Short names are chapters', which tell of one.
    """
    if not _has_equal(blocks, first, title):
        return True
    width, below = blocks[title].line.width, enumerate(blocks[first:], first)
    equal = [i for i, b in below if b.kind == HEADING and b.line.width > EQUAL_WIDTH * width]
    own = units_of([blocks[title].text])
    ends = [*equal[1:], len(blocks)]
    parts = [blocks[i + 1 : end] for i, end in zip(equal, ends, strict=True)]
    return width > SHORT_HEADING_EM and all(
        said(own, [b.text for b in part]) >= SHARED_LEAST * len(own)
        for part in parts
        if any(map(_is_prose, part))  # else it heads nothing
    )


def _is_prose(block: Block) -> bool:
    """Say whether a block is a paragraph, if without its end mark, as some writers leave it out."""
    loose = (
        block.kind == TEXT and block.line.ending == HAN and len(block.text) >= MIN_PARAGRAPH_CHARS
    )
    return _is_paragraph(block) or (loose and len(PROSE_RE.findall(block.text)) >= MIN_CLAUSES)


def _is_lead(block: Block) -> bool:
    return block.kind == TEXT and block.line.ending == END and len(block.text) >= LEAD_CHARS


def _is_paragraph(block: Block) -> bool:
    return block.line.ending == END and len(block.text) >= MIN_PARAGRAPH_CHARS


def _opens_other(block: Block) -> bool:
    """Say whether a line above a text names nothing: a sentence, an address, a part."""
    address = "://" in block.text and len(block.text.split()) == 1
    return address or block.line.ending in (COLON, COMMA, END) or block.line.opening != PLAIN


def _is_field(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a line names a fact, as the one above it or below it does: 时间：, 地点：."""
    near = [*blocks[max(0, at - 1) : at], *blocks[at + 1 : at + 2]]
    return FIELD_RE.match(blocks[at].text) is not None and any(
        FIELD_RE.match(block.text) for block in near
    )


def _says_of(block: Block) -> bool:
    return block.line.ending != END and may_be_fact(block.text)


def _is_the_only_heading(blocks: Sequence[Block]) -> bool:
    """Say whether the first line is a heading, however short, and all below it are paragraphs."""
    if blocks[0].kind != HEADING or blocks[0].line.width > MAX_PLAIN_TITLE_EM:
        return False
    below = [block for block in blocks[1:] if block.kind not in (CREDIT, CLOSING)]
    return (
        len(below) >= MIN_PARAGRAPHS
        and len(below[0].text) >= MIN_PARAGRAPH_CHARS
        and all(block.kind == TEXT and block.line.ending == END for block in below)
    )


def has_text(blocks: Sequence[Block], start: Start) -> bool:
    """Say whether a head has a byline or a dateline, or stands behind a credit, and has text."""
    body = blocks[start.body : start.body + 3]
    credited = bool(body) and body[0].kind == CREDIT
    before = blocks[start.first - 1] if start.first else None
    behind = before is not None and (before.kind in (CLOSING, RECORD) or signs_off(before.line))
    behind = behind or goes_on_elsewhere(before)
    dated = bool(body) and body[0].dated
    return (credited or behind or dated) and any(
        block.kind == TEXT and (block.line.ending == END or len(block.text) >= MIN_PARAGRAPH_CHARS)
        for block in body
    )
