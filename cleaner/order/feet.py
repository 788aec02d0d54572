"""What it costs that the text at the foot of one column goes on at the top of another.

The same as of two lines in a column (`fit`, `follow`): the sentence goes on across the cut, or the
paragraph ends at the foot and another begins at the top. The search for columns (`queues`) does not
ask for it, as it deals line by line; where it had to choose between two columns and the words at
hand told nothing, the foot that each choice leaves still tells: half a sentence goes on at the top
of the next column, and the last column of an article ends with its sentence.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.layout import END, HAN
from cleaner.order.fit import NOT_FULL, ends, first, fits, misfit
from cleaner.order.follow import with_words
from cleaner.order.groups import width_of
from cleaner.order.rows import Row
from cleaner.order.scores import LEAST

# No foot and top speak louder against each other, no open foot against the end of an article:
# columns may stand in another order, and lines get lost (tried 1.5 to 5: alike).
MOST, MOST_OPEN = 3.0, 2.0
# The columns of one article are of one width, but for a cell or two.
SAME_WIDTH, OTHER_WIDTH = 2, 3.0
# A column of so few lines has no width of its own: any that its lines fit will do.
FEW = 2
# So much at most a word adds to what the table says (`follow.CUT`).
BY_WORDS = 2.2

Follows = Callable[[Sequence[int], Sequence[int]], list[float]]


class Strip(NamedTuple):
    """A column, or a part of one: its first and last line, its width, how many lines it has."""

    top: int
    foot: int
    width: int
    size: int


class Feet:
    """The costs of columns one behind the other, each worked out once."""

    def __init__(self, rows: Sequence[Row], follows: Follows, indent: int) -> None:
        self._rows = rows
        self.indent = indent
        self.follows = follows
        self._strips: dict[tuple[int, int, int], Strip] = {}
        self._raw: dict[tuple[int, int], float] = {}
        self._ratios: dict[tuple[int, int], float] = {}
        self._known: dict[tuple[Strip, Strip], float] = {}
        self._ends: dict[tuple[int, int], tuple[float, float]] = {}

    def strip(self, column: Sequence[int]) -> Strip:
        """Return a column as what is asked for."""
        key = column[0], column[-1], len(column)
        found = self._strips.get(key)
        if found is None:
            width = width_of(self._rows, column)
            found = self._strips[key] = Strip(column[0], column[-1], width, len(column))
        return found

    def learn(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Work out at once how well lines go on in others."""
        new = [pair for pair in pairs if pair not in self._raw]
        if new:
            before, after = zip(*new, strict=True)
            self.keep(new, self.follows(before, after))

    def keep(self, pairs: Sequence[tuple[int, int]], ratios: Sequence[float]) -> None:
        """Take what was worked out of how well lines go on in others (`follows`)."""
        self._raw.update(zip(pairs, ratios, strict=True))

    def raw(self, before: int, after: int) -> float:
        """Return the log-likelihood ratio that a line goes on in another, by the table alone."""
        found = self._raw.get((before, after))
        if found is None:
            found = self._raw[before, after] = self.follows([before], [after])[0]
        return found

    def ratio(self, before: int, after: int) -> float:
        """Return the same, words counted."""
        found = self._ratios.get((before, after))
        if found is None:
            ratio = max(LEAST, self.raw(before, after))
            found = with_words(ratio, self._rows[before], self._rows[after])
            self._ratios[before, after] = found
        return found

    def at_most(self, foot: int, two: Strip | None) -> float:
        """Return how much the words may say at most that a line goes on at the top of a column."""
        return max(0.0, self.raw(foot, two.top) + BY_WORDS) if two else 0.0

    def is_cut(self, one: Strip) -> bool:
        """Say whether a column ends in mid-sentence."""
        return self._rows[one.foot].ending == HAN

    def ends(self, one: Strip) -> tuple[float, float]:
        """Return what it costs that a paragraph goes on behind a column's foot, that it ends."""
        found = self._ends.get(one[1:3])
        if found is None:
            last = self._rows[one.foot]
            set_in = first(last, one.width, self.indent)[1]
            found = self._ends[one[1:3]] = ends(last, one.width, set_in)
        return found

    def junction(self, one: Strip, two: Strip) -> float:
        """Return what it costs that one column stands before another."""
        found = self._known.get((one, two))
        if found is None:
            on, end = self.ends(one)
            inside, opening, plain = fits(self._rows[two.top], two.width, self.indent)
            way = on - self.ratio(one.foot, two.top) + inside
            found = min(way, end + opening, end + plain, MOST)
            found += OTHER_WIDTH * (not self.alike(one, two))
            self._known[one, two] = found
        return found

    def cost(self, order: Sequence[Strip], articles: int) -> float:
        """Return what it costs that columns stand in an order, so many articles side by side."""
        found, saved = min(MOST_OPEN, self.ends(order[-1])[1]), []
        for one, two in pairwise(order):
            price = self.junction(one, two)
            found += price
            if articles > 1:
                saved.append(max(0.0, price - min(MOST_OPEN, self.ends(one)[1])))
        return found - sum(sorted(saved, reverse=True)[: articles - 1])

    def alike(self, one: Strip, two: Strip) -> bool:
        """Say whether two columns may be of one width."""
        if abs(one.width - two.width) <= SAME_WIDTH:
            return True
        short, long = (one, two) if one.size <= two.size else (two, one)
        return short.size <= FEW and short.size < long.size and self._fills(short, long.width)

    def _fills(self, short: Strip, width: int) -> bool:
        top, foot = self._rows[short.top], self._rows[short.foot]
        lines = [top] if short.size == 1 else [top, foot]
        if foot.ending == END and foot.cells < width:
            del lines[-1]
        return all(
            min(misfit(line, width), misfit(line, width - self.indent)) < NOT_FULL for line in lines
        )
