"""Answers about lines that are kept: several rules ask a line the same, and pages share theirs.

A function of a line and nothing else is worked out once for each of the last lines. Of a long line
nothing is kept: paragraphs do not come again, and one may be a whole document.
"""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

Found = TypeVar("Found")

# Lines that are kept of each question, 3 MB at most, and the longest of them.
KEPT_LINES, KEPT_CHARS = 4096, 120


def kept_of_short(question: Callable[[str], Found]) -> Callable[[str], Found]:
    """Let a function of a line keep its answers for the last short lines; nobody changes one."""
    kept = lru_cache(maxsize=KEPT_LINES)(question)

    @wraps(question)
    def ask(line: str) -> Found:
        return kept(line) if len(line) <= KEPT_CHARS else question(line)

    return ask
