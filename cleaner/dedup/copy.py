"""Decide whether two similar texts are a copy and its source, or two texts of one template.

No single number separates them: a page with 8 % of its letters misread shares .48 of its
shingles with its source, the bulletins of two days share .83 with each other. So the texts are
aligned once and each difference is asked what kind it is. Reading noise is many differences of a
letter or two all over the text, and next to no number against another number. A template on
another day has other numbers, and names and phrases in the place of others.

What stands on one side only proves nothing: a lost line, a page head, the furniture of a page.
Only where each text has much of its own (two pages that share an article) would dropping one lose
the other's. Text that moved is no difference; where much did, the texts are put into one order
first (`moved`), but not lists, whose order is what they say. The evidence of the rest is added up
in points; from a level on (`near.LEVELS`) the texts are two. The weights are the study's, found on
4,217 labelled pairs; found and spared are flat around them.

    45.6% -> 45.69%, 5G -> 56     noise: digits misread lose or gain a digit
    14 numbers, 9 of them other   different: more than noise explains
    第二届 -> 第三届, 1.A -> 1.B      different: such are hardly ever misread
    消防演练 -> 防震演练             different: words on both sides (`intent`)
    张伟 -> 李娜                    different: a name stands against a name

Where nothing is misread, one number, word, name or run put in place of another is enough, but for
a word in a text of many hundred letters. So a short reprint with an edited word is another text;
with letters misread all over, a word or two more is none. A shorter text that the longer one has
whole, a name list less one name, is a copy: nothing of it is lost.
"""

import math
from collections import Counter
from typing import NamedTuple

from cleaner import late as re
from cleaner.dedup.align import Difference, differences, longest
from cleaner.dedup.intent import MAX_SYMBOLS, contrary, fluent, garbled
from cleaner.dedup.moved import BLOCK_SYMBOLS, MOVED_PIECE, MOVED_SYMBOLS, Elsewhere, in_order
from cleaner.dedup.near import Near
from cleaner.dedup.reasons import figures, reason
from cleaner.dedup.similarity import Verdict
from cleaner.dedup.symbols import DIGITS_RE, NUMERALS, Pair, Symbols, pair

# A difference so long, so near the end of either text, is an edge: an end lost or put on.
EDGE_SYMBOLS = 4
EDGE_PLACE = 3
# Replaced text at an edge that is let pass, at most this much and this share of the text. The
# tail is longer: a page's furniture stands under it.
HEAD_FREE = (16, 0.12)
TAIL_FREE = (40, 0.05)

# Text of its own, in stretches of at least as many symbols, that either of two copies may have: as
# much or this share of the text, whichever is more. No labelled copy has any on both sides; room
# for a line or two of two sites. With .02 more of the text they are two: of copies with other lines
# of advertising between the paragraphs either has up to .06, pages cut elsewhere .09 and more.
OWN_SYMBOLS = 16
OWN_FREE = (20, 0.05)

# Differences of a pair that are asked what kind they are: half of them the longest, and of the rest
# every so manieth, which counts so many times. A share found of 20,000 is off by a hundredth; 1 s.
WEIGHED = 40_000

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

NO_DIGIT_RE = re.compile(r"[^\da-fx]+")

# A run of at least and at most so many symbols, at most twice as long in one text as in the other,
# may be a blank filled in otherwise.
REFILLED = (3, 24)
# The least points of a number against another in a text with no other difference, and of a
# blank filled in otherwise in a text without a small difference.
CLEAN_NUMBER = 2.5
CLEAN_RUN = 2.5
# ... and of runs that are more than this share of the small differences, and stand as thick as once
# in so many symbols: a catalogue in another language. Of noise in runs of six letters the share is
# .57; the links or captions of two sites stand farther apart, a book has an edited line in 10,000.
REPLACED_RUNS = (3, 0.6, 400)

# Numbers that differ in a text of another day: Beta(.8, .8), some do, most do, all alike likely.
BETA = 0.8

