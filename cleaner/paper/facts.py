"""Lines that say something of a text and are neither its title nor of its prose.

    2019年5月6日 发布                 when, by whom
    （2015）江01民终10号              its number
    江城大学文学院，江城 430000        where its writer works
    作者：王小雨                      a label with what it is

`is_fact` asks of a whole line and is sure: such a line is no title. `may_be_fact` asks of a line
that stands where facts do, between a title and its text: a day somewhere in it will do.
"""

from cleaner import late as re
from cleaner.paper.labels import LABEL_RE
from cleaner.web import labels
from cleaner.web.passing import BYLINE_RE
from cleaner.web.stamps import STAMP_DAY_RE

DAY_RE = re.compile(
    r"(?:(?:19|20)\d\d|[一二〇○零九]{4})[年./-] ?[0-9一二三四五六七八九十]{1,2}[月./-]"
    r" ?(?:[0-9一二三四五六七八九十]{1,3}日?)?(?: ?(?:星期.|[上下]午.{0,6}))?"
)
SERIAL_RE = re.compile(
    r"[\u4e00-\u9fff]{0,10}[〔（(\[［](?:19|20)\d\d[〕）)\]］].{0,12}?第?\d{1,6} ?号|第[0-9]{1,4}号"
)
# Where a writer of a journal works: 南岭师范学院 教育技术系，湖南 南岭 425100.
AFFILIATION_RE = re.compile(
    r"[^。；]{0,30}(?:大学|学院|学校|研究[院所]|中心|医院|公司|[局院所])[^。；]{0,40}[0-9]{6}[）)]?"
)
# When and by whom a standard was issued.
ISSUED_RE = re.compile(r"[^，。；]{2,40}[ \u3000](?:发布|实施)")
FACT_RES = (DAY_RE, SERIAL_RE, AFFILIATION_RE, ISSUED_RE)
# A line that says itself that it is the title, as the first one of a file of a novel: 书名：长河.
# Leaves 题目：, which opens a task as well.
LABELLED_RE = re.compile(r"(?:书名|标题|篇名|题名)[：:][ \u3000]?(?=[^\s：:])")

MAX_FACT_CHARS = 40  # chosen


def is_fact(text: str) -> bool:
    """Say whether a whole line is a fact of a text, or fills in a label: it is no title."""
    labelled = LABEL_RE.match(text) is not None and LABELLED_RE.match(text) is None
    return labelled or any(one.fullmatch(text) for one in FACT_RES)


def may_be_fact(text: str) -> bool:
    """Say whether a line that stands between a title and its text may be a fact of it."""
    return len(text) <= MAX_FACT_CHARS and (
        STAMP_DAY_RE.search(text) is not None
        or labels.is_day(text)
        or labels.label_of(text) in (labels.META, labels.CREDIT)
        or BYLINE_RE.fullmatch(text) is not None
        or is_fact(text)
    )


def works_at(text: str) -> bool:
    """Say whether a line says where a journal's writer works."""
    return AFFILIATION_RE.fullmatch(text) is not None
