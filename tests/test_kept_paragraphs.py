"""Pages that kept their paragraphs: where the next article begins. The texts are made up."""

import pytest

from cleaner import Document, Pipeline
from cleaner.stages.articles import ARTICLE

BODY = "近日，市人社部门召开会议，研究部署下一阶段的就业工作，要求各区县抓紧落实。"
MORE = "下一步，各区县将继续办好招聘活动，把岗位送到群众家门口，让更多人在家门口就业。"
DUCKS = (
    "连日来，白石河段江豚频频现身，引来市民围观拍照。为避免惊扰，三百名志愿者分段守护，"
    "劝导游船减速。"
)
LEAF = "村里的老槐树今年又发了新芽，树下的石凳上坐满了乘凉的人，说的都是收成的话。"
EGGS = (
    "农贸市场的鸡蛋价格一个月里落了三成，养殖户说，饲料降价、产量增加是主要的原因，"
    "往后还会再落一些。"
)


SIGNED = (
    f"白石镇举办油菜花节\n\n{BODY}（岳岚）\n\n市一中开展劳动教育\n\n{MORE}（苗强）\n\n"
    f"背街小巷换了新颜\n\n{BODY}"
)
NAMED = f"小区装上智慧大脑\n\n本报讯 （记者苏琴）{BODY}\n\n老手艺里的新生活\n\n葛梅\n\n{LEAF}"
# Two texts that have nothing in common, the second of three paragraphs; and one that goes on.
BRIDGE = (
    "青石桥重修后昨天通车。桥长二百一十米，两侧各加了一条步道，桥头的老榕树留在原处。\n\n"
    "施工队在河床里打了十二根桩，赶在汛期之前合龙，通车那天镇上的人都来走了一遍。\n\n"
    "青石桥是三十年前修的，桥面窄，货车要排队才能过，镇里为重修它筹了两年的钱。"
)
OWLS = (
    "林场的猫头鹰数量三年翻了一番。护林员在红松林里挂了八十个巢箱，今年有六十个住进了雏鸟。\n\n"
    "猫头鹰夜里捕鼠，一窝一年能吃掉上千只田鼠，周围几个村的粮食因此少损失了一成。\n\n"
    "护林员每个月爬一次树，数巢箱里的雏鸟，把数目写在本子上交给县里的研究站。"
)
ABOUT = f"青石桥重修后通车\n\n{BRIDGE}\n\n林场猫头鹰数量三年翻番\n\n{OWLS}"


def titles(text: str) -> list[str | None]:
    results = ARTICLE(Document("page", text))
    return [one.meta.get("title") for one in results if one.outcome is None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the paragraph above ends in its writer's name
        (SIGNED, ["白石镇举办油菜花节", "市一中开展劳动教育", "背街小巷换了新颜"]),
        # one name under the headline, with where its bearer lives or without
        (
            f"麦场上的夏夜\n□邵青(安徽)\n\n{LEAF}\n\n父亲的算盘\n□常林\n\n{EGGS}",
            ["麦场上的夏夜", "父亲的算盘"],
        ),
        (NAMED, ["小区装上智慧大脑", "老手艺里的新生活"]),
        # the text below speaks of the headline, and of nothing that the text above speaks of
        (ABOUT, ["青石桥重修后通车", "林场猫头鹰数量三年翻番"]),
    ],
)
def test_a_page_is_divided(text: str, expected: list[str]) -> None:
    assert titles(text) == expected


SPOKEN_OF = (
    f"小区装上智慧大脑\n\n本报讯 （记者苏琴）{DUCKS}\n\n志愿者分段守护江豚\n\n{DUCKS}\n\n"
    f"志愿者劝导游船减速\n\n{DUCKS}"
)
TOO_SHORT = (
    f"小区装上智慧大脑\n\n本报讯 （记者苏琴）{BODY}\n\n守护江豚\n\n{DUCKS}\n\n鸡蛋落价\n\n{EGGS}"
)
QUOTED = (
    f"小区装上智慧大脑\n\n本报讯 （记者苏琴）{BODY}\n\n“三百名志愿者守护江豚”\n\n{DUCKS}\n\n"
    f"“鸡蛋价格落了三成”\n\n{EGGS}"
)


