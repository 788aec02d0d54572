"""Find labels that an extractor set on a line of their own: the number of a section, of an item.

On the page a heading's number stands in one line with it, but behind a gap; so do an item's sign or
number and its text. Many extractors give two lines for that, `1.2.7` and `链接`, and no decode of
widths joins them: neither is full. A number alone is a page's, a verse's, a cell of a table as
well. So it must count on from another (1.2.7, 1.2.8, 1.3), and what stands below must look like
what it labels: a heading has no mark at its end, and below it there is text. An article, a part or
a figure has a word in its label, so it need not count on: 第三条, 第三节, 图3-2.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import COMMA, END, Line
from cleaner.unwrap.breaks import Break
from cleaner.unwrap.cuts import ITEM_AFTER_ITEM, UNITS

# 1.2.7, A.3; 12; 三、; 3., (3), 3); ●; 第三条; 第三节; 第三章; 图3-2. The levels of a number
# may be glued to a heading elsewhere: 1.3 套接字.
SECTION, NUMBER, HAN, ITEM, SIGN = "section", "number", "han", "item", "sign"
ARTICLE, PART, CHAPTER, CAPTION = "article", "part", "chapter", "caption"
_ORDINAL = "第(?:[0-9]{1,3}|[一二三四五六七八九十百零〇]{1,5})"
LABELS = (
    (ARTICLE, f"{_ORDINAL}条"),
    (PART, f"{_ORDINAL}节"),
    (CHAPTER, f"{_ORDINAL}章"),
    (CAPTION, "[图表] ?[0-9]{1,3}(?:[-.–—][0-9]{1,3})?"),
    (SECTION, r"(?:[0-9]{1,2}|[A-Z])(?:\.[0-9]{1,2}){1,4}\.?"),
    (NUMBER, "[0-9]{1,2}"),
    (HAN, "[一二三四五六七八九十]{1,3}、"),
    (ITEM, r"[0-9]{1,2}[.)．、）]|[（(][0-9]{1,2}[)）]"),
    (SIGN, "[•●■◆▶‣○□◦–]"),
)
LABEL_RE = re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in LABELS))
GLUED_RE = re.compile(r"((?:[0-9]{1,2}|[A-Z])(?:\.[0-9]{1,2}){1,4})\.?[ \u3000]+[^\W\d]")
# The number of a line in a listing, which may be empty; so many count up in a row; what it says.
COUNTED_RE, MIN_COUNTED = re.compile(r"([0-9]{1,5})(?:[ \u3000\t]{1,8}\S|$)"), 4
LISTED = 8.0
LEVELS_RE = re.compile("[0-9]+|[A-Z]")
LABEL_CHARS = 14
# How a label is joined: by a space; at once; not at all, the sign of a list's item.
SPACED, TIGHT, GONE = "spaced", "tight", "gone"
# What a heading opens with besides letters; how wide it is at most, em.
OPENS = frozenset("“‘《「（(<[\\/-_.$")
MAX_HEAD_EM = 40.0
# A line of prose: so wide, or with an end mark. Chosen.
MIN_PROSE_EM = 15.0
# A line that stands so often beside numbers is a page's head or foot.
REPEATED = 2
# Of numbers like 7.1 so many have prose below their headings, if they are sections'. Chosen.
DECIMAL, MIN_WITH_TEXT = 2, 0.3


class _Label(NamedTuple):
    at: int
    kind: str
    levels: tuple[int, ...]


def join_labels(
    lines: Sequence[Line], breaks: Sequence[Break], *, broken: bool
) -> tuple[Break, ...]:
    """Return the decisions with labels joined to what they label, and to nothing above.

    `broken`: the page broke the lines of the text; else only what can be no cell and no verse.
    """
    labels = _labels(lines, breaks, broken=broken or any(line.page for line in lines))
    return tuple(
        one._replace(joined=one.line in labels)
        if one.line in labels or one.line + 1 in labels
        else one
        for one in breaks
    )


def with_sections(lines: Sequence[Line], evidence: Sequence[float]) -> list[float]:
    """Return what speaks for a paragraph's end, with the numbers of sections that count on.

    What opens with 3.4.1 below a line that opened with 3.3.5 or 3.4 begins a paragraph, full as the
    line above it may be.
    """
    found = list(evidence)
    for at in _counted(lines):
        found[at - 1] = max(found[at - 1], LISTED)
    last: tuple[int, ...] = ()
    for one in _glued(lines):
        follows = counts_on(last, one.levels) or _is_next(last, one.levels)
        if one.at and follows:
            found[one.at - 1] = max(found[one.at - 1], ITEM_AFTER_ITEM)
        last = one.levels
    return found


def label_joint(left: Line, right: Line) -> str | None:
    """Return how a label is joined to what stands behind it; None if the line is none."""
    label = LABEL_RE.fullmatch(left.text)
    if not label or (label.lastgroup == NUMBER and right.text[0] in UNITS):
        return None
    return {SIGN: GONE, HAN: TIGHT}.get(str(label.lastgroup), SPACED)


def _labels(lines: Sequence[Line], breaks: Sequence[Break], *, broken: bool) -> frozenset[int]:
    """Return the lines that are labels of what stands in the next."""
    alone = [
        label
        for at, (line, below) in enumerate(pairwise(lines))
        if len(line.text) <= LABEL_CHARS and (label := _label(at, line, below))
    ]
    if not alone:
        return frozenset()
    found = {one.at for one in alone if one.kind == HAN}
    sections = [one for one in alone if one.kind == SECTION]
    if _are_decimals(lines, sections):
        sections = []
    kinds = [sections]
    if broken:
        ends = {one.at for one in alone if one.kind == NUMBER}
        numbers = [one for one in alone if one.kind == NUMBER and _has_text(lines, one.at, ends)]
        numbers = _without_pages(lines, numbers)
        kinds += [
            numbers,
            sorted([*sections, *numbers]),
            [one for one in alone if one.kind == ITEM],
        ]
        goes_on = {one.line for one in breaks if one.joined}
        heads = [one for one in alone if one.at + 1 not in goes_on]  # a heading ends
        # One alone may stand so by chance, chapters do so in many a book.
        for signs in (
            [one for one in alone if one.kind == SIGN],
            [one for one in alone if one.kind == ARTICLE],
            [one for one in heads if one.kind == CAPTION],
            _over_prose(lines, [one for one in heads if one.kind in (PART, CHAPTER)]),
        ):
            if len(signs) > 1 and any(one.kind != CHAPTER for one in signs):
                found.update(one.at for one in signs)
    for labels in kinds:
        for one, other in pairwise(labels):
            if counts_on(one.levels, other.levels):
                found.update((one.at, other.at))
    return frozenset(found.intersection(one.at for one in alone))


def _label(at: int, line: Line, below: Line) -> _Label | None:
    """Return the label that a line is, if the next line may be what it labels."""
    found = LABEL_RE.fullmatch(line.text)
    if not found or LABEL_RE.fullmatch(below.text):
        return None
    kind = str(found.lastgroup)
    if below.page and kind not in (SECTION, HAN):  # a page's number may stand between these
        return None
    first = below.text[0]
    if kind == ARTICLE:
        return _Label(at, kind, ()) if first.isalpha() or first in OPENS else None
    if kind in (ITEM, SIGN):
        return _Label(at, kind, levels_of(line.text)) if not first.isdigit() else None
    opens = first.isalpha() or first in OPENS
    if not opens or below.ending in {END, COMMA} or below.width > MAX_HEAD_EM:
        return None
    return _Label(at, kind, () if kind == HAN else levels_of(line.text))


def levels_of(text: str) -> tuple[int, ...]:
    """Return the levels of a section's number: 1, 2, 7 of 1.2.7."""
    return tuple(int(one) if one.isdecimal() else ord(one) for one in LEVELS_RE.findall(text))


