"""What stands between two joined lines. Texts are synthetic."""

from itertools import pairwise

import pytest

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.stages.characters import INVISIBLE_CHARACTER
from cleaner.unwrap.cuts import ITEM, ITEM_AFTER_ITEM, OTHER_SCRIPT, cut_evidence
from cleaner.unwrap.joints import Joints

SPACED = "在 Debian 中用 apt 来装 vim 软件。第 5 节有 3 个例子，第 6 节有 2 个。见 dpkg(1) 手册。\n"
TIGHT = "在Debian中用apt来装vim软件。第5节有3个例子，第6节有2个。\n"
MIXED = "在 Debian 中用 apt 来装 vim 软件。第5节有3个例子，第6节有2个。\n"


def at_joint(left: str, right: str, text: str = "", *, quoted: bool = False) -> str:
    """The text round a joint."""
    text = text or f"{left}\n{right}"
    one, two = read_lines(f"{left}\n{right}")
    joints = Joints(text)
    head = left.rstrip()
    if head[-1] == "-" and not joints.keeps_hyphen(one, two):
        head = head[:-1]
    return head + joints.between(one, two, quoted=quoted) + right


@pytest.mark.parametrize(
    ("left", "right", "between", "text"),
    [
        ("安装", "Debian 系统", " ", SPACED),
        ("安装", "Debian系统", "", TIGHT),
        ("使用 UTF-8", "环境", " ", SPACED),
        ("频率为每 50", "次启动", " ", SPACED),
        ("频率为每50", "次启动", "", MIXED),
        ("使用 UTF-8", "环境", " ", MIXED),
        ("总统在28", "日的会谈", "", ""),
        ("它是 tar(1)", "的参数", " ", SPACED),
        ("二进制包名", "[:type]", "", SPACED),
        ("后缀是", ".target 的单元", " ", SPACED),
        ("你好", "，Debian", "", SPACED),
        ("名为", "“pool”", "", SPACED),
    ],
)
def test_as_the_text_does(left: str, right: str, between: str, text: str) -> None:
    assert at_joint(left, right, text) == left + between + right


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("the “first", "part” of it", "the “first part” of it"),
        ("he said.”", "The rest", "he said.” The rest"),
        ("the café", "was open", "the café was open"),
        ("it is so—", "and yet", "it is so—and yet"),
        ("see /usr/share/", "doc/apt", "see /usr/share/doc/apt"),
        ("see “/usr/share", "/doc”", "see “/usr/share/doc”"),
        ("see /usr", "/share/doc", "see /usr/share/doc"),
        ("copy ~", "/.profile first", "copy ~/.profile first"),
        ("either or", "/etc/passwd", "either or /etc/passwd"),
        ("/usr/bin,", "/usr/sbin", "/usr/bin, /usr/sbin"),
        ("https://a.example/b-", "c?d=e", "https://a.example/b-c?d=e"),
        ("pages 10", "and 12", "pages 10 and 12"),
        ("정부는 오늘", "2026년 계획을", "정부는 오늘 2026년 계획을"),
        ("Привет", "мир", "Привет мир"),
    ],
)
def test_alphabets(left: str, right: str, wanted: str) -> None:
    assert at_joint(left, right) == wanted


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("我们用apt \n安装好了\n可以用了\n再试一次\n", " "),  # the wrapper broke at a space here
        ("总统在28 \n日的会谈 \n中表示 \n双方同意 \n", ""),  # a program ended each line with one
    ],
    ids=["one line", "every line"],
)
def test_a_space_before_the_line_break(text: str, between: str) -> None:
    one, two = read_lines(text)[:2]
    assert Joints(text).between(one, two, quoted=False) == between


def test_straight_quotes_open_and_close() -> None:
    assert at_joint("run", '"make"') == 'run "make"'
    assert at_joint('run "make', '"', quoted=True) == 'run "make"'
    assert at_joint('"make"', "now") == '"make" now'
    assert at_joint('say "', "go", quoted=True) == 'say "go'


