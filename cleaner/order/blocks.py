"""Find the order of a page's blocks, where whole blocks were given row by row.

A scanner cuts a page of several columns into blocks, and gives the topmost block of each column,
then the next of each: A1 B1 C1, A2 B2 C2. Inside a block the lines are in order. So the blocks
come as lines do where columns are interleaved (`cleaner.order.queues`), and one model reads both:
the columns stand in a queue by when they last got a block; the next block goes on in the column
that was served last (one column may give several blocks, as its paragraphs are), or in the one
that has waited longest, or opens a column. What moves one block so moves the whole row.

How well a block follows another is a cost in nats, `junction`. Either a sentence goes on across
the cut: then the line above is full and has no end mark, the line below does not stand back, and
the characters at the cut or a word across it say so. Or a paragraph ended: then the line above
ends a sentence or a heading, the one below stands back as paragraphs do. Neither holds where a
block stands in the wrong place. A dateline opens an article and goes on no sentence.

Three questions, as in `cleaner.order.columns`; text in order costs little and never changes:
lines of set widths; some blocks that break off and are visibly not gone on with; and an order
that is cheaper by `MARGIN`, reads well as a whole (`MAX_AFTER`) and in which several sentences go
on by the characters at the cut (`MIN_FOUND`, `MIN_FOUND_SHARE`). A book whose pages break off at
figures and page heads has the breaks, but no order that mends them.

A form feed ends a page, and no block crosses it. A page's first block stays first.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from cleaner import ngram
from cleaner.layout import CLOSE, COLON, COMMA, DIGIT, END, HAN, LATIN, OTHER, TAIL, Line
from cleaner.lexicon import cuts_word
from cleaner.model import Model
from cleaner.order.blockqueue import BREAKS_OFF, Costs, columns_of, deal
from cleaner.order.columns import is_set
from cleaner.order.rows import INDENT, Row, read_rows
from cleaner.paper.press import dateline_end

# Two columns of three blocks; a printed page has 25 to 140, and the work grows with the square.
MIN_BLOCKS, MAX_BLOCKS = 6, 200

# Blocks before and after whose widths tell that of a block too short to show one.
NEAR = 12

# A heading has at most three lines.
MAX_TITLE_LINES = 3

# What the ratio of n-grams (`ngram.calibrated`) is worth where a scanner misread characters:
# of 219 true pairs of blocks a third score lowest, so that little speaks against a pair, and of
# 3,858 false ones one in 250 scores over 2.5, so that much speaks for one.
RATIO_AT = (-1.7, -1.0, 0.0, 1.0, 2.0, 3.5, 5.0)
RATIO = (-0.9, -0.3, 0.5, 1.1, 2.1, 4.0, 5.0)
# A word stands across 40 % of the true cuts and 2 % of the false, at every ratio about alike.
WORD, NO_WORD = 1.9, -0.2
LEAST = RATIO[0] + NO_WORD

# Where a block breaks off and the junction with the next costs so much, that does not go on. There
# must be as many such places as sentences are to be found for the search to start.
BROKEN = 1.0

# What an order must show: nats saved, cost a block that may remain, sentences that go on.
MARGIN, MAX_AFTER = 4.0, 0.5
MIN_FOUND, FOUND_RATIO, MIN_FOUND_SHARE = 3, 1.5, 0.25

# Searches until one finds nothing; the second does as a rule.
MAX_ROUNDS = 4

# How a block's first and last line fill the column.
FULL = "full"
STANDS_BACK = "stands back"  # by two characters: a paragraph begins
WIDE = "wide"
SHORT = "short"

INSIDE = frozenset({HAN, LATIN, DIGIT, OTHER})


class Block(NamedTuple):
    """Rows [first, end) between blank lines. `width`: of its column in cells, 0 if not known."""

    first: int
    end: int
    width: int
    top: str
    foot: str
    title: bool
    dateline: bool


def block_order(lines: Sequence[Line], model: Model) -> tuple[int, ...] | None:
    """Return the numbers of the lines in reading order, or None where the blocks stand right.

    The order is one in which a second search finds nothing, so that twice is once.
    """
    if sum(line.blanks > 0 for line in lines) < MIN_BLOCKS - 1:
        return None
    if not is_set([line.width for line in lines], sum(len(line.text) for line in lines)):
        return None
    order = list(range(len(lines)))
    for _ in range(MAX_ROUNDS):
        now = tuple(
            lines[at]._replace(page=line.page) for at, line in zip(order, lines, strict=True)
        )
        found = _improved(now, model)
        if found == list(range(len(lines))):
            break
        order = [order[at] for at in found]
    return tuple(order) if order != list(range(len(lines))) else None


def _improved(lines: tuple[Line, ...], model: Model) -> list[int]:
    """Return the order of the lines that one search finds."""
    rows = read_rows(lines)
    blocks = read_blocks(rows, [not at or line.blanks > 0 for at, line in enumerate(lines)])
    pages: list[list[Block]] = [[]]
    for block in blocks:
        if lines[block.first].page and pages[-1]:
            pages.append([])
        pages[-1].append(block)
    return [
        at
        for page in pages
        for number in page_order(rows, page, model)
        for at in range(page[number].first, page[number].end)
    ]


def page_order(rows: Sequence[Row], blocks: Sequence[Block], model: Model) -> list[int]:
    """Return the numbers of a page's blocks in reading order."""
    size = len(blocks)
    in_order = list(range(size))
    off = [breaks_off(rows, block) for block in blocks]
    if not MIN_BLOCKS <= size <= MAX_BLOCKS or sum(off) < MIN_FOUND:
        return in_order
    # The more the n-grams speak for a junction, the less it costs: what is not broken if they
    # speak against it need not be looked up.
    maybe = [
        (at, at + 1)
        for at in range(size - 1)
        if off[at] and junction(rows, blocks[at], blocks[at + 1], LEAST) >= BROKEN
    ]
    if len(maybe) < MIN_FOUND:
        return in_order
    broken = sum(
        junction(rows, blocks[i], blocks[j], ratio) >= BROKEN
        for (i, j), ratio in zip(maybe, _ratios(rows, blocks, maybe, model), strict=True)
    )
    if broken < MIN_FOUND:
        return in_order
    pairs = [(i, j) for i in in_order for j in in_order]
    flat = _ratios(rows, blocks, pairs, model)
    ratios = [flat[at : at + size] for at in range(0, len(flat), size)]
    costs = Costs(
        [
            [junction(rows, one, two, ratios[i][j]) for j, two in enumerate(blocks)]
            for i, one in enumerate(blocks)
        ],
        [_opening(rows, block) for block in blocks],
        [BREAKS_OFF * one for one in off],
        [block.title for block in blocks],
    )
    order = [at for column in columns_of(deal(costs)) for at in column]
    return _accepted(order, costs, ratios, off)


