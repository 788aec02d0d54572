"""What two outputs do not have in common: what a changed recipe, version or input changed.

Documents are matched by id, and those that no id matches by their text: a page that was split
another way numbers its articles anew. Memory: 32 bytes a document of either output, and
as much to sort them; texts are read again from the files where they differ, one pair at a time.
"""

import contextlib
import hashlib
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy as np
import numpy.typing as npt
import orjson

from cleaner.document import Step
from cleaner.io.corpus import open_corpus
from cleaner.io.sources import (
    CORPUS_NAME,
    DROPPED_NAME,
    EDITS_NAME,
    REPORT_NAME,
    RUN_NAME,
    SPLIT_NAME,
    check_output,
)
from cleaner.rebuilding import EditIndex, parsed

FILES = (CORPUS_NAME, DROPPED_NAME, SPLIT_NAME)
KEPT, DROPPED, SPLIT = FILES

# Kinds of change, in the order in which they are counted.
TEXT, META, RENAMED = "another text", "other metadata", "another id"
LOST, FOUND, OTHERWISE = "no longer kept", "kept now", "another outcome"
ONLY_FIRST, ONLY_SECOND = "only in the first", "only in the second"
KINDS = (TEXT, META, RENAMED, LOST, FOUND, OTHERWISE, ONLY_FIRST, ONLY_SECOND)

# What of a record is told in another way than as a field.
NO_FIELDS = frozenset({"id", "text", "meta", "dropped", "pieces", "leftovers"})

# What is known of a document: hashes of its id, of its text (0 where it has none) and of its line,
# and where the line starts, the number of its file in the highest bits.
ROW = np.dtype([("name", "u8"), ("text", "u8"), ("line", "u8"), ("place", "u8")])
FILE_SHIFT = 60
Rows = npt.NDArray[Any]
Places = npt.NDArray[np.int64]  # of rows


class Side(NamedTuple):
    """A document as an output has it: in which file, and its line there."""

    file: str
    record: Mapping[str, Any]

    @property
    def name(self) -> str:
        """The id."""
        return str(self.record.get("id"))

    @property
    def text(self) -> str:
        """The text, "" where it was split or could not be read."""
        text = self.record.get("text")
        return text if isinstance(text, str) else ""

    @property
    def outcome(self) -> str:
        """What became of it, for people."""
        if self.file == DROPPED:
            said = self.record["dropped"]
            return f"dropped by {said['stage']}: {said['reason']}"
        return f"split into {len(self.record['children'])}" if self.file == SPLIT else "kept"


class Change(NamedTuple):
    """A document that the outputs do not agree on; a side is None where it is not there."""

    kind: str
    first: Side | None
    second: Side | None


class Comparison:
    """Two outputs; a context manager, since their files stay open. Raises InputError.

    `counts` (by kind) and `same` are whole when all changes are read.
    """

    def __init__(self, first: Path, second: Path) -> None:
        self._folders = (first, second)
        for folder in self._folders:
            check_output(folder)
        self._edits: list[EditIndex] = []
        self._stack = contextlib.ExitStack()
        self._files = [
            [
                self._stack.enter_context(
                    open_corpus(folder) if name == KEPT else (folder / name).open("rb")
                )
                for name in FILES
            ]
            for folder in self._folders
        ]
        self.counts: Counter[str] = Counter()
        self.same = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def changes(self) -> Iterator[Change]:
        """Yield what changed, as it stands in the second output, then what only the first has."""
        first, second = self._rows(0), self._rows(1)
        places, others, self.same = _pairs(first, second)
        for at, other in zip(places, others, strict=True):
            before = self._side(0, first[at]) if at >= 0 else None
            after = self._side(1, second[other]) if other >= 0 else None
            change = Change(_kind(before, after), before, after)
            self.counts[change.kind] += 1
            yield change

    def stages(self, change: Change) -> list[str]:
        """Return the stages that did other things to a document, or to the page it was on."""
        if not (change.first and change.second and all(map(_has_edits, self._folders))):
            return []
        if not self._edits:
            paths = (folder / EDITS_NAME for folder in self._folders)
            self._edits = [self._stack.enter_context(EditIndex(path)) for path in paths]
        histories: list[list[Step]] = []
        for edits, side in zip(self._edits, (change.first, change.second), strict=True):
            parent = (side.record.get("meta") or {}).get("parent")
            names = [name for name in (parent, side.name) if isinstance(name, str)]
            histories.append([step for name in names for step in edits.steps_of(name)])
        first, second = histories
        changed = [step.stage for step in first if step not in second]
        changed += [step.stage for step in second if step not in first]
        return list(dict.fromkeys(changed))

    def _rows(self, number: int) -> Rows:
        """Return what is to know of every document of an output."""
        found = array("Q")
        for at, file in enumerate(self._files[number]):
            start = at << FILE_SHIFT
            for number_of_line, line in enumerate(file, 1):
                record = parsed(line, self._folders[number] / FILES[at], number_of_line)
                text = record.get("text")
                hashed = _hash(text.encode()) or 1 if isinstance(text, str) and text else 0
                found.extend((_hash(str(record.get("id")).encode()), hashed))
                found.extend((_hash(line, at), start))
                start += len(line)
        return np.frombuffer(found, ROW) if found else np.empty(0, ROW)

    def _side(self, number: int, row: Any) -> Side:
        place = int(row["place"])
        at = place >> FILE_SHIFT
        file = self._files[number][at]
        file.seek(place & ((1 << FILE_SHIFT) - 1))
        return Side(FILES[at], orjson.loads(file.readline()))


