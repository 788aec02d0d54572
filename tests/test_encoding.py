"""What examples and keeps cannot express of the text families. All texts are synthetic."""

import doctest
import unicodedata

import pytest

from cleaner.chars import hkscs, misread
from cleaner.chars.hans_hant import SIMPLIFIED_ONLY, TRADITIONAL_ONLY
from cleaner.document import Document, undo
from cleaner.stage import Stage
from cleaner.stages import ORDER
from cleaner.stages.characters_table import RADICALS
from cleaner.stages.encoding import MOJIBAKE

FAMILIES = ("characters", "encoding", "language", "spacing")
STAGES = [stage for stage in ORDER if stage.family in FAMILIES]

SIMPLIFIED = "今年上半年，我市新建了三十二座公园，市民出门五分钟就能看见绿地。"
TRADITIONAL = "今年上半年，本市新建了三十二座公園，市民出門五分鐘就能看見綠地。"
JAPANESE = "今日は天気がいいので、みんなで公園へ行きました。"

# (text, charset it is in, charset it was read with)
MIXUPS = [
    (SIMPLIFIED, "utf-8", "latin-1"),
    (SIMPLIFIED, "gbk", "latin-1"),
    (SIMPLIFIED, "gbk", "cp1252"),
    ("市民出门五分钟就能看见绿地了", "utf-8", "gb18030"),
    ("市民出门五分钟就能看见绿地", "gbk", "big5"),
    ("会议由市长主持，听取了各单位的工作报告。", "gbk", "big5hkscs"),
    (TRADITIONAL, "big5", "latin-1"),
    (TRADITIONAL, "utf-8", "latin-1"),
    (JAPANESE, "utf-8", "latin-1"),
    ("みんなで公園へ行きました", "utf-8", "gb18030"),
]

CLEAN = [
    SIMPLIFIED,
    TRADITIONAL,
    JAPANESE,
    "서울의 기온은 평년보다 높았다.",
    "Ærø, Łódź, Çeşme, Þórshöfn, Dvořák, naïve café, ÀÉÎÕÜ",
    "Привет, мир! Ελληνικά — «да»",
    "│ 姓名 ├─┼─┤ ①②③ ㎡ ℃ ½ × ÷ ± ©®™ …… —— “”‘’",
    "魑魅魍魉、饕餮、貔貅、狻猊、睚眦、螭吻",
    "𠮷野家 é€ 👩\u200d🔬",
    "for (i = 0; i < n; i++) { x[i] &= ~0x80; }",
]

# One unit, repeated to a line of a megabyte: what a rule might stumble on.
HOSTILE = [
    "Ã©¶Å",
    "龘靐齉爩鱻麤",
    "涓枃鍏ㄥ",
    "&amp;",
    "中 国 ",
    " ",
    "1 月 ",
    "\x85",
    "\ud842",
    "⼀",
    "\u200b",
]


@pytest.mark.parametrize(("text", "right", "wrong"), MIXUPS)
def test_a_mixup_is_undone(text: str, right: str, wrong: str) -> None:
    assert misread.repair(text.encode(right).decode(wrong)) == text


@pytest.mark.parametrize(
    ("wrong", "lost"),
    [("gbk", "\ufffd"), ("gbk", "?"), ("gb18030", "\ufffd"), ("cp1252", "\ufffd")],
)
def test_what_was_lost_on_the_way_is_marked(wrong: str, lost: str) -> None:
    damaged = SIMPLIFIED.encode().decode(wrong, "replace").replace("\ufffd", lost)
    found = misread.repair(damaged)
    assert found != damaged
    assert set(found) <= {*SIMPLIFIED, "\ufffd"}
    assert len(found.replace("\ufffd", "")) > 0.7 * len(SIMPLIFIED)


def test_a_text_misread_twice_is_undone() -> None:
    once = SIMPLIFIED.encode().decode("latin-1")
    assert misread.repair(once.encode().decode("latin-1")) == SIMPLIFIED


def test_a_good_line_beside_a_misread_one_stays() -> None:
    damaged = SIMPLIFIED.encode("gbk").decode("latin-1")
    repaired = [new for _, _, new in misread.repairs(f"{TRADITIONAL}\n{damaged}\nÄrger")]
    assert repaired == [SIMPLIFIED]


def test_a_short_line_is_repaired_where_a_long_one_is_proved() -> None:
    damaged = "\n".join(line.encode().decode("gb18030") for line in ("今天去公园了", "目录"))
    assert [new for _, _, new in misread.repairs(damaged)] == ["今天去公园了", "目录"]


def test_a_stretch_in_a_good_line_is_repaired() -> None:
    stretch = "市民出门".encode("gbk").decode("latin-1")
    assert misread.repair(f"标题是“{stretch}”，作者不详") == "标题是“市民出门”，作者不详"


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_passes_through(text: str) -> None:
    document = Document("case", text)
    for stage in STAGES:
        (document,) = stage(document)
    assert document.text == text


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hostile_line_is_read_and_undone(unit: str) -> None:
    text = (unit * (50_000 // len(unit) + 1))[:50_000]
    document = Document("case", text)
    for stage in STAGES:
        (document,) = stage(document)
    assert undo(document) == text


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_an_empty_text_is_no_error(stage: Stage) -> None:
    assert stage(Document("case", ""))[0].text == ""


def test_kangxi_radicals_are_what_unicode_says() -> None:
    kangxi = [code for code in RADICALS if code >= 0x2F00]
    assert [chr(RADICALS[code]) for code in kangxi] == [
        unicodedata.normalize("NFKC", chr(code)) for code in kangxi
    ]


@pytest.mark.parametrize("shape", ['"{}"', "'{}'", "`{}`", "| {} |", "|{}|"])
def test_the_shape_of_a_stroke_is_no_word(shape: str) -> None:
    (radical,) = (stage for stage in STAGES if stage.name == "radical")
    shown = f"{SIMPLIFIED}\n横斜钩: {shape.format(chr(0x2E84))}\n"
    (kept,) = radical(Document("a", shown))
    (changed,) = radical(Document("a", f"{shown}绿地里的⼈多。\n"))
    assert (kept.text, "人多" in changed.text) == (shown, True)


def test_no_character_is_of_one_script_only_and_of_the_other() -> None:
    assert not SIMPLIFIED_ONLY & TRADITIONAL_ONLY
    assert not set("后里干面台余著乾於只松") & (SIMPLIFIED_ONLY | TRADITIONAL_ONLY)


def test_lost_characters_are_counted() -> None:
    (stage,) = (stage for stage in ORDER if stage.name == "lost-character")
    (document,) = stage(Document("case", "会\ufffd议锟斤拷锟斤拷，烫烫烫烫"))
    assert document.meta["lost_characters"] == 4


def test_doctest() -> None:
    assert doctest.testmod(misread).failed == 0
    assert doctest.testmod(hkscs).failed == 0


@pytest.mark.parametrize(
    "table",
    [
        "款匡宽快",
        "效\t校笑啸\t肖孝",
        "为\t维围违桅\t唯潍惟",
        "毛\t矛锚茅\t贸冒猫貌帽茂\n扔\t熔容溶榕融\t戎绒茸",
        "老，劳，捞，浪，涝，佬，烙，牢，酪，姥，廊，勒",
    ],
)
def test_characters_that_sound_alike_are_no_other_charset(table: str) -> None:
    (after,) = MOJIBAKE(Document("table", table))
    assert after.text == table
