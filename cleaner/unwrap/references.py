"""Lists of references, and notes: entries whose marks count up by one.

    [7] 马晓红. 家庭结构史稿[J]. 历史研究, 1991, 45(3):
    37-70.
    [8] 刘伯康. 行政程序研究[M]. 北京: 商务印书馆, 2006.

Marks that count up are no citations that opened a line by chance: at each an entry begins, and a
line between two of them that was full goes on in the next, colon, full stop or name as it may end.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import Line
from cleaner.unwrap.cuts import ITEM_AFTER_ITEM
from cleaner.unwrap.measure import unit_of
from cleaner.widths import median

# [12] 张三. 某书, [ 3 ]   of a spread line, 〔3〕参见…, ①同上; [0012] of a patent,
# no year.
MARK_RE = re.compile(
    r"(?:[\[［] ?([0-9]{1,3}|0[0-9]{3}) ?[\]］]|〔([0-9]{1,3})〕|([①-⑳])) {0,8}(?=[^\W_]|[“《])"
)
OPENS = frozenset("[［〔").union(map(chr, range(0x2460, 0x2474)))
# So many entries, none of more lines.
MIN_ENTRIES, MAX_ENTRY_LINES = 3, 6
# What it says that the next word had no room in a line of an entry; how ragged such lines are, em,
# and for each em of half-width letters more: no two of these are of one width.
NO_ROOM, RAGGED, RAGGED_LATIN = -4.0, 1.0, 0.15
STOPS = "。！？"
# What is not as wide may be verse, em.
MIN_EM = 16.0
# The middle one of the lines that do not end their entry, in the widest: of titles above their
# addresses it is less.
WRAPPED = 0.8


class _Entry(NamedTuple):
    """The line in which an entry begins, and its number."""

    at: int
    number: int


def with_references(lines: Sequence[Line], evidence: Sequence[float]) -> list[float]:
    """Return what speaks for a paragraph's end, with the entries of references that count up."""
    found = list(evidence)
    for run in _runs(lines):
        widest = max(line.width for line in lines[run[0].at : run[-1].at])
        inner: list[int] = []
        for one, other in pairwise(run):
            found[other.at - 1] = max(found[other.at - 1], ITEM_AFTER_ITEM)
            inner += range(one.at, other.at - 1)
        if run[0].at:
            found[run[0].at - 1] = max(found[run[0].at - 1], ITEM_AFTER_ITEM)
        if not inner or median(lines[at].width for at in inner) < max(MIN_EM, WRAPPED * widest):
            continue
        inner += _of_last(lines, run[-1].at, widest)
        if _are_fields(lines, inner):
            continue
        for at in inner:
            if _is_full(lines[at], lines[at + 1], widest):
                found[at] = min(found[at], NO_ROOM)
    return found


def _are_fields(lines: Sequence[Line], inner: Sequence[int]) -> bool:
    """Say whether below most marks the same word opens a line: 责任人：, 答：; no rest."""
    words = Counter(text[:2] for at in inner if (text := lines[at + 1].text)[0].isalpha())
    return max(words.values(), default=0) >= max(MIN_ENTRIES, len(inner) / 2)


def _is_full(line: Line, below: Line, widest: float) -> bool:
    """Say whether what stands below had no room in a line."""
    ragged = RAGGED + RAGGED_LATIN * (len(line.text) - line.width)
    return (
        line.text[-1] not in STOPS and line.width + unit_of(below, narrow=False) > widest - ragged
    )


def _of_last(lines: Sequence[Line], first: int, widest: float) -> Iterator[int]:
    """Yield the full lines of the last entry, below which no mark tells where it ends."""
    for at in range(first, min(first + MAX_ENTRY_LINES, len(lines) - 1)):
        if lines[at + 1].blanks or not _is_full(lines[at], lines[at + 1], widest):
            return
        yield at


def _runs(lines: Sequence[Line]) -> Iterator[list[_Entry]]:
    run: list[_Entry] = []
    for at, line in enumerate(lines):
        if line.text[0] not in OPENS or not (mark := MARK_RE.match(line.text)):
            continue
        number = ord(mark[3]) - 0x245F if mark[3] else int(mark[1] or mark[2])
        if run and not (number == run[-1].number + 1 and at - run[-1].at <= MAX_ENTRY_LINES):
            if len(run) >= MIN_ENTRIES:
                yield run
            run = []
        run.append(_Entry(at, number))
    if len(run) >= MIN_ENTRIES:
        yield run
