"""Whether a text was read off a scanned page, by marks that no typesetter sets so.

It is broken into lines of set widths, and marks stand in it as no typesetter sets them: a space
before a full-width mark, a half-width comma behind a Han character, a bracket that opens in one
width and closes in the other, an upright for the rule between two columns. The lines end inside
sentences: those of a poem with notes, or of a chat, are of a few widths too, and typists write all
these marks.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, pairwise

from cleaner import late as re
from cleaner.chars.halfwidth import COMMA_BEHIND_HAN_RE, half_by_rule
from cleaner.chars.scripts import CHINESE, script_of
from cleaner.document import Document
from cleaner.layout import display_width, read_lines
from cleaner.order.columns import is_set
from cleaner.programs import is_manual

_CHARACTER = "[\u4e00-\u9fff，。、；：”（“]"
# A space before a full-width mark (服务 。), a bracket of two widths (〈新闻联播)). None in 300
# clean texts; 6 to 10 in 1,000 characters of most scans.
# Each branch begins with a character, not a class: the search skips to the next of them. All have
# a half-width bracket, or what `SPACED_RE` takes.
ODD_MARK_RE = re.compile(
    # Not where a whole line was set apart (杂 草 丛 生 ，): the two characters before stand so too.
    rf" (?<=[\u4e00-\u9fff] )(?<!{_CHARACTER} {_CHARACTER} [\u4e00-\u9fff] ) *[，。、；：”）,;:)]"
    r"|\([^()\n]{1,12}）"
    r"|〈[^》〉）\n]{1,12}\)|《[^》〉）\n]{1,12}\)|（[^》〉）\n]{1,12}\)"
)
SPACED_RE = re.compile(" [，。、；：”）,;:)]")
# The upright that a reader makes of a rule beside a column, at a line's edge or between two, there
# with a space: a reader without any ran the columns together (`merged`). Behind as many characters
# as no item of a menu has (首页 | 新闻), and not in a table that has a frame.
STROKE_RE = re.compile(
    r"\|(?:(?<=[\u4e00-\u9fff，。、]{5}\|)(?=$| [\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff，。、]{5} \|)(?=$| ?[\u4e00-\u9fff]))",
    re.MULTILINE,
)
FRAME_RE = re.compile(r"^(?:[ \t]*\|.*\|[ \t]*$|(?=.*---)[|+:= \t-]+$)", re.MULTILINE)
# What a reader makes of the rule between two columns in one line, and how many need no lines of set
# widths besides, and for how many lines one; a mark that no space sets off; characters a line of a
# page has at most.
GUTTER_MARK_RE = re.compile(" (?<=[\u4e00-\u9fff，] )[。”] ?(?=[\u4e00-\u9fff])")
SET_MARK_RE = re.compile("[，。](?<=[\u4e00-\u9fff”][，。])(?! )")
MIN_GUTTER_MARKS, MIN_MARKED, MAX_LINE_CHARS = 10, 0.1, 100
# Half-width commas behind Han: a typist writes such too, so more are asked, and as many others.
MIN_ODD_MARKS, MIN_HALF_COMMAS, MIN_FULL_COMMAS = 3, 5, 5
# Share of the breaks of a page at which Han goes on in Han. On 36 scanned pages .60 and more, in 12
# annotated books of poems, chats and lists of reviews that had such marks .23 and less.
MIN_TORN = 0.4
# What stands between the cells of a row of columns.
CELL_GAP_RE = re.compile(r" {2,}| ?\| ?| [”“。]")


def is_scanned(document: Document) -> bool:
    """Say whether a text was read off a scanned page."""
    if document.meta.get("scanned"):
        return True
    text = document.text
    return _has_signs(text) and script_of(document) in CHINESE | {"mixed"} and _is_page(text)


def is_printed(document: Document) -> bool:
    """Say whether a text was in columns, or was read off a scanned page."""
    return bool(document.meta.get("columns")) or is_scanned(document)


# Three stages ask, of the same text.
@lru_cache(maxsize=1)
def _has_signs(text: str) -> bool:
    """Say whether a text has as many odd marks or half-width commas as a scan."""
    if _has_odd_marks(text):
        return True
    return text.count(",") >= MIN_HALF_COMMAS and _has(COMMA_BEHIND_HAN_RE, text, MIN_HALF_COMMAS)


@lru_cache(maxsize=1)
def _is_page(text: str) -> bool:
    """Say whether a text with such signs is one of a page: its lines, or cells, have set widths."""
    lines = read_lines(text)
    if is_manual(lines):
        return False
    if _has_gutters(text, len(lines)):
        return True
    if _is_set([line.text for line in lines], [line.width for line in lines]):
        return _has_odd_marks(text) or _has_stray_commas(text)
    # Where rows of columns were read as lines their cells are of set widths. A typist's commas
    # prove no scan there.
    if not _has_odd_marks(text):
        return False
    cells = [cell for line in lines for cell in CELL_GAP_RE.split(line.text) if cell]
    return _is_set(cells, [display_width(cell) for cell in cells])


def _is_set(pieces: Sequence[str], widths: Sequence[float]) -> bool:
    """Say whether pieces are those of columns: of set widths, and broken inside sentences."""
    torn = sum(
        "\u4e00" <= before.rstrip()[-1:] <= "\u9fff" and "\u4e00" <= after.lstrip()[:1] <= "\u9fff"
        for before, after in pairwise(pieces)
    )
    return torn >= MIN_TORN * len(pieces) and is_set(widths, sum(map(len, pieces)))


def _has_odd_marks(text: str) -> bool:
    count = text.count
    # Most texts have too few of what such marks are made of to be searched for them.
    signs = count(")") + count("(") + count("|") + len(SPACED_RE.findall(text))
    if signs < MIN_ODD_MARKS:
        return False
    odd = _counted(ODD_MARK_RE, text)
    return odd >= MIN_ODD_MARKS or odd + _strokes(text) >= MIN_ODD_MARKS


def _strokes(text: str) -> int:
    """Return in how many places a rule beside a column was read; MIN_ODD_MARKS at most."""
    found = _counted(STROKE_RE, text)
    return found if found and not FRAME_RE.search(text) else 0


def _has_stray_commas(text: str) -> bool:
    """Say whether half-width commas are left without rows of data, programs, chats.

    A reader writes the same print now so, now so. All in half width is what a program made of them
    (NFKC does): of a page that no one scanned, too.
    """
    if text.count("，") < MIN_FULL_COMMAS:
        return False
    by_rule = half_by_rule(text)
    lines = text.replace("\f", "\n").split("\n")
    left = "\n".join(line for number, line in enumerate(lines) if number not in by_rule)
    return _has(COMMA_BEHIND_HAN_RE, left, MIN_HALF_COMMAS)


def _has_gutters(text: str, lines: int) -> bool:
    """Say whether marks in a text's lines stand for a rule between columns.

    Not for ends of sentences, as in text of which each mark has spaces round it.
    """
    if len(text) > MAX_LINE_CHARS * lines or lines < MIN_GUTTER_MARKS:
        return False
    marks = len(GUTTER_MARK_RE.findall(text))
    return (
        marks >= max(MIN_GUTTER_MARKS, MIN_MARKED * lines)
        and len(SET_MARK_RE.findall(text)) >= 2 * marks
    )


def _has(pattern: re.Pattern[str], text: str, least: int) -> bool:
    """Say whether a pattern is found so often."""
    return _counted(pattern, text, least) == least


def _counted(pattern: re.Pattern[str], text: str, most: int = MIN_ODD_MARKS) -> int:
    """Return how often a pattern is found, and no more than `most`."""
    return sum(1 for _ in islice(pattern.finditer(text), most))
