"""Pages of other lands and other tools, all synthetic; `-`, `+` and `H` as in `web_pages_more`."""

PAGES = {
    "a town of Japan": """
-本文へスキップします。
-文字サイズ 小 中 大
-Foreign Language
-ホーム > くらし・手続き > 図書館 > 図書館の利用案内
H図書館の利用案内
-更新日：2021年6月1日
-印刷
-ページ番号2005117
+図書館の本は、市内に住んでいる方、通勤、通学している方なら、どなたでも無料で借りることができます。
+貸し出しの手続き
+1. カウンターで利用者カードを作ります。住所が分かる書類をお持ちください。
+2. 借りたい本と利用者カードをカウンターに出してください。貸し出しは二週間、十冊までです。
-このページの情報は役に立ちましたか？
-お問い合わせ
-生涯学習課
-ページの先頭へ戻る
-Copyright © Midori City. All rights reserved.
""",
    "an entry whose headword is short, with its contents and tools": """
-首页
-登录
-注册
-查看我的收藏
-0
H石磨
-播报
-编辑
-讨论
+石磨（又名磨盘）是用人力、畜力或者水力把粮食磨成粉、浆的石器，由上下两扇组成。
-目录
-1 历史
-2 构造
-▪ 磨扇
+历史
-播报
-编辑
+石磨最初叫硙，汉代以后才叫磨，晋代有人发明了用水作动力的磨，省去了许多人力。[1]
+构造
-播报
-编辑
+磨扇
+上扇有磨眼，粮食从磨眼漏下去，在两扇之间散开，被磨齿磨碎，从夹缝里流到磨盘上。[2]
-浏览次数：8321次
-©2021 百科 京ICP备00000000号
""",
    "a question, two answers": """
-首页
-发现
-登录
H为什么冬天的被子晒过以后更暖和？
-关注者
-126
-被浏览
-8,210
-写回答
-2 个回答
-默认排序
-纺织匠
-织了二十年的布，不懂科学
-91 人赞同了该回答
+被子里的棉花吸了人的汗气，纤维贴在一起，中间的空气就少了，所以盖起来又沉又凉。
+晒过以后水分跑了，纤维重新蓬松，存住的空气多，热量散得慢，自然就暖和。
-发布于 2019-01-12 10:20
-赞同 91
-7 条评论
-收起
-小北
-35 人赞同了该回答
+补充一句，晒的时候别老拍打，拍断了纤维，下一次就蓬不起来了，翻个面就可以。
-发布于 2019-01-13 09:00
-赞同 35
-相关问题
-羽绒被能晒吗
-© 2019 问答 京ICP备00000000号
""",
    "results that the editor's line closes": """
-首页 > 田径 > 正文
H城市越野赛昨天收官
-2018-04-02 09:30 来源：江城晚报
+昨天上午，城市越野赛在东山举行，六百名选手冒雨跑完了二十公里的山路，无人受伤。
+组委会说，明年的路线还会加长，终点改在湖边，方便家属接人。
+比赛结果：
+1 周野 1小时32分
+2 陈默 1小时33分
+3 林远 1小时35分
-(编辑：高山)
-相关新闻
-五号线年内开工
-关于我们 | 联系我们 | 网站地图
""",
    "a poem above prose on it": """
-首页
-推荐
-诗文
-名句
-作者
-古籍
-登录
-网站首页 > 诗文 > 夜泊
H秋江夜泊有怀
-佚名
-收藏
+江上一船月，
+桥头几树霜。
+夜阑人不寐，
+风送桂花香。
+译文
+江上的船载着一船月光，桥头的几棵树落了霜，夜深了人还没有睡着，风送来桂花的香气。
-本节内容由网友上传，仅供学习参考，其观点不代表本站立场。
-上一篇：春江
-下一篇：为什么要读诗？
""",
    "paragraphs in English": """
-Skip to content
-Home
-World
-Business
-Sign in
HThe ferry that never left
-By Anna Brook
-12 March 2020
-3 min read
+The ferry had been tied up at the north pier since 1998, and nobody knew who owned it.
+Children painted its hull. In the end the council voted to keep it where it was.
-Related stories
-Why the harbour froze
-By clicking Subscribe you agree to our terms and to the privacy policy of this site.
-© 2020 The Pier. All rights reserved.
""",
    "links as html2text writes them": """
-[首页](/) | [新闻](/news/) | [财经](/finance/) | [体育](/sports/)
-* [登录](/login)
-* [注册](/register)
H老街的灯又亮了
-2021-06-11 10:02 来源：晚报
+修了半年的老街昨晚亮灯，两百盏灯笼沿着石板路一路挂到河边，看灯的人挤满了石桥。
-![](/images/1.jpg)
+住在街口的周师傅说，灯笼的骨架还是他年轻时扎的那一批，只换了新的灯纸和灯泡。
-责任编辑：罗敏
-相关阅读
-* [灯笼的扎法](/a/1.html)
-Copyright © 2021 老街网
""",
    "a path in lines of its own": """
-科普园地
-首页
-昆虫
-鸟类
-首页
-->
-鸟类
-->
-正文
-分享到：
H燕子为什么低飞
-出品：科普园地 作者：苏晚 监制：晴空社
-2018-06-02
+下雨之前，空气里的水汽重了，小虫的翅膀沾上水珠，飞不高，燕子也就跟着低飞。
+老人常说，燕子低飞要下雨，就是这个缘故，但也有例外，有时它只是在教孩子学飞。
-责任编辑：白露
-阅读推荐
-麻雀为什么跳着走
""",
    "a job": """
-首页 职位 公司 校招 视频 消息 简历
-[杭州]
H前端工程师 15-25K
-3-5年 | 本科 | 全职
-立即沟通
+1. 负责公司官方网站与后台系统的开发、测试，保证页面的稳定；
+2. 与设计师一起打磨交互细节，编写可以复用的组件；
+3. 编写技术文档，指导初级工程师完成工作。
-看过该职位的人还看了
-后端工程师 20-30K
-查看更多职位
""",
    "an entry with a table of facts": """
-百科
-首页
-特色百科
-用户
-帮助
-进入词条
-全站搜索
-查看我的收藏
H望月桥
-播报 编辑 讨论
+望月桥位于江南某县东门外，横跨月溪，为三孔石拱桥，始建于明嘉靖年间，清乾隆时重修。
+所在地
+某县东门外
-目录
-1 沿革
-2 结构
-3 传说
+沿革
-播报
-编辑
+据旧志所载，此地原有渡船，每逢春水大涨，行人多有落水，乡人徐氏乃捐资建桥。
+结构
-播报
-编辑
+桥长三十一米，宽四米，两侧设石栏，望柱上雕有狮子十二只，形态各不相同。
+传说
+相传合龙之夜，月光照在河心，像一面镜子，匠人照着影子才把石头放稳。
-词条统计
-浏览次数：310次
""",
    "a list that the text announces": """
-首页 分类 榜单 主播 下载 登录/注册
-首页 > 人文 > 夜话
H第12期：渡口的钟
-2021-07-19 20:00 来源：夜话
+这一期我们请来老船工，聊他在渡口敲了四十年的钟，雾天一声，晴天两声，谁都听得懂。
+时间轴：
+01:20 钟是从哪里来的
+12:05 大雾的那个早晨
+30:44 最后一声
-评论 (12)
-加载更多
-相似推荐
""",
    "a blog of an English writer": """
-Toggle navigation
-[North Field](/)
-  * [Home](/)
-  * [Archive](/archive)
HThe gate that would not close
-March 3, 2017 by T. Ash · 2 Comments
+The gate had hung on two hinges since before the war, and had never once closed by itself.
+In the spring we took it down, planed the foot, and found a coin under the post.
-Filed under: [Field](/c/field)
-[← Older](/p/3) [Newer →](/p/5)
-### Leave a Reply
-Your email address will not be published. Required fields are marked *
-Proudly powered by WordPress
""",
    "an entry of a dictionary": """
-成语网
-在线字典 成语大全 近义词 反义词 造句
-查询
-首页 >> 成语大全 >> 守字开头
H守株待兔
+拼音：shǒu zhū dài tù
+解释：守着树桩等兔子撞上来。比喻不努力而存侥幸心理，希望得到意外的收获。
+出处：《韩非子·五蠹》：“因释其耒而守株，冀复得兔，兔不可复得，而身为宋国笑。”
+用法：连动式；作谓语、宾语；含贬义
+例子：做学问要下苦功，守株待兔是等不来成绩的。
+近义词：刻舟求剑
+反义词：通权达变
-相关成语
-© 2012-2022 成语网 版权所有
""",
}
