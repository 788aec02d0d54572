"""What a program put at every line of a text: a quotation's mark, a line's number, its time.

    在 2024年3月5日 08:12，老秦写道：     1: 水尺立在老闸的下游，每天早晚各读
    > 水尺立在老闸的下游，每天早晚各读    2: 一次，读数写在蓝皮的本子里。
    > 一次，读数写在蓝皮的本子里。        3:
    >                                     4: 看水的人换过四个。
    > 看水的人换过四个。

What all lines have tells nothing of any, and hides what tells: the blank line, the indent, the
width, how a line opens. Where some lines are quoted and others not, the mark tells who says what,
and stays; so do those of deeper quotations. A list has bullets and numbers as well, but before its
items: not before a blank line, nor before the rest of a word that the line above begins. Behind
all lines an editor shows the mark of their ends: ↵.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.chars.scripts import CHINESE, script_of
from cleaner.document import Document, Edit
from cleaner.layout import COLON, ending_of
from cleaner.lexicon import MAX_ASKED, PROSE_RE, is_cut
from cleaner.programs import is_program
from cleaner.stage import Rewrite
from cleaner.widths import cells

# A mark; a number with what parts it from its line, which the full stop and 、 of a list are not.
# A form feed may stand before both, and the name of the file before the number, as grep writes it.
MARK_RE = re.compile("[ \f]{0,3}[>＞]")
NUMBER_RE = re.compile(
    r"[ \f]{0,8}(?:[\w./-]{1,80}\.[A-Za-z]{1,4}:)?[L\[]?([0-9]{1,6})([\]:：|](?![0-9:])|(?=\s|$))"
)
# When a line was printed, as logs write it: 2024-03-05 08:12:01,123  [08:12:01]  Mar  5 08:12:01
STAMP_RE = re.compile(
    r"[ \f]{0,3}\[?(?:[0-9]{4}[-/.][0-9]{1,2}[-/.][0-9]{1,2}[ T]|[A-Z][a-z]{2} [ 0-9][0-9] )?"
    r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?\]?(?=\s|$)"
)
# The times of a film or of what a program heard count from 0.
ZERO_RE = re.compile(r"[ \f]{0,3}\[?0?0:0")
# What stands behind it in all lines, of the program: gate print[312]:
PROGRAM_RE = re.compile(r"[ -~]*[]>:|-](?= )")
# What an editor shows where a line ends; the backslash of a line that Markdown breaks, a program's
# \n before the real break.
ENDS = ("¶", "↵", "⏎", "↩", "\\", "\\n")
# A carriage return, as Excel's XML writes it and as a terminal shows it: the last line has none.
RETURNS = ("_x000D_", "_x000d_", "^M")
# How a mail's program says who wrote: with a word, an address or a date.
WROTE_RE = re.compile("写道|寫道|wrote|@|[0-9]{4}[-/年]")
# What may stand behind a mark: a blank that is its own, the next mark, nothing.
BLANKS, NO_TEXT = frozenset(" \t"), frozenset((">", "＞", "\r", ""))
# So many lines are enough to tell where a blank one is marked. So many lines above say who wrote.
# Nearly all have a blank behind the mark, or it is the line's. Chosen.
MIN_LINES, MAX_ABOVE, MOST = 5, 2, 0.95
# Characters that a line of verse or an item seldom has, and a verse by itself. Chosen.
PARAGRAPH, MAIL_LINE = 40, 20
# Cells that the lines of a column differ in, and the share of lines that are of one. Chosen.
WINDOW, MOST_FULL = 5, 0.4
# Most texts are told by so many characters.
HEAD_CHARS = 200


def line_mark(document: Document) -> Iterator[Edit]:
    """Take a quotation's mark from a text of which every line has it, or numbers that count them.

    Or when a log printed each, or at the end of each what an editor shows there (¶) or what a
    carriage return became (_x000D_). In Chinese and Japanese. A line or two above a quotation may
    say who wrote it. Leaves mails in which other lines stand too, single paragraphs that are
    quoted, programs, tables and lists, what was said when.
    """
    text = document.text
    head = text[:HEAD_CHARS].lstrip().split("\n")
    begins = any(one.match(head[0]) for one in (NUMBER_RE, STAMP_RE))
    begins |= any(map(MARK_RE.match, head))
    returned = text.endswith(RETURNS, 0, max(0, text.find("\n"))) and text.count("\n") > 1
    if not (begins or returned or text[-HEAD_CHARS:].rstrip().endswith(ENDS)):
        return
    if script_of(document) not in CHINESE | {"ja", "mixed"}:
        return
    lines = text.split("\n")
    if returned:
        yield from _returns(lines)
        return
    if not begins:
        yield from _at_ends(lines)
        return
    none = [0] * len(lines)
    quoted = _quoted(lines) or none
    bare = [line[end:] for line, end in zip(lines, quoted, strict=True)]
    counted = _counted(bare) or _stamped(bare) or none
    at, above, outer = 0, "", 0
    for line, mark, number in zip(lines, quoted, counted, strict=True):
        end, depth = mark + number, sum(map(line[:mark].count, ">＞"))
        if end:
            start = line.rfind("\f", 0, end) + 1
            if above and depth > outer:  # who is quoted is not who writes: no sentence goes on
                yield Edit(at, "", "\n")
            yield Edit(at + start, line[start:end], "")
        above, outer = line[end:].strip(), depth
        at += len(line) + 1


def _at_ends(lines: Sequence[str]) -> Iterator[Edit]:
    """Yield the edits that take off the mark at the end of each line, if all have the same."""
    found = [line.rstrip() for line in lines]
    filled = [line for line in found if line]
    size = 2 if filled[-1].endswith("\\n") else 1
    mark = filled[-1][-size:]
    if len(filled) < MIN_LINES or not all(
        line.endswith(mark) and line[-size - 1 : -size] != mark[0] for line in filled
    ):
        return
    bare = [line[:-size].strip() for line in filled]
    # A backslash that somebody wrote means that the line ends there.
    if (mark[0] == "\\" and not is_cut(bare)) or is_program("\n".join(bare)):
        return
    at = 0
    for line, end in zip(lines, found, strict=True):
        if end:
            yield Edit(at + len(end) - size, mark, "")
        at += len(line) + 1


def _returns(lines: Sequence[str]) -> Iterator[Edit]:
    """Yield the edits that take off what a carriage return was written as, if all lines end so."""
    mark = next(one for one in RETURNS if lines[0].endswith(one))
    if not all(line.endswith(mark) for line in lines[:-1]) or is_program("\n".join(lines)):
        return
    at = 0
    for line in lines:
        if line.endswith(mark):
            yield Edit(at + len(line) - len(mark), mark, "")
        at += len(line) + 1


def _quoted(lines: Sequence[str]) -> list[int]:
    """Return where the marks of each line end, of as many levels as all have; or nothing."""
    sizes = [len(line.rstrip()) for line in lines]
    filled = [at for at, size in enumerate(sizes) if size]
    first = next((n for n, at in enumerate(filled) if MARK_RE.match(lines[at])), len(filled))
    if len(filled) - first < MIN_LINES or first > MAX_ABOVE:
        return []
    if first and not _tells(lines[filled[first - 1]]):
        return []
    ends = [0] * len(lines)
    asked, told = filled[first:], False
    while asked:
        marks = [MARK_RE.match(lines[at], ends[at]) for at in asked]
        if not all(marks):
            told |= any(marks)  # somebody is quoted in the quotation
            # so that a second reading finds no more
            above = next((n for n, mark in enumerate(marks) if mark), len(marks))
            if not (
                0 < above <= MAX_ABOVE
                and len(marks) - above >= MIN_LINES
                and all(marks[above:])
                and _tells(lines[asked[above - 1]])
            ):
                break
            asked, marks = asked[above:], marks[above:]
        _take(lines, asked, [mark.end() for mark in marks if mark], ends)
        asked = [at for at in asked if ends[at] < sizes[at]]
    if not ends[filled[first]]:
        return []
    bare = [lines[at][ends[at] :].strip() for at in filled[first:]]
    # Verses have blank lines too, and the items of a list; a paragraph is longer than either, and
    # a line of a mail than a verse.
    longest = max(map(len, bare))
    told |= longest >= PARAGRAPH and "" in bare
    told |= longest >= MAIL_LINE and (first > 0 or _goes_on(bare))
    told |= is_cut(bare) or any(_counted(bare))
    return ends if told and not is_program("\n".join(bare)) else []


def _tells(line: str) -> bool:
    """Say whether a line says who wrote what is quoted below."""
    line = line.rstrip()
    return ending_of(line) == COLON and WROTE_RE.search(line[-HEAD_CHARS:]) is not None


def _counted(lines: Sequence[str]) -> list[int]:
    """Return where the number of each line ends, where they count the lines; or nothing."""
    filled: list[int] = []
    numbers: list[re.Match[str]] = []
    for at, line in enumerate(lines):
        if number := NUMBER_RE.match(line):
            filled.append(at)
            numbers.append(number)
        elif line.strip():
            return []
    if len(filled) < MIN_LINES or len({number[2] for number in numbers}) > 1:
        return []
    values = [int(number[1]) for number in numbers]
    steps = [b - a for a, b in pairwise(values)]
    # Or each page's lines are counted. Of years, hours and rows no words are cut at one width.
    is_one = all(b == 1 or b - a == 1 for a, b in pairwise(values))
    if not is_one and steps != [b - a for a, b in pairwise(filled)]:
        return []
    ends = [0] * len(lines)
    _take(lines, filled, [number.end() for number in numbers], ends)
    bare = [lines[at][ends[at] :].strip() for at in filled]
    if not is_cut(bare) or is_program("\n".join(bare)):
        return []
    return ends if values[0] <= 1 or _have_a_width(bare) else []


def _stamped(lines: Sequence[str]) -> list[int]:
    """Return where the time of each line ends, and what a program says behind it; or nothing."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    stamps = [STAMP_RE.match(lines[at]) for at in filled]
    if len(filled) < MIN_LINES or not all(stamps) or ZERO_RE.match(lines[filled[0]]):
        return []
    after = [stamp.end() for stamp in stamps if stamp]
    rests = [lines[at][end:] for at, end in zip(filled, after, strict=True)]
    low, high = min(filter(None, rests), default=""), max(rests)
    same = next((at for at, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), len(low))
    if said := PROGRAM_RE.match(low, 0, same):
        after = [end + said.end() * (rest != "") for end, rest in zip(after, rests, strict=True)]
    bare = [lines[at][end:].strip() for at, end in zip(filled, after, strict=True)]
    if not (is_cut(bare) and _have_a_width(bare)) or is_program("\n".join(bare)):
        return []
    ends = [0] * len(lines)
    _take(lines, filled, after, ends)
    return ends


