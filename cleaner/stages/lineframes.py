r"""Marks that a carrier put round every line: of a comment, a table, a list, a program's strings.

    // 水尺立在老闸的下游，每天早    "水尺立在老闸的下游，每天早",
    // 晚各读一次，读数写在蓝皮的    "晚各读一次，读数写在蓝皮的",
    // 本子里。                      "本子里。",
    //                               "",
    // 看水的人换过四个。            "看水的人换过四个。"

Items of a list, rows of a table, comments in a program and strings of an array have the same marks,
and mean them: so it must show that a page broke the lines under the marks. It cuts words where
a line is full; where clauses without end marks stand one a line, 1 line of 15 ends in half a word
at most. Or the mark is //, or one of no list (#, |) that stands before the blank lines between
paragraphs too, or all lines are bold. A fence of Markdown round a whole text of prose goes as
well: programs that write answers put it there. So do tabs before a page, and the quotes of a
table's cell that holds a text.
"""

from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.chars.scripts import CHINESE, script_of
from cleaner.document import Document, Edit
from cleaner.lexicon import PROSE_RE, is_cut
from cleaner.programs import FENCE, is_program
from cleaner.stage import Rewrite

MARKS = "-!\"#%'*+/:;_|•●│┃║｜"
STARTS = f"\t{MARKS}"
# Of a list, whose items may be empty.
BULLETS = frozenset("-*+•●")
# Of Markdown, round what is bold or slanting.
EMPHASES = frozenset(("*", "**", "***", "_", "__"))
# What all lines begin with, be it a comment in a comment; what a string ends with.
HEAD_RE = re.compile(rf"\s*//+(?:[ \t]+//+)+|\s*[{MARKS}]+|\t+")
STRING_END_RE = re.compile(r"(?:\\r)?(?:\\n)?([\"'])[ ]?[,;+\\]?$")
# A setting or a line of a program that was put out of use: # level = 3, // return 1;
UNUSED_RE = re.compile(r"^[ \t]*[\w.-]{1,40}[ ]?:?=|^[\x20-\x7e]*[;{}]$", re.MULTILINE)
# What a string writes with a backslash before it.
ESCAPE_RE = re.compile(r"\\([\"'\\/])")
# A cell of a table, as CSV writes it.
CELL_RE = re.compile(r'"([^"]*(?:""[^"]*)*)"\s*')
DOUBLE_RE = re.compile('""')
# What words that somebody says end in; such a share of doubled quotes stands elsewhere. Chosen.
SPOKEN, MIN_OPEN = frozenset("。！？…—!?."), 0.3
# Rows of one cell each, so many, below the name of the column.
ROWS_RE = re.compile(r'(?:[^",\n]{1,20}\n)?(?:"[^"]*(?:""[^"]*)*"(?:\r?\n|\s*\Z)){3,}')
ROW_RE = re.compile(r'"([^"]*(?:""[^"]*)*)"')
# The lines above and below that belong to the marks, in pairs.
ENDS = tuple(
    (re.compile(above), re.compile(below))
    for above, below in (
        (r"```[ ]?(?:|text|txt|plain|plaintext|markdown|md)$", "```$"),
        (r"/\*+$", r"\*+/$"),
        (r"[\[(]$", r"[\])][,;]?$"),
        ("[+┌╔╭][-=─━═]+[+┐╗╮]$", "[+└╚╰][-=─━═]+[+┘╝╯]$"),
    )
)
# What parts the columns of a table; what may stand behind a mark as its own.
COLUMNS, QUOTES, BLANKS = frozenset("|│┃║｜"), frozenset("\"'"), frozenset(" \t")
# How far the gate looks, in characters and in lines.
GATE_CHARS, NEAR = 1_000, 9
# So many lines are enough to tell; nearly all have a blank behind the mark, or it is the line's.
# Characters that a line of verse or an item seldom has. Chosen, as all below.
MIN_LINES, MOST, PARAGRAPH = 5, 0.95, 40
# Such a share of characters stands in lines of prose.
MIN_PROSE = 0.33
# Such a share of lines may have the mark in them, of a table's columns or of a bold word.
MAX_INSIDE = 0.1


