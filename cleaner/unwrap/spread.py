"""Wide gaps in lines that a formatter spread to one right edge, as groff and nroff do.

Once the lines are joined, the edge is gone and the gaps say nothing. Two spaces behind a sentence
are a writer's: only where lines have wide gaps elsewhere, too, are all taken out. A gap that is
wider still stands for a cell, or for what is to be filled in: it stays.
"""

from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.document import Edit
from cleaner.layout import Line
from cleaner.unwrap.breaks import Break

# A formatter makes gaps two or three spaces wide; in lines of few words wider ones, which stay.
# Between two Han it found none to widen: 年  月  日 is to be filled in.
GAP_RE = re.compile("(?<! )(?:(?<![㐀-鿿]) {2,3}(?! )| {2,3}(?![ 㐀-鿿]))")
# Behind these a writer has two spaces.
PAUSES = frozenset(".?!:;。？！：；")
# Lines that are spread, of those that go on: so many, and such a share (manuals: .2 and more; typed
# lines: .03).
MIN_SPREAD, MIN_SPREAD_SHARE = 3, 0.1
# What opens a list's item is shorter, and no word: 12), o, -.
SIGN_CHARS, WORD_RE = 4, re.compile(r"[^\W\d_]{2}")


def spread_gaps(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[Edit]:
    """Make one space of each wide gap in the paragraphs that were put together of spread lines."""
    filled = [lines[one.line] for one in breaks if one.joined and one.column]
    spread = sum(any(line.text[at - 1] not in PAUSES for at, _ in _gaps(line)) for line in filled)
    if spread < max(MIN_SPREAD, MIN_SPREAD_SHARE * len(filled)):
        return
    ends = {one.line + 1 for one in breaks if one.joined and one.column}
    for at in sorted(ends | {at - 1 for at in ends}):
        start = lines[at].start
        for first, last in _gaps(lines[at]):
            yield Edit(start + first, lines[at].text[first:last], " ")


def _gaps(line: Line) -> list[tuple[int, int]]:
    """Return where a line's wide gaps are, but for one between an item's sign and its text."""
    if "  " not in line.text:
        return []
    spans = [gap.span() for gap in GAP_RE.finditer(line.text)]
    if spans and spans[0][0] < SIGN_CHARS and not WORD_RE.match(line.text):
        del spans[0]
    return spans
