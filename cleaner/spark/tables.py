"""Tables of integers and bytes as Spark hands them to Python: batches of Arrow, in order."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from cleaner.dedup.signature import PERMUTATIONS, Signatures

Ints = npt.NDArray[np.int64]


class Store:
    """Tables that are written out as Parquet: what is lost with an executor is read again.

    `folder`: one that all machines see.
    """

    def __init__(self, session: Any, folder: Path) -> None:
        self.session, self.folder = session, folder.absolute()

    def put(self, table: Any, name: str, *by: str) -> Any:
        """Write a table out, in folders by the values of some columns, and return it."""
        path = f"file://{self.folder / name}"
        table.write.mode("overwrite").partitionBy(*by).parquet(path)
        return self.session.read.schema(table.schema).parquet(path)

    def rows(self, name: str) -> int:
        """Return how many rows a table has that was written, by what its files say of it."""
        files = (self.folder / name).rglob("*.parquet")
        return sum(pq.read_metadata(file).num_rows for file in files)


def ints(table: pa.Table | pa.RecordBatch, name: str) -> Ints:
    """Return a column of integers without gaps."""
    return np.asarray(table.column(name), dtype=np.int64)


def signed(table: pa.Table | pa.RecordBatch, name: str = "signed") -> Signatures:
    """Return a column of signatures, (n, 128) uint32."""
    every = b"".join(table.column(name).to_pylist())
    return np.frombuffer(every, np.uint32).reshape(-1, PERMUTATIONS)


def rows(names: Sequence[str], *columns: Any) -> pa.RecordBatch:
    """Return rows for Spark; an integer stands for a column of it."""
    size = max(len(column) for column in columns if not isinstance(column, int))
    arrays = [
        pa.array(np.full(size, column) if isinstance(column, int) else column) for column in columns
    ]
    return pa.RecordBatch.from_arrays(arrays, list(names))


def starts(table: pa.Table | pa.RecordBatch, by: Sequence[str]) -> Ints:
    """Return where the runs of rows begin that are equal in the columns `by`."""
    if not table.num_rows:
        return np.empty(0, dtype=np.int64)
    is_new = np.zeros(table.num_rows, dtype=bool)
    is_new[0] = True
    for name in by:
        column = ints(table, name)
        is_new[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(is_new)


def whole(batches: Iterable[pa.RecordBatch], *by: str) -> Iterator[pa.Table]:
    """Yield sorted rows so that no run of equal ones, in the columns `by`, is cut in two."""
    held: list[pa.RecordBatch] = []
    for batch in batches:
        if not batch.num_rows:
            continue
        last = int(starts(batch, by)[-1])
        goes_on = held and all(ints(held[-1], name)[-1] == ints(batch, name)[0] for name in by)
        if goes_on and not last:
            held.append(batch)
            continue
        done = [*held, batch.slice(0, last)]
        if held or last:
            yield pa.Table.from_batches(done)
        held = [batch.slice(last)]
    if held:
        yield pa.Table.from_batches(held)


def runs(table: pa.Table, *by: str) -> Iterator[pa.Table]:
    """Yield each run of rows that are equal in the columns `by`."""
    bounds = [*starts(table, by).tolist(), table.num_rows]
    for start, end in pairwise(bounds):
        yield table.slice(start, end - start)


def mapped(table: Any, function: Callable[..., Any], schema: str, **given: Any) -> Any:
    """Return what a function that takes and yields batches makes of each partition of a table."""
    return table.mapInArrow(lambda batches: function(batches, **given), schema)
