"""The recipe that `clean init` writes: every setting with its default, commented out."""

import textwrap
from collections.abc import Iterator
from typing import Any

import orjson

from cleaner.check.limits import MEASURES
from cleaner.recipe import Duplicates, takes_model
from cleaner.stage import Stage
from cleaner.stages import ORDER

HEAD = """\
# A recipe of cleaner. Use it: clean run SOURCE... -o OUT --recipe clean.toml
# Check with it:              clean check OUT/corpus.jsonl --config clean.toml
#
# What is commented out is the default. Take the # off a setting and off the [table] over it. Each
# can be said as a flag too: --off page-number, --set too-short.min_chars=20.
# A name is a stage's or a family's: `clean stages` lists them, `clean stages NAME` tells all.

# off = ["page-number"]          # stages and families that never run
# on = ["privacy"]               # those that are off unless asked for; below they are marked (off)
# only = ["encoding"]            # run no others
# extra = ["mypkg.rules:MINE"]   # stages of your own, run after the others
# model = "own.model"            # judge columns by a file of `clean model`
"""

DUPLICATES_SAID = {
    "near": 'what is alike: "copy" (aligned and weighed), "jaccard:0.8" (of shingles), "off"',
    "exact": "take out texts that differ in script, width and punctuation alone",
    "within": "compare only documents that agree in this field",
    "prefer": 'which is kept: "longest", "first", or "field:NAME" (the greatest there)',
    "numbers": 'of copy: "weighed", or "strict" (one other number makes another text)',
    "contained": "drop what stands inside a longer text as well",
    "paragraphs": "of a paragraph of so many documents only the first stays; 0 for none",
}
WIDTH = 100


def starter() -> str:
    """Return the recipe."""
    parts = [HEAD, *_duplicates(), *_stages(), *_check()]
    return "\n".join(parts) + "\n"


def _duplicates() -> Iterator[str]:
    yield "# What counts as a duplicate."
    yield "# [duplicates]"
    values = Duplicates().as_json()
    for name, said in DUPLICATES_SAID.items():
        yield f"# {f'{name} = {_toml(values[name])}':22}  # {said}"
    yield ""


def _stages() -> Iterator[str]:
    yield "# The stages in the order in which they run, and their options."
    family = ""
    for stage in ORDER:
        if stage.family != family:
            family = stage.family
            yield from ("#", f"# == {family}")
        off = "" if stage.on else " (off)"
        said = f"{stage.name}{off}: {stage.doc.partition(chr(10))[0]}"
        yield from textwrap.wrap(said, WIDTH, initial_indent="# - ", subsequent_indent="#     ")
        options = _options(stage)
        if options:
            yield f"# [{stage.name}]"
            yield from (f"# {name} = {_toml(value)}" for name, value in options.items())
    yield ""


def _options(stage: Stage) -> dict[str, Any]:
    """Return what of a stage can be set in TOML; the model stands at the top."""
    return {name: value for name, value in stage.options.items()
            if not (name == "model" and takes_model(stage))}  # fmt: skip


def _check() -> Iterator[str]:
    yield "# The limits of `clean check`. false: no limit."
    yield "# [check]"
    for measure in MEASURES:
        limit = "false" if measure.limit is None else _toml(measure.limit)
        side = "at least" if measure.least else "at most"
        said = f"{side}, {measure.unit}: {measure.says}"
        yield f"# {f'{measure.name} = {limit}':28}  # {said}"
    yield "# [check.scripts]               # at most, share of the documents in each script"
    yield "# zh-Hant = 0.05                # an example; there is no limit unless one is set"


def _toml(value: Any) -> str:
    """Return a value as TOML has it, which for these is as JSON has it."""
    return orjson.dumps(list(value) if isinstance(value, tuple) else value).decode()
