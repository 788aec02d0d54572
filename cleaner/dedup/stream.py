"""Duplicates in a stream: each text is answered as it comes, the first of several wins.

Of a text that stays are kept: the text, to verify by; its digest; its signature, 512 bytes; and
the keys of its bands in a dictionary, some 100 bytes each: 3.5 kB with `jaccard:0.8`, 5.5 kB with
`copy`, beside the text. Of a duplicate nothing is kept. For millions of texts that need no answer
at once `Deduplicator` takes a tenth of that, and finds the longest; to go on tomorrow, `Index`.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from cleaner.dedup.bands import REPRESENTATIVES, Keys, agreement_with, band_keys
from cleaner.dedup.cluster import TRIES
from cleaner.dedup.deduplicator import EXACT, Duplicate
from cleaner.dedup.digest import digest_of_fold, group_of
from cleaner.dedup.fold import Codes, fold
from cleaner.dedup.near import Near, estimate_error, parse_near
from cleaner.dedup.shingles import NGRAM, SHORT_NGRAM, SHORT_SIDE
from cleaner.dedup.signature import PERMUTATIONS, Signatures, signatures
from cleaner.dedup.verifier import Verifier

ROOM = 1024  # signatures that the first array has room for; doubled where it is full


class NearDuplicates:
    """Says of each text of a stream whether it is a duplicate of one that came before and stayed.

    `near`: "copy", "copy:strict", "jaccard:0.8" and so on, or None for exact duplicates alone;
    `numbers`: "weighed" or "strict", as for `Deduplicator`. Raises RecipeError.

    >>> seen = NearDuplicates("jaccard:0.8")
    >>> seen.add("今天下雨，明天天晴。"), seen.add("今天下雨,明天天晴").kept
    (None, 0)
    """

    def __init__(self, near: str | None = "copy", *, numbers: str = "weighed") -> None:
        self._near = None if near is None else parse_near(near, numbers)
        self._known: dict[bytes, int] = {}
        self._texts: dict[int, str] = {}
        self._sizes: dict[int, int] = {}
        self._count = 0
        self._views: tuple[_View, ...] = ()
        if self._near is not None:
            self._views = tuple(_View(ngram, self._near) for ngram in (NGRAM, SHORT_NGRAM))
            self._verify = Verifier(self._near, self._texts.__getitem__, self._sizes.__getitem__)

    def __len__(self) -> int:
        """Return how many texts were added, duplicates included."""
        return self._count

    def add(self, text: str, within: str | None = None) -> Duplicate | None:
        """Take a text; return what it is a duplicate of, or None where it stays.

        Texts are numbered from 0 in the order of the calls; `Duplicate.kept` is such a number.
        They are only compared where `within` is equal.
        """
        number, self._count = self._count, self._count + 1
        folded = fold(text)
        digest = digest_of_fold(text, folded, within)
        if digest in self._known:
            return Duplicate(self._known[digest], *EXACT)
        self._texts[number], self._sizes[number] = text, len(folded.codes)
        found = self._near_one(number, folded.codes, group_of(within))
        if found is not None:
            del self._texts[number], self._sizes[number]
            return found
        self._known[digest] = number
        return None

    def _near_one(self, number: int, codes: Codes, group: int) -> Duplicate | None:
        """Return the first text that this one is verified against; else remember its signature."""
        near = self._near
        if near is None:
            return None
        long, short = self._views
        signed = []
        if len(codes) >= SHORT_SIDE:
            signed.append((long, *long.sign(codes, group)))
        if SHORT_NGRAM <= len(codes) < near.short_chars:
            signed.append((short, *short.sign(codes, group)))
        agree: dict[int, int] = {}
        for view, signature, keys in signed:
            agree.update(view.near_to(signature, keys))
        ranked = sorted(agree, key=lambda other: (-agree[other], other))
        for other in ranked[:TRIES]:
            verdict = self._verify(other, number)
            if verdict.same:
                return Duplicate(other, "near-duplicate", verdict.reason, verdict.evidence)
        for view, signature, keys in signed:
            view.add(number, signature, keys)
        return None


class _View:
    """Texts signed on shingles of one length, by the keys of their bands."""

    def __init__(self, ngram: int, near: Near) -> None:
        self._ngram, self._near = ngram, near
        self._floor = (near.threshold - estimate_error(near.threshold)) * PERMUTATIONS
        self._signed: Signatures = np.empty((ROOM, PERMUTATIONS), dtype=np.uint32)
        self._numbers: list[int] = []
        # Of each key the first row; the few that share it with others, apart.
        self._first: dict[int, int] = {}
        self._more: dict[int, list[int]] = {}

    def sign(self, codes: Codes, group: int) -> tuple[Signatures, list[int]]:
        """Return a text's signature, (128,) uint32, and its keys, another set for each band."""
        signed = signatures([codes], self._ngram)
        bands, rows = self._near.bands, self._near.rows
        groups: Keys = np.full(bands, group, dtype=np.uint64)
        mixed = band_keys(signed[0, : bands * rows].reshape(bands, rows), groups, self._near, 0)
        return signed[0], [key * bands + band for band, key in enumerate(mixed.tolist())]

    def near_to(self, signature: Signatures, keys: list[int]) -> dict[int, int]:
        """Return the texts that may be near: number -> minima of 128 that are equal."""
        rows: set[int] = set()
        for key in keys:
            if key in self._first:
                rows.add(self._first[key])
                rows.update(self._more.get(key, ()))
        found: npt.NDArray[np.int64] = np.array(sorted(rows), dtype=np.int64)
        same = agreement_with(self._signed, found, signature)
        pairs: Any = zip(found.tolist(), same.tolist(), strict=True)
        return {self._numbers[row]: count for row, count in pairs if count >= self._floor}

    def add(self, number: int, signature: Signatures, keys: list[int]) -> None:
        """Remember a text."""
        row = len(self._numbers)
        if row == len(self._signed):
            self._signed = np.concatenate((self._signed, np.empty_like(self._signed)))
        self._signed[row] = signature
        self._numbers.append(number)
        for key in keys:
            if self._first.setdefault(key, row) != row:
                more = self._more.setdefault(key, [])
                # Of a large bucket the first few; the others are met in other bands.
                if len(more) < REPRESENTATIVES:
                    more.append(row)
