"""Passages of a text in the other Chinese script.

In a simplified text a letter, a song, a chat in traditional characters; in a text of both scripts
(a third to two thirds traditional) the paragraphs that are simplified but for strays.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner import late as re
from cleaner.chars.meant import LOST, has_simplified, lists_words
from cleaner.chars.scripts import SIMPLIFIED_RE, TRADITIONAL_RE
from cleaner.layout import END, ending_of

# Lines one after the other with so many and no simplified-only one are a text of its own in the
# other script. Running Chinese has one telling character in three: some 30 characters. Verse and
# whole paragraphs are proof with fewer, if they are a sixth of it; one line without an end, which
# a column may have cut, with more.
MIN_PASSAGE, MIN_SENTENCE, MIN_LINE, MIN_DENSITY = 10, 6, 20, 1 / 6
# So many characters that could not be read: an inscription, the leaf of a book.
MIN_LOST = 2
# A paragraph of a text of both scripts is simplified with so many simplified-only characters, four
# for each traditional one, and without a sentence that has so many traditional ones alone. Chosen:
# tables of both forms have as many of each, what is quoted without marks is a sentence.
MIN_SIMPLIFIED, SIMPLIFIED_A_STRAY, MAX_SENTENCE = 5, 4, 2
SENTENCE_RE = re.compile("[^。！？；：]+")
# A simplified text with so many lines, each of so many characters, that are traditional throughout,
# and more than it has with strays, is of both scripts: headings and answers of a manual. Chosen.
MIN_LINES, MIN_WHOLE = 4, 2


class Line(NamedTuple):
    """A line with traditional characters, where it starts, and OpenCC's form of it."""

    start: int
    text: str
    wanted: str
    sure: list[int]  # where the two differ
    plain: list[int]  # those of them that are traditional only


def passages(text: str, lines: Sequence[Line], *, was_cleaned: bool) -> frozenset[int]:
    """Return where the lines start that are a passage in traditional, or of one.

    Of a text that was cleaned before a passage may be left in part: there each such line is meant;
    and so is each of a list of words.
    """
    if lists_words(text):
        return frozenset(line.start for line in lines)
    meant: set[int] = set()
    passage: list[Line] = []
    end = 0
    for line in lines:
        if SIMPLIFIED_RE.search(text, end, line.start):
            meant.update(_meant(passage, was_cleaned=was_cleaned))
            passage = []
        end = line.start + len(line.text)
        if has_simplified(line.text, len(line.plain)):
            meant.update(_meant(passage, was_cleaned=was_cleaned))
            passage = []
        else:
            passage.append(line)
    meant.update(_meant(passage, was_cleaned=was_cleaned))
    strange = [one for one in lines if one.plain and not has_simplified(one.text, len(one.plain))]
    whole = sum(1 for line in strange if len(line.plain) >= MIN_WHOLE)
    mixed = sum(1 for line in lines if line.plain) - len(strange)
    if whole >= max(MIN_LINES, mixed + 1):
        meant.update(line.start for line in strange)
    return frozenset(meant)


def _meant(passage: Sequence[Line], *, was_cleaned: bool) -> Iterator[int]:
    """Yield where the lines of a passage start, if it is one; else those that prove themselves."""
    ended = [line for line in passage if ending_of(line.text.strip()) == END]
    telling = sum(len(line.plain) for line in passage)
    lost = sum(line.text.count(LOST) for line in passage)
    is_dense = telling >= MIN_DENSITY * (sum(len(line.text) for line in passage) - lost)
    several = len(passage) > 1 and telling >= (MIN_SENTENCE if is_dense else MIN_PASSAGE)
    if (
        was_cleaned
        or several
        or lost >= MIN_LOST
        or telling >= (MIN_PASSAGE if ended else MIN_LINE)
    ):
        yield from (line.start for line in passage)
        return
    for line in ended:
        if len(line.plain) >= max(MIN_SENTENCE, MIN_DENSITY * len(line.text)):
            yield line.start


def is_simplified_passage(line: str) -> bool:
    """Say whether a paragraph of a text of both scripts is simplified but for strays."""
    simplified = len(SIMPLIFIED_RE.findall(line))
    strays = len(TRADITIONAL_RE.findall(line))
    if simplified < max(MIN_SIMPLIFIED, SIMPLIFIED_A_STRAY * strays):
        return False
    return all(
        SIMPLIFIED_RE.search(one) or len(TRADITIONAL_RE.findall(one)) <= MAX_SENTENCE
        for one in SENTENCE_RE.findall(line)
    )
