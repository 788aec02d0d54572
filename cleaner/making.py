"""What a process does with a shard: read it, clean it, sign what stays, write a part.

All of it is a function of the shard and the job: the same part comes out wherever and whenever it
is made, but for what the stages took, which its head says.
"""

import contextlib
import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from cleaner.dedup.against import OVERLAP, Evaluation
from cleaner.document import Division, Document, Drop
from cleaner.duplicatesearch import Noting, sign_one
from cleaner.errors import InputError, StageError
from cleaner.evaluation import held_against, read_evaluation
from cleaner.figures import Tally
from cleaner.io import html
from cleaner.io.audit import edit_lines, split_line
from cleaner.io.conceal import concealed, failed, given_up
from cleaner.io.readers import Reading, read_slice
from cleaner.io.records import Entry, dropped_of, dump, hash_of, record_of
from cleaner.io.shards import Shard
from cleaner.parts import Writing, path_of, slices_of
from cleaner.pipeline import Pipeline
from cleaner.recipe import Recipe

# The stage that is named where a record cannot be written as JSON.
WRITE = "write"

# A text as long as stages take another way from, and one to sign; any would do.
WARM_CHARS = 5000
WARM_TEXT = "會議在北京舉行，讀了一封信。" * 9

# What is done with a document at the moment.
READING, CLEANING, NOTHING = range(3)


class Ending(NamedTuple):
    """Why a document is given up: a process ended on it. `doing`: what was done with it then.

    In the reason, {chars} stands for its length.
    """

    doing: int
    stage: str
    reason: str

    def drop(self, document: Document) -> Drop:
        """Return the outcome of a document that is given up for it."""
        return Drop(self.stage, self.reason.format(chars=len(document.text)))


