"""Pull apart columns that were given row by row.

An extractor that reads a page from left to right gives one line of each column in turn, and where
two columns stand close, both in one line. `cleaner.order.columns` decides whether a page is such,
by how well each line goes on in the next and in the ones behind it; text in order is not touched,
and text that was never broken into lines is not even asked.

Whole lines move, each with its line break and the blank lines before it; nothing else changes.
What comes after (paragraphs, articles) then reads each column by itself. This family stands
before them, and after boilerplate: the frame of a web page is no column.
"""

from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.chars.asread import as_read
from cleaner.document import Document, Edit, Span
from cleaner.layout import Line, read_lines
from cleaner.model import SHIPPED, Model
from cleaner.order.apart import cut_up, order_when_cut
from cleaner.order.blocks import block_order
from cleaner.order.columns import Reading, Told, may_be_columns, reading_order
from cleaner.paper.earlier import known_heads
from cleaner.stage import Arrange, Rewrite


def two_column_line(document: Document, *, model: Model = SHIPPED) -> Iterator[Edit]:
    """Cut a line that holds two columns in two, at the gutter.

    Left alone: headlines of two parts, spaces between words, rows of a table; any line of a page
    whose columns are not interleaved once it is cut.
    """
    yield from cut_up(document.text, model, _told(document))[0]


def interleaved_columns(document: Document, *, model: Model = SHIPPED) -> Iterator[Span | Edit]:
    """Set the lines of columns that were given row by row one column after the other.

    Left alone: whatever reads on from line to line, and what was not broken into lines of set
    widths: lists, verse, tables, the links of a web page.
    """
    text, told, reading = document.text, _told(document), None
    if document.history and document.history[-1].stage == TWO_COLUMN_LINE.name:
        reading = order_when_cut(text, document.history[-1], model, told)
    lines = read_lines(text)
    if reading := reading or reading_order(lines, model, told):
        yield from _spans(text, lines, reading)


def misplaced_block(document: Document, *, model: Model = SHIPPED) -> Iterator[Span | Edit]:
    """Move a block that a scanner gave row by row to where its text goes on, a headline before it.

    Left alone: a page whose blocks go on in each other, or break off only at figures and page
    heads; text without blank lines, or that was not broken into lines of set widths.
    """
    text = document.text
    lines = read_lines(text)
    if order := block_order(lines, model, scanned=bool(document.meta.get("scanned"))):
        yield from _spans(text, lines, Reading(order.lines, order.inner, frozenset(), frozenset()))


def _told(document: Document) -> Told:
    return Told(bool(document.meta.get("scanned")), known_heads(document))


def _spans(text: str, lines: Sequence[Line], reading: Reading) -> Iterator[Span | Edit]:
    """Return the spans of the lines in their new order.

    Blank lines go with the line that they precede; those of lines that moved are kept for the
    next headline, since in a column they mark where a block of the page ended, not a paragraph.
    A form feed stays where it stands.
    """
    blanks, bodies = _units(text, lines)
    spans: list[Span] = []
    kept: list[Span] = []
    for place, at in enumerate(reading.order):
        spans.append(_feed(text, blanks[place]))
        blank = _after_feed(text, blanks[at])
        if at in reading.moved and at not in reading.heads:
            kept.append(blank)
        else:
            spans += [*kept, blank]
            kept = []
        spans.append(bodies[at])
    spans += [*kept, Span(bodies[-1].end, len(text))]
    spans = _terminated(text, [span for span in spans if span.start < span.end])
    yield from spans
    yield from _headed(text, bodies, reading, spans)


def _headed(
    text: str, bodies: Sequence[Span], reading: Reading, spans: Sequence[Span]
) -> Iterator[Edit]:
    """Set a blank line before each headline that moved, or of a pile, and has none before it."""
    opens = {bodies[at].start for at in reading.piled | (reading.heads & reading.moved)}
    at, before = 0, ""
    for start, end in spans:
        if start in opens and before.strip():
            yield Edit(at, "", "\n")
        before = text[start:end]
        at += end - start


