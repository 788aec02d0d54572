"""What `benchmarks/dedup.py` runs in the environment of each library: records in, records out.

    python dedup_peers.py whole NAME corpus.jsonl OUT    OUT/kept.jsonl: what stays
    python dedup_peers.py sign NAME corpus.jsonl COUNT   seconds of CPU for so many signatures

Each takes 128 permutations and 16 bands of 8 rows, runs of five characters of the text as it
stands in lower case, and decides as its own documentation does: datasketch, datatrove and
text-dedup take whatever shares a band, rensa and gaoya ask the signatures for .8 as well.
datatrove and text-dedup cut texts into words, of which Chinese has none: they are given a class
and a pattern that cut into characters. Imports nothing of this project.
"""

import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import orjson

THRESHOLD = 0.8
PERMUTATIONS, BANDS, ROWS = 128, 16, 8
NGRAM = 5
SEED = 1


def shingles(text: str) -> set[str]:
    lower = text.lower()
    return {lower[at : at + NGRAM] for at in range(len(lower) - NGRAM + 1)}


def streamed(corpus: Path, out: Path, is_new: Callable[[int, str], bool]) -> None:
    """Write what is new, of texts that are asked one after the other."""
    with corpus.open("rb") as lines, (out / "kept.jsonl").open("wb") as kept:
        for number, line in enumerate(lines):
            if is_new(number, orjson.loads(line)["text"]):
                kept.write(line)


def datasketch(corpus: Path, out: Path) -> None:
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))

    def is_new(number: int, text: str) -> bool:
        minhash = MinHash(PERMUTATIONS, seed=SEED)
        minhash.update_batch([shingle.encode() for shingle in shingles(text)])
        if index.query(minhash):
            return False
        index.insert(number, minhash)
        return True

    streamed(corpus, out, is_new)


def rensa(corpus: Path, out: Path) -> None:
    from rensa import RMinHash, RMinHashLSH

    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
    known = {}

    def is_new(number: int, text: str) -> bool:
        minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        minhash.update(shingles(text))
        if any(minhash.jaccard(known[other]) >= THRESHOLD for other in index.query(minhash)):
            return False
        index.insert(number, minhash)
        known[number] = minhash
        return True

    streamed(corpus, out, is_new)


def gaoya(corpus: Path, out: Path) -> None:
    from gaoya.minhash import MinHashStringIndex

    index = MinHashStringIndex(
        32, THRESHOLD, BANDS, ROWS, None, "char", lowercase=True, ngram_range=(NGRAM, NGRAM),
        id_container="smallvec",
    )  # fmt: skip

    def is_new(number: int, text: str) -> bool:
        if index.query(text):
            return False
        index.insert_document(number, text)
        return True

    streamed(corpus, out, is_new)


def datatrove(corpus: Path, out: Path) -> None:
    import numpy as np
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.dedup.minhash import (
        MinhashConfig,
        MinhashDedupBuckets,
        MinhashDedupCluster,
        MinhashDedupFilter,
        MinhashDedupSignature,
    )
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    class OfCharacters(MinhashDedupSignature):
        def get_shingles(self, text: str) -> np.ndarray:
            hashes = [self._hash_func(shingle) for shingle in shingles(text)]
            return np.array(hashes, dtype=np.uint64).reshape(-1, 1)

    config = MinhashConfig(NGRAM, BANDS, ROWS, SEED)
    parts = [str(out / name) for name in ("signatures", "buckets", "remove")]
    reader = JsonlReader(str(corpus.parent), glob_pattern=corpus.name)
    steps = (
        [reader, OfCharacters(parts[0], config)],
        [MinhashDedupBuckets(parts[0], parts[1], config=config)],
        [MinhashDedupCluster(parts[1], parts[2], config=config)],
        [
            reader,
            MinhashDedupFilter(parts[2]),
            JsonlWriter(str(out), output_filename="kept.jsonl", compression=None),
        ],
    )
    for number, pipeline in enumerate(steps):
        # The buckets are as many tasks as there are; all one after the other.
        tasks = BANDS if number == 1 else 1
        LocalPipelineExecutor(
            pipeline, tasks=tasks, workers=1, logging_dir=str(out / f"log{number}")
        ).run()


def text_dedup(corpus: Path, out: Path) -> None:
    from text_dedup import minhash

    # Between any two characters.
    minhash.NON_ALPHA = re.compile(r"(?<=.)(?=.)", re.DOTALL)
    saved = out / "saved"
    arguments = {
        "path": "json", "data_files": corpus, "split": "train", "cache_dir": out / "cache",
        "output": saved, "num_proc": 1, "column": "text", "ngram": NGRAM, "num_perm": PERMUTATIONS,
        "threshold": THRESHOLD, "b": BANDS, "r": ROWS, "seed": SEED,
    }  # fmt: skip
    flags = [str(part) for key, value in arguments.items() for part in (f"--{key}", value)]
    minhash.main(flags, standalone_mode=False)
    from datasets import load_from_disk

    load_from_disk(str(saved)).to_json(str(out / "kept.jsonl"), force_ascii=False)


WHOLE = {
    "datasketch": datasketch,
    "datatrove": datatrove,
    "gaoya": gaoya,
    "rensa": rensa,
    "text-dedup": text_dedup,
}


def sign_datasketch(texts: list[str]) -> float:
    from datasketch import MinHash

    start = time.process_time()
    for text in texts:
        minhash = MinHash(PERMUTATIONS, seed=SEED)
        minhash.update_batch(
            [text[at : at + NGRAM].encode() for at in range(len(text) - NGRAM + 1)]
        )
    return time.process_time() - start


def sign_rensa(texts: list[str]) -> float:
    from rensa import RMinHash

    start = time.process_time()
    for text in texts:
        minhash = RMinHash(num_perm=PERMUTATIONS, seed=SEED)
        minhash.update([text[at : at + NGRAM] for at in range(len(text) - NGRAM + 1)])
        minhash.digest()
    return time.process_time() - start


SIGN = {"datasketch": sign_datasketch, "rensa": sign_rensa}


def first_texts(corpus: Path, count: int) -> Iterator[str]:
    with corpus.open("rb") as lines:
        for _, line in zip(range(count), lines, strict=False):
            yield orjson.loads(line)["text"]


def main() -> None:
    what, name, corpus, last = sys.argv[1:]
    if what == "whole":
        WHOLE[name](Path(corpus), Path(last))
    else:
        print(SIGN[name](list(first_texts(Path(corpus), int(last)))))


if __name__ == "__main__":
    main()
