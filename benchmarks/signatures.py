"""Ten million signatures through bands, candidates and resolution: time and peak memory.

    python benchmarks/signatures.py [--signatures 10000000] [--near jaccard:0.8] [--seed 1]

Signatures are drawn at random; every sixth is a copy of one before it with as many minima redrawn
as a similarity of .7 to 1 would have. They stand in a file, as those of `clean dedup` do, and are
measured in a process of their own. A pair is verified by its signatures: there are no texts here.
Needs 850 bytes of disk a signature.
"""

import argparse
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from cleaner.dedup.bands import candidates
from cleaner.dedup.cluster import resolve
from cleaner.dedup.near import parse_near
from cleaner.dedup.signature import PERMUTATIONS
from cleaner.dedup.similarity import Verdict

CHUNK = 1 << 16
COPIES = 6  # every so manieth is a copy


def write(path: Path, count: int, seed: int) -> None:
    draw = np.random.default_rng(seed)
    with path.open("wb") as file:
        for start in range(0, count, CHUNK):
            size = min(CHUNK, count - start)
            rows = draw.integers(0, 1 << 32, (size, PERMUTATIONS), dtype=np.uint32)
            copies = np.arange(COPIES, size, COPIES)
            sources = copies - draw.integers(1, COPIES, len(copies))
            kept = draw.random((len(copies), PERMUTATIONS)) < draw.uniform(0.7, 1, (len(copies), 1))
            rows[copies] = np.where(kept, rows[sources], rows[copies])
            file.write(rows.data)


def measure(path: Path, near_spec: str) -> None:
    near = parse_near(near_spec)
    signed = np.memmap(path, np.uint32, "r").reshape(-1, PERMUTATIONS)
    start = time.perf_counter()
    groups = np.zeros(len(signed), dtype=np.uint64)
    pairs = candidates(signed, groups, near, spill=path.with_name("keys"))
    found_in = time.perf_counter() - start
    agree = dict(zip(zip(pairs.first.tolist(), pairs.second.tolist(), strict=True),
                     pairs.agree.tolist(), strict=True))  # fmt: skip

    def verify(kept: int, other: int) -> Verdict:
        shared = agree.get((kept, other), 0)
        return Verdict(shared >= near.threshold * PERMUTATIONS, "", {})

    dropped = resolve(pairs, verify).dropped
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(
        f"{len(signed):,} signatures, {near_spec}: {len(pairs.first):,} pairs in {found_in:.0f} s, "
        f"{len(dropped):,} dropped in {time.perf_counter() - start:.0f} s "
        f"({time.process_time():.0f} s of CPU), {peak:.2f} GB at the peak"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--signatures", type=int, default=10_000_000)
    arguments.add_argument("--near", default="jaccard:0.8")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    if given.measure:
        measure(given.measure, given.near)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "signatures")
        write(path, given.signatures, given.seed)
        command = (sys.executable, __file__, "--measure", str(path), "--near", given.near)
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
