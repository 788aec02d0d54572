"""Sources in, an output folder out.

The inputs are listed and cut into shards; processes make a part of each; when all parts are there
ids are made unique, duplicates found, and the files of the output written from the parts and
renamed into place. The parts are a function of the shards, and all that follows of the parts: any
number of processes gives the same bytes, and so does a run that was interrupted and resumed. What
stays in memory is what the search for duplicates needs.
"""

import platform
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from cleaner.dedup.against import OVERLAP
from cleaner.errors import OutputError, RecipeError
from cleaner.figures import Tally
from cleaner.io import html
from cleaner.io.corpus import TABLE, Shape, write_corpus
from cleaner.io.readers import Reading
from cleaner.io.records import dump
from cleaner.io.shards import Shard, cut
from cleaner.io.sources import CORPUS_NAME, RUN_NAME, Source
from cleaner.io.writers import Output, parts_in
from cleaner.making import Job
from cleaner.parts import open_part, path_of
from cleaner.pipeline import Pipeline
from cleaner.recipe import Duplicates, Recipe
from cleaner.resume import Listing, check_same, code_digest, go_on, sets_of
from cleaner.settle import Engine, Settling, pretty
from cleaner.workers import Crew

# What the output depends on beside this package.
LIBRARIES = ("ftfy", "numpy", "opencc", "orjson", "rjieba")
# And where web pages are read.
HTML_LIBRARIES = ("lxml", "trafilatura")

# In the work folder: the hashes of the inputs.
HASHES_NAME = "hashes.jsonl"


@dataclass(frozen=True, slots=True)
class Settings:
    """How to run, beside the recipe.

    `edits`: write edits.jsonl. `strict`: stop at the first document that cannot be read or that a
    stage fails on. `force`: write into a folder that is no earlier output, and anew where a run did
    not end. `resume`: go on with a run that did not end. `index`: the folder of an index of
    earlier runs, which the documents are held against and added to. `against`: the sources of
    evaluation sets; what has `overlap` letters in a row of them goes. `jobs`: how many processes
    clean; the output is the same for any number. `timeout`: seconds after which a document is
    given up, 0 for none. `progress` is called with the number of bytes that were read and cleaned
    since it was called last, and of all there are. `shape`: how the corpus is written. `engine`:
    what works where that is not this machine (`jobs` says nothing then).
    """

    reading: Reading = field(default_factory=Reading)
    edits: bool = True
    strict: bool = False
    force: bool = False
    resume: bool = False
    index: Path | None = None
    against: tuple[str, ...] = ()
    overlap: int = OVERLAP
    jobs: int = 1
    timeout: float = 0.0
    progress: Callable[[int, int], object] | None = None
    shape: Shape = field(default_factory=Shape)
    engine: Engine | None = None


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
    if settings and settings.shape.format == TABLE:
        raise RecipeError("format parquet: records of any fields have no table; `clean run` has")
    return _run(sources, Path(out), recipe, settings or Settings(), None)


def _run(
    sources: Sequence[str],
    folder: Path,
    recipe: Recipe,
    settings: Settings,
    pipeline: Pipeline | None,
) -> Ran:
    settings.shape.check()
    if settings.engine and settings.index:
        raise RecipeError("an index is for one machine: it cannot be asked by an engine")
    started = time.perf_counter()  # for run.json, which is outside the byte-for-byte promise
    with Output(folder, force=settings.force, resume=settings.resume) as output:
        try:
            running = _Running(output, sources, recipe, settings, pipeline)
            order = tuple(stage.name for stage in pipeline.stages) if pipeline else ()
            with Crew(settings.jobs, output.work, settings.index) as crew:
                engine = settings.engine or crew
                settling = Settling(output, recipe, settings.reading.text_field, engine)
                parts = running.make_parts(engine)
                figures = settling.settle(parts, running.tally, order, edits=settings.edits)
            output.corpus = write_corpus(output.close(CORPUS_NAME).parent, settings.shape)
            seconds = time.perf_counter() - started
            took = {name: round(settling.seconds[name], 3) for name in order}
            running.write_about(seconds, took)
            with settling.remembered():
                output.finish()
        except OSError as error:
            raise OutputError(_no_room(output, error)) from error
    return Ran(folder, figures, seconds)


