"""Whole runs: nothing is lost, the same input gives the same bytes, failures cost one document."""

import json
import os
import pathlib
import subprocess
import sys

import pytest
from written import PROMISED, contents, lines

from cleaner.errors import InputError, OutputError, StageError
from cleaner.recipe import Duplicates, Recipe
from cleaner.run import Ran, Settings, deduplicate, run

SEEDS = pathlib.Path(__file__).parent.parent / "seeds"

# Synthetic; long enough for the quality stages, and alike in nothing.
STORY = "村里的小学建在山坡上，孩子们每天走三里路去上课，路旁开满了野花，老师在门口等着他们。"
OTHER = "码头工人清早卸下一船又一船的钢材，吊车的臂膀在雾中起落，调度员用对讲机报出每一个数字。"

# Stages that fail on, divide or stop at documents with their mark.
MODULE = '''
from cleaner.document import Note, Piece, Span
from cleaner.stage import Rewrite, Split

def boom(document):
    """Fail."""
    if "炸" in document.text:
        raise ValueError("no such luck")
    return ()

def unwritable(document):
    """Note what JSON cannot hold."""
    yield Note("thing", object())

def stop(document):
    """Be interrupted."""
    raise KeyboardInterrupt

def halves(document):
    """Divide in two."""
    half = len(document.text) // 2
    if "裂" in document.text:
        yield Piece(((Span(0, half),),))
        yield Piece(((Span(half, len(document.text)),),))

BOOM = Rewrite(boom, examples={}, keeps=[])
UNWRITABLE = Rewrite(unwritable, examples={}, keeps=[])
STOP = Rewrite(stop, examples={}, keeps=[])
HALVES = Split(halves, examples={}, keeps=[])
'''


@pytest.fixture
def extra(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "run_rules.py").write_text(MODULE)
    monkeypatch.syspath_prepend(str(tmp_path / "lib"))
    return "run_rules"


def put(folder: pathlib.Path, **files: str) -> str:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return str(folder)


def ids(folder: pathlib.Path, name: str) -> list[str]:
    return [line["id"] for line in lines(folder, name)]


def balanced(ran: Ran) -> bool:
    """in + born = kept + dropped + split, as counted and as written."""
    counts = ran.figures["documents"]
    written = {
        "kept": len(lines(ran.folder, "corpus")),
        "dropped": len(lines(ran.folder, "dropped")),
        "split": len(lines(ran.folder, "split")),
        "born": sum(len(line["children"]) for line in lines(ran.folder, "split")),
    }
    assert {key: counts[key] for key in written} == written
    return bool(
        counts["in"] + counts["born"] == counts["kept"] + counts["dropped"] + counts["split"]
    )


# What is promised


@pytest.mark.parametrize("keep_all", [False, True])
def test_nothing_is_lost(keep_all: bool, tmp_path: pathlib.Path) -> None:
    bad = put(tmp_path / "bad", a=STORY, b=STORY, c="", d="短")
    (tmp_path / "bad" / "e.jsonl").write_bytes(b'{"text":"x"}\n{"text\n\xff\n')
    ran = run([str(SEEDS), bad], tmp_path / "out", Recipe(keep_all=keep_all))
    assert balanced(ran)
    assert ran.figures["documents"]["in"] == 5 + 4 + 3
    everyone = [*ids(tmp_path / "out", "corpus"), *ids(tmp_path / "out", "dropped")]
    everyone += ids(tmp_path / "out", "split")
    assert len(set(everyone)) == len(everyone)


def test_an_own_output_comes_out_byte_for_byte(tmp_path: pathlib.Path) -> None:
    copies = put(tmp_path / "copies", a=STORY, b=STORY, c=STORY)
    run([str(SEEDS), copies], tmp_path / "one")
    run([str(tmp_path / "one")], tmp_path / "two")
    once, twice = contents(tmp_path / "one"), contents(tmp_path / "two")
    assert once["corpus.jsonl"] == twice["corpus.jsonl"]
    assert b"cluster_size" in once["corpus.jsonl"]
    assert twice["dropped.jsonl"] == twice["split.jsonl"] == twice["edits.jsonl"] == b""


def test_an_output_without_its_timings_is_one(tmp_path: pathlib.Path) -> None:
    run([put(tmp_path / "in", a=STORY)], tmp_path / "one")
    (tmp_path / "one" / "run.json").unlink()  # as .gitignore leaves it
    run([str(tmp_path / "one")], tmp_path / "two")
    assert ids(tmp_path / "two", "corpus") == ["in/a.txt"]
    before = contents(tmp_path / "one")
    run([str(tmp_path / "in")], tmp_path / "one")
    assert {name: contents(tmp_path / "one")[name] for name in before} == before


