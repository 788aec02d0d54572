"""Patterns that are compiled late are those of `re`."""

import importlib
import pkgutil
import re
import subprocess
import sys

import pytest

import cleaner
from cleaner import late

# What an extra needs that may not be there.
EXTRAS = frozenset({"datasets", "lxml", "pyarrow", "pyspark", "trafilatura", "warcio"})
TEXT = "一二ab，c\n12"


MODULES = sorted(
    found.name
    for found in pkgutil.walk_packages(cleaner.__path__, "cleaner.")
    if not found.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_each_pattern_of_a_module_compiles(name: str) -> None:
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as missing:
        if str(missing.name).partition(".")[0] in EXTRAS:
            pytest.skip(f"{missing.name} is not installed")
        raise
    for value in vars(module).values():
        if isinstance(value, late._Late | late._Made):
            assert value.flags == re.compile(value.pattern, value._flags).flags


@pytest.mark.parametrize(
    ("pattern", "flags"),
    [("[a-c]+", 0), (r"(\d)(\d)", re.ASCII), ("^AB", re.MULTILINE | re.IGNORECASE)],
)
def test_it_finds_what_re_finds(pattern: str, flags: int) -> None:
    ours, theirs = late.compile(pattern, flags), re.compile(pattern, flags)
    assert ours.pattern == theirs.pattern
    for _ in range(2):  # what was asked once is kept
        assert str(ours.search(TEXT)) == str(theirs.search(TEXT))
        assert ours.findall(TEXT) == theirs.findall(TEXT)
        assert ours.sub("-", TEXT) == theirs.sub("-", TEXT)
    assert (ours.groups, ours.flags) == (theirs.groups, theirs.flags)


def test_an_import_compiles_hardly_a_pattern() -> None:
    counted = (
        "import re; real, made = re.compile, []\n"
        "re.compile = lambda *all: made.append(all) or real(*all)\n"
        "import numpy, ftfy, opencc, orjson; made.clear()\n"
        "import cleaner.stages; print(len(made))"
    )
    done = subprocess.run((sys.executable, "-c", counted), capture_output=True, check=True)
    assert int(done.stdout) < 20
