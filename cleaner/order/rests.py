"""Bring the second line of a headline back to its first, from among other headlines.

Headlines that stand side by side are given line by line, the first of each and then the second:

    全省干部教育培训规划今天印发 各县区开展轮
    假期出行需求旺盛 支线机场旅客增加
    训                                          the rest of the first

The search takes a line that goes on in the headline's turn for its rest (`queues`); where the
columns below were unclear it took it for a headline of its own, which opens another text then, or
gave it to the headline beside. So each headline is asked once more which of the next lines it goes
on in: if there is one, and that one goes on from no other line near it, it is the rest, whose own
rest may follow. Of 25 so found on 20 pages with headlines side by side 24 are rests.
"""

from collections.abc import Container, Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.late import np
from cleaner.order.follow import of_pairs, with_words
from cleaner.order.heads import NEVER
from cleaner.order.rows import Row
from cleaner.order.scores import Scores

# The rest comes so many lines behind its headline at most. The ratio that it goes on, if it looks
# like a headline and if not; by how much every other line must be behind (nats).
REACH, SURE, SURER, CLEAR = 12, 2.5, 4.0, 1.0
# What the n-grams alone say from which the words are asked: less is never as sure.
ASKED = 0.5
# A headline by these odds, without a clause. Chosen; with -1 two in nine are lost.
MIN_HEAD = -2.5
SENTENCE_MARK_RE = re.compile("[，。；]")

Pair = tuple[int, int]


def with_rests(
    rows: Sequence[Row],
    odds: Sequence[float],
    scores: Scores,
    order: Sequence[int],
    whole: Container[str],
) -> tuple[list[int], set[int]]:
    """Return the order with each rest of a headline right behind it, and the rests. Linear.

    `rows`, `odds`, `scores`: of the lines as the page gave them; `order`: their numbers; `whole`:
    headlines that have all their lines.
    """
    after = dict(pairwise(order))
    owners: dict[int, int] = {}
    rests: dict[int, int] = {}
    for head, at in _pairs(rows, odds, scores):
        if head in rests or at in owners or (odds[head] < MIN_HEAD and head not in owners):
            continue
        if rows[head].text in whole or rows[at].text in whole:
            continue
        enough = SURE if odds[at] >= MIN_HEAD else SURER
        if _is_clear(rows, scores, head, at, enough) and not _is_text(rows, scores, at):
            rests[head], owners[at] = at, head
    moved: list[int] = []
    for line in order:
        one = None if line in owners else line
        while one is not None:
            moved.append(one)
            one = rests.get(one)
    return moved, {at for at, head in owners.items() if after.get(head) != at}


def _is_clear(rows: Sequence[Row], scores: Scores, head: int, at: int, enough: float) -> bool:
    """Say whether a line goes on from a headline, the headline in no other and it from no other."""
    before = [(one, at) for one in range(max(at - REACH, 0), at) if one != head]
    behind = [(head, one) for one in range(head + 1, min(head + REACH + 1, len(rows))) if one != at]
    here, *others = _ratios(rows, scores, [(head, at), *before, *behind])
    return here >= enough and max(others) <= here - CLEAR


def _is_text(rows: Sequence[Row], scores: Scores, at: int) -> bool:
    """Say whether a line surely goes on in one that has a clause."""
    near = range(at + 1, min(at + REACH + 1, len(rows)))
    pairs = [(at, one) for one in near if SENTENCE_MARK_RE.search(rows[one].text)]
    return bool(pairs) and max(_ratios(rows, scores, pairs)) >= SURER


def _pairs(rows: Sequence[Row], odds: Sequence[float], scores: Scores) -> list[Pair]:
    """Return the lines that may be headlines, each with a line that may be its rest."""
    plain = [
        one > NEVER and not SENTENCE_MARK_RE.search(row.text)
        for one, row in zip(odds, rows, strict=True)
    ]
    pairs = [
        (head, at)
        for head in range(len(rows))
        if plain[head]
        for at in range(head + 1, min(head + REACH + 1, len(rows)))
        if plain[at] and rows[at].cells <= rows[head].cells
    ]
    if not pairs:
        return []
    before, after = np.array(pairs).T
    asked = scores.of(before, after) >= ASKED
    return [pair for pair, is_asked in zip(pairs, asked, strict=True) if is_asked]


def _ratios(rows: Sequence[Row], scores: Scores, pairs: Sequence[Pair]) -> list[float]:
    before, after = np.array(pairs).T
    return [
        with_words(float(ratio), rows[one], rows[other]) + of_pairs(rows[one], rows[other])
        for ratio, (one, other) in zip(scores.of(before, after), pairs, strict=True)
    ]
