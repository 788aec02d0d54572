"""Printed lines that an extractor gave in pieces; all texts are synthetic."""

import pytest

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.stages.paragraphs import WRAPPED_LINE
from cleaner.unwrap.pieces import pieces_of

# Full lines of a column of 39 em.
FULL = (
    "守闸人住在老闸的上面已经四十五年，他每天早上都要去看一次水尺，把水位写在蓝皮本",
    "子里，写完了再去看闸门，看过闸门以后才回来吃早饭，风雨天也是这样，从来没有间断",
    "过一次，县里的人来看他的时候都说这样的本子应该送到档案馆里去，可是他舍不得，说",
)
LAST = "还要再用。"

PRINTED = {
    "behind a comma": (
        "水尺有两根，一根立在闸的上游，",
        "另一根“副尺”立在闸的下游，离闸大约有五十步左右，",
    ),
    "a mark opens the next piece": (
        "老闸的图纸（一九五六年绘制的那一份",
        "）现在放在县里的档案馆二楼，谁都可以随时去",
    ),
    "behind a full stop, the end runs on": (
        "水位现在由自动站记录。",
        "（旧的记录见 /srv/old，",
        "新的记录见 /srv/new/stations/text",
    ),
    "a bracket opens behind a full stop, and the first piece is nearly full": (
        "水位现在由自动站记录，读数每小时一次，写在新的本子里。",
        "（旧的记录，见 /srv/old",
    ),
    "the last piece goes on in a word": (
        "水位现在由自动站记录，读数每小时一次。",
        "从前的记录是人写的，都在蓝皮本子，没有档",
    ),
    "a mark that opens no line, behind a piece that is nearly full": (
        "水位现在由自动站记录，那里的人都把它叫做“新的那一位守闸老人”",
        "，读数每小时一次",
    ),
}
KEPT = {
    "two speeches": (
        "“你今天还要去看那根水尺吗？”小山问。",
        "“要去的，下雨天也要去看一看才放心。”他说。",
    ),
    "a remark between brackets": (
        "他把蓝皮本子合上，走出门去看闸。",
        "（译者注：原文里没有这一句话。）",
    ),
    "a heading": (
        "他把蓝皮本子合上，走出门去。",
        "第九回　老闸夜雨守闸人不眠，新桥晨雾过桥客无语了",
    ),
    "items": ("一、看水尺，每天早晚各一次，", "二、看闸门，下雨的时候每个时辰都要去看一次，"),
    "a speech with an indent": (
        "　　“你今天还要去看水尺？”",
        "　　“风大，不看了。”他说完走到灯下，翻开了那本蓝皮，",
    ),
    "too narrow together": ("水尺有两根，", "一根立在闸的上游，"),
    "too wide together": (
        "水尺有两根，一根立在闸的上游，是木头做的，",
        "另一根立在闸的下游，离闸有五十步远，是铁做的，",
    ),
    "many short lines, of which some end as sentences do": (
        "流量：水尺又记，",
        "水位计坏了；",
        "“孩子来了！”",
        "水尺坏了；",
        "《柳树记》",
        "站长今天走了。",
    ),
    "verses": (
        "灯照上游水照天，半篙新雨，",
        "人在下游船在岸，一夜归帆，",
        "十载守来闸未老，何处同看。",
    ),
    "cells": ("上游水尺，  12.4", "下游水尺，  11.8  读数由守闸人每日报送给县里的水利站"),
}


@pytest.mark.parametrize("parts", PRINTED.values(), ids=PRINTED)
def test_pieces_of_a_printed_line(parts: tuple[str, ...]) -> None:
    """The paragraph comes back, whether its first line is in pieces or one in the middle."""
    end = "案的人不多。" if parts[-1][-1] == "档" else "的人不多。"
    lines = [*FULL, LAST, *parts, end, *FULL, LAST]
    (after,) = WRAPPED_LINE(Document("case", "\n".join(lines)))
    assert after.text.split("\n") == [
        "".join([*FULL, LAST]),
        "".join([*parts, end]),
        "".join([*FULL, LAST]),
    ]


