"""Lines that become paragraphs. Texts are synthetic, or seeds where a seed is named."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from cleaner.document import Document, undo
from cleaner.layout import read_lines
from cleaner.stages.furniture import FORM_FEED, PAGE_NUMBER, RUNNING_HEAD
from cleaner.stages.paragraphs import WRAPPED_LINE
from cleaner.unwrap import guards
from cleaner.unwrap.apart import is_apart
from cleaner.unwrap.breaks import Break
from cleaner.unwrap.decision import decide
from cleaner.unwrap.endings import single_cost
from cleaner.unwrap.items import counted_heads

SEEDS = Path(__file__).parent.parent / "seeds"

SENTENCES = (
    "今年以来，各地把稳定就业摆在更加突出的位置，完善政策体系，拓宽就业渠道，帮助群众找到合适的工作。"
    "截至九月底，全市新增就业三万余人，提前完成了全年任务的八成，多项指标好于去年同期。"
    "下一步，有关部门还将继续办好招聘活动，把岗位送到群众的家门口，让更多的人在家乡安居乐业。"
)
PARAGRAPHS = (
    SENTENCES,
    SENTENCES[48:] + "这是一项长期的工作。",
    "基层干部表示，要把好事办好，" + SENTENCES[:80] + "成效已经初步显现出来。",
)


def wrap(paragraph: str, width: int, indent: int) -> list[str]:
    """Set a paragraph in a column, marks hanging where they may not open a line."""
    lines, rest, room = [], paragraph, width - indent
    while rest:
        take = room
        while take > room - 3 and rest[take : take + 1] and rest[take] in "，。、”）：；":
            take -= 1
        lines.append(rest[:take])
        rest, room = rest[take:], width
    return lines


def joined(text: str) -> str:
    (after,) = WRAPPED_LINE(Document("case", text))
    assert undo(after) == text
    return after.text


# Widths at which no paragraph ends with a full line, and no full line ends in a full stop before a
# word that opens paragraphs: there the text itself does not say what it is.
@pytest.mark.parametrize(
    ("width", "indent"),
    [(9, 0), (22, 0), (30, 0), (38, 0), (9, 2), (12, 2), (22, 2), (30, 2), (38, 2)],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["tight", "spaced"])
def test_column_of_any_width(width: int, indent: int, gap: str) -> None:
    """Each line has a blank line after it, or none has: the paragraphs are found all the same."""
    lines = [line for paragraph in PARAGRAPHS * 3 for line in wrap(paragraph, width, indent)]
    assert [line for line in joined(gap.join(lines)).split("\n") if line] == [*PARAGRAPHS * 3]


@pytest.mark.parametrize("width", [12, 16, 22, 38])
def test_kept_indent(width: int) -> None:
    """Where the two characters of indent are still there, they tell what widths cannot."""
    lines = []
    for paragraph in PARAGRAPHS * 3:
        first, *rest = wrap(paragraph, width, 2)
        lines += ["　　" + first, *rest]
    wanted = [*PARAGRAPHS * 3]
    assert [line.strip() for line in joined("\n".join(lines)).split("\n")] == wanted


def test_page_end_in_a_paragraph() -> None:
    """A page's number and head stand in the middle of a sentence: it is made whole."""
    lines = [line for paragraph in PARAGRAPHS * 3 for line in wrap(paragraph, 20, 2)]
    pages = [lines[at : at + 15] for at in range(0, len(lines), 15)]
    text = "\n\f".join(
        "\n".join(["工作通讯 2020年第1期", "", *page, "", f"- {number} -", ""])
        for number, page in enumerate(pages, 1)
    )
    document = Document("case", text)
    for stage in (PAGE_NUMBER, RUNNING_HEAD, WRAPPED_LINE, FORM_FEED):
        (document,) = stage(document)
    assert [line for line in document.text.split("\n") if line] == [*PARAGRAPHS * 3]
    assert undo(document) == text


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("这本书介绍的是Python", "语言的用法", "这本书介绍的是Python语言的用法"),
        ("这本书介绍的是Free", "Software的历史", "这本书介绍的是Free Software的历史"),
        ("文件在目录/usr/share/", "doc的下面一层", "文件在目录/usr/share/doc的下面一层"),
        ("今年的产量达到了12", "34万吨的好水平", "今年的产量达到了1234万吨的好水平"),
        ("今年的产量提高了12", "%超过了去年的", "今年的产量提高了12%超过了去年的"),
    ],
)
def test_what_a_join_leaves(left: str, right: str, whole: str) -> None:
    lines = [line for paragraph in PARAGRAPHS * 2 for line in wrap(paragraph, 10, 0)]
    text = "\n".join([*lines, left, right + "，又前进一步。"])
    assert joined(text).split("\n")[-1] == whole + "，又前进一步。"


