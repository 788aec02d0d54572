"""Files to documents: texts, web pages and JSONL, packed or not, and what is read as JSONL.

A text file is one document, a web page is one, a line of JSONL is one. What cannot be read is an
entry with its reason, and the reading goes on. A file is never read further than the longest
document allowed, so a huge line or a decompression bomb costs no memory.

A charset other than UTF-8 is noted in the metadata. JSONL is read line by line in every charset:
a line that is no UTF-8 is decoded on its own, and the file round it says what is likely.
"""

import codecs
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from typing import Any, BinaryIO, NamedTuple

from cleaner import late as re
from cleaner.document import Document
from cleaner.errors import InputError
from cleaner.io.candidates import UTF_8, known
from cleaner.io.charset import decode, guess, wide_start
from cleaner.io.html import declared_charset, read_page
from cleaner.io.packing import READ_ERRORS, opened, stream_of, unpacked
from cleaner.io.records import UNREAD_START, Entry, entry_of, parse_loosely, unread
from cleaner.io.sources import PACKINGS, ROWS, Slice, Source, is_archive

# A longer document is dropped unread. 20 million characters are 60 MB of Chinese, some
# 20 times the longest novels; what is longer is a dump that lacks its line breaks.
MAX_CHARS = 20_000_000

UTF8_BYTES = 4  # a character in UTF-8 at most
JSON_BYTES = 6  # a character in JSON at most: \uXXXX
OTHER_FIELDS = 1 << 20  # bytes of a record beside its text; chosen

BOM = b"\xef\xbb\xbf"

# How a JSON object with something in it starts.
OBJECT_RE = re.compile(r'\ufeff?[ \t\r\n]*\{[ \t\r\n]*"')

PIECE = 1 << 16  # bytes read at a time


class Reading(NamedTuple):
    """How to read: the fields of foreign records, and the longest document in characters.

    `charset`: the one that everything is in, "" to find out. `html`: everything is web pages, also
    the text of records, but for the product's own; a file named .html is one in any case.
    """

    text_field: str = "text"
    id_field: str = "id"
    max_chars: int = MAX_CHARS
    charset: str = ""
    html: bool = False


def recoded(first: bytes, stream: BinaryIO, charset: str) -> BinaryIO:
    """Return a stream of UTF-16 or UTF-32 as UTF-8; `first` was read of it already."""

    def pieces() -> Iterator[bytes]:
        decoder = codecs.getincrementaldecoder(charset)("replace")
        yield decoder.decode(first).encode()
        while piece := stream.read(PIECE):
            yield decoder.decode(piece).encode()
        yield decoder.decode(b"", final=True).encode()

    return stream_of(pieces())


# Called with the entry of a record, what is to note of it, and how it is read.
Finish = Callable[[Entry, dict[str, Any], Reading], Entry]

# Called before each document is decoded; a reason not to read it, or "".
Begin = Callable[[], str]


def read(source: Source, how: Reading, begin: Begin = str) -> Iterator[Entry]:
    """Yield the documents of a file; one that cannot be read has an outcome that says why."""
    with ExitStack() as stack:
        try:
            packed = stack.enter_context(opened(source))
            stream = unpacked(packed, source.packing, how.charset, how.text_field)
            if source.path is None and not source.url:
                yield from _either(source, stream, how)
            elif source.holds_records:
                first = stream.readline(line_limit(how))
                yield from _records(Slice(source), stream, how, first, begin)
            else:
                yield from _text(source, stream, how, begin=begin)
        except READ_ERRORS as error:
            yield broken(source, error)


def read_slice(part: Slice, how: Reading, begin: Begin) -> Iterator[Entry]:
    """Yield the documents of a part of a source, as `read` those of all of it."""
    source = part.source
    if part.end < 0 and not part.error:
        yield from read(source, how, begin)
    elif part.end >= 0 and source.path:
        try:
            with source.path.open("rb") as stream:
                stream.seek(part.start)
                yield from _records(part, stream, how, begin=begin)
        except READ_ERRORS as error:
            yield broken(source, error)
    if part.error:
        yield unread(source.name, source.name, 0, part.error)


def broken(source: Source, error: Exception) -> Entry:
    """Return the entry of a source that cannot be read, or not further."""
    return unread(source.name, source.name, 0, why_broken(error))


def why_broken(error: Exception) -> str:
    """Return what to say of a source that cannot be read."""
    # strerror: an OSError's own message holds the path, which may be absolute.
    said = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return f"cannot be read: {said}"


def _either(source: Source, stream: BinaryIO, how: Reading) -> Iterator[Entry]:
    """Read standard input: JSONL where its first line is a JSON object, else a text."""
    first = stream.readline(line_limit(how))
    if is_record(first, how.charset):
        yield from _records(Slice(source), stream, how, first)
    else:
        yield from _text(source, stream, how, first)


