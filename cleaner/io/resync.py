"""A line of a double-byte charset that lost a byte, or in which one was damaged.

Such charsets do not say where a character begins: behind a lost byte all pairs are read one byte
off, up to the next ASCII character, and a paragraph is gone for one character.

    D6 D0 CE C4 B1 E0 C2 EB     中文编码
    D6 D0 C4 B1 E0 C2 EB        中谋嗦?      read as it comes, CE lost
                                中�编码      read for the least surprise

So the line is read in the way that costs least (plausible.py) of all that may leave bytes out. What
is left out costs more than any character: a line that is whole is never read otherwise.
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from cleaner.chars.mixups import LOST
from cleaner.io.candidates import EVERY, cost, reading
from cleaner.io.plausible import ASCII, LOSS, PARTS, costs_of

# Those whose second bytes may be taken for first ones. UTF-8 and UTF-16 say where characters begin.
UNSURE = ("gb18030", "big5", "cp932", "cp949", "euc-jp")
# A damaged character of two bytes is one loss, and a little more.
LOST_PAIR = LOSS + 4
# A longer line is read as it comes: the search takes a microsecond a byte and more.
MAX_LINE_BYTES = 1 << 16
# GB 18030 has characters of four bytes, EUC-JP of three, Shift JIS of one.
SIZES = (2, 1, 3, 4)
# The pairs of a charset, and more: what is asked of hostile bytes is not kept.
KNOWN = 1 << 16
# What says which character some bytes are, and what it costs.
Known = Callable[[bytes], tuple[str, float] | None]


def resynced(line: bytes, name: str) -> str:
    """Return the line as read in its charset, bytes left out where that makes it likelier."""
    text = reading(line, name)
    if name not in UNSURE or len(line) > MAX_LINE_BYTES:
        return text
    better = "".join(_cheapest(line, name))
    return better if cost(better, name) < cost(text, name) else text


def _cheapest(line: bytes, name: str) -> list[str]:
    """Return the characters of the cheapest reading; U+FFFD for what is left out."""
    end = len(line)
    best = [0.0] + [float("inf")] * end
    came: list[tuple[int, str]] = [(0, "")] * (end + 1)
    known = _characters(name)
    for at in range(end):
        for size, character, more in _ways(line, at, known):
            if best[at] + more < best[at + size]:
                best[at + size] = best[at] + more
                came[at + size] = at, character
    characters = []
    while end:
        end, character = came[end]
        characters.append(character)
    return characters[::-1]


def _ways(line: bytes, at: int, known: Known) -> Iterator[tuple[int, str, float]]:
    """Yield how the bytes at a place may be read: how many, the character, its cost."""
    if line[at] < 0x80:
        yield 1, chr(line[at]), ASCII * PARTS
        return
    yield 1, LOST, LOSS * PARTS
    if line[at + 1 : at + 2] > b"\x7f":
        yield 2, LOST, LOST_PAIR * PARTS
    for size in SIZES:
        data = line[at : at + size]
        if len(data) == size and (found := known(data)):
            yield (size, *found)
            if size == SIZES[0]:
                return


@cache
def _characters(name: str) -> Known:
    """Return what says which character some bytes are in a charset, and what it costs."""
    table = costs_of(EVERY[name].language)

    @lru_cache(maxsize=KNOWN)
    def known(data: bytes) -> tuple[str, float] | None:
        text = reading(data, name)
        if len(text) != 1 or text == LOST:
            return None
        return text, float(table[min(ord(text), len(table) - 1)])

    return known
