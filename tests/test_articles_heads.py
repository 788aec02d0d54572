"""What a heading is, where only the words or a dateline below tell. Texts are made up."""

import pytest
from test_articles import BODY, COLUMNS, MORE, articles, titles

from cleaner.document import Document
from cleaner.stages.articles import ARTICLE

# A page of one house: three articles, the last a digest.
DATED = (
    f"李强会见赞比亚总统\n\n本报讯 （记者王宁）{BODY}\n\n{MORE}\n\n"
    f"各地积极应对新一轮寒潮\n\n本报讯 （记者李青）{BODY}\n\n{MORE}\n\n"
    f"一周经济要情快报汇编\n\n本报讯 （记者张华）{BODY}\n\n"
    f"我国成功发射一颗新的卫星\n\n{MORE}\n\n全国铁路实行新的运行图\n\n{BODY}"
)


def test_where_every_article_has_a_dateline_a_heading_over_none_is_an_item() -> None:
    assert titles(DATED, **COLUMNS) == [
        "李强会见赞比亚总统",
        "各地积极应对新一轮寒潮",
        "一周经济要情快报汇编",
    ]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(f"●本报记者 苗青\n\n{BODY}", id="a byline"),
        pytest.param(f"新华社北京5月29日电 {BODY}", id="another house"),
        pytest.param(f"{MORE}\n\n{BODY}\n\n{MORE}\n\n济宁获评首席技师人数增加", id="long articles"),
    ],
)
def test_where_not_every_article_has_one_it_is_a_headline(other: str) -> None:
    text = f"{DATED}\n\n呼和浩特形成引才聚才“强磁场”\n\n{other}\n\n{MORE}\n\n{BODY}\n\n{MORE}"
    assert "我国成功发射一颗新的卫星" in titles(text, **COLUMNS)


# A page in columns without blank lines or bylines: only the words of a heading tell.
_EIGHT = "\n".join([BODY, MORE] * 4)
_SECOND = "会议要求，各县区要把养护资金列入年度预算，落实专人负责，做到有路必养、养必到位。"
_LEAD = "全市农村公路养护工作会议昨天在市政府礼堂召开，部署下半年的养护任务，落实养护资金。"


def test_in_columns_a_heading_that_the_text_below_repeats_is_a_title() -> None:
    heading = "东湖公园夜游航线开通"
    text = "东湖公园昨天开通夜游航线，游客可以乘船看灯，航线每晚开行六班，单程二十分钟。"
    page = f"本报讯 （记者王宁）{_EIGHT}\n{heading}\n{text}\n{_EIGHT}"
    assert titles(page, **COLUMNS) == [None, heading]


@pytest.mark.parametrize(
    ("heading", "meta"),
    [
        pytest.param("把岗位送到家门口", COLUMNS, id="repeated by little"),
        pytest.param("东湖公园夜游航线开通", {}, id="not in columns"),
    ],
)
def test_a_heading_that_is_not_repeated_in_columns_is_none(
    heading: str, meta: dict[str, object]
) -> None:
    text = "昨天傍晚，三条老街同时亮灯，街坊们都出来散步，店铺也把打烊的时间推迟了一个小时。"
    below = text if meta else "东湖公园昨天开通夜游航线，游客可以乘船看灯。"
    page = f"本报讯 （记者王宁）{_EIGHT}\n{heading}\n{below}\n{_EIGHT}"
    assert heading not in titles(page, **meta)


@pytest.mark.parametrize("heading", ["东湖晚报", "调查研究", "城市新话题"])
def test_a_tiny_heading_of_columns_begins_no_article(heading: str) -> None:
    text = f"{heading}的记者{heading}走访了三条老街，街坊们都出来散步，店铺推迟了打烊的时间。"
    page = f"本报讯 （记者王宁）{_EIGHT}\n\n{heading}\n{text}\n{_EIGHT}"
    assert heading not in titles(page, **COLUMNS)


