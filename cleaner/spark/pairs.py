"""From sorted band keys to the pairs that one machine finds: the same functions, bucket by bucket.

What goes over the network is thin: (band, key, text), 24 bytes. Only for buckets of more than
REPRESENTATIVES texts, and to estimate how alike a pair is, signatures go along.
"""

from collections.abc import Iterator

import numpy as np
import pyarrow as pa

from cleaner.dedup.bands import REPRESENTATIVES, LargeBucket, Pairs, all_pairs, band_keys
from cleaner.dedup.contained import with_longest
from cleaner.dedup.near import Near, estimate_error
from cleaner.dedup.shingles import SHORT_SIDE
from cleaner.dedup.signature import PERMUTATIONS
from cleaner.spark.tables import Ints, ints, rows, runs, signed, starts, whole

Batches = Iterator[pa.RecordBatch]

# Of a member of a large bucket, that waits for its signature, `second` is ALONE.
ALONE = -1
FOUND = "band bigint, key bigint, first bigint, second bigint"
NAMES = ("band", "key", "first", "second")
PAIRS = "view bigint, first bigint, second bigint"
EDGES = "first bigint, second bigint, agree bigint"
SHARED = "first bigint, second bigint, counted bigint"


def of_buckets(batches: Batches) -> Batches:
    """Turn (band, key, text), sorted, into the pairs of small buckets and members of large ones."""
    for table in whole(batches, "band", "key"):
        band, key, text = (ints(table, name) for name in ("band", "key", "text"))
        begins = starts(table, ("band", "key"))
        sizes = np.diff(np.append(begins, len(text)))
        for size in np.unique(sizes[sizes > 1]).tolist():
            places = begins[sizes == size][:, None] + np.arange(size)
            if size > REPRESENTATIVES:
                at = places.ravel()
                yield rows(NAMES, band[at], key[at], text[at], ALONE)
            else:
                first, second = all_pairs(places)
                yield rows(NAMES, band[first], key[first], text[first], text[second])


def of_large(batches: Batches, near: Near) -> Batches:
    """Turn the members of large buckets with their signatures, sorted, into pairs.

    Piece by piece: a bucket of any size takes 16 bytes of memory a member.
    """
    bucket, at = LargeBucket(near.sure * PERMUTATIONS), None
    for batch in batches:
        for run in runs(pa.Table.from_batches([batch]), "band", "key"):
            now = int(ints(run, "band")[0]), int(ints(run, "key")[0])
            if at is not None and now != at:
                yield from _pairs(at[0] // near.bands, bucket.rest())
                bucket = LargeBucket(near.sure * PERMUTATIONS)
            at = now
            minima = signed(run)
            groups = ints(run, "grp").view(np.uint64)
            following = band_keys(minima, groups, near, (at[0] % near.bands + 1) % near.bands)
            pairs = bucket.take(ints(run, "first"), minima, following)
            yield from _pairs(at[0] // near.bands, pairs)
    if at is not None:
        yield from _pairs(at[0] // near.bands, bucket.rest())


def _pairs(view: int, pairs: Pairs) -> Batches:
    for first, second in pairs:
        if len(first):
            yield rows(("view", "first", "second"), view, first, second)


def near_enough(batches: Batches, near: Near) -> Batches:
    """Leave of pairs with both signatures those that are near enough to be looked at."""
    floor = (near.threshold - estimate_error(near.threshold)) * PERMUTATIONS
    for batch in batches:
        agree = np.count_nonzero(signed(batch, "signed") == signed(batch, "other"), axis=1)
        # Two long texts are not the short view's.
        mine = (ints(batch, "view") == 0) | (ints(batch, "least") < SHORT_SIDE)
        mine &= agree >= floor
        if mine.any():
            first, second = ints(batch, "first")[mine], ints(batch, "second")[mine]
            yield rows(("first", "second", "agree"), first, second, agree[mine])


def of_samples(batches: Batches) -> Batches:
    """Turn (run, text), sorted, into pairs of a longer text and one that may stand in it."""
    for table in whole(batches, "key"):
        text, counted = ints(table, "text"), ints(table, "counted")
        for longer, behind in with_longest(ints(table, "key")):
            if len(longer):
                found: tuple[Ints, ...] = text[longer], text[behind], counted[behind]
                yield rows(("first", "second", "counted"), *found)
