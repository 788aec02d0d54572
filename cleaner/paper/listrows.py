"""Short lines that are no headings, for they are rows: of a form, of a list, of a table.

片名：渡口                 two fields in a row
导演：王平
江城队2：1胜青石队           three rows that differ in words and numbers alone
柳园队3：0胜渡口队
老闸队1：1平石桥队
白菜　1.20　1.15　持平        a row of cells, as many as the next row has
黄瓜　3.50　3.10　下跌
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from cleaner import late as re
from cleaner.layout import Line
from cleaner.paper.headshape import is_field

# What rows of a table differ in: words and numbers. So many rows, more marks and numbers in each.
# Chosen.
ROW_RE = re.compile(r"[^\W\d]+|\d+(?:\.\d+)?")
MIN_ROWS, MIN_SHAPE = 3, 2
# A number alone in a cell; the score of a match. A row has so many cells, and of numbers so many.
VALUE_RE = re.compile(r"[-+]?[0-9０-９]{1,9}(?:[.,][0-9]{1,9}){0,3}%?")
SCORE_RE = re.compile("[0-9]{1,3}[:：][0-9]{1,3}")
MIN_CELLS, MIN_NUMBERS = 3, 2


def _unless_number(found: re.Match[str]) -> str:
    return "0" if found[0][0].isdigit() else ""


def rows_of(texts: Sequence[str]) -> list[int]:
    """Return which lines are rows of tables: several in a row, alike but for words and numbers."""
    if len(texts) - texts.count("") < MIN_ROWS:  # most texts
        return []
    shapes = [text and ROW_RE.sub(_unless_number, " ".join(text.split())) for text in texts]
    found: list[int] = []
    for shape, run in groupby(range(len(texts)), lambda at: shapes[at]):
        rows = list(run)
        found += rows if len(shape) > MIN_SHAPE and len(rows) >= MIN_ROWS else []
    return found


def cell_rows(texts: Sequence[str], maybe: Sequence[int]) -> list[int]:
    """Return which of some lines (`maybe`) are rows of cells, or the names of the columns above."""
    found: list[int] = []
    for at in maybe:
        cells = len(texts[at].split())
        near = (i for i in (at - 1, at + 1) if 0 <= i < len(texts) and cells >= MIN_CELLS)
        alike = [i for i in near if len(texts[i].split()) == cells]
        names = at + 1 in alike and not any(map(str.isdigit, texts[at]))
        if alike and has_numbers(texts[at + 1] if names else texts[at]):
            found.append(at)
    return found


def has_numbers(text: str) -> bool:
    """Say whether a line is a row of cells with numbers: 白菜　1.20　1.15　持平."""
    cells = text.split()
    if len(cells) < MIN_CELLS:
        return False
    scores = any(SCORE_RE.fullmatch(cell) for cell in cells)
    return scores or sum(VALUE_RE.fullmatch(cell) is not None for cell in cells) >= MIN_NUMBERS


def form_lines(lines: Sequence[Line], *, wrapped: bool) -> list[int]:
    """Return the lines of forms and lists: two fields in a row, 《…》 right above them.

    In columns, where a headline and its subtitle may both have a colon, only where one of their
    names comes back: 片名：, 主演：, and again.
    """
    fields = [at for at, line in enumerate(lines) if is_field(line)]
    if len(fields) < 2:  # most texts
        return []
    names = {at: lines[at].text.partition("：")[0].partition(":")[0] for at in fields}
    often = Counter(names.values())
    runs: list[list[int]] = []
    for at in fields:
        if runs and runs[-1][-1] == at - 1:
            runs[-1].append(at)
        else:
            runs.append([at])
    found: list[int] = []
    for run in runs:
        if len(run) > 1 and not (wrapped and all(often[names[at]] == 1 for at in run)):
            above = run[0] - 1
            named = above >= 0 and lines[above].text[0] + lines[above].text[-1] == "《》"
            found += [above, *run] if named else run
    return found
