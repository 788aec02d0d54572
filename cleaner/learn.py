"""A corpus in, a model out: counts the n-grams of the texts that a user has (`cleaner.model`).

What is read is what `cleaner.run` reads, one document after the other; nothing is cleaned. The
counts of the shipped table are in the new one too, unless it is to stand alone: a corpus of some
hundred pages knows its own names and too little of the language.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from cleaner import model as models
from cleaner.document import Drop
from cleaner.errors import InputError, OutputError
from cleaner.io.readers import Reading, read
from cleaner.io.sources import find_sources
from cleaner.io.writers import write_whole


@dataclass(frozen=True, slots=True)
class Learning:
    """How to count.

    `alone`: without the shipped counts. `min_count`, `max_ngrams`: what `Counting.table` takes.
    `progress` as in `cleaner.run.Settings`.
    """

    reading: Reading = field(default_factory=Reading)
    alone: bool = False
    min_count: int = models.MIN_COUNT
    max_ngrams: int = models.MAX_NGRAMS
    progress: Callable[[int, int], object] | None = None


class Learned(NamedTuple):
    """A model that was written, and what it was made of; `unread` has an id and a reason each."""

    model: models.Model
    documents: int
    characters: int
    ngrams: int
    size: int
    unread: tuple[str, ...]


def learn(sources: Sequence[str], out: Path, learning: Learning | None = None) -> Learned:
    """Count the n-grams of the sources into the file `out`; the same input gives the same bytes.

    Raises InputError where nothing can be read, OutputError where `out` cannot be written.
    """
    learning = learning or Learning()
    if not out.name or out.is_dir():
        raise OutputError(f"{out}: is a folder; the model is a file, name one")
    if not out.parent.is_dir():
        raise OutputError(f"{out}: there is no such folder; make it first")
    found = find_sources(sources)
    for source in found.sources:
        if source.path and out.exists() and source.path.samefile(out):
            raise OutputError(f"{out}: is one of the sources; name another file")
    progress = learning.progress or (lambda _read, _all: None)
    total = sum(source.size for source in found.sources)
    counting = models.Counting()
    documents, unread = 0, []
    for source in found.sources:
        for entry in read(source, learning.reading):
            progress(entry.size, total)
            if isinstance(entry.document.outcome, Drop):
                unread.append(f"{entry.document.id}: {entry.document.outcome.reason}")
                continue
            documents += 1
            counting.add(entry.document.text)
    if not documents:
        raise InputError(f"no document could be read; {unread[0] if unread else 'no file has one'}")
    if not learning.alone:
        counting.add_table(models.SHIPPED.table)
    table = counting.table(min_count=learning.min_count, max_ngrams=learning.max_ngrams)
    data = models.to_bytes(table)
    write_whole(out, data)
    return Learned(
        models.load(out),
        documents,
        counting.characters,
        len(table.keys),
        len(data),
        tuple(unread),
    )
