"""Columns given row by row: found, dealt back, and never found where there are none."""

import random
from itertools import pairwise, zip_longest

import numpy as np
import pytest

from cleaner import ngram
from cleaner.document import Document, undo
from cleaner.layout import read_lines
from cleaner.model import SHIPPED
from cleaner.order.columns import is_set, may_be_columns, reading_order
from cleaner.order.fit import misfit
from cleaner.order.follow import of_pairs, with_words
from cleaner.order.gaps import gap_costs
from cleaner.order.heads import NEVER, odds
from cleaner.order.queues import AFTER, IN_ROWS, turns_of
from cleaner.order.rows import common_widths, moved_rows, read_rows, unpaired
from cleaner.order.scores import Scores
from cleaner.order.suspects import broken_up
from cleaner.stages.columns import INTERLEAVED_COLUMNS, TWO_COLUMN_LINE

# Synthetic.
TEXT = (
    (
        "本报讯（记者王宁）昨天上午，全市农村公路养护工作会议在市政府礼堂召开。会议要求，各县区要把"
        "养护资金列入年度预算，落实专人负责，做到有路必养、养必到位。"
    ),
    (
        "会议指出，今年以来，全市新建和改造农村公路一百二十公里，解决了三十个村的出行难题，群众的生产"
        "生活条件得到明显改善，城乡之间的往来更加方便。"
    ),
    (
        "会议强调，要加强道路巡查，及时处理路面病害，确保群众出行安全。对超限超载车辆要严格管理，依法"
        "处罚，保护好来之不易的建设成果，不让新修的道路成为一年一坏的道路。"
    ),
    (
        "市交通运输局负责人表示，下一步将继续加大投入力度，完善管理制度，推动农村公路高质量发展，为"
        "乡村振兴提供有力支撑，也为城乡一体化打下坚实基础。"
    ),
    (
        "一些代表建议，把公路养护与沿线环境整治结合起来，在条件好的地方建设停车场和观景台，发展乡村旅"
        "游，增加农民收入。有关部门将认真研究这些建议。"
    ),
)
CLOSERS = "，。、；：！？）"


def wrapped(paragraphs: tuple[str, ...], width: int) -> list[str]:
    """Lines of a column, first lines set in by two; marks hang out."""
    lines = []
    for paragraph in paragraphs:
        at, room = 0, width - 2
        while at < len(paragraph):
            end = at + room
            while end < len(paragraph) and paragraph[end] in CLOSERS:
                end += 1
            lines.append(paragraph[at:end])
            at, room = end, width
    return lines


