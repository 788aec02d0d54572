"""`copy` on laws: a word in place of another is an amendment (all synthetic)."""

import pytest
from dedup_texts import kept

DUTIES = (
    "船闸的管理单位应当在每日开闸之前检查闸门、启闭机和水尺，并将结果记入值班簿。",
    "过闸的船舶应当服从值班人员的指挥，按照到达的先后依次进入闸室，不得抢行。",
    "装运危险货物的船舶过闸，应当提前一日向管理单位报告货物的名称、数量和安全措施。",
    "闸室内禁止上下旅客、装卸货物、清洗船舱或者向水中倾倒垃圾和含油的污水。",
    "遇有大风、浓雾或者水位超过警戒线的情形，管理单位可以决定暂停船舶通行。",
    "船舶碰撞闸门或者其他设施的，应当立即报告，并承担修复所需的全部费用。",
    "管理单位应当在上下游引航道设置标志和灯光，并保持其完好、清晰、明亮。",
    "渔船和农用船只在农忙季节过闸的，经管理单位同意，可以优先安排通行。",
    "值班人员玩忽职守、徇私舞弊的，由其所在单位依照有关规定给予处分。",
    "对本办法的规定有不同意见的，可以向管理单位提出，管理单位应当予以答复。",
    "违反本办法规定，擅自操作启闭机的，由主管部门责令改正，并处以罚款。",
    "本办法由船闸管理单位负责解释，原有的通行规则同时予以废止，不再执行。",
)
NUMBERS = "一二三四五六七八九十"
LAW = "\n".join(
    f"第{'十' * (at > 9)}{NUMBERS[at % 10]}条　{duty}" for at, duty in enumerate(DUTIES)
)
LONG = LAW + "\n" + LAW.replace("船闸", "渡口").replace("闸室", "码头").replace("闸门", "跳板")


def worded(text: str, old: str, new: str) -> str:
    assert old in text
    return text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new"),
    [("可以决定", "应当决定"), ("主管部门责令", "行政机关责令"), ("本办法", "本条例")],
)
def test_a_word_of_an_article_makes_another_law(old: str, new: str) -> None:
    assert kept(LONG, worded(LONG, old, new)) == 2


COPIES = (
    (LONG, LONG.replace("条　", "条 ")),
    (LONG, "中华船闸协会令\n第三号\n现予公布，自今年五月起施行。\n" + LONG),
    (LONG, "".join("口" if at % 60 == 41 else one for at, one in enumerate(LONG))),
    (LONG, worded(worded(LONG, "启闭机", "启闭玑"), "警戒线", "警戎线")),
)


@pytest.mark.parametrize(("one", "other"), COPIES)
def test_a_reprint_of_a_law_is_a_copy(one: str, other: str) -> None:
    assert kept(one, other) == 1


def test_an_edited_word_of_long_prose_is_none() -> None:
    prose = LONG.replace("第", "到").replace("条　", "天，")
    assert kept(prose, worded(prose, "可以决定", "应当决定")) == 1
