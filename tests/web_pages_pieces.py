"""Pages whose sentences are broken, a clause in each line, and such on which that shows nothing.

All synthetic. `-` the line goes (or is lifted to metadata), `+` it stays, `H` it stays and is the
headline.
"""

_SNOW = """\
+老人说
+那一年的雪下得特别大
+连村口的井都封住了。
+孩子们不去上学
+在晒谷场上堆雪人
+堆了整整一个上午。
+到了傍晚
+炊烟从家家户户的屋顶升起来
+狗也不叫了。
+只有渡口那条船
+还系在老地方
+船头落着一只麻雀。"""
_FERRY = """\
+船工姓周，今年六十岁，在渡口撑了四十年船。桥修好以后，坐船的人少了，他还是天天来。
+他说，只要有一个人等在对岸，这条船就不能停。"""
_TOP = f"""\
-竹乡在线
-首页
-新闻
-文化
-首页 > 文化 > 正文
H渡口的船工
-2019-11-30 20:15
{_FERRY}"""

PAGES = {
    "a clause in each line": f"""
-那一年的雪_竹乡在线
-首页
-新闻
-文化
-生活
-首页 > 文化 > 正文
H那一年的雪
-2019-12-03 21:10
-分享到：
-微信
-微博
{_SNOW}
-责任编辑：吴敏
-相关阅读
-渡口的最后一条船
-竹器厂重新开工
-关于我们
-联系我们
-京ICP备00000000号
""",
    "broken at a button inside": f"""
-那一年的雪_竹乡在线
-首页
-新闻
-文化
-首页 > 文化 > 正文
H那一年的雪
-2019-12-03 21:10
{_SNOW}
-分享
-微博
+后来桥修好了
+船就停在岸上
+再也没有下过水。
+老人每天还是去看一看
+摸一摸船帮
+然后慢慢地走回家。
+井也通了
+水还是那样甜
+喝过的人都记得。
-责任编辑：吴敏
-相关阅读
-渡口的最后一条船
-京ICP备00000000号
""",
    "short article, comments in short sentences": f"""
-渡口的船工_竹乡在线
-首页
-新闻
-文化
-首页 > 文化 > 正文
H渡口的船工
-2019-11-30 20:15
{_FERRY}
-网友评论
-老赵
-写得真好。
-阿梅
-我坐过他的船。
-小林
-现在都走桥了。
-山里人
-船还在吗。
-老赵
-还在渡口系着。
-阿梅
-下次回去看看。
-京ICP备00000000号
""",
    "short article, what others wrote under their headlines": f"""
{_TOP}
-相关阅读
-竹器厂重新开工
-入冬以来，后山的毛竹进入采伐期。
-茶馆
-茶馆只有四张桌子，卖三样茶。
-石桥修好了
-村里的石桥上周修好，可以走车了。
-井
-村口的井填掉了，通了自来水。
-京ICP备00000000号
""",
    "short article, comments of names and sentences under a heading that is not known": f"""
{_TOP}
-大家都在说
-老赵
-写得真好。
-阿梅
-我坐过他的船。
-小林
-现在都走桥了。
-山里人
-船还在吗。
-老赵
-还在渡口系着！
-阿梅
-下次回去看看。
-京ICP备00000000号
""",
    "short article, comments by long names": f"""
{_TOP}
-责任编辑：吴敏
-留言区
-山里人家的孩子
-写得真好！
-江边钓鱼的老汉
-我坐过他的船。
-爱吃竹笋的猫
-船还在吗？我想去看看
-用户82374829
-还在渡口系着。
-山里人家的孩子
-小时候天天坐！
-江边钓鱼的老汉
-下次回去看看。
-爱吃竹笋的猫
-现在都走桥了。
-京ICP备00000000号
""",
    "short article, what a shop sells": f"""
-竹乡在线
-首页
-商店
-文化
-首页 > 商店 > 正文
H手工竹编的篮子
{_FERRY}
-本店新到
-竹凳
-坐得稳。
-￥20.00
-竹席
-夏天凉快。
-￥120.00
-竹筷
-一把十双。
-￥9.00
-竹扇
-轻。
-京ICP备00000000号
""",
    "the weather above a short article": f"""
-竹乡在线
-今天
-晴。
-明天
-多云。
-后天
-小雨。
-首页
-新闻
-文化
-首页 > 文化 > 正文
H渡口的船工
-2019-11-30 20:15
{_FERRY}
-京ICP备00000000号
""",
}

# No pages: what is broken so stays whole.
WHOLE = {
    "prose with a clause in each line": _SNOW.replace("+", ""),
    "the same between short names": "目录\n雪\n船\n井\n"
    + _SNOW.replace("+", "")
    + "\n附记\n船\n井\n",
    "talk": "“雪停了吗？”\n老人问。\n没有人回答。\n“井呢？”\n“封住了。”\n"
    "他叹了一口气\n坐了下来。\n",
}
