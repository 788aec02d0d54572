"""Heads and feet of pages that show by their own shape what they are: 云岭晨报 2025年5月15日 第2版.

A list of books has lines of that shape, with the books' editions, and one of papers, with issues.
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from cleaner import late as re
from cleaner.layout import Line
from cleaner.paper import press
from cleaner.paper.pagecount import is_edge
from cleaner.paper.pagehead import MAX_MASTHEAD_CHARS, are_issues, kinds_of
from cleaner.paper.signs import MASTHEAD, having
from cleaner.programs import program_lines

# The number of a page, or of an edition: 第7版.
EDITION_NUMBER_RE = re.compile("[0-9一二三四五六七八九十]+(?= ?版$)")
# A book and its edition, or the page of a paper whose name or section is not known: 高等水文 7版.
EDITION_RE = re.compile(r"[\u4e00-\u9fff]{3,16}[ \u3000]第?[1-9一二三四五六七八九十][0-9]? ?版")


def mastheads(lines: Sequence[Line]) -> set[int]:
    """Return the lines that are heads of pages by their shape, and the page's edge or a double."""
    heads: set[int] = set()
    shaped: dict[str, list[int]] = {}
    for at, sign in enumerate(having(lines, MASTHEAD)):
        text = lines[at].text
        if not sign or len(text) > MAX_MASTHEAD_CHARS:
            continue
        # .TH LS 1 "2001年3月9日星期五" opens the source of a manual, at whose end may stand 第一版.
        if text[0] == "." or "《" in text or not press.masthead(text) or program_lines(lines)[at]:
            continue
        # A diary's day starts with the date, and stands anywhere.
        named = not text[0].isdigit()
        by_page = text[-1] == "版"
        if EDITION_RE.fullmatch(text) and not kinds_of(text):
            named = by_page = False
        if by_page or (named and at in {0, len(lines) - 1}) or is_edge(lines, at):
            heads.add(at)
        if named:
            shaped.setdefault(text, []).append(at)
    heads -= _editions(lines, heads)
    if are_issues(shaped) and not any(line.page for line in lines):
        # Papers of a list, the last of which ends the text.
        return {at for at in heads if lines[at].text[-1] == "版"}
    # Letter by letter the same: the heads of two pages.
    for where in shaped.values():
        if len(where) > 1:
            heads.update(where)
    return heads


def _editions(lines: Sequence[Line], heads: AbstractSet[int]) -> set[int]:
    """Return the lines of a list of books: 第7版 right above 第3版, as no head of a page stands."""
    found: set[int] = set()
    for at in heads & {at - 1 for at in heads}:
        one, other = (EDITION_NUMBER_RE.search(lines[place].text) for place in (at, at + 1))
        if one and other and one[0] != other[0] and not is_edge(lines, at):
            found |= {at, at + 1}
    return found
