"""Imports point one way, and only the command line knows click and tqdm."""

import ast
import os
import pathlib
import subprocess
import sys

import pytest

PACKAGE = pathlib.Path(__file__).parent.parent / "cleaner"

# Each row may import from itself and the rows below it. What is a folder stands for all in it.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("view",),
    ("compare", "starter", "trial"),
    ("__init__", "api", "check", "learn", "past", "rebuilding", "run"),
    ("spark",),
    ("resume", "settle", "workers"),
    ("ids", "making"),
    ("advice", "duplicatesearch", "evaluation", "figures"),
    ("parts", "sharedparagraphs"),
    ("recipe",),
    ("io", "dedup"),
    ("cases",),
    ("pipeline",),
    ("stages",),
    ("stage",),
    ("document",),
    ("errors", "kept", "late"),
)
# What rules know of text: modules of their own beside the stages. They know documents, no stage.
KNOWLEDGE_ABOVE = "stages"
TERMINAL = frozenset({"click", "tqdm"})

FILES = sorted(PACKAGE.rglob("*.py"))


def part_of(path: pathlib.Path) -> str:
    """The part of the package that a file belongs to: "io", "recipe", "__init__"."""
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(path: pathlib.Path) -> set[str]:
    """Every module that a file imports, also late; not what only type checkers read."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            node.body = []
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            found.add(node.module or "")
            if node.module == "cleaner":
                found |= {f"cleaner.{alias.name}" for alias in node.names}
    return found


def level_of(part: str) -> int:
    for level, parts in enumerate(LAYERS):
        if part in parts:
            return level
    # A module of knowledge: layout, lexicon, press, scripts, ...
    return next(level for level, parts in enumerate(LAYERS) if KNOWLEDGE_ABOVE in parts)


def own(path: pathlib.Path) -> set[str]:
    """The parts of the package that a file imports, its own aside."""
    parts = {name.split(".")[1] for name in imports(path) if name.startswith("cleaner.")}
    return parts - {part_of(path)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_one_way(path: pathlib.Path) -> None:
    level = level_of(part_of(path))
    assert {part for part in own(path) if level_of(part) < level} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_knows_the_terminal(path: pathlib.Path) -> None:
    if part_of(path) != "cli":
        assert {name.partition(".")[0] for name in imports(path)} & TERMINAL == set()


KNOWLEDGE = [path for path in FILES if not any(part_of(path) in parts for parts in LAYERS)]


@pytest.mark.parametrize("path", KNOWLEDGE, ids=lambda path: path.name)
def test_knowledge_of_text_imports_no_stage(path: pathlib.Path) -> None:
    assert own(path) & {"stage", "stages"} == set()


STAGES = sorted((PACKAGE / "stages").glob("*.py"))


@pytest.mark.parametrize("path", STAGES, ids=lambda path: path.name)
def test_families_do_not_know_each_other(path: pathlib.Path) -> None:
    if path.name == "__init__.py":
        return
    families = {name for name in imports(path) if name.startswith("cleaner.stages")}
    own_tables = f"cleaner.stages.{path.stem}_"  # characters_table belongs to characters
    assert {name for name in families if not name.startswith(own_tables)} == set()


def said(code: str) -> list[str]:
    """Return the words that a program prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def test_help_needs_neither_stages_nor_numpy() -> None:
    code = (
        "import sys, cleaner.cli; print({'numpy', 'cleaner.stages'} & set(sys.modules) or 'none')"
    )
    assert said(code) == ["none"]


def test_cleaning_a_text_needs_nothing_that_compares_texts() -> None:
    heavy = {"cleaner.dedup.copy", "cleaner.dedup.deduplicator", "datasketch", "scipy"}
    code = (
        "import sys, cleaner; cleaner.clean_text('今天天气很好。');"
        f"print({heavy} & set(sys.modules) or 'none')"
    )
    assert said(code) == ["none"]


def test_cleaning_a_line_needs_no_numpy() -> None:
    code = (
        "import sys, cleaner.io.charset; from cleaner import clean_text;"
        "[clean_text(text) for text in ('今天天气很好,不下雨。', '＄３ Fish &amp; chips', '')];"
        "print({'numpy'} & set(sys.modules) or 'none')"
    )
    assert said(code) == ["none"]


def test_signing_loads_of_datasketch_only_what_it_needs() -> None:
    code = (
        "import sys; from cleaner.dedup.signature import permutations; permutations();"
        "print({'datasketch', 'scipy'} & set(sys.modules) or 'none');"
        "import datasketch; print(datasketch.MinHashLSH.__name__)"
    )
    assert said(code) == ["none", "MinHashLSH"]


def test_a_datasketch_that_must_be_loaded_whole_is(tmp_path: pathlib.Path) -> None:
    package = tmp_path / "datasketch"
    package.mkdir()
    (package / "__init__.py").write_text("SHIFT = 1\n")
    (package / "minhash.py").write_text(
        "from datasketch import SHIFT\n"
        "class MinHash:\n"
        "    permutations = [range(SHIFT, 128 + SHIFT), range(128)]\n"
        "    def __init__(self, count, seed, scheme):\n"
        "        pass\n"
    )
    code = "from cleaner.dedup.signature import permutations; print(permutations()[0][-1])"
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout.strip() == "128"