def in_turn(lines: list[str], columns: int) -> list[str]:
    """The lines as a page of columns is read from left to right."""
    height = -(-len(lines) // columns)
    rows = zip_longest(*(lines[i * height : (i + 1) * height] for i in range(columns)))
    return [line for row in rows for line in row if line]


@pytest.mark.parametrize("columns", [2, 3, 4])
@pytest.mark.parametrize("width", [12, 14, 17, 20])
def test_dealt_back(columns: int, width: int) -> None:
    lines = wrapped(TEXT * 1, width)
    source = "\n".join(in_turn(lines, columns)) + "\n"
    (after,) = INTERLEAVED_COLUMNS(Document("page", source))
    wanted = list(pairwise(lines))
    got = after.text.split("\n")
    found = set(pairwise(got))
    assert sum(pair in found for pair in wanted) >= 0.9 * len(wanted)
    assert undo(after) == source
    (again,) = INTERLEAVED_COLUMNS(Document("page", after.text))
    assert again.text == after.text


@pytest.mark.parametrize("width", [10, 14, 18, 22, 30])
def test_text_in_order_stays(width: int) -> None:
    source = "\n".join(wrapped(TEXT * 3, width)) + "\n"
    for stage in (INTERLEAVED_COLUMNS, TWO_COLUMN_LINE):
        assert stage(Document("page", source))[0].history == ()


# Widths, em: of a column of 14 with its first and last lines; of one justified with figures, whose
# lines come out half an em narrower now and then; of clauses, each on a line of its own.
_COLUMN = [12.0, 14, 14, 14, 14, 6, 12, 14, 14, 14, 9, 12, 14, 14, 14, 14, 14, 3]
_JUSTIFIED = [12.0, 14, 11, 14, 12.5, 6, 9.5, 14, 13, 14, 9, 12, 14, 11.5, 14, 13, 14, 3]
_CHANCE = random.Random(0)
_CLAUSES = [max(2, round(2 * _CHANCE.gauss(12, 5)) / 2) for _ in range(90)]


@pytest.mark.parametrize(
    ("widths", "expected"),
    [
        (_COLUMN * 3, True),
        (_JUSTIFIED * 3, True),
        (_CLAUSES, False),
        ([12.0, 14], False),
        ([40.0] * 30, True),
        ([90.0] * 30, False),
    ],
)
def test_set_widths_are_alike_more_often_than_nearly_alike(
    widths: list[float], *, expected: bool
) -> None:
    assert is_set(widths, int(sum(widths))) is expected


def test_pages_are_kept_apart() -> None:
    lines = wrapped(TEXT, 14)
    page = "\n".join(in_turn(lines, 2))
    source = f"{page}\n\f{page}\n"
    (after,) = INTERLEAVED_COLUMNS(Document("page", source))
    first, second = after.text.split("\n\f")
    assert sorted(first.split("\n")) == sorted(lines)
    assert first == second.rstrip("\n")


@pytest.mark.parametrize(
    "line",
    ["一样的短行", "这一行与别的行一样宽却没有下文", "今天的消息：某地举行了一场活动"],
    ids=["short", "equal", "teaser"],
)
def test_many_equal_lines_are_done_with(line: str) -> None:
    """Quadratic, they would not end; how long they take is for benchmarks/hostile.py."""
    lines = read_lines("\n".join(f"{line}{chr(0x4E00 + n % 2000)}" for n in range(5000)))
    reading = reading_order(lines, SHIPPED)
    assert reading is None or sorted(reading.order) == list(range(5000))


def test_own_words_count() -> None:
    lines = [ngram.fold(text) for text in ("龘靐齉", "爩麤", "龘靐齉爩麤灪")]
    bare = ngram.with_own(SHIPPED.table, [])
    own = ngram.with_own(SHIPPED.table, lines)
    pair = np.array([0]), np.array([1])
    known, unknown = (
        ngram.continuations(counts, ngram.ends_of(counts, lines), *pair) for counts in (own, bare)
    )
    assert known > unknown


def test_words_go_on() -> None:
    lines = [ngram.fold(text) for text in ("走中国特色社会", "主义道路", "的规定，对")]
    counts = ngram.with_own(SHIPPED.table, lines)
    ends = ngram.ends_of(counts, lines)
    right, wrong = ngram.continuations(counts, ends, np.array([0, 0]), np.array([1, 2]))
    assert right > wrong + 3


def rows_of(lines: list[str], blank_before: set[int]) -> str:
    return "".join(
        f"\n{line}\n" if at in blank_before else f"{line}\n" for at, line in enumerate(lines)
    )


def test_two_lines_of_each_column_at_once() -> None:
    """Blocks of two lines of each column in turn, a blank line between: the page tells that."""
    at_once = 2
    lines = wrapped(TEXT, 14)
    half = -(-len(lines) // 2)
    columns = [lines[:half], lines[half:]]
    dealt, starts = [], set()
    for top in range(0, half, at_once):
        for column in columns:
            starts.add(len(dealt))
            dealt += column[top : top + at_once]
    (after,) = INTERLEAVED_COLUMNS(Document("page", rows_of(dealt, starts)))
    found = set(pairwise(line for line in after.text.split("\n") if line))
    wanted = list(pairwise(lines))
    assert sum(pair in found for pair in wanted) >= 0.9 * len(wanted)


def test_blank_lines_tell_what_the_page_makes_them_tell() -> None:
    gaps = np.array([False, True] * 40)
    # A line without a blank line before it goes on from the line before, one with it does not.
    ratios = np.where(np.roll(gaps, -1), -1.2, 4.0)
    costs = gap_costs(gaps, ratios, np.ones(80, bool))
    glued, apart = costs[0]
    assert glued < 0 < apart
    glued, apart = costs[1]
    assert apart < 0 < glued


def test_blank_lines_that_tell_nothing() -> None:
    gaps = np.array([False, False, True, True] * 20)
    ratios = np.array([4.0, -1.2] * 40)
    costs = gap_costs(gaps, ratios, np.ones(80, bool))
    assert max(abs(cost) for pair in costs for cost in pair) < 0.3


def test_pages_in_order_are_not_broken_up() -> None:
    lines = wrapped(TEXT * 3, 14)
    rows = read_rows(read_lines(rows_of(lines, set(range(0, len(lines), 3)))))
    scores = Scores(rows, common_widths([row.cells for row in rows]), SHIPPED)
    assert broken_up(rows, scores, 0, len(rows)) == []


def test_lines_that_moved_are_what_they_would_be_if_read_anew() -> None:
    lines = read_lines(rows_of(wrapped(TEXT, 14), {3, 9, 10}))
    rows = read_rows(lines)
    order = [*range(1, len(lines), 2), *range(0, len(lines), 2)]
    moved = tuple(lines[at]._replace(blanks=int(at % 5 == 0)) for at in order)
    widths = common_widths([rows[at].cells for at in order])
    assert moved_rows([rows[at] for at in order], moved) == read_rows(moved)
    found = Scores(rows, widths, SHIPPED).moved(order, read_rows(moved), widths)
    wanted = Scores(read_rows(moved), widths, SHIPPED)
    assert (found.telling == wanted.telling).all()
    ahead = [one.ahead(0, len(order), range(1, 4)) for one in (found, wanted)]
    assert (ahead[0] == ahead[1]).all()


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("全市农村公路养护工作会议召开 各县区部署重点任务", True),
        ("【乡村振兴】农村公路修到家门口", True),
        ("会议要求，各县区要把养护资金列", False),
        ("公路养护、桥梁检查、路面修补和", False),
        ("做到有路必养、养必到位。", False),
    ],
    ids=["two parts", "series", "a comma", "a list", "a full stop"],
)
def test_headline_by_itself(text: str, likely: bool) -> None:
    below = wrapped(TEXT, 15)
    rows = read_rows(read_lines("\n".join([*below, text, *below])))
    found = odds(rows, common_widths([row.cells for row in rows]))
    assert (found[len(below)] > 0) is likely


