"""Furniture of pages. All texts synthetic."""

from collections.abc import Callable

import pytest

from cleaner.document import Document, undo
from cleaner.paper.pagenumber import may_be, page_number
from cleaner.stages.furniture import (
    FORM_FEED,
    JUMP_LINE,
    PAGE_NUMBER,
    RUNNING_HEAD,
    STAFF_LINE,
)

STAGES = (PAGE_NUMBER, RUNNING_HEAD, STAFF_LINE, JUMP_LINE, FORM_FEED)

PROSE = ("会议指出，各地要把就业摆在突出位置，完善政策", "强化服务，让群众在家门口就业。") * 6
# A page that ends inside a sentence.
TORN = PROSE[:-1]


def lines_left(text: str) -> list[str]:
    document = Document("case", text)
    for stage in STAGES:
        (document,) = stage(document)
    assert undo(document) == text
    return [line for line in document.text.split("\n") if line]


def pages_with(number: Callable[[int], str], feed: str) -> str:
    """Pages of twelve lines, of which every second stops inside a sentence."""
    return feed.join(
        "\n".join([*PROSE[at % 2 :], *PROSE[: at % 2], number(at)]) for at in range(1, 6)
    )


BODIES = [line for at in range(1, 6) for line in (*PROSE[at % 2 :], *PROSE[: at % 2])]

IN_WORDS = (
    *("第{}页", "第 {} 页", "第{}頁", "第 {} 页 共 12 页", "第{}页 共12页", "第{}页，共12页"),
    *(
        "第{}页/共12页",
        "共12页 第{}页",
        "共 12 頁，第 {} 頁",
        "—第{}页—",
        "- 第 {} 页 -",
        "（第{}页）",
    ),
)
IN_LATIN_WORDS = (
    *("Page {} of 12", "Page {}", "PAGE {}", "page {}/12", "Page | {}", "p. {}", "P.{}", "P{}"),
    *("{}页", "{} 頁", "页码：{}"),
)
DECORATED = (
    *(
        "- {} -",
        "—{}—",
        "— {} —",
        "—\u3000{}\u3000—",
        "—— {} ——",
        "--- {} ---",
        "·{}·",
        "· {} ·",
        "• {} •",
        "~ {} ~",
    ),
    *("～{}～", "* {} *", "※{}※", "| {} |", "{} |", "◆{}◆", "〔{}〕", "【 {} 】", "[{}]", "({})"),
    *("（{}）", "{}/12", "{} / 12", "{}／12", "- {} / 12 -", "{} of 12"),
)
NUMERALS = {
    "digits": str,
    "wide": lambda at: str(at).translate({48 + digit: 0xFF10 + digit for digit in range(10)}),
    "Han": lambda at: "〇一二三四五"[at],
    "Roman": lambda at: ("", "i", "ii", "iii", "iv", "v")[at],
    "capitals": lambda at: ("", "I", "II", "III", "IV", "V")[at],
}


@pytest.mark.parametrize("feed", ["\n", "\n\f"], ids=["no feed", "feed"])
@pytest.mark.parametrize("numeral", NUMERALS)
@pytest.mark.parametrize("form", [*IN_WORDS, *DECORATED])
def test_page_numbers(form: str, numeral: str, feed: str) -> None:
    text = pages_with(lambda at: form.format(NUMERALS[numeral](at)), feed)
    assert lines_left(text) == BODIES


@pytest.mark.parametrize("feed", ["\n", "\n\f"], ids=["no feed", "feed"])
@pytest.mark.parametrize("form", ["{}", *IN_LATIN_WORDS])
def test_page_numbers_in_digits(form: str, feed: str) -> None:
    assert lines_left(pages_with(form.format, feed)) == BODIES


@pytest.mark.parametrize("numeral", ["Han", "Roman", "capitals"])
def test_bare_numerals_at_edges_or_in_words(numeral: str) -> None:
    """三 alone ends a page where pages are marked, or where it cuts a word in two: 政 | 策."""
    assert lines_left(pages_with(NUMERALS[numeral], "\n\f")) == BODIES
    torn = ["会议指出，各地要把就业摆在突出位置，完善政", "策，强化服务，让群众在家门口就业。"] * 22
    lines = list(torn)
    for at in range(4, 0, -1):
        lines.insert(11 * at, NUMERALS[numeral](at))
    assert lines_left("\n".join(lines)) == torn


