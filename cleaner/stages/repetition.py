"""Paragraphs that an extractor gave twice in one document.

A page holds its text in two places (one for telephones, one for print), a parser walks into the
same box twice, a summary is the first paragraph once more: the text comes twice. The first stays.

What people repeat on purpose is short or comes in lines that are no prose: refrains, choruses,
formulas of law (单位犯前款罪的，对单位判处罚金，并对其…依照前款的规定处罚。 has 46 characters and
comes back throughout the penal code), rows, entries of forms. So a line is taken out only

- if it is a paragraph of prose of LONG_EM and stood in the document before;
- if it is one of NEXT_EM and repeats the line right above it;
- if three lines in a row, RUN_EM together and prose in the main, stood in a row before;

and then what follows it too, for as long as it follows there. Equal means equal but for white
space. Within an article only: pieces of a page are compared when duplicates are looked for.
"""

from collections.abc import Iterator
from typing import NamedTuple

from cleaner.document import Document, Edit
from cleaner.layout import END, display_width, ending_of
from cleaner.stage import Rewrite

# Counted on 149 clean texts of all kinds: no line of 30 characters is repeated in any. Twice the
# longest formula of the penal code.
LONG_EM = 100.0
# Two equal paragraphs in a row are no formula; a line of verse with its marks has 14. Chosen.
NEXT_EM = 40.0
# Three lines together, one of them wider than verse, two with an end mark. Chosen; a chorus of
# eight lines has 96.
RUN_LINES, RUN_EM, PROSE_EM, RUN_ENDED = 3, 100.0, 30.0, 2
# Prose has clauses; a title of some length, a row or a name has no two marks.
CLAUSE_MARKS = frozenset("，。；：！？、,;.!?")
MIN_MARKS = 2
# What sets columns.
COLUMNS = ("|", "\t", "  ", "\u3000\u3000")


class Line(NamedTuple):
    """A line that has text: where it starts, the line, the same without white space."""

    start: int
    text: str
    bare: str


