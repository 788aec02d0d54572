"""Headlines over rows of columns that a reader of scans gave as lines across the gutters.

Headlines side by side, of two lines each, come out as two lines, like the columns below them:

    社区食堂开进老旧            河道清淤工程提前
    小区街巷                    三月全部完工

They are in larger type, so no width of the columns fits them: a row of them is wrongly cut as a row
of columns, and their lines are joined to what stands beside them. They are told by what they lack,
sentences, and by the wider rows below; and parted as the rows are, by what their lines go on from.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import HAN, Line, ending_of
from cleaner.model import Model
from cleaner.order.rowgrid import OFF, dealt, line_cells

# Marks of a sentence, of a clause; lines of a headline; lines above and below that are asked how
# wide they are, and what share of that a headline has at most.
SENTENCE_RE, CLAUSE_RE = re.compile("[。；]"), re.compile("[，。；、]")
MAX_HEADLINES, BELOW, NARROWER = 3, 8, 0.75
# A headline in the midst of lines is wider than a column's line (cells).
MIN_HEAD_CELLS = 30
# What no headline has inside: many spaces, a mark between two.
ODD_GAP_RE = re.compile(r" {4}|[ \u3000][”。|丨] ?|[，。]$")
# What a reader makes of a rule: a few signs, far apart.
FAR_RE, MAX_SPECKS = re.compile(" {4,}"), 8
# What parts headlines side by side; no headlines, but a page's head.
SURE_GAP_RE = re.compile(r" {4,}(?:[|丨][ |丨]*)?| ?[|丨] ?| [”。“]{1,2} ?")
PAGE_HEAD_RE = re.compile(r"[0-9] ?版|[0-9] ?日|星期")
# The least of a headline's part, in cells; the most characters of a line, a page's width with gaps.
MIN_PART, MAX_CHARS = 6, 240


class Heads(NamedTuple):
    """Lines [first, last) that are headlines side by side; the lines of each."""

    first: int
    last: int
    columns: list[list[str]]


def are_headlines(lines: Sequence[Line]) -> list[bool]:
    """Say of each line whether it is a headline over rows of columns, or headlines side by side."""
    found = [False] * len(lines)
    cells = [line_cells(line.text) for line in lines]

    def is_narrow(at: int) -> bool:
        below = max(cells[at + 1 : at + 1 + BELOW], default=0.0)
        return cells[at] <= NARROWER * below and not SENTENCE_RE.search(lines[at].text)

    ends = [at for at in range(1, len(lines)) if lines[at].blanks or lines[at].page]
    for first, end in pairwise([0, *ends, len(lines)]):
        lead = first
        while lead < min(first + MAX_HEADLINES, end) and is_narrow(lead):
            lead += 1
        # One by itself may be a column's line, beside columns that are at an end.
        if any(FAR_RE.search(line.text) for line in lines[first:lead]):
            found[first:lead] = [True] * (lead - first)
        for at in range(first + 1, end - 1):
            if is_speckled(lines[at].text) or (
                MIN_HEAD_CELLS <= cells[at] <= NARROWER * max(cells[max(first, at - BELOW) : at])
                and is_narrow(at)
                and not CLAUSE_RE.search(lines[at].text)
            ):
                found[at] = True
            # The second line of headlines side by side.
            elif found[at - 1] and at > first + MAX_HEADLINES and FAR_RE.search(lines[at].text):
                found[at] = is_narrow(at)
        last = lines[end - 1].text
        if is_narrow(end - 1) and ending_of(last) == HAN and not ODD_GAP_RE.search(last):
            found[end - 1] = True
    return found


def is_speckled(text: str) -> bool:
    """Say whether a line is what a reader made of a rule: a few signs, far apart."""
    return len("".join(text.split())) <= MAX_SPECKS and len(FAR_RE.findall(text)) > 1


def side_by_side(lines: Sequence[Line], headlines: Sequence[bool], model: Model) -> Iterator[Heads]:
    """Yield runs of lines that are headlines side by side, parted."""
    at = 0
    while at < len(lines):
        first = at
        while at < len(lines) and headlines[at] and not PAGE_HEAD_RE.search(lines[at].text):
            at += 1
        if first < at <= first + MAX_HEADLINES:
            columns = _parted([line.text for line in lines[first:at]], model)
            if columns:
                yield Heads(first, at, columns)
        at = max(at, first + 1)


def under(heads: Heads | None, columns: Sequence[Sequence[str]]) -> list[Sequence[str]]:
    """Return headlines, each before the columns that stand below it: as many for each."""
    if heads is None:
        return list(columns)
    share, rest = divmod(len(columns), len(heads.columns))
    if rest:
        return [*heads.columns, *columns]
    return [
        block
        for number, head in enumerate(heads.columns)
        for block in (head, *columns[number * share : (number + 1) * share])
    ]


def _parted(texts: Sequence[str], model: Model) -> list[list[str]]:
    """Return the lines of each of the headlines that stand side by side in lines; none for one."""
    if max(map(len, texts)) > MAX_CHARS:
        return []
    parts = [
        [part for part in SURE_GAP_RE.split(text) if line_cells(part) >= MIN_PART] for text in texts
    ]
    most = max(map(len, parts))
    if most <= 1 or not any(FAR_RE.search(text) for text in texts):
        return []
    whole = [row for row in parts if len(row) == most]
    widths = [max(map(line_cells, column)) for column in zip(*whole, strict=True)]
    # A line may be a little longer than those that show where it ends.
    widths[-1] = max(widths[-1], max(map(line_cells, texts)) - sum(widths[:-1]) - OFF)
    columns = dealt(texts, widths, model)
    return [[line for line in column if line] for column in columns]
