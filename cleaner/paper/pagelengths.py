"""What the lengths of pages show of numbers: they end pages of prose, or there is one a page.

Where nothing is cut, as in manuals, no sentence shows that a number is a page's. But the last of
them ends the text, below pages of nearly one length; or the numbers count with the form feeds.
Numbers above their text say nothing: the chapters of a serial, too, may be of one length.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from cleaner.layout import COMMA, END, Line
from cleaner.paper.pagebreaks import LONG_RUN, MAX_UNEVEN, MIN_PAGE_LINES, MIN_WIDE, PROSE_MARK_RE
from cleaner.paper.pagehead import MIN_HEADS
from cleaner.paper.pagenumber import PLAIN, PageNumber

# The numbers between those of pages that stand alone and are none, for each of them. Chosen.
MOST_OTHERS = 2
# So many numbers in turn count something. Chosen.
MIN_COUNTED = 3
# A form with a number of its own has fewer lines. Chosen.
ONE_PAGE_LINES = 16
MIN_YEAR = 1000
MIN_PAUSED = 0.6  # of the lines of a poem end with a mark; of a table or an index, none. Chosen.


class Counted(NamedTuple):
    """A line that may be a page number, or a head with one.

    `name`: the rest of the line, without digits and spaces. `left`: the number stands before it.
    `marked`: it stands between marks, - 3 -.
    """

    line: int
    number: PageNumber
    name: str = ""
    left: bool = False
    marked: bool = False


def by_one(chain: Sequence[Counted]) -> bool:
    """Say whether no number of a run is missing."""
    return chain[-1].number.value - chain[0].number.value == len(chain) - 1


def by_chance(found: Sequence[Counted], near: AbstractSet[int]) -> Iterator[int]:
    """Yield the lines of numbers that count inside pages, and at their ends by chance.

    Of chapters, of questions: most do not stand `near` pages' ends.
    """
    starts = [
        at
        for at, (one, last) in enumerate(zip(found[1:], found, strict=False), 1)
        if one.number[:3] != (last.number.value + 1, *last.number[1:3])
    ]
    for first, end in pairwise((0, *starts, len(found))):
        run = [one.line for one in found[first:end]]
        if len(run) >= MIN_COUNTED and 2 * len(near & set(run)) < len(run):
            yield from run


def counts_nearer(chain: Sequence[Counted], found: Sequence[Counted]) -> bool:
    """Say whether the count of a run goes on beside it, too near for pages: rounds, questions.

    `found`: all that may count so, in order.
    """
    first, last = chain[0], chain[-1]
    near = 2 * MIN_PAGE_LINES
    above = found[bisect_left(found, first.line - near, key=_line) : bisect_left(found, first)]
    below = found[bisect_right(found, last) : bisect_left(found, last.line + near, key=_line)]
    before = {one.number.value for one in above if one.name == first.name}
    after = {one.number.value for one in below if one.name == last.name}
    one, other = first.number.value, last.number.value
    return {one - 1, one - 2} <= before or {other + 1, other + 2} <= after


def _line(one: Counted) -> int:
    return one.line


def are_even(chain: Sequence[Counted], most: float) -> bool:
    """Say whether pages of nearly one length lie between; the last of them may be short."""
    gaps = [b.line - a.line for a, b in pairwise(chain)][:-1]
    return max(gaps) <= most * min(gaps)


def end_prose(lines: Sequence[Line], chain: Sequence[Counted]) -> bool:
    """Say whether bare numbers stand below pages of prose: the last of them ends the text.

    A chapter's number, or a verse's, has its text below it.
    """
    if chain[-1].line < len(lines) - 1 or chain[0].line < MIN_PAGE_LINES or not _is_long(chain):
        return False
    return are_even(chain, MAX_UNEVEN) and part_prose(lines, chain)


def stand_at_feet(lines: Sequence[Line], chain: Sequence[Counted]) -> bool:
    """Say whether numbers stand below their text: one between marks ends all, - 3 -, or 3 / 25.

    Or below all three of 25 stands more. A chapter's number, or a question's, stands above.
    """
    last = chain[-1].number
    marked = all(one.marked for one in chain)
    # A title page is short.
    below = chain[0].line >= MIN_PAGE_LINES or (marked and len(chain) >= MIN_HEADS)
    if chain[0].number.shape != PLAIN or not below or not by_one(chain):
        return False
    ends = chain[-1].line == len(lines) - 1
    if last.total and all(one.number.total == last.total for one in chain):
        return ends or (len(chain) >= MIN_HEADS and last.value < int(last.total))
    return ends and marked and not _are_parts(lines, chain)


def _are_parts(lines: Sequence[Line], chain: Sequence[Counted]) -> bool:
    """Say whether numbers part lines without prose that no page is as short as: a poem's, - 1 -."""
    gaps = (b.line - a.line for a, b in pairwise(chain))
    return max(gaps) <= MIN_PAGE_LINES and not any(map(_is_prose, lines))


