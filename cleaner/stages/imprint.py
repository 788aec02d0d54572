"""The line under a headline that says when and where an article appeared goes to metadata.

What a reader view or a scraper leaves of a page has no frame that the boilerplate rules could tell
it by: the headline, one line of facts, the text.

    汇聚起强大的力量
    2020-03-09 10:22:33  来源：学习时报  编辑：李四  阅读：1234次
    连日来，各地……

Such a line is read fact by fact: a day, a time of day, names that sites label their facts with
(`web.facts`) and what stands behind them; a rest makes it text. It is an imprint where it names
its source, or says two things that only sites print; one of its kind in the text, right under a
heading and over a paragraph. A day alone is a diary's, a notice's, a law's; 时间 and 地点 are a
meeting's.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from cleaner import late as re
from cleaner.chars.asread import as_read
from cleaner.chars.scripts import CHINESE, script_of
from cleaner.document import Document, Edit
from cleaner.layout import END, Line, read_lines
from cleaner.paper.headings import is_heading
from cleaner.stage import Rewrite
from cleaner.web.facts import META_NAMES
from cleaner.web.labels import fold

# Headline and subtitle stand above an imprint, which takes three lines at most. Chosen.
MAX_HEAD, MAX_IMPRINT = 2, 3
# An imprint; a paragraph under it. Chosen: sites print up to eight facts; try 90 to 150, 30 to 60.
IMPRINT_CHARS, MIN_PARAGRAPH_CHARS = 120, 40
# A name of a site or an office behind a label, and one without a label.
VALUE_CHARS, SOURCE_CHARS = 20, 12

# Names of days and times: notices and minutes have them too, so the day itself is what counts.
WEAK_NAMES = ("时间", "日期", "发布", "发表", "更新")
# Names of counts and of buttons, which only sites print.
SITE_NAMES = ("浏览", "点击", "阅读", "热度", "字号", "字体", "分享到", "点赞", "评论")
# Names that say by themselves where the text is from.
SOURCE_NAMES = frozenset(("来源", "文章来源", "新闻来源", "信息来源", "本文来源", "稿源", "转自"))

DAY = r"(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
STAMP_RE = re.compile(rf"({DAY})(?:星期.|周.)?(\d{{1,2}}:\d\d(?::\d\d)?)?")
# What may stand behind the facts, or at their end: buttons.
BUTTONS_RE = re.compile(r"^(?:打印|关闭|收藏|纠错|分享|[小中大][小中大]{0,2})+$")
SEPARATORS = "|/·()[]【】-"
# A name of a paper, a site or an office that no label stands before: 2019-09-07 13:43 新京报.
SITE_RE = re.compile(r"[^:,。;《》]{2,10}(?:网|报|社|台|新闻|在线|客户端|时报|周刊|发布|公众号)")
# No imprint has one of these.
PROSE_RE = re.compile(r"[。！？；，《》“”]")
# A fact has a day, or a name with a colon behind it.
GATE_RE = re.compile(rf"{DAY}|[\u4e00-\u9fff]\s?[:：|]")


class Facts(NamedTuple):
    """What a line says of where its article appeared."""

    day: bool = False
    time: bool = False
    names: frozenset[str] = frozenset()

    def and_of(self, other: "Facts") -> "Facts":
        """Return what two lines say together."""
        return Facts(self.day or other.day, self.time or other.time, self.names | other.names)

    @property
    def tell(self) -> bool:
        """Whether only an imprint says so much."""
        strong = {name for name in self.names if not name.endswith(WEAK_NAMES)}
        if strong & SOURCE_NAMES:
            return True
        if strong:
            return len(strong) + self.day >= 2
        return self.day and self.time and self.names.isdisjoint(WEAK_NAMES[:2])


def imprint(document: Document) -> Iterator[Edit]:
    """Lift the line of day, source and counts between a headline and its text.

    Leaves a day alone, the heads of minutes, notices and letters, and text with several such
    lines: a chat, a list of posts.
    """
    text = document.text
    if document.was_cleaned or "web" in document.meta or not _may_have_facts(text):
        return
    if script_of(document) not in CHINESE | {"mixed"}:
        return
    lines = read_lines(text)
    found = _place(lines)
    if found is None or any(_tells(line) for line in lines[found[1] :]):
        return
    for line in lines[found[0] : found[1]]:
        end = text.find("\n", line.end) + 1
        yield Edit(line.start, text[line.start : end], "", field="source_line")


def _may_have_facts(text: str) -> bool:
    """Say whether a line near the head of a text may be nothing but facts."""
    end = text.find("\n", 4 * IMPRINT_CHARS)
    head = text if end < 0 else text[:end]
    return any(not PROSE_RE.search(raw) and GATE_RE.search(raw) for raw in head.split("\n"))


def _place(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Return [first, end) of the lines of the imprint; None where there is none."""
    for first in range(1, min(MAX_HEAD + 1, len(lines))):
        end, facts = first, Facts()
        while end < min(first + MAX_IMPRINT, len(lines)):
            said = facts_of(lines[end].text)
            if said is None:
                break
            end, facts = end + 1, facts.and_of(said)
        if facts.tell:
            if not all(map(is_heading, lines[:first])):
                return None
            below = lines[end : end + 2]
            prose = any(one.ending == END and len(one.text) >= MIN_PARAGRAPH_CHARS for one in below)
            return (first, end) if prose else None
    return None


