"""Kickers that say how, names of columns with a bar, bylines in brackets, briefs. Synthetic."""

from collections.abc import Mapping

import pytest

from cleaner import Document, Pipeline
from cleaner.layout import read_lines
from cleaner.paper.headshape import is_heading
from cleaner.paper.names import writer
from cleaner.paper.press import credit_line

DAM = (
    "本报江城1月13日电 （记者 王小雨）江城水利局昨天给老闸换上了新的水尺，看闸的人早晚各读一次。",
    "水利局负责人说，今后还要给另外四座老闸换上这样的水尺，并且给看闸的人配上夜里用的灯。",
)
LAMPS = (
    "本报讯 从上周起，城南三条老街开始换装路灯，新灯比旧灯省电一半，到了深夜还会自动调暗。",
    "施工队每天晚上九点以后进场，预计月底完工，换下来的旧灯送到乡下的渡口去用。",
)
BRIEFS = (
    "本报讯 少年象棋赛昨天在北港收官，来自九所学校的八十名棋手下了三天，奖品是一副木刻棋盘。",
    "本报讯 东岭林场今年育苗二百万株，其中樟子松占了一半，开春以后运往山外的六个县。",
)
TITLE = "江城水利局换上新水尺"
OTHER = ("城南三条老街换装路灯", *LAMPS)


def pieces(*lines: str) -> list[tuple[object, int, Mapping[str, object]]]:
    """Return the titles of what a page is divided into, its paragraphs, what else is told."""
    found = list(Pipeline()(Document("a", "\n".join(lines) + "\n", {})))
    parts = [one for one in found if "parent" in one.meta] or found
    return [(one.meta.get("title"), len(one.text.strip().split("\n")), one.meta) for one in parts]


@pytest.mark.parametrize(
    "kicker",
    [
        pytest.param("周志远在全市水利会议上强调", id="a verb of saying"),
        pytest.param("服务农民过好汛期", id="the report opens with the title's first word"),
    ],
)
def test_what_says_how_stands_over_the_title(kicker: str) -> None:
    (title, _, meta), *_ = pieces(kicker, TITLE, *DAM, *OTHER)
    assert (title, meta["kicker"]) == (TITLE, kicker)


@pytest.mark.parametrize(
    ("title", "subtitle"),
    [
        pytest.param("关于老闸水尺的决定", "江城水利局要求早晚各读一次", id="a noun"),
        pytest.param("看闸人为老闸点燃希望", "江城水利局换上新水尺", id="希望 is a noun"),
        pytest.param("江城公布老闸水尺管理规定", "看闸人每天早晚各读一次", id="规定 is a noun"),
        pytest.param("第一批老闸名单公布", "新水尺早晚各读一次", id="it says it itself"),
        pytest.param("看了三十年水的看闸人", "江城水利局给五座老闸换上新水尺", id="much narrower"),
        pytest.param("江城水利局换上新水尺", "老闸早晚各读一次", id="opens with the title"),
    ],
)
def test_a_title_stays_over_its_subtitle(title: str, subtitle: str) -> None:
    (found, _, meta), *_ = pieces(title, subtitle, *DAM, *OTHER)
    assert (found, meta.get("subtitle")) == (title, subtitle)


@pytest.mark.parametrize("name", ["聚焦 | ", "聚焦|", "暖新闻 | "])
def test_the_name_of_a_column_and_a_bar_open_a_headline(name: str) -> None:
    assert [one[0] for one in pieces(name + TITLE, *DAM, *OTHER)] == [name + TITLE, OTHER[0]]


def test_a_row_of_a_table_is_no_headline() -> None:
    rows = ("水尺 | 老闸 | 早晚各读一次", "路灯 | 老街 | 深夜自动调暗")
    assert [one[0] for one in pieces(*rows, *DAM, *OTHER)] != [rows[0], OTHER[0]]


def test_a_second_bar_makes_a_row_of_a_table() -> None:
    shapes = [is_heading(line) for line in read_lines("水尺|老闸换上新水尺\n水尺|老闸|新水尺")]
    assert shapes == [True, False]


@pytest.mark.parametrize("line", ["我心中的诗人 李白", "各位老师 安康", "民族英雄的后人 郑成功"])
def test_a_headline_that_ends_in_a_name_is_no_byline(line: str) -> None:
    assert writer(line) == ""


def test_a_note_goes_from_an_article_of_a_page_alone() -> None:
    lines = (TITLE, *DAM, "（待续）")
    assert [one[1] for one in pieces(*lines, *OTHER)] == [2, 2]
    assert [one[1] for one in pieces(*lines)] == [3]


