"""Decide whether two similar texts are a copy and its source, or two texts of one template.

No single number separates them: a page with 8 % of its letters misread shares .48 of its
shingles with its source, the bulletins of two days share .83 with each other. So the texts are
aligned once and each difference is asked what kind it is. Reading noise is many differences of a
letter or two all over the text, and next to no number against another number. A template on
another day has other numbers, and names and phrases in the place of others.

What stands on one side only proves nothing: a lost line, a page head, the furniture of a page.
Text that moved is no difference either. The evidence of the rest is added up in points; from a
level on (`near.LEVELS`) the texts are two. The weights are the study's, found on 4,217 labelled
pairs; found and spared are flat around them.

    45.6% -> 45.69%, 5G -> 56     noise: digits misread lose or gain a digit
    14 numbers, 9 of them other   different: more than noise explains
    第二届 -> 第三届                different: numerals in words are hardly ever misread
    张伟 -> 李娜, and no number     the same: what no shape can tell, unless the text is short

A reprint with one rewritten run of 17 symbols or more is another text, however long it is; one
with a word or two changed every 500 characters is the same.
"""

import math
import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, NamedTuple

from cleaner.dedup.align import Difference, differences
from cleaner.dedup.symbols import NUMERALS, Pair, Symbols, pair
from cleaner.dedup.verify import Verdict

# A difference this long within this many symbols of the end of either text is an edge: an end
# that was lost or put on, not a difference inside.
EDGE_SYMBOLS = 4
EDGE_PLACE = 3
# Replaced text at an edge that is let pass, at most this much and this share of the text. The
# tail is longer: a page's furniture stands under it.
HEAD_FREE = (16, 0.12)
TAIL_FREE = (40, 0.05)

# A difference of as many symbols on both sides of which as large a share of the runs of four
# stands elsewhere in the other text: moved.
MOVED_SYMBOLS = 16
MOVED_SHARE = 0.6
MOVED_RUN = 4

NOISE_SYMBOLS = 2  # a difference of up to this on both sides is noise
NUMERAL_SYMBOLS = 3  # a numeral conflict is no longer than this on either side
ONE_SIDED = (2, 8)  # up to 2 symbols against 8 or more: as good as nothing against them
SHORT_SYMBOLS = 40  # under it a single changed word makes another text
SHORT_ONE_SIDED = 0.15  # ... and so does as large a share that one side lacks
SHORT_HEAD = 2

# Weights of a number against another one: how likely is it to be a misread digit?
OTHER_NUMBER = 1.0
POINT_LOST = 0.5  # 3.5 and 35: a speck, but ten times as much
DIGITS_LEFT_OUT = 0.25  # 456 in 4569, at least two digits: the most common misreading
DIGIT_INSIDE = 0.5  # 5 in 56

NO_DIGIT_RE = re.compile(r"\D+")

# Numbers that differ in a text of another day: Beta(.8, .8), some do, most do, all alike likely.
BETA = 0.8


class Evidence(NamedTuple):
    """What an alignment shows; lengths in symbols."""

    length: int = 0  # of the shorter text without its edges
    noise: int = 0  # small differences
    conflicts: float = 0.0  # numbers against other numbers, weighed
    changed: int = 0  # the same, counted
    numbers: int = 0  # numbers in the text that has fewer
    numerals: int = 0  # numerals in words against others
    runs: tuple[int, ...] = ()  # replaced runs, the shorter side of each
    one_sided: int = 0  # what only one text has
    head: Difference | None = None
    tail: Difference | None = None


def copy_verdict(first: Symbols, second: Symbols, limit: float) -> Verdict:
    """Decide two texts, given by their symbols; `limit` points make them different.

    The order of the two does not matter.
    """
    found = weigh(pair(first, second))
    points = total(found)
    same = points < limit and not _short_conflict(found)
    return Verdict(same, _reason(found), _figures(found, points))


def weigh(texts: Pair) -> Evidence:
    """Align the texts and return what kind their differences are."""
    first, second, _ = texts
    found = differences(first, second)
    head = tail = None
    if found and found[0].size >= EDGE_SYMBOLS and _at_head(found[0]):
        head, *found = found
    if found and found[-1].size >= EDGE_SYMBOLS and _at_tail(found[-1], first, second):
        *found, tail = found
    start, other_start = (head.end, head.other_end) if head else (0, 0)
    end, other_end = (tail.start, tail.other_start) if tail else (len(first), len(second))
    core, other_core = first[start:end], second[other_start:other_end]
    evidence = Evidence(
        length=min(len(core), len(other_core)),
        numbers=min(len(texts.digits(core)), len(texts.digits(other_core))),
        head=head,
        tail=tail,
    )
    for difference in found:
        evidence = _with(evidence, difference, texts)
    return evidence


def total(found: Evidence) -> float:
    """Return the points for "two texts"; 0 for a perfect copy."""
    if not found.length:
        return math.inf  # nothing inside the edges is common
    error = (found.noise + 0.25) / (found.length + 50)
    return (
        _numeral_points(found)
        + _number_points(found, error)
        + _clip((sum(found.runs) / found.length - 0.3 * error) / 0.02, 6)
        + _clip((max(found.runs, default=0) - 5) / 3, 4)
        + _clip(_edge_excess(found) / found.length / 0.03, 6)
    )


