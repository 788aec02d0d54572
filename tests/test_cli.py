"""The command line: stdout is data, stderr is talk, exit codes, and nothing moves the cursor."""

import json
import os
import pathlib
import re
import subprocess
import sys

import pytest

from cleaner.cli import cli, main
from cleaner.cli.terminal import safe
from cleaner.io.readers import MAX_CHARS
from cleaner.stages import ORDER
from cleaner.view import plots

SEEDS = pathlib.Path(__file__).parent.parent / "seeds"
STORY = "村里的小学建在山坡上，孩子们每天走三里路去上课，路旁开满了野花，老师在门口等着他们。"


def clean(
    *arguments: object, stdin: bytes = b"", **environment: str
) -> "subprocess.CompletedProcess[bytes]":
    code = "import sys; from cleaner.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    env = {**os.environ, **environment}
    return subprocess.run(command, input=stdin, capture_output=True, check=False, env=env)


@pytest.fixture
def page(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "page.txt"
    path.write_text(f"{STORY}\n\n\n\n{STORY[::-1]}\x1b[31m。\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_help_has_an_example(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--help"]) == 0
    said = capsys.readouterr().out
    assert "Example" in said
    assert f"clean {name}" in said


def test_help_and_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "_CLEAN_COMPLETE=bash_source" in capsys.readouterr().out
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("clean, version ")


def test_completion() -> None:
    done = clean(_CLEAN_COMPLETE="bash_source")
    assert b"complete -o nosort" in done.stdout


def test_the_default_length_is_the_readers() -> None:
    (option,) = [one for one in cli.commands["run"].params if one.name == "max_chars"]
    assert option.default == MAX_CHARS


# run


