"""How much of a text is said twice: runs of characters and of words, counted in numpy.

A run's hash is a polynomial of 64 bits; two different runs of one text share it once in 10^12
texts of a million characters.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner.late import NDArray, np

FACTOR = 0x9E3779B97F4A7C15  # a random odd number
SHIFT = 29  # chosen: near the half of a hash's bits


def ngram_counts(text: str, size: int) -> NDArray[np.int64]:
    """Return how often each different run of `size` characters occurs, of shape (runs,)."""
    return _counted(_hashes(_codes(text), size))[1]


def most_repeated(text: str) -> int:
    """Return a bound of how many runs of four characters or more occur more than once.

    A run that repeats begins with four characters that do, and these are one number of 64 bits.
    Runs that share a place in a table are taken for the same: a fifth of the time of counting.
    """
    data = text.encode("utf-16-le", "surrogatepass")
    count = len(data) // 2 - 3
    if count < 1:
        return 0
    runs = np.ndarray((count,), "<u8", data, strides=(2,))
    bits = np.uint64(64 - (4 * count).bit_length())
    places = np.bincount(((runs * FACTOR) >> bits).view(np.int64))
    return count - int(np.count_nonzero(places == 1))


def may_repeat(text: str, top: Sequence[float], duplicate: Sequence[float]) -> bool:
    """Say whether runs of words may reach one of the shares of a text, without the words.

    To find the words takes most of the time. A run of so many words has as many characters at
    least, so what repeated runs of them make up is no more than what repeated runs of as many
    characters cover. And the most frequent run of two words or more is no more frequent than the
    most frequent run of as many characters as it has.
    """
    codes = _codes("".join(text.split()))
    chars = len(codes)
    for size, share in enumerate(duplicate, 5):
        covered = _covered(_hashes(codes, size), np.arange(chars + 1), size)
        if covered > share * chars:
            return True
        if covered <= min(duplicate) * chars:
            break
    least, size, hashes = min(top, default=1.0) * chars, 2, _hashes(codes, 2)
    while (most := _most(hashes)) > 1:
        after = max(size + 1, size * 3 // 2)
        if most * (after - 1) > least:
            return True
        # A run of the next size is told by the two of this size at its ends.
        beyond = after - size
        hashes = hashes[:-beyond] * FACTOR + (hashes[beyond:] ^ (hashes[beyond:] >> SHIFT))
        size = after
    return False


class Runs:
    """The words of a text as numbers, to count runs of them."""

    def __init__(self, words: Sequence[str]) -> None:
        count = len(words)
        numbers = {word: number for number, word in enumerate(dict.fromkeys(words))}
        self._codes = np.fromiter(map(numbers.__getitem__, words), np.uint32, count)
        self._ends = np.concatenate(([0], np.cumsum(np.fromiter(map(len, words), np.int64, count))))

    @property
    def chars(self) -> int:
        """How many characters the words have."""
        return int(self._ends[-1])

    def top_chars(self, size: int) -> int:
        """Return the characters of the most frequent run of words, 0 where none occurs twice.

        Of several the first in the text.
        """
        hashes = _hashes(self._codes, size)
        values, counts = _counted(hashes)
        most = int(counts.max(initial=0))
        if most < 2:
            return 0
        first = int(np.isin(hashes, values[counts == most]).argmax())
        return most * int(self._ends[first + size] - self._ends[first])

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
        return _covered(_hashes(self._codes, size), self._ends, size)

    def _lengths(self, size: int) -> NDArray[np.int64]:
        return self._ends[size:] - self._ends[: max(len(self._ends) - size, 0)]


def _covered(hashes: NDArray[np.uint64], ends: NDArray[np.int64], size: int) -> int:
    """Return how many characters stand in runs that were there before.

    `hashes` of the runs of `size` units, `ends` where each unit ends, of shape (units + 1,).
    """
    order = _order(hashes)
    ordered = hashes[order]
    again = order[1:][ordered[1:] == ordered[:-1]]
    change = np.zeros(len(ends), dtype=np.int64)
    change[again] += 1
    change[again + size] -= 1
    return int((ends[1:] - ends[:-1])[np.cumsum(change)[:-1] > 0].sum())


def _order(hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return the places of the hashes in an order in which equal ones follow each other, in order.

    To sort numbers is five times as fast as to sort places by them: so each place takes the last
    bits of its hash. Where two hashes differ in these alone the slow way is taken.
    """
    bits = np.uint64(len(hashes).bit_length())
    mask = (np.uint64(1) << bits) - np.uint64(1)
    packed = np.sort((hashes & ~mask) | np.arange(len(hashes), dtype=np.uint64))
    order = (packed & mask).astype(np.int64)
    ordered = hashes[order]
    alike = packed[1:] ^ packed[:-1] <= mask
    if (alike != (ordered[1:] == ordered[:-1])).any():
        return np.argsort(hashes, kind="stable")
    return order


def _counted(hashes: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Return the different hashes, in order, and how often each occurs."""
    ordered = np.sort(hashes)
    ends = np.flatnonzero(np.concatenate((ordered[1:] != ordered[:-1], [hashes.size > 0])))
    counts = ends + 1
    counts[1:] -= ends[:-1] + 1
    return ordered[ends], counts


def _most(hashes: NDArray[np.uint64]) -> int:
    return int(_counted(hashes)[1].max(initial=0))


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
