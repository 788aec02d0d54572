"""What a misread line says in other charsets: the readings that misread.py judges."""

from collections.abc import Iterator
from typing import NamedTuple

from cleaner import late as re
from cleaner.chars.common import (
    MIN_KANA,
    common_share,
    has_usual_syllables,
    is_odd,
    is_of_letters,
    syllable_share,
)
from cleaner.chars.mixups import C1_RE, HIDDEN, MIXUPS, NARROW, WIDE, WORD_MIXUPS, bytes_of_one

# Windows-1252 where it differs from Latin-1, back to the bytes: both names of a byte mean it.
TO_LATIN1 = {
    ord(bytes([byte]).decode("cp1252")): byte
    for byte in range(0x80, 0xA0)
    if byte not in {0x81, 0x8D, 0x8F, 0x90, 0x9D}  # undefined there
}
# Japan's and Korea's, with the least share of kana and hangul that proves one: a reading of Chinese
# bytes has no kana of full width, and hangul for 3 of 5 common characters. So many letters, and a
# Chinese reading that is no better than chance (Korean read as GBK has .4 common characters).
FOREIGN = (("shift_jis", MIN_KANA), ("euc_jp", MIN_KANA), ("euc_kr", 0.95))
MIN_FOREIGN = 6
# Of what a charset of two bytes was read in: Big5 has 一仁止 where EUC has kana, GBK's poems of the
# first level are hangul.
MIN_FOREIGN_WIDE = 12
MAX_COMMON_FOREIGN = 0.55

# What a way of reading proves: it hardly ever works by accident; it mostly does; it always does.
STRONG, WEAK, NONE = 2, 1, 0

# What Windows-1252 can write.
LATIN = f"[\x00-\xff{re.escape(''.join(map(chr, TO_LATIN1)))}]"
LATIN_LINE_RE = re.compile(f"{LATIN}*+")
# What no charset of one byte has: Han, kana, hangul among it.
WIDE_RE = re.compile("[\u3000-\uf8fe]")
# An accent inside a word, früher: of pairs of bytes hardly any has a letter before it and a small
# one in it, and no other pair behind it.
IN_WORD_RE = re.compile(rb"[A-Za-z][\xc0-\xff][a-z](?![\x80-\xff])")
# Of 14,000 East Asian lines in their charsets none has one; of German accents half are such.
MAX_IN_WORD = 0.125
HIGH_RE = re.compile(rb"[\x80-\xff]")


class Reading(NamedTuple):
    """What a line says in another charset, and what that proves by itself."""

    text: str
    proof: int


def readings(line: str) -> Iterator[Reading]:
    """Yield what the line says in other charsets, all exact.

    What is valid as UTF-8, or has kana in Shift JIS, is read as nothing else.
    """
    data = bytes_of(line)
    seen = {line}
    for source, right, proof in _ways(line, data):
        try:
            text = source.decode(right) if source else line
            exact = text not in seen and text.encode(right) == source
        except UnicodeError:
            continue
        if exact:
            seen.add(text)
            yield Reading(text, STRONG if right == "utf-8" else proof)
            if right == "utf-8":
                return


def _ways(line: str, data: bytes | None) -> Iterator[tuple[bytes, str, int]]:
    """Yield the bytes that a line may have been, the charset that they are in, what that proves.

    `data` are those of a line that Windows-1252 can write.
    """
    if data is not None:
        if len(IN_WORD_RE.findall(data)) > MAX_IN_WORD * len(HIGH_RE.findall(data)):
            yield data, "utf-8", STRONG  # GBK has 黨 for the letters of früher
            return
        foreign = [
            charset for charset, least in FOREIGN if _is_foreign(data, charset, least, MIN_FOREIGN)
        ]
        yield from ((data, charset, STRONG) for charset in foreign[:1] or HIDDEN)
        return
    is_wide = bool(WIDE_RE.search(line))
    enough = MIN_FOREIGN_WIDE if is_wide else MIN_FOREIGN
    may_be_any = is_wide or is_odd(line)
    of_line = (WIDE if is_wide else NARROW) if may_be_any else ()
    sources = {wrong: encoded(line, wrong) for wrong in of_line}
    for wrong, source in sources.items():
        for right, least in FOREIGN:
            if source and right != wrong and _is_foreign(source, right, least, enough):
                yield source, right, STRONG
                return
    if not is_of_letters(line):
        sources |= {wrong: encoded(line, wrong) for wrong, _ in MIXUPS if wrong not in sources}
        yield from ((sources[wrong], right, WEAK) for wrong, right in MIXUPS)
    if may_be_any:
        yield from (
            (sources[wrong], right, NONE) for wrong, right in WORD_MIXUPS if wrong in sources
        )


def _is_foreign(data: bytes, charset: str, least: float, enough: int) -> bool:
    """Say whether bytes are Japanese or Korean in this charset, by their kana or hangul."""
    try:
        text = data.decode(charset)
        letters, share = syllable_share(text)
    except UnicodeDecodeError:
        return False
    if letters < enough or share < least or not has_usual_syllables(text):
        return False
    chinese = data.decode("gb18030", "ignore")
    return common_share(chinese, with_kana=False)[1] < MAX_COMMON_FOREIGN


def bytes_of(line: str) -> bytes | None:
    """Return the bytes that a single-byte charset made the line of."""
    if not LATIN_LINE_RE.fullmatch(line):
        return None
    try:
        return line.encode("latin-1")
    except UnicodeEncodeError:
        return line.translate(TO_LATIN1).encode("latin-1")


def encoded(line: str, charset: str) -> bytes:
    """Return the line's bytes, or none where the charset cannot write it."""
    try:
        if "€" not in line or charset != "gb18030":
            return line.encode(charset)
    except UnicodeEncodeError:
        if charset not in NARROW or not C1_RE.search(line):
            return b""
    pieces = [bytes_of_one(character, charset) for character in line]
    return b"".join(pieces) if all(pieces) else b""
