"""Find the order in which the lines of a page read, where its columns were given in turn.

Three questions, each asked only if the one before says yes, as text that is in order must cost
next to nothing and never change:

1. *Was the text broken into lines of set widths?* Enough lines, not too long, mostly Han, two
   in five as wide as another near by (`is_set`).
2. *Does something else follow better than the next line does?* In windows of 16 lines the mean
   log-likelihood ratio of line i + 1 after line i, for lines that end inside a clause, is held
   against that of the best stride from 2 to 8 (`suspects`). Text in order has stride 1 in every
   window; columns given in turn have their number as stride. Where an extractor took blocks of
   columns in turn, most lines go on in the next, but behind a blank line hardly any clause does
   (`broken_up`).
3. *Does the new order read better?* The lines of the suspected stretch are dealt to columns
   (`queues`), the columns set one behind the other under their headlines; the order found is
   judged stretch by stretch (`verdict`).

A form feed ends a page: no line crosses it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner import ngram
from cleaner.document import Document
from cleaner.late import np
from cleaner.layout import Line, kept_with_lines, read_lines
from cleaner.model import Model
from cleaner.order.doubts import doubtful, parted, standing
from cleaner.order.feet import Feet
from cleaner.order.follow import of_pairs, with_words
from cleaner.order.forks import taken
from cleaner.order.gaps import gap_costs, seconds
from cleaner.order.heads import odds
from cleaner.order.links import Page, Turns
from cleaner.order.queues import deal, turns_of
from cleaner.order.readout import read_out
from cleaner.order.rejoin import Torn, rejoined
from cleaner.order.rests import with_rests
from cleaner.order.rows import Row, common_widths, indent_of, moved_rows, read_rows
from cleaner.order.scores import FAR, LEAST, Scores
from cleaner.order.suspects import MIN_LINES, broken_up, suspects
from cleaner.order.tails import settled
from cleaner.order.verdict import accepted

# Characters a line on average: columns have 8 to 30, a book 40.
MAX_MEAN_CHARS = 60
# Over so many, blank lines counted, its lines need not be read: two columns in a line have 60.
MAX_MEAN_OF_ALL = 80
# Headings of a writer's Markdown, and the share of its lines that have a mark. Chosen: of 61 such
# texts those that were taken for columns have .78 and more; a converter marks headlines alone.
MIN_MARKED_HEADS, MIN_MARKED_SHARE = 3, 0.5
MARKED_RE = re.compile(r"^ {0,8}(?:#{1,6} |[-*+] |\*\*|```|[|>])", re.MULTILINE)
FILLED_RE = re.compile(r"^.*\S", re.MULTILINE)
# An item, and the space behind its sign: - , 12. ; its second line stands below its text.
ITEM_RE = re.compile(r"(?:[-*+o•]|[0-9]{1,2}[.)]) +(?=\S)")
# So many items hang, or so many lines stand deeper than the line right above, and so many times as
# many as stand less deep, and such a share right below another (of a page read row by row .2). Of
# 506 pages of papers none has as much; manuals have 4 to 40. Chosen.
MIN_HUNG, MIN_DEEPER, MORE_DEEPER, MIN_BELOW = 4, 10, 3, 0.4
# A heading's underline, as wide as it is within 2 em, and so many. No page of a paper has one.
UNDERLINE_RE = re.compile(r"([=~^*\"#-])\1{3,}")
MIN_UNDERLINED, UNDERLINE_EM = 2, 2.0
# Cells a character on average: Han has 2, ASCII 1.
MIN_CELLS_A_CHAR = 1.5
# As wide as one of the next lines, within half an em, and no narrower than a column can be (em).
MIN_WIDTH = 6
ALIKE_REACH, MIN_ALIKE_SHARE = 8, 0.4
# Where no more than that share are, lines of one width are so many times as many as lines 1 and 1.5
# em apart would let expect. (Posts that set each clause on a line of its own have .4 to .55 and 1
# to 3 times; of 353 texts that were pulled apart seven have less than .58, and they 3.4 times and
# more.) It spares such posts the search, which is most of their time.
SURE_ALIKE_SHARE, MIN_SHARP = 0.58, 3.0

# How far ahead ratios are computed at once (16 finds no more); of lines that stand further apart
# those for so many lines.
REACH, AT_ONCE = 12, 16

# Odds of a headline that keeps its blank line.
SURE_TITLE = 3.0
# What is known to be one is one, unless all else speaks against it.
KNOWN_TITLE = 8.0

# Searches until one finds nothing; the second does on nine pages of ten.
MAX_ROUNDS = 4


class Told(NamedTuple):
    """What is known of a page beforehand: is it a scan, which lines are headlines."""

    scanned: bool = False
    heads: frozenset[str] = frozenset()


NOTHING_TOLD = Told()


class Kind(NamedTuple):
    """What a page is: what turns cost on it (`queues`), how far first lines are set in (`rows`).

    `told`: what is known beforehand.
    """

    turns: Turns
    indent: int
    told: Told


class Reading(NamedTuple):
    """The order of lines; which of them were set anew, and what of those are headlines.

    `heads`: look like one, or open an article, and keep their blank line; `piled`: stood in a pile
    over articles side by side, of which one has it for all.
    """

    order: tuple[int, ...]
    moved: frozenset[int]
    heads: frozenset[int]
    piled: frozenset[int]


@lru_cache(maxsize=1)
def reading_order(
    lines: tuple[Line, ...], model: Model, told: Told = NOTHING_TOLD
) -> Reading | None:
    """Return the numbers of the lines in reading order, or None for text in order.

    The order is one in which a second search finds nothing, so that twice is once. The blank
    lines of what moved are taken to stand before the headlines, where the stage puts them. The
    last answer is kept: the cut of lines that hold two columns asks for what is asked next.
    """
    if not are_set(lines):
        return None
    order = list(range(len(lines)))
    moved: set[int] = set()
    heads: set[int] = set()
    now, rows = lines, read_rows(lines)
    widths = common_widths([row.cells for row in rows])
    scores = Scores(rows, widths, model)
    given, first = (rows, widths), scores
    piled: set[int] = set()
    kind = Kind(turns_of(rows), indent_of(rows, widths), told)
    for _ in range(MAX_ROUNDS):
        found = _improved(now, rows, widths, scores, kind)
        if found.order == tuple(range(len(lines))):
            break
        anew = {order[at] for at in found.moved}
        moved |= anew
        heads = (heads - anew) | {order[at] for at in found.heads}
        piled = (piled - anew) | {order[at] for at in found.piled}
        order = [order[at] for at in found.order]
        now = tuple(
            lines[at]._replace(
                page=line.page, blanks=int(at in heads) if at in moved else lines[at].blanks
            )
            for at, line in zip(order, lines, strict=True)
        )
        # The same lines: what was found of each by itself holds.
        rows = moved_rows([rows[at] for at in found.order], now)
        widths = common_widths([row.cells for row in rows])
        scores = scores.moved(found.order, rows, widths)
    # A book in order, which has no bylines, is not asked.
    if moved or any(row.apart for row in given[0]):
        order, rests = with_rests(given[0], odds(*given), first, order, told.heads)
        moved |= rests
        heads -= rests
    if not moved:
        return None
    return Reading(tuple(order), frozenset(moved), frozenset(heads), frozenset(piled))


def _improved(
    lines: Sequence[Line],
    rows: Sequence[Row],
    widths: Sequence[tuple[int, ...]],
    scores: Scores,
    kind: Kind,
) -> Reading:
    """Return the order that one search finds."""
    order = list(range(len(lines)))
    moved: set[int] = set()
    heads: set[int] = set()
    piled: set[int] = set()
    for first, end in _pages(lines):
        for start, stop in suspects(scores, first, end) or broken_up(rows, scores, first, end):
            local, opens, in_pile = _rearranged(rows, widths, scores, (start, stop), kind)
            found = accepted(rows, scores, start, [start + at for at in local])
            for a, b in found:
                order[a:b] = [start + at for at in local[a - start : b - start]]
            if found:
                # What stands between two stretches belongs to the same columns.
                anew = range(found[0][0], found[-1][1])
                moved.update(anew)
                heads.update(start + at for at in opens if start + at in anew)
                piled.update(start + at for at in in_pile if start + at in anew)
    return Reading(tuple(order), frozenset(moved), frozenset(heads), frozenset(piled))


def _pages(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the pages, [first, end), that form feeds make."""
    bounds = [0, *(at for at, line in enumerate(lines) if line.page and at), len(lines)]
    return list(pairwise(bounds))


