"""Reports of one event under one headline, each with a dateline of its own.

    美欧股市震荡 亚洲股市反弹
    本报纽约1月13日电 纽约股市12日急挫后反弹……
    新华社伦敦1月12日电 因亚洲金融市场再次动荡……

A dateline without a headline begins an article in columns, since a page may have printed its
headline elsewhere (`cleaner.paper.headmatch`) or a scanner lost it. What found none there belongs
under the head above if it says the head again, or some of it and speaks of what the report under
that head does: of 53 such texts on printed and scanned pages 12 were a part of it, and did; of the
others one, a second talk of the same two presidents.
"""

from collections.abc import Sequence

from cleaner.paper.headings import TEXT, Block
from cleaner.paper.headmatch import Article, share_of, start_text
from cleaner.paper.subject import MOST_CHARS, cohesion, pairs_of

# How much of the head the second report says; less will do where the two have so much in common.
# The 12 had .25, or .1 and a cohesion of .98 to 2.65; of the others two have such a cohesion and
# say nothing of the head.
MIN_SAID, SOME_SAID, MIN_COHESION = 0.25, 0.1, 0.9
# Less text above is the name of a programme, 央视网消息（新闻联播）：, which all repeat.
MIN_ABOVE_CHARS = 60


def under_one_head(blocks: Sequence[Block], found: Sequence[Article]) -> list[Article]:
    """Put a report with a dateline and no headline under the head of the report it goes with."""
    joined: list[Article] = []
    for one in found:
        if joined and not one.fields and _opens(blocks, one) and _belong(blocks, joined[-1], one):
            above = joined[-1]
            joined[-1] = above._replace(body=above.body + one.body, glued=above.glued | one.glued)
        else:
            joined.append(one)
    return joined


def _opens(blocks: Sequence[Block], one: Article) -> bool:
    """Say whether the text of an article opens with a dateline."""
    first = next((at for at in one.body if blocks[at].kind == TEXT), None)
    return first is not None and blocks[first].dated


def _belong(blocks: Sequence[Block], above: Article, below: Article) -> bool:
    head = "".join(blocks[at].text for _, at in above.fields)
    if not head or not _opens(blocks, above):
        return False
    said = share_of(head, start_text(blocks, below))
    if not SOME_SAID <= said < MIN_SAID:
        return said >= MIN_SAID
    texts = ["\n".join(_texts(blocks, one))[:MOST_CHARS] for one in (above, below)]
    if len(texts[0]) < MIN_ABOVE_CHARS:
        return False
    return cohesion(*map(pairs_of, texts)) >= MIN_COHESION


def _texts(blocks: Sequence[Block], one: Article) -> list[str]:
    return [blocks[at].text for at in one.body if blocks[at].kind == TEXT]