def _with(evidence: Evidence, difference: Difference, texts: Pair) -> Evidence:
    """Return the evidence with one more difference."""
    mine = texts.first[difference.start : difference.end]
    theirs = texts.second[difference.other_start : difference.other_end]
    size, less = difference.size, difference.less
    weight, changed = _conflict(texts.digits(mine), texts.digits(theirs))
    if weight:
        evidence = evidence._replace(
            conflicts=evidence.conflicts + weight, changed=evidence.changed + changed
        )
    elif less and size <= NUMERAL_SYMBOLS and NUMERALS.issuperset(mine + theirs):
        return evidence._replace(numerals=evidence.numerals + 1)
    if less >= MOVED_SYMBOLS and _moved(mine, theirs, texts):
        return evidence
    if size <= NOISE_SYMBOLS:
        return evidence if weight else evidence._replace(noise=evidence.noise + 1)
    if not less or (less <= ONE_SIDED[0] and size >= ONE_SIDED[1]):
        return evidence._replace(one_sided=evidence.one_sided + size - less)
    return evidence._replace(runs=(*evidence.runs, less))


def _at_head(difference: Difference) -> bool:
    return min(difference.start, difference.other_start) <= EDGE_PLACE


def _at_tail(difference: Difference, first: str, second: str) -> bool:
    left = min(len(first) - difference.end, len(second) - difference.other_end)
    return left <= EDGE_PLACE


def _conflict(mine: list[str], theirs: list[str]) -> tuple[float, int]:
    """Return the weight and count of the numbers that stand against other numbers."""
    if not mine or not theirs or mine == theirs:
        return 0.0, 0
    common = Counter(mine) & Counter(theirs)
    weights = [
        _number_weight(a, b)
        for a, b in zip(_without(mine, common), _without(theirs, common), strict=False)
    ]
    return sum(weights), len(weights)


def _without(numbers: list[str], common: Counter[str]) -> list[str]:
    """Return the numbers with the common ones taken out, in order."""
    left = Counter(common)
    kept = []
    for number in numbers:
        if left[number]:
            left[number] -= 1
        else:
            kept.append(number)
    return kept


def _number_weight(first: str, second: str) -> float:
    """Return how much two different numbers say against a copy."""
    short, long = sorted(
        (NO_DIGIT_RE.sub("", number) for number in (first, second)), key=lambda x: (len(x), x)
    )
    if short == long:
        return POINT_LOST
    letters = iter(long)
    if len(short) == len(long) or not all(digit in letters for digit in short):
        return OTHER_NUMBER
    return DIGITS_LEFT_OUT if len(short) > 1 else DIGIT_INSIDE


def _moved(mine: str, theirs: str, texts: Pair) -> bool:
    """Tell whether both sides stand elsewhere in the other text."""
    return _share_in(mine, texts.second) >= MOVED_SHARE <= _share_in(theirs, texts.first)


def _share_in(part: str, text: str) -> float:
    """Return the share of the part's runs of four that stand in the text."""
    runs = [part[i : i + MOVED_RUN] for i in range(len(part) - MOVED_RUN + 1)]
    known = {text[i : i + MOVED_RUN] for i in range(len(text) - MOVED_RUN + 1)}
    return sum(run in known for run in runs) / len(runs)


def _numeral_points(found: Evidence) -> float:
    """Return the points of numerals in words: a few more than noise would bring."""
    if found.numerals <= 0.04 * found.noise:
        return 0.0
    return 3.0 + (found.numerals > 1)


def _number_points(found: Evidence, error: float) -> float:
    """Return how much likelier the conflicts are in a text of another day than by noise (log)."""
    count = max(found.numbers, math.ceil(found.conflicts))
    by_noise = min(0.4, 0.01 + 0.01 * min(2, found.noise) + 2 * error)
    if found.conflicts <= by_noise * count:
        return 0.0  # fewer than noise brings are no sign of another day
    agreeing = count - found.conflicts
    different = _log_beta(found.conflicts + BETA, agreeing + BETA) - _log_beta(BETA, BETA)
    noisy = found.conflicts * math.log(by_noise) + agreeing * math.log(1 - by_noise)
    return _clip(different - noisy, 6)


def _edge_excess(found: Evidence) -> float:
    """Return the symbols replaced on both sides at the ends, beyond what is let pass."""
    excess = 0.0
    for edge, (free, share) in ((found.head, HEAD_FREE), (found.tail, TAIL_FREE)):
        if edge:
            excess += max(0.0, edge.less - min(free, share * found.length))
    return excess


def _short_conflict(found: Evidence) -> bool:
    """Tell whether a short text differs in what makes another text of it."""
    if found.length >= SHORT_SYMBOLS:
        return False
    return (
        found.conflicts >= DIGIT_INSIDE
        or found.numerals > 0
        or bool(found.runs)
        or (found.head is not None and found.head.less > SHORT_HEAD)
        or found.one_sided > SHORT_ONE_SIDED * found.length
    )


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _clip(value: float, most: float) -> float:
    return min(max(value, 0.0), most)


def _figures(found: Evidence, points: float) -> Mapping[str, Any]:
    """Return the evidence as it goes into the record of a dropped text."""
    figures = {
        "points": round(min(points, 99.0), 2),
        "noise": found.noise,
        "numbers": found.changed,
        "numerals": found.numerals,
        "runs": len(found.runs),
        "one_sided": found.one_sided,
    }
    return {name: figure for name, figure in figures.items() if figure or name == "points"}


def _reason(found: Evidence) -> str:
    """Return what was seen, for a person: "12 letters misread, 1 number differs"."""
    parts = [
        _counted(found.noise, "small difference"),
        _counted(found.changed, "number differs", "numbers differ"),
        _counted(found.numerals, "numeral differs", "numerals differ"),
        _counted(len(found.runs), "replaced run"),
        _counted(found.one_sided, "letter on one side only", "letters on one side only"),
    ]
    seen = ", ".join(part for part in parts if part) or "no difference inside"
    return f"copy of the kept text: {seen}"


def _counted(count: int, one: str, many: str = "") -> str:
    """Return "3 replaced runs", or nothing for none."""
    if not count:
        return ""
    return f"{count} {one if count == 1 else many or one + 's'}"
