"""Find rows of lines that only pages have: bars of channels, teasers, blurbs of one width."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.layout import COLON, COMMA, DIGIT, END, HAN, LATIN, display_width, ending_of
from cleaner.web import labels
from cleaner.web.frame import is_sure
from cleaner.web.twin import ADDRESS

# A bar of navigation: so many lines in a row of at most so many characters, so many of them known.
NAV_RUN, NAV_CHARS, NAV_KNOWN = 6, 8, 3
NAV_ALL = 5  # known names in a row that are a bar by themselves
NAV_BAR = 4  # known names in one line
# Lines above the first paragraph in which one bar shows a site, and its names where one is known: a
# form has 姓名|性别|民族. Chosen.
HEAD_REACH, BAR_PARTS = 8, 3
# Tools that stand one below the other between a headline and its text; one at least is no channel.
TOOLS = frozenset({labels.COMMENT, labels.LOGIN, labels.SHARE})

# A teaser ends in dots and is shorter than a paragraph; its neighbours are cut at the same width.
# Chosen: the longest seen has 41 characters.
TEASER_CHARS = 60
TEASER_REACH, TEASER_WIDTH = 3, 3.0  # lines; em
TEASER_RUN, LONG_TEASER_RUN = 3, 8  # a poem of lines that trail off has fewer

# A prose line without an end, comma or bracket is cut: from so many characters. At 35 it takes
# bodies that are written without end marks for teasers.
CUT_CHARS = 48
UNENDED = 3  # paragraphs in a row without an end mark; chosen

LISTED = 3  # places in which a page has a list of links, be their titles sentences; chosen

# The number of a picture in a series or of a page in a document, 2/6, 第12页/共186页: where several
# stand in a text, they are its own; a page of the web has one.
OF_SERIES_RE = re.compile(r"第?\d{1,4}页?\s?/\s?共?\d{1,4}页?")


def of_series(lines: Sequence[str]) -> list[int]:
    """Return which lines are numbers of a series, where several of them stand."""
    found = [i for i, line in enumerate(lines) if "/" in line and OF_SERIES_RE.fullmatch(line)]
    return found if len({lines[i] for i in found}) > 1 else []


def listed(lines: Sequence[str], seen: Mapping[str, int]) -> list[int]:
    """Return which sentences are titles of links: a page has them in many places, in a row."""
    found = [
        seen[line] >= LISTED and len(line) < CUT_CHARS and ending_of(line) == END for line in lines
    ]
    near = zip([False, *found], found, [*found[1:], False], strict=False)
    return [i for i, (above, one, below) in enumerate(near) if one and (above or below)]


def bar(lines: Sequence[str], marks: Sequence[str]) -> int:
    """Return what the bars of navigation weigh: 2 where their names are known, 1 by their form."""
    if not any(marks):  # alone a bar proves nothing
        return 0
    bars = [line for line, mark in zip(lines, marks, strict=True) if mark == labels.NAV]
    if any(labels.names_in_bar(line) >= NAV_BAR for line in bars):
        return 2
    if len(bars) >= NAV_KNOWN and _nav_run(lines, [mark == labels.NAV for mark in marks]):
        return 2
    homes = [len(labels.PIECES_RE.split(bar)) for bar in bars if labels.home_bar(bar)]
    if homes:
        return 2 if max(homes) >= NAV_RUN else 1
    return int(_nav_run(lines, [line.endswith(labels.NAV_ENDS) for line in lines]))


def head_bar(lines: Sequence[str], marks: Sequence[str]) -> int:
    """Return where names of a site stand in one line above the first paragraph, or -1.

    首页|新闻|视频|民生, 首页 概况 机构 师资, 上一篇 下一篇. A table's head has rows below it.
    Or where two tools stand one below the other: 打印, 收藏. A manual speaks of its own.
    """
    first = next((i for i, line in enumerate(lines[:HEAD_REACH]) if is_sure(line, len(line))), 0)
    bar = next((i for i in range(first) if _is_head_bar(lines[i], marks[i])), -1)
    if bar < 0:
        tools = [i for i in range(1, first - 1) if _are_tools(marks[i : i + 2])]
        return next((i for i in tools if not _are_told(lines[i : i + 2], lines[first:])), -1)
    said = any(ending_of(line) in (COLON, END) for line in lines[:bar])  # 例如： above it
    cells = any("|" in line and labels.DIGIT_RE.search(line) for line in lines[:first])
    return -1 if said or cells or any("|" in line for line in lines[first:]) else bar


def _is_head_bar(line: str, mark: str) -> bool:
    pieces = len(list(filter(None, labels.PIECES_RE.split(line))))
    # The languages and the parts of a program, in the README's second line, are links too.
    if mark != labels.NAV or "[" in line or ADDRESS in line:
        return mark == labels.NEXT and pieces > 1 and not labels.DIGIT_RE.search(line)
    known = labels.names_in_bar(line)
    parted = known > 0 and "|" in line and pieces >= BAR_PARTS
    return labels.home_bar(line) or known >= NAV_KNOWN or parted


def _are_tools(marks: Sequence[str]) -> bool:
    """Say whether both marks are tools'. Of 31,000 texts that are no pages none has such two."""
    return all(mark in TOOLS or mark == labels.NAV for mark in marks) and not TOOLS.isdisjoint(
        marks
    )


