"""What the head and the foot of a newspaper's page are made of, when they come in pieces.

An extractor gives the head of a page as one line, `云岭晨报 2025年5月15日 星期四 要闻 第2版`, or
each piece as a line of its own, in any order: `要闻`, `03`, `2025年5月15日 星期四`. Here a line is
read piece by piece, and it is one of the page only if it holds nothing else: a date, a weekday, a
page, a paper's name, a section's, the registration of the paper, its price, who may be called.

Most pieces say nothing alone: a date opens a diary's day, `要闻` may be a heading, `03` a cell of
a table. They do together, so `page_lines` asks for a run of such lines, for pieces of more than
one kind in it, and for a date or a registration among them. A few say it alone (`is_page_line`).

At the top of a text or a page, where the rest of a head stands, a line may also hold a name that no
table knows, of the paper or its section: `水手周报`, `B07 本埠`.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from cleaner import late as re
from cleaner.kept import kept_of_short
from cleaner.layout import Line
from cleaner.paper.folding import folded
from cleaner.paper.headshape import DASHES
from cleaner.paper.pagepieces import (
    CALL,
    DATE,
    ENGLISH_RE,
    FACT,
    NAME,
    NUMBER,
    PAGE,
    PAPER,
    SCAN_RE,
    SECTION,
    SECTIONS,
    STAFF,
    UNKNOWN,
    WEEKDAY,
    pieces_of,
)
from cleaner.paper.press import credit_line, masthead, staff_line
from cleaner.paper.signs import HEAD, MASTHEAD, having
from cleaner.paper.signs import STAFF as STAFF_SIGN

# The longest such line is a date, a name, a section, a page and the staff; chosen, try 40 to 60.
MAX_CHARS = 48
# With the gaps between its pieces: a page is 200 characters wide at most.
MAX_GAPS_CHARS = 240
# A masthead by its shape; a line that comes back as a head or foot: longer ones are text. Chosen;
# try 20 to 40. Heads that count their pages, or come back.
MAX_MASTHEAD_CHARS, MAX_HEAD_CHARS, MIN_HEADS = 60, 30, 3
# Lines of a run in the middle of a page, where nothing else says that a page begins there.
MIN_RUN = 3
# Lines at the top of a page of which some hold names that no table knows; chosen, try 5 to 8.
MAX_TOP_LINES = 7

# Of a line: what its pieces are.
Kinds = tuple[str, ...]
# What is of the page without a date beside it, where the page has other marks: A03｜城事, 3 经济,
# 江城晚报·文体. Not a section's name alone: 要闻 may head what follows; nor a number, a cell.
COMPANIONS = frozenset(
    map(
        frozenset,
        ((FACT,), (PAPER,), (PAPER, SECTION), (NUMBER, SECTION), (PAGE, SECTION), (PAGE, PAPER)),
    )
)
# With the page's number, a whole head: 要闻 | 江城日报 | 2024年3月5日 | 02. Without the section it
# may be an article's source.
WHOLE = frozenset((SECTION, PAPER, DATE))
# What is in no piece: most lines of text have one of these.
NO_PIECE_RE = re.compile("[，。,]")
# Who may be called with news, texts and advertisements: only a paper's page says so.
PAPER_CALL_RE = re.compile(
    "(?:新[闻聞]|投稿|刊登|征订|[广廣]告|[发發]行|[报報爆]料|[订訂][阅閱]|投[递遞])(?:[热熱][线線]|[电電][话話]|[邮郵信]箱|[电電]子[邮郵信]箱)"
)

# The issue that a paper's name stands with: 2014年4月, 2014年第4期, 第31卷, 第482期.
ISSUE_RE = re.compile(
    r"(?:19|20)\d\d\s?年\s?第?\s?\d{1,4}\s?(?:[期号卷]|月(?:\s?\d{1,2}\s?日)?)"
    r"|第\s?(?:\d{1,3}\s?卷|\d{1,5}\s?期)"
)

# Lines without any of these signs open so: 星期三, 周三, 扫一扫.
OPENINGS = frozenset("周微扫星週")
# Every such line, masthead, line of the guide, or head with a number has one of these.
SIGN_RE = re.compile(f"[{HEAD}{MASTHEAD}{STAFF_SIGN}]")
DIGIT_RE = re.compile(r"\d")

# A line of the guide on a front page: 菜价连跌三周 →5版, 名师谈高考作文…8版, 老区新貌（见3版）,
# 社区食堂开张 ▶A10.
# Left: 见第3版 in a sentence. Without an arrow and 见 it may be a book, 现代汉语词典 第7版, and
# without 版 the way out of a station, 人民广场 → B2: these only below the guide's name.
GUIDE_RE = re.compile(
    r"[^。；]{4,36}?(?:\s?(?P<arrow>…{1,3}|\.{3,6}|·{3,6}|[→▶►▷]|>{2,3}|-{2,6})|\s)"
    r"\s?(?P<see>详?见)?第?\s?[A-Z]?\d{1,2}\s?版"
    r"|[^。；]{4,36}?\s?\((?P<at>详?见)?第?[A-Z]?\d{1,2}版\)"
    r"|[^。；]{4,36}?\s?[→▶►▷]\s?[A-Z]\d{1,2}"
)
SURE, MAYBE = "sure", "maybe"
# fmt: off
GUIDE_NAMES = frozenset((
    "今日导读", "今日導讀", "今日提要", "今日看点", "今日要目", "内容提要", "导航", "导读",
    "導讀", "新聞提要", "新闻提要", "本报导读", "要目", "要聞導讀", "要闻导读",
))
# fmt: on


@kept_of_short
def kinds_of(text: str) -> tuple[str, ...]:
    """Return the kinds of the pieces of a line of a page's head or foot; none for any other."""
    if not _is_short(text):
        return ()
    if staff_line(text):
        return (STAFF,)
    if ENGLISH_RE.fullmatch(text) or SCAN_RE.fullmatch(text):
        return (FACT,)
    kinds = () if NO_PIECE_RE.search(text) else pieces_of(text)
    return kinds if _is_sure(kinds) else ()


