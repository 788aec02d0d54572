"""Words of the furniture of web pages: navigation, link lists, share buttons, comments, footers.

Only tables; cleaner/web/labels.py says how words make a label. A line is folded before it is
looked up (`fold`): simplified characters, half-width marks, lower case, no white space. Each word
stands here once, in simplified characters, and covers 相關閱讀, `相 关 阅 读` and ＲＳＳ;
Japanese words stand as Japanese writes them. In a regex (…_FORMS) `.{0,8}` is a short name.

Left out are words that texts use as headings or in prose: 背景, 介绍, 结语, 重点.
"""

# Traditional characters that occur in the words below, with the simplified ones. One code point
# stays one code point. Not for converting text: only for looking words up.
TRADITIONAL = str.maketrans(
    "給絲眾來個們備內兩冊別則創劃劇動務協參収員單嚴國圖團報塊壓夠審寫寵將專對導屬島師幫廣廳張彙後從復愛態應戲戶掃擊據擴攝數斷時書會"
    "條検業樂樓標機欄權歡歷気氣沒済測濟瀏灣為無熱營爾獎產畫異發監碼稱筆節簡籤約級終組経結絕絡經維網編縮總織繫繼續聞聯聲腦臺與"
    "興舉舊華薦藍藝蘋處號術衛裡製複覆見規視覽觀訂訊記設許註証評詞話該誌認誤誰請論謝證識議護讀讚豐貝財責買貼資賣購贊踐蹤車軍載"
    "輯輸轉辦這連週進遊運選還邊鄭錄錯鍵鏈鐘長門閉開間関閱關際隨隱雑雜電靜響頁頂頭頻題類驗體髮點",
    "给丝众来个们备内两册别则创划剧动务协参收员单严国图团报块压够审写宠将专对导属岛师帮广厅张汇后从复爱态应戏户扫击据扩摄数断时书会"
    "条检业乐楼标机栏权欢历气气没济测济浏湾为无热营尔奖产画异发监码称笔节简签约级终组经结绝络经维网编缩总织系继续闻联声脑台与"
    "兴举旧华荐蓝艺苹处号术卫里制复复见规视览观订讯记设许注证评词话该志认误谁请论谢证识议护读赞丰贝财责买贴资卖购赞践踪车军载"
    "辑输转办这连周进游运选还边郑录错键链钟长门闭开间关阅关际随隐杂杂电静响页顶头频题类验体发点",
)

# ---- navigation --------------------------------------------------------------------------------

