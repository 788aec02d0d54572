# ruff: noqa: INP001, T201, S311  (a script, not a module; it prints; its chance is not secret)
"""Build cleaner/data/ngram.bin, and fit what a continuation score is worth.

    python scripts/make_ngram.py REPORTS.jsonl ... -o cleaner/data/ngram.bin
    python scripts/make_ngram.py REPORTS.jsonl ... --fit

Each line of the input is a JSON object with the text in "content" (or "text"). The table that is
shipped is counted from the work reports of the State Council of 1954 to 2025 and the reports to
the party congresses, 88 documents, 1.48 M characters, from zh.wikisource by way of
github.com/aldohemsn/chinese-political-corpora (commit 99bc4b01): official documents, which
copyright does not cover in China (Copyright Law, article 5).

--fit wraps the text into columns and prints the rows of LLR_AT in cleaner/ngram.py: how much more
often a score is found for a line and its true successor than for a line and another of the 12
after it. The scores of one half of the texts come from counts of the other half, each page's own
lines added as they are in use. It also prints, for each class of a line's last character, how
often the paragraph goes on.
"""

import argparse
import json
import pathlib
import random
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from cleaner import ngram
from cleaner.layout import display_width, ending_of

# Lines a page in the test set-up, and the columns' widths in em: newspapers have 10 to 25.
PAGE_LINES = 150
WIDTHS = (11, 14, 16, 19, 22, 25)

# A false pair is a line and any of this many after it that does not follow it.
REACH = 12


def read(paths: Sequence[pathlib.Path]) -> list[str]:
    """Return the texts of JSON lines."""
    records = [
        json.loads(line) for path in paths for line in path.read_text("utf8").split("\n") if line
    ]
    return [record.get("content") or record.get("text") or "" for record in records]


def wrap(paragraph: str, width: float) -> list[str]:
    """Break a paragraph into lines, the first indented by two em; marks hang, none opens a line."""
    lines, room, at = [], width - 2, 0
    while at < len(paragraph):
        end, used = at, 0.0
        while end < len(paragraph) and used + display_width(paragraph[end]) <= room:
            used += display_width(paragraph[end])
            end += 1
        while end < len(paragraph) and paragraph[end] in "，。、；：！？”）》":
            end += 1
        lines.append(paragraph[at : max(end, at + 1)])
        at, room = max(end, at + 1), width
    return lines


def pages(text: str, rng: random.Random) -> list[tuple[list[str], list[bool]]]:
    """Return pages of lines, each with whether the next line goes on in the same paragraph."""
    width = rng.choice(WIDTHS)
    lines: list[str] = []
    goes_on: list[bool] = []
    for paragraph in filter(None, map(str.strip, text.split("\n"))):
        wrapped = wrap("".join(paragraph.split()), width)
        lines += wrapped
        goes_on += [True] * (len(wrapped) - 1) + [False]
    cuts = range(0, len(lines), PAGE_LINES)
    return [(lines[i : i + PAGE_LINES], goes_on[i : i + PAGE_LINES]) for i in cuts]


def fit(texts: Sequence[str]) -> None:
    """Print the calibration."""
    rng = random.Random(1)  # the same table each time
    halves = [texts[0::2], texts[1::2]]
    scores: list[list[list[float]]] = [[[], []] for _ in range(3)]
    going = np.zeros((3, 2))
    for mine, other in (halves, halves[::-1]):
        table = ngram.build(other)
        for text in mine:
            for lines, goes_on in pages(text, rng):
                _collect(table, lines, goes_on, scores, going)
    for number, (true, false) in enumerate(scores):
        edges = [-99.0, *((a + b) / 2 for a, b in pairwise(ngram.M_AT)), 99.0]
        hits = np.histogram(true, edges)[0] + 1.0
        misses = np.histogram(false, edges)[0] + 1.0
        llr = np.log(hits / hits.sum()) - np.log(misses / misses.sum())
        share = going[number, 1] / going[number].sum()
        print(f"    ({', '.join(f'{v:.1f}' for v in llr)}),  # goes on {share:.2f}")


def _collect(
    table: ngram.Table,
    lines: Sequence[str],
    goes_on: Sequence[bool],
    scores: list[list[list[float]]],
    going: np.ndarray,
) -> None:
    folded = [ngram.fold(line) for line in lines]
    counts = ngram.with_own(table, folded)
    before = np.repeat(np.arange(len(lines)), REACH)
    after = before + np.tile(np.arange(1, REACH + 1), len(lines))
    before, after = before[after < len(lines)], after[after < len(lines)]
    found = ngram.continuations(counts, ngram.ends_of(counts, folded), before, after)
    classes = ngram.classes_of(ending_of(line) for line in lines)
    for i, goes in enumerate(goes_on):
        going[classes[i], int(goes)] += 1
    for i, j, m in zip(before, after, found, strict=True):
        if j > i + 1 or goes_on[i]:
            scores[classes[i]][int(j > i + 1)].append(m)


def main() -> None:
    """Read the arguments, write the table or print the fit."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("source", nargs="+", type=pathlib.Path)
    parser.add_argument("-o", "--output", type=pathlib.Path)
    parser.add_argument("--min-count", type=int, default=2)
    parser.add_argument("--fit", action="store_true")
    args = parser.parse_args()
    texts = read(args.source)
    if args.fit:
        fit(texts)
    if args.output:
        table = ngram.build(texts, min_count=args.min_count)
        args.output.write_bytes(ngram.to_bytes(table))
        print(f"{len(table.keys)} n-grams, {args.output.stat().st_size} bytes")


if __name__ == "__main__":
    main()
