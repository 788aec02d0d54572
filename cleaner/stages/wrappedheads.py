"""Headlines that the page set in several lines, put together before its columns are pulled apart.

A reader of pages sets a blank line before and after what it takes for a block. A headline stands
apart from its columns, so its lines are such a block:

    神舟十六号船箭组合体转运至                神舟十六号船箭组合体转运至发射区 计划近日
    发射区 计划近日择机实施发射               择机实施发射

The search for columns sees lines and deals the second to a column, and the decode has only the
shape of each. The block knows more: nothing else stands in it, it has no mark, it goes on from
line to line as running text does or pauses between two clauses, no line is much wider than its
first, and its lines are not as wide as the columns are, or a byline stands below, or the page says
it again, or no block near by goes on in it or from it. Of 290 such blocks on 111 pages of three
typesetters 262 are headlines; 255 of them are joined, and 11 others, of which 5 are subheads.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.chars.asread import as_read
from cleaner.chars.scripts import CHINESE, script_of
from cleaner.document import Document, Edit
from cleaner.layout import BULLET, CLOSE, DIGIT, HAN, LATIN, NUMBER, Line, Lines, read_lines
from cleaner.lexicon import cuts_word
from cleaner.order.columns import are_set, may_be_columns
from cleaner.paper.headlines import tell_sides
from cleaner.paper.headshape import NO_HEADLINE_MARK_RE
from cleaner.paper.signs import apart_lines, dateline_ends
from cleaner.stage import Rewrite
from cleaner.unwrap.goingon import pair_ratios
from cleaner.unwrap.sureheads import NEAR, columns_near
from cleaner.unwrap.sureheads import OPEN_ENDS as LEANING

# A headline of a narrow column takes eight lines; more characters no headline has.
MAX_LINES, MAX_CHARS = 8, 60
GAP_RE = re.compile(r"\s")
# The ratio of n-grams from which a line goes on in the next; so many of the breaks go on.
GOES_ON, MIN_GOING = 0.5, 0.5
# No line is wider than the first by more, em: a stray half-width character.
WIDER_EM = 1.5
# A line is as wide as a column within this, em.
FULL_EM = 0.5
# The page says so much of the pairs of a headline again, in so many lines below; two headlines of
# two texts, too, but seldom so much of both within so many lines.
MIN_SAID, SAID_LINES = 0.5, 40
MIN_TOGETHER, TOGETHER = 0.4, 16
# The name of a column above a headline: 一线传真.
MAX_NAME_EM = 4.0
# Who gives a notice: 【公告】明日停水 | 市自来水公司.
OFFICE_RE = re.compile("(?:公司|局|委员会|办公室|政府|中心|学校|医院|大学)$")
# The clause below a pause that is no subtitle, em.
SHORT_EM = 6.5
# A time to the second is that of a message: 2019-11-30 20:17:05 小石.
CLOCK_RE = re.compile("[0-9]:[0-9]{2}:[0-9]{2}")
# A day or a note in brackets is of a text: 今天（6月6日）.
PLACE_RE = re.compile("[（(]")
# The blocks before and after one, within so many lines, that may be of its column, and the ratio
# from which one goes on in the other.
BLOCKS, REACH, SURE = 6, 30, 3.0
OPEN_ENDS = frozenset({CLOSE, DIGIT, HAN, LATIN})
PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("「", "」"), ("【", "】"))
# Of broken prose such a share of the lines has a mark and ends behind none; of verse none. Chosen.
MIN_BROKEN = 0.2


def wrapped_headline(document: Document) -> Iterator[Edit]:
    """Join the lines of a headline that stand between blank lines, on a page of columns.

    Leaves verse, lists, names; what is as wide as the columns; a title and its subtitle, if
    neither goes on in the other; and all of a text whose lines no page broke.
    """
    text = document.text
    lines = read_lines(text)
    if not are_set(lines):
        return
    broken = sum(
        line.ending in OPEN_ENDS and NO_HEADLINE_MARK_RE.search(line.text) is not None
        for line in lines
    )
    if broken < MIN_BROKEN * len(lines):
        return
    below = [
        apart or dateline > 0
        for apart, dateline in zip(apart_lines(lines), dateline_ends(lines), strict=True)
    ]
    blocks = list(_blocks(lines, below))
    if not blocks or script_of(document) not in CHINESE:
        return
    breaks = [at for block in blocks for at in block[:-1]]
    ratios = pair_ratios(lines, [(at, at + 1) for at in breaks])
    read_on = {at for at, ratio in zip(breaks, ratios, strict=True) if ratio >= GOES_ON}
    going = read_on | {
        at
        for at in breaks
        if lines[at].text[-1] in LEANING or cuts_word(lines[at].text, lines[at + 1].text)
    }
    steps = [round(2 * line.width) for line in lines]
    for block in blocks:
        pairs = _inside_pairs(lines, block)
        rest = _named(lines, block, going | pairs)
        if not rest[:-1] or sum(len(lines[at].text) for at in rest) > MAX_CHARS:
            continue
        if not _is_shaped(lines, rest):
            continue
        on = going | pairs
        pause = _pause(lines, rest, on, below)
        spaced = pause is not None and _is_spaced(lines, rest, pause)
        one = pause is not None or _is_one(lines, rest, read_on | pairs, on)
        if one and _is_headline(lines, rest, steps):
            for at in rest[:-1]:
                start, end = lines[at].end, lines[at + 1].start
                # Between two Latin words stands a space, and where the headline pauses.
                latin = lines[at].ending == LATIN and lines[at + 1].text[0].isascii()
                between = " " if latin or (spaced and at == pause) else ""
                yield Edit(start, text[start:end], between)


def _blocks(lines: Lines, below: Sequence[bool]) -> Iterator[range]:
    """Yield the lines between blank lines that may be a headline: not what stands below it."""
    starts = [at for at, line in enumerate(lines) if not at or line.blanks or line.page]
    for start, stop in pairwise([*starts, len(lines)]):
        first = next((at for at in range(start, stop) if not below[at]), stop)
        most = min(stop, first + MAX_LINES + 1)
        end = next((at for at in range(first, most) if below[at]), stop)
        if 2 <= end - first <= MAX_LINES and all(map(_is_part, lines[first:end])):
            yield range(first, end)


def _is_part(line: Line) -> bool:
    """Say whether a line may be one of a headline's."""
    return (
        len(line.text) <= MAX_CHARS
        and line.opening not in (BULLET, NUMBER)
        and line.ending in OPEN_ENDS
        and not NO_HEADLINE_MARK_RE.search(line.text)
    )


