"""Evidence from words: does a line break run through one, is a place in a text made of them.

The word list is the one inside rjieba (jieba's, MIT, 349,000 words with counts). Words that its
hidden Markov model makes up are left out: they span up to 5 % of true paragraph breaks, words of
the list next to none (0 of 797 counted), while a list word spans every second break inside a
paragraph. The list is simplified: of breaks in traditional text it knows .20 by themselves, .57
where the text is turned (simplified text: .57; 2,978 breaks at every 16th character).

Loading takes about .2 s and 33 MB, so the list is loaded when first asked for.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from types import ModuleType
from typing import TypeVar

from cleaner import late as re
from cleaner.chars.scripts import TRADITIONAL_RE, is_han
from cleaner.chars.simplified import table

# What `kind_of` says of a place: an ordinary word or a particle, a name, neither.
WORD, NAME, OTHER = "word", "name", "other"
# Tags of the list. Names of persons and brands, not of places, which everybody writes; of single
# characters also those of which only names are made. Particles: conjunctions, adverbs,
# prepositions, pronouns.
NAMES = ("nr", "nz")
NAME_CHARACTERS = (*NAMES, "ag", "g", "j", "ng", "ns", "zg")
PARTICLES = ("c", "d", "p", "r", "u", "y")
# Particles that the list has among rare characters.
UNTAGGED = frozenset("且仍很往每此虽较")

# Words of the list are seldom longer than four; six on either side let the cut find its feet.
REACH = 6
# The share of lines, and their number, that show that a page broke them. Chosen.
MIN_CUT, MIN_CUTS, MAX_STRIDE = 0.25, 5, 6
# The same of lines of prose that end nothing; one cut more where there are so many; of so many
# lines. Chosen; of 200 lists of 20 clauses of prose, made by chance, 3 had two cuts.
MIN_PROSE_CUT, MIN_PROSE_CUTS, MANY, MAX_ASKED = 0.1, 2, 15, 400
# A line of prose.
PROSE_RE = re.compile("[\u4e00-\u9fff][，。；？！]")

HALF_RE = re.compile("[\ud800-\udfff]")
T = TypeVar("T")


def cuts_word(left: str, right: str) -> bool:
    """Say whether a word of the list stands across the end of `left` and the start of `right`.

    The words are those of the likeliest cut of the six characters on both sides, so 人民中|国家庭
    is no cut word only because 中国 is in the list.
    """
    left = left[-REACH:]
    at, wanted = 0, len(left)
    text = left + right[:REACH]
    if TRADITIONAL_RE.search(text):
        text = text.translate(table())
    for word in _cut(text):
        at += len(word)
        if at > wanted:
            return at - len(word) < wanted and word.isalpha() and not word.isascii()
        if at == wanted:
            return False
    return False


def cuts_word_at(text: str, at: int) -> bool:
    """Say whether a word of the list stands across a place in a text."""
    return cuts_word(text[max(0, at - REACH) : at], text[at : at + REACH])


def is_broken(lines: Sequence[str]) -> bool:
    """Say whether lines were broken wherever they were full: words of the list are cut.

    By the next line, or in columns by the second, third … behind it. Of lines that somebody set
    apart 2 to 16 % cut a word, of a column's 30 to 60 %.
    """
    for stride in range(1, MAX_STRIDE + 1):
        cuts = sum(
            cuts_word(left, right) for left, right in zip(lines, lines[stride:], strict=False)
        )
        if cuts >= max(MIN_CUTS, MIN_CUT * len(lines)):
            return True
    return False


def is_cut(lines: Sequence[str]) -> bool:
    """Say whether lines of prose were broken where they were full: words of the list are cut.

    By the next line or, in columns, by one a few lines on. Asked are lines of prose that end
    nothing; a list of words or names has none.
    """
    asked = [line.strip() for line in lines if line.strip()][:MAX_ASKED]
    going = [at for at, line in enumerate(asked) if line[-1].isalnum() and PROSE_RE.search(line)]
    least = max(MIN_PROSE_CUTS + (len(going) >= MANY), MIN_PROSE_CUT * len(going))
    return any(len(_cuts(asked, going, stride)) >= least for stride in range(1, MAX_STRIDE + 1))


def _cuts(lines: Sequence[str], going: Sequence[int], stride: int) -> set[str]:
    """Return what is cut, as the two characters at each cut: rows of one form cut one word only."""
    pairs = ((lines[at], lines[at + stride]) for at in going if at + stride < len(lines))
    return {left[-1] + right[0] for left, right in pairs if cuts_word(left, right)}


def words_at(text: str, places: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Yield for each place where the words stand, (start, end) each, that touch its symbols.

    The words are those of the likeliest cut of these symbols and REACH more on either side; what
    is in no word is a word of one letter. The text must not have line breaks: these part the
    places, all of which are cut at one call.
    """
    windows = "\n".join(text[max(0, start - REACH) : end + REACH] for start, end in places)
    words = iter(_cut(windows))
    for start, end in places:
        at = max(0, start - REACH)
        found: list[tuple[int, int]] = []
        for word in words:
            if word == "\n":
                break
            after = at + len(word)
            if after > start and at < end:
                found.append((at, after))
            at = after
        yield found


