"""Take off a text what says who printed it: datelines, bylines and stamps among its first lines.

The credit head at a text's start is no part of the fold (`fold.without_credit_head`). But most
reprints have a headline above it, and sites a line of day, source and editor of their own: two
texts alike but for these differ in numbers and names, as texts of one template do. So where the
decision is "another text" it is asked again of both without them. Not in the fold: there they are
a few shingles of many, and every signature that was ever stored would be another one.

A day alone stays, and so does what is called a time: two notices may differ in nothing else.
"""

from cleaner import late as re
from cleaner.dedup.fold import without_credit_head
from cleaner.paper.press import credit_line, dateline_end
from cleaner.web.labels import CREDIT, META, label_of

# Lines that a headline and what stands between it and the text take, and the longest of them: a
# longer one is the text. Chosen.
HEAD_LINES = 5
HEAD_CHARS = 60

# What a stamp has that the time of a meeting has not: a source, a person, or nothing but a day and
# a clock, with who printed it or that it was printed before, counts of readers behind. Takes
# 2021-07-01 10:27 来源：…, 新华网 2021年7月1日 10:27, 7月1日 编辑：…; leaves 2021年7月1日,
# 时间：2021-07-01 10:27, 考试日期：2021-07-01 9:00, 2021年7月1日 9:00 三楼会议室.
NAMED_RE = re.compile("[来來]源|作者|[编編][辑輯]|[记記]者")
CLOCK_RE = re.compile(
    r"\W*(?:\w{0,12}[网網报報社]|(?:[发發][布佈表]|更新)\w{0,4})?\W*"
    r"(?:19|20)\d\d\D{1,3}\d{1,2}\D{1,3}\d{1,2}\D{1,3}\d{1,2}[:：]\d\d(?:[:：]\d\d)?\W*"
    r"(?:(?:浏览|瀏覽|点击|點擊|阅读|閱讀|评论|評論|字号|字號|字体|字體).*)?"
)
# A dateline without a house, sure by its day and bracket: 包头8月11日电(记者张林虎)以…
PLACED_RE = re.compile(
    r"[\u4e00-\u9fff]{2,8}\d{1,2}月\d{1,2}日(?:[电電讯訊]|消息)\s?[（(][^（()）]{2,40}[）)]"
)
# Within so many characters a byline ends that opens a text: 晚报记者 李四 报道：…
BYLINE_CHARS = 30
COLON_RE = re.compile("[:：]")
TIME_RE = re.compile(r"\W*[时時][间間]")


def without_credits(text: str) -> str:
    r"""Return the text without what credits it in its first lines; the headline stays.

    >>> without_credits("市民中心启用\n2023-05-03 10:12 来源：晚报\n本报讯（记者李四）昨天上午，")
    '市民中心启用\n昨天上午，'
    """
    kept: list[str] = []
    rest = text
    for _ in range(HEAD_LINES):
        line, end, below = rest.partition("\n")
        body = _without_head(line.strip())
        if len(body) > HEAD_CHARS:
            return "".join((*kept, body, end, below))
        if not _is_credit(body):
            kept.append(body + end)
        rest = below
    return "".join((*kept, rest))


def _without_head(line: str) -> str:
    line = without_credit_head(line)
    line = line[dateline_end(line) :]
    placed = PLACED_RE.match(line)
    if placed:
        return line[placed.end() :]
    colon = COLON_RE.search(line, 0, BYLINE_CHARS)
    return line[colon.end() :] if colon and credit_line(line[: colon.start()]) else line


def _is_credit(line: str) -> bool:
    label = label_of(line) if line else ""
    if label == META:
        stamp = NAMED_RE.search(line) or CLOCK_RE.fullmatch(line)
        return stamp is not None and TIME_RE.match(line) is None
    return label == CREDIT
