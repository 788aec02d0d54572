"""What is shown of a change: its place, what is round it, two texts held together. Synthetic."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.document import Edit, apply
from cleaner.excerpt import GAP, MOST, NEW, OLD, SAME, Part, hunks, side
from cleaner.textdiff import compared
from cleaner.visible import marked

TEXT = "第一段在这里。\n第二段,有两个逗号,在这里。\n第三段没有。"


def told(parts: tuple[Part, ...]) -> str:
    marks = {SAME: "{}", OLD: "[-{}-]", NEW: "{{+{}+}}", GAP: "<{}>"}
    return "".join(marks[kind].format(text) for kind, text in parts)


def test_changes_of_one_paragraph_stand_together() -> None:
    places = [at for at, char in enumerate(TEXT) if char == ","]
    (hunk,) = hunks(TEXT, [Edit(at, ",", "，") for at in places])
    assert told(hunk.parts) == "第二段[-,-]{+，+}有两个逗号[-,-]{+，+}在这里。"
    assert (hunk.line, hunk.edits, hunk.fields) == (2, 2, ())


def test_changes_of_two_paragraphs_do_not() -> None:
    first, second = TEXT.index("第一"), TEXT.index("第三")
    found = list(hunks(TEXT, [Edit(first, "第一", "1"), Edit(second, "第三", "3")]))
    assert [(one.line, told(one.parts)) for one in found] == [
        (1, "[-第一-]{+1+}段在这里。"),
        (3, "[-第三-]{+3+}段没有。"),
    ]


def test_a_break_that_goes_shows_both_lines() -> None:
    (hunk,) = hunks(TEXT, [Edit(7, "\n", "")])
    assert told(hunk.parts) == "第一段在这里。[-\n-]第二段,有两个逗号,在这里。"


def test_long_paragraphs_and_changes_are_cut() -> None:
    (hunk,) = hunks(
        "山" * 500 + "水" * 900 + "云" * 500, [Edit(500, "水" * 900, "", field="title")]
    )
    assert [len(part.text) for part in hunk.parts] == [80, 163, 80]
    assert hunk.fields == ("title",)


def test_so_many_changes_are_shown_in_one_excerpt() -> None:
    text = "山," * 30
    found = list(hunks(text, [Edit(at, ",", "，") for at in range(1, 60, 2)]))
    assert [one.edits for one in found] == [MOST, MOST, 30 - 2 * MOST]


def test_what_is_hidden_shows_its_length() -> None:
    (hunk,) = hunks("", [Edit(0, "", "<email>", hidden=17)], 0)
    assert told(hunk.parts) == "[-17 characters-]{+<email>+}"


@given(st.text("山水,\n", max_size=60), st.data())
def test_the_two_sides_are_the_text_before_and_after(text: str, data: st.DataObject) -> None:
    places = data.draw(st.lists(st.integers(0, max(len(text) - 1, 0)), unique=True, max_size=8))
    edits = [Edit(at, text[at : at + 1], "云") for at in sorted(places)]
    found = list(hunks(text, edits))
    assert sum(one.edits for one in found) == len(edits)
    for one in found:
        assert "".join(part.text for part in side(one.parts, OLD)) in text
        assert "".join(part.text for part in side(one.parts, NEW)) in apply(text, edits)


CASES = {
    "one letter": ("昨天上午开会。", "昨天下午开会。", "昨天[-上-]{+下+}午开会。"),
    "a letter between two changes is no landmark": ("甲山乙", "丙山丁", "[-甲山乙-]{+丙山丁+}"),
    "two are": ("甲山水乙", "丙山水丁", "[-甲-]{+丙+}山水[-乙-]{+丁+}"),
    "nothing": ("", "", ""),
    "all is new": ("", "山水", "{+山水+}"),
    "what stays is left out": (
        "山" * 200 + "甲",
        "山" * 200 + "乙",
        f"<160>{'山' * 40}[-甲-]{{+乙+}}",
    ),
    "equal texts": ("山" * 200, "山" * 200, "<200>"),
}


@pytest.mark.parametrize("name", CASES)
def test_two_texts(name: str) -> None:
    old, new, wanted = CASES[name]
    assert told(compared(old, new)) == wanted


@given(st.text("山水云", max_size=40), st.text("山水云", max_size=40))
def test_both_texts_can_be_read_from_what_is_shown(old: str, new: str) -> None:
    parts = compared(old, new, kept=100)
    assert "".join(part.text for part in side(parts, OLD)) == old
    assert "".join(part.text for part in side(parts, NEW)) == new


def test_long_texts_are_compared_by_lines() -> None:
    lines = [f"第{number}行的文字在这里。" for number in range(3000)]
    old = "\n".join(lines)
    lines[20], lines[2900] = "换了一行。", "又换了一行。"
    shown = told(compared(old, "\n".join(lines)))
    assert "第20行的文字在这里" in shown
    assert "又换了一行" in shown
    assert len(shown) < 500


def test_time_does_not_explode() -> None:
    """Two long texts without a line in common are not aligned letter by letter."""
    started = time.perf_counter()
    compared("山" * 2_000_000, "水" * 2_000_000)
    compared("山水\n" * 400_000, "云\n" * 400_000)
    assert time.perf_counter() - started < 10


def test_what_the_eye_cannot_see_is_written_out() -> None:
    assert marked("甲\u200b乙\n丙\t\u3000\x1b[1m\u202e") == "甲\\u200b乙⏎丙⇥\\u3000\\x1b[1m\\u202e"
