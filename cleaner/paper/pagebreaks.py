"""Lines that stand inside a sentence, as where a page ends: what comes before them is unfinished.

A heading, an item or a chapter's number never stands there; a page's head, foot or number often.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.layout import COMMA, DIGIT, HAN, LATIN, Line
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
PROSE_MARK_RE = re.compile("[，。、；：,;]")


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