def _accepted(
    order: Sequence[int], costs: Costs, ratios: Sequence[Sequence[float]], off: Sequence[bool]
) -> list[int]:
    """Return an order with those of its stretches taken back that do not read better."""
    found: list[int] = []
    start = highest = 0
    size = len(order)
    for place, at in enumerate(order):
        highest = max(highest, at)
        if highest > place:
            continue
        part = order[start : place + 1]
        way = [*range(start - 1, start), *part, *range(place + 1, place + 2)]
        way = [one for one in way if 0 <= one < size]
        old = sum(costs.junctions[i][j] for i, j in pairwise(sorted(way)))
        new = sum(costs.junctions[i][j] for i, j in pairwise(way))
        moves = [(i, j) for i, j in pairwise(way) if j != i + 1]
        good = sum(off[i] and ratios[i][j] >= FOUND_RATIO for i, j in moves)
        stands = good >= max(MIN_FOUND, MIN_FOUND_SHARE * len(moves))
        stands = stands and new <= min(old - MARGIN, MAX_AFTER * len(part))
        found += part if stands else sorted(part)
        start = place + 1
    return found


def read_blocks(rows: Sequence[Row], starts: Sequence[bool]) -> list[Block]:
    """Return the blocks of rows; `starts` tells which rows begin one."""
    firsts = [at for at, start in enumerate(starts) if start]
    bounds = list(pairwise([*firsts, len(rows)]))
    titles = [_is_title(rows[a:b]) for a, b in bounds]
    known = [
        0 if title else _inner_width([row.cells for row in rows[a:b]])
        for (a, b), title in zip(bounds, titles, strict=True)
    ]
    return [
        _block(rows, bound, titles[n], known[n], known[max(0, n - NEAR) : n + NEAR + 1])
        for n, bound in enumerate(bounds)
    ]


def _block(
    rows: Sequence[Row],
    bound: tuple[int, int],
    title: bool,
    width: int,
    near: Sequence[int],
) -> Block:
    first, end = bound
    top, foot, indent = rows[first].cells, rows[end - 1].cells, 0
    if not width and not (title and (end - first > 1 or rows[first].apart)):
        # Too short to show a width: a full line of a column near by, or one that stands back.
        counts = Counter(one for one in near if one)
        widths = sorted(counts, key=lambda one: (-counts[one], one))
        width = next((one for one in widths if _place(top, one) == FULL), 0)
        if not width and not title:
            width = next((one for one in widths if abs(top + INDENT - one) <= 1), 0)
            indent = INDENT if end - first == 1 else 0
        if foot > width + 2:
            width = 0
    return Block(
        first,
        end,
        width,
        _place(top, width) if width else SHORT,
        FULL if width and foot + indent >= width - 3 else SHORT,
        title,
        dateline_end(rows[first].text) > 0,
    )


