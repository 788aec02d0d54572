"""Which of the numbers that stand alone on a line are those of pages: the page shows it.

A number stands at a page's edge (a form feed, a head), or counts up with others, a page apart, and
cuts sentences as numbers of chapters never do.
"""

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import COMMA, END, Line
from cleaner.lexicon import cuts_word
from cleaner.paper.headkeys import DIGITS_RE, is_short
from cleaner.paper.pagehead import MIN_HEADS
from cleaner.paper.pagenumber import BRACKETED, MARK, NUMERAL, PLAIN, WORDS, PageNumber
from cleaner.paper.pagenumber import page_number as number_of
from cleaner.paper.runninghead import (
    MIN_PAGE_LINES,
    PROSE_MARK_RE,
    cuts,
    least_cutting,
)

# Below a section's number stands a heading, so much narrower than the widest of so many lines below
# it; so large a share of the numbers of a run have one. Chosen.
HEADING_SHARE, HEADING_REACH, MOST_HEADINGS, MAX_PAGES_UNEVEN = 0.7, 4, 0.7, 2
# The numbers between those of pages that stand alone and are none, for each of them. Chosen.
MOST_OTHERS = 2
# The lines near a number that count as it does, if they are a program's.
MIN_LISTED = 2
SHOWN = " --> "
LEADING_RE = re.compile("[0-9]{1,4}(?![0-9.])")
# A number may be missing between two pages, not two.
MAX_STEP = 2
# The letters of a name that stands by the numbers of three pages, and the first of these, if the
# name has none. Chosen.
MIN_NAME_CHARS, MIN_FIRST = 4, 10
# Pages that name one total; chosen.
MIN_TOTALED = 3


class Numbered(NamedTuple):
    """A line that may be a page number."""

    line: int
    number: PageNumber


def is_edge(lines: Sequence[Line], at: int) -> bool:
    """Say whether a form feed stands just before or after a line."""
    return lines[at].page or (at + 1 < len(lines) and lines[at + 1].page)


def _is_near_edge(lines: Sequence[Line], at: int) -> bool:
    """Say whether at most one line, a head or a foot, stands between a line and a page's end."""
    firsts = (one == 0 or lines[one].page for one in range(max(at - 1, 0), at + 1))
    lasts = range(at + 1, min(at + 2, len(lines)) + 1)
    return any(firsts) or any(one == len(lines) or lines[one].page for one in lasts)


def page_numbers(lines: Sequence[Line], heads: AbstractSet[int]) -> list[int]:
    """Return the lines that are page numbers, in order; `heads`: those that are heads of pages."""
    found = [
        Numbered(at, number)
        for at, line in enumerate(lines)
        if (number := number_of(line.text)) and not _is_listed(lines, at, number.value)
    ]
    if not found:
        return []
    plain = [one for one in found if one.number.shape not in {BRACKETED, NUMERAL}]
    sure = {one.line for one in plain if is_edge(lines, one.line) and one.number.value < 1000}
    sure |= {one.line for one in plain if one.line - 1 in heads or one.line + 1 in heads}
    sure |= {one.line for one in plain if one.number.shape == MARK}
    # 第 1 页 共 3 页 at an end of the text is said of nothing else.
    ends = {0, len(lines) - 1}
    sure |= {at for at, number in plain if number.shape == WORDS and number.total and at in ends}
    for style in sorted({one.number.style for one in found}):
        for chain in _chains([one for one in found if one.number.style == style]):
            if _counts_pages(lines, chain, sure):
                sure.update(one.line for one in chain)
    if _ends_last_page(lines, found, sure):
        sure.add(found[-1].line)
    return sorted(sure)


def _is_listed(lines: Sequence[Line], at: int, value: int) -> bool:
    """Say whether a number counts an empty line of a program: two beside it count on to it.

    Or a line of a film, above the time when it is shown.
    """
    if at + 1 < len(lines) and SHOWN in lines[at + 1].text:
        return True
    near = [(one, value + one - at) for one in range(max(at - 2, 0), min(at + 3, len(lines)))]
    counting = 0
    for one, number in near:
        first = LEADING_RE.match(lines[one].text)
        counting += first is not None and int(first[0]) == number
    return counting > MIN_LISTED


def _ends_last_page(
    lines: Sequence[Line], found: Sequence[Numbered], sure: Collection[int]
) -> bool:
    """Say whether the last line is the number of the last page, which may be short.

    It counts on from the page before; or stands alone in the text under its prose, and between
    two marks, - 12 -, if nothing else shows that the text has lines of a page.
    """
    last = found[-1]
    if last.line != len(lines) - 1 or last.number.shape not in {PLAIN, WORDS}:
        return False
    before = [one.number for one in found[:-1] if one.line in sure]
    if before:
        one = before[-1]
        return one.style == last.number.style and 0 < last.number.value - one.value <= MAX_STEP
    if len(found) > 1 or last.line == 0 or last.number.total:
        return False
    above = lines[last.line - 1]
    prose = above.ending == END and above.width >= MIN_PAGE_LINES
    between = not (last.number.style or lines[-1].text[0].isalnum() or lines[-1].text[-1].isalnum())
    return prose and between


