"""Heads and feet that come back with the pages, letter by letter but for their numbers.

A line shows that it is one by where it comes back: at the edges of pages, or evenly and inside
sentences. Left and right pages may have heads of their own, so that in a report of four pages each
stands once or twice; there the tops show it together: most pages begin with a line that stands on
a page before. What a head repeats is as often as not the title: of the report, in which it stands
once more right under the first head, or on a first page that has no head; of a chapter, inside a
page. That line stays.

And in a text of two pages or three, where nothing comes back often enough, what stands at the end
of a page inside a sentence is a head, if the sentence goes on behind it (`cutheads.py`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from cleaner import late as re
from cleaner.layout import (
    BULLET,
    COLON,
    COMMA,
    END,
    PLAIN,
    Line,
    display_width,
)
from cleaner.paper import press
from cleaner.paper.cutheads import EDGE_LINES, going_on, inside_sentences
from cleaner.paper.headkeys import (
    DIGITS_RE,
    GAP,
    PROSE_MARKS,
    is_heading,
    is_short,
    keys_of,
    places_of,
    repeated_by,
)
from cleaner.paper.pagebreaks import (
    MAX_UNEVEN,
    MIN_CUTTING_SHARE,
    MIN_PAGE_LINES,
    MIN_WIDE,
    breaks,
    cuts,
    end_parts,
    goes_over,
)
from cleaner.paper.pagehead import MIN_HEADS
from cleaner.paper.pagenumber import page_number
from cleaner.paper.pagetops import MIN_TOP_CHARS, first_lines, of_chapters, tops_of
from cleaner.paper.sectionheads import section_heads
from cleaner.programs import program_lines

# Where one of so many lines is a program's, others come back in it. Chosen.
MOST_CODED = 3
# It comes back at a page's edge so often; without edges (MIN_HEADS and) more often and evenly.
MIN_EDGE_SHARE, MIN_EVEN_HEADS, MIN_EVEN_CUTS = 0.6, 4, 2
# Two titles side by side, of the chapter and of the section, em. Chosen; try 40 to 50.
MAX_RETURNING = 45
HEAD_PIECES = 2  # lines that one head has, at most, if it comes back


# The caption of a figure or a table: two may differ in their numbers alone.
CAPTION_RE = re.compile(r"(?:图|圖|表|Fig(?:ure|\.)?|Table|Box)\s?[0-9]")
# How a heading, a rule, an item, a comment, a row of a markup opens, and no sentence's rest.
NOT_GOING_ON = frozenset("#%*+-=_~|/;[{<>@$&^\\")
# What may stand right below a title: the contents, the first section; 第三章 stands below a head.
OPENING_RE = re.compile(
    r"目[ \u3000]*[录錄次]$|(?:第 ?)?[一1](?![0-9〇一二三四五六七八九十百])\W?.{2}"
)
# How a typesetter cuts a title that the line has no room for.
CUT_RE = re.compile(r"\w ?(?:…|\.\.\.)$")
FIELD_RE = re.compile(r"[^\s：:，。]{1,12}[：:] ?\S")  # of a record


def returning_heads(
    lines: Sequence[Line], edges: Sequence[bool], known: AbstractSet[int], counted: Sequence[int]
) -> Iterator[int]:
    """Yield the lines that are heads and feet because they come back.

    `edges`: a form feed stands beside the line; `known`: lines that are heads by their shape;
    `counted`: those that are page numbers.
    """
    paged = bool(known or counted) or goes_over(lines)
    edges = [edge and paged for edge in edges]
    if any(edges):
        edges[0] = edges[-1] = True
    for at in (*known, *counted):
        _widen(edges, at)
    ends = sorted(
        {*(at for at, line in enumerate(lines) if line.page), *(at + 1 for at in counted)} - {0}
    )
    often = list(_often(lines))
    parts = end_parts(lines, ends, often)
    often = [where for where in often if parts.isdisjoint(where)]
    found = set(known)
    # Twice: a line beside a head stands at the page's edge too (工作通讯, below it 专题研究).
    for _ in range(HEAD_PIECES):
        for where in often:
            found.update(_heads_of(lines, where, edges))
        for at in found:
            _widen(edges, at)
    for firsts in first_lines(lines, counted) if paged else ():
        for where in tops_of(lines, firsts):
            found.update(where, _second_pieces(lines, where))
        # Below the name of the book stands that of the chapter.
        below = [at + 1 for at in firsts if at in found and at + 1 < len(lines)]
        found.update(*tops_of(lines, below))
    found.update(sure := section_heads(lines))
    found.update(inside_sentences(lines, found))
    # A head that stands inside a sentence is no heading, even where it stands first.
    keys = keys_of(lines)
    heads = {keys[at] for at in found - known}
    found.update(at for at, key in enumerate(keys) if key in heads and breaks(lines, at))
    kept = (repeated_by(lines, found) | {*_repeated(lines, found)}) - sure
    yield from found - known - kept


def _second_pieces(lines: Sequence[Line], heads: Sequence[int]) -> Iterator[int]:
    """Yield the lines below heads that stand twice there and nowhere else: 李明：闸门锈蚀的成因.

    With one number: Chapter 3 and Chapter 4 are labels of the chapters that begin there.
    """
    keys, counts = keys_of(lines), places_of(lines)[1]
    below = [at + 1 for at in heads if at + 1 < len(lines)]
    times = Counter(keys[at] for at in below)
    numbers: dict[str, set[str]] = {}
    for at in below:
        numbers.setdefault(keys[at], set()).add("".join(DIGITS_RE.findall(lines[at].text)))
    for at in below:
        named = is_short(keys[at]) and PROSE_MARKS.isdisjoint(lines[at].text)
        if (
            named
            and 1 < times[keys[at]] == counts[keys[at]]
            and len(numbers[keys[at]]) == 1
            and lines[at].ending not in {END, COLON}
        ):
            yield at


def _often(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the places of each short line that stands often enough."""
    places: dict[str, list[int]] = {}
    keys = keys_of(lines)
    counts = Counter(keys)
    for at, (line, key) in enumerate(zip(lines, keys, strict=True)):
        if counts[key] < MIN_HEADS:
            continue
        # **写作要点**： of each section, #### 过渡段（第4章）, .I command of a manual's source, }
        ended = line.ending in (END, COMMA, COLON) and not _is_cut(line.text)
        coded = line.text[0] in "#.\\{}%"
        short = is_short(key) or display_width(key) <= MAX_RETURNING
        if short and not ended and not coded and line.opening != BULLET:
            places.setdefault(key, []).append(at)
    for key, where in places.items():
        if len(where) < MIN_HEADS or not any(map(str.isalpha, key)):
            continue
        if not press.credit_line(first := lines[where[0]].text) and not CAPTION_RE.match(first):
            yield where


