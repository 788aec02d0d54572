"""An index that lasts: the documents of earlier runs, against which new ones are held.

A folder of segments (`segment.py`) and a manifest that names them. Segments are never changed: an
addition is written beside them under a name that nobody reads, and comes in when the manifest
that names it takes the place of the old one. So a reader sees the index before or after, and a
crash leaves the index as it was. One writer at a time; the lock goes with the process.

The manifest holds what the answers depend on (bands, shingle lengths, what near means, the field
that documents must agree in), and the index refuses to answer for other parameters.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import orjson

from cleaner.dedup.bands import Keys
from cleaner.dedup.digesttable import Digests
from cleaner.dedup.near import Near, parse_near
from cleaner.dedup.segment import Batch, Hits, Segment, View, digest_of, write_segment
from cleaner.dedup.shingles import NGRAM, SHORT_NGRAM, SHORT_SIDE
from cleaner.dedup.signature import PERMUTATIONS, SEED, Signatures
from cleaner.errors import InputError, OutputError

FORMAT = 1
MANIFEST = "manifest.json"
LOCK = "lock"
PART = ".partial-"


class Stats(NamedTuple):
    """What an index holds."""

    documents: int
    segments: int
    size: int  # bytes


class Index:
    """The documents of earlier runs, in `folder`; an empty one where there is none yet.

    `near`: what near means, as the runs will ask. `within`: the field that two documents must
    agree in, "" for none. Documents are numbered from 0 in the order they were added. Raises
    InputError where the folder is no index, is damaged or was made with other parameters.
    """

    def __init__(self, folder: Path, near: Near, within: str = "") -> None:
        self.folder, self.near = folder, near
        self._parameters = _parameters(near, within)
        self._entries: list[dict[str, Any]] = []
        self._read()

    def _read(self) -> None:
        manifest = read_manifest(self.folder)
        if manifest is not None:
            _check_parameters(self.folder, manifest["parameters"], self._parameters)
            self._entries = manifest["segments"]
        self._segments = [
            Segment(self.folder / entry["name"], entry["files"]) for entry in self._entries
        ]
        self._starts = np.cumsum([0, *(one.count for one in self._segments)])

    def __len__(self) -> int:
        return int(self._starts[-1])

    def name(self, number: int) -> str:
        """Return the id of a document."""
        segment, row = self._at(number)
        return segment.name(row)

    def text(self, number: int) -> str:
        """Return the text of a document."""
        segment, row = self._at(number)
        return segment.text(row)

    def letters(self, number: int) -> int:
        """Return how many letters the fold of a document has."""
        segment, row = self._at(number)
        return int(segment.letters[row])

    def exact(self, digests: Digests) -> npt.NDArray[np.int64]:
        """Return the first document with each digest of a fold, (n, 16), or -1; (n,) int64."""
        found = np.full(len(digests), -1, dtype=np.int64)
        for start, segment in zip(self._starts, self._segments, strict=False):
            rows = segment.exact(digests)
            hit = (found < 0) & (rows >= 0)
            found[hit] = rows[hit] + start
        return found

    def near_to(self, ngram: int, signatures: Signatures, groups: Keys) -> Hits:
        """Return the candidates for signatures (m, 128) made of shingles of a length."""
        found = [
            hits._replace(old=hits.old + start)
            for start, segment in zip(self._starts, self._segments, strict=False)
            for hits in [segment.near(ngram, signatures, groups, self.near)]
        ]
        if not found:
            empty = np.empty(0, dtype=np.int64)
            return Hits(empty, empty, empty)
        return Hits(*(np.concatenate(arrays) for arrays in zip(*found, strict=True)))

    def add(self, batch: Batch) -> None:
        """Add documents; all of them or, where it fails, none. Raises OutputError."""
        with self.adding(batch):
            pass

    @contextlib.contextmanager
    def adding(self, batch: Batch) -> Iterator[None]:
        """Add documents when the body is done, and none where it raises. Raises OutputError.

        What the documents also go to is finished inside: an index that knows a document which
        was then lost would keep it out for good.
        """
        if not batch.names:
            yield
            return
        with self._writing(), self._appending(batch, keep=self._entries):
            yield

    def compact(self) -> None:
        """Write all segments as one: a batch is answered faster. Raises OutputError."""
        if len(self._segments) < 2:
            return
        with self._writing():
            with self._appending(self._whole(), keep=[]):
                pass
            self._sweep()

    def _whole(self) -> Batch:
        """Return all documents as one batch."""
        return Batch(
            [one.name(row) for one in self._segments for row in range(one.count)],
            (one.text(row) for one in self._segments for row in range(one.count)),
            np.concatenate([one.digests_in_order() for one in self._segments]),
            np.concatenate([one.groups for one in self._segments]),
            np.concatenate([one.letters for one in self._segments]).astype(np.int64),
            [self._whole_view(ngram) for ngram in (NGRAM, SHORT_NGRAM)],
        )

    def _whole_view(self, ngram: int) -> View:
        views = [one.view(ngram) for one in self._segments]
        rows = [view.rows + start for view, start in zip(views, self._starts, strict=False)]
        return View(
            ngram, np.concatenate(rows), np.concatenate([view.signatures for view in views])
        )

    @contextlib.contextmanager
    def _appending(self, batch: Batch, keep: Sequence[dict[str, Any]]) -> Iterator[None]:
        """Write a segment; after the body, the manifest that names it behind those to keep."""
        number = 1 + max((int(entry["name"].split("-")[1]) for entry in self._entries), default=0)
        name = f"segment-{number:06d}"
        part = self.folder / f"{PART}{name}"
        try:
            with _told(self.folder):
                for left in (part, self.folder / name):  # of an addition cut short
                    shutil.rmtree(left, ignore_errors=True)
                files = write_segment(part, batch, self.near)
            yield
            with _told(self.folder):
                part.rename(self.folder / name)
                entry = {"name": name, "documents": len(batch.names), "files": files}
                self._write_manifest([*keep, entry])
        finally:
            shutil.rmtree(part, ignore_errors=True)
        self._read()

    def _write_manifest(self, entries: Sequence[dict[str, Any]]) -> None:
        part = self.folder / f"{PART}{MANIFEST}"
        value = {"format": FORMAT, "parameters": self._parameters, "segments": entries}
        with part.open("wb") as file:
            file.write(orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.folder / MANIFEST)

    def _sweep(self) -> None:
        """Remove segments that the manifest does not name."""
        named = {entry["name"] for entry in self._entries}
        for path in self.folder.glob("segment-*"):
            if path.name not in named:
                shutil.rmtree(path, ignore_errors=True)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the lock; what another process has added meanwhile is read first."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise OutputError(f"{self.folder}: cannot be made: {error.strerror}") from error
        with (self.folder / LOCK).open("a+b") as file:
            _lock(file.fileno(), self.folder)
            self._read()
            yield

    def _at(self, number: int) -> tuple[Segment, int]:
        which = int(np.searchsorted(self._starts, number, side="right")) - 1
        return self._segments[which], number - int(self._starts[which])


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """Return the manifest of an index, or None where there is no index yet.

    Raises InputError for a folder that is none, and a manifest that cannot be read.
    """
    path = folder / MANIFEST
    if not path.exists():
        if folder.is_file():
            raise InputError(f"{folder}: is a file; an index is a folder, name another")
        others = [one.name for one in folder.iterdir()] if folder.exists() else []
        if any(name != LOCK and not name.startswith((PART, "segment-")) for name in others):
            raise InputError(
                f"{folder}: not empty and no index (no {MANIFEST}); name another folder"
            )
        return None
    try:
        manifest: dict[str, Any] = orjson.loads(path.read_bytes())
        if manifest["format"] != FORMAT:
            raise InputError(
                f"{path}: format {manifest['format']}, this version reads {FORMAT}; "
                f"make the index anew"
            )
        _ = manifest["parameters"], [(one["name"], one["files"]) for one in manifest["segments"]]
    except (orjson.JSONDecodeError, KeyError, TypeError) as error:
        raise InputError(f"{path}: not a manifest of an index: {error}") from error
    return manifest


def stats(folder: Path) -> Stats:
    """Return what an index holds; raises InputError where there is none."""
    segments = _existing(folder)["segments"]
    size = sum(size for one in segments for size, _ in one["files"].values())
    return Stats(sum(one["documents"] for one in segments), len(segments), size)


def verify(folder: Path) -> Iterator[str]:
    """Read every file of an index; yield what is wrong with each that is damaged."""
    for entry in _existing(folder)["segments"]:
        for name, (size, digest) in sorted(entry["files"].items()):
            path = folder / entry["name"] / name
            if not path.is_file():
                yield f"{path}: missing"
            elif path.stat().st_size != size:
                yield f"{path}: {path.stat().st_size} bytes, not {size}: torn"
            elif digest_of(path) != digest:
                yield f"{path}: other bytes than were written"


def open_index(folder: Path) -> Index:
    """Return an index as it was made; raises InputError where there is none."""
    made = _existing(folder)["parameters"]
    return Index(folder, parse_near(made["near"]), made["within"])


def _existing(folder: Path) -> dict[str, Any]:
    manifest = read_manifest(folder)
    if manifest is None:
        raise InputError(f"{folder}: no index; `clean index add` makes one")
    return manifest


def _parameters(near: Near, within: str) -> dict[str, Any]:
    """Return what the answers of an index depend on. The level of `copy` is not of it."""
    spec = f"jaccard:{near.threshold}" if near.decider == "jaccard" else near.decider
    return {
        "near": spec,
        "within": within,
        "bands": near.bands,
        "rows": near.rows,
        "short_chars": near.short_chars,
        "short_side": SHORT_SIDE,
        "shingles": [NGRAM, SHORT_NGRAM],
        "permutations": PERMUTATIONS,
        "seed": SEED,
    }


def _check_parameters(folder: Path, made: Any, asked: dict[str, Any]) -> None:
    for name, value in asked.items():
        if made.get(name) != value:
            flag = f" (--{name})" if name in {"near", "within"} else ""
            raise InputError(
                f"{folder}: made with {name} {made.get(name)!r}, asked with {value!r}{flag}: "
                f"ask with the same, or name another folder"
            )


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    """Say what a failure to write means."""
    try:
        yield
    except OSError as error:
        message = f"{folder}: nothing was added: {error.strerror}; make room and try again"
        raise OutputError(message) from error


def _lock(file: int, folder: Path) -> None:
    """Take the lock or raise OutputError; it goes when the file is closed, also by a crash."""
    try:
        import fcntl  # noqa: PLC0415  not on Windows: there a second writer is not noticed
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise OutputError(
            f"{folder}: another process is adding to this index; try again when it is done"
        ) from error
