"""Join the pieces of a paragraph that was broken at its links, bold words and colours.

Programs that take the text out of a page often set each element in a line of its own, and a link
or a bold word is an element too. Then a paragraph stands in pieces, and none of its lines ends
as a paragraph does:

    会议由                        会议由市长吴敏主持，各区县的负责人参加。
    市长吴敏                      昨天，城南的桥通车了。
    主持，各区县的负责人参加。
    昨天，
    城南的桥
    通车了。

What comes after asks each line by itself whether it is text, so most of such a page would be lost.

Two things show such a text. A line begins with a mark that cannot begin one: a mark stands behind
the link. And a short line stands where the line before has broken off inside a sentence, and the
characters on both sides of each cut go on (`cleaner.ngram`). Columns that a page broke show
neither: marks never begin a printed line, and the lines before are all of one width.

There pieces are joined from where something says that a sentence goes on (a mark at the cut, a
comma before it, a word that wants another, the characters; a sentence that has begun where one of
the two is short) to its end. A heading over a paragraph has none of them, nor has a list of long
headlines.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner import ngram
from cleaner.document import Document, Edit
from cleaner.late import np
from cleaner.layout import CLOSE, CLOSERS, COLON, COMMA, END, PLAIN, Line, read_lines
from cleaner.model import SHIPPED, Model
from cleaner.programs import FENCE, program_lines
from cleaner.stage import Rewrite
from cleaner.web import labels
from cleaner.web.page import evidence

# A mark that begins a line, full-width, or half-width with a space, a letter of Han or nothing
# behind it: not .gitignore, ;; or !x of a program, nor marks alone that somebody says: ！！！
MARK_FIRST_RE = re.compile(
    r"(?![，。、；：！？]{2,}$)[，。、；：！？”）》」』】]|’(?!\w)"
    r"|[,.;:!?)](?:[ ”\"'’)]|$|(?=[^\x00-\x7f]))|['’]s\b"
)
# The same, anywhere at the start of a line: no other text is asked more.
GLANCE_RE = re.compile(r"\n[ \t\u3000]{0,8}[，。、；：！？”’）》」』】,.;:!?)'’]")
# What shows a row of a table, a bar, an hour or a list's item rather than text.
NO_TEXT_RE = re.compile(r"[|｜│]|^\.[A-Za-z]|^[#*\-–—·•>]|^\[|\d\d:\d\d")
BEGUN_RE = re.compile(r"[，、。！？；](?=.)|[,;] ")
# A word that wants another behind it.
HANGING_RE = re.compile(
    r"[由在和与與对對把被将將从從的为為于於及或以向给給]$"
    r"|\b(?:an?|and|as|at|by|for|from|in|is|of|on|or|that|the|to|was|were|with)$"
)
KEY_RE = re.compile(r"^.{1,8}[:：]")

# Columns one beside the other, as pages of paper have them.
GUTTER_RE = re.compile(r"\S(?: {4}|\t|\u3000{2})[ \t\u3000]*\S")
# Widths in em: of a link or a bold word, of a line that is a sentence begun. Chosen, try 8 to 14.
SHORT, LONG = 12.0, 12.0
# Nats by which a cut goes on: of each cut in the proof; of one by itself. Of 340 cuts of pages
# that are none 22 have more than 0, 8 more than 2.
SURE, GOES_ON, STOPS = 1.0, 0.5, -2.0
LEAST_PROOF = 2
MOST_INDENT = 1.0  # em before a mark; more are a program's
# Of the lines broken off, so many of one width are a column's. Chosen; measured .6 to 1, and up to
# .3 in such pages.
MIN_COLUMN, COLUMN_LINES, NEAR_EM, NEAR_LATIN_EM = 0.4, 5, 1.5, 4.0
MAX_PIECES = 12


class Cut(NamedTuple):
    """A line break between two lines that stand one below the other."""

    marked: bool  # a mark stands behind it
    goes_on: float  # nats
    open: bool  # nothing says that it is a paragraph's end, or that a line is no text


def inline_break(document: Document, *, model: Model = SHIPPED) -> Iterator[Edit]:
    """Join the pieces of a paragraph that a program broke at its links and bold words.

    Left alone: text in which nothing else shows a page of the web; text that a page of paper broke,
    in lines of one width; lists, verse, headings, programs.
    """
    text = document.text
    if not GLANCE_RE.search(text):
        return
    if FENCE in text or GUTTER_RE.search(text):
        return
    lines = read_lines(text)
    if not any(_is_marked(*pair) and _shows(*pair) for pair in pairwise(lines)):
        return
    cuts = _cuts(lines, model)
    if not _is_broken(lines, cuts) or _is_column(lines, cuts) or not evidence(text):
        return
    for at in _joined(lines, cuts):
        left, right = lines[at], lines[at + 1]
        yield Edit(left.end, text[left.end : right.start], _between(left, right))


def _cuts(lines: Sequence[Line], model: Model) -> list[Cut]:
    coded = program_lines(lines)
    counts, ends = ngram.of_lines(tuple(line.text for line in lines), model.table)
    before = np.arange(len(lines) - 1, dtype=np.intp)
    classes = ngram.classes_of(line.ending for line in lines)
    nats = ngram.ratios(counts, ends, classes, before, before + 1)
    apart = [code or _is_apart(line.text) for line, code in zip(lines, coded, strict=True)]
    found = []
    for i, value in enumerate(nats):
        left, right = lines[i], lines[i + 1]
        close = not (right.blanks or right.page or apart[i] or apart[i + 1])
        marked = close and _is_marked(left, right)
        is_open = close and left.ending not in (END, COLON) and right.opening == PLAIN
        found.append(Cut(marked, _nats(left, right, float(value)), is_open and not _keyed(left)))
    return found


def _is_marked(left: Line, right: Line) -> bool:
    """Say whether a mark stands behind a cut.

    Two lines that begin with the same mark are a list's: a link stands between two marks.
    """
    marked = MARK_FIRST_RE.match(right.text) is not None and left.text[0] != right.text[0]
    return marked and (left.ending != END or right.text[0] in CLOSERS)


def _is_apart(text: str) -> bool:
    """Say whether a line is a site's or a table's, or a day by itself."""
    return NO_TEXT_RE.search(text) is not None or labels.is_day(text) or labels.label_of(text) != ""


def _keyed(line: Line) -> bool:
    return KEY_RE.match(line.text) is not None and not BEGUN_RE.search(line.text)


def _nats(left: Line, right: Line, value: float) -> float:
    """Return what a cut goes on by: of Latin letters and digits the table does not know."""
    last, first = left.text[-1], right.text[0]
    if not (last.isascii() and first.isascii()):
        return value
    if first.islower():
        return SURE if last.isalpha() or last == "," else 0.0
    return 0.0 if left.text.rpartition(" ")[2].islower() and _begun(left) else STOPS


def _is_broken(lines: Sequence[Line], cuts: Sequence[Cut]) -> bool:
    """Say whether two places show that the text was broken so, one of them a mark at its start."""
    marked = sum(cut.marked and _shows(*lines[i : i + 2]) for i, cut in enumerate(cuts))
    around = (
        one.open and two.open and _begun(lines[i]) and lines[i + 1].width <= SHORT
        for i, (one, two) in enumerate(pairwise(cuts))
    )
    return marked >= LEAST_PROOF or (marked > 0 and any(around))


def _shows(left: Line, right: Line) -> bool:
    """Say whether a mark at a line's start shows a break: not a program's, nor a list's sign."""
    if left.ending == END or right.indent > MOST_INDENT:
        return False
    if not right.text[0].isascii():
        return True
    wide = len(left.text) + len(right.text) >= LONG and len(right.text) > 1
    return wide and right.text[0] in ",." and left.text[-1].isalpha()  # a comment begins with ;


