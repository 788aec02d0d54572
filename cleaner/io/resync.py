"""A line of a double-byte charset that lost a byte, or in which one was damaged.

Such charsets do not say where a character begins: behind a lost byte all pairs are read one byte
off, up to the next ASCII character, and a paragraph is gone for one character.

    D6 D0 CE C4 B1 E0 C2 EB     中文编码
    D6 D0 C4 B1 E0 C2 EB        中谋嗦?      read as it comes, CE lost
                                中�编码      read for the least surprise

So the line is read in the way that costs least (plausible.py) of all that may leave bytes out. What
is left out costs more than any character: a line that is whole is never read otherwise.
"""

from __future__ import annotations

from functools import cache
from typing import TypeAlias

from cleaner import late as re
from cleaner.chars.mixups import LOST
from cleaner.io.candidates import EVERY, cost, reading
from cleaner.io.plausible import ASCII, LOSS, PARTS, costs_of, ordinary
from cleaner.late import NDArray, np

# Those whose second bytes may be taken for first ones. UTF-8 and UTF-16 say where characters begin.
UNSURE = ("gb18030", "big5", "cp932", "cp949", "euc-jp")
# A damaged character of two bytes is one loss, and a little more.
LOST_PAIR = LOSS + 4
# Half a character where a file ends was cut off, which is no accident. Chosen: as a common one.
CUT_OFF = 10.0
# A longer line is read as it comes: the search takes a fifth of a microsecond a byte.
MAX_LINE_BYTES = 1 << 16
# GB 18030 has characters of four bytes, EUC-JP of three; one may begin inside another.
LONG_RES = {
    "gb18030": re.compile(rb"(?=([\x81-\xfe][0-9][\x81-\xfe][0-9]))"),
    "euc-jp": re.compile(rb"(?=(\x8f[\xa1-\xfe]{2}))"),
}
# How many characters before the first rare one a byte may be lost: half of those behind are rare.
BEFORE = 12
# What is lost, in parts of a bit; what cannot be.
ONE_LOST, TWO_LOST, NEVER = round(LOSS * PARTS), round(LOST_PAIR * PARTS), 1 << 30
# The least byte that is the second of two: of GB 18030's four the second is a digit.
FIRST_SECOND = 0x30

Costs: TypeAlias = "NDArray[np.int64]"


def resynced(line: bytes, name: str, *, is_last: bool = False) -> str:
    """Return the line as read in its charset, bytes left out where that makes it likelier.

    `is_last`: the file ends with it, and may be cut off inside a character.
    """
    text = reading(line, name)
    if name not in UNSURE or not 0 < len(line) <= MAX_LINE_BYTES:
        return text
    start = _start(line, text, name)
    better = reading(line[:start], name) + _cheapest(line[start:], name, is_last=is_last)
    spent, least = (
        cost(one, name) - (LOSS - CUT_OFF) * (is_last and one.endswith(LOST))
        for one in (text, better)
    )
    return better if least < spent else text


def _start(line: bytes, text: str, name: str) -> int:
    """Return where to begin: what is read one byte off has rare characters soon."""
    usual = ordinary(EVERY[name].language)
    rare = next((at for at, one in enumerate(text) if one not in usual), len(text))
    data = text[: max(0, rare - BEFORE)].encode(name, "replace")
    return len(data) if line.startswith(data) else 0


def _cheapest(line: bytes, name: str, *, is_last: bool) -> str:
    """Return the cheapest reading; U+FFFD for what is left out."""
    singles, pairs = _tables(name)
    data = np.frombuffer(line, dtype=np.uint8).astype(np.intp)
    ones = singles.take(data).tolist()
    twos = pairs.take(data[:-1] << 8 | data[1:]).tolist()
    longs = _longs(line, name)
    if is_last and ones[-1] == ONE_LOST:
        ones[-1] = round(CUT_OFF * PARTS)
    # The least that the bytes up to each place cost.
    before, least = 0, ones[0]
    costs = [before, least]
    for one, two in zip(ones[1:], twos, strict=True):
        single, pair = least + one, before + two
        before = least
        least = pair if pair < single else single  # noqa: FURB136  a call takes longer
        if longs and (found := longs.get(len(costs))):
            size, more = found
            least = min(least, costs[-size] + more)
        costs.append(least)
    parts: list[str] = []
    end = whole = len(line)
    while end:
        spent = costs[end]
        size = 1
        if spent == costs[end - 1] + ones[end - 1]:
            is_lost = singles[line[end - 1]] == ONE_LOST
        elif spent == costs[end - 2] + twos[end - 2]:
            size, is_lost = 2, twos[end - 2] == TWO_LOST
        else:
            size, is_lost = longs[end][0], False
        if is_lost:
            parts += (reading(line[end:whole], name), LOST)
            whole = end - size
        end -= size
    return "".join((reading(line[:whole], name), *reversed(parts)))


def _longs(line: bytes, name: str) -> dict[int, tuple[int, int]]:
    """Return where characters of three and four bytes end: how many these are, what it costs."""
    if name not in LONG_RES:
        return {}
    known = (
        (match.end(1), match[1], _cost(match[1], name)) for match in LONG_RES[name].finditer(line)
    )
    return {end: (len(data), spent) for end, data, spent in known if spent < NEVER}


def _cost(data: bytes, name: str) -> int:
    """Return what the one character costs that bytes are; NEVER if they are none."""
    text = reading(data, name)
    if len(text) != 1 or text == LOST:
        return NEVER
    table = costs_of(EVERY[name].language)
    return int(table[min(ord(text), len(table) - 1)])


@cache
def _tables(name: str) -> tuple[Costs, Costs]:
    """Return what each byte costs by itself, shape (256,), and each pair, shape (65536,).

    A pair that is no character is lost whole, if both bytes can be of one.
    """
    table = costs_of(EVERY[name].language)
    singles = np.full(256, ASCII * PARTS, dtype=np.int64)
    pairs = np.full((256, 256), NEVER, dtype=np.int64)
    seconds = range(FIRST_SECOND, 0x100)
    for first in range(0x80, 0x100):
        singles[first] = min(_cost(bytes((first,)), name), ONE_LOST)
        pairs[first, 0x80:] = TWO_LOST
        # All at once: to read 20,000 pairs by themselves takes 30 ms.
        data = b"".join(bytes((first, second)) + b"\n" for second in seconds)
        for second, text in zip(seconds, reading(data, name).split("\n"), strict=False):
            if len(text) == 1 and text != LOST:
                pairs[first, second] = table[min(ord(text), len(table) - 1)]
    return singles, pairs.ravel()
