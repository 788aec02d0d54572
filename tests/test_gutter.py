"""Lines that hold several columns, cut at the gutters; lines that hold one, left whole."""

from itertools import zip_longest

import pytest
from test_columns import TEXT, wrapped

from cleaner.document import Document
from cleaner.layout import Line, read_lines
from cleaner.model import SHIPPED, Model
from cleaner.order import apart
from cleaner.order.columns import Reading, Told, reading_order
from cleaner.order.gutter import gutters
from cleaner.stages.columns import INTERLEAVED_COLUMNS, TWO_COLUMN_LINE

HEADLINE = "危桥改造"


def page(columns: int, width: int) -> tuple[list[list[str]], list[str]]:
    """Cells of the rows of a page in columns, and its lines: all cells of a row in one."""
    lines = wrapped(TEXT, width)
    size = -(-len(lines) // columns)
    parts = [lines[at : at + size] for at in range(0, len(lines), size)]
    rows = [[cell for cell in row if cell] for row in zip_longest(*parts, fillvalue="")]
    return rows, [" ".join(row) for row in rows]


def cut_up(lines: list[str]) -> list[str]:
    (found,) = TWO_COLUMN_LINE(Document("page", "\n".join(lines) + "\n"))
    return found.text.splitlines()


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("width", [13, 16])
def test_columns_of_one_width_are_cut(columns: int, width: int) -> None:
    rows, lines = page(columns, width)
    assert cut_up(lines) == [cell for row in rows for cell in row]


def test_a_part_that_is_no_column_does_not_hide_the_others() -> None:
    rows, _ = page(3, 13)
    rows[4].insert(1, HEADLINE)
    assert cut_up([" ".join(row) for row in rows]) == [cell for row in rows for cell in row]


def test_a_part_that_was_set_apart_is_one() -> None:
    rows, _ = page(3, 13)
    rows[3][1] = " ".join(rows[3][1])
    assert cut_up([" ".join(row) for row in rows]) == [cell for row in rows for cell in row]


def test_a_gutter_between_parts_of_one_width() -> None:
    # As an extractor gives it: most rows as they should be, those with a mark at the gutter joined,
    # and one more.
    rows, _ = page(2, 16)
    joined = [len(row) > 1 and (row[0][-1] in "，。、：" or at == 2) for at, row in enumerate(rows)]
    assert sum(joined) > 1
    assert rows[2][0][-1] not in "，。、："
    lines = [
        line
        for row, one in zip(rows, joined, strict=True)
        for line in ([" ".join(row)] if one else row)
    ]
    assert cut_up(lines) == [cell for row in rows for cell in row]


@pytest.mark.parametrize(
    "line",
    [
        "村村通车迈上新台阶 户户门前铺上水泥路",  # two clauses of one length
        "市委书记调研农村公路建设 强调养护",
        "（本报记者 王宁 通讯员 李建国 张小明）",
        "2024 年全市新建农村公路 120 公里",
    ],
)
def test_spaces_that_somebody_wrote_stay(line: str) -> None:
    rows, _ = page(2, 16)
    lines = [cell for row in rows for cell in row]
    lines.insert(6, line)
    assert cut_up(lines) == lines


def test_a_page_is_searched_once_and_again_with_the_same_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[int] = []

    def counted(lines: tuple[Line, ...], model: Model, told: Told) -> Reading | None:
        asked.append(len(lines))
        return reading_order(lines, model, told)

    for module in ("order.cuts", "stages.columns"):
        monkeypatch.setattr(f"cleaner.{module}.reading_order", counted)
    _, lines = page(2, 13)
    lines.insert(4, "村村通车迈上新台阶 户户门前铺上水泥路")  # its space is asked for
    apart.cut_up.cache_clear()
    (cut,) = TWO_COLUMN_LINE(Document("page", "\n".join(lines) + "\n"))
    assert lines[4] in cut.text
    (found,) = INTERLEAVED_COLUMNS(cut)
    assert asked == [len(cut.text.splitlines()) + 1]
    # Where another text came between, as in another thread, what is asked is the same.
    apart.cut_up.cache_clear()
    reading_order.cache_clear()
    read_lines("另一篇。\n")
    assert INTERLEAVED_COLUMNS(cut) == [found]
    assert asked == [len(cut.text.splitlines()) + 1] * 2


def test_lists_and_tables_are_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr("cleaner.order.cuts.reading_order", never)
    rows = [f"第{at}路公交车  东风路口站  {at}点{at}分发车  人民广场站" for at in range(10, 40)]
    text = "\n".join(rows) + "\n"
    assert gutters(text, read_lines(text), SHIPPED).gaps == []


def test_in_a_scan_wide_spaces_say_nothing() -> None:
    rows, _ = page(3, 13)
    rows[4].insert(1, HEADLINE)
    text = "\n".join("  ".join(row) for row in rows) + "\n"
    lines = read_lines(text)
    end = text.index(HEADLINE) + len(HEADLINE)

    def is_asked(*, scanned: bool) -> bool:
        found = gutters(text, lines, SHIPPED, Told(scanned)).gaps
        return any(lines[gap.line].start + gap.start == end for gap in found)

    assert is_asked(scanned=False)
    assert not is_asked(scanned=True)


@pytest.mark.parametrize("width", [11, 12, 19])
def test_a_mark_that_hangs_into_the_gutter_leaves_no_space(width: int) -> None:
    rows, _ = page(2, width)
    marked = [at for at, row in enumerate(rows) if len(row) > 1 and row[0][-1] in "，。、："]
    full = next(at for at in marked if len(rows[at][0]) == width)
    lines = [
        line
        for at, row in enumerate(rows)
        for line in (["".join(row) if at == full else " ".join(row)] if at in marked else row)
    ]
    assert cut_up(lines) == [cell for row in rows for cell in row]


def test_lines_of_a_column_of_twice_the_width_stay() -> None:
    rows, _ = page(2, 16)
    lines = [*(" ".join(row) for row in rows), *wrapped(TEXT, 32)]
    assert cut_up(lines)[-len(wrapped(TEXT, 32)) :] == wrapped(TEXT, 32)
