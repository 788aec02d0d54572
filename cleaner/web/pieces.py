"""Tell the pieces of sentences from the names of a page's frame: prose with a clause in each line.

What is written for phones has it so, and extractors break prose at links and bold words:

    老人说                    by itself no more than a channel's name
    那一年的雪下得特别大
    连村口的井都封住了。      the end of a sentence
    ……

A frame has rows of names, and sentences; it has no stretch without a label or a day in which
sentences end every few lines. Of pages whose prose was broken so 6 in 42 lost it all.

Comments, products and entries of a help centre have: a name above each sentence, 竹凳 above
坐得稳。 But of their lines that end no sentence at least half are names, and where each of them
ends one the names come evenly. Of clauses nearly all are longer than names, and the sentences have
now one, now four.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaner.web import labels
from cleaner.web.edges import is_fact
from cleaner.web.page import WebLine

# Lines of a sentence, sentences in a row, and what a line in them is worth at least. Chosen.
MOST_PIECES, SENTENCES, PIECE = 10, 3, 0.5
# Characters that a clause has and a name seldom; the share of such lines among those that end no
# sentence: .6 to .9 on 70 of 74 broken pages, half where names and clauses take turns.
CLAUSE_CHARS, CLAUSES = 6, 0.6

CLOSING = "”’」』）)"


def pieces(lines: Sequence[WebLine]) -> list[tuple[int, int]]:
    """Return the stretches [first, last) in which sentences end every few lines. Linear.

    The first sentence has as many pieces as the others have; above it may stand the headline. None
    below 评论 that stands below a paragraph.
    """
    found = []
    sure = next((i for i, line in enumerate(lines) if line.good), len(lines))
    top, ends = 0, list[int]()
    for i in range(len(lines) + 1):
        over = i == len(lines) or lines[i].label != "" or lines[i].day or lines[i].teaser
        if over or (ends and i - ends[-1] > MOST_PIECES):
            said = sure < top and lines[top - 1].label == labels.COMMENT
            if len(ends) >= SENTENCES and not said and _are_clauses(lines, ends):
                each = (ends[-1] - ends[0]) // (len(ends) - 1)
                found.append((max(top, ends[0] + 1 - each), ends[-1] + 1))
            top, ends = i + over, []
        elif not ends and is_fact(lines[i]):
            top = i + 1  # 时效性：现行有效
        if not over and lines[i].line.text.rstrip(CLOSING).endswith("。"):
            ends.append(i)
    return found


def _are_clauses(lines: Sequence[WebLine], ends: Sequence[int]) -> bool:
    """Say whether what stands between the ends of sentences are parts of them, not names."""
    inner = [line for a, b in pairwise(ends) for line in lines[a + 1 : b]]
    long = sum(line.chars >= CLAUSE_CHARS for line in inner)
    even = len({b - a for a, b in pairwise(ends)}) == 1
    return long > CLAUSES * len(inner) and not even


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
