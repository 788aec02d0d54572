"""Find the gutters in lines in which a reader of scans ran columns together, with nothing between.

A reader that looks for boxes takes two columns for one box where the gutter is little wider than a
character, line by line, as it happens:

    央视网消息：全国两会是全过程人民各地代表认真履职尽责，问计于民、
    民主的重要平台。
    问需于民，建真言、谋良策，

All of such a line but the last column is full, so it is to be cut where the page's columns end,
give or take a digit. (A short last line stands too far from the next column to be taken for one
with it: of 667 cuts on 12 pages of a reader 6.) There it must read on better in the pieces of the
lines round it, from both sides, than across the cut, which a wide headline or lead does not.

How far behind a piece the one stands that it goes on in is the same all over a page: the number of
columns. It is found together with the cuts, in turns, as in a mixture (EM, Dempster 1977).
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import TypeAlias

from cleaner import ngram
from cleaner.late import np
from cleaner.layout import END, Line, as_printed, display_width, ending_of
from cleaner.model import Model
from cleaner.order.columns import NOTHING_TOLD, Told, is_set
from cleaner.order.cuts import Gap, Gutters, Kind, wanted
from cleaner.order.gutter import CLOSERS, HANGING, MAX_CELLS, SPACE_RE
from cleaner.order.queues import MAX_GAPS
from cleaner.order.rows import INDENT

# Columns are so wide, in cells; a line may be so much off the sum of its columns; lines that are
# no more than chance would have it show no width.
NARROWEST, WIDEST, OFF = 16, 64, 2
MIN_SHOWN, NEARLY = 0.2, 0.9
# Of fewer lines some width is shown by chance. (Pages of columns run together have 69 and more.)
MIN_ASKED = 12
# A first line is set in; the least of a last piece.
LEAST_PIECE = 8
# Such lines on a page at least; a piece goes on in one of so many behind it.
MIN_LINES, AHEAD = 3, 12
# Of the lines to be cut such a share may end a sentence: paragraphs that are alike in width all do.
# On three pages of a reader 0 to .1.
MOST_ENDED = 0.5
# The share of pieces that go on in none of these: ends of columns and articles. Of all distances
# so many pieces count as seen beforehand. So often distances and cuts are found in turn.
NOWHERE, SEEN, TURNS = 0.3, 5.0, 3
# So many of the lines wider than a column are cut, or none is: where a page has wider columns, too,
# their lines go on across. On seven pages of a reader .79 to 1; of 978 other texts one is cut:
# it has such lines.
MIN_CUT = 0.6
# How much a line's width speaks for a cut, and a cell beside the width, or a line that is set in,
# against one (nats). Chosen.
TOO_WIDE, CELL, SET_IN = 2.0, 1.0, 1.0
# What the pieces round a page's cuts say for each, on average (nats). On nine pages with lines run
# together 1.2 to 5.1; where a page has columns of one width and of twice that -.6 to .8.
MIN_SAID = 1.0

Cuts = list[int]  # where the pieces of a line end
Ends = Sequence[float]  # where each character of a line ends, in cells
Indices: TypeAlias = "Sequence[int] | ngram.Numbers"


def merged(text: str, lines: Sequence[Line], model: Model, told: Told = NOTHING_TOLD) -> Gutters:
    """Return the places in lines without spaces at which two columns meet.

    Of a page that was read box by box, which leaves no blank lines.
    """
    if sum(line.blanks > 0 for line in lines[1:]) > MAX_GAPS * len(lines):
        return Gutters([])
    printed = as_printed(lines)
    cells = [int(2 * line.width + 0.5) for line in printed]
    width = _width(cells)
    wide = [
        at
        for at, line in enumerate(printed)
        if width
        and width + LEAST_PIECE <= cells[at] <= MAX_CELLS
        and not SPACE_RE.search(line.text)
        and line.text[0] != "【"
    ]
    ended = sum(printed[at].ending == END for at in wide)
    if len(wide) < MIN_LINES or ended > MOST_ENDED * len(wide):
        return Gutters([])
    ends = {at: _ends(printed[at].text) for at in wide}
    cuts = {at: _cuts(printed[at].text, ends[at], width) for at in wide}
    broken = [list(_pieces(line.text, cuts.get(at, []))) for at, line in enumerate(printed)]
    widths = [display_width(piece) for pieces in broken for piece in pieces]
    if not is_set(widths, len(text)):
        return Gutters([])
    found = _likely(printed, ends, broken, width, model)
    if len({gap.line for gap in found}) < MIN_LINES:
        return Gutters([])
    apart = wanted(text, lines, found, model, told)
    kept = {gap.line for gap in apart.gaps}
    if len(kept) < MIN_CUT * len(wide):
        return Gutters([])
    gaps = [gap for gap in found if gap.line in kept]
    return Gutters(gaps, apart.reading if gaps == apart.gaps else None)


def _width(cells: Sequence[int]) -> int:
    """Return the width of which the most lines are a multiple, 0 where few are."""
    asked = [one for one in cells if NARROWEST <= one <= MAX_CELLS]
    if len(asked) < MIN_ASKED:
        return 0
    widths = np.arange(NARROWEST, WIDEST + 1)[:, None]
    sizes, counts = np.unique(asked, return_counts=True)
    off = np.abs(sizes - widths * np.rint(sizes / widths))
    near = (counts * np.maximum(0, OFF + 1 - off)).sum(axis=1, where=sizes >= widths - OFF)
    # Of any lines so many would.
    shown = near / (OFF + 1) / len(asked) - (OFF + 1) / widths[:, 0]
    most = shown.max()
    return int(widths[shown >= NEARLY * most].max()) if most >= MIN_SHOWN else 0


def _ends(text: str) -> Ends:
    """Return where each character of a line ends, in cells."""
    return [*accumulate(2 * display_width(char) for char in text)]


def _cuts(text: str, ends: Ends, width: int) -> Cuts:
    """Return where the pieces of a line end if all but the last are full."""
    found: Cuts = []
    done = 0.0
    for at, end in enumerate(ends, 1):
        if end - done >= width and at < len(text) and _may_begin(text[at]):
            found.append(at)
            done = end
    return found


def _may_begin(char: str) -> bool:
    return char not in HANGING and char not in CLOSERS


def _pieces(text: str, cuts: Sequence[int]) -> Iterator[str]:
    yield from (text[a:b] for a, b in pairwise((0, *cuts, len(text))))


def _likely(
    lines: Sequence[Line],
    ends: Mapping[int, Ends],
    broken: Sequence[Sequence[str]],
    width: int,
    model: Model,
) -> list[Gap]:
    """Return the cuts of each wide line that the pieces round it and its width speak for most.

    `ends`: of the wide lines.
    """
    places = {at: _places(lines[at].text, mine, width) for at, mine in ends.items()}
    # What may stand across a gutter is no word of the page: it would speak for itself.
    apart = [
        piece
        for at, line in enumerate(lines)
        for piece in _pieces(line.text, [*places.get(at, ())])
    ]
    counts = ngram.with_own(model.table, ngram.fold_all(apart))
    found: list[Gap] = []
    pieces = broken
    for _ in range(TURNS):
        share = _share(counts, [piece for line in pieces for piece in line])
        gains = _gains(counts, places, pieces, share)
        found = [
            gap
            for at, mine in ends.items()
            for gap in _best(lines[at].text, at, mine, gains[at], width)
        ]
        cuts: dict[int, Cuts] = {}
        for gap in found:
            cuts.setdefault(gap.line, []).append(gap.start)
        before = pieces
        pieces = [
            list(_pieces(lines[at].text, cuts[at])) if at in cuts else mine
            for at, mine in enumerate(broken)
        ]
        if pieces == before:
            break
    said = sum(gains[gap.line][gap.start] for gap in found)
    return found if said >= MIN_SAID * len(found) else []


def _share(counts: ngram.Counts, texts: Sequence[str]) -> ngram.Floats:
    """Return what share of pieces goes on in the next, what in the second next and so on."""
    size = len(texts)
    far, left = np.nonzero(np.add.outer(np.arange(AHEAD), np.arange(size)) < size - 1)
    likely = np.zeros((AHEAD, size))
    likely[far, left] = np.exp(_ratios(counts, texts, left, left + far + 1))
    share = np.full(AHEAD, (1 - NOWHERE) / AHEAD)
    for _ in range(TURNS):
        mine = likely * share[:, None]
        seen: ngram.Floats = (mine / (NOWHERE + mine.sum(axis=0))).sum(axis=1) + SEEN / AHEAD
        share = (1 - NOWHERE) * seen / seen.sum()
    return share


def _gains(
    counts: ngram.Counts,
    places: Mapping[int, Mapping[int, int]],
    broken: Sequence[Sequence[str]],
    share: ngram.Floats,
) -> dict[int, dict[int, float]]:
    """Return how much the pieces round a line's places, and their sides, speak for cuts (nats)."""
    texts = [piece for pieces in broken for piece in pieces]
    size = len(texts)
    first = [0, *accumulate(map(len, broken))]  # of each line, its first piece
    asked: list[tuple[int, int]] = []
    left: list[int] = []
    right: list[int] = []
    # How far the pieces of a pair stand apart; where the pairs of each place begin: its two sides,
    # the left one and the pieces below, those above and the right one.
    apart: list[int] = []
    starts: list[int] = []
    for at, known in places.items():
        line = "".join(broken[at])
        pieces = len(broken[at])
        for place, column in known.items():
            # The pieces beside the place, as far as the line is cut yet.
            before = first[at] + min(column, pieces) - 1
            behind = first[at] + min(column, max(1, pieces - 1))
            below = range(first[at + 1], min(size, before + AHEAD + 1))
            above = range(max(0, behind - AHEAD), first[at])
            mine = len(texts)
            texts += [line[:place], line[place:]]
            asked.append((at, place))
            starts += [len(left), len(left) + 1, len(left) + 1 + len(below)]
            left += [mine, *[mine] * len(below), *above]
            right += [mine + 1, *below, *[mine + 1] * len(above)]
            apart += [1, *(one - before for one in below), *(behind - one for one in above)]
    gains: dict[int, dict[int, float]] = {at: {} for at in places}
    if not asked:
        return gains
    ratios = _ratios(counts, texts, left, right)
    sums = np.concatenate([[0.0], np.cumsum(np.exp(ratios) * share[np.array(apart) - 1])])
    sides, downs, ups = np.array(starts).reshape(-1, 3).T
    ends = np.array([*starts[3::3], len(left)])
    spoken = np.log(NOWHERE + sums[ups] - sums[downs]) + np.log(NOWHERE + sums[ends] - sums[ups])
    for (at, place), gain in zip(asked, (spoken - ratios[sides]).tolist(), strict=True):
        gains[at][place] = gain
    return gains


