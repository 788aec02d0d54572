"""Notes at a page's foot go behind the paragraph that they cut."""

from collections.abc import Iterator, Sequence

from cleaner.chars.asread import as_read
from cleaner.document import Document, Edit, Span
from cleaner.layout import Line, line_spans, read_lines
from cleaner.order.footnotes import moves
from cleaner.stage import Arrange


def page_note(document: Document) -> Iterator[Span | Edit]:
    """Set the notes at a page's foot behind the paragraph that goes on at the next page's top.

    Left alone: notes whose marks do not stand in the text above them, and where that text does not
    surely go on; text without form feeds.
    """
    text = document.text
    lines = read_lines(text)
    behind = moves(lines)
    if not behind:
        return
    units = line_spans(text, lines)
    moved = {at for blocks in behind.values() for start, end in blocks for at in range(start, end)}
    at = 0
    for number, unit in enumerate(units):
        if number not in moved:
            yield unit
            at += unit.end - unit.start
        elif lines[number].page:  # the page's end stays
            yield Span(unit.start, lines[number].start)
            at += lines[number].start - unit.start
        if number in behind:
            first = lines[behind[number][0][0]]
            if first.page or not first.blanks:
                yield Edit(at, "", "\n")
            for span in _of_blocks(behind[number], lines, units):
                yield span
                at += span.end - span.start
            yield Edit(at, "", "\n")


def _of_blocks(
    blocks: Sequence[tuple[int, int]], lines: Sequence[Line], units: Sequence[Span]
) -> Iterator[Span]:
    """Yield blocks that stand together now: the blank lines between them, if any, behind all."""
    spaces = []
    for start, end in blocks:
        space = Span(units[start].start, lines[start].start)
        if not lines[start].page and start == blocks[0][0]:
            yield space
        elif not lines[start].page:
            spaces.append(space)
        yield Span(lines[start].start, units[end - 1].end)
    yield from spaces


# Synthetic: a page of a book, its note, and the page on which its last paragraph goes on.
_PAGE = (
    "村里修渠的事，地方志上记得很简略，只说某年某\n"
    "月开工，费时三年而成①。至于钱从哪里来，人又由\n"
    "谁来招募，书上一个字也没有提到。\n"
    "碑文倒写得详细些。捐钱的人按村子排列，每一户\n"
    "出了多少工、多少米，都刻在石头上，连外村的亲\n"
    "戚送来的木料也没有漏掉。从中可以看出，当时的\n"
)
_NOTE = "①参见陈立：《农田水利志》，江河出版社1986年版，第28页。\n"
_SAID = "收稿日期：2016-03-08\n作者简介：陈立，男，研究农田水利。\n"
_REST = "水利并不是官府一家的事情，而是由几个村子的族\n长共同商量着办的。\n"
_NEXT = (
    "渠成以后，用水的次序也写进了碑文。上游的村子\n"
    "先放三天，下游的村子再放三天，遇到大旱就由族\n"
    "长们坐下来重新商量。\n"
)
_TABLE = "表2-1　各村用水日数\n村子　　日数\n上渠村　3\n下渠村　4\n资料来源：碑文。\n"
_ITEM = "②渠身，沿着山脚绕行，由各村分段修筑，遇到争执由族长解决问\n"
_ITEM_REST = "题，三年一换。\n"
_TOLD = _PAGE.replace("简略，", "简略②，")
# A sentence that ends, a text without marks.
_ENDED = _PAGE.replace("从中可以看出，当时的", "读来令人起敬。")
_UNTOLD = _PAGE.replace("①", "")

PAGE_NOTE = Arrange(
    page_note,
    once=True,
    gate="\f",
    shown=as_read,
    examples={
        f"{_PAGE}{_NOTE}\f{_REST}{_NEXT}": f"{_PAGE}\f{_REST}\n{_NOTE}\n{_NEXT}",
        # set apart, with a number in brackets
        f"{_PAGE}\n{_NOTE}\n\f{_REST}{_NEXT}".replace("①", "[7]"): (
            f"{_PAGE}\n\f{_REST}\n{_NOTE}\n{_NEXT}".replace("①", "[7]")
        ),
        # what a journal says of a paper needs no mark
        f"{_UNTOLD}{_SAID}\f{_REST}{_NEXT}": f"{_UNTOLD}\f{_REST}\n{_SAID}\n{_NEXT}",
    },
    keeps=[
        # below a sentence's end, below the title, in what tells of it
        f"{_ENDED}{_SAID}\f{_NEXT}",
        f"渠碑所见的用水次序\n{_SAID}{_PAGE}\f{_REST}{_NEXT}",
        f"{_UNTOLD}作者简介写在石碑背面\n\f{_REST}{_NEXT}",
        f"{_ENDED}{_NOTE}\f{_NEXT}",
        f"{_UNTOLD}{_NOTE}\f{_REST}{_NEXT}",
        # a list whose last item goes on
        f"{_TOLD}①渠首，在上游筑坝拦水的地方；\n{_ITEM}\f{_ITEM_REST}{_NEXT}",
        # what the text names, with a word behind the mark; what it counts
        f"{_PAGE.replace('①', '，分①渠首、②渠身')}①渠首，三处\n②渠身，九里\n\f{_REST}{_NEXT}",
        f"{_PAGE.replace('①', '，用了2户人、3户人')}2户是外村的\n3户是本村的\n\f{_REST}{_NEXT}",
        f"{_PAGE}{_NOTE}{_REST}{_NEXT}",
        # a section's number, an item of a list
        f"{_ENDED}2 用水的次序\n{_NEXT}\f{_NEXT}",
        f"{_UNTOLD}1.渠首、渠身和渠尾\n\f{_REST}{_NEXT}",
        # a line that begins with what is counted
        f"{_UNTOLD.replace('三年', '3年')}3个村子、\n\f{_REST}{_NEXT}",
        # a table that cuts nothing
        f"{_ENDED}\f{_TABLE}{_NEXT}",
        f"{_UNTOLD}\f{_TABLE}{_REST}{_NEXT}",
        "①\f①",
    ],
)
