"""Heads that the tops of pages show together.

Left and right pages may have heads of their own, so that in a report of four pages each stands once
or twice; but together most tops repeat a line of a page before:

    第4期 李明：水利志札记 | 系统与工程 第38卷 | 第4期 李明：水利志札记 | 系统与工程 第38卷

Chapters that each begin a page, and stand in the contents, do not: each stands at one top.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cleaner.layout import COMMA, END, Line
from cleaner.paper.headkeys import PROSE_MARKS, is_entry, is_short, keys_of, places_of
from cleaner.paper.pagebreaks import breaks
from cleaner.paper.pagenumber import page_number

# Of the pages behind the first so many must begin with a line that stands before, if once is to
# be enough; of two pages both may be forms, or letters of one house.
MIN_TOPS, MIN_TOP_SHARE = 2, 0.65
# Names of sections and songs: 第一节, 副歌, 无题. Chosen; try 3 to 5.
MIN_TOP_CHARS = 4


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
        len(lines[at].text) >= MIN_TOP_CHARS
        and is_short(keys[at])
        and lines[at].ending not in {END, COMMA}
        and PROSE_MARKS.isdisjoint(lines[at].text)
        and any(map(str.isalpha, keys[at]))
        for at in tops
    ]
    again = [
        at
        for at, end, is_named in zip(tops[1:], [*tops[2:], len(lines)], named[1:], strict=True)
        if is_named and (keys[at] in keys[at + 1 : end] or _is_again(lines, at, topped))
    ]
    if len(again) >= max(MIN_TOPS, MIN_TOP_SHARE * len(tops[1:])):
        known = {*(keys[at] for at in again), *keys[tops[0] + 1 : tops[1]]}
        yield [tops[0], *again] if keys[tops[0]] in known else again
    yield [
        at
        for at, is_named in zip(tops, named, strict=True)
        if is_named and keys[at] in keys[at + 1 : at + 2]
    ]


def _is_again(lines: Sequence[Line], at: int, topped: Mapping[str, int]) -> bool:
    """Say whether a top stands before, and not once alone as chapters do that the contents list."""
    key, first = keys_of(lines)[at], places_of(lines)[0]
    return first[key] < at and (
        topped[key] > 1 or breaks(lines, at) or not is_entry(lines, first[key])
    )
