"""Web pages of many kinds, and texts that must not be taken for one. All synthetic."""

import pathlib
import runpy

import no_web_pages
import no_web_pages_manuals
import pytest
import web_pages
import web_pages_eighth
import web_pages_ends
import web_pages_fifth
import web_pages_fourth
import web_pages_fronts
import web_pages_kinds
import web_pages_more
import web_pages_ninth
import web_pages_pieces
import web_pages_real
import web_pages_seventh
import web_pages_sites
import web_pages_sixth
import web_pages_third

from cleaner.document import Document, undo
from cleaner.stages.boilerplate import WEB_EDGE, WEB_PAGE
from cleaner.web.frame import glued_names
from cleaner.web.labels import label_of, meta_field
from cleaner.web.page import PAGE, evidence

PAGES = (
    web_pages.PAGES
    | web_pages_more.PAGES
    | web_pages_third.PAGES
    | web_pages_fourth.PAGES
    | web_pages_fifth.PAGES
    | web_pages_real.PAGES
    | web_pages_ends.PAGES
    | web_pages_sixth.PAGES
    | web_pages_seventh.PAGES
    | web_pages_eighth.PAGES
    | web_pages_ninth.PAGES
    | web_pages_fronts.PAGES
    | web_pages_pieces.PAGES
    | web_pages_sites.PAGES
    | web_pages_kinds.PAGES
)

PARAGRAPHS = (
    "记者昨天从市交通运输局获悉，截至五月底，本市新能源公交车辆已达四千二百辆，占比突破八成。\n"
    "据介绍，今年还将更新三百辆老旧车辆，并在十二个公交场站增设充电桩，满足日常运营的需要。\n"
)

