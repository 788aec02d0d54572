"""From the parts of a run to a corpus without duplicates and a list of what went, and why."""

import contextlib
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple, Protocol

import orjson

from cleaner.dedup import Deduplicator, Duplicate, Index, parse_near
from cleaner.dedup.cluster import Outcome
from cleaner.dedup.prepared import Prepared, joined, prepare
from cleaner.dedup.verifier import Question
from cleaner.document import Document, Drop
from cleaner.errors import RecipeError
from cleaner.figures import Tally
from cleaner.io.records import CLUSTER_SIZE, dropped_of, is_own, parse, with_field
from cleaner.parts import Kept, Part, Place, Places
from cleaner.recipe import FIELD, OFF, Duplicates, Recipe
from cleaner.sharedparagraphs import Shortened, take_repeated

# Characters of texts that wait to be folded and signed together.
WAITING = 1 << 18


class Noting:
    """Takes down in one part what the search for duplicates needs of the records that are kept."""

    def __init__(self, recipe: Recipe) -> None:
        self._duplicates = recipe.duplicates
        self._is_off = is_off(recipe)
        self._worth = _worth_field(recipe.duplicates)
        self._waiting: list[tuple[str, str | None]] = []
        self._waiting_chars = 0
        self._prepared: list[Prepared] = []
        self._sizes, self._steps = array("q"), array("H")
        # By the place of a record in the part: its worth; its name where the record has another
        # id; for how many documents it stands, where these are several.
        self._worths: list[Any] = []
        self._names: dict[str, str] = {}
        self._stand_for: dict[str, int] = {}
        # The fields that the recipe names, as far as a record has them.
        self._fields: set[str] = set()

    def add(self, document: Document, record: Mapping[str, Any], line: bytes) -> None:
        """Take note of the next document, and of its record as it is written in a line."""
        place = str(len(self._sizes))
        self._sizes.append(len(line))
        if self._is_off:
            return
        self._steps.append(len(document.history))
        value = field_of(record, self._duplicates.within)
        within = None if value is None else orjson.dumps(value).decode()
        if within is not None:
            self._fields.add(self._duplicates.within)
        self._waiting.append((document.text, within))
        self._waiting_chars += len(document.text)
        if self._worth:
            worth = field_of(record, self._worth)
            if worth is not None:
                self._fields.add(self._worth)
            self._worths.append(worth if isinstance(worth, int | float | str) else None)
        size = record.get(CLUSTER_SIZE)
        if isinstance(size, int) and size > 1:
            self._stand_for[place] = size
        if record.get("id") != document.id:
            self._names[place] = document.id

    def sign(self, least: int = WAITING) -> None:
        """Sign the texts that wait, if they have so many characters."""
        if self._waiting and self._waiting_chars >= least:
            wanted = self._duplicates
            near = None if wanted.near == OFF else parse_near(wanted.near, wanted.numbers)
            waiting, self._waiting, self._waiting_chars = self._waiting, [], 0
            self._prepared.append(prepare(waiting, near, wanted.exact, wanted.contained))

    def finish(self) -> tuple[dict[str, Any], dict[str, bytes]]:
        """Return what goes into the head of the part, and the sections."""
        self.sign(0)
        said = {
            "worths": self._worths,
            "names": self._names,
            "stand_for": self._stand_for,
            "fields": sorted(self._fields),
        }
        sections = {"sizes": self._sizes.tobytes(), "steps": self._steps.tobytes()}
        if not self._is_off:
            sections["prepared"] = joined(self._prepared).to_bytes()
        return said, sections


def sign_one(recipe: Recipe, text: str) -> None:
    """Sign a text for nothing: what that needs is loaded then."""
    if not is_off(recipe):
        noting = Noting(recipe)
        noting.add(Document("", text), {}, b"")
        noting.sign(0)


class Asked(NamedTuple):
    """A question, where the lines of its texts stand, and the field of the texts in these."""

    question: Question
    lines: Sequence[Place]
    field: str


