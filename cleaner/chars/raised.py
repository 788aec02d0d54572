"""Raised and lowered figures: those of <sup> and <sub> that have characters of their own.

Without its tags 10<sup>8</sup> is another number, 108: it is written 10⁸, and H<sub>2</sub>O H₂O.
Unicode has digits and signs in both places; of letters only n is as common in both.
"""

from cleaner import late as re

SUP, SUB = "sup", "sub"

# A number with a sign before it (of a power) or behind it (of an ion), a sign, n.
FIGURES_RE = re.compile("[-+−–]?[0-9]{1,6}[-+−–]?|[-+−–n]")
PLAIN = "0123456789+-−–n"
PLACED = {
    SUP: str.maketrans(PLAIN, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻ⁿ"),
    SUB: str.maketrans(PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₋₋ₙ"),
}
TAGGED_RE = re.compile(
    rf"<(su[pb])(?:\s[^<>]{{0,200}})?>[ \t]*({FIGURES_RE.pattern})[ \t]*</\1\s*>", re.IGNORECASE
)


def placed(name: str, text: str) -> str:
    """Return figures as the characters that stand where SUP or SUB sets them; "" for others."""
    text = text.strip(" \t")
    return text.translate(PLACED[name]) if FIGURES_RE.fullmatch(text) else ""


def with_placed(markup: str) -> str:
    """Return HTML in which figures that are raised or lowered have no tags."""
    return TAGGED_RE.sub(lambda tagged: placed(tagged[1].lower(), tagged[2]), markup)
