"""Input that means harm: a run ends, within bounds, and writes only where it was told to."""

import gzip
import os
import pathlib
import resource
import sys

import orjson
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from written import lines

from cleaner.cli import main
from cleaner.errors import InputError
from cleaner.evaluation import read_evaluation
from cleaner.io import readers, shards
from cleaner.io.readers import Reading
from cleaner.recipe import Duplicates, Recipe
from cleaner.run import Settings, deduplicate, run

STORY = "村里的小学建在山坡上，孩子们每天走三里路去上课，路旁开满了野花，老师在门口等着他们。"

# Stages that hang, as Python and as a library in C.
MODULE = '''
import time
from cleaner.stage import Reject

def hang(document):
    """Never end."""
    while "永远" in document.text:
        pass
    if "睡着" in document.text:
        time.sleep(3600)

HANG = Reject(hang, examples={}, keeps=[])
'''


@pytest.fixture
def hang(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Recipe:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "hanging_rules.py").write_text(MODULE)
    monkeypatch.syspath_prepend(str(tmp_path / "lib"))
    return Recipe(extra=("hanging_rules:HANG",))


def put(folder: pathlib.Path, files: dict[str, str]) -> str:
    for name, text in files.items():
        path = folder / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return str(folder / "in")


def reasons(folder: pathlib.Path) -> dict[str, str]:
    return {one["id"]: one["dropped"]["reason"] for one in lines(folder, "dropped")}


# Time


def test_a_document_that_takes_too_long(hang: Recipe, tmp_path: pathlib.Path) -> None:
    texts = {"a.txt": STORY, "b.txt": f"{STORY}永远", "c.txt": f"{STORY}睡着", "d.txt": STORY[::-1]}
    settings = Settings(timeout=5)
    ran = run([put(tmp_path, texts)], tmp_path / "out", hang, settings)
    assert {one["id"] for one in lines(tmp_path / "out", "corpus")} == {"in/a.txt", "in/d.txt"}
    (late, asleep) = lines(tmp_path / "out", "dropped")
    assert (late["id"], late["text"]) == ("in/b.txt", f"{STORY}永远")
    assert late["dropped"]["stage"] == asleep["dropped"]["stage"] == "timeout"
    assert late["dropped"]["reason"] == "took over 5 s (--timeout)"
    assert ran.figures["documents"]["in"] == 4


def test_a_timeout_that_nothing_reaches_changes_nothing(tmp_path: pathlib.Path) -> None:
    source = put(tmp_path, {"a.txt": STORY, "b.txt": "短"})
    run([source], tmp_path / "one")
    run([source], tmp_path / "two", settings=Settings(timeout=60))
    for path in (tmp_path / "one").glob("*.jsonl"):
        assert (tmp_path / "two" / path.name).read_bytes() == path.read_bytes()


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: pathlib.Path) -> None:
    source = put(tmp_path, {"a.txt": STORY})
    os.mkfifo(tmp_path / "in" / "b.txt")
    ran = run([source], tmp_path / "out")
    assert ran.figures["input"]["skipped"] == 1


# Size


def memory(source: pathlib.Path, out: pathlib.Path, reading: Reading) -> int:
    """Return the most bytes that a run takes beyond what the process has before, in a fork."""
    read, write = os.pipe()
    if (process := os.fork()) == 0:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        run([str(source)], out, settings=Settings(reading))
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        os.write(write, str(after - before).encode())
        os._exit(0)
    os.waitpid(process, 0)
    os.close(write)
    with os.fdopen(read) as file:
        return int(file.read()) * (1024 if sys.platform == "linux" else 1)


