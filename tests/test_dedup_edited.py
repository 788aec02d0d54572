"""`copy` on texts that people edited, moved or wrote anew (all synthetic).

Each kind of copy has a text beside it that looks like it and is another.
"""

import random

import opencc
import pytest
from dedup_texts import symbols, verdict

from cleaner.dedup import Deduplicator
from cleaner.dedup.moved import in_order
from cleaner.dedup.symbols import pair

# A report of paragraphs; many sentences, so that an editor has something to cut.
REPORT = [
    "山谷里的小火车重新开行",
    "停运了十一年的林场小火车昨天早晨从河口站开出，车上坐着六十多名当年的伐木工人和他们的家属。",
    "司机说，机车是从县博物馆借来的，锅炉修了整整一个冬天。修理费由三十二户人家凑齐，最多的一户出了两千元。",
    "铁路沿着河谷上行，要过四座木桥和一条隧道。桥面的枕木换过一半，剩下的还是当年的松木，踩上去吱呀作响。",
    "退休教师老秦在车上给孩子们讲故事。他说从前山里没有公路，米、盐和信件都靠这趟车运进来，连新娘子也坐它出嫁。",
    "隧道口的杜鹃开得正好。列车员在这里停车十分钟，让大家下来照相，有人折了一枝插在机车的栏杆上。",
    "镇长在终点站说，以后每逢周末开行一趟，票价八元，学生半价，收入用来养护线路。他请大家不要把果皮扔出窗外。",
    "傍晚时分小火车回到河口，站台上站满了来接的人，汽笛响了三声，许多老人流下了眼泪。",
]
NOTE = "本报在此提醒读者，山区早晚温差较大，出行请带好衣物，并留意当地的天气消息。"
TEXT = "\n".join(REPORT)

# Sentences that no two of share anything, to fill a long text.
SUBJECTS = ("木匠", "渔夫", "裁缝", "牧童", "邮差", "厨娘", "铁匠", "货郎", "船家", "药师")
DEEDS = ("修好了门窗", "补完了渔网", "量好了衣料", "赶回了羊群", "送到了书信", "烧开了热水")


def long_text(sentences: int) -> str:
    """A text without numbers, each sentence another."""
    draw = random.Random(5)
    return "".join(
        f"{draw.choice(SUBJECTS)}在{draw.choice(REPORT)[:9]}的时候{draw.choice(DEEDS)}，"
        f"{draw.choice(REPORT)[9:20]}。"
        for _ in range(sentences)
    )


def noisy(text: str, share: float, seed: int) -> str:
    draw = random.Random(seed)
    return "".join(
        draw.choice("冂刂凵尸屮彐廴攴殳疒") if char.isalpha() and draw.random() < share else char
        for char in text
    )


