"""What was made of a shard: one file of a work folder, whole or not there.

First the length of a head in JSON, then the head, then the sections that it gives the lengths of,
one behind the other. The lines of a section are those of the output's file of that name, but that
ids are not yet unique in the run and duplicates are still in.
"""

import secrets
import shutil
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from io import FileIO
from itertools import pairwise
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any, BinaryIO, NamedTuple, Self

import numpy as np
import orjson

from cleaner.errors import OutputError
from cleaner.io.shards import Shard

SECTIONS = (
    "kept",      # records, and
    "dropped",
    "split",
    "edits",     # so far lines of the output
    "families",  # a line for each document that was read: what became of it (id, section, edits)
    "ids",       # a hash of each of these ids, uint64
    "sizes",     # the bytes of each line of "kept", int64
    "steps",     # how many stages changed each of these documents, uint16
    "prepared",  # what the search for duplicates needs of each of them
    "slices",    # what the part was made of, JSON
)  # fmt: skip

# What of a section is held in memory: a shard's is smaller, but for one that unpacks to more.
IN_MEMORY = 1 << 23

# What is read at a time of lines: some hundred records.
READ_BYTES = 1 << 18

# Parts that are open at a time to read records here and there: under what macOS allows (256).
OPEN_FILES = 200

# How files begin that a killed process may leave.
UNFINISHED = "unfinished-"


class Part(NamedTuple):
    """A finished part: where it is, what its head says, and where its sections start."""

    path: Path
    head: Mapping[str, Any]
    starts: Mapping[str, int]

    def size(self, section: str) -> int:
        """Return how many bytes a section has."""
        return int(self.head["sections"][section])

    def read(self, section: str) -> bytes:
        """Return the bytes of a section."""
        with self.path.open("rb") as file:
            file.seek(self.starts[section])
            return file.read(self.size(section))

    def lines(self, section: str) -> Iterator[bytes]:
        """Yield the lines of a section."""
        left = self.size(section)
        if not left:
            return
        with self.path.open("rb", READ_BYTES) as file:
            file.seek(self.starts[section])
            for line in file:
                yield line
                left -= len(line)
                if left <= 0:
                    return

    def copy(self, section: str, out: BinaryIO) -> None:
        """Append a section to a file."""
        left = self.size(section)
        with self.path.open("rb") as file:
            file.seek(self.starts[section])
            while left > 0 and (data := file.read(min(left, 1 << 20))):
                left -= len(data)
                out.write(data)


def path_of(folder: Path, number: int) -> Path:
    """Where the part of a shard stands in a work folder."""
    return folder / f"part-{number:07}"


def slices_of(shard: Shard) -> list[list[Any]]:
    """Return what a part's head says of the slices that it was made of."""
    return [[one.source.name, one.start, one.end, one.digest, one.error] for one in shard.slices]


def open_part(path: Path) -> Part | None:
    """Return a finished part; None where it is not there or not whole."""
    try:
        with path.open("rb") as file:
            length, size = int.from_bytes(file.read(8), "little"), path.stat().st_size
            head = orjson.loads(file.read(min(length, size)))
            at, starts = 8 + length, {}
            for section in SECTIONS:
                starts[section] = at
                at += head["sections"][section]
        # A machine that stopped may leave a file that was renamed before it was written.
        whole = size == at
    except (OSError, orjson.JSONDecodeError, KeyError, TypeError):
        return None
    return Part(path, head, starts) if whole else None


class Place(NamedTuple):
    """Where bytes stand in a file."""

    path: Path
    start: int
    size: int


class Places:
    """Reads bytes here and there; a context manager that closes the files."""

    def __init__(self) -> None:
        # Files that were read from, the first one that was opened first.
        self._files: dict[Path, FileIO] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files.values():
            file.close()
        self._files.clear()

    def read(self, place: Place) -> bytes:
        """Return the bytes of a place."""
        file = self._files.get(place.path)
        if file is None:
            if len(self._files) == OPEN_FILES:
                self._files.pop(next(iter(self._files))).close()
            file = self._files[place.path] = FileIO(place.path)
        file.seek(place.start)
        return file.read(place.size)


class Kept:
    """The records that are kept so far: those of all parts, one behind the other."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        # Of each record: where it starts, as if all stood in one file.
        self._starts = array("q", [0])
        # Of each part: its first record, and by how much this start is off in the part's file.
        self._firsts = array("q")
        self._shifts = array("q")
        for path in paths:
            part = open_finished(path)
            self._firsts.append(len(self._starts) - 1)
            self._shifts.append(part.starts["kept"] - self._starts[-1])
            sizes = np.frombuffer(part.read("sizes"), np.int64)
            self._starts.extend((np.cumsum(sizes) + self._starts[-1]).tolist())

    def place(self, position: int) -> Place:
        """Return where the line of a record stands."""
        number = bisect_right(self._firsts, position) - 1
        start, end = self._starts[position], self._starts[position + 1]
        return Place(self._paths[number], start + self._shifts[number], end - start)

    def copy_but(self, apart: Sequence[int], out: BinaryIO) -> Iterator[tuple[int, bytes]]:
        """Append the lines of all records to a file, but yield those of some instead of it.

        `apart`: their positions, sorted. Each is yielded when all before it were written.
        """
        at = 0
        bounds = [*self._firsts, len(self._starts) - 1]
        for path, (first, end) in zip(self._paths, pairwise(bounds), strict=True):
            lines = memoryview(open_finished(path).read("kept"))
            before = self._starts[first]
            done = 0
            while at < len(apart) and apart[at] < end:
                start, next_start = self._starts[apart[at]], self._starts[apart[at] + 1]
                out.write(lines[done : start - before])
                done = next_start - before
                yield apart[at], bytes(lines[start - before : done])
                at += 1
            out.write(lines[done:])


def open_finished(path: Path) -> Part:
    """Return a part that must be there; raises OutputError where it is not."""
    part = open_part(path)
    if part is None:
        raise OutputError(f"{path}: is damaged; start the run again with --force")
    return part


class Writing:
    """The sections of a part as it is made; a context manager."""

    def __init__(self, folder: Path) -> None:
        self._files = {
            name: SpooledTemporaryFile(IN_MEMORY, dir=str(folder), prefix=UNFINISHED)  # noqa: SIM115
            for name in SECTIONS
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files.values():
            file.close()

    def write(self, section: str, data: bytes) -> None:
        """Append to a section."""
        self._files[section].write(data)

    def finish(self, path: Path, head: Mapping[str, Any]) -> Path:
        """Write the part beside its place, and return where: it is to be renamed to `path`."""
        sizes = {name: file.tell() for name, file in self._files.items()}
        said = orjson.dumps({**head, "sections": sizes})
        # Of several machines two processes may have one number.
        unfinished = path.with_name(f"{UNFINISHED}{path.name}-{secrets.token_hex(4)}")
        with unfinished.open("wb") as out:
            out.write(len(said).to_bytes(8, "little") + said)
            for file in self._files.values():
                file.seek(0)
                shutil.copyfileobj(file, out)
        return unfinished