BOMB = 300_000_000
PACK = {".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}


@pytest.mark.parametrize("name", ["a.txt.gz", "a.txt.zst", "a.jsonl.gz", "a.jsonl.zst"])
def test_a_bomb_takes_no_memory(name: str, tmp_path: pathlib.Path) -> None:
    (tmp_path / name).write_bytes(PACK[pathlib.Path(name).suffix](bytes(BOMB)))
    assert memory(tmp_path / name, tmp_path / "out", Reading(max_chars=100_000)) < BOMB / 2
    (reason,) = reasons(tmp_path / "out").values()
    assert "more than 100000 characters (--max-chars)" in reason


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string()], ids=str)
def test_a_table_of_one_large_value_takes_no_memory(
    kind: pa.DataType, tmp_path: pathlib.Path
) -> None:
    """A value stands in the dictionary of a row group once: 1 KB that was 60 times 4 MB."""
    texts = pa.array(["山" * (BOMB // 200)] * 60, kind)
    pq.write_table(pa.table({"text": texts}), tmp_path / "a.parquet", compression="zstd")
    del texts
    assert (tmp_path / "a.parquet").stat().st_size < 3000
    assert memory(tmp_path / "a.parquet", tmp_path / "out", Reading(max_chars=1000)) < BOMB / 2
    assert len(reasons(tmp_path / "out")) == 60


@pytest.mark.parametrize("name", ["a.parquet", "file.arrow", "stream.arrow"])
def test_large_texts_behind_small_ones_are_read_one_by_one(
    name: str, tmp_path: pathlib.Path
) -> None:
    """A row group, or batch, of which 128 rows are all of the bytes."""
    path = tmp_path / name
    texts = [*["短"] * 500, *["山" * (BOMB // 300)] * 40]
    wanted = pa.table({"text": texts})
    if name == "a.parquet":
        # A page for each: pyarrow asks every so many values whether one is full.
        pq.write_table(wanted, path, write_batch_size=1, use_dictionary=False)
    else:
        new = pa.ipc.new_file if name == "file.arrow" else pa.ipc.new_stream
        with new(path, wanted.schema) as file:
            file.write_table(wanted)
    del texts, wanted
    assert memory(path, tmp_path / "out", Reading(max_chars=1000)) < BOMB / 5
    assert sum("max-chars" in one for one in reasons(tmp_path / "out").values()) == 40


def test_what_is_unpacked_has_a_bound(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "BOMB_BYTES", 10_000)
    monkeypatch.setattr(shards, "BOMB_RATIO", 3)
    monkeypatch.setattr(shards, "BLOCK", 10_000)
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"{}\n" * 1_000_000))
    run([str(tmp_path / "a.jsonl.gz")], tmp_path / "out", Recipe(keep_all=True))
    dropped = lines(tmp_path / "out", "dropped")
    assert len(dropped) < 20_000
    assert dropped[-1]["id"] == "a.jsonl.gz"
    assert dropped[-1]["dropped"]["reason"] == "cannot be read: unpacks to over 3 times its size"


@pytest.mark.parametrize("depth", [235, 250, 300, 1000, 100_000])
def test_a_deep_record_costs_itself_alone(depth: int, tmp_path: pathlib.Path) -> None:
    """JSON is read deeper than it can be written: a record of 253 levels ended the run."""
    deep = b'{"text": "%s", "a": %s%s}' % (STORY.encode(), b"[" * depth, b"]" * depth)
    (tmp_path / "a.jsonl").write_bytes(deep + b"\n" + orjson.dumps({"text": STORY[::-1]}) + b"\n")
    source, is_deep = str(tmp_path / "a.jsonl"), depth > 240
    run([source], tmp_path / "out")
    deduplicate([source], tmp_path / "once")
    for out in (tmp_path / "out", tmp_path / "once"):
        assert len(lines(out, "corpus")) == 2 - is_deep
        assert list(reasons(out)) == ["a.jsonl:1"] * is_deep
    if is_deep:
        with pytest.raises(InputError, match=r"a\.jsonl:1: "):
            read_evaluation([source], Reading(), 50)
    else:
        read_evaluation([source], Reading(), 50)


# Places


NAMES = (
    "../../etc/passwd",
    "/etc/passwd",
    "C:\\x",
    "a/../../b",
    "a\x00b",
    "a\nb",
    "\u202etxt.exe",
    "",
)


def everything(folder: pathlib.Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.mark.parametrize("jobs", [1, 2])
def test_no_id_is_a_path(
    jobs: int, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "BLOCK", 200)
    monkeypatch.setattr(shards, "SHARD_BYTES", 200)
    data = b"".join(
        orjson.dumps({"id": name, "source": name, "schema": 1, "meta": {}, "text": f"{STORY}{at}"})
        + b"\n"
        for at, name in enumerate(NAMES)
    )
    (tmp_path / "in.jsonl").write_bytes(data)
    before = everything(tmp_path)
    recipe = Recipe(duplicates=Duplicates("off", exact=False))
    run([str(tmp_path / "in.jsonl")], tmp_path / "out", recipe, Settings(jobs=jobs))
    assert [one["id"] for one in lines(tmp_path / "out", "corpus")] == list(NAMES)
    made = {path for path in everything(tmp_path) - before if not path.startswith("out")}
    assert made == set()


def test_file_names_of_any_kind(tmp_path: pathlib.Path) -> None:
    names = ["a\nb.txt", "\x1b[2J.txt", "-o.txt", "~.txt", "$(touch x).txt", "copy-0.txt", "*.txt"]
    source = put(tmp_path, {name: f"{STORY}{at}" for at, name in enumerate(names)})
    (tmp_path / "in" / "copy-0").write_text(STORY)
    (tmp_path / "in" / os.fsdecode(b"\xff.txt")).write_text(STORY[::-1])
    before = everything(tmp_path)
    recipe = Recipe(duplicates=Duplicates("off", exact=False))
    run([source], tmp_path / "out", recipe)
    wanted = sorted(f"in/{name}" for name in (*names, "\\xff.txt"))
    assert sorted(one["id"] for one in lines(tmp_path / "out", "corpus")) == wanted
    assert {path for path in everything(tmp_path) - before if path[:3] != "out"} == set()
    assert before <= everything(tmp_path)


def test_links_in_a_circle(tmp_path: pathlib.Path) -> None:
    source = put(tmp_path, {"a.txt": STORY, "sub/b.txt": STORY[::-1]})
    (tmp_path / "in" / "sub" / "up").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "self").symlink_to(tmp_path / "in" / "self")
    (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
    ran = run([source], tmp_path / "out")
    assert ran.figures["documents"] == {"in": 3, "born": 0, "kept": 2, "dropped": 1, "split": 0}
    assert reasons(tmp_path / "out") == {
        "in/self.txt": "cannot be read: Too many levels of symbolic links"
    }


def test_a_work_folder_that_is_a_link_is_taken_away_alone(tmp_path: pathlib.Path) -> None:
    source = put(tmp_path, {"a.txt": STORY})
    (tmp_path / "dear").mkdir()
    (tmp_path / "dear" / "letter").write_text("dear")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / ".partial-0").symlink_to(tmp_path / "dear")
    run([source], tmp_path / "out")
    assert (tmp_path / "dear" / "letter").exists()
    assert not (tmp_path / "out" / ".partial-0").is_symlink()


# The terminal


ESCAPE = "\x1b]0;owned\x07\x1b[2J\u202e"


@pytest.mark.parametrize(
    "arguments",
    [
        ["run", f"{ESCAPE}.txt", "-o", "out"],
        ["run", "in", "-o", "out", "--strict"],
        ["run", "in", "-o", f"out{ESCAPE}"],
        ["run", "in", "-o", "out", f"--{ESCAPE}"],
        ["run", "in", "-o", "out", "--jobs", ESCAPE],
        ["run", "in", "-o", "out", "--set", f"{ESCAPE}.a=1"],
        ["run", "in", "-o", "out", "--set", f"too-short.{ESCAPE}=1"],
        ["dedup", "in", "-o", "out", "--strict"],
        ["explain", f"in/{ESCAPE}.txt"],
        [ESCAPE],
        ["check", "in"],
    ],
    ids=lambda value: value[0].strip(ESCAPE) or "command",
)
def test_nothing_moves_the_cursor(
    arguments: list[str],
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, {f"{ESCAPE}.txt": f"{STORY}{ESCAPE}\n" * 2, f"{ESCAPE}.jsonl": f'{{"{ESCAPE}'})
    main(arguments)
    said = "".join(capsys.readouterr())
    assert said
    assert not {"\x1b", "\x07", "\u202e"} & set(said)


def test_an_evaluation_set_has_a_bound(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a set with a hole nobody knows what it would have kept out."""
    monkeypatch.setattr(readers, "LINE_BYTES", 1000)
    (tmp_path / "set.jsonl").write_bytes(orjson.dumps({"q": STORY}) + b"\n" + b"a" * 5000 + b"\n")
    with pytest.raises(InputError, match=r"set\.jsonl:2: a line of over"):
        read_evaluation([str(tmp_path / "set.jsonl")], Reading(), 50)
    (tmp_path / "set.jsonl.gz").write_bytes(gzip.compress(orjson.dumps({"q": STORY}))[:-9])
    with pytest.raises(InputError, match=r"set\.jsonl\.gz: cannot be read"):
        read_evaluation([str(tmp_path / "set.jsonl.gz")], Reading(), 50)
