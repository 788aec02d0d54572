"""Spark gives the bytes that one machine gives, whatever happens to its executors."""

import importlib.util
import os
import pathlib
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any, Self

import orjson
import pytest
from click.testing import CliRunner
from written import PROMISED, outputs

from cleaner import spark
from cleaner.cli import cli
from cleaner.errors import CleanerError, InputError, OutputError, RecipeError
from cleaner.io.shards import SHARD_BYTES
from cleaner.recipe import Duplicates, Recipe
from cleaner.run import Settings, deduplicate, run

ROOT = pathlib.Path(__file__).parent.parent


# What is said where it cannot be run


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cleaner.io.extras.find_spec", lambda _name: None)
    with pytest.raises(InputError, match=r"pip install 'cleaner\[spark\]'"):
        spark.Engine()


@pytest.mark.parametrize("home", ["", "/nowhere"])
def test_a_missing_java_is_named(home: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark, "require", lambda *_: None)
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("JAVA_HOME", home)
    with pytest.raises(CleanerError, match="needs Java 17 or newer, and there is none"):
        spark.Engine()


def test_an_old_java_is_named(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spark, "require", lambda *_: None)
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(CleanerError, match=r"and .*/bin/java is 11; install it"):
        spark.Engine()


@pytest.mark.parametrize("flag", ["--master spark://there:7077", "--spark-conf a=b"])
def test_flags_of_spark_want_spark(flag: str, tmp_path: pathlib.Path) -> None:
    for command in ("run", "dedup"):
        given = [command, "seeds", "-o", str(tmp_path / "out"), *flag.split()]
        said = CliRunner().invoke(cli, given)
        assert said.exit_code != 0
        assert "is for --engine spark" in said.output


def test_an_index_is_for_one_machine(tmp_path: pathlib.Path) -> None:
    settings = Settings(index=tmp_path / "index", engine=object())  # type: ignore[arg-type]
    with pytest.raises(RecipeError, match="an index is for one machine"):
        run([str(ROOT / "seeds")], tmp_path / "out", Recipe(), settings)


# A master and two workers on this machine


def why_not() -> str:
    """Why there can be no cluster here, or ""."""
    if not importlib.util.find_spec("pyspark"):
        return "pyspark is not installed: pip install 'cleaner[spark]'"
    try:
        spark.Engine()
    except CleanerError as error:
        return str(error)
    return ""


WHY_NOT = why_not()


def on_a_cluster(test: Callable[..., None]) -> Callable[..., None]:
    """Skip a test where there is no cluster; a busy machine takes minutes over one."""
    return pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT)(pytest.mark.timeout(900)(test))


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def executors(workers: list[int]) -> list[int]:
    """The processes of the executors that our workers started."""
    found = []
    for folder in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            is_one = b"CoarseGrainedExecutorBackend" in (folder / "cmdline").read_bytes()
        except OSError:
            continue  # it has just ended
        if is_one and parent in workers:
            found.append(int(folder.name))
    return found


class Cluster:
    """An engine on the cluster, and the means to kill its executors."""

    def __init__(self, master: str, engine: Any, workers: list[int]) -> None:
        self.master, self.engine, self._workers = master, engine, workers

    def killing(self, when: Callable[[], bool]) -> "Killing":
        return Killing(when, lambda: executors(self._workers))


class Killing(threading.Thread):
    """Kills all executors once, when something is so."""

    def __init__(self, when: Callable[[], bool], found: Callable[[], list[int]]) -> None:
        super().__init__(daemon=True)
        self._when, self._found = when, found
        self.over = threading.Event()
        self.killed: list[int] = []

    def run(self) -> None:
        while not self.killed and not self.over.wait(0.01):
            if self._when():
                self.killed = self._found()
                for one in self.killed:
                    os.kill(one, signal.SIGKILL)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.over.set()
        self.join()


