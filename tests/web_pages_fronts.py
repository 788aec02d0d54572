"""Front pages of blogs, and pages on which lines stand below each paragraph. All synthetic.

`-` the line goes (or is lifted to metadata), `+` it stays, `H` it stays and is the headline.
"""

_BASKET = """\
+入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个篾匠天天忙到天黑。"""
_FERRY = """\
+船工姓周，今年六十岁，在渡口撑了四十年船。桥修好以后，坐船的人少了，他还是天天来。
+他说，只要有一个人等在对岸，这条船就不能停。"""
_TEA = """\
+茶馆只有四张桌子，卖三样茶，老板娘记得每一个人喝哪一样，来了就泡，从来不问。"""
_HENS = """\
+The hen house is finished, three weeks late. The hens looked at it for a whole day before one \
of them was brave enough to walk up the ramp."""
_FROST = """\
+We woke up this morning to a thin white crust on the lawn. The dahlias are finished, of course, \
and so are the last of the beans."""
_JAM = """\
+Nineteen jars of damson jam, and the tree is still full. Whoever lives nearby and has an empty \
jar, please bring it round."""

PAGES = {
    "posts that end in counts": f"""
-竹乡手记
-首页 文章 归档 关于
H后山的竹器厂
-2019-12-03 21:10
{_BASKET}
-阅读全文 评论(3) 分类：手艺
+渡口的船工
-2019-11-30 20:15
{_FERRY}
-阅读全文 评论(7) 分类：人物
+茶馆
-2019-11-12 19:02
{_TEA}
-阅读全文 评论(0) 分类：人物
-上一页 1 2 3 下一页
-最新评论
-老赵：茶还是那样好。
-Powered by Z-Blog
""",
    "posts that end in who wrote and when": f"""
-The Garden Shed
-Home About Archives Contact
HFirst frost of the year
-October 14, 2009
{_FROST}
-Posted by Harriet at 6:12 PM 4 comments
+The new hen house
-October 9, 2009
{_HENS}
-Posted by Harriet at 8:40 PM 11 comments
+Damson jam
-October 2, 2009
{_JAM}
-Posted by Harriet at 9:05 PM 2 comments
-Older Posts
-Blog Archive
-Subscribe to: Posts (Atom)
""",
    "posts that end in tags": f"""
-竹乡手记
-首页 文章 归档 关于
H后山的竹器厂
-Posted on 2019-12-03 by admin
{_BASKET}
-标签：手艺, 竹器
-Posted in 手记 | 3 Comments »
+渡口的船工
-Posted on 2019-11-30 by admin
{_FERRY}
-标签：人物, 渡口
-Posted in 手记 | 7 Comments »
+茶馆
-Posted on 2019-11-12 by admin
{_TEA}
-标签：人物
-Posted in 手记 | 1 Comment »
-上一页 1 2 3 下一页
-最新评论
-Powered by WordPress
""",
    "comments below an article that ends otherwise": f"""
-首页 > 老手艺 > 正文
H后山的竹器厂
-2019-12-03 21:10 来源：晚报
{_BASKET}
{_FERRY}
-责任编辑：吴敏
-网友评论
-老赵
-2019-12-03 22:01
-我小时候家里就有这样一个竹篮，是外婆的嫁妆，用了四十多年，到现在还没有散。
-支持(3) 回复
-小禾
-2019-12-04 08:30
-现在还有人编竹篮吗？我们这里早就没有了，想买一个都不知道到哪里去，真是可惜。
-支持(5) 回复
-版权所有 竹乡在线 京ICP备00000000号
""",
    "the count of comments above an article and below it": f"""
-后山的竹器厂_竹乡在线
-首页 文章 归档 关于
-评论(718)
H后山的竹器厂
-2019-12-03 21:10
{_BASKET}
{_FERRY}
-评论(718)
-相关阅读
-茶馆关门
-京ICP备00000000号
""",
    "the office above the path is also the source": f"""
-江北县竹器研究所
-当前位置： 网站首页 >> 学者论坛 >> 正文
H老方：后山竹器厂的出路在哪里
-来源： 江北县竹器研究所   日期：2021年01月23日 10:16  点击：  属于：学者论坛
{_BASKET}
{_FERRY}
-【打印】 【关闭】
""",
    "a motto with an address above a blog's bar": f"""
-老方的菜园子
-篾匠的手，记得住每一根竹子。 https://example.org/laofang
-博客园  :: 首页  :: 新随笔  :: 联系  :: 订阅  :: 管理
H后山的竹器厂重新开了工
-2019-12-03 21:10
{_BASKET}
{_FERRY}
""",
    "a path that ends in a headline with marks": f"""
-竹乡在线> 老手艺> 后山> 竹器厂：重新开工，天天忙到天黑 > 正文
H竹器厂：重新开工，天天忙到天黑
-竹器厂：重新开工，天天忙到天黑
{_BASKET}
{_FERRY}
""",
    "an entry of a wiki": f"""
H竹器
-来自竹乡百科
-跳转至： 导航、 搜索
{_BASKET}
{_FERRY}
""",
    "comments below an article that end alike": f"""
-首页
-新闻
-登录
H后山的竹器厂
-2019-12-03 21:10
{_BASKET}
{_FERRY}
{_BASKET.replace("篾匠", "木匠")}
-阅读(123) 评论(5)
-评论
+网友一
{_TEA}
-回复 赞(4)
+网友二
{_FERRY.replace("四十", "三十")}
-回复 赞(5)
+网友三
{_TEA.replace("四张", "五张")}
-回复 赞(6)
-关于我们
-Copyright © 2024 江城网 版权所有
""",
    "summaries below an article, under a heading": f"""
-首页 > 老手艺 > 正文
H后山的竹器厂
-2019-12-03 21:10 来源：晚报
{_BASKET}
{_FERRY}
-阅读(1203) 评论(3)
-相关阅读
-茶馆关门
-茶馆只有四张桌子，卖三样茶，老板娘记得每一个人喝哪一样，来了就泡，从来不问。
-阅读(820) 评论(5)
-老桥拆了
-老桥修了八十年，今年春天拆了，新桥在它的上游，两岸的人都去看，站了半天。
-阅读(415) 评论(1)
-京ICP备00000000号
""",
}

NOTHING = {
    "letters that cite addresses": "两封信\n那张照片，我在 https://a.example/photo 上找到了。\n"
    + _BASKET.replace("+", "")
    + "\n他写道，照片里的人他都认得，地址是 https://example.org/all 。\n",
    "a log of days that end alike": "\n".join(
        f"第{n}天\n今天在后山砍了{n + 3}根毛竹，傍晚下山的时候下了一点雨，路很滑。\n砍了：{n + 3}根"
        for n in range(1, 8)
    )
    + "\n",
    "recipes with the same last line": "\n".join(
        f"{name}\n把{name}洗净切好，锅里放油，烧到七成热，倒进去翻炒，加盐和一点糖。\n烹饪时间：{n}分钟"
        for n, name in enumerate(("青菜", "土豆丝", "豆角", "茄子"), 5)
    )
    + "\n",
}
