"""Which lines have the shape of a heading, by themselves.

Short, without an end mark, and nothing in them that only text, rows or fields have. What stands
round such a line is asked by `cleaner.paper.headings`.
"""

from cleaner import late as re
from cleaner.layout import END, NUMBER, TAIL, Line
from cleaner.paper.facts import works_at
from cleaner.paper.labels import ENTRY_RE, LABEL_RE
from cleaner.paper.press import dateline_end, names_line

# Display width up to which a line can be a heading; with a pause in it (a space, 】, ——) it may
# have three clauses. Of 728 titles of news half have under 19 em, one in ten over 32, one 83.
MAX_HEADING_EM = 40
MAX_CLAUSES_EM = 84
# Under four characters a line is no heading: 资讯, 图片, 二.
MIN_HEADING_CHARS = 4
# A name of two to six characters and what it is, in so many.
FIELD_RE, MAX_FIELD_CHARS = re.compile("[\u4e00-\u9fff]{2,6}[：:](?=.)"), 30
# A field of several names is none, either: 参会人员：刘伟 张建国, but 专访：王小雨.
NAMED_RE = re.compile("[\u4e00-\u9fff]{2,8}[：:](?P<names>[^：:]*[ 、\u3000].*)")
# What a subtitle begins with.
DASHES = ("——", "--", "―", "──")
# A pause between two clauses of a title: 保民生 促经济, 【…】, ——.
# Each branch of this and the next begins with a character, so that the search skips to it.
PAUSE_RE = re.compile(
    r" (?<=[^\x00-\x7f] )[ \u3000]*[^\x00-\x7f]|\u3000(?<=[^\x00-\x7f]\u3000)[ \u3000]*[^\x00-\x7f]"
    r"|】|——"
)

# A verb that wants a clause, with nothing behind it: 乔石在上海考察时提出. Of 58 heads of two lines
# 14 of the 41 kickers end so, and none of the 17 titles. What is a noun as well, 点燃希望, or needs
# no clause, 名单公布, is such a verb behind an occasion or who decides: 全国双拥工作会议要求.
SAYS_RE = re.compile(
    r"(?:指出|强调|提出|表示|认为|宣布|表明|透露|重申|选出)(?<!的..)$"
    r"|(?:(?<=[会议]上)|(?<=[会议委局院”])|(?<=时)(?<![及随准按实]时))"
    r"(?:说|称|要求|呼吁|公布|决定|建议|声明|批示|希望|规定|显示|号召|指示|提醒)$"
)
# 加油！…, 67.8分贝！这条路终于安静了: an exclamation of so many characters may open a title.
EXCLAIMED = range(2, 9)
# 聚焦 | 福建又有二十七万人脱贫: the name of a column has so many characters, the space with them. A
# second bar makes a row of a table.
BARRED = range(2, 6)
# A telephone's number, and longer ones: 0875-2121234, 82317766, 13912345678. Titles open with a day
# (20200402), and have numbers of other lengths: 97887667, 156066050.
DAY = r"(?:19|20)\d\d[01]\d[0-3]\d"
PHONE_RE = re.compile(
    rf"\d{{7}}(?:\d{{3}}|(?<!\d{{8}})(?<=[2-8]\d{{6}})\d?(?!\d)(?<!^{DAY})(?<!# {DAY}))"
)
# What no title has: the end of a sentence inside it, a tab, columns of a table, links, an address;
# in two clauses a last word that leans on the next.
NOT_IN_HEADING_RE = re.compile(
    r"。|；|;|\t|@(?<=[\w.-]@)(?<![^\x00-\x7f]@)|\|"
    + "".join(rf"(?<!^[^|]{{{chars}}}\|)" for chars in BARRED)
    + r"|！(?!”$)"
    + "".join(f"(?<!^{'.' * chars}！)" for chars in EXCLAIMED)
    + r".|？(?!”$).|!.|\?.|….|https?:|www\."
    r"|，[^，]*[的和与是在对把被就都而并从向于将]$|表示，|称，|介绍，|强调，|认为，|说，|透露，|指出，"
)
# What a headline on a page of columns has none of.
NO_HEADLINE_MARK_RE = re.compile("[，。；、！？…]")
# A row: a wide gap, four numbers, six cells (稳增长 促改革 调结构 惠民生 防风险 is none), a price.
ROW_RE = re.compile(
    r"\s\s\s|\d(?: [-+]?\d[\d.,:%/]*){3}|(?:[ \u3000]{1,2}[^ \u3000]{1,20}){5}"
    r"|[ \u3000]{2}[\d.,:%/]+$"
)

# So many Han characters as a heading has.
SOME_HAN_RE = re.compile(rf"(?:[\u4e00-\u9fff][^\u4e00-\u9fff]*){{{MIN_HEADING_CHARS}}}")

# Each character set apart from the next: 荷 塘 边 的 老 屋, 要　闻.
SET_APART_RE = re.compile("[\u4e00-\u9fff](?:[ \u3000]{1,4}[\u4e00-\u9fff]){1,11}")

PAIRS = (("“", "”"), ("‘", "’"), ("《", "》"), ("（", "）"), ("【", "】"), ("「", "」"))
PAIRED_RE = re.compile("[“”‘’《》（）【】「」]")


def is_field(line: Line) -> bool:
    """Say whether a line may fill in a form, if its neighbour does: 客户：王平, 产品：水尺.

    Not what a site says of a text, under a title that may have a colon: 来源：…
    """
    text = line.text
    short = len(text) <= MAX_FIELD_CHARS and line.ending != END
    return short and FIELD_RE.match(text) is not None and not LABEL_RE.match(text)


def closed_up(line: Line) -> Line:
    """Return a line without the spaces between its characters, if they all have some.

    Not to be asked of lines that are still to be joined: in columns a line that was spread to its
    width looks so.
    """
    apart = line.text[1:2] in (" ", "\u3000") and SET_APART_RE.fullmatch(line.text)
    return line._replace(text="".join(line.text.split())) if apart else line


def is_heading(line: Line) -> bool:
    """Say whether a line has the shape of a heading."""
    text = line.text
    most = MAX_CLAUSES_EM if PAUSE_RE.search(text[: 2 * MAX_CLAUSES_EM]) else MAX_HEADING_EM
    if line.width > most or len(text) < MIN_HEADING_CHARS or line.opening in (NUMBER, TAIL):
        return False
    if text[0] + text[-1] in ("（）", "()") or LABEL_RE.match(text) or ENTRY_RE.match(text):
        return False
    if (named := NAMED_RE.fullmatch(text)) and names_line(named["names"].strip()):
        return False
    if text[-1] in "，、,：:" or (line.ending == END and text[-1] not in "！？!?"):
        return False
    return (
        SOME_HAN_RE.search(text) is not None
        and not NOT_IN_HEADING_RE.search(text)
        and not PHONE_RE.search(text)
        and not ROW_RE.search(text)
        and not dateline_end(text)
        and not works_at(text)
        and (
            not PAIRED_RE.search(text)
            or all(text.count(left) == text.count(right) for left, right in PAIRS)
        )
    )
