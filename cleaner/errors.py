"""Everything that this package raises on purpose.

CleanerError
├── RecipeError      a recipe, an option or a stage name that does not fit
├── InputError       a path or a line that cannot be read
├── OutputError      a folder that cannot be written, or that must not be
├── Redacted         a text that cannot be had back: private data were taken out of it
└── StageError       a stage failed on one document

A message says what was wrong, where (path:line, document, stage) and what to do next.
"""

from collections.abc import Iterable


class CleanerError(Exception):
    """The base of every error that this package raises on purpose."""


class RecipeError(CleanerError):
    """A recipe, an option or a stage name that does not fit."""


class InputError(CleanerError):
    """A path or a line that cannot be read."""


class OutputError(CleanerError):
    """A folder that cannot be written, or that must not be."""


class Redacted(CleanerError):  # noqa: N818 - what it says of a text reads best
    """A text that cannot be had back: private data were taken out of it, and are kept nowhere."""


class StageError(CleanerError):
    """A stage failed on one document; names both. `stage` is the stage's name."""

    def __init__(self, message: str, stage: str = "") -> None:
        super().__init__(message)
        self.stage = stage


# What a rule, or a library, may raise over a text that it did not expect. Not MemoryError, and not
# what ends a program.
FAILURES = (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Return "; did you mean 'x'?" for the nearest known name, or an empty string."""
    import difflib  # noqa: PLC0415  only who mistyped needs it

    near = difflib.get_close_matches(name, sorted(known), n=1, cutoff=0.5)
    return f"; did you mean {near[0]!r}?" if near else ""
