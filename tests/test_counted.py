"""Text that a program broke at its spaces; all texts are synthetic."""

import textwrap

import pytest

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.stages.paragraphs import WRAPPED_LINE
from cleaner.unwrap.counted import filled_of

TEXT = """
守闸人把 water-level recorder 装在老闸的下游，每天早上用 telegraph 报一次水位，报完了
再去看 sluice gate 的铁链有没有生锈，生锈了就写在本子上，等 maintenance crew 来的时候一起修。

蓝皮本子是县里发的，封面上印着 Hydrological Survey 的字样，里面每一页有三十行，他把 upstream
 和 downstream 的读数分开写，写满一本就送到 county archive 去，四十五年一共送了九十多本。

后来自动站建成了，读数由 automatic gauging station 直接送到省里，可是他还是每天去看一次，说
 machine readings 也有错的时候，总要有一个人用眼睛看着才放心，小山听了以后没有说话。

去年冬天闸上的 warning lights 坏了，他打着手电筒在闸上站了一夜，第二天 engineers 来了才知道是
 power supply 的问题，换了一根线就好了，他说这样的事情以前也有过，不算什么大事。
"""
PARAGRAPHS = [one.replace("\n", "") for one in TEXT.split("\n\n")] * 2


@pytest.mark.parametrize("size", [40, 48, 60, 72])
def test_paragraphs_come_back(size: int) -> None:
    text = "\n\n".join("\n".join(textwrap.wrap(one, size)) for one in PARAGRAPHS)
    assert filled_of(read_lines(text))
    (after,) = WRAPPED_LINE(Document("case", text))
    found = [line for line in after.text.split("\n") if line]
    # The text has a space at each boundary of Han and Latin, so at most joints, too.
    assert [line.replace(" ", "") for line in found] == [one.replace(" ", "") for one in PARAGRAPHS]


def by_columns(paragraph: str, size: int) -> list[str]:
    """Break a paragraph at its spaces, Han counted twice, words that are wider left whole."""
    lines = [""]
    for word in paragraph.split():
        line = f"{lines[-1]} {word}".lstrip()
        if sum(1 + (not char.isascii()) for char in line) > size and lines[-1]:
            line = word
            lines.append("")
        lines[-1] = line
    return lines


SPARSE = """
安装程序会检查磁盘上的分区表，如果找到已有的系统就会问您是否保留，选择 Yes 之后它会把 GRUB 写到
第一块硬盘的开头，而不是 USB 移动硬盘，所以请先在 BIOS 里确认启动顺序没有改变，然后再按下 Enter
 键继续。

软件包的名字由三部分组成，中间用下划线隔开，第一部分是 name 字段，第二部分是 version 字段，第三
部分是它所支持的 architecture 的名称，例如文档类的软件包与处理器无关，这里就写 all 三个字母。

升级之前最好先读一读 release notes 里面列出的已知问题，特别是在很长时间没有运行 apt upgrade 的机
器上，有些配置文件的格式已经变了，旧的写法虽然还能用，但是程序会在 syslog 里留下一条警告，提醒管
理员尽早修改。
"""
SPARSE_PARAGRAPHS = [one.replace("\n", "") for one in SPARSE.split("\n\n")] * 3


@pytest.mark.parametrize("size", [60, 72, 78, 100])
def test_lines_of_few_words_come_back(size: int) -> None:
    text = "\n\n".join("\n".join(by_columns(one, size)) for one in SPARSE_PARAGRAPHS)
    (after,) = WRAPPED_LINE(Document("case", text))
    found = [line for line in after.text.split("\n") if line]
    assert [line.replace(" ", "") for line in found] == [
        one.replace(" ", "") for one in SPARSE_PARAGRAPHS
    ]


def in_columns(paragraph: str, em: float) -> list[str]:
    """Break a paragraph at a width, Latin words whole."""
    lines, room = [""], em
    for word in textwrap.wrap(paragraph, 1_000)[0].split(" "):
        units = [word] if word.isascii() else list(word)
        for unit in units:
            width = sum(0.5 if char.isascii() else 1 for char in unit)
            if width > room:
                lines.append("")
                room = em
            lines[-1] += unit
            room -= width
    return lines


KEPT = {
    "a column": "\n\n".join("\n".join(in_columns(one, 22)) for one in PARAGRAPHS),
    "no blank lines": "\n".join(line for one in PARAGRAPHS for line in textwrap.wrap(one, 40)),
    "paragraphs in one line": "\n\n".join(PARAGRAPHS),
    "verse": "\n\n".join(
        ["老闸的 lamp 亮了，\n守闸的人 came down，\n看水尺，\n写 blue book。"] * 5
    ),
    "headings over text": "\n\n".join(
        line for at, one in enumerate(SPARSE_PARAGRAPHS) for line in (f"第 {at} 节 说明", one)
    ),
    "free verse": "\n\n".join(
        ["老闸 在雨里\n守闸的人走下来了\n他看水尺 不看我\n写他的蓝皮本子。"] * 5
    ),
    "couplets in one line": "\n\n".join(
        ["老闸门前水拍堤，守闸人去又重来。 四十五年风雨夜，\n一灯如豆照苍苔，蓝皮本子写成堆。"] * 5
    ),
    "a list of words": "\n\n".join(
        ["sluice 水闸，水门\nreading 读数，示数，指示值\nupstream 上游的，逆流的\n完。"] * 5
    ),
    "paragraphs that end in a space": "\n\n".join(
        one.replace("，", "， \n") for one in SPARSE_PARAGRAPHS[:1]
    ),
    "headlines": "\n\n".join(
        ["守闸人四十五年写满九十本\n自动站 station 建成\n春汛将至 crews 上堤"] * 5
    ),
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_other_text(text: str) -> None:
    assert not filled_of(read_lines(text))


DRAWN = (
    ("┌────────────┬────────────┐", "│ 水闸       │ 读数 level │", "└────────────┴────────────┘"),
    ("┏━━━━━━━━━━━━┳━━━━━━━━━━━━┓", "┃ 水闸       ┃ 读数 level ┃", "┗━━━━━━━━━━━━┻━━━━━━━━━━━━┛"),
    ("+------------+------------+", "| 水闸       | 读数 level |", "+------------+------------+"),
)


@pytest.mark.parametrize("rows", DRAWN)
@pytest.mark.parametrize("wide", [1, 2])
def test_a_drawn_table_among_such_text(rows: tuple[str, str, str], wide: int) -> None:
    """Its rows are all as wide as the page, as full lines are."""
    table = [row[0] + (row[1:-1] + row[-1]) * wide for row in (rows[0], *[rows[1]] * 4, rows[2])]
    size = max(len(rows[0]) * wide - wide + 10, 48)
    text = "\n\n".join("\n".join(by_columns(one, size)) for one in SPARSE_PARAGRAPHS)
    at = text.index("\n\n") + 2
    (after,) = WRAPPED_LINE(
        Document("case", f"{text[:at]}" + "\n".join(table) + f"\n\n{text[at:]}")
    )
    assert "\n".join(table) in after.text
    assert filled_of(read_lines(text))


def test_a_dash_in_front_opens_no_table() -> None:
    """A paragraph in Taiwan's print opens with ──, and may end with it."""
    for dash in ("──", "——"):
        one = SPARSE_PARAGRAPHS[0].lstrip("安")
        text = "\n\n".join("\n".join(by_columns(p, 72)) for p in [dash + one, *SPARSE_PARAGRAPHS])
        (after,) = WRAPPED_LINE(Document("case", text))
        assert after.text.split("\n")[0].replace(" ", "") == dash + one.replace(" ", "")
