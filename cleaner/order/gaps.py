"""What a blank line, or none, before a line tells of the line before it: learned from the page.

Extractors set blank lines between what they take for blocks, and each does so in its own way.
One sets a block for each line of a column unless two touch: then lines without a blank line
between them are of one column, always. Another's blocks are stretches of one column, so that a
blank line means a jump to another. A third puts blanks only where a column stands alone. So
nothing is known beforehand, but the page tells: whether a line goes on in the next is known from
the words (`ngram`), for lines that end inside a clause. How often it does with a blank line
between and without is the mixture of two distributions, found by expectation and maximisation.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from cleaner.late import NDArray, np
from cleaner.ngram import Floats
from cleaner.order.rows import Row

# Rounds of EM: the shares move by less than .01 from there.
ROUNDS = 12
# Pairs of each kind that are taken as seen beforehand, half with a blank line and half without
# (tried 1 to 4: alike).
SMOOTH = 2.0
# Words speak no louder against a pair than this: of 74 shares counted on 65 pages those found are
# .03 too small on average, and without it .08.
LEAST = -1.2
# No more than so many nats: words err, blocks too.
MOST = 4.0
# Where more lines than this have one, a blank line stands before every block of a row, or line.
MAX_SHARE = 0.3


def gap_costs(
    gaps: NDArray[np.bool_], ratios: Floats, telling: NDArray[np.bool_]
) -> Sequence[tuple[float, float]]:
    """Return for each line what its blank line costs, if it goes on from the line before, if not.

    `gaps` (n,): a blank line stands before the line; `ratios` (n,): how well the next line goes
    on from each, a log-likelihood ratio; `telling` (n,): a line of which this is known.
    """
    blank, going = _going_on(gaps, ratios, telling)
    costs = [_costs(kind, blank, going) for kind in (False, True)]
    return [costs[gap] for gap in gaps.tolist()]


def share_going_on(gaps: NDArray[np.bool_], ratios: Floats, telling: NDArray[np.bool_]) -> float:
    """Return behind what share of the blank lines that tell the text goes on."""
    blank, going = _going_on(gaps, ratios, telling)
    return float((going[blank].sum() + SMOOTH / 2) / (blank.sum() + SMOOTH))


def _going_on(
    gaps: NDArray[np.bool_], ratios: Floats, telling: NDArray[np.bool_]
) -> tuple[NDArray[np.bool_], Floats]:
    """Return for the lines that tell: is a blank line behind them, how likely do they go on."""
    asked = np.flatnonzero(telling[:-1])
    blank, odds = gaps[asked + 1], np.exp(np.clip(ratios[asked], LEAST, 20))
    shares = {True: 0.5, False: 0.5}
    going = np.full(len(asked), 0.5)
    for _ in range(ROUNDS):
        prior = np.where(blank, shares[True], shares[False])
        going = prior * odds / (prior * odds + 1 - prior)
        for kind in (True, False):
            mine = going[blank == kind]
            shares[kind] = float((mine.sum() + SMOOTH / 2) / (len(mine) + SMOOTH))
    return blank, going


def _costs(gap: bool, blank: NDArray[np.bool_], going: Floats) -> tuple[float, float]:
    """Return -log of how often what stands before a line does, against how often in all."""
    same = blank == gap
    together = (going[same].sum() + SMOOTH / 2) / (going.sum() + SMOOTH)
    apart = ((1 - going[same]).sum() + SMOOTH / 2) / ((1 - going).sum() + SMOOTH)
    ever = (same.sum() + SMOOTH / 2) / (len(same) + SMOOTH)
    return (
        min(MOST, max(-MOST, math.log(ever / together))),
        min(MOST, max(-MOST, math.log(ever / apart))),
    )


def seconds(rows: Sequence[Row]) -> list[bool]:
    """Say of each row whether it is the second of a block, where blank lines are rare.

    A blank line then stands where the columns side by side change: the first line may go on in
    one that was open before, the second opens another.
    """
    gaps = [row.gap for row in rows]
    if sum(gaps) > MAX_SHARE * len(gaps):
        return [False] * len(gaps)
    return [False, *(before and not gap for before, gap in pairwise(gaps))]