@pytest.mark.parametrize(
    ("left", "right", "text", "wanted"),
    [
        ("to dis-", "cuss it", "", "to discuss it"),
        ("a well-", "known man", "well-known", "a well-known man"),
        ("用 apt-", "get 来装", "", "用 apt-get 来装"),
        ("用 develop-", "ment 分支", "development", "用 development 分支"),
        (
            "我们的 com-",
            "mittee 认为",
            "committed the develop-\nment 分支和 govern-\nment 的 development, government",
            "我们的 committee 认为",
        ),
        ("最终的 perplex-", "ity 只差", "", "最终的 perplexity 只差"),
        ("用 check-", "in 登记", "", "用 check-in 登记"),
        ("跑一下 long-", "running 任务", "", "跑一下 long-running 任务"),
        ("with --no-", "check", "", "with --no-check"),
        ("in 1990-", "born", "", "in 1990-born"),
        ("Ein-", "und Ausgang", "", "Ein- und Ausgang"),
        ("2-", "oder 3-mal", "", "2- oder 3-mal"),
        ("смотрит за во-", "дой", "", "смотрит за водой"),
        # lines that break at words' own hyphens: more of those stand inside
        ("живут по-", "другому", "кто-то, из-за, где-то", "живут по-другому"),
        ("quai bas, peut-", "être ici", "là-bas, là-haut, sous-préfet", "quai bas, peut-être ici"),
    ],
)
def test_hyphens(left: str, right: str, text: str, wanted: str) -> None:
    assert at_joint(left, right, text) == wanted


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("这一行是一段话，它还没有写完，下面是", "1. 苹果和梨", ITEM),
        ("1. 苹果和梨", "2. 香蕉和桃", ITEM_AFTER_ITEM),
        ("● 苹果和梨", "● 香蕉和桃", ITEM_AFTER_ITEM),
        ("● 苹果和梨", "1. 香蕉和桃", ITEM),
    ],
)
def test_an_item_of_a_list_begins_a_paragraph(left: str, right: str, wanted: float) -> None:
    one, two = read_lines(f"{left}\n{right}")
    plain, other = read_lines(f"{left}\n香蕉和桃")
    assert cut_evidence(one, two) - cut_evidence(plain, other) == wanted


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("a face that looked up at them.", "他们看见的是一张脸，正向上望", OTHER_SCRIPT),
        ("正吃惊地向上望着他们。", "What they saw was a face that", OTHER_SCRIPT),
        ("Data from the river office", "\n数据每天早上更新一次。", OTHER_SCRIPT),
        ("今天的读数", "\nData from the river office", OTHER_SCRIPT),
        # a sentence of both, a number, a command, one that has not ended
        ("the kernel loads the module.", "这时 kernel 会打印一行", 0.0),
        ("这时 kernel 会打印一行。", "then the module is loaded", 0.0),
        ("全年任务已经完成了八成。", "2017 10 9", 0.0),
        ("先把它编译出来。", "make", 0.0),
        ("a face that looked up", "他们看见的是一张脸，正向上望", 0.0),
        # a blank line between, and the number of a section, a word of the sentence
        ("6.7", "\n命令的层级", 0.0),
        ("make", "\n命令会把它编译出来。", 0.0),
        ("先读完 release notes", "\n再做别的事情。", 0.0),
    ],
)
def test_a_sentence_of_another_script(left: str, right: str, wanted: float) -> None:
    one, two = read_lines(f"{left}\n{right}")
    assert cut_evidence(one, two) == wanted


@pytest.mark.parametrize(
    ("left", "right", "wanted"),
    [
        ("si bien qu'ils le faisaient tous.", "— Que vois-tu ?", ITEM),
        ("— Que vois-tu ?", "— Un ciel, dit-elle.", ITEM_AFTER_ITEM),
        ("поэтому все они это делали.", "— Что ты видишь?", ITEM),
        ("se asomaban todos.", "—¿Qué ves?", ITEM),
        # no speaker: a dash of a sentence, of a Chinese one, one before a number
        ("the well that nobody could close", "— not even the smith — was", 0.0),
        ("他们看见的是一张脸。", "——那是他们自己的脸。", 0.0),
        ("The pump was sold.", "— 14 —", 0.0),
    ],
)
def test_a_dash_opens_what_somebody_says(left: str, right: str, wanted: float) -> None:
    one, two = read_lines(f"{left}\n{right}")
    assert cut_evidence(one, two) == wanted


