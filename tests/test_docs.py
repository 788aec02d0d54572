"""README and the pages of the documentation say nothing that their commands do not do."""

import doctest
import pathlib
import re
import shlex

import orjson
import pytest
from click.testing import CliRunner

from cleaner import clean_text
from cleaner.cases import faults
from cleaner.cli import cli
from cleaner.figures import table
from cleaner.recipe import load_stage

ROOT = pathlib.Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("README*.md"), *ROOT.glob("docs/*.md")])
FENCED = re.DOTALL | re.MULTILINE
EVALUATION = '{"question": "下列哪一项最符合作者的原意？"}\n'


def shown(page: pathlib.Path, language: str) -> str:
    """All blocks of a page in a language, one after the other."""
    text = page.read_text(encoding="utf-8")
    return "".join(re.findall(rf"^```{language}\n(.*?)^```", text, FENCED))


def commands(page: pathlib.Path) -> list[str]:
    lines = (line.partition(" #")[0].strip() for line in shown(page, "sh").splitlines())
    return [line for line in lines if line.startswith("clean ")]


# The examples of README.zh.md are those of README.md: a test says so.
OWN = [page for page in PAGES if page.name != "README.zh.md"]
WITH_COMMANDS = [page for page in OWN if commands(page)]
WITH_PYTHON = [page for page in OWN if ">>> " in shown(page, "python")]


def files(page: pathlib.Path) -> dict[str, str]:
    """The blocks that begin with the name of the file that they are."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"^```(?:python|toml)\n# (\w+\.(?:py|toml))\n(.*?)^```", text, FENCED)
    return dict(blocks)


def test_the_pages_have_examples() -> None:
    assert {"myrules.py", "paper.toml"} <= {*files(ROOT / "docs" / "own-rules.md")}
    assert {"README.md", "tutorial.md", "gate.md"} <= {page.name for page in WITH_COMMANDS}
    assert {"README.md", "tutorial.md", "script.md"} <= {page.name for page in WITH_PYTHON}


def test_both_readmes_have_the_same_examples_and_figures() -> None:
    ours, theirs = ROOT / "README.md", ROOT / "README.zh.md"
    assert commands(ours) == commands(theirs)
    assert [shown(ours, one) for one in ("python", "toml")] == [
        shown(theirs, one) for one in ("python", "toml")
    ]
    tables = [
        re.findall(
            r"^(<!-- (?:quality|typeset) -->\n(?:\|.*\n)+)", page.read_text("utf-8"), re.MULTILINE
        )
        for page in (ours, theirs)
    ]
    assert len(tables[0]) == 2
    assert tables[0] == tables[1]
    links = [set(re.findall(r"\]\(([^)]+)\)", page.read_text("utf-8"))) for page in (ours, theirs)]
    assert links[0] - {"README.zh.md"} == links[1] - {"README.md"}


def test_the_tutorial_shows_the_figures_of_the_seeds() -> None:
    figures = orjson.loads((ROOT / "data" / "clean" / "report.json").read_bytes())
    told = shown(ROOT / "docs" / "tutorial.md", "text").splitlines()
    assert len(told) > 6
    wanted = {" ".join(line.split()) for line in table(figures, 1).splitlines()}
    assert [line for line in told if " ".join(line.split()) not in wanted] == ["..."]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_before_becomes_after(page: pathlib.Path) -> None:
    text = page.read_text(encoding="utf-8")
    pairs = re.findall(
        r"<!-- before -->\n```text\n(.*?)```.*?<!-- after -->\n```text\n(.*?)```", text, re.DOTALL
    )
    assert len(pairs) >= page.name.startswith("README")
    for before, after in pairs:
        assert clean_text(before) == after.rstrip("\n")


@pytest.mark.parametrize("page", sorted({*WITH_COMMANDS, *WITH_PYTHON}), ids=lambda page: page.name)
def test_examples(
    page: pathlib.Path, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    (tmp_path / "eval.jsonl").write_text(EVALUATION, encoding="utf-8")
    for name, said in files(page).items():
        (tmp_path / name).write_text(said, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    for line in commands(page):
        command, _, source = line.partition(" < ")
        given = pathlib.Path(source.strip()).read_bytes() if source else None
        result = CliRunner().invoke(cli, shlex.split(command)[1:], input=given)
        assert result.exit_code == 0, f"{line}: {result.output}"
    failed, _ = doctest.testfile(str(page), module_relative=False)
    assert failed == 0


def test_the_rules_of_the_page_pass_their_cases(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page_rules.py").write_text(files(ROOT / "docs" / "own-rules.md")["myrules.py"])
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("MISREAD_WORD", "LOTTERY"):
        assert list(faults(load_stage(f"page_rules:{name}"))) == []


def test_what_readme_calls_the_same_is_the_same(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    for line in ("run seeds -o out", "run out/corpus.jsonl -o again"):
        assert CliRunner().invoke(cli, line.split()).exit_code == 0
    again = pathlib.Path("again/corpus.jsonl").read_bytes()
    assert again == pathlib.Path("out/corpus.jsonl").read_bytes()