def _begun(line: Line) -> bool:
    """Say whether a line has begun a sentence that it does not end."""
    return BEGUN_RE.search(line.text) is not None and line.width >= LONG


def _is_column(lines: Sequence[Line], cuts: Sequence[Cut]) -> bool:
    """Say whether the lines that were broken off have one width: a page broke them."""
    widths = sorted(
        lines[i].width
        for i, cut in enumerate(cuts)
        if (cut.marked and lines[i].width >= LONG) or (cut.open and _begun(lines[i]))
    )
    most = first = 0
    near = NEAR_LATIN_EM if sum(line.text.isascii() for line in lines) > len(lines) / 2 else NEAR_EM
    for last, width in enumerate(widths):
        while width - widths[first] > 2 * near:
            first += 1
        most = max(most, last - first + 1)
    return most >= COLUMN_LINES and most >= MIN_COLUMN * len(widths)


def _joined(lines: Sequence[Line], cuts: Sequence[Cut]) -> Iterator[int]:
    """Yield the cuts at which pieces are joined: from where a sentence has begun to its end."""
    first = 0
    while first < len(cuts):
        last = first
        while last < len(cuts) and (cuts[last].open or cuts[last].marked):
            last += 1
        whole = last - first <= MAX_PIECES and lines[last].ending in (END, CLOSE)
        inside = False
        for at in range(first, last):
            short = min(lines[at].width, lines[at + 1].width) <= SHORT
            shown = _goes_on(lines[at], cuts[at]) or (short and _begun(lines[at]))
            inside = (inside and cuts[at].goes_on > STOPS) or shown
            if cuts[at].marked or (whole and inside and (short or shown)):
                yield at
        first = last + 1


def _goes_on(left: Line, cut: Cut) -> bool:
    """Say whether something says that the line below a cut goes on from the one above."""
    if cut.marked or left.ending == COMMA or cut.goes_on >= GOES_ON:
        return True
    return HANGING_RE.search(left.text, max(len(left.text) - 6, 0)) is not None


