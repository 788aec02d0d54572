"""Read the columns of a page out, each article's under its own headline.

Columns stand in the order of their tops (`stacks` says where not), behind the headlines above them;
a headline below ends what stands above it. So far a page is one article under another.

Articles also stand side by side. Then their headlines come in one pile, and all their columns
below. Where one article ends and the next begins shows at the foot of a column and the top of the
one after it: the width changes (the columns of one article are of one width), the foot ends a
sentence, the top opens a paragraph or even a dateline, or says one of the headlines again, the
words do not go on. If there are as many such places as the pile of headlines asks for, each article
goes under its own. Which is whose follows from left to right, unless an article that starts a line
higher (its neighbour has a byline above it) came first: then the words of the headline tell, as the
lead repeats them.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaner.layout import END
from cleaner.order.chains import chained, stand_beside
from cleaner.order.doubts import parted, standing
from cleaner.order.feet import Feet
from cleaner.order.groups import Group, Order, groups_of, width_of
from cleaner.order.rows import INDENT, Row
from cleaner.order.signs import Signs
from cleaner.order.stacks import in_order
from cleaner.paper.press import dateline_end

# What speaks for another article at the top of a column, in nats (odds as in cleaner.order.queues).
OTHER_WIDTH = 4.0  # the columns of one article differ in width by a cell or two
SAME_WIDTH = 2  # cells
FOOT_ENDS, FOOT_OPEN = 1.0, -4.0
TOP_INDENTED, TOP_FULL = 1.5, -2.0
DATELINE = 3.0
MIN_OTHER = 1.0
# It says one of the headlines again: so many pairs of characters in its first lines (1.5 to 3 nats
# alike; of first columns 36 to 43 in 100 have two pairs or more, of others 4 to 14).
SAYS_AGAIN, AGAIN_PAIRS, AGAIN_LINES = 1.5, 3, 2

# Pairs of characters of a headline that the lead of its text repeats: another article has to
# repeat this many more to be preferred to the one that stands in order.
LEAD_LINES = 4
MIN_MORE_ECHO = 3
# A page whose columns were cut in doubt is asked again so often; of 93 pages none more than twice.
ROUNDS = 4


def read_out(
    rows: Sequence[Row],
    dealt: Sequence[int],
    feet: Feet,
    doubted: frozenset[int] = frozenset(),
    *,
    scanned: bool = False,
) -> Order:
    """Return the rows in reading order; `dealt`: for each row what `queues.deal` says.

    `doubted`: rows that may not go on from what they were dealt to (`doubts`).

    A scan loses ends of lines, and with them the widths by which columns are chained.
    """
    groups = groups_of(dealt)
    found = Order([], [], [])
    for group in in_order(groups, feet):
        articles = _articles(rows, group, feet)
        tops = {title[0] for title in group.titles}
        for lines in articles:
            found.rows.extend(lines)
            if lines[0] in tops:
                found.opening.append(lines[0])
                found.piled.extend(lines[:1] if len(articles) > 1 else [])
    if scanned or not stand_beside(groups, feet):
        return found
    signs = Signs(rows, feet)
    order = chained(signs, groups_of(parted(dealt, doubted)), found, doubted)
    for _ in range(ROUNDS):
        # A column that is set together again was rightly one, and the page is asked with it whole.
        left = standing(doubted, dealt, order.rows)
        if left == doubted:
            break
        doubted = left
        order = chained(signs, groups_of(parted(dealt, doubted)), found, doubted)
    return order


def _articles(rows: Sequence[Row], group: Group, feet: Feet) -> list[list[int]]:
    """Return the lines of each article of a group, in order."""
    texts = _side_by_side(rows, group, feet) if len(group.titles) > 1 else []
    if not texts:
        return [lines] if (lines := _in_order(group)) else []
    matched = _matched(rows, group.titles, texts)
    bodies = [[at for column in text for at in column] for text in matched]
    # A byline goes to the article that begins below it.
    tops = [body[0] for body in bodies]
    heads = [list(title) for title in group.titles]
    for apart in group.aparts:
        below = [top for top in tops if top > apart]
        if below:
            heads[tops.index(min(below))].append(apart)
        else:
            bodies[-1].append(apart)
    return [[*head, *body] for head, body in zip(heads, bodies, strict=True)]


def _in_order(group: Group) -> list[int]:
    """Return the lines of one article: its heads, then its columns; credits where they stood."""
    if not group.columns:
        return sorted([*(at for title in group.titles for at in title), *group.aparts])
    first = group.columns[0][0]
    titles = [at for title in group.titles for at in title]
    heads = sorted([*titles, *(at for at in group.aparts if at < first)])
    bodies = list(group.columns)
    for apart in (at for at in group.aparts if at >= first):
        above = [number for number, body in enumerate(bodies) if body[0] < apart]
        bodies.insert(above[-1] + 1, [apart])
    return [*heads, *(at for body in bodies for at in body)]


def _side_by_side(rows: Sequence[Row], group: Group, feet: Feet) -> list[list[list[int]]]:
    """Return the columns of each article, if as many stand side by side as there are headlines."""
    columns, wanted = group.columns, len(group.titles)
    if len(columns) < wanted:
        return []
    signs = [
        _other(rows, one, two, feet) + SAYS_AGAIN * _says_again(rows, group.titles, two)
        for one, two in pairwise(columns)
    ]
    best = sorted(range(len(signs)), key=lambda at: (-signs[at], at))[: wanted - 1]
    if any(signs[at] < MIN_OTHER for at in best):
        return []
    cuts = [0, *(at + 1 for at in sorted(best)), len(columns)]
    return [columns[a:b] for a, b in pairwise(cuts)]


def _other(rows: Sequence[Row], one: Sequence[int], two: Sequence[int], feet: Feet) -> float:
    """Return how much speaks for another article in the second of two columns."""
    foot, top = rows[one[-1]], rows[two[0]]
    widths = [width_of(rows, column) for column in (one, two)]
    score = OTHER_WIDTH if abs(widths[0] - widths[1]) > SAME_WIDTH else 0.0
    score += FOOT_ENDS if foot.ending == END else FOOT_OPEN - feet.raw(one[-1], two[0])
    indent = widths[1] - top.cells
    score += TOP_INDENTED if abs(indent - INDENT) <= 1 else TOP_FULL if indent < 2 else 0.0
    return score + DATELINE * (dateline_end(top.text) > 0)


def _says_again(
    rows: Sequence[Row], titles: Sequence[Sequence[int]], column: Sequence[int]
) -> bool:
    """Say whether the top of a column repeats one of the headlines."""
    top = [column[:AGAIN_LINES]]
    return any(_echo(rows, title, top) >= AGAIN_PAIRS for title in titles)


def _matched(
    rows: Sequence[Row], titles: Sequence[Sequence[int]], texts: Sequence[list[list[int]]]
) -> list[list[list[int]]]:
    """Return the texts in the order of the headlines: as they stand, or turned round."""
    size = len(titles)
    echoes = [
        sum(_echo(rows, title, texts[(i + turn) % size]) for i, title in enumerate(titles))
        for turn in range(size)
    ]
    turn = max(range(size), key=lambda one: (echoes[one], -one))
    if echoes[turn] < echoes[0] + MIN_MORE_ECHO:
        turn = 0
    return [texts[(i + turn) % size] for i in range(size)]


def _echo(rows: Sequence[Row], title: Sequence[int], text: Sequence[Sequence[int]]) -> int:
    """Return how many pairs of characters of a headline the start of a text repeats."""
    name = "".join(rows[at].text for at in title)
    lead = "".join(rows[at].text for at in text[0][:LEAD_LINES])
    return sum(pair in lead for pair in {name[i : i + 2] for i in range(len(name) - 1)})
