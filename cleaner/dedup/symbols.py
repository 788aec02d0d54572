"""The symbols of a text, for aligning two: numbers whole, everything else a letter each.

Not the fold of the shingles. There 1—12月 and 112月 are one, which costs nothing; here numbers
are the strongest evidence that two texts are two, so they are read before punctuation goes.
"""

import re
import unicodedata
from typing import NamedTuple

from cleaner.dedup.fold import simplified, without_credit_head

# Numerals in words. An OCR reads 二 for 三 hardly ever (none of 1,250), a template has them
# differ in 249 places of 2,935. 两 and 廿 stand in dates and counts like the rest.
NUMERALS = frozenset("〇一七万三两九二五亿八六十千卅四廿百零")

# A number with its decimal point or thousands, or one letter. Takes 45.6, 1,234 and 3 as one
# symbol each, 1—12 as two; leaves punctuation, white space and the underscore out.
# The space after a separator is where a line was cut; bounded, so linear.
SYMBOL_RE = re.compile(r"\d+(?:[.,]\s{0,4}\d+)*|[^\W_]")
# What in a number is no part of its value: spaces, and commas between thousands.
FILL_RE = re.compile(r"\s+|,\s*(?=\d{3}(?!\d))")

# Where the private planes begin: a number of several digits gets one of their code points while
# two texts are aligned, so that both are strings and the aligner runs over characters.
PRIVATE_START = 0xF0000
PRIVATE_COUNT = 0x1FFFE


class Pair(NamedTuple):
    """Two texts as strings of one character a symbol, the lesser first, and what numbers are.

    `numbers`: character -> the number, for those of several digits.
    """

    first: str
    second: str
    numbers: dict[str, str]

    def digits(self, symbols: str) -> list[str]:
        """Return the numbers among the symbols."""
        return [
            self.numbers.get(symbol, symbol)
            for symbol in symbols
            if symbol in self.numbers or symbol.isdecimal()
        ]


def symbols(text: str) -> tuple[str, ...]:
    """Return the symbols of a text.

    >>> symbols("增长45.6%，1—12月共1,234万")
    ('增', '长', '45.6', '1', '12', '月', '共', '1234', '万')
    """
    plain = unicodedata.normalize("NFKC", simplified(without_credit_head(text))).lower()
    return tuple(
        found if len(found) == 1 else FILL_RE.sub("", found) for found in SYMBOL_RE.findall(plain)
    )


def pair(first: tuple[str, ...], second: tuple[str, ...]) -> Pair:
    """Return two texts ready to align.

    The lesser goes first whatever the order of the arguments: the alignment of a with b is not
    that of b with a, and the decision must be.
    """
    codes: dict[str, str] = {}
    encoded = []
    for text in sorted((first, second)):
        for symbol in text:
            if len(symbol) > 1 and symbol not in codes:
                codes[symbol] = chr(PRIVATE_START + len(codes) % PRIVATE_COUNT)
        encoded.append("".join(codes.get(symbol, symbol) for symbol in text))
    return Pair(encoded[0], encoded[1], {code: symbol for symbol, code in codes.items()})
