"""From a file of records to a corpus without duplicates and a list of what went, and why."""

import contextlib
from array import array
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import orjson

from cleaner.dedup import Deduplicator, Duplicate, Index, parse_near
from cleaner.document import Document, Drop
from cleaner.errors import RecipeError
from cleaner.io.records import dropped_of, dump, is_own, parse
from cleaner.recipe import FIELD, OFF, Duplicates
from cleaner.repeated import Shortened, take_repeated

# How many documents of the input a kept one stands for; absent where it is 1.
CLUSTER_SIZE = "cluster_size"

# Bytes that are copied at a time.
PIECE = 1 << 18


class Moved(NamedTuple):
    """A record that was dropped as a duplicate by a stage."""

    stage: str
    record: Mapping[str, Any]


class Seen:
    """What the search for duplicates needs of the records of a run: no text stays in memory.

    `scratch`: a path whose name, with endings, the files of signatures have. `field`: where the
    text of another program's record stands. `index`: the folder of an index of earlier runs.
    """

    def __init__(
        self,
        duplicates: Duplicates,
        scratch: Path,
        field: str = "text",
        index: Path | None = None,
    ) -> None:
        self._index = None
        if index is not None and duplicates.paragraphs:
            raise RecipeError("paragraphs: not with an index, which would know texts that are gone")
        if index is not None:
            near = parse_near(duplicates.near, duplicates.numbers)
            self._index = Index(index, near, duplicates.within)
        self._engine = Deduplicator(
            near=None if duplicates.near == OFF else duplicates.near,
            exact=duplicates.exact,
            prefer="worth" if duplicates.prefer.startswith(FIELD) else duplicates.prefer,
            numbers=duplicates.numbers,
            contained=duplicates.contained,
            spill=scratch,
            index=self._index,
        )
        self._within = duplicates.within
        self._worth = duplicates.prefer.removeprefix(FIELD)
        self._field, self._least = field, duplicates.paragraphs
        # Where the line of each record starts in the file of all; names that are not in it.
        self._starts = array("q", [0])
        self._names: dict[int, str] = {}
        # How many stages changed each document: the next change is a step of this number.
        self._steps = array("H")
        self._stand_for: dict[int, int] = {}
        self._spared: list[dict[str, Any]] = []

    def add(self, document: Document, record: Mapping[str, Any], line: bytes) -> None:
        """Take note of the next document, and of its record as it is written in a line."""
        value = field_of(record, self._within)
        within = None if value is None else orjson.dumps(value).decode()
        position = self._engine.add(document.text, within, field_of(record, self._worth))
        size = record.get(CLUSTER_SIZE)
        if isinstance(size, int) and size > 1:
            self._stand_for[position] = size
        if record.get("id") != document.id:
            self._names[position] = document.id
        self._starts.append(self._starts[-1] + len(line))
        self._steps.append(len(document.history))

    def settle(self, every: Path, corpus: Path, dropped: BinaryIO) -> list[Moved]:
        """Divide the records of the file `every` between the corpus and what was dropped.

        Records that stay are copied byte for byte, but for `cluster_size`: a record that stood
        for several documents before counts as so many.
        """
        with every.open("rb") as lines:

            def record_at(position: int) -> dict[str, Any]:
                start, end = self._starts[position], self._starts[position + 1]
                lines.seek(start)
                return parse(lines.read(end - start))

            def text_at(position: int) -> str:
                record = record_at(position)
                return str(record[self._field_of(record)])

            def name_of(position: int) -> str:
                if position < 0 and self._index:
                    return self._index.name(-1 - position)
                return self._names.get(position) or str(record_at(position)["id"])

            found = self._engine.resolve(text_at)
            kept_names = {kept: name_of(kept) for kept in {one.kept for one in found.values()}}
            self._spared = [
                {
                    "ids": [name_of(one.kept), name_of(one.other)],
                    "similarity": one.similarity,
                    "points": one.verdict.evidence.get("points"),
                    "reason": one.verdict.reason,
                }
                for one in self._engine.spared()
            ]
        if not found:
            every.replace(corpus)
            return []
        sizes = self._sizes(found)
        moved = []
        with every.open("rb") as lines, corpus.open("wb") as kept:
            for position in sorted({*found, *sizes}):
                start, end = self._starts[position], self._starts[position + 1]
                _copy(lines, kept, start - lines.tell())
                record = orjson.loads(lines.read(end - start))
                if position in sizes:
                    kept.write(dump({**record, CLUSTER_SIZE: sizes[position]}))
                    continue
                one = found[position]
                drop = Drop(one.stage, one.reason, kept_names[one.kept], one.evidence)
                dropped.write(dump({**record, "dropped": dropped_of(drop)}))
                moved.append(Moved(one.stage, record))
            _copy(lines, kept, self._starts[-1] - lines.tell())
        every.unlink()
        return moved

    def spared(self) -> list[dict[str, Any]]:
        """Return the nearest pairs that were compared and kept apart, once it is settled."""
        return self._spared

    def shortened(
        self, corpus: Path, write: Mapping[str, Callable[[bytes], object]]
    ) -> Iterator[Shortened]:
        """Take repeated paragraphs out of the lines of `corpus`; see `take_repeated`."""
        if not self._least:
            return
        dropped = self._engine.resolve()
        names = self._kept_names(corpus, dropped)
        steps = (count for at, count in enumerate(self._steps) if at not in dropped)
        yield from take_repeated(
            corpus, self._least, self._field_of, zip(names, steps, strict=True), write
        )

    def _field_of(self, record: Mapping[str, Any]) -> str:
        """Return the field of a record's text."""
        return "text" if is_own(record) else self._field

    def _kept_names(self, corpus: Path, dropped: Mapping[int, Duplicate]) -> list[str]:
        """Return the ids of the documents that stay: the lines of `corpus`."""
        staying = (at for at in range(len(self._steps)) if at not in dropped)
        with corpus.open("rb") as lines:
            return [
                self._names.get(at) or str(parse(line)["id"])
                for at, line in zip(staying, lines, strict=True)
            ]

    @contextlib.contextmanager
    def remembered(self, corpus: Path) -> Iterator[None]:
        """Add what stays, the lines of `corpus`, to the index once the body is done."""
        if self._index is None:
            yield
            return
        names = self._kept_names(corpus, self._engine.resolve())
        with corpus.open("rb") as lines:
            texts = (record[self._field_of(record)] for record in map(parse, lines))
            with self._index.adding(self._engine.batch(names, texts)):
                yield

    def _sizes(self, found: Mapping[int, Duplicate]) -> dict[int, int]:
        """Return for how many documents each kept one of a cluster stands."""
        sizes: dict[int, int] = {}
        for position, one in found.items():
            if one.kept < 0:  # a document of the index: its record is not ours to change
                continue
            own = self._stand_for.get(one.kept, 1)
            sizes[one.kept] = sizes.get(one.kept, own) + self._stand_for.get(position, 1)
        return sizes


def _copy(source: BinaryIO, target: BinaryIO, size: int) -> None:
    """Copy as many bytes from where a file stands."""
    while size:
        piece = source.read(min(size, PIECE))
        target.write(piece)
        size -= len(piece)


def field_of(record: Mapping[str, Any], name: str) -> Any:
    """Return what a record holds under a name, in itself or in its metadata; None for nothing."""
    value = record.get(name) if name else None
    meta = record.get("meta")
    return meta.get(name) if name and value is None and isinstance(meta, dict) else value