# Channels of news sites and portals, as they stand in a bar at the top or the bottom.
CHANNELS = frozenset(
    """
    下载 专栏 专题 两岸 主页 互联网 产业 产经 亲子 人才 体育 佛教 保险 健康 全球 公益 养生 军事
    创业 动漫 博客 即时 历史 原创 双语 台湾 商业 商城 国内 国学 国际 图片 地图 地方 基金 天气 女人
    女性 娱乐 宠物 客户端 家居 彩票 影剧 影音 微信 微博 情感 房产 房市 手机 招聘 排行 推荐 收藏
    政治 教育 数位 数字报 数码 文化 新闻 旅游 旅行 时尚 时政 时评 明星 星座 最新 本地 气象 求职
    汽机车 汽车 法治 港澳 游戏 滚动 热点 热门 理论 理财 生活 电子报 电影 电视 留学 百科 直播 相册
    同城 圈子 漫画 番剧 短视频 赛事
    社会 社区 科技 篮球 经济 综合 综艺 网站首页 美食 股市 股票 舆情 艺术 行情 要闻 观点 视频 言论
    论坛 证券 评论 读书 财经 购物 贴吧 资讯 足球 运动 通信 邮箱 部落格 金融 问答 音乐 首页 高考
    """.split()  # noqa: SIM905 (a table of words reads best so)
)
# The first page of a site, in a bar or a path.
HOMES = frozenset("首页 主页 网站首页 home トップ ホーム".split())  # noqa: SIM905
# What a page or a forum offers, and sections of an office's site.
SERVICES = frozenset(
    """
    about app business china contact culture english health home latest menu more news opinion
    photos politics popular rss science search sitemap sport sports technology top video world
    互动交流
    会员 信息公开 全部 公告 关于我们 关闭 刷新 办事服务 加入收藏 取消 名片 客服 导航 展开 帮助
    快速导航 手机版 提交 搜寻 搜索 收起 政务公开 政务服务 政策法规 新闻中心 新闻动态 无障碍浏览
    无障碍说明 无障碍阅读 更多 最热 服务 机构概况 机构设置 沙发 电脑版 留言 目录 确定 移动新媒体
    站内搜索 简体 简体版 精华 繁体 繁体版 网站地图 置顶 联系我们 菜单 订阅 设为首页 返回 通知公告
    eng 繁 简 新闻公报 搜寻 列印版 寄给朋友 会员购 游戏中心 发现 热搜 讨论 编辑 条目
    查看历史 工具
    主菜单 外观 等你来答 talk read edit tools viewhistory mainmenu
    appearance donate tags users questions unanswered archive about
    政民互动 数据开放 走进 便民服务 友情链接 政府网站找错 站点地图
    领导信息 默认 放大 缩小 往期回顾 版面导航 版面概览 标题导航 返回首页 加入会员 创作中心
    """.split()  # noqa: SIM905
)
# How the names of a site's own sections end: 学校概况, 警务资讯, 教师园地, 办事指南. In a bar only:
# a text has such headings too.
NAV_ENDS = frozenset(
    """
    中心 之窗 互动 介绍 信息 入口 公告 公开 動態 动态 園地 园地 头条 導覽 导航 指南 指引 新聞 新闻
    服务 服務 查询 概况 概況 简介 專區 专区 专栏 专题 要闻 资讯 资源 频道 首页 首頁
    """.split()  # noqa: SIM905
)
# Japanese news sites.
CHANNELS_JA = frozenset(
    """
    その他 エンタメ コラム ゴルフ サッカー スポーツ テニス テーマ トップ トピックス ニュース
    ビジネス ヘルプ ホーム ライフ ランキング 个人 写真 动画 国际 地域 意识调査 映像 検索 特集 社说
    科学 経済 设定 连载 速报 野球 雑志 案内 メインページ メインメニュー コミュニティ・ポータル 寄付
    ページ ノート 閲覧 編集 履歴表示 ツール 最近の出来事 朝刊・夕刊 お知らせ イベント アクセス
    气象 くらし
    """.split()  # noqa: SIM905
)

# ---- headings of link lists: scope x kind x noun -------------------------------------------------

