"""What was found of the lines of a text, kept until the next text is read.

A stage that changes a text leaves most of its lines as they are: they are not looked at again.
"""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

Found = TypeVar("Found")

# Lines of a text that tell whether it has lines of the one before. Chosen.
PROBES = 4


class OfLines(Generic[Found]):
    """What a question found of each line of the last text."""

    def __init__(self) -> None:
        self._before: tuple[Sequence[str], list[Found]] = (), []

    def of(self, lines: Sequence[str], question: Callable[[str], Found]) -> list[Found]:
        """Return what a question finds of each line, and keep it until it is asked the next.

        It must find the same of a line each time, and nobody may change what it found.
        """
        old, known = self._before
        probes = filter(None, (lines[len(lines) * at // PROBES] for at in range(PROBES)))
        if old and any(line in old for line in probes):
            seen = dict(zip(old, known, strict=True))
            found = [seen[line] if line in seen else question(line) for line in lines]
        else:
            found = list(map(question, lines))
        self._before = lines, found
        return found
