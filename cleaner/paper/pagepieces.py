"""The pieces of a page's head or foot: a date, a page, a paper's name, a section's, the staff.

Here one line is read, piece by piece; what the pieces of a page's lines make together is asked by
`cleaner.paper.pagehead`. The names of sections are those that Chinese dailies print at the head of
a page.
"""

from typing import NamedTuple

from cleaner import late as re
from cleaner.lexicon import tagged_at
from cleaner.paper.folding import folded

# A name without a form of its own between pieces: 今日平川. Chosen; try 4 to 8.
MAX_UNKNOWN_CHARS = 6

# Sections of a daily.
# fmt: off
SECTIONS = frozenset((
    "三农", "专刊", "专版", "专题", "世界", "中国", "中國", "乡村", "产经", "人物", "企业",
    "体育", "便民", "健康", "党建", "公告", "关注", "军事", "就业", "农业", "副刊", "动态", "区县",
    "區縣", "卫生", "县区", "县域", "周末", "国内", "国内新闻", "国际", "国际新闻", "图片",
    "國內", "國際", "圖片", "地方", "城事", "天下", "头版", "娛樂", "娱乐", "專刊", "專版",
    "專題", "市县", "广告", "广场", "廣告", "影像", "悦读", "房产", "政法", "教育", "文体",
    "文化", "文娱", "文艺", "文藝", "文體", "旅游", "时政", "时评", "時政", "本地", "楼市",
    "民生", "汽车", "法制", "法治", "消费", "深度", "热线", "特刊", "理论", "生活", "產經",
    "社会", "社會", "科技", "科教", "經濟", "綜合", "縣區", "经济", "综合", "聚焦", "要聞",
    "要闻", "观点", "视点", "言论", "評論", "調查", "讀書", "讀者", "证券", "评论", "读书",
    "读者", "调查", "財經", "财经", "资讯", "軍事", "都市", "金融", "關注", "阅读", "體育",
))
# fmt: on

# A county's paper: 今日平川. No paper is called so by what is said every day: 今日菜价, 今日关注.
TODAY, COMMON_TAGS = "今日", frozenset(("a", "ad", "an", "d", "n", "v", "vn"))

_NAME = (
    "日报|晚报|早报|晨报|[时時]报|[时時][讯訊]|商报|都市报|导报|周报|快报|青年报|经济报|农民报"
    "|[工矿]报|工人报|法[制治]报|大学报|学院报|[电电]力报|周刊"
)
# The same in English, below the name: JIANGCHENG DAILY; a journal's, with its number and month:
# Journal of Jiangcheng University, Vol.36 No.2, Apr. 2014.
ENGLISH_RE = re.compile(
    r"[A-Za-z]{2,16}(?: [A-Za-z]{2,16}){0,3}? (?:DAILY|Daily|EVENING|Evening|MORNING|Morning"
    r"|NEWS|News|POST|Post|TIMES|Times|WEEKLY|Weekly)(?: (?:NEWS|News|POST|Post))?"
    r"|(?:Journal|JOURNAL|Acta|ACTA|Bulletin|Transactions) [A-Za-z ]{3,60}(?:\([A-Za-z ]{3,24}\))?"
    r"|(?:Vol|VOL)\. ?[0-9]{1,3},?(?: ?(?:No|NO)\. ?[0-9]{1,3})?"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?,? ?(?:19|20)[0-9]{2}"
)
# What to point a telephone at: 扫一扫，关注江城晚报公众号.
SCAN_RE = re.compile(
    r"(?:微信)?扫(?:一扫|码|描)(?:上方|下方)?(?:二维码)?[，, ]?(?:可)?关注[^。，,]{2,20}"
    r"|(?:欢迎)?关注[^。，,]{2,12}(?:公众号|视频号|抖音号|微博)"
)
_STAFF = (
    "(?:本版|本期|值班|责任|执行|学生|美[术術]|版面)?(?:责编|编辑|[主总]编|编委)|[美图]编|编校"
    "|(?:版[式面]|视觉)(?:设计)?|美[术術]|校[对读]|[审检]校|[组排]版|统筹|(?:值班)?主任"
)
_CALL = (
    "E-?mail|e-?mail|热线|电话|邮箱|信箱|传真|电子版|网址|熱線|電話|信箱|傳真|電子版|網址|微信|QQ"
)

