"""Examine lines of a corpus: whether each is a record, what is in it, what is wrong with it.

A function of the lines alone, so that any number of processes gives the same.
"""

import pickle
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import orjson

from cleaner.chars.scripts import script_of
from cleaner.check.measures import Found, around, counted, looked, masked
from cleaner.check.tally import Example, Tally
from cleaner.dedup import parse_near
from cleaner.dedup.prepared import Prepared, joined, prepare
from cleaner.document import Document
from cleaner.duplicatesearch import field_of
from cleaner.errors import InputError
from cleaner.io.records import SCHEMA, hash_of, is_own, parse
from cleaner.pipeline import Pipeline
from cleaner.recipe import OFF, Duplicates, Recipe

# Characters of texts that are folded and signed together: so much fits in a processor's cache.
TOGETHER = 1 << 18
# Characters of a broken line that are shown.
SHOWN = 40
# Digits of the number of an article of a page: `page#12`.
MAX_DIGITS = 9


class Lines(NamedTuple):
    """Whole lines of a file: where it is, their numbers, their bytes with the line breaks."""

    file: str
    numbers: Sequence[int]
    data: bytes


class Wanted(NamedTuple):
    r"""What is asked of lines, by the stages and the duplicates of a recipe, pickled.

    `whole`: all that needs no stage, and signatures; `look`: what the stages would do, and all
    else that takes time.
    """

    recipe: bytes
    whole: bool = True
    look: bool = True


class Record(NamedTuple):
    """Where a record stands among lines, a hash of its id, the characters of its text."""

    number: int
    start: int
    size: int
    name: int
    chars: int


class Examined(NamedTuple):
    r"""What was found in lines.

    `size`: their bytes. `returns`: the number of the first one that ends in \r\n, 0 for none.
    """

    size: int
    returns: int
    tally: Tally
    records: list[Record]
    scripts: Counter[str]
    prepared: Prepared


def examine(lines: Lines, wanted: Wanted) -> Examined:
    """Return what is found in lines."""
    tally, scripts = Tally(), Counter[str]()
    records: list[Record] = []
    texts: list[tuple[str, str | None]] = []
    pipeline, duplicates = _made(wanted.recipe)
    at = returns = 0
    before = ("", 0)
    for number, line in zip(lines.numbers, lines.data.split(b"\n"), strict=False):
        start, at = at, at + len(line) + 1
        place = f"{lines.file}:{number}"
        if not returns and line.endswith(b"\r"):
            returns = number
        try:
            record = record_of(line)
        except InputError as error:
            shown = around(line[: 4 * SHOWN].decode("utf-8", "backslashreplace"), 0, SHOWN)
            said = str(error).replace(": line 1 column ", ", column ")  # of this line
            tally.add("broken_lines", 1, Example(place, "", f"{said}: {shown.strip()}"))
            continue
        document = document_of(record)
        found: list[Found] = []
        if wanted.whole:
            name = int.from_bytes(hash_of(document.id))
            records.append(Record(number, start, len(line), name, len(document.text)))
            scripts[script_of(document)] += 1
            within = field_of(record, duplicates.within)
            texts.append((document.text, None if within is None else orjson.dumps(within).decode()))
            found += counted(document)
            here = _place_on_page(document.id)
            if here[0] == before[0] and here[1] < before[1]:
                found.append(Found("misplaced_articles", 1, 0, around(document.text, 0)))
            before = here
        if wanted.look:
            found += looked(document, pipeline)
        for measure, value, of, shown in found:
            example = Example(place, masked(document.id), shown) if value else None
            tally.add(measure, value, example, of)
    prepared = _prepared(texts, duplicates)
    return Examined(len(lines.data), returns, tally, records, scripts, prepared)


def _place_on_page(name: str) -> tuple[str, int]:
    """Return the page of an article, and which of its articles it is; 0 where its id says none."""
    page, _, number = name.rpartition("#")
    return (
        (page, int(number))
        if page and number.isdecimal() and len(number) < MAX_DIGITS
        else (name, 0)
    )


def record_of(line: bytes) -> dict[str, Any]:
    """Return the record of a line; raises InputError where it is none."""
    if not line.strip():
        raise InputError("an empty line")
    record = parse(line)
    if said := _fault(record):
        raise InputError(said)
    return record


def document_of(record: Mapping[str, Any]) -> Document:
    """Return a record as a document.

    Its lines are paragraphs, whoever made it: it is judged as a cleaned text.
    """
    meta = record.get("meta")
    known = meta if isinstance(meta, dict) else {}
    known = {**known, "title": record.get("title"), "schema": SCHEMA}
    return Document(record["id"], record["text"], known)


def _fault(record: dict[str, Any]) -> str:
    """Return what keeps an object from being a record, or ""."""
    for name in ("id", "text"):
        if not isinstance(record.get(name), str):
            return f"{name} is {type(record[name]).__name__}" if name in record else f"no {name}"
    if "schema" not in record:
        return ""
    if not is_own(record):
        return f"schema is {record['schema']!r} and meta {type(record.get('meta')).__name__}"
    for name, kinds in (("source", str), ("title", str | None)):
        if not isinstance(record.get(name), kinds):
            return f"{name} is {type(record[name]).__name__}" if name in record else f"no {name}"
    return ""


def _prepared(texts: Sequence[tuple[str, str | None]], duplicates: Duplicates) -> Prepared:
    """Fold and sign texts, each with what it is compared within."""
    near = None
    if duplicates.near != OFF:
        near = parse_near(duplicates.near, duplicates.numbers)
    parts: list[Prepared] = []
    waiting: list[tuple[str, str | None]] = []
    chars = 0
    for text in texts:
        waiting.append(text)
        chars += len(text[0])
        if chars >= TOGETHER:
            parts.append(prepare(waiting, near, duplicates.exact, False))
            waiting, chars = [], 0
    return joined([*parts, prepare(waiting, near, duplicates.exact, False)])


@lru_cache(maxsize=1)  # made once in each process
def _made(recipe: bytes) -> tuple[Pipeline, Duplicates]:
    made: Recipe = pickle.loads(recipe)  # noqa: S301  the parent's
    return made.pipeline(), made.duplicates
