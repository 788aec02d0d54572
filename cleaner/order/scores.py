"""How well one line of a page follows another: the ratios of the n-gram model, pair by pair."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy

from cleaner import ngram
from cleaner.late import NDArray, np
from cleaner.model import Model
from cleaner.order.rows import Row, fills

# What is said of pairs that are not compared.
FAR = -0.5
# Words that were never seen together speak no louder against a pair than this.
LEAST = -1.2

# What it says that a line starts a sentence, that it stands inside one, by M behind a full stop:
# counted on 18,000 lines of pages of four kinds, which agree within .5; one line in seven starts a
# paragraph.
M_AT = (-6.0, -4.5, -3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 4.0)
START = (-2.16, -2.35, -0.9, -0.62, -0.26, -0.09, 0.7, 1.02, 1.24, 1.41)
INSIDE = (0.14, 0.15, 0.1, 0.08, 0.04, 0.01, -0.2, -0.38, -0.56, -0.79)


class Scores:
    """Log-likelihood ratios that one row is what comes after another.

    `telling` (rows,): a row that ends inside a clause and fills a column, so that what comes
    after it must go on from it. A list's entries and a frame's links are not.
    """

    def __init__(
        self, rows: Sequence[Row], widths: Sequence[tuple[int, ...]], model: Model
    ) -> None:
        self.counts, self.ends = ngram.of_lines(tuple(row.text for row in rows), model.table)
        self.classes = ngram.classes_of(row.ending for row in rows)
        self.telling = (self.classes == ngram.INSIDE) & _full(rows, widths)

    def moved(
        self, order: Sequence[int], rows: Sequence[Row], widths: Sequence[tuple[int, ...]]
    ) -> Scores:
        """Return the ratios of the same rows in another order, in which they are given."""
        found = copy(self)
        found.ends = self.ends.moved(order)
        found.classes = self.classes[np.array(order)]
        found.telling = (found.classes == ngram.INSIDE) & _full(rows, widths)
        return found

    def of(self, before: NDArray[np.intp], after: NDArray[np.intp]) -> ngram.Floats:
        """Return the ratios of pairs of rows, (pairs,) each."""
        return ngram.ratios(self.counts, self.ends, self.classes, before, after)

    def starts(self, first: int, end: int) -> list[tuple[float, float]]:
        """Return what it says of rows [first, end) that they start a sentence, that they do not."""
        found = ngram.behind_stops(self.counts, self.ends.moved(range(first, end)))
        both = (np.interp(found, M_AT, says).tolist() for says in (START, INSIDE))
        return list(zip(*both, strict=True))

    def ahead(self, first: int, end: int, strides: range) -> ngram.Floats:
        """Return the ratios of rows [first, end) and those at each stride, FAR past the end."""
        before = np.repeat(np.arange(first, end), len(strides))
        after = before + np.tile(np.array(strides), end - first)
        found = np.full(len(before), FAR)
        within = after < end
        found[within] = self.of(before[within], after[within])
        return found.reshape(-1, len(strides))


def _full(rows: Sequence[Row], widths: Sequence[tuple[int, ...]]) -> NDArray[np.bool_]:
    return np.array([fills(row.cells, near) for row, near in zip(rows, widths, strict=True)])
