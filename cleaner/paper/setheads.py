"""Headings that are set as the text is: subheads, whose lines are as long as those of a paragraph.

A headline has larger type than its text and its own measure; a subhead has the type of the text,
its column and its indent. So where a heading takes several lines, the first of a subhead is as wide
as the first line of the paragraph below, and the others have the room of its indent besides. The
page's lines are read from the history: they were put together since.
"""

from collections.abc import Collection, Iterator, Sequence

from cleaner.document import Document, undo_step
from cleaner.layout import Line, read_lines

# Lines of pages stand in the text before these stages.
JOINED = ("wrapped-line", "wrapped-headline")
# A subhead has at most so many lines; the first is as wide as that of the text within so many em,
# the others are no wider than the first with its indent.
MAX_LINES, SAME_EM, INDENT_EM = 3, 0.5, 2.0
# Headings looked at: a page has no more.
MAX_HEADS = 60


def set_as_text(document: Document, heads: Collection[str]) -> frozenset[str]:
    """Return the headings, of those given, whose first line of several is as wide as the text's."""
    keys = {_key(head): head for head in [*heads][:MAX_HEADS]}
    found: set[str] = set()
    if not keys:
        return frozenset()
    for lines in _pages(document):
        texts = [_key(line.text) for line in lines]
        found |= {head for key, head in keys.items() if _is_set_in(lines, texts, key)}
    return frozenset(found)


def _pages(document: Document) -> Iterator[Sequence[Line]]:
    """Yield the lines as they were before each stage that puts lines together, the last first."""
    text, wanted = document.text, {step.stage for step in document.history} & {*JOINED}
    for step in reversed(document.history):
        if not wanted:
            return
        text = undo_step(text, step)
        if step.stage in wanted:
            wanted.remove(step.stage)
            yield read_lines(text)


def _is_set_in(lines: Sequence[Line], texts: Sequence[str], key: str) -> bool:
    """Say whether a heading stands in several lines of the page, the first one of the text's."""
    for first, text in enumerate(texts):
        if not text or text == key or not key.startswith(text):
            continue
        end, whole = first, ""
        while end < len(lines) and end - first < MAX_LINES and len(whole) < len(key):
            whole += texts[end]
            end += 1
        if whole == key and _fits(lines, first, end):
            return True
    return False


def _fits(lines: Sequence[Line], first: int, end: int) -> bool:
    width = lines[first].width
    if end == len(lines) or max(line.width for line in lines[first:end]) > width + INDENT_EM:
        return False
    return abs(width - lines[end].width) <= SAME_EM


def _key(text: str) -> str:
    """Return what of a text later stages leave: its letters and digits."""
    return "".join(filter(str.isalnum, text))
