"""Find the columns of a scanned page whose rows were read as lines: `left ” middle   right`.

A reader of scans that does not see the gutters gives a row of columns as one line. What it puts
between them is no sure sign: many spaces where the line of the left column is short, else one
space, the rule between the columns read as a mark (” 。 |), or nothing. Sure is only what rows have
in common: they can all be cut where a column of one width ends. So columns are peeled off from the
left: of all widths that at which the most rows can be cut, by what stands there (`_fit`); then the
same of what is left over.

Such a cut must read better, too: the lines of each column go on in each other, and not in what
stood beside them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from cleaner import late as re
from cleaner import ngram
from cleaner.document import Edit
from cleaner.layout import END, TAILS, Line, ending_of
from cleaner.model import Model
from cleaner.order.rowgrid import dealt, line_cells, widths_of
from cleaner.order.rowheads import are_headlines, side_by_side, under
from cleaner.order.topics import simplified

# What may stand between two columns: spaces, and what a reader makes of a rule.
GUTTER_RE = re.compile(r"[ \u3000]*[”“\"'|丨。·][”“\"'|丨。· \u3000]*|[ \u3000]+")
# What a gutter says for a cut, by what it is: many spaces or an upright stroke; marks and a space;
# a space or a mark. And what it says that a row can not be cut at a width, or that its first sure
# gutter stands behind it. (Of places on scans of two sets around which text of two columns stood
# many spaces were gutters in 187 of 196 cases, strokes in all 90, marks behind a space in 9 of 10,
# single spaces in a third.)
SURE, MARKED, PLAIN, NOTHING, TOO_WIDE = 1.0, 0.7, 0.4, -0.4, -1.0
# From so many spaces a run is wide; cells that one of them stands for (.7 to 1.2 on scans), and
# what share of a run's width may be wrong.
WIDE, SPACE_CELLS, UNSURE = 4, 0.9, 0.4
# A row of headlines has no mark of a sentence.
MARK_RE = re.compile("[，。；]")
# Half-width marks stand for full ones behind Han; quotes are as wide as Han or half of it.
HALF_MARKS, QUOTE_RE = ",:;!?()\"'", re.compile("[“”\"'‘’]")

# Cells by which a full line may miss its column's width, and what each weighs; an indent, and the
# space between columns.
OFF, MISS, INDENT, GUTTER = 3, 0.1, 4, 2
# The least width of a column in cells; a row has two.
LEAST_CELLS = 14
MIN_ROW_CELLS = 2 * LEAST_CELLS + GUTTER
# Rows that are cut at least, what they must say at least on average, and two alone.
MIN_ROWS, MIN_WORTH, MIN_PAIR = 2, 0.45, 1.2
# ... and of what stands on one side of a gutter that was found.
MIN_SIDE_WORTH = 0.25
# Two columns are nearly as good a cut as one: the least of the widths that are so good is taken.
NEARLY = 0.8
# Rows from which the first width is read: many tell more, few are all there is. Rows that do not
# fit it and end a run; rows of one run at most.
WINDOWS, MAX_MISFITS, MAX_ROWS = (8, 5, 3, 2), 3, 80
# A row of six columns of 24 characters, with gaps. Widths tried of rows, those that most rows show
# first; widths that are known of a page. Rows that are no columns are asked again from a fourth on.
MAX_ROW_CHARS, MAX_CUTS, MAX_TRIED, MAX_KNOWN, AGAIN = 300, 24, 12, 8, 4
# The share of the rows in which the left column is full, and marks of sentences a row, of prose.
MIN_FULL, MIN_MARKS = 0.5, 1.0
# What rows must show of a gutter, and what a nat a junction by which the columns read better than
# the rows weighs. (Of 80 runs on the odd pages of four sets 45 of 50 true ones show so much; of 30
# others five, of columns too narrow to tell.)
MIN_SHOWN, GAIN, LEAST_GAIN = 3, 1.5, -0.5


class Cut(NamedTuple):
    """Where a row may be cut: [left, right) stands between the parts.

    The left part ends at cell `wide`, or `slim` if quotes are half as wide; then come `space`
    cells, or an upright `rule`. `gapped`: the left part has a wide gap itself.
    """

    left: int
    right: int
    slim: float
    wide: float
    worth: float
    space: float
    rule: bool
    gapped: bool


class Row(NamedTuple):
    """A line: its width in cells, and where it may be cut. `opens`: no row goes on before it."""

    text: str
    cells: float
    cuts: Sequence[Cut]
    opens: bool

    @property
    def is_gapped(self) -> bool:
        """Whether the row has a wide gap or an upright rule."""
        return any(cut.space or cut.rule for cut in self.cuts)


class Region(NamedTuple):
    """Lines [first, last) of a text that are rows; their columns, the leftmost of a width."""

    first: int
    last: int
    width: int
    columns: list[list[str]]


def scan_columns(text: str, lines: Sequence[Line], model: Model) -> Iterator[Edit]:
    """Return the edits that set columns whose rows were read as lines one below the other."""
    found = {heads.last: heads for heads in side_by_side(lines, are_headlines(lines), model)}
    for region in regions(lines, model):
        heads = found.pop(region.first, None)
        first = heads.first if heads else region.first
        yield _set(text, lines[first], lines[region.last - 1], under(heads, region.columns))
    for heads in found.values():
        if heads.last - heads.first > 1:
            yield _set(text, lines[heads.first], lines[heads.last - 1], heads.columns)


def _set(text: str, first: Line, last: Line, blocks: Sequence[Sequence[str]]) -> Edit:
    """Return the edit that sets blocks one below the other in place of some lines."""
    new = "\n\n".join("\n".join(block) for block in blocks if block)
    return Edit(first.start, text[first.start : last.end], new)


def regions(lines: Sequence[Line], model: Model) -> list[Region]:
    """Return the runs of lines that are rows of columns.

    A width that was found once holds for the page, in however few rows it shows.
    """
    rows = [
        _row(
            line.text,
            opens=head or line.page or bool(line.blanks and not MARK_RE.search(line.text)),
        )
        for line, head in zip(lines, are_headlines(lines), strict=True)
    ]
    sure = _search(rows, (), model)
    widths = [width for width, _ in Counter(region.width for region in sure).most_common(MAX_KNOWN)]
    found = _search(rows, widths, model) if widths else []
    return [region._replace(columns=_dealt(rows, region, model)) for region in found]


def _dealt(rows: Sequence[Row], region: Region, model: Model) -> list[list[str]]:
    """Return the columns of rows, dealt anew by the widths of those that were peeled off."""
    texts = [row.text for row in rows[region.first : region.last]]
    columns = dealt(texts, widths_of(region.columns, region.width), model) or region.columns
    return [[cell for cell in column if cell] for column in columns]


def _row(text: str, *, opens: bool = False) -> Row:
    """Return the row of a line; a long one is a paragraph, and none."""
    cuts = _cuts(text) if len(text) <= MAX_ROW_CHARS else ()
    if len(text) > MAX_ROW_CHARS or len(cuts) > MAX_CUTS:
        return Row(text, 0.0, (), True)
    return Row(text, line_cells(text), cuts, opens)


def _cuts(text: str) -> list[Cut]:
    """Return the places where a row may be cut, by what stands there."""
    found: list[Cut] = []
    slim = wide = 0.0
    at = 0
    for gap in GUTTER_RE.finditer(text):
        left, right = gap.span()
        part = text[at:left]
        cells = line_cells(part)
        wide += cells
        slim += cells - len(QUOTE_RE.findall(part))
        marks = "".join(gap[0].split())
        spaces = len(gap[0]) - len(marks)
        space = SPACE_CELLS * spaces if spaces >= WIDE else 0.0
        if left and right < len(text) and not (spaces < WIDE and _is_odd(text, left, right)):
            rule = "|" in marks
            worth = SURE if space or rule else MARKED if marks and spaces else PLAIN
            gapped = any(cut.space for cut in found)
            found.append(Cut(left, right, slim, wide, worth, space, rule, gapped))
        at = left
        if space:
            at = right
            wide, slim = wide + space + line_cells(marks), slim + space + line_cells(marks)
    return found


def _is_odd(text: str, left: int, right: int) -> bool:
    """Say whether white space is what a reader of scans sees round a mark (公路, 桥梁 ；隧道)."""
    bare = not text[left:right].strip()
    return bare and (text[left - 1] in HALF_MARKS or text[right] in TAILS)


def _search(rows: Sequence[Row], known: Sequence[int], model: Model) -> list[Region]:
    found: list[Region] = []
    later: dict[int, int] = {}  # from where a width is asked again
    at = 0
    while at < len(rows):
        region = _region(rows, at, known, model, later)
        if region:
            found.append(region)
        at = region.last if region else at + 1
    return found


def _region(
    rows: Sequence[Row], first: int, known: Sequence[int], model: Model, later: dict[int, int]
) -> Region | None:
    """Return the rows that begin at one.

    Rows that were no columns are asked again from a part of them on, so that the work stays linear.
    """
    for width in _likely(rows, first, known):
        if first < later.get(width, 0):
            continue
        last = _end(rows, first, width)
        columns = _columns(rows[first:last], width)
        if last - first >= MIN_ROWS and _are_columns(rows[first:last], columns, width, model):
            return Region(first, last, width, columns)
        later[width] = first + max(1, (last - first) // AGAIN)
    return None


def _likely(rows: Sequence[Row], first: int, known: Sequence[int]) -> Iterator[int]:
    """Return the widths that the leftmost column may have of rows that begin at one."""
    row = rows[first]
    if row.cells < MIN_ROW_CELLS or not row.cuts or row.opens:
        return
    for size in WINDOWS:
        end = first + 1
        while end < min(first + size, len(rows)) and not rows[end].opens:
            end += 1
        width = _width(rows[first:end])
        if width and _fit(row, width)[0] > 0:
            yield width
            break
    for width in known:
        if _fit(row, width)[0] > 0:
            yield width


def _width(rows: Sequence[Row], worth: float = MIN_WORTH) -> int:
    """Return the width of the leftmost column of rows, 0 for none."""
    begins = Counter(
        x
        for row in rows
        for x in {
            int(x + 0.5)
            for cut in row.cuts
            if cut.right - cut.left > 1 or row.text[cut.left] in " |"
            for x in (cut.slim, cut.wide)
            if x >= LEAST_CELLS
        }
    )
    tried = sorted(begins, key=lambda x: (-begins[x], x))[:MAX_TRIED]
    good: list[tuple[float, int]] = []
    for width in tried:
        fits = [_fit(row, width) for row in rows]
        count = sum(where is not None for _, where in fits)
        total = sum(said for said, _ in fits)
        asked = sum(said != 0 for said, _ in fits)
        least = MIN_PAIR if count == MIN_ROWS else worth * asked
        if count >= MIN_ROWS and total >= least:
            good.append((total, -width))
    if not good:
        return 0
    most = max(good)[0]
    least_width = min(-width for total, width in good if total >= NEARLY * most)
    return -max(one for one in good if -one[1] <= least_width + OFF)[1]


def _fit(row: Row, width: int) -> tuple[float, Cut | None]:
    """Return what a row says for a leftmost column of a width, and where it would be cut."""
    if row.cells <= width + OFF and not row.is_gapped:
        return 0.0, None
    best, where = NOTHING, None
    for cut in row.cuts:
        if cut.slim > width + OFF:
            break
        off = min(_off(cut, width), _off(cut, width - INDENT) + 1)
        if off <= OFF:
            worth = cut.worth - MISS * off
        elif cut.rule and cut.wide < width:
            worth = MARKED
        elif cut.space and cut.wide < width:
            far = cut.wide + cut.space - width - GUTTER
            off = min(abs(far), abs(far - INDENT)) - GUTTER
            worth = SURE - MISS * max(0.0, off) if off <= UNSURE * cut.space else NOTHING
        else:
            continue
        if worth > best:
            best, where = worth, cut
    if where is None and any(cut.worth == SURE and cut.slim > width + OFF for cut in row.cuts[:1]):
        return TOO_WIDE, None
    return best, where


def _off(cut: Cut, width: int) -> float:
    """Return by how many cells a left part misses a width; its quotes may be of either."""
    return max(0.0, width - cut.wide, cut.slim - width)


def _end(rows: Sequence[Row], first: int, width: int) -> int:
    """Return where rows end whose leftmost column is of a width."""
    last = first + 1
    for at in range(first, min(first + MAX_ROWS, len(rows))):
        if (at > first and rows[at].opens) or at - last >= MAX_MISFITS:
            break
        if _fit(rows[at], width)[0] > 0:
            last = at + 1
    return last


def _columns(rows: Sequence[Row], width: int) -> list[list[str]]:
    """Return the columns of rows, "" where a row has nothing there."""
    parts = [_parted(row, width) for row in rows]
    return [cells for side in zip(*parts, strict=True) for cells in _side(side)]


def _side(texts: Sequence[str]) -> list[list[str]]:
    """Return the columns that stand on one side of a gutter."""
    rows = [_row(text) for text in texts]
    width = _width([row for row in rows if row.text], MIN_SIDE_WORTH)
    return _columns(rows, width) if width else [list(texts)]


def _parted(row: Row, width: int) -> tuple[str, str]:
    """Return what of a row stands in its leftmost column, and the rest."""
    text = row.text
    if row.cells <= width + OFF and not row.is_gapped:
        return text, ""
    _, where = _fit(row, width)
    if where is None:
        where = next((cut for cut in row.cuts if cut.space and cut.wide <= width + OFF), None)
    if where is None:
        at = next((at for at in range(1, len(text)) if line_cells(text[:at]) >= width), len(text))
        return text[:at].rstrip(), text[at:].lstrip()
    left, mark = text[: where.left], text[where.left : where.right]
    right = text[where.right :]
    if mark.rstrip().endswith("“") and "“" not in right.partition("”")[0] and "”" in right:
        right = "“" + right
    return (left + _own(left, mark, where, width)).rstrip(), right


def _own(left: str, mark: str, cut: Cut, width: int) -> str:
    """Return what of the marks at a gutter ends the line to its left.

    A full stop behind a full line is the rule between the columns, unless it stands at the line and
    the gutter shows behind it.
    """
    marks = mark.lstrip()
    shown = mark[0] == "。" and (cut.rule or cut.space > 0)
    if marks[:1] == "。" and (shown or line_cells(left) < width - 1):
        return "。”" if marks[1:2] == "”" and _is_quoted(left) else "。"
    return "”" if marks[:1] == "”" and _is_quoted(left) else ""


def _is_quoted(text: str) -> bool:
    return text.count("“") > text.count("”")


def _are_columns(
    rows: Sequence[Row], columns: Sequence[Sequence[str]], width: int, model: Model
) -> bool:
    """Say whether rows are such of columns: by what they show of a gutter and how they read.

    A table has few marks, and cells that are mostly short.
    """
    fits = [_fit(row, width) for row in rows]
    cuts = [cut for _, cut in fits if cut]
    full = sum(cut.wide >= width - INDENT - OFF and not cut.gapped for cut in cuts)
    marks = sum(len(MARK_RE.findall(row.text)) for row in rows)
    if full < MIN_FULL * len(cuts) or marks < MIN_MARKS * len(rows):
        return False
    gain = _gain(columns, model)
    shown = sum(worth for worth, _ in fits)
    return gain >= LEAST_GAIN and shown + GAIN * gain >= MIN_SHOWN


def _gain(columns: Sequence[Sequence[str]], model: Model) -> float:
    """Return how much better the columns read than their rows, in nats a junction."""
    ways = (columns, list(zip(*columns, strict=True)))
    pairs = [
        [pair for cells in way for pair in pairwise(filter(None, cells)) if not _ends(pair[0])]
        for way in ways
    ]
    down, across = pairs
    if not down or not across:
        return 0.0
    texts = ngram.fold_all([simplified(part) for pair in (*down, *across) for part in pair])
    counts = ngram.with_own(model.table, texts)
    before = np.arange(0, len(texts), 2, dtype=np.intp)
    scores = ngram.continuations(counts, ngram.ends_of(counts, texts), before, before + 1)
    ratios = ngram.calibrated(scores, ngram.classes_of(ending_of(text) for text in texts[::2]))
    return float(ratios[: len(down)].mean() - ratios[len(down) :].mean())


def _ends(text: str) -> bool:
    return ending_of(text) == END
