"""Find the exact and near-duplicates among the texts of a run.

Kept of a text: a digest of its fold (exact duplicates collapse at once, and only the first is
signed), a signature of 512 bytes, and to verify the text itself, unless `resolve` is told where to
read it again. With `spill` signatures stand in files: some 200 bytes a text stay in memory. Texts
are folded and signed many together; pairs and clusters come when `resolve` asks, in the order of
preference: the order of calls does not count, but of two of which as much reads the first is kept.
"""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from cleaner.dedup.bands import Candidates, candidates
from cleaner.dedup.cluster import Outcome, Share, Spared, joined, shares
from cleaner.dedup.contained import Sampled
from cleaner.dedup.digesttable import DigestTable
from cleaner.dedup.index import Index
from cleaner.dedup.near import Near, parse_near
from cleaner.dedup.prepared import Prepared, prepare
from cleaner.dedup.segment import Batch, View
from cleaner.dedup.shingles import NGRAM, SHORT_NGRAM, SHORT_SIDE
from cleaner.dedup.signature import Signatures
from cleaner.dedup.signaturestore import SignatureStore
from cleaner.dedup.verifier import Answers, Question, here
from cleaner.errors import RecipeError, did_you_mean

# Orders of preference: the text that is kept of several.
PREFERENCES = frozenset({
    "first",    # the one added first
    "longest",  # with most that reads (`readable`); the first of equals
    "worth",    # of the greatest worth as given, numbers before words before none; then longest
})  # fmt: skip

# What an exact duplicate is dropped for: stage, reason, evidence.
EXACT = (
    "exact-duplicate",
    "the kept text, script, width, case, marks, white space, credit head and cue times aside",
    {"jaccard": 1.0},
)

# Characters of texts that wait to be folded and signed together.
WAITING = 1 << 18


class Duplicate(NamedTuple):
    """Why a text is dropped: `kept` is the position of the one kept instead.

    Where a document of the index stands for it, `kept` is -1 minus its number there.
    """

    kept: int
    stage: str  # "exact-duplicate" or "near-duplicate"
    reason: str
    evidence: Mapping[str, Any]


class _View:
    """The texts signed on shingles of one length: their numbers and signatures."""

    def __init__(self, ngram: int, spill: Path | None) -> None:
        self.ngram = ngram
        self.keys = spill and spill.with_name(f"{spill.name}-{ngram}-keys")
        self.signed = SignatureStore(spill and spill.with_name(f"{spill.name}-{ngram}"))
        self._texts = array("q")

    def add(self, numbers: npt.NDArray[np.int64], signed: Signatures) -> None:
        """Take signatures with the numbers of their texts; -1 is a text that is known."""
        fresh = numbers >= 0
        self._texts.frombytes(numbers[fresh].tobytes())
        self.signed.append(signed[fresh])

    def numbers(self) -> npt.NDArray[np.int64]:
        """Return the texts' numbers, (n,), in the order of the signatures."""
        return np.array(self._texts, dtype=np.int64)