def test_wrapped_text_says_so() -> None:
    lines = [line for paragraph in PARAGRAPHS for line in wrap(paragraph, 16, 2)]
    (after,) = WRAPPED_LINE(Document("case", "\n".join(lines)))
    assert after.meta["columns"][0] == 16
    assert after.meta["blank_lines"] == "none"


def test_clean_text_says_nothing() -> None:
    (after,) = WRAPPED_LINE(Document("case", "\n".join(PARAGRAPHS)))
    assert "columns" not in after.meta


def decisions(text: str) -> Iterator[tuple[str, Break]]:
    lines = read_lines(text)
    return ((lines[one.line].text, one) for one in decide(lines))


@pytest.mark.parametrize(
    ("name", "left"),
    [
        ("000", "会议通过的条件有望改善。奥比昂总统在28"),
        ("000", "对米拉格罗萨予以鼓励"),
        ("003", "平台“权威、"),
        ("001", "加快推进全国一体化算力网络内蒙"),
    ],
)
def test_cut_paragraphs_of_the_seeds(name: str, left: str) -> None:
    text = next(SEEDS.glob(f"{name}*")).read_text(encoding="utf-8")
    found = [one for line, one in decisions(text) if line.endswith(left[-6:])]
    assert [one.joined for one in found] == [True]


@pytest.mark.parametrize(
    "line",
    ["各地要把就业摆在\n", "各地要，\n", "支持。\n", "1\n", "■ 支持\n", "\f\n会议\n\n", "a-\n"],
    ids=repr,
)
def test_many_lines_are_done_with(line: str) -> None:
    """Quadratic, they would not end; how long they take is for benchmarks/hostile.py."""
    lines = read_lines(line * 4000)
    assert len(decide(lines)) == len(lines) - 1


def test_sections_agree() -> None:
    """A long text is decoded in sections: a paragraph across two of them is whole too."""
    lines = [line for paragraph in PARAGRAPHS * 60 for line in wrap(paragraph, 14, 2)]
    assert joined("\n".join(lines)).split("\n") == [*PARAGRAPHS * 60]


def test_a_mark_alone_belongs_to_the_line_before() -> None:
    """A sign of another font leaves its mark on the next line; the mark makes no paragraph."""
    column = "\n".join(wrap(PARAGRAPHS[0], 22, 0))
    text = f"{column}\n以上所说的都在附件（一）\n。\n（另有说明。\n）\n{column}"
    assert joined(text).split("\n")[1:3] == ["以上所说的都在附件（一）。", "（另有说明。）"]


def test_what_stands_left_of_an_item_is_not_of_it() -> None:
    """An item that fills its line, and a paragraph after it at the margin of the page."""
    text = (
        "      * 远程的一边保持已经交出去的东西。\n\n"
        "          + 到远程的一边去要用安全的协议，比如这一个或者那一个都好。\n\n"
        "    这棵树是在目录之外的那一些文件，在目录里面的文件，包括索引、本\n"
        "    地的数据和一些配置。\n"
    )
    assert [line.strip()[:3] for line in joined(text).split("\n\n")] == [
        "远程的",
        "到远程",
        "这棵树",
    ]


