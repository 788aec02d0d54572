"""What a text is known to be scanned for; every text here is synthetic."""

import pytest

from cleaner.chars.scripts import script_of_text
from cleaner.document import Document
from cleaner.pipeline import Pipeline
from cleaner.stages.punctuation import ASCII_ELLIPSIS, HALF_WIDTH_MARK
from cleaner.stages.quotes import STRAIGHT_QUOTE
from cleaner.stages.scans import RULE_MARK
from cleaner.stages.script import STRAY_TRADITIONAL

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


# Lines of a page whose reader knows both scripts, each as it may read it.
IN_BOTH = (
    ("今年以来，全市农村公路养护工作", "今年以來，全市農村公路養護工作"),
    ("全面展开，新建的路段已经通车 。", "全面展開，新建的路段已經通車 。"),
    ("群众的出行条件得到改善 ，运输企", "群眾的出行條件得到改善 ，運輸企"),
    ("业反映良好 。市交通局负责人表示，", "業反映良好 。市交通局負責人表示，"),
    ("将继续加大投入力度，确保今年的", "將繼續加大投入力度，確保今年的"),
    ("各项任务按时完成 。同时，对超限", "各項任務按時完成 。同時，對超限"),
    ("超载的车辆严格管理，依法处罚，", "超載的車輛嚴格管理，依法處罰，"),
    ("保护好来之不易的建设成果 。市民", "保護好來之不易的建設成果 。市民"),
    ("可以随时拨打电话反映路面的情况，", "可以隨時撥打電話反映路面的情況，"),
    ("工作人员将及时上门，处理问题，", "工作人員將及時上門，處理問題，"),
    ("做到有路必养、养必到位，为乡村", "做到有路必養、養必到位，為鄉村"),
    ("振兴提供有力支撑。", "振興提供有力支撐。"),
)
SIMPLIFIED = "\n".join(simplified for simplified, _ in IN_BOTH)


def read(scripts: str) -> str:
    """Return a page of which each line was read in one script (s) or the other (t)."""
    return "\n".join(line["st".index(one)] for line, one in zip(IN_BOTH, scripts, strict=True))


def cleaned(text: str) -> str:
    """Return what comes out of a page that leans to neither script enough to be of it."""
    assert script_of_text(text) == "zh"
    (found,) = Pipeline((RULE_MARK, STRAY_TRADITIONAL))(Document("page", text, {"script": "zh"}))
    return found.text


def test_a_page_read_in_both_scripts_is_of_the_one_that_most_of_it_is_read_in() -> None:
    assert cleaned(read("sststststsst")) == SIMPLIFIED
    assert cleaned(read("ttststststtt")) == read("ttststststtt")


def test_no_page_printed_in_both_scripts_is_turned_nor_any_that_no_scanner_read() -> None:
    assert cleaned(read("sssssssttttt")) == read("sssssssttttt")
    typed = read("sststststsst").replace(" ", "")
    assert cleaned(typed) == typed
