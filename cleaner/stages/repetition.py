"""Paragraphs that an extractor gave twice in one document.

A page holds its text in two places (one for telephones, one for print), a parser walks into the
same box twice, a summary is the first paragraph once more: the text comes twice. The first stays.

What people repeat on purpose is short or comes in lines that are no prose: refrains, choruses,
formulas of law (单位犯前款罪的，对单位判处罚金，并对其…依照前款的规定处罚。 has 46 characters and
comes back throughout the penal code), rows, entries of forms. Or it comes back with other lines
round it (the refrain of an essay, the conditions of a licence), under another heading each time
(what a report says of each office), or three times in a row, as a litany does. What a program gives
twice it gives as a whole: from the first of the text, or to its end, or one right behind the other.
So lines are taken out only

- if two stand in a row that stood so before, of which one is a paragraph of prose of LONG_EM, and
  they are of a whole;
- if three do, RUN_EM together and prose in the main;
- if one of LONG_EM is the first of the text once more, and stands just below it, with nothing but
  a title, a byline, a day above it and between: a summary;
- if one of NEXT_EM repeats the line right above it, and no third does;

and then what follows it too, for as long as it follows there. Equal means equal but for white
space. Within an article only: pieces of a page are compared when duplicates are looked for.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from cleaner.document import Document, Edit
from cleaner.layout import END, display_width, ending_of
from cleaner.stage import Rewrite

# Counted on 149 clean texts of all kinds: no line of 30 characters is repeated in any. Twice the
# longest formula of the penal code.
LONG_EM = 100.0
# Two equal paragraphs in a row are no formula; a line of verse with its marks has 14. Chosen.
NEXT_EM = 40.0
# So many in a row are repeated on purpose; the summary is among the first lines, and the paragraph
# among as many below it. Chosen.
MANY, SUMMARY_LINES = 3, 3
# Three lines together, one of them wider than verse, two with an end mark. Chosen; a chorus of
# eight lines has 96.
PAIR, RUN_LINES, RUN_EM, PROSE_EM, RUN_ENDED = 2, 3, 100.0, 30.0, 2
# Prose has clauses; a title of some length, a row or a name has no two marks.
CLAUSE_MARKS = frozenset("，。；：！？、,;.!?")
MIN_MARKS = 2
# A bound on time; two do for nearly all texts.
ROUNDS = 8
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
        for size in (PAIR, RUN_LINES):
            if (first := len(self.lines) - size) >= 0:
                self._runs.setdefault(self._run(first), first)

    def has(self, line: Line, place: int) -> bool:
        """Say whether a line stands at a place."""
        return place < len(self.lines) and self.lines[place].bare == line.bare

    def before(self, line: Line, left: int) -> int | None:
        """Return where a paragraph stood before that is too long to be said twice.

        `left`: the lines in a row that are the same, from it on.
        """
        place = self._places.get(line.bare)
        if place is None or len(line.text) < NEXT_EM or not _is_prose(line.text):
            return None
        width = display_width(line.text)
        if self.lines[-1].bare == line.bare:
            same = sum(one.bare == line.bare for one in self.lines[-MANY:]) + left
            return place if width >= NEXT_EM and same < MANY else None
        near = place < SUMMARY_LINES and len(self.lines) - place <= SUMMARY_LINES
        round_it = (*self.lines[:place], *self.lines[place + 1 :]) if near else ()
        bare = near and not any(_ends(one.text) for one in round_it)
        summary = bare and width >= LONG_EM and not self._is_headed(place, len(self.lines))
        return place if summary else None

    def run_before(self) -> tuple[int, int] | None:
        """Return where the last lines, as a run, stood before, and how many they are."""
        for size in (PAIR, RUN_LINES):
            first = len(self.lines) - size
            if first < size:
                return None
            run = self.lines[first:]
            if self.lines[first - 1].bare == run[0].bare:
                continue  # inside a litany
            if sum(len(line.text) for line in run) < RUN_EM:
                continue  # an em is a character at most; most lines end here
            place = self._runs[self._run(first)]
            if place + size <= first and _is_run(run) and not self._is_headed(place, first):
                return place, size
        return None

    def take_run(self, size: int) -> list[Line]:
        """Take the last lines, which are a run, out again."""
        first = len(self.lines) - size
        for start in range(max(first - RUN_LINES + 1, 0), len(self.lines)):
            for run in (self._run(start, PAIR), self._run(start)):
                if self._runs.get(run) == start and start + len(run) > first:
                    del self._runs[run]
        taken = self.lines[first:]
        del self.lines[first:]
        for line in taken:
            if self._places[line.bare] >= first:
                del self._places[line.bare]
        return taken

    def _is_headed(self, place: int, first: int) -> bool:
        """Say whether two runs stand each under a heading of its own: offices of a report."""
        if not place:
            return False
        heads = self.lines[place - 1].bare, self.lines[first - 1].bare
        return heads[0] != heads[1] and not any(head[-1] in CLAUSE_MARKS for head in heads)

    def _run(self, first: int, size: int = RUN_LINES) -> tuple[str, ...]:
        return tuple(line.bare for line in self.lines[first : first + size])


def repeated_paragraph(document: Document) -> Iterator[Edit]:
    """Delete long paragraphs, and runs of lines, that stood in the document before.

    Leaves what is repeated on purpose: refrains, choruses, formulas of law, rows, lists, forms.
    """
    if _are_different(document.text):
        return
    lines = list(_lines(document.text))
    gone: set[int] = set()
    # What is left may be a whole now: what stood behind it was one more copy.
    for _ in range(ROUNDS):
        again = {line.start for line in _repeated(lines)}
        if not again:
            break
        gone |= again
        lines = [line for line in lines if line.start not in again]
    for line in _lines(document.text):
        if line.start in gone:
            yield Edit(line.start - 1, f"\n{line.text}", "")


def _repeated(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that stood before, as a paragraph or in a run."""
    kept = Kept()
    gone: list[Line] = []
    follows: int | None = None  # the kept line that the next one repeats, inside a repeated run
    broken = 0  # up to this line the copy is known to be of no whole
    for at, (line, left) in enumerate(_with_row(lines)):
        if follows is None or not kept.has(line, follows):
            follows = kept.before(line, left)
        if follows is not None:
            gone.append(line)
            follows += 1
            continue
        kept.add(line)
        if at < broken or not (run := kept.run_before()):
            continue
        if not (broken := _breaks_off(lines, kept, run, at)):
            gone += kept.take_run(run[1])
            follows = sum(run)
    return gone