def test_lines_of_a_web_page_are_blocks() -> None:
    """A page that breaks lines for effect is left alone; one that shows wrapped text is not."""
    ragged = (
        "他走过来拍着我的肩膀，对我说了这样一句到现在也忘不掉的话，眼泪止不住地流，\n这个家没了，"
    )
    ragged += "你还有一个家。\n大家都记得那一天。"
    web = {"web": {"score": 3, "evidence": [], "headline": False}}
    (after,) = WRAPPED_LINE(Document("case", ragged, web))
    assert after.text == ragged
    lines = "\n".join(line for paragraph in PARAGRAPHS * 3 for line in wrap(paragraph, 30, 0))
    (after,) = WRAPPED_LINE(Document("case", lines, web))
    assert after.text == "\n".join(PARAGRAPHS * 3)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(("安装与设置", "=" * 40, "设置的方法"), id="a rule under a heading"),
        pytest.param((f"{'~' * 60}", "第二节：移动光标"), id="a rule above a heading"),
        pytest.param((":Original: doc/opp.rst", ":翻译: 张小山", ":校译: 李明"), id="fields"),
        pytest.param((".. note:: 这里说的", ".. _链接: http://example.org/a"), id="directives"),
        pytest.param(("2.8. 套件的名称和版本", "2.9. 设置它的方法", "2.10. 后记"), id="contents"),
        pytest.param(
            (
                "0106;LETTER C WITH ACUTE;Lu;0;L;0043 0301;;;;N;LETTER C",
                "0107;LETTER C;Ll;0;L;0063 0301;;;;N;SMALL LETTER C AC",
            ),
            id="records",
        ),
        pytest.param(
            ("protocols:      db files", "services:       db files", "ethers:         db"),
            id="cells under cells",
        ),
        pytest.param(("编号,名称,单价,数量", "1001,打印纸,25.00,10"), id="fields, one a number"),
        pytest.param(
            ("1", "00:00:01,100 --> 00:00:03,200", "谁在那里？", "2", "00:03.100 --> 00:05.300"),
            id="subtitles",
        ),
        pytest.param(("A．把岗位送到群众的家", "B．拓宽就业渠道"), id="choices"),
        pytest.param(
            ("→ 小山: 已收藏        06/13 15:09", "→ 阿青: 推一个        06/13 15:58"),
            id="comments that end in a time",
        ),
        pytest.param(
            ("守闸人的四十五年（一）雪落下来的那一天夜里", "守闸人的四十五年（二）蓝皮本"),
            id="entries that open alike",
        ),
        pytest.param(
            ("commit 3f786850e387550fdab836ed7e6dc881de23001b", "Author: Li <li@example.org>"),
            id="an entry of a log of git",
        ),
        pytest.param(
            ("老闸下有磐石可坐，同人每每拂拭待余\u3000田远山", "雪落前溪白，灯分远树红。"),
            id="the head of a poem and its writer",
        ),
    ],
)
def test_lines_among_wrapped_prose(rows: tuple[str, ...]) -> None:
    """What stands in lines of its own stays so where the lines round it are joined."""
    prose = "\n".join(wrap(PARAGRAPHS[0], 22, 0))
    text = "\n\n".join((prose, "\n".join(rows), prose, prose))
    assert [line for line in joined(text).split("\n") if line] == [
        PARAGRAPHS[0],
        *rows,
        *PARAGRAPHS[:1] * 2,
    ]


def test_the_next_section_below_a_full_line() -> None:
    sentence = SENTENCES[:48]
    numbers = ["1.2.4 ", "1.2.5 ", "1.3.1 "]
    whole = [f"{number}{sentence}"[: 41 + 3] + "。" for number in numbers]
    text = "\n".join(line for one in whole for line in (one[:25], one[25:]))
    assert joined(text).split("\n") == whole


@pytest.mark.parametrize("gap", [" ", "  ", "   "])
def test_english_that_was_spread_to_its_column(gap: str) -> None:
    lines = (
        "The  keeper  of the lock reads the gauge",
        "each  morning and writes what he read in",
        "a blue book. He has done so for more than",
        "forty  years,  and  he means to go on as",
        "long as his eyes are good enough.",
    )
    words = " ".join(lines).split()
    text = "\n".join(" ".join(line.split()) if len(gap) > 1 else line for line in lines)
    whole = joined(text.replace(" ", gap))
    assert whole.split() == words
    assert whole.count("\n") == 0


def test_blanks_that_are_to_be_filled_in_stay() -> None:
    text = (
        "甲方    与乙方    就房屋租赁一事经过协商达成如下的协议，双方应当共同遵守，如有违反应\n"
        "当承担责任。房屋坐落于    市    区    路    号，建筑面积为    平米，租期自  年  月  日起\n"
        "到下一年春天为止，共计    个月。租金每月为人民币    元，于每月    日之前支付，逾期的甲方\n"
        "有权解除本合同并收回房屋，乙方应当在    日之内搬出，并且结清水电费用。\n"
    )
    assert joined(text).count("    ") == text.count("    ")
    assert "自  年  月  日起" in joined(text)


