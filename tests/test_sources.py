"""What names of files say: which are records, and what is told of those that are not read."""

import json
import pathlib

import pytest

from cleaner.errors import InputError
from cleaner.io.sources import Skipped, Source, find_sources, skipped, told_skipped
from cleaner.run import run

STORY = "昨天上午，全市农村公路养护工作会议在市政府礼堂召开，各县区负责人参加。"


@pytest.mark.parametrize(
    ("name", "is_records"),
    [
        ("a.jsonl", True),
        ("a.ndjson", True),
        ("a.jl.gz", True),
        ("a.JSON", True),
        ("c4-train.00000-of-01024.json.gz", True),
        ("a.txt", False),
        ("a.json.txt", False),
        ("ajson", False),
        ("a.geojson", False),
    ],
)
def test_which_names_are_records(name: str, is_records: bool) -> None:
    assert Source(None, name, 0).holds_records is is_records


def test_json_is_read_where_it_is_named(tmp_path: pathlib.Path) -> None:
    """In a folder it is more often what a program keeps there than a corpus."""
    lines = [json.dumps({"id": name, "text": f"{name}{STORY}"}) for name in "甲乙"]
    for name in ("one.json", "two.ndjson", "package.json"):
        (tmp_path / name).write_text("\n".join(lines), "utf-8")
    assert [one.name for one in find_sources([str(tmp_path)]).sources] == [
        f"{tmp_path.name}/two.ndjson"
    ]
    ran = run([str(tmp_path / "one.json")], tmp_path / "out")
    assert ran.figures["documents"]["in"] == 2
    assert "read" not in ran.figures["dropped"]


@pytest.mark.parametrize("data", ['[{"text": "a"}]', '[\n {\n  "text": "a"\n }\n]'])
def test_json_that_is_no_jsonl_is_listed(data: str, tmp_path: pathlib.Path) -> None:
    (tmp_path / "one.json").write_text(data, "utf-8")
    ran = run([str(tmp_path / "one.json")], tmp_path / "out")
    assert ran.figures["documents"]["kept"] == 0
    assert set(ran.figures["dropped"]) == {"read"}


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a/b.zip", ".zip"),
        ("b.PDF", ".pdf"),
        ("b.7z", ".7z"),
        ("x.tar.gz", ".tar.gz"),
        ("v1.2.gz", ".gz"),
        ("v1.2", ""),
        ("part-0.00001", ""),
        ("README", ""),
        ("a.b/README", ""),
        ("a name. and a sentence", ""),
        ("a.名", ""),
    ],
)
def test_what_is_said_of_a_file_that_is_not_read(name: str, ending: str) -> None:
    assert skipped(name) == Skipped(ending)


def test_the_commonest_endings_are_told() -> None:
    many = {".zip": 1200, ".json": 3, ".a": 1, ".b": 1, ".c": 1, ".d": 1, "": 5}
    said = "1,212 files with other names: .zip 1,200, .json 3, .a 1, .b 1, .c 1"
    assert told_skipped(many) == said
    assert told_skipped({"": 1}) == "1 file with other names"


def test_a_folder_of_other_files_says_which(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"x")
    with pytest.raises(InputError, match=r"\(1 file with other names: \.zip 1\)"):
        find_sources([str(tmp_path)])


def test_the_report_has_the_endings_that_were_not_read(tmp_path: pathlib.Path) -> None:
    for name in ("a.txt", "b.zip", "c.zip", "README"):
        (tmp_path / name).write_text(STORY, "utf-8")
    read = run([str(tmp_path)], tmp_path / "out").figures["input"]
    assert read["skipped"] == 3
    assert read["skipped_endings"] == {"": 1, ".zip": 2}
