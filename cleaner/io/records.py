"""A document as a line of JSON, and back.

The product's own records (`schema`) are taken over as they are: id, source, title, metadata and
whatever else they hold. Of another program's record the text and the id are taken, and every
other field goes to the metadata.
"""

import hashlib
import json
import math
from collections.abc import Collection, Mapping
from typing import Any, NamedTuple

import orjson

from cleaner.document import Document, Drop
from cleaner.errors import InputError

SCHEMA = 1

# The stage that a document is dropped by when it cannot be read.
READ = "read"

# In a drop's evidence: the text is private, and not written.
WITHHELD = "withheld"

# Levels of objects and lists in a record. orjson reads 1,024 and writes 254; a record that is
# written has two more than it came with. Of people's records the deepest have some ten.
MAX_DEPTH = 240

# The first number that 64 bits do not hold.
LARGEST = 2**64

# The fields of a record, in order. Others may follow them:
RECORD_FIELDS = ("schema", "id", "source", "title", "text", "meta")
# how many documents of the input it stands for; absent where it is 1.
CLUSTER_SIZE = "cluster_size"

# The one field of a line that stands for something that could not be read: why. No field that
# people give a name to is called so.
UNREAD = "\0unread"
UNREAD_START = orjson.dumps({UNREAD: ""})[:-2]

# Metadata that is the record's own field, or says only how the record was read.
UNWRITTEN = frozenset({"schema", "title"})

# Names under which stages note what they find. A foreign field of such a name is kept as
# "input_<name>", so that nobody takes it for a finding.
NOTED = frozenset(
    {
        "charset",
        "dateline",
        "lost_characters",
        "parent",
        "schema",
        "script",
        "script_before",
        "web",
    }
)


class Entry(NamedTuple):
    """A document as it was read.

    `size`: how many bytes of the input were read for it. `extra`: further fields of an own
    record, to be written again. `record`: the line of JSON that it was, None for a text file;
    `line`: its bytes without the line break, None where they are no JSON in UTF-8.
    """

    document: Document
    source: str
    size: int
    extra: Mapping[str, Any] = {}
    record: Mapping[str, Any] | None = None
    line: bytes | None = None


def hash_of(name: str) -> bytes:
    """Return 8 bytes that stand for an id."""
    return hashlib.blake2b(name.encode(), digest_size=8).digest()


def parse(line: bytes) -> dict[str, Any]:
    """Return the JSON object that a line holds; raises InputError that says what is wrong."""
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise InputError(f"not valid JSON: {error}") from error
    return _checked(line, record)


def parse_loosely(line: bytes) -> tuple[dict[str, Any], bool]:
    r"""Return the JSON object of a line as other programs write it too, and whether it is JSON.

    Python's json writes NaN and Infinity, which become null, and halves of characters (\ud83d,
    where an emoji was cut through), which become U+FFFD. A tab or another control code in a string
    is one. A number that is too large for 64 bits becomes a string: orjson would take its digits.
    Raises InputError as `parse` does.
    """
    try:
        record = parse(line)
    except InputError as error:
        found = (
            _loads_loosely(line) if isinstance(error.__cause__, orjson.JSONDecodeError) else None
        )
        if found is None:
            raise
        return _checked(line, found), False
    if _has_large_number(record.values()):
        record = _loads_loosely(line) or record
    return record, True


def _checked(line: bytes, record: object) -> dict[str, Any]:
    """Return what was read of a line; raises InputError where it is none of our records."""
    if not isinstance(record, dict):
        raise InputError(f"not a JSON object but {type(record).__name__}")
    kinds = set(map(type, record.values()))
    # Counting bytes takes as long as parsing them: only where something could be nested.
    if (
        (dict in kinds or list in kinds)
        and line.count(b"[") + line.count(b"{") > MAX_DEPTH
        and _is_deep(record)
    ):
        raise InputError(f"nested over {MAX_DEPTH} levels deep")
    if UNREAD in record:
        raise InputError(str(record[UNREAD]))
    return record


def _loads_loosely(line: bytes) -> Any:
    """Return what `parse_loosely` reads, or None."""
    try:
        found = json.loads(
            line.decode("utf-8-sig"),
            strict=False,
            parse_constant=lambda _name: None,
            parse_int=_whole_number,
            parse_float=lambda digits: digits if math.isinf(float(digits)) else float(digits),
        )
        text = json.dumps(found, ensure_ascii=False)
        return orjson.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
    except (ValueError, RecursionError):
        return None


def _whole_number(digits: str) -> int | str:
    """Return a number where 64 bits hold it, as JSON is written, else its digits."""
    if len(digits) > len(str(-LARGEST)):
        return digits
    number = int(digits)
    return number if -LARGEST // 2 <= number < LARGEST else digits


