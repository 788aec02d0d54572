"""The signs that open the items of a list: which of them say nothing once the lines are joined."""

from collections.abc import Sequence

from cleaner.layout import BULLET, Line

DASHES = frozenset("-–")
# Who asks or exclaims behind a dash is a speaker: Poles, Russians, Italians write talk so.
CALLS = frozenset("?!？！")
# He said, in the midst of what he says.
ASIDES = (" - ", " – ", " — ")


def item_signs(
    lines: Sequence[Line], starts: Sequence[int], joined: Sequence[bool]
) -> dict[int, int]:
    """Return the lines that open an item of a list, and how long its sign is with the space.

    One sign alone is none of a list, unless the next line hangs beside it. ^[1], the way back from
    a footnote, stands alone too. The dashes of a talk are no signs.
    """
    found = {}
    signed = [at for at in starts if lines[at].opening == BULLET]
    if signed:  # a dash opens the items of a list in a list
        signed += [at for at in starts if lines[at].text[:2] == "– "]
    dashed = [at for at in signed if lines[at].text[0] in DASHES]
    if any(_is_said(lines, at, joined) for at in dashed):
        signed = [at for at in signed if lines[at].text[0] not in DASHES]
    for at in signed:
        line = lines[at]
        size = len(line.text) - len(line.text[1:].lstrip())
        hangs = at < len(joined) and joined[at] and lines[at + 1].indent > line.indent
        if len(line.text) > 1 and (len(signed) > 1 or hangs or line.text[:2] == "^["):
            found[at] = size
    return found


def _is_said(lines: Sequence[Line], at: int, joined: Sequence[bool]) -> bool:
    """Say whether a paragraph behind a dash is spoken: a call, or words that say who speaks."""
    last = at
    while last < len(joined) and joined[last]:
        last += 1
    inside = any(aside in line.text[1:] for line in lines[at : last + 1] for aside in ASIDES)
    return inside or lines[last].text[-1] in CALLS
