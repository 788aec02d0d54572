"""Find the order of a page's blocks, where whole blocks were given row by row.

A scanner cuts a page of several columns into blocks, and gives the topmost block of each column,
then the next of each: A1 B1 C1, A2 B2 C2. Inside a block the lines are in order. So the blocks
come as lines do where columns are interleaved (`cleaner.order.queues`), and one model reads both:
the columns stand in a queue by when they last got a block; the next block goes on in the column
that was served last (one column may give several blocks, as its paragraphs are), or in the one
that has waited longest, or opens a column. What moves one block so moves the whole row.

Two kinds of evidence say which: how the lines at the cut follow each other (`blockcosts`), which
decides where a sentence goes on; and what the column's last blocks and the next one speak of
(`topics`), which decides where a paragraph begins. By the first alone a fifth fewer blocks find
their place, by the second alone nothing does.

Three questions, as in `cleaner.order.columns`; text in order costs little and never changes:
lines of set widths; some blocks that break off and are visibly not gone on with (`MIN_FOUND`); and
an order that is cheaper by so much for each block moved (`MARGIN_A_MOVE`). A book whose pages break
off at figures and page heads has the breaks, but no order that mends them.

What was dealt is then one sign among others, and runs of blocks move by all of them (`blockmoves`):
in a scan, and where a search found disorder. Last, where the words alone leave no doubt that one
block goes on in another (`Junctions.sure`), a line by itself as well, the smaller side moves there.

In a scan a headline that stands behind the start of its text is then set before it (`leads`); for
this the page needs no other fault.

A form feed ends a page, and no block crosses it. A page's first block stays first.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.layout import TAIL, Line
from cleaner.model import Model
from cleaner.order.blockcosts import Junctions
from cleaner.order.blockmoves import moved
from cleaner.order.blockqueue import BREAKS_OFF, Costs, Links, columns_of, deal
from cleaner.order.blockread import FULL, STANDS_BACK, Block, breaks_off, read_blocks
from cleaner.order.columns import are_set
from cleaner.order.leads import Texts, before_leads, has_leads, is_headline
from cleaner.order.regroup import regrouped
from cleaner.order.rows import MAX_BLANK_SHARE, Row, read_rows
from cleaner.order.topics import Topics, read_topics

# Two columns of three blocks; a printed page has 25 to 140, and the work grows with the square.
MIN_BLOCKS, MAX_BLOCKS = 6, 200

# Where a block breaks off and the junction with the next costs so much, that does not go on. There
# must be as many such places as sentences are to be found for the search to start.
BROKEN = 1.0

MIN_FOUND = 3
# ... and such a share of the blocks: the search takes the square of their number. Of 18 scanned
# pages of which blocks were moved the least had .064, and a seed in order has .057; chosen.
MIN_BROKEN_SHARE = 0.06

# The ratio from which a sentence surely goes on; and in a block that looks like a heading, or on
# from it (on scanned pages of four sets 33 of 247 of those that are text, 5 of 443 headings).
FOUND, SURE = 1.5, 2.0

# What an order must save, in all and for each block that it moves, in nats. On 70 pages of seven
# typesetters every stretch of blocks that saved 3.2 and more a move had more blocks that follow
# rightly, of those between 2.5 and 3.2 half; none under 2 had.
MARGIN, MARGIN_A_MOVE = 8.0, 2.5

# Searches until one finds nothing; the second does as a rule.
MAX_ROUNDS = 4


class Order(NamedTuple):
    """The numbers of lines in reading order, and those before which nothing ends.

    A blank line before one of these belongs before the next of the others.
    """

    lines: tuple[int, ...]
    inner: frozenset[int]


def block_order(lines: Sequence[Line], model: Model, *, scanned: bool) -> Order | None:
    """Return the order of the lines, or None where the blocks stand right.

    Only what is known to be scanned has headlines behind their leads.

    The order is one in which a second search finds nothing, so that twice is once.
    """
    blanks = sum(line.blanks > 0 for line in lines)
    if not MIN_BLOCKS - 1 <= blanks <= MAX_BLANK_SHARE * len(lines):
        return None
    if not are_set(lines):
        return None
    order = list(range(len(lines)))
    going_on: set[int] = set()
    now: Sequence[Line] = lines
    for _ in range(MAX_ROUNDS):
        disordered = order != list(range(len(lines)))
        found, on = _improved(now, model, scanned=scanned, disordered=disordered)
        going_on |= {order[at] for at in on}
        if found == list(range(len(lines))):
            break
        order = [order[at] for at in found]
        now = tuple(
            lines[at]._replace(page=line.page) for at, line in zip(order, lines, strict=True)
        )
    if order == list(range(len(lines))):
        return None
    inner = {at for at, line in enumerate(lines) if not line.blanks}
    return Order(tuple(order), frozenset(inner | going_on))


def _improved(
    lines: Sequence[Line], model: Model, *, scanned: bool, disordered: bool
) -> tuple[list[int], list[int]]:
    """Return the order of the lines that one search finds, and which go on a sentence."""
    rows = read_rows(lines)
    found: list[int] = []
    going_on: list[int] = []
    tops = [0, *(at for at, line in enumerate(lines) if line.page and at), len(lines)]
    for first, end in pairwise(tops):
        starts = [at == first or lines[at].blanks > 0 for at in range(first, end)]
        page = read_blocks(rows[first:end], starts)
        order, on = page_order(rows[first:end], page, model, scanned=scanned, disordered=disordered)
        found += [first + at for one in order for at in range(page[one].start, page[one].stop)]
        going_on += [first + page[one].start for one in on]
    return found, going_on


def page_order(
    rows: Sequence[Row],
    blocks: Sequence[Block],
    model: Model,
    *,
    scanned: bool,
    disordered: bool = False,
) -> tuple[list[int], list[int]]:
    """Return the numbers of a page's blocks in reading order, and which go on a sentence.

    `disordered`: a search found some out of order.
    """
    size = len(blocks)
    in_order = list(range(size))
    if not MIN_BLOCKS <= size <= MAX_BLOCKS:
        return in_order, []
    off = [breaks_off(rows, block) for block in blocks]
    texts = ["".join(row.text for row in rows[one.first : one.end]) for one in blocks]
    junctions = Junctions(rows, blocks, model)
    broken = _is_broken(off, junctions)
    leads = scanned and has_leads(_headlines(blocks, texts))
    if not broken and not leads:
        return in_order, []
    if inner := in_sentences(blocks, off, junctions):
        blocks = [
            one._replace(title=False) if at in inner else one for at, one in enumerate(blocks)
        ]
        junctions = Junctions(rows, blocks, model)
    topics = read_topics(texts, model)
    order, words = in_order, list[tuple[int, int]]()
    if broken:
        order = _dealt(rows, blocks, off, topics, junctions)
        # Poems, a list of rules: where neither scanner nor columns show disorder, blocks stay.
        if scanned or disordered or order != in_order:
            order = moved(order, blocks, off, topics, junctions)
            words = junctions.sure()
    dealt = order != in_order
    if leads:
        order = before_leads(order, Texts(texts, _headlines(blocks, texts), topics, junctions))
    order = _whole(order, words, blocks, junctions)
    if order == in_order:
        return in_order, []
    junctions.learn(pairwise(order))
    sure = {(i, j) for i, j in pairwise(order) if off[i] and junctions.ratio(i, j) >= FOUND}
    # Two lines of a headline have a blank line between them as others have.
    sure |= {(i, j) for i, j in words if not (blocks[i].title and blocks[j].title)}
    if dealt:
        order = regrouped(order, blocks, topics, sure)
    return order, [j for i, j in pairwise(order) if (i, j) in sure]


def _headlines(blocks: Sequence[Block], texts: Sequence[str]) -> list[bool]:
    return [is_headline(block, text) for block, text in zip(blocks, texts, strict=True)]


def _whole(
    order: Sequence[int],
    words: Sequence[tuple[int, int]],
    blocks: Sequence[Block],
    junctions: Junctions,
) -> list[int]:
    """Return an order with the sentences put together whose words say that they go on so.

    The smaller side moves, with what surely goes on from it or in it.
    """
    now = list(order)

    def goes_on(at: int) -> bool:
        """Say whether the block at a place of the order goes on the one before it."""
        one, two = now[at - 1], now[at]
        return not (blocks[one].title or blocks[two].title) and junctions.ratio(one, two) >= FOUND

    for one, two in words:
        before, after = now.index(one), now.index(two)
        if after in (0, before + 1):
            continue
        first, last = before, after + 1
        while first and goes_on(first):
            first -= 1
        while last < len(now) and goes_on(last):
            last += 1
        left, right = now[first : before + 1], now[after:last]
        if set(left) & set(right):
            continue
        sizes = [sum(blocks[at].end - blocks[at].first for at in run) for run in (left, right)]
        # What stands under a heading is its own.
        kept = [at > 0 and blocks[now[at - 1]].title for at in (first, after)]
        moves_right = not first or (kept[1], sizes[1]) <= (kept[0], sizes[0])
        run = right if moves_right else left
        rest = [at for at in now if at not in run]
        to = rest.index(one) + 1 if moves_right else rest.index(two)
        now = [*rest[:to], *run, *rest[to:]]
    return now


def _is_broken(off: Sequence[bool], junctions: Junctions) -> bool:
    """Say whether many blocks break off and are visibly not gone on with by the next."""
    # The more the n-grams speak for a junction, the less it costs: what is not broken if they
    # speak against it need not be looked up.
    maybe = [
        (at, at + 1) for at, cost in enumerate(junctions.at_most()) if off[at] and cost >= BROKEN
    ]
    least = max(MIN_FOUND, MIN_BROKEN_SHARE * len(off))
    if len(maybe) < least:
        return False
    junctions.learn(maybe)
    return sum(junctions.cost(i, j) >= BROKEN for i, j in maybe) >= least


def in_sentences(
    blocks: Sequence[Block], off: Sequence[bool], junctions: Junctions
) -> frozenset[int]:
    """Return the blocks that look like headings and are a piece of the sentence beside them.

    A block of one line that has no mark is a heading, unless it goes on in the next block, or goes
    on the one before.
    """
    pairs = [
        (at, at + 1)
        for at, (one, two) in enumerate(pairwise(blocks))
        if (two.title and off[at]) or (one.title and not two.title and two.top != STANDS_BACK)
    ]
    junctions.learn(pairs)
    going_on = [pair for pair in pairs if junctions.ratio(*pair) >= SURE]
    return frozenset(at for pair in going_on for at in pair if blocks[at].title)


def _dealt(
    rows: Sequence[Row],
    blocks: Sequence[Block],
    off: Sequence[bool],
    topics: Topics,
    junctions: Junctions,
) -> list[int]:
    """Return the order in which the blocks stand in their columns."""
    junctions.learn_all()
    costs = Costs(
        junctions,
        [_opening(rows, block) for block in blocks],
        [BREAKS_OFF * one for one in off],
        [block.title for block in blocks],
        topics.shared().tolist(),
        topics.sizes.tolist(),
    )
    return _accepted([at for column in columns_of(deal(costs)) for at in column], costs)


def _accepted(order: Sequence[int], costs: Costs) -> list[int]:
    """Return an order with those of its stretches taken back that do not read better."""
    links = Links(costs)
    found: list[int] = []
    start = highest = 0
    size = len(order)
    for number, at in enumerate(order):
        highest = max(highest, at)
        if highest > number:
            continue
        part = order[start : number + 1]
        way = [one for one in (start - 1, *part, number + 1) if 0 <= one < size]
        costs.junctions.learn(pairwise(way))
        old = sum(links((i,), j) for i, j in pairwise(sorted(way)))
        new = sum(links((i,), j) for i, j in pairwise(way))
        moves = sum(j != i + 1 for i, j in pairwise(way))
        stands = old - new >= max(MARGIN, MARGIN_A_MOVE * moves)
        found += part if stands else sorted(part)
        start = number + 1
    return found


def _opening(rows: Sequence[Row], block: Block) -> float:
    """Return what it costs that a block is the first of its column.

    A dateline on a line of its own shows no width; it opens a column as a heading does.
    """
    opens = block.title or (block.dateline and not block.width)
    cost = 3.5 if opens else 4.0 + {FULL: 3.0, STANDS_BACK: 0.0}.get(block.top, 1.5)
    return cost - 2.0 * block.dateline + 3.0 * (rows[block.first].opening == TAIL)
