"""Every stage against its own cases: what it must do, and what must not fool it."""

import pytest

from cleaner.document import Division, Document, rejoin, undo
from cleaner.stage import Reject, Split, Stage
from cleaner.stages import ORDER

EXAMPLES = [
    pytest.param(stage, source, wanted, id=f"{stage.name}-{number}")
    for stage in ORDER
    for number, (source, wanted) in enumerate(stage.examples.items())
]
SOURCES = [
    pytest.param(stage, source, id=f"{stage.name}-{number}")
    for stage in ORDER
    for number, source in enumerate(stage.examples)
]
KEEPS = [
    pytest.param(stage, text, id=f"{stage.name}-{number}")
    for stage in ORDER
    for number, text in enumerate(stage.keeps)
]


def texts(stage: Stage, text: str) -> list[str]:
    """What one stage makes of a text: the texts that live on."""
    return [one.text for one in stage(Document("case", text)) if one.outcome is None]


@pytest.mark.parametrize(("stage", "source", "wanted"), EXAMPLES)
def test_example(stage: Stage, source: str, wanted: str | list[str]) -> None:
    assert texts(stage, source) == ([wanted] if isinstance(wanted, str) else wanted)


@pytest.mark.parametrize(("stage", "text"), KEEPS)
def test_keep(stage: Stage, text: str) -> None:
    assert texts(stage, text) == [text]
    if not isinstance(stage, Reject | Split):
        (after,) = stage(Document("case", text))
        assert after.history == ()


@pytest.mark.parametrize(("stage", "source"), SOURCES)
def test_twice_is_once(stage: Stage, source: str) -> None:
    for text in texts(stage, source):
        (after,) = stage(Document("case", text, {"schema": 1}))
        assert after.text == text


@pytest.mark.parametrize(("stage", "source"), SOURCES)
def test_undo_gives_the_source_back(stage: Stage, source: str) -> None:
    parent, *children = stage(Document("case", source))
    if isinstance(parent.outcome, Division):
        division = parent.outcome
        lifted = [source[a:b] for piece in division.pieces for _, (a, b) in piece.lifted]
        left = [source[a:b] for a, b in division.leftovers]
        assert rejoin(division, [child.text for child in children], lifted, left) == source
    else:
        assert undo(parent) == source


@pytest.mark.parametrize("stage", ORDER, ids=lambda stage: stage.name)
def test_has_as_many_keeps_as_examples(stage: Stage) -> None:
    assert len(stage.examples) > 0
    assert len(stage.keeps) >= len(stage.examples)
    assert stage.doc


def test_names_are_unique() -> None:
    names = [stage.name for stage in ORDER]
    assert len(set(names)) == len(names)