class _Running:
    """A run in its work folder: what it reads, and what it is asked to do with it."""

    def __init__(
        self,
        output: Output,
        sources: Sequence[str],
        recipe: Recipe,
        settings: Settings,
        pipeline: Pipeline | None,
    ) -> None:
        self._output, self._recipe, self._settings = output, recipe, settings
        self._pipeline = pipeline
        self._inputs = Listing(sources, output.work, resumed=output.resumed)
        has_html = settings.reading.html or self._inputs.has_html
        if has_html:
            html.require()
        libraries = {*LIBRARIES, *(HTML_LIBRARIES if has_html else ()), *self._inputs.libraries}
        self._versions = {
            "cleaner": version("cleaner"),
            "python": platform.python_version(),
            "libraries": {name: version(name) for name in sorted(libraries)},
        }
        self.tally = Tally()
        self.tally.inputs(self._inputs.files, self._inputs.skipped)
        asked = {
            **self._versions,
            "code": code_digest(recipe),
            "recipe": recipe.as_json(),
            "reading": settings.reading._asdict(),
            "edits": settings.edits,
            "strict": settings.strict,
            "cleans": pipeline is not None,
            "against": sets_of(settings.against),
            "overlap": settings.overlap,
            "index": settings.index and str(settings.index),
        }
        go_on(output.work, asked, resumed=output.resumed)

    def make_parts(self, engine: Engine) -> list[Path]:
        """Make the parts that are not there yet; returns all, in order."""
        settings, work = self._settings, self._output.work
        job = Job(
            self._recipe,
            work,
            settings.reading,
            self._pipeline is not None,
            settings.edits,
            settings.strict,
            settings.against,
            settings.overlap,
        )
        count = 0
        with (work / HASHES_NAME).open("wb") as hashes:

            def note(source: Source, size: int, digest: str | None) -> None:
                self.tally.read(size)
                about = {"name": source.name, "bytes": source.size, "sha256": digest}
                hashes.write(dump(about))

            def missing() -> Iterator[Shard]:
                nonlocal count
                for shard in cut(self._inputs, settings.reading, work, note):
                    count += 1
                    part = open_part(path_of(work, shard.number))
                    if part is None:
                        yield shard
                    else:
                        check_same(part, shard)
                        self._done(shard)

            engine.make_all(missing(), job, settings.timeout, self._done)
        return [path_of(work, number) for number in range(count)]

    def _done(self, shard: Shard) -> None:
        """Take the copies of a shard away whose part is there, and tell how far it is."""
        for copy in shard.copies:
            copy.unlink(missing_ok=True)
        if self._settings.progress:
            self._settings.progress(shard.size, self._inputs.bytes)

    def write_about(self, seconds: float, stages: Mapping[str, float]) -> None:
        """Write run.json: what the run took, and `stages` in all processes together.

        The inputs, which may be a million, are written one by one.
        """
        about = {
            "schema": 1,
            **self._versions,
            "recipe": self._recipe.as_json(),
            "recipe_sha256": self._recipe.digest(),
            "seconds": round(seconds, 3),
            "stages": stages,
            "sources": [],
        }
        conceal = self._pipeline.concealed if self._pipeline else lambda said: said
        head, _, tail = pretty(conceal(about)).rpartition(b"[]")
        out = self._output.open(RUN_NAME)
        out.write(head + b"[")
        with (self._output.work / HASHES_NAME).open("rb") as hashes:
            for number, line in enumerate(hashes):
                said = orjson.dumps(conceal(orjson.loads(line)), option=orjson.OPT_INDENT_2)
                out.write(b",\n    " if number else b"\n    ")
                out.write(said.replace(b"\n", b"\n    "))
        out.write(b"\n  ]" + tail)


def _no_room(output: Output, error: OSError) -> str:
    """Return what to say of a run that could not write."""
    said = f"{output.folder}: cannot be written: {error.strerror or error}"
    if parts_in(output.work):
        said += "; what is done stays there: go on with --resume"
    return said