def line_frame(document: Document) -> Iterator[Edit]:
    """Take off marks that all lines of a text begin with, and those that all end with.

    In Chinese and Japanese, where a page broke the lines, or the mark stands before blank lines
    too; the fence round a whole text of prose; the quotes of a table's cells. Leaves lists, tables,
    programs, data.
    """
    text = document.text
    cells = _cells(text)
    if not (cells or _may_be(text)) or script_of(document) not in CHINESE | {"ja", "mixed"}:
        return
    lines = text.split("\n")
    if cells:
        for cell in cells if _are_a_text(cells, lines) else ():
            yield from _unquoted(cell)
        return
    sizes = [len(line.rstrip()) for line in lines]
    filled = [at for at, size in enumerate(sizes) if size]
    ends = _ends(*(lines[at].strip() for at in (filled[0], filled[-1])))
    asked = filled[1:-1] if ends else filled
    if len(asked) < MIN_LINES:
        return
    whole = [lines[at][: sizes[at]] for at in asked]
    taken = _taken(whole)
    if not taken:
        if not (ends and _is_answer(whole) and lines[filled[0]].lstrip().startswith(FENCE)):
            return
        taken = [(0, size) for size in map(len, whole)]
    spans = dict(zip(asked, taken, strict=True))
    at = 0
    for number, line in enumerate(lines):
        if number in spans:
            yield from _edits(line.rstrip("\r"), at, *spans[number])
        elif sizes[number]:
            yield Edit(at, text[at : at + len(line) + 1], "")
        at += len(line) + 1


def _may_be(text: str) -> bool:
    """Say whether the second line and the last but one begin with the same mark, or a fence opens.

    A look, for most texts have none.
    """
    if text[:GATE_CHARS].lstrip().startswith(FENCE):
        return True
    above = _first_of_second(text[:GATE_CHARS].split("\n", NEAR))
    return above in STARTS and above == _first_of_second(
        text[-GATE_CHARS:].rsplit("\n", NEAR)[::-1]
    )


def _first_of_second(lines: Sequence[str]) -> str:
    """Return what the second line begins with that is not blank."""
    filled = (line.lstrip(" ")[0] for line in lines if not line.isspace() and line)
    return (next(filled, "") and next(filled, "")) or "\n"


def _ends(above: str, below: str) -> bool:
    """Say whether the first line and the last are a pair that belongs to the marks."""
    return any(one.match(above) and other.match(below) for one, other in ENDS)


