"""Find the exact and near-duplicates among the texts of a run, in memory.

What is kept a text: a digest of its fold (exact duplicates collapse at once, and only the first
is signed), a signature of 512 bytes, and the text itself, for verification: the string that was
given, not a copy. Signatures are computed for many texts together as they come in; pairs and
clusters when `resolve` asks for them, in the order of preference. So the result does not depend
on the order of the calls, except where two texts are of one length: then the first is kept.
"""

import functools
from array import array
from collections import Counter
from collections.abc import Callable, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

import numpy as np

from cleaner.dedup.bands import Candidates, candidates
from cleaner.dedup.cluster import Resolved, resolve
from cleaner.dedup.copy import copy_verdict
from cleaner.dedup.fold import Codes, Folded, fold
from cleaner.dedup.near import Near, parse_near
from cleaner.dedup.shingles import NGRAM, SHORT_NGRAM, SHORT_SIDE, Hashes, shingle_hashes
from cleaner.dedup.signature import PERMUTATIONS, Signatures, signatures
from cleaner.dedup.symbols import Symbols, symbols
from cleaner.dedup.verify import (
    CACHED_TEXTS,
    Shingler,
    Verdict,
    jaccard_verdict,
    ngram_for,
    similarity,
)
from cleaner.errors import RecipeError, did_you_mean

# Orders of preference: the text that is kept of several.
PREFERENCES = frozenset({
    "first",    # the one added first
    "longest",  # most characters, white space not counted; the first of equals
})  # fmt: skip

# Shingles that wait to be signed together: 256 KB.
WAITING = 1 << 16


class Duplicate(NamedTuple):
    """Why a text is dropped: `kept` is the position of the one kept instead."""

    kept: int
    stage: str  # "exact-duplicate" or "near-duplicate"
    reason: str
    evidence: Mapping[str, Any]


class _View:
    """The texts signed on shingles of one length: their numbers and signatures."""

    def __init__(self, ngram: int) -> None:
        self.ngram = ngram
        self._texts: list[int] = []
        self._waiting: list[Hashes] = []
        self._shingles = 0
        self._blocks: list[Signatures] = []

    def add(self, text: int, codes: Codes) -> None:
        """Take a text; one too short for a shingle is left out, as it has nothing to compare."""
        if len(codes) < self.ngram:
            return
        hashes = shingle_hashes(codes, self.ngram)
        self._texts.append(text)
        self._waiting.append(hashes)
        self._shingles += len(hashes)
        if self._shingles >= WAITING:
            self._sign()

    def _sign(self) -> None:
        self._blocks.append(signatures(self._waiting))
        self._waiting, self._shingles = [], 0

    def signed(self) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], Signatures]:
        """Return the texts' numbers (n,) and signatures (n, 128)."""
        if self._waiting:
            self._sign()
        empty = np.empty((0, PERMUTATIONS), dtype=np.uint32)
        self._blocks = [np.concatenate([empty, *self._blocks])]
        return np.array(self._texts, dtype=np.int64), self._blocks[0]


