"""Put the halves of sentences together that the order found leaves apart.

Where a page's articles are in many pieces, columns are dealt and set in order by turns, widths and
tops, each held against what stands near it. Feet are left over that break off and are not gone on
with, and tops that go on a sentence of which nothing stands before them:

    … 开展了联合国授权的护     foot        务必落实到位。     what stands behind it
    航行动。                   top

So each such foot is held against each such top of the page: how well the words go on, and how much
better than at any other top; whether either stands at the edge of a column as dealt, where the
order rests on less than it does inside one; are the columns of one width; how far apart the page
gave them; does the top look like the start of a sentence. A foot and a top that are each other's
best by the words, and likely enough by all signs, are put together: the smaller side moves, with
what it goes on from, or in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log2
from typing import NamedTuple

from cleaner.late import NDArray, np
from cleaner.layout import COLON, END
from cleaner.order.feet import BY_WORDS, SAME_WIDTH, Feet
from cleaner.order.follow import of_pairs
from cleaner.order.rows import Row
from cleaner.order.traces import APART, TITLE

# The words say that a line goes on in another; that it does not (nats). A line that starts as
# sentences do, by so much, is no half of one.
FOUND, LOW, BEGINS = 1.5, 0.5, 0.5
# Tops before and behind, as the page gave them, that a foot is held against; pairs in all.
NEAR, MAX_PAIRS = 60, 40_000
# What each sign weighs, log-odds that the halves belong together: fitted on 480 pairs of half of
# the pages of two kinds, where with what follows 54 were right and 8 wrong, and with LEAST 1 higher
# 79 and 24. Words and clearness count up to so much, lines apart up to so many.
LEAST, WORDS, CLEAR, AT_EDGE, OTHER_WIDTH, FAR, BEGUN = -4.5, 0.65, 0.4, 2.0, -0.8, -0.55, -0.7
MAX_WORDS, MAX_CLEAR, MAX_FAR = 6.0, 3.0, 60

Pair = tuple[int, int]


class Torn(NamedTuple):
    """What is known of a page: its rows, and of each what it was dealt to go on from.

    `breaks_off`: it fills its column and ends inside a clause. `starts`: what it says of a row that
    it starts a sentence, that it does not (nats).
    """

    rows: Sequence[Row]
    dealt: Sequence[int]
    breaks_off: Sequence[bool]
    starts: Sequence[tuple[float, float]]


def rejoined(page: Torn, order: Sequence[int], feet: Feet) -> list[int]:
    """Return the rows of a page in an order in which the halves of sentences stand together."""
    now, text = list(order), _in_columns(page)
    for foot, top in _halves(page, order, text, feet):
        now = _together(page, now, text, (foot, top), feet)
    return now


def _in_columns(page: Torn) -> frozenset[int]:
    """Return the rows that were dealt to columns."""
    found: set[int] = set()
    for at, before in enumerate(page.dealt):
        inside = before in found if before >= 0 else before not in (TITLE, APART)
        if inside and not page.rows[at].apart:
            found.add(at)
    return frozenset(found)


def _halves(page: Torn, order: Sequence[int], text: frozenset[int], feet: Feet) -> list[Pair]:
    """Return the feet and tops that are to stand together, the surest first."""
    # A byline between them parts no sentence.
    after = dict(pairwise(at for at in order if not page.rows[at].apart))
    before = {two: one for one, two in after.items()}
    begun = [start - inside for start, inside in page.starts]
    joints = [pair for pair in after.items() if text.issuperset(pair)]
    feet.learn(joints)
    going_on = {pair for pair in joints if _words(page, pair, feet) >= LOW}

    def is_top(at: int) -> bool:
        above = before.get(at)
        if above is None or above not in text:
            return True
        ended = page.rows[above].ending in (END, COLON)
        return begun[at] < BEGINS if ended else (above, at) not in going_on

    tops = [at for at in sorted(text) if is_top(at)]
    whole = {foot for foot, _ in going_on}
    asked = [at for at in sorted(text) if page.breaks_off[at] and at not in whole]
    likely = _likely(page, _pairs(asked, tops), feet)
    pairs = [(foot, top) for foot, top in likely if after.get(foot) != top]
    found = []
    for (foot, top), words, second in _best(page, pairs, feet):
        weight = LEAST + WORDS * min(words, MAX_WORDS) + CLEAR * min(words - second, MAX_CLEAR)
        weight += AT_EDGE * (foot not in after or page.dealt[after[foot]] != foot)
        weight += AT_EDGE * (page.dealt[top] != before.get(top))
        weight += FAR * log2(min(abs(top - foot), MAX_FAR) + 1) + BEGUN * begun[top]
        found.append((weight, foot, top))
    widths = _widths(page, text, feet) if found else {}
    weighed = (
        (weight + OTHER_WIDTH * (abs(widths[foot] - widths[top]) > SAME_WIDTH + 1), foot, top)
        for weight, foot, top in found
    )
    return [(foot, top) for weight, foot, top in sorted(weighed, reverse=True) if weight >= 0]


def _pairs(asked: Sequence[int], tops: Sequence[int]) -> NDArray[np.intp]:
    """Return each foot and the tops near it, (pairs, 2)."""
    near = min(NEAR, MAX_PAIRS // (2 * len(asked) + 1))
    ones, twos = np.array(asked, np.intp), np.array(tops, np.intp)
    places = np.searchsorted(twos, ones)[:, None] + np.arange(-near, near)
    foot, place = ((places >= 0) & (places < len(twos))).nonzero()
    before, after = ones[foot], twos[places[foot, place]]
    found: NDArray[np.intp] = np.array([before, after]).T[before != after]
    return found


def _likely(page: Torn, pairs: NDArray[np.intp], feet: Feet) -> list[Pair]:
    """Return the pairs that words or a bracket may speak for; of most the table says no."""
    if not len(pairs):
        return []
    before, after = pairs.T
    unclosed = np.array([row.unclosed != "" for row in page.rows])
    unopened = np.array([row.unopened != "" for row in page.rows])
    ratios = np.array(feet.follows(before.tolist(), after.tolist()))
    asked = unclosed[before] | unopened[after] | (ratios + BY_WORDS >= FOUND)
    found = [(foot, top) for foot, top in pairs[asked].tolist()]
    feet.keep(found, ratios[asked].tolist())
    return found


def _best(page: Torn, pairs: Sequence[Pair], feet: Feet) -> Iterator[tuple[Pair, float, float]]:
    """Yield those that are each other's best, how well they go on, and the foot's second best."""
    ways: dict[int, list[tuple[float, int]]] = {}
    best: dict[int, tuple[float, int]] = {}
    for foot, top in pairs:
        paired = of_pairs(page.rows[foot], page.rows[top])
        if feet.raw(foot, top) + BY_WORDS + paired < FOUND:
            continue
        words = feet.ratio(foot, top) + paired
        ways.setdefault(foot, []).append((words, top))
        best[top] = max(best.get(top, (words, foot)), (words, foot))
    for foot, some in ways.items():
        (words, top), second = max(some), 0.0
        if words >= FOUND and best[top][1] == foot:
            second = max((other for other, at in some if at != top), default=0.0)
            yield (foot, top), words, max(second, 0.0)


def _words(page: Torn, pair: Pair, feet: Feet) -> float:
    return feet.ratio(*pair) + of_pairs(page.rows[pair[0]], page.rows[pair[1]])


def _widths(page: Torn, text: frozenset[int], feet: Feet) -> Mapping[int, int]:
    """Return for each row the width of its column."""
    columns: dict[int, list[int]] = {}
    for at in sorted(text):
        column = columns.get(page.dealt[at], [])
        column.append(at)
        columns[at] = column
    return {at: feet.strip(column).width for at, column in columns.items()}


def _together(
    page: Torn, order: Sequence[int], text: frozenset[int], pair: Pair, feet: Feet
) -> list[int]:
    """Return the order with a foot and a top together.

    The smaller side moves; what stands under a headline is its own.
    """

    def goes_on(at: int) -> bool:
        """Say whether the row at a place of the order goes on from the one before it."""
        one, two = order[at - 1], order[at]
        if one not in text or two not in text:
            return False
        return page.dealt[two] == one or (page.breaks_off[one] and feet.ratio(one, two) >= FOUND)

    foot, top = (order.index(at) for at in pair)
    first, end = foot, top + 1
    while first and first != top and goes_on(first):
        first -= 1
    while end < len(order) and end - 1 != foot and goes_on(end):
        end += 1
    left, right = order[first : foot + 1], order[top:end]
    if not set(left).isdisjoint(right):
        return [*order]
    own = [at > 0 and order[at - 1] not in text for at in (first, top)]
    moves_right = not first or (own[1], len(right)) <= (own[0], len(left))
    run = right if moves_right else left
    moving = set(run)
    rest = [at for at in order if at not in moving]
    place = rest.index(pair[0]) + 1 if moves_right else rest.index(pair[1])
    return [*rest[:place], *run, *rest[place:]]
