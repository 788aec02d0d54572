"""The seeds against the answers that people wrote: floors that only go up."""

import importlib.util
import pathlib
import sys

import pytest

PATH = pathlib.Path(__file__).parent.parent / "benchmarks" / "quality.py"
# Floors of each seed, just under what is reached.
FLOORS = {
    "paragraphs": 0.999,
    "articles": 0.999,
    "order": 0.999,
    "titles": 1.0,
    "credits": 1.0,
    "removed": 1.0,
}


def load():
    spec = importlib.util.spec_from_file_location("quality", PATH)
    module = importlib.util.module_from_spec(spec)
    sys.modules["quality"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def table():
    return load().scores()


def test_every_seed_has_an_answer(table):
    assert len(table) == 5


@pytest.mark.parametrize("figure", FLOORS)
def test_floor(table, figure):
    low = {name: row[figure] for name, row in table.items() if row[figure] < FLOORS[figure]}
    assert low == {}


def test_the_score_can_fail():
    quality = load()
    gold = {
        "documents": [
            {
                "title": "题",
                "subtitle": None,
                "credits": ["□记者 甲"],
                "paragraphs": [{"text": "一段。"}, {"text": "二段。"}],
            }
        ],
        "removed": ["相关阅读"],
    }
    bad = [{"title": None, "text": "一段。二段。\n相关阅读", "meta": {}}]
    assert set(quality.score(gold, bad).values()) == {0.0, 1.0}
    assert quality.score(gold, bad)["paragraphs"] == 0.0
    assert quality.score(gold, bad)["removed"] == 0.0
    good = [{"title": "题", "text": "一段。\n二段。", "meta": {"byline": ["□记者 甲"]}}]
    assert set(quality.score(gold, good).values()) == {1.0}
