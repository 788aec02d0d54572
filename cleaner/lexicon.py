"""Evidence from words: does a line break run through one.

The word list is the one inside rjieba (jieba's, MIT, 349,000 words with counts). Words that its
hidden Markov model makes up are left out: they span up to 5 % of true paragraph breaks, words of
the list next to none (0 of 797 counted), while a list word spans every second break inside a
paragraph. Loading takes about .15 s and 50 MB, so the list is loaded when first asked for.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import rjieba

# Words of the list are seldom longer than four; six on either side let the cut find its feet.
REACH = 6


def cuts_word(left: str, right: str) -> bool:
    """Say whether a word of the list stands across the end of `left` and the start of `right`.

    The words are those of the likeliest cut of the six characters on both sides, so 人民中|国家庭
    is no cut word only because 中国 is in the list.
    """
    left = left[-REACH:]
    at, wanted = 0, len(left)
    for word in _words().cut(left + right[:REACH], hmm=False):
        at += len(word)
        if at > wanted:
            return at - len(word) < wanted and word.isalpha() and not word.isascii()
        if at == wanted:
            return False
    return False


@cache
def _words() -> "rjieba.Jieba":
    import rjieba  # noqa: PLC0415  the import alone loads a word list

    return rjieba.Jieba()
