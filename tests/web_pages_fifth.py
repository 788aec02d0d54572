"""Questions, recipes, jobs, songs; frames that only a day tells; heads of trimmed pages. Synthetic.

A line begins with what it is: H the headline, + text, - frame. `NOTHING` are no pages.
"""

_PARAGRAPHS = """+入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个篾匠天天忙到天黑。
+“一根竹子从头到尾都有用处。”老篾匠指着墙角的竹篮说，最细的那种，一天只能编一个。"""

PAGES = {
    "a question, its details above the buttons, and the answer": """
-首页
-发现
-等你来答
-登录/注册
H竹篮发霉了，怎么洗干净？
+在阳台上放了一个梅雨季，提手和底都长了黑斑。用刷子刷过，刷不掉，又不敢用开水烫。
-关注者
-87
-被浏览
-64,120
-写回答
-21 个回答
-南山匠人
-412 人赞同了该回答
+先说结论：能洗，但是别急着用水，竹子吸了水霉长得更快。
+把篮子放在通风的地方阴干两天，用旧牙刷把表面的霉刷掉，再用白醋擦一遍，黑斑就淡了。
-编辑于 2022-09-14 10:02
-35 条评论
-相关问题
-竹筷子多久换一次？
""",
    "an answer with commands under the number of answers": """
-首页
-问答
-专栏
-登录
-注册
H怎样只把一个竹编图样的文件恢复到上一版？
-小白菜 3 月 12 日
-关注
+昨天改了三个图样，今天发现其中一个改错了，已经存了进去。别的两个不想动，应该怎么做？
-回复
-2 个回答
-得票
-石头
-发布于 3 月 12 日
+用下面的命令指定版本和文件：
+git checkout HEAD~1 -- basket.svg
+这样只改一个文件，会多一条记录，历史不变，别人取的时候也不会冲突。
-赞 5
-回复
-撰写回答
-推荐问题
-记录丢了怎么找？
""",
    "a long list between a recipe's first words and its steps": """
-菜谱
-菜单
-搜索
-首页
H油焖冬笋
-收藏
-1286
-做过
-342
+冬笋下来的时候，家里总要焖上一锅，咸里带一点甜，下饭，凉了也好吃，孩子也爱吃。
+用料
+冬笋
+3个
+生抽
+2勺
+老抽
+半勺
+白糖
+1勺
+花生油
+3勺
+小葱
+2根
+做法
+1
+冬笋剥壳，切成滚刀块，冷水下锅。
+2
+煮开以后再煮五分钟，捞出沥干。
+3
+油烧热，下笋块煸到边上发黄。
+4
+加生抽老抽和糖，小火焖十分钟。
-全部评论(66)
-大家都在看
-雪菜冬笋
""",
    "a job under its wage": """
-首页
-职位
-公司
-登录
H篾匠学徒
-4-6K·13薪
-临江
-立即沟通
-包吃住
-微信扫码分享
+岗位职责：
+1、跟随师傅学习破篾、起底、收边；
+2、每月完成竹篮二十只，检查以后入库；
+3、负责竹料的晾晒和堆放。
+任职要求：
+1、十八岁以上，手脚勤快，能吃苦；
+2、有木工经验者优先。
-查看全部
-精选职位
-木工 5-7K
""",
    "a dictionary's word above its reading": """
-字典
-词典
-成语
-首页
H篾匠
-miè jiàng
+用竹篾编制器物的工匠。破篾、起底、编身、收边都靠手工，学三年才能出师，多见于南方。
+《集韵》：“竹皮曰篾。”今用为编竹器的材料。
-网友讨论
-版权所有 © 2004-2023
-关于我们
""",
    "a day between rows of names that no table knows": f"""
-听竹
-栖居
-拾味
-远行
-对谈
-识物
-栖居
H后山的篾匠
-2022-04-01
{_PARAGRAPHS}
-栖居旧篇
-山里有座木房子
-旧船厂里的家
-河对岸的邻居
-一把竹椅
""",
    "a song between rows of names": """
-听歌
-歌单
-电台
-关注
-商城
-下载客户端
-排行榜
H渡口的竹排
-播放
-收藏
-分享
-下载
+竹子青青竹子长
+阿妹上山背竹筐
+背到山下卖给谁
+卖给篾匠打凉床
+渡口的竹排慢慢走
+江上的月亮圆又亮
+阿哥下河撑竹排
+撑到江口等天光
-展开
-上传歌词
-评论
-共318条评论
-精彩评论
-听哭了，想起老家的渡口。
-服务条款|隐私政策|版权投诉指引
""",
    "an entry in English with a tool at each section": """
-Main page
-Talk
-Read
-Edit
-View history
-Tools
HHarrow Lane Bridge
-From Wikipedia, the free encyclopedia
+Harrow Lane Bridge is a disused stone bridge of three arches in the north, built in 1842.
+History
-[edit]
+The bridge carried carts until 1952 and cattle until 1965. It was listed in 1987.
+Design
-[edit]
+The arches are of red sandstone, and a pier was rebuilt in blue brick after a flood in 1881.
-Categories: Bridges in England
-This page was last edited on 9 January 2022, at 14:02 (UTC).
-Text is available under the Creative Commons Attribution-ShareAlike License; terms may apply.
-Privacy policy
""",
    "a forum's count above the headline": f"""
-找回密码
-注册
-QQ登录
-只需一步，快速开始
-查看: 5911|回复: 14
H竹篮收边心得
-whb761 | 发表于 2005-8-4 21:37:32 | 显示全部楼层 |阅读模式
-马上注册，结交更多好友，享用更多功能。
-您需要 登录 才可以下载或查看，没有帐号？立即注册
{_PARAGRAPHS}
-回复
-使用道具 举报
-返回列表
""",
    "a path that ends in the headline, and a stamp": f"""
-首页 手艺 后山二十几个篾匠的冬天
H后山二十几个篾匠的冬天
-时间:2022-04-02 手艺 版权反馈
{_PARAGRAPHS}
""",
    "facts without a space, a section above the headline": f"""
-人物春秋
H后山二十几个篾匠的冬天
-通讯员:何秀英来源:县报 阅读:发布时间:2012-08-18审稿:
{_PARAGRAPHS}
""",
    "the headline twice, a count without a space": f"""
H后山二十几个篾匠的冬天
-文档序号:13736973阅读:149来源:县报
-后山二十几个篾匠的冬天
{_PARAGRAPHS}
""",
    "facts of an office between the two": f"""
-返回顶部
H后山乡竹林采伐管理工作规则
-索引号:
-6107280000/2024-001005
-发文机构:
-县政府网站
-发文日期:
-2024年04月06日 16:40
-有效性:
-后山乡竹林采伐管理工作规则
{_PARAGRAPHS}
""",
    "a stamp above a picture's words": f"""
H杨守义专文：后山二十几个篾匠的冬天
-2023-05-28 07:00
+后山的老篾匠在编竹篮（何秀英摄）
{_PARAGRAPHS}
""",
    "a path, and the headline twice": f"""
-视窗
-您现在的位置：首页 > 手艺 > 竹编 >
H后山二十几个篾匠的冬天
-后山二十几个篾匠的冬天
{_PARAGRAPHS}
""",
}

