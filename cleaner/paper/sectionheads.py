"""Heads of pages that name a chapter and, beside or below it, the section that the page is in.

Books set by LaTeX have them: `CHAPTER 3. 开闸之前    3.2. 水尺`, `第三章 水尺  3.2 校正`. A chapter
begins with its title, and below it stands its first section, never a later one; so what names both
at the top of a page is a head, however seldom it comes back: each section has its own.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.layout import COMMA, END, HAN, LATIN, Line
from cleaner.paper.headkeys import PROSE_MARKS
from cleaner.paper.pagenumber import page_number, value_of

# The number of the page; the chapter's: CHAPTER 3., Appendix B, 第三章, 附录 B; a name behind it.
CHAPTER_RE = re.compile(
    r"(?:[0-9]{1,4}[ \u3000]+)?"
    r"(?:(?:(?i:chapter|appendix)|附[录錄]) ?(?P<letter>[0-9]{1,2}|[A-Z])(?![0-9A-Za-z])[.:：]?"
    r"|第 ?(?P<han>[0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?章)"
    r"[ \u3000]+(?=\S)"
)
# A section: 3.2. 水尺, B.2 水尺; of it the first two numbers count. No 3.2 节, which is said.
SECTION_RE = re.compile(
    r"(?:^|[ \u3000])(?P<letter>[0-9]{1,2}|[A-Z])\.(?P<at>[0-9]{1,2})(?:\.[0-9]{1,2}){0,3}\.?"
    r"[ \u3000]*(?![节節章])[^\W\d]"
)
# Wider is none, in characters with gaps.
MAX_CHARS = 200
# Lines of a book's page at least; a slide has fewer. Chosen; try 12 to 25.
MIN_PAGE = 20


def section_heads(lines: Sequence[Line]) -> set[int]:
    """Return the lines that are such heads: the first of their pages, and the second below it.

    A page begins at a form feed, or below the number of the page before. Where slides have such
    titles each has few lines, and ends with a sentence.
    """
    found: set[int] = set()
    top = -MIN_PAGE  # of the page above; where a text begins, it may have begun before
    for at in range(1, len(lines)):
        if (end := _head_end(lines, at)) and (at - top >= MIN_PAGE or _is_cut(lines, at)):
            found.update(range(at, end))
        top = at if lines[at].page else top
    return found


def _head_end(lines: Sequence[Line], at: int) -> int:
    """Return where the head that opens a page here ends, 0 where none does."""
    line = lines[at]
    if not _is_name(line) or not (line.page or page_number(lines[at - 1].text)):
        return 0
    if not (chapter := CHAPTER_RE.match(line.text)):
        return 0
    number = chapter["letter"] or str(value_of(chapter["han"]))
    beside = SECTION_RE.search(line.text, chapter.end())
    if beside and beside["letter"] == number:
        return at + 1
    below = lines[at + 1] if at + 1 < len(lines) else line
    section = SECTION_RE.match(below.text) if _is_name(below) and not below.page else None
    later = section and section["letter"] == number and int(section["at"]) > 1
    return at + 2 if later else 0


def _is_cut(lines: Sequence[Line], at: int) -> bool:
    """Say whether the page above ends inside a sentence, but for its number."""
    above = at - 1 - bool(page_number(lines[at - 1].text))
    return above >= 0 and lines[above].ending in (COMMA, HAN, LATIN)


def _is_name(line: Line) -> bool:
    named = len(line.text) <= MAX_CHARS and line.ending != END
    return named and PROSE_MARKS.isdisjoint(line.text)
