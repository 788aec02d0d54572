"""What the head and the foot of a newspaper's page are made of, when they come in pieces.

An extractor gives the head of a page as one line, `云岭晨报 2025年5月15日 星期四 要闻 第2版`, or
each piece as a line of its own, in any order: `要闻`, `03`, `2025年5月15日 星期四`. Here a line is
read piece by piece, and it is one of the page only if it holds nothing else: a date, a weekday, a
page, a paper's name, a section's, the registration of the paper, its price, who may be called.

Most pieces say nothing alone: a date opens a diary's day, `要闻` may be a heading, `03` a cell of
a table. They do together, so `page_lines` asks for a run of such lines, for pieces of more than
one kind in it, and for a date or a registration among them. A few say it alone (`is_page_line`).

The names of sections are those that Chinese dailies print at the head of a page.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from cleaner import late as re
from cleaner.layout import Line
from cleaner.paper.folding import folded
from cleaner.paper.press import masthead, staff_line
from cleaner.paper.signs import HEAD, MASTHEAD, having
from cleaner.paper.signs import STAFF as STAFF_SIGN

# The longest such line is a date, a name, a section, a page and the staff; chosen, try 40 to 60.
MAX_CHARS = 48
# With the gaps between its pieces: a page is 200 characters wide at most.
MAX_GAPS_CHARS = 240
# A masthead by its shape; a line that comes back as a head or foot: longer ones are text. Chosen;
# try 20 to 40. Heads that count their pages, or come back.
MAX_MASTHEAD_CHARS, MAX_HEAD_CHARS, MIN_HEADS = 60, 30, 3
# Lines of a run in the middle of a page, where nothing else says that a page begins there.
MIN_RUN = 3
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
    "(?:本版|本期|值班|责任|执行)?(?:责编|编辑|[主总]编|编委)|美编|版式(?:设计)?|视觉|校[对读]|审校|组版"
    "|统筹"
)
_CALL = (
    "E-?mail|e-?mail|热线|电话|邮箱|信箱|传真|电子版|网址|熱線|電話|信箱|傳真|電子版|網址|微信|QQ"
)

# The kinds of pieces. Facts are what a masthead prints once an issue.
DATE, WEEKDAY, PAGE, NUMBER, PAPER, SECTION, FACT, CALL, STAFF, UNKNOWN = (
    "date",
    "weekday",
    "page",
    "number",
    "paper",
    "section",
    "fact",
    "call",
    "staff",
    "unknown",
)
PIECES = (
    (DATE, r"(?:19|20)\d\d\s?[年./-]\s?\d{1,2}\s?[月./-]\s?\d{1,2}\s?日?"),
    (
        DATE,
        r"[一二][一二三四五六七八九○〇零]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十廿]{1,3}日",
    ),
    (DATE, r"(?:19|20)\d\d年\d{1,2}月"),
    (FACT, r"(?:(?:19|20)\d\d年)?第\s?\d{1,6}\s?[期号號]\s?\([总總]第\s?\d{1,6}\s?[期号號]\)?"),
    (FACT, r"第\s?\d{1,3}\s?卷(?:\s?第\s?\d{1,3}\s?期)?|[总總]第\s?\d{1,6}\s?[期号號]"),
    (PAPER, r"[\u4e00-\u9fff]{2,10}(?:学报|學報|政府公[报報])(?:\s?\([\u4e00-\u9fff]{2,8}版?\)?)?"),
    (WEEKDAY, r"(?:星期|周|週)[一二三四五六日天]"),
    (
        FACT,
        r"今[日天]\s?(?:共\s?)?\d{1,3}\s?版|第\s?\d{1,6}\s?[期号號]|农历\w{4,12}|農曆\w{4,12}",
    ),
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
    (FACT, r"本报常年征订|本期\s?\d{1,3}\s?版"),
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
        r"第\s?(?:[A-Z]?\d{1,3}|[一二三四五六七八九十]{1,2})\s?版|[A-Z]?\d{1,2}\s?版|[A-Z]\d{1,2}",
    ),
    (NUMBER, r"\d{1,2}"),
    (PAPER, rf"[\u4e00-\u9fff]{{2,6}}(?:{_NAME})|今日[\u4e00-\u9fff]{{2,3}}"),
    (SECTION, r"[\u4e00-\u9fff]{2}(?:新闻|新聞)|[\u4e00-\u9fff] ?[\u4e00-\u9fff]"),
    (UNKNOWN, rf"[\u4e00-\u9fff]{{2,{MAX_UNKNOWN_CHARS}}}"),
)
# What is of the page without a date beside it, where the page has other marks: A03｜城事, 3 经济,
# 江城晚报·文体. Not a section's name alone: 要闻 may head what follows; nor a number, a cell.
COMPANIONS = frozenset(
    map(
        frozenset,
        ((FACT,), (PAPER,), (PAPER, SECTION), (NUMBER, SECTION), (PAGE, SECTION), (PAGE, PAPER)),
    )
)
# A piece ends where the line does, or where a space or a rule stands; some extractors lose the
# space before the next piece: 2008/9/23责编/萧静美编/方英春.
_NEXT = rf"{_STAFF}|星期|邮编|邮政编码|本报|{_CALL}"
PIECE_RES = tuple(
    (kind, re.compile(rf"(?:{form})(?=$|[\s|·/∕丨]|{_NEXT})")) for kind, form in PIECES
)
GAP_RE = re.compile(r"[\s|·•/∕丨]+")
# What is in no piece: most lines of text have one of these.
NO_PIECE_RE = re.compile("[，。,]")
# Who may be called with news, texts and advertisements: only a paper's page says so.
PAPER_CALL_RE = re.compile(
    "(?:新[闻聞]|投稿|刊登|征订|[广廣]告|[发發]行|[报報爆]料|[订訂][阅閱]|投[递遞])(?:[热熱][线線]|[电電][话話]|[邮郵信]箱|[电電]子[邮郵信]箱)"
)

# The issue that a paper's name stands with: 2014年4月, 2014年第4期, 第31卷.
ISSUE_RE = re.compile(
    r"(?:19|20)\d\d\s?年\s?第?\s?\d{1,4}\s?(?:[期号卷]|月(?:\s?\d{1,2}\s?日)?)|第\s?\d{1,3}\s?卷"
)

# Lines without any of these signs open so: 星期三, 周三, 扫一扫.
OPENINGS = frozenset("周微扫星週")
# Every such line, masthead, line of the guide, or head with a number has one of these.
SIGN_RE = re.compile(f"[{HEAD}{MASTHEAD}{STAFF_SIGN}]")
DIGIT_RE = re.compile(r"\d")

# A line of the guide on a front page: 菜价连跌三周 →5版, 名师谈高考作文…8版, 老区新貌（见3版）.
# Left: 见第3版 in a sentence. Without an arrow and 见 it may be a book: 现代汉语词典 第7版.
GUIDE_RE = re.compile(
    r"[^。；]{4,36}?(?:\s?(?P<arrow>…{1,3}|\.{3,6}|·{3,6}|[→▶►▷]|>{2,3}|-{2,6})|\s)"
    r"\s?(?P<see>详?见)?第?\s?[A-Z]?\d{1,2}\s?版"
    r"|[^。；]{4,36}?\s?\((?P<at>详?见)?第?[A-Z]?\d{1,2}版\)"
)
SURE, MAYBE = "sure", "maybe"
# fmt: off
GUIDE_NAMES = frozenset((
    "今日导读", "今日導讀", "今日提要", "今日看点", "今日要目", "内容提要", "导航", "导读",
    "導讀", "新聞提要", "新闻提要", "本报导读", "要目", "要聞導讀", "要闻导读",
))
# fmt: on


class _Piece(NamedTuple):
    kind: str
    text: str


def kinds_of(text: str) -> tuple[str, ...]:
    """Return the kinds of the pieces of a line of a page's head or foot; none for any other."""
    if not _is_short(text):
        return ()
    if staff_line(text):
        return (STAFF,)
    if ENGLISH_RE.fullmatch(text) or SCAN_RE.fullmatch(text):
        return (FACT,)
    return () if NO_PIECE_RE.search(text) else _kinds(text)


