"""The title of a document that is no newspaper: a law, a notice, a judgment, minutes, a lecture.

Its first line is a heading, but so is the first line of a list, a poem, a page torn out of a
report. That it is the title shows what stands between it and the text, as under titles and nothing
else: the day in brackets, the number of the document, who wrote or issued it, to whom it speaks,
when and where. Or it ends in what it is, 条例, 通知, 判决书, and the text begins right below.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.document import Document
from cleaner.layout import CLOSE, COLON, COMMA, DIGIT, END, HAN, LATIN, NUMBER
from cleaner.paper import press
from cleaner.paper.facts import FACT_RES, LABELLED_RE, SERIAL_RE, is_fact
from cleaner.paper.headings import CREDIT, HEADING, ITEM, TEXT, Block
from cleaner.paper.headshape import MAX_HEADING_EM
from cleaner.paper.labels import DATE_RE, LABEL_RE
from cleaner.paper.names import is_byline, writer
from cleaner.paper.official import MOST_ROWS, OFFICE_ENDS, names_kind, rows_of_title

# The lines between a title and its text: in brackets; a day; a number; who issued it; to whom.
BRACKETED_RE = re.compile(r"[（(〔\[【][^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)?[）)〕\]】]")
FIELD_RE = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff \u3000]{0,6}[：:].{1,50}")
# When or what a writer was, and the name: 唐代：柳宗元.
NAMED_RE = re.compile("[\u4e00-\u9fff]{1,4}[：:][\u4e00-\u9fff·]{2,6}")
ISSUER_RE = re.compile(
    rf"[\u4e00-\u9fff]{{2,18}}(?:{OFFICE_ENDS}|[办会社])(?:[ \u3000][\u4e00-\u9fff]{{2,14}})?"
)
LETTERHEAD_RE = re.compile(r"[\u4e00-\u9fff ]{3,20}文件")
# What stands over a title, on a cover: what kind of work it is, the number of a standard, which
# has a slash or its year (GB/T 6007, GB 5389—2011), its class (ICS 35.040), a company's number at
# the exchange. Leaves MH370.
COVER_RE = re.compile(
    r"[\u4e00-\u9fff]{2,20}(?:国家标准|行业标准|地方标准|团体标准|(?:学位|毕业)论文)(?: .{1,20})?"
    r"|[A-Z]{1,4}/[A-Z] ?[0-9]{2,6}(?:\.[0-9]{1,3})*(?:[—–-](?:19|20)[0-9]{2})?"
    r"|[A-Z]{1,4} ?[0-9]{2,6}(?:\.[0-9]{1,3})*[—–-](?:19|20)[0-9]{2}"
    r"|ICS ?[0-9]{2}(?:\.[0-9]{2,3})*"
    r"|(?:[AB]股)?(?:证券|股票)代码[：:] ?[0-9]{6}(?:[ \u3000/、].{0,80})?"
)
# Its class in China's own order, below that: L 80.
FILED_RE = re.compile("[A-Z] ?[0-9]{2}")
# What a court's number looks like, below what the document is: （2015）江01民终10号.
CASE_RE = re.compile(
    r"[（(〔\[](?:19|20)[0-9]{2}[）)〕\]][\u4e00-\u9fff0-9]{2,12}?(?:字第)?[0-9]{1,6} ?号"
)
# What opens a work and stands below its title: the abstract, the preface. Leaves 目录: a page has
# its head there.
FRONT_RE = re.compile(
    r"(?:[摘提][ \u3000]*要|内容(?:提要|摘要)|前[ \u3000]*言|序[ \u3000]*言|Abstract)"
)
CONTENTS_RE = re.compile(
    r"目[ \u3000]*[录次]|第[一二三四五六七八九十]{1,3}[章节编][ \u3000]?[^。，]{1,20}"
)
PROSE_RE = re.compile("[，。；]")
SALUTATION_RE = re.compile(r"[^。！？]{2,40}[：:]")

MATTER_RES = (BRACKETED_RE, ISSUER_RE, *FACT_RES)

# Lines between a title and its text, at most; chosen: minutes have eight.
MAX_MATTER = 10
# A paragraph, not a verse; how far below it may stand, behind chapters' names. Chosen.
MIN_FIRST_CHARS, MIN_PARAGRAPH_CHARS, NEAR = 8, 30, 12
# The name of a section, at most such a share of the title. Chosen.
SECTION_SHARE = 2 / 3
# Heads of pages that say the title, at least; lines above it that they left; what may be a part of
# a head. Chosen.
MIN_SAID, MAX_ABOVE, MIN_NAME = 2, 4, 4
# Lines in which no other heading of the first rank stands; characters of a headline; paragraphs
# below it. Chosen.
MARKED_REACH, MARKED_CHARS, MARKED_PROSE = 400, 8, 3
FENCE = "```"
# What these found shows that a text came from a page: its furniture, columns, lines, letters set
# apart, what a reader of scans wrote. A stray character or a space at a line's end shows nothing.
# fmt: off
OF_PAGES = frozenset((
    "column-cell", "doubled-line", "interleaved-columns", "letter-spacing", "line-number",
    "markdown-mark", "misplaced-block", "misplaced-byline", "page-number", "page-rule",
    "reader-mark", "rule-mark", "running-head", "scanned-row", "set-off-line", "staff-line",
    "symbol-sign", "two-column-line", "upright-headline", "web-edge", "wrapped-credit",
    "wrapped-headline", "wrapped-line",
))
# fmt: on


def came_from_page(document: Document) -> bool:
    """Say whether a stage found something of a page in a text, or of what reads pages.

    Not whether any edit was made: a title does not hang on a stray space.
    """
    return any(step.stage in OF_PAGES for step in document.history)


def said_by_heads(document: Document, blocks: Sequence[Block]) -> range:
    """Return the line at the start of a document that the heads of its pages say again, or two.

    Of a paper they say its name; so no line that looks like a page's head is one.
    """
    said = [
        "".join(line.split())
        for step in document.history
        if step.stage == "running-head"
        for edit in step.edits
        for line in edit.old.split("\n")
    ]
    if len(said) < MIN_SAID:
        return range(0)
    for at, block in enumerate(blocks[:-1][:MAX_ABOVE]):
        name = "".join(block.text.split())
        size = len(name)
        if said.count(name + "".join(blocks[at + 1].text.split())) >= MIN_SAID:
            return range(at, at + 2)
        ends = [one for one in said if one == name or (size > MIN_NAME and one.endswith(name))]
        may_be = block.kind in (HEADING, TEXT) and block.line.opening != NUMBER
        if may_be and len(ends) >= MIN_SAID:
            no_title = press.masthead(block.text) or COVER_RE.fullmatch(block.text)
            return range(0) if no_title else range(at, at + 1)
        if block.line.width > MAX_HEADING_EM:
            break
    return range(0)


def title_of(blocks: Sequence[Block], *, mended: bool = True) -> range:
    """Return the lines of the title at the start of a document; none where none is sure.

    Of a text in which nothing was broken (`mended`) the first line is a line, unless more than a
    salutation shows what it is.
    """
    if marked := _marked_title(blocks):
        return marked
    first = letterhead(blocks)
    size = _size(blocks, first)
    if not size:
        return range(0)
    at = first + size
    while at < len(blocks) and at - first < MAX_MATTER and _is_matter(blocks, at):
        at += 1
    matter = blocks[first + size : at]
    front = at < len(blocks) and FRONT_RE.fullmatch(blocks[at].text) is not None
    at += front
    sure = bool(matter) or front or names_kind(blocks[first + size - 1].text)
    mended = mended or front or in_rows(blocks, first) > 0
    sure = sure and (mended or any(one.text[-1] not in "：:" for one in matter))
    while at < len(blocks) and CONTENTS_RE.fullmatch(blocks[at].text):
        at += 1
    if names_kind(blocks[first + size - 1].text) and _is_section(blocks, at, first):
        at += 1
    many = _are_many(blocks, at) and not is_judgment(blocks)  # its judges sign
    if not (sure and _has_text(blocks, at)) or many or _are_alike(matter, blocks):
        return range(0)
    return range(first, first + size)


def _marked_title(blocks: Sequence[Block]) -> range:
    """Return the first line where it is the one heading of Markdown's first rank, over prose.

    Extractors of web articles write the headline so. A program's notes open with its name.
    """
    first = [at for at, block in enumerate(blocks[:MARKED_REACH]) if block.text.startswith("# ")]
    if first != [0] or FENCE in (block.text[:3] for block in blocks):
        return range(0)
    head = blocks[0]
    han = sum("\u4e00" <= char <= "\u9fff" for char in head.text)
    prose = sum(
        len(block.text) >= MIN_PARAGRAPH_CHARS and block.line.ending == END
        for block in blocks[1 : 1 + MARKED_REACH]
    )
    short = (
        han >= MARKED_CHARS and head.line.width <= MAX_HEADING_EM and head.text[-1] not in "。："
    )
    return range(int(short and prose >= MARKED_PROSE))


def is_no_title(text: str) -> bool:
    """Say whether a line names no document: a fact of one, what stands on its cover."""
    return is_fact(text) or COVER_RE.fullmatch(text) is not None


def is_official(blocks: Sequence[Block]) -> bool:
    """Say whether a titled document is an office's or a court's, so that it is no paper's page."""
    return letterhead(blocks) > 0 or is_judgment(blocks)


