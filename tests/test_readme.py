"""README says nothing that its commands do not do."""

import doctest
import pathlib
import re
import shlex

import pytest
from click.testing import CliRunner

from cleaner import clean_text
from cleaner.cli import cli

ROOT = pathlib.Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def block(name: str) -> str:
    found = re.search(rf"<!-- {name} -->\n```\w*\n(.*?)```", README, re.DOTALL)
    assert found
    return found.group(1)


def test_before_becomes_after() -> None:
    assert clean_text(block("before")) == block("after").rstrip("\n")


def test_python_examples() -> None:
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert (failed, tried > 3) == (0, True)


def test_commands(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "eval.jsonl").write_text('{"question": "下列哪一项最符合作者的原意？"}\n')
    monkeypatch.chdir(tmp_path)
    commands = [
        line.partition("#")[0].strip()
        for shell in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
        for line in shell.splitlines()
        if line.startswith("clean ")
    ]
    assert len(commands) >= 8
    for line in commands:
        command, _, source = line.partition(" < ")
        given = pathlib.Path(source.strip()).read_bytes() if source else None
        result = CliRunner().invoke(cli, shlex.split(command)[1:], input=given)
        assert result.exit_code == 0, f"{command}: {result.output}"
    again = pathlib.Path("again/corpus.jsonl").read_bytes()
    assert again == pathlib.Path("out/corpus.jsonl").read_bytes()
