"""Which lines of columns are headlines for sure, told before the lines are joined.

A column may end in mid-sentence where the page goes on in another, and a headline below it looks
like the next line: no end mark stands before it, and none in it. So it is told by what it is
itself and by what stands round it: a blank line before it, in a text that puts few inside its
paragraphs; a byline or a dateline after it; wider than the columns near it; a pause or 【…】 in
it; text below that repeats its words. Such a line is a block of its own, whatever the decode
(`cleaner.unwrap.decision`) would make of it.

The weights are log-odds, fitted over 10,000 lines that have the shape of a heading, of newspapers
printed and scanned, and rounded. On the half that they were not fitted on, nine of ten that are
found in printed pages are headlines.
"""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from cleaner.layout import BULLET, END, Line
from cleaner.paper.headings import MAX_CLAUSES_EM, PAUSE_RE, is_heading
from cleaner.paper.press import credit_line, dateline_end, jump_line
from cleaner.unwrap.measure import SHADOW_EM

# The weights.
BASE = -4.8  # fitted: -3.7; a nat less, since a torn paragraph costs more than a lost headline
WIDER, AS_WIDE, NARROWER = 0.4, -0.9, 0.5
ANNOUNCED, ANNOUNCED_LATER = 1.1, 1.8  # a byline or a dateline in the next line, the one after
ANNOUNCED_APART = 2.0  # more, with a blank line before; else a byline may have slipped in
BLANK = 0.7  # times how rare a blank line is inside paragraphs, in nats
BLANKS = 1.1  # two of them or more
ALONE = 0.8  # as BLANK, where a blank line stands after it too
AFTER_END = 0.3
PAUSE = 0.8
BRACKETED = 1.9
COMMA = -3.4
ECHO = 1.2  # times the share of its pairs of characters that the text below repeats
LONG, LONG_EM = 0.8, 18.0

# Lines on each side whose widths are the columns near a line, and how many make a column.
NEAR, MIN_COLUMN = 12, 3
# Lines of the text below that may repeat a headline.
ECHO_LINES = 8
# Wider than the columns by this, em; as wide as one within this.
WIDER_EM, SAME_EM = 1.5, 1.0
# Sums of the weights differ by less than this with the order that they are added in.
ROUNDING = 1e-6


def head_lines(lines: Sequence[Line]) -> list[bool]:
    """Say of each line whether it is a headline by itself. Linear."""
    found = [False] * len(lines)
    announced = _announced(lines)
    # Nothing else than these can bring the sum over zero.
    maybe = [at for at in range(len(lines)) if _may_be(lines[at], announced[at])]
    if not maybe:
        return found
    rare = _rareness(lines)
    steps = [round(2 * line.width) for line in lines]
    for at in maybe:
        found[at] = _is_head(lines, at, rare, announced[at], steps)
    return found


def _may_be(line: Line, announced: float) -> bool:
    if line.width > MAX_CLAUSES_EM or line.ending == END or line.opening == BULLET:
        return False
    if line.blanks or line.page or line.text[0] == "【" or announced:
        return is_heading(line)
    return False


def _announced(lines: Sequence[Line]) -> list[float]:
    """Return what a byline or dateline in the next line, or the one after it, weighs."""
    found = [0.0] * len(lines)
    for at, line in enumerate(lines):
        text = line.text
        if credit_line(text) or dateline_end(text) or jump_line(text) == "from":
            if at:
                found[at - 1] = ANNOUNCED
            if at > 1:
                found[at - 2] = found[at - 2] or ANNOUNCED_LATER
    return found


def _is_head(
    lines: Sequence[Line], at: int, rare: float, announced: float, steps: Sequence[int]
) -> bool:
    line = lines[at]
    terms = (
        ANNOUNCED_APART if announced and line.blanks else 0.0,
        (BLANK * rare if line.blanks else 0.0) + (BLANKS if line.blanks > 1 else 0.0),
        ALONE * rare if line.blanks and at + 1 < len(lines) and lines[at + 1].blanks else 0.0,
        AFTER_END if at and lines[at - 1].ending == END else 0.0,
        PAUSE if PAUSE_RE.search(line.text) else 0.0,
        BRACKETED if line.text[0] == "【" else 0.0,
        COMMA if "，" in line.text else 0.0,
        LONG if line.width >= LONG_EM else 0.0,
    )
    # Most lines are far from it whatever stands round them.
    if BASE + announced + sum(terms) + max(WIDER, NARROWER) + ECHO < -ROUNDING:
        return False
    score = BASE + announced + _width_score(line.width, at, steps, announced)
    for term in terms:
        score += term
    return score + ECHO * echo(lines, at, at + 1) > 0


def _rareness(lines: Sequence[Line]) -> float:
    """Return how rare a blank line is after a line that ends no sentence, in nats."""
    after = [second for first, second in pairwise(lines) if first.ending != END]
    blank = sum(one.blanks > 0 and not one.page and not is_heading(one) for one in after)
    return -math.log((blank + 0.5) / (len(after) + 1))


def _width_score(width: float, at: int, steps: Sequence[int], announced: float) -> float:
    """Score a line's width against the columns near it; `steps`: all widths in half em."""
    counts = Counter([*steps[max(0, at - NEAR) : at], *steps[at + 1 : at + 1 + NEAR]])
    seen = counts.get
    columns = [
        one / 2
        for one, count in counts.items()
        if seen(one - 1, 0) + count + seen(one + 1, 0) >= MIN_COLUMN
    ]
    if width > max(columns, default=0.0) + WIDER_EM:
        return WIDER
    if any(abs(width - one) <= SAME_EM for one in columns):
        return AS_WIDE
    # A paragraph's first line lacks the indent that was taken away, and a full line comes next:
    # below a headline comes another first line, or what announces it.
    after = steps[at + 1] / 2 if at + 1 < len(steps) and not announced else 0.0
    is_first = any(
        abs(width + SHADOW_EM - one) <= SAME_EM and abs(after - one) <= SAME_EM for one in columns
    )
    return AS_WIDE if is_first else NARROWER


def echo(lines: Sequence[Line], at: int, below: int) -> float:
    """Return the share of the pairs of characters of a line that the lines `below` it repeat."""
    text = "".join(one.text for one in lines[below : below + ECHO_LINES])
    pairs = {a + b for a, b in pairwise(lines[at].text) if a.isalnum() and b.isalnum()}
    return sum(pair in text for pair in pairs) / max(len(pairs), 1)
