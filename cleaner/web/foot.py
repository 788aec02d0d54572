"""Tell a page by what stands below the last sentence, where its head was cut off or says nothing.

What an extractor leaves is a headline, whole paragraphs and the first lines of the frame:

    外婆的井
    外婆的院子里有一口井，…
    我再也没有喝过那么甜的水。
    上一篇：老屋          a neighbour: nothing else than a site has it at the end of prose

Of 3,851 texts that are no pages (novels, manuals, laws, notices, reports) one has such a foot, a
chapter with its site's 下一章. Cut lines are a paper's or a book's: there nothing is looked for.
"""

from collections.abc import Sequence
from typing import NamedTuple

from cleaner import late as re
from cleaner.web import labels
from cleaner.web.composed import composed
from cleaner.web.ends import SITES
from cleaner.web.frame import is_sure

# Lines below the last sentence; of the text, a bound on time; characters of its paragraphs, how
# many, and the share that ends a sentence (of cut lines a third does). Chosen.
BELOW, LINES, LONG_CHARS, PARAGRAPHS, WHOLE_SHARE = 12, 300, 25, 2, 0.8
ENDS, LATIN_ENDS = tuple("。！？…”」』）】"), tuple('.!?"”’)')

# What shows a page alone; what does where two stand, one of them more than a word (关注 and 分享
# may be a poem's).
STRONG = SITES - {labels.SHARE} | {labels.FOOTER}
TOOLS = frozenset({labels.NAV, labels.NOTE, labels.SHARE})
WORD_RE = re.compile("[\u4e00-\u9fff]{1,3}")
FILED_RE = re.compile("ICP|公网安备|许可证")  # rights are any program's
# A sentence without one of these is no label; most texts end with such a one: 声明, 版权, 授权,
# 转载, 本站. All begin with one of a class, which is found fifteen times as fast as the words.
SITE_RE = re.compile(
    r"[【（(\[:：>»声聲版授转轉本](?:(?<=[【（(\[:：>»])|(?<=[声聲])明|(?<=[版授])[权權]"
    r"|(?<=[转轉])[载載]|(?<=本)[站网網文])"
)
SECONDS_RE = re.compile(r"\d\s\d\d:\d\d:\d\d")
# No title of a link, but what a text cites; the foot of a paper.
CITED_RE, PAPER_RE = re.compile(r"[\[《（(]|.*[.．]$"), re.compile("本报|热线|印刷|零售|邮发")


class Foot(NamedTuple):
    """Where what a site sets below a text begins, and whether that shows a page."""

    start: int
    shown: bool = False


def foot(lines: Sequence[str]) -> Foot:
    """Return what stands below the last sentence of a text of whole paragraphs; it may be nothing.

    Markdown has headings of such names.
    """
    none = Foot(len(lines))
    start = len(lines) - _below(lines)
    if start == len(lines) or not _is_prose(lines[:start]):
        return none
    below = lines[start:]
    marks = [_label(line) for line in below]
    if not any(marks):
        return none
    cited = any(not mark and CITED_RE.match(line) for line, mark in zip(below, marks, strict=True))
    if cited or any(map(PAPER_RE.search, below)):
        return none
    sites = [i for i, mark in enumerate(marks) if mark in STRONG or mark in TOOLS]
    tools = len(sites) > 1 and not all(WORD_RE.fullmatch(below[i]) for i in sites)
    if tools or any(mark in STRONG for mark in marks):
        return Foot(start + sites[0], shown=True)
    return none


def _below(lines: Sequence[str]) -> int:
    """Return how many lines stand below the last sentence; none where that is far above."""
    if len(lines) <= LINES:
        for number, line in enumerate(reversed(lines[-BELOW - 1 :])):
            sentence = line.endswith(ENDS) or is_sure(line, len(line))
            if sentence and not (SITE_RE.search(line) and _label(line)):
                return number
    return 0


def _label(line: str) -> str:
    """Return the label of a line at the foot: 【关闭】 is a button, 延伸阅读：某某 a heading's.

    A day with its seconds is a site's too, and a note with its address.
    """
    label = labels.label_of(line)
    name, _, said = line.partition("：")
    if said and (not label or label == labels.LINKS) and labels.site_label(name) == labels.LINKS:
        # 见附录二, 《水经注》: a book's own
        return "" if CITED_RE.match(said) or said.startswith(("见", "参见")) else labels.LINKS
    if label == labels.TAGS and "；" in line:
        return ""  # 关键词：水文；观测: an article's own
    if label == labels.FOOTER and not FILED_RE.search(line):
        return "" if labels.COPYRIGHT_RE.search(line) else labels.NAV  # 主办：…, 关于我们
    button = label in (labels.NAV, labels.SHARE, labels.NOTE) and line[0] in "[［【"
    stamp = label == labels.META and SECONDS_RE.search(line)
    addressed = label == labels.NOTE and any(name in line for name in labels.OWN_NAMES)
    made = not label and composed(line)
    return labels.PROMO if button or stamp or addressed or made else label


def _is_prose(text: Sequence[str]) -> bool:
    """Say whether the paragraphs of a text are whole, and none of its headings is Markdown's."""
    long = [line for line in text if len(line) >= LONG_CHARS]
    whole = sum(line.endswith(LATIN_ENDS if line.isascii() else ENDS) for line in long)
    marked = any(line.startswith(("# ", "## ")) for line in text)
    return len(long) >= PARAGRAPHS and whole >= WHOLE_SHARE * len(long) and not marked
