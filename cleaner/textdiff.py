"""What tells two texts apart, as parts of an excerpt: two copies, a text of two runs."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import Levenshtein

from cleaner.excerpt import GAP, LONGEST, NEW, OLD, SAME, Part
from cleaner.visible import clipped

# Characters shown of what stays, at either side of a change; chosen.
KEPT = 40
# Longer stretches are not aligned by characters, more lines not by lines: the table that it needs
# has a bit a pair, 3 MB and 12 MB here.
MAX_CHARS, MAX_LINES = 5_000, 10_000
# What stays between two changes and is no longer than this is shown as changed with them: a
# letter that two words share by chance is no landmark.
CHANCE = 1
# Characters shown of one change, four times what an edit gets: whole sentences differ. Chosen.
LONGEST_CHANGE = 4 * LONGEST


def compared(old: str, new: str, kept: int = KEPT) -> tuple[Part, ...]:
    """Return what tells two texts apart, with `kept` characters of what stays at each side of it.

    Lines are aligned first, then the characters of lines that differ. Stretches that are too long
    for that are shown as taken out and put in whole.
    """
    return tuple(_with_gaps(list(_merged(_aligned(old, new))), kept))


def _aligned(old: str, new: str) -> Iterator[Part]:
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    yield Part(SAME, old[:head])
    before, after = old[head : len(old) - tail], new[head : len(new) - tail]
    if max(len(before), len(after)) <= MAX_CHARS:
        yield from _by_characters(before, after)
    else:
        yield from _by_lines(before, after)
    yield Part(SAME, old[len(old) - tail :])


def _common(a: str, b: str) -> int:
    """Return how many characters two texts have in common at their start."""
    low, high = 0, min(len(a), len(b))
    while low < high:  # halving: comparing slices is quick, characters one by one are not
        middle = (low + high + 1) // 2
        if a[low:middle] == b[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _by_lines(old: str, new: str) -> Iterator[Part]:
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    if max(len(before), len(after)) > MAX_LINES:
        yield from (Part(OLD, old), Part(NEW, new))
        return
    for tag, a, b, c, d in _opcodes(before, after):
        left, right = "".join(before[a:b]), "".join(after[c:d])
        if tag == "equal":
            yield Part(SAME, left)
        elif max(len(left), len(right)) <= MAX_CHARS:
            yield from _by_characters(left, right)
        else:
            yield from (Part(OLD, left), Part(NEW, right))


def _by_characters(old: str, new: str) -> Iterator[Part]:
    for tag, a, b, c, d in _opcodes(old, new):
        if tag == "equal":
            yield Part(SAME, old[a:b])
        else:
            yield from (Part(OLD, old[a:b]), Part(NEW, new[c:d]))


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[str, int, int, int, int]]:
    for one in Levenshtein.opcodes(old, new):
        yield one.tag, one.src_start, one.src_end, one.dest_start, one.dest_end


def _merged(parts: Iterable[Part]) -> Iterator[Part]:
    """Yield parts with changes that touch, or nearly do, as one."""
    old, new = [""], [""]
    waiting = ""  # what stays behind a change, too short to part it from the next
    for is_same, group in groupby(
        (part for part in parts if part.text), lambda part: part.kind == SAME
    ):
        if is_same:
            text = "".join(part.text for part in group)
            if len(text) <= CHANCE and len(old) + len(new) > 2:
                waiting = text
                continue
            yield from _both(old, new)
            old, new, waiting = [""], [""], ""
            yield Part(SAME, text)
            continue
        if waiting:
            old.append(waiting)
            new.append(waiting)
            waiting = ""
        for part in group:
            (old if part.kind == OLD else new).append(part.text)
    yield from _both(old, new)
    if waiting:
        yield Part(SAME, waiting)


def _both(old: list[str], new: list[str]) -> Iterator[Part]:
    for kind, texts in ((OLD, old), (NEW, new)):
        if text := "".join(texts):
            yield Part(kind, clipped(text, LONGEST_CHANGE))


def _with_gaps(parts: Sequence[Part], kept: int) -> Iterator[Part]:
    for number, (kind, text) in enumerate(parts):
        head = kept if number else 0
        tail = kept if number + 1 < len(parts) else 0
        left_out = len(text) - head - tail
        if kind != SAME or left_out <= kept:
            yield Part(kind, text)
            continue
        if head:
            yield Part(SAME, text[:head])
        yield Part(GAP, f"{left_out:,}")
        if tail:
            yield Part(SAME, text[-tail:])