_COUNT = "[0-9一二三四五六七八九十百〇○零]"

# What ends like a paper's name and is none: 工作汇报, 天气预报.
_NO_PAPER = (
    "上报|举报|公报|再报|再報|回报|填报|年报|年報|呈报|喜报|墙报|壁报|季报|战报|捷报|预报|預報"
    "|情报|情報|月报|电报|電報|海报|海報|申报|申報|简报|簡報|警报|警報|通报|通報|汇报|彙報|谍报"
)

# The kinds of pieces. Facts are what a masthead prints once an issue.
DATE, WEEKDAY, PAGE, NUMBER, PAPER, SECTION, FACT, CALL, STAFF, NAME, UNKNOWN = (
    "date",
    "weekday",
    "page",
    "number",
    "paper",
    "section",
    "fact",
    "call",
    "staff",
    "name",
    "unknown",
)
PIECES = (
    (DATE, r"(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?"),
    (
        DATE,
        r"[一二][一二三四五六七八九○〇零]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}日",
    ),
    (DATE, r"(?:19|20)\d\d年\d{1,2}月|\d{1,2}/\d{1,2}/(?:19|20)\d\d"),
    # of Taiwan's years: 中華民國114年12月4日, 中華民國一一四年三月四日
    (DATE, rf"中[华華]民[国國] ?{_COUNT}{{1,4}} ?年 ?{_COUNT}{{1,3}} ?月 ?{_COUNT}{{1,3}} ?日"),
    (FACT, r"(?:(?:19|20)\d\d年)?第\s?\d{1,6}\s?[期号號]\s?\([总總]第\s?\d{1,6}\s?[期号號]\)?"),
    (FACT, r"第\s?\d{1,3}\s?卷(?:\s?第\s?\d{1,3}\s?期)?|[总總]第\s?\d{1,6}\s?[期号號]"),
    (PAPER, r"[\u4e00-\u9fff]{2,10}(?:学报|學報|政府公[报報])(?:\s?\([\u4e00-\u9fff]{2,8}版?\)?)?"),
    (WEEKDAY, r"(?:星期|周|週)[一二三四五六日天]"),
    (
        FACT,
        r"今[日天]\s?(?:共\s?)?\d{1,3}\s?版|第\s?\d{1,6}\s?[期号號]|农历\w{4,12}|農曆\w{4,12}",
    ),
    (FACT, r"(?:19|20)\d\d年第\s?\d{1,6}\s?期"),  # not 2019年第8号: a decree's
    (FACT, r"(?:全年|每月)?(?:零售|[订訂定]|[售])[价價]\s?:?\s?\d[\d.]{0,5}\s?元(?:/[份月年])?"),
    (
        FACT,
        r"(?:[国國][内內])?[统統]一(?:[连連][续續]出版物[号號]|刊[号號])\s?:?\s?(?:CN\s?\d\d[-—]\d{4})?",
    ),
    (FACT, r"CN\s?\d\d[-—]\d{4}(?:/\w{1,2})?|[邮郵][发發]代[号號]\s?:?\s?\d{1,3}-\d{1,4}"),
    (FACT, r"中共[\u4e00-\u9fff]{2,8}委(?:机关报|機關報|主管|主[办辦]|出版){1,3}"),
    (FACT, r"(?:主管|主办|出版|主辦){1,2}(?:单位|單位)?:[\u4e00-\u9fff]{2,14}"),
    (FACT, r"[\u4e00-\u9fff]{2,8}(?:报业集团|报社|报业传媒集团)(?:主管|主办|出版){1,3}"),
    (FACT, r"(?:今[日天])?天[气氣] [^，。,]{2,30}"),
    (
        CALL,
        rf"[\u4e00-\u9fff]{{0,6}}(?:{_CALL})\s?[:/]?\s?[\w@.:/()—-]{{5,40}}|www\.[\w./-]{{3,40}}",
    ),
    (FACT, r"印刷:[\u4e00-\u9fff]{4,16}|(?:[\u4e00-\u9fff]{2,6} ){0,3}公益广告"),
    (FACT, r"本报常年征订|本期\s?\d{1,3}\s?版|(?:本报)?法律顾问:?[\u4e00-\u9fff]{4,16}"),
    (FACT, r"[\u4e00-\u9fff]{1,8}[报報刊]编辑部"),
    (
        FACT,
        r"(?:社址|(?:本报|报社)地址)\s?:\s?[\u4e00-\u9fff\d]{4,30}|[邮郵](?:政)?[编編]碼?码?\s?:\s?\d{6}",
    ),
    (
        FACT,
        r"[\u4e00-\u9fff]{2,14}印刷(?:厂|廠|公司|中心)?(?:印刷|承印)|[广廣]告[经經][营營]许可证\w{0,24}",
    ),
    (STAFF, rf"(?:{_STAFF})\s?[:/]?\s?[\u4e00-\u9fff]{{2,3}}"),
    (
        PAGE,
        r"第\s?(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,2})\s?版:?|(?:[A-Z]?\d{1,2}|[一二三四五六七八])\s?版|[A-Z]\d{1,2}:?",
    ),
    (NUMBER, r"\d{1,2}"),
    (PAPER, rf"[\u4e00-\u9fff]{{2,6}}(?:{_NAME})|{TODAY}[\u4e00-\u9fff]{{2,3}}"),
    (SECTION, r"[\u4e00-\u9fff]{2}(?:新闻|新聞)|[\u4e00-\u9fff] ?[\u4e00-\u9fff]"),
    # a paper's by its last character alone: 水手报, 校报
    (NAME, rf"[\u4e00-\u9fff]{{1,8}}(?:[报報刊]|[时時][讯訊])(?<!{_NO_PAPER})"),
    (UNKNOWN, rf"[\u4e00-\u9fff]{{2,{MAX_UNKNOWN_CHARS}}}"),
)
# A piece ends where the line does, or where a space or a rule stands; some extractors lose the
# space before the next piece: 2008/9/23责编/萧静美编/方英春.
_NEXT = rf"{_STAFF}|星期|邮编|邮政编码|本报|{_CALL}"
_END = rf"(?=$|[\s|·/∕丨()《》]|(?<=:)|{_NEXT})"
PIECE_RES = tuple((kind, re.compile(f"(?:{form}){_END}")) for kind, form in PIECES)
# Any of them: most lines begin with none, and to ask once takes a tenth of asking for each.
ANY_RE = re.compile(f"(?:{'|'.join(form for _, form in PIECES)}){_END}")
GAP_RE = re.compile(r"[\s|·•/∕丨()《》:]+")


