"""What a line looks like: its width as printed, its indent, how it starts and how it ends.

Nothing here decides. `read_lines` gives the non-blank lines of a text with what several stages
ask of them: furniture, boilerplate, paragraphs and articles all judge lines, and must see the
same ones. Offsets are code points of the text as it stands.

A width is in em, the side of the square that a Han character fills: Han, kana, Hangul and
full-width forms 1, ASCII and accented Latin .5. Curly quotes “ ” ‘ ’ are 1 em in a Chinese font
and half an em where the typesetter took them from a Latin one, in one document as a rule the
same throughout; so a line keeps both: `width` counts them as 1, `narrow` as .5. A straight quote
beside Han is such a one made straight, in a text that has no curly ones. Half-width marks
beside Han (, : ; ! ? and brackets) are .5 em where a text was typed so; where an extractor made
them of full-width ones they filled 1 em on the page. That is 1 where more lines have the same
widths by it (cleaner/widths.py). So are full-width letters and digits .5 where a program widened
them.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from itertools import pairwise
from typing import Any, NamedTuple, TypeVar

from cleaner import late as re
from cleaner.document import Span
from cleaner.gates import Gates
from cleaner.widths import agree_better, come_nearer

# How a line ends. The class says what the last character promises: that the sentence is over,
# that it goes on, or nothing. A closing quote or bracket after an end mark does not hide it.
END = "end"  # 。！？…; . ! ? after a Latin letter; the marks of Arabic, Urdu and Hindi
COMMA = "comma"  # ，、
COLON = "colon"  # ：；
CLOSE = "close"  # ”）》 with no end mark before
HAN = "han"
LATIN = "latin"
DIGIT = "digit"
OTHER = "other"

# How a line starts.
BULLET = "bullet"
NUMBER = "number"  # 一、 （一） 第一条 1. ①
TAIL = "tail"  # a mark that cannot open a line: ，。”）
PLAIN = ""

CLOSERS = "”’）)》〉」』】〕]］\"'"
END_MARKS = "。！？…!?｡．؟۔।॥"

ENDINGS = {
    **dict.fromkeys(END_MARKS, END),
    **dict.fromkeys("，、,､", COMMA),
    **dict.fromkeys("：；:;", COLON),
    **dict.fromkeys(CLOSERS, CLOSE),
}

# A sign that opens a list item. The middle dot and the dashes are left out: · stands in names,
# and —— opens a subtitle or a speech.
BULLETS = "■□●○◆◇▲△▶►★☆※•◦▪▫❖➢➤✓"
# These open an item only before a space: `* x`, `- x`; `*` alone marks a footnote. `^ [1]`, `^[1]`
# is the way back from a footnote to its place.
ASCII_BULLETS = "*+o^-"
BULLET_GAPS = (frozenset({" ", "\t"}), frozenset({" ", "["}))

# Marks that cannot open a line.
TAILS = "，。、；：！？”’）》」』】,;!?)"

# An item's number at the start of a line: 一、 （一） (1) 1. 1、 1） ① 第一条 第三章, and a choice:
# B. 以上都对; not 1.5 nor 10月, nor 1.2.3 of a version, nor A. Smith.
ITEM_NUMBER_RE = re.compile(
    r"[一二三四五六七八九十百]{1,4}、"
    r"|[（(](?:[一二三四五六七八九十百]{1,4}|[0-9]{1,3}|[a-z])[）)]"
    r"|第[一二三四五六七八九十百零〇0-9]{1,7}[条章节款编部篇]"
    r"|[0-9]{1,3}(?:[、）)．]|\.(?![0-9]))"
    r"|[①-⑳㈠-㈩⑴-⒇]"
    r"|[A-H][.．、] ?(?=[\u4e00-\u9fff])"
)

# A footnote's mark after the last word: 。[1] 。[^2] 。[3][4] 。〔5〕 。⑥; how the line ends shows.
NOTE_MARK_RE = re.compile(r"(?:\[\^?[0-9]{1,3}\]|〔[0-9]{1,3}〕|[①-⑳])+$")
NOTE_ENDS = frozenset("])〕").union(map(chr, range(0x2460, 0x2474)))

# What can stand first in a line that is not plain; most lines begin with none of these.
OPENERS = frozenset(
    BULLETS + ASCII_BULLETS + TAILS + "0123456789（(第一二三四五六七八九十百ABCDEFGH"
).union(map(chr, (*range(0x2460, 0x2474), *range(0x3220, 0x322A), *range(0x2474, 0x2488))))

# The no-break space, letters of other alphabets, half-width kana: rare, so looked for once a text.
NARROW = "\xa0\u00c0-\u06ff\u1e00-\u1fff\uff61-\uff9f"
NARROW_RE = re.compile(f"[{NARROW}]")

# A half-width mark beside Han or a curly quote, or behind a straight one that is beside Han:
# full-width as printed, or typed so.
HALF_MARKS = ",:;!?()"
HALF_MARK_RE = re.compile(
    f"[{HALF_MARKS}](?:(?<=[\u4e00-\u9fff”’》)][,:;!?()])|(?=[\u4e00-\u9fff“‘《(])"
    '|(?<=[\u4e00-\u9fff。！？…]"[,:;!?()]))'
)
# Full-width letters and digits: half as wide on the page where a program widened them.
WIDE_LETTERS = "０-９Ａ-Ｚａ-ｚ"
WIDE_LETTER_RE = re.compile(f"[{WIDE_LETTERS}]")
# A straight quote beside Han, a full-width mark, or a half-width one that is beside Han.
STRAIGHT_QUOTE_RE = re.compile(
    '"(?:(?<=[\u3001-\u9fff\uff00-\uffef]")|(?=[\u3001-\u9fff\uff00-\uffef])'
    '|(?<=[\u4e00-\u9fff][,.:;!?)]"))'
)
# So many lines with such characters can tell.
MIN_MARKED = 10
# What is widened where that makes widths agree, and by how much; one look asks for all characters.
MEASURES = (
    ("wide", HALF_MARKS, HALF_MARK_RE, 0.5),
    ("slim", WIDE_LETTERS, WIDE_LETTER_RE, -0.5),
)
SIGNS = Gates((NARROW, HALF_MARKS, WIDE_LETTERS))
FEW_CHARS = 400

# A paragraph of nothing but a zero-width space, as some editors write one: a blank line to all that
# asks where a line stands.
SPACER = "\u200b"

# A tab before text is as wide as four spaces.
TAB_EM = 2.0


# Of larger texts than these the lines of one are kept, else of two. A line takes 250 bytes besides
# its text, so two of the others take 200 MB at most; a document of 10 MB in lines of a column's
# width is one. One that is larger is kept as long as it is worked on, and until the next such.
KEPT_CHARS, KEPT_LINES = 5_000_000, 300_000


class Line(NamedTuple):
    """One non-blank line. [start, end) covers `text`, the line without the space round it."""

    start: int
    end: int
    text: str
    indent: float  # em of the white space before it
    width: float  # em, curly quotes 1, straight ones beside Han too
    narrow: float  # em, quotes .5
    blanks: int  # blank lines before it
    page: bool  # a form feed stands between it and the line before
    space: bool  # white space stands after it, before the line break
    ending: str
    opening: str


class Lines(tuple[Line, ...]):  # noqa: SLOT001  a tuple has none
    """The lines of a text, with what was worked out from them (`kept_with_lines`).

    Hashed by identity: a tuple's hash goes over all its lines each time. `source`: the text;
    `wide`: its half-width marks filled 1 em on the page; `slim`: its full-width letters and digits
    half an em; `straight`: its quotes were curly there.
    """

    __hash__ = object.__hash__

    def __init__(self, _: Sequence[Line] = ()) -> None:
        self.known: dict[Callable[..., Any], Any] = {}
        self.source = ""
        self.wide = self.slim = self.straight = False

    def replaced(self, lines: Sequence[Line]) -> "Lines":
        """Return other lines of the same text, of which nothing is worked out yet."""
        found = Lines(lines)
        found.source, found.straight = self.source, self.straight
        found.wide, found.slim = self.wide, self.slim
        return found


Found = TypeVar("Found")


def kept_with_lines(
    question: Callable[[Sequence[Line]], Found],
) -> Callable[[Sequence[Line]], Found]:
    """Let a function of lines be worked out once for the lines of a text: several stages ask.

    What it returns is kept as long as the lines are, and nobody may change it.
    """

    @wraps(question)
    def ask(lines: Sequence[Line]) -> Found:
        if not isinstance(lines, Lines):
            return question(lines)
        if question not in lines.known:
            lines.known[question] = question(lines)
        found: Found = lines.known[question]
        return found

    return ask


def display_width(text: str) -> float:
    """Return the width in em: ASCII and accented Latin .5, everything else 1."""
    if text.isascii():
        return 0.5 * len(text)
    return len(text) - 0.5 * (len(text.encode("ascii", "ignore")) + len(NARROW_RE.findall(text)))


def indent_width(space: str) -> float:
    """Return the width in em of the white space before a line."""
    return display_width(space) + (TAB_EM - 0.5) * space.count("\t")


def is_han(char: str) -> bool:
    """Say whether a character is Han; 々 and 〇 are."""
    return "㐀" <= char <= "鿿" or char in "々〇" or "\U00020000" <= char <= "\U000323af"


def ending_of(text: str) -> str:
    """Return the class of a line's end; `text` is stripped and not empty."""
    last = text[-1]
    if "一" <= last <= "鿿":
        return HAN
    if last in NOTE_ENDS and (note := NOTE_MARK_RE.search(text, max(len(text) - 12, 1))):
        text = text[: note.start()]
        last = text[-1]
    if last in "*_" and (bare := text.rstrip("*_")):
        # **是这样吗？**: emphasis does not hide that a sentence is over.
        return END if ending_of(bare) == END else OTHER
    found = ENDINGS.get(last)
    if found == CLOSE:
        bare = text[-4:].rstrip(CLOSERS)
        return END if bare and _ends(bare) else CLOSE
    if found is None and last == ".":
        found = END if _ends(text) else OTHER
    return found or _letter_class(last)


