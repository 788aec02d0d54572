"""How likely a line goes on in another: the characters at the cut, and the words.

The table of n-grams (`ngram`) does not know every word; the word list does not know what stands
behind what. Where a word of the list stands across the cut, a pair that the table has never seen
goes on as often as not; where none does, one that it has often seen does so a little less. What
both say together was counted on 5,900 pairs of lines that go on and 33,000 that do not (within
nine lines of a page, of three kinds, which agree within half a nat).
"""

from bisect import bisect_right

from cleaner.layout import HAN, is_han
from cleaner.lexicon import cuts_word
from cleaner.order.rows import QUOTES, Row

# What the table says, and what both say where a word is cut and where none is, nats.
RATIO = (-1.2, -0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 6.0)
CUT = (1.0, 1.4, 2.0, 3.2, 3.7, 4.6, 4.8, 5.6)
WHOLE = (-1.3, -0.3, 0.4, 0.8, 1.9, 2.8, 3.8, 4.5)

# One line opens a bracket and the next closes it; only one of the two does. The same of quotes.
# Counted on 74 printed pages, pairs within twelve lines: where both do 156 of 209 go on, where one
# does 7 of 2,915, 3.6 and -3.4 nats; of quotes, which run over more lines, 3.3 and -2.5. (Of boxes
# in rows that a scan gave 3.7 and -3.3, 3.1 and -1.3.)
BOTH, ONE = 3.5, -3.3
BOTH_QUOTES, ONE_QUOTE = 3.1, -2.3

# Past this the table alone is as sure.
SURE = 5.5


def with_words(ratio: float, before: Row, after: Row) -> float:
    """Return the log-likelihood ratio that a line goes on in another, words counted."""
    if before.ending != HAN or ratio > SURE or not is_han(after.text[0]):
        return ratio
    known = CUT if cuts_word(before.text, after.text) else WHOLE
    # What numpy.interp does, which takes ten times as long for one figure.
    if not RATIO[0] <= ratio < RATIO[-1]:
        return known[0] if ratio < RATIO[0] else known[-1]
    at = bisect_right(RATIO, ratio) - 1
    slope = (known[at + 1] - known[at]) / (RATIO[at + 1] - RATIO[at])
    return slope * (ratio - RATIO[at]) + known[at]


def of_pairs(before: Row, after: Row) -> float:
    """Return what it says of two lines which bracket or quote they leave open and close."""
    opened, closed = before.unclosed, after.unopened
    if not opened and not closed:
        return 0.0
    is_quote = (opened or closed) in QUOTES.values()
    if opened == closed:
        return BOTH_QUOTES if is_quote else BOTH
    return ONE_QUOTE if is_quote else ONE