class _Piece(NamedTuple):
    kind: str
    text: str


def pieces_of(text: str) -> tuple[str, ...]:
    """Return the kinds of a line's pieces; none where something else stands in the line."""
    body = " ".join(folded(text).split()).strip("()[]【】《》|·—-= ")
    kinds: list[str] = []
    at = 0
    while at < len(body):
        gap = GAP_RE.match(body, at)
        at = gap.end() if gap else at
        piece = _piece_at(body, at)
        if piece is None:
            return ()
        kinds.append(piece.kind)
        at += len(piece.text)
    return tuple(kinds)


def _piece_at(body: str, at: int) -> _Piece | None:
    if not ANY_RE.match(body, at):
        return None
    for kind, form in PIECE_RES:
        found = form.match(body, at)
        if not found or (kind == SECTION and not _is_section(found[0])):
            continue
        if kind != PAPER or not _is_said_daily(found[0]):
            return _Piece(kind, found[0])
    return None


def _is_said_daily(name: str) -> bool:
    """Say whether no paper has the name, but a column: 今日菜价; 今日平川 has a place's."""
    if not name.startswith(TODAY):
        return False
    (word, tag), *_ = tagged_at(name + "。", len(name))
    return TODAY + word == name and tag in COMMON_TAGS


def _is_section(word: str) -> bool:
    return word.replace(" ", "") in SECTIONS or word.endswith(("新闻", "新聞"))