# What a web page has, but few kinds of it; or words of a page that are text here.
NO_PAGES = {
    "newspaper": "要闻\n国际\n"
    + PARAGRAPHS
    + "（下转第6版）\n□本报记者 李明 通讯员 王芳\n责编：赵青 美编：周宁\n（上接第1版）\n"
    + PARAGRAPHS,
    "privacy policy": "隐私政策\n更新时间：2021-03-01\n生效时间：2021-04-01\n版权所有\n"
    "我们非常重视您的个人信息，会尽力保护您的隐私，请您仔细阅读并理解本政策的全部内容。\n"
    "一、注册与登录\n您注册时，我们会收集您的手机号码，用于登录和找回密码。\n二、分享\n"
    "您分享照片时，我们会请求相册权限，您可以随时关闭。\n联系我们\n电话：010-12345678\n",
    "phone manual": "连接网络\n设置 > 通用\n设置 > 无线 > 更多\n设置 > 通用 > 语言\n"
    "设置 > 显示 > 亮度\n"
    "设置 > 声音 > 铃声\n"
    "轻点一种语言，然后轻点“完成”，屏幕会变暗片刻，再回到主屏幕。\n下载\n版权所有\n",
    "table of contents": "目录\n第一章 总论............1\n第二章 方法............15\n"
    "第三章 结果............42\n"
    "第四章 讨论............60\n第五章 结论............71\n参考文献............77\n"
    "致谢............80\n",
    "names": "评审委员会名单\n主任\n王建国\n副主任\n李明\n赵青\n委员\n周宁\n孙静\n吴敏\n"
    "陈小明\n林小满\n",
    "poem of buttons": "分享\n我把日子分享给你\n注册\n像注册一个名字\n登录\n一个没有密码的春天\n"
    "收藏\n收藏一片云\n转发\n把风转发给远方\n",
    "trailing off": "我想起那年的雪……\n想起巷口的灯……\n想起没有说完的话……\n"
    "后来我们都走散了，谁也没有回头。\n"
    "雪还在下，灯还亮着，话还在喉咙里……\n",
    "drama": "第二幕\n王掌柜：客官里边请！\n李三：来碗茶。\n王掌柜：好嘞！\n"
    "李三：掌柜的，近来生意可好？\n"
    "王掌柜：唉，别提了，这年头，谁还有闲钱喝茶呢。\n（幕落）\n",
    "interview": "记者：您怎么看这件事？\n李明：我觉得要从两方面看。\n记者：哪两方面？\n"
    "李明：一是成本，二是效果，两者都不能偏废。\n记者：谢谢您接受采访。\n",
    "notice": "关于召开年度工作会议的通知\n各有关单位：\n"
    "" + PARAGRAPHS + "时间：3月5日上午9时\n"
    "地点：三楼会议室\n联系人：李建国\n附件：参会回执\n市交通运输局\n2024年3月1日\n",
    "recipe": "麻婆豆腐\n食材\n豆腐 400克\n牛肉末 100克\n做法\n1. 豆腐切块。\n"
    "2. 下牛肉末炒散。\n3. 小火煮五分钟。\n",
    "law": "第一章 总则\n第一条 为了规范网络信息服务，制定本办法。\n"
    "第二条 未经许可，任何单位不得从事经营活动。\n"
    "第三条 未经著作权人同意，不得复制、发行其作品。\n第四条 网站应当在首页标明备案编号。\n",
    "paper": "公交电动化的成本研究\n李明 王芳\n"
    "摘要：本文研究公交电动化的成本，结果表明十年内可以收回投资。\n"
    "关键词：公交；电动化；成本\n" + PARAGRAPHS + "参考文献\n[1] 赵青. 电动公交. 2019.\n",
    "scan to pay": "扫码点餐引争议\n"
    "消费者进店后只能扫描二维码点餐，有人觉得方便，也有人觉得受到强迫。\n"
    "扫一扫背后\n记者登录多家餐馆的小程序发现，注册前都要求关注公众号并授权手机号码。\n"
    "台风登陆前\n有店家表示，会保留纸质菜单，分享给不用手机的老人。\n",
    "traditional": "梅雨將至\n氣象局表示，今天各地大多為晴到多雲，午後山區有局部短暫雷陣雨。\n"
    "分享會\n相關單位已預備抽水機組，並提醒民眾清理水溝，避免阻塞。\n更多\n",
    "japanese": "秋の京都\n先週末、久しぶりに京都へ行ってきました。紅葉はちょうど見ごろでした。\n"
    "お昼\n駅前の小さなお店で、にしん蕎麦をいただきました。\nまた来年も行きたいと思います。\n",
    "book with one of each": PARAGRAPHS * 60
    + "首页 > 财经 > 正文\n"
    + PARAGRAPHS * 60
    + "相关阅读\n上一篇：五号线\n"
    + PARAGRAPHS * 60,
    "readme": "# 竹器\n\n[![竹](https://a.cn/1.svg)](https://a.cn)\n\n* 编竹篮\n* 支持[细竹](https://a.cn/z)\n"
    "\n### 交流群\n\n欢迎大家扫码加群，一起交流。进群要备注竹器。\n\n![码](https://a.cn/2.png)\n\n"
    "### Author\n\n> Blog [@竹](https://a.cn) · Weibo [@竹](https://b.cn)\n\n### 相关\n\n"
    "* [编竹席](https://a.cn/mat)\n\n### 文档\n\n[中文文档](https://c.cn/)\n",
    "feed": "后山\ntag:example.com,1999:blog-81 2005-10-21T00:12:34Z\n"
    + "".join(
        f"阿竹  2005-09-{day}T19:06:00+08:00\ntag:example.com,1999:blog-81.post-{day}\n后山的雪\n"
        "今天去了后山，雪下得很大，路上一个人也没有，只有鸟的脚印。\n想起去年..\n\n"
        for day in range(11, 19)
    ),
    "chat": "小李\n10:20\n在吗\n小王\n10:21\n在\n小李\n10:22\n分享\n[图片]\n小王\n10:30\n收藏了\n",
}

