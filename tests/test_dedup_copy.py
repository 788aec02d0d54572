"""The `copy` decider: what is a copy, what is another text of the template (all synthetic)."""

import random

import numpy as np
import opencc
import pytest
from dedup_texts import letters, noisy, symbols

from cleaner.dedup import Deduplicator, parse_near
from cleaner.dedup.align import Difference, _longest_rise, differences
from cleaner.dedup.copy import WEIGHED, _asked, copy_verdict, total, weigh
from cleaner.dedup.symbols import pair

LIMIT = 2.0
NEAR = parse_near("copy")

STORY = (
    "清晨的渡口停着三条木船，船夫老周把缆绳绕在石桩上，等着第一批去对岸上学的孩子。"
    "河水比昨夜涨了一尺，水面漂着上游冲下来的枯枝和稻草。孩子们背着书包从坡上跑下来，"
    "鞋底沾满了泥。老周数了数人头，让小的坐在中间，大的靠在两边，又叮嘱他们不要把手伸进水里。"
    "船到河心的时候起了风，几个孩子抓紧了船帮，有人唱起了歌，歌声顺着河面传得很远。"
    "对岸的老师已经站在码头上，手里撑着一把黑布伞，远远地朝他们挥手。"
    "老周把船靠稳，一个一个把孩子牵上岸，最后一个孩子回头对他说了声谢谢。"
)
WEATHER = (
    "市气象台{d}日发布：今天白天多云转晴，最高气温{a}度，最低气温{b}度，北风{c}级，"
    "相对湿度百分之{e}，降水概率百分之{f}。空气质量指数{g}，首要污染物为细颗粒物，浓度每立方米{h}微克。"
    "明天最高气温{i}度，最低气温{j}度。市民出行请注意添衣保暖，行车请保持安全距离，"
    "老人和儿童应减少清晨的户外活动，农户请做好大棚的防风加固。能见度{k}公里，"
    "日出时间为{l}时{m}分，日落时间为{n}时。"
)
DAYS = [
    dict(zip("abcdefghijklmn", numbers, strict=True))
    for numbers in (
        (12, 3, 4, 18, 45, 20, 67, 38, 14, 5, 10, 6, 41, 17),
        (15, 6, 3, 19, 52, 10, 83, 51, 11, 2, 8, 6, 43, 18),
    )
]


HALF = len(STORY) // 2
OTHER = "".join(random.Random(2).sample(STORY, 130))
NOTICE = "今天下午全校在操场上举行春季运动会"
TAIL = "校长在周一的晨会上宣布，从下个月起，渡船改由村里的机动船代替，费用由镇里承担。"

# The keys of two exams.
KEYS = [
    "".join(f" {at}.{random.Random(seed + at).choice('ABCD')}" for at in range(1, 41))
    for seed in (100, 900)
]

QUESTION = "1. 下列说法正确的是？\nA. 船在河里。\nB. 桥在河上。\nC. 茶在壶中。\n答案：B\n2. 略。\n"

SAME = [
    ("equal", STORY, STORY),
    ("one letter of a word misread", STORY + "请看Belt and Road", STORY + "请看Bolt and Road"),
    ("traditional", STORY, "清晨的渡口停著三條木船" + STORY[11:]),
    ("misread 3 %", STORY, noisy(STORY, 0.03, 1)),
    ("misread 8 %", STORY, noisy(STORY, 0.08, 2)),
    ("misread on both sides", noisy(STORY, 0.03, 3), noisy(STORY, 0.03, 4)),
    ("punctuation lost", STORY, STORY.replace("，", "").replace("。", " ")),
    ("head lost", STORY, STORY[60:]),
    ("tail lost", STORY, STORY[:-80]),
    ("tail lost and misread", STORY, noisy(STORY[:-80], 0.03, 5)),
    ("line lost", STORY, STORY[:100] + STORY[128:]),
    ("page head in the middle", STORY, STORY[:100] + "河口晚报第四版副刊" + STORY[100:]),
    ("paragraphs swapped", STORY + "\n" + TAIL * 2, TAIL * 2 + "\n" + STORY),
    ("credit line", STORY, "本报讯（记者王五）" + STORY),
    ("furniture of two sites", "首页 新闻 正文 字号大中小" + STORY, STORY + "分享打印责任编辑赵六"),
    ("furniture below", STORY, STORY + "分享到朋友圈打印本页责任编辑赵六"),
    ("digit gained", STORY + "产量增长45.6%。", STORY + "产量增长45.69。"),
    ("letter read as a digit", STORY + "基站都是5G的。", STORY + "基站都是56的。"),
    ("bulletin misread", WEATHER.format(**DAYS[0]), noisy(WEATHER.format(**DAYS[0]), 0.04, 6)),
    ("key of answers misread", STORY + KEYS[0], noisy(STORY, 0.05, 3) + KEYS[0]),
    ("short, one letter misread", NOTICE, NOTICE.replace("春", "舂")),
    ("short, credit head", NOTICE, "晚报消息" + NOTICE),
]  # fmt: skip

