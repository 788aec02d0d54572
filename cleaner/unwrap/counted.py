"""Tell text that a program broke at so many characters, not at a width.

Such a program (`textwrap`, `fmt`) counts a Latin letter as much as Han, and breaks at spaces: where
both are mixed its lines have any width, and no column holds them. But more of them agree in their
number of characters than in their width; and blank lines part the paragraphs, which shows before
anything is decoded: above them lines end in full stops, elsewhere hardly any does.
"""

from collections import Counter
from collections.abc import Sequence

from cleaner.layout import COLON, END, Line, kept_with_lines
from cleaner.unwrap.cuts import LOWER_CASE, evidence_of

# So many breaks with blank lines and without, and of the lines above them so many end a sentence.
MIN_BLANK, MIN_OTHER = 3, 8
MIN_ENDED, MAX_ENDED = 0.6, 0.15
# Lines that agree: their characters within so many, their widths within twice as many half em. So
# large a share must agree in the first, and so many times as many as in the second. Of 2,600 real
# texts none is taken; six of six that were broken so have .57 and more, 1.4 and more times as many.
NEAR_CHARS, MIN_NEAR, MIN_TIMES = 3, 0.5, 1.2
# Such a share of the breaks inside cuts a word; rows and verse have hardly any.
MIN_TORN = 0.1


@kept_with_lines
def are_counted(lines: Sequence[Line]) -> bool:
    """Say whether the lines of a text were broken at so many characters. Linear."""
    blank = [at for at in range(1, len(lines)) if lines[at].blanks]
    inside = len(lines) - 1 - len(blank)
    if len(blank) < MIN_BLANK or inside < MIN_OTHER:
        return False
    ended = [line.ending in {COLON, END} for line in lines[:-1]]
    above = sum(ended[at - 1] for at in blank)
    if above < MIN_ENDED * len(blank) or sum(ended) - above > MAX_ENDED * inside:
        return False
    within = [lines[at - 1] for at in range(1, len(lines)) if not lines[at].blanks]
    agree = _agreeing(Counter(len(line.text) for line in within))
    widths = Counter(round(2 * (line.width + line.indent)) for line in within)
    if agree < MIN_NEAR * inside or agree <= MIN_TIMES * _agreeing(widths):
        return False
    pairs = zip(evidence_of(lines), lines[1:], strict=True)
    torn = sum(found <= LOWER_CASE for found, line in pairs if not line.blanks)
    return torn >= MIN_TORN * inside


def _agreeing(sizes: Counter[int]) -> int:
    """Return how many lines have one size, or up to NEAR_CHARS less."""
    return max(sum(sizes[at - less] for less in range(NEAR_CHARS + 1)) for at in sizes)
