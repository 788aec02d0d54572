"""A run that cannot go on, or must not, and what is said of it."""

import json
import pathlib
from collections.abc import Callable
from typing import Any

import pytest
from half_runs import SEEDS, half_a_run, small_shards, sources
from written import PROMISED, outputs

from cleaner.errors import InputError, OutputError
from cleaner.io.writers import half_done
from cleaner.recipe import Recipe
from cleaner.run import Settings, run


@pytest.fixture(autouse=True)
def _small_shards(monkeypatch: pytest.MonkeyPatch) -> None:
    small_shards(monkeypatch)


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    return sources(tmp_path_factory.mktemp("resume") / "in")


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
    (source / "a.jsonl").write_bytes(data.replace("。".encode(), "！".encode(), 1))


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
