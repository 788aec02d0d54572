"""Chain the columns of articles that stand side by side: what each column goes on from.

Read out group by group (`readout`), the columns under a headline are those of its article. That
fails where articles side by side are not of one height: the columns of the taller go on beside and
under the headline of another, and the text of a headline at the right opens lines below that of its
neighbour, when the next headline has come already.

    A A B      headlines A, B, C: A's columns stand above and below the last of them, and of what
    A A C      goes on there nothing but itself says that it is not C's
    A A C

So here each column is asked what it goes on from: a column that opened within some headlines, or a
headline. What speaks for each answer are the words at foot and top, the widths, where they stand
to each other, what both speak of, the words of the headline (`signs`). The answers that are surest,
held against all others to the same column, are taken first; a column and a headline are gone on
from once. Which headline a column then stands under, by way of those before it, is one more sign,
as a headline's words are said again in its article: so all is asked again. A headline that is left
without a text takes the column that goes on elsewhere hardly better.

A page is asked only if columns of two widths stand under one headline, or two headlines above the
same columns. Where all are of one width and each headline has its own, it ends what stands above
it, and there is nothing to tell (chained all the same, 38 such pages kept .947 of the articles for
.956).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import exp, log

from cleaner.order.feet import SAME_WIDTH, Feet
from cleaner.order.groups import Group, Order
from cleaner.order.signs import WEIGHTS, Column, Head, Sign, Signs, column_of, head_of, named, under

# Columns of so many lines have a width; headlines over columns of two widths, one in ten.
MIN_LINES, MIN_MIXED = 3, 0.1
# Headlines and columns back that are asked for; where a page has more of both most are none.
MAX_BACK, REACH, MAX_PARTS = 3, 40, 200
# Times that all is asked (two and four: alike).
ROUNDS = 3
# Another answer may be so much better (nats) than that a column opens a headline that has no text.
EMPTY = 1.0

# The first line of a column or headline that is gone on from, or nothing.
Start = int
NOTHING = -1
Answer = tuple[Start, float]


def stand_beside(groups: Sequence[Group], feet: Feet) -> bool:
    """Say whether columns of two widths stand under one headline, or two headlines above them."""
    if sum(len(one.columns) + len(one.titles) for one in groups) > MAX_PARTS:
        return False
    if any(len(one.titles) > 1 for one in groups):
        return True
    mixed = asked = 0
    for group in groups:
        strips = map(feet.strip, group.columns)
        widths = [one.width for one in strips if one.size >= MIN_LINES]
        asked += len(widths) > 1
        mixed += bool(widths) and max(widths) - min(widths) > SAME_WIDTH
    return mixed > MIN_MIXED * asked


def chained(
    signs: Signs, groups: Sequence[Group], read: Order, doubted: frozenset[int] = frozenset()
) -> Order:
    """Return the rows in reading order; `read`: the same, read group by group.

    `doubted`: tops of columns of which it does not count what they were read behind.
    """
    heads = {
        title[0]: head_of(signs.rows, title, number)
        for number, group in enumerate(groups)
        for title in group.titles
    }
    columns = {
        lines[0]: column_of(signs.rows, lines, number, signs.feet.strip(lines))
        for number, group in enumerate(groups)
        for lines in group.columns
    }
    found = as_read = _as_read(heads, columns, read)
    sure = {top: start for top, start in as_read.items() if top not in doubted}
    answers = _answers(signs, heads, columns, sure)

    @cache
    def says_again(first: Start, top: int) -> float:
        return _weight([named(heads.get(first), columns[top])])

    for _ in range(ROUNDS):
        before, found = found, _surest(heads, answers, says_again, found)
        if found == before:
            break
    # What goes on from nothing stays under the headline it was read under, if that has no other.
    bare = (top for top, start in found.items() if start == NOTHING)
    heads_left = heads.keys() - found.values()
    found |= {top: as_read[top] for top in bare if as_read[top] in heads_left}
    return _in_order(groups, heads, columns, found, read)


def _as_read(
    heads: Mapping[int, Head], columns: Mapping[int, Column], read: Order
) -> dict[int, Start]:
    """Return what each column goes on from as read group by group."""
    found: dict[int, Start] = {}
    last = NOTHING
    for at in read.rows:
        if at in columns:
            found[at] = last
        if at in columns or at in heads:
            last = at
    return found


def _answers(
    signs: Signs,
    heads: Mapping[int, Head],
    columns: Mapping[int, Column],
    read: Mapping[int, Start],
) -> dict[int, list[Answer]]:
    """Return what each column may go on from, and what speaks for it whatever the others do."""
    order = list(columns.values())
    near = [
        [
            place
            for place in range(max(0, at - REACH), min(len(order), at + REACH + 1))
            if place != at and -1 <= one.group - order[place].group <= MAX_BACK
        ]
        for at, one in enumerate(order)
    ]
    signs.feet.learn(
        (order[place].strip.foot, one.strip.top)
        for one, places in zip(order, near, strict=True)
        for place in places
    )
    signs.turn_to(order)
    by_group: defaultdict[int, list[Head]] = defaultdict(list)
    for head in heads.values():
        by_group[head.group].append(head)
    found: dict[int, list[Answer]] = {}
    for at, one in enumerate(order):
        top, groups = one.strip.top, range(one.group - MAX_BACK, one.group + 2)
        mine = [(order[place].strip.top, signs.behind(place, at)) for place in near[at]]
        some = [head for group in groups for head in by_group.get(group, ())]
        mine += [
            (head.lines[0], told)
            for head, told in zip(some, under(some, one), strict=True)
            if head.lines[-1] < top
        ]
        mine.append((NOTHING, [("nothing", 0)]))
        found[top] = [
            (start, _weight([*told, _kind(start, heads)] if start == read.get(top) else told))
            for start, told in mine
        ]
    return found


def _kind(start: Start, heads: Mapping[int, Head]) -> Sign:
    return "as read", 0 if start == NOTHING else 2 if start in heads else 1


def _weight(signs: Sequence[Sign]) -> float:
    return sum([WEIGHTS[name][step] for name, step in signs])


def _surest(
    heads: Mapping[int, Head],
    answers: Mapping[int, Sequence[Answer]],
    says_again: Callable[[Start, int], float],
    before: Mapping[int, Start],
) -> dict[int, Start]:
    """Return what each column goes on from, the surest first; `before`: so far.

    `says_again(first, top)`: what it says that a column says a headline again, or none.
    """
    places = _places(before)
    asked: list[tuple[float, int, Start]] = []
    said: dict[tuple[int, Start], float] = {}
    for top, some in answers.items():
        told = []
        for start, weight in some:
            first, place = places.get(start, (start, 0))
            # What it goes on from is not known by way of itself.
            turned = first == places[top][0] and place > places[top][1]
            again = 0.0 if start == NOTHING else says_again(NOTHING if turned else first, top)
            told.append(weight + again)
        most = max(told)
        every = most + log(sum(exp(one - most) for one in told))
        asked += [(every - one, top, start) for one, (start, _) in zip(told, some, strict=True)]
        said.update(((top, start), one) for one, (start, _) in zip(told, some, strict=True))
    found: dict[int, Start] = {}
    taken: set[Start] = set()
    for _, top, start in sorted(asked):
        if top in found or start in taken:
            continue
        first = start
        while first in found:
            first = found[first]
        if first != top:
            found[top] = start
            taken.update({start} - {NOTHING})
    # Nearly every headline has a text: one that is left takes what goes on elsewhere hardly better.
    for empty in sorted(heads.keys() - taken):
        losses = [
            (said[top, start] - said[top, empty], top)
            for top, start in found.items()
            if (top, empty) in said and start not in heads
        ]
        loss, top = min(losses, default=(EMPTY, NOTHING))
        if loss < EMPTY:
            found[top] = empty
    return found


def _places(before: Mapping[int, Start]) -> dict[int, tuple[Start, int]]:
    """Return for each column the headline or column that its chain begins with, and its place."""
    after = {start: top for top, start in before.items() if start != NOTHING}
    found: dict[int, tuple[Start, int]] = {}
    for first, start in before.items():
        if start in before:
            continue
        chain, at = first if start == NOTHING else start, 0
        top: int | None = first
        while top is not None:
            at += 1
            found[top] = chain, at
            top = after.get(top)
    return found


def _in_order(
    groups: Sequence[Group],
    heads: Mapping[int, Head],
    columns: Mapping[int, Column],
    before: Mapping[int, Start],
    read: Order,
) -> Order:
    """Return the rows, each headline's columns behind it, what has no headline where it opens.

    A headline that no column was found for opens nothing. (Of printed pages where it does 80 of 100
    titles are true, where it does not 83; of generated ones 70 to 74, 72 to 76.)
    """
    after = {start: top for top, start in before.items() if start != NOTHING}
    bodies: dict[Start, list[int]] = {}
    for first in sorted({*heads, *(top for top, start in before.items() if start == NOTHING)}):
        top = after.get(first) if first in heads else first
        bodies[first] = []
        while top is not None:
            bodies[first].append(top)
            top = after.get(top)
    bylines, behind = _aparts(groups, heads, columns, bodies)
    found = Order([], [], [])
    found.rows.extend(behind.get(NOTHING, ()))
    names = _names(groups, bodies)
    for first, body in bodies.items():
        found.rows.extend(names.get(first, ()))
        if first in heads and body:
            found.opening.append(first)
        found.rows.extend(bylines.get(first, ()))
        for top in body:
            found.rows.extend(columns[top].lines)
            found.rows.extend(behind.get(top, ()))
    found.piled.extend(first for first in found.opening if first in read.piled)
    return found


def _names(
    groups: Sequence[Group], bodies: Mapping[Start, Sequence[int]]
) -> dict[Start, list[int]]:
    """Return the lines of each headline, those of a second one below it with them.

    A headline without a text is the second, if it stands right below the only one of its group that
    has a text. (Where others have one, too, it may be of another article: .706 for .712 of them.)
    """
    found: dict[Start, list[int]] = {}
    for group in groups:
        first = NOTHING
        alone = sum(bool(bodies[title[0]]) for title in group.titles) == 1
        for title in group.titles:
            if alone and first in found and title[0] == found[first][-1] + 1:
                found[first] += title
                continue
            found[title[0]] = list(title)
            first = title[0] if bodies[title[0]] else first
    return found


def _aparts(
    groups: Sequence[Group],
    heads: Mapping[int, Head],
    columns: Mapping[int, Column],
    bodies: Mapping[Start, Sequence[int]],
) -> tuple[dict[Start, list[int]], dict[Start, list[int]]]:
    """Return what stands apart: under headlines, above their columns; behind columns.

    A byline goes to the article that opens below it, if it stands below its headline and no other
    headline comes between; anything else behind the column that opened last.
    """
    under_heads: defaultdict[Start, list[int]] = defaultdict(list)
    behind: defaultdict[Start, list[int]] = defaultdict(list)
    tops, firsts = sorted(columns), sorted(heads)
    opens = sorted((body[0], first) for first, body in bodies.items() if first in heads and body)
    for at in (at for group in groups for at in group.aparts):
        place = bisect_left(firsts, at)
        last = firsts[place - 1] if place else NOTHING
        end = firsts[place] if place < len(firsts) else at + 1 + tops[-1]
        below = next(
            (one for top, one in opens if at < top < end and heads[one].lines[-1] < at), None
        )
        over = bisect_left(tops, at)
        above = tops[over - 1] if over else NOTHING
        if below is not None:
            under_heads[below].append(at)
        elif last > above:
            under_heads[last].append(at)
        else:
            behind[above].append(at)
    return under_heads, behind
