"""What stands round a heading in columns. All texts are made up."""

import pytest

from cleaner.document import Document
from cleaner.paper.letters import is_signature
from cleaner.stages.articles import ARTICLE

WATCHES = (
    "钟楼巷口那间三平方米的铺子，门板是墨绿色的，修钟表的人早上八点一块一块卸下来，晚上六点再装上去。",
    "来修表的人越来越少，送来的多是老人留下的座钟，他就自己锉一个零件，说能听见响就好。",
)
FERRY = (
    "青山渡口的末班船是晚上九点二十分，大桥通车以后，坐渡船的人一天比一天少，有时只有船工和他的黄狗。",
    "他在这条江上开了三十一年船，认得每一个漩涡，雾大的夜里听江水的声音就知道该往哪边打舵。",
)
RIVER = (
    "绕着小镇流过的河从前因为上游有家作坊，水是酱油色的，岸边的柳树也枯了一半，没有人愿意走近。",
    "去年作坊搬走，镇上组织人手清淤，河底重新铺上卵石，又从下游移栽了菖蒲，今年野鸭回来了。",
)


def titles(*lines: str) -> list[str | None]:
    page = Document("page", "\n".join(lines), {"columns": [18.0, 13.0]})
    return [one.meta.get("title") for one in ARTICLE(page) if one.outcome is None]


def test_headlines_of_a_few_characters_between_texts_of_some_length() -> None:
    page = ("修钟表的人", *WATCHES, "末班渡船", *FERRY, *FERRY, "小河清了野鸭回来", *RIVER, *RIVER)
    assert titles(*page) == ["修钟表的人", "末班渡船", "小河清了野鸭回来"]


@pytest.mark.parametrize("sign", ["（张小山 李明）", "（记者 张小山）"])
def test_a_text_that_ends_in_its_writers_name_is_over(sign: str) -> None:
    signed = FERRY[1].removesuffix("。") + f"。{sign}"
    page = ("大桥通车以后的老渡口", FERRY[0], signed, "门板是墨绿色的", *WATCHES)
    assert titles(*page) == ["大桥通车以后的老渡口", "门板是墨绿色的"]


def test_the_signature_of_a_letter_ends_it() -> None:
    page = ("公交站的长椅别再空着", "编辑同志：", *RIVER, "市民 赵小平")
    page += ("快递柜收费应当写明", "编辑同志：", *FERRY, "青山 一读者")
    assert titles(*page) == ["公交站的长椅别再空着", "快递柜收费应当写明"]


@pytest.mark.parametrize(
    "rows",
    [
        # Verses.
        (
            "一盏灯数着另一盏灯",
            "远方来信总是迟到",
            "石级三千入云中",
            "松风一路送人归",
            "替你坐了一会儿",
        ),
        # A list of broadcasts, rows of a table, the weather.
        ("新闻早班车", "人与自然系列片", "经济半小时重播", "动画片小鲤鱼", "今夜有约访谈"),
        ("品种 本周 上周", "黄瓜 四元 五元", "番茄 五元 六元", "土豆 三元 两元", "白菜 两元 一元"),
        (
            "今天白天 多云转小雨",
            "今天夜间 小雨",
            "明天白天 小雨转阴",
            "明天夜间 多云",
            "后天 多云转晴",
        ),
    ],
)
def test_rows_of_short_lines_are_no_headlines(rows: tuple[str, ...]) -> None:
    page = ("大桥通车以后的老渡口", "本报记者 张小山", *FERRY, *rows, *WATCHES)
    assert titles(*page) == ["大桥通车以后的老渡口"]


@pytest.mark.parametrize("heading", ["下一步", "大桥通车", "江水的声音"])
def test_a_tiny_heading_after_an_open_text_begins_no_article(heading: str) -> None:
    page = ("大桥通车以后的老渡口", "本报记者 张小山", FERRY[0], FERRY[1][:-1], heading, *WATCHES)
    assert titles(*page) == ["大桥通车以后的老渡口"]


def test_a_picture_of_somebody_does_not_end_a_text() -> None:
    photo = FERRY[1].removesuffix("。") + "。（张小山 摄）"
    page = ("大桥通车以后的老渡口", "本报记者 张小山", FERRY[0], photo, "门板是墨绿色的", *WATCHES)
    assert titles(*page) == ["大桥通车以后的老渡口"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市民 赵小平", True),
        ("河口镇居民 李兰", True),
        ("青山 一读者", True),
        ("一读者", True),
        ("市民赵小平反映的问题", False),
        ("读者来信", False),
        ("致家长 一封信", False),
        ("市民 服务中心大楼", False),
        ("让每一位读者", False),
    ],
)
def test_who_signs_a_letter(text: str, *, expected: bool) -> None:
    assert is_signature(text) is expected


def test_a_closing_bracket_alone_is_asked_too() -> None:
    page = ("大桥通车以后的老渡口", "本报记者 张小山", *FERRY, "）", "门板是墨绿色的", *WATCHES)
    assert titles(*page) == ["大桥通车以后的老渡口"]


def test_a_comma_where_blank_lines_stand_before_headlines_only() -> None:
    page = ("修钟表的人和他的铺子", *WATCHES, *FERRY, *RIVER, *RIVER)
    comma = "青山渡口的末班船开到九点二十分，老人坐渡船再也不用着急"
    assert titles(*page, "", comma, *FERRY, *WATCHES)[-1] == comma
    assert comma not in titles(*page, comma, *FERRY, *WATCHES)
    other = "山里的客运站前天开门，第一班车坐了三十二个人回来"
    assert other not in titles(*page[:-1], RIVER[1][:-1], "", other, *FERRY, *WATCHES)


def test_a_byline_tells_more_where_blank_lines_are_rare() -> None:
    heads = ("大桥通车以后的老渡口", "修钟表的人和铺子", "小河清了野鸭回来", "门板上的墨绿色")
    page = ["", heads[0], *FERRY]
    for head in heads[1:]:
        page += [head, "□本报记者 张小山", *WATCHES, *RIVER]
    assert titles(*page) == list(heads)
