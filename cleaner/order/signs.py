"""What speaks for it that a column goes on from another column, or stands under a headline.

Each sign is a step of a table (nats); what speaks for an answer is the sum of its signs. The
weights are what a regression finds on half of the pages of five kinds (two of them printed
newspapers): the right answer of each of 2,000 columns held against all others, 50,000. So only
differences within a table tell anything. Fitted again, held near what they were (ridge), on 1,182
columns that the search gives since those that waited may go on.
"""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations, pairwise
from math import sqrt
from typing import NamedTuple

from cleaner.layout import END
from cleaner.order.feet import SAME_WIDTH, Feet, Strip
from cleaner.order.rows import INDENT, Row
from cleaner.paper.press import dateline_end

# What each sign says, by step.
WEIGHTS: Mapping[str, tuple[float, ...]] = {
    # Headlines between the two: none, one, two, three; the column before opens further down.
    "column at": (0.9, 0.3, -0.7, -0.8, -0.1),
    "headline at": (1.4, 0.4, -0.4, -1.2),
    # How well the sentence goes on from a foot that ends none, from one that ends one.
    "cut": (-1.8, -0.8, -0.3, 0.2, 0.6, 1.5, 1.6),
    "ended": (-0.7, -0.3, -0.6, -0.3, 0.3),
    # The top set in, full, neither: behind a foot that ends no sentence, behind one that does.
    "top, cut": (-0.7, 1.2, 0.4),
    "top, ended": (-0.6, -0.4, -0.5),
    # Of one width; a line or two that would fit; nearly; a line or two that would not; another.
    "width": (1.1, 0.6, 0.2, -0.9, -1.4),
    # Right below the foot, near, far; or beside: how many of its lines follow one of the other's.
    "below": (0.9, 0.4, -0.3),
    "beside": (-0.8, -0.9, -0.2, 0.4),
    # Columns of its width that open between the two tops, none to three.
    "between, below": (0.6, 0.6, 0.1, -0.2),
    "between, beside": (-0.2, -0.5, -0.5, -0.4),
    # What both speak of: pairs of characters, each the less the more columns have it.
    "topic": (-1.3, -0.7, 0.0, 0.4, 0.5, 0.7),
    # A dateline at the top.
    "column, dated": (0.8, -1.2),
    "headline, dated": (-0.4, 0.6),
    # Pairs of a headline in the first two lines, in the next two; of another headline more.
    "echo": (-0.8, -0.1, 0.3, 0.1, 0.7),
    "echo later": (-0.3, -0.0, 0.5),
    "echo of another": (0.3, 0.2, -0.0, -0.2),
    # Pairs of the headline of its article in all of a column.
    "named": (-0.5, -0.2, -0.0, 0.5),
    # It goes on from nothing.
    "nothing": (0.3,),
    # As read group by group: from nothing, from a column, from a headline.
    "as read": (0.4, 1.0, 1.6),
}
CUT_STEPS = (-0.5, 0.5, 1.5, 2.5, 3.5, 4.5)
ENDED_STEPS = (-1.0, 0.0, 1.0, 2.0)
BELOW_STEPS = (5, 16)
BESIDE_STEPS = (0.15, 0.5, 0.8)
TOPIC_STEPS = (0.05, 0.15, 0.3, 0.5, 0.8)
MAX_SHARED = 8  # columns that share a pair; what more of them say tells nothing
MANY = 5.0  # pairs that a short column is taken to have more
NEARLY, FEW = 4, 2  # cells; lines
LEAD = 2

Sign = tuple[str, int]


class Column(NamedTuple):
    """A column, the number of its group, what its first lines say and what all of it says."""

    strip: Strip
    lines: list[int]
    group: int
    lead: frozenset[str]
    later: frozenset[str]
    pairs: frozenset[str]
    dated: bool


class Head(NamedTuple):
    """A headline, the number of its group, and what it says."""

    lines: list[int]
    group: int
    pairs: frozenset[str]


def column_of(rows: Sequence[Row], lines: list[int], group: int, strip: Strip) -> Column:
    """Return a column as what is asked for."""
    texts = [rows[at].text for at in lines]
    lead = pairs_of("".join(texts[:LEAD]))
    later = pairs_of("".join(texts[: 2 * LEAD])) - lead
    dated = dateline_end(texts[0]) > 0
    return Column(strip, lines, group, lead, later, pairs_of("".join(texts)), dated)


def head_of(rows: Sequence[Row], lines: list[int], group: int) -> Head:
    """Return a headline as what is asked for."""
    return Head(lines, group, pairs_of("".join(rows[at].text for at in lines)))


