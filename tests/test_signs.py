"""What tells at a glance that a text or a line has nothing of a kind must never hide what has.

All texts are synthetic.
"""

import re
from itertools import chain, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner.chars.simplified import table
from cleaner.document import Document
from cleaner.layout import SPACER, Lines, kept_with_lines, read_lines
from cleaner.paper import jumps, press, signs
from cleaner.paper.pagehead import MIN_HEADS, may_head_pages
from cleaner.stages import ORDER
from cleaner.stages.cutcredits import wrapped_credit
from cleaner.stages.furniture import RUNNING_HEAD, running_head
from cleaner.unwrap.cuts import cut_evidence, evidence_of

# What each class of characters stands for.
PATTERNS = (
    (signs.CREDIT, press.CREDIT_OR_STAFF_RE),
    (signs.DATELINE, press.DATELINE_WORD_RE),
    (signs.PAGE, press.PAGE_WORD_RE),
    (signs.SENTENCE, press.SENTENCE_RE),
)
# Lines of all kinds, and pieces of them.
CASES = tuple(chain.from_iterable((*stage.examples, *stage.keeps) for stage in ORDER))
LINES = st.sampled_from(
    sorted({line for text in CASES for line in text.split("\n") if line.strip()})
)
TEXTS = st.lists(LINES, min_size=1, max_size=12).map("\n".join)


@pytest.mark.parametrize(("characters", "pattern"), PATTERNS, ids=("credit", "date", "page", "end"))
def test_a_class_has_a_character_of_all_that_it_stands_for(
    characters: str, pattern: re.Pattern[str]
) -> None:
    one = re.compile(f"[{characters}]")

    @settings(max_examples=200, deadline=None)
    @given(st.from_regex(re.compile(pattern.pattern, pattern.flags)))
    def holds(text: str) -> None:
        assert one.search(text)

    holds()


def test_white_space_is_in_no_class() -> None:
    # The signs of a line are those of the text up to the next line.
    spaces = [char for char in map(chr, range(0x10000)) if char.isspace() or char == SPACER]
    assert not any(re.search(f"[{one}]", "".join(spaces)) for one in signs.CLASSES)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_lines_told_together_are_told_as_each_by_itself(text: str) -> None:
    lines = read_lines(text)
    texts = [line.text for line in lines]
    assert signs.credit_lines(lines) == list(map(press.credit_line, texts))
    assert signs.dateline_ends(lines) == list(map(press.dateline_end, texts))
    assert signs.jump_lines(lines) == list(map(jumps.jump_line, texts))
    assert signs.apart_lines(lines) == list(map(signs.is_apart, texts))


def test_a_character_beyond_the_first_plane_ends_no_sentence() -> None:
    for text in ("本报记者 李明 𠮷", "𠮷！本报记者 李明"):
        assert signs.credit_lines(read_lines(text)) == [press.credit_line(text)]


def test_what_is_kept_with_lines_is_worked_out_once() -> None:
    asked: list[int] = []

    @kept_with_lines
    def size(lines: object) -> int:
        assert isinstance(lines, tuple)
        asked.append(len(lines))
        return len(lines)

    lines = read_lines("一\n二")
    assert (size(lines), size(lines), asked) == (2, 2, [2])
    assert size(tuple(lines)) == 2
    assert asked == [2, 2]
    assert isinstance(lines, Lines)


def test_lines_without_a_sign_head_no_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    @settings(max_examples=300, deadline=None)
    @given(TEXTS, st.integers(1, MIN_HEADS))
    def holds(text: str, times: int) -> None:
        document = Document("case", "\n".join([text] * times))
        if may_head_pages(read_lines(document.text)):
            return
        monkeypatch.setattr("cleaner.stages.furniture.may_head_pages", lambda _: True)
        read_lines(document.text).known.clear()
        assert not list(running_head(document))
        monkeypatch.undo()

    holds()
    for text in RUNNING_HEAD.examples:
        assert may_head_pages(read_lines(text))


def test_a_credit_that_no_line_goes_on_is_not_looked_for() -> None:
    text = "会议在（北京\n举行。\n各地代表参加。"
    assert list(wrapped_credit(Document("case", text))) == []


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_breaks_told_together_are_told_as_each_by_itself(text: str) -> None:
    lines = read_lines(text)
    assert [cut_evidence(*pair) for pair in pairwise(lines)] == evidence_of(lines)


def test_a_staff_line_is_looked_for_before_it_is_read_in_simplified_characters() -> None:
    traditional = {chr(code) for code, one in table().items() if one in signs.STAFF}
    assert traditional == {*signs.TRADITIONAL_STAFF}