# Whose and when: 本站, 一周, 作者.
LINK_SCOPES = frozenset(
    """
    24小时 48小时 72小时 it ビジネス 一周 七天 上周 主编 今日 体育 作者 作者的 健康 全站 其他 其它
    军事 同类 国际 大家 娱乐 媒体 小编 房产 月間 本周 本文 本月 本栏 本栏目 本站 本网 栏目 每日
    汽车 用户 社区 科技 站内 総合 经济 编者 编辑 网友 网站 记者 该作者 财经 近日 这个类别其他的
    週間 雑志 雑誌 频道
    """.split()  # noqa: SIM905
)
# What makes it a list of links. 重点 and 其他 are headings of texts too: only as a scope.
LINK_KINDS = frozenset(
    """
    おすすめ アクセス オススメ 下一条 专题 为你 为您 人气 关注 关联 友情 图文 图片 头条 延伸 影音
    往期 扩展 拓展 推荐 新着 新闻 更多 更多相关 最受欢迎 最新 最热 栏目 注目 注目の 浏览 点击 点赞
    热搜 热榜 热点 热议 热评 热门 焦点 独家 猜你 相关 精华 精彩 精选 编辑 表情 视频 评论 近期 関连
    阅读 阅读量 随机
    """.split()  # noqa: SIM905
)
# What is listed.
LINK_NOUNS = frozenset(
    """
    キーワード トピックス ニュース ランキング リンク 专题 主题 信息 关键字 关键词 内容 列表 动态
    信件 游记 菜谱 词条 小说 商品 成语 产品 职位 楼盘 文档
    动画 博客 博文 喜欢 回顾 图片 图集 头条 好文 导读 帖子 影片 报导 报道 排行 排行榜 推荐 搜寻
    搜索 文章 新闻 日志 标签 栏目 榜 榜单 热图 热点 热门 焦点 特集 精彩 精选 组图 视频 记事 评论
    话题 贴子 资讯 连结 链接 问答 问题 阅读
    """.split()  # noqa: SIM905
)
# Headings that are no such product.
LINK_PHRASES = (
    (
        r"(?:猜|大家|网友|朋友|您|你)(?:你|您|可能|都|还|也|正|会|爱|最){1,4}(?:在|有)?"
        r"(?:喜欢|想看|看|感兴趣|兴趣)(?:的)?(?:文章|新闻|内容)?"
    ),
    r"热门.{2,4}|看了又看|热图|热搜|热榜|下期预告|网罗天下|融媒集萃|深度观察|图说.{2,4}|相关",
    r"(?:查看|点击|加载|点击加载|阅读|看|显示|浏览)(?:更多|全部|全文).{0,6}",
    (
        r"(?:看过|看了|浏览|购买|买了|买过|听过|用过|喜欢).{1,8}的(?:人|用户|网友|顾客|朋友)"
        r"(?:还|也)在?(?:看|买|喜欢|听|浏览|用)[了过]?"
    ),
    r"返回.{2,4},查看更多|更多精彩|更多精彩内容|没有更多了|还没有更多.{0,4}",
    r"あわせて読みたい|こちらもおすすめ|よく読まれている记事|この记事の関连.{2,4}|ピックアップ|pr:?",
    r"もっと見る|もっと読む|続きを読む|.{0,10}一覧へ?|.{0,6}アクセスランキング.{0,8}",
    r"注目の.{1,6}ニュース",
    (
        r"(?:related|popular|latest|recent|top|recommended|trending)"
        r"(?:articles|posts|stories|story|news|now)?"
    ),
    r"related(?:topics|content|links|coverage)|moreo[nf].{3,20}|morefrom.{3,20}|keywords?:.{2,40}",
    r"mostread|mostpopular|recommendedforyou|you(?:may|might)(?:also)?like|readmore|loadmore",
    r"specialpr|热门话题|hotnetworkquestions",
    # The headings at the end of a wiki's entry; without the link they are a text's own.
    (
        r"(?:脚注|参考文献|参考资料|関連項目|外部リンク|外部链接|外部连结|参见|参看|注释|出典|seealso"
        r"|references|externallinks|notes)\[(?:编辑|編集|edit|编辑源代码).{0,12}\]?"
    ),
)

# ---- labels round an article ---------------------------------------------------------------------

# Before the colon of a tag line.
TAG_NAMES = frozenset(
    """
    カテゴリ カテゴリー categories 隐藏分类
    hashtag tag tags キーワード タグ 关键字 关键词 相关字词
    filedunder postedin
    分类标签 文章关键词 文章标签 本文标签 标签
    相关标签 相关话题 话题
    """.split()  # noqa: SIM905
)

