"""The source texts of an output, from its own files alone."""

import hashlib
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, groupby
from pathlib import Path
from typing import Any, Self

import numpy as np
import orjson

from cleaner.document import Division, Edit, Piece, Span, Step, rejoin, undo_steps
from cleaner.errors import InputError, Redacted
from cleaner.io.corpus import corpus_lines
from cleaner.io.sources import DROPPED_NAME, EDITS_NAME, SPLIT_NAME, check_output


def rebuild(folder: Path | str, *, skip_redacted: bool = False) -> dict[str, str]:
    """Return the text of every document that came in, by id: corpus, drops, splits, edits undone.

    Documents that could not be read have no text and are left out. Everything is held in memory.
    Raises InputError where the folder is no output or has no edits.jsonl, Redacted where private
    data were taken out of a document; with `skip_redacted` such documents are left out.
    """
    folder = Path(folder)
    check_output(folder)
    if not (folder / EDITS_NAME).exists():
        raise InputError(f"{folder}: no {EDITS_NAME} here; run again without --no-edits")
    steps = read_steps(folder / EDITS_NAME)
    texts = {
        record["id"]: record["text"]
        for record in read_records(folder)
        if record["text"] is not None
    }
    splits = {line["id"]: line for line in read_lines(folder / SPLIT_NAME)}
    children = {name for line in splits.values() for name in line["children"]}

    def text_of(name: str) -> str:
        text = undivided(splits[name], text_of) if name in splits else texts[name]
        return undo_steps(text, steps.get(name, []))

    roots = sorted(name for name in (*texts, *splits) if name not in children)
    found = {}
    for name in roots:
        try:
            found[name] = text_of(name)
        except Redacted as error:
            if not skip_redacted:
                raise Redacted(f"{name}: {error}; skip_redacted=True leaves it out") from error
    return found


def division_of(line: Mapping[str, Any]) -> Division:
    """Return the division that a line of split.jsonl tells of."""
    pieces = tuple(
        Piece(
            tuple(tuple(Span(*span) for span in paragraph) for paragraph in piece["body"]),
            tuple((one["field"], Span(*one["span"])) for one in piece["lifted"]),
        )
        for piece in line["pieces"]
    )
    leftovers = tuple(Span(*one["span"]) for one in line["leftovers"])
    return Division(line["stage"], tuple(line["children"]), pieces, leftovers)


def undivided(line: Mapping[str, Any], text_of: Callable[[str], str]) -> str:
    """Return the text of a parent as it was when it was divided.

    `line` is its line of split.jsonl, `text_of` gives a child's text as it was born.
    """
    return rejoin(
        division_of(line),
        [text_of(name) for name in line["children"]],
        [one["text"] for piece in line["pieces"] for one in piece["lifted"]],
        [one["text"] for one in line["leftovers"]],
    )


def read_steps(path: Path, wanted: Iterable[str] | None = None) -> dict[str, list[Step]]:
    """Return what was done to each document, in order; `wanted`: to these alone, by id."""
    return _steps(_edit_lines(path, wanted))


class EditIndex:
    """Where the edits of each document stand in an edits.jsonl; 16 bytes a document that has some.

    A context manager: the file stays open.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")
        names, starts = array("Q"), array("Q")
        start, before = 0, b""
        for line in self._file:
            head = _head(line)
            if head != before:
                names.append(_hash(head))
                starts.append(start)
                before = head
            start += len(line)
        # The sort is stable: what was done to a document later stands later.
        hashes = np.array(names, "u8")
        order = np.argsort(hashes, kind="stable")
        self._names, self._starts = hashes[order], np.array(starts, "u8")[order]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def steps_of(self, name: str) -> list[Step]:
        """Return what was done to a document."""
        head = _head_of(name)
        hashed = np.uint64(_hash(head))
        low, high = (np.searchsorted(self._names, hashed, side) for side in ("left", "right"))
        groups = (self._group(head, int(at)) for at in self._starts[low:high])
        return _steps(chain.from_iterable(groups)).get(name, [])

    def _group(self, head: bytes, start: int) -> Iterator[dict[str, Any]]:
        self._file.seek(start)
        for line in self._file:
            if _head(line) != head:
                return
            yield orjson.loads(line)


def _steps(lines: Iterable[Mapping[str, Any]]) -> dict[str, list[Step]]:
    steps: dict[str, list[Step]] = defaultdict(list)
    for (name, _, stage), group in groupby(lines, _step_of):
        found = list(group)
        if "spans" in found[0]:
            step = Step(stage, spans=tuple(Span(*span) for span in found[0]["spans"]))
        else:
            step = Step(stage, tuple(_edit_of(line, stage) for line in found))
        steps[name].append(step)
    return steps


def _head(line: bytes) -> bytes:
    """Return the start of a line of edits.jsonl, which names the document.

    Inside a string the quotes that it ends with would be escaped.
    """
    return line.partition(b',"step":')[0]


def _head_of(name: str) -> bytes:
    return orjson.dumps({"id": name})[:-1]


def _hash(data: bytes) -> int:
    return int.from_bytes(hashlib.blake2b(data, digest_size=8).digest(), "little")


def _edit_lines(path: Path, wanted: Iterable[str] | None) -> Iterator[dict[str, Any]]:
    """Yield the lines of edits.jsonl, or those of some documents: others are not parsed."""
    if wanted is None:
        yield from read_lines(path)
        return
    heads = set(map(_head_of, wanted))
    with path.open("rb") as file:
        for line in file:
            if _head(line) in heads:
                yield orjson.loads(line)


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines of a file of an output; raises InputError where one is damaged."""
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            yield parsed(line, path, number)


def read_corpus(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of an output's corpus, in whatever format; raises InputError."""
    for line, path, number in corpus_lines(folder):
        yield parsed(line, path, number)


def read_records(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the records of an output, those that were kept first."""
    yield from read_corpus(folder)
    yield from read_lines(folder / DROPPED_NAME)


def parsed(line: bytes, path: Path, number: int) -> dict[str, Any]:
    """Return what a line of an output holds; raises InputError that says where it is damaged."""
    try:
        found: dict[str, Any] = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise InputError(f"{path}:{number}: not valid JSON: {error}; run again") from error
    return found


def _edit_of(line: Mapping[str, Any], stage: str) -> Edit:
    return Edit(
        line["start"],
        line["old"] or "",
        line["new"] or "",
        stage,
        line.get("field"),
        line.get("length"),
    )


def _step_of(line: Mapping[str, Any]) -> tuple[str, int, str]:
    return line["id"], line["step"], line["stage"]
