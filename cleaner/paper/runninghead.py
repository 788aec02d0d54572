"""Heads and feet that come back with the pages, letter by letter but for their numbers.

A line shows that it is one by where it comes back: at the edges of pages, or evenly and inside
sentences. Left and right pages may have heads of their own, so that in a report of four pages each
stands once or twice; there the tops show it together: most pages begin with a line that stands on
a page before. What a head repeats is as often as not the title: of the report, in which it stands
once more right under the first head, or on a first page that has no head; of a chapter, inside a
page. That line stays.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from cleaner.layout import BULLET, COMMA, DIGIT, END, HAN, LATIN, NUMBER, Line, kept_with_lines
from cleaner.paper import press
from cleaner.paper.pagehead import MAX_HEAD_CHARS, MIN_HEADS
from cleaner.paper.pagenumber import page_number

# The lines of a page between two numbers or heads, at least: what stands closer is a table or a
# numbered list. The shortest pages of leaflets have about ten lines.
MIN_PAGE_LINES = 8
# Chapters' numbers never cut a sentence, page numbers cut every second; a third leaves room.
MIN_CUTTING_SHARE = 1 / 3

# It comes back at a page's edge so often; without edges (MIN_HEADS and) more often and evenly.
MIN_EDGE_SHARE, MIN_EVEN_HEADS = 0.6, 4
MAX_UNEVEN = 3
# Lines that one head has, at most, if it comes back.
HEAD_PIECES = 2
# Of the pages behind the first so many must begin with a line that stands before, if once is to
# be enough; of two pages both may be forms, or letters of one house.
MIN_TOPS, MIN_TOP_SHARE = 2, 0.7
# Names of sections and songs: 第一节, 副歌, 无题. Chosen; try 3 to 5.
MIN_TOP_CHARS = 4
# The names of journals, yearbooks and chapters are shorter than most titles: 就业工作年鉴.
MIN_TITLE_CHARS = 9

DIGITS_RE = re.compile(r"[0-9]+")
PROSE_MARK_RE = re.compile("[，。、；：,;]")
NAME_END_RE = re.compile(r"[\s·|]")


def returning_heads(
    lines: Sequence[Line], edges: Sequence[bool], known: AbstractSet[int]
) -> Iterator[int]:
    """Yield the lines that are heads and feet because they come back.

    `edges`: a form feed stands beside the line; `known`: lines that are heads by their shape.
    """
    edges = list(edges)
    if any(edges):
        edges[0] = edges[-1] = True
    numbers = [at for at, edge in enumerate(edges) if edge and page_number(lines[at].text)]
    for at in (*known, *numbers):
        _widen(edges, at)
    often = list(_often(lines))
    found = set(known)
    # Twice: a line beside a head stands at the page's edge too (工作通讯, below it 专题研究).
    for _ in range(HEAD_PIECES):
        for where in often:
            found.update(_heads_of(lines, where, edges))
        for at in found:
            _widen(edges, at)
    found.update(_tops(lines))
    found.update(_shortened(lines, found))
    yield from found - known


def cuts(lines: Sequence[Line], at: int) -> bool:
    """Say whether the line stands inside a sentence: the prose before it is unfinished."""
    before = lines[at - 1] if at else None
    return (
        before is not None
        and before.ending in {COMMA, DIGIT, HAN, LATIN}
        and before.width >= MIN_PAGE_LINES
        and PROSE_MARK_RE.search(before.text) is not None
    )


@kept_with_lines
def _keys(lines: Sequence[Line]) -> list[str]:
    """Return the texts of lines without their numbers: of all at once, in a tenth of the time."""
    text = "\n".join(line.text for line in lines)
    return DIGITS_RE.sub("#", text).split("\n") if lines else []


def _often(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the places of each short line that stands often enough."""
    places: dict[str, list[int]] = {}
    for at, (line, key) in enumerate(zip(lines, _keys(lines), strict=True)):
        if len(line.text) <= MAX_HEAD_CHARS and line.ending != END and line.opening != BULLET:
            places.setdefault(key, []).append(at)
    for key, where in places.items():
        if len(where) < MIN_HEADS or not any(map(str.isalpha, key)):
            continue
        if not press.credit_line(lines[where[0]].text):
            yield where


