"""Headlines that stood upright on the page: a character a line.

A paper sets a headline from top to bottom beside its columns. A reader of scans gives each of its
characters as a line:

    水                             水库加固工程开工
    库
    加
    ...

Lines of one character are also cells (男 | 女), days of the week, lists (甲 | 乙), couplets and
verse. What tells the headline: the page's own lines are broken where they were full, as those of
columns are; its characters stand between blank lines, few return, they make words as running text
does; and no run beside it is as long, which makes a couplet.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.chars.common import are_prose
from cleaner.chars.places import LINE_RE
from cleaner.chars.scripts import CHINESE, HAN, HAN_RE, script_of
from cleaner.document import Document, Edit
from cleaner.lexicon import cuts_word_at, is_broken
from cleaner.stage import Rewrite

# A headline has so many characters, and at most so many; a shorter run may be a list that the word
# list has as an idiom (东西南北中), a longer one is upright prose.
MIN_CHARS, MAX_CHARS = 6, 32
# Two lines of one character: the gate, which is quick as it begins with the line break.
LONE_RE = re.compile(f"\n[{HAN}]\n\n?\\S\n")
# Behind a blank line or the text's start, before a blank line or a line of text; with a blank line
# between all or none. The marks are those of headlines: what parts or ends sentences is of verse
# and prose.
FIRST = f"[{HAN}《“‘「『【]"
OTHER = f"[{HAN}0-9A-Za-z：、—·！？%％《》“”‘’「」『』【】]"
RUN_RE = re.compile(
    f"(?:(?<=\n\n)|\\A){FIRST}(\n\n?){OTHER}(?:\\1{OTHER}){{{MIN_CHARS - 2},{MAX_CHARS - 2}}}"
    "(?=\n\n|\n[^\n]{6}|\n?\\Z)"
)
BREAKS_RE = re.compile("\n+")
# What may stand between the two lines of a couplet.
MAX_BETWEEN = 3
# Of its Han characters so many are different ones (男女男女男女 has two).
MIN_DIFFERENT = 0.7
# Least share of breaks that cut a word: running text has .4 to .5, lists of characters .1.
MIN_CUT = 0.25
# The page's lines have so many Han characters; so many are asked whether the page broke them. What
# stands upright is a small part of the page.
MIN_HAN, MAX_LINES = 6, 400
MAX_SHARE = 0.25


def upright_headline(document: Document) -> Iterator[Edit]:
    """Join the characters of a headline that stood upright, a line each, on a page of columns.

    Leaves cells, days, lists, couplets and verse; and all of a text whose lines no page broke.
    """
    text = document.text
    if not LONE_RE.search(text):
        return
    runs = list(RUN_RE.finditer(text))
    if sum(len(run[0]) for run in runs) > MAX_SHARE * len(text):
        return
    heads = [run for at, run in enumerate(runs) if not _is_couplet(runs, at) and _is_said(run[0])]
    if not heads or script_of(document) not in CHINESE:
        return
    lines = [line for line in LINE_RE.findall(text) if len(HAN_RE.findall(line)) >= MIN_HAN]
    if is_broken(lines[:MAX_LINES]):
        for run in heads:
            for breaks in BREAKS_RE.finditer(run[0]):
                yield Edit(run.start() + breaks.start(), breaks[0], "")


def _is_couplet(runs: Sequence[re.Match[str]], at: int) -> bool:
    """Say whether the run next above or below is as long."""
    return any(
        len(one[0]) == len(other[0]) and other.start() - one.end() <= MAX_BETWEEN
        for one, other in pairwise(runs[max(0, at - 1) : at + 2])
    )


def _is_said(run: str) -> bool:
    """Say whether the characters are those of running text, and make words."""
    line = run.replace("\n", "")
    han = HAN_RE.findall(line)
    if len(set(han)) < MIN_DIFFERENT * len(han) or not are_prose(han):
        return False
    cuts = sum(cuts_word_at(line, at) for at in range(1, len(line)))
    return cuts >= MIN_CUT * (len(line) - 1)


# Synthetic.
_HEAD = "水库加固工程今天开工"
_UPRIGHT = "\n".join(_HEAD)
_COLUMN = (
    "水库的大坝去年查出险情，今\n年入冬前开始加固。县水利局介\n绍，工程分三期进行，预计明年\n"
    "汛期之前全部完工。施工单位昨\n天已经进场，附近的居民昨天告\n诉记者，大坝建成四十年来，还\n"
    "是第一次这样大修。"
)

UPRIGHT_HEADLINE = Rewrite(
    upright_headline,
    once=True,
    gate="\n",
    examples={
        f"{_UPRIGHT}\n\n{_COLUMN}": f"{_HEAD}\n\n{_COLUMN}",
        f"{_COLUMN}\n\n{_UPRIGHT}\n\n{_COLUMN}": f"{_COLUMN}\n\n{_HEAD}\n\n{_COLUMN}",
        f"{_UPRIGHT}\n{_COLUMN}": f"{_HEAD}\n{_COLUMN}",
        "\n\n".join((*_HEAD, _COLUMN)): f"{_HEAD}\n\n{_COLUMN}",
    },
    keeps=[
        # lines that no page broke
        f"{_UPRIGHT}\n\n水库的大坝去年查出险情。\n\n今年入冬前开始加固。\n\n工程分三期进行。",
        # days, stems, cells, surnames, a scale
        f"一\n二\n三\n四\n五\n六\n日\n\n{_COLUMN}",
        f"甲\n乙\n丙\n丁\n戊\n己\n庚\n\n{_COLUMN}",
        f"男\n女\n男\n女\n男\n女\n男\n女\n\n{_COLUMN}",
        f"赵\n钱\n孙\n李\n周\n吴\n郑\n王\n\n{_COLUMN}",
        f"{_COLUMN}\n\n目\n\n录\n\n{_COLUMN}",
        # a couplet, and verse
        f"春\n风\n化\n雨\n千\n山\n绿\n\n政\n策\n惠\n民\n万\n象\n新\n\n{_COLUMN}",
        f"我\n们\n走\n在\n大\n路\n上\n，\n意\n气\n风\n发\n\n{_COLUMN}",
    ],
)
