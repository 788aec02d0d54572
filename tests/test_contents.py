"""Tables of contents that a program printed, as encyclopedias have them. All synthetic."""

import pytest

from cleaner.document import Document
from cleaner.recipe import Recipe

LEAD = "后山篾，是江城县的一种竹编手艺，篾匠们用三年以上的毛竹\n劈成细丝，编出篮子和竹席。\n"
PART = (
    "据县志记载，明代后山已有篾匠，清代增至百余户，所编竹席远销各地，\n"
    "民国年间一度中断，上世纪五十年代恢复生产。\n"
)
TOP = "跳转到导航 跳转到搜索\n后山篾\n维基百科，自由的百科全书\n"
FOOT = (
    "参见[编辑]\n竹席\n参考文献[编辑]\n^ 江城县志. 1996.\n分类： 竹编\n导航菜单\n"
    "个人工具 没有登录 讨论 贡献 创建账号 登录\n本页面最后修订于2021年8月15日 (星期日) 06:12。\n"
)


@pytest.mark.parametrize("name", ["目录", "目录 [隐藏]", "目錄\n[隱藏]", "目录\n移至侧栏"])
@pytest.mark.parametrize(
    ("title", "edit"),
    [
        ("", "[编辑]"),
        ("后山篾 - 维基百科，自由的百科全书\n", "[编辑 | 编辑源代码]"),
        ("后山篾 - 维基百科，自由的百科全书\n", ""),
    ],
)
def test_the_lead_above_a_table_of_contents_is_text(name: str, edit: str, title: str) -> None:
    listed = "1 历史\n2 手艺\n3 参见\n4 参考文献\n"
    parts = f"历史{edit}\n{PART}手艺{edit}\n{PART.replace('明代', '那时')}"
    foot = FOOT.replace("[编辑]", edit)
    page = f"{title}{TOP}{LEAD}{name}\n{listed}{parts}{foot}"
    (document,) = Recipe().pipeline()(Document("a", page))
    assert document.meta["title"] == "后山篾"
    assert document.text.startswith(f"{LEAD}历史\n")
    assert "隐藏" not in document.text
    assert "目录" not in document.text
    assert "编辑" not in document.text


def test_contents_that_are_not_said_again_stay() -> None:
    text = f"后山篾\n目录\n第一章 选竹\n第二章 破篾\n{PART}{LEAD}"
    (document,) = Recipe().pipeline()(Document("a", text))
    assert "第二章 破篾" in document.text


def test_above_a_table_of_contents_no_sentence_is_no_lead() -> None:
    parts = f"历史[编辑]\n{PART}手艺[编辑]\n{PART}"
    page = f"{TOP}江城手艺爱好者在此交流\n目录\n1 历史\n2 手艺\n{parts}{FOOT}"
    (document,) = Recipe().pipeline()(Document("a", page))
    assert document.text.startswith("历史\n")