def _pairs(first: Rows, second: Rows) -> tuple[Places, Places, int]:
    """Return which rows belong together and differ, -1 for none, and how many are the same."""
    _, a, b = np.intersect1d(first["name"], second["name"], return_indices=True)
    is_same = first["line"][a] == second["line"][b]
    open_first = np.setdiff1d(np.arange(len(first)), a[is_same])
    open_second = np.setdiff1d(np.arange(len(second)), b[is_same])
    # A text that both have under different ids has another id now, whatever the id had before.
    texts, c, d = np.intersect1d(
        first["text"][open_first], second["text"][open_second], return_indices=True
    )
    c, d = open_first[c[texts != 0]], open_second[d[texts != 0]]
    is_renamed = first["name"][c] != second["name"][d]
    c, d = c[is_renamed], d[is_renamed]
    is_free = ~(is_same | np.isin(a, c) | np.isin(b, d))
    a, b = np.concatenate([a[is_free], c]), np.concatenate([b[is_free], d])
    alone, other = np.setdiff1d(open_first, a), np.setdiff1d(open_second, b)
    a, b = np.concatenate([a, np.full(len(other), -1)]), np.concatenate([b, other])
    order = np.argsort(second["place"][b])
    a, b = np.concatenate([a[order], alone]), np.concatenate([b[order], np.full(len(alone), -1)])
    return a, b, int(is_same.sum())


def _kind(first: Side | None, second: Side | None) -> str:
    if first is None or second is None:
        return ONLY_FIRST if second is None else ONLY_SECOND
    if first.file != second.file:
        return LOST if first.file == KEPT else FOUND if second.file == KEPT else OTHERWISE
    if first.text != second.text:
        return TEXT
    if first.name != second.name:
        return RENAMED
    return META if first.outcome == second.outcome else OTHERWISE


def _has_edits(folder: Path) -> bool:
    return (folder / EDITS_NAME).exists()


def _hash(data: bytes, salt: int = 0) -> int:
    digest = hashlib.blake2b(data, digest_size=8, salt=bytes([salt])).digest()
    return int.from_bytes(digest, "little")


def fields_between(first: Side, second: Side) -> Iterator[tuple[str, Any, Any]]:
    """Yield the fields of a document that differ, its own and its metadata's, the text aside.

    Of one that both have dropped also what was kept instead, and the evidence.
    """
    sides = [_fields(one.record) for one in (first, second)]
    if first.file == second.file == DROPPED:
        for side, one in zip(sides, (first, second), strict=True):
            side |= {name: one.record["dropped"].get(name) for name in ("kept", "evidence")}
    return _between(*sides)


def _fields(record: Mapping[str, Any]) -> dict[str, Any]:
    meta = record.get("meta")
    own = {name: value for name, value in record.items() if name not in NO_FIELDS}
    return {**own, **(meta if isinstance(meta, dict) else {})}


def settings_between(first: Path, second: Path) -> Iterator[tuple[str, Any, Any]]:
    """Yield what two runs were made with otherwise: version, libraries, recipe, sources."""
    return _between(_about(first), _about(second))


def _between(first: Mapping[str, Any], second: Mapping[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for name in sorted({*first, *second}):
        if first.get(name) != second.get(name):
            yield name, first.get(name), second.get(name)


def figures_between(first: Path, second: Path) -> Iterator[tuple[str, int, int]]:
    """Yield the figures of report.json that differ, by their path: documents.kept."""
    sides = [dict(_flat(_json(folder / REPORT_NAME))) for folder in (first, second)]
    for name in {**sides[0], **sides[1]}:
        one, other = (side.get(name, 0) for side in sides)
        if one != other:
            yield name, one, other


def _about(folder: Path) -> dict[str, Any]:
    if not (folder / RUN_NAME).exists():  # as in a checkout that leaves the timings out
        return {}
    about = _json(folder / RUN_NAME)
    found = {"cleaner": about["cleaner"], "python": about["python"]}
    found |= {f"libraries.{name}": one for name, one in about["libraries"].items()}
    found |= {f"recipe.{name}": one for name, one in about["recipe"].items()}
    hashes = hashlib.sha256()
    for source in about["sources"]:
        hashes.update(orjson.dumps([source["name"], source["sha256"]]))
    return {**found, "sources": f"{len(about['sources']):,} ({hashes.hexdigest()[:12]})"}


def _flat(value: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, int]]:
    for key, one in value.items():
        if isinstance(one, Mapping):
            yield from _flat(one, f"{before}{key}.")
        elif isinstance(one, int):
            yield f"{before}{key}", one


def _json(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = orjson.loads(path.read_bytes())
    return found