def _are_told(tools: Sequence[str], text: Sequence[str]) -> bool:
    """Say whether a paragraph names one of the tools."""
    return any(tool in line for line in text if is_sure(line, len(line)) for tool in tools)


def _nav_run(lines: Sequence[str], known: Sequence[bool]) -> bool:
    """Say whether short lines without marks stand in a row and enough of them are known."""
    run = hits = 0
    for line, is_known in zip(lines, known, strict=True):
        if len(line) > NAV_CHARS or labels.PROSE_RE.search(line):
            run = hits = 0
            continue
        run, hits = run + 1, hits + is_known
        if (hits >= NAV_KNOWN and run >= NAV_RUN) or hits >= NAV_ALL:
            return True
    return False


def dotted(line: str) -> bool:
    """Say whether a line ends in the dots of a cut; leaves f(...), [FILE]... and ..ccccc.."""
    ended = line.endswith(("..", "…", "…）", "...)")) and not line.endswith(("(...)", "]..."))
    return ended and line[0] != "."


def unended(lines: Sequence[str], cuts: Sequence[int]) -> list[int]:
    """Return which of the lines that seem cut off are paragraphs whose writer ends none.

    Sites cut at one width, and a title stands between two blurbs: so several long lines in a row,
    of other widths, are text.
    """
    found: list[int] = []
    run: list[int] = []
    for i in (*cuts, -1):
        if run and i != run[-1] + 1:
            widths = [display_width(lines[k]) for k in run]
            apart = max(widths) - min(widths) > 2 * TEASER_WIDTH
            found += run if len(run) >= UNENDED and apart else []
            run = []
        if i >= 0 and labels.PROSE_RE.search(lines[i]) and not dotted(lines[i]):
            run.append(i)
    return found


def teaser_run(lines: Sequence[str]) -> int:
    """Return the longest run of teasers: lines apart by few lines, alike in width."""
    longest = run = last = 0
    width_before = 0.0
    for i, line in enumerate(lines):
        if len(line) >= TEASER_CHARS or not dotted(line):
            continue
        width = display_width(line)
        near = i - last <= TEASER_REACH and abs(width - width_before) <= TEASER_WIDTH
        run = run + 1 if near else 1
        longest, last, width_before = max(longest, run), i, width
    return longest


def cut_run(lines: Sequence[str]) -> int:
    """Return how many lines are blurbs cut off in mid-sentence at one width, each under its title.

    Lines that were wrapped are cut at one width too, but follow each other: a text with as many
    of that width below lines that are no titles has none.
    """
    widths = [
        display_width(line)
        for above, line in pairwise(lines)
        if CUT_CHARS <= len(line) <= labels.LONG_CHARS
        and len(above) < CUT_CHARS
        and ending_of(line) in (HAN, LATIN, DIGIT)
        and ending_of(above) != COMMA
        and labels.PROSE_RE.search(line)
    ]
    widths.sort()
    reach = TEASER_RUN - 1
    alike = [a for a, b in zip(widths, widths[reach:], strict=False) if b - a <= TEASER_WIDTH]
    if not alike:
        return 0
    least, most = alike[0], alike[-1] + TEASER_WIDTH
    cut = sum(least <= width <= most for width in widths)
    others = sum(least <= display_width(line) <= most for line in lines) - cut
    return TEASER_RUN if others < cut else 0
