r"""Text in seven bits, as old mail and news carried it: ISO 2022, HZ, UTF-7.

    \x1b$)A\x0eVP\x0f   中      ISO 2022: an escape sequence says which set the code 0E switches to
    ~{VPND~}            中文    HZ: GB 2312 between ~{ and ~}
    +Ti1lhw-            中文    UTF-7: UTF-16 in base64

All are ASCII, and so valid UTF-8. No text has the escape sequences of ISO 2022 by accident; HZ and
UTF-7 are read where all that they say is ordinary Chinese. Programs and base64 are full of plus
signs: in UTF-7 each begins whole units of 16 bits with nothing but zeros behind them, or is +-.
"""

import codecs
from base64 import b64decode, b64encode

from cleaner import late as re
from cleaner.chars.common import common_share, has_no_code, is_ordinary
from cleaner.chars.mixups import LOST
from cleaner.io.candidates import reading

# Escape sequences that switch to a double-byte set; no terminal knows them.
ISO_2022 = ((b"\x1b$)C", "iso2022_kr"), (b"\x1b$", "iso2022_jp_2"))
# The Chinese ones, which Python does not know: GB 2312, and the first plane of CNS 11643.
ISO_2022_CN = {b"A": "gb18030", b"G": "euc-tw"}
SWITCH_RE = re.compile(rb"\x1b\$[)*+](.)|\x0e([^\x0f\x1b\n]*)\x0f?")
HZ_RE = re.compile(rb"~\{((?:[\x21-\x77][\x21-\x7e])+)~\}")
UTF_7_RE = re.compile(rb"\+([A-Za-z0-9+/]*+-?)")
# Seven bits to the eight that Python's charsets have, white space but not.
HIGH = bytes(code | 0x80 if 0x20 < code < 0x7F else code for code in range(0x100))
# So many characters of the first levels are no accident; two, if half of them are common.
MIN_ORDINARY, MIN_CHARS, MIN_COMMON = 4, 2, 0.5


def seven_bit(data: bytes) -> tuple[str, str] | None:
    """Return the text of such data and the name of its charset."""
    if b"\x1b$" in data and data.isascii():
        return _iso_2022(data)
    if b"~{" in data and data.isascii() and (text := _between(data, HZ_RE, "hz")):
        return text, "hz"
    if b"+" in data and data.isascii() and (text := _between(data, UTF_7_RE, "utf-7")):
        return text, "utf-7"
    return None


def _iso_2022(data: bytes) -> tuple[str, str] | None:
    if any(b"\x1b$)" + sign in data for sign in ISO_2022_CN):
        return _chinese(data), "iso2022_cn"
    name = next(name for sign, name in ISO_2022 if sign in data)
    # A text that was cut off may end inside a character.
    decoder = codecs.getincrementaldecoder(name)()
    try:
        text = decoder.decode(data)
    except UnicodeError:  # no character, or no such set: "pending buffer overflow"
        return None
    return text + (LOST if decoder.getstate()[0] else ""), name


def _chinese(data: bytes) -> str:
    """Read ISO 2022-CN: what stands between 0E and 0F, in the set that was named last."""
    parts, at, name = [], 0, "gb18030"
    for found in SWITCH_RE.finditer(data):
        parts.append(data[at : found.start()].decode())
        if found[1]:
            name = ISO_2022_CN.get(found[1], name)
        else:
            parts.append(reading(found[2].translate(HIGH), name))
        at = found.end()
    return "".join((*parts, data[at:].decode()))


def _between(data: bytes, find: re.Pattern[bytes], name: str) -> str:
    """Return the text of data in which some stretches are Chinese; "" where any says nothing."""
    parts: list[str] = []
    said: list[str] = []
    at = 0
    for found in find.finditer(data):
        try:
            said.append(_read(found[1], name))
        except ValueError:  # no character, no base64
            return ""
        parts += (data[at : found.start()].decode(), said[-1])
        at = found.end()
    if not _is_text("".join(said)):
        return ""
    return "".join((*parts, data[at:].decode()))


def _read(piece: bytes, name: str) -> str:
    if name == "hz":
        return piece.translate(HIGH).decode("gb2312")
    if piece == b"-":
        return "+"
    letters = piece.removesuffix(b"-")
    units = b64decode(letters + b"=" * (-len(letters) % 4))
    if not units or b64encode(units).rstrip(b"=") != letters:
        raise ValueError
    return units.decode("utf-16-be")  # which refuses half a unit


def _is_text(said: str) -> bool:
    # Kana or hangul alone are none: +0021 of U+0021 is hangul.
    telling, share = common_share(said, with_kana=False)
    is_enough = telling >= MIN_ORDINARY or (telling >= MIN_CHARS and share >= MIN_COMMON)
    return is_enough and is_ordinary(said, share) and has_no_code(said)
