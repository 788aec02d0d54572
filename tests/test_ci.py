"""What users put into their CI: the action, the GitLab component, the hook, run as scripts."""

import json
import os
import pathlib
import re
import subprocess
import sys
import tomllib
from xml.etree import ElementTree as ET

import pytest
import yaml

ROOT = pathlib.Path(__file__).parent.parent
CORPUS = "data/clean/corpus.jsonl"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
INPUT_RE = re.compile(r"\$\{\{ inputs\.([a-z-]+) \}\}")
GITLAB_RE = re.compile(r"\$\[\[ inputs\.([a-z-]+) \]\]")
# Synthetic: spaces that are none, and a line that would be a command to GitHub.
DIRTY = "中 国 人 民 站 起 来 了 ， 大 家 都 很 高 兴 。\n::error title=no::no\n"


@pytest.fixture
def place(tmp_path: pathlib.Path) -> pathlib.Path:
    """A checkout of a user: a clean corpus, a dirty one."""
    folder = tmp_path / "repo"
    (folder / "data" / "clean").mkdir(parents=True)
    (folder / CORPUS).write_bytes((ROOT / CORPUS).read_bytes())
    record = {"schema": 1, "id": "x", "source": "x", "title": None, "text": DIRTY, "meta": {}}
    (folder / "dirty.jsonl").write_text(json.dumps(record, ensure_ascii=False) + "\n")
    return folder


def bash(script: str, folder: pathlib.Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a script as a runner does, with the `clean` of these tests."""
    path = f"{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def act(folder: pathlib.Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], str, str]:
    """Run the step of the action that checks; returns also its summary and its outputs."""
    (step,) = (step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
    given = {name: about.get("default", "") for name, about in ACTION["inputs"].items()} | inputs
    variables = {
        name: INPUT_RE.sub(lambda found: given[found.group(1)], value)
        for name, value in step["env"].items()
    }
    files = {name: folder.parent / name for name in ("GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT")}
    for path in files.values():
        path.write_text("")
    variables |= {name: str(path) for name, path in files.items()}
    done = bash(step["run"], folder, RUNNER_TEMP=str(folder.parent), **variables)
    summary, outputs = (path.read_text() for path in files.values())
    return done, summary, outputs


# GitHub


def test_the_action_passes_a_clean_corpus(place: pathlib.Path) -> None:
    done, summary, outputs = act(place, corpus=CORPUS)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert "clean check" in summary
    figures = pathlib.Path(outputs.strip().removeprefix("figures="))
    assert json.loads(figures.read_bytes())["documents"] == 17


def test_the_action_annotates_what_is_broken(place: pathlib.Path) -> None:
    done, summary, _ = act(place, corpus=f"{CORPUS}\ndirty.jsonl\n")
    assert done.returncode == 1
    assert "::error file=dirty.jsonl,line=1,title=changed_documents::" in done.stdout
    assert all(line.startswith("::error file=") for line in done.stdout.splitlines())
    assert "    file=dirty.jsonl,line=1,title=changed_documents" in summary
    assert not re.search("^::", summary, re.MULTILINE)


def test_the_action_takes_limits_and_a_baseline(place: pathlib.Path) -> None:
    (place / "clean.toml").write_text("[check]\ndocuments = 100\n")
    done, _, _ = act(place, corpus=CORPUS, config="clean.toml")
    assert (done.returncode, "title=documents" in done.stdout) == (1, True)
    _, _, outputs = act(place, corpus=CORPUS)
    figures = pathlib.Path(outputs.strip().removeprefix("figures="))
    saved = json.loads(figures.read_bytes())
    (place / "saved.json").write_text(json.dumps({**saved, "documents": 40}))
    done, _, _ = act(place, corpus=CORPUS, baseline="saved.json")
    assert (done.returncode, "was 40 in the saved run" in done.stdout) == (1, True)


def test_the_action_says_what_was_called_wrongly(place: pathlib.Path) -> None:
    done, _, _ = act(place, corpus="none.jsonl")
    assert done.returncode == 1
    assert "none.jsonl: no such file" in done.stderr
    (place / "clean.toml").write_text("[check]\ndocument = 1\n")
    done, _, _ = act(place, corpus=CORPUS, config="clean.toml")
    assert (done.returncode, "did you mean 'documents'?" in done.stderr) == (2, True)


def test_an_input_is_never_part_of_a_script(place: pathlib.Path) -> None:
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")
    done, _, _ = act(place, corpus="$(touch harmed) `touch harmed`; touch harmed")
    assert done.returncode == 1
    assert not (place / "harmed").exists()


def test_every_input_is_described_and_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    assert set(INPUT_RE.findall(text)) == set(ACTION["inputs"])
    for about in ACTION["inputs"].values():
        assert about["description"]
        assert about.get("required") or "default" in about


# GitLab


def gitlab(**inputs: str) -> dict[str, object]:
    """Return the job that the component becomes."""
    text = (ROOT / "templates" / "clean-check.yml").read_text(encoding="utf-8")
    about, job = text.split("\n---\n")
    known = yaml.safe_load(about)["spec"]["inputs"]
    given = {name: one["default"] for name, one in known.items() if "default" in one} | inputs
    assert set(given) == set(known)
    filled = yaml.safe_load(GITLAB_RE.sub(lambda found: given[found.group(1)], job))
    return filled["clean-check"]


@pytest.mark.parametrize(("corpus", "code"), [(CORPUS, 0), (f"{CORPUS} dirty.jsonl", 1)])
def test_the_component_writes_a_test_report(place: pathlib.Path, corpus: str, code: int) -> None:
    job = gitlab(package="cleaner", corpus=corpus)
    install, *script = job["script"]
    assert install == 'python -m pip install --quiet --disable-pip-version-check "cleaner"'
    done = bash("\n".join(script), place)
    assert done.returncode == code, done.stderr
    suite = ET.parse(place / job["artifacts"]["reports"]["junit"]).getroot()
    assert bool(suite.findall("testcase/failure")) is bool(code)
    assert json.loads((place / "clean-figures.json").read_bytes())["documents"] == 17 + code


# pre-commit


@pytest.mark.parametrize(("name", "code"), [(CORPUS, 0), ("dirty.jsonl", 1)])
def test_the_hook_runs(place: pathlib.Path, name: str, code: int) -> None:
    (hook,) = HOOKS
    assert {"id", "name", "entry", "language", "files"} <= set(hook)
    assert bash(f"{hook['entry']} {name}", place).returncode == code


def test_the_hook_looks_at_corpora_alone() -> None:
    (hook,) = HOOKS
    wanted = re.compile(hook["files"])
    assert wanted.search(CORPUS)
    assert wanted.search("corpus.jsonl")
    assert not wanted.search("data/clean/dropped.jsonl")
    assert not wanted.search("my_corpus.jsonl")


def test_the_documentation_names_this_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert set(re.findall(r"(?:@v?|rev: v)(\d+\.\d+\.\d+)", text)) == {version}
    for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL):
        assert yaml.safe_load(block)