@pytest.mark.parametrize("form", ["{}", "（{}）", "{}、", "{}."])
@pytest.mark.parametrize("numeral", ["Han", "Roman"])
def test_numbered_poems_stay(numeral: str, form: str) -> None:
    """Their lines have no end mark, so that a number seems to stand inside a sentence."""
    poem = ("落叶满街，风也停了下来", "而你还在说，冬天的事情") * 5
    parts = [[form.format(NUMERALS[numeral](at)), *poem] for at in range(1, 6)]
    lines = [line for part in parts for line in part]
    if form != "（{}）":
        assert lines_left("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("第一百零三页", 103),
        ("— 二十 —", 20),
        ("第二〇页", 20),
        ("xliv", 44),
        ("CXC", 190),
        ("12", 12),
        ("[3]", 3),
        ("===== 第 3 页 =====", 3),
        ("PAGE \\* MERGEFORMAT 3", 3),
        ("iiii", None),
        ("Iv", None),
        ("mix", None),
        ("3.5", None),
        ("3.", None),
        ("第3章", None),
        ("2023年", None),
        ("《3》", None),
        ("一切", None),
    ],
)
def test_what_a_number_is_worth(text: str, value: int | None) -> None:
    found = page_number(text)
    assert (found and found.value) == value
    assert may_be(text) or value is None


@pytest.mark.parametrize("head", ["就业工作年鉴", "第三章 政策", "{} 就业工作年鉴", "就业年鉴·{}"])
def test_heads_that_come_back(head: str) -> None:
    pages = ["\n".join([head.format(at), "", *TORN]) for at in range(2, 6)]
    assert lines_left("\n\f".join(pages)) == [*TORN] * 4


@pytest.mark.parametrize("gap", ["  ", " " * 28])
def test_heads_with_a_date_and_the_number_of_all_pages(gap: str) -> None:
    head = "LinuxKNC 手册 V2.9.0, 28 Jun 2026" + gap
    pages = [[f"{head}{at} / 55", *PROSE[at % 2 :], *PROSE[: at % 2]] for at in range(14, 18)]
    left = lines_left("\n\f".join(map("\n".join, pages)))
    assert not [line for line in left if "2026" in line]
    scores = [f"李明, 王芳{gap}{at} / 12" for at in (3, 4, 5, 6)]
    assert lines_left("\n".join(scores)) == scores


@pytest.mark.parametrize(
    "line",
    [
        "云岭晨报 2025年5月15日 星期四 要闻 第2版",
        "滨海日报 2024年1月18日 星期四 社会 第7版",
    ],
)
def test_masthead_anywhere(line: str) -> None:
    assert lines_left("\n".join([*PROSE, line, *PROSE])) == [*PROSE, *PROSE]


def test_staff_goes_to_the_credits() -> None:
    (after,) = STAFF_LINE(Document("case", "会议结束。\n责编：张三 版式：李四\n"))
    assert after.meta["credits"] == ["责编：张三 版式：李四"]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(f"{n}\n{PROSE[0]}。" for n in range(1, 9)),
        "\n".join(f"{n}\n" + "\n".join(["门开了。"] * 10) for n in range(1, 5)),
        "\n".join(f"{year}\n" + "\n".join(["这一年。"] * 3) for year in range(2018, 2024)),
        "序号\n1\n2\n3\n姓名\n张三\n李四\n王五",
        "\n".join(["山高", "水长", "啦啦啦", "云起", ""] * 4).strip(),
        "\n".join(["主要职责", *["负责政策的落实。"] * 9] * 4),
        "2024年5月1日 星期三\n去了公园。\n2024年5月8日 星期三\n又去了公园。",
    ],
    ids=["short items", "chapters", "years", "table", "refrain", "headings", "diary"],
)
def test_what_is_text_stays(text: str) -> None:
    assert lines_left(text) == [line for line in text.split("\n") if line]


@pytest.mark.parametrize("line", ["1\n", "- 1 -\n\f", "就业年鉴\n", "（下转第2版）\n"], ids=repr)
def test_many_lines_are_done_with(line: str) -> None:
    """Quadratic, they would not end; how long they take is for benchmarks/hostile.py."""
    assert PROSE[0] in lines_left(PROSE[0] + "\n" + line * 10_000)


