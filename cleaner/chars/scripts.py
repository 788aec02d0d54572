"""Which script a text is written in, and which characters belong to which.

`script_of` answers from the note of the stage `language`, or from the text where there is none.
The rules, in the order in which they decide:

1. A Latin word weighs as one Han character does in what it says, not in its letters: a Chinese
   manual full of `apt-get install` stays Chinese. So letters are counted by four.
2. Hangul or kana make the language where they are frequent enough: Japanese prose has a third
   to a half kana, a Chinese text that quotes Japanese has a few; Korean with hanja still has more
   hangul than hanja.
3. Chinese is simplified or traditional by the characters that only one of the two has
   (hans_hant.py). A scanned simplified page in which the reader wrote every sixth line in
   traditional characters is simplified still, and a Taiwanese article that quotes a mainland title
   is traditional: so by a clear majority, and undecided ("zh") between.
"""

from __future__ import annotations

import sys
from functools import cache, lru_cache
from typing import TypeAlias

from cleaner import late as re
from cleaner.chars.hans_hant import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from cleaner.document import Document
from cleaner.late import NDArray, np

# For character classes. Unified ideographs with extensions A to I, the ideographic zero 〇, the
# repetition mark 々, and compatibility ideographs. Radicals are symbols, not letters: not here.
HAN = (
    "々〇\u3400-\u4dbf\u4e00-\u9fff"
    "\N{CJK COMPATIBILITY IDEOGRAPH-F900}-\N{CJK COMPATIBILITY IDEOGRAPH-FAD9}"
    "\U00020000-\U000323af"
)
# Hiragana and katakana, half-width too, without ・ and ー: Chinese writes the dot between the
# parts of foreign names.
KANA = "ぁ-ゖゝ-ゟァ-ヺヽ-ヿㇰ-ㇿｦ-ｯｱ-ﾝ"
HANGUL = "\uac00-\ud7a3\u1100-\u11ff\u3130-\u318f\uffa1-\uffdc"
LATIN = "A-Za-zªµºÀ-ÖØ-öø-ɏＡ-Ｚａ-ｚ"
# One character of a kind, or of those that only one of the two Chinese scripts has.
HAN_RE = re.compile(f"[{HAN}]")
KANA_RE = re.compile(f"[{KANA}]")
SIMPLIFIED_RE = re.compile(f"[{''.join(sorted(SIMPLIFIED_ONLY))}]")
TRADITIONAL_RE = re.compile(f"[{''.join(sorted(TRADITIONAL_ONLY))}]")
# A range of the classes above, or one character.
RANGE_RE = re.compile("(.)(?:-(.))?")

# A space between two characters of Han. So many of a text's characters have one before them where
# a program parted the words (words have 1.7), of prose with names and titles hardly one in ten.
PARTED_RE = re.compile(f" (?<=[{HAN}] )(?=[{HAN}])")
MIN_PARTED = 0.25

# What `script_of_text` counts; "han" are those that both Chinese scripts have.
KINDS = ("other", "han", "simplified", "traditional", "latin", "kana", "hangul")

CHINESE = frozenset({"zh", "zh-Hans", "zh-Hant"})
SCRIPTS = frozenset({"en", "ja", "ko", "mixed", "none"}) | CHINESE

# Letters that weigh as much as one Han character. English words have 4.7 letters, and the Chinese
# for one has 1.7 characters; chosen low, so that code in a Chinese text does not outweigh it.
LETTERS_A_HAN = 4
# Share of kana, of hangul among what is East Asian that makes it Japanese, Korean. Japanese law
# texts, the densest in kanji, have .35 kana; Chinese lessons of Japanese stay under .1.
MIN_KANA = 0.2
MIN_HANGUL = 0.3
# Share of the East Asian weight from which Latin letters are only quoted, and up to which they
# are the text.
MIN_EAST_ASIAN = 0.4
MAX_EAST_ASIAN_QUOTED = 0.15
# Share of traditional-only characters among those that tell: up to .35 simplified (a scan with
# 20 % traditional lines has .2), from .65 traditional; between, undecided.
MAX_TRADITIONAL_STRAY = 0.35

# Measured; level from 1,000 to 8,000.
SHORT_CHARS = 3000
# Characters that are looked up one by one as fast as in numpy, and where it is yet to be imported.
FEW_CHARS, FEW_WITHOUT = 40, 200

Codes: TypeAlias = "NDArray[np.unsignedinteger]"