def test_a_subhead_below_the_byline_is_of_the_article() -> None:
    found = pieces(TITLE, "本报记者 王小雨", "早晚各读一次", *DAM[1:], *OTHER)
    assert [(title, paragraphs) for title, paragraphs, _ in found] == [(TITLE, 2), (OTHER[0], 2)]


def test_a_credit_in_brackets_below_a_headline_is_its_byline() -> None:
    found = pieces(
        *("老闸换上了新水尺", "（记者 高雅雯报道）", *DAM[1:], DAM[0][21:]),
        *("城南三条老街换装路灯", "（记者 王小燕报道）", *LAMPS[1:], LAMPS[0][4:]),
    )
    assert [title for title, *_ in found] == ["老闸换上了新水尺", "城南三条老街换装路灯"]


@pytest.mark.parametrize(
    "line",
    [
        "林小影╱台北.桃園報導",
        "吳小如.陳小斌╱馬祖.桃園報導",
        "【記者黃美雲報導】",
        "（記者 高雅雯報導）",
        "記者王平報導",
        "（本报记者综合报道）",
    ],
)
def test_bylines_of_taiwan(line: str) -> None:
    assert credit_line(line)


@pytest.mark.parametrize("line", ["记者在现场报道", "记者会报道", "参与 相关报道", "台北.桃園報導"])
def test_no_bylines(line: str) -> None:
    assert not credit_line(line)


def test_briefs_below_a_report_of_a_page_are_documents_of_their_own() -> None:
    found = pieces(*OTHER, TITLE, *DAM, *BRIEFS)
    assert [(title, paragraphs) for title, paragraphs, _ in found] == [
        (OTHER[0], 2),
        (TITLE, 2),
        (None, 1),
        (None, 1),
    ]


def test_a_digest_has_the_items_below_its_name() -> None:
    found = pieces(*OTHER, "国内要闻", *BRIEFS, TITLE, *DAM)
    assert [(title, paragraphs) for title, paragraphs, _ in found] == [
        (OTHER[0], 2),
        ("国内要闻", 2),
        (TITLE, 2),
    ]


def test_an_article_alone_keeps_its_datelines() -> None:
    assert [one[1] for one in pieces(TITLE, *DAM, *BRIEFS)] == [4]


def test_a_post_of_any_length_stands_before_a_name() -> None:
    found = pieces(
        "水尺是看水人的眼睛",
        "江城老闸保护委员会办公室主任 林瑞康",
        *DAM[1:],
        "路灯也要省着用",
        "城南路灯研究所总监 黎中城",
        *LAMPS[1:],
    )
    assert [title for title, *_ in found] == ["水尺是看水人的眼睛", "路灯也要省着用"]


THREE = ("看闸人为汛期做好准备", "城南老闸的木尺退休", "换下来的送进县里的展览馆")


def test_three_headings_over_a_dateline_are_kicker_title_and_subtitle() -> None:
    _, (title, paragraphs, meta) = pieces(*OTHER, *THREE, *DAM)
    assert (meta["kicker"], title, meta["subtitle"], paragraphs) == (*THREE, 2)


def test_three_headings_without_a_sign_of_a_paper_stay() -> None:
    text = [line.split("讯 ")[-1].split("）")[-1] for line in (*OTHER, *THREE, *DAM)]
    assert [(title, paragraphs) for title, paragraphs, _ in pieces(*text)] == [(None, 8)]


def test_three_headings_of_which_one_byline_is_the_only_sign_stay() -> None:
    """One article of a report that has three headings is no page of a paper."""
    (title, _, meta), *_ = pieces(*THREE, DAM[0], DAM[1])
    assert (title, meta.get("kicker")) != (THREE[1], THREE[0])


LISTED = ("县医院新楼下月启用", "中学食堂改用电灶", "开发区三条路通车", "北港渡口换新船")


@pytest.mark.parametrize("count", [2, 3, 4])
def test_a_list_of_headlines_is_no_head_of_the_text_below_its_last(count: int) -> None:
    found = pieces(*OTHER, *LISTED[:count], TITLE, *DAM)
    assert [(title, count) for title, count, _ in found] == [(OTHER[0], 2 + count), (TITLE, 2)]


def test_the_name_of_a_column_is_no_headline_of_a_list() -> None:
    found = pieces(*OTHER, "热点追踪", "看闸人为汛期做好准备", f"——{TITLE}", *DAM)
    assert [(title, meta.get("subtitle")) for title, _, meta in found][1:] == [
        ("看闸人为汛期做好准备", f"——{TITLE}"[2:])
    ]


def test_many_headings_over_datelines_are_read_in_linear_time() -> None:
    lines = [*LISTED * 1_500, DAM[0], *LISTED * 1_500, DAM[0]]
    assert sum(len(one.text) for one in Pipeline()(Document("a", "\n".join(lines))))
