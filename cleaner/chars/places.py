"""Lines in which something stands, by its places: in most texts they are few.

Numpy tells in one look at a text's codes where characters of a kind stand; what is asked of their
lines is asked of no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from cleaner import late as re
from cleaner.chars.scripts import codes_of_text, is_few
from cleaner.late import NDArray, np

# A line: what stands between line breaks and form feeds.
LINE_RE = re.compile("[^\n\f]+")
# How much of a neighbour is read: two lines of a column.
NEAR_CHARS = 80


def places_of(text: str, characters: str) -> list[int]:
    """Return where any of the characters stand in a text; all are of the first plane."""
    if is_few(text):
        return [at for at, character in enumerate(text) if character in characters]
    marks = _marks(characters).take(codes_of_text(text), mode="clip")
    found: list[int] = marks.nonzero()[0].tolist()
    return found


@lru_cache(maxsize=4)
def _marks(characters: str) -> NDArray[np.bool_]:
    """Say of each character of the first plane, and of all others, whether it is one of these."""
    table = np.zeros(0x10001, dtype=np.bool_)
    table[list(map(ord, characters))] = True
    return table


def lines_at(text: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield the lines that hold any of the places, which are sorted; linear.

    For a place between two lines, the next line.
    """
    end = 0
    for at in places:
        if at < end:
            continue
        start = max(text.rfind("\n", end, at) + 1, text.rfind("\f", end, at) + 1, end)
        if line := LINE_RE.search(text, start):
            end = line.end()
            yield line


def lines_beside(text: str, start: int, end: int) -> str:
    """Return the lines beside [start, end) that are not blank, the near ends of long ones."""
    before = text[max(0, start - NEAR_CHARS) : start].rstrip()
    after = text[end : end + NEAR_CHARS].lstrip()
    return before[before.rfind("\n") + 1 :] + "\n" + after.partition("\n")[0]