def _counted(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines of a listing but the first: each opens with the next number, 11  12  13."""
    numbers = [COUNTED_RE.match(line.text) if line.text[0].isdigit() else None for line in lines]
    runs = groupby(enumerate(numbers), lambda one: int(one[1][1]) - one[0] if one[1] else math.inf)
    for first, run in runs:
        places = [at for at, _ in run]
        if first < math.inf and len(places) >= MIN_COUNTED:
            yield from places[1:]


def _glued(lines: Sequence[Line]) -> Iterator[_Label]:
    """Yield the numbers of sections that stand before their headings."""
    for at, line in enumerate(lines):
        if line.text[1:2] == "." or line.text[2:3] == ".":
            found = GLUED_RE.match(line.text)
            if found:
                yield _Label(at, SECTION, levels_of(found[1]))


def _are_decimals(lines: Sequence[Line], sections: Sequence[_Label]) -> bool:
    """Say whether numbers of two levels may be cells of a table: 7.1 under each station's name."""
    if not sections or any(len(one.levels) > DECIMAL for one in sections):
        return False
    ends = {
        at
        for at, line in enumerate(lines)
        if len(line.text) <= LABEL_CHARS and LABEL_RE.fullmatch(line.text)
    }
    return sum(_has_text(lines, one.at, ends) for one in sections) < MIN_WITH_TEXT * len(sections)


def _without_pages(lines: Sequence[Line], numbers: Sequence[_Label]) -> list[_Label]:
    """Return the numbers beside which no line stands again: a page has its head or foot there."""
    beside = [
        [
            (side, lines[one.at + side].text)
            for side in (-1, 1)
            if lines[one.at + side].ending != END
        ]
        for one in numbers
    ]
    times = Counter(one for some in beside for one in some)
    return [
        one
        for one, some in zip(numbers, beside, strict=True)
        if all(times[text] < REPEATED for text in some)
    ]


def _has_text(lines: Sequence[Line], number: int, numbers: AbstractSet[int]) -> bool:
    """Say whether below a number and its heading there is prose, and no row of a table."""
    for at in range(number + 2, min(number + 6, len(lines))):
        if at in numbers:
            return False
        if lines[at].width >= MIN_PROSE_EM or lines[at].ending == END:
            return True
    return False


def _over_prose(lines: Sequence[Line], parts: Sequence[_Label]) -> list[_Label]:
    """Return the labels of parts that have prose: 第一节 over a cell or a verse has none."""
    ends = {kind: {one.at for one in parts if one.kind == kind} for kind in (PART, CHAPTER)}
    return [one for one in parts if _has_text(lines, one.at, ends[one.kind])]


def counts_on(one: Sequence[int], other: Sequence[int]) -> bool:
    """Say whether the number of a section follows another: 1.2 by 1.2.1, 1.3 or 2."""
    if other == (*one, 1):
        return True
    level = len(other) - 1
    return (
        0 <= level < len(one)
        and tuple(one[:level]) == tuple(other[:level])
        and other[level] == one[level] + 1
    )


def _is_next(one: Sequence[int], other: Sequence[int]) -> bool:
    """Say whether a number is the first below the next one of a level above: 3.4.1 after 3.3.5."""
    level = len(other) - 1
    return other[level] == 1 and level > 1 and counts_on(one[:level], other[:level])
