"""Where a page may have been given in turn: something else follows better than the next line does.

The second question of `columns`, asked of all text in lines of set widths: so it costs little.
"""

from __future__ import annotations

from collections.abc import Sequence

from cleaner import ngram
from cleaner.late import NDArray, np
from cleaner.order.gaps import share_going_on
from cleaner.order.rows import Row
from cleaner.order.scores import FAR, Scores
from cleaner.order.verdict import MIN_INSIDE

# Fewer lines than two columns of six cannot be told.
MIN_LINES = 12

# Windows of the second question. In order the best stride but 1 is behind by .9 in books and
# level at worst in noisy OCR; interleaved it is ahead by 1 to 5.
WINDOW, WINDOW_STEP, MAX_STRIDE = 16, 4, 8
MIN_GAIN, MIN_BEST = 0.5, 0.3
# Where the table does not know the text all strides are low, but that of the columns is ahead of
# the usual one, and the next line is not. `verdict` is stricter.
MIN_AHEAD, MAX_AHEAD = 0.5, 0.5
MAX_NEXT = 0.6  # reads on well enough: no other stride is asked

# Blank lines behind which a clause must go on, the share of them where it does in the next line:
# of 12 newspaper pages out of order .01 to .23, of six books .80 to .92. Scanned pages lie between;
# `blocks` mends those better.
MIN_BROKEN, MAX_GOING = 12, 0.2

# Lines before and after a suspected window that are dealt with it: the page, as a rule. (With 80 a
# sixth more links are wrong: a part of a page begins with columns that are open.)
ROUND = 400


def suspects(scores: Scores, first: int, end: int) -> list[tuple[int, int]]:
    """Return the stretches of a page in which another stride reads better than the next line."""
    size = end - first
    if size < MIN_LINES:
        return []
    weights = scores.telling[first:end].astype(float)
    starts = np.arange(0, max(size - WINDOW, 0) + 1, WINDOW_STEP)
    known = _window_sums(weights, starts)
    if known.max() < MIN_INSIDE:
        return []
    asked = np.flatnonzero(weights)

    def sums(strides: range) -> list[ngram.Floats]:
        """Return the sums over windows of the ratios of lines and those each stride ahead."""
        nears = [asked[asked + stride < size] for stride in strides]
        before = first + np.concatenate(nears)
        after = before + np.repeat(np.array(strides), list(map(len, nears)))
        found = scores.of(before, after)
        parts = np.split(found, np.cumsum(list(map(len, nears)))[:-1])
        result = []
        for near, part in zip(nears, parts, strict=True):
            ratios = np.zeros(size)
            ratios[asked] = FAR
            ratios[near] = part
            result.append(_window_sums(ratios, starts))
        return result

    one = sums(range(1, 2))[0] / np.maximum(known, 1)
    low = starts[(one < MAX_NEXT) & (known >= MIN_INSIDE)]
    if not len(low):
        return []
    inside = np.zeros(size + WINDOW, bool)
    inside[(low[:, None] + np.arange(WINDOW)).ravel()] = True
    asked = asked[inside[asked]]
    others = np.array(sums(range(2, MAX_STRIDE + 1)))
    best, usual = others.max(axis=0), np.median(others, axis=0) / np.maximum(known, 1)
    best /= np.maximum(known, 1)
    hit = (best >= one + MIN_GAIN) & (one < MAX_NEXT) & (known >= MIN_INSIDE)
    hit &= (best >= MIN_BEST) | ((best >= usual + MIN_AHEAD) & (one <= usual + MAX_AHEAD))
    found: list[tuple[int, int]] = []
    for start in starts[hit].tolist():
        a, b = max(first, first + start - ROUND), min(end, first + start + WINDOW + ROUND)
        if found and a <= found[-1][1]:
            found[-1] = (found[-1][0], b)
        else:
            found.append((a, b))
    return found


def broken_up(rows: Sequence[Row], scores: Scores, first: int, end: int) -> list[tuple[int, int]]:
    """Return the page, if its blocks, as blank lines show them, hardly ever go on in the next."""
    if end - first < MIN_LINES:
        return []
    gaps = np.array([row.gap for row in rows[first:end]])
    if np.count_nonzero(gaps[1:] & scores.telling[first : end - 1]) < MIN_BROKEN:
        return []
    ratios = scores.ahead(first, end, range(1, 2))[:, 0]
    share = share_going_on(gaps, ratios, scores.telling[first:end])
    return [(first, end)] if share <= MAX_GOING else []


def _window_sums(values: ngram.Floats, starts: NDArray[np.intp]) -> ngram.Floats:
    sums = np.concatenate([np.zeros(1), np.cumsum(values)])
    found: ngram.Floats = sums[np.minimum(starts + WINDOW, len(values))] - sums[starts]
    return found
