"""Tell the pieces of sentences from the names of a page's frame: prose with a clause in each line.

What is written for phones has it so, and extractors break prose at links and bold words:

    老人说                    by itself no more than a channel's name
    那一年的雪下得特别大
    连村口的井都封住了。      the end of a sentence
    ……

A frame has rows of names, and sentences; it has no stretch without a label or a day in which
sentences end every few lines. Of pages whose prose was broken so 6 in 42 lost it all.
"""

from collections.abc import Sequence

from cleaner.web.edges import is_fact
from cleaner.web.page import WebLine

# Lines of a sentence, sentences in a row, and what a line in them is worth at least. Chosen.
MOST_PIECES, SENTENCES, PIECE = 10, 3, 0.5

CLOSING = "”’」』）)"


def pieces(lines: Sequence[WebLine]) -> list[tuple[int, int]]:
    """Return the stretches [first, last) in which sentences end every few lines. Linear.

    The first sentence has as many pieces as the others have; above it may stand the headline.
    """
    found = []
    top = first = last = ends = 0
    for i in range(len(lines) + 1):
        over = i == len(lines) or lines[i].label != "" or lines[i].day or lines[i].teaser
        if over or (ends and i - last >= MOST_PIECES):
            if ends >= SENTENCES:
                found.append((max(top, first + 1 - (last - 1 - first) // (ends - 1)), last))
            top, ends = i + over, 0
        elif not ends and is_fact(lines[i]):
            top = i + 1  # 时效性：现行有效
        if not over and lines[i].line.text.rstrip(CLOSING).endswith("。"):
            first, last, ends = first if ends else i, i + 1, ends + 1
    return found


def with_pieces(scores: Sequence[float], stretches: Sequence[tuple[int, int]]) -> list[float]:
    """Return the scores, those of lines in broken sentences no less than a piece is worth."""
    found = list(scores)
    for first, last in stretches:
        found[first:last] = [max(value, PIECE) for value in found[first:last]]
    return found


def over_pieces(stretches: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Extend a block over the stretches that it touches."""
    for first, last in stretches:
        if first < end and start < last:
            start, end = min(start, first), max(end, last)
    return start, end
