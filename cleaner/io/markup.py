"""The text that stands in markup, line by line, without a tree.

For pages that the extraction gives up on, that are nested too deep for a parser, or that are too
broken for one: one pass from tag to tag, so time is linear whatever stands there, and no depth is
too deep. It knows nothing of articles; the stages for web pages take it from here.
"""

from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from cleaner import late as re
from cleaner.chars.scripts import HAN, KANA


def names(text: str) -> frozenset[str]:
    """Return the names of tags that a text lists."""
    return frozenset(text.split())


# Tags that begin or end a line. Of a table a row is a line, its cells are set apart by spaces.
BLOCKS = names("""
    address article aside blockquote body br caption center dd div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol optgroup option p pre
    section select summary table tbody textarea tfoot thead title tr ul
""")
CELLS = names("td th")
# What they hold is no text of the page.
SILENT = names("iframe math noscript object script style svg template title")

# A tag with its attributes, open at the end where the next one begins: <p class=x>, </p>, <br/>,
# <a href="x <p>; leaves < 5, <5>, <中>. `<` ends it, so no text is swallowed twice.
TAG_RE = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]*)[^<>]*>?")
# Comments, declarations, processing instructions.
OTHER_RE = re.compile(r"<[!?][^<>]*>?")

SPACE_RE = re.compile(r"[ \t\r\n\f]+")
# A line break in the source, between characters of a script that has no spaces: no space there.
EAST_ASIAN = f"{HAN}{KANA}，。、；：？！（）《》〈〉「」『』“”‘’…—"
BREAK_RE = re.compile(rf"(?<=[{EAST_ASIAN}])[ \t]*[\r\n][ \t\r\n]*(?=[{EAST_ASIAN}])")


class MarkupLine(NamedTuple):
    """A line of the page; `is_link`: whether all of it stands in links."""

    text: str
    is_link: bool


def page_lines(markup: str) -> Iterator[MarkupLine]:
    """Yield the lines of a page in their order, without the empty ones."""
    parts: list[str] = []
    links = depth = 0
    for text, tag, closes in _pieces(markup):
        if text:
            parts.append(text)
            links += len(text.strip()) if depth else 0
        if tag == "a":
            depth = 0 if closes else 1  # links do not nest
        elif tag in CELLS:
            parts.append(" ")
        elif tag in BLOCKS:
            yield from _line(parts, links)
            parts, links = [], 0
    yield from _line(parts, links)


def unwrapped(text: str) -> str:
    """Return a text node without the line breaks of the source inside East Asian text."""
    return BREAK_RE.sub("", text)


def _line(parts: list[str], links: int) -> Iterator[MarkupLine]:
    raw = unwrapped(unescape("".join(parts)))
    text = SPACE_RE.sub(" ", raw).strip()
    if text:
        written = sum(len(part.strip()) for part in parts)
        yield MarkupLine(text, is_link=links >= written)


def _pieces(markup: str) -> Iterator[tuple[str, str, bool]]:
    """Yield text, the tag that follows it, and whether that closes."""
    at = start = 0  # of what is looked at, of the text that is not yet given
    unclosed: set[str] = set()  # what has no end further on: looked for once
    while (found := markup.find("<", at)) >= 0:
        match = TAG_RE.match(markup, found)
        if match:
            name, closes = match[1].lower(), markup.startswith("</", found)
            yield markup[start:found], name, closes
            at = start = match.end()
            if name in SILENT and not closes:
                at = start = _after(markup, at, f"</{name}", unclosed)
        elif markup.startswith("<!--", found):
            yield markup[start:found], "", False
            at = start = _after(markup, found + 4, "-->", unclosed)
        elif match := OTHER_RE.match(markup, found):
            yield markup[start:found], "", False
            at = start = match.end()
        else:
            at = found + 1
    yield markup[start:], "", False


def _after(markup: str, at: int, end: str, unclosed: set[str]) -> int:
    """Return the place where what is silent ends; what never ends is text after its first tag."""
    if end in unclosed:
        return at
    found = re.compile(re.escape(end), re.IGNORECASE).search(markup, at)
    if not found:
        unclosed.add(end)
        return at
    return found.end() if end == "-->" else found.start()
