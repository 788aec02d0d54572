"""A run that was killed, interrupted or out of room, resumed: what an undisturbed one gives."""

import contextlib
import gzip
import io
import json
import os
import pathlib
import random
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

import orjson
import pytest

from cleaner.errors import InputError, OutputError
from cleaner.io import shards
from cleaner.io.corpus import Shape
from cleaner.io.writers import half_done, parts_in
from cleaner.recipe import Recipe
from cleaner.run import Settings, run

SEEDS = sorted((pathlib.Path(__file__).parent.parent / "seeds").glob("*.txt"))
PROMISED = ("corpus.jsonl", "dropped.jsonl", "split.jsonl", "edits.jsonl", "report.json")

# Only the parent cuts: what it is told here holds for its processes, too.
COMMAND = """
import sys
from cleaner.cli import main
from cleaner.io import shards
shards.SHARD_BYTES = shards.BLOCK = 2000
if __name__ == "__main__":
    sys.exit(main())
"""


@pytest.fixture(autouse=True)
def _small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SHARD_BYTES", 2000)
    monkeypatch.setattr(shards, "BLOCK", 2000)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """Synthetic lines plain and packed, with ids that occur twice, copies, faults; and a seed."""
    folder = tmp_path_factory.mktemp("resume") / "in"
    folder.mkdir()
    lines = [
        orjson.dumps({"id": f"d{at % 60}", "text": f"第{at}天，船从{at * 7}号码头开出去了。" * 5})
        for at in range(90)
    ]
    lines += lines[:5]
    lines.insert(40, b"{broken")
    (folder / "a.jsonl").write_bytes(b"\n".join(lines) + b"\n")
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(b"\n".join(lines[50:])))
    for at in range(20):
        (folder / f"c{at:02}.txt").write_text(
            f"山上第{at}座庙里住着和尚，{at + 3}年没有下山了。" * 4
        )
    (folder / "d.txt").write_bytes(SEEDS[0].read_bytes())
    (folder / "e.jsonl").write_bytes(b"\n".join(lines[70:]).decode().encode("utf-16"))
    (folder / "f.jsonl.gz").write_bytes(gzip.compress(b"\n".join(lines[30:]))[:-9])
    return folder