def is_judgment(blocks: Sequence[Block]) -> bool:
    """Say whether a court's number stands right below what the document is."""
    near = pairwise(blocks[:MAX_ABOVE])
    return any(names_kind(above.text) and CASE_RE.fullmatch(one.text) for above, one in near)


def letterhead(blocks: Sequence[Block]) -> int:
    """Return where the title may begin below a letterhead, 江城市人民政府文件, and the number.

    Or below what a cover says over it: 江城大学硕士学位论文, GB/T 6007—2015.
    """
    if not blocks or not any(one.fullmatch(blocks[0].text) for one in (LETTERHEAD_RE, COVER_RE)):
        return 0
    at = 1
    while at < min(len(blocks), NEAR) and (
        len(blocks[at].text) < MIN_NAME
        or any(one.fullmatch(blocks[at].text) for one in (SERIAL_RE, COVER_RE, FILED_RE, FRONT_RE))
    ):
        at += 1
    return at


def _size(blocks: Sequence[Block], first: int) -> int:
    """Return how many lines the heading has: two if the second says what it is."""
    if first >= len(blocks):
        return 0
    label = LABELLED_RE.match(blocks[first].text)
    if label and blocks[first].line.ending not in {COLON, COMMA, END}:
        # each of several records has one
        once = sum(block.text.startswith(label[0].strip()) for block in blocks) == 1
        return int(once)
    text = blocks[first].text
    if blocks[first].kind != HEADING or DATE_RE.match(text) or is_no_title(text):
        return 0
    if blocks[first].line.width > MAX_HEADING_EM:
        return 0
    if first + 1 == len(blocks) or names_kind(blocks[first].text):
        return 1
    second = blocks[first + 1]
    below = not second.line.blanks or ISSUER_RE.fullmatch(blocks[first].text) is not None
    short = second.kind in (HEADING, TEXT) and second.line.width <= MAX_HEADING_EM
    return in_rows(blocks, first) or 1 + (short and below and names_kind(second.text))


