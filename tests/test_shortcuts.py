"""What saves time changes nothing: all stages with their early exits, and without them.

Most texts have nothing of what a stage looks for, and a glance tells. Here the glances are taken
away one and all, and the same must come out, history and notes included. Texts are made of the
lines of the stages' own cases, which are synthetic or real as said there, and of the seeds'.
"""

import pathlib
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import layout, ngram
from cleaner.chars import misread, suspect
from cleaner.chars.scripts import FEW_WITHOUT, script_of_text
from cleaner.document import Document
from cleaner.layout import Line
from cleaner.order.scanned import is_printed, is_scanned
from cleaner.paper import names, pairs, press
from cleaner.paper.folding import folded
from cleaner.pipeline import Pipeline
from cleaner.stage import Stage
from cleaner.stages import AGAIN, DEFAULT, ORDER
from cleaner.unwrap.joints import Joints
from cleaner.web import headline

ROOT = pathlib.Path(__file__).parent.parent
CASES = tuple(chain.from_iterable((*stage.examples, *stage.keeps) for stage in ORDER))
SEEDS = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
# Synthetic: what has one sign of its kind and no other, what is nearly such a line.
FEW_SIGNS = """责编：张三
校对 李四
统筹：王芳
审校 李燕
第3期
上接A1
3
iii
要闻
三农
文/王小雨
供图 李立
（来稿）
据新华社
口本报记者 李明
新华社电
会议消息：
王小雨 李立
赵明 1，高慧 2
水水库库管管理理
𠮷"""
LINES = sorted({line for text in (*CASES, FEW_SIGNS) for line in text.split("\n") if line.strip()})
# Neighbours stay together: what a stage finds is often in two lines.
RUNS = sorted(
    {
        "\n".join(lines[at : at + size])
        for text in SEEDS
        for lines in (text.split("\n"),)
        for at in range(0, len(lines), 7)
        for size in (1, 3, 12)
    }
)
POOLS: tuple[Sequence[str], ...] = (FEW_SIGNS.split("\n"), CASES, LINES, RUNS)
NEVER_RE, ALWAYS_RE = re.compile("(?!)"), re.compile("")


def all_signs(lines: Sequence[Line], _: str) -> list[int]:
    """Say of each line that it may be anything."""
    return [1] * len(lines)


def all_lines(text: str, _: object) -> Iterator[re.Match[str]]:
    """Yield all lines, whatever stands in them."""
    return re.finditer("[^\n\f]+", text)


def all_suspects(text: str) -> suspect.Suspects:
    """Say that a text may be misread in each way."""
    patterns = (suspect.MISREAD_LATIN_RE, suspect.MISREAD_HAN_RE)
    gates = tuple(suspect.search(pattern, text) for pattern in patterns)
    return suspect.Suspects(gates, has_strays=True, has_european=True)


# The glances, and what stands in their place: asked always.
GLANCES = {
    "cleaner.chars.misread.suspects": all_suspects,
    "cleaner.layout.SIGNS.of": lambda _: -1,
    "cleaner.paper.names.LONG_WORD_RE": NEVER_RE,
    "cleaner.paper.signs.having": all_signs,
    "cleaner.pipeline._leaves": lambda *_: False,
    "cleaner.stages.credits._are_sentences": lambda *_: False,
    "cleaner.stages.doubled.lines_at": all_lines,
    "cleaner.stages.furniture.having": all_signs,
    "cleaner.stages.furniture.may_head_pages": lambda _: True,
    "cleaner.stages.jammer._has_parts": lambda _: True,
    "cleaner.stages.lines.BLANK_RE": ALWAYS_RE,
    "cleaner.stages.lines.INDENT_RE": ALWAYS_RE,
    "cleaner.stages.lines.SPACE_END_RE": ALWAYS_RE,
    "cleaner.stages.linespace._has_spaces": lambda _: True,
    "cleaner.stages.paragraphs.joins_nothing": lambda _: False,
    "cleaner.stages.quotes._are_paired": lambda _: False,
    "cleaner.stages.repetition._are_different": lambda _: False,
}
WITH = Pipeline()


def texts_of(chance: random.Random, count: int) -> list[str]:
    """Return texts made of lines of the pools."""
    return [
        "\n".join(chance.choice(chance.choice(POOLS)) for _ in range(chance.randint(1, 6)))
        for _ in range(count)
    ]


@contextmanager
def no_glances() -> Iterator[Pipeline]:
    """Take the glances away, and yield a pipeline that asks every stage always."""
    # Whether a scanner read a text decides; whether it may be in columns only saves time.
    asked = {None, is_scanned, is_printed}
    bare = [
        replace(
            stage, gate="", by_line=False, glance=stage.glance if stage.glance in asked else None
        )
        for stage in DEFAULT
    ]
    again = [one for one, stage in zip(bare, DEFAULT, strict=True) if stage in AGAIN]
    with pytest.MonkeyPatch.context() as patch:
        for name, instead in GLANCES.items():
            patch.setattr(name, instead)
        patch.setattr("cleaner.pipeline.AGAIN", tuple(again))
        yield Pipeline(bare)


