"""The charsets that a text may be in: how each is read, and which one bytes are most likely in.

Each charset is read in its largest form, as browsers do: GB 18030 for GB 2312 and GBK, Big5-HKSCS
for Big5, Windows' forms of Shift JIS and EUC-KR. A text in the smaller one reads the same in it.

There is no detector's library in it. benchmarks/charsets.py holds it against chardet 7.7,
charset-normalizer 3.5 and faust-cchardet 3.2; share of pieces of news read right (300 each):

    bytes                20      50     100     200
    GB 18030, here     1.00    1.00    1.00    1.00
      chardet           .99    1.00    1.00    1.00
      normalizer        .49     .95     .98     .98
      cchardet          .73     .92     .98     .98
    Big5, here         1.00    1.00    1.00    1.00
      chardet           .99    1.00    1.00    1.00
      normalizer        .66     .94     .99     .98
    UTF-16, no mark     .98    1.00    1.00    1.00
      chardet           .35     .62     .68     .77
      normalizer        .84    1.00    1.00     .99

Of 363 files of known charset (their own tests and those of charset-mnbvc) 362 are read right,
against 361, 359 and 354; the one left was damaged before it got into the suite. chardet is nearly
as good and 5 times as fast, but none of them says where lines differ, reads Windows' and Hong
Kong's forms, or takes what stands around a line for a hint; and that needs the model of this.
"""

import codecs
from collections.abc import Iterable
from typing import NamedTuple

from cleaner import late as re
from cleaner.chars.mixups import LOST
from cleaner.errors import RecipeError, did_you_mean
from cleaner.io import euctw, onebyte
from cleaner.io.onebyte import ACCENTS, ALPHABETS, LATIN, is_one_byte
from cleaner.io.plausible import (
    ASCII,
    CHINESE,
    JAPANESE,
    KOREAN,
    LANGUAGES,
    TAIWANESE,
    bits,
)

UTF_8 = "utf-8"


class Candidate(NamedTuple):
    """A charset: the language of its text ("": any), and how many bytes an ASCII character has.

    `prior`: the bits that its rarity costs; `tax`: more bits for each character.
    """

    name: str
    language: str
    prior: float
    width: int = 1
    tax: float = 0


# The surest first: it wins where two cost the same. The priors are chosen; they weigh in texts of
# a few characters only.
USUAL = (
    Candidate(UTF_8, "", 0),
    Candidate("gb18030", CHINESE, 0),
    Candidate("big5", TAIWANESE, 2),
    Candidate("cp932", JAPANESE, 3),
    Candidate("cp949", KOREAN, 3),
    Candidate("euc-jp", JAPANESE, 4),
    Candidate(LATIN, "", 6),
)
# What hardly anybody uses, and no line in a file of another charset is in. The right reading wins
# by 3 bits a character and more.
RARE_ONES = (
    Candidate("euc-tw", TAIWANESE, 12, tax=1.5),
    Candidate("johab", KOREAN, 16, tax=1.5),
    *(Candidate(name, "", 16) for name in ALPHABETS),
    *(Candidate(name, "", 9) for name in ACCENTS),
)
NARROW = (*USUAL, *RARE_ONES)
# Bits a byte that is not ASCII below which a reading is prose, and the charsets after it are not
# asked: right readings have 4 to 6, those of another charset's bytes 8 and more.
SURE_BITS = 6.3
LAST_ASKED = (LATIN, *(one.name for one in RARE_ONES))
ASCII_BYTES = bytes(range(0x80))
# Those of two and four bytes a character, in which a line break is no byte of its own.
WIDE = (
    Candidate("utf-16-le", "", 8, 2),
    Candidate("utf-16-be", "", 8, 2),
    Candidate("utf-32-le", "", 8, 4),
    Candidate("utf-32-be", "", 8, 4),
)
EVERY = {one.name: one for one in (*NARROW, *WIDE)}

# Names that mean a larger charset, as browsers have it; Python's names.
LARGER = {
    "big5": "big5",
    "big5hkscs": "big5",
    **{f"cp{page}": f"windows-{page}" for page in range(1250, 1258)},
    "cp936": "gb18030",
    "cp950": "big5",
    "euc_jp": "euc-jp",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "utf-8-sig": UTF_8,
    "ascii": UTF_8,
}
# Charsets that are read where they are named, never guessed; Python's names.
NAMED = (
    *("cp437", "cp850", "cp866", "cp874", "windows-1258"),
    *(f"iso8859-{part}" for part in range(1, 17) if part != 12),
    *("euc_jis_2004", "hz", "iso2022_jp", "iso2022_jp_2", "iso2022_kr", "koi8-u"),
    *("mac-roman", "shift_jis_2004", "tis-620", "utf-16", "utf-32"),
)

