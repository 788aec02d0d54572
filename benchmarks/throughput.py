"""Megabytes of UTF-8 a second on one core: each stage on five kinds of text, and growth.

    python benchmarks/throughput.py [--mb 1] [--layout-mb .3] [--growth-kb 300] [--json FILE]

Takes a minute of an idle core; 0 leaves a table out.

"kinds": milliseconds a megabyte that each stage takes, how many of 100 documents it changes, and
MB/s of all, deduplication among it. A stage is timed inside the pipeline, so its input is what it
really gets. The kinds: the seeds' articles as they should come out, a paragraph a line
(tests/gold); `seeds/`; pages as readers of web pages give them (tests/web_pages*.py), each of five
times its text; the articles in columns of 18 to 30 em; and their paragraphs, each a record.

"layout": what the families from furniture to credits take, on the seeds' articles as they should
come out: each article by itself, all of them in one document, wrapped into columns of
18 to 30 em (a document: the articles of one seed), those lines dealt to two, three or four columns
side by side, and pages as extractors and scanners give them: two columns in each line, padded or
with a space between, and blocks given row by row. The other stages run too and are not counted.

"growth": all stages over one document of 10 kB, 100 kB and more, in nanoseconds a
character: a linear stage's figures stay level.

Seconds are of the processor, not of the clock: other work on the machine does not count.
"""

import argparse
import itertools
import json
import pathlib
import runpy
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from cleaner.dedup import Deduplicator
from cleaner.document import Document
from cleaner.layout import display_width
from cleaner.pipeline import Pipeline
from cleaner.stage import Stage
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
FIRST_SIZE, STEP = 10_000, 10
FEW_TEXTS = 8


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


def web_texts() -> Iterator[str]:
    """Yield made pages; a line begins with a sign of what becomes of it."""
    for path in sorted((ROOT / "tests").glob("web_pages*.py")):
        for page in runpy.run_path(str(path)).get("PAGES", {}).values():
            yield "\n".join(line[1:] for line in page.strip().split("\n")) + "\n"


def short_texts() -> Iterator[str]:
    return (line for text in clean_texts() for line in text.splitlines() if line)


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


Texts = Callable[[], Iterable[str]]

KINDS: dict[str, Texts] = {
    "clean": clean_texts,
    "seeds": seeds,
    "web": web_texts,
    "wrapped": wrapped_texts,
    "short": short_texts,
}
LAID_OUT: dict[str, Texts] = {
    "clean": clean_texts,
    "clean, one document": whole_text,
    "hard-wrapped": wrapped_texts,
    "interleaved": interleaved_texts,
    "pages": page_texts,
}


def documents(megabytes: float, texts: Iterable[str]) -> Iterator[Document]:
    """Yield texts over and over."""
    total, kept = 0.0, list(texts)
    varies = len(kept) < FEW_TEXTS
    for number, text in enumerate(itertools.cycle(kept)):
        if total >= megabytes * 1e6:
            break
        # A few spaces at its end make each of few texts another: what stages keep of the last
        # texts that they saw must not answer for the next copy.
        yield Document(f"{number}", text + " " * (number % 97) * varies)
        total += len(text.encode())


class Counting(Pipeline):
    """A pipeline that counts the documents of which a stage makes something else."""

    def __init__(self) -> None:
        super().__init__(clock=time.process_time)
        self.changed = Counter[str]()

    def ask(self, stage: Stage, one: Document, options: Mapping[str, Any]) -> list[Document]:
        """Ask a stage, and count where it does anything."""
        results = super().ask(stage, one, options)
        self.changed[stage.name] += len(results) != 1 or results[0] is not one
        return results


def kind_round(megabytes: float, texts: Iterable[str]) -> dict[str, tuple[float, float]]:
    """Milliseconds a megabyte spent in each stage, and in all; of 100 documents, those changed.

    All is timed by itself: to read the clock twice a stage takes a fifth of a short record's time.
    """
    pipeline, dedup, given = Pipeline(), Deduplicator(), list(documents(megabytes, texts))
    size = sum(len(one.text.encode()) for one in given)
    started = time.process_time()
    alive = [one for document in given for one in pipeline(document) if one.outcome is None]
    cleaned = time.process_time()
    for one in alive:
        dedup.add(one.text)
    dedup.resolve()
    done = time.process_time()
    counting = Counting()
    for document in given:
        counting(document)
    counting.seconds |= {"duplicates": done - cleaned, "all": done - started}
    names = (*(stage.name for stage in pipeline.stages), "duplicates", "all")
    return {
        name: (counting.seconds[name] * 1e9 / size, 100 * counting.changed[name] / len(given))
        for name in names
    }


