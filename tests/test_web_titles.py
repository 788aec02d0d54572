"""The names of a site behind the headline in a page's <title>. All texts are synthetic."""

import pytest

from cleaner.document import Document
from cleaner.stages.boilerplate import WEB_EDGE, WEB_PAGE
from cleaner.web.titles import headline_end, title_span

LONG = "入冬以后渡口停航一周，上下游的村民改走铁桥，水务站每天早晚两次报水位。"
BELOW = ["渡口停航一周，上下游的村民改走铁桥，水务站每天两次报水位。"]


@pytest.mark.parametrize(
    ("headline", "names"),
    [
        ("渡口停航一周 村民改走铁桥", "_江城在线"),
        ("渡口停航一周 村民改走铁桥", "_水位_江城财经"),  # a channel
        ("渡口停航一周 村民改走铁桥", "_社会_江城网"),
        ("渡口停航一周 村民改走铁桥", "|水位|铁桥_江城新闻"),  # key words of the text
        ("渡口停航一周 村民改走铁桥", " - 江城日报"),
        ("渡口停航一周 村民改走铁桥", "--江城商报"),
        ("渡口停航一周 村民改走铁桥", "-ferry.com.cn"),
        ("夜话|渡口停航一周 村民改走铁桥", "_江城网"),  # the headline has a bar of its own
        ("渡口停航一周|早报", "_江城网"),
        ("渡口停航一周 村民改走铁桥", "_网易财经"),  # well-known sites
        ("渡口停航一周 村民改走铁桥", "_新浪科技_新浪网"),
        ("渡口停航一周 村民改走铁桥", "|游民星空"),
        ("渡口停航一周 村民改走铁桥", "-新华网"),
        ("渡口停航一周 村民改走铁桥", " - BBC News 中文"),
    ],
)
def test_the_names_of_a_site_are_found(headline: str, names: str) -> None:
    assert headline_end(headline + names, BELOW) == len(headline)


@pytest.mark.parametrize(
    "line",
    [
        "渡口停航一周 村民改走铁桥",
        "渡口停航一周_吴敏",
        "渡口停航一周_第二稿",
        "渡口停航一周|短评",
        "渡口停航一周-江城财经",
        "渡口停航一周--记江城电视台",
        "从渡口-到江城网",
        "停航_江城网",
        "渡口停航一周——江城日报",
        "江城在线",
        # words, programs, who wrote
        "高中生物第五章 - 食物网",
        "深度学习入门第三讲 - 卷积神经网",
        "渡口停航一周 - 市政府",
        "渡口停航一周以后_走进社区",
        "渡口停航一周以后_财经",
        "渡口停航一周以后 - Vue.js",
        "作者：王小雨 - 江城日报",
        # what a headline speaks of
        "十年里用过的社区之三 - 水位",
        "产品分析报告 - 懂车帝",
        "三家门户之争：新浪|搜狐|网易",
        "两个客户端的竞品分析：今日头条|网易新闻",
        "网页三剑客入门第一讲 - ASP.NET",
        "渡口停航一周以后_腾讯",
    ],
)
def test_other_ends_of_headlines_stay(line: str) -> None:
    assert headline_end(line, BELOW) == 0


def test_a_text_may_speak_of_a_well_known_site() -> None:
    assert headline_end("十年里用过的社区 - 豆瓣", BELOW)
    assert not headline_end("十年里用过的社区 - 豆瓣", ["那时候大家都在豆瓣上记书名。"])


def test_a_picture_with_the_name_of_the_site_says_nothing() -> None:
    line = "十年里用过的社区 - 豆瓣"
    assert headline_end(line, ["[![豆瓣](https://a.cn/1.png)](https://a.cn)", *BELOW])


@pytest.mark.parametrize(
    "below",
    [
        [LONG],  # fewer lines than a frame has
        [LONG, "江城在线 | 社会", "渡口"],
        # labels between sentences, which a text may show
        [LONG, "相关新闻：", "铁桥明年加宽", LONG[1:]],
    ],
)
def test_the_site_goes_from_the_title_of_a_short_text(below: list[str]) -> None:
    headline, text = "渡口停航一周 村民改走铁桥", "\n".join(below)
    (edge,) = WEB_EDGE(Document("case", f"{headline}_江城在线\n{text}\n"))
    assert edge.text == f"{headline}\n{text}\n"
    table = "渡口 | 停航 | 改走铁桥\n" * 3
    (edge,) = WEB_EDGE(Document("case", f"{headline}_江城在线\n{table}"))
    assert edge.text == f"{headline}_江城在线\n{table}"


def test_a_list_of_pages_has_no_title() -> None:
    one, two = "渡口停航一周_江城网", "铁桥夜里限行_江城网"
    assert title_span([one, *BELOW]) == (0, 6)
    assert title_span([f"# {one}", *BELOW]) == (2, 8)
    assert title_span([one, *BELOW, two, *BELOW]) == (0, 0)


@pytest.mark.parametrize("mark", ["_江城网", "|", "- - ", "网", "--"])
def test_long_lines_are_no_titles(mark: str) -> None:
    """So many that a square of them would not end."""
    lines = [mark * 60_000, *["渡口停航一周"] * 50_000]
    assert title_span(lines) == (0, 0)


# As lynx sets a page: headlines at the margin, the text three columns in.
LYNX = """   竹溪在线
   首页
   新闻
   财经
   登录 注册

{}九月里的几件事

   吴敏
   发布时间：09-3022:46竹溪网络科技有限公司

{}竹溪网9月30日消息
   渡口停航一周，上下游的村民改走铁桥，水务站每天两次报水位，
   昨天又退了两寸。
   船工们说，等水退到三米以下，渡船就可以重新开起来，铁桥也不再限行。

相关文章
   铁桥夜里限行
   水位又退了两寸
   版权所有 京ICP备00000000号
"""


