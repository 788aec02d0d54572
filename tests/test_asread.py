"""A text as the stages know it: the marks that it was printed with."""

from cleaner.chars.asread import as_read
from cleaner.document import Document
from cleaner.order.scanned import is_scanned

# Printed in full width, 14 em a line.
PAGE = (
    "昨天上午，全市农村公路养护工\n作会议在市政府礼堂召开。会议\n要求，各县区要把养护资金列入\n"
    "年度预算，落实专人负责，做到\n有路必养、养必到位。\n会议指出，今年以来，全市新建\n"
    "和改造农村公路一百二十公里，\n解决了三十个村的出行难题，群\n众的生产生活条件得到改善。会\n"
    "议部署了今年的重点任务，强调\n要加强道路巡查（含桥梁），及\n时处理路面病害。\n"
)
FOLD = str.maketrans("，：；！？（）", ",:;!?()")


def test_marks_that_a_program_folded_are_read_as_they_were_printed() -> None:
    assert as_read(Document("page", PAGE.translate(FOLD))).text == PAGE
    assert as_read(Document("page", PAGE)).text == PAGE


def test_marks_that_were_typed_so_are_read_as_they_are() -> None:
    text = PAGE.translate(FOLD).replace("\n", "")
    lines: list[str] = []
    line, width = "", 0.0
    for char in text:  # broken at 14 em, where a half-width mark takes half of one
        if width > 13:
            lines.append(line)
            line, width = "", 0.0
        line, width = line + char, width + (0.5 if char.isascii() else 1)
    typed = "\n".join([*lines, line])
    assert as_read(Document("page", typed)).text == typed
    # some in half width, as a scan's reader writes them; among Latin letters and digits
    mixed = PAGE.replace("，", ",", 5)
    assert as_read(Document("page", mixed)).text == mixed
    for text in ("a, b, c, d, e, f\n" * 4, "智者,1,2,3,4,5\n" * 3, "一,二\n", ""):
        assert as_read(Document("page", text)).text == text


def test_a_page_whose_marks_all_were_folded_shows_no_scan() -> None:
    page = PAGE * 3
    assert not is_scanned(Document("page", page.translate(FOLD)))
    # a reader writes the same print now so, now so
    assert is_scanned(Document("page", PAGE + PAGE.replace("，", ",") + PAGE))
    # what shows a scan else: spaces that no typesetter sets, of folded marks too
    spaced = page.translate(FOLD).replace(",", " ,", 4)
    assert is_scanned(Document("page", spaced))
    # typed so, in lines of no set width
    assert not is_scanned(Document("page", spaced.replace("\n", "")))
