"""Which lines of a text are signs of a paper: asked of each line once, however many stages ask.

The questions themselves are those of `cleaner.paper.press`, of a line by itself.
"""

from collections.abc import Sequence
from itertools import accumulate

from cleaner.gates import Gates
from cleaner.layout import Line, Lines, kept_with_lines
from cleaner.paper import jumps, press

# A page's number, a credit, a page's head, a jump line are no longer.
MAX_APART_CHARS, MAX_NUMBER_CHARS = 120, 4


# What a line has one of if it is to be what the name says, or to hold it: most lines are told by
# these characters alone, all classes in one look at a text. tests/test_signs.py holds them to the
# patterns that they stand for.
APART = "记記讯訊員员编編摄攝撰写寫笔筆道導电電社图圖文校版策统統"  # credits, jumps, staff
CREDIT = (
    "记記通评評编編责責摄攝供撰采採执執报報版校文图圖作来來原综綜（(〔据據本电電讯訊发發稿料"
    "受排组审设制统策视班指辅輔"
)
DATELINE = "电電讯訊消报報记記"
HEAD = "0-9０-９版报報刊日主线線农農址印"
MASTHEAD = "版期号號卷周週"
PAGE = f"{MASTHEAD}上紧下》"
SENTENCE = "。！？!?《》“”"
STAFF = "编版校排审图统策视班"
TRADITIONAL_STAFF = "編審圖統視"  # the same where a text was not read in simplified characters
# What lies beyond the first plane is in every class, and in this alone. White space is in none:
# what stands between two lines is looked at with the first of them.
BEYOND = "\uffff"
CLASSES = (APART, BEYOND, CREDIT, DATELINE, HEAD, MASTHEAD, PAGE, SENTENCE, STAFF)
GATES = Gates(CLASSES)


def having(lines: Sequence[Line], characters: str) -> list[int]:
    """Return for each line whether it has any of the characters of a class (not 0: it has)."""
    bit = GATES.bit(characters)
    return [bits & bit for bits in _bits(lines)]


@kept_with_lines
def _bits(lines: Sequence[Line]) -> list[int]:
    return bits_of(lines, GATES)


def bits_of(lines: Sequence[Line], gates: Gates) -> list[int]:
    """Return for each line the bits of the classes of which it has a character.

    Those of the white space behind it too, or not.
    """
    if isinstance(lines, Lines):
        return gates.of_parts(lines.source, [line.start for line in lines])
    texts = [line.text for line in lines]
    starts = list(accumulate(map(len, texts[:-1]), initial=0))
    return gates.of_parts("".join(texts), starts[: len(texts)])


@kept_with_lines
def credit_lines(lines: Sequence[Line]) -> list[bool]:
    """Say of each line whether it is a credit; a row of a table, | 编辑 | 查看, is none."""
    kinds = (having(lines, kind) for kind in (CREDIT, SENTENCE, BEYOND))
    return [
        (sign > 0 or line.text[0] in press.MARKED)
        and not (line.text[0] == "|" and "|" in line.text[1:])
        and (beyond > 0 or not sentence or line.text[:2] == "据《")
        and press.credit_line(line.text)
        for line, sign, sentence, beyond in zip(lines, *kinds, strict=True)
    ]


@kept_with_lines
def dateline_ends(lines: Sequence[Line]) -> list[int]:
    """Return where the dateline that opens each line ends; 0 for none."""
    signs = zip(lines, having(lines, DATELINE), strict=True)
    return [press.dateline_end(line.text) if sign else 0 for line, sign in signs]


@kept_with_lines
def jump_lines(lines: Sequence[Line]) -> list[str]:
    """Say of each line whether it sends to another page, as `jumps.jump_line` does."""
    signs = zip(lines, having(lines, PAGE), strict=True)
    return [jumps.jump_line(line.text) if sign else "" for line, sign in signs]


@kept_with_lines
def apart_lines(lines: Sequence[Line]) -> list[bool]:
    """Say of each line whether it is by its shape no part of a column."""
    return [
        len(line.text) <= MAX_APART_CHARS
        and (
            credit
            or jump != ""
            or is_page_number(line.text)
            or (page > 0 and press.masthead(line.text))
        )
        for line, credit, jump, page in zip(
            lines, credit_lines(lines), jump_lines(lines), having(lines, PAGE), strict=True
        )
    ]


def is_apart(text: str) -> bool:
    """Say what `apart_lines` does, of one line."""
    if len(text) > MAX_APART_CHARS:
        return False
    shaped = is_page_number(text) or press.credit_line(text) or press.masthead(text)
    return shaped or jumps.jump_line(text) != ""


def is_page_number(text: str) -> bool:
    """Say whether a line is a short number and nothing else."""
    return len(text) <= MAX_NUMBER_CHARS and text.isdigit()
