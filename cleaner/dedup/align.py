"""Align two texts and say where they differ.

The alignment is Levenshtein's, by rapidfuzz, quadratic in time: 0.4 ms for two texts of 2,000
symbols, 38 ms for 20,000. Longer texts are first cut at anchors, runs of ANCHOR symbols that
occur once in each text and stand in the same order in both, and only what lies between is
aligned. What is too long between two anchors is one difference: two long texts with nothing in
common there are no copies of one another.

Of the longest texts not every run is looked at: those whose hash is a multiple of a power of two,
the same in both. So two books of 17 million letters are aligned in seconds.
"""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple, cast

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Levenshtein

from cleaner.dedup.fold import Codes, code_points
from cleaner.dedup.shingles import shingle_hashes

# Symbols of both texts together over which anchors are looked for first. Chosen: 10 ms a pair.
LONG = 16_000
# Equal symbols in a row that two different runs do not have by chance, or not often. Tried 4 to 16.
CHANCE = 4
# Length of an anchor: a chance match of 12 symbols that is unique in both texts is none.
ANCHOR = 12
# Product of two lengths that is still aligned as a whole: 10 k x 10 k, 10 ms.
MAX_CELLS = 100_000_000
# The same of all stretches of a pair together, the short ones first: some 5 s.
ALL_CELLS = 50_000_000_000
# Runs of both texts that are looked at for anchors. Chosen: 0.5 s; two texts of 17 million symbols
# of which 8 % were misread then have an anchor every 90.
RUNS = 1 << 20
# Of how many symbols one is expected to differ: where fewer do, the aligner is up to four times as
# fast, and no slower where more do. It finds the same alignment.
HINT = 10


class Difference(NamedTuple):
    """A place where the texts differ: [start, end) of the first and of the second."""

    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def size(self) -> int:
        """Symbols on the longer side."""
        return max(self.end - self.start, self.other_end - self.other_start)

    @property
    def less(self) -> int:
        """Symbols on the shorter side."""
        return min(self.end - self.start, self.other_end - self.other_start)


def differences(first: str, second: str) -> list[Difference]:
    """Return where two texts differ, in order; neighbours that belong together merged."""
    found: list[Difference] = []
    gaps = _gaps(first, second)
    most = _most_cells(gaps)
    for gap in gaps:
        found += _aligned(first, second, gap, most)
    return _merged(found)


def longest(found: Sequence[Difference]) -> int:
    """Return the longest stretch that differs, of the text where that is shorter."""
    mine = max((one.end - one.start for one in found), default=0)
    theirs = max((one.other_end - one.other_start for one in found), default=0)
    return min(mine, theirs)


def _merged(found: list[Difference]) -> list[Difference]:
    """Merge neighbours when the equal run between is shorter than the smaller of the two.

    A name replaced by a name shares a letter with it by chance. A sentence that stayed between two
    that an editor cut is none, however much was cut. From the left, and again after a merge, on a
    stack: linear.
    """
    merged: list[Difference] = []
    for difference in found:
        top = difference
        while merged and top.start - merged[-1].end < min(top.size, merged[-1].size, CHANCE):
            last = merged.pop()
            top = Difference(last.start, top.end, last.other_start, top.other_end)
        merged.append(top)
    return merged


def _most_cells(gaps: Sequence[Difference]) -> int:
    """Return how many cells a stretch may have to be aligned, given all of a pair."""
    if len(gaps) * MAX_CELLS <= ALL_CELLS:
        return MAX_CELLS
    sides = np.array(gaps, dtype=np.int64)
    cells = np.sort((sides[:, 1] - sides[:, 0]) * (sides[:, 3] - sides[:, 2]))
    cells = cells[cells <= MAX_CELLS]
    within = int(np.searchsorted(np.cumsum(cells), ALL_CELLS, "right"))
    return MAX_CELLS if within == len(cells) else int(cells[within]) - 1