# Of the small replacements that are noise, how many look meant by chance. Letters: 1 in 16, more in
# some texts (an OCR that takes look-alikes), so Beta(.5, 7.5). Runs: 1 in 28.
LETTER_MEANT = (0.5, 7.5)
RUN_MEANT = 0.035
# Two texts of one template have another word at least every so many symbols: 265 in those of the
# labelled pairs that nothing else tells apart.
WORD_SYMBOLS = 300
GARBLED_NOISE = 4  # a garbled run counts as a small difference, and one more for as many symbols


class Evidence(NamedTuple):
    """What an alignment shows; lengths in symbols."""

    length: int = 0  # of the shorter text without its edges
    noise: int = 0  # small differences
    conflicts: float = 0.0  # numbers against other numbers, weighed
    changed: int = 0  # the same, counted
    numbers: int = 0  # numbers in the text that has fewer
    numerals: int = 0  # numerals in words against others
    runs: tuple[int, ...] = ()  # replaced runs, the shorter side of each
    refilled: int = 0  # those of about one length on both sides
    meant: tuple[tuple[str, str], ...] = ()  # replaced on purpose: word for word, number for number
    slips: tuple[tuple[str, str], ...] = ()  # other replacements as small
    one_sided: int = 0  # what only one text has
    own: tuple[int, int] = (0, 0)  # the same, longer stretches that did not move, of each text
    head: int = 0  # symbols replaced on both sides at the head
    tail: int = 0
    longest: int = 0  # the longest stretch that differs, of the text where it is shorter


def copy_verdict(first: Symbols, second: Symbols, near: Near) -> Verdict:
    """Decide two texts, given by their symbols; `near.points` make them different.

    The order of the two does not matter.
    """
    texts = pair(first, second)
    found, order = weigh(texts), None
    points = total(found)
    if points >= near.points and found.longest >= BLOCK_SYMBOLS and (order := in_order(texts)):
        found = weigh(order, MOVED_PIECE)
        points = total(found)
    same = points < near.points and not _short_conflict(found)
    if near.strict_numbers and (found.changed or found.numerals):
        same = False
    why = reason(found, same=same, moved=order is not None)
    return Verdict(same, why, figures(found, points))


def weigh(texts: Pair, moved: int = MOVED_SYMBOLS) -> Evidence:
    """Align the texts and return what kind their differences are.

    `moved`: symbols from which on what stands elsewhere in the other text moved.
    """
    first, second = texts.first, texts.second
    parts = found = differences(first, second)
    elsewhere = Elsewhere(texts, moved)
    edges: list[Difference] = []
    head = tail = 0
    start, other_start, end, other_end = 0, 0, len(first), len(second)
    if found and _at_head(found[0]) and _is_edge(found[0], texts):
        edge, *found = found
        _, start, _, other_start = edge
        head = edge.less
        edges.append(edge)
    if found and _at_tail(found[-1], first, second) and _is_edge(found[-1], texts):
        *found, edge = found
        end, _, other_end, _ = edge
        tail = edge.less
        edges.append(edge)
    core, other_core = first[start:end], second[other_start:other_end]
    found, every = _asked(found)
    meant = fluent(first, second, found)
    kinds = [
        _kind(difference, texts, elsewhere, is_meant=is_meant)
        for difference, is_meant in zip(found, meant, strict=True)
    ]
    kinds += [kind for kind, times in zip(kinds, every, strict=True) for _ in range(times - 1)]
    kinds += [Evidence(own=_own(edge, texts, elsewhere)) for edge in edges]
    return Evidence(
        length=min(len(core), len(other_core)),
        noise=sum(kind.noise for kind in kinds),
        conflicts=sum(kind.conflicts for kind in kinds),
        changed=sum(kind.changed for kind in kinds),
        numbers=min(len(texts.digits(core)), len(texts.digits(other_core))),
        numerals=sum(kind.numerals for kind in kinds),
        runs=tuple(run for kind in kinds for run in kind.runs),
        refilled=sum(kind.refilled for kind in kinds),
        meant=tuple(part for kind in kinds for part in kind.meant),
        slips=tuple(part for kind in kinds for part in kind.slips),
        one_sided=sum(kind.one_sided for kind in kinds),
        own=(sum(kind.own[0] for kind in kinds), sum(kind.own[1] for kind in kinds)),
        head=head,
        tail=tail,
        longest=longest(parts),
    )


