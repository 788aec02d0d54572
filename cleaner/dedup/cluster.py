"""Resolve verified pairs: which texts stay, and which is dropped because of which.

Greedy, in the order of preference: a text is dropped when it is itself verified against one that
is kept, and names that one. Not transitive closure: on templates that drift, closing over pairs
removed 1,650 documents of which 91 % were under the threshold to what was kept; this way 900,
none of them.

When the text that a candidate pairs with was dropped already, the pair is tried with the one kept
in its place. So a text whose nearest neighbour is gone is not lost sight of, and a cluster of
100,000 is verified once a member.

What is decided of a text depends on nothing outside its component: the texts that pairs lead to
from it. So the pairs are cut into shares of whole components, which processes may decide.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np

from cleaner.dedup.bands import Candidates, Places, starts_of_runs
from cleaner.dedup.similarity import Verdict

# Kept texts that one text is verified against, nearest first. More are met only inside a large
# template family, where the nearest 32 of it hold the copy if there is one.
TRIES = 32
# Pairs kept apart that are told of: enough to see where the decision lies.
SPARED = 20

# Pairs of a share, but for a component of more: some .25 s of work, to send it is a hundredth.
SHARE = 256


class Resolved(NamedTuple):
    """A text that is dropped for another."""

    kept: int
    verdict: Verdict


class Spared(NamedTuple):
    """Two texts that were compared and both stay; `similarity`: Jaccard, exact, 0..1."""

    kept: int
    other: int
    verdict: Verdict
    similarity: float


class Outcome(NamedTuple):
    """`dropped`: row -> the row kept instead; `spared`: the nearest pairs that both stay."""

    dropped: dict[int, Resolved]
    spared: list[Spared]

    def named(self, name_of: Callable[[int], int]) -> "Outcome":
        """Return the same with other names for the rows."""
        return Outcome(
            {
                name_of(row): Resolved(name_of(kept), verdict)
                for row, (kept, verdict) in self.dropped.items()
            },
            [one._replace(kept=name_of(one.kept), other=name_of(one.other)) for one in self.spared],
        )


def joined(outcomes: Iterable[Outcome]) -> Outcome:
    """Return the outcome of all shares, given in any order."""
    dropped: dict[int, Resolved] = {}
    spared: list[Spared] = []
    for one in outcomes:
        dropped |= one.dropped
        spared = nearest([*spared, *one.spared])
    return Outcome(dropped, spared)


class Share(NamedTuple):
    """Whole components: `rows` are their rows, (n,), and `pairs` the pairs by places in these."""

    rows: Places
    pairs: Candidates

    def outcome(self, verify: Callable[[int, int], Verdict]) -> Outcome:
        """Return what is dropped, by rows; `verify(kept, other)` decides by places."""
        return resolve(self.pairs, verify).named(self.rows.tolist().__getitem__)


def shares(pairs: Candidates) -> Iterator[Share]:
    """Yield the pairs, dealt into shares."""
    ends = np.array((pairs.first, pairs.second))
    rows, places = np.unique(ends, return_inverse=True)
    first, second = places.reshape(ends.shape)
    component = _components(first, second, len(rows))[first]
    order = np.argsort(component, kind="stable")
    _, starts = np.unique(component[order], return_index=True)
    # Components that begin in the same SHARE of the pairs go together.
    cuts = starts[np.flatnonzero(np.diff(starts // SHARE, prepend=-1))]
    for mine in np.split(order, cuts[1:]) if len(order) else ():
        own = np.array((first[mine], second[mine]))
        held, places = np.unique(own, return_inverse=True)
        kept, other = places.reshape(own.shape)
        yield Share(rows[held], Candidates(kept, other, pairs.agree[mine]))


def _components(first: Places, second: Places, count: int) -> Places:
    """Return of each of `count` places the least one that pairs lead to, (count,)."""
    least = np.arange(count)
    while len(apart := np.flatnonzero(least[first] != least[second])):
        ends = least[first[apart]], least[second[apart]]
        np.minimum.at(least, np.maximum(*ends), np.minimum(*ends))
        while not np.array_equal(least, further := least[least]):
            least = further
    return least


def resolve(pairs: Candidates, verify: Callable[[int, int], Verdict]) -> Outcome:
    """Return what is dropped, and the nearest pairs that were kept apart, nearest first.

    Rows are in the order of preference, a lower one is preferred. `verify(kept, other)` decides.
    """
    dropped: dict[int, Resolved] = {}
    spared: list[Spared] = []
    # By the less preferred row; then the nearest first, the preferred one of equals.
    order = np.lexsort((pairs.first, -pairs.agree, pairs.second))
    first, second = pairs.first[order], pairs.second[order]
    starts = starts_of_runs(second)
    bounds = [*starts.tolist(), len(second)] if len(second) else [0]
    for start, end in pairwise(bounds):
        row = int(second[start])
        stands = (dropped[at].kept if at in dropped else at for at in first[start:end].tolist())
        found, apart = judge(row, stands, verify)
        if found:
            dropped[row] = found
        elif apart:
            spared = nearest([*spared, *apart])
    return Outcome(dropped, spared)


def judge(
    row: int, kept: Iterable[int], verify: Callable[[int, int], Verdict]
) -> tuple[Resolved | None, list[Spared]]:
    """Return the first of the kept rows that a row is a copy of, or those it was held against.

    `kept`: what its candidates stand for, in their order; each is tried once.
    """
    apart: list[Spared] = []
    for root in islice(dict.fromkeys(kept), TRIES):
        verdict = verify(root, row)
        if verdict.same:
            return Resolved(root, verdict), []
        apart.append(Spared(root, row, verdict, verdict.evidence.get("jaccard", 0.0)))
    return None, apart


def nearest(spared: list[Spared]) -> list[Spared]:
    """Return the nearest pairs that are told of."""
    return sorted(spared, key=lambda one: (-one.similarity, one.other, one.kept))[:SPARED]
