"""Printed lines as the search for columns sees them: how wide, how they end.

Widths here are in cells, half an em: a Han character has two, as in a terminal. A line in a column
of width W is full at W - 1 to W + 2 (a mark may hang out), the first of a paragraph is W - 4 where
the extractor has dropped its indent of two characters, and a paragraph's last line is anything
shorter.

Several columns stand on one page, so no width of the document is asked for: each line sees the
widths that are common within 25 lines of it.
"""

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.late import np
from cleaner.layout import END, Line, as_printed, display_width, kept_with_lines
from cleaner.paper.signs import apart_lines, is_apart

# How far round a line its widths are counted, and in what steps the count is renewed.
NEAR, STEP = 25, 5

# Lines that are counted at once; the widest line that numpy counts.
COUNTED, MAX_COUNTED_CELLS = 5000, 500

# Columns under 12 cells (6 characters) are not set; six widths side by side are plenty.
MIN_CELLS, MAX_WIDTHS = 12, 6

# A width is common from so many lines (a neighbouring width counts .7: rounding, a hanging mark).
MIN_COMMON = 3.5

# Every line has a blank line before it (pdfminer): then blanks say nothing.
MAX_BLANK_SHARE = 0.6

# Cells that the first line of a paragraph is set in: two characters.
INDENT = 4
# Of lines that end no sentence and are as wide as a column or narrower by an indent, so many are
# narrower where first lines are set in; of 280 such pages none has fewer, of 160 others nine have
# more. Long paragraphs have few first lines: so many for each line that ends a sentence are enough,
# too (of 139 pages of one article none is taken for another, seven without). So many lines are
# taken as seen beforehand.
MIN_SET_IN, MIN_A_SENTENCE, SEEN = 0.08, 0.35, 2

# Brackets that a line may open and the next close, and quotes, which a reader mistakes more often;
# before the closing one of an entry (1), a）) stands nothing else.
BRACKETS, QUOTES = {")": "(", "）": "(", "》": "《"}, {"”": "“", "’": "‘", "」": "「", "』": "『"}
CLOSING = {**BRACKETS, **QUOTES}
OPENING = {"（": "("} | {one: one for one in CLOSING.values()}
PAIRED_RE = re.compile("[" + "".join(OPENING) + "".join(CLOSING) + "]")
ENTRY_RE = re.compile(r"(?:[0-9]{1,3}|[a-zA-Z]|[一二三四五六七八九十]{1,3})[)）]")


class Row(NamedTuple):
    """One line. `apart`: by its shape no text of a column: a credit, a page head, a jump line.

    `unclosed`: the opening bracket or quote that the line leaves open, if any; `unopened`: that of
    the first which it closes.

    `blank`: a blank line stands before it, in text that has not one before most lines; `gap`:
    whatever the text has. `slim`: its cells with quotes of the other width, since fonts mix;
    `mixed`: it has quotes, digits or Latin letters, no two fonts' of which are as wide.
    """

    text: str
    cells: int
    slim: int
    mixed: bool
    ending: str
    opening: str
    blank: bool
    gap: bool
    apart: bool
    unclosed: str
    unopened: str


@kept_with_lines
def read_rows(lines: Sequence[Line]) -> tuple[Row, ...]:
    """Return the rows of lines, quotes as wide as makes the widths agree best."""
    lines = as_printed(lines)
    texts = [closed(line.text) for line in lines]
    # A line's own width holds for its text as it stands.
    wide = [
        2 * (line.width if text is line.text else display_width(text))
        for line, text in zip(lines, texts, strict=True)
    ]
    slim = [
        2 * line.narrow if text is line.text else cells - sum(map(text.count, "“”‘’"))
        for line, text, cells in zip(lines, texts, wide, strict=True)
    ]
    if slim != wide and _sharpness(slim) > _sharpness(wide):
        wide, slim = slim, wide
    telling = _blanks_tell(lines)
    return tuple(
        Row(
            text,
            int(cells + 0.5),
            int(other + 0.5),
            cells != other or text.encode("ascii", "ignore") != b"",
            line.ending,
            line.opening,
            line.page or (telling and line.blanks > 0),
            line.page or line.blanks > 0,
            apart if text is line.text else is_apart(text),
            *unpaired(text),
        )
        for line, text, cells, other, apart in zip(
            lines, texts, wide, slim, apart_lines(lines), strict=True
        )
    )


def unpaired(text: str) -> tuple[str, str]:
    """Return the opening mark that a text leaves open, that of the first closing one without any.

    >>> unpaired("》的通知》（以下简称《通")
    ('《', '《')
    """
    if not PAIRED_RE.search(text):  # most lines
        return "", ""
    depth: list[str] = []
    count = Counter[str]()  # of each in `depth`, which is long where a line is all brackets
    unopened = ""
    entry = ENTRY_RE.match(text)
    for mark in PAIRED_RE.finditer(text, entry.end() if entry else 0):
        if opens := OPENING.get(mark[0]):
            depth.append(opens)
            count[opens] += 1
        elif count[CLOSING[mark[0]]]:
            last = ""
            while last != CLOSING[mark[0]]:
                last = depth.pop()
                count[last] -= 1
        else:
            unopened = unopened or CLOSING[mark[0]]
    return depth[-1] if depth else "", unopened