def is_han(character: str) -> bool:
    """Say whether the character is an ideograph (a unified or compatibility one, 々 or 〇)."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or character in "々〇"
        or "\uf900" <= character <= "\ufad9"
        or "\U00020000" <= character <= "\U000323af"
    )


def parts_words(text: str) -> bool:
    """Say whether the words of a Chinese text are parted by spaces; then so are its marks."""
    parted = len(PARTED_RE.findall(text))
    return parted > 0 and parted >= MIN_PARTED * len(HAN_RE.findall(text))


def script_of(document: Document) -> str:
    """Return the document's script as noted, or else as the text says (one of SCRIPTS)."""
    noted = document.meta.get("script")
    return noted if noted in SCRIPTS else script_of_text(document.text)


def is_few(text: str) -> bool:
    """Say whether to look a text's characters up one by one: numpy need not be there for them."""
    return len(text) <= (FEW_CHARS if "numpy" in sys.modules else FEW_WITHOUT)


def codes_of(text: str) -> Codes:
    """Return the code points of a text, shape (len(text),)."""
    data = text.encode("utf-16-le", "surrogatepass")
    if len(data) == 2 * len(text):
        return np.frombuffer(data, dtype="<u2")
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


@lru_cache(maxsize=2)
def codes_of_text(text: str) -> Codes:
    """Return the code points of a text; several stages ask, those of the last two are kept."""
    return codes_of(text)


def script_of_text(text: str) -> str:
    """Return the script of the text: one of SCRIPTS.

    "zh-Hans", "zh-Hant", "zh" (Chinese without a clear majority of either), "ja", "ko", "en" (any
    text in Latin letters), "mixed" (nothing dominates), "none" (no letters that we know).

    >>> script_of_text("一九二八年的春天"), script_of_text("中國的臺灣"), script_of_text("上山")
    ('zh', 'zh-Hant', 'zh')
    """
    _, han, simplified, traditional, latin, kana, hangul = _counts(text)
    east_asian = han + simplified + traditional + kana + hangul
    weight = east_asian + latin / LETTERS_A_HAN
    if not weight:
        return "none"
    if east_asian < MIN_EAST_ASIAN * weight:
        return "en" if east_asian <= MAX_EAST_ASIAN_QUOTED * weight else "mixed"
    if hangul >= MIN_HANGUL * east_asian:
        return "ko"
    if kana >= MIN_KANA * east_asian:
        return "ja"
    return _chinese(simplified, traditional)


def _counts(text: str) -> list[int]:
    """Return how many characters of each of KINDS a text has."""
    if is_few(text):
        counts = [0] * len(KINDS)
        for character in text:
            counts[_kind_of(character)] += 1
        return counts
    kinds = _kinds().take(codes_of_text(text))
    # To count one value after the other is faster than all at once, but for short texts.
    if len(kinds) < SHORT_CHARS:
        found: list[int] = np.bincount(kinds, minlength=len(KINDS)).tolist()
        return found
    return [int(np.count_nonzero(kinds == kind)) for kind in range(len(KINDS))]


def _chinese(simplified: float, traditional: float) -> str:
    telling = simplified + traditional
    if traditional > (1 - MAX_TRADITIONAL_STRAY) * telling:
        return "zh-Hant"
    return "zh-Hans" if traditional < MAX_TRADITIONAL_STRAY * telling else "zh"


@cache
def _kinds() -> NDArray[np.uint8]:
    """Return the kind of every code point, an index of KINDS, shape (0x110000,)."""
    kinds = np.zeros(0x110000, dtype=np.uint8)
    for kind, first, last in _ranges():
        kinds[ord(first) : ord(last) + 1] = kind
    for name, characters in (("simplified", SIMPLIFIED_ONLY), ("traditional", TRADITIONAL_ONLY)):
        kinds[[ord(character) for character in characters]] = KINDS.index(name)
    return kinds


@lru_cache(maxsize=1 << 13)
def _kind_of(character: str) -> int:
    """Return the kind of a character, an index of KINDS."""
    if character in TRADITIONAL_ONLY:
        return KINDS.index("traditional")
    if character in SIMPLIFIED_ONLY:
        return KINDS.index("simplified")
    return next((kind for kind, first, last in _ranges() if first <= character <= last), 0)


@cache
def _ranges() -> list[tuple[int, str, str]]:
    """Return the ranges of characters that are of one kind, an index of KINDS."""
    patterns = (("han", HAN), ("kana", KANA), ("hangul", HANGUL), ("latin", LATIN))
    return [
        (KINDS.index(kind), first, last or first)
        for kind, pattern in patterns
        for first, last in RANGE_RE.findall(pattern)
    ]