def _is_cut(text: str) -> bool:
    """Say whether a title was cut for the head of a page: APPENDIX B. AUTOMATING THE …."""
    return CUT_RE.search(text) is not None


def _heads_of(lines: Sequence[Line], where: Sequence[int], edges: Sequence[bool]) -> Iterator[int]:
    """Yield those places of a line at which it is a head."""
    at_edges = [at for at in where if edges[at]]
    if len(at_edges) >= MIN_EDGE_SHARE * len(where):
        # A page ends with a heading, and the next one's head is the same.
        twice = {at - 2 for at in at_edges}.intersection(at_edges)
        above = {at for at in twice if page_number(lines[at + 1].text)}
        yield from (at for at in at_edges if at not in above)
    elif (
        PROSE_MARKS.isdisjoint(lines[where[0]].text)
        and not _is_cut(lines[where[0]].text)
        and _is_even(lines, where)
        and not any(map((coded := program_lines(lines)).__getitem__, where))
        and MOST_CODED * sum(coded) <= len(lines)
        and not _is_block(keys_of(lines), where)
        and not _are_fields(lines, where)
    ):
        yield from where


def _are_fields(lines: Sequence[Line], where: Sequence[int]) -> bool:
    """Say whether these lines are fields, each beside another one: 風險：低 | 時間：6 小時."""
    near = (map(FIELD_RE.match, (line.text for line in lines[at - 1 : at + 2])) for at in where)
    return bool(FIELD_RE.match(lines[where[0]].text)) and all(sum(map(bool, n)) > 1 for n in near)


def _is_block(keys: Sequence[str], where: Sequence[int]) -> bool:
    """Say whether with a line more lines come back than a head has: a paragraph, a formula."""
    size = 1
    for step in (-1, 1):
        near = [at + step for at in where]
        while size <= EDGE_LINES and _are_one(keys, near):
            size += 1
            near = [at + step for at in near]
    return size > EDGE_LINES