def _asked(found: list[Difference]) -> tuple[list[Difference], list[int]]:
    """Return the differences that are weighed, in order, and how often each counts."""
    if len(found) <= WEIGHED:
        return found, [1] * len(found)
    by_size = sorted(range(len(found)), key=lambda at: -found[at].size)
    longest, rest = by_size[: WEIGHED // 2], sorted(by_size[WEIGHED // 2 :])
    step = -(-len(rest) // (WEIGHED // 2))
    times = dict.fromkeys(longest, 1) | dict.fromkeys(rest[step // 2 :: step], step)
    asked = sorted(times)
    return [found[at] for at in asked], [times[at] for at in asked]


def total(found: Evidence) -> float:
    """Return the points for "two texts"; 0 for a perfect copy."""
    if not found.length:
        return math.inf  # nothing inside the edges is common
    error = (found.noise + 0.25) / (found.length + 50)
    points = (
        _numeral_points(found)
        + _number_points(found, error)
        + _meant_points(found)
        + _clip((sum(found.runs) / found.length - 0.3 * error) / 0.02, 6)
        + _clip((max(found.runs, default=0) - 5) / 3, 4)
        + _clip(_edge_excess(found) / found.length / 0.03, 6)
        + _clip(_own_excess(found) / found.length / 0.01, 6)
    )
    # Who misreads a whole run misreads letters elsewhere too.
    few, share, apart = REPLACED_RUNS
    is_filled = len(found.runs) > max(few, share * found.noise, found.length / apart)
    return max(points, CLEAN_RUN) if is_filled or (found.refilled and not found.noise) else points


def _kind(difference: Difference, texts: Pair, elsewhere: Elsewhere, *, is_meant: bool) -> Evidence:
    """Return what one difference inside the texts is evidence of."""
    mine, theirs = _sides(difference, texts)
    size, less = difference.size, difference.less
    conflicts, changed = 0.0, 0
    if less and DIGITS_RE.search(mine):
        conflicts, changed = _conflict(texts.digits(mine), texts.digits(theirs))
    if less and not changed and size <= NUMERAL_SYMBOLS:
        answer = size == 1 and texts.is_answer(difference.start, difference.other_start)
        if answer or contrary(mine, theirs) or NUMERALS.issuperset(mine + theirs):
            return Evidence(numerals=1)
    parts = ((mine, theirs),) if (less or size == 1) and not changed else ()
    meant, slips = (parts, ()) if is_meant else ((), parts if size <= MAX_SYMBOLS else ())
    found = Evidence(conflicts=conflicts, changed=changed, meant=meant, slips=slips)
    if less >= elsewhere.least and elsewhere.has(mine, 0) and elsewhere.has(theirs, 1):
        return found
    if size <= NOISE_SYMBOLS:
        return found if changed else found._replace(noise=1)
    found = found._replace(own=_own(difference, texts, elsewhere))
    if not less or (less <= ONE_SIDED[0] and size >= ONE_SIDED[1]):
        return found._replace(one_sided=size - less)
    if garbled(texts.first, texts.second, difference):
        return found._replace(noise=1 + size // GARBLED_NOISE, slips=((mine, theirs),))
    refilled = less >= REFILLED[0] and size <= min(REFILLED[1], 2 * less)
    return found._replace(runs=(less,), refilled=int(refilled))


def _own(difference: Difference, texts: Pair, elsewhere: Elsewhere) -> tuple[int, int]:
    """Return the symbols that each text has more of here, where that is much and did not move."""
    mine, theirs = _sides(difference, texts)
    more, least = len(mine) - len(theirs), min(OWN_SYMBOLS, elsewhere.least)
    if more >= least and not elsewhere.has(mine, 0):
        return more, 0
    if -more >= least and not elsewhere.has(theirs, 1):
        return 0, -more
    return 0, 0


def _is_edge(difference: Difference, texts: Pair) -> bool:
    """Tell whether a difference at an end may be an end lost or put on: no word for a word.

    A phrase for a phrase is one at the head: a headline for a headline. Numbers for numbers are
    none: a table goes on with them, a page's foot has words between.
    """
    if difference.size < EDGE_SYMBOLS or texts.are_numbers(*_sides(difference, texts)):
        return False
    if difference.size > MAX_SYMBOLS and _at_head(difference):
        return True
    return not fluent(texts.first, texts.second, [difference])[0]


def _sides(difference: Difference, texts: Pair) -> tuple[str, str]:
    start, end, other_start, other_end = difference
    return texts.first[start:end], texts.second[other_start:other_end]


def _at_head(difference: Difference) -> bool:
    return min(difference.start, difference.other_start) <= EDGE_PLACE


def _at_tail(difference: Difference, first: str, second: str) -> bool:
    return min(len(first) - difference.end, len(second) - difference.other_end) <= EDGE_PLACE


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
    left, kept = Counter(common), []
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


def _numeral_points(found: Evidence) -> float:
    """Return the points of numerals in words: a few more than noise would bring."""
    if found.numerals <= 0.04 * found.noise:
        return 0.0
    return 3.0 + (found.numerals > 1)


def _number_points(found: Evidence, error: float) -> float:
    """Return how much likelier the conflicts are in a text of another day than by noise (log).

    In a text with no other difference a number is not the one thing misread: the exam of another
    year has one other number.
    """
    points = _conflict_points(found, error)
    clean = not (found.noise or found.slips or found.runs or found.one_sided or any(found.own))
    if clean and found.changed and found.conflicts == found.changed * OTHER_NUMBER:
        return max(points, CLEAN_NUMBER)
    return points


def _conflict_points(found: Evidence, error: float) -> float:
    """Return the points of the conflicts by their share of the numbers."""
    count = max(found.numbers, math.ceil(found.conflicts))
    by_noise = min(0.4, 0.01 + 0.01 * min(2, found.noise) + 2 * error)
    if found.conflicts <= by_noise * count:
        return 0.0  # fewer than noise brings are no sign of another day
    agreeing = count - found.conflicts
    different = _log_beta(found.conflicts + BETA, agreeing + BETA) - _log_beta(BETA, BETA)
    noisy = found.conflicts * math.log(by_noise) + agreeing * math.log(1 - by_noise)
    return _clip(different - noisy, 6)


def _meant_points(found: Evidence) -> float:
    """Return how much likelier the replacements are meant than misread (log).

    In a text equal but for one replaced word that is 2 and more; among many slips it is nothing,
    and in a long text less, for another event would have brought more words.
    The same replacement again is none more: an OCR repeats its errors.
    """
    if not found.meant:
        return 0.0
    often = Counter(found.meant)
    letters = sum(max(map(len, part)) == 1 for part in often)
    runs = sum(min(often[part], 2) for part in often if max(map(len, part)) > 1)
    slips = len(set(found.slips))
    template = _log_beta(letters + runs + BETA, slips + BETA) - _log_beta(BETA, BETA)
    noisy = _log_beta(letters + LETTER_MEANT[0], slips + LETTER_MEANT[1]) - _log_beta(*LETTER_MEANT)
    rare = max(0.0, math.log(found.length / (letters + runs) / WORD_SYMBOLS))
    return _clip(template - noisy - runs * math.log(RUN_MEANT) - rare, 6)


def _edge_excess(found: Evidence) -> float:
    """Return the symbols replaced on both sides at the ends, beyond what is let pass."""
    ends = (found.head, HEAD_FREE), (found.tail, TAIL_FREE)
    return sum(max(0.0, end - min(most, share * found.length)) for end, (most, share) in ends)


def _own_excess(found: Evidence) -> float:
    """Return the symbols that both texts have of their own, beyond what is let pass."""
    chars, share = OWN_FREE
    return min(found.own) - max(chars, share * found.length)


def _short_conflict(found: Evidence) -> bool:
    """Tell whether a short text differs in what makes another text of it."""
    if found.length >= SHORT_SYMBOLS:
        return False
    return (
        found.conflicts >= DIGIT_INSIDE
        or found.numerals > 0
        or bool(found.runs)
        or found.head > SHORT_HEAD
        or found.one_sided > SHORT_ONE_SIDED * found.length
    )


def _log_beta(a: float, b: float) -> float:
    return math.lgamma(a) + math.lgamma(b) - math.lgamma(a + b)


def _clip(value: float, most: float) -> float:
    return min(max(value, 0.0), most)
