"""Peak memory of `clean run` as the input grows: of the parent, and of the largest worker.

    python benchmarks/memory.py run [--cases jsonl-100-on,jsonl-1000-on] [--rounds 1]
    python benchmarks/memory.py report [--note "what to say of the machine"]

`run` makes each input from a seed, cleans it with two processes and one stage (the memory is that
of reading, parts and duplicates; stages hold one document each), and keeps a file of figures in
`.bench/results`; `report` writes the part of docs/benchmarks.md. Inputs of 4 GB take 12 GB of disk
while they are cleaned, and are removed behind it.
"""

import argparse
import contextlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import orjson
from measure import CACHE, HERE, machine, put, table, write

COMMON = ("-j", "2", "--only", "byte-order-mark", "-q", "--no-report-html")
OFF = ("--set", "duplicates.near=off", "--set", "duplicates.exact=false")

# Characters of a document of news, and how many documents are made at a time.
CHARS, BATCH = 700, 5000
# One document of so many is a copy of one before it.
COPIES = 20

MB, GB = 10**6, 10**9

PATIENCE = 0.2  # seconds between looks at the processes; a peak is seen later, too


class Case(NamedTuple):
    """An input and how it is cleaned; `make` writes it to a path."""

    said: str
    name: str
    make: Callable[[Path], None]
    flags: tuple[str, ...] = ()


def texts(seed: int) -> Iterator[list[str]]:
    """Yield batches of texts without end: Han at random, as frequent as in a language."""
    rng = np.random.default_rng(seed)
    # Zipf's law over the 3,500 commonest places of a random order.
    ranks = 1 / np.arange(1, 3501)
    marks = np.cumsum(ranks / ranks.sum())
    letters = rng.permutation(np.arange(0x4E00, 0x9FA5, dtype="<u4"))[: len(marks)]
    while True:
        drawn = letters[
            np.searchsorted(marks, rng.random(BATCH * CHARS), side="right").clip(max=len(marks) - 1)
        ]
        drawn[39::40] = ord("。")
        text = drawn.tobytes().decode("utf-32-le")
        batch = [text[at : at + CHARS] for at in range(0, len(text), CHARS)]
        for at in range(COPIES, BATCH, COPIES):
            batch[at] = batch[at - COPIES + 1]
        yield batch


def jsonl(size: int) -> Callable[[Path], None]:
    """Return what writes JSONL of so many bytes."""

    def make(path: Path) -> None:
        with path.open("wb") as file:
            for batch in texts(1):
                for text in batch:
                    file.write(orjson.dumps({"text": text}, option=orjson.OPT_APPEND_NEWLINE))
                if file.tell() >= size:
                    return

    return make


def files(count: int) -> Callable[[Path], None]:
    """Return what writes a folder of so many small files, 1,000 in each folder of it."""

    def make(path: Path) -> None:
        made = 0
        for batch in texts(2):
            for text in batch:
                if made % 1000 == 0:
                    folder = path / f"{made // 1000:04}"
                    folder.mkdir(parents=True)
                (folder / f"{made % 1000:03}.txt").write_text(text[:100], encoding="utf-8")
                made += 1
                if made == count:
                    return

    return make


def document(size: int) -> Callable[[Path], None]:
    """Return what writes one text of so many bytes, in lines of 40 characters."""

    def make(path: Path) -> None:
        with path.open("w", encoding="utf-8") as file:
            written = 0
            for batch in texts(3):
                for text in batch:
                    file.write(text.replace("。", "。\n"))
                    written += 3 * CHARS
                    if written >= size:
                        return

    return make


