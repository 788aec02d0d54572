"""Rows of columns that a scanner read as lines; every text here is synthetic."""

from itertools import pairwise

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.model import SHIPPED
from cleaner.order.rowheads import are_headlines, side_by_side
from cleaner.order.scanned import is_scanned
from cleaner.order.scanrows import regions, scan_columns
from cleaner.stages.scans import SCANNED_ROW

LEFT = (
    "昨天上午，全市农村公路养护工作会",
    "议在市政府礼堂召开。会议要求，各",
    "县区要把养护资金列入年度预算，落",
    "实专人负责，确保群众出行安全。",
    "会议强调，要加强道路巡查，及",
    "时处理路面病害，对超限超载的车辆",
)
MIDDLE = (
    "今年秋季开学前，全市将新建和改扩",
    "建三十所中小学校，增加学位两万个，",
    "进一步缓解城区学校大班额问题。市",
    "教育局负责人表示，将继续加强教师",
    "队伍建设，提高农村学校教学质量，",
    "让孩子们在家门口就能接受好教育。",
)
RIGHT = (
    "入冬以来，市供热公司对供热管",
    "网进行了全面检查和维修，保证居民",
    "家中温度达到标准。供热期间，服务",
    "热线全天开通，维修人员二十四小时",
    "值班，市民遇到问题可以随时拨打电",
    "话反映情况。",
)
ODD = "新建的路段已经通车 。群众的出行条件\n得到改善 ，运输企业反映良好 。\n\n"


def rows(*columns: tuple[str, ...], marks: tuple[str, ...]) -> str:
    """Set columns side by side: each gutter of a row takes the next of the marks."""
    lines, number = [], 0
    for cells in zip(*columns, strict=True):
        line = cells[0]
        for before, cell in pairwise(cells):
            short = 32 - 2 * len(before)
            line += " " * (short + 4) if short > 4 else marks[number % len(marks)]
            line, number = line + cell, number + 1
        lines.append(line)
    return "\n".join(lines) + "\n"


def columns_of(text: str) -> list[list[str]]:
    return [column for region in regions(read_lines(text), SHIPPED) for column in region.columns]


def test_three_columns_are_peeled_off_whatever_stands_between_them() -> None:
    text = rows(LEFT, MIDDLE, RIGHT, marks=(" ”", "  ", " 。 ", " ”", " "))
    assert columns_of(text) == [list(LEFT), list(MIDDLE), list(RIGHT)]


def test_short_rows_are_told_by_their_gap() -> None:
    left = (*LEFT[:4], "会议强调，要加强巡查。", LEFT[5])
    text = rows(left, MIDDLE, marks=(" ”", " | "))
    assert columns_of(text) == [list(left), list(MIDDLE)]


def test_a_width_found_once_holds_for_two_rows_elsewhere() -> None:
    head = "中小学校改扩建\n\n"
    two = rows(LEFT[:2], RIGHT[2:4], marks=(" ",))
    assert not columns_of(two)
    many = rows(LEFT, MIDDLE, marks=(" ”", " | "))
    assert columns_of(many + "\n" + head + two)[2:] == [list(LEFT[:2]), list(RIGHT[2:4])]


def test_a_quotation_mark_stays_that_closes_one() -> None:
    left = ("他说：“这条路修了三年，全村都盼着”", *LEFT[1:])
    found = columns_of(rows(left, MIDDLE, marks=(" ", " ”", " | ")))
    assert found[0][0] == left[0]


def test_a_quotation_mark_stays_that_opens_one() -> None:
    right = ("“今年秋季开学前”，全市将新建和改", *MIDDLE[1:])
    found = columns_of(rows(LEFT, right, marks=(" | ", " ”")))
    assert found[1][0] == right[0]


def test_strokes_in_a_row_are_one_rule() -> None:
    assert columns_of(rows(LEFT, MIDDLE, marks=(" | | ", "| | | "))) == [list(LEFT), list(MIDDLE)]


def test_no_column_is_narrower_than_what_stands_before_a_rule() -> None:
    left = (LEFT[0][:14], *LEFT[1:])  # set in, as a paragraph's first line is
    text = "".join(f"{a} | {b}\n" for a, b in zip(left, MIDDLE, strict=True))
    assert columns_of(text) == [list(left), list(MIDDLE)]


def test_a_row_with_a_rule_is_none_of_headlines() -> None:
    left = (*LEFT[:3], "实专人负责并且确保群众的出行安全", *LEFT[4:])
    right = (*MIDDLE[:3], "教育局负责人表示继续加强教师队伍", *MIDDLE[4:])
    apart = rows(left, right, marks=(" | ",)).replace("\n", "\n\n")
    assert columns_of(apart) == [list(left), list(right)]
    # Without it, it may be one: the rows below are others.
    headlines = apart.replace(f"{left[3]} | {right[3]}", f"{left[3]} {right[3]}")
    assert len(columns_of(headlines)) == 4


