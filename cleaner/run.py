"""Sources in, an output folder out.

Documents stream through the pipeline into part files; what stays in memory is what the search for
duplicates needs. When every text is known the duplicates are moved from the corpus to what was
dropped, and the files appear under their names.
"""

import contextlib
import hashlib
import platform
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from cleaner.dedup.against import OVERLAP
from cleaner.document import Division, Document, Drop
from cleaner.duplicates import Seen
from cleaner.errors import InputError, StageError
from cleaner.evaluation import held_against, read_evaluation
from cleaner.io import html
from cleaner.io.audit import edit_lines, split_line
from cleaner.io.conceal import concealed, failed
from cleaner.io.readers import Reading, read
from cleaner.io.records import Entry, Names, dropped_of, dump, record_of
from cleaner.io.sources import (
    CORPUS_NAME,
    DROPPED_NAME,
    EDITS_NAME,
    REPORT_NAME,
    RUN_NAME,
    SPLIT_NAME,
    Found,
    Source,
    find_sources,
)
from cleaner.io.writers import Output, check_apart, check_folder
from cleaner.pipeline import Pipeline
from cleaner.recipe import OFF, Duplicates, Recipe
from cleaner.repeated import STAGE as SHORTENED
from cleaner.report import Tally
from cleaner.workers import Cleaned, clean_all

# What the output depends on beside this package.
LIBRARIES = ("ftfy", "numpy", "opencc", "orjson", "rjieba")
# And where web pages are read.
HTML_LIBRARIES = ("lxml", "trafilatura")

# The corpus before the duplicates are taken out of it, and how the files of signatures begin.
EVERY_NAME = "every.jsonl"
SIGNATURES_NAME = "signatures"

