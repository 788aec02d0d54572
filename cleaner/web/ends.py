"""Tell a trimmed page by its two ends: a day under its headline, and a label of the site below.

A report in a paper, a diary, a letter has a day at its head, a paper's text may have 相关链接 at
its foot. Neither is proof of a page, both together are: what an extractor left is a headline, one
line of facts, the text and two or three lines of the frame.

    外婆的井
    老方 2022-10-04             a day, and a name: the stamp
    外婆的院子里有一口井，…
    【打印】 【关闭】           a button: the tail

Of 3,144 texts that are no pages (reports, letters, diaries, laws, minutes, novels) none has both.

The head alone is enough where a program wrote it. A day in digits with its hour or with words
beside it (2022-01-05 散文 东枫, 2020-11-27 0, 2021-03-02 电子周刊) under a headline is printed by a
site, also one alone above it: who writes a day by hand writes 2021年3月5日, or the day alone.
"""

from collections.abc import Sequence
from itertools import dropwhile

from cleaner import late as re
from cleaner.paper.official import OFFICE_ENDS
from cleaner.web import labels
from cleaner.web.frame import is_sure
from cleaner.web.stamps import DAY, MONTH

# Lines above the stamp (one of them the headline), between it and the text, and below the text to
# the first label; of one that may be a headline. Chosen: sites print up to four facts in lines of
# their own, and at most a few lines of a signature stand above the label.
ABOVE, BETWEEN, BELOW, HEAD_CHARS = 4, 8, 8, 60
MOST_BELOW = 300  # lines below the last sentence: a bound on time, as of what a frame tells
LABELS = 2  # below a text whose day stands above its headline; chosen
ENDS = ("。", "，", "：", "；")
SITE_CHARS = 12  # of a line that names the site

# A line that is a day and little else, of folded lines: 老方2022-10-04, 留言时间:2023-07-11,
# 14/06/2022-10:32, june14,2022. A law's （1998年7月3日国务院令第253号发布） is its own.
STAMP_RE = re.compile(
    rf"(?![(（].{{14}})[^。,!?;]{{0,16}}(?:{DAY}|\d{{1,2}}/\d{{1,2}}/(?:19|20)\d\d"
    rf"|{MONTH}\d{{1,2}},?(?:19|20)\d\d|\d{{1,2}}{MONTH}(?:19|20)\d\d)[^。,!?;]{{0,32}}"
)
# A day and nothing else, weekday and weather apart; labels for sharing that are enough below it.
BARE_RE = re.compile(rf"[\[(]?{DAY}[\])]?(?:星期.|周.)?[晴阴雨雪多云小中大雷阵风转到]{{0,6}}")
SHARES = 2
# Who signs a notice without a day.
SIGNER_RE = re.compile(rf"\S{{2,20}}(?:{OFFICE_ENDS})")

QUICK_RE = re.compile(r"(?:19|20)\d\d")

# A day in digits with an hour or words beside it, of folded lines: 2025.05.0940人收看; its groups
# are what stands round the day.
PRINTED_RE = re.compile(
    r"((?:日期|时间):?)?([^。,!?;:《》()]{0,16}?)(?:(?:19|20)\d\d([-/.])\d{1,2}\3\d{1,2}(?!\d\d)"
    r"|(?:19|20)\d\d年(?:0\d月\d\d|\d\d月0\d)日)"
    r"(\d{1,2}:\d\d(?::\d\d)?)?([^。,!?;]{0,32})"
)
# What stands beside a day that people or papers wrote: 星期四 第3版, 小雨, 第五次会议通过, 至…,
# 1.2.0, 初稿, 令第51号.
WRITTEN_RE = re.compile(
    r"星期|周[一二三四五六日]|[第\d].?[版期]|通过|施行|公布|修[订正]|批准|实施|[晴阴雨雪至~—]"
    r"|\d\.\d|^v\d|[稿作改写] ?$|令|\d号"
    # When and where somebody was: 晚 旅馆, 第三天, 于上海, 北京到上海, 大会堂; what a test was of.
    r"| (?:[早晚](?!报)|[上中下]午|凌晨|深?夜|第.{1,3}天|[于在])|到\w|会堂|会议室|样品"
)
# A name or a place, as people write behind a day: 上海, 李明.
NAME_RE = re.compile("[\u4e00-\u9fff]{2,3}")
COUNT_RE = re.compile(r"\d{1,7}")
FACT_RE = re.compile(r"[^\s:：]{1,4}[:：].")  # 地点：厂部; a label's own names are none
NAMES_OVER = 3  # lines of a headline and names between a day in the first line and the text
PRINTED_CHARS = 4  # of the headline above; chosen

# Labels that only a site sets below a text. Papers and notices have credits, sources, telephones.
SITES = frozenset(
    {
        labels.COMMENT,
        labels.LEGAL,
        labels.LINKS,
        labels.LOGIN,
        labels.NEXT,
        labels.PROMO,
        labels.SHARE,
        labels.TAGS,
    }
)


