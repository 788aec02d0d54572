"""Lines of a paper's page that are told by what stands beside them, not by their own shape.

    井台                          two characters over a byline: a headline
    文/吕佳敏

    临河区：                       a headline whose first line ends in a pause
    3.2万亩盐碱地种出“致富草”

    ☆民生热线☆                    the name of a column: marks round it, a headline below
    三十年没回家 老兵在地铁站找到了妹妹

    ●区图书馆延长开放时间            the headline of a brief: a bullet, and its text repeats it
    自12月1日起，区图书馆周五、周六开放时间延长至21时30分……
    ●首批“暖心驿站”挂牌

    读者 韩秀英                    who signs a letter, under its text

    郝红雪                         a name under a text, as under another: who wrote it

Each is asked only of a text that has a byline, a credit or the head of a page.
"""

from collections.abc import Sequence
from typing import NamedTuple

from cleaner import late as re
from cleaner.document import Document, Span
from cleaner.layout import BULLET, CLOSE, COLON, COMMA, END, NUMBER, read_lines
from cleaner.paper.ends import ends_of
from cleaner.paper.facts import LABELLED_RE
from cleaner.paper.headings import (
    CLOSING,
    CREDIT,
    HEADING,
    ITEM,
    JUMP,
    MIN_BELOW_CHARS,
    RUBRIC,
    TAG,
    TEXT,
    Block,
    opens_letter,
    read_blocks,
)
from cleaner.paper.headlines import tell_sides
from cleaner.paper.headmatch import START_CHARS, Article, share_of
from cleaner.paper.headshape import is_heading
from cleaner.paper.labels import LABEL_RE
from cleaner.paper.letters import may_sign
from cleaner.paper.names import PICTURE, is_apart, is_writers, names_one, signs_alone
from cleaner.paper.press import MAX_NAMES_CHARS, masthead, names_line

# A title of two or three characters: 井台, 说“闲”. One that is an exclamation: “我家的表终于换了！”
SHORT_RE = re.compile(
    "[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff]{1,2}“[\u4e00-\u9fff]{1,3}”|“[^“”。！？]{3,16}[！？]”"
)
# The first line of a headline, up to its pause: 临河区：, 这个冬天，, 67.8分贝！
PAUSED_RE = re.compile("[“‘《]?[0-9A-Za-z.]{0,6}[\u4e00-\u9fff][^。；;？（()）]{1,16}[，：、！,:]")
MAX_PAUSED_CHARS = 20
# A question or an exclamation in a headline, with what it is answered by: 涨价了？粮站说没有. So
# much of it the text below says again, where no byline stands between.
ASKED_RE = re.compile("[^。；;…？！?!]{4,22}[？！?!] ?[^。；;…？！?!]{4,24}[？！]?")
MAX_ASKED_CHARS = 49  # of the longest
MIN_ASKED_SHARE = 0.4
PAUSES = frozenset((COMMA, COLON, END))
# The name of a column between two marks, or behind one: ☆民生热线☆, 【基层故事】, ■ 县域新闻.
COLUMN_RE = re.compile(
    r"(?P<mark>[☆★◆●■◎▲·|｜丨◇])(?P=mark)?[ \u3000]?[\u4e00-\u9fff]{2,12}[ \u3000]?(?P=mark){1,2}"
    r"|[【〖〔\[「][\u4e00-\u9fff·]{2,10}[】〗〕\]」]"
    r"|[☆★◆●■◎▲◇▌▍▎][ \u3000]?[\u4e00-\u9fff]{3,6}"
    r"|专栏[：:][ \u3000]?[\u4e00-\u9fff·]{2,12}|[\u4e00-\u9fff]{2,6}(?:栏目|专栏)"
)
MAX_COLUMN_CHARS = 16
# A brief's headline stands behind a mark or a number; its text repeats so much of it, and has so
# many characters; so many in a row are briefs.
BRIEF_RE = re.compile(r"[■□●○◆◇▲△▶►★☆※◎][ \u3000]?|[0-9]{1,2}(?:[．、]|\.(?![0-9]))[ \u3000]?")
BRIEF_MARKS = frozenset("■□●○◆◇▲△▶►★☆※◎0123456789")
SAID_AGAIN, MIN_BRIEF_CHARS, MIN_BRIEFS = 0.3, 20, 2
MAX_SECTION_CHARS = 8
# Verses under their poet's name: so many, so wide at most.
MIN_VERSES, MAX_VERSE_EM = 4, 16
# Under a title without a name: more, and narrower than headlines are. Chosen.
MIN_BARE_VERSES, MAX_BARE_VERSE_EM = 5, 12
# What verses have, and rows of a list seldom: words that only speech needs, a pause. Where half of
# four have it the name beside them is a poet's; 竹溪镇 over or under five villages is a village.
SPOKEN_RE = re.compile("[的了着我你他她它在是把又也还，。！？]")
# What a list has, no verse.
LISTED_RE = re.compile(r"[0-9０-９A-Za-z：:、（()）%／/]")
# A line with a name has no more characters; it returns so often at least, under paragraphs near by.
MAX_NAMED_CHARS, MIN_RETURNS, NEAR = 24, 2, 3
# A headline as Markdown marks it: # 标题, ## 标题 ##, **标题**.
MARKED_RE = re.compile(
    r"(?P<hash>#{1,6}[ \u3000]+)?(?P<bold>\*\*)?(?P<text>(?:(?!\*\*).)+?)"
    r"(?(bold)\*\*)(?(hash)[ #]{0,8})"
)


