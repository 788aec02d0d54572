"""Lines that count the pages: a number alone, or beside the name of the book, journal or chapter.

    102    地方志研究    2011年  |  王某：札记    103  |  — 104 —  |  江城年鉴  [105]

No such line shows by itself what it is: a number may be a verse's, a row of a table or an entry of
contents has both. What tells them apart is the count: the numbers go up from page to page, a
page's lines lie between, the names are few, and the lines stand at form feeds and heads, or cut
sentences as numbers of chapters never do. Or even numbers stand on the left and odd ones on the
right, as no list has them.
"""

from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise

from cleaner import late as re
from cleaner.layout import COMMA, END, Line
from cleaner.lexicon import cuts_word
from cleaner.paper.headkeys import (
    DIGITS_RE,
    PROSE_MARKS,
    is_below_contents,
    is_short,
    keys_of,
    places_of,
)
from cleaner.paper.pagebreaks import (
    LONG_RUN,
    MIN_PAGE_LINES,
    PROSE_MARK_RE,
    cuts,
    least_cutting,
)
from cleaner.paper.pagehead import MIN_HEADS
from cleaner.paper.pagelengths import (
    MIN_YEAR,
    Counted,
    among_cells,
    are_even,
    are_few,
    are_verse,
    by_chance,
    by_one,
    counts_nearer,
    end_prose,
    one_a_page,
    part_prose,
    stand_at_feet,
)
from cleaner.paper.pagenumber import BRACKETED, MARK, NUMERAL, PLAIN, WORDS, PageNumber, may_be
from cleaner.paper.pagenumber import page_number as number_of

# Below a section's number stands a heading, so much narrower than the widest of so many lines below
# it; so large a share of the numbers of a run have one. Chosen.
HEADING_SHARE, HEADING_REACH, MOST_HEADINGS, MAX_PAGES_UNEVEN = 0.7, 4, 0.7, 2
# The lines of a page whose number says what it is: 第3页/共6页, https://… 3/6. Where nothing is
# wrapped a paragraph is one line, and few fill a page. Chosen.
MIN_SAID_LINES = 3
# Of so many numbers a page that stand alone in a line most are cells of a table. Chosen.
MOST_CELLS = 5
SHOWN = " --> "  # below a number: when the line of a film is shown
# Of the numbers of pages so many must have a head under them that stands elsewhere, too. Chosen.
MIN_TOP_SHARE = 0.65
# A number may be missing between two pages, not two.
MAX_STEP = 2
# The letters of a name that stands by the numbers of three pages, and the first of these, if the
# name has none. Chosen.
MIN_NAME_CHARS, MIN_FIRST = 4, 10
# A page is so many characters wide at most, with the gaps.
MAX_CHARS = 240
# Between a name and a number; one space does in a run of heads. A number may have some: 3 / 12.
GAP_RE, GAPS = re.compile(r"[ ]*[·•|｜][ ]*|[ \u3000\t]+"), frozenset(" ·•|｜\u3000\t")
NUMBER_GAPS = 5
# The name may have a section's number: 5.5. 选择发行版 35, §A.2 安装 105. No prose, no field.
NAME_RE = re.compile(
    r"(?:§? ?[0-9A-Z]{1,2}(?:\.[0-9]{1,2})+\.? ?|§ ?|[0-9]{1,2}(?:[.、] ?|[ \u3000]))?"
    r"[^\W\d][^，。；！？,;!?]*(?<![:：.])"
)
# How such a name opens, and no label of an item: 第 6 节, A.3., §2.3.
OWN_RE = re.compile(r"[§第] ?[0-9一二三四五六七八九十]|[0-9A-Z]{1,2}(?:\.[0-9]{1,2})*\.? ")
MAX_NAME_CHARS = 60  # without its gaps
# The number of the first chapter, or of the second where the first was not found.
MAX_FIRST = 2
# Runs whose next number may come, of those that ended with one number: an item may have it, too.
OPEN_RUNS = 4


def is_edge(lines: Sequence[Line], at: int) -> bool:
    """Say whether a form feed stands just before or after a line."""
    return lines[at].page or (at + 1 < len(lines) and lines[at + 1].page)