def _named(lines: Sequence[Line], block: range, going: set[int]) -> range:
    """Return a block without the name of a column above it: 一线传真 | 我国外贸韧性不断增强."""
    first = block.start
    name = lines[first].width <= MAX_NAME_EM and first not in going
    return block[1:] if name and lines[first + 1].width > MAX_NAME_EM else block


def _is_shaped(lines: Sequence[Line], block: range) -> bool:
    """Say whether no line is much wider than the first, and no two headlines stand side by side."""
    if CLOCK_RE.search(lines[block.start].text):
        return False
    widest = lines[block.start].width
    for at in block[1:]:
        if lines[at].width > widest + WIDER_EM:
            if not _opens(lines[at - 1].text):
                return False
            widest = lines[at].width
    gaps = [GAP_RE.search(lines[at].text) for at in block]
    places = [gap.start() for gap in gaps if gap]
    return len(places) < len(gaps) or max(places) - min(places) > 1


def _is_one(lines: Lines, block: range, read_on: set[int], going: set[int]) -> bool:
    """Say whether the lines of a block are one text: they go on in each other, or are said again.

    `read_on`: breaks that running text goes on over; `going`: those that cut a word, too. Lines of
    one width may be a list or verse, which cuts such words by chance.
    """
    inside = block[:-1]
    widths = [lines[at].width for at in block]
    has_gap = any(GAP_RE.search(lines[at].text) for at in block)
    alike = max(widths) - min(widths) <= FULL_EM and not has_gap
    on = sum(at in (read_on if alike else going) for at in inside)
    if on == len(inside):
        return True
    said = [_said(lines, at, block.stop) for at in block]
    # Lines that a program broke are about as wide, but for the last.
    if on >= MIN_GOING * len(inside) and max(widths[:-1]) - min(widths[:-1]) <= WIDER_EM:
        return not alike or sum(said) >= MIN_SAID * len(said)
    return min(said) >= MIN_SAID and _said_together(lines, block) >= MIN_TOGETHER


