"""Running heads that hold the page's number: `102    地方志研究    2011年`, `王某：札记    103`.

Journals and books print the number on the outer side: before the name on left pages, after it on
right ones, and the names of the two differ. So no such line comes back letter by letter before the
third page, and by its shape it is a row of a table or an entry of a contents. What tells it apart
is the count: the numbers go up by one from page to page, a page's lines lie between, the names are
few, and the lines cut sentences in two or stand at form feeds (the caller knows which do).
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import Line
from cleaner.paper.runninghead import cuts

# The longest head, and one with its gaps: a page is 200 characters wide at most.
MAX_NAME_CHARS = 60
MAX_CHARS = 240
# A number before a gap, or after one: 12, 3-12 of a chapter, 12 / 57 of all. A gap of one space
# does in a chain of heads. Not: a decimal, a share, a day (3日), a number in brackets. The name may
# have a section's number: 5.5. 选择发行版 35, §A.2 安装 105.
_NUMBER = r"(?:[0-9]{1,2} ?[-–] ?)?(?P<number>[0-9]{1,4})(?: ?/ ?(?P<total>[0-9]{1,4}))?"
_GAP = r"(?:[ \u3000\t]+|[ ]*[·•|｜][ ]*)"
_NAME = r"(?P<name>(?:§? ?[0-9A-Z]{1,2}(?:\.[0-9]{1,2})+\.? ?|§ ?)?[^\W\d].*"
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

    `total`: how many pages there are, if it says so: 57 of 16 / 57.
    """

    line: int
    number: int
    name: str
    total: str


def numbered_heads(lines: Sequence[Line], edges: Sequence[bool]) -> Iterator[list[Head]]:
    """Yield the runs of lines that may be heads which count their pages, for the page to judge.

    `edges`: a form feed stands beside the line. There each page may have a name of its own.
    """
    chains: list[list[Head]] = []
    open_chains: dict[int, list[Head]] = {}  # by the last number
    for at, line in enumerate(lines):
        text = line.text
        if not (text[0].isdecimal() or text[-1].isdecimal()):
            continue
        head = _head(at, text)
        if head is None:
            continue
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
    for chain in chains:
        # The left pages' name, the right ones'; of longer texts each chapter may bring one.
        names = len({head.name for head in chain})
        few = names <= 1 + len(chain) // 2
        if len(chain) >= MIN_HEADS and (few or _head_pages(lines, chain, edges, names)):
            yield chain


def _head_pages(
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


def _head(at: int, text: str) -> Head | None:
    if len(text) > MAX_CHARS:
        return None
    found = LEFT_RE.fullmatch(text) or RIGHT_RE.fullmatch(text)
    if not found or PROSE_RE.search(found["name"]):
        return None
    name = "".join(DIGITS_RE.sub("#", found["name"]).split())
    if len(name) > MAX_NAME_CHARS:
        return None
    return Head(at, int(found["number"]), name, found["total"] or "")
