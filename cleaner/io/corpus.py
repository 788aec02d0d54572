"""The corpus of an output: one file or several, packed or not, or a table.

Everything else works on lines of JSON: when these are there, they are written as it was asked for,
and of a finished output they are read again whatever they were written as. Packing is free of times
and names: the same lines give the same bytes.
"""

import contextlib
import gzip
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO, NamedTuple, cast

import zstandard

from cleaner import late as re
from cleaner.errors import InputError, RecipeError
from cleaner.io.extras import PARQUET, require
from cleaner.io.packing import READ_ERRORS, unpacked
from cleaner.io.sources import CORPUS_NAME, Source, corpus_names

JSONL, TABLE = "jsonl", "parquet"
FORMATS = (JSONL, "jsonl.gz", "jsonl.zst", TABLE)

# Levels of gzip and zstd, their own defaults: the next ones take twice the time for some percent.
GZIP_LEVEL, ZSTD_LEVEL = 6, 3

# Sizes for people, in bytes: 200MB, 1.5 GiB.
UNITS = {
    "": 1, "B": 1,
    "KB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12,
    "KIB": 1 << 10, "MIB": 1 << 20, "GIB": 1 << 30, "TIB": 1 << 40,
}  # fmt: skip
SIZE_RE = re.compile(r"(\d{1,15}(?:\.\d{1,6})?)\s{0,4}([KMGT]?I?B?)", re.IGNORECASE)


class Shape(NamedTuple):
    """How a corpus is written: one of FORMATS; bytes of JSONL in a file, 0 for one file of all."""

    format: str = JSONL
    shard_bytes: int = 0

    def check(self) -> None:
        """Raise RecipeError for a format that is none, InputError where its extra is missing."""
        if self.format not in FORMATS:
            raise RecipeError(f"no format {self.format!r}; there are {', '.join(FORMATS)}")
        if self.format == TABLE:
            require(PARQUET, "format parquet")


def parse_size(said: str) -> int:
    """Return how many bytes a size is: "200MB", "1.5GiB"; raises RecipeError."""
    found = SIZE_RE.fullmatch(said.strip())
    unit = found[2].upper() if found else "?"
    unit += "B" if unit and not unit.endswith("B") else ""
    size = int(float(found[1]) * UNITS[unit]) if found and unit in UNITS else 0
    if size < 1:
        raise RecipeError(f"{said!r} is no size; such are 200MB, 1.5GB, 512MiB")
    return size


def write_corpus(work: Path, shape: Shape) -> tuple[str, ...]:
    """Write the lines of corpus.jsonl in a folder as they are wanted; returns the files' names."""
    if shape == Shape():
        return (CORPUS_NAME,)
    names = []
    with (work / CORPUS_NAME).open("rb") as file:
        for number, lines in enumerate(_shards(file, shape.shard_bytes)):
            ending = f"-{number:05}.{shape.format}" if shape.shard_bytes else f".{shape.format}"
            # Not the file that is read: that is corpus.jsonl, and never a shard's name.
            names.append(f"corpus{ending}")
            _write(lines, work / names[-1], shape.format)
    return tuple(names)


def _shards(file: BinaryIO, size: int) -> Iterator[Iterator[bytes]]:
    """Yield groups of whole lines, at least one: so many as have `size` bytes, and one line over.

    Each group is to be used up before the next one.
    """
    ahead: list[bytes] = []

    def group() -> Iterator[bytes]:
        left = size
        while line := ahead.pop() if ahead else file.readline():
            yield line
            left -= len(line)
            if size and left <= 0:
                break

    yield group()
    while line := file.readline():
        ahead.append(line)
        yield group()


def _write(lines: Iterator[bytes], path: Path, form: str) -> None:
    if form == TABLE:
        from cleaner.io.table import write_table  # noqa: PLC0415  an extra

        write_table(lines, path)
        return
    with path.open("wb") as raw, _packing(raw, form) as file:
        for line in lines:
            file.write(line)


def _packing(raw: BinaryIO, form: str) -> contextlib.AbstractContextManager[BinaryIO]:
    if form.endswith(".gz"):
        return cast(
            contextlib.AbstractContextManager[BinaryIO],
            gzip.GzipFile("", "wb", GZIP_LEVEL, raw, mtime=0),
        )
    if form.endswith(".zst"):
        packer = zstandard.ZstdCompressor(ZSTD_LEVEL)
        return cast(
            contextlib.AbstractContextManager[BinaryIO], packer.stream_writer(raw, closefd=False)
        )
    return contextlib.nullcontext(raw)


def corpus_files(folder: Path) -> list[Path]:
    """Return the files of the corpus of an output; raises InputError where one is not there."""
    names = corpus_names(path.name for path in folder.iterdir())
    numbers = [int(re.findall(r"\d+", name)[0]) for name in names if "-" in name]
    for wanted, number in enumerate(numbers):
        if wanted != number:
            raise InputError(f"{folder}: the corpus's file {wanted:05} is missing; run again")
    if not names:
        raise InputError(f"{folder}: no {CORPUS_NAME} here, or in another format; run again")
    return [folder / name for name in names]


def corpus_lines(folder: Path) -> Iterator[tuple[bytes, Path, int]]:
    """Yield the lines of a corpus, each with its file and its number there.

    Raises InputError where one cannot be read.
    """
    for path in corpus_files(folder):
        packing = Source(path, path.name, 0).packing
        if packing == f".{TABLE}":
            require(PARQUET, str(path))
        try:
            with path.open("rb") as packed:
                for number, line in enumerate(unpacked(packed, packing), 1):
                    yield line, path, number
        except READ_ERRORS as error:
            raise InputError(f"{path}: is damaged: {error}; run again") from error


def open_corpus(folder: Path) -> BinaryIO:
    """Return the lines of a corpus as a file that can be sought in: itself, or a copy on disk."""
    files = corpus_files(folder)
    if files == [folder / CORPUS_NAME]:
        return files[0].open("rb")
    copy = cast(BinaryIO, TemporaryFile(prefix="corpus-"))  # noqa: SIM115  the caller's
    for line, _, _ in corpus_lines(folder):
        copy.write(line)
    copy.seek(0)
    return copy
