"""The forms that marks have in vertical lines, in text that is read from left to right.

Unicode has a second code for each, for round trips with old charsets: ︒ for 。, ﹁ for 「. A font
chooses the form by the direction of the line, so nobody needs them; an extractor gives them of
pages that were set vertically. By them no sentence ends and no quotation begins.
"""

import re
from collections.abc import Iterator

from cleaner.chars.scripts import CHINESE, HAN, script_of
from cleaner.document import Document, Edit
from cleaner.stage import Rewrite

# Left out: ︰, leaders, lines and sesame dots, which are signs of their own.
VERTICAL = "︐︑︒︓︔︕︖︗︘︙︱︲︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈"
HORIZONTAL = str.maketrans(VERTICAL, "，、。：；！？〖〗…—–（）｛｝〔〕【】《》〈〉「」『』［］")
RUN_RE = re.compile(f"[{VERTICAL}]+")
# A comma or a full stop behind Han: where they are so many, and more than the others, the marks of
# the text are such. Faces (︶︿︶) and a quotation (﹁﹂) that a typist liked are not.
STOP_RE = re.compile(f"[︐︑︒](?<=[{HAN}﹂﹄︶︾].)")
MIN_STOPS = 3


def vertical_mark(document: Document) -> Iterator[Edit]:
    """Write the marks of vertical lines as those of horizontal ones, in East Asian text.

    Where the commas and full stops of the text are such.
    """
    text = document.text
    stops = sum(1 for _ in STOP_RE.finditer(text))
    if stops < max(MIN_STOPS, sum(map(text.count, "，、。"))):
        return
    if script_of(document) in CHINESE | {"ja", "mixed"}:
        for run in RUN_RE.finditer(text):
            yield Edit(run.start(), run[0], run[0].translate(HORIZONTAL))


# All cases are synthetic.
VERTICAL_MARK = Rewrite(
    vertical_mark,
    gate="︐︑︒",
    examples={
        "水尺立在閘下︐每天讀數︒他說︓﹁不煩︒﹂︵完︶": (
            "水尺立在閘下，每天讀數。他說：「不煩。」（完）"
        ),
    },
    keeps=[
        "他說﹁不煩﹂，大家都笑了︶︿︶",
        "直排的標點有︐︑︒三種，橫排的是，、。三種。",
        "句號寫作︒，逗號寫作︐。",
        "︐︑︒︓︔︕︖︗︘︙",
    ],
)