def _ends(text: str) -> bool:
    """Say whether the last character ends a sentence: a full stop after a digit numbers.

    Dots are an ellipsis as typists write it.
    """
    if text[-1] != ".":
        return text[-1] in END_MARKS
    return len(text) > 1 and (text[-2].isalpha() or text[-2] in CLOSERS or text[-2] == ".")


def _letter_class(char: str) -> str:
    if char.isdigit():
        return DIGIT
    if is_han(char):
        return HAN
    return LATIN if char.isalpha() else OTHER


def opening_of(text: str) -> str:
    """Return the class of a line's start; `text` is stripped and not empty."""
    first = text[0]
    if first in BULLETS or (first in ASCII_BULLETS and text[1:2] in BULLET_GAPS[first == "^"]):
        return BULLET
    if text == "-":
        return BULLET  # its text stands below
    if first in TAILS:
        return TAIL
    return NUMBER if ITEM_NUMBER_RE.match(text) else PLAIN


def has_cell_tab(text: str) -> bool:
    """Say whether a line has a tab, but for one behind the sign of an item: 1.⇥原告称, •⇥原告称.

    A bare number is none (3⇥原告称): that is a cell.
    """
    tabs, at = text.count("\t"), text.find("\t")
    if tabs != 1:
        return tabs > 1
    sign = ITEM_NUMBER_RE.match(text)
    return not (text[:at] in BULLETS or (sign is not None and sign.end() == at))


