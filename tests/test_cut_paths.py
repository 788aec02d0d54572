"""A path that a line's end cuts behind its stroke (cleaner/unwrap/cuts.py). All synthetic."""

import pytest

from cleaner.document import Document
from cleaner.layout import read_lines
from cleaner.stages.paragraphs import WRAPPED_LINE
from cleaner.unwrap.cuts import goes_on_in_path

# Of 32 em.
CUT = "闸上的人收到水位报告以后，先把里头的读数一行行抄进 gauge/tables/"


@pytest.mark.parametrize("rest", ["upper 里。", "upper.csv 里。", ".config 里。"])
def test_a_path_in_two_lines_is_put_together(rest: str) -> None:
    (after,) = WRAPPED_LINE(Document("case", f"{CUT}\n{rest}"))
    assert after.text == CUT + rest


@pytest.mark.parametrize(
    "text",
    [
        "gauge/\nupper.csv\ntables/\nlower.csv",  # a tree of files
        "读数放在 gauge/\n上游的也一样。",
        "水尺 / 闸门 /\nupper",  # a stroke between words
        "水尺/\nupper",
        f"{CUT}\n\n/srv/gauge",
    ],
)
def test_what_is_no_path_in_two_lines(text: str) -> None:
    (after,) = WRAPPED_LINE(Document("case", text))
    assert after.text == text


def test_time_is_linear() -> None:
    left, right = read_lines(f"{'a/' * 200_000}\n{'a' * 200_000}")
    assert all(goes_on_in_path(left, right) for _ in range(1000))
