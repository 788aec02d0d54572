"""How well one line goes on in another: character n-grams across the cut.

Two lines X and Y stand one behind the other in the text if the characters at the cut are ones
that stand behind each other in Chinese. The measure is a log-likelihood ratio of the first three
characters of Y, with and without the end of X before them:

    M = sum of log P(c | the three before it, across the cut) - log P(c | those of Y only)

P is a count over a table of 1- to 4-grams with stupid backoff (Brants et al. 2007), which beat an
interpolated model here. What M is worth depends on how X ends: behind a full stop any line may
follow, inside a clause few can. So M is calibrated by the class of X's last character against
pairs known to be true and false (scripts/fit_ngram.py fits the table below): the result is a
log-likelihood ratio in nats, 0 where nothing is known.

The table is the one shipped or a user's own (`cleaner.model`; `count` makes it of texts), with
counts under 2 left out. To it come the document's own lines, which know its names. A key is a
32-bit hash of the n-gram, so a table of n entries takes 5n bytes; two n-grams share a key in one
look-up of 10,000, which moves one M in a great many by a little.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, TypeAlias

from cleaner.late import NDArray, np
from cleaner.layout import CLOSE, COLON, COMMA, END

Codes: TypeAlias = "NDArray[np.uint64]"
Floats: TypeAlias = "NDArray[np.float64]"
Flags: TypeAlias = "NDArray[np.bool_]"
Numbers: TypeAlias = "NDArray[np.intp]"

# Digits are one character (which number follows is not known), quotes of all shapes are one.
FOLD = {**dict.fromkeys("123456789", "0"), **dict.fromkeys("“”„‟〝〞‘’'", '"'), "〇": "零"}

# What NFKC makes of the commonest characters that it changes. Text that it need not change costs
# it next to nothing, other text 150 ns a character.
WIDE = "，：；！？（）％…．０１２３４５６７８９\N{IDEOGRAPHIC SPACE}"
NARROW = {char: unicodedata.normalize("NFKC", char) for char in WIDE}

# Backoff factor of Brants et al. 2007, "Large language models in machine translation".
BACKOFF = 0.4

# How often the document's own n-gram counts; chosen in the study of reading order (1 to 12 alike).
OWN_WEIGHT = 6.0

# An odd multiplier with well mixed bits (the golden ratio, Knuth): key = (packed * it) >> 32.
MIX = 0x9E3779B97F4A7C15

# Counts are kept as round(8 log2 count) in a byte: 9 % steps up to 2^31.
STEP = 8.0

# The n-grams across a cut x0 x1 x2 | y0 y1 y2: how many characters of each are x, how many y. Of
# those of each length (n-grams of 2, 3, 4) the last characters are the first of y.
ACROSS = ((1, 1), (2, 1), (1, 2), (3, 1), (2, 2), (1, 3))
LENGTHS = (slice(0, 1), slice(1, 3), slice(3, 6))
# Slots for each key, at least, of a table and of a document's own n-grams; up to twice as many.
ROOM = 2.0
# Pairs looked up, characters counted at once: enough that the calls cost nothing, few enough to
# stay in the cache.
BATCH = 8_000

# Where M is read off, and the log-likelihood ratio there, for the classes of X's last character.
# Fitted by `scripts/fit_ngram.py` on the shipped text wrapped into columns, counts from the
# other half of the text; made monotone. News from two other sources gives the same within .4.
M_AT = (-8.0, -6.0, -4.5, -3.5, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 7.0, 9.0, 11.0)
LLR_AT = (
    # behind the end of a sentence
    (-3.1, -2.1, -1.0, -0.2, 0.5, 1.1, 1.4, 1.6, 1.6, 1.7, 2.2, 2.2, 3.3, 3.6, 5.2, 5.2),
    # behind a comma, a colon, a closing mark
    (-3.7, -1.9, -1.1, -0.2, 0.3, 0.8, 1.2, 1.3, 1.4, 1.9, 2.2, 2.7, 3.7, 4.3, 6.0, 6.0),
    # inside a clause
    (-3.6, -1.9, -1.4, -0.6, -0.2, 0.6, 1.2, 1.8, 2.5, 3.1, 3.6, 4.2, 4.7, 5.5, 6.6, 6.6),
)
CLASSES = {END: 0, COMMA: 1, COLON: 1, CLOSE: 1}
INSIDE = 2


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Counts of 1- to 4-grams: sorted keys (n,) uint32, counts (n,) uint8 on a log scale.

    Key 0 has the number of characters counted.
    """

    keys: NDArray[np.uint32]
    logs: NDArray[np.uint8]


