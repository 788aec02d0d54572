"""Lines that count the pages: a number alone, or beside the name of the book, journal or chapter.

    102    地方志研究    2011年  |  王某：札记    103  |  — 104 —  |  江城年鉴  [105]

No such line shows by itself what it is: a number may be a verse's, a row of a table or an entry of
a contents has both. What tells them apart is the count: the numbers go up from page to page, a
page's lines lie between, the names are few, and the lines stand at form feeds and heads, or cut
sentences as numbers of chapters never do. Or even numbers stand on the left and odd ones on the
right, as no list has them.
"""

from collections import Counter, deque
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import COMMA, END, Line
from cleaner.lexicon import cuts_word
from cleaner.paper.headkeys import DIGITS_RE, is_short, keys_of
from cleaner.paper.pagebreaks import MIN_PAGE_LINES, PROSE_MARK_RE, cuts, least_cutting
from cleaner.paper.pagehead import MIN_HEADS
from cleaner.paper.pagenumber import BRACKETED, MARK, NUMERAL, PLAIN, WORDS, PageNumber
from cleaner.paper.pagenumber import page_number as number_of

# Below a section's number stands a heading, so much narrower than the widest of so many lines below
# it; so large a share of the numbers of a run have one. Chosen.
HEADING_SHARE, HEADING_REACH, MOST_HEADINGS, MAX_PAGES_UNEVEN = 0.7, 4, 0.7, 2
# The numbers between those of pages that stand alone and are none, for each of them. Chosen.
MOST_OTHERS = 2
# The lines near a number that count as it does, if they are a program's.
MIN_LISTED = 2
SHOWN = " --> "
LEADING_RE = re.compile("[0-9]{1,4}(?![0-9.])")
# A number may be missing between two pages, not two.
MAX_STEP = 2
# The letters of a name that stands by the numbers of three pages, and the first of these, if the
# name has none. Chosen.
MIN_NAME_CHARS, MIN_FIRST = 4, 10
# Pages that name one total; chosen.
MIN_TOTALED = 3


# The longest name, and one with its gaps: a page is 200 characters wide at most.
MAX_NAME_CHARS, MAX_CHARS = 60, 240
# Between a name and a number; one space does in a run of heads. A number may have some: 3 / 12.
GAP_RE = re.compile(r"[ ]*[·•|｜][ ]*|[ \u3000\t]+")
NUMBER_GAPS = 5
# The name may have a section's number: 5.5. 选择发行版 35, §A.2 安装 105.
NAME_RE = re.compile(
    r"(?:§? ?[0-9A-Z]{1,2}(?:\.[0-9]{1,2})+\.? ?|§ ?|[0-9]{1,2}(?:[.、] ?|[ \u3000]))?[^\W\d].*"
)
# What prose has; a head has none.
PROSE_RE = re.compile("[，。；！？,;!?]")
# The number of the first chapter, or of the second where the first was not found.
MAX_FIRST = 2
# Runs whose next number may come, of those that ended with one number: an item may have it, too.
OPEN_RUNS = 4


class Counted(NamedTuple):
    """A line that may be a page number, or a head with one.

    `name`: the rest of the line, without digits and spaces. `left`: the number stands before it.
    """

    line: int
    number: PageNumber
    name: str = ""
    left: bool = False


def is_edge(lines: Sequence[Line], at: int) -> bool:
    """Say whether a form feed stands just before or after a line."""
    return lines[at].page or (at + 1 < len(lines) and lines[at + 1].page)


def _is_near_edge(lines: Sequence[Line], at: int) -> bool:
    """Say whether at most one line, a head or a foot, stands between a line and a page's end."""
    firsts = (one == 0 or lines[one].page for one in range(max(at - 1, 0), at + 1))
    lasts = range(at + 1, min(at + 2, len(lines)) + 1)
    return any(firsts) or any(one == len(lines) or lines[one].page for one in lasts)


