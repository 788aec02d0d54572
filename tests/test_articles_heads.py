"""What a heading is, where only the words or a dateline below tell. Texts are made up."""

import re

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


def test_where_every_article_has_a_dateline_a_heading_over_one_needs_no_blank_line() -> None:
    headline = "市长在东乡、西乡调研"
    page = f"{DATED}\n{headline}\n本报讯 （记者王宁）{BODY}\n\n{MORE}"
    assert titles(page, **COLUMNS)[-1] == headline
    assert headline not in titles(page.replace(f"{headline}\n本报讯", headline), **COLUMNS)
    assert headline not in titles(page.replace(f"\n本报讯 （记者王宁）{BODY}", "", 3), **COLUMNS)


@pytest.mark.parametrize(
    ("blank", "title"), [("\n", "国际联播快讯"), ("", "全省林业病虫害情况减轻")]
)
def test_there_a_blank_line_parts_a_heading_from_what_stands_above_it(
    blank: str, title: str
) -> None:
    # The first is of a digest, its text stands elsewhere.
    heads = f"全省林业病虫害情况减轻\n{blank}国际联播快讯"
    page = re.sub("\n\n(?=.{30})", "\n", DATED)  # blank lines stand before headings only
    page = f"{page}\n{heads}\n本报讯 （记者王宁）{BODY}\n{MORE}"
    assert titles(page, **COLUMNS)[-1] == title


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
        # no text speaks of it
        ("城区新增三条公交线路", ["农村公路养护工作会议召开"]),
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


_BUSES = "本报讯（记者王宁）从昨天起，城区新增三条公交线路，串起火车站、医院和新区的四所学校。"


@pytest.mark.parametrize(
    ("behind", "kicker"),
    [
        pytest.param("", "城区新增三条公交线路", id="no text has it"),
        pytest.param(f"\n{_BUSES}", None, id="the headline of the article beside"),
    ],
)
def test_a_headline_without_a_text_is_the_kicker_of_the_next(
    behind: str, kicker: str | None
) -> None:
    head = "城区新增三条公交线路\n农村公路养护工作会议召开\n□本报记者 王平"
    lead = "全市农村公路养护工作会议昨天召开，市政府部署农村公路养护，要求落实养护资金。"
    page = f"{_EIGHT}\n\n{head}\n{lead}\n{_SECOND}{behind}"
    found = {
        one.meta["title"]: one
        for one in ARTICLE(Document("a", page, COLUMNS))
        if "title" in one.meta
    }
    assert found["农村公路养护工作会议召开"].meta.get("kicker") == kicker
    assert ("城区新增三条公交线路" in found) is (kicker is None)


def test_the_name_of_a_column_is_the_kicker_of_what_stands_below() -> None:
    head = "农村公路养护工作会议召开\n□本报记者 王平"
    _, before, after = ARTICLE(
        Document("page", f"{_EIGHT}\n\n▶权威发布\n{head}\n{_SECOND}\n{BODY}", COLUMNS)
    )
    assert before.text == _EIGHT
    assert after.meta["kicker"] == "权威发布"
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
    text = f"山中来信（7）——会议落实就业\n\n{BODY}\n\n{{}}\n\n{MORE}\n\n{BODY * 6}"
    for number, size in ((8, 1), (7, 2)):
        head = f"山中来信（{number}）——各区县的岗位送到群众家门口"
        assert len(titles(text.format(head), **COLUMNS)) == size


# Lines of a book, of which the chapters speak of the same.
BOOK = {"columns": [34.0]}
_CHAPTERS = (
    (
        "阿蓉到渡口的那天下着雨，老船工陈伯把蓑衣让给她，自己站在雨里撑船。河水涨得很高，木桩都看不见了。\n\n"
        "陈伯问阿蓉从哪里来，阿蓉说从山那边来。陈伯不再问，把船撑到对岸，接过两个铜钱，又撑了回去。\n\n"
        "渡口边只有一间木屋，陈伯和女儿小满住在里面。那天夜里阿蓉就睡在小满的床上，听了一夜的雨。"
    ),
    (
        "第二天雨停了，阿蓉跟着小满去渡口边洗衣服。小满说父亲撑船三十年，没有一天不站在雨里、风里、太阳里。\n\n"
        "阿蓉看着陈伯的船从对岸回来，船上坐着一个背木箱的人。木箱里装的是药，那个人是来给小满看病的。\n\n"
        "郎中把木箱放在木屋的门口，问小满夜里咳不咳。小满摇头，陈伯在渡口大声说，她咳了整整一个冬天。"
    ),
)
_ARTICLES = (
    (
        "入冬以来，市供热公司对全市供热管网进行了全面检查和维修，更换老旧管道十二公里，保证居民家中温度达标。\n\n"
        "供热公司负责人介绍，今年新增锅炉两台，供热面积比去年增加一成，抢修队伍昼夜值班，随时处理故障。"
    ),
    (
        "昨天上午，县图书馆新馆开放，新馆藏书三十万册，设有儿童阅览室和自习室，吸引许多读者前来借书。\n\n"
        "图书馆馆长说，新馆每天开放十二小时，读者凭身份证就能办理借书证，周末还将举办讲座和展览。"
    ),
)


