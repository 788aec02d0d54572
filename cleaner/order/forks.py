"""Look again where the search for columns could as well have gone another way.

The search (`queues`) goes from line to line. Where it came to the same open columns in two ways
and one was hardly dearer, it tells so: a fork, in which a few lines are dealt elsewhere, a column
opens or ends. What a line says by itself and with the one before is in the price; what the search
does not ask tells as much:

- what the fork leaves at the feet and tops of columns (`feet`);
- whether the lines that then open a paragraph look like the start of a sentence, and those that go
  on in one do not (`Scores.starts`);
- where feet tell little, whether the lines above each link and those below speak of the same
  (`pairs.cohesion`).

So each fork is taken by which these gain more than it costs.

(Fitted by logistic regression on 3,100 forks of one half of pages of four kinds. The prices of the
search are three times too sure of themselves: of forks that cost 3 nats more one in five is right,
and of those for nothing one in three. Hence the weights, in nats of the search. Feet tell much
where a headline stands over its columns, nothing where columns run on from article to article with
headlines inside; how often a sentence cut at a foot goes on at the next top shows which it is.)
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.layout import END
from cleaner.order.feet import Feet, Strip
from cleaner.order.fit import ends, first, fits, misfit
from cleaner.order.groups import Group, groups_of
from cleaner.order.links import Page
from cleaner.order.rows import INDENT
from cleaner.order.stacks import MAX_COLUMNS, stacked
from cleaner.order.traces import APART, OPENED, TITLE, Dealt, Fork
from cleaner.paper.pairs import Pairs, cohesion, pairs_of

# What a fork must gain more than it costs; so much more where feet are not trusted, and where it
# makes a line a headline, which parts columns, so that fewer feet and tops are left to cost.
MARGIN, UNTRUSTED, NEW_TITLE = 1.8, 1.5, 1.5
# What feet and tops count for, and starts of sentences: of a line behind another, of a column's
# first.
OF_FEET, OF_START, OF_TOP = 1.0, 2.3, 1.2
# Of the feet in mid-sentence so many go on at the next top, by so much: where no more do feet count
# nothing, from where they count in full (of 11 newspaper pages each .5 to .63, of 60 with headlines
# inside the columns .2 to .45).
GOES_ON, UNTRUE, TRUE = 1.5, 0.2, 0.5
# What it counts for, where feet are not trusted, that some lines above a link speak of what as many
# below it speak of, more than two texts of one page do (of less than so many pairs, in parts); and
# how much it says at most. (Where feet are trusted it took wrong forks: they tell more.)
OF_TOPIC, TOPIC_LINES, BY_CHANCE, FULL, MOST_TOPIC = 3.0, 8, 0.25, 60.0, 6.0
# That a paragraph ends and another begins without the words going on, set in or not: the search
# takes it too lightly.
BREAK, PLAIN_BREAK = 1.5, 2.5
# A column's first line is as wide as the column, or as the first of its paragraphs, to so much.
FITS = 2.0
# Feet and tops gain no more, or hardly ever (nats): what they cannot save they are not asked of.
MOST_FEET = 3.0
# Forks that come so near are asked again when another was taken, so often at most.
NEARLY, MAX_TAKEN = 5.0, 12
# Lines under the headlines that a fork touches, with those that others touch there; of more none
# is asked for.
MAX_LINES = 1000

# What it says that a line starts a sentence, and that it does not, nats.
Starts = Sequence[tuple[float, float]]


class Signs(NamedTuple):
    """What tells of a fork: feet and tops, how far these are trusted, the starts of lines."""

    feet: Feet
    trust: float
    starts: Starts


def taken(page: Page, dealt: Dealt, feet: Feet, starts: Starts) -> list[int]:
    """Return for each row what it goes on from, the forks taken that are better."""
    found = list(dealt.links)
    groups = groups_of(found)
    homes = _homes(groups)
    signs = Signs(feet, _trust(groups, feet) if dealt.forks else 0.0, starts)
    for first_group, end, forks in _parts(dealt, homes):
        lines = _lines(groups[first_group:end])
        if len(lines) <= MAX_LINES:
            _take(_Part(page, signs, found, lines), forks)
    return found


def _trust(groups: Sequence[Group], feet: Feet) -> float:
    """Return how far feet and tops are to be trusted on a page, from 0 to 1."""
    few = [group for group in groups if 0 < len(group.columns) <= MAX_COLUMNS]
    feet.learn(_pairs(few))
    known = good = 1
    for group in few:
        strips = [feet.strip(column) for column in group.columns]
        order = stacked(strips, feet, max(1, len(group.titles)))
        known += 2 * sum(map(feet.is_cut, order))
        good += 2 * sum(
            feet.is_cut(one) and feet.junction(one, two) < GOES_ON for one, two in pairwise(order)
        )
    return min(1.0, max(0.0, (good / (known + 1) - UNTRUE) / (TRUE - UNTRUE)))


def _parts(dealt: Dealt, homes: dict[int, int]) -> list[tuple[int, int, list[Fork]]]:
    """Return the groups, [first, end), that forks touch together, and those forks."""
    parts: list[tuple[int, int, list[Fork]]] = []
    spans = [(*_span(fork, dealt.links, homes), fork) for fork in dealt.forks]
    for start, end, fork in sorted(spans, key=lambda span: span[:2]):
        if parts and start < parts[-1][1]:
            parts[-1][2].append(fork)
            parts[-1] = parts[-1][0], max(end, parts[-1][1]), parts[-1][2]
        else:
            parts.append((start, end, [fork]))
    return parts


def _span(fork: Fork, dealt: Sequence[int], homes: dict[int, int]) -> tuple[int, int]:
    """Return the groups, [first, end), that a fork touches."""
    touched = []
    for at, before in fork.links:
        touched.append(homes[at])
        if before >= 0:
            touched.append(homes[before])
        if TITLE in (before, dealt[at]):
            touched.append(max(0, homes[at] - 1))
    return min(touched), max(touched) + 1


def _take(part: "_Part", forks: list[Fork]) -> None:
    """Take the forks of a part that gain enough, the best first."""
    for _ in range(MAX_TAKEN):
        gains = part.gains(forks)
        gain, best = max(zip(gains, forks, strict=True), key=lambda one: one[0])
        if gain <= 0:
            return
        part.take(best)
        lines = {at for at, _ in best.links}
        forks = [
            fork
            for gain, fork in zip(gains, forks, strict=True)
            if gain > -NEARLY and lines.isdisjoint(at for at, _ in fork.links)
        ]
        if not forks:
            return


class _Part:
    """Groups of a page that forks touch: what each fork would gain, as they are dealt now."""

    def __init__(self, page: Page, signs: Signs, dealt: list[int], lines: list[int]) -> None:
        self._page, self._signs, self._feet = page, signs, signs.feet
        self._dealt, self._lines = dealt, lines
        self._costs: dict[tuple[tuple[Strip, ...], int], float] = {}
        # Most forks leave most lines where they are: what these speak of is asked again and again.
        self._topics: dict[tuple[tuple[int, ...], tuple[int, ...]], float] = {}
        self._read()

    def _read(self) -> None:
        self._groups = groups_of(self._dealt, self._lines)
        self._homes = _homes(self._groups)
        self._after = {self._dealt[at]: at for at in self._lines}
        self._widths = {
            at: self._feet.strip(column).width
            for group in self._groups
            for column in group.columns
            for at in column
        }

    def take(self, fork: Fork) -> None:
        """Deal as a fork says."""
        for at, before in fork.links:
            self._dealt[at] = before
        self._read()

    def gains(self, forks: Sequence[Fork]) -> list[float]:
        """Return what each fork gains, beyond its price and the margin."""
        found = [
            self._of_starts(fork) + self._of_topics(fork) - self._price(fork) for fork in forks
        ]
        weight = OF_FEET * self._signs.trust
        asked = [at for at, gain in enumerate(found) if weight and gain + weight * MOST_FEET > 0]
        ways = [self._ways(forks[at]) for at in asked]
        self._feet.learn(_pairs(group for _, new in ways for group in new))
        for at, (old, new) in zip(asked, ways, strict=True):
            found[at] += weight * (self._of_feet(old) - self._of_feet(new))
        return found

    def _ways(self, fork: Fork) -> tuple[list[Group], list[Group]]:
        """Return the groups that a fork touches, as they are and as they would be."""
        start, end = _span(fork, self._dealt, self._homes)
        old = self._groups[start:end]
        kept = [(at, self._dealt[at]) for at, _ in fork.links]
        for at, before in fork.links:
            self._dealt[at] = before
        new = groups_of(self._dealt, _lines(old))
        for at, before in kept:
            self._dealt[at] = before
        return old, new

    def _of_feet(self, groups: Sequence[Group]) -> float:
        """Return what feet and tops of groups cost."""
        return sum(self._cost(group) for group in groups)

    def _cost(self, group: Group) -> float:
        if not 0 < len(group.columns) <= MAX_COLUMNS:
            return 0.0
        articles = max(1, len(group.titles))
        strips = tuple(self._feet.strip(column) for column in group.columns)
        found = self._costs.get((strips, articles))
        if found is None:
            order = stacked(strips, self._feet, articles)
            found = self._costs[strips, articles] = self._feet.cost(order, articles)
        return found

    def _price(self, fork: Fork) -> float:
        """Return what a fork must gain at least."""
        titles = sum((now == TITLE) - (self._dealt[at] == TITLE) for at, now in fork.links)
        margin = MARGIN + UNTRUSTED * (1 - self._signs.trust)
        return fork.price + margin + NEW_TITLE * max(0, titles)

    def _of_starts(self, fork: Fork) -> float:
        """Return what a fork gains by how lines start, in columns as wide as they are now."""
        found = 0.0
        for at, before in fork.links:
            found += self._says(at, before) - self._says(at, self._dealt[at])
        return found

    def _of_topics(self, fork: Fork) -> float:
        """Return what a fork gains by what the lines above and below its links speak of."""
        doubt = 1 - self._signs.trust
        if not doubt:
            return 0.0
        links = dict(fork.links)
        gain = self._alike(links, links) - self._alike(links, {})
        return doubt * max(-MOST_TOPIC, min(MOST_TOPIC, OF_TOPIC * gain))

    def _alike(self, lines: Iterable[int], links: Mapping[int, int]) -> float:
        """Return how much is spoken of both above and below lines, some of them dealt elsewhere."""
        after = {before: at for at, before in links.items()}

        def above(line: int) -> int:
            return links.get(line, self._dealt[line])

        def below(line: int) -> int:
            following = self._after.get(line, OPENED)
            return after.get(line, OPENED if following in links else following)

        found = 0.0
        for at in lines:
            if above(at) >= 0:
                sides = _along(above(at), above), _along(at, below)
                if sides not in self._topics:
                    self._topics[sides] = self._topic(*sides)
                found += self._topics[sides]
        return found

    def _topic(self, above: Sequence[int], below: Sequence[int]) -> float:
        """Return how much lines speak of what others speak of, more than two texts of a page do."""
        pairs = self._pairs(above), self._pairs(below)
        return cohesion(*pairs) - BY_CHANCE * min(1.0, min(map(len, pairs)) / FULL)

    def _pairs(self, lines: Sequence[int]) -> Pairs:
        return pairs_of("".join(self._page.rows[at].text for at in sorted(lines)))

    def _says(self, at: int, before: int) -> float:
        """Return what it says for a link how its line starts."""
        width = self._widths.get(at if before < 0 else before)
        if width is None or before in (APART, TITLE):
            return 0.0
        row, (start, inside) = self._page.rows[at], self._signs.starts[at]
        if before == OPENED:
            full, indented = misfit(row, width), misfit(row, width - INDENT)
            return OF_TOP * (start if indented < full else inside if full < FITS else 0.0)
        last = self._page.rows[before]
        on, end = ends(last, width, first(last, width, self._page.indent)[1])
        goes, opening, plain = fits(row, width, self._page.indent)
        if on - self._page.goes_on(before, at) + goes <= end + min(opening, plain):
            return OF_START * (inside if last.ending != END else start)
        return OF_START * start - (BREAK if opening < plain else PLAIN_BREAK)


def _along(line: int, following: Callable[[int], int]) -> tuple[int, ...]:
    """Return a line and those after it, so many as are asked for what they speak of."""
    found: list[int] = []
    while line >= 0 and len(found) < TOPIC_LINES:
        found.append(line)
        line = following(line)
    return tuple(found)


def _pairs(groups: Iterable[Group]) -> Iterator[tuple[int, int]]:
    """Yield the feet and tops that stand under one headline."""
    for group in groups:
        if len(group.columns) <= MAX_COLUMNS:
            yield from ((one[-1], two[0]) for one in group.columns for two in group.columns)


def _homes(groups: Sequence[Group]) -> dict[int, int]:
    """Return the number of the group that each line belongs to."""
    return {at: number for number, group in enumerate(groups) for at in _lines([group])}


def _lines(groups: Sequence[Group]) -> list[int]:
    """Return the lines of groups, in their order."""
    return sorted(
        at
        for group in groups
        for part in (*group.titles, group.aparts, *group.columns)
        for at in part
    )
