"""Heads of two pieces, of which one stays when the other changes: the chapter, and the section.

    4.7 选项              4 操作   |   5.9 参考文献          5 实现细节

No such line comes back, but the piece does, on most pages. A program may give the two with the gap
between them on one line; or each on a line of its own, with the number apart from its name, at the
top of the page.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.layout import END, Line
from cleaner.paper.headkeys import DIGITS_RE, SPECKS
from cleaner.paper.pagehead import MAX_GAPS_CHARS, MIN_HEADS

# Of the pages, so many have the piece. Chosen.
MIN_SHARE = 0.6
GAP_RE = re.compile(r" {3,}|\t|\u3000{2,}")
# Lines at the top of a page that may be pieces of its head, each so wide at most, em. Chosen.
TOP_LINES, PIECE_EM = 6, 10
# A piece may be a heading besides, once or twice.
MOST_INSIDE = 2


def returning_pieces(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines at the tops of pages that have a piece which most pages have there."""
    tops = [at for at, line in enumerate(lines) if line.page or not at]
    least = max(MIN_HEADS, MIN_SHARE * len(tops))
    if len(tops) < least:
        return
    for read in (_gapped, _short):
        of_page = [read(lines, at, TOP_LINES) for at in tops]
        counts = Counter(piece for page in of_page for piece in {*page.values()})
        often = {piece for piece, n in counts.items() if n >= least}
        if often:
            # What stands inside pages, too, is a cell of a table: 张三   男   合格.
            inside = Counter(one for at in range(len(lines)) for one in read(lines, at, 1).values())
            often = {one for one in often if inside[one] <= counts[one] + MOST_INSIDE}
        yield from (at for page in of_page for at, one in page.items() if one in often)


def _gapped(lines: Sequence[Line], top: int, _: int) -> dict[int, str]:
    """Return the last piece of a line that has gaps, if one has letters."""
    parts = GAP_RE.split(lines[top].text) if len(lines[top].text) <= MAX_GAPS_CHARS else []
    keys = [key for key in map(_key, parts) if key] if len(parts) > 1 else []
    return {top: keys[-1]} if keys else {}


def _short(lines: Sequence[Line], top: int, most: int) -> dict[int, str]:
    """Return the short lines that stand together from one on."""
    found = {}
    for at in range(top, min(top + most, len(lines))):
        if lines[at].width > PIECE_EM or lines[at].ending == END or (at > top and lines[at].page):
            break
        if key := _key(lines[at].text):
            found[at] = key
    return found


def _key(part: str) -> str:
    """Return a piece without its number; nothing if it has too few letters to be known again."""
    key = DIGITS_RE.sub("#", "".join(part.split())).strip(SPECKS)
    return key if sum(map(str.isalpha, key)) > 1 else ""
