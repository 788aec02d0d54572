"""Headlines of several lines side by side, so that their lines come in turn (synthetic)."""

from collections.abc import Collection, Sequence

import pytest
from column_rows import FULL, LAST, page_of, rows_of

from cleaner.order.fit import fits, openings
from cleaner.order.queues import REST_REACH, deal
from cleaner.order.rows import INDENT, common_widths, indent_of
from cleaner.order.traces import OPENED, TITLE, Trace, is_open_head

FIRST = FULL[2:]  # its indent was dropped
TOPS = ("全市农村公路养护", "城东小学运动会")
RESTS = ("工作会议召开", "圆满落幕")


def links(
    texts: Sequence[str], heads: Collection[int], on: Collection[tuple[int, int]]
) -> list[int]:
    """Deal lines of which these look like headlines, and these surely go on in each other."""
    odds = [2.0 if at in heads else -3.0 for at in range(len(texts))]
    return deal(page_of(rows_of(*texts), on, odds)).links


@pytest.mark.parametrize("rows", [1, 3, 12])
def test_a_column_that_waited_goes_on(rows: int) -> None:
    """A picture or a box stands in the first of three columns, so many rows high."""
    places = [(column, row) for row in range(rows + 6) for column in range(3)]
    places = [(column, row) for column, row in places if column or not 2 <= row < 2 + rows]
    wanted = [
        max((before for before in range(at) if places[before][0] == column), default=OPENED)
        for at, (column, _) in enumerate(places)
    ]
    on = set(zip(wanted, range(len(places)), strict=True))
    assert links([FULL] * len(places), (), on) == wanted


def test_the_next_line_of_a_headline_comes_in_its_turn() -> None:
    texts = [*TOPS, *RESTS, *[FULL] * 4, LAST, LAST]
    on = {(0, 2), (1, 3), (4, 6), (5, 7), (6, 8), (7, 9)}
    assert links(texts, {0, 1}, on) == [TITLE, TITLE, 0, 1, OPENED, OPENED, 4, 5, 6, 7]


def test_it_comes_when_the_text_beside_it_has_begun() -> None:
    texts = [TOPS[0], TOPS[1], FULL, RESTS[1], FULL, FULL, LAST, LAST]
    on = {(1, 3), (2, 4), (4, 6), (5, 7)}
    assert links(texts, {0, 1}, on) == [TITLE, TITLE, OPENED, 1, 2, OPENED, 4, 5]


@pytest.mark.parametrize("ahead", [0, 3])
def test_a_headline_at_once_below_stays_as_it_was(ahead: int) -> None:
    texts = [*[FULL] * ahead, TOPS[0], RESTS[0], *[FULL] * 3, LAST]
    first = ahead
    on = {(first, first + 1), *((at, at + 1) for at in range(first + 2, len(texts) - 1))}
    found = links(texts, {first}, on)
    assert found[first : first + 3] == [TITLE, first, OPENED]


def test_another_headline_is_one_of_its_own() -> None:
    texts = [*TOPS, "粮油价格平稳", *[FULL] * 3, LAST]
    found = links(texts, {0, 1, 2}, {(3, 4), (4, 5), (5, 6)})
    assert found[:4] == [TITLE, TITLE, TITLE, OPENED]


def test_a_line_of_which_the_words_say_nothing_is_not_the_next_of_a_headline_above() -> None:
    texts = [*TOPS, FULL, FULL, "小计", FULL, LAST]
    assert links(texts, {0, 1}, {(2, 3), (3, 5), (5, 6)})[4] not in (0, 1)


def test_a_wider_line_is_not_the_next_of_a_headline() -> None:
    texts = [*TOPS, "全市农村公路养护工作会议召开", "运动会", *[FULL] * 3, LAST]
    assert links(texts, {0, 1}, {(0, 2), (4, 5), (5, 6), (6, 7)})[2] != 0


def test_a_headline_far_above_has_ended() -> None:
    size = 2 * REST_REACH
    texts = [*TOPS, *[FULL] * size, RESTS[0], LAST]
    on = {(0, size + 2), *((at, at + 1) for at in range(2, size + 1))}
    assert links(texts, {0, 1}, on)[size + 2] != 0


# 0 and 1 are headlines, 2 goes on from 0, 3 opens a column.
WAY: Trace = None
for LINK in ((0, TITLE), (1, TITLE), (2, 0), (3, OPENED)):
    WAY = (*LINK, WAY, ())


@pytest.mark.parametrize(("line", "is_open"), [(0, False), (1, True), (2, True), (3, False)])
def test_the_last_line_of_a_headline(line: int, is_open: bool) -> None:
    assert is_open_head(WAY, line) == is_open


@pytest.mark.parametrize(
    ("paragraph", "indent"),
    [
        ([FIRST, *[FULL] * 5, LAST], INDENT),
        ([FULL, *[FULL] * 5, LAST], 0),
        ([FIRST, *[FULL] * 30, LAST], INDENT),  # long ones, of which a page has few
        ([*[FULL] * 6, FIRST + "。"], 0),  # a last line as wide as a first one
    ],
)
def test_a_page_tells_whether_its_first_lines_are_set_in(
    paragraph: Sequence[str], indent: int
) -> None:
    rows = rows_of(*paragraph * 20)
    assert indent_of(rows, common_widths([row.cells for row in rows])) == indent


def test_columns_of_two_widths_are_no_indent() -> None:
    """The narrower one is two characters narrower, and has most of the lines."""
    rows = rows_of(*[FIRST, FIRST, FIRST, FULL, LAST] * 20)
    assert indent_of(rows, common_widths([row.cells for row in rows])) == 0


@pytest.mark.parametrize("lines", [1, 12, 25])
def test_a_short_page_does_not_tell(lines: int) -> None:
    rows = rows_of(*[FULL] * lines)
    assert indent_of(rows, common_widths([row.cells for row in rows])) == INDENT


def test_where_nothing_is_set_in_a_narrower_line_opens_no_paragraph() -> None:
    first, full = rows_of(FIRST, FULL)
    assert fits(first, 24, INDENT)[1] < 1 < fits(first, 24, 0)[1]
    assert min(fits(full, 24, 0)[1:]) > fits(full, 24, 0)[0]
    assert {width for _, width, _ in openings(first, (24, 20), 0)} == {20, 0}
    assert {width for _, width, _ in openings(first, (24, 20), INDENT)} == {24, 20, 0}
