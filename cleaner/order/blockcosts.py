"""How well a block of a page follows another: the cost in nats of every pair of blocks.

Either a sentence goes on across the cut: then the line above is full and has no end mark, the line
below does not stand back, and the characters at the cut or a word across it say so. Or a paragraph
ended: then the line above ends a sentence or a heading, the one below stands back as paragraphs do.
Neither holds where a block stands in the wrong place. A dateline opens an article and goes on no
sentence.

A scanner that knows both scripts reads some lines of a simplified page as traditional; the words
and the n-grams are simplified, so both sides of a cut are turned.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from cleaner import ngram
from cleaner.late import NDArray, np
from cleaner.layout import CLOSE, COLON, COMMA, DIGIT, END, HAN, LATIN, OTHER, TAIL
from cleaner.lexicon import cuts_word
from cleaner.model import Model
from cleaner.order.blockread import FULL, SHORT, STANDS_BACK, WIDE, Block
from cleaner.order.rows import INDENT, Row
from cleaner.order.topics import simplified

# What the ratio of n-grams (`ngram.ratios`) is worth where a scanner misread characters:
# of 219 true pairs of blocks a third score lowest, so that little speaks against a pair, and of
# 3,858 false ones one in 250 scores over 2.5, so that much speaks for one.
RATIO_AT = (-1.7, -1.0, 0.0, 1.0, 2.0, 3.5, 5.0)
RATIO = (-0.9, -0.3, 0.5, 1.1, 2.1, 4.0, 5.0)
# A word stands across 40 % of the true cuts and 2 % of the false, at every ratio about alike.
WORD, NO_WORD = 1.9, -0.2
MOST = 5.0
# A ratio, with a word across the cut, and by how much it is over that of any other pair of the two,
# from which one surely goes on in the other, whatever they look like. (On 75 scanned pages of four
# typesetters 22 of 26 such pairs that a search had left apart; of those with less, one in ten.)
SURE, SURE_MARGIN = 5.0, 1.5
# The least that the characters at a cut can say.
LEAST = RATIO[0] + NO_WORD

INSIDE = frozenset({HAN, LATIN, DIGIT, OTHER})

# What it costs that a sentence goes on in a line that stands so, or that a paragraph begins there.
PLACES = (FULL, STANDS_BACK, WIDE, SHORT)
GOES_ON = (0.05, 2.0, 3.0, 2.5)
BEGINS = (2.5, 0.1, 1.5, 1.2)
# By their numbers: a line that stands back, one that is short; where a line stands that is wider
# than a column by two cells at most, by more, less wide by an indent, or by more.
BACK, SHORT_AT = PLACES.index(STANDS_BACK), PLACES.index(SHORT)
PLACED = tuple(map(PLACES.index, (FULL, WIDE, STANDS_BACK, SHORT)))
# That a paragraph ends in a full line which ends so; a full stop at the very end is rare.
ENDS_FULL = {END: 0.8, COLON: 1.5, CLOSE: 2.5, COMMA: 5.0}


Numbers: TypeAlias = "NDArray[np.intp]"
Floats: TypeAlias = "NDArray[np.float64]"
Bools: TypeAlias = "NDArray[np.bool_]"


class Junctions:
    """What it costs that a block of a page follows another, and the ratio that it goes on.

    Each pair is asked once; many at once are cheaper than one by one (`learn`).
    """

    def __init__(self, rows: Sequence[Row], blocks: Sequence[Block], model: Model) -> None:
        start = blocks[0].first
        mine = rows[start : blocks[-1].end]
        texts = tuple(simplified(row.text) for row in mine)
        self._model, self._texts, self._edges = model, texts, _Edges(rows, blocks)
        self._endings = np.array([row.ending for row in mine])
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
        # The same of all pairs, once they are learnt: costs and ratios, [i][j].
        self._costs: list[list[float]] = []
        self._ratios: list[list[float]] = []

    def learn(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Work out pairs (i, j) that are not known yet, all at once."""
        if self._costs:
            return
        # In their order, each once.
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
        if not new:
            return
        one, two = np.array(new).T
        ratios = self._ratio(one, two)
        costs = self._edges.junctions(one, two, ratios).tolist()
        self._known.update(zip(new, zip(costs, ratios.tolist(), strict=True), strict=True))

    def learn_all(self) -> None:
        """Work out all pairs of blocks."""
        size = len(self._tops)
        one, two = np.divmod(np.arange(size * size), size)
        ratios = self._ratio(one, two)
        costs = self._edges.junctions(one, two, ratios)
        self._costs = costs.reshape(size, size).tolist()
        self._ratios = ratios.reshape(size, size).tolist()

    def sure(self) -> list[tuple[int, int]]:
        """Return the pairs of which one surely goes on in the other.

        A line by itself looks like a heading, and the last of a block like the end of a paragraph:
        the words are asked, that no paragraph begins below, and no other may be nearly as likely.
        """
        size = len(self._tops)
        one, two = np.divmod(np.arange(size * size), size)
        ratios = self._grams(one, two)
        inside = np.isin(self._endings[self._feet[one]], tuple(INSIDE)) & (one != two)
        inside &= self._edges.top[two] != BACK
        for at in np.flatnonzero(inside & (ratios >= SURE - WORD)).tolist():
            before, after = self._feet[one[at]], self._tops[two[at]]
            ratios[at] += WORD * cuts_word(self._texts[before], self._texts[after])
        said = np.where(inside, ratios, LEAST).reshape(size, size)
        found = []
        for i, j in np.argwhere(said >= SURE).tolist():
            others = np.append(np.delete(said[i], j), np.delete(said[:, j], i))
            if said[i, j] >= others.max() + SURE_MARGIN:
                found.append((i, j))
        return found

    def tables(self) -> tuple[Floats, Floats]:
        """Return what it costs that block j follows block i, and the ratio, [i, j]."""
        if not self._costs:
            self.learn_all()
        return np.array(self._costs), np.array(self._ratios)

    def at_most(self) -> list[float]:
        """Return the most that it may cost that each block follows the one before it."""
        after = np.arange(1, len(self._tops))
        ratios = np.full(len(after), LEAST)
        most: list[float] = self._edges.junctions(after - 1, after, ratios).tolist()
        return most

    def cost(self, i: int, j: int) -> float:
        """Return what it costs that block j follows block i."""
        return self._costs[i][j] if self._costs else self._of(i, j)[0]

    def ratio(self, i: int, j: int) -> float:
        """Return the log-likelihood ratio that block j goes on from block i."""
        return self._ratios[i][j] if self._costs else self._of(i, j)[1]

    def _of(self, i: int, j: int) -> tuple[float, float]:
        if (i, j) not in self._known:
            self.learn([(i, j)])
        return self._known[i, j]

    def _ratio(self, one: Numbers, two: Numbers) -> Floats:
        """Return the log-likelihood ratios that blocks `two` go on from blocks `one`."""
        found = self._grams(one, two)
        left, right = self._before, self._after
        cut = np.array([text != "" for text in left])[one]
        cut &= np.array([text != "" for text in right])[two] & (one != two)
        for at in np.flatnonzero(cut).tolist():
            found[at] += WORD if cuts_word(left[one[at]], right[two[at]]) else NO_WORD
        return found

    def _grams(self, one: Numbers, two: Numbers) -> Floats:
        """Return what the n-grams at the cuts say of it."""
        counts, ends = ngram.of_lines(self._texts, self._model.table)
        scores = ngram.ratios(counts, ends, self._classes, self._feet[one], self._tops[two])
        found: Floats = np.interp(scores, RATIO_AT, RATIO)
        return found


