"""Put headings that the page set over two lines together, in text that was wrapped.

A heading's width is its own, not the column's, and it has no end mark: to the decode its two lines
look like two headings. What shows that they are one: a word of the list cut between them, a quote
or bracket left open, a closing mark that opens the second; or that they stand together between
blank lines, in a text that sets blank lines round its headings; or, where every line has a blank
line after it, that the first is as wide as the first lines of other headings here, since titles of
one text wrap at one width; or that they stand as a head does: text has ended before them, and a
paragraph of several lines, a credit or a dateline begins right below. Beside a sure headline
(`sureheads`) all of that is weighed, whatever the decode made of the line.

Only in wrapped text: elsewhere two such lines are a list (京津 / 河北省), or verse.
"""

import math
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from cleaner.layout import CLOSE, COLON, DIGIT, END, HAN, LATIN, PLAIN, TAIL, Line, Lines
from cleaner.paper.headshape import PAUSE_RE
from cleaner.paper.labels import DATE_RE, LABEL_RE
from cleaner.paper.names import is_byline, is_lone_byline
from cleaner.paper.press import dateline_end
from cleaner.unwrap.cuts import ITEM_AFTER_ITEM, cut_evidence, evidence_of
from cleaner.unwrap.goingon import ratios
from cleaner.unwrap.guards import CUT_WORD, MARK_RE, Break
from cleaner.unwrap.measure import SHADOW_EM
from cleaner.unwrap.sureheads import announced_in, columns_near, echo, rareness

# What a heading over two lines breaks after; a comma too: 更高质量、 | 更高水平的新发展.
OPEN_ENDS = frozenset({CLOSE, DIGIT, HAN, LATIN})
# A heading wraps when it is about as wide as its page lets it: shorter ones are subheads, names.
MIN_WRAPPED_EM = 14.0
# How near two first lines are to one width, em.
SAME_EM = 1.5
# The second line may be that much wider, em: a stray half-width character.
WIDER_EM = 0.6
# A rest up to this width may be said of anything, em; a longer one is repeated by the text below,
# this share of its pairs. Of 26 rests that cut no word 24 are shorter; of 7 headlines none.
MAX_REST_EM, MIN_ECHO = 8.5, 0.25
# A heading has at most so many lines and characters; chosen, try 3 to 5 and 30 to 50.
MAX_LINES, MAX_CHARS = 4, 40
# The column near a line is the commonest among so many breaks on each side; a heading, set in
# larger type, holds fewer characters than it, em.
NEAR, NARROWER_EM = 12, 1.5
# Joins inside prose from which a text counts as wrapped.
MIN_JOINS = 5
# Blank lines tell of headings when so many times likelier before them than before other blocks;
# and tell nothing when they stand before nearly all lines.
INFORMATIVE, EVERYWHERE = 2.0, 0.8

# Log-odds that a sure headline and the line beside it are one heading, fitted over 1,700 pairs and
# rounded. Of 804 pairs that they were not fitted on 91 % are told rightly (without GOES_ON, which
# knows the names of the page, 87 %).
TOGETHER = -1.2  # fitted: -.8
BOTH, SECOND_ONLY = 0.6, -1.1  # which of them is sure
ANNOUNCED_BELOW = 0.8  # a byline or a dateline comes below
APART = -1.0  # a blank line between, times how rare one is
TORN = 1.8  # a word is cut
GOES_ON = 0.35  # times the ratio of n-grams across the cut
SAME_WIDTH = 0.4  # the two are as wide: a heading that fills its own measure
REST = 1.6  # the second has at most MAX_REST_EM
SCRAP, SCRAP_EM = 0.5, 3.0  # or hardly anything
LONG_FIRST = -1.5  # the first has MIN_WRAPPED_EM: a whole headline
PAUSED = 0.5  # the first has a pause
ECHOED = 1.9  # times the share of the pairs of either that the text below repeats
SECOND_FULL, SECOND_FIRST, FIRST_FULL = -0.6, -0.5, -1.1  # as wide as the columns near
BEFORE_FIRST = 0.9  # the first line of a paragraph comes below
COLUMN_EM = 1.0

# Two sure headlines, the second the wider, are one where the n-grams go on so clearly: of 13 pairs
# 13, of 77 others none. The name of a series, 【新思想引领新征程】, begins the headline below it; a
# shorter one, 【权威发布】, is the name of a column.
SURELY_ON, MIN_SERIES_EM = 2.0, 8.5


