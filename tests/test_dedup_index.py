"""An index of earlier runs: what it answers, and what it survives."""

import multiprocessing
import pathlib
import random

import orjson
import pytest
from dedup_texts import letters

from cleaner.cli import main
from cleaner.dedup import Deduplicator, Index, parse_near
from cleaner.dedup.index import MANIFEST, stats, verify
from cleaner.errors import InputError, OutputError, RecipeError

NEAR = parse_near("jaccard:0.8")


def dropped(folder: pathlib.Path, texts: list[str], near: str = "jaccard:0.8") -> dict[int, str]:
    """Hold texts against an index and add what stays: position -> the name of what is kept."""
    index = Index(folder, parse_near(near))
    engine = Deduplicator(near=near, index=index)
    for text in texts:
        engine.add(text)
    found = engine.resolve()
    start = len(index)
    staying = [text for at, text in enumerate(texts) if at not in found]
    names = [f"{folder.name}{start + at}" for at in range(len(staying))]
    index.add(engine.batch(names, staying))
    return {
        at: index.name(-1 - one.kept) if one.kept < 0 else str(one.kept)
        for at, one in found.items()
    }


def test_what_was_added_before_is_named(tmp_path):
    folder = tmp_path / "seen"
    assert dropped(folder, [letters(1), letters(2), "短"]) == {}
    again = [letters(3), letters(2) + "完", "短", letters(1)[:-2], letters(3)]
    assert dropped(folder, again) == {1: "seen1", 2: "seen2", 3: "seen0", 4: "0"}
    assert dropped(folder, [letters(3)]) == {0: "seen3"}
    assert stats(folder)[:2] == (4, 2)


@pytest.mark.parametrize("near", ["jaccard:0.8", "copy"])
def test_batches_drop_what_one_run_drops(tmp_path, near):
    draw = random.Random(1)
    texts = []
    for seed in range(60):
        text = letters(seed, draw.choice((3, 30, 120, 900)))
        texts += [text, text[: len(text) - draw.randrange(3)] + draw.choice(("", "完"))]
    whole = Deduplicator(near=near, prefer="first")
    for text in texts:
        whole.add(text)
    found = set()
    for at in range(0, len(texts), 20):
        batch = dropped(tmp_path / "seen", texts[at : at + 20], near)
        found |= {at + position for position in batch}
    # The longest of a batch is kept, the first of a run: as many go.
    assert len(found) == len(whole.resolve())


def test_compacting_changes_no_answer(tmp_path):
    folder = tmp_path / "seen"
    for seed in range(5):
        dropped(folder, [letters(seed), letters(seed + 100, 120)])
    Index(folder, NEAR).compact()
    assert stats(folder)[:2] == (10, 1)
    assert [path.name for path in folder.glob("segment-*")] == ["segment-000006"]
    assert list(verify(folder)) == []
    asked = [letters(3), letters(104, 120), letters(200)]
    assert dropped(folder, asked) == {0: "seen6", 1: "seen9"}


def test_other_parameters_are_refused(tmp_path):
    dropped(tmp_path / "seen", [letters(1)])
    with pytest.raises(InputError, match=r"made with near 'jaccard:0.8', asked with 'copy'"):
        Index(tmp_path / "seen", parse_near("copy"))
    with pytest.raises(InputError, match=r"within '', asked with 'source' \(--within\)"):
        Index(tmp_path / "seen", NEAR, "source")
    with pytest.raises(RecipeError, match="exact cannot be off"):
        Deduplicator(exact=False, index=Index(tmp_path / "new", NEAR))


def test_a_torn_file_is_named(tmp_path):
    folder = tmp_path / "seen"
    dropped(folder, [letters(1)])
    path = folder / "segment-000001" / "texts"
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(InputError, match=r"segment-000001/texts: 1799 bytes, not 1800: torn"):
        Index(folder, NEAR)
    path.write_bytes(path.read_bytes() + b"?")
    assert list(verify(folder)) == [f"{path}: other bytes than were written"]
    path.unlink()
    assert list(verify(folder)) == [f"{path}: missing"]


@pytest.mark.parametrize("manifest", [b"", b"[]", b'{"format": 1}', b'{"format": 9}'])
def test_a_manifest_that_is_none(tmp_path, manifest):
    (tmp_path / MANIFEST).write_bytes(manifest)
    with pytest.raises(InputError, match=MANIFEST):
        Index(tmp_path, NEAR)