def _ratios(
    counts: ngram.Counts, texts: Sequence[str], left: Indices, right: Indices
) -> ngram.Floats:
    """Return how likely each right piece goes on its left one, as `ngram.ratios`."""
    ends = ngram.ends_of(counts, ngram.fold_all(texts))
    classes = ngram.classes_of(ending_of(one) for one in texts)
    return ngram.ratios(counts, ends, classes, np.array(left, np.intp), np.array(right, np.intp))


def _places(text: str, ends: Ends, width: int) -> dict[int, int]:
    """Return where a line of columns of one width may be cut, some set in: columns left of it."""
    found = {}
    for at, end in enumerate(ends[:-1], 1):
        columns = max(1, round((end + INDENT / 2) / width))
        if -INDENT - OFF <= end - columns * width <= OFF and _may_begin(text[at]):
            found[at] = columns
    return found


def _best(text: str, number: int, ends: Ends, gains: Mapping[int, float], width: int) -> list[Gap]:
    """Return the cuts of a line that gain most together, all pieces but the last being full.

    `gains`: of the places where it may be cut.
    """
    cells = [0.0, *ends]
    best: dict[int, tuple[float, Cuts]] = {0: (0.0, [])}
    for place, gained in gains.items():
        gain = gained + TOO_WIDE
        ways = []
        for start, (before, way) in best.items():
            off = cells[place] - cells[start] - width
            if -INDENT - OFF <= off <= OFF:
                price = min(CELL * abs(off), SET_IN + CELL * abs(off + INDENT))
                ways.append((before + gain - price, [*way, place]))
        if ways:
            best[place] = max(ways)
    whole = [
        way for place, way in best.items() if LEAST_PIECE <= cells[-1] - cells[place] <= width + OFF
    ]
    total, cuts = max(whole, default=(0.0, []))
    if total <= 0:
        return []
    kind = Kind(sure=False, full=True, alike=True, beside=False)
    bounds = [0, *cuts, len(text)]
    return [
        Gap(number, cut, cut, width, text[start:cut], text[cut:end], kind)
        for start, cut, end in zip(bounds, bounds[1:], bounds[2:], strict=False)
    ]