def _pause(lines: Lines, block: range, going: set[int], below: Sequence[bool]) -> int | None:
    """Return the line behind which a headline of two clauses, one below the other, pauses.

    They tell what two sides say; or the first is of a series, 【…】; or the second is short, as no
    subtitle is, and a byline stands below or the page says one of them again; or, where they are as
    wide as each other, which lines of two sizes of type are not, both.
    """
    pauses = [at for at in block[:-1] if at not in going]
    widths = [lines[at].width for at in block]
    if len(pauses) != 1 or PLACE_RE.search("".join(lines[at].text for at in block)):
        return None
    if OFFICE_RE.search(lines[block[-1]].text):
        return None
    pause = pauses[0]
    cut = pause + 1 - block[0]
    first, second = ("".join(lines[at].text for at in part) for part in (block[:cut], block[cut:]))
    if tell_sides(first, second):
        return pause
    has_byline = block.stop < len(lines) and below[block.stop]
    is_said = max(_said(lines, at, block.stop) for at in block) >= MIN_SAID
    if max(widths) - min(widths) <= FULL_EM:
        return pause if has_byline and is_said else None
    if max(widths[cut:]) > max(widths[:cut]):
        return None
    is_short = sum(widths[cut:]) <= SHORT_EM and (has_byline or is_said)
    return pause if first.startswith("【") or is_short else None


def _is_spaced(lines: Sequence[Line], block: range, pause: int) -> bool:
    """Say whether a headline that breaks at a pause has a space there, had it stood in one line."""
    below = sum(lines[at].width for at in range(pause + 1, block.stop))
    has_space = any(GAP_RE.search(lines[at].text) for at in block)
    return below > SHORT_EM and not has_space and lines[pause].text[-1] != "】"


def _is_headline(lines: Lines, block: range, steps: Sequence[int]) -> bool:
    """Say whether a block that is one text is a headline, and no piece of a column.

    A reader of pages begins another block where the type is of another size, so what is one is no
    title with its subtitle.
    """
    after = block.stop
    if after < len(lines) and not lines[after].blanks and not lines[after].page:
        return True  # what stands below a headline ended the block
    if not _is_full(lines, block, steps):
        return True
    said = [_said(lines, at, block.stop) for at in block]
    return sum(said) >= MIN_SAID * len(said) or not _is_piece(lines, block)


def _is_piece(lines: Lines, block: range) -> bool:
    """Say whether what stands before or after a block goes on in it or from it."""
    first, last = block[0], block[-1]
    feet = [at for at in range(max(first - REACH, 0), first) if _ends_block(lines, at)]
    tops = [
        at
        for at in range(block.stop, min(block.stop + REACH, len(lines)))
        if _ends_block(lines, at - 1)
    ]
    pairs = [*((at, first) for at in feet[-BLOCKS:]), *((last, at) for at in tops[:BLOCKS])]
    return max(pair_ratios(lines, pairs), default=0.0) >= SURE


def _ends_block(lines: Sequence[Line], at: int) -> bool:
    return bool(lines[at + 1].blanks or lines[at + 1].page)


def _is_full(lines: Sequence[Line], block: range, steps: Sequence[int]) -> bool:
    """Say whether a line but the last of a block is as wide as the columns near it."""
    before = steps[max(0, block.start - NEAR) : block.start]
    columns = columns_near([*before, 0, *steps[block.stop : block.stop + NEAR]], len(before))
    return any(abs(lines[at].width - one) <= FULL_EM for at in block[:-1] for one in columns)