def made(pipeline: Pipeline, text: str) -> list[Document]:
    """Return what a pipeline makes of a text of which nothing is known from before."""
    layout._kept_lines.cache_clear()  # else one would tell the other
    return pipeline(Document("case", text))


@pytest.mark.parametrize("seed", range(10))
def test_with_and_without_early_exits_the_same_comes_out(seed: int) -> None:
    texts = texts_of(random.Random(seed), 30)
    found = [made(WITH, text) for text in texts]
    with no_glances() as without:
        for text, ours in zip(texts, found, strict=True):
            assert (text, made(without, text)) == (text, ours)


@pytest.mark.parametrize("stage", DEFAULT, ids=lambda stage: stage.name)
def test_so_it_does_of_a_stages_own_cases(stage: Stage) -> None:
    texts = (*stage.examples, *stage.keeps)
    found = [made(WITH, text) for text in texts]
    with no_glances() as without:
        assert [made(without, text) for text in texts] == found


# Common and rare characters, what was misread (中文编码测试), strays in it, letters with accents.
SUSPECT = (
    "的一国中是",
    "龘鬱麤驫鸞",
    "涓枃缂栫爜娴嬭瘯",
    "ä¸\xadæ–‡å¾ˆå¥½",
    "é",
    "…",
    "\xa0",
    "\u200b",
    "\n",
    " ",
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(SUSPECT), max_size=24))
def test_misread_lines_are_found_as_without_a_glance(parts: list[str]) -> None:
    # As long as texts are that are looked at by numpy.
    text = "".join((*parts, "\n", "的" * FEW_WITHOUT))
    found = list(misread.repairs(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(misread, "suspects", all_suspects)
        assert list(misread.repairs(text)) == found


# Characters of names in a line that is taken for a passage once the text was cleaned.
STRANGE_LINE = (
    "从今年春天起，柳园街道把三间门面房改成了社区食堂，来吃饭的多是附近的老人。記者王小雨\n"
    "It鈥檚 open, isn鈥檛 it?\n"
)


@pytest.mark.parametrize("stage", AGAIN, ids=lambda stage: stage.name)
def test_what_a_stage_leaves_of_a_page_it_leaves_of_what_was_cleaned(stage: Stage) -> None:
    chance = random.Random(1)
    for text in (STRANGE_LINE, *(texts_of(chance, 200)), *stage.examples, *stage.keeps):
        script = script_of_text(text)
        for known in ({}, {"title": "老闸的水尺"}, {"scanned": True}, {"parent": "1"}):
            page = Document("page", text, {**known, "script": script})
            cleaned = replace(page, meta={**page.meta, "schema": 0})
            if stage(page) == [page]:
                assert stage(cleaned) == [cleaned]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.sampled_from(LINES), st.text("王李明1， ·、 欧阳娜娜（）國", max_size=9))
def test_names_are_told_as_without_a_glance(above: str, text: str) -> None:
    for line in filter(None, (text.strip(), above)):
        bare = names.AFFILIATION_RE.sub("", line).strip()
        is_names = press.BREAK_RE.search(folded(bare)) and press.names_line(bare)
        is_rest = press.ROLE_RE.match(above.lstrip(press.MARKS))
        assert names.is_byline(above, line) == (bool(is_names) and not is_rest)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text("中国あ\u3000 ，a1“”\n\u3040𠮷\x85", max_size=30) | st.sampled_from(RUNS))
def test_boundaries_are_counted_one_by_one(text: str) -> None:
    letter, other = "[㐀-鿿ぁ-ヿ]", r"[^\s㐀-鿿ぁ-ヿ]"
    after = Counter(re.findall(f"(?<={letter}){other}", text))
    after.update(re.findall(f"(?<={letter}) {other}", text))
    before = Counter(re.findall(f"{other} ?(?={letter})", text))
    joints = Joints(text)
    assert (joints._after_han, joints._before_han) == (after, before)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.text("中国〇a1Ａ１é\u0301Σか゛각①ﬁ \u3000\n，。…“·𠮷龥\u9fa6", max_size=30)
    | st.sampled_from(RUNS)
)
def test_pairs_of_letters_are_those_of_the_folded_text(text: str) -> None:
    folded = ngram.fold(text)
    wanted = {one + two for one, two in pairwise(folded) if one.isalpha() and two.isalpha()}
    codes = {(ord(one) & 0xFFFF) << 16 | (ord(two) & 0xFFFF) for one, two in wanted}
    assert pairs.pairs_of(text).tolist() == sorted(codes)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.text("水尺老闸 ｗater,，", max_size=12), st.lists(st.text("水尺老闸 ｗater，", max_size=20))
)
def test_what_texts_share_is_looked_for_as_counted(title: str, texts: list[str]) -> None:
    own = headline.units_of([title])
    assert headline.said(own, texts) == len(own & headline.units_of(texts))
