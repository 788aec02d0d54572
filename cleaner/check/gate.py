"""Read a corpus, measure it, hold the figures against limits and against a saved run.

A record at a time: in memory are a hash an id, the signatures' keys (the signatures themselves in
a temporary folder), the lengths, and the worst examples. A large corpus may be sampled: what is
asked of the file and of duplicates is asked of all of it, the rest of so many records, always the
same ones.
"""

import contextlib
import random
from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, NamedTuple, Self

import orjson

from cleaner.check.limits import BY_NAME, MEASURES, SCRIPTS, Limits
from cleaner.check.measures import around, measured
from cleaner.dedup import Deduplicator
from cleaner.document import Document
from cleaner.errors import InputError
from cleaner.io.packing import opened, unpacked
from cleaner.io.records import SCHEMA, Names, is_own, parse
from cleaner.io.sources import Source, find_sources
from cleaner.pipeline import Pipeline

# Examples kept of each measure: the first, since all are as bad.
EXAMPLES = 5
# How far a figure may be from the saved one: a share by this much, a number by this part of it.
DRIFT_SHARE, DRIFT_PART = 0.02, 0.2

BOM = b"\xef\xbb\xbf"


class Example(NamedTuple):
    """A place (file:line), the record's id, and what is wrong there."""

    place: str
    id: str
    shown: str


class Failure(NamedTuple):
    """A figure that is over its limit, under its floor, or far from the saved one."""

    measure: str
    figure: float
    limit: float
    says: str
    examples: tuple[Example, ...] = ()


class Checked(NamedTuple):
    """What was measured, by name (of "scripts" a share each), and what failed."""

    figures: Mapping[str, Any]
    failures: tuple[Failure, ...]


def check(
    sources: Sequence[str],
    limits: Limits | None = None,
    *,
    baseline: Mapping[str, Any] | None = None,
    sample: int = 0,
    progress: Callable[[int, int], object] | None = None,
) -> Checked:
    """Measure a corpus of records. `baseline`: the figures of a run to hold it against.

    `sample`: how many records to look into, 0 for all. `progress` is called with the number of
    bytes read since it was called last, and of all there are. Raises InputError for what is not
    there or cannot be opened.
    """
    limits, pipeline = limits or Limits(), Pipeline()
    found = find_sources(sources).sources
    for source in found:
        if not source.holds_records:
            raise InputError(f"{source.name}: no corpus; `clean check` reads .jsonl files")
    with TemporaryDirectory(prefix="clean-check-") as folder, _Corpus(found, folder) as corpus:
        tally = _Tally()
        total = sum(source.size for source in found)
        chosen = _sample(sample)
        for line in corpus.lines(tally):
            if progress:
                progress(line.size, total)
            if line.document is not None:
                for one in chosen(line):
                    tally.look(one, pipeline)
        for line in chosen(None):
            tally.look(line, pipeline)
        corpus.duplicates(tally)
        figures = tally.figures()
    return Checked(figures, (*_over(figures, limits, tally), *_drift(figures, baseline)))


class _Line(NamedTuple):
    """A line of a corpus: where it stands, its bytes, and its record as a document."""

    place: str
    size: int
    document: Document | None


class _Corpus:
    """The lines of all files, each once in order, and any text again by its number."""

    def __init__(self, sources: Sequence[Source], folder: str) -> None:
        self._sources = sources
        self._stack = contextlib.ExitStack()
        self._texts: BinaryIO = self._stack.enter_context((Path(folder) / "texts").open("w+b"))
        self._ends = array("q", [0])
        self._places: list[tuple[int, int]] = []
        self._engine = Deduplicator(prefer="first", spill=Path(folder) / "signatures")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def lines(self, tally: "_Tally") -> Iterator[_Line]:
        """Yield the lines; what is wrong with files and lines is counted."""
        names = Names()
        for number, source in enumerate(self._sources):
            with opened(source) as packed:
                last = b"\n"
                for at, line in enumerate(unpacked(packed, source.packing), 1):
                    place, last = f"{_where(source)}:{at}", line
                    if at == 1 and line.startswith(BOM):
                        tally.add("broken_files", 1, Example(place, "", "a byte order mark"))
                    document = self._document(line, place, tally)
                    if document is not None:
                        if names.unique(document.id) != document.id:
                            shown = around(document.text, 0)
                            tally.add("repeated_ids", 1, Example(place, document.id, shown))
                        self._keep(document.text, number, at)
                        tally.count(document)
                    yield _Line(place, 0 if source.packing else len(line), document)
                if last.endswith(b"\r\n") or not last.endswith(b"\n"):
                    said = "lines end in \\r\\n" if last.endswith(b"\r\n") else "no \\n at its end"
                    tally.add("broken_files", 1, Example(_where(source), "", said))

    def duplicates(self, tally: "_Tally") -> None:
        """Count the duplicates among all texts."""
        for position, one in self._engine.resolve(self._text).items():
            measure = one.stage.replace("-", "_") + "s"
            number, at = self._places[position]
            kept = self._places[one.kept]
            other = f"{_where(self._sources[kept[0]])}:{kept[1]}"
            example = Example(f"{_where(self._sources[number])}:{at}", "", f"{other}, {one.reason}")
            tally.add(measure, 1, example)
        for measure in ("exact_duplicates", "near_duplicates"):
            tally.add(measure, 0, of=len(self._places))

    def _document(self, line: bytes, place: str, tally: "_Tally") -> Document | None:
        record: dict[str, Any] = {}
        try:
            record = parse(line)
            said = "" if _is_record(record) else "no id and text, or a schema that is none of ours"
        except InputError as error:
            said = str(error)
        if said:
            shown = f"{said}: {line[:40].decode('utf-8', 'backslashreplace').strip()}"
            tally.add("broken_lines", 1, Example(place, "", shown))
            return None
        meta = record.get("meta")
        known = meta if isinstance(meta, dict) else {}
        # Its lines are paragraphs, whoever made it: it is judged as a cleaned text.
        return Document(
            record["id"], record["text"], {**known, "title": record.get("title"), "schema": SCHEMA}
        )

    def _keep(self, text: str, number: int, at: int) -> None:
        self._texts.write(text.encode("utf-8", "surrogatepass"))
        self._ends.append(self._texts.tell())
        self._places.append((number, at))
        self._engine.add(text)

    def _text(self, position: int) -> str:
        start, end = self._ends[position], self._ends[position + 1]
        self._texts.seek(start)
        return self._texts.read(end - start).decode("utf-8", "surrogatepass")


