"""What the two sides of a line break say: could a paragraph end between them, or would it hurt.

Evidence is in nats, added: > 0 speaks for a paragraph's end, < 0 for a text that goes on. The
figures were set by hand over newspapers, booklets and manuals; their order matters, not their
second digit.
"""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from cleaner import late as re
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

# A word of the list in two: spans half of the breaks inside paragraphs, 0 of 797 between them.
WORD_CUT = -4.0
# 28 | 日, 90 | %: a number and its unit, and two halves of a number.
UNIT_CUT, NUMBER_CUT = -4.0, -1.5
# ，。” cannot open a paragraph; but a hyperlink on its own line can leave one.
TAIL_OPENS = -3.0
ITEM, ITEM_AFTER_ITEM = 3.5, 5.0
LABEL, LABEL_AFTER_LABEL = 1.0, 4.0
# A row of a table stands above a row; with text beside it.
ROW_AFTER_ROW, ROW = 5.0, 3.5
# CHAPTER III: a line in capitals beside one that is not; so many letters at least.
CAPITALS, MIN_CAPITALS = 3.5, 6
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
# An entry of a glossary: 转化率（转率；成交率）：…. One may be a sentence's, two running are not.
TERM_RE = re.compile(
    r"[㐀-鿿][^\s，。；：、！？:（）()《》“”]{0,11}(?:[（(][^\s（）()：:]{1,24}[）)])?[:：](?=[^\s/：:])"
)
TERM_CHARS = 40
# [12] 张三. 某书: an entry of a list of references, or a citation that opened a line by chance.
REFERENCE_RE = re.compile(r"\[[0-9]{1,3}\] ?(?=[^\W\d_])")
# The numbers of two sections, of which the second is the next: 2.8. 名, 2.9. 名.
SECTION_RE = re.compile(r"((?:[0-9]{1,3}\.){0,3})([0-9]{1,3})\.?[ \u3000]+(?=\S)")
# A field of a document's head in reStructuredText, and what it says to its program: .. note::
FIELD_RE = re.compile(r":[^:`\n]{1,24}:(?: |$)|\.\. \S")
OPENED = frozenset("0123456789:.ABCDEFGH")
# Who has the rights and since when; two in a row are no sentence: 1998, Richard Braakman.
RIGHTS_RE = re.compile(
    r"(?:Copyright: )?(?:©|\([cC]\))? ?"
    r"(?:19|20)[0-9]{2}(?:[-–, ]{1,3}(?:19|20)[0-9]{2}){0,12},? [A-Z]"
)
# The name of a file, with a folder or what kind it is; no address, which may be cut in two.
FILE_RE = re.compile(
    r"(?:[A-Z][a-z]{1,20}: )?(?![a-z]{1,9}:|www\.)"
    r"[A-Za-z0-9_*-][!-~]{0,80}[/.][!-~]{0,80}[A-Za-z0-9*]"
)
# Two fields of a record in Latin letters: Atomic number: 24.
LATIN_FIELD_RE = re.compile(r"[A-Z][a-z]{1,20}(?: [a-z]{1,20}){0,2}: \S.*")
# What parts the fields of a record: so many in a line, none with a space behind it.
# With a number for a field fewer will do: 1001,打印纸,25.00,10.
FIELD_MARKS, MIN_FIELD_MARKS, MIN_MARKS_WITH_NUMBER = ";|,", 4, 3
NUMBER_FIELD_RE = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,6})?")
# A. 每天读一次, B．着手解决: an answer to choose; A. Smith is none.
CHOICE_RE = re.compile("[A-H](?:[．、]|[.)）] ?(?=[㐀-鿿]))")
# Two lines that open with the same words are two of a list: so many characters, if some are Han or
# a sign comes first, and else. Sentences open alike, too: 。 before them says nothing.
SAME_START, SAME_LATIN_START, SAME_HAN_RE = 6, 12, re.compile("[㐀-鿿]")
ENDS = frozenset("。！？.!?")
# A comment below an article, an entry of a log: so ends each.
STAMP_END_RE = re.compile(r"\s[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$")
# A gap as wide as this with as much before it as in the line above is one of a table.
WIDE_GAP_RE = re.compile(r"\S {3,40}(?=\S)")
# What stands between the cells of a row; so many of them.
CELL_GAP_RE, MIN_CELL_GAPS = re.compile(r"(?: {2,}| ?\u3000[ \u3000]*)(?=\S)"), 2
# A line of English that was spread to its column has words and gaps of one size or two, so many.
GAP_RE, LETTERS_RE, MIN_SPREAD = re.compile(" +"), re.compile(r"\b[a-z]{2,}\b"), 5
# Numbers in a row: 1 33.2 25.1 28.7.
NUMBERS_RE = re.compile(r"[0-9](?: [-+]?[0-9][0-9.,:%/]*){3}(?![^ \n])")
MIN_SPACES = 3
# Where an entry of an index is: 渡口  12, 45-47.
PAGES_RE = re.compile(r"(?:  |\u3000|\t)\s{0,60}\d{1,4}(?:[,，、–-] ?\d{1,4}){0,20}[a-z]{0,2}$")
PAGES_CHARS = 100

