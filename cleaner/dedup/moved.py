"""Text that stands elsewhere in the other one: it moved, which is no difference.

A stretch or two that moved is known by looking for it in the other text (`Elsewhere`). Where much
did (paragraphs in another order, two columns read row by row) there is no alignment to speak of:
the second text is put into the order of the first (`in_order`) and aligned again.
"""

from itertools import pairwise

import numpy as np

from cleaner.dedup.align import shared_runs
from cleaner.dedup.fold import code_points
from cleaner.dedup.shingles import Hashes, shingle_hashes, shingle_set
from cleaner.dedup.symbols import Pair

# A difference of as many symbols on both sides of which as large a share of the runs of four
# stands elsewhere in the other text: moved.
MOVED_SYMBOLS = 16
MOVED_SHARE = 0.6
MOVED_RUN = 4
# ... where so much moved that the texts were put in one order: lines of a dialogue did, too.
MOVED_PIECE = 6

# Symbols of the runs that blocks of two texts in another order are made of, the least of a block,
# and by how many the texts may drift apart from one run to the next: letters lost or put in.
# A run alone is no block: from 8 symbols spared falls from .991 to .982, from 9 to 16 it does not.
BLOCK_RUN = 8
BLOCK_SYMBOLS = 10
BLOCK_SLACK = 3


class Elsewhere:
    """Tells what of one text stands anywhere in the other; `least`: symbols worth asking."""

    def __init__(self, texts: Pair, least: int = MOVED_SYMBOLS) -> None:
        self.least = least
        self._texts = (texts.first, texts.second)
        self._runs: list[Hashes | None] = [None, None]

    def has(self, part: str, side: int) -> bool:
        """Tell whether most of the part stands in the text of the other side."""
        known = self._runs[1 - side]
        if known is None:
            text = code_points(self._texts[1 - side])
            known = self._runs[1 - side] = shingle_set(text, MOVED_RUN)
        runs = shingle_hashes(code_points(part), MOVED_RUN)
        if not len(known):
            return not len(runs)
        found = known.take(np.searchsorted(known, runs), mode="clip") == runs
        return int(np.count_nonzero(found)) >= MOVED_SHARE * len(runs)


def in_order(texts: Pair) -> Pair | None:
    """Return the pair with the second text in the order of the first; None where it is in it.

    Runs that occur once in both make blocks, in which both texts go on side by side. The second
    is cut where its blocks begin; what stands before the first of them stays there. Lists are
    left alone.
    """
    if texts.are_lists:
        return None
    others = list(dict.fromkeys(other for _, other in _blocks(texts.first, texts.second)))
    cuts = sorted(others)
    if others == cuts:
        return None
    end_of = dict(pairwise([*cuts, len(texts.second)]))
    parts = (texts.second[other : end_of[other]] for other in others)
    return texts._replace(second="".join((texts.second[: cuts[0]], *parts)))


def _blocks(first: str, second: str) -> list[tuple[int, int]]:
    """Return where the blocks begin that are long enough to have moved, in the first's order."""
    blocks: list[tuple[int, int]] = []
    head = last = (0, 0)
    for place, other in [*shared_runs(first, second, BLOCK_RUN), (len(first), -1)]:
        step, other_step = place - last[0], other - last[1]
        if not (other_step > 0 and abs(step - other_step) <= BLOCK_SLACK):
            if last[0] + BLOCK_RUN - head[0] >= BLOCK_SYMBOLS:
                blocks.append(_from_its_start(first, second, head))
            head = place, other
        last = place, other
    return blocks


def _from_its_start(first: str, second: str, block: tuple[int, int]) -> tuple[int, int]:
    """Return where a block begins, with what is equal before its first run."""
    place, other = block
    back = 0
    while back < min(place, other, MOVED_SYMBOLS) and (
        first[place - 1 - back] == second[other - 1 - back]
    ):
        back += 1
    return place - back, other - back
