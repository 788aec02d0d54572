"""Texts that stand in another article of a page than the one they speak of. They are made up."""

import pytest
from test_articles import COLUMNS

from cleaner.document import Document
from cleaner.paper.belongs import brought_home
from cleaner.paper.headings import read_blocks
from cleaner.paper.headmatch import Article
from cleaner.paper.pairs import pairs_of, pairs_of_each

BRIDGE = (
    "石门大桥合龙",
    "石门大桥昨天合龙。这座跨越澧水的斜拉桥由省路桥集团承建，主跨四百二十米，桥面宽三十二米。",
    "承建大桥的路桥集团说，澧水汛期来得早，工人们在江心的主墩上连续施工了十九个月。",
)
BRIDGE_MORE = (
    "桥面铺装将在下月开始。路桥集团说，斜拉桥的索力还要调整三次，主墩的围堰要在澧水涨水以前拆除。",
    "大桥通车以后，从石门县城过澧水只要五分钟，两岸的乡镇不必再绕行五十公里外的老桥。",
)
OPERA = (
    "花鼓戏进校园",
    "县花鼓戏剧团昨天来到第三中学，为师生演出《补锅》，并教学生们走台步、甩水袖、唱小调。",
    "剧团团长说，今年要在二十所学校演出四十场花鼓戏，还要挑选有天分的学生跟剧团学唱腔。",
)
STRANGER = "昨夜的一场大雪覆盖了北部山区，气象台提醒驾车出行的人们减速慢行，注意路面结冰。"
ONE_NAME = "石门气象台说，周末有雨，山区雾浓，请市民减少外出，注意保暖，关好门窗。"


def page(*articles: tuple[str, ...]) -> tuple[list[Article], tuple[str, ...]]:
    """Return the articles of a page and its lines; each begins with its headline."""
    found: list[Article] = []
    lines: list[str] = []
    for one in articles:
        at = len(lines)
        lines.extend(one)
        found.append(Article((("title", at),), tuple(range(at + 1, at + len(one)))))
    return found, tuple(lines)


def homes(*articles: tuple[str, ...]) -> list[list[str]]:
    """Return the texts under each headline."""
    found, lines = page(*articles)
    blocks = read_blocks(Document(id="page", text="\n".join(lines), meta=COLUMNS))
    return [[blocks[at].text for at in one.body] for one in brought_home(blocks, found)]


def test_a_text_goes_to_the_article_that_it_speaks_of() -> None:
    assert homes(BRIDGE, (*OPERA, *BRIDGE_MORE)) == [
        [*BRIDGE[1:], *BRIDGE_MORE],
        list(OPERA[1:]),
    ]


def test_what_stood_before_the_article_goes_before_its_text() -> None:
    assert homes((*OPERA, *BRIDGE_MORE), BRIDGE) == [
        list(OPERA[1:]),
        [*BRIDGE_MORE, *BRIDGE[1:]],
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(BRIDGE, OPERA, id="each in its own"),
        pytest.param((*BRIDGE, *BRIDGE_MORE), OPERA, id="all in its own"),
        pytest.param(BRIDGE, (*OPERA, STRANGER), id="nobody speaks of it"),
        pytest.param(BRIDGE, (*OPERA, ONE_NAME), id="a short text with one name"),
        pytest.param(
            BRIDGE, (*OPERA[:2], OPERA[2][:-1], *BRIDGE_MORE), id="no sentence has ended above"
        ),
        pytest.param(
            BRIDGE,
            (*OPERA, f"剧团还到石门大桥的工地演出花鼓戏。{BRIDGE_MORE[0]}"),
            id="it speaks of both",
        ),
        pytest.param(BRIDGE, (*OPERA, *(f"▲{text}" for text in BRIDGE_MORE)), id="items of a list"),
        pytest.param(BRIDGE, (OPERA[0], *BRIDGE_MORE), id="nothing stands above it"),
        pytest.param(
            BRIDGE,
            (OPERA[0], "演员登台，锣鼓响起。", "台下掌声，一阵一阵。", "幕布落下，人们散去。"),
            id="verses",
        ),
    ],
)
def test_other_texts_stay(first: tuple[str, ...], second: tuple[str, ...]) -> None:
    assert homes(first, second) == [list(first[1:]), list(second[1:])]


def test_of_two_articles_that_speak_of_it_neither_takes_it() -> None:
    articles = BRIDGE, (*OPERA, *BRIDGE_MORE), ("大桥建设者说", *BRIDGE[1:])
    assert homes(*articles) == [list(one[1:]) for one in articles]


def test_where_each_text_speaks_of_something_else_all_stay() -> None:
    others = (
        (
            "雪豹栖息在高原的岩壁之间，毛色灰白，尾巴粗长，黄昏时分出来觅食，很少被人看见。母豹独自抚养幼崽，"
            "两岁以后它们才会离开，去寻找自己的领地。"
        ),
        (
            "青瓷的釉色取决于铁的含量，窑工凭火焰颜色判断温度，开窑前谁也说不准成败。龙泉哥窑以裂纹著称，"
            "匠人故意让胎与釉收缩得不一样快。"
        ),
        (
            "算盘以竹木为框，梁上二珠梁下五珠，口诀代代相传，账房先生双手能同时拨打。珠心算流行以后，"
            "许多孩子闭着眼睛也能求出乘积。"
        ),
    )
    articles = BRIDGE, (*OPERA, *others, *BRIDGE_MORE)
    assert homes(*articles) == [list(one[1:]) for one in articles]


def test_one_article_stays_as_it_is() -> None:
    assert homes((*OPERA, *BRIDGE_MORE)) == [[*OPERA[1:], *BRIDGE_MORE]]


def test_what_a_page_says_is_what_each_of_its_texts_says() -> None:
    texts = ["", *BRIDGE, "  ", STRANGER, "A 3 号：Ｂ级，“第②条”●", "ある日の午後", "甲"]
    for some in ([""], texts, texts[:4]):  # kana are folded as a whole, the others by a table
        assert pairs_of_each(some) == [frozenset(pairs_of(text).tolist()) for text in some]
