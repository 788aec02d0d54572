"""Heads that the tops of pages show together, and what stands inside a sentence.

Left and right pages may have heads of their own, so that in a report of four pages each stands once
or twice; but together most tops repeat a line of a page before:

    第4期 李明：水利志札记 | 系统与工程 第38卷 | 第4期 李明：水利志札记 | 系统与工程 第38卷

Chapters that each begin a page, and stand in the contents, do not: each stands at one top.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.layout import COMMA, DIGIT, END, HAN, LATIN, Line, Lines
from cleaner.paper.headkeys import DIGITS_RE, PROSE_MARKS, is_entry, is_short, keys_of, places_of
from cleaner.paper.pagehead import MIN_HEADS
from cleaner.paper.pagenumber import page_number

# The lines of a page between two numbers or heads: what stands closer is a table or a list.
MIN_PAGE_LINES = 8
# Of a line of prose, em: what is narrower is a cell, a name, a head. Chosen.
MIN_PROSE_EM = 8
# Chapters' numbers never cut a sentence, page numbers cut every second; a third leaves room.
MIN_CUTTING_SHARE = 1 / 3
# Full lines of one paragraph differ by a mark at the edge. Chosen.
MAX_RAGGED = 1
# Of pages that count one by one and are of one length, so many: then in a manual one cut is enough.
LONG_RUN, LONG_SHARE = 4, 1 / 6
# The longest page of those that are of one length, in the shortest.
MAX_UNEVEN = 3
# Of the pages behind the first so many must begin with a line that stands before, if once is to
# be enough; of two pages both may be forms, or letters of one house.
MIN_TOPS, MIN_TOP_SHARE = 2, 0.65
# Names of sections and songs: 第一节, 副歌, 无题. Chosen; try 3 to 5.
MIN_TOP_CHARS = 4
# The words that the heads of pages share, at most.
SHARED_WORDS = 4
PROSE_MARK_RE = re.compile("[，。、；：,;]")


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
    with_names = [at for at, is_named in zip(tops, named, strict=True) if is_named]
    yield from _shared(lines, with_names)
    yield [at for at in with_names if keys[at] in keys[at + 1 : at + 2]]


def _is_again(lines: Sequence[Line], at: int, topped: Mapping[str, int]) -> bool:
    """Say whether a top stands before, and not once alone as chapters do that the contents list."""
    key, first = keys_of(lines)[at], places_of(lines)[0]
    return first[key] < at and (
        topped[key] > 1 or breaks(lines, at) or not is_entry(lines, first[key])
    )


def _follows_number(lines: Sequence[Line], at: int) -> bool:
    """Say whether a page's number stands before its top, or stood there and left a form feed."""
    if at == 0:
        return False
    between = lines.source[lines[at - 1].end : lines[at].start] if isinstance(lines, Lines) else ""
    return between.count("\f") > 1 or page_number(lines[at - 1].text) is not None


def _shared(lines: Sequence[Line], tops: Sequence[int]) -> Iterator[list[int]]:
    """Yield the tops of pages of which most begin or end with the same words: the book's name.

    The rest is the section's. Records of a page each have such tops, too: 姓名 张三. So some must
    stand inside sentences or beside a page's number.
    """
    if len(tops) < MIN_HEADS:
        return
    parts: dict[str, list[int]] = {}
    for at in tops:
        words = DIGITS_RE.sub("#", lines[at].text).split()[: 2 * SHARED_WORDS]
        for size in range(1, min(len(words), SHARED_WORDS + 1)):
            parts.setdefault(" ".join(words[:size]) + " ", []).append(at)
            parts.setdefault(" " + " ".join(words[-size:]), []).append(at)
    for part, where in parts.items():
        if len(where) < max(MIN_HEADS, MIN_TOP_SHARE * len(tops)):
            continue
        at_ends = sum(breaks(lines, at) or _follows_number(lines, at) for at in where)
        named = sum(map(str.isalpha, part)) >= MIN_TOP_CHARS
        if named and at_ends >= MIN_CUTTING_SHARE * len(where):
            yield where


def cuts(lines: Sequence[Line], at: int) -> bool:
    """Say whether the line stands inside a sentence: the prose before it is unfinished."""
    before = lines[at - 1] if at else None
    return (
        before is not None
        and before.ending in {COMMA, DIGIT, HAN, LATIN}
        and before.width >= MIN_PROSE_EM
        and (PROSE_MARK_RE.search(before.text) is not None or _goes_on_from(lines, at - 1))
    )


def breaks(lines: Sequence[Line], at: int) -> bool:
    """Say whether the line cuts a sentence, or the page's number above it does."""
    return cuts(lines, at - 1 if at > 1 and page_number(lines[at - 1].text) else at)


def _goes_on_from(lines: Sequence[Line], at: int) -> bool:
    """Say whether a full line without a mark belongs to the prose of the line above it."""
    above = lines[at - 1] if at else None
    return (
        above is not None
        and above.ending in {COMMA, DIGIT, HAN, LATIN}
        and abs(lines[at].width - above.width) <= MAX_RAGGED
        and PROSE_MARK_RE.search(above.text) is not None
    )


def least_cutting(run: Sequence[tuple[int, int]]) -> float:
    """Return how many numbers of a run must stand inside sentences; a run: lines and numbers."""
    gaps = [b - a for (a, _), (b, _) in pairwise(run)]
    by_one = run[-1][1] - run[0][1] == len(run) - 1
    is_long = len(run) >= LONG_RUN and by_one and max(gaps) <= MAX_UNEVEN * min(gaps)
    return max(1.0, (LONG_SHARE if is_long else MIN_CUTTING_SHARE) * len(run))