class Page(NamedTuple):
    """The lines of a text, told by their neighbours."""

    blocks: tuple[Block, ...]
    briefs: frozenset[int]  # the headlines of briefs, and those that ask and answer
    is_paper: bool  # furniture of a paper was found
    signatures: frozenset[int]  # names and houses in one place of several articles


def read_page(document: Document) -> Page:
    """Return the lines of a document, each with what it is by itself and beside the others."""
    blocks = read_blocks(document)
    paper = _had_furniture(document) or any(block.kind == JUMP for block in blocks)
    signed = any(block.kind in {CREDIT, CLOSING} or block.dated for block in blocks)
    signed = signed or any(opens_letter(blocks, at) for at in range(len(blocks)))
    columns = bool(document.meta.get("columns"))
    ends = {} if columns else ends_of(blocks)
    if not (paper or signed or ends):
        return Page(blocks, frozenset(), is_paper=False, signatures=frozenset())
    found = list(blocks)
    for at, kind in ends.items():
        found[at] = found[at]._replace(kind=kind)
    briefs = frozenset(_briefs(blocks))
    for at in briefs:
        found[at] = found[at]._replace(kind=HEADING)
        if at and at - 2 not in briefs and _is_section(found[at - 1]):
            found[at - 1] = found[at - 1]._replace(kind=TAG)
    asked = [at for at in range(len(blocks) - 1) if blocks[at].kind == TEXT and _asks(blocks, at)]
    for at in asked:
        found[at] = found[at]._replace(kind=HEADING)
    briefs |= frozenset() if columns else frozenset(asked)
    for at in range(len(blocks) - 1, -1, -1):
        if found[at].kind in {TEXT, ITEM, HEADING} and len(found[at].text) <= MAX_PAUSED_CHARS:
            small = 0 < at < len(found) - 1 and _is_small_head(*found[at - 1 : at + 2])
            found[at] = found[at]._replace(kind=HEADING if small else _kind_beside(found, at))
    returning = _returning(found)
    for at, kind in returning.items():
        found[at] = found[at]._replace(kind=kind)
    poems = _poems(found, paper=paper, bare=not columns)
    for at, kind in poems.items():
        found[at] = found[at]._replace(kind=kind)
    poets = (at for at, kind in poems.items() if kind in {CREDIT, CLOSING})
    return Page(tuple(found), briefs, paper, frozenset((*ends, *returning, *poets)))


