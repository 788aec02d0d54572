"""A web page to its article: text and what the page says of itself.

trafilatura finds the article; the extra `html` brings it. Read as it comes, it brings the
navigation of short Chinese pages back (under 250 characters it takes the whole page: a Chinese
notice is often shorter), takes a link list for an article, knows no author whose name has no
space, and needs seconds for a page of ten thousand nested tables. What is done about that stands
beside each constant below.

What it gives up on is read line by line (cleaner/io/markup.py), and the stages for text that once
was a web page look for the article. A page that has nothing but links is no document; it is
dropped with that reason.

The markup is not kept: what can be undone is what the stages did to the text that came out here.
"""

import copy
import logging
from collections.abc import Mapping
from typing import Any, NamedTuple

from cleaner import late as re
from cleaner.chars.raised import with_placed
from cleaner.errors import FAILURES, InputError, RecipeError
from cleaner.io.candidates import known
from cleaner.io.markup import CELLS, MarkupLine, names, page_lines, unwrapped
from cleaner.io.shapes import reshape
from cleaner.layout import END, ending_of
from cleaner.web.labels import (
    COMMENT,
    FOOTER,
    LINKS,
    LOGIN,
    META,
    NAV,
    NEXT,
    SHARE,
    is_day,
    site_label,
)

# The charset that a page declares, near its beginning: <meta charset=gbk>, <meta http-equiv=…
# content="text/html; charset=gb2312">, <?xml encoding="big5"?>. It is a hint: half of the wrong
# ones come from a template of another site.
DECLARED_BYTES = 4096
DECLARED_RE = re.compile(
    rb"(?:charset|encoding)\s{0,4}=\s{0,4}[\"']?\s{0,4}([A-Za-z0-9_:.-]{2,24})"
)

# Below so many characters trafilatura takes the whole page instead. Its default of 250 is two
# sentences of English and a whole notice in Chinese; the shortest notices have 40.
MIN_EXTRACTED_SIZE = 10

# Its time grows with the square of nested tables and of blocks: 8 s for 1,000 tables in each
# other, 5 s for 8,000 blocks. Larger pages are read line by line. libxml2 itself stops at 256.
MAX_ELEMENTS = 10_000

# A block is navigation when all of it is links, and these are so many: three links can be the
# sources at an article's end.
MIN_NAV_LINKS = 4
NAV_BLOCKS = names("div dl nav ol p section table td th tr ul")
WORD_RE = re.compile(r"\w")
# What libxml2 reads and then refuses to be given: control characters, which stand in pages by
# themselves and as &#26;, and what is no character. The colours of a terminal go whole.
FORBIDDEN_RE = re.compile(
    r"\x1b\[[0-9;]{0,20}[A-Za-z]|[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]+"
)
# No article: so much of what was found is links and labels of the site, on a page of links.
MAX_FRAME_SHARE = 0.9

# Inside an article the leaves of these are paragraphs: WeChat writes no other.
LEAVES = names("section")
INLINE = names("a abbr b br code em font i img mark small span strong sub sup u")
PRE = names("code pre script style textarea")

# A table lays the page out where a cell holds two of these; a table of data has one at most.
PARAGRAPHS = names("h1 h2 h3 h4 h5 h6 p table")
TABLE_PARTS = names("tbody td tfoot th thead tr")
MIN_LAYOUT_BLOCKS = 2

# Between a title and the site's name: 通知-青溪镇人民政府, 看雲 | 海邊筆記, 标题_频道_站.
TITLE_PARTS_RE = re.compile(r"[ \u3000]*[-_|｜—–·»>][-—–]*[ \u3000]*")
# Dates as pages print them, in a line that says little else.
DATE_RE = re.compile(r"((?:19|20)\d\d)[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})(?:日|(?!\d))")
# What a site writes under an article, and no article ends in.
UNDER_TEXT = frozenset({COMMENT, FOOTER, LINKS, LOGIN, NAV, NEXT, SHARE})
# How many lines of an article may stand before its text: title, date, source.
HEAD_LINES = 5
NAME_CHARS = 40  # an author's name or several; longer is a sentence

MISSING = "HTML needs trafilatura, the extra `html`: pip install 'cleaner[html]'"


