"""`clean run`."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import click

from cleaner.cli.remote import out_options, placed
from cleaner.cli.report import write as write_page
from cleaner.cli.terminal import Choice, safe

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


jobs_option = click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    help="How many processes work; by default as many as there are processors.",
)


def charset_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --charset; a name that is not known is a RecipeError."""

    def checked(_context: click.Context, _option: click.Parameter, name: str) -> str:
        if name:
            from cleaner.io.candidates import known

            known(name)
        return name

    flag: Decorator = click.option(
        "--charset", default="", metavar="NAME", callback=checked, help="Do not guess the charset."
    )
    return flag(function)


def recipe_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the flags that make a recipe; `recipe_of` reads them."""
    flags: tuple[Decorator, ...] = (
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
    for flag in reversed(flags):
        function = flag(function)
    return function


def against_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add --against and --overlap."""
    flags: tuple[Decorator, ...] = (
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
    for flag in reversed(flags):
        function = flag(function)
    return function


def run_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the flags that say how a run goes: --jobs, --resume, --strict, --force, --quiet."""
    flags: tuple[Decorator, ...] = (
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
    for flag in reversed(flags):
        function = flag(function)
    return function


def shape_options(*formats: str) -> Decorator:
    """Add --format, of these, and --shard-size; `shape_of` reads them."""
    flags: tuple[Decorator, ...] = (
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

    def add(function: Callable[..., Any]) -> Callable[..., Any]:
        for flag in reversed(flags):
            function = flag(function)
        return function

    return add


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


@click.command(
    "run",
    epilog="""\b
Examples:
  clean run seeds -o data/clean
  clean run pages.jsonl.gz -o out --text-field content --set duplicates.near=off
  clean run pages --dry-run --sample 20
  cat page.txt | clean run - -o out""",
)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@out_options(required=False)
@recipe_options
@click.option("--keep-all", is_flag=True, help="Repair and split; reject and deduplicate nothing.")
@click.option("--text-field", default="text", show_default=True, help="The text in foreign JSONL.")
@click.option("--html", is_flag=True, help="Texts are HTML, also those of foreign JSONL.")
@charset_option
@click.option("--id-field", default="id", show_default=True, help="The id in foreign JSONL.")
@click.option(
    "--max-chars",
    type=click.IntRange(min=1),
    default=20_000_000,
    show_default=True,
    help="Drop longer documents.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=None,
    metavar="SECONDS",
    help="Drop documents that take longer; by default none is timed.",
)
@against_options
@shape_options("jsonl", "jsonl.gz", "jsonl.zst", "parquet")
@click.option("--no-edits", is_flag=True, help="Do not write edits.jsonl.")
@click.option(
    "--report-html/--no-report-html",
    default=True,
    show_default=True,
    help="Write report.html, a page for a browser, too.",
)
@click.option(
    "--dry-run",
    is_flag=True,
    help="Write nothing: print what would become of a sample, and what would change in it.",
)
@click.option(
    "--sample",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    metavar="N",
    help="Of --dry-run: how many documents are cleaned, always the same.",
)
@click.option(
    "--engine",
    type=Choice(("local", "spark")),
    default="local",
    show_default=True,
    help="Where the work is done: spark needs the extra of that name, and Java.",
)
@click.option("--master", default="", metavar="URL", help="The master of Spark: spark://host:7077.")
@click.option(
    "--spark-conf",
    multiple=True,
    metavar="NAME=VALUE",
    help="A setting of Spark: spark.executor.memory=4g.",
)
@run_options
def run_command(sources: tuple[str, ...], out: str | None, quiet: bool, **flags: Any) -> int:
    """Clean SOURCE... into a folder: corpus.jsonl, and what was dropped, split and edited.

    A SOURCE is a file, a folder, a glob or - (standard input); .txt, .md, .html, .jsonl or .warc,
    each also .gz or .zst; .parquet, or a saved dataset. HTML, Parquet and WARC need extras: pip
    install 'cleaner[html,parquet,warc]'.

    A run that was interrupted or killed leaves what is done: --resume goes on with it. A stage that
    fails costs the document; where nothing is left then, the exit code is 1.
    """
    from dataclasses import replace

    from cleaner.figures import table
    from cleaner.io.readers import Reading
    from cleaner.run import Settings, run
    from cleaner.workers import cores

    if out is None and not flags["dry_run"]:
        raise click.UsageError("Missing option '-o' / '--out': the folder to write to.")
    recipe = replace(recipe_of(flags), keep_all=flags["keep_all"])
    settings = Settings(
        Reading(
            flags["text_field"],
            flags["id_field"],
            flags["max_chars"],
            flags["charset"],
            html=flags["html"],
        ),
        edits=not flags["no_edits"],
        against=flags["against"],
        overlap=flags["overlap"],
        jobs=flags["jobs"] or cores(),
        timeout=flags["timeout"] or 0.0,
        strict=flags["strict"],
        force=flags["force"],
        resume=flags["resume"],
        shape=shape_of(flags),
    )
    engine = engine_of(flags)
    if not quiet:
        advise(recipe, flags)
    if out is None or flags["dry_run"]:
        from cleaner.cli.trial import tell_trial

        return tell_failures(tell_trial(sources, recipe, settings, flags["sample"]))
    with placed(out, flags["local"], sources, force=flags["force"], quiet=quiet) as folder:
        with progress_bar(quiet) as progress, interruption(folder), engine as working:
            ran = run(sources, folder, recipe, replace(settings, progress=progress, engine=working))
        if flags["report_html"]:
            write_page(ran.folder)
        if not quiet:
            said = f"{table(ran.figures, ran.seconds)}\nwritten to {ran.folder}"
            click.echo(safe(said), err=True)
    return tell_failures(ran.figures)


def tell_failures(figures: Mapping[str, Any]) -> int:
    """Say that stages failed, also to who wants no talk; returns 1 where nothing is left then."""
    failed, documents = figures["failed"], figures["documents"]
    if not failed:
        return 0
    said = ", ".join(f"{name} {count:,}" for name, count in failed.items())
    click.echo(
        f"warning: stages failed on {sum(failed.values()):,} of {documents['in']:,} documents, "
        f"which were dropped: {said}",
        err=True,
    )
    return 0 if documents["kept"] else 1


def engine_of(flags: Mapping[str, Any]) -> Any:  # a context manager that gives an Engine or None
    """Return what works instead of this machine. Raises CleanerError where it cannot."""
    if flags["engine"] == "local":
        for name in ("master", "spark_conf"):
            if flags[name]:
                raise click.UsageError(f"--{name.replace('_', '-')} is for --engine spark")
        return nullcontext()
    from cleaner.spark import Engine

    pairs = [setting.partition("=") for setting in flags["spark_conf"]]
    for name, sign, _ in pairs:
        if not (name and sign):
            raise click.UsageError(f"--spark-conf {name}: expected NAME=VALUE")
    return Engine(flags["master"], {name: value for name, _, value in pairs})


def advise(recipe: Any, flags: Mapping[str, Any]) -> None:
    """Say which settings are known to hurt Chinese."""
    from cleaner.advice import advice

    overlap = flags["overlap"] if flags["against"] else 0
    for note in advice(recipe, charset=flags.get("charset", ""), overlap=overlap):
        click.echo(safe(f"note: {note}"), err=True)


@contextmanager
def interruption(out: Path) -> Iterator[None]:
    """Say what to do where a run is interrupted that has something to go on with."""
    try:
        yield
    except KeyboardInterrupt:
        from cleaner.io.writers import half_done

        if half_done(out):
            said = f"{out} holds what is done: go on with --resume, begin anew with --force"
            click.echo(safe(said), err=True)
        raise


@contextmanager
def progress_bar(quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """Show a bar that counts bytes, on stderr; none where that is no terminal."""
    from tqdm import tqdm

    hidden = quiet or not sys.stderr.isatty()
    with tqdm(unit="B", unit_scale=True, disable=hidden, file=sys.stderr, leave=False) as bar:

        def progress(read: int, total: int) -> None:
            bar.total = total or None
            bar.update(read)

        yield progress
