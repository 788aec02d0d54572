"""Text that stands elsewhere in the other one: it moved, which is no difference."""

import numpy as np

from cleaner.dedup.fold import code_points
from cleaner.dedup.shingles import Hashes, shingle_hashes, shingle_set
from cleaner.dedup.symbols import Pair

# A difference of as many symbols on both sides of which as large a share of the runs of four
# stands elsewhere in the other text: moved.
MOVED_SYMBOLS = 16
MOVED_SHARE = 0.6
MOVED_RUN = 4


class Elsewhere:
    """Tells what of one text stands anywhere in the other."""

    def __init__(self, texts: Pair) -> None:
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
