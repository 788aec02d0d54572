"""Bytes to text.

UTF-8 first: what decodes as UTF-8 is nothing else, and costs no more than the decoding. All other
bytes are read in every charset that East Asian text comes in, and the reading that makes the most
likely text is taken (cleaner/io/plausible.py). It must then also be text: a wrong guess would put
mojibake into the corpus, a refusal is listed and can be put right with --charset.

- What is UTF-8 but for line breaks inside characters was cut by bytes (`fold -w 80`): the breaks go
  behind them.
- A few bytes that fit nothing become U+FFFD, one each, and a stage counts them.
- Where a line is lost or unlikely in the file's charset and at home in another, it is read in
  that: files are put together from sources. Both are named, "gb18030+utf-8".
- A byte order mark stays in the text (a stage removes it, and says so in the audit).

A long file is judged by its first kilobytes and by samples; later lines that do not fit are lines
in another charset, as above.
"""

import codecs
import contextlib

from cleaner import late as re
from cleaner.chars.misread import BYTE_ORDER_MARK
from cleaner.chars.mixups import LOST
from cleaner.errors import InputError
from cleaner.io.candidates import (
    EVERY,
    NARROW,
    USUAL,
    UTF_8,
    WIDE,
    cost,
    full_name,
    known,
    likeliest,
    reading,
)
from cleaner.io.onebyte import NON_ASCII_RE, is_one_byte, natural_letters
from cleaner.io.plausible import ordinary
from cleaner.io.resync import UNSURE, resynced
from cleaner.io.sevenbit import seven_bit

