"""What a scanner's reader made of rules and marks: take it out, or write what was printed.

A reader of scanned pages sees a mark in everything: the rule between two columns is a stroke at the
end of a line (` 一`, `_`, ` |`), a picture's edge some letters, a character of the next column the
end of a headline, far behind it. And it takes one mark for another: a dash for the number one
(1一5月, 未来一一习近平), a 【 for a [, a middle dot for a full stop, a quotation mark for two.

Where it does not see the gutters, it gives a row of columns as one line (`cleaner.order.scanrows`).

All this is asked only of text that shows that it was read so (`cleaner.order.scanned`). Such text
is noted, as its titles and paragraphs must be judged by what a reader does; so is the script of a
page that a reader of both scripts gave in both, line by line.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.chars.scripts import parts_words
from cleaner.document import Document, Edit, Note
from cleaner.layout import END, Line, read_lines
from cleaner.model import SHIPPED, Model
from cleaner.order.scanned import is_scanned
from cleaner.order.scanrows import scan_columns
from cleaner.paper.headshape import MAX_CLAUSES_EM
from cleaner.stage import Rewrite

# A gap this wide is none between words; what stands behind it was no part of the line.
FAR_TAIL_RE = re.compile(r"[ \u3000]{10,}[^\s0-9]{1,2}$")
# A rule to the left of a line, or to its right. 一 only behind a space: 统一.
RULE_LEFT_RE = re.compile(r"^[_|]+ ?")
RULE_RIGHT_RE = re.compile(r" ?[_|]+$| 一$")
# A line with so many is a row of a table.
MIN_ROW_BARS = 3
# What a reader makes of a picture's edge: a line of some letters, strokes and brackets. One line in
# so many at most: more are an index, a table, the letters of answers.
SPECK_RE, LETTERS_RE = re.compile(r"[A-Za-z|_/\\<>【】《》]{1,4}"), re.compile("[A-Za-z]+")
MIN_LINES_A_SPECK = 40
# A mark that closes, and a space, at the start of a block.
LOST_MARK_RE = re.compile(r"^[。，、；：] (?=[\u4e00-\u9fff])")

# 1一5月, 2018年一2022年: no number is written so.
DASH_RE = re.compile(r"(?<=[0-9])[-一]*一[-一]*(?=[0-9])|(?<=[0-9][年月日])一(?=[0-9])")
# Two in a headline or before a quotation. Elsewhere 一一 may be `one by one`: 一一握手.
TWO_ONES_RE = re.compile(r"(?<=[\u4e00-\u9fff]{3})一一(?=[\u4e00-\u9fff“《]{3})")
QUOTED_RE = re.compile("(?<=[\u4e00-\u9fff])一一(?=[“《])")
# The name of a series before a headline, in brackets that do not match: [文化中国行】石各遗址.
SERIES_RE = re.compile(
    r"([\[【])([\u4e00-\u9fff][^\[\]【】()（）\n]{1,24})([\]】)）])(?=[ “]?[\u4e00-\u9fff])"
)
DOT_RE = re.compile("(?<=[\u4e00-\u9fff])[.'](?=[\u4e00-\u9fff])")
# What a reader makes of the rule to the left of a headline: a quotation mark that nothing closes.
# On the line below it may be closed.
RULE_QUOTE_RE = re.compile("^“(?=[^“”\"'‘’]+$)")
# A round bracket read as another, 〈新闻联播), 《本报记者 吕新): no other closes it. 82 in 46
# scans, the other way round none.
ROUND_RE = re.compile(r"[〈《](?=[^〈〉《》()（）\n]{1,40}[)）])")
# A space that no typesetter sets: round the marks and brackets of a Chinese sentence (服务 。今天
# (9月18日) 通车). Before a bracket with a reporter it is set: 本报讯 （记者王宁）.
GAP_RE = re.compile(
    r"""
    (?<=[\u4e00-\u9fff0-9%”）)》]) [ ]+ (?=[，。、；：）》])
    | (?<=[，。、；：]) [ ]+ (?=[^\s|])
    | (?<=[\u4e00-\u9fff0-9]) [ ]+ (?=[（(](?!记者|通讯员|本报))
    | (?<=[）)]) [ ]+ (?=[\u4e00-\u9fff0-9])
    | (?<=[\u4e00-\u9fff）)]) [ ]+ (?=[;,!?]|:(?!\w[\w.+-]{0,40}:`))  # not before :ref:`…`
    | (?<=[\u4e00-\u9fff）)][:;,]) [ ]+ (?=[\u4e00-\u9fff0-9“])
    | (?<=[\u4e00-\u9fff）)][ ][:;,]) [ ]+ (?=[\u4e00-\u9fff0-9“])
    | (?<=[（(]) [ ]+ (?=\S)
    | (?<=\S) [ ]+ (?=[）)])
    """,
    re.VERBOSE,
)
# One quotation mark read as an apostrophe and a quotation mark.
TWO_QUOTES_RE = re.compile("(?<!['\"])(?:'\"|\"')(?!['\"])")


def scanned_row(document: Document, *, model: Model = SHIPPED) -> Iterator[Edit]:
    """Set columns whose rows a scanner read as lines one below the other.

    Leaves tables, headlines side by side, and rows that read better as they stand.
    """
    yield from scan_columns(document.text, read_lines(document.text), model)


def rule_mark(document: Document) -> Iterator[Edit | Note]:
    """Take out the strokes at the ends of lines that a scanner made of rules and neighbours.

    And a line of a few letters and strokes, which it made of the edge of a picture. Leaves strokes
    inside a line, a word that stands in the text again, and all of a text that no scanner read.
    """
    yield Note("scanned", True)
    lines = read_lines(document.text)
    specks = _specks(document.text, lines)
    for at, line in enumerate(lines):
        if at in specks:
            yield Edit(line.start, line.text, "")
        else:
            yield from _rules_of(line)


def _specks(text: str, lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that are no more than specks; a word that the text has again is none."""
    found = [at for at, line in enumerate(lines) if SPECK_RE.fullmatch(line.text)]
    if MIN_LINES_A_SPECK * len(found) > len(lines):
        return frozenset()
    words = Counter(LETTERS_RE.findall(text)) if found else Counter[str]()
    return frozenset(
        at for at in found if all(words[one] == 1 for one in LETTERS_RE.findall(lines[at].text))
    )


def _rules_of(line: Line) -> Iterator[Edit]:
    text = line.text
    start, end = 0, len(text)
    if text.count("|") >= MIN_ROW_BARS:
        return
    if (found := FAR_TAIL_RE.search(text)) or (found := RULE_RIGHT_RE.search(text)):
        end = found.start()
    if (found := RULE_LEFT_RE.match(text)) or (line.blanks and (found := LOST_MARK_RE.match(text))):
        start = found.end()
    if start >= end:
        return
    if start:
        yield Edit(line.start, text[:start], "")
    if end < len(text):
        yield Edit(line.start + end, text[end:], "")


def misread_mark(document: Document) -> Iterator[Edit]:
    """Write the dash, the brackets and the dot that a scanner read as other signs.

    Take out the quotation mark that it made of the rule beside a headline. Leaves 一一 in
    sentences, where it may be `one by one`, and a [ that is no headline's.
    """
    lines = read_lines(document.text)
    for at, line in enumerate(lines):
        text = line.text
        alone = (not at or line.blanks) and (at + 1 == len(lines) or lines[at + 1].blanks)
        is_head = alone and line.width <= MAX_CLAUSES_EM and line.ending != END
        for found in DASH_RE.finditer(text):
            yield Edit(line.start + found.start(), found[0], "—")
        for found in (TWO_ONES_RE if is_head else QUOTED_RE).finditer(text):
            yield Edit(line.start + found.start(), found[0], "——")
        for found in ROUND_RE.finditer(text):
            if not _is_open(text[: found.start()]):
                yield Edit(line.start + found.start(), found[0], "（")
        for found in TWO_QUOTES_RE.finditer(text):
            yield Edit(line.start + found.start(), found[0], '"')
        if is_head and (series := SERIES_RE.match(text)):
            yield from _series(line.start, series)
        below = lines[at + 1].text if at + 1 < len(lines) else ""
        if is_head and RULE_QUOTE_RE.match(text) and "”" not in below:
            yield Edit(line.start, "“", "")


def spaced_mark(document: Document) -> Iterator[Edit]:
    """Take out the spaces that a scanner saw round the marks and brackets of a sentence.

    Leaves the spaces between words and clauses (保民生 促经济), those round Latin words, and the
    one before a reporter in brackets.
    """
    text = document.text
    # A space behind most half-width commas is a typist's, and one between words is meant.
    if 2 * text.count(", ") > text.count(",") or parts_words(text):
        return
    for found in GAP_RE.finditer(text):
        yield Edit(found.start(), found[0], "")


def _is_open(text: str) -> bool:
    """Say whether a round bracket stands open at the end of a text: (见《新华日报)."""
    return max(map(text.rfind, "(（")) > max(map(text.rfind, ")）"))


def _series(at: int, found: re.Match[str]) -> Iterator[Edit]:
    if found[1] + found[3] in ("【】", "【）", "【)", "[】", "[]"):
        yield Edit(at, found[1], "【")
        for dot in DOT_RE.finditer(found[2]):
            yield Edit(at + 1 + dot.start(), dot[0], "·")
        yield Edit(at + found.end(3) - 1, found[3], "】")


# Synthetic: a page as a scanner reads it.
_SCAN = (
    "今年以来，全市农村公路养护工作\n"
    "全面展开，新建的路段已经通车 。\n"
    "群众的出行条件得到改善 ，运输企\n"
    "业反映良好 。市交通局负责人表示，\n"
    "将继续加大投入力度，确保今年的\n"
    "各项任务按时完成 。同时，对超限\n"
    "超载的车辆严格管理，依法处罚，\n"
    "保护好来之不易的建设成果 。市民\n"
    "可以随时拨打电话反映路面的情况，\n"
    "工作人员将及时上门，处理问题，\n"
    "做到有路必养、养必到位，为乡村\n"
    "振兴提供有力支撑。\n"
)
_PRINTED = _SCAN.replace(" ，", "，").replace(" 。", "。")
_SCAN_PAGE = 4 * _SCAN
# What people type as they like, in lines of a few widths that end with what they say.
_CHAT = "".join(
    f"阿杰（靠窗第二桌）08:{minute}\n{said}\n"
    for minute, said in enumerate(
        (
            "到了没有,我在门口~",
            "路上堵车,还要一会儿",
            "不急,慢慢来 。",
            "那家店开门了吗,要不要先去看看",
            "开了,人还挺多的~",
            "帮我占个位子 ，谢谢啦~",
            "好,靠窗的那张 。",
        ),
        10,
    )
)
_POEMS = "".join(
    f"{verse}\n【注释】\n1.{note} 。\n\n"
    for verse, note in (
        ("小园昨夜东风软，吹得梅花满。", "东风--春天的风"),
        ("画楼深处卷帘人，数尽归舟缓。", "画楼--彩绘的楼"),
        ("一江烟雨送行舟，不见旧时楼。", "烟雨--如烟的细雨"),
        ("谁家玉笛弄黄昏，曲曲是离愁。", "玉笛--笛的美称"),
    )
)

# Synthetic: two columns in rows, and what has gaps and is no prose.
_LEFT = (
    "昨天上午，全市农村公路养护工作会",
    "议在市政府礼堂召开。会议要求，各",
    "县区要把养护资金列入年度预算，落",
    "实专人负责，确保群众出行安全。",
    "会议强调，要加强道路巡查。",
)
_RIGHT = (
    "今年秋季开学前，全市将新建和改扩",
    "建三十所中小学校，增加学位两万个，",
    "进一步缓解城区学校大班额问题。市",
    "教育局负责人表示，将继续加强教师",
    "队伍建设，提高农村学校教学质量。",
)
_GAPS = (" ”", " ", " 。 ", "   ", " " * 8)
_ROWS = "".join(f"{a}{gap}{b}\n" for a, gap, b in zip(_LEFT, _GAPS, _RIGHT, strict=True))
_RULED = "".join(f"{a} | {b}\n" for a, b in zip(_LEFT, _RIGHT, strict=True))
_SET = "".join(f"{line}\n" for line in (*_LEFT, "", *_RIGHT))
_TIMETABLE = (
    "时间            活动                    地点\n"
    "八点三十分      开幕式，领导讲话        会展中心一楼大厅\n"
    "九点            代表发言，分组讨论      会展中心三楼会议室\n"
    "十一点三十分    午餐                    职工食堂\n"
    "十四点          参观企业，座谈          开发区管委会\n"
)
_HEADLINES = (
    "社区食堂开进老旧小区街巷  河道清淤工程提前三月完工\n"
    "高山茶园今春迎来头采季节  城区新增三条公交线路开通\n"
    "县图书馆延长周末开放时间  小学生足球赛下周六将开幕\n"
)
_VERSE = (
    "春风又绿江南岸，细雨轻寒柳色新。  燕子归来寻旧垒，桃花落尽见残春。\n"
    "小桥流水人家远，古道西风客路频。  极目烟波千万里，不知何处是归津。\n"
)
_QUOTES = (
    "他说，这条路修了三年，“从村头一\n"
    "直通到县城”，老人们都“没想到还能\n"
    "活着看见它”，孩子们也“再不用踩泥\n"
    "水上学了”，大家心里“比过年高兴”。\n"
)

SCANNED_ROW = Rewrite(
    scanned_row,
    gate="\n",
    once=True,
    glance=is_scanned,
    examples={_SCAN + "\n" + rows: _SCAN + "\n" + _SET for rows in (_ROWS, _RULED)},
    keeps=[
        _SCAN,
        # not read by a scanner
        _PRINTED + "\n" + _ROWS,
        # no prose, no columns
        _SCAN + "\n" + _TIMETABLE,
        _SCAN + "\n" + _HEADLINES,
        _SCAN + "\n" + _VERSE,
        _SCAN + "\n" + _QUOTES,
        _SCAN + "\n" + _SET,
    ],
)

RULE_MARK = Rewrite(
    rule_mark,
    once=True,
    glance=is_scanned,
    examples={
        _SCAN + "依法处罚，保护好来之不易的 一\n": _SCAN + "依法处罚，保护好来之不易的\n",
        _SCAN + "_道，推动设施建成 _\n": _SCAN + "道，推动设施建成\n",
        "公路养护工作全面展开" + " " * 30 + "本\n\n" + _SCAN: ("公路养护工作全面展开\n\n" + _SCAN),
        _SCAN + "\n。 各地做好养护工作\n": _SCAN + "\n各地做好养护工作\n",
        # specks
        _SCAN_PAGE + "\nVAN/\n\n" + _SCAN: _SCAN_PAGE + "\n\n\n" + _SCAN,
        _SCAN_PAGE + "【\n" + _SCAN: _SCAN_PAGE + "\n" + _SCAN,
    },
    keeps=[
        _SCAN,
        # not read by a scanner
        _PRINTED + "姓名            男\n",
        _PRINTED + "保护好来之不易的 一\n",
        _CHAT,
        "print(_)\n| a | b |\n| - | - |\n",
        # in the midst of a line, a number, a word
        _SCAN + "名次            12\n",
        _SCAN + "各项标准都已统一\n",
        _SCAN + "大家记得带伞喔~\n",
        # a word of the text, of five letters; a number, a character; the letters of an index
        _SCAN_PAGE + "APP\n" + _SCAN + "下载APP，路况随时可查。\n",
        _SCAN_PAGE + "Linux\n" + _SCAN,
        _SCAN_PAGE + "\n12\n\n献\n\n" + _SCAN,
        _SCAN_PAGE + "A\n艾草\n\nB\n白术\n\nC\n柴胡\n",
        6 * _PRINTED + "\nVAN/\n\n" + _PRINTED,
    ],
)

MISREAD_MARK = Rewrite(
    misread_mark,
    glance=is_scanned,
    examples={
        _SCAN + "今年1一5月，投资增长2一3倍。\n": _SCAN + "今年1—5月，投资增长2—3倍。\n",
        _SCAN + "\n更加光明的未来一一记全市公路养护工作\n": (
            _SCAN + "\n更加光明的未来——记全市公路养护工作\n"
        ),
        _SCAN + "\n[乡村振兴.一线见闻】公路修到家门口\n": (
            _SCAN + "\n【乡村振兴·一线见闻】公路修到家门口\n"
        ),
        _SCAN + "今天〈9月18日)通车。《本报记者 王宁)\n": (
            _SCAN + "今天（9月18日)通车。（本报记者 王宁)\n"
        ),
        _SCAN + "\n“全市农村公路养护工作全面展开\n": _SCAN + "\n全市农村公路养护工作全面展开\n",
    },
    keeps=[
        _PRINTED + "今年1一5月\n",
        _SCAN + "代表们一一握手，互致问候。\n",
        _SCAN + "他向到场的代表们一一\n介绍情况\n",
        _SCAN + "\n[注] 本文有删节\n",
        # closed on the same line, on the next, in a paragraph of its own
        _SCAN + "\n“路长制”让公路有人管\n",
        _SCAN + "\n“把公路修到\n\n每个村子门口”\n",
        _SCAN + "\n“公路修到门口，运输企业反映良好。\n",
        _PRINTED + "\n“全市农村公路养护工作全面展开\n",
        # a title that lacks its second mark, in brackets; two titles
        _SCAN + "各地见报（见《公路养护)\n",
        _SCAN + "他读过《公路》和《桥梁》（上）\n",
        "a = b[1] 一",
        "[注] 本文有删节",
    ],
)

# Its half-width commas show that it was scanned.
_COMMAS = _PRINTED.replace("，", ",")

SPACED_MARK = Rewrite(
    spaced_mark,
    glance=is_scanned,
    examples={
        _SCAN: _PRINTED,
        _COMMAS + "今天 ( 9月18日 ) 通车 。 各地 : 畅通; 有序\n": (
            _COMMAS + "今天(9月18日)通车。各地:畅通;有序\n"
        ),
    },
    keeps=[
        # not read by a scanner
        _PRINTED + "公路养护（见图） 全面展开 。\n",
        _CHAT,
        _POEMS,
        # between clauses, before a reporter, in Latin text and code, at the ends of lines
        _COMMAS + "保民生 促经济 全市公路养护工作全面展开\n",
        _COMMAS + "本报讯 （记者王宁）昨天上午\n",
        _COMMAS + "see also (a) and b, or this: x\n",
        _COMMAS + "第一章 总则 1 第二章 监督 5\n",
        _COMMAS + "| 平静 | 他走了过去。 |\n",
        _COMMAS + "详细的说明参见下面的文档 :ref:`水尺 <gauge>`。\n",
        _COMMAS + "各项标准如下： \n  （一）公路\n",
    ],
)
