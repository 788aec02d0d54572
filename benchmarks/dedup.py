"""Near-duplicates: our rate and memory, and datasketch's in the same run.

    python benchmarks/dedup.py [--documents 20000] [--near jaccard:0.8] [--seed 1]

The corpus is made up from a seed: words of one to four letters with the frequencies of a language
(the k-th has 1/k), 100 to 1,700 letters a document, a comma every dozen. A sixth of it are copies
of others, one each: equal but for punctuation, or with 0.5 to 8 % of their letters changed. CPU
seconds of one core. datasketch hashes the same shingles by its default (sha1) with `update_batch`,
on a sample, and looks its own signatures up in its own `MinHashLSH`.
"""

import argparse
import random
import resource
import time
from collections.abc import Iterator
from itertools import accumulate

from datasketch import MinHash, MinHashLSH

from cleaner.dedup import Deduplicator
from cleaner.dedup.fold import fold, fold_many, simplified
from cleaner.dedup.near import parse_near
from cleaner.dedup.shingles import NGRAM, shingle_set
from cleaner.dedup.signature import signatures
from cleaner.dedup.verify import similarity

WORDS = 20_000
BATCH = 512  # documents signed together, as the Deduplicator does
DATASKETCH_SAMPLE = 2_000  # documents; its rate does not depend on their number


def corpus(count: int, seed: int) -> Iterator[tuple[str, int | None]]:
    """Yield (text, the number of the text it is a copy of)."""
    draw = random.Random(seed)
    han = simplified("".join(chr(code) for code in range(0x4E00, 0x6000)))
    words = ["".join(draw.choices(han, k=draw.choice((1, 2, 2, 2, 3, 4)))) for _ in range(WORDS)]
    weights = list(accumulate(1 / k for k in range(1, WORDS + 1)))
    texts: list[str] = []
    originals: list[int] = []
    for number in range(count):
        if draw.random() < 0.2 and originals:
            source = originals.pop(draw.randrange(len(originals)))
            text, share = list(texts[source]), draw.choice((0, 0.005, 0.01, 0.02, 0.04, 0.08))
            for place in draw.sample(range(len(text)), int(len(text) * share)):
                text[place] = draw.choice(han)
            yield "".join(text).replace("，", draw.choice("，,")), source
            texts.append("")
            continue
        found = draw.choices(words, cum_weights=weights, k=draw.randrange(50, 800))
        texts.append("，".join("".join(found[k : k + 6]) for k in range(0, len(found), 6)))
        originals.append(number)
        yield texts[number], None


def rate(label: str, documents: int, megabytes: float, seconds: float) -> None:
    print(
        f"{label:42} {seconds:8.2f} s {documents / seconds:9,.0f} documents/s "
        f"{megabytes / seconds:7.2f} MB/s"
    )


def sign_rates(texts: list[str]) -> None:
    """Print how fast signatures are made from texts, by us and by datasketch."""
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    start = time.process_time()
    for at in range(0, len(texts), BATCH):
        signatures([found.codes for found in fold_many(texts[at : at + BATCH])], NGRAM)
    ours = time.process_time() - start
    rate("fold, shingle, sign", len(texts), megabytes, ours)

    sample = texts[:DATASKETCH_SAMPLE]
    sample_megabytes = sum(len(text.encode()) for text in sample) / 1e6
    folded = [fold(text).text for text in sample]
    start = time.process_time()
    index = []
    for text in folded:
        minhash = MinHash(128)
        minhash.update_batch([text[i : i + 5].encode() for i in range(len(text) - 4)])
        index.append(minhash)
    theirs = time.process_time() - start
    rate("datasketch update_batch of folded texts", len(sample), sample_megabytes, theirs)
    print(f"ours / datasketch: {theirs / len(sample) / (ours / len(texts)):.1f}")

    near = parse_near("jaccard:0.8")
    lookup = MinHashLSH(num_perm=128, params=(near.bands, near.rows))
    start = time.process_time()
    for number, minhash in enumerate(index):
        lookup.query(minhash)
        lookup.insert(number, minhash)
    rate("datasketch MinHashLSH query, insert", len(index), sample_megabytes,
         time.process_time() - start)  # fmt: skip


def whole(texts: list[str], sources: list[int | None], near: str) -> None:
    """Print rate, memory, recall and precision of the whole of it."""
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    found = Deduplicator(near=near)
    for text in texts:
        found.add(text)
    added = time.process_time() - start
    dropped = found.resolve()
    rate(f"Deduplicator({near}).add", len(texts), megabytes, added)
    rate("  and resolve", len(texts), megabytes, time.process_time() - start)
    more = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(f"memory beyond the texts: {more * 1024 / len(texts):,.0f} bytes a document at the peak")

    bands: dict[str, list[int]] = {}
    for number, source in enumerate(sources):
        if source is None:
            continue
        sets = [shingle_set(fold(texts[at]).codes, NGRAM) for at in (number, source)]
        value = similarity(*sets, NGRAM).value
        band = bands.setdefault(f"{int(value * 10) / 10:.1f}" if value < 1 else "equal", [0, 0])
        band[0] += number in dropped or source in dropped
        band[1] += 1
    for name, (hits, count) in sorted(bands.items()):
        print(f"copies of similarity {name:6} found {hits} of {count} ({hits / count:.4f})")
    wrong = sum(
        sources[number] != drop.kept and sources[drop.kept] != number
        for number, drop in dropped.items()
    )
    print(f"dropped {len(dropped)}, of which {wrong} are no copies of what was kept")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    arguments.add_argument("--documents", type=int, default=20_000)
    arguments.add_argument("--near", default="jaccard:0.8")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    made = list(corpus(given.documents, given.seed))
    texts, sources = [text for text, _ in made], [source for _, source in made]
    sign_rates(texts)
    whole(texts, sources, given.near)


if __name__ == "__main__":
    main()
