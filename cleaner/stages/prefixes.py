"""What a program put before every line of a text: a mark of quotation, the number of the line.

    > 入秋以后，青山湖边的步道修        12  入秋以后，青山湖边的步道修
    > 好了。步道全长六公里              13  好了。步道全长六公里

A mail's program quotes so, `cat -n` and `grep -n` count so. Such a line begins like no other: no
headline is seen, no paragraph, no page number. People begin lines so too: items of a list have
numbers, a part of a letter is quoted. A program's sign stands before all lines, and its numbers
count lines wherever a page broke these, and blank ones.
"""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from cleaner import late as re
from cleaner.chars.scripts import CHINESE, HAN_RE, script_of
from cleaner.document import Document, Edit
from cleaner.layout import read_lines
from cleaner.lexicon import is_broken
from cleaner.programs import program_lines
from cleaner.stage import Rewrite

# So many lines, and so much prose. Chosen.
MIN_QUOTED, MIN_NUMBERED, MIN_HAN = 5, 10, 40

# Marks of quotation: > 好, >好, >> 好; not >5 and >>> x.
QUOTE_RE = re.compile("(?:> ?){1,4}(?:(?<= )(?<!>>> )|(?=[\u3000\u4e00-\u9fff“《（【])|$)")

# The number of a line: 12, then white space, a colon or a stroke. Not 12. and 12、, of an item.
NUMBER_RE = re.compile(r"[ \t]{0,8}([0-9]{1,6})(?: ?[:|]|(?=[ \t])|$)")
# So many blank lines between others have a number; or words are cut at the ends of lines.
MIN_BLANK = 3
# The share of lines that may be a program's: a manual shows some, a listing is one.
MAX_PROGRAM = 0.3


def quoted_line(document: Document) -> Iterator[Edit]:
    """Take off the > that stands before all lines of a text.

    Leaves it where a line has none: mail of which a part is quoted, differences of two files.
    """
    text = document.text
    if document.was_cleaned or not text.lstrip("\n").startswith(">"):
        return
    lines = text.split("\n")
    marks = [QUOTE_RE.match(line) for line in lines if line.strip()]
    if len(marks) < MIN_QUOTED or not all(marks) or not _is_prose(document):
        return
    depth = min(mark[0].count(">") for mark in marks if mark)
    taken = re.compile(f"(?:> ?){{{depth}}}")
    sizes = [mark.end() if (mark := taken.match(line)) else 0 for line in lines]
    yield from _taken_off(text, lines, sizes)


def line_number(document: Document) -> Iterator[Edit]:
    """Take off the numbers that a program set before all lines of a text to count them.

    In text that a page broke, or where blank lines are counted too. Leaves the numbers of a list,
    of verses, of a table's rows, of years, and those of a program's lines.
    """
    text = document.text
    if document.was_cleaned or not NUMBER_RE.match(text.lstrip("\n")):
        return
    lines = text.split("\n")
    sizes, before = [], 0
    for line in lines:
        if not line.strip():
            sizes.append(0)
            continue
        found = NUMBER_RE.match(line)
        if not found or (before and int(found[1]) != before + 1):
            return
        before = int(found[1])
        sizes.append(found.end())
    bodies = [line[size:] for line, size in zip(lines, sizes, strict=True)]
    if sum(map(bool, sizes)) < MIN_NUMBERED or not _is_prose(document):
        return
    if not _counts_blanks(bodies, sizes) and not is_broken(
        [body.strip() for body in bodies if body.strip()]
    ):
        return
    programs = program_lines(read_lines("\n".join(bodies)))
    if sum(programs) > MAX_PROGRAM * len(programs):
        return
    gap = min(len(body) - len(body.lstrip(" ")) for body in bodies if body.strip())
    gap = gap or min(body[:1] == "\t" for body in bodies if body.strip())
    sizes = [min(len(line), size + gap) for line, size in zip(lines, sizes, strict=True)]
    yield from _taken_off(text, lines, sizes)


def _is_prose(document: Document) -> bool:
    """Say whether a text has Chinese or Japanese prose."""
    return (
        script_of(document) in CHINESE | {"ja", "mixed"}
        and len(HAN_RE.findall(document.text)) >= MIN_HAN
    )