def in_rows(blocks: Sequence[Block], first: int) -> int:
    """Return how many lines the title of an office's document has, if several."""
    rows = rows_of_title([block.text for block in blocks[first : first + MOST_ROWS]])
    near = blocks[first : first + rows]
    return rows * all(one.line.width <= MAX_HEADING_EM for one in near)


def _is_matter(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a line stands between a title and its text, and is of neither."""
    block = blocks[at]
    text = block.text
    if block.kind == CREDIT or is_byline(blocks[at - 1].text, text) or writer(text):
        return True
    if block.line.width > MAX_HEADING_EM + MAX_HEADING_EM:
        return False
    if text[-1] in "：:":
        return SALUTATION_RE.fullmatch(text) is not None and block.line.opening != NUMBER
    if any(one.fullmatch(text) for one in MATTER_RES):
        return True
    if "___" in text:  # 出租方（甲方）：________
        return True
    asked = LABEL_RE.match(text) or FIELD_RE.fullmatch(text)
    return asked is not None and block.line.ending in {CLOSE, DIGIT, HAN, LATIN}


def _has_text(blocks: Sequence[Block], at: int) -> bool:
    """Say whether text begins here: a paragraph, or the name of a section with one behind it."""
    if at >= len(blocks):
        return False
    first = blocks[at]
    if first.kind not in (TEXT, ITEM):
        return False
    if first.line.opening != NUMBER and len(first.text) < MIN_FIRST_CHARS:
        return False
    return any(
        block.kind in (TEXT, ITEM)
        and len(block.text) >= MIN_PARAGRAPH_CHARS
        and PROSE_RE.search(block.text) is not None
        for block in blocks[at : at + NEAR]
    )


def _is_section(blocks: Sequence[Block], at: int, title: int) -> bool:
    """Say whether a section's name stands here over its first item: 安全须知, 1. 使用前请….

    In a list of titles the second is as wide as the first.
    """
    return (
        at + 1 < len(blocks)
        and blocks[at].kind == HEADING
        and blocks[at].line.width <= SECTION_SHARE * blocks[title].line.width
        and blocks[at + 1].line.opening == NUMBER
    )


def _are_many(blocks: Sequence[Block], first: int) -> bool:
    """Say whether other headings below have their writers, too: a collection."""
    return any(
        blocks[at].kind == HEADING
        and (blocks[at + 1].kind == CREDIT or writer(blocks[at + 1].text) != "")
        for at in range(first, len(blocks) - 1)
    )


def _are_alike(matter: Sequence[Block], blocks: Sequence[Block]) -> bool:
    """Say whether a name stands under other headings as it does under the first: a collection."""
    if len(matter) != 1 or not NAMED_RE.fullmatch(matter[0].text):
        return False
    return any(
        one.kind == HEADING and NAMED_RE.fullmatch(below.text) is not None
        for one, below in pairwise(blocks[2:])
    )
