"""Columns whose offsets drift, as Poppler counts in characters what was set in ems."""

from itertools import zip_longest

import pytest

from cleaner.document import apply
from cleaner.layout import display_width
from cleaner.order import cells
from cleaner.order.cellfits import rows_by_width

# Synthetic: three articles, a column each.
ARTICLES = (
    (
        "渡口的水位比去年同期高出0.6米，值班员每隔2小时就要看一次水尺，把数字记在墙上的黑板上。今年6月17日以后，过河的人少了，船却没有停过一天。",
        "老周在这里撑了42年船，1983年发大水的时候，他一夜之间把下游3个村的216口人都送到了对岸，自己的房子却冲走了。",
        "船是他自己打的，用的是后山的杉木，前后换过4次底板，每次都要花去他大半个月的工夫和1200多块钱，他从来没有向人开过口。",
    ),
    (
        "新修的步道全长6.5公里，沿途有4座木桥，老人们吃过晚饭就来走上一圈。管护站的人说，湖水比2018年清了许多，白鹭也回来了，最多的时候有300多只。",
        "明年3月，步道还要往北再修2.4公里，一直通到老渡口，沿路种上1800棵水杉和乌桕，到秋天红成一片，远近的人都要来看。",
        "县里还打算在湖心的小岛上建1座观鸟台，能站50个人，已经请省里的专家看过两回，图纸也画好了，只等枯水期动工。",
    ),
    (
        "入冬以来，供热公司检查了128公里管网，换掉了46处老化的阀门，今年的煤也备足了35000吨，保证各家各户屋里不低于18度。",
        "热线电话24小时有人接，11月15日以来一共接到1360个，9成以上当天就办完了，剩下的也都在3天之内上门看过。",
        "家里有80岁以上老人的，维修员每月上门1次，顺便看看窗户严不严，电线老不老，该换的就换，不收一分钱。",
    ),
)


def broken(paragraphs: tuple[str, ...], width: int) -> list[str]:
    """Return the lines of a column of so many ems, first lines set in by two ems."""
    lines = []
    for paragraph in paragraphs:
        line = "    "  # for two ems: a figure of half an em takes one, too
        for char in paragraph:
            if display_width(line + char) > width and char not in "，。":
                lines.append(line)
                line = ""
            line += char
        lines.append(line)
    return lines


def page(columns: list[list[str]], width: int) -> str:
    """Return rows in which a column begins behind so many characters at least."""
    rows = []
    for row in zip_longest(*columns, fillvalue=""):
        line = ""
        for number, cell in enumerate(row):
            line = (line.ljust(number * (width + 1) - 1) + " " if number else "") + cell
        rows.append(line.rstrip())
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("width", [12, 13])
def test_columns_that_figures_push_are_dealt_by_their_width(
    width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns = [broken(article, width) for article in ARTICLES]
    text = page(columns, width)
    lines = [line.strip() for column in columns for line in column]
    assert apply(text, list(cells.deal_cells(text))).split() == lines
    # Offsets alone do not tell.
    monkeypatch.setattr(cells, "rows_by_width", lambda _: [])
    assert apply(text, list(cells.deal_cells(text))).split() != lines


def test_a_page_without_full_lines_shows_no_width() -> None:
    assert rows_by_width([(0, "渡口 水位\n"), (6, "船票 五元\n")]) == []


def test_names_and_sums_of_one_width_are_no_columns() -> None:
    rows = "".join(f"青山湖管护站第{at}号码头 {at * 37}元 已经付清\n" for at in range(10, 40))
    assert apply(rows, list(cells.deal_cells(rows))) == rows
