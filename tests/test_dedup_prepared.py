"""Texts prepared in shares give the duplicates that they give together."""

import pathlib

import pytest

from cleaner.dedup import Deduplicator, parse_near
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
