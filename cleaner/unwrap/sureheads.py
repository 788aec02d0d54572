"""Which lines of columns are headlines for sure, told before the lines are joined.

A column may end in mid-sentence where the page goes on in another, and a headline below it looks
like the next line: no end mark stands before it, and none in it. So it is told by what it is
itself and by what stands round it: its width and its neighbours', against the columns near it; a
blank line before it, in a text that puts few inside its paragraphs; a byline or a dateline after
it; a pause or 【…】 in it; words of it that the text below repeats, and the text above does not; no
word cut at its ends. Such a line is a block of its own, whatever the decode
(`cleaner.unwrap.decision`) would make of it.

The weights are log-odds, fitted over 8,000 lines that have the shape of a heading and no comma, of
newspapers printed and scanned and of manuals, and rounded. On the half that they were not fitted
on, 93 of 100 that are found are headlines or subheads, and three in four of those are found.
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import (
    BULLET,
    CLOSE,
    COMMA,
    DIGIT,
    END,
    HAN,
    PLAIN,
    Line,
    Lines,
    kept_with_lines,
)
from cleaner.paper.headshape import MAX_CLAUSES_EM, PAUSE_RE, is_heading
from cleaner.paper.labels import CONNECTIVES
from cleaner.paper.letters import is_salutation
from cleaner.paper.names import is_byline, names_in_brackets
from cleaner.paper.press import closing_credit, dateline_end
from cleaner.paper.signs import credit_lines, dateline_ends, jump_lines
from cleaner.unwrap.cuts import FUNCTION_WORDS, evidence_of
from cleaner.unwrap.measure import SHADOW_EM

# The weights. BASE: fitted .1; a nat less, since a torn paragraph costs more than a lost headline.
BASE = -0.9
WIDER = 0.9  # than the columns near
AS_WIDE, AS_FIRST = -2.7, -1.9  # as wide as they are, as the first lines in them
TINY, TINY_EM = 1.2, 6.0  # no column is so narrow
BLANK = 0.1  # times how rare a blank line is inside paragraphs, in nats
BLANKS = 1.1  # two of them or more
ALONE = 0.5  # as BLANK, where a blank line stands after it too
PAGE = 0.8  # it opens a page, or the text
ANNOUNCED, ANNOUNCED_LATER = 2.3, 1.2  # a byline or a dateline in the next line, the one after
ANNOUNCED_APART = 0.3  # more, with a blank line before
PAUSE, WIDE_PAUSE = 1.9, 2.0  # more for a full-width space between clauses: prose has none
BRACKETED = 0.9
CLAUSES = -3.6  # a comma in it
CONNECTIVE, LEANS, OPEN_END, DIGIT_END = -0.75, -0.5, -0.9, -1.0  # what it starts, ends with
ECHO, ECHO_AFTER_END = 1.9, 2.2  # times the share of its pairs of characters that the text below
REPEATS = -1.9  # or above repeats
CUT_BEFORE, CUT_AFTER, LEANS_AFTER, OPENS_AFTER = -0.7, -1.3, -0.6, 0.6
BEFORE_FIRST, BEFORE_FULL, BEFORE_LAST, BEFORE_HEAD = -0.5, -1.4, -1.7, 3.0  # what comes below
AFTER_SHORT, AFTER_HEAD, AFTER_FULL, AFTER_COMMA = 0.3, 1.6, -0.7, -1.1  # what stood above

# Evidence of a break from which a word is cut, and from which a paragraph may begin after it.
CUT_WORD, OPENS = -2.5, 1.0
COMMA_RE = re.compile("，|,(?![0-9])")
HAN_RE = re.compile(r"[\u4e00-\u9fff]+")
WIDE_PAUSE_RE = re.compile("[\u4e00-\u9fff]{4}\u3000[\u4e00-\u9fff]{4}")
# Words that no heading ends with.
OPEN_ENDS = frozenset("的和与是在对为将及等也把被就都而并以从向于其中到由按用")
# What a dateline opens with whose end may stand in the next line.
HOUSE_RE = re.compile("[据據]?(?:新[华華]社|中新[社网網]|央[视視]|人民|本[报報]|中央社)")
# Lines on each side whose widths are the columns near a line, and how many make a column.
NEAR, MIN_COLUMN = 12, 3
# Lines of the text above and below that may repeat a headline.
ECHO_LINES = 8
# Wider than the columns by this, em; as wide as one within this; clearly shorter.
WIDER_EM, SAME_EM, SHORTER_EM, SHORT_EM = 1.5, 1.0, 1.2, 3.0
# Sums of the weights differ by less than this with the order that they are added in.
ROUNDING = 1e-6


class _Page(NamedTuple):
    """The lines of a text with what is asked of each more than once."""

    lines: Lines
    steps: Sequence[int]  # their widths in half em
    alike: Sequence[bool]  # which can be a heading, or the short rest of one
    announced: Sequence[float]
    rare: float


def head_lines(lines: Lines) -> list[bool]:
    """Say of each line whether it is a headline by itself. Linear."""
    marks = _marks(lines)
    announced = _announced(marks)
    shaped = [_is_shaped(line) and not mark for line, mark in zip(lines, marks, strict=True)]
    maybe = [
        at
        for at in range(len(lines))
        if not marks[at] and _may_be(lines[at], shaped[at], announced[at])
    ]
    found = [False] * len(lines)
    if not maybe:
        return found
    steps = [round(2 * line.width) for line in lines]
    alike = [
        one or (_is_rest(line) and not mark)
        for one, line, mark in zip(shaped, lines, marks, strict=True)
    ]
    page = _Page(lines, steps, alike, announced, rareness(lines))
    for at in maybe:
        found[at] = _is_head(page, at)
    return found


def _is_shaped(line: Line) -> bool:
    """Say whether a line has the shape of a heading, without a comma."""
    text = line.text
    if "，" in text or ("," in text and COMMA_RE.search(text)):
        return False
    return _is_heading(line)


def _is_heading(line: Line) -> bool:
    """Say whether a line has the shape of a heading, most of it Han: a path or a formula is none.

    A number that the line cuts (28. | 49%) is no heading's end.
    """
    text = line.text
    if line.width > MAX_CLAUSES_EM or line.ending == END or line.opening == BULLET:
        return False
    return (
        text[-1] != "."
        and 2 * sum(map(len, HAN_RE.findall(text))) >= len(text)
        and is_heading(line)
    )


def _is_rest(line: Line) -> bool:
    """Say whether a line can be what is left of a heading, of any number of characters."""
    return (
        line.width <= TINY_EM
        and line.ending in (HAN, CLOSE, DIGIT)
        and line.opening == PLAIN
        and "，" not in line.text
    )


def _may_be(line: Line, shaped: bool, announced: float) -> bool:
    """Say whether a line may be a headline: with a comma only where more speaks for it."""
    if shaped or not (line.blanks or line.page or line.text[0] == "【" or announced):
        return shaped
    return _is_heading(line)


def announced_in(lines: Lines) -> list[float]:
    """Return what a byline or dateline in the next line, or the one after it, weighs for each."""
    return _announced(_marks(lines))


def _announced(marks: Sequence[bool]) -> list[float]:
    found = [0.0] * len(marks)
    for at, mark in enumerate(marks):
        if mark:
            if at:
                found[at - 1] = ANNOUNCED
            if at > 1:
                found[at - 2] = found[at - 2] or ANNOUNCED_LATER
    return found


@kept_with_lines
def _marks(lines: Sequence[Line]) -> list[bool]:
    """Say of each line whether it stands under a headline: a byline, a dateline, 上接第1版."""
    signs = zip(credit_lines(lines), dateline_ends(lines), jump_lines(lines), strict=True)
    return [
        credit
        or dateline > 0
        or jump == "from"
        or _is_cut_dateline(lines, at)
        or is_salutation(lines[at].text)
        or (at > 0 and is_byline(lines[at - 1].text, lines[at].text))
        for at, (credit, dateline, jump) in enumerate(signs)
    ]


def _is_cut_dateline(lines: Sequence[Line], at: int) -> bool:
    """Say whether a dateline opens in a line and ends in the next: 新华社北京2 | 月28日电."""
    text = lines[at].text
    if at + 1 == len(lines) or lines[at].ending not in (HAN, DIGIT) or not HOUSE_RE.match(text):
        return False
    return dateline_end(text + lines[at + 1].text) > len(text)


def _is_head(page: _Page, at: int) -> bool:
    columns = columns_near(page.steps, at)
    widest = max(columns, default=0.0)
    score = BASE + page.announced[at] + _look(page, at) + _blank(page, at)
    score += _width(page.lines[at].width, columns, widest)
    score += _above(page, at, columns, widest) + _below(page, at, columns, widest)
    # Most lines are far from it whatever the text repeats.
    if score + ECHO + ECHO_AFTER_END < -ROUNDING:
        return False
    lines = page.lines
    score += _cuts(lines, at)
    if score + ECHO + ECHO_AFTER_END < -ROUNDING:
        return False
    ended = at == 0 or lines[at - 1].ending == END or _is_credit(lines, at - 1)
    score += (ECHO + (ECHO_AFTER_END if ended else 0.0)) * echo(lines, at, at + 1)
    return score + REPEATS * echo(lines, at, max(at - ECHO_LINES, 0), at) > ROUNDING


def _look(page: _Page, at: int) -> float:
    """Score what the line itself looks like."""
    text = page.lines[at].text
    terms = (
        PAUSE if PAUSE_RE.search(text) else 0.0,
        WIDE_PAUSE if WIDE_PAUSE_RE.search(text) else 0.0,
        BRACKETED if text[0] == "【" else 0.0,
        CLAUSES if COMMA_RE.search(text) else 0.0,
        CONNECTIVE if text.startswith(CONNECTIVES) else 0.0,
        LEANS if text[0] in FUNCTION_WORDS else 0.0,
        OPEN_END if text[-1] in OPEN_ENDS else 0.0,
        DIGIT_END if page.lines[at].ending == DIGIT else 0.0,
        TINY if page.lines[at].width <= TINY_EM else 0.0,
    )
    return sum(terms)


def _blank(page: _Page, at: int) -> float:
    """Score the blank lines round a line, and a page that begins with it."""
    lines = page.lines
    blanks = lines[at].blanks
    score = PAGE if lines[at].page or not at else 0.0
    if blanks:
        score += BLANK * page.rare + (BLANKS if blanks > 1 else 0.0)
        if at + 1 < len(lines) and lines[at + 1].blanks:
            score += ALONE * page.rare
        score += ANNOUNCED_APART if page.announced[at] else 0.0
    return score


def _width(width: float, columns: Sequence[float], widest: float) -> float:
    """Score a line's width against the columns near it."""
    if not columns or _is_in(width, columns):
        return AS_WIDE  # in a few lines nothing tells how wide a column is; most lines are full
    if width > widest + WIDER_EM:
        return WIDER
    return AS_FIRST if _is_in(width + SHADOW_EM, columns) else 0.0