def _are_one(keys: Sequence[str], where: Sequence[int]) -> bool:
    return where[0] >= 0 and where[-1] < len(keys) and len({keys[at] for at in where}) == 1


def _widen(edges: list[bool], at: int) -> None:
    """Mark the lines beside a head: they stand at the page's edge, too."""
    beside = slice(max(0, at - 1), at + 2)
    edges[beside] = [True] * len(edges[beside])


def _is_even(lines: Sequence[Line], where: Sequence[int]) -> bool:
    """Say whether a line comes back once a page, and inside sentences."""
    # once as the head, once right below it
    apart = [at for a, at in pairwise([-MIN_PAGE_LINES, *where]) if at - a >= MIN_PAGE_LINES]
    where = apart if len(apart) == len(where) - 1 else where
    # The first head and the last foot have no page beyond them, and the last page may be short.
    inner = [at for at in where if 0 < at < len(lines) - 1]
    gaps = [b - a for a, b in pairwise(inner)] or [MIN_PAGE_LINES]
    if min(gaps) < MIN_PAGE_LINES or max(gaps) > MAX_UNEVEN * min(gaps):
        return False
    cutting = [at for at in inner if cuts(lines, at) and _goes_on(lines, at)]
    if len(where) >= MIN_EVEN_HEADS:
        return len(cutting) >= MIN_CUTTING_SHARE * len(where)
    # Three lines prove more where each cuts prose, no verse, and the sentence goes on behind it.
    if not len(cutting) == len(inner) >= MIN_EVEN_CUTS:
        return False
    on = going_on(lines, [(at, at - 1, at + 1) for at in inner])
    return all(lines[at - 1].width >= MIN_WIDE for at in inner) and len([*on]) == len(inner)


def _goes_on(lines: Sequence[Line], at: int) -> bool:
    """Say whether a sentence can go on behind a line: no item, heading or rule stands there."""
    below = [one for one in lines[at + 1 : at + 3] if not page_number(one.text)][:1]
    return any(one.opening == PLAIN and one.text[0] not in NOT_GOING_ON for one in below)


def _repeated(lines: Sequence[Line], found: AbstractSet[int]) -> Iterator[int]:
    """Yield the places of heads where the line is what the heads repeat: a title, a heading."""
    keys = keys_of(lines)
    again = Counter(keys[at] for at in found)
    if (title := _title(lines, found)) is not None:
        yield title
    yield from of_chapters(lines, found)
    for at in found:
        # Once as the head, once right below it, or below the book's name.
        below = at - 1 in found and keys[at - 1] == keys[at]
        parted = {at - 1, at - 2} <= found and not (lines[at].page or lines[at - 1].page)
        below = below or (parted and lines[at - 2].text == lines[at].text)
        if below or (again[keys[at]] > 1 and not breaks(lines, at) and is_heading(lines, at)):
            yield at


def _title(lines: Sequence[Line], found: AbstractSet[int]) -> int | None:
    """Return the line at the start of the text that is the title, which the heads repeat.

    Below a head stands the title; below the title none, but the byline, the contents, the first
    section, or nothing: a title may have its own page.
    """
    if 0 not in found or len(lines) == 1:
        return None
    keys, texts = keys_of(lines), [line.text for line in lines[:3]]
    numbered = page_number(texts[1]) is not None
    again = 1 + numbered
    if again < len(lines) and keys[again] == keys[0]:
        # Once as the head, once right below it; and one of them may have the page's number.
        return again if len(texts[again]) <= len(texts[0]) else 0
    # A title page is short, as no other is, and not headed.
    ends = [at for at, line in enumerate(lines[: 2 * MIN_PAGE_LINES]) if line.page]
    alone = bool(ends) and 1 < ends[0] < MIN_PAGE_LINES <= min([*ends[1:], len(lines)]) - ends[0]
    alone = alone and not numbered
    if alone and all(lines[at].text == texts[0] for at in found if keys[at] == keys[0]):
        return 0
    if len(texts[0]) < MIN_TOP_CHARS or DIGITS_RE.search(texts[0]) or GAP in texts[0]:
        return None
    if numbered or lines[1].page:
        # Or the head has its number right below, as on the other pages; or it had.
        below = (lines[at + 1] for at in found if 0 < at < len(lines) - 1 and keys[at] == keys[0])
        return None if any(line.page or page_number(line.text) for line in below) else 0
    named = press.credit_line(texts[1]) or press.names_line(texts[1])
    return 0 if named or OPENING_RE.match(texts[1]) else None
