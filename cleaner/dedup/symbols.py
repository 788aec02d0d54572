"""The symbols of a text, for aligning two: numbers whole, everything else a letter each.

Not the fold of the shingles. There 1—12月 and 112月 are one, which costs nothing; here numbers
are the strongest evidence that two texts are two, so they are read before punctuation goes.

A text becomes a string of one character a symbol, so that the aligner runs over characters. A
number of several digits is one character of the private planes, by its hash: the same in every
text. Two numbers in 131,000 share one, and are then not told apart.
"""

import re
import zlib
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from cleaner.dedup.fold import letters_of

# Numerals in words. An OCR reads 二 for 三 hardly ever (none of 1,250), a template has them
# differ in 249 places of 2,935. 两 and 廿 stand in dates and counts like the rest.
NUMERALS = frozenset("〇一七万三两九二五亿八六十千卅四廿百零")

# Where the private planes begin, and how many code points they have.
PRIVATE_START = 0xF0000
PRIVATE_COUNT = 0x1FFFE

# What may stand inside a number, of either width.
POINTS = (ord("."), ord("．"))
COMMAS = (ord(","), ord("，"))

# A number of more than one digit, with its decimal point or thousands. Takes 45.6, 1,234 and 12
# whole, 1—12 as two; leaves 3, which is a letter like others.
NUMBER_RE = re.compile(r"\d+(?:[.,]\d+)+|\d{2,}")
# Commas between thousands: no part of a number's value.
THOUSANDS_RE = re.compile(r",(?=\d{3}(?!\d))")
# What is left between numbers when they are read.
BETWEEN_RE = re.compile(r"[ .,]+")
# A symbol that is a number.
DIGITS_RE = re.compile(r"[\d\U000F0000-\U0010FFFD]")


class Symbols(NamedTuple):
    """A text of one character a symbol; `numbers`: those of several digits, by their character."""

    text: str
    numbers: Mapping[str, str]


class Pair(NamedTuple):
    """Two texts of one character a symbol, the lesser first, and the numbers of both."""

    first: str
    second: str
    numbers: Mapping[str, str]

    def digits(self, text: str) -> list[str]:
        """Return the numbers among the symbols."""
        return [self.numbers.get(symbol, symbol) for symbol in DIGITS_RE.findall(text)]


def symbols(text: str) -> Symbols:
    """Return the symbols of a text.

    >>> found = symbols("增长45.6%，1—12月共1,234万")
    >>> [found.numbers.get(symbol, symbol) for symbol in found.text]
    ['增', '长', '45.6', '1', '12', '月', '共', '1234', '万']
    """
    plain = _letters_and_separators(text)
    numbers: dict[str, str] = {}

    def one_symbol(found: re.Match[str]) -> str:
        number = THOUSANDS_RE.sub("", found[0])
        symbol = chr(PRIVATE_START + zlib.crc32(number.encode()) % PRIVATE_COUNT)
        numbers[symbol] = number
        return symbol

    return Symbols(BETWEEN_RE.sub("", NUMBER_RE.sub(one_symbol, plain)), numbers)


def _letters_and_separators(text: str) -> str:
    """Return the letters of the fold, and after a digit what parts it from the next.

    That is the point or comma that stands there (their wide forms too), else a space; white space
    after a point or comma goes with the rest: a line may have been cut there.
    """
    codes, letters = letters_of(text)
    digits = (letters >= ord("0")) & (letters <= ord("9"))
    after = np.flatnonzero(digits[:-1] & (letters[1:] == 0)) + 1
    separators = codes[after]
    kept = np.full(len(after), ord(" "), dtype=np.uint32)
    kept[np.isin(separators, POINTS)] = ord(".")
    kept[np.isin(separators, COMMAS)] = ord(",")
    plain = letters.copy()
    plain[after] = kept
    return str(plain[plain != 0].tobytes(), "utf-32-le", "surrogatepass")


def pair(first: Symbols, second: Symbols) -> Pair:
    """Return two texts ready to align.

    The lesser goes first whatever the order of the arguments: the alignment of a with b is not
    that of b with a, and the decision must be.
    """
    lesser, greater = sorted((first, second), key=lambda found: found.text)
    return Pair(lesser.text, greater.text, {**lesser.numbers, **greater.numbers})
