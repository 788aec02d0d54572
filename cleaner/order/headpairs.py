"""Find two headlines that stand side by side in one line.

Set in large type, two headlines are nearer to one another than an extractor takes for a gutter, so
it gives their first lines as one, a space between, and their second lines below, one by one:

    济宁已有161人获评齐鲁首 迎接共建“一带一路”更高质量、更高水平的新发展
    席技师

A headline of two clauses looks the same. But its second line goes on from its end; here it goes on
from the words before the space (齐鲁首|席), and what stands behind the space does not.
"""

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

import numpy as np

from cleaner import late as re
from cleaner import ngram
from cleaner.layout import CLOSE, DIGIT, HAN, PLAIN, Line, display_width, ending_of
from cleaner.lexicon import cuts_word
from cleaner.model import Model
from cleaner.order.columns import is_set
from cleaner.paper.headshape import MAX_CLAUSES_EM, NOT_IN_HEADING_RE
from cleaner.paper.press import masthead
from cleaner.paper.signs import credit_lines, dateline_ends, jump_lines

GAP_RE = re.compile(r"(?<=[^\x00-\x7f])[ \u3000]{1,3}(?=[^\x00-\x7f])")
# Two headlines in a line have so many em at least, and each so many pairs of characters.
MIN_EM, MIN_PAIRS = 16.0, 4
# A second line is that short, em, and stands so many lines below.
MAX_REST_EM, REACH = 12.0, 3
# Nats from which a second line goes on from a first, by how much more than from the other, and to
# which the words before the space may go on behind it. Of 460 pages the lines with a blank line
# above that pass hold 18 pairs of headlines, 3 times a headline and text, and no headline alone.
GOES_ON, MORE, ACROSS = 3.5, 1.0, 1.0
WORD = 2.0  # a word of the list stands across


class Pair(NamedTuple):
    """Two headlines in a line: the space between, the line that the first goes on in, the other's.

    `second`: -1 where the other is whole.
    """

    line: int
    start: int
    end: int
    first: int
    second: int


class Gap(NamedTuple):
    """A space in a line, the words before and behind it, the short lines below."""

    line: int
    start: int
    end: int
    left: str
    right: str
    near: tuple[int, ...]


def paired_headlines(lines: Sequence[Line], model: Model) -> list[Pair]:
    """Return the lines that hold two headlines."""
    maybe = [
        at
        for at in range(len(lines) - 1)
        if _may_be(lines, at) and any(map(_is_rest, lines[at + 1 : at + 1 + REACH]))
    ]
    if not maybe or not is_set([x.width for x in lines], sum(len(x.text) for x in lines)):
        return []
    signs = zip(credit_lines(lines), dateline_ends(lines), jump_lines(lines), strict=True)
    apart = [bool(credit or dateline or jump) for credit, dateline, jump in signs]
    rests = [_is_rest(line) and not sign for line, sign in zip(lines, apart, strict=True)]
    # Not the lines in question: each would say that its two parts stand side by side.
    asked = frozenset(maybe)
    own = [line.text for at, line in enumerate(lines) if at not in asked]
    counts = ngram.with_own(model.table, ngram.fold_all(own))
    gaps = [
        gap
        for at in maybe
        if not apart[at] and not masthead(lines[at].text)
        for gap in _gaps(lines, at, rests)
    ]
    best: dict[int, tuple[float, Pair]] = {}
    for gap, ratios in zip(gaps, _ratios(gaps, lines, counts), strict=True):
        sure, pair = _pair(lines, gap, ratios)
        if sure > best.get(gap.line, (0.0,))[0]:
            best[gap.line] = sure, pair
    found: list[Pair] = []
    for at, (_, pair) in sorted(best.items()):
        if not found or found[-1].line + REACH < at:
            found.append(pair)
    return found


def _may_be(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    return (
        (at == 0 or line.blanks > 0 or line.page)
        and MIN_EM <= line.width <= MAX_CLAUSES_EM
        and line.ending in (HAN, CLOSE, DIGIT)
        and GAP_RE.search(line.text) is not None
        and not NOT_IN_HEADING_RE.search(line.text)
    )


def _is_rest(line: Line) -> bool:
    """Say whether a line can be the second one of a headline."""
    return (
        line.width <= MAX_REST_EM
        and not (line.blanks or line.page)
        and line.ending in (HAN, CLOSE, DIGIT)
        and line.opening == PLAIN
        and "，" not in line.text
    )


def _gaps(lines: Sequence[Line], at: int, rests: Sequence[bool]) -> Iterator[Gap]:
    """Return the spaces of a line that may stand between two headlines."""
    text = lines[at].text
    near = tuple(k for k in range(at + 1, min(at + 1 + REACH, len(lines))) if rests[k])
    for gap in GAP_RE.finditer(text) if near else ():
        left, right = text[: gap.start()], text[gap.end() :]
        if min(_pairs(left), _pairs(right)) >= MIN_PAIRS:
            yield Gap(at, gap.start(), gap.end(), left, right, near)


def _pair(lines: Sequence[Line], gap: Gap, ratios: Sequence[float]) -> tuple[float, Pair]:
    """Return how sure it is that a space stands between two headlines, 0 if not, and their lines.

    `ratios`: how well the right part goes on from the left, then each line near from either.
    """
    near, across = gap.near, ratios[0]
    first, second = ratios[1 : 1 + len(near)], ratios[1 + len(near) :]
    most = display_width(gap.left)
    own = [
        one if one > other + MORE and lines[k].width <= most else 0.0
        for k, one, other in zip(near, first, second, strict=True)
    ]
    k = max(range(len(near)), key=own.__getitem__)
    after = [j for j in range(k + 1, len(near)) if second[j] >= GOES_ON]
    pair = Pair(gap.line, gap.start, gap.end, near[k], near[after[0]] if after else -1)
    # What goes on from the end, and stands before, is the second line of one headline.
    one_headline = across > ACROSS or any(one >= GOES_ON for one in second[:k])
    return (0.0 if one_headline or own[k] < GOES_ON else own[k]), pair


def _pairs(text: str) -> int:
    return sum(a.isalnum() and b.isalnum() for a, b in pairwise(text))


def _ratios(
    gaps: Sequence[Gap], lines: Sequence[Line], counts: ngram.Counts
) -> Iterator[list[float]]:
    """Return for each space how well what stands round it goes on, as `_pair` takes it, in nats."""
    texts: list[str] = []
    pairs: list[tuple[int, int]] = []
    for gap in gaps:
        at, size = len(texts), len(gap.near)
        texts += [gap.left, gap.right, *(lines[k].text for k in gap.near)]
        pairs += [(at, at + 1), *((at + side, at + 2 + k) for side in (0, 1) for k in range(size))]
    if not gaps:
        return
    before, after = np.array(pairs, np.intp).T
    ends = ngram.ends_of(counts, ngram.fold_all(texts))
    classes = ngram.classes_of(ending_of(text) for text in texts)
    scores = ngram.continuations(counts, ends, before, after)
    known = iter(zip(ngram.calibrated(scores, classes[before]).tolist(), pairs, strict=True))
    for gap in gaps:
        yield [
            ratio + (WORD if cuts_word(texts[i], texts[j]) else 0.0)
            for ratio, (i, j) in islice(known, 1 + 2 * len(gap.near))
        ]
