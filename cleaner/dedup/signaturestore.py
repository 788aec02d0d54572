"""Signatures that grow by blocks, in memory, or in a file where memory is to stay small.

A signature is 512 bytes and the keys of its bands 336 more: a run over millions of texts keeps
them beside its output and reads back a column of keys, or the signatures of candidates.
"""

import mmap
from pathlib import Path

import numpy as np

from cleaner.dedup.signature import PERMUTATIONS, Signatures


class SignatureStore:
    """Signatures added in blocks; `array()` is all of them. `path`: the file to keep them in."""

    def __init__(self, path: Path | None) -> None:
        self._blocks: list[Signatures] = []
        self._path = path
        self._file = None if path is None else path.open("wb")
        self._count = 0

    def append(self, block: Signatures) -> None:
        """Add signatures, (k, 128)."""
        self._count += len(block)
        if self._file is None:
            self._blocks.append(block)
        else:
            self._file.write(np.ascontiguousarray(block).data)

    def array(self) -> Signatures:
        """Return all signatures, (n, 128) uint32; those of a file are mapped, read only."""
        shape = (self._count, PERMUTATIONS)
        if self._file is None or self._path is None:
            empty = np.empty((0, PERMUTATIONS), dtype=np.uint32)
            self._blocks = [np.concatenate([empty, *self._blocks])]
            return self._blocks[0]
        self._file.flush()
        if not self._count:
            return np.empty(shape, dtype=np.uint32)
        return np.memmap(self._path, np.uint32, "r", shape=shape)


def let_go(signatures: Signatures) -> None:
    """Give the memory of a mapped file back; what is asked for again is read again."""
    mapped = getattr(signatures, "_mmap", None)
    if mapped is not None and hasattr(mmap, "MADV_DONTNEED"):
        mapped.madvise(mmap.MADV_DONTNEED)