def _have_a_width(lines: Sequence[str]) -> bool:
    """Say whether many lines of prose that end nothing are of one width, as a column's.

    What somebody said, in turns or as a program heard it, is short and long.
    """
    sizes = Counter(cells(line) for line in lines if line[-1:].isalnum() and PROSE_RE.search(line))
    most = max(sum(sizes[size + more] for more in range(WINDOW)) for size in sizes)
    return most >= MOST_FULL * sizes.total()


def _goes_on(lines: Sequence[str]) -> bool:
    """Say whether most lines of prose end nothing, as those that a page broke."""
    prose = [line for line in lines[:MAX_ASKED] if PROSE_RE.search(line)]
    return sum(line[-1].isalnum() for line in prose) >= max(MIN_LINES, len(prose) / 2)


def _take(
    lines: Sequence[str], asked: Sequence[int], after: Sequence[int], ends: list[int]
) -> None:
    """Note where the marks of lines end, with the blank behind them where nearly all have one."""
    behind = [lines[at][end : end + 1] for at, end in zip(asked, after, strict=True)]
    blank = sum(one in BLANKS for one in behind)
    is_theirs = blank >= MOST * sum(one not in NO_TEXT for one in behind)
    for at, end, one in zip(asked, after, behind, strict=True):
        ends[at] = end + (is_theirs and one in BLANKS)


