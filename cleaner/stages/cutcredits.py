"""Credits that the end of a line cut in two, put together before anything else is made of them.

A byline runs over in a narrow column, `●本报记者 杜琪红 汪勇 | 洋`, and so does the bracket that
closes an article, `……吃上热饭。（记者汪雪 | 通讯员赵春文）`. The half that has the role or house
is a credit by itself, so the stages after would lift it and leave the other in the text. Here the
lines are joined where they make one credit and the next line by itself makes none.
"""

from collections.abc import Iterator, Sequence

from cleaner import late as re
from cleaner.chars.asread import as_read
from cleaner.chars.scripts import CHINESE, script_of
from cleaner.document import Document, Edit
from cleaner.layout import END, Line, read_lines
from cleaner.paper.persons import SURNAMES, is_name
from cleaner.paper.press import (
    CREDIT_CHARS,
    MAX_NAME_CHARS,
    credit_line,
    names_line,
)
from cleaner.paper.sources import tail_source
from cleaner.stage import Rewrite

# A credit that a line's end cuts is open there: （本报记者 李立 赵强 | 摄影报道）
OPEN_BRACKET_RE = re.compile(r"(?:^|(?<=[。！？”…」]))\s*([(（][^()（）。，]{0,40})$")
CLOSED_RE = re.compile(r"([^()（）。，]{1,40})[)）]$")
# Lines of such a credit; of a byline that has the writers' names one below the other.
MAX_CREDIT_LINES, MAX_BYLINE_LINES = 3, 4
# The rest of a byline in the next line is short.
MAX_REST_CHARS = 12

# Every byline that a line's end cuts holds one of these; the end of a bracket is a bracket.
WRITER_RE = re.compile("记者|記者|通讯员|通訊員")
CLOSING = frozenset("）)")

# Before the next role stands a space.
ROLE_OPENS_RE = re.compile("通讯员|通訊員|记者|記者|实习生")

# What stands between two names, and round them.
GAP_RE = re.compile(r"[\s、]+")
NAME_PARTS_RE = re.compile(r"[\s、()（）]+|(?<=记者)|(?<=通讯员)|(?<=摄影)|(?<=报道)")


def wrapped_credit(document: Document) -> Iterator[Edit]:
    """Join a credit that the end of a line cut: （本报记者 李立 赵强 | 摄影报道）.

    Stands before the lines are joined: the half that has the role would be a credit by itself.
    Leaves a bracket that holds anything else, and lines that are credits each.
    """
    lines = read_lines(document.text)
    short = [line.text if len(line.text) <= CREDIT_CHARS else "" for line in lines]
    written = [text != "" and WRITER_RE.search(text) is not None for text in short]
    closed = [text[-1:] in CLOSING for text in short]
    if not (True in written or True in closed):
        return
    if script_of(document) not in CHINESE | {"mixed"}:
        return
    after = 0
    for at in range(len(lines)):
        if at < after or not (written[at] or True in closed[at + 1 : at + MAX_CREDIT_LINES]):
            continue
        gaps = _open_bracket(lines, at) or (_open_byline(lines, at) if written[at] else ())
        for before, gap in enumerate(gaps, at):
            start, end = lines[before].end, lines[before + 1].start
            yield Edit(start, document.text[start:end], gap)
        after = at + len(gaps) + 1


def _open_bracket(lines: Sequence[Line], at: int) -> tuple[str, ...]:
    """Return what to put at the line breaks of a credit in brackets that begins in a line."""
    part = lines[at].text[-CREDIT_CHARS:]
    opened = OPEN_BRACKET_RE.search(part) if "（" in part or "(" in part else None
    if not opened:
        return ()
    forms: list[tuple[str, tuple[str, ...]]] = [(opened[1], ())]
    for line in lines[at + 1 : at + MAX_CREDIT_LINES]:
        if len(line.text) > CREDIT_CHARS or line.page:
            return ()
        spaced = ROLE_OPENS_RE.match(line.text) or _names_meet(forms[0][0], line.text)
        joints = (" ", "") if spaced else ("", " ")
        forms = [(form + gap + line.text, (*gaps, gap)) for form, gaps in forms for gap in joints]
        if CLOSED_RE.fullmatch(line.text):
            return next((gaps for form, gaps in forms if _closes(form)), ())
        if not set("（）()。，").isdisjoint(line.text):
            return ()
    return ()


