"""Decide texts: each against what its candidates stand for, as on one machine.

The rows of a bucket come together: edges (a text, a candidate of it that is preferred, what that
one stands for if it is known) and the texts of all of them, each once.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa

from cleaner.dedup.cluster import Spared, judge, nearest
from cleaner.dedup.near import Near
from cleaner.dedup.verifier import Verifier
from cleaner.io.records import dump
from cleaner.spark.tables import ints, rows, runs, starts, whole

# What stands for a candidate that is decided in the bucket itself (or has none, and stays), and in
# all columns of an edge where the row is a text.
OPEN = -1
JUDGED = "kind bigint, text bigint, root bigint, similarity double, reason string, evidence binary"
# Kinds of rows: a text that was decided, with what it stands for (itself, if it stays); a pair that
# was compared and stays apart.
DECIDED, APART = range(2)


def judged(
    batches: Iterator[pa.RecordBatch], near: Near, contained: bool, alone: bool
) -> Iterator[pa.RecordBatch]:
    """Decide the texts of each bucket, in the order of preference.

    `alone`: all that a text depends on is in its bucket, or known. Else what depends on something
    that is not is left alone.
    """
    for table in whole(batches, "bucket"):
        for bucket in runs(table, "bucket"):
            yield from _decided(bucket, near, contained, alone)


def _decided(
    bucket: pa.Table, near: Near, contained: bool, alone: bool
) -> Iterator[pa.RecordBatch]:
    texts: dict[int, bytes] = {}
    chars: dict[int, int] = {}
    is_text = np.asarray(bucket.column("body").is_valid())
    held = bucket.filter(pa.array(is_text))
    for name, size, body in zip(
        ints(held, "second").tolist(),
        ints(held, "chars").tolist(),
        held.column("body").to_pylist(),
        strict=True,
    ):
        texts[name], chars[name] = body, size
    verify = Verifier(
        near,
        lambda name: texts[name].decode("utf-8", "surrogatepass"),
        chars.__getitem__,
        contained=contained,
    )
    edges = bucket.filter(pa.array(~is_text))
    # The nearest candidate first, the preferred one of equals.
    order = np.lexsort((ints(edges, "first"), -ints(edges, "agree"), ints(edges, "second")))
    edges = edges.select(["second", "first", "root"]).take(order)
    decided: dict[int, int] = {}
    spared: list[Spared] = []
    found: list[tuple[int, int, int, float, str, bytes]] = []
    bounds = [*starts(edges, ("second",)).tolist(), edges.num_rows]
    seconds, firsts, roots = (ints(edges, name).tolist() for name in ("second", "first", "root"))
    for start, end in pairwise(bounds):
        text = seconds[start]
        stands = [
            decided.get(first, first if alone else OPEN) if root == OPEN else root
            for first, root in zip(firsts[start:end], roots[start:end], strict=True)
        ]
        if OPEN in stands:
            continue
        copy, apart = judge(text, stands, verify)
        decided[text] = copy.kept if copy else text
        if copy:
            said = copy.verdict
            found.append((DECIDED, text, copy.kept, 0.0, said.reason, dump(said.evidence)))
        else:
            found.append((DECIDED, text, text, 0.0, "", b""))
            spared = nearest([*spared, *apart])
    found += [
        (APART, one.other, one.kept, one.similarity, one.verdict.reason, dump(one.verdict.evidence))
        for one in spared
    ]
    if not found:
        return
    columns: list[Any] = list(zip(*found, strict=True))
    kinds = (pa.int64(), pa.int64(), pa.int64(), pa.float64(), pa.string(), pa.binary())
    arrays = [pa.array(column, kind) for column, kind in zip(columns, kinds, strict=True)]
    yield rows(("kind", "text", "root", "similarity", "reason", "evidence"), *arrays)
