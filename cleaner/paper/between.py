"""Headings that must begin an article, by the signs of the articles round them.

A byline, a dateline or a name under the text belongs to one article. So where the article above has
one and the text below ends in another, an article began between them; if one heading stands there,
that is its headline, whatever it looks like:

    我县召开森林防火工作会议
    本报讯（通讯员 屈燕）3月11日，我县召开……       the sign of the first
    会议要求，各乡镇……
    小香菇撑起致富伞                               the only heading
    走进河湾村的香菇大棚……增收。（董娜）             the sign of another
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.paper.headings import CLOSING, CREDIT, HEADING, ITEM, JUMP, RECORD, TEXT, Block
from cleaner.paper.names import signs_off
from cleaner.paper.press import names_line

# Who wrote, 记者 王平 or 王平; not who helped, sent, took pictures.
WRITER_RE = re.compile("记者|通讯员|文[/／]")


def heads_between(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the headings that are alone between the signs of two articles."""
    found: set[int] = set()
    heads: list[int] | None = None  # since the last sign; None before the first
    for at, block in enumerate(blocks):
        if block.kind == HEADING:
            if heads is not None:
                heads.append(at)
        elif _is_foot(blocks, at):
            if heads and len(heads) == 1 and _has_text(blocks, heads[0], at):
                found.add(heads[0])
            heads = []
        elif block.dated or block.kind in (CREDIT, CLOSING, JUMP, RECORD):
            heads = []
    return frozenset(found)


def _is_foot(blocks: Sequence[Block], at: int) -> bool:
    """Say whether a block ends in who wrote the text above it."""
    block = blocks[at]
    if block.kind == TEXT and not block.dated:
        opened = max(block.text.rfind("（"), block.text.rfind("("))
        return signs_off(block.line) and _names_writer(block.text[opened:])
    under = at > 0 and blocks[at - 1].kind in (TEXT, ITEM)
    return block.kind in (CREDIT, CLOSING) and under and _names_writer(block.text)


def _names_writer(text: str) -> bool:
    if "摄" in text or "参与" in text:
        return False
    return WRITER_RE.search(text) is not None or names_line(text)


def _has_text(blocks: Sequence[Block], head: int, foot: int) -> bool:
    """Say whether text ends above a heading, and stands between it and the sign below."""
    return blocks[head - 1].has_ended and all(
        one.kind in (TEXT, ITEM) for one in blocks[head + 1 : foot]
    )
