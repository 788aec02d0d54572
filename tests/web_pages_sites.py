"""Pages as sites and readers of pages leave them: threads, texts in one line. All synthetic.

`-` the line goes (or is lifted to metadata), `+` it stays, `H` it stays and is the headline.
"""

_FERRY = (
    "船工姓周，今年六十岁，在渡口撑了四十年船。桥修好以后，坐船的人少了，他还是天天来。",
    "他说，只要有一个人等在对岸，这条船就不能停。去年冬天河面结冰，他用篙子一寸一寸地敲开。",
    "渡口的石阶有三十六级，最下面的三级常年在水里，长满青苔。夏天的傍晚，孩子们坐在上面洗脚。",
)
_TEXT = "\n".join(f"+{line}" for line in _FERRY)

_TOP = """\
-渡口的船工_竹乡在线
-首页
-新闻
-文化
-生活
-首页 > 文化 > 正文
H渡口的船工
-2019-11-30 20:15 来源：竹乡在线"""
_FORUM = """\
-找回密码
-注册
-查看: 145|回复: 2
H渡口的船还开吗（有图）
-[复制链接]
-山里人 发表于 2014-1-27 10:44:05 | 显示全部楼层 |阅读模式
-马上注册，结交更多好友，享用更多功能。
-您需要 登录 才可以下载或查看，没有账号？注册
-x"""
_BESIDE = """\
-12
-主题
-340
-帖子
-1万
-积分
-老船客"""

PAGES = {
    # The first post opens with short lines, which are worth less than the answers.
    "a thread whose first post is short": f"""
{_FORUM}
+问一句，后山那个渡口还开吗？
+去年看到的时刻表：
+早上六点
+中午十二点
+傍晚五点
+想带孩子去坐一次。
{_BESIDE}
-发表于 2014-1-27 11:02:31 | 显示全部楼层
+{_FERRY[0]}
+{_FERRY[1]}
-回复
-使用道具 举报
{_BESIDE}
-楼主| 发表于 2014-1-27 12:40:00 | 显示全部楼层
-本帖最后由 山里人 于 2014-1-27 12:45 编辑
+多谢各位，周末就去。
-回复
-使用道具 举报
-您需要登录后才可以回帖 登录 | 注册
-发表回复
""",
    "a thread of two long posts": f"""
{_FORUM}
{_TEXT}
-回复
-使用道具 举报
{_BESIDE}
-发表于 2014-1-28 09:15:31 | 显示全部楼层
+{_FERRY[0].replace("周", "赵")}
-回复
-使用道具 举报
-Powered by Discuz!
""",
    # get_text("") puts the paragraphs of some pages into one line: titles below are worth less.
    "a text in one line above titles that end sentences": f"""
-渡口的船工_竹乡在线
-首页
-新闻
-文化
-生活
H渡口的船工
-2019-11-30 20:15
-分享
-微信好友
+{"".join(_FERRY) * 5}
-收藏本文
-分享到：
-相关搜索
-为你推荐
-加载更多
-为什么后山的渡口不叫码头，而叫“水门”？
-第465期：一条小河到底能养活多少条船？
-老船工的儿子为什么不愿意接他的班？
-花钱请人划船？渡口不是公园的湖，孩子们别下水！
-返回首页
""",
}

