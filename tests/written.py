"""What a run wrote into its folder."""

import pathlib
from typing import Any

import orjson

PROMISED = ("corpus.jsonl", "dropped.jsonl", "split.jsonl", "edits.jsonl", "report.json")


def outputs(folder: pathlib.Path) -> dict[str, bytes]:
    """Return the files that are the same whenever and however the run is done."""
    return {name: (folder / name).read_bytes() for name in PROMISED}


def contents(folder: pathlib.Path) -> dict[str, bytes]:
    """Return all files, by their names."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def lines(folder: pathlib.Path, name: str = "corpus") -> list[dict[str, Any]]:
    """Return the records of a file."""
    return [orjson.loads(line) for line in (folder / f"{name}.jsonl").read_bytes().splitlines()]
