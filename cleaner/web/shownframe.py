"""Tell texts that have the labels of pages, and no frame: they show one, or are records.

A tutorial shows what stands round an article, a manual has a button's name over what it does; a
chat has a name and a time over each message.
"""

from collections.abc import Collection, Sequence

from cleaner import late as re
from cleaner.web import labels
from cleaner.web.frame import is_sure
from cleaner.web.rows import TEASER_CHARS, dotted

# So many stamps, and such a share of the lines, head messages: of chats .3 to .5. Chosen.
MIN_STAMPS, STAMP_SHARE = 4, 0.15
FIRST, LAST, CHAT_SHARE = 3, 0.75, 0.3
# Who wrote and when, without a day: 阿梅 8:02.
HOUR_RE = re.compile(r"[^\s\d:：]{1,12}\s{1,2}\d{1,2}:\d{2}(?::\d{2})?")
HOUR_CHARS = 22  # of the longest
# A clause that speaks of the lines below it: 导航栏的文字要短，常见的有：; a sentence below all.
QUOTING_RE = re.compile("，[^，。：:]{2,20}[：:]$")
SAYING_RE = re.compile("[\u4e00-\u9fff，、“”《》]{12,}。")
# Labels with a sentence right below, each alone: so many, and such a share of all. Of 1,300 pages
# none has both, a manual that tells of buttons has 1.0. Characters of the sentence. Chosen.
SUBHEADS, SUBHEAD_SHARE, SENTENCE_CHARS = 3, 0.7, 12
FACTS = frozenset({labels.CREDIT, labels.META})  # these stand right above a page's text, too
# What people say in a chat, evidence elsewhere.
SAID = frozenset(
    {
        labels.COMMENT,
        labels.LOGIN,
        labels.META,
        labels.NAV,
        labels.NEXT,
        labels.NOTE,
        labels.SHARE,
        "frame",
    }
)


def is_shown(lines: Sequence[str], marks: Sequence[str]) -> bool:
    """Say whether all labels stand between paragraphs: a text that shows a frame, and has none.

    Of 640 pages none has a paragraph above the first label and below the last. A clause may stand
    for the first, which ends in a colon, a short sentence for the last.
    """
    places = range(len(lines))
    first = next((i for i in places if _is_labelled(lines[i], marks[i])), 0)
    sure = [i for i, line in enumerate(lines) if is_sure(line, len(line))] if first else []
    if not sure or not (sure[0] < first or QUOTING_RE.search(lines[first - 1])):
        return False
    last = next(i for i in reversed(places) if _is_labelled(lines[i], marks[i]))
    return last < sure[-1] or any(map(SAYING_RE.fullmatch, lines[last + 1 :]))


def are_subheads(lines: Sequence[str], marks: Sequence[str]) -> bool:
    """Say whether nearly every label stands alone above a sentence: the text tells what it names.

    On a page labels stand in rows, and its paragraphs too. Posts have one and the same below each.
    """
    places = range(1, len(lines) - 1)
    told = {
        lines[i]
        for i in places
        if marks[i] and marks[i] not in FACTS and not marks[i - 1] and _is_told(lines, marks, i + 1)
    }
    return SUBHEADS <= len(told) >= SUBHEAD_SHARE * (len(marks) - marks.count(""))


def _is_told(lines: Sequence[str], marks: Sequence[str], i: int) -> bool:
    line = lines[i]
    return not marks[i] and len(line) >= SENTENCE_CHARS and line.endswith(("。", "！", "？", "；"))


def _is_labelled(line: str, mark: str) -> bool:
    cut = len(line) < TEASER_CHARS and dotted(line)
    # no mark, where it is long
    footer = not (mark or cut) and labels.FOOTER_STRONG_RE.search(line[: labels.LONG_CHARS])
    return bool(mark or cut or footer)


def skips_shown(marks: Sequence[str], told: int) -> list[int]:
    """Return the links past the navigation below the first sentence, `told`: of what tells of them.

    跳转至： 导航、 搜索 stands above all text of a page.
    """
    return [i for i in range(told + 1, len(marks)) if marks[i] == labels.SKIP]


def are_records(lines: Sequence[str], marks: Sequence[str], found: Collection[str]) -> bool:
    """Say whether stamps come back all through a text: they head its records, messages of a chat.

    A page has one or two; where it has comments, it has other evidence (`found`). In a chat people
    say 分享 and 收藏 too: that counts as nothing where its first lines have a stamp.
    """
    stamps = [
        i
        for i, (line, mark) in enumerate(zip(lines, marks, strict=True))
        if mark == labels.META or (len(line) <= HOUR_CHARS and HOUR_RE.fullmatch(line))
    ]
    if len(stamps) < MIN_STAMPS or len(stamps) < STAMP_SHARE * len(lines):
        return False
    # Facts of an office stand above its text alone.
    through = stamps[0] < FIRST and stamps[-1] >= LAST * len(lines)
    if through and len(stamps) >= CHAT_SHARE * len(lines):
        return set(found) <= SAID
    return set(found) == {labels.META}