# A report of three pages, its title the running head; synthetic.
SECTIONS = ["一、基本情况", *TORN], ["二、主要问题", *TORN], ["三、对策建议", *TORN]


def test_a_head_above_the_title_that_it_repeats() -> None:
    title = "江城县基层卫生服务能力调查报告"
    pages = [[title, "1 / 3", title, *SECTIONS[0]], *([title, *more] for more in SECTIONS[1:])]
    text = "\n\f".join("\n".join(page) for page in pages)
    assert lines_left(text) == [title, *(line for section in SECTIONS for line in section)]


def test_a_title_that_only_later_pages_repeat() -> None:
    title = "江城县基层卫生服务能力调查报告"
    text = "\n\f".join("\n".join([title, *section]) for section in SECTIONS)
    assert lines_left(text) == [title, *(line for section in SECTIONS for line in section)]


@pytest.mark.parametrize("below", ["王芳", "文/王芳", "目　录", "第一章 江边", "1.1 江边", "— 1 —"])
def test_a_title_that_stands_alone_above_what_titles_have_below(below: str) -> None:
    pages = [["支架安装手册", below], *([*TORN] for _ in range(3))]
    text = "\n\f".join("\n".join(["支架安装手册", *page]) for page in pages)[
        len("支架安装手册\n") :
    ]
    left = [] if below[0] == "—" else [below]
    assert lines_left(text) == ["支架安装手册", *left, *TORN * 3]


@pytest.mark.parametrize("below", ["第三章 江边", "江边的旧事", "2.1 江边", "一九三七年"])
def test_a_head_above_what_stands_inside_a_book(below: str) -> None:
    pages = [[below, *TORN], *([*TORN] for _ in range(3))]
    text = "\n\f".join("\n".join(["支架安装手册", *page]) for page in pages)
    assert lines_left(text) == [below, *TORN * 4]


def test_a_heading_that_the_heads_of_later_pages_repeat() -> None:
    """The chapter's first page has no head."""
    pages = ["支架安装手册", *("\n".join(["第一章 江边", *TORN]) for _ in range(3))]
    assert lines_left("\n\f".join(pages)) == ["支架安装手册", "第一章 江边", *TORN * 3]


def test_a_head_that_stands_first_inside_a_sentence() -> None:
    heads = ["地方志研究", "第4期 王芳：江边", "地方志研究", "第4期 王芳：江边"]
    text = "\n\f".join("\n".join([head, *TORN]) for head in heads)
    assert "王芳" not in "".join(lines_left(text))


def test_heads_of_left_and_right_pages_of_a_short_text() -> None:
    pages = [
        ["河西走廊行记", "第三章 黑河岸边", *TORN],
        ["第三章 黑河岸边", *TORN],
        ["河西走廊行记", *TORN],
    ]
    text = "\n\f".join("\n".join(page) for page in pages)
    assert lines_left(text) == ["第三章 黑河岸边", *TORN * 3]


@pytest.mark.parametrize(
    "pages",
    [
        # Poems, each on a page of its own, whose lines have no marks, or commas.
        [["江边杂诗", "他在车站等了整整一个下午", "雨停了", "没有看见那件蓝布衫"]] * 4,
        [["江边杂诗", "他在车站等了整整一个下午，", "雨停了，", "没有看见蓝布衫，"]] * 4,
        # Two letters of one house, two forms; songs of a book, each with its refrain's name.
        [["江城县图书馆", *PROSE], ["江城县图书馆", *PROSE]],
        [["月光", "副歌", *PROSE], ["小河", "副歌", *PROSE], ["大海", "副歌", *PROSE]],
        [["附件一", *PROSE], ["附件二", *PROSE], ["说明", *PROSE]],
    ],
)
def test_first_lines_that_are_text(pages: list[list[str]]) -> None:
    text = "\n\f".join("\n".join(page) for page in pages)
    assert lines_left(text) == [line for page in pages for line in page]


@pytest.mark.parametrize("line", ["今日菜价", "今日天气"])
def test_what_is_said_every_day_is_no_paper(line: str) -> None:
    page = ["云岭晨报 2025年5月15日 星期四 要闻 第2版", *PROSE, "", line, "", "白菜 一元二角", ""]
    assert line in lines_left("\n".join([*page, "编辑：王芳"]))


