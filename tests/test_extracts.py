"""Furniture of pages as programs take them out of a PDF, most without form feeds. Synthetic."""

import pytest
from test_furniture import lines_left

ENDED = (
    "各地要把就业摆在突出位置，完善政策，强化服务。",
    "会议还听取了三项工作的报告，研究了下一步的安排。",
)


def body(at: int, size: int = 12) -> list[str]:
    """Lines of a page that ends with its sentence, as all in it do: nothing is cut."""
    return [*ENDED * 30][at % 2 : size + at % 2]


@pytest.mark.parametrize("feed", ["\n", "\n\f"])
@pytest.mark.parametrize(
    "head",
    [
        "第 6 节 实现细节 {}",
        "6. Preguntas específicas para el castellano {}",
        "{} §2.3 水渠的维护",
        "A.3. TERMS AND CONDITIONS {}",
    ],
)
def test_heads_of_a_section_with_its_number(head: str, feed: str) -> None:
    pages = [[head.format(at), *body(at, 12 + at % 3)] for at in range(7, 12)]
    text = feed.join("\n".join(page) for page in pages)
    assert lines_left(text) == [line for page in pages for line in page[1:]]


@pytest.mark.parametrize(
    ("head", "first", "sizes"),
    [
        ("Unit 3 Lesson {}", 7, (12, 12, 12, 12, 12)),  # labels of items
        ("季度 三 练习 {}", 7, (12, 12, 12, 12, 12)),
        ("第 6 节 定理 {}", 7, (9, 30, 12, 40, 9)),  # not of one length
        ("第三单元 练习 {}", 1, (8, 9, 10, 8, 9)),  # from the first on
        ("4.2 Exercise {}", 1, (8, 9, 10, 8, 9)),
        ("2 Kings {}", 1, (18, 25, 27, 44, 27)),
    ],
)
def test_items_that_count(head: str, first: int, sizes: tuple[int, ...]) -> None:
    lines = [line for at, n in enumerate(sizes, first) for line in (head.format(at), *body(0, n))]
    assert lines_left("\n".join(lines)) == lines


@pytest.mark.parametrize("last", [12, 9])
def test_bare_numbers_below_pages_that_end_their_sentences(last: int) -> None:
    pages = [[*body(at, size), str(at)] for at, size in enumerate((12, 14, 13, 12, last), 8)]
    text = "\n".join(line for page in pages for line in page)
    assert lines_left(text) == [line for page in pages for line in page[:-1]]


@pytest.mark.parametrize(
    "parts",
    [
        [[str(at), *body(at)] for at in range(8, 13)],  # chapters
        [[*body(at, 12), str(at)] for at in (8, 9, 10)],  # of three none is sure
        [[*body(at, size), str(at)] for at, size in enumerate((9, 40, 12, 9, 12), 8)],
        [["风吹过来", "花开了"] * 7 + [str(at)] for at in range(8, 13)],  # no prose
    ],
    ids=["above", "few", "uneven", "verse"],
)
def test_bare_numbers_that_may_be_of_chapters(parts: list[list[str]]) -> None:
    lines = [line for part in parts for line in part]
    assert lines_left("\n".join(lines)) == lines


@pytest.mark.parametrize(
    "heads",
    [
        ["APPENDIX B. AUTOMATING THE INSTALLATION …"],
        ["APPENDIX B. AUTOMATING …", "B.4. CONTENTS OF THE PRECONFIGURATION …"],
        ["KAPITEL 5. DAS INSTALLATIONSSYSTEM BOOTEN 5.4. BESEITIGEN VON PROBLEMEN WÄHREND …"],
    ],
)
def test_long_titles_cut_for_the_head(heads: list[str]) -> None:
    text = "\n\f".join("\n".join([*heads, *body(at), f"- {at} -"]) for at in (80, 81, 82, 83))
    assert lines_left(text) == [line for at in (80, 81, 82, 83) for line in body(at)]


@pytest.mark.parametrize("line", ["He waited …", "他等了又等……", "and then..."])
def test_a_pause_that_comes_back(line: str) -> None:
    lines = [one for at in range(5) for one in (*body(at), line)]
    assert lines_left("\n".join(lines)) == lines


def test_labels_of_chapters_below_heads() -> None:
    starts = {13: "Chapter 3", 17: "Chapter 4"}
    pages = [[*filter(None, [starts.get(at)]), *body(at)] for at in range(13, 19)]
    text = "\n".join(
        line for at, page in enumerate(pages, 13) for line in (f"维护者手册 {at} / 57", *page)
    )
    assert lines_left(text) == [line for page in pages for line in page]


def test_the_ends_of_programs_beside_heads() -> None:
    pages = [[*body(at), r"\fi"] for at in range(6)]
    text = "\n\f".join("\n".join([f"{at + 24} 实用宏集", *page]) for at, page in enumerate(pages))
    assert lines_left(text) == [line for page in pages for line in page]


NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红健建国文博海波春梅龙飞云凤"


@pytest.mark.parametrize(
    "row", ["张{}    男    合格", "张{}\n男的\n合格"], ids=["rows with gaps", "cells on lines"]
)
def test_a_table_that_goes_over_pages(row: str) -> None:
    rows = [row.format(name) for name in NAMES]
    pages = [[*rows[at : at + 10], f"- {at // 10 + 5} -"] for at in range(0, 40, 10)]
    text = "\n\f".join("\n".join(page) for page in pages)
    assert lines_left(text) == "\n".join(rows).split("\n")


