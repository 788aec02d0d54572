"""The breaks between the lines of a text, and the paragraphs that they leave."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Break(NamedTuple):
    """A line break and what was decided."""

    line: int  # the break stands after this line
    joined: bool
    margin: float  # what the two sides say alone, nats; > 0 speaks for a paragraph's end
    place: int  # of the line before it
    column: float  # the width of its column, 0 for none


def runs_of(breaks: Sequence[Break]) -> Iterator[range]:
    """Yield the paragraphs of more than one line, as ranges of lines."""
    start = 0
    for at in range(len(breaks) + 1):
        if at < len(breaks) and breaks[at].joined:
            continue
        if at > start:
            yield range(start, at + 1)
        start = at + 1