def test_a_request_of_roff_is_no_head() -> None:
    line = '.TH FERRY 8 "2001年3月9日星期五"'
    assert lines_left(f"{line}\n渡人。") == [line, "渡人。"]


def test_a_whole_head_goes_wherever_a_reader_put_it() -> None:
    head = "文化 | 江城晚报 | 2018年5月6日 | 04"
    assert lines_left(f"会议召开，各地\n\n{head}\n\n完善政策。") == ["会议召开，各地", "完善政策。"]


@pytest.mark.parametrize(
    "lines",
    [
        # The source below an article; what was cut out of papers; what speaks of one.
        ["船工上岸了。", "江城晚报 2018年5月6日 04", "会议召开，各地完善政策。"],
        ["文化 江城晚报 2018年5月6日 04", "教育 江城晚报 2018年5月7日 02", "完。"],
        [
            "渡口通航",
            "文化 江城晚报 2018-05-06 04",
            "小学开课",
            "教育 江城晚报 2018-05-06 02",
            "完。",
        ],
        ["剪报如下。", "文化 江城晚报 2018年5月6日", "船工上岸了。"],
        ["剪报如下。", "文化｜江城晚报｜2018年5月6日｜船工上岸", "完。"],
    ],
)
def test_what_is_no_whole_head(lines: list[str]) -> None:
    assert lines_left("\n".join([PROSE[0], *lines])) == [PROSE[0], *lines]


def test_the_name_of_a_gazette_without_its_number() -> None:
    pages = [
        ["江城市人民政府公报 2019年第7期", *PROSE],
        ["江城市人民政府公报", *PROSE],
        ["江城市人民政府", *PROSE],
    ]
    text = "\n\f".join("\n".join(page) for page in pages)
    assert lines_left(text) == [*PROSE, *PROSE, "江城市人民政府", *PROSE]


@pytest.mark.parametrize(
    ("head", "line"),
    [
        # Of each section of a writer's Markdown, below a list without end marks.
        ("**写作要点**：", "- 种族领地：人族、妖族、魔族"),
        # Of each record of a file.
        ('"total_chapters": 120', '"genre": "fiction", "dynasty": "ming",'),
    ],
)
def test_what_each_section_has_is_no_head(head: str, line: str) -> None:
    section = [line.replace("族", f"族{at}") for at in range(10)]
    records = ["{", *section, head, "},"] * 5
    text = "\n".join(records)
    assert lines_left(text) == records


# Pages of a manual: most end with their paragraph.
SECTION = ["打开工具箱，按图把支架装好，再接上电源，", "指示灯亮起后松开按钮。"] * 6


def pages_of(heads: list[list[str]], feet: list[list[str]] | None = None) -> list[list[str]]:
    feet = feet or [[]] * len(heads)
    return [[*head, *SECTION, *foot] for head, foot in zip(heads, feet, strict=True)]


@pytest.mark.parametrize(
    ("feed", "pages"),
    [
        # how many pages there are; behind a gap as wide as the page
        ("\n", pages_of([[f"支架安装手册 {at} / 57"] for at in (21, 22, 23)])),
        ("\n\f", pages_of([[f"支架安装手册{' ' * (60 - at)}{at} / 57"] for at in (8, 9, 10)])),
        # the page of a chapter, before and behind; alone, beside the head or not
        ("\n\f", pages_of([["3-1 支架"], ["电源安装 3-2"], ["3-3 支架"], ["电源安装 3-4"]])),
        ("\n\f", pages_of([["支架", "3-1"], ["3-2"], ["电源", "3-3"], ["3-4"]])),
        # another section on each right page; a name in Latin letters
        ("\n\f", pages_of([[f"5.{at}. 第{at}节的安装 {at}"] for at in (1, 2, 3, 4)])),
        ("\n\f", [["The Mounting Handbook, release 12.18", *TORN] for _ in range(4)]),
        # long runs, of which one page alone ends inside a sentence
        ("\n", [*pages_of([[]] * 3, [["— 1 —"], ["— 2 —"], ["— 3 —"]]), [*PROSE[:-1], "— 4 —"]]),
    ],
)
def test_heads_and_feet_of_a_manual(feed: str, pages: list[list[str]]) -> None:
    text = feed.join("\n".join(page) for page in pages)
    left = [line for page in pages for line in page if line in {*SECTION, *PROSE}]
    got = lines_left(text)
    names = {"支架", "电源"}  # they stand once as the head of a page
    assert [line for line in got if line not in names] == left