class Deduplicator:
    """Collect texts, then say which are duplicates of which.

    `near`: "copy", "copy:strict", "copy:loose", "jaccard:0.8" or None for exact duplicates alone.
    `exact`: whether texts that differ in nothing but script, width, case, punctuation, white
    space and credit head collapse before. `prefer`: "longest", "first" or "worth". `numbers`:
    "weighed", or "strict" where one other number makes another text (`near` "copy" only).
    `spill`: a path; signatures stand in files of this name with an ending. `index`: documents of
    earlier runs, preferred to all that are added now; made for the same `near`. `contained`: a
    text goes as well where a longer one has it inside, as a page has an article; with `near` and
    `prefer` "longest" only. Raises RecipeError.

    >>> texts = Deduplicator(near="jaccard:0.8")
    >>> texts.add("今天下雨，明天天晴。"), texts.add("今天下雨,明天天晴")
    (0, 1)
    >>> texts.resolve()[1].kept
    0
    """

    def __init__(  # noqa: PLR0913  each is an option of its own
        self,
        *,
        near: str | None = "copy",
        exact: bool = True,
        prefer: str = "longest",
        numbers: str = "weighed",
        spill: Path | None = None,
        index: Index | None = None,
        contained: bool = False,
    ) -> None:
        check_options(near, prefer, contained=contained)
        if index is not None and not exact:
            raise RecipeError("an index knows exact duplicates: exact cannot be off")
        self._near = None if near is None else parse_near(near, numbers)
        self._exact = exact
        self._prefer = prefer
        # Of each position: its text number, how much of it reads, its worth.
        self._numbers = array("q")
        self._reads = array("q")
        self._worths: list[Any] = []
        # Of each distinct text: the first position, the group it is compared within, its letters.
        self._firsts = array("q")
        self._groups = array("Q")
        self._chars = array("q")
        self._known = DigestTable()
        # Texts by position, where they are held; those not yet folded, with their groups.
        self._texts: dict[int, str] = {}
        self._waiting: list[tuple[str, str | None]] = []
        self._waiting_chars = 0
        self._views = tuple(_View(ngram, spill) for ngram in (NGRAM, SHORT_NGRAM))
        self._is_held = spill is None
        self._index = index
        self._sampled = Sampled() if contained else None
        self._count = 0
        self._found: dict[int, Duplicate] | None = None
        self._spared: list[Spared] = []

    def add(self, text: str, within: str | None = None, worth: Any = None) -> int:
        """Take a text and return its position, in the order of calls.

        Texts are only compared where `within` is equal. `worth`: a number or a string.
        """
        self._found = None
        self._waiting.append((text, within))
        self._waiting_chars += len(text)
        if self._prefer == "worth":
            self._worths.append(worth)
        self._count += 1
        if self._waiting_chars >= WAITING:
            self._take()
        return self._count - 1

    def _take(self) -> None:
        """Fold and sign the texts that wait."""
        waiting, self._waiting, self._waiting_chars = self._waiting, [], 0
        start = len(self._numbers)
        contained = self._sampled is not None
        self._join(prepare(waiting, self._near, self._exact, contained, self._known))
        if self._is_held:
            for at, (text, _) in enumerate(waiting, start):
                if self._firsts[self._numbers[at]] == at:
                    self._texts[at] = text

    def extend(self, prepared: Prepared, worths: Sequence[Any] = ()) -> None:
        """Take texts that were prepared elsewhere, for the same `near`, `exact` and `contained`.

        Needs `spill`: the texts are elsewhere, too. `worths`: as `add` has them, or none.
        """
        self._take()
        self._found = None
        self._worths.extend(worths)
        self._count += len(prepared.digests)
        self._join(prepared)

    def _join(self, prepared: Prepared) -> None:
        """Give texts their numbers; hand those that no other equals to the views."""
        start, before = len(self._numbers), len(self._firsts)
        if self._exact:
            numbers, fresh = self._known.take(prepared.digests)
        else:
            numbers = before + (fresh := np.arange(len(prepared.digests)))
        self._numbers.frombytes(numbers.tobytes())
        self._firsts.frombytes((start + fresh).tobytes())
        self._reads.frombytes(prepared.reads.tobytes())
        self._groups.frombytes(prepared.groups[fresh].tobytes())
        self._chars.frombytes(prepared.chars[fresh].tobytes())
        if self._sampled:
            runs = np.split(prepared.runs, np.cumsum(prepared.counts)[:-1].astype(np.int64))
            for row in fresh:
                self._sampled.add(runs[row])
        numbers = np.full(len(prepared.digests), -1, dtype=np.int64)
        numbers[fresh] = np.arange(before, len(self._firsts))
        long, short = self._views
        long.add(numbers[prepared.long_rows], prepared.long_signed)
        short.add(numbers[prepared.short_rows], prepared.short_signed)

    def resolve(
        self, read: Callable[[int], str] | None = None, answers: Answers | None = None
    ) -> dict[int, Duplicate]:
        """Return what is dropped: position -> the position kept instead, the reason, the evidence.

        Nothing is dropped that was not itself compared with what is kept. `read` gives the text
        of a position again; it, or `answers` but for an index, must be given where `spill` was.
        """
        self._take()
        if self._found is None:
            texts = read or self._texts.__getitem__
            self._found = self._resolve(answers or here(lambda at: self._text(at, texts)))
        return dict(self._found)

    def spared(self) -> list[Spared]:
        """Return the nearest pairs that were compared and kept apart, by position, nearest first.

        To be called after `resolve`. A document of the index is -1 minus its number there.
        """
        return list(self._spared)

    def _resolve(self, answers: Answers) -> dict[int, Duplicate]:
        """Walk all positions in the order of preference."""
        best, rows = self._standing()
        old = self._in_index()
        rows = rows[~np.isin(rows, list(old))]
        near, spared = self._near_duplicates(array("q", rows.tobytes()), answers)
        self._spared = [
            one._replace(kept=best[one.kept] if one.kept >= 0 else one.kept, other=best[one.other])
            for one in spared
        ]
        numbers = np.array(self._numbers, dtype=np.int64)
        is_found = np.isin(numbers, [*old, *near])
        is_found |= np.array(best, dtype=np.int64)[numbers] != np.arange(len(numbers))
        found: dict[int, Duplicate] = {}
        for position in np.flatnonzero(is_found).tolist():
            number = self._numbers[position]
            if number in old:
                found[position] = Duplicate(-1 - old[number], *EXACT)
            elif number in near:
                kept, verdict = near[number]
                kept = best[kept] if kept >= 0 else kept
                found[position] = Duplicate(
                    kept, "near-duplicate", verdict.reason, verdict.evidence
                )
            else:
                found[position] = Duplicate(best[number], *EXACT)
        return found

    def _standing(self) -> tuple[Sequence[int], npt.NDArray[np.int64]]:
        """Return the position that stands for each text, and the texts, the preferred first."""
        ranking = self._ranking()
        # The first position of a text in the order of preference stands for all of its copies.
        _, first = np.unique(np.array(self._numbers)[ranking], return_index=True)
        return array("q", ranking[first].tobytes()), np.argsort(first)

    def _in_index(self) -> dict[int, int]:
        """Return the texts of which the index has an exact duplicate, and its number there."""
        if self._index is None:
            return {}
        found = self._index.exact(self._known.digests())
        hits = np.flatnonzero(found >= 0)
        return dict(zip(hits.tolist(), found[hits].tolist(), strict=True))

    def batch(self, names: Sequence[str], texts: Iterable[str]) -> Batch:
        """Return what stays, to be added to an index; names and texts in the order of positions.

        To be called after `resolve`.
        """
        dropped = self.resolve()
        staying = [at for at in range(self._count) if at not in dropped]
        numbers = np.array([self._numbers[at] for at in staying], dtype=np.int64)
        place = np.full(len(self._firsts), -1, dtype=np.int64)
        place[numbers] = np.arange(len(numbers))
        views = []
        for view in self._views:
            rows = place[view.numbers()]
            views.append(View(view.ngram, rows[rows >= 0], view.signed.array()[rows >= 0]))
        return Batch(
            names,
            texts,
            self._known.digests()[numbers],
            np.array(self._groups)[numbers],
            np.array(self._chars)[numbers],
            views,
        )

    def _ranking(self) -> npt.NDArray[np.int64]:
        """Return the positions, the preferred first."""
        positions = np.arange(len(self._numbers))
        if self._prefer == "first":
            return positions
        ranking = np.lexsort((positions, -np.array(self._reads, dtype=np.int64)))
        if self._prefer == "worth":
            return np.array(by_worth(ranking.tolist(), self._worths), dtype=np.int64)
        return ranking

    def _near_duplicates(self, rows: Sequence[int], answers: Answers) -> Outcome:
        """Return the texts that are near another, and the nearest that are not, by number.

        `rows`: the numbers of the distinct texts, the preferred first.
        """
        if self._near is None or not rows:
            return Outcome({}, [])

        def number_of(row: int) -> int:
            return rows[row] if row >= 0 else row  # a document of the index is its own number

        def asked(share: Share, near: Near) -> Question:
            numbers = [number_of(row) for row in share.rows.tolist()]
            positions = [self._firsts[one] if one >= 0 else one for one in numbers]
            sizes = [self._letters(one) for one in numbers]
            return Question(share, positions, sizes, near, self._sampled is not None)

        every = shares(self._pairs(rows, self._near))
        found = joined(answers(asked(share, self._near) for share in every))
        return found.named(number_of)

    def _pairs(self, rows: Sequence[int], near: Near) -> Candidates:
        """Return the candidates of both views, as places in `rows`.

        A document of the index is -1 minus its number there, so that it comes before all.
        """
        rank = np.full(len(self._firsts), len(rows), dtype=np.int64)
        rank[np.array(rows, dtype=np.int64)] = np.arange(len(rows))
        groups, chars = np.array(self._groups), np.array(self._chars)
        found = []
        for view in self._views:
            numbers, signed = view.numbers(), view.signed.array()
            order = np.argsort(rank[numbers], kind="stable")
            pairs = candidates(signed, groups[numbers], near, order, view.keys)
            first, second = numbers[order[pairs.first]], numbers[order[pairs.second]]
            sides = chars[first], chars[second]
            pairs = Candidates(rank[first], rank[second], pairs.agree)
            found.append(_of_view(view.ngram, pairs, *sides, len(rows)))
            if self._index:
                hits = self._index.near_to(view.ngram, signed, groups[numbers])
                new = numbers[hits.new]
                old = np.array([self._index.letters(one) for one in hits.old.tolist()], np.int64)
                pairs = Candidates(-1 - hits.old, rank[new], hits.agree)
                found.append(_of_view(view.ngram, pairs, old, chars[new], len(rows)))
        if self._sampled:
            found.append(self._sampled.pairs(rank, groups))
        return Candidates(*(np.concatenate(arrays) for arrays in zip(*found, strict=True)))

    def _text(self, position: int, read: Callable[[int], str]) -> str:
        """Return the text of a position, or of -1 minus a number in the index."""
        if position >= 0 or self._index is None:
            return read(position)
        return self._index.text(-1 - position)

    def _letters(self, number: int) -> int:
        if number >= 0 or self._index is None:
            return self._chars[number]
        return self._index.letters(-1 - number)


