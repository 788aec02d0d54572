"""What texts speak of: their pairs of letters, and how much two of them have in common."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TypeAlias

from cleaner import ngram
from cleaner.chars.scripts import codes_of
from cleaner.late import NDArray, np
from cleaner.model import SHIPPED

# A pair of characters seen so often in the table has half its weight (as `cleaner.order.topics`).
COMMON = 20.0
SMALL = 8.0  # pairs; by chance a few are shared
# Texts whose pairs are kept, of `subject.MOST_CHARS` at most: what a page has.
KEPT_TEXTS = 64

# Of which a Chinese text is made, besides the ideographs, which stay what they are: ASCII with its
# white space, marks, signs, full-width forms. Each is one letter or none, whatever stands beside
# it; a text with others is folded as a whole.
FIRST_HAN, LAST_HAN = 0x4E00, 0x9FA5
KNOWN = (
    *(0x09, 0x0A, 0xB7, *range(0x20, 0x7F), *range(0x2190, 0x2600)),
    *(*range(0x2010, 0x2028), *range(0x3000, 0x302A), *range(0xFF01, 0xFF5F)),
)
SPACE, MARK, UNKNOWN = 0, 1, 0xFFFF

Pairs: TypeAlias = "NDArray[np.uint32]"


def cohesion(one: Pairs, other: Pairs) -> float:
    """Return how much two texts speak of the same, by their pairs of characters, both (n,)."""
    both = np.concatenate((one, other))
    both.sort()
    shared = both[1:][both[1:] == both[:-1]]
    return float(weights_of(shared).sum() / (min(len(one), len(other)) + SMALL) ** 0.5)


def weights_of(pairs: Pairs) -> ngram.Floats:
    """Return what pairs of letters say of a subject, the rarer the more, (n,): 1 at most."""
    seen = ngram.background(pairs.astype(np.uint64), SHIPPED.table)
    return np.reciprocal(1 + seen / COMMON)


@lru_cache(KEPT_TEXTS)
def pairs_of(text: str) -> Pairs:
    """Return the different pairs of letters of a text, as the n-grams see them, sorted, (n,).

    Kept: the text below a heading is that above the next, and is asked for by two rules.
    """
    codes = _folded().take(codes_of(text), mode="clip")
    if codes.max(initial=0) == UNKNOWN:
        folded = ngram.fold(text)
        letters = np.fromiter(map(str.isalpha, folded), bool, len(folded))
        codes = np.where(letters, ngram.codes(folded), MARK)
    else:
        codes = codes[codes != SPACE]
    left, right = codes[:-1].astype(np.uint32), codes[1:].astype(np.uint32)
    found: Pairs = ((left << 16) | right)[(left != MARK) & (right != MARK)]
    found.sort()
    first = np.ones(len(found), bool)
    np.not_equal(found[1:], found[:-1], out=first[1:])
    return found.compress(first)


def pairs_of_each(texts: Sequence[str]) -> list[frozenset[int]]:
    """Return the different pairs of letters of each text: as `pairs_of`, but in one look at all."""
    codes = _folded().take(codes_of("。".join(texts)), mode="clip")  # a stop is in no pair
    if codes.max(initial=0) == UNKNOWN:
        return [frozenset(pairs_of(text).tolist()) for text in texts]
    is_kept = codes != SPACE
    codes = codes[is_kept].astype(np.uint32)
    are_letters = codes != MARK
    pairs = np.where(are_letters[:-1] & are_letters[1:], codes[:-1] << 16 | codes[1:], 0).tolist()
    ends = np.cumsum([len(text) + 1 for text in texts]) - 1
    bounds = np.append(0, is_kept.cumsum())[np.append(0, ends)].tolist()
    return [frozenset(pairs[start:end]) - {0} for start, end in pairwise(bounds)]


@cache
def _folded() -> NDArray[np.uint16]:
    """Return the letter that `ngram.fold` makes of each of KNOWN, shape (0x10001,).

    To fold a text letter by letter takes longer than all else that is asked of it here.
    """
    table = np.full(0x10001, UNKNOWN, np.uint16)
    table[FIRST_HAN : LAST_HAN + 1] = np.arange(FIRST_HAN, LAST_HAN + 1)
    for code in KNOWN:
        folded = ngram.fold(chr(code))
        table[code] = ord(folded) if folded.isalpha() else MARK if folded else SPACE
    return table