def stamp_of(lines: Sequence[str]) -> int:
    """Return where a line that is a day and little else stands between headline and text, or -1."""
    for i, line in enumerate(lines[: ABOVE + 1]):
        if i and is_stamp(line):
            below = lines[i + 1 : i + 1 + BETWEEN]
            return i if any(is_sure(text, len(text)) for text in below) else -1
        if len(line) > HEAD_CHARS or line.endswith(ENDS):
            return -1
    return -1


def day_above(lines: Sequence[str]) -> int:
    """Return where a day stands with the headline alone between it and the text, or -1."""
    first = next((i for i, line in enumerate(lines[: ABOVE + 2]) if is_sure(line, len(line))), 0)
    above = lines[first - 2] if first > 1 else ""
    return first - 2 if is_stamp(above) and not lines[first - 1].endswith(ENDS) else -1


def printed(lines: Sequence[str], marks: Sequence[str]) -> int:
    """Return where a day that a program printed stands above or under a headline, or -1.

    Of 3,851 texts that are no pages none has one. What a document's office signs is its own, so are
    the facts of minutes and letters.
    """
    at = 0 if lines and is_stamp(lines[0]) else stamp_of(lines)
    if at < 0:
        return -1
    first = next((i for i in range(at + 1, at + 1 + BETWEEN) if _is_body(lines, i)), 0)
    near = lines[at - 1] if at else lines[first - 1] if 1 < first <= NAMES_OVER else ""
    if len(near) < PRINTED_CHARS or near.isascii() or near.endswith((*ENDS, "？")):
        return -1
    found = PRINTED_RE.fullmatch(labels.fold(lines[at]))
    if not found or WRITTEN_RE.search(f"{found[2]} {found[5]}") or _has_facts(lines, marks, first):
        return -1
    # 老方 2022-10-04 may be signed by hand, 2022-10-04 老方 too; a day alone is a site's beside a
    # count or a label.
    beside = found[5] and not (SIGNER_RE.fullmatch(found[5]) or NAME_RE.fullmatch(found[5]))
    shown = at == 0 or found[1] or found[4] or beside or any(marks[:at])
    counted = any(COUNT_RE.fullmatch(line) for line in lines[at + 1 : first])
    return at if (shown or counted) and not _is_log(lines[at:]) else -1


def _is_body(lines: Sequence[str], i: int) -> bool:
    return i < len(lines) and is_sure(lines[i], len(lines[i]))


def _has_facts(lines: Sequence[str], marks: Sequence[str], first: int) -> bool:
    """Say whether a line above the text is a fact as minutes and letters have them: 地点：厂部."""
    return any(FACT_RE.match(lines[i]) and not marks[i] for i in range(first))


def is_stamp(line: str) -> bool:
    """Say whether a line is a day and little else."""
    if len(line) > HEAD_CHARS or not QUICK_RE.search(line):
        return False
    return STAMP_RE.fullmatch(labels.fold(line)) is not None


def _is_log(lines: Sequence[str]) -> bool:
    """Say whether lines from a stamp on have others: a log, a chat; not the day of a signature."""
    rest = dropwhile(is_stamp, lines)
    return any(is_stamp(line) and not labels.is_day(line) for line in rest)


def last_sentence(lines: Sequence[str], marks: Sequence[str]) -> int:
    """Return the last line that ends a sentence and is no label, or -1."""
    return next((i for i in range(len(lines) - 1, -1, -1) if _is_text(lines[i], marks[i])), -1)


def site_tail(lines: Sequence[str], marks: Sequence[str]) -> int:
    """Return where the first of the site's labels stands below the last sentence, or the end.

    No extractor leaves hundreds of lines of a frame.
    """
    last = last_sentence(lines, marks)
    if last < len(lines) - 1 - MOST_BELOW:
        return len(lines)
    for i in range(last + 1, min(last + 1 + BELOW, len(lines))):
        button = marks[i] == labels.NAV and lines[i][0] in "[［【"  # 【返回首页】
        if marks[i] in SITES or button or speaks_of_site(lines[i]):
            return i
    return len(lines)


def both(lines: Sequence[str], marks: Sequence[str]) -> tuple[int, int]:
    """Return where the stamp stands, or -1, and where the site's labels below the text begin.

    Below a diary's day (2021年3月5日 星期五 小雨) one 分享给… is no proof.
    """
    tail = site_tail(lines, marks)
    at = stamp_of(lines) if tail < len(lines) else -1
    if at < 0 and sum(mark in SITES for mark in marks[tail:]) >= LABELS:
        at = day_above(lines)
    if at >= 0 and _is_log(lines[at:tail]):
        return -1, tail
    if at > 0 and BARE_RE.fullmatch(labels.fold(lines[at])):
        shares = all(mark in ("", labels.SHARE) for mark in marks[tail:])
        at = -1 if shares and sum(mark != "" for mark in marks[tail:]) < SHARES else at
    return at, tail


def speaks_of_site(line: str) -> bool:
    """Say whether a short line names the site or the page: 赞助本站, 举报本页."""
    return len(line) <= SITE_CHARS and any(word in line for word in ("本站", "本页", "本網頁"))


def _is_text(line: str, mark: str) -> bool:
    return not mark and (is_sure(line, len(line)) or line.endswith(("。", "。”", "。）")))
