"""Several processes: the same bytes as one, and a process that dies costs its document."""

import multiprocessing
import os
import pathlib
import random
import subprocess
import sys
import threading
import time

import orjson
import pytest
from texts import own_text
from written import outputs

from cleaner import workers
from cleaner.dedup import cluster
from cleaner.duplicatesearch import answered
from cleaner.errors import InputError, StageError
from cleaner.io import shards
from cleaner.io.readers import Reading
from cleaner.io.shards import Shard
from cleaner.io.sources import Slice, Source
from cleaner.making import CLEANING, Ending, Job, Maker
from cleaner.parts import open_finished, path_of
from cleaner.recipe import Recipe
from cleaner.run import Settings, run

ROOT = pathlib.Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shards, "SHARD_BYTES", 5_000)
    monkeypatch.setattr(shards, "BLOCK", 5_000)


@pytest.fixture
def source(tmp_path: pathlib.Path) -> str:
    """Seeds several times, ids that occur twice or look like a page's articles, broken lines."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    lines = [orjson.dumps({"id": f"d{at % 7}", "text": text}) for at, text in enumerate(texts * 3)]
    lines.insert(3, b"{broken")
    lines.append(orjson.dumps({"id": "d1#1", "text": "一段很短的话。"}))
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\n".join(lines) + b"\n")
    return str(path)


def test_any_number_of_processes_gives_the_same_bytes(tmp_path: pathlib.Path, source: str) -> None:
    found = []
    for jobs in (1, 2, 3):
        run([source], tmp_path / f"out{jobs}", settings=Settings(jobs=jobs))
        found.append(outputs(tmp_path / f"out{jobs}"))
    assert found[0] == found[1] == found[2]
    ids = [orjson.loads(line)["id"] for line in found[0]["corpus.jsonl"].splitlines()]
    assert len(ids) == len(set(ids))


DEADLY = """
import os
from cleaner import Reject

def deadly(document):
    if "致命" in document.text:
        os._exit(9)

def faulty(document):
    if "出错" in document.text:
        raise ValueError("a fault")

DEADLY = Reject(deadly, examples={}, keeps=[])
FAULTY = Reject(faulty, examples={}, keeps=[])
"""


@pytest.fixture
def extra(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "deadly_rules.py").write_text(DEADLY)
    monkeypatch.syspath_prepend(str(tmp_path))
    return "deadly_rules"


def texts(tmp_path: pathlib.Path, count: int, special: dict[int, str]) -> str:
    path = tmp_path / "in.jsonl"
    lines = [
        orjson.dumps({"id": f"t{at}", "text": special.get(at, own_text(at, 50))})
        for at in range(count)
    ]
    path.write_bytes(b"\n".join(lines) + b"\n")
    return str(path)


def test_a_process_that_dies_costs_its_document(tmp_path: pathlib.Path, extra: str) -> None:
    source = texts(tmp_path, 40, {25: "这是致命的一段话，没有别的。"})
    recipe = Recipe(extra=(f"{extra}:DEADLY",), keep_all=False)
    ran = run([source], tmp_path / "out", recipe, Settings(jobs=2))
    assert ran.figures["failed"] == {"process": 1}
    kept = (tmp_path / "out" / "corpus.jsonl").read_bytes().splitlines()
    (gone,) = [
        one
        for one in map(orjson.loads, (tmp_path / "out" / "dropped.jsonl").read_bytes().splitlines())
        if one["dropped"]["stage"] == "process"
    ]
    assert gone["id"] == "t25"
    assert "the process died on its 14 characters" in gone["dropped"]["reason"]
    dropped = (tmp_path / "out" / "dropped.jsonl").read_bytes().splitlines()
    assert len(kept) + len(dropped) == 40


@pytest.mark.parametrize("cleans", [True, False])
def test_a_document_that_ended_processes_is_left_out(tmp_path: pathlib.Path, cleans: bool) -> None:
    path = pathlib.Path(texts(tmp_path, 3, {}))
    size = path.stat().st_size
    shard = Shard(0, (Slice(Source(path, path.name, size), 0, size),), size, ())
    ending = Ending(CLEANING, "process", "the process died on its {chars} characters")
    Maker(Job(Recipe(), tmp_path, cleans=cleans)).make(shard, {1: ending})
    part = open_finished(path_of(tmp_path, 0))
    (dropped,) = map(orjson.loads, part.lines("dropped"))
    assert (dropped["id"], dropped["dropped"]["stage"]) == ("t1", "process")
    assert part.head["tally"]["failed"] == {"process": 1}


def test_a_stage_that_fails_costs_its_document_or_stops(tmp_path: pathlib.Path, extra: str) -> None:
    source = texts(tmp_path, 40, {25: "这是出错的一段话，没有别的。"})
    recipe = Recipe(extra=(f"{extra}:FAULTY",))
    for jobs in (1, 2):
        run([source], tmp_path / f"out{jobs}", recipe, Settings(jobs=jobs))
        with pytest.raises(StageError, match="t25: stage faulty"):
            run([source], tmp_path / "strict", recipe, Settings(jobs=jobs, strict=True))
    assert outputs(tmp_path / "out1") == outputs(tmp_path / "out2")
    assert not (tmp_path / "strict").exists()


def test_what_cannot_be_read_stops_a_strict_run(tmp_path: pathlib.Path, source: str) -> None:
    with pytest.raises(InputError, match="not valid JSON"):
        run([source], tmp_path / "out", settings=Settings(Reading(), strict=True, jobs=2))
    assert not (tmp_path / "out").exists()


def test_a_small_input_starts_no_process(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def started(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(workers, "_Worker", started)
    run([texts(tmp_path, 2, {})], tmp_path / "out", settings=Settings(jobs=8))
    assert (tmp_path / "out" / "run.json").exists()


WARM = """
import inspect, pathlib, sys
from cleaner.io.readers import Reading
from cleaner.io.shards import Shard
from cleaner.io.sources import Slice, Source
from cleaner.making import Job, Maker
from cleaner.recipe import Recipe

