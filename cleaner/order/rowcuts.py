"""Where a row of a scan may be cut, and what it says for a leftmost column of a width.

What stands between two columns is no sure sign: many spaces where the line of the left column is
short, else one space, the rule between the columns read as a mark (” 。 |), or nothing.
"""

from collections.abc import Sequence
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import TAILS
from cleaner.order.rowgrid import line_cells

# What may stand between two columns: spaces, and what a reader makes of a rule.
GUTTER_RE = re.compile(r"[ \u3000]*[”“\"'|丨。·][”“\"'|丨。· \u3000]*|[ \u3000]+")
# What a gutter says for a cut, by what it is: many spaces or an upright stroke; marks and a space;
# a space or a mark. And what it says that a row can not be cut at a width, or that its first sure
# gutter stands behind it. (Of places on scans of two sets around which text of two columns stood
# many spaces were gutters in 187 of 196 cases, strokes in all 90, marks behind a space in 9 of 10,
# single spaces in a third.)
SURE, MARKED, PLAIN, NOTHING, TOO_WIDE = 1.0, 0.7, 0.4, -0.4, -1.0
# From so many spaces a run is wide; cells that one of them stands for (.7 to 1.2 on scans), and
# what share of a run's width may be wrong.
WIDE, SPACE_CELLS, UNSURE = 4, 0.9, 0.4
# Half-width marks stand for full ones behind Han; quotes are as wide as Han or half of it.
HALF_MARKS, QUOTE_RE = ",:;!?()\"'", re.compile("[“”\"'‘’]")

# Cells by which a full line may miss its column's width, and what each weighs; an indent, and the
# space between columns.
OFF, MISS, INDENT, GUTTER = 3, 0.1, 4, 2
# A row of six columns of 24 characters, with gaps.
MAX_ROW_CHARS, MAX_CUTS = 300, 24


class Cut(NamedTuple):
    """Where a row may be cut: [left, right) stands between the parts.

    The left part ends at cell `wide`, or `slim` if quotes are half as wide; then come `space`
    cells, or an upright `rule`. `gapped`: the left part has a wide gap itself.
    """

    left: int
    right: int
    slim: float
    wide: float
    worth: float
    space: float
    rule: bool
    gapped: bool


class ScanRow(NamedTuple):
    """A line: its width in cells, and where it may be cut. `opens`: no row goes on before it."""

    text: str
    cells: float
    cuts: Sequence[Cut]
    opens: bool

    @property
    def is_gapped(self) -> bool:
        """Whether the row has a wide gap or an upright rule."""
        return any(cut.space or cut.rule for cut in self.cuts)


def read_row(text: str, *, opens: bool = False) -> ScanRow:
    """Return the row of a line; a long one is a paragraph, and none."""
    cuts = _cuts(text) if len(text) <= MAX_ROW_CHARS else ()
    if len(text) > MAX_ROW_CHARS or len(cuts) > MAX_CUTS:
        return ScanRow(text, 0.0, (), True)
    return ScanRow(text, line_cells(text), cuts, opens)


def _cuts(text: str) -> list[Cut]:
    """Return the places where a row may be cut, by what stands there."""
    found: list[Cut] = []
    slim = wide = 0.0
    at = 0
    for gap in GUTTER_RE.finditer(text):
        left, right = gap.span()
        part = text[at:left]
        cells = line_cells(part)
        wide += cells
        slim += cells - len(QUOTE_RE.findall(part))
        marks = "".join(gap[0].split())
        spaces = len(gap[0]) - len(marks)
        space = SPACE_CELLS * spaces if spaces >= WIDE else 0.0
        if left and right < len(text) and not (spaces < WIDE and _is_odd(text, left, right)):
            rule = "|" in marks
            worth = SURE if space or rule else MARKED if marks and spaces else PLAIN
            gapped = any(cut.space for cut in found)
            found.append(Cut(left, right, slim, wide, worth, space, rule, gapped))
        at = left
        if space:
            at = right
            wide, slim = wide + space + line_cells(marks), slim + space + line_cells(marks)
    return found


def _is_odd(text: str, left: int, right: int) -> bool:
    """Say whether white space is what a reader of scans sees round a mark (公路, 桥梁 ；隧道)."""
    bare = not text[left:right].strip()
    return bare and (text[left - 1] in HALF_MARKS or text[right] in TAILS)


def fit(row: ScanRow, width: int) -> tuple[float, Cut | None]:
    """Return what a row says for a leftmost column of a width, and where it would be cut."""
    if row.cells <= width + OFF and not row.is_gapped:
        return 0.0, None
    best, where = NOTHING, None
    for cut in row.cuts:
        if cut.slim > width + OFF:
            break
        off = min(_off(cut, width), _off(cut, width - INDENT) + 1)
        if off <= OFF:
            worth = cut.worth - MISS * off
        elif cut.rule and cut.wide < width:
            worth = MARKED
        elif cut.space and cut.wide < width:
            far = cut.wide + cut.space - width - GUTTER
            off = min(abs(far), abs(far - INDENT)) - GUTTER
            worth = SURE - MISS * max(0.0, off) if off <= UNSURE * cut.space else NOTHING
        else:
            continue
        if worth > best:
            best, where = worth, cut
    if where is None and any(cut.worth == SURE and cut.slim > width + OFF for cut in row.cuts[:1]):
        return TOO_WIDE, None
    return best, where


def _off(cut: Cut, width: int) -> float:
    """Return by how many cells a left part misses a width; its quotes may be of either."""
    return max(0.0, width - cut.wide, cut.slim - width)


def parted(row: ScanRow, width: int) -> tuple[str, str]:
    """Return what of a row stands in its leftmost column, and the rest."""
    text = row.text
    if row.cells <= width + OFF and not row.is_gapped:
        return text, ""
    _, where = fit(row, width)
    if where is None:
        where = next((cut for cut in row.cuts if cut.space and cut.wide <= width + OFF), None)
    if where is None:
        at = next((at for at in range(1, len(text)) if line_cells(text[:at]) >= width), len(text))
        return text[:at].rstrip(), text[at:].lstrip()
    left, mark = text[: where.left], text[where.left : where.right]
    right = text[where.right :]
    if mark.rstrip().endswith("“") and "“" not in right.partition("”")[0] and "”" in right:
        right = "“" + right
    return (left + _own(left, mark, where, width)).rstrip(), right


def _own(left: str, mark: str, cut: Cut, width: int) -> str:
    """Return what of the marks at a gutter ends the line to its left.

    A full stop behind a full line is the rule between the columns, unless it stands at the line and
    the gutter shows behind it.
    """
    marks = mark.lstrip()
    shown = mark[0] == "。" and (cut.rule or cut.space > 0)
    if marks[:1] == "。" and (shown or line_cells(left) < width - 1):
        return "。”" if marks[1:2] == "”" and _is_quoted(left) else "。"
    return "”" if marks[:1] == "”" and _is_quoted(left) else ""


def _is_quoted(text: str) -> bool:
    return text.count("“") > text.count("”")
