"""Candidates: which pairs of texts agree in a whole band of their signatures.

A band is a few minima in a row; texts that agree in one fall into a bucket together. One band is
in memory at a time: its keys, sorted, and where they are very many a range of them after the
other. The group that a text may be compared within is mixed into
the key, so groups of two and of a million take the same path.

Buckets are where other implementations turn quadratic: a notice that stands on 100,000 pages is
one bucket of 100,000. In a small bucket every pair is a candidate. In a large one, walked in the
order of preference, each text is held against at most REPRESENTATIVES texts that stand for it,
and what none of them stands for against as many neighbours in the order of the next band: linear
in the size of the bucket, and the same whoever runs it, for signatures alone decide.

The cost: in a bucket of many different texts of one template a pair may be missed here. It is
met again in the other bands.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.dedup.near import Near, estimate_error
from cleaner.dedup.signature import PERMUTATIONS, Signatures
from cleaner.dedup.signaturestore import let_go

Keys = npt.NDArray[np.uint64]
Places = npt.NDArray[np.int64]
Pairs = list[tuple[Places, Places]]

# Texts that stand for the others of a large bucket; also the neighbours looked at. Chosen: all
# pairs of 16 are 120, no more work than one long text.
REPRESENTATIVES = 16

# Pairs whose signatures are compared at one go: 4096 x 128 x 4 bytes twice, 4 MB.
PAIRS = 4096
# ... and after how many of them mapped signatures are let go: 64 k pairs touch up to 512 MB.
LET_GO = 16 * PAIRS
# Signatures whose keys are written at one go: 32 MB.
CHUNK = 1 << 16
# Keys that are sorted at one go: 400 MB with their order. More are taken range by range.
SORTED = 1 << 25

FACTOR = np.uint64(0x9E3779B97F4A7C15)  # splitmix64's, as in shingles
SHIFT = np.uint64(32)


class Candidates(NamedTuple):
    """Pairs of rows, first < second; `agree` of 128 minima are equal. Each (n,) int64."""

    first: Places
    second: Places
    agree: Places


def candidates(
    signatures: Signatures,
    groups: Keys,
    near: Near,
    order: Places | None = None,
    spill: Path | None = None,
) -> Candidates:
    """Return the pairs to verify, as places in the order of preference, sorted.

    `signatures`: (n, 128). `groups`: (n,), rows are only compared where these are equal. `order`:
    the rows in the order of preference, (n,); without it they are in it. `spill`: a file to keep
    the keys in; it is removed at the end.
    """
    count = len(signatures)
    if order is None:
        order = np.arange(count)
    floor = (near.threshold - estimate_error(near.threshold)) * PERMUTATIONS
    sure = near.sure * PERMUTATIONS
    if spill is None:
        keys_of = _in_memory(signatures, groups, near)
    else:
        keys_of = _spilled(signatures, groups, near, spill)
    try:
        seen = _pairs(signatures, order, near.bands, keys_of, sure)
    finally:
        if spill is not None:
            spill.unlink(missing_ok=True)
    first, second = np.divmod(seen, max(count, 1))
    agree = agreement(signatures, order[first], order[second])
    near_enough = agree >= floor
    return Candidates(first[near_enough], second[near_enough], agree[near_enough])


KeysOf = Callable[[int], Keys]


def _pairs(
    signatures: Signatures, order: Places, bands: int, keys_of: KeysOf, sure: float
) -> Places:
    """Return the pairs that share a bucket, each as one number, first * count + second, sorted."""
    count = len(signatures)
    seen = np.empty(0, dtype=np.int64)
    keys = keys_of(0)[order]
    for band in range(bands):
        following = keys_of((band + 1) % bands)[order]
        pairs = [seen]
        for bucket in _buckets(keys):
            if bucket.shape[1] <= REPRESENTATIVES:
                first, second = all_pairs(bucket)
                pairs.append(first * count + second)
            else:
                pairs += (_large(members, signatures, order, following, sure) for members in bucket)
        seen = np.unique(np.concatenate(pairs))
        keys = following
    return seen


def _in_memory(signatures: Signatures, groups: Keys, near: Near) -> KeysOf:
    """Return what computes the keys of a band when it is asked for."""
    return lambda band: band_keys(signatures, groups, near, band)


def _spilled(signatures: Signatures, groups: Keys, near: Near, path: Path) -> KeysOf:
    """Write the keys of all bands to a file, band after band, and return what reads one band.

    The signatures are gone through once: they are larger than the keys of all bands.
    """
    count, size = len(signatures), groups.itemsize
    with path.open("wb") as file:
        for start in range(0, count, CHUNK):
            part = slice(start, start + CHUNK)
            rows = np.asarray(signatures[part])
            for band in range(near.bands):
                file.seek((band * count + start) * size)
                file.write(band_keys(rows, groups[part], near, band).data)
            let_go(signatures)
    return lambda band: np.fromfile(path, groups.dtype, count, offset=band * count * size)


def band_keys(signatures: Signatures, groups: Keys, near: Near, band: int) -> Keys:
    """Return one band's minima and the group mixed into a key, (n,) uint64."""
    keys = groups.copy()
    for row in range(band * near.rows, (band + 1) * near.rows):
        keys ^= signatures[:, row]
        keys *= FACTOR
        keys ^= keys >> SHIFT
    return keys


