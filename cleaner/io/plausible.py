"""How plausible a reading of bytes is as text: its surprise, in bits.

Every double-byte charset reads nearly every other without an error; what comes out is the proof.
A reading costs the bits that its characters have in a plain model of the language that the
charset is for: the classes below, each with a share of running text spread evenly over its
members. All readings are of the same bytes, so the sums may be compared as they are, and the
difference is the log of the odds.

    D6D0 CEC4 B1E0 C2EB   中文编码   GB 18030   10 + 10 + 14 + 14 = 48
                          笢恅晤鎢   Big5       17.5 + 17.5 + 14 + 14 = 63
                          嶄猟園鷹   EUC-JP     17.5 + 14 + 11.5 + 14 = 57
                          櫓匡긍쯤   EUC-KR     16.5 + 16.5 + 12.5 + 12.5 = 58

The shares are rounded counts on modern prose of each language; none needs to be exact, since a
right reading wins by 2 to 8 bits a character. Characters that stand in no class (private use,
compatibility ideographs, unassigned) cost more than any that does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from cleaner.chars.common import COMMON_HAN
from cleaner.chars.mixups import LOST
from cleaner.chars.scripts import codes_of
from cleaner.late import NDArray, np

# Bits of a character, -log2 of its probability. Han: the common ones make .62 of prose over 700
# members; the first levels of GB 2312, Big5 and JIS X 0208 .2 over 3,000 to 5,000; the second
# .02 over as many; what only the large tables have .002 over 14,000.
COMMON = 10.0
FIRST_LEVEL = 14.0
SECOND_LEVEL = 17.5
RARE = 22.0
# The marks that any text has: .12 over 14.
MARK = 7.0
SYMBOL = 12.5
# Kana in Chinese, letters with accents, Greek, Cyrillic, box drawing: now and then.
GUEST = 15.0
# No text has them: private use, controls, what is not assigned.
NEVER = 30.0
# A byte that does not fit. Dearer than any character, or one charset would read another in bits.
LOSS = 32.0
# ASCII costs the same in all readings, unless it is eaten as half of a character.
ASCII = 5.0
CONTROL = 20.0
# Half of a character of another charset.
NUL = 64.0

# Japanese: half of the text is hiragana (83), an eighth katakana (86).
HIRAGANA = 7.4
KATAKANA = 9.5
HALF_KATAKANA = 10.5
KANJI = 11.5
# Korean: 100 syllables make .6 of it, the other 2,250 of KS X 1001 .35.
COMMON_SYLLABLE = 7.4
SYLLABLE = 12.5
HANJA = 16.5

# The costs are counted in parts of a bit, so that their sum is exact.
PARTS = 10

MARKS = frozenset("，。、；：？！“”‘’（）《》「」『』—…·\u3000")
PLAIN = frozenset(map(chr, range(0x20, 0x7F))) | frozenset("\t\n\r\f")
# Written Cantonese, which Big5-HKSCS is used for.
CANTONESE = frozenset(
    "乜佢係俾冇冚呃呢咁咗咩哋哣唔唞唥啩啱啲喎喐喺嗌嗰嘅嘥嘢嚟嚿埋嬲孭撳攞梗瞓睇罅諗靚餸"
)
# The syllables that stand in front in counts of Korean prose: particles, endings, Sino-Korean.
COMMON_HANGUL = frozenset(
    "가각간갈감강같개거건것게겠결경계고공과관교구국군그금급기김까께나난날남내년노는능니다단당대"
    "더데도동된될됐되두드든들등때또라람러런려력로록료를름리린립마만말망매면명모목무문물미민바"
    "반발방백법보복본부분비사산살상새생서선설성세소속수스습시식신실심아안알않았앞야약양어언업없"
    "에여역연열영예오와왔외요용우운울원월위유육으은을음의이인일입있자작잔장재저적전점정제조종주"
    "중즈지직진질차찰책처천청체초최추치크키타터통트특파판평표품하한할함합해했행향현형호화확환활회후히"
)

# What stands in no table, by block; the first that holds a character counts.
GUESTS = (
    ("\x00", "\x00", NUL),
    ("\x01", "\x7f", CONTROL),
    ("\xa0", "\u0451", GUEST),
    ("\u2010", "\u2312", SYMBOL),
    ("\u2460", "\u249b", SYMBOL),
    ("\u2500", "\u2fff", GUEST),
    ("\u3000", "\u303f", SYMBOL),
    ("\u3040", "\u33ff", GUEST),
    ("\u3400", "\u9fff", RARE),
    ("\uac00", "\ud7a3", RARE),
    ("\uff01", "\uff5e", SYMBOL),
    ("\uff61", "\uff9f", RARE),
    ("\U0001f300", "\U0001faff", GUEST),
    ("\U00020000", "\U000323af", RARE),
)

CHINESE, TAIWANESE, JAPANESE, KOREAN = "zh-Hans", "zh-Hant", "ja", "ko"
LANGUAGES = (CHINESE, TAIWANESE, JAPANESE, KOREAN)


def bits(text: str, language: str) -> float:
    """Return what the text costs in a language, U+FFFD taken for bytes that do not fit."""
    costs = costs_of(language).take(codes_of(text), mode="clip")
    return int(costs.sum(dtype=np.int64)) / PARTS


@cache
def ordinary(language: str) -> frozenset[str]:
    """Return the characters that cost no more than the first level does."""
    known = _table(language)
    return frozenset(
        one for one, cost in known.items() if cost <= FIRST_LEVEL and cost != HALF_KATAKANA
    )


@cache
def _table(language: str) -> Mapping[str, float]:
    """Return the bits of every character that the language's charsets have."""
    table = dict.fromkeys(PLAIN, ASCII)
    if language in {CHINESE, TAIWANESE}:
        levels = (_gb2312(), _big5())
        # Each in the other's text is one step rarer.
        (first, second), (other, _) = levels if language == CHINESE else levels[::-1]
        table |= dict.fromkeys(other, SECOND_LEVEL) | dict.fromkeys(second, SECOND_LEVEL)
        table |= dict.fromkeys(first, FIRST_LEVEL) | dict.fromkeys(COMMON_HAN, COMMON)
        if language == TAIWANESE:
            table |= dict.fromkeys(CANTONESE, COMMON)
    elif language == JAPANESE:
        first, second = _jis()
        table |= dict.fromkeys(second, SECOND_LEVEL) | dict.fromkeys(first, FIRST_LEVEL)
        table |= dict.fromkeys(COMMON_HAN & first, KANJI)
        table |= dict.fromkeys(map(chr, range(0x3041, 0x3094)), HIRAGANA)
        table |= dict.fromkeys(map(chr, range(0x30A1, 0x30FD)), KATAKANA)
        table |= dict.fromkeys(map(chr, range(0xFF66, 0xFFA0)), HALF_KATAKANA)
    else:
        table |= dict.fromkeys(_decoded("euc_kr", 0xCA, 0xFE), HANJA)
        table |= dict.fromkeys(_decoded("euc_kr", 0xB0, 0xC9), SYLLABLE)
        table |= dict.fromkeys(COMMON_HANGUL, COMMON_SYLLABLE)
    return table | dict.fromkeys(MARKS, MARK) | {LOST: LOSS}


