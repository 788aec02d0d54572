"""Bulletins of offices on their sites. All synthetic."""

import pytest

from cleaner.document import Document
from cleaner.recipe import Recipe

BODY = (
    "入汛以来，江城县水务局对全县十二座水库进行汛前检查，逐座查看坝体和泄洪设施。\n"
    "检查组要求各水库备足防汛物资，安排专人昼夜值守，发现险情立即报告，确保安全度汛。\n"
)
TOP = "网站首页 机构概况 新闻中心 政务公开 办事指南\n当前位置：网站首页 > 工作简报\n"
FOOT = "上一篇：渡口停航一周\n下一篇：没有了\n版权所有：江城县水务局\n滇ICP备05001234号\n"
ITEM = "全县水库汛前检查完成"


def title_of(head: str, title: str = "") -> Document:
    (document,) = Recipe().pipeline()(Document("a", f"{title}{TOP}{head}{BODY}{FOOT}"))
    return document


@pytest.mark.parametrize(
    "issue",
    ["第 17 期（总第 203 期）", "第17期", "2021年第3期", "第十七期"],
)
@pytest.mark.parametrize(
    "below", ["江城县水务局办公室编\n2021年6月2日\n", "2021年6月2日\n", "江城县水务局编印\n"]
)
@pytest.mark.parametrize("title", ["", "防汛抗旱简报第17期_江城县水务局\n"])
def test_the_headline_stands_below_the_head(issue: str, below: str, title: str) -> None:
    document = title_of(f"防汛抗旱简报\n{issue}\n{below}{ITEM}\n", title)
    assert document.meta["title"] == ITEM
    assert document.text == BODY.rstrip("\n")
    assert issue.split("（", maxsplit=1)[0].strip() in " ".join(document.meta["source_line"])


@pytest.mark.parametrize(
    ("head", "title"),
    [
        # no item has a name; nobody issued it; a stamp of the site's parts it from the headline
        ("江城县防汛抗旱工作简报\n第17期\n江城县水务局办公室编\n", "江城县防汛抗旱工作简报"),
        (f"{ITEM}\n第17期\n", ITEM),
        (f"{ITEM}\n来源：水务局 2021-06-02 08:12\n浏览次数：17\n第17期\n", ITEM),
        # a number of a law, no issue
        (f"{ITEM}\n第17号\n2021年6月2日\n", ITEM),
    ],
)
def test_other_heads_keep_their_headline(head: str, title: str) -> None:
    assert title_of(head).meta["title"] == title