def test_run_talks_on_stderr(
    page: pathlib.Path, tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["run", str(page), "-o", str(tmp_path / "out")]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "1 files, " in said.err
    assert "1 kept" in said.err
    assert "written to" in said.err
    assert main(["run", str(page), "-o", str(tmp_path / "out"), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")


def test_run_reads_standard_input(tmp_path: pathlib.Path) -> None:
    record = json.dumps({"content": STORY, "key": "k"}).encode()
    flags = ("--text-field", "content", "--id-field", "key", "-q")
    plain = clean("run", "-", "-o", tmp_path / "a", stdin=STORY.encode())
    lines = clean("run", "-", "-o", tmp_path / "b", *flags, stdin=record + b"\n")
    assert (plain.returncode, lines.returncode) == (0, 0), lines.stderr.decode()
    first = json.loads((tmp_path / "a" / "corpus.jsonl").read_bytes())
    assert (first["id"], first["source"], first["text"]) == ("stdin", "stdin", STORY)


def test_quiet_is_quiet_without_plots_too(page, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(plots, "has_plots", lambda: False)
    flags = ["run", str(page), "-o", str(tmp_path / "out")]
    assert main([*flags, "-q"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(flags) == 0
    assert "tables instead of plots" in capsys.readouterr().err


def test_run_keeps_all(tmp_path: pathlib.Path) -> None:
    (tmp_path / "a.txt").write_text("短")
    out = tmp_path / "out"
    assert main(["run", str(tmp_path / "a.txt"), "-o", str(out), "-q", "--keep-all"]) == 0
    assert json.loads((out / "corpus.jsonl").read_bytes())["text"] == "短"


def test_a_stage_that_fails_is_told_of(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "failing_rules.py").write_text(
        "from cleaner.stage import Reject\n"
        "def mine(document):\n    document.text.index('村')\n"
        "MINE = Reject(mine, examples={}, keeps=[])\n"
    )
    (tmp_path / "clean.toml").write_text('extra = ["failing_rules:MINE"]\n')
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"{name}：码头工人清早卸下一船又一船的钢材。")
    sources = [str(tmp_path / f"{name}.txt") for name in "ab"]
    flags = ["--recipe", str(tmp_path / "clean.toml"), "-o", str(tmp_path / "out"), "-q"]
    told = (
        "warning: stages failed on {} documents, which were dropped: mine {} "
        "(dropped.jsonl says why)\n"
    )
    assert main(["run", *sources, *flags]) == 1
    assert capsys.readouterr() == ("", told.format("2 of 2", 2))
    figures = json.loads((tmp_path / "out" / "report.json").read_bytes())
    assert (figures["dropped"], figures["failed"]) == ({"mine": 2}, {"mine": 2})
    assert main(["run", *sources, *flags, "--dry-run"]) == 1
    assert told.format("2 of 2", 2) in capsys.readouterr().err
    (tmp_path / "c.txt").write_text(STORY)
    assert main(["run", *sources, str(tmp_path / "c.txt"), *flags]) == 0
    assert capsys.readouterr() == ("", told.format("2 of 3", 2))


@pytest.mark.parametrize("command", ["run", "dedup"])
def test_that_nothing_could_be_read_is_said_also_to_who_wants_no_talk(command, tmp_path, capsys):
    (tmp_path / "a.jsonl").write_text('{"id": "a", "content": "码头工人卸下一船钢材。"}\n')
    flags = [str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "out"), "-q"]
    assert main([command, *flags]) == 1
    assert capsys.readouterr().err == "warning: nothing could be read (dropped.jsonl says why)\n"
    assert (tmp_path / "out" / "dropped.jsonl").exists()
    assert main([command, *flags, "--text-field", "content"]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("flags", [("--within", "lang"), ("--prefer", "field:lang")])
def test_a_field_that_no_record_has_is_named(flags, tmp_path, capsys):
    path = tmp_path / "a.jsonl"
    record = '{"id": "a", "text": "码头工人卸下一船钢材。", "meta": {"language": "zh"}}\n'
    path.write_text(record, encoding="utf-8")
    command = ["dedup", str(path), "-o", str(tmp_path / "out"), "-q"]
    assert main([*command, *flags]) == 0
    said = "warning: no record has the field 'lang', which duplicates are asked for\n"
    assert capsys.readouterr().err == said
    figures = json.loads((tmp_path / "out" / "report.json").read_bytes())
    assert figures["missing_fields"] == ["lang"]
    assert main([*command, flags[0], flags[1] + "uage"]) == 0
    assert capsys.readouterr().err == ""
    path.write_text(record.replace("码头工人卸下一船钢材。", ""), encoding="utf-8")
    recipe = tmp_path / "r.toml"
    recipe.write_text('[duplicates]\nwithin = "language"\n')
    run = ["run", str(path), "-o", str(tmp_path / "none"), "-q", "--recipe", str(recipe)]
    assert main(run) == 0
    assert capsys.readouterr().err == ""  # it has one, but was dropped


FAILURES = [
    pytest.param(["run", "nowhere", "-o", "out"], 1, "nowhere: no such file or folder", id="path"),
    pytest.param(
        ["run", "empty", "-o", "out"], 1, "empty: no file to read here", id="empty-folder"
    ),
    pytest.param(["run", "page.txt", "-o", "full"], 1, "--force", id="foreign-output"),
    pytest.param(["run", "page.txt", "-o", "page.txt"], 1, "is a file", id="output-is-a-file"),
    pytest.param(["run", "bad.txt", "-o", "out", "--strict"], 1, "offset 0", id="strict"),
    pytest.param(["run", "page.txt"], 2, "Missing option '-o'", id="no-output"),
    pytest.param(["run", "-o", "out"], 2, "Missing argument 'SOURCE...'", id="no-source"),
    pytest.param(["rnu"], 2, "No such command", id="no-command"),
    pytest.param(["run", "page.txt", "-o", "out", "--off", "x"], 2, "no stage 'x'", id="off"),
    pytest.param(["run", "page.txt", "-o", "out", "--set", "x"], 2, "stage.option=value", id="set"),
    pytest.param(
        ["run", "page.txt", "-o", "out", "--recipe", "bad.toml"], 2, "not valid TOML", id="toml"
    ),
    pytest.param(
        ["run", "page.txt", "-o", "out", "--charset", "gb1803"], 2, "'gb18030'", id="charset"
    ),
    pytest.param(["explain", "page.txt", "--charset", "x"], 2, "no charset 'x'", id="explain-cs"),
    pytest.param(["explain", "nowhere"], 1, "no such file or folder", id="explain"),
    pytest.param(["explain", "bad.txt"], 1, "not UTF-8: byte 0xff at offset 0", id="explain-bad"),
    pytest.param(["explain", "page.txt", "--stage", "x"], 2, "no stage 'x'", id="explain-stage"),
    pytest.param(["stages", "blank-lines"], 2, "did you mean 'blank-line'?", id="stages"),
    pytest.param(["dedup", "nowhere", "-o", "out"], 1, "no such file or folder", id="dedup"),
    pytest.param(["dedup", "page.txt", "-o", "out", "--near", "x"], 2, "near 'x'", id="near"),
    pytest.param(["run", "page.txt", "-o", ""], 2, "the name after -o is empty", id="empty-output"),
    pytest.param(["run", "", "-o", "out"], 1, "'': no such file", id="empty-source"),
    pytest.param(
        ["run", "page.txt", "-o", "out", "--timeout", "nan"], 2, "no number", id="not-a-number"
    ),
    pytest.param(
        ["run", "full", "-o", "full", "--force"], 1, "full: is the output folder", id="itself"
    ),
    pytest.param(
        ["run", "page.txt", "-o", "out", "--charset", "x"], 2, "the usual ones are", id="charset-x"
    ),
    pytest.param(["run", "page.txt", "-o", "out", "--sample", "3"], 2, "--dry-run", id="sample"),
    pytest.param(["check", "page.txt"], 1, "page.txt: no corpus; `clean check` reads", id="check"),
    pytest.param(["text", "nowhere"], 2, "'nowhere': No such file", id="text"),
    pytest.param(["explain", "page.txt", "--id", "x"], 1, "page.txt: is a file", id="explain-id"),
    pytest.param(["model", "page.txt", "-o", ""], 1, "is a folder", id="model-no-name"),
    pytest.param(["model", "page.txt", "-o", "full"], 1, "is a folder", id="model-folder"),
    pytest.param(["model", "page.txt", "-o", "x/m"], 1, "x/m: there is no", id="model-nowhere"),
]


@pytest.fixture
def folder(page: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> pathlib.Path:
    """A folder to stand in, with a good page and all that is bad."""
    folder = page.parent
    monkeypatch.chdir(folder)
    (folder / "empty").mkdir()
    (folder / "full").mkdir()
    (folder / "full" / "thesis.doc").touch()
    (folder / "bad.txt").write_bytes(b"\xff\xff\xff")
    (folder / "bad.toml").write_text("off = [")
    return folder


@pytest.mark.parametrize(("arguments", "code", "said"), FAILURES)
def test_failures_say_what_and_where(
    arguments: list[str],
    code: int,
    said: str,
    folder: pathlib.Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(arguments) == code
    caught = capsys.readouterr()
    assert said in caught.err
    assert caught.out == ""
    assert "Traceback" not in caught.err
    assert not (folder / "out").exists()


def test_a_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "cleaner", "stages", "x"], capture_output=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"clean: no stage 'x'")


@pytest.mark.skipif(not pathlib.Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_below_stdout_is_told() -> None:
    command = [sys.executable, "-m", "cleaner", "stages"]
    with pathlib.Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(b"clean: standard output or a temporary file cannot be written")


def test_an_interrupt_is_130(
    page: pathlib.Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (page.parent / "cli_rules.py").write_text(
        "from cleaner.stage import Rewrite\n"
        "def stop(document):\n    raise KeyboardInterrupt\n"
        "STOP = Rewrite(stop, examples={}, keeps=[])\n"
    )
    (page.parent / "clean.toml").write_text('extra = ["cli_rules:STOP"]\n')
    monkeypatch.syspath_prepend(str(page.parent))
    out = page.parent / "out"
    recipe = str(page.parent / "clean.toml")
    assert main(["run", str(page), "-o", str(out), "--recipe", recipe]) == 130
    assert "interrupted" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize("arguments", [["stages"], ["explain", str(SEEDS), "--limit", "0"]])
def test_a_closed_pipe_is_no_error(arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    code = "import sys; from cleaner.cli import main; sys.exit(main())"
    with os.fdopen(writer, "wb") as closed:
        command = [sys.executable, "-c", code, *arguments]
        done = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


# explain, stages, text, dedup


def test_explain_shows_what_a_stage_did(
    page: pathlib.Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["explain", str(page)]) == 0
    said = capsys.readouterr().out
    assert "page.txt  " in said
    assert "blank-line  Delete blank lines" in said
    assert "\\x1b[31m" in said
    assert "\x1b" not in said
    assert main(["explain", str(page), "--stage", "blank-line"]) == 0
    said = capsys.readouterr().out
    assert "blank-line" in said
    assert "control-character" not in said


def test_explain_in_colour(page: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    for flag, is_coloured in (("--color", True), ("--no-color", False)):
        assert main(["explain", str(page), flag]) == 0
        said = capsys.readouterr().out
        assert ("\x1b[36m" in said) is is_coloured
        assert "\x1b[31m。" not in said  # the page's own colour is written out


def test_explain_takes_every_seed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", str(SEEDS)]) == 0
    said = capsys.readouterr().out
    assert all(f"seeds/{path.name}" in said for path in SEEDS.iterdir())
    assert "split by" in said


def test_stages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stages"]) == 0
    assert "blank-line" in capsys.readouterr().out
    assert main(["stages", "blank-line"]) == 0
    said = capsys.readouterr().out
    assert "examples" in said
    assert "left as they are" in said
    (file, line) = re.search(r"code: (cleaner/stages/lines\.py), line (\d+)", said).groups()
    code = (pathlib.Path(__file__).parent.parent / file).read_text(encoding="utf-8")
    assert code.split("\n")[int(line) - 1].startswith("def blank_line(")


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (
            "interleaved-columns",
            "not asked of text that was cleaned before. Asked only if a text was",
        ),
        ("jump-line", "\nShown the document "),
        ("html-tag", "\nIt judges a page: not asked of text that was cleaned before.\n"),
        (
            "trailing-space",
            "\nIt judges each line by itself: not asked again of lines that it left.\n",
        ),
    ],
)
def test_stages_say_of_which_texts_they_are_asked(
    stage: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["stages", stage]) == 0
    assert said in capsys.readouterr().out


def test_stages_that_are_off_say_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["stages"]) == 0
    lines = capsys.readouterr().out.splitlines()
    off = {line.split()[0] for line in lines if "off unless asked for" in line}
    assert off == {stage.name for stage in ORDER if not stage.on}
    assert main(["stages", "qq-number"]) == 0
    assert "off: --on qq-number, or --on privacy" in capsys.readouterr().out
    assert main(["explain", "-", "--on", "privacyy"]) == 2
    assert "did you mean 'privacy'?" in capsys.readouterr().err


def test_text() -> None:
    done = clean("text", stdin=f"\ufeff{STORY}\r\n\r\n".encode())
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, f"{STORY}\n", b"")
    done = clean("text", stdin=b"\xff\xff")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.startswith(b"clean: not UTF-8: byte 0xff at offset 0; no other charset fits")
    assert clean("text").stdout == b""
    for charset in ("gbk", "utf-16"):
        assert clean("text", stdin=STORY.encode(charset)).stdout.decode() == f"{STORY}\n"
    done = clean("text", "--charset", "utf-16-be", stdin="天".encode("utf-16-be"))
    assert done.stdout.decode() == "天\n"


def test_dedup(tmp_path: pathlib.Path, capsys: pytest.CaptureFixture[str]) -> None:
    records = [{"id": n, "text": STORY} for n in range(2)]
    path = tmp_path / "in.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records))
    assert main(["dedup", str(path), "-o", str(tmp_path / "out")]) == 0
    assert "dropped by  exact-duplicate 1" in capsys.readouterr().err
    kept = json.loads((tmp_path / "out" / "corpus.jsonl").read_bytes())
    assert kept == {"id": 0, "text": STORY, "cluster_size": 2}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;title\x07", "\\x1b]0;title\\x07"),
        ("a\rb\x9b31m", "a\\x0db\\x9b31m"),
        ("a\u202eb", "a\\u202eb"),
        ("汉\t字\n", "汉\t字\n"),
    ],
)
def test_controls_are_written_out(text: str, shown: str) -> None:
    assert safe(text) == shown
