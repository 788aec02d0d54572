"""Undo the joins of lines that look like a column beside prose that is more than twice as wide.

Results, instructions of a machine, the names under a letter, verses of one length: short lines of
nearly one width are a column to the decode, and what comes behind them the end of its paragraph.

    mov eax, 1
    jmp loop

But no column is followed by a line that it could not hold; and columns of Latin letters are wider.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner.layout import Line
from cleaner.unwrap.guards import CUT_WORD, MIN_LATIN_EM, Break
from cleaner.unwrap.quiet import CLEARLY_WIDER

# A column takes less than this share of the one in which most lines are joined.
MAX_SHARE = 0.5


def without_narrow(lines: Sequence[Line], breaks: list[Break]) -> list[Break]:
    """Undo the joins in narrow columns that these could not hold, but for a word that was cut."""
    joins = Counter(one.column for one in breaks if one.joined and one.column)
    if len(joins) < 2:
        return breaks
    widest = MAX_SHARE * max(joins, key=lambda em: (joins[em], em))
    undone = set(_strays(lines, [one for one in breaks if one.joined and one.column < widest]))
    return [one._replace(joined=False) if one.line in undone else one for one in breaks]


def _strays(lines: Sequence[Line], narrow: Sequence[Break]) -> Iterator[int]:
    for one in narrow:
        left, right = lines[one.line], lines[one.line + 1]
        over = right.narrow + right.indent > one.column + CLEARLY_WIDER
        is_latin = left.text.isascii() and right.text.isascii() and one.column < MIN_LATIN_EM
        if one.column and one.margin > CUT_WORD and (over or is_latin):
            yield one.line