def _counts_pages(lines: Sequence[Line], chain: Sequence[Numbered], sure: Collection[int]) -> bool:
    """Say whether numbers that count up are those of pages."""
    ends = {0, len(lines) - 1}  # of the text: there pages end, too
    if any(one.line in sure for one in chain):
        return True
    near = _is_near_edge if len(chain) >= MIN_HEADS else is_edge
    if all(one.line in ends or near(lines, one.line) for one in chain):
        return True
    if all(one.number.shape == WORDS for one in chain) or _ends_text(lines, chain):
        return True
    if _counts_to_total(chain, len(lines)) or _stands_by_a_head(lines, chain):
        return True
    least = least_cutting([(one.line, one.number.value) for one in chain])
    if sum(cuts(lines, one.line) for one in chain) < least or (
        _are_few(lines, chain) or _number_sections(lines, chain)
    ):
        return False
    # 三 and iii stand between the parts of a poem too, whose lines have no end mark.
    bare = any(one.number.shape == NUMERAL for one in chain)
    return not bare or any(_tears(lines, one.line) for one in chain)


def _are_few(lines: Sequence[Line], chain: Sequence[Numbered]) -> bool:
    """Say whether between the numbers stand many more that count nothing: a script's seconds.

    Each alone among lines of text; the cells of a table stand together.
    """
    inside = range(chain[0].line + 1, chain[-1].line)
    numbers = {at for at in inside if lines[at].text.strip().isdecimal()}
    others = numbers.difference(one.line for one in chain)
    alone = sum(numbers.isdisjoint((at - 1, at + 1)) for at in others)
    return alone > MOST_OTHERS * len(chain)


def _number_sections(lines: Sequence[Line], chain: Sequence[Numbered]) -> bool:
    """Say whether below most numbers stand headings, each another, with wider lines below them.

    So do chapters' names at the tops of pages; but pages are of one length, sections seldom.
    """
    gaps = [b.line - a.line for a, b in pairwise(chain)]
    if max(gaps) <= MAX_PAGES_UNEVEN * min(gaps):
        return False
    headings = set()
    for one in chain:
        below = lines[one.line + 1 : one.line + 2 + HEADING_REACH]
        head = below[0] if len(below) > 1 else None
        if head is None or head.ending in {END, COMMA} or not head.text[0].isalpha():
            continue
        if head.width <= HEADING_SHARE * max(line.width for line in below[1:]):
            headings.add(head.text)
    return len(headings) >= MOST_HEADINGS * len(chain)


def _counts_to_total(chain: Sequence[Numbered], end: int) -> bool:
    """Say whether numbers at the feet of pages count one by one to a total: 1 / 25, 2 / 25, ….

    Text stands above the first. Below the last page's, 25 / 25, stands none, as below the last
    question's number there does.
    """
    first, last = chain[0].number, chain[-1].number
    return (
        len(chain) >= MIN_TOTALED
        and first.total != ""
        and all(one.number.total == first.total for one in chain)
        and last.value - first.value == len(chain) - 1
        and chain[0].line >= MIN_PAGE_LINES
        and (last.value < int(first.total) or chain[-1].line == end - 1)
    )


def _ends_text(lines: Sequence[Line], chain: Sequence[Numbered]) -> bool:
    """Say whether numbers between marks, or with their total, stand at pages' feet: one ends all.

    A chapter's number, or an item's, stands above its text.
    """
    first, last = chain[0].number, chain[-1].number
    by_one = last.value - first.value == len(chain) - 1
    if not by_one or chain[-1].line != len(lines) - 1 or chain[0].line < MIN_PAGE_LINES:
        return False
    texts = [lines[one.line].text for one in chain]
    marked = not any(text[0].isalnum() or text[-1].isalnum() for text in texts)
    of_all = last.total == str(last.value) == first.total
    return first.shape == PLAIN and (marked or of_all)


def _stands_by_a_head(lines: Sequence[Line], chain: Sequence[Numbered]) -> bool:
    """Say whether numbers count one by one, each beside a name: the book's, or a chapter's.

    So do the parts of a poem beside its refrain, but from one on, and it has no number itself.
    """
    if len(chain) < MIN_HEADS or chain[-1].number.value - chain[0].number.value != len(chain) - 1:
        return False
    for step in (-1, 1):
        # The first page has no foot before it, the last one no head behind it.
        beside = [at for one in chain if 0 <= (at := one.line + step) < len(lines)]
        heads = {DIGITS_RE.sub("#", lines[at].text) for at in beside}
        few = len(heads) <= max(1, len(chain) // MIN_HEADS)
        head = lines[beside[0]]
        counted = chain[0].number.value >= MIN_FIRST or "#" in min(heads)
        counted = counted or any(cuts(lines, min(one.line, one.line + step)) for one in chain)
        plain = head.ending != END and not PROSE_MARK_RE.search(head.text)
        named = sum(map(str.isalpha, head.text)) >= MIN_NAME_CHARS and is_short(head.text)
        if few and counted and plain and named:
            return True
    return False


def _tears(lines: Sequence[Line], at: int) -> bool:
    """Say whether a word stands in the lines before and after a line."""
    return 0 < at < len(lines) - 1 and cuts_word(lines[at - 1].text, lines[at + 1].text)


def _chains(found: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """Yield the runs of two and more numbers that count up, a page apart.

    Numbers of items and notes between them do not end a run of three.
    """
    chains: list[list[Numbered]] = []
    open_chains: dict[int, list[Numbered]] = {}  # by the last number
    for one in found:
        for step in range(1, MAX_STEP + 1):
            chain = open_chains.get(one.number.value - step)
            if chain and one.line - chain[-1].line >= MIN_PAGE_LINES:
                del open_chains[one.number.value - step]
                break
        else:
            chain = []
            chains.append(chain)
        chain.append(one)
        open_chains[one.number.value] = chain
    places = {one.line: at for at, one in enumerate(found)}
    for chain in chains:
        apart = places[chain[-1].line] - places[chain[0].line]
        if len(chain) > 2 or apart == 1:
            yield chain
