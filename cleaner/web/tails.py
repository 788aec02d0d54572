"""Find what is left of the frame below the last paragraph of a page that was trimmed.

What follows the text is a heading of links, tags, a disclaimer; only lines go that are labels by
themselves, and what stands among them.
"""

from collections.abc import Sequence
from itertools import takewhile

from cleaner.web import labels
from cleaner.web.block import is_barrier
from cleaner.web.edges import is_issuer
from cleaner.web.ends import SITES
from cleaner.web.page import WebLine
from cleaner.web.trimmed import TOOL_CHARS, Proof

# A tail is the site's when it has so many labels, and this share of its lines are labels.
TAIL_LABELS, TAIL_SHARE, TAIL_REACH = 2, 0.3, 8
LAST_LABELS = frozenset({labels.COMMENT, labels.LEGAL, labels.LINKS, labels.NEXT, labels.TAGS})


def tail(lines: Sequence[WebLine], last_good: int, shown: Proof) -> list[int]:
    """Return the lines below the last paragraph that are the site's.

    Where the head has proven a page, one label below the last sentence is enough.
    """
    start = min(tail_start(lines, last_good), shown.foot.start)
    if shown.stamp < 0:
        return list(range(start, len(lines)))
    start = min(start, max(shown.tail, last_good + 1))
    names = lines[: shown.stamp + 1]
    while start - 1 > last_good and _is_named_in(lines[start - 1], names):
        start -= 1  # the account's name, which stands above the text too
    facts = (labels.CREDIT, labels.META, labels.NAV)
    loose = [
        i
        for i in range(last_good + 1, start)
        if lines[i].label in facts and not labels.picture_credit(lines[i].line.text)
    ]
    return [*loose, *range(start, len(lines))]


def _is_named_in(line: WebLine, above: Sequence[WebLine]) -> bool:
    """Say whether a short line stands in one of the head's too, and is no signature."""
    text = line.line.text
    if len(text) < TOOL_CHARS or line.end or line.day or is_issuer(line):
        return False
    return any(text in x.line.text for x in above)


def tail_start(lines: Sequence[WebLine], last_good: int) -> int:
    """Return where a tail of labels begins, or the number of lines."""
    end = len(lines)
    for i in range(last_good + 1, min(last_good + 1 + TAIL_REACH, end)):
        if is_barrier(lines[i]):
            above = reversed(range(last_good + 1, i))
            start = i - sum(1 for _ in takewhile(lambda k: lines[k].label != "", above))
            first = next(
                k for k in range(last_good + 1, i + 1) if lines[k].label in SITES or k == i
            )
            if first < start and not any(line.end for line in lines[first:start]):
                start = first  # a call, names that no table knows, a heading of links
            return start if _labels_prevail(lines, start, i) else end
    return end


def _labels_prevail(lines: Sequence[WebLine], start: int, barrier: int) -> bool:
    """Say whether enough of what begins at `start` is labels to be the site's."""
    rest = lines[start:]
    count = sum(1 for line in rest if line.label or line.teaser)
    cuts = sum(1 for line in rest if line.cut and not line.teaser)
    # A tag line or a disclaimer that is all there is needs no second label.
    alone = barrier == len(lines) - 1 and lines[barrier].label in LAST_LABELS
    if (count < TAIL_LABELS and not alone) or count < TAIL_SHARE * len(rest):
        return False
    short = sum(line.chars for line in rest) < sum(line.chars for line in lines[:start])
    return short or 2 * (count + cuts) >= len(rest)
