"""Fold a text to what two copies of it share: the letters and digits, in one script and one width.

A copy of a Chinese text differs from its source in what carries no meaning first: a traditional
copy of a simplified page shares .06 of its shingles before the fold and all of them after it;
another width of the punctuation, or commas that the OCR lost, .43 and then all. So the fold takes
white space and punctuation off, makes the script simplified (OpenCC t2s), the forms compatible
(NFKC: ①２ｆﬁ become 12ffi), the case lower, and the credit head of a news item goes
(新华社北京5月3日电): one paper prints it, the next does not. So do the times of subtitles.

Digits stay. Folding them to one sign makes the bulletins of two days equal.

It is for comparing only. NFKC of a text that is kept would ruin it; here nothing is kept.

The letters are looked up in one table of all code points (290 MB/s of Chinese). What one letter
alone does not decide goes the slow way: a form that becomes several letters (㎡, ﬁ), and combining
marks, which may join the letter before them (か + ゙).
"""

import functools
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner import late as re
from cleaner.chars.converter import converter
from cleaner.chars.scripts import script_of_text
from cleaner.dedup.timecodes import without_times

Codes = npt.NDArray[np.uint32]

# Ranges that hold letters which NFKC and case leave as they are: not worth a question each.
# Unassigned code points inside them count as letters; they are fonts' private names for one.
PLAIN_RANGES = (
    (0x3400, 0x4DC0),    # CJK extension A
    (0x4E00, 0xA000),    # CJK unified ideographs
    (0xAC00, 0xD7A4),    # Hangul syllables
    (0x20000, 0x2F800),  # CJK extensions B to F, I
    (0x30000, 0x323B0),  # CJK extensions G and H
)  # fmt: skip
# Where traditional characters stand. Not past U+FFFF: a class of letters there is searched a
# hundred times as slowly, and who writes them writes traditional characters besides.
HAN_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000), (0xF900, 0xFB00))
LAST_ASSIGNED = 0x323B0  # planes 14 to 16 hold tags and private use: dropped

# Code points in the table that stand for something else than a letter.
DROPPED = 0
SLOW = 0xFFFFFFFF  # one letter alone does not decide
UNASKED = 0xFFFFFFFE  # not worked out yet

# Hangul vowels and finals join the letter before them though they are no combining marks.
JOINING_JAMO = range(0x1160, 0x1200)
# Say how the letter before them is to look; never part of the text.
VARIATION_SELECTORS = range(0xFE00, 0xFE10)
# Unassigned, private, halves of characters.
NO_CHARACTERS = frozenset({"Cn", "Co", "Cs"})

# A credit head: who reports from where, at the head of a text, at most twice. The name of a paper
# or an agency and a date before 电, or the name and 讯/消息; a bracket and a colon may follow.
# Takes 新华社北京5月3日电 （记者张三）, 本报讯, 央视网消息（新闻联播）：, 据新华社报道，.
# Leaves 中国网络的电力, 本报告, 据统计. Every run is bounded: linear in any text.
CREDIT_HEAD_RE = re.compile(
    r"""(?:
      \s{0,40}
      (?: \w{0,8}? [社网網報报台臺讯訊] [^\S\n]{0,4} [\w·、]{0,14}?
            \d{1,2} [^\S\n]{0,2} 日 [^\S\n]{0,2} [电電]
        | \w{0,8}? [社网網報报台臺] (?:[讯訊]|消息)
        | [据據] [^\s，。,：:]{2,20}? [报報][道导導] (?=\s{0,4}[，,：:])
      )
      [^\S\n]{0,4} (?:[(（][^()（）\n]{0,40}[)）])? \s{0,4} [，,：:]?
    ){1,2}""",
    re.VERBOSE,
)

# Letters that are looked up at once: arrays stay in the second cache. Tried 4 k to 32 k.
TOGETHER = 1 << 15


class Folded(NamedTuple):
    """A folded text.

    `codes`: its letters and digits as code points, (n,) uint32. `breaks`: places in `codes` where
    a digit follows a digit that did not stand next to it (3.5, 1—12, 1 000), (m,) int64: two
    texts whose codes agree and whose breaks do not have different numbers.
    """

    codes: Codes
    breaks: npt.NDArray[np.int64]

    @property
    def text(self) -> str:
        """The folded text as a string."""
        return string(self.codes)


