"""Two processes against one: the same run in turn with -j 1 and -j 2, by the clock.

    python benchmarks/processes.py [--mb 50] [--rounds 5] [--note "what to say of the machine"]

The input is that of `pipeline_corpus.py`; all stages, duplicates, edits. Writes the part of
docs/benchmarks.md. By the clock, so the machine must have nothing else to do: the load before each
run is in the table.
"""

import argparse
import os
import shutil
import sys
from pathlib import Path
from statistics import median

from measure import CACHE, HERE, machine, measured, put, table
from pipeline import corpus

DOCUMENTS_A_MB = 390  # of pipeline_corpus.py
FLAGS = ("-q", "--no-report-html")

ABOUT = """## Processes

Made by `python benchmarks/processes.py`: `clean run -j 1` and `-j 2` in turn on {mb:.0f} MB of the
corpus above, all stages, duplicates, edits. Seconds by the clock, medians of {rounds} pairs.

{machine}. {note}"""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--mb", type=int, default=50)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--docs", type=Path, default=HERE.parent / "docs")
    arguments.add_argument("--note", default="")
    given = arguments.parse_args()
    source, clean = corpus(given.mb * DOCUMENTS_A_MB, 1), Path(sys.executable).with_name("clean")
    out = CACHE / "out" / f"processes-{os.getpid()}"
    pairs = []
    for _ in range(given.rounds):
        pair, wrote = [], []
        for jobs in (1, 2):
            out.mkdir(parents=True)
            load = os.getloadavg()[0]
            ran = measured(
                (clean, "run", source, "-o", out / "out", f"-j{jobs}", *FLAGS), out / "log"
            )
            wrote.append((out / "out" / "corpus.jsonl").read_bytes())
            pair.append({**ran, "load": load})
            shutil.rmtree(out)
        if wrote[0] != wrote[1]:
            raise SystemExit("another corpus with two processes")
        pairs.append(pair)
        one, two = pair
        print(
            f"{one['wall']:.1f} s, {two['wall']:.1f} s: {one['wall'] / two['wall']:.2f} times",
            flush=True,
        )
    rows = [
        [
            f"-j {jobs}",
            f"{median(pair[at]['wall'] for pair in pairs):.1f}",
            f"{median(pair[at]['cpu'] for pair in pairs):.1f}",
            f"{max(pair[at]['load'] for pair in pairs):.1f}",
        ]
        for at, jobs in enumerate((1, 2))
    ]
    times = median(one["wall"] / two["wall"] for one, two in pairs)
    said = f"Two processes are **{times:.2f} times** as fast as one (median of the pairs)."
    size = source.stat().st_size / 1e6
    about = ABOUT.format(mb=size, rounds=given.rounds, machine=machine(), note=given.note)
    shown = table(("", "seconds", "CPU seconds", "load before, at most"), rows)
    put(given.docs / "benchmarks.md", "processes", f"{about.strip()}\n\n{shown}\n\n{said}")


if __name__ == "__main__":
    main()
