"""Heads and feet of pages that stand inside a sentence, if the sentence goes on behind them.

Nothing else does: no heading, no title of a slide. So one such line at a page's end is enough
where a text has two pages or three, and no line comes back often enough. A reader gives the head
of a page above its text or below it, and a foot likewise.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from cleaner import late as re
from cleaner import ngram
from cleaner.late import np
from cleaner.layout import BULLET, COMMA, END, PLAIN, Line, kept_with_lines
from cleaner.lexicon import cuts_word
from cleaner.model import SHIPPED
from cleaner.paper import press
from cleaner.paper.headkeys import keys_of
from cleaner.paper.pagebreaks import PROSE_MARK_RE, cuts
from cleaner.paper.pagenumber import page_number
from cleaner.paper.pagetops import MIN_TOP_CHARS

# The letters of a head at most, without the gaps between its pieces; how much better the sentence
# goes on behind it than with it, in nats, unless a word is cut. Chosen.
MAX_LETTERS, MIN_GAIN = 40, 1.0
# Of the lines of some width behind the end of a sentence, where paragraphs are indented.
MIN_INDENTED, FULL_SHARE = 0.6, 0.6
# The lines at a page's edge that can be its number and its head.
EDGE_LINES = 3
# The number of the section that a head names: its mark is none of prose.
NUMBERED_RE = re.compile(
    r"[一二三四五六七八九十]{1,3}、|第[0-9一二三四五六七八九十]{1,3}[章节節][、：]"
)


def inside_sentences(lines: Sequence[Line], heads: AbstractSet[int]) -> Iterator[int]:
    """Yield the heads and feet of pages that stand inside a sentence, and their like.

    Their like: the same line but for its numbers at the edge of another page.
    """
    firsts = [at for at, line in enumerate(lines) if line.page]
    maybe = [one for at in firsts if (one := _head_at(lines, at, heads))]
    if not maybe:
        return
    keys = keys_of(lines)
    tops = {0, *firsts}
    times = Counter(keys[at] for at in tops | {head for head, _, _ in maybe})
    found = {head for head, _, _ in maybe if times[keys[head]] > 1}
    found.update(going_on(lines, [one for one in maybe if one[0] not in found]))
    named = {keys[at] for at in found}
    found |= {at for at, key in enumerate(keys) if key in named and _at_edge(lines, at)}
    yield from found


def _at_edge(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line is the first or the last of a page, but for the number below it."""
    below = lines[at + 1 : at + 3]
    if below and not below[0].page and page_number(below[0].text):
        below = below[1:]
    return at == 0 or lines[at].page or not below or below[0].page


def _head_at(
    lines: Sequence[Line], first: int, heads: AbstractSet[int]
) -> tuple[int, int, int] | None:
    """Return the line that may be the head of a page that begins at `first`, and its neighbours.

    Or the foot of the page before. The neighbours are the last line of the text of the page before
    and the first of the page's text.
    """
    down = range(first, min(first + EDGE_LINES + 1, len(lines)))
    up = range(first - 1, max(first - EDGE_LINES - 2, -1), -1)
    for some, other in ((down, up), (up, down)):
        head, inner = _past(lines, some, heads, 1)
        _, outer = _past(lines, other, heads, 0)
        if head is None or inner is None or outer is None:
            continue
        before, after = min(inner, outer), max(inner, outer)
        if cuts(lines, before + 1) and _may_stand_between(lines, head, before, after):
            return head, before, after
    return None


def _past(
    lines: Sequence[Line], places: range, heads: AbstractSet[int], most: int
) -> tuple[int | None, int | None]:
    """Return a line that may be a head among the first of these places, and the first of text.

    Known heads and pages' numbers are passed by, and `most` other lines that may be heads.
    """
    head = None
    for at in places:
        if at in heads or page_number(lines[at].text):
            continue
        if head is not None or not most or not _may_be_head(lines[at]):
            return head, at
        head = at
    return head, None


def _may_stand_between(lines: Sequence[Line], head: int, before: int, after: int) -> bool:
    """Say whether a line may be a head between these two of a text."""
    above, below = lines[before], lines[after]
    if press.staff_line(above.text) or press.credit_line(below.text):
        return False  # the end of the page's head, no sentence; a byline under its headline
    narrow = lines[head].width < above.width or " " in lines[head].text
    return narrow and below.opening == PLAIN and not below.indent and below.width >= MIN_TOP_CHARS


def _may_be_head(line: Line) -> bool:
    letters = "".join(line.text.split())
    return (
        MIN_TOP_CHARS <= len(letters) <= MAX_LETTERS
        and line.ending not in {END, COMMA}
        and line.opening != BULLET
        and not PROSE_MARK_RE.search(NUMBERED_RE.sub("", line.text, count=1))
        and any(map(str.isalpha, letters))
    )


def going_on(lines: Sequence[Line], maybe: Sequence[tuple[int, int, int]]) -> Iterator[int]:
    """Yield those heads behind which the sentence goes on better than with them.

    Where paragraphs are indented, a line that is not goes on from the one before the head.
    """
    if not maybe:
        return
    folded, counts, least = _own_counts(lines)
    ends = ngram.ends_of(counts, [folded[at] for one in maybe for at in one])
    heads = 3 * np.arange(len(maybe))
    on = ngram.continuations(counts, ends, heads + 1, heads + 2)
    into = ngram.continuations(counts, ends, heads + 1, heads)
    for (head, before, after), gain in zip(maybe, on - into, strict=True):
        if gain >= least or cuts_word(lines[before].text, lines[after].text):
            yield head


@kept_with_lines
def _own_counts(lines: Sequence[Line]) -> tuple[list[str], ngram.Counts, float]:
    """Return the folded lines, the counts with their own, and how much better it must go on."""
    folded = ngram.fold_all([line.text for line in lines])
    wide = FULL_SHARE * max(line.width for line in lines)
    starts = [b for a, b in pairwise(lines) if a.ending == END and b.width >= wide]
    indented = sum(line.indent > 0 for line in starts) >= MIN_INDENTED * max(len(starts), 1)
    return folded, ngram.with_own(SHIPPED.table, folded), -MIN_GAIN if indented else MIN_GAIN