def _is_sure(kinds: Sequence[str]) -> bool:
    """Say whether the pieces of a line are those of a page by themselves.

    A name that has no form of its own stands between a date and a page, and only there.
    """
    unsure = sum(kind == UNKNOWN for kind in kinds)
    found = set(kinds)
    if found <= {NAME, UNKNOWN} or unsure > 1 + ({DATE, PAGE} <= found):
        return False
    return not unsure or bool({DATE, PAPER, NAME} & found and {PAGE, NUMBER} & found)


def is_page_line(text: str, kinds: Sequence[str]) -> bool:
    """Say whether a line is of a page's head or foot wherever it stands.

    It has a date with its weekday and the page or the staff; or it says where to call the paper;
    or it holds the paper's registration.
    """
    found = set(kinds)
    if {DATE, WEEKDAY} <= found and found & {PAGE, NUMBER, STAFF}:
        return True
    if found == {CALL}:
        return PAPER_CALL_RE.search(text) is not None
    return FACT in found and any(word in text for word in ("CN", "代号", "代號", "社址", "印刷"))


def guide_lines(lines: Sequence[Line]) -> Iterator[int]:
    """Yield the lines of the guide to the other pages, its name with them; two lines at least.

    Without its name one of them has an arrow or 见: a list of books has neither.
    """
    guides = [_guide(line.text) for line in lines]
    first = 0
    for is_guide, group in groupby(guides, key=bool):
        run = list(group)
        named = first > 0 and lines[first - 1].text.replace(" ", "") in GUIDE_NAMES
        if is_guide and (named or (len(run) > 1 and SURE in run)):
            yield from range(first - named, first + len(run))
        first += len(run)


def _guide(text: str) -> str:
    """Say whether a line may be one of a guide, and whether a sure one."""
    if not ("版" in text[-2:] or text[-1].isdigit()) or len(text) > MAX_CHARS:
        return ""
    found = GUIDE_RE.fullmatch(folded(text))
    return "" if not found else SURE if any(found.groups()) else MAYBE


def page_lines(lines: Sequence[Line], edges: Sequence[bool], known: Collection[int]) -> set[int]:
    """Return the lines of page heads and feet that come in pieces.

    `edges`: a page ends beside the line; `known`: lines that are heads or feet already. Lines with
    the staff are left to their stage.
    """
    signs = zip(lines, having(lines, HEAD), having(lines, STAFF_SIGN), strict=True)
    kinds = [kinds_of(one.text) if _may_be(one.text, a or b) else () for one, a, b in signs]
    runs = list(_runs(lines, kinds))
    # All that a head has, by itself: a reader of columns may put it anywhere. Several in a text
    # without pages say whence what stands above was cut out.
    alone = [at for at, end in runs if end == at + 1 and _has_all(kinds[at])]
    found = {*alone} if len(alone) == 1 or any(edges) else set[int]()
    cited = not any(edges) and _cite_issues(lines, kinds, runs)
    for first, end in runs:
        run = range(first, end)
        at_edge = first == 0 or any(edges[first:end])
        # What ends a text without pages may be its source: 水利学报 2014年4月 第31卷.
        if end == len(lines) and not at_edge:
            at_edge = bool(known) or any(edges) or not _cites(kinds[first:end])
        found |= _of_run(lines, kinds, run, edge=at_edge, cited=cited)
    if (found or known) and not cited:
        # A page that has a head or a foot by itself may have the rest of it anywhere.
        found.update(at for at, one in enumerate(kinds) if frozenset(one) in COMPANIONS)
    for top in (at for at in range(len(lines)) if not cited and (at == 0 or lines[at].page)):
        found.update(_top(lines, kinds, top))
    return {at for at in found if STAFF not in kinds[at] or not set(kinds[at]) <= {STAFF, CALL}}


