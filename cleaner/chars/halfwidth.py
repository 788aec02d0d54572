"""Where a Chinese text is written with half-width marks by accident, not by habit.

Chinese has its comma in full width. A half-width one between Han characters is what a converter,
a scan's reader or a keyboard in the wrong mode leaves, and they leave it everywhere in the piece
that went through them: 山川一脉同风雨,冀疆何曾是两乡. With it come half-width colons,
brackets and straight quotes. Those alone prove nothing: laws and manuals write (一) and
(以下简称…) in half width throughout and their commas in full width, and web pages write
时间:2024年. That is a habit, and stays. So the comma is the witness, and the other marks go along
with it:

- of a line (a paragraph, by now): at least two half-width commas and more of them than full-width;
- of a document: at least three, and one comma in twenty. A page of four articles of which one is
  damaged came through one machine: its other articles' brackets are half-width for the same reason.

Over laws, news, web pages and manuals that are clean, slips of one comma or two in 60 to 300 are
the most that occur (up to .023); over damaged pages the share is from .05 (a scan) to 1.

Some kinds of line are half-width by rule, and are neither changed nor witnesses: references with
the sign of their kind ([J], GB/T 7714); rows of data, where the lines beside each other have as
many commas and none holds the end of a sentence; a program with its comments; its log and a chat,
each line with its second or minute.

A text that is known to be scanned needs no witness: its reader writes ( and （ for the same print.

A text that was cleaned before has only the lines' evidence: its page is gone, and what the page
had to say about it was done then.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from cleaner import late as re
from cleaner.chars.scripts import HAN, HAN_RE, SIMPLIFIED_RE, TRADITIONAL_RE, script_of
from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.programs import program_lines

# A comma behind Han, whatever it belongs to.
COMMA_BEHIND_HAN_RE = re.compile(f",(?<=[{HAN}],)")
FULL_WIDTH = {"!": "！", "(": "（", ")": "）", ",": "，", ":": "：", ";": "；", "?": "？"}
# A half-width comma between Han, with or without a space after it: 雨,冀  雨, 冀  说",“我. Not
# between a Han character and a Latin word, where a list of names may stand (使用apt,dpkg).
# The comma comes first in the pattern: that makes a search of it fast.
HALF_COMMA_RE = re.compile(f",(?<=[{HAN}”’》）)】],)(?= ?[{HAN}“‘《（(【0-9])")
LETTER_RE = re.compile("[A-Za-z]")
# The sign of a reference's kind: [J]. [M]. [C]// [EB/OL].
REFERENCE_RE = re.compile(
    r"\[(?:[ACDGJMNPRSZ]|CP|DB|DS|EB)(?:/(?:CD|DK|MT|OL))?\] ?(?:[.,:，：]|//)"
)
# The stamp that opens a line of a log: 2024-01-15 08:00:07 WARN, [2024/1/15 08:00:07.123]; or a
# turn of a chat, which people type as they like: [20:31] 阿杰: 在吗?
LOG_RE = re.compile(
    r"\[?(?:19|20)\d\d[-/]\d{1,2}[-/]\d{1,2}[ T]\d\d:\d\d:\d\d(?!\d)"
    r"|\[?\d{1,2}:\d\d(?::\d\d)?\]? [^\s，。]{1,16}[:：]"
)
# A request or a comment of roff: .SH "NAME"
OPENS_REQUEST = frozenset(".'")
REQUEST_RE = re.compile(r"[.'](?:\\\"|[A-Z]{1,2} |[a-z]{2} )")
# A field of a row of data whose commas are its own: "Smith, John".
FIELD_RE = re.compile('"[^"]*"')
# The names of a table's columns, and how many lines beside, of all, have as many fields. Chosen.
HEAD_RE = re.compile(r"\ufeff?[^,，。；;：:！!？?]{0,24}(?:,[^,，。；;：:！!？?]{0,24}){2,40}")
MIN_ROWS, MIN_ROW_SHARE = 4, 0.8
# What a row of data does not end with.
SENTENCE_ENDS = frozenset("。！？!?.;；:：…，”’")
# What it does not hold either, quoted fields aside: a credit may follow the last sentence.
SENTENCE_END_RE = re.compile("[。！？]")

MIN_LINE_COMMAS = 2
MIN_COMMAS = 3
MIN_SHARE = 0.05

# Simplified text, or Chinese that could be either. Traditional text from Hong Kong and Taiwan is
# often typed with half-width marks and a space, on purpose: so is a line of it in another text.
# What was simplified before a recipe had it written in traditional (`script_before`) is neither.
SCRIPTS = frozenset({"zh", "zh-Hans"})
MIN_TRADITIONAL = 2


def damaged_lines(document: Document) -> Sequence[tuple[int, str]]:
    """Return (start, line) of the lines whose half-width marks are an accident, in order."""
    text = document.text
    scanned = bool(document.meta.get("scanned"))
    if not scanned and not HALF_COMMA_RE.search(text):
        return ()
    converted = document.meta.get("script_before") in SCRIPTS
    if script_of(document) not in SCRIPTS and not converted:
        return ()
    return _damaged_lines(text, document.was_cleaned, scanned, scanned or converted)


@lru_cache(maxsize=1)  # three stages ask, mostly of the same text
def _damaged_lines(
    text: str, was_cleaned: bool, scanned: bool, with_traditional: bool
) -> tuple[tuple[int, str], ...]:
    lines = text.replace("\f", "\n").split("\n")
    by_rule = half_by_rule(text)
    whole = not was_cleaned and (scanned or _is_damaged_page(lines, by_rule))
    found, at = [], 0
    for number, line in enumerate(lines):
        is_own = number in by_rule or _is_foreign(line)
        if (
            (whole or is_damaged(line))
            and not is_own
            and (with_traditional or not _is_traditional(line))
        ):
            found.append((at, line))
        at += len(line) + 1
    return tuple(found)


@lru_cache(maxsize=1)
def half_by_rule(text: str) -> frozenset[int]:
    """Return the lines of a text, counted from 0, whose marks are half-width by rule.

    A form feed ends a line too.
    """
    lines = text.replace("\f", "\n").split("\n")
    references = {number for number, line in enumerate(lines) if REFERENCE_RE.search(line)}
    return _rows(lines) | _programs(text) | references


def is_damaged(line: str) -> bool:
    """Say whether a line's own commas show the damage."""
    half = len(HALF_COMMA_RE.findall(line)) if "," in line else 0
    return half >= MIN_LINE_COMMAS and half > line.count("，")


