"""An index of ten million documents: a batch of 100,000 held against it, time and peak memory.

    python benchmarks/index.py [--documents 10000000] [--batch 100000] [--near copy] [--keep DIR]

Signatures and digests are drawn at random; a tenth of the batch are documents of the index, of
which half have some minima redrawn. The search is measured in a process of its own: exact
duplicates by their digests, candidates by their bands. Texts are of one letter, so deciding the
candidates, which costs the same as without an index, is left out. Needs 1 kB of disk a document.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from cleaner.dedup import Index, parse_near
from cleaner.dedup.digesttable import Digests
from cleaner.dedup.segment import Batch, View
from cleaner.dedup.signature import PERMUTATIONS, Signatures

SEGMENT = 1_000_000
COPIES = 10  # every so manieth of the batch is in the index
LETTERS = 500


def drawn(count: int, seed: int) -> tuple[Signatures, Digests]:
    """Return signatures (count, 128) and digests of folds (count, 16)."""
    draw = np.random.default_rng(seed)
    signed = draw.integers(0, 1 << 32, (count, PERMUTATIONS), dtype=np.uint32)
    apart = np.random.default_rng((seed, 1))  # the first of many are the first of few
    return signed, np.frombuffer(apart.bytes(16 * count), np.uint8).reshape(-1, 16).copy()


def make(folder: Path, documents: int, near: str) -> None:
    """Add documents to an index, a segment at a time."""
    start = time.perf_counter()
    for first in range(0, documents, SEGMENT):
        count = min(SEGMENT, documents - first)
        signed, digests = drawn(count, first)
        none = np.empty(0, dtype=np.int64)
        views = [View(5, np.arange(count), signed), View(3, none, signed[:0])]
        groups, letters = np.zeros(count, dtype=np.uint64), np.full(count, LETTERS, dtype=np.int64)
        names = [f"{first + k:08}" for k in range(count)]
        Index(folder, parse_near(near)).add(
            Batch(names, ["x"] * count, digests, groups, letters, views)
        )
    print(f"made of {documents:,} in {time.perf_counter() - start:.0f} s", file=sys.stderr)


def measure(folder: Path, batch: int, near: str) -> dict[str, float | str]:
    """Hold a batch against the index."""
    signed, digests = drawn(batch, 1)
    old, old_digests = drawn(min(SEGMENT, batch), 0)
    draw = np.random.default_rng(2)
    for k in range(0, min(len(old), batch), COPIES):
        signed[k] = old[k]
        if k % (2 * COPIES):
            places = draw.choice(PERMUTATIONS, PERMUTATIONS // 10, replace=False)
            signed[k, places] = draw.integers(0, 1 << 32, len(places), dtype=np.uint32)
        else:
            digests[k] = old_digests[k]
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start, wall = time.process_time(), time.perf_counter()
    index = Index(folder, parse_near(near))
    opened = time.process_time() - start
    exact = int(np.count_nonzero(index.exact(digests) >= 0))
    hits = index.near_to(5, signed, np.zeros(batch, dtype=np.uint64))
    return {
        "near": near,
        "documents": len(index),
        "batch": batch,
        "opened": opened,
        "cpu": time.process_time() - start,
        "wall": time.perf_counter() - wall,
        "exact": exact,
        "near_found": len(np.unique(hits.new)),
        "peak_beyond": (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - base) * 1024,
    }


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--documents", type=int, default=10_000_000)
    arguments.add_argument("--batch", type=int, default=100_000)
    arguments.add_argument("--near", default="copy")
    arguments.add_argument("--keep", type=Path, help="a folder for the index, to be used again")
    arguments.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.measure:
        print(json.dumps(measure(given.measure, given.batch, given.near)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.keep or Path(scratch, "index")
        if not folder.exists():
            make(folder, given.documents, given.near)
        command = (sys.executable, __file__, "--measure", str(folder), "--near", given.near)
        subprocess.run((*command, "--batch", str(given.batch)), check=True)


if __name__ == "__main__":
    main()
