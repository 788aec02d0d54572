"""Which stages run, with which options, and what counts as a duplicate.

A recipe is TOML, and every line of it can be said as a flag:

    on = ["mobile-number"]            --on mobile-number
    off = ["page-number"]             --off page-number
    only = ["encoding"]               --only encoding
    extra = ["mypkg.rules:MINE"]      stages of your own, run after the others
    model = "news.model"              --model news.model, a file of `clean model`
    [too-short]
    min_chars = 20                    --set too-short.min_chars=20
    [duplicates]
    near = "jaccard:0.8"              --set duplicates.near=off

A name is a stage's or a family's, which stands for all of its stages: `--on privacy`. Stages that
are off unless asked for run when `on` or `only` names them; what `off` names never runs. Unknown
names are answered with the nearest one.

A model is looked for from the recipe's own folder.
"""

import hashlib
import importlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import orjson

from cleaner.errors import FAILURES, RecipeError, did_you_mean
from cleaner.model import SHIPPED, Model, load
from cleaner.pipeline import Pipeline, check_options
from cleaner.stage import Reject, Stage
from cleaner.stages import ORDER

# Tables and keys of a recipe that are no stage.
LISTS = ("extra", "off", "on", "only")
DUPLICATES = "duplicates"
MODEL = "model"
CHECK = "check"  # the limits of `clean check`, which may stand in the same file

OFF = "off"  # duplicates.near: look for none
USUAL = ("copy", "weighed")  # duplicates.near and numbers, unless a recipe says otherwise
PREFER = ("first", "longest")  # duplicates.prefer, beside FIELD and a name
FIELD = "field:"


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What counts as a duplicate.

    `near`: "off", or what `cleaner.dedup.parse_near` reads: "jaccard:0.8" (exact Jaccard of the
    texts' shingles, from 0.8), "copy". `exact`: whether texts that differ in form alone are.
    `within`: the field that two texts must agree in to be compared, "" for none. `prefer`: which
    of several is kept: "longest" (of which most reads), "first", or "field:NAME", the greatest in a
    field of the record or of its metadata. `numbers`: "weighed", or "strict": one other number
    makes another text.
    """

    near: str = USUAL[0]
    exact: bool = True
    within: str = ""
    prefer: str = "longest"
    numbers: str = USUAL[1]
    contained: bool = False
    paragraphs: int = 0

    def __post_init__(self) -> None:
        if self.near != OFF and (self.near, self.numbers) != USUAL:
            # What compares texts needs numpy, which takes its time.
            from cleaner.dedup.near import parse_near  # noqa: PLC0415

            parse_near(self.near, self.numbers)
        if self.contained and (self.near == OFF or self.prefer != "longest"):
            raise RecipeError("contained needs near, and prefer 'longest': the longer one stays")
        if self.paragraphs < 0 or self.paragraphs == 1:
            raise RecipeError(f"paragraphs is 0, for none, or 2 and more, got {self.paragraphs}")
        if not (self.prefer in PREFER or re.match(f"{FIELD}.", self.prefer)):
            raise RecipeError(
                f"prefer {self.prefer!r}: expected {', '.join(PREFER)} or field:NAME"
                f"{did_you_mean(self.prefer, PREFER)}"
            )

    def as_json(self) -> dict[str, Any]:
        """Return what counts as a duplicate as it goes into run.json."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a run does. `options` maps a stage's name to its options.

    `model`: the n-gram table for every stage that asks one, also for those of `extra`.
    `keep_all`: repair and split, but reject nothing and look for no duplicates.
    """

    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    on: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()
    duplicates: Duplicates = field(default_factory=Duplicates)
    model: Model = SHIPPED
    keep_all: bool = False

    def pipeline(self, clock: Callable[[], float] | None = None) -> Pipeline:
        """Return the stages with their options; raises RecipeError for what does not fit."""
        every = (*ORDER, *(load_stage(path) for path in self.extra))
        known = {name for stage in every for name in (stage.name, stage.family)}
        for name in (*self.on, *self.off, *self.only):
            if name not in known:
                hint = did_you_mean(name, known) or "; `clean stages` lists them"
                raise RecipeError(f"no stage {name!r}{hint}")
        for name in sorted({*self.options} - {stage.name for stage in every}):
            raise RecipeError(f"no stage {name!r}{_hint_of_table(name, every)}")
        check_options(every, self.options)  # also those of stages that are off
        stages = tuple(stage for stage in every if self._runs(stage))
        names = {stage.name for stage in stages}
        options = {name: {**values} for name, values in self.options.items() if name in names}
        for stage in stages:
            if self.model != SHIPPED and takes_model(stage):
                options.setdefault(stage.name, {}).setdefault(MODEL, self.model)
        return Pipeline(stages, options, clock)

    def _runs(self, stage: Stage) -> bool:
        names = {stage.name, stage.family}
        if names & {*self.off} or (self.keep_all and isinstance(stage, Reject)):
            return False
        if self.only:
            return bool(names & {*self.only, *self.on})
        return stage.on or bool(names & {*self.on})

    def as_json(self) -> dict[str, Any]:
        """Return the recipe as it goes into run.json."""
        return {
            "options": {name: dict(self.options[name]) for name in sorted(self.options)},
            "on": list(self.on),
            "off": list(self.off),
            "only": list(self.only),
            "extra": list(self.extra),
            "duplicates": self.duplicates.as_json(),
            "model": self.model.sha256 or None,
            "keep_all": self.keep_all,
        }

    def digest(self) -> str:
        """Return a hash of everything that the recipe says."""
        said = orjson.dumps(self.as_json(), option=orjson.OPT_SORT_KEYS, default=list)
        return hashlib.sha256(said).hexdigest()


def load_recipe(path: Path | str) -> Recipe:
    """Return the recipe of a TOML file; raises RecipeError that names the file."""
    path = Path(path)
    data = {key: value for key, value in read_toml(path).items() if key != CHECK}
    try:
        if isinstance(data.get(MODEL), str):
            data[MODEL] = str(path.parent / data[MODEL])
        recipe = amend(Recipe(), data)
        recipe.pipeline()
    except RecipeError as error:
        raise RecipeError(f"{path}: {error}") from error
    return recipe


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds; raises RecipeError that names the file."""
    import tomllib  # noqa: PLC0415  most runs read none

    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))  # an editor's mark is no TOML
    except OSError as error:
        raise RecipeError(f"{path}: {error.strerror}; check the path") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise RecipeError(f"{path}: not valid TOML: {error}") from error