def test_the_hash_seed_does_not_matter(tmp_path: pathlib.Path) -> None:
    code = "import sys; from cleaner.run import run; run([sys.argv[1]], sys.argv[2])"
    for seed in ("0", "1"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", code, str(SEEDS), str(tmp_path / seed)]
        subprocess.run(command, check=True, env=environment)
    zero, one = contents(tmp_path / "0"), contents(tmp_path / "1")
    assert {name: zero[name] for name in PROMISED} == {name: one[name] for name in PROMISED}


def test_no_absolute_path_goes_out(tmp_path: pathlib.Path) -> None:
    source = put(tmp_path / "in", a=STORY, b="")
    (tmp_path / "in" / "c.txt").symlink_to(tmp_path / "nowhere")
    run([source], tmp_path / "out")
    assert all(str(tmp_path).encode() not in data for data in contents(tmp_path / "out").values())


def test_a_record_is_as_documented(tmp_path: pathlib.Path) -> None:
    run([put(tmp_path / "in", a=STORY)], tmp_path / "out")
    (record,) = lines(tmp_path / "out", "corpus")
    assert list(record) == ["schema", "id", "source", "title", "text", "meta"]
    assert (record["schema"], record["id"], record["source"]) == (1, "in/a.txt", "in/a.txt")
    assert record["text"] == STORY
    assert list(record["meta"]) == sorted(record["meta"])


def test_without_edits_no_old_edits_stay(tmp_path: pathlib.Path) -> None:
    source = put(tmp_path / "in", a=STORY)
    run([source], tmp_path / "out")
    assert "edits.jsonl" in contents(tmp_path / "out")
    run([source], tmp_path / "out", settings=Settings(edits=False))
    assert "edits.jsonl" not in contents(tmp_path / "out")


# Duplicates


def test_duplicates_name_what_stays(tmp_path: pathlib.Path) -> None:
    source = put(tmp_path / "in", a=OTHER, b=STORY, c=STORY)
    ran = run([source], tmp_path / "out")
    assert balanced(ran)
    kept = {line["id"]: line.get("cluster_size") for line in lines(tmp_path / "out", "corpus")}
    assert kept == {"in/a.txt": None, "in/b.txt": 2}
    (dropped,) = lines(tmp_path / "out", "dropped")
    assert (dropped["id"], dropped["text"]) == ("in/c.txt", STORY)
    assert dropped["dropped"]["stage"] == "exact-duplicate"
    assert dropped["dropped"]["kept"] == "in/b.txt"


def test_what_stood_for_several_counts_as_several(tmp_path: pathlib.Path) -> None:
    run([put(tmp_path / "in", a=STORY, b=STORY)], tmp_path / "one")
    run([put(tmp_path / "more", c=STORY), str(tmp_path / "one")], tmp_path / "two")
    (record,) = lines(tmp_path / "two", "corpus")
    assert record["cluster_size"] == 3


def test_keep_all_drops_nothing(tmp_path: pathlib.Path) -> None:
    ran = run(
        [put(tmp_path / "in", a=STORY, b=STORY, c="短")], tmp_path / "out", Recipe(keep_all=True)
    )
    assert ran.figures["documents"]["kept"] == 3
    assert all("cluster_size" not in line for line in lines(tmp_path / "out", "corpus"))


def test_deduplicate_passes_records_on(tmp_path: pathlib.Path) -> None:
    records = [
        {"id": 1, "text": STORY, "pair": 1, "x": {"b": 1, "a": None}},
        {"id": 2, "text": STORY, "pair": 1},
        {"id": 3, "text": STORY, "pair": 2},
    ]
    data = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in records)
    (tmp_path / "in.jsonl").write_text(data + "{\n", encoding="utf-8")
    ran = deduplicate([str(tmp_path / "in.jsonl")], tmp_path / "out", Duplicates(within="pair"))
    kept = lines(tmp_path / "out", "corpus")
    assert kept == [{**records[0], "cluster_size": 2}, records[2]]
    assert list(kept[0]["x"]) == ["b", "a"]
    bad, dropped = lines(tmp_path / "out", "dropped")
    assert bad["dropped"]["stage"] == "read"
    assert (dropped["id"], dropped["dropped"]["kept"]) == (2, "1")
    assert balanced(ran)


# Failures


