"""Hong Kong's characters in the private use area.

Until Unicode had the characters of Big5-HKSCS, systems read its codes as private ones: those that
Windows (code page 950) gives to the user-defined codes of Big5, four ranges of rows, each counted
on from its first code. So a private code says which bytes it was, and Python's codec, which is of
2004, what became of them.
"""

from functools import cache

# First private code, last one, the first lead byte of the range, how far in its row it starts.
RANGES = (
    (0xE000, 0xE310, 0xFA, 0),
    (0xE311, 0xEEB7, 0x8E, 0),
    (0xEEB8, 0xF6B0, 0x81, 0),
    (0xF6B1, 0xF848, 0xC6, 63),
)
TRAILS = (*range(0x40, 0x7F), *range(0xA1, 0xFF))


@cache
def standard(character: str) -> str:
    r"""Return the character that a private one stands for in Hong Kong; itself if there is none.

    >>> standard("\ue000"), standard("\uecd1"), standard("\uf0b7") == "\uf0b7"
    ('𠕇', '嘅', True)
    """
    for first, last, lead, start in RANGES:
        if first <= ord(character) <= last:
            row, column = divmod(ord(character) - first + start, len(TRAILS))
            text = bytes((lead + row, TRAILS[column])).decode("big5hkscs", "ignore")
            return (
                text
                if len(text) == 1 and text > "\x7f" and not "\ue000" <= text <= "\uf8ff"
                else character
            )
    return character
