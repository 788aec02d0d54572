"""Put the pieces of a printed line together where an extractor breaks lines at squeezed marks.

A page squeezes its full-width marks, and readers that keep the order in which a page was written
(`pdftotext -raw`) begin a line behind each. Then a fourth of all lines end in a comma, which in a
column does one in twenty, and pieces of all lengths stand between the full lines:

    后，                           组织人手清理河道，运走了两岸的杂草、挖净
    组织人手清理河道，             沟渠的淤泥、…
    运走了两岸的杂草、
    挖净
    沟渠的淤泥、

Paragraphs have no ends then, columns no width. `unwrap.pieces` puts such pieces together where
they are few; it asks each sum of widths by itself, which in a narrow column chance gives, too.
Here the text has shown that it is torn, so a comma inside a line's width is asked no more.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.document import Document, Edit
from cleaner.layout import COMMA, END, HAN, TAIL, Line, read_lines
from cleaner.stage import Rewrite
from cleaner.unwrap.pieces import FULL_OVER, FULL_UNDER, LOST_EM, marks_in, meet

# Lines that end in a comma, at least, and their share. Measured: -raw of squeezed text .14 to .40
# (half of it pieces of less than .8 of the column), newspapers' columns .03 to .08, verse .5.
MIN_COMMAS, MIN_SHARE = 8, 0.12
# Of these so many are narrower than so much of the column. Measured: .62 to .99; in columns of
# several widths up to .6, where the share of commas is small.
MIN_TORN, NARROW = 0.55, 0.8
# Lines that end in Han and were not torn fill the column: so many lines in a stretch tell its
# width, and so many of them have it.
STRETCH, MIN_FILL, MIN_EM = 40, 0.3, 8.0
NEAR = (-1.0, -0.5, 0.0, 0.5)
# Of all lines so many are full and end in Han. Measured: .10 to .45; verse under headings .02.
MIN_FULL = 0.08
# The indent of a paragraph's first line, which such readers drop.
SHADOW_EM = 2.0
MAX_PIECES = 12


def squeezed_line(document: Document) -> Iterator[Edit]:
    """Join the pieces of a printed line that an extractor broke behind its squeezed marks.

    Left alone: text that was not torn so; verse and lists, which fill no column.
    """
    if document.text.count("，\n") + document.text.count("、\n") < MIN_COMMAS:
        return
    lines = read_lines(document.text)
    commas = [line for line in lines if line.ending == COMMA]
    if len(commas) < MIN_SHARE * len(lines):
        return
    columns = _columns(lines)
    torn = sum(
        line.width < NARROW * column
        for line, column in zip(lines, columns, strict=True)
        if line.ending == COMMA
    )
    if torn < max(MIN_COMMAS, MIN_TORN * len(commas)) or not _fills(lines, columns):
        return
    at = 0
    while at < len(lines):
        last = _last_piece(lines, at, columns[at])
        for left, right in zip(lines[at:last], lines[at + 1 : last + 1], strict=True):
            yield Edit(left.end, document.text[left.end : right.start], "")
        at = last + 1


def _fills(lines: Sequence[Line], columns: Sequence[float]) -> bool:
    """Say whether lines enough end in the midst of a sentence at their column's edge."""
    full = sum(
        line.ending == HAN and -FULL_UNDER <= line.width - column <= FULL_OVER
        for line, column in zip(lines, columns, strict=True)
    )
    return full >= MIN_FULL * len(lines)


def _columns(lines: Sequence[Line]) -> list[float]:
    """Return the width of the column that each line stands in, 0 where there is none."""
    found: list[float] = []
    for first in range(0, len(lines), STRETCH):
        stretch = lines[first : first + STRETCH]
        near = lines[max(0, first - STRETCH // 2) : first + STRETCH + STRETCH // 2]
        ends = Counter(line.width for line in near if line.ending == HAN and line.width >= MIN_EM)
        around = {em: sum(ends[em + by] for by in NEAR) for em in ends}
        column = max(around, key=lambda em: (around[em], em), default=0.0)
        if around and around[column] < MIN_FILL * ends.total():
            column = 0.0
        found += [column] * len(stretch)
    return found


def _last_piece(lines: Sequence[Line], at: int, column: float) -> int:
    """Return the last piece of the printed line that begins with this line, or the line itself."""
    ended: int | None = None  # the first break behind a sentence
    width, marks, last = lines[at].width, marks_in(lines[at].text), at
    opens = at == 0 or lines[at - 1].ending == END
    while last + 1 < len(lines) and last - at < MAX_PIECES:
        left, right = lines[last], lines[last + 1]
        wider, more = width + right.width, marks + marks_in(right.text)
        if wider > column + FULL_OVER + LOST_EM * more or right.blanks or right.page:
            break
        if not meet(left, right):
            break
        if left.ending == END and right.opening != TAIL and ended is None:
            ended = last
        width, marks, last = wider, more, last + 1
    is_full = width >= column - FULL_UNDER - SHADOW_EM * opens
    return last if is_full or ended is None else ended


# Synthetic: a column of 18 em, as it was printed (first lines have lost their indent).
_COLUMN = (
    "入冬以来，北塘镇组织人手清理河",
    "道，三个村的劳力轮着上，十二条沟渠",
    "的淤泥已经挖净，两岸的杂草也运走了。",
    "镇上的人说，往年一到雨季，低处的田",
    "总要淹上两三天，今年水退得快，秧苗",
    "没有受一点损失，大家都很高兴，还说",
    "这样的事应该年年做，早早做，不要等",
    "水来了才想起来。",
    "水利站算过账，清一里沟渠要花六",
    "千多元，淹一次田，损失却要上十万，",
    "所以这笔钱花得值，花得早才省得多。",
    "明年开春，镇里还打算把东边的老渠接",
    "上，再修两座小闸，涝时能排，旱时能",
    "灌，三千亩田就都有了保障。",
    "村里的老人记得，这条渠是五十年",
    "前挖的，当时没有机器，全靠肩挑手抬，",
    "一个冬天下来，挖坏的铁锹堆满了半间",
    "屋子，如今看见渠水又清了，心里高兴。",
)
# Every second line is torn behind its marks.
_TORN = tuple(
    line if at % 2 else re.sub("([，。])(?=.)", r"\1\n", line) for at, line in enumerate(_COLUMN)
)
# Synthetic: verse, a speech; what ends in commas and fills no column.
_VERSE = "".join(
    f"{a}，\n{b}。\n"
    for a, b in (
        ("河上春风早", "门前细雨迟"), ("燕来人未觉", "花落客先知"), ("古寺钟声远", "空山鸟语稀"),
        ("渔舟归晚浦", "牧笛过前溪"), ("月出千峰静", "霜来万木凋"), ("故人何处在", "一雁入云霄"),
        ("水落石初出", "天寒草尽枯"), ("相逢无别语", "且尽手中壶"),
    )
)  # fmt: skip
_SPEECH = "".join(
    f"{call}，\n我们要把沟渠清好、把堤坝守牢、把粮食收进仓里，让全镇的人都过上安稳的日子。\n"
    for call in (
        "同志们", "乡亲们", "朋友们", "同学们", "老师们", "各位代表", "各位来宾", "女士们", "先生们"
    )
)  # fmt: skip

SQUEEZED_LINE = Rewrite(
    squeezed_line,
    gate="\n",
    once=True,
    examples={"\n".join(_TORN): "\n".join(_COLUMN)},
    keeps=["\n".join(_COLUMN), _VERSE, _SPEECH],
)
