"""Which script a text is written in. All texts are synthetic."""

import doctest

import pytest

from cleaner.chars import scripts
from cleaner.chars.scripts import is_han, script_of, script_of_text
from cleaner.chars.simplified import simplified
from cleaner.document import Document
from cleaner.stages.language import ARTICLE_SCRIPT
from cleaner.stages.script import stray_traditional

SIMPLIFIED = "我们在会议室里讨论了这个问题，决定下个月开始试运行，请各单位做好准备。\n"
TRADITIONAL = "我們在會議室裡討論了這個問題，決定下個月開始試運行，請各單位做好準備。\n"

TEXTS = {
    "": "none",
    "1984-12-31 23:59": "none",
    "一九二八年的春天": "zh",
    SIMPLIFIED: "zh-Hans",
    TRADITIONAL: "zh-Hant",
    # A scan: one line in six read as traditional.
    SIMPLIFIED * 5 + TRADITIONAL: "zh-Hans",
    TRADITIONAL * 5 + SIMPLIFIED: "zh-Hant",
    SIMPLIFIED + TRADITIONAL: "zh",
    # Both scripts write these.
    "皇后里干面台余著乾於": "zh",
    # Latin words weigh as much as Han characters, their letters do not.
    "用 apt-get install 命令安装 openssh-server 软件包即可": "zh-Hans",
    "The city of Chongqing (重庆) lies on the upper reaches of the river, in the south-west.": "en",
    "東京の気温は平年より高く、各地で桜が満開となった。": "ja",
    "서울의 기온은 평년보다 높았다.": "ko",
    # A Chinese text that quotes Japanese, and foreign names with their dot.
    "日语里的“ありがとう”是谢谢的意思，对长辈要说得更客气一些，请大家注意语气。": "zh-Hans",
    "萨尔瓦多・达利与弗朗索瓦・密特朗没有见过面": "zh-Hans",
    "Привет": "none",
}


@pytest.mark.parametrize(("text", "script"), TEXTS.items())
def test_script_of_text(text: str, script: str) -> None:
    assert script_of_text(text) == script


def test_a_note_is_believed() -> None:
    assert script_of(Document("case", SIMPLIFIED, {"script": "ja"})) == "ja"


def test_a_note_of_another_kind_is_not() -> None:
    assert script_of(Document("case", SIMPLIFIED, {"script": "Hani"})) == "zh-Hans"


def test_a_long_text_is_read_to_its_end() -> None:
    long = "x" * 70_000 + SIMPLIFIED * 80_000
    assert script_of_text(long) == script_of_text(f"{long}\U00020bb7\ud842") == "zh-Hans"


def test_what_is_counted_as_han_is_han() -> None:
    kinds = scripts._kinds()
    assert [hex(c) for c in range(0x33000) if is_han(chr(c)) != (kinds[c] in {1, 2, 3})] == []


def article(text: str, script: str, **meta: object) -> str:
    """The note of an article of a page in a script."""
    (after,) = ARTICLE_SCRIPT(
        Document("page#1", text, {"script": script, "parent": "page", **meta})
    )
    return after.meta["script"]


def test_an_article_has_a_script_of_its_own() -> None:
    assert article(TRADITIONAL, "zh-Hans") == "zh-Hant"
    assert article("東京の気温は平年より高く、各地で桜が満開となった。" * 2, "zh-Hans") == "ja"
    assert article(SIMPLIFIED, "zh") == "zh-Hans"


def test_an_article_that_says_less_than_its_page_has_the_pages() -> None:
    assert article("國學講座", "zh-Hans") == "zh-Hans"
    assert article("上山下乡" * 9, "zh-Hant") == "zh-Hans"
    assert article("上山" * 20, "zh-Hant") == "zh-Hant"
    # A stray of a page that is undecided was left; it is left the next time.
    assert article(f"{SIMPLIFIED}水庫", "zh") == "zh"
    assert article(TRADITIONAL, "zh-Hans", schema=1) == "zh-Hans"


def test_doctest() -> None:
    assert doctest.testmod(scripts).failed == 0


@pytest.mark.parametrize(
    ("text", "twin"),
    [
        ("", ""),
        (SIMPLIFIED, SIMPLIFIED),
        (TRADITIONAL.replace("裡", "里"), SIMPLIFIED),
        ("本報記者 閔鳳霞", "本报记者 闵凤霞"),
        # Beyond the first plane, and half of such a character.
        ("𠮷野記者\ud842", "𠮷野记者\ud842"),
        # What would go beyond it.
        ("俓", "俓"),
    ],
)
def test_a_simplified_twin_is_as_long(text: str, twin: str) -> None:
    assert simplified(text) == twin
    assert len(twin) == len(text)


def test_a_paragraph_in_old_type_stays_in_a_simplified_text() -> None:
    """Old type has 减, 强 and 决 as simplified has them."""
    text = (
        "旧档里有一份当年的报告，照录如下。\n"
        "會議决定，對於農業機構的設備，應當適當减少，並加强領導；這個問題，代表們已經討論過了。\n"
        "这份报告后来归了县档案馆，查阅的人不多，纸已经发黄，字迹还清楚，谁也没有想过要重新整理它。"
        "直到去年夏天，馆里来了两个学生，说要写一篇关于农业机构的论文，才把这几页纸从柜子里找出来，"
        "扫描以后传到网上，读的人渐渐多起来，还有人写信来问，当年参加会议的代表都是谁，后来怎么样了。"
    )
    assert not list(stray_traditional(Document("a", text)))
    # one of the reader's strays in it, and it is a simplified line
    stray = text.replace("谁也没有", "誰也没有")
    assert [edit.old for edit in stray_traditional(Document("a", stray))] == ["誰"]


def test_headings_in_the_other_script_stay() -> None:
    # A manual of which some headings are translated from the other script.
    heads = ("下一頁", "附錄：查詢與設定", "為什麼要備份", "基礎知識", "選擇發行版")
    text = "".join(f"{head}\n{SIMPLIFIED}" for head in heads)
    assert script_of_text(text) == "zh-Hans"
    assert not list(stray_traditional(Document("a", text)))
    # A reader's strays are in other lines too.
    assert list(stray_traditional(Document("a", text.replace("问题", "問題"))))
