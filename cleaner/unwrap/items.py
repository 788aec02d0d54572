"""The signs that open the items of a list: which of them say nothing once the lines are joined.

And numbers that count up: at the items of a list, whose first lines are as wide as the column, or
at heads, which are as wide as what they say; at articles and verses, before which a full line may
end a paragraph. And heads of records.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import ASCII_BULLETS, BULLET, BULLETS, COLON, COMMA, END, Line
from cleaner.paper.pagenumber import value_of
from cleaner.unwrap.cuts import UNITS

DASHES = frozenset("-–")
# The dots that a program draws before an item; one alone is a sign too.
DOTS = frozenset("•◦▪")
# Who asks or exclaims behind a dash is a speaker: Poles, Russians, Italians write talk so.
CALLS = frozenset("?!？！")
# He said, in the midst of what he says.
ASIDES = (" - ", " – ", " — ")
# What stands before a number that counts up: 卷一_12 《…》, 12. …
COUNTED_RE = re.compile(r"([^\W\d_]{0,6}_?)([0-9]{1,5})(?![0-9])")
# So many lines are counted; as many as a quarter of them are so much narrower than the widest.
MIN_COUNTED, NARROW, NARROW_SHARE = 4, 0.8, 0.25

# 第六条 …, （五）…, 12 耶和华…: an article, an item, a verse; no day and no sum of money.
ARTICLE, ITEM, VERSE = "article", "item", "verse"
_HAN = "[一二三四五六七八九十百零〇]{1,7}"
ITEM_RE = re.compile(
    f"第(?P<{ARTICLE}>{_HAN}|[0-9]{{1,4}})条[ \u3000]|[（(](?P<{ITEM}>{_HAN})[）)]"
    f"|(?P<{VERSE}>[0-9]{{1,3}})[ \u3000]{{1,2}}(?![{''.join(sorted(UNITS))}])[\u4e00-\u9fff“「]"
)
ITEM_STARTS = frozenset("第（(0123456789")
# What may stand before an item, so many in a row are no chance, and what each then says. 第六条 may
# open a line that cites it, but not behind 。 and one up from the last. Chosen.
BEFORE = {ARTICLE: {END, COLON}, ITEM: {END, COLON}, VERSE: {END, COLON, COMMA}}
MIN_ITEMS = {ARTICLE: 2, ITEM: 2, VERSE: 4}
COUNTS_ON = 9.0
# A form of line that comes so often, and such a share of the lines, head records. Chosen. It has
# no clauses, as lines of prose that says the same again and again have.
MIN_HEADS, HEAD_SHARE, DIGITS_RE = 3, 0.2, re.compile("[0-9]+")
CLAUSE_MARK_RE = re.compile("[，。；！？、]|[,;]$")


class _Item(NamedTuple):
    """The line that opens with an item's number, and the number."""

    at: int
    number: int


def with_counted_items(lines: Sequence[Line], evidence: Sequence[float]) -> list[float]:
    """Return what speaks for a paragraph's end, with the items whose numbers count up by one."""
    found = list(evidence)
    for at in _counted_items(lines):
        found[at - 1] = max(found[at - 1], COUNTS_ON)
    return found


def _counted_items(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines at which an item of a run begins, but the first line of the text."""
    runs: dict[str, list[_Item]] = {}
    for at, line in enumerate(lines):
        found = ITEM_RE.match(line.text) if line.text[0] in ITEM_STARTS else None
        kind = (found and found.lastgroup) or ""
        number = value_of(found[kind]) if found and kind else None
        if number is None or (at and lines[at - 1].ending not in BEFORE[kind]):
            continue
        run = runs.setdefault(kind, [])
        if run and number != run[-1].number + 1:
            yield from _starts(run, kind)
            run.clear()
        run.append(_Item(at, number))
    for kind, run in runs.items():
        yield from _starts(run, kind)


def _starts(run: Sequence[_Item], kind: str) -> Iterator[int]:
    if len(run) >= MIN_ITEMS[kind]:
        yield from (item.at for item in run if item.at)


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

    One sign alone is none of a list, unless it is a dot or the next line hangs beside it. ^[1], the
    way back from a footnote, stands alone too. The dashes of a talk are no signs.
    """
    found = {}
    signed = [at for at in starts if lines[at].opening == BULLET]
    dashed = [at for at in starts if lines[at].text[:2] == "– "]
    if signed or sum("一" <= lines[at].text[2] <= "鿿" for at in dashed) > 1:
        signed += dashed  # a dash opens the items of a list in a list
    dashed = [at for at in signed if lines[at].text[0] in DASHES]
    if any(_is_said(lines, at, joined) for at in dashed):
        signed = [at for at in signed if lines[at].text[0] not in DASHES]
    broken = {lines[at].text[0] for at in signed if at < len(joined) and joined[at]}
    for at in signed:
        line = lines[at]
        size = len(line.text) - len(line.text[1:].lstrip())
        hangs = at < len(joined) and joined[at] and lines[at + 1].indent > line.indent
        sign, after = line.text[0], line.text[1:2]
        alone = hangs or line.text[:2] == "^[" or (sign in DOTS and after == " ")
        if len(line.text) > 1 and (len(signed) > 1 or alone) and not _is_own(line, broken):
            found[at] = size
    return found


def _is_own(line: Line, broken: AbstractSet[str]) -> bool:
    """Say whether a sign is the writer's own: one of a row of signs (★★★☆), or typed.

    Typed at the margin, where what breaks lines sets its lists in or draws a dot; `broken`: the
    signs of the items that it broke.
    """
    sign = line.text[0]
    typed = sign in ASCII_BULLETS and sign not in broken and not line.indent
    return line.text[1] in BULLETS or (typed and line.text[1] != "[")


def _is_said(lines: Sequence[Line], at: int, joined: Sequence[bool]) -> bool:
    """Say whether a paragraph behind a dash is spoken: a call, or words that say who speaks."""
    last = at
    while last < len(joined) and joined[last]:
        last += 1
    inside = any(aside in line.text[1:] for line in lines[at : last + 1] for aside in ASIDES)
    return inside or lines[last].text[-1] in CALLS


def record_heads(lines: Sequence[Line]) -> set[int]:
    """Return the heads of records, which open and end alike all through a text.

    发言人1 00:56, 阿梅, 卷一_12 《…》佚名. Below each stands another line; below the lines of a
    text that comes thrice the same.
    """
    forms = [
        ""
        if CLAUSE_MARK_RE.search(line.text)
        else DIGITS_RE.sub("0", f"{line.text[:3]} {line.text[-2:]}")
        for line in lines
    ]
    below = {(form, line.text) for form, line in zip(forms, lines[1:], strict=False) if form}
    counts = Counter(form for form, _ in below)
    often = {form for form, count in counts.items() if count >= MIN_HEADS}
    heads = {form for form in often if not any(map(str.isalnum, form))}  # rules
    # What ends in small letters opens alike and goes on: Tip 3: with … you can | …
    named = {form for form in often - heads if not form[-1].islower()}
    if sum(form in named for form in forms) >= HEAD_SHARE * len(forms):
        heads |= named
    return {at for at, form in enumerate(forms) if form in heads}
