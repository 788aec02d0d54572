"""Recipes: TOML and flags say the same, and what does not fit is answered with the nearest."""

import pathlib

import pytest

from cleaner.errors import RecipeError
from cleaner.recipe import (
    Duplicates,
    Recipe,
    amend,
    load_recipe,
    load_stage,
    parse_setting,
    takes_model,
)
from cleaner.stage import Reject
from cleaner.stages import DEFAULT as ON
from cleaner.stages import ORDER

STAGE = ORDER[0].name
WITH_OPTIONS = next(stage for stage in ORDER if stage.options and not takes_model(stage))
OPTION, DEFAULT = next(iter(WITH_OPTIONS.options.items()))

MODULE = '''
from cleaner.stage import Rewrite

def shout(document):
    """Shout."""
    return ()

SHOUT = Rewrite(shout, examples={"a": "a"}, keeps=["b"])
OTHER = 5
'''


@pytest.fixture
def module(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "my_rules.py").write_text(MODULE)
    (tmp_path / "my_fault.py").write_text("SHOUT = (")
    monkeypatch.syspath_prepend(str(tmp_path))
    return "my_rules"


def recipe_file(tmp_path: pathlib.Path, text: str) -> pathlib.Path:
    path = tmp_path / "clean.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_toml_and_flags_say_the_same(tmp_path: pathlib.Path) -> None:
    path = recipe_file(
        tmp_path,
        f'off = ["{STAGE}"]\non = ["privacy"]\n'
        f"[{WITH_OPTIONS.name}]\n{OPTION} = {str(DEFAULT).lower()}\n"
        '[duplicates]\nnear = "off"\nexact = false\nwithin = "language"\n',
    )
    flags = Recipe()
    for setting in (
        f"{WITH_OPTIONS.name}.{OPTION}={str(DEFAULT).lower()}",
        "duplicates.near=off",
        "duplicates.exact=false",
        "duplicates.within=language",
    ):
        flags = amend(flags, parse_setting(setting))
    flags = amend(flags, {"off": [STAGE], "on": ["privacy"]})
    assert load_recipe(path) == flags
    assert load_recipe(path).digest() == flags.digest()


def test_stages_are_left_out() -> None:
    assert STAGE not in {stage.name for stage in Recipe(off=(STAGE,)).pipeline().stages}
    assert [stage.name for stage in Recipe(only=(STAGE,)).pipeline().stages] == [STAGE]


OFF_STAGE = next(stage for stage in ORDER if not stage.on)


def test_what_is_off_runs_when_it_is_asked_for() -> None:
    def runs(**lists: tuple[str, ...]) -> bool:
        stages = Recipe(**lists).pipeline().stages
        return OFF_STAGE in stages

    assert not runs()
    assert runs(on=(OFF_STAGE.name,))
    assert runs(on=(OFF_STAGE.family,))
    assert runs(only=(OFF_STAGE.name,))
    assert not runs(on=(OFF_STAGE.family,), off=(OFF_STAGE.name,))
    assert not runs(on=(OFF_STAGE.name,), off=(OFF_STAGE.family,))


def test_a_family_stands_for_its_stages() -> None:
    family = [stage for stage in ORDER if stage.family == OFF_STAGE.family]
    assert list(Recipe(only=(OFF_STAGE.family,)).pipeline().stages) == family
    with_it = Recipe(on=(OFF_STAGE.family,)).pipeline().stages
    assert [stage for stage in with_it if not stage.on] == family


def test_no_family_has_the_name_of_a_stage_of_another() -> None:
    for stage in ORDER:
        assert {one.family for one in ORDER if one.name == stage.family} <= {stage.family}


def test_keep_all_rejects_nothing() -> None:
    assert not any(isinstance(stage, Reject) for stage in Recipe(keep_all=True).pipeline().stages)


def test_options_of_a_stage_that_is_off_are_no_error() -> None:
    Recipe(options={WITH_OPTIONS.name: {OPTION: DEFAULT}}, off=(WITH_OPTIONS.name,)).pipeline()


def test_stages_of_ones_own(module: str) -> None:
    stages = Recipe(extra=(f"{module}:SHOUT",)).pipeline().stages
    assert [stage.name for stage in stages] == [*(stage.name for stage in ON), "shout"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("my_rules", "write module:NAME"),
        ("nowhere.rules:MINE", "No module named 'nowhere'; is its folder in PYTHONPATH?"),
        ("my_rules:SHOUTS", "has no attribute 'SHOUTS'"),
        ("my_rules:OTHER", "is int, not a stage"),
        (".my_rules:SHOUT", "extra '.my_rules:SHOUT': TypeError: "),
        ("__main__:SHOUT", "extra '__main__:SHOUT': no other process finds it"),
        ("my_fault:SHOUT", "extra 'my_fault:SHOUT': SyntaxError: "),
    ],
)
@pytest.mark.usefixtures("module")
def test_an_import_path_that_leads_nowhere(path: str, said: str) -> None:
    with pytest.raises(RecipeError) as caught:
        load_stage(path)
    assert said in str(caught.value)


