"""Put the pieces of one printed line together again.

A page squeezes its full-width marks: `）。` and `，（` take one em and a half. An extractor sees
the distance jump there and may give one printed line as two or three, of which the first ends in
such a mark or the next opens with one:

    网络接口由两个服务初始化，
    其中一个是“network.service”
    处理的，另一个由用户自己启动，它要等到桌面出现以后才开始工作。

No piece is as wide as the column, so each looks like the last line of a paragraph. But together
they are: their widths add up to the column's, give or take half an em for each mark. Sums come out
by chance, too (speeches, lists), and in narrow columns often; so the column has to be wide, and
some break in the line, or the line's end, must be one where no paragraph ends: behind a comma,
before a mark that cannot open a line, inside a quotation or a bracket, in a word that the next line
goes on with. In a narrow column only the two marks that are squeezed into one tell:
`夜市线上点餐」 | ，客人可`, for neither line ends or begins so. Where a line was cut before such a
mark, one is before a bracket, too: `它由用户启动。 | （要等桌面出现。 | ）`.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner.layout import BULLET, COMMA, DIGIT, END, HAN, LATIN, NUMBER, TAIL, Line, opening_of
from cleaner.unwrap.breaks import Break
from cleaner.unwrap.cuts import LOWER_CASE, PAIRS, evidence_of
from cleaner.unwrap.guards import MARK_RE
from cleaner.unwrap.measure import widths_of

# Marks that a page squeezes.
SQUEEZED = frozenset("，。、；：！？“”‘’（）《》「」『』【】")
# Two that stand in the place of one: ）， 」。
PAIRED_ENDS, PAIRED_OPENS = frozenset("”’）》」』】"), frozenset("，。、；：！？")
# Two of which each is squeezed: 。（
ENDS, OPENS = frozenset("。！？”’）》」』】"), frozenset("（《“‘「『【")
# A narrower column is filled by chance. Chosen: two columns a page have 20 to 24 em.
MIN_COLUMN_EM = 25.0
# A line of the column is as wide as this, em; of the lines that go on such a share is.
FULL_UNDER, FULL_OVER, MIN_SHARE = 1.3, 0.75, 1 / 3
# A line has so many pieces, and a piece takes such a share of the column at most: a full line
# that was set loosely, or has narrow letters, takes more. Where a mark that opens no line or two
# squeezed marks stand between, the second may take all but so much, the first what is not full.
# Short lines that end in marks of all kinds fill a column by chance: with a full stop fewer.
MAX_PIECES, MAX_ENDED, MAX_SHARE, MIN_SHORT_EM = 8, 5, 0.75, 3.0
# What a mark may have lost.
LOST_EM = 0.5
ITEMS = frozenset({BULLET, NUMBER})
# No paragraph ends so, as a rule.
NARROW_ENDS = frozenset({DIGIT, LATIN})
UNFINISHED = NARROW_ENDS | {HAN}
# Cells of a row, the words of an exercise.
GAP = "  "
# A line with such an indent opens a paragraph, em: pieces stand at no margin.
INDENT_EM = 1.0


class _Page(NamedTuple):
    """The lines of a page, which are blocks of their own, and what speaks for a break's end."""

    lines: Sequence[Line]
    fixed: Sequence[bool]
    evidence: Sequence[float]  # of each break (`evidence_of`)
    column: float
    cut: bool  # some line was cut before a mark that opens none


def pieces_of(lines: Sequence[Line], fixed: Sequence[bool]) -> list[tuple[int, int]]:
    """Return the printed lines of more than one piece, as their first and last lines. Linear."""
    column = _column(lines)
    if not column:
        return []
    cut = any(_opens_none(b) and a.narrow < MAX_SHARE * column for a, b in pairwise(lines))
    page = _Page(lines, fixed, [*evidence_of(lines), 0.0], column, cut)
    found, at = [], 0
    while at < len(lines) - 1:
        last = _last_piece(page, at)
        if last > at:
            found.append((at, last))
        at = last + 1
    return found


def whole_lines(lines: Sequence[Line], pieces: Sequence[tuple[int, int]]) -> list[Line]:
    """Return the lines with the pieces of each printed line in one."""
    whole: list[Line] = []
    done = 0
    for first, last in pieces:
        whole += lines[done:first]
        parts = lines[first : last + 1]
        text = "".join(part.text for part in parts)
        whole.append(
            parts[0]._replace(
                end=parts[-1].end,
                text=text,
                width=sum(part.width for part in parts),
                narrow=sum(part.narrow for part in parts),
                space=parts[-1].space,
                ending=parts[-1].ending,
                opening=opening_of(text),
            )
        )
        done = last + 1
    return [*whole, *lines[done:]]


def of_pieces(breaks: Sequence[Break], pieces: Sequence[tuple[int, int]]) -> Iterator[Break]:
    """Yield the decisions of each line of `lines`, given those of each whole line."""
    shift = 0
    ranges = iter([*pieces, (-1, -1)])
    first, last = next(ranges)
    for one in breaks:
        at = one.line + shift
        if at == first:
            inside = range(first, last)
            yield from (one._replace(line=line, joined=True, margin=0.0) for line in inside)
            shift += last - first
            at = last
            first, last = next(ranges)
        yield one._replace(line=at)
    if first >= 0:
        column = breaks[-1].column if breaks else 0.0
        yield from (Break(line, True, 0.0, 0, column) for line in range(first, last))