def _units(text: str, lines: Sequence[Line]) -> tuple[list[Span], list[Span]]:
    """Return the white space before each line, and the lines with indent and line break."""
    blanks, bodies, at = [], [], 0
    for line in lines:
        end = text.find("\n", line.end) + 1 or len(text)
        start = max(text.rfind("\n", at, line.start), text.rfind("\f", at, line.start)) + 1 or at
        blanks.append(Span(at, start))
        bodies.append(Span(start, end))
        at = end
    return blanks, bodies


def _feed(text: str, blank: Span) -> Span:
    """Return what of the white space before a line ends with a form feed."""
    return Span(blank.start, text.rfind("\f", blank.start, blank.end) + 1 or blank.start)


def _after_feed(text: str, blank: Span) -> Span:
    """Return what of it does not."""
    return Span(_feed(text, blank).end, blank.end)


def _terminated(text: str, spans: Sequence[Span]) -> list[Span]:
    """Let a last line without a line break, if it moved up, take that of the line now last."""
    if text.endswith("\n") or spans[-1].end == len(text):
        return list(spans)
    last = spans[-1]
    found: list[Span] = []
    for span in spans[:-1]:
        found.append(span)
        if span.end == len(text):
            found.append(Span(last.end - 1, last.end))
    return [*found, Span(last.start, last.end - 1)]


# Synthetic: an article in two columns, as a page reads from left to right, as it was written, and
# with two columns in a line.
_IN_TURN = (
    "全市农村公路养护工作会议昨天召开 各县区部署下半年重点任务\n"
    "本报讯（记者王宁）昨天上\n"
    "会议强调，要加强道路巡查，\n"
    "午，全市农村公路养护工作会议\n"
    "及时处理路面病害，确保群众出\n"
    "在市政府礼堂召开。会议要求，\n"
    "行安全。对超限超载车辆要严格\n"
    "各县区要把养护资金列入年度预\n"
    "管理，依法处罚，保护好来之不\n"
    "算，落实专人负责，做到有路必\n"
    "易的建设成果。\n"
    "养、养必到位。\n"
    "市交通运输局负责人表示，\n"
    "会议指出，今年以来，全市\n"
    "下一步将继续加大投入力度，完\n"
    "新建和改造农村公路一百二十公\n"
    "善管理制度，推动农村公路高质\n"
    "里，解决了三十个村的出行难题，\n"
    "量发展，为乡村振兴提供有力支\n"
    "群众的生产生活条件得到明显改\n"
    "撑。\n"
    "善。\n"
)
_IN_ORDER = (
    "全市农村公路养护工作会议昨天召开 各县区部署下半年重点任务\n"
    "本报讯（记者王宁）昨天上\n"
    "午，全市农村公路养护工作会议\n"
    "在市政府礼堂召开。会议要求，\n"
    "各县区要把养护资金列入年度预\n"
    "算，落实专人负责，做到有路必\n"
    "养、养必到位。\n"
    "会议指出，今年以来，全市\n"
    "新建和改造农村公路一百二十公\n"
    "里，解决了三十个村的出行难题，\n"
    "群众的生产生活条件得到明显改\n"
    "善。\n"
    "会议强调，要加强道路巡查，\n"
    "及时处理路面病害，确保群众出\n"
    "行安全。对超限超载车辆要严格\n"
    "管理，依法处罚，保护好来之不\n"
    "易的建设成果。\n"
    "市交通运输局负责人表示，\n"
    "下一步将继续加大投入力度，完\n"
    "善管理制度，推动农村公路高质\n"
    "量发展，为乡村振兴提供有力支\n"
    "撑。\n"
)
# The same, but items, whose second lines hang.
_HANGING = re.sub("(.+\n)(.+\n)", r"- \1  \2", _IN_TURN)
_SIDE_BY_SIDE = (
    "全市农村公路养护工作会议昨天召开 各县区部署下半年重点任务\n"
    "本报讯（记者王宁）昨天上 会议强调，要加强道路巡查，\n"
    "午，全市农村公路养护工作会议 及时处理路面病害，确保群众出\n"
    "在市政府礼堂召开。会议要求， 行安全。对超限超载车辆要严格\n"
    "各县区要把养护资金列入年度预 管理，依法处罚，保护好来之不\n"
    "算，落实专人负责，做到有路必 易的建设成果。\n"
    "养、养必到位。 市交通运输局负责人表示，\n"
    "会议指出，今年以来，全市 下一步将继续加大投入力度，完\n"
    "新建和改造农村公路一百二十公 善管理制度，推动农村公路高质\n"
    "里，解决了三十个村的出行难题， 量发展，为乡村振兴提供有力支\n"
    "群众的生产生活条件得到明显改 撑。\n"
    "善。\n"
)