def test_what_is_printed_beside_the_number_of_an_issue() -> None:
    journal, paper = ["水利学报", "第38 卷"], ["第4 期", "李明：闸门锈蚀的成因"]
    pages = pages_of([paper, journal, paper, journal], [[f"— {at} —"] for at in range(1, 5)])
    pages[1][-2:-1] = []  # it ends inside a sentence
    text = "\n".join("\n".join(page) for page in pages)
    assert lines_left(text) == [*SECTION, *SECTION[:-1], *SECTION, *SECTION]


@pytest.mark.parametrize(
    "lines",
    [
        # a record a page, captions that differ in their numbers, chapters of a chapter
        [f"姓名 {name}\n\n" + "\n".join(SECTION) + "\n\f" for name in ("张三", "李四", "王五")],
        ["\n".join(SECTION) + f"\n图 {at} 支架的安装\n\f" for at in (1, 2, 3, 4)],
        [f"第{at}章 支架 {at}\n" + "\n".join(SECTION) + "\n" for at in (1, 2, 3)],
        ["3-2\n" + "\n".join(SECTION) + "\n", "3-3\n" + "\n".join(SECTION) + "\n"],
        # verses, of which every second would stand a page behind another
        [f"{at}\n{PROSE[0]}\n{PROSE[1]}\n{PROSE[0]}，\n" for at in range(1, 20)],
        # parts of a poem over their numbers
        [
            f"谁在灯下等我\n渡口照着石桥\n我把雨写进信里\n石桥啊，渡口\n- {at} -\n\n"
            for at in range(1, 6)
        ],
        # questions under their numbers, the last of them open; rounds that are counted twice
        [
            f"{at}\n{kind}\n" + "\n".join(SECTION) + "\n"
            for at, kind in enumerate(("案例分析", "阅读理解", "案例分析", "案例分析"), 3)
        ]
        + ["7\n"],
        [f"第{at}轮比赛\n" + "东队得分\n西队得分\n" * 5 + f"{at}\n" for at in (1, 2, 3)],
        # some of them nearer than pages are
        [
            f"江边的旧事\n{at}\n" + "\n".join(SECTION[: 2 if at < 24 else 12]) + "\n"
            for at in range(20, 28)
        ],
        # maxims, at one of which a page ends by chance
        [f"{at}\n{SECTION[0]}\n{SECTION[1]}\n" + "\f" * (at == 7) for at in range(1, 12)],
        # letters: no page ends inside a sentence where they do, but elsewhere
        [
            "亲爱的妈妈：\n" + "\n".join(TORN) + "\n\f" + "\n".join(PROSE) + "\n您的女儿 小梅\n\f"
            for _ in range(5)
        ],
        # what is called so by chance, near and far
        ["label 12\n" + f"{PROSE[0]}\n" * 80, "x 13\n" + f"{PROSE[1]}\n" * 9, "x 14\n"],
    ],
)
def test_what_counts_or_comes_back_on_pages_and_is_text(lines: list[str]) -> None:
    text = "".join(lines)
    assert lines_left(text) == [line for line in text.replace("\f", "").split("\n") if line]


def test_empty_lines_of_a_numbered_program() -> None:
    program = [f"{at} print(支架, {at})," if at % 4 else str(at) for at in range(1, 60)]
    assert lines_left("\n".join(program)) == program


CHAPTERS = ["工具箱", "支架与底座", "电源的安装", "指示灯"]


def test_chapters_that_begin_a_page_and_stand_in_the_contents() -> None:
    contents = [f"第{at}章 {name}{'.' * 40}{3 * at}" for at, name in enumerate(CHAPTERS, 1)]
    pages = [contents, *([f"第{at}章 {name}", *PROSE] for at, name in enumerate(CHAPTERS, 1))]
    text = "\n\f".join("\n".join(page) for page in pages)
    assert lines_left(text) == [line for page in pages for line in page]


