"""Trimmed pages whose labels no table knows, and texts with lines like them. All synthetic.

`-` the line goes (or is lifted to metadata), `+` it stays, `H` it stays and is the headline.
"""

_PARAGRAPHS = """\
+入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个篾匠天天忙到天黑。
+厂里最老的篾匠今年七十三岁，他编的竹篮不用一根钉子，摔在地上也不会散，订单排到了春天。"""
_LONG = "\n".join(
    f"+第{n}年入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，篾匠忙到天黑。"
    for n in range(2, 180)
)
_TEXT = _PARAGRAPHS.replace("+", "").replace("\n", "")

PAGES = {
    "labels made of a site's words": f"""
-查看原文
H后山的竹器厂
{_PARAGRAPHS}
-您可能也对以下帖子感兴趣
-向上滑动查看注释
""",
    "a form below the text": f"""
H后山的竹器厂
{_PARAGRAPHS}
+订单再多，他一天也只编一个。
-请输入验证码
""",
    "a question's details below facts of who asks": """
-养生网 > 咨询 > 正文
H老人冬天手脚冰凉怎么调理
-女 | 68岁 2019-12-02 20:11 1个回答
-症状描述：
+母亲今年六十八岁，入冬以后手脚一直冰凉，夜里要盖两床被子，需不需要去医院做检查？
-提问者：匿名用户
-医生回答
-王明
-副主任医师
-某某市中医院 内科
-擅长：常见病
-咨询TA
+您好，老人手脚冰凉多半是末梢循环差，先量一量血压，再去医院查一次血常规。
+平时可以用热水泡脚，水温不要超过四十度，泡一刻钟就够了，不要泡到出汗。
-有用(7)
-投诉
-相关问题
""",
    "what a site says between a question and its answer": """
-养生网 > 咨询 > 正文
H老人冬天手脚冰凉怎么调理
-女 | 68岁 2019-12-02 20:11 1个回答
-咨询须知
-三甲医院的医生每天在线为大家解答，平均两分钟之内就会有医生接诊，全程保护隐私。
-登录
-注册
-提问者：匿名用户
-3 个回答
-王明
-副主任医师
-某某市中医院 内科
-擅长：常见病
-咨询TA
+您好，老人手脚冰凉多半是末梢循环差，先量一量血压，再去医院查一次血常规。
+平时可以用热水泡脚，水温不要超过四十度，泡一刻钟就够了，不要泡到出汗。
-有用(7)
-投诉
-相关问题
""",
    "what a site asks above an article that asks nothing": f"""
-竹乡网 > 新闻 > 正文
H后山的竹器厂开工了
-2019-12-02 20:11 来源：竹乡文化站
-会员中心
-您还没有开通会员吗？开通以后可以在手机上离线阅读全部文章，还能参加每月一次的抽奖。
-点击开通
-字号
{_PARAGRAPHS}
-有用(7)
-投诉
-相关新闻
""",
    "rules whose items end in semicolons, above a site's sentence": """
-发布时间：2020-05-06　浏览：120次
H祠堂茶水间值守办法
-收藏
+一、每天清早烧两壶开水，茶叶由各家轮流带；
+二、茶杯用完当场洗净，放回原来的架子；
+三、天黑以前关好门窗，灶膛里不留明火；
+四、外来的客人不收钱，愿意添柴的随意。
-猜你喜欢
+本平台内容由用户自行上传，平台仅提供信息存储空间服务，如发现有害信息请及时向我们反映。
-扫码关注
""",
    "a headline with a semicolon inside": f"""
-竹乡网 > 新闻 > 正文
H老篾匠回厂；后山的竹器厂开了工
-2019-12-02 20:11 来源：竹乡文化站
{_PARAGRAPHS}
-相关新闻
""",
    "parts of a manual with names of its entries between": f"""
-首页 > 文档 > 工具
H竹篮的做法
-发布时间：2019-01-23 来源：竹乡文化站
{_PARAGRAPHS}
+工具
+篾刀
+刮刀
+圆规
+步骤
+选竹
+剖篾
+起底
+收口
+篾刀
+宽度 三寸
+材料 钢
+篾刀的刀口要厚，刀背要薄，剖篾的时候先用刀口开口，再用刀背把竹子一点一点撑开。
+刮刀
+刮刀固定在木凳上，篾条从刀口下面拉过去，拉三次，厚薄就匀了，不会割手。
-版权所有 竹乡文化站
""",
    "the floors of a forum": """
-竹乡论坛 > 生活 > 求助
H竹篮泡水以后怎么晾干
-楼主 张小明 发表于 2020-3-4 10:22
+各位师傅，我家的竹篮泡了一夜的水，提手已经发黑了，放在太阳下面晒会不会裂开？
-回复 举报
-沙发 老王 发表于 2020-3-4 10:40
+先用干布擦一遍，挂在通风的地方，千万不要晒，竹子一晒就裂，裂了只能重新编。
-回复 举报
-3楼 编篮子的 发表于 2020-3-4 11:02
+发黑的地方用细砂纸磨一磨，再抹一层桐油，第二天就看不出来了。
-回复 举报
-1 2 3 下一页
-版权所有 竹乡论坛
""",
    "answers, each with what it was given": """
-首发于 手艺杂谈
H如何评价后山的竹器？
-关注问题写回答
-被浏览 125,331
-2 个回答
-默认排序
-匿名用户
-赞同 1,024
+竹器的核心是篾，篾要剖得匀，一根竹子剖成几十条，条条一样宽，这个本事没有十年练不出来。
-发布于 2019-06-12 21:33
-赞同 1,024 57 条评论 分享 收藏 喜欢 收起
-老篾匠
-赞同 312
+这件事其实说来话长，简单说两点。
+第一，选竹要选三年的，太嫩不经用，太老又剖不开，砍下来还要放上半个月。
+第二，剖篾要顺着纹路，刀口不能歪，一歪整条就废了，只能拿去烧火。
-编辑于 2020-01-03 10:12
-赞同 312 8 条评论 分享 收藏
""",
    "names of a blog's sidebar": f"""
H后山的竹器厂
{_PARAGRAPHS}
-Click to comment
-selected entries
-calendar
-archives
-Powered by Bamboo
""",
    "a letter above what it sends out": """
-首页 > 政务公开 > 规范性文件
-索 引 号： 001234567/2019-00336
-发布机构： 竹乡人民政府
H竹乡人民政府关于印发《竹器厂管理办法》的通知
-发布时间：2019-01-23 来源：竹乡人民政府 浏览次数：590 次
+各村民委员会，各有关单位：
+《竹器厂管理办法》已经乡人民政府会议审议通过，现印发给你们，请结合实际，认真贯彻落实。
+竹乡人民政府
+2019年1月17日
+竹器厂管理办法
+第一章 总则
+第一条 本办法所称竹器厂，是指在本乡范围内以毛竹为原料的作坊，法律、法规另有规定的，从其规定。
+第二条 竹器厂由乡经济办公室负责统筹协调、业务指导和监督检查，各村按照职责做好有关工作。
+第三条 任何单位和个人不得擅自砍伐未到年份的毛竹，确需砍伐的，应当报乡人民政府批准。
-扫一扫在手机打开当前页
-主办：竹乡人民政府
-网站地图 | 联系我们 | 关于我们
""",
    "whose the rights are, in a text and under it": """
-홈
-뉴스
-로그인
-회원가입
H바구니의 그림을 쓰는 법
+이 책은 대나무 바구니를 엮는 사람의 권리를 보호하고 그림을 바르게 쓰도록 돕는 것을 목적으로 한다.
+저작권자는 다른 사람에게 그림을 쓰도록 허락할 수 있다.
+그 사람은 허락을 받은 방법과 조건의 안에서 그림을 쓸 수 있으며, 남에게 다시 넘겨줄 수는 없다.
+저작권자의 동의가 없으면 복제할 수 없다.
+바구니를 엮는 사람이 누구인지 알 수 없을 때에는 마을의 허락을 받고 그림을 쓸 수 있다.
-저작권자 ⓒ 대나무신문, 무단 전재-재배포 금지
-관련기사
-많이 본 뉴스
""",
    "a box of links inside a text": """
-Skip to content
-Home
-News
-Sport
-Share this article
HBamboo works open again
+The works behind the hill opened again on Monday, and twenty weavers are busy from dawn to dusk.
+Its oldest weaver is seventy-three years old, and his baskets have not a single nail in them.
+Related Articles
+Orders until the spring
-05 Oct 2011
+A tea house closes
-25 Sep 2011
+The road to the hill
-21 Sep 2011
+He said that he makes one basket a day, and that no machine in the world can do it as he does.
+The village hopes that the young will come back, since a basket now sells for fifty or more.
+The works will take on ten more people in the spring, when the bamboo of the hill is cut again.
+A second house will be built for them beside the brook, where the old mill stood until last year.
-Comments
-Most viewed
-Copyright of Hill News 2011
""",
    "a preface under the first number": f"""
-展开通版
H后山的竹器厂
+一、开工
{_PARAGRAPHS}
-立即咨询
-免费咨询
""",
    "a form far above the text says its name twice": f"""
-登录竹乡论坛 没有账号？
-登录竹乡论坛
-用户名
-忘记密码
-注册
-夜里
-河边
-山货
-渡口
-桥头
-茶馆
-老街
-石阶
-磨坊
-古树
-学堂
-邮差
-木匠
-瓦匠
-秋收
-冬藏
-春种
-集市
-庙会
-灯谜
-首页 > 老手艺 > 正文
H后山的竹器厂
-2019-12-03 21:10
{_PARAGRAPHS}
-相关阅读
-茶馆关门
-版权所有 竹乡在线
""",
    "questions and answers under the stamp": f"""
-首页 > 老手艺 > 正文
H后山的竹器厂
-2019-12-03 21:10 来源：晚报
+问：竹子要泡多久
+答：一夜
+问：那夏天呢？
+答：也是
{_PARAGRAPHS}
-相关阅读
-茶馆关门
-版权所有 竹乡在线
""",
    "facts under the stamp": f"""
-首页 > 老手艺 > 正文
H后山的竹器厂
-来源：晚报 2019-12-03 21:10
-版面：三版
-字号：默认
{_PARAGRAPHS}
-相关阅读
-茶馆关门
-版权所有 竹乡在线
""",
    "a list of reports with a paragraph each": """
-首页 新闻 国内 国际 社会
-国内新闻
+后山的竹器厂重新开工
+2019-12-03
+入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个篾匠天天忙到天黑。
+老街的茶馆要关门了
+2019-12-02
+老街的茶馆开了六十年，月底就要关门。掌柜说，来喝茶的人一年比一年少。
+渡口上添了一条新船
+2019-12-01
+昨日，渡口添了一条新船，能坐四十人。头一班早上六点开，末班到晚上八点。
-上一页 1 2 3 下一页
-版权所有 竹乡在线 京ICP备00000000号
""",
    "an article above reports with a paragraph each": f"""
-首页 新闻 国内 国际 社会
-国内新闻
H后山的竹器厂重新开工
-2019-12-03
{_PARAGRAPHS}
-相关阅读
-老街的茶馆要关门了
-2019-12-02
-老街的茶馆开了六十年，月底就要关门。掌柜说，来喝茶的人一年比一年少。
-渡口上添了一条新船
-2019-12-01
-昨日，渡口添了一条新船，能坐四十人。头一班早上六点开，末班到晚上八点。
-版权所有 竹乡在线 京ICP备00000000号
""",
    "one paragraph above reports with a paragraph each": """
-首页 新闻 国内 国际 社会
-国内新闻
H后山的竹器厂重新开工
-2019-12-03
+入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个篾匠天天忙到天黑。
-相关阅读
-老街的茶馆要关门了
-2019-12-02
-老街的茶馆开了六十年，月底就要关门。掌柜说，来喝茶的人一年比一年少。
-渡口上添了一条新船
-2019-12-01
-昨日，渡口添了一条新船，能坐四十人。头一班早上六点开，末班到晚上八点。
-渡口的船工
-2019-11-30
-船工姓周，今年六十岁，在渡口撑了四十年船。他说，桥修好以后，坐船的人少了。
-版权所有 竹乡在线 京ICP备00000000号
""",
    "a first paragraph without its end mark": f"""
-首页 新闻 国内 国际 社会
H老手艺探访札记之二
+入冬以来村里最老的篾匠，今年编的竹篮不用钉子，订单排到春天，见这里
{_PARAGRAPHS}
-相关阅读
-茶馆关门
-版权所有 竹乡在线
""",
    "labels of a site in Taiwan": f"""
-網站導覽 回首頁
-首页 > 老手艺 > 正文
H后山的竹器厂开工记事
-2019-12-03 21:10 来源：晚报
-轉寄友人
{_PARAGRAPHS}
-回上一頁
-點閱率排行
-茶馆关门
-版权所有 竹乡在线
""",
    "a mark alone above the text": f"""
-首页 > 老手艺 > 正文
-·
{_PARAGRAPHS}
-相关阅读
-茶馆关门
-版权所有 竹乡在线
""",
    "two kinds of label round a long text": f"""
-首页 > 老手艺 > 正文
H后山的竹器厂
-2019-12-03 21:10 来源：晚报
{_LONG}
""",
}