def _aligned(first: str, second: str, gap: Difference, most: int) -> list[Difference]:
    """Return the differences within a stretch of both texts; of over `most` cells it is one."""
    start, end, other_start, other_end = gap
    cells = (end - start) * (other_end - other_start)
    if not 0 < cells <= most:
        return [gap]
    mine, theirs = first[start:end], second[other_start:other_end]
    hint = max(len(mine), len(theirs)) // HINT
    found: list[Difference] = []
    at = other_at = to = other_to = -1
    edits = Levenshtein.editops(mine, theirs, score_hint=hint).as_list()
    for tag, place, other in cast("list[tuple[str, int, int]]", edits):
        if place != to or other != other_to:
            if to >= 0:
                found.append(Difference(at, to, other_at, other_to))
            at, other_at = place, other
        to, other_to = place + (tag != "insert"), other + (tag != "delete")
    if to >= 0:
        found.append(Difference(at, to, other_at, other_to))
    if not (start or other_start):
        return found
    return [
        Difference(start + at, start + to, other_start + other_at, other_start + other_to)
        for at, to, other_at, other_to in found
    ]


def _gaps(first: str, second: str) -> list[Difference]:
    """Return the stretches to align: the whole texts, or what lies between anchors."""
    whole = Difference(0, len(first), 0, len(second))
    if len(first) + len(second) <= LONG:
        return [whole]
    # What is equal at the ends needs no anchor: a long table of equal rows has none.
    head = _common(code_points(first), code_points(second))
    tail = _common(code_points(first[:head:-1]), code_points(second[:head:-1]))
    ends = len(first) - tail, len(second) - tail
    gaps: list[Difference] = []
    at, other_at = head, head
    for start, other_start in anchors(first[: ends[0]], second[: ends[1]]):
        # An anchor that overlaps the one before it is used for what is new of it.
        skip = max(at - start, other_at - other_start, 0)
        if skip >= ANCHOR:
            continue
        gap = Difference(at, start + skip, other_at, other_start + skip)
        if gap.size:
            gaps.append(gap)
        at, other_at = start + ANCHOR, other_start + ANCHOR
    if at < ends[0] or other_at < ends[1]:
        gaps.append(Difference(at, ends[0], other_at, ends[1]))
    return gaps


def _common(first: Codes, second: Codes) -> int:
    """Return how many code points are equal from the start."""
    shorter = min(len(first), len(second))
    unequal = np.flatnonzero(first[:shorter] != second[:shorter])
    return int(unequal[0]) if len(unequal) else shorter


def anchors(first: str, second: str) -> list[tuple[int, int]]:
    """Return (place, other place) of the runs of ANCHOR that occur once in each, both rising."""
    same = shared_runs(first, second, ANCHOR)
    return [same[i] for i in _longest_rise([other for _, other in same])]


def shared_runs(first: str, second: str, length: int) -> list[tuple[int, int]]:
    """Return (place, other place) of the runs of so many symbols that occur once in each.

    By their place in the first.
    """
    mask = (1 << ((len(first) + len(second)) // RUNS).bit_length()) - 1
    hashes, places = _unique(first, length, mask)
    other_hashes, other_places = _unique(second, length, mask)
    _, mine, theirs = np.intersect1d(hashes, other_hashes, assume_unique=True, return_indices=True)
    order = np.argsort(places[mine], kind="stable")
    starts, others = places[mine][order].tolist(), other_places[theirs][order].tolist()
    # 32-bit hashes of long texts do collide: look.
    return [
        (a, b)
        for a, b in zip(starts, others, strict=True)
        if first[a : a + length] == second[b : b + length]
    ]


def _unique(
    text: str, length: int, mask: int
) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.int64]]:
    """Return the hashes of the runs that occur once, sorted, and where they stand.

    Of those that have none of the bits of `mask`.
    """
    hashes = shingle_hashes(code_points(text), length)
    looked_at = np.flatnonzero(hashes & np.uint32(mask) == 0) if mask else np.arange(len(hashes))
    found, places, counts = np.unique(hashes[looked_at], return_index=True, return_counts=True)
    return found[counts == 1], looked_at[places[counts == 1]]


def _longest_rise(values: list[int]) -> list[int]:
    """Return the places of a longest rising run of values (patience sorting, n log n)."""
    tops: list[int] = []
    top_places: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        pile = bisect_left(tops, value)
        before.append(top_places[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(value)
            top_places.append(place)
        else:
            tops[pile] = value
            top_places[pile] = place
    rise = []
    place = top_places[-1] if top_places else -1
    while place >= 0:
        rise.append(place)
        place = before[place]
    return rise[::-1]
