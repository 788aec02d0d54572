"""Pages divided into articles. Texts that are not of the seeds are made up."""

import pytest

from cleaner.document import Division, Document, Edit, rewrite
from cleaner.layout import read_lines
from cleaner.paper.headshape import is_heading
from cleaner.stages.articles import ARTICLE

COLUMNS = {"columns": [18.0, 13.0]}


def articles(text: str, **meta: object) -> list[tuple[str | None, str]]:
    results = ARTICLE(Document("page", text, meta))
    return [(one.meta.get("title"), one.text) for one in results if one.outcome is None]


def titles(text: str, **meta: object) -> list[str | None]:
    return [title for title, _ in articles(text, **meta)]


BODY = "近日，市人社部门召开会议，研究部署下一阶段的就业工作，要求各区县抓紧落实。"
MORE = "下一步，各区县将继续办好招聘活动，把岗位送到群众家门口，让更多人在家门口就业。"


def test_a_head_has_its_title_kicker_and_subtitle() -> None:
    (parent, first, second) = ARTICLE(
        Document(
            "page",
            f"搭建交流平台 激发钻研热情\n\n江西信丰货运司机以赛促练强技能\n\n"
            f"本报讯 （记者王晓颖）{BODY}\n\n呼和浩特形成引才聚才“强磁场”\n\n"
            f"——高质量发展系列综述之三\n\n●本报记者 苗青\n\n{MORE}",
        )
    )
    assert isinstance(parent.outcome, Division)
    assert first.meta["kicker"] == "搭建交流平台 激发钻研热情"
    assert first.meta["title"] == "江西信丰货运司机以赛促练强技能"
    assert second.meta["title"] == "呼和浩特形成引才聚才“强磁场”"
    assert second.meta["subtitle"] == "高质量发展系列综述之三"


def test_text_behind_closing_credits_is_an_article_without_title() -> None:
    credit_lines = "(参与记者 曾维)\n(新华社马拉博5月29日电)"
    text = f"{BODY}\n\n{MORE}\n\n{credit_lines}\n\n{MORE}\n\n{BODY}\n\n{MORE}"
    assert titles(text) == [None, None]


def test_a_rest_behind_closing_credits_is_none() -> None:
    text = f"{BODY}\n\n{MORE}\n\n(新华社马拉博5月29日电)\n\n他说完了。"
    assert articles(text) == [(None, text)]


def test_the_name_of_a_section_belongs_to_no_article() -> None:
    text = (
        f"中国企业获国际电联年度大奖\n\n新华社日内瓦5月28日电 {BODY}\n\n资讯\n\n"
        f"保民生 促经济 赤峰市全力推动高质量充分就业\n\n{BODY}\n\n打好就业“组合拳”\n\n{MORE}"
        f"\n\n济宁已有161人获评齐鲁首席技师\n\n本报讯 （记者田国全）{MORE}"
    )
    assert titles(text) == [
        "中国企业获国际电联年度大奖",
        "保民生 促经济 赤峰市全力推动高质量充分就业",
        "济宁已有161人获评齐鲁首席技师",
    ]
    assert not any("资讯" in one for _, one in articles(text))
    assert "打好就业“组合拳”" in articles(text)[1][1]


def test_in_columns_a_blank_line_tells_where_it_is_rare() -> None:
    body = f"{BODY}\n{MORE}\n{BODY}\n{MORE}"
    text = f"李强会见赞比亚总统\n{body}\n有关方面的反应\n{body}\n\n各地积极应对新一轮寒潮\n{body}"
    assert titles(text, **COLUMNS) == ["李强会见赞比亚总统", "各地积极应对新一轮寒潮"]


def test_the_rest_of_a_title_over_two_lines() -> None:
    body = f"{BODY}\n\n{MORE}\n\n{BODY}\n\n{MORE}\n\n{BODY}"
    text = (
        f"俄称打击乌空军基地 乌称打击赫尔松两座\n\n桥梁\n\n{body}\n\n李强会见赞比亚总统\n\n{body}"
    )
    assert titles(text, **COLUMNS) == [
        "俄称打击乌空军基地 乌称打击赫尔松两座桥梁",
        "李强会见赞比亚总统",
    ]