# Share buttons, page tools, calls to follow; whole line.
SHARE_WORDS = frozenset(
    """
    app内打开 copylink email facebook fb ig instagram line linkedin plurk print qq好友 qq空间
    qzone share telegram tweet twitter wechat weibo いいね! このニュースをシェア シェア シェアする
    ツイート ツイートする ブックマーク
    メール メールで送る 一键分享 一键通 下载app 举报 二维码 人人网 保存する 关注
    关注公众号 关注我们 关闭 关闭本页 关闭窗口 分享 分享到 分享按钮 分享收藏 分享收藏点赞在看
    分享文章 分享至 反馈 列印 加入好友 加关注 印刷 友善列印 听新闻 在看 复制网址 复制连结 复制链接
    大中小 字号 字级 已关注 开心网 微信 微信好友 微信朋友圈 我要分享 我要纠错 手机看新闻 手机阅读
    打印 打印关闭 打印本页 打印此页 打开app 打赏 扫一扫 扫码分享 投诉 按赞 收藏 收藏文章 收藏本文
    收藏此文 新浪微博 易信 朋友圈 朗读 点亮在看 点赞 点赞在看 用line传送 立即下载 立即打开 纠错
    加入购物车 立即购买 降价通知 到货通知
    接下来播放 自动连播 查看我的收藏
    我也去答题 访问个人页 展开全部 我来答 我要提问 手机上阅读文章 分享到您的
    whatsapp pinterest reddit
    写回答 关注者 被浏览 默认排序 记笔记 稿件投诉 投币 发消息 一键三连 稍后再看 播报 语音播报
    添加评论 关注问题 邀请回答 复制链结
    下载客户端 客户端下载 字型大小 字体大小 文字大小 字级大小 foreignlanguage improvethisquestion
    improvethisanswer follow addacomment sharethis askquestion
    腾讯微博 豆瓣 豆瓣网 赞 赞赏 转发 转寄 追踪 追踪我们 长按关注 阅读原文 领英分享
    """.split()  # noqa: SIM905
)
SHARE_FORMS = (
    r"(?:この(?:记事|ニュース)が)?気に入ったら.{2,24}|この记事(?:を|に|について|の).{2,10}|.{2,8}に追加",
    r"(?:文字|文字の)(?:サイズ|大きさ).{0,16}|背景色.{0,14}|音声読み上げ.{0,6}|印刷(?:用ページ|する)",
    r"\d{1,3}-?min(?:ute)?s?read|.{0,6}\d{1,3}分钟阅读",
    r"(?:ページ|记事)の?(?:番号|id):?\d{3,12}",
    r"\+?(?:已?关注|粉丝|点赞|赞同|赞|收藏|投币|转发|喜欢|有用|没用|好问题|播放)[\d.,]{1,9}[万亿kw]?\+?",
    r"(?:分享|转发|转播|收藏)(?:到|至|给).{0,20}|分享:.{0,30}",
    r"字(?:体|号|级|型大小)[:\[ ]?(?:[\[(|/]?(?:特|超|最)?[大中小]号?[\])|/]?){2,4}.{0,14}",
    r"(?:打印|列印)(?:[本此][文页]|正文|文章|该页|页面)|(?:打印|列印).{0,8}(?:关闭|收藏|窗口|本页).{0,8}|t\+-|t\|t",
    # Not 扫二维码点餐引争议: what follows is what one gets.
    (
        r"(?:[请用打].{0,8})?(?:扫描?|长按|识别|长按识别|扫一扫).{0,6}二维码"
        r"(?:(?:关注|下载|查看|阅读|打开|进入|添加|获取|分享|观看|报名|加入).{0,14})?"
    ),
    r"(?:用|打开)?微信扫(?:码|一扫).{0,14}",
    r"扫一扫.{0,10}(?:打开|关注|手机|微信|分享|阅读|下载).{0,10}",
    r"(?:请)?点击.{0,8}(?:蓝字|蓝色字).{0,12}|(?:点击)?(?:上方|下方|上面|下面).{0,20}关注(?:我们|我|公众号)?",
    r".{0,6}关注.{0,10}(?:公众号|微信号|官方微[博信]).{0,12}",
    r"(?:推荐|喜欢|点赞|赞|好文|钦佩|收藏|分享|转发|阅读|在看)\d{1,7}",
    r".{0,4}(?:新浪微博|腾讯微博|qq空间|qq好友|微信|朋友圈|豆瓣|人人网|facebook|twitter|line){2,8}",
)

# Sign in and up; whole line.
LOGIN_WORDS = frozenset(
    """
    login register signin signup アカウント作成 创建账号 创建帐号 createaccount 登录加入知乎
    マイページ ログアウト ログイン 个人中心 会员中心 会员登入
    会员登录 免费注册 加入会员 密码 忘记密码 忘记密码? 快捷登录 我要投稿 找回密码 新规取得
    新规登录 注册 注册/登录 注册登录 用户名 用户登录 登入 登入/注册 登入注册 登出 登录 登录/注册
    登录注册 登陆 立即注册 立即登录 自动登录 记住密码 请登录 退出 退出登录
    """.split()  # noqa: SIM905
)