def read_lines(text: str) -> Lines:
    """Return the non-blank lines of a text in order. Linear.

    Several stages ask for the lines of the same text one after the other: the last two texts'
    are kept, of large texts the last one's.
    """
    size = len(text)
    is_large = size > KEPT_LINES and (size > KEPT_CHARS or text.count("\n") > KEPT_LINES)
    return _large_lines(text) if is_large else _kept_lines(text)


def line_spans(text: str, lines: Sequence[Line]) -> list[Span]:
    """Return each line with the white space before it and its line break; together, the text."""
    ends = [text.find("\n", line.end) + 1 for line in lines[:-1]]
    return [Span(start, end) for start, end in pairwise([0, *ends, len(text)])]


def _read_lines(text: str) -> Lines:
    lines: list[Line] = []
    # Not Line(...): to bind its eleven arguments takes a tenth of all the time here.
    add, new, at, blanks, page = lines.append, tuple.__new__, 0, 0, False
    # To search a short text takes less than to ask for all at once.
    signs = SIGNS.of(text) if len(text) > FEW_CHARS else SIGNS.every
    # The next narrow letter: few lines have any.
    letter = NARROW_RE.search(text) if signs & SIGNS.bit(NARROW) else None
    double, single = ("“" in text or "”" in text), ("‘" in text or "’" in text)
    straight = not double and STRAIGHT_QUOTE_RE.search(text) is not None
    feeds = "\f" in text
    for raw in text.split("\n"):
        body = raw.strip()
        if feeds and "\f" in raw:
            page = True
        if not body or body == SPACER:
            blanks += 1
            at += len(raw) + 1
            continue
        length, left, indent = len(body), 0, 0.0
        if raw[0] != body[0]:
            left = len(raw) - len(raw.lstrip())
            indent = indent_width(raw[:left].strip("\f\v\r"))
        width = length - 0.5 * len(body.encode("ascii", "ignore"))
        if letter and letter.start() < at + len(raw):
            width -= 0.5 * len(NARROW_RE.findall(body))
            letter = NARROW_RE.search(text, at + len(raw))
        narrow = width
        # To look costs a third of counting.
        if double and ("“" in body or "”" in body):
            narrow -= 0.5 * (body.count("“") + body.count("”"))
        if single and ("‘" in body or "’" in body):
            narrow -= 0.5 * (body.count("‘") + body.count("’"))
        if straight and '"' in body:
            width += 0.5 * len(STRAIGHT_QUOTE_RE.findall(body))
        # The commonest ends and starts are told here: a call costs more than all of them.
        last = body[-1]
        ending = HAN if "一" <= last <= "鿿" else END if last == "。" else ending_of(body)
        opening = opening_of(body) if body[0] in OPENERS else PLAIN
        start = at + left
        end = start + length
        space = len(raw) > left + length
        found = start, end, body, indent, width, narrow, blanks, page, space, ending, opening
        add(new(Line, found))
        at += len(raw) + 1
        blanks, page = 0, False
    read = _as_measured(text, lines, signs)
    read.straight = straight
    read.source = text
    return read


