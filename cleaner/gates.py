"""Which stages have anything to look at in a text: all their characters are asked for at once.

Most stages look for characters that most texts do not have: a soft hyphen, a radical, a wide digit.
A stage says which (`Stage.gate`), and is not called where a text has none of them. One look at the
text answers for all: each character stands in a table with a bit for every class that it is in,
and the bits of the text's characters are put together. The few characters of a short text are
looked up one by one: for them numpy need not be there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from cleaner import late as re
from cleaner.chars.scripts import Codes, codes_of_text, is_few
from cleaner.document import Step
from cleaner.late import NDArray, np

# A range, or one character.
RANGE_RE = re.compile("(.)(?:-(.))?", re.DOTALL)
# Classes that a table has room for; a stage whose class has none is always called.
MAX_CLASSES = 64
# The characters of the first plane; what lies beyond is taken to be in every class.
PLANE = 0x10000
# The pieces in which a text is looked at: what is gathered of one fits in a processor's cache.
PIECE_CHARS = 1 << 14
# The kinds of characters that a byte tells apart.
EVERY = bytes(range(256))
# Characters that edits put in, up to which these are looked at and not the text again.
FEW_PUT = 32


class Gates:
    """Classes of characters: a bit for each, and which of them a text has any character of."""

    def __init__(self, classes: Sequence[str]) -> None:
        known = tuple(dict.fromkeys(one for one in classes if one))[:MAX_CLASSES]
        self._classes = known
        self._bits = {one: 1 << number for number, one in enumerate(known)}
        self._of = _Bits(known)
        self.every = (1 << len(known)) - 1  # as of a text that has all of them

    def bit(self, one: str) -> int:
        """Return the bit of a class; 0 where it has none, and cannot be asked for."""
        return self._bits.get(one, 0)

    def of(self, text: str) -> int:
        """Return the bits of the classes of which the text has a character."""
        if is_few(text):
            return self._of_few(text)
        return self._of_codes(codes_of_text(text)) if self._bits else 0

    def after(self, found: int, text: str, steps: Sequence[Step]) -> int:
        """Return bits that hold for a text too after these steps made it of one with `found`.

        What was taken out keeps its bit: to ask a stage in vain is cheaper than another look.
        """
        put = {edit.new for step in steps for edit in step.edits}
        if not steps or sum(map(len, put)) > FEW_PUT:
            return self.of(text)
        return found | self._of_few("".join(put))

    def of_parts(self, text: str, starts: Sequence[int]) -> list[int]:
        """Return the same for each part of a text; `starts`: where they begin, one after another.

        The first begins where the text does or later; each ends where the next begins.
        """
        if not starts:
            return []
        if is_few(text):
            parts = (text[one:two] for one, two in pairwise([*starts, len(text)]))
            return [self._of_few(part) for part in parts]
        bits = _table(self._classes).take(codes_of_text(text), mode="clip")
        found: list[int] = np.bitwise_or.reduceat(bits, starts).tolist()
        return found

    def _of_few(self, text: str) -> int:
        found, of = 0, self._of
        for one in text:
            found |= of[one]
        return found

    def _of_codes(self, codes: Codes) -> int:
        kinds, bits = _kinds(self._classes)
        found = 0
        for at in range(0, len(codes), PIECE_CHARS):
            seen = kinds.take(codes[at : at + PIECE_CHARS], mode="clip").tobytes()
            # Every kind but those that are not seen.
            for kind in EVERY.translate(None, EVERY.translate(None, seen)):
                found |= bits[kind]
        return found


class _Bits(dict[str, int]):
    """The bits of characters, each worked out when it is first asked for."""

    def __init__(self, classes: tuple[str, ...]) -> None:
        super().__init__()
        self._classes = classes

    def __missing__(self, character: str) -> int:
        """Look the character up; what lies beyond the first plane is not kept."""
        starts, bits = _steps(self._classes)
        found = bits[bisect_right(starts, ord(character)) - 1]
        if ord(character) < PLANE:
            self[character] = found
        return found


@lru_cache(maxsize=8)
def _steps(classes: tuple[str, ...]) -> tuple[list[int], list[int]]:
    """Return from which codes on characters are in other classes, and the bits from there on."""
    toggled = defaultdict[int, int](int)
    for number, one in enumerate(classes):
        after = 0
        for first, last in sorted((ord(a), ord(b or a)) for a, b in RANGE_RE.findall(one)):
            start = max(first, after)
            if start <= last:
                after = last + 1
                toggled[start] ^= 1 << number
                toggled[after] ^= 1 << number
    starts = sorted({0, *(code for code in toggled if code < PLANE)})
    bits = list(accumulate((toggled[code] for code in starts), int.__xor__))
    return [*starts, PLANE], [*bits, (1 << len(classes)) - 1]


@lru_cache(maxsize=8)
def _kinds(classes: tuple[str, ...]) -> tuple[NDArray[np.uint8], list[int]]:
    """Return the kind of each character of the first plane, and of all others; the bits of each.

    Shape (0x10001,). Characters of the same classes are of one kind, those of too many the last.
    A byte each, since a table that a processor's cache holds is looked up in half the time.
    """
    starts, bits = _steps(classes)
    number_of = {one: number for number, one in enumerate(dict.fromkeys(bits))}
    found: list[int] = [0] * min(len(number_of), len(EVERY))
    for one, number in number_of.items():
        found[min(number, len(found) - 1)] |= one
    kinds = np.array([min(number_of[one], len(found) - 1) for one in bits], dtype=np.uint8)
    return kinds.repeat(np.diff([*starts, PLANE + 1])), found


@lru_cache(maxsize=8)
def _table(classes: tuple[str, ...]) -> NDArray[np.unsignedinteger]:
    """Return the bits of each character of the first plane, and of all others, shape (0x10001,).

    As narrow as they have room in: what is looked up in it is more than a processor's cache holds.
    """
    starts, bits = _steps(classes)
    values = np.array(bits, dtype=np.min_scalar_type(bits[-1]))
    found: NDArray[np.unsignedinteger] = values.repeat(np.diff([*starts, PLANE + 1]))
    return found
