"""Near-duplicates against other libraries: rate, memory, what is found, how it grows.

    python benchmarks/dedup.py run [--documents 20000] [--tools ours-copy,rensa] [--rounds 3]
    python benchmarks/dedup.py sign [--documents 2000] [--rounds 5]
    python benchmarks/dedup.py report

`run` makes a corpus (`dedup_corpus.py`) and takes records in and records out with each tool, whole
processes one after the other, round after round. `sign` measures signatures alone in the same way.
Each other library has an environment of its own, made when it is first asked for; what each is
given to do is in `dedup_peers.py`. Every run leaves a file of figures in `.bench/results`, and
`report` makes docs/benchmarks.md and docs/benchmarks.svg of all there are, so the parts can be run
at different times. Seconds are CPU seconds, of one core: no tool is given a second thread.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson

HERE = Path(__file__).parent
CACHE = HERE.parent / ".bench"

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

# One core each.
THREADS = ("RAYON_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS")


def environment(name: str) -> Path | None:
    """Return the Python that has a library; None where it cannot be installed, said in a file."""
    folder = CACHE / "environments" / name
    python, failed = folder / "bin" / "python", folder / "failed.txt"
    if failed.exists():
        return None
    if not (folder / "ready").exists():
        print(f"installing {PACKAGES[name][0]}", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        command = (python, "-m", "pip", "install", "--quiet", *PACKAGES[name], "orjson")
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
            failed.write_text((said or ["pip failed"])[-1])
            return None
        (folder / "ready").touch()
    return python


def corpus(documents: int, seed: int) -> Path:
    """Return the folder of a corpus, made when it is first asked for."""
    folder = CACHE / f"corpus-{documents}-{seed}"
    command = (sys.executable, HERE / "dedup_corpus.py", "write", folder, str(documents), str(seed))
    subprocess.run(command, check=True)
    return folder


def measured(command: Sequence[str | Path], log: Path) -> dict[str, float]:
    """Run a process and return its CPU and wall seconds and its peak in bytes."""
    start = time.perf_counter()
    with log.open("wb") as said:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdout=said,
            stderr=said,
            cwd=log.parent,
            env={**os.environ, **dict.fromkeys(THREADS, "1")},
        )
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed, see {log}:\n{log.read_text()[-2000:]}")
    return {
        "cpu": used.ru_utime + used.ru_stime,
        "wall": time.perf_counter() - start,
        "peak": used.ru_maxrss * 1024,
    }


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
        python = environment(tool)
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
        python = Path(sys.executable) if name == "ours" else environment(name)
        if python is None:
            continue
        script = HERE / ("dedup_corpus.py" if name == "ours" else "dedup_peers.py")
        command = (python, script, "sign", name, folder / "corpus.jsonl", str(documents))
        done = subprocess.run(command, capture_output=True, check=True)
        seconds[name] = float(done.stdout)
    write(result, {"documents": documents, "seconds": seconds, "machine": machine()})
    print({name: f"{documents / took:,.0f}/s" for name, took in seconds.items()})


def machine() -> str:
    """Return what ran: the processor and the version of Python."""
    name = platform.processor()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = info.read_text().splitlines()
        name = next((line.split(":")[1].strip() for line in lines if "model name" in line), name)
    return f"{name}, {os.cpu_count()} cores, Python {platform.python_version()}"


def write(path: Path, value: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(orjson.dumps(value, option=orjson.OPT_INDENT_2))


def report(docs: Path, note: str) -> None:
    """Write the tables and the plot."""
    results, environments = CACHE / "results", CACHE / "environments"
    command = (sys.executable, HERE / "dedup_report.py", results, environments, docs, note)
    subprocess.run(command, check=True)
    if python := environment("plot"):
        plot = (python, HERE / "dedup_plot.py", results, docs / "benchmarks.svg")
        subprocess.run(plot, check=True)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("what", choices=("run", "sign", "report"))
    arguments.add_argument("--documents", type=int, default=20_000)
    arguments.add_argument("--tools", default=",".join(TOOLS), help=f"of {', '.join(TOOLS)}")
    arguments.add_argument("--rounds", type=int, default=3)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--docs", type=Path, default=HERE.parent / "docs")
    arguments.add_argument("--note", default="", help="what to say of the machine in the report")
    given = arguments.parse_args()
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
