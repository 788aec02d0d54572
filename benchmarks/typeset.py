"""The seeds' own clean articles, typeset into dirty pages, and what comes back of them.

    python benchmarks/typeset.py [--pages 30] [--sheets 10] [--seed 1] [--peers]
    python benchmarks/typeset.py --peers --docs docs     also writes docs/benchmarks.md's part

Pages made in plain Python (`typeset_pages.py`), and sheets printed by Chromium and read by Poppler,
pdfminer and Tesseract (`typeset_print.py`), where these are installed. The articles are those that
the rules were written with, and these pages are cleaner than real ones: what the figures are good
for is to compare programs, and to see what a change does. --peers installs OpenCC's reflow
(opencc-pyo3), the only other program that joins lines of Chinese text, and scores what it makes of
the same pages.

Figures are those of quality.py. No paragraph comes through Tesseract to the letter, so of its pages
a paragraph or a title is taken for that of the answer with which it shares NEAR of its pairs of
characters.
"""

import argparse
import collections
import json
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from measure import HERE, environment, put
from measure import table as markdown
from quality import fold, score
from typeset_pages import Gold, Page, pages
from typeset_print import DOTS, READERS, lacking, printed, versions

from cleaner.document import Document
from cleaner.pipeline import Pipeline

PEER = "opencc-pyo3==0.12.0"
REFLOW = """
import json, sys
from opencc_pyo3.opencc_pyo3 import reflow_cjk_paragraphs
print(json.dumps([reflow_cjk_paragraphs(text, False, True) for text in json.load(sys.stdin)]))
"""
# Figures that every page has, and the kinds that have neither titles nor lines that are no text.
ALWAYS = ("paragraphs", "order")
BARE = ("column", "rows")
SHOWN = ("paragraphs", "articles", "order", "titles", "removed")
# Of two texts' pairs of characters so many are the same where one is the other misread. Chosen: a
# paragraph with one character in twenty wrong has .9, two of one article under .3.
NEAR = 0.8

ABOUT = """## Typeset pages

Made by `python benchmarks/typeset.py --peers --docs docs`. The clean articles that people made of
the seeds are set into dirty pages anew and cleaned; `reflow` is OpenCC's (opencc-pyo3), the only
other program that joins lines of Chinese text. The rules were written with these articles in sight,
and the pages are cleaner than real ones: the figures compare programs, and show what a change does.
They are those of `benchmarks/quality.py`, means over the pages; `articles` is judged by the
paragraphs that came back, so it is 1 where none did.

**Plain Python** (`benchmarks/typeset_pages.py`): {pages} pages of each kind.

{plain}

**Printed and read** (`benchmarks/typeset_print.py`): {sheets} sheets of four articles in
bands, of two to four columns or side by side, printed by Chromium; read by `pdftotext`, by
`pdftotext -layout`, by pdfminer, and as pictures of {dots} dots an inch by Tesseract (`ocr`: a
paragraph or title counts where it shares {near} of its pairs of characters with the answer's).

{printed}

{note}
"""

Record = dict[str, Any]
Program = Callable[[Sequence[str]], list[list[Record]]]


def ours(texts: Sequence[str]) -> list[list[Record]]:
    """Return the records that the default pipeline makes of each text."""
    pipeline = Pipeline()
    return [
        [
            {"text": one.text, "title": one.meta.get("title"), "meta": one.meta}
            for one in pipeline(Document(f"page-{number}", text))
            if one.outcome is None
        ]
        for number, text in enumerate(texts)
    ]


def reflow(texts: Sequence[str]) -> list[list[Record]]:
    """Return what OpenCC's reflow makes of each text: one record, since it divides nothing."""
    python = environment("opencc-pyo3", [PEER])
    if not python:
        raise SystemExit(f"{PEER} did not install")
    done = subprocess.run(
        [python, "-c", REFLOW], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return [[{"text": text, "title": None, "meta": {}}] for text in json.loads(done.stdout)]


def likened(gold: Gold, records: Sequence[Record]) -> list[Record]:
    """Give each paragraph and title that is one of the answer's misread the answer's letters."""
    paragraphs = [paragraph["text"] for one in gold["documents"] for paragraph in one["paragraphs"]]
    titles = [one["title"] for one in gold["documents"] if one["title"]]
    return [
        {
            **record,
            "title": record["title"] and nearest(record["title"], titles),
            "text": "\n".join(nearest(line, paragraphs) for line in record["text"].split("\n")),
        }
        for record in records
    ]


def nearest(text: str, answers: Sequence[str]) -> str:
    mine = pairs(text)
    likeness = {
        answer: 2 * (mine & theirs).total() / max(1, mine.total() + theirs.total())
        for answer in answers
        for theirs in [pairs(answer)]
    }
    best = max(likeness, key=lambda answer: likeness[answer], default=text)
    return best if likeness.get(best, 0) >= NEAR else text


def pairs(text: str) -> collections.Counter[str]:
    letters = fold(text)
    return collections.Counter(letters[at : at + 2] for at in range(len(letters) - 1))


def table(made: Sequence[Page], programs: Mapping[str, Program]) -> Iterator[list[str]]:
    """Yield a row of cells for each kind of page and program, the mean figures of its pages."""
    scores = {
        name: [
            score(page.gold, likened(page.gold, records) if page.kind == "ocr" else records)
            for page, records in zip(made, program([page.text for page in made]), strict=True)
        ]
        for name, program in programs.items()
    }
    for kind in dict.fromkeys(page.kind for page in made):
        for name, all_scores in scores.items():
            own = [one for page, one in zip(made, all_scores, strict=True) if page.kind == kind]
            means = {figure: sum(one[figure] for one in own) / len(own) for figure in SHOWN}
            shown = ALWAYS if kind in BARE else SHOWN
            yield [kind, name, *(f"{means[f]:.3f}" if f in shown else "-" for f in SHOWN)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=30, help="of each kind in plain Python")
    parser.add_argument("--sheets", type=int, default=10, help="printed and read; 0: none")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--peers", action="store_true", help="OpenCC's reflow too")
    parser.add_argument("--docs", type=Path, help="the folder whose benchmarks.md gets the tables")
    given = parser.parse_args()
    programs = {"cleaner": ours, "reflow": reflow} if given.peers else {"cleaner": ours}
    head = ("set", "program", *SHOWN)
    plain = markdown(head, list(table(list(pages(given.pages, given.seed)), programs)))
    print(plain)
    if not given.sheets:
        return
    on_paper = markdown(head, list(table(list(printed(given.sheets, given.seed)), programs)))
    left_out = [f"{kind}: left out, {why}." for kind in READERS if (why := lacking(kind))]
    print("", on_paper, *left_out, sep="\n")
    if given.docs:
        note = " ".join([f"Programs: {versions()}.", *left_out])
        text = ABOUT.format(
            pages=given.pages,
            sheets=given.sheets,
            plain=plain,
            printed=on_paper,
            dots=DOTS,
            near=NEAR,
            note=note,
        )
        put(HERE.parent / given.docs / "benchmarks.md", "typeset", text)


if __name__ == "__main__":
    main()
