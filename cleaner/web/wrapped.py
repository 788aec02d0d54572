"""Tell the text of a page that a program broke into lines from the frame of the page.

What lynx or html2text prints of a manual has a bar above and below it (上一页, Next), and each line
of it is as short as those of a frame are, and ends as they do: in no mark.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaner.layout import COMMA, HAN, LATIN, Line, Lines
from cleaner.unwrap.decision import decide, of_blocks

# A paragraph that a program broke has so wide lines that end in a word or a comma; chosen.
WRAPPED_EM, OPEN = 20.0, frozenset({COMMA, HAN, LATIN})
# Such a share of the lines of such a text: of manuals .41 and more; of pages .36 and less, nine in
# ten of them less than .2. The others need no decode.
MIN_WIDE = 0.25


def mended(lines: Lines, fates: Sequence[str | None]) -> list[str | None] | None:
    """Return the fates without a cut through a paragraph that a program broke, None where most go.

    `fates`: None of a line that stays, "" of one that goes and is kept nowhere, else a field that
    it is lifted to: 原标题：… that goes on in a line that stays is no fact of the page, and stays.
    None where of a paragraph some lines go, or three of one.
    """
    found = list(fates)
    wide = sum(_is_wide(line) and line.ending in OPEN for line in lines)
    if wide < MIN_WIDE * len(lines) or "" not in found:
        return found
    # What a program broke is as wide as it breaks at: names of links go on in nothing.
    joined = [
        one.joined and one.column > 0 and _is_wide(line)
        for line, one in zip(lines, of_blocks(lines, decide(lines)), strict=False)
    ]
    for i, one in enumerate(joined):
        if one and found[i] and found[i + 1] is None:
            found[i] = None
    torn = any(
        one and {*pair} == {None, ""} for one, pair in zip(joined, pairwise(found), strict=True)
    )
    lost = any(
        one and after and fate == "" == next_fate
        for one, after, fate, next_fate in zip(joined, joined[1:], found, found[1:], strict=False)
    )
    return None if torn or lost else found


def _is_wide(line: Line) -> bool:
    """Say whether a line may be a paragraph's: no address, no picture written out in letters."""
    return line.width >= WRAPPED_EM and not (line.text.isascii() and " " not in line.text)