class _Page(NamedTuple):
    """The lines of a text, the sure headlines, and what is asked of all lines at once."""

    lines: Lines
    heads: Sequence[bool]
    announced: Sequence[float]
    steps: Sequence[int]  # their widths in half em
    rare: float


def merge_headings(
    lines: Lines,
    breaks: Sequence[Break],
    fixed: Sequence[bool],
    heads: Sequence[bool],
) -> tuple[Break, ...]:
    """Return the decisions with the breaks inside headings joined.

    `fixed`: lines that are blocks of their own; `heads`: the sure headlines, which nothing before
    them belongs to if a blank line stands between.
    """
    if sum(one.joined for one in breaks) < MIN_JOINS:
        return tuple(breaks)
    single = _singles(lines, breaks, fixed)
    loose = _loose(lines, breaks, fixed)
    pairs = [
        at
        for at, one in enumerate(breaks)
        if not one.joined
        and one.margin < ITEM_AFTER_ITEM
        and loose[at]
        and loose[at + 1]
        and _can(lines, at)
        and not (heads[at + 1] and (lines[at + 1].blanks or not heads[at]))
        and (one.margin <= CUT_WORD or _is_rest(lines, at))
    ]
    sure = _sure_pairs(lines, breaks, fixed, heads)
    sure = {at for at in sure if breaks[at].margin < ITEM_AFTER_ITEM}
    if not (pairs or sure):
        return tuple(breaks)
    inside = {one.line for one in breaks if one.joined and loose[one.line]}.union(pairs)
    blanks = _blank_habit(lines, breaks, single)
    common = Counter(round(lines[at].width) for at in pairs if lines[at].width >= MIN_WRAPPED_EM)
    usual = max(common, key=lambda em: (common[em], em), default=0)
    joined: set[int] = set()
    for at in pairs:
        if {at - 1, at - 2, at - 3} <= joined:
            continue  # four lines are the most a heading has
        if breaks[at].margin <= CUT_WORD or _open(lines[at], lines[at + 1]):
            joined.add(at)
        elif blanks == "everywhere" and common[usual] > 1:
            first, second = lines[at].width, lines[at + 1].width
            if abs(first - usual) <= SAME_EM and second < first - SAME_EM:
                joined.add(at)
        elif (blanks == "informative" and _is_apart(lines, at, joined)) or _is_head(
            lines, breaks, fixed, inside, at
        ):
            joined.add(at)
    joined |= sure
    # What the decode took for the start of a paragraph was the end of a heading.
    ends = {at + 1 for at in sure} - joined
    return tuple(
        one._replace(joined=True, column=0.0)
        if one.line in joined
        else one._replace(joined=False)
        if one.line in ends and one.joined
        else one
        for one in breaks
    )


def _sure_pairs(
    lines: Lines, breaks: Sequence[Break], fixed: Sequence[bool], heads: Sequence[bool]
) -> set[int]:
    """Return the breaks beside sure headlines that stand inside one heading."""
    if not any(heads):
        return set()
    page = _Page(
        lines,
        heads,
        announced_in(lines),
        [round(2 * line.width) for line in lines],
        rareness(lines),
    )
    maybe = [
        at
        for at in range(len(breaks))
        if (heads[at] or heads[at + 1])
        and not (fixed[at] or fixed[at + 1])
        and _may_pair(lines, at)
        # A list, whose entries cut no word.
        and not (at and lines[at - 1].ending == COLON and breaks[at].margin > CUT_WORD)
        # The end of a paragraph is no heading's first line.
        and not (at and breaks[at - 1].joined and not heads[at])
    ]
    found: set[int] = set()
    for at, ratio in zip(maybe, ratios(lines, maybe), strict=True):
        if {at - 1, at - 2, at - 3} <= found:
            continue
        if _is_wider(lines[at], lines[at + 1]):
            both = heads[at] and heads[at + 1]
            together = (both and ratio > SURELY_ON) or _is_series(lines[at], lines[at + 1])
        else:
            together = _odds(page, at) + GOES_ON * ratio > 0
        if together:
            found.add(at)
    return found


def _is_wider(first: Line, second: Line) -> bool:
    return second.width > first.width + WIDER_EM


def _is_series(first: Line, second: Line) -> bool:
    """Say whether a line is the name of a series, right above a headline."""
    brackets = first.text[0] + first.text[-1]
    return brackets == "【】" and first.width >= MIN_SERIES_EM and not second.blanks