class Deduplicator:
    """Collect texts, then say which are duplicates of which.

    `near`: "copy", "copy:strict", "copy:loose", "jaccard:0.8" or None for exact duplicates alone.
    `exact`: whether texts that differ in nothing but script, width, case, punctuation, white
    space and credit head collapse before. `prefer`: "longest" or "first". Raises RecipeError.

    >>> texts = Deduplicator(near="jaccard:0.8")
    >>> texts.add("今天下雨，明天天晴。"), texts.add("今天下雨,明天天晴")
    (0, 1)
    >>> texts.resolve()[1].kept
    0
    """

    def __init__(
        self, *, near: str | None = "copy", exact: bool = True, prefer: str = "longest"
    ) -> None:
        if prefer not in PREFERENCES:
            names = " or ".join(sorted(PREFERENCES))
            raise RecipeError(
                f"prefer {prefer!r}: expected {names}{did_you_mean(prefer, PREFERENCES)}"
            )
        self._near = None if near is None else parse_near(near)
        self._exact = exact
        self._longest = prefer == "longest"
        # Of each position: its text number, its length as the preference has it.
        self._numbers = array("q")
        self._lengths = array("q")
        # Of each distinct text: the string, the group it is compared within, its letters.
        self._texts: list[str] = []
        self._groups = array("Q")
        self._chars = array("q")
        self._known: dict[bytes, int] = {}
        self._views = (_View(NGRAM), _View(SHORT_NGRAM))
        self._found: dict[int, Duplicate] | None = None

    def add(self, text: str, within: str | None = None) -> int:
        """Take a text and return its position, in the order of calls.

        Texts are only compared where `within` is equal.
        """
        self._found = None
        folded = fold(text)
        digest = _digest(text, folded, within)
        number = self._known.get(digest) if self._exact else None
        if number is None:
            number = len(self._texts)
            self._known[digest] = number
            self._texts.append(text)
            self._groups.append(_group(within))
            self._chars.append(len(folded.codes))
            self._sign(number, folded.codes)
        self._numbers.append(number)
        self._lengths.append(len("".join(text.split())))
        return len(self._numbers) - 1

    def resolve(self) -> dict[int, Duplicate]:
        """Return what is dropped: position -> the position kept instead, the reason, the evidence.

        Nothing is dropped that was not itself compared with what is kept.
        """
        if self._found is None:
            self._found = self._resolve()
        return dict(self._found)

    def cluster_sizes(self) -> dict[int, int]:
        """Return the kept positions that stand for others: position -> texts, itself included."""
        counted = Counter(found.kept for found in self.resolve().values())
        return {kept: counted[kept] + 1 for kept in sorted(counted)}

    def _sign(self, number: int, codes: Codes) -> None:
        """Hand the text to the views in which it has a partner to find."""
        if self._near is None:
            return
        long, short = self._views
        if len(codes) >= SHORT_SIDE:
            long.add(number, codes)
        if len(codes) < self._near.short_chars:
            short.add(number, codes)

    def _resolve(self) -> dict[int, Duplicate]:
        """Walk all positions in the order of preference."""
        ranking = self._ranking()
        # The first position of a text in the order of preference stands for all of its copies.
        best: dict[int, int] = {}
        for position in ranking:
            best.setdefault(self._numbers[position], position)
        rows = list(best)
        near = self._near_duplicates(rows)
        found: dict[int, Duplicate] = {}
        for position, number in enumerate(self._numbers):
            if number in near:
                kept, verdict = near[number]
                found[position] = Duplicate(
                    best[kept], "near-duplicate", verdict.reason, verdict.evidence
                )
            elif best[number] != position:
                found[position] = Duplicate(
                    best[number],
                    "exact-duplicate",
                    "the kept text, script, width, case, punctuation, white space "
                    "and credit head aside",
                    {"jaccard": 1.0},
                )
        return found

    def _ranking(self) -> list[int]:
        """Return the positions, the preferred first."""
        positions = range(len(self._numbers))
        if not self._longest:
            return list(positions)
        return sorted(positions, key=lambda position: (-self._lengths[position], position))

    def _near_duplicates(self, rows: list[int]) -> dict[int, Resolved]:
        """Return the texts that are near another: number -> the number kept and the verdict.

        `rows`: the numbers of the distinct texts, the preferred first.
        """
        if self._near is None or not rows:
            return {}
        pairs = self._pairs(rows, self._near)
        verify = self._verifier(self._near)
        found = resolve(pairs, lambda kept, other: verify(rows[kept], rows[other]))
        return {rows[row]: Resolved(rows[kept], verdict) for row, (kept, verdict) in found.items()}

    def _pairs(self, rows: list[int], near: Near) -> Candidates:
        """Return the candidates of both views, as places in `rows`."""
        rank = np.empty(len(rows), dtype=np.int64)
        rank[rows] = np.arange(len(rows))
        groups, chars = np.array(self._groups), np.array(self._chars)
        found = []
        for view in self._views:
            numbers, signed = view.signed()
            order = np.argsort(rank[numbers], kind="stable")
            pairs = candidates(signed, groups[numbers], near, order)
            first, second = numbers[order[pairs.first]], numbers[order[pairs.second]]
            if view.ngram == SHORT_NGRAM:  # two long texts are the other view's
                short = np.minimum(chars[first], chars[second]) < SHORT_SIDE
                first, second, agree = first[short], second[short], pairs.agree[short]
            else:
                agree = pairs.agree
            found.append(Candidates(rank[first], rank[second], agree))
        return Candidates(*(np.concatenate(arrays) for arrays in zip(*found, strict=True)))

    def _verifier(self, near: Near) -> "functools.partial[Verdict]":
        """Return the function that decides a pair of texts, given by number."""
        shingles = Shingler(lambda number: fold(self._texts[number]).codes)
        read = functools.lru_cache(CACHED_TEXTS)(lambda number: symbols(self._texts[number]))
        return functools.partial(self._verify, near, shingles, read)

    def _verify(
        self,
        near: Near,
        shingles: Shingler,
        read: Callable[[int], Symbols],
        kept: int,
        other: int,
    ) -> Verdict:
        """Compare two texts."""
        ngram = ngram_for(self._chars[kept], self._chars[other])
        found = similarity(shingles(kept, ngram), shingles(other, ngram), ngram)
        verdict = jaccard_verdict(found, near.threshold)
        if near.decider == "jaccard" or not verdict.same:
            return verdict
        decided = copy_verdict(read(kept), read(other), near.points)
        return decided._replace(evidence={**verdict.evidence, **decided.evidence})


def _digest(text: str, folded: Folded, within: str | None) -> bytes:
    """Return what exact duplicates share.

    The fold and where its numbers break: 3.5 is not 35. A text without a letter is its own fold:
    "！！" and "？？" are two texts.
    """
    digest = blake2b(digest_size=16)
    digest.update(b"\0" if within is None else b"\1" + within.encode("utf-8", "surrogatepass"))
    if len(folded.codes):
        digest.update(b"\0fold")
        digest.update(folded.codes.tobytes())
        digest.update(b"\xff\xff\xff\xff")
        digest.update(folded.breaks.tobytes())
    else:
        digest.update(b"\0text")
        digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.digest()


def _group(within: str | None) -> int:
    """Return a group as 64 bits; 0 where all texts are compared."""
    if within is None:
        return 0
    encoded = within.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(encoded, digest_size=8).digest(), "little")