def moved_rows(rows: Sequence[Row], lines: Sequence[Line]) -> tuple[Row, ...]:
    """Return the rows of lines that moved: as they were, but for the blank lines before them."""
    telling = _blanks_tell(lines)
    return tuple(
        row._replace(
            blank=line.page or (telling and line.blanks > 0), gap=line.page or line.blanks > 0
        )
        for row, line in zip(rows, lines, strict=True)
    )


def _blanks_tell(lines: Sequence[Line]) -> bool:
    return sum(line.blanks > 0 for line in lines) <= MAX_BLANK_SHARE * len(lines)


def closed(text: str) -> str:
    """Return a line that was set apart (国 家 林 草 局) without its spaces, any other as it is."""
    return "".join(text.split()) if 3 * text.count(" ") > len(text) else text


def common_widths(cells: Sequence[int]) -> list[tuple[int, ...]]:
    """Return for each line the widths that are common near it, the commonest first."""
    found: list[tuple[int, ...]] = []
    for start in range(0, len(cells), COUNTED):
        # With what stands near the first and the last of them.
        first = max(0, start - NEAR // STEP * STEP - STEP)
        part = _common_widths(cells[first : start + COUNTED + NEAR + STEP])
        found += part[start - first : start - first + COUNTED]
    return found


def _common_widths(cells: Sequence[int]) -> list[tuple[int, ...]]:
    size = max(cells) + 3
    if size > MAX_COUNTED_CELLS:
        near = (widths_near(cells, at) for at in range(0, len(cells), STEP))
        return [one for one in near for _ in range(STEP)][: len(cells)]
    steps = -(-len(cells) // STEP)
    # Each line is counted for the steps that it is near to; from the first of them on.
    lines = np.arange(len(cells))
    firsts = -((NEAR + STEP // 2 - lines) // STEP)
    places = firsts[:, None] + np.arange(2 * NEAR // STEP + 1)
    is_near = places * STEP <= lines[:, None] + NEAR - STEP // 2
    is_near &= (places >= 0) & (places < steps)
    keys = (places * size + np.array(cells)[:, None])[is_near]
    counts = np.bincount(keys, minlength=steps * size).reshape(steps, size)
    smooth = counts.astype(float)
    smooth[:, 1:-1] += 0.7 * (counts[:, :-2] + counts[:, 2:])
    smooth[:, :MIN_CELLS] = 0.0
    smooth[counts == 0] = 0.0
    is_peak = (smooth >= MIN_COMMON) & (counts >= 2)
    for by in (1, 2):
        is_peak[:, by:] &= smooth[:, by:] >= smooth[:, :-by]
        is_peak[:, :-by] &= smooth[:, :-by] >= smooth[:, by:]
    step, width = np.nonzero(is_peak)
    order = np.lexsort((width, -smooth[step, width], step))
    bounds = np.searchsorted(step, np.arange(steps + 1)).tolist()
    peaks = width[order].tolist()
    near_steps = (tuple(peaks[a : min(b, a + MAX_WIDTHS)]) for a, b in pairwise(bounds))
    return [one for one in near_steps for _ in range(STEP)][: len(cells)]


def widths_near(cells: Sequence[int], at: int) -> tuple[int, ...]:
    """Return the widths that are common near one line, the commonest first."""
    middle = at - at % STEP + STEP // 2
    return _peaks(Counter(cells[max(0, middle - NEAR) : middle + NEAR + 1]))


def indent_of(rows: Sequence[Row], widths: Sequence[tuple[int, ...]]) -> int:
    """Return by how much the first lines of a page are set in, 0 where they are not.

    Of a page too short to tell, as nearly all are.
    """
    lines = [(row, near) for row, near in zip(rows, widths, strict=True) if not row.apart]
    off = [_set_in(row.cells, near) for row, near in lines if row.ending != END]
    ends, set_in, full = len(lines) - len(off), off.count(INDENT), off.count(0)
    least = min(MIN_SET_IN * (set_in + full), MIN_A_SENTENCE * ends)
    return INDENT if set_in + SEEN >= least else 0


@lru_cache(maxsize=4096)
def _set_in(cells: int, widths: tuple[int, ...]) -> int | None:
    """Return by how much a line is narrower than the commonest width that it may be set in."""
    offs = (off for width in widths for off in (0, INDENT) if abs(cells + off - width) <= 1)
    return next(offs, None)


@lru_cache(maxsize=4096)
def fills(cells: int, widths: tuple[int, ...]) -> bool:
    """Say whether a line is as wide as a column, set in for a new paragraph or not."""
    return any(-INDENT - 1 <= cells - width <= 2 for width in widths)


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
