"""Files as they were before they were packed; what holds records otherwise, as lines of JSON.

A Parquet or Arrow file and a WARC are taken for JSONL that is packed in another way: all that reads
JSONL reads them. A row or an archived page is a line; what of it cannot be read is a line that says
why (`records.unread_line`).
"""

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any, BinaryIO, cast

import zstandard

from cleaner.io.sources import ROWS, Source, is_archive

# Of zstd, where 4 bytes may stand for 128 KB: these may become 32 MB.
ZST_PIECE = 1 << 10

# Bytes of made lines that are buffered: most lines whole.
LINES_BUFFER = 1 << 16

# What a packed file raises where it is damaged.
READ_ERRORS = (OSError, EOFError, zlib.error, zstandard.ZstdError)


class Unpacked(io.RawIOBase):
    """A .zst file as it was before it was packed; raises EOFError where its end is missing."""

    # zstandard's own stream_reader takes a file that was cut off for a whole one.
    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._frame: Any = None
        self._data = memoryview(b"")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:  # a writable buffer; typeshed has it as Buffer
        """Fill the buffer with what follows."""
        while not self._data:
            rest = self._frame.unused_data if self._frame and self._frame.eof else b""
            if self._frame and self._frame.eof:
                self._frame = None
            piece = rest or self._packed.read(ZST_PIECE)
            if not piece:
                if self._frame:
                    raise EOFError("the file is cut off")
                return 0
            self._frame = self._frame or zstandard.ZstdDecompressor().decompressobj()
            self._data = memoryview(self._frame.decompress(piece))
        size = min(len(buffer), len(self._data))
        buffer[:size] = self._data[:size]
        self._data = self._data[size:]
        return size


class Lines(io.RawIOBase):
    """Lines that are made one by one, as a stream."""

    def __init__(self, lines: Iterator[bytes]) -> None:
        self._lines = lines
        self._data = memoryview(b"")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:  # as in Unpacked
        """Fill the buffer with what follows."""
        while not self._data:
            line = next(self._lines, None)
            if line is None:
                return 0
            self._data = memoryview(line)
        size = min(len(buffer), len(self._data))
        buffer[:size] = self._data[:size]
        self._data = self._data[size:]
        return size


def unpacked(packed: BinaryIO, packing: str, charset: str = "") -> BinaryIO:
    """Return the bytes of a file as they were before it was packed, or the lines made of it.

    `packing` is that of its source; `charset` is what archived pages are in, "" to find out. Rows
    need a file that can be sought in.
    """
    if packing in ROWS:
        from cleaner.io import rows  # noqa: PLC0415  an extra

        return _stream(rows.lines(packed, packing))
    if is_archive(packing):
        from cleaner.io import warc  # noqa: PLC0415  an extra

        plain = unpacked(packed, packing[packing.find(".", 1) :] if "." in packing[1:] else "")
        return _stream(warc.lines(plain, charset))
    if packing == ".gz":
        return gzip.open(packed)  # type: ignore[return-value]  # reads as BinaryIO does
    return cast(BinaryIO, io.BufferedReader(Unpacked(packed))) if packing == ".zst" else packed


def opened(source: Source, stdin: BinaryIO | None = None) -> AbstractContextManager[BinaryIO]:
    """Open a source, wherever it is; standard input stays open."""
    if source.url:
        from cleaner.io import remote  # noqa: PLC0415  an extra

        return remote.opened(source.url)
    return source.path.open("rb") if source.path else nullcontext(stdin or sys.stdin.buffer)


def _stream(lines: Iterator[bytes]) -> BinaryIO:
    return cast(BinaryIO, io.BufferedReader(Lines(lines), LINES_BUFFER))