class WebText(NamedTuple):
    """What a page says: its article, and title, date, author, site where it tells them."""

    text: str
    meta: Mapping[str, str]


def require() -> None:
    """Raise InputError that names the extra, where it is not installed."""
    try:
        import trafilatura  # noqa: F401, PLC0415 - the extra, and it takes a second
    except ImportError as error:
        raise InputError(f"{MISSING} ({error})") from error


def declared_charset(data: bytes) -> str:
    """Return the charset that a page says it is in; "" where it says none, or one not known."""
    found = DECLARED_RE.search(data[:DECLARED_BYTES])
    try:
        return known(found[1].decode("ascii")) if found else ""
    except RecipeError:
        return ""


def read_page(markup: str) -> WebText:
    """Return the article of a page; raises InputError, with the figure, where there is none."""
    markup = with_placed(markup)
    lines = list(page_lines(markup))
    links = {line.text for line in lines if line.is_link}
    text, meta = _extracted(markup)  # first: a page's text may stand in its data alone
    text = text or "\n".join(line.text for line in lines)
    if not text:
        raise InputError(f"no text in {len(markup)} characters of HTML")
    _refuse_frame(text, links)
    meta = _completed(meta, lines)
    return WebText(*_without_frame(text, meta, links))


def _refuse_frame(text: str, links: set[str]) -> None:
    """Raise InputError where all that was found is links and what sites write beside them."""
    lines = [line.strip("- ") for line in text.split("\n")]
    frame = [line for line in lines if line in links or site_label(line)]
    chars = sum(map(len, lines))
    if len(links) >= MIN_NAV_LINKS and sum(map(len, frame)) >= MAX_FRAME_SHARE * chars:
        raise InputError(
            f"no article: {len(frame)} of {len(lines)} lines found are links or labels of the "
            f"site, on a page of {len(links)} links"
        )


def _extracted(markup: str) -> tuple[str, dict[str, str]]:
    """Return what trafilatura finds; nothing where it finds nothing or must not try."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - the extra
    from trafilatura.settings import use_config  # noqa: PLC0415

    # Without a handler of its own Python prints its complaints to stderr; ours are in the output.
    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    tree = _tree(markup)
    if tree is None:
        return "", {}
    config = copy.deepcopy(use_config())
    config.set("DEFAULT", "MIN_EXTRACTED_SIZE", str(MIN_EXTRACTED_SIZE))
    try:
        found: Any = bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,  # readers' comments are no article
            config=config,
            # A day that the page declares: its search takes any date in the text for it. Without
            # a last day it would ask the clock, and next year's run would differ.
            date_extraction_params={
                "original_date": True,
                "extensive_search": False,
                "max_date": "2100-01-01",
            },
        )
    except FAILURES:
        return "", {}
    if found is None:
        return "", {}
    fields = {
        "title": found.title,
        "date": found.date,
        "author": found.author or _author(tree),
        "site": found.sitename,
    }
    return (found.text or "").strip(), {key: value for key, value in fields.items() if value}


def _tree(markup: str) -> Any:
    """Return the page's tree, ready for extraction; None where a parser or time has no limit."""
    from lxml import etree  # noqa: PLC0415 - comes with the extra
    from lxml.html import HTMLParser, document_fromstring  # noqa: PLC0415

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        # As bytes: a text with a declaration of another charset is refused.
        tree = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    if any("depth" in entry.message for entry in parser.error_log):
        return None  # cut off there: the rest of the page is not in the tree
    elements = list(tree.iter())
    if len(elements) > MAX_ELEMENTS:
        return None
    reshape(elements)
    _prepare(list(tree.iter()))
    return tree


