"""The Deduplicator: what is dropped, for whom, and what must not be."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from dedup_texts import changed, letters

from cleaner.dedup import Deduplicator, parse_near
from cleaner.dedup.fold import fold
from cleaner.dedup.shingles import shingle_set
from cleaner.dedup.similarity import similarity
from cleaner.errors import RecipeError


def dropped(texts, **options):
    """Return position -> kept position, by exact Jaccard where no other way is asked for."""
    found = Deduplicator(**{"near": "jaccard:0.8", **options})
    for text in texts:
        found.add(*text) if isinstance(text, tuple) else found.add(text)
    return {position: duplicate.kept for position, duplicate in found.resolve().items()}


EXACT = [
    ("same", ["今天下雨。", "今天下雨。"]),
    ("punctuation and white space", ["今天,下雨。", " 今天下雨\n"]),
    ("script", ["汉字与书", "漢字與書"]),
    ("width and case", ["ABC公司12", "ａｂｃ公司１２"]),
    ("credit head", ["新华社北京5月3日电 今天下雨，明天晴。", "今天下雨，明天晴。"]),
    ("no letter at all", ["……", "……"]),
    ("empty", ["", ""]),
    ("spaced out", ["今 天 下 雨", "今天下雨"]),
]  # fmt: skip

# Peers have deleted each of these.
DIFFERENT = [
    ("shorter than a shingle", ["春", "夏"]),
    ("shorter than a long shingle", ["春天来", "夏天来", "秋天来"]),
    ("no letter at all", ["？？", "！！", "……", ""]),
    ("only spaces", ["", " "]),
    ("decimal point", ["上涨3.5%。", "上涨35%。"]),
    ("months", ["1—12月的收入。", "112月的收入。"]),
    ("one numeral in a short notice", ["第二届运动会今天开幕", "第三届运动会今天开幕"]),
    ("unrelated", [letters(1, 300), letters(2, 300)]),
]  # fmt: skip


@pytest.mark.parametrize("near", [None, "jaccard:0.8", "copy"])
@pytest.mark.parametrize("texts", [c[1] for c in EXACT], ids=[c[0] for c in EXACT])
def test_exact_duplicates(texts, near):
    assert len(dropped(texts, near=near)) == 1


# Jaccard knows no numbers: of these two texts all shingles are the same.
BLIND = frozenset({"decimal point", "months"})


@pytest.mark.parametrize("near", [None, "jaccard:0.8", "copy"])
@pytest.mark.parametrize(("name", "texts"), DIFFERENT, ids=[c[0] for c in DIFFERENT])
def test_different_texts_stay(name, texts, near):
    kept = near == "jaccard:0.8" and name in BLIND
    assert ({1: 0} if kept else {}) == dropped(texts, near=near)


def test_a_near_duplicate_names_what_is_kept_and_why():
    text = letters(1, 600)
    found = Deduplicator(near="jaccard:0.8")
    found.add("别的事情。")
    found.add(changed(text, 1, 6))
    found.add(text + "完")
    [(position, duplicate)] = found.resolve().items()
    assert (position, duplicate.kept, duplicate.stage) == (1, 2, "near-duplicate")
    assert f"jaccard {duplicate.evidence['jaccard']:.2f} with the kept text" == duplicate.reason


@pytest.mark.parametrize(("threshold", "count"), [("0.71", 1), ("0.73", 0)])
def test_the_jaccard_threshold(threshold, count):
    # 200 letters have 196 shingles; with 64 other letters behind, 64 more.
    text = "".join(chr(0x4E00 + k) for k in range(200))
    longer = "".join(chr(0x4E00 + k) for k in range(276))
    assert count == len(dropped([text, longer], near=f"jaccard:{threshold}"))


def test_the_threshold_is_inclusive():
    text = "".join(chr(0x4E00 + k) for k in range(204))
    longer = "".join(chr(0x4E00 + k) for k in range(254))
    shared = similarity(shingle_set(fold(text).codes, 5), shingle_set(fold(longer).codes, 5), 5)
    assert shared.value == 0.8
    assert dropped([text, longer], near="jaccard:0.8") == {0: 1}


def test_the_longest_is_kept_wherever_it_stands():
    text = letters(1, 600)
    texts = [text[:590], text + "完", text]
    assert dropped(texts) == {0: 1, 2: 1}
    assert dropped(texts, prefer="first") == {1: 0, 2: 0}


def test_the_fuller_of_exact_duplicates_is_kept():
    assert dropped(["今天下雨明天晴", "今天下雨，明天晴。"]) == {0: 1}


def test_a_copy_of_a_dropped_copy_names_what_is_kept():
    text = letters(1, 600)
    copy = changed(text, 1, 5)
    texts = [text + "完", copy, copy + "。"]
    assert dropped(texts) == {1: 0, 2: 0}


def test_a_chain_is_not_closed():
    # Each is near its neighbour only; what is dropped must be near what is kept.
    text = "".join(chr(0x4E00 + k) for k in range(1500))
    chain = [text[start : start + 1000] for start in range(0, 500, 60)]
    found = dropped(chain)
    assert found
    for position, kept in found.items():
        assert kept not in found
        sets = [shingle_set(fold(chain[at]).codes, 5) for at in (position, kept)]
        assert similarity(*sets, 5).value >= 0.8


def test_a_cluster_keeps_one():
    text = letters(1, 500)
    texts = [changed(text, seed, 4) for seed in range(40)]
    found = Deduplicator()
    for one in texts:
        found.add(one)
    dropped = found.resolve()
    (kept,) = {duplicate.kept for duplicate in dropped.values()}
    assert sorted(dropped) == [at for at in range(40) if at != kept]


@pytest.mark.parametrize("near", [None, "jaccard:0.8", "copy"])
def test_within_compares_only_a_group(near):
    text = letters(1, 300)
    texts = [(text, "甲"), (text, "乙"), (text, "甲"), (text, None), (text + "。", None)]
    assert dropped(texts, near=near) == {2: 0, 3: 4}


def test_within_a_group_a_near_duplicate_is_found():
    text = letters(1, 300)
    copy = changed(text, 1, 2)
    assert dropped([(text, "甲"), (copy, "乙"), (copy, "甲")]) == {2: 0}


def test_without_exact_equal_texts_are_near():
    text = letters(1, 300)
    found = Deduplicator(exact=False)
    found.add(text)
    found.add(text)
    assert [duplicate.stage for duplicate in found.resolve().values()] == ["near-duplicate"]


def test_texts_can_be_added_after_resolve():
    text = letters(1, 300)
    found = Deduplicator()
    found.add(text)
    assert found.resolve() == {}
    assert found.add(changed(text, 1, 2)) == 1
    assert {position: drop.kept for position, drop in found.resolve().items()} == {1: 0}


def test_nothing_added():
    found = Deduplicator()
    assert found.resolve() == {}


def test_the_result_does_not_depend_on_the_order():
    texts = [letters(seed, 400 + seed) for seed in range(8)]
    texts += [changed(text, 9, 3)[: 390 + k] for k, text in enumerate(texts)]
    expected = {texts[a]: texts[b] for a, b in dropped(texts).items()}
    assert len(expected) == 8
    for seed in range(3):
        mixed = random.Random(seed).sample(texts, len(texts))
        assert expected == {mixed[a]: mixed[b] for a, b in dropped(mixed).items()}


def test_the_result_does_not_depend_on_the_hash_seed():
    code = (
        "import sys; sys.path.insert(0, 'tests'); from test_dedup import *\n"
        "texts = [changed(letters(s % 30, 300), s, 3) for s in range(120)]\n"
        "print(sorted(dropped(texts, near='copy').items()))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).resolve().parents[1],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(found) == 1
    assert len(found.pop()) > 100


def test_short_copies_are_compared_on_short_shingles():
    text = letters(1, 60)
    found = Deduplicator(near="jaccard:0.8")
    found.add(text)
    found.add(changed(text, 3, 2))
    assert [duplicate.evidence["ngram"] for duplicate in found.resolve().values()] == [3]


def test_a_bucket_of_thousands_is_linear():
    # Boilerplate with a number of its own: one bucket in every band.
    head = letters(1, 400)
    texts = [f"{head}{letters(seed, 12)}" for seed in range(4000)]
    # All pairs would be 8 million comparisons: minutes.
    assert len(dropped(texts)) == 3999


def test_a_long_text():
    text = letters(1, 300_000)
    assert dropped([text, changed(text, 1, 500)]) == {1: 0}


SPECS = [
    ("jaccard", "jaccard", 0.8),
    ("jaccard:0.7", "jaccard", 0.7),
    ("jaccard:1", "jaccard", 1.0),
    ("copy", "copy", 0.3),
    ("copy:strict", "copy", 0.3),
]

BAD_SPECS = [
    ("jacard:0.8", "did you mean 'jaccard'"),
    ("jaccard:80", "jaccard:0.8"),
    ("jaccard:0", "above 0"),
    ("jaccard:", "above 0"),
    ("jaccard:nan", "above 0"),
    ("copy:strickt", "did you mean 'strict'"),
    ("", "expected copy"),
]


@pytest.mark.parametrize(("spec", "decider", "threshold"), SPECS)
def test_a_specification(spec, decider, threshold):
    assert (decider, threshold) == parse_near(spec)[:2]


@pytest.mark.parametrize(("spec", "message"), BAD_SPECS)
def test_a_bad_specification_says_what_to_write(spec, message):
    with pytest.raises(RecipeError, match=message):
        Deduplicator(near=spec)


def test_a_bad_preference():
    with pytest.raises(RecipeError, match="did you mean 'longest'"):
        Deduplicator(prefer="longst")
