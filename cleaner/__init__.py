r"""Turn dirty text, Chinese first, into a clean, deduplicated JSONL corpus.

>>> from cleaner import clean_text
>>> clean_text("这是一个很长的段\n落，它被拆成两行。")
'这是一个很长的段落，它被拆成两行。'

Whole runs, files in and files out, are `cleaner.run.run` and `cleaner.run.deduplicate`.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cleaner.api import clean_documents, clean_text, deduplicate
    from cleaner.dedup import Deduplicator, Duplicate, Index, NearDuplicates
    from cleaner.document import Document, Drop, Edit, Note, Piece, Span, undo
    from cleaner.errors import (
        CleanerError,
        InputError,
        OutputError,
        RecipeError,
        Redacted,
        StageError,
    )
    from cleaner.pipeline import Pipeline
    from cleaner.rebuilding import rebuild
    from cleaner.recipe import Duplicates, Recipe, load_recipe
    from cleaner.stage import Arrange, Redact, Reject, Rewrite, Split, Stage
    from cleaner.stages import DEFAULT, ORDER

__all__ = [
    "DEFAULT",
    "ORDER",
    "Arrange",
    "CleanerError",
    "Deduplicator",
    "Document",
    "Drop",
    "Duplicate",
    "Duplicates",
    "Edit",
    "Index",
    "InputError",
    "NearDuplicates",
    "Note",
    "OutputError",
    "Piece",
    "Pipeline",
    "Recipe",
    "RecipeError",
    "Redact",
    "Redacted",
    "Reject",
    "Rewrite",
    "Span",
    "Split",
    "Stage",
    "StageError",
    "clean_documents",
    "clean_text",
    "deduplicate",
    "load_recipe",
    "rebuild",
    "undo",
]

# Modules of which a user needs more than one name: `cleaner.run.run` after `import cleaner`.
_SUBMODULES = ("cases", "check", "dedup", "run")

# Where the names live. They are imported when they are asked for: `clean --help` needs none of
# them, and the stages take half a second with their dictionaries.
_MODULES = (
    ("cleaner.api", "clean_documents clean_text deduplicate"),
    ("cleaner.rebuilding", "rebuild"),
    ("cleaner.dedup", "Deduplicator Duplicate Index NearDuplicates"),
    ("cleaner.document", "Document Drop Edit Note Piece Span undo"),
    ("cleaner.errors", "CleanerError InputError OutputError RecipeError Redacted StageError"),
    ("cleaner.pipeline", "Pipeline"),
    ("cleaner.recipe", "Duplicates Recipe load_recipe"),
    ("cleaner.stage", "Arrange Redact Reject Rewrite Split Stage"),
    ("cleaner.stages", "DEFAULT ORDER"),
)


def __getattr__(name: str) -> Any:
    """Import a public name from its module."""
    for module, names in _MODULES:
        if name in names.split():
            return getattr(importlib.import_module(module), name)
    if name in _SUBMODULES:
        return importlib.import_module(f"cleaner.{name}")
    if name == "__version__":
        return importlib.import_module("importlib.metadata").version("cleaner")
    raise AttributeError(f"module 'cleaner' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*__all__, *_SUBMODULES, "__version__"]
