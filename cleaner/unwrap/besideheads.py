"""Which line beside a sure headline belongs to it: a headline that took two lines.

All that stands round the pair is weighed, whatever the decode made of the line: a byline below, a
cut word, the widths, what the text below repeats, and whether the n-grams go on across the break.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import CLOSE, COLON, DIGIT, HAN, LATIN, PLAIN, TAIL, Line, Lines
from cleaner.paper.headshape import PAUSE_RE
from cleaner.paper.labels import DATE_RE, LABEL_RE
from cleaner.paper.names import is_byline, is_lone_byline
from cleaner.paper.press import dateline_end
from cleaner.unwrap.breaks import Break
from cleaner.unwrap.cuts import evidence_of
from cleaner.unwrap.guards import CUT_WORD, MARK_RE
from cleaner.unwrap.measure import SHADOW_EM
from cleaner.unwrap.sureheads import announced_in, columns_near, echo, rareness

# What a heading over two lines breaks after; a comma too: 更高质量、 | 更高水平的新发展.
OPEN_ENDS = frozenset({CLOSE, DIGIT, HAN, LATIN})
# A heading wraps when it is about as wide as its page lets it: shorter ones are subheads, names.
MIN_WRAPPED_EM = 14.0
# The second line may be that much wider, em: a stray half-width character.
WIDER_EM = 0.6
# What a rest may be said of, up to this width, em: a longer one the text below repeats.
MAX_REST_EM = 8.5

# What stands under a title and is no part of it: a year or a day, the number of a part, who wrote.
UNDER_RE = re.compile(
    r"[（(]?(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?[）)]?|\d{1,3}(?:\.\d{1,2})*"
    r"|\d{1,2}(?:\u3000| {2,4})[\u4e00-\u9fff].*"
    r"|[\u4e00-\u9fff]{2,4}[ \u3000]{1,4}(?:编?著|[编译]|主编|口述|整理)"
)
# What a cover says over one.
OVER_RE = re.compile(r"[\u4e00-\u9fff]{2,20}(?:学位|毕业)论文")

# 冰糖 30克, 酱油 2大勺.
AMOUNT_RE = re.compile(r"\S{1,10}[ \u3000]{1,4}[0-9½¼./]{1,6}\S{0,4}")

# Log-odds that a sure headline and the line beside it are one heading, fitted over 1,700 pairs and
# rounded. Of 804 pairs that they were not fitted on 91 % are told rightly (without GOES_ON, which
# knows the names of the page, 87 %).
TOGETHER = -1.2  # fitted: -.8
BOTH, SECOND_ONLY = 0.6, -1.1  # which of them is sure
ANNOUNCED_BELOW = 0.8  # a byline or a dateline comes below
APART = -1.0  # a blank line between, times how rare one is
TORN = 1.8  # a word is cut
GOES_ON = 0.35  # times the ratio of n-grams across the cut
SAME_WIDTH = 0.4  # the two are as wide: a heading that fills its own measure
REST = 1.6  # the second has at most MAX_REST_EM
SCRAP, SCRAP_EM = 0.5, 3.0  # or hardly anything
LONG_FIRST = -1.5  # the first has MIN_WRAPPED_EM: a whole headline
PAUSED = 0.5  # the first has a pause
ECHOED = 1.9  # times the share of the pairs of either that the text below repeats
SECOND_FULL, SECOND_FIRST, FIRST_FULL = -0.6, -0.5, -1.1  # as wide as the columns near
BEFORE_FIRST = 0.9  # the first line of a paragraph comes below
COLUMN_EM = 1.0

# Two sure headlines, the second the wider, are one where the n-grams go on so clearly: of 13 pairs
# 13, of 77 others none. The name of a series, 【新思想引领新征程】, begins the headline below it; a
# shorter one, 【权威发布】, is the name of a column.
SURELY_ON, MIN_SERIES_EM = 2.0, 8.5
# A headline and its subtitle stand like one headline: 小店卖出十万碗面 | 街坊排队半条街. Where no
# word is cut and the n-grams do not go on, they are two; of less a subtitle is not made, em. Of 70
# headlines that took two lines 65 go on, of 30 titles with a subtitle none.
GOES_NOWHERE, MIN_SUBTITLE_EM = 0.0, 5.5
# But two headlines of a page that wrap, wrap at one width (em), and a subtitle, in smaller type,
# hardly at its title's; nor does one begin as a word of grammar does (evidence of the break). Lines
# as wide as the columns are text; what is narrower than a headline's box are names and verse; more
# pairs in a row are a list.
SAME_MEASURE, MEASURE_EM, MIN_MEASURE_EM, MAX_PAIRS = 1.5, 1.0, 10.0, 3
LEANS = -1.0
# So many lines without marks, one below the other, are a list or a stanza: more than a heading, a
# kicker above it and a byline have. Of 4 to 8 all figures are the same.
MIN_STACK = 6


class _Page(NamedTuple):
    """The lines of a text, the sure headlines, and what is asked of all lines at once."""

    lines: Lines
    heads: Sequence[bool]
    announced: Sequence[float]
    steps: Sequence[int]  # their widths in half em
    rare: float


def beside_heads(
    lines: Lines, breaks: Sequence[Break], fixed: Sequence[bool], heads: Sequence[bool]
) -> list[int]:
    """Return the breaks beside sure headlines that may stand inside one heading."""
    listed = _listed(lines, breaks)
    return [
        at
        for at in range(len(breaks))
        if (heads[at] or heads[at + 1])
        and not (fixed[at] or fixed[at + 1])
        and _may_pair(lines, at)
        # A list, whose entries cut no word.
        and not (listed[at] and breaks[at].margin > CUT_WORD)
        # The end of a paragraph is no heading's first line.
        and not (at and breaks[at - 1].joined and not heads[at])
    ]


def _listed(lines: Sequence[Line], breaks: Sequence[Break]) -> list[bool]:
    """Say of each line whether it is of a list, below a colon, of things with how much, or a stack.

    No entry is of several lines.
    """
    listed = [False] * len(lines)
    for at in range(1, len(breaks)):
        above, line = lines[at - 1], lines[at]
        begun = listed[at - 1] or above.ending == COLON
        counts = AMOUNT_RE.fullmatch(line.text) and AMOUNT_RE.fullmatch(above.text)
        listed[at] = not breaks[at].joined and bool(counts or (begun and line.ending in OPEN_ENDS))
    for run in _stacks(lines, breaks):
        if len(run) >= MIN_STACK:
            listed[run.start : run.stop] = [True] * len(run)
    return listed


def _stacks(lines: Sequence[Line], breaks: Sequence[Break]) -> Iterator[range]:
    """Yield the stretches of lines that the decode left alone, without marks or blanks between."""
    start = 0
    for at, line in enumerate(lines):
        if MARK_RE.search(line.text) or line.ending not in OPEN_ENDS:
            yield range(start, at)
            start = at + 1
        elif line.blanks or (at and breaks[at - 1].joined):
            yield range(start, at)
            start = at
    yield range(start, len(lines))


def sure_pairs(
    lines: Lines, heads: Sequence[bool], beside: Sequence[int], goes_on: Mapping[int, float]
) -> set[int]:
    """Return which of the breaks beside sure headlines stand inside one heading."""
    if not beside:
        return set()
    page = _Page(
        lines,
        heads,
        announced_in(lines),
        [round(2 * line.width) for line in lines],
        rareness(lines),
    )
    found: set[int] = set()
    measured = _measured(page, beside)
    for at in beside:
        if {at - 1, at - 2, at - 3} <= found:
            continue
        ratio = goes_on[at]
        if at in measured:
            together = _odds(page, at) + SAME_MEASURE + GOES_ON * ratio > 0
        elif is_wider(lines[at], lines[at + 1]):
            both = heads[at] and heads[at + 1]
            together = (both and ratio > SURELY_ON) or _is_series(lines[at], lines[at + 1])
        else:
            together = _odds(page, at) + GOES_ON * ratio > 0
            together = together and not is_subtitle(lines, at, ratio)
        if together:
            found.add(at)
    return found


def _measured(page: _Page, beside: Sequence[int]) -> set[int]:
    """Return the pairs whose first line is as wide as that of another: there headlines wrap."""
    lines = page.lines
    may = {at for at in beside if _may_wrap(page, at)}
    # A second line that is a little wider (200处 did not fit) fills the box as well.
    pairs = [at for at in sorted(may) if at + 1 in may or not is_wider(lines[at], lines[at + 1], 0)]
    runs = {at: at for at in pairs}
    for at in pairs:
        runs[at] = runs.get(at - 1, at)
    sizes = Counter(runs.values())
    pairs = [at for at in pairs if sizes[runs[at]] <= MAX_PAIRS]
    steps = Counter(round(2 * lines[at].width) for at in pairs)
    near = range(-round(2 * MEASURE_EM), round(2 * MEASURE_EM) + 1)
    return {at for at in pairs if sum(steps[round(2 * lines[at].width) + one] for one in near) > 1}


def _may_wrap(page: _Page, at: int) -> bool:
    """Say whether the first of two lines may fill a headline's box, and the second be the rest."""
    first, second = page.lines[at], page.lines[at + 1]
    widest = max(columns_near(page.steps, at), default=0.0)
    return (
        first.width >= MIN_MEASURE_EM
        and first.ending != DIGIT  # a line of contents, with its page
        and second.width <= first.width + MEASURE_EM
        and abs(first.width - widest) > COLUMN_EM
        and not second.blanks
    )


