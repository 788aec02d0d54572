"""Cut the few rows that a reader of scans read across columns which it else read one by one.

Where two columns stand close for a line or three, it takes them there for one:

    县区要把养护资金列入年度预算，落 建三十所中小学校，增加学位两万个，
    实专人负责，确保群众出行安全。会

Such rows are too few to show a width, as `scanrows` asks. They show by themselves: prose that is
wider than nearly all lines of its page, with a sign of a gutter where a column of the page ends.
And the parts go on, in each other and in the lines around, better than the rows do. Each is
weighed in nats. (A headline is as wide, but has no mark of a sentence.)
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from math import log

from cleaner import late as re
from cleaner import ngram
from cleaner.late import np
from cleaner.layout import END, Line, ending_of
from cleaner.model import Model
from cleaner.order.rowcuts import ScanRow, fit, parted, read_row
from cleaner.order.rowgrid import GAP_RE, line_cells
from cleaner.order.topics import simplified

# What prose has.
MARK_RE = re.compile("[，。；,]")
# The least width of a part, in cells; at most: rows of a block, cuts in a row's halves, widths.
LEAST_CELLS, MAX_ROWS, MAX_DEPTH, MAX_TRIED = 14, 8, 3, 8
# The share of a page's lines that are as wide, at most; by how many cells lines differ that are as
# wide, and columns that are of one width; so many lines at least tell what is wide.
MAX_WIDE, AS_WIDE, SAME, MIN_LINES = 0.08, 4, 2, 20
# Shares of lines are taken for so much greater, as few are there to count.
FEW = 0.03
# Lines around in which a part may go on; the share of parts that go on in none.
AROUND, NOWHERE = 10, 0.3
# What rows, widths and words must say at least. (All of 28 blocks that say so much are rows of
# columns, on the odd pages of six sets; a line of one column says at most 1.9.)
MIN_SAID = 2.2


def odd_rows(
    lines: Sequence[Line], taken: Collection[int], model: Model
) -> Iterator[tuple[int, int, list[list[str]]]]:
    """Yield runs of lines [first, last) that are rows of columns, and the columns of each.

    `taken`: lines that are known to be rows.
    """
    if len(lines) - len(taken) < MIN_LINES:
        return
    page = _Page(lines, taken, model)
    at = 0
    while at < len(lines):
        last = at
        while last < min(at + MAX_ROWS, len(lines)) and last not in taken and page.is_odd(last):
            if last > at and page.rows[last].opens:
                break
            last += 1
        done = at + 1
        for first in range(at, last):
            columns = page.parted(first, last)
            if len(columns) > 1:
                done = first + len(columns[0])
                yield first, done, [[cell for cell in column if cell] for column in columns]
                break
        at = max(done, at + 1)


class _Page:
    """A page's lines, how wide they are, and how well they go on."""

    def __init__(self, lines: Sequence[Line], taken: Collection[int], model: Model) -> None:
        self.texts = [line.text for line in lines]
        self.rows = [read_row(line.text, opens=bool(line.blanks or line.page)) for line in lines]
        self.cells = sorted(
            line_cells(text) for at, text in enumerate(self.texts) if at not in taken
        )
        pieces = [simplified(part) for text in self.texts for part in GAP_RE.split(text) if part]
        self.counts = ngram.with_own(model.table, ngram.fold_all(pieces))

    def is_odd(self, at: int) -> bool:
        """Say whether a line is prose that is wider than nearly all of the page."""
        row = self.rows[at]
        wide = row.cells >= 2 * LEAST_CELLS and self._wide(row.cells) <= MAX_WIDE
        return wide and MARK_RE.search(row.text) is not None

    def parted(self, first: int, last: int) -> list[list[str]]:
        """Return the columns of lines [first, last), or of the first of them; one for no rows."""
        sides = self._sides(self.rows[first:last], first, whole=False)
        if sides is None:
            return [self.texts[first:last]]
        return [column for side in sides for column in self._columns(side, first, 1)]

    def _columns(self, side: list[str], first: int, depth: int) -> list[list[str]]:
        """Return the columns of what stands on one side of a gutter."""
        rows = [read_row(text) for text in side]
        sides = self._sides(rows, first, whole=True) if depth < MAX_DEPTH else None
        if sides is None:
            return [side]
        return [column for half in sides for column in self._columns(half, first, depth + 1)]

    def _sides(
        self, rows: Sequence[ScanRow], first: int, whole: bool
    ) -> tuple[list[str], list[str]] | None:
        """Return what stands on both sides of the gutter that says most; None for no gutter.

        `first`: the line of the first row. `whole`: all rows are cut or none.
        """
        if self._wide(max(row.cells for row in rows)) > MAX_WIDE:
            return None
        most, best = MIN_SAID, None
        for width in _widths(rows):
            fits = [fit(row, width)[0] for row in rows]
            size = next((at for at, shown in enumerate(fits) if shown <= 0), len(rows))
            if size < len(rows) and (whole or not size):
                continue
            sides = [parted(row, width) for row in rows[:size]]
            said = sum(fits[:size]) + self._shares(rows[:size], width)
            said += self._words(sides, first)
            if said > most:
                most, best = said, sides
        if best is None:
            return None
        return [left for left, _ in best], [right for _, right in best]

    def _wide(self, cells: float) -> float:
        """Return what share of the page's lines is as wide."""
        return 1 - bisect_left(self.cells, cells - AS_WIDE) / len(self.cells)

    def _shares(self, rows: Sequence[ScanRow], width: int) -> float:
        """Return what it says how many lines are as wide as the left column, and as the rows."""
        same = bisect_right(self.cells, width + SAME) - bisect_left(self.cells, width - SAME)
        wide = self._wide(max(row.cells for row in rows))
        return log(same / len(self.cells) + FEW) - log(wide + FEW)

    def _words(self, sides: Sequence[tuple[str, str]], first: int) -> float:
        """Return how much better sides of rows go on, and in the lines around, than the rows."""
        before = self.texts[max(0, first - AROUND) : first]
        after = self.texts[first + len(sides) : first + len(sides) + AROUND]
        pairs = [*sides, *((a[1], b[0]) for a, b in pairwise(sides))]
        across = len(pairs)
        pairs += [(a[side], b[side]) for a, b in pairwise(sides) for side in (0, 1)]
        down = len(pairs)
        pairs += [(text, sides[0][1]) for text in before]
        above = len(pairs)
        pairs += [(sides[-1][0], text) for text in after]
        gains = self._gains(pairs)
        said = gains[across:down].sum() - gains[:across].sum()
        for some in (gains[down:above], gains[above:]):
            if len(some):
                said += log(NOWHERE + (1 - NOWHERE) * np.exp(some).mean())
        return float(said)

    def _gains(self, pairs: Sequence[tuple[str, str]]) -> ngram.Floats:
        """Return the log-likelihood ratio of each pair; 0 behind the end of a sentence."""
        texts = ngram.fold_all([simplified(text) for pair in pairs for text in pair])
        endings = [ending_of(text) for text in texts[::2]]
        gains = ngram.pair_ratios(self.counts, texts, endings)
        return np.where([end == END for end in endings], 0.0, gains)


def _widths(rows: Sequence[ScanRow]) -> list[int]:
    """Return the widths that the left column of rows may have, those that most show first."""
    begins = Counter(
        int(cut.wide + 0.5)
        for row in rows
        for cut in row.cuts
        if cut.wide >= LEAST_CELLS and row.cells - cut.wide >= LEAST_CELLS
    )
    return sorted(begins, key=lambda width: (-begins[width], width))[:MAX_TRIED]
