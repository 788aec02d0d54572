"""Runs that end half-way, for test_resume*.py: what they read, and how they are broken off."""

import contextlib
import gzip
import os
import pathlib
import subprocess
import sys
import time
from collections.abc import Callable

import orjson
import pytest
from texts import own_text

from cleaner.io import shards
from cleaner.io.writers import half_done, parts_in
from cleaner.run import Settings, run

SEEDS = sorted((pathlib.Path(__file__).parent.parent / "seeds").glob("*.txt"))

# Only the parent cuts: what it is told here holds for its processes, too. Behind `&` in a script a
# command is told to ignore SIGINT, and by nohup SIGHUP; one at a terminal, which is meant here, is
# not.
COMMAND = """
import signal
import sys
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)
from cleaner.cli import main
from cleaner.io import shards
shards.SHARD_BYTES = shards.BLOCK = 2000
if __name__ == "__main__":
    sys.exit(main())
"""


def small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a run of a few files have many parts."""
    monkeypatch.setattr(shards, "SHARD_BYTES", 2000)
    monkeypatch.setattr(shards, "BLOCK", 2000)


def sources(folder: pathlib.Path) -> pathlib.Path:
    """Synthetic lines plain and packed, with ids that occur twice, copies, faults; and a seed."""
    folder.mkdir()
    lines = [orjson.dumps({"id": f"d{at % 60}", "text": own_text(at)}) for at in range(90)]
    lines += lines[:5]
    lines.insert(40, b"{broken")
    (folder / "a.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(b"\n".join(lines[50:])))
    for at in range(20):
        (folder / f"c{at:02}.txt").write_text(own_text(100 + at // 2))
    (folder / "d.txt").write_bytes(SEEDS[0].read_bytes())
    (folder / "e.jsonl").write_bytes(b"\n".join(lines[70:]).decode().encode("utf-16"))
    (folder / "f.jsonl.gz").write_bytes(gzip.compress(b"\n".join(lines[30:]))[:-9])
    return folder


def in_fork(work: Callable[[], object]) -> int:
    """Do it in a process that shares what is imported; returns its id."""
    if (process := os.fork()) == 0:
        try:
            work()
        finally:
            os._exit(0)
    return process


def ended(process: int) -> bool:
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 0


def command(folder: pathlib.Path, *arguments: object) -> list[str]:
    script = folder / "command.py"
    script.write_text(COMMAND)
    return [sys.executable, str(script), *map(str, arguments)]


def seen(process: subprocess.Popen[bytes], out: pathlib.Path, count: int) -> bool:
    """Wait until a run has finished so many parts; says whether that was seen before its end."""
    while process.poll() is None:
        with contextlib.suppress(OSError):  # it may be taking its work folder away
            work = half_done(out)
            if work and parts_in(work) >= count:
                return True
        time.sleep(0.001)
    return False


def begun(arguments: list[str], out: pathlib.Path, count: int) -> subprocess.Popen[bytes]:
    """Begin a run, and return it once it has finished so many parts."""
    for _ in range(10):  # on a busy machine a run may be done before it is looked at
        process = subprocess.Popen(arguments, stderr=subprocess.PIPE, start_new_session=True)
        if seen(process, out, count):
            return process
        process.communicate()
    raise AssertionError("no parts")


def half_a_run(source: pathlib.Path, out: pathlib.Path, count: int = 3) -> None:
    """Leave a run that was killed."""

    def stop(_read: int, _total: int) -> None:
        nonlocal count
        count -= 1
        if not count:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run([str(source)], out, settings=Settings(progress=stop))
    assert half_done(out)