CONF = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.executor.cores": "1",
    "spark.executor.memory": "512m",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.adaptive.enabled": "false",  # small tables: half of the jobs
    "spark.ui.enabled": "false",
}


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    import pyspark

    home = pathlib.Path(pyspark.__file__).parent
    place = tmp_path_factory.mktemp("spark")
    port = free_port()
    master = f"spark://127.0.0.1:{port}"
    settings = {
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_DAEMON_MEMORY": "256m",
        "SPARK_WORKER_DIR": str(place),
        "SPARK_LOCAL_DIRS": str(place),
    }

    def start(name: str, *arguments: str) -> subprocess.Popen[bytes]:
        command = [str(home / "bin" / "spark-class"), f"org.apache.spark.deploy.{name}"]
        at = ["--host", "127.0.0.1", "--webui-port", "0"]
        log = (place / f"{name}-{len(started)}.log").open("wb")
        return subprocess.Popen([*command, *at, *arguments], stdout=log, stderr=log, cwd=place)

    started: list[subprocess.Popen[bytes]] = []
    with pytest.MonkeyPatch.context() as patch:
        # Without it each of the processes compiles Spark again.
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
        for name, value in settings.items():
            patch.setenv(name, value)
        try:
            started.append(start("master.Master", "--port", str(port)))
            worker = ("worker.Worker", "-c", "1", "-m", "600m", master)
            started += [start(*worker), start(*worker)]
            with spark.Engine(master, CONF) as engine:
                yield Cluster(master, engine, [one.pid for one in started])
        finally:
            for one in started:
                one.terminate()
                one.wait()
    shutil.rmtree(place, ignore_errors=True)


LETTERS = [chr(0x4E00 + at) for at in range(0, 6000, 3)]


def changed(text: str, share: float, dice: random.Random) -> str:
    """The text with some letters replaced."""
    return "".join(dice.choice(LETTERS) if dice.random() < share else letter for letter in text)


def some_texts(seed: int) -> list[str]:
    """Texts of every kind that the search tells apart; synthetic."""
    dice = random.Random(seed)
    texts = ["".join(dice.choices(LETTERS, k=dice.randint(20, 500))) for _ in range(150)]
    texts += [changed(text, 0.03, dice) for text in texts[:60]]
    texts += [f"{text}。" for text in texts[40:70]]
    # Of one template: a bucket larger than is walked pair by pair.
    form = "".join(dice.choices(LETTERS, k=300))
    texts += [f"{form[:150]}{day}月{day * 7}日{form[150:]}" for day in range(10, 30)]
    # Each like the one before, and no copy of it: as many rounds.
    drift = "".join(dice.choices(LETTERS, k=400))
    for _ in range(5):
        drift = drift[:-30] + "".join(dice.choices(LETTERS, k=29))
        texts.append(drift)
        start = dice.randrange(250)
        drift = drift[:start] + "".join(dice.choices(LETTERS, k=60)) + drift[start + 60 :]
    # One stands in another.
    texts += [texts[at] + texts[at + 1] for at in range(5)]
    dice.shuffle(texts)
    return texts


def write(path: pathlib.Path, texts: list[str]) -> pathlib.Path:
    with path.open("wb") as file:
        for number, text in enumerate(texts):
            name = "same" if number % 50 == 7 else f"n{number}"
            about = {"id": name, "text": text, "site": number % 3, "worth": number % 11}
            file.write(orjson.dumps(about) + b"\n")
    return path


QUICK = ("empty-text",)


def both(
    cluster: Cluster, source: pathlib.Path, tmp_path: pathlib.Path, recipe: Recipe
) -> dict[str, bytes]:
    """Run here and there, and compare."""
    run([str(source)], tmp_path / "local", recipe, Settings())
    run([str(source)], tmp_path / "spark", recipe, Settings(engine=cluster.engine))
    return same(tmp_path)


def same(tmp_path: pathlib.Path) -> dict[str, bytes]:
    local, other = (outputs(tmp_path / place) for place in ("local", "spark"))
    for name in PROMISED:
        assert other[name] == local[name], name
    return local


@on_a_cluster
def test_the_seeds_from_the_command_line(cluster: Cluster, tmp_path: pathlib.Path) -> None:
    conf = CONF | {"spark.sql.adaptive.enabled": "true"}
    flags = [f"--spark-conf={name}={value}" for name, value in conf.items()]
    out = str(tmp_path / "spark")
    command = ["run", "seeds", "-o", out, "-q", "--engine", "spark", "--master", cluster.master]
    code = "import sys; from cleaner.cli import main; sys.exit(main(sys.argv[1:]))"
    subprocess.run([sys.executable, "-c", code, *command, *flags], cwd=ROOT, check=True)
    run([str(ROOT / "seeds")], tmp_path / "local")
    assert same(tmp_path)["corpus.jsonl"]


