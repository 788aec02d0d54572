"""Join the lines of a web page that a text browser printed at one width (lynx, w3m).

Such a program puts a page's paragraphs into lines of one width, and keeps what stands round them:

       今天下午，有着“中国诺贝尔奖”之称的未来科学大奖获奖名单在北京公布。北京生命科学
       研究所邵峰获奖。

       [图片]

What comes after asks each line whether it is text. The first line of such a paragraph looks like a
blurb that a site cut off, and the last one like a name of a link, so short paragraphs would be lost
with the frame. Some browsers count columns, of which Han takes two, some characters. What shows a
width: nothing with Han in it is wider, several lines are as wide, and what stands below these goes
on to a sentence's end. Sites cut blurbs at one width too, but a title stands below them.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.document import Document, Edit
from cleaner.layout import BULLET, COMMA, END, Line, read_lines
from cleaner.stage import Rewrite
from cleaner.unwrap.joints import Joints
from cleaner.web import labels
from cleaner.web.page import PAGE, evidence
from cleaner.web.twin import as_page

HAN_RE = re.compile("[\u3400-\u9fff]")
WORD_RE = re.compile(r"[A-Za-z\d]+")
# A full line lacks so many columns at most: a Han character with the mark behind it. So many lines
# are full, the page is so wide; of what stands below them such a share goes on. Chosen.
LACKS, MIN_FULL, MIN_SIZE, MIN_ON = 4.0, 4, 60.0, 0.7
MIN_PARAGRAPHS = 2  # that were broken: the rows of a list are as wide, too, but stand together
MOST_VERSE = 0.5  # of the full lines end in a comma: a browser breaks anywhere
LEAST_LINES, WIDER = 12, 3  # lines of a page; of a table, wider than the page
SPACED = "\u3000"  # in front of a paragraph

# How browsers count: characters; columns, with curly quotes one wide or two.
MEASURES: tuple[Callable[[Line], float], ...] = (
    lambda line: len(line.text) + 2 * line.indent,
    lambda line: 2 * (line.narrow + line.indent),
    lambda line: 2 * (line.width + line.indent),
)


def printed_page(document: Document) -> Iterator[Edit]:
    """Join lines that a text browser broke at the width of its page, in text that is a web page."""
    text = document.text
    if text.count("\n") < LEAST_LINES:
        return
    lines = read_lines(text)
    are_han = [HAN_RE.search(line.text) is not None for line in lines]
    joined = max((_joined(text, lines, are_han, measure) for measure in MEASURES), key=len)
    if len(joined) < MIN_FULL or sum(evidence(as_page(document).text).values()) < PAGE:
        return
    joints = Joints(text)
    for at in joined:
        left, right = lines[at], lines[at + 1]
        glue = joints.between(left, right, quoted=left.text.count('"') % 2 == 1)
        yield Edit(left.end, text[left.end : right.start], glue)


def _joined(
    text: str, lines: Sequence[Line], are_han: Sequence[bool], measure: Callable[[Line], float]
) -> list[int]:
    """Return after which lines a break goes, by one measure of the page; none if it shows none.

    `are_han`: which lines have Han, which alone are measured.
    """
    sizes = [measure(line) if han else 0.0 for line, han in zip(lines, are_han, strict=True)]
    page = _width(sizes)
    if page < MIN_SIZE:
        return []
    if any(size > page and line.ending == END for size, line in zip(sizes, lines, strict=True)):
        return []  # a browser breaks sentences, wherever else it may not
    full = [size > page - LACKS for size in sizes]
    below = [
        i
        for i, line in enumerate(lines[:-1])
        if full[i] and line.ending != END and _is_next(text, lines, i)
    ]
    prose = [i for i in below if labels.PROSE_RE.search(lines[i].text)]  # no names of links
    on = sum(full[i + 1] or lines[i + 1].ending == END for i in prose)
    opens = sum(lines[i].blanks > 0 or (i > 0 and full[i - 1]) for i in prose)
    verse = sum(lines[i].ending == COMMA for i in below)
    paragraphs = sum(i == 0 or not full[i - 1] for i in below)
    if (
        len(below) < MIN_FULL
        or paragraphs < MIN_PARAGRAPHS
        or max(on, opens) < MIN_ON * max(len(prose), 1)
        or verse > MOST_VERSE * len(below)
    ):
        return []
    room = [page - size for size in sizes]
    return sorted({*below, *_before_words(text, lines, room, full)})


def _width(sizes: Sequence[float]) -> float:
    """Return the width of the page: that of the widest lines, but for a few by themselves; or 0."""
    widest = sorted(sizes, reverse=True)[: WIDER + MIN_FULL]
    pairs = zip(widest, widest[MIN_FULL - 1 :], strict=False)
    return next((size for size, least in pairs if size - least < LACKS), 0.0)


def _is_next(text: str, lines: Sequence[Line], i: int) -> bool:
    """Say whether the next line stands right below, and opens neither a paragraph nor an item."""
    after = lines[i + 1]
    opens = text[after.start - 1] == SPACED or after.opening == BULLET
    return not (after.blanks or after.page or opens)


def _before_words(
    text: str, lines: Sequence[Line], room: Sequence[float], full: Sequence[bool]
) -> Iterator[int]:
    """Yield the lines that lynx broke at a space, since all up to the next one did not fit."""
    for i, (left, right) in enumerate(pairwise(lines)):
        word = right.text.split(maxsplit=1)[0]
        if (
            not full[i]
            and len(word) >= room[i]
            and (full[i + 1] or right.ending == END)
            and WORD_RE.fullmatch(left.text[-1] + right.text[0])
            and HAN_RE.search(left.text)
            and _is_next(text, lines, i)
        ):
            yield i


# ---- synthetic cases -----------------------------------------------------------------------------

_TEXT = (
    "船工姓周，今年六十岁，在渡口撑了四十年船。桥修好以后，坐船的人少了，他还是天天来，守着石阶。",
    "他说，只要有一个人等在对岸，这条船就不能停。去年冬天河面结冰，他用篙子一寸一寸地敲开。",
    "渡口的石阶有三十六级，最下面的三级常年在水里，长满青苔。孩子们坐在上面洗脚，不肯回家。",
    "这条船是他自己打的，用的是后山的杉木，前后换过四次底板。他说船底比人的鞋还费，一年一块。",
)
_WIDTH = 37
_HEAD = "竹乡在线\n首页\n新闻\n文化\n首页 > 文化 > 正文\n\n渡口的船工\n2019-11-30 20:15\n"
_FOOT = "责任编辑：阿竹\n相关阅读\n后山的雪下了三天\n版权所有 竹乡在线\n"


def _wrapped(text: str, width: int = _WIDTH) -> str:
    return "\n".join(text[at : at + width] for at in range(0, len(text), width))


def _page(paragraphs: Sequence[str], gap: str = "\n\n") -> str:
    return f"{_HEAD}\n{gap.join(paragraphs)}\n\n{_FOOT}"


_ROW = "表一　渡口的船" + "　船" * 30
_ROWS = "\n".join(
    f"{n}号渡口地址：江城县后山镇竹溪村渡口路{n}号石阶下三十六级处，电话5678{n}"
    for n in range(1, 8)
)
_BLURBS = "\n".join(f"后山的雪，第{n}天\n{text[:_WIDTH]}" for n, text in enumerate(_TEXT))
_NAME = (
    "杉木船篙三米加长款　竹编鱼篓大号　青石门墩一对　手工麻绳二十米　桐油五斤装　老船钉一盒　渡口"
)
_NAMES = [f"{n}号店　{_NAME}" for n in range(1, 8)]  # links under pictures, broken as well

PRINTED_PAGE = Rewrite(
    printed_page,
    gate="\n",
    once=True,
    examples={
        _page([_wrapped(text) for text in _TEXT]): _page(_TEXT),
        # a row of a table that is wider than the page
        _page([_ROW, *(_wrapped(text) for text in _TEXT)], "\n \n"): _page([_ROW, *_TEXT], "\n \n"),
        _page([_wrapped(text) for text in (*_TEXT, *_NAMES)]): _page([*_TEXT, *_NAMES]),
    },
    keeps=[
        # no page
        "\n\n".join(_wrapped(text) for text in _TEXT * 3),
        # blurbs cut at one width, each under its title
        _page([_BLURBS]),
        # one paragraph that was broken shows no width
        _page([_TEXT[0][:30] + "。", _wrapped(_TEXT[2]), _TEXT[1][:20] + "。"]),
        # names of links alone
        _page([*_TEXT, *map(_wrapped, _NAMES)]),
        # rows of a list; two lists in text that is not broken at their width
        _page([_TEXT[0][:30] + "。", _ROWS + "\n" + _TEXT[1][:30] + "。"]),
        _page([_TEXT[0] + _TEXT[1], f"{_ROWS}\n{_TEXT[1][:30]}。\n{_ROWS}\n{_TEXT[2][:30]}。"]),
        # paragraphs of a narrow column
        _page([_wrapped(text, 20) for text in _TEXT]),
        # verse of lines as long
        _page(["\n".join(text[:30] + "，" for text in _TEXT * 2)]),
        # each full line ends its sentence, or a paragraph with its indent stands below
        _page(["\n".join(text[: _WIDTH - 1] + "。" for text in _TEXT * 2)]),
        _page(["\n".join(f"\u3000\u3000{text[:_WIDTH]}" for text in _TEXT * 2)]),
    ],
)