def _is_damaged_page(lines: Sequence[str], by_rule: frozenset[int]) -> bool:
    half = full = 0
    for number, line in enumerate(lines):
        full += line.count("，")
        if "," in line and number not in by_rule:
            half += len(HALF_COMMA_RE.findall(line))
    return half >= MIN_COMMAS and half >= MIN_SHARE * (half + full)


def _rows(lines: Sequence[str]) -> frozenset[int]:
    """Return the rows of data, neighbours of as many fields, blank lines aside; a log's lines."""
    fields = [
        (number, _fields(line) if "," in line else 0)
        for number, line in enumerate(lines)
        if line.strip()
    ]
    found = {
        number
        for number, line in enumerate(lines)
        if LOG_RE.match(line) or (line[:1] in OPENS_REQUEST and REQUEST_RE.match(line))
    }
    for (above, count), (below, other) in pairwise(fields):
        # The last field of a row may be empty: 60101,青石闸,7.61,
        is_cut = lines[above].rstrip()[-1] == "," == lines[below].rstrip()[-1]
        if count == other >= MIN_LINE_COMMAS and not is_cut:
            found |= {above, below}
    return frozenset(found) | _table(lines)


def _table(lines: Sequence[str]) -> frozenset[int]:
    """Return the rows of a table with a head, whose fields may be sentences: id,question,answer."""
    rows = [(number, line) for number, line in enumerate(lines) if "," in line]
    if not rows or not HEAD_RE.fullmatch(rows[0][1].strip()):
        return frozenset()
    size = rows[0][1].count(",")
    same = [number for number, line in rows if FIELD_RE.sub("", line).count(",") == size]
    written = sum(1 for line in lines if line.strip())
    enough = len(same) >= MIN_ROWS and len(same) >= MIN_ROW_SHARE * written
    return frozenset(same) if enough else frozenset()


def _programs(text: str) -> frozenset[int]:
    """Return the lines that belong to a program."""
    lines = read_lines(text)
    found, number, end = set(), 0, 0
    for line, is_program in zip(lines, program_lines(lines), strict=True):
        if is_program:
            number += text.count("\n", end, line.start) + text.count("\f", end, line.start)
            end = line.start
            found.add(number)
    return frozenset(found)


def _fields(line: str) -> int:
    """Return how many commas part the fields of a row of data; 0 where the line is a sentence."""
    if line.rstrip()[-1] in SENTENCE_ENDS:
        return 0
    bare = FIELD_RE.sub("", line) if '"' in line else line
    return 0 if SENTENCE_END_RE.search(bare) else bare.count(",")


def _is_traditional(line: str) -> bool:
    """Say whether a line is in traditional characters."""
    telling = len(TRADITIONAL_RE.findall(line))
    return telling >= MIN_TRADITIONAL and not SIMPLIFIED_RE.search(line)


def _is_foreign(line: str) -> bool:
    """Say whether a line has more Latin letters than Han: code, a quotation, an address."""
    if line.isascii():
        return True
    letters = len(LETTER_RE.findall(line)) if LETTER_RE.search(line) else 0
    return letters > 0 and letters > len(HAN_RE.findall(line))
