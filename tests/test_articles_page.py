"""What a page that kept its paragraphs shows beside bylines and datelines. Texts are made up."""

import pytest
from test_articles import BODY, COLUMNS, MORE, titles
from test_articles_heads import DATED

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.paper.beside import read_page
from cleaner.paper.headings import CREDIT
from cleaner.paper.headshape import is_heading

# One article with a byline and one with a dateline, so that the page is a paper's.
_LAST = f"济宁已有161人获评齐鲁首席技师\n\n本报讯 （记者田国全）{MORE}"
_FIRST = f"呼和浩特形成引才聚才“强磁场”\n\n●本报记者 苗青\n\n{BODY}\n\n{MORE}"
_HEADS = "呼和浩特形成引才聚才“强磁场”"
_NOTICE = "平川县永兴养殖专业合作社决定解散，债权人请于见报之日起四十五日内申报债权。"


@pytest.mark.parametrize(
    ("text", "second"),
    [
        pytest.param(
            f"{_FIRST}\n\n（下转第3版）\n\n社区食堂开进小区\n\n{MORE}\n\n{BODY}",
            "社区食堂开进小区",
            id="goes on elsewhere",
        ),
        pytest.param(f"{_FIRST}\n\n注销公告\n\n{_NOTICE}", "注销公告", id="a notice"),
        pytest.param(
            f"{_FIRST}\n\n老人的“百宝箱”\n\n图为方顺德在展示奖状。\n\n宁远 摄",
            "老人的“百宝箱”",
            id="a picture",
        ),
        pytest.param(
            f"{_FIRST}\n\n（指导教师：李明）\n\n社区食堂开进小区\n\n{MORE}\n\n{BODY}",
            "社区食堂开进小区",
            id="who taught the writer",
        ),
        pytest.param(
            f"{_FIRST} 本报记者 李明 文/图\n\n社区食堂开进小区\n\n{MORE}\n\n{BODY}",
            "社区食堂开进小区",
            id="who reported",
        ),
        pytest.param(
            f"{_FIRST}（李明）\n\n乡村振兴·一线见闻\n社区食堂开进小区\n\n{MORE}\n\n{BODY}",
            "社区食堂开进小区",
            id="a series between",
        ),
        pytest.param(
            f"{_FIRST}\n\n社区食堂开进小区\n\n（通讯员 余舟）{MORE}\n\n{BODY}",
            "社区食堂开进小区",
            id="names as a dateline",
        ),
        pytest.param(
            f"{_FIRST}\n\n注意！这些路段明起封闭\n\n本报讯 {MORE}\n\n{BODY}",
            "注意！这些路段明起封闭",
            id="a call first",
        ),
        pytest.param(
            f"{_FIRST}\n\n致歉\n\n{_NOTICE}\n\n本报编辑部", "致歉", id="a notice of two characters"
        ),
        pytest.param(
            f"{_FIRST}\n\n老街换上新路灯\n\n十二日，城南老街换上了新路灯，新灯比旧灯省电。",
            "老街换上新路灯",
            id="a day in words of numbers",
        ),
        pytest.param(
            f"{_FIRST}\n\n小香菇撑起致富伞\n\n{MORE}\n\n{BODY}（董娜）",
            "小香菇撑起致富伞",
            id="alone between two signs",
        ),
        pytest.param(
            f"江西信丰以赛促练\n\n{BODY}\n\n{MORE}\n\n记者 李明\n\n小香菇撑起致富伞\n\n{MORE}"
            f"\n\n{BODY}",
            "小香菇撑起致富伞",
            id="a credit under the text above",
        ),
        pytest.param(
            f"{_FIRST}\n\n编者按：今年是建市三十周年，本报开设专栏。\n\n从三条街到三十条街\n\n{MORE}"
            f"\n\n{BODY}",
            "从三条街到三十条街",
            id="an editor's note between",
        ),
        pytest.param(
            f"{_FIRST}\n\n食堂来了学生经理\n\n汤　春\n\n{MORE}\n\n{BODY}",
            "食堂来了学生经理",
            id="a name set apart",
        ),
    ],
)
def test_an_article_begins(text: str, second: str) -> None:
    assert titles(f"{text}\n\n{_LAST}")[1:] == [second, _LAST.split("\n", maxsplit=1)[0]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{_FIRST}\n\n社区食堂开进小区\n\n{MORE}\n\n{BODY}", id="no sign"),
        pytest.param(
            f"{_FIRST}\n\n（上接第1版）\n\n让老人吃得好\n\n{MORE}\n\n{BODY}",
            id="comes from elsewhere",
        ),
        pytest.param(f"{_FIRST}\n\n通知发出以后\n\n{MORE}\n\n{BODY}", id="the word alone"),
        pytest.param(
            f"{_FIRST}\n\n让老人吃得好\n\n{MORE}\n\n图为方顺德在展示奖状。\n\n宁远 摄\n\n{BODY}",
            id="a picture inside",
        ),
        pytest.param(
            f"{_FIRST}\n\n让老人吃得好\n\n{MORE}\n\n让老人住得好\n\n{BODY}（董娜）",
            id="two between",
        ),
        pytest.param(
            f"{_FIRST}\n\n让老人吃得好\n\n{MORE}\n\n（参与采写 董娜）",
            id="who helped with the first",
        ),
        pytest.param(f"{_FIRST}谁来报道？\n\n让老人吃得好\n\n{MORE}\n\n{BODY}", id="a question"),
    ],
)
def test_a_subhead_stays(text: str) -> None:
    assert titles(f"{text}\n\n{_LAST}") == [_HEADS, _LAST.split("\n", maxsplit=1)[0]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"注销公告\n\n{_NOTICE}\n\n减资公告\n\n{_NOTICE}", id="forms of notices"),
        pytest.param(f"第一节\n\n{MORE}（下转第3版）\n\n第二节\n\n{BODY}", id="no paper"),
    ],
)
def test_no_paper_is_divided(text: str) -> None:
    assert len(titles(text)) == 1


