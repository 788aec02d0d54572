"""Flags that several commands share, and what is made of them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner.cli.terminal import WIDE
from cleaner.errors import did_you_mean

if TYPE_CHECKING:
    _OneOf = click.Choice[str]
else:  # older versions of click do not say of what type the words are
    _OneOf = click.Choice

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Choice(_OneOf):
    """One of several words; what is none of them is answered with the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word; raises BadParameter."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            hint = did_you_mean(str(value), self.choices)
            raise click.BadParameter(f"{error.message.rstrip('.')}{hint}", ctx, param) from error


def together(*flags: Decorator) -> Decorator:
    """Return several flags as one decorator; --help has them in this order."""

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        for flag in reversed(flags):
            function = flag(function)
        return function

    return add


jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    help="How many processes work; by default as many as there are processors.",
)


def _known_charset(_context: click.Context, _option: click.Parameter, name: str) -> str:
    """Return the charset; a name that is not known is a RecipeError."""
    if name:
        from cleaner.io.candidates import known

        known(name)
    return name


charset_option = click.option(
    "--charset",
    default="",
    metavar="NAME",
    callback=_known_charset,
    help="Do not guess the charset.",
)

beside_option = click.option(
    "--side-by-side/--inline",
    "beside",
    default=None,
    help=f"Before and after beside each other; by default on a terminal of {WIDE} columns.",
)
color_option = click.option(
    "--color/--no-color", default=None, help="Colours; by default on a terminal only."
)

# What makes a recipe; `recipe_of` reads them.
recipe_options = together(
    click.option("--recipe", type=click.Path(path_type=Path), help="A TOML file of settings."),
    click.option(
        "--set",
        "settings",
        multiple=True,
        metavar="STAGE.OPTION=VALUE",
        help="Set an option of a stage, or duplicates.near, .exact, .within.",
    ),
    click.option(
        "--on",
        multiple=True,
        metavar="STAGE",
        help="Run a stage, or all of a family, that is off unless asked for: privacy.",
    ),
    click.option("--off", multiple=True, metavar="STAGE", help="Leave a stage out."),
    click.option("--only", multiple=True, metavar="STAGE", help="Run no stage but these."),
    click.option(
        "--script",
        type=Choice(("keep", "simplified", "traditional")),
        help="Write Chinese in one script; by default each text keeps its own.",
    ),
    click.option(
        "--model",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Judge columns by this file of `clean model`.",
    ),
)

against_options = together(
    click.option(
        "--against",
        multiple=True,
        metavar="EVAL",
        help="Drop what overlaps an evaluation set: JSONL (every string of a record) or text.",
    ),
    click.option(
        "--overlap",
        type=click.IntRange(min=13),
        default=50,
        show_default=True,
        metavar="N",
        help="Letters in a row that are an overlap.",
    ),
)

# How a run goes.
run_options = together(
    click.option(
        "--engine",
        type=Choice(("local", "spark")),
        default="local",
        show_default=True,
        help="Where the work is done: spark needs the extra of that name, and Java.",
    ),
    click.option(
        "--master", default="", metavar="URL", help="The master of Spark: spark://host:7077."
    ),
    click.option(
        "--spark-conf",
        multiple=True,
        metavar="NAME=VALUE",
        help="A setting of Spark: spark.executor.memory=4g.",
    ),
    jobs_option,
    click.option("--resume", is_flag=True, help="Go on with a run that did not end."),
    click.option("--strict", is_flag=True, help="Stop at the first document with a fault."),
    click.option(
        "--force",
        is_flag=True,
        help="Write into a folder that is no earlier output, or anew over a half-done run.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="No progress, no table, no notes."),
)


def shape_options(*formats: str) -> Decorator:
    """Add --format, of these, and --shard-size; `shape_of` reads them."""
    return together(
        click.option(
            "--format",
            "form",
            type=Choice(formats),
            default=formats[0],
            show_default=True,
            help="How the corpus is written; what else is written is JSONL.",
        ),
        click.option(
            "--shard-size",
            default="",
            metavar="SIZE",
            help="Cut the corpus into files of so much JSONL, before it is packed: 200MB.",
        ),
    )


def shape_of(flags: Mapping[str, Any]) -> Any:  # a Shape, whose module is imported late
    """Return how the corpus is written; raises RecipeError for a size that is none."""
    from cleaner.io.corpus import Shape, parse_size

    size = flags["shard_size"]
    return Shape(flags["form"], parse_size(size) if size else 0)


def recipe_of(flags: Mapping[str, Any]) -> Any:  # a Recipe, whose module is imported late
    """Return the recipe that the flags of `recipe_options` say.

    Raises RecipeError, or InputError for the model.
    """
    from cleaner.recipe import LISTS, Recipe, amend, load_recipe, parse_setting

    made = load_recipe(flags["recipe"]) if flags["recipe"] else Recipe()
    for setting in flags["settings"]:
        made = amend(made, parse_setting(setting))
    if flags["script"]:
        made = amend(made, {"other-script": {"script": flags["script"]}})
    made = amend(made, {name: list(flags[name]) for name in LISTS if name in flags})
    return amend(made, {"model": str(flags["model"])}) if flags["model"] else made