@pytest.fixture(scope="module")
def whole(source: pathlib.Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The undisturbed run; other shards than those of the tests, and the same output."""
    out = tmp_path_factory.mktemp("whole") / "out"
    run([str(source)], out)
    return outputs(out)


def outputs(folder: pathlib.Path) -> dict[str, bytes]:
    return {name: (folder / name).read_bytes() for name in PROMISED}


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


def test_interrupted(source: pathlib.Path, whole: dict[str, bytes], tmp_path: pathlib.Path) -> None:
    out = tmp_path / "out"
    arguments = command(tmp_path, "run", source, "-o", out, "-j", 2)
    for _ in range(10):  # on a busy machine a run may be done before it hears of it
        process = begun(arguments, out, 2)
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate()[1]
        if b"go on with --resume" in said:
            break
    assert b"go on with --resume" in said
    assert process.returncode == 130
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
    lines = [orjson.loads(line) for line in (out / "corpus.jsonl").read_bytes().splitlines()]
    assert len(lines) > 50


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
    found = {path.name: path.read_bytes() for path in out.iterdir()}
    wanted = {path.name: path.read_bytes() for path in (tmp_path / "whole").iterdir()}
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


# Refused


@pytest.mark.parametrize("name", ["asked.json", "inputs.jsonl"])
@pytest.mark.parametrize("size", [0, 20, -9])
def test_a_damaged_work_folder_is_refused(
    name: str, size: int, source: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    half_a_run(source, tmp_path / "out")
    work = half_done(tmp_path / "out")
    assert work
    (work / name).write_bytes((work / name).read_bytes()[:size])
    with pytest.raises(OutputError, match=r"the run there cannot go on: .*--force"):
        run([str(source)], tmp_path / "out", settings=Settings(resume=True))
    run([str(source)], tmp_path / "out", settings=Settings(force=True))


def test_a_half_done_folder_is_explained(source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    out = tmp_path / "out"
    half_a_run(source, out)
    with pytest.raises(OutputError, match=r"did not end \(3 parts are done\).*--resume.*--force"):
        run([str(source)], out)
    run([str(source)], out, settings=Settings(force=True))
    assert sorted(path.name for path in out.iterdir()) == sorted((*PROMISED, "run.json"))


def test_an_earlier_output_stays_until_the_end(
    source: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    out = tmp_path / "out"
    run([str(SEEDS[1])], out)
    before = outputs(out)
    half_a_run(source, out)
    assert outputs(out) == before


def recipe_changed(_source: pathlib.Path, _work: pathlib.Path) -> Recipe:
    return Recipe(options={"too-short": {"min_chars": 3}})


def version_changed(_source: pathlib.Path, work: pathlib.Path) -> None:
    asked = json.loads((work / "asked.json").read_text())
    (work / "asked.json").write_text(json.dumps({**asked, "cleaner": "0.0.9"}))


def code_changed(_source: pathlib.Path, work: pathlib.Path) -> None:
    asked = json.loads((work / "asked.json").read_text())
    (work / "asked.json").write_text(json.dumps({**asked, "code": "f00"}))


def text_changed(source: pathlib.Path, _work: pathlib.Path) -> None:
    data = (source / "a.jsonl").read_bytes()
    (source / "a.jsonl").write_bytes(data.replace("天，".encode(), "日，".encode(), 1))


def longer(source: pathlib.Path, _work: pathlib.Path) -> None:
    with (source / "c03.txt").open("a") as file:
        file.write("完")


def new(source: pathlib.Path, _work: pathlib.Path) -> None:
    (source / "c00a.txt").write_text("新")


def gone(source: pathlib.Path, _work: pathlib.Path) -> None:
    (source / "c03.txt").unlink()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (recipe_changed, r"recipe\.options\.too-short was None and is \{'min_chars': 3\}"),
        (version_changed, r"cleaner was '0\.0\.9' and is"),
        (code_changed, r"code was 'f00' and is"),
        (text_changed, r"the input in/a\.jsonl has changed"),
        (longer, r"in/c03\.txt had \d+ bytes and has \d+"),
        (new, r"in/c00a\.txt is a new input"),
        (gone, r"the input in/c03\.txt is gone"),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)
def test_what_changed_is_named(
    change: Callable[..., Any], said: str, source: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    mine, out = tmp_path / "in", tmp_path / "out"
    mine.mkdir()
    for path in source.iterdir():
        (mine / path.name).write_bytes(path.read_bytes())
    half_a_run(mine, out)
    work = half_done(out)
    assert work
    recipe = change(mine, work)
    with pytest.raises(OutputError, match=said) as caught:
        run([str(mine)], out, recipe, Settings(resume=True))
    assert "--force" in str(caught.value)
    assert half_done(out) == work


def test_parts_with_faults_are_not_those_of_a_strict_run(
    source: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    half_a_run(source, tmp_path / "out")
    with pytest.raises(OutputError, match="strict was False and is True"):
        run([str(source)], tmp_path / "out", settings=Settings(resume=True, strict=True))


def test_two_runs_at_once(source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    out = tmp_path / "out"

    def second(_read: int, _total: int) -> None:
        for settings in (Settings(resume=True), Settings(force=True)):
            with pytest.raises(OutputError, match="another run writes into it"):
                run([str(source)], out, settings=settings)

    run([str(source)], out, settings=Settings(progress=second))


def test_what_would_fail_again_leaves_nothing(source: pathlib.Path, tmp_path: pathlib.Path) -> None:
    with pytest.raises(InputError, match="not valid JSON"):
        run([str(source)], tmp_path / "out", settings=Settings(strict=True))
    assert not (tmp_path / "out").exists()