def _taken(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return where each line's own text starts and stops between the marks; or nothing."""
    low, high = min(lines), max(lines)
    same = next((at for at, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), len(low))
    head = HEAD_RE.match(low, 0, same)
    if not head:
        return []
    mark, start = head[0].strip() or "\t", head.end()
    stops = _stops(lines, start, mark)
    has_tail = len(stops) == len(lines)
    if not has_tail:
        stops = [len(line) for line in lines]
    bare = [line[start:stop].rstrip() for line, stop in zip(lines, stops, strict=True)]
    is_emphasis = has_tail and mark in EMPHASES
    inside = mark if is_emphasis else mark[-1]
    parted = is_emphasis or inside in COLUMNS
    if parted and sum(inside in line for line in bare) > MAX_INSIDE * len(bare):
        return []
    # A list has a blank behind its marks; that a program wrote, of what is new in a file, has none.
    is_list = mark in BULLETS and not (mark == "+" and any(line[:1].strip() for line in bare))
    is_long = max(map(len, bare)) >= PARAGRAPH
    told = is_emphasis and is_long
    told |= not has_tail and (mark.startswith("//") or (not is_list and "" in bare and is_long))
    whole = "\n".join(bare)
    if not ((told and _is_prose(bare)) or is_cut(bare)):
        return []
    if UNUSED_RE.search(whole) or is_program(whole):
        return []
    behind = [line[0] in BLANKS for line in bare if line]
    has_blank = sum(behind) >= MOST * len(behind)
    return [
        (start + (has_blank and line[:1] in BLANKS and line != ""), start + len(line))
        for line in bare
    ]


def _stops(lines: Sequence[str], start: int, mark: str) -> list[int]:
    """Return where the marks behind the lines begin that have one: of a string, or the first's."""
    if mark[-1] in QUOTES:
        found = [STRING_END_RE.search(line, start) for line in lines]
        return [one.start() for one in found if one and one[1] == mark[-1]]
    behind = mark[::-1]
    return [len(line) - len(behind) for line in lines if line.endswith(behind, start)]


def _is_prose(lines: Sequence[str]) -> bool:
    """Say whether most of what lines say is prose, or some of them are whole paragraphs."""
    prose = [len(line) for line in lines if PROSE_RE.search(line)]
    paragraphs = sum(size >= PARAGRAPH for size in prose)
    return sum(prose) >= MIN_PROSE * sum(map(len, lines)) or paragraphs >= MIN_LINES


def _is_answer(lines: Sequence[str]) -> bool:
    """Say whether lines between two fences are one text of prose, which may have blocks of code.

    Verses, rows of a table, steps and drawings have neither paragraphs nor cut words.
    """
    fences = [line.strip() for line in lines if line.lstrip().startswith(FENCE)]
    is_one = len(fences) % 2 == 0 and not (fences and fences[0] == FENCE)
    if not (is_one and _is_prose(lines)) or is_program("\n".join(lines)):
        return False
    return any(len(line) >= PARAGRAPH and PROSE_RE.search(line) for line in lines) or is_cut(lines)


def _is_page(lines: Sequence[str]) -> bool:
    """Say whether lines are paragraphs of prose, or a page that was broken."""
    long = sum(len(line) >= PARAGRAPH and PROSE_RE.search(line) is not None for line in lines)
    return long >= MIN_LINES or (len(lines) >= MIN_LINES and is_cut(lines))


def _cells(text: str) -> list[re.Match[str]]:
    """Return the cells of a table that a text is made of: one, or one a row."""
    if text[:1] == '"' and (cell := CELL_RE.fullmatch(text)):
        return [cell]
    return list(ROW_RE.finditer(text)) if '""' in text and ROWS_RE.fullmatch(text) else []


def _are_a_text(cells: Sequence[re.Match[str]], lines: Sequence[str]) -> bool:
    """Say whether cells hold a page or paragraphs.

    Nobody else doubles quotes between quotes, but where one answers another ("来了？""来了。"), or
    breaks a line before the closing one.
    """
    before = [part[-1:] for cell in cells for part in cell[1].split('""')[:-1]]
    has_doubles = sum(one not in SPOKEN for one in before) > MIN_OPEN * len(before)
    if len(cells) == 1:
        return has_doubles or _is_page(lines) or cells[0][1].endswith("\n")
    return (
        has_doubles and _is_prose([cell[1] for cell in cells]) and not is_program(cells[0].string)
    )


def _unquoted(cell: re.Match[str]) -> Iterator[Edit]:
    """Yield the edits that take the quotes off a cell, and one of each two in it."""
    yield Edit(cell.start(1) - 1, '"', "")
    for double in DOUBLE_RE.finditer(cell.string, *cell.span(1)):
        yield Edit(double.start(), '"', "")
    yield Edit(cell.end(1), '"', "")


def _edits(line: str, at: int, start: int, stop: int) -> Iterator[Edit]:
    """Yield the edits that take the marks off a line at [start, stop); strings are read back."""
    if start:
        if start >= stop:
            start = len(line)
        yield Edit(at, line[:start], "")
        if line[:start].rstrip()[-1:] in QUOTES and stop < len(line.rstrip()):
            for escape in ESCAPE_RE.finditer(line, start, stop):
                yield Edit(at + escape.start(), "\\", "")
        if start < stop < len(line):
            yield Edit(at + stop, line[stop:], "")


# Synthetic, as all below: a column of a page, and lines that nobody broke.
_PAGE = (
    "腊月里河面封了冰，过河的都从铁桥上走，老\n人们说今年冻得早，桥头的茶摊天不亮就有学\n"
    "生来喝粥。守桥的秦师傅每天记两次冰厚，工\n作三十年没有断过，本子摞起来比桌子还高，\n"
    "都收在铁桥南头的小屋里，谁要查哪一年的时\n间，他不用翻就能说出来。开河以后，铁桥还\n"
    "要大修一次。\n\n铁桥的北头是粮站。\n"
)
_LINES = _PAGE.splitlines()
_CLAUSES = (
    "早晨读一次水尺，晚上再读一次",
    "读数写在蓝皮的本子里，一年一换",
    "水退以后，先看闸门再看堤脚",
    "涨水时每小时报一次，夜里也报",
    "换班的人要签名，写明几点几分",
    "本子收在闸房的柜里，钥匙由老秦管",
)
_SENTENCES = tuple(
    f"{line}，这一条是站里多年的老规矩，谁来了都照着做，没有例外。" for line in _CLAUSES
)
_VERSES = ("老闸的水涨了又落，", "渡口的人等了又走，", "堤上的柳绿了一年", "又一年，谁还在等") * 2
_CODE = ("int 水位(int 站) {", "    // 读一次，再读一次", "    return 站 * 2;", "}", "") * 3


def _framed(before: str, lines: Sequence[str], behind: str = "") -> str:
    return "".join(f"{before}{line}{behind}\n" for line in lines)


LINE_FRAME = Rewrite(
    line_frame,
    gate="\n",
    once=True,
    examples={
        **{_framed(mark, _LINES): _PAGE for mark in ("// ", "# ", "| ", "- ", "; ", "  * ", "#")},
        _framed("- ", _LINES).replace("- \n", "\n"): _PAGE,
        _framed("\t", _LINES).replace("\t\n", "\n"): _PAGE,
        _framed("| ", _LINES, " |"): _PAGE,
        # a box, padded
        "+------+\n" + _framed("| ", [f"{line:22}" for line in _LINES], "|") + "+------+\n": _PAGE,
        "/*\n" + _framed(" * ", _LINES) + " */\n": _PAGE,
        # strings of an array, of a notebook, of a program
        _framed('"', _LINES, '",'): _PAGE,
        "[\n" + _framed('  "', _LINES, '",')[:-2] + "\n]\n": _PAGE,
        _framed('    "', [line.replace("铁桥", '\\"铁桥\\"') for line in _LINES], '\\n",'): (
            _PAGE.replace("铁桥", '"铁桥"')
        ),
        _framed("'", _LINES, "\\n' +"): _PAGE,
        # a mark before blank lines; a comment of a program that was never broken
        _framed("# ", [_SENTENCES[0], "", *_SENTENCES[1:]]): "\n".join(
            [_SENTENCES[0], "", *_SENTENCES[1:], ""]
        ),
        **{_framed(mark, _SENTENCES): _framed("", _SENTENCES) for mark in ("// ", "// // ")},
        # a cell of a table that was exported
        f'"{_PAGE[:-1]}"\n': _PAGE,
        '"' + _PAGE[:90].replace("铁桥", '""铁桥""') + '"\n': _PAGE[:90].replace("铁桥", '"铁桥"')
        + "\n",
        '"' + "\n".join(_SENTENCES) + '"': "\n".join(_SENTENCES),
        f'"{_SENTENCES[0]}\n"\n': f"{_SENTENCES[0]}\n\n",
        # rows of one cell
        "".join(f'"{line}"\n' for line in (_SENTENCES[0], '他说：""好""。', "", *_SENTENCES)): (
            "\n".join([_SENTENCES[0], '他说："好"。', "", *_SENTENCES, ""])
        ),
        # bold or slanting throughout, as a converter of PDF writes it
        **{
            _framed(mark, filled, mark): "".join(f"{line}\n" for line in filled)
            for mark in ("**", "_", "*", "__")
            for filled in [[line for line in _LINES if line], [_LINES[0], *_SENTENCES]]
        },
        # what is new in a file, as a program shows it
        _framed("+", [*_SENTENCES, "", "    " + _SENTENCES[0]]): "\n".join(
            [*_SENTENCES, "", "    " + _SENTENCES[0], ""]
        ),
        # what a program answered
        f"```\n{_PAGE}```\n": _PAGE,
        "```markdown\n" + _framed("", _SENTENCES) + "```\n": _framed("", _SENTENCES),
        f"```\n{_PAGE}\n```c\n第一行\n```\n```\n": f"{_PAGE}\n```c\n第一行\n```\n",
    },
    keeps=[
        _PAGE,
        _framed("\t", _CLAUSES),
        _framed("\t", _VERSES),
        _framed("\t", [line.replace("，", "\t") for line in _CLAUSES]),
        # some lines have none
        _framed("// ", _LINES) + "青山湖。\n",
        # lists: of clauses, of sentences, with blank lines between, of names, of numbers
        _framed("- ", _CLAUSES),
        _framed("* ", _SENTENCES),
        _framed("- ", _CLAUSES).replace("\n", "\n\n"),
        _framed("• ", ["王宁", "李明", "赵云", "周远山", "方石阶", "人民", "中国"]),
        _framed("+ ", [f"国道{number}，限速八十，共计三百人" for number in range(9)]),
        _framed("- ", [f"第{number}组，来的是民兵，不是本地人" for number in range(9)]),
        # each item a paragraph that somebody broke by hand, a mark before the first line alone
        "".join(f"- {line}，\n  {line}。\n" for line in _CLAUSES),
        # settings and code that were put out of use
        _framed("# ", ["level = 3", _SENTENCES[0], "", "station = 老闸", *_SENTENCES[1:]]),
        _framed("// ", [*_SENTENCES, "int level(int s) { return -1; }"]),
        # an item that was left empty
        _framed("- ", [_SENTENCES[0], "", *_SENTENCES[1:]]),
        _framed("+ ", [*_SENTENCES, "", *_SENTENCES]),
        # verses and headlines in bold; bold words at both ends of a line; some lines have none
        _framed("**", _VERSES, "**"),
        _framed("_", _CLAUSES, "_"),
        _framed("*", [line.replace("，", "*，*", 1) for line in _SENTENCES], "*"),
        _framed("**", [f"{line[:4]}**{line[4:]}**{line[:3]}" for line in _SENTENCES], "**"),
        _framed("**", _SENTENCES, "**") + f"{_SENTENCES[0]}\n",
        _framed("**", _SENTENCES),
        # tables, of one column and of two, with a row that is blank
        _framed("| ", _CLAUSES, " |"),
        _framed("| ", [*_SENTENCES, "", *_SENTENCES], " |"),
        _framed("| ", [f"{line} | {line}" for line in _LINES], " |"),
        _framed("| ", ["站名 | 水位", "--- | ---", *("老闸 | 三米一",) * 5], " |"),
        # data: clauses, sentences, an empty one
        _framed('"', _CLAUSES, '",'),
        "[\n" + _framed('  "', _SENTENCES, '",')[:-2] + "\n]\n",
        _framed('"', [*_SENTENCES, "", *_SENTENCES], '",'),
        # rows of numbers, two cells; who speaks
        "".join(f'"{line}""是吗？""{line}"\n"{line}""是。"\n' for line in _SENTENCES),
        "".join(f'"{line}""是吗？""对。"\n' for line in _SENTENCES),
        f'"{_SENTENCES[0]}""是。"',
        '"水位"\n"3""1"\n"2""9"\n"3""0"\n',
        "".join(f'"{line}","他说：""好""。"\n' for line in _SENTENCES),
        "".join(f'"{line}"\n' for line in _SENTENCES),
        _framed('"', ["你来了，坐吧。", "水退了没有？", "退了，堤脚没事。"] * 3, '"'),
        f'"{_SENTENCES[0]}"\n他说。\n"{_SENTENCES[1]}"',
        '"' + "\n".join(_VERSES) + '"',
        '"' + "\n".join(_SENTENCES[:2]) + '"',
        # verses, those of a book with a mark before the blank line
        _framed("| ", [*_VERSES, "", *_VERSES]),
        _framed('"', _VERSES, '",'),
        _framed("* ", _VERSES),
        # programs, commands, settings with what they say, differences of files
        _framed("// ", _CODE),
        _framed("# ", _CODE),
        _framed("# ", ["水位的阈值，单位米", "level = 3", "", "站名，见表", "name = 1", ""] * 3),
        _framed("# ", ["水文站", "水尺", "读数", "老闸", "渡口", "堤脚"]),
        "```c\n" + _framed("", _LINES) + "```\n",
        "```\n" + _framed("", _CODE) + "```\n",
        "```\n" + _framed("", _VERSES) + "```\n",
        "```\n" + _framed("", [f"{line}，$ level --read 3" for line in _CLAUSES]) + "```\n",
        "```\n" + _framed("", ["├── 水尺", "├── 读数", "└── 本子"] * 3) + "```\n",
        f"```\n{_PAGE}```\n\n```\n{_PAGE}```\n",  # two blocks
        _framed("- ", ["The ferry left at eight, and nobody", "was on it. The keeper of the"] * 5),
        f"// {_LINES[0]}\n// {_LINES[1]}\n",
    ],
)
