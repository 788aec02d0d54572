"""How much of a text is said twice: runs of characters and of words, counted in numpy.

A run's hash is a polynomial of 64 bits; two different runs of one text share it once in 10^12
texts of a million characters.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

FACTOR = np.uint64(0x9E3779B97F4A7C15)  # a random odd number

# Equal runs that begin nearer may be parts of runs of four words that overlap each other: jieba's
# longest word of Han has 16 characters.
OVERLAP_CHARS = 64


def ngram_counts(text: str, size: int) -> NDArray[np.int64]:
    """Return how often each different run of `size` characters occurs, of shape (runs,)."""
    hashes = np.sort(_hashes(_codes(text), size))
    if not hashes.size:
        return np.zeros(0, dtype=np.int64)
    starts = np.flatnonzero(np.concatenate(([True], hashes[1:] != hashes[:-1])))
    return np.diff(np.append(starts, hashes.size))


def may_repeat(text: str, top: Sequence[float], duplicate: Sequence[float]) -> bool:
    """Say whether runs of words may reach one of the shares of a text, without the words.

    To find the words takes most of the time. A run of five words has five characters at least, so
    what repeated runs of them make up is no more than what repeated runs of five characters cover.
    The most frequent run of up to four words has fewer characters, and is as rare as the most
    frequent pair; or five and more, and makes up no more than twice what is covered, and 8 times
    where it overlaps itself.
    """
    bare = "".join(text.split())
    counts = ngram_counts(bare, 2)
    pairs = int(counts.max()) if counts.size else 0
    covered, near = _covered(bare, 5)
    least_top = min(top, default=1.0) * len(bare)
    least_duplicate = min(duplicate, default=1.0) * len(bare)
    most_top = max(4 * pairs, 2 * covered, 8 * near)
    return most_top > least_top or covered > least_duplicate


class Runs:
    """The words of a text as numbers, to count runs of them."""

    def __init__(self, words: Sequence[str]) -> None:
        numbers: dict[str, int] = {}
        count = len(words)
        self._codes = np.array([numbers.setdefault(w, len(numbers)) for w in words], np.uint32)
        self._ends = np.concatenate(([0], np.cumsum(np.fromiter(map(len, words), np.int64, count))))

    @property
    def chars(self) -> int:
        """How many characters the words have."""
        return int(self._ends[-1])

    def top_chars(self, size: int) -> int:
        """Return the characters of the most frequent run of words, 0 where none occurs twice.

        Of several the first in the text.
        """
        _, first, counts = np.unique(
            _hashes(self._codes, size), return_index=True, return_counts=True
        )
        most = int(counts.max()) if counts.size else 0
        if most < 2:
            return 0
        return most * int(self._lengths(size)[first[counts == most].min()])

    def repeated_chars(self, size: int) -> int:
        """Return the characters of runs that were there before, each character counted once."""
        runs, chars = _hashes(self._codes, size).tolist(), self._lengths(size).tolist()
        seen = set()
        at = total = 0
        while at < len(runs):
            if runs[at] in seen:
                total += chars[at]
                at += size
            else:
                seen.add(runs[at])
                at += 1
        return total

    def covered_chars(self, size: int) -> int:
        """Return how many characters stand in runs of words that were there before.

        No fewer than `repeated_chars` of this size and of any larger one, and quicker to find.
        """
        hashes = _hashes(self._codes, size)
        again = np.ones(len(hashes), dtype=bool)
        again[np.unique(hashes, return_index=True)[1]] = False
        starts = np.flatnonzero(again)
        change = np.zeros(len(self._ends), dtype=np.int64)
        change[starts] += 1
        change[starts + size] -= 1
        return int(np.diff(self._ends)[np.cumsum(change)[:-1] > 0].sum())

    def _lengths(self, size: int) -> NDArray[np.int64]:
        return self._ends[size:] - self._ends[: max(len(self._ends) - size, 0)]


def _covered(text: str, size: int) -> tuple[int, int]:
    """Return how many characters stand in runs of `size` characters that were there before.

    And how many in those that were there shortly before, so that both may be parts of runs that
    overlap.
    """
    hashes = _hashes(_codes(text), size)
    order = np.argsort(hashes, kind="stable")
    same = hashes[order][1:] == hashes[order][:-1]
    again, before = order[1:][same], order[:-1][same]
    near = again[again - before < OVERLAP_CHARS]
    return _union(again, size, len(text)), _union(near, size, len(text))


def _union(starts: NDArray[np.int64], size: int, length: int) -> int:
    """Return how many places the runs that begin at different places cover."""
    change = np.zeros(length + 1, dtype=np.int64)
    change[starts] += 1
    change[starts + size] -= 1
    return int((np.cumsum(change) > 0).sum())


def _codes(text: str) -> NDArray[np.uint32]:
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def _hashes(codes: NDArray[np.uint32], size: int) -> NDArray[np.uint64]:
    """Return a hash of each run of `size` codes, of shape (runs,)."""
    if len(codes) < size:
        return np.zeros(0, dtype=np.uint64)
    hashes = codes[: len(codes) - size + 1].astype(np.uint64)
    for at in range(1, size):
        hashes *= FACTOR
        hashes += codes[at : at + len(hashes)]
    return hashes
