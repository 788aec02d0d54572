"""A machine that has too little of something: a line says so, never a traceback."""

import os
import pathlib
import subprocess
import sys

import pytest

from cleaner.cli import main
from cleaner.errors import CleanerError
from cleaner.io import shards
from cleaner.recipe import Recipe
from cleaner.run import Settings, run

RULES = """
import os
from cleaner import Reject

def greedy(document):
    raise MemoryError

def gone(document):
    pass

GREEDY = Reject(greedy, examples={}, keeps=[])
GONE = Reject(gone, examples={}, keeps=[])
if os.getpid() != PARENT:
    os._exit(7)
"""


@pytest.fixture
def rules(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a module with stages, which no other process can import."""
    (tmp_path / "scarce_rules.py").write_text(RULES.replace("PARENT", str(os.getpid())))
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "scarce_rules", raising=False)
    return "scarce_rules"


def texts(folder: pathlib.Path, count: int) -> str:
    (folder / "in").mkdir()
    for at in range(count):
        (folder / "in" / f"{at}.txt").write_text(f"第{at}天，船从码头开出去了。" * 20, "utf-8")
    return str(folder / "in")


def test_memory(rules: str, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "r.toml").write_text(f'extra = ["{rules}:GREEDY"]')
    flags = ["-o", str(tmp_path / "out"), "-q", "--recipe", str(tmp_path / "r.toml")]
    assert main(["run", texts(tmp_path, 1), *flags]) == 1
    assert capsys.readouterr() == ("", "clean: out of memory; fewer processes (-j) take less\n")
    assert not (tmp_path / "out").exists()


def test_how_processes_died_is_said(
    rules: str, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shards, "SHARD_BYTES", 100)
    source, recipe = texts(tmp_path, 2), Recipe(extra=(f"{rules}:GONE",))
    with pytest.raises(CleanerError, match=r"3 processes died \(exit code 7\), and on no document"):
        run([source], tmp_path / "out", recipe, Settings(jobs=2))


OPEN_FILES = """
import resource, sys
from cleaner.errors import OutputError
from cleaner.io import shards
from cleaner.run import Settings, run
shards.SHARD_BYTES = 100
if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_NOFILE, (int(sys.argv[3]),) * 2)
    try:
        run([sys.argv[1]], sys.argv[2], settings=Settings(jobs=2))
    except OutputError as error:
        print(error)
"""


@pytest.mark.parametrize("files", range(8, 20, 3))
def test_open_files(files: int, tmp_path: pathlib.Path) -> None:
    """Where a process cannot be started the reason is told, not what goes wrong after it."""
    (tmp_path / "main.py").write_text(OPEN_FILES)
    command = [sys.executable, "main.py", texts(tmp_path, 2), "out", str(files)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False, text=True)
    assert "Traceback" not in done.stderr
    assert not done.stdout or "Too many open files" in done.stdout
