"""Whether a space stood where a Korean line was broken.

Korean has spaces between its words. Most programs break its lines at them; some, and most columns
of print, break them anywhere, three times in five inside a word. Which of the two shows at the
ends of the lines: words leave them ragged, and a break anywhere leaves less than a letter's place.
There the text itself says which of its syllables end words, which begin words, and which stand
together inside one (습니 | 다, 것을 | 말). On 1,200 breaks of manuals broken anywhere a space
between all lines was right at 38 of a hundred, and this is at 86.

Some programs broke them anywhere and left the space where one stood, as the page of a PDF does:
then the ends of the lines tell it themselves. That they do shows in what begins the lines below:
syllables that begin words after a space, and the rest of a word (을, 는, 하) after none.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.layout import Line, read_lines

# Two syllables of a text, with the space between if there is one.
PAIR_RE = re.compile("([가-힣])( ?)(?=([가-힣]))")
WORD_RE = re.compile("[가-힣]+")
# So many lines, of which such a share ends so near to the longest one, em.
MIN_LINES, MIN_FULL, NEAR_EM = 6, 0.9, 1.0
# How much what single syllables do weighs beside what the two do together, in occurrences; how
# much a word that the text has elsewhere weighs.
SINGLE_WEIGHT, WORD_WEIGHT = 2.0, 4.0
# So many lines with a space after them, and without, tell where it stood, if what follows the
# spaces begins words so much oftener. The bills of Korea's parliament, 12 to 124 lines each: .24
# to .32; spaces that a hand left have nothing to do with words: 0.
MIN_TOLD, MIN_OFTENER = 6, 0.2


def is_hangul(char: str) -> bool:
    """Say whether a character is a Korean syllable."""
    return "가" <= char <= "힣"


class Hangul:
    """What one text's Korean words look like, and whether its lines were broken inside them."""

    def __init__(self, text: str) -> None:
        """Count the text's syllables."""
        lines = read_lines(text)
        self.cut = _are_cut(lines)
        self._pairs: Counter[tuple[str, str, str]] = Counter()
        self._before: Counter[tuple[str, str]] = Counter()
        self._after: Counter[tuple[str, str]] = Counter()
        self._words: frozenset[str] = frozenset()
        if self.cut or any(line.space for line in lines):
            for a, space, b in PAIR_RE.findall(text):
                self._pairs[a, space, b] += 1
                self._before[a, space] += 1
                self._after[space, b] += 1
            self._words = frozenset(WORD_RE.findall(text))
        self.told = self._are_told(lines)

    def spaced(self, line: Line, below: Line) -> bool:
        """Say whether a space stands between two lines."""
        if self.told:
            return line.space
        if not self.cut:
            return True
        left, right = line.text, below.text
        a, b = left[-1], right[0]
        ends = self._share(self._before[a, " "], self._before[a, ""])
        begins = self._share(self._after[" ", b], self._after["", b])
        single = ends * begins / (ends * begins + (1 - ends) * (1 - begins))
        spaced = self._pairs[a, " ", b] + SINGLE_WEIGHT * single
        tight = self._pairs[a, "", b] + SINGLE_WEIGHT * (1 - single)
        first, second = left.rsplit(None, 1)[-1], right.split(None, 1)[0]
        tight += WORD_WEIGHT * (first + second in self._words)
        return spaced > tight

    def _are_told(self, lines: Sequence[Line]) -> bool:
        """Say whether the space after a line tells that a word ended there."""
        begins: dict[bool, list[float]] = {True: [], False: []}
        for one, below in pairwise(lines):
            b = below.text[0]
            if is_hangul(one.text[-1]) and is_hangul(b):
                share = self._share(self._after[" ", b], self._after["", b])
                begins[one.space].append(share)
        if min(map(len, begins.values())) < MIN_TOLD:
            return False
        spaced, tight = (sum(shares) / len(shares) for shares in begins.values())
        return spaced - tight >= MIN_OFTENER

    @staticmethod
    def _share(spaced: int, tight: int) -> float:
        return (spaced + 0.5) / (spaced + tight + 1)


def _are_cut(lines: Sequence[Line]) -> bool:
    """Say whether the lines of a text that end and go on in a syllable are all of one length."""
    widths = [
        one.indent + one.width
        for one, below in pairwise(lines)
        if is_hangul(one.text[-1]) and is_hangul(below.text[0]) and not below.blanks
    ]
    near = sum(width >= max(widths) - NEAR_EM for width in widths)
    return len(widths) >= MIN_LINES and near >= MIN_FULL * len(widths)