def page_numbers(lines: Sequence[Line], heads: AbstractSet[int]) -> list[int]:
    """Return the lines that are page numbers, in order; `heads`: those that are heads of pages."""
    found = [
        Counted(at, number)
        for at, line in enumerate(lines)
        if (number := number_of(line.text)) and not _is_listed(lines, at, number.value)
    ]
    if not found:
        return []
    plain = [one for one in found if one.number.shape not in {BRACKETED, NUMERAL}]
    sure = {one.line for one in plain if is_edge(lines, one.line) and one.number.value < 1000}
    sure |= {one.line for one in plain if one.line - 1 in heads or one.line + 1 in heads}
    sure |= {one.line for one in plain if one.number.shape == MARK}
    # 第 1 页 共 3 页 at an end of the text is said of nothing else.
    ends = {0, len(lines) - 1}
    whole = (one for one in plain if one.number.shape == WORDS and one.number.total)
    sure |= {one.line for one in whole if one.line in ends}
    for style in sorted({one.number.style for one in found}):
        for chain in _runs([one for one in found if one.number.style == style]):
            if _counts_pages(lines, chain, sure):
                sure.update(one.line for one in chain)
    if _ends_last_page(lines, found, sure):
        sure.add(found[-1].line)
    return sorted(sure)


def _is_listed(lines: Sequence[Line], at: int, value: int) -> bool:
    """Say whether a number counts an empty line of a program: two beside it count on to it.

    Or a line of a film, above the time when it is shown.
    """
    if at + 1 < len(lines) and SHOWN in lines[at + 1].text:
        return True
    near = [(one, value + one - at) for one in range(max(at - 2, 0), min(at + 3, len(lines)))]
    counting = 0
    for one, number in near:
        first = LEADING_RE.match(lines[one].text)
        counting += first is not None and int(first[0]) == number
    return counting > MIN_LISTED


def _ends_last_page(lines: Sequence[Line], found: Sequence[Counted], sure: Collection[int]) -> bool:
    """Say whether the last line is the number of the last page, which may be short.

    It counts on from the page before; or stands alone in the text under its prose, and between
    two marks, - 12 -, if nothing else shows that the text has lines of a page.
    """
    last = found[-1]
    if last.line != len(lines) - 1 or last.number.shape not in {PLAIN, WORDS, BRACKETED}:
        return False
    before = [one.number for one in found[:-1] if one.line in sure]
    if before:
        one = before[-1]
        return one.style == last.number.style and 0 < last.number.value - one.value <= MAX_STEP
    if len(found) > 1 or last.line == 0 or last.number.total or last.number.shape == BRACKETED:
        return False
    above = lines[last.line - 1]
    prose = above.ending == END and above.width >= MIN_PAGE_LINES
    between = not (last.number.style or lines[-1].text[0].isalnum() or lines[-1].text[-1].isalnum())
    return prose and between


def _counts_pages(lines: Sequence[Line], chain: Sequence[Counted], sure: Collection[int]) -> bool:
    """Say whether numbers that count up are those of pages."""
    ends = {0, len(lines) - 1}  # of the text: there pages end, too
    if any(one.line in sure for one in chain):
        return True
    near = _is_near_edge if len(chain) >= MIN_HEADS else is_edge
    if all(one.line in ends or near(lines, one.line) for one in chain):
        return True
    if all(one.number.shape == WORDS for one in chain) or _ends_text(lines, chain):
        return True
    if _counts_to_total(chain, len(lines)) or _stands_by_a_head(lines, chain):
        return True
    least = least_cutting([(one.line, one.number.value) for one in chain])
    if sum(cuts(lines, one.line) for one in chain) < least or (
        _are_few(lines, chain) or _number_sections(lines, chain)
    ):
        return False
    # 三 and iii stand between the parts of a poem too, whose lines have no end mark.
    bare = any(one.number.shape == NUMERAL for one in chain)
    return not bare or any(_tears(lines, one.line) for one in chain)


def _are_few(lines: Sequence[Line], chain: Sequence[Counted]) -> bool:
    """Say whether between the numbers stand many more that count nothing: a script's seconds.

    Each alone among lines of text; the cells of a table stand together.
    """
    inside = range(chain[0].line + 1, chain[-1].line)
    numbers = {at for at in inside if lines[at].text.strip().isdecimal()}
    others = numbers.difference(one.line for one in chain)
    alone = sum(numbers.isdisjoint((at - 1, at + 1)) for at in others)
    return alone > MOST_OTHERS * len(chain)


