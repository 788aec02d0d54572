"""Paragraphs that stand in many documents: a site's notice, a paper's address, a disclaimer.

Two documents with the same notice are no duplicates of one another; the notice is. What counts is
the fold of the whole paragraph, so width, case, script and punctuation do not, and so much of it
that nobody writes it twice by chance. Of each paragraph 8 bytes are kept.
"""

from array import array
from collections.abc import Iterator
from hashlib import blake2b

import numpy as np

from cleaner.dedup.fold import fold_many

# Letters under which a paragraph may be the same by chance, or by rule: a heading, a refrain, a
# greeting, a line of dialogue. Chosen; try 15 to 40.
MIN_LETTERS = 20


class Paragraphs:
    """Counts in how many texts each paragraph stands; texts are added one by one."""

    def __init__(self) -> None:
        self._hashes = array("Q")

    def add(self, text: str) -> None:
        """Count the paragraphs of a text, each once."""
        self._hashes.extend(sorted({key for _, _, key in keys_of(text)}))

    def repeated(self, least: int) -> frozenset[int]:
        """Return the keys of the paragraphs that stand in so many texts or more."""
        keys, counts = np.unique(np.frombuffer(self._hashes, dtype=np.uint64), return_counts=True)
        return frozenset(keys[counts >= least].tolist())


def keys_of(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, key) of each paragraph that is long enough to count, its break aside."""
    lines = text.split("\n")
    at = 0
    for line, folded in zip(lines, fold_many(lines), strict=True):
        if len(folded.codes) >= MIN_LETTERS:
            digest = blake2b(folded.codes.tobytes() + folded.breaks.tobytes(), digest_size=8)
            yield at, at + len(line), int.from_bytes(digest.digest(), "little")
        at += len(line) + 1
