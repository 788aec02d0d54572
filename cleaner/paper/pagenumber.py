"""Page numbers by their shape: what a line that holds one and nothing else looks like.

Shape alone proves little (`cleaner.paper.pagecount` asks the page), but how little differs:
第 3 页 says what it is; — 3 — and a bare 3 may count chapters; (3) and [3] number items and notes
as well; a bare 三 or iii opens a section as often as it ends a page. What a program wrote between
pages, ===== 第 3 页 =====, and Word's field PAGE MERGEFORMAT are nothing else.
"""

from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.kept import kept_of_short

# What a shape says by itself.
WORDS = "words"  # 第 3 页, Page 3 of 12, https://… 3/12
PLAIN = "plain"  # 3, — 3 —, 3/12
BRACKETED = "bracketed"  # (3), [3]: items and notes have these too
NUMERAL = "numeral"  # 三, iii without anything round it: sections have these too
MARK = "mark"  # ===== 第 3 页 =====, PAGE MERGEFORMAT 3: of a program

# The longest of them, with room; a longer line is not looked at.
PAGE_NUMBER_CHARS = 20

_NUMBER = r"(?:\d{1,4}|[ivxlcIVXLC]{1,8}|[一二三四五六七八九十百〇零○]{1,5})"
_PAGES = rf"(?:共|总|計|计|/|／|of)? ?{_NUMBER}? ?[页頁]?"

# Left and right of the number: a dash, a dot, an ornament, a bracket; either may be lost.
_LEFT = r"(?:[-—–－―·•・~～*＊※◆●|｜]{1,3} ?)?"
_RIGHT = r"(?: ?[-—–－―·•・~～*＊※◆●|｜]{1,3})?"
_BRACKETS = ("〔〕", "【】", "〈〉", "［］", "[]", "（）", "()")

# 第 3 页, 第3页，共12页, 共 12 頁 第 3 頁, 3页, Page 3 of 12, P.3, 页码：3.
WORDS_RE = re.compile(
    rf"(?:(?:[共总][ ]?{_NUMBER} ?[页頁][ ,，/／]{{0,3}})?第 ?(?P<a>{_NUMBER}) ?[页頁]"
    rf"(?:[ ,，/／]{{1,3}}{_PAGES}|[共总] ?{_NUMBER} ?[页頁])?"
    r"|(?P<b>\d{1,4}) ?[页頁]"
    r"|(?:页码|頁碼|[页頁]) ?[:：]? ?(?P<c>\d{1,4})"
    rf"|(?:Page|page|PAGE|Pg\.?|[Pp]\.?) ?[|｜]? ?(?P<d>\d{{1,4}})(?: ?(?:of|/|／) ?\d{{1,4}})?)"
)
# 3, iii, 3/12, 3 of 12; 3-12, the twelfth page of the third chapter.
PART_RE = re.compile(r"(?P<part>[0-9]{1,2}|[A-Z]) ?[-–] ?(?P<a>[0-9]{1,3})")
PLAIN_RE = re.compile(rf"(?P<a>{_NUMBER})(?:(?: ?[/／|｜] ?| of )(?P<total>\d{{1,4}}))?")
DECORATED_RE = re.compile(f"{_LEFT}(?P<body>.*?){_RIGHT}")
BRACKET_RE = re.compile(
    "|".join(f"{re.escape(pair[0])} ?(.*?) ?{re.escape(pair[1])}" for pair in _BRACKETS)
)
# Brackets that neither items nor notes have.
PAGE_BRACKETS = "〔【〈"

# What such a line may end with; most lines do not.
ENDS = frozenset("0123456789０１２３４５６７８９ivxlcIVXLC一二三四五六七八九十百〇零○页頁")
ENDS |= frozenset("-—–－―·•・~～*＊※◆●|｜〕】〉］])）")

NUMBERS_RE = re.compile(_NUMBER)

# What a program sets between pages: ===== 第 3 页 =====, --- Page 3 ---, <!-- page 3 -->, PAGE_3;
# Word's field, in a text that was taken from its file: PAGE \\* MERGEFORMAT 3.
RULED_RE = re.compile(
    r"(?:[=*#_~-]{3,40}|<!--) ?[\[【]?(?P<body>[^=*#~<>\[\]【】-]{1,20}?)[\]】]? ?"
    r"(?:[=*#_~-]{3,40}|-->)"
)
PROGRAM_RE = re.compile(r"(?:[Pp]age|PAGE|第|页|頁)[ _:：#]{0,2}(?P<a>[0-9]{1,4})(?: ?[页頁])?")
FIELD_RE = re.compile(r"PAGE +\\\* *MERGEFORMAT *(?P<a>[0-9]{0,4})|\[[Pp]age (?P<b>[0-9]{1,4})\]")
MARK_CHARS = 100
MARK_ENDS = frozenset("=*#_~>-]0123456789T")
MARK_STARTS = frozenset("=*#_~<-[Phf")

