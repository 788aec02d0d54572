"""Heads that the tops of pages show together: of left and right pages, of the section below.

Where form feeds part the pages, a head need not come back often. A paper of four pages has one on
each left page and another on each right one, so that each stands twice:

    第4期 李明：水利志札记 | 系统与工程 第38卷 | 第4期 李明：水利志札记 | 系统与工程 第38卷

And a manual's says the section, which begins below it or on a page before: it is its heading once
more. That heading stays; so does all that stands anywhere else than at a page's top.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from cleaner import late as re
from cleaner.layout import COMMA, END, Line
from cleaner.paper.headkeys import PAGED_RE, SPECKS, is_short, keys_of
from cleaner.paper.pagenumber import page_number

# Lines of a page's head, without its number; pages of which left and right ones have their own.
TOP_LINES, MIN_PAGES = 2, 3
# A section's name, without its number; lines below the top in which it begins. Chosen.
MIN_NAME, NEAR = 4, 6
NAME_END_RE = re.compile(r"[\s·|]")
PROSE_MARKS = frozenset("，。；,;")


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


def naming_section(
    lines: Sequence[Line], cut: AbstractSet[int], found: AbstractSet[int]
) -> Iterator[int]:
    """Yield the tops that are the name of a section: of one that begins right below, or before.

    A chapter may begin at the top of a page, and stand in the contents; so what stands before is
    asked only where a sentence is cut, or a page's number stands there. Two such tops at least, or
    so many heads `found`.
    """
    tops = [top for top in page_tops(lines) if top]
    if len(tops) < MIN_PAGES - 1:
        return
    keys = keys_of(lines)
    before: set[str] = set()
    named: list[int] = []
    done = 0
    for top in tops:
        for at in top if top[0] in found else top[:1]:
            before.update(_names(keys, done, at))
            done = at
            key = keys[at]
            if not _may_be_head(lines[at], key) or sum(map(str.isalpha, key)) < MIN_NAME:
                continue
            below = _names(keys, at + 1, min(len(lines), at + NEAR))
            paged = PAGED_RE.search(lines[at].text) or _is_number(lines[at + 1 : at + 2])
            if key in below or (at == top[0] and (paged or at in cut) and key in before):
                named.append(at)
    if len(named) + len(found) >= MIN_PAGES - 1:
        yield from named


def shortened(lines: Sequence[Line], heads: AbstractSet[int]) -> Iterator[int]:
    """Yield the first lines of pages that are what another head begins with, a name.

    On left pages a gazette has its name and its number, on right ones its name.
    """
    parts = (NAME_END_RE.split(lines[at].text, maxsplit=1) for at in heads)
    names = {name for name, *rest in parts if rest}
    for at, line in enumerate(lines):
        if line.page and len(line.text) >= MIN_NAME and line.text in names:
            yield at


def is_below_head(lines: Sequence[Line], where: Sequence[int]) -> bool:
    """Say whether the first place of a head is the title, below the head of the first page.

    On other pages nothing but a number stands above it.
    """
    first = where[0]
    if not 0 < first < TOP_LINES + 1 or len(where) < MIN_PAGES - 1:
        return False
    for line in lines[:first]:
        if page_number(line.text) or line.ending in {END, COMMA} or not is_short(line.text):
            return False
    return all(lines[at].page and not lines[at - 1].page for at in where[1:])


def names_below(lines: Sequence[Line]) -> bool:
    """Say whether the first line is a head that has the title, which stands below, and more."""
    keys = keys_of(lines[: NEAR + 1])
    return any(
        len(key) >= MIN_NAME and len(key) < len(keys[0]) and keys[0].endswith(key)
        for key in keys[1:]
    )


def _names(keys: Sequence[str], first: int, last: int) -> set[str]:
    """Return what lines say by themselves, and with the line below: a number and its heading."""
    alone = keys[first:last]
    return {*alone, *((a + b).strip(SPECKS) for a, b in pairwise(alone))}


def _is_number(below: Sequence[Line]) -> bool:
    """Say whether the line below is a page's number, or was."""
    return any(line.page or page_number(line.text) is not None for line in below)


def _may_be_head(line: Line, key: str) -> bool:
    return (
        is_short(key)
        and line.ending not in {END, COMMA}
        and PROSE_MARKS.isdisjoint(line.text)
        and any(map(str.isalpha, key))
    )
