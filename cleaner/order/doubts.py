"""Cut columns behind a sentence that has ended, where what follows hardly belongs to it.

The search (`queues`) takes each line to the open column that it fits best; where a column's text
has ended, it may run on into the column of another article. What stands around then tells that it
did: another top or foot goes on better, nothing is spoken of both above and below, its turn came
early or late, no paragraph is set in, a blank line stands between. A column that is cut is asked
anew what it goes on from (`chains`), with signs that the search does not know. Half of the right
links that are cut come together again; then the page is asked anew with them whole (`readout`), as
a piece more changes what else is asked.

(Fitted by logistic regression on half of the pages of two kinds, a fifth of them each time held
back: 2,618 links, 251 wrong. Where half of the wrong ones are cut, one of two that are cut is.)
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from cleaner.layout import END
from cleaner.order.groups import columns_of
from cleaner.order.links import Page
from cleaner.order.rows import INDENT
from cleaner.order.traces import OPENED
from cleaner.paper.pairs import cohesion, pairs_of

# Log-odds that a link is wrong: of all; for each nat by which another goes on better (from, to:
# nats that count); where no pair of characters that says something stands both above and below,
# more for so many pairs there are; out of turn; what follows is set in as a paragraph, stands
# behind a blank line.
LINK, BETTER, BETTER_FROM, BETTER_TO = -4.95, 0.3, -3.0, 6.0
NOTHING_SHARED, SHARED, OF_SIZE, FULL, MAX_PAIRS = 2.55, 0.02, 1.56, 60.0, 80
OUT_OF_TURN, SET_IN, BEHIND_BLANK = 1.18, -0.78, 0.74
# From these odds on a link is cut.
LEAST_ODDS = -0.85
# A page has so many blank lines a line. Of 19 typeset pages all but one have .03 to .98, of 22 that
# a reader of scans gave without one none has more than .01 when this is asked.
MIN_BLANK = 0.02
# Lines above and below whose words are asked, whose widths, whose turns; within which others are.
TOPIC_LINES, WIDTH_LINES, TURN_LINES, REACH = 8, 5, 4, 24


def doubtful(page: Page, dealt: Sequence[int]) -> frozenset[int]:
    """Return the rows that in doubt do not go on from what they were dealt to. Linear.

    None of a page with hardly a blank line, as readers of scans give it: its pieces tell little.
    """
    if sum(row.gap for row in page.rows) < MIN_BLANK * len(page.rows):
        return frozenset()
    columns = [one for one in columns_of(enumerate(dealt)) if dealt[one[0]] == OPENED]
    tops, feet = [column[0] for column in columns], sorted(column[-1] for column in columns)
    found = []
    for column in columns:
        for place in range(1, len(column)):
            one, two = column[place - 1], column[place]
            if page.rows[one].ending != END:
                continue
            others = [(one, top) for top in _between(tops, one + 1, one + REACH)]
            others += [(foot, two) for foot in _between(feet, two - REACH, two - 1)]
            best = max((_goes_on(page, *link) for link in others), default=BETTER_FROM)
            better = max(BETTER_FROM, min(BETTER_TO, best - _goes_on(page, one, two)))
            odds = LINK + BETTER * better + _place_odds(page, column, place)
            most = NOTHING_SHARED + OF_SIZE * MAX_PAIRS / FULL
            if odds + most > LEAST_ODDS and odds + _topic_odds(page, column, place) > LEAST_ODDS:
                found.append(two)
    return frozenset(found)


def parted(dealt: Sequence[int], doubted: frozenset[int]) -> list[int]:
    """Return for each row what it goes on from, OPENED where that is doubted."""
    return [OPENED if at in doubted else one for at, one in enumerate(dealt)]


def standing(doubted: frozenset[int], dealt: Sequence[int], order: Sequence[int]) -> frozenset[int]:
    """Return the doubts that stand: rows that an order does not set behind what they were dealt."""
    after = dict(pairwise(order))
    return frozenset(at for at in doubted if after.get(dealt[at]) != at)


def _between(ordered: Sequence[int], least: int, most: int) -> Sequence[int]:
    return ordered[bisect_left(ordered, least) : bisect_right(ordered, most)]


def _goes_on(page: Page, one: int, two: int) -> float:
    page.learn({one}, two)
    return page.goes_on(one, two)


def _place_odds(page: Page, column: Sequence[int], place: int) -> float:
    """Return what its turn, its indent and a blank line say against a link."""
    row = page.rows[column[place]]
    width = max(page.rows[at].cells for at in column[place : place + WIDTH_LINES])
    is_set_in = abs(width - INDENT - row.cells) <= 1
    is_out = column[place] - column[place - 1] != _turn(column, place)
    return OUT_OF_TURN * is_out + SET_IN * is_set_in + BEHIND_BLANK * row.gap


def _turn(column: Sequence[int], place: int) -> int:
    """Return how many lines on a column goes on near a place, most often."""
    before = column[max(0, place - 1 - TURN_LINES) : place]
    after = column[place : place + TURN_LINES + 1]
    turns = sorted(b - a for part in (before, after) for a, b in pairwise(part))
    return turns[len(turns) // 2] if turns else 0


def _topic_odds(page: Page, column: Sequence[int], place: int) -> float:
    """Return what it says against a link that nothing is spoken of both above and below."""
    sides = column[max(0, place - TOPIC_LINES) : place], column[place : place + TOPIC_LINES]
    above, below = (pairs_of("".join(page.rows[at].text for at in side)) for side in sides)
    size = min(len(above), len(below), MAX_PAIRS)
    return OF_SIZE * size / FULL + NOTHING_SHARED * (cohesion(above, below) < SHARED)