def test_a_box_is_known_by_bullets_that_were_taken_off() -> None:
    text = (
        "呼和浩特形成引才聚才“强磁场”\n●本报记者 苗青\n■ 支持通用机场建设。\n■ 发展低空经济。\n"
        "\n国务院关于推动内蒙古高质量发展奋力书写新篇章的意见\n七个方面主要任务②\n"
        f"■ 布局建设创新平台。\n■ 发展银发经济。\n{BODY}\n{MORE}\n{BODY}\n{MORE}"
    )
    edits = [Edit(at, "■ ", "") for at in range(len(text)) if text.startswith("■ ", at)]
    page = rewrite(Document("page", text, COLUMNS), "wrapped-line", edits)
    (_, first, second) = ARTICLE(page)
    assert first.text == f"●本报记者 苗青\n{BODY}\n{MORE}\n{BODY}\n{MORE}"
    assert second.text == "支持通用机场建设。\n发展低空经济。\n布局建设创新平台。\n发展银发经济。"


def test_a_digest_that_a_dateline_announces_is_one_article() -> None:
    item = f"{BODY}\n\n"
    text = (
        f"李强会见赞比亚总统\n\n央视网消息（新闻联播）：{item}国内联播快讯速览\n\n"
        f"央视网消息（新闻联播）：\n\n我国开展号码保护服务业务试点工作\n\n{item}"
        f"上合组织国家电影节在重庆市开幕\n\n{item}黄河调水调沙正式进入排沙阶段\n\n{item}"
    )
    assert titles(text, **COLUMNS) == ["李强会见赞比亚总统", "国内联播快讯速览"]


@pytest.mark.parametrize("meta", [{"title": "已有的标题"}, {"schema": 1}, {"script": "ja"}])
def test_what_has_a_title_or_is_not_chinese_stays(meta: dict[str, object]) -> None:
    text = f"李强会见赞比亚总统\n\n本报讯 {BODY}\n\n各地应对寒潮\n\n本报讯 {MORE}"
    (only,) = ARTICLE(Document("page", text, meta))
    assert only.text == text


def test_the_headline_of_a_web_page() -> None:
    text = f"冀疆情深满天山\n——河北省对口援疆工作综述\n{BODY}\n援疆强经济\n{MORE}"
    web = {"score": 5, "evidence": ["tags"], "headline": True}
    (only,) = ARTICLE(Document("page", text, {"web": web}))
    assert (only.id, only.meta["title"]) == ("page", "冀疆情深满天山")
    assert only.meta["subtitle"] == "河北省对口援疆工作综述"
    assert only.text == f"{BODY}\n援疆强经济\n{MORE}"


def test_a_web_page_without_headline_stays() -> None:
    text = f"{BODY}\n{MORE}"
    assert articles(text, web={"score": 5, "headline": False}) == [(None, text)]


def test_a_list_of_links_is_no_paper() -> None:
    links = "\n".join(f"【专题】各地应对寒潮的第{n}个办法" for n in "一二三四五六七八九")
    text = f"{links}\n（新华社北京5月3日电）\n{links}"
    assert titles(text) == [None]


@pytest.mark.parametrize(
    "text",
    [
        f"{BODY}\n\n——题记\n\n{MORE}",
        f"第一章 总则\n\n{BODY}\n\n第二章 分则\n\n{MORE}",
        f"问：学校是什么时候办起来的\n\n答：{BODY}\n\n问：有多少学生\n\n答：{MORE}",
        "日期 地点\n周一 礼堂\n周二 操场\n周三 教室",
        f"同志们、朋友们：\n\n{BODY}\n\n{MORE}\n\n谢谢大家！",
        f"甲：（上）{BODY}\n乙：{MORE}\n甲：（下）好。",
        f"安装\n\n{BODY}\n\n配置网络\n\n{MORE}\n\n常见问题\n\n{BODY}",
    ],
)
def test_other_text_stays(text: str) -> None:
    (only,) = ARTICLE(Document("x", text))
    assert only.text == text


def test_a_collection_of_poems_is_one_article() -> None:
    poems = (
        ("渡口的早晨", "王小雨", "船在水里睡着，水在船下醒着。"),
        ("北岭的雪夜", "李立", "桥还没有修好。"),
    )
    text = "\n\n".join(f"《{name}》\n作者：{writer}\n{verse}" for name, writer, verse in poems)
    assert len(ARTICLE(Document("poems", text))) == 1


def test_headlines_that_stand_in_a_pile_go_to_the_texts_that_repeat_them() -> None:
    first = "央视网消息（新闻联播）：葵花社区发展社区养老，老年人在家门口享受暖心的养老服务。"
    second = "央视网消息（新闻联播）：一个年轻人组成的种菜班建起智慧菜园，带动村民增收。"
    text = (
        f"年轻人的种菜班建起智慧菜园\n\n葵花社区养老服务暖人心\n\n{first}\n\n{BODY}\n\n{MORE}\n\n"
        f"{second}\n\n{MORE}\n\n{BODY}"
    )
    assert articles(text, **COLUMNS) == [
        ("葵花社区养老服务暖人心", f"{first}\n\n{BODY}\n\n{MORE}"),
        ("年轻人的种菜班建起智慧菜园", f"{second}\n\n{MORE}\n\n{BODY}"),
    ]