# What the expected charset has over others, in bits. Two characters' worth: a line in another
# charset shows it in its third.
HINT = 16.0

# Marks that Python's Big5 reads as their neighbours in looks, and Windows and browsers as these.
BIG5_MARKS = str.maketrans("•､‾∼♁☉¥¢£", "‧﹑¯～⊕⊙￥￠￡")
BIG5_MARK_RE = re.compile("[•､‾∼♁☉¥¢£]")

# The byte 80 alone, which Windows' GBK has as the euro sign, among whole characters.
EURO_RE = re.compile(
    rb"([\x81-\xfe](?:[\x40-\x7e\x80-\xfe]|[0-9](?:[\x81-\xfe][0-9])?)|[\x81-\xff])|\x80"
)
EURO = "€".encode("gb18030")
# A3A0, an ideographic space to every browser, private to Python.
GBK_MARKS = str.maketrans("\ue5e5", "\u3000")


def known(name: str) -> str:
    """Return our name of a charset that a person names; raises RecipeError."""
    try:
        python = codecs.lookup(name).name
    except LookupError:
        python = name.lower().replace("_", "-")
    python = LARGER.get(python, python)
    if python in EVERY or python in _looked_up():
        return python
    names = sorted({*EVERY, *LARGER, *NAMED})
    hint = did_you_mean(name.lower(), names)
    usual = ", ".join(one.name for one in USUAL)
    raise RecipeError(f"no charset {name!r}{hint or f'; the usual ones are {usual}'}")


def _looked_up() -> frozenset[str]:
    return frozenset(codecs.lookup(name).name for name in NAMED)


def reading(data: bytes, name: str) -> str:
    """Return what the bytes say in a charset; U+FFFD for what does not fit."""
    if name == "euc-tw":
        return _with_marks(euctw.decode(data))
    if name == "big5":
        text = _with_marks(data.decode("big5hkscs", "replace"))
        if LOST in text:
            # The euro sign is in Windows' form alone.
            text = min(text, data.decode("cp950", "replace"), key=_losses)
        return text
    text = data.decode(name, "replace")
    if name == "gb18030":
        if LOST in text and b"\x80" in data:
            data = EURO_RE.sub(lambda match: match[1] or EURO, data)
            text = min(text, data.decode(name, "replace"), key=_losses)
        text = text.translate(GBK_MARKS) if "\ue5e5" in text else text
    if name == "euc-jp" and LOST in text:
        # ① and other characters that NEC added.
        text = min(text, data.decode("euc_jis_2004", "replace"), key=_losses)
    if name == UTF_8 and LOST in text:
        # Halves of characters beyond U+FFFF, each in three bytes, as Java and Oracle wrote them.
        text = min(text, _joined(data), key=_losses)
    return text


def _with_marks(text: str) -> str:
    return text.translate(BIG5_MARKS) if BIG5_MARK_RE.search(text) else text


def _losses(text: str) -> int:
    return text.count(LOST)


def _joined(data: bytes) -> str:
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return LOST * len(data)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def cost(text: str, name: str) -> float:
    """Return the bits that a reading in a charset costs."""
    candidate = EVERY[name]
    if is_one_byte(name):
        return onebyte.cost(text, name)
    languages = (candidate.language,) if candidate.language else LANGUAGES
    return min(bits(text, language) for language in languages)


def likeliest(data: bytes, candidates: Iterable[Candidate], hint: str = "") -> str:
    """Return the name of the charset in which the bytes cost least.

    `hint`: the charset that is expected; another must be 2^16 times as likely.
    """
    best, least = UTF_8, float("inf")
    for one in candidates:
        if one.name in LAST_ASKED and _is_sure(data, least):
            continue
        text = reading(data, one.name)
        spent = cost(text, one.name) + one.tax * len(text)
        spent += one.prior if one.name != hint else -HINT
        if spent < least:
            best, least = one.name, spent
    return best


def _is_sure(data: bytes, spent: float) -> bool:
    """Say whether a reading that costs so much is prose."""
    high = len(data.translate(None, ASCII_BYTES))
    return spent - ASCII * (len(data) - high) < SURE_BITS * high


def full_name(data: bytes, name: str) -> str:
    """Return the name to give a text's charset: "big5-hkscs" where plain Big5 does not do."""
    if name != "big5":
        return name
    plain = min(_losses(data.decode(one, "replace")) for one in ("big5", "cp950"))
    return "big5-hkscs" if plain > _losses(reading(data, name)) else name
