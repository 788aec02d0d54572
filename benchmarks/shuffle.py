r"""Bytes that a run on Spark shuffled and wrote, by table, from Spark's own event log.

    clean run big.jsonl -o out --engine spark --master URL \
      --spark-conf spark.eventLog.enabled=true --spark-conf spark.eventLog.dir=file:///tmp/events
    python benchmarks/shuffle.py /tmp/events DOCUMENTS

A table is named as it stands in the work folder; what is collected by the driver is "collected",
the making of parts, which shuffles nothing, "map". Figures of docs/scale.md.
"""

import io
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
import zstandard

# The table that a plan writes: the path that stands as an argument, not in the brackets of a scan.
WRITTEN_RE = re.compile(r"file:/[^\s\]]*/([^\s\]/]+),")
EXECUTION = "spark.sql.execution.id"


def events(folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the events of the latest log."""
    logs = [path for path in folder.rglob("events_*") if path.stat().st_size]
    with max(logs, key=lambda path: path.stat().st_mtime).open("rb") as file:
        stream: Any = file
        if file.name.endswith(".zstd"):
            unpacked = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
            stream = io.BufferedReader(unpacked)  # type: ignore[type-var]
        yield from map(orjson.loads, stream)


def main() -> None:
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    tables: dict[str, str] = {}
    of_stage: dict[int, str] = {}
    shuffled: Counter[str] = Counter()
    written: Counter[str] = Counter()
    for event in events(folder):
        kind = event["Event"].rpartition(".")[2]
        if kind == "SparkListenerSQLExecutionStart":
            found = WRITTEN_RE.search(event["physicalPlanDescription"])
            tables[str(event["executionId"])] = found[1] if found else "collected"
        elif kind == "SparkListenerJobStart":
            execution = (event.get("Properties") or {}).get(EXECUTION)
            for stage in event["Stage IDs"]:
                of_stage.setdefault(stage, tables.get(execution, "map"))
        elif kind == "SparkListenerTaskEnd" and (figures := event.get("Task Metrics")):
            table = of_stage[event["Stage ID"]]
            shuffled[table] += figures["Shuffle Write Metrics"]["Shuffle Bytes Written"]
            written[table] += figures["Output Metrics"]["Bytes Written"]
    print(f"{'table':12}{'shuffled':>14}{'a document':>12}{'written':>14}{'a document':>12}")
    sums = "all", shuffled.total(), written.total()
    for name, sent, put in (*((one, shuffled[one], written[one]) for one in shuffled), sums):
        print(f"{name:12}{sent:14,}{sent / count:12.0f}{put:14,}{put / count:12.0f}")


if __name__ == "__main__":
    main()