NOTHING = (
    NO_PAGES
    | web_pages_pieces.WHOLE
    | no_web_pages.TEXTS
    | no_web_pages_manuals.MANUALS
    | web_pages_fourth.NOTHING
    | web_pages_fifth.NOTHING
    | web_pages_real.NOTHING
    | web_pages_ends.NOTHING
    | web_pages_sixth.NOTHING
    | web_pages_seventh.NOTHING
    | web_pages_eighth.NOTHING
    | web_pages_fronts.NOTHING
    | web_pages_sites.NOTHING
)

LABELS = {
    "48小时点击排行": "links",
    "猜你喜欢": "links",
    "您可能會有興趣的文章": "links",
    "【関連記事】": "links",
    "更多>>": "nav",
    "本文へスキップします。": "skip",
    "跳到主要內容區塊": "skip",
    "跳到主要内容再看细节": "",
    "この記事についてシェア": "share",
    "文字サイズ 小 中 大": "share",
    "文字の大きさを比べた表": "share",
    "ページの先頭へ戻る": "next",
    "上一章 ← 章节目录 → 下一章": "next",
    "下一篇：体检报告怎么看？": "next",
    "参考文献[编辑]": "links",
    "参考文献": "",
    "+ 关注 21.3万": "share",
    "关注三千万人的冷暖": "",
    "[首页](/) | [新闻](/news/) | [财经](/f/)": "nav",
    "[1]首页 | [2]新闻 | [3]评论": "nav",
    "[1]张三：《首页新闻》": "",
    "![](/images/1.jpg)": "note",
    "“特别声明：以上作品内容为用户上传并发布": "legal",
    "建议使用1366*768分辨率浏览器访问": "legal",
    "初审编辑：田洁": "credit",
    "斎藤和也 2021年9月23日 10時00分": "meta",
    "Posted on May 3, 2019 by Ines Carrow": "meta",
    "因升级，我行定于2022年1月1日凌晨0:30至5:00暂停柜台和取款机的全部服务。": "",
    "系统将于2022年1月1日凌晨0:30停机。": "",
    "跳转至： 导航、 搜索": "skip",
    "Jump to: navigation, search": "skip",
    "跳到海里搜索": "",
    "跳转到搜索页面": "",
    "上一篇下一篇": "next",
    "上一篇写雪": "",
    "您的浏览器版本过低，请升级后再访问。": "legal",
    "这台电脑的浏览器版本过低，打不开网页。": "",
    "竹乡在线> 老手艺> 后山> 篾匠老方，和他的竹子 > 正文": "crumb",
    "甲 > 乙 > 丙，丁 > 戊": "",
    "国际 军事 台海 财经 评论": "nav",
    "保民生 促经济": "",
    "王泽 吕诚成 陈杉": "",
    "【打印】 【关闭】": "share",
    "【纠错】 【责任编辑：杨婷】": "credit",
    "上一章 目录 下一章": "next",
    "发布于 2021-02-19": "meta",
    "欢迎关注江城发布微信公众号": "share",
    "看江城，下载新江城客户端": "promo",
    "市民可以下载江城通APP": "",
    "相 關 閱 讀": "links",
    "最新进展": "",
    "推荐理由": "",
    "相关部门": "",
    "当前位置：首页 > 情感 >": "crumb",
    "評論 > 海外觀察": "crumb",
    "HAVING max(水位) > 7.0": "",  # comparisons are no paths
    "if n > max {": "",
    "最大水位 > 9.5m": "",
    "字号：[大] [中] [小]": "share",
    "長按識別二維碼關注": "share",
    "扫二维码点餐引争议": "",
    "上一篇：五号线年内开工": "next",
    "上篇：缘起": "",
    "我要评论(0)": "comment",
    "支持12": "comment",
    "支持": "",
    "时间：5月3日上午": "",
    "2019年11月25日": "",
    "记者：您怎么看": "",
    "图注：回到地球": "",
    "特别提醒：出门请带伞": "",
    "第二条 未经许可，任何单位不得从事经营活动": "",
    "内容未完，下一页继续阅读": "note",
    "内容未完，明天再写": "",
    "手机浏览器扫描二维码访问": "note",
    "他用手机扫描二维码": "",
}
FIELDS = {
    "2019-09-07 13:43:45　来源: 红周刊": "source_line",
    "原标题：公交车辆八成用电": "source_line",
    "[責任編輯：劉斌]": "credits",
    "【纠错】 【责任编辑：杨婷】": "credits",
    "作者︱春春": "byline",
    "新京报记者 陆一夫": "byline",
}

