"""Tell the prose of columns: lines mostly Han and mostly full, with marks in them.

Tables, lists in columns, forms, verse have gutters as well, but no lines that were broken at a
width: those mostly do not end in a mark.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from cleaner import late as re
from cleaner.order.cellheads import END_MARKS, Column, cells_of, width_in_cells

# A space that is not the one beside a figure or a Latin word.
SPACED_RE = re.compile(r"(?<![!-~])[ \t](?![!-~])")

# A column of prose: its width in cells (chosen: 7 characters), shares of its lines (chosen on
# generated pages; tables and lists fail several at once).
MIN_WIDTH, MIN_LINES = 14, 3
MIN_FULL, MIN_HAN, MAX_ENDED, MAX_SPACED = 0.5, 0.7, 0.45, 0.34
# Share of the lines of columns that are prose; the others are headlines, or columns without a
# gutter of their own, which later stages part by what they say.
MIN_PROSE = 0.5
# Share of the rows of one side that are so wide.
MIN_SIDE = 0.5
# Marks a line: prose has one in 12 characters or so.
MIN_MARKS = 0.25
MARKS = frozenset("，。、；：！？,;")
HAN_RE = re.compile("[㐀-鿿々〇\U00020000-\U000323af]+")
# A line is full from so many cells under the width (the first one is set in by 4) to so many over.
UNDER, OVER = 5, 3


def are_prose(columns: Sequence[Column], text: str) -> bool:
    """Say whether columns are prose, most by themselves or, of one width, all together."""
    read = [
        tuple([text[row[0].start : row[-1].end] for row in column if row]) for column in columns
    ]
    every = tuple([line for lines in read for line in lines])
    prose = sum(len(lines) for lines in read if _is_prose(lines))
    return prose >= MIN_PROSE * len(every) or _is_prose(every)


def have_prose(columns: Sequence[Column], text: str) -> bool:
    """Say whether one side of a gutter has cells as wide as prose; names of options are not."""
    rows = [cells_of(row, text) for column in columns for row in column if row]
    return sum(max(cell.width for cell in row) >= MIN_WIDTH for row in rows) >= MIN_SIDE * len(rows)


@lru_cache(maxsize=64)  # a page's columns are found in several ways, mostly the same ones
def _is_prose(lines: tuple[str, ...]) -> bool:
    """Say whether lines are prose that was broken at one width."""
    if len(lines) < MIN_LINES:
        return False
    cells = [width_in_cells(line) for line in lines]
    counts = Counter(cells)
    width = max(cells, key=lambda w: (counts[w] + counts[w - 1] + counts[w + 1], w))
    full = [
        line for line, w in zip(lines, cells, strict=True) if width - UNDER <= w <= width + OVER
    ]
    whole = "".join(lines)
    bare = "".join(whole.split())
    return (
        width >= MIN_WIDTH
        and len(full) >= MIN_FULL * len(lines)
        and sum(map(bare.count, MARKS)) >= MIN_MARKS * len(lines)
        and han_in(bare) >= MIN_HAN * len(bare)
        and sum(line[-1] in END_MARKS for line in full) <= MAX_ENDED * len(full)
        and sum(bool(SPACED_RE.search(line)) for line in lines) <= MAX_SPACED * len(lines)
    )


def han_in(text: str) -> int:
    """Return how many Han characters a text has, as `is_han` tells them."""
    return sum(map(len, HAN_RE.findall(text)))