@pytest.mark.parametrize("meta", [{"web": "https://example.org"}, {"title": ""}, {"columns": None}])
def test_fields_of_a_reader_that_have_our_names(meta: dict[str, object]) -> None:
    text = f"李强会见赞比亚总统\n\n本报讯 {BODY}\n\n各地应对寒潮天气\n\n本报讯 {MORE}"
    assert titles(text, **meta) == ["李强会见赞比亚总统", "各地应对寒潮天气"]


@pytest.mark.parametrize("columns", [3, "three", ["a"], {"a": 1}, True, [0]])
def test_the_columns_of_a_reader_are_no_widths(columns: object) -> None:
    news = "本报讯（记者 王平）3月11日，我县召开森林防火工作会议，要求各乡镇抓好落实。"
    text = "".join(f"第{at}次会议部署防火工作\n{news}\n" for at in "一二三")
    plain = ARTICLE(Document("page", text))
    assert len(ARTICLE(Document("page", text, {"columns": columns}))) == len(plain)


def test_a_subtitle_by_its_dashes_shows_the_title_above_it() -> None:
    text = (
        f"一线见闻\n\n合肥农田水利建设提速\n\n——全市推进改革发展综述\n\n本报记者 李雪梅\n\n"
        f"{BODY}\n\n{MORE}\n\n（记者 吴迪）\n\n青山绿水引客来\n\n本报记者 林涛\n\n{BODY}\n\n{MORE}"
    )
    first, second = ARTICLE(Document("page", text))[1:]
    assert first.meta["kicker"] == "一线见闻"
    assert first.meta["title"] == "合肥农田水利建设提速"
    assert first.meta["subtitle"] == "全市推进改革发展综述"
    assert second.meta["title"] == "青山绿水引客来"


# A printed report: its title, and right below the first of its numbered sections.
_REPORT = f"江城县基层卫生服务能力调查报告\n一、基本情况\n{BODY}\n二、对策建议\n{MORE}"


def test_the_title_of_a_printed_report_stands_above_its_first_section() -> None:
    assert titles(_REPORT, **COLUMNS) == ["江城县基层卫生服务能力调查报告"]
    # As it stands in a text that was never in columns, it is a line of it.
    assert titles(_REPORT) == [None]


# The first chapter's name is not the book's. synthetic
@pytest.mark.parametrize(("chapters", "expected"), [(1, "老闸边上的水尺"), (4, None)])
def test_the_name_of_the_first_of_several_chapters_is_no_title(
    chapters: int, expected: str | None
) -> None:
    named = ("老闸边上的水尺", "看水人走了夜路", "雪落在下游闸口", "一册蓝皮旧本子")
    said = (
        "老闸的水尺立在下游，每天早晚各读一次，看水人把读数写在一本蓝皮的旧本子里，雪天也不例外。"
    )
    text = "\n\n".join(f"{name}\n\n{said}\n\n{said}" for name in named[:chapters])
    assert titles(text) == [expected]


# Rules round the head of a book, as readers of novels share them.
def test_a_rule_above_the_first_head_is_no_text() -> None:
    rule = "=" * 27
    head = f"{rule}\n《寒江夜渡》\n作者：沈小川\n内容简介：\n  一条夜渡的船。\n{rule}\n\n"
    ((title, text),) = articles(f"{head}正文\n\n第一章 渡口\n\n{BODY}\n\n第二章 船家\n\n{MORE}")
    assert title == "《寒江夜渡》"
    assert text.startswith(rule)


