"""Folds, shingles, signatures and bands, held against datasketch."""

import random

import numpy as np
import pytest
from datasketch import MinHash, MinHashLSH
from dedup_texts import HAN
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.dedup.bands import REPRESENTATIVES, candidates
from cleaner.dedup.fold import fold, fold_many, without_credit_head
from cleaner.dedup.near import banding, parse_near
from cleaner.dedup.shingles import shingle_hash, shingle_hashes
from cleaner.dedup.signature import (
    BLOCK,
    EMPTY,
    PERMUTATIONS,
    SEED,
    permutations,
    signatures,
)

FOLDS = [
    ("traditional", "漢字與書", "汉字与书"),
    ("width", "ＡＢＣ１２", "abc12"),
    ("compatibility", "①㎡ﬁ", "1m2fi"),
    ("white space and punctuation", "甲 乙,\n丙—丁。", "甲乙丙丁"),
    ("digits stay", "3.5%", "35"),
    ("a mark joins its letter", "か\N{COMBINING KATAKANA-HIRAGANA VOICED SOUND MARK}", "が"),
    ("half-width katakana", "ｶﾞ", "ガ"),
    ("decomposed Hangul", "\u1112\u1161\u11ab", "한"),
    ("vowel signs are letters", "हिन्दी", "हिन्दी"),
    ("variation selector", "葛\ufe00城", "葛城"),
    ("private use and tags", "甲\ue000乙\U000e0041", "甲乙"),
    ("lone surrogate", "甲\ud800乙", "甲乙"),
    ("nothing left", "！？……", ""),
    ("empty", "", ""),
    ("credit head", "新华社北京5月3日电（记者张三）今天下雨", "今天下雨"),
    ("SubRip", "1\n00:00:01,000 --> 00:00:02,500\n你好\n", "你好"),
    ("WebVTT", "WEBVTT\n\n00:01.000 --> 00:02.500 align:start\n你好", "webvtt你好"),
    ("SubStation", "Dialogue: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,你好，3", "你好3"),
    ("song", "[00:12.30][01:40.02]你好\n[00:15.1]再见", "你好00151再见"),
    # what must not fool it
    ("arrows", "3\n甲 --> 乙\n00:01 --> 00:05", "3甲乙00010005"),
    ("clock times", "[08:30] 开会\n[12:00:05] 散会", "0830开会120005散会"),
    ("a log's times", "[03:10.30]开始", "031030开始"),
    ("a song's times inside", "自[00:12.30]起", "自001230起"),
    ("a line of a play", "Dialogue: 你好，3,4,5,6,7,8,9,10,11", "dialogue你好34567891011"),
]  # fmt: skip

CREDIT_HEADS = [
    ("本报讯 （记者李四）今天下雨。", "今天下雨。"),
    ("央视网消息（新闻联播）：今天下雨。", "今天下雨。"),
    ("据新华社报道，今天下雨。", "今天下雨。"),
    ("新华社上海12月30日电 今天下雨。", "今天下雨。"),
    ("本报上海5月1日电 据新华社报道，今天下雨。", "今天下雨。"),
    # what must not fool it
    ("据统计，今天下雨。", "据统计，今天下雨。"),
    ("中国网络的电力", "中国网络的电力"),
    ("今天下雨。新华社上海12月30日电", "今天下雨。新华社上海12月30日电"),
]


def fold_codes(texts):
    return [folded.codes for folded in fold_many(texts)]


@pytest.mark.parametrize(("text", "folded"), [c[1:] for c in FOLDS], ids=[c[0] for c in FOLDS])
def test_fold(text, folded):
    assert folded == fold(text).text


@pytest.mark.parametrize(("text", "left"), CREDIT_HEADS)
def test_credit_head(text, left):
    assert left == without_credit_head(text)


def test_numbers_that_fold_alike_break_differently():
    assert fold("3.5").breaks.tolist() != fold("35").breaks.tolist()
    assert fold("1—12月").breaks.tolist() != fold("112月").breaks.tolist()
    assert fold("2025年").breaks.tolist() == fold("2025 年").breaks.tolist()