OPTIONS = {
    "contained": Duplicates(contained=True, within="site"),
    "worth": Duplicates(near="jaccard:0.7", prefer="field:worth", paragraphs=2),
    "exact": Duplicates(near="off"),
}


@on_a_cluster
@pytest.mark.parametrize("name", OPTIONS)
def test_the_same_bytes(name: str, cluster: Cluster, tmp_path: pathlib.Path) -> None:
    source = write(tmp_path / "texts.jsonl", some_texts(1))
    files = both(cluster, source, tmp_path, Recipe(only=QUICK, duplicates=OPTIONS[name]))
    assert files["dropped.jsonl"].count(b"duplicate") > 25


@on_a_cluster
def test_records_are_deduplicated_as_they_are(cluster: Cluster, tmp_path: pathlib.Path) -> None:
    source = write(tmp_path / "texts.jsonl", some_texts(4))
    for place, engine in (("local", None), ("spark", cluster.engine)):
        deduplicate([str(source)], tmp_path / place, Duplicates(), Settings(engine=engine))
    assert same(tmp_path)["dropped.jsonl"].count(b"duplicate") > 25


@on_a_cluster
@pytest.mark.parametrize("begins", ["local", "spark"])
def test_a_run_goes_on_with_the_other_engine(
    begins: str, cluster: Cluster, tmp_path: pathlib.Path
) -> None:
    texts = [text for seed in range(20, 26) for text in some_texts(seed)]
    source, out = write(tmp_path / "texts.jsonl", texts), tmp_path / "spark"
    recipe = Recipe(only=QUICK, duplicates=Duplicates(near="off"))
    engines = {"local": None, "spark": cluster.engine}

    def interrupted(*_: int) -> None:
        raise KeyboardInterrupt

    settings = Settings(progress=interrupted, engine=engines.pop(begins))
    with pytest.raises(KeyboardInterrupt):
        run([str(source)], out, recipe, settings)
    assert list(out.glob(".partial-*/part-*"))
    (other,) = engines.values()
    with pytest.raises(OutputError, match="recipe"):
        run([str(source)], out, Recipe(), Settings(resume=True, engine=other))
    run([str(source)], out, recipe, Settings(resume=True, engine=other))
    run([str(source)], tmp_path / "local", recipe)
    assert same(tmp_path)["corpus.jsonl"]


@on_a_cluster
def test_executors_killed_in_the_map(cluster: Cluster, tmp_path: pathlib.Path) -> None:
    texts = [text for seed in range(2, 12) for text in some_texts(seed)]
    source = write(tmp_path / "texts.jsonl", texts)
    duplicates = Duplicates(near="jaccard", exact=False, prefer="first")
    made: list[pathlib.Path] = []

    def when() -> bool:
        made[:] = (tmp_path / "spark").glob(".partial-*/part-*")
        return bool(made)

    with cluster.killing(when) as killing:
        both(cluster, source, tmp_path, Recipe(duplicates=duplicates))
    assert killing.killed
    assert len(made) < source.stat().st_size / SHARD_BYTES


@on_a_cluster
def test_executors_killed_in_the_loops(
    cluster: Cluster, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write(tmp_path / "texts.jsonl", some_texts(3))
    monkeypatch.setattr("cleaner.spark.rounds.TAIL", 120)

    def is_written(name: str) -> Callable[[], bool]:
        return lambda: any((tmp_path / "spark").glob(f".partial-*/*/{name}/_SUCCESS"))

    with (
        cluster.killing(is_written("stars-1")) as first,
        cluster.killing(is_written("waiting-1")) as second,
    ):
        both(cluster, source, tmp_path, Recipe(only=QUICK, duplicates=Duplicates()))
    assert first.killed
    assert second.killed
    counts = cluster.engine.counts
    assert min(counts["components_rounds"], counts["rounds"]) > 1
    # Of the texts only those go over the network that have candidates.
    assert 0 < counts["candidates"] < counts["documents"] * 0.7