def _inside_pairs(lines: Sequence[Line], block: range) -> set[int]:
    """Return the lines of a block behind which a bracket or quote is open that closes in it."""
    found: set[int] = set()
    for opening, closing in PAIRS:
        depth = 0
        for at in block[:-1]:
            depth += lines[at].text.count(opening) - lines[at].text.count(closing)
            if depth > 0 and any(closing in lines[one].text for one in range(at + 1, block.stop)):
                found.add(at)
    return found


def _opens(text: str) -> bool:
    return any(text.count(a) > text.count(b) for a, b in PAIRS)


def _said(lines: Sequence[Line], at: int, below: int) -> float:
    """Return the share of the pairs of characters of a line that those from `below` on repeat."""
    text = "\n".join(line.text for line in lines[below : below + SAID_LINES])
    pairs = _pairs(lines[at].text)
    return sum(pair in text for pair in pairs) / max(len(pairs), 1)


def _said_together(lines: Sequence[Line], block: range) -> float:
    """Return the least share of a line's pairs that one stretch below repeats, the best stretch.

    A line that stands there again by itself is a headline of its own, and so none is said.
    """
    below = [line.text for line in lines[block.stop : block.stop + SAID_LINES]]
    if any(lines[at].text in below for at in block):
        return 0.0
    said = [[[pair in text for text in below] for pair in _pairs(lines[at].text)] for at in block]
    return max(
        min(
            sum(any(where[start : start + TOGETHER]) for where in pairs) / max(len(pairs), 1)
            for pairs in said
        )
        for start in range(max(len(below) - TOGETHER, 0) + 1)
    )


def _pairs(text: str) -> set[str]:
    return {a + b for a, b in pairwise(text) if a.isalnum() and b.isalnum()}


# Synthetic: a page that was read from left to right, with a headline of three lines.
_HEAD = "全市农村公路养护\n工作会议昨天召开\n部署重点任务"
_JOINED = "全市农村公路养护工作会议昨天召开部署重点任务"
_PROSE = (
    "昨天上午，全市农村公路养护工\n作会议在市政府礼堂召开。会议\n要求，各县区要把养护资金列入\n"
    "年度预算，落实专人负责，做到\n有路必养、养必到位。\n会议指出，今年以来，全市新建\n"
    "和改造农村公路一百二十公里，\n解决了三十个村的出行难题，群\n众的生产生活条件得到改善。会\n"
    "议部署了今年的重点任务，强调\n要加强道路巡查，及时处理路面\n病害，确保群众出行安全。"
)
_TWO = "农村公路养护工作会议召开\n小学生运动会开幕"
_MORE = (
    "据了解，下半年还将安装波形护\n栏二百公里，改造危桥二十座，\n并对沿线的排水沟渠逐段清淤。\n"
    "市财政局表示，将优先安排补助\n资金，加快拨付进度，让各县区\n早开工、早受益，确保年底之前\n"
    "全部完成，请群众监督。"
)
_GAMES = (
    "上周末，全市小学生运动会在体\n育中心开幕，来自二十所学校的\n六百名小学生参加了十二个项目\n"
    "的比赛。\n开幕式上，市教育局负责人勉励\n小运动员赛出风格，赛出水平。"
)