def kind_of(text: str, start: int, end: int) -> str:
    """Say whether [start, end) of a simplified line stands in words, in a name, or in neither.

    In words if all that it touches are: of two letters and more, or particles. In a name if any
    of it is: a name of the list, or a character that by itself is no word.
    """
    at = max(0, start - REACH)
    kinds: set[str] = set()
    for word, tag in _tagged(text[at : end + REACH]):
        at += len(word)
        if at <= start:
            continue
        is_particle = word in UNTAGGED or (len(word) == 1 and tag.startswith(PARTICLES))
        is_name = tag.startswith(NAMES if len(word) > 1 else NAME_CHARACTERS)
        is_word = len(word) > 1 or is_particle
        kinds.add(NAME if is_name and not is_particle else WORD if is_word else OTHER)
        if at >= end:
            break
    return NAME if NAME in kinds else WORD if kinds == {WORD} else OTHER


def tagged_at(text: str, at: int) -> tuple[tuple[str, str], int, str]:
    """Return the word before the one at a place, with its tag; where that one starts; the word."""
    end = start = max(0, at - REACH)
    before = ("", "")
    for word, tag in _tagged(text[start : at + REACH]):
        end += len(word)
        if end > at:
            return before, end - len(word), word
        before = (word, tag)
    return before, end, ""


def share_in_words(text: str) -> tuple[int, float]:
    """Return how many different Han stand in words of two and more, and the share of all in such.

    罢罢罢 罢罢罢 has one.
    """
    if TRADITIONAL_RE.search(text):
        text = text.translate(table())
    words = (word for word in _cut(text) if len(word) > 1)
    inside = "".join(word for word in words if all(map(is_han, word)))
    return len(set(inside)), len(inside) / max(sum(map(is_han, text)), 1)


def words_of(text: str) -> list[str]:
    """Return a text cut into words, those that the hidden Markov model makes up among them."""
    return _cut(text, hmm=True)


def _cut(text: str, *, hmm: bool = False) -> list[str]:
    return _read(_list().cut, text, hmm=hmm)


def _tagged(text: str) -> list[tuple[str, str]]:
    return _read(_list().tag, text, hmm=False)


def _read(program: Callable[..., list[T]], text: str, *, hmm: bool) -> list[T]:
    try:
        return program(text, hmm=hmm)
    except UnicodeEncodeError:  # half of a character: it cannot be read, and is in no word
        return program(HALF_RE.sub("\ufffd", text), hmm=hmm)


@cache
def _list() -> ModuleType:
    # The list that the import loads: another `rjieba.Jieba()` would load it once more.
    import rjieba  # noqa: PLC0415  it takes its time

    return rjieba