def _tells(line: Line) -> bool:
    facts = facts_of(line.text)
    return facts is not None and facts.tell


def facts_of(line: str) -> Facts | None:
    """Return the facts of a line that is nothing but facts, else None. Bounded time."""
    if len(line) > IMPRINT_CHARS or PROSE_RE.search(line) or not GATE_RE.search(line):
        return None
    folded = fold(line).strip("【】[]()|")
    named = list(_names().finditer(folded))
    starts = [found.start() for found in named]
    day, time, rest = _stamp(folded[: starts[0] if starts else len(folded)])
    if rest and not (len(rest) <= SOURCE_CHARS and (day or time) and SITE_RE.fullmatch(rest)):
        return None
    names = set()
    for found, end in zip(named, [*starts[1:], len(folded)], strict=False):
        one, other, value = _stamp(folded[found.end() : end])
        day, time = day or one, time or other
        if len(value) > VALUE_CHARS or ":" in value:
            return None
        names.add(found[0].rstrip(":|"))
    return Facts(day, time, frozenset(names)) if day or time or names else None


def _stamp(part: str) -> tuple[bool, bool, str]:
    """Say whether a part has a day, and a time of day behind it; return what is left of it."""
    found = STAMP_RE.search(part)
    rest = part[: found.start()] + part[found.end() :] if found else part
    rest = BUTTONS_RE.sub("", rest.strip(SEPARATORS))
    return found is not None, found is not None and bool(found[2]), rest.strip(SEPARATORS)


@cache
def _names() -> re.Pattern[str]:
    """Return the labels of facts, in folded text, the longest first."""
    named = sorted({fold(name) for name in META_NAMES} | {*WEAK_NAMES}, key=lambda n: (-len(n), n))
    counts = "|".join(SITE_NAMES)
    return re.compile(rf"(?:{'|'.join(named)})[:|]|(?:{counts})(?:次数|数|量)?(?:[:|]|(?=\(?\d))")


# Synthetic, as all below.
_HEAD = "冬枣丰收，合作社开了网店"
_TEXT = (
    "进入十月，柳园镇的冬枣陆续成熟。合作社今年新开了网店，由三名返乡的年轻人打理，"
    "半个月卖出去四千多箱。"
)

IMPRINT = Rewrite(
    imprint,
    shown=as_read,
    examples={
        f"{_HEAD}\n\n{line}\n\n{_TEXT}": f"{_HEAD}\n\n\n{_TEXT}"
        for line in (
            "2020-10-09  来源: 柳园晨报 作者:",
            "2020-10-09 10:22:33  来源：柳园晨报  编辑：李四  阅读：1234次",
            "发布者：张三发布时间：2020-10-09浏览次数：12",
            "【来源：柳园晨报】",
            "2020年10月09日 10:15　柳园新闻网",
            "來源：柳園晨報　2020/10/09",
        )
    }
    | {
        # Below a subtitle, and on several lines.
        f"{_HEAD}\n——柳园镇见闻\n2020-10-09\n来源：柳园晨报\n字号：大 中 小\n{_TEXT}": (
            f"{_HEAD}\n——柳园镇见闻\n{_TEXT}"
        ),
    },
    keeps=(
        # A day alone, a meeting, a notice; who wrote a poem and where a story is told.
        f"{_HEAD}\n2020年10月9日\n{_TEXT}",
        f"{_HEAD}\n发布日期：2020年10月9日\n{_TEXT}",
        f"合作社理事会会议纪要\n时间：2020年10月9日 9:00\n{_TEXT}",
        f"合作社理事会会议纪要\n时间：2020年10月9日 地点：二楼会议室\n{_TEXT}",
        f"古文二则\n来源：《柳园县志》\n{_TEXT}",
        # A chat, posts: several such lines.
        f"张三 2020-10-09 10:22\n{_TEXT}",
        f"{_HEAD}\n来源：柳园晨报\n{_TEXT}\n来源：青石晚报\n{_TEXT}",
        # No headline above it, no text below it.
        f"{_TEXT}\n来源：柳园晨报\n{_TEXT}",
        f"{_HEAD}\n来源：柳园晨报\n柳园镇\n青石镇",
        # A sentence.
        f"{_HEAD}\n2020-10-09 10:22，消息的来源：柳园晨报证实了此事。\n{_TEXT}",
        # An interview.
        f"{_HEAD}\n编辑：冬枣卖得怎么样？\n{_TEXT}",
    ),
)