def _as_measured(text: str, lines: list[Line], signs: int) -> Lines:
    """Return lines as wide as they were on the page, where that can be told.

    `signs`: what the text has of SIGNS.
    """
    if len(lines) < MIN_MARKED:
        return Lines(lines)
    found = {}
    for name, characters, pattern, em in MEASURES:
        counts: list[int] = []
        if signs & SIGNS.bit(characters) and pattern.search(text):
            counts = [len(pattern.findall(line.text)) for line in lines]
        sized = [(line.width, count) for line, count in zip(lines, counts, strict=False)]
        found[name] = sum(map(bool, counts)) >= MIN_MARKED and (
            agree_better(sized, em) or (name == "slim" and come_nearer(sized, em))
        )
        if found[name]:
            lines = _widened(lines, counts, em)
    read = Lines(lines)
    read.wide, read.slim = found["wide"], found["slim"]
    return read


def as_printed(lines: Sequence[Line]) -> Sequence[Line]:
    """Return lines whose parts have the widths that they had on the page.

    Half-width marks that were wide are full-width in `text`, straight quotes curly, full-width
    letters that were not half-width: to be measured, not written.
    """
    if not (isinstance(lines, Lines) and (lines.wide or lines.slim or lines.straight)):
        return lines
    texts = [line.text for line in lines]
    if lines.wide:
        texts = [HALF_MARK_RE.sub(_full, text) for text in texts]
    if lines.slim:
        texts = [WIDE_LETTER_RE.sub(_half, text) for text in texts]
    if lines.straight:
        texts = [STRAIGHT_QUOTE_RE.sub("”", text) if '"' in text else text for text in texts]
    return [line._replace(text=text) for line, text in zip(lines, texts, strict=True)]


def _full(mark: re.Match[str]) -> str:
    return chr(ord(mark[0]) + 0xFEE0)


def _half(letter: re.Match[str]) -> str:
    return chr(ord(letter[0]) - 0xFEE0)


def _widened(lines: Sequence[Line], counts: Sequence[int], em: float) -> list[Line]:
    """Return lines wider by so many em for each character that was counted in them."""
    new = tuple.__new__  # a third of the time of _replace
    return [
        new(Line, (*line[:4], line[4] + em * count, line[5] + em * count, *line[6:]))
        if count
        else line
        for line, count in zip(lines, counts, strict=True)
    ]


_kept_lines = lru_cache(maxsize=2)(_read_lines)
_large_lines = lru_cache(maxsize=1)(_read_lines)
