"""Which lines of a text are signs of a paper: asked of each line once, however many stages ask.

The questions themselves are those of `cleaner.paper.press`, of a line by itself.
"""

from collections.abc import Sequence

from cleaner.layout import Line, kept_with_lines
from cleaner.paper import press

# A page's number, a credit, a page's head, a jump line are no longer.
MAX_APART_CHARS, MAX_NUMBER_CHARS = 120, 4


@kept_with_lines
def credit_lines(lines: Sequence[Line]) -> list[bool]:
    """Say of each line whether it is a credit."""
    return [press.credit_line(line.text) for line in lines]


@kept_with_lines
def dateline_ends(lines: Sequence[Line]) -> list[int]:
    """Return where the dateline that opens each line ends; 0 for none."""
    return [press.dateline_end(line.text) for line in lines]


@kept_with_lines
def jump_lines(lines: Sequence[Line]) -> list[str]:
    """Say of each line whether it sends to another page, as `press.jump_line` does."""
    return [
        press.jump_line(line.text) if paged else ""
        for line, paged in zip(lines, _page_words(lines), strict=True)
    ]


@kept_with_lines
def apart_lines(lines: Sequence[Line]) -> list[bool]:
    """Say of each line whether it is by its shape no part of a column."""
    return [
        len(line.text) <= MAX_APART_CHARS
        and (
            credit
            or jump != ""
            or is_page_number(line.text)
            or (paged and press.masthead(line.text))
        )
        for line, credit, jump, paged in zip(
            lines, credit_lines(lines), jump_lines(lines), _page_words(lines), strict=True
        )
    ]


@kept_with_lines
def _page_words(lines: Sequence[Line]) -> list[bool]:
    """Say of each line whether it has what jump lines and mastheads have one of."""
    search = press.PAGE_WORD_RE.search
    return [search(line.text[:MAX_APART_CHARS]) is not None for line in lines]


def is_apart(text: str) -> bool:
    """Say what `apart_lines` does, of one line."""
    if len(text) > MAX_APART_CHARS:
        return False
    shaped = is_page_number(text) or press.credit_line(text) or press.masthead(text)
    return shaped or press.jump_line(text) != ""


def is_page_number(text: str) -> bool:
    """Say whether a line is a short number and nothing else."""
    return len(text) <= MAX_NUMBER_CHARS and text.isdigit()
