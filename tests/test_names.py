"""What docstrings, comments and pages name is there: modules, files, functions, constants."""

import importlib
import pathlib
import re
from collections.abc import Iterable

import pytest

ROOT = pathlib.Path(__file__).parent.parent
PACKAGE = ROOT / "cleaner"
SOURCES = sorted(PACKAGE.rglob("*.py"))
PAGES = [*sorted((ROOT / "docs").glob("*.md")), ROOT / "CONTRIBUTING.md"]
FOLDERS = ("benchmarks", "cleaner", "scripts", "tests")
FILES = [f"/{path.relative_to(ROOT)}" for folder in FOLDERS for path in (ROOT / folder).rglob("*")]

# `cleaner.order.queues`, or by the module alone: `queues.deal`.
NAME_RE = re.compile(r"`((?:[a-z]\w*\.)+\w+)`")
# Constants, of a kind perhaps: `measure.SHORT_COST`, `viterbi.CHANGE_*`.
CONSTANT_RE = re.compile(r"`([a-z]\w*)\.([A-Z][A-Z_]+)\*?`")
FILE_RE = re.compile(r"`([\w/]+\.py)\b")
# Modules and what they are asked, in the docstring of a package; those of stages, in the design.
LISTED_RE = re.compile(r"^ {4}(\w+(?:, \w+)*)  ", re.MULTILINE)
STAGES_RE = re.compile(r"\*\*(\w+)\*\*")
# What other libraries have, files, and fields of what a docstring speaks of.
OTHERS_RE = re.compile(
    r"(datasketch|np|str|xml)\..*|.*\.(html|jsonl?|py)|near\.(decider|points)|parent\.outcome|source\.path"
)


def modules() -> dict[str, list[str]]:
    """Every module under each name that says which it is: queues, order.queues, cleaner.order..."""
    found: dict[str, list[str]] = {}
    for path in SOURCES:
        parts = path.relative_to(ROOT).with_suffix("").parts
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        for at in range(len(parts)):
            found.setdefault(".".join(parts[at:]), []).append(".".join(parts))
    return found


MODULES = modules()


def is_there(name: str) -> bool:
    parts = name.split(".")
    for size in range(1, len(parts) + 1):
        for module in MODULES.get(".".join(parts[:size]), ()):
            thing: object = importlib.import_module(module)
            for part in parts[size:]:
                thing = getattr(thing, part, None)
            if thing is not None:
                return True
    return False


def missing(files: Iterable[str]) -> list[str]:
    return [file for file in sorted(files) if not any(one.endswith(f"/{file}") for one in FILES)]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_what_code_names_is_there(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    names = {name for name in NAME_RE.findall(text) if not OTHERS_RE.fullmatch(name)}
    assert [name for name in sorted(names) if not is_there(name)] == []
    assert missing(FILE_RE.findall(text)) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_what_a_page_names_is_there(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    names = {name for name in NAME_RE.findall(text) if name.startswith("cleaner.")}
    assert [name for name in sorted(names) if not is_there(name)] == []
    for module, start in CONSTANT_RE.findall(text):
        found = [dir(importlib.import_module(one)) for one in MODULES.get(module, ())]
        assert any(name.startswith(start) for there in found for name in there), start
    assert missing({*FILE_RE.findall(text)} - {"cleaning.py"}) == []  # a page has it whole


def test_the_design_names_all_of_the_package() -> None:
    layout = (
        (ROOT / "docs" / "design.md").read_text(encoding="utf-8").split("\n## ")[2].split("```")[1]
    )
    named = set(re.findall(r"[\w/]+\.py\b|\w+/(?= )", layout))
    assert missing(name.strip("/") for name in named) == []
    there = {path.name for path in PACKAGE.glob("*.py")}
    there |= {f"{path.parent.name}/" for path in PACKAGE.glob("*/__init__.py")}
    assert sorted(there - named) == []


@pytest.mark.parametrize(
    "package", sorted(PACKAGE.glob("*/__init__.py")), ids=lambda p: p.parent.name
)
def test_a_package_names_its_modules(package: pathlib.Path) -> None:
    there = {path.stem for path in package.parent.glob("*.py")} - {"__init__"}
    if package.parent.name == "stages":
        design = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
        named = STAGES_RE.findall(design.split("\n## ")[3])
    else:
        listed = LISTED_RE.findall(package.read_text(encoding="utf-8").split('"""')[1])
        named = ", ".join(listed).split(", ")
    assert sorted(there) == sorted(named)
