"""Duplicates from Python: a stream, a list of documents, arrays, and datasketch beside us."""

import random

import numpy as np
import pytest
from datasketch import MinHash, MinHashLSH
from dedup_texts import letters

import cleaner
from cleaner.dedup import Deduplicator, NearDuplicates, near_pairs, shingle_hash, shingles, sign
from cleaner.document import Document, Drop


def corpus() -> list[str]:
    """Texts of many lengths, each with a copy, exact or near."""
    draw = random.Random(1)
    texts = []
    for seed in range(80):
        text = letters(seed, draw.choice((3, 30, 120, 900)))
        texts += [text, text[: len(text) - draw.randrange(3)] + draw.choice(("", "完", "。"))]
    return texts


def streamed(texts: list[str], near: str | None) -> dict[int, int]:
    seen = NearDuplicates(near)
    answers = [seen.add(text) for text in texts]
    assert len(seen) == len(texts)
    return {at: found.kept for at, found in enumerate(answers) if found}


@pytest.mark.parametrize("near", [None, "copy", "jaccard:0.8"])
def test_a_stream_drops_what_first_would(near):
    texts = corpus()
    batch = Deduplicator(near=near, prefer="first")
    for text in texts:
        batch.add(text)
    expected = {at: found.kept for at, found in batch.resolve().items()}
    assert len(expected) > 15
    assert streamed(texts, near) == expected


def test_a_stream_tells_groups_apart():
    seen, text = NearDuplicates(), letters(1)
    assert seen.add(text, "甲") is None
    assert seen.add(text + "完", "乙") is None
    assert seen.add(text + "了", "乙").kept == 1


def test_what_a_stream_dropped_stands_for_nothing():
    # Each is near its neighbour; only what stayed is compared with.
    text = "".join(chr(0x4E00 + k) for k in range(1500))
    chain = [text[start : start + 1000] for start in range(0, 500, 60)]
    found = streamed(chain, "jaccard:0.8")
    assert found
    assert not set(found) & set(found.values())


def test_documents():
    old = Document("old", letters(1), outcome=Drop("too-short", "for a test"))
    texts = [old, Document("x", letters(1)), letters(2), Document("y", letters(1) + "完")]
    found = cleaner.deduplicate(texts)
    assert [one.id for one in found] == ["old", "x", "3", "y"]
    assert [one.outcome and (one.outcome.stage, one.outcome.kept) for one in found] == [
        ("too-short", None),
        ("near-duplicate", "y"),
        None,
        None,
    ]


def test_options_of_a_list_and_a_stream():
    texts = [letters(1), letters(1) + "完"]
    # One number of four, and letters misread.
    text = letters(1) + "参加的有3581人，比上年多12人，会期3天，收到提案88件。"
    numbers = [text, text[:50] + "犬" + text[51:90] + "夫" + text[91:].replace("3581", "3531")]
    assert [one.outcome is None for one in cleaner.deduplicate(texts)] == [False, True]
    first = cleaner.deduplicate(texts, prefer="first")
    assert [one.outcome is None for one in first] == [True, False]
    for how, stay in (("weighed", 1), ("strict", 2)):
        found = cleaner.deduplicate(numbers, numbers=how)
        seen = NearDuplicates(numbers=how)
        assert sum(one.outcome is None for one in found) == stay
        assert [seen.add(text) for text in numbers].count(None) == stay


def test_no_documents():
    assert cleaner.deduplicate([]) == []


def test_their_index_answers_our_signatures_and_ours_theirs():
    """The example of the README."""
    texts = [letters(1), letters(2), letters(1) + "完"]
    lsh = MinHashLSH(threshold=0.8, num_perm=128)
    for name, row in enumerate(sign(texts)):  # (3, 128) uint32
        lsh.insert(name, MinHash(hashvalues=row, scheme="affine32"))

    theirs = MinHash(num_perm=128, hashfunc=shingle_hash)
    theirs.update_batch(shingles(texts[2]))
    assert sorted(lsh.query(theirs)) == [0, 2]

    rows = np.stack([*sign(texts[:2]), theirs.hashvalues.astype(np.uint32)])
    pairs = near_pairs(rows, "jaccard:0.8")
    assert (pairs.first.tolist(), pairs.second.tolist()) == ([0], [2])
    assert pairs.agree[0] / 128 > 0.9
    apart = near_pairs(rows, "jaccard:0.8", np.array([1, 1, 2], dtype=np.uint64))
    assert len(apart.first) == 0


def test_arrays_of_nothing():
    assert sign([]).shape == (0, 128)
    assert len(near_pairs(sign([])).first) == 0
    assert list(shingles("短")) == []
