"""Every stage against its own cases: what it must do, and what must not fool it."""

from collections.abc import Iterator

import pytest
from click.testing import CliRunner

from cleaner import Document, Edit, Rewrite
from cleaner.cases import faults
from cleaner.chars.scripts import script_of_text
from cleaner.chars.simplified import TRADITIONAL_IN, simplified, table
from cleaner.cli import cli
from cleaner.stage import Stage
from cleaner.stages import ORDER
from cleaner.stages.spacing import NUMBER_SPACE

# Some traditional character for each simplified one.
TO_TRADITIONAL = {ord(to): chr(code) for code, to in table().items()}


@pytest.mark.parametrize("stage", ORDER, ids=lambda stage: stage.name)
def test_it_does_what_its_cases_say(stage: Stage) -> None:
    assert list(faults(stage)) == []


@pytest.mark.parametrize(
    "stage", [stage for stage in ORDER if stage.shown], ids=lambda stage: stage.name
)
def test_it_does_the_same_to_a_traditional_text(stage: Stage) -> None:
    told = 0
    for text in (*stage.examples, *stage.keeps):
        turned = text.translate(TO_TRADITIONAL)
        if script_of_text(turned) not in TRADITIONAL_IN or simplified(turned) != simplified(text):
            continue
        as_it_is, as_turned = (
            [one.text for one in stage(Document("case", it))] for it in (simplified(text), turned)
        )
        assert list(map(simplified, as_turned)) == as_it_is
        # What it leaves is written as it was.
        assert set("".join(as_turned)) <= set(turned) | set("\n\f ")
        told += turned != text
    assert told


def test_names_are_unique() -> None:
    names = [stage.name for stage in ORDER]
    assert len(set(names)) == len(names)


# Synthetic.
def star(document: Document) -> Iterator[Edit]:
    """Take out the first star."""
    if document.text == "error":
        raise ValueError(document.text)
    at = document.text.find("※")
    if at >= 0:
        yield Edit(at, "※", "")


GOOD = Rewrite(star, examples={"※注意": "注意"}, keeps=["注意"])
BAD = Rewrite(
    star, examples={"※注※意": "注※意", "※": "※", "甲※": "甲"}, keeps=["乙※", "error"]
)  # fmt: skip


def test_what_is_not_so_is_told() -> None:
    assert list(faults(GOOD)) == []
    assert list(faults(BAD)) == [
        "2 keeps, fewer than its 3 examples",
        "of '注※意', which it made, it makes '注意': twice is not once",
        "of '※' it makes [''], not '※'",
        "'乙※' is to be left alone",
        "of 'error' it makes an error: ValueError('error')",
    ]


@pytest.mark.parametrize(("name", "code"), [("GOOD", 0), ("BAD", 1)])
def test_a_stage_of_ones_own_is_told_and_tried(name: str, code: int) -> None:
    result = CliRunner().invoke(cli, ["stages", f"{__name__}:{name}"], standalone_mode=False)
    assert result.return_value == code
    assert "Take out the first star." in result.stdout
    assert ("twice is not once" in result.stderr) == bool(code)


def test_spaces_of_numbers_stay_in_a_text_that_was_cleaned() -> None:
    for text in NUMBER_SPACE.examples:
        document = Document("case", text, {"schema": 1})
        assert NUMBER_SPACE(document) == [document]
