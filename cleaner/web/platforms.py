r"""What the programs behind many sites print round a text: forums, blogs, encyclopedias, shops.

words.py has the words of news sites by what they mean. A few programs and platforms make most of
the other pages, and each prints the same words on all of them: Discuz!, WordPress, MediaWiki; the
large sites for questions, blogs, video, documents, novels, songs, shops and jobs; the parts that
the state prescribes for its offices' sites. They are listed here as known from those programs,
folded like words.py (simplified, half-width, lower case, no white space); `.{0,8}` is a name.

Left out is what a text says too: 主题, 喜欢, 参考资料, 工作地址, 政策解读.
"""

# Buttons, counts, who posted: round a text or inside a thread, they end nothing.
SHARE_WORDS = frozenset(
    """
    pin pinit save saved subscribe unsubscribe bookmark pinned reblog repost copiedtoclipboard
    copytoclipboard copy copylink reportabuse jumptorecipe printrecipe 不看此公众号 不看的原因
    只看该作者 倒序浏览 正序浏览 只看大图 阅读模式
    保存网页 信息不实 加关注 申请职位 立即沟通 打赏作者 投推荐票 投递简历 报错 提交评论 收藏职位
    点击体验 点击重新加载 提问者采纳 生成外链播放器 继续阅读 被赞赏的用户 赞赏支持 已收藏 已赞过
    已踩过 上传歌词 听歌识曲 下载此文档 我要反馈 听语音 继续访问 小额赞助 检举 展开更多 感兴趣
    好问题 送ta礼物 只看楼主收藏回复 收藏回复
    人赞赏 赞赏作者 喜欢作者 赞赏金额 其它金额 最低赞赏 写下你的想法 已同步到看一看 前往看一看
    发送到看一看 听过 看一看入口已关闭 已同步到看一看写下你的想法 关注该公众号 使用小程序 取消允许
    """.split()  # noqa: SIM905
)
SHARE_FORMS = (
    # 1.2k阅读, 3.2万次播放, 阅读量1.2k, 今日访问量:123, 粉丝-12, 采纳率:66%
    r"\d(?:[\d.,]{0,8}\d)?[万千亿kw]?\+?[次人个条]?(?:阅读|浏览|播放|点赞|赞同|观看|下载|转发|弹幕)",
    r"(?:今日|总|本站)?(?:访问|浏览|阅读|播放|点赞|评论|收藏|下载|采纳)(?:数|量|率|次数|人数)[:]?[\d.,]{1,12}[万千亿kw%]?[次个人]?",
    r"(?:粉丝|关注|获赞|帮助的人)[-:][\d.,]{1,9}[万千亿kw]?(?:关注-\d{1,9})?",
    r"(?:.{1,16}关注)?ip属地:?.{2,8}|来自:?(?:手机|iphone|ipad|android|.{0,8}客户端).{0,4}|来自:.{2,16}团",
    r"共[\d.]{1,8}[w万]?字|共\d{1,7}个粉丝|获得\d{1,7}个赞|总资产\d{1,7}|园龄:.{2,12}|签到天数:\d{1,5}天",
    # 本文共计5862个字，预计阅读时长23分钟。 全文约8000字，读完约需16分钟，建议收藏细读。
    (
        r"(?:本文|全文)?(?:共计?|约)?[\d,.]{2,8}[万w]?个?字,?.{0,4}(?:阅读|浏览|读完|时长).{0,8}?"
        r"[\d.]{1,6}分钟.{0,12}"
    ),
    r"关注:[\d,]{1,10}贴子:[\d,]{1,12}|ip属地:.{2,6}来自.{2,14}\d{1,5}楼.{0,20}",
    r"该用户从未签到|.{0,2}的?每日心情|.{0,12}(?:还没有人|\d{1,6}人(?:已)?)赞赏.{0,10}|你的鼓励.{2,20}动力.?",
    r"shareto.{1,12}|shareon.{1,14}|clicktoshareon.{2,40}|likethis:?|likeloading\.{0,3}|followuson.{2,60}",
    r"本回答(?:由|被).{2,16}(?:推荐|采纳)|喜欢此内容的人还喜欢|预览时标签不可点|轻触阅读原文",
    # WeChat, at the foot of each article and in the windows that it opens.
    r"(?:继续|向上|上下|左右)滑动看(?:下一个|更多)|微信扫一扫(?:赞赏作者|可打开此内容.{0,12}|使用小程序|关注该公众号)",
    r"长按二维码向.{1,4}转账|受苹果公司新规定影响,.{10,60}|最多\d{2,4}字,当前共\d{0,4}字?|,?轻点两下取消(?:赞|在看)",
    r"前往[“\"]发现[”\"]-[“\"]看一看[”\"].{0,20}|在[“\"]设置[”\"]-[“\"]通用[”\"]-.{4,30}",
)

LOGIN_WORDS = frozenset(
    """
    qq登录 三方登录 微信登录 微博登录 手机登录 扫码登录 短信登录 账号登录 第三方登录 登录账号
    登录百度账号 下次自动登录 logintocontinue signintocontinue subscribenow
    """.split()  # noqa: SIM905
)