def may_be_columns(document: Document) -> bool:
    """Say whether a text was broken into short lines at all, and its lines are not paragraphs."""
    text = document.text
    short = len(text) <= MAX_MEAN_OF_ALL * (text.count("\n") + 1)
    if not short or _is_markdown(text):
        return False
    return not _is_set_by_program(read_lines(text))


def _is_markdown(text: str) -> bool:
    """Say whether a writer marked up the text: one list after the other, each under its heading.

    What a converter wrote into a page is gone by now.
    """
    if text.count("\n#") < MIN_MARKED_HEADS:
        return False
    marked = sum(1 for _ in MARKED_RE.finditer(text))
    return marked >= MIN_MARKED_SHARE * sum(1 for _ in FILLED_RE.finditer(text))


@kept_with_lines
def _is_set_by_program(lines: Sequence[Line]) -> bool:
    """Say whether a program set the lines of a text: its items hang, its headings have underlines.

    On a page of columns the first line of a paragraph stands deeper, and the next does not; where
    nearly all lines stand apart there is no next to tell.
    """
    hung = deeper = less = underlined = below = 0
    for left, right in pairwise(lines):
        if right.blanks:
            continue
        below += 1
        if UNDERLINE_RE.fullmatch(right.text):
            underlined += abs(left.width - right.width) <= UNDERLINE_EM
        if left.indent == right.indent:
            continue
        less += left.indent > right.indent
        if left.indent < right.indent:
            deeper += 1
            sign = ITEM_RE.match(left.text)
            hung += sign is not None and right.indent - left.indent == len(sign[0]) / 2
    return (
        hung >= MIN_HUNG
        or underlined >= MIN_UNDERLINED
        or (deeper >= max(MIN_DEEPER, MORE_DEEPER * less) and below >= MIN_BELOW * len(lines))
    )