@pytest.mark.parametrize("after", ["●本报记者 苗青", "本报讯 （记者王晓颖）昨天，老街亮灯。"])
def test_a_tiny_heading_with_a_byline_does(after: str) -> None:
    assert "老街亮灯" in titles(f"{_EIGHT}\n\n老街亮灯\n{after}\n{_EIGHT}", **COLUMNS)


@pytest.mark.parametrize(
    ("behind", "meta", "first"),
    [
        pytest.param(_LEAD, COLUMNS, _LEAD, id="the lead, read after the second half"),
        pytest.param(MORE * 3, COLUMNS, _SECOND, id="another text"),
        pytest.param(_LEAD, {}, _SECOND, id="not in columns"),
    ],
)
def test_an_untitled_lead_comes_before_the_second_half_under_its_headline(
    behind: str, meta: dict[str, object], first: str
) -> None:
    title = "农村公路养护工作会议召开"
    page = f"{_EIGHT}\n\n{title}\n{_SECOND}\n（参与记者 王宁 李明）\n{behind}\n{behind}{MORE}"
    found = dict(articles(page, **meta))
    assert found.get(title, _SECOND).startswith(first)


@pytest.mark.parametrize(
    ("above", "found"),
    [
        # the headline of the article beside
        ("城区新增三条公交线路", ["城区新增三条公交线路", "农村公路养护工作会议召开"]),
        # a kicker of several things
        ("查病害、清边沟、补路面", ["农村公路养护工作会议召开"]),
        # the text speaks of it
        ("市政府部署农村公路养护", ["市政府部署农村公路养护"]),
    ],
)
def test_of_two_headings_in_columns_the_text_speaks_of_the_title(
    above: str, found: list[str]
) -> None:
    lead = "全市农村公路养护工作会议昨天召开，市政府部署农村公路养护，要求落实养护资金。"
    head = f"{above}\n农村公路养护工作会议召开\n□本报记者 王平"
    assert titles(f"{_EIGHT}\n\n{head}\n{lead}\n{_SECOND}", **COLUMNS) == [None, *found]


def test_the_name_of_a_column_is_the_kicker_of_what_stands_below() -> None:
    head = "农村公路养护工作会议召开\n□本报记者 王平"
    _, before, after = ARTICLE(
        Document("page", f"{_EIGHT}\n\n▶权威发布\n{head}\n{_SECOND}\n{BODY}", COLUMNS)
    )
    assert before.text == _EIGHT
    assert after.meta["kicker"] == "▶权威发布"
    assert after.meta["title"] == "农村公路养护工作会议召开"


def test_the_name_of_a_column_above_text_stays() -> None:
    text = f"{_EIGHT}\n\n经济观察\n{_SECOND}\n{BODY}"
    assert articles(text, **COLUMNS) == [(None, text)]


def test_a_heading_in_brackets_alone_is_a_subhead() -> None:
    text = (
        f"农村公路养护工作会议召开\n□本报记者 王平\n{_EIGHT}\n"
        f"【落实养护资金】\n{_SECOND}\n【一村一名管护员】\n{BODY}"
    )
    assert titles(text, **COLUMNS) == ["农村公路养护工作会议召开"]


@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_heading_behind_the_name_of_its_series_is_a_title(gap: str) -> None:
    first = f"春耕备耕工作全面展开\n□本报记者 李青\n{_EIGHT}"
    text = f"{first}\n\n【乡村振兴看一线】{gap}农村公路养护到村口\n{_SECOND}\n{BODY}"
    assert len(titles(text, **COLUMNS)) == 2


def test_chapters_of_a_serial_are_no_articles_in_columns() -> None:
    text = f"山中来信（7）——会议落实就业\n\n{BODY}\n\n{{}}\n\n{MORE}"
    for number, size in ((8, 1), (7, 2)):
        head = f"山中来信（{number}）——各区县的岗位送到群众家门口"
        assert len(titles(text.format(head), **COLUMNS)) == size