def answered(asked: Asked) -> Outcome:
    """Return the answer to a question, in any process."""
    with Places() as places:
        return asked.question.answer(lambda at: text_in(places.read(asked.lines[at]), asked.field))


class Spread(Protocol):
    """Lets processes work on items, as `map` does it here: results come in any order."""

    def __call__(
        self, work: Callable[[Asked], Outcome], items: Iterator[Asked], /
    ) -> Iterator[Outcome]:
        """Yield what `work` makes of each item."""


class LocalSearch:
    """Finds the duplicates among the records of a run, and takes them out; no text stays in memory.

    `scratch`: a path whose name, with endings, the files of signatures have. `field`: where the
    text of another program's record stands. `index`: the folder of an index of earlier runs.
    `spread`: what lets several processes decide.
    """

    def __init__(
        self,
        duplicates: Duplicates,
        scratch: Path,
        field: str,
        index: Path | None,
        spread: Spread = map,
    ) -> None:
        self._spread, self._index = spread, None
        if index is not None and duplicates.paragraphs:
            raise RecipeError("paragraphs: not with an index, which would know texts that are gone")
        if index is not None:
            near = parse_near(duplicates.near, duplicates.numbers)
            self._index = Index(index, near, duplicates.within)
        self._engine = Deduplicator(
            near=None if duplicates.near == OFF else duplicates.near,
            exact=duplicates.exact,
            prefer=preference_of(duplicates),
            numbers=duplicates.numbers,
            contained=duplicates.contained,
            spill=scratch,
            index=self._index,
        )
        self._field, self._least = field, duplicates.paragraphs
        # Names that are not in the record.
        self._names: dict[int, str] = {}
        # How many stages changed each document: the next change is a step of this number.
        self._steps = array("H")
        self._stand_for: dict[int, int] = {}
        self._spared: list[dict[str, Any]] = []

    def take(self, part: Part) -> None:
        """Take note of the records of the next part."""
        first, noted = len(self._steps), part.head["noted"]
        self._engine.extend(Prepared.from_bytes(part.read("prepared")), noted["worths"])
        self._steps.frombytes(part.read("steps"))
        self._names |= {first + int(at): name for at, name in noted["names"].items()}
        self._stand_for |= {first + int(at): size for at, size in noted["stand_for"].items()}

    def settle(
        self, paths: Sequence[Path], corpus: BinaryIO, dropped: BinaryIO, tally: Tally
    ) -> None:
        """Divide the records of the parts between the corpus and what was dropped.

        Records that stay are copied byte for byte, but for `cluster_size`: a record that stood
        for several documents before counts as so many.
        """
        with Places() as places:
            self._divide(Kept(paths), places, corpus, dropped, tally)

    def _divide(
        self, every: Kept, places: Places, corpus: BinaryIO, dropped: BinaryIO, tally: Tally
    ) -> None:
        def text_at(position: int) -> str:
            return text_in(places.read(every.place(position)), self._field)

        def answers(questions: Iterator[Question]) -> Iterator[Outcome]:
            return self._spread(answered, (
                Asked(one, [every.place(at) for at in one.texts], self._field) for one in questions
            ))  # fmt: skip

        def name_of(position: int) -> str:
            if position < 0 and self._index:
                return self._index.name(-1 - position)
            return self._names.get(position) or str(parse(places.read(every.place(position)))["id"])

        # An index has texts of its own.
        found = self._engine.resolve(text_at, None if self._index else answers)
        kept_names = {kept: name_of(kept) for kept in {one.kept for one in found.values()}}
        self._spared = [
            {
                "ids": [name_of(one.kept), name_of(one.other)],
                "similarity": one.similarity,
                "points": one.verdict.evidence.get("points"),
                "reason": one.verdict.reason,
            }
            for one in self._engine.spared()
        ]
        sizes = self._sizes(found)
        for position, line in every.copy_but(sorted({*found, *sizes}), corpus):
            if position in found:
                one = found[position]
                drop = Drop(one.stage, one.reason, kept_names[one.kept], one.evidence)
                leave_out(line, drop, dropped.write, tally)
            else:
                corpus.write(with_field(line, CLUSTER_SIZE, sizes[position]))

    def spared(self) -> list[dict[str, Any]]:
        """Return the nearest pairs that were compared and kept apart, once it is settled."""
        return self._spared

    def shortened(
        self, corpus: Path, write: Mapping[str, Callable[[bytes], object]]
    ) -> Iterator[Shortened]:
        """Take repeated paragraphs out of the lines of `corpus`; see `take_repeated`."""
        if not self._least:
            return
        dropped = self._engine.resolve()
        names = self._kept_names(corpus, dropped)
        steps = (count for at, count in enumerate(self._steps) if at not in dropped)
        yield from take_repeated(
            corpus,
            self._least,
            lambda record: field_in(record, self._field),
            zip(names, steps, strict=True),
            write,
        )

    def _kept_names(self, corpus: Path, dropped: Mapping[int, Duplicate]) -> list[str]:
        """Return the ids of the documents that stay: the lines of `corpus`."""
        staying = (at for at in range(len(self._steps)) if at not in dropped)
        with corpus.open("rb") as lines:
            return [
                self._names.get(at) or str(parse(line)["id"])
                for at, line in zip(staying, lines, strict=True)
            ]

    @contextlib.contextmanager
    def remembered(self, corpus: Path) -> Iterator[None]:
        """Add what stays, the lines of `corpus`, to the index once the body is done."""
        if self._index is None:
            yield
            return
        names = self._kept_names(corpus, self._engine.resolve())
        with corpus.open("rb") as lines:
            texts = (text_in(line, self._field) for line in lines)
            with self._index.adding(self._engine.batch(names, texts)):
                yield

    def _sizes(self, found: Mapping[int, Duplicate]) -> dict[int, int]:
        """Return for how many documents each kept one of a cluster stands."""
        sizes: dict[int, int] = {}
        for position, one in found.items():
            if one.kept < 0:  # a document of the index: its record is not ours to change
                continue
            own = self._stand_for.get(one.kept, 1)
            sizes[one.kept] = sizes.get(one.kept, own) + self._stand_for.get(position, 1)
        return sizes