@pytest.mark.parametrize(
    "entries", [["第一节 旧渡"], ["第一节 旧渡、闸门    1", "第二节 水尺、船    4"]]
)
def test_entries_of_contents_and_the_first_lines_of_chapters_stay(entries: list[str]) -> None:
    name = entries[0].split("    ", maxsplit=1)[0]
    pages = [["江城的船", "王芳"], ["目录", *entries], [name, *TORN], [*TORN], [*TORN]]
    heads = ["江城的船", "江城的船", name, "江城的船", name]
    text = "\n\f".join(
        "\n".join([f"{at}　{head}", *page])
        for at, (head, page) in enumerate(zip(heads, pages, strict=True), 1)
    )
    assert lines_left(text) == [line for page in pages for line in page]
    # the chapter's first page has no head
    text = "\n\f".join(
        "\n".join([head, *page] if head != page[0] else page)
        for head, page in zip(heads, pages, strict=True)
    )
    assert lines_left(text)[-3 * len(TORN) - 1 :] == [name, *TORN * 3]


def test_a_heading_that_the_foot_of_its_page_repeats() -> None:
    pages = [
        ["支架安装手册", f"5.{at} {name}", *PROSE, f"5.{at}. {name} {30 + at}"]
        for at, name in enumerate(CHAPTERS, 1)
    ]
    text = "\n\f".join("\n".join(page) for page in pages)
    assert lines_left(text) == [line for page in pages for line in page[1:-1]]


def test_numbers_of_sections_between_those_of_pages() -> None:
    sections = [[str(at), name, *PROSE * at][:-1] for at, name in enumerate(CHAPTERS, 1)]
    text = "\n".join("\n".join(section) for section in sections)
    assert lines_left(text) == [line for section in sections for line in section]


# Synthetic: the source of a manual, the tables of a database.
ROFF = r"""
mark is given, the
.I order
Else
.BR clerk (1)
cannot ask for the names of all of them.
.\"-------------------------------------
.TP
.BI \-F\  path
Carry out the
.I order
name of a room, or of a house and its door
.BR clerk (1)
letters through the room that is named here.
.\"-------------------------------------
.TP
.BI \-u\  name/form
Give the
.I order
If neither the
.B \-A
mark, nor the
.BI \-F\  path
mark, nor the
.BI \-u\  name
was written down, the
.I order
guest who is in the house.
"""
SQL = r"""
    "guest" integer NOT NULL
        REFERENCES "guests" ("guest") ON DELETE CASCADE,
    "letter" varchar(255) NOT NULL,
    "ends" timestamp with time zone DEFAULT NULL,
    "text" long NOT NULL,
    PRIMARY KEY ("guest", "letter")
);
CREATE INDEX "rooms_of_house_ends_at" ON "rooms_of_house" ("ends");
CREATE TABLE "rooms_letters" (
    "guest" integer NOT NULL
        REFERENCES "guests" ("guest") ON DELETE CASCADE,
    "tongue" varchar(16) NOT NULL,
    "text" long DEFAULT NULL,
    CONSTRAINT "words_of_guest_tongue_key" UNIQUE ("guest", "tongue")
);
CREATE TABLE "questions" (
    "question" integer PRIMARY KEY,
    "guest" integer NOT NULL
        REFERENCES "guests" ("guest") ON DELETE CASCADE,
);
CREATE TRIGGER "ask"
BEFORE INSERT ON "questions" FOR EACH ROW
BEGIN
    :NEW."question" := "questions_in_row".nextval;
END;
CREATE INDEX "asked" ON "questions" ("guest");
CREATE TABLE "cupboards" (
    "shelf" integer PRIMARY KEY,
    "guest" integer NOT NULL
        REFERENCES "guests" ("guest") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE "doors" (
    "door" integer PRIMARY KEY
);
CREATE TABLE "keys" (
    "key" integer PRIMARY KEY
);
"""


@pytest.mark.parametrize("text", [ROFF, SQL], ids=["manual", "database"])
def test_what_comes_back_in_a_source_stays(text: str) -> None:
    assert RUNNING_HEAD(Document("source", text))[0].text == text


