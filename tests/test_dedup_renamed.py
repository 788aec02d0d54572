"""`copy` on pages of two functions, two models, that differ in the name (all synthetic)."""

import time

import pytest
from dedup_texts import kept

from cleaner.dedup.renamed import renamed, words_of

FUNCTION = (
    "{0} 函数\n把任意的文本或数值表达式转换为所需的类型。\n语法：\n{0} (表达式)\n返回值：\n"
    "转换之后的数值。\n参数：\n表达式：任何有效的文本或数值表达式。要转换的文本必须按照当前区域的"
    "格式书写，小数点与千位分隔符都以区域设置为准，超出范围的数值会导致运行错误。\n"
    "示例：\n下面的过程先读入单元格的内容，再用 {0} 转换并写回同一行的下一列，最后显示提示。\n"
)
PHONE = (
    "凌云 {0} 手机\n商品名称：凌云{0}　上架时间：三月\n包装清单：手机、充电器、数据线、保护壳、"
    "说明书各一件。\n售后服务：本产品全国联保，享受三包服务，质保期为一年。如因质量问题或故障，"
    "凭维修中心的检测证明，七日内可以退货，十五日内可以换货，超过十五日在质保期内免费保修。\n"
    "更多{0}的评价请见下方，欢迎选购。\n"
)
COMMAND = (
    "{0} writes each line of the named files to the standard output, in the order in which they\n"
    "are given. Where no file is named, or the name is a dash, {0} reads the standard input.\n"
    "Options that take an argument take it behind a space as well. Lines are not changed, and\n"
    "the last one may lack its end. With the option for help {0} prints a summary and ends.\n"
)
SPELT = (
    "The {0} of each lamp is given in the table below. Where the {0} is not given it was not\n"
    "measured. Lamps of one {0} may be joined in a row, lamps of another may not, for the lines\n"
    "carry no more than the current that is written at the head of the table in large letters.\n"
)
SITE = (
    "渡船昨天恢复通航，两岸的居民又可以往来。船工说，河水退得比往年早，浮桥也提前拆除了。"
    "镇上的集市因此重新开张，卖鱼的和卖藕的都来了，孩子们站在码头上看热闹，直到天黑才肯回家。\n"
    "图：http://{0}/a/1.jpg\n图：http://{0}/a/2.jpg\n图：http://{0}/a/3.jpg\n"
)


OTHERS = (
    (FUNCTION, "CSng", "CLng"),
    (FUNCTION, "IMCSCH", "IMSECH"),
    (PHONE, "M49", "M49 Pro"),
    (PHONE, "X7", "X7e"),
    (COMMAND, "UXPR", "UXPRX"),
    (COMMAND, "fold", "join"),
)
COPIES = (
    (FUNCTION, "CSng", "csng"),
    (FUNCTION, "CAInt", "CAlnt"),
    (FUNCTION, "Modern", "Modem"),
    (PHONE, "GS8", "GSB"),
    (COMMAND, "McDonald", "MeDonald"),
    (PHONE, "X-7", "X7"),
    (PHONE, "X 7", "X7"),
    (SPELT, "color", "colour"),
    (SITE, "www.hexin.example", "www.hexim.example"),
)


@pytest.mark.parametrize(("text", "name", "other"), OTHERS)
def test_under_another_name_it_is_another_text(text: str, name: str, other: str) -> None:
    assert kept(text.format(name), text.format(other)) == 2


@pytest.mark.parametrize(("text", "name", "other"), COPIES)
def test_under_the_same_name_it_is_a_copy(text: str, name: str, other: str) -> None:
    assert kept(text.format(name), text.format(other)) == 1


def test_a_name_misread_among_much_else_is_none() -> None:
    text = (FUNCTION * 3).format("CSng")
    noisy = "".join("口" if at % 17 == 5 and one > "一" else one for at, one in enumerate(text))
    assert kept(text, noisy.replace("CSng", "CSnq")) == 1


@pytest.mark.parametrize("form", ["a{0}x a{0}x ", "甲a{0}x乙a{0}x", "<a{0}", "www.&a"])
def test_many_names_take_no_longer_each(form: str) -> None:
    def seconds(count: int) -> float:
        text = "".join(form.format(at) for at in range(count))
        other = text.replace("a", "b")
        start = time.process_time()
        assert not renamed(words_of(text), words_of(other), 0, lambda: (text, other))
        return time.process_time() - start

    assert seconds(20_000) < 40 * max(seconds(2_000), 0.005)