def _of_run(
    lines: Sequence[Line], kinds: Sequence[Kinds], run: range, *, edge: bool, cited: bool
) -> set[int]:
    """Return the lines of a run that are of a head: all, or those that say so alone.

    `edge`: a page or the text ends beside it; `cited`: runs of this text are sources.
    """
    sure = {at for at in run if is_page_line(lines[at].text, kinds[at])}
    # A call for news stands by itself under an article, too: it says nothing of its neighbours.
    heads = any(kinds[at][0] != CALL for at in sure)
    here = {kind for at in run for kind in kinds[at]}
    heads = heads or (not cited and _heads_page(here, len(run), edge=edge))
    # One head has one date; several are the days of a list.
    dates = {lines[at].text for at in run if DATE in kinds[at]}
    return set(run) if heads and len(dates) <= 1 else sure


def _has_all(kinds: Kinds) -> bool:
    """Say whether a line has all that the head of a page has."""
    return WHOLE.issubset(kinds) and not {PAGE, NUMBER}.isdisjoint(kinds)


def _cites(kinds: Sequence[Kinds]) -> bool:
    return len(kinds) == 1 and PAPER in kinds[0] and {*kinds[0]} <= {PAPER, DATE, FACT}


def _top(lines: Sequence[Line], kinds: Sequence[Kinds], first: int) -> list[int]:
    """Return the lines of a head at the top of a page, with names that no table knows in it.

    The rest of it stands there: the date and the page, or the paper. Such a name is followed by a
    piece that is known; behind a head that is whole only by one that a headline never has below. It
    is the paper's, or has pieces above it, too: what stands above all of them is a title.
    """
    found: list[int] = []
    pieces: list[str] = []
    alone = False
    for at in range(first, min(first + MAX_TOP_LINES, len(lines))):
        own = kinds[at] or _unsure_kinds(lines[at].text)
        if not own or (at > first and lines[at].page):
            break
        below = kinds[at + 1] or _unsure_kinds(lines[at + 1].text) if at + 1 < len(lines) else ()
        sure = _is_sure(own)
        if not sure and not {PAGE, DATE} & set(own):
            known = set(below) - {CALL, UNKNOWN}
            titled = at == first and (own != (NAME,) or PAPER in known)
            if titled or not known or (_is_whole(pieces) and known <= {DATE, NUMBER, STAFF}):
                if own == (NAME,) and _is_paper(lines, at, pieces):
                    found.append(at)
                break
            alone = True
        found.append(at)
        pieces += own if sure else (kind for kind in own if kind != NUMBER)
    # A journal's name stands over a title or below it, without a weekday or a page.
    if alone and not {PAGE, WEEKDAY} & set(pieces):
        return []
    # Several days, several pages are a list's: A01 山水, A02 花鸟; a gate and a day a ticket's.
    printed = {PAPER, NAME, STAFF} & set(pieces) or any("版" in lines[at].text for at in found)
    once = pieces.count(DATE) <= 1 and pieces.count(PAGE) <= 1
    return found if printed and once and _is_whole(pieces) else []


def _is_paper(lines: Sequence[Line], at: int, pieces: Collection[str]) -> bool:
    """Say whether the last line of a head is its paper's name, with a headline below it.

    A headline in that place (我与校报) has its byline, its subtitle or its text below.
    """
    if not _is_whole(pieces) or {PAPER, NAME} & set(pieces) or at + 1 == len(lines):
        return False
    below = lines[at + 1].text
    headline = len(below) <= MAX_HEAD_CHARS and not below.startswith(DASHES)
    return headline and not (NO_PIECE_RE.search(below) or credit_line(below))


def _unsure_kinds(text: str) -> tuple[str, ...]:
    """Read a line of which some pieces are names of no known form."""
    if len(text) > MAX_MASTHEAD_CHARS or NO_PIECE_RE.search(text):
        return ()
    kinds = pieces_of(text)
    return kinds if sum(kind == UNKNOWN for kind in kinds) <= len((PAPER, SECTION)) else ()


