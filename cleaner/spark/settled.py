"""Write the parts again from which duplicates go: what stays, what goes, and the figures of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa

from cleaner.dedup.deduplicator import EXACT
from cleaner.document import Drop
from cleaner.duplicatesearch import leave_out
from cleaner.figures import Tally
from cleaner.io.records import CLUSTER_SIZE, with_field
from cleaner.parts import Writing
from cleaner.spark.reading import Parts, by_part
from cleaner.spark.tables import ints, rows

DONE = "part bigint"
# What is done to a record of which nothing is said: size, name, reason, evidence.
STAYS = (0, None, None, None)


def path_of(folder: Path, number: int) -> Path:
    """Where a part stands that was written again."""
    return folder / f"settled-{number:07}"


def settle(batches: Iterator[pa.RecordBatch], told: Any, scratch: str) -> Iterator[pa.RecordBatch]:
    """Write each part again in the folder `scratch`, and yield its number.

    A row is a record that goes, with the `name` of the one that is kept instead, or one that stays
    and stands for `size` documents.
    """
    parts: Parts = told.value
    for number, wanted, table in by_part(batches, parts):
        columns = (table.column(name).to_pylist() for name in ("name", "reason", "evidence"))
        actions = dict(
            zip(
                wanted.tolist(),
                zip(ints(table, "size").tolist(), *columns, strict=True),
                strict=True,
            )
        )
        tally = Tally()
        with Writing(Path(scratch)) as piece:

            def write(line: bytes, to: Writing = piece) -> None:
                to.write("dropped", line)

            part = parts.open(number)
            steps, named = part.read("steps"), part.head["noted"]["names"]
            names: dict[str, str] = {}
            stays = 0
            for row, line in enumerate(part.lines("kept")):
                size, name, reason, evidence = actions.get(row, STAYS)
                if name is None:
                    kept = with_field(line, CLUSTER_SIZE, size) if size else line
                    piece.write("kept", kept)
                    piece.write("steps", steps[2 * row : 2 * row + 2])
                    if str(row) in named:
                        names[str(stays)] = named[str(row)]
                    stays += 1
                    continue
                drop = Drop(EXACT[0], EXACT[1], name, EXACT[2])
                if evidence is not None:
                    drop = Drop("near-duplicate", reason, name, orjson.loads(evidence))
                leave_out(line, drop, write, tally)
            path = path_of(Path(scratch), number)
            head = {"tally": tally.dump(), "noted": {"names": names}}
            piece.finish(path, head).replace(path)
        yield rows(("part",), [number])
