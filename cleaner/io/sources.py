"""What a SOURCE argument stands for: files, folders (with what is below them), globs, `-`.

A source's name is its path relative to the argument's parent, with "/": `clean run seeds` reads
"seeds/000.txt" whatever folder it is called from. A glob's names start after the last folder
that has no wildcard: "data/*/x.txt" reads "a/x.txt". No absolute path goes into an output.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path
from typing import NamedTuple

from cleaner.errors import InputError

# How the names of files end that a folder is searched for.
TEXT_ENDINGS = (".txt", ".md")
RECORD_ENDINGS = (".jsonl",)
HTML_ENDINGS = (".htm", ".html", ".shtml", ".xhtml")
PACKED_ENDINGS = (".gz", ".zst")

STDIN = "-"

# The files of an output. run.json marks it; it holds timings and may be left out of version
# control, so the others together mark it as well.
CORPUS_NAME = "corpus.jsonl"
DROPPED_NAME = "dropped.jsonl"
SPLIT_NAME = "split.jsonl"
EDITS_NAME = "edits.jsonl"
REPORT_NAME = "report.json"
RUN_NAME = "run.json"
REPORT_HTML_NAME = "report.html"  # made of the others, for people
TOGETHER = frozenset({CORPUS_NAME, DROPPED_NAME, REPORT_NAME, SPLIT_NAME})


class Source(NamedTuple):
    """A file to read. `path` is None for standard input; `size` is in bytes, 0 where unknown."""

    path: Path | None
    name: str
    size: int

    @property
    def packing(self) -> str:
        """How the file is packed: ".gz", ".zst" or ""."""
        name = self.name.lower()
        return next((ending for ending in PACKED_ENDINGS if name.endswith(ending)), "")

    @property
    def holds_records(self) -> bool:
        """Whether the file is JSONL."""
        return self.name.lower().removesuffix(self.packing).endswith(RECORD_ENDINGS)

    @property
    def holds_html(self) -> bool:
        """Whether the file is a web page."""
        return self.name.lower().removesuffix(self.packing).endswith(HTML_ENDINGS)


class Found(NamedTuple):
    """The files to read, in order, and how many files of the folders have another ending."""

    sources: tuple[Source, ...]
    skipped: int


def find_sources(arguments: Sequence[str], out: Path | None = None) -> Found:
    """Return the files that the arguments stand for: argument by argument, folders sorted.

    The folder `out` is left out: a corpus is not made from itself. Of a folder that is an
    earlier output only the corpus is read. Hidden files are left out. Raises InputError for an
    argument that stands for nothing.
    """
    sources: list[Source] = []
    skipped = 0
    for argument in arguments:
        found = _find(argument, out.resolve() if out else None)
        if not found.sources:
            endings = " ".join((*TEXT_ENDINGS, *RECORD_ENDINGS, *HTML_ENDINGS))
            raise InputError(
                f"{argument}: no file to read here ({found.skipped} files with other names); "
                f"a folder is searched for {endings}, each also with {' or '.join(PACKED_ENDINGS)}"
            )
        sources += found.sources
        skipped += found.skipped
    return Found(tuple(sources), skipped)


def is_output(names: Iterable[str]) -> bool:
    """Whether a folder with files of these names is an output of this program."""
    names = frozenset(names)
    return RUN_NAME in names or names >= TOGETHER


def _find(argument: str, out: Path | None) -> Found:
    if argument == STDIN:
        return Found((Source(None, "stdin", 0),), 0)
    path = Path(argument)
    if os.path.lexists(path):
        return _below([path], _absolute(path).parent, out)
    if not has_magic(argument):
        raise InputError(f"{argument}: no such file or folder; check the path")
    fixed = []
    for part in path.parts[:-1]:
        if has_magic(part):
            break
        fixed.append(part)
    matches = [Path(match) for match in glob(argument, recursive=True)]  # noqa: PTH207 - may be absolute
    if not matches:
        raise InputError(f"{argument}: the pattern matches no file")
    return _below(sorted(matches), _absolute(Path(*fixed)), out)


def _below(paths: Iterable[Path], base: Path, out: Path | None) -> Found:
    sources: list[Source] = []
    skipped = 0
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if not path.is_dir():
            sources.append(_source(path, base))
            continue
        for file in _walk(path, out, seen):
            if _is_wanted(file.name):
                sources.append(_source(file, base))
            else:
                skipped += 1
    return Found(tuple(sources), skipped)


def _walk(folder: Path, out: Path | None, seen: set[tuple[int, int]]) -> Iterator[Path]:
    """Yield the files below a folder, sorted; each folder once, so that links make no loop."""
    try:
        status = folder.stat()
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        raise InputError(f"{folder}: {error.strerror}; check its permissions") from error
    place = (status.st_dev, status.st_ino)
    if place in seen or (out and folder.resolve() == out):
        return
    seen.add(place)
    if is_output(names) and CORPUS_NAME in names:
        yield folder / CORPUS_NAME
        return
    for name in names:
        path = folder / name
        if name.startswith("."):
            continue
        if path.is_dir():
            yield from _walk(path, out, seen)
        else:
            yield path


def _is_wanted(name: str) -> bool:
    plain = name.lower()
    for packing in PACKED_ENDINGS:
        plain = plain.removesuffix(packing)
    return plain.endswith((*TEXT_ENDINGS, *RECORD_ENDINGS, *HTML_ENDINGS))


def _source(path: Path, base: Path) -> Source:
    try:
        size = path.stat().st_size
    except OSError:  # the reader says so when it comes to it
        size = 0
    name = _absolute(path).relative_to(base).as_posix()
    # A name that is no UTF-8 goes into JSON with its bytes escaped.
    return Source(path, os.fsencode(name).decode("utf-8", "backslashreplace"), size)


def _absolute(path: Path) -> Path:
    """Return the path from the root with no "..": links stay, a link is named as it is called."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