def loaded():
    mine = [module for name, module in sys.modules.items() if name.startswith("cleaner")]
    tables = {
        one for module in mine for one in vars(module).values()
        if hasattr(one, "cache_info") and not inspect.signature(one).parameters
        and one.cache_info().currsize
    }
    return tables | set(sys.modules)

folder = pathlib.Path(sys.argv[1])
maker = Maker(Job(Recipe(), folder))
sources = [Source(path, path.name, 0) for path in map(pathlib.Path, sys.argv[2:])]
shard = Shard(0, tuple(map(Slice, sources)), 0, ())
maker.warm_up(shard)
before = loaded()
maker.make(shard)
print(len(before), sorted(map(str, loaded() - before)))
"""


def test_no_document_is_timed_for_what_is_loaded_once(tmp_path: pathlib.Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html><body><p>山路弯弯，走了一天才到镇上。</p></body></html>")
    seeds = sorted((ROOT / "seeds").glob("*.txt"))
    done = subprocess.run(
        [sys.executable, "-c", WARM, tmp_path, *seeds, page],
        capture_output=True,
        text=True,
        check=True,
    )
    count, late = done.stdout.split(" ", 1)
    assert int(count) > 100
    assert late.strip() == "[]"


def _doubled(item: int) -> tuple[int, int]:
    return item * 2, os.getpid()


def _deadly(item: int) -> int:
    if item == 5 and multiprocessing.parent_process():
        os._exit(9)
    return item


def _faulty(item: int) -> int:
    raise ValueError(f"a fault of {item}")


def test_items_are_worked_on_by_processes(tmp_path: pathlib.Path) -> None:
    with workers.Crew(2, tmp_path) as crew:
        found = list(crew.map(_doubled, iter(range(40))))
        assert sorted(item for item, _ in found) == list(range(0, 80, 2))
        assert os.getpid() not in {process for _, process in found}
        assert sorted(crew.map(_deadly, iter(range(40)))) == list(range(40))
        with pytest.raises(RuntimeError, match="a fault of"):
            list(crew.map(_faulty, iter(range(2))))


def test_few_items_start_no_process(tmp_path: pathlib.Path) -> None:
    for jobs, count in ((1, 40), (2, workers.FEW - 1)):
        with workers.Crew(jobs, tmp_path) as crew:
            assert {one for _, one in crew.map(_doubled, iter(range(count)))} == {os.getpid()}


def test_duplicates_are_decided_by_processes(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Synthetic: twenty texts, each with two copies from which letters are missing."""
    lines = []
    for at in range(20):
        letters = "".join(random.Random(at).choices("天地人山水火木金土日月星风云雨雪", k=300))
        for copy in range(3):
            text = letters[:100] + letters[100 + copy :]
            lines.append(orjson.dumps({"id": f"t{at}-{copy}", "text": text}))
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"\n".join(lines) + b"\n")
    whole = tmp_path / "whole"
    run([str(path)], whole)
    monkeypatch.setattr(cluster, "SHARE", 4)
    asked: list[int] = []
    old = workers._Worker.ask
    monkeypatch.setattr(
        workers._Worker,
        "ask",
        lambda self, work, item: (asked.append(work is answered), old(self, work, item))[1],
    )
    run([str(path)], tmp_path / "out", settings=Settings(jobs=2))
    assert sum(asked) > 2
    assert outputs(tmp_path / "out") == outputs(whole)
    dropped = (whole / "dropped.jsonl").read_bytes().splitlines()
    assert {orjson.loads(line)["dropped"]["stage"] for line in dropped} == {"near-duplicate"}


@pytest.mark.parametrize("from_stdin", [False, True])
def test_a_script_is_not_run_again_in_each_process(
    from_stdin: bool, tmp_path: pathlib.Path
) -> None:
    (tmp_path / "pages").mkdir()
    for number in range(3):
        (tmp_path / "pages" / f"{number}.txt").write_text("码头工人卸下一船钢材。" * number)
    script = tmp_path / "script.py"
    script.write_text(
        "print('once')\n"
        "from cleaner.io import shards\n"
        "from cleaner.run import Settings, run\n"
        "shards.SHARD_BYTES = 1\n"
        "run(['pages'], 'out', None, Settings(jobs=2))\n",
    )
    done = subprocess.run(
        [sys.executable, "-" if from_stdin else script],
        input=script.read_bytes() if from_stdin else b"",
        capture_output=True,
        cwd=tmp_path,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"once\n", b"")


def test_threads_that_start_processes_leave_the_script_in_its_place() -> None:
    main = sys.modules["__main__"]
    inside = threading.Event()

    def start() -> None:
        with workers.without_main():
            inside.wait(5)

    other = threading.Thread(target=start)
    with workers.without_main():
        other.start()
        time.sleep(0.1)  # the other would put in its own now
    inside.set()
    other.join()
    assert sys.modules["__main__"] is main
