"""What the machines read of the parts of a run: thin columns, signatures, texts, names.

Rows come sorted by part, so each part is opened once; of its sections only what is asked for is
read. A document has its position among all that are kept so far, and a text is known by a key: its
rank in the order of preference, with the position of its preferred copy in the lower bits.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa

from cleaner.dedup.bands import Keys, band_keys
from cleaner.dedup.near import Near
from cleaner.dedup.prepared import Prepared
from cleaner.dedup.signature import Signatures
from cleaner.duplicatesearch import field_in
from cleaner.ids import NAMED
from cleaner.io.records import parse
from cleaner.parts import Part, open_finished, path_of
from cleaner.spark.tables import Ints, ints, rows, runs, whole

Batches = Iterator[pa.RecordBatch]

# The bits of a key: a signed integer of 64, less the sign and one to spare.
KEY_BITS = 62

DOCUMENTS = "part bigint, pos bigint, d0 bigint, d1 bigint, k bigint, chars bigint, stands bigint"
KEYS = "band bigint, key bigint, text bigint"
SIGNED = "view bigint, text bigint, grp bigint, signed binary"
SAMPLED = "key bigint, text bigint, counted bigint"
TEXTS = "text bigint, chars bigint, body binary"
NAMES = "kept bigint, part bigint, pos bigint, size bigint, name string"


class Parts(NamedTuple):
    """The parts of a run: their folder, those that were written again, the first of each.

    `firsts`: of each part the position of its first document, and behind them how many there are.
    """

    folder: str
    renamed: frozenset[int]
    firsts: Ints

    def open(self, number: int) -> Part:
        """Return a part."""
        path = path_of(Path(self.folder), number)
        return open_finished(
            path.with_name(f"{NAMED}{path.name}") if number in self.renamed else path
        )

    @property
    def bits(self) -> int:
        """How many bits of a key are a position."""
        return max(int(self.firsts[-1]).bit_length(), 1)

    def position(self, key: int) -> int:
        """Return the position of the preferred copy of a text."""
        return key & ((1 << self.bits) - 1)

    def lines_at(self, number: int, wanted: Ints) -> Iterator[bytes]:
        """Yield the records of some rows of a part, which rise."""
        part = self.open(number)
        ends = np.cumsum(np.frombuffer(part.read("sizes"), np.int64))
        begins = np.concatenate(([0], ends[:-1])) + part.starts["kept"]
        with part.path.open("rb") as file:
            for row in wanted.tolist():
                file.seek(begins[row])
                yield file.read(int(ends[row] + part.starts["kept"] - begins[row]))


class Preference(NamedTuple):
    """Which of several copies is kept: "longest", "first" or "worth".

    `ranks`: a file with the rank of each position, for "worth".
    """

    name: str
    ranks: str = ""

    def ranks_of(self, first: int, reads: Ints, bits: int) -> Ints:
        """Return the ranks of the documents from a position on, given how much of them reads."""
        if self.name == "worth":
            return np.asarray(np.load(self.ranks, mmap_mode="r")[first : first + len(reads)])
        if self.name == "first":
            return np.zeros(len(reads), dtype=np.int64)
        return ((1 << (KEY_BITS - bits)) - 1) - reads


def documents(batches: Batches, told: Any, preference: Preference) -> Batches:
    """Read of parts, given by number, what is known of each document."""
    parts: Parts = told.value
    for batch in batches:
        for number in ints(batch, "part").tolist():
            part, first = parts.open(number), int(parts.firsts[number])
            found = Prepared.from_bytes(part.read("prepared"))
            count = len(found.digests)
            if not count:
                continue
            positions = first + np.arange(count)
            digests = np.ascontiguousarray(found.digests).view(np.int64).reshape(-1, 2)
            ranks = preference.ranks_of(first, found.reads, parts.bits)
            stands = np.ones(count, dtype=np.int64)
            for at, size in part.head["noted"]["stand_for"].items():
                stands[int(at)] = size
            yield rows(
                ("part", "pos", "d0", "d1", "k", "chars", "stands"),
                np.full(count, number),
                positions,
                digests[:, 0],
                digests[:, 1],
                (ranks << parts.bits) | positions,
                found.chars,
                stands,
            )


class Wanted(NamedTuple):
    """Rows of one part that are wanted: its number, the rows in it, and what is asked of each."""

    number: int
    rows: Ints
    table: pa.Table


def by_part(batches: Iterable[pa.RecordBatch], parts: Parts) -> Iterator[Wanted]:
    """Yield what is wanted of each part; rows are sorted by part and position."""
    for table in whole(batches, "part"):
        for run in runs(table, "part"):
            number = int(ints(run, "part")[0])
            yield Wanted(number, ints(run, "pos") - parts.firsts[number], run)


class _View(NamedTuple):
    """Of the wanted texts of a part those that are signed on shingles of one length."""

    number: int
    texts: Ints
    signed: Signatures
    groups: Keys


def _views(batches: Batches, parts: Parts) -> Iterator[_View]:
    for number, wanted, table in by_part(batches, parts):
        found = Prepared.from_bytes(parts.open(number).read("prepared"))
        keys_of = ints(table, "text")
        sides = ((found.long_rows, found.long_signed), (found.short_rows, found.short_signed))
        for view, (mine, signed) in enumerate(sides):
            place = np.full(len(found.digests), -1, dtype=np.int64)
            place[mine] = np.arange(len(mine))
            has = place[wanted] >= 0
            if has.any():
                its = wanted[has]
                yield _View(view, keys_of[has], signed[place[its]], found.groups[its])


def keys(batches: Batches, told: Any, near: Near) -> Batches:
    """Read the keys of the bands of texts; the bands of the second view come behind the first's."""
    for view in _views(batches, told.value):
        for band in range(near.bands):
            found = band_keys(view.signed, view.groups, near, band).view(np.int64)
            yield rows(("band", "key", "text"), view.number * near.bands + band, found, view.texts)