def test_a_bad_line_is_listed_with_file_and_line(tmp_path: pathlib.Path) -> None:
    (tmp_path / "in.jsonl").write_text(f'{{"text":"{STORY}"}}\n{{"text":"\\ud800"\n')
    run([str(tmp_path / "in.jsonl")], tmp_path / "out")
    (bad,) = lines(tmp_path / "out", "dropped")
    assert (bad["id"], bad["source"], bad["text"]) == ("in.jsonl:2", "in.jsonl", None)
    assert bad["dropped"]["evidence"]["line"] == 2
    assert ids(tmp_path / "out", "corpus") == ["in.jsonl:1"]


def test_strict_stops_and_leaves_the_earlier_output(tmp_path: pathlib.Path) -> None:
    run([put(tmp_path / "in", a=STORY)], tmp_path / "out")
    before = contents(tmp_path / "out")
    (tmp_path / "in" / "b.txt").write_bytes(b"\xff\xff")
    with pytest.raises(InputError, match=r"in/b\.txt: not UTF-8: byte 0xff at offset 0"):
        run([str(tmp_path / "in")], tmp_path / "out", settings=Settings(strict=True))
    assert contents(tmp_path / "out") == before


def test_a_failing_stage_costs_the_document(extra: str, tmp_path: pathlib.Path) -> None:
    source = put(tmp_path / "in", a=OTHER, b=f"{STORY}炸")
    recipe = Recipe(extra=(f"{extra}:BOOM",))
    assert balanced(run([source], tmp_path / "out", recipe))
    (dropped,) = lines(tmp_path / "out", "dropped")
    assert dropped["dropped"]["stage"] == "boom"
    assert "in/b.txt: stage boom: ValueError('no such luck')" in dropped["dropped"]["reason"]
    assert dropped["text"] == f"{STORY}炸"
    with pytest.raises(StageError, match="no such luck"):
        run([source], tmp_path / "strict", recipe, Settings(strict=True))
    assert not (tmp_path / "strict").exists()


def test_what_json_cannot_hold_costs_the_document(extra: str, tmp_path: pathlib.Path) -> None:
    ran = run(
        [put(tmp_path / "in", a=STORY)], tmp_path / "out", Recipe(extra=(f"{extra}:UNWRITABLE",))
    )
    assert balanced(ran)
    (dropped,) = lines(tmp_path / "out", "dropped")
    assert "cannot be written as JSON" in dropped["dropped"]["reason"]


def test_an_interrupted_run_leaves_the_earlier_output(extra: str, tmp_path: pathlib.Path) -> None:
    source = put(tmp_path / "in", a=STORY)
    run([source], tmp_path / "out")
    before = contents(tmp_path / "out")
    with pytest.raises(KeyboardInterrupt):
        run([source], tmp_path / "out", Recipe(extra=(f"{extra}:STOP",)))
    assert contents(tmp_path / "out") == before


def test_ids_of_articles_are_unique(extra: str, tmp_path: pathlib.Path) -> None:
    records = [("p#1", OTHER), ("p", f"{STORY}裂{OTHER}"), ("p", OTHER)]
    data = "".join(json.dumps({"id": name, "text": text}) + "\n" for name, text in records)
    (tmp_path / "in.jsonl").write_text(data)
    recipe = Recipe(
        only=("halves",), extra=(f"{extra}:HALVES",), duplicates=Duplicates("off", exact=False)
    )
    assert balanced(run([str(tmp_path / "in.jsonl")], tmp_path / "out", recipe))
    assert ids(tmp_path / "out", "corpus") == ["p#1", "p#1~2", "p#2", "p~2"]
    (split,) = lines(tmp_path / "out", "split")
    assert split["children"] == ["p#1~2", "p#2"]


def test_an_output_is_not_made_from_itself(tmp_path: pathlib.Path) -> None:
    run([put(tmp_path / "in", a=STORY)], tmp_path / "out")
    with pytest.raises(OutputError, match=r"holds the source corpus\.jsonl"):
        run([str(tmp_path / "out" / "corpus.jsonl")], tmp_path / "out")


def test_progress_adds_up(tmp_path: pathlib.Path) -> None:
    seen: list[tuple[int, int]] = []
    settings = Settings(progress=lambda read, total: seen.append((read, total)))
    ran = run([put(tmp_path / "in", a=STORY, b=OTHER)], tmp_path / "out", settings=settings)
    size = sum(path.stat().st_size for path in (tmp_path / "in").iterdir())
    assert sum(read for read, _ in seen) == size == ran.figures["input"]["bytes"]
    assert {total for _, total in seen} == {size}
