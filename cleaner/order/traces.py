"""The ways by which the search for columns (`queues`) came to what it found.

A way is a chain from the last line back to the first: each line with what it goes on from. Where
two ways came to the same open columns and one was hardly dearer, it stays known, as a fork.
"""

from collections.abc import Sequence
from typing import NamedTuple

# What a line was: on from another line (its number), or one of these.
OPENED, APART, TITLE = -1, -2, -3

# A line, what it goes on from, how it came there; other ways there, and what they cost more.
Trace = tuple[int, int, "Trace", "tuple[Value, ...]"] | None
Value = tuple[float, Trace]

# A headline is no longer than so many lines of the page, those of its neighbours between counted.
LONGEST_HEAD = 40


class Fork(NamedTuple):
    """Another dealing, nearly as good: what it costs more, and each line that it deals elsewhere.

    `links`: the line, and what it goes on from, as in `Dealt`.
    """

    price: float
    links: tuple[tuple[int, int], ...]


class Dealt(NamedTuple):
    """For each line the line that it goes on from, or OPENED, APART, TITLE; what else was near.

    The next line of a headline goes on from the one before.
    """

    links: list[int]
    forks: list[Fork]


def dealt_by(ends: Sequence[Value], size: int, near: float) -> Dealt:
    """Return the cheapest way over `size` lines, and those that cost no more than `near` more."""
    least, best = min(ends, key=lambda value: value[0])
    found = [APART] * size
    ways = [(best, (cost - least, other)) for cost, other in ends]
    trace = best
    while trace is not None:
        found[trace[0]] = trace[1]
        ways += [(trace, other) for other in trace[3]]
        trace = trace[2]
    forks: dict[tuple[tuple[int, int], ...], float] = {}
    for trace, (price, other) in ways:
        links = _parting(trace, other)
        if links and price <= min(near, forks.get(links, near)):
            forks[links] = price
    return Dealt(found, [Fork(price, links) for links, price in forks.items()])


def _parting(trace: Trace, other: Trace) -> tuple[tuple[int, int], ...]:
    """Return the lines that one way deals otherwise than another, from where they part."""
    found = []
    while other is not trace and other is not None and trace is not None:
        if other[1] != trace[1]:
            found.append(other[:2])
        trace, other = trace[2], other[2]
    return tuple(reversed(found))


def is_open_head(trace: Trace, line: int) -> bool:
    """Say whether a line is the last of a headline, on this way so far."""
    least = line - LONGEST_HEAD
    while trace is not None and trace[0] >= line > least:
        at, before, trace, _ = trace
        if at == line and before < 0:
            return before == TITLE
        if at != line and before == line:
            return False
        if at == line:
            line = before
    return False
