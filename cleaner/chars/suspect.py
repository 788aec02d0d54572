"""Which lines may have been decoded with the wrong charset: one look at a whole text.

`misread` reads such lines again, which is dear; most texts have none. What shows one: five Han
characters in a row that are not common, or letters with accents in pairs. A line with such a run
whose characters are common all the same, by more than half, is no suspect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import NamedTuple

from cleaner import late as re
from cleaner.chars.common import COMMON_HAN, UNCOMMON
from cleaner.chars.scripts import RANGE_RE, codes_of_text, is_few
from cleaner.late import NDArray, np

# Five such in a row: 3 % of the lines of clean text (names, poems), nearly every misread one.
MISREAD_HAN_RE = re.compile(f"[{UNCOMMON}]{{5}}")
# A control code of Latin-1 (not U+0085, a line break), or two characters of which Windows-1252,
# Latin-2, Greek or Cyrillic charsets make UTF-8 and GBK: ÖÐ, å›, вЂ. Not “…” or ——.
# One class first: a search skips what begins nothing fast.
FIRST_RE = re.compile("[\x80-\x84\x86-\x9f\xa1-\u024f\u0370-\u04ff\u2021\u221a]")
SECOND_RE = re.compile(
    "[\x80-\u024f\u02c6\u02dc\u0370-\u04ff\u2013-\u203a\u20ac\u2116-\u2122\u221a-\u2265\u2500-\u256c]"
)
MISREAD_LATIN_RE = re.compile(
    f"{FIRST_RE.pattern}(?:(?<=[\x80-\x9f])|{SECOND_RE.pattern}"
    # Â or Ã before a space: what was an accent or a no-break space.
    "|(?<=[ÂÃ]) )"
)
# Codes that show nothing, and the no-break space: halves of characters, or in between them. Later
# stages take them out, so what is misread without them is so.
STRAYS = "\xa0\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\ufeff"
STRAY_RE = re.compile(f"[{STRAYS}][{STRAYS}]*")
# A line without the white space at its ends, which belongs to no character.
LINE_RE = re.compile(r"[^\r\n\f\v \t\u3000](?:[^\r\n\f\v]*[^\r\n\f\v \t\u3000])?")
LINE_ENDS = "\r\n\f\v"
LINE_END_RE = re.compile(f"[{LINE_ENDS}]")
# A line with a larger share of common characters is good: no reading could have twice as many.
MAX_COMMON = 0.5
# What decides alone or before a space, and not only in pairs.
ALONE_RE = re.compile("[\x80-\x84\x86-\x9fÂÃ]")
# A letter or a sign that Europe's charsets may have read in each other (european.py).
EUROPEAN_RE = re.compile("[\x80-\u04ff‚„†‡ˆ‰‹•˜™›€\u2200-\u25ff]")
# What a character is to the gates above, for one look at a whole text: a Han character that is not
# common (and nothing else), the second and the first of a pair, what decides alone, a stray code;
# the end of a line, a common Han character, and what european.py asks about.
RARE, SECOND, FIRST, ALONE, STRAY, END, COMMON, EUROPEAN = 1, 2, 4, 8, 16, 32, 64, 128
MARKS = (
    (SECOND_RE, SECOND),
    (FIRST_RE, FIRST),
    (ALONE_RE, ALONE),
    (STRAY_RE, STRAY),
    (LINE_END_RE, END),
    (EUROPEAN_RE, EUROPEAN),
)
RUN, LINE_END = bytes((RARE,)) * 5, bytes((END,))
# Of a text without FIRST and ALONE: a stray code is nothing, but for the no-break space (SECOND
# too), which is a space.
BARE, GONE = bytes(0 if mark & STRAY else mark for mark in range(256)), bytes((STRAY,))
# What is RARE is so whatever it may be beside: ╀ is the second of a pair as well.
SHOWN = bytes(RARE if mark & RARE else mark for mark in range(256))
# What has one of two marks.
OPEN = bytes(mark for mark in range(256) if mark & (FIRST | ALONE))
EUROPEANS = bytes(mark for mark in range(256) if mark & EUROPEAN)
# The pieces in which a text is looked at; each overlaps the next by less than a run.
PIECE_CHARS = 1 << 16
# Where a gate next finds something from a place on; -1 for nowhere.
Find = Callable[[int], int]


class Suspects(NamedTuple):
    """The gates that find something, whether there is a stray code, may be a EUROPEAN letter."""

    gates: tuple[Find, ...]
    has_strays: bool
    has_european: bool


def suspects(text: str) -> Suspects:
    """Return what may be misread in a text."""
    # To few characters the regexes are as fast, and a line alone does not wait .04 s for the table.
    few = is_few(text)
    if not few and len(text) <= PIECE_CHARS:
        read = _marks().take(codes_of_text(text), mode="clip").tobytes()
        if len(read.translate(None, OPEN)) == len(read):  # most texts: nothing but Han and marks
            # To find bytes takes a tenth of the regex's time.
            shown = read.translate(SHOWN)
            if not any(map(_has_odd_line, {shown, shown.translate(BARE, GONE)})):
                return Suspects((), False, len(read.translate(None, EUROPEANS)) < len(read))
    latin, han = search(MISREAD_LATIN_RE, text), search(MISREAD_HAN_RE, text)
    if few:
        gates = tuple(find for find in (latin, han) if find(0) >= 0)
        return Suspects(gates, bool(STRAY_RE.search(text)), True)
    codes = codes_of_text(text)
    pairs = runs = strays = False
    for at in range(0, len(codes), PIECE_CHARS):
        marks = _marks().take(codes[at : at + PIECE_CHARS + len(RUN) - 1], mode="clip")
        found = int(np.bitwise_or.reduce(marks))
        strays = strays or bool(found & STRAY)
        if found & FIRST and not pairs:
            both = (marks[:-1] & FIRST) >> 1 & marks[1:] & SECOND
            pairs = bool(found & ALONE or both.any())
        shown = marks.tobytes().translate(SHOWN)
        runs = runs or RUN in shown
        if len(codes) <= PIECE_CHARS:
            han = partial(shown.find, RUN)
    return Suspects((latin,) * pairs + (han,) * runs, strays, True)


def _has_odd_line(shown: bytes) -> bool:
    """Say whether a line, given by its marks, has a RUN and not more common characters than rest.

    The white space round a line counts as of the rest: the line without it is as good or better.
    """
    at = 0
    while (place := shown.find(RUN, at)) >= 0:
        start = shown.rfind(LINE_END, at, place) + 1 or at
        at = shown.find(LINE_END, place)
        if at < 0:
            at = len(shown)
        if shown.count(COMMON, start, at) <= MAX_COMMON * (at - start):
            return True
    return False


def lines_with(find: Find, text: str) -> Iterator[tuple[int, str]]:
    """Yield (start, line) for each line in which a gate finds something."""
    at = 0
    while (place := find(at)) >= 0:
        first = max(at, *(text.rfind(end, at, place) + 1 for end in LINE_ENDS))
        line = LINE_RE.search(text, first)
        if line is None:  # a gate finds nothing in white space
            return
        yield line.start(), line[0]
        at = line.end()


def search(gate: re.Pattern[str], text: str) -> Find:
    """Return what says where a gate next finds something."""

    def find(at: int) -> int:
        match = gate.search(text, at)
        return match.start() if match else -1

    return find


@cache
def _marks() -> NDArray[np.uint8]:
    """Return what each character of the first plane is to the gates, shape (0x10001,).

    The last entry is that of all others, which are nothing to them.
    """
    marks = np.zeros(0x10001, dtype=np.uint8)
    for first, last in RANGE_RE.findall(UNCOMMON):
        marks[ord(first) : ord(last or first) + 1] |= RARE
    plane = "".join(map(chr, range(0x10000)))
    marks[[ord(one) for one in COMMON_HAN]] |= COMMON
    for pattern, mark in MARKS:
        for match in pattern.finditer(plane):
            marks[match.start() : match.end()] |= mark
    return marks
