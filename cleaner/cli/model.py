"""`clean model`."""

from pathlib import Path
from typing import Any

import click

from cleaner.cli.options import charset_option
from cleaner.cli.terminal import progress_bar, safe

SHOWN_UNREAD = 5  # what could not be read, named; chosen


@click.command(
    "model",
    epilog="""\b
Examples:
  clean model corpus.jsonl -o news.model
  clean run pages -o out --model news.model""",
)
@click.argument("sources", nargs=-1, required=True, metavar="CORPUS...")
@click.option("-o", "--out", required=True, type=click.Path(path_type=Path), help="The file.")
@click.option("--alone", is_flag=True, help="Count CORPUS alone, not the shipped table with it.")
@click.option(
    "--min-count",
    type=click.IntRange(min=1),
    default=2,
    show_default=True,
    help="Leave out what was seen less often.",
)
@click.option(
    "--max-ngrams",
    type=click.IntRange(min=1),
    default=4_000_000,
    show_default=True,
    help="Keep so many, the commonest; 5 bytes each.",
)
@click.option("--text-field", default="text", show_default=True, help="The text in foreign JSONL.")
@charset_option
@click.option("-q", "--quiet", is_flag=True, help="No progress, no figures.")
def model_command(sources: tuple[str, ...], out: Path, quiet: bool, **flags: Any) -> None:
    """Count how the characters of CORPUS... follow each other, into a file for --model.

    With it columns that were read row by row are pulled apart by what is usual in texts like
    yours. CORPUS is all that `clean run` reads, best a corpus that it made.
    """
    from cleaner.io.readers import Reading
    from cleaner.learn import Learning, learn

    with progress_bar(quiet) as progress:
        learned = learn(
            sources,
            out,
            Learning(
                Reading(text_field=flags["text_field"], charset=flags["charset"]),
                alone=flags["alone"],
                min_count=flags["min_count"],
                max_ngrams=flags["max_ngrams"],
                progress=progress,
            ),
        )
    if quiet:
        return
    for one in learned.unread[:SHOWN_UNREAD]:
        click.echo(safe(f"left out: {one}"), err=True)
    if len(learned.unread) > SHOWN_UNREAD:
        click.echo(f"left out: {len(learned.unread) - SHOWN_UNREAD:,} more", err=True)
    click.echo(
        safe(
            f"{learned.documents:,} documents, {learned.characters:,} characters\n"
            f"{learned.ngrams:,} n-grams, {learned.size / 1e6:.1f} MB, "
            f"sha256 {learned.model.sha256}\nwritten to {out}"
        ),
        err=True,
    )
