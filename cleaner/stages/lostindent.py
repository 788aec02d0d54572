"""Question marks that stand where a charset lost the indent of a paragraph.

A program that wrote a page in a charset without the ideographic space, or without the no-break
space, wrote question marks in their place: each paragraph begins with two or four of them.

    ????记者了解到，事故现场不远处是工程项目部。
    ????昨天，市政府组成两个检查组。

Two full-width spaces are put back: an indent is evidence for the layout, and goes with it.
"""

from collections import Counter
from collections.abc import Iterator

from cleaner import late as re
from cleaner.chars.scripts import HAN
from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

# A line that begins so. Group 1: the marks.
LOST_RE = re.compile(rf"^(\?\?(?:\?\?)?)(?=[{HAN}“《（0-9])", re.MULTILINE)
# A paragraph, not a line of a chat or a list of questions.
PARAGRAPH_RE = re.compile(rf"^.*[{HAN}].{{24,}}", re.MULTILINE)
# So many lines begin with the same marks, and this share of the paragraphs. Chosen.
MIN_LINES, MIN_SHARE = 3, 0.6
INDENT = "\N{IDEOGRAPHIC SPACE}" * 2


def lost_indent(document: Document) -> Iterator[Edit]:
    """Put the indent back where the paragraphs of a text begin with ?? or ????.

    Leaves lines that ask, and marks inside a line: nobody knows what stood there.
    """
    found = list(LOST_RE.finditer(document.text))
    if len(found) < MIN_LINES:
        return
    marks, count = Counter(match[1] for match in found).most_common(1)[0]
    paragraphs = sum(1 for _ in PARAGRAPH_RE.finditer(document.text))
    if count < max(MIN_LINES, MIN_SHARE * paragraphs):
        return
    for match in found:
        if match[1] == marks:
            yield Edit(match.start(), marks, INDENT)


# All cases are synthetic.
_TEXTS = (
    "水尺立在老闸的下游，每天早晚各读一次，读数写在一本蓝皮的本子里。",
    "看水的人换过四个，字迹各不相同，可是没有一天空着，连发大水的那一年也没有。",
    "去年县里装了自动的水位计，数字直接传到局里的屏幕上。",
)

LOST_INDENT = Rewrite(
    lost_indent,
    gate="?",
    examples={
        "水尺\n" + "\n".join(f"????{text}" for text in _TEXTS): (
            "水尺\n" + "\n".join(f"{INDENT}{text}" for text in _TEXTS)
        ),
        "\n".join(f"??{text}" for text in _TEXTS): "\n".join(f"{INDENT}{text}" for text in _TEXTS),
    },
    keeps=[
        "??真的吗\n不会吧\n??你再说一遍",
        f"??{_TEXTS[0]}\n{_TEXTS[1]}\n{_TEXTS[2]}",
        (
            f"??第一问\n{_TEXTS[0]}\n??第二问\n{_TEXTS[1]}\n??第三问\n{_TEXTS[2]}\n{_TEXTS[0]}\n{_TEXTS[1]}"
            f"\n{_TEXTS[2]}"
        ),
        "12. Qxf7?? Kxf7\n13. Ne5+ ?? 黑方失去了一车\n??这步棋不好",
        "a ?? b\nx ?? y\nfoo?.bar ?? 默认值",
    ],
)
