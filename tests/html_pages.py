"""Web pages as they come off the wire, all synthetic: the markup, and what must and must not stay.

Each page is a kind of site. `wanted` are the paragraphs of its article, in order; `unwanted` is
what a reader would not call the article.
"""

from typing import NamedTuple


class Page(NamedTuple):
    """A page: its markup, its article, words of its frame, and what is known of it."""

    markup: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]
    title: str = ""
    date: str = ""
    author: str = ""
    site: str = ""


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>　　{text}</p>\n" for text in texts)


NAV = (
    '<div class="nav"><ul>'
    + "".join(
        f'<li><a href="/{n}">{name}</a></li>'
        for n, name in enumerate(("首页", "新闻", "财经", "体育", "娱乐", "科技", "汽车", "房产"))
    )
    + "</ul></div>"
)
RELATED = (
    '<div class="related"><h3>相关阅读</h3><ul>'
    '<li><a href="/r1">秋季果蔬大量上市 市场价格平稳</a></li>'
    '<li><a href="/r2">城东新区第二所小学开工建设</a></li>'
    '<li><a href="/r3">全市供暖设备检修全部完成</a></li></ul></div>'
)
FOOT = (
    '<div class="footer"><p>关于我们 | 联系我们 | 广告服务 | 网站地图</p>'
    "<p>版权所有 云岭新闻网 未经许可不得转载 云ICP备00000000号</p></div>"
)

NEWS = (
    "本报讯（记者 周小禾）昨天，云岭市首条湖底隧道贯通。隧道长四千二百米，过湖时间将缩短到六分钟。",
    "据项目负责人介绍，施工团队在三年里先后克服了淤泥层厚、水压高等困难，累计开挖土石方九十六万立方米，没有发生安全事故。",
    "“最难的是湖心那一段。”负责人说，“我们换了两次刀盘，才把最后八十米挖通。”",
    "隧道预计明年六月通车，届时城东和城西的公交线路也将同步调整。",
)
PORTAL = Page(
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">'
    "<title>云岭首条湖底隧道全线贯通_云岭新闻网</title>"
    '<meta property="og:title" content="云岭首条湖底隧道全线贯通">'
    '<meta property="og:site_name" content="云岭新闻网">'
    '<meta name="author" content="周小禾">'
    '<meta property="article:published_time" content="2023-09-12T08:30:00+08:00">'
    f"</head><body>{NAV}"
    '<div class="crumb"><a href="/">首页</a> &gt; <a href="/n">新闻</a> &gt; 正文</div>'
    '<div class="main"><h1>云岭首条湖底隧道全线贯通</h1>'
    '<div class="info">2023-09-12 08:30 来源：云岭日报</div>'
    f'<div class="article-content">{paragraphs(*NEWS)}</div>'
    '<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>'
    f"{RELATED}</div>{FOOT}<script>var a = 1;</script></body></html>",
    NEWS,
    ("体育", "秋季果蔬大量上市", "网站地图", "分享到", "var a"),
    title="云岭首条湖底隧道全线贯通",
    date="2023-09-12",
    author="周小禾",
    site="云岭新闻网",
)

NOTICE = (
    "各村（居）委会：",
    "因供水管道检修，定于10月8日8时至18时停水，请提前做好储水准备。",
    "特此通知。",
)
GOVERNMENT = Page(
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
    "<title>关于临时停水的通知-青溪镇人民政府</title>"
    '<meta name="PubDate" content="2022-09-30"><meta name="SiteName" content="青溪镇人民政府">'
    "</head><body><table><tr><td>"
    + "".join(
        f'<a href="/{n}">{name}</a> '
        for n, name in enumerate(("政务公开", "办事服务", "互动交流", "走进青溪", "领导信箱"))
    )
    + "</td></tr></table>"
    '<div id="location">您现在的位置：<a href="/">首页</a>&gt;<a href="/tz">通知公告</a></div>'
    '<div class="title">关于临时停水的通知</div>'
    '<div class="TRS_Editor">' + paragraphs(*NOTICE) + "</div>"
    '<div class="list"><h3>最新公开</h3><ul>'
    + "".join(
        f'<li><a href="/g{n}">青溪镇{name}</a></li>'
        for n, name in enumerate(
            ("2022年部门预算公开表", "农村道路养护计划", "森林防火工作方案", "防汛值班安排表")
        )
    )
    + "</ul></div><div>主办：青溪镇人民政府 网站标识码：0000000000</div></body></html>",
    NOTICE[1:],
    ("领导信箱", "森林防火工作方案", "网站标识码"),
    title="关于临时停水的通知",
    date="2022-09-30",
)

LETTER = (
    "老家的院子里有一棵柿子树，是爷爷年轻时栽下的，如今已经高过了屋檐。",
    "每年霜降前后，满树的柿子红得像一盏盏小灯笼，路过的人都要停下来看一会儿。",
    "爷爷总说，树梢上的几个要留给鸟雀，它们一冬天也不容易。",
    "今年我回去得晚，树上只剩下那几个最高的，鸟雀正围着它们吵闹。",
)
WECHAT = Page(
    '<html><head><meta charset="utf-8"><meta property="og:title" content="柿子红了">'
    '<meta property="og:site_name" content="微信公众平台"><title></title></head><body>'
    '<div id="js_article"><div id="img-content" class="rich_media_wrp">'
    '<h1 class="rich_media_title" id="activity-name">柿子红了</h1>'
    '<div id="meta_content"><span class="rich_media_meta">禾苗</span> '
    '<span><a id="js_name" href="#">乡间小路</a></span> '
    '<em id="publish_time">2021-11-03 20:15</em></div>'
    '<div class="rich_media_content" id="js_content">'
    + "".join(f'<section><span style="font-size:15px">{t}</span></section>' for t in LETTER)
    + '<section><img src="x.gif"></section></div></div>'
    '<div class="rich_media_tool"><span>阅读</span><span>在看</span></div>'
    '<div id="js_pc_qr_code"><p>微信扫一扫</p><p>关注该公众号</p></div>'
    "</div></body></html>",
    LETTER,
    ("微信扫一扫", "在看"),
    title="柿子红了",
)

