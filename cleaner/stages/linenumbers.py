"""Numbers in the margin that count the lines of a page: 5, 10, 15, as patents and records have.

Readers of PDFs give them as lines of their own, five lines apart, or together at the page's end;
or before the line, with the layout's gap. They go where they count lines for sure:

    5                           so many lines of text stand above it on its page,
    10                          and five between it and the one before
    10    完成这个任务使用的    in each fifth line, and the others are indented so far

The numbers of a table, an axis or a list count something else: between them stand not five lines
each, or the page has fewer lines, or more, than they say, or no sentence goes on over them. A
poem's stay: there they are the edition's, and so short a text reads well with them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.document import Document, Edit
from cleaner.layout import Line, read_lines
from cleaner.paper.pagebreaks import MIN_WIDE, cuts
from cleaner.paper.pagenumber import page_number
from cleaner.stage import Rewrite

STEP = 5
# A page has so many lines at most. Chosen.
MOST_LINES = 100
# Heads and captions are not counted: so many lines more or less stand between most numbers, such a
# share of them, and on a page. Numbers that show that lines are counted: in all, on a page. Such a
# share of the lines goes on from the one above. Chosen.
SLACK, MOST, UNCOUNTED, MIN_ALL, MIN_ON_PAGE, MIN_INSIDE = 1, 2 / 3, 6, 5, 2, 0.2
LINE_NUMBER_RE = re.compile(r"([0-9]{1,2})(?:$|(?= {2,}\S))")

# Behind a line break, to which the search skips; no page's first line is its tenth.
TEN_RE = re.compile(r"\n[ \f]{0,40}10(?:$| {2,})", re.MULTILINE)


def line_number(document: Document) -> Iterator[Edit]:
    """Take the numbers out with which each fifth line of a page is counted in the margin.

    Or each line, where all the numbers stand together at the pages' ends. Left alone: numbers of
    one page, or beside lines that end their sentences, verse, and whatever was cleaned before.
    """
    text = document.text
    if not TEN_RE.search(text):
        return
    lines = read_lines(text)
    for at in _below(lines, 1) or _below(lines, STEP) or _between(lines):
        line = lines[at]
        number = LINE_NUMBER_RE.match(line.text)
        if number and number.end() < len(line.text):
            yield Edit(line.start, number[0], " " * number.end())
        else:
            start = text.rfind("\n", 0, line.start) + 1
            start = max(start, text.rfind("\f", start, line.start) + 1)
            end = min(line.end + 1, len(text))
            yield Edit(start, text[start:end], "")


def _below(lines: Sequence[Line], step: int) -> list[int]:
    """Return numbers that stand together at pages' ends, each below as many lines as they say."""
    runs = list(_runs(lines, step))
    tops = [0, *(run[-1] + 1 for run in runs)]
    count = all(_ends_page(lines, run, top, step) for run, top in zip(runs, tops, strict=False))
    return _all_of(runs) if count else []


def _ends_page(lines: Sequence[Line], run: Sequence[int], top: int, step: int) -> bool:
    if run[-1] - run[0] >= len(run):
        return False
    below = lines[run[-1] + 1] if run[-1] + 1 < len(lines) else None
    ends = below is None or below.page or page_number(below.text) is not None
    first = next((at for at in range(run[0], top, -1) if lines[at].page), top)
    # Some readers tear lines in two.
    counted, above = step * len(run), run[0] - first
    fits = -SLACK <= above - counted <= step + max(UNCOUNTED, counted)
    return ends and fits and _are_prose(lines, range(first + 1, run[0]))


def _between(lines: Sequence[Line]) -> list[int]:
    """Return numbers that stand five lines apart, in lines of their own or not, in prose."""
    found = _all_of([run for run in _runs(lines, STEP) if _are_apart(lines, run)])
    return found if found and _are_prose(lines, found) else []


def _are_apart(lines: Sequence[Line], run: Sequence[int]) -> bool:
    apart = STEP + all(lines[at].text.isdecimal() for at in run)
    gaps = [b - a - apart for a, b in pairwise(run)]
    near = sum(abs(gap) <= SLACK for gap in gaps)
    return min(gaps) >= -SLACK and near >= MOST * len(gaps) and STEP * len(run) <= MOST_LINES