def _between(left: Line, right: Line) -> str:
    """Return the space that a link in Latin letters had round it."""
    last, first = left.text[-1], right.text[0]
    latin = last.isascii() and first.isascii() and last not in "([\"'"
    return " " if latin and (first.isalnum() or first in "([$&") else ""


# Synthetic.
_PATH = "首页 > 新闻 > 正文\n"
_BROKEN = (
    f"{_PATH}城南的桥通车了\n"
    "昨天上午，\n城南的桥\n通车了，两岸的居民走上桥头，\n老桥\n也留了下来。\n"
    "会议由\n吴敏\n，林河主持，各区县的负责人参加。\n"
    "桥长三百米，由\n市政设计院\n、城南区一同设计。\n"
)
_WHOLE = (
    f"{_PATH}城南的桥通车了\n"
    "昨天上午，城南的桥通车了，两岸的居民走上桥头，老桥也留了下来。\n"
    "会议由吴敏，林河主持，各区县的负责人参加。\n"
    "桥长三百米，由市政设计院、城南区一同设计。\n"
)
_HEADLINES = (
    "市长吴敏会见北港来的客人，就旅游交换意见\n"
    "我市召开全市安全生产会议，部署下半年全市的安全生产工作\n"
    "江城队主场不敌来访的北港队，积分暂时跌至第三\n"
    "专家提醒市民，高温天注意防暑，外出带上足够的水，老人和孩子少出门！\n"
)
INLINE_BREAK = Rewrite(
    inline_break,
    gate="\n",
    once=True,
    examples={
        _BROKEN: _WHOLE,
        # a headline, a subheading and a day stay lines of their own; so do headlines in a list
        f"{_BROKEN}{_HEADLINES}": f"{_WHOLE}{_HEADLINES}",
        f"新桥\n2021年5月3日\n{_BROKEN}意义\n{_BROKEN}": (
            f"新桥\n2021年5月3日\n{_WHOLE}意义\n{_WHOLE}"
        ),
        # a year or an address begins a piece; a day by itself is a line
        f"{_BROKEN}2021-05-03\n2019年的\n老桥\n，见\nhttps://example.org/qiao\n，去年拆了。\n": (
            f"{_WHOLE}2021-05-03\n2019年的老桥，见https://example.org/qiao，去年拆了。\n"
        ),
        f"{_BROKEN}两岸的居民走上桥头，\n2021-05-03\n老桥\n，去年拆了。\n": (
            f"{_WHOLE}两岸的居民走上桥头，\n2021-05-03\n老桥，去年拆了。\n"
        ),
        "Skip to content\nAbout\nThis site is old.\nIt was made in a week.\n"
        "The site is written by\nJo Hale\n, who lives in\nWells\n. It runs on a\nsmall server\n"
        ", and on coffee.\n": (
            "Skip to content\nAbout\nThis site is old.\nIt was made in a week.\n"
            "The site is written by Jo Hale, who lives in Wells. It runs on a small server, and on"
            " coffee.\n"
        ),
    },
    keeps=[
        _WHOLE,
        # a column that a page broke, where a program let marks begin lines
        (
            "入秋以后，青山湖边的步道修好了\n，步道全长六公里，沿途有四座木\n桥，老人们吃过晚饭就来走上一圈\n"
            "，孩子们在桥上看鱼。湖水清了许\n多，白鹭也回来了，夏天最多的时\n候，湖心的小岛上有三百多只鸟。\n"
        ),
        # a text whose lines show no page
        _BROKEN.removeprefix(_PATH),
        # two columns
        "桥长三百米，由    会议由吴敏主持\n设计院            ，各区县参加\n、城南区设计。    。\n",
        # lists, fields and verse
        "参加者：\n吴敏\n林河\n、代表二人\n何秀英\n下列单位的负责人也参加了会议。\n",
        "姓名：吴敏\n单位：\n城南区\n职务：\n主任\n",
        "昨天，\n我走上城南的桥\n，\n桥下的水\n",
        # what is said in marks alone; a list whose lines begin with a mark; comments
        f"{_PATH}小明\n顶楼主，说得太对了，我们支持\n！！！\n小红\n昨天晚上都没人\n。。。\n",
        (
            f"{_PATH}登录\n把逗号放在行首，移动时方便：\nselect 客户姓名\n, 客户城市\n, 客户电话\n"
            "from 客户表\n这样就好了。\n"
        ),
        (
            "Skip to content\nAbout\nThe first program\nmov ax, bx\n; add them up\nadd ax, cx\n"
            "; return to the caller\nret\n"
        ),
        # programs
        (
            '[\n  {"end": 24000\n  , "text": "The bridge, now"\n  , "number": 1}\n'
            '  , {"end": 27800\n  , "text": "is old."}\n]\n'
        ),
        ".SH NAME\nat \\- 排隊\n.I 作業\n、\n.B hours\n、在指定的時間執行。\n",
        "License: own\n Redistribution is allowed, in source\n .\n and in others.\n .\n The end.\n",
    ],
)
