"""What the blocks of a page speak of: how likely two of them belong to one article.

The articles of a page have little in common. A name, a place, a plan is said again and again in
its article and nowhere else on the page; so a pair of characters that two blocks share speaks for
one article, the more the fewer blocks have it and the rarer it is in Chinese. (Shared pairs by
themselves say little: every article has 中国 and 发展. What is common in the table of
n-grams weighs next to nothing.)

Of 88,000 pairs of blocks on scanned pages, 56 % of those of one article share such a pair and 13 %
of the others; over .3 of weight the odds are 7, over 1 they are 25 (`likelihood`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from cleaner import ngram
from cleaner.chars.converter import converter
from cleaner.chars.hans_hant import TRADITIONAL_ONLY
from cleaner.late import NDArray, np
from cleaner.model import Model
from cleaner.ngram import Codes, Floats

# A pair of characters seen so often in the table has half its weight (tried 5 to 50).
COMMON = 20.0
# A pair in more than this share of a page's blocks is the page's subject, not an article's.
MAX_SHARE = 1 / 3
# Pairs that a block of two lines has: a short block proves nothing by what it does not share.
SHORT, MANY = 8.0, 50.0

# The log-likelihood ratio that two blocks are of one article: of weight 0, of the first weight
# above, and how it grows; measured on scanned newspaper pages, the pages that set it among them.
NOTHING, SOMETHING, GROWTH, MOST = -0.7, 0.5, 4.2, 3.2

# The same of some blocks and the rest of an article, by weight over the root of the pairs of the
# shorter side. An article says its names again and again: what shares nothing with all of it is
# not of it (2,100 runs of one to three blocks; 95 of 100 true ones come before all others).
WEIGHT_AT = (0.0, 0.15, 0.45, 0.8, 1.25, 1.75, 2.5, 4.0)
ARTICLE = (-3.2, -2.5, -0.9, 0.6, 1.5, 2.0, 2.8, 3.4)
# Of the few pairs of a heading or a short line the want of one says less.
FEW = 40.0


# What some blocks together speak of (pairs,), and the number of their pairs.
Union: TypeAlias = "tuple[NDArray[np.float32], float]"


class Topics(NamedTuple):
    """Of blocks (n,): the pairs of characters in each that tell, and the number of all its pairs.

    table: (n, pairs), the root of the pair's weight where the block has it, else 0.
    """

    table: NDArray[np.float32]
    sizes: Floats

    def shared(self) -> Floats:
        """Return the weight that each two blocks share, (n, n).

        Not by multiplying matrices: where that is done by threads they wait for each other for a
        hundred times as long as it takes, and each processor adds in another order.
        """
        size = len(self.table)
        pair, block = np.nonzero(self.table.T)
        weight = self.table[block, pair].astype(float) ** 2
        places, weights = [np.zeros(0, np.intp)], [np.zeros(0)]
        for ahead in range(1, size):
            same = np.flatnonzero(pair[ahead:] == pair[:-ahead])
            if not len(same):
                break
            places.append(block[same] * size + block[same + ahead])
            weights.append(weight[same])
        found = np.zeros((size, size))
        np.add.at(found.reshape(-1), np.concatenate(places), np.concatenate(weights))
        return found + found.T

    def likelihoods(self) -> Floats:
        """Return the log-likelihood ratio that each two blocks are of one article, (n, n)."""
        weight = self.shared()
        size = np.minimum(self.sizes[:, None], self.sizes)
        some = np.minimum(MOST, SOMETHING + GROWTH * weight / (size + SHORT) ** 0.5)
        found: Floats = np.where(weight > 0, some, NOTHING * np.minimum(1.0, size / MANY))
        np.fill_diagonal(found, 0.0)
        return found

    def union(self, some: Sequence[int]) -> Union:
        """Return what some blocks together speak of, and how much they say."""
        mine = list(some)
        return self.table[mine].max(0), float(self.sizes[mine].sum())

    def of_one_article(self, some: Sequence[int], others: Sequence[int]) -> float:
        """Return the log-likelihood ratio that some blocks belong to the article of others."""
        return alike(self.union(some), self.union(others)) if others else 0.0


def alike(one: Union, two: Union) -> float:
    """Return the log-likelihood ratio that two unions of blocks are of one article."""
    size = min(one[1], two[1])
    weight = float(one[0] @ two[0]) / (size + SHORT) ** 0.5
    found = float(np.interp(weight, WEIGHT_AT, ARTICLE))
    return found if found > 0 else found * min(1.0, size / FEW)


def read_topics(texts: Sequence[str], model: Model) -> Topics:
    """Return what the blocks of a page speak of."""
    size = len(texts)
    blocks, pairs = _pairs(texts)
    sizes = np.bincount(blocks, minlength=size).astype(float)
    kinds, where, counts = np.unique(pairs, return_inverse=True, return_counts=True)
    telling = (counts >= 2) & (counts <= max(2.0, MAX_SHARE * size))
    seen = ngram.background(kinds[telling], model.table)
    weights = np.log(size / counts[telling]) / (1 + seen / COMMON)
    column = np.cumsum(telling) - 1
    kept = telling[where]
    table = np.zeros((size, max(1, len(weights))), np.float32)
    table[blocks[kept], column[where[kept]]] = np.sqrt(np.maximum(weights, 0))[column[where[kept]]]
    return Topics(table, sizes)


def likelihood(weight: float, size: float) -> float:
    """Return the log-likelihood ratio that two blocks are of one article.

    `weight`: what they share; `size`: the pairs of the shorter.
    """
    if weight <= 0:
        return NOTHING * min(1.0, size / MANY)
    found: float = min(MOST, SOMETHING + GROWTH * weight / (size + SHORT) ** 0.5)
    return found


def _pairs(texts: Sequence[str]) -> tuple[np.ndarray[tuple[int], np.dtype[np.intp]], Codes]:
    """Return the different pairs of letters of texts: the number of the text, and the pair."""
    folded = [ngram.fold(simplified(text)) for text in texts]
    codes = ngram.codes("\0".join([*folded, ""]))
    kinds = np.unique(codes)
    letters = np.array([chr(int(code)).isalpha() for code in kinds])[np.searchsorted(kinds, codes)]
    both = letters[:-1] & letters[1:]
    numbers = np.repeat(np.arange(len(texts)), [len(text) + 1 for text in folded])[:-1][both]
    pairs = ((codes[:-1] << np.uint64(16)) | codes[1:])[both]
    keyed = np.unique((numbers.astype(np.uint64) << np.uint64(32)) | pairs)
    return (keyed >> np.uint64(32)).astype(np.intp), keyed & np.uint64(0xFFFFFFFF)


def simplified(text: str) -> str:
    """Return the text in simplified characters: a scanner reads some lines as traditional."""
    return text if TRADITIONAL_ONLY.isdisjoint(text) else converter().convert(text)
