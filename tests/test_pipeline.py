"""While a large document is worked on Python looks for no cycles of objects; then it does again."""

import gc
from collections.abc import Iterator

import pytest

from cleaner.document import Document, Edit, Note
from cleaner.errors import StageError
from cleaner.pipeline import LARGE_CHARS, Pipeline
from cleaner.stage import Rewrite


def collects(_: Document, *, fails: bool = False) -> Iterator[Edit | Note]:
    """Note whether the collector is on."""
    yield Note("collects", gc.isenabled())
    if fails:
        raise ValueError


PIPELINE = Pipeline([Rewrite(collects, examples={}, keeps=[])])


@pytest.mark.parametrize(("chars", "on"), [(LARGE_CHARS - 1, True), (LARGE_CHARS, False)])
def test_only_a_large_document_is_left_alone(chars: int, on: bool) -> None:
    (found,) = PIPELINE(Document("case", "字" * chars))
    assert (found.meta["collects"], gc.isenabled()) == (on, True)


def test_the_collector_is_on_again_after_a_failure() -> None:
    failing = Pipeline(PIPELINE.stages, {"collects": {"fails": True}})
    with pytest.raises(StageError):
        failing(Document("case", "字" * LARGE_CHARS))
    assert gc.isenabled()


def test_where_it_was_off_it_stays_off() -> None:
    gc.disable()
    try:
        PIPELINE(Document("case", "字" * LARGE_CHARS))
        assert not gc.isenabled()
    finally:
        gc.enable()
