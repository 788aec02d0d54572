"""Tell the text of a page that a program broke into lines from the frame of the page.

What lynx or html2text prints of a manual has a bar above and below it (上一页, Next), and each line
of it is as short as those of a frame are, and ends as they do: in no mark.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaner.layout import COMMA, HAN, LATIN, Lines
from cleaner.unwrap.decision import decide, of_blocks

# A paragraph that a program broke has so wide lines that end in a word or a comma; chosen.
WRAPPED_EM, OPEN = 20.0, frozenset({COMMA, HAN, LATIN})
# Such a share of the lines of such a text: of manuals .41 and more; of pages .36 and less, nine in
# ten of them less than .2. The others need no decode.
MIN_WIDE = 0.25


def cuts_paragraphs(lines: Lines, fates: Sequence[str | None]) -> bool:
    """Say whether of the paragraphs that a program broke some go, in part or three lines of one.

    `fates`: None of a line that stays, "" of one that goes and is kept nowhere.
    """
    wide = sum(line.width >= WRAPPED_EM and line.ending in OPEN for line in lines)
    if wide < MIN_WIDE * len(lines) or "" not in fates:
        return False
    joined = [one.joined and one.column > 0 for one in of_blocks(lines, decide(lines))]
    torn = any(
        one and {*pair} == {None, ""} for one, pair in zip(joined, pairwise(fates), strict=True)
    )
    return torn or any(
        one and after and fate == "" == next_fate
        for one, after, fate, next_fate in zip(joined, joined[1:], fates, fates[1:], strict=False)
    )
