"""Headlines above columns that are dealt: which rows they are, which column each goes to."""

import random

import pytest

from cleaner.document import apply
from cleaner.order.cells import deal_cells
from cleaner.order.cellways import OFFSETS, rows_of
from cleaner.order.headzones import Dealt, Zone, zones

# Synthetic: two articles, the first in two columns, the second in one.
SHIP = (
    "  昨日上午，在市里最大的造船",
    "厂，一艘新的科考船靠上了码头，",
    "船身漆成红白两色，能在海上走",
    "六十天。船员说，试航期间最怕的",
)
SHIP_ON = (
    "是大雾，雷达一刻也不能停，人要",
    "轮着值班。",
    "  下个月，船将装上新的绞车，到",
    "时候还要再试一次，才会交货。",
)
HARVEST = (
    "  今天，全市夏收全面开始，地",
    "里来了三百多台收割机，农机站的",
    "人守在路口，给机手送水送饭，一",
    "天能收两万亩，下周可以收完。",
)
SHIP_HEAD, SHIP_REST = "走向深蓝的科考船队将", "再添一艘新船"
HARVEST_HEAD, HARVEST_REST = "平原夏收开镰", "机手昼夜忙"


def rows(*columns: tuple[str, ...]) -> str:
    """Set columns side by side as Poppler does: a Han character takes one place."""
    lines = zip(*columns, strict=True)
    return "".join("".join(f"{cell:17}" for cell in line).rstrip() + "\n" for line in lines)


def block(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


BODY = rows(SHIP, SHIP_ON, HARVEST)
SET = (
    block(SHIP_HEAD, SHIP_REST, *SHIP, *SHIP_ON)
    + "\n"
    + block(HARVEST_HEAD, HARVEST_REST, *HARVEST)
)


def dealt(text: str) -> str:
    return apply(text, list(deal_cells(text)))


@pytest.mark.parametrize(
    "heads",
    [
        # larger letters: the second headline stands far before its column, at one space
        f"{'':6}{SHIP_HEAD} {HARVEST_HEAD}\n      {SHIP_REST}        {HARVEST_REST}\n",
        f"    {SHIP_HEAD}        {HARVEST_HEAD}\n        {SHIP_REST}             {HARVEST_REST}\n",
    ],
)
def test_headlines_side_by_side_go_to_their_columns(heads: str) -> None:
    assert dealt(heads + BODY) == SET


def test_headlines_between_bands_are_no_rows_of_the_columns_above() -> None:
    above = rows(HARVEST, HARVEST, HARVEST)
    heads = f"{'':6}{SHIP_HEAD} {HARVEST_HEAD}\n      {SHIP_REST}        {HARVEST_REST}\n"
    assert dealt(above + heads + BODY) == block(*HARVEST * 3) + "\n" + SET


def test_a_headline_with_a_space_stays_one_over_columns_of_one_article() -> None:
    text = f"{SHIP_HEAD} {SHIP_REST}\n" + rows(SHIP, SHIP_ON)
    assert dealt(text) == block(f"{SHIP_HEAD} {SHIP_REST}", *SHIP, *SHIP_ON)


def test_the_end_of_a_paragraph_on_top_of_a_column_is_no_headline() -> None:
    short = ("轮着值班。", *SHIP_ON[2:], SHIP[1])
    text = rows(SHIP, short)
    assert dealt(text) == block(*SHIP, *short)


def test_a_row_of_short_ends_is_no_zone_of_headlines() -> None:
    left, right = (*SHIP[:3], "六十天。"), (*SHIP_ON[:1], "轮着值班。", *SHIP_ON[2:])
    text = rows((*left, *HARVEST), (*right, *HARVEST))
    assert dealt(text) == block(*left, *HARVEST, *right, *HARVEST)


def test_a_first_line_beside_the_rest_of_a_headline_is_no_row_of_headlines() -> None:
    """Where two columns were taken for one, no line of theirs fills it."""
    lines = (
        f"{SHIP_REST}{'':29}{HARVEST_HEAD}",
        f"本报讯 （记者王桦）昨天上午，在市里{'':16}{HARVEST_REST}",
        *(f"{left:18}{right:17}{HARVEST[1]}" for left, right in zip(SHIP, SHIP_ON, strict=True)),
    )
    text = "\n".join(lines)
    page = [(text.index(line), line) for line in lines]
    found = zones(rows_of(OFFSETS[0], page), text, 0, len(lines), Dealt((0, 35), 65))
    assert found == [Zone(0, 1)]


@pytest.mark.parametrize("seed", [274, 283, 816, 1640, *range(20)])
def test_bands_made_at_random_lose_nothing(seed: int) -> None:
    """Short ends of a band stand right above the next: they are rows of one block alone."""
    chance = random.Random(seed)
    prose = [line.strip() for line in (*SHIP, *SHIP_ON, *HARVEST)]
    short = [SHIP_REST, HARVEST_HEAD, HARVEST_REST, "市长", "（待续", ""]
    lines: list[str] = []
    for _ in range(chance.randint(2, 4)):
        columns, width = chance.randint(2, 4), chance.choice((17, 18, 20))
        for said in (short, prose, [*short, *prose]):
            rows_of_kind = chance.randint(3, 7) if said is prose else chance.randint(0, 3)
            lines += [
                "".join(f"{chance.choice(said):{width}}" for _ in range(columns)).rstrip()
                for _ in range(rows_of_kind)
            ]
    text = "".join(f"{line}\n" for line in lines)
    assert sorted("".join(dealt(text).split())) == sorted("".join(text.split()))