# Bars whose names stand without a space, and prose of the same words.
GLUED = {
    "首页新闻体育财经娱乐军事": True,
    "トップ速報社会政治経済国際スポーツ": True,
    "打印纠错商城分享推荐字号": True,
    "社会经济文化": False,
    "政治、经济、文化、社会、生活、军事": False,
    "旅游文化节昨天在体育中心开幕": False,
    "新闻中心的社会版和体育版合在了一起": False,
    "说起新闻谈到体育聊过财经还有娱乐军事": False,  # the last name is no longer than the line
}

# Lines that a careless regex takes quadratic time for; a second is 20 times what they need.
HOSTILE = {
    "bars in a line": "a|" * 200_000,
    "bars in lines": "a|\n" * 50_000,
    "arrows in a line": "ab >" * 60_000,
    "arrows in lines": "ab > ab > ab\n" * 20_000,
    "teasers": "轨道交通五号线年内开工沿线车站...\n" * 20_000,
    "one line": "汉" * 10_000_000,
    "headline copies": "公交车辆八成用电_晨光网\n" + "公交车辆八成用电\n" * 20_000,
    "barriers": "首页 > 财经 > 正文\n来源：晚报\n" + (PARAGRAPHS + "相关阅读\n") * 5_000,
    "links of html2text": "[首页](/" * 300_000,
    "links of html2text in lines": "[首页](/\n" * 50_000,
    "contents": "首页 > 百科 > 正文\n来源：晚报\n" + PARAGRAPHS + "目录\n" * 20_000 + PARAGRAPHS,
    "counts": ("9" * 100_000 + "x\n") * 5 + PARAGRAPHS,
    "cited": f"首页 > 百科 > 正文\n来源：晚报\n{PARAGRAPHS}" + "[1]" * 100_000,
    "words of comments": "查看最新热门精彩全部查看最新热门精彩\n" * 20_000,
}


def clean(text: str) -> Document:
    (page,) = WEB_PAGE(Document("case", text))
    (edge,) = WEB_EDGE(page)
    return edge


def page_and_rest(marked: str) -> tuple[str, str, str | None]:
    """The page, what should stay of it, and its headline."""
    lines = marked.strip().split("\n")
    heads = [line[1:] for line in lines if line[0] == "H"]
    stays = "\n".join(line[1:] for line in lines if line[0] in "+H")
    return "\n".join(line[1:] for line in lines), stays, heads[0] if heads else None


@pytest.mark.parametrize("marked", PAGES.values(), ids=PAGES)
def test_article_stays(marked: str) -> None:
    page, stays, _ = page_and_rest(marked)
    assert clean(page).text == stays


@pytest.mark.parametrize("marked", PAGES.values(), ids=PAGES)
def test_twice_is_once_and_undone(marked: str) -> None:
    page, stays, headline = page_and_rest(marked)
    assert undo(clean(page)) == page
    assert clean(stays).text == stays
    without = stays.removeprefix(f"{headline}\n")
    assert clean(without).text == without


@pytest.mark.parametrize("marked", PAGES.values(), ids=PAGES)
def test_headline_is_first(marked: str) -> None:
    page, _, headline = page_and_rest(marked)
    web = clean(page).meta["web"]
    assert not web["headline"] or clean(page).text.startswith(f"{headline}\n")
    assert web["headline"] == (headline is not None)


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_no_page(text: str) -> None:
    assert sum(evidence(text).values()) < PAGE
    assert clean(text).history == ()


