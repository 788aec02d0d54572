"""How fast `clean check` is, and in how much memory.

    python benchmarks/check.py run [--mb 10,100,1000] [--rounds 3]
    python benchmarks/check.py report [--note "what to say of the machine"]

`run` makes corpora and checks each: as it comes, with every record looked into (`--sample 0`), and
in two processes. Every check leaves a file of figures in `.bench/results`; `report` writes the part
of docs/benchmarks.md. The corpus is this program's own output (data/clean) over and over, each time
with other words: each Han word gives way to another one of its length, drawn from all of them with
a fixed seed. So it is clean, its marks and numbers are those of news, and no document is like
another. Headings are left out: words at random may look like a credit.
"""

import random
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import orjson
import rjieba
from measure import CACHE, HERE, arguments, machine, measured, put, table, write

from cleaner.chars.scripts import is_han

OUTPUT = HERE.parent / "data" / "clean" / "corpus.jsonl"
# Shorter lines are headings and names.
TEXT_CHARS = 40

WAYS = {
    "as it comes": ("-j1",),
    "all looked into": ("-j1", "--sample", "0"),
    "two processes": ("-j2",),
}
ABOUT = """## The gate

Made by `python benchmarks/check.py`: `run` measures, `report` writes this part. The corpus is the
output for the seeds over and over, with other words each time: clean news, {size:.1f} kB a
record. Whole processes; CPU seconds of all processes together, the median where there are several
rounds ({rounds} here); the peak is that of the largest process. As it comes, the stages are asked
of 50,000 records; files, ids, duplicates, lost characters and private data are looked for in all.

Machine: {machine}. {note}
"""


def records(seed: int) -> Iterator[dict[str, Any]]:
    """Yield records without end."""
    draw = random.Random(seed)
    words: dict[int, list[str]] = defaultdict(list)
    templates = []
    for line in OUTPUT.read_bytes().splitlines():
        record = orjson.loads(line)
        paragraphs = [one for one in record["text"].split("\n") if len(one) >= TEXT_CHARS]
        parts: list[str | int] = []  # a number stands for a word of so many characters
        for word in rjieba.cut("\n".join(paragraphs)):
            if all(map(is_han, word)):
                parts.append(len(word))
                words[len(word)].append(word)
            else:
                parts.append(word)
        templates.append((record, parts))
    number = 0
    while True:
        for record, parts in templates:
            number += 1
            text = "".join(
                one if isinstance(one, str) else draw.choice(words[one]) for one in parts
            )
            yield {**record, "id": f"{record['source']}#{number}", "text": text}


def corpus(megabytes: int, seed: int) -> Path:
    """Return the corpus, made when it is first asked for."""
    path = CACHE / f"check-{megabytes}-{seed}" / "corpus.jsonl"
    if path.exists():
        return path
    path.parent.mkdir(parents=True, exist_ok=True)
    part, size = path.with_suffix(".partial"), 0
    with part.open("wb") as out:
        for record in records(seed):
            size += out.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
            if size >= megabytes * 1e6:
                break
    part.rename(path)
    return path


def run(path: Path, way: str, number: int) -> None:
    """Check a corpus, which must pass, and keep the figures."""
    name = f"check-{path.parent.name}-{way.replace(' ', '-')}-{number}"
    result = CACHE / "results" / f"{name}.json"
    if result.exists():
        return
    clean = Path(sys.executable).with_name("clean")
    said = CACHE / "out" / f"{name}.txt"
    said.parent.mkdir(parents=True, exist_ok=True)
    figures = measured([clean, "check", path, "-q", "--format", "json", *WAYS[way]], said)
    found = orjson.loads(said.read_bytes())["figures"]
    about = {
        "way": way,
        "bytes": path.stat().st_size,
        "documents": found["documents"],
        "looked_into": found["looked_into"],
    }
    write(result, {**about, **figures, "machine": machine()})
    print(f"{about['bytes'] / 1e6:6,.0f} MB, {way}: {figures['cpu']:.1f} s")


def part(results: Path, note: str) -> str:
    """Return the part of the page, of all that was measured."""
    runs = [orjson.loads(path.read_bytes()) for path in sorted(results.glob("check-*.json"))]
    cases: dict[tuple[int, str], list[dict[str, Any]]] = defaultdict(list)
    for one in runs:
        cases[one["bytes"], one["way"]].append(one)
    rows = []
    for (size, way), mine in sorted(cases.items(), key=lambda case: (case[0][0], case[0][1])):
        cpu = median(one["cpu"] for one in mine)
        rows.append([
            f"{size / 1e6:,.0f} MB, {way}",
            f"{mine[0]['documents']:,}",
            f"{mine[0]['looked_into']:,}",
            f"{cpu:.1f}",
            f"{size / cpu / 1e6:.1f}",
            f"{median(one['wall'] for one in mine):.1f}",
            f"{median(one['peak'] for one in mine) / 1e6:,.0f}",
        ])  # fmt: skip
    counts = sorted({len(mine) for mine in cases.values()})
    about = ABOUT.format(
        size=runs[0]["bytes"] / runs[0]["documents"] / 1e3,
        rounds=" to ".join(map(str, sorted({counts[0], counts[-1]}))),
        machine="; ".join(sorted({one["machine"] for one in runs})),
        note=note,
    )
    head = ("", "records", "looked into", "CPU s", "MB/s a core", "clock s", "peak MB")
    return f"{about.rstrip()}\n\n{table(head, rows)}"


def main() -> None:
    made = arguments(__doc__, "run")
    made.add_argument("--mb", default="10,100,1000", help="sizes of the corpora")
    made.add_argument("--ways", default=",".join(WAYS), help=f"of {', '.join(WAYS)}")
    given = made.parse_args()
    if given.what == "report":
        put(given.docs / "benchmarks.md", "check", part(CACHE / "results", given.note))
        return
    for number in range(given.rounds):
        for megabytes in given.mb.split(","):
            for way in given.ways.split(","):
                run(corpus(int(megabytes), given.seed), way, number)


if __name__ == "__main__":
    main()
