"""What is made when it is first used: patterns, as of the module `re`, and numpy.

    from cleaner import late as re
    from cleaner.late import NDArray, np

Some 500 patterns stand in the modules, and a line of text asks 30 of them. To compile them all took
half of the time in which a command starts, in each process: classes of Han are gone through
character by character. A search costs .04 us more than of a pattern of `re`, which no text shows.

To import numpy takes a third of the time in which a line of text is cleaned, which needs none of
it: few characters are looked at one by one. What stands in a module must not use it as it is
imported: no array, no scalar, no annotation that is evaluated (`from __future__ import
annotations`); an alias for a kind of array is a string.
"""

import importlib
import re
from re import (
    DOTALL,
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    Match,
    Pattern,
    escape,
    findall,
    finditer,
    match,
    search,
    sub,
)
from typing import TYPE_CHECKING, Any, AnyStr, cast

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = [
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "VERBOSE",
    "Match",
    "NDArray",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "match",
    "np",
    "search",
    "sub",
]


# What is asked of a compiled pattern beside its text.
ASKED = (
    *("findall", "finditer", "fullmatch", "match", "scanner", "search", "split", "sub", "subn"),
    *("flags", "groupindex", "groups"),
)


class _Late:
    """A pattern that is compiled when more than its text is asked of it."""

    def __init__(self, pattern: str | bytes, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern, and be that from now on."""
        if name not in ASKED:
            raise AttributeError(name)
        made = re.compile(self.pattern, self._flags)
        self.__dict__.update({asked: getattr(made, asked) for asked in ASKED})
        # Of a class with __getattr__ Python looks up each name in the slow way: .1 us a search.
        self.__class__ = _Made  # type: ignore[assignment]
        return self.__dict__[name]


class _Made:
    """A pattern that was compiled late: it has what `_Late` put into it."""


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:  # noqa: A001  as in `re`
    """Return a pattern, which is compiled when it is first used. An error in it shows then."""
    return cast("Pattern[AnyStr]", _Late(pattern, flags))


class _LateNumpy:
    """Numpy, imported when anything is asked of it."""

    def __getattr__(self, name: str) -> Any:
        """Import it, and have all that it has from now on."""
        module = importlib.import_module("numpy")
        self.__dict__.update(module.__dict__)
        self.__class__ = _Numpy  # type: ignore[assignment]
        return getattr(module, name)


class _Numpy:
    """Numpy, imported: it has what `_LateNumpy` put into it."""


if not TYPE_CHECKING:
    np, NDArray = _LateNumpy(), Any
