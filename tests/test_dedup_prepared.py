"""Texts prepared in shares give the duplicates that they give together."""

import pathlib

import pytest

from cleaner.dedup import Deduplicator, parse_near
from cleaner.dedup.fold import fold, fold_many
from cleaner.dedup.prepared import Prepared, joined, prepare

# Synthetic: copies in another width, near copies, one inside another, short and empty texts.
STORY = "村里的小学建在山坡上，孩子们每天走三里路去上课，路旁开满了野花，老师在门口等着他们。"
LONG = "".join(
    f"第{at}天的清晨，{name}从码头出发。" for at, name in enumerate("甲乙丙丁戊己庚辛" * 3)
)
TEXTS = [
    STORY,
    LONG,
    STORY.replace("，", ","),
    LONG.replace("甲", "申"),
    "短",
    "",
    STORY + LONG,
    "短",
]


@pytest.mark.parametrize("options", [{}, {"exact": False}, {"contained": True}, {"near": None}])
def test_shares_give_what_the_whole_gives(options: dict[str, bool], tmp_path: pathlib.Path) -> None:
    whole = Deduplicator(**options)
    for text in TEXTS:
        whole.add(text)
    near = parse_near("copy") if options.get("near", True) else None
    exact, contained = options.get("exact", True), options.get("contained", False)
    shares = Deduplicator(**options, spill=tmp_path / "signed")
    for start in range(0, len(TEXTS), 3):
        share = [(text, None) for text in TEXTS[start : start + 3]]
        one_by_one = [prepare([text], near, exact, contained) for text in share]
        packed = joined(one_by_one).to_bytes()
        shares.extend(Prepared.from_bytes(packed))
    assert whole.resolve() == shares.resolve(TEXTS.__getitem__)
    assert whole.resolve()


def test_a_length_is_without_the_white_space_that_split_knows() -> None:
    texts = ["", "a b", " ", "\u3000x\u2003\n", "𠀀 \ud800 y", "", "很 长"]
    texts += [f"{chr(code)}x{chr(code)}" for code in (*range(0x3100), 0xFEFF, 0x10FFFF)]
    texts += ["a\0", "\0", "\0 b\0\0"]
    texts += ["新华社北京5月3日电 （记者 张三）今天 下雨。", "舊聞 一則"]
    lengths = [len("".join(text.split())) for text in texts]
    assert [one.visible for one in fold_many(texts)] == lengths
    assert [fold(text).visible for text in texts] == lengths