def page_numbers(lines: Sequence[Line], heads: AbstractSet[int]) -> list[int]:
    """Return the lines that are page numbers, in order; `heads`: those that are heads of pages."""
    found = [
        Counted(at, number, marked=_is_marked(line))
        for at, line in enumerate(lines)
        if may_be(line.text)
        and (number := number_of(line.text))
        and not (at + 1 < len(lines) and SHOWN in lines[at + 1].text)
    ]
    if not found:
        return []
    edges = {at - step for at, line in enumerate(lines) if line.page for step in (0, 1)} - {-1}
    ends = {0, len(lines) - 1, *edges}
    pages = list(accumulate(line.page for line in lines))
    near = {at + step for at in ends for step in (-2, -1, 0, 1, 2)}
    edges -= set(by_chance(found, near))
    sure = {one.line for one in found if _is_sure(lines, one, heads, edges)}
    if sure and all(lines[at].page or not at for at in sure) and are_verse(lines, sure):
        return []  # of hymns, of poems, each on its page
    if pages[-1] and len(found) > MOST_CELLS * (pages[-1] + 1):
        return among_cells([one for one in found if one.line in near], sure, pages)
    for style in sorted({one.number.style for one in found}):
        of_style = [one for one in found if one.number.style == style]
        for chain in _runs(of_style):
            if (
                any(one.line in sure for one in chain)
                or one_a_page(pages, chain, len(found))
                or _counts_pages(lines, chain, ends, of_style)
            ):
                sure.update(one.line for one in chain)
    if _ends_last_page(lines, found, sure):
        sure.add(found[-1].line)
    return sorted(sure)


def _is_sure(
    lines: Sequence[Line], one: Counted, heads: AbstractSet[int], edges: AbstractSet[int]
) -> bool:
    """Say whether a number is a page's by its shape and what stands beside it: a head, an edge."""
    at, (value, shape, _, total) = one.line, one.number
    if shape == MARK or shape in {BRACKETED, NUMERAL}:
        return shape == MARK
    # 第 1 页 共 3 页 at an end of the text is said of nothing else.
    whole = shape == WORDS and total and at in {0, len(lines) - 1}
    return bool(whole or (at in edges and value < MIN_YEAR) or heads & {at - 1, at + 1})


def _ends_last_page(
    lines: Sequence[Line], found: Sequence[Counted], sure: AbstractSet[int]
) -> bool:
    """Say whether the last line is the number of the last page, which may be short.

    It counts on from the page before; or stands alone in the text under its prose, and between
    two marks, - 12 -, if nothing else shows that the text has lines of a page.
    """
    last = found[-1]
    if last.line != len(lines) - 1 or last.number.shape in {NUMERAL, MARK}:
        return False
    before = [one.number for one in found[:-1] if one.line in sure]
    if before:
        one = before[-1]
        return one.style == last.number.style and 0 < last.number.value - one.value <= MAX_STEP
    if len(found) > 1 or last.line == 0 or last.number.total or last.number.shape == BRACKETED:
        return False
    above = lines[last.line - 1]
    prose = above.ending == END and above.width >= MIN_PAGE_LINES
    return prose and not last.number.style and _is_marked(lines[-1])


def _is_marked(line: Line) -> bool:
    """Say whether a number stands between marks: - 12 -."""
    return not (line.text[0].isalnum() or line.text[-1].isalnum())


def _counts_pages(
    lines: Sequence[Line],
    chain: Sequence[Counted],
    ends: AbstractSet[int],
    found: Sequence[Counted],
) -> bool:
    """Say whether numbers that count up are those of pages; `ends`: lines where pages end.

    `found`: all numbers like these.
    """
    # A head or a foot may stand between a number and the page's end.
    reach = len(chain) >= MIN_HEADS
    near = (range(one.line - reach, one.line + reach + 1) for one in chain)
    if not any(map(ends.isdisjoint, near)):
        return True
    if all(one.number.shape == WORDS for one in chain):
        return True
    shown = (stand_at_feet, end_prose, _stands_by_a_head, _stand_above_heads)
    if not counts_nearer(chain, found) and any(one(lines, chain) for one in shown):
        return True
    least = least_cutting([(one.line, one.number.value) for one in chain])
    cutting = [one.line for one in chain if cuts(lines, one.line)]
    if len(cutting) < least or are_few(lines, chain) or _number_sections(lines, chain):
        return False
    # 三 and iii stand between the parts of a poem too, whose lines have no end mark.
    bare = any(one.number.shape == NUMERAL for one in chain)
    inner = (at for at in cutting if at + 1 < len(lines))
    return not bare or any(cuts_word(lines[at - 1].text, lines[at + 1].text) for at in inner)


