"""Pages with a line of facts at the head and a line or two of the frame at the foot. Synthetic.

A line begins with what it is: H the headline, + text, - frame. `NOTHING` are no pages.
"""

_PARAGRAPHS = """+入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个篾匠天天忙到天黑。
+“一根竹子从头到尾都有用处。”老篾匠指着墙角的竹篮说，最细的那种，一天只能编一个。
+竹器厂今年接了三千只竹篮的订单，要在春节以前交货，邻村的亲戚也来帮忙破竹。"""
_TEXT = _PARAGRAPHS.replace("+", "")
_MORE = "木器厂于2015年开工，由县里的二轻局设计，是全乡最大的作坊，现在有工人四十二名。"


PAGES = {
    "a subtitle between a headline that is said in a list and its byline": f"""
-大山日报数字报
-第03版：手艺
-标题导航
-竹器厂接下三千只竹篮的订单
-邻村办起木器厂
-返回目录  放大+  缩小-  默认  全文复制  上一篇  下一篇
H竹器厂接下三千只竹篮的订单
+二十几个篾匠从早到晚破竹忙
-本报记者 王小山
{_PARAGRAPHS}
-大山日报社版权所有 未经授权禁止转载
""",
    "what is no subtitle: it shares nothing with the text": f"""
-大山日报数字报
-返回目录  放大+  缩小-  默认  全文复制  上一篇  下一篇
H竹器厂接下三千只竹篮的订单
-手艺之乡的栏目名称
-本报记者 王小山
{_PARAGRAPHS}
-大山日报社版权所有 未经授权禁止转载
""",
    "a day in digits and a section's name": f"""
-手艺在线
H后山的篾匠和竹器厂
-2019-12-03手艺散文山里人
{_PARAGRAPHS}
""",
    "a day in digits, the site's name and a count": f"""
H后山的篾匠和竹器厂
-2019-12-03
-12
{_PARAGRAPHS}
""",
    "a day above the headline": f"""
-2019-12-03
-手艺
H后山的篾匠和竹器厂
{_PARAGRAPHS}
""",
    "the months padded with a nought": f"""
H后山的篾匠和竹器厂
-2019年12月03日 大山手艺
{_PARAGRAPHS}
""",
    "names of a site in one line": f"""
-首页|手艺|人物|大山网站地图|
-设为首页 |
H后山的篾匠和竹器厂
{_PARAGRAPHS}
""",
    "names in one line, parted by spaces": f"""
-首页 大山概况 手艺 村寨 风物
-手艺之乡
H后山的篾匠和竹器厂
{_PARAGRAPHS}
""",
    "neighbours above a day's page": f"""
-2019年12月03日 星期二
-04版：手艺
-上一篇 下一篇
H后山的篾匠和竹器厂
{_PARAGRAPHS}
""",
    "a heading of links with its link in one line": f"""
H后山的篾匠和竹器厂
{_PARAGRAPHS}
-延伸阅读：邻村办起木器厂
""",
    "facts in a list, some of them empty": f"""
H后山的篾匠和竹器厂
-- 发表时间：2019-12-03 09:12:40
-- 来源：
{_PARAGRAPHS}
""",
    "a note of the end and the site's foot": f"""
H后山的篾匠和竹器厂
{_PARAGRAPHS}
-— END —
-关于我们 联系我们
""",
    "verse under a day with its seconds": """
H后山的篾匠
-2019-12-03 09:12:40 1
+我走进一座山里
+山里没有风
+石头坐在路边
+像一个老人
""",
    "a neighbour and nothing else": f"""
H后山的篾匠和竹器厂
{_PARAGRAPHS}
-下一篇：邻村办起木器厂
""",
    "who wrote under the headline, a disclaimer at the foot": f"""
H后山的篾匠和竹器厂
-作者：山里人
{_PARAGRAPHS}
-版权声明：本站原创文章，未经授权不得转载。
-竹子 手艺
""",
    "a lead that takes in two paragraphs, cut in the third": f"""
H后山的篾匠和竹器厂
-2019-12-03 09:12:40 来源：大山手艺网
-{_TEXT.replace(chr(10), "")[:110]}
{_PARAGRAPHS}
""",
    "who wrote and the day, a heading of links": f"""
-手艺
H后山的篾匠和竹器厂
-山里人 2019-12-03
-浏览 3210 收藏 88
{_PARAGRAPHS}
-更多大山晚报报道
-邻村办起木器厂
""",
    "a day with slashes and who wrote, a button": f"""
H后山的篾匠和竹器厂
-2019/12/03 文／山里人
{_PARAGRAPHS}
-下载该文档
""",
    "two days asked and answered, a bar of buttons": f"""
H后山的篾匠和竹器厂还招人吗
-留言时间:2019-12-01
-【发布日期】:2019-12-03
{_PARAGRAPHS}
-【我要打印】 【关闭】
""",
    "hour and source in two lines, the neighbour": f"""
-生活 > 手艺
H后山的篾匠和竹器厂
-2019-12-03 09:12:40
-来源：大山手艺网
-分享到：
{_PARAGRAPHS}
-上 / 下一篇新闻
""",
    "facts of a journey under a stamp, who passed it below": f"""
H后山的篾匠和竹器厂
-2019-12-03 22:48 903/3
-出发时间/2019-11-27
-人物/和家人
{_PARAGRAPHS}
-一审：张山 二审：李水 三审：王木
-分享、点赞、在看，三连支持一下！
""",
    "an English page": """
-Crafts
HThe basket makers behind the hill
-14/06/2022 - 10:32
+Since winter began, the basket makers have worked until dark, twenty of them, most of them old.
+They have an order of three thousand baskets, which must be ready by spring, and cousins help.
-Share
-Related stories
""",
    "a question, its details, the heading of its answers, who answers": """
-首页
-发现
-等你来答
-登录/注册
H后山的毛竹什么时候砍最好？
+我家后山有三亩毛竹，今年想砍一批做竹篮，有人说冬天砍，有人说春天砍，到底什么时候好？
-关注问题
-写回答
-查看全部 31 个回答
-老篾匠
-编了四十年竹器，不开网店
-146 人赞同了该回答
+冬天砍最好，立冬以后竹子里的糖分少，不容易生虫，编出来的竹篮能用二十年。
+春天的竹子水分多，砍下来三个月就会发霉，只能当柴烧，非常可惜。
-发布于 2019-12-03 21:17
-赞同 146
-14 条评论
""",
    "a text that lynx wrapped": """
-大山网 >> 手艺频道 >> 竹编
H后山的篾匠和竹器厂
-2019年12月03日08:25  来源：大山网
-字号 小 中 大
+入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个篾匠天天忙到
+天黑。
+“一根竹子从头到尾都有用处。”老篾匠指着墙角的竹篮说，最细的那种，一天只能编一
+个。
-(责编：张山、李水)
-分享让更多人看到
-推荐阅读
-邻村办起木器厂
-返回顶部
""",
    "a blog: its name, the day, the headline; the comments' form": f"""
-大山手艺笔记
-Notes of a Village
-2013年9月17日 星期二
H后山的篾匠和竹器厂
{_PARAGRAPHS}
-沒有留言:
-張貼留言
-較新的文章
-較舊的文章
-首頁
-張貼留言 (Atom)
""",
    "the day above the headline, two labels below": f"""
-2013年9月17日
H后山的篾匠和竹器厂
{_PARAGRAPHS}
-沒有留言:
-張貼留言
""",
    "an address and a stamp, a path": f"""
-搜 索
-本页位置:大山新闻网 > 正文
H大山:后山的篾匠和竹器厂
-http://www.example.chinanews.example    2023年07月03日 20:00     来源:大山新闻网
{_PARAGRAPHS}
""",
    "letters that a font shows as pictures": f"""
H后山的篾匠和竹器厂
-张小琪 | 文学篇 | 2015-04-05
{_PARAGRAPHS}
-ė1157次浏览
-Ɣ回顶部
""",
    "two hours of an English paper": """
-Sign In
-Subscribe
-News
-Sport
-Business
HLast basket leaves the hill after ninety years
-Dan Whitlock
-Published 9:14 p.m. GMT March 3, 2023 | Updated 7:02 a.m. GMT March 4, 2023
+The last basket of the makers behind the hill was sold on Friday, ninety years after the first.
+About two hundred people stood in the rain to see it go, many of them from the town.
-More from Hill Courier
-Council tax to rise by four per cent
-Terms of Service
-© 2023 www.hillcourier.example. All rights reserved.
""",
    "a blog's contents": """
H后山的篾匠怎样把一只竹篮编好
-文章目录
-• 1. 破竹
-• 2. 起底
+1. 破竹
+入冬以来，后山的毛竹进入采伐期，老篾匠先把竹子破成四片，再削去竹黄，只留下竹青。
+2. 起底
+竹青分成细丝，六根一组交叉起底，这一步最要紧，底不平，整只竹篮都是歪的。
""",
    "an account's name above the text and below it": f"""
H后山的篾匠开工啦！
-原创 山里人 大山发布
-2019-12-03 18:20 发表于大山
{_PARAGRAPHS}
-大山发布
-关注我们，了解大山
-362篇原创内容
-公众号
-预览时标签不可点
""",
    "one paragraph, a path behind the site's address": f"""
H后山的篾匠
-2019-08-12 作者:山里人
-大山文学网(www.example.example) 首页->散文->手艺散文
{_PARAGRAPHS}
-赞助本站
""",
    "who signs a notice, and when, above a button": f"""
H关于毛竹采伐的通知
-发布时间:2019年12月3日 来源:大山县林业局 点击数:308
{_PARAGRAPHS}
+大山县林业局
+2019年12月3日
-【打印】 【关闭】
""",
}

