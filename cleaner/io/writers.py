"""An output folder that is whole or plainly unfinished.

Everything is written in a hidden folder of the output, the work folder. When all of it is there,
the earlier run.json goes, the files are renamed into place, and the new run.json comes last: a
folder with a run.json is a whole output, at any moment. Of a run that fails for good nothing stays;
of one that was killed or interrupted, or that had no room left, the work folder does where parts
were finished, to go on with. Its name is new for each run: what is left of the processes of a
killed one cannot write into the next one's.
"""

import contextlib
import secrets
import shutil
from pathlib import Path
from typing import BinaryIO, Self

from cleaner.errors import InputError, OutputError, RecipeError, StageError
from cleaner.io.sources import (
    CORPUS_NAME,
    DROPPED_NAME,
    EDITS_NAME,
    REPORT_HTML_NAME,
    REPORT_NAME,
    RUN_NAME,
    SPLIT_NAME,
    Source,
    corpus_names,
    is_output,
)

try:
    import fcntl
except ImportError:  # Windows has no such locks: two runs into one folder are not told apart
    fcntl = None  # type: ignore[assignment]

PART = ".partial-"

# In a work folder: what was asked for, how the names of finished parts begin, the lock of the run
# that is at it.
ASKED_NAME = "asked.json"
PART_FILES = "part-*"
LOCK_NAME = "lock"

# What a run writes behind the corpus, in the order of renaming; run.json is last. The page for
# people is made when all is there; the page of an earlier run goes.
NAMES = (
    DROPPED_NAME,
    SPLIT_NAME,
    EDITS_NAME,
    REPORT_NAME,
    REPORT_HTML_NAME,
    RUN_NAME,
)

# What would come again if the run went on.
LASTING = (InputError, RecipeError, StageError)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is whole or stays as it was; raises OutputError where that fails.

    A pipe or a device is written as it is.
    """
    part = path.parent / f".{path.name}.partial"
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            part.write_bytes(data)
            part.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
        raise OutputError(f"{path}: cannot be written: {error.strerror}") from error


class Output:
    """The files of one run; a context manager: `finish()` makes them appear.

    `force`: begin anew, whatever the folder holds. `resume`: go on with what a run that did not
    end left, if there is such; `resumed` says so. `work` is the work folder. Raises OutputError.
    """

    def __init__(self, folder: Path, *, force: bool = False, resume: bool = False) -> None:
        self.folder = folder
        self._files: dict[str, BinaryIO] = {}
        # The files of the corpus; a run that writes it in another way says so.
        self.corpus: tuple[str, ...] = (CORPUS_NAME,)
        self._finished = False
        try:
            check_folder(folder, force=force)
            self._made = not folder.exists()
            left = half_done(folder)
            if left and not (force or resume):
                count = parts_in(left)
                raise OutputError(
                    f"{folder}: holds a run that did not end ({count} "
                    f"{'part is' if count == 1 else 'parts are'} done); "
                    f"go on with it by --resume, or begin anew with --force"
                )
            self.resumed = left is not None and resume and not force
            self.work = left if left and self.resumed else folder / f"{PART}{secrets.token_hex(4)}"
            folder.mkdir(parents=True, exist_ok=True)
            for path in folder.glob(f"{PART}*"):
                if path != self.work:
                    _lock(path / LOCK_NAME)  # another run's must not be taken away
                    _remove(path)
            self.work.mkdir(exist_ok=True)
            self._lock = _lock(self.work / LOCK_NAME)
        except OSError as error:
            raise OutputError(
                f"{folder}: cannot be written into: {error.strerror}; name another folder"
            ) from error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        for file in self._files.values():
            with contextlib.suppress(OSError):  # a full disk: it was said before
                file.close()
        if self._lock:
            self._lock.close()
        if self._finished:
            return
        if isinstance(error, LASTING) or not parts_in(self.work):
            _remove(self.work)
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
        """Close a file, if it is open, and return where it stands until all is done."""
        if file := self._files.pop(name, None):
            file.close()
        return self.part(name)

    def part(self, name: str) -> Path:
        """Where a file stands until all is done."""
        return self.work / name

    def finish(self) -> None:
        """Let the written files appear, and nothing of an earlier run beside them."""
        for name in tuple(self._files):
            self.close(name)
        # From here on an interrupt leaves the parts: the folder is unfinished, and shows it.
        self._finished = True
        (self.folder / RUN_NAME).unlink(missing_ok=True)
        for name in corpus_names(path.name for path in self.folder.iterdir()):
            (self.folder / name).unlink()
        for name in (*self.corpus, *NAMES):
            if name == RUN_NAME:  # what follows is no half-done run any more
                self.part(ASKED_NAME).unlink(missing_ok=True)
            if self.part(name).exists():
                self.part(name).replace(self.folder / name)
            else:
                (self.folder / name).unlink(missing_ok=True)
        _remove(self.work)  # what only the run itself needed


def half_done(folder: Path) -> Path | None:
    """Return the work folder of a run that did not end and has finished parts, if there is one."""
    for work in sorted(folder.glob(f"{PART}*")):
        if (work / ASKED_NAME).exists() and parts_in(work):
            return work
    return None


def parts_in(work: Path) -> int:
    """Return how many parts are finished in a work folder."""
    return sum(1 for _ in work.glob(PART_FILES))


def _lock(path: Path) -> BinaryIO | None:
    """Lock a file as long as it is open; raises OutputError where another run has it."""
    if fcntl is None or not path.parent.is_dir():
        return None
    file = path.open("ab")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        file.close()
        raise OutputError(
            f"{path.parent.parent}: another run writes into it; wait for its end, or name another"
        ) from error
    return file


def _remove(path: Path) -> None:
    """Take a file or a folder away."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
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


def check_apart(folder: Path, source: Source) -> None:
    """Raise OutputError where the output would replace what it is made from."""
    path = source.path
    is_ours = path and (path.name in NAMES or corpus_names([path.name]))
    if path and is_ours and path.resolve().parent == folder.resolve():
        raise OutputError(f"{folder}: holds the source {source.name}; name another folder")
