"""Signatures: MinHash of many texts at once, bit for bit what datasketch computes for each.

datasketch is the specification. Its permutations are taken from a `datasketch.MinHash` and its
scheme (affine32: MurmurHash3's finisher once, then a*h + b mod 2**32 each) is applied here to the
shingles of many texts joined: one multiplication over a block and one `np.minimum.reduceat` a
permutation, 39,000 documents/s of 900 characters against datasketch's 1,100 to 1,700. The tests
hold the result against `datasketch.MinHash.update_batch`.
"""

import functools
import importlib.util
import sys
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from cleaner.dedup.fold import Codes
from cleaner.dedup.shingles import Hashes, shingle_hashes

Signatures = npt.NDArray[np.uint32]

PERMUTATIONS = 128
SEED = 1  # datasketch's default: a user's MinHash() agrees without being told

# Letters of a block: it and its product (2 x 128 KB) stay in the second cache. Tried 2 k to 256 k:
# documents of 900 letters at 4, 7, 15, 22, 28, 29 and 27 thousand a second.
BLOCK = 1 << 15

# Products of permutations that are taken at one go, fewer calls: those of four of a block (512 KB)
# stay in the cache, too; of a single text of 1,000 letters it is all of them.
PRODUCTS = 1 << 17

# What a signature holds where a text has no shingle; datasketch's empty MinHash is the same.
EMPTY = 0xFFFFFFFF

# Held while datasketch is loaded, which two threads cannot do at once.
LOADING = threading.Lock()


@functools.cache
def permutations() -> tuple[Signatures, Signatures]:
    """Return datasketch's factors and offsets, each (128,) uint32."""
    minhash = _minhash().MinHash(PERMUTATIONS, seed=SEED, scheme="affine32")
    factors, offsets = minhash.permutations
    return np.asarray(factors, dtype=np.uint32), np.asarray(offsets, dtype=np.uint32)


def _minhash() -> Any:
    """Return the module `datasketch.minhash`, loaded without the rest of datasketch.

    The package loads scipy's integration for its own indexes: 0.4 s and 40 MB in every process. So
    it is found but not run, and is not left behind: who imports it has all of it.
    """
    name = "datasketch"
    with LOADING:
        spec = importlib.util.find_spec(name)
        if name not in sys.modules and spec:
            sys.modules[name] = importlib.util.module_from_spec(spec)
            try:
                return importlib.import_module(f"{name}.minhash")
            except ImportError:  # a version that is laid out in another way
                pass
            finally:
                for loaded in [one for one in sys.modules if one.partition(".")[0] == name]:
                    del sys.modules[loaded]
        return importlib.import_module(f"{name}.minhash")


def signatures(texts: Sequence[Codes], ngram: int) -> Signatures:
    """Return the signatures of folded texts on shingles of `ngram` letters.

    (len(texts), 128) uint32. A text without a shingle has EMPTY throughout: never compare by it.
    """
    found = np.full((len(texts), PERMUTATIONS), EMPTY, dtype=np.uint32)
    for rows, pieces in _blocks(texts, ngram):
        least = _least(*_hashed(pieces, ngram))
        # A long text is the first or last of its block, and goes on in the next one.
        found[rows] = np.minimum(found[rows], least)
    return found


def _blocks(texts: Iterable[Codes], ngram: int) -> Iterator[tuple[list[int], list[Codes]]]:
    """Yield (rows, pieces) of at most BLOCK letters together; a longer text in pieces.

    Every piece holds a shingle, and every shingle of a text lies in one piece.
    """
    rows: list[int] = []
    pieces: list[Codes] = []
    room = BLOCK
    for row, codes in enumerate(texts):
        for start in range(0, len(codes) - ngram + 1, BLOCK - ngram + 1):
            piece = codes[start : start + BLOCK]
            if len(piece) > room:
                yield rows, pieces
                rows, pieces, room = [], [], BLOCK
            rows.append(row)
            pieces.append(piece)
            room -= len(piece)
    if rows:
        yield rows, pieces


def _hashed(pieces: Sequence[Codes], ngram: int) -> tuple[Hashes, npt.NDArray[np.int64]]:
    """Return the mixed hashes of the pieces joined, and where those of each piece start.

    In place of the shingles across the end of a piece, which are of no text, stands the first of
    the piece again: the least of a set does not mind.
    """
    sizes = np.array([len(piece) for piece in pieces])
    ends = np.cumsum(sizes)
    starts = ends - sizes
    hashes = shingle_hashes(np.concatenate(pieces), ngram)
    across = ends[:-1, None] - np.arange(1, ngram)
    hashes[across] = hashes[starts[:-1], None]
    return _finished(hashes), starts


def _finished(hashes: Hashes) -> Hashes:
    """Return the hashes after MurmurHash3's finisher, as datasketch mixes its input."""
    mixed = hashes ^ (hashes >> np.uint32(16))
    mixed *= np.uint32(0x85EBCA6B)
    mixed ^= mixed >> np.uint32(13)
    mixed *= np.uint32(0xC2B2AE35)
    mixed ^= mixed >> np.uint32(16)
    return mixed


def _least(mixed: Hashes, starts: npt.NDArray[np.int64]) -> Signatures:
    """Return the least value of each run under each permutation, (runs, 128) uint32."""
    factors, offsets = (each[:, None] for each in permutations())
    least = np.empty((PERMUTATIONS, len(starts)), dtype=np.uint32)
    together = min(PERMUTATIONS, max(1, PRODUCTS // len(mixed)))
    moved = np.empty((together, len(mixed)), dtype=np.uint32)
    for k in range(0, PERMUTATIONS, together):
        some = slice(k, k + together)
        moved = moved[: PERMUTATIONS - k]
        np.multiply(factors[some], mixed, out=moved)
        np.add(moved, offsets[some], out=moved)
        np.minimum.reduceat(moved, starts, axis=1, out=least[some])
    return least.T