def _is_title(rows: Sequence[Row]) -> bool:
    last = rows[-1]
    if len(rows) > MAX_TITLE_LINES or last.ending in (END, COMMA) or rows[0].opening == TAIL:
        return False
    return last.apart or not any(mark in row.text for row in rows for mark in "，。；")


def _inner_width(cells: Sequence[int]) -> int:
    """Return the width that the inner lines of a block agree on, or 0."""
    inner = cells[1:-1]
    if not inner:
        return 0
    counts = Counter(inner)
    best = max(counts, key=lambda w: (counts[w - 1] + counts[w] + counts[w + 1], w))
    return best if 2 * sum(counts[best + d] for d in range(-2, 3)) >= len(inner) else 0


def _place(cells: int, width: int) -> str:
    """Say how a line fills a column, give or take a space that the scanner saw."""
    over = cells - width
    if abs(over) <= 2:
        return FULL
    if over > 0:
        return WIDE
    return STANDS_BACK if over >= -INDENT - 2 else SHORT


def breaks_off(rows: Sequence[Row], block: Block) -> bool:
    """Say whether a block ends in a full line without an end mark."""
    ended = rows[block.end - 1].ending in (END, COLON)
    return block.foot == FULL and not ended


def _ratios(
    rows: Sequence[Row],
    blocks: Sequence[Block],
    pairs: Sequence[tuple[int, int]],
    model: Model,
) -> list[float]:
    """Return for pairs (i, j) the log-likelihood ratio that block j goes on from block i."""
    mine = range(blocks[0].first, blocks[-1].end)
    counts, ends = ngram.of_lines(tuple(rows[at].text for at in mine), model.table)
    before = np.array([blocks[i].end - 1 - mine.start for i, _ in pairs])
    after = np.array([blocks[j].first - mine.start for _, j in pairs])
    classes = ngram.classes_of(rows[at].ending for at in mine)[before]
    scores = ngram.calibrated(ngram.continuations(counts, ends, before, after), classes)
    found: list[float] = np.interp(scores, RATIO_AT, RATIO).tolist()
    words = [one.foot == FULL and rows[one.end - 1].ending in INSIDE for one in blocks]
    tops = [not one.title and one.top != STANDS_BACK for one in blocks]
    for at, (i, j) in enumerate(pairs):
        if words[i] and tops[j]:
            word = cuts_word(rows[blocks[i].end - 1].text, rows[blocks[j].first].text)
            found[at] += WORD if word else NO_WORD
    return found


def junction(rows: Sequence[Row], one: Block, two: Block, ratio: float) -> float:
    """Return what it costs that block `two` follows block `one` in a column."""
    last, next_ = rows[one.end - 1], rows[two.first]
    foot, top = one.foot, two.top
    if not two.width and one.width:
        top = _place(next_.cells, one.width)
        if top == STANDS_BACK and next_.ending == END and two.end - two.first == 1:
            top = SHORT
    elif not one.width and two.width and not one.title:
        foot = FULL if -3 <= last.cells - two.width <= 2 else SHORT
    other = bool(one.width and two.width and abs(one.width - two.width) > 2)
    end = _break(last, one, two, foot, top) + 4.0 * (next_.opening == TAIL) + 0.8 * other
    if one.title and foot == SHORT:
        return end
    on = 3.5 if foot == SHORT else 0.8 if last.ending == END else 0.05
    on += {FULL: 0.05, STANDS_BACK: 2.0, WIDE: 3.0, SHORT: 2.5}[top]
    on -= 2.0 * (top == SHORT and next_.ending == END)
    on += 1.5 * other + 1.0 * one.title + 0.7 * two.title + 4.0 * two.dateline - min(ratio, 5.0)
    return min(on, end)


def _break(last: Row, one: Block, two: Block, foot: str, top: str) -> float:
    """Return what it costs that a paragraph or a heading ends between two blocks."""
    if one.title:
        cost = 1.0 if foot == FULL else 0.2
    elif last.ending == END:
        cost = 0.8 if foot == FULL else 0.2
    elif foot == FULL:
        cost = {COLON: 1.5, CLOSE: 2.5, COMMA: 5.0}.get(last.ending, 4.0)
    else:
        cost = 0.8
    if two.title:
        return cost + (0.9 if top == FULL else 0.3)
    cost += 1.5 * (two.dateline and not one.title)
    return cost + {FULL: 2.5, STANDS_BACK: 0.1, WIDE: 1.5, SHORT: 1.2}[top]


def _opening(rows: Sequence[Row], block: Block) -> float:
    """Return what it costs that a block is the first of its column."""
    cost = 3.5 if block.title else 4.0 + {FULL: 3.0, STANDS_BACK: 0.0}.get(block.top, 1.5)
    return cost - 2.0 * block.dateline + 3.0 * (rows[block.first].opening == TAIL)
