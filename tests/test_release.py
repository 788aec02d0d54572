"""The package as it is released: what is in it, and that it works where nothing else is.

The environment takes a minute and packages from an index, so it is made in CI, and elsewhere where
RELEASE is set.
"""

import importlib.metadata
import os
import pathlib
import re
import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile

import pytest

import cleaner

ROOT = pathlib.Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SEEDS = ROOT / "seeds"
DATA = ("py.typed", "view/style.css", "view/script.js")

in_full = pytest.mark.skipif(
    not (os.environ.get("CI") or os.environ.get("RELEASE")),
    reason="takes a minute and an index of packages; RELEASE=1 runs it",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    """The folder with the sdist and the wheel that is made of it."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def wheel_of(built: pathlib.Path) -> pathlib.Path:
    (wheel,) = built.glob("*.whl")
    return wheel


# One version, in pyproject.toml


def test_the_version_has_one_place() -> None:
    assert PROJECT["version"] == importlib.metadata.version("cleaner") == cleaner.__version__
    for path in (ROOT / "cleaner").rglob("*.py"):
        assert not re.search(r"^__version__ *=", path.read_text(encoding="utf-8"), re.MULTILINE)


def test_dependencies_have_a_lower_bound_and_a_tried_version() -> None:
    tried = {
        re.sub("[-_.]+", "-", line.partition("==")[0].lower())
        for line in (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
        if "==" in line
    }
    extras = (one for wanted in PROJECT["optional-dependencies"].values() for one in wanted)
    for wanted in (*PROJECT["dependencies"], *extras):
        if wanted.startswith("cleaner["):
            continue
        name, bound = re.match(r"([\w.-]+)(.*)", wanted).groups()
        assert bound.startswith(">="), wanted
        assert re.sub("[-_.]+", "-", name.lower()) in tried, wanted


# What is in it


def test_the_wheel_holds_the_package_alone(built: pathlib.Path) -> None:
    with zipfile.ZipFile(wheel_of(built)) as wheel:
        names = set(wheel.namelist())
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "cleaner").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    inside = {name for name in names if not re.match(r"cleaner-[\d.]+\.dist-info/", name)}
    assert inside == ours
    assert {f"cleaner/{name}" for name in DATA} <= inside


def test_the_sdist_holds_what_its_tests_need(built: pathlib.Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}
    for needed in (
        "cleaner/py.typed", "tests/test_stages.py", "seeds/000_db77b0dba21c333b.txt",
        "docs/output.md", "data/clean/corpus.jsonl", "action.yml", "templates/clean-check.yml",
        "constraints.txt", "pyproject.toml", "README.md", "LICENSE",
    ):  # fmt: skip
        assert needed in names


# That it works


@in_full
def test_the_wheel_cleans_the_seeds_in_an_empty_environment(
    built: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    """With what core needs alone, as `pip install cleaner` brings it."""
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    clean = tmp_path / "env" / "bin" / "clean"
    constraints = str(ROOT / "constraints.txt")
    install = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-compile"]
    away = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}

    def run(*command: str | pathlib.Path) -> str:
        done = subprocess.run(
            command, cwd=tmp_path, env=away, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    run(*install, "-c", constraints, wheel_of(built))
    assert run(clean, "--version").strip() == f"clean, version {PROJECT['version']}"
    said = run(clean, "run", SEEDS, "-o", tmp_path / "out")
    assert "pip install 'cleaner[report]'" in said  # tables instead of plots
    made = (tmp_path / "out" / "corpus.jsonl").read_bytes()
    assert made == (ROOT / "data" / "clean" / "corpus.jsonl").read_bytes()
    assert (tmp_path / "out" / "report.html").exists()
    run(clean, "check", tmp_path / "out" / "corpus.jsonl", "-q")
    run(python, "-m", "pip", "check")
    # py.typed: a user's type checker finds our types.
    (tmp_path / "user.py").write_text("from cleaner import clean_text\nx: str = clean_text('a')\n")
    assert (
        next((tmp_path / "env" / "lib").glob("python*")) / "site-packages/cleaner/py.typed"
    ).exists()
