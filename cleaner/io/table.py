"""Records as the rows of a Parquet file, and back: what `--format parquet` writes.

The columns are the fields of a record. `meta` is JSON, since every document has other fields in it:
as columns they would be thousands, or change their type from file to file. What else a record holds
is JSON in `extra`, null for most. A row that is read again is the record that was written, byte for
byte.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa
import pyarrow.parquet as pq

from cleaner.io.records import CLUSTER_SIZE, RECORD_FIELDS, parse

# In the file's own metadata: the layout of its rows.
MARK = b"cleaner"
LAYOUT = b"1"

SCHEMA_OF_ROWS = pa.schema(
    [
        pa.field("schema", pa.int64()),
        pa.field("id", pa.string()),
        pa.field("source", pa.string()),
        pa.field("title", pa.string()),
        pa.field("text", pa.string()),
        pa.field("meta", pa.string()),
        pa.field(CLUSTER_SIZE, pa.int64()),
        pa.field("extra", pa.string()),
    ],
    metadata={MARK: LAYOUT},
)

# Bytes of lines in a row group: what a reader holds of a column is some of it. Chosen: 128 MB are
# usual for tables of numbers; of texts, which are read whole, 32 let eight readers share a file.
GROUP_BYTES = 1 << 25

LEVEL = 3  # of zstd, its default


def is_ours(schema: pa.Schema) -> bool:
    """Say whether the rows of a file are records that this program wrote."""
    return (schema.metadata or {}).get(MARK) == LAYOUT


def write_table(lines: Iterator[bytes], path: Path) -> None:
    """Write lines of own records as a Parquet file; the same lines give the same bytes."""
    with pq.ParquetWriter(
        path, SCHEMA_OF_ROWS, compression="zstd", compression_level=LEVEL
    ) as writer:
        rows: list[dict[str, Any]] = []
        size = 0
        for line in lines:
            rows.append(row_of(parse(line)))
            size += len(line)
            if size >= GROUP_BYTES:
                _write(writer, rows)
                rows, size = [], 0
        if rows:
            _write(writer, rows)


def _write(writer: pq.ParquetWriter, rows: Sequence[Mapping[str, Any]]) -> None:
    batch = pa.RecordBatch.from_pylist(rows, SCHEMA_OF_ROWS)
    writer.write_batch(batch, row_group_size=len(rows))


def row_of(record: Mapping[str, Any]) -> dict[str, Any]:
    """Return the row of an own record."""
    row = {name: record.get(name) for name in RECORD_FIELDS}
    row["meta"] = orjson.dumps(record.get("meta")).decode()
    others = {name: one for name, one in record.items() if name not in row}
    size = others.get(CLUSTER_SIZE)
    row[CLUSTER_SIZE] = size = size if type(size) is int else None
    if others and others != {CLUSTER_SIZE: size}:
        row["extra"] = orjson.dumps(others).decode()
    return row


def record_of_row(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record of a row, its fields in their order; raises ValueError for none."""
    record = {name: row.get(name) for name in RECORD_FIELDS}
    record["meta"] = orjson.loads(row.get("meta") or "{}")
    if row.get("extra"):
        return {**record, **orjson.loads(row["extra"])}
    if row.get(CLUSTER_SIZE) is not None:
        record[CLUSTER_SIZE] = row[CLUSTER_SIZE]
    return record