def _column(lines: Sequence[Line]) -> float:
    """Return the width of the column that most lines which go on fill.

    0 if there is none, or it is narrow and no pair of marks tells pieces.
    """
    widths, _ = widths_of(lines)
    if not widths or not (widths[-1] >= MIN_COLUMN_EM or _has_pairs(lines)):
        return 0.0
    going_on = [line.width + line.indent for line in lines if line.ending in UNFINISHED]
    least = max(1.0, MIN_SHARE * len(going_on))
    for em in reversed(widths):
        if sum(em - FULL_UNDER <= width <= em + FULL_OVER for width in going_on) >= least:
            return em
    return 0.0


def _has_pairs(lines: Sequence[Line]) -> bool:
    return any(_is_pair(left, right) for left, right in pairwise(lines))


def _is_pair(left: Line, right: Line) -> bool:
    """Say whether two squeezed marks, of which none can open a line, meet between two lines."""
    return left.text[-1] in PAIRED_ENDS and right.text[0] in PAIRED_OPENS


def _last_piece(page: _Page, at: int) -> int:
    """Return the last piece of the printed line that begins with this line, or the line itself."""
    lines, column = page.lines, page.column
    # A mark that cannot open a line does where a program breaks lines anywhere, below a full line.
    if at and _opens_none(lines[at]) and lines[at - 1].narrow < MAX_SHARE * column:
        return at
    width, narrow, marks, found = lines[at].width, lines[at].narrow, marks_in(lines[at].text), at
    ended = False  # a full stop stands between two pieces
    for last in range(at + 1, min(at + MAX_PIECES, len(lines))):
        left, right = lines[last - 1], lines[last]
        if right.blanks or right.page or page.fixed[last] or page.fixed[last - 1]:
            break
        if right.indent >= INDENT_EM or not _may_meet(page, last):
            break
        width += right.width
        narrow += right.narrow
        marks += marks_in(right.text)
        if narrow > column + FULL_OVER + LOST_EM * marks:
            break
        is_tail = _is_tail(page, last)
        ended = ended or (left.ending == END and not is_tail)
        if ended and last >= at + MAX_ENDED:
            break
        # A paragraph's end above a line in pieces is none of them, but where all fill the line.
        if (is_tail and not ended) or (width >= column - FULL_UNDER and _goes_on(page, at, last)):
            found = last
    return found


def _may_meet(page: _Page, last: int) -> bool:
    """Say whether a line may be a piece of one printed line with the line before it."""
    left, right, column = page.lines[last - 1], page.lines[last], page.column
    meeting = meet if column >= MIN_COLUMN_EM else _is_pair
    if not meeting(left, right) or (right.text[0] not in SQUEEZED and page.evidence[last - 1] > 0):
        return False
    paired = left.text[-1] in ENDS and right.text[0] in OPENS
    if paired or (_opens_none(right) and len(right.text) > 1):
        return left.narrow <= column - FULL_UNDER and right.narrow <= column - MIN_SHORT_EM
    most = column - MIN_SHORT_EM if _opens_none(right) else MAX_SHARE * column
    return left.narrow <= MAX_SHARE * column and right.narrow <= most


def _is_tail(page: _Page, at: int) -> bool:
    """Say whether a line opens with a mark that opens none, or a bracket behind a full stop.

    The bracket where some line of the page was cut before such a mark.
    """
    left, right = page.lines[at - 1], page.lines[at]
    if page.cut and left.ending == END and right.text[0] == "（":
        return True
    return _opens_none(right) and right.text[0] in SQUEEZED


def _opens_none(line: Line) -> bool:
    """Say whether a line opens with a mark that can open none; ”a” is a straight quotation."""
    return line.opening == TAIL and not (line.text[0] in "”’" and line.text[0] in line.text[1:])


def meet(left: Line, right: Line) -> bool:
    """Say whether a squeezed mark stands between two lines, and nothing else parts them."""
    if right.opening in ITEMS or GAP in right.text:
        return False
    return left.text[-1] in SQUEEZED or right.text[0] in SQUEEZED


def marks_in(text: str) -> int:
    """Return how many marks of a text a page squeezes."""
    return sum(map(text.count, SQUEEZED))


def _goes_on(page: _Page, at: int, last: int) -> bool:
    """Say whether no paragraph ends at some break between these pieces, or behind the last.

    Where all are of one width they are verses: 江月何年初照人？ | 人生代代无穷已，
    """
    parts = page.lines[at : last + 1]
    if page.evidence[last] <= LOWER_CASE:
        return True
    if len({part.width for part in parts}) == 1:
        return False
    if any(part.ending == COMMA for part in parts) or any(map(_opens_none, parts[1:])):
        return True
    end = parts[-1]
    if end.ending in NARROW_ENDS:
        return MARK_RE.search(end.text) is not None
    # What ends in Han may be a heading, but none has an open quote or bracket.
    return end.ending == HAN and any(end.text.count(a) > end.text.count(b) for a, b in PAIRS)