DIFFERENT = [
    ("bulletin of another day", WEATHER.format(**DAYS[0]), WEATHER.format(**DAYS[1])),
    ("the same, misread", noisy(WEATHER.format(**DAYS[0]), 0.03, 7), WEATHER.format(**DAYS[1])),
    ("numeral", STORY + "第二届渡口节开幕。", STORY + "第三届渡口节开幕。"),
    ("key of answers", STORY + KEYS[0], STORY + KEYS[1]),
    ("one answer of an exam", QUESTION + STORY, QUESTION.replace("：B", "：C") + STORY),
    ("the last answer", STORY + "故选A。", STORY + "故选D。"),
    ("building of a letter", STORY[:40] + "A座" + STORY[40:], STORY[:40] + "B座" + STORY[40:]),
    ("rewritten run", STORY, STORY[:80] + TAIL + STORY[80 + len(TAIL):]),
    ("short, one name", "任命张建国为县水利局副局长的通知", "任命李文华为县水利局副局长的通知"),
    ("short, one number", "本周六停水8小时请提前储水", "本周六停水6小时请提前储水"),
    ("months", "前1—12月的收入已公布", "前112月的收入已公布"),
    ("pages that share an article", STORY + TAIL * 3, OTHER + STORY),
    ("another ending", STORY[:HALF], STORY[: HALF // 2] + TAIL * 3),
    ("nothing in common", STORY[:HALF], TAIL),
    ("one side empty", STORY, "！"),
]  # fmt: skip

# A line garbled as a whole looks like a sentence put in place of another. Not without a table of
# what is fluent.
GARBLED = (STORY, STORY[:60] + "".join(random.Random(1).choices(STORY, k=26)) + STORY[86:])


def verdict(first, second, limit=LIMIT):
    return copy_verdict(symbols(first), symbols(second), NEAR._replace(points=limit))


@pytest.mark.parametrize(("first", "second"), [c[1:] for c in SAME], ids=[c[0] for c in SAME])
def test_copies(first, second):
    assert verdict(first, second).same, verdict(first, second)


@pytest.mark.parametrize(
    ("first", "second"), [c[1:] for c in DIFFERENT], ids=[c[0] for c in DIFFERENT]
)
def test_texts_of_one_template(first, second):
    assert not verdict(first, second).same, verdict(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [c[1:] for c in (*SAME, *DIFFERENT)],
    ids=[c[0] for c in (*SAME, *DIFFERENT)],
)
def test_sides_do_not_matter(first, second):
    assert verdict(first, second) == verdict(second, first)


@pytest.mark.xfail(strict=True, reason="needs a table of what is fluent")
def test_a_garbled_line():
    assert verdict(*GARBLED).same


def test_levels():
    # One number of two, in a text otherwise equal: between strict and loose.
    first, second = STORY + "共25人，满12岁。", STORY + "共38人，满12岁。"
    points = total(weigh(pair(symbols(first), symbols(second))))
    assert 0 < points < 4
    assert verdict(first, second, 4.0).same
    assert not verdict(first, second, points).same


def test_the_reason_has_the_figures():
    found = verdict(STORY + "共25人。", noisy(STORY, 0.02, 8) + "共26人。")
    assert "small differences" in found.reason
    assert "1 number differs" in found.reason
    assert found.evidence["numbers"] == 1


def test_copies_are_found_inside_a_large_template_family():
    # Days of one bulletin fall into one bucket together; each day has a misread copy.
    draw = random.Random(3)
    keys = "abcdefghijklmn"
    days = [
        WEATHER.format(**{key: draw.randrange(10, 99) for key in keys}) + TAIL[: draw.randrange(9)]
        for _ in range(80)
    ]
    found = Deduplicator(near="copy")
    for seed, text in enumerate([*days, *days]):
        found.add(text if seed < len(days) else noisy(text, 0.02, seed))
    pairs = {(position % 80, drop.kept % 80) for position, drop in found.resolve().items()}
    assert {(day, kept) for day, kept in pairs if day != kept} == set()
    assert len(pairs) >= 76


@pytest.mark.parametrize("level", ["strict", "normal", "loose"])
def test_the_deduplicator_decides_by_it(level):
    found = Deduplicator(near=f"copy:{level}")
    for text in (STORY, noisy(STORY, 0.05, 9), *(WEATHER.format(**day) for day in DAYS)):
        found.add(text)
    [(position, duplicate)] = found.resolve().items()
    assert (position, duplicate.kept) == (1, 0)
    assert duplicate.reason.startswith("copy of the kept text: ")
    assert {"points", "jaccard"} <= set(duplicate.evidence)


def test_a_copy_in_the_words_of_taiwan():
    text = (
        "程序员打开软件，屏幕上的数据每秒刷新一次。信息从互联网来，质量时好时坏。"
        "老周问：激光打印机为什么又不动了？硬件没有坏，是网络断了，他说，重启一下就好。"
    ) + STORY
    taiwanese = opencc.OpenCC("s2twp").convert(text)
    found = Deduplicator(near="copy")
    for one in (text, taiwanese, taiwanese + "\ud83d"):
        found.add(one)
    assert {position: one.kept for position, one in found.resolve().items()} in (
        {0: 2, 1: 2},
        {1: 0, 2: 0},
    )


SYMBOLS = [
    ("1—12月", ["1", "12", "月"]),
    ("45.6%", ["45.6"]),
    ("1,234.5元", ["1234.5", "元"]),
    ("２０２５年", ["2025", "年"]),
    ("１２．５％", ["12.5"]),
    ("3 5", ["3", "5"]),
    ("1,\n234", ["1234"]),
    ("长2.", ["长", "2"]),
    ("㎡和12㎡", ["m", "2", "和", "12", "m", "2"]),
    ("A_b", ["a", "b"]),
    ("0xA1 0x0d\t0xAD页", ["0xa1", "0x0d", "0xad", "页"]),
    ("a. 10x20 0x,", ["a", "10", "x", "20", "0", "x"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "found"), SYMBOLS)
def test_symbols(text, found):
    read = symbols(text)
    assert found == [read.numbers.get(symbol, symbol) for symbol in read.text]


def test_long_texts_are_cut_at_anchors():
    draw = random.Random(1)
    text = "".join(chr(draw.randrange(0x4E00, 0x6000)) for _ in range(60_000))
    other = text[:20_000] + "甲乙" + text[20_000:40_000] + text[40_030:]
    found = differences(text, other)
    assert found == [(20_000, 20_000, 20_000, 20_002), (40_000, 40_030, 40_002, 40_002)]


def test_of_very_long_texts_some_anchors_are_enough(monkeypatch):
    monkeypatch.setattr("cleaner.dedup.align.RUNS", 1 << 17)
    codes = np.random.default_rng(1).integers(0x4E00, 0x6000, 200_000, dtype=np.uint32)
    text = codes.tobytes().decode("utf-32-le")
    codes[1_000::1_000] = ord("〇")
    other = codes.tobytes().decode("utf-32-le")
    assert differences(text, other) == [
        (at, at + 1, at, at + 1) for at in range(1000, 200_000, 1000)
    ]
    # A stretch of its own is seen wherever it stands.
    assert verdict(text, other).same
    assert not verdict(text, other[:70_500] + STORY[:60] + other[70_560:]).same


def test_of_very_many_differences_a_share_is_asked():
    found = [Difference(at, at + 1 + 50 * (at % 9000 == 0), at, at + 1) for at in range(100_000)]
    asked, times = _asked(found)
    assert len(asked) == len(times) <= WEIGHED
    assert abs(sum(times) - len(found)) < max(times)
    assert asked == sorted(asked)
    assert {one for one in found if one.size > 1} <= set(asked)


def test_long_texts_without_anchors_are_compared_from_their_ends():
    row = "甲乙丙丁戊己庚辛"
    text = row * 3000 + "新" + row * 3000
    assert differences(text, row * 6000) == [(24_000, 24_001, 24_000, 24_000)]


def test_long_texts_with_nothing_in_common_are_not_aligned():
    texts = [
        "".join(chr(draw.randrange(0x4E00, 0x6000)) for _ in range(60_000))
        for draw in (random.Random(1), random.Random(2))
    ]
    assert differences(*texts) == [(0, 60_000, 0, 60_000)]


def test_long_texts_that_repeat_are_bounded():
    # No run of twelve occurs once, so there is no anchor.
    assert not verdict(
        "一二三四五六七八九十甲乙丙" * 20_000, "一二三四五六七八九十甲乙丁" * 20_000
    ).same


@pytest.mark.parametrize(
    ("values", "rise"), [([], []), ([3], [0]), ([2, 0, 1, 5, 3, 4], [1, 2, 4, 5])]
)
def test_longest_rise(values, rise):
    assert rise == _longest_rise(values)


def test_two_texts_that_share_a_program_are_two():
    settings = """# 配置
标题 = "水位监测"
[数据库]
地址 = "192.168.1.10:5432"   # 内网
超时 = 30
[站点."60101"]
名称 = "青石闸"
启用 = true"""
    call = 'package main\nimport "fmt"\nfunc main() {\n    fmt.Println("水位站今天一切正常")\n}'
    shared = STORY[:200]
    assert not verdict(f"{settings}\n{shared}", f"{shared}\n{call}").same
    # The line of a site before or behind is none of a text's own.
    sited = f"来源：江城晚报网，记者李明\n{shared}"
    assert verdict(sited, f"{shared}\n转载请注明出处，谢谢合作").same


def test_pages_of_one_text_cut_at_other_places_are_two():
    # What little stands in the place of a page's first entry is no reason to lose the entry.
    page = f"freezing vapour cloud\n{TAIL}{NOTICE}{TAIL}\n{STORY}"
    assert not verdict(page, f"pur街景图\n{STORY}\n{OTHER}").same
    assert verdict(page, f"pur街景图\n{STORY}").same
    # A seventh of each is its own.
    assert not verdict(f"{OTHER[:30]}\n{STORY}", f"{STORY}\n{TAIL[:40]}").same
    assert verdict(f"{OTHER[:17]}\n{STORY}", f"{STORY}\n{TAIL[:20]}").same


def test_a_catalogue_in_another_language_is_no_copy():
    words = ["用户 使用者 pengguna", "动作 操作 tindakan", "设置 選項 pilihan", "窗口 視窗 jendela"]
    keys = [f'msgctxt "field:ir.action.model{at},label"\nmsgid "Entry"\n' for at in range(40)]

    def catalogue(language, done=40):
        lines = [
            words[at % 4].split()[language] if at % 3 == 0 < done - at else "" for at in range(40)
        ]
        return "\n".join(f'{key}msgstr "{line}"' for key, line in zip(keys, lines, strict=True))

    assert not verdict(catalogue(0), catalogue(2)).same
    assert verdict(catalogue(0), catalogue(0, done=20)).same


def test_numbers_in_hex_are_numbers():
    rows = [f"0x{at:02X}\t0x{at:02X}" for at in range(128, 256)]
    others = [
        f"{row[:-2]}{at * 7 % 100 + 128:02X}" if at % 9 == 0 else row for at, row in enumerate(rows)
    ]
    assert not verdict("\n".join(rows), "\n".join(others)).same
    assert verdict("\n".join(rows), "\n".join([*rows[:40], *rows[41:]])).same


def test_a_long_text_with_the_captions_of_another_site_is_a_copy():
    parts = [letters(seed, 600) for seed in range(8)]
    first = "[网页链接]".join(parts)
    assert verdict(first, "http://t.cn/abcdef ".join(parts)).same
    # In a short one they are as thick as the lines of a catalogue.
    short = [part[:40] for part in parts]
    assert not verdict("[网页链接]".join(short), "http://t.cn/abcdef ".join(short)).same
