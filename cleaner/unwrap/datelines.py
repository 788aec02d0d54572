"""Find the datelines that a column broke: over two lines or more, before or in their brackets.

    新华社北京1月12日电                据新华社华盛           本报上海1月23日电
    （记者于海生）国务院总理李          顿1月12日电（记        记者吴焰报道：浦东钢铁
    鹏今天下午在中南海                  者翟景升）美国经       公司的炼钢炉今天

Of these lines some look like credits by themselves, which are no part of a paragraph, and the
first like a headline. Put together they open one.
"""

from collections.abc import Sequence

from cleaner import late as re
from cleaner.layout import END, Line, kept_with_lines
from cleaner.paper.press import DATELINE_CHARS, dateline_end
from cleaner.paper.signs import DATELINE, having
from cleaner.unwrap.breaks import Break
from cleaner.unwrap.decision import FULL_EM

# A column is no wider, em; lines of a dateline at most: a column of 8 em has
# 新华社联合国 | 12月30日电 | （记者于海生、 | 翟景升）.
MAX_EM, MAX_LINES = 30, 5
# Whom a bracket names that goes on from a line; another has a line of text of its own.
REPORTER_RE = re.compile("记者|通讯员")


@kept_with_lines
def broken_datelines(lines: Sequence[Line]) -> list[range]:
    """Return the lines of each dateline that stands in more than one, the text behind it too."""
    signs = having(lines, DATELINE)
    if not any(signs):
        return []
    found: list[range] = []
    at = 0
    while at < len(lines) - 1:
        end = _end(lines, at) if any(signs[at : at + MAX_LINES]) else at
        # 编政府机构 | 据新华社汉城1月27 | 日电: what stands above is not of it.
        if end > at and lines[at + 1].text[0] not in "（(记" and _opens_one(lines, at + 1):
            end = at
        if end > at:
            found.append(range(at, end + 1))
        at = max(at + 1, end)
    return found


def with_datelines(
    lines: Sequence[Line], breaks: Sequence[Break], datelines: Sequence[range]
) -> tuple[Break, ...]:
    """Join the lines of datelines that a column broke, where the paragraph goes on in it."""
    found = list(breaks)
    for span in datelines:
        last = span[-1]
        below = found[last] if last < len(found) else None
        goes_on = below is not None and below.joined and below.column
        if not goes_on and lines[last].ending != END:
            continue
        for at in span[:-1]:
            column = found[at].column or (below.column if below else 0.0)
            found[at] = found[at]._replace(joined=True, column=column)
        if span[0]:
            found[span[0] - 1] = found[span[0] - 1]._replace(joined=False)
    return tuple(found)


def with_full_datelines(lines: Sequence[Line], breaks: Sequence[Break]) -> tuple[Break, ...]:
    """Join a dateline that fills a line of its column to the paragraph that goes on below it.

    本报讯 （记者李立 通讯员赵强） would be a credit by itself; one that ends sooner is one.
    """
    return tuple(
        one._replace(joined=True, column=below.column)
        if not one.joined
        and below.joined
        and below.column
        and _opens(lines[one.line], lines[one.line + 1], below.column)
        else one
        for one, below in zip(breaks, [*breaks[1:], *breaks[-1:]], strict=True)
    )


def _opens(line: Line, below: Line, column: float) -> bool:
    """Say whether a line is a dateline that fills its column, and goes on right below it."""
    return (
        not (below.blanks or below.page)
        and line.text[-1] in "）)电電"
        and line.indent + line.width >= column - FULL_EM
        and dateline_end(line.text) == len(line.text)
    )


def _opens_one(lines: Sequence[Line], at: int) -> bool:
    return at < _end(lines, at) or dateline_end(lines[at].text.removeprefix("据")) > 0


def _end(lines: Sequence[Line], first: int) -> int:
    """Return the line in which the dateline that opens a line ends, the text behind it begins."""
    if lines[first].width > MAX_EM:
        return first
    text = lines[first].text.removeprefix("据")
    done = dateline_end(text)
    if 0 < done < len(text) and not _is_open(text[done:]):
        return first
    found = first
    for at in range(first + 1, min(first + MAX_LINES, len(lines))):
        line = lines[at]
        if line.blanks or line.page or line.width > MAX_EM or len(text) > DATELINE_CHARS:
            break
        before, text = len(text), text + line.text
        end = dateline_end(text)
        if end > before and (line.text[0] not in "（(" or REPORTER_RE.search(text, before, end)):
            found = at if end < len(text) else at + 1
        elif end and not _is_open(text[end:]):
            break
    return found if found < len(lines) else first


def _is_open(rest: str) -> bool:
    """Say whether the bracket behind a dateline is not closed yet."""
    return rest[:1] in ("（", "(") and "）" not in rest and ")" not in rest