def _above(page: _Page, at: int, columns: Sequence[float], widest: float) -> float:
    """Score the line above: it ended a paragraph short of the margin, or is a heading, or full."""
    if at == 0:
        return 0.0
    line = page.lines[at - 1]
    if _is_credit(page.lines, at - 1):
        return 0.0
    score = AFTER_SHORT if columns and line.width < widest - SHORT_EM else 0.0
    if line.ending == END:
        return score
    if page.alike[at - 1] and line.width < widest - SHORTER_EM:
        score += AFTER_HEAD
    if line.ending == COMMA and not page.lines[at].blanks:
        score += AFTER_COMMA  # 更高质量、 | 更高水平的新发展
    return score + (AFTER_FULL if _is_in(line.width, columns) else 0.0)


def _below(page: _Page, at: int, columns: Sequence[float], widest: float) -> float:
    """Score the line below by its place: a first line, a full one, a last one, a heading."""
    lines = page.lines
    if at + 1 == len(lines):
        return 0.0
    line = lines[at + 1]
    if line.ending == END and line.width < widest - SHORT_EM:
        return BEFORE_LAST
    # As a first line itself it is counted already, and what is as wide as a column goes on in it.
    width, full = page.lines[at].width, _is_in(line.width, columns)
    is_first = _is_in(width + SHADOW_EM, columns) and not _is_in(width, columns)
    head = page.alike[at + 1] and line.width < widest - SHORTER_EM and not (is_first and full)
    score = BEFORE_HEAD if head else 0.0
    after = lines[at + 2].width if at + 2 < len(lines) else None
    if after is not None and any(
        abs(line.width + SHADOW_EM - one) <= SAME_EM and abs(after - one) <= SAME_EM
        for one in columns
    ):
        return score + (0.0 if is_first else BEFORE_FIRST)
    return score + (BEFORE_FULL if full else 0.0)