# Called when something is begun with the document of a number; the number is of the shard.
Beat = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be done to every shard of a run.

    `cleans`: run the recipe's stages; else records are passed on as they are. `folder`: where the
    parts go. The others are as in `Settings`.
    """

    recipe: Recipe
    folder: Path
    reading: Reading = field(default_factory=Reading)
    cleans: bool = True
    edits: bool = True
    strict: bool = False
    against: tuple[str, ...] = ()
    overlap: int = OVERLAP


class Maker:
    """Makes parts, one after the other, in one process.

    `parent`: the process that this one works for; when that has died no part appears any more.
    """

    def __init__(self, job: Job, beat: Beat | None = None, parent: int | None = None) -> None:
        self._job, self._parent = job, parent
        self._beat = beat or (lambda _number, _doing: None)
        self._pipeline = job.recipe.pipeline(time.perf_counter) if job.cleans else None
        self._evaluation = None
        if job.against:
            self._evaluation = read_evaluation(job.against, job.reading, job.overlap)

    def warm_up(self, shard: Shard) -> None:
        """Load what is loaded when it is first needed, so that no document is timed for it.

        Tables, dictionaries and libraries: by the stages' own examples, one by one and as a text.
        """
        examples = [
            (stage, text)
            for stage in (self._pipeline.stages if self._pipeline else ())
            for text in stage.examples
        ]
        for stage, text in examples:
            with contextlib.suppress(Exception):  # a stage that fails says so of a document
                stage(Document("", text))
        if self._pipeline:
            with contextlib.suppress(StageError):
                self._pipeline(Document("", "\n".join(text for _, text in examples)[:WARM_CHARS]))
        sign_one(self._job.recipe, WARM_TEXT)
        if self._job.reading.html or any(one.source.holds_html for one in shard.slices):
            with contextlib.suppress(InputError):
                html.read_page(f"<html><body><p>{WARM_TEXT}</p></body></html>")

    def make(self, shard: Shard, endings: Mapping[int, Ending] | None = None) -> None:
        """Make the part of a shard; documents are given up by their number in it.

        Raises InputError or StageError under `strict`; OSError where it cannot be written.
        """
        job = self._job
        path = path_of(job.folder, shard.number)
        if self._pipeline:
            self._pipeline.seconds.clear()
        with Writing(job.folder) as part:
            share = _Share(job, part, self._pipeline, self._evaluation)
            counting = _Counting(self._beat, endings or {})
            for one in shard.slices:
                for entry in read_slice(one, job.reading, counting.begin):
                    share.take(entry, counting)
                    self._beat(counting.number, NOTHING)
                    share.sign()
            part.write("slices", orjson.dumps(slices_of(shard)))
            unfinished = part.finish(path, share.head())
        if self._parent and os.getppid() != self._parent:
            # Another run may have begun, and its copies of the input stand where ours stood.
            unfinished.unlink()
            raise SystemExit(1)
        unfinished.replace(path)


class _Counting:
    """Numbers the documents of a shard, and says which one is in hand."""

    def __init__(self, beat: Beat, endings: Mapping[int, Ending]) -> None:
        self._beat, self._endings = beat, endings
        self.number = -1

    def begin(self) -> str:
        """Take the next document in hand; returns why it must not be read, or ""."""
        self.number += 1
        self._beat(self.number, READING)
        ending = self._endings.get(self.number)
        return ending.reason if ending and ending.doing == READING else ""

    def clean(self) -> Ending | None:
        """Begin to clean it; returns why that must not be done."""
        self._beat(self.number, CLEANING)
        return self._endings.get(self.number)


class _Share:
    """A part as it is made."""

    def __init__(
        self, job: Job, part: Writing, pipeline: Pipeline | None, evaluation: Evaluation | None
    ) -> None:
        self._job, self._part = job, part
        self._pipeline, self._evaluation = pipeline, evaluation
        self._tally = Tally()
        self._noting = Noting(job.recipe)

    def take(self, entry: Entry, counting: _Counting) -> None:
        """Write what becomes of a document."""
        outcome = entry.document.outcome
        if self._job.strict and isinstance(outcome, Drop):
            raise InputError(f"{entry.document.id}: {outcome.reason}")
        self._tally.entered(entry.document)
        ending = None if outcome else counting.clean()
        if ending:
            self._tally.failed(ending.stage)
        if self._pipeline is None:
            self._pass_on(entry, ending)
            return
        entry = concealed(entry, self._pipeline)
        try:
            self._write(self._cleaned(entry.document, ending, self._pipeline), entry)
        except StageError as error:
            if self._job.strict:
                raise
            self._tally.failed(error.stage)
            self._write([failed(entry.document, error, self._pipeline)], entry)

    def sign(self) -> None:
        """Sign what waits to be, if it is enough."""
        self._noting.sign()

    def head(self) -> dict[str, Any]:
        """Return the head of the part, once all is taken; writes what the sections still lack."""
        said, sections = self._noting.finish()
        for name, data in sections.items():
            self._part.write(name, data)
        seconds = self._pipeline.seconds if self._pipeline else {}
        return {"tally": self._tally.dump(), "noted": said, "seconds": seconds}

    @staticmethod
    def _cleaned(
        document: Document, ending: Ending | None, pipeline: Pipeline
    ) -> Sequence[Document]:
        """Return what a document becomes; one that came with an outcome stays as it is."""
        if document.outcome:
            return [document]
        if ending:
            return [given_up(document, ending.drop(document), pipeline)]
        results = pipeline(document)
        if len(results) == 1 and not results[0].history and document.was_cleaned:
            # What was clean keeps the notes of its first cleaning: those were made of more.
            return [replace(results[0], meta=document.meta)]
        return results

    def _judged(self, document: Document) -> Document:
        """Return a document, dropped where it overlaps an evaluation set."""
        if self._evaluation is None or document.outcome:
            return document
        return replace(document, outcome=held_against(document, self._evaluation))

    def _pass_on(self, entry: Entry, ending: Ending | None) -> None:
        """Write a record as it was read."""
        document = entry.document
        if ending:
            document = replace(document, outcome=ending.drop(document))
        document = self._judged(document)
        self._tally.left(document)
        record = entry.record or record_of(document, entry.source, entry.extra)
        if isinstance(document.outcome, Drop):
            self._part.write("dropped", dump({**record, "dropped": dropped_of(document.outcome)}))
        else:
            # A line stays as it is, byte for byte: JSON that was parsed and written again has lost
            # the digits of long numbers, and costs a tenth of the time.
            self._keep(document, record, dump(record) if entry.line is None else entry.line + b"\n")

    def _keep(self, document: Document, record: Mapping[str, Any], line: bytes) -> None:
        self._part.write("kept", line)
        self._noting.add(document, record, line)

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
            edits = [list(edit_lines(one)) if self._job.edits else [] for one in results]
        except TypeError as error:
            message = f"{entry.document.id}: cannot be written as JSON: {error}"
            raise StageError(message, WRITE) from error
        family: list[tuple[str, str, int]] = []
        for one, record, line, edited in zip(results, records, lines, edits, strict=True):
            self._tally.left(one)
            if record is None:
                section = "split"
                self._part.write(section, line)
            elif one.outcome:
                section = "dropped"
                self._part.write(section, line)
            else:
                section = "kept"
                self._keep(one, record, line)
            self._part.write("edits", b"".join(edited))
            self._part.write("ids", hash_of(one.id))
            family.append((one.id, section, len(edited)))
        self._part.write("families", orjson.dumps(family, option=orjson.OPT_APPEND_NEWLINE))
