"""Look again at columns as dealt: which of two ended, and which goes on.

Where a column ends beside another, the search (`queues`) chooses which of the two the next line
goes on in, and often the words at hand tell nothing: both feet end a sentence, or no word is cut.
What each choice leaves behind tells more, but is known only in the end: the foot that stays must
go on at the top of the next column, the last column of an article must end with its sentence
(`feet`). So each column that ended is given what follows in another of the same width, from some
row on, wherever the feet then cost so much less than lines, widths and turns cost more.

(Tried on half of the pages of five kinds: 15 moves mended links, 1 broke one, 4 did neither. What
the columns speak of tells less: 99 of 112 mistaken pairs belong to one article, and where they do
not the rare words above and below say right in 162 of 258.)
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.layout import END
from cleaner.order import queues
from cleaner.order.feet import SAME_WIDTH, Feet, Strip
from cleaner.order.fit import ends, first, fits
from cleaner.order.groups import Group, groups_of
from cleaner.order.links import OPEN_FOOT, Page
from cleaner.order.stacks import MAX_COLUMNS, stacked
from cleaner.order.traces import APART, TITLE

# What the feet must save at least; what they must save more than all the rest costs (nats).
LEAST_SAVED, MARGIN = 2.0, 2.5
# Rows after its foot in which a column may go on after all; what the words may cost there.
REACH, MOST_LINK = 12, 6.0
# Moves under one headline; there is one nearly always.
MAX_MOVES = 3


class Move(NamedTuple):
    """Row `at` and what follows it in column `two` goes on from the foot of `one`.

    `cut`: the row before, which becomes a foot.
    """

    one: Strip
    two: Strip
    cut: int
    at: int


def settled(page: Page, dealt: Sequence[int], feet: Feet) -> list[int]:
    """Return for each row what it goes on from, after a second look."""
    found = list(dealt)
    groups = [one for one in groups_of(dealt) if 1 < len(one.columns) <= MAX_COLUMNS]
    moves = [_moves(group.columns, feet) for group in groups]
    feet.learn(
        pair for group, mine in zip(groups, moves, strict=True) for pair in _asked(group, mine)
    )
    for group, mine in zip(groups, moves, strict=True):
        now, asked = group, mine
        for _ in range(MAX_MOVES):
            best = _best(page, found, now, asked, feet)
            if best is None:
                break
            found[best.at] = best.one.foot
            now = now._replace(columns=_moved(now.columns, best))
            asked = _moves(now.columns, feet)
    return found


def _asked(group: Group, moves: Sequence[Move]) -> Iterator[tuple[int, int]]:
    """Yield the feet and tops that will be asked for, nearly all."""
    after = dict(pairwise(column[0] for column in group.columns))
    yield from ((one[-1], two[0]) for one in group.columns for two in group.columns)
    for move in moves:
        if move.two.top in after:
            yield move.cut, after[move.two.top]


def _moves(columns: Sequence[list[int]], feet: Feet) -> list[Move]:
    """Return the moves that there are under one headline."""
    strips = [feet.strip(column) for column in columns]
    found = []
    for one in strips:
        for two, column in zip(strips, columns, strict=True):
            if two.foot <= one.foot or abs(one.width - two.width) > SAME_WIDTH:
                continue
            start = max(1, bisect_right(column, one.foot))
            stop = bisect_right(column, one.foot + REACH)
            found += [Move(one, two, column[at - 1], column[at]) for at in range(start, stop)]
    return found


def _moved(columns: list[list[int]], move: Move) -> list[list[int]]:
    """Return the columns after a move."""
    two = next(column for column in columns if column[0] == move.two.top)
    place = two.index(move.at)
    changed = {move.two.top: two[:place]}
    return [
        column + two[place:] if column[0] == move.one.top else changed.get(column[0], column)
        for column in columns
    ]


def _best(
    page: Page, dealt: list[int], group: Group, moves: Sequence[Move], feet: Feet
) -> Move | None:
    """Return the move under one headline that saves most, if one saves enough."""
    articles = max(1, len(group.titles))
    order = stacked([feet.strip(column) for column in group.columns], feet, articles)
    before = feet.cost(order, articles)
    after = dict(pairwise(order))
    now = {strip: feet.cost([strip], 1) for strip in order[-1:]}
    now.update({strip: feet.junction(strip, other) for strip, other in after.items()})
    best, most = None, MARGIN
    turns: float | None = None
    for move in moves:
        one, two = move.one, move.two
        price = _link(page, one.foot, move.at, one.width)
        price -= _link(page, move.cut, move.at, two.width)
        least = max(LEAST_SAVED, most + price)
        may = now[one] + feet.at_most(two.foot, after.get(one))
        may += now[two] + feet.at_most(move.cut, after.get(two))
        if price > MOST_LINK or may < least:
            continue
        new = {one: one._replace(foot=two.foot), two: two._replace(foot=move.cut)}
        saved = before - feet.cost([new.get(strip, strip) for strip in order], articles)
        if saved < least:
            continue
        if turns is None:
            turns = _turns(page, dealt, group)
        dealt[move.at] = one.foot
        saved -= max(0.0, price + _turns(page, dealt, group) - turns)
        dealt[move.at] = move.cut
        if saved > most:
            best, most = move, saved
    return best


def _link(page: Page, before: int, at: int, width: int) -> float:
    """Return what it costs that a row goes on from another in a column of a width."""
    last = page.rows[before]
    on, end = ends(last, width, first(last, width, page.indent)[1])
    inside, opening, plain = fits(page.rows[at], width, page.indent)
    glued, apart = page.gaps[at]
    gap = glued if before == at - 1 else apart + queues.BLOCK_IN_TURN * page.seconds[at]
    return min(on - page.goes_on(before, at) + inside, end + opening, end + plain) + gap


def _turns(page: Page, dealt: Sequence[int], group: Group) -> float:
    """Return what the turns of the rows under one headline cost, counted as the search does."""
    lines = [at for part in (*group.titles, group.aparts, *group.columns) for at in part]
    first_row, end = min(lines), max(lines) + 1
    go_on = set(dealt[first_row:end])
    queue: list[int] = []
    heads: set[int] = set()
    event, title, total = queues.HEAD, 0, 0.0
    for at in range(first_row, end):
        before = dealt[at]
        if before == APART:
            continue
        on, again, other, opens, head = page.turns[event]
        if before == TITLE or before in heads:
            total += head * (before == TITLE)
            event, title = queues.HEAD, at if before in (TITLE, title) else title
            heads.add(at)
            continue
        if before not in queue:  # opens, or goes on in what stood above
            total += opens
            event = queues.NEW_BLOCK if event in queues.BLOCKS else queues.NEW
            queue = [*queue[1 - queues.MAX_OPEN :], at]
            continue
        place = queue.index(before)
        over = before < abs(title)
        total += (queues.OVER_HEAD if title > 0 else queues.OVER_MORE) * over
        skipped = queue[:place]
        if go_on.isdisjoint(skipped):
            total += on + _closed(page, skipped, event, title)
            queue = queue[place + 1 :]
            event = queues.ON_BLOCK if event in queues.BLOCKS else queues.ON
        elif place < len(queue) - 1:
            total += other
            queue.remove(before)
            event = queues.OTHER
        else:
            total += again
            queue.remove(before)
            event = queues.AGAIN_NEW if event in queues.OPENS else queues.AGAIN
        queue.append(at)
        title = -abs(title) if over else title
    return total


def _closed(page: Page, skipped: Sequence[int], event: int, title: int) -> float:
    """Return what it costs that columns end, the one that waited longest first."""
    total = 0.0
    for place, foot in enumerate(skipped):
        if foot < abs(title) or event == queues.HEAD:
            total += queues.CLOSE_AT_HEAD
        else:
            total += queues.CLOSE_MORE if place else queues.CLOSE_FIRST
            total += OPEN_FOOT * (page.rows[foot].ending != END)
    return total