def test_soft_hyphens_of_a_page_with_hyphens_of_its_own_divide_words() -> None:
    text = "well-known exam\xadples, help\xad\nful sim\xad\nple"
    (document,) = INVISIBLE_CHARACTER(Document("case", text))
    assert document.text == "well-known examples, help-\nful sim-\nple"


def test_soft_hyphens_in_all_syllables_are_hints() -> None:
    text = "in|ter|na|tion|al wa|ter or|gan|i|\nsa|tion gov|ern|\nment".replace("|", "\xad")
    (document,) = INVISIBLE_CHARACTER(Document("case", text))
    assert document.text == "international water organi-\nsation govern-\nment"


def test_korean_lines_that_were_broken_anywhere() -> None:
    text = (
        "수문을 지키는 사람은 아침마다 물가에 나\n가서 물의 높이를 읽고 그것을 작은 책에\n"
        "적습니다. 비가 많이 오는 날에는 한 시간\n마다 나가서 읽어야 하고, 밤에도 등불을\n"
        "들고 나가서 읽어야 합니다. 물의 높이를\n읽는 일은 어렵지 않지만 하루 쉬지 않고\n"
        "읽는 일은 어렵습니다. 그 책에는 비가 온\n날과 눈이 온 날이 모두 적혀 있습니다.\n"
    )
    lines = read_lines(text)
    joints = Joints(text)
    between = [joints.between(one, two, quoted=False) for one, two in pairwise(lines)]
    assert between == ["", " ", "", " ", " ", " ", " "]


def test_korean_lines_that_were_broken_at_words() -> None:
    text = (
        "수문을 지키는 사람은 아침마다 물가에\n나가서 물의 높이를 읽고 그것을 작은\n"
        "책에 적는다 비가 많이\n오는 날에는 한 시간마다 나가서\n"
        "읽어야 하고 밤에도 등불을 들고\n나가서 읽어야 한다 물의\n"
        "높이를 읽는 일은 어렵지 않지만\n하루도 쉬지 않고 읽는 일은 어렵다\n"
    )
    joints = Joints(text)
    lines = read_lines(text)
    assert {joints.between(a, b, quoted=False) for a, b in pairwise(lines[:-1])} == {" "}


KOREAN = (
    "수문을 지키는 사람은 아침마다 물가에 나가서 물의 높이를 읽고 그것을 작은 책에 적은 뒤에 "
    "등불을 들고 돌아와서 하루의 일을 마치고 비가 많이 오는 날에는 한 시간마다 나가서 높이를 "
    "읽어야 하는데 그 일은 어렵지 않지만 하루도 쉬지 않고 읽는 일은 어려운 것이어서 사람이 "
    "바뀔 때마다 책을 넘겨주고 그 책에는 비가 온 날과 눈이 온 날이 모두 적혀 있다"
)


def test_korean_lines_that_kept_the_space_where_one_stood() -> None:
    starts = range(0, len(KOREAN), 11)
    cut = [KOREAN[at : at + 11] for at in starts]  # anywhere: a space is left at the line's end
    for one, two in pairwise(range(len(cut))):
        if cut[two].startswith(" "):
            cut[one], cut[two] = cut[one] + " ", cut[two][1:]
    text = "\n".join(cut)
    joints = Joints(text)
    lines = read_lines(text)
    found = [joints.between(a, b, quoted=False) for a, b in pairwise(lines)]
    assert found == [" " * part.endswith(" ") for part in cut[:-1]]


def test_korean_lines_after_which_a_hand_left_spaces() -> None:
    words = KOREAN.split()
    rows = [" ".join(words[at : at + 3]) for at in range(0, len(words), 3)]
    text = "\n".join(row + " " * (at % 2) for at, row in enumerate(rows))
    joints = Joints(text)
    lines = read_lines(text)
    assert {joints.between(a, b, quoted=False) for a, b in pairwise(lines)} == {" "}