@pytest.mark.parametrize("kind", ["readme", "feed"])
def test_a_word_for_a_section_and_the_name_of_an_entry_are_no_evidence(kind: str) -> None:
    assert not evidence(NO_PAGES[kind])
    assert evidence(NO_PAGES["readme"].replace("### 相关", "### 相关文章")) == {"links": 1}
    assert "tags" in evidence(NO_PAGES["feed"].replace("tag:example.com,1999:", "tag:竹 雪 "))


@pytest.mark.parametrize("gap", ["\n\n", "\n \n"])
def test_blank_lines_stay_between_paragraphs(gap: str) -> None:
    page, stays, _ = page_and_rest(PAGES["office"])
    spaced = gap.join(page.split("\n"))
    assert clean(spaced).text == gap.join(stays.split("\n"))


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("声 明", True),
        ("[摘 要]：", True),
        ("【内容提要】", True),
        ("编者按：", True),
        ("各县、区农机局：", True),
        # of the site
        ("文字大小", False),
        ("摘要图", False),
        ("声明公告", False),
        ("下载地址：点击此处", False),
        ("本页前言", False),
    ],
)
def test_what_opens_a_document_stays(line: str, *, stays: bool) -> None:
    head = "新能源公交车辆占比突破八成\n"
    page = f"首页 > 财经 > 正文\n{head}2022-06-08 08:12　来源：晚报\n{line}\n{PARAGRAPHS}分享到：\n"
    assert clean(page).text == head + (f"{line}\n" if stays else "") + PARAGRAPHS


@pytest.mark.parametrize("names", [0, 80])
def test_long_text_of_few_labels_is_a_page_where_one_block_holds_it(names: int) -> None:
    rule = (
        "各村应当在入冬以前查看桥梁，发现桥面、栏杆损坏的，报镇里派人修好，修好以前不许车辆通过。"
    )
    rules = [f"第{i}条 {rule}" for i in range(300)]
    rules[200:200] = ["石桥", "木桥"] * names
    text = "\n".join(rules)
    page = (
        "当前位置：首页 > 法规\n江北县桥梁规定\n来源：江北县 | 发布时间：2018-05-17\n"
        f"{text}\n上一篇：江北县道路规定\n版权所有：江北县\n"
    )
    (kept,) = WEB_PAGE(Document("case", page))
    assert kept.text.rstrip() == (page.rstrip() if names else f"江北县桥梁规定\n{text}")


def test_thread_of_long_posts_stays() -> None:
    posts = [PARAGRAPHS.replace("四千", f"{number}千") for number in range(1, 12)]
    page = "首页 > 论坛 > 公交\n" + "".join(
        f"{number}楼\n发表于 2019-10-11 21:15:30\n{post}回复\n举报\n分享到：\n"
        for number, post in enumerate(posts)
    )
    assert clean(page).text.rstrip("\n") == "".join(posts).rstrip("\n")


POST = "{} | 2008-3-7 19:54:07 | 显示全部楼层\n{}\n回复\n\n使用道具 举报\n\n"


def test_posts_of_a_saved_thread_stay_without_their_frame() -> None:
    question = "新能源公交车的占比到底是怎么算出来的？"
    short = "大概是按登记的车辆算的吧。\n"
    first, second = PARAGRAPHS.splitlines(keepends=True)
    page = f"{question}\n\n[复制链接]\n" + "".join(
        POST.format(name, post) for name, post in zip("甲乙丙", (short, first, second), strict=True)
    )
    text = clean(page).text.splitlines()
    assert [line for line in text if line] == [question, *(short + PARAGRAPHS).splitlines()]