# The stage that is named where a record cannot be written as JSON.
WRITE = "write"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run, beside the recipe.

    `edits`: write edits.jsonl. `strict`: stop at the first document that cannot be read or that a
    stage fails on. `force`: write into a folder that is no earlier output. `index`: the folder of
    an index of earlier runs, which the documents are held against and added to. `against`: the
    sources of evaluation sets; what has `overlap` letters in a row of them goes. `jobs`: how many
    processes clean; the output is the same for any number. `progress` is
    called with the number of bytes read since it was called last, and of all there are to read.
    """

    reading: Reading = field(default_factory=Reading)
    edits: bool = True
    strict: bool = False
    force: bool = False
    index: Path | None = None
    against: tuple[str, ...] = ()
    overlap: int = OVERLAP
    jobs: int = 1
    progress: Callable[[int, int], object] | None = None


class Ran(NamedTuple):
    """A finished run: the folder, what report.json holds, and how long it took."""

    folder: Path
    figures: dict[str, Any]
    seconds: float


def run(
    sources: Sequence[str],
    out: Path | str,
    recipe: Recipe | None = None,
    settings: Settings | None = None,
) -> Ran:
    """Clean the sources into the folder `out`; the same input gives the same bytes.

    Raises InputError, OutputError, RecipeError; StageError under `strict` only. When it raises,
    an earlier output in `out` is as it was.
    """
    recipe = recipe or Recipe()
    pipeline = recipe.pipeline()
    return _run(sources, Path(out), recipe, settings or Settings(), pipeline)


def deduplicate(
    sources: Sequence[str],
    out: Path | str,
    duplicates: Duplicates | None = None,
    settings: Settings | None = None,
) -> Ran:
    """Look for duplicates in records as they are: corpus.jsonl and dropped.jsonl in `out`.

    Records are passed through with every field they have. Raises InputError, OutputError.
    """
    recipe = Recipe(duplicates=duplicates or Duplicates())
    return _run(sources, Path(out), recipe, settings or Settings(), None)


def _run(
    sources: Sequence[str],
    folder: Path,
    recipe: Recipe,
    settings: Settings,
    pipeline: Pipeline | None,
) -> Ran:
    started = time.perf_counter()  # for run.json, which is outside the byte-for-byte promise
    check_folder(folder, force=settings.force)
    found = find_sources(sources, folder)
    check_apart(folder, found.sources)
    has_html = settings.reading.html or any(one.holds_html for one in found.sources)
    if has_html:
        html.require()
    tally = Tally()
    tally.inputs(len(found.sources), found.skipped)
    with Output(folder, force=settings.force) as output:
        writing = _Writing(output, recipe, settings, tally)
        entries = _entries(found, settings, tally)
        if pipeline:
            named = (concealed(entry, pipeline) for entry in entries)
            for entry, cleaned in clean_all(named, recipe, pipeline, settings.jobs):
                writing.take(entry, cleaned, pipeline)
        else:
            for entry in entries:
                writing.pass_on(entry)
        writing.settle()
        order = tuple(stage.name for stage in pipeline.stages) if pipeline else ()
        order = (*order, SHORTENED)
        figures = tally.figures(order)
        output.open(REPORT_NAME).write(_pretty(figures))
        seconds = time.perf_counter() - started
        libraries = (*LIBRARIES, *(HTML_LIBRARIES if has_html else ()))
        about = _about(recipe, found.sources, libraries, seconds)
        output.open(RUN_NAME).write(_pretty(pipeline.concealed(about) if pipeline else about))
        with writing.remembered():
            output.finish()
    return Ran(folder, figures, seconds)


def _entries(found: Found, settings: Settings, tally: Tally) -> Iterator[Entry]:
    progress = settings.progress or (lambda _read, _all: None)
    total = sum(source.size for source in found.sources)
    for source in found.sources:
        done = 0
        for entry in read(source, settings.reading):
            yield entry
            done += entry.size
            progress(entry.size, total)
            if settings.strict and isinstance(entry.document.outcome, Drop):
                raise InputError(f"{entry.document.id}: {entry.document.outcome.reason}")
        # Of a packed file, and of blank lines, no entry knows the bytes.
        rest = max(source.size - done, 0)
        progress(rest, total)
        tally.read(done + rest)


class _Writing:
    """The open files of a run, and what it must remember of the texts that it kept."""

    def __init__(self, output: Output, recipe: Recipe, settings: Settings, tally: Tally) -> None:
        self._output, self._strict, self._tally = output, settings.strict, tally
        self._every = output.open(EVERY_NAME)
        self._dropped = output.open(DROPPED_NAME)
        self._split = output.open(SPLIT_NAME)
        self._edits = output.open(EDITS_NAME) if settings.edits else None
        self._names = Names()
        wanted = recipe.duplicates
        is_off = recipe.keep_all or (wanted.near == OFF and not wanted.exact)
        scratch, field = output.part(SIGNATURES_NAME), settings.reading.text_field
        self._seen = None if is_off else Seen(wanted, scratch, field, settings.index)
        self._evaluation = None
        if settings.against:
            self._evaluation = read_evaluation(settings.against, settings.reading, settings.overlap)

    def take(self, entry: Entry, cleaned: Cleaned, pipeline: Pipeline) -> None:
        """Write what became of a document."""
        document = entry.document
        if cleaned.error and self._strict:
            raise StageError(*cleaned.error)
        self._tally.entered(document)
        results = cleaned.results
        if len(results) == 1 and not results[0].history and "schema" in document.meta:
            # What was clean keeps the notes of its first cleaning: those were made of more.
            results = [replace(results[0], meta=document.meta)]
        results = _with_new_names(results, self._names)
        try:
            self._write(results, entry)
        except StageError as error:
            if self._strict:
                raise
            document = replace(document, id=results[0].id)
            self._write([failed(document, error, pipeline)], entry)

    def pass_on(self, entry: Entry) -> None:
        """Write a record as it was read."""
        document = entry.document
        self._tally.entered(document)
        document = self._judged(document)
        self._tally.left(document)
        record = entry.record or record_of(document, entry.source, entry.extra)
        if isinstance(document.outcome, Drop):
            self._dropped.write(dump({**record, "dropped": dropped_of(document.outcome)}))
            return
        # A line stays as it is, byte for byte: JSON that was parsed and written again has lost the
        # digits of long numbers, and costs a tenth of the time.
        line = dump(record) if entry.line is None else entry.line + b"\n"
        self._every.write(line)
        if self._seen:
            self._seen.add(document, record, line)

    def settle(self) -> None:
        """Take the duplicates out of the corpus."""
        every, corpus = self._output.close(EVERY_NAME), self._output.part(CORPUS_NAME)
        if not self._seen:
            every.replace(corpus)
            return
        for stage, record in self._seen.settle(every, corpus, self._dropped):
            self._tally.duplicate(stage, record)
        self._tally.spared(self._seen.spared())
        write = {"dropped": self._dropped.write}
        if self._edits:
            write["edits"] = self._edits.write
        for edits, left in self._seen.shortened(corpus, write):
            if left is not None:
                self._tally.duplicate(SHORTENED, left)
            else:
                self._tally.changed(SHORTENED, edits)

    def _judged(self, document: Document) -> Document:
        """Return a document, dropped where it overlaps an evaluation set."""
        if self._evaluation is None or document.outcome:
            return document
        return replace(document, outcome=held_against(document, self._evaluation))

    @contextlib.contextmanager
    def remembered(self) -> Iterator[None]:
        """Add the corpus to the index, if there is one, once the body is done."""
        if not self._seen:
            yield
            return
        with self._seen.remembered(self._output.part(CORPUS_NAME)):
            yield

    def _write(self, results: Sequence[Document], entry: Entry) -> None:
        """Write documents; nothing of them is written where one cannot be. Raises StageError."""
        results = [self._judged(one) for one in results]
        try:
            records = [
                None
                if isinstance(one.outcome, Division)
                else record_of(one, entry.source, entry.extra)
                for one in results
            ]
            lines = [
                dump(record) if record else split_line(one, entry.source)
                for one, record in zip(results, records, strict=True)
            ]
            edits = [b"".join(edit_lines(one)) for one in results] if self._edits else []
        except TypeError as error:
            message = f"{entry.document.id}: cannot be written as JSON: {error}"
            raise StageError(message, WRITE) from error
        for one, record, line in zip(results, records, lines, strict=True):
            self._tally.left(one)
            if record is None:
                self._split.write(line)
            elif one.outcome:
                self._dropped.write(line)
            else:
                self._every.write(line)
                if self._seen:
                    self._seen.add(one, record, line)
        if self._edits:
            self._edits.writelines(edits)


def _with_new_names(results: Sequence[Document], names: Names) -> list[Document]:
    """Return the documents with ids that no other document of the run has, the parent's first."""
    old = results[0].id
    parent = names.unique(old)
    new = {old: parent}
    for one in results[1:]:
        # A child's id begins with its parent's, of which it may be a child itself.
        named = new.get(one.id) or names.unique(parent + one.id.removeprefix(old))
        new[one.id] = named
    if all(name == old for old, name in new.items()):
        return list(results)
    renamed = []
    for one in results:
        outcome, meta = one.outcome, one.meta
        if isinstance(outcome, Division):
            outcome = outcome._replace(children=tuple(new[name] for name in outcome.children))
        if meta.get("parent") in new:
            meta = {**meta, "parent": new[meta["parent"]]}
        renamed.append(replace(one, id=new[one.id], meta=meta, outcome=outcome))
    return renamed


def _about(
    recipe: Recipe, sources: Sequence[Source], libraries: Sequence[str], seconds: float
) -> dict[str, Any]:
    """Return what run.json holds."""
    return {
        "schema": 1,
        "cleaner": version("cleaner"),
        "python": platform.python_version(),
        "libraries": {name: version(name) for name in sorted(libraries)},
        "recipe": recipe.as_json(),
        "recipe_sha256": recipe.digest(),
        "sources": [
            {"name": source.name, "bytes": source.size, "sha256": _digest(source)}
            for source in sources
        ],
        "seconds": round(seconds, 3),
    }


def _digest(source: Source) -> str | None:
    if source.path is None or not source.path.is_file():
        return None
    try:
        with source.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def _pretty(value: Mapping[str, Any]) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
