# ruff: noqa: INP001, T201, S311  (a script, not a module; it prints; its chance is not secret)
"""Fit what a continuation score is worth, and judge a table of `clean model`.

    python scripts/fit_ngram.py REPORTS.jsonl ...
    python scripts/fit_ngram.py NEWS.jsonl ... --judge MODEL ...

Each line of the input is a JSON object with the text in "content" (or "text"). The table that is
shipped is made by

    clean model REPORTS.jsonl ... --alone --text-field content -o cleaner/data/ngram.bin

from the work reports of the State Council of 1954 to 2025 and the reports to the party congresses,
88 documents, 1.44 M characters, from zh.wikisource by way of
github.com/aldohemsn/chinese-political-corpora (commit 99bc4b01): official documents, which
copyright does not cover in China (Copyright Law, article 5).

The text is wrapped into columns, and each page's own lines are counted too, as they are in use.

Without a flag the rows of LLR_AT in cleaner/ngram.py are printed: how much more often a score is
found for a line and its true successor than for a line and another of the 12 after it. The scores
of one half of the texts come from counts of the other half. Also, for each class of a line's last
character, how often the paragraph goes on.

--judge prints for each model how often the line that goes on from another is picked out of 2 lines
of the page and out of 10, how large the file is and how long it takes to load.
"""

import argparse
import json
import pathlib
import random
import statistics
import time
from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from cleaner import model, ngram
from cleaner.layout import display_width, ending_of

# Lines a page in the test set-up, and the columns' widths in em: newspapers have 10 to 25.
PAGE_LINES = 150
WIDTHS = (11, 14, 16, 19, 22, 25)

# Lines to choose from: the one that goes on, and others of the page.
CHOICES = (2, 10)

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
        table = model.build(other)
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


def judge(texts: Sequence[str], path: pathlib.Path) -> None:
    """Print how often a table picks the line that goes on, out of 2 and out of 10."""
    seconds = []
    for _ in range(5):
        began = time.perf_counter()
        table = model.from_bytes(path.read_bytes(), str(path))
        seconds.append(time.perf_counter() - began)
    rng = random.Random(2)  # the same choices for every model
    right = {size: [0.0, 0] for size in CHOICES}
    for text in texts:
        for lines, goes_on in pages(text, rng):
            folded = [ngram.fold(line) for line in lines]
            counts = ngram.with_own(table, folded)
            ends = ngram.ends_of(counts, folded)
            for at in np.flatnonzero(goes_on[:-1]):
                others = [i for i in range(len(lines)) if i not in (at, at + 1)]
                if len(others) < max(CHOICES):
                    continue
                after = np.array([at + 1, *rng.sample(others, max(CHOICES) - 1)])
                found = ngram.continuations(counts, ends, np.full(len(after), at), after)
                for size, seen in right.items():
                    best = found[:size] == found[:size].max()
                    seen[0] += best[0] / best.sum()  # of equals one is drawn
                    seen[1] += 1
    shares = ", ".join(f"{a / max(b, 1):.3f} of {size}" for size, (a, b) in right.items())
    load = 1000 * statistics.median(seconds)
    print(
        f"{path.name:24} {shares} ({right[2][1]} cuts); {len(table.keys):,} n-grams, "
        f"{path.stat().st_size / 1e6:.1f} MB, {load:.1f} ms"
    )


def main() -> None:
    """Read the arguments, print the fit or the judgement."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("source", nargs="+", type=pathlib.Path)
    parser.add_argument("--judge", nargs="+", type=pathlib.Path, default=[], metavar="MODEL")
    args = parser.parse_args()
    texts = read(args.source)
    for path in args.judge:
        judge(texts, path)
    if not args.judge:
        fit(texts)


if __name__ == "__main__":
    main()
