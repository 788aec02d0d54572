"""What the search for duplicates keeps of texts, as arrays: made anywhere, joined in order.

Folding and signing is all that it does to a text alone, and most of its time before pairs are
compared: processes do it to their shares, and what they made is joined in the order of the texts.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple, Self

import numpy as np
import numpy.typing as npt

from cleaner.dedup.contained import sample
from cleaner.dedup.digest import DIGEST_BYTES, digest_of_fold, group_of
from cleaner.dedup.digesttable import DigestTable
from cleaner.dedup.fold import fold_many
from cleaner.dedup.near import Near
from cleaner.dedup.readable import reads
from cleaner.dedup.shingles import NGRAM, SHORT_NGRAM, SHORT_SIDE
from cleaner.dedup.signature import PERMUTATIONS, Signatures, signatures

# The arrays, in order: their types, and their columns where they have any.
LAYOUT = (
    ("<u1", DIGEST_BYTES),
    ("<u8", 0),
    ("<i8", 0),
    ("<i8", 0),
    ("<i8", 0),
    ("<u4", PERMUTATIONS),
    ("<i8", 0),
    ("<u4", PERMUTATIONS),
    ("<u4", 0),
    ("<u4", 0),
)


class Prepared(NamedTuple):
    """Of n texts: `digests` (n, 16), `groups` (n,), letters of the fold `chars` (n,), `reads`.

    `long_rows` and `short_rows` say which texts are signed on long and on short shingles, in the
    order of `long_signed` and `short_signed`, (k, 128). `counts` (n,) says how many of the `runs`
    are each text's; both are empty unless containment is looked for.
    """

    digests: npt.NDArray[np.uint8]
    groups: npt.NDArray[np.uint64]
    chars: npt.NDArray[np.int64]
    reads: npt.NDArray[np.int64]
    long_rows: npt.NDArray[np.int64]
    long_signed: Signatures
    short_rows: npt.NDArray[np.int64]
    short_signed: Signatures
    counts: npt.NDArray[np.uint32]
    runs: npt.NDArray[np.uint32]

    def to_bytes(self) -> bytes:
        """Return the arrays one behind the other, each behind its length."""
        parts: list[bytes] = []
        arrays: tuple[npt.NDArray[Any], ...] = self
        for array, (kind, _) in zip(arrays, LAYOUT, strict=True):
            parts += (len(array).to_bytes(8, "little"), np.ascontiguousarray(array, kind).tobytes())
        return b"".join(parts)

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Return what `to_bytes` made bytes of."""
        arrays, at = [], 0
        for kind, columns in LAYOUT:
            rows = int.from_bytes(data[at : at + 8], "little")
            count = rows * (columns or 1)
            array = np.frombuffer(data, kind, count, at + 8)
            arrays.append(array.reshape(rows, columns) if columns else array)
            at += 8 + array.nbytes
        return cls(*arrays)


def prepare(
    texts: Sequence[tuple[str, str | None]],
    near: Near | None,
    exact: bool,
    contained: bool,
    known: DigestTable | None = None,
) -> Prepared:
    """Fold and sign texts, each with the group within which it is compared.

    With `exact`, a text that stands before it here, or whose digest is `known`, is not signed.
    """
    folds = fold_many([text for text, _ in texts])
    each = [
        digest_of_fold(text, folded, within)
        for (text, within), folded in zip(texts, folds, strict=True)
    ]
    digests = np.frombuffer(b"".join(each), np.uint8).reshape(-1, DIGEST_BYTES)
    runs = [sample(one.codes) for one in folds] if contained else []
    rows = list(range(len(texts)))
    if exact:
        first = dict(zip(reversed(each), reversed(rows), strict=True))
        rows = sorted(first.values())
        if known:
            rows = np.array(rows, dtype=np.int64)[known.find(digests[rows]) < 0].tolist()
    fresh = [(row, folds[row].codes) for row in rows]
    short_chars = near.short_chars if near else 0
    # One too short for a shingle is left out, as it has nothing to compare.
    long = [one for one in fresh if near and len(one[1]) >= max(SHORT_SIDE, NGRAM)]
    short = [one for one in fresh if SHORT_NGRAM <= len(one[1]) < short_chars]
    return Prepared(
        digests,
        np.array([group_of(within) for _, within in texts], dtype=np.uint64),
        np.array([len(one.codes) for one in folds], dtype=np.int64),
        reads([text for text, _ in texts], [one.codes for one in folds]),
        np.array([row for row, _ in long], dtype=np.int64),
        signatures([codes for _, codes in long], NGRAM),
        np.array([row for row, _ in short], dtype=np.int64),
        signatures([codes for _, codes in short], SHORT_NGRAM),
        np.array([len(one) for one in runs], dtype=np.uint32),
        np.concatenate([np.empty(0, np.uint32), *runs]),
    )


def joined(parts: Sequence[Prepared]) -> Prepared:
    """Return what was prepared of texts in several goes as that of all of them."""
    shifts = np.cumsum([0, *(len(part.digests) for part in parts)])
    moved = [
        part._replace(long_rows=part.long_rows + shift, short_rows=part.short_rows + shift)
        for part, shift in zip(parts, shifts[:-1], strict=True)
    ]
    nothing = prepare([], None, True, False)
    return Prepared(*(np.concatenate(arrays) for arrays in zip(nothing, *moved, strict=True)))
