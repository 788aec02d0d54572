"""What stands between a headline and its text: counts, prices, readings, who wrote, facts, paths.

Lines that go by in passing: none of them is the headline, and none stops the way up to it.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.kept import kept_of_short
from cleaner.layout import COLON
from cleaner.paper.names import signs_alone
from cleaner.web import labels
from cleaner.web.page import WebLine

HEADLINE_LEAST, FULL_CHARS = 6, 9  # characters of a headline: the least, and of a sure one
SUBTITLE = ("——", "--")

# A list of links, one a line: * [归档](/archives), * [参观]
LINK_ITEM_RE = re.compile(r"[*+-]\s+\[[^\[\]]{1,24}\](?:\([^()\s]{0,300}\))?")

HEADING_RE = re.compile(r"^#{1,6}\s+")

# A document's number under its headline, and when it was passed: 财税〔2021〕9号,
# （2021年3月12日某市人民代表大会通过　根据…第一次修正）. They are the document's own.
DOCUMENTS_OWN_RE = re.compile(
    r"\S{1,14}[〔\[（(【](?:19|20)\d\d[〕\]）)】]第?\d{1,5}[号號]"
    r"|[（(](?:根据|根據|经|經)?[12一二][\d〇零○一二三四五六七八九]{3}[年.-].{8,400}"
    r"(?:通[过過]|公布|发布|發布|批准|施行|修[订正訂])[）)]"
    r"|(?:根据|根據|经|經)?(?:19|20)\d\d年\d{1,2}月\d{1,2}日[^，。]{0,40}(?:会|會)[^，。]{0,40}"
    r"(?:通[过過]|修[订正訂])"
)
# A path whose names are not known: 江城文史 → 人物春秋 → 浏览文章; and 摄影 | 阿达.
PATH_RE = re.compile(
    r"[^>»›→]{1,16}(?:[>»›→]{1,2}[^>»›→]{1,24}){2,6}|\S{1,4}\s?[|｜丨]\s?\S{2,6}"
    r"|[^|]{1,8}(?:[|｜丨][^|]{1,8}){2,5}"  # 江城 | 3-5年 | 本科
)
SLASHED_RE = re.compile(r"[^\s/:：]{2,5}\s?/\s?[^/]{1,24}")
BAR, BAR_CHARS = 3, 5  # names in a bar, and characters of one; chosen
KEY_CHARS, KEY_VALUE_CHARS = 5, 30  # chosen
# What parts the cells of a table's row; cells of a row, and characters of its name; chosen.
CELLS_RE, ROW_CELLS, ROW_NAME = re.compile(r"\s{2,}|\s?\|\s?"), 2, 8
# What a site says of the text, and no record of a thing.
SITE_FACT_RE = re.compile(
    "来源|来自|出处|稿源|作者|编辑|发布者|阅读|浏览|点击|评论|人气|热度|字号|投稿|收藏|分享|打印|标签|tag|文档序号|参加讨论|索引号|发布机构|发文|(?:发布|更新|上传)(?:日期|时间)|》\\(|\\d版\\)"
)
ACCOUNTS = ("微信号", "微信號")  # below the name of an account
SPEAKERS = ("Q", "A", "问", "答", "問")  # of an interview; no fact has such a name

# 128 人赞同了该回答, 1.2万次播放, 4.5综合评分, #热点 33个, (某县石拱桥), 字数 1,024; leaves
# 3人涉嫌诈骗被捕, 2023年工作要点.
COUNT_RE = re.compile(
    r"[\d.,]+\s?[万千亿]?[+\s]?(?:[次个人条篇位]?\s?(?:赞|喜欢|阅读|评论|播放|回答|回复|关注|收藏|转发|分享"
    r"|浏览|观看|做过|综合|评分|粉丝).{0,12}|人.{0,2}(?:赞|喜欢|关注|收藏|做过).{0,8})"
    r"|[\[(【]?(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}.{0,24}|.{0,8}(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}"
    r"|#[^\s#].*|[(（].*[)）]|\S{2,4}[:：]?\s?[\d.,]+[万kKwW]?"
    r"|\d[\d.,万千亿kKwW+/\s]{0,24}|.{0,40}[★☆]{3,9}.{0,40}|\S{2,12} 评论 .{2,20}"
    r"|(?:Viewed|Asked|Modified|Active|Answered|Edited) \d.{2,30}"
    r"|\d{1,3}[- ]min(?:ute)?s? read|.{0,6}\d{1,3}\s?分钟阅读"
)

# What is asked or paid, under what is sold or offered: ￥ 89.00, 促销价 ￥39.90, 8-12K·13薪,
# 6000-8000元/月, 面议. Some shops set the sign in a line of its own.
PRICE_RE = re.compile(
    r"(?:[\u4e00-\u9fff]{1,4}(?:\s?[:：]\s?|\s))?(?:[￥¥$€£]|NT\$|HK\$|US\$)\s?\d[\d,.]*(?:\s?[-–~]\s?\d[\d,.]*)?\S{0,6}"
    r"|\d[\d,.]*(?:\s?[-–~]\s?\d[\d,.]*)?\s?(?:[kK千万]|元/).{0,10}|(?:薪资)?面议|[￥¥€£]"
)

# How a headword is read: jié gāo, ㄐㄧㄝˊ ㄍㄠ.
READING_RE = re.compile(
    "(?=.{0,40}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜㄅ-ㄩ])"
    r"[a-zāáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜㄅ-ㄩˊˇˋ˙'’\s\[\]【】/()（）]{2,60}"
)

# 澎湃新闻记者 周琳, 文/观察者网 张菁娟, 原创 小禾 禾田笔记; leaves 记者手记：…, 原创音乐剧上演.
# And the name of a medium that stands alone: 江城新闻客户端; a poem's [唐] 王维.
BYLINE_RE = re.compile(
    r"[(（【]?\S{0,12}(?:记者|記者|通讯员|通訊員|编辑|編輯|作者|文)[\s:：/／]\s?\S{2,10}(?:\s\S{2,6}){0,4}"
    r"|原创\s.{2,24}|\S{2,10}(?:客户端|新闻网|[日晚晨早]报|融媒体中心|广播电视台)"
    r"|[Bb][Yy][ :]+(?:[A-Z]\S+(?: [A-Z]\S+){0,4}|[^\sA-Za-z]{2,12})"
    r"|[〔\[(（【][先秦两汉魏晋南北朝隋唐五代十国宋辽金元明清近现当民國]{1,4}[〕\])）】]\s?[一-鿿]{2,5}"
)


def unmarked(text: str) -> str:
    """Return a line without the mark of a heading, as html2text writes it: ## 第三章 职责."""
    return HEADING_RE.sub("", text) if text[:1] == "#" else text


