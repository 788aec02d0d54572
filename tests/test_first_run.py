"""What a new user meets: `clean init`, `--dry-run`, notes on settings, the nearest name."""

import json
import pathlib
import re
import tomllib

import pytest

from cleaner.advice import advice
from cleaner.check import load_limits
from cleaner.check.limits import MEASURES, Limits
from cleaner.cli import main
from cleaner.recipe import Duplicates, Recipe, load_recipe
from cleaner.run import Settings, run
from cleaner.stages import ORDER
from cleaner.starter import starter
from cleaner.trial import trial

SEEDS = pathlib.Path(__file__).parent.parent / "seeds"
CITY = "昨天上午，全市农村公路养护工作会议在市政府礼堂召开，各县区负责人参加。"


# clean init


def test_the_recipe_of_init_is_the_default(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "clean.toml"
    assert main(["init", str(path)]) == 0
    assert load_recipe(path) == Recipe()
    assert load_limits(path) == Limits()
    assert path.read_text(encoding="utf-8") == starter()


SETTING_RE = re.compile(r"# (?:\[[a-z.-]+\](?: +#.*)?|[A-Za-z_-]+ = [^ ].*)$")


def test_with_all_settings_taken_in_it_says_the_same(tmp_path: pathlib.Path) -> None:
    """Every option of every stage stands there, with its default."""
    lines = [line[2:] if SETTING_RE.match(line) else line for line in starter().splitlines()]
    lists = ("off = ", "on = ", "only = ", "extra = ", "model = ", "zh-Hant = ")
    text = "\n".join(line for line in lines if not line.startswith(lists))
    data = tomllib.loads(text)
    assert data.pop("duplicates") == Duplicates().as_json()
    limits = {one.name: False if one.limit is None else one.limit for one in MEASURES}
    assert data.pop("check") == {**limits, "scripts": {}}
    options = {
        stage.name: {
            name: list(value) if isinstance(value, tuple) else value
            for name, value in stage.options.items()
            if name != "model"
        }
        for stage in ORDER
    }
    assert data == {name: values for name, values in options.items() if values}
    path = tmp_path / "clean.toml"
    path.write_text(text, encoding="utf-8")
    assert load_limits(path) == Limits(limits={
        name: None if value is False else value for name, value in limits.items()
    })  # fmt: skip
    full, default = load_recipe(path).pipeline(), Recipe().pipeline()
    assert full.stages == default.stages


def test_every_stage_is_named() -> None:
    for stage in ORDER:
        mark = "" if stage.on else r" \(off\)"
        assert re.search(rf"^# - {stage.name}{mark}:", starter(), re.MULTILINE)


def test_a_file_that_is_there_stays(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "clean.toml"
    path.write_text("mine")
    assert main(["init", str(path)]) == 1
    assert "is there already; name another file, or --force" in capsys.readouterr().err
    assert path.read_text() == "mine"
    assert main(["init", str(path), "--force"]) == 0
    assert main(["init", "-"]) == 0
    assert capsys.readouterr().out == path.read_text(encoding="utf-8")
    assert main(["init", str(tmp_path / "none" / "clean.toml")]) == 1


# clean run --dry-run


def test_a_trial_of_all_is_what_a_run_does(tmp_path: pathlib.Path) -> None:
    (tmp_path / "in").mkdir()
    lines = [
        {"id": "a", "text": CITY * 3},
        {"id": "b", "text": CITY * 3},
        {"id": "c", "text": "短"},
    ]
    text = "".join(f"{json.dumps(line)}\n" for line in lines)
    (tmp_path / "in" / "more.jsonl").write_text(text)
    sources = [str(SEEDS), str(tmp_path / "in")]
    figures = run(sources, tmp_path / "out").figures
    tried = trial(sources, Recipe(), Settings(), 100)
    assert tried.figures == {**figures, "spared": []}
    assert (tried.seen, tried.files, tried.all_files) == (8, 6, 6)
    dropped = {
        one.id: one.outcome.kept for one in tried.documents if one.id in "abc" and one.outcome
    }
    assert dropped == {"b": "a", "c": None}


def test_a_sample_is_always_the_same(tmp_path: pathlib.Path) -> None:
    lines = [json.dumps({"id": f"{at}", "text": f"{CITY}{at}。"}) for at in range(200)]
    (tmp_path / "in.jsonl").write_text("".join(f"{line}\n" for line in lines))
    found = [
        [one.id for one in trial([str(tmp_path)], Recipe(), Settings(), 7).documents]
        for _ in range(2)
    ]
    assert found[0] == found[1]
    assert len(found[0]) == 7
    assert found[0] == sorted(found[0], key=int)
    assert int(found[0][-1]) > 50


def test_of_many_files_some_are_read(tmp_path: pathlib.Path) -> None:
    for at in range(50):
        (tmp_path / f"{at}.txt").write_text(f"{CITY}{at}。", encoding="utf-8")
    tried = trial([str(tmp_path)], Recipe(), Settings(), 2)
    assert (tried.files, tried.all_files, tried.seen) == (20, 50, 20)


def test_dry_run_writes_nothing(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert main(["run", str(SEEDS), "-o", str(out), "--dry-run", "--sample", "2"]) == 0
    said = capsys.readouterr()
    assert list(tmp_path.iterdir()) == []
    assert "2 in" in said.out
    assert "half-width-mark  Write the marks" in said.out
    assert "tried on 2 of 5 documents, in 5 of 5 files" in said.err
    assert "nothing was written" in said.err
    assert main(["run", str(SEEDS), "--dry-run", "--sample", "1"]) == 0


def test_a_run_needs_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", str(SEEDS)]) == 2
    assert "Missing option '-o' / '--out'" in capsys.readouterr().err


# Notes. Each has a setting that is known to hurt, and one next to it that is not.

HURT = {
    "short lines of a page": (Recipe(on=("thresholds",), off=("wrapped-line",)), "narrow column"),
    "no briefs": (Recipe(options={"too-short": {"min_chars": 200}}), "a brief in a newspaper"),
    "pure Han": (
        Recipe(on=("little-han",), options={"little-han": {"min_ratio": 0.7}}), "English terms",
    ),
    "one script": (Recipe(options={"other-script": {"script": "simplified"}}), "乾安县"),
    "shingles that are too alike": (Recipe(duplicates=Duplicates("jaccard:0.8")), "a scanner read"),
    "shingles that are too unlike": (Recipe(duplicates=Duplicates("jaccard:0.4")), "one form"),
    "paragraphs of two": (Recipe(duplicates=Duplicates(paragraphs=2)), "formulas"),
}  # fmt: skip
FINE = {
    "the default": Recipe(),
    "thresholds behind unwrapping": Recipe(on=("thresholds",)),
    "no unwrapping, no thresholds": Recipe(off=("wrapped-line",)),
    "a low floor": Recipe(options={"too-short": {"min_chars": 20}}),
    "a setting of a stage that is off": Recipe(options={"little-han": {"min_ratio": 0.7}}),
    "a third of Han": Recipe(on=("little-han",), options={"little-han": {"min_ratio": 0.4}}),
    "copies": Recipe(duplicates=Duplicates("copy:loose")),
    "shingles between": Recipe(duplicates=Duplicates("jaccard:0.6")),
    "paragraphs of five": Recipe(duplicates=Duplicates(paragraphs=5)),
    "nothing is dropped anyway": Recipe(duplicates=Duplicates("jaccard:0.8"), keep_all=True),
}


@pytest.mark.parametrize("name", HURT)
def test_what_hurts_chinese_is_noted(name: str) -> None:
    recipe, said = HURT[name]
    (note,) = advice(recipe)
    assert said in note


@pytest.mark.parametrize("name", FINE)
def test_what_does_not_is_passed_over(name: str) -> None:
    assert list(advice(FINE[name])) == []


@pytest.mark.parametrize(
    ("charset", "noted"),
    [("latin-1", True), ("windows-1252", True), ("ascii", True), ("iso-8859-1", True)]
    + [(name, False) for name in ("", "gb18030", "gbk", "big5", "utf-8", "iso2022_kr", "cp949")],
)
def test_a_charset_without_chinese_is_noted(charset: str, noted: bool) -> None:
    assert bool(list(advice(Recipe(), charset=charset))) is noted


def test_a_short_overlap_is_noted() -> None:
    (note,) = advice(Recipe(), overlap=13)
    assert "office or a law" in note
    assert list(advice(Recipe(), overlap=50)) == []


def test_a_run_prints_notes_unless_quiet(
    tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["run", str(SEEDS), "-o", str(tmp_path / "out"), "--set", "duplicates.near=jaccard"]
    assert main(arguments) == 0
    assert "note: near jaccard" in capsys.readouterr().err
    assert main([*arguments, "-q"]) == 0
    assert capsys.readouterr().err == ""
    corpus = str(tmp_path / "out" / "corpus.jsonl")
    assert main(["dedup", corpus, "-o", str(tmp_path / "again"), "--near", "jaccard:0.3"]) == 0
    assert "note: near jaccard:0.3: notices and bulletins" in capsys.readouterr().err


# The nearest name

NEAREST = {
    "a command": (["rnu"], "Did you mean 'run'?"),
    "a flag": (["run", "x", "--recpie", "y"], "--recipe"),
    "a stage": (["run", "x", "-o", "y", "--off", "page-numbers"], "did you mean 'page-number'?"),
    "a family": (["stages", "furnitur"], "did you mean 'furniture'?"),
    "an option": (["run", "x", "-o", "y", "--set", "too-short.minchars=3"], "'min_chars'?"),
    "a table": (["run", "x", "-o", "y", "--set", "duplicate.near=copy"], "'duplicates'?"),
    "a family as a table": (
        ["run", "x", "-o", "y", "--set", "quality.min_chars=3"], "those of too-short",
    ),
    "a value": (["run", "x", "-o", "y", "--set", "duplicates.near=copi"], "did you mean 'copy'?"),
    "a word": (["run", "x", "-o", "y", "--script", "simplifed"], "did you mean 'simplified'?"),
    "a format": (["check", "x", "--format", "jsn"], "did you mean 'json'?"),
    "a charset": (["text", "--charset", "gb2321"], "did you mean 'gb2312'?"),
}  # fmt: skip


@pytest.mark.parametrize("name", NEAREST)
def test_errors_name_what_is_nearest(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    arguments, said = NEAREST[name]
    assert main(arguments) == 2
    assert said in capsys.readouterr().err
