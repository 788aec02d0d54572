"""The n-gram table as a file: how it is made, written, and found again.

A `Model` is a name for such a file, not its contents: a path and the hash of the bytes. It is what
a recipe holds and what the stages of columns take as an option; it is small to send to another
process, equal where the bytes are equal, and the table behind it is read when a page asks for it
first, once a process. Nothing is set anywhere: two pipelines with two models do not meet.

A file is a head of 20 bytes (what it is, the version, the number of n-grams, a check sum), then all
keys, then all counts (`ngram.Table`), little-endian. The table that is shipped is such a file.

A table is counted piece by piece (`Counting`), in memory that does not grow with the corpus: when
more than `HELD` n-grams were seen the rarest are forgotten (lossy counting, Manku and Motwani
2002), and the finished table has the `max_ngrams` that are commonest. Pieces are cut by characters,
so the same texts in the same order give the same bytes.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

from cleaner import ngram
from cleaner.errors import InputError
from cleaner.late import NDArray, np

# The head: what it is, the version of keys and counts, how many n-grams, CRC-32 of the rest.
HEAD = struct.Struct("<8sIII")
MAGIC = b"cl-ngram"
VERSION = 1
ENTRY_BYTES = 5

# Seen once, an n-gram is chance as often as not: half of the size, 1 % of the choices.
MIN_COUNT = 2
# 20 MB; more choose no better, see docs/layout.md.
MAX_NGRAMS = 4_000_000

# Characters counted at once, and n-grams held while counting.
PIECE_CHARS, HELD = 250_000, 6_000_000

Keys: TypeAlias = "NDArray[np.uint32]"


@dataclass(frozen=True, slots=True)
class Model:
    """A file of n-grams by its absolute path and its SHA-256; without a path the one shipped."""

    path: str = ""
    sha256: str = ""

    @property
    def table(self) -> ngram.Table:
        """The table; read at the first call. Raises InputError where the file is another now."""
        return _table(self)


SHIPPED = Model()


class Counting:
    """Counts the n-grams of texts, a paragraph a line, and makes a table of them."""

    def __init__(self, held: int = HELD) -> None:
        self._held = held
        self._lines: list[str] = []
        self._waiting = 0  # characters in them
        self._pieces: list[tuple[Keys, ngram.Floats]] = []
        self.characters = 0

    def add(self, text: str) -> None:
        """Count a text."""
        for line in text.split("\n"):
            folded = ngram.fold(line)
            self._lines.append(folded)
            self._waiting += len(folded)
            if self._waiting >= PIECE_CHARS:
                self._count()

    def add_table(self, table: ngram.Table) -> None:
        """Count what a table has counted."""
        self._merge(table.keys, np.rint(ngram.counts_of(table.logs)))

    def table(self, *, min_count: int = MIN_COUNT, max_ngrams: int = MAX_NGRAMS) -> ngram.Table:
        """Return the n-grams seen `min_count` times, at most so many: then the commonest."""
        self._count()
        keys, counts = self._merged()
        keys, counts = _commonest(keys, counts, float(min_count), max_ngrams)
        logs = np.rint(ngram.STEP * np.log2(np.maximum(counts, 1.0))).clip(0, 255).astype(np.uint8)
        return ngram.Table(keys, logs)

    def _count(self) -> None:
        self.characters += self._waiting
        keys, counts = ngram.count(self._lines)
        self._lines, self._waiting = [], 0
        self._merge(keys, counts)

    def _merge(self, keys: Keys, counts: ngram.Floats) -> None:
        """Take counts in; where many wait they are merged."""
        self._pieces.append((keys, counts))
        if sum(len(keys) for keys, _ in self._pieces[1:]) >= self._held // 4:
            found = self._merged()
            if len(found[0]) > self._held:
                found = _commonest(*found, 2.0, self._held // 2)
            self._pieces = [found]

    def _merged(self) -> tuple[Keys, ngram.Floats]:
        if not self._pieces:
            return np.zeros(1, np.uint32), np.zeros(1)
        keys = np.concatenate([keys for keys, _ in self._pieces])
        counts = np.concatenate([counts for _, counts in self._pieces])
        self._pieces = []  # the memory is wanted
        order = np.argsort(keys, kind="stable")
        keys, counts = keys[order], counts[order]
        firsts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
        self._pieces = [(keys[firsts], np.add.reduceat(counts, firsts))]
        return self._pieces[0]


def _commonest(
    keys: Keys, counts: ngram.Floats, at_least: float, size: int
) -> tuple[Keys, ngram.Floats]:
    """Return the n-grams that were seen so often, and more often where they are too many."""
    if np.count_nonzero(counts >= at_least) > size:
        at_least = float(np.partition(counts, len(counts) - size)[len(counts) - size]) + 1.0
    enough = counts >= at_least
    enough[0] = True  # the number of characters
    return keys[enough], counts[enough]


def build(texts: Iterable[str], *, min_count: int = MIN_COUNT) -> ngram.Table:
    """Count the n-grams of texts."""
    counting = Counting()
    for text in texts:
        counting.add(text)
    return counting.table(min_count=min_count)


def to_bytes(table: ngram.Table) -> bytes:
    """Return the table as a file."""
    rest = table.keys.astype("<u4").tobytes() + table.logs.tobytes()
    return HEAD.pack(MAGIC, VERSION, len(table.keys), zlib.crc32(rest)) + rest


def from_bytes(data: bytes, name: str) -> ngram.Table:
    """Return the table of a file's bytes; raises InputError that names the file."""
    if len(data) < HEAD.size or not data.startswith(MAGIC):
        raise InputError(f"{name}: is no model; make one with `clean model CORPUS -o FILE`")
    _, version, size, checked = HEAD.unpack_from(data)
    if version != VERSION:
        raise InputError(
            f"{name}: is a model of version {version}, this program reads version {VERSION}; "
            f"make it again with `clean model`"
        )
    wanted = HEAD.size + ENTRY_BYTES * size
    if len(data) != wanted:
        what = "cut off" if len(data) < wanted else "followed by something else"
        raise InputError(f"{name}: is a model that is {what}: {len(data)} bytes, not {wanted}")
    if not size or zlib.crc32(memoryview(data)[HEAD.size :]) != checked:
        raise InputError(f"{name}: is a damaged model: its check sum is wrong")
    return ngram.Table(
        np.frombuffer(data, "<u4", size, offset=HEAD.size),
        np.frombuffer(data, np.uint8, size, offset=HEAD.size + 4 * size),
    )


def load(path: Path) -> Model:
    """Return the model of a file; raises InputError where there is none."""
    data = _read(path)
    from_bytes(data, str(path))
    return Model(str(path.absolute()), hashlib.sha256(data).hexdigest())


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; check the path of the model") from error


@lru_cache(maxsize=4)
def _table(model: Model) -> ngram.Table:
    if not model.path:
        from importlib.resources import files  # noqa: PLC0415  it brings 20 modules along

        data = files("cleaner").joinpath("data/ngram.bin").read_bytes()
        return from_bytes(data, "the model that is shipped")
    data = _read(Path(model.path))
    if hashlib.sha256(data).hexdigest() != model.sha256:
        raise InputError(f"{model.path}: the model has changed since the run began; start again")
    return from_bytes(data, model.path)
