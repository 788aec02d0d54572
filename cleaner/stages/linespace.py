"""Spaces that stand where a program joined the lines of a page.

A viewer that copies a PDF, or a site that shows one, joins the lines of a paragraph by spaces, as
one does in English:

    传力连接装置，用于传递车轮与车架之 间的力，并缓冲由不平路面传给车身的冲击力，由此 引起的震动

Writers of Chinese put a space on purpose too: between the clauses of a slogan, between names,
before a title of honour. The lines of a page break anywhere: of true neighbours in columns 30 to
60 % cut a word of the list (之间), of what a writer sets apart 2 to 16 % (`order.follow`). So where
words are cut again and again, all single spaces in paragraphs go that stand a line's length from
the next, and those that cut a word; names (王泽 吕诚成 陈杉) and what is quoted stay. Where as many
of all spaces cut a word, near each other as they are, an extractor strewed them, and all go.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from cleaner import late as re
from cleaner.chars.places import LINE_RE
from cleaner.chars.scripts import CHINESE, HAN, PARTED_RE, is_han, script_of
from cleaner.document import Document, Edit
from cleaner.lexicon import cuts_word
from cleaner.stage import Rewrite

# A paragraph, not a headline or a row. Chosen; try 30 to 60.
MIN_PARAGRAPH_CHARS = 40
# The narrowest lines that are joined so; names and clauses are shorter. Chosen; try 10 to 16.
MIN_LINE_CHARS = 12
# Least number and share of such spaces that cut a word.
MIN_CUTS, MIN_CUT_SHARE = 3, 0.3
# Where so many of all cut one, near each other or not, spaces say nothing in the text; where every
# character has one it was set so, and another stage asks why. Chosen.
MIN_STREWN, MAX_STREWN = 10, 0.33

# Group 1: a single space between Han characters, or behind a mark and before one. Titles and
# quotations are passed over: slogans and names of works have spaces of their own.
SPACE_RE = re.compile(
    "“[^“”\n]{1,40}”|《[^《》\n]{1,40}》|「[^「」\n]{1,40}」"
    f"|(?<=[{HAN}，、；：。”）》])( )(?=[{HAN}“（《])"
)
# Beside a bracket a space is one too: (72)发明人 李福 马骏 (54)名称.
BOUND_RE = re.compile(r" (?:(?<=[)）\]] )|(?=[(（\[]))")
# A name between two such spaces, even if it makes a word with the next.
NAME_RE = re.compile(f"[{HAN}]{{1,4}}")
# What follows a field of a form, and opens the next: 简称：明江 日期：5月.
FIELD_RE = re.compile(f"[{HAN}]{{2,6}}[:：]")
PROSE_MARK_RE = re.compile("[，。；,;]")


class Space(NamedTuple):
    """A space of a paragraph: its place in the text, and what stands round it."""

    at: int
    alone: bool  # no other within the length of a line
    inside: bool  # it stands between two Han characters
    cuts: bool  # a word of the list stands across it
    name: bool  # it sets a name apart, or what is as short


def line_space(document: Document) -> Iterator[Edit]:
    """Delete the spaces at which lines of a page were joined, in texts where they cut words.

    In Chinese only. Leaves spaces that were written: between names, clauses, in quotes and titles.
    """
    text = document.text
    if not _has_spaces(text) or script_of(document) not in CHINESE:
        return
    spaces = [space for line in LINE_RE.finditer(text) for space in _spaces(line)]
    alone = [space.cuts and not space.name for space in spaces if space.alone and space.inside]
    every = [space.cuts for space in spaces if space.inside]
    is_strewn = sum(every) >= max(MIN_STREWN, MIN_CUT_SHARE * len(every)) and len(
        every
    ) <= MAX_STREWN * len(text)
    if not is_strewn and sum(alone) < max(MIN_CUTS, MIN_CUT_SHARE * len(alone)):
        return
    for space in spaces:
        if is_strewn or space.alone or (space.cuts and not space.name):
            yield Edit(space.at, " ", "")


def _has_spaces(text: str) -> bool:
    """Say whether a text has as many spaces between Han characters as must cut words."""
    if text.count(" ") < MIN_CUTS:
        return False
    return sum(1 for _ in islice(PARTED_RE.finditer(text), MIN_CUTS)) == MIN_CUTS


def _spaces(line: re.Match[str]) -> Iterator[Space]:
    """Yield the single spaces of a paragraph, but for those in quotes."""
    text = line[0]
    if len(text) < MIN_PARAGRAPH_CHARS or " " not in text or not PROSE_MARK_RE.search(text):
        return
    places = {found.start() for found in SPACE_RE.finditer(text) if found[1]}
    if not places:
        return
    bounds = sorted(places | {found.start() for found in BOUND_RE.finditer(text)})
    ends = [-MIN_LINE_CHARS, *bounds, len(text) + MIN_LINE_CHARS]
    for before, at, after in zip(ends, bounds, ends[2:], strict=False):
        if at not in places:
            continue
        parts = text[max(0, before + 1) : at], text[at + 1 : after]
        far = min(at - before, after - at) >= MIN_LINE_CHARS
        cuts = cuts_word(*parts)
        name = any(NAME_RE.fullmatch(part) for part in parts)
        inside = is_han(text[at - 1]) and is_han(text[at + 1])
        yield Space(line.start() + at, far and not FIELD_RE.match(parts[1]), inside, cuts, name)


# Synthetic, as all below.
_PARTS = (
    "水尺立在老闸的下游，每天早晚各读一次，读数写在一本蓝皮的本子里，本子用完了就放进木",
    "箱，六十年来装满了三只。看水的人换过四个，字迹各不相同，可是没有一天空着，连发大",
    "水的那一年也没有。去年县里装了自动的水位",
    "计，数字直接传到局里的屏幕上，老赵还是照旧去看，说“多看一眼 多放一份心”，",
    "局里也就由他去了。",
)
_NAMES = "王泽 吕诚成 陈杉 龚焱焱 翟羿翀 李明 赵云"

_STREWN = (
    "水尺立在老闸 的下游，每天早 晚各读一次，读 数写在一本 蓝皮的本 子里，本子用 完了就放 进木箱，"
    "六 十年来装满 了三只。看水 的人换过四 个，字迹各不 相同，可是没 有一天空着，去 年县里装 了自动"
    "的 水位计，数 字直接传到 局里的屏 幕上，老赵还 是照旧去 看，局里也就 由他去了。"
)

LINE_SPACE = Rewrite(
    line_space,
    once=True,
    gate=" ",
    examples={
        " ".join(_PARTS): "".join(_PARTS),
        _STREWN: _STREWN.replace(" ", ""),
        # names, and the fields of a form, among them
        (
            f"(71)申请人 江东农机公司 (72)发明人 李福 马骏 (54)名称 水尺，证号：三一 日期：五月。"
            f"{' '.join(_PARTS)}"
        ): (
            f"(71)申请人 江东农机公司 (72)发明人 李福 马骏 (54)名称 水尺，证号：三一 日期：五月。"
            f"{''.join(_PARTS)}"
        ),
    },
    keeps=[
        # Names, clauses, a form of respect, words set apart by a writer.
        f"参加会议的有各县代表{_NAMES}，会议讨论了今年的工作安排和明年的打算，开了三天。",
        (
            "会议的主题是保民生 促经济 稳就业 惠农村 强基础 谋发展，各地代表就此发言，"
            "一共开了三天，开得很好。"
        ),
        (
            "民国十三年，国父 孙中山先生北上，途经上海时对记者谈话，主张召开国民会议，"
            "废除不平等条约，各界响应。"
        ),
        (
            "他一个人坐在那里 想了很久，后来 他慢慢地站了起来，走到窗前 看着外面的雨，"
            "一句话也没有说，天就黑了。"
        ),
        # One slip of a writer's hand proves nothing.
        (
            "这一次的会 议讨论了今年的工作安排和明年的打算，各县的代表都发了言，开得很成功，"
            "大家都很满意。"
        ),
        # Rows and headlines.
        "姓名 年龄 职业 住址\n王泽 三十 教师 城东\n陈杉 四十 医生 城西",
        "男子失踪十年后归 来\n煤矿遇险二十四人升 井\n小城三年大变 样",
        # Set apart, another rule's.
        "中 国 人 民 解 放 军 的 历 史 ，是 一 部 光 荣 的 历 史 ，也 是 一 部 艰 苦 的 历 史 。",
    ],
)
