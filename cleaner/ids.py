"""Give every document of a run an id of its own.

The second document with the id "x" becomes "x~2", or the lowest number with which no document of
the run came. Which ids occur twice is seen from hashes, 8 bytes for each document: a chance
collision (3 in a million at ten million documents) costs one such ending. Only parts with such an
id are written again.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import orjson

from cleaner.io.records import dump, hash_of
from cleaner.parts import Part, Writing, open_finished

Hashes = npt.NDArray[np.uint64]

# How the names of parts begin that were written again.
NAMED = "named-"


class Ids:
    """Gives out ids. `every`: the hashes of all ids that documents came with, sorted."""

    def __init__(self, every: Hashes) -> None:
        self._every = every
        self.repeated: Hashes = np.unique(every[1:][every[1:] == every[:-1]])
        self._twice = frozenset(self.repeated.tolist())
        self._taken: set[int] = set()

    def unique(self, name: str) -> str:
        """Return the id that a document came with, or that with the lowest number that is free."""
        key = _number(name)
        if key not in self._twice:
            return name
        if key not in self._taken:
            self._taken.add(key)
            return name
        return self._numbered(name, 2)

    def new(self, name: str) -> str:
        """Return an id with which no document came: the name, or with a number."""
        return self._numbered(name, 1)

    def _numbered(self, name: str, number: int) -> str:
        while True:
            wanted = f"{name}~{number}" if number > 1 else name
            key = _number(wanted)
            at = int(np.searchsorted(self._every, np.uint64(key)))
            is_known = at < len(self._every) and int(self._every[at]) == key
            if not is_known and key not in self._taken:
                self._taken.add(key)
                return wanted
            number += 1


def named(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the parts with ids that are unique: each as it is, or as it was written again."""
    hashes = [np.frombuffer(open_finished(path).read("ids"), np.uint64) for path in paths]
    ids = Ids(np.sort(np.concatenate([np.empty(0, np.uint64), *hashes])))
    for path, found in zip(paths, hashes, strict=True):
        if len(ids.repeated) and np.isin(found, ids.repeated).any():
            again = path.with_name(f"{NAMED}{path.name}")
            _rewrite(open_finished(path), again, ids)
            yield again
        else:
            yield path


def _number(name: str) -> int:
    return int.from_bytes(hash_of(name), "little")


def _rewrite(part: Part, again: Path, ids: Ids) -> None:
    """Write a part again with the ids that its documents get."""
    lines = {section: part.lines(section) for section in ("kept", "dropped", "split", "edits")}
    sizes: list[int] = []
    with Writing(again.parent) as new:
        for line in part.lines("families"):
            family = orjson.loads(line)
            given = _given([name for name, _, _ in family], ids)
            for name, section, edits in family:
                record = _renamed(next(lines[section]), name, given)
                new.write(section, record)
                if section == "kept":
                    sizes.append(len(record))
                for _ in range(edits):
                    new.write("edits", _renamed(next(lines["edits"]), name, given))
        new.write("sizes", np.array(sizes, np.int64).tobytes())
        for section in ("steps", "prepared"):
            new.write(section, part.read(section))
        new.finish(again, part.head).replace(again)


def _given(names: Sequence[str], ids: Ids) -> Mapping[str, str]:
    """Return the new ids of a document and what it became, its own first."""
    old = names[0]
    parent = ids.unique(old)
    given = {old: parent}
    for one in names[1:]:
        # A child's id begins with its parent's, of which it may be a child itself.
        if one not in given:
            child = parent + one.removeprefix(old)
            given[one] = ids.unique(one) if child == one else ids.new(child)
    return given


def _renamed(line: bytes, name: str, given: Mapping[str, str]) -> bytes:
    """Return a line of the document `name` with the ids that are given."""
    if all(new == old for old, new in given.items()):
        return line
    record = orjson.loads(line)
    record["id"] = given[name]
    if "children" in record:
        record["children"] = [given[child] for child in record["children"]]
    meta = record.get("meta")
    if isinstance(meta, dict) and meta.get("parent") in given:
        meta["parent"] = given[meta["parent"]]
    return dump(record)