def signatures(batches: Batches, told: Any) -> Batches:
    """Read the signatures of texts."""
    for view in _views(batches, told.value):
        yield rows(
            ("view", "text", "grp", "signed"),
            view.number,
            view.texts,
            view.groups.view(np.int64),
            [row.tobytes() for row in view.signed],
        )


def sampled(batches: Batches, told: Any) -> Batches:
    """Read the sampled runs of texts, and how many each has."""
    parts: Parts = told.value
    for number, wanted, table in by_part(batches, parts):
        found = Prepared.from_bytes(parts.open(number).read("prepared"))
        counts = found.counts[wanted].astype(np.int64)
        begins = np.concatenate(([0], np.cumsum(found.counts.astype(np.int64))))[wanted]
        pieces = [found.runs[at : at + size] for at, size in zip(begins, counts, strict=True)]
        hashes = np.concatenate([np.empty(0, np.uint32), *pieces]).astype(np.uint64)
        mixed = (hashes << np.uint64(32)) ^ np.repeat(found.groups[wanted], counts)
        texts = ints(table, "text")
        yield rows(
            ("key", "text", "counted"),
            mixed.view(np.int64),
            np.repeat(texts, counts),
            np.repeat(counts, counts),
        )


def texts(batches: Batches, told: Any, field: str) -> Batches:
    """Read texts. `field`: where that of another program's record stands."""
    parts: Parts = told.value
    for number, wanted, table in by_part(batches, parts):
        bodies = []
        for line in parts.lines_at(number, wanted):
            record = parse(line)
            text = str(record[field_in(record, field)])
            bodies.append(text.encode("utf-8", "surrogatepass"))
        yield rows(("text", "chars", "body"), ints(table, "text"), ints(table, "chars"), bodies)


def names(batches: Batches, told: Any) -> Batches:
    """Read the ids of documents."""
    parts: Parts = told.value
    for number, wanted, table in by_part(batches, parts):
        found = list(names_at(parts, number, wanted))
        columns = [ints(table, name) for name in ("kept", "part", "pos", "size")]
        yield rows(("kept", "part", "pos", "size", "name"), *columns, found)


def names_at(parts: Parts, number: int, wanted: Ints) -> Iterator[str]:
    """Yield the ids of the documents of some rows of a part."""
    noted = parts.open(number).head["noted"]["names"]
    lines = parts.lines_at(number, wanted)
    for row, line in zip(wanted.tolist(), lines, strict=True):
        yield noted.get(str(row)) or str(parse(line)["id"])
