"""Which short texts under a heading, in columns, go on with the article above. All made up."""

import pytest

from cleaner.document import Document
from cleaner.paper.beside import read_page
from cleaner.paper.pieces import Start
from cleaner.paper.subject import without_subheads

HEAD = "大桥通车以后"
HARBOUR = (
    "青山渡口的客运公司昨天说，大桥通车以后渡轮只留一班，船票由五元降到三元，船工改在码头上班。",
    "公司准备把多出来的两条渡轮改作游船，秋天以前在下游的柳叶滩试航，停靠的栈桥正在加固。",
)
WATCHES = (
    "钟楼巷口那间三平方米的铺子，门板是墨绿色的，修钟表的人早上八点一块一块卸下来，晚上六点再装上去。",
    "来修表的人越来越少，送来的多是老人留下的座钟，他就自己锉一个零件，说能听见响就好。",
)
VILLAGERS = "船工代表：停航的渡轮应当留给柳叶滩的村民"
PART = "船工代表何大江表示，柳叶滩的村民出门只有渡轮可坐，停航的渡轮应当留给他们，先别改作游船。"


def is_part(above: tuple[str, ...], *part: str) -> bool:
    """Say whether a heading with a text goes on with the text above; both are taken for heads."""
    lines = (HEAD, *above, *part)
    page = Document("page", "\n".join(lines), {"columns": [18.0]})
    blocks = read_page(page)[0]
    assert len(blocks) == len(lines)
    at = 1 + len(above)
    starts = [Start(0, 1, (("title", 0),)), Start(at, at + 1, (("title", at),))]
    return len(without_subheads(page, blocks, starts, frozenset())) == 1


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        (VILLAGERS, PART),
        ("柳叶滩的村民请求留下停航的渡轮", PART),
        (
            "客运公司说栈桥的加固秋天以前完成",
            "客运公司说，柳叶滩栈桥的加固秋天以前完成，不误试航。",
        ),
    ],
)
def test_what_says_its_heading_again_and_speaks_of_the_same_goes_on(
    heading: str, text: str
) -> None:
    assert is_part(HARBOUR, heading, text)


@pytest.mark.parametrize(
    ("above", "part"),
    [
        # It opens as an article does: with a dateline, a byline, a day.
        (HARBOUR, (VILLAGERS, "新华社青山9月7日电 " + PART)),
        (HARBOUR, (VILLAGERS, "本报记者 张小山", PART)),
        (HARBOUR, (VILLAGERS, "昨天，" + PART)),
        # It speaks of something else; or its heading does, and was put here in a wrong order.
        (WATCHES, (VILLAGERS, PART)),
        (HARBOUR, ("小镇的河清了野鸭今年回来", "船工们说，柳叶滩的栈桥太窄，船靠不住。")),
        # A tiny heading is said again by chance.
        (HARBOUR, ("改作游船", "船工们说，柳叶滩的栈桥太窄，改作游船靠不住。")),
        # As long as an article, below or above.
        (HARBOUR, (VILLAGERS, PART, *WATCHES * 3)),
        ((*HARBOUR, *WATCHES * 4), (VILLAGERS, PART)),
    ],
)
def test_what_opens_or_speaks_for_itself_is_an_article(
    above: tuple[str, ...], part: tuple[str, ...]
) -> None:
    assert not is_part(above, *part)