def _number_sections(lines: Sequence[Line], chain: Sequence[Counted]) -> bool:
    """Say whether below most numbers stand headings, each another, with wider lines below them.

    So do chapters' names at the tops of pages; but pages are of one length, sections seldom.
    """
    gaps = [b.line - a.line for a, b in pairwise(chain)]
    if max(gaps) <= MAX_PAGES_UNEVEN * min(gaps):
        return False
    headings = set()
    for one in chain:
        below = lines[one.line + 1 : one.line + 2 + HEADING_REACH]
        head = below[0] if len(below) > 1 else None
        if head is None or head.ending in {END, COMMA} or not head.text[0].isalpha():
            continue
        if head.width <= HEADING_SHARE * max(line.width for line in below[1:]):
            headings.add(head.text)
    return len(headings) >= MOST_HEADINGS * len(chain)


def _counts_to_total(chain: Sequence[Counted], end: int) -> bool:
    """Say whether numbers at the feet of pages count one by one to a total: 1 / 25, 2 / 25, ….

    Text stands above the first. Below the last page's, 25 / 25, stands none, as below the last
    question's number there does.
    """
    first, last = chain[0].number, chain[-1].number
    return (
        len(chain) >= MIN_TOTALED
        and first.total != ""
        and all(one.number.total == first.total for one in chain)
        and last.value - first.value == len(chain) - 1
        and chain[0].line >= MIN_PAGE_LINES
        and (last.value < int(first.total) or chain[-1].line == end - 1)
    )


def _ends_text(lines: Sequence[Line], chain: Sequence[Counted]) -> bool:
    """Say whether numbers between marks, or with their total, stand at pages' feet: one ends all.

    A chapter's number, or an item's, stands above its text.
    """
    first, last = chain[0].number, chain[-1].number
    by_one = last.value - first.value == len(chain) - 1
    if not by_one or chain[-1].line != len(lines) - 1 or chain[0].line < MIN_PAGE_LINES:
        return False
    texts = [lines[one.line].text for one in chain]
    marked = not any(text[0].isalnum() or text[-1].isalnum() for text in texts)
    of_all = last.total == str(last.value) == first.total
    return first.shape == PLAIN and (marked or of_all)