def _has_large_number(values: Collection[Any]) -> bool:
    """Say whether a number may have lost digits: orjson makes a float of one over 64 bits."""
    kinds = set(map(type, values))  # quick: of most records there is no more to ask
    if float in kinds and any(type(one) is float and abs(one) >= LARGEST // 2 for one in values):
        return True
    return (
        dict in kinds
        and any(_has_large_number(one.values()) for one in values if type(one) is dict)
    ) or (list in kinds and any(_has_large_number(one) for one in values if type(one) is list))


def _is_deep(record: dict[str, Any]) -> bool:
    """Say whether a record is nested deeper than it could be written."""
    level: list[Any] = [record]
    for _ in range(MAX_DEPTH):
        inner = (one.values() if isinstance(one, dict) else one for one in level)
        level = [one for values in inner for one in values if isinstance(one, dict | list)]
    return bool(level)


def unread_line(reason: str) -> bytes:
    """Return the line of something that could not be read; `parse` raises the reason."""
    return dump({UNREAD: reason})


def is_own(record: Mapping[str, Any]) -> bool:
    """Whether this program wrote the record."""
    return record.get("schema") == SCHEMA and isinstance(record.get("meta"), dict)


def text_of(record: Mapping[str, Any], field: str) -> str:
    """Return the record's text; raises InputError where there is none."""
    text = record.get(field)
    if isinstance(text, str):
        return text
    if field in record:
        raise InputError(f"field {field!r} is {type(text).__name__}, not a string")
    names = ", ".join(sorted(record)[:8]) or "none"
    raise InputError(f"no field {field!r} (--text-field); the record has {names}")


def entry_of(
    record: dict[str, Any], place: str, source: str, size: int, fields: tuple[str, str]
) -> Entry:
    """Return what a record says; `fields` are the names of the text's and of the id's field.

    Raises InputError where it holds no text.
    """
    if is_own(record):
        text = text_of(record, "text")
        meta = {**record["meta"], "schema": SCHEMA}
        if isinstance(record.get("title"), str) and record["title"]:
            meta["title"] = record["title"]
        extra = {k: v for k, v in record.items() if k not in RECORD_FIELDS and k != "dropped"}
        name, origin = record.get("id"), record.get("source")
        document = Document(str(name) if name is not None else place, text, meta)
        origin = origin if isinstance(origin, str) else source
        return Entry(document, origin, size, extra, record)
    text_field, id_field = fields
    text = text_of(record, text_field)
    name = record.get(id_field)
    taken = {text_field}
    if isinstance(name, str | int) and name != "" and not isinstance(name, bool):
        taken.add(id_field)
    else:
        name = place
    meta = {
        f"input_{key}" if key in NOTED else key: value
        for key, value in record.items()
        if key not in taken and value is not None
    }
    if "title" in meta and not isinstance(meta["title"], str):
        meta["input_title"] = meta.pop("title")
    return Entry(Document(str(name), text, meta), source, size, {}, record)


def unread(place: str, source: str, size: int, reason: str, **evidence: Any) -> Entry:
    """Return the entry of something that could not be read."""
    document = Document(place, "", {}, outcome=Drop(READ, reason, evidence=evidence))
    return Entry(document, source, size)


def record_of(document: Document, source: str, extra: Mapping[str, Any]) -> dict[str, Any]:
    """Return the record of a document; what was dropped says why."""
    meta = document.meta
    record: dict[str, Any] = {
        "schema": SCHEMA,
        "id": document.id,
        "source": source,
        "title": meta.get("title"),
        "text": document.text,
        "meta": {key: meta[key] for key in sorted(meta) if key not in UNWRITTEN},
        **extra,
    }
    if isinstance(document.outcome, Drop):
        if document.outcome.stage == READ or WITHHELD in document.outcome.evidence:
            record["text"] = None
        record["dropped"] = dropped_of(document.outcome)
    return record


def dropped_of(drop: Drop) -> dict[str, Any]:
    """Return the field that says why a document was dropped."""
    return {
        "stage": drop.stage,
        "reason": drop.reason,
        "kept": drop.kept,
        "evidence": dict(drop.evidence),
    }


def dump(value: Mapping[str, Any]) -> bytes:
    """Return the value as a line of JSON; raises TypeError where JSON cannot hold it."""
    return orjson.dumps(value, default=_plain, option=orjson.OPT_APPEND_NEWLINE)


def with_field(line: bytes, name: str, value: Any) -> bytes:
    """Return the line of a record with a field more at its end, or another value in its place.

    Where the record has no such field, the rest of it stays byte for byte.
    """
    field = dump({name: value})
    if orjson.dumps(name) in line:
        return dump({**parse(line), name: value})
    return line.rstrip()[:-1].rstrip() + b"," + field[1:]


def _plain(value: object) -> object:
    """Turn what a stage may put into a note into what JSON knows."""
    if isinstance(value, tuple):  # a NamedTuple: orjson takes the plain ones only
        return list(value)
    if isinstance(value, set | frozenset):
        return sorted(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} is no JSON")
