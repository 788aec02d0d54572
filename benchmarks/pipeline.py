"""The same cleaning beside datatrove and data-juicer: encoding, script, spaces, marks, duplicates.

    python benchmarks/pipeline.py run [--documents 1000,7000] [--tools ours,datatrove] [--rounds 3]
    python benchmarks/pipeline.py report [--note "what to say of the machine"]

`run` makes a corpus (`pipeline_corpus.py`) and has each tool clean it, JSONL in and JSONL out,
whole processes one after the other, round after round. What the others are given to do is in
`pipeline_peers.py`. Every run leaves a file of figures in `.bench/results`; `report` writes the
part of docs/benchmarks.md. One process each; seconds are CPU seconds.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import Any

import orjson
from measure import (
    CACHE,
    HERE,
    arguments,
    environment,
    machine,
    measured,
    missing,
    put,
    table,
    write,
)

# opencc: 1.4 as ours. What data-juicer would else install while it runs stands with it.
PACKAGES = {
    "datatrove": ("datatrove[processing]==0.10.1", "spacy", "opencc==1.4.2"),
    "data-juicer": (
        "py-data-juicer==1.6.1", "aiohttp", "ftfy==6.3.1", "opencc==1.4.2", "scipy", "torch",
    ),
}  # fmt: skip
# The stages that do what the five steps do, and what "clean run" does by default.
SAME = ("encoding", "language", "characters", "spacing", "script", "conversion", "width", "quotes",
        "punctuation", "lines")  # fmt: skip
COMMON = ("--script", "simplified", "--set", "duplicates.near=jaccard:0.8", "-j1", "-q")
OURS = {
    "ours": (
        *(part for family in SAME for part in ("--only", family)),
        "--no-edits",
        "--no-report-html",
        *COMMON,
    ),
    "ours-all": COMMON,
}
LABELS = {
    "ours": "clean run, the same steps",
    "ours-all": "clean run, all stages, with edits and report",
    "datatrove": "datatrove 0.10.1",
    "data-juicer": "data-juicer 1.6.1",
}

ABOUT = """## The whole pipeline

Made by `python benchmarks/pipeline.py`: `run` measures, `report` writes this part. Each other
library stands in an environment of its own; what it is given to do is in
`benchmarks/pipeline_peers.py`.

**Corpus.** Made up from a seed (`benchmarks/pipeline_corpus.py`): words of the seeds' articles at
random, 50 to 750 a document, a sixth of the documents copies; light defects: .1 of the documents
with marks of the wrong width, .05 in traditional characters, .02 with a paragraph of UTF-8 read as
Latin-1, .2 with indents, spaces at line ends, invisible characters and blank lines.

**Task.** Encoding, script (to simplified), white space, punctuation, near-duplicates (Jaccard .8);
JSONL in, JSONL out, the whole process; CPU seconds of one process, the median where there are
several rounds ({rounds} here), taken in turn.

What the steps are, so that nobody takes these for the same work in every letter:

- clean: the families of `SAME` in `benchmarks/pipeline.py`; "all stages" is everything that it
  does by default: page furniture, columns, wrapped lines, articles, credits and web pages too, with
  a record of each edit and a report. Near-duplicates by exact Jaccard.
- datatrove has steps for encoding (ftfy) and near-duplicates alone. Script, white space and marks
  are three formatters of ours, each a call of OpenCC or two regular expressions: what it has to be
  given, not what it comes with. Whatever shares a band goes.
- data-juicer has a step for each, but two do less or other than asked: its white space turns every
  line break to a space, so paragraphs are gone, and deletes nothing inside; its punctuation writes
  Chinese marks as ASCII ones (，as ","), the contrary of the task. Whatever shares a band goes.
  Its start takes {start} CPU seconds (it imports torch).
- What is left, below, shows what each repaired. Japanese, quotes and the like are not compared.

