"""Old charsets of Europe that were read in each other: Russian and Greek in Latin letters.

ftfy and utf8.py mend what was UTF-8, which checks itself. Here nothing checks, each charset has a
letter or a sign for each byte; what tells is how languages are written:

- A word has no sign in it: pøíli¹ ¾lu»ouèký, f‚d‚ral.
- A word is lower case, upper case, or begins with one: оПХБЕР is none.
- It is of one script; of Latin ones half its letters have no accents: Ïðèâåò.
- Of the letters with accents each language has few: ř and ø are in none together.

A line that breaks these is read in each charset that another language uses. One reading must be a
text by all of them, in common letters where the alphabet is another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from operator import itemgetter

from cleaner import late as re
from cleaner.chars.mixups import bytes_of_one
from cleaner.chars.suspect import EUROPEAN_RE
from cleaner.late import NDArray, np

READ_IN = ("cp1252", "cp1251", "koi8-r", "cp866", "cp1250", "mac-roman", "cp437", "cp850")
CYRILLIC = ("cp1251", "koi8-u", "cp866", "iso8859-5", "mac-cyrillic")
GREEK = ("cp1253", "iso8859-7", "cp737")
LATIN = ("cp1252", "mac-roman", "cp850", "cp1250", "iso8859-2", "cp852", "cp1254")
# The letters of languages beside a to z.
LANGUAGES = tuple(
    map(
        frozenset,
        (
            "àâæçèéêëîïôœùûüÿ",  # French
            "äöüßé",  # German
            "áčďéěíňóřšťúůýž",  # Czech
            "áäčďéíĺľňóôŕšťúýž",  # Slovak
            "ąćęłńóśźż",  # Polish
            "áéíóöőúüű",  # Hungarian
            "çğıöşüâîû\u0307",  # Turkish
            "áéíñóúü",  # Spanish
            "àáâãçéêíóôõúü",  # Portuguese
            "åäöé",  # Swedish, Finnish
            "åæøéèêòô",  # Danish, Norwegian
            "ăâîșşțţ",  # Romanian
            "čćđšž",  # Croatian
            "àèéìíîòóù",  # Italian
            "àçèéíïòóúü·",  # Catalan
            "áðéíóúýþæö",  # Icelandic
            "äõöüšž",  # Estonian
            "āčēģīķļņšūž",  # Latvian
            "ąčęėįšųūž",  # Lithuanian
        ),
    )
)
# Those that no charset of the list is for: a line of them is a text all the same.
OTHER_LANGUAGES = (
    frozenset("àáâãèéêìíòóôõùúýăđĩũơư") | frozenset(map(chr, range(0x1EA0, 0x1EFA))),  # Vietnamese
    frozenset("äçňöşüýž"),  # Turkmen
    frozenset("äåæéöøàáèêíóôüšž"),  # Northern, with names of others
)
HIGH_RE = re.compile("[^\x00-\x7f]")
WORD_RE = re.compile(r"[^\W\d_]+")
CYRILLIC_RE = re.compile("[Ѐ-ӿ]")
GREEK_RE = re.compile("[Ͱ-Ͽἀ-῿]")
# A sign between letters that no language has there, and codes that are no text.
SIGN_RE = re.compile(r"(?<=[^\W\d_])[^\w\s\x00-\x7f’·…–—«»“”\xad]+(?=[^\W\d_])")
CODE_RE = re.compile("[\x80-\x9f]")
# A capital inside a word: what Mac Roman and others have for é; Cyrillic in the wrong case.
INNER_RE = re.compile("[a-zß-ÿа-яё][À-ÖØ-ÞА-ЯЁ]")
# я of Mac Cyrillic in Windows-1251, where the other small letters are the same, and letters that
# Russian, Ukrainian and Bulgarian have not. Frames and shades: a table has few of them in a line,
# small letters of KOI8 in DOS charsets are nothing else.
MAC_RE = re.compile("[а-яё]Я(?![А-ЯЁ])")
SERBIAN_RE = re.compile("[ЂђЉљЊњЋћЏџЅѕЈјЌќ]")
ORDINAL_RE = re.compile("(?<=[0-9nN])[ºª]")  # of any language: nº 26
BOX_RE = re.compile("[\u2500-\u259f]")
MIN_BOXES = 8
# The most frequent letters: 75 % of Russian and Greek text, 30 to 40 % of a wrong reading.
COMMON = frozenset("оеаинтсрвлкмдαοειτσνηυρςπκάέίό")
COMMON_LATIN = frozenset("éèàçêâîôäöüßáíóúąęłńśżźćščřžýůěťşığãõñåøæőűœ")
ASCII = frozenset(map(chr, range(128)))
PLAIN = tuple(letters | frozenset("«»“”‘’…–—·°©§\xa0") for letters in LANGUAGES)
# The last character before those of East Asia.
LAST = "\u2fff"
# Signs in words, words that are odd, letters of no language that a line must have to be no text;
# the share of letters with accents that none has. Chosen on 600 lines, 900,000 others unchanged.
MIN_BREAKS, MIN_WORDS, MIN_ODD, MIN_TURNED, MIN_STRANGE, MIN_HIGH = 2, 3, 0.4, 0.8, 5, 0.5
# The letters that a reading of another alphabet must have, and shares of common ones: in it, in
# what it was read as, in a line that is plain.
MIN_LETTERS, MIN_COMMON, MAX_COMMON, MIN_PLAIN = 10, 0.55, 0.42, 0.4
MIN_SURE = 20  # so many letters of another alphabet, and no other reading is asked for
# A reading in Latin letters: so many with accents, so many different, and such shares of common
# ones, and of letters among all that is not ASCII. By so much a reading must lead others.
MIN_ACCENTS, MIN_DIFFERENT, MIN_OF_LATIN, MIN_LEAD = 3, 2, 0.8, 0.1
# A letter or a sign behind a letter; not “”, …, —, which Chinese has everywhere.
GATE_RE = re.compile(f"{EUROPEAN_RE.pattern}(?<=[A-Za-z\x80-\u04ff\u2551-\u259f].)")


# What is counted of a reading: signs, letters by alphabet as `_script` has them, common ones,
# bytes that its charset has not.
SIGN, CYRILLIC_LETTER, GREEK_LETTER, LATIN_LETTER, FREQUENT, BAD = range(6)
WRITTEN_IN = (*CYRILLIC, *GREEK, *LATIN)


@cache
def _bytes_of(character: str) -> tuple[int, ...]:
    """Return the byte that each charset of `READ_IN` has for a character, -1 for none."""
    found = (bytes_of_one(character, charset) for charset in READ_IN)
    return tuple(one[0] if len(one) == 1 else -1 for one in found)


@cache
def _letters() -> tuple[NDArray[np.float32], list[list[str]]]:
    """Return what each byte is in each charset, by `SIGN` to `BAD`, and its character."""
    texts = [[bytes([byte]).decode(one, "ignore") for byte in range(256)] for one in WRITTEN_IN]
    told = np.zeros((len(texts), 256, 6), dtype=np.float32)
    for at, charset in enumerate(texts):
        for byte, one in enumerate(charset):
            kind = LATIN_LETTER if one.isalpha() else SIGN
            if kind and _script(one):
                kind = _script(one)
            frequent = COMMON_LATIN if kind == LATIN_LETTER else COMMON
            told[at, byte, kind] = 1
            told[at, byte, FREQUENT] = kind and sum(map(frequent.__contains__, one.lower()))
            told[at, byte, BAD] = not one or CODE_RE.match(one) is not None
    return told, texts


def reread(line: str) -> str | None:
    """Return a line of a European language as it was written, None without proof.

    Each reading is judged by how often it has which letters; few are so common that they are read.
    """
    if max(line, default="") > LAST or line.isascii():
        return None
    seen = ORDINAL_RE.sub("", line) if "º" in line or "ª" in line else line
    if _is_plain(seen) or not _is_no_text(seen):
        return None
    counts = Counter(HIGH_RE.findall(line))
    # The first of the best that keeps the rules; none of another alphabet may come near.
    best, text = (0.0, 0), None
    for worth, script, letters in sorted(_readings(counts), key=itemgetter(0), reverse=True):
        if text is not None and (worth <= best[0] - MIN_LEAD or script == best[1]):
            continue
        read = line.translate(dict(zip(map(ord, counts), letters, strict=True)))
        if read != line and _keeps_rules(read):
            if text is not None:
                return None
            best, text = (worth, script), read
    if text and MAC_RE.search(line) and SERBIAN_RE.search(text):
        return None
    if text and BOX_RE.search(line) and 4 * sum(map(str.islower, text)) < len(text):
        return None  # frames of two kinds are capitals in other charsets
    return text


def _readings(counts: Mapping[str, int]) -> Iterator[tuple[float, int, list[str]]]:
    """Yield what charsets make of these characters: the worth, the alphabet, the characters."""
    codes = np.array([_bytes_of(one) for one in counts]).T
    sizes = np.fromiter(counts.values(), dtype=np.float32)
    told, texts = _letters()
    for wrong, data in zip(READ_IN, codes, strict=True):
        if data.min() < 0x80:
            continue
        sums_of = (sizes @ told[:, data]).tolist()
        for right, charset, sums in zip(WRITTEN_IN, texts, sums_of, strict=True):
            if right == wrong or sums[BAD] or not (worth := _worth(sums)):
                continue
            letters = [charset[byte] for byte in data.tolist()]
            if not sums[LATIN_LETTER] or _is_latin(letters):
                yield worth, 1 if sums[CYRILLIC_LETTER] else 2 if sums[GREEK_LETTER] else 0, letters


def _worth(sums: Sequence[float]) -> float:
    """Return how common the letters of a reading are, 0 where they are of no language."""
    signs, cyrillic, greek, latin, frequent, _ = sums
    high = cyrillic + greek + latin
    if not high:
        return 0
    share, letters = frequent / high, high / (high + signs)
    if high > latin:
        is_one = high in (cyrillic, greek) and high >= MIN_LETTERS
        return share * letters if is_one and share >= MIN_COMMON else 0
    return share * letters if high >= MIN_ACCENTS and min(share, letters) >= MIN_OF_LATIN else 0


def _is_latin(read: Iterable[str]) -> bool:
    """Say whether the letters are those of a language, and more than one."""
    high = [one for one in read if one.isalpha()]
    return len(high) >= MIN_DIFFERENT and _language(high)


def _keeps_rules(text: str) -> bool:
    """Say whether a reading has no sign in a word, and its words are cased and of one alphabet."""
    if SIGN_RE.search(text):
        return False
    words = [word for word in _words(text) if HIGH_RE.search(word)]
    return all(map(_is_cased, words)) and (not _script(text) or all(map(_is_of_one, words)))


def is_sure(read: str) -> bool:
    """Say whether a line that was reread is so long a text in another alphabet that it is sure."""
    return _script(read) != 0 and len(HIGH_RE.findall(read)) >= MIN_SURE


def _script(text: str) -> int:
    return 1 if CYRILLIC_RE.search(text) else 2 if GREEK_RE.search(text) else 0


def _words(text: str) -> list[str]:
    return [word for word in WORD_RE.findall(text) if len(word) > 1]


def _is_cased(word: str) -> bool:
    return (
        len(word) == 2
        or word.islower()
        or word.isupper()
        or (word[0].isupper() and word[1:].islower())
    )


def _is_plain(line: str) -> bool:
    """Say whether a line is a text at the first look: most are."""
    high = frozenset(line) - ASCII
    if INNER_RE.search(line):
        return False
    if any(high <= letters for letters in PLAIN):
        return True
    lower = line.lower()
    return sum(map(lower.count, COMMON)) >= MIN_PLAIN * len(line)


def _is_no_text(line: str) -> bool:
    """Say whether a line breaks the rules of all languages."""
    if len(SIGN_RE.findall(line)) + len(CODE_RE.findall(line)) >= MIN_BREAKS:
        return True
    if len(MAC_RE.findall(line)) >= MIN_BREAKS or len({*BOX_RE.findall(line)}) >= MIN_BOXES:
        return True
    words = [word for word in _words(line) if HIGH_RE.search(word)]
    letters = "".join(words)
    if CYRILLIC_RE.search(letters) or GREEK_RE.search(letters):
        return _is_no_greek(words)
    high = HIGH_RE.findall(letters)
    if len(high) >= MIN_HIGH * len(letters) and len(high) >= MIN_LETTERS:
        return True
    if len(INNER_RE.findall(line)) >= MIN_BREAKS:
        return True
    return len(high) >= MIN_STRANGE and not _language(high, OTHER_LANGUAGES)


def _is_no_greek(words: list[str]) -> bool:
    """Say whether words with Cyrillic or Greek letters are no text of such."""
    letters = "".join(words).lower()
    common = sum(map(COMMON.__contains__, letters))
    if common >= MIN_COMMON * len(letters):
        return False  # as a keyboard with Caps Lock writes: пРИВЕТ, кАК дЕЛА
    of_one = [word for word in words if _is_of_one(word)]
    odd = len(words) - sum(map(_is_cased, of_one))
    if odd >= max(MIN_WORDS, MIN_ODD * len(words)):
        return True
    if len(words) < MIN_WORDS or len(of_one) < len(words):
        return False
    turned = any(len(word) > 2 and word[0].islower() and word[1:].isupper() for word in words)
    if turned and sum(word[1:].isupper() for word in words) >= MIN_TURNED * len(words):
        return True
    return len(letters) >= MIN_LETTERS and common < MAX_COMMON * len(letters)


def _is_of_one(word: str) -> bool:
    high = len(HIGH_RE.findall(word))
    return high == len(word)


def _language(high: Iterable[str], others: tuple[frozenset[str], ...] = ()) -> bool:
    letters = frozenset("".join(high).lower())
    return any(letters <= language for language in (*LANGUAGES, *others))
