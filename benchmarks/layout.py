"""How much of a text comes back after it was broken into lines, and after columns were mixed.

    python benchmarks/layout.py TEXTS.jsonl [--pages 20] [--model FILE]

TEXTS has JSON objects with paragraphs, one a line, in "text" (or "content"): any prose. Pages of 12
paragraphs are broken into lines of a width as a typesetter does, with or without the indent of
first lines (taken away again, as extractors do) and blank lines between paragraphs. Figure: the
share of the paragraphs that come back to the letter. Then the lines of such a page are dealt to
2 to 4 columns and read out row by row: with the search for columns, and without.
"""

import argparse
import json
import pathlib
import random
from collections import Counter
from collections.abc import Sequence
from itertools import zip_longest

from cleaner.document import Document
from cleaner.layout import display_width
from cleaner.pipeline import Pipeline
from cleaner.recipe import Recipe, amend

PARAGRAPHS, WIDTHS, COLUMNS = 12, (14, 18, 24, 38), (2, 3, 4)
MIN_CHARS, MAX_CHARS = 60, 400
CLOSE = "，。、；：！？”）》"
COLUMN_STAGES = ("two-column-line", "interleaved-columns", "misplaced-block")


def read(path: pathlib.Path) -> list[str]:
    """Return the paragraphs that end as sentences do, of a usual length."""
    found = []
    for line in path.read_text("utf-8").split("\n"):
        record = json.loads(line) if line else {}
        for one in (record.get("text") or record.get("content") or "").split("\n"):
            bare = "".join(one.split())
            if MIN_CHARS <= len(bare) <= MAX_CHARS and bare[-1] == "。" and bare[0] not in CLOSE:
                found.append(bare)
    return found


def wrap(paragraph: str, em: float, indent: float) -> list[str]:
    """Break a paragraph; a mark may hang out, none opens a line."""
    lines, line, room = [], "", em - indent
    for char in paragraph:
        if line and display_width(line + char) > room and char not in CLOSE:
            lines.append(line)
            line, room = "", em
        line += char
    return [*lines, line]


def back(pipeline: Pipeline, text: str, paragraphs: Sequence[str]) -> int:
    """Return how many of the paragraphs come back."""
    found: Counter[str] = Counter()
    for one in pipeline(Document("page", text)):
        if one.outcome is None:
            found.update("".join(line.split()) for line in one.text.split("\n"))
    return sum((found & Counter(paragraphs)).values())


def in_rows(lines: Sequence[str], columns: int) -> str:
    """Return the lines of columns of equal length, as a page reads from left to right."""
    size = -(-len(lines) // columns)
    parts = [lines[at : at + size] for at in range(0, len(lines), size)]
    return "\n".join(line for row in zip_longest(*parts) for line in row if line)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("texts", type=pathlib.Path)
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--model", type=pathlib.Path)
    args = parser.parse_args()
    rng = random.Random(1)  # the same pages each time
    every = read(args.texts)
    # Characters stay as they are, so that only layout is judged.
    plain = Recipe(off=("stray-traditional", "wide-alphanumeric", "half-width-mark"), keep_all=True)
    plain = amend(plain, {"model": str(args.model)}) if args.model else plain
    whole = plain.pipeline()
    without = amend(plain, {"off": list(COLUMN_STAGES)}).pipeline()
    pages = [rng.sample(every, PARAGRAPHS) for _ in range(args.pages)]
    total = PARAGRAPHS * args.pages

    def share(pipeline: Pipeline, em: float, indent: float, mixed: int, blank: str) -> float:
        hits = 0
        for page in pages:
            broken = [wrap(one, em, indent) for one in page]
            text = blank.join("\n".join(lines) for lines in broken)
            text = in_rows([line for lines in broken for line in lines], mixed) if mixed else text
            hits += back(pipeline, text, page)
        return hits / total

    print("paragraphs that come back, by the width of the column in em")
    print(f"{'':36}", *(f"{em:6}" for em in WIDTHS))
    for indent, blank, name in (
        (2, "\n", "indent of first lines taken away"),
        (0, "\n\n", "no indent, blank lines between"),
        (2, "\n\n", "both"),
        (0, "\n", "neither"),
    ):
        row = [share(whole, em, indent, 0, blank) for em in WIDTHS]
        print(f"{name:36}", *(f"{one:6.2f}" for one in row))
    for columns in COLUMNS:
        for pipeline, name in ((whole, "pulled apart"), (without, "without the search")):
            row = [share(pipeline, em, 2, columns, "\n") for em in WIDTHS]
            print(f"{f'{columns} columns row by row, {name}':36}", *(f"{one:6.2f}" for one in row))


if __name__ == "__main__":
    main()
