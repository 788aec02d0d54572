"""Pages of offices, recipes and questions, and texts like parts of them. All synthetic.

`-` the line goes (or is lifted to metadata), `+` it stays, `H` it stays and is the headline.
"""

_LAW = """\
+第一条　为了保护老渡口的船只和栈桥，方便两岸居民往来，根据有关规定，制定本办法。
+第二条　渡船由渡口管理所统一编号，每年春汛以前检修一次，未经检修的不得载客，也不得装货。"""
_ANSWER = """\
+这个问题要看木头的种类，杉木轻，泡水以后容易裂，一般先阴干半年，再刷两遍桐油。
+松木有油，反而不用泡，只要避开太阳，在通风的地方放上三个月就可以用了。"""

PAGES = {
    "short sentences above the day that a site put at their foot": """
-首页 > 菜谱 > 面食
H葱油拌面
+用料
+面条 200克
+小葱 1把
+做法
+小葱洗净切段，沥干水分。
+小火把葱段熬到焦黄。
+面条煮熟捞出，浇上葱油拌匀。
-发布于 2019-04-12 18:22
-夜航船
-关注
-举报
-评论
-路过，顶一个
-相关推荐
-红糖发糕
-下载APP 看更多菜谱
""",
    "verse below its day, and sentences of the site's above it": """
-首页 > 诗词 > 正文
-本站提倡原创。欢迎投稿。
H夜过老渡口
-来源：江城诗刊 2019-04-12
+风从上游来
+带着一船的盐
+没有人上岸
+也没有人下船
-上一篇：石桥
-下一篇：水塔
-京ICP备00000000号
""",
    "a letter in one sentence above the rules that it sends out": f"""
-首页 > 政务公开 > 通知公告
H关于印发《老渡口管理办法》的通知
-发布时间：2020-05-14 09:20 来源：县交通局 浏览次数：211次
+各乡镇人民政府，局属各单位：
+《办法》已经局务会通过，现予印发。
+县交通局
+2020年5月12日
+第一章 总则
{_LAW}
-【打印】【关闭】
-上一篇：石桥加固
-京ICP备00000000号
""",
    "a sentence of the site's above a day is no letter": f"""
-首页 > 政务公开 > 通知公告
H老渡口管理办法
-欢迎访问本站。
-江城交通
-2020年5月12日
-字体：大 中 小
{_LAW}
-【打印】【关闭】
-上一篇：石桥加固
-京ICP备00000000号
""",
    "a bracket below the day of a notice": f"""
-当前位置：首页>信息公开>政策文件
H县交通局关于老渡口管理的意见
-发布日期：2021-08-31 阅读：102
+各乡镇人民政府，局属各单位：
{_LAW}
+县交通局
+2021年8月30日
+（此件公开发布）
-扫一扫 手机看
-相关信息
-石桥加固
-主办单位：县交通局 ICP备案：京ICP备00000000号
""",
    "facts in brackets below a name that shares little": f"""
-首页>法规库>地方性法规
H江城渡口条例
-【颁布机构】江城人民代表大会常务委员会
-【文号】第12号公告
-【颁布日期】2017-05-26
-【生效日期】2017-07-01
{_LAW}
-[下载] [打印] [收藏] [纠错]
-相关法规
-石桥条例
-©2019 法规库 版权所有 京ICP备00000000号
""",
    "the headline below its name in a catalogue": f"""
-首页 > 信息公开 > 政府文件
-索引号：
-11370000004502/2020-01122
-文件名称：
H关于加强渡船检修的实施意见
-发布机构：
-江城交通局
-公开日期：
-2020-07-08
+各区县分局，机关各科室：
{_LAW}
+江城交通局
+2020年7月8日
-打印 关闭
-网站标识码：3702000001 京ICP备00000000号
""",
}

NOTHING = {
    "a recipe with the day of its writing": "葱油拌面\n用料\n面条 200克\n小葱洗净切段，沥干水分。\n"
    "小火把葱段熬到焦黄。\n面条煮熟捞出，浇上葱油拌匀。\n2019年4月12日\n",
    "a letter and its bracket": "各乡镇人民政府：\n《办法》已经通过，现予印发。\n县交通局\n"
    "2020年5月12日\n（此件公开发布）\n第一章 总则\n" + _LAW.replace("+", "") + "\n",
    "an entry of a dictionary with facts in brackets": "渡口\n【读音】dù kǒu\n"
    "【释义】过河的地方。\n【例句】老人在渡口等船，等了一个上午，船还没有来。\n【近义词】码头\n【日期】2017-05-26\n",
}
