"""Find the bylines that cut a sentence, and the headlines that they belong under.

A byline is printed once over the columns of an article, over the second or third as well as over
the first. What reads the page column by column gives it at the top of that column, in the midst of
a sentence:

    出行安全。会议强调，要进一步加    the foot of the first column
    本报记者 王宁                     the byline over the second
    强农村公路建设，对超限超载的      goes on
"""

from collections.abc import Sequence

from cleaner import ngram
from cleaner.layout import COLON, COMMA, END, Line
from cleaner.model import Model
from cleaner.order.blockread import is_title
from cleaner.order.follow import with_words
from cleaner.order.rows import Row, read_rows
from cleaner.order.topics import simplified
from cleaner.paper.press import dateline_end
from cleaner.paper.signs import credit_lines

# What opens a credit that ends an article: (参与记者 李明).
BRACKETS = "（("
# The ratio from which a sentence surely goes on behind a byline (of 12 on the pages of two sets all
# do); characters of the lines around it at least.
FOUND, MIN_CHARS = 1.5, 7
# Blocks back to the headline at most; what is shorter is the name of a section.
MAX_BLOCKS, MIN_HEADLINE_CHARS = 8, 6


def cut_sentences(lines: Sequence[Line], model: Model) -> dict[int, int]:
    """Return for bylines that cut a sentence the first line under their headline, by number."""
    credit = credit_lines(lines)
    if not any(credit):
        return {}
    rows = read_rows(lines)
    cut = [
        at
        for at in range(1, len(lines) - 1)
        if credit[at]
        and not (credit[at - 1] or credit[at + 1] or lines[at].page or lines[at + 1].page)
        and not lines[at + 1].blanks
        and rows[at].text[0] not in BRACKETS
        and _may_go_on(rows[at - 1], rows[at + 1])
    ]
    ratios = _ratios(rows, cut, model)
    sure = [at for at, ratio in zip(cut, ratios, strict=True) if ratio >= FOUND]
    return {at: place for at in sure if (place := _place(rows, lines, at))}


def _may_go_on(before: Row, after: Row) -> bool:
    return (
        before.ending not in (END, COLON, COMMA)
        and len(before.text) >= MIN_CHARS
        and len(after.text) >= MIN_CHARS
        and not after.apart
        and not dateline_end(after.text)
    )


def _ratios(rows: Sequence[Row], cut: Sequence[int], model: Model) -> list[float]:
    """Return the ratio that a sentence goes on from the line before each to the one after it."""
    if not cut:
        return []
    pairs = [
        tuple(rows[one]._replace(text=simplified(rows[one].text)) for one in (at - 1, at + 1))
        for at in cut
    ]
    counts = ngram.with_own(model.table, [simplified(row.text) for row in rows])
    texts = ngram.fold_all([row.text for pair in pairs for row in pair])
    ratios = ngram.pair_ratios(counts, texts, (one.ending for one, _ in pairs))
    return [
        with_words(float(ratio), one, two) for ratio, (one, two) in zip(ratios, pairs, strict=True)
    ]


def _place(rows: Sequence[Row], lines: Sequence[Line], at: int) -> int:
    """Return the first line under the headline of a byline, or 0."""
    end = at
    for _ in range(MAX_BLOCKS):
        start = end - 1
        while start > 0 and not (lines[start].blanks or lines[start].page):
            start -= 1
        if end < at and lines[end].blanks and _is_headline(rows[start:end]):
            return end
        if not start or lines[start].page:
            return 0
        end = start
    return 0


def _is_headline(block: Sequence[Row]) -> bool:
    chars = sum(len(row.text) for row in block)
    apart = any(row.apart or dateline_end(row.text) for row in block)
    return chars >= MIN_HEADLINE_CHARS and not apart and is_title(block)