def _prepare(elements: list[Any]) -> None:
    """Unwrap the source's lines, take bars of links out, make paragraphs of sections and layouts.

    `elements` are in the document's order: from the last to the first, what is inside comes before
    what it is in.
    """
    words: dict[Any, tuple[int, int, int]] = {}  # in all, in links, links
    blocks: dict[Any, int] = {}  # paragraphs, headings and tables inside
    for one in reversed(elements):
        if not isinstance(one.tag, str):
            continue
        is_plain = one.tag not in PRE
        one.text = _node(one.text, is_plain=is_plain)
        for child in one:
            child.tail = _node(child.tail, is_plain=is_plain)
        own = _words(one.text) + sum(_words(child.tail) for child in one)
        total, linked, links = (
            sum(words.get(child, (0, 0, 0))[place] for child in one) for place in range(3)
        )
        total += own
        words[one] = (total, total, 1) if one.tag == "a" else (total, linked, links)
        blocks[one] = sum(blocks.get(child, 0) + (child.tag in PARAGRAPHS) for child in one)
        if (
            one.tag in LEAVES
            and total
            and all(child.tag in INLINE for child in one.iterdescendants())
        ):
            one.tag = "p"
    _open_layouts(elements, blocks)
    for one in elements:
        total, linked, links = words.get(one, (0, 0, 0))
        if one.tag in NAV_BLOCKS and links >= MIN_NAV_LINKS and total == linked:
            one.drop_tree()


def _node(text: str | None, *, is_plain: bool) -> str | None:
    """Return a text of the tree without the source's line breaks, and what no tree may hold."""
    if text and FORBIDDEN_RE.search(text):
        text = FORBIDDEN_RE.sub("", text.replace("\f", "\n"))
    return unwrapped(text) if text and is_plain else text


def _open_layouts(elements: list[Any], blocks: dict[Any, int]) -> None:
    """Make plain blocks of tables that lay a page out: a cell of theirs holds paragraphs."""
    opened = set()
    for one in elements:
        if one.tag in CELLS and blocks.get(one, 0) >= MIN_LAYOUT_BLOCKS:
            opened.add(next(one.iterancestors("table"), one))
    for one in elements:
        if one in opened or (one.tag in TABLE_PARTS and one.getparent() in opened):
            one.tag = "div"
            opened.add(one)


def _words(text: str | None) -> int:
    return len(WORD_RE.findall(text)) if text else 0


def _author(tree: Any) -> str:
    """Return the author that a page declares: trafilatura drops a name without a space."""
    for name in tree.xpath("//meta[@name='author' or @property='article:author']/@content"):
        author = " ".join(str(name).split())
        if author and len(author) <= NAME_CHARS and "://" not in author:
            return author
    return ""


def _completed(meta: dict[str, str], lines: list[MarkupLine]) -> dict[str, str]:
    """Return the metadata with what the page's own lines say of them.

    The title of the window has the site's name at its end; where the page shows its beginning as
    a line by itself, that is the title. A day is taken from the first line that is one, or says
    little else.
    """
    title = meta.get("title", "")
    shown = {line.text for line in lines}
    if title not in shown:
        for match in TITLE_PARTS_RE.finditer(title):
            if title[: match.start()] in shown:
                meta = {"site": title[match.end() :], **meta, "title": title[: match.start()]}
                break
    if "date" not in meta:
        for line in lines:
            if _is_dated(line.text) and (found := DATE_RE.search(line.text)):
                year, month, day = found.groups()
                return {**meta, "date": f"{year}-{int(month):02}-{int(day):02}"}
    return meta


def _without_frame(text: str, meta: dict[str, str], links: set[str]) -> tuple[str, dict[str, Any]]:
    """Return the text without the lines round it that are no text.

    Its title and its line of date and source go to metadata; links and labels of the site under
    it go.
    """
    lines = text.split("\n")
    while lines and _is_under_text(lines[-1].strip(), links):
        lines.pop()
    kept, lifted = [], []
    for place, line in enumerate(lines[:HEAD_LINES]):
        if _is_dated(line):
            lifted.append(line.strip())
        elif line.strip() and line.strip() != meta.get("title"):
            # The first line of the text, or what stands above it: a second title, a name.
            kept.append(line)
            if len(line) > NAME_CHARS or ending_of(line) == END:
                kept += lines[place + 1 : HEAD_LINES]
                break
    text = "\n".join((*kept, *lines[HEAD_LINES:])).strip("\n")
    return text, {**meta, "source_line": lifted} if lifted else meta


def _is_under_text(line: str, links: set[str]) -> bool:
    is_link = line in links and ending_of(line) != END
    return not line or is_link or site_label(line) in UNDER_TEXT


def _is_dated(line: str) -> bool:
    return is_day(line) or (site_label(line) == META and DATE_RE.search(line) is not None)
