"""Output folders: whole, or plainly unfinished, and never in another's place."""

import os
import pathlib

import pytest

from cleaner.errors import OutputError
from cleaner.io.writers import Output, check_folder, write_whole


def test_an_output_appears_whole(tmp_path: pathlib.Path) -> None:
    with Output(tmp_path / "out") as output:
        for name in ("corpus.jsonl", "run.json"):
            output.open(name).write(b"{}\n")
        assert not (tmp_path / "out" / "corpus.jsonl").exists()
        output.finish()
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "corpus.jsonl",
        "run.json",
    ]


def test_a_failed_output_leaves_nothing(tmp_path: pathlib.Path) -> None:
    with pytest.raises(RuntimeError), Output(tmp_path / "a" / "out") as output:  # noqa: PT012
        output.open("corpus.jsonl").write(b"{}\n")
        raise RuntimeError
    assert not (tmp_path / "a" / "out").exists()


def test_what_a_killed_run_left_is_taken_away(tmp_path: pathlib.Path) -> None:
    (tmp_path / ".partial-corpus.jsonl").write_bytes(b"half")
    check_folder(tmp_path)
    with Output(tmp_path) as output:
        output.open("run.json").write(b"{}")
        output.finish()
    assert [path.name for path in tmp_path.iterdir()] == ["run.json"]


def test_a_foreign_folder_is_refused(tmp_path: pathlib.Path) -> None:
    (tmp_path / "thesis.doc").write_bytes(b"years of work")
    with pytest.raises(OutputError, match=r"not empty and not an earlier output.*--force"):
        check_folder(tmp_path)
    check_folder(tmp_path, force=True)
    with pytest.raises(OutputError, match="is a file"):
        check_folder(tmp_path / "thesis.doc")


@pytest.mark.parametrize("name", ["file/out", "长" * 100], ids=["below a file", "too long a name"])
def test_a_folder_that_cannot_be_made_is_named(name: str, tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(OutputError, match=rf"{name}: cannot be written into: .*; name another"):
        Output(tmp_path / name)


def test_a_file_is_whole_or_stays_as_it_was(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "figures.json"
    write_whole(path, b"first")
    (tmp_path / ".figures.json.partial").mkdir()
    with pytest.raises(OutputError, match=r"figures\.json: cannot be written: Is a directory"):
        write_whole(path, b"second")
    assert path.read_bytes() == b"first"


def test_a_pipe_is_written_as_it_is() -> None:
    reader, writer = os.pipe()
    write_whole(pathlib.Path(f"/dev/fd/{writer}"), b"figures")
    os.close(writer)
    assert os.read(reader, 100) == b"figures"
    os.close(reader)
