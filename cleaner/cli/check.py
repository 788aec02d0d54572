"""`clean check`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeGuard

import click

from cleaner.cli.options import Choice, jobs_option
from cleaner.cli.terminal import hush, progress_bar, safe

if TYPE_CHECKING:
    from cleaner.check import Checked

FORMATS = ("text", "json", "junit", "github")
COLOURS = {"ok": "green", "FAIL": "red"}  # on a terminal only


@click.command(
    "check",
    epilog="""\b
Examples:
  clean check out/corpus.jsonl
  clean check out/corpus.jsonl --config clean.toml --save-baseline figures.json
  clean check out/corpus.jsonl --baseline figures.json --format github""",
)
@click.argument("sources", nargs=-1, required=True, metavar="CORPUS...")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    help="A TOML file: limits in [check], and the recipe that the corpus was made by.",
)
@click.option(
    "--format", "style", type=Choice(FORMATS), default="text", show_default=True,
    help="For people, for programs, for test reports, for annotations.",
)  # fmt: skip
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    help="Fail on figures far from those of a saved run.",
)
@click.option("--save-baseline", type=click.Path(path_type=Path), help="Save the figures.")
@click.option(
    "--sample",
    type=click.IntRange(min=0),
    default=50_000,
    show_default=True,
    metavar="N",
    help="Ask the stages of N records at most, always the same ones; 0 for all. Files, ids, "
    "duplicates, lost characters and private data are looked for in all of them.",
)
@jobs_option
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
def check_command(sources: tuple[str, ...], quiet: bool, **flags: Any) -> int:
    """Say whether a corpus is clean: exit 0 where it is, 1 where a limit is broken.

    A corpus is clean when cleaning it again would change nothing, its lines are records with ids
    of their own, and no two are copies. Limits stand in a file; the defaults are what `clean run`
    reaches.
    """
    from cleaner.check import Limits, check, load_limits
    from cleaner.check.gate import saved
    from cleaner.errors import OutputError
    from cleaner.io.writers import write_whole
    from cleaner.recipe import load_recipe
    from cleaner.workers import cores

    limits = load_limits(flags["config"]) if flags["config"] else Limits()
    recipe = load_recipe(flags["config"]) if flags["config"] else None
    baseline = read_baseline(flags["baseline"]) if flags["baseline"] else None
    if flags["save_baseline"] and not flags["save_baseline"].parent.is_dir():
        raise OutputError(f"{flags['save_baseline']}: there is no such folder; make it first")
    with progress_bar(quiet) as progress:
        checked = check(
            sources,
            limits,
            recipe=recipe,
            baseline=baseline,
            sample=flags["sample"],
            jobs=flags["jobs"] or cores(),
            progress=progress,
        )
    if flags["save_baseline"]:
        write_whole(flags["save_baseline"], saved(checked))
    try:
        _print(checked, flags["style"])
    except BrokenPipeError:  # a gate says what it found, whoever reads
        hush()
    return 1 if checked.failures else 0


def _print(checked: "Checked", style: str) -> None:
    from cleaner.check import render

    styles = {
        "text": render.as_text,
        "json": render.as_json,
        "junit": render.as_junit,
        "github": render.as_github,
    }
    for line in styles[style](checked):
        sign = line[:4].rstrip() if style == "text" else ""
        colour = COLOURS.get(sign)
        said = line if style == "json" else safe(line)
        click.echo(click.style(sign, fg=colour) + said[len(sign) :] if colour else said)
    sys.stdout.flush()


def read_baseline(path: Path) -> dict[str, Any]:
    """Return the figures of a saved run; raises InputError that says what to do."""
    import orjson

    from cleaner.errors import InputError

    try:
        value = orjson.loads(path.read_bytes())
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; --save-baseline makes one") from error
    except orjson.JSONDecodeError as error:
        raise InputError(f"{path}: not valid JSON: {error}; --save-baseline makes one") from error
    if not _are_figures(value):
        raise InputError(f"{path}: no saved figures; --save-baseline makes them")
    return value


def _are_figures(value: object) -> TypeGuard[dict[str, Any]]:
    """Say whether a value is what --save-baseline writes: numbers by name, of scripts again."""
    if not isinstance(value, dict) or "documents" not in value:
        return False
    every = [*value.values()]
    every += [one for each in every if isinstance(each, dict) for one in each.values()]
    return all(type(one) in {int, float} for one in every if not isinstance(one, dict))
