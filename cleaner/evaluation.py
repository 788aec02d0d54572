"""Read evaluation sets, so that nothing that a model is tested with is trained on."""

from collections.abc import Iterator, Sequence
from typing import Any

from cleaner.dedup.against import Evaluation
from cleaner.document import Document, Drop
from cleaner.errors import InputError
from cleaner.io.readers import LINE_BYTES, Reading, read, source_lines
from cleaner.io.records import parse_loosely
from cleaner.io.sources import Source, find_sources

STAGE = "evaluation-overlap"


def read_evaluation(sources: Sequence[str], reading: Reading, overlap: int) -> Evaluation:
    """Return the texts of evaluation sets: of a record every string in it, however deep.

    Questions, passages and answers stand in fields of many names, so all count; what is too short
    to show anything does not. Raises InputError where something cannot be read: a set with a hole
    in it would let through what it should keep out.
    """
    return Evaluation(_texts(sources, reading), overlap)


def _texts(sources: Sequence[str], reading: Reading) -> Iterator[tuple[str, str]]:
    for source in find_sources(sources).sources:
        if source.holds_records:
            yield from _of_records(source)
            continue
        for entry in read(source, reading):
            name, outcome = entry.document.id, entry.document.outcome
            if isinstance(outcome, Drop):
                raise InputError(f"{name}: {outcome.reason}")
            yield name, entry.document.text


def _of_records(source: Source) -> Iterator[tuple[str, str]]:
    for number, (line, size) in enumerate(source_lines(source), 1):
        place = f"{source.name}:{number}"
        if size > len(line):
            raise InputError(f"{place}: a line of over {LINE_BYTES} bytes")
        if not line.strip():
            continue
        try:
            record, _ = parse_loosely(line)
        except InputError as error:
            raise InputError(f"{place}: {error}") from error
        for text in _strings(record):
            yield str(record.get("id") or place), text


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _strings(one)
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)


def held_against(document: Document, evaluation: Evaluation) -> Drop | None:
    """Return why a document must go, or None."""
    found = evaluation.overlap(document.text)
    if found is None:
        return None
    return Drop(
        STAGE,
        f"{len(found.letters)} letters in a row stand in the evaluation text {found.name}",
        None,
        {"overlaps": found.name, "letters": found.letters},
    )
