"""`clean run`."""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import click

from cleaner.cli.options import (
    against_options,
    charset_option,
    recipe_of,
    recipe_options,
    run_options,
    shape_of,
    shape_options,
)
from cleaner.cli.remote import out_options, placed
from cleaner.cli.report import write as write_page
from cleaner.cli.terminal import progress_bar, safe

SAMPLE = 100  # documents that --dry-run cleans; chosen


def _a_number(_context: click.Context, _option: click.Parameter, value: float | None) -> Any:
    """Return the value; "nan" is a float and in every range."""
    if value is not None and math.isnan(value):
        raise click.BadParameter("nan is no number")
    return value


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
    callback=_a_number,
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
    metavar="N",
    help="Of --dry-run: how many documents are cleaned, always the same; 100 by default.",
)
@run_options
def run_command(sources: tuple[str, ...], out: str | None, quiet: bool, **flags: Any) -> int:
    """Clean SOURCE... into a folder: corpus.jsonl, and what was dropped, split and edited.

    A SOURCE is a file, a folder, a glob or - (standard input); .txt, .md, .html, .jsonl or .warc,
    each also .gz or .zst; .parquet, or a saved dataset. HTML, Parquet and WARC need extras: pip
    install 'cleaner[html,parquet,warc]'.

    A run that was interrupted or killed leaves what is done: --resume goes on with it. A stage that
    fails costs the document; where nothing is left then, or nothing could be read, the exit code
    is 1.
    """
    from dataclasses import replace

    from cleaner.figures import table
    from cleaner.io.readers import Reading
    from cleaner.run import Settings, run
    from cleaner.workers import cores

    if out is None and not flags["dry_run"]:
        raise click.UsageError("Missing option '-o' / '--out': the folder to write to.")
    if flags["sample"] and not flags["dry_run"]:
        raise click.UsageError("--sample is for --dry-run: a run cleans all")
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

        return tell_failures(tell_trial(sources, recipe, settings, flags["sample"] or SAMPLE))
    with placed(out, flags["local"], sources, force=flags["force"], quiet=quiet) as folder:
        with progress_bar(quiet) as progress, interruption(folder), engine as working:
            ran = run(sources, folder, recipe, replace(settings, progress=progress, engine=working))
        if flags["report_html"]:
            write_page(ran.folder, quiet=quiet)
        if not quiet:
            said = f"{table(ran.figures, ran.seconds)}\nwritten to {ran.folder}"
            click.echo(safe(said), err=True)
    return tell_failures(ran.figures)


def tell_failures(figures: Mapping[str, Any]) -> int:
    """Say that stages failed, also to who wants no talk; returns 1 where nothing is left then.

    And that nothing could be read, which is 1 too: with a wrong --text-field what comes next would
    go on with an empty corpus. And that no record has a field that was named: a wrong --within
    gives other duplicates.
    """
    failed, documents = figures["failed"], figures["documents"]
    if documents["in"] and figures["dropped"].get("read") == documents["in"]:
        click.echo("warning: nothing could be read (dropped.jsonl says why)", err=True)
        return 1
    if documents["in"]:
        for name in figures.get("missing_fields", ()):
            said = f"warning: no record has the field {name!r}, which duplicates are asked for"
            click.echo(safe(said), err=True)
    if not failed:
        return 0
    said = ", ".join(f"{name} {count:,}" for name, count in failed.items())
    click.echo(
        f"warning: stages failed on {sum(failed.values()):,} of {documents['in']:,} documents, "
        f"which were dropped: {said} (dropped.jsonl says why)",
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
    except (KeyboardInterrupt, MemoryError):
        from cleaner.io.writers import half_done

        if half_done(out):
            said = f"{out} holds what is done: go on with --resume, begin anew with --force"
            click.echo(safe(said), err=True)
        raise
