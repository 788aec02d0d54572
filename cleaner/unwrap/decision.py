"""Decide which line breaks stand inside a paragraph: one decode over the lines of a text.

No rule judges a break alone. Every line gets a column (see `measure`) and a place in its
paragraph: single, first, middle or last. After a single or a last line a paragraph ends; after a
first or a middle one it goes on. The decode finds the cheapest course of columns and places
(Viterbi); a cost is minus the logarithm of a probability. What counts:

- how wide the line is, for its place in its column;
- how it ends: `。` ends most last lines and few middle ones;
- what the break would do: cut a word of the list or a number in two, leave `，` to open a line,
  stand before a bullet or a dateline;
- blank lines and kept indents: what they mean is learned from the text itself (see `habits`). The
  share of paragraph ends is learned with it: in clean text it goes to .96, and joins die out;
- a change of column, a paragraph that stops unfinished or starts in the middle: dear, not
  impossible, since pages interleave.

Lines that are blocks of their own (credits, jump lines, rows of tables) are fixed. Guards come
after the decode: where most joins would stand at ends of clauses, the text is a poem or a list of
equal lines; joined lines without any mark are a list or a stanza. Those joins are undone, as are
all in columns of a text where no line shows that it was broken.

Worked: `推动国家高速公路主线内蒙古段` / `全部贯通。` in a column of 14 em: joined, the first
line is full and has no end mark. `完善设施。` / `支持机场建设。`: two paragraphs, neither is full.
`奥比昂总统在28` / `日的会谈中` with a blank line between, in text that is not wrapped: joined,
for 28 and 日 belong together.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from cleaner import late as re
from cleaner.layout import (
    CLOSE,
    COLON,
    COMMA,
    DIGIT,
    END,
    HAN,
    LATIN,
    TAIL,
    Line,
)
from cleaner.unwrap.cuts import evidence_of
from cleaner.unwrap.endings import with_endings
from cleaner.unwrap.habits import (
    Breaks,
    assumed,
    breaks_of,
    learned,
    prices_of,
    shadow_habit,
)
from cleaner.unwrap.measure import Columns, Costs, columns_of, costs_of
from cleaner.unwrap.quiet import CLEARLY_WIDER, is_quiet
from cleaner.unwrap.viterbi import FIRST, LAST, MIDDLE, SINGLE, cheapest

# Evidence from which a break is worth a look though an end mark stands before it.
LEANS = -2.0
# Marks of prose, and the evidence from which a word or a number was cut.
MARK_RE = re.compile("[，。、；：！？…]|[,.;:!?](?![0-9])")
CUT_WORD = -2.5
# A line of closing marks alone: the sign before them stood in another font.
MARKS_RE = re.compile("[，。、；”’）》」』】]{1,3}")
OPENER_OF = {"”": "“", "’": "‘", "）": "（", "》": "《", "」": "「", "』": "『", "】": "【"}
# Ends of lines where a clause ends.
PAUSES = frozenset({END, COMMA, COLON})
# From so many joins in prose on, two lines without a mark may be one heading.
MIN_PROSE_JOINS = 5
# A column this wide is wider than a couplet: two lines of seven with their marks have 16; a verse
# of free length may have some more.
MIN_PROSE_EM, MAX_VERSE_EM = 17.0, 26.0
# So few joins among so many times as many lines prove nothing; chosen, try 1 to 3 and 4 to 8.
FEW_JOINS, MANY_LINES = 2, 5
MIN_LATIN_EM = 12.0  # columns of Latin text have 24 letters; shorter lines are code
# A web page of one width: full lines within this, em, the indent of two with it; shares.
FULL_EM, MOST, FEW = 2.5, 0.8, 0.05

# Where blank lines part paragraphs so few joins are over some, and so many paragraphs end at some.
MAX_OVER_BLANKS, MIN_BLANK_ENDS = 0.02, 0.5

# Of so many joins behind Han such a share cuts a word: in 100 pages .42 and more, in verse .1.
MANY_BARE, MIN_TORN = 20, 0.15
ROUNDS = 3

# Rounds end early when so small a share of the lines changed.
SETTLED = 0.02
# A section is decoded at once: bounds memory. Sections overlap, and a decision is taken from the
# middle of the overlap: paths that differ at one end meet within some tens of lines.
SECTION_LINES, OVERLAP_LINES = 1500, 120


class Break(NamedTuple):
    """A line break and what was decided."""

    line: int  # the break stands after this line
    joined: bool
    margin: float  # what the two sides say alone, nats; > 0 speaks for a paragraph's end
    place: int  # of the line before it
    column: float  # the width of its column, 0 for none


def decide(lines: Sequence[Line], fixed: Sequence[bool] | None = None) -> tuple[Break, ...]:
    """Return one decision a line break. Linear in the number of lines.

    `fixed` marks the lines that are blocks of their own.
    """
    fixed = [False] * len(lines) if fixed is None else fixed
    found: list[Break] = []
    evidence = evidence_of(lines)
    for at in _sections(lines):
        section = _section(lines, at)
        part = _decide(
            section, fixed[at : at + SECTION_LINES], evidence[at : at + len(section) - 1]
        )
        begin = len(found) - at
        is_final = at + SECTION_LINES >= len(lines)
        stop = len(part) if is_final else SECTION_LINES - OVERLAP_LINES // 2
        part = part[begin:stop]
        found += [one._replace(line=one.line + at) for one in part] if at else part
        if is_final:
            break
    return tuple(found)


def joins_nothing(lines: Sequence[Line]) -> bool:
    """Say whether it is sure, without the decode, that `decide` joins no break of these lines."""
    return all(is_quiet(_section(lines, at)) for at in _sections(lines))


def _sections(lines: Sequence[Line]) -> range:
    """Return where the sections of a text begin."""
    return range(0, max(len(lines) - OVERLAP_LINES, 1), SECTION_LINES - OVERLAP_LINES)


def _section(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """Return the lines of a section, as they are where there is but one."""
    return lines if len(lines) <= SECTION_LINES else lines[at : at + SECTION_LINES]


def of_blocks(lines: Sequence[Line], breaks: Sequence[Break]) -> tuple[Break, ...]:
    """Return the decisions for a text whose lines are blocks of a web page: nothing is joined.

    Joined stays what cuts a word or a number; all, where the page shows a text that was wrapped
    at one width: enough joins, full lines at nearly all of them, and hardly a line clearly wider.
    """
    full = [lines[one.line].width for one in breaks if one.joined and one.column]
    columns = Counter(one.column for one in breaks if one.joined and one.column)
    column = max(columns, key=lambda em: (columns[em], em), default=0.0)
    near = sum(abs(column - width) <= FULL_EM for width in full)
    wider = sum(line.width > column + CLEARLY_WIDER for line in lines)
    enough = len(full) >= MIN_PROSE_JOINS and near >= MOST * len(full)
    if enough and wider <= FEW * len(lines):
        return tuple(breaks)
    return tuple(
        one._replace(joined=False) if one.joined and one.margin > CUT_WORD else one
        for one in breaks
    )


def _decide(lines: Sequence[Line], fixed: Sequence[bool], evidence: Sequence[float]) -> list[Break]:
    if len(lines) < 2:
        return []
    columns = columns_of(lines)
    costs = with_endings(costs_of(lines, columns), lines, fixed, evidence)
    kept = _uncertain(lines, fixed, evidence, float(columns.widths.max(initial=0.0)))
    costs = Costs(*(cost[kept] for cost in costs))
    marks = breaks_of(lines)
    habits = assumed(marks)
    # The break before each line that is decoded; where lines were left out nothing is joined.
    before = np.array(kept[1:]) - 1
    ends = np.array(fixed)[kept]
    apart = ends[:-1] | ends[1:] | (np.diff(kept) > 1)
    shown = np.array(evidence)[before]
    inner = Breaks(*(mark[before] for mark in marks))
    indent = np.zeros(len(columns.widths) + 1, dtype=np.float32)
    path = [(SINGLE, len(columns.widths))] * len(lines)
    for _ in range(ROUNDS):
        prices = prices_of(inner, shown, apart, habits)
        changed = 0
        for at, state in zip(kept, cheapest(costs, prices, indent), strict=True):
            changed += path[at] != state
            path[at] = state
        if changed <= SETTLED * len(kept):
            break
        habits = learned(marks, path, habits)
        indent = shadow_habit(path, columns)
    return _with_marks(lines, fixed, _guard(lines, _breaks(path, evidence, columns)))


def _uncertain(
    lines: Sequence[Line], fixed: Sequence[bool], evidence: Sequence[float], widest: float
) -> list[int]:
    """Return the lines to decode: those inside a stretch of whole paragraphs are left out.

    A line with an end mark that is wider than all columns is a paragraph, as are those next to it:
    most lines of clean text.
    """
    whole = [
        line.ending == END
        and line.narrow > widest + CLEARLY_WIDER
        and not is_fixed
        and found > LEANS
        for line, is_fixed, found in zip(lines, fixed, [*evidence, 0.0], strict=True)
    ]
    last = len(lines) - 1
    return [
        at
        for at in range(len(lines))
        if at in {0, last} or not (whole[at - 1] and whole[at] and whole[at + 1])
    ]


def _breaks(
    path: Sequence[tuple[int, int]], evidence: Sequence[float], columns: Columns
) -> list[Break]:
    widths = [*columns.widths.tolist(), 0.0]
    new = tuple.__new__  # as `layout.read_lines` makes its lines
    return [
        # A first or middle line before a new paragraph stops unfinished.
        new(
            Break,
            (
                at,
                place in (FIRST, MIDDLE) and after in (MIDDLE, LAST),
                evidence[at],
                place,
                widths[column],
            ),
        )
        for at, ((place, column), (after, _)) in enumerate(pairwise(path))
    ]


def _guard(lines: Sequence[Line], breaks: list[Break]) -> list[Break]:
    """Undo the joins that make no paragraph; where a word or a number was cut they stay."""
    if not any(one.joined for one in breaks):
        return breaks
    undone = {
        *_verse(lines, breaks),
        *_markless(lines, breaks),
        *_before_headings(lines, breaks),
        *_unproved(lines, breaks),
        *_over_blanks(lines, breaks),
    }
    left = [
        one._replace(joined=False) if one.joined and one.line in undone else one for one in breaks
    ]
    if not any(one.joined and one.column for one in left):
        left = [one._replace(joined=one.joined and not _is_verse(lines, one)) for one in left]
    # One word among many lines that are left alone is chance, in a column as narrow as a verse.
    joins = [one for one in left if one.joined and one.column]
    few = len(joins) <= FEW_JOINS and MANY_LINES * len(joins) < len(breaks)
    if few and all(one.column < MIN_PROSE_EM for one in joins):
        return [one._replace(joined=one.joined and not one.column) for one in left]
    return left


def _with_marks(lines: Sequence[Line], fixed: Sequence[bool], breaks: list[Break]) -> list[Break]:
    """Join the lines of a wrapped text that are a mark and nothing else: 。 or ）.

    A bracket or quote belongs to the line before if it opens there. In text that is not wrapped a
    mark stands alone behind a hyperlink.
    """
    if not any(one.joined and one.column for one in breaks):
        return breaks
    return [
        one._replace(joined=True, column=0.0)
        if not one.joined
        and MARKS_RE.fullmatch(lines[one.line + 1].text)
        and not fixed[one.line]
        and _takes_marks(lines[one.line].text, lines[one.line + 1].text)
        else one
        for one in breaks
    ]


def _takes_marks(left: str, marks: str) -> bool:
    opens = OPENER_OF.get(marks[0])
    return opens is None or left.rfind(opens) > left.rfind(marks[0])


def _verse(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins of a poem, or a list of equal lines.

    Where most joins stand at end marks, those. In columns where most joins stand at marks of any
    kind, all: a page breaks one line in seven there, verse every line.
    """
    joins = [one for one in breaks if one.joined]
    ended = {one.line for one in joins if lines[one.line].ending == END}
    if 2 * len(ended) > len(joins):
        yield from ended
    inside = [one for one in joins if one.column]
    if inside and 2 * sum(lines[one.line].ending in PAUSES for one in inside) <= len(inside):
        return
    yield from (
        one.line for one in inside if one.margin > CUT_WORD or lines[one.line].ending in PAUSES
    )


