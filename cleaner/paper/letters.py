"""Letters to the paper: what opens one below its headline, and who signs it below its text.

    洪水过后的渡口
    编辑同志：
    今年入夏以来，渡口的石阶……
    江城县柳园镇 王小雨

A salutation under a heading is a sign of a paper as a byline is. Who signs is told by what he calls
himself (市民, 一读者), or by where his line stands (`cleaner.paper.beside`).
"""

from cleaner import late as re
from cleaner.paper.persons import is_no_place, is_word
from cleaner.paper.press import names_line

# What opens a letter to the paper; above it stands the letter's headline. Leaves 责任编辑：.
SALUTATION_RE = re.compile(
    "(?:尊敬的|亲爱的)?(?:编辑|(?:《?[\u4e00-\u9fff]{2,6}》?)?编辑(?:部|部?的?(?:老师|先生|女士|同志们?)))[：:]"
)
MAX_SALUTATION_CHARS = 20

# Who signs a letter to the paper: 市民 赵平, 青山 一读者, 河口镇居民 李小兰.
WRITER = "(?:读者|市民|居民|村民|业主|家长|网友|听众)"
SIGNATURE_RE = re.compile(
    f"[\u4e00-\u9fff]{{0,6}}{WRITER}[ \u3000]"
    "([\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff])"
    f"|(?:[\u4e00-\u9fff]{{2,6}}[ \u3000])?一{WRITER}"
)
MAX_SIGNATURE_CHARS = 14

# A name with where its bearer is from or works: 江城县柳园镇 王小雨, 江城 县医院 王小雨.
FROM_RE = re.compile(
    "[\u4e00-\u9fff]{2,12}(?:[ \u3000][\u4e00-\u9fff]{2,12})?"
    "[ \u3000](?P<name>[\u4e00-\u9fff]{2,3})"
)
# A house in brackets, told by its last word, as notes are of any words: （医院工会）, （宣讯）; no
# （有改动）, （文中皆化名）, （谢绝转载）. With a name behind it, whatever it is called.
HOUSE_RE = re.compile(
    "[（(](?:[\u4e00-\u9fff]{1,7}"
    "(?:[厂院部处会校局委司社所馆站队团组室科台矿店乡镇村县市区讯]|中心)"
    "|[\u4e00-\u9fff]{2,12}(?:[ \u3000][\u4e00-\u9fff]{2,8})?"
    "[ \u3000、](?P<name>[\u4e00-\u9fff]{2,3}))[）)]"
)


def is_salutation(text: str) -> bool:
    """Say whether a line opens a letter to the paper: 编辑同志：."""
    short = text[-1] in "：:" and len(text) <= MAX_SALUTATION_CHARS
    return short and SALUTATION_RE.fullmatch(text) is not None


def is_signature(text: str) -> bool:
    """Say whether a text is the signature of a letter to the paper."""
    if len(text) > MAX_SIGNATURE_CHARS:
        return False
    sign = SIGNATURE_RE.fullmatch(text)
    return sign is not None and (sign[1] is None or names_line(sign[1]))


def may_sign(text: str) -> bool:
    """Say whether a line may be who wrote the text above it: names, with a place or a house."""
    named = FROM_RE.fullmatch(text)
    if text[0] in "（(":
        named = HOUSE_RE.fullmatch(text)
        if named and not named["name"]:
            return not is_word(text[1:-1])
    elif named and is_no_place(text, named.start("name") - 1):
        return False
    return names_line(named["name"] if named else text)
