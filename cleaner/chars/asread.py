"""A text as the stages know it, character by character: simplified, and with Chinese full stops.

What judges lines knows the end of a sentence by 。. Some type a dot for it, papers on mathematics
are set with ．, old programs write ｡; then no sentence ends, and a page of prose looks like one of
links. Each such stop becomes 。 in what a stage is shown (`Stage.shown`); of what it was shown
nothing is written.
"""

from dataclasses import replace
from functools import lru_cache

from cleaner import late as re
from cleaner.chars.scripts import HAN, script_of
from cleaner.chars.simplified import TRADITIONAL_IN, simplified
from cleaner.document import Document

# A dot behind a Han character or a closing mark, not in a number, a name of Latin letters, among
# other dots, or behind the number of an item: 一．概述.
STOP_RE = re.compile(
    rf"[.．｡](?<=[{HAN}”’）》」』】].)(?<![\n一二三四五六七八九十].)(?![0-9A-Za-z０-９Ａ-Ｚａ-ｚ.．])"
)
# So many of them, and so many times as many as 。, are what the text has for it. Chosen.
MIN_STOPS, MORE_STOPS = 3, 3


def as_read(document: Document) -> Document:
    """Return the document in simplified characters, and with Chinese full stops."""
    text = document.text
    found = _as_read(text, script_of(document))
    return document if found is text else replace(document, text=found)


@lru_cache(maxsize=2)
def _as_read(text: str, script: str) -> str:
    """Return a text of that script as it is read: itself where nothing is another; two are kept."""
    found = _with_stops(text)
    found = simplified(found) if script in TRADITIONAL_IN else found
    return text if found == text else found


@lru_cache(maxsize=2)
def _with_stops(text: str) -> str:
    r"""Return a text of the same length with Chinese full stops; the last two are kept.

    >>> _with_stops("门开了.他走进去.里面没有人.")
    '门开了。他走进去。里面没有人。'
    >>> _with_stops("约翰.史密斯来过。他说好。")
    '约翰.史密斯来过。他说好。'
    >>> _with_stops("约翰.史密斯\n玛丽.琼斯\n汤姆.索亚")
    '约翰.史密斯\n玛丽.琼斯\n汤姆.索亚'
    """
    if "." not in text and "．" not in text and "｡" not in text:
        return text
    found, count = STOP_RE.subn("。", text)
    if count < max(MIN_STOPS, MORE_STOPS * text.count("。")):
        return text
    # Dots of names (约翰.史密斯) end no line.
    ends = found.count("。\n") - text.count("。\n") + (found[-1] != text[-1])
    return found if ends else text
