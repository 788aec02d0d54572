"""What speaks for it that a column goes on from another column, or stands under a headline.

Each sign is a step of a table (nats); what speaks for an answer is the sum of its signs. The
weights are what a regression finds on half of the pages of five kinds (two of them printed
newspapers): the right answer of each of 2,000 columns held against all others, 50,000. So only
differences within a table tell anything. Fitted again, held near what they were (ridge), on 1,182
columns that the search gives since those that waited may go on.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
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
WHOLE = 840  # can be dealt to so many of them: sums of parts are the same in any order
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
    """The signs of the columns of a page, one behind the other.

    What two columns say by themselves is worked out once, however the page is cut besides.
    """

    def __init__(self, rows: Sequence[Row], feet: Feet) -> None:
        self.rows = rows
        self.feet = feet
        self._known: dict[tuple[Strip, Strip], list[Sign]] = {}
        self.turn_to([])

    def turn_to(self, columns: Sequence[Column]) -> None:
        """Ask of these columns from now on."""
        self._columns = columns
        self._weights = _weights(columns)
        self._shared = [self._weights.keys() & one.pairs for one in columns]
        self._alike: dict[int, list[int]] = {}  # columns of about a width

    def behind(self, one: int, two: int) -> list[Sign]:
        """Return the signs of column two behind column one."""
        before, after = self._columns[one], self._columns[two]
        key = before.strip, after.strip
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = self._by_themselves(before, after)
        apart = after.group - before.group
        between = min(3, self._between(one, two))
        is_below = before.strip.foot < after.strip.top
        return [
            ("column at", apart if apart >= 0 else 4),
            *known,
            ("between, below" if is_below else "between, beside", between),
            ("topic", bisect_right(TOPIC_STEPS, self._topic(one, two))),
        ]

    def _by_themselves(self, before: Column, after: Column) -> list[Sign]:
        """Return the signs of a column behind another, whatever others there are."""
        foot, top = before.strip.foot, after.strip.top
        signs = [("column, dated", int(after.dated))]
        indent = after.strip.width - self.rows[top].cells
        set_in = 0 if abs(indent - INDENT) <= 1 else 1 if indent <= 1 else 2
        if self.rows[foot].ending == END:
            raw = self.feet.raw(foot, top)
            signs += [("ended", bisect_right(ENDED_STEPS, raw)), ("top, ended", set_in)]
        else:
            ratio = self.feet.ratio(foot, top)
            signs += [("cut", bisect_right(CUT_STEPS, ratio)), ("top, cut", set_in)]
        signs.append(("width", self._width(before.strip, after.strip)))
        if foot < top:
            signs.append(("below", bisect_right(BELOW_STEPS, top - foot)))
        else:
            share = _beside(before.lines, after.lines)
            signs.append(("beside", bisect_right(BESIDE_STEPS, share)))
        return signs

    def _width(self, one: Strip, two: Strip) -> int:
        off = abs(one.width - two.width)
        if off < SAME_WIDTH:
            return 0
        if self.feet.alike(one, two):
            return 1
        if min(one.size, two.size) <= FEW:
            return 3
        return 2 if off <= NEARLY else 4

    def _between(self, one: int, two: int) -> int:
        """Return how many columns of the second's width open between two columns."""
        width = self._columns[two].strip.width
        places = self._alike.get(width)
        if places is None:
            alike = range(width - SAME_WIDTH, width + SAME_WIDTH + 1)
            places = [at for at, one in enumerate(self._columns) if one.strip.width in alike]
            self._alike[width] = places
        return bisect_left(places, max(one, two)) - bisect_right(places, min(one, two))

    def _topic(self, one: int, two: int) -> float:
        """Return the weight of what two columns both say, held against what they say."""
        both = self._shared[one] & self._shared[two]
        size = min(len(self._columns[one].pairs), len(self._columns[two].pairs)) + MANY
        return sum(map(self._weights.__getitem__, both)) / WHOLE / sqrt(size)


def _beside(before: Sequence[int], after: Sequence[int]) -> float:
    """Return the share of lines of a column that follow one of another."""
    first, last = max(before[0], after[0]), min(before[-1], after[-1])
    sizes = [bisect_right(at, last) - bisect_left(at, first) for at in (before, after)]
    follow = len({at + 1 for at in before}.intersection(after))
    return follow / max(1, min(sizes))


def _weights(columns: Sequence[Column]) -> dict[str, int]:
    """Return the weight of each pair that several columns have, in parts of WHOLE."""
    counts = Counter(pair for one in columns for pair in one.pairs)
    return {pair: WHOLE // times for pair, times in counts.items() if 1 < times <= MAX_SHARED}