NOTHING = {
    "a chapter that was cut into lines": f"""
后山的篾匠
{_TEXT[:30]}
{_TEXT[30:70]}
{_TEXT[70:99]}
下一篇：竹器
""",
    "a heading of the text's own list at its end": f"""
后山的篾匠
{_TEXT}
推荐阅读
《后山竹器志》
""",
    "a day above the text alone": f"""
2019-12-03
{_TEXT}
四天以后
""",
    "a form": f"""
困难职工申请表
姓名 | 性别 | 出生年月 | 民族
工作单位 | 岗位 | 联系电话
{_TEXT}
申请人
""",
    "an order's day and number": f"""
竹器管理办法
2019-12-03 县人民政府令第51号
{_TEXT}
附则
""",
    "a table above its text": f"""
竹器厂的账
姓名 | 村寨 | 竹篮 | 工钱
老张 | 后山 | 12 | 240
老李 | 前山 | 9 | 180
{_TEXT}
""",
    "names of a poem's days in one line": f"""
春 夏 秋 冬 又一春
后山的篾匠
{_TEXT}
""",
    "the foot of a paper": f"""
后山的篾匠
{_TEXT}
新闻热线：027-0000000
本报地址：大山路1号
广告
""",
    "minutes of a magazine": f"""
手艺栏选题会
2019年12月3日
主持：山里人
{_TEXT}
下一篇：竹器
标签：竹子、手艺
""",
    "minutes with a day above": f"""
2019-12-03
竹器厂厂务会
地点：厂部
{_TEXT}
散会
""",
    "a draft's day": f"""
后山的篾匠
2019-12-03 二稿
{_TEXT}
剧终
""",
    "a diary's day": f"雨中记事\n2021年3月5日 星期五 小雨\n{_TEXT}\n分享给明天的自己\n",
    "a day and nothing of a site": f"后山的篾匠\n山里人 2019-12-03\n{_TEXT}\n附件：竹器明细表\n",
    "who to ask": f"致全村的一封信\n2022年6月1日\n{_TEXT}\n联系电话：0871-6001234\n村委会\n",
    "a law": f"竹林办法\n（2003年10月28日县人大会议通过）\n{_TEXT}\n分享\n",
    "text below what could be a label": f"后山的篾匠\n2019-12-03\n{_TEXT}\n往期推荐\n{_MORE}\n",
    "a paper's box": f"后山的篾匠\n2018年4月12日 来源：大山日报\n{_TEXT}\n相关链接\n{_MORE}\n",
    "a court": f"竹林案\n一审：原告败诉\n二审：发回重审\n{_TEXT}\n三审：双方和解，各让一步\n",
    "minutes": f"理事会纪要\n时间：2020年10月9日 地点：二楼\n{_TEXT}\n抄送：各组\n打印：20份\n",
    "a log": "大事记\n2019-01-05 建厂\n2019-03-20 开工\n" + _TEXT + "\n2022-01-01 展望\n分享\n",
    "a book's contents": f"篾匠\n目录\n一、破竹\n二、起底\n一、破竹\n{_TEXT}\n二、起底\n{_MORE}\n",
    "hundreds of lines below": f"竹器目录\n山里人 2019-12-03\n{_TEXT}\n【打印】\n" + "竹篮\n" * 300,
    "a call and its story": f"点分享\n{_TEXT}\n他只点了分享\n第二天又来了\n",
    "an English letter": "To the members\n14 June 2022\nI am writing to tell you that the dinner, "
    "which was planned for July, has been moved to the first week of September.\n"
    "Please let us know by August whether you will come, and how many guests you will bring.\n"
    "Share this with friends who may have moved house.\nYours sincerely,\nMartin Oke\n",
}