COMMENT_FORMS = (
    (
        r"(?:网友|用户|最新|热门|精彩|全部|更多|读者|文档|发表|我要|我来|查看|相关|文章|参与|写|的){0,4}"
        r"(?:评论|跟帖|跟贴|留言|回复|回应|コメント|comments?)"
        r"(?:列表|区|须知|内容|成功|分享|しない)?[:(\[]?\d{0,7}[)\]]?[条则]?>*"
    ),
    r"(?:共|已有|目前)?\d{0,7}[条人位](?:网友)?参与.{0,12}|\d{1,7}人(?:推荐|点赞|喜欢|收藏)|参与\d{1,7}",
    r"\d{1,7}条?(?:评论|跟帖|跟贴|留言).{0,12}",
    r".{0,12}抢沙发.{0,6}|文明上网.{0,20}|(?:暂无|还没有|没有).{0,2}评论.{0,12}|登录(?:后|并).{2,10}",
    r"\|?(?:回复|引用|举报|分享)[(:\[]?\d{0,6}[)\]]?",
    # 支持 and 反对 are heads of a debate too: a count must follow.
    r"\|?(?:\+1)?(?:顶|踩|支持|反对)[(:\[]?\d{1,6}[)\]]?|\|?\+1[顶踩]",
    r"满意度?评价.{0,10}|(?:非常|很)?满意\s?基本满意\s?不满意|商品评价.{0,12}|(?:全部|累计)评价.{0,40}",
    r"请?先?登录(?:后|并).{2,20}|[\d,]{1,7}个?(?:回答|answers?)",
    r"(?:查看|展开)?(?:剩余|其他|其余|更多)\d{0,6}[条个]回答",
    r"このページの.{0,12}(?:役に立|分かりやす|わかりやす|見つけやす).{0,14}|youranswer|leaveareply.{0,12}",
    r"youremailaddresswillnotbepublished.{0,50}|メールアドレスが公开されることはありません.{0,40}|コメントを(?:残す|书く)",
    r"还(?:能|可以?)输入\d+.{0,12}|#?\d{1,4}[楼#]|该?评论.{0,4}已?(?:关闭|为空).?",
    r"发[贴帖]|马上发表|楼主|只看楼主",
)

# Soft footers: what also stands in books and papers; whole line.
FOOTER_FORMS = (
    r".{0,20}版权所有.{0,40}|.{0,8}版权归.{0,20}所有.{0,10}",
    r"关于(?:我们|本站|本网)?|联系(?:我们|方式)|网站(?:地图|声明|简介)|(?:隐私|私隐)权?(?:政策|声明|保护)|联络我们",
    r"(?:免责|法律|版权)声明|免责条款|广告(?:服务|刊登|合作)|诚聘英才|加入我们|人才招聘|意见反馈",
    r"©.{2,}|(?:19|20)\d\d©.{0,60}",
    r"お问い合わせ(?:先|フォーム)?|このページに关する.{2,16}|プライバシー・ポリシー|免责事项",
    r"服务条款|服务协议|使用条款|友情链接:?.{0,50}",
    r".{0,6}(?:不良|违法).{0,6}信息.{0,4}举报.{0,30}",
    r"(?:举报|新闻热线|服务|联系)(?:电话|邮箱)?:[\d-]{5,20}.{0,20}",
    r"(?:主办|承办|协办|维护|运维|技术支持|建设)(?:单位)?:.{2,40}",
    r"プライバシー(?:ポリシー)?|サイトマップ|利用规约|运営会社|お問い合わせ|特定商取引.{0,8}",
    r"(?:proudly)?poweredby.{2,24}|privacypolicy|termsof(?:service|use)|aboutus|contactus",
    r"(?:经营|新闻)?许可证(?:编?号)?:.{2,30}|增值电信业务.{2,30}",
)

