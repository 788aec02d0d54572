"""Candidates for containment: a short text that stands inside a longer one.

An article inside the page that also prints two others shares .3 of its shingles with the page: no
band finds the pair. So of each text a sample of its runs of RUN letters is kept, those whose hash
is divisible by SAMPLE: the same places of a text are sampled wherever it stands (Manber 1994). Of
two texts that share runs, the shorter is contained, as far as the sample tells, by the share of
its sampled runs that the longer has. The decision is then that of any candidate pair, by the texts.

A run that stands in many texts (a notice, a page's foot) is one bucket: there each text is held
against the longest few only, so the work is linear in the size of the bucket.
"""

from array import array
from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt

from cleaner.dedup.align import anchors
from cleaner.dedup.bands import Candidates, Places, starts_of_runs
from cleaner.dedup.fold import Codes
from cleaner.dedup.shingles import shingle_hashes
from cleaner.dedup.signature import PERMUTATIONS

# Letters of a run: a chance match of 12 is none.
RUN = 12
# One run in so many is kept: 60 of 1,000 letters, 12 bytes each. A text of 100 letters has
# none with a probability of .4 %. Chosen.
SAMPLE = 16
# The least share of the sampled runs of the shorter text that the longer one has. A copy with 2 %
# of its letters misread keeps .78 of its runs of 12; chosen.
MIN_SHARE = 0.6
# Longer texts that a text is held against in one bucket.
LONGER = 16


def sample(codes: Codes) -> npt.NDArray[np.uint32]:
    """Return the hashes of the runs of a folded text that are kept, (k,), sorted."""
    hashes = np.unique(shingle_hashes(codes, RUN))
    kept: npt.NDArray[np.uint32] = hashes[hashes % np.uint32(SAMPLE) == 0].astype(np.uint32)
    return kept


class Sampled:
    """The sampled runs of texts, to be asked for pairs when all are known."""

    def __init__(self) -> None:
        self._hashes = array("I")
        self._texts = array("I")
        self._counts = array("I")

    def add(self, runs: npt.NDArray[np.uint32]) -> None:
        """Take the sample of the next text."""
        self._texts.extend([len(self._counts)] * len(runs))
        self._hashes.frombytes(runs.tobytes())
        self._counts.append(len(runs))

    def pairs(self, rank: npt.NDArray[np.int64], groups: npt.NDArray[np.uint64]) -> Candidates:
        """Return (longer, shorter) pairs as places in the order of preference.

        `rank`: (n,) the place of each text, the longest first; one past the last is left out.
        `groups`: (n,), texts are only compared where these are equal.
        """
        texts = np.frombuffer(self._texts, dtype=np.uint32).astype(np.int64)
        hashes = np.frombuffer(self._hashes, dtype=np.uint32).astype(np.uint64)
        mixed = (hashes << np.uint64(32)) ^ groups[texts]
        order = np.lexsort((rank[texts], mixed))
        places, mixed = rank[texts][order], mixed[order]
        found = [
            places[longer] * len(rank) + places[behind] for longer, behind in with_longest(mixed)
        ]
        seen, shared = np.unique(np.concatenate(found), return_counts=True)
        longer, shorter = np.divmod(seen, max(len(rank), 1))
        counts = np.zeros(len(rank) + 1, dtype=np.int64)
        counts[np.minimum(rank, len(rank))] = np.frombuffer(self._counts, dtype=np.uint32)
        share = shared / np.maximum(counts[shorter], 1)
        enough = share >= MIN_SHARE
        agree = np.rint(share[enough] * PERMUTATIONS).astype(np.int64)
        return Candidates(longer[enough], shorter[enough], agree)


def with_longest(buckets: npt.NDArray[Any]) -> Iterator[tuple[Places, Places]]:
    """Yield pairs of indices: of the longest few members of each bucket, and of all behind each.

    `buckets`: the bucket of each member, sorted; the members of a bucket, the longest first.
    """
    first = starts_of_runs(buckets)
    start = np.repeat(first, np.diff(np.append(first, len(buckets))))
    for step in range(LONGER):
        # The member of the bucket that is `step` from its longest, for all behind it.
        longer = start + step
        behind = np.flatnonzero(np.arange(len(buckets)) > longer)
        yield longer[behind], behind


def place_of(shorter: str, longer: str) -> str:
    """Return the part of the longer text in which the shorter one stands, or all of it.

    An aligner given all of it finds letters of the shorter text all over the longer one.
    """
    found = anchors(shorter, longer)
    if not found:
        return longer
    (first, start), (last, end) = found[0], found[-1]
    return longer[max(0, start - first) : end + len(shorter) - last]
