"""Columns of articles side by side are chained, past the next headline too (synthetic)."""

from collections.abc import Sequence

import pytest

from cleaner.layout import read_lines
from cleaner.order import chains
from cleaner.order.feet import Feet
from cleaner.order.groups import groups_of
from cleaner.order.readout import read_out
from cleaner.order.rows import INDENT, read_rows
from cleaner.order.traces import APART, OPENED, TITLE

ROAD, SCHOOL = "农村公路养护会议召开", "城东小学举行运动会"
# Columns of two widths; the first lines of each tell its article.
ROADS = (
    ["记者从农村公路养护会议上", "获悉，去年全县公路养护里", "程增加，农村公路养护更好"],
    ["地满足了沿线村民的出行需", "要。公路养护站添了新的压", "路机，农村公路修得更平。"],
)
SCHOOLS = (
    ["城东小学昨天举行运", "动会，全校学生参加", "了六十米跑步和跳远"],
    ["比赛，老师们也参加", "了拔河，下午城东小", "学运动会就闭幕了。"],
)


def page(parts: Sequence[str | Sequence[str]]) -> tuple[list[str], list[int]]:
    """Return the lines of headlines and columns, one below the other, and their links."""
    texts: list[str] = []
    dealt: list[int] = []
    for part in parts:
        if isinstance(part, str):
            dealt.append(APART if part.startswith("（") else TITLE)
            texts.append(part)
            continue
        for place, text in enumerate(part):
            dealt.append(len(texts) - 1 if place else OPENED)
            texts.append(text)
    return texts, dealt


def read(parts: Sequence[str | Sequence[str]], goes_on: Sequence[tuple[str, str]] = ()) -> str:
    """Return the text of a page as it is read out; `goes_on`: feet, and the tops they go on in."""
    texts, dealt = page(parts)
    rows = read_rows(tuple(read_lines("\n".join(texts))))

    def follows(before: Sequence[int], after: Sequence[int]) -> list[float]:
        pairs = zip(before, after, strict=True)
        return [2.0 if (texts[a], texts[b]) in goes_on else -1.2 for a, b in pairs]

    found = read_out(rows, dealt, Feet(rows, follows, INDENT))
    assert sorted(found.rows) == list(range(len(texts)))
    return "".join(f"\n{texts[at]}" if at in found.opening else texts[at] for at in found.rows)


def joined(title: str, columns: Sequence[Sequence[str]]) -> str:
    return f"\n{title}" + "".join("".join(column) for column in columns)


FEET = [(one[0][-1], one[1][0]) for one in (ROADS, SCHOOLS)]


def test_a_column_goes_on_under_the_next_headline() -> None:
    found = read([ROAD, ROADS[0], SCHOOL, SCHOOLS[0], SCHOOLS[1], ROADS[1]], FEET)
    wide = read([ROAD, ROADS[0], SCHOOL, ROADS[1], SCHOOLS[0], SCHOOLS[1]], FEET)
    assert found == wide == joined(ROAD, ROADS) + joined(SCHOOL, SCHOOLS)


def test_a_text_opens_under_the_headline_of_its_neighbour() -> None:
    found = read([ROAD, SCHOOL, SCHOOLS[0], ROADS[0], SCHOOLS[1], ROADS[1]], FEET)
    assert found == joined(ROAD, ROADS) + joined(SCHOOL, SCHOOLS)


@pytest.mark.parametrize("goes_on", [FEET, FEET[:1]])
def test_columns_in_their_places_stay(goes_on: Sequence[tuple[str, str]]) -> None:
    found = read([ROAD, ROADS[0], ROADS[1], SCHOOL, SCHOOLS[0], SCHOOLS[1]], goes_on)
    assert found == joined(ROAD, ROADS) + joined(SCHOOL, SCHOOLS)


def test_where_all_columns_are_of_one_width_nothing_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(chains, "_answers")
    narrow = [[line[:9] for line in column] for column in ROADS]
    assert read([ROAD, *narrow, SCHOOL, *SCHOOLS]).startswith(f"\n{ROAD}")


NARROW = tuple([line[:9] for line in column] for column in ROADS)


def test_two_headlines_above_columns_of_one_width_are_asked() -> None:
    feet = [(NARROW[0][-1], NARROW[1][0]), FEET[1]]
    found = read([ROAD, SCHOOL, SCHOOLS[0], NARROW[0], SCHOOLS[1], NARROW[1]], feet)
    assert found == joined(ROAD, NARROW) + joined(SCHOOL, SCHOOLS)


@pytest.mark.parametrize("below", [("各镇部署下半年重点任务",), ("各镇部署下半年", "重点任务")])
def test_a_second_headline_over_one_text_stays_with_the_first(below: tuple[str, ...]) -> None:
    found = read([ROAD, *below, *NARROW], [(NARROW[0][-1], NARROW[1][0])])
    assert found == joined("".join([ROAD, *below]), NARROW)


def test_a_headline_that_stands_apart_is_no_second_one() -> None:
    found = read([ROAD, "（记者王平）", SCHOOL, *NARROW], [(NARROW[0][-1], NARROW[1][0])])
    assert f"{SCHOOL}{NARROW[0][0]}" not in found


def test_columns_without_a_headline_and_lines_apart_are_kept() -> None:
    found = read([ROADS[0], SCHOOL, "（记者王平）", SCHOOLS[0], ROADS[1], SCHOOLS[1]], FEET)
    assert "".join(found.split()).count("（记者王平）") == 1


def test_what_turns_in_a_circle_is_cut() -> None:
    one, two = ROADS
    circle = [(one[-1], two[0]), (two[-1], one[0])]
    found = read([SCHOOL, SCHOOLS[0], one, two], circle)
    assert all(found.count("".join(column)) == 1 for column in (one, two, SCHOOLS[0]))


def test_more_columns_than_a_page_has_are_not_asked() -> None:
    texts, dealt = page([ROAD, *[ROADS[0], SCHOOLS[0]] * chains.MAX_PARTS])
    rows = read_rows(tuple(read_lines("\n".join(texts))))
    feet = Feet(rows, lambda before, _: [-1.2] * len(before), INDENT)
    assert not chains.stand_beside(groups_of(dealt), feet)


def test_what_goes_on_from_nothing_stays_under_its_headline(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(chains, "WEIGHTS", {**chains.WEIGHTS, "nothing": (20.0,)})
    parts = [ROAD, ROADS[0], SCHOOLS[0], SCHOOL, SCHOOLS[1]]
    assert read(parts) == joined(ROAD, [ROADS[0], SCHOOLS[0]]) + joined(SCHOOL, [SCHOOLS[1]])
