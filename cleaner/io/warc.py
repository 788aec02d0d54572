"""An archive of web pages (WARC, WET) to lines of JSON: a line for each record of it.

Taken are responses with a status of 2xx, resources and conversions (the texts of a WET file), whose
content is HTML or plain text. For every other record the line is empty, so that the number of a
line is that of its record. A page that is no text in any charset, or too long, is a line that says
so. The markup stays: the article is looked for where the line is read.
"""

import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from cleaner.errors import InputError
from cleaner.io.candidates import UTF_8
from cleaner.io.charset import decode
from cleaner.io.html import declared_charset
from cleaner.io.records import dump, unread_line

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
TEXT_TYPES = frozenset({"text/plain"})

# Bytes that may stand before and between contents: headers have some hundred. Chosen.
HEAD_BYTES = 1 << 20
# The longest content that is looked at, packed or not: 20 million characters in UTF-8.
CONTENT_BYTES = 80_000_000

PIECE = 1 << 16  # bytes read at a time

# What is wrong with the headers of a record.
HEAD_ERRORS = (ArchiveLoadFailed, StatusAndHeadersParserException)

# warcio says there what it mends; nobody who cleans texts needs to know.
logging.getLogger("warcio").addHandler(logging.NullHandler())


class _Bounded:
    """A stream of which only so much may be read: a header without an end is not read to it."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.left = 0

    def read(self, size: int) -> bytes:
        """Read some; raises OSError where that is more than is left."""
        # What was read of a file that is cut off comes before the error.
        data: bytes = self._stream.read1(size)  # type: ignore[attr-defined]  # all of ours have it
        self.left -= len(data)
        if self.left < 0:
            raise OSError(f"no WARC record in {HEAD_BYTES} bytes")
        return data

    def tell(self) -> int:
        """Return 0: where a record stands is not asked."""
        return 0


class _Records(ArchiveIterator):  # type: ignore[misc]  # warcio has no types
    """The records of an archive; nothing is written to the terminal."""

    INC_RECORD = ""


def lines(plain: BinaryIO, charset: str = "") -> Iterator[bytes]:
    """Yield a line for each record of an archive that is not packed (any more).

    Raises OSError where it is damaged, EOFError where its end is missing.
    """
    stream = _Bounded(plain)
    stream.left = HEAD_BYTES
    number = 0
    try:
        for number, record in enumerate(_Records(stream, no_record_parse=True), 1):  # noqa: B007
            yield _whole(record, stream, charset)
            stream.left = HEAD_BYTES
    except HEAD_ERRORS as error:
        raise OSError(f"after WARC record {number}: {str(error).strip()[:80]}") from error
    except (OSError, EOFError) as error:
        raise type(error)(f"at WARC record {number}: {error}") from error
    if not number:
        raise OSError("no WARC record")


def _whole(record: ArcWarcRecord, stream: _Bounded, charset: str) -> bytes:
    """Return the line of a record, once all of it was read."""
    if record.length is None:
        raise OSError("it has no Content-Length")
    stream.left = record.length + 2 * HEAD_BYTES
    line = _line(record, charset)
    while record.raw_stream.read(PIECE):
        pass
    if record.raw_stream.limit:
        raise EOFError(f"{record.raw_stream.limit} bytes are missing")
    return line


def _line(record: ArcWarcRecord, charset: str) -> bytes:
    """Return the line of a record; an empty one for what is no text."""
    try:
        kind = _kind(record)
        mime = kind.partition(";")[0].strip().lower()
        if mime not in HTML_TYPES | TEXT_TYPES:
            return b"\n"
        data = _content(record)
        named = declared_charset(kind.lower().encode("ascii", "ignore"))
        hint = named or (declared_charset(data) if mime in HTML_TYPES else "")
        text, found = decode(data, charset, hint)
    except InputError as error:
        return unread_line(f"{_name(record)}: {error}")
    headers = record.rec_headers
    said: dict[str, Any] = {
        "id": _name(record),
        "text": text,
        "url": headers.get_header("WARC-Target-URI"),
        "content_type": mime,
        "warc_date": headers.get_header("WARC-Date"),
        "warc_truncated": headers.get_header("WARC-Truncated"),
        "charset": None if found == UTF_8 else found,
    }
    return dump({name: one for name, one in said.items() if one is not None})


def _kind(record: ArcWarcRecord) -> str:
    """Return the Content-Type of what was archived, "" for nothing; reads the head of an answer."""
    kind = str(record.content_type or "")
    if record.rec_type in {"resource", "conversion"}:
        return kind
    if record.rec_type != "response" or not kind.startswith("application/http"):
        return ""
    parser = StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1"], verify=False)
    try:
        record.http_headers = parser.parse(record.raw_stream)
    except (EOFError, *HEAD_ERRORS) as error:
        raise InputError("an answer without a head") from error
    is_there = str(record.http_headers.get_statuscode()).startswith("2")
    return str(record.http_headers.get_header("Content-Type") or "") if is_there else ""


def _content(record: ArcWarcRecord) -> bytes:
    """Return what was archived, unpacked; raises InputError where that is too much."""
    packing = record.http_headers and record.http_headers.get_header("Content-Encoding")
    if packing and packing.lower() not in {
        *BufferedReader.get_supported_decompressors(),
        "identity",
    }:
        raise InputError(f"Content-Encoding {packing[:40]!r} is not known")
    if record.length > CONTENT_BYTES + HEAD_BYTES:
        raise InputError(f"{record.length} bytes, more than {CONTENT_BYTES}")
    stream = record.content_stream()
    pieces, size = [], 0
    while size <= CONTENT_BYTES and (piece := stream.read(PIECE)):
        pieces.append(piece)
        size += len(piece)
    if size > CONTENT_BYTES:
        raise InputError(f"over {CONTENT_BYTES} bytes")
    if not size:
        raise InputError("empty: 0 bytes")
    return b"".join(pieces)


def _name(record: ArcWarcRecord) -> str:
    """Return the id of a record, or the address of its page."""
    headers = record.rec_headers
    name = (headers.get_header("WARC-Record-ID") or "").strip("<> ")
    return name or headers.get_header("WARC-Target-URI") or "a record without an id"
