"""Tell whether one text is the other under another name: CSng for CLng, M49 Pro for M49.

The pages of two functions, of two models, the manuals of two commands may differ in nothing but
the name, a letter of it even, while a text of many hundred letters bears a word put for another
(`copy`). But a name stands in more than one place, and another one stands in all of them. No
misreading does that, nor an editor's pen, but for spelling, and that only in words of English.
"""

from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import NamedTuple

from rapidfuzz.distance import Levenshtein

from cleaner import late as re

# Addresses, tags and entities name the site that prints a text, not what it is about.
ADDRESS_OR_TAG_RE = re.compile(r"(?:https?://|www\.|@)[!-~]{0,300}|<[^<>\n]{0,300}>|&\w{2,8};")
# In a Chinese text a name is all Latin words in a row; in others each word may be one.
WORD_RE = re.compile(r"[A-Za-z0-9]+")
WORDS_RE = re.compile(r"[A-Za-z0-9]+(?:[ .+_-][A-Za-z0-9]+)*")
JOINT_RE = re.compile("[ .+_-]")
HAN_RE = re.compile("[\u4e00-\u9fff]+")
HAN_SHARE = 4  # one letter of so many
NO_LETTER_RE = re.compile(r"\W")
# What is taken for one another: AI, Al; GSM, G5M; Modern, Modem; McDonald, MeDonald; cm, crn.
LOOKS_ALIKE = str.maketrans("il0e58", "11ocsb")
LOOK_ALIKE_PAIRS = (("rn", "m"), ("c1", "d"), ("vv", "w"))

LONGEST = 40  # of a name
LEAST = 2  # places where it stands
BESIDE = 3  # letters on each side by which a place is known, and so many characters round them
BESIDE_CHARS = 8
# How like one another two words of English may be: color, colour are one.
ALIKE = 0.6
# Names that one of the texts has and the other has not; where there are more, it is another text.
MANY = 50
# Differences that a place where the name stands may have, letters apart: in a page misread all
# over a name is misread twice alike.
NOISE = 3


Words = Mapping[str, int]  # how often each stands in a text


class Name(NamedTuple):
    """A Latin word: what stands beside it at each place, and whether it may be a word of English.

    The places are (letters before, letters behind).
    """

    places: list[tuple[str, str]]
    is_word: bool


def words_of(text: str) -> Counter[str]:
    """Return how often each Latin word stands in a text."""
    text = ADDRESS_OR_TAG_RE.sub(" ", text)
    return Counter(_pattern(text).findall(text))


def renamed(first: Words, second: Words, noise: int, texts: Callable[[], tuple[str, str]]) -> bool:
    """Tell whether a name of the first text stands as another one in the second, everywhere.

    `noise`: the small differences and replaced runs of the two. `texts`: reads them, where their
    words alone do not decide.
    """
    own, others = _own(first, second), _own(second, first)
    most = min(max(own.values(), default=0), max(others.values(), default=0))
    if not most or noise > NOISE * (most + 1) or max(len(own), len(others)) > MANY:
        return False
    mine, theirs = map(_names, texts(), (own, others))
    return any(
        len(name.places) == len(other.places)
        and letters not in theirs
        and noise <= NOISE * (len(name.places) + 1)
        and 2 * sum(map(tuple.__eq__, name.places, other.places)) > len(name.places)
        and not (
            (name.is_word or other.is_word)
            and Levenshtein.normalized_similarity(letters, other_letters) >= ALIKE
        )
        for letters, name in mine.items()
        for other_letters, other in theirs.items()
    )


def _own(mine: Words, theirs: Words) -> dict[str, int]:
    """Return what only the first text has, in places enough, and in how many."""
    return {
        word: count
        for word, count in mine.items()
        if count >= LEAST and word not in theirs and len(word) <= LONGEST and not word.isdigit()
    }


def _pattern(text: str) -> re.Pattern[str]:
    """Return what a name is in a text."""
    is_chinese = sum(map(len, HAN_RE.findall(text))) * HAN_SHARE > len(text)
    return WORDS_RE if is_chinese else WORD_RE


def _names(text: str, asked: Collection[str]) -> dict[str, Name]:
    """Return the names that are asked for, by their letters."""
    text = ADDRESS_OR_TAG_RE.sub(" ", text)
    pattern = _pattern(text)
    found: dict[str, Name] = {}
    for word in pattern.finditer(text):
        if word[0] not in asked:
            continue
        start, end = word.span()
        letters = JOINT_RE.sub("", word[0])
        before = NO_LETTER_RE.sub("", text[max(0, start - BESIDE_CHARS) : start])[-BESIDE:]
        behind = NO_LETTER_RE.sub("", text[end : end + BESIDE_CHARS])[:BESIDE]
        key = _as_seen(letters)
        if key not in found:
            is_english = pattern is WORD_RE and letters.isalpha()
            found[key] = Name([], is_english and letters[1:] == letters[1:].lower())
        found[key].places.append((before, behind))
    return found


def _as_seen(letters: str) -> str:
    """Return a name in letters that no misreading takes for others."""
    key = letters.casefold().translate(LOOKS_ALIKE)
    for two, one in LOOK_ALIKE_PAIRS:
        key = key.replace(two, one)
    return key