POSTS = (
    "想请教各位，老房子的木窗漏风怎么处理？换新窗预算不够，又怕冬天太冷。",
    "我家去年用的是密封条，几十块钱就能把一面窗户弄好，一个人半天就能干完，效果还不错。",
    "密封条要买硅胶的，海绵的用一年就塌了。贴之前先把灰擦干净，不然粘不牢。",
)
FORUM = Page(
    '<html><head><meta charset="utf-8"><title>老房子木窗漏风怎么办 - 居家论坛</title></head><body>'
    '<div class="hd"><a href="/">居家论坛</a> <a href="/reg">注册</a> '
    '<a href="/login">登录</a></div>'
    '<div id="postlist">'
    + "".join(
        f'<div id="post_{n}" class="post"><div class="authi"><a href="/u{n}">网友{n}号</a> '
        f'发表于 2020-12-0{n} 21:0{n}</div><div class="t_f" id="postmessage_{n}">{text}</div>'
        '<div class="po"><a href="#">回复</a> <a href="#">举报</a></div></div>'
        for n, text in enumerate(POSTS, 1)
    )
    + '</div><div class="foot"><a href="/m">手机版</a> <a href="/a">Archiver</a></div>'
    "</body></html>",
    POSTS,
    ("Archiver", "注册"),
)

BLOG_TEXT = (
    "搬到海邊的第三年，我終於學會了看雲。早上若是捲層雲，傍晚多半會起風。",
    "隔壁的阿伯說，從前漁村裡沒有氣象預報，出不出海全憑一雙眼睛。",
    "我把每天看到的雲記在本子上，一年下來，也記滿了四本。",
)
BLOG = Page(
    '<html lang="zh-TW"><head><meta charset="utf-8"><title>看雲 | 海邊筆記</title></head><body>'
    '<header><a href="/">海邊筆記</a><nav><a href="/about">關於我</a> <a href="/all">所有文章</a>'
    "</nav></header>"
    '<article class="post"><h1 class="entry-title">看雲</h1>'
    '<time datetime="2019-05-20">2019-05-20</time>'
    '<div class="entry-content">' + paragraphs(*BLOG_TEXT) + "</div></article>"
    '<aside class="sidebar"><h3>近期文章</h3><ul><li><a href="/1">退潮</a></li>'
    '<li><a href="/2">颱風之後</a></li></ul></aside>'
    "<footer>Powered by WordPress</footer></body></html>",
    BLOG_TEXT,
    ("所有文章", "颱風之後", "WordPress"),
    title="看雲",
    date="2019-05-20",
)

JAPANESE_TEXT = (
    "県内の小学校で九日、児童が地元の農家と一緒に稲刈りを体験した。",
    "児童たちは春に自分たちで植えた稲を鎌で刈り取り、束ねて干した。収穫した米は来月、給食で味わうという。",
    "六年生の一人は「思っていたより茎が硬くて驚いた。農家の人は毎年こんな大変な仕事をしているのだと分かった」と話した。",
)
JAPANESE = Page(
    '<html lang="ja"><head><meta charset="utf-8"><title>児童が稲刈り体験｜みなと新聞</title>'
    '</head><body><nav><ul><li><a href="/">トップ</a></li><li><a href="/s">社会</a></li>'
    '<li><a href="/k">経済</a></li></ul></nav>'
    '<article><h1>児童が稲刈り体験</h1><p class="date">2021年10月10日</p>'
    + "".join(f"<p>{text}</p>" for text in JAPANESE_TEXT)
    + '</article><section class="ranking"><h2>アクセスランキング</h2><ol>'
    '<li><a href="/1">駅前に新しい図書館</a></li><li><a href="/2">花火大会に三万人</a></li></ol>'
    "</section><footer>Copyright みなと新聞 無断転載を禁じます</footer></body></html>",
    JAPANESE_TEXT,
    ("花火大会に三万人", "無断転載"),
    title="児童が稲刈り体験",
)

BROKEN_TEXT = (
    "县图书馆的夜间阅览室上周重新开放，每晚开到十点，读者可以凭身份证入馆。",
    "馆长说，夜里来的多半是附近工地的年轻人，他们白天上工，晚上来看一会儿书。",
    "“有个小伙子借了半年的电工教材，上个月考过了证。”",
)
BROKEN = Page(
    "<html><body><div class=content><h2>夜间阅览室重新开放</h1>"
    f"<p>{BROKEN_TEXT[0]}<p><b>{BROKEN_TEXT[1]}</p></i><p>{BROKEN_TEXT[2]}"
    '<a href="x>坏的链接</div></td></table><p',
    BROKEN_TEXT,
    (),
)

INDEX = Page(
    '<html><head><meta charset="utf-8"><title>云岭新闻网</title></head><body>'
    + NAV
    + "".join(
        f'<div class="block"><h3>{name}</h3><ul>'
        + "".join(
            f'<li><a href="/{name}{n}">{name}栏目第{n}条新闻的标题</a></li>' for n in range(6)
        )
        + "</ul></div>"
        for name in ("要闻", "社会", "教育")
    )
    + FOOT
    + "</body></html>",
    (),
    (),
)

PAGES = {
    "portal": PORTAL,
    "government": GOVERNMENT,
    "wechat": WECHAT,
    "forum": FORUM,
    "blog": BLOG,
    "japanese": JAPANESE,
    "broken": BROKEN,
}
