"""What a line of a page is worth as a line of an article, and the run of lines worth most."""

import sys
from collections.abc import Sequence
from typing import NamedTuple

from cleaner.web import labels
from cleaner.web.page import WebLine

# Scores of a line; cleaner/web/block.py says where they come from.
BASE, GOOD, SENTENCE, LABEL, DAY, NAV, CUT, TEASER, COPY = (
    -1.0,
    3.0,
    1.5,
    -2.5,
    -1.5,
    -2.0,
    -2.0,
    -3.0,
    -1.0,
)
LONG, LONGER, COMMA, TINY, ZONE = 1.0, 1.0, 0.5, -0.5, 1.0
LONG_CHARS, LONGER_CHARS, TINY_CHARS, SENTENCE_CHARS, ZONE_CHARS = 25, 50, 4, 8, 6

PARAGRAPH_CHARS = 500  # of a line that holds several: get_text("") leaves no breaks; chosen
STRETCH = 8  # lines of a text without a sentence; chosen
DISTANCE = 0.05  # price of each line between the headline and the block


class Block(NamedTuple):
    """An article on a page: lines [start, end), and the index of its headline or -1."""

    start: int
    end: int
    headline: int
    posts: int = sys.maxsize  # from this line on only sentences stay
    whole: tuple[tuple[int, int], ...] = ()  # but for these: a question, its first answer
    feet: frozenset[int] = frozenset()  # what a program printed below each post


def score(line: WebLine) -> float:
    """Return what a line is worth as a line of an article."""
    if is_picture(line):
        return 0.0  # it stands in a text as well as beside one
    value = BASE
    value += LONG * (line.chars >= LONG_CHARS) + LONGER * (line.chars >= LONGER_CHARS)
    if line.good:
        value += GOOD * (1 + line.chars // PARAGRAPH_CHARS)
    elif (line.end or line.line.text.endswith("；")) and line.chars >= SENTENCE_CHARS:
        value += SENTENCE  # the items of a list end in ；
    text = line.line.text
    value += COMMA * ("，" in text or "、" in text or "," in text)
    # A note stands inside an article as often as not; a channel's name never.
    value += LABEL * (line.label not in ("", labels.NOTE)) + NAV * (line.label == labels.NAV)
    value += DAY * line.day + CUT * line.cut + TEASER * line.teaser + COPY * line.copy
    return value + TINY * (line.chars <= TINY_CHARS)


def is_picture(line: WebLine) -> bool:
    """Say whether a line is only a picture's place."""
    text = line.line.text
    return line.label == labels.NOTE and text[0] in "![" and not labels.plain(text)


def best_run(scores: Sequence[float], first: int) -> tuple[tuple[int, int], float]:
    """Return the run [start, end) from `first` on with the largest sum, distance paid."""
    best, best_sum = (first, first), 0.0
    start, total = first, 0.0
    for i in range(first, len(scores)):
        fresh = -DISTANCE * (i - first)
        if total <= fresh:
            start, total = i, fresh
        total += scores[i]
        if total > best_sum:
            best, best_sum = (start, i + 1), total
    return best, best_sum


def longest_stretch(lines: Sequence[WebLine]) -> tuple[int, int]:
    """Return the one long stretch without a label on a page where nothing scores: a song's lines.

    Where a second is half as long neither is the text: a page of links.
    """
    best, most, second, first, chars = (0, 0), 0, 0, 0, 0
    for i in range(len(lines) + 1):
        if i < len(lines) and not (lines[i].label or lines[i].day or lines[i].cut):
            chars += lines[i].chars
            continue
        if chars > most:
            best, most, second = (first, i), chars, most
        else:
            second = max(second, chars)
        first, chars = i + 1, 0
    long = best[1] - best[0] >= STRETCH and 2 * second <= most
    return best if long else (0, 0)
