"""What a page shows of an output: counted and drawn from its files, a line at a time.

Samples are drawn with a fixed seed, so the same output gives the same page. What stays in memory
does not grow with the corpus: a few counts, so many examples a stage, so many clusters.
"""

import heapq
import random
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

import orjson

from cleaner.document import Document, Edit, Step
from cleaner.errors import Redacted
from cleaner.excerpt import Hunk, hunks
from cleaner.io.records import CLUSTER_SIZE
from cleaner.io.sources import (
    DROPPED_NAME,
    EDITS_NAME,
    REPORT_NAME,
    RUN_NAME,
    SPLIT_NAME,
)
from cleaner.past import Past, pasts, texts_before
from cleaner.rebuilding import read_corpus, read_lines

T = TypeVar("T")

# How many are shown: changes of a stage, of so many drawn the ones that differ most; drops of a
# stage; pages that were split; clusters, and copies of each. Chosen for a page of some 300 kB.
CHANGES, DRAWN, DROPS, PAGES, CLUSTERS, COPIES = 6, 24, 5, 5, 8, 3
# Characters of a text that are looked at.
MAX_TEXT = 4_000
# Edits before and behind the one that was drawn that may stand in the same excerpt.
NEIGHBOURS = 6


class Change(NamedTuple):
    """A place that a stage changed: in which document, and how; or the step that reordered it.

    `text` is the text before the step; empty where it cannot be had back.
    """

    id: str
    script: str
    hunk: Hunk | None
    text: str = ""
    step: Step | None = None


class Dropped(NamedTuple):
    """A document that was dropped."""

    id: str
    script: str
    text: str
    reason: str
    kept: str | None


class Cluster(NamedTuple):
    """A document that was kept, and of the copies that were dropped for it the first."""

    id: str
    script: str
    text: str
    size: int
    copies: list[Dropped]


class Gathered(NamedTuple):
    """All that a page shows of an output. `lengths`: documents by powers of two of characters."""

    figures: Mapping[str, Any]
    about: Mapping[str, Any]
    lengths: Mapping[int, int]
    charsets: Mapping[str, int]
    changes: Mapping[str, list[Change]]
    drops: Mapping[str, list[Dropped]]
    clusters: list[Cluster]
    pages: list[Past]
    has_edits: bool


class Sample(Generic[T]):
    """A fair sample of what is shown to it (Vitter 1985, algorithm R), the same each time."""

    def __init__(self, size: int) -> None:
        self._draw = random.Random(0)  # noqa: S311  no secret
        self._size, self._seen = size, 0
        self._kept: list[tuple[int, T]] = []

    def wants(self) -> int | None:
        """Return the place that the next one takes, None where it is not drawn."""
        self._seen += 1
        if self._seen <= self._size:
            return self._seen - 1
        at = int(self._draw.random() * self._seen)
        return at if at < self._size else None

    def put(self, at: int, one: T) -> None:
        """Put one at the place that `wants` gave."""
        self._kept[at : at + 1] = [(self._seen, one)]

    def drawn(self) -> list[T]:
        """Return the sample in the order in which it was seen."""
        return [one for _, one in sorted(self._kept, key=lambda pair: pair[0])]


def gather(folder: Path) -> Gathered:
    """Return what a page shows of a finished output; `check_output` has looked at the folder."""
    lengths, charsets, clusters = _corpus(folder)
    drops = _drops(folder, clusters)
    has_edits = (folder / EDITS_NAME).exists()
    drawn = _drawn(folder) if has_edits else {}
    pages = _pages(folder)
    known = pasts(folder, {*pages, *(place.id for places in drawn.values() for place in places)})
    return Gathered(
        figures=orjson.loads((folder / REPORT_NAME).read_bytes()),
        about=orjson.loads(path.read_bytes()) if (path := folder / RUN_NAME).exists() else {},
        lengths=lengths,
        charsets=charsets,
        changes=_changes(known, drawn),
        drops=drops,
        # A corpus that was read again brings the sizes of its clusters, and none of the copies.
        clusters=[one for one in clusters if one.copies],
        pages=[known[name] for name in pages if not known[name].lost],
        has_edits=has_edits,
    )


def _corpus(folder: Path) -> tuple[Counter[int], Counter[str], list[Cluster]]:
    """Return the lengths and charsets of the documents that are kept, and the largest clusters."""
    lengths: Counter[int] = Counter()
    charsets: Counter[str] = Counter()
    largest: list[tuple[int, int, Cluster]] = []
    for number, record in enumerate(read_corpus(folder)):
        text = _text(record)
        lengths[len(text).bit_length()] += 1
        charsets[str(_meta(record).get("charset", "utf-8"))] += 1
        size = record.get(CLUSTER_SIZE)
        if isinstance(size, int) and size > 1:
            cluster = Cluster(str(record.get("id")), _script(record), text[:MAX_TEXT], size, [])
            heapq.heappush(largest, (size, -number, cluster))
            if len(largest) > CLUSTERS:
                heapq.heappop(largest)
    largest.sort(key=lambda one: (-one[0], -one[1]))
    return lengths, charsets, [cluster for _, _, cluster in largest]