def test_quotes_are_as_wide_as_fits() -> None:
    (row,) = read_rows(read_lines("重视“千村示范”工程，党的十八大以来"))
    assert misfit(row, row.cells) == misfit(row, row.slim) == 0
    assert misfit(row, row.cells - 3) > 0


def test_a_word_across_the_cut_tells_more_than_n_grams() -> None:
    before, right, wrong = read_rows(read_lines("推动农村公路高质\n量发展，为乡村\n有关部门将认真"))
    assert with_words(-1.2, before, right) > 0 > with_words(-1.2, before, wrong)
    (end,) = read_rows(read_lines("养、养必到位。"))
    assert with_words(-1.2, end, right) == -1.2


@pytest.mark.parametrize(
    ("text", "unclosed", "unopened"),
    [
        ("印发《全市农村公路", "《", ""),
        ("养护办法》的通知", "", "《"),
        ("王宁 通讯员李平）昨天（7月", "(", "("),
        ("“养护资金列入《预算》", "“", ""),
        ("（一）落实专人(王宁)负责", "", ""),
        ("3）落实专人负责", "", ""),
        ("a)落实专人负责", "", ""),
        ("养护办法》（以下简称《", "《", "《"),
        ("做到“有路必养”", "", ""),
    ],
)
def test_a_mark_without_its_other_half_is_seen(text: str, unclosed: str, unopened: str) -> None:
    assert unpaired(text) == (unclosed, unopened)


