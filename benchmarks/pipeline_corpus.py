"""The corpus of `benchmarks/pipeline.py`: made up from a seed, with light defects.

Words that rjieba's list has, as often as the seeds' articles (tests/gold) have them, set together
as `dedup_corpus.py` does it: 50 to 750 words a document, a sixth of them copies of an original
each. Then each defect is put, by chance, into DEFECTS of the documents. Words at random are no
prose, but each character and each mark stands as often, and beside the same ones, as in prose.
"""

import random
import re
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import opencc
import orjson
import rjieba
from dedup_corpus import documents

GOLD = Path(__file__).parent.parent / "tests" / "gold"
MISREAD_PARAGRAPH = re.compile(r"[^\n]+")


def words() -> list[str]:
    """Return the words of the seeds' articles, Han and digits, in their order."""
    texts = (
        one["text"]
        for path in sorted(GOLD.glob("*.json"))
        for document in orjson.loads(path.read_bytes())["documents"]
        for one in document["paragraphs"]
    )
    return [word for text in texts for word in rjieba.cut(text) if word.isalnum()]


@cache
def _traditional() -> opencc.OpenCC:
    return opencc.OpenCC("s2t")


def traditional(text: str, _: random.Random) -> str:
    return str(_traditional().convert(text))


def misread(text: str, draw: random.Random) -> str:
    """Return the text with a paragraph of UTF-8 that was read as Latin-1."""
    one = draw.choice(list(MISREAD_PARAGRAPH.finditer(text)))
    wrong = one[0].encode().decode("latin-1")
    return text[: one.start()] + wrong + text[one.end() :]


def spaced(text: str, draw: random.Random) -> str:
    """Return the text with indents, spaces at the ends of lines, odd ones and invisible ones."""
    ends = (" ", "\xa0", "")
    joined = "\r\n".join(f"\u3000\u3000{line}{draw.choice(ends)}" for line in text.split("\n"))
    at = draw.randrange(len(text))
    return f"\ufeff{joined[:at]}\u200b{joined[at:]}\r\n\r\n\r\n"


def half_width(text: str, _: random.Random) -> str:
    """Return the text with commas and full stops of half the width, digits of the full width."""
    wide = {ord("0") + digit: 0xFF10 + digit for digit in range(10)}
    return text.replace("，", ",").replace("；", ";").translate(wide)


# How many of the documents have each. Chosen: what a scraped corpus has, and no more.
DEFECTS: dict[Callable[[str, random.Random], str], float] = {
    half_width: 0.1,
    traditional: 0.05,
    misread: 0.02,
    spaced: 0.2,
}


def records(count: int, seed: int) -> Iterator[dict[str, Any]]:
    draw = random.Random(seed)
    for number, (text, _, _) in enumerate(documents(count, seed, words())):
        # A full stop has no comma before it.
        said = text.replace("，。", "。")
        planted = [make for make, share in DEFECTS.items() if draw.random() < share]
        for make in planted:
            said = make(said, draw)
        yield {"id": f"{number:07}", "text": said}


# What is left of each defect, as a character or two that the clean corpus has nowhere.
LEFT = {
    "misread": re.compile("[\x80-\xbfà-ï]{3}"),
    "spaces": re.compile("[\ufeff\u200b\xa0]|[ \u3000]$|^[ \u3000]|\r|\n\n", re.MULTILINE),
    "half-width marks": re.compile("(?<=[一-鿿])[,;](?=[一-鿿])"),
    "full-width digits": re.compile("[０-９]"),
}


def judge(path: Path) -> dict[str, int]:
    """Return how many records a file has, and how many of them have which defect left."""
    to_simplified = opencc.OpenCC("t2s")
    counts = dict.fromkeys(("records", "traditional", *LEFT), 0)
    with path.open("rb") as lines:
        for line in lines:
            text = orjson.loads(line)["text"]
            counts["records"] += 1
            counts["traditional"] += to_simplified.convert(text) != text
            for name, pattern in LEFT.items():
                counts[name] += bool(pattern.search(text))
    return counts


def write(folder: Path, count: int, seed: int) -> None:
    """Write corpus.jsonl into the folder, which appears when it is whole."""
    if folder.exists():
        return
    part = folder.with_name(f".partial-{folder.name}")
    part.mkdir(parents=True, exist_ok=True)
    with (part / "corpus.jsonl").open("wb") as corpus:
        for record in records(count, seed):
            corpus.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
    part.rename(folder)


def main() -> None:
    what, *rest = sys.argv[1:]
    if what == "write":
        write(Path(rest[0]), int(rest[1]), int(rest[2]))
    else:
        print(orjson.dumps(judge(Path(rest[0]))).decode())


if __name__ == "__main__":
    main()
