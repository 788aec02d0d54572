"""Near-duplicates against other libraries: rate, memory, what is found, how it grows.

    python benchmarks/dedup.py run [--documents 20000] [--tools ours-copy,rensa] [--rounds 3]
    python benchmarks/dedup.py sign [--documents 2000] [--rounds 5]
    python benchmarks/dedup.py report

`run` makes a corpus (`dedup_corpus.py`) and takes records in and records out with each tool, whole
processes one after the other, round after round. `sign` measures signatures alone in the same way.
Each other library has an environment of its own, made when it is first asked for; what each is
given to do is in `dedup_peers.py`. Every run leaves a file of figures in `.bench/results`, and
`report` makes docs/benchmarks.svg and a part of docs/benchmarks.md of all there are, so they can be
run at different times. Seconds are CPU seconds, of one core: no tool is given a second thread.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import orjson
from measure import CACHE, HERE, arguments, environment, machine, measured, missing, write

# What is installed for each tool. datatrove asks for spacy before it is told the language.
PACKAGES = {
    "datasketch": ("datasketch==2.0.0",),
    "datatrove": ("datatrove[processing]==0.10.1", "spacy"),
    "gaoya": ("gaoya==0.2.2",),
    "rensa": ("rensa==0.5.0",),
    "text-dedup": ("text-dedup==0.4.0",),
    "plot": ("matplotlib==3.11.2",),
}
OURS = {"ours-jaccard": "jaccard:0.8", "ours-copy": "copy"}
TOOLS = (*OURS, *(name for name in PACKAGES if name != "plot"))
SIGNERS = ("ours", "datasketch", "rensa")


def corpus(documents: int, seed: int) -> Path:
    """Return the folder of a corpus, made when it is first asked for."""
    folder = CACHE / f"corpus-{documents}-{seed}"
    command = (sys.executable, HERE / "dedup_corpus.py", "write", folder, str(documents), str(seed))
    subprocess.run(command, check=True)
    return folder


def run(tool: str, folder: Path, seed: int, number: int) -> None:
    """Let a tool take the duplicates out of a corpus, and keep the figures."""
    documents = int(folder.name.split("-")[1])
    result = CACHE / "results" / f"whole-{tool}-{documents}-{seed}-{number}.json"
    if result.exists():
        return
    out = CACHE / "out" / f"{result.stem}-{os.getpid()}"  # two may run at a time
    out.mkdir(parents=True)
    source = folder / "corpus.jsonl"
    if tool in OURS:
        clean = Path(sys.executable).with_name("clean")
        command = [clean, "dedup", source, "-o", out / "out", "--near", OURS[tool], "-j1", "-q"]
        kept, measure = out / "out" / "corpus.jsonl", "folded"
    else:
        python = environment(tool, PACKAGES[tool])
        if python is None:
            return
        command = [python, HERE / "dedup_peers.py", "whole", tool, source, out]
        kept, measure = out / "kept.jsonl", "raw"
    figures = measured(command, out / "log.txt")
    judge = (sys.executable, HERE / "dedup_corpus.py", "judge", folder, kept, measure)
    judged = orjson.loads(subprocess.run(judge, capture_output=True, check=True).stdout)
    about = {"tool": tool, "documents": documents, "bytes": source.stat().st_size}
    write(result, {**about, **figures, **judged, "machine": machine()})
    shutil.rmtree(out)
    print(f"{tool:14} {documents:9,} documents, {figures['cpu']:.1f} s, {judged}")


def sign(folder: Path, documents: int, number: int) -> None:
    """Measure signatures alone, of the same texts by each library in turn."""
    result = CACHE / "results" / f"sign-{documents}-{number}.json"
    if result.exists():
        return
    seconds = {}
    for name in SIGNERS:
        python = Path(sys.executable) if name == "ours" else environment(name, PACKAGES[name])
        if python is None:
            continue
        script = HERE / ("dedup_corpus.py" if name == "ours" else "dedup_peers.py")
        command = (python, script, "sign", name, folder / "corpus.jsonl", str(documents))
        done = subprocess.run(command, capture_output=True, check=True)
        seconds[name] = float(done.stdout)
    write(result, {"documents": documents, "seconds": seconds, "machine": machine()})
    print({name: f"{documents / took:,.0f}/s" for name, took in seconds.items()})


def report(docs: Path, note: str) -> None:
    """Write the tables and the plot."""
    results, note = CACHE / "results", f"{note}\n\n{missing(tuple(PACKAGES))}".strip()
    command = (sys.executable, HERE / "dedup_report.py", results, docs, note)
    subprocess.run(command, check=True)
    if python := environment("plot", PACKAGES["plot"]):
        plot = (python, HERE / "dedup_plot.py", results, docs / "benchmarks.svg")
        subprocess.run(plot, check=True)


def main() -> None:
    made = arguments(__doc__, "run", "sign")
    made.add_argument("--documents", type=int, default=20_000)
    made.add_argument("--tools", default=",".join(TOOLS), help=f"of {', '.join(TOOLS)}")
    given = made.parse_args()
    if given.what == "report":
        report(given.docs, given.note)
        return
    folder = corpus(max(given.documents, 20_000), given.seed)
    for number in range(given.rounds):
        if given.what == "sign":
            sign(folder, given.documents, number)
            continue
        for tool in given.tools.split(","):
            run(tool, folder, given.seed, number)


if __name__ == "__main__":
    main()
