"""Bytes that atheris makes, by what code they reach, through every reader: nothing may be raised.

    pip install atheris
    python benchmarks/fuzz_bytes.py [FOLDER] [-max_total_time=600] [-timeout=5] [-rss_limit_mb=2000]

The first byte says what kind of file the others are. The flags are libFuzzer's: an input on which
something is raised, or that takes over `-timeout` seconds, is written beside and named. Inputs that
reached new code go into FOLDER, to go on with.
"""

import io
import sys

import atheris

with atheris.instrument_imports(include=["cleaner"]):
    import cleaner.io.rows
    import cleaner.io.warc  # noqa: F401  imported late elsewhere
    from cleaner.io.packing import READ_ERRORS, unpacked
    from cleaner.io.readers import Reading, _records, _text
    from cleaner.io.records import dump, record_of
    from cleaner.io.sources import Slice, Source

NAMES = ("a.txt", "a.jsonl", "a.html", "a.txt.gz", "a.jsonl.zst", "a.warc", "a.wet.gz", "a.arrow")


def one(data: bytes) -> None:
    """Read bytes as the kind of file that the first says; what comes out must be JSON."""
    if not data:
        return
    source = Source(None, NAMES[data[0] % len(NAMES)], len(data))
    how = Reading(max_chars=10_000, html=bool(data[0] & 0x80))
    try:
        stream = unpacked(io.BytesIO(data[1:]), source.packing)  # type: ignore[arg-type]
        if source.holds_records:
            entries = _records(Slice(source), stream, how)
        else:
            entries = _text(source, stream, how)
        for entry in entries:
            dump(record_of(entry.document, entry.source, entry.extra))
    except READ_ERRORS:
        pass


def main() -> None:
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