def check_options(near: str | None, prefer: str, *, contained: bool) -> None:
    """Raise RecipeError where the options of a `Deduplicator` do not fit one another."""
    if prefer not in PREFERENCES:
        wanted = f"{' or '.join(sorted(PREFERENCES))}{did_you_mean(prefer, PREFERENCES)}"
        raise RecipeError(f"prefer {prefer!r}: expected {wanted}")
    if contained and (near is None or prefer != "longest"):
        raise RecipeError("contained: needs near, and prefer 'longest': the longer one is kept")


def _of_view(
    ngram: int,
    pairs: Candidates,
    first: npt.NDArray[np.int64],
    second: npt.NDArray[np.int64],
    rows: int,
) -> Candidates:
    """Return the pairs that a view decides, given the letters of both sides.

    Two long texts are not the short view's; a row past the last is none.
    """
    mine = (pairs.first < rows) & (pairs.second < rows)
    if ngram == SHORT_NGRAM:
        mine &= np.minimum(first, second) < SHORT_SIDE
    return Candidates(*(array[mine] for array in pairs))


def by_worth(ranking: Sequence[int], worths: Sequence[Any]) -> list[int]:
    """Return a ranking by worth, greatest first: numbers, then words, then what has none."""
    numbers = [at for at in ranking if isinstance(worths[at], int | float)]
    words = [at for at in ranking if isinstance(worths[at], str)]
    rest = [at for at in ranking if not isinstance(worths[at], int | float | str)]
    numbers.sort(key=lambda at: -worths[at])
    words.sort(key=lambda at: worths[at], reverse=True)  # stable in reverse, too
    return [*numbers, *words, *rest]