def _kinds(text: str) -> tuple[str, ...]:
    """Read a line piece by piece."""
    body = " ".join(folded(text).split()).strip("()[]【】|· ")
    pieces: list[_Piece] = []
    at = 0
    while at < len(body):
        gap = GAP_RE.match(body, at)
        at = gap.end() if gap else at
        piece = _piece_at(body, at)
        if piece is None:
            return ()
        pieces.append(piece)
        at += len(piece.text)
    kinds = tuple(piece.kind for piece in pieces)
    # A name that has no form of its own stands between a date and a page, and only there.
    unsure = kinds.count(UNKNOWN)
    if unsure > 1 or (unsure and not ({DATE, PAPER} & set(kinds) and {PAGE, NUMBER} & set(kinds))):
        return ()
    return kinds


def _piece_at(body: str, at: int) -> _Piece | None:
    for kind, form in PIECE_RES:
        found = form.match(body, at)
        if found and (kind != SECTION or _is_section(found[0])):
            return _Piece(kind, found[0])
    return None


def _is_section(word: str) -> bool:
    return word.replace(" ", "") in SECTIONS or word.endswith(("新闻", "新聞"))


def is_page_line(text: str, kinds: Sequence[str]) -> bool:
    """Say whether a line is of a page's head or foot wherever it stands.

    It has a date with its weekday and the page or the staff; or it says where to call the paper;
    or it holds the paper's registration.
    """
    found = set(kinds)
    if {DATE, WEEKDAY} <= found and found & {PAGE, NUMBER, STAFF}:
        return True
    if found == {CALL}:
        return PAPER_CALL_RE.search(text) is not None
    return FACT in found and any(word in text for word in ("CN", "代号", "代號", "社址", "印刷"))


