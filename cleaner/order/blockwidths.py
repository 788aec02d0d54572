"""What the widths of two blocks of a page say for or against that they are of one article.

The columns of an article are of one width, give or take what a reader of scans makes of a line. How
much that tells is the page's affair: where all columns are alike it tells nothing, where each
article has columns of its own it tells as much as what they speak of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple

from cleaner.late import NDArray, np
from cleaner.order.blockread import Block

# Cells by which widths differ at most to be alike, or nearly so; and how often those of two blocks
# of one article are alike, nearly so, and others (1,240 pairs that follow each other, on scanned
# pages of four sets: .79 to .91, .09 to .18, .01 to .09).
ALIKE, NEARLY = 1, 4
OF_ONE = (0.82, 0.12, 0.06)
# How far apart pairs are counted that tell how often widths are alike anyway, and the most that
# widths say (of pairs of other articles, on pages where each has its own, 2.0 to 2.5).
NEAR, MOST = 12, 2.5


class Widths(NamedTuple):
    """The widths of a page's blocks in cells, 0 for headings and where none shows.

    `says`: the log-likelihood ratio of one article where they are alike, nearly so, and others.
    """

    cells: Sequence[int]
    says: Sequence[float]

    def of_pairs(self) -> NDArray[np.float64]:
        """Return the log-likelihood ratio that each two blocks are of one article, (n, n)."""
        cells = np.array(self.cells)
        off = abs(cells[:, None] - cells)
        found: NDArray[np.float64] = np.select(
            (off <= ALIKE, off <= NEARLY), self.says[:2], default=self.says[2]
        )
        found[(cells[:, None] == 0) | (cells == 0)] = 0.0
        np.fill_diagonal(found, 0.0)
        return found

    def of_one_article(self, some: Sequence[int], others: Sequence[int]) -> float:
        """Return the log-likelihood ratio that some blocks belong to the article of others."""
        one = [self.cells[at] for at in some if self.cells[at]]
        two = [self.cells[at] for at in others if self.cells[at]]
        if not one or not two:
            return 0.0
        return sum(self.says[_kind(a, b)] for a in one for b in two) / (len(one) * len(two))


def read_widths(blocks: Sequence[Block]) -> Widths:
    """Return the widths of a page's blocks, and what they say there."""
    cells = [0 if block.title else block.width for block in blocks]
    counts = [1, 1, 1]
    for one, two in _near_pairs(cells):
        counts[_kind(one, two)] += 1
    says = [log(share * sum(counts) / count) for share, count in zip(OF_ONE, counts, strict=True)]
    return Widths(cells, [max(-MOST, min(MOST, one)) for one in says])


def _near_pairs(cells: Sequence[int]) -> Iterator[tuple[int, int]]:
    for at, one in enumerate(cells):
        for two in cells[at + 1 : at + 1 + NEAR]:
            if one and two:
                yield one, two


def _kind(one: int, two: int) -> int:
    off = abs(one - two)
    return 0 if off <= ALIKE else 1 if off <= NEARLY else 2
