"""`clean explain`: what each stage did to a document, as a diff."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cleaner.cli.clean import charset_option, recipe_of, recipe_options
from cleaner.cli.terminal import more, safe
from cleaner.errors import InputError, RecipeError, did_you_mean

if TYPE_CHECKING:
    from cleaner.document import Division, Document, Edit, Step
    from cleaner.pipeline import Pipeline

T = TypeVar("T")

AROUND = 16  # characters of the line shown at either side of a change; chosen for 80 columns
LONGEST = 160  # characters shown of one change; chosen


@click.command(
    "explain",
    epilog="""\b
Examples:
  clean explain page.txt
  clean explain page.txt --stage wrapped-line --limit 0
  clean explain pages.jsonl --stage page-number --limit 0 --color | less -R""",
)
@click.argument("file")
@click.option("--stage", "stages", multiple=True, metavar="NAME", help="Show this stage only.")
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    default=10,
    show_default=True,
    help="Changes shown a stage; 0 for all.",
)
@click.option("--color/--no-color", default=None, help="Colours; by default on a terminal only.")
@charset_option
@recipe_options
def explain_command(
    file: str,
    stages: tuple[str, ...],
    limit: int,
    color: bool | None,
    charset: str,
    **flags: Any,
) -> None:
    """Show what each stage does to FILE (or - for standard input), and why.

    [-taken out-] {+put in+}; a line break is shown as ⏎. Of paragraphs it tells each line break's
    decision, of columns what made lines follow each other; evidence is in nats.
    """
    from cleaner.document import Drop
    from cleaner.io.conceal import concealed
    from cleaner.io.html import require
    from cleaner.io.readers import Reading, read
    from cleaner.io.sources import find_sources

    pipeline = recipe_of(flags).pipeline()
    known = {stage.name: stage.doc.partition("\n")[0] for stage in pipeline.stages}
    for name in stages:
        if name not in known:
            raise RecipeError(f"no stage {name!r}{did_you_mean(name, known)}; try `clean stages`")
    shown = {name: doc for name, doc in known.items() if not stages or name in stages}
    failed = 0
    found = find_sources([file]).sources
    if any(source.holds_html for source in found):
        require()
    for source in found:
        for read_entry in read(source, Reading(charset=charset)):
            entry = concealed(read_entry, pipeline)
            if isinstance(entry.document.outcome, Drop):
                click.echo(safe(f"{entry.document.id}: {entry.document.outcome.reason}"), err=True)
                failed += 1
                continue
            for document in pipeline(entry.document):
                for line in _told(document, pipeline, shown, limit):
                    click.echo(line, color=color)
    if failed:
        raise InputError(f"{file}: {failed} documents could not be read")


def _told(
    document: "Document", pipeline: "Pipeline", shown: dict[str, str], limit: int
) -> Iterator[str]:
    """Yield what happened to one document, stage by stage."""
    from cleaner.document import apply, undo
    from cleaner.errors import Redacted

    try:
        text = undo(document)
    except Redacted:
        yield from _told_without_source(document, shown, limit)
        return
    yield click.style(safe(f"{document.id}  {len(text):,} characters"), bold=True)
    for step in _history(document, pipeline, shown):
        if step.stage in shown:
            yield click.style(f"  {step.stage}", fg="cyan") + f"  {safe(shown[step.stage])}"
            yield from _stage(document, text, step, pipeline, limit)
        if step.spans:
            text = "".join(text[start:end] for start, end in step.spans)
        else:
            text = apply(text, step.edits)
    yield from _ending(document, limit)


def _told_without_source(document: "Document", shown: dict[str, str], limit: int) -> Iterator[str]:
    """Yield what happened to a document with private data: no text round the changes."""
    yield click.style(f"{safe(document.id)}  private data were taken out", bold=True)
    for step in document.history:
        if step.stage not in shown:
            continue
        yield click.style(f"  {step.stage}", fg="cyan") + f"  {safe(shown[step.stage])}"
        for edit in _some(step.edits, limit):
            yield f"    at {edit.start}: {_change('', edit)}"
        yield from more(len(step.edits), limit)
    yield from _ending(document, limit)


def _ending(document: "Document", limit: int) -> Iterator[str]:
    """Yield what became of a document."""
    from cleaner.document import Division, Drop

    text = document.text
    if isinstance(document.outcome, Drop):
        yield click.style(f"  dropped by {document.outcome.stage}", fg="red")
        yield safe(f"    {document.outcome.reason}")
    elif isinstance(document.outcome, Division):
        yield from _division(text, document.outcome, limit)
    else:
        for key in sorted(document.meta):
            yield safe(f"  {key}: {_short(str(document.meta[key]))}")
    yield ""


def _history(document: "Document", pipeline: "Pipeline", shown: dict[str, str]) -> list["Step"]:
    """Return the steps of a document.

    Who asks for the line breaks alone wants to know why none was joined, too.
    """
    from cleaner.cli.evidence import BREAKS
    from cleaner.document import Step

    steps = list(document.history)
    if set(shown) == {BREAKS} and "parent" not in document.meta:
        rank = {stage.name: number for number, stage in enumerate(pipeline.stages)}
        at = sum(rank[step.stage] < rank[BREAKS] for step in steps)
        if at == len(steps) or steps[at].stage != BREAKS:
            steps.insert(at, Step(BREAKS))
    return steps


def _stage(
    document: "Document", text: str, step: "Step", pipeline: "Pipeline", limit: int
) -> Iterator[str]:
    """Yield what a stage did to the text: of layout what it decided and by which evidence."""
    from dataclasses import replace

    from cleaner.cli import evidence
    from cleaner.model import SHIPPED

    if step.stage == evidence.BREAKS:
        yield from evidence.breaks(replace(document, text=text, history=()), limit)
        # The joins were told with the breaks.
        rest = tuple(edit for edit in step.edits if "\n" not in edit.old)
        yield from _step(text, step._replace(edits=rest), limit)
    elif step.stage in evidence.ORDERS:
        model = pipeline.options.get(step.stage, {}).get("model", SHIPPED)
        yield from evidence.order(text, step, model, limit)
    else:
        yield from _step(text, step, limit)


def _step(text: str, step: "Step", limit: int) -> Iterator[str]:
    if step.spans:
        for start, end in _some(step.spans, limit):
            yield safe(f"    {start}-{end}: {_short(text[start:end])}")
        yield from more(len(step.spans), limit)
        return
    breaks = [place for place, char in enumerate(text) if char == "\n"]
    for edit in _some(step.edits, limit):
        yield f"    {bisect_right(breaks, edit.start - 1) + 1:>5}: {_change(text, edit)}"
    yield from more(len(step.edits), limit)


def _change(text: str, edit: "Edit") -> str:
    """Return an edit with the characters round it on its lines."""
    end = edit.start + len(edit.old)
    before = text[max(edit.start - AROUND, 0) : edit.start].rpartition("\n")[2]
    after = text[end : end + AROUND].partition("\n")[0]
    gone = safe(_short(edit.old)) if edit.hidden is None else f"{edit.hidden} characters"
    old = click.style(f"[-{gone}-]", fg="red") if edit.length else ""
    new = click.style(f"{{+{safe(_short(edit.new))}+}}", fg="green") if edit.new else ""
    kept = click.style(f" -> {edit.field}", fg="yellow") if edit.field else ""
    return f"{safe(before)}{old}{new}{safe(after)}{kept}"


def _division(text: str, division: "Division", limit: int) -> Iterator[str]:
    yield click.style(f"  split by {division.stage} into {len(division.children)}", fg="cyan")
    for name, piece in zip(division.children, division.pieces, strict=True):
        lifted = "; ".join(f"{key}: {_short(text[a:b])}" for key, (a, b) in piece.lifted)
        first = _short("".join(text[a:b] for a, b in piece.body[0])) if piece.body else ""
        yield safe(f"    {name}  {lifted}")
        yield safe(f"      {first}")
    left = [text[a:b] for a, b in division.leftovers if text[a:b].strip()]
    for one in _some(left, limit):
        yield "    left over: " + click.style(f"[-{safe(_short(one))}-]", fg="red")
    yield from more(len(left), limit)


def _some(items: Sequence[T], limit: int) -> Sequence[T]:
    return items[:limit] if limit else items


def _short(text: str) -> str:
    """Return the text on one line, its middle left out where it is long."""
    text = text.replace("\n", "⏎").replace("\t", "⇥")
    half = LONGEST // 2
    return text if len(text) <= LONGEST else f"{text[:half]} … {text[-half:]}"
