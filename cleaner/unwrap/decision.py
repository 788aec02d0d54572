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
from collections.abc import Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.late import np
from cleaner.layout import END, Line
from cleaner.unwrap.breaks import Break
from cleaner.unwrap.counted import filled_of
from cleaner.unwrap.cuts import evidence_of
from cleaner.unwrap.endings import with_endings, with_stops
from cleaner.unwrap.guards import CUT_WORD, MIN_PROSE_JOINS, guarded
from cleaner.unwrap.habits import (
    Breaks,
    assumed,
    breaks_of,
    learned,
    prices_of,
    shadow_habit,
)
from cleaner.unwrap.items import with_counted_items
from cleaner.unwrap.labels import with_sections
from cleaner.unwrap.measure import Columns, Costs, columns_of, costs_of, unit_of
from cleaner.unwrap.narrow import without_insets, without_narrow, without_unended
from cleaner.unwrap.pieces import of_pieces, pieces_of, whole_lines
from cleaner.unwrap.quiet import CLEARLY_WIDER, is_quiet
from cleaner.unwrap.references import with_references
from cleaner.unwrap.tables import table_rows, with_tables
from cleaner.unwrap.viterbi import FIRST, LAST, MIDDLE, SINGLE, cheapest

# Evidence from which a break is worth a look though an end mark stands before it.
LEANS = -2.0
# A line of closing marks alone: the sign before them stood in another font.
MARKS_RE = re.compile("[，。、；”’）》」』】]{1,3}")
OPENER_OF = {"”": "“", "’": "‘", "）": "（", "》": "《", "」": "「", "』": "『", "】": "【"}
# A web page of one width: full lines within this, em, the indent of two with it; shares.
FULL_EM, MOST, FEW = 2.5, 0.8, 0.05

ROUNDS = 3

# Rounds end early when so small a share of the lines changed.
SETTLED = 0.02
# A section is decoded at once: bounds memory. Sections overlap, and a decision is taken from the
# middle of the overlap: paths that differ at one end meet within some tens of lines.
SECTION_LINES, OVERLAP_LINES = 1500, 120


def decide(lines: Sequence[Line], fixed: Sequence[bool] | None = None) -> tuple[Break, ...]:
    """Return one decision a line break. Linear in the number of lines.

    `fixed` marks the lines that are blocks of their own. Rows of a table whose cells are prose are
    left out: they would show columns that the text has not.
    """
    fixed = [False] * len(lines) if fixed is None else fixed
    lines = with_stops(lines)
    rows = table_rows(lines).prose
    if not any(rows):
        return tuple(_pieced(lines, fixed))
    kept = [at for at, row in enumerate(rows) if not row]
    breaks = [Break(at, False, 0.0, SINGLE, 0.0) for at in range(len(lines) - 1)]
    inner = _pieced([lines[at] for at in kept], [fixed[at] for at in kept])
    for (at, below), one in zip(pairwise(kept), inner, strict=True):
        if below == at + 1:
            breaks[at] = one._replace(line=at)
    return tuple(breaks)


def _pieced(lines: Sequence[Line], fixed: Sequence[bool]) -> list[Break]:
    """Return the decisions, with the pieces of printed lines in one."""
    if pieces := pieces_of(lines, fixed):
        inner = {at for first, last in pieces for at in range(first, last)}
        whole = whole_lines(lines, pieces)
        kept = [one for at, one in enumerate(fixed) if at not in inner]
        return list(of_pieces(_decided(whole, kept), pieces))
    return _decided(lines, fixed)


def _decided(lines: Sequence[Line], fixed: Sequence[bool]) -> list[Break]:
    found: list[Break] = []
    evidence = with_references(lines, with_sections(lines, evidence_of(lines)))
    evidence = with_tables(lines, with_counted_items(lines, evidence))
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
    return found


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
    at one width: enough joins, full lines at nearly all of them, and hardly a line clearly wider;
    or where a program broke it at its spaces.
    """
    if filled_of(lines):
        return tuple(breaks)
    full = [one.line for one in breaks if one.joined and one.column]
    columns = Counter(one.column for one in breaks if one.joined and one.column)
    column = max(columns, key=lambda em: (columns[em], em), default=0.0)
    near = sum(
        # A line of Latin is as full as it can be where the next word would not fit.
        abs(column - lines[at].width) <= max(FULL_EM, unit_of(lines[at + 1], narrow=False))
        for at in full
    )
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
    habits = assumed(marks, parted=filled_of(lines) is not None)
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
    found = guarded(lines, without_narrow(lines, _breaks(path, evidence, columns)))
    return _with_marks(lines, fixed, without_insets(lines, without_unended(lines, found)))


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


def _with_marks(lines: Sequence[Line], fixed: Sequence[bool], breaks: list[Break]) -> list[Break]:
    """Join the lines of a wrapped text that are a mark and nothing else: 。 or ）.

    A bracket or quote belongs to the line before unless it is closed there. In text that is not
    wrapped a mark stands alone behind a hyperlink.
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
    return opens is None or left.rfind(opens) >= left.rfind(marks[0])