def _may_pair(lines: Sequence[Line], at: int) -> bool:
    """Say whether two lines can be one heading, as `_can`, whatever was decided of them."""
    first, second = lines[at], lines[at + 1]
    return (
        first.ending in OPEN_ENDS
        and second.ending in OPEN_ENDS
        and second.opening in {PLAIN, TAIL}
        and second.text[0] not in "【—"
        and "，" not in second.text
        and not second.page
        and first.text[-1] != second.text[-1]
        and second.text not in first.text
        and not (DATE_RE.match(first.text) or DATE_RE.match(second.text))
        and not dateline_end(second.text)
        and not _is_own(lines, at)
    )


def _odds(page: _Page, at: int) -> float:
    """Return the odds, in nats, that a sure headline and the line beside it are one heading."""
    lines, heads = page.lines, page.heads
    first, second = lines[at], lines[at + 1]
    columns = columns_near(page.steps, at)
    widest = max(columns, default=math.inf)
    below = lines[at + 2] if at + 2 < len(lines) else None
    terms = (
        ANNOUNCED_BELOW if page.announced[at + 1] else 0.0,
        (BOTH if heads[at] else SECOND_ONLY) if heads[at + 1] else 0.0,
        APART * page.rare if second.blanks else 0.0,
        TORN if evidence_of(lines)[at] <= CUT_WORD else 0.0,
        SAME_WIDTH if abs(first.width - second.width) <= WIDER_EM else 0.0,
        REST if second.width <= MAX_REST_EM else 0.0,
        SCRAP if second.width <= SCRAP_EM else 0.0,
        LONG_FIRST if first.width >= MIN_WRAPPED_EM else 0.0,
        PAUSED if PAUSE_RE.search(first.text) else 0.0,
        ECHOED * min(echo(lines, at, at + 2), echo(lines, at + 1, at + 2)),
        SECOND_FULL if second.width > widest - COLUMN_EM else 0.0,
        FIRST_FULL if abs(first.width - widest) <= COLUMN_EM else 0.0,
        SECOND_FIRST if _is_first(second, columns) else 0.0,
        BEFORE_FIRST if below and _is_first(below, columns) else 0.0,
    )
    return TOGETHER + sum(terms)


def _is_first(line: Line, columns: Sequence[float]) -> bool:
    """Say whether a line is as wide as the first lines of paragraphs in the columns near it."""
    return any(abs(line.width + SHADOW_EM - one) <= COLUMN_EM for one in columns)


def _singles(lines: Sequence[Line], breaks: Sequence[Break], fixed: Sequence[bool]) -> list[bool]:
    """Say of each line whether it stands alone without an end mark, as a heading does."""
    joined = [one.joined for one in breaks]
    before, after = [False, *joined], [*joined, False]
    return [
        not a and not b and not is_fixed and line.ending in OPEN_ENDS
        for line, a, b, is_fixed in zip(lines, before, after, fixed, strict=True)
    ]


def _loose(lines: Sequence[Line], breaks: Sequence[Break], fixed: Sequence[bool]) -> list[bool]:
    """Say of each line whether it is one of at most three without a mark, joined or not.

    The decode joins two lines of a heading where a word is cut between them.
    """
    loose = [False] * len(lines)
    columns = [one.column for one in breaks]
    start = 0
    for at in range(len(lines)):
        if at < len(breaks) and breaks[at].joined:
            continue
        run = range(start, at + 1)
        start = at + 1
        if len(run) >= MAX_LINES or any(fixed[i] or lines[i].ending not in OPEN_ENDS for i in run):
            continue
        if len(run) > 1:
            near = Counter(columns[max(0, run[0] - NEAR) : run[-1] + NEAR])
            near[0.0] = 0
            column = max(near, key=lambda em: (near[em], em))
            if any(lines[i].width > column - NARROWER_EM for i in run):
                continue
            if any(MARK_RE.search(lines[i].text) for i in run):
                continue
        for i in run:
            loose[i] = True
    return loose


def _can(lines: Sequence[Line], at: int) -> bool:
    """Say whether two lines can be one heading by their shape."""
    first, second = lines[at], lines[at + 1]
    return (
        second.opening in {PLAIN, TAIL}
        and second.text not in first.text
        and second.text[0] not in "【—"
        and (not _is_wider(first, second) or _is_cut_block(lines, at))
        and not second.page
        and not _is_own(lines, at)
    )