def test_spaces_that_a_reader_sees_round_marks_are_no_gutters() -> None:
    wide = "".join(f"{a[:14]}, {b[1:]}\n" for a, b in zip(LEFT, MIDDLE, strict=True))
    assert not columns_of(wide)
    wide = "".join(f"{a[:14]} ，{b[1:]}\n" for a, b in zip(LEFT, MIDDLE, strict=True))
    assert not columns_of(wide)


def test_lines_that_go_on_in_each_other_stay() -> None:
    assert not columns_of("\n".join(LEFT) + "\n")
    wide = "\n".join(a + b for a, b in zip(LEFT, MIDDLE, strict=True))
    assert not columns_of(wide + "\n")


def test_a_page_of_such_rows_is_known_as_scanned_by_its_cells() -> None:
    left = [line[: 9 + at % 5] for at, line in enumerate(LEFT * 3)]
    text = "".join(
        f"{a}{' ' * (6 + at % 7)}{b}\n"
        for at, (a, b) in enumerate(zip(left, MIDDLE * 3, strict=True))
    )
    assert is_scanned(Document("page", ODD + text))
    assert not is_scanned(Document("page", text))


def test_a_line_whose_characters_were_set_apart_is_no_sign_of_a_scan() -> None:
    text = "\n".join(LEFT * 3) + "\n"
    apart = "".join(f"{' '.join(line)}\n" for line in LEFT[:5])
    assert apart.count(" ，") + apart.count(" 。") + apart.count(" 、") >= 3
    assert not is_scanned(Document("page", apart + text))


def test_what_was_cleaned_is_left_alone() -> None:
    text = ODD + rows(LEFT, MIDDLE, marks=(" ”", " | "))
    (done,) = SCANNED_ROW(Document("page", text, {"schema": 1}))
    assert done.text == text
    (done,) = SCANNED_ROW(Document("page", text))
    assert done.text == ODD + "\n".join((*LEFT, "", *MIDDLE)) + "\n"


def test_a_row_may_have_nothing_in_the_left_column() -> None:
    left = (*LEFT[:4], "", *LEFT[4:])
    middle = (*MIDDLE, "群众的意见将得到认真听取，并且公布")
    right = (*RIGHT, "市民可以放心。")
    text = rows(left, middle, right, marks=(" ”", "  ", " 。 ", " ”", " "))
    text = "\n".join(line.lstrip(" ”。") for line in text.split("\n"))
    assert columns_of(text) == [[*LEFT], [*middle], [*right]]


def test_a_headline_over_rows_and_one_between_them_are_no_rows() -> None:
    body = rows(LEFT, MIDDLE, RIGHT, marks=(" ”", "  ", " 。 ", " ”", " "))
    heads = "农村公路养护工作会议 ”城区新建三十所中小学校\n"
    assert columns_of(heads + body) == [list(LEFT), list(MIDDLE), list(RIGHT)]
    two = columns_of(body + "供热管网检查全部完成市民家中温暖\n\n" + body)
    assert two == 2 * [list(LEFT), list(MIDDLE), list(RIGHT)]


def test_headlines_side_by_side_stand_each_over_its_columns() -> None:
    heads = ("社区食堂开进老旧", "小区街巷"), ("河道清淤工程提前", "三月全部完工")
    text = rows(*heads, marks=(" ” ", " " * 12)) + "\n" + rows(LEFT, MIDDLE, marks=(" ”", "  "))
    edits = list(scan_columns(text, read_lines(text), SHIPPED))
    blocks = "".join(edit.new for edit in edits).split("\n\n")
    assert blocks == ["\n".join(block) for block in (heads[0], LEFT, heads[1], MIDDLE)]


def test_a_pages_head_is_no_headlines() -> None:
    head = "03版社会          海城日报          2019年12月4日\n\n"
    text = head + rows(LEFT, MIDDLE, marks=(" ”", "  "))
    edits = list(scan_columns(text, read_lines(text), SHIPPED))
    assert [edit.start for edit in edits] == [len(head)]


def test_a_line_wider_than_a_page_is_no_headlines() -> None:
    for times, found in ((10, 1), (100, 0)):
        head = "江城江城 " * times + "    " + "江城江城 " * times
        lines = read_lines(f"{head}\n{'江城' * 10 * times}\n")
        assert found == len(list(side_by_side(lines, are_headlines(lines), SHIPPED)))


def test_what_a_reader_made_of_a_rule_parts_rows() -> None:
    body = rows(LEFT, MIDDLE, RIGHT, marks=(" ”", "  ", " 。 ", " ”", " "))
    assert len(columns_of(body + "3          YY      1\n" + body)) == 6


def test_marks_in_gutters_show_a_scan_whatever_the_lines() -> None:
    cells = [*LEFT, *MIDDLE, *RIGHT]
    uneven = [
        f"{cell[: 9 + at % 7]}，我们 。 {cell[at % 9 :]}，他们" for at, cell in enumerate(cells)
    ]
    assert is_scanned(Document("a", "\n\n".join(uneven)))
    assert not is_scanned(Document("a", "\n\n".join(uneven[:5])))
    typed = "".join(uneven).replace("，", " ， ")
    assert not is_scanned(Document("a", f"{typed}\n\n{typed[::-1]}\n"))
