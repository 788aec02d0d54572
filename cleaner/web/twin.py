"""A page's text as its twin of the same length, for the rules that judge it.

It has one script, one width, and of a link what a reader sees of it.

Tables and forms know simplified characters and full-width marks. Pages have both scripts, and what
an extractor or a program left of them often has half-width marks throughout:

    來源:江城晚報(記者 李立) 怎麼辦?      is judged as 来源：江城晚报（记者 李立） 怎么办？

    * [要闻](http://news.example.com/a-       is judged as      要闻
    12.html "要闻")

No conversion: what is taken from the text is taken from the text itself.
"""

from dataclasses import replace
from functools import lru_cache

from cleaner import late as re
from cleaner.chars.asread import as_read
from cleaner.chars.halfwidth import FULL_WIDTH
from cleaner.document import Document

MARKS = str.maketrans(FULL_WIDTH)
# Beside a Han character or kana, on either side, or behind a full-width mark; not 10:30, max(x).
# The mark comes first: that makes a search of it fast.
BESIDE_RE = re.compile(
    "[,:;?!()](?:(?<=[\u3040-\u30ff\u3400-\u9fff”’」』》】）][,:;?!()])"
    "|(?=[\u3040-\u30ff\u3400-\u9fff“‘「『《【]))"
)
ADDRESS = " " * 4  # ](/) at least, as the twin has it
# A link as html2text writes it, which breaks long ones at the width of its page; no picture, and
# no icon, of which nothing is to be read. No blank line stands inside.
BREAK = r"\n(?![ \t]{0,8}\n)"
LINK_RE = re.compile(
    rf"(?<!!)\[(?=[^\[\]]{{0,300}}[^\[\]\s_])((?:[^\[\]\n]|{BREAK}){{1,300}})"
    rf"\]\((?:[^()\n]|\([^()\n]{{0,80}}\)|{BREAK}){{0,2000}}\)"
)


def as_page(document: Document) -> Document:
    """Return the document as it is read, its half-width marks beside Han full-width."""
    twin = as_read(document)
    found = _full_width(_unlinked(twin.text))
    return twin if found is twin.text else replace(twin, text=found)


def _unlinked(text: str) -> str:
    """Return a text with spaces for the marks and the address of each link, and for its breaks."""
    return LINK_RE.sub(_shown, text) if "](" in text else text


def _shown(link: re.Match[str]) -> str:
    name = link[1].replace("\n", " ")
    return f" {name}".ljust(len(link[0]))


@lru_cache(maxsize=2)
def _full_width(text: str) -> str:
    """Return a text with full-width marks, itself where it has no others; two are kept."""
    if not any(mark in text for mark in FULL_WIDTH) or not BESIDE_RE.search(text):
        return text
    return BESIDE_RE.sub(lambda m: m[0].translate(MARKS), text)
