"""Tell a word put in place of another from a letter misread.

Both are a run of a letter or a few against another run. But who fills in a template puts a word
where a word stood, and the text reads on both sides; a misreading leaves a word on one side and
pieces on the other. So the list of words (`cleaner.lexicon`) is asked to cut both texts round the
place: the replacement is a fluent one if all of it lies in words of two letters or more, and these
words begin and end at the same distance from it in both texts.

    消防演练 -> 防震演练    fluent: words on both sides, in the same place
    俄文版 -> 法文版        fluent
    人民大会堂 -> 人民大会党   noise: 大会堂 ends where 大会 and a piece stand
    习近平 -> 习近乎        noise: 近乎 is a word, but does not begin where 习近平 does

Counted on 2,000 labelled pairs: fluent are 64 % of the letters and 44 % of the runs that differ
between texts of one template, 2.8 % of the letters that real OCR misread, 3.6 % of those replaced
at random, 1 % of noisy runs. Without the same place it would be 6 %.

Not fluent by this are names of persons; the list of words does not have them.
"""

from cleaner.dedup.align import Difference
from cleaner.lexicon import words_at

# Symbols on the longer side of a replacement that is asked: a phrase. Longer runs are evidence
# by their length.
MAX_SYMBOLS = 6
# First and last of the letters that the words are made of.
HAN = ("\u4e00", "\u9fff")


def fluent(first: str, second: str, difference: Difference) -> bool:
    """Tell whether words stand against words here, at the same place in both texts."""
    start, end, other_start, other_end = difference
    if not difference.less or difference.size > MAX_SYMBOLS:
        return False
    mine = _reach(first, start, end)
    return mine is not None and mine == _reach(second, other_start, other_end)


def _reach(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return how far the words of a place stand out of it on both sides; None where pieces are."""
    words = words_at(text, start, end)
    first, last = words[0][0], words[-1][1]
    if any(after - at < 2 for at, after in words):
        return None
    if not all(HAN[0] <= letter <= HAN[1] for letter in text[first:last]):
        return None
    return start - first, last - end
