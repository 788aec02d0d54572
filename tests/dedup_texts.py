"""Texts of the tests of duplicates, all synthetic, and what several of these ask."""

import random

from cleaner.dedup import Deduplicator, parse_near
from cleaner.dedup.copy import Verdict, copy_verdict
from cleaner.dedup.fold import letters_of
from cleaner.dedup.symbols import Symbols, symbols_of

NEAR = parse_near("copy")
HAN = "天地人山水火木金土日月星风云雨雪春夏秋冬东西南北上下左右大小多少高低"


def letters(seed: int, count: int = 600) -> str:
    """Return a text."""
    return "".join(random.Random(seed).choices(HAN, k=count))


def changed(text: str, seed: int, count: int) -> str:
    """Return the text with as many letters replaced."""
    draw, found = random.Random(seed), list(text)
    for place in draw.sample(range(len(found)), count):
        found[place] = draw.choice("甲乙丙丁戊己庚辛")
    return "".join(found)


def noisy(text: str, share: float, seed: int) -> str:
    """Return the text with a share of its letters misread, one at least, numbers left out."""
    draw, found = random.Random(seed), list(text)
    places = [k for k, char in enumerate(found) if char.isalpha()]
    for place in draw.sample(places, max(1, round(len(found) * share))):
        found[place] = draw.choice("冂刂凵尸屮彐廴攴殳疒")
    return "".join(found)


def symbols(text: str) -> Symbols:
    """Return the symbols of a text."""
    return symbols_of(*letters_of(text))


def verdict(first: str, second: str) -> Verdict:
    """Return what `copy` says of two texts, whichever comes first."""
    found = copy_verdict(symbols(first), symbols(second), NEAR)
    assert found == copy_verdict(symbols(second), symbols(first), NEAR)
    return found


def kept(*texts: str) -> int:
    """Return how many of the texts stay."""
    found = Deduplicator()
    for text in texts:
        found.add(text)
    return len(texts) - len(found.resolve())