@pytest.mark.parametrize(
    ("above", "inside", "first"),
    [
        ("", "   ", "九月里的几件事"),
        ("   ", "   ", "竹溪网9月30日消息"),  # nothing at the margin: no sign, and the day is taken
    ],
)
def test_a_headline_stands_left_of_its_text(above: str, inside: str, first: str) -> None:
    (page,) = WEB_PAGE(Document("page", LYNX.format(above, inside)))
    assert page.text.split("\n")[0].strip() == first


DOTTED = """首页
新闻
文化
登录
首页 > 文化 > 正文
{}
2019-12-03 21:10 来源：竹乡在线
分享
渡口的老船工
{}
渡口停航一周，上下游的村民改走铁桥，水务站每天两次报水位，昨天又退了两寸。
船工们说，等水退到三米以下，渡船就可以重新开起来，铁桥也不再限行。
相关阅读
铁桥夜里限行
关于我们
版权所有 京ICP备00000000号
"""


def test_a_headline_above_the_day_may_end_in_dots() -> None:
    (page,) = WEB_PAGE(Document("page", DOTTED.format("渡口停航了一周，村民只好改走……", "微信")))
    assert page.text.startswith("渡口停航了一周，村民只好改走……\n")


def test_a_line_cut_by_dots_like_its_neighbours_is_no_headline() -> None:
    links = "渡口停航了一周，只好改走……\n铁桥限行了一周，只好绕路……\n水位退去了半米，还要再等……"
    (page,) = WEB_PAGE(Document("page", DOTTED.format(links, "渡口停航，村民改走铁桥")))
    assert page.text.startswith("渡口停航，村民改走铁桥\n")


# What WeChat sets round an article, as its pages come out in Markdown and as plain text.
WECHAT_HEAD = """{}渡口停航一周，村民改走铁桥

江城人物志

在小说阅读器读本章

去阅读

以下文章来源于慢慢写字

，作者周慢慢

慢慢写字

"""
WECHAT_TAIL = """
预览时标签不可点

微信扫一扫
关注该公众号

继续滑动看下一个

轻触阅读原文

江城人物志

向上滑动看下一个

知道了

微信扫一扫
使用小程序

取消
允许
"""
FERRY = (
    "渡口停航已经一周，上下游的村民只能绕道铁桥过河，每天要多走五里路。\n\n"
    "“等水退到三米以下，渡船就可以重新开起来。”船工说，铁桥也不再限行。\n"
)


@pytest.mark.parametrize("mark", ["", "# "])
def test_the_frame_of_a_wechat_article_goes(mark: str) -> None:
    text = WECHAT_HEAD.format(mark) + FERRY + WECHAT_TAIL
    (page,) = WEB_PAGE(Document("page", text))
    assert page.text.split() == [*mark.split(), "渡口停航一周，村民改走铁桥", *FERRY.split()]


def test_words_of_that_frame_stay_in_a_text() -> None:
    text = f"{FERRY}\n知道了\n\n使用小程序\n\n听过\n\n{FERRY}"
    assert [page.text for page in WEB_PAGE(Document("note", text))] == [text]


def test_the_site_goes_from_a_title_beside_other_evidence() -> None:
    """The day's line alone proves no frame, and nothing else goes."""
    text = f"渡口停航一周 村民改走铁桥_江城网\n\n原标题：渡口停航一周\n\n{FERRY}\n图为渡口。\n"
    (page,) = WEB_EDGE(Document("page", text))
    assert page.text == text.replace("_江城网", "")
    (same,) = WEB_EDGE(Document("page", text.replace("_江城网", "_第二稿")))
    assert same.text == text.replace("_江城网", "_第二稿")


CALLED = "水落以前，这些路请绕着走"
POSTED = "2023-06-18 18:00\n"
FIELDS = "微信号\njcshuiwu\n功能介绍\n江城水务公司发布停水、水位和渡口的消息。\n"
SHOP = "江城商城\n你好，请登录\n免费注册\n我的订单\n购物车\n"
OFFER = "商 城 价\n￥\n59.00\n降价通知\n累计评价\n2万+\n有货\n加入购物车\n商品介绍\n售后保障\n"
BASKET = (
    "这只果篮选用三年生的毛竹，经过蒸煮、晾晒，由老篾匠手工编成，不用一根钉子。\n"
    "篮底加了两道横梁，装得下八斤水果；提手是整根竹片弯成的，拿在手里不硌手。\n"
)


@pytest.mark.parametrize(
    ("page", "headline"),
    [
        # who posted it, said twice above its number
        (
            f"{CALLED}\n江城水务\n江城水务\n{FIELDS}{POSTED}{FERRY}阅读原文\n分享\n收藏\n在看\n",
            CALLED,
        ),
        (f"{CALLED}\n江城水务\n{FIELDS}{POSTED}{FERRY}阅读原文\n分享\n收藏\n在看\n", CALLED),
        # the price in two lines, the stock right above a button
        (
            f"{SHOP}后山竹编果篮 手工竹编 收纳篮\n{OFFER}{BASKET}商品评价\n版权所有 江城商城\n",
            "后山竹编果篮 手工竹编 收纳篮",
        ),
    ],
)
def test_headline_above_an_account_or_a_price(page: str, headline: str) -> None:
    (found,) = WEB_PAGE(Document("page", page))
    assert found.text.partition("\n")[0] == headline


def test_account_in_the_text_stays() -> None:
    note = f"{FERRY}\n江城水务\n微信号\n\n要查水位，在手机上找这两行就行。\n"
    assert [page.text for page in WEB_PAGE(Document("note", note))] == [note]
