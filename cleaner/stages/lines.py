"""White space round lines that only the layout wanted: trailing, blank, indents of paragraphs.

The last families before quality: until here blank lines and indents are evidence.

An indent is a paragraph's sign in prose and the form itself in a poem, in code, in an outline.
So a text says first what it is. Its long lines of Han are prose (a line of verse or of a table is
short): their indents go, and the same indents before its short lines (headings, what somebody
says). A text with no long line loses an indent only where all its lines but a title have the same.
What indents by any other measure keeps it. What stands far to the right in prose is a signature
or a date, and goes to the margin too. Code never begins with Han, a quotation mark or a number of
a list, and stays.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from cleaner import late as re
from cleaner.chars.scripts import HAN, KANA, script_of
from cleaner.document import Document, Edit
from cleaner.layout import display_width, indent_width, read_lines
from cleaner.programs import program_lines
from cleaner.stage import Rewrite
from cleaner.unwrap.rows import sets_columns

# White space inside lines.
SPACES = "\t\v\f\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"

# How a paragraph of East Asian prose begins: with a character, an opening mark, a number or a
# Latin word before Han.
OPENING_RE = re.compile(f"[{HAN}{KANA}“‘《〈「『【〔（(①-⑳■●□○◆★—…0-9０-９Ａ-Ｚａ-ｚA-Za-z]")
EAST_ASIAN_RE = re.compile(f"[{HAN}{KANA}]")

# Quick looks at a whole text: what no text without such a line has. Each begins with a line break,
# to which the search skips.
SPACE_END_RE = re.compile(r"\n(?<=\s\n)")
BLANK_RE = re.compile(r"\n\s*(?:\n|\Z)")
INDENT_RE = re.compile(r"\n[^\S\n]")

# What opens a block whose indent is its form: :: at a line's end and a directive in
# reStructuredText, a key with a sign for the lines below in YAML (description: |).
BLOCK_RE = re.compile(r"\.\. {1,4}[\w:-]{1,40}::|(?:- )?[\w.-]{1,60}: [|>][-+]?$")

# A line so wide is prose: twice a line of regulated verse with its mark (14 characters, two marks).
MIN_PROSE_EM = 32.0
# An indent from here on puts a line to the right: a signature. Outlines and verse go less deep.
MIN_RIGHT_EM = 8.0
EAST_ASIAN = frozenset({"ja", "zh", "zh-Hans", "zh-Hant"})


class Indent(NamedTuple):
    """One line that begins with white space: where, the space, its width in em, the rest."""

    start: int
    space: str
    em: float
    text: str


def trailing_space(document: Document) -> Iterator[Edit]:
    """Delete white space at the ends of lines that have text."""
    if not (document.text[-1:].isspace() or SPACE_END_RE.search(document.text)):
        return
    at = 0
    for line in document.text.split("\n"):
        bare = line.rstrip()
        if bare and len(bare) < len(line):
            yield Edit(at + len(bare), line[len(bare) :], "")
        at += len(line) + 1


def indent(document: Document) -> Iterator[Edit]:
    """Delete the indents of paragraphs, in East Asian prose.

    Leaves the indents of verse, code, tables and outlines, and those of texts in Latin letters.
    """
    found = [one for one in _indents(document.text) if _may_open(one.text)]
    if not found or script_of(document) not in EAST_ASIAN:
        return
    found = list(_without_code(document.text, found))
    prose = [one for one in found if _is_prose(one.text)]
    if prose or any(_is_prose(line) for line in document.text.split("\n")):
        widths = {one.em for one in prose}
        found = [one for one in found if one.em in widths or one.em >= MIN_RIGHT_EM]
    elif not _is_block(document.text, found):
        return
    for one in found:
        yield Edit(one.start, one.space, "")


def blank_line(document: Document) -> Iterator[Edit]:
    """Delete blank lines, and line breaks before the first line and after the last."""
    text = document.text
    if not (text[:1].isspace() or BLANK_RE.search(text)):
        return
    at = end = 0  # `end`: of the last line that has text
    for line in text.split("\n"):
        if line.strip():
            wanted = "\n" if end else ""
            if text[end:at] != wanted:
                yield Edit(end, text[end:at], wanted)
            end = at + len(line)
        at += len(line) + 1
    if end < len(text):
        yield Edit(end, text[end:], "")


def _indents(text: str) -> Iterator[Indent]:
    if not (text[:1].isspace() or INDENT_RE.search(text)):
        return
    at = 0
    block = math.inf  # how deep the line stands that opens a block
    for line in text.split("\n"):
        bare = line.strip()
        space = line[: len(line) - len(line.lstrip())]
        if bare:
            em = indent_width(space)
            if space and em <= block:
                yield Indent(at, space, em, bare)
            if em <= block:
                block = em if bare.endswith("::") or BLOCK_RE.match(bare) else math.inf
        at += len(line) + 1


def _without_code(text: str, found: Sequence[Indent]) -> Iterator[Indent]:
    """Yield the indents but those of a program's lines: calls and comments have Chinese in them."""
    lines = read_lines(text)
    coded = zip(lines, program_lines(lines), strict=True)
    programs = {line.start for line, is_coded in coded if is_coded}
    yield from (one for one in found if one.start + len(one.space) not in programs)


def _may_open(line: str) -> bool:
    """Say whether a line may be a paragraph: East Asian, begins as one, sets no columns."""
    return bool(OPENING_RE.match(line) and EAST_ASIAN_RE.search(line) and not sets_columns(line))


