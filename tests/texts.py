"""Texts that are no copies of each other.

Those of one template are a family: a run compares each with each, which took most of its time.
"""

import random

# 千字文, its first 19 couplets.
CHARACTERS = (
    "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜"
    "金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜海咸河淡鳞潜羽翔龙师火帝鸟官人皇"
)


def own_text(at: int, sentences: int = 5) -> str:
    """Sentences of 14 characters, other ones for each number."""
    chance = random.Random(at)
    return "".join("".join(chance.choices(CHARACTERS, k=14)) + "。" for _ in range(sentences))
