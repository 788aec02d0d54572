"""Put together again the lines that a carrier cut because they were too wide for it.

A terminal, a mail or a form cuts what is wider than 80 cells. Where a page had broken its lines at
84, each full one has its rest below it, and none of the two widths tells anything any more:

    水尺立在老闸的下游，每天早晚各读一次，读数写在蓝皮的本子里，看水的人换过四个，谁也没
    有漏
    过一天。第一个看水的人姓秦，他在闸上住了三十年，走的时候把本子都留在窗台上，按年份排
    得整整齐齐。

So the outer cut is undone, and the lines are judged as they were. It shows by what no page has that
was broken once: nothing is wider than the cut; lines that are as wide as that, to the cell, have a
short one below that ends nothing; and there the sentence goes on in the line below. In prose that
was broken once a short line ends its paragraph.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise

from cleaner import late as re
from cleaner import ngram
from cleaner.document import Document, Edit
from cleaner.layout import COMMA, HAN, PLAIN, TAIL, ending_of, opening_of
from cleaner.lexicon import cuts_word
from cleaner.model import SHIPPED, Model
from cleaner.stage import Rewrite
from cleaner.widths import cells, octets, wide_cells

# Cells, or bytes, at which programs cut: mails, terminals, forms. Chosen: a phone has 40.
LEAST, MOST = 60, 132
# A rest is so wide at most, as a share of the cut: wider ones may be lines that a page left ragged.
MAX_REST = 0.4
# What a break says at most and at least that the text goes on over it, nats: the table of n-grams
# does not know the words of each trade. A word of the list over it says as much as any, or a mark
# that begins no line.
CUT, LEAST_RATIO, SURE = 3.0, -0.5, 1.0
# So many rests, and such a share of all, end nothing, and the breaks behind these say together so
# much; those before them must not say the contrary. (Of 2,900 texts of all kinds not one comes near
# it that no carrier cut.)
MIN_RESTS, MIN_SHARE, MIN_SUM = 2, 0.4, 2.0
# Other rests are as wide as the sure ones, or so much wider: whole words leave lines ragged.
WIDER, MORE = 1.5, 2
# What a program keeps whole at a line's start.
UNIT_RE = re.compile("[ ]?(?:[!-~]+|[^ \t\f])")

GOING = (PLAIN, TAIL)

Measure = Callable[[str], int]


def recut_line(document: Document, *, model: Model = SHIPPED) -> Iterator[Edit]:
    """Join each line that was cut at the width of a mail or terminal with its rest below.

    Where the lines of a page were cut so, which leaves short rests in mid-sentence. Left alone:
    text that was broken once, lists, verse, headings below full lines, programs.
    """
    text = document.text
    lines = [line.rstrip("\r") for line in text.split("\n")]
    if max(map(len, lines)) > MOST or sum(map(_ends_open, lines)) < MIN_RESTS:
        return
    ways = [_rests(lines, measure, model) for measure in (cells, wide_cells, len, octets)]
    rests = max(ways, key=lambda way: way[0])[1]
    at = 0
    for line, below, rest in zip(lines, lines[1:], range(1, len(lines)), strict=False):
        end = at + len(line)
        at = text.find("\n", end) + 1
        if rest in rests:
            yield Edit(end, text[end:at], " " if rests[rest] and _are_words(line, below) else "")


def _rests(lines: Sequence[str], measure: Measure, model: Model) -> tuple[float, dict[int, bool]]:
    """Return how sure it is that lines are rests, and which; whether words were left whole."""
    sizes = [measure(line) for line in lines]
    width = max(sizes)
    if not LEAST <= width <= MOST:
        return 0, {}
    rooms = [width - size for size in sizes]
    found = [
        at
        for at in range(1, len(lines))
        if sizes[at] <= MAX_REST * width
        and 2 * (room := rooms[at - 1]) < width
        and _is_full(lines[at - 1], lines[at], room, measure)
        and _goes_on(lines[at].strip())
    ]
    if len(found) < MIN_RESTS:
        return 0, {}
    bare = [line.strip() for line in lines]
    inside = [
        at for at in found if _ends_open(bare[at]) and at + 1 < len(bare) and _goes_on(bare[at + 1])
    ]
    if len(inside) < max(MIN_RESTS, MIN_SHARE * len(found)):
        return 0, {}
    before = _nats(bare, [at - 1 for at in inside], model)
    behind = _nats(bare, inside, model)
    sure = [sizes[at] for at, nats in zip(inside, behind, strict=True) if nats >= SURE]
    if not sure or sum(behind) < MIN_SUM or sum(before) < 0:
        return 0, {}
    most = WIDER * max(sure) + MORE
    by_words = any(rooms[at - 1] >= measure(lines[at][0]) for at in found)
    return sum(behind), {at: by_words for at in found if sizes[at] <= most}


def _is_full(line: str, below: str, room: int, measure: Measure) -> bool:
    """Say whether a line has no room for what the next one begins with."""
    unit = UNIT_RE.match(below)
    return unit is not None and room < measure(unit[0]) + _are_words(line, below)


def _are_words(line: str, below: str) -> bool:
    """Say whether one line ends and the next begins in Latin letters or marks."""
    return "!" <= line[-1:] <= "~" and "!" <= below[:1] <= "~"


def _ends_open(line: str) -> bool:
    """Say whether a line ends in the middle of a sentence."""
    text = line.strip()
    return text != "" and ending_of(text) in (HAN, COMMA)


def _goes_on(text: str) -> bool:
    """Say whether a line may be the rest of a sentence."""
    return text != "" and opening_of(text) in GOING


def _nats(lines: Sequence[str], at: Sequence[int], model: Model) -> list[float]:
    """Return how well each of these lines goes on in the next."""
    folded, counts = ngram.own_of(tuple(lines), model.table)
    pairs = [folded[one] for first in at for one in (first, first + 1)]
    found = ngram.pair_ratios(counts, pairs, (ending_of(lines[first]) for first in at))
    return [
        CUT if _is_cut(lines[first], lines[first + 1]) else min(max(nats, LEAST_RATIO), CUT)
        for first, nats in zip(at, map(float, found), strict=True)
    ]


def _is_cut(line: str, below: str) -> bool:
    return opening_of(below) == TAIL or cuts_word(line, below)


# Synthetic, as all below.
_PARAGRAPHS = (
    (
        "入秋以后，青山湖边的步道全部修好了，老人们吃过晚饭就来走上一圈，孩子们趴在栏杆上看鱼。管护站的"
        "工作人员说，湖水比去年清了许多，白鹭也都飞回来了，夏天最多的时候有三百多只，都停在湖心的小岛上，"
        "远远看过去白茫茫的一片。明年开春，步道还要往北边延伸两公里，一直通到老渡口，那里的凉亭已经修好。"
    ),
    (
        "水尺立在老闸的下游，每天早晚各读一次，读数写在蓝皮的本子里，看水的人换过四个，谁也没有漏过一天。"
        "第一个看水的人姓秦，他在闸上住了三十年，走的时候把本子都留在窗台上，按年份排得整整齐齐，后来的人"
        "照着他的样子记，字也越写越像。本子如今收在县里的档案馆，谁想看都可以借出来，在窗边坐上一个下午。"
    ),
)
_ITEMS = (
    "老闸下游水尺每日早晚两次读数的登记与保管办法（试行）及其附件中各站名称和编号的对照表",
    "青山湖环湖步道北段延伸工程的设计图纸、招标文件以及老渡口凉亭修缮的历次会议记录汇编本",
    "档案馆蓝皮读数本的借阅登记簿，自建站之年起，至今共四十二册，其中第七册缺封面和目录页",
)


def _cut(paragraphs: Sequence[str], *widths: int) -> str:
    """Return paragraphs with their lines cut at one width after the other, in characters."""
    lines = list(paragraphs)
    for width in widths:
        lines = [line[at : at + width] for line in lines for at in range(0, len(line), width)]
    return "".join(f"{line}\n" for line in lines)


def _cut_octets(page: str, width: int) -> str:
    """Return a page with its lines cut behind the character in which so many bytes end."""
    found: list[str] = []
    for line in page.splitlines():
        sums = [0, *accumulate(map(octets, line))]
        ends = [at for at in range(1, len(line)) if sums[at] // width > sums[at - 1] // width]
        found += [line[at:end] for at, end in pairwise((0, *ends, len(line)))]
    return "".join(f"{line}\n" for line in found)


_PAGE = _cut(_PARAGRAPHS, 44)
_MIXED = _cut([one.replace("步道", "Road A").replace("青山", "Ash") for one in _PARAGRAPHS], 44)
RECUT_LINE = Rewrite(
    recut_line,
    gate="\n",
    once=True,
    examples={
        _cut(_PARAGRAPHS, 44, 40): _PAGE,
        _cut(_PARAGRAPHS, 44, 36): _PAGE,
        _cut(_PARAGRAPHS, 50, 38): _cut(_PARAGRAPHS, 50),
        _cut(_PARAGRAPHS, 44, 40).replace("\n", "\r\n"): _PAGE.replace("\n", "\r\n"),
        _cut_octets(_MIXED, 100): _MIXED,
        # indented, under a heading, two pages
        _cut([f"　　{one}" for one in _PARAGRAPHS], 44, 40): _cut(
            [f"　　{one}" for one in _PARAGRAPHS], 44
        ),
        f"老闸\n\n{_cut(_PARAGRAPHS, 44, 40)}\f{_cut(_PARAGRAPHS, 44, 40)}": (
            f"老闸\n\n{_PAGE}\f{_PAGE}"
        ),
    },
    keeps=[
        # broken once, at the width of a mail, of a page, of a phone
        *(_cut(_PARAGRAPHS, width) for width in (30, 36, 38, 40, 44, 52, 60)),
        _cut(_PARAGRAPHS, 20, 16),
        "\n".join(_PARAGRAPHS),
        # items of a list that end nothing; below full lines stand headings, verses
        _cut(_ITEMS, 40),
        _cut([f"{number}. {one}" for number, one in enumerate(_ITEMS, 1)], 40),
        "".join(f"{one[:40]}\n老闸\n{one[:40]}\n看水的人\n" for one in _PARAGRAPHS),
        "".join(f"{one[:40]}\n\n老闸\n\n" for one in _PARAGRAPHS),
        "老闸的水涨了又落，\n渡口的人等了又走。\n" * 8,
        # one line more is wider
        f"{_cut(_PARAGRAPHS, 44, 40)}{'水' * 45}\n",
        # a program, a table
        "".join(f'    log("{one[:33]}", {at})\n    out()\n' for at, one in enumerate(_ITEMS)),
        "".join(f"| {one[:34]} | 一 |\n| 二 | 三 |\n" for one in _ITEMS),
    ],
)