# 09:30 …, 2024-01-01 …: a line of a timetable, a chat, a log.
STAMP_RE = re.compile(r"[0-9]{1,2}:[0-9]{2}(?![0-9])|[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}")

# Words that open a paragraph of news or a report more often than a line inside one.
OPENER_RE = re.compile(
    r"据|目前|今年|去年|此外|同时|另外|近日|日前|近年来|连日来|当前|昨日|昨天|今天|今日|随后|其间|截至|本报"
    r"|新华社|特此|记者|对此|针对|会议|[0-9]{1,2}月|[0-9]{4}年|“"
)
NEWS_RE = re.compile(
    r"(?:[昨今][天日](?:[上下]午|中午|凌晨|清晨|早[上晨]|晚上?|傍晚)?|近日|日前|连日来|今年以来)"
    r"(?:（[^（）]{2,8}）)?，"
)
# What these words begin with: most lines begin with none.
OPENER_STARTS = frozenset("据目今去此同另近日当昨随其间截本新特记对针会连“0123456789")

# A report ends in a paragraph of one line that says who else was there: 丁一、王小川等参加会见。
PRESENT = 4.0
PRESENT_RE = re.compile(
    r"([㐀-鿿]{2,4}(?:、[㐀-鿿]{2,4}){0,7})等?(?:一同|陪同|参加|出席)[㐀-鿿]{1,12}。"
)
PRESENT_CHARS = 40

# Behind the last item but one of a list: …与割台连接；以及 | 控制阀，用于….
LISTED, LISTED_RE = 2.5, re.compile("[；;] ?(?:以及|及|和|或者?|并且|且)$")

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


@kept_with_lines
def evidence_of(lines: Sequence[Line]) -> list[float]:
    """Return what `cut_evidence` does of each break between the lines of a text."""
    pairs = zip(pairwise(lines), pairwise(bits_of(lines, _gates())), strict=True)
    return [cut_evidence(*pair, *signs) for pair, signs in pairs]


@cache
def _gates() -> Gates:
    return Gates(CLASSES)


def cut_evidence(left: Line, right: Line, first: int = EVERY, second: int = EVERY) -> float:
    """Return what speaks for a paragraph's end between two lines, nats; < 0: against it.

    `first`, `second`: the signs that the lines may have.
    """
    a, b, start = left.text[-1], right.text[0], left.text[0]
    found = _started(left, right, b, second)
    found += PRESENT * (a == "。" and _says_who_was_there(right.text))
    both, either = first & second, first | second
    if b == start or b.isascii() or both & (COLON | MARK) or either & SPACE:
        found += _shaped(left.text, right.text, breaks_off=_breaks_off(left))
    if REPLY_SIGN in (start, b) or left.ending == END or (first & OPENS and second & CLOSES):
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
    elif b == "【":
        found = BRACKETED
    elif b == "[" and REFERENCE_RE.match(right.text):
        found = LABEL_AFTER_LABEL if REFERENCE_RE.match(left.text) else LABEL
    elif signs & DATED and _may_be_dated(right.text[:DATELINE_CHARS]) and dateline_end(right.text):
        found = DATELINE
    elif b in OPENER_STARTS and OPENER_RE.match(right.text):
        news = left.ending == HAN and NEWS_RE.match(right.text)
        found = NEWS_OPENER if news else OPENER
    elif b in FUNCTION_WORDS:
        found = FUNCTION_WORD
    return found


