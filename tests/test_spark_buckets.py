"""What Spark's executors make of sorted rows is what one machine makes of the whole."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
import pytest

from cleaner.dedup.bands import band_keys, candidates
from cleaner.dedup.near import parse_near
from cleaner.dedup.signature import PERMUTATIONS
from cleaner.spark import pairs, tables

NEAR = parse_near("jaccard:0.8")
BATCH = 37  # rows: no bucket ends with one


def batches(table: pa.Table) -> Iterator[pa.RecordBatch]:
    yield from table.to_batches(max_chunksize=BATCH)


def rows_of(found: Iterator[pa.RecordBatch], *names: str) -> list[tuple[int, ...]]:
    rows: list[tuple[int, ...]] = []
    for batch in found:
        rows += zip(*(batch.column(name).to_pylist() for name in names), strict=True)
    return rows


def alike(signed: np.ndarray, seed: int) -> np.ndarray:
    """Signatures of which many share bands: copies of few, some minima changed."""
    generator = np.random.default_rng(seed)
    copies = signed[generator.integers(0, len(signed), 600)]
    copies[generator.random(copies.shape) < 0.05] += np.uint32(1)
    return copies


def through_buckets(signed: np.ndarray, groups: np.ndarray) -> tuple[list[Any], int]:
    """The pairs that the executors find among texts 0, 1, ..., and how many they looked at."""
    texts = np.arange(len(signed))
    keys = [band_keys(signed, groups, NEAR, band).view(np.int64) for band in range(NEAR.bands)]
    table = pa.table(
        {
            "band": np.repeat(np.arange(NEAR.bands), len(signed)),
            "key": np.concatenate(keys),
            "text": np.tile(texts, NEAR.bands),
        }
    ).sort_by([("band", "ascending"), ("key", "ascending"), ("text", "ascending")])
    names = ("band", "key", "first", "second")
    found = rows_of(pairs.of_buckets(batches(table)), *names)
    small = {(first, second) for _, _, first, second in found if second != pairs.ALONE}
    members = sorted(row[:3] for row in found if row[3] == pairs.ALONE)
    columns = zip(*members, strict=True) if members else ((), (), ())
    large = pa.table(dict(zip(names, (list(column) for column in columns), strict=False)))
    if members:
        at = large.column("first").to_numpy()
        large = large.append_column("grp", pa.array(groups[at].view(np.int64)))
        large = large.append_column("signed", pa.array([signed[one].tobytes() for one in at]))
        small |= set(rows_of(pairs.of_large(batches(large), NEAR), "first", "second"))
    both = np.array(sorted(small), dtype=np.int64).reshape(-1, 2)
    table = pa.table(
        {
            "view": np.zeros(len(both), dtype=np.int64),
            "first": both[:, 0],
            "second": both[:, 1],
            "signed": pa.array([signed[one].tobytes() for one in both[:, 0]], pa.binary()),
            "other": pa.array([signed[one].tobytes() for one in both[:, 1]], pa.binary()),
            "least": np.full(len(both), 200),
        }
    )
    edges = rows_of(pairs.near_enough(batches(table), NEAR), "first", "second", "agree")
    return edges, len(both)


@pytest.mark.parametrize("kinds", [3, 40, 300], ids=["large", "mixed", "small"])
def test_buckets_give_the_pairs_of_one_machine(kinds: int) -> None:
    base = np.random.default_rng(kinds).integers(0, 1 << 32, (kinds, PERMUTATIONS), np.uint32)
    signed = alike(base, kinds)
    groups = (np.arange(len(signed)) % 2).astype(np.uint64)
    found, _ = through_buckets(signed, groups)
    local = candidates(signed, groups, NEAR)
    assert found == list(zip(*(column.tolist() for column in local), strict=True))


def test_a_bucket_of_equal_texts_is_a_star() -> None:
    count = 3000
    signed = np.tile(np.arange(PERMUTATIONS, dtype=np.uint32), (count, 1))
    _, looked_at = through_buckets(signed, np.zeros(count, dtype=np.uint64))
    assert looked_at == count - 1


def test_runs_of_rows_are_not_cut() -> None:
    keys = np.repeat(np.arange(9), [1, 50, 37, 36, 1, 100, 2, 74, 5])
    found = [
        table.column("key").to_pylist()
        for table in tables.whole(batches(pa.table({"key": keys})), "key")
    ]
    assert [key for run in found for key in run] == keys.tolist()
    ends = [{run[0], run[-1]} for run in found]
    assert all(not one & other for one, other in pairwise(ends))
