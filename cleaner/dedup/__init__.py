"""Exact and near-duplicates among many texts.

Two texts are exact duplicates when their folds agree (script, width, case, punctuation, white
space and credit heads off). Near-duplicates are found by MinHash, with datasketch's permutations
and signatures that are bit-identical to its own, and banded LSH; each candidate pair is then
verified by the texts themselves. `Deduplicator` is the whole of it, for many texts at
once; `NearDuplicates` answers one after the other, `Index` remembers between runs.

    deduplicator, stream, index, segment  the three of them, and what an index is made of
    near                                  what near means: how a pair is decided, and from where on
    fold, credits, timecodes              what two copies of a text share: what is left out of it
    digest, digesttable                   by what exact duplicates are known
    shingles, signature, signaturestore   MinHash of many texts at once
    prepared, arrays                      what the search keeps of texts; signatures for others
    bands, contained, against             candidates: near, one inside another, of an evaluation set
    verifier, similarity, copy            a pair decided by its texts: by jaccard, or as a copy
    symbols, align, moved                 two texts aligned: where they differ, what only moved
    intent, renamed, reasons              of what kind a difference is, and how that is said
    cluster, readable                     which of several copies stays
"""

import importlib
from typing import TYPE_CHECKING, Any

from cleaner.dedup.arrays import near_pairs, shingles, sign
from cleaner.dedup.near import parse_near
from cleaner.dedup.shingles import shingle_hash

if TYPE_CHECKING:
    from cleaner.dedup.deduplicator import Deduplicator, Duplicate
    from cleaner.dedup.index import Index
    from cleaner.dedup.stream import NearDuplicates

__all__ = [
    "Deduplicator",
    "Duplicate",
    "Index",
    "NearDuplicates",
    "near_pairs",
    "parse_near",
    "shingle_hash",
    "shingles",
    "sign",
]

# What compares texts is imported when it is asked for: a recipe wants to know what "near" means,
# and the tables of `copy` take .07 s.
_MODULES = {
    "Deduplicator": "deduplicator",
    "Duplicate": "deduplicator",
    "Index": "index",
    "NearDuplicates": "stream",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its module."""
    if name not in _MODULES:
        raise AttributeError(f"module 'cleaner.dedup' has no attribute {name!r}")
    return getattr(importlib.import_module(f"cleaner.dedup.{_MODULES[name]}"), name)