def is_subtitle(lines: Lines, at: int, ratio: float) -> bool:
    """Say whether the second of two lines of a head is a headline of its own."""
    if ratio > GOES_NOWHERE or lines[at + 1].width < MIN_SUBTITLE_EM:
        return False
    return evidence_of(lines)[at] > LEANS


def is_wider(first: Line, second: Line, by: float = WIDER_EM) -> bool:
    """Say whether the second line is clearly wider than the first, em."""
    return second.width > first.width + by


def _is_series(first: Line, second: Line) -> bool:
    """Say whether a line is the name of a series, right above a headline."""
    brackets = first.text[0] + first.text[-1]
    return brackets == "【】" and first.width >= MIN_SERIES_EM and not second.blanks


def _may_pair(lines: Sequence[Line], at: int) -> bool:
    """Say whether two lines can be one heading, as `_can`, whatever was decided of them."""
    first, second = lines[at], lines[at + 1]
    return (
        first.ending in OPEN_ENDS
        and second.ending in OPEN_ENDS
        and second.opening in {PLAIN, TAIL}
        and second.text[0] not in "【—"
        and "，" not in second.text
        and not second.page
        and first.text[-1] != second.text[-1]
        and second.text not in first.text
        and not (DATE_RE.match(first.text) or DATE_RE.match(second.text))
        and not dateline_end(second.text)
        and not is_own(lines, at)
    )


