"""Pictures by their file's name, last sentences, questions over answers, tools. Synthetic.

A line begins with what it is: H the headline, + text, - frame. `NOTHING` are no pages.
"""

_TEXT = """入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个篾匠天天忙到天黑。
“一根竹子从头到尾都有用处。”老篾匠指着墙角的竹篮说，最细的那种，一天只能编一个。"""
_PARAGRAPHS = "\n".join(f"+{line}" for line in _TEXT.split("\n"))
_STORY = """
+雾一直没有散。老船工把竹篙插进泥里，眯着眼看对岸，对岸什么也看不见，只有水声。
+“还渡不渡？”货郎问。他挑着两筐针头线脑，从昨天晚上就等在这里，一步也没有离开。"""

PAGES = {
    "short sentences between pictures, to the last": f"""
H后山开竹
-IMG_1001.jpg
{_PARAGRAPHS}
-IMG_1002.jpg
+图为孩子们在竹林里捡笋壳。当天来了二十个人。
+（李某 王某 摄影报道）
-微信图片_20191203183015.jpg
""",
    "pictures of a screen in a post whose lines have no end": """
-竹器论坛 - zhuqi.example
-找回密码
-注册
-只需一步，快速开始
-查看: 455|回复: 5
H[手艺] [新人试编]怎样给竹篮收口
-阿竹 发表于 2022-11-14 23:07
-本帖最后由 阿竹 于 2022-11-16 17:19 编辑
+0x00 前言
+背景：家里有一只旧竹篮，口松了，需要拆掉一圈篾，再按原来的样子编回去，实现不伤篮身就能收口的效果
+拆下来的样子：
-截屏2022-11-15 下午1.23.30.jpg
+编回去的样子：
-截屏2022-11-15 下午1.24.16.jpg
+这是我第一次写文，各个方面把握不当，还请大家指导，如有错误之处，还请大家指出。
+0x01 拆篾
+首先想到的是从收口的那一圈入手，看一看篾是怎么压的，再顺着压的方向一根一根往外退。
""",
    "a question over 最佳答案 and who answers": """
-竹知道
-カテゴリ
-ID非公開さん
-2020/5/3 22:10
-3回答
H庭の竹がとなりの家まで伸びました。どうすればいいですか
+庭に植えた竹が、となりの家の塀の下まで伸びてしまいました。薬をまくべきでしょうか。子どもがいるので心配です。
-共感した
-ベストアンサー
-この回答はベストアンサーに選ばれました
-takeさん
-2020/5/4 7:31
+まだ細いうちなら、根ごと掘って袋に入れて捨てるのがいちばん確実です。素手では触らないでください。
+薬を使う場合は、食用の竹の子がなる竹に使えるものかどうか、ラベルを必ず確認してください。
-この質問に共感した
-キーワードで検索
-もっと見る
-ログイン
""",
    "a fact without its value beside the day, and how to reach the office": f"""
-联系电话：0871-6001234
-投稿邮箱：zhu@example.cn
- > 新闻 > 乡镇 > 后山
H后山开竹
-2019-12-03  来源：
{_PARAGRAPHS}
""",
    "tools one below the other under the headline": f"""
H后山的竹器厂
-• 打印
-• 收藏
{_PARAGRAPHS}
""",
    "what a site of novels asks for": f"""
-下载APP
H第十二章 渡口{_STORY}
-喜欢大河东去请大家收藏：（www.dahe.example）大河东去小说网更新速度全网最快。
""",
    "a notice's day as its office writes it": f"""
-个人业务
-企业业务
-信用卡
-投资者关系
-在线客服
-网上银行
H关于暂停部分网点的公告
-2021-08-20
{_PARAGRAPHS}
+特此公告。
+后山银行股份有限公司
+二〇二一年八月二十日
-安全提示
-网点查询
-服务价格
-理财产品
""",
    "the name of the lead that the text begins with": f"""
-首页 > 要闻 > 乡镇
H后山的竹器厂
-发布时间：2019-12-03 04:28:47 来源：
-导读 入冬以来，后山的毛竹进入采伐期，村里的竹器厂重新开了工，二十几个...
{_PARAGRAPHS}
-更多>>相关图片
""",
    "what a station says to its viewers": f"""
-首頁
-新聞
-生活
H後山的竹器廠！老篾匠一天只編一個
-2019/12/03 16:45:00
{_PARAGRAPHS}
-大山新聞網提醒您：飲酒過量，有礙健康。
-★大山新聞網提醒您：圖片、內文未經授權，請勿擅自轉載。
-大數據推薦
-熱銷商品
""",
    "a recipe whose ingredients stand above its first sentence": """
-江城厨房
-菜谱分类
-登录 | 注册
H家常茄子煲
-1203
-人做过这道菜
-收藏
+用料（2人份）
+长茄子
+2根
+豆瓣酱
+1勺
+盐
+少许
+家常茄子煲的做法
+茄子洗净切成滚刀块，撒一小勺盐拌匀，腌十五分钟以后挤干水分，这样炸的时候就不会吸太多的油。
+锅里倒油烧到六成热，下茄子炸到表皮发皱，捞出来沥油备用，再把豆瓣酱炒出红油。
-分享到
-相关菜谱
-鱼香茄子
-版权所有 江城厨房
""",
    "a chapter that begins with short talk": f"""
-首页 > 小说 > 都市
H第三章 雨夜
-上一章 目录 下一章
+「还有呢？」
+“走！”
+“没了。”
{_PARAGRAPHS}
-上一章 目录 下一章
-加入书签 推荐本书
""",
    "the materials of an experiment": """
-首页 > 初中化学 > 实验
H制取氧气的实验
+实验材料
+高锰酸钾 5克
+试管 2支
+酒精灯
+实验步骤
+检查装置的气密性，把高锰酸钾装入试管，在管口放一团棉花，用带导管的塞子塞紧。
+把试管固定在铁架台上，点燃酒精灯，先均匀加热，再集中加热药品部位。
-【相关资料】
-制取二氧化碳
-制取氢气
-版权所有 化学教学网
""",
    "a recipe whose name is too short for a headline": """
-首页 > 美食 > 面食
-登录 注册 收藏
+葱油饼
+用料
+面粉 300克
+温水 180克
+小葱
+面粉加温水和成软面，醒半小时，擀开抹油，撒盐和葱花，卷起来再擀成饼。
+平底锅放油，中火烙到两面金黄，一边烙一边转，饼才酥。
-分享到：微博 微信 QQ空间
-相关菜谱
-千层饼
-© 2013 江城美食 版权所有
""",
    "a channel's name above counts is no list of ingredients": f"""
-首页
-食材
-课堂
-登录
-3.2万关注
-1203 收藏
H后山的竹器厂开工
-2019-12-03 21:10 来源：晚报
{_PARAGRAPHS}
-相关阅读
-版权所有 江城厨房
""",
    "the board of a Korean paper": """
-본문 바로가기
H강 건너 마을의 대나무 공방
-상태바
-댓글 0
-이 기사를 공유합니다
+겨울이 되자 뒷산의 대나무를 베는 일이 시작되었고, 마을의 공방도 다시 \
문을 열었다. 장인들은 날이 저물 때까지 바쁘게 일한다.
+“대나무는 처음부터 끝까지 쓸모가 있다.” 나이 든 장인이 벽에 걸린 바구니를 가리키며 말했다.
-댓글삭제
-삭제한 댓글은 다시 복구할 수 없습니다.
-그래도 삭제하시겠습니까?
-댓글쓰기
-이전글
-개인정보처리방침
""",
    "a Spanish blog": """
-Saltar al contenido
HLa fábrica de cestas vuelve a abrir en el valle
+Desde que empezó el invierno, el bambú de la colina está en su temporada \
de corte, y el taller del pueblo ha vuelto a abrir sus puertas.
+Veinte artesanos trabajan cada día hasta que oscurece, \
y de una caña, dicen, todo sirve desde el principio hasta el final.
-3 comentarios
-Deja una respuesta
-Cancelar la respuesta
-Tu dirección de correo electrónico no será publicada.
-Entradas recientes
""",
}

