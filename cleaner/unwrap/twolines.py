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

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from cleaner.layout import COLON, END, PLAIN, TAIL, Line, Lines
from cleaner.paper.labels import DATE_RE
from cleaner.paper.press import dateline_end
from cleaner.unwrap.besideheads import (
    MAX_REST_EM,
    MIN_WRAPPED_EM,
    OPEN_ENDS,
    beside_heads,
    is_own,
    is_subtitle,
    is_wider,
    sure_pairs,
)
from cleaner.unwrap.breaks import Break
from cleaner.unwrap.cuts import cut_evidence
from cleaner.unwrap.goingon import ratios
from cleaner.unwrap.guards import CUT_WORD, MARK_RE
from cleaner.unwrap.rows import ROW
from cleaner.unwrap.sureheads import echo

# A longer rest is repeated by the text below, this share of its pairs. Of 26 rests that cut no
# word 24 are shorter than MAX_REST_EM; of 7 headlines none.
MIN_ECHO = 0.25
# How near two first lines are to one width, em.
SAME_EM = 1.5
# A heading has at most so many lines and characters; chosen, try 3 to 5 and 30 to 50.
MAX_LINES, MAX_CHARS = 4, 40
# The column near a line is the commonest among so many breaks on each side; a heading, set in
# larger type, holds fewer characters than it, em.
NEAR, NARROWER_EM = 12, 1.5
# And its type is at most so many times as large as the text's: what would then fit into one line of
# the narrowest column was not broken in two. Chosen.
LARGEST = 2.0
# Joins inside prose from which a text counts as wrapped.
MIN_JOINS = 5
# Blank lines tell of headings when so many times likelier before them than before other blocks;
# and tell nothing when they stand before nearly all lines.
INFORMATIVE, EVERYWHERE = 2.0, 0.8


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
    loose = _loose(lines, breaks, fixed)
    pairs = [one.line for one in breaks if _may_join(lines, one, heads, loose)]
    beside = beside_heads(lines, breaks, fixed, heads)
    if not (pairs or beside):
        return tuple(breaks)
    least = _narrowest(breaks) / LARGEST
    pairs, beside = (
        [at for at in some if lines[at].width + lines[at + 1].width >= least]
        for some in (pairs, beside)
    )
    asked = sorted({*pairs, *beside})
    goes_on = dict(zip(asked, ratios(lines, asked), strict=True))
    sure = sure_pairs(lines, heads, beside, goes_on)
    sure = {at for at in sure if breaks[at].margin < ROW}
    inside = {one.line for one in breaks if one.joined and loose[one.line]}.union(pairs)
    blanks = _blank_habit(lines, breaks, _singles(lines, breaks, fixed))
    usual = _usual_width(lines, pairs) if blanks == "everywhere" else 0
    joined: set[int] = set()
    for at in pairs:
        if {at - 1, at - 2, at - 3} <= joined:
            continue  # four lines are the most a heading has
        if breaks[at].margin <= CUT_WORD or _open(lines[at], lines[at + 1]):
            is_one = True
        elif usual:
            is_one = _wraps_at(lines, at, usual)
        elif is_subtitle(lines, at, goes_on[at]):
            is_one = False
        else:
            apart = blanks == "informative" and _is_apart(lines, at, joined)
            is_one = apart or _is_head(lines, breaks, fixed, inside, at)
        if is_one:
            joined.add(at)
    joined |= sure
    # What the decode took for the start of a paragraph was the end of a heading.
    ends = {at + 1 for at in sure} - joined
    return tuple(_decided(one, joined, ends) for one in breaks)


def _may_join(
    lines: Sequence[Line], one: Break, heads: Sequence[bool], loose: Sequence[bool]
) -> bool:
    """Say whether a break may stand inside a heading: by the shape of its lines, or a cut word."""
    at = one.line
    if one.joined or one.margin >= ROW or not (loose[at] and loose[at + 1]):
        return False
    begins = heads[at + 1] and (lines[at + 1].blanks or not heads[at])
    return not begins and _can(lines, at) and (one.margin <= CUT_WORD or _is_rest(lines, at))


def _narrowest(breaks: Sequence[Break]) -> float:
    """Return the width of the narrowest column of the text that joins lines in number, em."""
    joins = Counter(one.column for one in breaks if one.joined and one.column)
    return min((em for em, count in joins.items() if count >= MIN_JOINS), default=0.0)


def _usual_width(lines: Sequence[Line], pairs: Sequence[int]) -> int:
    """Return the width at which several headings wrap, or 0."""
    common = Counter(round(lines[at].width) for at in pairs if lines[at].width >= MIN_WRAPPED_EM)
    usual = max(common, key=lambda em: (common[em], em), default=0)
    return usual if common[usual] > 1 else 0


def _wraps_at(lines: Sequence[Line], at: int, usual: int) -> bool:
    first, second = lines[at].width, lines[at + 1].width
    return abs(first - usual) <= SAME_EM and second < first - SAME_EM


def _decided(one: Break, joined: AbstractSet[int], ends: AbstractSet[int]) -> Break:
    if one.line in joined:
        return one._replace(joined=True, column=0.0)
    return one._replace(joined=False) if one.line in ends and one.joined else one


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
        and (not is_wider(first, second) or _is_cut_block(lines, at))
        and not second.page
        and not is_own(lines, at)
    )


def _is_cut_block(lines: Sequence[Line], at: int) -> bool:
    """Say whether two lines alone between blank lines cut a word or a pair of brackets."""
    first, second, *below = lines[at : at + 3]
    alone = (first.blanks or not at) and not second.blanks and all(one.blanks for one in below)
    return bool(alone) and (cut_evidence(first, second) <= CUT_WORD or _open(first, second))


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
