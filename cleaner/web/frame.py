"""Find the frame of a web page by its form alone: rows of names above the text and below it.

What a site sets round an article differs from site to site in its words, not in its shape: names of
channels, tools, titles of other articles, each a short line without the mark of a sentence, many
in a row, before the first paragraph and behind the last. Other texts have such a row on one side at
most: a table of contents, those present, who signed. Of 1,175 texts that are no pages three have
both (reports with contents, a newspaper's rows; and no other evidence), of 361 pages 234.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.layout import COLON, END, display_width, ending_of
from cleaner.web import labels

# A paragraph beyond doubt: sentences with clauses; what an English one has.
SURE_CHARS, SENTENCE_RE, PAUSE_RE = 30, re.compile("[。！？]"), re.compile("[，、；,]")
LATIN_SENTENCE_RE = re.compile(
    r"(?:[a-z]{2}[\w)]?|\d|[\uac00-\ud7a3])[.!?][\"”’)]{0,2}(?: [\"“‘A-Z\uac00-\ud7a3]|$)"
)
LATIN_CHARS = 70
# Where a page has none, the items of its list are its text: 1、负责前台接待及来访登记；
ITEM_CHARS, ITEM_ENDS, ITEMS = 12, ("。", "；", "！", "？"), 3

# A name is short; so many on a side, and with the titles of links this share of its lines.
NAME_EM, LINK_EM, NAMES_SHARE = 16, 40, 0.6
HEAD_NAMES, TAIL_NAMES = 4, 3
# Where a day is all that is known: names above it and below the text, other lines above it, lines
# between it and the text, and the share of the text's lines that are sure. Chosen: of 1,217 texts
# that are no pages none has all, of 461 pages 188.
DAY_HEAD, DAY_TAIL, DAY_OTHERS, DAY_REACH, SURE_SHARE = 6, 4, 3, 6, 0.3
# Entries of contents; so many are no bar.
ENTRY_RE, ENTRIES = re.compile(r"第?[\d一二三四五六七八九十百]{1,4}[章节節回部卷编編篇、.]"), 3
ADDRESS_RE = re.compile("[a-z]{1,12}://[!-~]{1,500}")  # no words; of a motto, as of its text
YEAR_RE = re.compile(r"(?:19|20)\d\d")
STAMP_HEAD, STAMP_TAIL, STAMP_NAMES = 2, 3, 8
# Names in a line without a space: so many, this share of it; characters of one, the longest first.
GLUED_NAMES, GLUED_SHARE, GLUED_SIZES = 5, 0.8, (8, 7, 6, 5, 4, 3, 2)
# Facts in a line: so many, and of them so many whose name only sites print.
FACT_NAMES = (*labels.FIELDS, "阅读", "时间", "日期", "通讯员", "主题词", "文号", "字体", "字号")
FACT_RE = re.compile("(" + "|".join(sorted(FACT_NAMES, key=lambda n: (-len(n), n))) + "):")
GLUED_FACTS, GLUED_KNOWN = 3, 2
LONE_NAMES = 6  # above the first paragraph, where nothing stands below the last
# Paragraphs of a long text at each end that labels may stand between; with 0 four of 5,376 texts
# that are no pages would be pages, with 2 or 5 none.
ROUND = 2


def is_sure(line: str, chars: int) -> bool:
    """Say whether a line is a paragraph by its length and marks; `chars`: without white space."""
    if "://" in line:
        line = ADDRESS_RE.sub("", line)
        chars = min(chars, len(line))
    if chars < SURE_CHARS:
        return False
    # The commonest marks first: to look for one costs a tenth of a search.
    if ("。" in line or SENTENCE_RE.search(line)) and ("，" in line or PAUSE_RE.search(line)):
        return True
    return chars >= LATIN_CHARS and LATIN_SENTENCE_RE.search(line) is not None


def frame(lines: Sequence[str]) -> int:
    """Return what the rows of names round the paragraphs weigh as evidence of a page."""
    text = [i for i, line in enumerate(lines) if is_sure(line, len(line))]
    if not text:
        text = [i for i, line in enumerate(lines) if _is_item(line)]
        if len(text) < ITEMS:
            return 0
    above, below = lines[: text[0]], lines[text[-1] + 1 :]
    head = _names(above)
    if head >= HEAD_NAMES and _names(below) >= TAIL_NAMES:
        return 2
    # Nothing below: a bar counts as the one line that it is.
    return int(head >= LONE_NAMES and sum(map(_is_name, above)) >= LONE_NAMES)


def framed_day(lines: Sequence[str]) -> bool:
    """Say whether a text stands between rows of names, its day right above it: a page by its form.

    For pages on which no word is known. The names must be plain (地点：… is a fact) and must not
    stand in the text again, as the entries of contents do; the day must stand between them and the
    text. Minutes, programmes and papers have it at their head. A stamp with its hour or source asks
    for fewer names than a day.
    """
    first = next((i for i, line in enumerate(lines) if is_sure(line, len(line))), 0)
    near = range(max(0, first - DAY_REACH), first)
    day = next((i for i in near if _is_dated(lines[i])), 0)
    if day < STAMP_HEAD:
        return False
    text = [i for i, line in enumerate(lines) if is_sure(line, len(line))]
    if len(text) < SURE_SHARE * (text[-1] + 1 - first):
        return False
    if sum(ENTRY_RE.match(line) is not None for line in lines[:first]) >= ENTRIES:
        return False  # a table of contents
    inside = set(lines[first : text[-1] + 1])
    head, tail = (
        sum(_is_name(line) and line not in inside and ":" not in labels.fold(line) for line in side)
        for side in (lines[:day], lines[text[-1] + 1 :])
    )
    if day > head + DAY_OTHERS:
        return False
    if head >= DAY_HEAD and tail >= DAY_TAIL:
        return True
    enough = head >= STAMP_HEAD and tail >= STAMP_TAIL and head + tail >= STAMP_NAMES
    return enough and _is_stamp(lines[day])


def _is_dated(line: str) -> bool:
    return YEAR_RE.search(line) is not None and (labels.is_day(line) or _is_stamp(line))


def _is_stamp(line: str) -> bool:
    return not labels.is_day(line) and labels.site_label(line) == labels.META


def glued_names(line: str) -> bool:
    """Say whether a line is names of channels and tools without a space: 打印网摘纠错分享推荐.

    So get_text("") leaves a bar. Linear; most lines are left at their first few characters.
    """
    if len(line) > labels.LONG_CHARS or labels.PROSE_RE.search(line):
        return False
    folded = labels.fold(line)
    most = len(folded) - GLUED_SHARE * len(folded)
    at = names = unknown = 0
    while at < len(folded) and unknown <= most:
        size = next((n for n in GLUED_SIZES if folded[at : at + n] in labels.WORDS), 0)
        names, unknown, at = names + (size > 0), unknown + (size == 0), at + (size or 1)
    return names >= GLUED_NAMES and unknown <= most


def glued_facts(line: str) -> bool:
    """Say whether a line is facts without a space: 来源:县报发布时间:2012-08-18审稿:."""
    if len(line) > labels.LONG_CHARS or line.count("：") + line.count(":") < GLUED_FACTS:
        return False
    folded = labels.fold(line)
    found = FACT_RE.findall(folded)
    known = sum(labels.FIELDS.get(name) == "source_line" for name in found)
    return (
        len(found) >= GLUED_FACTS
        and known >= GLUED_KNOWN
        and FACT_RE.match(folded) is not None
        and not SENTENCE_RE.search(line)
    )


def _names(side: Sequence[str]) -> int:
    """Return how many names stand above or below the paragraphs, or 0 where most is no name."""
    unmarked = [line for line in side if _is_name(line, LINK_EM)]
    if len(unmarked) < NAMES_SHARE * len(side):
        return 0
    return sum(
        len(labels.PIECES_RE.split(line))
        if labels.bar_shaped(line)
        else display_width(line) <= NAME_EM
        for line in unmarked
    )


def _is_name(line: str, most: float = NAME_EM) -> bool:
    """Say whether a line is short, in em, and has no mark of a sentence.

    Nor a small letter at its start, as the lines of broken prose have.
    """
    if (
        len(line) > 2 * most
        or line[0].islower()
        or ending_of(line) in (COLON, END)
        or labels.PROSE_RE.search(line)
    ):
        return False
    return display_width(line) <= most


def _is_item(line: str) -> bool:
    return len(line) >= ITEM_CHARS and line.endswith(ITEM_ENDS)


def round_text(lines: Sequence[str]) -> list[int]:
    """Return the lines up to the first paragraphs of a long text, and those from its last ones."""
    sure = [i for i, line in enumerate(lines) if is_sure(line, len(line))]
    if len(sure) <= 2 * ROUND:
        return []
    return [*range(sure[ROUND]), *range(sure[-1 - ROUND] + 1, len(lines))]
