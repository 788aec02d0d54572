"""The head and the foot of one sheet, which nothing repeats: they show by their form.

    342                                                      怀宁县志
    第 28 卷第 3 期          江北师范学院学报          Vol.28 No.3
    12        THE RIVERDALE COURIER        Friday, May 3, 1935

Pieces stand as far apart as the page is wide, and an outer one is the page's number, or one is the
name of a journal and another its issue. So is a row of a table, an entry of contents; but these
stand beside others, and below them stands no text in lines of one width. Where the first page has
such a head, what counts on from its number a page later is the next one's.
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from cleaner import late as re
from cleaner.layout import Line, display_width
from cleaner.paper.folding import folded
from cleaner.paper.pagebreaks import MIN_PAGE_LINES, MIN_PROSE_EM, OPEN_ENDS, PAGE_EM
from cleaner.paper.pagehead import MAX_GAPS_CHARS
from cleaner.paper.pagenumber import NUMERAL, page_number
from cleaner.paper.pagepieces import DATE, FACT, PAPER, pieces_of

# Between two pieces: four spaces, two of a character's width, a tab. Titles have fewer.
GAP_RE = re.compile(r" {4,}|[ \u3000]*\u3000[ \u3000]+|[ \u3000]*\t[ \u3000\t]*")
# Inside an outer piece, before the number: 강원새소식  A14.
SMALL_GAP_RE = re.compile("[ \u3000]{2,}|\u3000")
# Of the width of the text's lines, so much do the pieces take with their gaps, and the gaps so many
# em: a heading may have a number and a gap, too. So many lines of the width end inside a sentence.
# Chosen; try .6 to .8, 3 to 6 and 3 to 5.
MIN_REACH, MIN_SPACE, FULL_SHARE, MIN_OPEN = 0.6, 4, 0.85, 3
# Lines beside such a line of which none has a gap, or a number in the margin: two heads may stand
# above each other.
NEAR = 3
MARGIN_RE = re.compile(r"\d{1,4}[ \t]{2}")
# A number is no page's, but a year.
YEARS = range(1500, 2100)
# Of a head with a journal's issue.
MIN_PIECES = 3
# What a sentence, a field of a form, a price has.
NO_PIECE_RE = re.compile("[。，；！？：￥]|: ")
# A14, Seite 4, S. 4, Page 4, 第三張.
PAGE_RE = re.compile(
    r"[A-D](?P<a>\d{1,2})|(?:Seite|S\.|Page|PAGE) ?(?P<b>\d{1,3})|\((?P<c>\d{1,3})\)"
    r"|第 ?[一二三四五六七八九十]{1,3} ?[版張张面]"
)
# Jun. 2009, Vol.28 No.3, 2007·第9期, 2009 年 6 月
ISSUE_RE = re.compile(
    r"(?:[A-Z][a-z]{2,8}\.?,? )?(?:19|20)\d\d|Vol\. ?\d{1,3},?(?: ?No\. ?\d{1,3})?"
    r"|(?:19|20)\d\d ?年 ?\d{1,2} ?月|(?:(?:19|20)\d\d[·.]? ?年?)?第 ?\d{1,4} ?[期號号]"
)


def sheet_lines(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines that are the head or the foot of a sheet, and the numbers that count on."""
    if len(lines) < MIN_PAGE_LINES or not (_pieces(lines[0]) or _pieces(lines[-1])):
        return
    measure = _measure(lines)
    heads = [at for at in _at_ends(lines) if measure and _is_head(lines, at, measure)]
    if not heads:
        return
    yield from heads
    if heads[0] == 0 and _is_second(_pieces(lines[1])):
        yield 1
    yield from _counting_on(lines, heads, measure)


def _at_ends(lines: Sequence[Line]) -> Iterator[int]:
    for at, beside in ((0, lines[1 : 1 + NEAR]), (len(lines) - 1, lines[-1 - NEAR : -1])):
        rows = [line for line in beside if _pieces(line) or MARGIN_RE.match(line.text)]
        if not rows or (rows == [lines[1]] and _is_second(_pieces(lines[1]))):
            yield at


