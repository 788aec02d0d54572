"""Heads that the tops of pages show together: of left and right pages.

Where form feeds part the pages, a head need not come back often. A paper of four pages has one on
each left page and another on each right one, so that each stands twice:

    第4期 李明：水利志札记 | 系统与工程 第38卷 | 第4期 李明：水利志札记 | 系统与工程 第38卷

What stands anywhere else than at a page's top stays.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from cleaner.layout import COMMA, END, Line
from cleaner.paper.headkeys import is_short, keys_of
from cleaner.paper.pagenumber import page_number

# Lines of a page's head, without its number; pages of which left and right ones have their own.
TOP_LINES, MIN_PAGES = 2, 3
PROSE_MARKS = frozenset("，。；,;")


def first_lines(lines: Sequence[Line], counted: Sequence[int]) -> Iterator[list[int]]:
    """Yield the first lines of pages; without form feeds, the lines on either side of numbers."""
    firsts = [at for at, line in enumerate(lines) if line.page or not at]
    if len(firsts) > 1 or not counted:
        yield firsts
        return
    yield sorted({0, *(at + 1 for at in counted if at + 1 < len(lines))})
    yield [at - 1 for at in counted if at]


def page_tops(lines: Sequence[Line]) -> list[list[int]]:
    """Return the first lines of each page behind its number, that may be heads."""
    tops: list[list[int]] = []
    for at, line in enumerate(lines):
        if line.page or not at:
            found: list[int] = []
            end = at
            while (
                end < len(lines) and len(found) < TOP_LINES and (end == at or not lines[end].page)
            ):
                if not page_number(lines[end].text):
                    found.append(end)
                end += 1
            tops.append(found)
    return tops


def alternating(lines: Sequence[Line], cut: AbstractSet[int]) -> Iterator[list[int]]:
    """Yield the places of each line that tops each second page and none between.

    `cut`: lines that stand inside a sentence; one page at least must begin so, or each of four and
    more with such a top.
    """
    tops = page_tops(lines)
    if len(tops) < MIN_PAGES:
        return
    keys = keys_of(lines)
    counts = Counter(keys)
    places: dict[str, list[tuple[int, int]]] = {}
    for page, top in enumerate(tops):
        for at in top:
            if _may_be_head(lines[at], keys[at]):
                places.setdefault(keys[at], []).append((page, at))
    found: list[list[int]] = []
    for key, where in places.items():
        by_two = len(where) > 1 and all(b - a == 2 for (a, _), (b, _) in pairwise(where))
        if by_two and counts[key] <= len(where) + 1:
            found.append([at for _, at in where])
    every = {at for where in found for at in where}
    shown = [top[0] in every for top in tops if top]
    if not every.isdisjoint(cut) or (len(shown) > MIN_PAGES and all(shown)):
        yield from found


def _may_be_head(line: Line, key: str) -> bool:
    return (
        is_short(key)
        and line.ending not in {END, COMMA}
        and PROSE_MARKS.isdisjoint(line.text)
        and any(map(str.isalpha, key))
    )
