"""Bring a text that stands in another article of a page in columns to the one it speaks of.

Where columns were chained wrongly, the second half of an article stands behind the first half of
its neighbour. No headline tells it. But an article says its names again and again, and the articles
of a page have next to nothing in common: a text that shares hardly anything with what stands above
it, and much with another article, is of that.

The text begins behind the end of a sentence and goes on to the next such place; where nothing on
the page speaks of its matter, it stays. It goes behind the article's text, or before it where it
stood before it on the page.
"""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import sqrt
from typing import NamedTuple

from cleaner.late import np
from cleaner.paper.headings import TEXT, Block
from cleaner.paper.headmatch import REACH, Article
from cleaner.paper.pairs import SMALL, Pairs, cohesion, pairs_of, pairs_of_each, weights_of
from cleaner.paper.subject import MOST_CHARS

# What a text and all above it in its article have in common at most (`pairs.cohesion`; of 750
# such places 62 below .03 held 48 true ends of an article, 62 above .5 held 12; tried .06 to .25);
# of the text so many paragraphs are asked. Less above or below proves nothing by its silence.
STRANGE, NEAR = 0.15, 2
MIN_ABOVE_CHARS, MIN_BELOW_CHARS = 60, 40
# Where more than this share of the paragraphs is strange so, each speaks of something else: entries
# of a lexicon, sayings. (On pages of newspapers one in ten is.)
MANY = 1 / 3
# What it has in common with another article at least (tried .4 to .6), a short text more, as one
# name may be enough for it; and how many times as much as with any other one, its own too: of 51
# texts that were moved on read pages 30 came home, 2 were taken from their article, 14 stood in
# a wrong one before and after.
AKIN, AKIN_SHORT, SHORT_CHARS, MORE = 0.5, 0.8, 150, 2.0
# Paragraphs above that are asked first.
FEW_ABOVE = 5
# Sums differ by less than this with the order that they are added in.
ROUNDING = 1e-9


class _Said(NamedTuple):
    """What each block of a page says: its pairs of letters, and what each pair weighs."""

    blocks: Sequence[Block]
    pairs: Sequence[frozenset[int]]
    weights: Mapping[int, float]


def brought_home(blocks: Sequence[Block], found: Sequence[Article]) -> list[Article]:
    """Give texts to the articles that speak of their matter."""
    if len(found) < 2:
        return list(found)
    said = _said(blocks)
    parts = [list(_parts(said, one)) for one in found]
    strange = sum(map(len, parts)) - len(parts)
    if not strange or strange > MANY * sum(len(one.body) for one in found):
        return list(found)
    bodies, glued = [deque(mine[0].body) for mine in parts], [set(one.glued) for one in found]
    heads = [pairs_of(_text(blocks, mine[0])) for mine in parts]
    for n, mine in enumerate(parts):
        for part in mine[1:]:
            home = _home(heads, _text(blocks, part), n)
            if home > n:
                bodies[home].extendleft(reversed(part.body))
            else:
                bodies[home].extend(part.body)
            glued[home].update(part.glued)
    return [
        one._replace(body=tuple(body), glued=frozenset(tied))
        for one, body, tied in zip(found, bodies, glued, strict=True)
    ]


def _home(heads: Sequence[Pairs], text: str, own: int) -> int:
    """Return the number of the article that a text goes to, or of its own; `heads`: their pairs."""
    near, pairs = range(max(0, own - REACH), min(len(heads), own + REACH + 1)), pairs_of(text)
    alike = {n: cohesion(pairs, heads[n]) for n in near}
    best = max(near, key=lambda n: (alike[n], -abs(n - own)))
    other = max((alike[n] for n in near if n != best), default=0.0)
    least = AKIN if len(text) >= SHORT_CHARS else AKIN_SHORT
    return best if alike[best] >= max(least, MORE * other) else own


def _parts(said: _Said, one: Article) -> Iterator[Article]:
    """Cut an article before each text that shares nothing with what stands above it."""
    cuts = [0]
    for at in range(1, len(one.body)):
        above = one.body[max(cuts[-1], at - FEW_ABOVE) : at]
        if _goes_on(said, above, one.body[at : at + NEAR]):
            continue
        if _is_strange(said.blocks, one, cuts[-1], at):
            cuts.append(at)
    yield one._replace(body=one.body[: cuts[1] if len(cuts) > 1 else None])
    for first, end in pairwise([*cuts[1:], len(one.body)]):
        body = one.body[first:end]
        yield Article((), body, one.glued.intersection(body))


def _said(blocks: Sequence[Block]) -> _Said:
    """Return what each block says; all are looked at in one go."""
    pairs = pairs_of_each([block.text for block in blocks])
    every = list(frozenset[int]().union(*pairs))
    weights = weights_of(np.array(every, np.uint32)).tolist()
    return _Said(blocks, pairs, dict(zip(every, weights, strict=True)))


def _goes_on(said: _Said, above: Sequence[int], below: Sequence[int]) -> bool:
    """Say whether a paragraph has so much of the few above it that it cannot be strange.

    Four of five are told so, in a fraction of the time: what stands further up only adds to it.
    """
    chars = [len(said.blocks[at].text) + 1 for at in (*above, below[0])]
    if sum(chars) > MOST_CHARS:
        return False
    shared = frozenset[int]().union(*(said.pairs[below[0]] & said.pairs[at] for at in above))
    # No more pairs are below than these, and one more for each joint.
    most = sum(len(said.pairs[at]) + 1 for at in below)
    found = sum(said.weights[pair] for pair in shared)
    return found >= (STRANGE + ROUNDING) * sqrt(most + SMALL)


def _is_strange(blocks: Sequence[Block], one: Article, first: int, at: int) -> bool:
    """Say whether the text from `at` on has nothing of what stands from `first` to there."""
    if not blocks[one.body[at - 1]].has_ended or one.body[at] in one.glued:
        return False
    if blocks[one.body[at]].kind != TEXT:
        return False
    below = [blocks[i] for i in one.body[at : at + NEAR] if blocks[i].kind == TEXT]
    head = "" if first else "".join(blocks[i].text for _, i in one.fields)
    over = _last(blocks, (one.body[i] for i in range(at - 1, first - 1, -1)), head)
    under = "\n".join(block.text for block in below)
    if len(over) < MIN_ABOVE_CHARS or len(under) < MIN_BELOW_CHARS:
        return False
    return cohesion(pairs_of(over), pairs_of(under[:MOST_CHARS])) < STRANGE


def _last(blocks: Sequence[Block], upwards: Iterable[int], head: str) -> str:
    """Return a headline and the last of the text below it; `upwards`: its blocks, last first."""
    texts: list[str] = []
    chars = 0
    for at in upwards:
        texts.append(blocks[at].text)
        chars += len(texts[-1])
        if chars > MOST_CHARS:
            break
    return head + "\n" + "\n".join(reversed(texts))[-MOST_CHARS:]


def _text(blocks: Sequence[Block], one: Article) -> str:
    head = "".join(blocks[at].text for _, at in one.fields)
    text, chars = [head], len(head)
    for at in one.body:
        if chars > MOST_CHARS:
            break
        text.append(blocks[at].text)
        chars += len(text[-1])
    return "\n".join(text)[:MOST_CHARS]