def _breaks_off(line: Line) -> bool:
    """Say whether a line is prose that breaks off, no field: it has a full stop, and not last."""
    return line.ending == HAN and "。" in line.text


def _shaped(left: str, right: str, *, breaks_off: bool) -> float:
    """Return what it says that a line is a row of cells, or one of the two in capitals."""
    found = (0.0, ROW, ROW_AFTER_ROW)[_is_row(left) + _is_row(right)]
    if not found and (_are_records(left, right) or _are_cells(left, right)):
        found = ROW_AFTER_ROW
    if not found and (_are_alike(left, right) or (_is_entry(left) and _is_entry(right))):
        found = LABEL_AFTER_LABEL
    if not found and not breaks_off and _is_term(right) and _is_term(left):
        found = LABEL_AFTER_LABEL
    for pattern in (LATIN_FIELD_RE, FILE_RE):
        if not found and pattern.fullmatch(right) and pattern.fullmatch(left):
            found = LABEL_AFTER_LABEL
    is_latin = left[-1].isascii() and right[0].isascii()
    return found + CAPITALS * (is_latin and _is_capitals(left) != _is_capitals(right))


def _is_row(text: str) -> bool:
    """Say whether a line has the gaps of a row, and no clauses: columns of prose have such too."""
    spaces = text.count(" ")
    if (spaces < MIN_SPACES and "\u3000" not in text) or "，" in text or "。" in text:
        return False
    if len(CELL_GAP_RE.findall(text)) >= MIN_CELL_GAPS:
        return not _is_spread(text)
    return NUMBERS_RE.search(text) is not None


def _is_spread(text: str) -> bool:
    """Say whether a line is of prose that a program spread, each gap alike or by single spaces.

    A writer has two spaces behind a sentence, a word's class, a mark; a program between words, too.
    """
    gaps = list(GAP_RE.finditer(text))
    sizes = {len(gap[0]) for gap in gaps}
    if len(gaps) < MIN_SPREAD or max(sizes) - min(sizes) > 1:
        return False
    wide = [gap for gap in gaps if len(gap[0]) == max(sizes)]
    between = any(text[gap.start() - 1].isalpha() and text[gap.end()].isalpha() for gap in wide)
    return between and 2 * len(LETTERS_RE.findall(text)) > len(gaps)


def _opened(left: str, right: str) -> float:
    """Return what it says that a line opens with a stamp, a field, a choice, the next number."""
    for pattern in (STAMP_RE, FIELD_RE, CHOICE_RE):
        if pattern.match(right):
            return ITEM_AFTER_ITEM if pattern.match(left) else ITEM
    if RIGHTS_RE.match(right) and RIGHTS_RE.match(left):
        return ITEM_AFTER_ITEM
    return ITEM_AFTER_ITEM if _counts_on(left, right) else 0.0


def _are_records(left: str, right: str) -> bool:
    """Say whether two lines have as many fields, with nothing but the mark between them.

    No sentences: damaged prose has half-width commas, as many in two lines by chance.
    """
    if "。" in left or "。" in right:
        return False
    for mark in FIELD_MARKS:
        size = left.count(mark)
        if size < MIN_MARKS_WITH_NUMBER or size != right.count(mark):
            continue
        if size >= MIN_FIELD_MARKS or _has_number(left, mark) or _has_number(right, mark):
            return mark + " " not in left and mark + " " not in right
    return False


