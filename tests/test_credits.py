"""Credits that are lifted, and where they go."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.document import Document, undo
from cleaner.stages.credits import CREDIT


def lifted(text: str) -> tuple[str, dict[str, object]]:
    (after,) = CREDIT(Document("x", text))
    assert undo(after) == text
    return after.text, {key: after.meta[key] for key in sorted(after.meta)}


def test_byline_and_credits_and_dateline_are_three_fields() -> None:
    text = (
        "●本报记者 苗青\n新华社日内瓦5月28日电 （记者 张兆卿）大会今天开幕。\n"
        "代表们讨论了三天。\n（参与记者 曾维 曾涛）"
    )
    assert lifted(text) == (
        "新华社日内瓦5月28日电 （记者 张兆卿）大会今天开幕。\n代表们讨论了三天。",
        {
            "byline": ["●本报记者 苗青"],
            "credits": ["（参与记者 曾维 曾涛）"],
            "dateline": ["新华社日内瓦5月28日电 （记者 张兆卿）"],
        },
    )


def test_a_byline_glued_to_a_cut_line() -> None:
    assert lifted("数控机床、航空、生物医□本报记者 赵雨力") == (
        "数控机床、航空、生物医",
        {"credits": ["□本报记者 赵雨力"]},
    )


def test_a_reporter_in_the_sentence_stays() -> None:
    text = "他昨天在办公室接受本报记者 李明"
    assert lifted(text) == (text, {})


def test_a_bare_name_with_a_role_counts_in_a_newspaper_only() -> None:
    minutes = "会议纪要\n记者 王晓\n会议讨论了下半年的安排。"
    assert lifted(minutes) == (minutes, {})
    text, meta = lifted("记者 王晓\n本报讯 （通讯员李明）大会今天开幕。")
    assert text == "本报讯 （通讯员李明）大会今天开幕。"
    assert meta["byline"] == ["记者 王晓"]


def test_only_credits_leave_an_empty_text() -> None:
    text, meta = lifted("●本报记者 苗青\n（新华社开罗5月29日电）")
    assert text.strip() == ""
    assert meta["credits"] == ["●本报记者 苗青", "（新华社开罗5月29日电）"]


LINES = (
    "●本报记者 苗青",
    "记者 王晓",
    "王平 摄",
    "（新华社开罗5月29日电）",
    "大会今天开幕。（本报记者张三）（新华社开罗5月29日电）",
    "本报讯 （记者王晓）大会今天开幕。",
    "图为会场。新华社记者 李明 摄",
    "代表们讨论了三天。",
    "责编：李 华",
    "",
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=16).map("\n".join))
def test_twice_is_once(text: str) -> None:
    (once,) = CREDIT(Document("x", text))
    (twice,) = CREDIT(Document("x", once.text, once.meta))
    assert twice.text == once.text
    assert undo(once) == text


# Synthetic.
ESSAY = "看水人天不亮就起来，先到老闸边看一眼水，再回屋里生火，锅里的粥要熬上半个时辰。"


def test_names_over_and_under_a_piece_of_a_page_are_lifted() -> None:
    piece = {"parent": "page", "title": "看水人的一天"}
    (over,) = CREDIT(Document("page#1", f"沧江 左立进\n{ESSAY}", piece))
    (under,) = CREDIT(Document("page#1", f"{ESSAY}\n郝红雪", piece))
    assert [over.text, under.text] == [ESSAY, ESSAY]
    assert over.meta["byline"] == ["沧江 左立进"]
    assert under.meta["credits"] == ["郝红雪"]


def test_a_name_or_two_words_elsewhere_stay() -> None:
    piece = {"parent": "page", "title": "看水人的一天"}
    for text, meta in (
        (f"沧江 左立进\n{ESSAY}", {"title": "看水人的一天"}),
        (f"{ESSAY}\n郝红雪", {"title": "看水人的一天"}),
        (f"清晨 安排\n{ESSAY}", piece),
        (f"{ESSAY}\n老闸边", piece),
        (f"{ESSAY}\n他喊了一声\n郝红雪", piece),
    ):
        (after,) = CREDIT(Document("x", text, meta))
        assert after.text == text


@pytest.mark.parametrize(
    ("last", "signed"),
    [
        ("县长参加了调研。（张小明 李大勇）", ["（张小明 李大勇）"]),
        ("县长参加了调研。（张小明、李大勇）", None),
        ("县长参加了调研。（张小明）", None),
        ("县长参加了调研。（上游 下游）", None),
        ("县长 参加（张小明 李大勇）", None),
    ],
)
def test_two_names_sign_a_short_last_paragraph(last: str, signed: list[str] | None) -> None:
    """One name below a short line may be of who says it, a place or a rank."""
    first = "昨天，县里的工作组来到老闸，看了新换的水尺和水位自动站，又听守闸人讲了今年汛期的准备。"
    page = Document("page", f"{first}\n{last}", {"title": "工作组到老闸调研", "parent": "paper"})
    (after,) = CREDIT(page)
    assert after.meta.get("credits") == signed


PARAGRAPH = "全县的春茶今年多采了一轮，茶农都说价钱也好，路上都是背着竹篓的人。\n"


def test_who_passed_a_text_a_role_a_line() -> None:
    staff = "县融媒体中心记者：王小雨、李立\n编 辑：赵 强\n一 审：陈思远\n总监制：孙平"
    assert lifted(PARAGRAPH + staff) == (PARAGRAPH.strip(), {"credits": staff.split("\n")})
    source = "来源：县广播电视台\n记者：王小雨\n校对：李立"
    assert lifted(PARAGRAPH + source + "\n请输入验证码")[0] == PARAGRAPH + "请输入验证码"


@pytest.mark.parametrize("login", ["责任编辑：admin", "（责编：DF380）", "责任编辑：王芳 SF183"])
def test_editor_by_login(login: str) -> None:
    assert lifted(PARAGRAPH + login) == (PARAGRAPH.strip(), {"credits": [login]})
    text = f"{PARAGRAPH}责任编辑：用 vim 改稿"
    assert lifted(text) == (text, {})


def test_reporter_who_put_reports_together() -> None:
    assert lifted(f"記者王大明綜合報導\n{PARAGRAPH}")[1] == {"byline": ["記者王大明綜合報導"]}


def test_stroke_before_a_byline() -> None:
    assert lifted(f"| 记者 王小雨\n{PARAGRAPH}")[1] == {"byline": ["| 记者 王小雨"]}
    row = f"{PARAGRAPH}| 记者 王小雨 | 摄影 李立 |"
    assert lifted(row) == (row, {})


def test_source_in_brackets_under_the_last_paragraph() -> None:
    assert lifted(f"{PARAGRAPH}（来源：江城晨报）")[0] == PARAGRAPH.strip()
    table = "渡口 六处\n渡船 九条\n（来源：县交通局）"
    assert lifted(table) == (table, {})
    book = f"{PARAGRAPH}（来源：《渡口记》）"
    assert lifted(book) == (book, {})
    assert lifted(f"{PARAGRAPH}（来源：《江城晨报》）")[0] == PARAGRAPH.strip()
    inside = f"{PARAGRAPH}（来源：江城晨报）\n{PARAGRAPH.strip()}"
    assert lifted(inside) == (inside, {})


@pytest.mark.parametrize(
    "text",
    [
        PARAGRAPH + "摄像：李文\n配音：王新\n制作：赵刚",  # of a film
        PARAGRAPH + "一审：胡某胜\n二审：胡某败",  # of a court
        PARAGRAPH + "编辑：要改三遍\n校对：要读两遍",  # no names
        PARAGRAPH + "编辑：王小雨\n编辑：李立",  # one role
        PARAGRAPH + "书名：渡口\n作者：王小雨\n责任编辑：Lily\n开本：16开",  # of a book
        PARAGRAPH + "作者：writer01\n责任编辑：editor01\n主管：chief",  # users of a program
        PARAGRAPH + "通讯员：李文\n记者：王新\n老板：赵刚",  # a cast, which goes on
        PARAGRAPH + "审核：赵强\n签发：陈思远\n日期：三月五日",  # a form
        PARAGRAPH + "记者：高兴\n通讯员：安静\n她愣了一下。",  # who speaks
        f"{PARAGRAPH.strip()}成员如下。\n记者：王小雨\n通讯员：李立",  # announced
        "稿签\n记者：王小雨\n审核：李立\n" + PARAGRAPH,  # a form's fields
    ],
)
def test_no_list_of_who_passed_a_text(text: str) -> None:
    assert lifted(text) == (text, {})
