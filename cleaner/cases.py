"""Whether a stage does what its own cases say: examples, keeps, twice is once, undo."""

from collections.abc import Iterator
from typing import Any

from cleaner.document import Division, Document, rejoin, undo
from cleaner.errors import FAILURES
from cleaner.stage import Reject, Split, Stage


def faults(stage: Stage) -> Iterator[str]:
    """Yield what a stage does otherwise than its cases say, each for a person."""
    if not stage.doc:
        yield "no docstring: its first line says what it does to the text"
    if not stage.examples:
        yield "no examples"
    if len(stage.keeps) < len(stage.examples):
        yield f"{len(stage.keeps)} keeps, fewer than its {len(stage.examples)} examples"
    for source, wanted in stage.examples.items():
        try:
            yield from _of_example(stage, source, wanted)
        except FAILURES as error:
            yield f"of {source!r} it makes an error: {error!r}"
    for text in stage.keeps:
        try:
            yield from _of_keep(stage, text)
        except FAILURES as error:
            yield f"of {text!r} it makes an error: {error!r}"


def _of_example(stage: Stage, source: str, wanted: Any) -> Iterator[str]:
    found = _texts(stage(Document("case", source)))
    if found != ([wanted] if isinstance(wanted, str) else wanted):
        yield f"of {source!r} it makes {found!r}, not {wanted!r}"
    for text in found:
        (after,) = stage(Document("case", text, {"schema": 1}))
        if after.text != text:
            yield f"of {text!r}, which it made, it makes {after.text!r}: twice is not once"
    if not _is_undone(stage, source):
        yield f"what it did to {source!r} cannot be undone"


def _of_keep(stage: Stage, text: str) -> Iterator[str]:
    results = stage(Document("case", text))
    is_other = not isinstance(stage, Reject | Split) and results[0].history
    if _texts(results) != [text] or is_other:
        yield f"{text!r} is to be left alone"


def _texts(results: list[Document]) -> list[str]:
    """Return the texts that live on."""
    return [one.text for one in results if one.outcome is None]


def _is_undone(stage: Stage, source: str) -> bool:
    """Say whether the source comes back from what the stage wrote down."""
    parent, *children = stage(Document("case", source))
    if not isinstance(parent.outcome, Division):
        return undo(parent) == source
    division = parent.outcome
    lifted = [source[a:b] for piece in division.pieces for _, (a, b) in piece.lifted]
    left = [source[a:b] for a, b in division.leftovers]
    return rejoin(division, [child.text for child in children], lifted, left) == source
