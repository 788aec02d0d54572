"""The source texts come back from an output's own files."""

import pathlib

import pytest

from cleaner import InputError, Recipe, rebuild
from cleaner.run import Settings, run

SEEDS = pathlib.Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize("keep_all", [False, True])
def test_all_seeds_are_rebuilt(keep_all: bool, tmp_path: pathlib.Path) -> None:
    run([str(SEEDS)], tmp_path / "out", Recipe(keep_all=keep_all))
    wanted = {f"seeds/{path.name}": path.read_bytes().decode() for path in SEEDS.iterdir()}
    assert rebuild(tmp_path / "out") == wanted


def test_what_was_dropped_is_rebuilt(tmp_path: pathlib.Path) -> None:
    texts = {"a": "短", "b": "\r\n\r\n", "c": "今天\x00天气很好，我们去公园。" * 9, "d": ""}
    for name in ("a", "b", "c", "d"):
        (tmp_path / f"{name}.txt").write_bytes(texts[name].encode())
    (tmp_path / "c2.txt").write_bytes(texts["c"].encode())
    run([str(tmp_path / "*.txt")], tmp_path / "out")
    wanted = {f"{name}.txt": texts[name] for name in ("a", "b", "c")} | {"c2.txt": texts["c"]}
    assert rebuild(tmp_path / "out") == wanted


def test_a_folder_that_is_no_output(tmp_path: pathlib.Path) -> None:
    with pytest.raises(InputError, match=r"nowhere: no such folder; name what `clean run` wrote"):
        rebuild(tmp_path / "nowhere")
    with pytest.raises(InputError, match="not an output of `clean run`"):
        rebuild(tmp_path)


def test_without_edits_nothing_is_rebuilt(tmp_path: pathlib.Path) -> None:
    run([str(SEEDS)], tmp_path / "out", settings=Settings(edits=False))
    with pytest.raises(InputError, match=r"no edits\.jsonl here; run again without --no-edits"):
        rebuild(tmp_path / "out")


# Synthetic stages that do everything that can be done to a text.
MODULE = '''
from cleaner.document import Edit, Piece, Span
from cleaner.stage import Arrange, Rewrite, Split

def swap(document):
    """Put the second half first."""
    half = len(document.text) // 2
    yield Span(half, len(document.text))
    yield Span(0, half)

def pages(document):
    """Divide at the pages' marks, out of order, with a title and something left over."""
    at = document.text.find("页")
    if at > 0:
        yield Piece(((Span(at + 3, len(document.text)),),), (("title", Span(at + 1, at + 3)),))
        yield Piece(((Span(at // 2, at),), (Span(0, at // 2),)))

def lines(document):
    """Divide again."""
    at = document.text.find("。")
    if 0 < at < len(document.text) - 1:
        yield Piece(((Span(0, at),),))
        yield Piece(((Span(at + 1, len(document.text)),),))

def vowel(document):
    """Double one character, delete another, keep a third."""
    for place, char in enumerate(document.text):
        if char == "一":
            yield Edit(place, "一", "一一")
        elif char == "二":
            yield Edit(place, "二", "")
        elif char == "三":
            yield Edit(place, "三", "", field="byline")

SWAP = Arrange(swap, examples={}, keeps=[])
PAGES = Split(pages, examples={}, keeps=[])
LINES = Split(lines, examples={}, keeps=[])
VOWEL = Rewrite(vowel, examples={}, keeps=[])
'''


def test_everything_that_a_stage_can_do_is_rebuilt(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "rebuild_rules.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path / "lib"))
    text = "零一二三四页五六七。八九十百千万亿兆一二三。甲乙丙丁一二\n三戊己。"
    (tmp_path / "in.txt").write_text(text, encoding="utf-8")
    names = ("SWAP", "PAGES", "LINES", "VOWEL")
    recipe = Recipe(
        only=tuple(name.lower() for name in names),
        extra=tuple(f"rebuild_rules:{name}" for name in names),
    )
    ran = run([str(tmp_path / "in.txt")], tmp_path / "out", recipe)
    assert (ran.figures["documents"]["split"], ran.figures["documents"]["dropped"]) == (3, 0)
    assert set(ran.figures["stages"]) == {"swap", "vowel"}
    assert rebuild(tmp_path / "out") == {"in.txt": text}
