"""Which headline belongs to which text, where a page printed its headlines apart from the texts.

A scanner reads a page in rows, so that several headlines stand one after the other, and the texts
follow without one. The first sentence of a report says again what its headline says: 60 to 80 of
100 pairs of characters of a headline stand in its text's first lines, of another's hardly any. So
each text that opens with a dateline and has no heading, each that stands under a pile of headings,
and each under a headline of which it says nothing, takes the headline that it repeats, the clearest
match first. What finds no text stays where it stood.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache
from operator import add
from typing import NamedTuple

from cleaner.layout import END
from cleaner.lexicon import cuts_word
from cleaner.paper.headings import CREDIT, HEADING, RUBRIC, TEXT, Block

# The start of a text that is held against a headline, and the share of pairs that must stand in it
# (tried .25 to .45: the same within a title or two of 500).
START_CHARS = 300
MIN_SHARE = 0.35
# A headline of which the text below repeats less than this belongs to another text, if one repeats
# it (tried .1 to .25: the same).
MAX_STRANGE_SHARE = 0.1
# A paragraph is the lead of a headline when it repeats so much of it (tried .4 to .7: the same
# within a title or two); it is looked for so many articles away, so deep in each.
MIN_LEAD_SHARE = 0.4
REACH, MAX_BODY = 8, 60
# An untitled text is the first half of the article under a headline that it repeats so much, and
# by so much more than what stands under it; chosen, the same from .4 to .6 and .05 to .2. A title
# of fewer pairs is repeated by chance.
MIN_SURE_SHARE, MIN_GAIN, MIN_LEAD_PAIRS = 0.5, 0.05, 5
# A headline among other texts, over one that does not speak of it or over none, is that of a
# paragraph that repeats so much of it; it is so wide. On open pages 5 of 6 are, and below .6 few.
MIN_STRAY_SHARE, MIN_STRAY_EM, LEAD_CHARS = 0.6, 7, 100
# A page has some tens of headlines; more than this are matched among the nearest only.
MAX_PILE = 40
# Headings of one pile that are looked at: a page has no more.
MAX_HEADINGS = 12
# Headings whose pairs are kept: a page asks for those of one again and again.
KEPT_HEADINGS = 512
# Between an entry of a table of contents and its page.
LEADERS = "……"


class Article(NamedTuple):
    """An article as blocks: the head's fields, the numbers of its body's blocks in order.

    `glued`: the body's blocks that go on the paragraph of the block before them.
    """

    fields: tuple[tuple[str, int], ...]
    body: tuple[int, ...]
    glued: frozenset[int] = frozenset()


def match_headlines(blocks: Sequence[Block], found: Sequence[Article]) -> list[Article]:
    """Give headlines that stand in a pile to the texts that repeat them."""
    if len(found) < 2:
        return list(found)
    bare = [n for n, one in enumerate(found) if _is_bare(blocks, one)]
    empty = [bool(one.fields) and not start_text(blocks, one) for one in found]
    strange = [_is_strange(blocks, one) for one in found]
    piles = {
        n: pile
        for n, one in enumerate(found)
        if len(pile := _pile(blocks, one)) > 1
        or (pile and (empty[n] or strange[n] or (n and empty[n - 1])))
    }
    if not piles or not (bare or sum(strange) + sum(empty) > 1):
        return list(found)
    texts = sorted({*bare, *(n for n in piles if not empty[n])})
    order = sorted(piles)
    pairs = [
        (share, -n, -at)
        for n in texts
        for start in (start_text(blocks, found[n]),)
        for at in _near(piles, order, n)
        if (share := share_of(blocks[at].text, start)) >= MIN_SHARE
    ]
    titles: dict[int, int] = {}
    taken: set[int] = set()
    for _, n, at in sorted(pairs, reverse=True):
        if -n not in titles and -at not in taken:
            titles[-n] = -at
            taken.add(-at)
    wholes = {lines[0]: lines for one in found for lines in (_title_lines(one),) if lines}
    return [
        _retitled(one, piles.get(n, ()), titles.get(n), taken, wholes)
        for n, one in enumerate(found)
    ]


def split_at_leads(blocks: Sequence[Block], found: Sequence[Article]) -> list[Article]:
    """Begin an article at the paragraph that repeats a headline that has no text of its own."""
    leads: dict[int, tuple[int, int]] = {}
    gone: set[tuple[str, int]] = set()
    for number, heading in _orphans(blocks, found):
        lead = _lead(blocks, found, number, heading)
        if lead and lead[0] not in leads:
            leads[lead[0]] = (lead[1], heading)
            gone.add(("title", heading))
    result: list[Article] = []
    for n, one in enumerate(found):
        cut, heading = leads.get(n, (len(one.body), 0))
        fields = tuple(field for field in one.fields if field not in gone)
        result.append(one._replace(fields=fields, body=one.body[:cut]))
        if n in leads:
            result.append(Article((("title", heading),), one.body[cut:], one.glued))
    return result


def join_leads(blocks: Sequence[Block], found: Sequence[Article]) -> list[Article]:
    """Put an untitled text that repeats a headline near by before the text that stands under it.

    The columns of an article were read in another order: its head stands over its second half,
    which has no dateline and repeats less of it. Of a page in columns only.
    """
    pairs = []
    for n, one in enumerate(found):
        if one.fields or not one.body or blocks[one.body[0]].kind != TEXT:
            continue
        lead = blocks[one.body[0]].text[:START_CHARS]
        for m in range(max(0, n - REACH), min(len(found), n + REACH + 1)):
            title = _title(blocks, found[m])
            share = share_of(title, lead) if len(title) > MIN_LEAD_PAIRS else 0
            if share < MIN_SURE_SHARE or _is_dated(blocks, found[m]):
                continue
            if share > share_of(title, start_text(blocks, found[m])) + MIN_GAIN:
                pairs.append((share, -abs(n - m), -n, -m))
    leads: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, n, m in sorted(pairs, reverse=True):
        if -n not in taken and -m not in leads:
            leads[-m] = -n
            taken.add(-n)
    return [
        one._replace(
            body=(*found[leads[m]].body, *one.body), glued=one.glued | found[leads[m]].glued
        )
        if m in leads
        else one
        for m, one in enumerate(found)
        if m not in taken
    ]


def kickers_of_empty(blocks: Sequence[Block], found: Sequence[Article]) -> list[Article]:
    """Make headlines that found no text the kicker of the head right below them.

    They have none because they are a part of that head: of 91 so found 10 were titles.
    """
    result: list[Article] = []
    above: tuple[int, ...] = ()
    for one, below in zip(found, (*found[1:], Article((), ())), strict=True):
        fields = (*(("kicker", at) for at in above), *one.fields)
        own = (*(at for _, at in fields), *one.body)
        first = min((at for _, at in below.fields), default=-1)
        if max(own, default=-2) + 1 == first and all(blocks[at].kind == HEADING for at in own):
            above = tuple(sorted(own))
            continue
        result.append(one._replace(fields=fields))
        above = ()
    return result


def split_at_strays(blocks: Sequence[Block], found: Sequence[Article]) -> list[Article]:
    """Begin an article at the paragraph that repeats a headline printed among other texts.

    Of a page in columns only.
    """
    result = list(found)
    strays = [
        at
        for one in found
        for i, at in enumerate(one.body)
        if _is_stray(blocks, at, one.body[i + 1 : i + 3])
    ]
    for at in strays[:MAX_PILE]:
        number = next((n for n, one in enumerate(result) if at in one.body), None)
        if number is None:
            continue  # the second line of a headline that found its text
        lead = _lead(blocks, result, number, at, MIN_STRAY_SHARE)
        cut = _cut(blocks, result[lead[0]], lead[1], blocks[at].text) if lead else 0
        if not lead or not cut:
            continue
        head = [at]
        if at + 1 < len(blocks) and cuts_word(blocks[at].text, blocks[at + 1].text):
            head.append(at + 1)
        host = result[lead[0]]
        fields = tuple(("title", line) for line in head)
        result.insert(lead[0] + 1, Article(fields, host.body[cut:], host.glued))
        result[lead[0]] = host._replace(body=host.body[:cut])
        result = [
            one._replace(body=tuple(block for block in one.body if block not in head))
            for one in result
        ]
    return result


def _cut(blocks: Sequence[Block], host: Article, at: int, heading: str) -> int:
    """Return where in a body the article begins whose lead stands at `at`; 0 where none does.

    The title above speaks of its own start and not of the lead: the items of a digest stay. So
    does what was lifted out of a text word for word.
    """
    lead = blocks[host.body[at]].text[:LEAD_CHARS]
    if heading.strip("—-“”") in lead or share_of(heading, lead) < MIN_STRAY_SHARE:
        return 0
    title = _title(blocks, host)
    if (
        share_of(title, start_text(blocks, host)) < MIN_SHARE
        or share_of(title, lead) > MAX_STRANGE_SHARE
    ):
        return 0
    while at and blocks[host.body[at - 1]].kind == CREDIT:
        at -= 1
    above = blocks[host.body[at - 1]]
    return at if at and above.kind == TEXT and above.line.ending == END else 0


def _is_stray(blocks: Sequence[Block], at: int, below: Sequence[int]) -> bool:
    if blocks[at].kind != HEADING or blocks[at].line.width < MIN_STRAY_EM:
        return False
    text = "".join(blocks[i].text for i in below if blocks[i].kind == TEXT)
    return share_of(blocks[at].text, text[:START_CHARS]) < MAX_STRANGE_SHARE


def _title(blocks: Sequence[Block], one: Article) -> str:
    return "".join(blocks[at].text for at in _title_lines(one))


def _is_dated(blocks: Sequence[Block], one: Article) -> bool:
    """Say whether the text under a head begins with a dateline."""
    return any(blocks[at].dated for at in one.body[:2])


def _orphans(blocks: Sequence[Block], found: Sequence[Article]) -> list[tuple[int, int]]:
    """Return the headlines without a text, or over a strange one, each with its article."""
    return [
        (number, at)
        for number, one in enumerate(found)
        if not start_text(blocks, one) or _is_strange(blocks, one)
        for field, at in one.fields
        if field == "title"
    ][:MAX_PILE]


def _lead(
    blocks: Sequence[Block],
    found: Sequence[Article],
    number: int,
    heading: int,
    least: float = MIN_LEAD_SHARE,
) -> tuple[int, int] | None:
    """Return the article near by, and the place in its body, that repeats a headline most."""
    near = range(max(0, number - REACH), min(len(found), number + REACH + 1))
    shares = [
        (share, -abs(n - number), -n, -i)
        for n in near
        for i, at in enumerate(found[n].body[:MAX_BODY])
        if (i or not found[n].fields) and blocks[at].kind == TEXT and at not in found[n].glued
        if LEADERS not in blocks[at].text  # an entry of the contents
        for share in (share_of(blocks[heading].text, blocks[at].text[:START_CHARS]),)
        if share >= least
    ]
    if not shares:
        return None
    _, _, n, i = max(shares)
    return -n, -i


def _is_bare(blocks: Sequence[Block], one: Article) -> bool:
    return not one.fields and bool(one.body) and blocks[one.body[0]].dated


def _is_strange(blocks: Sequence[Block], one: Article) -> bool:
    """Say whether a headline stands over a text that does not speak of it."""
    titles = _title(blocks, one)
    start = start_text(blocks, one) if titles else ""
    return bool(start) and share_of(titles, start) < MAX_STRANGE_SHARE


def _pile(blocks: Sequence[Block], one: Article) -> tuple[int, ...]:
    """Return the headings over an article's text: title, subtitle and what stands under them."""
    lead = []
    for at in one.body:
        if blocks[at].kind != HEADING:
            break
        lead.append(at)
    rests = _title_lines(one)[1:]
    fields = (at for _, at in one.fields if blocks[at].kind != RUBRIC and at not in rests)
    return (*fields, *lead) if one.fields else ()