def amend(recipe: Recipe, data: Mapping[str, Any]) -> Recipe:
    """Return the recipe with what the data say, as TOML gives them.

    Raises RecipeError, and InputError for a model that cannot be read.
    """
    options = {name: dict(values) for name, values in recipe.options.items()}
    for key, value in data.items():
        if key in LISTS:
            if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
                raise RecipeError(f"{key} must be a list of names, got {value!r}")
            merged: dict[str, Any] = {key: (*getattr(recipe, key), *value)}
            recipe = replace(recipe, **merged)
        elif key == MODEL:
            if not isinstance(value, str):
                raise RecipeError(f"model must be the path of a file, got {value!r}")
            recipe = replace(recipe, model=load(Path(value)))
        elif not isinstance(value, Mapping):
            tables = (DUPLICATES, *(stage.name for stage in ORDER))
            if key in tables:
                raise RecipeError(f"{key} is a table: write [{key}] and its options below")
            hint = _hint_of_option(key) or did_you_mean(key, (*LISTS, MODEL, *tables))
            raise RecipeError(f"no setting {key!r}{hint}")
        elif key == DUPLICATES:
            recipe = replace(recipe, duplicates=_amend_duplicates(recipe.duplicates, value))
        else:
            # Stages' names are written with "-", their options with "_"; either will do.
            taken = options.setdefault(key.replace("_", "-"), {})
            taken.update({name.replace("-", "_"): _frozen(one) for name, one in value.items()})
    return replace(recipe, options=options)


def parse_setting(setting: str) -> dict[str, Any]:
    """Return "stage.option=value" as TOML would give it; raises RecipeError.

    The value is TOML (12, 0.5, true, ["a"]); what is not, is a string.
    """
    name, equals, said = setting.partition("=")
    stage, dot, option = name.strip().rpartition(".")
    if not (equals and dot and stage and option):
        raise RecipeError(f"--set {setting!r}: write stage.option=value")
    import tomllib  # noqa: PLC0415  most runs set nothing

    try:
        value = tomllib.loads(f"value = {said}")["value"]
    except tomllib.TOMLDecodeError:
        value = said.strip()
    return {stage: {option: value}}


def takes_model(stage: Stage) -> bool:
    """Say whether a stage asks an n-gram table: it has an option `model`."""
    return isinstance(stage.options.get(MODEL), Model)


def load_stage(path: str) -> Stage:
    """Return the stage that an import path names ("mypkg.rules:MINE"); raises RecipeError."""
    module, colon, name = path.partition(":")
    if not (module and colon and name):
        raise RecipeError(f"extra {path!r}: write module:NAME, as in mypkg.rules:MINE")
    if module == "__main__":  # in another process that is another module
        raise RecipeError(f"extra {path!r}: no other process finds it; move it to a module")
    try:
        stage = getattr(importlib.import_module(module), name)
    except ImportError as error:
        raise RecipeError(f"extra {path!r}: {error}; is its folder in PYTHONPATH?") from error
    except (SyntaxError, *FAILURES) as error:  # no such name, or the module's own fault
        raise RecipeError(f"extra {path!r}: {type(error).__name__}: {error}") from error
    if not isinstance(stage, Stage):
        raise RecipeError(f"extra {path!r}: is {type(stage).__name__}, not a stage")
    return stage


def _amend_duplicates(duplicates: Duplicates, values: Mapping[str, Any]) -> Duplicates:
    for name, value in values.items():
        if name not in Duplicates.__dataclass_fields__:
            known = tuple(Duplicates.__dataclass_fields__)
            hint = did_you_mean(name, known) or f"; there are {', '.join(known)}"
            raise RecipeError(f"{DUPLICATES} has no option {name!r}{hint}")
        wanted = type(getattr(duplicates, name))
        if not isinstance(value, wanted) or (wanted is int and isinstance(value, bool)):
            raise RecipeError(f"{DUPLICATES}.{name} is {wanted.__name__}, got {value!r}")
        duplicates = replace(duplicates, **{name: value})
    return duplicates


def _hint_of_option(name: str) -> str:
    """Return what to say of an option that stands outside of its table."""
    owners = [stage.name for stage in ORDER if name.replace("-", "_") in stage.options]
    if name in Duplicates.__dataclass_fields__:
        owners.insert(0, DUPLICATES)
    return f"; it belongs below {' or '.join(f'[{owner}]' for owner in owners)}" if owners else ""


def _hint_of_table(name: str, stages: Iterable[Stage]) -> str:
    """Return what to say of a table that is no stage's: a family has no options."""
    stages = tuple(stages)
    family = [stage.name for stage in stages if stage.family == name and stage.options]
    if family:
        return f"; the options of the family {name} are those of {', '.join(family)}"
    return did_you_mean(name, (DUPLICATES, CHECK, *(stage.name for stage in stages)))


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
