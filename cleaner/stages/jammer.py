r"""Strings that a forum hides in its posts so that copies of them are spoilt.

Discuz!, the program of most Chinese forums, can put a random string behind each line of a post. On
the page nobody sees it; in the text of the page it stands there:

    特斯拉是大屏的先驱& \7 ^3 d7 M( R
    & j& Q5 Z5 [  ~, b0 x; a: J# O* i3 R) O- c& H

Its make gives it away: five to fifteen times a character from 32 to 59, a space, a character from
63 to 126 (function `jammer` of its source). A browser makes one of two spaces, so the first may be
missing. Nothing else is written so but lists of letters (a, b, c, d, e, f), whose first characters
are all the same; and a post has several.
"""

from collections.abc import Iterator
from itertools import islice

from cleaner import late as re
from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

# Five parts and more. A space before it belongs to it; so does its line break, where it is all.
MIN_PARTS = 5
JAMMER_RE = re.compile(rf" ?(?:[ -;]? [?-~]){{{MIN_PARTS},}}(?: |[!-;](?= ?$))?")
LINE_RE = re.compile("[^\n]+")
# Least number of strings of a text, and of kinds of characters before the spaces of one.
MIN_STRINGS, MIN_KINDS = 3, 3
PART_RE = re.compile(" [?-~]")
FIRST_RE = re.compile("[!-;](?= [?-~])")
# What ends inside a word is of a program, of notes: c4 c | f8 g a b c4 } V|erseOne.
IN_WORD_RE = re.compile("[A-Za-z]{2}")


def jammer(document: Document) -> Iterator[Edit]:
    """Delete the random strings that a forum's program puts behind the lines of a post.

    Leaves lists of letters and formulas, and what stands once or twice.
    """
    text = document.text
    if not _has_parts(text):
        return
    found = [
        match
        for line in LINE_RE.finditer(text)
        if text.count(" ", *line.span()) >= MIN_PARTS
        for match in JAMMER_RE.finditer(text, *line.span())
        if _is_random(match[0]) and not IN_WORD_RE.match(text, match.end() - 1)
    ]
    if len(found) < MIN_STRINGS:
        return
    for match in found:
        start, end = match.span()
        is_line = start in (0, text.rfind("\n", 0, start) + 1) and text[end : end + 1] == "\n"
        yield Edit(start, text[start : end + is_line], "")


def _has_parts(text: str) -> bool:
    """Say whether a text has as many spaces with such a character behind as so many strings."""
    least = MIN_STRINGS * MIN_PARTS
    if text.count(" ") < least:
        return False
    return sum(1 for _ in islice(PART_RE.finditer(text), least)) == least


def _is_random(string: str) -> bool:
    return len(set(FIRST_RE.findall(string))) >= MIN_KINDS


# Synthetic, made by the function's rule.
_STRINGS = (
    '. {* t6 p8 g2 v; y3 p" M',
    "7 Z, X# ]+ f+ h8 N6 l6 |4 _",
    "0 }0 I& S  E6 s* i# b  ~) Q",
)

JAMMER = Rewrite(
    jammer,
    gate="?-~",
    examples={
        (
            f"水尺立在老闸的下游。\n{_STRINGS[0]}\n每天早晚各读一次。{_STRINGS[1]}\n"
            f"{_STRINGS[2]}看水的人换过四个。"
        ): "水尺立在老闸的下游。\n每天早晚各读一次。\n看水的人换过四个。",
    },
    keeps=[
        # Once; lists of letters, formulas, code, moves, roots and chords.
        f"水尺立在老闸的下游。\n{_STRINGS[0]}\n每天早晚各读一次。",
        "设 a, b, c, d, e, f, g 为点。\n又设 p, q, r, s, t, u 为线。\n再设 x; y; z; u; v; w 为面。",
        "x = a + b + c + d + e + f\ny = a - b - c - d - e - f\nz = a * b * c * d * e * f",
        "1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 4. Ba4 Nf6 5. O-O Be7\n6. Re1 b5 7. Bb3 d6 8. c3 O-O",
        "C F G C | Am Dm G C | F G C Am | Dm G C\n1 2 3 5 | 6 5 3 2 | 1 - - -",
        "for (i = 0; i < n; i++) { a[i] = b[i] + c; }\nif (x > 0 && y < 1) { return z; }\n}",
        # notes of four voices; synthetic
        "".join(
            f"{voice}Music = \\relative {{ c'4 | c4. c8 {notes} c | f8 g a b c4 }} "
            for voice, notes in (("Sop", "c4"), ("Alto", "e4"), ("Tenor", "g4"), ("Bass", "c4"))
        )
        + "VerseOne = 1",
        "A  B  C  D  E  F  G\na  b  c  d  e  f  g\n1  2  3  4  5  6  7",
    ],
)