def passable(lines: Sequence[WebLine], i: int) -> bool:
    """Say whether a line may stand between headline and text."""
    line = lines[i]
    return (
        line.label != ""
        or sum(map(str.isalnum, line.line.text)) < HEADLINE_LEAST
        or is_keyed(lines, i)
        or in_passing(line)
        or _is_bar(lines, i)
    )


def _is_bar(lines: Sequence[WebLine], i: int) -> bool:
    """Say whether a line right below a label is short names, one known: 章节报错 加入书签."""
    if not i or not lines[i - 1].label:
        return False
    pieces = [piece for piece in labels.PIECES_RE.split(lines[i].line.text) if piece]
    short = len(pieces) >= BAR and max(map(len, pieces)) <= BAR_CHARS
    return short and any(labels.label_of(piece) for piece in pieces)


def in_passing(line: WebLine) -> bool:
    """Say whether a line has the form of what stands between headline and text."""
    text = line.line.text
    named = line.line.ending == COLON and line.chars < FULL_CHARS
    return line.day or named or _passes(text)


@kept_of_short
def _passes(text: str) -> bool:
    return (
        text.startswith(SUBTITLE)
        or COUNT_RE.fullmatch(text) is not None
        or READING_RE.fullmatch(text) is not None
        or BYLINE_RE.fullmatch(text) is not None
        or DOCUMENTS_OWN_RE.fullmatch(text) is not None
        or is_writer(text)
        or PATH_RE.fullmatch(text) is not None
        or labels.site_label(text.partition("：")[0]) == labels.LINKS
        or labels.bar_shaped(text)
        or LINK_ITEM_RE.fullmatch(text) is not None
    )


