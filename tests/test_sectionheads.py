"""Heads of pages that name a chapter and a section of it; all texts are synthetic."""

import pytest

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.paper.sectionheads import section_heads
from cleaner.stages.furniture import FORM_FEED, PAGE_NUMBER, RUNNING_HEAD

PAGE = ["老闸建成四十五年，看闸的人换了三个，水尺换了五把。"] * 9
BETWEEN = {"feed": ["12\n\f"], "number": ["12"]}


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize(
    "head",
    [
        ["CHAPTER 3. 开闸之前                     3.2. 水尺的校正"],
        ["CHAPTER3. 开闸之前 3.2. 水尺的校正"],
        ["第三章　开闸之前 3.1 水尺的校正"],
        ["26  第 12 章 开闸之前    12.4.1 水尺"],
        ["Appendix B. 老闸的图纸    B.1 水尺"],
        ["附录 B 老闸的图纸", "B.2 水尺"],
        ["Chapter 3. 开闸之前", "3.2. 水尺的校正"],
        ["第十一章 开闸之前", "11.3 水尺的校正"],
    ],
)
def test_heads(between: str, head: list[str]) -> None:
    page = [*BETWEEN[between], *head, *PAGE]
    text = "\n".join([*PAGE, *page, *PAGE, *PAGE, *page]).replace("\f\n", "\f")
    document = Document("case", text)
    for stage in (PAGE_NUMBER, RUNNING_HEAD, FORM_FEED):
        (document,) = stage(document)
    assert [line for line in document.text.split("\n") if line not in {"", "12"}] == 5 * PAGE


def test_titles_of_slides_stay() -> None:
    slide, cut = ["\f第三章 开闸之前", "3.2 水尺的校正", *PAGE], "看闸的人每天早上先去看水"
    for above, count in (([], 0), (PAGE * 3, 2), ([cut], 2)):
        text = "\n".join([*PAGE, "\f水尺。", *above, *slide])
        assert len(section_heads(read_lines(text))) == count


@pytest.mark.parametrize(
    "lines",
    [
        # a chapter that begins: its title, its first section
        ["Chapter 3. 开闸之前", "3.1. 水尺的校正"],
        ["第三章 开闸之前", "水尺的校正"],
        # another chapter's section; a section alone
        ["第三章 开闸之前", "2.4 水尺的校正"],
        ["第三章 开闸之前 2.4 水尺的校正"],
        ["3.2. 水尺的校正", "3.3. 看闸的人"],
        # what is said of both
        ["第三章 和 3.2 节都讲到水尺的校正"],
        ["第三章讲开闸之前的事，3.2 水尺的校正最长"],
        ["Chapter 3 is short.", "3.2 is long."],
        # entries of contents, of which none stands below a page's number
        ["目录", "第三章 开闸之前 3.2 水尺的校正"],
    ],
)
def test_what_is_text(lines: list[str]) -> None:
    page = ["\f" + lines[0], *lines[1:], *PAGE]
    assert not section_heads(read_lines("\n".join([*PAGE, *page, *page])))
    assert not section_heads(read_lines("\n".join([*lines, *PAGE])))
