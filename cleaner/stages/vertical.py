"""The forms that marks have in vertical lines and in half of a column, in any other text.

Unicode has a second code for each, for round trips with old charsets: ︒ for 。, ﹁ for 「. A font
chooses the form by the direction of the line, so nobody needs them; an extractor gives them of
pages that were set vertically. Big5 has small forms (﹐﹑﹕), which keyboards gave by mistake, and
Japan's terminals had narrow ones (､｡｢). By none of them a sentence ends or a quotation begins.
"""

from collections.abc import Iterator

from cleaner import late as re
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

# Small forms of Big5, and Japan's narrow ones; ﹒ is a full stop behind Han, where a clause ends.
SMALL = "﹐﹑﹔﹕﹖﹗﹙﹚﹛﹜﹝﹞､｡｢｣"
LARGE = str.maketrans(SMALL, "，、；：？！（）｛｝〔〕、。「」")
SMALL_RE = re.compile(f"[{SMALL}]+|﹒(?<=[{HAN}”」）﹚].)(?=[{HAN}“「”」]|$)", re.MULTILINE)
SMALL_STOPS = (("﹐", "，"), ("﹑", "、"), ("﹒", "。"), ("､", "、"), ("｡", "。"))
SMALL_STOP_RE = re.compile(f"[﹐﹑﹒､｡](?<=[{HAN}」）﹚｣].)")


def vertical_mark(document: Document) -> Iterator[Edit]:
    """Write the marks of vertical lines as those of horizontal ones, in East Asian text.

    Where the commas and full stops of the text are such.
    """
    if _is_usual(document.text, STOP_RE, "，、。") and script_of(document) in CHINESE | {
        "ja",
        "mixed",
    }:
        for run in RUN_RE.finditer(document.text):
            yield Edit(run.start(), run[0], run[0].translate(HORIZONTAL))


def small_mark(document: Document) -> Iterator[Edit]:
    """Write the small and the narrow forms of marks (﹐﹑﹕ ､｡｢) as usual ones, in Chinese text.

    Where the commas and full stops of the text are such.
    """
    text = document.text
    others = "".join(large for small, large in SMALL_STOPS if small in text)
    if _is_usual(text, SMALL_STOP_RE, others) and script_of(document) in CHINESE:
        for run in SMALL_RE.finditer(text):
            new = "。" if run[0] == "﹒" else run[0].translate(LARGE)
            yield Edit(run.start(), run[0], new)


def _is_usual(text: str, stop: re.Pattern[str], others: str) -> bool:
    """Say whether the commas and full stops of a text are of one kind, and not such as these."""
    stops = sum(1 for _ in stop.finditer(text))
    return stops >= max(MIN_STOPS, sum(map(text.count, others)))


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

SMALL_MARK = Rewrite(
    small_mark,
    gate="﹐﹑﹒､｡",
    examples={
        "水尺立在閘下﹐每天讀數﹐早晚各一次﹒他說﹕﹙笑﹚不煩﹒": (
            "水尺立在閘下，每天讀數，早晚各一次。他說：（笑）不煩。"
        ),
        "水尺立在闸下､每天读数､早晚各一次｡他说:｢不烦｡｣": (
            "水尺立在闸下、每天读数、早晚各一次。他说:「不烦。」"
        ),
    },
    keeps=[
        "水尺立在閘下，每天讀數，早晚各一次。他說﹕不煩﹒",
        "小的標點有﹐﹑﹔三種，大的是，、；三種。",
        "水位ｶﾞ上がる､今日は雨｡明日も雨､明後日は晴れ｡",
        "第3﹒5節，﹐﹑。",
    ],
)
