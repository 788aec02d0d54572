"""An output folder that is whole or plainly unfinished.

Everything is written to hidden part files in the folder itself. When all of it is there, the
earlier run.json goes, the parts are renamed into place, and the new run.json comes last: a folder
with a run.json is a whole output, at any moment. A run that fails takes its part files along.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Self

from cleaner.errors import OutputError
from cleaner.io.sources import (
    CORPUS_NAME,
    DROPPED_NAME,
    EDITS_NAME,
    REPORT_HTML_NAME,
    REPORT_NAME,
    RUN_NAME,
    SPLIT_NAME,
    Source,
    is_output,
)

PART = ".partial-"

# What a run writes, in the order of renaming; run.json is last. The page for people is made when
# all is there; the page of an earlier run goes.
NAMES = (
    CORPUS_NAME,
    DROPPED_NAME,
    SPLIT_NAME,
    EDITS_NAME,
    REPORT_NAME,
    REPORT_HTML_NAME,
    RUN_NAME,
)


class Output:
    """The files of one run; a context manager: `finish()` makes them appear, else they go."""

    def __init__(self, folder: Path, *, force: bool = False) -> None:
        self.folder = folder
        self._files: dict[str, BinaryIO] = {}
        self._finished = False
        check_folder(folder, force=force)
        self._made = not folder.exists()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._clear()  # what a killed run left must not come out under its name
        except OSError as error:
            raise OutputError(f"{folder}: cannot be made: {error.strerror}") from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files.values():
            file.close()
        if self._finished:
            return
        self._clear()
        if self._made and not any(self.folder.iterdir()):
            self.folder.rmdir()

    def open(self, name: str) -> BinaryIO:
        """Return a file to write to; it appears as `name` when all is done."""
        try:
            file = self.part(name).open("wb", buffering=1 << 18)
        except OSError as error:
            raise OutputError(f"{self.folder}: cannot be written: {error.strerror}") from error
        self._files[name] = file
        return file

    def close(self, name: str) -> Path:
        """Close a file and return where it stands until all is done."""
        self._files.pop(name).close()
        return self.part(name)

    def part(self, name: str) -> Path:
        """Where a file stands until all is done."""
        return self.folder / f"{PART}{name}"

    def finish(self) -> None:
        """Let the written files appear, and nothing of an earlier run beside them."""
        for name in tuple(self._files):
            self.close(name)
        # From here on an interrupt leaves the parts: the folder is unfinished, and shows it.
        self._finished = True
        (self.folder / RUN_NAME).unlink(missing_ok=True)
        for name in NAMES:
            if self.part(name).exists():
                self.part(name).replace(self.folder / name)
            else:
                (self.folder / name).unlink(missing_ok=True)
        self._clear()  # what only the run itself needed

    def _clear(self) -> None:
        for path in self.folder.glob(f"{PART}*"):
            path.unlink(missing_ok=True)


def check_folder(folder: Path, *, force: bool = False) -> None:
    """Raise OutputError unless the folder is new, empty, an earlier output, or forced."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise OutputError(f"{folder}: is a file; the output is a folder, name another")
    names = {path.name for path in folder.iterdir()}
    if force or not names or is_output(names) or any(name.startswith(PART) for name in names):
        return
    raise OutputError(
        f"{folder}: not empty and not an earlier output (it has no {RUN_NAME}); "
        f"name another folder, or write into it with --force"
    )


def check_apart(folder: Path, sources: Iterable[Source]) -> None:
    """Raise OutputError where the output would replace what it is made from."""
    place = folder.resolve()
    for source in sources:
        if source.path and source.path.resolve().parent == place and source.path.name in NAMES:
            raise OutputError(f"{folder}: holds the source {source.name}; name another folder")
