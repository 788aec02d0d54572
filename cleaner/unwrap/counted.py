"""Tell text that a program broke at its spaces, and which of its lines it found full.

Such a program (html2text, pandoc, lynx, `textwrap`, `fmt`) puts as many words into a line as fit.
What stands between two spaces is a word to it, so in Chinese and Japanese, which have few, its
lines have any width, and no column holds them: what tells is that the next word would not have
fitted. Some count characters, a Latin letter as much as Han, others columns, of which Han takes
two. Each break says how wide the page may have been, as wide as the line and less than with the
next word; where most agree on one width, and many of these lines are short by more than Han
needs, the text was so broken. Blank lines part its paragraphs: above them lines end in full stops,
elsewhere hardly any does.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import BULLET, COLON, END, NUMBER, Line, display_width, kept_with_lines

# Letters of which two words may stand without a space between them, or that fill two columns.
EAST_ASIAN_RE = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]")
# So many breaks with blank lines and without; of the lines above blank ones so many end a sentence,
# and of those that are full so few: what stands behind a full stop is a word with it. Of manuals in
# Chinese, Japanese and Korean that have what is asked below, .26 and more, .21 and less.
MIN_BLANK, MIN_OTHER = 3, 8
MIN_ENDED, MAX_ENDED = 0.25, 0.25
# Such a share of the breaks agrees on one width, and such a share is short by more than a Han and
# a half. No page is narrower, many verses are; chosen.
MIN_AGREED, MIN_SHORT, SHORT = 0.6, 0.2, 1.5
MIN_SIZE = 36.0
# Such a share of the lines that agree.
MOST = 0.9


ENDS = frozenset({COLON, END})


class Filled(NamedTuple):
    """The width of a page whose lines a program filled word by word, and which lines are full."""

    size: float  # as the program counts
    sizes: Sequence[float]  # of each line, with its indent
    words: Sequence[float]  # of the first word of each line
    full: Sequence[bool]  # no blank line comes next, and a word that would not have fitted


@kept_with_lines
def filled_of(lines: Sequence[Line]) -> Filled | None:
    """Return how a text was broken at its spaces, if it was. Linear."""
    above = [line.ending in ENDS for line, after in pairwise(lines) if after.blanks]
    if len(above) < MIN_BLANK or sum(above) < MIN_ENDED * len(above):
        return None
    within = [
        at
        for at, (line, after) in enumerate(pairwise(lines))
        if not after.blanks
        and after.opening not in {BULLET, NUMBER}
        and EAST_ASIAN_RE.search(line.text + after.text)
    ]
    if len(within) < MIN_OTHER:
        return None
    found = [_filled(lines, within, count) for count in (_columns, _characters)]
    # Where Han is many, any measure agrees; by the right one more lines are as wide as the page.
    agreed, short, filled = max(found, key=lambda one: 2 * one[0] - one[1])
    full = [lines[at].ending in ENDS for at in within if filled.full[at]]
    is_filled = (
        filled.size >= MIN_SIZE
        and agreed >= MIN_AGREED * len(within)
        and short >= MIN_SHORT * len(within)
        and sum(full) <= MAX_ENDED * len(full)
    )
    return filled if is_filled else None


def _filled(
    lines: Sequence[Line], within: Sequence[int], count: Callable[[str], float]
) -> tuple[int, int, Filled]:
    """Return on how many breaks most agree, how many of these lines are short, and how full all."""
    sizes = [count(line.text) + 2 * line.indent for line in lines]
    words = [count(line.text.split(maxsplit=1)[0]) for line in lines]
    # A line of one word may be wider than the page.
    least = [size if " " in line.text else 0.0 for size, line in zip(sizes, lines, strict=True)]
    most = [size + 1 + word for size, word in zip(sizes, words[1:], strict=False)]
    turns = Counter(least[at] for at in within)
    turns.subtract(most[at] for at in within)
    ways = sorted(turns)
    agreed = list(accumulate(turns[size] for size in ways))
    best = max(agreed)
    page = ways[agreed.index(best)]
    # But for a few lines that are wider, by chance or in a table.
    usual = next(size for size, many in zip(ways, agreed, strict=True) if many >= MOST * best)
    full = [
        low <= page < high and not after.blanks
        for low, high, after in zip(least, most, lines[1:], strict=False)
    ]
    short = sum(
        full[at] and least[at] > 0 and usual - least[at] > SHORT * count("字") for at in within
    )
    return best, short, Filled(page, sizes, words, [*full, False])


def _characters(text: str) -> float:
    return float(len(text))


def _columns(text: str) -> float:
    return 2 * display_width(text)