def _drops(folder: Path, clusters: list[Cluster]) -> dict[str, list[Dropped]]:
    """Return examples of drops by stage; the copies of the clusters are put into these."""
    samples: defaultdict[str, Sample[Dropped]] = defaultdict(lambda: Sample(DROPS))
    copies = {cluster.id: cluster.copies for cluster in clusters}
    for record in read_lines(folder / DROPPED_NAME):
        said = record["dropped"]
        found = copies.get(said["kept"])
        at = samples[said["stage"]].wants()
        is_copy = found is not None and len(found) < COPIES
        if at is None and not is_copy:
            continue
        one = Dropped(
            str(record.get("id")),
            _script(record),
            (_text(record) or str(said["evidence"].get("start", "")))[:MAX_TEXT],
            said["reason"],
            said["kept"],
        )
        if at is not None:
            samples[said["stage"]].put(at, one)
        if found is not None and is_copy:
            found.append(one)
    return {stage: samples[stage].drawn() for stage in sorted(samples)}


class _Place(NamedTuple):
    """An edit of edits.jsonl: its document, step, and number in the step."""

    id: str
    step: int
    number: int


def _drawn(folder: Path) -> dict[str, list[_Place]]:
    """Return places of edits by stage: a sample of the changes that look different."""
    samples: defaultdict[bytes, Sample[tuple[_Place, tuple[str, str]]]]
    samples = defaultdict(lambda: Sample(DRAWN))
    before, number = b"", 0
    with (folder / EDITS_NAME).open("rb") as file:
        for line in file:
            # Only what is drawn is parsed. Inside a string these quotes would be escaped.
            now, _, rest = line.partition(b'"stage":"')
            number = number + 1 if now == before else 0
            before = now
            sample = samples[rest.partition(b'"')[0]]
            at = sample.wants()
            if at is not None:
                edit = orjson.loads(line)
                looks = (str(edit.get("old"))[:MAX_TEXT], str(edit.get("new"))[:MAX_TEXT])
                sample.put(at, (_Place(edit["id"], edit["step"], number), looks))
    return {stage.decode(): _varied(samples[stage].drawn()) for stage in samples}


def _varied(drawn: list[tuple[_Place, tuple[str, str]]]) -> list[_Place]:
    """Return so many places as are shown: first of other changes, then of other documents."""
    looks, names = Counter[tuple[str, str]](), Counter[str]()
    ranked = []
    for order, (place, look) in enumerate(drawn):
        ranked.append((looks[look], names[place.id], order))
        looks[look] += 1
        names[place.id] += 1
    chosen: list[_Place] = []
    for _, _, order in sorted(ranked):
        place = drawn[order][0]
        if len(chosen) < CHANGES and not any(_overlap(place, one) for one in chosen):
            chosen.append(place)
    return chosen


def _overlap(a: _Place, b: _Place) -> bool:
    """Say whether two places may stand in one excerpt."""
    return a[:2] == b[:2] and abs(a.number - b.number) <= NEIGHBOURS


def _changes(
    known: Mapping[str, Past], drawn: Mapping[str, list[_Place]]
) -> dict[str, list[Change]]:
    """Return the places that were drawn, with the text round them, by stage."""
    found: dict[str, list[Change]] = {}
    for stage, places in drawn.items():
        found[stage] = [_change(known[place.id], place) for place in places if place.id in known]
    return found


def _change(past: Past, place: _Place) -> Change:
    document = past.documents[-1]
    step = document.history[place.step]
    script = str(document.meta.get("script", ""))
    text = ""
    if document.id not in past.lost:
        text = _text_before(document, place.step)
    if step.spans:
        return Change(place.id, script, None, text, step)
    edits = step.edits[max(place.number - NEIGHBOURS, 0) : place.number + NEIGHBOURS + 1]
    wanted = step.edits[place.number]
    if not text:
        (hunk,) = hunks("", [wanted._replace(start=0)], 0)
        return Change(place.id, script, hunk)
    return Change(place.id, script, _hunk_with(text, edits, wanted), text="")


def _hunk_with(text: str, edits: tuple[Edit, ...], wanted: Edit) -> Hunk:
    """Return the excerpt that an edit stands in."""
    at = edits.index(wanted)
    for hunk in hunks(text, edits):
        at -= hunk.edits
        if at < 0:
            return hunk
    raise AssertionError("every edit stands in an excerpt")


def _text_before(document: Document, step: int) -> str:
    try:
        return texts_before(document)[step]
    except Redacted:
        return ""


def _pages(folder: Path) -> list[str]:
    """Return the ids of some of the pages that were split."""
    sample: Sample[str] = Sample(PAGES)
    for line in read_lines(folder / SPLIT_NAME):
        at = sample.wants()
        if at is not None:
            sample.put(at, line["id"])
    return sample.drawn()


def _text(record: Mapping[str, Any]) -> str:
    text = record.get("text")
    return text if isinstance(text, str) else ""


def _meta(record: Mapping[str, Any]) -> Mapping[str, Any]:
    meta = record.get("meta")
    return meta if isinstance(meta, dict) else {}


def _script(record: Mapping[str, Any]) -> str:
    return str(_meta(record).get("script", ""))


def bins(lengths: Mapping[int, int]) -> Iterator[tuple[str, int]]:
    """Yield the powers of two that texts are as long as, without gaps, and how many there are."""
    if not lengths:
        return
    for power in range(min(lengths), max(lengths) + 1):
        low, high = (1 << power) >> 1, (1 << power) - 1
        name = f"{low:,}" if low == high else f"{low:,}-{high:,}"
        yield name, lengths.get(power, 0)
