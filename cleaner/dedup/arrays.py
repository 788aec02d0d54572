"""Signatures as numpy arrays, for those who have a MinHash index of their own, or want ours.

They are datasketch's, bit for bit: `datasketch.MinHash(hashvalues=row, scheme="affine32")` is one
of ours, and `datasketch.MinHash(hashfunc=shingle_hash)` fed with `shingles(text)` has the values of
one.
"""

from collections.abc import Iterable, Iterator

import numpy as np

from cleaner.dedup.bands import Candidates, Keys, candidates
from cleaner.dedup.fold import fold, fold_many
from cleaner.dedup.near import parse_near
from cleaner.dedup.shingles import NGRAM
from cleaner.dedup.signature import PERMUTATIONS, Signatures, signatures

# Texts folded and signed together.
TOGETHER = 512


def shingles(text: str, ngram: int = NGRAM) -> Iterator[str]:
    """Yield the shingles of a text, folded, in order; a text shorter than one has none.

    >>> list(shingles("今天，下雨！ABC"))
    ['今天下雨a', '天下雨ab', '下雨abc']
    """
    folded = fold(text).text
    return (folded[at : at + ngram] for at in range(len(folded) - ngram + 1))


def sign(texts: Iterable[str], ngram: int = NGRAM) -> Signatures:
    """Return the signatures of texts on shingles of `ngram` letters, (n, 128) uint32.

    A row of 2**32 - 1 throughout has no shingle: it is like every other such row, so leave it out.
    """
    blocks = [np.empty((0, PERMUTATIONS), dtype=np.uint32)]
    waiting: list[str] = []
    for text in texts:
        waiting.append(text)
        if len(waiting) == TOGETHER:
            blocks.append(signatures([one.codes for one in fold_many(waiting)], ngram))
            waiting = []
    blocks.append(signatures([one.codes for one in fold_many(waiting)], ngram))
    return np.concatenate(blocks)


def near_pairs(
    signed: Signatures, near: str = "jaccard:0.8", groups: Keys | None = None
) -> Candidates:
    """Return the rows of signatures, (n, 128) uint32, that are near enough to be looked at.

    `first` < `second`, (k,) int64 each, and `agree`, (k,) int64: how many of the 128 minima are
    equal; over 128 it estimates the similarity. `groups`: (n,) uint64, rows are only compared where
    these are equal. Nothing is verified: that takes the texts. Raises RecipeError for `near`.
    """
    if groups is None:
        groups = np.zeros(len(signed), dtype=np.uint64)
    return candidates(signed, groups, parse_near(near))
