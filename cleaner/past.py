"""What happened to documents of a finished output: from the source to the record.

Read from the output's own files, so it tells what was done, by whatever version did it: no stage
runs again. Files are read line by line; what stays in memory is the documents that are asked for,
and the other articles of their pages, without which a page's text cannot be had back.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from cleaner.document import Document, Drop, Step, undo_step, undo_steps
from cleaner.errors import InputError, Redacted
from cleaner.io.sources import DROPPED_NAME, EDITS_NAME, SPLIT_NAME, check_output
from cleaner.rebuilding import division_of, read_lines, read_records, read_steps, undivided

# How many ids an error names, and how many duplicates are listed; chosen.
NAMED, LISTED = 5, 100


class Twin(NamedTuple):
    """A document that was dropped for another one: its id, and by which stage and why."""

    id: str
    stage: str
    reason: str


class Past(NamedTuple):
    """A document and those that it came out of, the first the one that was read.

    Each has its history and its outcome; their texts are those that their stages left. `lost`: the
    ids of those whose text cannot be had back, since private data were taken out. `twins`:
    documents that were dropped for it, so many at most as LISTED.
    """

    source: str
    documents: tuple[Document, ...]
    lost: frozenset[str] = frozenset()
    twins: tuple[Twin, ...] = ()


def past_of(folder: Path, name: str) -> Past:
    """Return what happened to the document of an id; raises InputError where there is none."""
    check_output(folder)
    found = pasts(folder, [name]).get(name)
    if found is None:
        raise InputError(f"{folder}: no document {name!r}{_like(folder, name)}")
    twins: list[Twin] = []
    for record in read_lines(folder / DROPPED_NAME):
        dropped = record["dropped"]
        if dropped["kept"] is not None and str(dropped["kept"]) == name and len(twins) < LISTED:
            twins.append(Twin(str(record["id"]), dropped["stage"], dropped["reason"]))
    return found._replace(twins=tuple(twins))


def pasts(folder: Path, names: Iterable[str]) -> dict[str, Past]:
    """Return what happened to documents, by id; those that are not there are left out.

    Where edits.jsonl was not written there is no history; a text that no file has is empty.
    """
    wanted = set(names)
    splits = _family(folder, wanted)
    family = wanted | {one for line in splits.values() for one in (line["id"], *line["children"])}
    records = {
        str(record["id"]): record
        for record in read_records(folder)
        if str(record.get("id")) in family
    }
    has_edits = (folder / EDITS_NAME).exists()
    steps = read_steps(folder / EDITS_NAME, family) if has_edits else {}
    parent_of = {child: line["id"] for line in splits.values() for child in line["children"]}
    return {
        name: _past(name, records, splits, steps, parent_of)
        for name in sorted(wanted)
        if name in records or name in splits
    }


def texts_before(document: Document) -> list[str]:
    """Return the text of a document before each step of its history.

    Raises Redacted where private data were taken out.
    """
    texts = [document.text]
    for step in reversed(document.history):
        texts.append(undo_step(texts[-1], step))
    return texts[:0:-1]


def _family(folder: Path, wanted: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return the lines of split.jsonl that documents came out of, or went into, by id."""
    known = set(wanted)
    found: dict[str, dict[str, Any]] = {}
    while True:  # once a generation: an article may have been divided again
        size = len(found)
        for line in read_lines(folder / SPLIT_NAME):
            if line["id"] not in found and known & {line["id"], *line["children"]}:
                found[line["id"]] = line
                known |= {line["id"], *line["children"]}
        if len(found) == size:
            return found


def _past(
    name: str,
    records: Mapping[str, dict[str, Any]],
    splits: Mapping[str, dict[str, Any]],
    steps: Mapping[str, list[Step]],
    parent_of: Mapping[str, str],
) -> Past:
    def born(name: str) -> str:
        return undo_steps(left(name), steps.get(name, []))

    def left(name: str) -> str:
        if name in splits:
            return undivided(splits[name], born)
        text = records[name].get("text")
        return text if isinstance(text, str) else ""

    line = [name]
    while line[0] in parent_of:
        line.insert(0, parent_of[line[0]])
    documents, lost = [], set()
    for one in line:
        if one in splits:
            document = Document(one, "", splits[one]["meta"], outcome=division_of(splits[one]))
        else:
            document = _document(records[one])
        history = tuple(steps.get(one, ()))
        try:
            born(one)
            documents.append(replace(document, text=left(one), history=history))
        except Redacted:
            lost.add(one)
            documents.append(replace(document, history=history))
    source = (records.get(name) or splits[line[0]]).get("source", "")
    return Past(str(source), tuple(documents), frozenset(lost))


def _document(record: Mapping[str, Any]) -> Document:
    meta = record.get("meta")
    known = dict(meta) if isinstance(meta, dict) else {}
    if record.get("title"):
        known["title"] = record["title"]
    said = record.get("dropped")
    drop = Drop(said["stage"], said["reason"], said["kept"], said["evidence"]) if said else None
    return Document(str(record["id"]), "", known, outcome=drop)


def _like(folder: Path, name: str) -> str:
    """Return what to say of ids that hold a name, or are of the same page, where it is none."""
    found: list[str] = []
    page = name.rpartition("#")[0]
    for record in chain(read_records(folder), read_lines(folder / SPLIT_NAME)):
        one = str(record.get("id"))
        is_like = name in one or (page and one.startswith(f"{page}#"))
        if is_like and len(found) < NAMED:
            found.append(one)
    return f"; did you mean {', '.join(map(repr, found))}?" if found else ""