def _is_whole(pieces: Collection[str]) -> bool:
    """Say whether pieces make the head of a page: its day with its page, or with the paper."""
    found = set(pieces)
    named = bool(found & {PAPER, NAME})
    if DATE not in found:
        return PAGE in found and named
    dated = WEEKDAY in found and bool(found & {NUMBER, SECTION})
    return PAGE in found or dated or (PAPER in found and bool(found & {WEEKDAY, FACT}))


def are_issues(texts: Iterable[str]) -> bool:
    """Say whether lines name more than one issue: what no page ends beside is a list of papers.

    The heads of a page, or of a text's pages, name one.
    """
    issues = {"".join(found[0].split()) for text in texts if (found := ISSUE_RE.search(text))}
    return len(issues) > 1


def _cite_issues(
    lines: Sequence[Line], kinds: Sequence[Kinds], runs: Sequence[tuple[int, int]]
) -> bool:
    """Say whether the papers' names in runs of pieces stand with more than one issue."""
    return are_issues(
        " ".join(lines[at].text for at in range(first, end))
        for first, end in runs
        if any(PAPER in kinds[at] for at in range(first, end))
        and not any(is_page_line(lines[at].text, kinds[at]) for at in range(first, end))
    )


def _is_short(text: str) -> bool:
    """Say whether a line is short enough; the gaps between its pieces may be as wide as a page."""
    return len(text) <= (2 * MAX_CHARS if text.isascii() else MAX_CHARS) or (
        len(text) <= MAX_GAPS_CHARS and len("".join(text.split())) <= MAX_CHARS
    )


# Of two pages, a left one and a right one, each head may have the number (pagecount.py).
MIN_NUMBERED = 2


def may_head_pages(lines: Sequence[Line]) -> bool:
    """Say whether any line may be a head or a foot, by what it holds or by coming back.

    In most texts none is: no page ends, no short line is a piece, a masthead or of the guide, none
    stands three times, and fewer than two have a number.
    """
    if any(line.page for line in lines):
        return True
    texts = [line.text for line in lines if len(line.text) <= MAX_GAPS_CHARS]
    signed: list[str] = []
    numbers = 0
    for text in texts:
        # Of those that come back but for their digits some have a comma, and lines of the guide.
        if len(text) > MAX_HEAD_CHARS and "版" not in text[-2:] and NO_PIECE_RE.search(text):
            continue
        if SIGN_RE.search(text) and (len(text) <= MAX_MASTHEAD_CHARS or _is_short(text)):
            signed.append(text)
            numbers += DIGIT_RE.search(text) is not None
        else:
            numbers += text[0].isdecimal() or text[-1].isdecimal()
        if numbers == MIN_NUMBERED:
            return True
    short = [text for text in texts if len(text) <= MAX_MASTHEAD_CHARS]
    if len(short) - len({*short}) > MIN_HEADS - 2:
        return True
    return any("版" in text[-2:] or masthead(text) or bool(kinds_of(text)) for text in signed)


def _may_be(text: str, sign: int) -> bool:
    if not _is_short(text):
        return False
    return (
        sign > 0
        or text.isascii()
        or text[0] in OPENINGS
        or text[-4:] == "公益广告"
        or text[:2] in SECTIONS
        or text.replace(" ", "") in SECTIONS
    )


def _runs(lines: Sequence[Line], kinds: Sequence[Kinds]) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines, [first, end), that hold pieces and nothing else.

    Of a run with two dates, what blank lines set apart: a notice with its day ends above the foot.
    """
    ends = [at for at, one in enumerate(kinds) if not one]
    for before, after in pairwise([-1, *ends, len(kinds)]):
        if after - before <= 1:
            continue
        run = range(before + 1, after)
        dated = sum(DATE in kinds[at] for at in run) > 1
        apart = [at for at in run[1:] if lines[at].blanks] if dated else []
        yield from pairwise([before + 1, *apart, after])


def _heads_page(found: set[str], size: int, *, edge: bool) -> bool:
    """Say whether pieces of these kinds head a page together."""
    if edge and (size > 1 or len(found) > 2):
        dated = DATE in found and bool(found & {PAGE, PAPER, SECTION, STAFF})
        dated = dated or {DATE, WEEKDAY, NUMBER} <= found
        named = PAPER in found and bool(found & {PAGE, SECTION, FACT})
        return dated or named or (STAFF in found and bool(found & {PAGE, SECTION, FACT}))
    signs = found & {DATE, PAGE, NUMBER, PAPER, SECTION, FACT, STAFF}
    return size >= MIN_RUN and DATE in found and len(signs) >= MIN_RUN