def _near(piles: dict[int, tuple[int, ...]], order: Sequence[int], n: int) -> list[int]:
    """Return the headings of the piles nearest to an article, at most some tens."""
    at = bisect_left(order, n)
    window = order[max(0, at - MAX_PILE // 2) : at + MAX_PILE // 2]
    return [heading for number in window for heading in piles[number][:MAX_HEADINGS]]


def start_text(blocks: Sequence[Block], one: Article) -> str:
    """Return the start of an article's text."""
    start = ""
    for at in one.body:
        if blocks[at].kind == TEXT:
            start += blocks[at].text[:START_CHARS]
        if len(start) >= START_CHARS:
            break
    return start[:START_CHARS]


def share_of(heading: str, start: str) -> float:
    """Return the share of a heading's pairs of characters that stand in the start of a text.

    The name of a series before it, 【…】, says nothing of this text.
    """
    pairs = _pairs(heading)
    return sum(map(start.__contains__, pairs)) / len(pairs) if pairs else 0


@lru_cache(KEPT_HEADINGS)
def _pairs(heading: str) -> frozenset[str]:
    heading = heading.partition("】")[2] or heading
    return frozenset(pair for pair in map(add, heading, heading[1:]) if pair.isalnum())


def _title_lines(one: Article) -> tuple[int, ...]:
    return tuple(at for field, at in one.fields if field == "title")


def _retitled(
    one: Article,
    pile: Sequence[int],
    title: int | None,
    taken: AbstractSet[int],
    wholes: Mapping[int, tuple[int, ...]],
) -> Article:
    """Return an article with the title it matched, and without the headings that others took.

    `wholes`: the lines of headlines that took several, by the first.
    """
    own = [wholes.get(at, (at,)) for at in pile if at not in taken]
    if title is not None:
        head, rest = wholes.get(title, (title,)), own
    elif not any(at in taken for at in pile):
        return one
    else:
        head, rest = (own[0], own[1:]) if own else ((), [])
    body = tuple(at for at in one.body if at not in pile)
    return one._replace(
        fields=tuple(("title", at) for at in head),
        body=(*(at for lines in rest for at in lines), *body),
    )