# What ends a text: comments.
COMMENT_FORMS = (
    # Blogger: 沒有留言:, 張貼留言 (Atom), 0 件のコメント:; Pixnet: 某 發表在 痞客邦 留言(0) 人氣().
    # The last bracket is decoration.
    r"没有留言:?|(?:张贴|发布|发表)留言(?:\(atom\)?)?|\d{1,4}件のコメント:?|コメントを投稿(?:\(atom\)?)?",
    r"(?:no|\d{1,4})comments?:|posta?comments?(?:\(atom\)?)?|subscribeto:.{0,30}",
    r".{1,24}发表在痞客邦留言\(\d{0,5}\)人气\(?[\d,]{0,9}",
    r"共\d{1,7}条(?:评论|跟[帖贴]|留言|回复).{0,12}|查看所有评论|.{2,60}有\d{1,5}条评论",
    r"(?:写下|发表|说点|说说|留下|来说点)(?:你|您)?的?(?:什么|看法|评论|想法|高见).{0,6}|我(?:来说两句|有话说).{0,14}",
    r"(?:您|你)?(?:还|尚)?(?:未|没有?)登[录陆].{0,24}|(?:您|你)?需要登[录陆]后?才?可以.{2,30}",
    r"登[录陆]后(?:才能|可以|才可)[^,。]{2,20}|登[录陆]/注册即可.{2,16}",
    r"马上注册,.{4,40}|只需一步,快速开始|您至少需输入\d{1,3}个字.{0,10}",
    r"你对这个回答的评价是.?|更多回答(?:\(\d{1,5}\))?|看高清直播、视频.?",
    r"(?:您的)?(?:电子)?邮[箱件]地址不会被公开.{0,24}|网友回应|发表评论取消回复",
    (
        r"(?:top|all|view|viewall|show|add|post|latest|newest|no|leavea|\d{1,5})"
        r"(?:comments?|reply|replies|responses?)(?:\(\d{1,5}\))?"
    ),
    r"(?:\d{1,4}|one)(?:thoughts?|comments?|responses?)on.{2,90}|readerinteractions",
    r"somecommentsmayonlybevisible.{4,80}|joinin?(?:theconversation|the\d*discussion).{0,20}",
)

LINK_FORMS = (
    r"(?:其他|其它)?类似问题|楼主热帖|最新随笔|随笔分类|被以下专栏收录|包含这首歌的歌单|相[关似](?:歌曲|歌单|附件|解读|房源|车型)",
    r"(?:该|此)(?:用户|作者|店铺)还.{2,10}",
    r"该(?:公司|企业|作者|用户|店铺|商家)的?(?:其他|其它|全部|最新|更多).{2,6}|(?:相似|类似|同类)(?:职位|商品|产品|推荐)",
    r"/?阅读下一篇/?|全站热搜|创作者介绍|看了又看|我也(?:要|来).{2,4}",
    r"read(?:this)?next|upnext|whattoreadnext|recent(?:posts|comments|articles)|related(?:posts|internetlinks)",
    r"热门(?:搜[索寻]|话题|关键[字词])?:.{2,60}",
    r"morestories|editors?'?s?picks?|primarysidebar|moreonthisstory|(?:the)?bestof.{2,14}",
)

FOOTER_FORMS = (
    r".{0,8}信息举报专区|侵权(?:举报|投诉)|(?:个人、企业类)侵权投诉|举报不良信息|投诉建议|内容质疑",
    r"未通过词条申诉|封禁查询与解封|新手上路|成长任务|编辑(?:入门|规则)|词条统计|编辑次数:\d{1,6}次.{0,10}",
    r"党政机关|适老化.{0,8}|网站支持ipv6|本网站支持ipv6|您是第?\d{1,10}位(?:访客|访问者|浏览者).{0,6}",
    r"gmt[+-]\d{1,2},.{4,30}processedin.{4,60}|archiver|小黑屋|自豪地采用wordpress|条目feed|评论feed|wordpress\.org",
    r".{0,8}意见反馈留言板.{0,20}|(?:网络文化经营|出版物经营|人力资源服务)许可证.{0,30}|(?:电子)?营业执照.{0,20}",
    r"(?:cookie(?:s)?(?:policy|settings|preferences|statement)|manage(?:cookies|preferences)|acceptallcookies)",
    r"accessibility(?:help|statement)?|codeofconduct|disclaimers?|advertise(?:withus)?|helpcent(?:er|re)|aboutwikipedia",
    r"termsandconditions|donotsell.{4,40}|contentpolicy|siteindex",
    r"thispagewaslast(?:edited|modified|updated)on.{4,60}|本页面最后(?:修订|编辑|修改)于.{4,40}",
)

