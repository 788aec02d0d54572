"""Letters to the paper, and who signs the texts of a page on lines of their own. All is made up."""

import pytest

from cleaner import Document, Pipeline
from cleaner.paper.beside import read_page
from cleaner.paper.letters import is_salutation, may_sign

PIPELINE = Pipeline()
BENCH = "镇东公交站的长椅去年冬天被卡车撞断了一条腿，等车的老人至今只能靠着灯杆站着。"
FERRY = "渡口的石阶今年汛期冲走了三级，挑担的人上岸要跨一大步，雨天已经有两位村民滑倒。"
LOCKER = "小区的快递柜上个月换了新的，超过十二小时就要收费，柜子上却没有一个字写明。"


def articles(*lines: str) -> list[tuple[str | None, list[str] | None, str]]:
    found = [one for one in PIPELINE(Document("page", "\n".join(lines))) if not one.outcome]
    return [(one.meta.get("title"), one.meta.get("credits"), one.text) for one in found]


def page(signatures: tuple[str, str, str], salutation: str = "编辑同志：") -> list[str]:
    lines: list[str] = []
    heads = ("公交站的长椅别再空着", "渡口的石阶该修一修", "快递柜收费应当写明")
    for head, text, name in zip(heads, (BENCH, FERRY, LOCKER), signatures, strict=True):
        lines += [head, *([salutation] if salutation else []), text, name]
    return lines


@pytest.mark.parametrize("head", [(), ("读者来信 第5版",)])
def test_letters_are_divided_and_their_writers_lifted(head: tuple[str, ...]) -> None:
    found = articles(*head, *page(("江城县柳园镇 王小雨", "青石 李兰", "江城 县医院 赵小平")))
    assert found == [
        ("公交站的长椅别再空着", ["江城县柳园镇 王小雨"], f"编辑同志：\n{BENCH}"),
        ("渡口的石阶该修一修", ["青石 李兰"], f"编辑同志：\n{FERRY}"),
        ("快递柜收费应当写明", ["江城 县医院 赵小平"], f"编辑同志：\n{LOCKER}"),
    ]


def test_who_signs_stands_below_the_paragraph_or_a_sentence_behind_it() -> None:
    lines = page(("江城县柳园镇 王小雨", "青石 李兰", "江城 县医院 王克勤"))  # he is in the list
    behind = [f"{line}\n请早日修好。" if line in (BENCH, FERRY, LOCKER) else line for line in lines]
    assert [one[1] for one in articles(*behind)] == [[name] for name in lines[3::4]]


def test_houses_in_brackets_under_several_texts_of_a_paper() -> None:
    lines = page(("（医院工会）", "（动力厂 王小雨）", "（宣讯）"), salutation="")
    found = articles("青石日报　2024年3月9日　星期六　第4版　综合", *lines)
    assert [one[:2] for one in found] == [
        ("公交站的长椅别再空着", ["（医院工会）"]),
        ("渡口的石阶该修一修", ["（动力厂 王小雨）"]),
        ("快递柜收费应当写明", ["（宣讯）"]),
    ]


def test_what_else_stands_under_texts_is_no_credit() -> None:
    lines = page(("（掌声）", "（附图片）", "（未完待续）"), salutation="")
    found = articles("青石日报　2024年3月9日　星期六　第4版　综合", *lines)
    assert [one[1] for one in found] == [None] * len(found)


@pytest.mark.parametrize(
    "notes",
    [
        ("（来源网络）", "（有改动）", "（谢绝转载）"),
        ("（众人大笑）", "（热烈鼓掌）", "（全场起立）"),
    ],
)
def test_notes_under_texts_stay_in_them(notes: tuple[str, str, str]) -> None:
    found = articles("青石日报　2024年3月9日　星期六　第4版　综合", *page(notes, salutation=""))
    assert [one[1] for one in found] == [None] * len(found)
    assert [one[2].splitlines()[-1] for one in found] == list(notes)


def test_a_letter_in_a_novel_is_no_page() -> None:
    novel = ["他把信铺在桌上，又读了一遍。", "编辑同志：", FERRY, "柳园 王小雨", BENCH]
    assert articles(*novel, *novel) == [(None, None, "\n".join(novel * 2))]


def test_who_asks_in_an_interview_is_no_letter() -> None:
    asked = ["编辑部：", "请谈谈您为什么写这本书？", "王小雨：", FERRY]
    lines = ["老桥的故事", *asked, "第二个问题", *asked]
    assert articles(*lines) == [(None, None, "\n".join(lines))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("编辑同志：", True),
        ("编辑部：", True),
        ("尊敬的编辑老师：", True),
        ("《江城日报》编辑部：", True),
        ("责任编辑：", False),
        ("编辑同志来信说：", False),
        ("网页编辑：", False),
    ],
)
def test_what_opens_a_letter(line: str, *, expected: bool) -> None:
    assert is_salutation(line) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("江城县柳园镇 王小雨", True),
        ("王小雨 李兰", True),
        ("（医院工会）", True),
        ("（未完待续）", False),
        ("（掌声）", False),
        ("（附图片）", False),
        ("（此件公开发布）", False),
        ("（文中皆化名）", False),
        ("（标题另拟）", False),
        ("（动力厂 王小雨）", True),
        ("（王小雨、李兰）", True),
        ("（宣讯）", True),
        ("感谢 王小雨", False),
        ("深切怀念 赵小平", False),
        ("秋天 第二章", False),
        ("二〇〇三年 五月", False),
    ],
)
def test_who_may_sign(line: str, *, expected: bool) -> None:
    assert may_sign(line) is expected


def test_many_salutations_are_read_in_linear_time() -> None:
    # Each line begins what may be a poem: the square of their number would take minutes.
    text = "青石日报　2024年3月9日　星期六　第4版　综合\n" + "标题的一行文字\n编辑同志：\n" * 8_000
    assert len(read_page(Document("page", text)).blocks) == 16_001


def test_who_reads_and_what_he_is_sign_letters_with_names_set_apart() -> None:
    signatures = ("光明巷居民　庞　涛", "退休工人　柏福生", "高二（6）班　石　磊")
    found = articles("读者信箱", *page(signatures))
    assert [one[0] for one in found] == [
        "公交站的长椅别再空着",
        "渡口的石阶该修一修",
        "快递柜收费应当写明",
    ]
    assert [one[1] for one in found] == [[" ".join(name.split())] for name in signatures]


def test_one_letter_with_a_heading_in_it_stays_one() -> None:
    text = f"致全体业主的一封信\n编辑同志：\n{BENCH}\n长椅断了以后\n{FERRY}\n{LOCKER}"
    assert len(articles(text)) == 1
