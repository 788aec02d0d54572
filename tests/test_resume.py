"""A run that was killed, interrupted or out of room, resumed: what an undisturbed one gives."""

import io
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest
from half_runs import (
    begun,
    command,
    ended,
    half_a_run,
    in_fork,
    seen,
    small_shards,
    sources,
)
from written import contents, lines, outputs

from cleaner.errors import OutputError
from cleaner.io.corpus import Shape
from cleaner.io.writers import half_done
from cleaner.run import Settings, run


@pytest.fixture(autouse=True)
def _small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    small_shards(monkeypatch)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    return sources(tmp_path_factory.mktemp("resume") / "in")


@pytest.fixture(scope="module")
def whole(source: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The undisturbed run; other shards than those of the tests, and the same output."""
    out = tmp_path_factory.mktemp("whole") / "out"
    run([str(source)], out)
    return outputs(out)


# Killed


def test_killed_thirty_times(
    source: pathlib.Path, whole: dict[str, bytes], tmp_path: pathlib.Path
) -> None:
    chance = random.Random(6)
    out = tmp_path / "out"
    settings = Settings(resume=True)
    started = time.monotonic()
    run([str(source)], out, settings=settings)
    seconds = time.monotonic() - started
    kills = finished = 0
    while kills < 30:
        process = in_fork(lambda: run([str(source)], out, settings=settings))
        time.sleep(chance.uniform(0, seconds / 2))
        os.kill(process, signal.SIGKILL)
        if ended(process):
            finished += 1
            assert outputs(out) == whole
        else:
            kills += 1
    run([str(source)], out, settings=settings)
    assert outputs(out) == whole
    assert [path.name for path in out.iterdir() if path.name.startswith(".")] == []


def test_all_processes_killed_at_once(
    source: pathlib.Path, whole: dict[str, bytes], tmp_path: pathlib.Path
) -> None:
    out = tmp_path / "out"
    arguments = command(tmp_path, "run", source, "-o", out, "-j", 2, "-q", "--resume")
    for parts in (1, 9):
        process = begun(arguments, out, parts)
        process.kill()
        process.communicate()
    subprocess.run(arguments, check=True)
    assert outputs(out) == whole


def children(process: int) -> Iterator[int]:
    for path in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
            said = (path.parent / "cmdline").read_text()
        except OSError:
            continue
        if int(fields[1]) == process and "spawn_main" in said:
            yield int(path.parent.name)


@pytest.mark.skipif(not pathlib.Path("/proc/self/stat").exists(), reason="looks for children there")
def test_workers_killed_by_chance_cost_nothing(
    source: pathlib.Path, whole: dict[str, bytes], tmp_path: pathlib.Path
) -> None:
    out = tmp_path / "out"
    process = begun(command(tmp_path, "run", source, "-o", out, "-j", 2, "-q"), out, 1)
    # Not one of them and then the one in its place: that could be on the same document.
    first, second = children(process.pid)
    os.kill(first, signal.SIGKILL)
    assert seen(process, out, 9)
    os.kill(second, signal.SIGKILL)
    said = process.communicate()[1]
    assert (process.returncode, said) == (0, b"")
    assert outputs(out) == whole


# Ctrl-C goes to all processes of a terminal, what a scheduler sends to the first one alone.
@pytest.mark.parametrize(
    ("number", "send"),
    [(signal.SIGINT, os.killpg), (signal.SIGTERM, os.kill), (signal.SIGHUP, os.kill)],
    ids=["ctrl-c", "terminated", "hung-up"],
)
def test_interrupted(
    source: pathlib.Path,
    whole: dict[str, bytes],
    tmp_path: pathlib.Path,
    number: int,
    send: Callable[[int, int], None],
) -> None:
    out = tmp_path / "out"
    arguments = command(tmp_path, "run", source, "-o", out, "-j", 2)
    for _ in range(10):  # on a busy machine a run may be done before it hears of it
        process = begun(arguments, out, 2)
        send(process.pid, number)
        said = process.communicate()[1]  # which ends when no process of the run is left
        if b"go on with --resume" in said:
            break
    assert b"go on with --resume" in said
    assert process.returncode == 128 + number
    subprocess.run([*arguments, "--resume"], check=True, capture_output=True)
    assert outputs(out) == whole


def test_no_room(source: pathlib.Path, whole: dict[str, bytes], tmp_path: pathlib.Path) -> None:
    out, said = tmp_path / "out", tmp_path / "said"

    def full() -> None:
        # As a full disk, but with another number: no file may grow over so many bytes.
        resource.setrlimit(resource.RLIMIT_FSIZE, (12_000, 12_000))
        try:
            run([str(source)], out)
        except OutputError as error:
            said.write_text(str(error))

    ended(in_fork(full))
    assert "cannot be written: File too large; what is done stays there" in said.read_text()
    run([str(source)], out, settings=Settings(resume=True))
    assert outputs(out) == whole


def test_nobody_reads_what_is_said(
    source: pathlib.Path, whole: dict[str, bytes], tmp_path: pathlib.Path
) -> None:
    out = tmp_path / "out"
    reader, writer = os.pipe()
    os.close(reader)
    subprocess.run(command(tmp_path, "run", source, "-o", out, "-j", 1), stderr=writer, check=False)
    os.close(writer)
    assert outputs(out) == whole


@pytest.mark.parametrize("closed", ["<&- >&- 2>&-", ">&-", "2>&-"])
def test_streams_that_are_closed(closed: str, source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    """The number of a closed stream goes to the next file: what is said must not get into it."""
    clean, out = pathlib.Path(sys.executable).with_name("clean"), tmp_path / "out"
    script = f'"{clean}" run "{source}" -o "{out}" --strict -j 1 {closed}'
    assert subprocess.run(["bash", "-c", script], check=False).returncode == 1  # a broken line
    assert not out.exists()
    script = script.replace("--strict", "--only byte-order-mark --no-report-html")
    subprocess.run(["bash", "-c", script], check=True, stderr=subprocess.PIPE)
    assert len(lines(out)) > 50


def test_standard_input_is_given_again(
    source: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = (source / "a.jsonl").read_bytes()

    def give(more: bytes = b"") -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(more + data)))

    give()
    run(["-"], tmp_path / "whole")
    give()
    half_a_run(pathlib.Path("-"), tmp_path / "out")
    give(b'{"text": "another"}\n')
    with pytest.raises(OutputError, match="the input stdin has changed"):
        run(["-"], tmp_path / "out", settings=Settings(resume=True))
    give()
    run(["-"], tmp_path / "out", settings=Settings(resume=True))
    assert outputs(tmp_path / "out") == outputs(tmp_path / "whole")


@pytest.mark.parametrize("shape", [Shape("jsonl.gz", 4000), Shape("parquet"), Shape()], ids=str)
def test_the_corpus_is_written_in_another_format(
    shape: Shape, source: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Parts are the same for every format, so a run may go on in another one."""
    run([str(source)], tmp_path / "whole", settings=Settings(shape=shape))
    out = tmp_path / "out"
    rename = pathlib.Path.replace

    def stop(path: pathlib.Path, target: pathlib.Path) -> pathlib.Path:
        if target.name == "corpus-00001.jsonl.zst":  # the first one stands there by then
            raise KeyboardInterrupt
        return rename(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(pathlib.Path, "replace", stop)
        with pytest.raises(KeyboardInterrupt):
            run([str(source)], out, settings=Settings(shape=Shape("jsonl.zst", 4000)))
    run([str(source)], out, settings=Settings(shape=shape, resume=True))
    found, wanted = contents(out), contents(tmp_path / "whole")
    assert found.keys() == wanted.keys()
    assert {**found, "run.json": b""} == {**wanted, "run.json": b""}


# What a machine that stopped may leave of a part: nothing, a piece, blocks of something else.
PIECES = (b"", bytes(500), b"\xff" * 500, (5).to_bytes(8, "little") + b"[1,2]")


@pytest.mark.parametrize("piece", PIECES, ids=["empty", "zeros", "ones", "a list"])
def test_a_damaged_part_is_made_again(
    piece: bytes, source: pathlib.Path, whole: dict[str, bytes], tmp_path: pathlib.Path
) -> None:
    half_a_run(source, tmp_path / "out")
    work = half_done(tmp_path / "out")
    assert work
    (work / "part-0000000").write_bytes(piece)
    cut = work / "part-0000001"
    cut.write_bytes(cut.read_bytes()[:100])
    run([str(source)], tmp_path / "out", settings=Settings(resume=True))
    assert outputs(tmp_path / "out") == whole
