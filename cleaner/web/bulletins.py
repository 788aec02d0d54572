"""The head of a bulletin that an office puts on its site: what stands in it is no headline.

防汛抗旱简报
第 47 期（总第 233 期）
江城县水务局办公室编
2021年12月26日
全县水库汛前检查完成            the headline: the bulletin's own lines go to metadata
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.web.page import WebLine
from cleaner.web.runs import Block

ISSUE_RE = re.compile(
    r"(?:(?:19|20)\d\d年)?第?[\d一二三四五六七八九十百〇零]{1,5}期(?:[（(〔]总?第?\d{1,5}期[)）〕])?"
)
ISSUER_RE = re.compile(r"[\u4e00-\u9fff]{4,24}(?:编|编印|主办|编发|编辑部)")
# Lines from the number of the issue to the headline, and from a headline to it. Chosen.
BELOW, ABOVE = 4, 3
NAME_MOST = 20  # characters of a bulletin's name


def masthead(lines: Sequence[WebLine], headline: int) -> range:
    """Return the lines of a bulletin's head right above a line: number, and issuer or day."""
    at, issue, issued = headline, -1, False
    while at > 0 and headline - at < BELOW and issue < 0:
        text = "".join(lines[at - 1].line.text.split())
        issued = issued or lines[at - 1].day or ISSUER_RE.fullmatch(text) is not None
        if ISSUE_RE.fullmatch(text):
            issue = at - 1
        elif not (lines[at - 1].day or ISSUER_RE.fullmatch(text)):
            break
        at -= 1
    if issue < 0 or not issued:
        return range(0)
    named = issue > 0 and not lines[issue - 1].label and lines[issue - 1].chars <= NAME_MOST
    return range(issue - named, headline)


def under_masthead(lines: Sequence[WebLine], block: Block) -> Block:
    """Take the line below a bulletin's head for the headline, if the head was taken for it."""
    for at in range(max(block.start - BELOW, 1), min(block.start + BELOW + 1, block.end - 1)):
        line = lines[at]
        head = masthead(lines, at)
        if head and not (line.label or line.day or line.end or ISSUER_RE.fullmatch(line.line.text)):
            taken = block.headline < 0 or head.start - ABOVE <= block.headline < at
            return block._replace(headline=at, start=at + 1) if taken else block
    return block