def long_line(size: int) -> Callable[[Path], None]:
    """Return what writes JSONL with a line of so many bytes between two ordinary ones."""

    def make(path: Path) -> None:
        first, last = next(texts(4))[:2]
        with path.open("wb") as file:
            file.write(orjson.dumps({"text": first}) + b'\n{"text": "')
            for _ in range(size // MB):
                file.write(b"a" * MB)
            file.write(b'"}\n' + orjson.dumps({"text": last}) + b"\n")

    return make


SIZES = (100, 1000, 4000)
COUNTS = (200_000, 1_000_000)
CASES = {
    **{
        f"jsonl-{size}-{kind}": Case(
            f"JSONL of {size / 1000:g} GB, {said}", "in.jsonl", jsonl(size * MB), flags
        )
        for size in SIZES
        for kind, said, flags in (("off", "no duplicates", OFF), ("on", "duplicates", ()))
    },
    **{
        f"files-{count}-{kind}": Case(f"{count:,} files, {said}", "in", files(count), flags)
        for count in COUNTS
        for kind, said, flags in (("off", "no duplicates", OFF), ("on", "duplicates", ()))
    },
    "document": Case(
        "a text of 200 MB, over --max-chars", "in.txt", document(200 * MB)
    ),
    "document-read": Case(
        "a text of 200 MB, --max-chars 100000000", "in.txt", document(200 * MB),
        ("--max-chars", "100000000"),
    ),
    "line": Case("JSONL with a line of 1 GB", "in.jsonl", long_line(GB)),
}  # fmt: skip


def peaks(process: int, found: dict[int, int]) -> None:
    """Take down the peak so far of a process and its children, in bytes."""
    for one in (process, *children(process)):
        with contextlib.suppress(OSError, IndexError):
            status = Path(f"/proc/{one}/status").read_text()
            found[one] = int(status.partition("VmHWM:")[2].split()[0]) * 1024


def children(process: int) -> list[int]:
    with contextlib.suppress(OSError):
        return [
            int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()
        ]
    return []


def run(name: str, number: int) -> None:
    """Clean an input, and keep the figures."""
    result = CACHE / "results" / f"memory-{name}-{number}.json"
    if result.exists():
        return
    case, place = CASES[name], CACHE / "memory" / name
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    case.make(place / case.name)
    clean, found = Path(sys.executable).with_name("clean"), dict[int, int]()
    command = [clean, "run", place / case.name, "-o", place / "out", *COMMON, *case.flags]
    started = time.perf_counter()
    with (place / "log.txt").open("wb") as log:
        process = subprocess.Popen([str(part) for part in command], stdout=log, stderr=log)
        while process.poll() is None:
            peaks(process.pid, found)
            time.sleep(PATIENCE)
    if process.returncode:
        raise SystemExit(f"{name} failed:\n{(place / 'log.txt').read_text()[-2000:]}")
    seconds = time.perf_counter() - started
    said = orjson.loads((place / "out" / "report.json").read_bytes())
    parent = found.pop(process.pid)
    write(
        result,
        {
            "case": name,
            "documents": said["documents"]["in"],
            "dropped": said["dropped"],
            "bytes": said["input"]["bytes"],
            "parent": parent,
            "worker": max(found.values(), default=0),
            "seconds": round(seconds, 1),
            "machine": machine(),
        },
    )
    print(
        f"{name}: parent {parent / MB:.0f} MB, workers {[one // MB for one in found.values()]}, "
        f"{seconds:.0f} s",
        flush=True,
    )
    shutil.rmtree(place)


ABOUT = """## Memory

Made by `python benchmarks/memory.py`: `run` measures, `report` writes this part. Each input is made
from a seed: documents of {chars} characters (files of 100), one of {copies} a copy. Cleaned by
`clean run {common}`, so that what is measured is reading, parts and the search for duplicates, not
a stage. The peak of a process is `VmHWM`, the most that was resident at any moment, shared
libraries and mapped files included; a process of one import of the command has {base} MB.

{machine}. {note}"""


def part(results: Path, note: str) -> str:
    """Return the part of the page."""
    runs = [orjson.loads(path.read_bytes()) for path in results.glob("memory-*.json")]
    by_case: dict[str, list[dict[str, Any]]] = {}
    for one in runs:
        by_case.setdefault(one["case"], []).append(one)
    rows = []
    for name, case in CASES.items():
        mine = by_case.get(name)
        if not mine:
            continue
        kept = mine[0]["documents"] - sum(mine[0]["dropped"].values())
        rows.append([
            case.said,
            f"{mine[0]['bytes'] / MB:,.0f}",
            f"{mine[0]['documents']:,}",
            f"{kept:,}",
            f"{max(one['parent'] for one in mine) / MB:,.0f}",
            f"{max(one['worker'] for one in mine) / MB:,.0f}" if mine[0]["worker"] else "none",
        ])  # fmt: skip
    about = ABOUT.format(
        chars=CHARS,
        copies=COPIES,
        common=" ".join(COMMON),
        base=base() // MB,
        machine="; ".join(sorted({one["machine"] for one in runs})),
        note=note,
    )
    head = ("input", "MB", "documents", "kept", "parent, peak MB", "largest worker, peak MB")
    return f"{about.strip()}\n\n{table(head, rows)}\n\n{slope(by_case)}"


def base() -> int:
    """Return what a process takes that has imported the runner."""
    script = "import cleaner.run, resource as r; print(r.getrusage(r.RUSAGE_SELF).ru_maxrss * 1024)"
    return int(
        subprocess.run([sys.executable, "-c", script], capture_output=True, check=True).stdout
    )


def slope(by_case: dict[str, list[dict[str, Any]]]) -> str:
    """Return what a document more costs the parent, from the smallest to the largest JSONL."""
    said = []
    for kind, label in (("off", "without"), ("on", "with")):
        ran = [by_case[name][0] for size in SIZES if (name := f"jsonl-{size}-{kind}") in by_case]
        if len(ran) > 1:
            grown = ran[-1]["parent"] - ran[0]["parent"]
            each = grown / (ran[-1]["documents"] - ran[0]["documents"])
            said.append(f"{each:.0f} bytes {label} the search for duplicates")
    return f"A document more costs the parent {', '.join(said)}." if said else ""


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("what", choices=("run", "report"))
    arguments.add_argument("--cases", default=",".join(CASES), help=f"of {', '.join(CASES)}")
    arguments.add_argument("--rounds", type=int, default=1)
    arguments.add_argument("--docs", type=Path, default=HERE.parent / "docs")
    arguments.add_argument("--note", default="", help="what to say of the machine in the report")
    given = arguments.parse_args()
    if given.what == "report":
        put(given.docs / "benchmarks.md", "memory", part(CACHE / "results", given.note))
        return
    # As it was installed, the package has its byte-code.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for number in range(given.rounds):
        for name in given.cases.split(","):
            run(name, number)


if __name__ == "__main__":
    main()
