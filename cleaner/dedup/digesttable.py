"""Digests of texts, numbered in the order in which they first come: a table in arrays.

A dictionary of them takes 150 bytes each, this 24 to 40, and is asked for many at once.
"""

import numpy as np
import numpy.typing as npt

from cleaner.dedup.digest import DIGEST_BYTES

Digests = npt.NDArray[np.uint8]  # (n, 16)
Numbers = npt.NDArray[np.int64]
Halves = npt.NDArray[np.uint64]  # (n, 2)

ROOM = 1024  # digests that there is room for at first, half as many as places


class DigestTable:
    """The digests that came, each with its number, from 0."""

    def __init__(self) -> None:
        self._count = 0
        self._halves: Halves = np.empty((ROOM, 2), dtype=np.uint64)
        # By the first half of a digest, or at the next free place behind: its number and one, or 0.
        self._places = np.zeros(2 * ROOM, dtype=np.uint32)

    def __len__(self) -> int:
        """Return how many digests came."""
        return self._count

    def digests(self) -> Digests:
        """Return all digests by number, (n, 16) uint8."""
        return self._halves[: self._count].view(np.uint8)

    def find(self, digests: Digests) -> Numbers:
        """Return the number of each digest, or -1, (k,) int64."""
        halves = _halves(digests)
        found = np.full(len(halves), -1, dtype=np.int64)
        left, place = np.arange(len(halves)), self._first_places(halves)
        while len(left):
            number = self._places[place].astype(np.int64) - 1
            is_same = (self._halves[number] == halves[left]).all(axis=1) & (number >= 0)
            found[left[is_same]] = number[is_same]
            goes_on = (number >= 0) & ~is_same
            left, place = left[goes_on], self._next(place[goes_on])
        return found

    def take(self, digests: Digests) -> tuple[Numbers, Numbers]:
        """Take digests; returns the number of each, (k,), and the rows of those that are new."""
        numbers = self.find(digests)
        rows = np.flatnonzero(numbers < 0)
        new = _halves(digests[rows])
        if len(np.unique(new[:, 0])) < len(new):  # some may be equal
            flat = new.view(f"S{DIGEST_BYTES}").ravel()
            _, first, which = np.unique(flat, return_index=True, return_inverse=True)
            order = np.argsort(first)
            rank = np.empty_like(order)
            rank[order] = np.arange(len(order))
            numbers[rows] = self._count + rank[which]
            rows, new = rows[first[order]], new[first[order]]
        else:
            numbers[rows] = self._count + np.arange(len(rows))
        self._add(new)
        return numbers, rows

    def _add(self, new: Halves) -> None:
        """Take digests that are new, each once."""
        total = self._count + len(new)
        if total > len(self._halves):
            # Half as much again: twice would be of no use for most of the time.
            grown = np.empty((total + total // 2, 2), dtype=np.uint64)
            grown[: self._count] = self._halves[: self._count]
            self._halves = grown
        self._halves[self._count : total] = new
        start, self._count = self._count, total
        if 2 * total > len(self._places):
            self._places = np.zeros(1 << (2 * total).bit_length(), dtype=np.uint32)
            start = 0
        self._put(np.arange(start, total))

    def _put(self, numbers: Numbers) -> None:
        """Find a place for the digests of these numbers."""
        place = self._first_places(self._halves[numbers])
        while len(numbers):
            is_free = self._places[place] == 0
            # Several may want one place: the last has it.
            self._places[place[is_free]] = numbers[is_free] + 1
            is_left = self._places[place] != numbers + 1
            numbers, place = numbers[is_left], self._next(place[is_left])

    def _first_places(self, halves: Halves) -> Numbers:
        return (halves[:, 0] & np.uint64(len(self._places) - 1)).astype(np.int64)

    def _next(self, place: Numbers) -> Numbers:
        return (place + 1) & (len(self._places) - 1)


def _halves(digests: Digests) -> Halves:
    return np.ascontiguousarray(digests).view(np.uint64)
