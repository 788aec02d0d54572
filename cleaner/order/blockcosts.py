"""How well a block of a page follows another: the cost in nats of every pair of blocks.

Either a sentence goes on across the cut: then the line above is full and has no end mark, the line
below does not stand back, and the characters at the cut or a word across it say so. Or a paragraph
ended: then the line above ends a sentence or a heading, the one below stands back as paragraphs do.
Neither holds where a block stands in the wrong place. A dateline opens an article and goes on no
sentence.

A scanner that knows both scripts reads some lines of a simplified page as traditional; the words
and the n-grams are simplified, so both sides of a cut are turned.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from cleaner import ngram
from cleaner.layout import CLOSE, COLON, COMMA, DIGIT, END, HAN, LATIN, OTHER, TAIL
from cleaner.lexicon import cuts_word
from cleaner.model import Model
from cleaner.order.blockread import FULL, SHORT, STANDS_BACK, WIDE, Block, place
from cleaner.order.rows import Row
from cleaner.order.topics import simplified

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


class Junctions:
    """What it costs that a block of a page follows another, and the ratio that it goes on.

    Each pair is asked once; many at once are cheaper than one by one (`learn`).
    """

    def __init__(self, rows: Sequence[Row], blocks: Sequence[Block], model: Model) -> None:
        start = blocks[0].first
        mine = rows[start : blocks[-1].end]
        texts = tuple(simplified(row.text) for row in mine)
        self._rows, self._blocks, self._model, self._texts = rows, blocks, model, texts
        self._classes = ngram.classes_of(row.ending for row in mine)
        self._tops = np.array([one.first - start for one in blocks])
        self._feet = np.array([one.end - 1 - start for one in blocks])
        # The lines at a cut that a word may run through, "" where none may.
        self._before = [
            texts[at] if one.foot == FULL and mine[at].ending in INSIDE else ""
            for one, at in zip(blocks, self._feet, strict=True)
        ]
        self._after = [
            texts[at] if not one.title and one.top != STANDS_BACK else ""
            for one, at in zip(blocks, self._tops, strict=True)
        ]
        self._known: dict[tuple[int, int], tuple[float, float]] = {}

    def learn(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Work out pairs (i, j) that are not known yet, all at once."""
        # In their order, each once.
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
        for (i, j), ratio in zip(new, self.ratios(new), strict=True):
            cost = junction(self._rows, self._blocks[i], self._blocks[j], ratio)
            self._known[i, j] = (cost, ratio)

    def cost(self, i: int, j: int) -> float:
        """Return what it costs that block j follows block i."""
        return self._of(i, j)[0]

    def ratio(self, i: int, j: int) -> float:
        """Return the log-likelihood ratio that block j goes on from block i."""
        return self._of(i, j)[1]

    def _of(self, i: int, j: int) -> tuple[float, float]:
        if (i, j) not in self._known:
            self.learn([(i, j)])
        return self._known[i, j]

    def ratios(self, pairs: Sequence[tuple[int, int]]) -> list[float]:
        """Return for pairs (i, j) the log-likelihood ratio that block j goes on from block i."""
        if not pairs:
            return []
        one, two = np.array(pairs).T
        before = self._feet[one]
        counts, ends = ngram.of_lines(self._texts, self._model.table)
        scores = ngram.continuations(counts, ends, before, self._tops[two])
        scores = ngram.calibrated(scores, self._classes[before])
        found: list[float] = np.interp(scores, RATIO_AT, RATIO).tolist()
        for at, (i, j) in enumerate(pairs):
            left, right = self._before[i], self._after[j]
            if left and right and i != j:
                found[at] += WORD if cuts_word(left, right) else NO_WORD
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