# Signatures of files that hold text in other packing: the answer can say what to do.
SIGNATURES = (
    (b"%PDF-", "a PDF; extract its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an office document; extract its text first"),
    (b"\x1f\x8b", "gzip; name it .gz"),
    (b"\x28\xb5\x2f\xfd", "Zstandard; name it .zst"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document; extract its text first"),
)

# Byte order marks; that of UTF-16 is the start of that of UTF-32.
MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
# A text may hold a stray NUL, which a stage removes; where one byte in 10 of the first 4096 is
# NUL the file is no text. Chosen: UTF-16 of Latin text has 1 in 2, tar archives over 1 in 3,
# texts with a damaged record a handful.
# 8 are left to a short text.
HEAD_BYTES = 4096
MAX_NUL_RATIO = 0.1
MAX_NULS = 8

# Bytes that are judged: of a file up to so many all, of a longer one samples where it is not ASCII.
SAMPLE_BYTES = 1 << 15
SAMPLES = 8

# Bits a byte that a reading may cost, of what is not ASCII. Prose has 4 to 6, half-width katakana
# 8.8; Russian, Greek and random bytes read as anything 8.9 and more.
MAX_BITS = 7.8
# Of charsets that hardly anybody uses: plain prose only.
MAX_BITS_OF = {"cp932": 9.2, "euc-tw": 6.5, "johab": 6.5}
# A line is tried in other charsets from so many bits on, and must be plain prose in one of them, of
# so many characters; two do where the file's charset makes private or lost characters of more than
# accidents do.
MAX_BITS_OTHER = 6.5
MIN_CHARS = 6
MIN_CHARS_BAD = 2
# Characters lost: of those that are not ASCII, or of all.
MAX_LOST = 0.1
MAX_LOST_OF_ALL = 0.002
# Bytes and pieces of a character in a short text of UTF-8.
MAX_LOST_SHORT = 3
MAX_LOST_SAMPLE = 0.5
# The share of accents in a text of Latin letters that stand as they do in words.
MIN_NATURAL = 0.9

HIGH_RE = re.compile(rb"[\x80-\xff]")
# A line break inside a character of UTF-8; words of Shift JIS, a line each, may look so: of 150,000
# texts of up to 16 characters 37 do, of longer ones none. Chosen.
MIN_CUT_BYTES = 40
CUT_RE = re.compile(
    rb"([\xc2-\xdf]|[\xe0-\xef][\x80-\xbf]?|[\xf0-\xf4][\x80-\xbf]{0,2})(\r?\n)([\x80-\xbf]{1,3})"
)
# What is lost, and what a wrong reading makes: private characters.
BAD_RE = re.compile(f"[{LOST}\ue000-\uf8ff]")


def decode(data: bytes, charset: str = "", hint: str = "") -> tuple[str, str]:
    """Return the text and the name of its charset.

    `charset` is one that a person names; `hint` is the charset of what stands around the data.
    Raises InputError where the bytes are no text in a charset that is known, RecipeError for a
    name that is not known.
    """
    _refuse_packed(data)
    if charset:
        return _named(data, known(charset))
    if wide := _wide(data):
        text = reading(data, wide)
        _check(data, text, wide)
        return text, wide
    try:
        text = data.decode(UTF_8)
    except UnicodeDecodeError:
        if data.startswith(codecs.BOM_UTF8):
            # An editor's, before what is not UTF-8, or not all.
            text, name = decode(data[len(codecs.BOM_UTF8) :], hint=hint or UTF_8)
            return BYTE_ORDER_MARK + text, name
        if len(data) > MIN_CUT_BYTES and CUT_RE.search(data):
            with contextlib.suppress(UnicodeDecodeError):
                return CUT_RE.sub(rb"\1\3\2", data).decode(UTF_8), UTF_8
        return _guessed(data, hint)
    return seven_bit(data) or (text, UTF_8)


def guess(data: bytes) -> str:
    """Return the charset that the data are most likely in; a cut at the end does no harm."""
    head = data[:HEAD_BYTES]
    if len(data) > 1:
        # A byte alone at the end may be half of what was cut off.
        name = likeliest(head[: len(head) // 2 * 2], (*NARROW, *WIDE[:2]))
        if EVERY[name] in WIDE:
            return name
    sample = _sample(data)
    name = likeliest(sample, NARROW)
    if not BAD_RE.search(reading(sample, name)):
        return name
    # In each, what stands behind a lost byte is read one byte off.
    return min((name, *UNSURE), key=lambda one: (cost(resynced(head, one), one), one != name))


def wide_start(data: bytes) -> str:
    """Return the charset of two or four bytes a character that the data start in, or ""."""
    return _wide(data[: HEAD_BYTES - HEAD_BYTES % 4])


def _refuse_packed(data: bytes) -> None:
    kind = next((what for start, what in SIGNATURES if data.startswith(start)), "")
    if kind:
        raise InputError(f"not a text file: it starts like {kind}")


def _wide(data: bytes) -> str:
    """Return the charset that a mark or NULs show; raises InputError where they show no text."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return name
    head = data[:HEAD_BYTES]
    nuls = head.count(0)
    if nuls * 50 < len(head) or not nuls:
        return ""
    whole = head[: len(head) - len(head) % 4] if len(head) > 4 else head
    name = likeliest(whole, WIDE)
    spent = cost(reading(whole, name), name)
    if spent < min(MAX_BITS * len(whole), cost(whole.decode("latin-1"), UTF_8)):
        return name
    if nuls > max(MAX_NUL_RATIO * len(head), MAX_NULS):
        raise InputError(f"not a text file: {nuls} of its first {len(head)} bytes are NUL")
    return ""


def _named(data: bytes, name: str) -> tuple[str, str]:
    text = reading(data, name)
    lost = text.count(LOST)
    if lost > MAX_LOST * max(_non_ascii(text), 1):
        raise InputError(f"not {name} (--charset): {lost} of {len(text)} characters are lost")
    return text, full_name(data, name)


def _guessed(data: bytes, hint: str) -> tuple[str, str]:
    sample = _sample(data)
    name = likeliest(sample, NARROW, hint) if hint else guess(data)
    if EVERY[name] in WIDE:
        text = reading(data, name)
        _check(data, text, name)
        return text, name
    text = reading(sample, name)
    if text.count(LOST) > MAX_LOST_SAMPLE * _non_ascii(text) > MIN_CHARS:
        # Nothing that lines could say: a file of random bytes would be tried line by line.
        raise InputError(_nowhere(data, text, name))
    return _by_line(data, name)


def _by_line(data: bytes, name: str) -> tuple[str, str]:
    """Return the text and its charset, with those that single lines are in.

    Raises InputError where the lines in the main one are no text in it.
    """
    own, found = [], []
    others: dict[str, None] = {}  # a set that keeps its order
    lines = data.split(b"\n")
    for number, line in enumerate(lines, 1):
        text, other = _read_line(line, name, is_last=number == len(lines))
        if other:
            others[other] = None
        else:
            own.append(line)
        found.append(text)
    text = "\n".join(found)
    if not others:
        # Read as a whole, a damaged byte before a line break may say more.
        whole = reading(data, name)
        if text != whole:
            text = min(text, whole, key=lambda one: cost(one, name))
        if not _fits(data, text, name):
            # A byte or two in much ASCII: one charset's rare letters, or lost.
            name, text, nearest = UTF_8, reading(data, UTF_8), (text, name)
            if not _fits(data, text, UTF_8):
                raise InputError(_nowhere(data, *nearest))
    elif len(rest := b"\n".join(own)) > len(data) / 2:
        _check(rest, reading(rest, name), name)
    return text, "+".join((full_name(b"\n".join(own), name), *others))


def _read_line(line: bytes, name: str, *, is_last: bool) -> tuple[str, str]:
    """Return a line's text, and the charset that it is in, "" for the main one."""
    text = reading(line, name)
    language = EVERY[name].language
    # Nearly all lines end here: a wrong reading has rare characters.
    if line.isascii() or (language and ordinary(language).issuperset(text)):
        return text, ""
    if BAD_RE.search(text):
        text = resynced(line, name, is_last=is_last)
    other = _other(line, text, name)
    return (reading(line, other), other) if other else (text, "")


def _other(line: bytes, text: str, name: str) -> str:
    """Return the charset that a line is in, "" where nothing speaks against the main one."""
    bad = len(BAD_RE.findall(text))
    if len(line) <= MIN_CHARS_BAD or (not bad and name == UTF_8):
        return ""
    letters = _non_ascii(text)
    lost = text.count(LOST)
    if bad == lost <= MAX_LOST * letters and _density(line, text, name) <= MAX_BITS_OTHER:
        return ""
    other = likeliest(line, USUAL, name)
    if other == name:
        return ""
    better = reading(line, other)
    least = MIN_CHARS_BAD if bad > MAX_LOST * letters else MIN_CHARS
    is_text = _non_ascii(better) >= least and _fits(line, better, other)
    is_clean = not BAD_RE.search(better)
    return other if is_text and is_clean and _density(line, better, other) <= MAX_BITS_OTHER else ""


def _check(data: bytes, text: str, name: str) -> None:
    if not _fits(data, text, name):
        raise InputError(_nowhere(data, text, name))


def _fits(data: bytes, text: str, name: str) -> bool:
    """Say whether a reading is text."""
    lost = text.count(LOST)
    others = _non_ascii(text) - lost
    if text.endswith(LOST) and others > 1:
        lost -= 1  # a text that was cut off
    most = max(MAX_LOST * others, MAX_LOST_OF_ALL * len(text))
    if name == UTF_8:
        # What is whole proves itself: of a short text a character or two may be damaged.
        most = max(most, min(MAX_LOST_SHORT, others / 2))
    if lost > most:
        return False
    if is_one_byte(name):
        return natural_letters(text, name) >= MIN_NATURAL * others
    return _density(data, text, name) <= MAX_BITS_OF.get(name, MAX_BITS)


def _density(data: bytes, text: str, name: str) -> float:
    """Return the bits a byte of what is not ASCII; what is lost is left out."""
    rest = "".join(NON_ASCII_RE.findall(text.removeprefix(BYTE_ORDER_MARK)))
    size = len(data) - EVERY[name].width * (len(text) - len(rest)) - rest.count(LOST)
    return cost(rest.replace(LOST, ""), name) / max(size, 1)


def _non_ascii(text: str) -> int:
    return sum(map(len, NON_ASCII_RE.findall(text)))


def _nowhere(data: bytes, text: str, name: str) -> str:
    """Return why no charset fits, with the place where UTF-8 ends."""
    try:
        data.decode(UTF_8)
        start = 0
    except UnicodeDecodeError as error:
        start = error.start
    lost = text.count(LOST)
    what = f"{lost} of {len(text)} characters are lost" if lost else "what it reads is no text"
    return (
        f"not UTF-8: byte 0x{data[start]:02x} at offset {start}; no other charset fits: in "
        f"{name}, the nearest, {what}; name it with --charset"
    )


def _sample(data: bytes) -> bytes:
    """Return the data, or of long data pieces that are not ASCII, each from the start of a word."""
    if len(data) <= SAMPLE_BYTES:
        return data
    size = SAMPLE_BYTES // SAMPLES
    pieces = []
    end = 0
    for number in range(SAMPLES):
        match = HIGH_RE.search(data, max(end, number * len(data) // SAMPLES))
        if not match:
            break
        start = _word(data, match.start(), end)
        if start is None:
            continue
        end = start + size
        pieces.append(data[start:end])
    return b"\n".join(pieces) or data[:SAMPLE_BYTES]


def _word(data: bytes, place: int, least: int) -> int | None:
    """Return where the run of bytes begins in which a place lies; None if that is too far off."""
    if place == 0:
        return 0
    first = max(least, place - HEAD_BYTES)
    head = data[first:place]
    kept = head.rstrip(bytes(range(0x30, 0x100)))
    if kept or first == 0:
        return first + len(kept)
    return None