def _names_meet(left: str, right: str) -> bool:
    """Say whether a name ends before a line break and another begins behind it: 张明 | 李大勇）."""
    last, first = NAME_PARTS_RE.split(left)[-1], NAME_PARTS_RE.split(right)[0]
    return first[:1] in SURNAMES and is_name(last) and is_name(first)


def _closes(form: str) -> bool:
    """Say whether a form in brackets is a credit, names or a source."""
    return credit_line(form) or names_line(form) or tail_source(form[1:-1])


def _open_byline(lines: Sequence[Line], at: int) -> tuple[str, ...]:
    """Return what to put at the line breaks of a byline, by its writers, whose names run over."""
    byline = lines[at].text
    gaps: tuple[str, ...] = ()
    # With a bracket in it, it may be a dateline: a paragraph, which the decode puts together.
    if "(" in byline or "（" in byline or not credit_line(byline):
        return ()
    for line in lines[at + 1 : at + MAX_BYLINE_LINES]:
        rest = line.text
        if len(rest) > MAX_REST_CHARS or line.ending == END or line.page or credit_line(rest):
            break
        gap = _names_run_on(byline, rest)
        if gap is None:
            break
        byline, gaps = byline + gap + rest, (*gaps, gap)
    return gaps


def _names_run_on(byline: str, rest: str) -> str | None:
    """Return what joins a byline and the line after it, if that holds the rest of its names."""
    words = GAP_RE.split(rest)
    cut = byline[-MAX_NAME_CHARS:] + words[0]
    if len(words[0]) == 1 and words[0] != "文":
        # 汪勇 | 洋: the name before has two characters, the role is not counted.
        whole = cut[-MAX_NAME_CHARS:]
        others = words[1:]
        if names_line(whole) and (not others or credit_line(f"本报记者 {' '.join(others)}")):
            return ""
    goes_on = len(words) > 1 and names_line(words[0]) and credit_line(f"本报记者 {rest}")
    return " " if goes_on or names_line(rest) else None


WRAPPED_CREDIT = Rewrite(
    wrapped_credit,
    gate="\n",
    once=True,
    shown=as_read,
    examples={
        # Synthetic, as are all below.
        "走几步路就能吃上热饭。\n（本报记者 王小雨 摄影\n报道）\n\n河道清淤": (
            "走几步路就能吃上热饭。\n（本报记者 王小雨 摄影报道）\n\n河道清淤"
        ),
        "就能吃上热饭。（记者汪雪\n通讯员赵春文）": "就能吃上热饭。（记者汪雪 通讯员赵春文）",
        "社区食堂开进小区\n●本报记者 杜琪红 汪勇\n洋\n中午，队伍排到了门口。": (
            "社区食堂开进小区\n●本报记者 杜琪红 汪勇洋\n中午，队伍排到了门口。"
        ),
        # two names, of which the break is the space
        "热饭。（张明远\n李大勇）": "热饭。（张明远 李大勇）",
        "热饭。（记者张明\n李大勇）": "热饭。（记者张明 李大勇）",
        "热饭。（张明\n远 李大勇）": "热饭。（张明远 李大勇）",
        "■本报记者 常勇\n\n沈杰晨\n\n中午，队伍排到了门口。": (
            "■本报记者 常勇 沈杰晨\n\n中午，队伍排到了门口。"
        ),
    },
    keeps=[
        "他见到了许多人。（记者注：当时\n在场的有二十人）",
        "本报记者 李明\n方法\n先看后写。",
        "本报记者 李明\n本报记者 王平",
        "出席的有三位。（其中一位\n是记者）",
        "记者：李明\n王平：你好。",
        "（一）会议\n（二）报告",
        "本报讯（记者秦勇\n海 通讯员李伟强）今天，大会召开。",
    ],
)
