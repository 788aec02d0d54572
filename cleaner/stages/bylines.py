"""Bylines in the midst of a sentence go under their headline."""

from collections.abc import Iterator

from cleaner.chars.asread import as_read
from cleaner.document import Document, Edit, Span
from cleaner.layout import line_spans, read_lines
from cleaner.model import SHIPPED, Model
from cleaner.order.bylines import cut_sentences
from cleaner.order.columns import may_be_columns
from cleaner.stage import Arrange


def misplaced_byline(document: Document, *, model: Model = SHIPPED) -> Iterator[Span | Edit]:
    """Take a byline that was printed over a later column out of the sentence that it cuts.

    It goes under the headline before it. Left alone: a byline where no sentence surely goes on, or
    that has no headline near; the writers in brackets at an article's end.
    """
    text = document.text
    lines = read_lines(text)
    places = cut_sentences(lines, model)
    if not places:
        return
    units = line_spans(text, lines)
    under: dict[int, list[int]] = {}
    for byline, place in places.items():
        under.setdefault(place, []).append(byline)
    at = 0
    for number, unit in enumerate(units):
        for byline in under.get(number, ()):
            if not lines[byline].blanks:
                yield Edit(at, "", "\n")
            yield units[byline]
            at += units[byline].end - units[byline].start
        if number not in places:
            yield unit
            at += unit.end - unit.start


# Synthetic: an article in two columns, the byline over the second.
_HEADLINE = "农村公路养护工作会议召开\n"
_FIRST = (
    "\n"
    "昨天上午，全市农村公路养护工作\n"
    "会议在市政府礼堂召开。会议要求，\n"
    "各县区要把养护资金列入年度预算，\n"
    "做到有路必养、养必到位，确保群众\n"
    "出行安全。会议强调，要进一步加\n"
)
_SECOND = (
    "强农村公路建设，对超限超载的所有\n车辆要严格管理，依法处罚，保护好\n来之不易的建设成果。\n"
)
_BYLINE = "本报记者 王宁\n"
_UNDER = f"{_HEADLINE}\n{_BYLINE}{_FIRST}{_SECOND}"
# A sentence ends at the column's foot.
_WHOLE = _FIRST.replace("会议强调，要进一步加\n", "\n")

MISPLACED_BYLINE = Arrange(
    misplaced_byline,
    gate="\n",
    once=True,
    glance=may_be_columns,
    shown=as_read,
    examples={
        f"{_HEADLINE}{_FIRST}{_BYLINE}{_SECOND}": _UNDER,
        # a block of its own
        f"{_HEADLINE}{_FIRST}\n{_BYLINE}{_SECOND}": _UNDER,
    },
    keeps=[
        _UNDER,
        f"{_HEADLINE}{_WHOLE}{_BYLINE}{_SECOND}",
        f"{_HEADLINE}{_WHOLE}\n{_BYLINE}{_SECOND}",
        # no headline near
        f"{_FIRST}{_BYLINE}{_SECOND}",
        f"{_HEADLINE}{_FIRST}（参与记者 王宁）\n{_SECOND}",
        # another article, that begins with its dateline
        f"{_HEADLINE}{_FIRST}{_BYLINE}本报讯（记者李青）{_SECOND}",
    ],
)