# Neighbouring pages and articles.
NEXT_FORMS = (
    # 一 is asked for: 上篇：缘起 is the head of a part.
    (
        r"[【\[(]?(?:此分类)?[上下前后]一(?:篇|页|条|则|张|节|章|个|首|回|集|幅|版|期|件)(?:文章|新闻)?"
        r"[】\])]?[:>»与].{0,60}"
    ),
    r"\d?(?:此分类)?[上下]一(?:篇|页|条|则|张|节|章|个|首|回|集|幅|版|期|件)(?:文章|新闻)?\d?|[上下]页",
    r"阅读[上下]一篇[:>]?.{0,40}|上一篇文章与下一篇文章",
    r"[上下]一页(?:[\d.…]{1,20}[上下]一页)|第?\d{1,4}页?/共\d{1,4}页|共\d{1,4}页.{0,20}|第?\d{1,4}/\d{1,4}页?|[尾末首]页|(?:次|前)の?(?:ページ|记事).{0,10}",
    r"[上下]一[章页回节].{0,4}(?:章节)?(?:目录|列表|书页).{0,4}[上下]一[章页回节].{0,6}",
    r"ページの?(?:トップ|先头|一番上|上)(?:部)?[へに](?:戻る)?|このページの(?:トップ|先头).{0,6}",
    r"[【\[(]返回.{0,6}[】\])]",
    r"返回(?:列表|上级|上一页|上一级|目录|顶部|页首|.{0,6}首页(?:返回.{0,6}首页)?)[>»]*",
    r"(?:回|至)?(?:顶部|页首)|[▲∧]?top|(?:next|prev(?:ious)?)(?:page|post)?|←?(?:older|newer)(?:posts)?→?",
)

# Past the navigation to the text: for those who hear a page. No text has such a line.
SKIP_FORMS = (
    r"(?:跳|跳转|跳过|移|前往)(?:至|到)?(?:导航)?(?:主要)?(?:正文|内容)(?:[区區]块|[区區])?|:::",
    r"(?:本文|メインコンテンツ|コンテンツ|メニュー)(?:へ|まで|を|に)(?:スキップ|とばす)(?:します)?。?",
    r"skip(?:to|navigation).{0,24}|toggle(?:navigation|menu)",
)