def test_a_line_of_brackets_takes_linear_time() -> None:
    # By the square of its length it would take over ten minutes, and no test may take five.
    assert unpaired("(" * 200_000 + "》" * 200_000) == ("(", "《")


def test_a_bracket_left_open_goes_on_where_it_is_closed() -> None:
    opens, closes, plain, quoted = read_rows(
        read_lines("印发《全市农村公路\n养护办法》的通知\n落实专人负责到位\n养必到位”的要求")
    )
    assert of_pairs(opens, closes) > 0 == of_pairs(plain, plain)
    assert of_pairs(opens, plain) == of_pairs(plain, closes) < of_pairs(plain, quoted) < 0


def test_a_page_without_blank_lines_has_strict_turns() -> None:
    lines = [f"第{number}行的文字在这里写完" for number in range(60)]
    page, one, spaced = ("\n".join(lines), "\n\n".join(["\n".join(lines)] * 2), "\n\n".join(lines))
    assert [turns_of(read_rows(read_lines(text))) for text in (page, one, spaced)] == [
        IN_ROWS,
        IN_ROWS,
        AFTER,
    ]


def test_the_second_line_of_a_headline_stays_with_the_first() -> None:
    title = ["全市农村公路养护工作会议昨天召开 各县区部署下半年重点任务做到有路必", "养、养必到位"]
    lines = wrapped(TEXT, 14)
    source = "\n".join([*title, *in_turn(lines, 2)]) + "\n"
    (after,) = INTERLEAVED_COLUMNS(Document("page", source))
    assert after.text.split("\n")[:3] == [*title, lines[0]]


# Synthetic: another article for the column beside.
OTHER = (
    "本报讯（记者李青）记者从市教育局了解到，今年秋季开学前，全市将新建和改扩建三十所中小学校。",
    "市教育局负责人表示，将继续加强教师队伍建设，提高农村学校教学质量，让更多的孩子享受到优质教育资源。",
    "据介绍，新建的学校都配有图书馆、实验室和标准操场，家长和老师对此十分满意，纷纷点赞。",
    "下半年，教育部门还将组织城里的优秀教师到乡村学校任教，帮助当地老师提高业务水平和教学能力。",
)
TITLES = ("全市农村公路养护工作会议召开", "今秋开学前新建中小学校三十所")


def side_by_side(texts: tuple[tuple[str, ...], ...], width: int) -> list[str]:
    """Texts in columns side by side, as the page is read from left to right."""
    return side_by_side_lines(*(wrapped(text, width) for text in texts))


def side_by_side_lines(*columns: list[str]) -> list[str]:
    return [line for row in zip_longest(*columns) for line in row if line]


LONGER = "what is left of the longer column goes on below the foot of the shorter"


@pytest.mark.parametrize(
    "width", [14, pytest.param(17, marks=pytest.mark.xfail(strict=True, reason=LONGER)), 20]
)
def test_articles_side_by_side_go_under_their_headlines(width: int) -> None:
    texts = (TEXT[:3], OTHER)
    source = "\n".join([*TITLES, *side_by_side(texts, width)]) + "\n"
    (after,) = INTERLEAVED_COLUMNS(Document("page", source))
    one, two = (
        "\n".join([title, *wrapped(text, width)]) for title, text in zip(TITLES, texts, strict=True)
    )
    assert after.text == f"{one}\n\n{two}\n"  # the blank line shows where the second begins
    assert undo(after) == source
    (again,) = INTERLEAVED_COLUMNS(Document("page", after.text))
    assert again.text == after.text


@pytest.mark.parametrize(
    "below", ["部署下半年养护工作重点任务等事项", "各县区部署重点任务 加大投入力度"]
)
@pytest.mark.parametrize("columns", [2, 3])
def test_two_headlines_over_one_article_stay_together(below: str, columns: int) -> None:
    lines = wrapped(TEXT, 14)
    source = "\n".join([TITLES[0], below, *in_turn(lines, columns)]) + "\n"
    (after,) = INTERLEAVED_COLUMNS(Document("page", source))
    assert after.text.split("\n")[:4] == [TITLES[0], below, *lines[:2]]