def field_in(record: Mapping[str, Any], field: str) -> str:
    """Return the field of a record's text; `field`: that of another program's."""
    return "text" if is_own(record) else field


def text_in(line: bytes, field: str) -> str:
    """Return the text of the record in a line."""
    record = parse(line)
    return str(record[field_in(record, field)])


def leave_out(line: bytes, drop: Drop, write: Callable[[bytes], object], tally: Tally) -> None:
    """Write a record that was kept so far among those that are dropped."""
    write(with_field(line, "dropped", dropped_of(drop)))
    tally.duplicate(drop.stage, orjson.loads(line))


def is_off(recipe: Recipe) -> bool:
    """Say whether no duplicates are looked for."""
    wanted = recipe.duplicates
    return recipe.keep_all or (wanted.near == OFF and not wanted.exact)


def fields_of(duplicates: Duplicates) -> set[str]:
    """Return the fields of records that are to be asked."""
    return {duplicates.within, _worth_field(duplicates)} - {""}


def preference_of(duplicates: Duplicates) -> str:
    """Return by what one of several is preferred, as `Deduplicator` has it."""
    return "worth" if _worth_field(duplicates) else duplicates.prefer


def _worth_field(duplicates: Duplicates) -> str:
    """Return the field by which one of several is preferred, or ""."""
    is_field = duplicates.prefer.startswith(FIELD)
    return duplicates.prefer.removeprefix(FIELD) if is_field else ""


def field_of(record: Mapping[str, Any], name: str) -> Any:
    """Return what a record holds under a name, in itself or in its metadata; None for nothing."""
    value = record.get(name) if name else None
    meta = record.get("meta")
    return meta.get(name) if name and value is None and isinstance(meta, dict) else value
