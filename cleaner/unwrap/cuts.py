"""What the two sides of a line break say: could a paragraph end between them, or would it hurt.

Evidence is in nats, added: > 0 speaks for a paragraph's end, < 0 for a text that goes on. The
figures were set by hand over newspapers, booklets and manuals; their order matters, not their
second digit.
"""

from collections.abc import Sequence
from itertools import pairwise

from cleaner import late as re
from cleaner.chars.scripts import HAN_RE
from cleaner.gates import Gates
from cleaner.layout import (
    BULLET,
    COMMA,
    DIGIT,
    END,
    HAN,
    LATIN,
    NUMBER,
    TAIL,
    Line,
    is_han,
    kept_with_lines,
)
from cleaner.lexicon import cuts_word
from cleaner.paper.press import DATELINE_CHARS, dateline_end, names_line
from cleaner.paper.signs import bits_of
from cleaner.unwrap.kana import cuts_kana, is_kana
from cleaner.unwrap.rows import FIELD_MARKS, row_evidence

# A word of the list in two: spans half of the breaks inside paragraphs, 0 of 797 between them.
WORD_CUT = -4.0
# A Japanese word, told by its kana: not so sure that it outweighs what verse looks like.
KANA_CUT = -2.0
# 28 | 日, 90 | %: a number and its unit, and two halves of a number.
UNIT_CUT, NUMBER_CUT = -4.0, -1.5
# ，。” cannot open a paragraph; but a hyperlink on its own line can leave one.
TAIL_OPENS = -3.0
ITEM, ITEM_AFTER_ITEM = 3.5, 5.0
LABEL, LABEL_AFTER_LABEL = 1.0, 4.0
# Lieber Herr Meier, | vielen Dank: a salutation, above a blank line and a text wider by so much.
SALUTATION, SALUTATION_SHARE = 3.5, 0.5
DATELINE, BRACKETED, OPENER = 5.0, 2.5, 1.5
# 昨天上午，… below a line without a mark: no clause begins so but behind one.
NEWS_OPENER = 4.0
# What stands left of an item's sign after a full stop is seldom of the item.
LEFT_OF_ITEM, LEFT_EM = 2.0, 1.0
# 以“促进可 | 持续发展”为主旨: no heading and no paragraph ends inside a quotation.
PAIR_RUNS_ON = -2.0
PAIRS = (("“", "”"), ("（", "）"), ("《", "》"), ("(", ")"))
FUNCTION_WORD, LOWER_CASE, CAPITAL = -1.0, -1.0, 1.0

# A reply's lines (> …) and its own stand apart.
REPLY_SIGN, REPLY_ENDS = ">", 5.0
# A sentence of Latin letters ends, or a blank line stands below it, and a line without one follows;
# or the other way round.
OTHER_SCRIPT = 2.5
# A path or an address behind whose stroke a program broke a line, what it goes on with, and how far
# before it words are looked for, characters.
PATH_SIGN = "/"
PATH_RE, PATH_STARTS_RE = re.compile("[0-9A-Za-z_.]/"), re.compile("[0-9A-Za-z_.]{2}")
MAX_PATH = 200
# What a program calls something opens in a small letter wherever it stands, as labels do, below a
# blank line: get_price, a.b, f(), http://…; radius: half of the width.
NAMED_RE = re.compile(r"\S*(?:_|::|://|\w\.\w|\(\))\S*|\w+:")
# A word this short (of, the, von) ends no paragraph, whatever comes. Chosen, try 2 to 4.
GOES_ON_RE = re.compile(r"(?:^| )[a-z]{1,3}$")
ROMAN_RE, WORDS_RE = re.compile("[A-Za-z]"), re.compile("[A-Za-z]{2} [A-Za-z]")
OTHER_RE = re.compile(r"[^\W\d_\x00-\x7f]")

# The formula that closes a letter stands in two lines: 此致 | 敬礼, 顺颂 | 时祺.
LETTER_ENDS = frozenset({"即颂", "敬颂", "此致", "致以", "谨祝", "顺祝", "顺颂"})

# What a number counts, or is part of: 28 | 日, 2023 | 年, 4.5 | 万, 90 | %.
UNITS = frozenset("%％‰℃万个亿人元公分千号吨周岁年度日时月期条次点版级米秒节页")