def one_a_page(pages: Sequence[int], chain: Sequence[Counted], numbers: int) -> bool:
    """Say whether numbers count with the form feeds, wherever on its page each of them stands.

    What was set apart at the margin may be read before or behind the lines beside it. `pages`: of
    each line; `numbers`: lines that are one. Of many, cells of a table, some count so by chance.
    """
    if numbers > (1 + MOST_OTHERS) * len(chain) or not _is_long(chain):
        return False
    first = chain[0].number.value - pages[chain[0].line]
    counted = all(one.number.value - pages[one.line] == first for one in chain)
    return counted and len(pages) >= ONE_PAGE_LINES * (1 + pages[-1])


def among_cells(near: Sequence[Counted], sure: AbstractSet[int], pages: Sequence[int]) -> list[int]:
    """Return the lines of those numbers that count with the form feeds, of a text of tables.

    A cell of a table stands at a page's end too, and beside a head: 21, 19, 24, 22. `near`: the
    numbers near pages' ends, `sure`: those that would be pages' in other text, of which half the
    pages have one; of all, but for one, each.
    """
    firsts = [one.number.value - pages[one.line] for one in near]
    seen = Counter({(first, pages[one.line]) for first, one in zip(firsts, near, strict=True)})
    all_pages = Counter(first for first, _ in seen)
    sure_pages = Counter(first for first, one in zip(firsts, near, strict=True) if one.line in sure)
    most, half = max(LONG_RUN, pages[-1]), min(LONG_RUN, 1 + pages[-1] // 2)
    return [
        one.line
        for first, one in zip(firsts, near, strict=True)
        if all_pages[first] >= most or (one.line in sure and sure_pages[first] >= half)
    ]


def _is_long(chain: Sequence[Counted]) -> bool:
    """Say whether so many count one by one, and are no years."""
    first, last = chain[0].number, chain[-1].number
    plain = first.shape == PLAIN and last.value < MIN_YEAR
    return plain and len(chain) >= LONG_RUN and by_one(chain)


def part_prose(lines: Sequence[Line], chain: Sequence[Counted]) -> bool:
    """Say whether bare numbers stand between pages that have lines of prose."""
    if not all(one.number.shape == PLAIN and not one.number.style for one in chain):
        return False
    pages = (lines[a.line + 1 : b.line] for a, b in pairwise(chain))
    prose = [any(_is_prose(line) for line in page) for page in pages]
    return all(prose[:-1]) and not are_few(lines, chain)


def _is_prose(line: Line) -> bool:
    return line.width >= MIN_WIDE and PROSE_MARK_RE.search(line.text) is not None


def are_few(lines: Sequence[Line], chain: Sequence[Counted]) -> bool:
    """Say whether between the numbers stand many more that count nothing: a script's seconds.

    Each alone among lines of text; the cells of a table stand together.
    """
    inside = range(chain[0].line + 1, chain[-1].line)
    numbers = {at for at in inside if lines[at].text.strip().isdecimal()}
    others = numbers.difference(one.line for one in chain)
    alone = sum(numbers.isdisjoint((at - 1, at + 1)) for at in others)
    return alone > MOST_OTHERS * len(chain)


def are_verse(lines: Sequence[Line], numbers: AbstractSet[int]) -> bool:
    """Say whether a text has no line of prose, and most of its lines end where a clause does."""
    others = [line for at, line in enumerate(lines) if at not in numbers]
    paused = sum(line.ending in {COMMA, END} for line in others)
    return not any(map(_is_prose, others)) and paused > MIN_PAUSED * len(others)