def _is_verse(lines: Sequence[Line], one: Break) -> bool:
    """Say whether a break where no column is left stands between short lines, behind a comma.

    What the end of a page cuts is a paragraph, and wider.
    """
    widest = max(lines[one.line].narrow, lines[one.line + 1].narrow)
    return one.margin > CUT_WORD and lines[one.line].ending == COMMA and widest <= MAX_VERSE_EM


def _markless(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins in paragraphs without any mark: lists, tables, stanzas; prose has marks.

    Two such lines may be a heading, in a text that has joined enough prose.
    """
    bare = [run for run in _runs(breaks) if not any(MARK_RE.search(lines[i].text) for i in run)]
    prose = sum(one.joined for one in breaks) - sum(len(run) - 1 for run in bare)
    for run in bare:
        if prose == 0:
            # 新春 | 天增岁月: where nothing is prose, a word across a break is chance.
            yield from run[:-1]
        elif len(run) > 2 or prose < MIN_PROSE_JOINS:
            yield from (i for i in run[:-1] if breaks[i].margin > CUT_WORD)


def _unproved(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins in columns, in a text where no word shows that its lines were broken.

    A page cuts every second Han word and leaves Latin lines that open in lower case. Where no
    line does, or one of many narrow ones (chat, rows, questions, verse of like length), only a
    paragraph of a wide column that ends as a sentence does is proof, of itself alone.
    """
    joins = [one for one in breaks if one.joined and one.column]
    torn = [
        one.column
        for one in joins
        if _is_torn(lines[one.line], lines[one.line + 1], one.margin)
        # A line that its column could not hold proves nothing: 夜 | 雨。小雨撑着伞
        and lines[one.line + 1].narrow <= one.column + CLEARLY_WIDER
    ]
    if torn:
        bare = [one for one in joins if one.column < MIN_PROSE_EM and lines[one.line].ending == HAN]
        if sum(em < MIN_PROSE_EM for em in torn) < MIN_TORN * len(bare) and len(bare) >= MANY_BARE:
            yield from (one.line for one in bare)
        return
    for run in _runs(breaks):
        within = run[:-1]
        is_prose = (
            lines[run[-1]].ending in {COLON, END}
            and all(breaks[i].margin <= 0 for i in within)
            and any(lines[i].ending in {COMMA, HAN, LATIN} for i in within)
        )
        yield from (
            i
            for i in within
            if breaks[i].column and not (is_prose and breaks[i].column >= MIN_PROSE_EM)
        )


def _over_blanks(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins over blank lines behind a full stop, where blank lines part paragraphs."""
    joins = [one.line for one in breaks if one.joined and one.column]
    over = [at for at in joins if lines[at + 1].blanks]
    if not over or len(over) > MAX_OVER_BLANKS * len(joins):
        return
    ends = [lines[one.line + 1].blanks > 0 for one in breaks if not one.joined]
    if sum(ends) >= MIN_BLANK_ENDS * len(ends):
        yield from (at for at in over if lines[at].ending == END)


def _is_torn(left: Line, right: Line, margin: float) -> bool:
    """Say whether a word or a number stands in both lines, or a Latin sentence."""
    if left.ending == LATIN and right.text[0].islower():
        return left.width >= MIN_LATIN_EM
    return margin <= CUT_WORD and right.opening != TAIL and left.ending in {DIGIT, HAN}


def _before_headings(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[int]:
    """Yield the joins outside columns that would glue a cut paragraph to a heading.

    A second half ends the sentence that the page cut: what ends in a bare word
    (累计开 | 建好“菜园子” 保障“菜篮子”) is a heading.
    """
    for run in _runs(breaks):
        if not breaks[run[-2]].column and lines[run[-1]].ending in {CLOSE, HAN}:
            yield run[-2]


def _runs(breaks: Sequence[Break]) -> Iterator[range]:
    """Yield the paragraphs of more than one line, as ranges of lines."""
    start = 0
    for at in range(len(breaks) + 1):
        if at < len(breaks) and breaks[at].joined:
            continue
        if at > start:
            yield range(start, at + 1)
        start = at + 1
