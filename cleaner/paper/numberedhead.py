"""Running heads that hold the page's number: `102    地方志研究    2011年`, `王某：札记    103`.

Journals and books print the number on the outer side: before the name on left pages, after it on
right ones, and the names of the two differ. So no such line comes back letter by letter before the
third page, and by its shape it is a row of a table or an entry of a contents. What tells it apart
is the count: the numbers go up by one from page to page, a page's lines lie between, the names are
few, and the lines cut sentences in two or stand at form feeds (the caller knows which do). Or even
numbers stand on the left and odd ones on the right, as no list has them.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import Line
from cleaner.paper.headkeys import keys_of
from cleaner.paper.runninghead import cuts, least_cutting

# The longest head, and one with its gaps: a page is 200 characters wide at most.
MAX_NAME_CHARS = 60
MAX_CHARS = 240
# A number before a gap, or after one: 12, 3-12 of a chapter, 12 / 57 of all. A gap of one space
# does in a chain of heads. Not: a decimal, a share, a day (3日), a number in brackets. The name may
# have a section's number: 5.5. 选择发行版 35, §A.2 安装 105.
_NUMBER = r"(?:[0-9]{1,2} ?[-–] ?)?(?P<number>[0-9]{1,4})(?: ?/ ?(?P<total>[0-9]{1,4}))?"
_GAP = r"(?:[ \u3000\t]+|[ ]*[·•|｜][ ]*)"
_NAME = r"(?P<name>(?:§? ?[0-9A-Z]{1,2}(?:\.[0-9]{1,2})+\.? ?|§ ?|[0-9]{1,2}[ \u3000])?[^\W\d].*"
LEFT_RE = re.compile(f"{_NUMBER}{_GAP}{_NAME})")
RIGHT_RE = re.compile(f"{_NAME}?){_GAP}{_NUMBER}")
# What prose has; a head has none.
PROSE_RE = re.compile("[，。；！？,;!?]")
DIGITS_RE = re.compile("[0-9０-９]+")
# Three pages: of two, any two rows of a table may count up. A page has eight lines (furniture.py).
MIN_HEADS, MIN_PAGE_LINES = 3, 8
# A page may have lost its head, not two.
MAX_STEP = 2
# The number of the first chapter, or of the second where the first was not found.
MAX_FIRST = 2


class Head(NamedTuple):
    """A line that may be a head: where, the page's number, the rest without digits and spaces.

    `total`: how many pages there are, if it says so: 57 of 16 / 57. `left`: the number is first.
    """

    line: int
    number: int
    name: str
    total: str
    left: bool


def numbered_heads(lines: Sequence[Line], edges: Sequence[bool]) -> Iterator[list[Head]]:
    """Yield the runs of lines that are heads which count their pages.

    `edges`: a form feed stands beside the line. There each page may have a name of its own.
    """
    chains: list[list[Head]] = []
    open_chains: dict[int, list[Head]] = {}  # by the last number
    for at, line in enumerate(lines):
        text = line.text
        if not (text[0].isdecimal() or text[-1].isdecimal()):
            continue
        for head in _heads(at, text):
            for step in range(1, MAX_STEP + 1):
                chain = open_chains.get(head.number - step)
                if chain and at - chain[-1].line >= MIN_PAGE_LINES:
                    del open_chains[head.number - step]
                    break
            else:
                chain = []
                chains.append(chain)
            chain.append(head)
            open_chains[head.number] = chain
    counts = Counter(keys_of(lines))
    for chain in chains:
        if len(chain) > 1 and _head_pages(lines, chain, edges, counts):
            yield chain


def _head_pages(
    lines: Sequence[Line], chain: Sequence[Head], edges: Sequence[bool], counts: Counter[str]
) -> bool:
    """Say whether lines that count up are heads of pages.

    Even numbers stand on the left, odd ones on the right, as in books; or most lines name a line
    of the text, its title or a section. Or else the names are few, and they cut sentences.
    """
    at_ends = sum(edges[head.line] or cuts(lines, head.line) for head in chain)
    mirrored = (
        len({head.left for head in chain}) > 1
        and all(head.left == (head.number % 2 == 0) for head in chain)
        and chain[-1].number - chain[0].number == len(chain) - 1
    )
    if mirrored and (len(chain) >= MIN_HEADS or at_ends or _named(keys_of(lines), counts, chain)):
        return True
    if len(chain) < MIN_HEADS:
        return False
    # The left pages' name, the right ones'; of longer texts each chapter may bring one.
    names = len({head.name for head in chain})
    if names > 1 + len(chain) // 2 and not _at_edges(lines, chain, edges, names):
        return False
    of_all = chain[0].total != "" and len({head.total for head in chain}) == 1
    return of_all or at_ends >= least_cutting([(head.line, head.number) for head in chain])


def _named(keys: Sequence[str], counts: Counter[str], chain: Sequence[Head]) -> bool:
    """Say whether each line of a run without its number is another line of the text."""
    own = Counter(keys[head.line] for head in chain)
    return all(counts[key] > count for key, count in own.items())


def _at_edges(
    lines: Sequence[Line], chain: Sequence[Head], edges: Sequence[bool], names: int
) -> bool:
    """Say whether heads with names of their own stand at the edges of all pages.

    So do the headings of chapters that each begin a page: 1 引言, 2 方法. They count from one, no
    two have one name, and none stands inside a sentence.
    """
    if not all(edges[head.line] for head in chain):
        return False
    if names < len(chain) or chain[0].number > MAX_FIRST:
        return True
    return any(cuts(lines, head.line) for head in chain)


def _heads(at: int, text: str) -> Iterator[Head]:
    """Yield what a line may be: 1 引言 139 is page 139, or the first."""
    if len(text) > MAX_CHARS:
        return
    for form, left in ((LEFT_RE, True), (RIGHT_RE, False)):
        found = form.fullmatch(text)
        # date: 1919 is a field
        if not found or PROSE_RE.search(found["name"]) or found["name"][-1] in ":：":
            continue
        name = "".join(DIGITS_RE.sub("#", found["name"]).split())
        if len(name) <= MAX_NAME_CHARS:
            yield Head(at, int(found["number"]), name, found["total"] or "", left)
