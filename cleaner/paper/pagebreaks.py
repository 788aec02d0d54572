"""Lines that stand inside a sentence, as where a page ends: what comes before them is unfinished.

A heading, an item or a chapter's number never stands there; a page's head, foot or number often.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, groupby, pairwise

from cleaner import late as re
from cleaner.layout import COMMA, DIGIT, END, HAN, LATIN, Line, Lines
from cleaner.paper.headkeys import PROSE_MARKS, has_page, keys_of, places_of
from cleaner.paper.pagenumber import page_number

# The lines of a page between two numbers or heads: what stands closer is a table or a list.
MIN_PAGE_LINES = 8
# Of a line of prose, em: what is narrower is a cell, a name, a head. Chosen.
MIN_PROSE_EM = 8
# Chapters' numbers never cut a sentence, page numbers cut every second; a third leaves room.
MIN_CUTTING_SHARE = 1 / 3
# Prose breaks off where the line is full: at so much of the widest of so many lines above it, where
# none is wider than a page. Verses that end with commas are ragged. .6 to .9 find as much.
FULL_REACH, MIN_FULL, PAGE_EM = 5, 0.85, 60
# Without a mark of its own a line is prose where one of so many has one, and so wide. Chosen: the
# lines of songs have 15 em at most.
PROSE_REACH, MIN_WIDE = 3, 16
# Of pages that count one by one and are of one length, so many: then in a manual one cut is enough.
LONG_RUN, LONG_SHARE = 4, 1 / 6
# The longest page of those that are of one length, in the shortest.
MAX_UNEVEN = 3
# Three lines prove little: where one page is so many times the other, one cut is not enough.
FEW, MOST_UNEVEN = 3, 6
# The lines between a page's text and its end, its number and a foot; what happens so seldom does
# not happen by chance. Chosen.
EDGE_REACH, BY_CHANCE = 3, 0.1
# How a line ends whose sentence may go on.
OPEN_ENDS = frozenset((COMMA, DIGIT, HAN, LATIN))
# What is left of a line of furniture, until `form_feed`; of a page's number.
PAGE_END, PAGE_TAKEN = "\f", "\f\n"
# A form feed that a reader of pages set; and how often the head or foot may stand inside one of its
# pages: a sheet has one of each. Where it does oftener, the text's own pages are others.
OWN_FEED_RE = re.compile(r"\f(?!\n)")
MAX_INSIDE = 2
PROSE_MARK_RE = re.compile("[，。、；：,;]")


def cuts(lines: Sequence[Line], at: int) -> bool:
    """Say whether the line stands inside a sentence: the prose before it is unfinished."""
    before = lines[at - 1] if at else None
    return (
        before is not None
        and before.ending in OPEN_ENDS
        and before.width >= MIN_PROSE_EM
        and not (before.ending == DIGIT and has_page(before.text))
        and _is_full_prose(lines, at - 1)
    )


def breaks(lines: Sequence[Line], at: int) -> bool:
    """Say whether the line cuts a sentence, or the page's number above it does."""
    return cuts(lines, at - 1 if at > 1 and page_number(lines[at - 1].text) else at)


def end_parts(lines: Sequence[Line], ends: Sequence[int], runs: Iterable[list[int]]) -> set[int]:
    """Return those runs' lines that stand where a part of the text ends: who signs, to whom, 附件.

    No page ends inside a sentence beside a line of the run, but those between do so often that
    among so many one would. A head does not ask whether it cuts a sentence. `ends`: first lines of
    pages, in order.
    """
    found: set[int] = set()
    inside = [0, *accumulate(_ends_inside(lines, end) for end in ends)]
    for run in runs:
        own = {
            place
            for at in run
            for place in range(
                bisect_right(ends, at - EDGE_REACH), bisect_left(ends, at + EDGE_REACH)
            )
        }
        if not own or any(inside[place + 1] > inside[place] for place in own):
            continue
        first, last = min(own), max(own)
        between = last + 1 - first - len(own)
        ended = between - (inside[last] - inside[first])
        if ((ended + 1) / (between + 1)) ** len(own) < BY_CHANCE:
            found.update(run)
    return found


def _ends_inside(lines: Sequence[Line], end: int) -> bool:
    """Say whether a page ends inside a sentence, above its foot, its number, the next's head."""
    reach = range(end, max(0, end - EDGE_REACH), -1)
    ended = next((at for at in reach if lines[at - 1].ending == END or cuts(lines, at)), 0)
    return cuts(lines, ended)


def goes_over(lines: Sequence[Line]) -> bool:
    """Say whether pages are parts of one text: one ends without an end mark, or had a number.

    Forms, letters and chapters that have pages of their own each end on theirs.
    """
    if isinstance(lines, Lines) and PAGE_TAKEN in lines.source:
        return True
    keys, counts = keys_of(lines), places_of(lines)[1]
    for first in (at for at, line in enumerate(lines) if at and line.page):
        is_foot = counts[keys[first - 1]] > 1 and PROSE_MARKS.isdisjoint(keys[first - 1])
        if cuts(lines, first - is_foot):
            return True
    return False


def left_of(
    text: str, lines: Sequence[Line], furniture: AbstractSet[int]
) -> Iterator[tuple[Line, str]]:
    """Yield the lines of furniture, in order, and what is left of each: `PAGE_END`, or nothing.

    Nothing where form feeds tell where pages end, and none does: a reader that follows the columns
    of a sheet gives its head or foot in their midst.
    """
    inside = _inside_sheets(lines, furniture) if OWN_FEED_RE.search(text) else ()
    for at in sorted(furniture):
        yield lines[at], "" if at in inside else PAGE_END


def _inside_sheets(lines: Sequence[Line], furniture: AbstractSet[int]) -> set[int]:
    found: set[int] = set()
    tops = [0, *(at for at, line in enumerate(lines) if line.page and at), len(lines)]
    for first, end in pairwise(tops):
        mine = enumerate(at for at in range(first, end) if at in furniture)
        # The pieces of a head stand below each other.
        groups = groupby(mine, key=lambda one: one[1] - one[0])
        runs = [[at for _, at in run] for _, run in groups]
        inside = [run for run in runs if run[0] > first and run[-1] + 1 < end]
        if len(inside) <= MAX_INSIDE:
            found.update(at for run in inside for at in run)
    return found


def _is_full_prose(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line is as wide as those above it, and has the marks of prose, or those have.

    Whole paragraphs are of any width.
    """
    near = lines[max(0, at - FULL_REACH) : at + 1]
    widest = max(line.width for line in near)
    full = lines[at].width >= MIN_FULL * widest
    if PROSE_MARK_RE.search(lines[at].text):
        return full or widest > PAGE_EM
    marked = any(PROSE_MARK_RE.search(line.text) for line in near[-PROSE_REACH:])
    return full and marked and lines[at].width >= MIN_WIDE


def least_cutting(run: Sequence[tuple[int, int]]) -> float:
    """Return how many numbers of a run must stand inside sentences; a run: lines and numbers."""
    gaps = [b - a for (a, _), (b, _) in pairwise(run)]
    by_one = run[-1][1] - run[0][1] == len(run) - 1
    is_long = len(run) >= LONG_RUN and by_one and max(gaps) <= MAX_UNEVEN * min(gaps)
    least = 1.0 if len(run) > FEW or max(gaps) <= MOST_UNEVEN * min(gaps) else 2.0
    return max(least, (LONG_SHARE if is_long else MIN_CUTTING_SHARE) * len(run))