# The pages and articles beside this one.
NEXT_FORMS = (
    r"较[新旧]的文章|(?:newer|older)posts?|(?:次|前)の投稿",
    r"[←⟵].{2,80}|.{2,80}[→⟶]",
    r"[«‹<]{1,2}上一[篇页章节].{0,60}|[»›>]{1,2}下一[篇页章节].{0,60}|返回书页|加入书签返回书页",
    r"回到?(?:顶端|页首)|\|{3}",  # ||| and ::: are jumps for those who hear a page
    r"(?:next|prev|previous)(?:post|article|page)?:.{2,80}|返回[^,。]{1,6}首页",
)

# What a site sets into a text or at its edges.
NOTE_FORMS = (
    r".{2,56}的?图片第\d{1,3}张|点[击阅]?浏览全文|reactionicon\d{0,6}|读取中,?请稍候",
    r"(?:查看|阅读|浏览):\d{1,9}\|?(?:回复|评论):\d{1,7}",  # Discuz! has it above the headline
    # WeChat, between headline and text.
    r"在小说阅读器(?:读本章|中沉浸阅读)|作者提示:.{4,30}|使用完整服务",
    r"收录于(?:合集|话题|专辑|内容).{0,40}|以下文章来源于.{2,24}|,作者.{1,20}|微信号[a-z][\w-]{5,19}",
    r"展开剩余\d{1,3}%|复制代码|点击展开全文|(?:还|仅)?剩\d{1,4}页未读,?继续阅读|下载文档到电脑.{2,20}",
    r"亲?,?该?文档总?共\d{1,4}页.{0,40}",
    r"天才一秒记住.{2,40}|请收藏本站:.{4,80}|喜欢.{1,24}请大家收藏:.{4,80}|手机用户请(?:浏览|到).{2,30}",
    r"(?:章节错误|错误章节),?点此举报.{0,20}|\(?(?:本章|内容)未完,.{0,6}(?:点击)?下一页.{0,12}\)?",
    r"手机(?:浏览器)?扫(?:描|码)?二维码(?:访问|阅读)",
    r"文档(?:大小|页数|格式|热度|分类):.{1,20}|资源(?:id|大小|格式):.{1,60}|下载积分:\d{1,6}.{0,4}",
)

# Sentences of the site itself, whatever stands round them.
LEGAL_FORMS = (
    r"这是一个创建于\d{1,5}天前的主题,.{4,40}",
    r".{0,4}您访问的链接即将离开.{2,60}|©?(?:版权|著作权)归.{1,16}所有.{0,4}(?:商业转载|,转载).{4,60}",
    r"违法有害信息,请在下方选择后提交|我们会通过.{2,12}方式尽快将举报结果通知您.?",
    r"(?:内容|资料|信息|数据|答案)仅供参考,.{4,60}|使用.{1,10}app,.{2,60}",
    (
        r"(?:本|以上|上述|该)?(?:文|内容|回答|信息|资料|网页|页面).{0,12}不(?:能|可|得|宜)?(?:代替|替代|取代|作为|做为|构成)"
        r".{0,12}(?:面诊|诊断|诊疗|医嘱|投资建议|法律意见|依据).{0,40}"
    ),
    r"链接:(?:https?:|www\.).{4,100}|禁止转载,.{2,6}需转载.{4,30}|[\"“]?小礼物走一走.{0,20}",
    r"《.{2,60}》由.{2,8}分享,可在线阅读.{4,100}",
    r"更多.{0,6}(?:内容|资讯|精彩),?(?:就在|都在|尽在).{2,16}|海量资讯、精准解读,尽在.{2,20}",
    r"thispostmaycontainaffiliatelinks.{0,80}|weusecookies.{4,160}",
)

# Bars of channels and tools; what stands beside a post, a shop, a job: above a headline as often as
# below it, so no place of one.
NAV_WORDS = frozenset(
    """
    长者模式 老年模式 关怀版 智能问答 无障碍阅读 繁體 简体中文 会员购 大会员 商品介绍 规格与包装
    售后保障 服务承诺 正品保障 店铺首页 百科名片 上传视频 锁定 章节目录 论坛首页 发帖 群组 家园
    写文章 创作者中心 账号设置 我的订单 我的收藏 退出登录 站长统计 最新随笔 随笔 newsletter
    podcasts recipes subscribe archive archives store docs blog tutorial pricing 加好友 加入书架
    电梯直达 当前在线 当前离线 弹幕列表 打招呼 收听ta 收藏店铺 显示全部楼层 本版积分规则 热心网友
    匿名用户 联系客服 进店逛逛 邀请好友 匿名发表 发新帖 回帖奖励 高级模式 举报该职位 余额支付
    我的频道 拖拉类别可自订排序 恢复预设 快讯 扫码支付 版权申诉 知道合伙人 视力保护色
    微信号 功能介绍
    """.split()  # noqa: SIM905
)

# A picture as lynx and w3m name it by its file: [W020210106], [pic_like_492329.png].
PICTURE = (
    r"\[(?:[\w.&=?@-]{1,80}\.(?i:jpe?g|png|gif|webp)|(?=\w*\d)(?=\w*[A-Za-z_])[\w&=?-]{8,80})\]"
)
