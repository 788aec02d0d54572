"""The name of a column between two headlines is no line of the one above it. All made up."""

import pytest

from cleaner.document import Document
from cleaner.stages import WRAPPED_LINE

TEXT = (
    "大桥通车以后，青山渡口的客运\n公司只留一班渡轮，船票由五元降\n到三元，船工改在码头上班，游船\n"
    "秋天以前在下游的柳叶滩试航，停\n靠的栈桥正在加固，村民出门仍有\n渡轮可坐。\n"
)


def lines(above: str, name: str, below: str) -> list[str]:
    page = f"{TEXT}\n{above}\n{name}\n{below}\n\n{TEXT}"
    (after,) = WRAPPED_LINE(Document("page", page))
    return after.text.split("\n")


@pytest.mark.parametrize("name", ["今日视点", "社会观察", "一线传真", "环球扫描"])
def test_the_name_of_a_column_over_a_headline_stands_alone(name: str) -> None:
    assert name in lines("青山渡口渡轮改作游船试航", name, "柳叶滩栈桥加固秋天完工")


@pytest.mark.parametrize(
    ("above", "name", "below"),
    [
        # The last words of a paragraph; and of a line inside one.
        ("船工们说，这件事已经在村里成了", "今日话题", "，大家都盼着栈桥早一天修好，赶"),
        ("船工们说，客运公司组织的一次", "社会观察", "活动，让大家都看到了渡口的变化。"),
    ],
)
def test_words_inside_a_sentence_are_no_name(above: str, name: str, below: str) -> None:
    assert name not in lines(above, name, below)