def test_posts_of_a_saved_thread_need_no_sentence() -> None:
    verse = "夜色漫过了江面\n船在雾里慢慢睡去\n撑船的人点起一盏灯\n"
    first, second = PARAGRAPHS.splitlines(keepends=True)
    for posts in ((first, verse, second), (verse, first, second), (first + verse, second)):
        page = "夜里的渡口\n\n[复制链接]\n" + "".join(
            POST.format(name, post) for name, post in zip("甲乙丙", posts, strict=False)
        )
        text = clean(page).text.splitlines()
        assert [line for line in text if line] == ["夜里的渡口", *"".join(posts).splitlines()]


@pytest.mark.parametrize(
    "text",
    [
        # a game's guide; a manual of a forum
        f"使用道具\n{PARAGRAPHS}使用道具\n{PARAGRAPHS}举报\n",
        f"怎样只看一个人的帖子\n点“只看该作者”。\n{PARAGRAPHS}怎样举报\n点“使用道具 举报”。\n",
        f"[复制链接]\n{PARAGRAPHS}{PARAGRAPHS}",
    ],
)
def test_words_of_a_forum_make_no_thread(text: str) -> None:
    assert clean(text).text == text


@pytest.mark.parametrize(("line", "label"), LABELS.items())
def test_label(line: str, label: str) -> None:
    assert label_of(line) == label


@pytest.mark.parametrize(("line", "field"), FIELDS.items())
def test_field(line: str, field: str) -> None:
    assert label_of(line) in ("meta", "credit")
    assert meta_field(line) == field


@pytest.mark.parametrize(("line", "glued"), GLUED.items())
def test_glued_names(line: str, glued: bool) -> None:
    assert glued_names(line) == glued


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_is_done_with(text: str) -> None:
    """Quadratic, it would not end; how long it takes is for benchmarks/hostile.py."""
    assert len(clean(text).text) <= len(text)


