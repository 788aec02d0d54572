"""Answers about lines that are kept: several rules ask a line the same, and pages share theirs.

A function of a line and nothing else is worked out once for each of some lines. Of a long line
nothing is kept: paragraphs do not come again, and one may be a whole document.
"""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Found = TypeVar("Found")

# Lines that are kept of each question, 3 MB at most, and the longest of them.
KEPT_LINES, KEPT_CHARS = 4096, 120


class Kept(dict[str, Found]):
    """The answers to a question of lines, each worked out when it is first asked for.

    All are forgotten when there are too many: to tell which was asked last takes longer than to
    look an answer up.
    """

    def __init__(self, question: Callable[[str], Found]) -> None:
        super().__init__()
        self._question = question

    def __missing__(self, line: str) -> Found:
        """Ask, and keep the answer for a short line."""
        found = self._question(line)
        if len(line) <= KEPT_CHARS:
            if len(self) >= KEPT_LINES:
                self.clear()
            self[line] = found
        return found


def kept_of_short(question: Callable[[str], Found]) -> Callable[[str], Found]:
    """Let a function of a line keep its answers for some short lines; nobody changes one."""
    kept = Kept(question)

    @wraps(question)
    def ask(line: str) -> Found:
        return kept[line]

    return ask
