"""The published thresholds: off by default, documented, and what they count is right."""

import pathlib
import re

import numpy as np
import pytest
import rjieba
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.document import Document
from cleaner.recipe import Recipe, load_recipe
from cleaner.saidtwice import Runs, _order, may_repeat, ngram_counts
from cleaner.stage import Stage
from cleaner.stages import DEFAULT, ORDER
from cleaner.stages.thresholds import DUPLICATE_NGRAMS, REPEATED_WORDS, TOP_NGRAMS

DOCS = pathlib.Path(__file__).parent.parent / "docs" / "quality.md"
STAGES = [stage for stage in ORDER if stage.family == "thresholds"]
RECIPES = re.findall(
    r"^## (\w[\w-]*).*?```toml\n(.*?)```",
    DOCS.read_text(encoding="utf-8"),
    re.DOTALL | re.MULTILINE,
)


def test_all_are_off() -> None:
    assert len(STAGES) > 12
    assert not {stage.name for stage in STAGES} & {stage.name for stage in DEFAULT}


def test_one_switch_turns_all_on() -> None:
    names = [stage.name for stage in Recipe(on=("thresholds",)).pipeline().stages]
    assert names == [stage.name for stage in ORDER if stage.on or stage in STAGES]


@pytest.mark.parametrize(("name", "toml"), RECIPES, ids=[name for name, _ in RECIPES])
def test_a_documented_recipe_runs(name: str, toml: str, tmp_path: pathlib.Path) -> None:
    path = tmp_path / f"{name}.toml"
    path.write_text(toml, encoding="utf-8")
    recipe = load_recipe(path)
    running = {stage.name for stage in recipe.pipeline().stages}
    assert {*recipe.on, *recipe.options} <= running


def test_every_stage_is_in_a_documented_recipe() -> None:
    said = {
        name for _, toml in RECIPES for name in re.findall(r"^\[([\w-]+)\]", toml, re.MULTILINE)
    }
    assert {stage.name for stage in STAGES} <= said


def test_the_reason_holds_the_figure() -> None:
    (document,) = next(stage for stage in STAGES if stage.name == "little-han")(
        Document("x", "abcdefg汉字")
    )
    assert document.outcome.reason == "0.222 of its characters are Han, fewer than 0.3"


def top(words: list[str], size: int) -> int:
    """The count of Gopher's rule, written as plainly as can be."""
    runs = [tuple(words[at : at + size]) for at in range(len(words) - size + 1)]
    most = max(map(runs.count, runs), default=0)
    if most < 2:
        return 0
    return most * len("".join(next(run for run in runs if runs.count(run) == most)))


def repeated(words: list[str], size: int) -> int:
    seen, at, chars = set(), 0, 0
    while at + size <= len(words):
        run = tuple(words[at : at + size])
        chars += len("".join(run)) if run in seen else 0
        at += size if run in seen else 1
        seen.add(run)
    return chars


WORDS = st.lists(
    st.sampled_from(["的", "天气", "很", "好", "中华人民共和国", "abc", "哈"]), max_size=40
)


@settings(max_examples=150, deadline=None)
@given(WORDS, st.integers(2, 6))
def test_runs_of_words_are_counted_right(words: list[str], size: int) -> None:
    runs = Runs(words)
    assert (runs.top_chars(size), runs.repeated_chars(size)) == (
        top(words, size),
        repeated(words, size),
    )
    assert runs.covered_chars(size) >= max(repeated(words, more) for more in range(size, 11))


@settings(max_examples=150, deadline=None)
@given(WORDS.map("".join))
def test_the_gate_lets_through_all_that_is_rejected(text: str) -> None:
    words = list(rjieba.cut(text))
    rejected = any(top(words, n) > share * len(text) for n, share in enumerate(TOP_NGRAMS, 2))
    rejected |= any(repeated(words, n) > m * len(text) for n, m in enumerate(DUPLICATE_NGRAMS, 5))
    assert may_repeat(text, TOP_NGRAMS, DUPLICATE_NGRAMS) or not rejected
    assert (REPEATED_WORDS(Document("x", text))[0].outcome is not None) == rejected


def test_runs_of_characters_are_counted_right() -> None:
    assert sorted(ngram_counts("哈哈哈好", 2).tolist()) == [1, 2]
    assert ngram_counts("哈", 2).tolist() == []


HOSTILE = ("哈", "哈\n", "#", "…\n", "1", "。", "字" * 40 + "\n", "\n")


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
@pytest.mark.parametrize("unit", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_is_done_with(stage: Stage, unit: str) -> None:
    """Quadratic, it would not end; how long it takes is for benchmarks/hostile.py."""
    source = Document("x", unit * (300_000 // len(unit)))
    (found,) = stage(source)
    assert found.text == source.text


def test_equal_runs_follow_each_other_also_where_hashes_nearly_collide() -> None:
    hashes = np.array([9, 8, 9, 1 << 40, 8, 9, (1 << 40) + 1], dtype=np.uint64)
    assert _order(hashes).tolist() == [1, 4, 0, 2, 5, 3, 6]
    far = hashes << np.uint64(20)
    assert sorted(far[_order(far)].tolist()) == far[_order(far)].tolist()
    assert _order(far).tolist() == [1, 4, 0, 2, 5, 3, 6]