# What a browser prints at the foot of each sheet of a page of the web: its address, 2/3.
PRINTED_RE = re.compile(r"((?:https?|file)://\S{3,400}) {1,9}([0-9]{1,3})/[0-9]{1,3}")
PRINTED_CHARS = 420

HAN_DIGITS = {**{char: at for at, char in enumerate("〇一二三四五六七八九")}, "零": 0, "○": 0}
HAN_TENS = {"十": 10, "百": 100}
# The hundreds, tens and ones of Roman numbers, up to 399.
ROMAN_RE = re.compile("c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class PageNumber(NamedTuple):
    """A number, what its shape says, and how it is written: numbers of one page run are alike."""

    value: int
    shape: str
    style: str
    total: str = ""  # 25 of 3 / 25


def may_be(text: str) -> bool:
    """Say whether a line, or a part of one, may be a page's number, by its last character."""
    return text[-1] in ENDS or text[-1] in MARK_ENDS or text[-1].isspace()


@kept_of_short
def page_number(text: str) -> PageNumber | None:
    """Return the number that a line holds if it holds nothing else."""
    if "\u3000" in text and len(text) <= PAGE_NUMBER_CHARS:
        text = " ".join(text.split())  # as offices write it: —　3　—
    if text[0] in MARK_STARTS and text[-1] in MARK_ENDS and (mark := _mark(text)):
        return mark
    if len(text) > PAGE_NUMBER_CHARS or text[-1] not in ENDS:
        return None
    bracket = BRACKET_RE.fullmatch(text)
    if bracket:
        body = next(group for group in bracket.groups() if group is not None)
    else:
        decorated = DECORATED_RE.fullmatch(text)
        body = decorated["body"] if decorated else text
    words = WORDS_RE.fullmatch(body)
    found = words or PLAIN_RE.fullmatch(body)
    if not found:
        part = PART_RE.fullmatch(text)  # a score is one, too
        return PageNumber(int(part["a"]), NUMERAL, part["part"] + "-") if part else None
    written = next(group for group in found.groups() if group)
    total = "" if words else found["total"] or ""
    value = value_of(written)
    style = "" if written.isdecimal() else "roman" if written.isascii() else "han"
    if value is None or words:
        total = body if len(NUMBERS_RE.findall(body)) > 1 else ""
        return None if value is None else PageNumber(value, WORDS, style, total)
    if bracket:
        return PageNumber(value, PLAIN if text[0] in PAGE_BRACKETS else BRACKETED, style + text[0])
    return PageNumber(value, NUMERAL if style and written == text else PLAIN, style, total)


def _mark(text: str) -> PageNumber | None:
    """Return the number in what a program wrote between two pages, or in a field of Word's."""
    if text[0] in "hf":
        foot = PRINTED_RE.fullmatch(text) if len(text) <= PRINTED_CHARS else None
        return PageNumber(int(foot[2]), WORDS, foot[1]) if foot else None
    found = FIELD_RE.fullmatch(text) if len(text) <= MARK_CHARS else None
    if not found and len(text) <= MARK_CHARS:
        ruled = RULED_RE.fullmatch(text)
        body = ruled["body"].strip() if ruled else ""
        found = WORDS_RE.fullmatch(body) or PROGRAM_RE.fullmatch(body)
    if not found:
        return None
    written = next((group for group in found.groups() if group), "0")
    value = value_of(written)
    return None if value is None else PageNumber(value, MARK, "mark")


def value_of(number: str) -> int | None:
    """Return the value of a number in digits, Roman or Chinese; None for one that is ill formed."""
    if number.isdecimal():
        return int(number)
    if number.isascii():
        whole = number in {number.lower(), number.upper()} and ROMAN_RE.fullmatch(number.lower())
        return _roman(number.lower()) if whole else None
    return _han(number)


def _roman(number: str) -> int:
    signs = [ROMAN[sign] for sign in number]
    return sum(-one if one < after else one for one, after in pairwise([*signs, 0]))


def _han(number: str) -> int:
    """Return the value of 十二, 一百零三; of 一二三, 二〇 by the place of the digits."""
    if not HAN_TENS.keys() & set(number):
        return int("".join(str(HAN_DIGITS[char]) for char in number))
    value, digit = 0, 0
    for char in number:
        if char in HAN_DIGITS:
            digit = HAN_DIGITS[char]
        else:
            value, digit = value + (digit or 1) * HAN_TENS[char], 0
    return value + digit