@kept_with_lines
def are_set(lines: Sequence[Line]) -> bool:
    """Say whether lines were broken at set widths."""
    return is_set([line.width for line in lines], sum(len(line.text) for line in lines))


def is_set(widths: Sequence[float], chars: int) -> bool:
    """Say whether text of so many characters was broken into lines of set widths (em)."""
    if len(widths) < MIN_LINES or chars > MAX_MEAN_CHARS * len(widths):
        return False
    if 2 * sum(widths) < MIN_CELLS_A_CHAR * chars:
        return False
    em = np.array(widths)
    alike = np.zeros(len(em), bool)
    for ahead in range(1, ALIKE_REACH + 1):
        same = (np.abs(em[:-ahead] - em[ahead:]) <= 0.5) & (em[ahead:] >= MIN_WIDTH)
        alike[:-ahead] |= same
        alike[ahead:] |= same
    share = alike.mean()
    return bool(share >= MIN_ALIKE_SHARE and (share >= SURE_ALIKE_SHARE or _is_sharp(em)))


def _is_sharp(em: ngram.Floats) -> bool:
    """Say whether widths are exactly alike more often than nearly alike. Shape (lines,)."""
    count = np.bincount((2 * em).astype(int)).astype(float)
    same = 2 * float((count * (count - 1)).sum())
    near = float((count[:-2] * count[2:]).sum() + (count[:-3] * count[3:]).sum())
    return same >= MIN_SHARP * near


def _rearranged(
    rows: Sequence[Row],
    widths: Sequence[tuple[int, ...]],
    scores: Scores,
    bounds: tuple[int, int],
    kind: Kind,
) -> tuple[list[int], list[int], list[int]]:
    """Return the rows within bounds in order, the headlines, and those of piles; from 0."""
    first, end = bounds
    mine = rows[first:end]
    far: dict[tuple[int, int], float] = {}
    known: dict[int, int] = {}  # how far the ratios of a line are
    table = np.maximum(scores.ahead(first, end, range(1, REACH + 1)), LEAST).tolist()

    @cache
    def goes_on(before: int, after: int) -> float:
        ahead = after - before
        near = ahead <= REACH
        ratio = float(table[before][ahead - 1]) if near else far.get((before, after), FAR)
        one, two = mine[before], mine[after]
        return with_words(ratio, one, two) + of_pairs(one, two)

    def learn(some: set[int], after: int) -> None:
        asked = [one for one in sorted(some) if after - one > REACH and known.get(one, 0) <= after]
        if asked:
            stop = min(after - after % AT_ONCE + AT_ONCE, len(mine))
            pairs = [(one, at) for one in asked for at in range(after, stop)]
            ratios = np.maximum(follows(*zip(*pairs, strict=True)), LEAST).tolist()
            far.update(zip(pairs, ratios, strict=True))
            known.update(dict.fromkeys(asked, stop))

    def follows(before: Sequence[int], after: Sequence[int]) -> list[float]:
        found: list[float] = scores.of(first + np.array(before), first + np.array(after)).tolist()
        return found

    whole = frozenset(at for at, row in enumerate(mine) if row.text in kind.told.heads)
    likely = odds(mine, widths[first:end])
    likely = [max(one, KNOWN_TITLE) if at in whole else one for at, one in enumerate(likely)]
    gaps = gap_costs(
        np.array([row.gap for row in mine]),
        np.array([line[0] for line in table]),
        scores.telling[first:end],
    )
    own = mine, widths[first:end], likely, goes_on, learn, gaps, seconds(mine)
    page = Page(*own, kind.turns, kind.indent, whole)
    feet = Feet(mine, follows, kind.indent)
    starts = scores.starts(first, end)
    dealt = settled(page, taken(page, deal(page), feet, starts), feet)
    doubted = frozenset[int]() if kind.told.scanned else doubtful(page, dealt)
    order, opening, piled = read_out(mine, dealt, feet, doubted, scanned=kind.told.scanned)
    if not kind.told.scanned:  # whose words are misread
        dealt = parted(dealt, standing(doubted, dealt, order))
        order = rejoined(Torn(mine, dealt, scores.telling[first:end].tolist(), starts), order, feet)
    # A line that looks like a headline keeps its blank line even where it went on in a column.
    return order, opening + [at for at, one in enumerate(likely) if one >= SURE_TITLE], piled
