"""Raw pages of two sites with one article (all synthetic)."""

import pytest
from dedup_texts import kept

from cleaner.dedup.verifier import article

STORY = (
    "渡口村的老茶馆重新开张\n"
    "关了六年的老茶馆昨天清早卸下门板，掌柜的女儿从省城回来接手，灶上的铜壶还是她爷爷留下的。\n"
    "头一天来的大多是住在河边的老人，他们自己带着茶碗，坐在门口的长凳上看船，一直坐到掌灯。\n"
    "茶钱没有涨，还是放在柜台的竹筒里，谁也不数。她说等到桂花开了，要把后院也摆上桌子。"
)
OTHER = (
    "河口镇的旧桥修好了\n"
    "断了两年的石桥上个月通车，镇上的人都来看热闹，卖糖葫芦的老汉一早就在桥头占了位置。\n"
    "修桥的石头是从后山采来的，每一块都凿了编号，老石匠说这样再过一百年也能照着样子补上。\n"
    "桥栏上的狮子少了一只，打听下来是被水冲到了下游，如今摆在邻村小学的门口，孩子们不肯还。"
)
SITE = (
    "首页 > 新闻 > 国内\n字号：大 中 小 打印 收藏\n{}\n[责任编辑：赵六]\n分享到：微信 微博 QQ空间\n"
    "相关阅读\n·全市经济工作会议召开\n·我市启动秋季植树活动\n版权所有 未经许可不得转载"
)
OTHER_SITE = (
    "网站地图 | 设为首页 | 加入收藏\n您所在的位置：主页>>要闻\n"
    "来源：水乡网 发布时间：2012-03-04 10:22 点击数：389\n{}\n上一篇：关于做好防汛工作的通知\n"
    "下一篇：春节期间市场供应充足\n【打印本页】【关闭窗口】\n联系我们 | 关于我们 | 招聘信息"
)


def test_pages_of_two_sites_with_one_article_are_copies() -> None:
    assert kept(SITE.format(STORY), OTHER_SITE.format(STORY)) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (SITE.format(STORY), SITE.format(OTHER)),
        (SITE.format(STORY), OTHER_SITE.format(STORY.replace("茶", "酒"))),
        (SITE.format(STORY), OTHER_SITE.format(STORY.replace("六年", "八年"))),
        (SITE.format(f"{STORY}\n{OTHER}"), OTHER_SITE.format(STORY + OTHER[::-1])),
        (STORY + "\n" + OTHER * 2, OTHER[::-1] + "\n" + STORY),
    ],
)
def test_other_articles_are_none(first: str, second: str) -> None:
    assert kept(first, second) == 2


@pytest.mark.parametrize(
    "text",
    ["", STORY, STORY * 2, "首页\n新闻\n体育", "def a():\n    return 1\n\n\ndef b():\n    ..."],
)
def test_what_is_no_page_is_whole(text: str) -> None:
    assert article(text) == text