def test_reports_without_blank_lines_begin_over_their_datelines_however_short() -> None:
    quake = "平川近海发生四级地震\n本报平川4月4日电（记者杨光）平川近海4日凌晨发生4级地震。"
    canal = "柳河船闸放宽吃水\n本报柳河7月9日电 柳河船闸9日宣布，船舶吃水放宽至3米。"
    short = "没有人员伤亡。\n（完）"
    assert titles(f"{quake}\n{short}\n{canal}\n{short}") == [
        "平川近海发生四级地震",
        "柳河船闸放宽吃水",
    ]


def test_a_notice_without_blank_lines_begins_under_a_report() -> None:
    text = f"{_FIRST}\n启事\n本人遗失退休证一本，编号零三七七，声明作废。\n{_LAST}"
    assert titles(text.replace("\n\n", "\n"))[1] == "启事"


@pytest.mark.parametrize(
    ("byline", "begins"),
    [
        ("本报记者 李明", True),
        ("●李明", True),
        ("本报记者 李明 摄", False),  # a picture above the first paragraph of a section
        ("●李明\n●王平", False),
        ("●水尺", False),
        ("让老人住得好", False),
    ],
)
def test_who_wrote_under_a_heading_without_blank_lines(byline: str, *, begins: bool) -> None:
    texts = (_FIRST, "让老人吃得好", MORE, "食堂开进小区", byline, MORE, BODY, _LAST)
    heads = titles("\n".join(texts).replace("\n\n", "\n"))
    assert heads == [_HEADS, *(["食堂开进小区"] if begins else []), _LAST.split("\n", 1)[0]]


POEMS = (
    "渡口\n陈小雨\n船还没有来，\n对岸的灯先亮了，\n我数着水里的火，\n一盏，两盏。",
    "老车间\n戴小军\n天车停在半空，\n像一句没有说完的话，\n机油的味道渗进墙里，\n四十年没有散。",
)
_HEAD = "江城日报　2024年3月9日　星期六　第4版　副刊"
_ESSAY = f"父亲的算盘\n□ 何小山\n{BODY}\n{MORE}"


_SHORT = (("在高原上种树的人", "祁连生"), ("一封迟到的信", "木　槿"), ("渡口", "范北辰"))


def test_poems_of_short_titles_over_their_poets_names() -> None:
    found = titles("\n".join((_HEAD, *POEMS, _ESSAY)))
    assert found == ["渡口", "老车间", "父亲的算盘"]


def test_names_set_apart_are_bylines_though_they_are_words() -> None:
    poem = "初雪\n田　野\n你来的时候\n没有敲门\n只在窗上\n呵了一口气"
    essay = f"说“闲”\n李　明\n{BODY}\n{MORE}"
    found = titles("\n".join((_HEAD, f"腊八粥\n王　平\n{BODY}\n{MORE}", poem, essay)))
    assert found == ["腊八粥", "初雪", "说“闲”"]


@pytest.mark.parametrize("word", ["简　介", "方　法", "公　告", "须　知", "祝　福", "索　引"])
def test_words_set_apart_are_no_bylines(word: str) -> None:
    blocks = read_page(Document("page", f"{_HEAD}\n{_ESSAY}\n老车间的一天\n{word}\n{BODY}")).blocks
    assert CREDIT not in [one.kind for one in blocks if one.text == word]