# Without marks that stand alone: they may join or change places when what parts them goes.
@given(st.text("天漢書と가aBß12①㎡ﬁＡ 　，。—.,:\n新华社电日本报讯"))
@settings(max_examples=200, deadline=None)
def test_a_fold_folds_to_itself(text):
    once = fold(text).text
    # A credit head may come to light when punctuation goes; the letters may not change.
    assert fold("。" + once).text == once


@given(st.lists(st.text("天漢書と가aBß12①㎡ﬁＡ 　，。—.,:\n新华社电日本报讯")))
@settings(max_examples=200, deadline=None)
def test_many_texts_fold_as_each_does(texts):
    one, many = [fold(text) for text in texts], fold_many(texts)
    assert [found.text for found in one] == [found.text for found in many]
    assert [found.breaks.tolist() for found in one] == [found.breaks.tolist() for found in many]


@given(st.text(min_size=1, max_size=8))
def test_one_shingle_hashes_as_a_whole_text_does(text):
    codes = np.array([ord(c) for c in text], dtype=np.uint32)
    assert [shingle_hash(text)] == shingle_hashes(codes, len(text)).tolist()


def test_permutations_are_datasketchs():
    theirs = MinHash(PERMUTATIONS, seed=SEED, scheme="affine32").permutations
    assert theirs.tolist() == [each.tolist() for each in permutations()]


@pytest.mark.parametrize("length", [0, 1, 4, 5, 6, 99, 900, BLOCK + 4, 3 * BLOCK + 17])
def test_a_signature_is_datasketchs(length):
    draw = random.Random(length)
    texts = ["".join(draw.choices(HAN, k=size)) for size in (7, length, 30)]
    found = signatures(fold_codes(texts), 5)
    for text, signature in zip(texts, found, strict=True):
        theirs = MinHash(hashfunc=shingle_hash)
        theirs.update_batch(text[i : i + 5] for i in range(len(text) - 4))
        assert theirs.hashvalues.tolist() == signature.tolist()


def test_no_shingle_is_no_signature():
    assert np.all(signatures([np.empty(0, dtype=np.uint32)], 5) == EMPTY)


def test_bands_find_what_datasketchs_lsh_finds():
    draw = random.Random(1)
    texts = []
    for _ in range(40):
        text = draw.choices(HAN, k=200)
        texts.append("".join(text))
        for changed in (2, 8, 20):
            for place in draw.sample(range(200), changed):
                text[place] = draw.choice(HAN)
            texts.append("".join(text))
    near = parse_near("jaccard:0.8")
    signed = signatures(fold_codes(texts), 5)
    index = MinHashLSH(num_perm=128, params=(near.bands, near.rows))
    theirs = set()
    for row, values in enumerate(signed):
        minhash = MinHash(hashvalues=values, scheme="affine32")
        theirs |= {(other, row) for other in index.query(minhash)}
        index.insert(row, minhash)
    agree = {(a, b): int(np.sum(signed[a] == signed[b])) for a, b in theirs}
    found = candidates(signed, np.zeros(len(texts), dtype=np.uint64), near)
    pairs = list(zip(found.first.tolist(), found.second.tolist(), strict=True))
    # We leave out, by the whole signature, what three standard errors say is too far.
    assert sorted(pair for pair in theirs if agree[pair] >= 0.694 * 128) == pairs
    assert [agree[pair] for pair in pairs] == found.agree.tolist()


@pytest.mark.parametrize("threshold", [0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.0])
def test_bands_find_the_pairs_at_the_threshold(threshold):
    bands, rows = banding(threshold)
    assert bands * rows <= 128
    assert 1 - (1 - threshold**rows) ** bands >= 0.998


def test_a_large_bucket_is_not_all_pairs():
    draw = np.random.default_rng(1)
    count = 3000
    signed = np.tile(draw.integers(0, 2**32, 128, dtype=np.uint32), (count, 1))
    # One band in common, and next to nothing else: a bucket of texts that are all different.
    signed[:, 6:] = draw.integers(0, 2**32, (count, 122), dtype=np.uint32)
    near = parse_near("jaccard:0.8")._replace(threshold=0.2)
    found = candidates(signed, np.zeros(count, dtype=np.uint64), near)
    assert len(found.first) <= 2 * REPRESENTATIVES * count