_MANUAL = "打开文件以后，程序会先检查它的版本，再决定怎样显示，这一步不需要操作。"

NOTHING = {
    "headings of a manual that are tools, each over its text": (
        f"文档助手\n打印\n{_MANUAL}\n收藏\n{_MANUAL}\n分享\n{_MANUAL}\n"
    ),
    "tools in a row that a manual speaks of": (
        f"文档助手\n打印\n收藏\n{_MANUAL}\n{_TEXT}\n点打印，再选纸张的大小和份数，然后等候程序完成这一次的工作，不要关机。\n"
    ),
    "files in a text": f"图片说明\n{_TEXT}\n图一的文件是：\nfig1.png\n{_TEXT}\n",
    "parts under a heading": f"竹器\n第一章 竹\n{_TEXT}\n第二章 器\n{_TEXT}\n",
    "a question and its answers in a talk": (
        f"竹器问答\n问：为什么冬天砍竹？\n{_TEXT}\n最佳答案\n老篾匠\n{_TEXT}\n"
    ),
    "headings of a manual in German": (
        "Handbuch\nDrucken\nWählen Sie das Papier, dann die Zahl der Blätter, und warten Sie.\n"
        "Kontakt\nWer Fragen hat, schreibt an das Büro, das jeden Tag bis zum Abend offen ist.\n"
    ),
    "the last heading of a manual in Portuguese": (
        "NOME\nO programa lê os nomes, um por linha, e escreve o que encontra na saída padrão.\n"
        "VEJA TAMBÉM\nls(1), cat(1)\n"
    ),
    "words of a site that are headings of a text in French": (
        "Le langage C\nCommentaires\nLe compilateur ne lit pas un commentaire.\n"
        "Accueil\nL'accueil se fait à huit heures. Les parents attendent devant la grille.\n"
        "Publicité\nLa publicité naît au XIXe siècle avec la presse à grand tirage. Elle la paie.\n"
        "Partager\nPartager le pain est un geste ancien. On le retrouve partout.\n"
    ),
    "words of a site that are headings of a text in Korean": (
        "소셜 미디어의 종류\n페이스북\n트위터\n카카오톡\n"
        "위의 서비스는 모두 무료로 가입할 수 있습니다.\n"
        "댓글\n댓글은 글에 대한 짧은 의견입니다. 댓글을 쓸 때에는 예의를 지켜야 합니다.\n"
        "프린트\n프린트를 하려면 먼저 드라이버를 설치해야 합니다.\n"
        "광고\n광고는 무료 앱의 수입원입니다. 광고를 끄려면 유료판을 사야 합니다.\n"
    ),
    "an office's day": f"竹林办法\n{_TEXT}\n后山县人民政府\n二〇二一年八月二十日\n",
    "a lead with its name": f"后山的竹器厂\n导读：{_TEXT[:30]}\n{_TEXT}\n",
    "a reminder of a paper in a story": f"雨夜\n{_TEXT}\n日报提醒您的那句话，他记了一辈子。\n",
    "a form with facts left out": f"采访登记\n来源：\n作者：\n地点：厂部\n{_TEXT}\n",
    "what a reader is asked in a book": f"渡口\n{_TEXT}\n喜欢请大家收藏这本书，他在扉页上写道。\n",
}
