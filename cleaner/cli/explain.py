"""`clean explain`: what each stage did to a document, as a diff."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner.cli.options import (
    beside_option,
    charset_option,
    color_option,
    recipe_of,
    recipe_options,
)
from cleaner.cli.terminal import SEE_STAGES, cells_of, safe
from cleaner.errors import InputError, RecipeError, did_you_mean

if TYPE_CHECKING:
    from cleaner.document import Document
    from cleaner.past import Past
    from cleaner.pipeline import Pipeline


@click.command(
    "explain",
    epilog="""\b
Examples:
  clean explain page.txt
  clean explain page.txt --stage wrapped-line --limit 0
  clean explain pages.jsonl --stage page-number --limit 0 --color | less -R
  clean explain out --id "pages/003.txt#2"
  clean explain page.txt --html > page.html""",
)
@click.argument("file")
@click.option(
    "--id",
    "name",
    metavar="ID",
    help="FILE is what `clean run` wrote: tell of its document ID, by its edits.jsonl.",
)
@click.option("--stage", "stages", multiple=True, metavar="NAME", help="Show this stage only.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Places shown a stage; 0 for all.",
)
@beside_option
@click.option("--html", is_flag=True, help="Print a page for a browser.")
@color_option
@charset_option
@recipe_options
def explain_command(file: str, name: str | None, stages: tuple[str, ...], **flags: Any) -> None:
    """Show what each stage does to FILE (or - for standard input), and why.

    [-taken out-] {+put in+}; a line break is shown as ⏎. Of paragraphs it tells each line break's
    decision, of columns what made lines follow each other; evidence is in nats. With --id no stage
    runs: the history of a record is told from its source on.
    """
    if name is not None:
        _tell_past(Path(file), name, stages, flags)
        return
    pipeline = recipe_of(flags).pipeline()
    known = {stage.name: stage.doc.partition("\n")[0] for stage in pipeline.stages}
    shown = _chosen(stages, known)
    unread: list[str] = []
    documents = _documents(file, pipeline, flags["charset"], unread)
    if flags["html"]:
        _page(file, documents, shown, flags["limit"])
    else:
        for document in documents:
            _tell(document, shown, flags, pipeline)
    if unread:
        raise InputError(f"{file}: {len(unread)} documents could not be read")


def _documents(
    file: str, pipeline: "Pipeline", charset: str, unread: list[str]
) -> "Iterator[Document]":
    """Yield what the documents of a file become; the ids of those that cannot be read go aside."""
    from cleaner.document import Drop
    from cleaner.io.conceal import concealed
    from cleaner.io.html import require
    from cleaner.io.readers import Reading, read
    from cleaner.io.sources import find_sources

    found = find_sources([file]).sources
    if any(source.holds_html for source in found):
        require()
    for source in found:
        for read_entry in read(source, Reading(charset=charset)):
            entry = concealed(read_entry, pipeline)
            if isinstance(entry.document.outcome, Drop):
                click.echo(safe(f"{entry.document.id}: {entry.document.outcome.reason}"), err=True)
                unread.append(entry.document.id)
                continue
            yield from pipeline(entry.document)


def _tell(
    document: "Document",
    shown: Mapping[str, str],
    flags: Mapping[str, Any],
    pipeline: "Pipeline | None" = None,
    *,
    is_lost: bool = False,
) -> None:
    """Print what happened to a document."""
    from cleaner.cli.telling import Manner, told, told_without_source

    manner = Manner(flags["limit"], cells_of(flags["beside"]))
    lines = (
        told_without_source(document, shown, manner)
        if is_lost
        else told(document, shown, manner, pipeline)
    )
    for line in lines:
        click.echo(line, color=flags["color"])


def _tell_past(folder: Path, name: str, stages: tuple[str, ...], flags: Mapping[str, Any]) -> None:
    """Print the history of a document of an output: of its page, of itself, of its duplicates."""
    from cleaner.past import past_of
    from cleaner.stages import ORDER

    past = past_of(folder, name)
    known = {step.stage: "" for one in past.documents for step in one.history}
    known |= {stage.name: stage.doc.partition("\n")[0] for stage in ORDER}
    shown = _chosen(stages, known)
    if flags["html"]:
        _page(name, past.documents, shown, flags["limit"], past)
        return
    click.echo(safe(f"read from {past.source}\n"))
    for document in past.documents:
        _tell(document, shown, flags, is_lost=document.id in past.lost)
    for twin in past.twins:
        said = f"  stands for {twin.id}, dropped by {twin.stage}: {twin.reason}"
        click.echo(safe(said))


def _page(
    title: str,
    documents: "Iterable[Document]",
    shown: Collection[str],
    limit: int,
    past: "Past | None" = None,
) -> None:
    from cleaner.view.explained import explained

    click.echo(explained(title, documents, shown, limit, past), nl=False)


def _chosen(stages: tuple[str, ...], known: Mapping[str, str]) -> dict[str, str]:
    """Return the stages to tell of; raises RecipeError for a name that is none of them."""
    for name in stages:
        if name not in known:
            raise RecipeError(f"no stage {name!r}{did_you_mean(name, known) or SEE_STAGES}")
    return {name: doc for name, doc in known.items() if not stages or name in stages}
