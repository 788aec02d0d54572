"""Which of two measures the widths of a page's lines agree with better; how wide a program counts.

A line's width is known but for the characters of one kind: half-width marks were full-width on the
page or not, full-width digits half-width or not. Lines of a column are as wide as the column, so by
the right measure many have one width. What is asked: of each line its width as it stands, and how
many such characters it has; each would make it wider by so many em.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from cleaner import late as re

# Em from which a line counts; how many more pairs of lines with such a character must have the same
# width by the one measure than by the other. Of 114 pages in columns, their marks made half-width,
# all but one have 1.38 to 3.3 times as many; of 32 with such marks as they are three have more.
# With letters and digits made full-width 74 of 114 have more.
MIN_FULL_EM, MORE_ALIKE = 8.0, 1.25
# Half-width letters are .5 em only about, so what has some is only nearly as wide as its column.
# Widths that so many, and such a share, of the other lines have are columns'; how many more lines
# must be within half an em of one. Of 114 pages with letters made full-width 106 have as many or
# the pairs above, of 31 set with full-width digits none.
MIN_COLUMN, MIN_COLUMN_SHARE, MORE_NEAR = 3, 0.03, 1.1
# In UTF-8 Han has three bytes and takes two cells. These have two or four; these three, one cell.
ODD_RE = re.compile("[\x80-\u07ff\U00010000-\U0010ffff]")
THIN_RE = re.compile("[\u0800-\u10ff\u1160-\u2e7f]")


def agree_better(lines: Sequence[tuple[float, int]], em: float) -> bool:
    """Say whether more lines have the same width if each character counted is so much wider."""
    sized = [one for one in lines if one[0] >= MIN_FULL_EM]
    # Pairs of which neither line has such a character are alike by both measures.
    both = _alike(2 * width for width, count in sized if not count)
    before = _alike(2 * width for width, _ in sized) - both
    after = _alike(2 * (width + em * count) for width, count in sized) - both
    return after > MORE_ALIKE * before


def come_nearer(lines: Sequence[tuple[float, int]], em: float) -> bool:
    """Say whether more of the lines with such a character are nearly as wide as the others are."""
    sized = [one for one in lines if one[0] >= MIN_FULL_EM]
    others = Counter(int(2 * width) for width, count in sized if not count)
    least = max(MIN_COLUMN, MIN_COLUMN_SHARE * others.total())
    columns = [width for width, number in others.items() if number >= least]
    near = {width + off for width in columns for off in (-1, 0, 1)}
    before = sum(int(2 * width) in near for width, count in sized if count)
    after = sum(int(2 * (width + em * count)) in near for width, count in sized if count)
    return after > MORE_NEAR * before


def _alike(widths: Iterable[float]) -> int:
    """Return how many pairs of lines have the same width."""
    return sum(same * (same - 1) for same in Counter(map(int, widths)).values())


def median(widths: Iterable[float]) -> float:
    """Return the width in the middle; to import the module statistics takes .01 s."""
    found = sorted(widths)
    half = len(found) // 2
    return found[half] if len(found) % 2 else (found[half - 1] + found[half]) / 2


def cells(text: str) -> int:
    """Return how many cells of a terminal a line takes that shows “, — and … as letters."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size != len(text):
        size -= len(ODD_RE.findall(text)) + 2 * len(THIN_RE.findall(text))
    return (len(text) + size) // 2
