"""Printed lines as the search for columns sees them: how wide, how they end, may they be a title.

Widths here are in cells, half an em: a Han character has two, as in a terminal. A line in a column
of width W is full at W - 1 to W + 2 (a mark may hang out), the first of a paragraph is W - 4 where
the extractor has dropped its indent of two characters, and a paragraph's last line is anything
shorter.

Several columns stand on one page, so no width of the document is asked for: each line sees the
widths that are common within 25 lines of it. A headline is no line of a column: it is wider than
any column near it, or as wide as no other line, without a mark at its end.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from cleaner.layout import BULLET, COMMA, END, TAIL, Line, display_width
from cleaner.paper.press import credit_line, dateline_end, jump_line, masthead

# How far round a line its widths are counted, and in what steps the count is renewed.
NEAR, STEP = 25, 5

# Columns under 12 cells (6 characters) are not set; six widths side by side are plenty.
MIN_CELLS, MAX_WIDTHS = 12, 6

# A width is common from so many lines (a neighbouring width counts .7: rounding, a hanging mark).
MIN_COMMON = 3.5

# Every line has a blank line before it (pdfminer): then blanks say nothing.
MAX_BLANK_SHARE = 0.6

# A headline is wider than the widest column near it by more than this.
WIDER = 3

# The lead of an article repeats its headline: of 344 headlines half find two fifths of their pairs
# of characters in the ten lines after them, of other lines one in 30. A point for each share.
LEAD, MAX_TITLE = 10, 60
ECHOES = (0.4, 0.6)

NO_TITLE = -9

# Cells that the first line of a paragraph is set in: two characters.
INDENT = 4


class Row(NamedTuple):
    """One line. `apart`: by its shape no text of a column: a credit, a page head, a jump line."""

    text: str
    cells: int
    ending: str
    opening: str
    blank: bool
    apart: bool


@lru_cache(maxsize=1)
def read_rows(lines: tuple[Line, ...]) -> tuple[Row, ...]:
    """Return the rows of lines, quotes as wide as makes the widths agree best.

    The last answer is kept: the searches for columns and for blocks ask for the same lines.
    """
    texts = [closed(line.text) for line in lines]
    wide = [2 * display_width(text) for text in texts]
    slim = [w - sum(map(text.count, "“”‘’")) for w, text in zip(wide, texts, strict=True)]
    if _sharpness(slim) > _sharpness(wide):
        wide = slim
    telling = sum(line.blanks > 0 for line in lines) <= MAX_BLANK_SHARE * len(lines)
    return tuple(
        Row(
            text,
            int(cells + 0.5),
            line.ending,
            line.opening,
            line.page or (telling and line.blanks > 0),
            is_apart(text),
        )
        for line, text, cells in zip(lines, texts, wide, strict=True)
    )


def closed(text: str) -> str:
    """Return a line that was set apart (国 家 林 草 局) without its spaces, any other as it is."""
    return "".join(text.split()) if 3 * text.count(" ") > len(text) else text


def is_apart(text: str) -> bool:
    """Say whether a line is by its shape no part of a column."""
    if len(text) > 120:  # no such line is so long
        return False
    page_number = len(text) <= 4 and text.isdigit()
    return page_number or credit_line(text) or masthead(text) or jump_line(text) != ""


def common_widths(cells: Sequence[int]) -> list[tuple[int, ...]]:
    """Return for each line the widths that are common near it, the commonest first."""
    found: list[tuple[int, ...]] = []
    for start in range(0, len(cells), STEP):
        found += [widths_near(cells, start)] * min(STEP, len(cells) - start)
    return found


def widths_near(cells: Sequence[int], at: int) -> tuple[int, ...]:
    """Return the widths that are common near one line, the commonest first."""
    middle = at - at % STEP + STEP // 2
    return _peaks(Counter(cells[max(0, middle - NEAR) : middle + NEAR + 1]))


def fills(cells: int, widths: Sequence[int]) -> bool:
    """Say whether a line is as wide as a column, set in for a new paragraph or not."""
    return any(-INDENT - 1 <= cells - width <= 2 for width in widths)


def title_points(rows: Sequence[Row]) -> list[int]:
    """Return how much each line looks like a headline: 3 points and more are one."""
    found = []
    telling = any(row.blank for row in rows)
    for at, row in enumerate(rows):
        if at % STEP == 0:
            counts = Counter(near.cells for near in rows[max(0, at - 20) : at + 21 + STEP])
            widest = max((cells for cells, count in counts.items() if count >= 3), default=999)
        after = rows[at + 1] if at + 1 < len(rows) else None
        points = _points(row, after, widest, counts)
        if points != NO_TITLE and (row.blank or not telling):
            lead = "".join(near.text for near in rows[at + 1 : at + 1 + LEAD])
            points += sum(_echo(row.text, lead) >= share for share in ECHOES)
        found.append(points)
    return found


def _echo(title: str, lead: str) -> float:
    """Return the share of a line's pairs of characters that the lines after it repeat."""
    pairs = {title[i : i + 2] for i in range(min(len(title), MAX_TITLE) - 1)}
    return sum(pair in lead for pair in pairs) / max(4, len(pairs))


def _points(row: Row, after: Row | None, widest: int, counts: Counter[int]) -> int:
    if row.ending in (END, COMMA) or row.apart or row.opening == TAIL:
        return NO_TITLE
    points = 3 * (row.cells > widest + WIDER) + 3 * (row.text[0] == "【") + row.blank
    points -= 3 * any(mark in row.text for mark in "，。；")
    points += sum(counts[row.cells + d] for d in (-1, 0, 1)) == 1
    if after is not None:
        opens = after.opening == BULLET or dateline_end(after.text) > 0
        points += 2 * (opens or (after.apart and credit_line(after.text)))
    return points


def _sharpness(widths: Sequence[float]) -> int:
    return sum(count * count for count in Counter(int(w + 0.5) for w in widths).values())


def _peaks(counts: Counter[int]) -> tuple[int, ...]:
    seen = counts.get  # a Counter's own [] is slow for what is not there
    smooth = {
        w: count + 0.7 * (seen(w - 1, 0) + seen(w + 1, 0))
        for w, count in counts.items()
        if w >= MIN_CELLS
    }
    height = smooth.get
    peaks = [
        w
        for w, weight in smooth.items()
        if weight >= MIN_COMMON
        and counts[w] >= 2
        and weight >= max(height(w - 2, 0), height(w - 1, 0), height(w + 1, 0), height(w + 2, 0))
    ]
    return tuple(sorted(peaks, key=lambda w: (-smooth[w], w))[:MAX_WIDTHS])
