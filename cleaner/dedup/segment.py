"""A segment of an index: some documents, searchable by band, never changed once written.

It is a folder of plain little-endian arrays, so that a batch is answered from mapped files: of ten
million documents only the pages that a key falls into are read.

    names, texts          UTF-8, one behind the other; names.ends, texts.ends (n,) uint64
    digests               (n, 16) bytes: folds, sorted; digests.rows (n,) uint32
    groups                (n,) uint64; letters (n,) uint32
    5.rows, 3.rows        (k,) uint32: the documents that are signed on shingles of this length
    5.signatures, ...     (k, 128) uint32
    5.keys, 5.order       (bands, k): keys of each band, sorted, and whose they are, of the k
"""

import os
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.dedup.bands import PAIRS, REPRESENTATIVES, Keys, band_keys
from cleaner.dedup.digest import DIGEST_BYTES
from cleaner.dedup.digesttable import Digests
from cleaner.dedup.near import Near, estimate_error
from cleaner.dedup.signature import PERMUTATIONS, Signatures
from cleaner.dedup.signaturestore import let_go
from cleaner.errors import InputError

WHAT_TO_DO = "the index cannot be trusted; make it anew from its sources"


class View(NamedTuple):
    """Documents signed on shingles of one length: their numbers (k,) and signatures (k, 128)."""

    ngram: int
    rows: npt.NDArray[np.int64]
    signatures: Signatures


class Batch(NamedTuple):
    """Documents to be added. `texts` may be an iterator; the others are as long as it is.

    `digests`: (n, 16) uint8, `groups`: (n,), `letters` of the fold: (n,).
    """

    names: Sequence[str]
    texts: Iterable[str]
    digests: Digests
    groups: Keys
    letters: npt.NDArray[np.int64]
    views: Sequence[View]


class Hits(NamedTuple):
    """Pairs of a document of the segment and one asked for; `agree` of 128 minima are equal."""

    old: npt.NDArray[np.int64]
    new: npt.NDArray[np.int64]
    agree: npt.NDArray[np.int64]


def write_segment(folder: Path, batch: Batch, near: Near) -> dict[str, list[object]]:
    """Write the files of a segment into a new folder; returns name -> [bytes, digest] of each."""
    folder.mkdir()
    _write_strings(folder, "names", batch.names)
    _write_strings(folder, "texts", batch.texts)
    digests = _strings_of(batch.digests)
    order = np.argsort(digests, kind="stable")
    _write(folder, "digests", digests[order])
    _write(folder, "digests.rows", order.astype("<u4"))
    _write(folder, "groups", batch.groups.astype("<u8"))
    _write(folder, "letters", batch.letters.astype("<u4"))
    for view in batch.views:
        _write(folder, f"{view.ngram}.rows", view.rows.astype("<u4"))
        _write(folder, f"{view.ngram}.signatures", view.signatures)
        _write_keys(folder, view, batch.groups, near)
    return {path.name: [path.stat().st_size, digest_of(path)] for path in sorted(folder.iterdir())}


def digest_of(path: Path) -> str:
    """Return the digest of a file's bytes."""
    found = blake2b(digest_size=16)
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            found.update(block)
    return found.hexdigest()


