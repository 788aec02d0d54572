"""Make paragraphs of lines: join what the page broke, and what a page's end cut in two.

The decision is `cleaner.unwrap.decide`, one decode over the whole text; here stands what a join
leaves: nothing between Han, a space between Latin words, no hyphen where a word was divided. A
join is one edit that takes out all white space between the two lines. Line breaks and blank lines
between blocks stay: what comes after (articles) reads them, and the last family takes them away.

A stage that pulls interleaved columns apart belongs before these (an Arrange): the decode then
reads each column by itself.

Notes: `meta["columns"]`: the widths of the columns in em, the commonest first, when the text was
wrapped (five joined breaks in columns, and a tenth of all); absent otherwise. Text that is not
wrapped may still have had single paragraphs rejoined. `meta["blank_lines"]`: where blank lines
stand in a wrapped text: "none", "everywhere", or "some".
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner.document import Document, Edit, Note
from cleaner.layout import Line, is_han, read_lines
from cleaner.press import credit_line, jump_line, staff_line
from cleaner.stage import Rewrite
from cleaner.unwrap import Break, decide

# Letters on both sides of a boundary between Han and Latin: does the text write a space there?
# Digits are left out, they follow other habits.
TIGHT_RE = re.compile(r"[㐀-鿿][A-Za-z]|[A-Za-z][㐀-鿿]")
SPACED_RE = re.compile(r"[㐀-鿿] [A-Za-z]|[A-Za-z] [㐀-鿿]")
# Fewer boundaries than this are no habit.
MIN_BOUNDARIES = 3

# A path, an address or a name that goes on: /usr/share/ | doc, foo_ | bar, a@ | b.
GLUE_AFTER = frozenset("/_@\\")
# Marks that take no space before them.
GLUE_BEFORE = frozenset(",.;:!?%)]}'\"")
GLUE_OPEN = frozenset("([{")

# A row of a table (a tab inside), an entry of a table of contents (leaders, a page number).
TABLE_RE = re.compile(r"\t|(?:[.·…]{4}|(?:[.·] ){4}) ?[0-9IVXivx]{1,5}$")

# A text is wrapped when so many breaks were joined in columns, and such a share of all.
MIN_WRAPPED_BREAKS, MIN_WRAPPED_SHARE = 5, 0.1


def wrapped_line(document: Document) -> Iterator[Edit | Note]:
    """Join the lines of a paragraph that the page broke.

    Left alone: lines that end their paragraph, headings, lists, verse, tables, credit lines.
    """
    text = document.text
    lines = read_lines(text)
    if len(lines) < 2:
        return
    breaks = decide(lines, [_apart(line) for line in lines])
    spaced = _writes_spaces(text)
    for one in breaks:
        if one.joined:
            yield join(text, lines[one.line], lines[one.line + 1], spaced=spaced)
    yield from _notes(lines, breaks)


def join(text: str, left: Line, right: Line, *, spaced: bool) -> Edit:
    """Return the edit that puts two lines together; `spaced`: Han and Latin letters keep apart."""
    a, b = left.text[-1], right.text[0]
    start, end = left.end, right.start
    # x-|ray: an undone division. A-|B, 1-|2 and -- keep their hyphen.
    if a == "-" and left.text[-2:-1].islower() and b.islower() and b.isascii():
        start -= 1
    return Edit(start, text[start:end], " " if _space_between(left, right, spaced=spaced) else "")


def _space_between(left: Line, right: Line, *, spaced: bool) -> bool:
    a, b = left.text[-1], right.text[0]
    if a in GLUE_AFTER or a in GLUE_OPEN or b in GLUE_BEFORE or a == "-":
        return False
    latin, other = a.isascii(), b.isascii()
    if latin and other:
        return not (a.isdigit() and b.isdigit())
    if latin or other:
        # The wrapper's own record: it broke at a space, and left the space.
        if left.space and (is_han(a) or is_han(b)):
            return True
        return spaced and (a.isalpha() and b.isalpha())
    # Accented letters, Cyrillic, Greek, Korean write words.
    return _spells_words(a) and _spells_words(b)


def _spells_words(char: str) -> bool:
    return char.isalpha() and ("\u00c0" <= char < "\u2e80" or "가" <= char <= "힣")


def _apart(line: Line) -> bool:
    """Say whether a line is a block of its own whatever stands round it."""
    text = line.text
    if TABLE_RE.search(text):
        return True
    return line.width < 60 and bool(credit_line(text) or jump_line(text) or staff_line(text))


def _writes_spaces(text: str) -> bool:
    """Say whether the text sets a space between Han and Latin letters, more often than not."""
    tight, spaced = len(TIGHT_RE.findall(text)), len(SPACED_RE.findall(text))
    return spaced > tight and tight + spaced >= MIN_BOUNDARIES


def _notes(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[Note]:
    joined = [one for one in breaks if one.joined and one.column]
    if len(joined) < max(MIN_WRAPPED_BREAKS, MIN_WRAPPED_SHARE * len(breaks)):
        return
    widths = Counter(one.column for one in joined)
    yield Note("columns", [em for em, _ in sorted(widths.items(), key=lambda w: (-w[1], w[0]))])
    inside = sum(lines[one.line + 1].blanks > 0 for one in joined) / len(joined)
    ends = [one for one in breaks if not one.joined]
    between = sum(lines[one.line + 1].blanks > 0 for one in ends) / max(len(ends), 1)
    yield Note(
        "blank_lines",
        "everywhere"
        if inside > 0.6 and between > 0.6
        else "none"
        if inside < 0.02 and between < 0.02
        else "some",
    )


STAGES = (
    Rewrite(
        wrapped_line,
        examples={
            "推动国家高速公路主线内蒙\n古段全部贯通。": "推动国家高速公路主线内蒙古段全部贯通。",
        },
        keeps=["友谊的种子播在心里\n中国和赤道几内亚建交已逾半个世纪，传统友谊深厚。"],
    ),
)