class Slots(NamedTuple):
    """Where to find keys without a search: each stands in the slot of its first bits or behind.

    They stand in order, so a key is not there if a greater one, or nothing, is met first. `keys`
    (slots,): 0 for an empty slot; `values` (slots,): what is kept of a slot's key.
    """

    keys: NDArray[np.uint32]
    values: NDArray[Any]
    shift: int


class Counts(NamedTuple):
    """A table, a document's own n-grams with their counts, and the number of characters of both."""

    table: Table
    own: Slots
    total: float


class Ends(NamedTuple):
    """The first and the last three characters of lines, as what is asked of a cut.

    `heads`, `tails` (6, n): the parts of the n-grams of ACROSS that a line has, at their place, 0
    where it is too short. `in_tails` (3, n): how often its last, last two, last three characters
    were seen. `starts` (3, n): how likely the first three are by themselves, each behind those
    before it; 1 for none. `alone` (n,): the log-probability of all three.
    """

    heads: Codes
    tails: Codes
    in_tails: Floats
    starts: Floats
    alone: Floats

    def moved(self, order: Sequence[int]) -> Ends:
        """Return the ends of the same lines in another order, or of some of them."""
        at = np.array(order, np.intp)
        return Ends(
            self.heads[:, at],
            self.tails[:, at],
            self.in_tails[:, at],
            self.starts[:, at],
            self.alone[at],
        )


def fold(text: str) -> str:
    """Return the text as the table sees it: no space, no widths, one digit, one quote."""
    return "".join(_folded(text).split())


def fold_all(lines: Sequence[str]) -> list[str]:
    """Return lines folded: the same as each by itself, several times as fast."""
    if any("\n" in line for line in lines):
        return [fold(line) for line in lines]
    found = _folded("\n".join(lines)).replace(" ", "").split("\n") if lines else []
    # Other white space is rare in folded text; to search for it takes ten times as long.
    whole = "".join(found)
    is_bare = "".join(whole.split()) == whole
    return found if is_bare else ["".join(line.split()) for line in found]


def _folded(text: str) -> str:
    return _replaced(unicodedata.normalize("NFKC", _replaced(text, NARROW)).lower(), FOLD)


def _replaced(text: str, chars: Mapping[str, str]) -> str:
    # Not str.translate, which looks up each character of the text: 20 times as slow.
    for char, to in chars.items():
        if char in text:
            text = text.replace(char, to)
    return text


def with_own(table: Table, lines: Sequence[str]) -> Counts:
    """Return the table with the n-grams of a document's lines (folded)."""
    keys, counts = count(lines)
    base = float(counts_of(table.logs[:1])[0])
    slots = _slots(keys, OWN_WEIGHT * counts)
    return Counts(table, slots, base + OWN_WEIGHT * sum(map(len, lines)))


def continuations(counts: Counts, ends: Ends, before: Numbers, after: Numbers) -> Floats:
    """Return M for pairs of lines: how much the start of one goes on from another's end.

    `before` and `after` are indices of lines, of one shape (pairs,).
    """
    parts = [
        _continuations(counts, ends, before[at : at + BATCH], after[at : at + BATCH])
        for at in range(0, max(len(before), 1), BATCH)
    ]
    return np.concatenate(parts) if len(parts) != 1 else parts[0]


def _continuations(counts: Counts, ends: Ends, before: Numbers, after: Numbers) -> Floats:
    tails = ends.tails[:, before], ends.in_tails[:, before]
    return _behind(counts, *tails, ends.heads[:, after], ends.starts[:, after]) - ends.alone[after]


def ratios(counts: Counts, ends: Ends, classes: Numbers, before: Numbers, after: Numbers) -> Floats:
    """Return M for pairs of lines as log-likelihood ratios; `classes`: how each line ends."""
    scores, known = continuations(counts, ends, before, after), classes[before]
    found = np.zeros(len(scores))
    for number, values in enumerate(LLR_AT):
        mine = (known == number).nonzero()[0]
        if len(mine):
            found[mine] = np.interp(scores[mine], M_AT, values)
    return found


