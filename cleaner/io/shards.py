"""Cut sources into shards: what one process reads at a time.

A shard is a run of slices, some 1 MB together: files, or whole lines of a JSONL file by their
place in it. What has no such places comes as copies: packed JSONL, UTF-16, and streams, which are
read once. A copy is a file of the work folder, made when its shard is asked for and taken away
when that is done: only so many stand there as there are shards out.

Where the cuts are depends on the input alone, so that every run has the same shards. The bytes are
hashed on the way: the hash of a whole source goes into run.json, that of a slice shows whether a
part of an interrupted run was made of the same bytes.
"""

import hashlib
import io
import itertools
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, cast

from cleaner.errors import OutputError
from cleaner.io.packing import READ_ERRORS, opened, unpacked
from cleaner.io.readers import (
    UTF8_BYTES,
    Reading,
    is_record,
    line_limit,
    recoded,
    why_broken,
    wide,
)
from cleaner.io.sources import MADE_ENDINGS, ROWS, Slice, Source

# Bytes of a shard: .1 to 1 s of work. What a kill costs, and the grain of the progress.
SHARD_BYTES = 1 << 20
# And slices: a process that dies is asked again for all of them. Chosen.
SHARD_SLICES = 1000

BLOCK = 1 << 20  # bytes read at a time: no cut is nearer to the next one than a line

# A packed file that has grown to so many times its size, once it is this long, is no text: JSONL
# packs to a third to a twentieth, a log of like lines to a hundredth; gzip can do 1,000.
BOMB_RATIO = 300
BOMB_BYTES = 1 << 30

# How the names of copies begin.
COPY = "copy-"

# Called when a source was read to its end: the bytes that were read, their hash if it is known.
Note = Callable[[Source, int, str | None], object]


class Shard(NamedTuple):
    """What one process reads at a time.

    `size`: bytes of the input, packed as they are. `copies`: to be removed when it is done.
    """

    number: int
    slices: tuple[Slice, ...]
    size: int
    copies: tuple[Path, ...]


def cut(sources: Iterable[Source], how: Reading, scratch: Path, note: Note) -> Iterator[Shard]:
    """Yield the shards of sources, in order; copies go into the folder `scratch`.

    Raises OutputError where a copy cannot be written; what cannot be read is a slice that says so.
    """
    numbers = itertools.count()
    names = (scratch / f"{COPY}{number}" for number in itertools.count())
    slices: list[Slice] = []
    copies: list[Path] = []
    size = weight = 0
    for source in sources:
        for part, consumed in _slices(source, how, names, note):
            slices.append(part)
            if part.source.path and part.source is not source:
                copies.append(part.source.path)
            size += consumed
            weight += max(consumed, part.end - part.start)
            if weight >= SHARD_BYTES or len(slices) >= SHARD_SLICES:
                yield Shard(next(numbers), tuple(slices), size, tuple(copies))
                slices, copies, size, weight = [], [], 0, 0
    if slices:
        yield Shard(next(numbers), tuple(slices), size, tuple(copies))


def _slices(
    source: Source, how: Reading, names: Iterator[Path], note: Note
) -> Iterator[tuple[Slice, int]]:
    """Yield the slices of a source, each with the bytes of the input that went into it."""
    path, counted = source.path, 0
    try:
        with opened(source) as file:
            raw = _Hashing(file)
            for part in _cut_file(source, how, file, raw, names):
                yield part, raw.size - counted
                counted = raw.size
            # Of rows that are elsewhere only what is needed was read.
            is_whole = raw.size and (path or source.url)
            note(source, raw.size or source.size, raw.digest.hexdigest() if is_whole else None)
    except READ_ERRORS as error:
        note(source, source.size, None)
        yield Slice(source, error=why_broken(error)), max(source.size - counted, 0)


def _cut_file(
    source: Source, how: Reading, file: BinaryIO, raw: "_Hashing", names: Iterator[Path]
) -> Iterator[Slice]:
    """Yield the slices of an open file, which is read through `raw`."""
    if source.path and stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        if not source.holds_records or source.packing in ROWS:
            while raw.read(BLOCK):
                pass
        if not source.holds_records:
            yield Slice(source, digest=raw.digest.hexdigest())
            return
        if not source.packing:
            is_wide = wide(file.readline(BLOCK), how.charset)
            file.seek(0)
            if not is_wide:
                yield from _ranges(source, raw)
                return
    if source.packing in ROWS:  # they are not read from end to end, and were hashed above
        file.seek(0)
        packed = file
    else:
        packed = cast(BinaryIO, io.BufferedReader(raw, BLOCK))
    stream = unpacked(packed, source.packing, how.charset, how.text_field)
    first = stream.readline(line_limit(how))
    may_be = not source.holds_html and not source.url  # a pipe: its name says nothing
    if source.holds_records or (may_be and is_record(first, how.charset)):
        yield from _copied(source, how, stream, first, names, lambda: raw.size or source.size)
    else:
        # A byte more than a text may have, and the reader says that it is too long.
        rest = max(UTF8_BYTES * how.max_chars + 1 - len(first), 0)
        data = first + stream.read(rest)
        path = next(names)
        with _new(path) as copy:
            _put(copy, data)
        named = Source(path, source.name.removesuffix(source.packing), len(data))
        yield Slice(named, digest=hashlib.sha256(data).hexdigest())


