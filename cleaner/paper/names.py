"""Lines that hold names and nothing else: who wrote the article above, or the one below.

Alone they prove nothing, a list of guests looks so. Under a headline they are its byline, and in
brackets under a text of a paper they end it.
"""

from cleaner import late as re
from cleaner.layout import CLOSE, COLON, DIGIT, HAN, LATIN, Line
from cleaner.lexicon import NAME, cuts_word, kind_of
from cleaner.paper.folding import folded
from cleaner.paper.letters import is_signature
from cleaner.paper.persons import SURNAMES, is_name, is_no_word, is_person, is_word
from cleaner.paper.press import (
    BREAK_RE,
    MARKS,
    MAX_NAME_CHARS,
    ROLE_RE,
    closing_credit,
    credit_line,
    is_placed,
    names_line,
)
from cleaner.paper.sources import tail_source

# The number of the house that a writer is of: 赵明 1，高慧 2.
AFFILIATION_RE = re.compile(r" ?[0-9](?=$|[,，、\s])")
# Longer than any name of `names_line`: most lines of text have one, and are no names.
LONG_WORD_RE = re.compile(rf"[\u4e00-\u9fff]{{{MAX_NAME_CHARS + 1}}}")

# One name: 鲍家麟, 舒 月; and what one is: 农技员 贺永年, 县委书记 郑志远.
MAX_LONE_CHARS, MAX_POST_CHARS = 5, 26
# Or of what house: 选煤厂 靳安平, 07级中文 苗青禾, 高二（6）班 殷实. No post has
# 的: 我心中的诗人 李白.
POST_RE = re.compile(
    r"(?![各每]位|[\u4e00-\u9fff]{0,17}的)(?:[\u4e00-\u9fff]{1,18}(?:书记|主任|代表|[员长师者授家生士人监民友])"
    r"|[\u4e00-\u9fff]{1,10}(?:公司|集团|中心|银行|[中小大]学|[厂矿局院校系社所站队部委办会馆科室])"
    r"|(?:[\u4e00-\u9fff]{1,8}[院系班])?[0-9]{2,4}[级届][\u4e00-\u9fff]{0,8}"
    r"|[\u4e00-\u9fff]{0,10}[（(]?[0-9一二三四五六七八九十]{1,4}[）)]?班"
    r"|[\u4e00-\u9fff]{2,8}(?:记者团|通讯社|文学社))[ \u3000]+"
    r"(?P<name>[\u4e00-\u9fff \u3000]{2,5})"
)
# What a writer did, whatever it is called, behind a bar: 采写｜王平, 整理/王平 李立. With a colon
# it may be a form's.
DID_RE = re.compile(
    r"(?:[\u4e00-\u9fff]{1,6} ?[|｜丨∣/／] ?|[Bb]y )"
    r"(?P<names>[\u4e00-\u9fff]{2,3}(?:[ 、\u3000][\u4e00-\u9fff]{2,3}){0,2})"
)
BARS = "|｜丨∣/／y"
# Of two characters or three, set apart: no rest of a heading.
SPACED_RE = re.compile("[\u4e00-\u9fff](?:[ \u3000]{1,2}[\u4e00-\u9fff]){1,2}")
# Under a title and its writer stands a paragraph, not the next row of a list. Chosen.
MIN_BELOW_EM = 10

# ○王平, 沧江 左立进, ◆ 王平（石桥）.
NAMED_RE = re.compile(
    r"(?:[○◇◆■●□◎☆] ?|[\u4e00-\u9fff]{2,4}[ \u3000])?"
    r"(?P<name>[\u4e00-\u9fff]{2,3}|[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff])"
    r"(?: ?[（(](?:[\u4e00-\u9fff]{2,6}|[0-9]{2,4}[级届][\u4e00-\u9fff]{0,6})[）)])?"
)
# 记者 水清: with its role a name of two needs no surname, but is no word: 记者 探访; 记者 走基层.
ROLE_NAME_RE = re.compile(
    "(?:实习|见习|特约|学生)?(?:记者|通讯员)[ \u3000](?P<name>[\u4e00-\u9fff]{2})"
)
# Behind a name: （1983届）, （文学院2017级）.
CLASS_RE = re.compile("[（(][\u4e00-\u9fff]{0,8}[0-9]{2,4}[级届][\u4e00-\u9fff]{0,6}[）)]$")

# At a paragraph's end: （张三 李四）, （记者 张三）, （本报综合）. Not a picture's: （张三 摄）.
SIGN_RE = re.compile("[（(][^（()）。，]{2,30}[）)]$")
SIGN_CHARS = 34
REPORT_RE = re.compile(r"[。！？”]\s*([^。！？”“]{2,24}(?:\s报道|文[/／]图))$")
REPORT_ENDS = "道图"
SIGNS = (names_line, closing_credit, credit_line, tail_source)
PICTURE = "摄影图"  # （张三 摄）


