"""What a text is known to be scanned for; every text here is synthetic."""

import pytest

from cleaner.document import Document
from cleaner.pipeline import Pipeline
from cleaner.stages.punctuation import ASCII_ELLIPSIS, HALF_WIDTH_MARK
from cleaner.stages.quotes import STRAIGHT_QUOTE

BRACKETS = "全市农村公路养护工作(二期)昨天启动，市交通局负责人表示:将加大投入;各地也在行动。"
FULL = "全市农村公路养护工作（二期）昨天启动，市交通局负责人表示：将加大投入；各地也在行动。"


def marks(text: str, **meta: object) -> str:
    return HALF_WIDTH_MARK(Document("page", text, meta))[0].text


def test_the_marks_of_a_scan_are_full_width() -> None:
    assert marks(BRACKETS, scanned=True) == FULL


def test_those_of_other_text_need_the_commas_as_witness() -> None:
    assert marks(BRACKETS) == BRACKETS


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("比赛在12:30开始，比分为105-86，约3,500人到场。", id="numbers"),
        pytest.param("see also (a) and b: all of it; no more", id="Latin"),
        pytest.param("函数f(x+1)的值与a[1]相同。", id="a formula"),
        pytest.param("農村公路養護工作(二期)昨天啟動，負責人表示:將加大投入。", id="traditional"),
    ],
)
def test_in_a_scan_too_these_stay(text: str) -> None:
    assert marks(text, scanned=True) == text


def test_a_scan_needs_no_comma_for_its_ellipses_and_quotes() -> None:
    text = '他想了很久，说："天黑了，该走了。"她没说话...天亮了。'
    (found,) = Pipeline((STRAIGHT_QUOTE, ASCII_ELLIPSIS))(Document("page", text, {"scanned": True}))
    assert found.text == "他想了很久，说：“天黑了，该走了。”她没说话……天亮了。"
