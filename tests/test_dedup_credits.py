"""`copy` on reprints: one text under the credits of two papers (all synthetic)."""

import pytest
from dedup_texts import kept

from cleaner.dedup.credits import without_credits

HEADLINE = "渡口村的老茶馆重新开张"
STORY = (
    "关了六年的老茶馆昨天清早卸下门板，掌柜的女儿从省城回来接手，灶上的铜壶还是她爷爷留下的。\n"
    "头一天来的大多是住在河边的老人，他们自己带着茶碗，坐在门口的长凳上看船，一直坐到掌灯。\n"
    "茶钱没有涨，还是放在柜台的竹筒里，谁也不数。她说等到秋天桂花开了，要把后院也摆上桌子。"
)
OTHER = STORY.replace("六年", "八年").replace("女儿", "儿子").replace("秋天桂花", "春天海棠")

# What stands between a headline and its text, or opens the text.
CREDITS = (
    "山城日报讯（记者 王小雨 实习生 李立）",
    "新华社山城5月3日电（记者王小雨）",
    "包河8月11日电(记者王小雨)",
    "山城晚报记者 王小雨 报道：",
    "据水乡网报道，",
    "2023-05-03 10:12 来源：水乡网 作者：李立\n",
    "水乡网 2023年5月4日 08:30 编辑：王小雨\n",
    "来源：山城日报\n记者 李立\n",
)


@pytest.mark.parametrize("credit", CREDITS)
def test_a_reprint_under_other_credits_is_a_copy(credit: str) -> None:
    reprint = f"{HEADLINE}\n{credit}{STORY}"
    for other in CREDITS:
        assert kept(reprint, f"{HEADLINE}\n{other}{STORY}") == 1, other


@pytest.mark.parametrize("credit", CREDITS)
def test_another_text_under_like_credits_is_none(credit: str) -> None:
    assert kept(f"{HEADLINE}\n{credit}{STORY}", f"{HEADLINE}\n{credit}{OTHER}") == 2


NOTICE = "请各位理事准时到三楼会议室参加例会，会上将讨论码头的修缮、渡船的班次和来年的预算。"
KEPT = (
    f"会议通知\n时间：2023-05-03 09:00\n{NOTICE}",
    f"会议通知\n2023年5月3日\n{NOTICE}",
    f"会议通知\n开会时间：2023-05-03 09:00\n{NOTICE}",
    f"会议通知\n2023年5月3日 09:00 三楼会议室\n{NOTICE}",
    f"会议通知\n2023年5月3日 09:00—11:30\n{NOTICE}",
    f"记者：您是怎么学会这门手艺的？\n老秦：{STORY}",
    f"{HEADLINE}\n昨天，记者在现场看到，{STORY}",
    f"{HEADLINE}\n据渡口村的老人说，{STORY}",
    f"第一章\n5月3日10:12，{STORY}",
    f"{HEADLINE}\n\n{STORY}\n来源：水乡网",
    "",
)


@pytest.mark.parametrize("text", KEPT)
def test_what_the_text_says_is_no_credit(text: str) -> None:
    assert without_credits(text) == text


@pytest.mark.parametrize("notice", [KEPT[0], KEPT[2]])
def test_notices_of_two_times_are_two(notice: str) -> None:
    assert kept(notice, notice.replace("05-03 09", "05-12 14")) == 2
