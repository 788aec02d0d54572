"""Lines in which something stands, by its places: in most texts they are few.

Numpy tells in one look at a text's codes where characters of a kind stand; what is asked of their
lines is asked of no other.
"""

from collections.abc import Iterable, Iterator

from cleaner import late as re

# A line: what stands between line breaks and form feeds.
LINE_RE = re.compile("[^\n\f]+")
# How much of a neighbour is read: two lines of a column.
NEAR_CHARS = 80


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