def _breaks_off(lines: Sequence[Line], kept: Kept, run: tuple[int, int], at: int) -> int:
    """Return the line at which a copy of no whole ends, 0 if it is of a whole.

    A run is its start, whose last line is at `at`. A whole goes from the first lines on, or to the
    last, or stands right behind what it repeats.
    """
    place, size = run
    if place < SUMMARY_LINES:
        return 0
    end, first = place + size, len(kept.lines) - size
    for after in range(at + 1, len(lines)):
        if end >= first or not kept.has(lines[after], end):
            return 0 if end >= first else after
        end += 1
    return 0


def _with_row(lines: Sequence[Line]) -> Iterator[tuple[Line, int]]:
    """Yield each line with how many in a row are the same, from it on."""
    for _, same in groupby(lines, key=lambda line: line.bare):
        row = list(same)
        yield from zip(row, range(len(row), 0, -1), strict=True)


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
    if all(line.bare == lines[0].bare for line in lines):
        return False  # a litany
    if len(lines) == PAIR:
        return any(display_width(one.text) >= LONG_EM and _is_prose(one.text) for one in lines)
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
    gate="\n",
    examples={
        f"{_LONG}\n王平 2019-05-06\n{_LONG}\n完了。": f"{_LONG}\n王平 2019-05-06\n完了。",
        f"{_NEXT}\n{_NEXT}": _NEXT,
        # to the end; right behind
        f"甲。\n乙。\n丙。\n{_LONG}\n{_TALK}\n丁。\n{_LONG}\n{_TALK}": (
            f"甲。\n乙。\n丙。\n{_LONG}\n{_TALK}\n丁。"
        ),
        f"甲。\n乙。\n丙。\n{_LONG}\n{_TALK}\n{_LONG}\n{_TALK}\n完。": (
            f"甲。\n乙。\n丙。\n{_LONG}\n{_TALK}\n完。"
        ),
        f"{_TALK}\n{_NEXT}\n{_FORMULA}\n完。\n{_TALK}\n{_NEXT}\n{_FORMULA}\n完。\n又": (
            f"{_TALK}\n{_NEXT}\n{_FORMULA}\n完。\n又"
        ),
    },
    keeps=[
        f"第一条 甲。\n{_FORMULA}\n第二条 乙。\n{_FORMULA}\n第三条 丙。\n{_FORMULA}",
        f"{_CHORUS}\n第二段\n{_CHORUS}",
        f"{_NEXT}\n{_TALK}\n{_NEXT}",
        # of each of three offices the same, in a line, in three; a refrain; a litany
        f"一、柳园街道\n{_LONG}\n二、河西街道\n{_LONG}\n三、东关街道\n{_LONG}",
        "".join(f"{at}街道\n{_NEXT}\n{_FORMULA}\n{_TALK}他说。\n" for at in "一二三"),
        f"甲。\n乙。\n丙。\n{_LONG}\n我十七岁那年走了。\n丁。\n{_LONG}\n我四十岁那年回来。",
        # a formula of a sutra, the refrain of an essay, just below its start
        f"湖底隧道通车\n{_LONG}\n{_TALK}\n{_LONG}\n完了。",
        # the same conditions in two contracts, with others before and behind
        f"甲。\n乙。\n丙。\n{_LONG}\n{_TALK}\n丁。\n戊。\n{_LONG}\n{_TALK}\n己。",
        f"{_NEXT}\n{_NEXT}\n{_NEXT}",
        "| 品名 | 数量 | 说明，备注；其他。 |\n" * 6,
        f"{_LONG}\n{_LONG[:-1]}，这一次不同。",
        "- 是，\n- 否。\n" * 20,
        "归去来兮，田园将芜胡不归？\n" * 9,
    ],
)
