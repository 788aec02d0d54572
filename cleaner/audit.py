"""The source texts of an output, from its own files alone."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

import orjson

from cleaner.document import Division, Edit, Piece, Span, Step, rejoin, undo_step
from cleaner.errors import InputError, Redacted
from cleaner.io.sources import CORPUS_NAME, DROPPED_NAME, EDITS_NAME, SPLIT_NAME


def rebuild(folder: Path | str, *, skip_redacted: bool = False) -> dict[str, str]:
    """Return the text of every document that came in, by id: corpus, drops, splits, edits undone.

    Documents that could not be read have no text and are left out. Everything is held in memory.
    Raises InputError where the folder is no output or has no edits.jsonl, Redacted where private
    data were taken out of a document; with `skip_redacted` such documents are left out.
    """
    folder = Path(folder)
    if not (folder / EDITS_NAME).exists():
        raise InputError(f"{folder}: no {EDITS_NAME} here; run again without --no-edits")
    steps = _steps(folder / EDITS_NAME)
    texts = {
        record["id"]: record["text"]
        for name in (CORPUS_NAME, DROPPED_NAME)
        for record in _lines(folder / name)
        if record["text"] is not None
    }
    splits = {line["id"]: line for line in _lines(folder / SPLIT_NAME)}
    children = {name for line in splits.values() for name in line["children"]}

    def text_of(name: str) -> str:
        text = _undivided(splits[name], text_of) if name in splits else texts[name]
        for step in reversed(steps.get(name, [])):
            text = undo_step(text, step)
        return text

    roots = sorted(name for name in (*texts, *splits) if name not in children)
    found = {}
    for name in roots:
        try:
            found[name] = text_of(name)
        except Redacted as error:
            if not skip_redacted:
                raise Redacted(f"{name}: {error}; skip_redacted=True leaves it out") from error
    return found


def _undivided(line: Mapping[str, Any], text_of: Callable[[str], str]) -> str:
    """Return the text of a parent as it was when it was divided."""
    pieces = tuple(
        Piece(
            tuple(tuple(Span(*span) for span in paragraph) for paragraph in piece["body"]),
            tuple((one["field"], Span(*one["span"])) for one in piece["lifted"]),
        )
        for piece in line["pieces"]
    )
    leftovers = tuple(Span(*one["span"]) for one in line["leftovers"])
    return rejoin(
        Division(line["stage"], tuple(line["children"]), pieces, leftovers),
        [text_of(name) for name in line["children"]],
        [one["text"] for piece in line["pieces"] for one in piece["lifted"]],
        [one["text"] for one in line["leftovers"]],
    )


def _steps(path: Path) -> dict[str, list[Step]]:
    """Return what was done to each document, in order."""
    steps: dict[str, list[Step]] = defaultdict(list)
    for (name, _, stage), group in groupby(_lines(path), _step_of):
        lines = list(group)
        if "spans" in lines[0]:
            step = Step(stage, spans=tuple(Span(*span) for span in lines[0]["spans"]))
        else:
            step = Step(stage, tuple(map(_edit_of, lines)))
        steps[name].append(step)
    return steps


def _edit_of(line: Mapping[str, Any]) -> Edit:
    return Edit(line["start"], line["old"] or "", line["new"] or "", hidden=line.get("length"))


def _step_of(line: Mapping[str, Any]) -> tuple[str, int, str]:
    return line["id"], line["step"], line["stage"]


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with path.open("rb") as file:
        yield from map(orjson.loads, file)
