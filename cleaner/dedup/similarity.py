"""Verify a candidate pair by the texts themselves: nothing is dropped on an estimate."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import numpy as np

from cleaner.dedup.fold import Codes
from cleaner.dedup.shingles import NGRAM, SHORT_NGRAM, SHORT_SIDE, Hashes, shingle_set

# Shingle sets kept at hand: the texts of a cluster come one after the other.
CACHED_TEXTS = 512
# Long texts are made again each time rather than held (4 MB of hashes for a million letters).
CACHED_CHARS = 200_000

# The share of a text's shingles from which on it stands in another: a copy with 2 % of its letters
# misread keeps .9 of its shingles of five.
CONTAINED = 0.85

# A similarity is a fraction of whole numbers: this only takes up the rounding of threshold * union.
ROUNDING = 1e-9


class Verdict(NamedTuple):
    """What a comparison found: is it a copy, why (for a person), and the figures."""

    same: bool
    reason: str
    evidence: Mapping[str, Any]


class Similarity(NamedTuple):
    """An exact Jaccard similarity: `shared` shingles of `union`, each `ngram` letters long."""

    shared: int
    union: int
    ngram: int

    @property
    def value(self) -> float:
        """The similarity, 0..1; two texts without a shingle have none."""
        return self.shared / self.union if self.union else 0.0

    def reaches(self, threshold: float) -> bool:
        """Tell whether the similarity is at least the threshold (and there is one at all)."""
        return bool(self.union) and self.shared >= threshold * self.union - ROUNDING


class Shingler:
    """The shingle sets of texts given by number; the latest are kept at hand."""

    def __init__(self, codes: Callable[[int], Codes]) -> None:
        self._codes = codes
        self._sets: OrderedDict[tuple[int, int], Hashes] = OrderedDict()

    def __call__(self, text: int, ngram: int) -> Hashes:
        """Return the shingle set of a text, sorted, (n,) uint32."""
        found = self._sets.get((text, ngram))
        if found is not None:
            self._sets.move_to_end((text, ngram))
            return found
        found = shingle_set(self._codes(text), ngram)
        if len(found) <= CACHED_CHARS:
            self._sets[text, ngram] = found
            if len(self._sets) > CACHED_TEXTS:
                self._sets.popitem(last=False)
        return found


def ngram_for(chars: int, other_chars: int) -> int:
    """Return the length of the shingles on which texts of these lengths are compared."""
    return SHORT_NGRAM if min(chars, other_chars) < SHORT_SIDE else NGRAM


def similarity(first: Hashes, second: Hashes, ngram: int) -> Similarity:
    """Return the exact similarity of two shingle sets (sorted, unique)."""
    both = np.concatenate((first, second))
    both.sort()
    shared = int(np.count_nonzero(both[1:] == both[:-1]))
    return Similarity(shared, len(first) + len(second) - shared, ngram)


def jaccard_verdict(found: Similarity, threshold: float) -> Verdict:
    """Decide a pair by its similarity alone."""
    return Verdict(
        found.reaches(threshold),
        f"jaccard {found.value:.2f} with the kept text",
        {"jaccard": round(found.value, 4), "ngram": found.ngram},
    )


def containment_verdict(found: Similarity, size: int) -> Verdict:
    """Decide whether a text of `size` shingles stands in a longer one, by those they share."""
    share = found.shared / size if size else 0.0
    return Verdict(
        share >= CONTAINED,
        f"{share:.0%} of it stands in the kept text",
        {"containment": round(share, 4), "ngram": found.ngram},
    )