# Synthetic, as all below: a column of a page, and the same as it was sent on.
_PAGE = (
    "入秋以后，青山湖边的步道全部修好了，老人\n们吃过晚饭就来走上一圈，孩子们趴在栏杆\n"
    "上看鱼。管护站的工作人员说，湖水比去\n年清了许多，白鹭也都飞回来了，夏天最多的时\n"
    "候有三百多只，都停在湖心的小岛上，远远看过\n去白茫茫的一片。明年开春，步道还要往北边延\n"
    "伸两公里。\n\n步道的北头是老渡口。\n"
)
_LINES = _PAGE.splitlines()
_ITEMS = ["水尺每天早晚各读一次。", "读数写在蓝皮的本子里。", "本子一年一换。"] * 3
_CLAUSES = [
    "早晨读一次水尺，晚上再读一次",
    "水退以后，先看闸门再看堤脚",
    "换班要签名，写明几点",
] * 2
_VERSES = ["老闸的水涨了又落，", "渡口的人等了又走。", "", "堤上的柳", "又绿了一年"] * 2
_LOG = ["int 水位(int 站) {", "    // 读一次，再读一次", "    return 站 * 2;", "}", ""] * 3


def _marked(mark: str, lines: Sequence[str]) -> str:
    return "".join(f"{mark}{line}\n" for line in lines)


