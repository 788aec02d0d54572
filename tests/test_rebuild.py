"""The source texts come back from an output's own files."""

import pathlib

import pytest

from cleaner import InputError, Recipe, rebuild
from cleaner.run import Settings, run

SEEDS = pathlib.Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize("keep_all", [False, True])
def test_all_seeds_are_rebuilt(keep_all: bool, tmp_path: pathlib.Path) -> None:
    run([str(SEEDS)], tmp_path / "out", Recipe(keep_all=keep_all))
    wanted = {f"seeds/{path.name}": path.read_bytes().decode() for path in SEEDS.iterdir()}
    assert rebuild(tmp_path / "out") == wanted


def test_what_was_dropped_is_rebuilt(tmp_path: pathlib.Path) -> None:
    texts = {"a": "短", "b": "\r\n\r\n", "c": "今天\x00天气很好，我们去公园。" * 9, "d": ""}
    for name in ("a", "b", "c", "d"):
        (tmp_path / f"{name}.txt").write_bytes(texts[name].encode())
    (tmp_path / "c2.txt").write_bytes(texts["c"].encode())
    run([str(tmp_path / "*.txt")], tmp_path / "out")
    wanted = {f"{name}.txt": texts[name] for name in ("a", "b", "c")} | {"c2.txt": texts["c"]}
    assert rebuild(tmp_path / "out") == wanted


def test_without_edits_nothing_is_rebuilt(tmp_path: pathlib.Path) -> None:
    run([str(SEEDS)], tmp_path / "out", settings=Settings(edits=False))
    with pytest.raises(InputError, match=r"no edits\.jsonl here; run again without --no-edits"):
        rebuild(tmp_path / "out")