def _number_sections(lines: Sequence[Line], chain: Sequence[Counted]) -> bool:
    """Say whether below most numbers stands a heading, each another, with wider lines below it.

    So do chapters' names at the tops of pages; but pages are of one length, sections seldom.
    """
    gaps = [b.line - a.line for a, b in pairwise(chain)]
    keys, counts = keys_of(lines), places_of(lines)[1]
    pages = (range(one.line + 1, len(lines))[: 1 + HEADING_REACH] for one in chain)
    headings = {
        head.text
        for first, *below in filter(None, pages)
        if below
        and counts[keys[first]] == 1  # a head says again what stands on the page
        and (head := lines[first]).ending not in {END, COMMA}
        and head.text[0].isalpha()
        and head.width <= HEADING_SHARE * max(lines[at].width for at in below)
    }
    uneven = max(gaps) > MAX_PAGES_UNEVEN * min(gaps)
    return uneven and len(headings) >= MOST_HEADINGS * len(chain)


def _stands_by_a_head(lines: Sequence[Line], chain: Sequence[Counted]) -> bool:
    """Say whether numbers count one by one, each beside a name: the book's, or a chapter's.

    So do the parts of a poem beside its refrain, but from one on, and it has no number itself.
    """
    if len(chain) < MIN_HEADS or not by_one(chain):
        return False
    for step in (-1, 1):
        # The first page has no foot before it, the last one no head behind it.
        beside = [at for one in chain if 0 <= (at := one.line + step) < len(lines)]
        heads = {lines[at].text for at in beside}
        head = lines[beside[0]]
        # Each with a number of its own they are labels: Round 1, Round 2.
        if len(heads) > max(1, len(chain) // MIN_HEADS) or not is_short(head.text):
            continue
        counted = chain[0].number.value >= MIN_FIRST or DIGITS_RE.search(min(heads)) is not None
        # Nor are they prose, that the name of the book heads and a number ends.
        ends = chain[-1].line == len(lines) - 1 and len(beside) < len(chain)
        headed = ends and lines[0].text in heads
        counted = counted or (headed and part_prose(lines, chain))
        counted = counted or any(cuts(lines, min(one.line, one.line + step)) for one in chain)
        plain = head.ending != END and not PROSE_MARK_RE.search(head.text)
        if counted and plain and sum(map(str.isalpha, head.text)) >= MIN_NAME_CHARS:
            return True
    return False


def _stand_above_heads(lines: Sequence[Line], chain: Sequence[Counted]) -> bool:
    """Say whether numbers count one by one to the text's end, each under prose and over a head.

    What is under most of them stands elsewhere, too: the name of the book, or of a chapter. The
    number of a chapter, or of a question, has its text below it, so none ends the text; nor does a
    page's open it.
    """
    last = number_of(lines[-1].text)
    counted_on = last is not None and 0 <= last.value - chain[-1].number.value <= 1
    between = chain[0].line > 0 and counted_on
    if len(chain) < MIN_HEADS or not (between and by_one(chain) and part_prose(lines, chain)):
        return False
    keys, counts = keys_of(lines), places_of(lines)[1]
    below = [at for one in chain if (at := one.line + 1) < len(lines)]
    heads = sum(
        counts[keys[at]] > 1
        and is_short(keys[at])
        and len(keys[at]) >= MIN_NAME_CHARS
        and PROSE_MARKS.isdisjoint(lines[at].text)
        for at in below
    )
    return heads >= MIN_TOP_SHARE * len(below)


def numbered_heads(lines: Sequence[Line], edges: Sequence[bool]) -> Iterator[list[Counted]]:
    """Yield the runs of lines that are heads which count their pages.

    `edges`: a form feed stands beside the line.
    """
    found = [
        head
        for at, line in enumerate(lines)
        if len(line.text) <= MAX_CHARS
        and not GAPS.isdisjoint(line.text)  # few lines have any
        and not is_below_contents(lines, at)
        for head in _named_by(line.text, at, edges[at])
    ]
    # Names that come back first: another line may end in the number that comes next.
    names: dict[str, list[Counted]] = {}
    for head in found:
        names.setdefault(head.name, []).append(head)
    counted: dict[int, int] = {}
    for of_name in (*(one for one in names.values() if len(one) >= MIN_HEADS), found):
        left = [one for one in of_name if counted.get(one.number.value, one.line) == one.line]
        for chain in _chains(left, OPEN_RUNS):
            if (
                len(chain) > 1
                and not counts_nearer(chain, left)
                and _head_pages(lines, chain, edges)
            ):
                counted.update((head.number.value, head.line) for head in chain)
                yield chain


def _head_pages(lines: Sequence[Line], chain: Sequence[Counted], edges: Sequence[bool]) -> bool:
    """Say whether lines that count up are heads of pages.

    Even numbers stand on the left, odd ones on the right, as in books. Or the names are few, and
    they cut sentences.
    """
    at_ends = sum(edges[head.line] or cuts(lines, head.line) for head in chain)
    is_left = {head.left == (head.number.value % 2 == 0) for head in chain}
    mirrored = is_left == {True} and len({head.left for head in chain}) > 1 and by_one(chain)
    if mirrored and (len(chain) >= MIN_HEADS or (at_ends and chain[0].number.value < MIN_YEAR)):
        return True
    # The left pages' name, the right ones'; of longer texts each chapter may bring one.
    few = len({head.name for head in chain}) <= 1 + len(chain) // 2
    # At form feeds each page may; but so do chapters that each begin a page: 1 引言, 2 方法.
    within = chain[0].number.value > MAX_FIRST
    paged = within and all(edges[head.line] for head in chain)
    if len(chain) < MIN_HEADS or not (few or paged):
        return False
    of_all = chain[0].number.total != "" and len({head.number.total for head in chain}) == 1
    # Of exercises and of the chapters of a book the first is 1: 第 6 章 习题 1, 2 Kings 1.
    numbered = within and by_one(chain) and _is_numbered(lines, chain)
    if of_all or (numbered and are_even(chain, MAX_PAGES_UNEVEN)):
        return True
    return at_ends >= least_cutting([(head.line, head.number.value) for head in chain])


def _is_numbered(lines: Sequence[Line], chain: Sequence[Counted]) -> bool:
    """Say whether most names open with a section's number that stays: 第 6 节 细节 7, A.3. C 43."""
    names: Counter[str] = Counter()
    for head in chain:
        text = lines[head.line].text
        name = text.lstrip("0123456789 ") if head.left else text.rstrip("0123456789 ")
        names[name] += OWN_RE.match(name) is not None
    return len(chain) >= LONG_RUN and 2 * sum(n for n in names.values() if n > 1) > len(chain)


def _named_by(text: str, at: int, edge: bool) -> Iterator[Counted]:
    """Yield what a line may be: 1 引言 139 is page 139, or the first."""
    gaps = [gap.span() for gap in GAP_RE.finditer(text)]
    before = ((text[:start], text[end:]) for start, end in gaps[:NUMBER_GAPS][::-1])
    last = gaps[-NUMBER_GAPS:] if may_be(text) else []
    behind = ((text[end:], text[:start]) for start, end in last)
    for left, pieces in ((True, before), (False, behind)):
        numbers = ((number_of(one), one, name) for one, name in pieces if one and may_be(one))
        number, piece, name = next((one for one in numbers if one[0]), (None, "", ""))
        if number is None or piece[0].isalnum() != piece[-1].isalnum():
            continue
        # 其 三 is a poem's name, but at the edge of a page
        bare = number.shape == NUMERAL and "-" not in number.style
        key = "".join(DIGITS_RE.sub("#", name).split())
        if number.total:  # says that it counts pages: its name may have commas: V2, 28 Jun 2026
            name = name.replace(",", "")
        if NAME_RE.fullmatch(name) and len(key) <= MAX_NAME_CHARS and (edge or not bare):
            yield Counted(at, number, key, left)


def _chains(found: Iterable[Counted], most: int) -> list[list[Counted]]:
    """Return the runs of lines of which each counts on from the one before, a page apart."""
    chains: list[list[Counted]] = []
    open_chains: dict[tuple[int, str], deque[list[Counted]]] = {}  # by the last number
    places: dict[tuple[int, str], int] = {}  # where each number stood last
    for one in found:
        value = one.number.value
        total = one.number.total if one.number.shape == PLAIN else ""
        page = MIN_SAID_LINES if one.marked or _says_page(one.number) else MIN_PAGE_LINES
        for step in range(1, MAX_STEP + 1):
            near = open_chains.get((value - step, total), deque())
            # A verse has its number between, nearer than pages are.
            least = places.get((value - 1, total), -1) if step > 1 else -1
            apart = [
                chain
                for chain in near
                if one.line - chain[-1].line >= page and chain[-1].line > least
            ]
            if apart:
                chain = max(
                    apart, key=lambda run: (one.name in (x.name for x in run[-2:]), len(run))
                )
                near.remove(chain)
                break
        else:
            chain = []
            chains.append(chain)
        chain.append(one)
        places[value, total] = one.line
        open_chains.setdefault((value, total), deque(maxlen=most)).append(chain)
    return chains


def _says_page(number: PageNumber) -> bool:
    """Say whether a number names the pages of all, or the address that was printed."""
    return number.shape == WORDS and bool(number.total or "://" in number.style)


def _runs(found: Sequence[Counted]) -> Iterator[list[Counted]]:
    """Yield the runs of two numbers and more; items and notes between do not end a run of three."""
    places = {one.line: at for at, one in enumerate(found)}
    for chain in _chains(found, 1):
        apart = places[chain[-1].line] - places[chain[0].line]
        if len(chain) > 2 or apart == 1:
            yield chain
