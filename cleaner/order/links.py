"""What a line costs as the next of the open columns of a page, and what each column is then."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from cleaner.layout import END
from cleaner.order.fit import ends, first, fits, strange
from cleaner.order.rows import Row

# In mid-sentence a column ends less often.
OPEN_FOOT = 0.4
# Of the ways in which a line goes on in a column those are tried that cost so much more at most.
BOTH = 3.0
ROUNDING = 1e-6  # of sums whose terms are added in another order

Turns = tuple[tuple[float, ...], ...]  # as `queues.AFTER`


class Column:
    """An open column: its last line, its width (0: not known), the indent of its last line.

    There is one object for each, so that states are compared without a look inside. It keeps what
    was worked out for it: what it costs that it is closed in mid-sentence (`foot`); that its
    paragraph goes on and that it ends (`ends`); the line that was last asked for; how well the text
    goes on in that line, what the line costs in it at least, and the ways in which it goes on
    there, none as long as the least is enough.
    """

    __slots__ = ("asked", "ends", "foot", "goes_on", "indent", "last", "least", "ways", "width")

    def __init__(self, last: int, width: int, indent: int, foot: float) -> None:
        self.last, self.width, self.indent, self.foot = last, width, indent, foot
        self.ends: tuple[float, float] | None = None
        self.asked = -1
        self.goes_on = self.least = 0.0
        self.ways: Ways = []


Ways = list[tuple[float, Column]]


class Page(NamedTuple):
    """What `queues` asks: rows, the widths common near each, how each looks like a headline.

    `goes_on(i, j)`: the log-likelihood ratio that line j is what comes after line i; of lines far
    apart it is known once `learn(lines, j)` was asked. `gaps`: the costs of the blank line, or of
    none, before each line, if the line before it is what it goes on from, and if not.
    `seconds`: the second lines of blocks (`gaps.seconds`). `turns`: what one event after another
    costs (`queues.turns_of`). `indent`: of first lines (`rows.indent_of`). `whole`: headlines that
    have all their lines.
    """

    rows: Sequence[Row]
    widths: Sequence[tuple[int, ...]]
    odds: Sequence[float]
    goes_on: Callable[[int, int], float]
    learn: Callable[[set[int], int], None]
    gaps: Sequence[tuple[float, float]]
    seconds: Sequence[bool]
    turns: Turns
    indent: int
    whole: frozenset[int] = frozenset()


class Links:
    """The costs of one line as the next of columns, and what each column is then.

    What a column's last line says is worked out once for all lines that come after it, what this
    line says once for all columns of a width.
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._firsts: dict[tuple[int, int], tuple[float, Column]] = {}
        self._at = 0
        self._foot = 0.0
        self._fits: dict[int, tuple[float, float, float, Column, Column]] = {}
        self._mine: dict[tuple[int, int], Column] = {}

    def turn_to(self, at: int) -> None:
        """Ask for the line `at` from now on."""
        self._at = at
        self._foot = OPEN_FOOT * (self._page.rows[at].ending != END)
        self._fits = {}
        self._mine = {}

    def column(self, width: int, indent: int) -> Column:
        """Return the column of a width whose last line is this one."""
        found = self._mine.get((width, indent))
        if found is None:
            found = self._mine[width, indent] = Column(self._at, width, indent, self._foot)
        return found

    def ask(self, column: Column) -> None:
        """Note for a column what this line costs in it at least: what the words say, or nothing."""
        column.asked = self._at
        column.goes_on = self._page.goes_on(column.last, self._at)
        column.least = -max(column.goes_on, 0.0)
        column.ways = []

    def work_out(self, column: Column) -> None:
        """Note for a column the ways in which this line goes on in it, those not far dearer."""
        goes_on = column.goes_on
        if column.width:
            ways = inside, opening = self._ways(column, goes_on)
            least = min(inside[0], opening[0])
        else:
            ways = self._first_ways(column, goes_on)
            least = min([cost for cost, _ in ways])
        limit = least + BOTH
        column.least, column.ways = limit - BOTH, [way for way in ways if way[0] <= limit]

    def _first_ways(self, column: Column, goes_on: float) -> Ways:
        """Do the same as `_ways` for each width that a column can have, where one line is known."""
        page, at, last = self._page, self._at, column.last
        before, row, widths = page.rows[last], page.rows[at], page.widths[at]
        own = {before.cells, row.cells}
        own |= {cells + page.indent for cells in own}
        ways: Ways = []
        # A way costs no less than this besides the price of its column.
        least, limit = -max(goes_on, 0.0) - ROUNDING, math.inf
        for width in {*widths, *own}:
            known = self._firsts.get((last, width))
            if known is None:
                price, indent = first(before, width, page.indent)
                new = Column(last, width, indent, column.foot)
                known = self._firsts[last, width] = price, new
            price = strange(width, widths, page.indent) + known[0]
            if price + least <= limit:
                ways += [(price + cost, after) for cost, after in self._ways(known[1], goes_on)]
                limit = min(limit, ways[-2][0] + BOTH, ways[-1][0] + BOTH)
        return ways

    def _ways(self, column: Column, goes_on: float) -> Ways:
        """Return the costs of a line on in a paragraph, and as the first of another."""
        width = column.width
        known = self._fits.get(width)
        if known is None:
            known = self._fits[width] = (
                *fits(self._page.rows[self._at], width, self._page.indent),
                self.column(width, 0),
                self.column(width, self._page.indent),
            )
        inside, opening, plain, full, indented = known
        if column.ends is None:
            column.ends = ends(self._page.rows[column.last], width, column.indent)
        on, end = column.ends
        return [(min(on - goes_on + inside, end + plain), full), (end + opening, indented)]