@pytest.mark.parametrize("gap", ["  ", "   "])
@pytest.mark.parametrize(
    "text",
    [
        (
            "apple lemon cherry durian melon grape\n"
            "berry raisin mango walnut melon plum\n"
            "lime apple walnut peach orange durian\n"
            "peach guava berry papaya raisin date\n"
        ),
        (
            "яблоко лимон вишня дуриан дыня виноград\n"
            "ягода изюм манго орех груша слива\n"
            "лайм айва орех персик хурма дуриан\n"
            "персик гуава ягода папайя изюм финик\n"
        ),
    ],
    ids=["English", "Russian"],
)
def test_words_of_a_list_with_one_gap_throughout(text: str, gap: str) -> None:
    words = text.replace(" ", gap) * 3
    assert joined(words) == words


def test_entries_with_two_spaces_behind_their_sentences() -> None:
    """A writer's spaces are no program's: these are two entries, not one that was spread."""
    text = (
        "GAUGE, n.  A board by the water.  It is read in the mornings by a man.\n\n"
        "GATE, n.  In a lock, what holds the water.  In a town, what lets it in\n"
        "at night.\n\n"
        "--->  1)  The keeper has a book,\n--->  2)  The lock has a keeper,\n"
    )
    lines = joined(text).split("\n")
    assert not any("GAUGE" in line and "GATE" in line for line in lines)
    assert not any("1)" in line and "2)" in line for line in lines)


def test_verse_and_fields_among_wrapped_prose() -> None:
    """Lines of verse open with capitals; a sign, a field, a heading of Org are blocks."""
    kept = [
        "    When from the bank the ferry went",
        "    She took my heart along with her",
        "    And all the coins that I had spent",
        "    To see the lights of morning stir",
        "    Upon the water, dark and wide,",
        "    That parts me from the other side.",
        "%",
        "** The lamp of the ferry",
        "Upstream-Name: ferry",
    ]
    prose = (
        "The ferry goes to and fro between the two banks, so that those who have to\n"
        "wait for it may learn what time is, and it has been praised by those who\n"
        "never took it, in verse that nobody reads any more but the man who steers\n"
        "the boat and the dog.\n"
    )
    text = joined(prose + "\n".join(kept[:6]) + f"\n{prose}" + "\n".join(kept[6:]) + "\n")
    assert [line.strip() for line in kept] == [
        line.strip() for line in text.split("\n") if not line.startswith("The ferry") and line
    ]
    assert text.count("\n") == len(kept) + 2


@pytest.mark.parametrize("width", [16, 20, 24, 38])
@pytest.mark.parametrize("indent", ["", "　　"])
def test_a_poem_that_prose_quotes(width: int, indent: str) -> None:
    poem = ["夜渡无灯水自明，", "隔江犹听唤船声。", "归来莫问潮深浅，", "一橹摇开两岸星。"]
    lines = wrap(PARAGRAPHS[0], width, 0)
    after = [indent + line for line in wrap(PARAGRAPHS[2], width, 0)]
    text = joined("\n".join([*lines, *poem, *after, *lines]))
    assert "\n" + "\n".join(poem) + "\n" in text


@pytest.mark.parametrize(
    ("inside", "column"),
    [
        (wrap(PARAGRAPHS[0] * 3, 9, 0), 9.0),  # a column's lines are of one width: few have a mark
        (["水尺有两根，", "都有人去看，", "雨天也要看。"], 6.0),  # three
        (["水尺有两根，", "都有人去看，", "雨天也要", "去看一看，", "写在本子里，"], 6.0),
        (
            ["水尺立在闸上，闸上住着一个人，", *["他每天早晚都去看，风雨不误，"] * 4],
            14.0,
        ),  # as wide
    ],
)
def test_lines_of_one_width_that_are_no_poem(inside: list[str], column: float) -> None:
    lines = read_lines("\n".join(inside))
    breaks = [Break(at, True, 0.0, 1, column) for at in range(len(lines) - 1)]
    breaks[0] = breaks[0]._replace(column=16.0)
    assert list(guards._stanzas(lines, breaks)) == []


TALK = (
    "　　“是我。”他把湿透的外衣\n脱下来，挂在门后的钉子上，“还\n没睡？”\n"
    "　　“睡不着。你爹的腿又疼了，\n念叨了一晚上。”母亲说着走了出\n来，手里端着一碗热汤。\n"
    "　　他接过碗，没有说话，也许，\n他却觉得两只手怎么也暖不过来。\n"
    "窗外的雨已经下大了，打在瓦上，\n一阵紧似一阵。\n"
)