@pytest.mark.parametrize("columns", [[34.0], [24.0, 25.0], [34.5, 32.5, 9.0], [17.0]])
def test_chapters_of_a_book_are_no_articles(columns: list[float]) -> None:
    first, second = (one.replace("\n\n", "\n") for one in _CHAPTERS)
    text = f"雨中的渡口\n{first}\n{first}\n\n第二天的太阳和郎中\n{second}\n{second}"
    assert len(titles(text, columns=columns)) == 1
    assert len(titles(text, columns=[18.0, 13.0])) == 2


@pytest.mark.parametrize(
    ("text", "size"),
    [
        pytest.param(
            f"供热公司检修管网\n\n{_ARTICLES[0]}\n\n县图书馆新馆开放\n\n{_ARTICLES[1]}",
            2,
            id="of two subjects",
        ),
        pytest.param(
            "遗失声明\n\n王小丽的驾驶证在公交车上遗失，特此声明作废。\n\n"
            "房屋出租\n\n城西农贸市场旁边两居室出租，家具齐全，有意者来电。\n\n"
            "寻人启事\n\n老人李大山，七十二岁，上月离家未归，见到者请告知家人。",
            3,
            id="notices",
        ),
    ],
)
def test_articles_in_the_column_of_a_book(text: str, size: int) -> None:
    assert len(titles(text, **BOOK)) == size


# Three reports of one field: what they have in common is no sign of a book.
_JOBS = """市区举办春季招聘会

昨天上午，市区举办春季招聘会，三百家企业提供岗位五千个，许多求职者到场应聘，当场签约八百人。

求职者说，岗位多，离家近。企业负责人说，今年招聘的人比去年多，待遇也比去年好。

旗县区建成就业服务站

近日，旗县区建成就业服务站二十个，求职者在家门口就能找到岗位，企业也能在这里发布招聘信息。

服务站负责人说，每天都有许多求职者来登记，企业提供的岗位也越来越多。

学院毕业生走进企业

昨天，职业学院毕业生走进企业，了解岗位和待遇，许多毕业生当场和企业签约，招聘的岗位都有人应聘。

企业负责人说，今年招聘的毕业生比去年多，岗位的待遇也好。"""


@pytest.mark.parametrize(("em", "size"), [(18.0, 3), (34.0, 1)])
def test_articles_of_one_field_in_one_column(em: float, size: int) -> None:
    assert len(titles(_JOBS, columns=[em])) == size


def test_headings_that_count_are_chapters_in_any_column() -> None:
    names = ("01 会议落实就业", "02 各区县的岗位送到家门口", "03 招聘活动继续办好")
    body = "\n".join([BODY, MORE] * 3)
    for heads, size in ((names, 1), ([one[3:] for one in names], 3)):
        assert len(titles("\n\n".join(f"{head}\n{body}" for head in heads), **COLUMNS)) == size


# Two parts of one report on a page in columns, each too short to be an article; and one that
# speaks of something else.
_QUAKE = (
    "青石县地震已造成二十人受伤\n\n青石县8日发生的地震已经造成二十人受伤，县城三百间老屋倒塌。目前震后"
    "搜救行动正在青石县各乡紧张进行，受灾的居民住进了体育馆。"
)
_WALL = (
    "青石老城墙在地震中受损严重\n\n青石县的老城墙此次也受地震波及，城墙西段出现裂缝和倒塌，一些老屋受损"
    "严重，搜救人员正在倒塌的老屋旁搜救。"
)
_TRADE = (
    "线上消费市场活力足\n\n假期临近，线上消费市场日渐旺盛。各地增加线上商品供给，消费品质升级步伐加快，服务"
    "消费增势良好。"
)


def test_a_short_text_in_columns_on_the_same_subject_is_a_part() -> None:
    page = f"{_TRADE}\n\n{_QUAKE}\n\n{_WALL}"
    assert titles(page, **COLUMNS) == ["线上消费市场活力足", "青石县地震已造成二十人受伤"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(_TRADE, _QUAKE, id="another subject"),
        pytest.param(_QUAKE, _WALL.replace("\n\n", "\n\n本报青石9日电 ", 1), id="a dateline"),
        pytest.param(_QUAKE, _WALL.replace("\n\n", "\n\n昨天，", 1), id="a day"),
        pytest.param(_QUAKE, _WALL.replace("\n\n", "\n\n□本报记者 李明\n\n", 1), id="a byline"),
        pytest.param(_QUAKE, f"{_WALL}\n\n{MORE * 3}\n\n{BODY * 3}", id="a long text"),
    ],
)
def test_another_article_in_columns_stays_one(first: str, second: str) -> None:
    head = second.split("\n", maxsplit=1)[0]
    assert titles(f"{first}\n\n{second}", **COLUMNS)[-1] == head


