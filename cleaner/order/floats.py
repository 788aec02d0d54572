"""Find a figure or table at a page's top: its lines up to where the text goes on.

It has a caption, 图3 …, 表2-1 …; what else stands there are cells and labels, narrower than a line
of the text, and what says where the figures come from.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.layout import END, Line
from cleaner.widths import median

CAPTION_RE = re.compile("[图表] ?[0-9]{1,3}(?:[-.–—][0-9]{1,3})?(?:[ \u3000:：.．](?!.*[。，]$)|$)")
SOURCE_RE = re.compile("(?:资料来源|数据来源|来源|注|说明)[:：]")
# Lines of a table at most; a cell in a line of the text, at most; lines that show the text's width.
MAX_LINES, CELL, MIN_LINES = 80, 0.75, 4


def float_end(lines: Sequence[Line], top: int, end: int) -> int:
    """Return where the text goes on below a float at a page's top; `top` where none stands."""
    page = lines[top:end]
    if not any(CAPTION_RE.match(line.text) for line in page[:MAX_LINES]):
        return top
    full = sorted(line.width for line in page)[-max(MIN_LINES, len(page) // 3) :]
    width = median(full)
    has_caption = goes_on = False
    for at in range(top, min(end, top + MAX_LINES)):
        line = lines[at]
        narrow = line.width < CELL * width  # as 图 3 所示 in the text is not
        is_caption = narrow and CAPTION_RE.match(line.text) is not None
        is_source = SOURCE_RE.match(line.text) is not None
        is_cell = narrow and line.ending != END
        if not (is_caption or is_source or goes_on or is_cell):
            return at if has_caption else top
        has_caption |= is_caption
        goes_on = (is_source or goes_on) and not narrow
    return top