def agreement(signatures: Signatures, first: Places, second: Places) -> Places:
    """Return how many minima the pairs share, (n,) int64, 0 to 128; over 128 it estimates J."""
    agree = np.empty(len(first), dtype=np.int64)
    for start in range(0, len(first), PAIRS):
        part = slice(start, start + PAIRS)
        same = signatures[first[part]] == signatures[second[part]]
        agree[part] = np.count_nonzero(same, axis=1)
        if start % LET_GO == 0:
            let_go(signatures)
    return agree


def agreement_with(signatures: Signatures, rows: Places, one: Signatures) -> Places:
    """Return how many minima rows of (n, 128) share with one signature, (128,); (k,) int64."""
    agree: Places = np.count_nonzero(signatures[rows] == one, axis=1)
    return agree


def starts_of_runs(values: npt.NDArray[Any]) -> Places:
    """Return where each run of equal values begins; [0] of no values."""
    return np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1])))


def _buckets(keys: Keys) -> Iterator[Places]:
    """Yield the rows with equal keys, buckets of one size together: (buckets, size) each."""
    bits = max(0, (len(keys) // SORTED).bit_length())
    for part in range(1 << bits):
        rows = (
            np.flatnonzero(keys >> np.uint64(64 - bits) == part) if bits else np.arange(len(keys))
        )
        order = rows[np.argsort(keys[rows], kind="stable")]
        ranked = keys[order]
        starts = starts_of_runs(ranked)
        sizes = np.diff(np.append(starts, len(ranked)))
        for size in np.unique(sizes[sizes > 1]):
            at = starts[sizes == size]
            yield order[at[:, None] + np.arange(size)]


def all_pairs(buckets: Places) -> tuple[Places, Places]:
    """Return every pair of each bucket of one size, (buckets, size): two (n,) int64."""
    left, right = np.triu_indices(buckets.shape[1], k=1)
    return buckets[:, left].ravel(), buckets[:, right].ravel()


class LargeBucket:
    """A large bucket, walked in the order of preference, a piece of it at a time.

    Members have names that rise in that order, int64. What stays in memory are the signatures of
    those that stand for others, and 16 bytes of each that none of them stands for.
    """

    def __init__(self, sure: float) -> None:
        self._sure = sure
        self._heads: list[tuple[int, Signatures]] = []
        self._left = [np.empty(0, dtype=np.int64)]
        self._following = [np.empty(0, dtype=np.uint64)]

    def take(self, names: Places, signed: Signatures, following: Keys) -> Pairs:
        """Return the pairs of the next members with those that stand for them.

        `signed`: their signatures, (n, 128); `following`: their keys of the next band, (n,).
        """
        pairs = []
        left = np.arange(len(names))
        for at in range(REPRESENTATIVES):
            if not len(left):
                break
            if at == len(self._heads):
                self._heads.append((int(names[left[0]]), signed[left[0]].copy()))
                left = left[1:]
            head, one = self._heads[at]
            pairs.append((np.full(len(left), head), names[left]))
            # What it surely stands for needs no other to stand for it.
            left = left[agreement_with(signed, left, one) < self._sure]
        self._left.append(names[left])
        self._following.append(following[left])
        return pairs

    def rest(self) -> Pairs:
        """Return the pairs of neighbours among those that none stands for, when all are taken."""
        left, following = np.concatenate(self._left), np.concatenate(self._following)
        # A copy mostly shares the next band as well; a text of the same template need not.
        row = left[np.argsort(following, kind="stable")]
        pairs = []
        for step in range(1, min(REPRESENTATIVES + 1, len(row))):
            near, far = row[:-step], row[step:]
            pairs.append((np.minimum(near, far), np.maximum(near, far)))
        return pairs


def _large(
    members: Places, signatures: Signatures, order: Places, following: Keys, sure: float
) -> Places:
    """Return the pairs of a large bucket: with representatives, or with neighbours."""
    bucket = LargeBucket(sure)
    pairs = []
    for start in range(0, len(members), PAIRS):
        some = members[start : start + PAIRS]
        pairs += bucket.take(some, signatures[order[some]], following[some])
        if start % LET_GO == 0:
            let_go(signatures)
    pairs += bucket.rest()
    return np.concatenate([first * len(signatures) + second for first, second in pairs])
