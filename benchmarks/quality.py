"""How near the corpus made of `seeds/` comes to the answers in `tests/gold`, which people wrote.

    python benchmarks/quality.py [OUT/corpus.jsonl]      without a file: cleans the seeds itself
    python benchmarks/quality.py --off STAGE ...         what the figures are without some stages

Figures, each 0..1, averaged over the documents:
    paragraphs  F1 of paragraphs that are equal to the letter
    articles    F1 of "these two paragraphs stand in the same article"
    order       share of neighbouring paragraphs of an article that are neighbours here
    titles      share of the titled articles whose title was found
    credits     share of the credit lines that are in the metadata
    removed     share of the lines that are no text (heads, links, tags) and stand in no text here
"""

import argparse
import collections
import itertools
import json
import pathlib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cleaner.document import Document
from cleaner.pipeline import Pipeline
from cleaner.recipe import Recipe

ROOT = pathlib.Path(__file__).resolve().parent.parent
FIGURES = ("paragraphs", "articles", "order", "titles", "credits", "removed")

Record = Mapping[str, Any]


def fold(text: str | None) -> str:
    """Return the text without white space and differences of width."""
    return "".join(unicodedata.normalize("NFKC", text or "").split())


def f1(both: int, ours: int, gold: int) -> float:
    return 2 * both / (ours + gold) if ours + gold else 1.0


def score(gold: Mapping[str, Any], records: Sequence[Record]) -> dict[str, float]:
    """Score the records of one source against its answer."""
    articles = gold["documents"]
    headings = {fold(one[key]) for one in articles for key in ("title", "subtitle") if one[key]}
    optional = {p["text"] for one in articles for p in one["paragraphs"] if p.get("optional")}
    wanted = [
        (number, p["text"])
        for number, one in enumerate(articles)
        for p in one["paragraphs"]
        if not p.get("optional")
    ]
    found = [
        (number, text)
        for number, record in enumerate(records)
        for text in record["text"].split("\n")
        if text not in optional and fold(text) not in headings
    ]
    ours, theirs = (collections.Counter(text for _, text in side) for side in (found, wanted))
    by_text = {text: number for number, text in found}
    places = {text: at for at, (_, text) in enumerate(found)}
    together = [
        (a[0] == b[0], by_text[a[1]] == by_text[b[1]])
        for a, b in itertools.combinations([w for w in wanted if w[1] in by_text], 2)
    ]
    pairs = [(a[1], b[1]) for a, b in itertools.pairwise(wanted) if a[0] == b[0]]
    neighbours = [places.get(b, -9) - places.get(a, -99) == 1 for a, b in pairs]
    said = {fold(record["title"]) for record in records}
    kept = "\n".join(fold(text) for record in records for text in strings(record["meta"]))
    body = "\n".join(fold(record["text"]) for record in records)
    return {
        "paragraphs": f1(sum((ours & theirs).values()), len(found), len(wanted)),
        "articles": f1(
            sum(g and o for g, o in together),
            sum(o for _, o in together),
            sum(g for g, _ in together),
        ),
        "order": share(neighbours),
        "titles": share(fold(one["title"]) in said for one in articles if one["title"]),
        "credits": share(bare(line) in kept for one in articles for line in one["credits"]),
        "removed": share(fold(line) not in body for line in gold["removed"]),
    }


def bare(credit: str) -> str:
    return fold(credit).strip("()[]□■●◆:")


def share(values: Iterable[bool]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 1.0


def strings(value: object) -> Iterable[str]:
    """Yield every string in a nest of mappings and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, (list, tuple)):
        for one in value:
            yield from strings(one)


def cleaned(pipeline: Pipeline, name: str) -> list[Record]:
    """Clean one seed as `clean run` does."""
    text = (ROOT / "seeds" / name).read_text(encoding="utf-8")
    return [
        {"text": one.text, "title": one.meta.get("title"), "meta": one.meta}
        for one in pipeline(Document(name, text))
        if one.outcome is None
    ]


def scores(
    corpus: pathlib.Path | None = None, off: Sequence[str] = ()
) -> dict[str, dict[str, float]]:
    """Return the figures of each seed by its name; `off`: stages that are left out."""
    made: dict[str, list[Record]] = collections.defaultdict(list)
    if corpus:
        for line in corpus.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            made[pathlib.PurePath(record["source"]).name].append(record)
    pipeline = Recipe(off=tuple(off), keep_all=bool(off)).pipeline()
    answers = {
        path.stem + ".txt": json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((ROOT / "tests" / "gold").glob("*.json"))
    }
    return {
        name: score(gold, made[name] if corpus else cleaned(pipeline, name))
        for name, gold in answers.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", nargs="?", type=pathlib.Path)
    parser.add_argument("--off", nargs="+", default=[], metavar="STAGE")
    args = parser.parse_args()
    table = scores(args.corpus, args.off)
    print(f"{'':12}", *(f"{name:>10}" for name in FIGURES))
    for name, row in table.items():
        print(f"{name[:12]:12}", *(f"{row[figure]:10.3f}" for figure in FIGURES))
    mean = [sum(row[figure] for row in table.values()) / len(table) for figure in FIGURES]
    print(f"{'mean':12}", *(f"{value:10.3f}" for value in mean))


if __name__ == "__main__":
    main()