def is_record(first: bytes, charset: str) -> bool:
    """Say whether the first line of a stream, cut at the byte of a line break, is a JSON object."""
    if whole := wide(first, charset):
        # Half a line, perhaps: the byte of a line break is also half of 上.
        return bool(OBJECT_RE.match(first.decode(whole, "ignore")))
    line = first.removeprefix(BOM).strip()
    if not line.startswith(b"{"):
        return False
    try:
        return bool(_parsed(line, charset)[0])
    except InputError:
        return False


def _text(
    source: Source, stream: BinaryIO, how: Reading, first: bytes = b"", begin: Begin = str
) -> Iterator[Entry]:
    limit = UTF8_BYTES * how.max_chars
    name = source.name
    if reason := begin():
        yield unread(name, name, source.size, reason)
        return
    data = first + stream.read(max(limit + 1 - len(first), 0))
    size = source.size or len(data)
    if not data:
        yield unread(name, name, size, "empty: 0 bytes", bytes=0)
        return
    if len(data) > limit:
        yield unread(name, name, size, _too_long(f"over {limit} bytes", how), bytes=size)
        return
    is_page = how.html or source.holds_html
    try:
        text, charset = decode(data, how.charset, declared_charset(data) if is_page else "")
    except InputError as error:
        yield unread(name, name, size, str(error), bytes=size)
        return
    if len(text) > how.max_chars:
        reason = _too_long(f"{len(text)} characters", how)
        yield unread(name, name, size, reason, characters=len(text))
        return
    entry = Entry(Document(name, text, _meta(charset)), name, size)
    yield _page(entry) if is_page else entry


def _page(entry: Entry) -> Entry:
    """Return the entry of a web page with its article; what the record says of it comes first.

    What this program wrote is no markup any more, and stays as it is.
    """
    document = entry.document
    if document.was_cleaned:
        return entry
    try:
        text, found = read_page(document.text)
    except InputError as error:
        chars = len(document.text)
        return unread(document.id, entry.source, entry.size, str(error), characters=chars)
    meta = {**found, **document.meta}
    return entry._replace(document=replace(document, text=text, meta=meta))


def _records(
    part: Slice, stream: BinaryIO, how: Reading, first: bytes = b"", begin: Begin = str
) -> Iterator[Entry]:
    """Read lines: all of a stream of which `first` was read, or the bytes of a part."""
    name, packed = part.source.name, bool(part.source.packing)
    how, finish = _manner(part.source, how)
    fields = (how.text_field, how.id_field)
    hint, whole = "", part.charset
    if not whole and (whole := wide(first, how.charset)):
        # Its line breaks are no bytes of their own; which bytes a record took is not known then.
        stream, packed, first = recoded(first, stream, whole), True, b""
    if whole:
        how = how._replace(charset="")
    number, is_blank = part.line, True
    for number, size, line in _lines(part, stream, line_limit(how), first):
        place = f"{name}:{number}"
        missed = partial(unread, place, name, 0 if packed else size, line=number)
        if line is None:
            is_blank = False
            yield missed(_too_long(f"a line of over {line_limit(how)} bytes", how))
            continue
        if not line:
            continue
        is_blank = False
        if reason := begin():
            yield missed(reason)
            continue
        try:
            record, charset, plain = _parsed(line, how.charset, hint, stream)
            entry = entry_of(record, place, name, 0 if packed else size, fields)
            entry = entry._replace(line=plain)
        except InputError as error:
            yield missed(str(error), **_start(line))
            continue
        hint = charset if charset != UTF_8 else hint
        chars = len(entry.document.text)
        if chars > how.max_chars:
            yield missed(_too_long(f"{chars} characters", how), characters=chars)
            continue
        yield finish(entry, _meta(whole or charset), how)
    if is_blank and not part.error:
        yield from _blank(part, number)


def _blank(part: Slice, lines: int) -> Iterator[Entry]:
    """Yield the entry of a source that has no record, and so many lines that are blank."""
    source = part.source
    if lines:
        # All of a file of lines, that is; of one that is unpacked this may be a part.
        if not (part.line or 0 <= part.end < source.size or source.name.endswith(PACKINGS)):
            said = "1 blank line" if lines == 1 else f"{lines} blank lines"
            yield unread(source.name, source.name, source.size, f"empty: {said}", lines=lines)
        return
    said = "no rows" if source.packing in ROWS else "0 bytes"
    yield unread(source.name, source.name, 0, f"empty: {said}", bytes=0)


def _manner(source: Source, how: Reading) -> tuple[Reading, Finish]:
    """Return how the lines of a source are read, and what finishes the entry of one."""
    if is_archive(source.packing):
        return how._replace(charset="", text_field="text", id_field="id"), _archived
    # The lines that rows become are our own work, in UTF-8.
    return how._replace(charset="") if source.packing in ROWS else how, _finished


