"""Find the notes that cut a paragraph at a page's end, and where that paragraph ends.

    业态，加上另两家的资产优势③，形成一个总资产     the foot of a page's text
    ③参见陈立：《区域发展概论》，第282页。           its note
    近七亿元的连锁仓储企业。                            goes on at the top of the next

A block of notes opens with a mark that stands in the page's text above it, and its marks count up
to the page's end. It moves where the text reads on without it: where the decode of the lines, the
block left out, joins the last line above it to the first line of the next page. It goes behind the
paragraph that it cut, which ends where the same decode says.

What a journal says of a paper at its first page's foot, 收稿日期：, 作者简介：, needs no mark.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import COMMA, DIGIT, END, HAN, LATIN, Line
from cleaner.unwrap.decision import decide
from cleaner.unwrap.goingon import pair_ratios

# What marks a note: ③ [3] 〔3〕 * 3, before its text. A number with a stop, a bracket or a unit
# behind it counts an item, a section or something else.
MARK_RE = re.compile(
    "(?P<ring>[①-⑳])"
    r"|[\[［](?P<square>[0-9]{1,3})[\]］]"
    "|〔(?P<shell>[0-9]{1,3})〕"
    r"|(?P<star>\*{1,3})(?![* ])"
    "|(?P<bare>[0-9]{1,3})(?= ?[《“A-Z\u4e00-\u9fff])(?![年月日时分条章节版页号个])"
)
# Such a mark in the text: behind a character or a mark. A bare number that no other follows is sure
# only between the last word of a clause and its mark, or behind the sentence.
SHOWN_RE = re.compile(
    "(?<=[\u4e00-\u9fff，。、；：？！”》） A-Za-z])"
    r"(?:[①-⑳]|[\[［][0-9]{1,3}[\]］]|〔[0-9]{1,3}〕|\*{1,3}|[0-9]{1,3}(?![0-9.%]))"
)
LONE_RE = re.compile(
    "(?<=[\u4e00-\u9fff”》）])[0-9]{1,3}(?=[，。；：、？！])"
    "|(?<=[。？！])[0-9]{1,3}(?=[\u4e00-\u9fff\n])"
)
# A mark with the word behind it, of a bare number the first character of it.
NAMED_RE = re.compile(
    r"(?:[①-⑳]|[\[［][0-9]{1,3}[\]］]|〔[0-9]{1,3}〕) ?[\u4e00-\u9fff]{1,2}"
    "|[0-9]{1,3}[\u4e00-\u9fff]"
)
# What a journal says of a paper, at the foot of its first page or below the title.
SAID_RE = re.compile(
    r"[*＊†①\[［【(（]{0,2} ?(?:(?:收稿|投稿|修回|修订|录用|网络出版)(?:日期|时间)"
    r"|(?:基金|资助|课题)(?:项目|来源)|(?:第一)?作者(?:简介|单位)|通[讯信]作者)[\]］】)）]? ?[：:]"
)
# Lines between two such labels, and below the last one, at most. Chosen.
SAID_REACH = 5
# What ends a line inside a sentence.
OPEN = frozenset({COMMA, DIGIT, HAN, LATIN})
# Full lines of one width differ by so much, em.
MAX_RAGGED = 2.0


class Mark(NamedTuple):
    """A line that opens with a note's mark: its number, the kind of mark and its place in it."""

    line: int
    kind: str
    place: int
    text: str


class Page(NamedTuple):
    """Where the notes of a page begin, and where the page ends; without notes both are one line."""

    notes: int
    end: int


def moves(lines: Sequence[Line]) -> dict[int, list[tuple[int, int]]]:
    """Return for lines that end a paragraph what goes behind it: first lines of blocks and ends."""
    pages = _pages(lines)
    if not any(page.notes < page.end for page in pages):
        return {}
    pages = _without_lists(lines, pages)
    inside = {at for page in pages for at in range(page.notes, page.end)}
    kept = [at for at in range(len(lines)) if at not in inside]
    ends = list(range(len(kept)))  # of the paragraph that each line is of
    for one in reversed(decide([lines[at] for at in kept])):
        if one.joined:
            ends[one.line] = ends[one.line + 1]
    found: dict[int, list[tuple[int, int]]] = {}
    for page in pages:
        foot = bisect_left(kept, page.notes) - 1
        if page.notes < page.end and foot >= 0 and ends[foot] > foot:
            found.setdefault(kept[ends[foot]], []).append((page.notes, page.end))
    return found


