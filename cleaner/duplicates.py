"""From a file of records to a corpus without duplicates and a list of what went, and why."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import orjson

from cleaner.dedup import Deduplicator, Duplicate
from cleaner.document import Drop
from cleaner.io.records import dropped_of, dump
from cleaner.recipe import OFF, Duplicates

# How many documents of the input a kept one stands for; absent where it is 1.
CLUSTER_SIZE = "cluster_size"


class Moved(NamedTuple):
    """A record that was dropped as a duplicate by a stage."""

    stage: str
    record: Mapping[str, Any]


class Seen:
    """The texts of a run, in order, in the form that the search for duplicates needs."""

    def __init__(self, duplicates: Duplicates) -> None:
        near = None if duplicates.near == OFF else duplicates.near
        self._engine = Deduplicator(near=near, exact=duplicates.exact)
        self._within = duplicates.within
        self._ids: list[str] = []
        self._stand_for: dict[int, int] = {}

    def add(self, name: str, text: str, record: Mapping[str, Any]) -> None:
        """Take note of the next document: its id, its text, and the record as it is written."""
        value = record.get(self._within) if self._within else None
        meta = record.get("meta")
        if self._within and value is None and isinstance(meta, dict):
            value = meta.get(self._within)
        self._engine.add(text, None if value is None else orjson.dumps(value).decode())
        size = record.get(CLUSTER_SIZE)
        if isinstance(size, int) and size > 1:
            self._stand_for[len(self._ids)] = size
        self._ids.append(name)

    def settle(self, every: Path, corpus: Path, dropped: BinaryIO) -> list[Moved]:
        """Divide the records of the file `every` between the corpus and what was dropped.

        Records that stay are copied byte for byte, but for `cluster_size`: a record that stood
        for several documents before counts as so many.
        """
        found = self._engine.resolve()
        if not found:
            every.replace(corpus)
            return []
        sizes = self._sizes(found)
        moved = []
        with every.open("rb") as lines, corpus.open("wb") as kept:
            for position, line in enumerate(lines):
                if position in found:
                    one = found[position]
                    drop = Drop(one.stage, one.reason, self._ids[one.kept], one.evidence)
                    record = orjson.loads(line)
                    dropped.write(dump({**record, "dropped": dropped_of(drop)}))
                    moved.append(Moved(one.stage, record))
                elif position in sizes:
                    kept.write(dump({**orjson.loads(line), CLUSTER_SIZE: sizes[position]}))
                else:
                    kept.write(line)
        every.unlink()
        return moved

    def _sizes(self, found: Mapping[int, Duplicate]) -> dict[int, int]:
        """Return for how many documents each kept one of a cluster stands."""
        sizes: dict[int, int] = {}
        for position, one in found.items():
            own = self._stand_for.get(one.kept, 1)
            sizes[one.kept] = sizes.get(one.kept, own) + self._stand_for.get(position, 1)
        return sizes