@pytest.mark.parametrize("name", ["陈小雨", "陈　雨"])
def test_a_staff_is_no_poem(name: str) -> None:
    staff = f"主编\n{name}\n副主编\n戴　军\n美编\n何小山\n校对\n赵　平"
    blocks = read_page(Document("page", f"{_HEAD}\n{_ESSAY}\n{staff}\n{staff}")).blocks
    assert CREDIT not in [one.kind for one in blocks if one.text == name]


GAUGE = "为校准老闸的水尺，比较了木尺和铁尺在不同水位下的读数，结果表明，两者的误差都随水温升高。"
BEAM = "对落叶松木梁进行了弯曲疲劳试验，采用声发射技术监测损伤的发展，提出了识别损伤阶段的方法。"


def paper(title: str, names: str, abstract: str) -> str:
    house = "（江城水利学院，江城 130021）"
    body = f"关键词：{title[:2]}；校准\n[1]　赵明．{title[:2]}志．"
    return f"{title}\n{names}\n{house}\n{abstract}\n{body}"


def test_papers_of_a_journal_begin_above_their_abstracts() -> None:
    one = paper("老闸水尺的校准试验", "周启航，郎文静", f"摘　要：{GAUGE}")
    other = paper("落叶松木梁疲劳损伤的声发射识别", "宫立群，纪晓彤", f"摘　要：{BEAM}")
    assert titles(one) == ["老闸水尺的校准试验"]
    assert titles(f"{one}\n\n{other}")[1:] == ["落叶松木梁疲劳损伤的声发射识别"]


def test_names_over_no_abstract_are_no_bylines() -> None:
    one = paper("老闸水尺的校准试验", "周启航，郎文静", GAUGE)
    other = paper("落叶松木梁疲劳损伤的声发射识别", "宫立群，纪晓彤", BEAM)
    assert len(titles(f"{one}\n\n{other}")) == 1


def test_a_staff_is_no_poem_with_a_title() -> None:
    staff = "主编\n陈小雨\n副主编\n戴小军\n编委\n王国柱\n李兰\n美编\n何小山"
    assert titles(f"{_HEAD}\n{_ESSAY}\n{staff}") == ["父亲的算盘"]


def test_names_over_short_paragraphs() -> None:
    pieces = [f"{title}\n{name}\n{MORE[:22]}。\n{MORE}" for title, name in _SHORT]
    blocks = read_page(Document("page", "\n".join((_HEAD, *pieces)))).blocks
    assert [one.text for one in blocks if one.kind == CREDIT] == [name for _, name in _SHORT]


@pytest.mark.parametrize("label", ["参会人员", "获奖者"])
def test_names_under_a_field_of_names_are_no_byline(label: str) -> None:
    text = f"老旧小区改造会议纪要\n\n{BODY}\n{MORE}\n{label}：刘伟  张建国  王丽娟\n李明华  赵强\n"
    assert len(titles(text)) == 1


# Rows of a table, and a head of three characters below text. Synthetic.
_ROWS = "江城队2：1胜青石队\n柳园队3：0胜渡口队\n老闸队1：1平石桥队"
_SCORES = f"联赛第三轮战报\n{_ROWS}\n江城队客场逆转\n本报记者 李晖\n{BODY}\n{MORE}"


def test_rows_of_a_table_are_no_headings() -> None:
    assert titles(f"{_HEAD}\n{_SCORES}") == ["联赛第三轮战报", "江城队客场逆转"]
    kinds = {one.text: one.kind for one in read_page(Document("page", _SCORES)).blocks}
    assert {kinds[row] for row in _ROWS.split("\n")} == {"text"}


@pytest.mark.parametrize(
    "lines",
    [
        "我市5人获奖\n全县3项工程开工\n柳园镇12户搬新居",  # headlines with one number each
        "江城队客场逆转\n柳园队主场失利\n老闸队再胜一场",
    ],
)
def test_headlines_in_a_row_are_no_rows(lines: str) -> None:
    kinds = {one.text: one.kind for one in read_page(Document("page", f"{lines}\n{BODY}")).blocks}
    assert {kinds[line] for line in lines.split("\n")} == {"heading"}


def test_two_characters_between_texts_are_a_headline_of_a_paper() -> None:
    text = f"{_HEAD}\n{_ESSAY}\n短波\n●渡口的新船昨日下水。\n●老闸的水尺今年换新。"
    kinds = {one.text: one.kind for one in read_page(Document("page", text)).blocks}
    assert kinds["短波"] == "heading"


