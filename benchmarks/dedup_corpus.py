"""The corpus of `benchmarks/dedup.py`: made up from a seed, with copies of known similarity.

Words of one to four letters have the frequencies of a language (the k-th has 1/k); a document has
50 to 750 of them: 100 to 1,900 characters, 940 on average, 2.86 kB as a record; with a comma
after six words, a full stop after thirty and a new paragraph after ninety. A sixth of the
documents are copies, each of an original of its own: EQUAL of them letter for letter, PUNCTUATED
with other punctuation, the rest with up to MISREAD of their letters replaced, evenly. Different
originals share next to nothing.
"""

import random
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from cleaner.dedup.arrays import sign
from cleaner.dedup.fold import Codes, code_points, fold, simplified
from cleaner.dedup.shingles import NGRAM, shingle_set
from cleaner.dedup.similarity import ngram_for, similarity

WORDS = 20_000
COPIES = 1 / 6
EQUAL, PUNCTUATED = 0.15, 0.15
MISREAD = 0.06  # of the letters: a similarity of about .58
# Originals that wait to be copied. Some, not all: memory does not grow with the corpus.
POOL = 5_000
SENTENCES = (6, "，"), (30, "。"), (90, "\n")
THRESHOLD = 0.8
# Lower ends of the bands of similarity that are counted apart.
BANDS = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
PUNCTUATION = str.maketrans({"，": ",", "。": ".", "\n": ""})


class Copy(NamedTuple):
    """A planted pair: the numbers of the copy and of its original, and how alike they are.

    `raw`: the Jaccard similarity of the runs of five characters as they stand; `folded`: of the
    runs of five letters (three, where a side has under 100), punctuation and white space aside.
    Exact, 0..1.
    """

    copy: int
    original: int
    raw: float
    folded: float


def documents(
    count: int, seed: int, given: Sequence[str] = ()
) -> Iterator[tuple[str, int | None, str]]:
    """Yield (text, the number of its original, the text of it) of each document.

    `given`: draw from these words, each as likely, in place of words that are made up.
    """
    draw = random.Random(seed)
    han = simplified("".join(chr(code) for code in range(0x4E00, 0x6000)))
    words = ["".join(draw.choices(han, k=draw.choice((1, 2, 2, 2, 3, 4)))) for _ in range(WORDS)]
    weights: list[float] | None = list(accumulate(1 / k for k in range(1, WORDS + 1)))
    if given:
        words, weights = list(given), None
    pool: list[tuple[int, str]] = []
    for number in range(count):
        if pool and draw.random() < COPIES:
            at = draw.randrange(len(pool))
            pool[at], pool[-1] = pool[-1], pool[at]
            original, text = pool.pop()
            yield _copy(text, draw, han), original, text
            continue
        found = draw.choices(words, cum_weights=weights, k=draw.randrange(50, 750))
        for every, mark in SENTENCES:
            found[every - 1 :: every] = [word + mark for word in found[every - 1 :: every]]
        text = "".join(found)
        if len(pool) < POOL:
            pool.append((number, text))
        yield text, None, ""


def _copy(text: str, draw: random.Random, han: str) -> str:
    kind = draw.random()
    if kind < EQUAL:
        return text
    if kind < EQUAL + PUNCTUATED:
        return text.translate(PUNCTUATION)
    letters = list(text)
    places = [at for at, letter in enumerate(letters) if letter not in "，。\n"]
    for at in draw.sample(places, int(len(places) * draw.uniform(0, MISREAD))):
        letters[at] = draw.choice(han)
    return "".join(letters)


def write(folder: Path, count: int, seed: int) -> None:
    """Write corpus.jsonl and copies.jsonl into the folder, which appears when both are whole."""
    if folder.exists():
        return
    part = folder.with_name(f".partial-{folder.name}")
    part.mkdir(parents=True, exist_ok=True)
    with (part / "corpus.jsonl").open("wb") as corpus, (part / "copies.jsonl").open("wb") as copies:
        for number, (text, original, source) in enumerate(documents(count, seed)):
            record = {"id": f"{number:07}", "text": text}
            corpus.write(orjson.dumps(record, option=orjson.OPT_APPEND_NEWLINE))
            if original is not None:
                raw = _jaccard(code_points(text), code_points(source), NGRAM)
                sides = fold(text).codes, fold(source).codes
                folded = _jaccard(*sides, ngram_for(*map(len, sides)))
                pair = Copy(number, original, raw, folded)
                copies.write(orjson.dumps(pair._asdict(), option=orjson.OPT_APPEND_NEWLINE))
    part.rename(folder)


def _jaccard(first: Codes, second: Codes, ngram: int) -> float:
    return similarity(shingle_set(first, ngram), shingle_set(second, ngram), ngram).value


def judge(folder: Path, kept: Path, measure: str) -> dict[str, Any]:
    """Return what a tool found, given the records that it kept.

    `found`: [pairs of which one went, pairs] by the lower end of their similarity, `raw` or
    `folded`. `dropped`: all that went; `under`: those of a pair under the threshold; `strange`: of
    no pair; `lost`: pairs of which both went.
    """
    with kept.open("rb") as lines:
        staying = {int(orjson.loads(line)["id"]) for line in lines}
    found: dict[float, list[int]] = defaultdict(lambda: [0, 0])
    under = lost = gone = 0
    with (folder / "copies.jsonl").open("rb") as lines:
        for pair in (Copy(**orjson.loads(line)) for line in lines):
            similarity_of = pair.raw if measure == "raw" else pair.folded
            left = (pair.copy in staying) + (pair.original in staying)
            band = found[max(one for one in BANDS if one <= max(similarity_of, BANDS[0]))]
            band[0] += left == 1
            band[1] += 1
            gone += 2 - left
            lost += left == 0
            under += (2 - left) * (similarity_of < THRESHOLD)
    with (folder / "corpus.jsonl").open("rb") as lines:
        dropped = sum(1 for _ in lines) - len(staying)
    return {
        "found": {str(band): found[band] for band in sorted(found)},
        "dropped": dropped,
        "under": under,
        "strange": dropped - gone,
        "lost": lost,
    }


def sign_texts(corpus: Path, count: int) -> float:
    """Return the CPU seconds of the first texts' signatures: fold, shingles, minima."""
    with corpus.open("rb") as lines:
        texts = [orjson.loads(line)["text"] for _, line in zip(range(count), lines, strict=False)]
    sign(texts[:1])  # makes the tables
    start = time.process_time()
    sign(texts)
    return time.process_time() - start


def main() -> None:
    what, *rest = sys.argv[1:]
    if what == "write":
        write(Path(rest[0]), int(rest[1]), int(rest[2]))
    elif what == "judge":
        print(orjson.dumps(judge(Path(rest[0]), Path(rest[1]), rest[2])).decode())
    else:
        print(sign_texts(Path(rest[1]), int(rest[2])))


if __name__ == "__main__":
    main()
