"""Which charsets are taken for which: the pairs that are tried on a misread line (misread.py)."""

from collections.abc import Iterator
from functools import lru_cache

from cleaner import late as re

LOST = "\N{REPLACEMENT CHARACTER}"

# Big5 as Python, Windows and Hong Kong know it; the last has the most characters.
BIG5 = ("big5", "cp950", "big5hkscs")
# Charsets of two bytes, and of one, that text is read in by mistake; the most frequent first.
WIDE = ("gb18030", "cp950", "big5hkscs", "cp932", "cp949", "euc_jp")
NARROW = (
    *("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "iso8859-2", "iso8859-15"),
    *("mac-roman", "koi8-r", "cp437", "cp850", "cp866", "cp874"),
)
# (charset it was read with, charset it is in), for lines of Han characters. The surest first.
MIXUPS = (
    ("gb18030", "utf-8"),
    *((big5, "utf-8") for big5 in BIG5),
    ("cp932", "utf-8"),
    *((big5, "gbk") for big5 in BIG5),
    *(("gbk", big5) for big5 in BIG5),
    # What GBK has no character for is private in GB 18030, and in what browsers make of it.
    *(("gb18030", big5) for big5 in BIG5),
)
# Those that read any bytes: words of the list must prove them.
WORD_MIXUPS = tuple(
    (wrong, right)
    for wrong in (*("cp932", "cp949", "euc_jp"), *NARROW)
    for right in ("gbk", "cp950", "big5hkscs")
)
# Pairs of which one does not have all that the other has.
LOSSY_PAIRS = (*((big5, "gbk") for big5 in BIG5), ("gbk", "big5"), ("cp932", "gbk"))
# The charsets that a single-byte reading can hide. gb18030 is GBK and more.
HIDDEN = ("utf-8", "gb18030", *BIG5)

C1_RE = re.compile("[\x80-\x9f]")
# A character of one byte, or of two; the last byte may be lost.
PAIR_RE = re.compile(rb"[\x00-\x7f]|[\x80-\xff][\x00-\xff]?", re.DOTALL)


@lru_cache(maxsize=1 << 15)
def bytes_of_one(character: str, charset: str) -> bytes:
    r"""Return the bytes that a charset has for a character, none where it has none.

    Windows and browsers read the byte 80, half of 一, as the euro sign where GBK has nothing; and
    what a charset of one byte leaves open as a control code. Latin-1 is read as Windows-1252 nearly
    everywhere, so that there a byte has two names.

    >>> bytes_of_one("一", "gb18030"), bytes_of_one("\x81", "cp1250"), bytes_of_one("一", "cp1252")
    (b'\xd2\xbb', b'\x81', b'')
    """
    if character == "€" and charset == "gb18030":
        return b"\x80"
    try:
        return character.encode(charset)
    except UnicodeEncodeError:
        if charset not in NARROW or not "\x80" <= character <= "\x9f":
            return b""
    byte = character.encode("latin-1")
    return b"" if charset != "cp1252" and byte.decode(charset, "ignore") else byte


def pairs(data: bytes, charset: str) -> Iterator[str]:
    r"""Yield the characters of a double-byte charset; U+FFFD where \xff stands for a lost byte."""
    for found in PAIR_RE.finditer(data):
        pair = found[0]
        yield LOST if b"\xff" in pair else pair.decode(charset, "replace")
