"""How much a line looks like a headline: log-odds, before anything is known of the columns.

A headline has no mark at its end and none of a sentence inside; often a space between two parts;
it is wider than any column near it, or as wide as none; the lead of its text repeats it; a byline
or a dateline follows. None of these is sure, so each has a weight: a logistic regression on 430
headlines and 9,700 other lines without an end mark, of pages of three kinds (two typesetters, two
extractors), the three weighing the same. Trained on two of them it finds as many of the third's.

That a headline stands among headlines, and that columns open below it, is no matter of the line:
the search (`queues`) weighs that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cleaner.late import NDArray, np
from cleaner.layout import BULLET, CLOSE, COLON, COMMA, DIGIT, END, HAN, LATIN, TAIL
from cleaner.order.rows import Row, fills
from cleaner.paper.press import credit_line, dateline_end

# What ends like a sentence, or opens with a mark or a dateline.
NEVER = -9.0

BASE = -2.8
MARK_INSIDE, LIST_COMMA = -4.3, -2.2  # ，。； and 、
SPACE, BRACKET = 1.9, 3.6  # two parts; 【 of a series
WIDE, ODD = 2.9, 1.6  # wider than the columns near it; as wide as none of them
BLANK, NO_BLANK = 0.9, -0.9  # before it, where some lines have one and some not
UNPAIRED, COLON_END, ODD_END = -0.9, -1.8, -0.8
FUNCTION_END, FUNCTION_START = -0.9, -0.5  # 的 closes no headline
AFTER_END = 0.5  # the line before ends a sentence
CREDIT_BELOW, DATELINE_BELOW = 2.5, 3.3

# The share of its pairs of characters that the lines below repeat: of the next ten, of the next
# forty (a page with two columns open shows only part of the lead in ten lines).
NEAR_LINES, FAR_LINES = 10, 40
ECHO_NEAR, ECHO_FAR, NO_ECHO = 1.5, 1.6, -1.9
MUCH, LITTLE = 0.6, 0.2

# A headline is wider than the widest column near it by more than this (cells).
WIDER = 3
# Characters of a headline that are looked for below.
MAX_TITLE = 60

FUNCTION_ENDS = frozenset("的了和是在与及对为将等")
FUNCTION_STARTS = frozenset("的了和是在与及等对中们")
PAIRS = (("“", "”"), ("《", "》"))


def odds(rows: Sequence[Row], widths: Sequence[tuple[int, ...]]) -> list[float]:
    """Return the log-odds of each line; `widths`: the widths common near it."""
    blanks = sum(row.blank for row in rows)
    telling = 0 < blanks < len(rows)
    found = [_shape(row, near) for row, near in zip(rows, widths, strict=True)]
    for at, echo in _echoes(rows, [score > NEVER for score in found]):
        if telling:
            found[at] += BLANK if rows[at].blank else NO_BLANK
        found[at] += _around(rows, at) + echo
    return found


def _shape(row: Row, widths: Sequence[int]) -> float:
    """Return what the line itself tells."""
    text = row.text
    if row.ending in (END, COMMA) or row.apart or row.opening == TAIL or dateline_end(text):
        return NEVER
    score = BASE
    score += MARK_INSIDE * any(mark in text for mark in "，。；")
    score += LIST_COMMA * ("、" in text)
    score += SPACE * (" " in text or "\N{IDEOGRAPHIC SPACE}" in text)
    score += BRACKET * (text[0] == "【")
    if widths and row.cells > max(widths) + WIDER:
        score += WIDE
    elif not fills(row.cells, widths):
        score += ODD
    score += UNPAIRED * any(text.count(a) != text.count(b) for a, b in PAIRS)
    if row.ending not in (HAN, DIGIT, LATIN, CLOSE):
        score += COLON_END if row.ending == COLON else ODD_END
    score += FUNCTION_END * (text[-1] in FUNCTION_ENDS)
    return score + FUNCTION_START * (text[0] in FUNCTION_STARTS)


def _around(rows: Sequence[Row], at: int) -> float:
    """Return what the lines round it tell."""
    score = AFTER_END * (at > 0 and rows[at - 1].ending == END)
    if at + 1 < len(rows):
        after = rows[at + 1]
        score += CREDIT_BELOW * (after.apart and credit_line(after.text))
        score += DATELINE_BELOW * (after.opening == BULLET or dateline_end(after.text) > 0)
    return score


def _echoes(rows: Sequence[Row], asked: Sequence[bool]) -> Iterator[tuple[int, float]]:
    """Yield the lines that are asked for, and what it tells which words the lines below repeat.

    The pairs of characters of the page are sorted, by what they are and then by where they stand;
    of each that a line has it is looked up where it stands next behind that line.
    """
    lengths = np.array([len(row.text) for row in rows])
    ends = np.cumsum(lengths)
    line = np.repeat(np.arange(len(rows)), lengths)[:-1]
    pairs = _pairs("".join(row.text for row in rows))
    order = np.argsort(pairs, kind="stable")
    is_new = pairs[order][1:] != pairs[order][:-1]
    # A pair's number and place as one number: with those of its kind, in the order of places.
    size = len(pairs) + 1
    kinds = np.append(0, np.cumsum(is_new)) * size
    kind, before = np.empty_like(order), np.empty_like(order)
    kind[order], before[order] = kinds, np.append(-1, np.where(is_new, -1, order[:-1]))
    # Each pair once a line, without that over the line's end.
    starts, at = ends - lengths, np.arange(len(pairs))
    mine = np.array(asked)[line] & (before < starts[line])
    mine &= at + 1 < np.minimum(ends, starts + MAX_TITLE)[line]
    kind, line = kind[mine], line[mine]
    places = np.append(kinds + order, size * size)
    after = places[np.searchsorted(places, kind + ends[line])] - kind
    count = np.maximum(np.bincount(line, minlength=len(rows)), 4)
    shares = []
    for far in (NEAR_LINES, FAR_LINES):
        reach = ends[np.minimum(np.arange(len(rows)) + far, len(rows) - 1)] - 1
        found = np.bincount(line[after < reach[line]], minlength=len(rows))
        shares.append((found / count).tolist())
    yield from (
        (at, _echo(*both)) for at, both in enumerate(zip(*shares, strict=True)) if asked[at]
    )


def _pairs(text: str) -> NDArray[np.uint64]:
    """Return the pairs of characters that stand side by side in a text, each as one number."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.uint64)
    return (points[:-1] << np.uint64(32)) | points[1:]


def _echo(near: float, far: float) -> float:
    if near >= MUCH:
        return ECHO_NEAR
    return ECHO_FAR * (far >= MUCH) + NO_ECHO * (far < LITTLE)