def _is_prose(line: str) -> bool:
    """Say whether a line is too long for verse, a heading or a table's row."""
    return (
        2 * len(line) >= MIN_PROSE_EM
        and display_width(line) >= MIN_PROSE_EM
        and EAST_ASIAN_RE.search(line) is not None
        and not sets_columns(line)
    )


def _is_block(text: str, found: list[Indent]) -> bool:
    """Say whether a text of short lines is one block: all of them but the first indented alike."""
    lines = sum(1 for line in text.split("\n") if line.strip())
    return len(Counter(one.em for one in found)) == 1 and len(found) >= max(lines - 1, 1)


TRAILING_SPACE = Rewrite(
    trailing_space,
    gate=SPACES,
    by_line=True,
    examples={"春眠不觉晓，\u3000\n处处闻啼鸟。  \n": "春眠不觉晓，\n处处闻啼鸟。\n"},
    keeps=["保民生 促经济\n\n    if x:\n        return y\n"],  # synthetic
)

INDENT = Rewrite(
    indent,
    gate=SPACES,
    examples={
        (
            "\u3000\u3000看到新华社记者手中的中国—赤道几内亚友谊小学中国学生们的照片，"
            "总统奥比昂脸上露出了笑容。\n\u3000\u3000友谊的种子播在心里\n"
            "\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u30002024年5月28日"
        ): (
            "看到新华社记者手中的中国—赤道几内亚友谊小学中国学生们的照片，"
            "总统奥比昂脸上露出了笑容。\n友谊的种子播在心里\n2024年5月28日"
        ),
        "通知\n    各部门：\n    请遵照执行。": "通知\n各部门：\n请遵照执行。",  # synthetic
        # a wide space behind a label sets no columns; synthetic
        (
            "\u3000\u3000第九条\u3000\u3000水尺立在老闸的下游，每天早晚各读一次，读数记在蓝皮的本子上，不得间断。\n"
            "\u3000\u3000第十条  本办法自发布之日起施行。\n\u3000\u3000时  间：每天早晚\n"
            "\u3000\u3000第一问，水尺立在哪里（\u3000\u3000）"
        ): (
            "第九条\u3000\u3000水尺立在老闸的下游，每天早晚各读一次，读数记在蓝皮的本子上，不得间断。\n"
            "第十条  本办法自发布之日起施行。\n时  间：每天早晚\n"
            "第一问，水尺立在哪里（\u3000\u3000）"
        ),
    },
    keeps=[
        "我走过\n    一条河\n        一座桥\n    一盏灯",  # synthetic: verse
        (
            "看到新华社记者手中的中国—赤道几内亚友谊小学中国学生们的照片，总统脸上露出了笑容。\n"
            "    return 照片\n"
            "\u3000\u3000\u3000红豆生南国，\n\u3000\u3000\u3000春来发几枝。"
        ),  # synthetic: code and verse in prose
        "品名    数量\n  苹果    3\n  梨      5",  # synthetic: a table
        (
            "水尺立在老闸的下游，每天早晚各读一次，看水的人换过四个，字迹各不相同，最早的姓秦。\n"
            "  1  苹果  3\n  2  梨    5\n  第3条  桥  石"
        ),  # synthetic: a table whose rows are numbered
        "    The first paragraph is indented, as it is in many books printed in English.",
        "def f():\n    # 返回结果\n    return 1\n",  # synthetic
        # a block of reStructuredText, and calls of a program beside prose; synthetic
        (
            "水尺立在老闸的下游，每天早晚各读一次，看水的人换过四个，字迹各不相同，最早的姓秦。\n"
            ".. note::\n\n   水尺的读数要在日落以前记下来，写在蓝皮的本子上，一天两次，不能间断。\n"
        ),
        (
            "水尺立在老闸的下游，每天早晚各读一次，看水的人换过四个，字迹各不相同，最早的姓秦。\n"
            '..  code:: python\n\n    # 名称含有 "老闸" 的下游水尺\n'
            "    gauge = river.gauges().search('老闸', side=LEFT, town=\"江城\")[0]\n"
        ),
        (
            "import logging\n\nlogger = logging.getLogger(__name__)\n\n\ndef main():\n"
            '    logger.info("水尺立在老闸的下游: %s", level)\n'
            '    logger.info("看水的人换过四个并且字迹各不相同而最早的姓秦就住在闸边上")\n'
            "    return 0\n"
        ),
        # a comment of a program, a block of YAML; synthetic
        (
            "import river\n\n\ndef read(gauge):\n"
            '    """\n    读出水尺的数字，看水的人换过四个并且字迹各不相同，最早的姓秦。\n'
            '    每天早晚各一次\n    """\n    return river.read(gauge)\n'
        ),
        (
            'name: 老闸\nversion: "1.0"\ndescription: |\n'
            "  水尺立在老闸的下游，每天早晚各读一次，看水的人换过四个，字迹各不相同，最早的姓秦。\n"
            "  本子是蓝皮的。\n"
        ),
    ],
)

BLANK_LINE = Rewrite(
    blank_line,
    gate=f"\n{SPACES}",
    examples={
        "\n\n友谊的种子\n\n \n像你们一样治病救人\n": "友谊的种子\n像你们一样治病救人",
        "def f():\n    x = 1\n\n    return x\n": "def f():\n    x = 1\n    return x",  # synthetic
    },
    keeps=["友谊的种子播在心里\n    像你们一样\n治病救人", "一行"],
)
