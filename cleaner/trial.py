"""What a run would do, tried on a sample: nothing is written.

The sample is drawn with a fixed seed from all that the sources hold, so all of it is read, but
only the sample is cleaned; of very many files only some are read.
"""

import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import orjson

from cleaner.dedup import Deduplicator, Duplicate
from cleaner.document import Document, Drop
from cleaner.duplicatesearch import field_of
from cleaner.errors import StageError
from cleaner.evaluation import held_against, read_evaluation
from cleaner.figures import Tally
from cleaner.io import html
from cleaner.io.conceal import concealed, failed
from cleaner.io.readers import read
from cleaner.io.records import Entry, record_of
from cleaner.io.sources import Source, find_sources
from cleaner.pipeline import Pipeline
from cleaner.recipe import FIELD, OFF, Recipe
from cleaner.run import Settings

# Of more files than this for each document wanted, so many are drawn and read. Chosen.
FILES = 10


class Trial(NamedTuple):
    """What became of a sample: figures as in report.json, and the documents with their history.

    `seen`: how many documents were read to draw it, `files` of `all_files` files. `seconds`: what
    cleaning the sample took.
    """

    figures: dict[str, Any]
    documents: tuple[Document, ...]
    seen: int
    files: int
    all_files: int
    seconds: float


def trial(sources: Sequence[str], recipe: Recipe, settings: Settings, size: int) -> Trial:
    """Return what a run would do to `size` documents of the sources; an index is not asked.

    Raises InputError, RecipeError.
    """
    reading = settings.reading
    pipeline = recipe.pipeline()
    found = find_sources(sources)
    if reading.html or any(source.holds_html for source in found.sources):
        html.require()
    evaluation = None
    if settings.against:
        evaluation = read_evaluation(settings.against, reading, settings.overlap)
    chosen = _some(found.sources, FILES * size)
    tally = Tally()
    tally.inputs(len(found.sources), found.skipped)
    drawn, seen = _draw(_entries(chosen, settings), size)
    started = time.perf_counter()
    results: list[Document] = []
    kept: list[tuple[Document, dict[str, Any]]] = []
    for raw in drawn:
        entry = concealed(raw, pipeline)
        tally.read(entry.size)
        tally.entered(entry.document)
        for one in _cleaned(entry.document, pipeline, tally):
            document = one
            if evaluation and not one.outcome:
                document = replace(one, outcome=held_against(one, evaluation))
            tally.left(document)
            results.append(document)
            if not document.outcome:
                kept.append((document, record_of(document, entry.source, entry.extra)))
    dropped = {}
    for position, copy in _duplicates(recipe, kept).items():
        document, record = kept[position]
        tally.duplicate(copy.stage, record)
        drop = Drop(copy.stage, copy.reason, kept[copy.kept][0].id, copy.evidence)
        dropped[document.id] = replace(document, outcome=drop)
    seconds = time.perf_counter() - started
    return Trial(
        tally.figures(tuple(stage.name for stage in pipeline.stages)),
        tuple(dropped.get(one.id, one) for one in results),
        seen,
        len(chosen),
        len(found.sources),
        seconds,
    )


def _cleaned(document: Document, pipeline: Pipeline, tally: Tally) -> list[Document]:
    """Return what a document becomes; one that came with an outcome stays as it is."""
    if document.outcome:
        return [document]
    try:
        return pipeline(document)
    except StageError as error:
        tally.failed(error.stage)
        return [failed(document, error, pipeline)]


def _some(sources: Sequence[Source], size: int) -> list[Source]:
    """Return so many of the sources, in their order."""
    if len(sources) <= size:
        return list(sources)
    places = random.Random(0).sample(range(len(sources)), size)  # noqa: S311  no secret
    return [sources[at] for at in sorted(places)]


def _entries(sources: Sequence[Source], settings: Settings) -> Iterator[Entry]:
    progress = settings.progress or (lambda _read, _all: None)
    total = sum(source.size for source in sources)
    for source in sources:
        done = 0
        for entry in read(source, settings.reading):
            yield entry
            done += entry.size
            progress(entry.size, total)
        progress(max(source.size - done, 0), total)


def _draw(entries: Iterator[Entry], size: int) -> tuple[list[Entry], int]:
    """Return a fair sample in its order (Vitter 1985), always the same, and how many there are."""
    draw = random.Random(0)  # noqa: S311  no secret
    drawn: list[tuple[int, Entry]] = []
    seen = 0
    for seen, entry in enumerate(entries, 1):
        at = len(drawn) if len(drawn) < size else draw.randrange(seen)
        if at < size:
            drawn[at : at + 1] = [(seen, entry)]
    return [entry for _, entry in sorted(drawn, key=lambda one: one[0])], seen


def _duplicates(
    recipe: Recipe, kept: Sequence[tuple[Document, dict[str, Any]]]
) -> dict[int, Duplicate]:
    """Return the duplicates among the documents, by their place."""
    wanted = recipe.duplicates
    if recipe.keep_all or (wanted.near == OFF and not wanted.exact):
        return {}
    engine = Deduplicator(
        near=None if wanted.near == OFF else wanted.near,
        exact=wanted.exact,
        prefer="worth" if wanted.prefer.startswith(FIELD) else wanted.prefer,
        numbers=wanted.numbers,
        contained=wanted.contained,
    )
    for document, record in kept:
        value = field_of(record, wanted.within)
        within = None if value is None else orjson.dumps(value).decode()
        engine.add(document.text, within, field_of(record, wanted.prefer.removeprefix(FIELD)))
    return engine.resolve()
