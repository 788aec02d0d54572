"""Which stages have anything to look at in a text: all their characters are asked for at once.

Most stages look for characters that most texts do not have: a soft hyphen, a radical, a wide digit.
A stage says which (`Stage.gate`), and is not called where a text has none of them. One look at the
text answers for all: each character stands in a table with a bit for every class that it is in,
and the bits of the text's characters are put together.
"""

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from cleaner import late as re
from cleaner.chars.scripts import Codes, codes_of, codes_of_text
from cleaner.document import Step

# A range, or one character.
RANGE_RE = re.compile("(.)(?:-(.))?", re.DOTALL)
# Classes that a table has room for; a stage whose class has none is always called.
MAX_CLASSES = 64
# The characters of the first plane; what lies beyond is taken to be in every class.
PLANE = 0x10000
# The pieces in which a text is looked at: what is gathered of one fits in a processor's cache.
PIECE_CHARS = 1 << 14
# Characters that edits put in, up to which these are looked at and not the text again.
FEW_CHARS = 32


class Gates:
    """Classes of characters: a bit for each, and which of them a text has any character of."""

    def __init__(self, classes: Sequence[str]) -> None:
        known = tuple(dict.fromkeys(one for one in classes if one))[:MAX_CLASSES]
        self._bits = {one: 1 << number for number, one in enumerate(known)}
        self._table = _table(known)
        self._of_few = lru_cache(maxsize=1024)(lambda few: self._of_codes(codes_of(few)))

    def bit(self, one: str) -> int:
        """Return the bit of a class; 0 where it has none, and cannot be asked for."""
        return self._bits.get(one, 0)

    def of(self, text: str) -> int:
        """Return the bits of the classes of which the text has a character."""
        return self._of_codes(codes_of_text(text)) if self._bits else 0

    def after(self, found: int, text: str, steps: Sequence[Step]) -> int:
        """Return bits that hold for a text too after these steps made it of one with `found`.

        What was taken out keeps its bit: to ask a stage in vain is cheaper than another look.
        """
        put = {edit.new for step in steps for edit in step.edits}
        if not steps or sum(map(len, put)) > FEW_CHARS:
            return self.of(text)
        for one in put:
            if one:
                found |= self._of_few(one)
        return found

    def _of_codes(self, codes: Codes) -> int:
        if len(codes) <= PIECE_CHARS:
            return int(np.bitwise_or.reduce(self._table.take(codes, mode="clip")))
        found = 0
        for at in range(0, len(codes), PIECE_CHARS):
            piece = self._table.take(codes[at : at + PIECE_CHARS], mode="clip")
            found |= int(np.bitwise_or.reduce(piece))
        return found

    def of_parts(self, codes: Codes, starts: Sequence[int]) -> list[int]:
        """Return the same for each part of a text, in one look at all.

        `codes`: the text's; `starts`: where the parts begin, each before the next.
        """
        if not starts:
            return []
        bits = self._table.take(codes, mode="clip")
        found: list[int] = np.bitwise_or.reduceat(bits, starts).tolist()
        return found


@lru_cache(maxsize=4)
def _table(classes: tuple[str, ...]) -> npt.NDArray[np.unsignedinteger]:
    """Return the bits of each character of the first plane, and of all others, shape (0x10001,).

    As narrow as they have room in: what is looked up in it is more than a processor's cache holds.
    """
    every = (1 << len(classes)) - 1
    table = np.zeros(PLANE + 1, dtype=np.min_scalar_type(every))
    for number, one in enumerate(classes):
        bit = table.dtype.type(1 << number)
        parts = [(ord(first), ord(last or first)) for first, last in RANGE_RE.findall(one)]
        table[[first for first, last in parts if first == last < PLANE]] |= bit
        for first, last in parts:
            if first < last and first < PLANE:
                table[first : last + 1] |= bit
    table[PLANE] = every
    return table
