"""`clean dedup`."""

from pathlib import Path
from typing import Any

import click

from cleaner.cli.options import against_options, run_options, shape_of, shape_options
from cleaner.cli.remote import out_options, placed
from cleaner.cli.run import advise, engine_of, interruption, tell_failures
from cleaner.cli.terminal import progress_bar, safe


@click.command(
    "dedup",
    epilog="""\b
Example:
  clean dedup corpus.jsonl more.jsonl -o out --near jaccard:0.7 --within language""",
)
@click.argument("sources", nargs=-1, required=True, metavar="CORPUS...")
@out_options(required=True)
@click.option(
    "--near",
    default="copy",
    show_default=True,
    help="What is alike: copy (aligned and weighed), jaccard:0.8 (of shingles) or off.",
)
@click.option("--within", default="", metavar="FIELD", help="Compare only where it is equal.")
@click.option(
    "--prefer",
    default="longest",
    show_default=True,
    help="Which of several is kept: longest, first, or field:NAME (the greatest there).",
)
@click.option(
    "--numbers",
    default="weighed",
    show_default=True,
    help="Of copy: weighed, or strict (one other number makes another text).",
)
@click.option(
    "--index",
    type=click.Path(path_type=Path),
    help="An index of earlier runs: what it knows goes, what stays is added to it.",
)
@click.option("--contained", is_flag=True, help="Drop what stands inside a longer text as well.")
@click.option(
    "--paragraphs",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Of a paragraph of N documents or more leave only the first.",
)
@against_options
@click.option("--text-field", default="text", show_default=True, help="The field of the text.")
@click.option("--id-field", default="id", show_default=True, help="The field of the id.")
@shape_options("jsonl", "jsonl.gz", "jsonl.zst")
@run_options
def dedup_command(sources: tuple[str, ...], out: str, quiet: bool, **flags: Any) -> int:
    """Take duplicates out of records, leaving them as they are otherwise.

    corpus.jsonl holds what stays, dropped.jsonl what went, each with the id that stays instead.
    """
    from dataclasses import replace

    from cleaner.figures import table
    from cleaner.io.readers import Reading
    from cleaner.recipe import Duplicates, Recipe
    from cleaner.run import Settings, deduplicate
    from cleaner.workers import cores

    wanted = ("near", "within", "prefer", "numbers", "contained", "paragraphs")
    duplicates = Duplicates(**{name: flags[name] for name in wanted})
    if not quiet:
        advise(Recipe(duplicates=duplicates), flags)
    settings = Settings(
        Reading(flags["text_field"], flags["id_field"]),
        edits=flags["paragraphs"] > 0,
        against=flags["against"],
        overlap=flags["overlap"],
        jobs=flags["jobs"] or cores(),
        strict=flags["strict"],
        force=flags["force"],
        resume=flags["resume"],
        index=flags["index"],
        shape=shape_of(flags),
    )
    engine = engine_of(flags)
    with placed(out, flags["local"], sources, force=flags["force"], quiet=quiet) as folder:
        with progress_bar(quiet) as progress, interruption(folder), engine as working:
            settings = replace(settings, progress=progress, engine=working)
            ran = deduplicate(sources, folder, duplicates, settings)
        if not quiet:
            said = f"{table(ran.figures, ran.seconds)}\nwritten to {ran.folder}"
            click.echo(safe(said), err=True)
    return tell_failures(ran.figures)