@pytest.mark.parametrize("below", ["好", "好的\n好的"])
def test_two_characters_over_as_few_are_no_headline(below: str) -> None:
    kinds = [(b.text, b.kind) for b in read_page(Document("p", f"{_ESSAY}\n来了\n{below}")).blocks]
    assert ("来了", "heading") not in kinds


# A feature with subheads, below two reports with datelines. Synthetic.
FERRY = """\
三月的平川，河面上的冰已经化尽。沿着老堤往东走两公里，就到了马家渡。几十年前，这里是全县最热闹的\
地方，每天有上百条船靠岸，挑夫、商贩、学生在码头上挤来挤去。
如今，渡口只剩下两间空房和一截石阶。六十八岁的马德福每天早晨都要来坐一会儿。他说，自己在这条河上\
撑了四十年船，从木船到铁壳船，再到后来的机动船，什么样的风浪都见过。
大桥通车以后，坐船的人一天比一天少。二〇一二年，县里正式撤销了渡口，马德福把船交了出去，拿到一笔\
补偿款，在镇上开了一家小饭馆。"""
ROADS = (
    "我市新建改建农村公路二百公里\n本报讯（记者李晖）记者昨日从市交通局获悉，今年我市将投资三亿元，新建"
    "改建农村公路二百公里，惠及十二个乡镇的八万多名群众。\n目前，第一批六个项目已经开工。"
)
LIBRARY = (
    "图书馆延长开放时间\n本报讯（记者王敏）从下月起，市图书馆将每天的开放时间延长到晚上九点半，方便上班族"
    "借阅。\n图书馆有关负责人说，延长开放以来，读者人数比去年同期增长了两成。"
)


@pytest.mark.parametrize("subheads", [("缘起", "困境"), ("三天后", "后来")])
def test_subheads_of_a_feature_begin_no_article(subheads: tuple[str, str]) -> None:
    first, second, third = FERRY.split("\n")
    feature = [
        "马家渡：一个渡口的六十年",
        "本报记者 何小山",
        first,
        subheads[0],
        second,
        subheads[1],
    ]
    assert titles("\n".join((ROADS, LIBRARY, *feature, third, "")))[1:] == [
        "图书馆延长开放时间",
        "马家渡：一个渡口的六十年",
    ]


@pytest.mark.parametrize("name", ["市政短波", "简讯"])
def test_the_name_of_briefs_is_their_title(name: str) -> None:
    briefs = "△渡口的新船昨日下水。\n△老闸的水尺今年换新，由水文站的人每天读两次。"
    assert titles(f"{_FIRST}\n\n{_LAST}\n\n{name}\n{briefs}")[-1] == name


def test_the_name_of_a_section_over_one_item_is_no_title() -> None:
    assert "简讯" not in titles(f"{_FIRST}\n\n{_LAST}\n\n简讯\n△渡口的新船昨日下水。\n{MORE}")


def test_one_name_behind_a_colon_may_be_a_headline() -> None:
    lines = read_lines("专访：王小雨\n参会人员：刘伟 张建国")
    assert [is_heading(line) for line in lines] == [True, False]


# Decks end in no mark; the dateline's report says the headline again.
DECKS = (
    "老渔民林海生的追思会在渔港举行\n\n"
    "林海生守了四十年灯塔，镇上的人送来花圈。船队鸣笛致意\n\n"
    "各船队、渔业合作社和镇上小学的代表到码头参加追思会或者写信来，向林海生的家人表示慰问\n\n"
)
REPORT = "本报讯 （记者王宁）老渔民林海生的追思会昨天上午在渔港码头举行，三百多人到场。"


def test_a_headline_stands_over_its_decks_and_the_dateline() -> None:
    page = f"{DATED}\n\n{DECKS}{REPORT}\n\n{BODY}\n\n{MORE}"
    assert titles(page, **COLUMNS)[-1] == "老渔民林海生的追思会在渔港举行"


@pytest.mark.parametrize(
    "end",
    [
        pytest.param(f"本报讯 （记者王宁）{BODY}\n\n{MORE}", id="another report"),
        pytest.param(f"{MORE}\n\n{BODY}", id="no dateline"),
        pytest.param(f"他们走了。\n\n{REPORT}\n\n{BODY}", id="a sentence that ends"),
    ],
)
def test_a_heading_over_text_that_breaks_off_is_none(end: str) -> None:
    assert "老渔民林海生的追思会在渔港举行" not in titles(f"{DATED}\n\n{DECKS}{end}", **COLUMNS)
