"""Where the search for columns could as well have gone another way (synthetic)."""

from collections.abc import Sequence
from itertools import product

import pytest
from column_rows import FULL, LAST, NOTHING, feet_of, page_of, rows_of

from cleaner.model import SHIPPED
from cleaner.order.forks import taken
from cleaner.order.queues import deal
from cleaner.order.rows import Row
from cleaner.order.scores import Scores
from cleaner.order.traces import OPENED, TITLE, Dealt, Fork

# Two columns; after row 6 one of them ends, and rows 7 to 9 go on in the other.
TWO = rows_of("头条", *[FULL] * 5, FULL + "。", *[FULL] * 2, LAST)
LEFT_GOES_ON = [TITLE, OPENED, OPENED, 1, 2, 3, 4, 5, 7, 8]
RIGHT = Fork(0.5, ((7, 6),))
RIGHT_GOES_ON = [*LEFT_GOES_ON[:7], 6, 7, 8]


def dealt(fork: Fork, rows: Sequence[Row], on: set[tuple[int, int]]) -> list[int]:
    page, starts = page_of(rows, set()), [NOTHING] * len(rows)
    return taken(page, Dealt(LEFT_GOES_ON, [fork]), feet_of(rows, on), starts)


def test_half_a_sentence_at_a_foot_that_goes_on_at_the_next_top_takes_a_fork() -> None:
    assert dealt(RIGHT, TWO, {(5, 2)}) == RIGHT_GOES_ON


def test_no_fork_is_taken_without_a_sign() -> None:
    assert dealt(RIGHT, TWO, set()) == LEFT_GOES_ON


def test_no_fork_is_taken_that_costs_more_than_it_gains() -> None:
    assert dealt(RIGHT._replace(price=6.0), TWO, {(5, 2)}) == LEFT_GOES_ON


def test_no_fork_is_taken_that_breaks_a_sentence_at_a_foot() -> None:
    # As it is the right column's foot goes on at the top of the left one's rest.
    rows = rows_of("头条", *[FULL] * 4, FULL + "。", *[FULL] * 3, LAST)
    on_left = [*LEFT_GOES_ON[:7], OPENED, 7, 8]
    page, starts = page_of(rows, set()), [NOTHING] * len(rows)
    found = taken(page, Dealt(on_left, [Fork(0.5, ((7, 5),))]), feet_of(rows, {(6, 7)}), starts)
    assert found == on_left


# A line goes on in the first column, or opens another.
ONE_MORE = rows_of("头条", *[FULL] * 4, FULL + "。", FULL, FULL, FULL, FULL)
GOES_ON = [TITLE, OPENED, OPENED, 1, 2, 3, 4, 5, 6, 7]
OPENS = Fork(1.0, ((7, OPENED),))


def opened(start: tuple[float, float]) -> list[int]:
    starts = [NOTHING] * len(ONE_MORE)
    starts[7] = start
    page = page_of(ONE_MORE, set())
    return taken(page, Dealt(GOES_ON, [OPENS]), feet_of(ONE_MORE, set()), starts)


def test_the_middle_of_a_sentence_opens_a_column_rather_than_a_paragraph() -> None:
    assert opened((-2.2, 0.1)) == [*GOES_ON[:7], OPENED, 6, 7]


def test_the_start_of_a_sentence_may_open_a_paragraph() -> None:
    assert opened((1.0, -0.4)) == GOES_ON
    assert opened(NOTHING) == GOES_ON


# What the rows of an article speak of: the left column of bees, the right one of a bridge.
BEES, BRIDGE = "蜂农把蜂箱搬进油菜花田里采蜜", "施工队为大桥的斜拉索钢缆除锈"


def spoken_of(monkeypatch: pytest.MonkeyPatch, below: str, trust: float = 0.0) -> list[int]:
    monkeypatch.setattr("cleaner.order.forks._trust", lambda *_: trust)
    rows = rows_of("头条", *[BEES, BRIDGE] * 3, *[below] * 3)
    page, starts = page_of(rows, set()), [NOTHING] * len(rows)
    return taken(page, Dealt(LEFT_GOES_ON, [RIGHT]), feet_of(rows, set()), starts)


def test_a_column_goes_on_in_what_speaks_of_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    assert spoken_of(monkeypatch, BRIDGE) == RIGHT_GOES_ON


def test_no_fork_is_taken_by_what_both_or_neither_speak_of(monkeypatch: pytest.MonkeyPatch) -> None:
    assert spoken_of(monkeypatch, BEES) == LEFT_GOES_ON
    assert spoken_of(monkeypatch, BEES[:7] + BRIDGE[7:]) == LEFT_GOES_ON
    assert spoken_of(monkeypatch, "天气预报说明天多云转阴有小雨") == LEFT_GOES_ON


def test_where_feet_are_trusted_they_tell_and_not_the_subject(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert spoken_of(monkeypatch, BRIDGE, trust=1.0) == LEFT_GOES_ON


def test_the_search_tells_where_it_could_as_well_have_gone_on_in_the_other_column() -> None:
    inside = {(before, before + 2) for before in range(1, 6)} | {(7, 8), (8, 9)}
    found = deal(page_of(TWO, inside - {(5, 7)}))
    assert any(fork.links[0] in ((7, 5), (7, 6)) for fork in found.forks)
    assert all(found.links[at] != before for fork in found.forks for at, before in fork.links)


def test_where_words_say_which_the_search_tells_of_no_other_way() -> None:
    rows = rows_of("头条", *[FULL] * 8)
    inside = set(product(range(9), range(9))) & {(at, at + 2) for at in range(1, 7)}
    found = deal(page_of(rows, inside))
    assert [fork for fork in found.forks if any(at > 2 for at, _ in fork.links)] == []


def test_the_start_of_a_sentence_looks_like_one() -> None:
    rows = rows_of("今年以来各地加大投入", "们的生活水平不断提高", "会议强调要坚持", "的精神")
    scores = Scores(rows, [(20,)] * len(rows), SHIPPED)
    starts = [start > inside for start, inside in scores.starts(0, len(rows))]
    assert starts == [True, False, True, False]
