"""Files as they were before they were packed; what holds records otherwise, as lines of JSON.

A Parquet or Arrow file and a WARC are taken for JSONL that is packed in another way: all that reads
JSONL reads them. A row or an archived page is a line; what of it cannot be read is a line that says
why (`records.unread_line`).
"""

import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import partial
from typing import Any, BinaryIO, cast

import zstandard

from cleaner.io.sources import ROWS, Source, is_archive

# Bytes that are unpacked at a time. Of zstd 4 may stand for 128 KB, so these may become 32 MB; of
# gzip 1 MB. What stands before a damaged place in them is lost with it.
PIECE = 1 << 10

# What zlib calls a stream with gzip's head: 15 bits of window, and 16.
GZIP_WINDOW = 31

# Bytes of made lines that are buffered: most lines whole.
LINES_BUFFER = 1 << 16

# What a packed file raises where it is damaged.
READ_ERRORS = (OSError, EOFError, zlib.error, zstandard.ZstdError)


class Pieces(io.RawIOBase):
    """Pieces that are made one by one, as a stream."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._data = memoryview(b"")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:  # a writable buffer; typeshed has it as Buffer
        """Fill the buffer with what follows."""
        while not self._data:
            piece = next(self._pieces, None)
            if piece is None:
                return 0
            self._data = memoryview(piece)
        size = min(len(buffer), len(self._data))
        buffer[:size] = self._data[:size]
        self._data = self._data[size:]
        return size


def stream_of(pieces: Iterator[bytes], size: int = io.DEFAULT_BUFFER_SIZE) -> BinaryIO:
    """Return pieces as a buffered stream."""
    return cast(BinaryIO, io.BufferedReader(Pieces(pieces), size))


def unpacked(packed: BinaryIO, packing: str, charset: str = "", text_field: str = "") -> BinaryIO:
    """Return the bytes of a file as they were before it was packed, or the lines made of it.

    `packing` is that of its source; `charset` is what archived pages are in, and a column of bytes
    that is the text of rows, `text_field`; "" to find out. Rows need a file that can be sought in.
    """
    if packing in ROWS:
        from cleaner.io import rows  # noqa: PLC0415  an extra

        return stream_of(rows.lines(packed, packing, text_field, charset), LINES_BUFFER)
    if is_archive(packing):
        from cleaner.io import warc  # noqa: PLC0415  an extra

        plain = unpacked(packed, packing[packing.find(".", 1) :] if "." in packing[1:] else "")
        return stream_of(warc.lines(plain, charset), LINES_BUFFER)
    if packing == ".gz":
        return stream_of(_unpacked(packed, partial(zlib.decompressobj, GZIP_WINDOW), b"\0"))
    if packing == ".zst":
        return stream_of(_unpacked(packed, lambda: zstandard.ZstdDecompressor().decompressobj()))
    return packed


# zstandard's own stream_reader takes a file that was cut off for a whole one; gzip's loses all that
# it unpacked in a piece with a damaged place, and its pieces grow with the version.
def _unpacked(packed: BinaryIO, start: Callable[[], Any], padding: bytes = b"") -> Iterator[bytes]:
    """Yield what a packed file holds; raises EOFError where its end is missing.

    `start` makes what unpacks a frame of zstd or a member of gzip. `padding`: bytes that may stand
    behind one.
    """
    frame: Any = None
    rest = skipped = b""
    while piece := rest or packed.read(PIECE):
        rest = b""
        if frame is None:
            piece = piece.lstrip(skipped)
            if not piece:
                continue
            frame = start()
        yield frame.decompress(piece)
        if frame.eof:
            frame, rest, skipped = None, frame.unused_data, padding
    if frame is not None:
        raise EOFError("the file is cut off")


def opened(source: Source) -> AbstractContextManager[BinaryIO]:
    """Open a source, wherever it is; standard input stays open."""
    if source.url:
        from cleaner.io import remote  # noqa: PLC0415  an extra

        return remote.opened(source.url)
    return source.path.open("rb") if source.path else nullcontext(sys.stdin.buffer)