# Synthetic: what is in order, whatever its widths.
_POEM = (
    "春风又绿江南岸\n"
    "细雨轻寒柳色新\n"
    "燕子归来寻旧垒\n"
    "桃花落尽见残春\n"
    "小桥流水人家远\n"
    "古道西风客路频\n"
    "极目烟波千万里\n"
    "不知何处是归津\n"
    "夜来风雨声声急\n"
    "晓起庭前满地尘\n"
    "一盏清茶消永日\n"
    "半窗明月伴闲身\n"
)
_LINKS = (
    "全市召开农村公路养护工作会议\n"
    "小学生运动会今天下午开幕了\n"
    "本市新增三条公交线路开通\n"
    "图书馆周末免费开放夜场阅读\n"
    "气象台发布暴雨蓝色预警信号\n"
    "公园里的荷花进入盛开时节\n"
    "社区食堂为老人送上热饭菜\n"
    "博物馆展出一批新修复文物\n"
    "冬小麦播种工作已全面完成\n"
    "高速公路服务区充电桩增加\n"
    "农民画展在文化中心开展了\n"
    "少年宫暑期班开始网上报名\n"
)
_LIST = (
    "张小明 一班 语文 九十五分\n"
    "李小红 一班 数学 九十八分\n"
    "王小刚 二班 英语 八十七分\n"
    "赵小丽 二班 物理 九十一分\n"
    "孙小军 三班 化学 八十八分\n"
    "周小芳 三班 历史 九十三分\n"
    "吴小强 四班 地理 八十五分\n"
    "郑小燕 四班 生物 九十六分\n"
    "冯小龙 五班 政治 八十九分\n"
    "陈小玲 五班 音乐 九十二分\n"
    "褚小虎 六班 美术 九十四分\n"
    "卫小梅 六班 体育 九十七分\n"
)

