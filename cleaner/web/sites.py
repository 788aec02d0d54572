"""Well-known sites, by the name that stands behind the headline in a page's <title>.

标题_网易财经, 标题 - 虎嗅网, 标题|游民星空: no form tells such a name from a word (食物网,
走进社区), so the large sites are listed. A portal's name stands before one of its channels only:
网易 alone is a company, of which a headline may speak.
"""

from cleaner.web import words

PORTALS = tuple(
    """
    网易 新浪 搜狐 腾讯 凤凰 百度 和讯 雅虎 东方财富
    人民网 新华网 央视网 光明网 环球网 中国网 中新网
    """.split()  # noqa: SIM905 (a table of words reads best so)
)
# With their channels that no bar of a news site has.
CHANNELS = words.CHANNELS | frozenset("订阅 号 知道 经验 文库 网 新闻网 学术".split())  # noqa: SIM905
NAMES = frozenset(
    """
    新华网 人民网 央视网 央广网 光明网 环球网 中国网 中新网 中青网 中国经济网 中国日报网 中国新闻网
    海外网 参考消息网 观察者网 大众网 红网 东方网 南方网 千龙网 北方网 荆楚网 浙江在线
    澎湃新闻 界面新闻 今日头条 一点资讯 第一财经 财新网 财联社 虎嗅 虎嗅网 36氪 钛媒体 爱范儿
    少数派 驱动之家 中关村在线 太平洋电脑网 it之家 cnbeta 雷锋网 亿欧网 东方财富网 证券时报网
    中金在线 同花顺财经 汽车之家 易车网 懂车帝 太平洋汽车网 游民星空 游侠网 17173 虎扑 直播吧 懂球帝
    豆瓣 知乎专栏 博客园 csdn csdn.net csdn博客 稀土掘金 segmentfault v2ex 开源中国 51cto
    51cto博客 哔哩哔哩 bilibili 起点中文网 晋江文学城 天涯社区 天涯论坛 铁血社区 果壳网 下厨房
    美食天下 豆果美食 马蜂窝 穷游网 什么值得买 丁香园 丁香医生 好大夫在线 古诗文网 道客巴巴
    豆丁网 原创力文档 中国知网 万方数据 维基百科 百度百科 搜狗百科 快懂百科 萌娘百科 互动百科
    聯合新聞網 联合新闻网 自由時報 自由時報電子報 中時新聞網 ettoday新聞雲 痞客邦 巴哈姆特 方格子
    風傳媒 天下雜誌 端傳媒 香港電台 明報新聞網 香港01 星島日報 bbc中文网 bbcnews中文
    纽约时报中文网 ft中文网 德国之声 yahoo!ニュース nhkニュース 朝日新聞デジタル 毎日新聞
    日本経済新聞
    """.split()  # noqa: SIM905
)
LONGEST = 12  # characters of such a name


def is_known(name: str) -> bool:
    """Say whether a name is a well-known site's, or that of a portal's channel: 网易财经."""
    folded = "".join(name.split()).lower()
    if folded in NAMES:
        return True
    return any(folded.startswith(one) and folded[len(one) :] in CHANNELS for one in PORTALS)


def ends_in_known(text: str) -> bool:
    """Say whether a text ends in such a name: sites are what it speaks of."""
    tail = text[-LONGEST:].rstrip()
    return any(is_known(tail[i:]) for i in range(len(tail) - 1))