def _asks(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a line is a headline of two sentences, over its byline or the text it heads."""
    block, below = blocks[at], blocks[at + 1]
    if len(block.text) > MAX_ASKED_CHARS:
        return False
    if not ASKED_RE.fullmatch(block.text) or block.dated or LABEL_RE.match(block.text):
        return False
    above = blocks[at - 1] if at else None
    # The name of a column or a picture's credit has no end mark: 城事, 受访者供图.
    open_end = above and _is_long(above) and above.line.ending not in {END, CLOSE}
    if open_end and above and above.text[-1] not in PICTURE:
        return False
    if below.kind == CREDIT:
        writes = "摄" not in below.text or "文" in below.text
        return writes and at + 2 < len(blocks) and _is_long(blocks[at + 2])
    said = below.dated or share_of(block.text, below.text[:START_CHARS]) >= MIN_ASKED_SHARE
    return said and _is_long(below)


def _is_long(block: Block) -> bool:
    return block.kind == TEXT and len(block.text) >= MIN_BELOW_CHARS


def _had_furniture(document: Document) -> bool:
    """Say whether stages took the names of a page's staff off, or its day or number."""
    for step in document.history:
        if step.stage == "staff-line":
            return True
        if step.stage == "running-head" and any(masthead(edit.old) for edit in step.edits):
            return True
    return False


def _is_section(block: Block) -> bool:
    """Say whether a line above briefs is short enough to be what they are called: 县区动态."""
    return block.kind == HEADING and len(block.text) <= MAX_SECTION_CHARS


def _poems(blocks: Sequence[Block], *, paper: bool, bare: bool) -> dict[int, str]:
    """Return what lines of poems and their titles are: under a byline, short, most without an end.

    On a page of a paper (`paper`) under their title alone, too, where they are shorter still.
    """
    found: dict[int, str] = {}
    at = 0
    while at < len(blocks):
        signed = blocks[at].kind == CREDIT and at > 0 and blocks[at - 1].kind == HEADING
        most = MAX_VERSE_EM if signed else MAX_BARE_VERSE_EM
        poet = not signed and _is_poet(blocks, at + 1, at + 2)
        first = at + 1 + poet
        end = min(first, len(blocks))
        foot = False
        if signed or (bare and _may_be_verse(blocks[at], most)):
            while end < len(blocks) and _may_be_verse(blocks[end], most) and not foot:
                foot = end - first >= MIN_VERSES and _is_poet(blocks, end, end - MIN_VERSES)
                end += not foot
        verses = range(first, end)
        if not foot and end < len(blocks) and blocks[end].kind in {TEXT, CREDIT}:
            # The last of them stands over text or a byline: the next headline.
            verses = range(first, end - 1)
        if not signed:
            listed = (i for i in reversed((at, *verses)) if LISTED_RE.search(blocks[i].text))
            last = next(listed, -1)  # no poem begins above it
            if sum(names_one(blocks[i].text) for i in range(at, verses.stop)) > 1:
                last = verses.stop - 1  # 主编, 陈小雨, 美编, 何小山
            verses = verses if last < 0 else range(last + 1, last + 1)
        named = signed or poet or foot
        if (paper or named) and len(verses) >= (MIN_VERSES if named else MIN_BARE_VERSES):
            found |= dict.fromkeys(verses, TEXT)
            found |= {} if signed else {at: HEADING}
            found |= {at + 1: CREDIT} if poet else {}
            found |= {end: CLOSING} if foot else {}
        at = max(verses.stop + foot, at + 1)
    return found


def _is_poet(blocks: Sequence[Block], at: int, first: int) -> bool:
    """Say whether a line is a name over or under verses, of which four stand from `first` on."""
    if at >= len(blocks) or len(blocks[at].text) > MAX_NAMES_CHARS:
        return False
    spoken = sum(bool(SPOKEN_RE.search(one.text)) for one in blocks[first : first + MIN_VERSES])
    return 2 * spoken >= MIN_VERSES and names_line(blocks[at].text)


def _returning(blocks: Sequence[Block]) -> dict[int, str]:
    """Return the lines with a name that stand in one place of several articles, and what they are.

    Under a text that has ended, over a headline: 郝红雪; under one, over a text: 沧江 左立进.
    """
    below, above, sure_above = list[int](), list[int](), 0
    for at in range(1, len(blocks)):
        block, before = blocks[at], blocks[at - 1]
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        if block.kind == CREDIT and blocks[at - 1].kind == HEADING:
            sure_above += names_one(block.text)
        if block.kind not in {TEXT, HEADING} or len(block.text) > MAX_NAMED_CHARS:
            continue
        apart = is_apart(block.text)
        if after and _is_titled(blocks, at - 1, apart=apart):
            named = names_one(block.text)
            over = (
                _is_long(after) or after.has_ended or _are_verses(blocks, at + 1, marked=not apart)
            )
            above += [at] if over and (apart or named) else []
            sure_above += over and named
        elif before.has_ended:
            closes = after is None or after.kind == HEADING
            below += [at] if closes and may_sign(block.text) else []
    sure = sum(any(map(_is_long, blocks[max(0, at - NEAR) : at])) for at in below)
    found = dict.fromkeys(below if sure >= MIN_RETURNS else (), CLOSING)
    if sure_above >= MIN_RETURNS:
        found |= dict.fromkeys(above, CREDIT) | dict.fromkeys((at - 1 for at in above), HEADING)
    return found


def _is_titled(blocks: Sequence[Block], at: int, *, apart: bool) -> bool:
    """Say whether a line may be a title: a heading, or two or three characters under an end.

    Over a name that is set apart (`apart`) no end is asked for: verses have none.
    """
    if blocks[at].kind != TEXT or not SHORT_RE.fullmatch(blocks[at].text):
        return blocks[at].kind == HEADING
    return apart or at == 0 or blocks[at - 1].has_ended or blocks[at - 1].kind in {JUMP, CLOSING}


def _are_verses(blocks: Sequence[Block], at: int, *, marked: bool) -> bool:
    """Say whether what stands from `at` on may be a poem: short, if `marked` with a mark in it."""
    lines = blocks[at : at + MIN_VERSES]
    if len(lines) < MIN_VERSES or (marked and not any(b.line.ending in PAUSES for b in lines)):
        return False  # a list
    named = any(is_apart(block.text) or names_one(block.text) for block in lines)
    return not named and all(_may_be_verse(block, MAX_VERSE_EM) for block in lines)


def _may_be_verse(block: Block, most: float) -> bool:
    """Say whether a line may be a verse: it is short."""
    return block.kind in {HEADING, TEXT} and block.line.width <= most


def _kind_beside(blocks: Sequence[Block], at: int) -> str:
    """Return what the neighbours of a short line say that it is, or what it is by itself."""
    block = blocks[at]
    above = blocks[at - 1] if at else None
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if above and above.kind == TEXT:
        if above.line.ending not in {END, CLOSE}:
            return block.kind
        if signs_alone(block.text):
            return CLOSING
    if below is None:
        return block.kind
    if below.kind == HEADING:
        return _kind_over_heading(block, in_items=above is not None and above.kind == ITEM)
    if block.kind == TEXT and below.kind == CREDIT and SHORT_RE.fullmatch(block.text):
        return HEADING if "摄" not in below.text else TEXT
    under = above is not None and above.kind == HEADING and block.kind != ITEM
    over = below.kind == TEXT and len(below.text) >= MIN_BELOW_CHARS
    return CREDIT if under and over and is_writers(block.text) else block.kind


def _is_small_head(above: Block, block: Block, below: Block) -> bool:
    """Say whether a line of two or three characters parts text from text: 短波, 射手榜, 征婚.

    Over a long paragraph it may be a subhead: 缘起.
    """
    if block.kind != TEXT or not {above.kind, below.kind} <= {TEXT, ITEM, CLOSING, JUMP}:
        return False
    if (above.kind == TEXT and not above.has_ended) or len(below.text) <= len(block.text):
        return False
    if _is_long(below):
        return False
    return SHORT_RE.fullmatch(block.text) is not None and not names_one(below.text)


def _kind_over_heading(block: Block, *, in_items: bool) -> str:
    """Return what a line is that stands over a heading: the name of a column, its first line."""
    if len(block.text) <= MAX_COLUMN_CHARS and COLUMN_RE.fullmatch(block.text):
        return block.kind if in_items else RUBRIC
    if block.kind != TEXT or block.dated or block.line.ending not in PAUSES:
        return block.kind
    paused = PAUSED_RE.fullmatch(block.text) and not LABEL_RE.match(block.text)
    return HEADING if paused else TEXT


def _briefs(blocks: Sequence[Block]) -> list[int]:
    """Return the headlines of briefs: marked, each over its text, several in a row."""
    found: list[int] = []
    if not any(block.text[0] in BRIEF_MARKS or block.kind == ITEM for block in blocks):
        return found
    at = 0
    while at < len(blocks):
        said: list[float] = []
        while (share := _brief_share(blocks, at + 2 * len(said))) is not None:
            said.append(share)
        if len(said) >= MIN_BRIEFS and sum(said) >= SAID_AGAIN * len(said):
            found += range(at, at + 2 * len(said), 2)
        at += max(2 * len(said), 1)
    return found


def _brief_share(blocks: Sequence[Block], at: int) -> float | None:
    """Return how much of a line behind a mark the one paragraph below it repeats.

    None where it is no headline of a brief.
    """
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if below is None or below.kind != TEXT or len(below.text) < MIN_BRIEF_CHARS:
        return None
    mark = BRIEF_RE.match(blocks[at].text)
    if not (mark or blocks[at].kind == ITEM) or below.line.ending not in {END, CLOSE}:
        return None
    rest = blocks[at].text[mark.end() if mark else 0 :]
    lines = read_lines(rest)
    shaped = len(lines) == 1 and is_heading(lines[0])
    return share_of(rest, below.text[:START_CHARS]) if shaped else None


def field_spans(blocks: Sequence[Block], one: Article) -> tuple[tuple[str, Span], ...]:
    """Return the spans of an article's fields; the line break with what a second side says."""
    found = []
    for field, at in one.fields:
        span, above = _field_span(blocks[at], field), blocks[at - 1]
        if ("title", at - 1) in one.fields and tell_sides(above.text, blocks[at].text):
            span = Span(above.line.end, span.end)
        found.append((field, span))
    return tuple(found)


def _field_span(block: Block, field: str) -> Span:
    """Return the span of a heading, without the dashes before a subtitle.

    And without the marks that Markdown has for headlines and for bold type, and a brief's bullet,
    nor what a label says that it is: 书名：.
    """
    start, end = block.line.start, block.line.end
    marked = MARKED_RE.fullmatch(block.text)
    if marked and (marked["hash"] or marked["bold"]):
        start, end = start + marked.start("text"), start + marked.end("text")
    elif field == "title" and (label := LABELLED_RE.match(block.text)):
        start += label.end()
    elif field == "subtitle":
        start = end - len(block.text.lstrip("—-― "))
    elif block.line.opening in {BULLET, NUMBER} or block.text[0] == "◎":
        mark = BRIEF_RE.match(block.text)
        start += mark.end() if mark else 0
    return Span(start, end)
