"""Reports of one event under one headline, each with a dateline of its own; and briefs without one.

    美欧股市震荡 亚洲股市反弹
    本报纽约1月13日电 纽约股市12日急挫后反弹……
    新华社伦敦1月12日电 因亚洲金融市场再次动荡……

    简讯
    本报讯 京杭运河苏南段四级航道日前通航。
    本报讯 天津农村全部装上了程控电话。

A dateline without a headline belongs under the head above if it says some of it, the less the more
it speaks of what the report under that head does; else it is a brief, or its headline was printed
elsewhere (`cleaner.paper.headmatch`) or lost by a scanner. Of the 316 such texts in a month of a
daily 135 went with the head above, of which 102 are found, and 181 were briefs of other things, of
which 4 are taken; of 927 reports whose headline was taken away 53 go to the one above. What is
named a digest has all the items below it. In columns each dateline has begun an article; in text
that kept its paragraphs it does so where the page has several, under a report with a dateline.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner.paper.headings import TEXT, Block
from cleaner.paper.headmatch import Article, share_of, start_text
from cleaner.paper.pairs import cohesion, pairs_of
from cleaner.paper.rubrics import is_tag
from cleaner.paper.subject import MOST_CHARS

# How much of the head the second report says, and a part of what the two have in common, up to so
# much of it (tried .05 to .2 with .2 to .4: from 53 and 0 to 112 and 6 of the 135 and the 181).
LEAST, COMMON, MOST_COMMON = 0.3, 0.15, 1.3
# Less text above is the name of a programme, 央视网消息（新闻联播）：, which all repeat.
MIN_ABOVE_CHARS = 60


def under_one_head(
    blocks: Sequence[Block], found: Sequence[Article], *, wrapped: bool
) -> list[Article]:
    """Put a report with a dateline and no headline under the head of the report it goes with."""
    joined: list[Article] = []
    for one in found if wrapped else _parted(blocks, found):
        if joined and not one.fields and _opens(blocks, one) and _belong(blocks, joined[-1], one):
            above = joined[-1]
            joined[-1] = above._replace(body=above.body + one.body, glued=above.glued | one.glued)
        else:
            joined.append(one)
    return joined


def _parted(blocks: Sequence[Block], found: Sequence[Article]) -> Iterator[Article]:
    """Divide the articles of a page that open with a dateline where another stands in them."""
    page = sum(bool(one.fields) for one in found) > 1
    for one in found:
        cuts = [0]
        if page and _opens(blocks, one):
            cuts += [
                i
                for i in range(1, len(one.body))
                if blocks[one.body[i]].dated
                and blocks[one.body[i - 1]].has_ended
                and one.body[i] not in one.glued
            ]
        yield one._replace(body=one.body[: cuts[1] if len(cuts) > 1 else None])
        for first, end in pairwise([*cuts[1:], len(one.body)]):
            yield Article((), one.body[first:end], one.glued)


def _opens(blocks: Sequence[Block], one: Article) -> bool:
    """Say whether the text of an article opens with a dateline."""
    first = next((at for at in one.body if blocks[at].kind == TEXT), None)
    return first is not None and blocks[first].dated


def _belong(blocks: Sequence[Block], above: Article, below: Article) -> bool:
    head = "".join(blocks[at].text for _, at in above.fields)
    if not head or not _opens(blocks, above):
        return False
    said = share_of(head, start_text(blocks, below))
    if is_tag(head) or said >= LEAST:
        return True
    texts = ["\n".join(_texts(blocks, one))[:MOST_CHARS] for one in (above, below)]
    if said + COMMON * MOST_COMMON < LEAST or len(texts[0]) < MIN_ABOVE_CHARS:
        return False
    return said + COMMON * min(cohesion(*map(pairs_of, texts)), MOST_COMMON) >= LEAST


def _texts(blocks: Sequence[Block], one: Article) -> list[str]:
    return [blocks[at].text for at in one.body if blocks[at].kind == TEXT]
