"""The title of an office's document, which is set in rows: who speaks, and of what.

    江城市人民政府办公室                   the office
    关于印发江城市老旧小区                 what it does, to the end of the row
    改造实施方案的通知                     what the document is

    江城市人民政府办公室关于印发           or what it does to the end of this row,
    江城市老旧小区改造                     and the matter in a row of its own
    实施方案的通知

It ends in what the document is, and no other line stands above such an end: a row that opens with
关于 has the office above it, any other row the one with 关于 that it goes on.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.kept import kept_of_short

# What a document is, as its title ends with it; （试行）, (摘要), ①, [1] may follow.
KINDS = (
    "公[约告报]|公开信|决[定议]|制度|办法|协[定议]书?|合同书?|启事|命令|声明|备忘录|守则|实录|意见|批复"
    "|报告书?|指南|措施|方案|条例|章程|答复|纪要|纲要|细则|规[则定程范划]|讲[话稿]|计划|记录|说明书?|议程"
    "|议定书|试[卷题]|[判裁]决书|裁定书|调解书|讣告|请示|通[告报知]|须知|总结|建议|安排"
)
KIND_RE = re.compile(rf"[\u4e00-\u9fff》”](?:{KINDS})(?: ?[（(\[〔［][^（）()]{{1,8}}[）)\]〕］])?")
# What such a title ends with: a character of these words, or a bracket.
KIND_ENDS = frozenset(f"{KINDS}）)]〕］")
# What a document is stands in so many characters at the end of its title.
TAIL_CHARS = 20

# How the names of offices and houses end that issue documents and sign them.
OFFICE_ENDS = (
    "政府|人大|办公室|委员会|[常党团]委会|联席会议|小组|中心|协会|公司|集团|银行|大学|[中小]学|研究所"
    "|[局厅部委署院处校]"
)
# An office, or several that speak together.
OFFICE = rf"[\u4e00-\u9fff]{{2,24}}(?:{OFFICE_ENDS})"
OFFICE_RE = re.compile(rf"{OFFICE}(?:[ 、\u3000]+{OFFICE}){{0,8}}")
# What it does with a matter; and a row that tells it and does not end.
DOES = r"(?:关于|印发|转发|批转|公布|发布)"
OPENS_RE = re.compile(DOES)
# Bounded: a long line may have many of these words.
TELLS_RE = re.compile(rf"[^，。！？；：]{{0,60}}{DOES}[^，。！？；：]{{0,60}}(?<!、)")
DOES_END_RE = re.compile(rf"{DOES}$")
MATTER_RE = re.compile(r"[^，。！？；：]{2,40}")
MOST_ROWS = 3  # the office, what it does, what the document is


@kept_of_short
def names_kind(text: str) -> bool:
    """Say whether a line ends in what the document is, its letters set apart or not: 判 决 书."""
    pieces = text[-TAIL_CHARS:].split(" ")
    tail = "".join(pieces) if max(map(len, pieces)) == 1 else text[-TAIL_CHARS:]
    return tail[-1] in KIND_ENDS and any(
        found.end() == len(tail) for found in KIND_RE.finditer(tail)
    )


def first_row(rows: Sequence[str], last: int) -> int:
    """Return where the title that ends in a row begins: in this row, or in one above it."""
    if not names_kind(rows[last]):
        return last
    at = last
    if last and not OPENS_RE.match(rows[last]):
        at = last - 1
        # The row that tells it may end in what is done, and the matter fill a row of its own.
        if at and MATTER_RE.fullmatch(rows[at]) and DOES_END_RE.search(rows[at - 1]):
            at -= 1
        if not TELLS_RE.fullmatch(rows[at]) or names_kind(rows[at]):
            return last
    return at - bool(at and OPENS_RE.match(rows[at]) and OFFICE_RE.fullmatch(rows[at - 1]))


def rows_of_title(rows: Sequence[str]) -> int:
    """Return how many rows the title at the start of some rows has; 0 if it is none, or one row."""
    ends = (at for at, row in enumerate(rows[:MOST_ROWS]) if names_kind(row))
    last = next(ends, 0)
    return last + 1 if last and first_row(rows, last) == 0 else 0