def layout_round(megabytes: float, texts: Iterable[str]) -> dict[str, float]:
    """Seconds a megabyte spent in each stage of the layout part, and in all of it."""
    pipeline, size = Pipeline(clock=time.process_time), 0
    for document in documents(megabytes, texts):
        pipeline(document)
        size += len(document.text.encode())
    names = [stage.name for stage in DEFAULT if stage.family in LAYOUT]
    found = {name: pipeline.seconds[name] * 1e6 / size for name in names}
    return {**found, "layout": sum(found.values())}


def growth(largest: int) -> dict[str, dict[str, list[float]]]:
    """Nanoseconds a character for each stage and shape, by size; and for all stages."""
    table: dict[str, dict[str, list[float]]] = {}
    for (shape, unit), size in itertools.product(SHAPES.items(), sizes(largest)):
        document = Document("x", unit * (size // len(unit.encode())))
        pipeline = Pipeline(clock=time.process_time)
        pipeline(document)
        spent = {stage.name: pipeline.seconds[stage.name] for stage in pipeline.stages}
        for name, seconds in (*spent.items(), ("all", sum(spent.values()))):
            value = round(seconds * 1e9 / len(document.text), 1)
            table.setdefault(name, {}).setdefault(shape, []).append(value)
    return table


def sizes(largest: int) -> list[int]:
    """Bytes of the documents of the growth table."""
    found = itertools.accumulate(itertools.repeat(STEP), int.__mul__, initial=FIRST_SIZE)
    return [*itertools.takewhile(lambda size: size < largest, found), largest]


def kinds_table(megabytes: float) -> dict[str, dict[str, tuple[float, float]]]:
    tables = {kind: kind_round(megabytes, texts()) for kind, texts in KINDS.items()}
    print("ms a MB, and of 100 documents those that the stage changes")
    print(f"{'stage':24} {' '.join(f'{kind:>14}' for kind in tables)}")
    for name in tables["clean"]:
        row = [table[name] for table in tables.values()]
        if any(spent for spent, _ in row):
            cells = [f"{spent:9.1f} {part:4.0f}" for spent, part in row]
            print(f"{name:24} {' '.join(cells)}")
    rates = [1000 / table["all"][0] for table in tables.values()]
    print(f"{'MB/s':24} {' '.join(f'{rate:9.2f}     ' for rate in rates)}")
    return tables


def layout_table(megabytes: float) -> dict[str, dict[str, float]]:
    tables = {
        kind: {
            name: 1 / seconds if seconds else 0.0
            for name, seconds in layout_round(megabytes, texts()).items()
        }
        for kind, texts in LAID_OUT.items()
    }
    print(f"\n{'layout, MB/s':24} {' '.join(f'{kind:>20}' for kind in tables)}")
    for name in next(iter(tables.values())):
        print(f"{name:24} {' '.join(f'{table[name]:20.2f}' for table in tables.values())}")
    return tables


def growth_table(largest: int) -> dict[str, dict[str, list[float]]]:
    table = growth(largest)
    names = ", ".join(f"{size / 1000:.0f}" for size in sizes(largest))
    print(f"\nns a character in one document of {names} kB")
    for name, shapes in table.items():
        for shape, values in shapes.items():
            if any(values):
                print(f"{name:24} {shape:12} {' '.join(f'{value:9.1f}' for value in values)}")
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mb", type=float, default=1, help="of each kind; 0: leave the table out")
    parser.add_argument("--layout-mb", type=float, default=0.3, help="the same")
    parser.add_argument("--growth-kb", type=int, default=300, help="the largest; 0: leave it out")
    parser.add_argument("--json", type=pathlib.Path)
    arguments = parser.parse_args()
    # Tables and word lists are loaded once, not timed.
    for text in (*seeds(), next(wrapped_texts()), next(interleaved_texts())):
        Pipeline()(Document("first", text))
    report: dict[str, object] = {}
    if arguments.mb:
        report["ms_per_mb"] = kinds_table(arguments.mb)
    if arguments.layout_mb:
        report["layout_mb_per_s"] = layout_table(arguments.layout_mb)
    if arguments.growth_kb:
        report["growth_ns_per_char"] = growth_table(arguments.growth_kb * 1000)
    if arguments.json:
        arguments.json.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
