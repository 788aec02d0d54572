"""A text inside a longer one, and texts that overlap an evaluation set."""

import numpy as np
import pytest
from dedup_texts import changed, letters

from cleaner.dedup import Deduplicator
from cleaner.dedup.against import MIN_LETTERS, Evaluation
from cleaner.dedup.contained import LONGER, Sampled
from cleaner.dedup.fold import fold
from cleaner.errors import RecipeError

ARTICLE = letters(1, 600)
PAGE = letters(2, 1500) + ARTICLE + letters(3, 1500)

INSIDE = [
    ("in the middle", [ARTICLE, PAGE], {0: 1}),
    ("at the head", [ARTICLE, ARTICLE + letters(2, 2000)], {0: 1}),
    ("at the end", [ARTICLE, letters(2, 2000) + ARTICLE], {0: 1}),
    ("1 % misread", [changed(ARTICLE, 1, 6), PAGE], {0: 1}),
    ("a short one", [letters(4, 80), letters(5, 500) + letters(4, 80) + letters(6, 500)], {0: 1}),
    # what must stay
    ("half of it", [ARTICLE[:300] + letters(7, 300), PAGE], {}),
    ("one number differs", [f"第{ARTICLE}共3581人", f"{PAGE[:2000]}第{ARTICLE}共7642人{PAGE}"], {}),
    ("the longer one", [PAGE, letters(8, 4000)], {}),
]  # fmt: skip


def dropped(texts: list[str], **options: object) -> dict[int, int]:
    engine = Deduplicator(**{"contained": True, **options})
    for text in texts:
        engine.add(text)
    return {position: one.kept for position, one in engine.resolve().items()}


@pytest.mark.parametrize(("texts", "expected"), [c[1:] for c in INSIDE], ids=[c[0] for c in INSIDE])
def test_a_text_inside_another(texts, expected):
    assert dropped(texts) == expected
    assert dropped(texts, contained=False) == {}


def test_jaccard_tells_containment_too():
    assert dropped([ARTICLE, PAGE], near="jaccard:0.8") == {0: 1}


def test_texts_of_other_groups_do_not_count():
    engine = Deduplicator(contained=True)
    engine.add(ARTICLE, "a")
    engine.add(PAGE, "b")
    assert engine.resolve() == {}


@pytest.mark.parametrize("options", [{"near": None}, {"prefer": "first"}])
def test_the_longer_one_must_be_kept(options):
    with pytest.raises(RecipeError, match="contained: needs near, and prefer 'longest'"):
        Deduplicator(contained=True, **options)


def test_a_notice_in_every_page_is_not_all_pairs():
    count, notice = 500, letters(1, 400)
    sampled = Sampled()
    for seed in range(count):
        sampled.add(fold(letters(seed + 10, 50) + notice).codes)
    pairs = sampled.pairs(np.arange(count), np.zeros(count, dtype=np.uint64))
    assert 0 < len(pairs.first) <= LONGER * count


QUESTION = "下列关于春天的说法中，最符合作者原意的一项是哪一项呢？请说明理由。"
PASSAGE = letters(20, 300)

OVERLAPS = [
    ("a passage of it", f"前言。{PASSAGE[100:180]}后语", "passage"),
    ("in the other script and width", QUESTION.replace("关", "關").replace("，", ","), "question"),
    ("a short question whole", "试题：" + QUESTION + "答案是甲。", "question"),
    # what must stay
    ("49 letters", "前" + PASSAGE[100:149] + "后", None),
    ("less than all of a short one", QUESTION[:25], None),
    ("nothing", letters(21, 500), None),
    ("too short to show anything", "下列说法正确的是", None),
    ("empty", "", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name"), [c[1:] for c in OVERLAPS], ids=[c[0] for c in OVERLAPS])
def test_overlap(text, name):
    texts = [("passage", PASSAGE), ("question", QUESTION), ("short", "下列说法正确的是")]
    found = Evaluation(iter(texts)).overlap(text)
    assert name == (found and found.name)
    if found:
        assert len(found.letters) >= MIN_LETTERS


def test_no_evaluation_texts():
    assert Evaluation([]).overlap(PASSAGE) is None


def test_how_many_letters_are_too_many():
    assert (
        Evaluation([("a", PASSAGE)], overlap=20).overlap(PASSAGE[10:30]).letters == PASSAGE[10:30]
    )
    assert Evaluation([("a", PASSAGE)], overlap=21).overlap(PASSAGE[10:30]) is None