def _start(line: bytes) -> dict[str, str]:
    """Return how a line starts, by which a person finds it; nothing where it only says a reason."""
    if line.startswith(UNREAD_START):
        return {}
    return {"start": line[:80].decode("utf-8", "backslashreplace")}


def _finished(entry: Entry, meta: dict[str, Any], how: Reading) -> Entry:
    """Return the entry of a record with what is to note of it, its page read."""
    document = entry.document
    if meta:
        entry = entry._replace(document=replace(document, meta={**meta, **document.meta}))
    return _page(entry) if how.html else entry


def _archived(entry: Entry, _meta: dict[str, Any], _how: Reading) -> Entry:
    """Return the entry of an archived page: of HTML its article.

    It is no record of a person's, which would be passed on as it is.
    """
    meta = dict(entry.document.meta)
    if charset := meta.pop("input_charset", None):
        meta["charset"] = charset
    entry = entry._replace(document=replace(entry.document, meta=meta), record=None, line=None)
    return entry if meta["content_type"] == "text/plain" else _page(entry)


def _lines(
    part: Slice, stream: BinaryIO, limit: int, first: bytes
) -> Iterator[tuple[int, int, bytes | None]]:
    """Yield the number of each line, its bytes, and what stands in it; None for one too long."""
    number = part.line
    left = part.end - part.start if part.end >= 0 else sys.maxsize
    for line, size in bounded_lines(stream, limit, first) if left > 0 else ():
        number += 1
        is_whole = size == len(line)
        # Where files were joined one stands at the start of a line, too.
        yield number, size, line.removeprefix(BOM).strip() if is_whole else None
        left -= size
        if left <= 0:
            return


def _parsed(
    line: bytes, charset: str, hint: str = "", stream: BinaryIO | None = None
) -> tuple[dict[str, Any], str, bytes | None]:
    """Return the record of a line, the line's charset, and the line where it is JSON in UTF-8.

    Raises InputError for what is no record.

    `charset` is the one that is named, `hint` that of the lines before, `stream` the lines to come.
    """
    if not charset or line.isascii():
        try:
            record, is_json = parse_loosely(line)
        except InputError:
            if _is_utf_8(line):
                raise
        else:
            return record, UTF_8, line if is_json else None
    peek = getattr(stream, "peek", None)
    if peek and not hint and not charset:
        hint = guess(line + b"\n" + peek(PIECE))
    text, charset = decode(line, charset, hint)
    return parse_loosely(text.encode())[0], charset, None


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode(UTF_8)
    except UnicodeDecodeError:
        return False
    return True


def wide(first: bytes, charset: str) -> str:
    """Return the charset of JSONL whose line breaks are more than a byte, "" for any other."""
    if charset:
        name = known(charset)
        return name if name.startswith(("utf-16", "utf-32")) else ""
    try:
        return wide_start(first)
    except InputError:
        return ""


def _meta(charset: str) -> dict[str, Any]:
    """Return what to note of a charset: nothing of UTF-8."""
    return {} if charset == UTF_8 else {"charset": charset}


def bounded_lines(stream: BinaryIO, limit: int, first: bytes = b"") -> Iterator[tuple[bytes, int]]:
    """Yield the lines of a stream, each with its size; of one that is too long only the beginning.

    `first`: what was read of the stream already, with `readline(limit)`.
    """
    while line := first or stream.readline(limit):
        first, size = b"", len(line)
        if size == limit and not line.endswith(b"\n"):
            size += skip_line(stream)
        yield line, size


def source_lines(source: Source) -> Iterator[tuple[bytes, int]]:
    """Yield the lines of records as `bounded_lines` does; raises InputError where it breaks off."""
    try:
        with opened(source) as packed:
            yield from bounded_lines(unpacked(packed, source.packing), LINE_BYTES)
    except READ_ERRORS as error:
        where = source.name if source.path is None else source.path.as_posix()
        raise InputError(f"{where}: {why_broken(error)}") from error


def skip_line(stream: BinaryIO) -> int:
    """Read to the end of the line; returns the bytes read."""
    size = 0
    while piece := stream.readline(PIECE):
        size += len(piece)
        if piece.endswith(b"\n"):
            break
    return size


def line_limit(how: Reading) -> int:
    """Return how many bytes of a line of JSONL are read."""
    return JSON_BYTES * how.max_chars + OTHER_FIELDS


# The longest line that is read of what is no source of a run: that of its longest document.
LINE_BYTES = line_limit(Reading())


def _too_long(what: str, how: Reading) -> str:
    return f"{what}, more than {how.max_chars} characters (--max-chars)"
