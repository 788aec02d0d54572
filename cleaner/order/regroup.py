"""Bring what stands in the wrong article of a page to its own, by what it says and how wide it is.

Columns read one after the other, a page still holds what the columns do not tell: an article's
second column stands behind another article's first, a headline in the midst of its text, the foot
of one article under the head of the next. So the blocks are cut into parts wherever a new article
may begin: before a heading, before a dateline, and where the next block has nothing in common with
the part before it and goes on no sentence of it. A part without a head of its own then belongs to
the article whose head stands before it, unless it speaks of another's matter, and is as wide as
that, and not as this one (`MARGIN`); there it is put in the place that it had on the page.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from cleaner.order.blockread import Block
from cleaner.order.blockwidths import MOST, Widths, read_widths
from cleaner.order.topics import ARTICLE, Topics, Union, alike

# Nats by which another article must be likelier than the one where a part stands, and how likely
# that must be. A text stays under the heading that it follows, if little speaks against it.
MARGIN, LEAST, UNDER_HEADING = 3.0, 1.5, 1.0
# A heading with no text of its own that so likely heads a text without a heading does.
HEADS = 2.5
# A part ends where the next block is so unlikely to be of it.
SHIFT = -1.0
# Rounds, each with the articles that the one before found; the third changes next to nothing.
ROUNDS = 3


class Part(NamedTuple):
    """Blocks in a row. `headed`: it begins with a heading or a dateline."""

    blocks: tuple[int, ...]
    headed: bool


class Page(NamedTuple):
    """The parts of a page, the blocks they are made of, what these say and how wide they are."""

    parts: Sequence[Part]
    blocks: Sequence[Block]
    topics: Topics
    widths: Widths

    def is_titled(self, number: int) -> bool:
        """Say whether a part begins with a heading."""
        return self.blocks[self.parts[number].blocks[0]].title

    def held(self, owner: Sequence[int]) -> dict[int, list[int]]:
        """Return the blocks of each article, by the number of the part that heads it."""
        found: dict[int, list[int]] = {}
        for number, part in enumerate(self.parts):
            found.setdefault(owner[number], []).extend(part.blocks)
        return found


def regrouped(
    order: Sequence[int],
    blocks: Sequence[Block],
    topics: Topics,
    sure: AbstractSet[tuple[int, int]],
) -> list[int]:
    """Return the order with parts brought to their articles; `sure`: what a sentence binds."""
    page = Page(_parts(order, blocks, topics, sure), blocks, topics, read_widths(blocks))
    owner = _owners(page.parts)
    for _ in range(ROUNDS):
        held = page.held(owner)
        unions = {head: topics.union(mine) for head, mine in held.items()}
        new = [
            own if own == number else _best(page, number, own, held, unions)
            for number, own in enumerate(owner)
        ]
        if new == owner:
            break
        owner = new
    owner = _titled(page, owner)
    return [
        at
        for head in range(len(owner))
        if owner[head] == head
        for number in _in_place(head, owner, page.parts)
        for at in page.parts[number].blocks
    ]


def _parts(
    order: Sequence[int],
    blocks: Sequence[Block],
    topics: Topics,
    sure: AbstractSet[tuple[int, int]],
) -> list[Part]:
    parts: list[Part] = []
    now = [order[0]]
    for before, at in pairwise(order):
        title = blocks[at].title
        if (before, at) in sure:
            cut = False
        elif blocks[before].title:
            cut = not title  # the text under a heading is a part of its own
        else:
            cut = title or blocks[at].dateline or at != before + 1
            cut = cut or topics.of_one_article([at], now) <= SHIFT
        if cut:
            parts.append(_part(now, blocks))
            now = []
        now.append(at)
    parts.append(_part(now, blocks))
    return parts


def _part(numbers: Sequence[int], blocks: Sequence[Block]) -> Part:
    first = blocks[numbers[0]]
    return Part(tuple(numbers), first.title or first.dateline)


def _owners(parts: Sequence[Part]) -> list[int]:
    """Return for each part the number of the part that heads its article."""
    owner: list[int] = []
    head = 0
    for number, part in enumerate(parts):
        if part.headed:
            head = number
        owner.append(head)
    return owner


def _best(
    page: Page,
    number: int,
    own: int,
    held: Mapping[int, Sequence[int]],
    unions: Mapping[int, Union],
) -> int:
    """Return the head of the article that a part belongs to; `own`: the one where it stands."""
    part = page.parts[number].blocks
    beside = [at for at in held[own] if at not in part]
    here = page.topics.of_one_article(part, beside) + page.widths.of_one_article(part, beside)
    if number == own + 1 and page.blocks[page.parts[own].blocks[-1]].title:
        here += UNDER_HEADING
    best, most = own, max(LEAST, here + MARGIN)
    if most > ARTICLE[-1] + MOST:
        return own
    mine = page.topics.union(part)
    for head, union in unions.items():
        if head == own:
            continue
        score = alike(mine, union) + page.widths.of_one_article(part, held[head])
        if score >= most:
            best, most = head, score
    return best


def _titled(page: Page, owner: Sequence[int]) -> list[int]:
    """Return the owners after headings without a text were given to texts without a heading."""
    held = page.held(owner)
    bare = [head for head in held if not page.is_titled(head)]
    pairs = []
    for head, mine in held.items():
        title = page.parts[head].blocks
        rest = [at for at in mine if at not in title]
        if head in bare or (rest and page.topics.of_one_article(title, rest) > 0):
            continue
        pairs += [(page.topics.of_one_article(title, held[text]), -text, -head) for text in bare]
    new = list(owner)
    taken: set[int] = set()
    for score, text, head in sorted(pairs, reverse=True):
        if score >= HEADS and not {text, head} & taken:
            taken |= {text, head}
            new = [-head if one == -text else one for one in new]
    return new


def _in_place(head: int, owner: Sequence[int], parts: Sequence[Part]) -> list[int]:
    """Return the parts of an article: its head, then the others as they stood on the page."""
    mine = [number for number, one in enumerate(owner) if one == head and number != head]
    return [head, *sorted(mine, key=lambda number: parts[number].blocks[0])]
