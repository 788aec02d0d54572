"""The symbols of a text, for aligning two: numbers whole, everything else a letter each.

Not the fold of the shingles. There 1—12月 and 112月 are one, which costs nothing; here numbers
are the strongest evidence that two texts are two, so they are read before punctuation goes.

A text becomes a string of one character a symbol, so that the aligner runs over characters. A
number of several digits is one character of the private planes, by its hash: the same in every
text. Two numbers in 131,000 share one, and are then not told apart.
"""

import functools
import zlib
from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner import late as re
from cleaner.dedup.fold import DROPPED, LAST_ASSIGNED, Codes, folded, string

# Numerals in words. An OCR reads 二 for 三 hardly ever (none of 1,250), a template has them
# differ in 249 places of 2,935. 两 and 廿 stand in dates and counts like the rest.
NUMERALS = frozenset("〇一七万三两九二五亿八六十千卅四廿百零")

# Where the private planes begin, and how many code points they have.
PRIVATE_START = 0xF0000
PRIVATE_COUNT = 0x1FFFE

# What may stand inside a number, of either width.
POINTS = (ord("."), ord("．"))
COMMAS = (ord(","), ord("，"))
ASCII_END = 0x80

# Share of the letters that stand beside another one under which a text is spaced out, its numbers
# too, and how many letters have to be beyond. Other texts have over half.
SPACED = 0.1
SPACED_LETTERS = 20

# Marks that end a sentence, but for those after a digit (1. 2.). A text in which there is
# not one for so many symbols is a list. Tried 80: of pages read row by row one in 14 is lost.
MARKS = np.array([ord(one) for one in "。！？；!?…．."], dtype=np.uint32)
LIST_SYMBOLS = 150

# A number of more than one digit, with its decimal point or thousands, or in hex. Takes 45.6, 12,
# 1,234 and 0xa1 whole, 1—12 as two; leaves 3, which is a letter like others.
LONG_NUMBER_RE = re.compile(r"0x[\da-f]+|\d+(?:[.,]\d+)+|\d{2,}")
HEX = np.array([ord(one) for one in "0x"], dtype=np.uint32)
HEX_LETTERS = np.array([ord(one) for one in "abcdefx"], dtype=np.uint32)
# Commas between thousands: no part of a number's value.
THOUSANDS_RE = re.compile(r",(?=\d{3}(?!\d))")
# What is left between numbers when they are read.
BETWEEN_RE = re.compile(r"[ .,]+")
# A symbol that is a number.
DIGITS_RE = re.compile(r"[\d\U000F0000-\U0010FFFD]")


# So many symbols, more than this share of them numbers, are of a table. Chosen.
TABLE_SYMBOLS = 8
TABLE_SHARE = 0.8

# Answers to choose from, folded; in words they are answers only in a key: 1.A 2.C 3.对.
CHOICES = frozenset("abcdefgh")
JUDGED = frozenset("对错")
LATIN_RE = re.compile("[a-z]")


class Symbols(NamedTuple):
    """A text of one character a symbol; `numbers`: those of several digits, by their character.

    `is_list`: it has hardly any sentences.
    """

    text: str
    numbers: Mapping[str, str]
    is_list: bool = False


class Pair(NamedTuple):
    """Two texts of one character a symbol, the lesser first, and the numbers of both.

    `are_lists`: both have hardly any sentences, so that their order may be what they say.
    """

    first: str
    second: str
    numbers: Mapping[str, str]
    are_lists: bool = False

    def digits(self, text: str) -> list[str]:
        """Return the numbers among the symbols."""
        return [self.numbers.get(symbol, symbol) for symbol in DIGITS_RE.findall(text)]

    def are_numbers(self, *parts: str) -> bool:
        """Say whether parts of the texts are numbers of a table, hardly anything between."""
        return all(
            len(part) >= TABLE_SYMBOLS and len(DIGITS_RE.findall(part)) > TABLE_SHARE * len(part)
            for part in parts
        )

    def is_answer(self, start: int, other: int) -> bool:
        """Say whether at both places, of one text each, an answer stands: a letter by itself.

        A reader of scans misreads one now and then; those of another exam are others.
        """
        return _is_answer(self.first, start) and _is_answer(self.second, other)


def _is_answer(text: str, at: int) -> bool:
    beside = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if text[at] in CHOICES:
        return not any(map(LATIN_RE.match, beside))
    return text[at] in JUDGED and all(map(DIGITS_RE.match, beside))


