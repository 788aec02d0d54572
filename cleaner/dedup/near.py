"""What near means: how a pair of candidates is decided, and from where on it is a duplicate.

`jaccard:0.8` is what users of MinHash know: the share of the shingles of both texts that they
have in common, exact, from the threshold on. `copy` aligns the two texts and asks of each
difference what kind it is; its levels say how much evidence of a difference spares a text.
"""

import math
from typing import NamedTuple

from cleaner import late as re
from cleaner.dedup.shingles import SHORT_SIDE
from cleaner.dedup.signature import PERMUTATIONS
from cleaner.errors import RecipeError, did_you_mean

# Points of evidence from which on two texts are different. From the study of the rule: found and
# spared are flat round the middle (1.5: .985/.965, 2: .989/.960, 2.5: .993/.947).
LEVELS = {
    "loose": 4.0,   # finds .994, spares .929: when a template's twin is no loss
    "normal": 2.0,
    "strict": 1.5,  # when a lost bulletin is worse than a copy that stays
}  # fmt: skip

# What a number against another says to `copy`: one piece of evidence among others, weighed against
# the noise; or that these are two texts. Strict finds .944 of real OCR instead of .996 and spares
# .99 instead of .01 of long articles with one number changed.
NUMBERS = ("weighed", "strict")

DEFAULT_THRESHOLD = 0.8  # jaccard without a figure

# Under this the texts of a pair are not looked at by `copy`: a floor of .3 finds .981 and spares
# .979, .35 finds .973 and spares .980, .4 finds .956.
COPY_FLOOR = 0.3

# Of the pairs at the threshold, how many must share a band.
RECALL = 0.998
# `copy`: rows of 3, since a copy with 8 % of its letters wrong has a similarity of .48.
COPY_BANDS = (42, 3)
# `copy`: the days of a bulletin may share .9 of their shingles and be no copies.
COPY_SURE = 0.97

# Standard errors that an estimate is taken to be off: 3 of a binomial of 128 leave out one pair in
# 700 at the very threshold.
STANDARD_ERRORS = 3.0

# Short shingles are kept for texts up to this times the longest partner that the threshold leaves
# a text of SHORT_SIDE: (100 / .8) * 1.2 = 150.
SHORT_MARGIN = 1.2

SPEC_RE = re.compile(r"(?P<decider>[a-z]+)(?::(?P<value>[^:]*))?")


class Near(NamedTuple):
    """How near-duplicates are looked for.

    `threshold`: similarity (0..1) under which a pair is not a duplicate, inclusive. `points`:
    for `copy` the evidence from which on a pair is different, else 0. `sure`: an estimated
    similarity (0..1) from which on two texts need not be held against the same others. `bands`,
    `rows`: the split of a signature. `short_chars`: texts under it are signed on short shingles.
    `strict_numbers`: for `copy` one number against another makes two texts, whatever the noise.
    """

    decider: str
    threshold: float
    points: float
    sure: float
    bands: int
    rows: int
    short_chars: int
    strict_numbers: bool = False


def parse_near(spec: str, numbers: str = "weighed") -> Near:
    """Return what a specification asks for: "jaccard", "jaccard:0.8", "copy", "copy:strict".

    `numbers`: "weighed", or "strict" with copy. Raises RecipeError where it is none of these.

    >>> parse_near("jaccard").threshold, parse_near("copy:strict").points
    (0.8, 1.5)
    """
    if numbers not in NUMBERS:
        raise RecipeError(
            f"numbers {numbers!r}: expected {' or '.join(NUMBERS)}{did_you_mean(numbers, NUMBERS)}"
        )
    is_strict = numbers == "strict"
    found = SPEC_RE.fullmatch(spec.strip())
    decider = found["decider"] if found else ""
    value = found["value"] if found else None
    if decider == "jaccard":
        if is_strict:
            raise RecipeError(f"numbers 'strict': near {spec!r} knows no numbers, only copy does")
        threshold = _threshold(spec, value)
        sure = min(threshold + estimate_error(threshold), 1.0)
        return Near(decider, threshold, 0.0, sure, *banding(threshold), _short_chars(threshold))
    if decider == "copy":
        level = "normal" if value is None else value
        if level not in LEVELS:
            names = ", ".join(sorted(LEVELS))
            raise RecipeError(
                f"near {spec!r}: no level {level!r} of copy{did_you_mean(level, LEVELS)}; "
                f"there are {names}"
            )
        short_chars = _short_chars(COPY_FLOOR)
        points = LEVELS[level]
        return Near(decider, COPY_FLOOR, points, COPY_SURE, *COPY_BANDS, short_chars, is_strict)
    raise RecipeError(
        f"near {spec!r}: expected copy, copy:strict, copy:normal, copy:loose, jaccard or "
        f"jaccard:T with T from 0 to 1, as in jaccard:0.8"
        f"{did_you_mean(decider, ('copy', 'jaccard'))}"
    )


def banding(threshold: float) -> tuple[int, int]:
    """Return (bands, rows): the longest rows with which RECALL of the pairs share a band.

    A pair of similarity J shares one with the probability 1 - (1 - J**rows)**bands. Long rows
    bring few false candidates; these cost time only, a lost pair stays lost. datasketch's own
    choice for .8 (9 x 13) weighs both alike and finds 40 % of the pairs at the threshold.

    >>> banding(0.8)
    (21, 6)
    """
    for rows in range(PERMUTATIONS, 1, -1):
        bands = PERMUTATIONS // rows
        if 1 - (1 - threshold**rows) ** bands >= RECALL:
            return bands, rows
    return PERMUTATIONS, 1


def estimate_error(similarity: float) -> float:
    """Return how far the estimate of a similarity may be off, 0..1."""
    return STANDARD_ERRORS * math.sqrt(similarity * (1 - similarity) / PERMUTATIONS)


def _threshold(spec: str, value: str | None) -> float:
    """Return the figure of a jaccard specification."""
    if value is None:
        return DEFAULT_THRESHOLD
    try:
        threshold = float(value)
    except ValueError:
        threshold = math.nan
    if not 0 < threshold <= 1:
        raise RecipeError(
            f"near {spec!r}: the threshold must be a number above 0 and up to 1, as in "
            f"jaccard:{DEFAULT_THRESHOLD}; found {value!r}"
        )
    return threshold


def _short_chars(threshold: float) -> int:
    """Return the length under which a text has short shingles too."""
    return math.ceil(round(SHORT_SIDE / threshold * SHORT_MARGIN, 6))
