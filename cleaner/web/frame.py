"""Find the frame of a web page by its form alone: rows of names above the text and below it.

What a site sets round an article differs from site to site in its words, not in its shape: names of
channels, tools, titles of other articles, each a short line without the mark of a sentence, many
in a row, before the first paragraph and behind the last. Other texts have such a row on one side at
most: a table of contents, those present, who signed. Of 1,175 texts that are no pages three have
both (reports with contents, a newspaper's rows; and no other evidence), of 361 pages 234.
"""

import re
from collections.abc import Sequence

from cleaner.layout import COLON, END, display_width, ending_of
from cleaner.web import labels

# A paragraph beyond doubt: sentences with clauses; what an English one has.
SURE_CHARS, SENTENCE_RE, CLAUSE_RE = 30, re.compile("[。！？]"), re.compile("[，、；,]")
LATIN_SENTENCE_RE, LATIN_CHARS = re.compile(r"[a-z]{2}[\w)]?[.!?][\"”’)]{0,2}(?: [\"“‘A-Z]|$)"), 70
# Where a page has none, the items of its list are its text: 1、负责前台接待及来访登记；
ITEM_CHARS, ITEM_ENDS, ITEMS = 12, ("。", "；", "！", "？"), 3

# A name is short; so many on a side, and with the titles of links this share of its lines.
NAME_EM, LINK_EM, NAMES_SHARE = 16, 40, 0.6
HEAD_NAMES, TAIL_NAMES = 4, 3
# Names in a line without a space: so many, this share of it; characters of one, the longest first.
GLUED_NAMES, GLUED_SHARE, GLUED_SIZES = 5, 0.8, (8, 7, 6, 5, 4, 3, 2)
LONE_NAMES = 6  # above the first paragraph, where nothing stands below the last


def is_sure(line: str, chars: int) -> bool:
    """Say whether a line is a paragraph by its length and marks; `chars`: without white space."""
    if chars < SURE_CHARS:
        return False
    if SENTENCE_RE.search(line) and CLAUSE_RE.search(line):
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


def glued_names(line: str) -> bool:
    """Say whether a line is names of channels and tools without a space: 打印网摘纠错分享推荐.

    So get_text("") leaves a bar. Linear.
    """
    if len(line) > labels.LONG_CHARS or labels.PROSE_RE.search(line):
        return False
    folded = labels.fold(line)
    at = names = known = 0
    while at < len(folded):
        size = next((n for n in GLUED_SIZES if folded[at : at + n] in labels.WORDS), 0)
        names, known, at = names + (size > 0), known + size, at + (size or 1)
    return names >= GLUED_NAMES and known >= GLUED_SHARE * len(folded)


def _names(side: Sequence[str]) -> int:
    """Return how many names stand above or below the paragraphs, or 0 where most is no name."""
    unmarked = [line for line in side if _is_name(line, LINK_EM)]
    if len(unmarked) < NAMES_SHARE * len(side):
        return 0
    return sum(
        len(labels.PIECES_RE.split(line)) if labels.bar_shaped(line) else _is_name(line)
        for line in unmarked
    )


def _is_name(line: str, most: float = NAME_EM) -> bool:
    """Say whether a line is short, in em, and has no mark of a sentence."""
    if len(line) > 2 * most or ending_of(line) in (COLON, END) or labels.PROSE_RE.search(line):
        return False
    return display_width(line) <= most


def _is_item(line: str) -> bool:
    return len(line) >= ITEM_CHARS and line.endswith(ITEM_ENDS)