def is_byline(above: str, text: str) -> bool:
    """Say whether a line is names as they stand under a title: 王小雨 李立, 赵明 1，高慧 2.

    Not one name: the rest of a heading looks so, 新设备助力春 | 季田管. Not the rest of a credit.
    """
    if LONG_WORD_RE.search(text):
        return False
    names = AFFILIATION_RE.sub("", text).strip()
    if not (BREAK_RE.search(folded(names)) and names_line(names)):
        return False
    return ROLE_RE.match(above.lstrip(MARKS)) is None


def is_lone_byline(above: Line, line: Line, below: Line | None) -> bool:
    """Say whether a line is one writer's name under a title, over a paragraph: 鲍家麟.

    The rest of a heading looks so: 新设备助力春 | 季田管. It cuts a word, or goes on from one: of
    21 such lines under headings of 500 pages 14 were names, and 7 rests that all did.
    """
    text = line.text
    if len(text) > MAX_POST_CHARS or below is None:
        return False
    # Short is also who a speech is addressed to.
    if below.ending != COLON and below.width < max(MIN_BELOW_EM, line.width):
        return False
    name = writer(text)
    if above.ending not in {CLOSE, DIGIT, HAN, LATIN} or len(above.text) < len(name):
        return False
    return name != "" and (SPACED_RE.fullmatch(name) is not None or not cuts_word(above.text, text))


def is_writers(text: str) -> bool:
    """Say whether a line is the names of who wrote the text below: 石门 毛涵, （北河） 汤飞."""
    if len(text) > MAX_POST_CHARS or text[-1] in "。！？":
        return False
    return names_line(text) or is_placed(text)


def writer(text: str) -> str:
    """Return the name in a line that holds one name, with what its bearer is or without."""
    text = CLASS_RE.sub("", text.lstrip(MARKS + " "))
    if (role := ROLE_NAME_RE.fullmatch(text)) and not is_word(role["name"]):
        return role["name"]
    if did := DID_RE.fullmatch(text) if any(bar in text for bar in BARS) else None:
        return did["names"] if names_line(did["names"]) else ""
    post = _posted(text)
    name: str = post["name"] if post else text
    if post and is_name(name) and kind_of(name, 0, len(name)) == NAME:
        return name  # the word list knows it: 中国京剧院副院长 刘长瑜
    if len(name) > MAX_LONE_CHARS:
        return ""
    closed = "".join(name.split()) if SPACED_RE.fullmatch(name) else name
    return name if names_line(name) or names_line(closed) else ""


def signs_alone(text: str) -> bool:
    """Say whether a line is who signs the text above it, with what he is: 退休工人 柏福生."""
    return is_signature(text) or (_posted(text) is not None and writer(text) != "")


def _posted(text: str) -> re.Match[str] | None:
    return POST_RE.fullmatch(text) if MAX_LONE_CHARS < len(text) <= MAX_POST_CHARS else None


def names_one(text: str) -> bool:
    """Say whether a line is a name with a mark, or with where its bearer is from: 沧江 左立进.

    Behind a mark it may be a word that is a name as well: ●田野.
    """
    named = NAMED_RE.fullmatch(text)
    name = "".join(named["name"].split()) if named else ""
    if not is_name(name):
        return False
    return is_no_word(name, apart=name not in text) or (text[0] in MARKS and is_person(name))


def is_apart(text: str) -> bool:
    """Say whether a line is two characters with a space between, of which a name may be made."""
    return (
        len(text.split()) == len("王平") and bool(SPACED_RE.fullmatch(text)) and text[0] in SURNAMES
    )


def signs_off(line: Line) -> bool:
    """Say whether a paragraph ends in its writer's name or its source: …。（张三 李四）.

    Or without brackets: …。本报记者 张三 报道.
    """
    if line.text[-1] in REPORT_ENDS:
        report = REPORT_RE.search(line.text[-SIGN_CHARS:])
        return report is not None and credit_line(report[1])
    if line.ending != CLOSE or line.text[-2:-1] in PICTURE:
        return False
    sign = SIGN_RE.search(line.text[-SIGN_CHARS:])
    return sign is not None and (any(one(sign[0]) for one in SIGNS) or is_signature(sign[0][1:-1]))


def names_in_brackets(line: Line) -> bool:
    """Say whether a line is names in brackets, as under an article: （吕涵 卢洋）."""
    return line.text[0] + line.text[-1] in ("（）", "()") and names_line(line.text)
