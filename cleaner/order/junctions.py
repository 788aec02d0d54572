"""How well a block of a page follows another: the cost in nats of every pair of blocks.

Either a sentence goes on across the cut: then the line above is full and has no end mark, the line
below does not stand back, and the characters at the cut or a word across it say so. Or a paragraph
ended: then the line above ends a sentence or a heading, the one below stands back as paragraphs do.
Neither holds where a block stands in the wrong place. A dateline opens an article and goes on no
sentence.

A table of numbers for all pairs at once: a page of 140 blocks has 20,000 pairs.
"""

from collections.abc import Sequence

import numpy as np

from cleaner import ngram
from cleaner.layout import CLOSE, COLON, COMMA, DIGIT, END, HAN, LATIN, OTHER, TAIL
from cleaner.lexicon import cuts_word
from cleaner.model import Model
from cleaner.order.blockread import FULL, SHORT, STANDS_BACK, WIDE, Block, place
from cleaner.order.rows import Row

# What the ratio of n-grams (`ngram.calibrated`) is worth where a scanner misread characters:
# of 219 true pairs of blocks a third score lowest, so that little speaks against a pair, and of
# 3,858 false ones one in 250 scores over 2.5, so that much speaks for one.
RATIO_AT = (-1.7, -1.0, 0.0, 1.0, 2.0, 3.5, 5.0)
RATIO = (-0.9, -0.3, 0.5, 1.1, 2.1, 4.0, 5.0)
# A word stands across 40 % of the true cuts and 2 % of the false, at every ratio about alike.
WORD, NO_WORD = 1.9, -0.2
MOST = 5.0

INSIDE = frozenset({HAN, LATIN, DIGIT, OTHER})

# What it costs that a sentence goes on in a line that stands so, or that a paragraph begins there.
GOES_ON = {FULL: 0.05, STANDS_BACK: 2.0, WIDE: 3.0, SHORT: 2.5}
BEGINS = {FULL: 2.5, STANDS_BACK: 0.1, WIDE: 1.5, SHORT: 1.2}
# That a paragraph ends in a full line which ends so; a full stop at the very end is rare.
ENDS_FULL = {END: 0.8, COLON: 1.5, CLOSE: 2.5, COMMA: 5.0}


def ratios(
    rows: Sequence[Row], blocks: Sequence[Block], pairs: Sequence[tuple[int, int]], model: Model
) -> list[float]:
    """Return for pairs (i, j) the log-likelihood ratio that block j goes on from block i."""
    mine = range(blocks[0].first, blocks[-1].end)
    counts, ends = ngram.of_lines(tuple(rows[at].text for at in mine), model.table)
    before = np.array([blocks[i].end - 1 - mine.start for i, _ in pairs])
    after = np.array([blocks[j].first - mine.start for _, j in pairs])
    classes = ngram.classes_of(rows[at].ending for at in mine)[before]
    scores = ngram.calibrated(ngram.continuations(counts, ends, before, after), classes)
    found: list[float] = np.interp(scores, RATIO_AT, RATIO).tolist()
    words = [one.foot == FULL and rows[one.end - 1].ending in INSIDE for one in blocks]
    tops = [not one.title and one.top != STANDS_BACK for one in blocks]
    for at, (i, j) in enumerate(pairs):
        if words[i] and tops[j] and i != j:
            word = cuts_word(rows[blocks[i].end - 1].text, rows[blocks[j].first].text)
            found[at] += WORD if word else NO_WORD
    return found


def junction(rows: Sequence[Row], one: Block, two: Block, ratio: float) -> float:
    """Return what it costs that block `two` follows block `one` in a column."""
    last, next_ = rows[one.end - 1], rows[two.first]
    foot, top = one.foot, two.top
    if not two.width and one.width:
        top = place(next_.cells, one.width)
        if top == STANDS_BACK and next_.ending == END and two.end - two.first == 1:
            top = SHORT
    elif not one.width and two.width and not one.title:
        foot = FULL if -3 <= last.cells - two.width <= 2 else SHORT
    other = bool(one.width and two.width and abs(one.width - two.width) > 2)
    end = _break(last, one, two, foot, top) + 4.0 * (next_.opening == TAIL) + 0.8 * other
    if one.title and foot == SHORT:
        return end
    on = 3.5 if foot == SHORT else 0.8 if last.ending == END else 0.05
    on += GOES_ON[top] - 2.0 * (top == SHORT and next_.ending == END)
    on += 1.5 * other + 1.0 * one.title + 0.7 * two.title + 4.0 * two.dateline - min(ratio, MOST)
    return min(on, end)


def _break(last: Row, one: Block, two: Block, foot: str, top: str) -> float:
    """Return what it costs that a paragraph or a heading ends between two blocks."""
    if one.title:
        cost = 1.0 if foot == FULL else 0.2
    elif foot == FULL:
        cost = ENDS_FULL.get(last.ending, 4.0)
    else:
        cost = 0.2 if last.ending == END else 0.8
    if two.title:
        return cost + (0.9 if top == FULL else 0.3)
    return cost + 1.5 * (two.dateline and not one.title) + BEGINS[top]
