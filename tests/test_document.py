"""Edits, arrangements and divisions: what is done can be undone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import (
    Division,
    Document,
    Edit,
    Note,
    Piece,
    Span,
    apply,
    arrange,
    gaps,
    lift,
    piece_text,
    rejoin,
    rewrite,
    undo,
)
from cleaner.stage import Reject, Split


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    text = draw(st.text(alphabet="汉字a1。\n", max_size=40))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [
        Edit(a, text[a:b], draw(st.text(alphabet="新x ", max_size=3)))
        for a, b in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    return text, edits


@given(edited())
def test_undo_inverts_apply(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    after = rewrite(Document("x", text), "stage", edits)
    assert undo(after) == text
    assert after.text == apply(text, sorted(edits, key=lambda e: (e.start, len(e.old))))


@given(st.text(max_size=30), st.randoms(use_true_random=False))
def test_undo_inverts_arrange(text: str, random: object) -> None:
    spans = [Span(i, min(i + 3, len(text))) for i in range(0, len(text), 3)]
    random.shuffle(spans)  # type: ignore[attr-defined]
    assert undo(arrange(Document("x", text), "stage", spans)) == text


def test_steps_are_undone_in_reverse() -> None:
    one = rewrite(Document("x", "甲乙丙"), "a", [Edit(0, "甲", "")])
    two = arrange(one, "b", [Span(1, 2), Span(0, 1)])
    three = rewrite(two, "c", [Edit(1, "", "！")])
    assert three.text == "丙！乙"
    assert undo(three) == "甲乙丙"


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(0, "乙", "")],
        [Edit(0, "甲乙", ""), Edit(1, "乙", "")],
        [Edit(9, "甲", "")],
    ],
)
def test_apply_refuses_what_does_not_fit(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match="edit at"):
        apply("甲乙丙", edits)


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    assert rewrite(Document("x", "甲"), "a", [Edit(0, "甲", "甲")]).history == ()


def test_lift_joins_single_fields_and_lists_the_others() -> None:
    meta = lift({}, [("title", " 上\u3000"), ("title", "下"), ("byline", "甲"), ("byline", "乙")])
    assert meta == {"title": "上下", "byline": ["甲", "乙"]}
    assert lift({"title": "上"}, [("title", "2024")])["title"] == "上 2024"
    assert lift({"byline": "甲"}, [("byline", "乙")])["byline"] == ["甲", "乙"]


def test_gaps_refuses_overlap() -> None:
    assert gaps([Span(1, 2)], 4) == (Span(0, 1), Span(2, 4))
    with pytest.raises(ValueError, match="overlaps"):
        gaps([Span(0, 2), Span(1, 3)], 4)


PAGE = "题一\n甲文\n乙文前\n题二\n后半\n丙文"
PIECES = (
    Piece(((Span(3, 5),), (Span(6, 9), Span(13, 15))), (("title", Span(0, 2)),)),
    Piece(((Span(16, 18),),), (("title", Span(10, 12)),), (Note("box", 1),)),
)


def halves(document: Document) -> tuple[Piece, ...]:
    """Cut the page in two."""
    return PIECES if document.text == PAGE else ()


def whole(document: Document) -> tuple[Piece, ...]:
    """Take the page for one article with a piece printed too early."""
    if document.text != PAGE:
        return ()
    return (Piece(((Span(16, 18),), (Span(3, 9),)), (("title", Span(0, 2)),)),)


def test_split_makes_children_and_the_parent_can_be_rebuilt() -> None:
    stage = Split(halves, examples={PAGE: ["甲文\n乙文前后半", "丙文"]}, keeps=[])
    parent, *children = stage(Document("page", PAGE, {"source": "s"}))
    assert [child.text for child in children] == stage.examples[PAGE]
    assert [child.id for child in children] == ["page#1", "page#2"]
    assert children[0].meta == {"source": "s", "parent": "page", "title": "题一"}
    assert children[1].meta["box"] == 1
    assert isinstance(parent.outcome, Division)
    division = parent.outcome
    lifted = [PAGE[a:b] for piece in PIECES for _, (a, b) in piece.lifted]
    left = [PAGE[a:b] for a, b in division.leftovers]
    assert rejoin(division, [child.text for child in children], lifted, left) == PAGE


def test_split_leaves_alone_what_was_cleaned_before() -> None:
    stage = Split(halves, examples={}, keeps=[])
    document = Document("page", PAGE, {"schema": 1})
    assert stage(document) == [document]


def test_one_piece_is_no_split_but_edits() -> None:
    stage = Split(whole, examples={}, keeps=[])
    (one,) = stage(Document("page", PAGE))
    assert (one.id, one.text, one.meta["title"]) == ("page", "丙文\n甲文\n乙文前", "题一")
    assert undo(one) == PAGE


def test_piece_text_glues_spans_of_one_paragraph() -> None:
    assert piece_text(PAGE, PIECES[0]) == "甲文\n乙文前后半"


def test_reject_gives_its_reason() -> None:
    stage = Reject(lambda _: "no", examples={}, keeps=[])
    (one,) = stage(Document("x", "文"))
    assert one.outcome is not None
    assert one.outcome.reason == "no"  # type: ignore[union-attr]
