"""Bring the second line of a headline back to its first, from among other headlines.

Headlines that stand side by side are given line by line, the first of each and then the second:

    全省干部教育培训规划今天印发 各县区开展轮
    假期出行需求旺盛 支线机场旅客增加
    训                                          the rest of the first

The search takes a line that goes on in the headline's turn for its rest (`queues`); where the
columns below were unclear it took it for a headline of its own, which opens another text then. So
a line that completes a word of a headline right above it on the page, and goes on from nothing
else, is asked for once more. Of 18 so found on 134 pages all are rests; of five that complete no
word, two.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.late import np
from cleaner.lexicon import cuts_word
from cleaner.order.follow import with_words
from cleaner.order.heads import NEVER
from cleaner.order.rows import Row
from cleaner.order.scores import Scores

# The rest comes so many lines behind its headline at most. The ratio that it goes on, if it looks
# like a headline and if not; that it goes on from the lines that it stands between, or that what
# the headline stands over now does, at most (nats).
REACH, SURE, SURER, ELSEWHERE = 12, 2.0, 4.5, 0.5
# What the n-grams alone say from which the words are asked: less is never as sure.
ASKED = 0.5
# A headline by these odds, without a clause. Chosen; with -1 two in nine are lost.
MIN_HEAD = -2.5
SENTENCE_MARK_RE = re.compile("[，。；]")

Pair = tuple[int, int]


def with_rests(
    rows: Sequence[Row], odds: Sequence[float], scores: Scores, order: Sequence[int]
) -> tuple[list[int], set[int]]:
    """Return the order with each rest of a headline right behind it, and the rests. Linear.

    `rows`, `odds`, `scores`: of the lines as the page gave them; `order`: their numbers.
    """
    found = list(order)
    place = {at: number for number, at in enumerate(found)}
    last = len(found) - 1
    sure: dict[int, tuple[float, int]] = {}
    for head, at in _pairs(rows, odds, scores):
        beside = (
            (found[max(place[at] - 1, 0)], at),
            (at, found[min(place[at] + 1, last)]),
            (head, found[min(place[head] + 1, last)]),
        )
        if beside[2] == (head, at) or not cuts_word(rows[head].text, rows[at].text):
            continue
        here, *others = _ratios(rows, scores, ((head, at), *beside))
        enough = SURE if odds[at] >= MIN_HEAD else SURER
        if here >= enough and max(others) <= ELSEWHERE:
            sure[head] = max(sure.get(head, (here, at)), (here, at))
    # A rest that two headlines claim is the later one's; a rest may have one itself.
    owners = {at: head for head, (_, at) in sorted(sure.items())}
    rests = {head: at for at, head in owners.items()}
    moved: list[int] = []
    for line in found:
        one = None if line in owners else line
        while one is not None:
            moved.append(one)
            one = rests.get(one)
    return moved, set(owners)


def _pairs(rows: Sequence[Row], odds: Sequence[float], scores: Scores) -> list[Pair]:
    """Return the lines that may be headlines, each with a line that may be its rest."""
    plain = [
        one > NEVER and not SENTENCE_MARK_RE.search(row.text)
        for one, row in zip(odds, rows, strict=True)
    ]
    pairs = [
        (head, at)
        for head in range(len(rows))
        if odds[head] >= MIN_HEAD and plain[head]
        for at in range(head + 2, min(head + REACH + 1, len(rows)))
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
        with_words(float(ratio), rows[one], rows[other])
        for ratio, (one, other) in zip(scores.of(before, after), pairs, strict=True)
    ]
