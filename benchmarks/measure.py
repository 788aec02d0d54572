"""What the benchmarks beside other libraries share: environments, processes, figures, the page.

Each other library stands in an environment of its own under `.bench`, made when it is first asked
for. Seconds are CPU seconds: no tool is given a second thread.
"""

import argparse
import os
import platform
import re
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

# One core each.
THREADS = ("RAYON_NUM_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "POLARS_MAX_THREADS")


def environment(name: str, packages: Sequence[str]) -> Path | None:
    """Return the Python that has the packages; None where they do not install, said in a file."""
    folder = CACHE / "environments" / name
    python, failed = folder / "bin" / "python", folder / "failed.txt"
    if failed.exists():
        return None
    if not (folder / "ready").exists():
        print(f"installing {packages[0]}", file=sys.stderr)
        venv.create(folder, with_pip=True, clear=True)
        command = (python, "-m", "pip", "install", "--quiet", *packages, "orjson")
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            said = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
            failed.write_text((said or ["pip failed"])[-1])
            return None
        (folder / "ready").touch()
    return python


def missing(names: Sequence[str]) -> str:
    """Return what to say of the environments that could not be made."""
    failed = [(name, CACHE / "environments" / name / "failed.txt") for name in sorted(names)]
    said = [f"- {name}: {path.read_text().strip()}" for name, path in failed if path.exists()]
    return "\n".join(["Not installed here:", *said]) if said else ""


def measured(command: Sequence[str | Path], log: Path) -> dict[str, float]:
    """Run a process and return its CPU and wall seconds and its peak in bytes.

    Those of the processes that it waited for are in the seconds; the peak is the largest one's.
    """
    # Every tool finds its byte-code, as it does where it was installed: PYTHONDONTWRITEBYTECODE
    # has ours, which stands here as source, compiled anew by each process.
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    with log.open("wb") as said:
        process = subprocess.Popen(
            [str(part) for part in command],
            stdout=said,
            stderr=said,
            cwd=log.parent,
            env={**kept, **dict.fromkeys(THREADS, "1")},
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


def machine() -> str:
    """Return what ran: the processor and the version of Python."""
    name = platform.processor()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = info.read_text().splitlines()
        name = next((line.split(":")[1].strip() for line in lines if "model name" in line), name)
    return f"{name}, {os.cpu_count()} cores, Python {platform.python_version()}"


def arguments(about: str, *whats: str) -> argparse.ArgumentParser:
    """Return the arguments that a benchmark takes which measures first and reports then."""
    made = argparse.ArgumentParser(description=about.partition("\n")[0])
    made.add_argument("what", choices=(*whats, "report"))
    made.add_argument("--rounds", type=int, default=3)
    made.add_argument("--seed", type=int, default=1)
    made.add_argument("--docs", type=Path, default=HERE.parent / "docs")
    made.add_argument("--note", default="", help="what to say of the machine in the report")
    return made


def write(path: Path, value: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(orjson.dumps(value, option=orjson.OPT_INDENT_2))


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def put(page: Path, name: str, text: str) -> None:
    """Put a part into the page in place of the one of that name, or behind all others."""
    first, last = f"<!-- {name} -->", f"<!-- end of {name} -->"
    old = page.read_text() if page.exists() else "# Benchmarks\n"
    part = f"{first}\n\n{text.strip()}\n\n{last}\n"
    found = re.search(f"{re.escape(first)}.*?{re.escape(last)}\n", old, re.DOTALL)
    new = old[: found.start()] + part + old[found.end() :] if found else f"{old}\n{part}"
    page.write_text(new)
