"""Files by their address (`s3://…`, `https://…`, `memory://…`): found, read as streams, written.

By fsspec, which finds what reads an address: s3fs for S3. Only the process that cuts the input
reads from there; what the others get is copies. An output is written on disk and then copied, the
marker run.json last: there is no renaming on S3, and a folder there that has one is whole as well.
"""

import contextlib
import io
import posixpath
from collections.abc import Iterator
from glob import has_magic
from pathlib import Path
from typing import Any, BinaryIO, cast
from urllib.parse import urlsplit

import fsspec

from cleaner.errors import InputError, OutputError
from cleaner.io.sources import (
    DATASET_NAME,
    RUN_NAME,
    Source,
    corpus_names,
    is_output,
    is_wanted,
)

# What is read one file at a time: there are no folders to look into.
SINGLE = ("http", "https")

BLOCK = 1 << 20  # bytes read at a time


class Remote(io.RawIOBase):
    """A file that is read from elsewhere; what goes wrong there is an OSError."""

    def __init__(self, file: Any) -> None:  # fsspec has no types
        self._file = file

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def seekable(self) -> bool:
        """Say whether it can be sought in."""
        return bool(self._file.seekable())

    def readinto(self, buffer: Any) -> int:  # a writable buffer
        """Fill the buffer with what follows."""
        with _plain_errors():
            data = self._file.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        with _plain_errors():
            return int(self._file.seek(offset, whence))

    def tell(self) -> int:
        """Return the place."""
        return int(self._file.tell())

    def close(self) -> None:
        """Close it."""
        if not self.closed:
            self._file.close()
        super().close()


def opened(url: str) -> BinaryIO:
    """Open a file to read; raises OSError."""
    with _plain_errors():
        file = fsspec.open(url, "rb").open()
    return cast(BinaryIO, io.BufferedReader(Remote(file), BLOCK))


def find(argument: str) -> Iterator[Source | None]:
    """Yield the files at an address, a folder or a pattern, sorted; None for one not read.

    Named as local ones are, after the last folder of the address. Raises InputError.
    """
    try:
        with _plain_errors():
            yield from _find(argument)
    except OSError as error:
        raise InputError(f"{safe_name(argument)}: cannot be read: {error}") from error


def _find(argument: str) -> Iterator[Source | None]:
    if urlsplit(argument).scheme in SINGLE:
        with fsspec.open(argument) as file:
            size = getattr(file, "size", None) or 0
        name = posixpath.basename(urlsplit(argument).path) or "index.html"
        yield Source(None, name, size, argument)
        return
    there, path = fsspec.core.url_to_fs(argument)
    path = path.rstrip("/")
    base = posixpath.dirname(path)
    if has_magic(path):
        found = there.glob(path, detail=True)
        parts = path.split("/")
        fixed = next(at for at, part in enumerate(parts) if has_magic(part))
        base = "/".join(parts[:fixed])
    elif there.isfile(path):
        found = {path: there.info(path)}
    else:
        found = there.find(path, detail=True)
    files = {name: one for name, one in found.items() if one["type"] == "file"}
    is_folder = not has_magic(path) and path not in files
    wanted = _wanted(sorted(files), path) if is_folder else set(files)
    if not files:
        raise InputError(f"{safe_name(argument)}: no such file or folder; check the address")
    for name in sorted(files):
        if name not in wanted:
            yield None
            continue
        shown = posixpath.relpath("/" + name.lstrip("/"), "/" + base.lstrip("/"))
        if has_magic(path) and "/." in f"/{shown}":  # as on disk: * is no hidden file
            continue
        yield Source(None, shown, files[name].get("size") or 0, there.unstrip_protocol(name))


def _wanted(names: list[str], root: str) -> set[str]:
    """Return the files of a folder that are read: of an output in it the corpus alone."""
    folders: dict[str, list[str]] = {}
    for name in names:
        folder, _, last = name.rpartition("/")
        folders.setdefault(folder, []).append(last)
    wanted: set[str] = set()
    for folder, files in folders.items():
        above = (folders.get(one, ()) for one in _above(folder))
        if "/." in folder[len(root) :] or any(map(is_output, above)):
            continue
        chosen = [file for file in files if is_wanted(file) and not file.startswith(".")]
        if is_output(files) and corpus_names(files):
            chosen = corpus_names(files)
        elif DATASET_NAME in files:  # beside the rows lie caches of them
            chosen = [file for file in chosen if file.startswith("data-")]
        wanted.update(f"{folder}/{file}" for file in chosen)
    return wanted


def _above(folder: str) -> Iterator[str]:
    while "/" in folder:
        folder = folder.rpartition("/")[0]
        yield folder


def check_target(url: str, *, force: bool) -> None:
    """Raise OutputError unless a folder is new, empty, an earlier output, or forced."""
    try:
        with _plain_errors():
            names = _names(*fsspec.core.url_to_fs(url))
    except OSError as error:
        raise OutputError(f"{safe_name(url)}: cannot be looked into: {error}") from error
    if names and not force and not is_output(names):
        raise OutputError(
            f"{safe_name(url)}: not empty and not an earlier output (it has no {RUN_NAME}); "
            f"name another folder, or write into it with --force"
        )


def upload(folder: Path, url: str) -> None:
    """Copy a finished output; an earlier one there is unmarked first, the new one marked last."""
    names = sorted(path.name for path in folder.iterdir() if path.is_file())
    names.sort(key=lambda name: name == RUN_NAME)
    try:
        with _plain_errors():
            there, root = fsspec.core.url_to_fs(url)
            root = root.rstrip("/")
            there.makedirs(root, exist_ok=True)
            before = _names(there, root)
            old = [RUN_NAME, *(name for name in corpus_names(before) if name not in names)]
            for name in old:
                if name in before:
                    there.rm_file(f"{root}/{name}")
            for name in names:
                there.put_file(str(folder / name), f"{root}/{name}")
    except OSError as error:
        raise OutputError(
            f"{safe_name(url)}: cannot be written: {error}; all of it is in {folder}, copy it from "
            f"there, {RUN_NAME} last"
        ) from error


def _names(there: Any, root: str) -> list[str]:
    """Return the names of what is in a folder, none where it is not there."""
    there.invalidate_cache()
    try:
        found = there.ls(root, detail=False)
    except FileNotFoundError:
        return []
    return [posixpath.basename(path.rstrip("/")) for path in found]


def safe_name(url: str) -> str:
    """Return an address without what may be a secret: a password, a signature."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}"


@contextlib.contextmanager
def _plain_errors() -> Iterator[None]:
    """Make an OSError of whatever a file system raises: each has errors of its own."""
    try:
        yield
    except (OSError, InputError):
        raise
    except ImportError as error:  # fsspec names what is to be installed: s3fs, aiohttp
        raise OSError(str(error)) from error
    except Exception as error:
        raise OSError(f"{type(error).__name__}: {str(error)[:200]}") from error