def _counts_blanks(bodies: Sequence[str], sizes: Sequence[int]) -> bool:
    """Say whether blank lines between others have numbers."""
    count = pending = 0
    for body, size in zip(bodies, sizes, strict=True):
        if body.strip():
            count, pending = count + pending, 0
        else:
            pending += size > 0
    return count >= MIN_BLANK


def _taken_off(text: str, lines: Sequence[str], sizes: Sequence[int]) -> Iterator[Edit]:
    """Take so many characters off each line."""
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    for start, size in zip(starts, sizes, strict=False):
        if size:
            yield Edit(start, text[start : start + size], "")


# Synthetic, as all below.
_COLUMN = (
    "青山湖边修起了新步道\n"
    "\n"
    "\u3000\u3000入秋以后，青山湖边的步道修\n"
    "好了。步道全长六公里，沿途有四座\n"
    "木桥，老人们吃过晚饭就来走上一\n"
    "圈，孩子们在桥上看鱼。\n"
    "\n"
    "\u3000\u3000管护站的人说，湖水比去年清\n"
    "了许多，白鹭也回来了，夏天最多的\n"
    "时候有三百多只，都停在湖心的小岛\n"
    "上，远远看去白茫茫的一片。\n"
    "\n"
    "\u3000\u3000明年开春，步道还要往北再修\n"
    "两公里，一直通到老渡口。\n"
)
_LINES = _COLUMN.splitlines()
_VERSES = "".join(
    f"{at} {day}那天，管护站的人又数了一遍白鹭，比昨天多了几只。\n"
    for at, day in enumerate("一二三四五六七八九十", 1)
)


def _quoted(mark: str) -> str:
    return "".join(f"{mark}{line}".rstrip(" ") + "\n" for line in _LINES)


def _numbered(form: str) -> str:
    return "".join(form.format(at, line) + "\n" for at, line in enumerate(_LINES, 1))


QUOTED_LINE = Rewrite(
    quoted_line,
    gate=">",
    examples={
        _quoted("> "): _COLUMN,
        _quoted(">> "): _COLUMN,
        _quoted("> ").replace("\n> 两", "\n> > 两"): _COLUMN.replace("\n两", "\n> 两"),
        _quoted(">"): _COLUMN,
    },
    keeps=[
        _COLUMN,
        # a part is quoted
        f"来信收到，谢谢。\n{_quoted('> ')}",
        _quoted("> ").replace("> 两", "两"),
        # comparisons; a program's prompt; too little to tell
        "".join(f">{at}0分的有{at}人，都在这个班里，老师很高兴\n" for at in range(1, 8)),
        "".join(f">>> print('第{at}个例子，看看会怎么样')\n" for at in range(1, 8)),
        "> 入秋以后，青山湖边的步道修好了。\n",
        "".join(f"> the ferry left at {hour}\n" for hour in range(12)),
    ],
)
LINE_NUMBER = Rewrite(
    line_number,
    gate="0-9",
    examples={
        _numbered("{:4d}  {}"): _COLUMN,
        _numbered("{:6d}\t{}"): _COLUMN,
        _numbered("{}:{}"): _COLUMN,
        _numbered("{:3d} | {}"): _COLUMN,
    },
    keeps=[
        _COLUMN,
        _VERSES,
        # a list to sign, its last rows empty; one number is wrong; items of a list
        _VERSES + "11\n12\n13\n14\n",
        _numbered("{:4d}  {}").replace("   5", "   6"),
        _numbered("{}. {}"),
        # years; a table
        "".join(f"{year} 这一年，步道又往北修了一段，白鹭也多了。\n" for year in range(2001, 2015)),
        "".join(f"{at}\t步道\t{at * 3}公里\t青山湖管护站\n" for at in range(1, 15)),
        # a program
        "".join(
            f"{at:3d}  {line}\n"
            for at, line in enumerate(
                ("import os  # 读取环境里的变量，先看看有没有", "", "x = 1  # 初值，步道的公里数")
                * 5,
                1,
            )
        ),
    ],
)
