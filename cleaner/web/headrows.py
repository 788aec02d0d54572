"""The rows round a headline: the others of one that was set in several, kicker and subtitle.

江城日报数字报-老街修旧如旧 十二座门楼重见天日     the <title>
江城推进古建筑保护                                 the kicker: shares its words with the text
老街修旧如旧                                       both rows are the headline: the page says them
十二座门楼重见天日                                 in one line elsewhere, see above
——青石巷修缮工程                                   the subtitle, and its second row
走访记

Of an office the rows are known by their form, `cleaner.paper.official`.
"""

from collections.abc import Sequence

from cleaner.lexicon import cuts_word
from cleaner.paper.official import MOST_ROWS, OFFICE_RE, first_row, names_kind
from cleaner.web import labels
from cleaner.web.bulletins import masthead
from cleaner.web.headline import BODY, COPIED_RE, FEW_PAIRS, HEADLINE_MOST, headline_above, units
from cleaner.web.page import WebLine
from cleaner.web.passing import FULL_CHARS, SUBTITLE, is_writer, passable
from cleaner.web.runs import Block
from cleaner.web.titles import title_span

# Characters of a row of a headline, and of a line that says all of them: a title, a link. Chosen.
ROW_LEAST, MOST_SAID = 4, 120
# A subtitle says the same as the text: of its pairs of characters so many stand there, too.
SUBTITLE_SHARE = 0.25
SIGNED_REACH = 6  # lines around the end of a text in which the office has its name; chosen


def rows_of_head(lines: Sequence[WebLine], block: Block) -> dict[int, str | None]:
    """Return the fates of the lines of a page's headline, its kicker and subtitle."""
    rows = headline_rows(lines, block.headline, block.end)
    if not rows:
        return {}
    below = subtitle_rows(lines, rows.stop, block.start, block.end)
    own = masthead(lines, rows.start)
    above = range(0) if own else kicker_rows(lines, rows.start, block.start, block.end)
    return {
        **dict.fromkeys((*rows, *below)),
        **dict.fromkeys(above, "kicker"),
        **dict.fromkeys(own, "source_line"),
    }


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
    if first == last:
        return torn_rows(lines, headline)
    office = lines[first].line.text
    near = lines[max(end - SIGNED_REACH, last + 1) : end + SIGNED_REACH]
    signed = any(line.line.text == office for line in near)
    first += OFFICE_RE.fullmatch(office) is not None and not signed
    return range(min(first, headline), max(last, headline) + 1)


def torn_rows(lines: Sequence[WebLine], headline: int) -> range:
    """Return the lines round a headline that are one with it: it was torn.

    One stands right above the dash of the subtitle, or the page says them in one line elsewhere, or
    a word is cut between them. A headline that the page says elsewhere without them is whole.
    """
    top, stop = headline, headline + 1
    while top > 0 and headline - top < MOST_ROWS - 1 and _may_be_row(lines[top - 1]):
        top -= 1
    while stop < len(lines) and stop - headline < MOST_ROWS and _may_be_row(lines[stop]):
        stop += 1
    dash = headline + 2
    if stop == dash < len(lines) and _is_subtitle(lines[dash].line.text):
        return range(headline, dash)
    return _said_rows(lines, range(top, stop), headline)


def _said_rows(lines: Sequence[WebLine], near: range, headline: int) -> range:
    """Return those of some lines, the headline among them, that stand in one line elsewhere."""
    one = range(headline, headline + 1)
    if len(near) == 1:
        return one
    rows = {at: labels.fold(lines[at].line.text) for at in near}
    others = [
        labels.fold(line.line.text)
        for at, line in enumerate(lines)
        if at not in near and line.chars <= MOST_SAID
    ]
    if rows[headline] in others:
        return one
    said = [text for text in others if rows[headline] in text]
    for first in range(near.start, headline + 1):
        for stop in range(near.stop, max(headline, first + 1), -1):
            whole = "".join(rows[at] for at in range(first, stop))
            if any(whole in text for text in said):
                return range(first, stop)
    return one if said else _cut_rows(lines, near, headline)


def _cut_rows(lines: Sequence[WebLine], near: range, headline: int) -> range:
    """Return the headline and its neighbour where a word is cut between the two.

    The name of a section above is short, and makes a word by chance: 读书 | 人与自然.
    """
    for at in range(max(headline - 1, near.start), min(headline + 1, near.stop - 1)):
        long = lines[at].chars >= FULL_CHARS
        if long and cuts_word(lines[at].line.text, lines[at + 1].line.text):
            return range(at, at + 2)
    return range(headline, headline + 1)