@pytest.mark.parametrize("parts", KEPT.values(), ids=KEPT)
def test_lines_that_are_no_pieces(parts: tuple[str, ...]) -> None:
    lines = read_lines("\n".join([*FULL, LAST, *parts, *FULL, LAST]))
    assert pieces_of(lines, [False] * len(lines)) == []


def test_a_text_may_end_in_pieces() -> None:
    for parts in (
        ["守闸人说他写的那一本叫“蓝皮本”", "，谁都可以看。"],
        list(PRINTED["behind a comma"]),
    ):
        lines = [*FULL, LAST, *parts]
        (after,) = WRAPPED_LINE(Document("case", "\n".join(lines)))
        assert after.text.split("\n") == ["".join([*FULL, LAST]), "".join(parts)]


def test_a_mark_that_opens_no_line_is_of_the_line_above() -> None:
    """Wherever the line ends; but below a full line a program may have broken it there."""
    short = ["守闸人说他写的那一本叫“蓝皮本”", "，谁都可以看。"]
    lines = read_lines("\n".join([*FULL, LAST, *short, *FULL, LAST]))
    assert pieces_of(lines, [False] * len(lines)) == [(4, 5)]
    below = read_lines("\n".join([*FULL[:2], FULL[2][:-2], "。", *FULL, LAST]))
    assert pieces_of(below, [False] * len(below)) == []
    quoted = read_lines("\n".join([*FULL, LAST, "”蓝皮本”是县里发的。", *FULL, LAST]))
    assert pieces_of(quoted, [False] * len(quoted)) == []


def test_a_narrow_column_is_filled_by_chance() -> None:
    lines = read_lines(
        "\n".join([line[:20] for line in FULL * 3] + ["水尺有两根，", "一根立在闸的上游，也"])
    )
    assert pieces_of(lines, [False] * len(lines)) == []


# Full lines of a column of 13 em.
NARROW = (
    "守闸人住在老闸的上面四十五年",
    "他每天早上都要去看一次那水尺",
    "把水位写在蓝皮本子里再去看闸",
)


@pytest.mark.parametrize(
    ("parts", "are_pieces"),
    [
        (("他写的叫“老闸水位”", "，谁都"), True),
        (("图纸（一九五六年绘）", "、旧闸"), True),
        (("县里有一本（蓝皮）", "。"), True),
        # Only one mark, or one that may open a line, or an item.
        (("水尺有两根，", "一根立在上游"), False),
        (("他写的叫“老闸水位”", "“蓝皮本”"), False),
        (("他写的叫“老闸水位”", "（也就是"), False),
        (("看水尺的人（老李）", "一、看闸门"), False),
        # Together they are wider than the column; or a blank line stands between.
        (("他写的那本叫“老闸的水位”", "，谁都可以随时去看一看"), False),
        (("他写的叫“老闸水位”", "", "，谁都"), False),
    ],
)
def test_two_marks_in_one_tell_pieces_in_a_narrow_column(
    parts: tuple[str, ...], are_pieces: bool
) -> None:
    lines = read_lines("\n".join([*NARROW * 3, *parts, *NARROW * 2, "还要用。"]))
    assert pieces_of(lines, [False] * len(lines)) == ([(9, 10)] if are_pieces else [])


def test_a_line_that_is_a_block_of_its_own_is_no_piece() -> None:
    parts = PRINTED["behind a comma"]
    lines = read_lines("\n".join([*FULL, LAST, *parts, *FULL, LAST]))
    assert pieces_of(lines, [False] * len(lines)) == [(4, 5)]
    assert pieces_of(lines, [at == 4 for at in range(len(lines))]) == []


def test_a_line_cut_before_a_mark_shows_that_one_is_before_a_bracket() -> None:
    """Also where the paragraph ends there, so that the pieces fill no line."""
    cut = ["水位由自动站记录。", "（旧的记录在县里。", "）"]
    lines = ["守闸人写的那一本叫“蓝皮本”", "，谁都可以看。"]
    for given, found in ((cut, [(3, 5)]), (cut[:2], [])):
        page = read_lines("\n".join([*FULL, *given, *FULL]))
        assert pieces_of(page, [False] * len(page)) == found
    page = read_lines("\n".join([*FULL, *lines, LAST, *FULL, LAST, *cut[:2]]))
    assert pieces_of(page, [False] * len(page)) == [(3, 4), (10, 11)]
