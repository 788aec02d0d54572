"""Decide candidate pairs by their texts, each read and folded once for its neighbours."""

from collections.abc import Callable
from functools import lru_cache

from cleaner.dedup.copy import copy_verdict
from cleaner.dedup.fold import fold
from cleaner.dedup.near import Near
from cleaner.dedup.symbols import symbols
from cleaner.dedup.verify import (
    CACHED_TEXTS,
    Shingler,
    Verdict,
    jaccard_verdict,
    ngram_for,
    similarity,
)


class Verifier:
    """Compares texts given by number: `text_of` reads one, `letters_of` knows its fold's length."""

    def __init__(
        self, near: Near, text_of: Callable[[int], str], letters_of: Callable[[int], int]
    ) -> None:
        self._near, self._letters_of = near, letters_of
        cached = lru_cache(CACHED_TEXTS)(text_of)
        self._shingles = Shingler(lambda number: fold(cached(number)).codes)
        self._symbols = lru_cache(CACHED_TEXTS)(lambda number: symbols(cached(number)))

    def __call__(self, kept: int, other: int) -> Verdict:
        """Compare two texts: by Jaccard first, which is cheap; then by `near.decider`."""
        ngram = ngram_for(self._letters_of(kept), self._letters_of(other))
        found = similarity(self._shingles(kept, ngram), self._shingles(other, ngram), ngram)
        verdict = jaccard_verdict(found, self._near.threshold)
        if self._near.decider == "jaccard" or not verdict.same:
            return verdict
        decided = copy_verdict(self._symbols(kept), self._symbols(other), self._near)
        return decided._replace(evidence={**verdict.evidence, **decided.evidence})
