"""Which charsets are taken for which: the pairs that are tried on a misread line (misread.py)."""

from collections.abc import Iterator

from cleaner import late as re

LOST = "\N{REPLACEMENT CHARACTER}"

# Big5 as Python, Windows and Hong Kong know it; the last has the most characters.
BIG5 = ("big5", "cp950", "big5hkscs")
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
WORD_MIXUPS = tuple((wrong, "gbk") for wrong in ("cp932", "cp437", "mac-roman", "cp1251", "koi8-r"))
# Charsets of one byte besides Windows-1252, in which UTF-8 is no accident.
SINGLES = ("iso8859-15", "koi8-r", "cp850")
# Charsets in which UTF-8 lost some of its bytes; pairs of which one does not have
# all that the other has.
LOSSY = ("gb18030", "cp932")
LOSSY_PAIRS = (*((big5, "gbk") for big5 in BIG5), ("gbk", "big5"), ("cp932", "gbk"))
# The charsets that a single-byte reading can hide. gb18030 is GBK and more.
HIDDEN = ("utf-8", "gb18030", *BIG5)

# A character of one byte, or of two; the last byte may be lost.
PAIR_RE = re.compile(rb"[\x00-\x7f]|[\x80-\xff][\x00-\xff]?", re.DOTALL)


def pairs(data: bytes, charset: str) -> Iterator[str]:
    r"""Yield the characters of a double-byte charset; U+FFFD where \xff stands for a lost byte."""
    for found in PAIR_RE.finditer(data):
        pair = found[0]
        yield LOST if b"\xff" in pair else pair.decode(charset, "replace")