def pair_ratios(counts: Counts, lines: Sequence[str], endings: Iterable[str]) -> Floats:
    """Return the ratios of each second line (folded) and the one before it; how these end."""
    before, classes = np.arange(0, len(lines), 2), classes_of(endings).repeat(2)
    return ratios(counts, ends_of(counts, lines), classes, before, before + 1)


def behind_stops(counts: Counts, ends: Ends) -> Floats:
    """Return M for each line as if the end of a sentence stood before it: does it start one."""
    stop = ends_of(counts, ("。",)).moved([0] * len(ends.alone))
    return _behind(counts, stop.tails, stop.in_tails, ends.heads, ends.starts) - ends.alone


def _behind(counts: Counts, tails: Codes, in_tails: Floats, heads: Codes, starts: Floats) -> Floats:
    """Return the log-probability of three characters behind three others; as in `Ends`.

    P(a character | up to three before it) with stupid backoff.
    """
    whole = (tails != 0) & (heads != 0)
    seen = _lookup(counts, (tails | heads) * whole)
    first, second, third = in_tails
    shorter = np.array([first, second, seen[0], third, seen[1], seen[2]])
    relative, known = _relative(seen, shorter)
    less = np.where(whole, BACKOFF, 1.0)
    likely = starts.copy()
    for some, mine in enumerate(LENGTHS, 1):
        likely[:some] = np.where(known[mine], relative[mine], less[mine] * likely[:some])
    found: Floats = np.log(likely).sum(axis=0)
    return found


def _relative(joint: Floats, base: Floats) -> tuple[Floats, Flags]:
    """Return how likely characters are behind others, and of which that is known.

    `joint`: how often an n-gram was seen, `base`: without its last character.
    """
    most = np.maximum(np.maximum(base, joint), 1.0)  # counts under 2 were left out of both
    return joint / most, (joint > 0) & (base > 0)


def classes_of(endings: Iterable[str]) -> Numbers:
    """Return the classes of lines by how they end (`layout.ending_of`)."""
    return np.array([CLASSES.get(ending, INSIDE) for ending in endings], np.intp)


def ends_of(counts: Counts, lines: Sequence[str]) -> Ends:
    """Return the ends of lines (folded)."""
    first = codes("".join(line[:3].ljust(3, "\0") for line in lines)).reshape(-1, 3).T
    last = codes("".join(line[-3:].rjust(3, "\0") for line in lines)).reshape(-1, 3).T
    heads = [_packed(first[:size]) for size in (1, 2, 3)]
    tails = [_packed(last[-size:]) for size in (1, 2, 3)]
    inner = [first[1], first[2], _packed(first[1:])]
    seen = _lookup(counts, np.array([*heads, *inner, *tails]))
    y0, y01, y012, y1, y2, y12 = seen[:6]
    starts = np.maximum([y0, y1, y2], 0.5) / counts.total
    relative, known = _relative(np.array([y01, y12, y012]), np.array([y0, y1, y01]))
    less = np.where([heads[0] != 0, inner[0] != 0, heads[1] != 0], BACKOFF, 1.0)
    starts[1:] = np.where(known[:2], relative[:2], less[:2] * starts[1:])
    starts[2] = np.where(known[2], relative[2], less[2] * starts[2])
    starts[first == 0] = 1.0
    return Ends(
        np.array([heads[more - 1] for _, more in ACROSS]),
        np.array([tails[some - 1] << np.uint64(16 * more) for some, more in ACROSS]),
        seen[-3:],
        starts,
        np.log(starts).sum(axis=0),
    )


def _packed(chars: Codes) -> Codes:
    """Return n-grams of characters, (order, n), 16 bits each; 0 where one is missing."""
    found: Codes = chars[0].copy()
    for char in chars[1:]:
        found = (found << np.uint64(16)) | char
    found[(chars == 0).any(axis=0)] = 0
    return found


@lru_cache(maxsize=1)
def of_lines(lines: tuple[str, ...], table: Table) -> tuple[Counts, Ends]:
    """Return the counts with a document's own lines (as they stand), and the ends; one is kept."""
    folded, counts = own_of(lines, table)
    return counts, ends_of(counts, folded)


@lru_cache(maxsize=1)
def own_of(lines: tuple[str, ...], table: Table) -> tuple[list[str], Counts]:
    """Return a document's own lines folded, and the table with their counts; one is kept."""
    folded = fold_all(lines)
    return folded, with_own(table, folded)


