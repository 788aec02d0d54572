"""The figures of a run: counted as it goes, the same for the same input, and a table of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from cleaner.document import Division, Document, Drop, Edit
from cleaner.io.records import SCHEMA
from cleaner.io.sources import told_skipped

# What a stage's counts are called, in the order of the table.
STAGE_FIELDS = ("documents", "edits", "removed", "added")


class Tally:
    """Counts documents, characters and edits; `figures` is what report.json holds.

    Every document that comes in leaves once: in + born = kept + dropped + split.
    """

    def __init__(self) -> None:
        self._documents = {"in": 0, "born": 0, "kept": 0, "dropped": 0, "split": 0}
        self._chars = {"in": 0, "kept": 0}
        self._input = {"files": 0, "skipped": 0, "bytes": 0}
        self._endings: dict[str, int] = {}
        self._dropped: dict[str, int] = {}
        self._failed: dict[str, int] = {}
        self._scripts: dict[str, int] = {}
        self._stages: dict[str, list[int]] = {}
        self._spared: list[dict[str, Any]] = []

    def inputs(self, files: int, skipped: Mapping[str, int]) -> None:
        """Count the files that are read and, by their ending, those of the folders that are not."""
        self._input["files"] += files
        self._input["skipped"] += sum(skipped.values())
        self._endings = dict(sorted(skipped.items()))

    def read(self, size: int) -> None:
        """Count bytes that were read."""
        self._input["bytes"] += size

    def entered(self, document: Document) -> None:
        """Count a document that comes in."""
        self._documents["in"] += 1
        self._chars["in"] += len(document.text)

    def left(self, document: Document) -> None:
        """Count a document as the pipeline gave it back."""
        if isinstance(document.outcome, Division):
            self._documents["split"] += 1
            self._documents["born"] += len(document.outcome.children)
        elif isinstance(document.outcome, Drop):
            self.dropped(document.outcome.stage)
        else:
            self._documents["kept"] += 1
            self._chars["kept"] += len(document.text)
            script = script_name(document.meta)
            self._scripts[script] = self._scripts.get(script, 0) + 1
        for step in document.history:
            counts = self._stages.setdefault(step.stage, [0, 0, 0, 0])
            counts[0] += 1
            counts[1] += len(step.edits) or 1
            counts[2] += sum([edit.length for edit in step.edits])
            counts[3] += sum([len(edit.new) for edit in step.edits])

    def changed(self, stage: str, edits: Sequence[Edit]) -> None:
        """Count the edits of a stage in a kept document after it was counted."""
        counts = self._stages.setdefault(stage, [0, 0, 0, 0])
        counts[0] += 1
        counts[1] += len(edits)
        counts[2] += sum(len(edit.old) for edit in edits)
        self._chars["kept"] -= sum(len(edit.old) for edit in edits)

    def dropped(self, stage: str) -> None:
        """Count a document that was dropped."""
        self._documents["dropped"] += 1
        self._dropped[stage] = self._dropped.get(stage, 0) + 1

    def failed(self, stage: str) -> None:
        """Count that a document is dropped because a stage failed on it; `left` counts the drop."""
        self._failed[stage] = self._failed.get(stage, 0) + 1

    def duplicate(self, stage: str, record: Mapping[str, Any]) -> None:
        """Count a kept document, given by its record, as one that was dropped after all."""
        meta = record.get("meta")
        self.dropped(stage)
        self._documents["kept"] -= 1
        self._chars["kept"] -= len(record.get("text") or "")
        script = script_name(meta if isinstance(meta, dict) else {})
        # Another tally may have counted it: the sum of both is what holds.
        self._scripts[script] = self._scripts.get(script, 0) - 1

    def dump(self) -> dict[str, Any]:
        """Return what was counted, for `add`."""
        return {
            "documents": self._documents,
            "chars": self._chars,
            "dropped": self._dropped,
            "failed": self._failed,
            "scripts": self._scripts,
            "stages": self._stages,
        }

    def add(self, dumped: Mapping[str, Any]) -> None:
        """Count what another one counted."""
        for mine, more in (
            (self._documents, dumped["documents"]),
            (self._chars, dumped["chars"]),
            (self._dropped, dumped["dropped"]),
            (self._failed, dumped["failed"]),
            (self._scripts, dumped["scripts"]),
        ):
            for name, count in more.items():
                mine[name] = mine.get(name, 0) + count
        for stage, counts in dumped["stages"].items():
            held = self._stages.setdefault(stage, [0, 0, 0, 0])
            self._stages[stage] = [a + b for a, b in zip(held, counts, strict=True)]

    def spared(self, pairs: list[dict[str, Any]]) -> None:
        """Take note of the nearest pairs of documents that were compared and kept apart."""
        self._spared = pairs

    def figures(self, order: tuple[str, ...]) -> dict[str, Any]:
        """Return the figures; `order` is the names of the stages that ran."""
        return {
            "schema": SCHEMA,
            "input": {**self._input, "skipped_endings": self._endings},
            "documents": self._documents,
            "characters": self._chars,
            "scripts": {
                key: self._scripts[key] for key in sorted(self._scripts) if self._scripts[key]
            },
            "dropped": dict(sorted(self._dropped.items())),
            "failed": dict(sorted(self._failed.items())),
            "stages": {
                name: dict(zip(STAGE_FIELDS, self._stages[name], strict=True))
                for name in order
                if name in self._stages
            },
            "spared": self._spared,
        }


def script_name(meta: Mapping[str, Any]) -> str:
    """Return the script that the metadata name."""
    return str(meta.get("script", "unknown"))


def table(figures: Mapping[str, Any], seconds: float) -> str:
    """Return the figures as lines for a terminal: what came in and went, what each stage did."""
    documents, chars, read = figures["documents"], figures["characters"], figures["input"]
    rate = read["bytes"] / 1e6 / seconds if seconds else 0.0
    split = f"{documents['split']:,} split into {documents['born']:,}"
    ended = f"{documents['dropped']:,} dropped, {documents['kept']:,} kept"
    lines = [
        f"{read['files']:,} files, {read['bytes']:,} bytes in {seconds:.1f} s ({rate:.2f} MB/s)",
        f"documents   {documents['in']:,} in, {split}, {ended}",
        f"characters  {chars['in']:,} in, {chars['kept']:,} kept",
    ]
    if read["skipped"]:
        lines.append(f"not read    {told_skipped(read['skipped_endings'])}")
    if figures["dropped"]:
        said = ", ".join(f"{name} {count:,}" for name, count in figures["dropped"].items())
        lines.append(f"dropped by  {said} (dropped.jsonl says why)")
    if figures["stages"]:
        width = max(len(name) for name in figures["stages"])
        head = "".join(f"{name:>11}" for name in STAGE_FIELDS)
        lines.append(f"{'stage':{width}}{head}")
        lines += [
            f"{name:{width}}" + "".join(f"{counts[key]:>11,}" for key in STAGE_FIELDS)
            for name, counts in figures["stages"].items()
        ]
    return "\n".join(lines)
