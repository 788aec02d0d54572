"""Whether the headings of a text speak each of the text below it, and of no other.

A newsletter or the page of a village, a school or a club has no bylines, and its news are too short
for what stands above and below a headline to be told apart (`cleaner.paper.subject`). What tells
such a page from a work with subheads is all its headlines together: the words of each stand in its
own text and in no other, those of the first like those of the last. The title of a work is said all
through it; its subheads (费用, 基本情况, 算不清的账) are hardly said, or say the work's own words.

    村里通了公交车         车, 公交 below, nowhere else
    老支书的账本           账本, 支书 below, nowhere else
    果树修剪班开班         果树, 修剪 below, nowhere else

Of 18 works with three headings and more the mean difference is at most .28, of pages at least .36.
A digest is a text of the same kind: so one other sign of a page is asked for besides, a byline or
the number of an issue at its top, 第7期. With the head of a page each text may be one paragraph
(`heads_of_briefs`); then a subhead stands nowhere among them.
"""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from cleaner import late as re
from cleaner.paper.headings import HEADING, ITEM, TEXT, Block
from cleaner.paper.headmatch import share_of
from cleaner.paper.subject import RECENT_CHARS, RECENT_RE

# The number or the day of an issue, in one of so many lines at the top.
ISSUE_NUMBER_RE = re.compile(
    "[总總]?第[ \u3000]?[0-9０-９一二三四五六七八九十百]{1,4}[ \u3000]?[期号號卷]"
    "|[Nn]o[.．] ?[0-9]{1,4}|[报報刊讯訊][ \u3000]{1,4}(?:19|20)[0-9]{2}年"
)
MAX_NUMBERED_CHARS, TOP = 40, 3
# What the texts of some columns open with: the question, the case.
LABEL_RE = re.compile("问：|[【〔\\[][\u4e00-\u9fff]{2,6}[】〕\\]]|[\u4e00-\u9fff]{2,4}：")
# Headings as wide as headlines are, so many at least; so many are asked, of so much text each.
MIN_HEAD_EM, MIN_HEADS, MOST_HEADS = 5, 3, 40
MIN_TEXT_CHARS, MOST_CHARS = 12, 600
# The mean of what a heading's own text says of it, less what the text that says most of the others
# does; that of the first; and of any other one.
MIN_APART, MIN_FIRST, MIN_ONE = 0.35, 0.3, 0.2
# Of the texts so many have two paragraphs.
MIN_TWO = 1 / 2
# More of the texts of briefs say when: 昨日, 4月17日.
MIN_RECENT = 1 / 2
# How a heading ends that asks.
QUESTION = ("？", "?")


def has_number(blocks: Sequence[Block]) -> bool:
    """Say whether a text has the number of an issue at its top: 防汛简报（第7期）."""
    top = (block for block in blocks[:TOP] if len(block.text) <= MAX_NUMBERED_CHARS)
    return any(ISSUE_NUMBER_RE.search(block.text) for block in top if not block.has_ended)


def speak_apart(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the headings, each the first of a run, that speak of their own text, if most do."""
    firsts, heads, texts = _sections(blocks)
    if sum("\n" in text for text in texts) < MIN_TWO * len(texts):
        return frozenset()
    shares = _shares_apart(blocks, heads, texts)
    return frozenset(firsts[at] for at, share in enumerate(shares) if share > MIN_ONE)


def heads_of_briefs(blocks: Sequence[Block]) -> frozenset[int]:
    """Return all headings, if they speak apart and each stands over one paragraph of news.

    To be asked of what has the head of a page: tips and the parts of a report are as short, but
    do not each say when it was. Where most headings ask, the text answers them: it is one.
    """
    if any(one.kind == below.kind == TEXT for one, below in pairwise(blocks)):
        return frozenset()
    _, heads, texts = _sections(blocks)
    if 2 * sum(blocks[at].text.rstrip().endswith(QUESTION) for at in heads) > len(heads):
        return frozenset()
    recent = sum(RECENT_RE.search(text[:RECENT_CHARS]) is not None for text in texts)
    if recent <= MIN_RECENT * len(texts) or not _shares_apart(blocks, heads, texts):
        return frozenset()
    return frozenset(at for at, block in enumerate(blocks) if block.kind == HEADING)


def _shares_apart(
    blocks: Sequence[Block], heads: Sequence[int], texts: Sequence[str]
) -> list[float]:
    """Return how much more its own text says of each heading than another; none if it is little."""
    if len(heads) < MIN_HEADS:
        return []
    apart = [
        share_of(blocks[head].text, texts[at])
        - max(share_of(blocks[head].text, text) for i, text in enumerate(texts) if i != at)
        for at, head in enumerate(heads)
    ]
    return apart if apart[0] >= MIN_FIRST and sum(apart) >= MIN_APART * len(apart) else []


def built_alike(blocks: Sequence[Block]) -> bool:
    """Say whether the texts below the headings all open with one label: 问：, 【案情】."""
    if sum(block.kind == HEADING for block in blocks) < MIN_HEADS:
        return False
    _, _, texts = _sections(blocks)
    labels = [LABEL_RE.match(text) for text in texts]
    return (
        len(texts) >= MIN_HEADS
        and len({one[0] if one else str(at) for at, one in enumerate(labels)}) == 1
    )


def _sections(blocks: Sequence[Block]) -> tuple[list[int], list[int], list[str]]:
    """Return the first of the headings in a row over a text, the one it says most of, and the text.

    The first may be the name of the page.
    """
    found: list[tuple[list[int], list[str]]] = []
    for at, block in enumerate(blocks):
        if block.kind == HEADING and block.line.width >= MIN_HEAD_EM:
            if not found or found[-1][1]:
                if len(found) == MOST_HEADS:
                    break
                found.append(([], []))
            found[-1][0].append(at)
        elif block.kind in {TEXT, ITEM} and found and len(block.text) >= MIN_TEXT_CHARS:
            found[-1][1].append(block.text)
    found = [one for one in found if one[1]]
    texts = ["\n".join(below)[:MOST_CHARS] for _, below in found]
    heads = [
        max(above, key=partial(_said, blocks, text))
        for (above, _), text in zip(found, texts, strict=True)
    ]
    return [above[0] for above, _ in found], heads, texts


def _said(blocks: Sequence[Block], text: str, head: int) -> float:
    return share_of(blocks[head].text, text)
