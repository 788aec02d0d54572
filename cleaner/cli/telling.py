"""What happened to a document, as lines for a terminal: stage by stage, then what became of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

import click

from cleaner.cli import evidence
from cleaner.cli.terminal import more, safe, shown_inline, side_by_side
from cleaner.document import Division, Document, Drop, Span, Step, apply, undo
from cleaner.errors import Redacted
from cleaner.excerpt import Hunk, Part, hunks
from cleaner.model import SHIPPED
from cleaner.pipeline import Pipeline
from cleaner.visible import clipped, marked

T = TypeVar("T")

LONGEST = 160  # characters shown of one value or stretch of text; chosen


class Manner(NamedTuple):
    """How to tell: places shown a stage (0 for all), and how wide two columns are (0 for one)."""

    limit: int
    cells: int = 0


def told(
    document: Document,
    shown: Mapping[str, str],
    manner: Manner,
    pipeline: Pipeline | None = None,
) -> Iterator[str]:
    """Yield what happened to one document; `shown`: the stages to tell of, with what they do.

    With the pipeline, layout is asked anew why it decided so: only the one that ran may be.
    """
    try:
        text = undo(document)
    except Redacted:
        yield from told_without_source(document, shown, manner)
        return
    yield click.style(safe(f"{document.id}  {len(text):,} characters"), bold=True)
    for step in _history(document, pipeline, shown):
        if step.stage in shown:
            yield click.style(f"  {step.stage}", fg="cyan") + f"  {safe(shown[step.stage])}"
            yield from _stage(document, text, step, pipeline, manner)
        if step.spans:
            text = "".join(text[start:end] for start, end in step.spans)
        else:
            text = apply(text, step.edits)
    yield from _ending(document, text, manner)


def told_without_source(
    document: Document, shown: Mapping[str, str], manner: Manner
) -> Iterator[str]:
    """Yield what happened to a document with private data: no text round the changes."""
    yield click.style(f"{safe(document.id)}  private data were taken out", bold=True)
    for step in document.history:
        if step.stage not in shown:
            continue
        yield click.style(f"  {step.stage}", fg="cyan") + f"  {safe(shown[step.stage])}"
        for edit in _some(step.edits, manner.limit):
            (hunk,) = hunks("", [edit], 0)
            yield f"    at {edit.start}: {shown_inline(hunk.parts)}"
        yield from more(len(step.edits), manner.limit)
    yield from _ending(document, document.text, manner)


def _ending(document: Document, text: str, manner: Manner) -> Iterator[str]:
    """Yield what became of a document."""
    if isinstance(document.outcome, Drop):
        yield click.style(f"  dropped by {document.outcome.stage}", fg="red")
        yield safe(f"    {document.outcome.reason}")
        if document.outcome.kept:
            yield safe(f"    kept instead: {document.outcome.kept}")
    elif isinstance(document.outcome, Division):
        yield from _division(text, document.outcome, manner.limit)
    else:
        for key in sorted(document.meta):
            yield f"  {click.style(safe(key), fg='yellow')}: {_short(str(document.meta[key]))}"
    yield ""


def _history(document: Document, pipeline: Pipeline | None, shown: Mapping[str, str]) -> list[Step]:
    """Return the steps of a document.

    Who asks for the line breaks alone wants to know why none was joined, too.
    """
    steps = list(document.history)
    if pipeline and set(shown) == {evidence.BREAKS} and "parent" not in document.meta:
        rank = {stage.name: number for number, stage in enumerate(pipeline.stages)}
        at = sum(rank[step.stage] < rank[evidence.BREAKS] for step in steps)
        if at == len(steps) or steps[at].stage != evidence.BREAKS:
            steps.insert(at, Step(evidence.BREAKS))
    return steps


def _stage(
    document: Document, text: str, step: Step, pipeline: Pipeline | None, manner: Manner
) -> Iterator[str]:
    """Yield what a stage did to the text: of layout what it decided and by which evidence."""
    if pipeline and step.stage == evidence.BREAKS:
        yield from evidence.breaks(replace(document, text=text, history=()), manner.limit)
        # The joins were told with the breaks.
        rest = tuple(edit for edit in step.edits if "\n" not in edit.old)
        yield from _step(text, step._replace(edits=rest), manner)
    elif pipeline and step.stage in evidence.ORDERS:
        model = pipeline.options.get(step.stage, {}).get("model", SHIPPED)
        yield from evidence.order(text, step, model, manner.limit)
    else:
        yield from _step(text, step, manner)


def _step(text: str, step: Step, manner: Manner) -> Iterator[str]:
    if step.spans:
        for start, end in _some(step.spans, manner.limit):
            yield f"    {start}-{end}: {_short(text[start:end])}"
        yield from more(len(step.spans), manner.limit)
        return
    left = len(step.edits)
    for number, hunk in enumerate(hunks(text, step.edits)):
        if manner.limit and number == manner.limit:
            yield f"    and {left:,} more (--limit 0 shows all)"
            return
        yield from _hunk(hunk, manner)
        left -= hunk.edits


def _hunk(hunk: Hunk, manner: Manner) -> Iterator[str]:
    """Yield a place that changed: on one line, or as it was and as it is side by side."""
    kept = click.style(f" -> {', '.join(hunk.fields)}", fg="yellow") if hunk.fields else ""
    head = f"    {hunk.line:>5}: "
    if not manner.cells:
        yield f"{head}{shown_inline(hunk.parts)}{kept}"
        return
    rows = list(side_by_side(hunk.parts, head, manner.cells))
    rows[-1] += kept
    yield from rows


def _division(text: str, division: Division, limit: int) -> Iterator[str]:
    yield click.style(f"  split by {division.stage} into {len(division.children)}", fg="cyan")
    for name, piece in zip(division.children, division.pieces, strict=True):
        lifted = "; ".join(f"{key}: {_short(text[a:b])}" for key, (a, b) in piece.lifted)
        first = _short(_first(text, piece.body))
        yield f"    {safe(name)}  {lifted}"
        yield f"      {first}"
    left = [text[a:b] for a, b in division.leftovers if text[a:b].strip()]
    for one in _some(left, limit):
        yield "    left over: " + shown_inline([Part("old", clipped(one, LONGEST))])
    yield from more(len(left), limit)


def _first(text: str, body: Sequence[Sequence[Span]]) -> str:
    """Return the first paragraph of an article."""
    return "".join(text[a:b] for a, b in body[0]) if body else ""


def _some(items: Sequence[T], limit: int) -> Sequence[T]:
    return items[:limit] if limit else items


def _short(text: str) -> str:
    """Return the text on one line, its middle left out where it is long."""
    return marked(clipped(text, LONGEST))
