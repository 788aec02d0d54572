"""Heads that the tops of pages show together; all texts are synthetic."""

import pytest

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.paper.pagetops import first_lines, tops_of
from cleaner.pipeline import Pipeline
from cleaner.stages.furniture import FORM_FEED, PAGE_NUMBER, RUNNING_HEAD

TEXT = "守闸人住在老闸的上面已经四十五年，他每天早上都要去看一次水尺，把水位写在蓝皮本"
END = "子里，写完了再去看闸门，看过闸门以后才回来吃早饭，风雨天也是这样。"
LEFT, RIGHT = "第4期 李明：老闸水尺札记", "水利与社会 第38卷"


def _paper(*heads: str) -> str:
    pages = [f"{head}\n{END}\n{TEXT}\n{END}\n{TEXT}" for head in heads]
    pages[0] = f"{heads[0]}\n老闸水尺札记\n李明\n{TEXT}\n{END}\n{TEXT}"
    return "\f".join(pages) + "\n" + END


def test_left_and_right_pages() -> None:
    """Each head stands twice, on each second page; the title that one says stays and is lifted."""
    (found, *more) = Pipeline()(Document("case", _paper(LEFT, RIGHT, LEFT, RIGHT)))
    assert not more
    assert found.meta["title"] == "老闸水尺札记"
    assert LEFT not in found.text
    assert RIGHT not in found.text


def test_other_tops_stay() -> None:
    """Tops that say nothing of a page before, as chapters that the contents list, are no heads."""
    papers = [_paper("甲县水利志稿", "乙县水利志稿", "丙县水利志稿")]
    contents = "目录\n水情的变化\n闸门的维修\n守闸的人们\n\f"
    chapters = "\f".join(
        f"{name}\n{TEXT}\n{END}\n" for name in ("水情的变化", "闸门的维修", "守闸的人们")
    )
    for text in (*papers, contents + chapters):
        lines = read_lines(text)
        assert not [at for firsts in first_lines(lines, []) for at in tops_of(lines, firsts) if at]


BOOK, FIRST, SECOND = "老闸水尺札记", "第一章 水尺", "第二章 看闸的人"
BODY = [TEXT, END] * 5
CUT = [*BODY, TEXT]


def left_of(*pages: list[str], feed: str = "\n\f") -> list[str]:
    document = Document("case", feed.join("\n".join(page) for page in pages))
    for stage in (PAGE_NUMBER, RUNNING_HEAD, FORM_FEED):
        (document,) = stage(document)
    return [line for line in document.text.split("\n") if line]


@pytest.mark.parametrize(
    ("pages", "headings"),
    [
        # the title, which heads each page, and below it the chapter's name, as a head or twice
        ([[BOOK, FIRST, FIRST], [BOOK, FIRST], [BOOK, SECOND, SECOND], [BOOK, SECOND]], 3),
        # chapters that have a number alone, right below the name of the book, or said again there
        ([[BOOK, "Chapter 1"], ["Chapter 1"], [BOOK, "Chapter 2"], ["Chapter 2"]], 2),
        (
            [
                ["Chapter 1", BOOK, "Chapter 1"],
                ["Chapter 1", BOOK],
                ["Chapter 2", BOOK, "Chapter 2"],
            ],
            2,
        ),
        ([[BOOK, "Chapter 1"], [BOOK], [BOOK, "Chapter 2"], [BOOK, "Chapter 3"]], 3),
        # a name of two characters, said again right below
        ([["渡口", "渡口"], [BOOK], ["旧信", "旧信"], [BOOK]], 2),
    ],
)
def test_headings_stay_of_which_the_heads_say_the_names(
    pages: list[list[str]], headings: int
) -> None:
    left = left_of(*([*page, *CUT, str(at)] for at, page in enumerate(pages, 41)))
    assert sum(line not in CUT for line in left) == headings


@pytest.mark.parametrize("title", [BOOK, "XR-200 型水尺手册"])
def test_the_title_on_a_page_of_its_own(title: str) -> None:
    pages = [[title, "请妥善保管这本手册。", "1"], *([title, *CUT, str(at)] for at in (2, 3, 4))]
    for feed in ("\n", "\n\f"):
        assert left_of(*pages, feed=feed) == [title, "请妥善保管这本手册。", *CUT * 3]


def test_numbers_between_the_prose_of_a_page_and_the_head_of_the_next() -> None:
    heads = [["第三节 水位"], [SECOND], [SECOND], [BOOK]]
    pages = [[*head, SECOND, *BODY, str(at)] for at, head in enumerate(heads, 45)]
    assert [line for line in left_of(*pages, feed="\n") if line.isdecimal()] == []
    # Questions and chapters have their number above, and what kind they are right below it.
    kinds = ("单项选择题", "单项选择题", "多项选择题", "多项选择题")
    asked = [[str(at), kind, *BODY] for at, kind in enumerate(kinds, 1)]
    text = "\n".join("\n".join(page) for page in asked)
    assert left_of(*asked, feed="\n") == text.split("\n")


def test_years_at_two_edges_are_no_pages() -> None:
    text = ["2020 年模拟试卷", *CUT, "这件事发生在 2021", *BODY]
    assert left_of(text) == text