NO_BREAKS = np.empty(0, dtype=np.int64)
# Stands for the fold of a text that one letter alone does not decide.
UNDECIDED = Folded(np.empty(0, dtype=np.uint32), NO_BREAKS)


def fold(text: str) -> Folded:
    """Return the letters and digits of a text in one script, one width and one case.

    >>> fold("新华社北京5月3日電：ＡＢ, 漢字　①").text
    'ab汉字1'
    """
    _, letters = letters_of(text)
    return _folded(letters, np.array([len(letters)]), frozenset())[0]


def fold_many(texts: Sequence[str]) -> list[Folded]:
    """Return the folds of texts, as `fold` of each.

    On a text of 1,000 letters the calls cost as much as the work, so TOGETHER letters of texts are
    looked up at once; what one letter alone does not decide is folded by itself, and so is what
    has a character that OpenCC changes.
    """
    found: list[Folded] = []
    waiting: list[str] = []
    chars = 0
    for number, text in enumerate(texts):
        waiting.append(_what_counts(text))
        chars += len(waiting[-1])
        if chars >= TOGETHER or number + 1 == len(texts):
            codes = code_points("".join(waiting))
            letters = _letters_for_many().of(codes)
            ends = np.cumsum([len(one) for one in waiting], dtype=np.int64)
            slow = np.searchsorted(ends, np.flatnonzero(letters == SLOW), "right")
            found += _folded(letters, ends, frozenset(slow.tolist()))
            waiting, chars = [], 0
    return [fold(text) if one is UNDECIDED else one for one, text in zip(found, texts, strict=True)]


def _folded(letters: Codes, ends: npt.NDArray[np.int64], slow: frozenset[int]) -> list[Folded]:
    """Return the folds of texts joined, given by what their code points fold to and their ends.

    UNDECIDED for those whose numbers are in `slow`.
    """
    is_kept = letters != DROPPED
    codes = letters.compress(is_kept)
    starts = [0, *ends.tolist()]
    kept = [np.count_nonzero(is_kept[start:end]) for start, end in pairwise(starts)]
    kept_ends = np.cumsum(kept)
    digits = np.flatnonzero(letters - ord("0") < 10)  # less than "0" wraps to a great number
    among_kept = np.flatnonzero(codes - ord("0") < 10)
    is_apart = (among_kept[1:] - among_kept[:-1] == 1) & (digits[1:] - digits[:-1] > 1)
    breaks = among_kept[:-1][is_apart]
    # The last digit of a text and the first of the next do not break a number.
    lasts = np.searchsorted(breaks, kept_ends - 1).tolist()
    firsts = [0, *np.searchsorted(breaks, kept_ends).tolist()]
    found = []
    start = 0
    for number, end in enumerate(kept_ends.tolist()):
        if number in slow:
            found.append(UNDECIDED)
        else:
            first, last = firsts[number], lasts[number]
            apart = breaks[first:last] - start if last > first else NO_BREAKS
            found.append(Folded(codes[start:end], apart))
        start = end
    return found


def letters_of(text: str) -> tuple[Codes, Codes]:
    """Return a text's code points and what each folds to, DROPPED (0) for what does not count.

    Both (n,) uint32. The code points are those of the text without its credit head and times,
    simplified, and where one letter alone did not decide, of its compatible form.
    """
    text = _what_counts(text)
    codes = code_points(text)
    letters = _letters_for_many().of(codes)
    if not np.count_nonzero(letters == SLOW):
        return codes, letters
    codes = code_points(simplified(text))
    letters = _letters().of(codes)
    if np.count_nonzero(letters == SLOW):
        plain = string(codes)
        # Twice: some letters fold to forms that are not composed (NFKC of a case-folded text).
        plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).casefold())
        codes = code_points(plain)
        letters = _letters().of(codes)
        letters = np.where(letters == SLOW, codes, letters)
    return codes, letters


def folded(letters: Codes) -> Codes:
    """Return what counts of the letters of a text, (n,) uint32."""
    return letters.compress(letters != DROPPED)