class _Tally:
    """Sums and examples by measure."""

    def __init__(self) -> None:
        self._sums = dict.fromkeys(BY_NAME, 0.0)
        self._of = dict.fromkeys(BY_NAME, 0.0)
        self.examples: dict[str, list[Example]] = defaultdict(list)
        self._lengths = array("q")
        self._scripts: dict[str, int] = defaultdict(int)
        self._looked = 0

    def add(
        self, measure: str, value: float, example: Example | None = None, of: float = 0
    ) -> None:
        """Add to a measure."""
        self._sums[measure] += value
        self._of[measure] += of
        if example and value and len(self.examples[measure]) < EXAMPLES:
            self.examples[measure].append(example)

    def count(self, document: Document) -> None:
        """Count a record."""
        self._lengths.append(len(document.text))
        self._scripts[str(document.meta.get("script", "unknown"))] += 1

    def look(self, line: _Line, pipeline: Pipeline) -> None:
        """Measure a record."""
        assert line.document is not None
        self._looked += 1
        for one in measured(line.document, pipeline):
            example = Example(line.place, line.document.id, one.shown)
            self.add(one.measure, one.value, example, one.of)

    def figures(self) -> dict[str, Any]:
        """Return the figures by name."""
        count = len(self._lengths)
        figures: dict[str, Any] = {}
        for measure in MEASURES:
            of = self._of[measure.name]
            value = self._sums[measure.name]
            is_share = measure.unit.startswith(("share", "in "))
            figures[measure.name] = round(value / of, 6) if is_share and of else int(value)
        figures["documents"] = count
        figures["median_characters"] = int(median(self._lengths)) if count else 0
        figures[SCRIPTS] = {
            name: round(self._scripts[name] / count, 6) for name in sorted(self._scripts)
        }
        figures["looked_into"] = self._looked
        return figures


def _where(source: Source) -> str:
    """Return the path of a source as it was called: what an annotation needs to find its file."""
    return source.name if source.path is None else source.path.as_posix()


def _is_record(record: Mapping[str, Any]) -> bool:
    is_whole = isinstance(record.get("id"), str) and isinstance(record.get("text"), str)
    return is_whole and ("schema" not in record or is_own(record))


def _sample(size: int) -> Callable[[_Line | None], Iterator[_Line]]:
    """Return what picks records: at once where all are wanted, else `size` of all at the end.

    Reservoir sampling with a fixed seed (Vitter 1985): the same corpus, the same sample.
    """
    draw, kept, seen = random.Random(0), list[_Line](), 0  # noqa: S311  no secret

    def choose(line: _Line | None) -> Iterator[_Line]:
        nonlocal seen
        if line is None:
            yield from kept
        elif not size:
            yield line
        else:
            seen += 1
            at = len(kept) if len(kept) < size else draw.randrange(seen)
            if at < size:
                kept[at : at + 1] = [line]

    return choose


def _over(figures: Mapping[str, Any], limits: Limits, tally: _Tally) -> Iterator[Failure]:
    """Yield the figures that are over their limit or under their floor."""
    for measure in MEASURES:
        limit, figure = limits.of(measure.name), figures[measure.name]
        if limit is not None and (figure < limit if measure.least else figure > limit):
            examples = tuple(tally.examples[measure.name])
            yield Failure(measure.name, figure, limit, measure.says, examples)
    for script, limit in limits.scripts.items():
        share = figures[SCRIPTS].get(script, 0)
        if share > limit:
            yield Failure(f"{SCRIPTS}.{script}", share, limit, "documents in this script")


def _drift(figures: Mapping[str, Any], baseline: Mapping[str, Any] | None) -> Iterator[Failure]:
    """Yield the figures that are far from those of a saved run."""
    for name, before in (baseline or {}).items():
        now = figures.get(name, 0)
        pairs = [(name, before, now)]
        if isinstance(before, Mapping):
            now = now if isinstance(now, Mapping) else {}
            keys = sorted({*before, *now})
            pairs = [(f"{name}.{key}", before.get(key, 0), now.get(key, 0)) for key in keys]
        for one, old, new in pairs:
            is_share = isinstance(old, float) or isinstance(new, float)
            room = DRIFT_SHARE if is_share else DRIFT_PART * abs(old)
            if abs(new - old) > room and one != "looked_into":
                yield Failure(one, new, old, f"was {old:g} in the saved run")


def saved(checked: Checked) -> bytes:
    """Return the figures of a run as they are saved."""
    return orjson.dumps(checked.figures, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
