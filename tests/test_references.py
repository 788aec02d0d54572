"""Lists of references and notes whose marks count up. All texts synthetic."""

import pytest

from cleaner import Document
from cleaner.layout import read_lines
from cleaner.stages.paragraphs import WRAPPED_LINE
from cleaner.unwrap.references import with_references

PROSE = (
    "村里修渠的事，地方志上记得很简略，只说某年某月\n"
    "开工，费时三年而成。至于钱从哪里来，人又由谁来\n"
    "招募，书上一个字也没有提到，只好去看那些碑文。\n"
    "碑文写得详细些，捐钱的人按照村子排列，每一户出\n"
    "了多少工、多少米，都刻在石头上，连外村的亲戚送\n"
    "来的木料也没有漏掉。\n"
)
ENTRIES = (
    "[1] 王小明, 陈立. 村社水利的历史考察[J]. 江河学刊,\n2010, 12(3): 12-18.\n",
    "[2] 李文华. 农田水利史稿[M]. 北京: 江河出版社, 2006:\n28-31.\n",
    "[3] 张永年. 碑刻与乡村社会[M]. 南京: 江河出版社, 2001.\n",
    "[4] 赵其昌. 用水的次序[J]. 江河学刊, 1998, 45(3):\n37-70.\n",
)
LINKS = (
    "[1] 年度数据\nhttp://www.example.com/data/2019\n",
    "[2] 水利公报\nhttp://www.example.com/bulletin/2020/3\n",
    "[3] 地方志\nhttp://www.example.com/history\n",
)


@pytest.mark.parametrize("mark", ["[{}]", "[ {} ]  ", "［{}］"])
def test_an_entry_goes_on_behind_a_colon_and_a_comma(mark: str) -> None:
    entries = [mark.format(entry[1]) + entry[3:] for entry in ENTRIES]
    text = PROSE + "参考文献\n" + "".join(entries)
    lines = WRAPPED_LINE(Document("case", text))[0].text.splitlines()
    assert [line.replace(" ", "") for line in lines[-4:]] == [
        entry.replace("\n", "").replace(" ", "") for entry in entries
    ]


@pytest.mark.parametrize(
    "text",
    [
        "".join(LINKS),
        "".join(ENTRIES[:2]),  # two marks may open lines by chance
        "".join(entry.replace("[", "[1") for entry in ENTRIES[::-1]),
        # below each the same field, an answer
        (
            "①关于修建水渠的方案，由水利站负责起草\n责任人：李平\n"
            "②关于整修堤坝的方案，由建设办负责起草\n责任人：王安\n"
            "③关于用水次序的方案，由议事会负责起草\n责任人：陈立\n"
            "④关于经费分摊的方案，由财务组负责起草\n责任人：赵强\n"
        ),
        (
            "[1]问：修渠的钱从哪里来，各村怎样分摊的呢\n答：按人口分摊。\n"
            "[2]问：修渠的人从哪里来，各村怎样招募的呢\n答：由族长指派。\n"
            "[3]问：修渠用了多少时间，中间停过工没有呢\n答：三年，停过一次。\n"
        ),
        "①我们走在路上\n意气风发\n②太阳升起来\n照着水渠\n③大家一起唱\n革命的歌\n",
    ],
)
def test_nothing_says_that_these_go_on(text: str) -> None:
    lines = read_lines(text)
    assert min(with_references(lines, [0.0] * (len(lines) - 1))) == 0.0


@pytest.mark.parametrize(
    ("mark", "opens"),
    [("〔{}〕", True), ("[000{}]", True), ("[201{}]", False), ("（000{}）", False)],
)
def test_each_mark_that_counts_on_opens_an_entry(mark: str, *, opens: bool) -> None:
    """Notes and the paragraphs of patents; no years, and no other numbers in brackets."""
    lines = read_lines("".join(f"{mark.format(at)}参见陈立书\n" for at in range(6, 10)))
    assert (min(with_references(lines, [0.0] * 3)) > 0.0) == opens
