"""The names of a site behind the headline in a page's <title>. All texts are synthetic."""

import pytest

from cleaner.document import Document
from cleaner.stages.boilerplate import WEB_PAGE
from cleaner.web.titles import headline_end, title_span

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
    ],
)
def test_other_ends_of_headlines_stay(line: str) -> None:
    assert headline_end(line, BELOW) == 0


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
