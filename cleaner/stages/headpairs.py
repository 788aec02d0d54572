"""Set two headlines that an extractor gave in one line one below the other.

    济宁已有161人获评齐鲁首 迎接共建“一带一路”更高质量、更高水平的新发展
    席技师

becomes

    济宁已有161人获评齐鲁首
    席技师

    迎接共建“一带一路”更高质量、更高水平的新发展

`cleaner.order.headpairs` says which line holds two. What stands between, often the first lines of
the columns below, stays where it is.
"""

from collections.abc import Iterator
from itertools import pairwise

from cleaner.chars.asread import as_read
from cleaner.document import Document, Edit, Span
from cleaner.layout import Line, read_lines
from cleaner.model import SHIPPED, Model
from cleaner.order.columns import may_be_columns
from cleaner.order.headpairs import paired_headlines
from cleaner.stage import Arrange


def paired_headline(document: Document, *, model: Model = SHIPPED) -> Iterator[Span | Edit]:
    """Set two headlines that stand in one line one below the other, each with its second line.

    Left alone: a headline of two clauses, also one that goes on in a second line; rows of a table;
    whatever was not broken into lines of set widths.
    """
    text = document.text
    if not may_be_columns(document):
        return
    lines = read_lines(text)
    spans: list[Span] = []
    edits: list[Edit] = []
    at = size = 0
    for pair in paired_headlines(lines, model):
        line, *moved = (lines[one] for one in (pair.line, pair.first, pair.second) if one >= 0)
        start, end = line.start + pair.start, line.start + pair.end
        bodies = [_body(text, one) for one in (line, *moved)]
        if text[bodies[-1].end - 1] != "\n":
            continue  # the text's last line
        head, first, *second = bodies
        found = [Span(at, start), Span(start, end), first, Span(end, head.end), *second]
        between = [Span(a.end, b.start) for a, b in pairwise(bodies)]
        gap = size + start - at
        edits.append(Edit(gap, text[start:end], "\n"))
        edits.append(Edit(gap + end - start + first.end - first.start, "", "\n"))
        spans += [*found, *between]
        size += bodies[-1].end - at
        at = bodies[-1].end
    if spans:
        yield from (span for span in (*spans, Span(at, len(text))) if span.start < span.end)
        yield from edits


def _body(text: str, line: Line) -> Span:
    """Return a line with its indent and its line break."""
    end = text.find("\n", line.end) + 1 or len(text)
    return Span(text.rfind("\n", 0, line.start) + 1, end)


# Synthetic: two headlines side by side over their columns, as an extractor gives them.
_COLUMNS = (
    "{}"
    "\n"
    "昨天上午，全市农村公路养护工\n"
    "作会议在市政府礼堂召开。会议\n"
    "要求，各县区要把养护资金列入\n"
    "年度预算，落实专人负责，做到\n"
    "有路必养、养必到位。各县区要\n"
    "在年底以前把任务完成一半，不\n"
    "\n"
    "山里的客运站前天开门迎客，第\n"
    "一班车坐了三十二个人，多半是\n"
    "去县城看病的老人。客运站旁边\n"
    "的小卖部里挤满了来看热闹的人\n"
    "，站长说，今后每天往返六趟，\n"
    "票价还是一块钱，老人不要钱。\n"
)
_PAIR = _COLUMNS.format("全市农村公路养护工作会 青山客运站迎来第一批乘客\n议在礼堂召开\n")
_APART = _COLUMNS.format("全市农村公路养护工作会\n议在礼堂召开\n\n青山客运站迎来第一批乘客\n")
_BOTH = _COLUMNS.format(
    "全市农村公路养护工作会 青山客运站昨天迎来第一批乘\n议在礼堂召开\n客三十二人\n"
)
_BOTH_APART = _COLUMNS.format(
    "全市农村公路养护工作会\n议在礼堂召开\n\n青山客运站昨天迎来第一批乘\n客三十二人\n"
)

PAIRED_HEADLINE = Arrange(
    paired_headline,
    glance=may_be_columns,
    shown=as_read,
    examples={_PAIR: _APART, _BOTH: _BOTH_APART},
    keeps=(
        # A headline of two clauses; one that goes on in a second line; with a subtitle below it.
        _COLUMNS.format("全市农村公路养护工作会议 昨天在礼堂召开\n"),
        _COLUMNS.format("农村公路养护工作会议召开 部署下半年的重点任\n务和年底检查\n"),
        _COLUMNS.format("农村公路养护工作会议召开 部署下半年的重点任务\n年底检查\n"),
        # A name of a series, a date, a row of names.
        _COLUMNS.format("【新春走基层】 青山客运站迎来第一批乘\n客三十二人\n"),
        _COLUMNS.format("青山县农村公路简报 二〇二四年第三期总第六十期\n公路养护\n"),
        # Not broken into columns.
        "全市农村公路养护工作会 青山客运站迎来第一批乘客\n议在礼堂召开\n",
    ),
)
