"""Text below the block that is no frame: the parts of a manual, another article in the file.

    责任编辑：阿竹             the foot of the first
    相关阅读
    山里的邮路
    腌菜的缸放在哪里          a headline, its day below it
    2019-12-04 08:15
    腌菜的缸要放在北屋，…     and paragraphs, more than a summary has or a comment

What a site says of itself has no headline with a day, a comment has a name.
"""

from collections.abc import Sequence

from cleaner.layout import COLON, COMMA, PLAIN
from cleaner.web import labels
from cleaner.web.edges import ends_plainly
from cleaner.web.page import WebLine
from cleaner.web.passing import FULL_CHARS
from cleaner.web.runs import Block

PARTED, PART_REACH = 2, 24  # paragraphs of parts below the block; lines between two; chosen
# Sentences of an article, one a paragraph, and their share of its characters; lines between its
# headline and its day; lines without a sentence. Chosen.
SENTENCES, SHARE, STAMP_REACH, GAP = 3, 0.4, 3, 12


def with_parts(lines: Sequence[WebLine], block: Block) -> Block:
    """Go on to the last paragraph below that no label parts from the block, if there are several.

    The parts of a manual, with names of its entries between. One alone may be what a site says of
    itself.
    """
    end, goods, last = block.end, 0, block.end
    for i in range(block.end, len(lines)):
        line = lines[i]
        if line.label or line.teaser or line.day or i - last > PART_REACH:
            break
        if line.good:
            end, goods, last = i + 1, goods + 1, i
    return block._replace(end=end) if goods >= PARTED else block


def with_articles(lines: Sequence[WebLine], barriers: Sequence[bool], block: Block) -> Block:
    """Keep each whole article outside the block, with its headline: pages in one file. Linear."""
    found, at, top = [], 0, 0
    first = min(block.start, block.headline) if block.headline >= 0 else block.start
    while at < len(lines):
        if first <= at < block.end:
            at = top = block.end
        elif lines[at].label != labels.META and not (
            lines[at].day and labels.is_day(lines[at].line.text)
        ):
            at += 1
        else:
            over = first if at < first else len(lines)
            end, sentences = _article(lines, barriers, range(at + 1, over))
            above = range(at - 1, max(at - 1 - STAMP_REACH, top - 1), -1)
            headline = next((i for i in above if not (lines[i].label or lines[i].day)), -1)
            if sentences >= SENTENCES and headline >= 0 and _is_headline(lines[headline]):
                found.append((headline, end))
                top = end
            at = end
    return block._replace(whole=(*block.whole, *found))


def _article(lines: Sequence[WebLine], barriers: Sequence[bool], below: range) -> tuple[int, int]:
    """Return where the last sentence below a day ends, and how many do; 0 where most is none."""
    end, sentences, chars, sure = below.start, 0, 0, False
    for i in below:
        line = lines[i]
        if (barriers[i] and sentences) or line.teaser or line.day or i - end > GAP:
            break
        if ends_plainly(line) and not (line.label or line.copy):
            end, sentences, chars, sure = (
                i + 1,
                sentences + 1,
                chars + line.chars,
                sure or line.good,
            )
    whole = sum(line.chars for line in lines[below.start : end])
    return end, sentences * (sure and chars >= SHARE * whole)


def _is_headline(line: WebLine) -> bool:
    plain = line.line.opening == PLAIN and line.line.ending not in (COMMA, COLON)
    return plain and not (line.end or line.cut) and line.chars >= FULL_CHARS