@pytest.mark.parametrize("feed", ["\n", "\n\f"])
def test_what_a_browser_prints_round_a_page(feed: str) -> None:
    head, foot = "2021/3/4 10:22 青城故事：老城的门", "https://www.example.com/story/123.html"
    sheets = ["\n".join([head, *TORN, f"{foot} {at}/3"]) for at in (1, 2, 3)]
    assert lines_left(feed.join(sheets)) == [*TORN] * 3


def test_addresses_with_a_count_are_the_text_s_where_each_is_another() -> None:
    lines = [
        line for at in (1, 2) for line in (f"https://example.com/post/{at} {at}/2", *PROSE[:9])
    ]
    assert lines_left("\n".join(lines)) == lines


@pytest.mark.parametrize("foot", ["https://www.example.com/story/123.html {}/6", "第{}页/共6页"])
def test_a_number_that_says_what_it_is_ends_pages_of_few_lines(foot: str) -> None:
    pages = [[*PROSE[at % 3 :][:4], foot.format(at + 1)] for at in range(6)]
    assert lines_left("\n".join(line for page in pages for line in page)) == [
        line for page in pages for line in page[:-1]
    ]


def test_pages_of_the_entries_of_a_contents_stay() -> None:
    lines = [line for at in range(1, 7) for line in (PROSE[at], f"第{at}页")]
    assert lines_left("\n".join(lines)) == lines


LONG = (
    "业。{}县修好了通往山村的水渠，老人们说这是几十年来最大的一件事，也最难忘",
    "记。{}县指出，各地要把就业摆在突出位置，完善政策，让群众在自己的家门口就",
) * 5


@pytest.mark.parametrize("mark", ["扫描全能王 创建", "征求意见稿", "Scanned with CamScanner"])
def test_what_is_stamped_on_three_pages(mark: str) -> None:
    pages = [[line.format(name) for line in LONG] for name in "东西南"]
    text = "\n".join(line for page in pages for line in (*page, mark))
    assert lines_left(text) == [line for page in pages for line in page]


@pytest.mark.parametrize("line", ["（鼓掌）", "山村的水渠，通了", "业。县里修好了水渠，通往山村"])
def test_what_comes_back_three_times_and_is_said(line: str) -> None:
    """Applause after a sentence; a verse between verses; prose that is said again."""
    verses = ("江边的风吹过来，", "老屋的灯亮着，", "孩子们在等，") * 3
    before = (*LONG, "好事办完了。") if line[0] == "（" else verses
    text = [one for _ in range(4) for one in (*before, line)][:-1]
    assert lines_left("\n".join(text)) == text


STAFF = "责编：张三 版式：李四"


def left_of_staff(text: str) -> str:
    (document,) = STAFF_LINE(Document("case", text))
    assert document.meta["credits"].count(STAFF) == text.count(STAFF)
    return document.text


@pytest.mark.parametrize("feed", ["\f", "\n\f", "\n\n\f"])
def test_no_page_ends_at_the_foot_of_a_sheet_that_stands_amid_its_columns(feed: str) -> None:
    """A reader that follows the columns of a sheet sets a form feed where the sheet ends."""
    one, two = "\n".join(PROSE), "\n".join(TORN)
    assert left_of_staff(f"{two}\n{STAFF}\n{one}{feed}") == f"{two}\n\n{one}{feed}"
    heads = "江城晚报 2025年5月15日 星期四 要闻 第2版"
    (document,) = RUNNING_HEAD(Document("case", f"{two}\n{heads}\n{one}{feed}"))
    assert document.text == f"{two}\n\n{one}{feed}"


@pytest.mark.parametrize(
    "text",
    [
        # where no form feed tells; at an edge; of more pages than form feeds
        f"{{}}\n{STAFF}\n{{}}",
        f"{{}}\n{STAFF}\n\f{{}}",
        f"{{}}\n\f{STAFF}\n{{}}",
        f"{{}}\n{{}}\n{STAFF}\n\f",
        f"{{}}\n{STAFF}\n{{}}\n{STAFF}\n{{}}\n{STAFF}\n{{}}\n\f",
    ],
)
def test_a_page_ends_at_its_staff(text: str) -> None:
    pages = text.format(*["\n".join(TORN)] * 4)
    assert left_of_staff(pages) == pages.replace(STAFF, "\f")