class _Hashing(io.RawIOBase):
    """A file that is hashed, and counted, as it is read.

    `is_hashed`: whether it is hashed here; else whoever reads it does that, in `digest`.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.digest = hashlib.sha256()
        self.is_hashed = True
        self.size = 0

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: Any) -> int:  # a writable buffer; typeshed has it as Buffer
        """Fill the buffer with what follows."""
        # At most one read: what comes before a failure is not lost with it.
        size = self._file.readinto1(buffer)  # type: ignore[attr-defined]
        if self.is_hashed:
            self.digest.update(memoryview(buffer)[:size])
        self.size += size
        return int(size)


def _pieces(stream: BinaryIO, first: bytes = b"") -> Iterator[tuple[bytes, bool]]:
    """Yield what a stream holds, and whether a cut may follow: after a line, once in a block."""
    for block in _blocks(stream, first):
        end = block.rfind(b"\n") + 1
        if end:
            yield block[:end], True
        if end < len(block):
            yield block[end:], False


def _blocks(stream: BinaryIO, first: bytes) -> Iterator[bytes]:
    """Yield what a stream holds; where it breaks off, what was read before that comes first.

    A block is of one length however slowly a pipe gives it.
    """
    failure: Exception | None = None
    pieces, size = [first], len(first)
    while failure is None:
        try:
            wanted = max(BLOCK - size, 1)
            piece = stream.read1(wanted)  # type: ignore[attr-defined]  # all of ours have it
        except READ_ERRORS as error:
            failure, piece = error, b""
        pieces.append(piece)
        size += len(piece)
        if size and (not piece or size >= BLOCK):
            yield b"".join(pieces)
            pieces, size = [], 0
        if not piece and failure is None:
            return
    raise failure


def _ranges(source: Source, raw: _Hashing) -> Iterator[Slice]:
    """Yield the lines of a file by their places."""
    # A slice's hash is that of all up to its end, so the last one is that of the file: hashed once.
    raw.is_hashed, digest = False, raw.digest
    start = at = line = lines = 0
    for piece, is_end in _pieces(cast(BinaryIO, io.BufferedReader(raw, BLOCK))):
        digest.update(piece)
        at += len(piece)
        lines += piece.count(b"\n")
        if is_end:
            yield Slice(source, start, at, line, digest=digest.hexdigest())
            start, line = at, lines
    if at > start or not at:
        yield Slice(source, start, at, line, digest=digest.hexdigest())


def _copied(  # noqa: PLR0913, PLR0917  a source, and what was found out of it
    source: Source,
    how: Reading,
    stream: BinaryIO,
    first: bytes,
    names: Iterator[Path],
    read: Callable[[], int],
) -> Iterator[Slice]:
    """Yield the lines of a stream as copies, in UTF-8 where they were in UTF-16 or UTF-32.

    Of a line that is too long only so much is copied that the reader can tell. `read` says how
    many bytes of the file were read.
    """
    charset = "" if source.packing in MADE_ENDINGS else wide(first, how.charset)
    if charset:
        stream, first = recoded(first, stream, charset), b""
    digest = hashlib.sha256()
    line = lines = size = 0
    for pieces in _until_cut(itertools.chain(_pieces(stream, first), [(b"", True)])):
        path, before = next(names), size
        with _new(path) as copy:
            for piece in pieces:
                if copy.tell() <= line_limit(how) or piece.endswith(b"\n"):
                    _put(copy, piece)
                digest.update(piece)
                lines += piece.count(b"\n")
                size += len(piece)
                if source.packing and size > max(BOMB_BYTES, BOMB_RATIO * read()):
                    raise EOFError(f"unpacks to over {BOMB_RATIO} times its size")
            end = copy.tell()
        if end or not size:
            named = Source(path, source.name, size - before)
            yield Slice(named, 0, end, line, charset, digest=digest.hexdigest())
            line = lines
        else:
            path.unlink()  # the last piece ended with a line


def _until_cut(pieces: Iterator[tuple[bytes, bool]]) -> Iterator[Iterator[bytes]]:
    """Yield the pieces up to each cut; every group is to be used up before the next one."""

    def group(piece: bytes, is_end: bool) -> Iterator[bytes]:
        yield piece
        while not is_end:
            piece, is_end = next(pieces)
            yield piece

    for piece, is_end in pieces:
        yield group(piece, is_end)


def _new(path: Path) -> BinaryIO:
    try:
        return path.open("wb")
    except OSError as error:
        raise _failed(error) from error


def _put(copy: BinaryIO, data: bytes) -> None:
    try:
        copy.write(data)
        copy.flush()
    except OSError as error:
        raise _failed(error) from error


def _failed(error: OSError) -> OutputError:
    return OutputError(f"a copy of the input cannot be written: {error.strerror}")