# 地址：… 问：… Q2：…; a field of a form, a turn of a conversation. A line may start so by chance
# (介绍说：), two running seldom, but for prose (张某请求：撤销判决。事实和 | 理由：借条已还).
# One set apart is sure: 摘 要：…
LABEL_RE = re.compile(
    r"[㐀-鿿A-Za-z]{1,6}[0-9]{0,2}[:：]|[㐀-鿿](?:[ \u3000]{1,4}[㐀-鿿]){1,3}[:：]"
)
LABEL_CHARS, APART = 9, " \u3000"
# [12] 张三. 某书: an entry of a list of references, or a citation that opened a line by chance.
REFERENCE_RE = re.compile(r"\[[0-9]{1,3}\] ?(?=[^\W\d_])")
# The numbers of two sections, of which the second is the next: 2.8. 名, 2.9. 名.
SECTION_RE = re.compile(r"((?:[0-9]{1,3}\.){0,3})([0-9]{1,3})\.?[ \u3000]+(?=\S)")
# A field of a document's head in reStructuredText, and what it says to its program: .. note::
FIELD_RE = re.compile(r":[^:`\n]{1,24}:(?: |$)|\.\. \S")
# Who speaks next: — Un ciel; —¿Qué ves?
TURN_RE = re.compile("[—–][ \u00a0\u202f]?[¿¡«“]?[^\\W\\d_\u3040-\u9fff]")
SIGNED = frozenset("【[—–")
OPENED = frozenset("0123456789:.ABCDEFGH")
# Who has the rights and since when; two in a row are no sentence: 1998, Richard Braakman.
RIGHTS_RE = re.compile(
    r"(?:Copyright: )?(?:©|\([cC]\))? ?"
    r"(?:19|20)[0-9]{2}(?:[-–, ]{1,3}(?:19|20)[0-9]{2}){0,12},? [A-Z]"
)
# A. 每天读一次, B．着手解决: an answer to choose; A. Smith is none.
CHOICE_RE = re.compile("[A-H](?:[．、]|[.)）] ?(?=[㐀-鿿]))")

# 09:30 …, 2024-01-01 …: a line of a timetable, a chat, a log.
STAMP_RE = re.compile(r"[0-9]{1,2}:[0-9]{2}(?![0-9])|[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}")

# Words that open a paragraph of news or a report more often than a line inside one.
OPENER_RE = re.compile(
    r"据|目前|今年|去年|此外|同时|另外|近日|日前|近年来|连日来|当前|昨日|昨天|今天|今日|随后|其间|截至|本报"
    r"|新华社|特此|记者|对此|针对|会议|[0-9]{1,2}月|[0-9]{4}年|[“「]"
)
NEWS_RE = re.compile(
    r"(?:[昨今][天日](?:[上下]午|中午|凌晨|清晨|早[上晨]|晚上?|傍晚)?|近日|日前|连日来|今年以来)"
    r"(?:（[^（）]{2,8}）)?，"
)
# What these words begin with: most lines begin with none.
OPENER_STARTS = frozenset("据目今去此同另近日当昨随其间截本新特记对针会连“「0123456789")

# A report ends in a paragraph of one line that says who else was there: 丁一、王小川等参加会见。
PRESENT = 4.0
PRESENT_RE = re.compile(
    r"([㐀-鿿]{2,4}(?:、[㐀-鿿]{2,4}){0,7})等?(?:一同|陪同|参加|出席)[㐀-鿿]{1,12}。"
)
PRESENT_CHARS = 40

# Behind the last item but one of a list: …与割台连接；以及 | 控制阀，用于….
LISTED, LISTED_RE = 2.5, re.compile("[；;] ?(?:以及|及|和|或者?|并且|且)$")

# What every dateline has.
DATED_RE = re.compile("[电讯息]")

# Characters that lean on what stands before them.
FUNCTION_WORDS = frozenset("了们但化却及和就已并得性或所的是着等而者者被让过还都与地")