def _stands_by_a_head(lines: Sequence[Line], chain: Sequence[Counted]) -> bool:
    """Say whether numbers count one by one, each beside a name: the book's, or a chapter's.

    So do the parts of a poem beside its refrain, but from one on, and it has no number itself.
    """
    if len(chain) < MIN_HEADS or chain[-1].number.value - chain[0].number.value != len(chain) - 1:
        return False
    for step in (-1, 1):
        # The first page has no foot before it, the last one no head behind it.
        beside = [at for one in chain if 0 <= (at := one.line + step) < len(lines)]
        heads = {DIGITS_RE.sub("#", lines[at].text) for at in beside}
        few = len(heads) <= max(1, len(chain) // MIN_HEADS)
        head = lines[beside[0]]
        counted = chain[0].number.value >= MIN_FIRST or "#" in min(heads)
        counted = counted or any(cuts(lines, min(one.line, one.line + step)) for one in chain)
        plain = head.ending != END and not PROSE_MARK_RE.search(head.text)
        named = sum(map(str.isalpha, head.text)) >= MIN_NAME_CHARS and is_short(head.text)
        if few and counted and plain and named:
            return True
    return False


def _tears(lines: Sequence[Line], at: int) -> bool:
    """Say whether a word stands in the lines before and after a line."""
    return 0 < at < len(lines) - 1 and cuts_word(lines[at - 1].text, lines[at + 1].text)


def numbered_heads(lines: Sequence[Line], edges: Sequence[bool]) -> Iterator[list[Counted]]:
    """Yield the runs of lines that are heads which count their pages.

    `edges`: a form feed stands beside the line. There each page may have a name of its own.
    """
    found = (
        head
        for at, line in enumerate(lines)
        if len(line.text) <= MAX_CHARS
        for head in _named_by(line.text, at, edges[at])
    )
    counts = Counter(keys_of(lines))
    for chain in _chains(found, OPEN_RUNS):
        if len(chain) > 1 and _head_pages(lines, chain, edges, counts):
            yield chain


def _head_pages(
    lines: Sequence[Line], chain: Sequence[Counted], edges: Sequence[bool], counts: Counter[str]
) -> bool:
    """Say whether lines that count up are heads of pages.

    Even numbers stand on the left, odd ones on the right, as in books; or most lines name a line
    of the text, its title or a section. Or else the names are few, and they cut sentences.
    """
    at_ends = sum(edges[head.line] or cuts(lines, head.line) for head in chain)
    mirrored = (
        len({head.left for head in chain}) > 1
        and all(head.left == (head.number.value % 2 == 0) for head in chain)
        and chain[-1].number.value - chain[0].number.value == len(chain) - 1
    )
    if mirrored and (len(chain) >= MIN_HEADS or at_ends or _named(keys_of(lines), counts, chain)):
        return True
    if len(chain) < MIN_HEADS:
        return False
    # The left pages' name, the right ones'; of longer texts each chapter may bring one.
    names = len({head.name for head in chain})
    if names > 1 + len(chain) // 2 and not _at_edges(lines, chain, edges, names):
        return False
    of_all = chain[0].number.total != "" and len({head.number.total for head in chain}) == 1
    return of_all or at_ends >= least_cutting([(head.line, head.number.value) for head in chain])


def _named(keys: Sequence[str], counts: Counter[str], chain: Sequence[Counted]) -> bool:
    """Say whether each line of a run without its number is another line of the text."""
    own = Counter(keys[head.line] for head in chain)
    return all(counts[key] > count for key, count in own.items())


def _at_edges(
    lines: Sequence[Line], chain: Sequence[Counted], edges: Sequence[bool], names: int
) -> bool:
    """Say whether heads with names of their own stand at the edges of all pages.

    So do the headings of chapters that each begin a page: 1 引言, 2 方法. They count from one, no
    two have one name, and none stands inside a sentence.
    """
    if not all(edges[head.line] for head in chain):
        return False
    if names < len(chain) or chain[0].number.value > MAX_FIRST:
        return True
    return any(cuts(lines, head.line) for head in chain)


def _named_by(text: str, at: int, edge: bool) -> Iterator[Counted]:
    """Yield what a line may be: 1 引言 139 is page 139, or the first."""
    gaps = list(GAP_RE.finditer(text))
    for left, near in ((True, gaps[:NUMBER_GAPS][::-1]), (False, gaps[-NUMBER_GAPS:])):
        for gap in near:
            piece, name = text[: gap.start()], text[gap.end() :]
            if not left:
                piece, name = name, piece
            number = number_of(piece) if piece else None
            if number is None:
                continue
            # 其 三 is a poem's name, but at the edge of a page
            bare = number.shape == NUMERAL and "-" not in number.style
            framed = piece[0].isalnum() == piece[-1].isalnum()
            # date: 1919 is a field
            if (
                framed
                and NAME_RE.fullmatch(name)
                and not PROSE_RE.search(name)
                and name[-1] not in ":：."
            ):
                key = "".join(DIGITS_RE.sub("#", name).split())
                if len(key) <= MAX_NAME_CHARS and (edge or not bare):
                    yield Counted(at, number, key, left)
            break


def _chains(found: Iterable[Counted], most: int) -> list[list[Counted]]:
    """Return the runs of lines of which each counts on from the one before, a page apart."""
    chains: list[list[Counted]] = []
    open_chains: dict[tuple[int, str], deque[list[Counted]]] = {}  # by the last number
    for one in found:
        value = one.number.value
        total = one.number.total if one.number.shape == PLAIN else ""
        for step in range(1, MAX_STEP + 1):
            near = open_chains.get((value - step, total), deque())
            apart = [chain for chain in near if one.line - chain[-1].line >= MIN_PAGE_LINES]
            if apart:
                chain = max(apart, key=lambda run: (one.name in _names(run[-2:]), len(run)))
                near.remove(chain)
                break
        else:
            chain = []
            chains.append(chain)
        chain.append(one)
        open_chains.setdefault((value, total), deque(maxlen=most)).append(chain)
    return chains


def _names(run: Sequence[Counted]) -> set[str]:
    return {one.name for one in run}


def _runs(found: Sequence[Counted]) -> Iterator[list[Counted]]:
    """Yield the runs of two numbers and more; items and notes between do not end a run of three."""
    places = {one.line: at for at, one in enumerate(found)}
    for chain in _chains(found, 1):
        apart = places[chain[-1].line] - places[chain[0].line]
        if len(chain) > 2 or apart == 1:
            yield chain
