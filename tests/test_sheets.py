"""Heads and feet of one sheet, which nothing repeats. All texts synthetic."""

import pytest

from cleaner.layout import read_lines
from cleaner.paper.sheets import sheet_lines

PAGE = (
    "县城的集市开在河边，每逢三六九，四乡的\n人挑着担子来，卖菜的卖菜，买布的买布，\n"
    "到了晌午，人就散了，只剩下几个卖茶的老\n汉，坐在树下打瞌睡。后来修了公路，集市\n"
    "搬到车站旁边，也不分日子了，天天有人。\n河边的空地上盖起了粮站，墙上刷着标语，\n"
    "如今字迹还看得出来，只是没有人念了，也\n没有人记得是谁写的。\n"
)
LATIN = (
    "The market was held by the river, and on every third\n"
    "day people came from the villages with their\n"
    "baskets, sold what they had grown and bought cloth and\n"
    "salt. After the road was built it moved to the\n"
    "station, and nobody came to the river any more but a\n"
    "few old men who slept under the trees until the\n"
    "evening and went home when the lamps of the town were\n"
    "lit.\n"
)
GAP = " " * 24
IDEOGRAPHIC = "\u3000" * 9

# What stands above the text, what below; how many lines of it are the page's.
HEADS = (
    (f"江城文史　第七辑{GAP}· 33 ·", "", 1),
    (f"214{GAP}民国菜市研究", "", 1),
    (f"第五编 商业{GAP}（215）", "", 1),
    (f"２{IDEOGRAPHIC}図書館だより", "", 1),
    (f"文學週刊{IDEOGRAPHIC}中華民國二十五年五月{IDEOGRAPHIC}第三版", "", 1),
    (f"滨海晚报{GAP}副刊{GAP}2012年11月6日 星期二  B07", "", 1),
    (f"云江大学学报（自然科学版）{GAP}第41卷第2期{GAP}2015年3月", "", 1),
    (
        f"第 41 卷第 2 期{GAP}云江大学学报{GAP}Vol.41 No.2\n2015 年 3 月{GAP}Journal{GAP}Mar. 2015",
        "",
        2,
    ),
    ("", f"— 88 —{GAP}北岭县志·卷五", 1),
    ("", f"{GAP}第二章 集市\t89", 1),
    (f"126{GAP}北岭县志", f"{GAP}第二章 集市{GAP}127", 2),
    # the second has no wide gap, but counts
    ("126  北岭县志    卷五", f"{GAP}第二章 集市{GAP}127", 2),
    # inside the text: with a name on the other side; alone, set apart
    (f"第五编 商业{GAP}341\n{PAGE}342{GAP}北岭县志", "", 2),
    (f"78{GAP}北岭文史\n{PAGE}\n{GAP}79\n", "", 2),
    (f"12{GAP}THE  RIVER  COURIER{GAP}Friday, May 3, 1935", LATIN, 1),
    (f"Seite 4{GAP}Märkisches Blatt{GAP}Nr. 87 / Dienstag, 14. April 1998", LATIN, 1),
)
TEXTS = (
    # headings, with a number and a gap
    f"3    集市的变迁\n{PAGE}",
    f"第三章    集市\n{PAGE}",
    f"12        天鹅\n{PAGE}",
    # entries of contents, rows, forms, columns
    f"引言{GAP}1\n集市{GAP}7\n粮站{GAP}15\n{PAGE}",
    f"{PAGE}城关{GAP}120\n河口{GAP}85\n",
    f"姓名：王芳{GAP}年龄{GAP}35\n{PAGE}",
    f"单价：￥12{GAP}合计{GAP}36\n{PAGE}",
    f"赶集的人都去河边，{GAP}12\n{PAGE}",
    "".join(f"{line}{GAP}{line}\n" for line in PAGE.split()),
    "".join(f"{at}   {line}\n" for at, line in enumerate(LATIN.split("\n"), 1)),
    # a day and a place below the text, who wrote it
    f"{PAGE}北岭{GAP}1998\n",
    f"{PAGE}王芳{GAP}于北岭县城\n",
    # a newsletter's own line, without a journal's name
    f"第17期{GAP}县委办公室编{GAP}2004年9月8日\n{PAGE}",
    # whole paragraphs, verse, programs: no lines of a page
    f"214{GAP}民国菜市研究\n" + (PAGE.replace("\n", "") + "\n") * 9,
    f"214{GAP}民国菜市研究\n" + "风吹过来\n花开了\n雪落下\n天亮了\n" * 4,
    f"214{GAP}民国菜市研究\n" + "他走进屋里，坐了下来。\n天黑了。\n" * 6,
    # two lines of text
    f"214{GAP}民国菜市研究\n集市开在河边，每逢三六九，四乡的",
)


@pytest.mark.parametrize(("above", "below", "many"), HEADS)
def test_goes(above: str, below: str, many: int) -> None:
    lines = read_lines(f"{above}\n{PAGE}{below}")
    found = [*sheet_lines(lines)]
    assert len(found) == many
    assert not {lines[at].text for at in found} & {*PAGE.split("\n"), *LATIN.split("\n")}


@pytest.mark.parametrize("text", TEXTS)
def test_stays(text: str) -> None:
    assert [*sheet_lines(read_lines(text))] == []
