"""Of two copies the one stays of which more reads, whatever their order."""

import re

import pytest

from cleaner.dedup import Deduplicator
from cleaner.dedup.fold import fold
from cleaner.dedup.readable import TOGETHER, reads

# Synthetic.
STORY = (
    "入冬以来，市供热公司对全市供热管网进行了全面检查和维修，保证居民家中的温度。"
    "公司有关负责人表示，今年新增供热面积三十万平方米，困难家庭的热费由政府补贴。"
    "市民可以拨打服务热线反映问题，工作人员将在两小时以内上门处理，并且回访一次。"
)

# What spoils a copy, and most of it makes the copy longer.
SPOILED = {
    "read by a bad OCR": STORY.replace("热", "執").replace("公司", "公旬"),
    "letters lost": STORY.replace("管网", "管").replace("负责人", "责人"),
    "strokes as letters": STORY.replace("市", "rn").replace("小", "Il"),
    "characters in two parts": STORY.replace("他", "亻也")
    .replace("时", "日寸")
    .replace("保", "亻呆"),
    "squares": STORY.replace("供", "□□").replace("上", "□"),
    "mojibake": STORY[:40].encode().decode("gbk", "replace") + STORY[40:],
    "UTF-8 read as Latin-1": STORY[:20].encode().decode("latin-1") + STORY[20:],
    "tags": STORY.replace("。", "。<br/>"),
    "entities": STORY.replace("，", "，&nbsp;"),
    "characters that no charset has": STORY.replace("居民", "\ufffd\ufffd\ufffd"),
    "cut off": STORY[:-12],
    "marks lost": STORY.replace("，", ""),
    "rare Han": STORY.replace("的", "旳").replace("会", "侴"),
}

# What a copy loses where all between < and > was taken for a tag.
BETWEEN = (
    "#include <stdio.h>\n#include <stdlib.h>\nint main(void) { return 0; }",
    "List<String> names = new ArrayList<String>(); Map<String, Integer> count;",
    "Wang Xiaoyu <wang@example.org> wrote on Monday that the bridge is open.",
    "运行 git clone <仓库地址> 然后 cd <目录名> 再执行 make <目标>。",
    "若 a<b 且 c>d 则 x<y，所以 y>z 成立，这就是我们要证明的不等式。",
    "她笑着说：<停顿了一下>“我们走吧。”",
)

# Damage that makes it another text: what reads better is asked all the same.
NO_COPIES = {("mojibake", "copy:loose")}


@pytest.mark.parametrize("name", SPOILED)
@pytest.mark.parametrize("near", ["copy:loose", "jaccard:0.3"])
def test_the_good_copy_stays(name: str, near: str) -> None:
    for texts, good in (((STORY, SPOILED[name]), 0), ((SPOILED[name], STORY), 1)):
        found = Deduplicator(near=near)
        for text in texts:
            found.add(text)
        dropped = {at: one.kept for at, one in found.resolve().items()}
        assert dropped == ({} if (name, near) in NO_COPIES else {1 - good: good})
        many = reads(texts, [fold(text).codes for text in texts])
        assert int(many.argmax()) == good


@pytest.mark.parametrize("text", BETWEEN)
def test_what_only_looks_like_a_tag_counts_for_a_text(text: str) -> None:
    texts = [re.sub(r"<[^<>]*>", "", text), text]
    assert int(reads(texts, [fold(one).codes for one in texts]).argmax()) == 1


@pytest.mark.parametrize(
    "tag", ["<p>", "</P>", "<br/>", "<br />", '<a href="/a?b=1&c=2">', "<font color=red>", "<h2>"]
)
def test_tags_of_a_page_count_against_a_text(tag: str) -> None:
    texts = [STORY.replace("。", f"。{tag}"), STORY]
    assert int(reads(texts, [fold(one).codes for one in texts]).argmax()) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Бабушка живёт в деревне, а внуки приезжают летом.",
        "할머니는 시골에 사시고 손주들은 여름에 옵니다.",
        "คุณยายอยู่ในหมู่บ้าน",
        "龘靐齉爩麤灪龗厵爨癵",
        "The committee will inform the authors in writing.",
    ],
)
def test_of_what_the_table_does_not_know_the_longer_one_stays(text: str) -> None:
    texts = [text[:-4], text]
    assert int(reads(texts, [fold(one).codes for one in texts]).argmax()) == 1


def test_a_text_reads_the_same_among_others() -> None:
    texts = ["", STORY, "，", "短", STORY * (TOGETHER // len(STORY) + 1), "a1", "\ud800b", ""]
    folds = [fold(text).codes for text in texts]
    each = [int(reads([text], [one])[0]) for text, one in zip(texts, folds, strict=True)]
    assert reads(texts, folds).tolist() == each
    assert reads([], []).tolist() == []