# One text of a collection in Markdown, and its writer in a quotation. synthetic
@pytest.mark.parametrize("name", ["> 清代：闸口舒月", "清代：闸口舒月"])
def test_who_wrote_is_no_title(name: str) -> None:
    text = (
        f"# 闸记\n\n{name}\n\n"
        + "闸口的水尺立在下游，每天早晚各读一次，读数写在一本蓝皮的本子里。" * 2
    )
    text += (
        "\n\n看水尺的人换过四个，舒月是清代最后一个，都住在闸口的小屋里，屋里只有一张床和一盏灯。"
    )
    assert titles(text) == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19:55 焦点访谈特别节目", False),
        ("江政发〔2019〕14号", False),
        ("2.1 研究区概况", False),
        ("3.2. 水尺的安装", False),
        ("10.1.3. Git 的安装", False),
        ("第 4 章 水尺的安装", False),
        ("第九回　守闸人夜读水尺 送信客雪中问路", False),
        ("第三回合谈判在老闸镇举行", True),
        ("表 6.13. 老闸各年的水位", False),
        ("2.5亿元项目落户老闸镇", True),
        ("【摘要】为了解山地茶园土壤酸化的规律", False),
        ("【在希望的田野上】新技术助力春耕", True),
        ("2.1万人参加城市马拉松赛", True),
        ("120急救电话一天接听三百次", True),
        ("20200402渡口的新船下水了", True),
        ("渡口的新船（编号156066050）下水", True),
        ("渡口的新船0875-2121234下水", False),
        ("渡口的新船13912345678下水", False),
        ("IMG_20211103_101522.jpg", False),
        ("微信图片_20211103165012.jpg", False),
        ("第14号台风明天登陆", True),
        ("[09:00:25] 客服007：亲，请问有什么可以帮您？", False),
        ("09:00 开船 雾大停航", False),
        ("[12] 低水头闸站流量率定", False),
        ("7:1大胜 青石队晋级决赛", True),
        ("600001 青石水利 7.32 0.12 1.67 120.4", False),
        ("柴胡半斤　黄芩三两　人参三两　半夏半升　甘草　生姜三两", False),
        ("宫保鸡丁 小份中份大份  28/38/48", False),
        ("稳增长 促改革 调结构 惠民生 防风险", True),
        ("保民生　促经济　稳就业", True),
        ("图为社员正在分拣西红柿", False),
        ("▲上图为合作社的分拣车间", False),
        ("图书为媒 小区里的读书会", True),
        ("江城大学水利学院，江城 430000", False),
        ("江城大学水利学院430名新生入学", True),
        ("投稿信箱：river@example.com", False),
        ("致敬@你 渡口的守闸人", True),
        ("@江城人，渡口明天停航", True),
    ],
)
def test_what_has_the_shape_of_a_heading(text: str, *, expected: bool) -> None:
    assert is_heading(read_lines(text)[0]) is expected


def test_headlines_of_letters_and_behind_names_in_brackets() -> None:
    text = (
        f"公交站牌别再失忆\n编辑同志：\n{BODY}\n{MORE}\n（吕涵 卢洋晨）\n"
        f"老粮站变身乡村图书角\n{BODY}\n{MORE}"
    )
    assert titles(text, **COLUMNS) == ["公交站牌别再失忆", "老粮站变身乡村图书角"]


def test_notices_of_a_newspaper_are_articles() -> None:
    notices = [("遗失声明", "王伟遗失身份证，声明作废。"), ("停水通知", "明天八时至十八时停水。")]
    text = "\n".join(f"{head}\n{body}" for head, body in [*notices, notices[0]])
    assert titles(text, **COLUMNS) == ["遗失声明", "停水通知", "遗失声明"]
    assert titles(text) == [None]


# synthetic
_FILM = (
    "白布在两棵杨树之间一拉，四个角用麻绳绑紧，露天电影就算有了银幕，孩子们早就占好了位置。",
    "机器一响，光柱里全是飞虫，有风的时候银幕会鼓起来，谁都不笑，看得入神，直到片子放完。",
)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("文化漫笔", "看一场露天电影"),
        ("寻常巷陌", "换个思路找出路"),
        ("秋收一线见到的事", "看一场露天电影 全村人都出来了"),
        ("北方的冬天特别冷", "看一场露天电影"),  # nor does any other text
    ],
)
def test_a_short_heading_of_which_the_text_says_nothing_is_a_kicker(name: str, title: str) -> None:
    page = "\n".join(
        (name, title, "●本报记者 苗青", *_FILM, *_FILM, "山里的客运站开门", MORE, BODY)
    )
    first = next(one for one in ARTICLE(Document("page", page, COLUMNS)) if "title" in one.meta)
    assert (first.meta["title"], first.meta["kicker"]) == (title, name)


@pytest.mark.parametrize(
    ("name", "title"),
    [
        pytest.param("露天电影", "看片子的人挤满了村口的打谷场", id="the text speaks of it"),
        pytest.param("寻常巷陌", "换个思路", id="four characters above four"),
        pytest.param("寻常巷陌", "——换个思路找出路", id="four characters above a subtitle"),
    ],
)
def test_another_short_heading_is_the_title(name: str, title: str) -> None:
    page = "\n".join((name, title, "●本报记者 苗青", *_FILM, *_FILM))
    results = ARTICLE(Document("page", page, COLUMNS))
    assert "kicker" not in results[-1].meta