NOTHING = {
    "a speaker's name between the two": f"""
后山乡竹林采伐管理工作报告
杨守义
二〇一九年三月
后山乡竹林采伐管理工作报告
{_PARAGRAPHS.replace("+", "")}
""",
    "a song that opens with its name": f"""
渡口的竹排慢慢走到江口
渡口的竹排慢慢走到江口
江上的月亮圆又亮
阿哥下河撑竹排
撑到江口等天光
载个月亮回家来
{_PARAGRAPHS.replace("+", "")}
""",
    "a paper's masthead above its first report": f"""
竹乡晚报
星期三
副刊
第八版
人物
今日四版
2019年3月6日
后山的篾匠
{_PARAGRAPHS.replace("+", "")}
摄影 何秀英
制图 陈大有
""",
    "a report with its day and paper": f"""
后山二十几个篾匠的冬天
2018年4月12日 来源：竹乡晚报
{_PARAGRAPHS.replace("+", "")}
""",
    "contents that stand again, and a list": f"""
竹编概说
第一章
第二章
第三章
第四章
第五章
附录
2019-03-06
第一章
{_PARAGRAPHS.replace("+", "")}
第二章
{_PARAGRAPHS.replace("+", "")}
编委
杨守义
何秀英
陈大有
""",
    "a meeting's day and place": f"""
竹器厂冬季生产会议纪要
时间：2019-12-03 09:10
地点：厂部二楼
{_PARAGRAPHS.replace("+", "")}
""",
    "a diary by the hour": """
守林日记的第一页
2020-02-03 08:30 晴
上山看了三处竹林，雪压断了十几根，拖到路边，等车来拉，下午没有再下雪，人也少，很静。
2020-02-04 08:10 阴
修篱笆，补了两个洞，黄狗跟着跑了一天，晚上腿疼，早早睡了，半夜听见竹子爆裂的声音。
2020-02-05 08:00 小雪
在家编篮子，编坏了一个，拆了重来，天黑以前编好，底有点歪，挂在门后自己用，不卖。
""",
    "prices": """
竹器价目
竹篮
￥ 38.00
竹椅
￥ 120.00
竹床
￥ 480.00
凉席
￥ 160.00
以上价格含运费，外地加收十元，三件以上另议，老主顾照旧价，赶集那天可以当面挑选。
""",
    "a lawyer on copies": f"""
谈谈转载
{_PARAGRAPHS.replace("+", "")}
法院认为，被告未经授权转载他人文章，又删去作者姓名，应当停止侵权并赔偿损失。
""",
}