@pytest.mark.parametrize("text", [SPOKEN_OF, TOO_SHORT, QUOTED])
def test_subheads_of_a_page_divide_nothing(text: str) -> None:
    assert len(titles(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        # a report and its sections: one speaks of the others' subject, one is a chapter
        f"三百名志愿者守护江豚\n\n{DUCKS}\n\n鸡蛋价格一个月落三成\n\n{EGGS}",
        f"青石桥重修后通车\n\n{BRIDGE}\n\n货车过桥不再排队\n\n{BRIDGE.replace('昨天', '前天')}",
        f"第一章 青石桥重修\n\n{BRIDGE}\n\n第二章 林场猫头鹰翻番\n\n{OWLS}",
        # what the text below says nothing of; a row of a table, a line of a program above it
        f"青石桥重修后通车\n\n{BRIDGE}\n\n风从北边吹来\n\n{OWLS}",
        f"青石桥重修后通车\n\n{BRIDGE}\n\n# 林场猫头鹰数量三年翻番\n\n{OWLS}",
        # verses under it
        f"青石桥重修后通车\n\n{BRIDGE}\n\n林场猫头鹰\n\n猫头鹰夜里飞\n\n林场的雪落了一层",
        # chapters of one serial
        f"山中来信（7）——青石桥\n\n{BRIDGE}\n\n山中来信（8）——林场猫头鹰翻番\n\n{OWLS}",
        # poems of one collection
        (
            f"青石桥重修后通车\n\n{BRIDGE}\n\n《林场猫头鹰》 李立\n\n"
            "林场猫头鹰夜飞，三年雪落满柴扉。\n\n林场猫头鹰不语，一灯照见故人归。\n\n林场猫头鹰又啼，山月还同旧日低。"
        ),
        # names that are no bylines: of a list, of who speaks next
        "优秀志愿者名单\n李立\n王芳\n赵强",
        "主持人说完了开场白\n李立\n大家好。\n王芳\n大家好。",
        # a bracket at a paragraph's end that names nobody
        f"河道管护的办法\n\n{DUCKS}（见附图）\n\n检查与考核\n\n{EGGS}（略）\n\n奖励与处罚\n\n{LEAF}",
    ],
)
def test_text_that_is_no_paper_is_not_divided(text: str) -> None:
    assert len(titles(text)) == 1


INDENTED = f"本报记者 苏琴\n\u3000\u3000{BODY}\n\u3000\u3000他说，路还长。"
INDENTED_TOO = f"本报记者 葛梅\n\u3000\u3000{LEAF}\n\u3000\u3000路还长。"
DATED = (
    f"小区装上智慧大脑\n\u3000\u3000本报讯 {BODY}\n\u3000\u3000他说，路还长。\n"
    f"老手艺里的新生活\n\u3000\u3000本报讯 {LEAF}\n\u3000\u3000路还长。"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the first paragraph's indent goes with that of the last, which alone would be a verse's
        (
            f"小区装上智慧大脑\n{INDENTED}\n老手艺里的新生活\n{INDENTED_TOO}",
            [f"{BODY}\n他说，路还长。", f"{LEAF}\n路还长。"],
        ),
        (
            DATED,
            [f"本报讯 {BODY}\n他说，路还长。", f"本报讯 {LEAF}\n路还长。"],
        ),
        # where the paragraphs have none, it is the form of the lines below
        (
            f"小区装上智慧大脑\n本报记者 苏琴\n{BODY}\n\u3000\u3000他说，\n\u3000\u3000路还长。",
            [f"{BODY}\n\u3000\u3000他说，\n\u3000\u3000路还长。"],
        ),
        # a title's poem keeps the indent of its first verse
        (
            "夜行\n\u3000\u3000灯一盏一盏往后退\n像有人从我身边\n\u3000\u3000抽走了名字",
            ["夜行\n\u3000\u3000灯一盏一盏往后退\n像有人从我身边\n\u3000\u3000抽走了名字"],
        ),
    ],
)
def test_the_first_paragraph_keeps_its_indent(text: str, expected: list[str]) -> None:
    assert [one.text for one in Pipeline()(Document("page", text)) if not one.outcome] == expected