def by_rows(text: str, width: int, columns: int) -> str:
    """A page of columns, read row by row."""
    lines = [text[at : at + width] for at in range(0, len(text), width)]
    rows = -(-len(lines) // columns)
    return "\n".join(line for row in range(rows) for line in lines[row::rows])


LONG = long_text(60)
SAME = {
    "cut to half, every second sentence": (TEXT, "\n".join(REPORT[::2])),
    "cut and misread": (TEXT, noisy("\n".join(REPORT[::2]), 0.03, 1)),
    "quoted whole in a longer piece": (TEXT, LONG[:800] + TEXT + LONG[800:]),
    "paragraphs shuffled": (TEXT, "\n".join(REPORT[at] for at in (5, 2, 7, 0, 4, 1, 6, 3))),
    "shuffled and misread": (TEXT, noisy("\n".join(REPORT[::-1]), 0.03, 2)),
    "two columns read by row": (TEXT, by_rows("".join(REPORT), 20, 2)),
    "three columns read by row": (TEXT, by_rows("".join(REPORT), 16, 3)),
    "another headline": (TEXT, "\n".join(["老工人重温旧时光", *REPORT[1:]])),
    "two figures brought up to date": (
        f"{TEXT}\n客流一天38人，周末52人，平日21人，门票800元，便餐15元，客房90元。",
        f"{TEXT}\n客流一天41人，周末52人，平日21人，门票800元，便餐15元，客房90元。\n{NOTE}",
    ),
    "a paper of the next day": (TEXT, TEXT.replace("昨天", "当天")),
    "one word in a long text": (LONG, LONG.replace("热水", "清水", 1)),
    "letters spaced out": (f"{TEXT}2019年12月3日", " ".join(f"{TEXT}2019年12月3日")),
}

CLUB = (
    "第六届全市摄影家协会会员代表大会在文化宫开幕。大会由筹备组主持，听取并审议了上一届理事会的工作报告，"
    "审议了章程修改草案，选举产生新一届理事会。会议号召大家坚定信心，团结一致，为繁荣创作多出好作品。"
    "大会期间还将举办专题论坛和成果展览，邀请专家作学术报告，并表彰一批先进集体和先进个人。"
)
RULING = (
    "当事人有权在法律规定的范围内处分自己的民事权利和诉讼权利。原告的申请已经本院审查，符合法律规定的程序。"
    "裁定如下：准许原告撤回起诉，案件受理费减半收取。本裁定送达后立即生效，由审判长、审判员和书记员签名。"
)
TALLY = [
    f"{who}，得票{votes}张"
    for who, votes in (
        ("守在高原哨所二十年的老兵次仁师傅", 8123),
        ("把荒山变成果园的返乡青年小李", 7745),
        ("照看留守儿童的退休教师赵奶奶", 6402),
        ("深夜跳河救起少年的快递员阿强", 5531),
    )
]
# Two lists whose lines changed places: a ranking, and which hour is for what.
MAKERS = (
    *("青山城人工智能研究院", "石桥港生物医药有限公司", "东海湾海洋工程集团公司"),
    *("南湖边航空材料研究所", "西岭县光电子信息公司", "北川市新能源汽车制造厂"),
    *("清河镇电子商务服务中心", "白水乡轨道交通设备公司", "红河谷工程机械股份公司"),
)
HOURS = [f"上午{one}，第{one[0]}会议室" for one in ("八点到九点", "九点到十点", "十点到正午")]
TALKS = ["全体代表听取工作报告", "分组讨论发展规划纲要", "专题研究居家养老问题"]
DIFFERENT = {
    "a ranking of another year": (
        "\n".join(["创新企业排行榜", *MAKERS]),
        "\n".join(["创新企业排行榜", *(MAKERS[at] for at in (4, 7, 1, 8, 3, 0, 6, 2, 5))]),
    ),
    "a programme of other hours": tuple(
        "大会日程安排如下\n" + "\n".join(map("，".join, zip(HOURS, talks, strict=True)))
        for talks in (TALKS, TALKS[1:] + TALKS[:1])
    ),
    "each has a half of its own": ("\n".join(REPORT[:6]), "\n".join(REPORT[:3]) + LONG[:200]),
    "one sentence of a short rule": (
        "\n".join(REPORT[1:3]),
        "\n".join((REPORT[1], REPORT[6])),
    ),
    "two names changed places": (
        f"{CLUB}播出：新闻频道、国防军事频道、中文国际频道、戏曲频道。",
        f"{CLUB}播出：新闻频道、中文国际频道、国防军事频道、戏曲频道。",
    ),
    "votes of another year": (
        "\n".join(TALLY),
        "\n".join(TALLY[::-1]).replace("8123", "2290").replace("5531", "9917").replace("77", "31"),
    ),
    "another society": (CLUB, CLUB.replace("摄影家", "音乐家")),
    "another word, twice, misread": (
        CLUB + CLUB.replace("开幕", "闭幕"),
        noisy((CLUB + CLUB.replace("开幕", "闭幕")).replace("摄影家", "音乐家"), 0.02, 8),
    ),
    "the contrary": (RULING, RULING.replace("准许", "不准许")),
    "another number alone": (f"{TEXT}\n全长37公里。", f"{TEXT}\n全长52公里。"),
    "many words in a long text": (
        LONG,
        LONG.replace("木匠", "石匠").replace("渔夫", "猎人").replace("热水", "清水"),
    ),
    "numbers apart in a row": (f"{CLUB}3 5 12 7\n{RULING}", f"{CLUB}35 1 27\n{RULING}"),
}


@pytest.mark.parametrize("name", SAME)
def test_an_edited_copy_is_found(name: str) -> None:
    first, second = SAME[name]
    assert first != second
    assert verdict(first, second).same, verdict(first, second)


@pytest.mark.parametrize("name", DIFFERENT)
def test_what_looks_like_one_is_spared(name: str) -> None:
    first, second = DIFFERENT[name]
    assert first != second
    assert not verdict(first, second).same, verdict(first, second)


def test_the_record_says_that_parts_moved() -> None:
    assert "parts in another order" in verdict(*SAME["paragraphs shuffled"]).reason
    assert "order" not in verdict(*SAME["another headline"]).reason


def test_texts_in_one_order_are_left_alone() -> None:
    assert in_order(pair(symbols(TEXT), symbols(noisy(TEXT, 0.05, 4)))) is None
    assert in_order(pair(symbols(TEXT), symbols(LONG))) is None
    assert in_order(pair(symbols(""), symbols(""))) is None


def test_nothing_is_lost_in_the_order_of_the_other() -> None:
    texts = pair(symbols(TEXT), symbols(noisy("\n".join(REPORT[::-1]), 0.03, 6)))
    moved = in_order(texts)
    assert moved is not None
    assert sorted(moved.second) == sorted(texts.second)
    assert moved.second != texts.second


def test_a_word_that_taiwan_has_for_two_of_the_mainland() -> None:
    # s2twp writes 建立 for both, and the way back makes 创建 of it.
    text = TEXT + "工人们创建了一个新小组，又建立了档案，并且添加了新增的座位，改进了内核。"
    found = Deduplicator(near="copy")
    for one in (text, opencc.OpenCC("s2twp").convert(text)):
        found.add(one)
    assert len(found.resolve()) == 1