# Paragraphs that end in no mark, under a headline that a list of links at the foot says again.
_OPEN = (
    "《渡口》是一款以划船为玩法的休闲游戏，玩家要在涨水以前把村里的人和牲口一船一船地送到对岸，每一趟都要算好载重",
    "故事发生在一条没有桥的河边，老船工病了，他的孙女第一次拿起篙子，村里没有人相信她能在雨季里撑船，只有一条狗肯上她的船，跟她来回走了四十趟",
    "游戏里有一百多个关卡，水流、风向和乘客的脾气都不一样，玩到后面会遇到夜里渡河的人，他们从不说话",
)
_CUT = (
    "入冬以来的第一场雪从星期一夜里开始下，到星期三中午还没有停的意思，村里的井都封住了，孩子们",
    "七十岁的篾匠今年收了两个徒弟，一个是城里回来的大学生，一个是隔壁村的年轻媳妇，两人都说想学",
    "村口的石桥今年夏天被大水冲坏了一个桥墩，县里派人来看过两次，说要等枯水期才能动工，最快也要",
)
_CUT_LINES = "\n".join(f"-{text}" for text in _CUT)
_BLURBS = "\n".join(
    f"-{title}\n-{text}"
    for title, text in zip(
        ("后山的雪下了三天", "篾匠收了新徒弟", "石桥要修到明年"), _CUT, strict=True
    )
)
PAGES["paragraphs without an end mark"] = f"""
-渡口：一款划船的游戏_竹乡游戏
-首页
-新闻
-文化
-生活
-推荐
H渡口：一款划船的游戏
-2019-11-30 20:15:34
+{_OPEN[0]}
+{_OPEN[1]}
+{_OPEN[2]}
-热门评论
-暂无评论
-下载APP
-渡口：一款划船的游戏
-后山：一款砍柴的游戏，新手也能上手
-石桥：一款修桥的游戏，慢慢玩的体验
-相关推荐
{_BLURBS}
-版权所有 竹乡游戏
"""
# What a site cuts is cut at one width, be it under titles or without.
PAGES["blurbs of one width in a row"] = f"""
{_TOP}
{_TEXT}
-相关阅读
{_CUT_LINES}
-版权所有 竹乡在线
"""

# lynx and w3m name pictures by their files: what stands below several of them is text still.
PAGES["pictures in front of the last paragraph"] = f"""
{_TOP}
+{_FERRY[0]}
-[W020210106]
-[W020210106]
-[W020210107_2]
-[ferry-4.jpg]
+周师傅在修船
+{_FERRY[1]}
-责任编辑：阿竹
-相关阅读
-后山的雪
-版权所有 竹乡在线
"""
# Numbers of notes, a version, a note in brackets are none.
PAGES["brackets that are no pictures"] = f"""
{_TOP}
+{_FERRY[0]}
+[12]
+[20191130]
+[v2.1]
+[船工的话]
+{_FERRY[1]}
-责任编辑：阿竹
-相关阅读
-后山的雪
-版权所有 竹乡在线
"""

# No headline of its own: the day and the hour are none. A headline may begin with a day.
PAGES["a stamp where the headline is missing"] = f"""
-分享
-2019年11月30日20:15 竹乡青年报
-分享
-原标题：渡口的船工撑了四十年船
{_TEXT}
-责任编辑：阿竹
-相关阅读
-后山的雪
-版权所有 竹乡在线
"""
PAGES["a headline that begins with a day"] = f"""
-首页 > 文化 > 正文
H2019年11月30日渡口停航
-2019-11-30 20:15 来源：竹乡在线
-分享
{_TEXT}
-责任编辑：阿竹
-相关阅读
-后山的雪
-版权所有 竹乡在线
"""

# A line as long is no text where it is what the site says of itself, below a short report.
_POLICY = "本站尊重您的隐私，您浏览时我们会保存偏好，用于统计访问量和改进页面，您可以随时关闭。"
PAGES["a long notice below a short report"] = f"""
{_TOP}
{_TEXT}
-责任编辑：阿竹
-相关阅读
-后山的雪
-{_POLICY * 14}
-版权所有 竹乡在线
"""

# What a manual of a forum shows, and a saved chat.
NOTHING = {
    "what a manual shows of a forum": f"""
怎样只看楼主
{_FERRY[0]}
山里人 发表于 2014-1-27 10:44:05 | 显示全部楼层 |阅读模式
点上面的名字，就只看他的帖子。
{_FERRY[1]}
""",
    "a table with crosses": f"""
渡口的船
{_FERRY[0]}
开船 ×
停船 √
x
×
{_FERRY[1]}
""",
    "a text in one line": f"渡口的船工\n{''.join(_FERRY) * 9}\n周六\n周日\n完\n",
}
