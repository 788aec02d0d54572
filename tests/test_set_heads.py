"""Subheads of several lines are set as the text is, headlines are not. All made up."""

import pytest

from cleaner.document import Document
from cleaner.paper.setheads import set_as_text
from cleaner.stages import ARTICLE, WRAPPED_HEADLINE, WRAPPED_LINE

ABOVE = (
    "大桥通车以后青山渡口\n只留一班渡轮\n\n本报记者 张小山\n\n"
    "大桥通车以后，青山渡口的客\n运公司只留一班渡轮，船票由五元\n降到三元，船工改在码头上班，游\n"
    "船秋天以前在下游的柳叶滩试航，\n停靠的栈桥正在加固。\n\n"
)
HEAD = "船工代表希望停航的渡轮留给柳叶滩的村民"
BELOW = (
    "船工代表何大江表示，柳叶滩\n的村民出门只有渡轮可坐，停航的\n渡轮应当留给他们，先别改作游船\n"
    "，等栈桥加固以后，再请客运公司\n和村里一起商量开船的班次。\n"
    "　　村里的老人说，从前渡口一天\n有八班船，赶集的日子还要加开，\n"
    "孩子们坐船去镇上念书，风大的时\n候就在船工家里住下。如今大桥离\n村子有九里地，没有公共汽车，老\n人走不动，菜也挑不出去。\n"
    "　　客运公司的人答复，留一班渡\n轮每年要贴补十一万元，公司愿意\n"
    "出一半，另一半请县里想办法，船\n票可以不涨价。县交通局说，正在\n算这笔账，秋天以前给村民一个答\n复，栈桥的加固不会停下来。\n"
)
# Thirteen em, as the first line of the paragraph below; fifteen, as its column; ten.
AS_TEXT = f"{HEAD[:13]}\n{HEAD[13:]}\n\n"
NARROW = f"{HEAD[:10]}\n{HEAD[10:]}\n\n"
WIDER_BELOW = f"{HEAD[:9]}\n{HEAD[9:]}\n\n"
# Its second line has the room of the indent, two em; this one is wider than the column.
LONGER = "船工代表请求公司把停航的渡轮留给柳叶滩没有公共汽车的村民"
IN_INDENT = f"{LONGER[:13]}\n{LONGER[13:]}\n\n"
PAST_COLUMN = f"{LONGER[:13]}\n{LONGER[13:]}们\n\n"
# What else the paper prints of the matter, so that much text stands above.
LONG_ABOVE = ABOVE + 4 * (
    "　　老人们说，镇上的人一向靠渡\n口吃饭，卖菜的、赶集的、念书的\n"
    "都从栈桥上下船，船工认得每一家\n的孩子，涨水的日子也照开不误，\n票钱记在账上，秋后一起算清。\n"
)


def joined(page: str) -> Document:
    (first,) = WRAPPED_HEADLINE(Document("page", page))
    (second,) = WRAPPED_LINE(first)
    return second


def test_a_heading_whose_first_line_is_as_wide_as_the_texts_is_set_as_it() -> None:
    page = joined(ABOVE + AS_TEXT + BELOW)
    assert HEAD in page.text
    assert set_as_text(page, [HEAD]) == {HEAD}


@pytest.mark.parametrize("heading", [NARROW, WIDER_BELOW, HEAD + "\n\n"])
def test_a_heading_of_another_measure_or_of_one_line_is_not(heading: str) -> None:
    page = joined(ABOVE + heading + BELOW)
    assert set_as_text(page, [HEAD]) == frozenset()


def test_a_text_of_which_no_line_was_joined_shows_nothing() -> None:
    assert set_as_text(Document("page", ABOVE + AS_TEXT + BELOW), [HEAD]) == frozenset()


def titles(page: str) -> list[object]:
    return [one.meta["title"] for one in ARTICLE(joined(page)) if "title" in one.meta]


def test_its_other_lines_have_the_room_of_the_indent() -> None:
    assert set_as_text(joined(ABOVE + IN_INDENT + BELOW), [LONGER]) == {LONGER}


def test_but_no_more() -> None:
    assert set_as_text(joined(ABOVE + PAST_COLUMN + BELOW), [f"{LONGER}们"]) == frozenset()


@pytest.mark.parametrize(
    "page",
    [
        ABOVE + AS_TEXT + BELOW,
        ABOVE + IN_INDENT + BELOW,
        # However much stands above or comes below.
        LONG_ABOVE + AS_TEXT + BELOW,
        ABOVE + AS_TEXT + 3 * BELOW,
        # And whether or not it opens with a day, as articles do.
        ABOVE + AS_TEXT + BELOW.replace("船工代表何大江表示", "2日，船工何大江表示"),
    ],
)
def test_such_a_heading_over_the_same_subject_begins_no_article(page: str) -> None:
    assert titles(page) == ["大桥通车以后青山渡口只留一班渡轮"]


@pytest.mark.parametrize(
    "page",
    [
        # Above, an article ends: it goes on on another page, its writer signs; below, one opens.
        ABOVE + "（下转第3版）\n\n" + AS_TEXT + BELOW,
        ABOVE + "（张小山 李青）\n\n" + AS_TEXT + BELOW,
        ABOVE + AS_TEXT + "本报记者 李青\n\n" + BELOW,
        ABOVE + AS_TEXT + BELOW.replace("船工代表何大江表示", "本报讯 船工何大江表示"),
        ABOVE + IN_INDENT + "本报记者 李青\n\n" + BELOW,
    ],
)
def test_but_where_an_article_ends_above_or_opens_below_it_does(page: str) -> None:
    assert len(titles(page)) == 2


def test_the_same_words_as_a_headline_do() -> None:
    assert titles(ABOVE + NARROW + BELOW) == ["大桥通车以后青山渡口只留一班渡轮", HEAD]


def test_and_so_does_one_over_another_subject() -> None:
    other = (
        "钟楼巷口有间三平方米的铺子\n，门板是墨绿色的，修钟表的人早\n上八点一块一块卸下来，晚上六点\n"
        "再装上去，来修表的人越来越少，\n送来的多是老人留下的座钟。\n"
    )
    head = "钟楼巷口的钟表铺子早上八点\n卸下门板\n\n"
    assert titles(ABOVE + head + other) == [
        "大桥通车以后青山渡口只留一班渡轮",
        "钟楼巷口的钟表铺子早上八点卸下门板",
    ]