@pytest.mark.parametrize(
    ("page", "line"),
    [
        pytest.param("{}\n李明河\n河边没有风\n只有水在走", 1, id="a poet's poems"),
        pytest.param("{}\n名词\n" + ENDED[0], 1, id="cards"),
        pytest.param("{}\n材料\n五花肉\n500克\n做法\n1. 切块。", 4, id="recipes"),
        pytest.param("姓名\n{}\n性别\n女\n" + ENDED[1], 2, id="forms"),
        pytest.param("甲方：{}站    乙方：渡口村\n" + "\n".join(ENDED * 2), 0, id="contracts"),
    ],
)
def test_what_each_page_has_at_its_top_and_no_page_goes_over(page: str, line: int) -> None:
    pages = [page.format(name) for name in ("静水", "渡口", "长桥", "雾灯", "水尺")]
    left = lines_left("\n\f".join(f"{one}\n- {at} -" for at, one in enumerate(pages, 5)))
    kept = [one.split("\n")[line] for one in pages]
    assert [one for one in left if one in kept] == kept


def test_numbers_that_count_with_the_form_feeds_inside_pages() -> None:
    pages = [[*body(at, 9), str(at), *body(at + 1, 9)] for at in range(10, 16)]
    text = "\n\f".join("\n".join(page) for page in pages)
    assert lines_left(text) == [one for page in pages for one in page if len(one) > 2]
    forms = [[f"江城县{name}", str(at), *body(at, 3)] for at, name in enumerate("东西南北中", 10)]
    text = "\n\f".join("\n".join(page) for page in forms)
    assert lines_left(text) == [one for page in forms for one in page]


@pytest.mark.parametrize(
    "sizes", [(40, 44, 42, 38, 42, 30), (40, 90, 42, 38, 42, 30), (14, 14, 14, 14, 14, 14)]
)
def test_numbers_above_chapters(sizes: tuple[int, ...]) -> None:
    parts = [[str(at), *body(0, size)] for at, size in enumerate(sizes, 8)]
    lines = [line for part in parts for line in part]
    assert lines_left("\n".join(lines)) == lines


def test_a_line_that_ends_in_the_number_that_comes_next() -> None:
    pages = [[f"1 安装系统 {at}", *body(at, 40)] for at in range(6, 12)]
    pages[0][20] = "Windows 7"
    text = "\n".join(line for page in pages for line in page)
    assert lines_left(text) == [line for page in pages for line in page[1:]]


HYMNS = {
    "Han": ("风吹过江面，船停在岸边。", "老人坐在船头，看着对岸的灯。"),
    "Latin": ("Praise to the morning bright,", "Sing to the coming day."),
}


@pytest.mark.parametrize("verse", HYMNS.values(), ids=HYMNS)
def test_numbers_of_hymns_that_each_begin_a_page(verse: tuple[str, ...]) -> None:
    lines = [[str(at), *verse * 4] for at in (121, 122, 123, 125)]
    text = "\n\f".join("\n".join(page) for page in lines)
    assert lines_left(text) == [line for page in lines for line in page]
    feet = "\n\f".join("\n".join([*page[1:], page[0]]) for page in lines)
    assert lines_left(feet) == [line for page in lines for line in page[1:]]
    prose = "\n\f".join("\n".join([page[0], *ENDED * 4]) for page in lines)
    assert lines_left(prose) == [*ENDED * 16]


CELLS = [[14, 7, 21], [3, 8, 19], [11, 2, 24], [6, 5, 22], [9, 1, 3]]


def test_a_table_with_a_cell_in_each_line_keeps_its_cells() -> None:
    """What stands at the ends of its pages counts nothing: 21, 19, 24, 22."""
    rows = [
        [f"{name}小学", str(at % 9), *map(str, page)]
        for page in CELLS
        for at, name in enumerate("东西")
    ]
    pages = [["单位", "得分", *rows[2 * at], *rows[2 * at + 1]] for at in range(5)]
    assert lines_left("\n\f".join(map("\n".join, pages))) == [
        line for page in pages for line in page
    ]


def test_the_pages_of_a_table_with_a_cell_in_each_line() -> None:
    """Numbers that do count with the form feeds go, and no cell."""
    pages = [[*map(str, page * 2), f"第{page[0]}中学"] for page in CELLS]
    text = "\n\f".join("\n".join([*page, str(57 + at)]) for at, page in enumerate(pages))
    assert [line for line in lines_left(text) if line.isdigit()] == [
        line for page in pages for line in page if line.isdigit()
    ]


@pytest.mark.parametrize("feed", ["\n", "\n\f"])
def test_years_number_no_pages(feed: str) -> None:
    pages = [[*body(at, 9), str(at), *body(at, 9)] for at in range(1998, 2003)]
    pages.append([*body(0, 9), "2003"] if feed == "\n" else [*body(0, 18)])
    lines = [line for page in pages for line in page]
    assert lines_left(feed.join(map("\n".join, pages))) == lines


def test_cells_that_count_with_the_form_feeds() -> None:
    """The first row of each page has a mark that is one better."""
    pages = [
        [*body(0, 9), "项目甲", str(at), *["项目乙", "9"] * 7, *body(1, 9)] for at in range(1, 6)
    ]
    lines = [line for page in pages for line in page]
    assert lines_left("\n\f".join(map("\n".join, pages))) == lines
