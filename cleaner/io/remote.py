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
import fsspec.asyn

from cleaner import late as re
from cleaner.errors import InputError, OutputError
from cleaner.io.sources import (
    DATASET_NAME,
    RUN_NAME,
    Skipped,
    Source,
    corpus_names,
    is_output,
    is_wanted,
    skipped,
)

# What is read one file at a time: there are no folders to look into.
SINGLE = ("http", "https")

BLOCK = 1 << 20  # bytes read at a time

# Answers of a web server to a question for the first byte: here it is; there is none.
PARTIAL, EMPTY = 206, 416
STALLED = 120  # seconds without a byte after which a server is given up

# An address in what an error says, and how much of that is passed on.
SAID_ADDRESS_RE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\s'\"<>]+")
SAID_CHARS = 300


class Remote(io.RawIOBase):
    """A file that is read from elsewhere; what goes wrong there is an OSError.

    So it is where fewer bytes come than it has: some file systems take that for its end.
    """

    def __init__(self, file: Any) -> None:  # fsspec has no types
        self._file = file
        self._size = getattr(file, "size", None)
        self._read: int | None = 0  # None once it was sought in

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
        if self._read is not None:
            self._read += len(data)
            if not data and self._size is not None and self._read != self._size:
                raise OSError(f"breaks off: {self._read} of {self._size} bytes came")
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to a place."""
        self._read = None
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
        file = _of_http(url) if urlsplit(url).scheme in SINGLE else fsspec.open(url, "rb").open()
    return cast(BinaryIO, io.BufferedReader(Remote(file), BLOCK))


def _of_http(url: str) -> Any:
    """Open a file of a web server: by ranges where it has them, else as one stream.

    fsspec alone asks for ranges in any case, and then has no more than the first 5 MB.
    """
    there = _web(url)
    size, has_ranges = fsspec.asyn.sync(there.loop, _asked, there, url)
    if has_ranges and size:
        return there.open(url, size=size)
    file = there.open(url, block_size=0)
    file.size = size
    return file


def _web(url: str) -> Any:
    """Return the file system of web servers."""
    scheme, more = urlsplit(url).scheme, {}
    fsspec.get_filesystem_class(scheme)  # it names what is to be installed
    if "client_kwargs" not in fsspec.config.conf.get(scheme, {}):
        import aiohttp  # noqa: PLC0415  as fsspec does

        # aiohttp gives a file five minutes in all.
        more["client_kwargs"] = {"timeout": aiohttp.ClientTimeout(total=None, sock_read=STALLED)}
    return fsspec.filesystem(scheme, **more)


async def _asked(there: Any, url: str) -> tuple[int | None, bool]:
    """Return the bytes that a file has, None where that is not said; and whether ranges come."""
    session = await there.set_session()
    headers = {"Range": "bytes=0-0", "Accept-Encoding": "identity"}
    async with session.get(there.encode_url(url), headers=headers) as answer:
        if answer.status == EMPTY:
            return 0, False
        there._raise_not_found_for_status(answer, url)  # noqa: SLF001  404 and others apart
        whole = answer.headers.get("Content-Length")
        if answer.status == PARTIAL:
            whole = answer.headers.get("Content-Range", "").rpartition("/")[2]
        is_packed = answer.headers.get("Content-Encoding", "identity") != "identity"
        size = int(whole) if whole and whole.isdecimal() and not is_packed else None
        return size, answer.status == PARTIAL


def find(argument: str) -> Iterator[Source | Skipped]:
    """Yield the files at an address, a folder or a pattern, sorted.

    Named as local ones are, after the last folder of the address. Raises InputError.
    """
    try:
        with _plain_errors():
            yield from _find(argument)
    except OSError as error:
        raise InputError(f"{safe_name(argument)}: cannot be read: {error}") from error


def _find(argument: str) -> Iterator[Source | Skipped]:
    if urlsplit(argument).scheme in SINGLE:
        size = fsspec.asyn.sync((there := _web(argument)).loop, _asked, there, argument)[0] or 0
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
            yield skipped(name)
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
    except InputError:
        raise
    except Exception as error:
        raise OSError(_said(error)) from error


def _said(error: Exception) -> str:
    """Return what an error says, without what may be a secret in an address that it names."""
    said = str(error)[:SAID_CHARS] or type(error).__name__
    if isinstance(error, FileNotFoundError):  # its message is the address, or a path of this disk
        said = error.strerror or "no such file there"
    elif isinstance(error, OSError):
        said = error.strerror or said
    elif not isinstance(error, ImportError):  # fsspec names what is to be installed: s3fs, aiohttp
        said = f"{type(error).__name__}: {said}"
    return SAID_ADDRESS_RE.sub(lambda match: safe_name(match[0]), said)