# What a line has one of if it may be what a rule below asks for, all classes in one look at a text:
# white space of rows, marks between fields, of labels, round a quotation, a dateline's words.
CLASSES = (
    "\x00-\x09\x0b-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000",
    FIELD_MARKS,
    ":：",
    "".join(opens for opens, _ in PAIRS),
    "".join(closes for _, closes in PAIRS),
    "电讯息",
)
# The bits of these classes, and all.
SPACE, MARK, COLON, OPENS, CLOSES, DATED = (1 << number for number in range(len(CLASSES)))
EVERY = (1 << len(CLASSES)) - 1
GATES = Gates(CLASSES)


@kept_with_lines
def evidence_of(lines: Sequence[Line]) -> list[float]:
    """Return what `cut_evidence` does of each break between the lines of a text."""
    pairs = zip(pairwise(lines), pairwise(bits_of(lines, GATES)), strict=True)
    return [cut_evidence(*pair, *signs) for pair, signs in pairs]


def cut_evidence(left: Line, right: Line, first: int = EVERY, second: int = EVERY) -> float:
    """Return what speaks for a paragraph's end between two lines, nats; < 0: against it.

    `first`, `second`: the signs that the lines may have.
    """
    a, b, start = left.text[-1], right.text[0], left.text[0]
    found = _started(left, right, b, second)
    found += PRESENT * (a == "。" and _says_who_was_there(right.text))
    both, either = first & second, first | second
    if b == start or b.isascii() or both & (COLON | MARK) or either & SPACE:
        found += row_evidence(left.text, right.text, breaks_off=_breaks_off(left))
    held = left.ending == END or right.blanks or left.opening == BULLET
    held = held or (first & OPENS and second & CLOSES)
    if held or REPLY_SIGN in (start, b):
        found += _held(left, right)
    return found + _torn(left, a, right, b)


def _started(left: Line, right: Line, b: str, signs: int) -> float:
    """Return what the start of a line says; `b`: its first character, `signs`: what it may have."""
    found = 0.0
    if right.opening == TAIL:
        found = TAIL_OPENS
    elif right.opening in {BULLET, NUMBER}:
        found = ITEM_AFTER_ITEM if left.opening == right.opening else ITEM
    elif signs & COLON and _is_label(right.text):
        sure = right.text[1] in APART or (_is_label(left.text) and not _breaks_off(left))
        found = LABEL_AFTER_LABEL if sure else LABEL
    elif b in OPENED and (opened := _opened(left.text, right.text)):
        found = opened
    elif b in SIGNED and (signed := _signed(left, right)):
        found = signed
    elif signs & DATED and _is_dated(right.text):
        found = DATELINE
    elif b in OPENER_STARTS and OPENER_RE.match(right.text):
        news = left.ending == HAN and NEWS_RE.match(right.text)
        found = NEWS_OPENER if news else OPENER
    elif b in FUNCTION_WORDS:
        found = FUNCTION_WORD
    return found


def _signed(left: Line, right: Line) -> float:
    """Return what it says that a line opens with a bracket or a dash."""
    if right.text[0] == "【":
        return BRACKETED
    if REFERENCE_RE.match(right.text):
        return LABEL_AFTER_LABEL if REFERENCE_RE.match(left.text) else LABEL
    if left.ending == END and TURN_RE.match(right.text):
        return ITEM_AFTER_ITEM if TURN_RE.match(left.text) else ITEM
    return 0.0


def _is_dated(text: str) -> bool:
    """Say whether a line opens with a dateline; most have not what every one has."""
    return DATED_RE.search(text[:DATELINE_CHARS]) is not None and dateline_end(text) > 0


def _breaks_off(line: Line) -> bool:
    """Say whether a line is prose that breaks off, no field: it has a full stop, and not last."""
    return line.ending == HAN and "。" in line.text


def _opened(left: str, right: str) -> float:
    """Return what it says that a line opens with a stamp, a field, a choice, the next number."""
    for pattern in (STAMP_RE, FIELD_RE, CHOICE_RE):
        if pattern.match(right):
            return ITEM_AFTER_ITEM if pattern.match(left) else ITEM
    if RIGHTS_RE.match(right) and RIGHTS_RE.match(left):
        return ITEM_AFTER_ITEM
    return ITEM_AFTER_ITEM if _counts_on(left, right) else 0.0


def _counts_on(left: str, right: str) -> bool:
    """Say whether two lines open with the numbers of sections that follow each other."""
    one, other = SECTION_RE.match(left), SECTION_RE.match(right)
    if not (one and other and one[1] == other[1] and one[1]):
        return False
    return int(other[2]) == int(one[2]) + 1