def _is_cut_block(lines: Sequence[Line], at: int) -> bool:
    """Say whether two lines alone between blank lines cut a word or a pair of brackets."""
    first, second, *below = lines[at : at + 3]
    alone = (first.blanks or not at) and not second.blanks and all(one.blanks for one in below)
    return bool(alone) and (cut_evidence(first, second) <= CUT_WORD or _open(first, second))


def _is_own(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line under a title is one of its own: its writers, a document's number."""
    first, second = lines[at], lines[at + 1]
    below = lines[at + 2] if at + 2 < len(lines) else None
    named = is_byline(first.text, second.text) or is_lone_byline(first, second, below)
    return named or LABEL_RE.match(second.text) is not None


def _is_rest(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line can be the rest of the one before it, though no word is cut.

    Two headlines also stand one below the other: their texts stand side by side below them. So a
    long rest must be repeated by the text below, as well as what it is the rest of.
    """
    if dateline_end(lines[at + 1].text):
        return False
    if lines[at + 1].width <= MAX_REST_EM or _open(lines[at], lines[at + 1]):
        return True
    return min(echo(lines, at, at + 2), echo(lines, at + 1, at + 2)) >= MIN_ECHO


def _is_apart(lines: Sequence[Line], at: int, joined: AbstractSet[int]) -> bool:
    """Say whether two lines of some width stand behind a blank line, with none between them."""
    first, second = lines[at], lines[at + 1]
    apart = first.blanks > 0 or first.page or at - 1 in joined or at == 0
    return apart and first.width >= MIN_WRAPPED_EM and second.blanks == 0


def _is_head(
    lines: Sequence[Line],
    breaks: Sequence[Break],
    fixed: Sequence[bool],
    inside: AbstractSet[int],
    at: int,
) -> bool:
    """Say whether lines stand as a head does: text has ended before them and begins below.

    `inside`: the breaks that stand inside a heading if these lines are one.
    """
    start = at
    while at - start < MAX_LINES and start - 1 in inside and not lines[start].blanks:
        start -= 1
    end = at + 1
    while end - start <= MAX_LINES and end in inside and not lines[end + 1].blanks:
        end += 1
    head = lines[start : end + 1]
    text = "".join(line.text for line in head)
    if len(head) > MAX_LINES or len(text) > MAX_CHARS or "，" in text or lines[at + 1].blanks:
        return False
    if end + 1 == len(lines) or any(DATE_RE.match(line.text.lstrip("（(")) for line in head):
        return False
    if len({line.text[-1] for line in head}) == 1:
        return False  # a list: 东城区 | 西城区 | 南城区
    begins = fixed[end + 1] and lines[end + 1].ending != COLON  # no salutation
    begins = begins or (end + 1 < len(breaks) and breaks[end + 1].joined)
    return _has_ended(lines, fixed, start) and (begins or dateline_end(lines[end + 1].text) > 0)


def _has_ended(lines: Sequence[Line], fixed: Sequence[bool], at: int) -> bool:
    """Say whether the text before a line has ended: a mark, a credit, a blank line, a page.

    A colon announces a list, or verse.
    """
    if at == 0 or fixed[at - 1]:
        return True
    before = lines[at - 1]
    if before.ending == END or before.text[-1] in "）)":
        return True
    return (lines[at].blanks > 0 or lines[at].page) and before.ending != COLON


def _open(first: Line, second: Line) -> bool:
    """Say whether a bracket or quote of the first line closes in the second."""
    return second.opening == TAIL or any(
        first.text.count(a) > first.text.count(b) and b in second.text
        for a, b in ("“”", "《》", "（）", "「」", "【】")
    )


def _blank_habit(lines: Sequence[Line], breaks: Sequence[Break], single: Sequence[bool]) -> str:
    """Say what blank lines tell of headings: "informative", "everywhere" or ""."""
    heads = [lines[at + 1].blanks > 0 for at in range(len(breaks)) if single[at + 1]]
    others = [
        lines[at + 1].blanks > 0
        for at, one in enumerate(breaks)
        if not one.joined and not single[at + 1] and not single[at]
    ]
    if not heads:
        return ""
    here = sum(heads) / len(heads)
    there = sum(others) / len(others) if others else 0.0
    if here > INFORMATIVE * there:
        return "informative"
    inside = [lines[one.line + 1].blanks > 0 for one in breaks if one.joined]
    return "everywhere" if sum(inside) > EVERYWHERE * len(inside) else ""