def _has_number(text: str, mark: str) -> bool:
    """Say whether a field of a record is a number."""
    return any(NUMBER_FIELD_RE.fullmatch(field) for field in text.split(mark))


def _are_cells(left: str, right: str) -> bool:
    """Say whether two lines have a wide gap that ends at the same place, and no clauses."""
    if "   " not in left or "   " not in right:
        return False
    gaps = WIDE_GAP_RE.search(left), WIDE_GAP_RE.search(right)
    same = gaps[0] and gaps[1] and gaps[0].end() == gaps[1].end()
    return bool(same) and not any(mark in left + right for mark in "，。")


def _counts_on(left: str, right: str) -> bool:
    """Say whether two lines open with the numbers of sections that follow each other."""
    one, other = SECTION_RE.match(left), SECTION_RE.match(right)
    if not (one and other and one[1] == other[1] and one[1]):
        return False
    return int(other[2]) == int(one[2]) + 1


def _are_alike(left: str, right: str) -> bool:
    """Say whether two lines open with the same words or the same sign, and the first has no end."""
    if left[0] != right[0] or left[-1] in ENDS:
        return False
    if "←" <= left[0] <= "⇿":
        return True
    start = left[:SAME_START]
    if not left[0].isalnum() or SAME_HAN_RE.search(start):
        return right.startswith(start)
    return left[-1].isascii() and left[-1] != "," and right.startswith(left[:SAME_LATIN_START])


def _is_entry(text: str) -> bool:
    """Say whether a line ends in numbers of pages behind a gap, as in an index, or in a time."""
    end = text[-3:]
    if end.isalpha() or not end.isascii():
        return False
    tail = text[-PAGES_CHARS:]
    return PAGES_RE.search(tail) is not None or STAMP_END_RE.search(tail) is not None


def _is_term(text: str) -> bool:
    """Say whether a line opens with a term that it explains."""
    start = text[:TERM_CHARS]
    return ("：" in start or ":" in start) and TERM_RE.match(start) is not None


def _is_capitals(text: str) -> bool:
    """Say whether a line is in capitals; Han has none."""
    is_upper = text.isupper() and not SAME_HAN_RE.search(text)
    return is_upper and sum(map(str.isalpha, text)) >= MIN_CAPITALS


def _is_label(text: str) -> bool:
    """Say whether a line opens with a label; to look for the colon costs a third of matching."""
    start = text[:LABEL_CHARS]
    return ("：" in start or ":" in start) and LABEL_RE.match(text) is not None


def _says_who_was_there(text: str) -> bool:
    """Say whether a line is one sentence, of names and where their bearers were."""
    said = PRESENT_RE.fullmatch(text) if len(text) <= PRESENT_CHARS else None
    return said is not None and any(map(names_line, said[1].split("、")))


def _may_be_dated(start: str) -> bool:
    """Say whether the start of a line has what every dateline has."""
    return "电" in start or "讯" in start or "息" in start


def _held(left: Line, right: Line) -> float:
    """Return what it says that a quotation would be cut, or a list or a reply is left."""
    first, second = left.text[0], right.text[0]
    if first != second and REPLY_SIGN in (first, second):
        return REPLY_ENDS
    if left.ending != END:
        return PAIR_RUNS_ON if _pair_runs_on(left.text, right.text) else 0.0
    outside = left.opening == BULLET and right.indent <= left.indent - LEFT_EM
    return LEFT_OF_ITEM if outside else 0.0


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
    if left.ending in {LATIN, COMMA} and a.isascii() and b.isascii() and b.isalpha():
        if b.islower():
            is_salutation = right.blanks and left.ending == COMMA
            is_salutation = is_salutation and left.width < SALUTATION_SHARE * right.width
            return SALUTATION if is_salutation else LOWER_CASE
        # Verse in Latin letters opens each line with a capital; in Han text one is a name.
        return CAPITAL if left.text.isascii() else 0.0
    return 0.0