NOTHING = {
    "words that a label of a site begins with": (
        f"竹器\n{_TEXT}\n回家\n{_TEXT}\n排行\n{_TEXT}\n最新消息\n{_TEXT}\n目錄\n网站\n友人\n"
    ),
    "the licence above a long manual": (
        "文档助手\n版权所有 文档组 2019\n更新时间：2019-12-03\n" + f"{_TEXT}\n" * 160
    ),
    "the last heading of a manual": f"文档助手\n{_TEXT}\n复制和移动\n{_TEXT}\n",
    "what a table says below a text": f"文档助手\n{_TEXT}\n原文链接：\nhttp://example.org/a.pdf\n",
    "a part of a game's guide": f"篾匠记\n使用道具\n{_TEXT}\n{_TEXT}\n",
    "an address in a letter": (
        "To the members\n14 June 2022\nI am writing to tell you that the dinner, which was planned "
        "for July, has been moved to the autumn, and that the hall is not yet chosen.\n"
        "Yours sincerely,\nMartin Oke\n"
    ),
    "a short sentence above the first paragraph": f"炒鸡肝\n一道稍微麻烦的菜。\n{_TEXT}\n{_TEXT}\n",
    "rows of an article's appendix": f"竹器\n{_TEXT}\n{_TEXT}\n附件：名单\n竹器厂\n",
}
