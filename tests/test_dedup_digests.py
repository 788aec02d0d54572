"""Digests numbered in arrays, held against a dictionary."""

import random

import numpy as np

from cleaner.dedup.digesttable import Digests, DigestTable


def as_digests(each: list[bytes]) -> Digests:
    return np.frombuffer(b"".join(each), np.uint8).reshape(-1, 16)


def test_numbers_are_those_of_a_dictionary() -> None:
    draw = random.Random(1)
    # Of few first halves: most of these want the same places, and end in zeros.
    some = [
        draw.randrange(40).to_bytes(8, "little") + draw.randrange(90).to_bytes(8, "little")
        for _ in range(3000)
    ]
    known, expected = DigestTable(), {}
    for start in range(0, len(some), 300):
        batch = some[start : start + 300]
        asked = [expected.get(one, -1) for one in batch]
        assert known.find(as_digests(batch)).tolist() == asked
        numbers, new = known.take(as_digests(batch))
        fresh = []
        for row, one in enumerate(batch):
            if one not in expected:
                expected[one] = len(expected)
                fresh.append(row)
        assert numbers.tolist() == [expected[one] for one in batch]
        assert new.tolist() == fresh
    assert len(known) == len(expected)
    assert [bytes(one) for one in known.digests()] == list(expected)


def test_many_digests_are_found_again() -> None:
    draw = np.random.default_rng(2)
    many = draw.integers(0, 256, (60_000, 16), dtype=np.uint8)
    known = DigestTable()
    for start in range(0, len(many), 5000):
        known.take(many[start : start + 5000])
    assert (known.find(many) == np.arange(len(many))).all()
    assert (known.find(many ^ np.uint8(1)) == -1).all()
    assert known.take(many[:0])[0].tolist() == []