def _heads_of(lines: Sequence[Line], where: Sequence[int], edges: Sequence[bool]) -> Iterator[int]:
    """Yield those places of a line at which it is a head."""
    at_edges = [at for at in where if edges[at]]
    if len(at_edges) >= MIN_EDGE_SHARE * len(where):
        yield from _without_title(lines, at_edges)
    elif _is_even(lines, where):
        yield from where


def _widen(edges: list[bool], at: int) -> None:
    """Mark the lines beside a head: they stand at the page's edge, too."""
    beside = slice(max(0, at - 1), at + 2)
    edges[beside] = [True] * len(edges[beside])


def _is_even(lines: Sequence[Line], where: Sequence[int]) -> bool:
    """Say whether a line comes back once a page, and inside sentences."""
    gaps = [b - a for a, b in pairwise(where)]
    even = min(gaps) >= MIN_PAGE_LINES and max(gaps) <= MAX_UNEVEN * min(gaps)
    cutting = sum(cuts(lines, at) for at in where)
    return even and len(where) >= MIN_EVEN_HEADS and cutting >= MIN_CUTTING_SHARE * len(where)


def _without_title(lines: Sequence[Line], where: Sequence[int]) -> Iterator[int]:
    """Yield the places of a head but for those where the line is what the head repeats."""
    for before, at in pairwise([-2, *where]):
        # Once as the head, once right below it; or alone on the first page.
        if at != before + 1 and not (at == 0 and _is_title(lines)):
            yield at


def _is_title(lines: Sequence[Line]) -> bool:
    """Say whether the first line is the title, since below it is the byline or the first section.

    Nothing else tells: below the head of a journal is a title or text, below a title is text.
    """
    if len(lines[0].text) < MIN_TITLE_CHARS or DIGITS_RE.search(lines[0].text) or len(lines) == 1:
        return False
    return lines[1].opening == NUMBER or press.credit_line(lines[1].text)


def _tops(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the first lines of pages, where most repeat a line of a page before.

    One that stands again right below is a head by itself: below it is the title.
    """
    firsts = [at for at, line in enumerate(lines) if line.page or not at]
    tops = [
        at
        for first in firsts
        for at in (first + 1 if page_number(lines[first].text) else first,)
        if at < len(lines)
    ]
    if len(tops) <= 1:
        return
    keys = _keys(lines)
    seen: dict[str, int] = {}
    for at, key in enumerate(keys):
        seen.setdefault(key, at)
    named = [
        MIN_TOP_CHARS <= len(line.text) <= MAX_HEAD_CHARS
        and line.ending not in {END, COMMA}
        and any(map(str.isalpha, line.text))
        for line in (lines[at] for at in tops)
    ]
    again = [
        at
        for at, is_named in zip(tops[1:], named[1:], strict=True)
        if is_named and seen[keys[at]] < at
    ]
    if len(again) >= max(MIN_TOPS, MIN_TOP_SHARE * len(tops[1:])):
        first = [tops[0]] if keys[tops[0]] in {keys[at] for at in again} else []
        yield from _without_title(lines, [*first, *again])
    for at, is_named in zip(tops, named, strict=True):
        if is_named and at + 1 < len(lines) and keys[at] == keys[at + 1]:
            yield at


def _shortened(lines: Sequence[Line], heads: AbstractSet[int]) -> Iterator[int]:
    """Yield the first lines of pages that are what another head begins with, a name.

    On left pages a gazette has its name and its number, on right ones its name.
    """
    parts = (NAME_END_RE.split(lines[at].text, maxsplit=1) for at in heads)
    names = {name for name, *rest in parts if rest}
    for at, line in enumerate(lines):
        if line.page and len(line.text) >= MIN_TOP_CHARS and line.text in names:
            yield at
