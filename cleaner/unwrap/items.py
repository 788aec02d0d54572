"""The signs that open the items of a list: which of them say nothing once the lines are joined.

And numbers that count up: at the items of a list, whose first lines are as wide as the column, or
at heads, which are as wide as what they say.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.layout import BULLET, COLON, COMMA, END, Line

DASHES = frozenset("-–")
# Who asks or exclaims behind a dash is a speaker: Poles, Russians, Italians write talk so.
CALLS = frozenset("?!？！")
# He said, in the midst of what he says.
ASIDES = (" - ", " – ", " — ")
# What stands before a number that counts up: 卷一_12 《…》, 12. …
COUNTED_RE = re.compile(r"([^\W\d_]{0,6}_?)([0-9]{1,5})(?![0-9])")
# So many lines are counted; as many as a quarter of them are so much narrower than the widest.
MIN_COUNTED, NARROW, NARROW_SHARE = 4, 0.8, 0.25


def counted_heads(lines: Sequence[Line]) -> set[int]:
    """Return the lines that open with a number one up from the last, end in no mark, and vary.

    What a column breaks ends at its edge.
    """
    heads: dict[str, list[int]] = {}
    last: dict[str, int] = {}
    for at, line in enumerate(lines):
        if not (found := COUNTED_RE.match(line.text)):
            continue
        name, number = found[1], int(found[2])
        if number == last.get(name, number - 1) + 1 and line.ending not in {COLON, COMMA, END}:
            heads.setdefault(name, []).append(at)
        last[name] = number
    return {
        at for found in heads.values() if _vary([lines[at].width for at in found]) for at in found
    }


def _vary(widths: Sequence[float]) -> bool:
    narrow = sum(width < NARROW * max(widths) for width in widths)
    return len(widths) >= MIN_COUNTED and narrow >= NARROW_SHARE * len(widths)


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