# Disclaimers: by their name and colon, or by what they forbid.
LEGAL_FORMS = (
    # 风险提示 and 特别提醒 are texts' own; only a 声明 is the site's.
    r"[*※【\[(\"“]?(?:特别|郑重|免责|版权|网站|平台|本[站网]|文章)(?:版权|免责)?声明[】\])]?:?.{4,}",
    r"[©本该此].{0,8}(?:版权|著作权)归.{2,50}",
    r"(?:免责|版权)(?:说明|提示)\]?:.{4,}|(?:声明|提示|提醒):.{0,20}(?:仅供参考|不构成|不代表).{4,}",
    (
        r"(?:温馨|友情|特别|重要)(?:提示|提醒):(?:以上|本文|本站|上述|文中).{0,20}"
        r"(?:仅供参考|不构成|不代表|不能作为).{0,60}"
    ),
    (
        r"(?:以上|本文|该文|此文|文章|凡本|凡注|上述|本站|本网).{0,30}"
        r"(?:[仅只不](?:代表|供参考)|版权归|与本[站网]|注明来源|侵权.{0,10}(?:联系|删除|告知)).{0,80}"
    ),
    r".{0,4}(?:本文|原文|本书|本页|永久|转载).{0,4}(?:网址|域名|链接|地址|出处):?(?:http|www\.|m\.).{4,}",
    r"[*※(]*(?:本文|文章|本稿)(?:来自|转自|首发|系|由|为|已获|经).{0,60}(?:授权|转载|原创|投稿).{0,16}",
    r"(?:亲爱|尊敬)的.{0,6}(?:用户|网友).{0,60}(?:浏览器|客户端|版本|升级|下载).{0,80}",
    r"如(?:有|果|存在|涉及|发现).{0,12}侵权.{0,30}(?:联系|删除|告知).{0,40}",
    # Laws say 未经许可，不得…; a site forbids to reprint.
    r".{0,60}[未非]经.{0,16}(?:授权|许可|允许|同意).{0,14}(?:不得|禁止|谢绝|严禁).{0,4}(?:转载|摘编|镜像|公开播送).{0,40}",
    r".{0,30}评论仅?.{0,14}(?:不(?:表明|代表)|个人(?:看法|观点)).{0,20}|※コメントは.{4,60}",
    r".{4,70}无断(?:転載|使用).{2,30}",
    # What a browser must have, what a visitor must agree to.
    r".{0,24}adobe.{0,10}reader.{0,90}|(?:请|您)?.{0,4}同意.{0,8}(?:隐私|私隐|cookie).{0,40}",
    r"(?:we|this(?:web)?site|本(?:网)?站|当サイト).{0,12}(?:use|使用|では).{0,10}cookie.{0,80}",
    r".{0,20}(?:ホームページ|ウェブサイト|サイト)(?:に|を).{0,6}(?:する|改善)ため.{0,60}",
    r"建议使用.{0,40}(?:浏览器|分辨率).{0,24}|最佳.{0,6}(?:浏览|解析度|分辨率).{0,40}",
    r".{0,80}(?:不代表|不表明|并非).{0,6}(?:本站|本网|本平台|网站|平台).{0,6}(?:立场|观点|看法).{0,12}",
    r"この记事は(?:有料|会员).{2,80}",
    r".{0,12}www\.[a-z0-9.]{4,30},?.{0,4}(?:最快|首发|更新|无弹窗).{2,40}",
    r"本词条(?:由|缺少|内容).{4,80}",
    r"本站所有(?:小说|作品|资源|内容|文章).{0,40}(?:网友|会员|转载|网络).{0,60}",
    r"温馨提示:按.{0,40}(?:键|返回).{0,60}",
    r"by(?:clicking|continuing|signingup|posting|using).{2,60}agree.{4,120}",
    # The terms of a wiki's texts.
    r"(?:テキスト|本站的全部文字|textisavailable).{2,30}(?:ライセンス|协议|license).{0,80}",
)

# Calls to install, follow or read on, in the imperative, with what is to be installed or followed;
# a text may end in 可下载国家反诈中心APP举报, which has its subject before it.
PROMO_FORMS = (
    (
        r"(?:[☆★►▶※◎➤👉]{1,3}.{0,30}(?:下载|关注|订阅|追踪|按赞|加入|收看|搜索|请上|点我)"
        r"|(?:欢迎|请)?(?:长按|扫描?|扫码|识别|点击|安装|下载|打开|关注|订阅|加入|追踪|按赞|搜索|立即|戳).{0,30}"
        r"|(?:更多|还?想要?[看知了]).{0,30}(?:请|下载|关注|点击|尽在|搜索|[上加]))"
        r".{0,24}(?:客户端|app|公众号|微信|微博|粉丝[页团]|好友|频道|电子报|小程序|订阅号).{0,24}"
        r"|[☆★►▶※◎]{1,3}.{0,30}请上.{2,16}"
        r"|看.{1,10},?(?:下载|关注).{2,16}"
    ),
    r"(?:觉得|喜欢).{0,12}[点请].{0,12}(?:在看|赞|分享|转发).{0,16}",
    r"更多.{0,6}(?:内容|资讯|精彩|攻略).{0,6}(?:关注|尽在|请看|访问):?.{2,16}",
    r"[点戳]个?[“\"「]?在看.{0,24}",
)