def test_indents_show_where_paragraphs_begin() -> None:
    """In a few lines, of which hardly one cuts a word; and behind a full line with a full stop."""
    text = joined(f"夜归\n{TALK}")
    assert [line.strip()[-4:] for line in text.split("\n")] == [
        "夜归",
        "没睡？”",
        "碗热汤。",
        "似一阵。",
        "",
    ]


@pytest.mark.parametrize(
    "text",
    [
        # stanzas, the first line of each set in
        "　　夜渡无灯水自明，\n隔江犹听唤船声。\n归来莫问潮深浅，\n一橹摇开两岸星。\n" * 3,
        # a list whose entries are set in, one below the other
        "　　看水尺，写水位\n　　看闸门\n　　吃早饭\n　　记在本子里，不要忘\n",
        # talk without an indent, in paragraphs of one line
        "“是我。”他说。\n“还没睡？”\n母亲走了出来。\n　　窗外的雨下大了。\n",
    ],
)
def test_indents_of_lines_that_somebody_set(text: str) -> None:
    assert joined(text) == text


LETTER = (
    "I write to tell you that the parcel you sent in March has at last arrived,\n"
    "though not in the state in which you must have packed it. The books are dry,\n"
    "the cheese is not, and the two have become acquainted in a way that neither\n"
    "will easily forget.\n"
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_letter_of_seventy_six_columns(gap: str) -> None:
    """Its address, its salutation and who signed it keep their lines."""
    around = ["14 Harbour Lane", "Port Ellis", "Dear Mr. Whitcombe,", "Yours faithfully,", "E. M."]
    text = joined(gap.join([*around[:3], LETTER.rstrip("\n"), *around[3:]]))
    whole = LETTER.rstrip("\n").replace("\n", " ")
    assert text.split(gap) == [*around[:3], whole, *around[3:]]


def test_verse_of_free_length_in_latin_letters_stays() -> None:
    verse = (
        "the wind went down, and after it the rain,\nand after that, the silence of the yard,\n"
        "where no one came, and no one would again,\nand all the doors were shut, and every card,\n"
        "was written, signed, and never sent, in vain.\n"
    )
    assert joined(verse) == verse


def test_names_in_capitals_that_open_lines_of_chinese_are_no_verse() -> None:
    """What nearly every Latin line of a column opens with says nothing of lines with Han."""
    lines = [
        "市气象局昨天公布，新换的雷达用的是",
        "GNSS时钟，过去三年里一直由县里的",
        "VHF电台校时，误差常常超过一秒，而且",
        "CPU老化得很快，夏天最热的几个星期",
        "BIOS要重写两次，值班的人为此跑了不少",
        "LED屏前的台阶，今后这些都用不着了。",
    ]
    assert joined("\n".join(lines) + "\n") == "".join(lines) + "\n"


def test_a_mark_below_a_full_line_shows_that_lines_were_broken() -> None:
    """No word is cut, but 。 opens a line where a program breaks lines anywhere."""
    lines = [
        "    守闸人住在这里已经有四十五年，他每天早上去看水尺，也看蓝皮本子",
        "    ，然后把看到的写下来，晚上再去一次，看过的人都说他写得比谁都好",
        "    ，很用心。",
    ]
    assert joined("\n".join(lines)) == "".join(line.strip() for line in lines)


def test_ragged_lines_of_a_web_page_that_was_wrapped() -> None:
    """A line of Latin ends where the next word would not fit, far from the column's end."""
    words = "the committee recommended establishing representative administrations throughout "
    lines, rest = [], (words * 9).split()
    while rest:
        take = 1
        while take < len(rest) and len(" ".join(rest[: take + 1])) <= 44:
            take += 1
        lines.append(" ".join(rest[:take]))
        rest = rest[take:]
    text = "\n".join([*lines[:-1], f"{lines[-1]}."])
    web = {"web": {"score": 3, "evidence": [], "headline": False}}
    (after,) = WRAPPED_LINE(Document("case", text, web))
    assert after.text == f"{' '.join(lines)}."


def test_a_paragraph_above_a_blank_line_that_is_as_wide_as_its_column() -> None:
    """Where blank lines part paragraphs they do so behind a full last line, too."""
    full = f"{PARAGRAPHS[0]}{PARAGRAPHS[1]}"
    full = full[: len(full) // 22 * 22 - 1].rstrip("，。、") + "。"
    text = "\n\n".join("\n".join(wrap(one, 22, 0)) for one in (*PARAGRAPHS * 20, full, *PARAGRAPHS))
    paragraphs = [line for line in joined(text).split("\n") if line]
    assert paragraphs == [*PARAGRAPHS * 20, full, *PARAGRAPHS]


@pytest.mark.parametrize(("torn", "proved"), [(0, False), (1, False), (8, True)])
def test_one_word_in_many_joins_is_no_proof(torn: int, *, proved: bool) -> None:
    """Verse without marks makes a word across a break by chance, a page at every second one."""
    verses = ("一船灯火渐渐光，柳边人歇", "两岸芦花白，渡口的人等船", "不知身在何处，明月照他乡")
    lines = read_lines("\n".join(verses * 10))
    breaks = [Break(at, True, -4.0 if at < torn else 0.0, 2, 12.0) for at in range(29)]
    assert (not list(guards._unproved(lines, breaks))) is proved


@pytest.mark.parametrize(
    ("last", "apart"),
    [
        ("王小川陪同调研。", True),
        ("王小川、李国雨等参加会见。", True),
        ("乡亲们陪同调研。", False),  # no names
        ("李国雨说，大家都参加了会见。", False),  # a clause more
    ],
)
def test_who_was_there_is_a_paragraph(last: str, *, apart: bool) -> None:
    full = ["山里的路修通以后，货车一直开到", "家门口，新摘的果子当天就能运到城里去。"]
    lines = joined("\n".join([*wrap(SENTENCES, 18, 2), *full, last])).split("\n")
    assert (lines[-1] == last) == apart


ENTRIES = (
    "ferry (1.{0}-1) unstable; urgency=low\n\n"
    "  The timetable of the ferry is now read from the file that the harbour\n"
    "  office sends each spring, and no longer from the one that comes with\n"
    "  the program. If you have changed it, move it to the new folder before\n"
    "  the first start.\n\n"
    " -- Ada Brook <ada@harbour.example>  Tue, 0{0} Mar 2021 21:04:53 +0100"
)
HOLDERS = (
    "Files: *\nCopyright: 1997 - 1998 Ada Brook\n           1998 - 2003 Tom Vale\n"
    "           2004 - 2007 Mina Orr\n\nLicense: GPL-2\n\n{}\n\nFiles: po/de.po\n       po/es.po\n"
    "       po/fr.po\n       src/tide.cc"
)


def test_entries_of_a_log_stay_apart() -> None:
    """Who signed one, and when, ends it, though no mark does: synthetic."""
    found = joined("\n\n".join(ENTRIES.format(at) for at in range(1, 7)))
    assert found.count("+0100\n\nferry (") == 5
    assert found.count("harbour office sends") == found.count("with the program.") == 6


@pytest.mark.parametrize(
    "entries",
    [
        ["渡口的老船工与他的渡船  29, 106-172", "看水人  6, 124-168", "老闸下游水尺  94"],
        ["安徽省水利厅及其所属各管理处　182", "碑记、匾额　121", "老闸下游水尺　93"],
        ["船又开了，我们等他，看水人 8:41", "等了三年，渡口 12:05", "明年春天再来，青山 9:30"],
    ],
)
def test_entries_of_an_index_and_comments_below_a_column_stay_apart(entries: list[str]) -> None:
    """Entries are as wide as the column by chance, and none ends in a mark."""
    page = "\n".join(line for paragraph in PARAGRAPHS * 3 for line in wrap(paragraph, 18, 2))
    assert joined("\n".join([page, *entries, *entries])).split("\n")[-6:] == entries * 2


def test_holders_and_names_of_files_are_lists() -> None:
    """Years and a name above years and a name, a file above a file: synthetic."""
    prose = "\n\n".join(ENTRIES.format(at).split("\n\n")[1] for at in range(1, 4))
    found = joined(HOLDERS.format(prose)).split("\n")
    assert found[2].strip() == "1998 - 2003 Tom Vale"
    assert [line.strip() for line in found[-4:]] == [
        "Files: po/de.po",
        "po/es.po",
        "po/fr.po",
        "src/tide.cc",
    ]
    assert "License: GPL-2" in found


LABELLED = "（1. 青川大学公共管理学院，平川 100000；2. 青川研究院，平川 200000）"


@pytest.mark.parametrize(
    ("opens", "apart"), [("摘 要：", True), ("关 键 词：", True), ("摘要，", False)]
)
def test_a_label_set_apart_opens_a_paragraph(opens: str, *, apart: bool) -> None:
    head = ["城市社区养老服务供给模式研究", "李 明1，王 芳2", LABELLED]
    lines = [*head, *wrap(opens + SENTENCES, 22, 0), *wrap(PARAGRAPHS[1], 22, 2)]
    assert (LABELLED in joined("\n".join(lines)).split("\n")) == apart


@pytest.mark.parametrize(
    ("line", "apart"),
    [
        ("（2015）江01刑终1062号", True),
        ("江政发〔2019〕14 号", True),
        ("摘　要", True),
        ("（2015）江01刑终1062号判决", False),
        ("见江政发〔2019〕14号，第3号", False),
        ("目录学", False),
    ],
)
def test_a_number_of_a_case_and_the_head_of_a_part_stand_alone(line: str, *, apart: bool) -> None:
    assert is_apart(read_lines(line)[0], 0, credit=False, jump="") == apart


def test_a_name_set_apart_is_no_rest_of_the_title_above() -> None:
    title, name = "荷 塘 边 的 老 屋", "             周 文 远"
    body = "\n".join(f"  {line}" for line in wrap(SENTENCES, 22, 2))
    assert joined(f"  {title}\n{name}\n\n{body}").split("\n")[:2] == [title, name]


def test_a_field_of_names_goes_on_in_no_headline() -> None:
    names = ["    参会人员：刘伟  张建国", "              李明华  赵强"]
    names += ["    缺席人员：孙平  钱进", "              冯雷  郑洁"]
    lines = joined("\n".join(["会议纪要", *wrap(SENTENCES, 22, 2), *names])).split("\n")
    assert [line.strip() for line in lines[-4:]] == [line.strip() for line in names]


SAID = [
    "晓寒说的话，我也听过",
    "这条路我走过",
    "就脱了衣裳",
    "未必行得通",
    "未为不可",
    "那年冬天雪很大",
    "还不去见你妹妹",
    "记得带伞",
    "不必等我们",
    "好吧",
    "”于是",
    "“正是",
    "”雨村道",
    "未可知也",
]
SUNG = [
    "于穆清廟，聿修嚴祀。四縣載陳，三獻斯止。",
    "肅肅藝祖，滔滔浚源。有雄玉劍，作鎮金門。",
    "大禮言畢，仙衛將歸。莫申丹懇，空瞻紫微。",
    "聖敬通神光七廟，靈心薦祚和萬方。",
]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_heads_of_records_stay_apart(gap: str) -> None:
    """What speakers say is cut in words by chance; a poem's title is as wide as the next."""
    spoken = [f"发言人{at % 2} 00:{at + 10}\n{said}" for at, said in enumerate(SAID * 2)]
    titled = [
        f"卷三_{at + 10} 《雪齋雜詩十二首：其一》佚名\n{one}" for at, one in enumerate(SUNG * 4)
    ]
    for records in spoken, titled:
        assert joined(gap.join(records)) == gap.join(records)


@pytest.mark.parametrize("width", [14, 16, 24, 35])
def test_paragraphs_that_say_the_same_again_are_joined(width: int) -> None:
    """Their lines open and end alike as heads of records do, and have clauses."""
    grown = [4817 * at % 8999 + 1000 for at in range(35)]
    years = [
        f"{1990 + at % 12}年，全镇产粮{tons}吨，比上年增长3.2%；" for at, tons in enumerate(grown)
    ]
    paragraphs = ["".join(years[at : at + 7])[:-1] + "。" for at in range(0, 35, 7)]
    text = "\n\n".join("\n".join(wrap(paragraph, width, 0)) for paragraph in paragraphs)
    assert joined(text).split("\n\n") == paragraphs


def test_frames_of_cells_stay() -> None:
    names = ["en_US.UTF-8", "zh_CN.UTF-8", "pt_BR.UTF-8", "ja_JP.UTF-8", "sv_SE.UTF-8"]
    rule = "├────────────┼──────────────────────┤"
    rows = [line for name in names for line in (rule, f"│{name} │语言（国家）          │")]
    text = [*wrap(PARAGRAPHS[0], 22, 0), *rows, *wrap(PARAGRAPHS[1], 22, 0)]
    assert joined("\n".join(text)).split("\n")[1 : 1 + len(rows)] == rows


@pytest.mark.parametrize("number", ["Tip {}: ", "{:02}) "])
def test_numbered_items_go_on(number: str) -> None:
    """They open alike and end in a word or a comma: no heads of records, but lines that go on."""
    items = [
        ("with a sharp knife and a steady hand you can", "slice the bread while it is warm."),
        ("with the lid of the pot left on for an hour you can", "serve the rice without salt."),
        ("with two sheets of paper under the plant you can", "keep the shelf dry all week."),
        ("with the window open in the early morning you can", "air the room in ten minutes."),
        ("with a spoonful of salt in the cold water you can", "save the colours of a shirt."),
        ("with an old newspaper in each of the boots you can", "keep their shape in winter."),
    ]
    heads = [number.format(at) for at in range(1, 7)]
    wrapped = [f"{head}{one}\n{two}" for head, (one, two) in zip(heads, items, strict=True)]
    assert joined("\n".join(wrapped)).split("\n") == [one.replace("\n", " ") for one in wrapped]


@pytest.mark.parametrize("sign", ["> ", "> > ", ">> ", ">"])
def test_a_reply_is_full_where_the_word_behind_its_sign_would_not_fit(sign: str) -> None:
    said = (
        "The keeper whom we asked says that »nobody«, not even the\n"
        "hydrographers-in-residence, »has ever seen the old boards«, which were\n"
        "taken away in spring. The readings of the automatic station\n"
        "(/usr/share/gauges/readings) are to be compared with those in his\n"
        "book, he writes."
    )
    text = joined(sign + said.replace("\n", f"\n{sign}") + "\n\nI have never seen them either.\n")
    assert text.split("\n")[0] == sign + said.replace("\n", " ")


def test_lines_of_a_reply_that_stay() -> None:
    """Each but the last could have taken the word that opens the next."""
    for kept in (
        "> fetch the boards\n> paint them white\n> put them back\n\nAll three are done.\n",
        "> 水涨了吗\n> 还没有\n> 那就再等一天\n\n我明天再去看。\n",
        "x > y\n>>> gauge.read()\n>>> gauge.level\n",
    ):
        assert joined(kept) == kept


def test_heads_that_count_up_vary_in_width() -> None:
    """Poems are counted whoever wrote them; the items of a list are broken at the column's edge."""
    poets = ["郭子儀", "劉晏", "鄭餘慶", "鄭絪", "段文昌", "牛僧孺"]
    heads = [
        f"卷三_{at + 8} 《雪齋雜詩{'十二首：其一' * (at % 2)}》{poet}"
        for at, poet in enumerate(poets)
    ]
    poems = "\n".join(f"{head}\n{one}" for head, one in zip(heads, SUNG * 2, strict=False))
    assert counted_heads(read_lines(poems)) == set(range(0, 12, 2))
    items = [f"{at}.{SENTENCES[at : at + 24]}\n{SENTENCES[at + 24 : at + 40]}" for at in range(9)]
    years = [f"{at + 2001}年，我又去了一次。\n" for at in range(9)]
    short = [f"{at}.{SENTENCES[at : at + 20 - at]}\n" for at in (1, 5, 9, 2)]
    for kept in items, years, short:
        assert counted_heads(read_lines("\n".join(kept))) == set()


@pytest.mark.parametrize("close", ['"', "'\"", "”"])
def test_a_quotation_of_a_scan_is_closed_by_a_straight_mark(close: str) -> None:
    costs = [
        single_cost(line)
        for line in read_lines(f"他们是“小帮手{close}的邻居\n他们是“小帮手的邻居\n")
    ]
    assert costs[0] < costs[1]


def test_verses_without_a_mark_at_their_ends_are_not_joined() -> None:
    # 立白 and 西点, across two ends, are words of the list
    poem = (
        "采桑子·旧衣裳凭朱阑立\n白头翁说当年事，凉月趖西\n点鬓霜微，岁晏知君归不归\n"
        "残更目断传书雁，尺素还稀\n一味相思，准拟相看似旧时\n秦水生"
    )
    (after,) = WRAPPED_LINE(Document("poem", poem))
    assert after.text == poem
