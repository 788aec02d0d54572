"""Say whether an order that was found for lines stands: the third question of `columns`.

The order is cut into the smallest stretches that it maps onto themselves. A stretch stands

- where the table knows the text: if the mean ratio of its neighbours rises by `MARGIN`, as of those
  that it parts, and ends over `MIN_GOOD`;
- where it does not, true neighbours have low ratios too, but still higher ones than strangers. So
  a stretch is held against its own lines that stand two to eight apart: the neighbours that it
  had must be strangers as these are, those that it gets must not. The words, of which the list
  knows more than the table does, must say the same: of true neighbours in columns 30 to 60 % cut
  a word of the list (`follow`), of strangers 2 to 16 %, of the lines of a poem or a list none.
  Several such stretches of a page, each too short to tell, are told together.

Once one stretch of a page has been proven, the page is one given row by row, and the others need
not fall.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.late import np
from cleaner.lexicon import cuts_word
from cleaner.order.rows import Row
from cleaner.order.scores import Scores

# Fewer lines that tell prove nothing.
MIN_INSIDE = 6

# Verse that repeats itself reads well in many orders, but its lines end where words do.
MARGIN, MIN_GOOD, MIN_GOOD_CUT = 1.0, 0.3, 0.05
# Where two lines of each column came in turn, half of the neighbours stay and tell nothing. Where
# more do little was moved.
MIN_PARTED = 0.4

# Where the table does not know the text. Lines that stand so far apart are strangers, but for one
# stride in seven, that of the columns.
APART = range(2, 9)
# (Tried on essays, web stories and local news set in 2 to 4 columns of 10 to 18 characters, against
# 200 pages each of such text in order, lists, verse, headlines and teasers cut at one width.)
# The old neighbours are above strangers by no more, the new ones by no less (nats), and the new
# ones are above the old.
MAX_STRANGE, MIN_KIN, MIN_RISE = 0.3, 0.4, 0.6
# The lines that tell; of how many of the new neighbours, and what share of the old, cut a word.
MIN_KNOWN, MIN_CUTS, MIN_CUT, MAX_CUT = 8, 1, 0.2, 0.12


class Stretch(NamedTuple):
    """Lines [first, last] that an order maps onto themselves, and how they read before and after.

    `known`: the fewer of the neighbours that could be judged, in the old order and the new;
    `parted`: the share of the old ones that the new order parts.
    """

    first: int
    last: int
    known: int
    old: float
    new: float
    parted: float


class Evidence(NamedTuple):
    """Sums over the lines of stretches that tell: how they read before and after, and apart."""

    lines: float
    old: float
    new: float
    apart: float
    old_cuts: float
    new_cuts: float

    def of_strangers(self) -> bool:
        """Say whether the old neighbours are strangers."""
        return (
            self.old - self.apart <= MAX_STRANGE * self.lines
            and self.old_cuts <= MAX_CUT * self.lines
        )

    def proves(self) -> bool:
        """Say whether strangers stood side by side and do no more."""
        return (
            self.lines >= MIN_KNOWN
            and self.of_strangers()
            and self.new - self.apart >= MIN_KIN * self.lines
            and self.new - self.old >= MIN_RISE * self.lines
            and self.new_cuts >= MIN_CUTS + MIN_CUT * self.lines
        )


def accepted(
    rows: Sequence[Row], scores: Scores, first: int, order: Sequence[int]
) -> list[tuple[int, int]]:
    """Return the stretches, [first, end), in which the order found stands."""
    stretches = _stretches(scores, first, order)
    good = [
        one
        for one in stretches
        if one.known >= MIN_INSIDE
        and one.new >= one.old + MARGIN * (one.parted if one.parted >= MIN_PARTED else 1.0)
        and one.new >= MIN_GOOD
        and _cut_often(rows, scores, _part(order, first, one))
    ]
    if good:
        stands = [one for one in stretches if one in good or not one.known or one.new >= one.old]
    else:
        stands = _of_strangers(rows, scores, stretches, first, order)
    return [(one.first, one.last + 1) for one in stands]


def _of_strangers(
    rows: Sequence[Row],
    scores: Scores,
    stretches: Sequence[Stretch],
    first: int,
    order: Sequence[int],
) -> list[Stretch]:
    """Return the stretches of a text that the table does not know in which an order stands."""
    risen = [one for one in stretches if one.known and one.new > one.old]
    seen = [_evidence(rows, scores, one, _part(order, first, one)) for one in risen]
    alike = [(one, its) for one, its in zip(risen, seen, strict=True) if its.of_strangers()]
    together = Evidence(*map(sum, zip(*(its for _, its in alike), strict=True))) if alike else None
    if together is not None and together.proves():
        return [
            one for one in stretches if not one.known or any(one is other for other, _ in alike)
        ]
    return [one for one, its in alike if its.proves()]


def _part(order: Sequence[int], first: int, stretch: Stretch) -> Sequence[int]:
    """Return the new order of a stretch, of that of the lines from `first` on."""
    return order[stretch.first - first : stretch.last + 1 - first]


def _telling(scores: Scores, order: Sequence[int]) -> list[tuple[int, int]]:
    """Return the neighbours in an order of which the first ends inside a clause."""
    return [(a, b) for a, b in pairwise(order) if scores.telling[a]]


def _cuts(rows: Sequence[Row], scores: Scores, order: Sequence[int]) -> float:
    """Return what share of such neighbours cut a word."""
    pairs = _telling(scores, order)
    return sum(cuts_word(rows[a].text, rows[b].text) for a, b in pairs) / max(len(pairs), 1)


def _cut_often(rows: Sequence[Row], scores: Scores, order: Sequence[int]) -> bool:
    """Say whether so many do as in a good order; as soon as it is sure."""
    pairs, cuts = _telling(scores, order), 0
    for a, b in pairs:
        cuts += cuts_word(rows[a].text, rows[b].text)
        if cuts / len(pairs) >= MIN_GOOD_CUT:
            return True
    return False


def _evidence(
    rows: Sequence[Row], scores: Scores, stretch: Stretch, order: Sequence[int]
) -> Evidence:
    """Sum up what a stretch of lines says in the order it had and in a new one."""
    old = range(stretch.first, stretch.last + 1)
    apart = [
        (at, at + ahead) for at in old if scores.telling[at] for ahead in APART if at + ahead in old
    ]
    before, after = np.array(apart, dtype=np.intp).reshape(-1, 2).T
    strangers = float(scores.of(before, after).mean()) if apart else 0.0
    means = (stretch.old, stretch.new, strangers, _cuts(rows, scores, old))
    known = stretch.known
    return Evidence(known, *(known * one for one in (*means, _cuts(rows, scores, order))))


def _stretches(scores: Scores, first: int, order: Sequence[int]) -> list[Stretch]:
    """Cut an order into the smallest stretches of two lines and more that it keeps together."""
    new = np.array(order)
    old = np.arange(first, first + len(order))
    cuts = (np.flatnonzero(np.maximum.accumulate(new) == old) + 1).tolist()
    ways = [
        (scores.of(way[:-1], way[1:]), scores.telling[way[:-1]].astype(float)) for way in (old, new)
    ]
    found = []
    for a, b in zip([0, *cuts], cuts, strict=False):
        if b - a < 2 or (new[a:b] == old[a:b]).all():
            continue
        known = [weights[a : b - 1].sum() for _, weights in ways]
        before, after = (
            float((ratios[a : b - 1] * weights[a : b - 1]).sum() / max(count, 1))
            for (ratios, weights), count in zip(ways, known, strict=True)
        )
        parted = float((np.diff(new[a:b]) != 1).mean())
        found.append(Stretch(first + a, first + b - 1, int(min(known)), before, after, parted))
    return found
