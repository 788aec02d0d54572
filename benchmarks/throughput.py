"""Megabytes of UTF-8 a second on one core: the whole pipeline, each stage, and growth with length.

    python benchmarks/throughput.py [--mb 50] [--rounds 3] [--json FILE]

The input is `seeds/` over and over, each document with its own id. A stage is timed inside the
pipeline, so its input is what it really gets. "growth" runs a stage over one document of 10 kB,
100 kB, 1 MB and 10 MB and prints nanoseconds a character: a linear stage's figures stay level.
"""

import argparse
import collections
import json
import pathlib
import statistics
import time
from collections.abc import Iterator

from cleaner.dedup import Deduplicator
from cleaner.document import Document
from cleaner.pipeline import Pipeline
from cleaner.stages import ORDER

SEEDS = pathlib.Path(__file__).resolve().parent.parent / "seeds"
# What one document is made of in the growth table, each a shape that a stage may find hard.
SHAPES = {
    "prose": "中国和赤道几内亚建交已逾半个世纪,传统友谊深厚。2015年4月,两国元首决定提升关系。\n",
    "one line": "他说,“我们”在2015年4月(约合20万元)开工;",
    "columns": "今年以来，市人社部门按照行动工作方案\n要求，深入开展七大专项行动，进一步拓\n",
    "short lines": "热门\n",
}


def documents(megabytes: float) -> Iterator[Document]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    total, number = 0.0, 0
    while total < megabytes * 1e6:
        for text in texts:
            # A few spaces at its end make each text another: what stages keep of the last texts
            # that they saw must not answer for the next copy.
            yield Document(f"{number}", text + " " * (number % 97))
            total += len(text.encode())
            number += 1


def one_round(megabytes: float) -> dict[str, float]:
    """Seconds spent in each stage, in deduplication, and in all."""
    pipeline, spent = Pipeline(), collections.Counter[str]()
    dedup = Deduplicator()
    started = time.perf_counter()
    for document in documents(megabytes):
        alive = [document]
        for stage in pipeline.stages:
            before = time.perf_counter()
            alive = [one for each in alive for one in stage(each) if one.outcome is None]
            spent[stage.name] += time.perf_counter() - before
        before = time.perf_counter()
        for one in alive:
            dedup.add(one.text)
        spent["duplicates"] += time.perf_counter() - before
    before = time.perf_counter()
    dedup.resolve()
    spent["duplicates"] += time.perf_counter() - before
    return {**spent, "all": time.perf_counter() - started}


def growth(sizes: tuple[int, ...]) -> dict[str, dict[str, list[float]]]:
    """Nanoseconds a character for each stage and shape, by size."""
    table: dict[str, dict[str, list[float]]] = {}
    for shape, unit in SHAPES.items():
        for size in sizes:
            alive = [Document("x", unit * (size // len(unit.encode())))]
            characters = len(alive[0].text)
            for stage in ORDER:
                before = time.perf_counter()
                alive = [one for each in alive for one in stage(each) if one.outcome is None]
                spent = (time.perf_counter() - before) * 1e9 / characters
                table.setdefault(stage.name, {}).setdefault(shape, []).append(round(spent, 1))
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mb", type=float, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--no-growth", action="store_true")
    arguments = parser.parse_args()
    Pipeline()(next(documents(1)))  # tables and word lists are loaded once, not timed
    rounds = [one_round(arguments.mb) for _ in range(arguments.rounds)]
    size = sum(len(document.text.encode()) for document in documents(arguments.mb)) / 1e6
    speed = {name: size / statistics.median(r[name] for r in rounds) for name in rounds[0]}
    print(f"{'stage':24} {'MB/s':>9}   median of {arguments.rounds}, {size:.0f} MB")
    for name, value in speed.items():
        print(f"{name:24} {value:9.2f}")
    report: dict[str, object] = {"mb_per_s": speed}
    if not arguments.no_growth:
        sizes = (10_000, 100_000, 1_000_000, 10_000_000)
        table = growth(sizes)
        report["growth_ns_per_char"] = table
        print(
            f"\nns a character in one document of {', '.join(f'{s / 1000:.0f}' for s in sizes)} kB"
        )
        for name, shapes in table.items():
            for shape, values in shapes.items():
                print(f"{name:24} {shape:12} {' '.join(f'{value:9.1f}' for value in values)}")
    if arguments.json:
        arguments.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
