"""The end of a headline that its box or its field cut off, as the text below it has it.

What is longer than a page's box or a database's field is lost, and some headlines end in a word:

    县政协召开党组会议 传达学习全县春耕备耕工作会议精神 王平主持并讲
    …县政协主席王平主持并讲话。

The first sentences of a report say again what its headline says. So a long headline that ends in
the midst of a word is given what the text has behind the same characters, up to the next mark; if
the text has them several times, where most before them is the same, and what all those have. Of
all 127 titles of 41 pages with such boxes 19 were cut, 5 of them in a word: 4 came out in full.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import reduce
from itertools import takewhile

from cleaner import late as re
from cleaner.document import Document, Edit
from cleaner.layout import Line, read_lines
from cleaner.lexicon import cuts_word, words_of
from cleaner.order.scanned import is_printed
from cleaner.paper.headshape import is_heading
from cleaner.stage import Rewrite

# A box holds a line of so many em; one that is narrower went on in a second line. Of 728 titles of
# news three in four are narrower.
MIN_EM = 28.0
# Characters that the text has as the headline ends, before them at most, and behind.
TAIL, MAX_BEFORE, MAX_REST = 4, 40, 10
# A tail in so many places says nothing; keeps the time linear.
MAX_PLACES = 40
HAN_RE = re.compile("[\u4e00-\u9fff]+")
# What else than a headline is so long: clauses, and rows of several headlines.
NO_HEADLINE_RE = re.compile("[，,]|  |\u3000")


def cut_headline(document: Document) -> Iterator[Edit]:
    """Write the rest of the word, and of its clause, that a headline on a page ends in.

    Asked of text that was in columns, and of scans. Leaves a headline whose words end, one that
    the text nowhere repeats, and one that goes on in another line.
    """
    if document.was_cleaned or not is_printed(document):
        return
    heads = [
        line
        for line in read_lines(document.text)
        if line.width >= MIN_EM
        and is_heading(line)
        and not NO_HEADLINE_RE.search(line.text)
        and _is_cut(line.text[-TAIL:])
    ]
    ends = _ends(document.text, {line.text[-TAIL:] for line in heads})
    for line in heads:
        rest = _rest(line, document.text, ends[line.text[-TAIL:]])
        if rest and f"\n{rest[:2]}" not in document.text:
            yield Edit(line.end, "", rest)


def _is_cut(tail: str) -> bool:
    """Say whether the last characters of a headline may end in the midst of a word."""
    return HAN_RE.fullmatch(tail) is not None and len(words_of(tail)[-1]) == 1


def _ends(text: str, tails: AbstractSet[str]) -> dict[str, list[int]]:
    """Return where a text has each of the tails, behind it: the first places."""
    found: dict[str, list[int]] = {tail: [] for tail in tails}
    for at in range(len(text) - TAIL + 1 if tails else 0):
        places = found.get(text[at : at + TAIL])
        if places is not None and len(places) < MAX_PLACES:
            places.append(at + TAIL)
    return found


def _rest(line: Line, text: str, ends: Sequence[int]) -> str:
    """Return what a text has behind the last characters of a headline; "" where they end a word."""
    found: dict[int, list[str]] = {}
    if len(ends) == MAX_PLACES:
        return ""
    for end in ends:
        if end == line.end:
            continue
        behind = HAN_RE.match(text, end, end + MAX_REST)
        if not behind or not cuts_word(line.text[-TAIL:], behind[0]):
            return ""
        before = text[max(end - MAX_BEFORE, 0) : end]
        same = len(_common(before[::-1], line.text[::-1]))
        found.setdefault(same, []).append(behind[0])
    rest = reduce(_common, found[max(found)]) if found else ""
    return rest if len(rest) < MAX_REST else ""


def _common(one: str, other: str) -> str:
    """Return what both begin with."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    return "".join(char for char, _ in same)


# Synthetic: a page as a reader of scans gives it.
_HEAD = "县政协召开党组会议 传达学习全县春耕备耕工作会议精神 王小平主持并讲"
_LINES = (
    "老闸镇水文站昨天换上了新水尺 ，\n"
    "渡口的摆渡船也添了救生衣 。站长\n"
    "王小雨表示，今后每天早晚各报一\n"
    "次水位 ，遇到大雨每小时报一次，\n"
    "再由广播站告诉沿江的各个村子 。\n"
    "镇上的孩子放学以后都爱到这里来\n"
    "看水尺 ，数一数江面上过了几条船\n"
    "。王小雨说，他们比谁都记得清楚\n"
    "站里还留着三十年前的旧水尺 ，上\n"
    "面的漆已经掉了，数字还看得清 。\n"
    "每年春天都有人来问那一年的水位\n"
    "，她就翻出那时候的本子给人家看\n"
)
_TEXT = f"县政协召开党组会议，传达学习会议精神。县政协主席王小平主持并讲话。\n{_LINES}"

CUT_HEADLINE = Rewrite(
    cut_headline,
    glance=is_printed,
    examples={
        f"{_HEAD}\n{_TEXT}": f"{_HEAD}话\n{_TEXT}",
        # Of several places that which says most of the headline again.
        f"{_HEAD}\n{_TEXT}李明主持并讲课，听的人很多。\n": (
            f"{_HEAD}话\n{_TEXT}李明主持并讲课，听的人很多。\n"
        ),
    },
    keeps=[
        # No page.
        f"{_HEAD}\n{_TEXT}".replace(" ，", "，").replace(" 。", "。"),
        # Its last word ends, though the text goes on with another.
        f"{_HEAD[:-4]}出席\n{_TEXT}县政协主席王小平出席会议。\n",
        f"{_HEAD}\n{_TEXT}他请大家主持并讲。\n",
        # It goes on in a line of its own.
        f"{_HEAD}\n话\n{_TEXT}",
        f"{_HEAD}\n{_LINES}县政协召开党组会议，县政协主席王小平主持并讲\n话。\n",
        # A short heading, a clause, two headlines in a row.
        f"王小平主持并讲\n{_TEXT}",
        f"{_HEAD.replace(' 王', '，王')}\n{_TEXT}",
        f"{_HEAD.replace(' 王', '  王')}\n{_TEXT}",
        # Said nowhere again.
        f"{_HEAD}\n{_LINES}",
    ],
)