def _are_prose(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """Say whether enough of the lines stand inside a sentence of wide prose.

    Verse is narrow, or opens each line with a capital.
    """
    inside = 0
    for at in places:
        number = LINE_NUMBER_RE.match(lines[at].text)
        after = lines[at].text[number.end() :].lstrip() if number else lines[at].text
        if number and not after and at + 1 < len(lines):
            after = lines[at + 1].text
        wide = lines[at - 1].width >= MIN_WIDE
        inside += wide and cuts(lines, at) and not after[:1].isupper()
    return inside >= MIN_INSIDE * len(places)


def _runs(lines: Sequence[Line], step: int) -> Iterator[list[int]]:
    """Yield the runs of lines that open with 5, 10, 15, or 1, 2, 3, each from the first on."""
    run: list[int] = []
    for at, line in enumerate(lines):
        number = LINE_NUMBER_RE.match(line.text)
        value = int(number[1]) if number else 0
        if run and value == step * (len(run) + 1):
            run.append(at)
        elif value == step:
            if len(run) >= MIN_ON_PAGE:
                yield run
            run = [at]
    if len(run) >= MIN_ON_PAGE:
        yield run


def _all_of(runs: Sequence[Sequence[int]]) -> list[int]:
    """Return the lines of runs, if they are enough to show that they count lines."""
    found = [at for run in runs for at in run]
    return found if len(runs) >= MIN_ON_PAGE and len(found) >= MIN_ALL else []


# Synthetic, as all below: two pages of eleven lines, of which the first stops inside a sentence.
_LINE = "水尺立在老闸的下游，每天早晚各读一次，读数写在一本蓝皮的本子"
_PAGE = [_LINE] * 11


_VERSE = [
    "The keeper of the mill has gone to bed",
    "And no one reads the gauge beside the gate,",
] * 6


def _apart(page: list[str]) -> str:
    """Set the numbers between the lines."""
    return "\n".join([*page[:5], "5", *page[5:10], "10", *page[10:]])


def _under(page: list[str]) -> str:
    """Set the numbers together below a page, above its own."""
    return "\n".join([*page, "5", "10", "3"])


def _before(page: list[str]) -> str:
    """Set the numbers before the lines, with a gap."""
    fifth = {4: "5      ", 9: "10     "}
    return "\n".join(fifth.get(at, " " * 7) + line for at, line in enumerate(page))


def _pages(setting: Callable[[list[str]], str], page: list[str]) -> str:
    return "\f".join(f"{setting(page)}\n" for _ in range(3)).rstrip("\n")


LINE_NUMBER = Rewrite(
    line_number,
    gate="\n",
    once=True,
    examples={
        _pages(_apart, _PAGE): _pages("\n".join, _PAGE),
        _pages(_under, _PAGE): _pages("\n".join, [*_PAGE, "3"]),
        _pages(lambda page: "\n".join([*page, *map(str, range(1, 12)), "3"]), _PAGE): _pages(
            "\n".join, [*_PAGE, "3"]
        ),
        _pages(_before, _PAGE): _pages("\n".join, [" " * 7 + line for line in _PAGE]),
    },
    keeps=[
        _apart(_PAGE),  # one page
        _pages(_apart, [f"{_LINE}。"] * 11),  # none inside a sentence: a list of fifths
        _pages(_apart, _VERSE),
        _pages(_before, _VERSE),
        _pages(_before, ["孤舟载月过横塘，", "两岸芦花白似霜。"] * 5 + ["莫道秋江无客到，"]),
        # a table that was read column by column
        _pages(lambda page: "\n".join([*page, *map(str, range(1, 12))]), ["水尺读数表"] * 11),
        _pages(lambda page: "\n".join([*page, "5", "10", "15", "图1 水位"]), _PAGE),  # an axis
        _pages(lambda page: "\n".join([*page[:2], "5", *page[2:9], "10", *page[9:]]), _PAGE),
        "5\n甲\n10\n乙\n15\n丙\n5\n丁\n10\n戊\n15\n己",  # a table
        "5  米\n10  面\n15  油\n5  盐\n10  糖\n15  醋",
    ],
)
