"""The margin and the blank lines that a copy has before all its lines, the padding behind them.

They tell nothing of any line, and hide what tells: the blank line before a headline, the indent of
a paragraph. Where columns are set in order they would go with some lines and not with others.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from cleaner.chars.scripts import CHINESE, script_of
from cleaner.document import Document, Edit
from cleaner.layout import END, Line, indent_width, read_lines
from cleaner.paper.headshape import NO_HEADLINE_MARK_RE
from cleaner.stage import Rewrite

# Text whose lines were broken by a page ends few of them with a sentence; so many lines are enough
# to tell, and all but so many have a blank line before them. Chosen.
MIN_LINES, MAX_ENDED, MOST = 10, 0.5, 0.95
# Characters of white space behind a line that fill it up to a width: one may be of a word's end.
# Where at least half of the lines have them, a program put them there.
MIN_PADDING, MIN_PADDED = 2, 0.5


def set_off_line(document: Document) -> Iterator[Edit]:
    """Take off the margin that all lines of broken text have, and the blank lines between all.

    And the white space that fills them up to one width. Leaves text whose lines are paragraphs:
    there an indent or a blank line tells where each begins.
    """
    text = document.text
    lines = read_lines(text)
    margin, apart = _set_off(lines)
    padded = _padded(text, lines)
    if not (margin or apart or padded) or script_of(document) not in CHINESE | {"mixed"}:
        return
    # A blank line of the page itself may have been set off like its lines.
    is_each = all((line.blanks + 1) % (apart + 1) == 0 for line in lines[1:])
    edges = _edges(lines, apart)
    at = 0
    for number, line in enumerate(lines):
        start = text.rfind("\n", at, line.start) + 1 or at
        if at in padded:
            yield Edit(at, padded[at], "")
        if at and apart:
            most = apart * (line.blanks + 1) // (apart + 1) if is_each else apart
            yield from _blank_lines(text, at, start, most - (number in edges))
        start = max(start, text.rfind("\f", at, line.start) + 1)
        size = _margin_size(text[start : line.start], margin)
        if size:
            yield Edit(start, text[start : start + size], "")
        at = line.end
    if at in padded:
        yield Edit(at, padded[at], "")


def _edges(lines: Sequence[Line], apart: int) -> frozenset[int]:
    """Return the first lines of headlines, and those below: a blank line stays before them.

    Nothing sets the lines of a headline off from each other, and they have no mark. Several such
    are a reader's doing; one is a blank line that was lost.
    """
    found: list[tuple[int, int]] = []
    starts = [at for at, line in enumerate(lines) if not at or line.blanks >= apart]
    for start, stop in pairwise([*starts, len(lines)]):
        if stop - start > 1 and not any(
            NO_HEADLINE_MARK_RE.search(one.text) for one in lines[start:stop]
        ):
            found.append((start, stop))
    return frozenset(chain(*found)) if len(found) > 1 else frozenset()


def _padded(text: str, lines: Sequence[Line]) -> dict[int, str]:
    """Return the padding behind lines by its place, where most lines have some."""
    # Most texts have none.
    if not ("  \n" in text or "\u3000\n" in text or "\t\n" in text):
        return {}
    if len(lines) < MIN_LINES or sum(line.space for line in lines) < MIN_PADDED * len(lines):
        return {}
    behind = {line.end: _behind(text, line.end) for line in lines if line.space}
    found = {at: space for at, space in behind.items() if len(space) >= MIN_PADDING}
    return found if len(found) >= MIN_PADDED * len(lines) else {}


def _behind(text: str, at: int) -> str:
    """Return the white space from a place to the end of its line; a form feed ends it too."""
    end = text.find("\n", at)
    space = text[at:] if end < 0 else text[at:end]
    return space.partition("\f")[0]


def _set_off(lines: Sequence[Line]) -> tuple[float, int]:
    """Return the margin in em and how many blank lines stand between all lines."""
    size = len(lines)
    if size < MIN_LINES:
        return 0.0, 0
    # Most texts are told by three lines.
    probes = lines[size // 3], lines[size // 2], lines[-1]
    has_margin = all(line.indent for line in probes)
    has_blanks = all(line.blanks for line in probes)
    if not (has_margin or has_blanks):
        return 0.0, 0
    if sum(line.ending == END for line in lines) > MAX_ENDED * size:
        return 0.0, 0
    margin = min(line.indent for line in lines) if has_margin else 0.0
    apart = sorted(line.blanks for line in lines[1:])[int((1 - MOST) * size)] if has_blanks else 0
    return margin, apart


def _blank_lines(text: str, at: int, end: int, most: int) -> Iterator[Edit]:
    """Take out the first blank lines of what stands between two lines; a form feed stays."""
    at = text.find("\n", at, end) + 1
    for _ in range(most):
        after = text.find("\n", at, end) + 1
        if not at or not after:
            return
        blank = text[at:after]
        if "\f" not in blank:
            yield Edit(at, blank, "")
        at = after


def _margin_size(space: str, margin: float) -> int:
    """Return how many characters of the white space before a line the margin is."""
    size, em = 0, 0.0
    for char in space:
        em += indent_width(char)
        if em > margin:
            break
        size += 1
    return size


# Synthetic: a column as a page has it, and set off by a copy.
_COLUMN = (
    "青山湖边修起了新步道\n"
    "\n"
    "\u3000\u3000入秋以后，青山湖边的步道修\n"
    "好了。步道全长六公里，沿途有四座\n"
    "木桥，老人们吃过晚饭就来走上一\n"
    "圈，孩子们在桥上看鱼。\n"
    "\u3000\u3000管护站的人说，湖水比去年清\n"
    "了许多，白鹭也回来了，夏天最多的\n"
    "时候有三百多只，都停在湖心的小岛\n"
    "上，远远看去白茫茫的一片。\n"
    "\u3000\u3000明年开春，步道还要往北再修\n"
    "两公里，一直通到老渡口。\n"
)
_SPACED = _COLUMN.replace("\n", "\n\n")
_LINES = _COLUMN[_COLUMN.index("\u3000") :] * 3
_HEADS = ("青山湖边的步道\n今年修起来了\n", "白鹭又飞回来了\n湖水清了许多\n")
_SHIFTED = "".join(f"  {line}" if line.strip() else line for line in _COLUMN.splitlines(True))
_PARAGRAPHS = "".join(
    f"\u3000\u3000{day}那天，管护站的人又数了一遍，白鹭比昨天多。\n\n"
    for day in "一二三四五六七八九十"
)
SET_OFF_LINE = Rewrite(
    set_off_line,
    gate="\n",
    once=True,
    examples={
        _SPACED: _COLUMN.removesuffix("\n") + "\n\n",
        _SHIFTED: _COLUMN,
        _SHIFTED.replace("\n", "\n\n"): _COLUMN.removesuffix("\n") + "\n\n",
        # padded to one width
        "".join(f"{line:\u3000<18}\n" for line in _COLUMN.splitlines()): "".join(
            f"{line or chr(0x3000) * 18}\n" for line in _COLUMN.splitlines()
        ),
        # headlines of several lines stay set off
        "".join(f"{head}\n" + _LINES.replace("\n", "\n\n") for head in _HEADS): (
            f"{_HEADS[0]}\n{_LINES}\n{_HEADS[1]}\n{_LINES}\n"
        ),
        # a form feed stays
        _SPACED.replace("\n\n\u3000\u3000管", "\n\f\n\u3000\u3000管"): _COLUMN.replace(
            "\n\u3000\u3000管", "\n\f\n\u3000\u3000管"
        )
        + "\n",
    },
    keeps=[
        _COLUMN,
        _PARAGRAPHS,
        # the second line of a headline has no blank line before it; of so few lines that is many
        f"青山湖边的步道\n今年修起来了\n\n{_SPACED}",
        # a space behind each line, or two behind some, as Markdown breaks lines
        _COLUMN.replace("\n", " \n"),
        _COLUMN.replace("，沿途有四座\n", "，沿途有四座  \n"),
        _SHIFTED.replace("  时候", "时候"),
        "".join(f"  the ferry left at {hour}\n\n" for hour in range(12)),
    ],
)