# A page in columns whose last headline was printed below its text.
_TALK = (
    "11月20日下午，县长李民同邻县县长王平通电话，商定共修跨县公路的日期和经费，两县各出一半。\n\n"
    "李民说，公路通车以后，两县居民往来只要半个小时，果品运到车站也不必绕道。"
)


@pytest.mark.parametrize(
    ("above", "head", "size"),
    [
        pytest.param(_TRADE, "李民同邻县县长通电话", 2, id="below its text"),
        pytest.param(_TRADE, "县长李民同邻县县长王平通电话", 1, id="a quotation"),
        pytest.param(_TRADE, "秋收秋种有序推进", 1, id="another subject"),
        pytest.param(
            _TRADE.replace("线上消费市场活力足", "一周要闻快报\n\n□本报记者 李明"),
            "李民同邻县县长通电话",
            1,
            id="an item of a digest",
        ),
    ],
)
def test_a_headline_that_was_left_over_heads_the_text_that_repeats_it(
    above: str, head: str, size: int
) -> None:
    found = titles(f"{_QUAKE}\n\n{above}\n\n{_TALK}\n{head}", **COLUMNS)[1:]
    assert len(found) == size
    assert (found[-1] == head) == (size > 1)


@pytest.mark.parametrize(
    "fields",
    [
        "客户：王平\n产品：江城牌水尺\n数量：三十支",
        "访谈对象：李明远\n访谈方式：面谈",
        "案由：买卖合同纠纷\n原告：王平\n被告：江城水尺厂",
        "发件人：王平\n收件人：李明远",
    ],
)
def test_fields_in_a_row_are_no_title(fields: str) -> None:
    assert titles(f"{fields}\n{BODY}\n{MORE}") == [None]


_FILMS = (
    "《石桥的春天》\n主演：王小雨 李立\n出品：江城电影厂\n"
    "片名：闸边人家\n主演：周明远\n出品：北港电影厂"
)


@pytest.mark.parametrize(
    ("lines", "head"),
    [
        pytest.param(_FILMS, None, id="a list of films"),
        pytest.param(
            "县长：水尺年内立完\n市民：盼着早日看到",
            "县长：水尺年内立完",
            id="a title and a subtitle",
        ),
    ],
)
def test_in_columns_fields_whose_names_come_back_are_a_list(lines: str, head: str | None) -> None:
    text = f"老闸边立起新水尺\n本报记者 王平\n{BODY}\n{MORE}\n{lines}\n本报讯 {BODY}\n{MORE}\n"
    text += f"呼和浩特形成引才聚才“强磁场”\n本报讯 {BODY}\n{MORE}"
    assert titles(text, **COLUMNS) == ["老闸边立起新水尺", head, "呼和浩特形成引才聚才“强磁场”"]


@pytest.mark.parametrize("below", ["来源：江城日报", "本报记者 王平"])
def test_one_title_with_a_colon_is_one(below: str) -> None:
    assert titles(f"石桥镇：老闸边立起新水尺\n{below}\n{BODY}\n{MORE}") == [
        "石桥镇：老闸边立起新水尺"
    ]


@pytest.mark.parametrize(
    ("above", "dateline", "expected"),
    [
        pytest.param(MORE, "本报讯 （记者李青）", True, id="over a dateline"),
        pytest.param(MORE[:-1], "本报讯 （记者李青）", False, id="no sentence has ended above"),
        pytest.param(MORE, "", False, id="over none"),
    ],
)
def test_where_few_headlines_have_a_blank_line_one_without_is_told_by_its_dateline(
    above: str, dateline: str, *, expected: bool
) -> None:
    page = (
        f"县图书馆新馆昨天开放\n本报讯 （记者王宁）{BODY}\n{MORE}\n\n"
        f"东湖公园夜游航线开通\n本报讯 （记者张华）{BODY}\n{MORE}\n"
        f"三条老街同时亮灯\n{BODY}\n{above}\n"
        f"花鼓戏剧团走进学校\n{dateline}{BODY}\n{MORE}"
    )
    assert ("花鼓戏剧团走进学校" in titles(page, **COLUMNS)) is expected


@pytest.mark.parametrize(
    ("one", "other", "title"),
    [
        ("俄称击沉三艘无人艇", "乌称遭无人机袭击", "俄称击沉三艘无人艇 乌称遭无人机袭击"),
        # one side only; two sides in a line; what is called so
        ("俄称击沉三艘无人艇", "港口一度停止装卸", "俄称击沉三艘无人艇"),
        ("俄称击沉无人艇 乌称未受损", "乌称遭无人机袭击", "乌称遭无人机袭击"),
        ("俄称击沉三艘无人艇", "号称黑海上的眼睛", "俄称击沉三艘无人艇"),
        ("堪称世界奇迹的长城", "史称天下第一的雄关", "堪称世界奇迹的长城"),
    ],
)
def test_what_two_sides_say_is_one_headline(one: str, other: str, title: str) -> None:
    page = f"{_EIGHT}\n\n{one}\n{other}\n新华社北京5月29日电 {BODY}\n{_EIGHT}"
    assert titles(page, **COLUMNS)[-1] == title
