"""Megabytes of UTF-8 a second on one core: all stages, the layout part, and growth with length.

    python benchmarks/throughput.py [--mb 50] [--layout-mb 2] [--rounds 3] [--json FILE]

"all": `seeds/` over and over, each document with its own id. A stage is timed inside the pipeline,
so its input is what it really gets; a stage that was never asked is left out, or 0.

"layout": what the families from furniture to credits take, on the seeds' articles as they should
come out (tests/gold): each article by itself, all of them in one document, wrapped into columns of
18 to 30 em (a document: the articles of one seed), those lines dealt to two, three or four columns
side by side, and pages as extractors and scanners give them: two columns in each line, padded or
with a space between, and blocks given row by row. The other stages run too and are not counted.

"growth": all stages over one document of 10 kB, 100 kB, 1 MB and 10 MB, in nanoseconds a
character: a linear stage's figures stay level.

Seconds are of the processor, not of the clock: other work on the machine does not count.
"""

import argparse
import itertools
import json
import pathlib
import statistics
import time
from collections.abc import Callable, Iterable, Iterator

from cleaner.dedup import Deduplicator
from cleaner.document import Document
from cleaner.layout import display_width
from cleaner.pipeline import Pipeline
from cleaner.stages import DEFAULT

ROOT = pathlib.Path(__file__).resolve().parent.parent
# The families of the layout part.
LAYOUT = frozenset({"articles", "columns", "credits", "furniture", "paragraphs"})
# Columns of the wrapped texts, em; marks that open no line hang out.
WIDTHS, HANGING, INDENT_EM = range(18, 31), "，。、；：！？”’）》", 2
# Of pages: their columns, em; the lines of blocks; the columns of a scan.
PAGE_WIDTHS, BLOCK_LINES, SCAN_COLUMNS = range(14, 25), (4, 7, 5, 9, 6), 4
# What one document is made of in the growth table, each a shape that a stage may find hard.
SHAPES = {
    "prose": "中国和赤道几内亚建交已逾半个世纪,传统友谊深厚。2015年4月,两国元首决定提升关系。\n",
    "one line": "他说,“我们”在2015年4月(约合20万元)开工;",
    "columns": "今年以来，市人社部门按照行动工作方案\n要求，深入开展七大专项行动，进一步拓\n",
    "short lines": "热门\n",
    "teasers": "记者从市交通运输局获悉，今年将新增三条公交线路，方便市民出...\n",
}
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)


def seeds() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]


def pages() -> list[list[list[str]]]:
    """Return for each seed its articles, each a title and paragraphs."""
    golds = [json.loads(path.read_bytes()) for path in sorted((ROOT / "tests/gold").glob("*.json"))]
    return [
        [[one["title"] or "", *(p["text"] for p in one["paragraphs"])] for one in gold["documents"]]
        for gold in golds
    ]


def wrapped(paragraph: str, em: int) -> list[str]:
    """Break a paragraph as a page does; its first line is short by the indent."""
    lines, line, room = [], "", em - INDENT_EM
    for char in paragraph:
        if display_width(line + char) > room and char not in HANGING:
            lines.append(line)
            line, room = "", em
        line += char
    return [*lines, line]


def clean_texts() -> Iterator[str]:
    return ("\n".join(article) + "\n" for page in pages() for article in page)


def whole_text() -> Iterator[str]:
    yield "".join(clean_texts()) * 25


def wrapped_texts() -> Iterator[str]:
    for em, page in itertools.product(WIDTHS, pages()):
        lines = [line for title, *body in page for line in (title, *_lines(body, em))]
        yield "\n".join(lines) + "\n"