# Synthetic: three articles side by side, block by block in rows, and as they were written: the
# blank lines where a sentence goes on stand before the next paragraph.
_BLOCKS_IN_ROWS = (
    "市委书记在全市农村公路养护工作会议上强调 把好事办好\n"
    "\n"
    "本报讯（记者王宁）昨天上午，\n"
    "全市农村公路养护工作会议在市政府\n"
    "礼堂召开。会议要求，各县区要把养\n"
    "\n"
    "本报讯（记者李青）记者从市教\n"
    "育局了解到，今年秋季开学前，全市\n"
    "\n"
    "本报讯（记者张华）入冬以来，\n"
    "市供热公司对全市供热管网进行了全\n"
    "面检查和维修，保证居民家中温度达\n"
    "\n"
    "护资金列入年度预算，落实专人负责，\n"
    "做到有路必养、养必到位，确保群众\n"
    "出行安全。\n"
    "\n"
    "会议强调，要加强道路巡查，及\n"
    "\n"
    "将新建和改扩建三十所中小学校，增\n"
    "加学位两万个，进一步缓解城区学校\n"
    "大班额问题。\n"
    "\n"
    "市教育局负责人表示，将继续加\n"
    "\n"
    "到标准，让广大市民群众温暖过冬。\n"
    "\n"
    "据介绍，供热期间，服务热线全\n"
    "天开通，维修人员二十四小时值班，\n"
    "\n"
    "时处理路面病害，对超限超载车辆要\n"
    "严格管理，依法处罚，保护好来之不\n"
    "易的建设成果。\n"
    "\n"
    "强教师队伍建设，提高农村学校教学\n"
    "质量，让更多的孩子在家门口就能享\n"
    "受到优质教育资源。\n"
    "\n"
    "市民遇到问题可以随时拨打电话反映\n"
    "情况，工作人员将及时上门解决。\n"
)
_BLOCKS_IN_ORDER = (
    "市委书记在全市农村公路养护工作会议上强调 把好事办好\n"
    "\n"
    "本报讯（记者王宁）昨天上午，\n"
    "全市农村公路养护工作会议在市政府\n"
    "礼堂召开。会议要求，各县区要把养\n"
    "护资金列入年度预算，落实专人负责，\n"
    "做到有路必养、养必到位，确保群众\n"
    "出行安全。\n"
    "\n\n"
    "会议强调，要加强道路巡查，及\n"
    "时处理路面病害，对超限超载车辆要\n"
    "严格管理，依法处罚，保护好来之不\n"
    "易的建设成果。\n"
    "\n\n"
    "本报讯（记者李青）记者从市教\n"
    "育局了解到，今年秋季开学前，全市\n"
    "\n"
    "将新建和改扩建三十所中小学校，增\n"
    "加学位两万个，进一步缓解城区学校\n"
    "大班额问题。\n"
    "\n"
    "市教育局负责人表示，将继续加\n"
    "强教师队伍建设，提高农村学校教学\n"
    "质量，让更多的孩子在家门口就能享\n"
    "受到优质教育资源。\n"
    "\n\n"
    "本报讯（记者张华）入冬以来，\n"
    "市供热公司对全市供热管网进行了全\n"
    "面检查和维修，保证居民家中温度达\n"
    "到标准，让广大市民群众温暖过冬。\n"
    "\n\n"
    "据介绍，供热期间，服务热线全\n"
    "天开通，维修人员二十四小时值班，\n"
    "\n"
    "市民遇到问题可以随时拨打电话反映\n"
    "情况，工作人员将及时上门解决。\n"
)
# Synthetic: a page head comes between what belongs together; nothing else stands wrong.
_HEADS = (
    "村里修路的事情说了多年，今年终于有\n"
    "了着落，家家户户都盼着早日通车，老\n"
    "人们尤其高兴，逢人便说起这件大事，\n"
    "\n"
    "第三章 修路\n"
    "\n"
    "说着说着就笑出声来，孩子们也跟着跑\n"
    "前跑后，好像过节一样热闹，整个村子\n"
    "都沉浸在喜悦里，连平时不爱出门的张\n"
    "\n"
    "第三章 修路\n"
    "\n"
    "大爷也拄着拐杖来到村口，看施工队的\n"
    "机器来来往往，一站就是半天，谁劝也\n"
    "不肯回去，说是要亲眼看着这条路一天\n"
    "\n"
    "第三章 修路\n"
    "\n"
    "一天修到家门口，让外出打工的儿女回\n"
    "来过年的时候，再也不用深一脚浅一脚\n"
    "地走泥路。\n"
)


def _ways(page: str, ordered: str) -> dict[str, str]:
    """Return a page; without its last line break; below a form feed, which stays."""
    return {
        page: ordered,
        page.removesuffix("\n"): ordered.removesuffix("\n"),
        f"通知\n\f{page}": f"通知\n\f{ordered}",
    }


TWO_COLUMN_LINE = Rewrite(
    two_column_line,
    gate="\n",
    once=True,
    glance=may_be_columns,
    shown=as_read,
    examples={_SIDE_BY_SIDE: _IN_TURN},
    keeps=[_IN_TURN, _IN_ORDER, _LIST, _POEM],
)
INTERLEAVED_COLUMNS = Arrange(
    interleaved_columns,
    gate="\n",
    once=True,
    glance=may_be_columns,
    shown=as_read,
    examples=_ways(_IN_TURN, _IN_ORDER),
    keeps=[_IN_ORDER, _HANGING, _LINKS, _LIST, _POEM, "一行字。\n"],
)
MISPLACED_BLOCK = Arrange(
    misplaced_block,
    gate="\n",
    once=True,
    glance=may_be_columns,
    shown=as_read,
    examples=_ways(_BLOCKS_IN_ROWS, _BLOCKS_IN_ORDER),
    keeps=[_BLOCKS_IN_ORDER, _HEADS, _IN_ORDER, _LINKS, _LIST, "一行字。\n"],
)