class Segment:
    """A segment as it stands on disk; `files`: name -> [bytes, digest] as the manifest has them.

    Raises InputError where a file is missing or of another size.
    """

    def __init__(self, folder: Path, files: Mapping[str, list[object]]) -> None:
        self.folder = folder
        for name, (size, _) in files.items():
            path = folder / name
            if not path.is_file():
                raise InputError(f"{path}: missing; {WHAT_TO_DO}")
            if path.stat().st_size != size:
                raise InputError(
                    f"{path}: {path.stat().st_size} bytes, not {size}: torn; {WHAT_TO_DO}"
                )
        self.letters = self._map("letters", "<u4")
        self.count = len(self.letters)
        self.groups = self._map("groups", "<u8")
        self.digests = self._map("digests", f"S{DIGEST_BYTES}")
        self._digest_rows = self._map("digests.rows", "<u4")
        self._ends = {name: self._map(f"{name}.ends", "<u8") for name in ("names", "texts")}

    def name(self, row: int) -> str:
        """Return a document's id."""
        return self._string("names", row)

    def text(self, row: int) -> str:
        """Return a document's text."""
        return self._string("texts", row)

    def digests_in_order(self) -> Digests:
        """Return the digests by document, (n, 16) uint8."""
        found = np.empty((self.count, DIGEST_BYTES), dtype=np.uint8)
        found[self._digest_rows] = self.digests.view(np.uint8).reshape(-1, DIGEST_BYTES)
        return found

    def exact(self, digests: Digests) -> npt.NDArray[np.int64]:
        """Return the first document with each digest, (n, 16), or -1; (n,) int64."""
        found = np.full(len(digests), -1, dtype=np.int64)
        asked, at = _places(self.digests, _strings_of(digests))
        found[asked] = self._digest_rows[at]
        return found

    def view(self, ngram: int) -> View:
        """Return the documents that are signed on shingles of a length."""
        signed: Signatures = self._map(f"{ngram}.signatures", "<u4").reshape(-1, PERMUTATIONS)
        return View(ngram, self._map(f"{ngram}.rows", "<u4").astype(np.int64), signed)

    def near(self, ngram: int, signatures: Signatures, groups: Keys, near: Near) -> Hits:
        """Return which documents share a band with which of the signatures, (m, 128)."""
        view = self.view(ngram)
        count = len(view.rows)
        keys = self._map(f"{ngram}.keys", "<u8").reshape(near.bands, count)
        order = self._map(f"{ngram}.order", "<u4").reshape(near.bands, count)
        seen = np.empty(0, dtype=np.int64)
        for band in range(near.bands):
            wanted = band_keys(signatures, groups, near, band)
            asked, low = _places(keys[band], wanted)
            high = np.searchsorted(keys[band], wanted[asked], side="right")
            # Of a large bucket the first few, those added first; met again in the other bands.
            sizes = np.minimum(high - low, REPRESENTATIVES)
            new = np.repeat(asked, sizes)
            within = np.arange(len(new)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
            old = order[band][np.repeat(low, sizes) + within].astype(np.int64)
            seen = np.unique(np.concatenate([seen, new * max(count, 1) + old]))
        new, old = np.divmod(seen, max(count, 1))
        agree = _agreement(view.signatures, old, signatures, new)
        enough = agree >= (near.threshold - estimate_error(near.threshold)) * PERMUTATIONS
        return Hits(view.rows[old[enough]], new[enough], agree[enough])

    def _map(self, name: str, dtype: str) -> npt.NDArray[Any]:
        path = self.folder / name
        if not path.stat().st_size:
            return np.empty(0, dtype=dtype)
        return np.memmap(path, dtype=dtype, mode="r")

    def _string(self, name: str, row: int) -> str:
        ends = self._ends[name]
        start, end = int(ends[row - 1]) if row else 0, int(ends[row])
        with (self.folder / name).open("rb") as file:
            file.seek(start)
            return file.read(end - start).decode("utf-8", "surrogatepass")


def _strings_of(digests: Digests) -> npt.NDArray[np.bytes_]:
    """Return digests as numpy sorts and compares them, (n,)."""
    return np.ascontiguousarray(digests).view(f"S{DIGEST_BYTES}").ravel()


def _places(
    ranked: npt.NDArray[Any], wanted: npt.NDArray[Any]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return which of the wanted stand in a sorted array, in its order, and where each first does.

    They are looked for in order, so that a mapped file is read from front to end: 100,000 against
    four million take 4.5 s, looked for here and there 28 s.
    """
    order = np.argsort(wanted, kind="stable")
    sought = wanted[order]
    at = np.searchsorted(ranked, sought)
    inside = at < len(ranked)
    order, at, sought = order[inside], at[inside], sought[inside]
    hit = ranked[at] == sought
    return order[hit], at[hit]


def _agreement(
    first: Signatures,
    rows: npt.NDArray[np.int64],
    second: Signatures,
    others: npt.NDArray[np.int64],
) -> npt.NDArray[np.int64]:
    """Return how many minima rows of one array share with rows of another."""
    agree = np.empty(len(rows), dtype=np.int64)
    for start in range(0, len(rows), PAIRS):
        part = slice(start, start + PAIRS)
        agree[part] = np.count_nonzero(first[rows[part]] == second[others[part]], axis=1)
        let_go(first)
    return agree


def _write_strings(folder: Path, name: str, strings: Iterable[str]) -> None:
    ends = []
    with (folder / name).open("wb") as file:
        for one in strings:
            file.write(one.encode("utf-8", "surrogatepass"))
            ends.append(file.tell())
        _sync(file)
    _write(folder, f"{name}.ends", np.array(ends, dtype="<u8"))


def _write_keys(folder: Path, view: View, groups: Keys, near: Near) -> None:
    """Write the keys of each band, sorted, and whose they are: one band in memory."""
    mine = groups[view.rows]
    with (
        (folder / f"{view.ngram}.keys").open("wb") as keys,
        (folder / f"{view.ngram}.order").open("wb") as places,
    ):
        for band in range(near.bands):
            found = band_keys(view.signatures, mine, near, band)
            order = np.argsort(found, kind="stable")
            keys.write(found[order].astype("<u8").data)
            places.write(order.astype("<u4").data)
        _sync(keys)
        _sync(places)


def _write(folder: Path, name: str, array: npt.NDArray[np.generic]) -> None:
    with (folder / name).open("wb") as file:
        file.write(np.ascontiguousarray(array).data)
        _sync(file)


def _sync(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())
