"""Lines of nothing but signs that a reader of a page made of the rules round its blocks.

    ________
    水库的大坝去年查出险情，今
    年入冬前开始加固。

Such a line stands on top of a block, at its foot, or by itself between two. It is taken for text
of the column, so the block goes on from nothing and is moved to a wrong place. Writers draw rules
too: under a heading, round a table, between the scenes of a story, in manuals whose lines were
broken by hand. None of those is a page of narrow columns whose lines cut words wherever they are
full: of 164 real texts with a rule on top of a block none is.
"""

from collections.abc import Iterator

from cleaner import late as re
from cleaner.chars.places import LINE_RE
from cleaner.chars.scripts import CHINESE, HAN, HAN_RE, script_of
from cleaner.document import Document, Edit
from cleaner.lexicon import is_broken
from cleaner.stage import Rewrite

# A line of three and more signs of a kind.
SIGNS = "-_=~—─━═·•■|*"
RULE_RE = re.compile(f"\n([{SIGNS}])(?: ?\\1){{2,80}} ?(?=\n|\\Z)")
TEXT_RE = re.compile(f"[^\n]*[{HAN}]")
# What writers and programs mark.
MARKED_RE = re.compile(r"^(?:```|#{1,6} |\|[^|\n]*\w[^|\n]*\||[-+*] \w)", re.MULTILINE)
# The page's lines have so many Han characters; so many are asked whether the page broke them. The
# line in their midst has at most so many characters: a paper's columns have 9 to 20, lines that
# were broken by hand 30 and more.
MIN_HAN, MIN_LINES, MAX_LINES, MAX_CHARS = 6, 20, 400, 20
# Rules by themselves are taken out where so many lines or fewer stand between two, and there are so
# many: with more between, a program may have drawn them between pages.
MAX_BETWEEN, MIN_ALONE = 50, 3


def rule_line(document: Document) -> Iterator[Edit]:
    """Take out lines of signs at the edge of a block that a reader made of a page's rules.

    On pages of narrow columns only. Leaves rules under headings, between scenes, in tables and
    manuals, and those that may part pages.
    """
    text = document.text
    if document.was_cleaned or not RULE_RE.search(text):
        return
    if script_of(document) not in CHINESE or MARKED_RE.search(text):
        return
    lines = [line for line in LINE_RE.findall(text) if len(HAN_RE.findall(line)) >= MIN_HAN]
    if len(lines) < MIN_LINES or sorted(map(len, lines))[len(lines) // 2] > MAX_CHARS:
        return
    rules = _rules_of(text, len(lines))
    if rules and is_broken(lines[:MAX_LINES]):
        for start, end in rules:
            yield Edit(start, text[start:end], "")


def _rules_of(text: str, lines: int) -> list[tuple[int, int]]:
    """Return where rules at the edges of blocks and between them stand; none where a writer drew.

    `lines`: how many lines of text there are.
    """
    edges: list[tuple[int, int]] = []
    alone: list[tuple[int, int]] = []
    headings = 0
    for rule in RULE_RE.finditer(text):
        start, end = rule.span()
        below = TEXT_RE.match(text, end + 1) is not None
        if text[start - 1 : start] in {"", "\n"}:
            if below:
                edges.append((start + 1, end + 1))
            else:
                alone.append((start, min(end + 1, len(text))))
        elif below:
            return []
        elif (above := text.rfind("\n", 0, start)) > 0 and text[above - 1] != "\n":  # two lines
            edges.append((start, end))
        else:
            headings += 1
    if headings and headings >= len(edges):
        return []
    if len(alone) >= MIN_ALONE and lines <= MAX_BETWEEN * len(alone):
        edges += alone
    return sorted(edges)


# Synthetic.
_COLUMN = (
    "水库的大坝去年查出险情，今\n年入冬前开始加固。县水利局介\n绍，工程分三期进行，预计明年\n"
    "汛期之前全部完工。施工单位昨\n天已经进场，附近的居民昨天告\n诉记者，大坝建成四十年来，还\n"
    "是第一次这样大修。\n"
)
_PAGE = 3 * f"{_COLUMN}\n"

RULE_LINE = Rewrite(
    rule_line,
    gate=SIGNS,
    examples={
        f"{_PAGE}________\n{_COLUMN}": f"{_PAGE}{_COLUMN}",
        f"{_PAGE}| | |\n{_COLUMN}\n■■■\n{_COLUMN}": f"{_PAGE}{_COLUMN}\n{_COLUMN}",
        f"{_PAGE}{_COLUMN}~~~~\n\n{_COLUMN}": f"{_PAGE}{_COLUMN}\n{_COLUMN}",
        f"{_PAGE}--------\n\n" * 3: _PAGE * 3,
    },
    keeps=[
        # what may part pages, rules under headings, of tables and scenes, with marked headings
        f"{_PAGE}--------\n\n{_COLUMN}",
        f"{_PAGE}水库加固\n--------\n\n{_COLUMN}\n========\n{_COLUMN}",
        f"{_PAGE}水库加固\n--------\n{_COLUMN}\n========\n{_COLUMN}",
        f"{_PAGE}| 年份 | 水位 |\n\n--------\n{_COLUMN}",
        f"{_PAGE}# 水库\n\n________\n{_COLUMN}",
        "雨停了。\n\n* * *\n第二天，他走了。\n\n" * 20,
        # a blank to fill in
        f"{_PAGE}________同志\n{_COLUMN}",
    ],
)