def pairs_of(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a text."""
    return frozenset(map("".join, pairwise(text)))


def named(head: Head | None, column: Column) -> Sign:
    """Return how much of a headline all of a column says again."""
    return "named", min(3, len(head.pairs & column.pairs)) if head else 0


def under(heads: Sequence[Head], column: Column) -> list[list[Sign]]:
    """Return the signs of a column as the first under each of the headlines near."""
    echoes = [(len(one.pairs & column.lead), len(one.pairs & column.later)) for one in heads]
    sums = sorted((sum(echo) for echo in echoes), reverse=True)
    most, second = [*sums, 0, 0][:2]
    found = []
    for head, (echo, later) in zip(heads, echoes, strict=True):
        more = (second if echo + later == most else most) - echo - later
        found.append(
            [
                ("headline at", column.group - head.group),
                ("echo", min(echo, 4)),
                ("echo later", min(later, 2)),
                ("echo of another", min(3, max(0, more))),
                ("headline, dated", int(column.dated)),
            ]
        )
    return found


class Signs:
    """The signs of the columns of a page, one behind the other."""

    def __init__(self, rows: Sequence[Row], columns: Sequence[Column], feet: Feet) -> None:
        self._rows = rows
        self._columns = columns
        self._feet = feet
        self._shared = _shared(columns)
        self._follows = _follows(columns)
        self._places = _places(columns)

    def behind(self, one: int, two: int) -> list[Sign]:
        """Return the signs of column two behind column one."""
        before, after = self._columns[one], self._columns[two]
        foot, top = before.strip.foot, after.strip.top
        apart = after.group - before.group
        signs = [("column at", apart if apart >= 0 else 4), ("column, dated", int(after.dated))]
        indent = after.strip.width - self._rows[top].cells
        set_in = 0 if abs(indent - INDENT) <= 1 else 1 if indent <= 1 else 2
        if self._rows[foot].ending == END:
            raw = self._feet.raw(foot, top)
            signs += [("ended", bisect_right(ENDED_STEPS, raw)), ("top, ended", set_in)]
        else:
            ratio = self._feet.ratio(foot, top)
            signs += [("cut", bisect_right(CUT_STEPS, ratio)), ("top, cut", set_in)]
        signs.append(("width", self._width(before.strip, after.strip)))
        between = min(3, self._between(one, two))
        if foot < top:
            signs.append(("below", bisect_right(BELOW_STEPS, top - foot)))
            signs.append(("between, below", between))
        else:
            signs.append(("beside", bisect_right(BESIDE_STEPS, self._beside(one, two))))
            signs.append(("between, beside", between))
        size = min(len(before.pairs), len(after.pairs)) + MANY
        weight = self._shared.get((min(one, two), max(one, two)), 0.0) / sqrt(size)
        signs.append(("topic", bisect_right(TOPIC_STEPS, weight)))
        return signs

    def _width(self, one: Strip, two: Strip) -> int:
        off = abs(one.width - two.width)
        if off < SAME_WIDTH:
            return 0
        if self._feet.alike(one, two):
            return 1
        if min(one.size, two.size) <= FEW:
            return 3
        return 2 if off <= NEARLY else 4

    def _between(self, one: int, two: int) -> int:
        """Return how many columns of the second's width open between two columns."""
        first, last = min(one, two), max(one, two)
        width = self._columns[two].strip.width
        alike = range(width - SAME_WIDTH, width + SAME_WIDTH + 1)
        places = [self._places[one] for one in alike if one in self._places]
        return sum(bisect_left(at, last) - bisect_right(at, first) for at in places)

    def _beside(self, one: int, two: int) -> float:
        """Return the share of lines of column two that follow one of column one."""
        before, after = self._columns[one].lines, self._columns[two].lines
        first, last = max(before[0], after[0]), min(before[-1], after[-1])
        sizes = [bisect_right(at, last) - bisect_left(at, first) for at in (before, after)]
        return self._follows[one, two] / max(1, min(sizes))


def _shared(columns: Sequence[Column]) -> dict[tuple[int, int], float]:
    """Return the weight of what each two columns both say."""
    having: defaultdict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(columns):
        for pair in one.pairs:
            having[pair].append(at)
    found: defaultdict[tuple[int, int], float] = defaultdict(float)
    # Sums in one order, since pairs come in any.
    counts = Counter(tuple(some) for some in having.values() if 1 < len(some) <= MAX_SHARED)
    for some, times in sorted(counts.items()):
        for two in combinations(some, 2):
            found[two] += times / len(some)
    return found


def _follows(columns: Sequence[Column]) -> Counter[tuple[int, int]]:
    """Return how often a line of one column stands right before one of another."""
    owner = {at: number for number, one in enumerate(columns) for at in one.lines}
    return Counter((mine, owner[at + 1]) for at, mine in owner.items() if at + 1 in owner)


def _places(columns: Sequence[Column]) -> dict[int, list[int]]:
    """Return the columns of each width."""
    found: defaultdict[int, list[int]] = defaultdict(list)
    for at, one in enumerate(columns):
        found[one.strip.width].append(at)
    return found
