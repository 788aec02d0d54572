"""Pages with their links as html2text writes them; all are synthetic."""

import pytest
from test_web_losses import clean

from cleaner.document import Document
from cleaner.stages.boilerplate import WEB_PAGE
from cleaner.web.passing import is_row
from cleaner.web.twin import as_page

BODY = (
    "入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个篾匠天天忙到天黑。\n\n"
    "“一根竹子从头到尾都有用处。”老篾匠指着墙角的竹篮说，最细的那种，一天只能编一个。\n\n"
)
LONG = "http://news.example.com/hunan/2019-12-03/detail-ihnzhfz1626850.shtml?from=top"
NAMES = ("山里人家的灶台", "腌菜的缸要放在北屋", "一把油纸伞的骨头", "去年的雪压断了毛竹")
LINKS = "\n".join(f"  * [{name}]({LONG}&id={at})" for at, name in enumerate(NAMES))
PAGE = (
    "[竹乡在线](http://example.com/)\n\n"
    "[首页](/) [新闻](/news/) [财经](/f/) [体育](/s/) [论坛](/bbs/)\n\n"
    f"{LINKS}\n\n首页 > [老手艺](/craft/) > 正文\n\n"
    "# 后山的篾匠\n\n2019-12-03 21:10 来源：竹乡在线\n\n"
)
FOOT = f"责任编辑：阿竹\n\n### [大家都在读](/hot/)\n\n{LINKS}\n\n[联系我们](/about)\n"


@pytest.mark.parametrize(
    "inside",
    [
        BODY,
        # a link in the text, its address broken at the end of the line; the last thing of the text
        BODY.replace("竹器厂", "[竹器厂](http://example.com/a-\nb.html)"),
        BODY + '这家厂的故事，见[后山\n的篾匠二三事](http://example.com/a-\nb.html "二三事")。\n\n',
        # a link of its own between paragraphs
        BODY
        + "[老篾匠的十二种竹篮，编法各不相同，都还有人会编。](/a_(1).html)\n\n"
        + "竹篮编好以后要在通风的屋檐下挂上半个月，等颜色由青转黄，才算是一只能用的篮子。\n\n",
    ],
)
def test_frame_of_links_goes_and_the_text_keeps_its_links(inside: str) -> None:
    assert clean(PAGE + inside + FOOT).strip() == f"# 后山的篾匠\n\n{inside}".strip()


def test_what_is_kept_of_a_line_keeps_its_links() -> None:
    stamp = "2019-12-03 21:10 来源：竹乡在线"
    page = PAGE.replace(stamp, stamp + " 作者：[阿竹](/u/1)") + BODY + FOOT
    (found,) = WEB_PAGE(Document("case", page))
    assert found.meta["source_line"] == [stamp + " 作者：[阿竹](/u/1)"]
    (found,) = WEB_PAGE(Document("case", PAGE + BODY + FOOT))
    assert found.meta["source_line"] == [stamp]


@pytest.mark.parametrize(
    "text",
    [
        # a manual: contents, prose, further reading, prose
        (
            f"# 竹器手册\n\n* [选竹](/a)\n* [破竹](/b)\n* [起底](/c)\n\n## 选竹\n\n{BODY}"
            f"## 参考资料\n\n{LINKS}\n\n## 起底\n\n{BODY}"
        ),
        # a list of links with what each is
        "# 竹器书目\n\n" + "\n".join(f"- [{x}]({LONG}) - {BODY[:40]}" for x in NAMES) + "\n",
        # a program's README: its languages in a bar, links at its end
        (
            "# 竹编尺\n\n[English](README.md) | [简体中文](a.zh.md) | [日本語](a.ja.md)\n\n"
            f"{BODY}## 相关项目\n\n{LINKS}\n\n## 许可证\n\n[MIT](LICENSE)\n"
        ),
        # what someone has done, below where he is found
        (
            "# 老秦\n\n[邮件](mailto:q@example.org) | [主页](https://example.org) | [代码](/q)\n\n"
            f"## 经历\n\n{BODY}## 文章\n\n{LINKS}\n"
        ),
        # notes whose numbers look like links
        f"# 竹器考\n\n{BODY}见[1](一)、[2](二)。\n\n[1] 《竹谱》\n[2] 《考工记》\n",
    ],
)
def test_links_of_a_document_stay(text: str) -> None:
    assert clean(text) == text


def test_a_link_is_judged_as_its_words() -> None:
    text = f'* [要闻]({LONG[:40]}-\nx.html "要闻")\n* ![图](/1.jpg)\n* [__](/icon)\n[见\n\n下](/)\n'
    twin = as_page(Document("case", text)).text
    assert len(twin) == len(text)
    assert [line.split() for line in twin.split("\n")] == [
        ["*", "要闻"],
        ["*", "![图](/1.jpg)"],
        ["*", "[__](/icon)"],
        ["[见"],
        [],
        ["下](/)"],
        [],
    ]


@pytest.mark.parametrize(
    "piece", ["[", "](", "[a](", "[a](b\n", "[a](()", "[a\n", "[a](((", "[" * 200 + "](", "[国](/"]
)
def test_time_is_linear(piece: str) -> None:
    # A square of this would take hours; only where ]( stands links are looked for.
    text = piece * (2_000_000 // len(piece)) + "]("
    assert len(as_page(Document("case", text)).text) == len(text)


@pytest.mark.parametrize("text", ["重量    约188克", "颜色| 月白", "产地  湖南益阳", "竹龄  3年"])
def test_a_name_and_its_value_are_a_row(text: str) -> None:
    assert is_row(text)


@pytest.mark.parametrize(
    "text", ["12-01  山里的邮路", "TOP1  腌菜的缸", "3  断桥", "新闻  油纸伞", "热门  雪夜"]
)
def test_a_place_or_a_channel_and_a_title_are_none(text: str) -> None:
    assert not is_row(text)
