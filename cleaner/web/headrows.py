"""The rows of a headline that was set in several: an office's, `cleaner.paper.official`.

云岭县人民政府办公室关于印发           stays, though the site's name looks like it
老旧小区改造实施方案的通知             the headline as `cleaner.web.headline` found it
"""

from collections.abc import Sequence

from cleaner.paper.official import MOST_ROWS, OFFICE_RE, first_row, names_kind
from cleaner.web import labels
from cleaner.web.headline import BODY, FEW_PAIRS, units
from cleaner.web.page import WebLine
from cleaner.web.passing import FULL_CHARS, passable

# A subtitle says the same as the text: of its pairs of characters so many stand there, too.
SUBTITLE_SHARE = 0.25
SIGNED_REACH = 6  # lines around the end of a text in which the office has its name; chosen


def headline_rows(lines: Sequence[WebLine], headline: int, end: int) -> range:
    """Return the rows of a headline of which one was found, none for -1; `end`: of the text.

    An office alone in the first of them may be the site, unless it has signed the text.
    """
    if headline < 0:
        return range(0)
    rows = [line.line.text for line in lines[headline : headline + MOST_ROWS]]
    last = headline + next((at for at, row in enumerate(rows) if names_kind(row)), 0)
    top = max(last + 1 - MOST_ROWS, 0)
    rows = [line.line.text for line in lines[top : last + 1]]
    first = top + first_row(rows, last - top)
    if first > headline or any(line.label for line in lines[first : last + 1]):
        return range(headline, headline + 1)
    office = lines[first].line.text
    near = lines[max(end - SIGNED_REACH, last + 1) : end + SIGNED_REACH]
    signed = any(line.line.text == office for line in near)
    first += OFFICE_RE.fullmatch(office) is not None and not signed
    return range(min(first, headline), max(last, headline) + 1)


def is_subtitle(lines: Sequence[WebLine], at: int, start: int, end: int) -> bool:
    """Say whether a line is the subtitle: between the headline and the day, the writer or the text.

    [start, end): the text.
    """
    if at >= start:
        return False
    line, below = lines[at], lines[at + 1]
    if at + 1 < start and not (below.day or below.label in (labels.META, labels.CREDIT)):
        return False
    if line.label or line.day or line.copy or line.chars < FULL_CHARS or passable(lines, at):
        return False
    own = units([line])
    shared = own & units(lines[start : min(end, start + BODY)])
    return len(own) >= FEW_PAIRS and len(shared) >= SUBTITLE_SHARE * len(own)