def guide_lines(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines of the guide to the other pages, its name with them; two lines at least.

    Without its name one of them has an arrow or 见: a list of books has neither.
    """
    guides = [_guide(line.text) for line in lines]
    first = 0
    for is_guide, group in groupby(guides, key=bool):
        run = list(group)
        named = first > 0 and lines[first - 1].text.replace(" ", "") in GUIDE_NAMES
        if is_guide and (named or (len(run) > 1 and SURE in run)):
            yield from range(first - named, first + len(run))
        first += len(run)


def _guide(text: str) -> str:
    """Say whether a line may be one of a guide, and whether a sure one."""
    if "版" not in text[-2:] or len(text) > MAX_CHARS:
        return ""
    found = GUIDE_RE.fullmatch(folded(text))
    return "" if not found else SURE if any(found.groups()) else MAYBE


def page_lines(lines: Sequence[Line], edges: Sequence[bool], known: Collection[int]) -> set[int]:
    """Return the lines of page heads and feet that come in pieces.

    `edges`: a page ends beside the line; `known`: lines that are heads or feet already. Lines with
    the staff are left to their stage.
    """
    signs = zip(lines, having(lines, HEAD), having(lines, STAFF_SIGN), strict=True)
    kinds = [kinds_of(one.text) if _may_be(one.text, a or b) else () for one, a, b in signs]
    found: set[int] = set()
    runs = list(_runs(lines, kinds))
    cited = not any(edges) and _cite_issues(lines, kinds, runs)
    for first, end in runs:
        run = range(first, end)
        sure = {at for at in run if is_page_line(lines[at].text, kinds[at])}
        dates = {lines[at].text for at in run if DATE in kinds[at]}
        kinds_here = {kind for at in run for kind in kinds[at]}
        # What ends a text without pages may be its source: 水利学报 2014年4月 第31卷.
        cites = end - first == 1 and PAPER in kinds_here and kinds_here <= {PAPER, DATE, FACT}
        last = end == len(lines) and (not cites or known or any(edges))
        edge = bool(last) or first == 0 or any(edges[first:end])
        # A call for news stands by itself under an article, too: it says nothing of its neighbours.
        heads = any(kinds[at][0] != CALL for at in sure)
        heads = heads or (not cited and _heads_page(kinds_here, end - first, edge=edge))
        # One head has one date; several are the days of a list.
        found |= set(run) if heads and len(dates) <= 1 else sure
    if (found or known) and not cited:
        # A page that has a head or a foot by itself may have the rest of it anywhere.
        found.update(at for at, one in enumerate(kinds) if frozenset(one) in COMPANIONS)
    return {at for at in found if STAFF not in kinds[at] or DATE in kinds[at]}


def are_issues(texts: Iterable[str]) -> bool:
    """Say whether lines name more than one issue: what no page ends beside is a list of papers.

    The heads of a page, or of a text's pages, name one.
    """
    issues = {"".join(found[0].split()) for text in texts if (found := ISSUE_RE.search(text))}
    return len(issues) > 1


def _cite_issues(
    lines: Sequence[Line], kinds: Sequence[tuple[str, ...]], runs: Sequence[tuple[int, int]]
) -> bool:
    """Say whether the papers' names in runs of pieces stand with more than one issue."""
    return are_issues(
        " ".join(lines[at].text for at in range(first, end))
        for first, end in runs
        if any(PAPER in kinds[at] for at in range(first, end))
        and not any(is_page_line(lines[at].text, kinds[at]) for at in range(first, end))
    )


def _is_short(text: str) -> bool:
    """Say whether a line is short enough; the gaps between its pieces may be as wide as a page."""
    return len(text) <= (2 * MAX_CHARS if text.isascii() else MAX_CHARS) or (
        len(text) <= MAX_GAPS_CHARS and len("".join(text.split())) <= MAX_CHARS
    )


def may_head_pages(lines: Sequence[Line]) -> bool:
    """Say whether any line may be a head or a foot, by what it holds or by coming back.

    In most texts none is: no page ends, no short line is a piece, a masthead or of the guide, none
    stands three times, and fewer than three have a number.
    """
    if any(line.page for line in lines):
        return True
    texts = [line.text for line in lines if len(line.text) <= MAX_GAPS_CHARS]
    signed: list[str] = []
    numbers = 0
    for text in texts:
        # Of those that come back but for their digits some have a comma, and lines of the guide.
        if len(text) > MAX_HEAD_CHARS and "版" not in text[-2:] and NO_PIECE_RE.search(text):
            continue
        if SIGN_RE.search(text) and (len(text) <= MAX_MASTHEAD_CHARS or _is_short(text)):
            signed.append(text)
            numbers += DIGIT_RE.search(text) is not None
        else:
            numbers += text[0].isdecimal() or text[-1].isdecimal()
        if numbers == MIN_HEADS:
            return True
    short = [text for text in texts if len(text) <= MAX_MASTHEAD_CHARS]
    if len(short) - len({*short}) > MIN_HEADS - 2:
        return True
    return any("版" in text[-2:] or masthead(text) or bool(kinds_of(text)) for text in signed)


def _may_be(text: str, sign: int) -> bool:
    if not _is_short(text):
        return False
    return (
        sign > 0
        or text.isascii()
        or text[0] in OPENINGS
        or text[-4:] == "公益广告"
        or text[:2] in SECTIONS
        or text.replace(" ", "") in SECTIONS
    )


def _runs(lines: Sequence[Line], kinds: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines, [first, end), that hold pieces and nothing else.

    Of a run with two dates, what blank lines set apart: a notice with its day ends above the foot.
    """
    ends = [at for at, one in enumerate(kinds) if not one]
    for before, after in pairwise([-1, *ends, len(kinds)]):
        if after - before <= 1:
            continue
        run = range(before + 1, after)
        dated = sum(DATE in kinds[at] for at in run) > 1
        apart = [at for at in run[1:] if lines[at].blanks] if dated else []
        yield from pairwise([before + 1, *apart, after])


def _heads_page(found: set[str], size: int, *, edge: bool) -> bool:
    """Say whether pieces of these kinds head a page together."""
    if edge and (size > 1 or len(found) > 2):
        dated = DATE in found and bool(found & {PAGE, PAPER, SECTION, STAFF})
        dated = dated or {DATE, WEEKDAY, NUMBER} <= found
        named = PAPER in found and bool(found & {PAGE, SECTION, FACT})
        return dated or named or (STAFF in found and bool(found & {PAGE, SECTION, FACT}))
    signs = found & {DATE, PAGE, NUMBER, PAPER, SECTION, FACT, STAFF}
    return size >= MIN_RUN and DATE in found and len(signs) >= MIN_RUN