def test_a_folder_that_is_none(tmp_path):
    (tmp_path / "letter.txt").write_text("亲爱的")
    with pytest.raises(InputError, match="no index"):
        Index(tmp_path, NEAR)
    with pytest.raises(InputError, match="is a file"):
        Index(tmp_path / "letter.txt", NEAR)


def test_nothing_is_added_where_the_body_fails(tmp_path):
    folder = tmp_path / "seen"
    dropped(folder, [letters(1)])
    index = Index(folder, NEAR)
    engine = Deduplicator(near="jaccard:0.8", index=index)
    engine.add(letters(2))
    engine.resolve()
    with pytest.raises(ValueError, match="output"), index.adding(engine.batch(["b"], [letters(2)])):
        raise ValueError("the output could not be finished")
    assert len(Index(folder, NEAR)) == 1
    assert [path.name for path in folder.iterdir() if path.is_dir()] == ["segment-000001"]


def test_a_full_disk_leaves_the_index_as_it_was(tmp_path, monkeypatch):
    folder = tmp_path / "seen"
    dropped(folder, [letters(1)])

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="nothing was added: No space left on device"):
        dropped(folder, [letters(2)])
    monkeypatch.undo()
    assert dropped(folder, [letters(1), letters(2)]) == {0: "seen0"}


def _hold(folder, ready, done):
    index = Index(folder, NEAR)
    engine = Deduplicator(near="jaccard:0.8", index=index)
    engine.add(letters(5))
    engine.resolve()
    with index.adding(engine.batch(["x"], [letters(5)])):
        ready.set()
        done.wait(30)


def test_a_second_writer_is_told(tmp_path):
    folder = tmp_path / "seen"
    dropped(folder, [letters(1)])
    context = multiprocessing.get_context("spawn")
    ready, done = context.Event(), context.Event()
    first = context.Process(target=_hold, args=(folder, ready, done))
    first.start()
    assert ready.wait(30)
    with pytest.raises(OutputError, match="another process is adding to this index"):
        dropped(folder, [letters(2)])
    done.set()
    first.join()
    # What the other has added meanwhile is not lost.
    assert dropped(folder, [letters(2), letters(5)]) == {1: "x"}


def test_the_command_line(tmp_path, capsys):
    corpus, more, seen = tmp_path / "a.jsonl", tmp_path / "b.jsonl", tmp_path / "seen"
    corpus.write_bytes(
        b"".join(orjson.dumps({"id": f"a{k}", "text": letters(k)}) + b"\n" for k in range(3))
    )
    more.write_bytes(b"".join(orjson.dumps({"text": letters(k)}) + b"\n" for k in range(2, 5)))
    assert main(["index", "add", str(seen), str(corpus), "-q"]) == 0
    assert main(["dedup", str(more), "-o", str(tmp_path / "out"), "--index", str(seen), "-q"]) == 0
    (line,) = (tmp_path / "out" / "dropped.jsonl").read_bytes().splitlines()
    assert orjson.loads(line)["dropped"]["kept"] == "a2"
    # Every document is known now, by its place where it has no id.
    again = ["dedup", str(more), "-o", str(tmp_path / "again"), "--index", str(seen), "-q"]
    assert main(again) == 0
    kept = [
        orjson.loads(line)["dropped"]["kept"]
        for line in (tmp_path / "again" / "dropped.jsonl").read_bytes().splitlines()
    ]
    assert kept == ["a2", "b.jsonl:2", "b.jsonl:3"]
    capsys.readouterr()
    assert main(["index", "stats", str(seen)]) == 0
    assert capsys.readouterr().out.startswith("5 documents in 2 segments")
    assert main(["index", "compact", str(seen)]) == 0
    assert main(["index", "verify", str(seen)]) == 0
    assert "5 documents, nothing damaged" in capsys.readouterr().out
    assert main(["index", "stats", str(tmp_path / "none")]) == 1
    assert "no index; `clean index add` makes one" in capsys.readouterr().err
    wrong = ["index", "add", str(seen), str(corpus), "-q", "--text-field", "body"]
    assert main(wrong) == 1  # it would have added nothing without a word
    assert "nothing could be read" in capsys.readouterr().err