Machine: {machine}. {note}
"""


def corpus(documents: int, seed: int) -> Path:
    folder = CACHE / f"pipeline-{documents}-{seed}"
    script = HERE / "pipeline_corpus.py"
    subprocess.run((sys.executable, script, "write", folder, str(documents), str(seed)), check=True)
    return folder / "corpus.jsonl"


def run(tool: str, source: Path, number: int) -> None:
    """Let a tool clean a corpus, and keep the figures."""
    result = CACHE / "results" / f"pipeline-{tool}-{source.parent.name}-{number}.json"
    if result.exists():
        return
    out = CACHE / "out" / f"{result.stem}-{os.getpid()}"
    out.mkdir(parents=True)
    if tool in OURS:
        clean = Path(sys.executable).with_name("clean")
        command = [clean, "run", source, "-o", out / "out", *OURS[tool]]
        kept = out / "out" / "corpus.jsonl"
    else:
        python = environment(f"pipeline-{tool}", PACKAGES[tool])
        if python is None:
            return
        command = [python, HERE / "pipeline_peers.py", tool, source, out]
        kept = out / "kept.jsonl"
    figures = measured(command, out / "log.txt")
    about = {
        "tool": tool,
        "documents": int(source.parent.name.split("-")[1]),
        "bytes": source.stat().st_size,
        "planted": judged(source),
    }
    write(result, {**about, **figures, "left": judged(kept), "machine": machine()})
    shutil.rmtree(out)
    print(f"{tool:12} {about['documents']:7,} documents, {figures['cpu']:.1f} s")


def judged(path: Path) -> dict[str, int]:
    command = (sys.executable, HERE / "pipeline_corpus.py", "judge", path)
    found: dict[str, int] = orjson.loads(
        subprocess.run(command, capture_output=True, check=True).stdout
    )
    return found


def part(results: Path, note: str) -> str:
    """Return the part of the page, of all runs that there are."""
    runs = [orjson.loads(path.read_bytes()) for path in sorted(results.glob("pipeline-*.json"))]
    sizes = sorted({one["documents"] for one in runs})
    by_size = {size: by_tool([one for one in runs if one["documents"] == size]) for size in sizes}
    rounds = {len(mine) for tools in by_size.values() for mine in tools.values()}
    about = ABOUT.format(
        rounds=" to ".join(map(str, sorted({min(rounds), max(rounds)}))),
        start=start(by_size.get(sizes[0], {}), by_size.get(sizes[-1], {})),
        machine="; ".join(sorted({one["machine"] for one in runs})),
        note=f"{note}\n\n{missing([f'pipeline-{tool}' for tool in PACKAGES])}".strip(),
    )
    parts = [about.rstrip()]
    for size, tools in by_size.items():
        one = next(iter(tools.values()))[0]
        parts += [f"### {size:,} documents, {one['bytes'] / 1e6:.1f} MB", cost(tools)]
    parts += ["### What is left", "Records, and how many of them have a defect left:", left(tools)]
    return "\n\n".join(parts)


def by_tool(runs: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    found = {tool: [one for one in runs if one["tool"] == tool] for tool in LABELS}
    return {tool: mine for tool, mine in found.items() if mine}


def cpu(runs: list[dict[str, Any]]) -> float:
    return median(one["cpu"] for one in runs)


def start(few: dict[str, list[dict[str, Any]]], many: dict[str, list[dict[str, Any]]]) -> str:
    """Return the seconds that data-juicer takes for no document, by two sizes."""
    if "data-juicer" not in few or "data-juicer" not in many or few is many:
        return "some"
    less, more = few["data-juicer"], many["data-juicer"]
    rate = (cpu(more) - cpu(less)) / (more[0]["documents"] - less[0]["documents"])
    return f"{cpu(less) - rate * less[0]['documents']:.0f}"


def cost(tools: dict[str, list[dict[str, Any]]]) -> str:
    rows = []
    for tool, mine in tools.items():
        took = cpu(mine)
        ratio = f"{took / cpu(tools['ours']):.1f}" if "ours" in tools else ""
        rows.append([
            LABELS[tool],
            f"{mine[0]['documents'] / took:,.0f}",
            f"{mine[0]['bytes'] / took / 1e6:.2f}",
            f"{took:.1f}",
            f"{median(one['peak'] for one in mine) / 1e6:,.0f}",
            ratio,
        ])  # fmt: skip
    return table(("", "documents/s", "MB/s", "CPU s", "peak MB", "times ours"), rows)


def left(tools: dict[str, list[dict[str, Any]]]) -> str:
    planted = next(iter(tools.values()))[0]["planted"]
    rows = [["the corpus", *(f"{count:,}" for count in planted.values())]]
    for tool, mine in tools.items():
        rows.append([LABELS[tool], *(f"{count:,}" for count in mine[0]["left"].values())])
    return table(("", *planted), rows)


def main() -> None:
    made = arguments(__doc__, "run")
    made.add_argument("--documents", default="1000,7000", help="sizes; 7000 are 20 MB")
    made.add_argument("--tools", default=",".join(LABELS), help=f"of {', '.join(LABELS)}")
    given = made.parse_args()
    if given.what == "report":
        put(given.docs / "benchmarks.md", "pipeline", part(CACHE / "results", given.note))
        return
    for number in range(given.rounds):
        for documents in given.documents.split(","):
            source = corpus(int(documents), given.seed)
            for tool in given.tools.split(","):
                run(tool, source, number)


if __name__ == "__main__":
    main()
