"""Names that a paper sets above a text and that say nothing of it: of sections, columns, series.

A tag (资讯, 国际新闻, 奋力书写新篇章·特别报道) says what kind of text follows, and is no text.
The name of a column (权威发布, 记者走基层, 【经济观察】) is one only right above a heading, whose
kicker it is: alone above text it may as well be a subhead. Both are told by the words that such
names end with, not by lists of names.
"""

from cleaner import late as re

TAG_RE = re.compile(
    r"[\u4e00-\u9fff]{0,2}(?:资讯|要闻|新闻|简讯|快讯|短讯|时评|评论|广告|副刊|导读|综合)"
    r"|[\u4e00-\u9fff]{0,4}(?:专版|专题|专栏)"
    r"|阅读提示|核心提示|内容提要|编者按|开栏的话|开栏语|编后|图片新闻|相关链接|相关新闻|新闻背景|延伸阅读|新闻链接"
    r"|.{2,24}[·|丨｜](?:(?:特别|系列|专题|深度)报道|特刊|专版|专题|专栏|聚焦|关注|评论)"
)
MAX_TAG_CHARS = 30

# What the name of a column ends with, behind what it is a column of: 经济观察, 新春走基层. Some are
# words of headlines as well (引发关注), so what they follow is named.
RUBRIC_RE = re.compile(
    r"[■□▶►●◆◇★☆]?\s?(【)?(?:[\u4e00-\u9fff]{2,10}[·•|丨｜]\s?)?(?:"
    r"[\u4e00-\u9fff]{0,4}(?:走基层|权威发布|特稿|身边事|调研行|基层来信|读者来信)"
    r"|[\u4e00-\u9fff]{2,4}(?:观察|见闻|视点|时空|视窗|广角|札记|手记|漫谈|访谈|纪行)"
    r"|[\u4e00-\u9fff]{2,4} ?(?:扫描|传真|话题|直通车|榜样|大家谈)"
    r"|(?:今日|每日|热点|民生|社会|独家|重点|本报)(?:关注|聚焦|调查)"
    r"|(?:聚焦|关注|直击)(?:全国)?两会"
    r")(?(1)】)"
)
MAX_RUBRIC_CHARS = 18

# What a database of a paper sets above each article, under the number of its page: 专栏：读者来信.
RECORD_NAMES = ("专栏", "專欄")
RECORD_RE = re.compile(rf"(?:{'|'.join(RECORD_NAMES)})\s?[:：].{{0,20}}")

# What a notice is headed with, and nothing else says what it is of: 遗失声明, 停水通知, 致　歉.
# fmt: off
NOTICES = "|".join(
    first + "[ \u3000]?" + second
    for first, second in (
        "公告", "出租", "启事", "告示", "声明", "征婚", "招租", "更正", "致歉", "讣告", "转让",
        "公示", "通告", "通知",
    )
)
# fmt: on
NOTICE_RE = re.compile(f"[\u4e00-\u9fff]{{0,4}}(?:{NOTICES})")
# A small advertisement is headed with one such word alone, and says whom to ask; 校园招聘, and
# 招聘 over how many were taken on, are parts of a report.
ADVERTISED_RE = re.compile("招[ \u3000]?聘|求[ \u3000]?购|出[ \u3000]?售|求[ \u3000]?职")
CONTACT_RE, CONTACT_CHARS = re.compile("电话|手机|联系|面议|地址|[0-9]{7}"), 200


def is_tag(text: str) -> bool:
    """Say whether a line is the name of a section."""
    return len(text) <= MAX_TAG_CHARS and TAG_RE.fullmatch(text) is not None


def is_notice(text: str, below: str = "") -> bool:
    """Say whether a line is the heading of a notice; of an advertisement the text below tells."""
    if ADVERTISED_RE.fullmatch(text):
        return CONTACT_RE.search(below[:CONTACT_CHARS]) is not None
    return NOTICE_RE.fullmatch(text) is not None


def is_record(text: str) -> bool:
    """Say whether a line may be the head of a database's record, under the number of a page."""
    return text[:2] in RECORD_NAMES and RECORD_RE.fullmatch(text) is not None


def is_rubric(text: str) -> bool:
    """Say whether a line may be the name of a column, if a heading stands below."""
    return len(text) <= MAX_RUBRIC_CHARS and RUBRIC_RE.fullmatch(text) is not None
