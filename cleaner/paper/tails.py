"""Credits that are glued to the end of a paragraph: ……赴疆旅游。(河北日报记者刘冰洋)."""

from collections.abc import Iterator

from cleaner import late as re
from cleaner.document import Edit
from cleaner.layout import Line
from cleaner.paper.letters import is_signature
from cleaner.paper.names import writer
from cleaner.paper.persons import is_name, is_word
from cleaner.paper.press import CREDIT_CHARS, MARKS, ROLE_RE, credit_line, names_line, staff_line
from cleaner.paper.sources import bare_source, tail_source

# A bracket at the end of a paragraph behind the end of a sentence: 。(河北日报记者刘冰洋). The
# bracket holds no bracket and at most 60 characters, so the search is bounded.
TAIL_BRACKET_RE = re.compile(
    r"(?<=[。！？”…!?])\s*(?:(?:新华社|中新社)发\s?)?[(（\[［【〔]([^()（）\[\]［］【】]{4,60})[)）\]］】〕]$"
)

# The same with its mark at the end of any line, and those who helped: in a page whose columns ran
# into each other nothing else says where the line before it ends. ……受益最为明□本报记者 杨丽
TAIL_MARK_RE = re.compile(r"\s*([●■□◆◇▲]\s?[^。！？●■□◆◇▲]{5,40}|[(（]参与[^()（）。]{4,40}[)）])$")

# The same where recognition lost the mark, or made 口 of it: ……辽宁已经走口本报记者 陈力建. Leaves
# 接受本报记者 李明: there the reporter is part of the sentence.
TAIL_BYLINE_RE = re.compile(
    r"(?<![受诉对向由据请给与和访])[口囗圖]?\s*((?:本报|新华社)记者 [\u4e00-\u9fff ]{2,30})$"
)

# A picture credit behind the end of a caption, and who wrote behind the end of a text:
# 。 新华社记者 杨世尧 摄; 。李明摄影报道; 。 本报记者 王平 文/图.
TAIL_PICTURE_RE = re.compile(
    r"(?<=[。！？”」])\s*([^。！？”“」「\s][^。！？”“」「]{2,40}(?:[摄攝]|摄影报道|\s报道|文[/／]图|图[/／]文))$"
)

# These with what each of them has one of, in the order in which they are asked.
TAILS = (
    (TAIL_BRACKET_RE, ")）]］】〕"),
    (TAIL_MARK_RE, "●■□◆◇▲参"),
    (TAIL_PICTURE_RE, "摄攝图道"),
    (TAIL_BYLINE_RE, ("记者 ",)),
)

# The names or the source behind the last sentence, and nothing else in the bracket: 。（王小雨）
# Behind a paragraph that is a quotation they are whose words it was.
TAIL_NAMES_RE = re.compile(
    r"(?<=[。！？…”」])\s*(?:[(（【〔](?=.+[)）】〕]$)|(?=记者))([^()（）【】〔〕。，]{2,40})[)）】〕]?$"
)
# 王小华台北报导, 记者王小华／台北报导; without a bracket 记者王小华.
REPORTED_RE = re.compile(
    r"(?:本报)?(?:记者)?\s?(?P<name>[\u4e00-\u9fff]{2,3}?)[/／ ]?[\u4e00-\u9fff]{2,4}报[导道]"
    r"|(?:本报)?记者\s?(?P<bare>[\u4e00-\u9fff]{2,3})"
)
# A paragraph, not a verse or a caption. Chosen; try 30 to 60.
MIN_PARAGRAPH_CHARS = 40

# No credit at the end of a paragraph ends with one of these, and most paragraphs do; every one
# holds one of the words.
NO_TAIL_ENDS = frozenset("。！？")
TAIL_WORD_RE = re.compile(
    "记者|記者|通讯[员員]|通訊[员員]|摄|攝|电[)）]$|電[)）]$|讯[)）]$|訊[)）]$|发[)）]$|發[)）]$"
    "|编|編|撰|图|圖|文|报道$"
)
# A paragraph has at most a reporter and a house behind it; one more for luck. More are a list.
MAX_TAILS = 3

# Behind the name, from where: 记者王大明／台北报导, 记者王大明综合报导.
PLACED_RE = re.compile(r"(?:[/／\s][\u4e00-\u9fff]{2,6}|综合)(?:报导|报道)$")


def tail_edits(text: str, line: Line, *, alone: bool) -> Iterator[Edit]:
    """Lift the credits that are glued to the end of a paragraph, the last first.

    `alone`: names and sources without a role, too; the article ends here.
    """
    end = len(line.text)
    names = TAIL_NAMES_RE.search(line.text[-CREDIT_CHARS:]) if alone else None
    if (
        names
        and (end > MIN_PARAGRAPH_CHARS or names[1].startswith("作者") or _are_two(names[1]))
        and not (line.text[0] in "“「" and line.text[-len(names[0]) - 1] in "”」")
        and any(
            one(names[1]) for one in (names_line, tail_source, is_signature, writer, _is_placed)
        )
    ):
        start = line.end - len(names[0])
        yield Edit(start, text[start : line.end], "", field="credits")
        return
    tails: list[Edit] = []
    while tail := _tail_start(line.text[:end]):
        start = line.start + tail
        tails.append(Edit(start, text[start : line.start + end], "", field="credits"))
        end = tail
        if len(tails) > MAX_TAILS:
            return
    yield from tails


def _are_two(words: str) -> bool:
    """Say whether words are two names or more: a short last paragraph is not who speaks or sang."""
    return len(words.split()) > 1 and names_line(words)


def _is_placed(words: str) -> bool:
    """Say whether words are a reporter's name, with where the report was made or without."""
    found = REPORTED_RE.fullmatch(words)
    name: str = (found["bare"] or found["name"]) if found else ""
    return is_name(name) and not is_word(name)


def _tail_start(text: str) -> int:
    """Return where the credit at the end of a paragraph begins, 0 if it has none or is one."""
    if text[-1] in NO_TAIL_ENDS:
        return 0
    start = max(0, len(text) - CREDIT_CHARS - 4)
    part = text[start:]
    found = _last_credit(part) if TAIL_WORD_RE.search(part) else None
    return start + found.start() if found else 0


def _last_credit(part: str) -> re.Match[str] | None:
    """Return the credit at the end of a part of a line, with the space before it."""
    for pattern, signs in TAILS:
        # Most parts have none of the signs.
        found = pattern.search(part) if any(sign in part for sign in signs) else None
        # Names alone behind a mark may be ticked in a list: □王小雨.
        if found and credit_line(found[1]) and not names_line(found[1].lstrip(MARKS)):
            sure = pattern in (TAIL_BRACKET_RE, TAIL_PICTURE_RE) or is_sure(found[1])
            return found if sure else None
    return None


def is_sure(line: str) -> bool:
    """Say whether a credit line shows by itself that it is one: mark, bracket, house, place."""
    body = line.lstrip(MARKS)
    role = ROLE_RE.match(body)
    # Recognition made another sign of the mark before the house: 图 新华社记者 何晓.
    if any(house in body[:6] for house in ("本报", "新华社")) or bare_source(body):
        return True
    shown = body != line or line[:1] in "(（[［" or PLACED_RE.search(body) is not None
    return shown or role is None or bool(role[1]) or staff_line(line)