def background(packed: Codes, table: Table) -> Floats:
    """Return how often a table has seen n-grams; 16 bits a character, the last lowest."""
    logs, found = _found(_slots_of(table), hashed(packed))
    return np.where(found, counts_of(logs), 0.0)


def codes(text: str) -> Codes:
    """Return the code points, folded to 16 bits."""
    points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    return (points & np.uint32(0xFFFF)).astype(np.uint64)


def hashed(packed: Codes) -> NDArray[np.uint32]:
    """Return the key of packed n-grams: 16 bits a character, the last lowest."""
    return ((packed * MIX) >> np.uint64(32)).astype(np.uint32)


def counts_of(logs: NDArray[np.uint8]) -> Floats:
    """Return the counts that are kept as these bytes."""
    found: Floats = _counts()[logs]
    return found


@lru_cache(maxsize=1)
def _counts() -> Floats:
    found: Floats = np.exp2(np.arange(256) / STEP)
    return found


def count(lines: Sequence[str]) -> tuple[NDArray[np.uint32], Floats]:
    """Return the keys of all 1- to 4-grams in lines (folded), sorted, and their counts.

    Key 0 holds the number of characters: it belongs to no n-gram, as none is packed to 0.
    """
    chars = codes("\0".join(lines))
    parts = [_keys(chars[at : at + BATCH + 3], BATCH) for at in range(0, len(chars), BATCH)]
    every = np.concatenate([np.zeros(1, np.uint32), *parts])
    every.sort()
    first = np.flatnonzero(np.append(True, every[1:] != every[:-1]))
    counts = np.diff(first, append=len(every)).astype(float)
    counts[0] = np.count_nonzero(chars)
    return every[first], counts


def _keys(chars: Codes, starts: int) -> NDArray[np.uint32]:
    """Return the keys of the n-grams that begin at the first `starts` characters."""
    found = []
    packed = np.zeros(len(chars), np.uint64)
    for order in range(4):
        # packed[i]: the n-gram that starts at i, 0 where a line's end is in it.
        packed = packed[: max(len(chars) - order, 0)]
        last = chars[order:]
        whole = (last != 0) & ((packed != 0) | (order == 0))
        packed = np.where(whole, (packed << np.uint64(16)) | last, np.uint64(0))
        found.append(hashed(packed[:starts][whole[:starts]]))
    return np.concatenate(found)


def _lookup(counts: Counts, packed: Codes) -> Floats:
    """Return the counts of packed n-grams; 0 for what was not seen and for n-grams packed to 0."""
    wanted = hashed(packed).ravel()
    logs, found = _found(_slots_of(counts.table), wanted)
    result = np.where(found, counts_of(logs), 0.0)
    own, found = _found(counts.own, wanted)
    result += np.where(found, own, 0.0)
    return result.reshape(packed.shape)


@lru_cache(maxsize=4)
def _slots_of(table: Table) -> Slots:
    return _slots(table.keys, table.logs)


def _slots(keys: NDArray[np.uint32], values: NDArray[Any]) -> Slots:
    """Return the slots of sorted keys, ROOM for each and more; key 0 has none."""
    first = int(len(keys) > 0 and keys[0] == 0)
    bits = max(int(ROOM * len(keys)).bit_length(), 1)
    shift = 32 - bits
    number = np.arange(len(keys) - first)
    at = number + np.maximum.accumulate((keys[first:] >> shift).astype(np.intp) - number)
    # One more at the end, empty.
    size = max((1 << bits), int(at[-1]) + 1 if len(at) else 0) + 1
    found = Slots(np.zeros(size, np.uint32), np.zeros(size, values.dtype), shift)
    found.keys[at], found.values[at] = keys[first:], values[first:]
    return found


def _found(slots: Slots, wanted: NDArray[np.uint32]) -> tuple[NDArray[Any], Flags]:
    """Return what is kept of keys, and which are there at all."""
    at = (wanted >> slots.shift).astype(np.intp)
    seen = slots.keys[at]
    asked = ((seen < wanted) & (seen != 0)).nonzero()[0]
    while len(asked):
        at[asked] += 1
        next_ = seen[asked] = slots.keys[at[asked]]
        asked = asked[(next_ < wanted[asked]) & (next_ != 0)]
    return slots.values[at], (seen == wanted) & (wanted != 0)