def symbols_of(codes: Codes, letters: Codes) -> Symbols:
    """Return the symbols of a text, given what `letters_of` says of it.

    >>> from cleaner.dedup.fold import letters_of
    >>> found = symbols_of(*letters_of("增长45.6%，1—12月共1,234万"))
    >>> [found.numbers.get(symbol, symbol) for symbol in found.text]
    ['增', '长', '45.6', '1', '12', '月', '共', '1234', '万']
    """
    plain, stretches = _letters_and_separators(codes, letters)
    numbers: dict[str, str] = {}

    def one_symbol(found: re.Match[str]) -> str:
        number = found[0]
        if "," in number:
            number = THOUSANDS_RE.sub("", number)
        symbol = chr(PRIVATE_START + zlib.crc32(number.encode()) % PRIVATE_COUNT)
        numbers[symbol] = number
        return symbol

    parts: list[str] = []
    done = 0
    for start, end in stretches:
        read = BETWEEN_RE.sub("", LONG_NUMBER_RE.sub(one_symbol, plain[start:end]))
        parts += (plain[done:start], read)
        done = end
    text = "".join((*parts, plain[done:]))
    return Symbols(text, numbers, is_list=_sentences(codes) * LIST_SYMBOLS < len(text))


def _sentences(codes: Codes) -> int:
    """Return how many marks end a sentence, runs of them counted once."""
    is_mark = np.isin(codes, MARKS)
    ends = np.flatnonzero(is_mark[1:] & ~is_mark[:-1])
    return int(np.count_nonzero(~_digit_table().take(codes[ends], mode="clip")))


def _letters_and_separators(codes: Codes, letters: Codes) -> tuple[str, list[tuple[int, int]]]:
    """Return the letters of the fold, after a digit what parts it from the next, and where.

    What parts it is the point or comma that stands there (their wide forms too), else a space;
    white space after a point or comma goes with the rest: a line may have been cut there. The
    places are stretches of two and more digits and separators.
    """
    is_digit = _digit_table().take(letters, mode="clip")
    if np.any((letters[:-1] == HEX[0]) & (letters[1:] == HEX[1])):
        is_digit |= np.isin(letters, HEX_LETTERS)
    digits = np.flatnonzero(is_digit)
    if not len(digits):
        return string(folded(letters)), []
    after = digits[letters[digits] < ASCII_END] + 1
    after = after[after < len(letters)]
    after = after[letters[after] == DROPPED]
    is_letter = letters != DROPPED
    beside = np.count_nonzero(is_letter[1:] & is_letter[:-1])
    if beside < SPACED * (np.count_nonzero(is_letter) - SPACED_LETTERS):
        after = after[codes[after] != ord(" ")]  # 2 0 2 5 年
    separators = codes[after]
    kept = np.full(len(after), ord(" "), dtype=np.uint32)
    kept[(separators == POINTS[0]) | (separators == POINTS[1])] = ord(".")
    kept[(separators == COMMAS[0]) | (separators == COMMAS[1])] = ord(",")
    plain = letters.copy()
    plain[after] = kept
    marks = np.concatenate((digits, after))
    marks.sort()
    marks -= np.searchsorted(np.flatnonzero(plain == DROPPED), marks)
    breaks = np.flatnonzero(marks[1:] - marks[:-1] > 1)
    firsts = marks[np.concatenate(([0], breaks + 1))]
    lasts = marks[np.concatenate((breaks, [len(marks) - 1]))]
    long = lasts > firsts
    stretches = list(zip(firsts[long].tolist(), (lasts[long] + 1).tolist(), strict=True))
    return string(folded(plain)), stretches


@functools.cache
def _digit_table() -> npt.NDArray[np.bool_]:
    """Return of each code point whether it is a digit of any script (20 ms, once)."""
    return np.array([chr(code).isdecimal() for code in range(LAST_ASSIGNED + 1)])


def pair(first: Symbols, second: Symbols) -> Pair:
    """Return two texts ready to align.

    The lesser goes first whatever the order of the arguments: the alignment of a with b is not
    that of b with a, and the decision must be.
    """
    lesser, greater = sorted((first, second), key=lambda found: found.text)
    return Pair(
        lesser.text,
        greater.text,
        {**lesser.numbers, **greater.numbers},
        are_lists=lesser.is_list and greater.is_list,
    )