class _Edges:
    """The first and last lines of blocks, and how they stand, as arrays (blocks,)."""

    def __init__(self, rows: Sequence[Row], blocks: Sequence[Block]) -> None:
        tops = [rows[one.first] for one in blocks]
        feet = [rows[one.end - 1] for one in blocks]
        self.width = np.array([one.width for one in blocks])
        self.title = np.array([one.title for one in blocks])
        self.dateline = np.array([one.dateline for one in blocks])
        self.top = np.array([PLACES.index(one.top) for one in blocks])
        self.top_cells = np.array([row.cells for row in tops])
        self.top_ends = np.array([row.ending == END for row in tops])
        self.top_leans = np.array([row.opening == TAIL for row in tops])
        self.single = np.array([one.end - one.first == 1 for one in blocks])
        self.full = np.array([one.foot == FULL for one in blocks])
        self.foot_cells = np.array([row.cells for row in feet])
        self.foot_ends = np.array([row.ending == END for row in feet])
        self.foot_breaks = np.array([ENDS_FULL.get(row.ending, 4.0) for row in feet])

    def junctions(self, one: Numbers, two: Numbers, ratio: Floats) -> Floats:
        """Return what it costs that blocks `two` follow blocks `one` in a column."""
        width, after = self.width[one], self.width[two]
        title, heads = self.title[one], self.title[two]
        top, top_ends = self.top[two], self.top_ends[two]
        # A block that shows no width stands in the column of the other.
        over = self.top_cells[two] - width
        placed = np.select(
            (abs(over) <= 2, over > 0, over >= -INDENT - 2), PLACED[:-1], default=PLACED[-1]
        )
        placed[(placed == BACK) & top_ends & self.single[two]] = SHORT_AT
        top = np.where((after == 0) & (width != 0), placed, top)
        short = self.foot_cells[one] - after
        of_after = (width == 0) & (after != 0) & ~title
        full = np.where(of_after, (short >= -3) & (short <= 2), self.full[one])
        other = (width != 0) & (after != 0) & (abs(width - after) > 2)
        end = self._breaks(one, two, full, top) + 4.0 * self.top_leans[two] + 0.8 * other
        on = np.where(full, np.where(self.foot_ends[one], 0.8, 0.05), 3.5)
        on += np.take(GOES_ON, top) - 2.0 * ((top == SHORT_AT) & top_ends)
        extra = 1.5 * other + 1.0 * title + 0.7 * heads + 4.0 * self.dateline[two]
        on += extra - np.minimum(ratio, MOST)
        found: Floats = np.where(title & ~full, end, np.minimum(on, end))
        return found

    def _breaks(self, one: Numbers, two: Numbers, full: Bools, top: Numbers) -> Floats:
        """Return what it costs that a paragraph or a heading ends between blocks."""
        title, heads = self.title[one], self.title[two]
        text = np.where(full, self.foot_breaks[one], np.where(self.foot_ends[one], 0.2, 0.8))
        cost = np.where(title, np.where(full, 1.0, 0.2), text)
        begins = cost + 1.5 * (self.dateline[two] & ~title) + np.take(BEGINS, top)
        found: Floats = np.where(heads, cost + np.where(top == 0, 0.9, 0.3), begins)
        return found
