"""Full-width letters and digits in Chinese text: ２０２４年, ＣＢＡ.

Old typesetting systems of Chinese papers and gazettes wrote them so; nobody reads another meaning
in them, and no word of a corpus should have two spellings. Japanese and Traditional Chinese
texts that use them use them by rule, and stay, as does a line of simplified text with kana, or
one beside it that nothing shows to be Chinese (豆腐……１丁).
Letters that line up columns (with ideographic spaces between) stay: their width is the column's.

Widths are evidence of the layout, so this runs after it. But where the lines of a page show that
its letters and digits were half-width (cleaner/widths.py), and a program made them full-width,
they go first: then spaces, datelines and numbers are read as on any page. So do spaces that a
program made ideographic.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from cleaner import late as re
from cleaner.chars.halfwidth import SCRIPTS
from cleaner.chars.meant import lists_words
from cleaner.chars.places import LINE_RE, lines_beside
from cleaner.chars.scripts import KANA_RE, SIMPLIFIED_RE, script_of
from cleaner.document import Document, Edit
from cleaner.layout import WIDE_LETTER_RE, WIDE_LETTERS, read_lines
from cleaner.programs import program_starts
from cleaner.stage import Rewrite

# Full-width forms are the ASCII ones moved by this much.
SHIFT = ord("Ａ") - ord("A")
# A run of full-width letters and digits; inside a number also the point, the colon of a time and
# the comma before three digits: ３．５ １２：３０ １，２００. ％ after a digit goes along. The
# commas of a list stay: Ａ，Ｂ，Ｃ and １，２，３.
# It is asked where WIDE_START_RE finds something: a class alone is found fast.
# An address goes whole: ｓｗ＠ｅｘａｍｐｌｅ．ｃｎ, ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ／ａ.
WIDE_RE = re.compile(
    "[Ａ-Ｚａ-ｚ０-９][Ａ-Ｚａ-ｚ０-９．＿－]{0,63}＠[Ａ-Ｚａ-ｚ０-９．－]{0,63}[Ａ-Ｚａ-ｚ０-９]"
    "|(?:[ａ-ｚ]{3,6}：／／)?(?:[ａ-ｚ０-９－]{2,63}．){1,6}[ａ-ｚ]{2,6}(?![Ａ-Ｚａ-ｚ０-９])"
    "(?:／[Ａ-Ｚａ-ｚ０-９．／？＝＆＿－]{0,200}(?<![．？]))?|"
    "[０-９]+(?:，[０-９]{3}(?![０-９]))+(?:．[０-９]+)?％?"
    "|[０-９]+(?:[．：／－][０-９]+)*％?"
    "|[Ａ-Ｚａ-ｚ]+"
)
WIDE_START_RE = re.compile("[Ａ-Ｚａ-ｚ０-９－]")
NARROW = {wide: wide - SHIFT for wide in range(ord("！"), ord("～") + 1)}
# An ideographic space inside a line: a table set with spaces.
COLUMN = "\u3000"
# Where few set one: round a word of Latin letters in a sentence, between two, round a mark. So
# many show that a program wrote them for plain ones: of 2,100 texts of all kinds none has one.
ODD_RE = re.compile(
    f"[\u4e00-\u9fff，、]{COLUMN}[!-~]{{1,64}}{COLUMN}[\u4e00-\u9fff]"
    f"|[A-Za-z]{COLUMN}[A-Za-z]|[\u4e00-\u9fff]{COLUMN}[，。、；：？！]{COLUMN}[\u4e00-\u9fff]"
)
MIN_ODD = 2
# Han to a space in a line of prose, at least: songs, entries of a glossary, names, choices and
# letters, in which people set such spaces round Latin words, have fewer.
MIN_HAN = 4
HAN_RE = re.compile("[\u4e00-\u9fff]")
SENTENCE_RE = re.compile(f"[\u4e00-\u9fff]{COLUMN}?[，。；？！]")
INNER_RE = re.compile(r"(?<=[^\s]) (?=[^\s])")
# What stays of them: the indent of a paragraph.
SPACES_RE = re.compile(f"(?m)^{COLUMN}{{2}}(?=[^\\s])|({COLUMN}+)")


def widened_space(document: Document) -> Iterator[Edit]:
    """Write ideographic spaces as plain ones that a program put in their place.

    In a text that has no plain ones inside its lines, and ideographic ones where few set any:
    round a Latin word in a sentence, before a comma. The indents of paragraphs stay, and Japanese.
    """
    text = document.text
    if not ODD_RE.search(text) or INNER_RE.search(text) or KANA_RE.search(text):
        return
    lines = [line for line in text.split("\n") if SENTENCE_RE.search(line)]
    odd = [
        (found, spaces)
        for line in lines
        if (found := len(ODD_RE.findall(line)))
        and len(HAN_RE.findall(line)) >= MIN_HAN * (spaces := line.strip().count(COLUMN))
    ]
    if sum(one for one, _ in odd) < MIN_ODD:
        return
    if len(odd) > 1 and len({count for _, count in odd}) == 1:
        return  # rows of a table have all so many cells
    for space in SPACES_RE.finditer(text):
        if space[1]:
            yield Edit(space.start(), space[1], " " * len(space[1]))


def widened_alphanumeric(document: Document) -> Iterator[Edit]:
    """Write letters and digits in half width that were so on the page, as its lines show."""
    if read_lines(document.text).slim:
        yield from wide_alphanumeric(document)


def wide_alphanumeric(document: Document) -> Iterator[Edit]:
    """Write full-width letters and digits of Chinese text in half width, a run at a time.

    Leaves what Japanese has, programs, rows of words set apart, and lists of words and signs.
    """
    text = document.text
    if script_of(document) not in SCRIPTS or lists_words(text):
        return
    programs: AbstractSet[int] | None = None  # of few texts it is asked
    for found in LINE_RE.finditer(text):
        line, at = found[0], found.start()
        if (
            WIDE_LETTER_RE.search(line)
            and COLUMN not in line.strip()
            and not KANA_RE.search(line)
            and not _is_beside_kana(document, found)
        ):
            if programs is None:
                programs = program_starts(text)  # whose patterns mean them: [０-９]
            for start, wide in () if at in programs else _wide(line):
                yield Edit(at + start, wide, wide.translate(NARROW))


def _wide(line: str) -> Iterator[tuple[int, str]]:
    """Yield what WIDE_RE finds in a line, and where."""
    first = WIDE_START_RE.search(line)
    while first:
        found = WIDE_RE.match(line, first.start())
        if found:
            yield found.start(), found[0]
        first = WIDE_START_RE.search(line, (found or first).end())


def _is_beside_kana(document: Document, line: re.Match[str]) -> bool:
    """Say whether a line that may be Japanese stands, or stood, beside one that is."""
    if SIMPLIFIED_RE.search(line[0]):
        return False
    beside = lines_beside(document.text, *line.span())
    return document.was_cleaned or KANA_RE.search(beside) is not None


# Synthetic: a column whose digits were half an em wide, and one that was set with wide ones.
_NARROW = (
    "去年全县修了312公里村道，\n架了27座桥，花了4800万元，\n其中1900万元是各村自己凑\n"
    "的。今年还要修255公里，到\n2031年底，全县186个村都能\n通班车，最远的村离县城88公\n"
    "里，坐车2个多小时就能到，\n票价15元。另外有4300人通\n过培训，其中1200人找到了新\n"
    "的工作，月薪3500元，比上年\n多了600元。到11月底，全县\n共有96家企业开工，用工8000\n"
)
_WIDENED = _NARROW.translate({ord(one): chr(ord(one) + SHIFT) for one in "0123456789"})
_WIDE = (
    "去年全县修了３１２公里村道\n，架了２７座桥，花了４８０\n０万元，其中１９００万元是\n"
    "各村自己凑的。今年还要修２\n５５公里，到２０３１年底，\n全县１８６个村都能通班车，\n"
    "最远的村离县城８８公里，坐\n车２个多小时就能到，票价１\n５元。另外有４３００人通过\n"
    "培训，其中１２００人找到了\n新的工作，月薪３５００元，\n比上年多了６００元。\n"
)

_SPACED = (
    "先把 debian 目录里的文件看一遍，再用 dpkg 命令造包，\n　　然后看看 lintian 有没有话说。\n"
    "今 年 水 退 了 ， 读 数 记 在 蓝 皮 的 本 子 里 。\n"
)
WIDENED_SPACE = Rewrite(
    widened_space,
    once=True,
    gate=COLUMN,
    examples={
        _SPACED.replace(" ", COLUMN): _SPACED,
        _SPACED.replace(" ", COLUMN).replace("\n", "\r\n"): _SPACED.replace("\n", "\r\n"),
    },
    keeps=[
        _SPACED,
        # tables, names, headings, signs, a form
        "品名　数量　单价\n苹果　12　3\n梨　　8　　4\n合计　20　7\n",
        "型号　产地　备注\n甲站　A1　新\n乙站　B2　旧\n丙站　C3　新\n",
        "　　记者　秦水生　摄影　老陆\n目　　录\n第一章　老闸\n第二章　渡口\n",
        "姓名：　　　　，年龄：　　岁。\n姓名：　，年龄：　岁，住　，电话　。\n",
        "站长　LI　NING　看水\n",
        "秦水生　CEO　管水，也管人。\n老陆　CTO　管闸，不管人。\n王宁　CFO　管钱，管账。\n",
        "跑步　go　jogging　动词，锻炼。\n渡口　ferry　名词，过河。\n",
        "一、请从　A　B　C　D　四项中选出一项，填在括号里。\n二、水往（　　）处流。\n",
        "我说　Hey　Hey　你别走，\n风吹过　La　La　La　我的窗口。\n",
        "甲方　，　乙方　，　双方协商一致　，　签订本合同。\n租金　，　押金　，　见附表。\n",
        "前函收悉，敬祈　尊处　Smith　先生致意，并候　Mrs　Smith　安好。\n　　弟　秦水生　顿首\n",
        "彼は水門会社　IT　部門勤務，元気。\n東京駅前商店街　IT　会社　社長が歩行中，夕方。\n",
        # somebody wrote plain ones beside
        _SPACED.replace(" ", COLUMN) + "第一章 老闸\n",
    ],
)

WIDENED_ALPHANUMERIC = Rewrite(
    widened_alphanumeric,
    once=True,
    gate=WIDE_LETTERS,
    examples={_WIDENED: _NARROW},
    keeps=[_NARROW, _WIDE, "去年修了３１２公里，架了２７座桥。"],
)

WIDE_ALPHANUMERIC = Rewrite(
    wide_alphanumeric,
    gate=WIDE_LETTERS,
    examples={
        "１９９８年，全国人均收入增长３．５％，共１，２００人参加ＣＢＡ联赛，时间为１２：３０。": (
            "1998年，全国人均收入增长3.5%，共1,200人参加CBA联赛，时间为12:30。"
        ),  # synthetic
        "信箱是ｓｗ＠ｅｘａｍｐｌｅ．ｃｎ，网址是ｗｗｗ．ｅｘａｍｐｌｅ．ｃｏｍ／ａ，Ａ．苹果": (
            "信箱是sw@example.cn，网址是www.example.com/a，A．苹果"
        ),  # synthetic
        "选项Ａ，Ｂ，Ｃ各有１，２，３分。": "选项A，B，C各有1，2，3分。",  # synthetic
    },
    keeps=[
        "１９９８年に開かれたＣＢＡの大会で、日本は３位になった。",  # synthetic
        "民國８７年，臺灣的經濟發展達到３．５％，創下紀錄。",  # synthetic
        "品名\u3000数量\u3000单价\n苹果\u3000\u3000１２\u3000\u3000\u3000３",  # synthetic
        "渡口\n水尺\n＋\n１\n２\n。\n" * 10,
        "歌名「ＬＯＶＥのうた」很好听，谁都会唱，这里的人都说喜欢。",  # synthetic
        "import re\n\nWIDE = re.compile(r'[０-９Ａ-Ｚ]')\ndef has(x):\n    return WIDE.search(x)\n",
        "菜谱的日文原文如下，读者可以对照：\n材料（２人分）\nしょうゆ……大さじ２\n豆腐……１丁",
    ],
)