# What a site sets into an article; whole line.
NOTE_FORMS = (
    r"(?:相关)?资料图片?(?:仅供参考)?|图片仅供参考|图片来源.{0,2}网络|(?:图片|配图|题图|图)(?:来源于|来自|源自|来源:|源:).{2,12}|图源网络|【写真】.{2,30}|配图|网络配?图",
    r"请?继续往下阅读.{0,6}|(?:点击|点此)(?:图片|此处|进入|查看|观看|阅读).{0,16}",
    r"(?:点击)?(?:展开|加载)(?:阅读)?(?:全文|余下.{0,4})|(?:剩余|余下)\d{1,3}(?:%.{0,6}|页未读.{0,8})|我?要?纠错|-?广告-?|广告[】\])].{0,40}|-*end-*|advertisement|広告|(?:本文|文章|内容){1,2}导航",
    r".{0,16}专栏收录该内容|\d{1,5}篇文章\d{0,7}(?:人?订阅)?|加入书签.{0,10}",
    r"出典:フリー百科事典.{0,24}|维基百科,自由的百科全书|fromwikipedia,thefreeencyclopedia|!",
    r"[\w-]{1,40}\.(?:jpe?g|png|gif|webp)",
    r"本章完|未完待续|附件.{1,40}已?下载:?\d{1,6}次|正文已结束.{0,30}|正在加载.{0,4}|加载中.{0,4}|图片正在上传.{0,8}|视频加载中.{0,6}",
)

# Words of the sentences in which a site speaks of itself. Each stands in articles too: several are
# asked for, and a share of the line (cleaner/web/notices.py).
SITE_WORDS = frozenset(
    """
    account app cookie copyright inbox newsletter permission policy privacy subscribe terms
    website お読み コメント サイト ダウンロード ログイン 上传 下载 不构成 举报 二维码 互联网 仅供
    代表 会员 体验 作者 侵删 侵权 侵犯 信息 允许 免责 公众号 关注 内容 写真 出处 分享 刊登 删除
    利用规约 原创 原文 参考 参阅 发布 发表 同意 声明 媒体 存储 客户端 平台 微信 微博 必究 您
    意味着 扫描 扫码 承担 投稿 授权 描述 提供 摘编 文中 文章 无断 最新 有料 服务 本平台 本文 本站
    本网 本网站 本页 来源 查看 欢迎 此文 注册 注明 浏览器 点击 点赞 版权 用户 登录 登载 真实性
    稿件 立场 粉丝 续き 网友 网址 网站 网络 联系 著作权 观点 订阅 记事 许可 证实 评论 该文 请 责任
    赞同 转载 追究 邮件 邮箱 链接 镜像 问题 阅读 隐私
    """.split()  # noqa: SIM905
)

# ---- facts of an article: date, source, author, editor -------------------------------------------

# Names before a colon, and the field of metadata that takes the line.

# Who wrote it; not 记者, which opens the questions of an interview.
BYLINE_NAMES = frozenset(
    """
    作者 原作者 撰文 撰稿 文
    """.split()  # noqa: SIM905
)
# Who worked on it.
CREDIT_NAMES = frozenset(
    """
    初审编辑
    主编 供稿 值班编辑 初审 复审 审核 审稿 录入 校对 监制 终审 编审 编译 编辑 美编 责任编辑 责编
    """.split()  # noqa: SIM905
)
# When and whence; 时间 and 日期 stand in notices too (时间：5月3日 地点：…): they need a
# stamp behind them, see weblabels.
SOURCE_NAMES = frozenset(
    """
    更新日 掲載日 公開日 最終更新日 登録日 修订日期 资料更新
    来信时间 来信编号 信件编号 回复时间 答复时间 索引号 成文日期 主题分类 资料更新日期 点阅数
    人气 信息来源 出处 原标题 发信地 发布人 发布单位 发布日期 发布时间 发布机构 发布机关 发布者
    发稿时间
    发表时间 文章来源 新闻来源 更新时间 最后更新 最终更新 本文来源 来源 浏览 浏览次数 浏览量
    点击数 点击次数 点击率 点击量 稿源 访问次数 访问量 転载 転载元 转自 阅读数 阅读次数 阅读量
    """.split()  # noqa: SIM905
)
META_NAMES = {
    **dict.fromkeys(sorted(BYLINE_NAMES), "byline"),
    **dict.fromkeys(sorted(CREDIT_NAMES), "credits"),
    **dict.fromkeys(sorted(SOURCE_NAMES), "source_line"),
}