def test_a_column_that_goes_on_past_a_headline_costs_more_with_each() -> None:
    bands = [
        line
        for title in TITLES
        for line in (title, *in_turn(wrapped(TEXT[:4] if title == TITLES[0] else OTHER, 14), 2))
    ]
    (after,) = INTERLEAVED_COLUMNS(Document("page", "\n".join(bands) + "\n"))
    got = after.text.split("\n")
    # A blank line shows where the second begins.
    assert [got.index(title) for title in TITLES] == [0, 2 + len(wrapped(TEXT[:4], 14))]


@pytest.mark.parametrize(
    ("width", "foot"), [(14, 7), (14, 10), (15, 9), (16, 7), (16, 9), (18, 7), (20, 6), (20, 7)]
)
def test_a_column_that_opens_in_mid_sentence_where_a_block_begins(width: int, foot: int) -> None:
    """A picture stands above the third column, another below the first: no words cross the foot."""
    lines = wrapped(TEXT, width)
    top = len(lines) - (len(lines) - foot) // 3
    above = side_by_side_lines(lines[:foot], lines[foot : 2 * foot])
    below = side_by_side_lines(lines[2 * foot : top], lines[top:])
    (after,) = INTERLEAVED_COLUMNS(Document("page", "\n".join([*above, "", *below]) + "\n"))
    assert [line for line in after.text.split("\n") if line] == lines


@pytest.mark.parametrize("width", [12, 14, 16, 18, 20])
@pytest.mark.parametrize("columns", [2, 3])
def test_columns_go_on_past_a_blank_line(width: int, columns: int) -> None:
    lines = wrapped(TEXT + OTHER[1:], width)
    page = in_turn(lines, columns)
    for row in range(3, len(lines) // columns - 2, 3):
        source = "\n".join([*page[: row * columns], "", *page[row * columns :]]) + "\n"
        (after,) = INTERLEAVED_COLUMNS(Document("page", source))
        assert [line for line in after.text.split("\n") if line] == lines


def test_a_dateline_is_no_headline() -> None:
    below = wrapped(TEXT, 15)
    rows = read_rows(read_lines("\n".join([*TITLES, "本报讯（记者王宁）国务院总", *below])))
    assert odds(rows, common_widths([row.cells for row in rows]))[2] == NEVER


@pytest.mark.parametrize(
    ("sections", "may_be"),
    [
        # Lists under headings, as a writer marks them. synthetic
        (("- **城池**：城墙的高度", "- **村庄**：村里的水井", "**注意**：", "- 不要太多"), False),
        # The lines of a page, of which a converter marked the headlines. synthetic
        (
            (
                "会议要求，各县区要把养护资金",
                "列入年度预算，落实专人负责，",
                "做到有路必养、养必到位。",
            ),
            True,
        ),
    ],
)
def test_a_writers_markdown_has_no_columns(sections: tuple[str, ...], *, may_be: bool) -> None:
    text = "\n\n".join("\n".join((f"## 第{at}部分", *sections)) for at in "一二三四")
    assert may_be_columns(Document("page", text, {})) is may_be


@pytest.mark.parametrize(("gap", "may_be"), [("\n", False), ("\n\n", True)])
def test_what_stands_deeper_tells_a_manual_where_the_next_line_is_below(
    gap: str, *, may_be: bool
) -> None:
    """Where nearly every line stands apart, first lines of paragraphs have none of theirs below."""
    option = ("-w 宽度", "        各栏的宽度，以字计，不写时由程序自己量")
    first = (
        "的力度。",
        "　　会议要求，各县区要把养",
        "护资金列入预算，落实专",
        "人负责，做到有路必养，",
    )
    name, *below = first if may_be else option
    text = "\n\n".join([f"{name}\n{gap.join(below)}"] * 12)
    assert may_be_columns(Document("page", text, {})) is may_be
