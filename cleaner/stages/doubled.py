"""Lines whose every character the extractor gave twice.

A PDF without a bold font prints a glyph twice, a hair apart, and extractors without geometry give
both: 水水库库除除险险加加固固方方案案，，. Speech doubles as well (高高兴兴, 家家户户里里外外), but
not eight different characters on end, and not the marks with them.
"""

from collections.abc import Iterator

from cleaner import late as re
from cleaner.chars.places import lines_at
from cleaner.chars.scripts import codes_of_text, is_han
from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

PAIR_RE = re.compile(r"(\S)\1")
TWO_PAIRS_RE = re.compile(r"(?=(.)\1(.)\2)", re.DOTALL)
# Up to so many characters the pattern is as fast as numpy.
FEW_CHARS = 200
# Marks and digits that no one doubles for emphasis: not ！！ ？？ …… ——.
DOUBLED_MARK_RE = re.compile("[，。、：；“”《》（）0-9]")
# So many different Han characters; with such a mark, as many as make a phrase. The longest
# reduplication that we know has seven (寻寻觅觅冷冷清清凄凄惨惨戚戚).
MIN_HAN, MIN_HAN_WITH_MARK = 8, 4


def doubled_line(document: Document) -> Iterator[Edit]:
    """Write a line once whose every character stands twice, at least eight different ones.

    Leaves reduplication (家家户户里里外外), laughter, and numbers.
    """
    text = document.text
    # Lines in which two pairs stand in a row: most texts have few or none.
    for found in lines_at(text, _pairs(text)):
        line = found[0].strip()
        if len(line) < 2 * MIN_HAN_WITH_MARK or line[0] != line[1] or line[2] != line[3]:
            continue
        new = _halved(line)
        if new:
            yield Edit(found.start() + found[0].index(line), line, new)


def _pairs(text: str) -> list[int]:
    """Return where two pairs stand in a row."""
    if len(text) <= FEW_CHARS:
        return [match.start() for match in TWO_PAIRS_RE.finditer(text)]
    codes = codes_of_text(text)
    twice = codes[1:] == codes[:-1]
    found: list[int] = (twice[2:] & twice[:-2]).nonzero()[0].tolist()
    return found


def _halved(line: str) -> str | None:
    """Return the line with one of each pair, spaces too where they are in pairs."""
    bare = "".join(line.split())
    half = bare[::2]
    if half != bare[1::2] or half[::2] == half[1::2]:
        return None
    han = len(set(filter(is_han, half)))
    marked = DOUBLED_MARK_RE.search(half) is not None
    if han < (MIN_HAN_WITH_MARK if marked else MIN_HAN):
        return None
    return line[::2] if line[::2] == line[1::2] else PAIR_RE.sub(r"\1", line)


# All cases are synthetic.
DOUBLED_LINE = Rewrite(
    doubled_line,
    by_line=True,
    examples={
        "水水库库除除险险加加固固方方案案\n全市动工。": "水库除险加固方案\n全市动工。",
        "““你你要要走走，，我我不不拦拦你你。。””": "“你要走，我不拦你。”",
        "第第11章章  水水库库管管理理": "第1章 水库管理",
    },
    keeps=[
        "家家户户里里外外干干净净",
        "寻寻觅觅冷冷清清凄凄惨惨戚戚",
        "哈哈哈哈哈哈哈哈哈哈哈哈！！",
        "天天！！年年！！岁岁！！",
        "11223344556677889900",
        "高高兴兴上班来，平平安安回家去。",
    ],
)
