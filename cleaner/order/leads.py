"""Put a headline before the start of its text, where a scanner gave it behind.

A headline stands over several columns, and a reader of scans often gives the top of the first
column before it: the lead, then the headline, then what goes on from the lead:

    国家副主席韩正23日在浙江杭州出席……中国数字贸易发展具备独特优     the lead
    韩正出席第二届全球数字贸易博览会开幕式并致辞                     the headline
    势，拥有海量数据资源和丰富的数字化应用场景。                     goes on from the lead

The lead is what stands between the end of the article before and the headline. It speaks of what
the text below speaks of and not of what stands above; the sentence at its foot goes on behind the
headline; it says the headline again, which the text below does not. Each is weighed in nats, as in
the search for the order of blocks.
Only scans are asked: of pages that extractors gave as many come out worse as better.
"""

from collections.abc import Sequence
from operator import add
from typing import NamedTuple

from cleaner.order.blockcosts import Junctions
from cleaner.order.blockread import Block
from cleaner.order.topics import Topics, simplified

# Blocks of a lead, and of the texts above and below that it is held against.
MAX_LEAD, NEAR = 7, 8
# Nats from which a headline moves, and how likely the lead must be of the text below at least.
# (3.5 and any likelihood let pieces of text move, which have neither; chosen.)
MARGIN, LEAST = 4.0, 1.0
# What it weighs that the lead says the headline again and the text below does not; a headline of
# which so much more is said below stands right.
ECHO, MOST_BELOW = 3.0, 0.3
# Characters of a text that say its headline again.
START_CHARS = 150
# What is shorter is a piece of a line, or the name of a section.
MIN_HEADLINE_CHARS = 6


class Texts(NamedTuple):
    """The blocks of a page: their texts, which may be headlines, topics, junctions."""

    texts: Sequence[str]
    heads: Sequence[bool]
    topics: Topics
    junctions: Junctions

    def joined(self, some: Sequence[int]) -> str:
        """Return the text of some blocks."""
        return "".join(self.texts[at] for at in some)


class Place(NamedTuple):
    """Where headlines stand in an order: [head, end); the texts around reach from above to below.

    `above`: where the article before begins, `text`: its first block that is no headline.
    """

    above: int
    text: int
    head: int
    end: int
    below: int


def is_headline(block: Block, text: str) -> bool:
    """Say whether a block may be a headline, and no label."""
    return block.title and text[-1:] not in "：:"


def has_leads(heads: Sequence[bool]) -> bool:
    """Say whether a headline stands between texts."""
    texts = [at for at, head in enumerate(heads) if not head]
    return len(texts) > 1 and any(heads[texts[0] : texts[-1]])


def before_leads(order: Sequence[int], page: Texts) -> list[int]:
    """Return the order with headlines set before their leads."""
    found = list(order)
    places = _places([page.heads[at] for at in found])
    above = 0
    for head, end, below in places:
        text = above
        while text < head and page.heads[found[text]]:
            text += 1
        start, stop = _lead(found, Place(above, text, head, end, below), page)
        if start < head:
            found[start:stop] = [*found[head:stop], *found[start:head]]
        above = start
    return found


def _places(heads: Sequence[bool]) -> list[tuple[int, int, int]]:
    """Return the rows of headlines between texts, and where the text below each ends."""
    found = []
    at, size = 0, len(heads)
    while at < size:
        end = at
        while end < size and heads[end]:
            end += 1
        below = end
        while below < size and not heads[below]:
            below += 1
        if at < end < size:
            found.append((at, end, below))
        at = below
    return found


def _lead(found: Sequence[int], place: Place, page: Texts) -> tuple[int, int]:
    """Return where the lead of headlines begins, and where the headlines end.

    The last of a row of headlines may be text: a last line without an end mark.
    """
    best, most = (place.head, place.end), MARGIN
    first = max(place.text, place.head - MAX_LEAD)
    for stop in range(place.head + 1, place.end + 1):
        title = page.joined(found[place.head : stop])
        if len(title) < MIN_HEADLINE_CHARS:
            continue
        below = found[stop : min(place.below, stop + NEAR)]
        rest = _echo(title, page.joined(below[:2]))
        for start in range(place.head - 1, first - 1, -1):
            lead = found[start : place.head]
            score = page.topics.of_one_article(lead, [*found[place.head : stop], *below])
            more = _echo(title, page.joined(lead)) - rest
            if score < LEAST or more < -MOST_BELOW:
                continue
            score -= page.topics.of_one_article(lead, found[max(place.above, start - NEAR) : start])
            score += ECHO * more + _saved(found, start, place.head, stop, page.junctions)
            if score >= most:
                best, most = (start, stop), score
    return best


def _saved(found: Sequence[int], start: int, head: int, stop: int, junctions: Junctions) -> float:
    """Return what the junctions save when headlines [head, stop) stand before `start`."""
    before = found[start - 1] if start else -1
    lead, last, first, end, below = (found[at] for at in (start, head - 1, head, stop - 1, stop))
    pairs = [(last, first), (end, below), (end, lead), (last, below)]
    pairs += [(before, lead), (before, first)] if start else []
    junctions.learn(pairs)
    cost = junctions.cost
    saved = cost(last, first) + cost(end, below)
    saved -= cost(end, lead) + cost(last, below)
    if start:
        saved += cost(before, lead) - cost(before, first)
    return saved


def _echo(heading: str, text: str) -> float:
    """Return the share of a headline's pairs of letters that the start of a text has."""
    heading, start = simplified(heading), simplified(text[:START_CHARS])
    pairs = {pair for pair in map(add, heading, heading[1:]) if pair.isalnum()}
    return sum(map(start.__contains__, pairs)) / len(pairs) if pairs else 0.0
