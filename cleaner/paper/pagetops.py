"""Heads that the tops of pages show together.

Left and right pages may have heads of their own, so that in a report of four pages each stands once
or twice; but together most tops repeat a line of a page before:

    第4期 李明：水利志札记 | 系统与工程 第38卷 | 第4期 李明：水利志札记 | 系统与工程 第38卷

Chapters that each begin a page, and stand in the contents, do not: each stands at one top.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from cleaner import late as re
from cleaner.layout import COLON, COMMA, END, Line
from cleaner.paper.headkeys import PROSE_MARKS, is_entry, is_short, keys_of, places_of
from cleaner.paper.pagebreaks import breaks
from cleaner.paper.pagenumber import page_number

# Of the pages behind the first so many must begin with a line that stands before, if once is to
# be enough; of two pages both may be forms, or letters of one house.
MIN_TOPS, MIN_TOP_SHARE = 2, 0.65
# Names of sections and songs: 第一节, 副歌, 无题. Chosen; try 3 to 5.
MIN_TOP_CHARS = 4
# What counts chapters.
CHAPTER_RE = re.compile(
    r"(?:(?i:act|book|chapter|lesson|part|section|unit)|第) ?[0-9]+ ?[章节課课]?"
)


def first_lines(lines: Sequence[Line], counted: Sequence[int]) -> Iterator[list[int]]:
    """Yield the first lines of pages; without form feeds, the lines on either side of numbers."""
    firsts = [at for at, line in enumerate(lines) if line.page or not at]
    if len(firsts) > 1 or not counted:
        yield firsts
        return
    yield sorted({0, *(at + 1 for at in counted if at + 1 < len(lines))})
    yield [at - 1 for at in counted if at]


def tops_of(lines: Sequence[Line], firsts: Sequence[int]) -> Iterator[list[int]]:
    """Yield the first lines of pages, where most repeat a line of a page before.

    Or name the section that begins on the page. One that stands again right below is a head by
    itself: below it is the title.
    """
    tops = [
        at
        for first in firsts
        for at in (first + 1 if page_number(lines[first].text) else first,)
        if at < len(lines)
    ]
    if len(tops) <= 1:
        return
    keys = keys_of(lines)
    topped = Counter(keys[at] for at in tops)
    named = [
        is_short(keys[at])
        and lines[at].ending not in {COLON, COMMA, END}
        and PROSE_MARKS.isdisjoint(lines[at].text)
        and any(map(str.isalpha, keys[at]))
        for at in tops
    ]
    again = [
        at
        for at, end, is_named in zip(tops[1:], [*tops[2:], len(lines)], named[1:], strict=True)
        if is_named
        and len(lines[at].text) >= MIN_TOP_CHARS
        and (keys[at] in keys[at + 1 : end] or _is_again(lines, at, topped))
    ]
    if len(again) >= max(MIN_TOPS, MIN_TOP_SHARE * len(tops[1:])):
        known = {*(keys[at] for at in again), *keys[tops[0] + 1 : tops[1]]}
        yield [tops[0], *again] if keys[tops[0]] in known else again
    yield [
        at
        for at, is_named in zip(tops, named, strict=True)
        if is_named and len(keys[at]) > 1 and keys[at] in keys[at + 1 : at + 2]
    ]


def of_chapters(lines: Sequence[Line], found: AbstractSet[int]) -> Iterator[int]:
    """Yield those of the heads that are headings of chapters, where the chapters begin.

    The name of the book heads the page on which a chapter begins, the chapter's name the others: so
    of several like lines the first stands right below another head, and no other does. And where
    each counts a chapter, Chapter 1, Chapter 2, and none stands twice, they are no heads.
    """
    keys = keys_of(lines)
    places: dict[str, list[int]] = {}
    numbers: dict[str, list[int]] = {}
    for at in sorted(found):
        places.setdefault(lines[at].text, []).append(at)
        if CHAPTER_RE.fullmatch(lines[at].text):
            numbers.setdefault(keys[at], []).append(at)
    for where in places.values():
        below = [at - 1 in found and not lines[at].page for at in where]
        if len(where) > 1 and below[0] and not any(below[1:]):
            yield where[0]
    for where in numbers.values():
        if len({lines[at].text for at in where}) == len(where):
            yield from where


def _is_again(lines: Sequence[Line], at: int, topped: Mapping[str, int]) -> bool:
    """Say whether a top stands before, and not once alone as chapters do that the contents list."""
    key, first = keys_of(lines)[at], places_of(lines)[0]
    return first[key] < at and (
        topped[key] > 1 or breaks(lines, at) or not is_entry(lines, first[key])
    )
