"""What to install for a kind of file that the core does not read."""

from importlib.util import find_spec
from typing import NamedTuple

from cleaner.errors import InputError


class Extra(NamedTuple):
    """An extra of this package: its name, and the modules that it brings."""

    name: str
    modules: tuple[str, ...]


PARQUET = Extra("parquet", ("pyarrow",))
WARC = Extra("warc", ("warcio",))
REMOTE = Extra("remote", ("fsspec",))


def require(extra: Extra, what: str) -> None:
    """Raise InputError that names the command, where an extra is not installed."""
    missing = [name for name in extra.modules if find_spec(name) is None]
    if missing:
        raise InputError(
            f"{what}: needs {' and '.join(missing)}: pip install 'cleaner[{extra.name}]'"
        )
