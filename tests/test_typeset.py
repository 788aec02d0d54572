"""The benchmark that typesets the seeds anew: alike for one seed, and silent about no gap."""

import importlib
import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def benchmark(monkeypatch):
    monkeypatch.syspath_prepend(BENCHMARKS)
    yield importlib.import_module
    for name in [name for name, found in sys.modules.items() if is_benchmark(found)]:
        del sys.modules[name]


def is_benchmark(module):
    return Path(getattr(module, "__file__", None) or "/").parent == BENCHMARKS


def test_a_seed_makes_the_same_pages(benchmark):
    made = benchmark("typeset_pages")
    assert list(made.pages(2, seed=3)) == list(made.pages(2, seed=3))


def test_a_seed_sets_the_same_sheets(benchmark):
    made = benchmark("typeset_print")
    assert list(made.sheets(2, seed=3)) == list(made.sheets(2, seed=3))


def test_what_is_not_installed_is_named(benchmark, monkeypatch, tmp_path):
    made = benchmark("typeset_print")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert not list(made.printed(1, seed=1))
    assert made.lacking("ocr").startswith("no pdftotext, no pdftoppm, no tesseract, no Chromium")


def test_a_misread_paragraph_is_taken_for_its_answer(benchmark):
    """Synthetic: one character in twenty is wrong, spaces stand between."""
    wanted = "老粮站空了二十多年，墙皮掉了一地。"
    gold = {"documents": [{"title": None, "paragraphs": [{"text": wanted}]}]}
    read = [{"title": None, "text": "老 粮站空了二十多午，墙皮掉了一地。\n全县今年新修水塔六座。"}]
    assert benchmark("typeset").likened(gold, read)[0]["text"] == (
        "老粮站空了二十多年，墙皮掉了一地。\n全县今年新修水塔六座。"
    )