BAD_RECIPES = [
    pytest.param("off = [", "not valid TOML: ", id="toml"),
    pytest.param(f'off = ["{STAGE}s"]', f"no stage '{STAGE}s'; did you mean '{STAGE}'?", id="off"),
    pytest.param(f"[{STAGE}s]\na = 1", f"did you mean '{STAGE}'?", id="table"),
    pytest.param("duplicates = 3", "duplicates is a table: write [duplicates]", id="no-table"),
    pytest.param(f"{STAGE} = 3", f"{STAGE} is a table", id="stage-no-table"),
    pytest.param("offf = 1", "no setting 'offf'; did you mean 'off'?", id="key"),
    pytest.param('off = "a"', "off must be a list of names, got 'a'", id="no-list"),
    pytest.param(f"[{WITH_OPTIONS.name}]\n{OPTION}x = 1", f"did you mean '{OPTION}'?", id="option"),
    pytest.param(f"[{WITH_OPTIONS.name}]\n{OPTION} = {{}}", f"(default {DEFAULT!r})", id="type"),
    pytest.param(
        "[duplicates]\nnea = 1", "duplicates has no option 'nea'; did you mean 'near'?", id="near"
    ),
    pytest.param(
        "[few-ended-lines]\nmin_ratio = nan", "is float (default 0.106), got nan", id="nan"
    ),
    pytest.param(
        "[repeated-words]\nmax_top = [0.1, 'a']", "is a list of float (default [", id="in-a-list"
    ),
    pytest.param("[repeated-words]\nmax_top = []", "got ()", id="empty-list"),
    pytest.param("[repeated-words]\nmax_top = 0.1", "got 0.1", id="no-list-of-numbers"),
    pytest.param("[duplicates]\nnear = 0.8", "duplicates.near is str, got 0.8", id="near-type"),
    pytest.param('[duplicates]\nnear = "jacard:0.8"', "did you mean 'jaccard'?", id="near-kind"),
    pytest.param('[duplicates]\nnear = "jaccard:1.8"', "near 'jaccard:1.8'", id="near-figure"),
    pytest.param('near = "copy"', "it belongs below [duplicates]", id="near-outside"),
    pytest.param("min_chars = 20", "it belongs below [too-short]", id="outside-its-table"),
]


@pytest.mark.parametrize(("text", "said"), BAD_RECIPES)
def test_a_recipe_that_does_not_fit(text: str, said: str, tmp_path: pathlib.Path) -> None:
    path = recipe_file(tmp_path, text)
    with pytest.raises(RecipeError) as caught:
        load_recipe(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert said in str(caught.value)


def test_a_name_that_is_like_none() -> None:
    with pytest.raises(RecipeError, match=r"no stage 'zzzz'; `clean stages` lists them$"):
        Recipe(off=("zzzz",)).pipeline()


def test_a_path_may_be_a_string(tmp_path: pathlib.Path) -> None:
    path = recipe_file(tmp_path, f'off = ["{STAGE}"]')
    assert load_recipe(str(path)) == load_recipe(path)


def test_the_mark_of_an_editor_is_no_fault(tmp_path: pathlib.Path) -> None:
    assert load_recipe(recipe_file(tmp_path, f'\ufeffoff = ["{STAGE}"]')).off == (STAGE,)


def test_a_recipe_that_is_not_there(tmp_path: pathlib.Path) -> None:
    with pytest.raises(
        RecipeError, match=r"clean\.toml: No such file or directory; check the path"
    ):
        load_recipe(tmp_path / "clean.toml")


@pytest.mark.parametrize("setting", ["a", "a=1", ".b=1", "a.=1", ""])
def test_a_setting_that_says_nothing(setting: str) -> None:
    with pytest.raises(RecipeError, match=r"write stage\.option=value"):
        parse_setting(setting)


@pytest.mark.parametrize(
    ("said", "value"),
    [("12", 12), ("0.5", 0.5), ("true", True), ('["a"]', ["a"]), ("a b", "a b"), ('"7"', "7")],
)
def test_a_setting_is_toml_or_a_string(said: str, value: object) -> None:
    assert parse_setting(f"too-short.min_chars={said}") == {"too-short": {"min_chars": value}}


def test_duplicates_check_themselves() -> None:
    with pytest.raises(RecipeError):
        Duplicates(near="minhash")
