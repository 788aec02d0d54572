"""Which lines are rows of a table whose cells are prose, and which begin a row beside its name."""

import pytest

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.order.cells import deal_cells
from cleaner.stages.paragraphs import WRAPPED_LINE
from cleaner.unwrap.tables import table_rows

# Synthetic, all of it.
LESSONS = (
    "课程安排如下，各组照此办理，遇有变动另行通\n知，不要提前到场。\n\n"
    "环节  教师活动                学生活动\n"
    "导入  老师先讲例题，再让学    学生自读课文，划出不懂\n"
    "      生分组讨论，最后请代    的词语，同桌互相提问。\n"
    "      表上台说明。\n"
    "新授  通过朗读体会作者的感    孩子们轮流朗读，读错的\n"
    "      情，注意停顿。          地方由同桌指出，再读一\n"
    "                              遍。\n\n"
    "以上安排自下周一起执行，请各组的组长转告本\n组的同学。\n"
)
ENGLISH = (
    "Item      Before                      After\n"
    "harbour   The boats may lie at the    The boats lie at the north\n"
    "          quay until the ice comes    quay until the first day\n"
    "          and the keeper calls.       of December.\n"
    "mill      Grain is weighed twice,     Grain is weighed once, on\n"
    "          by the miller and by the    the new scales.\n"
    "          man who brought it.\n"
)
BARS = (
    " 周一 | 上午开会，讨论新学期的 | 下午参观河边的水文站，\n"
    "      | 课程，会后打扫教室。   | 由值班员讲解。\n"
    " 周二 | 全天上课，放学以后练习 | 晚上自习，老师答疑。\n"
    "      | 合唱。                 |\n"
)
TABS = (
    "甲方应当在十日内把\t乙方收到通知以后应\n货款付清，并且通知\t当发货，运费由甲方\n"
    "乙方。\t承担。\n"
)
# Cells as wide as the text above them, which begins elsewhere.
NARROW = (
    "渡船每天往返四趟，遇到大雾就\n停航，什么时候复航由船长看了\n天色以后决定，并且通知码头的\n"
    "值班员，由他在门口挂出牌子，\n电话里也问得到。\n\n"
    "甲方  货物每件不超过五十公斤，超过  河边的水文站向居民开放，\n"
    "      的要事先说明，能不能上船由船  由值班员讲解水尺的用法。\n"
    "乙方  长决定，运费另算，在码头的窗  孩子们轮流上去读数，记在\n"
    "      口交，易碎的东西包好。        本子上。\n"
)
PROSE = {"LESSONS": LESSONS, "ENGLISH": ENGLISH, "BARS": BARS, "TABS": TABS, "NARROW": NARROW}

# Names beside what they mean: only the rows that have a name begin anew.
OPTIONS = (
    "-a     列出所有的文件，名字以点开头的也不\n       例外\n"
    "-m     按修改时间排序，最新的排在最前面，\n       同时写出时间\n"
    "-x     只列出文件夹本身，不进入下面的文件\n       夹\n"
)
NUMBERS = (
    "1.  先把水尺擦干净。\n2.  每天早晚各读一次，记在本子上\n    不得涂改。\n3.  月底交到站里。\n"
)

# No tables.
SPREAD = (
    "       Гавань  у  старой  мельницы  замерзает  каждую зиму, и тогда лодки\n"
    "       стоят  на  берегу  до  самой  весны.  Сторож каждое утро записывает\n"
    "       высоту  воды  и  смотрит,  не тронулся ли лёд у нижних ворот, потому\n"
    "       что  по  льду  здесь  ходят  дети  и  носят с собой  хлеб  и  соль.\n"
)
TYPED = (
    "The keeper writes the height of the water.  He has done so\nfor years.  Nobody reads it.\n"
    "One day the mill will close.  Then he will move\nto the town.  Until then he stays.\n"
)
FORM = "此证于    年  月  日颁发\n有效期至    年  月  日止\n发证机关（盖章）\n"
# Two columns that were pulled apart but for some rows.
LEFT_BESIDE = (
    "渡船每天往返四趟，遇到大雾就\n停航，什么时候复航由船长看了\n天色以后决定，并且通知码头的\n"
    "值班员，由他在门口挂出牌子。\n　　货物每件不超过五十公斤，\n超过的要事先说明，能不能上船\n"
    "由船长决定，运费另算，在码头  河边的水文站昨天向居民开放，\n"
    "的窗口交，易碎的东西要包好，  由值班员讲解水尺的用法，孩子\n"
    "摆在船尾的架子上，由货主自己  们轮流上去读数，记在本子上，\n"
    "看管，到岸以后当面点清。新的  晚上回去告诉家里的老人。\n"
    "时刻表贴在码头的门上，从下周\n一起照此开船，请街坊互相转告\n不要误了时间，更不要在开船以\n"
    "后跳上跳下。上个月有人落水，\n幸好船工眼快，用竹竿把他拉了\n上来，只是丢了一只鞋。\n"
)
NO_ROWS = {
    "LEFT_BESIDE": LEFT_BESIDE,
    "SPREAD": SPREAD,
    "TYPED": TYPED,
    "FORM": FORM,
    "empty": "",
    "a row": "甲  乙  丙\n",
}


@pytest.mark.parametrize("text", PROSE.values(), ids=PROSE)
def test_rows_of_prose_are_joined_to_nothing(text: str) -> None:
    cells = {line.strip() for line in text.split("\n") if "  " in line.strip() or "\t" in line}
    (after,) = WRAPPED_LINE(Document("case", text))
    assert cells <= {line.strip() for line in after.text.split("\n")}