def _odds(page: _Page, at: int) -> float:
    """Return the odds, in nats, that a sure headline and the line beside it are one heading."""
    lines, heads = page.lines, page.heads
    first, second = lines[at], lines[at + 1]
    columns = columns_near(page.steps, at)
    widest = max(columns, default=math.inf)
    below = lines[at + 2] if at + 2 < len(lines) else None
    terms = (
        ANNOUNCED_BELOW if page.announced[at + 1] else 0.0,
        (BOTH if heads[at] else SECOND_ONLY) if heads[at + 1] else 0.0,
        APART * page.rare if second.blanks else 0.0,
        TORN if evidence_of(lines)[at] <= CUT_WORD else 0.0,
        SAME_WIDTH if abs(first.width - second.width) <= WIDER_EM else 0.0,
        REST if second.width <= MAX_REST_EM else 0.0,
        SCRAP if second.width <= SCRAP_EM else 0.0,
        LONG_FIRST if first.width >= MIN_WRAPPED_EM else 0.0,
        PAUSED if PAUSE_RE.search(first.text) else 0.0,
        ECHOED * min(echo(lines, at, at + 2), echo(lines, at + 1, at + 2)),
        SECOND_FULL if second.width > widest - COLUMN_EM else 0.0,
        FIRST_FULL if abs(first.width - widest) <= COLUMN_EM else 0.0,
        SECOND_FIRST if _is_first(second, columns) else 0.0,
        BEFORE_FIRST if below and _is_first(below, columns) else 0.0,
    )
    return TOGETHER + sum(terms)


def _is_first(line: Line, columns: Sequence[float]) -> bool:
    """Say whether a line is as wide as the first lines of paragraphs in the columns near it."""
    return any(abs(line.width + SHADOW_EM - one) <= COLUMN_EM for one in columns)


def is_own(lines: Sequence[Line], at: int) -> bool:
    """Say whether a line under a title is one of its own: its writers, a document's number."""
    first, second = lines[at], lines[at + 1]
    below = lines[at + 2] if at + 2 < len(lines) else None
    named = is_byline(first.text, second.text) or is_lone_byline(first, second, below)
    apart = UNDER_RE.fullmatch(second.text) or OVER_RE.fullmatch(first.text)
    return named or apart is not None or LABEL_RE.match(second.text) is not None
