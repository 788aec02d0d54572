"""Shingles: every run of n letters of a folded text, hashed to 32 bits.

Characters, not words: no segmenter has to agree with itself on a text with reading noise, and a
wrong character spoils n shingles, not a word and its neighbours. Of the lengths tried on a
135-character item with three small edits (5 gives a similarity of .73, 3 .80, 13 .60), 5 keeps
different texts apart and 3 is for texts so short that five characters are much of them.

The hash is ours and public, in numpy for whole texts and as `shingle_hash` for one shingle, and
the two agree: `datasketch.MinHash(hashfunc=shingle_hash)` fed with the shingles of a folded text
has our signature, bit for bit.
"""

import functools

import numpy as np
import numpy.typing as npt

from cleaner.dedup.fold import Codes

Hashes = npt.NDArray[np.uint32]

NGRAM = 5
SHORT_NGRAM = 3
# A pair with a side under this many letters is compared on the short shingles: one wrong letter
# of 100 spoils 5 of 96 long ones, .05 of the similarity, and the noise has no room to even out.
SHORT_SIDE = 100

# Code points hashed at one go: three arrays of 64 KB, which the allocator keeps; of 256 KB each
# would be asked of the system anew (tried 4 k to 256 k).
SLICE = 1 << 13

# Multiplier of a polynomial hash over the code points: odd, 64 bits, of golden-ratio origin, as in
# splitmix64. The finisher is splitmix64's first half; the upper 32 bits are taken.
FACTOR = 0x9E3779B97F4A7C15
FINISH = 0xBF58476D1CE4E5B9
MASK = (1 << 64) - 1
# The same and the shifts as arrays: to make one of a number costs as much as to multiply by it.
FACTOR_64, FINISH_64, SHIFT_30, SHIFT_32 = (
    np.array(number, dtype=np.uint64) for number in (FACTOR, FINISH, 30, 32)
)


def shingle_hash(shingle: str) -> int:
    """Return the hash of one shingle, 0 to 2**32 - 1.

    For `datasketch.MinHash(hashfunc=shingle_hash)`; the shingle must be of a folded text.

    >>> shingle_hash("汉字") == int(shingle_hashes(np.array([0x6C49, 0x5B57], np.uint32), 2)[0])
    True
    """
    value = 0
    for char in shingle:
        value = ((value + ord(char)) * FACTOR) & MASK
    value ^= value >> 30
    return ((value * FINISH) & MASK) >> 32


def shingle_hashes(codes: Codes, ngram: int) -> Hashes:
    """Return the hashes of every shingle in order, (max(0, n - ngram + 1),) uint32.

    A text shorter than one shingle has none.
    """
    count = max(0, len(codes) - ngram + 1)
    hashes = np.empty(count, dtype=np.uint32)
    for start in range(0, count, SLICE):
        end = min(start + SLICE, count)
        # Widened once: an array of 32 bits added to one of 64 is taken piece by piece.
        value = _polynomials(codes[start : end + ngram - 1].astype(np.uint64), ngram)
        value ^= value >> SHIFT_30
        value *= FINISH_64
        value >>= SHIFT_32
        hashes[start:end] = value
    return hashes


def _polynomials(wide: npt.NDArray[np.uint64], ngram: int) -> npt.NDArray[np.uint64]:
    """Return the polynomial of each run of `ngram` code points, at least as many as that.

    Made of those of half the length, and a letter more where it is odd: for 5 letters 4
    multiplications instead of 5, for 12 letters 5.
    """
    value, size = wide * FACTOR_64, 1
    for bit in f"{ngram:b}"[1:]:
        following = value[size:]
        value = value[:-size] * _power(size)
        value += following
        size *= 2
        if bit == "1":
            value = value[:-1]
            value += wide[size:]
            value *= FACTOR_64
            size += 1
    return value


@functools.cache
def _power(exponent: int) -> npt.NDArray[np.uint64]:
    return np.array(pow(FACTOR, exponent, MASK + 1), dtype=np.uint64)


def shingle_set(codes: Codes, ngram: int) -> Hashes:
    """Return the set of a text's shingles as sorted unique hashes, (m,) uint32."""
    # Not np.unique: it hashes first, three times as slow for a page and twenty for 50 MB.
    hashes = shingle_hashes(codes, ngram)
    hashes.sort()
    first = np.ones(len(hashes), dtype=np.bool_)
    np.not_equal(hashes[1:], hashes[:-1], out=first[1:])
    return hashes[first]
