"""Parquet and Arrow files to lines of JSON: a line for each row, in order.

Row groups are read in small batches, so a file of any size takes the memory of some rows, and of
what can only be unpacked whole: a page of Parquet, which ends at 1 MB (or after 1,024 values, where
pyarrow writes it), a batch of Arrow that is packed; one that is not is mapped. A row group that is
broken is a line that says so, and as many empty ones as it had rows left: the rows behind it keep
their numbers. Arrow has no such groups: what stands behind a broken batch is lost.

Columns of bytes (images, sounds) are left out: JSON cannot hold them. But the text may be one, as
Spark and Hive may write strings, and its values are decoded as files are. Times are ISO 8601.
"""

import mmap
import os
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, BinaryIO, NamedTuple

import orjson
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.ipc
import pyarrow.parquet as pq

from cleaner.errors import InputError
from cleaner.io.charset import decode
from cleaner.io.records import UNREAD, unread_line
from cleaner.io.sources import PARQUET
from cleaner.io.table import is_ours, record_of_row

# Rows read at a time: at 3 KB of text 0.8 MB; of the longest documents that are taken, 15 GB would
# be 256, but nobody has two of them in a row. Chosen; from 64 on it is not slower.
BATCH = 128
# What the rows that are read at a time may have, where they are large: one has more perhaps.
BATCH_BYTES = 1 << 23
# A row group with more than this is read row by row: large texts may stand behind small ones. It
# takes 11 us a row, 3 where 128 are read at a time; to clean a document of 3 KB takes 500.
GROUP_BYTES = 1 << 26
# Bytes of a column that are read at a time.
BUFFER = 1 << 20

STRINGS = (pa.string(), pa.large_string(), pa.string_view())

# What an Arrow file starts with that can be sought in; what `datasets` writes is a stream.
ARROW_MAGIC = b"ARROW1"

# What pyarrow raises where a file is damaged. A text that is no UTF-8 is a ValueError, too.
ERRORS = (pa.ArrowException, OSError, ValueError, EOFError)

# What pyarrow raises for times that Python does not have: nanoseconds, years behind 9999, zones.
UNKNOWN_TIMES = (ValueError, ArithmeticError, LookupError)


class Text(NamedTuple):
    """The name of the column that holds the text, and its charset if it is of bytes, "" for any."""

    field: str
    charset: str


def lines(file: BinaryIO, packing: str, field: str = "", charset: str = "") -> Iterator[bytes]:
    """Yield the rows of a file that can be sought in. Raises OSError where it is damaged.

    `field`: the column that is the text, also if it is of bytes; `charset`: what those are in.
    """
    text = Text(field, charset)
    yield from _parquet(file, text) if packing == PARQUET else _arrow(file, text)


def _parquet(file: BinaryIO, text: Text) -> Iterator[bytes]:
    try:
        # pre_buffer reads the whole of a row group at once.
        table = pq.ParquetFile(file, pre_buffer=False, buffer_size=BUFFER)
        schema = table.schema_arrow
    except ERRORS as error:
        raise OSError(f"no whole Parquet file: {_said(error)}") from error
    ours = is_ours(schema)
    names = _columns(schema, text)
    first = 0
    for number in range(table.num_row_groups):
        left = table.metadata.row_group(number).num_rows
        try:
            size = _rows_at_once(table, file, number, text)
            for batch in table.iter_batches(
                size, row_groups=[number], columns=names, use_threads=False
            ):
                yield from _of_batch(batch, text, ours=ours)
                left -= batch.num_rows
                first += batch.num_rows
        except ERRORS as error:
            place = f"row group {number} of {table.num_row_groups} (from 0)"
            lost = f"its last {left} rows, {first + 1} to {first + left}, are lost"
            yield unread_line(f"cannot be read: {place}: {lost}: {_said(error)}")
            for _ in range(left - 1):
                yield b"\n"
            first += left