def _is_label(text: str) -> bool:
    """Say whether a line opens with a label; to look for the colon costs a third of matching."""
    start = text[:LABEL_CHARS]
    return ("：" in start or ":" in start) and LABEL_RE.match(text) is not None


def _says_who_was_there(text: str) -> bool:
    """Say whether a line is one sentence, of names and where their bearers were."""
    said = PRESENT_RE.fullmatch(text) if len(text) <= PRESENT_CHARS else None
    return said is not None and any(map(names_line, said[1].split("、")))


def _held(left: Line, right: Line) -> float:
    """Return what it says that a quotation would be cut, or a list or a reply is left."""
    first, second = left.text[0], right.text[0]
    if first != second and REPLY_SIGN in (first, second):
        return REPLY_ENDS
    outside = left.opening == BULLET and right.indent <= left.indent - LEFT_EM
    ended = left.ending == END
    if not ended and _pair_runs_on(left.text, right.text):
        return PAIR_RUNS_ON
    if not (ended or right.blanks):
        return 0.0
    if left.text.isascii() != right.text.isascii() and _change_script(left.text, right.text):
        return OTHER_SCRIPT
    return LEFT_OF_ITEM if outside else 0.0


def _change_script(left: str, right: str) -> bool:
    """Say whether the ASCII one of two lines has words, and the other none in Latin letters."""
    latin, other = (left, right) if left.isascii() else (right, left)
    if ROMAN_RE.search(other):
        return False
    return WORDS_RE.search(latin) is not None and OTHER_RE.search(other) is not None


def _pair_runs_on(left: str, right: str) -> bool:
    """Say whether a quote or bracket opens in one line and closes in the next.

    A quotation that runs over several paragraphs opens anew in each, and is none.
    """
    for opens, closes in PAIRS:
        at = left.rfind(opens)
        if at < 0 or at <= left.rfind(closes):
            continue
        close = right.find(closes)
        if close >= 0 and not 0 <= right.find(opens) < close:
            return True
    return False


def _torn(left: Line, a: str, right: Line, b: str) -> float:
    """Return what it says that a word or a number would stand in two lines."""
    if left.ending == DIGIT:
        return UNIT_CUT if b in UNITS else NUMBER_CUT * b.isdigit()
    if left.ending == HAN and is_han(b):
        if cuts_word(left.text, right.text) and left.text not in LETTER_ENDS:
            return WORD_CUT
        return LISTED if LISTED_RE.search(left.text[-4:]) else 0.0
    if is_kana(b) or is_kana(a):
        return KANA_CUT if cuts_kana(left.text, right.text) else 0.0
    latin = left.ending in {LATIN, COMMA} and a.isascii() and b.isascii() and b.isalpha()
    if latin or a == PATH_SIGN:
        return _between_latin(left, right)
    return 0.0


def goes_on_in_path(left: Line, right: Line) -> bool:
    """Say whether prose is cut in a path or an address behind its stroke: debian/ | patches 中.

    A line that is no more than an address, or names it (GitHub: https://…/), is of a list.
    """
    if PATH_RE.fullmatch(left.text[-2:]) is None or PATH_STARTS_RE.match(right.text) is None:
        return False
    return HAN_RE.search(left.text[-MAX_PATH:]) is not None


def _between_latin(left: Line, right: Line) -> float:
    """Return what it says that two lines meet in Latin letters, or in a path."""
    if left.text[-1] == PATH_SIGN:
        return LOWER_CASE * goes_on_in_path(left, right)
    if right.text[0].islower():
        is_salutation = right.blanks and left.ending == COMMA
        is_salutation = is_salutation and left.width < SALUTATION_SHARE * right.width
        words = left.text.rsplit(maxsplit=1)[-1], right.text.split(maxsplit=1)[0]
        named = right.blanks and any(map(NAMED_RE.fullmatch, words))
        named = named and not GOES_ON_RE.search(left.text)
        return SALUTATION if is_salutation or named else LOWER_CASE
    # Verse in Latin letters opens each line with a capital; in Han text one is a name.
    return CAPITAL if left.text.isascii() else 0.0
