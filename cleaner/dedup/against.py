"""Find texts that overlap an evaluation set: a model must not be trained on what it is tested with.

A text overlaps an evaluation text if it has OVERLAP letters in a row of it, or the whole of one
that is shorter. Both are folded first (script, width, case, punctuation and white space do not
count), so a traditional copy of a test question is found. A rewritten question is not: what is
dropped can be shown letter by letter.

Every run of so many letters of the evaluation texts is hashed to 64 bits and sorted; the runs of
a text are looked up there and what is found is compared as letters. Linear in the text; in memory
is the evaluation set alone, 20 bytes a letter.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.dedup.fold import Codes, fold
from cleaner.dedup.shingles import FACTOR, FINISH

# Letters in a row that show that a text was copied. A sentence of Chinese has 20 to 40, the name of
# an office or a law up to 30. Chosen; try 30 to 80.
OVERLAP = 50
# An evaluation text with fewer letters proves nothing by standing in another: 下列说法正确的是.
MIN_LETTERS = 13

Runs = npt.NDArray[np.uint64]


class Overlap(NamedTuple):
    """`letters`, folded, stand in the evaluation text `name` as well."""

    name: str
    letters: str


class _Table(NamedTuple):
    """Runs of one length: their hashes, sorted, (n,), and the text each is of."""

    hashes: Runs
    owners: npt.NDArray[np.int64]


class Evaluation:
    """Evaluation texts, given as (name, text), to hold others against.

    `overlap`: letters in a row that are too many; at least MIN_LETTERS.
    """

    def __init__(self, texts: Iterable[tuple[str, str]], overlap: int = OVERLAP) -> None:
        self._names: list[str] = []
        self._folds: list[str] = []
        overlap = max(overlap, MIN_LETTERS)
        by_length: dict[int, list[tuple[int, Codes]]] = defaultdict(list)
        for name, text in texts:
            folded = fold(text)
            if len(folded.codes) >= MIN_LETTERS:
                number = len(self._names)
                by_length[min(overlap, len(folded.codes))].append((number, folded.codes))
                self._names.append(name)
                self._folds.append(folded.text)
        self._tables = {length: _table(some, length) for length, some in by_length.items()}

    def __len__(self) -> int:
        return len(self._names)

    def overlap(self, text: str) -> Overlap | None:
        """Return the first overlap of a text with an evaluation text, the longest run first."""
        folded = fold(text)
        found = [
            (length, place, self._tables[length].owners[at])
            for length, hashes in _runs(folded.codes, frozenset(self._tables))
            for place, at in _hits(self._tables[length].hashes, hashes)
        ]
        letters = folded.text
        for length, place, owner in sorted(found, key=lambda one: (-one[0], one[1])):
            run = letters[place : place + length]
            if run in self._folds[owner]:  # two runs may share a hash
                return Overlap(self._names[owner], run)
        return None


def _table(texts: Iterable[tuple[int, Codes]], length: int) -> _Table:
    """Return the runs of texts, each hash once, with the first text that has it."""
    hashes, owners = [], []
    for number, codes in texts:
        for _, found in _runs(codes, frozenset({length})):
            hashes.append(found)
            owners.append(np.full(len(found), number, dtype=np.int64))
    unique, first = np.unique(np.concatenate(hashes), return_index=True)
    return _Table(unique, np.concatenate(owners)[first])


def _runs(codes: Codes, lengths: frozenset[int]) -> Iterator[tuple[int, Runs]]:
    """Yield (length, hashes of every run of that length in order) for each length, rising.

    The hash of a run of k + 1 letters is one step from that of its first k: one pass for all.
    """
    value = np.zeros(len(codes), dtype=np.uint64)
    for k in range(min(max(lengths, default=0), len(codes))):
        value = value[: len(codes) - k]
        value += codes[k:]
        value *= np.uint64(FACTOR)
        if k + 1 in lengths:
            yield k + 1, (value ^ (value >> np.uint64(30))) * np.uint64(FINISH)


def _hits(table: Runs, asked: Runs) -> list[tuple[int, int]]:
    """Return (place asked, place in the table) of the hashes that the table has."""
    at = np.minimum(np.searchsorted(table, asked), len(table) - 1)
    places = np.flatnonzero(table[at] == asked)
    return list(zip(places.tolist(), at[places].tolist(), strict=True))
