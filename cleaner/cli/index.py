"""`clean index`: what stands behind `clean dedup --index`."""

from pathlib import Path

import click

from cleaner.cli.run import tell_failures
from cleaner.cli.terminal import progress_bar, safe

FOLDER = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))


@click.group(
    "index",
    epilog="""\b
Example:
  clean dedup monday.jsonl -o monday --index seen
  clean dedup tuesday.jsonl -o tuesday --index seen
  clean index stats seen""",
)
def index_command() -> None:
    """Look after an index of earlier runs, as `clean dedup --index DIR` asks and fills it."""


@index_command.command(
    "add",
    epilog="""\b
Example:
  clean index add seen corpus.jsonl more.jsonl --near copy""",
)
@FOLDER
@click.argument("sources", nargs=-1, required=True, metavar="CORPUS...")
@click.option("--near", default="copy", show_default=True, help="As of clean dedup.")
@click.option("--within", default="", metavar="FIELD", help="As of clean dedup.")
@click.option("--text-field", default="text", show_default=True, help="The field of the text.")
@click.option("--id-field", default="id", show_default=True, help="The field of the id.")
@click.option("-q", "--quiet", is_flag=True, help="No progress, no table.")
def add_command(folder: Path, sources: tuple[str, ...], quiet: bool, **flags: str) -> int:
    """Add what an index does not have yet, and write no output."""
    from tempfile import TemporaryDirectory

    from cleaner.figures import table
    from cleaner.io.readers import Reading
    from cleaner.recipe import Duplicates
    from cleaner.run import Settings, deduplicate

    duplicates = Duplicates(near=flags["near"], within=flags["within"])
    reading = Reading(flags["text_field"], flags["id_field"])
    with TemporaryDirectory(prefix="clean-index-") as out, progress_bar(quiet) as progress:
        settings = Settings(reading, edits=False, index=folder, progress=progress)
        ran = deduplicate(sources, Path(out) / "out", duplicates, settings)
    if not quiet:
        click.echo(safe(f"{table(ran.figures, ran.seconds)}\nadded to {folder}"), err=True)
    return tell_failures(ran.figures)


@index_command.command(
    "stats",
    epilog="""\b
Example:
  clean index stats seen""",
)
@FOLDER
def stats_command(folder: Path) -> None:
    """Tell what an index holds."""
    from cleaner.dedup.index import stats

    found = stats(folder)
    click.echo(
        f"{found.documents} documents in {found.segments} segments, {found.size / 1e6:.1f} MB"
    )


@index_command.command(
    "compact",
    epilog="""\b
Example:
  clean index compact seen""",
)
@FOLDER
def compact_command(folder: Path) -> None:
    """Write all segments as one: each run adds one, and each is asked in turn."""
    from cleaner.dedup.index import open_index, stats

    before = stats(folder).segments
    open_index(folder).compact()
    click.echo(f"{before} segments are 1")


@index_command.command(
    "verify",
    epilog="""\b
Example:
  clean index verify seen""",
)
@FOLDER
def verify_command(folder: Path) -> int:
    """Read every file and compare it with what was written; exit 1 where one is damaged."""
    from cleaner.dedup.index import stats, verify

    found = list(verify(folder))
    for line in found:
        click.echo(safe(line))
    if not found:
        click.echo(f"{stats(folder).documents} documents, nothing damaged")
    return 1 if found else 0
