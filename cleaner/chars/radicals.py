"""Where radicals are spoken of, and are no glyphs that an extractor took for words."""

from cleaner import late as re
from cleaner.chars.scripts import HAN

# Radicals as such, one by one, in a list or a lesson (部首：⼀、⼁、⼂), or a table's (/⼀⼁⼃⼂/).
RADICAL_LIST_RE = re.compile(
    "[⺀-⻳⼀-⿕](?:[ \u3000、，,/\t\n]{1,3}[⺀-⻳⼀-⿕]){3,}|/[⼀-⿕]{4,}/"
)
# A radical that is spoken of: “⺡”称三点水. Not where another stands in a word, beside Han, or
# opens a line: those are an extractor's, and so is the one in quotes.
SHOWN_RADICAL_RE = re.compile("(?:[“‘「\"'`]|\\| ?)[⺀-⻳⼀-⿕](?:[”’」\"'`]| ?\\|)")
RADICAL_IN_WORD_RE = re.compile(f"(?<=[{HAN}])[⺀-⿕]|[⺀-⿕][{HAN}⺀-⿕]|^[⺀-⿕]", re.MULTILINE)
# A character by itself: 对 ⼈ ⼤ ⼯ ⽅ ⾯ 的 任 务. Two of them near such a run, and the line was
# set apart to fill its column; the radicals are its words.
SINGLE_RE = re.compile(r"(?<![^ \u3000\t\n])[一-鿿](?![^ \u3000\t\n])")
SINGLES, NEAR_CHARS = 2, 24
# Forms that stand inside characters alone, as no word does: who has them tells how these are made.
# Not those of which a font makes a word: ⺠⻓⻔⻢.
BOUND_RE = re.compile("[⺅⺆⺉⺌⺍⺖⺗⺘⺙⺡⺢⺣⺤⺥⺦⺨⺭⺮⺯⺰⺾⺿⻀⻂⻊⻌⻍⻎⻏⻐⻖⻟⻠]")
IN_WORD_RE = re.compile(f"(?<=[{HAN}])[⺀-⿕]|[⺀-⿕][{HAN}]")


def lists_radicals(text: str) -> bool:
    """Say whether radicals are listed or quoted as such, and not the words of a line set apart."""
    if SHOWN_RADICAL_RE.search(text) and not RADICAL_IN_WORD_RE.search(text):
        return True
    if BOUND_RE.search(text) and not IN_WORD_RE.search(text):
        return True
    return any(
        len(SINGLE_RE.findall(text, max(0, run.start() - NEAR_CHARS), run.end() + NEAR_CHARS))
        < SINGLES
        for run in RADICAL_LIST_RE.finditer(text)
    )