def _what_counts(text: str) -> str:
    return without_credit_head(without_times(text))


def without_credit_head(text: str) -> str:
    """Return the text without the credit head of a news item.

    >>> without_credit_head("本报讯（记者李四）今天下雨。")
    '今天下雨。'
    """
    found = CREDIT_HEAD_RE.match(text)
    return text[found.end() :] if found else text


def simplified(text: str) -> str:
    """Return the text in simplified characters, as OpenCC's t2s has it.

    A lone surrogate, which OpenCC cannot take, becomes U+FFFD. A text without a character that
    OpenCC changes is not handed over: a search is ten times as fast.
    """
    return converter().convert(text) if _traditional_re().search(text) else text


def is_traditional(text: str) -> bool:
    """Tell whether a text is in traditional characters, but for what was misread."""
    return bool(_traditional_re().search(text)) and script_of_text(text) == "zh-Hant"


def as_mainland(text: str) -> str:
    """Return a text in the words of the mainland, as OpenCC's tw2sp has them.

    A converter that writes 軟體 for 软件 makes a copy that differs in a word in fifty. It writes
    建立 for 创建 and for 建立; so a simplified text goes to Taiwan and back, too. For comparing two
    texts alone.
    """
    if not is_traditional(text):
        text = converter("s2twp").convert(text)
    return converter("tw2sp").convert(text)


def code_points(text: str) -> Codes:
    """Return the code points of a text, (n,) uint32; lone surrogates are let through."""
    # As numpy has strings: a fifth of the time of encoding it.
    return np.array([text]).view(np.uint32) if text else np.empty(0, dtype=np.uint32)


def string(codes: Codes) -> str:
    """Return the text of code points."""
    return str(codes.tobytes(), "utf-32-le", "surrogatepass")


@functools.cache
def _traditional() -> str:
    """Return the characters that OpenCC changes, standing alone (20 ms, once)."""
    han = [chr(code) for start, end in HAN_RANGES for code in range(start, end)]
    alone = converter().convert("\n".join(han)).split("\n")
    return "".join(old for old, new in zip(han, alone, strict=True) if old != new)


@functools.cache
def _traditional_re() -> re.Pattern[str]:
    """Return a search for the characters that OpenCC changes."""
    return re.compile(f"[{_traditional()}]")


class _Letters:
    """What code points fold to: a letter, DROPPED or SLOW, each worked out when it first occurs.

    To work out all takes .1 s, in each process; a corpus has some hundred that are not plain.
    """

    def __init__(self, slow: str = "") -> None:
        self._table = np.full(LAST_ASSIGNED + 1, UNASKED, dtype=np.uint32)
        for start, end in PLAIN_RANGES:
            self._table[start:end] = np.arange(start, end, dtype=np.uint32)
        self._table[code_points(slow)] = SLOW
        self._table[LAST_ASSIGNED] = DROPPED

    def of(self, codes: Codes) -> Codes:
        """Return what each folds to; what lies past the table's end is dropped."""
        # `clip` sends what lies past the end to the last entry, which drops.
        letters = self._table.take(codes, mode="clip")
        is_unasked = letters == UNASKED
        if not is_unasked.any():
            return letters
        for code in set(codes[is_unasked].tolist()):
            self._table[code] = _entry(code)
        return self._table.take(codes, mode="clip")


@functools.cache
def _letters_for_many() -> _Letters:
    """Return the letters of which those that OpenCC changes are SLOW."""
    return _Letters(_traditional())


@functools.cache
def _letters() -> _Letters:
    return _Letters()


def _entry(code: int) -> int:
    """Return what a code point folds to by itself."""
    if unicodedata.category(chr(code)) in NO_CHARACTERS or code in VARIATION_SELECTORS:
        return DROPPED
    if code in JOINING_JAMO:
        return SLOW
    form = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", chr(code)).casefold())
    letters = [c for c in form if c.isalnum() or unicodedata.category(c)[0] == "M"]
    if not letters:
        return DROPPED
    if len(form) > 1 or unicodedata.category(form)[0] == "M":
        return SLOW
    return ord(form)
