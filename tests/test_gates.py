"""A gate only saves time: what a stage would change it is asked for.

Texts are synthetic, or made of the seeds' lines.
"""

import pathlib
from itertools import chain, compress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.chars.scripts import FEW_WITHOUT, script_of_text
from cleaner.document import Document
from cleaner.gates import MAX_CLASSES, PLANE, Gates
from cleaner.pipeline import Pipeline
from cleaner.stage import Stage
from cleaner.stages import ORDER
from cleaner.stages.lines import SPACES

GATED = [stage for stage in ORDER if stage.gate]
GATES = {stage.name: Gates([stage.gate]) for stage in GATED}
# What the gated stages look for, beside what they do not.
BY_LINE = [stage for stage in ORDER if stage.by_line]
CASES = tuple(chain.from_iterable((*stage.examples, *stage.keeps) for stage in ORDER))
SEEDS = [
    path.read_text(encoding="utf-8")
    for path in sorted((pathlib.Path(__file__).parent.parent / "seeds").glob("*.txt"))
]
LINES = st.sampled_from(
    sorted(
        {line for text in CASES for line in text.split("\n")}
        | {line for text in SEEDS for line in text.split("\n")[:40]}
    )
)
CHARACTERS = "".join(stage.gate.replace("-", "") for stage in GATED) + "中文，a1 \n\"'.版转接第"


def test_gates_tell_classes_apart() -> None:
    gates = Gates(["a-c", "", "中", "\U0001f600", "a-c"])
    letters, none, han = (gates.bit(one) for one in ("a-c", "", "中"))
    assert none == 0
    assert gates.of("xbx") == letters
    assert gates.of("中文") == han
    assert gates.of("") == gates.of("xd") == 0
    # beyond the first plane a character may be in any class
    assert gates.of("\U0001f601") & letters & han == letters & han
    assert gates.of("x" * 100_000 + "中") == han


@given(st.text(st.sampled_from(CHARACTERS) | st.characters(), min_size=1, max_size=FEW_WITHOUT))
def test_a_short_text_is_looked_at_as_a_long_one(text: str) -> None:
    gates = Gates([stage.gate for stage in GATED])
    long = text + " " * FEW_WITHOUT
    starts = sorted({0, len(text) // 2})
    with pytest.MonkeyPatch.context() as patch:
        # As where numpy is yet to be imported.
        patch.setattr("cleaner.gates.is_few", lambda text: len(text) <= FEW_WITHOUT)
        one = gates.of(text)
        short = gates.of_parts(text, starts)
    assert one | gates.of(" ") == gates.of(long)
    assert [*short[:-1], short[-1] | gates.of(" ")] == gates.of_parts(long, starts)
    assert script_of_text(text) == script_of_text(long)


def test_a_class_too_many_is_not_asked_for() -> None:
    classes = [chr(0x4E00 + number) for number in range(MAX_CLASSES + 1)]
    gates = Gates(classes)
    assert gates.bit(classes[-1]) == 0
    assert gates.of(classes[-2]) == gates.bit(classes[-2]) == 1 << (MAX_CLASSES - 1)


@pytest.mark.parametrize("stage", GATED, ids=lambda stage: stage.name)
def test_what_a_stage_changes_opens_its_gate(stage: Stage) -> None:
    for text in stage.examples:
        assert GATES[stage.name].of(text)


@pytest.mark.parametrize("stage", GATED, ids=lambda stage: stage.name)
def test_no_case_and_no_seed_is_changed_behind_a_gate_that_is_shut(stage: Stage) -> None:
    for text in (*CASES, *SEEDS):
        if not GATES[stage.name].of(text):
            document = Document("case", text)
            assert stage(document) == [document]


def test_white_space_is_what_python_takes_for_it() -> None:
    spaces = Gates([SPACES])
    found = {one for one in map(chr, range(PLANE)) if spaces.of(one)}
    assert found == {one for one in map(chr, range(PLANE)) if one.isspace()} - {"\n"}


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from(CHARACTERS) | st.characters(), max_size=40))
def test_a_stage_whose_gate_is_shut_changes_nothing(text: str) -> None:
    document = Document("case", text)
    for stage in GATED:
        if not GATES[stage.name].of(text):
            assert stage(document) == [document], stage.name


def test_a_pipeline_asks_every_stage_of_which_a_text_has_characters() -> None:
    text = "⼈⺠\u200b，，公园\u2003"
    (document,) = Pipeline(GATED)(Document("case", text))
    asked = Document("case", text)
    for stage in GATED:
        (asked,) = stage(asked)
    assert (document.text, document.history) == (asked.text, asked.history)
    assert [step.stage for step in document.history] == [
        "radical",
        "invisible-character",
        "odd-space",
        "doubled-mark",
        "trailing-space",
    ]


@pytest.mark.parametrize("stage", BY_LINE, ids=lambda stage: stage.name)
def test_what_a_stage_leaves_by_line_it_leaves_in_parts(stage: Stage) -> None:
    own = {line for text in (*stage.examples, *stage.keeps) for line in text.split("\n")}

    @settings(max_examples=300, deadline=None)
    @given(
        st.lists(st.tuples(st.sampled_from(sorted(own)) | LINES, st.booleans()), max_size=12),
        st.sampled_from(({}, {"schema": 1}, {"parent": "page"})),
    )
    def holds(lines: list[tuple[str, bool]], meta: dict[str, object]) -> None:
        (made,) = stage(Document("case", "\n".join(line for line, _ in lines)))
        part = "\n".join(compress(made.text.split("\n"), (stays for _, stays in lines)))
        if stage(Document("case", made.text))[0].text == made.text:
            assert stage(Document("case", part, meta))[0].text == part

    holds()
