"""Names over the articles of a page that look like words, or have no surname of the list.

All texts are synthetic.
"""

import pytest

from cleaner import Document, Pipeline
from cleaner.layout import read_lines
from cleaner.paper.names import is_lone_byline, names_one, writer
from cleaner.paper.press import credit_line

PIPELINE = Pipeline()

RIVER = (
    "近日，北岸的渡口换了一条新船，船身刷成了绿色，能坐二十个人，过河只要五分钟。\n"
    "撑船的老人说，旧船他撑了三十年，哪块板子漏水，闭着眼睛也摸得着。"
)
BREAD = (
    "日前，西街的面包房给晚归的工人留了一盏灯，灯下的篮子里放着没有卖完的面包。\n"
    "谁饿了谁拿，不必留名字，第二天早晨篮子里常常多出几枚硬币。"
)
TREES = (
    "今年春天，林场在旧矿坑里栽了四万棵松树，坑底的水洼里已经有了野鸭。\n"
    "管护员每个星期走一圈，树活了多少，死了多少，都记在一张图上。"
)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("记者 水清", "水清"),  # no surname of the list, no word
        ("实习记者 冬至", ""),
        ("记者 探访", ""),
        ("记者 现场", ""),
        ("记者 走基层", ""),
        ("通讯员 帮你问", ""),
        ("袁一平（1983届）", "袁一平"),
        ("沈梅（中文系2007级）", "沈梅"),
        ("安徽（1983届）", ""),
        # what one is: of a school, a class, those of a year
        ("柳园镇中学 王小红", "王小红"),
        ("高二（6）班　石　磊", "石　磊"),
        ("五年级3班 陈小雨", "陈小雨"),
        ("1982届校友 何小山", "何小山"),
        ("退休工人　柏福生", "柏福生"),
        ("柳园镇中学 安徽", ""),
        ("高二（6）班 获奖名单", ""),
        ("各位居民 王小红", ""),
        ("颜宁宁", "颜宁宁"),
    ],
)
def test_the_name_in_a_line(line: str, name: str) -> None:
    assert writer(line) == name


def test_names_of_rarer_families() -> None:
    assert credit_line("记者 褚正平 颜冬")
    assert names_one("◆ 袁一平（1983届）")
    assert not names_one("◆ 袁一平（1983元）")


def test_a_role_and_a_word_are_the_rest_of_a_heading() -> None:
    above, line, below = read_lines(f"老渡口换了新船\n记者 探访\n{RIVER.splitlines()[0]}")
    assert not is_lone_byline(above, line, below)


@pytest.mark.parametrize(
    "text",
    [
        # the only such line, a subhead right under the title, a list of towns
        f"西街留了一盏灯\n木子\n{BREAD}",
        f"渡口换新船\n申平\n{RIVER}\n西街留了一盏灯\n缘起\n{BREAD}\n矿坑里栽松树\n{TREES}",
        "沿江的市\n安庆\n马鞍山\n铜陵\n芜湖",
        # a subhead under its title, where the others have their bylines
        f"渡口换新船\n申平\n{RIVER}\n西街留了灯\n记者 王大山\n{BREAD}\n生活提示\n金融\n{TREES}",
        f"渡口换新船\n申平\n{RIVER}\n西街留了灯\n记者 王大山\n{BREAD}\n乡村诊所\n甘草\n{TREES}",
        # over a line of dialogue
        f"渡口换新船\n申平\n{RIVER}\n西街留了一盏灯\n木子\n“走吧。”\n矿坑里栽松树\n武文\n{TREES}",
    ],
)
def test_a_word_elsewhere_is_no_name(text: str) -> None:
    kept = "\n".join(one.text for one in PIPELINE(Document("page", text)) if not one.outcome)
    words = {"木子", "缘起", "安庆", "金融", "甘草"} & set(text.split("\n"))
    assert all(word in kept.split("\n") for word in words)