def is_keyed(lines: Sequence[WebLine], i: int) -> bool:
    """Say whether a line is one of several facts: テーマ：旅行 under the date, 时效性：有效."""
    if names_account(lines, i):
        return True
    if not is_fact(lines[i].line.text):
        # 出发时间/2017-10-02, 人物/和朋友
        near = (lines[k].line.text for k in (i - 1, i, i + 1) if 0 <= k < len(lines))
        return sum(SLASHED_RE.fullmatch(text) is not None for text in near) > 1
    above = lines[i - 1] if i else None
    if above and (above.label == labels.META or is_fact(above.line.text)):
        return True
    below = lines[i + 1]
    return not below.label and is_fact(below.line.text)


def names_account(lines: Sequence[WebLine], i: int) -> bool:
    """Say whether a line is who posted the text: above the field 微信号, or above itself there."""
    below = [line.line.text for line in lines[i + 1 : i + 3]]
    return any(text in ACCOUNTS for text in below) and below[0] in (lines[i].line.text, *ACCOUNTS)


def is_fact(text: str) -> bool:
    """Say whether a line is a short name, a colon and what it has: IP属地: 湖北.

    Who speaks has a sentence behind the colon: 老周：先泡一夜。
    """
    name, colon, value = text.replace(":", "：", 1).partition("：")
    chars = len("".join(name.split()))
    short = 0 < chars <= KEY_CHARS and 0 < len(value) <= KEY_VALUE_CHARS
    return bool(colon) and short and not (text.endswith(("。", "？", "！", "?")) or is_said(text))


def is_row(text: str) -> bool:
    """Say whether a line is a row of two cells, the first a name: 重量    约188克, 颜色| 月白.

    A list of links has its days, its places or its channels there: 12-01, TOP1, 新闻.
    """
    cells = [cell.strip() for cell in CELLS_RE.split(text) if cell.strip()]
    if len(cells) != ROW_CELLS or len(cells[0]) > ROW_NAME:
        return False
    return not (cells[0][-1].isdecimal() or labels.label_of(cells[0]))


def is_boxed(lines: Sequence[WebLine], i: int) -> bool:
    """Say whether a line is one of several facts whose names are in brackets: 【时效性】 现行有效.

    One alone may be a headline: 【公告】端午节放假安排.
    """
    near = [_is_boxed_fact(lines[k].line.text) for k in (i - 1, i, i + 1) if 0 <= k < len(lines)]
    return _is_boxed_fact(lines[i].line.text) and sum(near) > 1


def _is_boxed_fact(text: str) -> bool:
    name, bracket, value = text[1:].partition("】")
    return text.startswith("【") and bracket != "" and is_fact(f"{name}：{value}")


def is_said(text: str) -> bool:
    """Say whether a line is one of a dialogue: 问：要泡多久, A: 一夜."""
    name, colon, value = text.replace(":", "：", 1).partition("：")
    return bool(colon and value) and name.strip() in SPEAKERS


def field_of(line: WebLine) -> str:
    """Return the field that a line which goes is kept in, or an empty string."""
    if line.label in (labels.META, labels.CREDIT):
        return labels.meta_field(line.line.text)
    if line.day:
        return "source_line"
    text = line.line.text
    named = not line.label and (BYLINE_RE.fullmatch(text) is not None or is_writer(text))
    return "byline" if named else ""


def is_writer(text: str) -> bool:
    """Say whether a line is who wrote the text, with what he is: 临水市市长 周木."""
    return not text.startswith(SUBTITLE) and signs_alone(text)
