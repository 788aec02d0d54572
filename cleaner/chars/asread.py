"""A text as the stages know it, character by character: simplified, and with the marks of Chinese.

What judges lines knows the end of a sentence by 。. Some type a dot for it, papers on mathematics
are set with ．, old programs write ｡; then no sentence ends, and a page of prose looks like one of
links. Each such stop becomes 。 in what a stage is shown (`Stage.shown`); of what it was shown
nothing is written. So do half-width marks where a program folded the widths of all: the lines of a
column have their widths again.
"""

from collections import Counter
from dataclasses import replace
from functools import lru_cache

from cleaner import late as re
from cleaner.chars.halfwidth import COMMA_BEHIND_HAN_RE, FULL_WIDTH
from cleaner.chars.scripts import HAN, script_of
from cleaner.chars.simplified import TRADITIONAL_IN, simplified
from cleaner.document import Document
from cleaner.layout import display_width

# A dot behind a Han character or a closing mark, not in a number, a name of Latin letters, among
# other dots, or behind the number of an item: 一．概述.
STOP_RE = re.compile(
    rf"[.．｡](?<=[{HAN}”’）》」』】].)(?<![\n一二三四五六七八九十].)(?![0-9A-Za-z０-９Ａ-Ｚａ-ｚ.．])"
)
# So many of them, and so many times as many as 。, are what the text has for it. Chosen.
MIN_STOPS, MORE_STOPS = 3, 3
# A half-width mark that belongs to a Chinese character or mark.
HALF_MARK_RE = re.compile(rf"[!(),:;?](?:(?<=[{HAN}”’》）)」』】，。].)|(?<=[()])(?=[{HAN}]))")
# So many commas, of which one in so many may be in full width; characters of a line that is asked.
MIN_COMMAS, MORE_COMMAS, MIN_LINE = 5, 20, 5
# So many lines alike, times those as they stand: of 163 printed pages 161 have them, of 80 typed 5.
LIKE = 0.9


def as_read(document: Document) -> Document:
    """Return the document in simplified characters, with Chinese full stops and marks."""
    text = document.text
    found = _as_read(text, script_of(document))
    return document if found is text else replace(document, text=found)


@lru_cache(maxsize=2)
def _as_read(text: str, script: str) -> str:
    """Return a text of that script as it is read: itself where nothing is another; two are kept."""
    found = _with_full_marks(_with_stops(text))
    found = simplified(found) if script in TRADITIONAL_IN else found
    return text if found == text else found


def _with_full_marks(text: str) -> str:
    r"""Return a text of the same length with the marks that it was printed with.

    A page whose commas are all in half width went through a program that folds the widths, as
    NFKC does; its lines were broken before. Where it was typed so, they are more alike as they are.

    >>> _with_full_marks("会议要求,各县区\n要把养护,资金列\n入预算,落实专人\n负责,做到,必养")
    '会议要求，各县区\n要把养护，资金列\n入预算，落实专人\n负责，做到，必养'
    >>> _with_full_marks("会议要求，各县区\n要把养护,资金列")
    '会议要求，各县区\n要把养护,资金列'
    """
    commas = text.count(",")
    if commas < MIN_COMMAS or text.count("，") > commas / MORE_COMMAS:
        return text
    if sum(1 for _ in COMMA_BEHIND_HAN_RE.finditer(text)) < MIN_COMMAS:
        return text
    found = HALF_MARK_RE.sub(lambda match: FULL_WIDTH[match[0]], text)
    return found if _alike(found) >= LIKE * _alike(text) else text


def _alike(text: str) -> int:
    """Return how many lines of a text are of the width that most of them have, or half an em less.

    Where characters of half an em are in a line, it may end half an em before the column does.
    """
    lines = [line for line in text.split("\n") if len(line) >= MIN_LINE]
    widths = Counter(map(display_width, lines))
    return max((widths[width] + widths[width - 0.5] for width in list(widths)), default=0)


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