def _rows_at_once(table: pq.ParquetFile, file: BinaryIO, group: int, text: Text) -> int:
    """Return how many rows of a group are read at a time: fewer where its values are large.

    A value of its dictionary stands in the file once and may be that of every row, so that 1 KB
    become gigabytes.
    """
    about = table.metadata.row_group(group)
    if (
        sum(about.column(at).total_uncompressed_size for at in range(about.num_columns))
        > GROUP_BYTES
    ):
        return 1
    names = [
        one.name
        for one in table.schema_arrow
        if one.type in STRINGS or (one.name == text.field and _is_bytes(one.type))
    ]
    table = pq.ParquetFile(file, pre_buffer=False, buffer_size=BUFFER, read_dictionary=names)
    first = next(table.iter_batches(1, row_groups=[group], columns=names, use_threads=False), None)
    columns = first.columns if first else []
    found = [one.dictionary if hasattr(one, "dictionary") else one for one in columns]
    longest = max((pc.max(pc.binary_length(one)).as_py() or 0 for one in found), default=0)
    return int(min(max(BATCH_BYTES // max(longest, 1), 1), BATCH))


def _arrow(file: BinaryIO, text: Text) -> Iterator[bytes]:
    magic = file.read(len(ARROW_MAGIC))
    file.seek(0)
    mapped = _mapped(file)
    stream = file if mapped is None else pa.BufferReader(mapped)
    row = number = 0
    try:
        if magic == ARROW_MAGIC:
            table = pa.ipc.open_file(stream)
            batches = (table.get_batch(at) for at in range(table.num_record_batches))
        else:
            batches = iter(pa.ipc.open_stream(stream))
        for number, whole in enumerate(batches, 1):  # noqa: B007  named where it fails
            names = _columns(whole.schema, text)
            for column in whole.select(names).columns:
                _check(column)
            for start in range(0, whole.num_rows, BATCH):
                some = whole.select(names).slice(start, BATCH)
                step = BATCH if some.nbytes < BATCH_BYTES else 1
                for at in range(0, some.num_rows, step):
                    _let_go(mapped, file)
                    batch = some.slice(at, step)
                    yield from _of_batch(batch, text, ours=False)
                    row += batch.num_rows
    except ERRORS as error:
        said = f"Arrow batch {number} (from 0), after row {row}: {_said(error)}"
        raise OSError(said) from error


def _mapped(file: BinaryIO) -> mmap.mmap | None:
    """Return a file as memory, so that of a batch only what is asked for is read; None for others.

    What is elsewhere, or empty, cannot be mapped.
    """
    try:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        return None


def _let_go(mapped: mmap.mmap | None, file: BinaryIO) -> None:
    """Give back the memory that was read; raises EOFError where the file has become shorter.

    The process would end if it asked for what is not there any more.
    """
    if mapped is None:
        return
    if os.fstat(file.fileno()).st_size < len(mapped):
        raise EOFError("the file has become shorter")
    if hasattr(mmap, "MADV_DONTNEED"):
        mapped.madvise(mmap.MADV_DONTNEED)


def _check(column: pa.Array) -> None:
    """Raise ArrowInvalid for a column whose places lead out of it.

    Arrow believes what a file says of them: the process would end on one that is damaged. Parquet
    is checked as it is read.
    """
    raw = _as_bytes(column)  # a text that is no UTF-8 is no damage, and read
    (column if raw is None else raw).validate(full=True)


def _columns(schema: pa.Schema, text: Text) -> list[str]:
    """Return the names of the columns that are read: of those of bytes the text alone."""
    return [
        field.name
        for field in schema
        if not _holds_bytes(field.type) or (field.name == text.field and _is_bytes(field.type))
    ]


def _of_batch(batch: pa.RecordBatch, text: Text, *, ours: bool) -> Iterator[bytes]:
    names = batch.schema.names
    columns = [_values(column) for column in batch.columns]
    for values in zip(*columns, strict=True) if columns else [()] * batch.num_rows:
        row = dict(zip(names, values, strict=True))
        row.pop(UNREAD, None)
        try:
            if isinstance(raw := row.get(text.field), bytes):
                row[text.field] = decode(raw, text.charset)[0]
            yield _line(record_of_row(row) if ours else row)
        except (TypeError, ValueError) as error:  # orjson's are TypeErrors
            yield unread_line(f"a row that JSON cannot hold: {error}")
        except InputError as error:
            yield unread_line(f"column {text.field!r}: {error}")


def _line(record: Mapping[str, Any]) -> bytes:
    return orjson.dumps(record, default=_plain, option=orjson.OPT_APPEND_NEWLINE)


def _values(column: pa.Array) -> Iterator[Any]:
    """Yield the values of a column, one after the other: a row may be large."""
    kind = column.type
    if (pa.types.is_timestamp(kind) or pa.types.is_time(kind)) and kind.unit == "ns":
        column = column.cast(pa.string())  # Python has none of these
    return map(_value, column)


def _value(one: pa.Scalar) -> Any:
    """Return a value; of a string that is no UTF-8 with U+FFFD for what is wrong.

    A time that Python does not have is a string, in a list nothing.
    """
    try:
        return one.as_py()
    except UnicodeDecodeError:
        text = one.value if isinstance(one, pa.DictionaryScalar) else one
        if not isinstance(text, pa.BinaryScalar):
            raise
        return text.as_buffer().to_pybytes().decode("utf-8", "replace")
    except UNKNOWN_TIMES:
        try:
            return one.cast(pa.string()).as_py()
        except pa.ArrowException:
            return None


def _as_bytes(column: pa.Array) -> pa.Array | None:
    """Return the bytes of a column of strings, None of any other."""
    if pa.types.is_string(column.type):
        return column.view(pa.binary())
    return column.view(pa.large_binary()) if pa.types.is_large_string(column.type) else None


def _holds_bytes(kind: pa.DataType) -> bool:
    """Say whether a type is of bytes, or has some in it."""
    if pa.types.is_map(kind):
        return _holds_bytes(kind.key_type) or _holds_bytes(kind.item_type)
    if pa.types.is_nested(kind):
        return any(_holds_bytes(kind.field(at).type) for at in range(kind.num_fields))
    if pa.types.is_dictionary(kind):
        return _holds_bytes(kind.value_type)
    return _is_bytes(kind)


def _is_bytes(kind: pa.DataType) -> bool:
    is_one = (
        pa.types.is_binary,
        pa.types.is_large_binary,
        pa.types.is_binary_view,
        pa.types.is_fixed_size_binary,
    )
    return any(one(kind) for one in is_one)


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes):
        raise TypeError("bytes")
    return str(value)  # a duration


def _said(error: Exception) -> str:
    """Return the first line of a message; pyarrow's go on for many."""
    return str(error).partition("\n")[0] or type(error).__name__
