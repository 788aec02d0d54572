"""Whether a line goes on in the next, by the n-grams of the table and of the text itself."""

from collections.abc import Sequence

import numpy as np

from cleaner import ngram
from cleaner.layout import Line
from cleaner.model import SHIPPED

# What lies outside says no more, nats.
LEAST_RATIO, MOST_RATIO = -2.0, 6.0


def ratios(lines: Sequence[Line], firsts: Sequence[int]) -> list[float]:
    """Return how well the lines behind these go on from them: ratios of n-grams, in nats."""
    if not firsts:
        return []
    folded = ngram.fold_all([line.text for line in lines])
    counts = ngram.with_own(SHIPPED.table, folded)
    pairs = [folded[at + more] for at in firsts for more in (0, 1)]
    ends = ngram.ends_of(counts, pairs)
    before = np.arange(0, len(pairs), 2)
    scores = ngram.continuations(counts, ends, before, before + 1)
    classes = ngram.classes_of(lines[at].ending for at in firsts)
    found = ngram.calibrated(scores, classes).clip(LEAST_RATIO, MOST_RATIO)
    return [float(one) for one in found]