def _measure(lines: Sequence[Line]) -> float:
    """Return the width of the text's lines, 0 where they are no lines of a page."""
    widths = sorted(line.width for line in lines if not _pieces(line))
    width = widths[-MIN_OPEN] if len(widths) >= MIN_OPEN else 0
    if not MIN_PROSE_EM <= width <= PAGE_EM:
        return 0
    full = (line for line in lines if line.width >= FULL_SHARE * width and not _pieces(line))
    is_open = (line for line in full if line.ending in OPEN_ENDS)
    return width if len([*islice(is_open, MIN_OPEN)]) == MIN_OPEN else 0


def _pieces(line: Line) -> list[str]:
    """Return the pieces of a line that gaps part; none of a line without a gap."""
    if len(line.text) > MAX_GAPS_CHARS:
        return []
    pieces = GAP_RE.split(line.text)
    return pieces if len(pieces) > 1 else []


def _is_head(lines: Sequence[Line], at: int, measure: float) -> bool:
    line, pieces = lines[at], _pieces(lines[at])
    reach = line.indent + line.width
    space = reach - sum(map(display_width, pieces))
    if not pieces or reach < MIN_REACH * measure or space < MIN_SPACE:
        return False
    return _is_named(line, pieces) and (_page(pieces) is not None or _is_issue(pieces))


def _is_named(line: Line, pieces: Sequence[str]) -> bool:
    named = any(len(piece) > 1 and not piece.isdecimal() for piece in pieces)
    return named and not NO_PIECE_RE.search(line.text)


def _page(pieces: Sequence[str]) -> tuple[int, bool] | None:
    """Return the page's number that is an outer piece, -1 where it is no figure; is it the left."""
    outer = SMALL_GAP_RE.split(pieces[0])[0], SMALL_GAP_RE.split(pieces[-1])[-1]
    for left, piece in zip((True, False), outer, strict=True):
        found = PAGE_RE.fullmatch(folded(piece))
        if found:
            return int(next(filter(None, found.groups()), -1)), left
        number = page_number(piece)
        # 三 may be the number of a section
        if number and number.shape != NUMERAL and number.value not in YEARS:
            return number.value, left
    return None


def _is_issue(pieces: Sequence[str]) -> bool:
    """Say whether pieces name a journal and its issue or day: 江城大学学报, 2009 年 6 月."""
    kinds = [set(pieces_of(piece)) for piece in pieces]
    issued = any(
        one & {FACT, DATE} or ISSUE_RE.fullmatch(piece)
        for one, piece in zip(kinds, pieces, strict=True)
    )
    return len(pieces) >= MIN_PIECES and {PAPER} in kinds and issued


def _is_second(pieces: Sequence[str]) -> bool:
    """Say whether pieces are the second line of a journal's head: its name in Latin, its month."""
    return len(pieces) >= MIN_PIECES and all(map(ISSUE_RE.fullmatch, (pieces[0], pieces[-1])))


def _counting_on(lines: Sequence[Line], heads: Sequence[int], measure: float) -> Iterator[int]:
    """Yield the heads and numbers of other pages, each a page's lines from the one before.

    Even numbers stand on one side and odd ones on the other, or the number stands alone and apart.
    """
    ends = {at: _page(_pieces(lines[at])) for at in heads}
    if 0 not in ends:
        last, first = ends[len(lines) - 1], _page(_pieces(lines[0]) or [lines[0].text])
        if last and first and (last[0] - 1, not last[1]) == first:
            yield from (0,) if _is_named(lines[0], _pieces(lines[0])) else ()
        return
    at, page = 0, ends[0]
    if page is None or page[0] < 0:
        return
    for here in range(MIN_PAGE_LINES, len(lines) - 1):
        line = lines[here]
        if here - at < MIN_PAGE_LINES or not (line.text[0].isdigit() or line.text[-1].isdigit()):
            continue
        pieces = _pieces(line)
        found = _page(pieces or [line.text])
        if found is None or found[0] != page[0] + 1:
            continue
        alone = not pieces and line.blanks > 0 and lines[here + 1].blanks > 0
        mirrored = found[1] != page[1] and _is_head(lines, here, measure)
        if alone or mirrored:
            yield here
            at, page = here, (found[0], not page[1])
