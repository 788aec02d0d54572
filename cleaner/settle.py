"""From the parts of a run to the files of its output.

All of it is a function of the parts, and is done again where a run was interrupted in it.
"""

import contextlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, BinaryIO, Protocol

import orjson

from cleaner.duplicatesearch import fields_of, is_off
from cleaner.figures import Tally
from cleaner.ids import named
from cleaner.io.shards import Shard
from cleaner.io.sources import CORPUS_NAME, DROPPED_NAME, EDITS_NAME, REPORT_NAME, SPLIT_NAME
from cleaner.io.writers import Output
from cleaner.making import Job
from cleaner.parts import Part, open_finished
from cleaner.recipe import Duplicates, Recipe
from cleaner.sharedparagraphs import STAGE as SHORTENED
from cleaner.sharedparagraphs import Shortened

# How the names of the files of signatures begin.
SIGNATURES_NAME = "signatures"


class Search(Protocol):
    """What finds the duplicates among the records of parts, and takes them out."""

    def take(self, part: Part) -> None:
        """Take note of the records of the next part."""

    def settle(
        self, paths: Sequence[Path], corpus: BinaryIO, dropped: BinaryIO, tally: Tally
    ) -> None:
        """Divide the records between the corpus and what was dropped."""

    def spared(self) -> list[dict[str, Any]]:
        """Return the nearest pairs that were kept apart."""

    def shortened(
        self, corpus: Path, write: Mapping[str, Callable[[bytes], object]]
    ) -> Iterator[Shortened]:
        """Take repeated paragraphs out."""

    def remembered(self, corpus: Path) -> AbstractContextManager[None]:
        """Add what stays to the index, if there is one."""


class Engine(Protocol):
    """What does the work of a run: `cleaner.workers.Crew`, `cleaner.spark.Engine`."""

    def make_all(
        self, shards: Iterator[Shard], job: Job, timeout: float, done: Callable[[Shard], object]
    ) -> None:
        """Make the parts of all shards; calls `done` with each whose part is there."""

    def search(self, wanted: Duplicates, scratch: Path, field: str) -> Search:
        """Return what finds the duplicates among the records of parts."""


class Settling:
    """The end of a run. `field`: where the text of another program's record stands.

    `seconds`: what each stage took in all processes, once it is settled.
    """

    def __init__(self, output: Output, recipe: Recipe, field: str, engine: Engine) -> None:
        self._output = output
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._search: Search | None = None
        self._fields = fields_of(recipe.duplicates)
        if not is_off(recipe):
            scratch = output.part(SIGNATURES_NAME)
            self._search = engine.search(recipe.duplicates, scratch, field)

    def settle(
        self, parts: Sequence[Path], tally: Tally, order: Sequence[str], *, edits: bool
    ) -> dict[str, Any]:
        """Write all but run.json, and return the figures; `order`: the stages that ran."""
        output, search = self._output, self._search
        paths = list(named(parts))
        files = {"dropped": DROPPED_NAME, "split": SPLIT_NAME, "edits": EDITS_NAME}
        opened = {
            section: output.open(name)
            for section, name in files.items()
            if section != "edits" or edits
        }
        for path in paths:
            part = open_finished(path)
            tally.add(part.head["tally"])
            for stage, took in part.head["seconds"].items():
                self.seconds[stage] += took
            for section, file in opened.items():
                part.copy(section, file)
            if search:
                search.take(part)
                self._fields -= set(part.head["noted"]["fields"])
        corpus = output.open(CORPUS_NAME)
        if search is None:
            for path in paths:
                open_finished(path).copy("kept", corpus)
        else:
            search.settle(paths, corpus, opened["dropped"], tally)
            tally.spared(search.spared())
            write = {section: file.write for section, file in opened.items()}
            for changes, left in search.shortened(output.close(CORPUS_NAME), write):
                if left is not None:
                    tally.duplicate(SHORTENED, left)
                else:
                    tally.changed(SHORTENED, changes)
        figures = tally.figures((*order, SHORTENED))
        if search and self._fields and figures["documents"]["kept"]:  # of none nothing is known
            figures["missing_fields"] = sorted(self._fields)
        output.open(REPORT_NAME).write(pretty(figures))
        return figures

    @contextlib.contextmanager
    def remembered(self) -> Iterator[None]:
        """Add the corpus to the index, if there is one, once the body is done."""
        if not self._search:
            yield
            return
        with self._search.remembered(self._output.part(CORPUS_NAME)):
            yield


def pretty(value: Mapping[str, Any]) -> bytes:
    """Return a value as JSON for people."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