@pytest.mark.parametrize("heading", ["致歉", "征婚", "致\N{IDEOGRAPHIC SPACE}歉"])
def test_notices_of_two_characters(heading: str) -> None:
    page = f"停水通知\n{BODY}\n{heading}\n{MORE}\n遗失声明\n{BODY}\n{MORE}"
    assert titles(page, **COLUMNS)[1] == heading.replace("\N{IDEOGRAPHIC SPACE}", " ")


def test_what_only_speaks_of_a_notice_is_none() -> None:
    page = f"停水通知\n{BODY}\n征婚的人\n{MORE}\n小事\n{MORE}\n遗失声明\n{BODY}"
    assert titles(page, **COLUMNS) == ["停水通知", "遗失声明"]


@pytest.mark.parametrize("names", ["张小山，李明", "张小山 1，李明 2"])
def test_names_under_a_heading_in_columns_are_its_byline(names: str) -> None:
    page = f"{BODY}\n{MORE}\n山地茶园的土壤与施肥\n{names}\n{MORE}\n{BODY}\n{MORE}"
    assert titles(page, **COLUMNS) == [None, "山地茶园的土壤与施肥"]


@pytest.mark.parametrize("line", ["本县八个乡镇", "张家口，邯郸", "说的和做的"])
def test_other_words_under_a_heading_are_none(line: str) -> None:
    page = f"{BODY}\n{MORE}\n山地茶园的土壤与施肥\n{line}\n{MORE}\n{BODY}\n{MORE}"
    assert titles(page, **COLUMNS) == [None]


RECORDS = (
    "1965年5月6日江城日报 第1版\n\n"
    f"第1版(要闻)\n专栏：\n\n水渠通水\n{BODY}\n{MORE}\n\n\n"
    f"第1版(要闻)\n专栏：\n\n【江城五日电】{MORE}\n\n\n"
    f"第1版(要闻)\n专栏：\n\n简讯\n{BODY}\n\n\n"
    f"第2版(副刊)\n专栏：读者来信\n\n麦子熟了\n今年的麦子熟得早，村里的人都说是水渠的功劳。\n"
)


def test_records_of_a_database_are_its_articles() -> None:
    assert articles(RECORDS) == [
        ("水渠通水", f"{BODY}\n{MORE}"),
        (None, f"【江城五日电】{MORE}"),
        ("简讯", BODY),
        ("麦子熟了", "今年的麦子熟得早，村里的人都说是水渠的功劳。"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        # 专栏 of a plan and of a form; a page's number in a text
        f"专栏：\n水渠通水\n{BODY}\n{MORE}",
        f"水渠通水以后\n专栏：读者来信\n投稿人：李大山\n{BODY}\n{MORE}",
        f"规划全文如下。\n专栏1：重点工程\n{BODY}\n专栏2：保障措施\n{MORE}",
        f"名单见第3版。\n专栏：先进个人\n{BODY}\n{MORE}",
    ],
)
def test_a_column_s_name_alone_divides_nothing(text: str) -> None:
    ((title, rest),) = articles(text)
    assert "\n".join(filter(None, (title, rest))) == text


SECTIONS = [
    ("4.4 安装与调试", f"{BODY}"),
    ("4.4.1 参数的含义", f"昨天，渡口的轮船停航了，{MORE}"),
    ("4.4.2 日志", f"马拉松赛于四月开跑，{BODY}"),
    ("4.5 常见问题", MORE),
]


@pytest.mark.parametrize("byline", ["", "\n\n李明"])
def test_numbered_sections_are_one_work(byline: str) -> None:
    parts = "\n\n".join(f"{head}\n\n{text}\n{MORE}" for head, text in SECTIONS)
    assert len(articles(f"水利工程手册{byline}\n\n{parts}", **COLUMNS)) == 1


def test_sections_out_of_order_are_one_work() -> None:
    heads = [
        "1 工具箱的用途",
        "4 电源的安装",
        "2 支架与底座",
        "3 渡口的轮船",
        "6 日志的格式",
        "5 参数",
    ]
    bodies = [f"昨天，马拉松赛在渡口开跑，{MORE}", BODY, f"轮船停航了，{MORE}"] * 2
    parts = "\n\n".join(
        f"{head}\n\n{text}\n{BODY}" for head, text in zip(heads, bodies, strict=True)
    )
    assert len(articles(f"水利工程手册\n\n李明\n\n{parts}", **COLUMNS)) == 1


def test_sections_of_an_article_beside_others_are_no_work() -> None:
    parts = "\n\n".join(f"{head}\n\n本报讯 （记者李明）{text}" for head, text in SECTIONS)
    assert len(articles(parts, **COLUMNS)) > 1
