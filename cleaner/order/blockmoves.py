"""Move runs of blocks to where the page's evidence, taken together, says that they stand.

The search over columns (`blockqueue`) sees a page from its top to its foot, and its costs are two
to three times too sure of themselves. What it dealt is a strong sign, not the last word: each block
has one before it or begins an article, and how likely each is follows from all signs at once: the
junction, what the two speak of, their widths, where they stood on the page and in the deal, and
whether other links of the deal near by go as far (a row of columns was skipped). A run of blocks
moves where the links that it breaks and those that it makes, and how well the articles hold
together before and after, gain enough. Only where disorder is known (`blocks.page_order`): in
collections of poems, in a program's manual, runs would move as well.

The weights are log-odds: a softmax over all blocks of a page that one may follow, fitted on 45
scanned pages, with and without columns in order, and rounded. On as many others three to five links
in a hundred more are right than after the deal (.57 to .62, .79 to .83), and articles hold together
better by a hundredth or two.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from cleaner.late import NDArray, np
from cleaner.order.blockcosts import Junctions
from cleaner.order.blockread import Block
from cleaner.order.blockwidths import read_widths
from cleaner.order.topics import Topics

Floats: TypeAlias = "NDArray[np.float64]"

# What a junction costs, up to MOST_COST, and less where it gains; the ratio of n-grams where a
# sentence breaks off, and that they speak against it.
COST, GAIN, MOST_COST = -0.35, -0.4, 8.0
RATIO, AGAINST = 0.3, 0.35
# What two blocks speak of, more behind a heading; their widths.
TOPIC, UNDER_HEADING, WIDTH = 0.5, 0.2, 0.35
# The next block of the page, where a sentence breaks off, behind a heading.
NEXT, NEXT_BROKEN, NEXT_HEADING = 3.1, -0.75, -1.45
# The next in the deal; and where that is not the next of the page.
DEALT, DEALT_FAR = 1.35, -0.85
# For each other link of the deal near by that goes as far, half for one that goes one less or more;
# where it is not the next block; where the deal has it too.
ALIKE, ALIKE_FAR, ALIKE_DEALT = -1.2, 1.7, 0.7
NEAR, MOST_ALIKE = 6, 3.0
# How far on or back: up to so many blocks, and what it says; farther than the last.
AHEAD = ((1, 0.0), (4, 0.6), (12, 0.15))
BACK = ((4, 0.0), (12, -0.75))
FAR = -2.25
# A heading behind anything, behind a heading; a dateline; anything behind a heading.
TO_HEADING, TWO_HEADINGS, TO_DATELINE, FROM_HEADING = -1.5, 0.65, 0.3, 0.4
# That a block begins an article; a heading does, a dateline.
BEGINS, HEADING_BEGINS, DATELINE_BEGINS = 1.4, 1.5, -0.3

# What the cohesion of articles weighs against links (.3 to 1 much alike), and the least that a move
# gains in all. Its links alone may lose so much; those of a run with a heading first must gain.
COHESION, MARGIN, LEAST, HEADED = 0.5, 1.0, -2.0, 0.5
# Blocks that move at once, moves looked at for their cohesion, moves in all.
MAX_RUN, LOOKED_AT, MAX_MOVES = 25, 60, 20
NEVER = -1e9


class _Move(NamedTuple):
    """A run [start, stop) of an order that goes before `to`, and what its links gain."""

    gain: float
    start: int
    stop: int
    to: int

    def made(self, order: Sequence[int]) -> list[int]:
        """Return the order after the move."""
        some, start, stop, to = list(order), self.start, self.stop, self.to
        if to <= start:
            return [*some[:to], *some[start:stop], *some[to:start], *some[stop:]]
        return [*some[:start], *some[stop:to], *some[start:stop], *some[to:]]


def moved(
    order: Sequence[int],
    blocks: Sequence[Block],
    off: Sequence[bool],
    topics: Topics,
    junctions: Junctions,
) -> list[int]:
    """Return a dealt order with runs of blocks moved; the first block stays.

    `off`: the blocks that break off in a sentence.
    """
    topic, width = topics.likelihoods(), read_widths(blocks).of_pairs()
    links = _likely(
        _evidence(blocks, off, junctions, topic, width) + _dealt(order, len(blocks)), blocks
    )
    heads = [block.title for block in blocks]
    articles = _Articles(topic + width, heads)
    now = list(order)
    for _ in range(MAX_MOVES):
        best, most = now, MARGIN
        held = articles.cohesion(now)
        for move in _moves(now, links, heads):
            new = move.made(now)
            gain = move.gain + COHESION * (articles.cohesion(new) - held)
            if gain > most:
                best, most = new, gain
        if best is now:
            break
        now = best
    return now


class _Articles:
    """How well the blocks between headings hold together: the mean link of each block, summed."""

    def __init__(self, together: Floats, heads: Sequence[bool]) -> None:
        self._together, self._heads = together, heads
        self._known: dict[tuple[int, ...], float] = {}

    def cohesion(self, order: Sequence[int]) -> float:
        """Return how well the articles of an order hold together."""
        heads = self._heads
        firsts = [
            at
            for at, block in enumerate(order)
            if not at or (heads[block] and not heads[order[at - 1]])
        ]
        return sum(
            self._of(tuple(order[first:end])) for first, end in pairwise([*firsts, len(order)])
        )

    def _of(self, article: tuple[int, ...]) -> float:
        if article not in self._known:
            some = np.array(article)
            whole = float(self._together[some[:, None], some].sum()) / 2
            self._known[article] = whole / (len(article) - 1) if len(article) > 1 else 0.0
        return self._known[article]


def _evidence(
    blocks: Sequence[Block],
    off: Sequence[bool],
    junctions: Junctions,
    topic: Floats,
    width: Floats,
) -> Floats:
    """Return what the page says for block j behind block i, [i, j], whatever was dealt."""
    size = len(blocks)
    cost, ratio = junctions.tables()
    broken = np.array(off)[:, None]
    title = np.array([block.title for block in blocks])
    heads = title[:, None]
    ahead = _ahead(size)
    found: Floats = COST * np.minimum(cost, MOST_COST) + GAIN * np.minimum(cost, 0.0)
    found += broken * (RATIO * ratio + AGAINST * (ratio < 0))
    found += topic * ~title * (TOPIC + UNDER_HEADING * heads) + WIDTH * width
    found += (ahead == 1) * (NEXT + NEXT_BROKEN * broken + NEXT_HEADING * heads)
    found += TO_HEADING * title + TWO_HEADINGS * (heads & title) + FROM_HEADING * heads
    found += TO_DATELINE * np.array([block.dateline for block in blocks])
    found += _distance(ahead)
    return found


def _dealt(order: Sequence[int], size: int) -> Floats:
    """Return what the deal says for block j behind block i, [i, j]."""
    links = np.zeros((size, size))
    links[tuple(np.array(list(pairwise(order))).T)] = 1.0
    alike, far = _alike(order, size), _ahead(size) != 1
    found: Floats = links * (DEALT + far * (DEALT_FAR + ALIKE_DEALT * alike))
    found += alike * (ALIKE + ALIKE_FAR * far)
    return found


def _likely(evidence: Floats, blocks: Sequence[Block]) -> Floats:
    """Return how likely block j stands behind block i, in nats: [i, j].

    The last row says that it begins an article; where that is likelier than to follow i, it stands
    for i too.
    """
    title = np.array([block.title for block in blocks])
    dated = np.array([block.dateline for block in blocks])
    np.fill_diagonal(evidence, NEVER)
    begins = BEGINS + HEADING_BEGINS * title + DATELINE_BEGINS * dated
    both: Floats = np.vstack([evidence, begins])
    most = both.max(0)
    both -= most + np.log(np.exp(both - most).sum(0))
    both[:-1] = np.maximum(both[:-1], both[-1])
    return both


def _ahead(size: int) -> NDArray[np.intp]:
    """Return how far block j stands ahead of block i, [i, j]."""
    at = np.arange(size)
    return at - at[:, None]


def _alike(order: Sequence[int], size: int) -> Floats:
    """Return how many links of the deal near block j go as far as one from i to j would."""
    found = np.zeros((size, size))
    far = np.array([(i, j) for i, j in pairwise(order) if j - i != 1]).reshape(-1, 2)
    if not len(far):
        return found
    near = np.arange(-NEAR, NEAR + 1)
    for less in (-1, 0, 1):
        to = far[:, 1:] + near
        one = to - (far[:, 1:] - far[:, :1]) + less
        itself = (near == 0) & (less == 0)
        kept = (to >= 0) & (to < size) & (one >= 0) & (one < size) & (one != to) & ~itself
        np.add.at(found, (one[kept], to[kept]), 1.0 if less == 0 else 0.5)
    return np.minimum(found, MOST_ALIKE)


def _distance(ahead: NDArray[np.intp]) -> Floats:
    """Return what it says that a block stands so far ahead of another."""
    on = [ahead <= most for most, _ in AHEAD]
    back = [-ahead <= most for most, _ in BACK]
    found: Floats = np.where(
        ahead > 0,
        np.select(on, [says for _, says in AHEAD], default=FAR),
        np.select(back, [says for _, says in BACK], default=FAR),
    )
    return found


def _moves(order: Sequence[int], links: Floats, heads: Sequence[bool]) -> list[_Move]:
    """Return the moves whose links gain most, the best first."""
    size = len(order)
    # Row and column `size` stand for the page's start and end, which any block may follow.
    edged = np.zeros((size + 1, size + 1))
    edged[:-1, :-1], edged[-1, :-1] = links[:-1], links[-1]
    ends = np.array([*order, size])
    # [i, j]: the block at place i before the one at place j of the order.
    between = edged[ends[:, None], ends]
    steps = between[np.arange(size), np.arange(1, size + 1)]
    headed = np.array([heads[block] for block in order])
    # What is gained where block i comes before the one behind j, and that one no longer behind j.
    freed = between[:size, 1:] - steps
    behind = between[:size, :size].T.copy()
    gained, runs, places = [], [], []
    for run in range(1, min(MAX_RUN, size - 2) + 1):
        starts = np.arange(1, size - run + 1)
        kept = between[starts - 1, starts + run] - steps[starts - 1] - steps[starts + run - 1]
        # It goes behind each block of the order, the last too, but those of the run and the one
        # before it.
        gains = behind[1 : size - run + 1] + kept[:, None]
        gains += freed[run:size]
        np.put(gains, ((starts - 1) * (size + 1))[:, None] + np.arange(run + 1), NEVER)
        begins = np.flatnonzero(headed[1 : size - run + 1])
        few = gains[begins]
        few[few <= HEADED] = NEVER
        gains[begins] = few
        flat = gains.ravel()
        some = np.flatnonzero(flat > LEAST)
        nats = flat[some].round(6)
        if len(nats) > LOOKED_AT:  # no more than are looked at, and their equals
            most = nats >= np.partition(nats, -LOOKED_AT)[-LOOKED_AT]
            nats, some = nats[most], some[most]
        gained.append(nats)
        runs.append(np.full(len(some), run))
        places.append(some)
    gain, length, place = (np.concatenate(parts) for parts in (gained, runs, places))
    best = np.lexsort((place, length, -gain))[:LOOKED_AT]
    found = zip(gain[best].tolist(), length[best].tolist(), place[best].tolist(), strict=True)
    return [
        _Move(one, at // size + 1, at // size + 1 + run, at % size + 1) for one, run, at in found
    ]