def _pages(lines: Sequence[Line]) -> list[Page]:
    tops = [at for at, line in enumerate(lines) if line.page and at]
    edges = pairwise([0, *tops, len(lines)])
    return [Page(_first_note(lines, top, end) or end, end) for top, end in edges]


def _without_lists(lines: Sequence[Line], pages: Sequence[Page]) -> list[Page]:
    """Return the pages, without what are no notes: the next page goes on from them, not the text.

    ① 渠首 and ② 渠身 may be named above a list whose last item the page's end cuts.
    """
    asked = [at for at, page in enumerate(pages[:-1]) if _is_broken(lines, page)]
    pairs = [
        (before - 1, pages[at].end) for at in asked for before in (pages[at].notes, pages[at].end)
    ]
    ratios = iter(pair_ratios(lines, pairs))
    lists = {at for at in asked if next(ratios) <= next(ratios)}
    return [page._replace(notes=page.end) if at in lists else page for at, page in enumerate(pages)]


def _is_broken(lines: Sequence[Line], page: Page) -> bool:
    """Say whether the last note of a page does not end there: its last line is full."""
    if page.notes == page.end or lines[page.end - 1].ending not in OPEN:
        return False
    widest = max(line.width for line in lines[page.notes : page.end])
    return lines[page.end - 1].width >= widest - MAX_RAGGED


def _first_note(lines: Sequence[Line], top: int, end: int) -> int:
    """Return the first line of the notes at a page's foot, or 0."""
    said = _said_of_paper(lines, top, end)
    if said:
        return said
    marks = [mark for at in range(top + 1, end) if (mark := _mark(lines, at))]
    if not marks:
        return 0
    first = len(marks) - 1
    while first and _follows(marks[first - 1], marks[first]):
        first -= 1
    block = marks[first:]
    start = block[0].line
    if block[0].kind == "bare" and lines[start - 1].ending == END:
        return 0  # 2 研究方法
    words = NAMED_RE.findall("".join(line.text for line in lines[top:start]))
    named = {word.replace(" ", "") for word in words}
    if 2 * sum(_named(lines[mark.line]) in named for mark in block) >= len(block):
        return 0  # a list of what the text names: ①设施、②设备; 共有2户
    pattern = LONE_RE if block[0].kind == "bare" and len(block) == 1 else SHOWN_RE
    shown = set(pattern.findall("\n".join(line.text for line in lines[top:start])))
    known = sum(mark.text in shown for mark in block)
    return start if 2 * known >= len(block) else 0


def _said_of_paper(lines: Sequence[Line], top: int, end: int) -> int:
    """Return the first line of what a journal says of a paper at a page's foot, or 0."""
    first = end
    for at in range(end - 1, top, -1):
        if first - at > SAID_REACH:
            break
        if SAID_RE.match(lines[at].text):
            first = at
    return first if first < end and lines[first - 1].ending in OPEN else 0


def _named(line: Line) -> str:
    found = NAMED_RE.match(line.text)
    return found[0].replace(" ", "") if found else ""


def _mark(lines: Sequence[Line], at: int) -> Mark | None:
    found = MARK_RE.match(lines[at].text)
    if not found or found.end() == len(lines[at].text):
        return None
    kind = found.lastgroup or ""
    sign = found[kind]
    place = ord(sign) - 0x245F if kind == "ring" else len(sign) if kind == "star" else int(sign)
    return Mark(at, kind, place, found[0])


def _follows(one: Mark, two: Mark) -> bool:
    return one.kind == two.kind and one.place + 1 == two.place
