"""What two lines say that are rows of a table, records, entries of a list or an index.

Evidence is in nats, as in `cuts`: > 0 speaks for a paragraph's end between them.
"""

from cleaner import late as re

# Two entries of one list.
ALIKE = 4.0
# A row of a table stands above a row; with text beside it.
ROW_AFTER_ROW, ROW = 5.0, 3.5
# CHAPTER III: a line in capitals beside one that is not; so many letters at least.
CAPITALS, MIN_CAPITALS = 3.5, 6
# An entry of a glossary: 转化率（转率；成交率）：…. One may be a sentence's, two running are not.
TERM_RE = re.compile(
    r"[㐀-鿿][^\s，。；：、！？:（）()《》“”]{0,11}(?:[（(][^\s（）()：:]{1,24}[）)])?[:：](?=[^\s/：:])"
)
TERM_CHARS = 40
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
# A line that was spread to its column has words in small letters, of whatever alphabet, and gaps of
# one size or two, so many.
GAP_RE, WORD_RE, MIN_SPREAD = re.compile(" +"), re.compile(r"\b[^\W\d_]{2,}\b"), 5
# Numbers in a row: 1 33.2 25.1 28.7.
NUMBERS_RE = re.compile(r"[0-9](?: [-+]?[0-9][0-9.,:%/]*){3}(?![^ \n])")
MIN_SPACES = 3
# Where an entry of an index is: 渡口  12, 45-47.
PAGES_RE = re.compile(r"(?:  |\u3000|\t)\s{0,60}\d{1,4}(?:[,，、–-] ?\d{1,4}){0,20}[a-z]{0,2}$")
PAGES_CHARS = 100
# What is to be filled in: （　　）.
BLANK_RE = re.compile("[（(][ \u3000]{1,9}[）)]")
# What a line begins with and a wide space sets off, which sets no columns: the number of an article
# or a section, a word of two characters spread before its colon (时  间：).
SET_OFF_RE = re.compile(
    r"(?:第[一二三四五六七八九十百零〇0-9]{1,7}[条條章节節款]|[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}[.．、]?)\s+"
    r"|[一-鿿][ \u3000]{1,6}[一-鿿](?=[：:])"
)


def sets_columns(line: str) -> bool:
    """Say whether a line has white space inside that sets columns: a table's row, a form."""
    label = SET_OFF_RE.match(line)
    line = BLANK_RE.sub("", line[label.end() :] if label else line)
    return "\t" in line or "  " in line or "\u3000\u3000" in line


def row_evidence(left: str, right: str, *, breaks_off: bool) -> float:
    """Return what it says that a line is a row of cells, or one of the two in capitals."""
    found = (0.0, ROW, ROW_AFTER_ROW)[_is_row(left) + _is_row(right)]
    if not found and (_are_records(left, right) or _are_cells(left, right)):
        found = ROW_AFTER_ROW
    if not found and (_are_alike(left, right) or (_is_entry(left) and _is_entry(right))):
        found = ALIKE
    if not found and not breaks_off and _is_term(right) and _is_term(left):
        found = ALIKE
    for pattern in (LATIN_FIELD_RE, FILE_RE):
        if not found and pattern.fullmatch(right) and pattern.fullmatch(left):
            found = ALIKE
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
    return between and 2 * sum(map(str.islower, WORD_RE.findall(text))) > len(gaps)


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
