"""What must be as it was when a run began, so that it may go on.

In the work folder stand what was asked for (recipe, options, versions, the code itself) and the
list of the inputs; each finished part has the hashes of what it was made of. A difference is
refused and named: an output made half by one recipe and half by another has no meaning.
"""

import hashlib
import importlib.util
import itertools
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import orjson

from cleaner.errors import OutputError
from cleaner.io.shards import Shard
from cleaner.io.sources import Skipped, Source, each_source, find_sources, modules_for
from cleaner.io.writers import ASKED_NAME, check_apart
from cleaner.parts import Part, slices_of
from cleaner.recipe import Recipe

INPUTS_NAME = "inputs.jsonl"

PACKAGE = Path(__file__).parent


def code_digest(recipe: Recipe) -> str:
    """Return a hash of this package's code, and of the modules with stages of the recipe's own."""
    digest = hashlib.sha256()
    files = sorted(PACKAGE.rglob("*.py"))
    for path in recipe.extra:
        found = importlib.util.find_spec(path.partition(":")[0])
        if found and found.origin:
            files.append(Path(found.origin))
    for file in files:
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def digest_of(path: Path | None) -> str | None:
    """Return the hash of a file; None where it cannot be read."""
    if path is None or not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def sets_of(against: Sequence[str]) -> dict[str, str | None]:
    """Return the hashes of the files of evaluation sets, by name."""
    return {one.name: digest_of(one.path) for one in find_sources(against).sources}


def go_on(work: Path, asked: Mapping[str, Any], *, resumed: bool) -> None:
    """Write down what is asked for; raises OutputError where it is not what was asked before."""
    path = work / ASKED_NAME
    said = orjson.dumps(asked, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS, default=list)
    if not resumed:
        path.write_bytes(said)
        return
    try:
        before, now = orjson.loads(path.read_bytes()), orjson.loads(said)
    except orjson.JSONDecodeError as error:
        raise _damaged(path) from error
    for name, old, new in _differences(before, now, ""):
        raise OutputError(_refusal(work, f"{name} was {old!r} and is {new!r}"))


def _differences(before: Any, now: Any, name: str) -> Iterator[tuple[str, Any, Any]]:
    if isinstance(before, dict) and isinstance(now, dict):
        for key in sorted({*before, *now}):
            yield from _differences(before.get(key), now.get(key), f"{name}.{key}".lstrip("."))
    elif before != now:
        yield name, before, now


def _refusal(work: Path, said: str) -> str:
    return (
        f"{work.parent}: the run there cannot go on: {said}; "
        f"make it as it was, or begin anew with --force"
    )


def _damaged(path: Path) -> OutputError:
    """Say what to do about a file that a machine that stopped left half written."""
    folder = path.parent.parent
    return OutputError(f"{folder}: the run there cannot go on: {path.name} is damaged; use --force")


class Listing:
    """The inputs of a run, in a file of the work folder: a million of them take no memory.

    Raises InputError for what is not there, OutputError where a run that is to go on had others,
    or where the output would replace an input.
    """

    def __init__(self, arguments: Sequence[str], work: Path, *, resumed: bool) -> None:
        self._path = work / INPUTS_NAME
        self.files = self.bytes = 0
        self.skipped = Counter[str]()  # by the ending of the name
        self.has_html = False
        # What the files need beside the core that is part of what comes out.
        self.libraries: set[str] = set()
        new = work / f"new-{INPUTS_NAME}"
        with new.open("w", encoding="ascii") as file:
            for source in each_source(arguments, work.parent):
                if isinstance(source, Skipped):
                    self.skipped[source.ending] += 1
                    continue
                check_apart(work.parent, source)
                self.files += 1
                self.bytes += source.size
                self.has_html |= source.holds_html
                self.libraries.update(modules_for(source))
                path = source.path and str(source.path)
                # Not orjson: a path may hold bytes that are no UTF-8.
                about = [source.name, source.size, path, source.url]
                file.write(json.dumps(about) + "\n")
        if resumed:
            self._compare(new)
        new.replace(self._path)

    def __iter__(self) -> Iterator[Source]:
        for name, size, path, url in _lines(self._path):
            yield Source(path and Path(path), name, size, url)

    def _compare(self, new: Path) -> None:
        for old, one in itertools.zip_longest(_lines(self._path), _lines(new)):
            if old and one and old[:2] == one[:2]:
                continue
            if old and one and old[0] == one[0]:
                said = f"{old[0]} had {old[1]} bytes and has {one[1]}"
            elif one and (not old or one[0] < old[0]):
                said = f"{one[0]} is a new input"
            else:
                said = f"the input {old[0]} is gone"
            new.unlink()
            raise OutputError(_refusal(new.parent, said))


def _lines(path: Path) -> Iterator[list[Any]]:
    with path.open(encoding="ascii") as file:
        try:
            yield from map(json.loads, file)
        except ValueError as error:
            raise _damaged(path) from error


def check_same(part: Part, shard: Shard) -> None:
    """Raise OutputError where a finished part was made of something else."""
    before, now = orjson.loads(part.read("slices")), slices_of(shard)
    for old, new in itertools.zip_longest(before, now):
        if old != new:
            name = (new or old)[0]
            raise OutputError(_refusal(part.path.parent, f"the input {name} has changed"))