@cache
def costs_of(language: str) -> NDArray[np.uint16]:
    """Return the cost of every code point, in parts of a bit; the last is that of all beyond."""
    costs = np.full(ord(GUESTS[-1][1]) + 2, NEVER * PARTS)
    for first, last, cost in reversed(GUESTS):
        costs[ord(first) : ord(last) + 1] = cost * PARTS
    for character, cost in _table(language).items():
        costs[ord(character)] = cost * PARTS
    return costs.round().astype(np.uint16)


def _gb2312() -> tuple[frozenset[str], frozenset[str]]:
    return _decoded("gb2312", 0xB0, 0xD7), _decoded("gb2312", 0xD8, 0xF7)


def _big5() -> tuple[frozenset[str], frozenset[str]]:
    return _decoded("big5", 0xA4, 0xC5), _decoded("big5", 0xC9, 0xF9)


def _jis() -> tuple[frozenset[str], frozenset[str]]:
    return _decoded("euc_jp", 0xB0, 0xCF), _decoded("euc_jp", 0xD0, 0xF4)


def _decoded(charset: str, first: int, last: int) -> frozenset[str]:
    """Return the characters whose first byte lies in a range."""
    return frozenset(_characters(charset, first, last))


def _characters(charset: str, first: int, last: int) -> Iterator[str]:
    for lead in range(first, last + 1):
        for trail in range(0x40, 0xFF):
            text = bytes((lead, trail)).decode(charset, "ignore")
            if len(text) == 1 and text > "\x7f":
                yield text