WRAPPED_HEADLINE = Rewrite(
    wrapped_headline,
    gate="\n",
    once=True,
    glance=may_be_columns,
    shown=as_read,
    examples={
        f"{_HEAD}\n\n{_PROSE}\n": f"{_JOINED}\n\n{_PROSE}\n",
        # a byline below it ends the block; the name of a column above it does not belong to it
        f"一线传真\n{_HEAD}\n本报记者 王小雨\n\n{_PROSE}\n": (
            f"一线传真\n{_JOINED}\n本报记者 王小雨\n\n{_PROSE}\n"
        ),
        # a bracket that closes in the next line
        f"【关注农村\n公路】养护迎来新规\n\n{_PROSE}\n": (
            f"【关注农村公路】养护迎来新规\n\n{_PROSE}\n"
        ),
        # as wide as the columns, but nothing near by goes on in it or from it
        f"{_PROSE}\n\n山区小学的第一座图书馆昨天开\n放\n\n{_PROSE}\n": (
            f"{_PROSE}\n\n山区小学的第一座图书馆昨天开放\n\n{_PROSE}\n"
        ),
        # two clauses, a pause between: of a series, what two sides say, a short one with a byline
        f"【乡村行】公路通到家门口\n瓜果运出大山\n\n{_PROSE}\n": (
            f"【乡村行】公路通到家门口瓜果运出大山\n\n{_PROSE}\n"
        ),
        f"【乡村行】公路通到家门口\n百种瓜果运出大山\n\n{_PROSE}\n": (
            f"【乡村行】公路通到家门口 百种瓜果运出大山\n\n{_PROSE}\n"
        ),
        f"东村称两村公路已经修通\n西村称尚缺一座桥\n\n{_PROSE}\n": (
            f"东村称两村公路已经修通 西村称尚缺一座桥\n\n{_PROSE}\n"
        ),
        f"今年第一批瓜果收购\n超八百万斤\n\n本报记者 王小雨\n\n{_PROSE}\n": (
            f"今年第一批瓜果收购超八百万斤\n\n本报记者 王小雨\n\n{_PROSE}\n"
        ),
    },
    keeps=[
        # who gives a notice
        f"【公告】明日全城停水\n市自来水公司\n\n{_PROSE}\n",
        # a message
        f"{_PROSE}\n\n2019-11-30 20:17:05 老秦(10001)\n这个办法对吗\n\n{_PROSE}\n",
        # no blank line shows where it ends
        f"{_HEAD}\n{_PROSE}\n",
        # two headlines, of which the text says one again; that two texts say, far apart; that
        # stand above their texts again; side by side
        f"全市农村公路养护\n小学生运动会开幕\n\n{_PROSE}\n",
        f"{_TWO}\n\n{_PROSE}\n{_MORE}\n\n{_GAMES}\n",
        f"{_TWO}\n\n农村公路养护工作会议召开\n{_PROSE}\n\n小学生运动会开幕\n{_GAMES}\n",
        f"农村公路养护工 小学生运动会\n作会议昨天召开 周末开幕\n\n{_PROSE}\n\n{_GAMES}\n",
        # names; a list, of lines of one width and of others; verse, whose ends make words by chance
        f"王小雨\n李建国\n\n{_PROSE}\n",
        f"东城区\n西城区\n南城区\n\n{_PROSE}\n",
        f"学前教育科\n学生服务部\n卫生保健室\n\n{_PROSE}\n",
        f"市教育局学前教育科\n学生食堂\n图书馆\n\n{_PROSE}\n",
        f"春风又绿江南岸\n细雨轻寒柳色新\n\n{_PROSE}\n",
        f"小桥流水人家远\n古道西风客路频\n\n{_PROSE}\n",
        # a piece of a column, as wide as its lines are
        f"{_PROSE}\n\n会议听取了市交通运输局负责人\n关于全市农村公路养护工作的情\n\n{_PROSE}\n",
        # a title and what stands below it, long or wider; a paragraph's start; no byline, no echo
        f"全市农村公路养护会议召开\n山区孩子盼来一条路\n本报记者 王小雨\n\n{_PROSE}\n",
        f"全市农村公路养护会议\n昨天（3月5日）召开\n\n{_PROSE}\n",
        f"今年第一批瓜果收购\n超八百万斤\n\n{_PROSE}\n",
        # as wide as each other, with no byline
        f"农村公路养护会议召开\n山区孩子盼来了一条路\n\n{_PROSE}\n",
        f"养护公路\n全市农村公路养护工作会议昨天召开\n\n{_PROSE}\n",
        # no page broke its lines
        f"{_HEAD}\n\n会议昨天召开。\n会议要求落实专人。\n" * 4,
        "一行字。\n",
    ],
)