def _cuts(lines: Lines, at: int) -> float:
    """Score the breaks before and after a line by what they would cut."""
    score = 0.0
    evidence = evidence_of(lines)
    if at and evidence[at - 1] <= CUT_WORD:
        score += CUT_BEFORE
    after = evidence[at] if at + 1 < len(lines) else 0.0
    if after <= CUT_WORD:
        return score + CUT_AFTER
    if after >= OPENS:
        return score + OPENS_AFTER
    return score + (LEANS_AFTER if after < 0 else 0.0)


def _is_credit(lines: Lines, at: int) -> bool:
    if credit_lines(lines)[at] or jump_lines(lines)[at] != "" or closing_credit(lines[at].text):
        return True
    return names_in_brackets(lines[at])


def _is_in(width: float, columns: Sequence[float]) -> bool:
    """Say whether a width is a column's."""
    return any(abs(width - one) <= SAME_EM for one in columns)


def columns_near(steps: Sequence[int], at: int) -> list[float]:
    """Return the widths, em, that lines near by have in number; `steps`: all in half em."""
    counts = Counter([*steps[max(0, at - NEAR) : at], *steps[at + 1 : at + 1 + NEAR]])
    seen = counts.get
    return [
        one / 2
        for one, count in counts.items()
        if seen(one - 1, 0) + count + seen(one + 1, 0) >= MIN_COLUMN
    ]


@kept_with_lines
def rareness(lines: Sequence[Line]) -> float:
    """Return how rare a blank line is after a line that ends no sentence, in nats."""
    after = [second for first, second in pairwise(lines) if first.ending != END]
    blank = sum(one.blanks > 0 and not one.page and not is_heading(one) for one in after)
    return -math.log((blank + 0.5) / (len(after) + 1))


def echo(lines: Sequence[Line], at: int, first: int, end: int | None = None) -> float:
    """Return the share of the pairs of characters of a line that others repeat.

    The others: lines [first, end), or ECHO_LINES from `first` on.
    """
    text = "".join(one.text for one in lines[first : first + ECHO_LINES if end is None else end])
    pairs = {a + b for a, b in pairwise(lines[at].text) if a.isalnum() and b.isalnum()}
    return sum(pair in text for pair in pairs) / max(len(pairs), 1)