def test_the_needles_are_those_of_the_regexes() -> None:
    scripts = pathlib.Path(__file__).parent.parent / "scripts"
    made = runpy.run_path(str(scripts / "make_needles.py"))["module"]()
    assert made == (scripts.parent / "cleaner" / "web" / "needles.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["", "\n\n\n", "首页", "首页\n登录\n注册"])
def test_a_text_of_labels_or_nothing_is_judged(text: str) -> None:
    assert sum(evidence(text).values()) < PAGE


def test_lines_of_a_novel_site() -> None:
    letter = (
        "她把那封信翻来覆去地看了三遍，才慢慢地折好，放回了抽屉里。窗外的雨还在下，声音很闷。\n"
    )
    smoke = "老周坐在门口，抽着烟，不敢看她的眼睛，他知道她在等一句话，可是这句话他说不出来。\n"
    chapter = f"第四十五章 旧信\n{letter}%s“他什么时候回来？”她问。\n{smoke}%s雨下了一整夜。\n%s"
    last = "本章未完，请点击下一章继续阅读！若没有新的章节了，请退出阅读模式再打开，谢谢！\n"
    for lines in (
        ("最新网址：www.example.com\n", "【本章未完，点击下一页继续阅读】\n", last),
        (
            "手机用户请浏览m.example.com阅读，更优质的阅读体验。\n",
            "更多精彩小说请访问www.example.com\n",
            "一秒记住【江城小说网 www.example.com】，精彩小说无弹窗免费阅读！\n",
        ),
        (
            "喜欢旧信请大家收藏：www.example.com旧信小说网更新速度最快。\n",
            "小说全文阅读尽在www.example.com\n",
            "看最新章节就上www.example.com小说网\n",
        ),
        (
            "更多精彩好书，更多TXT好书，请登录http://www.example.com\n",
            "本书由【书香小屋】整理，更多电子书请访问example.com\n",
            "本书由江城书库（www.example.com）免费制作提供\n",
        ),
        (
            "PS：今天第二更，感谢书友山里人的打赏！\n",
            "求收藏！求推荐票~\n",
            "（未完待续。如果您喜欢这部作品，您的支持就是我最大的动力。）（本章完）\n",
        ),
    ):
        assert clean(chapter % lines).text == chapter % ("", "", "")


@pytest.mark.parametrize(
    "line",
    [
        "他在网上找到的最新网址也打不开了。\n",
        "本书由江城出版社整理出版。\n",
        "本书由江城出版社（www.example.com）整理出版，定价二十元。\n",
        "更多电子书格式请访问www.example.com的帮助页\n",
        "本书由他整理成稿，存在www.example.com\n",
        "更多好书都在阁楼上。\n",
        "“最新网址：www.example.com”\n",
        "这样的句子有：\n最新网址：www.example.com\n",
        "本章未完\n",
        "本章未完，下一章再说老周和那条船的事。\n",
        "网址：www.example.com\n",
        "请访问www.example.com阅读更新日志。\n",
        "他写的小说首发在一家小网站上，没有人去看。\n",
        "她往下翻，又是一行：手机用户请浏览m.example.com阅读，更优质的阅读体验。\n",
        "喜欢看历史小说的读者可以访问www.example.com这个老站\n",
        "他把小说贴在www.example.com上，没有人阅读。\n",
        "小说的最后一行写着请访问www.example.com几个字\n",
        "老板说小说首发在www.example.com，当天就有一万人阅读。\n",
        "我常去的小说网站是www.example.com，请你也看看。\n",
        "本章未完，点击下一章继续阅读，她念出了声，然后把手机关掉。\n",
        "本章未完，点击下一页，屏幕上又是这一行。\n",
        "“一秒记住江城小说网www.example.com，无弹窗。”\n",
        "“求月票！求推荐票！”\n",
        "求推荐！求支持！\n",
        "他在群里求月票，没有人理他。\n",
        "求人不如求己，求票不如求神。\n",
        "PS：药放在第二个抽屉里，记得吃。\n",
        "PS：他没有打赏，也没有留下名字。\n",
        "（未完待续）\n",
        "上一章讲过目录的写法，下一章讲索引。\n",
    ],
)
def test_lines_that_no_novel_site_set(line: str) -> None:
    letter = (
        "她把那封信翻来覆去地看了三遍，才慢慢地折好，放回了抽屉里。窗外的雨还在下，声音很闷。\n"
    )
    text = f"旧信\n{letter}{line}{letter}她没有再问。\n他也没有再说。\n"
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("line", "is_title"),
    [
        ("The last ferryman of the lower river will not leave, though the bridge is open", True),
        (
            "Der letzte Fährmann am unteren Fluss will nicht gehen, obwohl die Brücke offen ist",
            True,
        ),
        # a summary, and one without its end mark
        ("The ferryman is old, and the bridge is open now, but he stays where he was. " * 3, False),
        ("He has rowed the boat for forty years, and says that he will go on " * 2, False),
    ],
)
def test_a_headline_in_latin_letters_is_longer(line: str, is_title: bool) -> None:
    body = "He has rowed the boat for forty years, in all weathers. He says he will stay.\n"
    page = (
        "Skip to content\nHome\nNews\nCulture\nSports\nHome > Culture\n"
        f"{line.strip()}\nMay 3, 2019\nShare\nTweet\n{body}{body.replace('boat', 'ferry')}"
        "Related articles\nThe bridge is open\nCopyright © 2019 Bamboo. All rights reserved.\n"
    )
    (document,) = WEB_PAGE(Document("page", page))
    assert document.text.startswith(line.strip()) == is_title


@pytest.mark.parametrize(("below", "is_page"), [("", True), ("Then the page is shown. ", False)])
def test_a_line_of_rights_stands_round_the_text(below: str, is_page: bool) -> None:
    body = "He has rowed the boat for forty years, in all weathers. He says he will stay.\n"
    page = (
        f"Bamboo\nRiver\nHills\nTea\nBoats\nFaces\nThe last ferryman\n{body}{body}"
        f"0 comments\nLeave a reply\nThis site uses cookies, as others do. {body}"
        f"Copyright © 2019 Bamboo. All rights reserved.\n{below and below + body}"
    )
    assert (sum(evidence(page).values()) >= PAGE) == is_page
