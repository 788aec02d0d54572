"""Whether a line goes on in the next, by the n-grams of the table and of the text itself."""

from collections.abc import Sequence

from cleaner import ngram
from cleaner.layout import Line
from cleaner.model import SHIPPED

# What lies outside says no more, nats.
LEAST_RATIO, MOST_RATIO = -2.0, 6.0


def ratios(lines: Sequence[Line], firsts: Sequence[int]) -> list[float]:
    """Return how well the lines behind these go on from them: ratios of n-grams, in nats."""
    return pair_ratios(lines, [(at, at + 1) for at in firsts])


def pair_ratios(lines: Sequence[Line], pairs: Sequence[tuple[int, int]]) -> list[float]:
    """Return how well the second line of each pair goes on from the first."""
    if not pairs:
        return []
    folded, counts = ngram.own_of(tuple(line.text for line in lines), SHIPPED.table)
    texts = [folded[at] for pair in pairs for at in pair]
    found = ngram.pair_ratios(counts, texts, (lines[one].ending for one, _ in pairs))
    return [float(one) for one in found.clip(LEAST_RATIO, MOST_RATIO)]
