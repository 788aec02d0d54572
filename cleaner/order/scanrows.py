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

from cleaner import late as re
from cleaner import ngram
from cleaner.document import Edit
from cleaner.layout import END, Line, ending_of
from cleaner.model import Model
from cleaner.order.oddrows import odd_rows
from cleaner.order.rowcuts import GUTTER, INDENT, OFF, ScanRow, fit, parted, read_row
from cleaner.order.rowgrid import dealt, widths_of
from cleaner.order.rowheads import are_headlines, side_by_side, under
from cleaner.order.topics import simplified

# A row of headlines has no mark of a sentence, and no rule between its parts.
MARK_RE = re.compile("[，。；]")
TEXT_RE = re.compile(rf"{MARK_RE.pattern}|[\u4e00-\u9fff] ?\| ?[\u4e00-\u9fff]")
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
# Widths tried of rows, those that most rows show first; widths that are known of a page. Rows that
# are no columns are asked again from a fourth on.
MAX_TRIED, MAX_KNOWN, AGAIN = 12, 8, 4
# The share of the rows in which the left column is full, and marks of sentences a row, of prose.
MIN_FULL, MIN_MARKS = 0.5, 1.0
# What rows must show of a gutter, and what a nat a junction by which the columns read better than
# the rows weighs. (Of 80 runs on the odd pages of four sets 45 of 50 true ones show so much; of 30
# others five, of columns too narrow to tell.)
MIN_SHOWN, GAIN, LEAST_GAIN = 3, 1.5, -0.5


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
    headlines = are_headlines(lines)
    rows = [
        read_row(
            line.text,
            opens=head or line.page or bool(line.blanks and not TEXT_RE.search(line.text)),
        )
        for line, head in zip(lines, headlines, strict=True)
    ]
    search = _Search(rows, model)
    sure = search.regions(())
    widths = [width for width, _ in Counter(region.width for region in sure).most_common(MAX_KNOWN)]
    found = search.regions(widths) if widths else []
    found = [region._replace(columns=_dealt(rows, region, model)) for region in found]
    taken = {at for at, is_head in enumerate(headlines) if is_head}
    taken |= {at for region in found for at in range(region.first, region.last)}
    odd = [
        Region(first, last, 0, columns) for first, last, columns in odd_rows(lines, taken, model)
    ]
    return sorted([*found, *odd])


def _dealt(rows: Sequence[ScanRow], region: Region, model: Model) -> list[list[str]]:
    """Return the columns of rows, dealt anew by the widths of those that were peeled off."""
    texts = [row.text for row in rows[region.first : region.last]]
    columns = dealt(texts, widths_of(region.columns, region.width), model) or region.columns
    return [[cell for cell in column if cell] for column in columns]


class _Search:
    """Searches rows for runs of columns; what a run is of is asked once."""

    def __init__(self, rows: Sequence[ScanRow], model: Model) -> None:
        self.rows, self.model = rows, model
        self.runs: dict[tuple[int, int], tuple[Region, bool]] = {}

    def regions(self, known: Sequence[int]) -> list[Region]:
        """Return the runs of rows that are columns, widths of a leftmost column being known.

        Rows that were no columns are asked again from a part of them on, so that the work stays
        linear.
        """
        found: list[Region] = []
        later: dict[int, int] = {}  # from where a width is asked again
        at = 0
        while at < len(self.rows):
            region = self._region(at, known, later)
            if region:
                found.append(region)
            at = region.last if region else at + 1
        return found

    def _region(self, first: int, known: Sequence[int], later: dict[int, int]) -> Region | None:
        """Return the rows that begin at one."""
        for width in _likely(self.rows, first, known):
            if first < later.get(width, 0):
                continue
            if (first, width) not in self.runs:
                self.runs[first, width] = self._run(first, width)
            region, is_columns = self.runs[first, width]
            if is_columns:
                return region
            later[width] = first + max(1, (region.last - first) // AGAIN)
        return None

    def _run(self, first: int, width: int) -> tuple[Region, bool]:
        """Return the rows from one on that have a leftmost column of a width, and if they are."""
        last = _end(self.rows, first, width)
        rows = self.rows[first:last]
        columns = _columns(rows, width)
        is_columns = len(rows) >= MIN_ROWS and _are_columns(rows, columns, width, self.model)
        return Region(first, last, width, columns), is_columns


def _likely(rows: Sequence[ScanRow], first: int, known: Sequence[int]) -> Iterator[int]:
    """Return the widths that the leftmost column may have of rows that begin at one."""
    row = rows[first]
    if row.cells < MIN_ROW_CELLS or not row.cuts or row.opens:
        return
    for size in WINDOWS:
        end = first + 1
        while end < min(first + size, len(rows)) and not rows[end].opens:
            end += 1
        width = _width(rows[first:end])
        if width and fit(row, width)[0] > 0:
            yield width
            break
    for width in known:
        if fit(row, width)[0] > 0:
            yield width


def _width(rows: Sequence[ScanRow], worth: float = MIN_WORTH) -> int:
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
        fits = [fit(row, width) for row in rows]
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


def _end(rows: Sequence[ScanRow], first: int, width: int) -> int:
    """Return where rows end whose leftmost column is of a width."""
    last = first + 1
    for at in range(first, min(first + MAX_ROWS, len(rows))):
        if (at > first and rows[at].opens) or at - last >= MAX_MISFITS:
            break
        if fit(rows[at], width)[0] > 0:
            last = at + 1
    return last


def _columns(rows: Sequence[ScanRow], width: int) -> list[list[str]]:
    """Return the columns of rows, "" where a row has nothing there."""
    parts = [parted(row, width) for row in rows]
    return [cells for side in zip(*parts, strict=True) for cells in _side(side)]


def _side(texts: Sequence[str]) -> list[list[str]]:
    """Return the columns that stand on one side of a gutter."""
    rows = [read_row(text) for text in texts]
    width = _width([row for row in rows if row.text], MIN_SIDE_WORTH)
    return _columns(rows, width) if width else [list(texts)]


def _are_columns(
    rows: Sequence[ScanRow], columns: Sequence[Sequence[str]], width: int, model: Model
) -> bool:
    """Say whether rows are such of columns: by what they show of a gutter and how they read.

    A table has few marks, and cells that are mostly short.
    """
    fits = [fit(row, width) for row in rows]
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
    ratios = ngram.pair_ratios(counts, texts, map(ending_of, texts[::2]))
    return float(ratios[: len(down)].mean() - ratios[len(down) :].mean())


def _ends(text: str) -> bool:
    return ending_of(text) == END