class Kept:
    """The lines that stay, and where in them a paragraph or a run of lines is found again."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._places: dict[str, int] = {}
        self._runs: dict[tuple[str, ...], int] = {}

    def add(self, line: Line) -> None:
        """Let a line stay."""
        self._places.setdefault(line.bare, len(self.lines))
        self.lines.append(line)
        if (first := len(self.lines) - RUN_LINES) >= 0:
            self._runs.setdefault(self._run(first), first)

    def has(self, line: Line, place: int) -> bool:
        """Say whether a line stands at a place."""
        return place < len(self.lines) and self.lines[place].bare == line.bare

    def before(self, line: Line) -> int | None:
        """Return where a paragraph stood before that is too long to be said twice."""
        place = self._places.get(line.bare)
        if place is None or len(line.text) < NEXT_EM or not _is_prose(line.text):
            return None
        least = NEXT_EM if self.lines[-1].bare == line.bare else LONG_EM
        return place if display_width(line.text) >= least else None

    def run_before(self) -> int | None:
        """Return where the last lines, as a run, stood before."""
        first = len(self.lines) - RUN_LINES
        if first < RUN_LINES:
            return None
        if sum(len(line.text) for line in self.lines[first:]) < RUN_EM:
            return None  # an em is a character at most; most lines end here
        place = self._runs[self._run(first)]
        return place if place + RUN_LINES <= first and _is_run(self.lines[first:]) else None

    def take_run(self) -> list[Line]:
        """Take the last lines, which are a run, out again."""
        first = len(self.lines) - RUN_LINES
        for start in range(max(first - RUN_LINES + 1, 0), first):
            if self._runs.get(run := self._run(start)) == start:
                del self._runs[run]
        taken = self.lines[first:]
        del self.lines[first:]
        for line in taken:
            if self._places[line.bare] >= first:
                del self._places[line.bare]
        return taken

    def _run(self, first: int) -> tuple[str, ...]:
        return tuple(line.bare for line in self.lines[first : first + RUN_LINES])


def repeated_paragraph(document: Document) -> Iterator[Edit]:
    """Delete long paragraphs, and runs of lines, that stood in the document before.

    Leaves what is repeated on purpose: refrains, choruses, formulas of law, rows, lists, forms.
    """
    if _are_different(document.text):
        return
    lines = list(_lines(document.text))
    kept = Kept()
    gone: list[Line] = []
    follows: int | None = None  # the kept line that the next one repeats, inside a repeated run
    for line in lines:
        if follows is None or not kept.has(line, follows):
            follows = kept.before(line)
        if follows is not None:
            gone.append(line)
            follows += 1
            continue
        kept.add(line)
        follows = kept.run_before()
        if follows is not None:
            gone += kept.take_run()
            follows += RUN_LINES
    for line in gone:
        yield Edit(line.start - 1, f"\n{line.text}", "")


def _are_different(text: str) -> bool:
    """Say whether all lines that have text are different, but for white space."""
    bare = [one for one in ("".join(line.split()) for line in text.split("\n")) if one]
    return len(set(bare)) == len(bare)


def _lines(text: str) -> Iterator[Line]:
    at = 0
    for line in text.split("\n"):
        if bare := "".join(line.split()):
            yield Line(at, line, bare)
        at += len(line) + 1


def _is_prose(line: str) -> bool:
    marks = sum(1 for char in line if char in CLAUSE_MARKS)
    return marks >= MIN_MARKS and _ends(line) and not _has_columns(line)


def _is_run(lines: list[Line]) -> bool:
    widths = [display_width(line.text) for line in lines]
    ended = sum(1 for line in lines if _ends(line.text))
    is_prose = max(widths) >= PROSE_EM and ended >= RUN_ENDED
    return is_prose and sum(widths) >= RUN_EM and not any(_has_columns(one.text) for one in lines)


def _ends(line: str) -> bool:
    return ending_of(line.strip()) == END


def _has_columns(line: str) -> bool:
    bare = line.strip()
    return any(sign in bare for sign in COLUMNS)


# All texts below are made up.
_LONG = (
    "隧道全长四千二百米，建成以后过湖的时间将由四十分钟缩短到六分钟，城东和城西的公交线路也会同步"
    "调整；据介绍，施工的三年里先后克服了淤泥层厚、水压高等困难，累计开挖土石方九十六万立方米，"
    "没有发生一起安全事故。"
)
_NEXT = "馆长说，夜里来的多半是附近工地上的年轻人，他们白天上工，到了晚上来看一会儿书，十点才走。"
_TALK = "“最难的是湖心那一段。”他说。"
_FORMULA = (
    "单位犯前款罪的，对单位判处罚金，并对其直接负责的主管人员和其他直接责任人员，"
    "依照前款的规定处罚。"
)
_CHORUS = "我们走在\n大路上，\n意气风发，\n斗志昂扬。\n山也高来，\n水也长，\n一路歌声，\n向前方。"

REPEATED_PARAGRAPH = Rewrite(
    repeated_paragraph,
    examples={
        f"{_LONG}\n{_TALK}\n{_LONG}\n完了。": f"{_LONG}\n{_TALK}\n完了。",
        f"{_NEXT}\n{_NEXT}": _NEXT,
        f"{_TALK}\n{_NEXT}\n{_FORMULA}\n完。\n{_TALK}\n{_NEXT}\n{_FORMULA}\n完。\n又": (
            f"{_TALK}\n{_NEXT}\n{_FORMULA}\n完。\n又"
        ),
    },
    keeps=[
        f"第一条 甲。\n{_FORMULA}\n第二条 乙。\n{_FORMULA}\n第三条 丙。\n{_FORMULA}",
        f"{_CHORUS}\n第二段\n{_CHORUS}",
        f"{_NEXT}\n{_TALK}\n{_NEXT}",
        "| 品名 | 数量 | 说明，备注；其他。 |\n" * 6,
        f"{_LONG}\n{_LONG[:-1]}，这一次不同。",
        "- 是，\n- 否。\n" * 20,
        "归去来兮，田园将芜胡不归？\n" * 9,
    ],
)