def _numbered(after: str, lines: Sequence[str]) -> str:
    return "".join(f"{number:3}{after}{line}\n" for number, line in enumerate(lines, 1))


LINE_MARK = Rewrite(
    line_mark,
    gate="\n",
    once=True,
    examples={
        _marked("> ", _LINES): _PAGE,
        _marked(">", _LINES): _PAGE,
        _marked(">> ", _LINES): _PAGE,
        _marked("> > ", _LINES): _PAGE,
        _marked("> ", _LINES).replace("> \n", "\n"): _PAGE,
        f"老秦 <qin@example.org> 写道：\n\n{_marked('> ', _LINES)}": (
            f"老秦 <qin@example.org> 写道：\n\n{_PAGE}"
        ),
        f"老秦 写道：\n{_marked('> ', _LINES)}": f"老秦 写道：\n\n{_PAGE}",
        # who answers whom stays
        _marked("> ", ["修好了吗？", *(f"> {line}" for line in _LINES)]): (
            f"修好了吗？\n{_marked('> ', _LINES)}"
        ),
        # who wrote, below another's mark: one reading takes all
        f"> 老秦写道：\n{_marked('> > ', _LINES)}": f"老秦写道：\n\n{_PAGE}",
        # a page begins
        _marked("> ", [*_LINES, f"\f{_LINES[0]}"]): f"{_PAGE}\f{_LINES[0]}\n",
        _numbered(": ", _LINES): _PAGE,
        _marked("> ", _numbered(": ", _LINES).splitlines()): _PAGE,
        _numbered("\t", _LINES): _PAGE,
        _marked("步道/page.txt:", _numbered(":", _LINES).replace(" ", "").splitlines()): _PAGE,
        _numbered(":", _LINES).replace("  8:", ""): _PAGE,
        # from another line on, page by page, in brackets
        "".join(f"{at} {line}\n" for at, line in enumerate(_LINES, 215)): _PAGE,
        "".join(f"{at % 6 + 1} {line}\n" for at, line in enumerate(_LINES)): _PAGE,
        "".join(f"[{at}] {line}\n" for at, line in enumerate(_LINES)): _PAGE,
        # times
        "".join(f"[08:12:{at:02}] {line}\n" for at, line in enumerate(_LINES)): _PAGE,
        "".join(f"2024-03-05 08:12:{at:02},123 {line}\n" for at, line in enumerate(_LINES)): _PAGE,
        _marked("Mar  5 08:12:01 gate print[312]: ", _LINES): _PAGE,
        _PAGE.replace("\n", "↵\n"): _PAGE,
        _PAGE.replace("\n", r"\n" + "\n"): _PAGE,
        _PAGE.replace("\n", "\\\n").replace("\n\\\n", "\n\n"): _PAGE,
        _PAGE.replace("\n", "_x000D_\n"): _PAGE,
        _PAGE.replace("\n", "^M\n"): _PAGE,
        "水尺一日两读。_x000D_\n_x000D_\n读数写在本子里。": "水尺一日两读。\n\n读数写在本子里。",
    },
    keeps=[
        _PAGE,
        # some lines end so; a macro goes on
        _PAGE.replace("。\n", "。¶\n"),
        "".join(f"    读数 += 站[{one}]; \\\n" for one in range(9)),
        "".join(f"{line}\\\\\n" for line in _ITEMS),  # TeX breaks lines so
        "".join(f"{line}\\\n" for line in _ITEMS),  # verses, an address
        # what a program says, a line each; some lines that end so; what speaks of one
        "".join(f"{line}\\n\n" for line in _ITEMS),
        "".join(f"{line}\\n\n" for line in _LOG if line),
        _PAGE.replace("。\n", r"。\n" + "\n"),
        _PAGE.replace("\n", r"\\n" + "\n"),
        # who speaks of a return
        "单元格里出现_x000D_\n这是回车。\n删掉就行。",
        "每行末尾都有^M\n这是回车。\n",
        # an answer, above or below
        f"{_marked('> ', _LINES)}\n修好了，我去看过。\n",
        f"修好了，我去看过。\n\n{_marked('> ', _LINES)}",
        f"> {_LINES[0]}\n> {_LINES[1]}\n",
        # no mail's program wrote that
        f"老秦，你说的我不赞成：\n{_marked('> ', _LINES)}",
        # lists, a prompt, a table that was not filled in, verses of a book
        _marked("> ", _ITEMS * 3),
        _marked("> ", [*_ITEMS, "", *_ITEMS]),
        "老秦写道：\n" + _marked("> ", _VERSES),
        _marked("> ", _VERSES),
        _marked("> ", ["老闸的水涨了，又落了", "渡口的人等着，又走了", "堤上的柳绿了，一年"] * 3),
        _marked("> ", ["The ferry left at eight.", "", "Nobody was on it."] * 9),
        _marked(
            ">>> ", ["水位 = 3.5", "print(水位)", "读数 = [1, 2]", "print('每天读', 读数)", ""]
        ),
        _marked("> ", _LOG),
        _numbered(" ", _ITEMS),
        _numbered(": ", _CLAUSES),
        _numbered(". ", _LINES),
        # what was found in files, in some lines of one; chapter and verse; messages of a program
        _marked(
            "page.txt:", _numbered(":", _LINES).replace("  1:", "12:").replace(" ", "").splitlines()
        ),
        _marked("page.txt:", _numbered(":", _CLAUSES).replace(" ", "").splitlines()),
        _marked("3:", _numbered(" ", _LINES).replace("  ", "").splitlines()),
        _marked("level.c:", _numbered(": ", _LOG).replace("  ", "").splitlines()),
        _numbered("、", _LINES),
        _numbered(" ", ["王宁", "李明", "", "", "赵云", "", ""]),
        _numbered(": ", _LOG),
        "".join(f"{number} {line}\n\n" for number, line in enumerate(_ITEMS, 1)),
        # who says what when, what happened, what a program did, a film's words
        "".join(f"[08:{at:02}:07] 老秦：{line}\n" for at, line in enumerate(_ITEMS)),
        "".join(f"2024-03-05 08:{at:02} {line}\n" for at, line in enumerate(_CLAUSES * 3)),
        "".join(f"{at}:30 {line}\n" for at, line in enumerate(_CLAUSES, 8)),
        # cut in words, as a program hears them: short and long
        _marked("[00:01] ", ["今天，说水", "尺，立在老闸的下游，每天早晚各读一次，写在蓝皮的本"])
        + _marked(
            "[00:02] ", ["子收在闸", "房，老秦管着，谁要", "查他不用翻就能说", "出来。", "了"]
        ),
        _marked("Mar  5 08:12:01 gate print[312]: ", _LOG),
        _marked("08:12:01 ", _LINES) + "水退了。\n",
        "".join(f"[00:{at:02}] {line}\n" for at, line in enumerate(_LINES)),
        # a chronicle of which a year is empty, a diary, characters to learn
        _numbered(": ", ["", *_ITEMS]).replace("  ", "199"),
        _numbered(" ", ["晴，读水尺，三米一。", "", "雨，没出门，看书。", "", "阴，水退，三米。"]),
        _numbered(": ", [*"人民大会中国水文全国代表主席"]),
        _numbered(" ", _LINES).replace("  2", "  7"),  # it counts something else
        "8:30 出发，\n9:10 到了老闸，\n10:00 读水尺，\n11:15 回来，\n\n12:00 吃饭，歇着，\n",
    ],
)