def test_prose_around_a_table_is_put_together() -> None:
    (after,) = WRAPPED_LINE(Document("case", LESSONS))
    assert "遇有变动另行通知，不要提前到场。" in after.text
    assert "请各组的组长转告本组的同学。" in after.text


@pytest.mark.parametrize(("text", "rows"), [(OPTIONS, [0, 2, 4]), (NUMBERS, [0, 1, 3])])
def test_rows_that_begin_with_a_name(text: str, rows: list[int]) -> None:
    found = table_rows(read_lines(text))
    assert not any(found.prose)
    assert [at for at, named in enumerate(found.named) if named] == rows


@pytest.mark.parametrize("text", NO_ROWS.values(), ids=NO_ROWS)
def test_no_rows(text: str) -> None:
    found = table_rows(read_lines(text))
    assert not any(found.prose + found.named)


# Synthetic, too: tables of which column-cell took a row or two for columns.
RULED = (
    "------------------------------------------------------------\n"
    "渡船每天往返四趟，遇到大雾就    渡船每天往返六趟，遇到大雾或\n"
    "停航，什么时候复航由船长看了    者大风就停航，由码头的值班员\n"
    "天色以后决定，并且通知码头的    在门口挂出牌子，电话里也可以\n"
    "值班员。                        问到。\n"
    "------------------------------------------------------------\n"
    "货物每件不超过五十公斤，超过    货物每件不超过三十公斤，超过\n"
    "的要事先说明，能不能上船由船    的不运，易碎的东西要包好，摆\n"
    "长决定，运费另算，在码头的窗    在船尾的架子上，由货主自己看\n"
    "口交。                          管。\n"
    "------------------------------------------------------------\n"
)
NUMBERED = "".join(
    f"{number}    渡船每天往返四趟，遇到大雾就    渡船每天往返六趟，遇到大雾或\n"
    "     停航，什么时候复航由船长看了    者大风就停航，由码头的值班员\n"
    "     天色以后决定，并且通知码头的    在门口挂出牌子，电话里可以问\n"
    for number in (1, 2, 3)
)
TWO_ROWS = (
    "说明                            备注\n\n"
    "渡船每天往返四趟，遇到大雾就    渡船每天往返六趟，遇到大雾或\n"
    "停航，什么时候复航由船长看了    者大风就停航，由码头的值班员\n"
    "天色以后决定，并且通知码头的    挂出牌子。\n"
    "值班员。\n\n"
    "货物每件不超过五十公斤，超过    货物每件不超过三十公斤，超过\n"
    "的要事先说明，能不能上船由船    的不运，易碎的东西要包好，摆\n"
    "长决定。                        在船尾的架子上，由货主自己看\n"
    "                                管。\n"
)


@pytest.mark.parametrize("text", [RULED, NUMBERED, TWO_ROWS], ids=["ruled", "numbered", "two"])
def test_rows_of_a_table_are_no_columns(text: str) -> None:
    assert list(deal_cells(text)) == []


COLUMNS = (
    "从今年春天起，柳园街道把三间    愿者帮着送餐，一荤两素的套餐\n"
    "闲置的门面房改成了社区食堂。    卖十二元，七十岁以上的居民再\n"
    "中午十一点半，队伍已经排到了    减三元。开业两个月，每天卖出\n"
    "门口，来吃饭的多是附近的老人    三百多份。街道负责人说，下一\n"
    "。食堂由街道出房子、企业管做    步还要在河西的两个小区各开一\n"
    "饭、志愿者帮忙送餐，三方说好    家，地方已经看好了。\n"
)


@pytest.mark.parametrize(
    "text",
    [COLUMNS, f"{COLUMNS}------------\n（王桦）\n", f"1\n{COLUMNS}2\n"],
    ids=["columns", "a rule below", "pages"],
)
def test_columns_are_dealt(text: str) -> None:
    assert list(deal_cells(text)) != []


TABBED = (
    "{}\t渡船每天往返四趟，遇到大雾就停航，什么时候\n复航由船长看了天色以后决定，并且通知码头的值\n班员。\n"
    "{}\t货物每件不超过五十公斤，超过的要事先说明，\n能不能上船由船长决定，运费另算，在码头的窗口\n交。\n"
    "{}\t码头的值班员在门口挂出牌子，电话里也可以问\n到，没有牌子的日子照常开船，船票在船上向船员\n买。\n"
)


@pytest.mark.parametrize(
    "signs", [("1.", "2.", "3."), ("（一）", "（二）", "（三）"), ("一、", "二、", "三、"), "•••"]
)
def test_a_tab_behind_the_sign_of_an_item_parts_no_cells(signs: str) -> None:
    (found,) = WRAPPED_LINE(Document("case", TABBED.format(*signs), {"script": "zh-Hans"}))
    assert found.text.count("\n") == 3


@pytest.mark.parametrize(
    "text",
    [
        TABBED.format("1", "2", "3"),
        TABBED.format("名称", "重量", "牌子"),
        TABBED.format("1.\t渡船", "2.\t货物", "3.\t牌子"),
        "1.\t苹果\n2.\t梨\n3.\t鸡蛋两斤\n•\t牛奶\n•\t面包\n一、\t绪论\n二、\t方法\n",
    ],
    ids=["numbers alone", "names", "a second tab", "items"],
)
def test_other_tabs_part_cells(text: str) -> None:
    (found,) = WRAPPED_LINE(Document("case", text, {"script": "zh-Hans"}))
    opened = [line for line in text.split("\n") if "\t" in line]
    assert opened == [line for line in found.text.split("\n") if "\t" in line]