def find_headline(lines: Sequence[WebLine], start: int, end: int) -> int:
    """Return the headline of the block [start, end) on a page that does not repeat it, or -1.

    The middle one of three rows whose last is most like one: kicker, headline, subtitle. Of the
    text's words the subtitle has most.
    """
    headline = headline_above(lines, start, end)
    top = headline - 2
    if top < 1 or not lines[top - 1].label or not all(map(_may_be_row, lines[top:headline])):
        return headline
    return headline - 1 if _shares(lines, range(headline - 1, headline), start, end) else headline


def mends(lines: Sequence[WebLine], headline: int) -> list[tuple[int, int, str]]:
    """Return what is put right inside the headline: stretches of the text, and what comes there.

    The break between two of its rows, the link of a thread behind it (渡口停航一周 [复制链接]), and
    the names of the site in a page's <title>.
    """
    if headline < 0:
        return []
    line = lines[headline].line
    if headline == 0 and (named := title_span([one.line.text for one in lines]))[1]:
        start, end = named
        mark = [(line.start, line.start + start, "")] if start else []
        return [*mark, (line.start + end, line.end, "")]
    if link := COPIED_RE.search(line.text):
        chars = len(line.text[: link.start()].rstrip())
        return [(line.start + chars, line.end, "")] if chars else []
    rows = torn_rows(lines, headline)
    texts = ["".join(lines[at].line.text.split()) for at in rows]
    others = [line.line.text for at, line in enumerate(lines) if at not in rows and len(rows) > 1]
    found = []
    for at, above, below in zip(rows, texts, texts[1:], strict=False):
        whole = any(above[-2:] + below[:2] in text for text in others)
        gap = "" if whole or cuts_word(above, below) else " "
        found.append((lines[at].line.end, lines[at + 1].line.start, gap))
    return found


def _is_subtitle(text: str) -> bool:
    """Say whether a line has a subtitle's dash, and is no rule: ---|---."""
    return text.startswith(SUBTITLE) and any(map(str.isalnum, text))


def _may_be_row(line: WebLine) -> bool:
    if line.line.text.startswith(SUBTITLE) or is_writer(line.line.text):
        return False
    return not (line.label or line.day or line.end) and ROW_LEAST <= line.chars <= HEADLINE_MOST


def subtitle_rows(lines: Sequence[WebLine], at: int, start: int, end: int) -> range:
    """Return the lines of the subtitle: between the headline and the day, the writer or the text.

    It says the same as the text, or has its dash. [start, end): the text.
    """
    last = at
    while last < start and last - at < MOST_ROWS and _goes_on(lines, last, at):
        last += 1
    below = lines[last]
    closed = last == start or below.day or below.label in (labels.META, labels.CREDIT)
    if at < start and lines[at].line.text.startswith(SUBTITLE):
        return range(at, last if closed or is_writer(below.line.text) else at + 1)
    if last == at or not (closed or is_writer(below.line.text)):
        return range(at, at)
    return range(at, last if _shares(lines, range(at, last), start, end) else at)


def _goes_on(lines: Sequence[WebLine], i: int, first: int) -> bool:
    """Say whether a line may be a row of the subtitle that begins at `first`."""
    line = lines[i]
    if i == first and line.line.text.startswith(SUBTITLE):
        return True
    if line.label or line.day or line.copy or line.chars < FULL_CHARS:
        return False
    return not (passable(lines, i) or is_writer(line.line.text))


def kicker_rows(lines: Sequence[WebLine], first: int, start: int, end: int) -> range:
    """Return the lines right above the headline, at `first`, that say the same as the text."""
    top = first
    while top > 0 and first - top < MOST_ROWS - 1 and _is_kicker(lines, top - 1, start, end):
        top -= 1
    return range(top, first)


def _is_kicker(lines: Sequence[WebLine], i: int, start: int, end: int) -> bool:
    line = lines[i]
    if line.label or line.day or line.copy or line.cut or line.end or line.chars < FULL_CHARS:
        return False
    return not passable(lines, i) and _shares(lines, range(i, i + 1), start, end)


def _shares(lines: Sequence[WebLine], rows: range, start: int, end: int) -> bool:
    own = units([lines[i] for i in rows])
    shared = own & units(lines[start : min(end, start + BODY)])
    return len(own) >= FEW_PAIRS and len(shared) >= SUBTITLE_SHARE * len(own)