def interleaved_texts() -> Iterator[str]:
    for em, page in itertools.product(WIDTHS, pages()):
        lines = [line for _, *body in page for line in _lines(body, em)]
        count = 2 + em % 3
        height = -(-len(lines) // count)
        columns = [lines[at : at + height] for at in range(0, len(lines), height)]
        rows = itertools.zip_longest(*columns)
        yield "\n".join([page[0][0], *(line for row in rows for line in row if line)]) + "\n"


def page_texts() -> Iterator[str]:
    """Yield pages of three kinds in turn: two columns in each line, and blocks row by row."""
    for em, page in itertools.product(PAGE_WIDTHS, pages()):
        yield _side_by_side(page, em, is_padded=True)
        yield _side_by_side(page, em, is_padded=False)
        yield _scanned(page, em)


def _side_by_side(page: list[list[str]], em: int, *, is_padded: bool) -> str:
    """Set each article under its headline in two columns, a line of each in one line."""
    found = []
    for title, *body in page:
        lines = _lines(body, em)
        half = -(-len(lines) // 2)
        found += ["", title, ""]
        for left, right in itertools.zip_longest(lines[:half], lines[half:], fillvalue=""):
            gap = "  " * int(em + 2 - display_width(left)) if is_padded else " "
            found.append((left + gap + right).rstrip())
    return "\n".join(found) + "\n"


def _scanned(page: list[list[str]], em: int) -> str:
    """Cut the columns of a page into blocks, and give the topmost block of each, then the next."""
    lines = [line for title, *body in page for line in (title, *_lines(body, em))]
    height = -(-len(lines) // SCAN_COLUMNS)
    columns = []
    for top in range(0, len(lines), height):
        column, sizes = lines[top : top + height], itertools.cycle(BLOCK_LINES)
        ends = itertools.takewhile(lambda end: end < height, itertools.accumulate(sizes))
        cuts = [0, *ends, height]
        columns.append([column[a:b] for a, b in itertools.pairwise(cuts)])
    rows = itertools.zip_longest(*columns, fillvalue=[])
    blocks = ["\n".join(block) for row in rows for block in row if block]
    return "\n\n".join(blocks) + "\n"


def _lines(paragraphs: Iterable[str], em: int) -> list[str]:
    return [line for paragraph in paragraphs for line in wrapped(paragraph, em)]


KINDS: dict[str, Callable[[], Iterator[str]]] = {
    "clean": clean_texts,
    "clean, one document": whole_text,
    "hard-wrapped": wrapped_texts,
    "interleaved": interleaved_texts,
    "pages": page_texts,
}


def documents(megabytes: float, texts: Iterable[str]) -> Iterator[Document]:
    """Yield texts over and over."""
    total, kept = 0.0, list(texts)
    for number, text in enumerate(itertools.cycle(kept)):
        if total >= megabytes * 1e6:
            break
        # A few spaces at its end make each text another: what stages keep of the last texts
        # that they saw must not answer for the next copy.
        yield Document(f"{number}", text + " " * (number % 97))
        total += len(text.encode())


def one_round(megabytes: float) -> dict[str, float]:
    """Seconds spent in each stage, in deduplication, and in all."""
    pipeline, dedup = Pipeline(clock=time.process_time), Deduplicator()
    spent = pipeline.seconds
    started = time.process_time()
    for document in documents(megabytes, seeds()):
        alive = [one for one in pipeline(document) if one.outcome is None]
        before = time.process_time()
        for one in alive:
            dedup.add(one.text)
        spent["duplicates"] += time.process_time() - before
    before = time.process_time()
    dedup.resolve()
    spent["duplicates"] += time.process_time() - before
    names = (*(stage.name for stage in pipeline.stages), "duplicates")
    return {**{name: spent[name] for name in names}, "all": time.process_time() - started}


def layout_round(megabytes: float, texts: Iterable[str]) -> dict[str, float]:
    """Seconds a megabyte spent in each stage of the layout part, and in all of it."""
    pipeline, size = Pipeline(clock=time.process_time), 0
    for document in documents(megabytes, texts):
        pipeline(document)
        size += len(document.text.encode())
    names = [stage.name for stage in DEFAULT if stage.family in LAYOUT]
    found = {name: pipeline.seconds[name] * 1e6 / size for name in names}
    return {**found, "layout": sum(found.values())}


def growth() -> dict[str, dict[str, list[float]]]:
    """Nanoseconds a character for each stage and shape, by size; and for all stages."""
    table: dict[str, dict[str, list[float]]] = {}
    for shape, unit in SHAPES.items():
        for size in SIZES:
            document = Document("x", unit * (size // len(unit.encode())))
            pipeline = Pipeline(clock=time.process_time)
            pipeline(document)
            spent = {stage.name: pipeline.seconds[stage.name] for stage in pipeline.stages}
            for name, seconds in (*spent.items(), ("all", sum(spent.values()))):
                value = round(seconds * 1e9 / len(document.text), 1)
                table.setdefault(name, {}).setdefault(shape, []).append(value)
    return table


def medians(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(one[name] for one in rounds) for name in rounds[0]}


def stages_table(megabytes: float, rounds: int) -> dict[str, float]:
    seconds = medians([one_round(megabytes) for _ in range(rounds)])
    size = sum(len(one.text.encode()) for one in documents(megabytes, seeds())) / 1e6
    speed = {name: size / spent for name, spent in seconds.items() if spent}
    print(f"{'stage':24} {'MB/s':>9}   median of {rounds}, {size:.0f} MB")
    for name, value in speed.items():
        print(f"{name:24} {value:9.2f}")
    return speed


def layout_table(megabytes: float, rounds: int) -> dict[str, dict[str, float]]:
    tables = {
        kind: {
            name: 1 / seconds if seconds else 0.0
            for name, seconds in medians(
                [layout_round(megabytes, texts()) for _ in range(rounds)]
            ).items()
        }
        for kind, texts in KINDS.items()
    }
    print(f"\n{'layout, MB/s':24} {' '.join(f'{kind:>20}' for kind in tables)}")
    for name in next(iter(tables.values())):
        print(f"{name:24} {' '.join(f'{table[name]:20.2f}' for table in tables.values())}")
    return tables


def growth_table() -> dict[str, dict[str, list[float]]]:
    table = growth()
    print(f"\nns a character in one document of {', '.join(f'{s / 1000:.0f}' for s in SIZES)} kB")
    for name, shapes in table.items():
        for shape, values in shapes.items():
            print(f"{name:24} {shape:12} {' '.join(f'{value:9.1f}' for value in values)}")
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mb", type=float, default=50, help="0: leave this table out")
    parser.add_argument("--layout-mb", type=float, default=2, help="0: leave this table out")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--no-growth", action="store_true")
    arguments = parser.parse_args()
    # Tables and word lists are loaded once, not timed.
    for text in (*seeds(), next(wrapped_texts()), next(interleaved_texts())):
        Pipeline()(Document("first", text))
    report: dict[str, object] = {}
    if arguments.mb:
        report["mb_per_s"] = stages_table(arguments.mb, arguments.rounds)
    if arguments.layout_mb:
        report["layout_mb_per_s"] = layout_table(arguments.layout_mb, arguments.rounds)
    if not arguments.no_growth:
        report["growth_ns_per_char"] = growth_table()
    if arguments.json:
        arguments.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
