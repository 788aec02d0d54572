"""Take paragraphs that stand in many documents out of a corpus file, but for the first of each.

A site's notice, a paper's address, a disclaimer: two documents with the same notice are no
duplicates of one another; the notice is. What counts is the fold of the whole paragraph, so width,
case, script and punctuation do not, and so much of it that nobody writes it twice by chance. Of
each paragraph 8 bytes are kept.
"""

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from cleaner.dedup.fold import fold_many
from cleaner.document import Document, Drop, Edit, Step, apply
from cleaner.io.audit import edit_lines
from cleaner.io.records import dropped_of, dump, parse

STAGE = "shared-paragraph"
# Letters under which a paragraph may be the same by chance, or by rule: a heading, a refrain, a
# greeting, a line of dialogue. Chosen; try 15 to 40.
MIN_LETTERS = 20


class Shortened(NamedTuple):
    """What was done to a record: its edits, or the record as it was where nothing is left of it."""

    edits: tuple[Edit, ...]
    dropped: Mapping[str, Any] | None


def take_repeated(
    corpus: Path,
    least: int,
    field_of: Callable[[Mapping[str, Any]], str],
    steps: Iterable[tuple[str, int]],
    write: Mapping[str, Callable[[bytes], object]],
) -> Iterator[Shortened]:
    """Rewrite `corpus` without the paragraphs that stand in `least` documents or more.

    The first document keeps its. `field_of` names the field of a record's text; `steps` gives the
    id of each line's document and how many stages changed it before; `write` has the functions
    that take a line for "dropped" and, where edits are kept, for "edits".
    """
    hashes = array("Q")
    with corpus.open("rb") as lines:
        for line in lines:
            record = parse(line)
            hashes.extend({key for _, _, key in _keys_of(record[field_of(record)])})
    keys, counts = np.unique(np.frombuffer(hashes, dtype=np.uint64), return_counts=True)
    repeated = frozenset(keys[counts >= least].tolist())
    seen: set[int] = set()
    part = corpus.with_name(f"{corpus.name}-shorter")
    with corpus.open("rb") as lines, part.open("wb") as kept:
        for line, (name, step) in zip(lines, steps, strict=True):
            record = parse(line)
            field = field_of(record)
            edits = tuple(_edits(record[field], repeated, seen))
            if not edits:
                kept.write(line)
                continue
            text = apply(record[field], edits)
            if not text.strip():
                drop = Drop(STAGE, f"nothing but paragraphs of {least} documents or more")
                write["dropped"](dump({**record, "dropped": dropped_of(drop)}))
                yield Shortened((), record)
                continue
            if "edits" in write:
                done = Document(name, text, history=(*[Step("")] * step, Step(STAGE, edits)))
                for edit_line in edit_lines(done):
                    write["edits"](edit_line)
            kept.write(dump({**record, field: text}))
            yield Shortened(edits, None)
    part.replace(corpus)


def _edits(text: str, repeated: frozenset[int], seen: set[int]) -> Iterator[Edit]:
    """Yield the edits that delete paragraphs that were seen; note those that are seen now."""
    new = set()
    end_of_last = 0
    for start, end, key in _keys_of(text):
        if key not in repeated:
            continue
        if key not in seen:
            new.add(key)
            continue
        # With the break after it, or of the last paragraph with the one before.
        first, last = (start, end + 1) if end < len(text) else (max(start - 1, end_of_last), end)
        yield Edit(first, text[first:last], "", STAGE)
        end_of_last = last
    # A paragraph that a text has twice is the business of the stages within it.
    seen |= new


def _keys_of(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield (start, end, key) of each paragraph that is long enough to count, its break aside."""
    lines = text.split("\n")
    at = 0
    for line, folded in zip(lines, fold_many(lines), strict=True):
        if len(folded.codes) >= MIN_LETTERS:
            digest = blake2b(folded.codes.tobytes() + folded.breaks.tobytes(), digest_size=8)
            yield at, at + len(line), int.from_bytes(digest.digest(), "little")
        at += len(line) + 1
